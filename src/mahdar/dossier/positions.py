"""What each party demands, offers, refuses and threatens; accusations and their answers; commitments and what became of
them; where a party changed its position.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from mahdar.dossier.acts import Act, in_title
from mahdar.dossier.cite import cite_acts
from mahdar.dossier.issues import Issues
from mahdar.dossier.types import Commitment, Exchange, Kind, Position

# What a position says of what is on the table: yes or no. Others say neither.
_STANCE: Final[dict[str, int]] = {
    "acceptance": 1, "agreement": 1, "concession": 1, "refusal": -1, "red-line": -1,
}  # fmt: skip
_GIVES_WAY: Final = frozenset((("demand", "concession"), ("answer", "admission")))
_COMMITS: Final = ("promise", "agreement", "acceptance", "concession")
_OPPOSITE: Final = 2  # terms in common from which a yes answers a no
_ANSWERED: Final = dt.timedelta(days=10)  # how long after an accusation an answer may come
_KEPT: Final = dt.timedelta(days=90)  # how long a commitment is followed
_HARM: Final = frozenset(("ASSAULT", "MOBILIZE", "SANCTION"))
_DONE: Final = frozenset(("CONSULT", "COOPERATE", "AID", "RETREAT", "SUPPORT", "CONCEDE", "AGREE"))
_SURE: Final = 0.5  # least confidence of an act that shows a commitment kept or broken


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
    for a in acts:
        kind = _kind(a)
        if kind is None or not a.actor or a.frame in a.read.language.cancelled:
            continue
        if a.event.status == "occurred" or (a.event.status == "planned" and kind in ("agreement", "promise")):
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
    for party, kind, acts in titles:
        home = next(
            (
                mine
                for p, k, mine in out
                if (p, k) == (party, kind) and any(a.read is b.read and a.terms & b.terms for a in acts for b in mine)
            ),
            None,
        )
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
    if a.kind == "refusal" and any(w.form in a.read.language.accusing_words for w in a.words):
        return "answer"
    if a.kind is None and a.event.type in _HARM and a.by in a.actor:
        return "admission"
    return a.kind  # type: ignore[return-value]  # the kinds of the language's table


def _charged(a: Act) -> bool:
    """Whether somebody tells of harm that another does: by saying so it accuses."""
    harm = a.event.type in _HARM or a.event.type == "COERCE"
    return harm and a.event.status == "occurred" and bool(a.actor) and a.by not in ("", "UNK", *a.actor)


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
    for t in taken:
        before = next((o for o in reversed(out) if _changed(o, t)), None)
        if before is not None:
            t = t._replace(position=replace(t.position, changes=before.position.id))
        out.append(t)
    return out


def _changed(before: Taken, after: Taken) -> bool:
    one, other = before.position.kind, after.position.kind
    opposite = _STANCE.get(one, 0) * _STANCE.get(other, 0) < 0 or (one, other) in _GIVES_WAY
    if not opposite or before.position.party != after.position.party or before.acts[0].told >= after.acts[0].told:
        return False
    if other == "admission":
        soon = after.acts[0].told[0] - before.acts[0].told[0] <= _ANSWERED
        denied = (a for a in before.acts if a.kind == "answer")  # not the refusal of a charge
        return soon and any(after.acts[0].event.type in a.deeds for a in denied)
    least = min(_OPPOSITE, max(1, min(len(before.terms), len(after.terms))))
    return len(before.terms & after.terms) >= least


def exchanges(taken: Sequence[Taken]) -> list[Exchange]:
    """Accusations with the answers of the accused: the next denial by it, toward the accuser or nobody, of the same
    matter where several wait for one.
    """
    out: list[Exchange] = []
    answers = [t for t in taken if t.position.kind == "answer"]
    accusations = [t for t in taken if t.position.kind in ("accusation", "criticism", "concern")]
    for answer in answers:
        me = answer.position.party
        fits = [
            x
            for x in accusations
            if me in x.position.to
            and x.position.party != me
            and (not answer.position.to or x.position.party in answer.position.to or answer.terms & x.terms)
            and dt.timedelta(0) <= answer.acts[0].told[0] - x.acts[0].told[0] <= _ANSWERED
        ]
        if not fits:
            continue
        best = max(fits, key=lambda x: (_alike(answer, x), x.position.party in answer.position.to, x.acts[0].told))
        if _alike(answer, best) or best.position.party in answer.position.to or len(fits) == 1:
            out.append(
                Exchange(
                    accusation=best.position.id, answer=answer.position.id, accuser=best.position.party, accused=me
                )
            )
    return out


def _alike(one: Taken, other: Taken) -> int:
    """How much two positions are about the same: words in common, told in one sentence, both of a breach."""
    near = any(a.read is b.read and a.event.sentence == b.event.sentence for a in one.acts for b in other.acts)
    breach = all(any(_of_breach(a) for a in t.acts) for t in (one, other))
    return len(one.terms & other.terms) + 2 * near + 2 * breach


def commitments(taken: Sequence[Taken], acts: Sequence[Act]) -> list[Commitment]:
    """What parties undertook, with later acts that show it kept or broken.

    Kept: the party does something good that shares two of the words of what it undertook. Broken: it does harm that
    shares one, or somebody accuses it of a breach. Neither is a verdict: who says so is told.
    """
    out = []
    later = [a for a in acts if a.event.confidence >= _SURE]
    for t in taken:
        p = t.position
        if p.kind not in _COMMITS or not t.terms:
            continue
        after = [a for a in later if a.told > t.acts[0].told and a.same != t.acts[0].same]
        after = [a for a in after if (a.day or dt.date.min) - t.day <= _KEPT]
        kept = [a for a in after if _keeps(t, a)]
        broken = [a for a in after if _breaks(t, a)]
        state = "disputed" if kept and broken else "kept" if kept else "broken" if broken else "open"
        out.append(
            Commitment(
                position=p.id,
                party=p.party,
                state=state,  # type: ignore[arg-type]
                kept=cite_acts(kept),
                broken=cite_acts(broken),
                says_kept=_sayers(kept),
                says_broken=_sayers(broken),
            )
        )
    return out


def _keeps(t: Taken, a: Act) -> bool:
    """Whether an act is what a party undertook, which was not to leave something undone."""
    made = t.acts[0]
    undone = any(w.form in made.read.language.undone_words for w in made.words)
    done = a.event.type in _DONE and a.kind not in ("promise", "offer") and a.event.status == "occurred"
    return done and not undone and t.position.party in a.actor and len(t.terms & a.terms) >= _OPPOSITE


def _breaks(t: Taken, a: Act) -> bool:
    """Whether an act does harm to those to whom a party undertook something, or accuses it of a breach."""
    p, shared = t.position, t.terms & a.terms
    if p.party in a.actor:
        sides = {x for act in t.acts for x in (*act.actor, *act.recipient)}
        toward = not p.to or not a.recipient or bool(sides & set(a.recipient))
        return a.event.type in _HARM and a.event.status == "occurred" and bool(shared) and toward
    if p.party not in a.recipient or a.event.type != "ACCUSE":
        return False
    of_breach = a.frame in a.read.language.breach or _of_breach(a)
    return of_breach and (bool(shared) or p.kind in ("promise", "agreement"))


def _of_breach(a: Act) -> bool:
    """Whether an accusation is of breaking one's word."""
    return any(w.form in a.read.language.breach_words for w in a.words)


def _sayers(acts: Sequence[Act]) -> list[str]:
    """Who says so: of an accusation its author, else whoever vouches for the act, "" for the article."""
    return sorted({a.actor[0] if a.event.type == "ACCUSE" and a.actor else a.by for a in acts})
