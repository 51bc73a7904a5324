"""The dossier as pages: what is asked, the brief, and a page for each of its tables; and as files."""

import base64
import csv
import datetime as dt
import hashlib
import io
import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

import msgspec
from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from markupsafe import Markup

from mahdar.desk.called import Called
from mahdar.desk.ics import calendar
from mahdar.desk.month import months
from mahdar.desk.negotiations import LONG, Dossiers, Kept, asked
from mahdar.desk.refusals import Refused, in_words
from mahdar.desk.routes.article import download
from mahdar.desk.web import language, page, wording
from mahdar.dossier.types import Citation, Position
from mahdar.errors import InputError
from mahdar.export.writers import plain_cell
from mahdar.views.dossier import html
from mahdar.views.dossier.brief import brief
from mahdar.views.dossier.markdown import markdown
from mahdar.views.dossier.names import Names
from mahdar.views.shown import shown
from mahdar.views.wording import Wording

router = APIRouter()

PARTS: Final = ("overview", "matrix", "positions", "meetings", "claims", "commitments", "series", "parties", "sources")
_CHECKED: Final = 18  # parties to tick
_STYLE: Final = re.compile("<style>(.*?)</style>", re.S)
_GOOD: Final = frozenset(("offer", "promise", "agreement", "acceptance", "concession"))
_BAD: Final = frozenset(("refusal", "red-line", "threat", "accusation"))
_PAGE: Final = 100  # rows of a page
_PRINTED: Final = 2_000  # articles of a dossier that is printed
_DOTS: Final = 60  # positions in the history of a cell, the last ones
_WIDE: Final = 132  # of the history in a cell of the matrix, in pixels


class Sheet(NamedTuple):
    """The rows that one page of a table shows, which page that is, and how many there are."""

    rows: Sequence[Any]
    number: int
    pages: int


class Dot(NamedTuple):
    """A position in the history of a cell: where it stands, how it is meant, and what it says."""

    x: float
    tone: str
    label: str


@router.get("/dossier", response_class=HTMLResponse)
def overview(request: Request) -> Response:
    """The form, and below it the overview of the dossier that it asks for."""
    ticked = request.query_params.getlist("party")
    if ticked:  # what a form has sent becomes the address that every page of the dossier has
        about = ",".join(dict.fromkeys([*ticked, *filter(None, request.query_params.get("about", "").split(","))]))
        query = {k: v for k, v in request.query_params.items() if k != "party" and v} | {"about": about}
        return RedirectResponse(str(request.url.replace(query=None).include_query_params(**query)), 303)
    if "edit" in request.query_params or not {"about", "issue", "from", "to", "all"} & request.query_params.keys():
        return _form(request)
    return _shown(request, "overview")


@router.get("/dossier/export.{form}")
def export(request: Request, form: str) -> Response:
    """The dossier as a file: html (to print), md, json, ics (meetings to come)."""
    kept, told = _kept(request), language(request)
    names = Names(kept.dossier, Wording(told, str))
    if form in ("html", "md") and len(kept.dossier.documents) > _PRINTED:
        raise Refused(400, "large-print", n=len(kept.dossier.documents), most=_PRINTED)
    if form == "html":
        return _printed(html.page(kept.dossier, _dossiers(request).texts(request, kept), told))
    made: dict[str, Callable[[], tuple[str | bytes, str]]] = {
        "md": lambda: (markdown(kept.dossier, told), "text/markdown; charset=utf-8"),
        "json": lambda: (msgspec.json.format(msgspec.json.encode(kept.dossier), indent=1), "application/json"),
        "ics": lambda: (calendar(kept.dossier, names), "text/calendar; charset=utf-8"),
    }
    if form not in made:
        raise HTTPException(404)
    return download(*made[form](), f"dossier.{form}")


@router.get("/dossier/{table}.csv")
def rows(request: Request, table: str) -> Response:
    """Positions or meetings as CSV; no cell is a formula."""
    if table not in ("positions", "meetings"):
        raise HTTPException(404)
    kept = _kept(request)
    names = Names(kept.dossier, Wording(language(request), str))
    out = io.StringIO()
    write = csv.writer(out, lineterminator="\r\n")
    for row in _positions(kept, names) if table == "positions" else _meetings(kept, names):
        write.writerow([plain_cell(shown(x) if isinstance(x, str) else x) for x in row])
    # with its mark, since spreadsheets take a file without one for another encoding
    return download("\ufeff" + out.getvalue(), "text/csv; charset=utf-8", f"{table}.csv")


