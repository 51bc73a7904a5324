"""What keeps pages and readers safe: headers on every answer."""

from collections.abc import Awaitable, Callable
from typing import Final

from fastapi import FastAPI, Request, Response

from mahdar.desk.settings import Settings

_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS: Final = {
    "Content-Security-Policy": _POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def protect(app: FastAPI, settings: Settings) -> None:
    """Set the headers of every answer."""

    @app.middleware("http")
    async def headers(request: Request, further: Callable[[Request], Awaitable[Response]]) -> Response:
        response = await further(request)
        for name, value in _HEADERS.items():
            response.headers.setdefault(name, value)
        return response
