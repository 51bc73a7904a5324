"""Events in the JSON of the PLOVER manual (draft 2.0, 2024): its field names, one event a line."""

from collections.abc import Iterator
from typing import Any, Final

from mahdar.export.codes import countries
from mahdar.export.layouts import contexts
from mahdar.record.types import Entity, Record

# PLOVER's own codes where ours differ: the manual names bodies by kind.
_CODES: Final = {"UN": "UNO", "EU": "EUR", "XKX": "KOS"}
_KEPT: Final = frozenset(("NGO", "IMG", "MNC"))


def events(record: Record, text: str) -> Iterator[dict[str, Any]]:
    """The events of a record but those denied, each as the manual's record; status stands in `comment` too."""
    entities = {e.id: e for e in record.entities}
    said = {s.id: s for s in record.statements}
    for e in record.events:
        if e.status == "negated":
            continue
        where = record.sentences[e.sentence]
        place = entities.get(e.place or "")
        speaker = entities.get(said[e.statement].speaker or "") if e.statement else None
        yield {
            "id": f"{record.doc.id}_{e.id}",
            "date": e.date.from_ if e.date else record.doc.published,
            "enddate": e.date.to if e.date else None,
            "actor": [_party(entities[i]) for i in e.actor],
            "recipient": [_party(entities[i]) for i in e.recipient],
            "event": e.plover.event,
            "mode": e.plover.mode,
            "context": contexts(e.context, e.status),
            "quad_code": e.plover.quad,
            "event_scale": e.plover.scale,
            "event_text": text[e.trigger.start : e.trigger.end],
            "event_loc": place.names.en or place.name if place else None,
            "text": text[where.start : where.end],
            "text_info": {"sequence": e.sentence, "start": where.start, "end": where.end, "text_story": record.doc.id},
            "link": record.doc.url,
            "cite_info": record.doc.publisher,
            "coder": f"{record.coder.name} {record.coder.version}",
            "comment": f"status {e.status}; by {speaker.code if speaker and speaker.code else 'the article'}",
        }


def _party(e: Entity) -> dict[str, Any]:
    code = e.code or ""
    known = code in countries() or code in _CODES or code in _KEPT
    return {
        "code": _CODES.get(code, code) if known else "IGO" if e.kind == "organization" and e.sector is None else code,
        "sector": [s for s in (e.sector, *e.secondary) if s],
        "entity_text": e.name,
        "identifier_text": e.names.en,
        "office": e.office,
    }
