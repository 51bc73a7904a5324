"""A record with what reviewers said of it, and the gold that comes of that."""

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from mahdar.coding.ontology import cameo, plover
from mahdar.desk.reviews import Part, Review, ToldEvent, ToldStatement, standing
from mahdar.record.types import Entity, Event, Interval, Mention, Names, Record, Span, Statement

_NEAR: Final = 3  # words of a statement's content that gold gives at least


class Corrected(NamedTuple):
    """A record as reviewers would have it, and what they said.

    `marks`: of events and statements, by id; `rejected`: what is not in the record any more; `vouching`: statements
    that stand only for who vouches for an event; `complete`: who said that nothing is missing.
    """

    record: Record
    marks: dict[str, Review]
    rejected: list[Event | Statement]
    vouching: frozenset[str]
    complete: Review | None


def corrected(record: Record, log: Iterable[Review], author: str | None = None) -> Corrected:
    """What the reviews of a text, or those of one author, make of its record."""
    made = _Correction(record)
    for review in standing(log, author).values():
        made.take(review)
    return made.done()


class _Correction:
    def __init__(self, record: Record) -> None:
        self.record = record
        self.entities = list(record.entities)
        self.statements = {s.id: s for s in record.statements}
        self.events = {e.id: e for e in record.events}
        self.marks: dict[str, Review] = {}
        self.vouching: set[str] = set()
        self.complete: Review | None = None

    def take(self, r: Review) -> None:
        if r.kind == "article":
            self.complete = r
            return
        found = self._found(r)
        if r.verdict == "reject":
            if found is not None:  # else the coder does not say it any more
                self.marks[found] = r
            return
        told = r.told or r.coded
        if isinstance(told, ToldEvent):
            found = self._event(found, told)
        elif isinstance(told, ToldStatement):
            found = self._statement(found, told)
        if found is not None:
            self.marks[found] = r

    def done(self) -> Corrected:
        out = {i for i, r in self.marks.items() if r.verdict == "reject"}
        events = sorted((e for i, e in self.events.items() if i not in out), key=lambda e: e.sentence)
        # what a rejected statement vouched for still has its speaker
        needed = {e.statement for e in events}
        gone = {i for i in out if i in self.statements}
        self.vouching |= gone & needed
        statements = [s for i, s in self.statements.items() if i not in gone or i in needed]
        rejected: list[Event | Statement] = [self.statements[i] for i in gone]
        rejected += [self.events[i] for i in self.events if i in out]
        record = msgspec.structs.replace(
            self.record,
            entities=self.entities,
            statements=sorted(statements, key=lambda s: s.sentence),
            events=events,
        )
        return Corrected(record, self.marks, rejected, frozenset(self.vouching), self.complete)

    def _found(self, r: Review) -> str | None:
        """What of the record a review is of: at the same place, else what overlaps it most."""
        spans: list[tuple[str, Span, str]] = (
            [(e.id, e.trigger, e.type) for e in self.events.values()]
            if r.kind == "event"
            else [(s.id, s.content, "") for s in self.statements.values() if s.id not in self.vouching]
        )
        told = r.told.type if isinstance(r.told, ToldEvent) else r.type
        near: list[tuple[bool, bool, int, str]] = []
        for id, span, type in spans:
            shared = min(span.end, r.end) - max(span.start, r.start)
            exact = (span.start, span.end) == (r.start, r.end)
            # what is rejected is the act of that type; another one at the same words is another matter
            if type == r.type or (r.verdict != "reject" and (type == told or exact)):
                near += [(type == r.type, exact, shared, id)] if shared > 0 or exact else []
        return max(near, key=lambda x: x[:3])[3] if near else None

    def _event(self, id: str | None, told: ToldEvent) -> str:
        old = self.events.get(id or "")
        if told.context is None:
            told = msgspec.structs.replace(told, context=old.context if old else [])
        if old is not None and told_event(self._now(), old) == told:
            return old.id
        new = id or _next("v", self.events)
        form = plover(told.type, told.mode, told.status)
        self.events[new] = Event(
            id=new,
            sentence=self._sentence(told.start),
            type=told.type,
            mode=told.mode,
            context=list(told.context or ()),
            status=told.status,
            polarity="negative" if told.status == "negated" else "positive",
            actor=[self._entity(p) for p in told.actor],
            recipient=[self._entity(p) for p in told.recipient],
            trigger=Span(start=told.start, end=told.end),
            time=old.time if old and told.date == _days(old) else None,
            date=Interval(from_=told.date[0], to=told.date[1]) if told.date else None,
            place=self._place(told.place, old),
            statement=self._voucher(told, old),
            topic=old.topic if old else None,
            plover=form,
            cameo=cameo(told.type, told.mode, told.status),
            confidence=1.0,
            because=old.because if old else "",
            clause=old.clause if old else None,
            condition=old.condition if old else None,
        )
        return new

    def _statement(self, id: str | None, told: ToldStatement) -> str:
        old = self.statements.get(id or "")
        now = told_statement(self._now(), old) if old else None
        if told.co_speakers is None:
            told = msgspec.structs.replace(told, co_speakers=now.co_speakers if now else [])
        if old is not None and now == told:
            return old.id
        new = id or _next("s", self.statements)
        self.statements[new] = Statement(
            id=new,
            sentence=self._sentence(told.start),
            speaker=self._entity(told.speaker) if told.speaker else None,
            co_speakers=[self._entity(p) for p in told.co_speakers or ()],
            relay=[self._entity(p) for p in told.relay],
            addressee=old.addressee if old else [],
            cue=Span(start=told.cue[0], end=told.cue[1]),
            content=Span(start=told.start, end=told.end),
            form=told.form,
            time=old.time if old else None,
        )
        return new

    def _now(self) -> Record:
        return msgspec.structs.replace(self.record, entities=self.entities, statements=list(self.statements.values()))

    def _sentence(self, at: int) -> int:
        return next((s.n for s in reversed(self.record.sentences) if s.start <= at), 0)

    def _entity(self, p: Part) -> str:
        """The entity that a reviewer means: the one of that code, sector and name, else a new one."""
        for e in self.entities:
            if (e.code, e.sector) == (p.code, p.sector) and (not p.name or e.name == p.name):
                return e.id
        id = _next("e", {e.id: e for e in self.entities})
        mentions = [Mention(start=p.start, end=p.end, how="nominal")] if p.end > p.start else []
        self.entities.append(
            Entity(
                id=id,
                kind="organization",
                name=p.name or p.code or "UNK",
                names=Names(ar=p.name or None),
                code=p.code,
                sector=p.sector,
                secondary=[],
                office=None,
                identifier=None,
                mentions=mentions,
            )
        )
        return id

    def _place(self, name: str | None, old: Event | None) -> str | None:
        if not name:
            return None
        names = {e.id: e.name for e in self.entities}
        if old and old.place and names[old.place] == name:
            return old.place
        known = next((e.id for e in self.entities if e.name == name), None)
        return known or self._entity(Part(None, None, name))

    def _voucher(self, told: ToldEvent, old: Event | None) -> str | None:
        """The statement of whoever vouches for an event: the coder's, one around the event, or one made for it."""
        if told.by is None:
            return None
        speaker = self._entity(told.by)
        code = next(e.code for e in self.entities if e.id == speaker)
        codes = {e.id: e.code for e in self.entities}
        own = self.statements.get(old.statement or "") if old else None
        if own and own.speaker and codes[own.speaker] == code:
            return own.id
        for s in self.statements.values():
            if s.speaker == speaker and s.content.start <= told.start < s.content.end:
                return s.id
        id = _next("s", self.statements)
        span = Span(start=told.start, end=told.end)
        self.statements[id] = Statement(
            id=id,
            sentence=self._sentence(told.start),
            speaker=speaker,
            co_speakers=[],
            relay=[],
            addressee=[],
            cue=Span(start=told.start, end=told.start),
            content=span,
            form="indirect",
            time=None,
        )
        self.vouching.add(id)
        return id


