"""Counts in a clause: four missiles, two missiles, some seventy ships."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from mahdar.dossier.language import Language
from mahdar.dossier.terms import Word
from mahdar.language.pack import Pack

_REACH: Final = 3  # words from a number to what it counts
_DUAL: Final = 2
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
        n += 1
        if w.part == "noun" and w.number == "d" and w.cls not in _ONE_BY_ONE:
            yield Count(w.form, _DUAL)
        value = _value(w, pack, language)
        if value is None:
            continue
        while n < len(words) and (more := language.multiples.get(words[n].form)):
            value, n = value * more, n + 1
        for x in words[n : n + _REACH]:
            if x.part == "noun" and x.cls not in _NO_COUNT:
                yield Count(x.form, value)
                break
            if x.part in ("mark", "verb", "num"):
                break


def _value(w: Word, pack: Pack, language: Language) -> int | None:
    """The number that digits or a number word stand for."""
    if w.form[:1].isdecimal() and (digits := w.form.translate(_SIGNS)).isdecimal():
        return int(digits)
    told = (t.value for t in pack.times.terms.get(w.form, ()) if t.name == "numeral")
    return language.numbers.get(w.form) or next((v for v in told if isinstance(v, int)), None)
