"""An article: its text with what was found, and the events beside it."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, Response

from mahdar.desk import reviews
from mahdar.desk.corrected import Corrected, corrected
from mahdar.desk.library import Library
from mahdar.desk.reader import told
from mahdar.desk.web import page
from mahdar.desk.who import author
from mahdar.record.write import to_json

router = APIRouter()


@router.get("/article/{sha256}", response_class=HTMLResponse)
def article(request: Request, sha256: str) -> HTMLResponse:
    """One article, as reviewers would have it."""
    text, made = found(request, sha256)
    return page(
        request,
        "article.html",
        here="article",
        kept=True,
        may_write=author(request) is not None,
        **told(request, text, made),
    )


@router.get("/article/{sha256}/record.json")
def record(request: Request, sha256: str) -> Response:
    """The record of an article as the coder wrote it."""
    library: Library = request.app.state.library
    pair = library.article(sha256)
    if pair is None:
        raise HTTPException(404)
    return download(to_json(pair[0]) + b"\n", "application/json", f"mahdar-{sha256[:12]}.json")


def found(request: Request, sha256: str, reviewer: str | None = None) -> tuple[str, Corrected]:
    """The text of an article and its record as reviewers, or one of them, would have it.

    Raises:
        HTTPException: 404, the archive has no such text.
    """
    library: Library = request.app.state.library
    pair = library.article(sha256)
    if pair is None:
        raise HTTPException(404)
    log = reviews.read(request.app.state.database, sha256)
    return pair[1], corrected(pair[0], log, reviewer)


def download(body: bytes | str, media: str, name: str) -> Response:
    """A file to be kept; `name` in ASCII."""
    return Response(body, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})
