"""What can be known of a word: its readings, and the tables they come from."""

from typing import Literal, NamedTuple

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


class Reading(NamedTuple):
    """One way to read a word.

    `lemma` is the folded dictionary form, `of` the verb that a verbal noun or participle belongs to.
    `gender` m f or "", `number` s d p or "", `person` 1 2 3 or 0; `tense` past, present or "";
    `voice` act, pas, both (spelled alike) or "". `conj`, `prep`, `fut` are the clitics before the stem,
    `pron` the pronoun after it; `[stem, end)` is the place of the stem in the folded word. `letter`: how the lexicon
    spells an initial alef (أ إ آ), "" where it bears no hamza.
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
