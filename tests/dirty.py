"""Hypothesis strategies for text as it comes from the web: vowels, tatweel, invisible signs, mixed line ends."""

import re
from unicodedata import decomposition

from hypothesis import strategies as st

from mahdar.text.fold import fold
from tests.examples import examples, lines

LETTERS = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي"
VOWELS = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0653\u0654\u0655"
TATWEEL = "\u0640"
PERSIAN = "پچژگکیہےۀڤ"
PRESENTATION = "".join(c for c in map(chr, (*range(0xFB50, 0xFDFD), *range(0xFE70, 0xFEFD))) if decomposition(c))
ZERO_WIDTH = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
BIDI = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LINE_ENDS = ("\n", "\r\n", "\r", "\u2028", "\u2029", "\x85", "\x0b", "\x0c")
DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳"
MARKS = ".،؛:؟!…«»“”\"'()[]{}/-–—%٪*_@#"
OTHER = ("😀", "🇪🇬", "\x00", "\x1b", "e\u0301", "Н", "é", "²", "𞸀", "\U0010ffff", "\ufffd")

# Words that open the ways of the coder: names, cues, verbs, times, numbers, particles.
WORDS = tuple(word for line in lines("words") for word in line.split())

letters = st.text(LETTERS + PERSIAN, min_size=1, max_size=6)
signs = st.text(VOWELS + TATWEEL + ZERO_WIDTH + BIDI, min_size=1, max_size=3)
pieces = st.one_of(
    letters,
    signs,
    st.text(PRESENTATION, min_size=1, max_size=3),
    st.text(DIGITS + MARKS, min_size=1, max_size=4),
    st.sampled_from(LINE_ENDS),
    st.sampled_from(OTHER),
    st.sampled_from((" ", "  ", "\t", "\u00a0")),
    st.sampled_from(("NATO", "U.S.", "Zm9vYmFyYmF6cXV4MTIz=", "No.")),
)
dirty_text = st.lists(pieces, max_size=40).map("".join)
"""Any mixture of letters, signs, controls and line ends."""

_word = st.sampled_from(WORDS)
_between = st.one_of(
    st.just(" "),
    st.just(" "),
    st.just(" "),
    st.sampled_from((" ", "، ", ". ", "\n", ": «", "» ", ' "', " - ", " (", ") ")),
)
_news = st.lists(st.tuples(st.one_of(_word, _word, _word, pieces), _between), min_size=1, max_size=30)
news_text = _news.map(lambda pairs: "".join(x for pair in pairs for x in pair))
"""News words in any order with dirt between them."""

_BUGS = [re.compile(p.values[0]["like"]) for p in examples("faults", "crash") if p.marks]


def new_to_us(text: str) -> bool:
    """Whether a text has none of the crashes that are known: property tests leave those to the cases with `bug`."""
    folded = fold(text).text
    return not any(bug.search(folded) for bug in _BUGS)
