"""Which language a text is in, surely enough to refuse another one by name."""

import re
from functools import lru_cache
from typing import Final

from mahdar.text.fold import plain

_ARABIC: Final = re.compile("[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\ufb50-\ufdff\ufe70-\ufefc]+")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_WORD: Final = re.compile("[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufefc]+")
_COMMON: Final = frozenset(
    (
        "في من على إلى عن مع أن إن التي الذي هذا هذه بين بعد قبل كما وقال قال ما لا لم كان كانت خلال حول وفي ومن أو عند"
    ).split()
)
_FOLDED: Final = frozenset(plain(w) for w in _COMMON)
_FOREIGN: Final = re.compile("[پچژگکیہھےںٹڈڑۆێەڕڵۀ]")
_NAMES: Final = {
    "en": "English",
    "ru": "Russian",
    "fa": "Persian",
    "ur": "Urdu",
    "ku": "Kurdish",
    "ps": "Pashto",
    "ug": "Uyghur",
    "fr": "French",
    "de": "German",
    "tr": "Turkish",
    "he": "Hebrew",
    "uk": "Ukrainian",
    "es": "Spanish",
    "zh": "Chinese",
    "it": "Italian",
}
SAMPLE: Final = 4000


def identify(text: str) -> str:
    """`ar` for Arabic, else the English name of the language that the text is in, "unknown" when nothing tells."""
    sample = text[:SAMPLE]
    if not _LETTERS.search(sample):
        return "unknown"
    arabic = sum(map(len, _ARABIC.findall(sample)))
    mostly = arabic * 2 >= len(sample)  # then there is no need to count the letters
    letters = len(sample) if mostly else sum(map(len, _LETTERS.findall(sample)))
    if arabic * 2 >= letters:
        words = _WORD.findall(sample)
        foreign = len(_FOREIGN.findall(sample))
        if foreign * 12 < arabic and (_common(words) or (len(words) < 8 and foreign == 0)):
            return "ar"
    code = _classify(sample)
    if code == "ar" and arabic * 2 < letters:
        return "unknown"
    return "ar" if code == "ar" else _NAMES.get(code, code)


def _common(words: list[str]) -> bool:
    """Whether every tenth word is a common one; in Arabic that is clear before half of them are seen."""
    n = 0
    for word in words:
        if _is_common(word):
            n += 1
            if n * 10 >= len(words):
                return True
    return not words


@lru_cache(maxsize=1 << 15)
def _is_common(word: str) -> bool:
    """Whether a word is one that Arabic has more of than its neighbours: a function word, a noun with the article."""
    folded = plain(word)
    return folded in _FOLDED or folded.startswith(("ال", "وال", "بال", "لل"))


def _classify(sample: str) -> str:
    from py3langid import classify  # loads a model: only for texts that are not plainly Arabic

    code, _ = classify(sample)
    return str(code)
