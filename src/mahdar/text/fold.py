"""The text as the lexicon spells it, with the way back."""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

# Signs that carry no letter: short vowels, tanwin, shadda, sukun, Koranic marks, tatweel,
# zero-width and bidirectional controls, soft hyphen, byte-order mark.
_SILENT: Final = (
    {
        c
        for r in ((0x0610, 0x061A), (0x064B, 0x065F), (0x06D6, 0x06DC), (0x06DF, 0x06E8), (0x06EA, 0x06ED))
        for c in range(r[0], r[1] + 1)
    }
    | {0x0670, 0x0640, 0x00AD, 0x034F, 0x061C, 0xFEFF, 0x180E}
    | set(range(0x200B, 0x2010))
    | set(range(0x202A, 0x202F))
    | set(range(0x2060, 0x2070))
    | set(range(0x0300, 0x0370))
)

# Alef and ya after Larkey, Ballesteros & Connell (SIGIR 2002), extended to hamza seats
# and to the Persian and Urdu letters that keyboards put into Arabic text.
_LETTERS: Final = {
    "أ": "ا",
    "إ": "ا",
    "آ": "ا",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ى": "ي",
    "ئ": "ي",
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ۍ": "ي",
    "ێ": "ي",
    "ؤ": "و",
    "ۆ": "و",
    "ۇ": "و",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ہ": "ه",
    "ە": "ه",
    "ھ": "ه",
    "ۀ": "ه",
    "ۃ": "ة",
    "پ": "ب",
    "چ": "ج",
    "ڤ": "ف",
    "ژ": "ز",
}


def _table() -> dict[int, str]:
    table = {ord(k): v for k, v in _LETTERS.items()}
    table |= dict.fromkeys(_SILENT, "")
    for d in range(10):
        table[0x0660 + d] = table[0x06F0 + d] = str(d)
    for code in (*range(0xFB50, 0xFDFE), *range(0xFE70, 0xFEFD)):
        plain = unicodedata.normalize("NFKC", chr(code)).replace(" ", "")
        if plain != chr(code):
            table[code] = "".join(_LETTERS.get(c, "" if ord(c) in _SILENT else c) for c in plain)
    return table


TABLE: Final = _table()


class Folded(NamedTuple):
    """`text`, and for each of its code points the half-open source range `[start[i], end[i])`."""

    text: str
    start: tuple[int, ...]
    end: tuple[int, ...]


def fold(text: str) -> Folded:
    """The text without vowels, tatweel and invisible signs, letters and digits in their plain shape.

    Args:
        text: code points exactly as read, not normalised.

    Returns:
        The folded text and, for each folded code point, where it came from: non-decreasing
        code-point offsets such that `text[start[i]:end[j - 1]]` is what stood behind `folded[i:j]`.

    >>> fold("إلى").text
    'الي'
    """
    out: list[str] = []
    start: list[int] = []
    end: list[int] = []
    for i, c in enumerate(text):
        for d in TABLE.get(ord(c), c):
            out.append(d)
            start.append(i)
            end.append(i + 1)
    return Folded("".join(out), tuple(start), tuple(end))


@lru_cache(maxsize=1 << 16)
def plain(word: str) -> str:
    """`fold(word).text` alone, remembered: for single words and lexicon keys."""
    return word.translate(TABLE)


_WORD: Final = re.compile(r"\w+")


def searched(text: str) -> list[str]:
    """The words of a text as searches compare them: folded, in small letters.

    >>> searched("أعلنت «NATO»")
    ['اعلنت', 'nato']
    """
    return _WORD.findall(text.translate(TABLE).lower())


class Whole:
    """A text that can be asked whether folded words stand in it, one space apart; it is folded when first asked."""

    __slots__ = ("_folded", "_text")

    def __init__(self, text: str) -> None:
        self._text: Final = text
        self._folded: str | None = None

    def __contains__(self, words: str) -> bool:
        if self._folded is None:
            self._folded = " ".join([word for x in self._text.split() if (word := plain(x))])
        return words in self._folded
