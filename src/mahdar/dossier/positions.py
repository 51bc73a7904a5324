"""What each party demands, offers, refuses and threatens, and where it changed its position."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from mahdar.dossier.acts import Act, in_title
from mahdar.dossier.cite import cite_acts
from mahdar.dossier.issues import Issues
from mahdar.dossier.types import Kind, Position

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
HARM: Final = frozenset(("ASSAULT", "MOBILIZE", "SANCTION"))
_SHARED: Final = 2  # words in common from which a yes is to the same as a no
_SOON: Final = dt.timedelta(days=10)  # how long after a denial an admission is of the same


class Taken(NamedTuple):
    """A position and the acts that tell it, the earliest first."""

    position: Position
    acts: list[Act]
    terms: frozenset[str]

    @property
    def day(self) -> dt.date:
        """Its day, or that of its first report."""
        return self.acts[0].day or dt.date.min


def positions(acts: Sequence[Act], issues: Issues, issue_ids: dict[str, str]) -> list[Taken]:
    """The positions that acts take, each once, in order of time; `issue_ids`: core of an issue -> its id."""
    groups: dict[tuple[str, Kind, str], list[Act]] = defaultdict(list)
    # who speaks of others' harm in a sentence owns up to none in it
    accusing = {(a.read.source.n, a.event.sentence, p) for a in acts if a.kind == "accusation" for p in a.actor}
    answering = {(a.read.source.n, a.event.sentence, p) for a in acts if a.kind == "answer" for p in a.actor}
    for a in acts:
        kind = _kind(a)
        if kind is None or not a.actor or a.frame in a.read.language.cancelled:
            continue
        denies = kind == "answer" and _denies(a)
        if denies and any((a.read.source.n, a.event.sentence, p) in answering for p in a.actor):
            continue
        if denies or a.event.status == "occurred" or (a.event.status == "planned" and kind in ("agreement", "promise")):
            for party in a.actor:
                if kind != "admission" or (a.read.source.n, a.event.sentence, party) not in accusing:
                    groups[party, kind, a.same].append(a)
    charges = {
        (a.read.source.n, a.event.sentence, by, to)
        for a in acts
        if a.kind == "accusation"
        for by in a.actor
        for to in a.recipient
    }
    for a in acts:
        if _charged(a) and not any((a.read.source.n, a.event.sentence, a.by, to) in charges for to in a.actor):
            groups[a.by, "accusation", a.same].append(a)
    found: list[tuple[str, Kind, list[Act]]] = []
    for (party, kind, _), mine in groups.items():
        mine.sort(key=lambda a: a.told)
        found.append((party, kind, mine))
    found = _with_titles(found)
    found.sort(key=lambda x: (x[2][0].order, x[0], x[1]))
    out = []
    for n, (party, kind, mine) in enumerate(found, 1):
        first = max(mine, key=_fullness)
        issue = next((i for a in (first, *mine) if (i := issues.of(a)) is not None), None)
        out.append(_taken(f"p{n}", party, kind, mine, first, issue_ids.get(issue.core) if issue else None))
    return _changes(out)


def _with_titles(found: list[tuple[str, Kind, list[Act]]]) -> list[tuple[str, Kind, list[Act]]]:
    """Give what only a title tells to the position in its report that tells it again."""
    out: list[tuple[str, Kind, list[Act]]] = []
    titles: list[tuple[str, Kind, list[Act]]] = []
    for x in found:
        (titles if all(in_title(a) for a in x[2]) else out).append(x)
    homes: dict[tuple[str, Kind, int], list[list[Act]]] = defaultdict(list)
    for party, kind, acts in out:
        for n in {a.read.source.n for a in acts}:
            homes[party, kind, n].append(acts)
    for party, kind, acts in titles:
        told = frozenset().union(*(a.terms for a in acts))
        near = (mine for a in acts for mine in homes[party, kind, a.read.source.n])
        home = next((mine for mine in near if any(told & b.terms for b in mine)), None)
        if home is None:
            out.append((party, kind, acts))
        else:
            home += acts
            home.sort(key=lambda a: a.told)
    return out


def _taken(id: str, party: str, kind: Kind, acts: list[Act], first: Act, issue: str | None) -> Taken:
    condition, consequence = _parts(first)
    to = dict.fromkeys(p for a in acts for p in (a.actor if _charged(a) else a.recipient) if p != party)
    by = {a.by for a in acts if not _charged(a)}
    position = Position(
        id=id,
        party=party,
        kind=kind,
        issue=issue,
        to=list(to),
        speaker=next((n for a in acts for i in _speakers(a, party) if (n := _person(a, i, party))), None),
        by=by.pop() if len(by) == 1 and "" not in by else None,
        day=(first.since or acts[0].day or dt.date.min).isoformat() if first.since or acts[0].day else None,
        dated=first.since is not None,
        words=first.text,
        condition=condition,
        consequence=consequence,
        reports=len({a.read.source.first for a in acts}),
        changes=None,
        cited=cite_acts(acts),
    )
    return Taken(position, acts, frozenset().union(*(a.terms for a in acts)))


def _fullness(a: Act) -> tuple[bool, bool, int]:
    """Which of several reports tells most: with the condition, not a title, more words."""
    return (a.event.condition is not None, not in_title(a), a.end - a.start)


def _kind(a: Act) -> Kind | None:
    """The kind of position that an act takes: accusations of a deed apart from criticism, the refusal of an accusation
    an answer, harm told by its own author an admission; None for acts that take none.
    """
    if a.kind == "accusation" and a.event.mode == "disapprove":
        return "criticism"
    if a.kind == "refusal" and a.clause.forms & a.read.language.accusing_words:
        return "answer"
    if _denies(a):
        return "answer"
    if a.kind is None and a.event.type in HARM and a.by in a.actor:
        return "admission"
    return a.kind  # type: ignore[return-value]  # the kinds of the language's table


def _denies(a: Act) -> bool:
    """Whether a party says that it did no harm: لم نطلق النار."""
    harm = a.event.type in HARM or a.event.type == "COERCE"
    return harm and a.event.status == "negated" and a.by in a.actor


def _charged(a: Act) -> bool:
    """Whether somebody tells of harm that another does: by saying so it accuses."""
    harm = a.event.type in HARM or a.event.type == "COERCE"
    of_others = a.by not in ("", "UNK") and a.by not in a.actor
    return harm and a.event.status == "occurred" and bool(a.actor) and of_others


def _speakers(a: Act, party: str) -> list[str]:
    """Who may have uttered a position: its actors, or of a charge whoever vouches for it."""
    said = a.read.statements.get(a.event.statement or "")
    return [said.speaker] if said is not None and said.speaker and party == a.by else a.event.actor


def _person(a: Act, id: str, party: str) -> str | None:
    e = a.read.entities[id]
    if a.read.parties[id] != party or e.kind != "person":
        return None
    return e.names.ar or e.name if any(m.how == "name" for m in e.mentions) else None


def _parts(a: Act) -> tuple[str | None, str | None]:
    """The condition of an act and what it is to lead to, in its words."""
    c = a.event.condition
    if c is None or a.event.clause is None:
        return None, None
    text = a.read.source.text
    rest = f"{text[a.start : c.start]} {text[c.end : a.end]}".strip(" ،,؛-–")
    return text[c.start : c.end], rest or None


def _changes(taken: list[Taken]) -> list[Taken]:
    """Mark where a party says yes to what it said no to or no to what it said yes to, drops a demand, or owns up to
    what it denied.
    """
    out: list[Taken] = []
    held: dict[tuple[str, Kind], list[Taken]] = defaultdict(list)
    for t in taken:
        p = t.position
        before = [
            next((o for o in reversed(held[p.party, k]) if _changed(o, t)), None) for k in _TURNED.get(p.kind, ())
        ]
        latest = max((o for o in before if o is not None), key=lambda o: o.acts[0].told, default=None)
        if latest is not None:
            t = t._replace(position=replace(p, changes=latest.position.id))
        out.append(t)
        held[p.party, p.kind].append(t)
    return out


def _changed(before: Taken, after: Taken) -> bool:
    """Whether a position turns round one of the same party: both about the same, the other told before."""
    if before.acts[0].told >= after.acts[0].told:
        return False
    if after.position.kind == "admission":
        soon = after.acts[0].told[0] - before.acts[0].told[0] <= _SOON
        denied = (a for a in before.acts if a.kind == "answer")  # not the refusal of a charge
        return soon and any(after.acts[0].event.type in a.clause.deeds for a in denied)
    least = min(_SHARED, max(1, min(len(before.terms), len(after.terms))))
    return len(before.terms & after.terms) >= least
