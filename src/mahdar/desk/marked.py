"""The text of an article in pieces: cut at every edge of a mark, so that marks may overlap and letters stay joined."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mahdar.record.types import Entity, Event, Record, SentenceKind
from mahdar.views.shown import cut

LAYERS: Final = ("mentions", "times", "statements", "events")
_LETTER: Final = {"mentions": "m", "times": "t", "statements": "s", "events": "e"}


class Mark(NamedTuple):
    """A stretch `[start, end)` of the text and what it is: the id of an entity, time, statement or event."""

    start: int
    end: int
    layer: str
    id: str
    more: str = ""


class Piece(NamedTuple):
    """A stretch of text under the same marks. `start`: its offset; `event`: the event that it opens when chosen."""

    start: int
    words: str
    classes: str
    ids: tuple[str, ...]
    event: str
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    note: str


class Line(NamedTuple):
    """A sentence of a paragraph."""

    n: int
    kind: SentenceKind
    pieces: list[Piece]


def paragraphs(record: Record, text: str, cited: tuple[int, int] | None = None) -> list[list[Line]]:
    """The sentences of an article in pieces, those that stand on one line of it together.

    Args:
        record: of the article; events that it does not have are not marked.
        text: that it is of.
        cited: a stretch to be pointed at.
    """
    marks = sorted(_marks(record, cited))
    notes = {e.id: _note(e) for e in record.entities}
    out: list[list[Line]] = []
    before = None
    for s in record.sentences:
        if before is None or before.kind != s.kind or "\n" in text[before.end : s.start]:
            out.append([])
        out[-1].append(Line(s.n, s.kind, list(_pieces(text, s.start, s.end, marks, notes))))
        before = s
    return out


def _marks(record: Record, cited: tuple[int, int] | None) -> Iterator[Mark]:
    for e in record.entities:
        for m in e.mentions:
            yield Mark(m.start, m.end, "mentions", e.id)
    for t in record.times:
        yield Mark(t.start, t.end, "times", t.id)
    for s in record.statements:
        yield Mark(s.content.start, s.content.end, "statements", s.id)
        yield Mark(s.cue.start, s.cue.end, "statements", s.id, "cue")
    for v in record.events:
        yield Mark(v.trigger.start, v.trigger.end, "events", v.id, v.status)
    if cited is not None:
        yield Mark(*cited, "cited", "cited")


def _pieces(text: str, start: int, end: int, marks: Sequence[Mark], notes: dict[str, str]) -> Iterator[Piece]:
    for a, b, over in cut(start, end, (m for m in marks if m.end > m.start)):
        events = [m for m in over if m.layer == "events"]
        yield Piece(
            start=a,
            words=text[a:b],
            classes=" ".join(dict.fromkeys(x for m in over for x in (_LETTER.get(m.layer, m.layer), m.more) if x)),
            ids=tuple(dict.fromkeys(m.id for m in over if m.layer != "cited")),
            event=events[0].id if events else "",
            opens=tuple(m.id for m in over if m.layer in ("events", "cited") and max(m.start, start) == a),
            closes=tuple(m.id for m in events if m.end == b),
            note=next((notes[m.id] for m in over if m.layer == "mentions" and notes.get(m.id)), ""),
        )


def _note(e: Entity) -> str:
    """What hovering over a mention tells: code, sector and office."""
    code = "/".join(x for x in (e.code, e.sector) if x)
    return " · ".join(x for x in (code, e.office or "") if x)


def in_order(events: Sequence[Event]) -> list[Event]:
    """Events in the order of the text."""
    return sorted(events, key=lambda e: (e.trigger.start, e.trigger.end))
