"""Time expressions: found among the tokens first, resolved against publication date and tense later."""

import datetime as dt
from calendar import monthrange
from collections.abc import Sequence
from typing import Any, NamedTuple

from mahdar.text.fold import plain
from mahdar.text.tokens import Token

Spec = tuple[Any, ...]
Value = tuple[dt.date, dt.date]
_GRAINS = {"day": 1, "week": 7}
_DAYS = ("يومي", "ايام")
_FRACTIONS = ("النصف", "الربع")
_MONTH = ("شهر", "لشهر", "بشهر")
_RELATIVE = ("قبل", "منذ", "بعد", "خلال", "مدة", "لمدة", "غضون", "طوال", "استمرت", "استمر", "دامت")
_THIS = ("هذا", "هذه", "وهذا", "بهذا")
_YEAR = ("عام", "سنة", "عامي", "العامين")
_REMEMBERED = 50_000


class Found(NamedTuple):
    """A time expression at tokens `[first, last)`; `spec` says what it means, see `resolve`."""

    first: int
    last: int
    spec: Spec
    grain: str
    kind: str = "date"


class Vocabulary:
    """The time words of a pack, folded; phrases of several words are keyed by their first."""

    def __init__(self, raw: dict[str, Any]) -> None:
        self.months = _phrases(raw["months"])
        self.hijri = _phrases(raw["hijri"])
        self.weekdays = _phrases(raw["weekdays"])
        self.days = _phrases(raw["days"])
        self.units = _phrases({**raw["units"]})
        self.duals = _phrases(raw["duals"])
        self.ordinals = _phrases(raw["ordinals"])
        self.numbers = _phrases(raw["numbers"])
        self.next = {plain(w) for w in raw["next"]["words"]}
        self.last = {plain(w) for w in raw["last"]["words"]}
        self.this = {plain(w) for w in raw["this"]["words"]}
        self.parts = {plain(w): part for part, words in raw["parts"].items() for w in words}
        self.daytime = {
            plain(w)
            for w in ("صباح", "مساء", "فجر", "ظهر", "عصر", "ليل", "ليلة", "نهار", "يوم", "بعد ظهر", "عشية", "ضحى")
        }
        self._heads = frozenset(
            (
                *(self.months | self.weekdays | self.days | self.ordinals | self.units | self.duals),
                *self.parts,
                *self.daytime,
                *(*_DAYS, *_FRACTIONS, *_MONTH, *_RELATIVE, *_THIS, *_YEAR),
            )
        )
        self._opens: dict[str, bool] = {}

    def opens(self, word: str) -> bool:
        """Whether a time expression may begin with a folded word: a quick look, true too often rather than too seldom,
        that spares most words the rules of `Finder`.
        """
        known = self._opens.get(word)
        if known is None:
            if len(self._opens) >= _REMEMBERED:
                self._opens.clear()
            bare = word.lstrip("وف")
            forms = {bare, bare[1:], *(word[k:] for k in range(5))}  # any clitics, any article cut off
            known = self._opens[word] = (
                any(c.isdigit() for c in word)
                or not self._heads.isdisjoint(forms)
                or not self._heads.isdisjoint("ا" + form for form in forms)  # للاثنين
            )
        return known


def _phrases(table: dict[str, Any]) -> dict[str, list[tuple[list[str], Any]]]:
    out: dict[str, list[tuple[list[str], Any]]] = {}
    for phrase, value in table.items():
        first, *rest = plain(phrase).split()
        out.setdefault(first, []).append((rest, value))
    for slot in out.values():
        slot.sort(key=lambda x: -len(x[0]))
    return out