@router.get("/dossier/{part}", response_class=HTMLResponse)
def part(request: Request, part: str) -> Response:
    """One of the pages of a dossier."""
    if part not in PARTS:
        raise HTTPException(404)
    return _shown(request, part)


def _dossiers(request: Request) -> Dossiers:
    made: Dossiers = request.app.state.dossiers
    return made


def _kept(request: Request) -> Kept:
    """The dossier that an address asks for.

    Raises:
        Refused: 404, nothing of that is in the archive.
    """
    try:
        return _dossiers(request).get(request, asked(request.query_params), LONG)
    except InputError as error:
        raise Refused(404, error.code, None, **error.values) from error


def _form(request: Request, wrong: str = "", status: int = 200) -> HTMLResponse:
    called = Called(wording(language(request)))
    given = request.query_params
    ticked = {x.strip() for x in given.get("about", "").split(",")}
    parties = [(code, called.party(code), n) for code, n in _dossiers(request).parties()]
    known = {code for code, _, _ in parties[:_CHECKED]}
    _dossiers(request).start()
    return page(
        request, "dossier/form.html", status, here="dossier", given=given, ticked=ticked, parties=parties[:_CHECKED],
        more=parties[_CHECKED:], others=",".join(x for x in given.get("about", "").split(",") if x not in known),
        wrong=wrong,
    )  # fmt: skip


def _shown(request: Request, part: str) -> HTMLResponse:
    w = wording(language(request))
    try:
        wanted = asked(request.query_params)
        kept = _dossiers(request).get(request, wanted)
    except InputError as error:
        return _form(request, in_words(error, w), 404)
    d, names = kept.dossier, Names(kept.dossier, w)
    told: dict[str, Any] = {
        "d": d,
        "older": kept.older,
        "printed": len(d.documents) <= _PRINTED,
        "print_most": _PRINTED,
        "names": names,
        "positions": kept.positions,
        "meetings": kept.meetings,
        "part": part,
        "parts": PARTS,
        "asked": wanted,
        "query": wanted.query() or {"all": "1"},
        "cites": _cites(kept),
        "tone": tone,
    }
    return page(request, f"dossier/{part}.html", here="dossier", **told, **_MAKE.get(part, _nothing)(request, kept, w))