def _next(letter: str, known: dict[str, Any]) -> str:
    return f"{letter}{max((int(k[1:]) for k in known if k[1:].isdecimal()), default=0) + 1}"


def _days(e: Event) -> tuple[str, str] | None:
    return (e.date.from_, e.date.to) if e.date else None


def told_event(record: Record, e: Event) -> ToldEvent:
    """An event of a record as a reviewer would tell it."""
    entities = {x.id: x for x in record.entities}
    said = next((s for s in record.statements if s.id == e.statement), None)
    return ToldEvent(
        type=e.type,
        mode=e.mode,
        status=e.status,
        actor=[part(entities[i], e.trigger.start) for i in e.actor],
        recipient=[part(entities[i], e.trigger.start) for i in e.recipient],
        by=part(entities[said.speaker], e.trigger.start) if said and said.speaker else None,
        start=e.trigger.start,
        end=e.trigger.end,
        date=_days(e),
        place=entities[e.place].name if e.place else None,
        context=e.context,
    )


def told_statement(record: Record, s: Statement) -> ToldStatement:
    """A statement of a record as a reviewer would tell it."""
    entities = {x.id: x for x in record.entities}
    return ToldStatement(
        speaker=part(entities[s.speaker], s.content.start) if s.speaker else None,
        cue=(s.cue.start, s.cue.end),
        start=s.content.start,
        end=s.content.end,
        form=s.form,
        relay=[part(entities[i], s.content.start) for i in s.relay],
        co_speakers=[part(entities[i], s.content.start) for i in s.co_speakers],
    )


