"""What is answered when something is wrong: JSON to programs, a page to readers, never what went on inside."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import DataError, SQLAlchemyError
from starlette.exceptions import HTTPException

from mahdar.desk.coders import Failed, Full
from mahdar.desk.library import Busy, Unreadable
from mahdar.desk.logs import LOG, cause
from mahdar.desk.negotiations import Making
from mahdar.desk.refusals import Refused, in_words
from mahdar.desk.web import language, page, wording
from mahdar.errors import MahdarError

_HEADINGS: Final = {
    400: "refused", 401: "unknown", 403: "forbidden", 404: "missing", 408: "slow", 413: "large", 415: "refused",
    422: "refused", 429: "often", 431: "large", 503: "down",
}  # fmt: skip
_AGAIN: Final = "5"  # seconds after which to try again what is busy


def for_program(request: Request) -> bool:
    """Whether an answer is read by a program."""
    path = request.url.path
    return path.startswith("/api/") or path in ("/health", "/metrics")


def answer(
    request: Request,
    status: int,
    error: MahdarError,
    headers: Mapping[str, str] | None = None,
    heading: str | None = None,
) -> Response:
    """The answer to a request that cannot be fulfilled.

    Args:
        heading: of the page, a key of the words for messages; by default what goes with the status.
    """
    if status == HTTPStatus.UNAUTHORIZED:
        headers = {"WWW-Authenticate": "Bearer", **(headers or {})}
    if for_program(request):
        phrase = HTTPStatus(status).phrase
        told = {
            "error": error.what or phrase,
            "where": error.where,
            "mend": error.mend,
            "code": error.code or phrase.lower().replace(" ", "-"),
        }
        return JSONResponse(told, status, dict(headers or {}))
    detail = in_words(error, wording(language(request))) if error.what else ""
    made = page(request, "message.html", status, heading=heading or _HEADINGS.get(status, "fault"), detail=detail)
    made.headers.update(headers or {})
    return made


def refused(request: Request, error: HTTPException, headers: Mapping[str, str] | None = None) -> Response:
    """The answer that a part of the desk, or the framework, gives instead of one to the question."""
    headers = {**(error.headers or {}), **(headers or {})}
    if isinstance(error, Refused):
        told = MahdarError(str(error.detail), "", "", error.code, **error.values)
    else:
        told = MahdarError("" if error.detail == HTTPStatus(error.status_code).phrase else str(error.detail))
    status = 422 if error.status_code == 400 and for_program(request) else error.status_code
    return answer(request, status, told, headers)


def fault(request: Request, error: BaseException) -> Response:
    """The answer to what is a fault of ours, or of the database; it is logged."""
    if isinstance(error, DataError):  # such as a zero byte, which PostgreSQL keeps in no text
        return answer(
            request, 422 if for_program(request) else 400, MahdarError("A value cannot be kept.", code="value")
        )
    if isinstance(error, SQLAlchemyError):
        LOG.error("the database does not answer (%s)", cause(error))
        told = MahdarError("The database does not answer.", code="database")
        return answer(request, 503, told, {"Retry-After": _AGAIN})
    LOG.error("%s %s: a fault (%s)", request.method, request.url.path, cause(error))
    mend = "Report it with what you asked for; the log tells more."
    return answer(request, 500, MahdarError("A fault of mahdar.", mend=mend, code="fault"))


def install(app: FastAPI) -> None:
    """Have an application answer so."""

    @app.exception_handler(HTTPException)
    async def refuse(request: Request, error: HTTPException) -> Response:
        headers = {}
        # Where a path has a route a method, the framework names the method of the first alone.
        methods = app.openapi()["paths"].get(request.url.path)
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED and methods:
            headers["Allow"] = ", ".join(m.upper() for m in methods)
        return refused(request, error, headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where = ".".join(str(x) for x in first["loc"])
        told = MahdarError(f"{first['msg']}.", where, "See /api.", "invalid", field=str(first["loc"][-1])[:40])
        return answer(request, 422 if for_program(request) else 400, told)

    @app.exception_handler(MahdarError)
    async def unusable(request: Request, error: MahdarError) -> Response:
        return answer(request, 422 if for_program(request) else 400, error)

    @app.exception_handler(Unreadable)
    async def unreadable(request: Request, error: Unreadable) -> Response:
        LOG.error("the archive cannot be read (%s)", error)
        return answer(request, 503, error, heading="unreadable")

    @app.exception_handler(Busy)
    async def busy(request: Request, error: Busy) -> Response:
        told = MahdarError("The archive is being written.", code="busy")
        return answer(request, 503, told, {"Retry-After": _AGAIN})

    @app.exception_handler(Full)
    async def full(request: Request, error: Full) -> Response:
        mend = "Try again, or code them with mahdar batch."
        told = MahdarError("More articles are waiting than can be coded soon.", mend=mend, code="full")
        return answer(request, 503, told, {"Retry-After": "1"})

    @app.exception_handler(Making)
    async def making(request: Request, error: Making) -> Response:
        if for_program(request):
            told = MahdarError("The dossier is being made.", mend="Ask again in a few seconds.", code="making")
            return answer(request, 503, told, {"Retry-After": "2"})
        return page(request, "dossier/making.html", 202, here="dossier", n=error.articles, seconds=int(error.seconds))

    @app.exception_handler(Failed)
    async def failed(request: Request, error: Failed) -> Response:
        LOG.error("an article or a dossier could not be made: %s", error)
        told = MahdarError(str(error), mend="Report it with what was sent.", code="failed")
        return answer(request, 500, told)
