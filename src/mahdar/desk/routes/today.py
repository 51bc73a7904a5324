"""Today: the newest acts, each once, with how many reports tell it."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from mahdar.desk.library import Library
from mahdar.desk.web import page

router = APIRouter()

_NEWEST = (
    "SELECT sha256, event, doc, type, mode, status, actor, recipient, actor_name, recipient_name, words, trigger,"
    ' place, coalesce(date_from, published) AS day, published, statement, "by", by_name, confidence FROM events'
    " WHERE counted ORDER BY day DESC NULLS LAST, published DESC NULLS LAST, sha256, event LIMIT 50"
)


@router.get("/", response_class=HTMLResponse)
def today(request: Request) -> HTMLResponse:
    """The newest acts."""
    library: Library = request.app.state.library
    rows: list[dict[str, Any]] = library.ask(_NEWEST)
    return page(request, "today.html", here="today", rows=rows)
