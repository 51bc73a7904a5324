"""Months of meetings, as weeks of days."""

import calendar
import datetime as dt
from collections.abc import Sequence
from typing import Final, NamedTuple

from mahdar.dossier.types import Meeting

_LONGEST: Final = 31  # days of a meeting that are shown


class Day(NamedTuple):
    """A day and what is on it. `inside`: whether it belongs to the month."""

    day: dt.date
    inside: bool
    meetings: list[Meeting]


class Month(NamedTuple):
    """A month in weeks from Monday."""

    year: int
    month: int
    weeks: list[list[Day]]


def months(meetings: Sequence[Meeting]) -> list[Month]:
    """The months in which meetings have a day, in order."""
    on: dict[dt.date, list[Meeting]] = {}
    for m in meetings:
        if m.since:
            first = dt.date.fromisoformat(m.since[:10])
            last = dt.date.fromisoformat((m.until or m.since)[:10])
            for n in range(min((last - first).days, _LONGEST - 1) + 1):
                on.setdefault(first + dt.timedelta(n), []).append(m)
    weeks = calendar.Calendar(firstweekday=0)
    return [
        Month(
            year,
            month,
            [
                [Day(d, d.month == month, on.get(d, []) if d.month == month else []) for d in week]
                for week in weeks.monthdatescalendar(year, month)
            ],
        )
        for year, month in sorted({(d.year, d.month) for d in on})
    ]
