"""What can be known of a word: its readings, and the tables they come from."""

from sys import intern
from typing import Final, Literal

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

Cls = Literal["", "act", "t", "i", "abstract", "human", "thing", "place", "adj", "group", "time", "number"]
Form = Literal["", "masdar", "active", "passive", "frequent"]
Voice = Literal["act", "pas", "both"]

NOMINAL: Final = ("noun", "adj", "name", "num", "dem")
GUESSED: Final = -4.0  # up to which weight a reading is a guess at a word that the lexicon has not


class Reading:
    """One way to read a word.

    `lemma` is the folded dictionary form, `of` the verb that a verbal noun or participle belongs to.
    `gender` m f or "", `number` s d p or "", `person` 1 2 3 or 0; `tense` past, present or "";
    `voice` act, pas, both (spelled alike) or "". `conj`, `prep`, `fut` are the clitics before the stem,
    `pron` the pronoun after it; `[stem, end)` is the place of the stem in the folded word. `letter`: how the lexicon
    spells an initial alef (أ إ آ), "" where it bears no hamza. `short`: a present in the short form that stands after
    words like لم alone.
    """

    __slots__ = (
        "accusative",
        "cls",
        "conj",
        "construct",
        "definite",
        "end",
        "form",
        "fut",
        "gender",
        "lemma",
        "letter",
        "number",
        "of",
        "person",
        "pos",
        "prep",
        "pron",
        "short",
        "stem",
        "tense",
        "voice",
        "weight",
    )

    def __init__(
        self,
        pos: Pos,
        lemma: str,
        of: str = "",
        form: str = "",
        cls: str = "",
        gender: str = "",
        number: str = "",
        person: int = 0,
        tense: str = "",
        voice: str = "",
        definite: bool = False,
        construct: bool = False,
        accusative: bool = False,
        conj: str = "",
        prep: str = "",
        fut: str = "",
        pron: str = "",
        stem: int = 0,
        end: int = 0,
        weight: float = 0.0,
        letter: str = "",
        short: bool = False,
    ) -> None:
        self.pos: Final = pos
        self.lemma: Final = lemma
        self.of: Final = of
        self.form: Final = form
        self.cls: Final = cls
        self.gender: Final = gender
        self.number: Final = number
        self.person: Final = person
        self.tense: Final = tense
        self.voice: Final = voice
        self.definite: Final = definite
        self.construct: Final = construct
        self.accusative: Final = accusative
        self.conj: Final = conj
        self.prep: Final = prep
        self.fut: Final = fut
        self.pron: Final = pron
        self.stem: Final = stem
        self.end: Final = end
        self.weight: Final = weight
        self.letter: Final = letter
        self.short: Final = short

    def key(self) -> tuple[object, ...]:
        """The same for readings that tell the same."""
        return (
            (self.pos, self.lemma, self.of, self.form, self.cls, self.gender, self.number, self.person, self.tense),
            (self.voice, self.definite, self.construct, self.accusative, self.conj, self.prep, self.fut, self.pron),
            (self.stem, self.end, self.weight, self.letter, self.short),
        )


class Mark:
    """What neighbours see of a word read in one way.

    `tag`: its grammar in short, `kind` and `family` the first letters of that; `word`: its dictionary form and part of
    speech; `own`: the kind of word as the learned weights tell them apart; `shape`: all that shows whether a verb or an
    adjective agrees with a noun, "" where the word is no reading of the lexicon.
    """

    __slots__ = ("family", "kind", "own", "shape", "tag", "word")

    def __init__(self, tag: str, word: str, r: Reading | None = None) -> None:
        self.tag: Final = intern(tag)
        self.kind: Final = intern(tag[:3])
        self.family: Final = intern(tag[:2])
        self.word: Final = intern(word)
        self.own: Final = "" if r is None else intern(f"{r.pos}{r.form[:1]}{int(r.construct)}")
        self.shape: Final = "" if r is None else intern(_shape(r))


# Flags are spelled by `int`: compiled, a format like `:d` takes several times as long.
def _shape(r: Reading) -> str:
    if r.pos == "verb":
        return f"{r.tense} {r.gender} {r.number} {r.person}"
    return f"{r.form} {r.gender} {r.number} {int(r.definite)}{int(r.accusative)}"


class Namesakes:
    """The known names that begin with a word: (further words, entry)."""

    __slots__ = ("all", "alone", "behind")

    def __init__(self, names: list[tuple[list[str], int]]) -> None:
        self.all: Final = names
        self.alone: Final = [x for x in names if not x[0]]
        self.behind: Final[dict[str, list[tuple[list[str], int]]]] = {}
        for x in names:
            if x[0]:
                self.behind.setdefault(x[0][0], []).append(x)

    def before(self, word: str) -> list[tuple[list[str], int]]:
        """Those that can stand before a word: of hundreds that begin with a given name, few."""
        found = self.behind.get(word)
        return self.alone if found is None else self.alone + found


# The names that open with a form once its clitics are cut off, conj, prep, article, cut.
Opening = tuple[Namesakes, str, str, bool, int]
# A last name that a form may be or begin: the form without clitics, conj, prep, cut, whether some person bears it or a
# last name may begin with it.
Ending = tuple[str, str, str, int, bool]


class Readings:
    """All readings of a word form, likeliest first; what is asked of a form in every sentence is found out once.

    `whole`: whether the form is rather one word than a conjunction and a word (وزير, وفد, وعد); `things`: the lemmas of
    nouns and adjectives among the two likeliest readings; `names`: the known names that begin with the form, and
    `last`: the last names that may, both kept by `analysis.names`; `marks`: what neighbours see of each reading;
    `spelled`: how well each reading suits an original spelling of the form, kept by who judges it.
    """

    __slots__ = ("all", "last", "marks", "names", "spelled", "things", "whole")

    def __init__(self, readings: tuple[Reading, ...]) -> None:
        self.all: Final = readings
        self.whole: Final = any(
            not x.conj and (x.weight > -1 if x.pos in NOMINAL else x.weight > 0.3 and x.pos == "verb") for x in readings
        )
        self.things: Final = tuple([r.lemma for r in readings[:2] if r.pos in ("noun", "adj")])
        self.marks: Final = [Mark(_grammar(r), f"{r.lemma}/{r.pos}", r) for r in readings]
        self.names: tuple[Opening, ...] | None = None
        self.last: tuple[Ending, ...] | None = None
        self.spelled: dict[str, list[float]] = {}


def _grammar(r: Reading) -> str:
    clitics = ("-" if r.prep and r.pos != "prep" else "") + ("'" if r.pron else "")
    if r.pos == "verb":
        return f"v{r.tense[:2]}{'P' if r.voice == 'pas' else ''}{r.person}{r.gender}{r.number}{clitics}"
    if r.pos == "noun":
        return f"n{r.cls[:2]}{r.form[:1]}{int(r.definite)}{int(r.accusative)}{int(r.construct)}{r.number}{clitics}"
    if r.pos == "adj":
        return f"a{r.form[:1]}{int(r.definite)}{int(r.accusative)}{int(r.construct)}{r.gender}{r.number}{clitics}"
    if r.pos in NOMINAL:
        return r.pos + clitics
    return f"{r.pos}:{r.lemma}{clitics}"
