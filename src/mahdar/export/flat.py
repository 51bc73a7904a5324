"""Records as flat tables, as Parquet files and the archive hold them."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final, NamedTuple

from mahdar.record.types import Entity, Record

Row = dict[str, Any]


class Table(NamedTuple):
    """`columns`: name -> DuckDB type; `rows`: a record and its text -> rows with these keys."""

    columns: dict[str, str]
    rows: Callable[[Record, str], Iterator[Row]]


def _articles(record: Record, text: str) -> Iterator[Row]:
    d = record.doc
    yield {
        "sha256": d.sha256,
        "doc": d.id,
        "lang": d.lang,
        "published": d.published[:10] if d.published else None,
        "title": d.title,
        "url": d.url,
        "publisher": d.publisher,
        "chars": d.chars,
        "text": text,
    }


def _sentences(record: Record, text: str) -> Iterator[Row]:
    for s in record.sentences:
        yield {
            **_key(record),
            "sentence": s.n,
            "kind": s.kind,
            "start": s.start,
            "end": s.end,
            "words": text[s.start : s.end],
        }


def _entities(record: Record, text: str) -> Iterator[Row]:
    for e in record.entities:
        yield {
            **_key(record),
            "entity": e.id,
            "kind": e.kind,
            "name": e.name,
            "name_en": e.names.en,
            "code": e.code,
            "sector": e.sector,
            "secondary": e.secondary,
            "office": e.office,
            "mentions": len(e.mentions),
        }


def _statements(record: Record, text: str) -> Iterator[Row]:
    entities = {e.id: e for e in record.entities}
    for s in record.statements:
        speaker = entities.get(s.speaker or "")
        yield {
            **_key(record),
            "statement": s.id,
            "sentence": s.sentence,
            "speaker": speaker.code if speaker else None,
            "speaker_sector": speaker.sector if speaker else None,
            "speaker_name": speaker.name if speaker else None,
            "relay": [entities[i].name for i in s.relay],
            "addressee": _codes(s.addressee, entities),
            "form": s.form,
            "cue": text[s.cue.start : s.cue.end],
            "start": s.content.start,
            "end": s.content.end,
            "words": text[s.content.start : s.content.end],
        }


def _events(record: Record, text: str) -> Iterator[Row]:
    entities = {e.id: e for e in record.entities}
    statements = {s.id: s for s in record.statements}
    for e in record.events:
        said = statements.get(e.statement or "")
        by = entities.get(said.speaker or "") if said else None
        place = entities.get(e.place or "")
        yield {
            **_key(record),
            "event": e.id,
            "sentence": e.sentence,
            "type": e.type,
            "mode": e.mode,
            "context": e.context,
            "status": e.status,
            "actor": _codes(e.actor, entities),
            "actor_sector": _sectors(e.actor, entities),
            "actor_name": [entities[i].name for i in e.actor],
            "recipient": _codes(e.recipient, entities),
            "recipient_sector": _sectors(e.recipient, entities),
            "recipient_name": [entities[i].name for i in e.recipient],
            "date_from": e.date.from_[:10] if e.date else None,
            "date_to": e.date.to[:10] if e.date else None,
            "published": record.doc.published[:10] if record.doc.published else None,
            "place": place.name if place else None,
            "place_code": place.code if place else None,
            "statement": e.statement,
            "by": by.code if by else None,
            "by_sector": by.sector if by else None,
            "by_name": by.name if by else None,
            "trigger": text[e.trigger.start : e.trigger.end],
            "start": e.trigger.start,
            "end": e.trigger.end,
            "topic": text[e.topic.start : e.topic.end] if e.topic else None,
            "plover": e.plover.event,
            "quad": e.plover.quad,
            "scale": e.plover.scale,
            "cameo": e.cameo.code,
            "goldstein": e.cameo.goldstein,
            "confidence": e.confidence,
            "because": e.because,
            "words": text[record.sentences[e.sentence].start : record.sentences[e.sentence].end],
        }


def _key(record: Record) -> Row:
    return {"sha256": record.doc.sha256, "doc": record.doc.id}


def _codes(ids: Sequence[str], entities: dict[str, Entity]) -> list[str]:
    return [entities[i].code or "UNK" for i in ids]


def _sectors(ids: Sequence[str], entities: dict[str, Entity]) -> list[str]:
    return [entities[i].sector or "" for i in ids]


_KEY: Final = {"sha256": "VARCHAR", "doc": "VARCHAR"}
_SPAN: Final = {"start": "INTEGER", "end": "INTEGER"}
_SEVERAL: Final = "VARCHAR[]"

TABLES: Final = {
    "articles": Table(
        {
            **_KEY,
            "lang": "VARCHAR",
            "published": "DATE",
            "title": "VARCHAR",
            "url": "VARCHAR",
            "publisher": "VARCHAR",
            "chars": "INTEGER",
            "text": "VARCHAR",
        },
        _articles,
    ),
    "sentences": Table({**_KEY, "sentence": "INTEGER", "kind": "VARCHAR", **_SPAN, "words": "VARCHAR"}, _sentences),
    "entities": Table(
        {
            **_KEY,
            **dict.fromkeys(("entity", "kind", "name", "name_en", "code", "sector"), "VARCHAR"),
            "secondary": _SEVERAL,
            "office": "VARCHAR",
            "mentions": "INTEGER",
        },
        _entities,
    ),
    "statements": Table(
        {
            **_KEY,
            "statement": "VARCHAR",
            "sentence": "INTEGER",
            **dict.fromkeys(("speaker", "speaker_sector", "speaker_name"), "VARCHAR"),
            "relay": _SEVERAL,
            "addressee": _SEVERAL,
            "form": "VARCHAR",
            "cue": "VARCHAR",
            **_SPAN,
            "words": "VARCHAR",
        },
        _statements,
    ),
    "events": Table(
        {
            **_KEY,
            "event": "VARCHAR",
            "sentence": "INTEGER",
            "type": "VARCHAR",
            "mode": "VARCHAR",
            "context": _SEVERAL,
            "status": "VARCHAR",
            **dict.fromkeys(("actor", "actor_sector", "actor_name"), _SEVERAL),
            **dict.fromkeys(("recipient", "recipient_sector", "recipient_name"), _SEVERAL),
            **dict.fromkeys(("date_from", "date_to", "published"), "DATE"),
            **dict.fromkeys(("place", "place_code", "statement", "by", "by_sector", "by_name", "trigger"), "VARCHAR"),
            **_SPAN,
            **dict.fromkeys(("topic", "plover", "quad"), "VARCHAR"),
            "scale": "DOUBLE",
            "cameo": "VARCHAR",
            "goldstein": "DOUBLE",
            "confidence": "DOUBLE",
            "because": "VARCHAR",
            "words": "VARCHAR",
        },
        _events,
    ),
}
