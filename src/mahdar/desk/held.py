"""What the desk holds, as a request asks for it."""

from fastapi import Request

from mahdar.desk.library import Library
from mahdar.desk.refusals import Refused
from mahdar.record.types import Record


def library(request: Request) -> Library:
    """The archive of the desk."""
    held: Library = request.app.state.library
    return held


def article(request: Request, sha256: str) -> tuple[Record, str]:
    """An article of the archive: its record and text.

    Raises:
        Refused: 404, the archive has no such text.
    """
    found = library(request).article(sha256)
    if found is None:
        raise Refused(404, "no-such-article")
    return found
