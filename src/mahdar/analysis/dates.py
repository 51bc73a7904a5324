"""What time expressions mean: the days that each stands for, seen from the day of publication.

Rules of the project's codebook: weeks run Monday to Sunday; start, middle and end of a month are days 1-10, 11-20 and
21 to the end; ranges include both ends; without a publication date nothing relative is resolved. Hijri dates follow
the Umm al-Qura calendar.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from mahdar.analysis.calendar import (
    DAY,
    HIJRI,
    HIJRI_YEARS,
    PARTS_OF_DAY,
    UNIT_DAYS,
    Value,
    date,
    easter,
    moved,
    whole,
    year_of,
)

Kind = Literal["date", "duration", "set"]
# Which months of a year, and which days of a week, a part of it means. A month has thirds, so has a decade.
_YEAR_PARTS: Final = {"start": (1, 1), "early": (1, 3), "middle": (6, 7), "late": (10, 12), "end": (12, 12)}
_WEEK_PARTS: Final = {"start": (1, 2), "early": (1, 2), "middle": (3, 5), "late": (6, 7), "end": (6, 7)}
_THIRD: Final = {"start": 0, "early": 0, "middle": 1, "late": 2, "end": 2}
_NEAR: Final = 31  # "of this month" holds for a date no further off


class Now(NamedTuple):
    """From where an expression is seen.

    `ahead`: whether what is told lies ahead, None where nothing shows it; `recent`: the date told last before.
    """

    published: dt.date | None
    ahead: bool | None = None
    recent: Value | None = None


class Amount(NamedTuple):
    """So many units of time."""

    n: int
    unit: str


def resolve(meaning: "Meaning", now: Now) -> Value | None:
    """First and last day that a meaning stands for, both inclusive; None where nothing fixes it."""
    try:
        return meaning.span(now)
    except (ValueError, OverflowError):  # 30 February, a year out of range
        return None


def _pick(spans: Iterable[Value], now: Now, shift: int | None) -> Value | None:
    """Of spans in order, the one that is meant: next (1), last (-1), this (0); without a word for it, by tense."""
    p = now.published
    assert p is not None
    before: list[Value] = []
    here: list[Value] = []
    after: list[Value] = []
    for s in spans:
        (before if s[1] < p else after if s[0] > p else here).append(s)
    if shift:
        row = after if shift > 0 else before
        return row[shift - 1 if shift > 0 else shift] if len(row) >= abs(shift) else None
    all_ = [*before, *here, *after]
    if shift == 0 and (near := [s for s in all_ if _distance(s, p) <= _NEAR]):
        all_ = near
    elif now.ahead is not None:
        all_ = [*here, *after][:1] if now.ahead else [*before, *here][-1:]
    return min(all_, key=lambda s: _distance(s, p), default=None)


def _distance(s: Value, day: dt.date) -> int:
    return max((s[0] - day).days, (day - s[1]).days, 0)


# -- meanings ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Meaning:
    """What an expression means; the base itself is a time that the text does not fix.

    `grain`: the unit that it names; `kind`: a date, a length of time, or a date that comes again and again.
    """

    grain: str = field(default="day", kw_only=True)
    kind: Kind = field(default="date", kw_only=True)

    @property
    def open(self) -> bool:
        """Whether it can be any of several dates, so that a date beside it may fix it."""
        return False

    def span(self, now: Now) -> Value | None:
        """First and last day, both inclusive; None where nothing fixes them."""
        return None


@dataclass(frozen=True, slots=True)
class NoTime(Meaning):
    """Words that look like a time and are none, as in a name."""


@dataclass(frozen=True, slots=True)
class Year(Meaning):
    """A year by its number, Hijri up to 1500, or a stretch of years that begins with it."""

    n: int
    years: int = 1
    grain: str = field(default="year", kw_only=True)

    def span(self, now: Now) -> Value | None:
        """Its days, from its calendar's new year."""
        month = HIJRI + 1 if self.n <= HIJRI_YEARS else 1
        return date(self.n, month, 1), date(self.n + self.years, month, 1) - DAY


@dataclass(frozen=True, slots=True)
class Decade(Meaning):
    """The twenties, the nineties: of the twentieth century unless told."""

    tens: int
    century: Meaning | None = None
    grain: str = field(default="decade", kw_only=True)

    def span(self, now: Now) -> Value | None:
        """Ten years."""
        within = self.century.span(now) if self.century else whole(dt.date(1950, 1, 1), "century")
        return Year(within[0].year - 1 + self.tens, 10).span(now) if within else None


