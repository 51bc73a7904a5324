"""What each party demands, offers, refuses and threatens, and where it changed its position."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from mahdar.dossier.acts import Act, in_title
from mahdar.dossier.cite import cite_acts
from mahdar.dossier.issues import Issues
from mahdar.dossier.kinds import charged, denies, kind_of
from mahdar.dossier.types import Kind, Position
from mahdar.dossier.wording import end_of, own_end, parts, words_of

_NO: Final[tuple[Kind, ...]] = ("refusal", "red-line")
_YES: Final[tuple[Kind, ...]] = ("acceptance", "concession")
# Which positions a position turns round.
_TURNED: Final[dict[Kind, tuple[Kind, ...]]] = {
    "acceptance": _NO,
    "concession": (*_NO, "demand"),
    "refusal": _YES,
    "red-line": _YES,
    "admission": ("answer",),
}
_SHARED: Final = 2  # words in common from which a yes is to the same as a no
_SOON: Final = dt.timedelta(days=10)  # how long after a denial an admission is of the same


_MATTER: Final = dt.timedelta(
    days=10
)  # how long after its first report a signing, a cancelling or a charge is that one
_DENIALS: Final = ("answer", "promise")  # what one who denies a deed, or that he will do it, is said to do
_ONE: Final = ("answer", "threat")  # of which a report seldom tells two by one party


class Taken(NamedTuple):
    """A position and the acts that tell it, the earliest first."""

    position: Position
    acts: list[Act]
    terms: frozenset[str]

    @property
    def day(self) -> dt.date:
        """Its day, or that of its first report."""
        return self.acts[0].day or dt.date.min


class _Found(NamedTuple):
    """The acts that tell a position, the earliest first; `parties`: who take it, in the order of their mention."""

    parties: list[str]
    kind: Kind
    acts: list[Act]

    @property
    def terms(self) -> frozenset[str]:
        return frozenset().union(*(a.terms for a in self.acts))


def positions(
    acts: Sequence[Act], issues: Issues, issue_ids: dict[str, str], wanted: frozenset[str] = frozenset()
) -> list[Taken]:
    """The positions that acts take, each once, in order of time.

    Args:
        issue_ids: core of an issue -> its id.
        wanted: parties that are asked for: of several that take a position together they are named first.
    """
    groups: dict[tuple[Kind, str, str], list[tuple[Act, list[str]]]] = defaultdict(list)
    # who speaks of others' harm in a sentence owns up to none in it
    accusing = {(a.place, p) for a in acts if a.kind == "accusation" for p in a.actor}
    kinds = [kind_of(a) for a in acts]
    answers: dict[tuple[tuple[int, int], str], list[Act]] = defaultdict(list)
    for a, kind in zip(acts, kinds, strict=True):
        for p in a.actor if kind == "answer" and not denies(a) else ():
            answers[a.place, p].append(a)
    for a, kind in zip(acts, kinds, strict=True):
        if kind is None or not a.actor or not _takes(a, kind):
            continue
        near = (x for p in a.actor for x in answers.get((a.place, p), ()))
        if kind in _DENIALS and denies(a) and any(kind == "answer" or _holds(x, a) for x in near):
            continue  # part of the answer: رفضت الاتهام مؤكدة أنها لم تهاجم ولن تهاجم أحدا
        mine = [p for p in a.actor if kind != "admission" or (a.place, p) not in accusing]
        if mine:
            groups[kind, a.same, ""].append((a, mine))
    charges = {(a.place, by, to) for a in acts if a.kind == "accusation" for by in a.actor for to in a.recipient}
    for a in acts:
        if charged(a) and not any((a.place, a.by, to) in charges for to in a.actor):
            groups["accusation", a.same, a.by].append((a, [a.by]))
    found: list[_Found] = []
    for (kind, *_), group in groups.items():
        for told in _of_one_matter(sorted(group, key=lambda x: x[0].told)):
            parties = dict.fromkeys(p for _, mine in told for p in mine)
            found.append(_Found(sorted(parties, key=lambda p: p not in wanted), kind, [a for a, _ in told]))
    found = _once(_with_titles(found))
    found.sort(key=lambda x: (x.acts[0].order, x.parties, x.kind))
    clauses: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
    for f in found:
        for a in f.acts:
            clauses[a.place].add((a.start, a.end))
    out = []
    for n, f in enumerate(found, 1):
        own = {(a.start, a.end) for a in f.acts}
        first = max(f.acts, key=_fullness)
        body = [a for a in f.acts if in_title(a) == in_title(first)]
        ends = ((a, end_of(a, clauses[a.place] - own)) for a in (first, *body))
        issue = next((i for a, end in ends if (i := issues.of(a, own_end(a, end) - a.start)) is not None), None)
        words = words_of(first, clauses[first.place] - own)
        out.append(_taken(f"p{n}", f, first, words, issue_ids.get(issue.core) if issue else None))
    return _changes(out)


def _holds(one: Act, other: Act) -> bool:
    """Whether the clause of an act holds that of another in its sentence."""
    return one.start <= other.start and other.end <= one.end


def _of_one_matter(told: Sequence[tuple[Act, list[str]]]) -> list[list[tuple[Act, list[str]]]]:
    """Divide acts that are taken for one where those of two reports have no noun in common: two demands of a day."""
    out: list[list[tuple[Act, list[str]]]] = []
    for act, parties in told:
        home = next((one for one in out if any(_one_matter(act, other) for other, _ in one)), None)
        if home is None:
            out.append([(act, parties)])
        else:
            home.append((act, parties))
    return out


def _one_matter(one: Act, other: Act) -> bool:
    same_report = one.read.source.first == other.read.source.first
    return same_report or not one.terms or not other.terms or bool(one.terms & other.terms)


def _takes(a: Act, kind: Kind) -> bool:
    """Whether an act that has a kind takes a position: it occurred, or is an undertaking or a denial."""
    if a.event.status == "planned":
        return kind in ("agreement", "promise") and a.frame not in a.read.language.ceremonies  # that is a meeting
    return a.event.status == "occurred" or denies(a)


def _with_titles(found: list[_Found]) -> list[_Found]:
    """Give what only a title tells to the position in its report that tells it again."""
    out: list[_Found] = []
    titles: list[_Found] = []
    for x in found:
        (titles if all(in_title(a) for a in x.acts) else out).append(x)
    homes: dict[tuple[str, Kind, int], list[_Found]] = defaultdict(list)
    for x in out:
        for n in dict.fromkeys(a.read.source.n for a in x.acts):
            for party in x.parties:
                homes[party, x.kind, n].append(x)
    for x in titles:
        near = {id(h): h for a in x.acts for p in x.parties for h in homes[p, x.kind, a.read.source.n]}
        alone = len(near) == 1 and x.kind in _ONE
        home = next((h for h in near.values() if alone or x.terms & h.terms), None)
        if home is None:
            out.append(x)
        else:
            _join(home, x)
    return out


def _once(found: list[_Found]) -> list[_Found]:
    """Give what only refers to a signing, as "a day after the signing of the agreement", to the signing itself; all
    that tells of one cancelling to one; and harm that a party tells of another to its accusation of that.
    """
    out: list[_Found] = []
    earlier: dict[tuple[str, Kind], list[_Found]] = defaultdict(list)
    for x in sorted(found, key=lambda x: x.acts[0].told):
        of_one = _of_one(x)
        home = _home(x, earlier[x.parties[0], x.kind], of_one) if of_one else None
        if home is not None:
            _join(home, x)
            continue
        out.append(x)
        for party in x.parties if of_one else ():
            earlier[party, x.kind].append(x)
    return out


def _home(x: _Found, earlier: Sequence[_Found], of_one: Callable[[_Found, _Found], bool]) -> _Found | None:
    """The latest of earlier positions, in order of their reports, that is one with this."""
    for other in reversed(earlier):
        if x.acts[0].told[0] - other.acts[0].told[0] > _MATTER:
            return None
        if of_one(x, other):
            return other
    return None


def _of_one(x: _Found) -> Callable[[_Found, _Found], bool] | None:
    """What tells whether a position is one with an earlier one; None where nothing does but the linking of acts."""
    if x.kind == "accusation":
        return _same_charge
    if x.kind == "agreement" and all(a.frame in a.read.language.ceremonies for a in x.acts):
        return _refers
    if x.kind == "refusal" and all(a.frame in a.read.language.cancelled for a in x.acts):
        return _among
    return None


def _among(x: _Found, other: _Found) -> bool:
    return set(x.parties) <= set(other.parties)


def _same_charge(x: _Found, other: _Found) -> bool:
    """Whether one accuses of a deed and the other tells it, both by the same party of the same."""
    if x.parties != other.parties or len(x.terms & other.terms) < _SHARED:
        return False
    return any(
        charged(a) and not charged(b) and a.event.type in b.clause.deeds and {*a.actor} & {*b.recipient}
        for one, two in ((x, other), (other, x))
        for a in one.acts
        for b in two.acts
    )


def _refers(x: _Found, signing: _Found) -> bool:
    """Whether what tells of a signing tells nothing that the signing itself does not: توقيع الاتفاق."""
    if not _among(x, signing) or any(a.clause.forms & a.read.language.another for a in x.acts):
        return False
    noun = all(w.part == "noun" for a in x.acts for w in a.clause.words if a.in_trigger(w.start))
    return noun or x.terms <= signing.terms


def _join(home: _Found, more: _Found) -> None:
    home.acts.extend(more.acts)
    home.acts.sort(key=lambda a: a.told)


def _taken(id: str, f: _Found, first: Act, words: str, issue: str | None) -> Taken:
    acts, party = f.acts, f.parties[0]
    condition, consequence = parts(first)
    to = dict.fromkeys(p for a in acts for p in (a.actor if charged(a) else a.recipient) if p not in f.parties)
    by = {a.by for a in acts if not charged(a)}
    called_off = first.frame in first.read.language.cancelled  # the day told is the meeting's
    dated = None if called_off else first.since or first.spoken
    day = dated or (acts[0].read.source.day if first.since and not dated else acts[0].day)
    position = Position(
        id=id,
        party=party,
        others=f.parties[1:],
        kind=f.kind,
        issue=issue,
        to=list(to),
        speaker=next((n for a in acts for i in _speakers(a, party) if (n := _person(a, i, party))), None),
        by=by.pop() if len(by) == 1 and "" not in by else None,
        day=day.isoformat() if day else None,
        dated=dated is not None,
        words=words,
        condition=condition,
        consequence=consequence,
        reports=len({a.read.source.first for a in acts}),
        changes=None,
        cited=cite_acts(acts),
    )
    return Taken(position, acts, f.terms)


def _fullness(a: Act) -> tuple[bool, bool, int]:
    """Which of several reports tells most: with the condition, not a title, more words."""
    return (a.event.condition is not None, not in_title(a), a.end - a.start)


def _speakers(a: Act, party: str) -> list[str]:
    """Who may have uttered a position: its actors, but of a charge, or else whoever vouches for it."""
    said = a.read.statements.get(a.event.statement or "")
    teller = [said.speaker] if said is not None and said.speaker and party == a.by else []
    return teller if charged(a) else [*a.event.actor, *teller]


def _person(a: Act, id: str, party: str) -> str | None:
    e = a.read.entities[id]
    if a.read.parties[id] != party or e.kind != "person":
        return None
    return e.names.ar or e.name if any(m.how == "name" for m in e.mentions) else None


def _changes(taken: list[Taken]) -> list[Taken]:
    """Mark where a party says yes to what it said no to or no to what it said yes to, drops a demand, or owns up to
    what it denied.
    """
    out: list[Taken] = []
    held: dict[tuple[str, Kind], list[Taken]] = defaultdict(list)
    for t in taken:
        p = t.position
        before = [
            next((o for o in reversed(held[party, k]) if _changed(o, t)), None)
            for party in p.parties
            for k in _TURNED.get(p.kind, ())
        ]
        latest = max((o for o in before if o is not None), key=lambda o: o.acts[0].told, default=None)
        if latest is not None:
            t = t._replace(position=replace(p, changes=latest.position.id))
        out.append(t)
        for party in p.parties:
            held[party, p.kind].append(t)
    return out


def _changed(before: Taken, after: Taken) -> bool:
    """Whether a position turns round one of the same party: both about the same, the other told before."""
    if before.acts[0].told >= after.acts[0].told:
        return False
    if after.position.kind == "admission":
        soon = after.acts[0].told[0] - before.acts[0].told[0] <= _SOON
        denied = (a for a in before.acts if a.kind == "answer")  # not the refusal of a charge
        return soon and any(after.acts[0].event.type in a.clause.deeds for a in denied)
    if before.terms.isdisjoint(after.terms):
        return False
    least = min(_SHARED, len(before.terms), len(after.terms))
    return len(before.terms & after.terms) >= least
