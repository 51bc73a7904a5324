"""An article: its text with what was found, and the events beside it."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse

from mahdar.desk.library import Library
from mahdar.desk.web import page

router = APIRouter()


@router.get("/article/{sha256}", response_class=HTMLResponse)
def article(request: Request, sha256: str) -> HTMLResponse:
    """One article."""
    library: Library = request.app.state.library
    found = library.article(sha256)
    if found is None:
        raise HTTPException(404)
    record, text = found
    return page(request, "article.html", here="today", record=record, text=text)
