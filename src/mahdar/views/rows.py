"""A record as flat rows, one an event."""

from collections.abc import Sequence
from typing import Any

from mahdar.record.types import Entity, Record


def label(e: Entity) -> str:
    """The code of an entity with its sector, or its name where it has no code."""
    code = e.code or "?"
    return f"{code}/{e.sector}" if e.sector else code


def rows(record: Record, text: str) -> list[dict[str, Any]]:
    """Rows in the order of the events; lists are joined by `+`, spans are quoted from the text."""
    entities = {e.id: e for e in record.entities}
    statements = {s.id: s for s in record.statements}
    out = []
    for e in record.events:
        said = statements.get(e.statement or "")
        speaker = entities.get(said.speaker) if said and said.speaker else None
        where = record.sentences[e.sentence]
        out.append(
            {
                "doc": record.doc.id,
                "published": record.doc.published,
                "event": e.id,
                "sentence": e.sentence,
                "actor": "+".join(label(entities[i]) for i in e.actor),
                "actor_names": "، ".join(entities[i].name for i in e.actor),
                "type": e.type,
                "mode": e.mode,
                "recipient": "+".join(label(entities[i]) for i in e.recipient),
                "recipient_names": "، ".join(entities[i].name for i in e.recipient),
                "date_from": e.date.from_ if e.date else None,
                "date_to": e.date.to if e.date else None,
                "place": entities[e.place].name if e.place else None,
                "status": e.status,
                "by": label(speaker) if speaker else None,
                "by_name": speaker.name if speaker else None,
                "trigger": text[e.trigger.start : e.trigger.end],
                "start": e.trigger.start,
                "end": e.trigger.end,
                "plover": e.plover.event,
                "cameo": e.cameo.code,
                "goldstein": e.cameo.goldstein,
                "confidence": e.confidence,
                "because": e.because,
                "words": text[where.start : where.end],
            }
        )
    return out


def notation(record: Record) -> list[str]:
    """Each event in one line: `TYPE/mode ACTOR+ACTOR > RECIPIENT status by CODE`, codes sorted, `-` for nobody."""
    entities = {e.id: e for e in record.entities}
    statements = {s.id: s for s in record.statements}

    def side(ids: Sequence[str]) -> str:
        return "+".join(sorted({label(entities[i]) for i in ids})) or "-"

    out = []
    for e in record.events:
        line = f"{e.type}{'/' + e.mode if e.mode else ''} {side(e.actor)} > {side(e.recipient)} {e.status}"
        if e.statement:
            speaker = statements[e.statement].speaker
            line += f" by {entities[speaker].code if speaker else '?'}"
        out.append(line)
    return out