@dataclass(frozen=True, slots=True)
class Month(Meaning):
    """A month by name, or a season of `months` that begins with it; `within`: its year; `shift`: next, last, this."""

    number: int
    months: int = 1
    within: Meaning | None = None
    shift: int | None = None
    grain: str = field(default="month", kw_only=True)

    @property
    def open(self) -> bool:
        """Whether its year is not told."""
        return self.within is None and self.shift is None

    def years(self, now: Now) -> tuple[range, Value] | None:
        """The years of its calendar that it may lie in, and the days that it must begin in."""
        if self.within is not None:
            within = self.within.span(now)
            margin = 0
        else:
            within = (now.published, now.published) if now.published is not None else None
            margin = 2
        if within is None:
            return None
        years = range(year_of(within[0], self.number) - margin, year_of(within[1], self.number) + margin + 1)
        return years, (within if self.within is not None else (dt.date.min, dt.date.max))

    def span(self, now: Now) -> Value | None:
        """Its first and last day in the year that is meant."""
        found = self.years(now)
        if found is None:
            return None
        years, (lo, hi) = found
        spans = [s for y in years if lo <= (s := self._in(y))[0] <= hi]
        return _pick(spans, now, self.shift) if self.within is None else spans[0] if spans else None

    def _in(self, year: int) -> Value:
        first = date(year, self.number, 1)
        if self.number <= HIJRI:
            return first, moved(first, self.months, "month") - DAY
        year, month = (year + 1, HIJRI + 1) if self.number == 2 * HIJRI else (year, self.number + 1)
        return first, date(year, month, 1) - DAY


@dataclass(frozen=True, slots=True)
class Date(Meaning):
    """A day of a month; `weekday`: the name of the day beside it, which tells the year where nothing else does."""

    day: int
    month: Meaning
    weekday: int | None = None

    @property
    def open(self) -> bool:
        """Whether its year is not told."""
        return self.month.open

    def span(self, now: Now) -> Value | None:
        """The one day."""
        month = self.month
        if not isinstance(month, Month):
            within = month.span(now)
            return _one(within[0].replace(day=self.day)) if within else None
        found = month.years(now)
        if found is None:
            return None
        years, (lo, hi) = found
        days = [d for y in years if (d := self._in(y, month.number)) is not None and lo <= d <= hi]
        if month.within is not None:
            return _one(days[0]) if days else None
        named = [d for d in days if d.weekday() == self.weekday]  # fits one year near by, whatever the tense
        return _pick(map(_one, named), now._replace(ahead=None), month.shift) or _pick(
            map(_one, days), now, month.shift
        )

    def _in(self, year: int, month: int) -> dt.date | None:
        try:
            return date(year, month, self.day)
        except ValueError:  # 29 February
            return None


@dataclass(frozen=True, slots=True)
class Easter(Meaning):
    """Easter Sunday, of a year that is told or the one that is meant."""

    within: Meaning | None = None
    shift: int | None = None

    def span(self, now: Now) -> Value | None:
        """The one day."""
        within = self.within.span(now) if self.within else None
        if within is not None:
            return _one(easter(within[0].year))
        if self.within is not None or now.published is None:
            return None
        return _pick((_one(easter(now.published.year + k)) for k in (-2, -1, 0, 1, 2)), now, self.shift)


@dataclass(frozen=True, slots=True)
class Weekday(Meaning):
    """A day of the week, Monday 0; `within`: the week meant; `day`: its number in the month.

    `then`: the next or last one, seen from the date told before.
    """

    weekday: int
    shift: int | None = None
    within: Meaning | None = None
    day: int | None = None
    then: int | None = None

    @property
    def open(self) -> bool:
        """Whether the text names the day alone."""
        return self.within is None and self.shift is None and self.then is None

    def span(self, now: Now) -> Value | None:
        """The one day: without a word for it the last one, today included, or the next one if it lies ahead."""
        if self.within is not None:
            within = self.within.span(now)
            return _one(within[0] + (self.weekday - within[0].weekday()) % 7 * DAY) if within else None
        p = now.recent[1] if self.then and now.recent else now.published
        if p is None:
            return None
        reach = 365 if self.day else 21
        first = (self.weekday - p.weekday() + reach) % 7 - reach
        days = (p + k * DAY for k in range(first, reach + 1, 7))
        fit = (_one(d) for d in days if self.day in (None, d.day))
        return _pick(fit, Now(p, bool(now.ahead)), self.shift or self.then)


