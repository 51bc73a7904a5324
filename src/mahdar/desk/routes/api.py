"""The archive as JSON."""

from typing import Annotated, Any, Final

import msgspec
from fastapi import APIRouter, Query, Request, Response

from mahdar.archive import questions
from mahdar.archive.schema import TABLE_COLUMNS
from mahdar.desk import held, shapes
from mahdar.desk.making import Asked
from mahdar.desk.negotiations import LONG, Dossiers
from mahdar.desk.openapi import schema_of
from mahdar.desk.paging import Source, paged
from mahdar.desk.shapes import Sha256
from mahdar.desk.towns import located
from mahdar.language.pack import pack
from mahdar.record.write import one_line
from mahdar.world.coordinates import Point

router = APIRouter(prefix="/api", tags=["archive"])

_DAY: Final = "coalesce(date_from, published)"


_EVENTS: Final = Source("all_events", (*TABLE_COLUMNS["events"], "counted"), _DAY, ("sha256", "event"))
_STATEMENTS: Final = Source(
    "all_statements",
    tuple(TABLE_COLUMNS["statements"]),
    "a.published",
    ("t.sha256", "t.statement"),
    "JOIN articles a USING (sha256)",
)
_ARTICLES: Final = Source("all_articles", tuple(shapes.ArticleRow.model_fields), "published", ("sha256", "doc"))
_REPORTS: Final = (
    "SELECT l.occurrence, e.sha256, e.event, e.doc, a.publisher, a.published, a.url,"
    " coalesce(c.first, e.sha256) AS report FROM links l JOIN events e USING (sha256, event)"
    " JOIN articles a USING (sha256) LEFT JOIN copies c USING (sha256)"
    " WHERE l.occurrence IN (SELECT unnest(?)) ORDER BY a.published NULLS LAST, e.sha256, e.event"
)


@router.get("/events")
def events(request: Request, asked: Annotated[shapes.EventsQuery, Query()]) -> shapes.Events:
    """Events that fit, newest first."""
    tests, values = _tests(asked, ["counted"] if asked.counted else [])
    if asked.article:
        tests, values = [*tests, "sha256 = ?"], [*values, asked.article]
    items, after = paged(held.library(request), _EVENTS, tests, values, asked)
    return shapes.Events.model_validate({"items": items, "next": after})


@router.get("/occurrences")
def occurrences(request: Request, asked: Annotated[shapes.OccurrencesQuery, Query()]) -> shapes.Occurrences:
    """Acts that fit, each once with all reports of it, newest first."""
    library = held.library(request)
    rows, after = paged(library, _EVENTS, *_tests(asked, ["counted"]), asked)
    keys = [r["sha256"] for r in rows]
    named = {
        (x["sha256"], x["event"]): x["occurrence"]
        for x in library.ask("SELECT * FROM links WHERE sha256 IN (SELECT unnest(?))", [keys])
    }
    told: dict[str, list[dict[str, Any]]] = {}
    for report in library.ask(_REPORTS, [sorted({named[k] for r in rows if (k := _key(r)) in named})]):
        told.setdefault(report["occurrence"], []).append(report)
    items = []
    for row in rows:
        name = named.get(_key(row), "/".join(_key(row)))
        reports = told.get(name) or [{**row, "publisher": None, "url": None, "report": row["sha256"]}]
        items.append(
            {
                **row,
                "occurrence": name,
                "told": reports,
                "reports": len({r["report"] for r in reports}),
                "outlets": len({r["publisher"] for r in reports if r["publisher"]}),
            }
        )
    return shapes.Occurrences.model_validate({"items": items, "next": after})


@router.get("/statements")
def statements(request: Request, asked: Annotated[shapes.StatementsQuery, Query()]) -> shapes.Statements:
    """Statements that fit, newest first."""
    tests, values = _where(
        ("t.speaker = ?", asked.speaker),
        ("list_contains(t.addressee, ?)", asked.addressee),
        ("t.form = ?", asked.form),
        ("t.sha256 = ?", asked.article),
        ("a.published >= ?", asked.since),
        ("a.published <= ?", asked.until),
    )
    rows, after = paged(held.library(request), _STATEMENTS, tests, values, asked)
    items = [row | {"published": row["day"]} for row in rows]
    return shapes.Statements.model_validate({"items": items, "next": after})


