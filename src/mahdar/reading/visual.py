"""Text in visual order: each word's letters reversed, as some tools take Arabic out of PDF.

ة and ى end words, and the article begins them; where it is the other way round throughout, the text was reversed.
"""

import re
import unicodedata
from typing import Final

_SAMPLE: Final = 2000  # characters
_RIGHT: Final = re.compile(r"\w[ةى]\b|\bال\w\w")
_REVERSED: Final = re.compile(r"\b[ةى]\w|\w\wلا\b")
_LEAST: Final = 2  # such words
_TIMES: Final = 3  # as many as there are words that read right


def is_visual(text: str) -> bool:
    """Whether the letters of a text's words stand in reverse."""
    sample = unicodedata.normalize("NFKC", text[:_SAMPLE])
    wrong = len(_REVERSED.findall(sample))
    return wrong >= _LEAST and wrong > _TIMES * len(_RIGHT.findall(sample))
