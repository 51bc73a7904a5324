"""The text as words, numbers and marks, each with its place in the original."""

import re
from typing import Final, Literal

from mahdar.text.fold import fold, plain

Kind = Literal["word", "number", "latin", "mark"]

_LETTER: Final = "\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\ufb50-\ufdfd\ufe70-\ufefc"
_SIGN: Final = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
    "\u00ad\u034f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\u0300-\u036f"
)
_DIGIT: Final = "0-9\u0660-\u0669\u06f0-\u06f9"
_TOKEN: Final = re.compile(
    rf"(?P<word>[{_LETTER}][{_LETTER}{_SIGN}]*(?:-[{_DIGIT}]+(?![{_DIGIT}{_LETTER}/.]))?)"  # ميغ-29
    rf"|(?P<number>[{_DIGIT}]+(?:[.,:٫٬،/-][{_DIGIT}]+)*)"
    rf"|(?P<latin>[^\W\d_{_LETTER}]+(?:['’.-][^\W\d_{_LETTER}]+)*)"
    rf"|(?P<mark>[^\s{_SIGN}])"
)
QUOTES: Final = frozenset('"«»“”„')
_KASHIDA: Final = "\u0640"
DASHES: Final = frozenset(("-", "–", "—", _KASHIDA))
COMMAS: Final = frozenset("،,")
STOPS: Final = frozenset(".؛;!?؟…")
_MOST: Final = 1 << 16


class Token:
    """A word, number or mark: its place `[start, end)`, its folded and its original spelling."""

    __slots__ = ("end", "folded", "kind", "raw", "start")

    def __init__(
        self,
        start: int,
        end: int,
        folded: str,
        raw: str,
        kind: Kind,
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.folded: Final = folded
        self.raw: Final = raw
        self.kind: Final = kind

    def at(self, n: int) -> int:
        """Where the `n`-th folded character begins in the text; `n` may equal the length."""
        if n <= 0:
            return self.start
        if len(self.raw) == len(self.folded):
            return self.start + min(n, len(self.raw))
        back = fold(self.raw)
        return self.end if n >= len(back.text) else self.start + back.start[n]


def parted(tokens: list[Token], contractions: dict[str, list[str]], unless: frozenset[str]) -> list[Token]:
    """The tokens with two words that are written as one taken apart, the last letters being those of the second; not
    before one of the words `unless`.
    """
    out: list[Token] = []
    for n, t in enumerate(tokens):
        both = contractions.get(t.raw)
        if both is None or (n + 1 < len(tokens) and tokens[n + 1].folded in unless):
            out.append(t)
            continue
        cut = t.end - len(both[1])
        out.append(Token(t.start, cut, both[0], t.raw[: cut - t.start], t.kind))
        out.append(Token(cut, t.end, both[1], t.raw[cut - t.start :], t.kind))
    return out


_KNOWN: Final[dict[str, list[Token]]] = {}  # the tokens of stretches without spaces, counted from their start


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens of `text[start:end]`, offsets counted from the start of the whole text."""
    out: list[Token] = []
    at = start
    for stretch in text[start : len(text) if end is None else end].split():  # no token has a space in it
        known = _KNOWN.get(stretch)
        if known is None:
            if len(_KNOWN) >= _MOST:
                _KNOWN.clear()
            known = _KNOWN[stretch] = _tokens(stretch)
        at = text.find(stretch, at)
        for t in known:
            out.append(Token(at + t.start, at + t.end, t.folded, t.raw, t.kind))
        at += len(stretch)
    return out


def _tokens(stretch: str) -> list[Token]:
    out: list[Token] = []
    for m in _TOKEN.finditer(stretch):
        raw: str = m[0]
        kind: Kind = m.lastgroup  # type: ignore[assignment]
        if raw == _KASHIDA:  # by itself it is a dash: محادثات سعودية ـ عراقية
            kind = "mark"
        folded = plain(raw) if kind == "word" or kind == "number" else raw
        if folded:
            out.append(Token(m.start(), m.end(), folded, raw, kind))
    return out
