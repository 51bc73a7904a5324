"""One page of what matters in a dossier, by templates: each sentence a filled-in form with its citations, no model."""

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import islice
from typing import Final

from msgspec import Struct

from mahdar.dossier.types import Citation, Dossier, Meeting, Participant, Position
from mahdar.views.dossier.names import Names
from mahdar.views.wording import Wording

_WANTS: Final = ("demand", "offer", "promise", "concession", "refusal")
_AGREED: Final = ("agreement", "acceptance")
_THREATS: Final = ("threat", "red-line")
_EACH: Final = 2  # lines of one party and kind
_MEETINGS: Final = 6
_LONGEST: Final = 160  # characters of a quotation
_LAST: Final = "9999"  # a meeting without a day stands behind all others
_STATES: Final = ("under way", "held", "planned", "postponed", "cancelled")


class Line(Struct, frozen=True):
    """A sentence and where the articles tell it."""

    text: str
    cited: list[Citation]


class Section(Struct, frozen=True):
    """Lines under a heading."""

    heading: str
    lines: list[Line]


def brief(dossier: Dossier, wording: Wording) -> list[Section]:
    """The headings of a brief that have lines, few each: the latest and those that most articles tell."""
    b = _Brief(dossier, wording)
    made = [
        ("meetings", b.meetings(), _MEETINGS),
        ("agreed", b.positions(_AGREED), 3),
        ("wants", b.positions(_WANTS), 6),
        ("threats", b.positions(_THREATS), 4),
        ("moves", b.moves(), 5),
        ("disputes", b.disputes(), 5),
    ]
    told = [(key, list(islice(lines, most))) for key, lines, most in made]
    return [Section(b.wording.say("heading", key), lines) for key, lines in told if lines]


class _Brief:
    def __init__(self, dossier: Dossier, wording: Wording) -> None:
        self.dossier, self.wording = dossier, wording
        self.names = Names(dossier, wording)
        self.by_id = {p.id: p for p in dossier.positions}
        self.of: dict[tuple[str, str], list[Position]] = {}
        for p in dossier.positions:
            for party in p.parties:
                self.of.setdefault((party, p.kind), []).append(p)

    def meetings(self) -> Iterator[Line]:
        """The latest meetings, and those to come."""
        met = [m for m in self.dossier.meetings if m.state in _STATES]
        met.sort(
            key=lambda m: (m.since or (_LAST if m.state == "planned" else m.steps[0].reported or ""), len(m.cited))
        )
        for m in met[-_MEETINGS:]:
            yield Line(self._meeting(m), m.cited[:3])

    def _meeting(self, m: Meeting) -> str:
        fill = self.wording.fill
        days = "–".join(dict.fromkeys(d for d in (m.since, m.until) if d))
        told = m.steps[0].reported
        return fill(
            "brief",
            "meeting",
            format=self.wording.say("meeting", m.format),
            state=self.wording.say("state", m.state),
            parties=self.names.row(self._side(p) for p in m.participants),
            when=fill("brief", "when", day=days) if days else fill("brief", "told", day=told) if told else "",
            where=fill("brief", "where", place=self.names.place(m.place)) if m.place else "",
            about=fill("brief", "about", words=_short(m.agenda[0])) if m.agenda else "",
        )

    def _side(self, p: Participant) -> str:
        """A participant with the officials named."""
        party = self.names.party(p.party)
        people = self.names.row(self.names.person(x) for x in p.people)
        return f"{party} ({people})" if people else party

    def positions(self, kinds: Sequence[str]) -> Iterator[Line]:
        """Of each party the positions that most articles tell, then the latest; what several take once."""
        shown: set[str] = set()
        for kind in kinds:
            for party in self.dossier.parties:
                mine = self.of.get((party.id, kind), [])
                for p in nsmallest(_EACH, mine, key=_weight):
                    if p.id not in shown:
                        shown.add(p.id)
                        yield self._position(p)

    def _position(self, p: Position) -> Line:
        fill = self.wording.fill
        to = fill("brief", "to", parties=self.names.list(p.to)) if p.to else ""
        text = fill("brief", p.kind, party=self.names.list(p.parties), to=to, words=_short(p.words))
        if p.by and p.by not in p.parties:  # another says that this party wants it
            text = f"{text} · {fill('phrase', 'by', party=self.names.sayer(p.by))}"
        return Line(text, p.cited[:3])

    def moves(self) -> Iterator[Line]:
        """Changes of position and broken commitments."""
        yield from self._broken("broken")
        for p in self.dossier.positions:
            before = self.by_id.get(p.changes or "")
            if before is not None:
                party = self.names.list(p.parties)
                told = {"before": _short(before.words), "words": _short(p.words)}
                yield Line(self.wording.fill("brief", "change", party=party, **told), [*before.cited[:1], *p.cited[:1]])
        yield from self._broken("disputed")

    def _broken(self, state: str) -> Iterator[Line]:
        for c in self.dossier.commitments:
            if c.state == state:
                party, p = self.names.list(c.parties), self.by_id[c.position]
                told = {"words": _short(p.words), "evidence": _short(c.broken[0].words)}
                yield Line(self.wording.fill("brief", "broken", party=party, **told), [*p.cited[:1], *c.broken[:2]])

    def disputes(self) -> Iterator[Line]:
        """Accusations with their answers, assertions that are denied."""
        fill = self.wording.fill
        for x in self.dossier.exchanges:
            one, other = self.by_id[x.accusation], self.by_id[x.answer]
            text = fill(
                "brief",
                "exchange",
                accuser=self.names.party(x.accuser),
                accused=self.names.party(x.accused),
                words=_short(one.words),
                answer=_short(other.words),
            )
            yield Line(text, [*one.cited[:1], *other.cited[:1]])
        for c in self.dossier.claims:
            if c.kind == "denied":
                first, last = c.sides[0], c.sides[-1]
                text = fill("brief", "denied", words=_short(first.says), answer=_short(last.says))
                yield Line(text, [*first.cited[:1], *last.cited[:1]])


def _weight(p: Position) -> tuple[bool, int, bool, int]:
    """Sorts on what matters, and most is told of, first."""
    return p.issue is None, -p.reports, p.condition is None, _reversed(p.day)


def _reversed(day: str | None) -> int:
    """Sorts later days first."""
    return -int((day or "0").replace("-", ""))


def _short(words: str) -> str:
    """A quotation cut at a word."""
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"
