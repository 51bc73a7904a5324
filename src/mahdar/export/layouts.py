"""Column layouts of event data sets, one row a dyad, as their readers expect them.

GDELT 2 events: the GDELT event codebook 2.0. POLECAT and ICEWS: the files of their Dataverses. Phoenix: the files of
the Phoenix pipeline. `docs/exports.md` maps every column.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import Final, NamedTuple

from mahdar.coding.ontology import goldstein
from mahdar.export.codes import (
    cameo_actor,
    cameo_agent,
    cameo_country,
    cameo_group,
    countries,
    country,
    english,
    labels,
)
from mahdar.export.dyads import Dyad, dyads
from mahdar.export.place import Place, place
from mahdar.record.types import Entity, Record

Cell = str | int | float | None


class Layout(NamedTuple):
    """A layout of tab-separated rows. `header`: whether its files begin with the column names."""

    columns: tuple[str, ...]
    header: bool
    rows: Callable[[Record, str], Iterator[Sequence[Cell]]]


def _day(record: Record, d: Dyad) -> str:
    """ISO date of the event, that of publication where the article tells none, "" where neither is known."""
    if d.event.date is not None:
        return d.event.date.from_[:10]
    return (record.doc.published or "")[:10]


def _quad_class(code: str) -> int:
    """GDELT's: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict."""
    root = int(code[:2])
    return 1 if root <= 5 else 2 if root <= 8 else 3 if root <= 13 else 4


def _penta_class(code: str) -> int:
    """Phoenix': 0 statements, else GDELT's quad class."""
    return 0 if int(code[:2]) <= 2 else _quad_class(code)


# -- GDELT 2 --------------------------------------------------------------------------------------