def _nothing(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    return {}


def _sheet(request: Request, rows: Sequence[Any], most: int = 0) -> Sheet:
    """The page of a table that the address asks for, the last where it has fewer. `most`: rows of a table beside it."""
    pages = max(1, -(-max(len(rows), most) // _PAGE))
    told = request.query_params.get("page", "")
    number = min(max(int(told), 1), pages) if told.isascii() and told.isdecimal() and len(told) < 9 else 1
    return Sheet(rows[(number - 1) * _PAGE : number * _PAGE], number, pages)


def _of_overview(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    return {"brief": brief(kept.dossier, w)}


def _of_matrix(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    parties, issues, cells = html.matrix(kept.dossier)
    days = sorted(d.published[:10] for d in kept.dossier.documents if d.published)
    return {
        "columns": parties,
        "rows": issues,
        "cells": cells,
        "wide": _WIDE,
        "dots": {key: dots(cell.positions[-_DOTS:], days, w) for key, cell in cells.items()},
    }


def _of_positions(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    chosen = {k: request.query_params.get(k, "") for k in ("party", "kind", "issue_id", "changed")}
    found = [
        p
        for p in kept.dossier.positions
        if (not chosen["party"] or chosen["party"] in p.parties)
        and chosen["kind"] in ("", p.kind)
        and chosen["issue_id"] in ("", p.issue)
        and (not chosen["changed"] or p.changes)
    ]
    kinds = list(dict.fromkeys(p.kind for p in kept.dossier.positions))
    takers = list(dict.fromkeys(x for p in kept.dossier.positions for x in p.parties))
    return {
        "sheet": _sheet(request, found),
        "total": len(found),
        "chosen": chosen,
        "kinds": sorted(kinds),
        "takers": sorted(takers),
    }


def _of_meetings(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    sheet = _sheet(request, kept.dossier.meetings)
    return {
        "sheet": sheet,
        "months": months(sheet.rows),
        "outcomes": lambda m: html.outcomes(m, kept.positions),
        "ahead": sum(m.state in ("planned", "postponed", "possible") and bool(m.since) for m in kept.dossier.meetings),
    }


def _of_commitments(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    found = [x for x in kept.dossier.exchanges if x.accusation in kept.positions and x.answer in kept.positions]
    made = html.commitments(kept.dossier, kept.positions)
    return {"sheet": _sheet(request, made, len(found)), "exchanges": _sheet(request, found, len(made)).rows}


def _of_claims(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    return {"sheet": _sheet(request, kept.dossier.claims)}


def _of_sources(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    sheet = _sheet(request, kept.dossier.documents)
    return {"sheet": sheet, "first": (sheet.number - 1) * _PAGE}


def _of_series(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    return {"charts": [(s, html.chart(s)) for s in kept.dossier.series]}


def _of_parties(request: Request, kept: Kept, w: Wording) -> dict[str, Any]:
    return {"held": Counter(x for p in kept.dossier.positions for x in p.parties)}


_MAKE: Final[dict[str, Callable[[Request, Kept, Wording], dict[str, Any]]]] = {
    "overview": _of_overview,
    "matrix": _of_matrix,
    "positions": _of_positions,
    "meetings": _of_meetings,
    "claims": _of_claims,
    "commitments": _of_commitments,
    "sources": _of_sources,
    "series": _of_series,
    "parties": _of_parties,
}


def tone(kind: str) -> str:
    """How a kind of position is meant: gives way, stands against, asks, or says."""
    return "gd" if kind in _GOOD else "bd" if kind in _BAD else "ak" if kind == "demand" else "sy"


def dots(positions: Sequence[Position], days: Sequence[str], w: Wording) -> list[Dot]:
    """The history of a cell along the days of the reports, what lies outside at their ends; from right to left where
    the language runs so.
    """
    first, last = (_number(days[0]), _number(days[-1])) if days else (0, 0)
    out = []
    for p in positions:
        if p.day:
            share = min(max((_number(p.day) - first) / max(last - first, 1), 0), 1)
            x = 6 + (1 - share if w.direction == "rtl" else share) * (_WIDE - 12)
            out.append(Dot(round(x, 1), tone(p.kind), f"{p.day} {w.say('kind', p.kind)}: {p.words}"))
    return out


def _number(day: str) -> int:
    return dt.date.fromisoformat(day[:10]).toordinal()


def _cites(kept: Kept) -> Callable[[Iterable[Citation]], Markup]:
    """Links to the cited words in their articles, numbered by article and sentence."""
    numbers = {d.id: (n, d.sha256) for n, d in enumerate(kept.dossier.documents, 1)}

    def cites(cited: Iterable[Citation]) -> Markup:
        once = {(c.doc, c.sentence): c for c in reversed(list(cited)) if c.doc in numbers}
        return Markup(" ").join(
            Markup('<a class="cite" href="/article/{}?mark={}-{}#cited" title="{}"><bdi>{}.{}</bdi></a>').format(
                numbers[c.doc][1], c.start, c.end, shown(c.words), numbers[c.doc][0], c.sentence + 1
            )
            for c in reversed(once.values())
        )

    return cites


def _printed(made: str) -> Response:
    """A page that has its style within it, which the policy of the answer lets by its hash, and nothing else."""
    styles = (base64.b64encode(hashlib.sha256(x.encode()).digest()).decode() for x in _STYLE.findall(made))
    allowed = " ".join(f"'sha256-{x}'" for x in styles)
    policy = f"default-src 'none'; style-src {allowed}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    return HTMLResponse(made, headers={"Content-Security-Policy": policy})


def _positions(kept: Kept, names: Names) -> Iterable[Sequence[Any]]:
    yield (
        "id", "day", "dated", "party", "others", "party_name", "kind", "to", "speaker", "by", "issue", "words",
        "condition", "consequence", "changes", "reports", "cited",
    )  # fmt: skip
    for p in kept.dossier.positions:
        yield (
            p.id, p.day, p.dated, p.party, list(p.others), names.list(p.parties), p.kind, list(p.to), p.speaker, p.by,
            names.issue(p.issue), p.words, p.condition, p.consequence, p.changes, p.reports, _places(p.cited),
        )  # fmt: skip


def _meetings(kept: Kept, names: Names) -> Iterable[Sequence[Any]]:
    yield (
        "id", "since", "until", "state", "participants", "people", "level", "host", "place", "format", "open",
        "duration", "agenda", "issues", "cited",
    )  # fmt: skip
    for m in kept.dossier.meetings:
        yield (
            m.id, m.since, m.until, m.state, [p.party for p in m.participants],
            [names.person(x) for p in m.participants for x in p.people], m.level, m.host, m.place, m.format, m.open,
            m.duration, list(m.agenda), [names.issue(i) for i in m.issues], _places(m.cited),
        )  # fmt: skip


def _places(cited: Iterable[Citation]) -> list[str]:
    return [f"{c.doc}:{c.start}-{c.end}" for c in cited]