@dataclass(frozen=True, slots=True)
class Unit(Meaning):
    """This, the next or the last day, week, month, year: so many units from publication."""

    unit: str
    shift: int

    def span(self, now: Now) -> Value | None:
        """The whole unit."""
        return whole(now.published, self.unit, self.shift) if now.published else None


@dataclass(frozen=True, slots=True)
class Same(Meaning):
    """The same unit as that of the date told before, or the one before or after it."""

    unit: str
    shift: int

    def span(self, now: Now) -> Value | None:
        """The whole unit; with no date before it, "previous" and "following" are seen from publication."""
        if now.recent is not None:
            first = whole(now.recent[0], self.unit)
            return whole(first[0], self.unit, self.shift) if now.recent[1] <= first[1] else None
        if now.published is None or self.shift == 0 or (self.shift > 0 and not now.ahead):
            return None
        return whole(now.published, self.unit, self.shift)


@dataclass(frozen=True, slots=True)
class Moved(Meaning):
    """So much time before or after publication or, with `from_recent`, the date told before."""

    amount: Amount
    sign: int
    from_recent: bool = False

    def span(self, now: Now) -> Value | None:
        """The day; the whole month or year where those are counted. What comes "after" may be told of the past too."""
        told = self.from_recent or (self.sign > 0 and not now.ahead)
        start = now.published if not told else now.recent[0] if now.recent and now.recent[0] == now.recent[1] else None
        if start is None:
            return None
        day = moved(start, self.sign * self.amount.n, self.amount.unit)
        return _one(day) if self.amount.unit in UNIT_DAYS else whole(day, self.amount.unit)


