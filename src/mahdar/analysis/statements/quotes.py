"""Quotation marks of a sentence, paired."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from mahdar.text.quotes import WIDTHLESS

_OPENERS: Final = {"«": "»", "“": "”", '"': '"', "„": "“", "‘": "’"}
_CLOSERS: Final = frozenset("»”’")
_AFTER_CLOSING: Final = ".،,؛:؟!)]"
_MAX_DEPTH: Final = 8


class Quotes(NamedTuple):
    """Quotation marks of a sentence: closed stretches of words; where one is left open, where one from before closes
    (-1: nowhere).
    """

    spans: list[tuple[int, int]]
    opens: int
    closes: int

    def inside(self, k: int) -> bool:
        """Whether word `k` stands in quotation marks."""
        return any(a <= k < b for a, b in self.spans) or 0 <= self.opens <= k

    def marks(self, first: int, last: int) -> bool:
        """Whether any quotation begins within words `[first, last)`."""
        return any(a < last and b > first for a, b in self.spans) or first <= self.opens < last


def directed(mark: str, text: str, start: int, end: int) -> str:
    """A straight quotation mark at `[start, end)` of a text as an opening or a closing one where the spaces around it
    tell which it is: `قال "نعم". `
    """
    if mark != '"':
        return mark
    if text[end : end + 1] == WIDTHLESS:
        end += 1
    free = start == 0 or text[start - 1].isspace() or text[start - 1] in "([:"
    ends = end >= len(text) or text[end].isspace() or text[end] in _AFTER_CLOSING
    if free == ends:
        return "”" if free and text[end : end + 1] in _AFTER_CLOSING else mark
    return "“" if free else "”"


def quotations(marks: Sequence[tuple[int, str]], inside: bool) -> Quotes:
    """Pair the quotation marks of one sentence.

    Args:
        marks: (number of words before the mark, the mark) in order.
        inside: whether a quotation was open when the sentence began.
    """
    spans: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = [(0, "?")] if inside else []
    closes = -1
    for at, mark in marks:
        if mark == "“" and stack and (stack[-1][1] in ('"', "“") or (stack[-1][1] == "?" and at == 0)):
            stack.pop()  # opened anew: the mark before was a slip, or a paragraph repeats it
        closing = mark in _CLOSERS or (mark in ('"', "“") and bool(stack) and _OPENERS.get(stack[-1][1], '"') == mark)
        closing = closing or (mark == '"' and bool(stack) and stack[-1][1] == "“")  # it only tells less than the first
        if closing and stack:
            begin, opener = stack.pop()
            spans.append((begin, at))
            if opener == "?":
                closes = at
        elif mark in _OPENERS and not closing and len(stack) < _MAX_DEPTH:
            stack.append((at, mark))
    return Quotes(sorted(spans), stack[-1][0] if stack else -1, closes)
