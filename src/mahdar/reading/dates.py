"""Dates of publication as sources write them.

A date is never guessed: what is not surely a date of the Gregorian calendar with a day is none, and nothing here looks
at the clock.
"""

import datetime as dt
import re
from functools import cache
from typing import Final

from mahdar.text.fold import plain

_ISO: Final = re.compile(
    r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})"
    r"(?:(?:T|\s+)(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?\s*(Z|[+-]\d{2}(?::?\d{2})?|UTC|GMT)?(?:\[[^\]]*\])?)?(?!\d)",
    re.IGNORECASE,
)
_BASIC: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?\Z")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?!\d)")
_NAMED: Final = re.compile(
    r"(\d{1,2})(?:\s+من)?\s+([^\W\d_]+(?:\s+[^\W\d_]+)?)(?:\s*/\s*[^\W\d_]+(?:\s+[^\W\d_]+)?)?\s*,?\s*(\d{4})"
)
_FIRST, _LAST = 1990, 2100  # years in which news is published on a network


def iso(text: str) -> str | None:
    """A date, or a date-time with its zone, in ISO 8601; None where the text is none or is of two minds.

    >>> iso("الخميس ١٥ شباط/فبراير ٢٠٢٤")
    '2024-02-15'
    >>> iso("Thu, 15 Feb 2024 23:30:00 +0300")
    '2024-02-15T23:30:00+03:00'
    """
    digits = "".join(str(int(c)) if c.isdecimal() else c for c in text.strip())[:200]
    found = _ISO.match(digits)
    if found:
        year, month, day, clock, zone = found.groups()
        return _written(int(year), int(month), int(day), clock, zone)
    found = _BASIC.match(digits)
    if found:
        year, month, day, hour, minute, second, zone = found.groups()
        return _written(int(year), int(month), int(day), f"{hour}:{minute}:{second or '00'}" if hour else None, zone)
    return _mail(digits) or _arabic(digits)


def _mail(text: str) -> str | None:
    """A date as in mail headers and most feeds: RFC 2822."""
    from email.utils import parsedate_to_datetime  # slow to load, and not needed for ISO dates

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if not _FIRST <= moment.year <= _LAST:
        return None
    return moment.isoformat()


def _arabic(text: str) -> str | None:
    """A date in words, `15 شباط/فبراير 2024`, or in numbers with the day first where no other order is possible."""
    folded = " ".join(plain(text).lower().replace("،", ",").split())
    named = _NAMED.search(folded)
    if named:
        day, name, year = named.groups()
        month = _months().get(name) or _months().get(name.split()[0])
        return _written(int(year), month, int(day), None, None) if month else None
    numbers = _DAY_FIRST.search(folded)
    if numbers:
        day, month, year = map(int, numbers.groups())
        if month <= 12 and (day > 12 or day == month):
            return _written(year, month, day, None, None)
    return None


@cache
def _months() -> dict[str, int]:
    """Folded names of Gregorian months, in Arabic by every convention and in English: their numbers."""
    from mahdar.packs.compile import load_pack

    words = load_pack("ar").times["words"]
    names = {plain(k): n for kind in ("plain_month", "shy_month") for k, n in words[kind].items() if n <= 12}
    english = [dt.date(2024, n, 1).strftime("%B").lower() for n in range(1, 13)]
    return names | {form: n for n, m in enumerate(english, 1) for form in (m, m[:3])}


def _written(year: int, month: int, day: int, clock: str | None, zone: str | None) -> str | None:
    try:
        date = dt.date(year, month, day)
        time = dt.time.fromisoformat(clock.zfill(5 if clock.count(":") == 1 else 8)) if clock else None
    except ValueError:
        return None
    if not _FIRST <= year <= _LAST:
        return None
    if time is None:
        return date.isoformat()
    return f"{date.isoformat()}T{time.isoformat()}{_zone(zone)}"


def _zone(zone: str | None) -> str:
    if not zone:
        return ""
    if zone.upper() in ("Z", "UTC", "GMT"):
        return "+00:00"
    digits = zone[1:].replace(":", "").ljust(4, "0")
    return f"{zone[0]}{digits[:2]}:{digits[2:]}"


def conflict(chosen: str, others: list[tuple[str, str]]) -> str | None:
    """What is to be said where other dates of a page are more than a day away from the one that was taken.

    Args:
        chosen: the ISO date taken.
        others: source and ISO date of the others.
    """
    day = dt.date.fromisoformat(chosen[:10])
    away = [f"{source} says {date}" for source, date in others if abs(dt.date.fromisoformat(date[:10]) - day).days > 1]
    return "; ".join(away) or None
