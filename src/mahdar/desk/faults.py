"""What is answered when something is wrong: JSON to programs, a page to readers, never what went on inside."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Final

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException

from mahdar.desk.coders import Failed, Full
from mahdar.desk.library import Busy, Unreadable
from mahdar.desk.logs import LOG, cause
from mahdar.desk.web import page
from mahdar.errors import MahdarError

_HEADINGS: Final = {
    400: "refused", 401: "unknown", 403: "forbidden", 404: "missing", 408: "slow", 413: "large", 415: "refused",
    422: "refused", 429: "often", 431: "large", 503: "busy",
}  # fmt: skip
_AGAIN: Final = "5"  # seconds after which to try again what is busy


def for_program(request: Request) -> bool:
    """Whether an answer is read by a program."""
    path = request.url.path
    return path.startswith("/api/") or path in ("/health", "/metrics")


def answer(
    request: Request,
    status: int,
    error: str = "",
    where: str = "",
    mend: str = "",
    headers: Mapping[str, str] | None = None,
) -> Response:
    """The answer to a request that cannot be fulfilled: what is wrong, where, and how to mend it."""
    if status == HTTPStatus.UNAUTHORIZED:
        headers = {"WWW-Authenticate": "Bearer", **(headers or {})}
    if for_program(request):
        told = {"error": error or HTTPStatus(status).phrase, "where": where, "mend": mend}
        return JSONResponse(told, status, dict(headers or {}))
    detail = " ".join(x for x in (f"{where}: {error}" if where and error else error, mend) if x)
    made = page(request, "message.html", status, heading=_HEADINGS.get(status, "fault"), detail=detail)
    made.headers.update(headers or {})
    return made


def fault(request: Request, error: BaseException) -> Response:
    """The answer to what is a fault of ours, or of the database; it is logged."""
    if isinstance(error, SQLAlchemyError):
        LOG.error("the database does not answer (%s)", cause(error))
        return answer(request, 503, "The database does not answer.", headers={"Retry-After": _AGAIN})
    LOG.error("%s %s: a fault (%s)", request.method, request.url.path, cause(error))
    return answer(request, 500, "A fault of mahdar.", mend="Report it with what you asked for; the log tells more.")


def install(app: FastAPI) -> None:
    """Have an application answer so."""

    @app.exception_handler(HTTPException)
    async def refused(request: Request, error: HTTPException) -> Response:
        usual = error.detail == HTTPStatus(error.status_code).phrase
        headers = dict(error.headers or {})
        # Where a path has a route a method, the framework names the method of the first alone.
        methods = app.openapi()["paths"].get(request.url.path)
        if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED and methods:
            headers["Allow"] = ", ".join(m.upper() for m in methods)
        return answer(request, error.status_code, "" if usual else str(error.detail), headers=headers)

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        first = error.errors()[0]
        where, told = ".".join(str(x) for x in first["loc"]), f"{first['msg']}."
        return (
            answer(request, 422, told, where, "See /api.")
            if for_program(request)
            else answer(request, 400, told, where)
        )

    @app.exception_handler(MahdarError)
    async def unusable(request: Request, error: MahdarError) -> Response:
        return answer(request, 422 if for_program(request) else 400, error.what, error.where, error.mend)

    @app.exception_handler(Unreadable)
    async def unreadable(request: Request, error: Unreadable) -> Response:
        LOG.error("the archive cannot be read (%s)", error)
        if for_program(request):
            return answer(request, 503, error.what, error.where, error.mend)
        return page(request, "message.html", 503, heading="unreadable", detail=str(error))

    @app.exception_handler(Busy)
    async def busy(request: Request, error: Busy) -> Response:
        return answer(request, 503, "The archive is being written.", headers={"Retry-After": _AGAIN})

    @app.exception_handler(Full)
    async def full(request: Request, error: Full) -> Response:
        told = "More articles are waiting than can be coded soon."
        return answer(
            request, 503, told, mend="Try again, or code them with mahdar batch.", headers={"Retry-After": "1"}
        )

    @app.exception_handler(Failed)
    async def failed(request: Request, error: Failed) -> Response:
        LOG.error("an article could not be coded: %s", error)
        return answer(request, 500, str(error), mend="Report it with the article's text.")
