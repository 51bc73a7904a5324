"""What became of positions: accusations with their answers, commitments kept and broken."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from math import inf
from typing import Final

import msgspec
from msgspec.structs import replace

from mahdar.dossier.acts import Act, in_title
from mahdar.dossier.cite import MOST, cite_acts
from mahdar.dossier.kinds import HARM
from mahdar.dossier.positions import Taken
from mahdar.dossier.types import Commitment, Exchange

_ACCUSES: Final = ("accusation", "criticism", "concern")
_PLEDGES: Final = ("promise", "agreement")
_COMMITS: Final = ("promise", "agreement", "acceptance", "concession")
_DONE: Final = frozenset(("COOPERATE", "AID", "RETREAT", "SUPPORT", "CONCEDE"))
_DEEDS: Final = frozenset(("COOPERATE", "AID", "RETREAT", "CONCEDE"))
_ENDED: Final = frozenset(("ASSAULT", "RETREAT"))  # what the nouns of an end of fighting name
_ANSWERED: Final = dt.timedelta(days=10)  # how long after an accusation an answer may come
_KEPT: Final = dt.timedelta(days=90)  # how long a commitment is followed
_SHARED: Final = 2  # words in common of a commitment and an act that keeps it
_SURE: Final = 0.5  # least confidence of an act that shows a commitment kept or broken


def exchanges(taken: Sequence[Taken]) -> list[Exchange]:
    """Accusations with the answers of the accused: the next denial by it, toward the accuser or nobody, of the same
    matter where several wait for one.
    """
    against: dict[str, list[Taken]] = defaultdict(list)
    for t in sorted(taken, key=_day):
        for accused in t.position.to if t.position.kind in _ACCUSES else ():
            against[accused].append(t)
    out: list[Exchange] = []
    for answer in taken:
        for accused in answer.position.parties if answer.position.kind == "answer" else ():
            best = _answered(answer, accused, against[accused])
            if best is not None:
                accuser = best.position.party
                out.append(
                    Exchange(accusation=best.position.id, answer=answer.position.id, accuser=accuser, accused=accused)
                )
    return out


def _day(t: Taken) -> dt.date:
    """The day of the first report of a position."""
    return t.acts[0].told[0]


def _answered(answer: Taken, me: str, against: Sequence[Taken]) -> Taken | None:
    """The accusation that an answer of a party answers, of those against it in order of time."""
    to = frozenset(answer.position.to)
    today = _day(answer)
    first = bisect_left(against, today - _ANSWERED, key=_day) if today - dt.date.min > _ANSWERED else 0
    fits = [
        x
        for x in against[first : bisect_right(against, today, key=_day)]
        if me not in x.position.parties
        and (not to or to & {*x.position.parties} or answer.terms & x.terms or _names_deed(answer, x))
    ]
    if not fits:
        return None
    best = max(fits, key=lambda x: (_alike(answer, x), bool(to & {*x.position.parties}), x.acts[0].told))
    return best if _alike(answer, best) or to & {*best.position.parties} or len(fits) == 1 else None


def _alike(one: Taken, other: Taken) -> int:
    """How much an answer and an accusation are about the same: words in common, told in one sentence, both of a
    breach, a deed called by its kind.
    """
    near = any(a.read is b.read and a.event.sentence == b.event.sentence for a in one.acts for b in other.acts)
    breach = all(any(_of_breach(a) for a in t.acts) for t in (one, other))
    return len(one.terms & other.terms) + 2 * near + 2 * breach + 2 * _names_deed(one, other)


def _names_deed(answer: Taken, accusation: Taken) -> bool:
    """Whether an answer calls a deed that a party is charged with by its kind: لا صلة لنا بالهجوم."""
    if any(_of_breach(a) for a in answer.acts):
        return False
    return any(b.event.type in HARM and b.event.type in a.clause.deeds for a in answer.acts for b in accusation.acts)


def commitments(taken: Sequence[Taken], acts: Sequence[Act]) -> list[Commitment]:
    """What parties undertook, with acts told in the ninety days after that show it kept or broken.

    Kept: the party does something good that shares two of the words of what it undertook. Broken: it does harm that
    shares one with what it undertook not to do, or to end, or somebody accuses it of a breach of that, or of its word
    when this was the last that it gave. Neither is a verdict: who says so is told.
    """
    sure = sorted((a for a in acts if a.event.confidence >= _SURE), key=lambda a: a.told)
    good, harm = _Deeds([a for a in sure if _good(a)]), _Deeds([a for a in sure if _harmful(a)])
    charges = _by_accused(a for a in sure if a.event.type == "ACCUSE" and _of_breach(a))
    reported = defaultdict(list, {party: [a.told for a in mine] for party, mine in charges.items()})
    pledges: dict[str, list[dt.date]] = defaultdict(list)
    for t in sorted(taken, key=_day):
        for party in t.position.parties if t.position.kind in _PLEDGES else ():
            pledges[party].append(_day(t))
    out: list[Commitment] = []
    for t in taken:
        if t.position.kind not in _COMMITS or not t.terms or t.acts[0].event.type == "RETREAT":
            continue  # a step that was taken binds nobody
        of: dict[bytes, Commitment] = {}  # those of whom the same is told in one line
        for party in t.position.parties:
            kept = [] if t.acts[0].undone else list(islice((a for a in good.after(t, party) if _keeps(t, a)), MOST))
            broken = list(islice((a for a in harm.after(t, party) if _breaks(t, a)), MOST))
            against = charges[party]
            told = (a for n in _after(t, reported[party]) if _charges(t, a := against[n], pledges[party]))
            broken += list(islice(told, MOST))
            made = _commitment(t, kept, broken)
            key = msgspec.json.encode(made)
            same = of.get(key)
            of[key] = replace(made, party=party) if same is None else replace(same, others=[*same.others, party])
        out += of.values()
    return out


def _commitment(t: Taken, kept: Sequence[Act], broken: Sequence[Act]) -> Commitment:
    """What became of a commitment of its first party."""
    state = "disputed" if kept and broken else "kept" if kept else "broken" if broken else "open"
    return Commitment(
        position=t.position.id,
        party=t.position.party,
        others=[],
        state=state,  # type: ignore[arg-type]
        kept=cite_acts(_each_once(kept)),
        broken=cite_acts(_each_once(broken)),
        says_kept=_sayers(kept),
        says_broken=_sayers(broken),
    )


def _each_once(shown: Sequence[Act]) -> Iterable[Act]:
    """Of acts that a report tells in its title and again the latter."""
    return {(a.same, a.read.source.first): a for a in sorted(reversed(shown), key=in_title, reverse=True)}.values()


class _Deeds:
    """Acts in order of their reports, found by their authors and by the words of what they are about."""

    def __init__(self, acts: Sequence[Act]) -> None:
        self._acts = acts
        self._told = [a.told for a in acts]
        self._of: dict[tuple[str, str], list[int]] = defaultdict(list)
        for n, a in enumerate(acts):
            for party in a.actor:
                for word in a.terms:
                    self._of[party, word].append(n)

    def after(self, t: Taken, party: str) -> Iterator[Act]:
        """Those by a party, soon after a commitment, that share a word with it."""
        span = _after(t, self._told)
        mine: set[int] = set()
        for word in t.terms if span else ():
            if found := self._of.get((party, word)):
                mine.update(found[bisect_left(found, span.start) : bisect_left(found, span.stop)])
        own = {a.same for a in t.acts}
        return (self._acts[n] for n in sorted(mine) if self._acts[n].same not in own)


def _by_accused(acts: Iterable[Act]) -> dict[str, list[Act]]:
    """Accusations by whom they are against, who is not among the authors."""
    out: dict[str, list[Act]] = defaultdict(list)
    for a in acts:
        for party in a.recipient:
            if party not in a.actor:
                out[party].append(a)
    return out


def _after(t: Taken, told: Sequence[tuple[dt.date, int, int]]) -> range:
    """Which of acts in order of their reports are reported soon after a commitment; `told`: when they were."""
    made = t.acts[0].told
    end = min(made[0], dt.date.max - _KEPT) + _KEPT
    return range(bisect_right(told, made), bisect_right(told, (end, inf)))


def _good(a: Act) -> bool:
    return a.event.type in _DONE and a.event.status == "occurred"


def _harmful(a: Act) -> bool:
    return a.event.type in HARM and a.event.status == "occurred"


def _keeps(t: Taken, a: Act) -> bool:
    """Whether an act is what a party undertook."""
    shared = t.terms & a.terms
    if a.event.type in _DEEDS and shared:  # فتح المعبر: what is done to a thing tells as much as the thing
        if a.event.type in t.acts[0].clause.deeds:
            return True
        shared |= t.acts[0].clause.nouns & a.clause.nouns
    return len(shared) >= _SHARED


def _breaks(t: Taken, a: Act) -> bool:
    """Whether an act does harm to those to whom a party undertook something, or with whom."""
    sides = {x for act in t.acts for x in (*act.actor, *act.recipient)}
    toward = not t.position.to or not a.recipient or bool(sides & set(a.recipient))
    return toward and _forbids(t) and bool(t.terms & a.terms)


def _forbids(t: Taken) -> bool:
    """Whether a commitment is to leave harm undone or to end it: عدم مهاجمة الميناء, وقف إطلاق النار."""
    first = t.acts[0]
    ended = first.clause.forms & first.read.language.ended_words
    return first.undone or bool(ended and first.clause.deeds & _ENDED)


def _charges(t: Taken, a: Act, pledges: Sequence[dt.date]) -> bool:
    """Whether an accusation of a breach is that a commitment was broken. `pledges`: days on which the party gave its
    word, in order of time.
    """
    if t.acts[0].same == a.same:
        return False
    if len(t.terms & a.terms) >= min(_SHARED, len(t.terms)):
        return True
    last = pledges[bisect_right(pledges, a.told[0]) - 1] if pledges else None
    return t.position.kind in _PLEDGES and _day(t) == last


def _of_breach(a: Act) -> bool:
    """Whether an act tells of breaking one's word."""
    known = a.read.language
    return a.frame in known.breach or bool(a.clause.forms & known.breach_words)


def _sayers(acts: Sequence[Act]) -> list[str]:
    """Who says so: of an accusation its author, else whoever vouches for the act, "" for the article."""
    return sorted({a.actor[0] if a.event.type == "ACCUSE" and a.actor else a.by for a in acts})
