"""Quotation marks as the analysis reads them, each in its place."""

import re
from itertools import accumulate
from typing import Final

_ANGLE: Final = re.compile("[«»]")
_TURNED: Final = str.maketrans("«»", "»«")
_TWICE: Final = re.compile("''|``|´´|’’|‘‘")
WIDTHLESS: Final = "\u200b"
_ONE: Final = f'"{WIDTHLESS}'  # as long as two apostrophes


def upright(text: str) -> str:
    """The text with quotation marks that open as « and shut as »: as long as it was, so that offsets stay.

    Some papers' archives have all of them the wrong way round; others write two apostrophes for one.

    >>> upright("قال » نعم « ثم » لا «")
    'قال « نعم » ثم « لا »'
    """
    if _TWICE.search(text):
        text = _TWICE.sub(_ONE, text)
    return text.translate(_TURNED) if _reversed(text) else text


def _reversed(text: str) -> bool:
    """Whether every « shuts what a » before it has opened, and no space tells otherwise.

    A text that begins within a quotation has a » first as well: there its » stand right behind a word.
    """
    marks = list(_ANGLE.finditer(text))
    if not marks or marks[0].group() == "«":
        return False
    depth = list(accumulate(1 if m.group() == "»" else -1 for m in marks))
    if min(depth) < 0 or max(depth) > 2 or depth.count(0) == 0:
        return False
    opens = [m for m in marks if m.group() == "»"]
    behind_words = sum(_touches(text, m.start() - 1) and not _touches(text, m.end()) for m in opens)
    before_words = sum(_touches(text, m.end()) and not _touches(text, m.start() - 1) for m in opens)
    return before_words >= behind_words


def _touches(text: str, at: int) -> bool:
    """Whether a character is part of a word."""
    return 0 <= at < len(text) and text[at].isalnum()
