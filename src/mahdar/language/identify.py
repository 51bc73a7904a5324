"""Which language a text is in, surely enough to refuse another one by name."""

import re
from collections.abc import Mapping
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
_MOST: Final = 1 << 15  # stretches kept


def identify(text: str) -> str:
    """`ar` for Arabic, else the English name of the language that the text is in, "unknown" when nothing tells."""
    sample = text[:SAMPLE]
    if not _LETTERS.search(sample):
        return "unknown"
    arabic = foreign = words = common = 0
    for stretch in sample.split():
        told = _KNOWN.get(stretch)
        if told is None:
            if len(_KNOWN) >= _MOST:
                _KNOWN.clear()
            told = _KNOWN[stretch] = _Told(stretch)
        arabic += told.arabic
        foreign += told.foreign
        words += told.words
        common += told.common
    mostly = arabic * 2 >= len(sample)  # then there is no need to count the letters
    letters = len(sample) if mostly else sum(map(len, _LETTERS.findall(sample)))
    if arabic * 2 >= letters:
        # in Arabic every tenth word is a common one
        if foreign * 12 < arabic and (common * 10 >= words or (words < 8 and foreign == 0)):
            return "ar"
    code = _classify(sample)
    if code == "ar" and arabic * 2 < letters:
        return "unknown"
    return "ar" if code == "ar" else named(code)


def named(code: str) -> str:
    """The English name of a language, its code where it has no name here."""
    return _NAMES.get(code, code)


def by_language(counts: Mapping[str, int]) -> str:
    """How many texts there are in each language, for a message: "12 English, 3 Persian"."""
    return ", ".join(f"{n} {language}" for language, n in sorted(counts.items()))


def common_words(text: str) -> tuple[int, int]:
    """How many words in Arabic letters a text has, and how many of them are such as only Arabic has many of."""
    words = _WORD.findall(text)
    return len(words), sum([_is_common(x) for x in words])


class _Told:
    """What a stretch without spaces tells: how many Arabic letters it has, letters foreign to Arabic, words, and words
    that Arabic has more of than its neighbours: function words, nouns with the article.
    """

    __slots__ = ("arabic", "common", "foreign", "words")

    def __init__(self, stretch: str) -> None:
        words = _WORD.findall(stretch)
        self.arabic: Final[int] = sum([len(x) for x in _ARABIC.findall(stretch)])
        self.foreign: Final[int] = len(_FOREIGN.findall(stretch))
        self.words: Final[int] = len(words)
        self.common: Final[int] = sum([_is_common(x) for x in words])


_KNOWN: Final[dict[str, _Told]] = {}


def _is_common(word: str) -> bool:
    folded = plain(word)
    return folded in _FOLDED or folded.startswith(("ال", "وال", "بال", "لل"))


def _classify(sample: str) -> str:
    from py3langid import classify  # loads a model: only for texts that are not plainly Arabic

    code, _ = classify(sample)
    return str(code)