_ACTOR: Final = (
    "Code", "Name", "CountryCode", "KnownGroupCode", "EthnicCode", "Religion1Code", "Religion2Code", "Type1Code",
    "Type2Code", "Type3Code",
)  # fmt: skip
_GEO: Final = ("Type", "Fullname", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
GDELT: Final = (
    "GlobalEventID", "Day", "MonthYear", "Year", "FractionDate",
    *(f"Actor{n}{x}" for n in (1, 2) for x in _ACTOR),
    "IsRootEvent", "EventCode", "EventBaseCode", "EventRootCode", "QuadClass", "GoldsteinScale", "NumMentions",
    "NumSources", "NumArticles", "AvgTone",
    *(f"{x}Geo_{y}" for x in ("Actor1", "Actor2", "Action") for y in _GEO),
    "DATEADDED", "SOURCEURL",
)  # fmt: skip


def _gdelt_actor(e: Entity | None) -> list[Cell]:
    return [
        cameo_actor(e),
        english(e).upper(),
        cameo_country(e),
        cameo_group(e),
        *[""] * 3,
        cameo_agent(e),
        *[""] * 2,
    ]


def _gdelt_place(p: Place) -> list[Cell]:
    return [p.type, p.name, p.fips, p.fips, "", *p.point]


def _fraction(day: str) -> float | str:
    """The year with the share of it that has passed, after GDELT: (month - 1) * 30 + day, out of 365."""
    if not day:
        return ""
    d = date.fromisoformat(day)
    return round(d.year + ((d.month - 1) * 30 + d.day) / 365, 4)


# Mentions, sources and articles of an event of one article, whose tone nobody measured; a party's place is not told.
_ONE_REPORT: Final[tuple[Cell, ...]] = (1, 1, 1, "")
_UNPLACED: Final[tuple[Cell, ...]] = (0, *[""] * 7)


def _gdelt(record: Record, text: str) -> Iterator[Sequence[Cell]]:
    opening = next((s.n for s in record.sentences if s.kind == "body"), 0)
    for d in dyads(record):
        day, where = _day(record, d), place(d.place)
        digits = day.replace("-", "")
        yield [
            d.number,
            digits,
            digits[:6],
            digits[:4],
            _fraction(day),
            *_gdelt_actor(d.source),
            *_gdelt_actor(d.target),
            int(d.event.sentence <= opening),
            d.code,
            d.code[:3],
            d.code[:2],
            _quad_class(d.code),
            goldstein(d.code),
            *_ONE_REPORT,
            *_UNPLACED,
            *_UNPLACED,
            *_gdelt_place(where),
            (record.doc.published or "")[:10].replace("-", "") + ("000000" if record.doc.published else ""),
            record.doc.url or record.doc.id,
        ]


# -- ICEWS ----------------------------------------------------------------------------------------

ICEWS: Final = (
    "Event ID", "Event Date", "Source Name", "Source Sectors", "Source Country", "Event Text", "CAMEO Code",
    "Intensity", "Target Name", "Target Sectors", "Target Country", "Story ID", "Sentence Number", "Publisher", "City",
    "District", "Province", "Country", "Latitude", "Longitude",
)  # fmt: skip


def _state(e: Entity | None) -> str:
    iso = country(e)
    return countries()[iso].name if iso else ""


def _sectors(e: Entity | None) -> list[str]:
    return [x for x in (e.sector, *e.secondary) if x] if e is not None else []


def _icews(record: Record, text: str) -> Iterator[Sequence[Cell]]:
    for d in dyads(record):
        where = place(d.place)
        yield [
            d.number,
            _day(record, d),
            english(d.source),
            ",".join(_sectors(d.source)),
            _state(d.source),
            labels()[d.code],
            d.code,
            goldstein(d.code),
            english(d.target),
            ",".join(_sectors(d.target)),
            _state(d.target),
            record.doc.id,
            d.event.sentence + 1,
            record.doc.publisher,
            where.city,
            *["", ""],
            where.country,
            *where.point[:2],
        ]


# -- POLECAT --------------------------------------------------------------------------------------

_PARTY: Final = (
    "Name", "Country", "COW", "Primary {} Sector", "{} Sectors", "Title", "Name Raw",
)  # fmt: skip


def _polecat_columns(who: str) -> list[str]:
    return [x.format(who) if "{}" in x else f"{who} {x}" for x in _PARTY] + [f"Wikipedia {who} ID"]


POLECAT: Final = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *_polecat_columns("Actor"), *_polecat_columns("Recipient"),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
_QUAD: Final = {
    "verbal_cooperation": "Verbal Cooperation",
    "material_cooperation": "Material Cooperation",
    "verbal_conflict": "Verbal Conflict",
    "material_conflict": "Material Conflict",
}
_LANGUAGE: Final = {"ar": "Arabic", "en": "English", "ru": "Russian"}
_AUXILIARY: Final = {"planned": "future", "possible": "hypothetical"}  # PLOVER's contexts for what is no fact yet


def _polecat_party(e: Entity | None) -> list[Cell]:
    sectors = _sectors(e)
    iso = country(e)
    return [
        english(e),
        iso or (e.code if e is not None else ""),
        countries()[iso].cow if iso else "",
        sectors[0] if sectors else "",
        ";".join(sectors),
        e.office if e is not None else "",
        e.name if e is not None else "",
        "",
    ]


def contexts(event_contexts: Sequence[str], status: str) -> list[str]:
    """PLOVER's contexts of an event, with the auxiliary one that its status asks for."""
    return [*event_contexts, *([_AUXILIARY[status]] if status in _AUXILIARY else [])]


def _polecat(record: Record, text: str) -> Iterator[Sequence[Cell]]:
    def told(*kinds: str) -> str:
        named = (e for e in record.entities if any(m.how == "name" for m in e.mentions))
        return ";".join(english(e) for e in named if e.kind in kinds)

    people, bodies, places = told("person"), told("organization", "armed-group"), told("place")
    for d in dyads(record):
        if d.back:
            continue  # its readers expand meetings themselves
        e, where = d.event, place(d.place)
        yield [
            f"{record.doc.id}_{e.id}_{d.number}",
            _day(record, d),
            e.plover.event,
            e.plover.mode,
            e.plover.scale,
            _QUAD[e.plover.quad],
            ";".join(contexts(e.context, e.status)),
            *_polecat_party(d.source),
            *_polecat_party(d.target),
            where.name,
            where.city,
            *["", ""],
            where.iso,
            *where.point,
            where.raw,
            "PCLI" if where.type == 1 else "PPL" if where.type else "",
            record.doc.publisher or record.doc.url or record.doc.id,
            (record.doc.published or "")[:10],
            people,
            bodies,
            places,
            _LANGUAGE.get(record.doc.lang, record.doc.lang),
            f"{record.coder.name}-{record.coder.version}",
        ]


# -- Phoenix --------------------------------------------------------------------------------------

_PHOENIX_ACTOR: Final = ("Full", "Entity", "Role", "Attribute")
PHOENIX: Final = (
    "EventID", "Date", "Year", "Month", "Day",
    *(f"{who}Actor{x}" for who in ("Source", "Target") for x in _PHOENIX_ACTOR),
    "EventCode", "EventRootCode", "PentaClass", "GoldsteinScore", "Issues", "Lat", "Lon", "LocationName", "StateName",
    "CountryCode", "SentenceID", "URLs", "NewsSources",
)  # fmt: skip


def _phoenix_actor(e: Entity | None) -> list[Cell]:
    return [cameo_actor(e), cameo_country(e) or cameo_group(e), cameo_agent(e), ""]


def _phoenix(record: Record, text: str) -> Iterator[Sequence[Cell]]:
    for d in dyads(record):
        day, where = _day(record, d), place(d.place)
        yield [
            d.number,
            day.replace("-", ""),
            *(day.split("-") if day else ["", "", ""]),
            *_phoenix_actor(d.source),
            *_phoenix_actor(d.target),
            d.code,
            d.code[:2],
            _penta_class(d.code),
            goldstein(d.code),
            ";".join(d.event.context),
            *where.point[:2],
            where.name,
            "",
            where.iso,
            f"{record.doc.id}_{d.event.sentence}",
            record.doc.url or "",
            record.doc.publisher or "",
        ]


LAYOUTS: Final = {
    "gdelt": Layout(GDELT, False, _gdelt),
    "icews": Layout(ICEWS, True, _icews),
    "polecat": Layout(POLECAT, True, _polecat),
    "cameo": Layout(PHOENIX, False, _phoenix),
}

STATUS: Final = (
    "row", "layout_id", "doc", "event", "status", "by", "by_sector", "date_told", "confidence", "because", "sentence",
    "start", "end",
)  # fmt: skip


def statuses(record: Record, layout: str) -> Iterator[Sequence[Cell]]:
    """For each row of a layout, what it has no column for: status, whose word it is, where it stands."""
    entities = {e.id: e for e in record.entities}
    said = {s.id: entities.get(s.speaker or "") for s in record.statements}
    n = 0
    for d in dyads(record):
        if layout == "polecat" and d.back:
            continue
        e = d.event
        by = said.get(e.statement or "")
        yield [
            n,
            f"{record.doc.id}_{e.id}_{d.number}" if layout == "polecat" else d.number,
            record.doc.id,
            e.id,
            e.status,
            by.code if by else "",
            by.sector if by else "",
            int(e.date is not None),
            e.confidence,
            e.because,
            e.sentence,
            e.trigger.start,
            e.trigger.end,
        ]
        n += 1
