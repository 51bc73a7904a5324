"""Counts in a clause: four missiles, two missiles, some seventy ships."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mahdar.dossier.language import Language
from mahdar.dossier.terms import Word
from mahdar.language.pack import Pack

_REACH: Final = 3  # words from a number to what it counts
_DUAL: Final = 2
_TEN: Final = 10
_NO_COUNT: Final = ("time", "number")
_ONE_BY_ONE: Final = ("time", "number", "human", "group")  # two of them are rather "the two presidents"
_SIGNS: Final = str.maketrans("", "", ",٬،")


class Count(NamedTuple):
    """How many of what."""

    what: str
    many: int


def counts(words: Sequence[Word], pack: Pack, language: Language) -> Iterator[Count]:
    """What is counted in some words."""
    n = 0
    while n < len(words):
        w = words[n]
        if w.part == "noun" and w.number == "d" and w.cls not in _ONE_BY_ONE:
            yield Count(w.form, _DUAL)
        value, n = _number(words, n, pack, language)
        if value is None:
            n += 1
            continue
        for x in words[n : n + _REACH]:
            if x.part == "noun" and x.cls not in _NO_COUNT:
                yield Count(x.form, value)
                break
            if x.part in ("mark", "verb", "num"):
                break


def _number(words: Sequence[Word], at: int, pack: Pack, language: Language) -> tuple[int | None, int]:
    """The number that stands at a place, and where it ends: اثنا عشر, خمسة وعشرون, أربعمئة ألف."""
    value = _value(words[at], pack, language)
    n = at + 1
    if value is None and n < len(words) and _value(words[n], pack, language) == _TEN:
        value = language.units.get(words[at].form)
    if value is None:
        return None, at
    while n < len(words):
        w = words[n]
        more = None if w.joined and value < _TEN else language.multiples.get(w.form)
        added = _value(w, pack, language) if more is None else None
        if more is not None:
            value *= more
        elif added is not None and (w.joined or added == _TEN) and len(str(added)) != len(str(value)):
            value += added
        else:
            break
        n += 1
    return value, n


def _value(w: Word, pack: Pack, language: Language) -> int | None:
    """The number that digits or a number word stand for."""
    if w.form[:1].isdecimal() and (digits := w.form.translate(_SIGNS)).isdecimal():
        return int(digits)
    told = (t.value for t in pack.times.terms.get(w.form, ()) if t.name == "numeral")
    return language.numbers.get(w.form) or next((v for v in told if isinstance(v, int)), None)
