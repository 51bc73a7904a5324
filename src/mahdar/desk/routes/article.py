"""An article: its text with what was found, and the events beside it."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response

from mahdar.desk import held, reviews
from mahdar.desk.corrected import Corrected, corrected
from mahdar.desk.reader import told
from mahdar.desk.web import page
from mahdar.desk.who import author
from mahdar.record.write import to_json

router = APIRouter()


@router.get("/article/{sha256}", response_class=HTMLResponse)
def article(request: Request, sha256: str) -> HTMLResponse:
    """One article, as reviewers would have it."""
    text, made, _ = seen(request, sha256)
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
    record, _ = held.article(request, sha256)
    return download(to_json(record) + b"\n", "application/json", f"mahdar-{sha256[:12]}.json")


def seen(request: Request, sha256: str, reviewer: str | None = None) -> tuple[str, Corrected, list[reviews.Review]]:
    """The text of an article, its record as reviewers, or one of them, would have it, and what all said of it.

    Raises:
        HTTPException: 404, the archive has no such text.
    """
    record, text = held.article(request, sha256)
    log = reviews.read(request.app.state.database, sha256)
    return text, corrected(record, log, reviewer), log


def download(body: bytes | str, media: str, name: str) -> Response:
    """A file to be kept; `name` in ASCII."""
    return Response(body, media_type=media, headers={"Content-Disposition": f'attachment; filename="{name}"'})
