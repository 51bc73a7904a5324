"""Assertions against the record: acts that somebody denies, that one party alone tells, or that are told differently.

No verdict: the sides stand beside each other.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, TypeVar

from mahdar.dossier.acts import PEOPLE, Act, in_title
from mahdar.dossier.cite import cite, cite_acts
from mahdar.dossier.numbers import Count
from mahdar.dossier.types import Claim, Side

_T = TypeVar("_T")
_DEEDS: Final = frozenset(("ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "RETREAT", "PROTEST", "AID"))
_MATTER: Final = dt.timedelta(days=10)  # between the reports of one matter
_CLOSE: Final = dt.timedelta(days=4)  # between days told of one act
_SHARED: Final = 2  # words that two tellings of one act have in common
_REACH: Final = 4  # words before a day: موعده الأول في
_UNKNOWN: Final = ("", "UNK")


def claims(acts: Sequence[Act]) -> list[Claim]:
    """All claims, in order of time."""
    ordered = sorted(acts, key=lambda a: a.order)
    once: dict[tuple[object, ...], Claim] = {}
    for c in (
        *_denied(ordered),
        *_belied(ordered),
        *_one_side(ordered),
        *_days(ordered),
        *_first_days(ordered),
        *_asked(ordered),
        *_numbers(ordered),
    ):
        once.setdefault((c.kind, c.type, c.about, *(s.says for s in c.sides)), c)
    return sorted(once.values(), key=lambda c: (c.day or "", c.kind, c.type, c.about))


def _denied(acts: Sequence[Act]) -> Iterator[Claim]:
    """Deeds that are told as done and as not done."""
    groups: dict[tuple[str, tuple[str, ...]], list[Act]] = defaultdict(list)
    for a in acts:
        if a.actor and (a.event.type in _DEEDS or a.event.status == "negated"):
            groups[a.event.type, a.actor].append(a)
    for (type, actor), mine in groups.items():
        no = [a for a in mine if a.event.status == "negated"]
        yes = [a for a in mine if a.event.status == "occurred"]
        used: set[str] = set()
        for n in no:
            told = [y for y in yes if _one_matter(y, n) and y.by != n.by]
            if not told or told[0].same in used:
                continue
            used.add(told[0].same)
            denials = [x for x in no if x.same == n.same or _one_matter(told[0], x)]
            yield Claim(
                kind="denied",
                type=type,
                about="+".join(actor),
                day=_day(told[0]),
                sides=[*_sides(told), *_sides(denials)],
            )


def _belied(acts: Sequence[Act]) -> Iterator[Claim]:
    """Deeds that one party says were done, by itself or a third, and of which another says that it was otherwise."""
    told = sorted(
        (a for a in acts if a.by not in _UNKNOWN and a.event.type in _DEEDS and a.event.status == "occurred"),
        key=lambda a: a.told,
    )
    denials = [a for a in acts if a.kind == "answer" and a.event.status == "occurred" and a.actor]
    denials.sort(key=lambda a: a.told)
    days = [d.told[0] for d in denials]
    otherwise: dict[Act, list[Act]] = defaultdict(list)
    for deed in told:
        last = min(deed.told[0], dt.date.max - _MATTER) + _MATTER
        for denial in denials[bisect_left(days, deed.told[0]) : bisect_right(days, last)]:
            if deed.kind == "answer" or {*denial.actor} & {deed.by, *deed.actor}:
                continue  # who denies what he is charged with answers an accusation
            if len(deed.terms & denial.terms) >= _SHARED and deed.told < denial.told:
                otherwise[denial].append(deed)
    for denial, deeds in otherwise.items():
        first = next((d for d in deeds if d.actor and not in_title(d)), deeds[0])
        yield Claim(
            kind="denied",
            type=first.event.type,
            about="+".join(first.actor or ("UNK",)),
            day=_day(first),
            sides=[*_sides([first, *(d for d in deeds if d is not first)]), *_sides([denial], denial.actor[0])],
        )


def _one_matter(one: Act, other: Act) -> bool:
    """Whether two acts of one type and author may be one: near in time, the same side, words in common."""
    if abs(one.told[0] - other.told[0]) > _MATTER:
        return False
    if one.recipient and other.recipient and not set(one.recipient) & set(other.recipient):
        return False
    return len(one.terms & other.terms) >= min(_SHARED, max(1, min(len(one.terms), len(other.terms))))


def _one_side(acts: Sequence[Act]) -> Iterator[Claim]:
    """Deeds that only one party says were done, by another."""
    groups: dict[str, list[Act]] = defaultdict(list)
    for a in acts:
        if a.event.type in _DEEDS and a.event.status == "occurred" and a.actor:
            groups[a.same].append(a)
    for mine in groups.values():
        by = {a.by for a in mine}
        sayer = next(iter(by))
        if len(by) != 1 or sayer in _UNKNOWN or sayer in mine[0].actor:
            continue
        yield Claim(
            kind="one side",
            type=mine[0].event.type,
            about="+".join(mine[0].actor or ("UNK",)),
            day=_day(mine[0]),
            sides=_sides(mine, sayer),
        )


def _days(acts: Sequence[Act]) -> Iterator[Claim]:
    """Acts that two reports put on different days."""
    groups: dict[tuple[object, ...], list[Act]] = defaultdict(list)
    for a in acts:
        if a.since is not None and (a.event.type in _DEEDS or a.event.type == "CONSULT"):
            groups[a.event.type, tuple(sorted({*a.actor, *a.recipient}))].append(a)
    for (type, parties), mine in groups.items():
        seen: set[frozenset[str]] = set()
        for one, other in _near(mine, _since):
            assert one.since is not None and other.since is not None
            apart = one.since > (other.until or other.since) or other.since > (one.until or one.since)
            if (
                apart
                and one.read.source.first != other.read.source.first
                and abs(one.since - other.since) <= _CLOSE
                and one.event.status == other.event.status
                and len(one.terms & other.terms) >= _SHARED
                and frozenset((one.same, other.same)) not in seen
            ):
                seen.add(frozenset((one.same, other.same)))
                yield Claim(
                    kind="date",
                    type=str(type),
                    about="+".join(parties),  # type: ignore[arg-type]
                    day=one.since.isoformat(),
                    sides=[*_sides([one]), *_sides([other])],
                )


def _first_days(acts: Sequence[Act]) -> Iterator[Claim]:
    """Meetings put off of which one report tells another first day than those that announced it."""
    talks = sorted((a for a in acts if a.event.type == "CONSULT" and a.since is not None), key=_since)
    planned = [a for a in talks if a.event.status == "planned" and not a.put_off]
    for late in acts:
        if late.event.type != "CONSULT" or late.event.status != "negated" or not late.put_off:
            continue
        first = late.since or _first_day(late)
        if first is None:
            continue
        near = slice(
            bisect_left(planned, first - _CLOSE, key=_since), bisect_right(planned, first + _CLOSE, key=_since)
        )
        before = [
            a
            for a in planned[near]
            if a.told < late.told
            and a.read.source.first != late.read.source.first
            and not _since(a) <= first <= (a.until or _since(a))
            and _same_sides(a, late)
        ]
        if before:
            told = min(before, key=lambda a: (abs(_since(a) - first), a.told))
            yield Claim(
                kind="date",
                type="CONSULT",
                about="+".join(sorted({*late.actor, *late.recipient})),
                day=_day(told),
                sides=[*_sides([told]), _sentence(late)],
            )


def _first_day(a: Act) -> dt.date | None:
    """The day behind "its first date" in the sentence of an act."""
    read, known = a.read, a.read.language
    sentence = read.source.record.sentences[a.event.sentence]
    for t in read.source.record.times:
        if t.value is not None and t.value.from_ and sentence.start <= t.start < sentence.end:
            before = read.stretch(a.event.sentence, sentence.start, t.start).words[-_REACH:]
            if any(w.form in known.appointed and x.form in known.first for w, x in pairwise(before)):
                return dt.date.fromisoformat(t.value.from_[:10])
    return None


def _since(a: Act) -> dt.date:
    return a.since or dt.date.min


def _asked(acts: Sequence[Act]) -> Iterator[Claim]:
    """Meetings put off at the request of this party, as one report has it, and of that, as another."""
    asked = [a for a in acts if a.event.type == "REQUEST" and a.event.status == "occurred" and a.actor and a.put_off]
    for one, other in _near(asked, lambda a: a.told[0]):
        if not {*one.actor} & {*other.actor} and one.read.source.first != other.read.source.first:
            if _same_sides(one, other):
                yield Claim(
                    kind="who asked",
                    type="CONSULT",
                    about="+".join(sorted({*one.actor, *other.actor})),
                    day=_day(one),
                    sides=[_sentence(one), _sentence(other)],
                )


def _same_sides(one: Act, other: Act) -> bool:
    """Whether the parties of two acts are the same, or those of one are among those of the other; who tells of a
    request that another made is one of them.
    """
    told = ((*a.actor, *a.recipient, a.by) for a in (one, other))
    mine, others = ({p.removesuffix(PEOPLE) for p in parties} - {*_UNKNOWN} for parties in told)
    return len(mine & others) > 1 and (mine <= others or others <= mine)


def _numbers(acts: Sequence[Act]) -> Iterator[Claim]:
    """Things that two reports of one matter count differently."""
    counted: dict[str, list[tuple[Act, Count]]] = defaultdict(list)
    for a in acts:
        if a.event.status != "occurred":
            continue
        for c in a.clause.counts:
            counted[c.what].append((a, c))
    for mine in counted.values():
        seen: set[tuple[int, int]] = set()
        for (one, few), (other, many) in _near(mine, lambda x: x[0].told[0]):
            low, high = sorted((few.many, many.many))
            if low == high or (low, high) in seen or one.read.source.first == other.read.source.first:
                continue
            if not _same_thing(one, other):
                continue
            seen.add((low, high))
            yield Claim(
                kind="number",
                type=one.event.type,
                about="+".join(one.actor or other.actor or ("UNK",)),
                day=_day(one),
                sides=[*_sides([one]), *_sides([other])],
            )


def _near(what: Iterable[_T], day: Callable[[_T], dt.date], most: dt.timedelta = _CLOSE) -> Iterator[tuple[_T, _T]]:
    """The pairs that are not too many days apart."""
    ordered = sorted(what, key=day)
    days = [day(x) for x in ordered]
    for n, one in enumerate(ordered):
        for k in range(n + 1, bisect_right(days, min(days[n], dt.date.max - most) + most, n + 1)):
            yield one, ordered[k]


def _same_thing(one: Act, other: Act) -> bool:
    parties = {*one.actor, *one.recipient} & {*other.actor, *other.recipient}
    return bool(parties) and len(one.terms & other.terms) >= _SHARED


def _sides(acts: Iterable[Act], sayer: str | None = None) -> list[Side]:
    """Who says it and where, a side each who vouches for it."""
    by: dict[str, list[Act]] = defaultdict(list)
    for a in acts:
        by[a.by if sayer is None else sayer].append(a)
    return [
        Side(
            party=who,
            says=mine[0].text,
            outlets=sorted({p for a in mine if (p := a.read.source.record.doc.publisher)}),
            cited=cite_acts(mine),
        )
        for who, mine in by.items()
    ]


def _sentence(a: Act) -> Side:
    """A side in the words of the whole sentence, where the clause does not hold what differs."""
    s = a.read.source.record.sentences[a.event.sentence]
    outlet = a.read.source.record.doc.publisher
    cited = cite(a.read, s.start, s.end)
    return Side(party=a.by, says=cited.words, outlets=[outlet] if outlet else [], cited=[cited])


def _day(a: Act) -> str | None:
    return a.day.isoformat() if a.day else None
