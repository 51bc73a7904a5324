"""What all pages share: the language and look that a reader chose, the templates, how a page is made."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse

from mahdar import __version__
from mahdar.desk import forms
from mahdar.desk.notes import note
from mahdar.views.templates import environment
from mahdar.views.wording import LANGUAGES, Language, Wording, in_html

LANGUAGE: Final = "ui"  # the query key and cookie of the language
PAGES: Final = ("today", "timeline", "network", "map", "dossier", "trends", "review")


def language(request: Request) -> Language:
    """The language of the interface: asked for in the address, else chosen before, else the browser's, else English."""
    for told in (request.query_params.get(LANGUAGE), request.cookies.get(LANGUAGE)):
        if told in LANGUAGES:
            return "ar" if told == "ar" else "en"
    return "ar" if request.headers.get("accept-language", "").lower().startswith("ar") else "en"


@lru_cache(maxsize=2)
def wording(chosen: Language) -> Wording:
    """The words of the desk in a language."""
    return Wording(chosen, in_html, "desk")


def page(request: Request, template: str, status: int = 200, **told: Any) -> HTMLResponse:
    """A page in the reader's language; the choice in the address is kept in a cookie."""
    chosen = language(request)
    w = wording(chosen)
    told = {"kept": "", "filtered": ()} | told  # filters that pages keep for each other
    made = (
        environment("mahdar.desk", "templates", (forms.Tokens,))
        .get_template(template)
        .render(
            request=request,
            w=w,
            say=w.say,
            fill=w.fill,
            note=note,
            pages=PAGES,
            version=__version__,
            token=forms.field(request),
            person=getattr(request.state, "person", None),
            at=lambda **change: address(request, change),
            **told,
        )
    )
    response = HTMLResponse(made, status)
    if request.query_params.get(LANGUAGE) in LANGUAGES:
        response.set_cookie(
            LANGUAGE,
            chosen,
            max_age=365 * 24 * 3600,
            httponly=True,
            samesite="lax",
            secure=request.url.scheme == "https",
        )
    return response


def address(request: Request, change: Mapping[str, object]) -> str:
    """The address of this page with other values in its query; None takes one out."""
    given: dict[str, object] = {k: ",".join(request.query_params.getlist(k)) for k in request.query_params}
    query = given | {k: v for k, v in change.items() if v is not None}
    kept = {k: v for k, v in query.items() if change.get(k, "") is not None and v != ""}
    return f"{request.url.path}?{urlencode(kept)}" if kept else request.url.path
