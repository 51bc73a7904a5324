"""Records to bytes and back, the same bytes on every machine."""

import msgspec

from mahdar.errors import RecordError
from mahdar.record.types import SCHEMA, Record


def to_json(record: Record) -> bytes:
    """The record as one line of UTF-8 JSON without the line end, keys in the order of the contract.

    U+2028, U+2029 and NEL are escaped, so that every reader agrees on where a line ends.
    """
    return one_line(msgspec.json.encode(record))


def one_line(line: bytes) -> bytes:
    """JSON with the line ends that some readers see inside a text escaped."""
    for raw, escaped in ((b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"), (b"\xc2\x85", b"\\u0085")):
        if raw in line:
            line = line.replace(raw, escaped)
    return line


def from_json(line: bytes | str) -> Record:
    """The record behind one line.

    Raises:
        RecordError: not JSON, a missing, unknown or ill-typed field, another schema, or a dangling id.
    """
    record = from_stored(line)
    check(record)
    return record


def from_stored(line: bytes | str) -> Record:
    """The record behind one line that was checked before it was stored.

    Raises:
        RecordError: not JSON, a missing, unknown or ill-typed field.
    """
    try:
        return msgspec.json.decode(line, type=Record)
    except msgspec.MsgspecError as error:
        raise RecordError(f"not a record: {error}.", mend=f"A record follows schema {SCHEMA}.") from error


def check(record: Record) -> None:
    """Refuse what types cannot say: another schema, offsets outside the text, ids that lead nowhere.

    Raises:
        RecordError: naming the field.
    """
    if record.schema != SCHEMA:
        raise RecordError(f'field "schema": {record.schema!r} is not {SCHEMA}.', mend="Code the article again.")
    entities = {e.id for e in record.entities}
    statements = {s.id for s in record.statements}
    times = {t.id for t in record.times}

    chars = record.doc.chars

    def known(ids: list[str], among: set[str], where: str) -> None:
        if not among.issuperset(ids):
            raise RecordError(f"id {next(i for i in ids if i not in among)!r} leads nowhere.", where)

    def inside(start: int, end: int, where: str) -> None:
        if not 0 <= start <= end <= chars:
            raise RecordError(f"[{start}, {end}) is outside the text of {chars} characters.", where)

    for n, s in enumerate(record.sentences):
        inside(s.start, s.end, f"sentences[{n}]")
    for e in record.entities:
        for m in e.mentions:
            if not 0 <= m.start <= m.end <= chars:  # there are many
                inside(m.start, m.end, f"entities {e.id}")
    for t in record.times:
        inside(t.start, t.end, f"times {t.id}")
    for st in record.statements:
        where = f"statements {st.id}"
        inside(st.cue.start, st.cue.end, where)
        inside(st.content.start, st.content.end, where)
        known([*([st.speaker] if st.speaker else []), *st.co_speakers, *st.relay, *st.addressee], entities, where)
    for ev in record.events:
        where = f"events {ev.id}"
        inside(ev.trigger.start, ev.trigger.end, where)
        known([*ev.actor, *ev.recipient, *([ev.place] if ev.place else [])], entities, where)
        known([ev.statement] if ev.statement else [], statements, where)
        known([ev.time] if ev.time else [], times, where)
