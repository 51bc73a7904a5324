"""What the forms of a pack mean: for each a function that takes what its parts mean, by role.

It returns None where the parts make no sense together, and the form does not hold.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

from mahdar.analysis.calendar import HIJRI, HIJRI_YEARS
from mahdar.analysis.dates import (
    Amount,
    Beside,
    Date,
    Decade,
    Easter,
    Either,
    FirstOf,
    Fraction,
    Length,
    Meaning,
    Month,
    Moved,
    NoTime,
    Nth,
    Part,
    Range,
    Rest,
    Same,
    Since,
    Unit,
    Weekday,
    Window,
    Year,
)

# Half of a unit is counted in the next smaller one.
_HALVES: Final = {
    "year": (12, "month"),
    "month": (30, "day"),
    "week": (7, "day"),
    "day": (24, "hour"),
    "hour": (60, "minute"),
}

Bound = Any  # a word's value, a meaning, or a tuple of them where several words have one role


def _number(n: int | tuple[int, ...]) -> int:
    return n if isinstance(n, int) else sum(n)


def _ordinal(n: int | tuple[int, int], then: int = 0) -> int | None:
    if isinstance(n, int):
        return n + then
    return sum(n) if n[0] < 10 < n[1] else None  # fourth and twentieth


def _within(lo: int, hi: int) -> Callable[[int], int | None]:
    return lambda n: n if lo <= n <= hi else None


def _year(n: int, era: Bound = None) -> Meaning:
    return Meaning(grain="year") if n <= HIJRI_YEARS and era else Year(n)


def _years(first: Meaning, last: Meaning) -> Range:
    return Range(first, last, grain="year")


def _month(n: int, within: Meaning | None = None, shift: int | None = None) -> Month | None:
    if isinstance(within, Year) and within.n <= HIJRI_YEARS and n <= HIJRI:
        return None
    return Month(n, within=within, shift=shift)


def _season(n: int, within: Meaning | None = None, shift: int | None = None) -> Month:
    return Month(n, 3, within, shift, grain="season")


def _numeric(day: int, month: int, year: int | None = None, shift: int | None = None) -> Date | None:
    if not (1 <= day <= 31 and 1 <= month <= HIJRI):
        return None
    if year is not None and year <= HIJRI_YEARS:
        month += HIJRI
    return Date(day, Month(month, within=None if year is None else Year(year), shift=shift))


def _weekday(
    weekday: int,
    shift: int | None = None,
    within: Meaning | None = None,
    day: int | None = None,
    then: int | None = None,
) -> Weekday | None:
    """A number beside it is its day of the month only where nothing else is so numbered: السبت السادس عشر."""
    return Weekday(weekday, shift, within, day, then) if day is None or 10 < day <= 31 else None


def _weekdays(first: int, last: int, shift: int | None = None) -> Range:
    return Range(Weekday(first), Weekday(last, shift))


def _holiday(n: str, within: Meaning | None = None, shift: int | None = None, nth: int = 1) -> Meaning:
    if n == "easter":
        return Easter(within, shift)
    month, day = map(int, n.split("-"))
    return Date(day + nth - 1, Month(month, within=within, shift=shift))


def _dates(first: int, last: int, month: Meaning) -> Range | None:
    return Range(Date(first, month), Date(last, month)) if first < last else None


def _joined(a: Meaning, b: Meaning) -> Meaning | None:
    """Two names of one day beside each other: أمس الأربعاء, السبت 5 مايو, 14 شعبان الموافق 17 مارس.

    A date with its year counts before one without, a Gregorian before a Hijri one.
    """
    match a, b:
        case Weekday(weekday=w), Date():
            return replace(b, weekday=w)
        case (Weekday(), Unit()) | (Weekday(), Either()):
            return b
        case Unit(), (Weekday() | Date() | Either()):
            return Either(b, a) if isinstance(b, Date) and not b.open else Either(a, b)
        case Date(), Date() if _hijri(a) != _hijri(b):
            return Either(*sorted((a, b), key=lambda d: (d.open, _hijri(d))))
        case Either(second=second), Date() if (both := _joined(second, b)) is not None:
            return Either(both, a.first) if not b.open else Either(a.first, both)
    return None


def _hijri(d: Date) -> bool:
    return isinstance(d.month, Month) and d.month.number > HIJRI


def _nth(n: int, what: int | str, of: Meaning) -> Nth | None:
    if isinstance(what, int):
        return Nth(n, what, of) if n <= 5 else None  # الثلاثاء التاسع عشر من هذا الشهر is a date
    return Nth(n, what, of, grain=what)


def _amount(unit: str, n: int = 1, half: int | None = None) -> Amount:
    if half is not None and unit in _HALVES:
        size, smaller = _HALVES[unit]
        return Amount(n * size + size // half, smaller)
    return Amount(n, unit)


def _length(amount: Amount | None = None, unit: str = "day") -> Length:
    return Length(amount, grain=amount.unit if amount else unit)


MEANINGS: Final[dict[str, Callable[..., Bound]]] = {
    "number": _number,
    "the_number": _number,
    "ordinal": _ordinal,
    "hour": _within(0, 24),
    "day_number": _within(1, 31),
    "month_number": _within(1, 12),
    "amount": _amount,
    "counted": _amount,
    "all_of": _amount,
    "two": lambda unit, half=None: _amount(unit, 2, half),
    "the_two": lambda unit: Amount(2, unit),
    "year": _year,
    "named_year": _year,
    "bare_year": lambda n: Year(n) if n % 100 or n == 2000 else None,  # في 1900 موقع
    "hijri_year": Year,
    "short_year": lambda n: Year(1900 + n) if 32 <= n <= 99 else None,
    "years": _years,
    "bare_years": lambda first, last: (
        _years(first, last) if first.n % 100 or last.n % 100 else None
    ),  # من 1600 إلى 1800
    "year_pair": lambda n: Range(Year(n[0]), Year(n[1]), grain="year"),
    "century": lambda n: Year(100 * n - 99, 100, grain="century"),
    "a_decade": Decade,
    "a_season": _season,
    "bare_unit": lambda unit: Unit(unit, 0, grain=unit),
    "relative": lambda unit, shift: Unit(unit, shift, grain=unit),
    "same": lambda unit, shift: Same(unit, shift, grain=unit),
    "two_names": lambda n: n[0] if n[0] == n[1] <= HIJRI else None,
    "month": _month,
    "told_month": _month,
    "numbered_month": _month,
    "numeric_month": lambda n: Month(n[0], within=Year(n[1])),
    "months": lambda first, last: Range(first, last, grain="month"),
    "date": Date,
    "no_day": lambda n, month: Meaning() if 31 < n < 100 else None,  # 32 May: not the month either
    "nth_day": lambda n, month: Date(n, month) if n > 0 else None,
    "near_day": lambda day, shift: Date(day, Unit("month", shift)) if 1 <= day <= 31 else None,
    "numeric": lambda n, shift=None: _numeric(n[0], n[1], n[2], shift),
    "spaced": _numeric,
    "day": lambda n: Unit("day", n),
    "on_weekday": _weekday,
    "holiday": _holiday,
    "pair": _joined,
    "triple": _joined,
    "clock": lambda: Unit("day", 0, grain="hour"),
    "weekdays": _weekdays,
    "nights": _weekdays,
    "dates": _dates,
    "day_pair": lambda n, month: _dates(n[0], n[1], month),
    "range": lambda first, last: Range(first, last, grain=last.grain),
    "since": lambda of: Since(of, grain=of.grain),
    "since_ago": lambda amount: Since(Moved(amount, -1), grain=amount.unit),
    "ago": lambda amount: Moved(amount, -1, grain=amount.unit),
    "later": lambda amount: Moved(amount, 1, grain=amount.unit),
    "from_then": lambda sign, amount: Moved(amount, sign, True, grain=amount.unit),
    "offset": _length,
    "window": lambda amount, shift: Window(amount, shift, grain=amount.unit) if shift else None,
    "hours": lambda shift: Window(Amount(1, "hour"), shift, grain="hour") if shift else None,
    "within": lambda amount: Length(amount, True, grain=amount.unit),
    "length": _length,
    "by_end": lambda of: Rest(1, of, grain=of.grain),
    "rest": lambda sign, of: Rest(sign, of, grain=of.grain),
    "part": lambda part, of: Part(part, of, grain=of.grain),
    "fraction": lambda fraction, n, of: Fraction(fraction, n, of, grain=of.grain) if n <= fraction else None,
    "nth": _nth,
    "first_of": lambda amount, n, of: FirstOf(amount, n, of, grain=amount.unit) if n in (1, -1) else None,
    "eve": lambda of: Beside(of, Amount(-1, "day")),
    "morrow": lambda of: Beside(of, Amount(1, "day")),
    "anniversary": lambda of, n=0: of if of.open else Beside(of, Amount(n, "year")),
    "famous": lambda n: _numeric(*map(int, reversed(n.split("-")))),
    "set": lambda: Meaning(kind="set"),
    "unknown": lambda: Meaning(),
    "name": lambda: NoTime(),
}
