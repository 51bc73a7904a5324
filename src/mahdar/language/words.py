"""What can be known of a word: its readings, and the tables they come from."""

from functools import cached_property
from typing import Literal, NamedTuple

from msgspec import Struct

Pos = Literal[
    "verb",
    "noun",
    "adj",
    "prep",
    "conj",
    "sub",
    "neg",
    "modal",
    "fut",
    "pron",
    "dem",
    "rel",
    "interrog",
    "adv",
    "num",
    "part",
    "name",
    "mark",
]


NOMINAL = ("noun", "adj", "name", "num", "dem")


class Reading(Struct, frozen=True, gc=False):
    """One way to read a word; a Struct, since its fields are looked at more than anything else here.

    `lemma` is the folded dictionary form, `of` the verb that a verbal noun or participle belongs to.
    `gender` m f or "", `number` s d p or "", `person` 1 2 3 or 0; `tense` past, present or "";
    `voice` act, pas, both (spelled alike) or "". `conj`, `prep`, `fut` are the clitics before the stem,
    `pron` the pronoun after it; `[stem, end)` is the place of the stem in the folded word. `letter`: how the lexicon
    spells an initial alef (أ إ آ), "" where it bears no hamza. `short`: a present in the short form that stands after
    words like لم alone.
    """

    pos: Pos
    lemma: str
    of: str = ""
    form: str = ""
    cls: str = ""
    gender: str = ""
    number: str = ""
    person: int = 0
    tense: str = ""
    voice: str = ""
    definite: bool = False
    construct: bool = False
    accusative: bool = False
    conj: str = ""
    prep: str = ""
    fut: str = ""
    pron: str = ""
    stem: int = 0
    end: int = 0
    weight: float = 0.0
    letter: str = ""
    short: bool = False


# The names that open with a form once its clitics are cut off: [(further words, entry)], conj, prep, article, cut.
Opening = tuple[list[tuple[list[str], int]], str, str, bool, int]


class Readings(tuple[Reading, ...]):
    """All readings of a word form, likeliest first; what is asked of a form in every sentence is found out once.

    `names`: the known names that begin with the form, kept by `analysis.names`.
    """

    names: tuple[Opening, ...] | None = None

    @cached_property
    def whole(self) -> bool:
        """Whether the form is rather one word than a conjunction and a word: وزير, وفد, وعد."""
        return any(
            not x.conj and (x.weight > -1 if x.pos in NOMINAL else x.weight > 0.3 and x.pos == "verb") for x in self
        )

    @cached_property
    def things(self) -> tuple[str, ...]:
        """The lemmas of nouns and adjectives among the two likeliest readings."""
        return tuple(r.lemma for r in self[:2] if r.pos in ("noun", "adj"))

    @cached_property
    def marks(self) -> tuple[tuple[str, str], ...]:
        """(grammar in short, dictionary form and part of speech) of each reading."""
        return tuple((_grammar(r), f"{r.lemma}/{r.pos}") for r in self)

    @cached_property
    def spelled(self) -> dict[str, list[float]]:
        """How well each reading suits an original spelling of the form, kept by whoever judges it."""
        return {}


def _grammar(r: Reading) -> str:
    clitics = ("-" if r.prep and r.pos != "prep" else "") + ("'" if r.pron else "")
    if r.pos == "verb":
        return f"v{r.tense[:2]}{'P' if r.voice == 'pas' else ''}{r.person}{r.gender}{r.number}{clitics}"
    if r.pos == "noun":
        return f"n{r.cls[:2]}{r.form[:1]}{r.definite:d}{r.accusative:d}{r.construct:d}{r.number}{clitics}"
    if r.pos == "adj":
        return f"a{r.form[:1]}{r.definite:d}{r.accusative:d}{r.construct:d}{r.gender}{r.number}{clitics}"
    if r.pos in NOMINAL:
        return r.pos + clitics
    return f"{r.pos}:{r.lemma}{clitics}"


class Lexicon(NamedTuple):
    """The compiled lexicon of a pack; keys are folded stems.

    verbs: stem -> [(class, lemma number, voice)]
    nominals: stem -> [(class, lemma number, number)]
    particles: form -> [(pos, lemma, pronoun)]
    lemmas: [(lemma, pos, verb lemma or "", noun class, gender, participle or masdar mark, spelling of an initial alef)]
    common: lemmas of frequent nouns
    """

    verbs: dict[str, list[tuple[str, int, str]]]
    nominals: dict[str, list[tuple[str, int, str]]]
    particles: dict[str, list[tuple[Pos, str, str]]]
    lemmas: list[tuple[str, Pos, str, str, str, str, str]]
    common: list[str]
