"""A stretch of an article, analysed: what a clause or a sentence has of words, phrases and counts."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from mahdar.dossier.language import Language, language
from mahdar.dossier.numbers import Count, counts
from mahdar.dossier.terms import Named, Phrase, Word, phrases, words
from mahdar.language.pack import Pack, pack
from mahdar.text.fold import Whole


class Rest(NamedTuple):
    """What a stretch has without one of its words, the one that names an act: the nouns that tell something, and the
    phrases that may name what it is about.
    """

    terms: frozenset[str]
    phrases: list[Phrase]


class Stretch:
    """A sentence, or a part of one. Offsets count from where it begins, so that it is one wherever it is printed.

    `near`: what names parties in it.
    """

    def __init__(self, text: str, near: Sequence[Named], code: str) -> None:
        self.text, self.code = text, code
        self.whole = Whole(text)
        self._near = near
        self._parts: dict[tuple[int, int], Stretch] = {}
        self._rests: dict[tuple[int, int], Rest] = {}
        self._words: list[Word] | None = None
        self._forms: frozenset[str] | None = None
        self._nouns: frozenset[str] | None = None
        self._telling: list[Word] | None = None
        self._deeds: frozenset[str] | None = None
        self._phrases: list[Phrase] | None = None
        self._counts: list[Count] | None = None
        self._pack: Pack = pack(code)
        self._known: Language = language(code)

    @property
    def words(self) -> list[Word]:
        """Its words."""
        if self._words is None:
            self._words = words(self.text, self._near, self.code)
        return self._words

    def part(self, start: int, end: int) -> "Stretch":
        """A part of it, whose words are those of the whole: a sentence is analysed once."""
        if (start, end) == (0, len(self.text)):
            return self
        if (start, end) not in self._parts:
            self._parts[start, end] = _Part(self, start, end)
        return self._parts[start, end]

    def without(self, start: int, end: int) -> Rest:
        """What it has beside a word of it, once for all who print it."""
        if (start, end) not in self._rests:
            terms = frozenset(w.form for w in self.telling if not start <= w.start < end)
            phrases = [p for p in self.phrases if not (p.start < end and start < p.end)]
            self._rests[start, end] = Rest(terms, phrases)
        return self._rests[start, end]

    @property
    def forms(self) -> frozenset[str]:
        """The dictionary forms of its words."""
        if self._forms is None:
            self._forms = frozenset(w.form for w in self.words)
        return self._forms

    @property
    def nouns(self) -> frozenset[str]:
        """All nouns, those too that name a thing only with others."""
        if self._nouns is None:
            self._nouns = frozenset(w.form for w in self.words if w.part == "noun")
        return self._nouns

    @property
    def telling(self) -> list[Word]:
        """The nouns that tell something by themselves."""
        if self._telling is None:
            self._telling = [w for w in self.words if w.part == "noun" and w.form not in self._known.light]
        return self._telling

    @property
    def deeds(self) -> frozenset[str]:
        """The types of the acts that its nouns name."""
        if self._deeds is None:
            self._deeds = frozenset(type for f in self.nouns for type in self.types(f))
        return self._deeds

    def types(self, noun: str) -> set[str]:
        """The types of the acts that a noun names; `noun`: as in a word's form."""
        known = self._pack.frames.nouns
        return {frame.type for form in (noun, noun + "ة") for frame in known.get(form, ())}

    @property
    def phrases(self) -> list[Phrase]:
        """The noun phrases that may name what it is about."""
        if self._phrases is None:
            known = self._known
            self._phrases = list(
                phrases(self.words, known.markers, known.light, known.files | known.documents, known.about)
            )
        return self._phrases

    @property
    def counts(self) -> list[Count]:
        """What is counted in it."""
        if self._counts is None:
            self._counts = list(counts(self.words, self._pack, self._known))
        return self._counts


class _Part(Stretch):
    """Part of a sentence."""

    def __init__(self, of: Stretch, start: int, end: int) -> None:
        super().__init__(of.text[start:end], (), of.code)
        self._of, self._start, self._end = of, start, end

    @property
    def words(self) -> list[Word]:
        if self._words is None:
            all = self._of.words
            first = bisect_left(all, self._start, key=lambda w: w.start)
            last = bisect_left(all, self._end, first, key=lambda w: w.start)
            new, start = tuple.__new__, self._start  # half the time of a call of Word
            self._words = [new(Word, (w.start - start, w.end - start, *w[2:])) for w in all[first:last]]
        return self._words


@lru_cache(maxsize=1 << 14)
def sentence(text: str, near: tuple[Named, ...], code: str) -> Stretch:
    """A sentence by itself, one however many outlets print it; `near`: what names parties in it."""
    return Stretch(text, near, code)