@dataclass(frozen=True, slots=True)
class Window(Meaning):
    """The last or next so many units, up to or from publication; days are whole ones before or after it."""

    amount: Amount
    sign: int

    def span(self, now: Now) -> Value | None:
        """The stretch of days."""
        p = now.published
        if p is None:
            return None
        n, unit = self.amount
        inner = self.sign * DAY if unit == "day" else dt.timedelta()
        if unit in PARTS_OF_DAY:
            n, unit = -(-n // PARTS_OF_DAY[unit]), "day"
        far = moved(p, self.sign * n, unit)
        return (far, p + inner) if self.sign < 0 else (p + inner, far)


@dataclass(frozen=True, slots=True)
class Length(Meaning):
    """A length of time; one that lies ahead `within` which something is to happen stands for days too."""

    amount: Amount | None = None
    within: bool = False
    kind: Kind = field(default="duration", kw_only=True)

    def span(self, now: Now) -> Value | None:
        """From publication to its end, where it lies ahead; months and years are over the day before."""
        if not self.within or self.amount is None or now.published is None or not now.ahead:
            return None
        n, unit = self.amount
        over = DAY if unit not in UNIT_DAYS and unit not in PARTS_OF_DAY else dt.timedelta()
        return now.published, moved(now.published, n, unit) - over


class Inside(Meaning):
    """Some days of a longer time `of`."""

    __slots__ = ()
    of: Meaning

    def span(self, now: Now) -> Value | None:
        """None where the longer time is not known."""
        within = self.of.span(now)
        return self.days_of(*within) if within is not None else None

    def days_of(self, a: dt.date, b: dt.date) -> Value | None:
        """The days meant of a time from `a` to `b`."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class Part(Inside):
    """Start, middle or end of a longer time; `early` and `late` are wider than these, in a year."""

    part: str
    of: Meaning

    def days_of(self, a: dt.date, b: dt.date) -> Value | None:
        """Of a year its first, middle or last months; of a week days; of a month or decade a third."""
        if a == b:
            return a, b
        days = (b - a).days + 1
        if days <= 7:
            first, last = _WEEK_PARTS[self.part]
            return a + (first - 1) * DAY, min(a + (last - 1) * DAY, b)
        third = _THIRD[self.part]
        if days <= 31:
            return a + 10 * third * DAY, b if third == 2 else a + (10 * third + 9) * DAY
        if days <= 366:
            first, last = _YEAR_PARTS[self.part] if days > 100 else (third + 1, third + 1)
            return moved(a, first - 1, "month"), moved(a, last, "month") - DAY
        size = (b.year - a.year + 1) // 3
        return moved(a, size * third, "year"), b if third == 2 else moved(a, size * (third + 1), "year") - DAY


@dataclass(frozen=True, slots=True)
class Fraction(Inside):
    """The `n`-th half, third or quarter of a longer time, the last for -1."""

    fraction: int
    n: int
    of: Meaning

    def days_of(self, a: dt.date, b: dt.date) -> Value | None:
        """Of a year whole months; of a month days 1-15 and 16 to the end, or thirds."""
        n = self.fraction if self.n < 0 else self.n
        if (b - a).days <= 31:
            step = 30 // self.fraction
            return a + step * (n - 1) * DAY, b if n == self.fraction else a + (step * n - 1) * DAY
        step = ((b.year - a.year) * 12 + b.month - a.month + 1) // self.fraction
        return moved(a, step * (n - 1), "month"), moved(a, step * n, "month") - DAY


@dataclass(frozen=True, slots=True)
class Nth(Inside):
    """The `n`-th day, week, month or weekday (Monday 0) of a longer time, the last for -1; weeks are whole ones."""

    n: int
    what: str | int
    of: Meaning

    def days_of(self, a: dt.date, b: dt.date) -> Value | None:
        """The day or unit."""
        if isinstance(self.what, int) or self.what == "week":
            day, size = (self.what, 1) if isinstance(self.what, int) else (0, 7)
            first = a + (day - a.weekday()) % 7 * DAY
            starts = [first + k * 7 * DAY for k in range((b - first).days // 7 + 1)]
            fit = [(d, d + (size - 1) * DAY) for d in starts if d + (size - 1) * DAY <= b]
            k = self.n if self.n < 0 else self.n - 1
            return fit[k] if -len(fit) <= k < len(fit) else None
        start = moved(b + DAY, self.n, self.what) if self.n < 0 else moved(a, self.n - 1, self.what)
        value = start, moved(start, 1, self.what) - DAY
        return value if a <= value[0] <= value[1] <= b else None


@dataclass(frozen=True, slots=True)
class FirstOf(Inside):
    """The first (`n` 1) or last (-1) so many units of a longer time."""

    amount: Amount
    n: int
    of: Meaning

    def days_of(self, a: dt.date, b: dt.date) -> Value | None:
        """The stretch of days."""
        k, unit = self.amount
        return (moved(b + DAY, -k, unit), b) if self.n < 0 else (a, moved(a, k, unit) - DAY)


@dataclass(frozen=True, slots=True)
class Range(Meaning):
    """From one date to another, both included."""

    first: Meaning
    last: Meaning

    def span(self, now: Now) -> Value | None:
        """What the first date leaves open, the last one tells: it is the nearest before it."""
        b = self.last.span(now)
        if b is None:
            return None
        a = self.first.span(now._replace(published=b[0], ahead=False) if self.first.open else now)
        return (a[0], b[1]) if a is not None and a[0] <= b[1] else None


@dataclass(frozen=True, slots=True)
class Since(Meaning):
    """From a date on, up to publication."""

    of: Meaning

    def span(self, now: Now) -> Value | None:
        """From its first day."""
        within = self.of.span(now._replace(ahead=False))
        p = now.published
        return (within[0], p) if within is not None and p is not None and within[0] <= p else None


@dataclass(frozen=True, slots=True)
class Rest(Meaning):
    """The part of a day, week, month that was over (-1) or is still to come (1) at publication."""

    sign: int
    of: Meaning

    def span(self, now: Now) -> Value | None:
        """Cut off at publication, where that lies in it."""
        within, p = self.of.span(now), now.published
        if within is None or p is None or not within[0] <= p <= within[1]:
            return within
        return (within[0], p) if self.sign < 0 else (p, within[1])


@dataclass(frozen=True, slots=True)
class Beside(Meaning):
    """So many days after or years after another date."""

    of: Meaning
    amount: Amount

    def span(self, now: Now) -> Value | None:
        """The day."""
        within = self.of.span(now)
        return _one(moved(within[0], *self.amount)) if within and within[0] == within[1] else None


@dataclass(frozen=True, slots=True)
class Either(Meaning):
    """Two ways of naming one day; the first that can be resolved counts."""

    first: Meaning
    second: Meaning

    def span(self, now: Now) -> Value | None:
        """The one day."""
        return self.first.span(now) or self.second.span(now)


def _one(day: dt.date) -> Value:
    return day, day
