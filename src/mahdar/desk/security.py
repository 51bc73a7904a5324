"""What keeps pages and readers safe: who asks, from where, how much and how often; headers on every answer."""

import time
from collections.abc import Mapping
from typing import Final
from urllib.parse import quote, urlsplit

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from mahdar.desk import faults
from mahdar.desk.forms import SAFE, SEAT
from mahdar.desk.limits import HEAD, Body, Pace, client_of, largest, too_large
from mahdar.desk.metrics import Metrics
from mahdar.desk.people import People, Role, User
from mahdar.desk.refusals import Refused
from mahdar.desk.settings import Settings
from mahdar.errors import MahdarError

SESSION: Final = "mahdar_session"  # cookie
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # with no-referrer a browser would not say where a form comes from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
_HOME: Final = frozenset({"127.0.0.1", "localhost", "[::1]"})
_PUBLIC: Final = ("/login", "/health", "/static/")
_NEVER_OPEN: Final = ("/metrics",)
# What only some may write, by the beginning of its path; what stands nowhere here, every user may.
_NEEDS: Final[Mapping[str, Role]] = {"/review": "reviewer", "/api/review": "reviewer", "/code/add": "editor"}
_METHODS: Final = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_CODINGS: Final = 60  # articles a second that one client may send for each process that codes
_YEAR: Final = 365 * 24 * 3600


def user(request: Request) -> User | None:
    """Who asks; None at home where nobody has signed in."""
    told: User | None = getattr(request.state, "person", None)
    return told


def may(request: Request, role: Role) -> bool:
    """Whether who asks may do what a role is for: at home, everybody."""
    settings: Settings = request.app.state.settings
    person = user(request)
    return person.may(role) if person else settings.at_home


class Guard:
    """Stands before all routes."""

    def __init__(self, app: ASGIApp, settings: Settings, people: People, metrics: Metrics, processes: int) -> None:
        self._app, self._settings, self._people, self._metrics = app, settings, people, metrics
        self._writes = Pace(rate=5, burst=120)
        self._codings = Pace(rate=_CODINGS * processes, burst=2 * _CODINGS * processes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        body = Body(receive, largest(request.url.path))
        started, status = time.perf_counter(), 0

        async def sending(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                self._headers(request, MutableHeaders(scope=message))
            await send(message)

        try:
            refused = await self._refused(request)
            await (refused or self._app)(scope, body.receive, sending)
        except HTTPException as error:
            made = faults.refused(request, error)
            await made(scope, body.receive, sending)
        except Exception as error:
            made = faults.fault(request, error)
            if not status:
                await made(scope, body.receive, sending)
        finally:
            route = getattr(scope.get("route"), "path", "other")
            method = request.method if request.method in _METHODS else "other"
            self._metrics.answered(route, method, status, time.perf_counter() - started)

    async def _refused(self, request: Request) -> Response | None:
        """The answer to a request that goes no further.

        Raises:
            HTTPException: with what is wrong.
        """
        self._check_host(request)
        path, safe = request.url.path, request.method in SAFE
        if sum(len(k) + len(v) for k, v in request.scope["headers"]) + len(request.scope["query_string"]) > HEAD:
            raise Refused(431, "head", {"Connection": "close"}, most=HEAD)
        sent = request.headers.get("content-length", "")
        if sent.isdigit() and int(sent) > largest(path):
            raise too_large(largest(path))
        person = await self._person(request)
        if person is not None:
            request.state.person, request.state.user = person, person.name
        if not safe and not getattr(request.state, "program", False):
            _check_origin(request)
        if not self._settings.at_home and not path.startswith(_PUBLIC):
            if person is None and not (self._settings.open and safe and path not in _NEVER_OPEN):
                return _unknown(request)
            role = next((r for p, r in _NEEDS.items() if path.startswith(p)), None)
            if not safe and role is not None and person is not None and not person.may(role):
                raise Refused(403, "role", name=person.name, role=person.role, needed=role)
        if not safe:
            self._check_pace(request, person)
        return None

    def _check_host(self, request: Request) -> None:
        """A page elsewhere may give its own name the address of this machine: then the name is not ours."""
        told = request.headers.get("host", "").lower()
        name = told.rpartition(":")[0] if told.rpartition(":")[2].isdigit() else told
        here = self._settings
        own = {here.host, *_HOME, *(n.lower() for n in here.names)}
        if (here.at_home or here.names) and name not in own:
            raise Refused(421, "host")

    async def _person(self, request: Request) -> User | None:
        """Who asks.

        Raises:
            HTTPException: a token that is not valid.
        """
        kind, _, token = request.headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer":
            found = await run_in_threadpool(self._people.bearer, token.strip())
            if found is None:
                raise Refused(401, "token")
            request.state.program = True
            return found
        session = request.cookies.get(SESSION)
        return await run_in_threadpool(self._people.signed_in, session) if session else None

    def _check_pace(self, request: Request, person: User | None) -> None:
        coding = request.url.path == "/api/code"
        if coding and self._settings.at_home:  # nobody else to leave room for: what can wait is the limit
            return
        whose = f"user {person.name}" if person else client_of(request.client.host if request.client else "")
        wait = (self._codings if coding else self._writes).take(whose)
        if wait:
            raise Refused(429, "pace", {"Retry-After": str(int(wait) + 1)})

    def _headers(self, request: Request, headers: MutableHeaders) -> None:
        for name, value in _HEADERS.items():
            headers.setdefault(name, value)
        secure = request.url.scheme == "https"
        if secure:
            headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR}")
        if not request.url.path.startswith("/static/"):
            headers.setdefault("Cache-Control", "private, no-cache")
        seat = getattr(request.state, "seat", "")
        if seat:
            cookie = Response()
            cookie.set_cookie(SEAT, seat, max_age=_YEAR, httponly=True, samesite="lax", secure=secure)
            headers.append("set-cookie", cookie.headers["set-cookie"])


def _check_origin(request: Request) -> None:
    """Refuse what a page of another site sends; programs say neither.

    Raises:
        HTTPException: 403.
    """
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    if site is not None:
        ours = site in ("same-origin", "none")
    else:
        ours = origin is None or urlsplit(origin).netloc.lower() == request.headers.get("host", "").lower()
    if not ours:
        raise Refused(403, "origin")


def _unknown(request: Request) -> Response:
    """To the page where one signs in; programs, and forms whose content would be lost, are told."""
    if request.method == "GET" and not faults.for_program(request):
        asked = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return RedirectResponse(f"/login?next={quote(asked, safe='')}", 303)
    mend = "Send a token: Authorization: Bearer TOKEN."
    return faults.answer(request, 401, MahdarError("Nobody is signed in.", mend=mend, code="nobody"))
