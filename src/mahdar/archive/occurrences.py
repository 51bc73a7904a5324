"""Which events of different articles are the same act.

Two are one if type, status and parties are the same, their days can be, their places can be, and, where the act is one
of words, the words have something in common. An act has no place or day of its own where no article tells one.
"""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from mahdar.text.fold import plain

RULES: Final = "1"  # of this module: where another number stands, archives are linked anew
_WORD: Final = re.compile(r"\w+")
_CLITICS: Final = re.compile("^[وف]?[بكل]?(ال)?")
_SHORT: Final = 4  # letters from which a word tells something of what is spoken of
_COMMON: Final = 0.25  # share of such words of the shorter sentence
# The same in one report, where a body tells again what its title told: else two sentences tell two acts.
_SAME: Final = 0.5
# Acts of words: the same party may say several things to another on one day.
_OF_WORDS: Final = frozenset(("ACCUSE", "AGREE", "CONCEDE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))
MUTUAL: Final = ("AGREE", "CONSULT", "COOPERATE")
_BY_PHONE: Final = "phone"
_OPEN: Final = 20  # acts of one kind and the same parties that may still be told of
# An undated act is of the day of the report or the two before: what a report tells without a date is news.
NEWS: Final = timedelta(days=2)


class Told(NamedTuple):
    """An event as far as occurrences go. `report`: the article, or the first of its copies."""

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
    words: str


class Link(NamedTuple):
    """An event and the act that it tells. `counted`: the one that stands for the act where acts are counted."""

    sha256: str
    event: str
    occurrence: str
    counted: bool


class _Act:
    """An act as told so far: the days and the place that all who tell it allow."""

    def __init__(self, t: Told, days: tuple[date, date] | None) -> None:
        self.first, self.days, self.place, self.mode = t, days, t.place, t.mode
        self.reports = {t.report}

    def fits(self, t: Told, days: tuple[date, date] | None) -> bool:
        if self.days is not None and days is not None and not (days[0] <= self.days[1] and self.days[0] <= days[1]):
            return False
        if (self.days is None) != (days is None):
            return False  # of no known day at all: not even that of its report
        if self.place and t.place and self.place != t.place:
            return False
        if (self.mode == _BY_PHONE) != (t.mode == _BY_PHONE):
            return False  # other modes are a matter of wording: a raid, a bombardment
        again = t.report in self.reports
        if not again and t.type not in _OF_WORDS:
            return True
        one, other = _telling(self.first.words), _telling(t.words)
        least = min(len(one), len(other))
        return least == 0 or len(one & other) / least >= (_SAME if again else _COMMON)

    def take(self, t: Told, days: tuple[date, date] | None) -> None:
        if self.days is not None and days is not None:
            self.days = (max(self.days[0], days[0]), min(self.days[1], days[1]))
        self.place = self.place or t.place
        self.reports.add(t.report)


def occurrences(told: Iterable[Told]) -> list[Link]:
    """The act of each event; events that share none stand for themselves. The order of the events does not matter.

    Within one report two events are one act only if their sentences say much the same, as title and body do.
    """
    groups: dict[tuple[object, ...], list[Told]] = {}
    for t in told:
        sides: tuple[object, ...] = (t.actor, t.recipient)
        if t.type in MUTUAL:
            sides = (tuple(sorted({*t.actor, *t.recipient})),)
        groups.setdefault((t.type, t.status, *sides), []).append(t)
    out: list[Link] = []
    for key in sorted(groups, key=repr):
        acts: list[_Act] = []
        mine: list[tuple[_Act, Told]] = []
        known = _parties(groups[key][0])
        for t in sorted(groups[key], key=_in_time):
            days = _days(t)
            act = next((a for a in reversed(acts[-_OPEN:]) if a.fits(t, days)), None) if known else None
            if act is None:
                act = _Act(t, days)
                acts.append(act)
            else:
                act.take(t, days)
            mine.append((act, t))
        for act, t in mine:
            name = f"{act.first.sha256[:16]}-{act.first.event}"
            out.append(Link(t.sha256, t.event, name, t is act.first))
    return out


def _parties(t: Told) -> bool:
    """Whether an event names enough to be told from others: a known party on each side that it has."""
    known = [c for c in (*t.actor, *t.recipient) if c != "UNK"]
    return bool(known) and bool(t.actor or t.recipient)


def _days(t: Told) -> tuple[date, date] | None:
    if t.since is not None:
        return t.since, t.until or t.since
    return (t.published - NEWS, t.published) if t.published is not None else None


def _in_time(t: Told) -> tuple[date, date, str, str]:
    days = _days(t) or (date.min, date.min)
    return (*days, t.sha256, t.event)


@lru_cache(maxsize=1 << 12)
def _telling(words: str) -> frozenset[str]:
    """Words that say what is spoken of: folded, without article and the clitics before it, no short ones."""
    return frozenset(bare for w in _WORD.findall(plain(words)) if len(bare := _bare(w)) >= _SHORT)


def _bare(word: str) -> str:
    """A folded word without what is written together with its beginning."""
    stem = _CLITICS.sub("", word)
    return stem if len(stem) >= _SHORT - 1 else word