class Finder:
    """Finds the time expressions of one sentence."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary) -> None:
        self.t = tokens
        self.v = vocabulary

    def find(self) -> list[Found]:
        """All time expressions, left to right, none overlapping."""
        out: list[Found] = []
        i = 0
        opens = self.v.opens
        while i < len(self.t):
            found = self._at(i) if opens(self.t[i].folded) else None
            if found is None:
                i += 1
            else:
                out.append(found)
                i = found.last
        return out

    def _w(self, i: int) -> str:
        return self.t[i].folded if 0 <= i < len(self.t) else ""

    def _look(
        self, table: dict[str, list[tuple[list[str], Any]]], i: int, clitic: bool = False
    ) -> tuple[Any, int] | None:
        """Value and end of the phrase of `table` at token `i`; with `clitic`, one-letter prefixes are skipped."""
        word = self._w(i)
        forms = [word]
        if clitic and len(word) > 3:
            if word[0] in "وف":
                forms.append(word[1:])
            if forms[-1][0] in "بل":
                forms.append(forms[-1][1:])
            if forms[-1].startswith("ل") and len(forms[-1]) > 3:
                forms.append("ا" + forms[-1])
        for form in forms:
            for rest, value in table.get(form, ()):
                if all(self._w(i + 1 + k) == r for k, r in enumerate(rest)):
                    return value, i + 1 + len(rest)
        return None

    def _month(self, i: int) -> tuple[int, int] | None:
        """Month number and end, a doubled name (أبريل/نيسان، أبريل (نيسان)) taken as one."""
        got = self._look(self.v.months, i, True)
        if got is None:
            return None
        month, j = got
        if self._w(j) in ("/", "-", "("):
            again = self._look(self.v.months, j + 1)
            if again and again[0] == month:
                j = again[1]
                if self._w(j) == ")":
                    j += 1
        else:
            again = self._look(self.v.months, j)
            if again and again[0] == month:
                j = again[1]
        return month, j

    def _mod(self, i: int) -> tuple[str, int]:
        w = self._w(i)
        if w in self.v.next:
            return "next", i + 1
        if w in self.v.last:
            return "last", i + 1
        if w in self.v.this:
            return "this", i + 1
        if w == "من" and self._w(i + 1) in ("هذا", "العام", "الشهر"):
            inner = self._at(i + 1)
            if inner and inner.spec[0] == "unit" and inner.spec[1] in ("year", "month"):
                return inner.spec[2], inner.last
        return "", i

    def _year(self, i: int) -> tuple[int | None, int]:
        j = i
        if self._w(j) in ("عام", "سنة", "العام", "من") and (self._number(j + 1) or 0) > 1500:
            j += 1
        n = self._number(j)
        if n is not None and 1800 <= n <= 2200:
            j += 1
            if self._w(j) == "م":
                j += 1
            return n, j
        return None, i

    def _number(self, i: int) -> int | None:
        w = self._w(i)
        if len(w) > 1 and not w[0].isdigit() and w[1:].isdigit():
            w = w[1:]
        return int(w) if w.isdigit() and w.isascii() and len(w) <= 4 else None

    def _count(self, i: int) -> tuple[int, int] | None:
        n = self._number(i)
        if n is not None:
            return n, i + 1
        got = self._look(self.v.numbers, i)
        return (got[0], got[1]) if got else None

    def _at(self, i: int) -> Found | None:
        if i >= len(self.t):
            return None
        token = self.t[i]
        if token.kind not in ("word", "number") or not self.v.opens(token.folded):
            return None
        for rule in (
            self._daytime,
            self._part,
            self._day_and_month,
            self._numeric,
            self._month_alone,
            self._weekday,
            self._day_word,
            self._relative,
            self._unit,
            self._year_alone,
        ):
            found = rule(i)
            if found is not None:
                return found
        return None

    def _daytime(self, i: int) -> Found | None:
        w = self._w(i).lstrip("وف") if self._w(i)[1:] in self.v.daytime else self._w(i)
        bare = w[2:] if w.startswith("ال") else w
        if w in self.v.daytime or (w[:1] in "بل" and w[1:] in self.v.daytime):
            j = i + 1
            if self._w(i) == "بعد":
                j += 1
            inner = self._at(j) if j < len(self.t) and self._w(j) not in self.v.daytime else None
            if inner and inner.spec[0] in ("weekday", "shift", "date", "dayrange"):
                return inner._replace(first=i)
            if bare == "يوم" and inner is None:
                got = self._count(j)
                if got and 1 <= got[0] <= 31 and self._month(got[1]):
                    again = self._day_and_month(j)
                    return again._replace(first=i) if again else None
        if w in _DAYS:
            found = self._day_and_month(i + 1)
            if found:
                return found._replace(first=i)
            a = self._look(self.v.weekdays, i + 1)
            if a:
                b = self._look(self.v.weekdays, a[1], True)
                if b and self._w(a[1]).startswith("و"):
                    mod, j = self._mod(b[1])
                    return Found(i, j, ("weekdays", a[0], b[0], mod), "day")
        return None

    def _part(self, i: int) -> Found | None:
        w = self._w(i)
        for form in (w, w[1:] if w[:1] in "وفبل" else ""):
            part = self.v.parts.get(form) or (self.v.parts.get(form[2:]) if form.startswith("ال") else None)
            if part and i + 1 < len(self.t):
                inner = self._at(i + 1)
                if (
                    inner
                    and inner.spec[0] in ("month", "unit", "year")
                    and inner.grain in ("month", "year", "week", "decade")
                ):
                    return Found(i, inner.last, ("part", part, inner.spec), inner.grain)
                unit = self.v.units.get(self._w(i + 1)[2:]) if self._w(i + 1).startswith("ال") else None
                if (
                    unit
                    and unit[0][1] in ("week", "month", "year")
                    and self._w(i + 2) not in (*self.v.next, *self.v.last)
                ):
                    return Found(i, i + 2, ("part", part, ("unit", unit[0][1], "this")), unit[0][1])
        if w in _FRACTIONS and self._look(self.v.ordinals, i + 1):
            n, j = self._look(self.v.ordinals, i + 1)  # type: ignore[misc]
            if self._w(j) == "من":
                inner = self._at(j + 1)
                if inner and inner.grain == "year":
                    return Found(i, inner.last, ("fraction", 2 if w == "النصف" else 4, n, inner.spec), "month")
                if inner and inner.grain == "month":
                    return Found(i, inner.last, ("halfmonth", n, inner.spec), "day")
        return None

    def _day_and_month(self, i: int) -> Found | None:
        got = self._look(self.v.ordinals, i, True)
        day: int | None = None
        j = i
        if got and self._w(got[1]) in ("من", "عشر"):
            day, j = got[0], got[1] + 1
        elif (n := self._number(i)) is not None and 1 <= n <= 31:
            day, j = n, i + 1
            if self._w(j) == "من":
                j += 1
        if day is None:
            return None
        second: int | None = None
        joined = self._w(j)
        if joined.startswith("و") and (m := self._number(j)) is not None and 1 <= m <= 31:
            second, j = m, j + 1
        elif joined == "و" and (m := self._number(j + 1)) is not None and 1 <= m <= 31:
            second, j = m, j + 2
        elif (
            joined in ("-", "الي", "حتي")
            and (m := self._number(j + 1)) is not None
            and 1 <= m <= 31
            and self._month(j + 2)
        ):
            second, j = m, j + 2
        month = self._month(j)
        if month is None:
            hijri = self._look(self.v.hijri, j)
            if hijri is not None:
                year, k = None, hijri[1]
                n = self._number(k)
                if n is not None and 1300 <= n <= 1500:
                    year, k = n, k + 1
                    if self._w(k) in ("ه", "هـ", "هجري", "هجرية"):
                        k += 1
                mod, k2 = self._mod(k)
                return Found(i, k2, ("hijri", year, hijri[0], day), "day")
            if self._w(j - 1) == "من" and self._w(j) in ("الشهر", "هذا"):
                inner = self._at(j)
                if inner and inner.spec[0] == "unit" and inner.spec[1] == "month":
                    return Found(i, inner.last, ("monthday", day, inner.spec), "day")
            if second is None and self._w(i).isdigit():
                mod, k = self._mod(j)
                if mod and self._w(i - 1) in (
                    "يوم",
                    "في",
                    "السبت",
                    "الاحد",
                    "الاثنين",
                    "الثلاثاء",
                    "الاربعاء",
                    "الخميس",
                    "الجمعة",
                ):
                    return Found(i, k, ("monthday", day, ("unit", "month", mod)), "day")
            return None
        year, k = self._year(month[1])
        mod = ""
        if year is None:
            mod, k = self._mod(month[1])
        if second is not None:
            return Found(i, k, ("dayrange", year, month[0], day, second, mod), "day")
        return Found(i, k, ("date", year, month[0], day, mod), "day")

    def _numeric(self, i: int) -> Found | None:
        w = self._w(i).strip("()")
        for sep in "-/":
            parts = w.split(sep)
            if len(parts) == 3 and all(p.isdigit() for p in parts):
                first, month, third = (int(p) for p in parts)
                if first > 31 and 1 <= month <= 12 and 1 <= third <= 31:
                    return Found(i, i + 1, ("date", first, month, third, ""), "day")
                if 1 <= first <= 31 and 1 <= month <= 12 and third > 31:
                    year = third + (2000 if third < 60 else 1900 if third < 100 else 0)
                    return Found(i, i + 1, ("date", year, month, first, ""), "day")
        if (
            self._w(i - 1) in ("يوم", "بتاريخ", "في")
            and self._w(i + 1) == "/"
            and (a := self._number(i))
            and (b := self._number(i + 2))
        ):
            if 1 <= a <= 31 and 1 <= b <= 12:
                j = i + 3
                if self._w(j) == "/" and (c := self._number(j + 1)) and c > 1900:
                    return Found(i, j + 2, ("date", c, b, a, ""), "day")
                mod, j = self._mod(j)
                return Found(i, j, ("date", None, b, a, mod), "day")
        return None

    def _month_alone(self, i: int) -> Found | None:
        j = i
        if self._w(i) in _MONTH:
            j = i + 1
        month = self._month(j)
        if month is None:
            return None
        year, k = self._year(month[1])
        mod = ""
        if year is None:
            mod, k = self._mod(month[1])
        ambiguous = self._w(j) in ("مارس", "اب", "جوان", "اوت", "ماي")
        if (
            ambiguous
            and not (year or mod)
            and k == j + 1
            and j == i
            and self._w(i - 1) not in ("في", "من", "منذ", "الي", "حتي", "نهاية", "مطلع", "اواخر", "اوايل", "منتصف")
        ):
            return None
        return Found(i, k, ("month", year, month[0], mod), "month")

    def _weekday(self, i: int) -> Found | None:
        j = i
        got = self._look(self.v.weekdays, i, True)
        if got is None:
            return None
        if self._w(j) in ("الاول", "الثاني"):
            return None
        mod, k = self._mod(got[1])
        if self._w(k) in ("(",) and self._number(k + 1):
            inner = self._day_and_month(k + 1)
            if inner and self._w(inner.last) == ")":
                return Found(i, inner.last + 1, inner.spec, "day")
        inner = self._day_and_month(k) if k < len(self.t) else None
        if inner is None and k + 1 < len(self.t) and self._w(k) in ("،", ","):
            inner = self._day_and_month(k + 1)
        if inner:
            return inner._replace(first=i)
        if self._w(k) in ("صباحا", "مساء", "ليلا", "فجرا", "ظهرا"):
            k += 1
        return Found(i, k, ("weekday", got[0], mod), "day")

    def _day_word(self, i: int) -> Found | None:
        got = self._look(self.v.days, i, True)
        if got is None:
            return None
        shift, j = got
        if self._w(i).lstrip("و") in ("اليوم",) and self._w(j) in (
            *self.v.next,
            *self.v.last,
            "نفسه",
            "ذاته",
            "الاول",
            "الثاني",
            "التالي",
        ):
            if self._w(j) in ("نفسه", "ذاته"):
                return Found(i, j + 1, ("same",), "day")
            return None
        if self._w(i) == "الان":
            return Found(i, j, ("shift", 0), "day")
        k = j
        if self._w(k) in ("،", "("):
            k += 1
        again = self._look(self.v.weekdays, k)
        if again is not None:
            j = again[1]
            if self._w(j) == ")" and self._w(k - 1) == "(":
                j += 1
        return Found(i, j, ("shift", shift), "day")

    def _relative(self, i: int) -> Found | None:
        w = self._w(i).lstrip("و")
        if w not in _RELATIVE:
            return None
        j = i + 1
        if self._w(j) in ("اكثر", "اقل", "نحو", "حوالي", "قرابة"):
            j += 1
            if self._w(j) == "من":
                j += 1
        n, unit, k = 1, None, j
        dual = self._look(self.v.duals, j)
        if dual:
            n, unit, k = 2, dual[0], dual[1]
        else:
            count = self._count(j)
            if count:
                got = self._look(self.v.units, count[1])
                if got:
                    n, unit, k = count[0], got[0], got[1]
            else:
                got = self._look(self.v.units, j)
                if got and not self._w(j).startswith("ال"):
                    n, unit, k = 1, got[0], got[1]
        if unit is None:
            if w == "منذ" and (inner := self._at(i + 1)):
                return Found(i, inner.last, ("since", inner.spec), inner.grain)
            return None
        if self._w(k) in ("من", "علي") and w in ("قبل", "بعد"):
            return Found(i, k, ("offset", n, unit), unit, "duration")
        if w == "قبل":
            return Found(i, k, ("ago", n, unit), unit)
        if w == "منذ":
            return Found(i, k, ("sinceago", n, unit), unit)
        if w in ("بعد", "غضون", "خلال"):
            mod, k2 = self._mod(k)
            if mod == "last":
                return Found(i, k2, ("lastn", n, unit), unit)
            if mod == "next" or w == "بعد" or w == "غضون":
                return Found(i, k2, ("in", n, unit) if w == "بعد" else ("within", n, unit), unit)
        return Found(i, k, ("length", n, unit), unit, "duration")

    def _unit(self, i: int) -> Found | None:
        w = self._w(i)
        this = w in _THIS
        j = i + 1 if this else i
        word = self._w(j)
        if not this and word[:1] == "و" and word[1:3] == "ال":
            word = word[1:]
        if word[:1] in "بل" and word[1:3] == "ال":
            word = word[1:]
        if word.startswith("لل"):
            word = "ال" + word[2:]
        if not word.startswith("ال"):
            return None
        got = self.v.units.get(word[2:])
        if got is None:
            dual = self.v.duals.get(word[2:])
            if dual:
                mod, k = self._mod(j + 1)
                if mod in ("last", "next"):
                    return Found(i, k, ("lastn" if mod == "last" else "within", 2, dual[0][1]), dual[0][1])
            return None
        unit = got[0][1]
        if unit in ("hour", "minute"):
            return None
        plural = word[2:] in ("ايام", "اسابيع", "شهور", "اشهر", "سنوات", "اعوام")
        mod, k = self._mod(j + 1)
        if plural:
            n = self._count(j + 1)
            if n:
                mod, k = self._mod(n[1])
            if mod in ("last", "next"):
                return Found(
                    i,
                    k,
                    ("lastn" if mod == "last" else "within", n[0] if n else 3, unit),
                    unit,
                    "date" if n else "duration",
                )
            return None
        if this or mod:
            return Found(i, k, ("unit", unit, mod or "this"), unit)
        year, k = self._year(j + 1)
        if year and unit == "year":
            return Found(i, k, ("year", year), "year")
        return None

    def _year_alone(self, i: int) -> Found | None:
        w = self._w(i)
        if w[:1] in "وبل" and w[1:] in ("عام", "سنة", "عامي"):
            w = w[1:]
        if w in _YEAR:
            n = self._number(i + 1)
            if n and 1800 <= n <= 2200:
                m = self._number(i + 2) if self._w(i + 2).startswith("و") else None
                if m and 1800 <= m <= 2200:
                    return Found(i, i + 3, ("years", n, m), "year")
                return Found(i, i + 2, ("year", n), "year")
        return None


def _months(y: int, m: int, shift: int) -> tuple[int, int]:
    n = y * 12 + m - 1 + shift
    return n // 12, n % 12 + 1


def _month_span(y: int, m: int) -> Value:
    return dt.date(y, m, 1), dt.date(y, m, monthrange(y, m)[1])


def resolve(spec: Spec, published: dt.date | None, future: bool) -> Value | None:
    """First and last day that an expression stands for, both inclusive; None where nothing fixes it.

    Args:
        spec: as made by `Finder`.
        published: the day of publication; without it only full dates resolve.
        future: whether what is told lies ahead, for expressions that leave it open.

    Weeks run Monday to Sunday; start, middle and end of a month are days 1-10, 11-20 and 21 to the end.
    """
    try:
        return _resolve(spec, published, future)
    except (ValueError, OverflowError):
        return None


def _resolve(spec: Spec, p: dt.date | None, future: bool) -> Value | None:
    kind = spec[0]
    if kind == "date":
        _, year, month, day, mod = spec
        if year is not None:
            d = dt.date(year, month, day)
            return d, d
        if p is None:
            return None
        d = _nearest(p, month, day, mod, future)
        return d, d
    if kind == "year":
        return dt.date(spec[1], 1, 1), dt.date(spec[1], 12, 31)
    if kind == "years":
        return dt.date(spec[1], 1, 1), dt.date(spec[2], 12, 31)
    if kind == "month" and spec[1] is not None:
        return _month_span(spec[1], spec[2])
    if kind == "dayrange" and spec[1] is not None:
        return dt.date(spec[1], spec[2], spec[3]), dt.date(spec[1], spec[2], spec[4])
    if kind == "hijri":
        return _hijri(spec, p)
    if kind == "part":
        inner = _resolve(spec[2], p, future)
        return _part(spec[1], inner) if inner else None
    if kind == "fraction":
        inner = _resolve(spec[3], p, future)
        if inner is None:
            return None
        size = 12 // spec[1]
        first = (spec[2] - 1) * size + 1
        return dt.date(inner[0].year, first, 1), _month_span(inner[0].year, first + size - 1)[1]
    if kind == "halfmonth":
        inner = _resolve(spec[2], p, future)
        if inner is None:
            return None
        return (inner[0], inner[0].replace(day=15)) if spec[1] == 1 else (inner[0].replace(day=16), inner[1])
    if p is None:
        return None
    if kind == "dayrange":
        _, _, month, a, b, mod = spec
        first = _nearest(p, month, a, mod, future)
        return first, first.replace(day=b)
    if kind == "month":
        _, _, month, mod = spec
        if mod == "this":
            return _month_span(p.year, month)
        y = p.year
        if mod == "next" or (future and not mod):
            y += month < p.month or (mod == "next" and month == p.month)
        else:
            y -= month > p.month or (mod == "last" and month == p.month)
        return _month_span(y, month)
    if kind == "shift":
        d = p + dt.timedelta(days=spec[1])
        return d, d
    if kind == "same":
        return None
    if kind == "weekday":
        d = _weekday(p, spec[1], spec[2], future)
        return d, d
    if kind == "weekdays":
        b = _weekday(p, spec[2], spec[3], future)
        return b - dt.timedelta(days=(spec[2] - spec[1]) % 7), b
    if kind == "unit":
        return _unit(spec[1], {"next": 1, "last": -1, "this": 0}[spec[2]], p)
    if kind == "monthday":
        inner = _resolve(spec[2], p, future)
        if inner is None:
            return None
        d = inner[0].replace(day=spec[1])
        return d, d
    if kind == "ago":
        return _moved(p, -spec[1], spec[2])
    if kind == "in":
        return _moved(p, spec[1], spec[2])
    if kind == "within":
        end = _moved(p, spec[1], spec[2])
        return (p, end[1]) if end else None
    if kind == "lastn":
        start = _moved(p, -spec[1], spec[2])
        return (start[0], p) if start else None
    if kind == "sinceago":
        start = _moved(p, -spec[1], spec[2])
        return (start[0], p) if start else None
    if kind == "since":
        inner = _resolve(spec[1], p, False)
        return (inner[0], p) if inner and inner[0] <= p else None
    return None


def _nearest(p: dt.date, month: int, day: int, mod: str, future: bool) -> dt.date:
    here = dt.date(p.year, month, day)
    if mod == "this":
        return here
    if mod == "next":
        return here if here > p else dt.date(p.year + 1, month, day)
    if mod == "last":
        return here if here <= p else dt.date(p.year - 1, month, day)
    if future:
        return here if here >= p else dt.date(p.year + 1, month, day)
    return here if here <= p else dt.date(p.year - 1, month, day)


def _weekday(p: dt.date, day: int, mod: str, future: bool) -> dt.date:
    ahead = (day - p.weekday()) % 7
    if mod == "next" or (future and mod != "last"):
        return p + dt.timedelta(days=ahead if ahead or not mod else 7)
    back = (p.weekday() - day) % 7
    return p - dt.timedelta(days=back if back or mod != "last" else 7)


def _unit(unit: str, shift: int, p: dt.date) -> Value | None:
    if unit == "day":
        d = p + dt.timedelta(days=shift)
        return d, d
    if unit == "week":
        monday = p - dt.timedelta(days=p.weekday()) + dt.timedelta(weeks=shift)
        return monday, monday + dt.timedelta(days=6)
    if unit == "month":
        return _month_span(*_months(p.year, p.month, shift))
    if unit == "year":
        return dt.date(p.year + shift, 1, 1), dt.date(p.year + shift, 12, 31)
    return None


def _moved(p: dt.date, n: int, unit: str) -> Value | None:
    if unit in ("hour", "minute"):
        d = p + (dt.timedelta(hours=n) if unit == "hour" else dt.timedelta(minutes=n))
        return d, d
    if unit in _GRAINS:
        d = p + dt.timedelta(days=n * _GRAINS[unit])
        return d, d
    if unit == "month":
        return _month_span(*_months(p.year, p.month, n))
    if unit == "year":
        return dt.date(p.year + n, 1, 1), dt.date(p.year + n, 12, 31)
    if unit == "decade":
        return dt.date(p.year + 10 * n, 1, 1), dt.date(p.year + 10 * n, 12, 31)
    return None


def _part(part: str, v: Value) -> Value:
    a, b = v
    days = (b - a).days + 1
    if days <= 7:
        cut = {"start": (0, 1), "middle": (2, 4), "end": (5, 6)}[part]
        return a + dt.timedelta(days=cut[0]), a + dt.timedelta(days=min(cut[1], days - 1))
    if days <= 31:
        return {
            "start": (a, a.replace(day=10)),
            "middle": (a.replace(day=11), a.replace(day=20)),
            "end": (a.replace(day=21), b),
        }[part]
    return {
        "start": (a, _month_span(a.year, 4)[1]),
        "middle": (dt.date(a.year, 5, 1), _month_span(a.year, 8)[1]),
        "end": (dt.date(a.year, 9, 1), b),
    }[part]


def _hijri(spec: Spec, p: dt.date | None) -> Value | None:
    from hijridate import Gregorian, Hijri  # loaded only for articles that need it

    _, year, month, day = spec
    if year is None:
        if p is None:
            return None
        today = Gregorian(p.year, p.month, p.day).to_hijri()
        year = today.year - ((month, day) > (today.month, today.day))
    g = Hijri(year, month, day).to_gregorian()
    d = dt.date(g.year, g.month, g.day)
    return d, d