def part(e: Entity, at: int) -> Part:
    """An entity with its mention nearest to a place in the text."""
    near = min((m for m in e.mentions if m.end > m.start), key=lambda m: abs(m.start - at), default=None)
    return Part(e.code, e.sector, e.name, near.start if near else 0, near.end if near else 0)


# -- gold -------------------------------------------------------------------------------------------


def gold(c: Corrected, text: str) -> dict[str, Any]:
    """A reviewed article as `mahdar eval` reads it; what nobody judged stands as the coder has it."""
    record = c.record
    codes = {e.id: e.code for e in record.entities}
    speakers = {s.id: codes[s.speaker] if s.speaker else None for s in record.statements}
    entities = {e.id: e for e in record.entities}
    return {
        "id": record.doc.id,
        "lang": record.doc.lang,
        "published": record.doc.published,
        "publisher": record.doc.publisher,
        "text": text,
        "sentences": [[s.start, s.end, s.kind] for s in record.sentences],
        "events": [
            {
                "s": e.sentence,
                "type": e.type,
                "mode": e.mode,
                "trigger": text[e.trigger.start : e.trigger.end],
                "actor": [_party(entities[i], record, e.sentence, e.trigger.start, text) for i in e.actor],
                "recipient": [_party(entities[i], record, e.sentence, e.trigger.start, text) for i in e.recipient],
                "status": e.status,
                "by": speakers[e.statement] if e.statement else None,
                "date": [e.date.from_[:10], e.date.to[:10]] if e.date else None,
                "place": entities[e.place].name if e.place else None,
            }
            for e in record.events
        ],
        "statements": [_statement(s, entities, record, text) for s in record.statements if s.id not in c.vouching],
    }


def _statement(s: Statement, entities: dict[str, Entity], record: Record, text: str) -> dict[str, Any]:
    def parties(ids: Sequence[str]) -> list[dict[str, Any]]:
        return [_party(entities[i], record, s.sentence, s.cue.start, text) for i in ids]

    out = {
        "s": s.sentence,
        "speaker": parties([s.speaker])[0] if s.speaker else {"code": None},
        "relay": parties(s.relay),
        "cue": text[s.cue.start : s.cue.end],
        "content": _ends(text, record.sentences[s.sentence].start, s.content),
        "form": s.form,
    }
    return out | {"co_speakers": parties(s.co_speakers)} if s.co_speakers else out


def _party(e: Entity, record: Record, sentence: int, at: int, text: str) -> dict[str, Any]:
    """A party with its words in a sentence, those nearest to a place, else with the nearest elsewhere."""
    s = record.sentences[sentence]
    told = [m for m in e.mentions if m.end > m.start]
    here = [m for m in told if s.start <= m.start and m.end <= s.end]
    near = min(here or told, key=lambda m: abs(m.start - at), default=None)
    out: dict[str, Any] = {"code": e.code, "sector": e.sector, "text": text[near.start : near.end] if near else e.name}
    if not here:
        out["how"] = "implicit"
    return out


def _ends(text: str, sentence: int, span: Span) -> list[str]:
    """The first and last words of a stretch, as many as are needed to find it again from the start of its sentence."""
    words = text[span.start : span.end].split(" ")
    return [_first(text, sentence, span, words), _last(text, span, words)]


def _first(text: str, sentence: int, span: Span, words: Sequence[str]) -> str:
    told = ""
    for n in range(min(_NEAR, len(words)), len(words) + 1):
        told = " ".join(words[:n])
        if text.find(told, sentence) == span.start:
            break
    return told


def _last(text: str, span: Span, words: Sequence[str]) -> str:
    told = ""
    for n in range(min(_NEAR, len(words)), len(words) + 1):
        told = " ".join(words[len(words) - n :])
        if text.find(told, span.start) == span.end - len(told):
            break
    return told
