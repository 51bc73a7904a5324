"""Which events of different articles are the same act.

Two are one if type and status are the same, their parties, days and places can be, and the words have something in
common beside the names of the parties. Parties can be the same where one report names fewer, on the evidence of more of
the words. An act has no place or day of its own where no article tells one.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache, cached_property, lru_cache
from itertools import combinations
from typing import Any, Final, NamedTuple

from mahdar.language.pack import pack
from mahdar.text.fold import plain

RULES: Final = "3"  # of this module: where another number stands, archives are linked anew
_WORD: Final = re.compile(r"\w+")
_CLITICS: Final = re.compile("^[وف]?[بكل]?(ال)?")
_SHORT: Final = 3  # letters from which a word tells something of what is spoken of
_COMMON: Final = 0.25  # share of such words of the shorter sentence
# The same where one report names fewer parties, and in one report, where a body tells again what its title told: else
# two sentences tell two acts.
_SAME: Final = 0.5
_NAME: Final = 4  # letters by which a word is known as the name of a party, whatever its ending: كينيا، الكيني
_PRONOUN: Final = re.compile("(?<=...)(ها|هم|ه)$")
# Acts of words: the same party may say several things to another on one day.
_OF_WORDS: Final = frozenset(("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
MUTUAL: Final = ("AGREE", "CONSULT", "COOPERATE")
_NAMING: Final = ("state", "capital", "byname", "adjective", "organization", "bloc")
_BY_PHONE: Final = "phone"
_UNKNOWN: Final = "UNK"
_ANYBODY: Final = "*"
_OPEN: Final = 20  # acts of one kind and the same parties that may still be told of
_TALKS: Final = 3  # participants of talks that may be the same though a report names more of them
_CROWD: Final = 6  # participants of talks of which each is named, or none is sought
# An undated act is of the day of the report or the two before: what a report tells without a date is news.
NEWS: Final = timedelta(days=2)


class Told(NamedTuple):
    """An event as far as occurrences go.

    `report`: the article, or the first of its copies; `trigger`: the word that tells it; `words`: its
    sentence; `superseded`: its outlet corrected the article later.
    """

    sha256: str
    event: str
    report: str
    type: str
    mode: str | None
    status: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    since: date | None
    until: date | None
    published: date | None
    place: str | None
    trigger: str
    words: str
    superseded: bool = False


class Link(NamedTuple):
    """An event and the act that it tells. `counted`: the one that stands for the act where acts are counted; none does
    for an act that only articles tell which were corrected since.
    """

    sha256: str
    event: str
    occurrence: str
    counted: bool


class _Event:
    """An event as it is compared."""

    def __init__(self, t: Told) -> None:
        self.told, self.days = t, _days(t)
        self.mutual = t.type in MUTUAL
        self.nodes = nodes(t.type, t.actor, t.recipient)
        self.actor = frozenset((*t.actor, *t.recipient) if self.mutual else t.actor)
        self.recipient = frozenset(() if self.mutual else t.recipient) - {_UNKNOWN}

    @cached_property
    def telling(self) -> frozenset[str]:
        """The words that say what is spoken of, parties and the word for an act of words left out."""
        names, stems = _names(frozenset((*self.told.actor, *self.told.recipient)))
        out = _telling(self.told.words) - _telling(self.told.trigger) - names
        return frozenset(w for w in out if not w.startswith(stems))

    def drawers(self) -> list[tuple[object, ...]]:
        """Where acts lie that may be the same: what two have in common of which the parties can be the same."""
        if not self.mutual:
            return [(a, r) for a in self.nodes for r in sorted(self.recipient) or ("",)]
        return [(n,) for n in self.nodes]

    def sought(self) -> list[tuple[object, ...]]:
        """Where such acts are looked for: those of no recipient may be toward any."""
        if self.mutual:
            return self.drawers()
        toward = ("", *sorted(self.recipient)) if self.recipient else ("", _ANYBODY)
        return [(a, r) for a in self.nodes for r in toward]


class _Act:
    """An act as told so far: the days and the place that all who tell it allow."""

    def __init__(self, n: int, e: _Event) -> None:
        self.n, self.first, self.days, self.place, self.mode = n, e, e.days, e.told.place, e.told.mode
        self.reports = {e.told.report}
        self.stands = not e.told.superseded

    def fits(self, e: _Event) -> bool:
        t, first = e.told, self.first.told
        if self.days is not None and e.days is not None:
            if not (e.days[0] <= self.days[1] and self.days[0] <= e.days[1]):
                return False
        elif self.days is not None or e.days is not None:
            return False  # of no known day at all: not even that of its report
        if self.place and t.place and self.place != t.place:
            return False
        if (self.mode == _BY_PHONE) != (t.mode == _BY_PHONE):
            return False  # other modes are a matter of wording: a raid, a bombardment
        same = self.same_parties(e)
        if not same and not _may_be_same(self.first, e):
            return False
        again = t.report in self.reports
        if e.mutual and t.type not in _OF_WORDS and not again:
            return same or (first.since is not None and t.since is not None)
        one, other = self.first.telling, e.telling
        least = min(len(one), len(other))
        if least == 0:
            return same
        share = len(one & other) / least
        return share >= _SAME if again or not same else share >= _COMMON if t.type in _OF_WORDS else share > 0

    def same_parties(self, e: _Event) -> bool:
        return self.first.actor == e.actor and self.first.recipient == e.recipient

    def take(self, e: _Event) -> None:
        if self.days is not None and e.days is not None:
            self.days = (max(self.days[0], e.days[0]), min(self.days[1], e.days[1]))
        self.place = self.place or e.told.place
        self.reports.add(e.told.report)
        self.stands = self.stands or not e.told.superseded


def occurrences(told: Iterable[Told]) -> list[Link]:
    """The act of each event; events that share none stand for themselves. The order of the events does not matter.

    Of several acts that an event may tell it tells one of the very same parties, if there is one, and the latest.
    Within one report two events are one act only if their sentences say much the same, as title and body do.
    """
    groups: dict[tuple[str, str], list[Told]] = {}
    for t in told:
        groups.setdefault((t.type, t.status), []).append(t)
    out: list[Link] = []
    for key in sorted(groups):
        mine: list[tuple[_Act, Told]] = []
        drawers: dict[Any, list[_Act]] = {}
        for n, t in enumerate(sorted(groups[key], key=_in_time)):
            e = _Event(t)
            near = {a.n: a for d in e.sought() for a in drawers.get(d, ())[-_OPEN:]}
            act = max((a for a in near.values() if a.fits(e)), key=lambda a: (a.same_parties(e), a.n), default=None)
            if act is None:
                act = _Act(n, e)
                for d in e.drawers():
                    drawers.setdefault(d, []).append(act)
                    if not e.mutual and e.recipient:
                        drawers.setdefault((d[0], _ANYBODY), []).append(act)
            else:
                act.take(e)
            mine.append((act, t))
        for act, t in mine:
            first = act.first.told
            out.append(Link(t.sha256, t.event, f"{first.sha256[:16]}-{first.event}", t is first and act.stands))
    return out


def nodes(type: str, actor: Iterable[str], recipient: Iterable[str]) -> list[tuple[str, ...]]:
    """What an event has in common with every other that may be the same act: of talks its participants, or each three
    of them, else each known author, else its object; nothing where nobody is known.
    """
    if type in MUTUAL:
        both = sorted({*actor, *recipient})
        if not _known(both):
            return []
        return list(combinations(both, _TALKS)) if _TALKS <= len(both) <= _CROWD else [tuple(both)]
    return [(a,) for a in sorted(_known(actor))] or [("", r) for r in sorted(_known(recipient))]


def _may_be_same(one: _Event, other: _Event) -> bool:
    """Whether the parties of two events may be the same though they are not: one names no others than the other does,
    and of talks three at least: two of the three who meet may well meet by themselves.
    """
    if not (one.actor <= other.actor or other.actor <= one.actor):
        return False
    if one.mutual:
        return min(len(one.actor), len(other.actor)) >= _TALKS
    return one.recipient <= other.recipient or other.recipient <= one.recipient


def _known(codes: Iterable[str]) -> set[str]:
    return set(codes) - {_UNKNOWN}


def _days(t: Told) -> tuple[date, date] | None:
    if t.since is not None:
        return t.since, t.until or t.since
    return (t.published - NEWS, t.published) if t.published is not None else None


def _in_time(t: Told) -> tuple[date, date, str, str]:
    days = _days(t) or (date.min, date.min)
    return (*days, t.sha256, t.event)


@lru_cache(maxsize=1 << 12)
def _telling(words: str) -> frozenset[str]:
    """Words that say what is spoken of: folded, without what is written together with them, none that all use."""
    return frozenset(w for w in _bare(words) if len(w) >= _SHORT) - _of_all()


@cache
def _of_all() -> frozenset[str]:
    return frozenset(_stem(w) for w in pack("ar").cues.of_every_report)


@lru_cache(maxsize=1 << 12)
def _names(codes: frozenset[str]) -> tuple[frozenset[str], tuple[str, ...]]:
    """What parties, their capitals and their people are called: short words, and the beginnings of longer ones."""
    words = frozenset(w for code in codes for w in _called().get(code, ()))
    return words, tuple(sorted({w[:_NAME] for w in words if len(w) >= _NAME}))


@cache
def _called() -> dict[str, list[str]]:
    out: dict[str, list[str]] = {}
    for e in pack("ar").world.entries:
        if e.kind in _NAMING:
            out.setdefault(e.code, []).extend(w for w in _bare(e.ar) if len(w) >= _SHORT)
    return out


def _bare(words: str) -> list[str]:
    return [_stem(w) for w in _WORD.findall(plain(words))]


@lru_cache(maxsize=1 << 16)
def _stem(word: str) -> str:
    """A folded word without the article, the clitics before it, and the pronoun behind."""
    stem = _CLITICS.sub("", word)
    return _PRONOUN.sub("", stem if len(stem) >= _SHORT else word)
