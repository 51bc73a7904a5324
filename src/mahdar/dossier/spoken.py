"""When words were spoken that an article tells without a day: those spoken at talks are of the day of the talks."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from mahdar.dossier.stretch import Stretch
from mahdar.dossier.terms import Word
from mahdar.record.types import Event, Interval
from mahdar.text.fold import plain

if TYPE_CHECKING:
    from mahdar.dossier.acts import Read

_TALKS: Final = "CONSULT"
_SPEECH: Final = ("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "THREATEN")
_NEAR: Final = 2  # sentences after that on talks in which one of those who held them may tell the other something


def at_talks(read: "Read") -> Mapping[str, Interval]:
    """The days of the talks at which acts were done that are told without a day: event -> days.

    So are what is said "at the call", what one of those who met told the other soon after in the article, and what the
    same sentence tells of the same party.
    """
    out: dict[str, Interval] = {}
    held: list[Event] = []
    placed: dict[tuple[int, str], Interval] = {}  # sentence and party -> days of the talks that it tells of
    for e in read.source.record.events:
        if e.status != "occurred":
            continue
        if e.type == _TALKS:
            if e.date is not None:
                held.append(e)
            continue
        words = e.type in _SPEECH or e.statement is not None
        if e.date is not None or not held or not words or not (mine := _who(read, e)):
            continue
        among = [t for t in reversed(held) if {*read.sides(t.actor)}.issuperset(mine)]
        of = next((d for p in mine if (d := placed.get((e.sentence, p)))), None) or _of(read, e, among)
        if of is not None:
            out[e.id] = of
            placed.update({(e.sentence, p): of for p in mine})
    return out


def _who(read: "Read", e: Event) -> tuple[str, ...]:
    """Who spoke: the author of an act of words, of another's deed whoever tells it."""
    actor, said = read.sides(e.actor), read.statements.get(e.statement or "")
    teller = read.sides([said.speaker]) if said is not None and said.speaker else ()
    return teller if teller and not {*teller} & {*actor} else actor


def _of(read: "Read", e: Event, among: Sequence[Event]) -> Interval | None:
    """The days of the talks, of some held by the actor and told before, the latest first, at which an act was done."""
    if not among:
        return None
    clause = e.clause or e.trigger
    for named in _points(read.stretch(e.sentence, clause.start, clause.end), read.language.during):
        of = next((t for t in among if named or t.sentence == e.sentence), None)
        if of is not None:
            return of.date
    for t in among:
        if 0 <= e.sentence - t.sentence <= _NEAR and _told_the_other(read, e, {*t.actor}):
            return t.date
    return None


def _points(clause: Stretch, during: frozenset[str]) -> Iterator[bool]:
    """Where a clause points at talks told before: true for "at the call", false for "at it"."""
    for n, w in enumerate(clause.words):
        if w.part != "prep" or w.form not in during:
            continue
        if plain(clause.text[w.start : w.end]) != w.form:  # a pronoun is written together with it
            yield False
        elif any(_names_talks(clause, x) for x in clause.words[n + 1 : n + 2]):
            yield True


def _names_talks(clause: Stretch, w: Word) -> bool:
    return w.part == "noun" and w.definite and _TALKS in clause.types(w.form)


def _told_the_other(read: "Read", e: Event, people: set[str]) -> bool:
    """Whether an act is in words of one of some people to another of them."""
    clause = e.clause or e.trigger
    return any(
        s.speaker in people and people & {*s.addressee}
        for s in read.source.record.statements
        if s.content.start <= e.trigger.start < s.content.end or clause.start <= s.cue.start < clause.end
    )