@router.get("/articles")
def articles(request: Request, asked: Annotated[shapes.ArticlesQuery, Query()]) -> shapes.Articles:
    """Articles that fit, newest first, without their texts."""
    tests, values = _where(
        ("publisher = ?", asked.publisher),
        ("lang = ?", asked.lang),
        ("published >= ?", asked.since),
        ("published <= ?", asked.until),
    )
    items, after = paged(held.library(request), _ARTICLES, tests, values, asked)
    return shapes.Articles.model_validate({"items": items, "next": after})


@router.get("/articles/{sha256}", responses=schema_of("ArticleRecord"))
def article(request: Request, sha256: Sha256) -> Response:
    """An article: its record, and the text that offsets count in."""
    record, text = held.article(request, sha256)
    return _json({"record": record, "text": text})


@router.get("/timeline")
def timeline(request: Request, asked: Annotated[shapes.TimelineQuery, Query()]) -> shapes.Timeline:
    """How many acts there were, by period, in order of time."""
    rows = held.library(request).ask(*questions.timeline(asked.by, asked.asked(), asked.reports))
    return shapes.Timeline.model_validate({"items": rows})


@router.get("/places")
def places(request: Request, asked: Annotated[shapes.PlacesQuery, Query()]) -> shapes.Places:
    """How many acts took place in each place, and where the towns among them lie; how many in each state, or by or to
    it.
    """
    ask = held.library(request).ask
    rows = ask(*questions.places(asked.asked(), asked.reports, asked.limit))
    known = pack("ar").states
    told = [row for row in ask(*questions.states(asked.asked(), asked.reports)) if row["code"] in known]
    states = [row | {"ar": s.ar, "en": s.en} for row in told if (s := known[row["code"]]).kind == "state"]
    items = [row | _degrees(row["place"], row["code"]) for row in rows]
    return shapes.Places.model_validate({"items": items, "states": states})


@router.get("/dyad")
def dyad(request: Request, asked: Annotated[shapes.DyadQuery, Query()]) -> shapes.Dyad:
    """What two parties did to each other, by period, each way and together."""
    rows = held.library(request).ask(*questions.dyad(asked.one, asked.other, asked.by, asked.reports))
    return shapes.Dyad.model_validate({"items": rows})


@router.get("/dossier", responses=schema_of("Dossier"))
def dossier(request: Request, asked: Annotated[shapes.DossierQuery, Query()]) -> Response:
    """The state of a negotiation: parties, issues, positions, meetings, claims, each cited."""
    about = tuple(dict.fromkeys((asked.about or "").split(","))) if asked.about else ()
    dossiers: Dossiers = request.app.state.dossiers
    return _json(dossiers.get(request, Asked(about, asked.issue, asked.since, asked.until), LONG).dossier)


def _where(*given: tuple[str, Any]) -> tuple[list[str], list[Any]]:
    """The tests of what is asked, and their values; what nobody asks for tests nothing."""
    told = [(sql, value) for sql, value in given if value is not None]
    return [sql for sql, _ in told], [value for _, value in told]


def _tests(asked: shapes.Filters, given: list[str]) -> tuple[list[str], list[Any]]:
    sql, values = questions.where(asked.asked(), given)
    return ([sql.removeprefix(" WHERE ")] if sql else []), values


def _degrees(place: str, code: str | None) -> dict[str, str | None]:
    point = located(place, code)
    return point._asdict() if point else dict.fromkeys(Point._fields)


def _key(row: dict[str, Any]) -> tuple[str, str]:
    return row["sha256"], row["event"]


def _json(told: object) -> Response:
    return Response(one_line(msgspec.json.encode(told)), media_type="application/json")
