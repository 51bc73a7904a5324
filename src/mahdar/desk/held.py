"""What the desk holds, as a request asks for it."""

from fastapi import HTTPException, Request

from mahdar.desk.library import Library
from mahdar.record.types import Record


def library(request: Request) -> Library:
    """The archive of the desk."""
    held: Library = request.app.state.library
    return held


def article(request: Request, sha256: str, missing: str | None = None) -> tuple[Record, str]:
    """An article of the archive: its record and text.

    Raises:
        HTTPException: 404, the archive has no such text; `missing` says so.
    """
    found = library(request).article(sha256)
    if found is None:
        raise HTTPException(404, missing)
    return found
