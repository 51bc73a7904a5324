"""Keeping and forgetting saved views."""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Form, Path, Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import QueryParams

from mahdar.desk import saved
from mahdar.desk.filters import Unfit
from mahdar.desk.store import LARGEST
from mahdar.desk.view import FILTERED
from mahdar.desk.web import LANGUAGE

router = APIRouter(include_in_schema=False)


@router.post("/views")
def save(
    request: Request,
    name: Annotated[str, Form()] = "",
    page: Annotated[str, Form()] = "",
    query: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Keep a page with its filters under a name, and go back to it."""
    return _back(page, keep(request, name, page, query)[1])


def keep(request: Request, name: str, page: str, query: str) -> tuple[str, str]:
    """Keep a view; returns its name and query as they are kept.

    Raises:
        Unfit: no name or page that can be, or no room.
    """
    name = " ".join(name.split())
    if not name or len(name) > saved.LONGEST:
        raise Unfit("name", name)
    if page not in FILTERED or len(query) > saved.LONGEST_QUERY:
        raise Unfit("option", page)
    kept = [(k, v) for k, v in parse_qsl(query.removeprefix("?")) if k not in (LANGUAGE, "page")]
    told = f"?{QueryParams(kept)}" if kept else ""
    if len(told) > saved.LONGEST_QUERY:
        raise Unfit("option", page)
    if not saved.save(request, name, page, told):
        raise Unfit("room", saved.MOST)
    return name, told


@router.post("/views/{number}/forget")
def forget(
    request: Request,
    number: Annotated[int, Path(ge=1, le=LARGEST)],
    page: Annotated[str, Form()] = "",
    query: Annotated[str, Form()] = "",
) -> RedirectResponse:
    """Take out a saved view, and go back to the page where that was asked."""
    saved.forget(request, number)
    kept = parse_qsl(query.removeprefix("?")) if len(query) <= saved.LONGEST_QUERY else []
    return _back(page if page in FILTERED else "today", f"?{QueryParams(kept)}" if kept else "")


def _back(page: str, query: str) -> RedirectResponse:
    return RedirectResponse(("/" if page == "today" else f"/{page}") + query, 303)
