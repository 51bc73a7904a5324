"""An article as it is read: the marked text, and beside it what was found, ready for the templates."""

import re
from typing import Any, Final

import msgspec
from fastapi import Request

from mahdar.desk.corrected import Corrected
from mahdar.desk.marked import LAYERS, in_order, paragraphs
from mahdar.desk.telling import Teller, outside
from mahdar.desk.web import language
from mahdar.record.types import Event, Record

_SPAN: Final = re.compile(r"(\d{1,7})-(\d{1,7})")


def told(request: Request, text: str, c: Corrected) -> dict[str, Any]:
    """What the templates of an article show, by the layers and the stretch that its address asks for."""
    record = c.record
    hidden: list[str] = [x for x in LAYERS if x in request.query_params.get("hide", "").split(",")]
    teller = Teller(with_rejected(c), text, language(request), c.marks)
    rejected = {x.id for x in c.rejected}
    return {
        "record": record,
        "text": text,
        "url": outside(record.doc.url),
        "paragraphs": paragraphs(record, text, cited(request.query_params.get("mark", ""), len(text))),
        "events": [teller.event(e) for e in in_order(teller.record.events)],
        "statements": [teller.statement(s) for s in teller.record.statements if s.id not in c.vouching],
        "rejected": rejected,
        "layers": [(x, x not in hidden, ",".join(_without(hidden, x)) or None) for x in LAYERS],
        "hidden": hidden,
        "opened": request.query_params.get("event", ""),
        "counts": {
            "mentions": sum(len(e.mentions) for e in record.entities),
            "times": len(record.times),
            "statements": len(record.statements) - len(c.vouching),
            "events": len(record.events),
        },
    }


def cited(asked: str, length: int) -> tuple[int, int] | None:
    """The stretch that an address points at, as START-END in code points; None for none within the text."""
    found = _SPAN.fullmatch(asked)
    if found is None:
        return None
    start, end = int(found[1]), int(found[2])
    return (start, end) if start < end <= length else None


def with_rejected(c: Corrected) -> Record:
    """The record with what reviewers rejected in its place."""
    events = [*c.record.events, *(x for x in c.rejected if isinstance(x, Event))]
    known = {s.id for s in c.record.statements}
    statements = [*c.record.statements, *(x for x in c.rejected if not isinstance(x, Event) and x.id not in known)]
    statements.sort(key=lambda s: s.content.start)
    return msgspec.structs.replace(c.record, events=events, statements=statements)


def _without(hidden: list[str], layer: str) -> list[str]:
    """The layers to hide once this one is switched."""
    return [x for x in LAYERS if (x in hidden) != (x == layer)]
