"""Signing in and out."""

from typing import Annotated, Final
from urllib.parse import urlsplit

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from mahdar.desk.limits import Pace, client_of
from mahdar.desk.people import People
from mahdar.desk.security import SESSION
from mahdar.desk.web import page

router = APIRouter(include_in_schema=False)

_LASTS: Final = 30 * 24 * 3600


@router.get("/login")
def asked(request: Request, next: str = "/") -> Response:
    """The form."""
    return page(request, "login.html", here="login", next=_own(next), name="", wrong="")


@router.post("/login")
def sign_in(
    request: Request,
    name: Annotated[str, Form(max_length=200)] = "",
    password: Annotated[str, Form(max_length=2_000)] = "",
    next: Annotated[str, Form(max_length=4_000)] = "/",
) -> Response:
    """To the page that was wanted, or the form again."""
    people: People = request.app.state.people
    tries: tuple[Pace, Pace] = request.app.state.tries
    client = client_of(request.client.host if request.client else "")
    told = name.strip()
    for pace, whose in zip(tries, (client, told.casefold()), strict=True):
        wait = pace.take(whose)
        if wait:
            made = page(request, "login.html", 429, here="login", next=_own(next), name=told, wrong="often")
            made.headers["Retry-After"] = str(int(wait) + 1)
            return made
    key = people.sign_in(told, password)
    if key is None:
        return page(request, "login.html", 401, here="login", next=_own(next), name=told, wrong="wrong")
    for pace, whose in zip(tries, (client, told.casefold()), strict=True):
        pace.forgive(whose)
    response = RedirectResponse(_own(next), 303)
    secure = request.url.scheme == "https"
    response.set_cookie(SESSION, key, max_age=_LASTS, httponly=True, samesite="lax", secure=secure)
    return response


@router.post("/logout")
def sign_out(request: Request) -> Response:
    """Back to the form."""
    people: People = request.app.state.people
    key = request.cookies.get(SESSION)
    if key:
        people.sign_out(key)
    response = RedirectResponse("/login", 303)
    response.delete_cookie(SESSION)
    return response


def tries() -> tuple[Pace, Pace]:
    """How often a client, and how often anybody under one name, may try to sign in."""
    return Pace(rate=1 / 30, burst=10), Pace(rate=1 / 60, burst=20)


def _own(address: str) -> str:
    """A path of this desk: an address elsewhere, however it is written, is not followed."""
    parts = urlsplit(address.replace("\\", "/"))
    plain = address.isprintable() and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if plain and not parts.scheme and not parts.netloc else "/"
