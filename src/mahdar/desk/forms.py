"""A token in every form, so that no other page can send it: told from a random cookie, put in by itself."""

import hashlib
import hmac
import re
import secrets
from typing import Any, Final

from fastapi import Request
from jinja2.ext import Extension
from markupsafe import Markup
from starlette.datastructures import UploadFile

from mahdar.desk.refusals import Refused

SEAT: Final = "mahdar_seat"  # cookie: which browser it is
SEAT_LENGTH: Final = 43  # characters of 32 random bytes
FIELD: Final = "token"
HEADER: Final = "x-mahdar-token"
SAFE: Final = frozenset({"GET", "HEAD", "OPTIONS"})
_FORM: Final = re.compile(r'<form\b[^>]*\bmethod="post"[^>]*>', re.IGNORECASE)
_SIMPLE: Final = ("", "application/x-www-form-urlencoded", "multipart/form-data", "text/plain")


class Tokens(Extension):
    """Put the token into every form of a template that posts."""

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """The template with a field more in each such form."""
        return _FORM.sub(lambda form: form[0] + "{{ token }}", source)


def seat(request: Request) -> str:
    """The browser's cookie, or a new one that the answer has to set."""
    told = request.cookies.get(SEAT, "")
    if len(told) != SEAT_LENGTH:
        told = getattr(request.state, "seat", "") or secrets.token_urlsafe(32)
        request.state.seat = told
    return told


def token_of(seat: str) -> str:
    """The token of a browser's forms; tells nothing of its cookie."""
    return hmac.new(seat.encode("utf-8", "replace"), b"form", hashlib.sha256).hexdigest()


def field(request: Request) -> Markup:
    """The token as a hidden field."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(FIELD, token_of(seat(request)))


async def checked(request: Request) -> None:
    """Refuse a form that does not come from a page of ours; what other sites cannot send, such as JSON, passes.

    Raises:
        Refused: 403; 415 where a program forgot to say that it sends JSON.
    """
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method != "POST" or kind not in _SIMPLE or getattr(request.state, "program", False):
        return
    if request.url.path.startswith("/api/"):
        raise Refused(415, "json-type")
    told: Any = request.headers.get(HEADER)
    if told is None and kind in _SIMPLE[1:3]:
        told = (await request.form()).get(FIELD)
    if isinstance(told, UploadFile) or not hmac.compare_digest(
        str(told or "").encode(), token_of(seat(request)).encode()
    ):
        raise Refused(403, "old-form")
