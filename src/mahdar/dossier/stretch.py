"""A stretch of an article by itself, analysed: what a clause or a sentence has of words, phrases and counts."""

from collections.abc import Sequence
from functools import cached_property, lru_cache

from mahdar.dossier.language import Language, language
from mahdar.dossier.numbers import Count, counts
from mahdar.dossier.terms import Named, Phrase, Word, phrases, words
from mahdar.language.pack import Pack, pack
from mahdar.text.fold import Whole


class Stretch:
    """Words of a text. Offsets count from where the stretch begins, so that it is one wherever it is printed."""

    def __init__(self, text: str, near: Sequence[Named], code: str) -> None:
        self.text = text
        self.whole = Whole(text)
        self._near, self._code = near, code
        self._pack: Pack = pack(code)
        self._known: Language = language(code)

    @cached_property
    def words(self) -> list[Word]:
        """Its words."""
        return words(self.text, self._near, self._code)

    @cached_property
    def forms(self) -> frozenset[str]:
        """The dictionary forms of its words."""
        return frozenset(w.form for w in self.words)

    @cached_property
    def nouns(self) -> frozenset[str]:
        """All nouns, those too that name a thing only with others."""
        return frozenset(w.form for w in self.words if w.part == "noun")

    @cached_property
    def telling(self) -> list[Word]:
        """The nouns that tell something by themselves."""
        return [w for w in self.words if w.part == "noun" and w.form not in self._known.light]

    @cached_property
    def deeds(self) -> frozenset[str]:
        """The types of the acts that its nouns name."""
        known = self._pack.frames.nouns
        return frozenset(frame.type for f in self.nouns for form in (f, f + "ة") for frame in known.get(form, ()))

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases that may name what it is about."""
        known = self._known
        return list(phrases(self.words, known.markers, known.light, known.files | known.documents))

    @cached_property
    def counts(self) -> list[Count]:
        """What is counted in it."""
        return list(counts(self.words, self._pack, self._known))


@lru_cache(maxsize=1 << 14)
def stretch(text: str, near: tuple[Named, ...], code: str) -> Stretch:
    """A text as a stretch by itself, what several outlets print once; `near`: what names parties in it."""
    return Stretch(text, near, code)
