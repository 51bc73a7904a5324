"""Days, months and years of the Gregorian and the Hijri calendar (Umm al-Qura)."""

import datetime as dt
from calendar import monthrange
from typing import Final

Value = tuple[dt.date, dt.date]

HIJRI: Final = 12  # months above 12 are Hijri: 21 is Ramadan, the ninth
HIJRI_YEARS: Final = 1500  # years up to here are Hijri, where no era is told
DAY: Final = dt.timedelta(days=1)
UNIT_DAYS: Final = {"day": 1, "week": 7}
PARTS_OF_DAY: Final = {"hour": 24, "minute": 24 * 60, "second": 24 * 60 * 60}
_UNIT_YEARS: Final = {"year": 1, "decade": 10, "century": 100}


def date(year: int, month: int, day: int) -> dt.date:
    """A day of the Gregorian or, by its month, of the Hijri calendar.

    Raises:
        ValueError: there is no such day.
        OverflowError: a Hijri year outside 1343-1500.
    """
    if month <= HIJRI:
        return dt.date(year, month, day)
    from hijridate import Hijri  # loaded only for articles that need it

    g = Hijri(year, month - HIJRI, day).to_gregorian()
    return dt.date(g.year, g.month, g.day)


def year_of(day: dt.date, month: int) -> int:
    """The year of a day in the calendar that a month belongs to."""
    if month <= HIJRI:
        return day.year
    from hijridate import Gregorian

    return int(Gregorian(day.year, day.month, day.day).to_hijri().year)


def easter(year: int) -> dt.date:
    """Easter Sunday of the western churches.

    Source: Meeus, Astronomical Algorithms (2nd ed.), chapter 8.
    """
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return dt.date(year, f // 31, f % 31 + 1)


def moved(day: dt.date, n: int, unit: str) -> dt.date:
    """The day `n` units on; the last of the month where the month is too short."""
    if unit in PARTS_OF_DAY:
        return day + int(n / PARTS_OF_DAY[unit]) * DAY
    if unit in UNIT_DAYS:
        return day + n * UNIT_DAYS[unit] * DAY
    months = day.year * 12 + day.month - 1 + n * (1 if unit == "month" else 12 * _UNIT_YEARS[unit])
    year, month = months // 12, months % 12 + 1
    return dt.date(year, month, min(day.day, monthrange(year, month)[1]))


def whole(day: dt.date, unit: str, shift: int = 0) -> Value:
    """The day, week, month, year, decade or century that a day lies in, or the one `shift` units on."""
    if unit in _UNIT_YEARS:
        size = _UNIT_YEARS[unit]
        since = 1 if unit == "century" else 0  # the 20th century is 1901 to 2000
        first = dt.date((day.year - since) // size * size + since, 1, 1)
    elif unit == "month":
        first = day.replace(day=1)
    elif unit == "week":
        first = day - day.weekday() * DAY
    else:
        unit, first = "day", day
    first = moved(first, shift, unit)
    return first, moved(first, 1, unit) - DAY
