"""What a compiled pack holds of words and names, in the shape in which it is used.

Stays interpreted: the types by which a pack is decoded must be seen at run time as they are written here.
"""

from typing import Any, Literal, NamedTuple

from mahdar.language.words import Cls, Form, Pos, Voice

# What has few values is decoded as literals, of which there is one each: compared time and again, they are at hand.
EntryKind = Literal[
    "state",
    "seat",
    "capital",
    "byname",
    "adjective",
    "bloc",
    "organization",
    "group",
    "media",
    "person",
    "city",
    "office",
    "body",
    "population",
]
Tenure = tuple[str, str, str, str, str, str]
Row = tuple[EntryKind, str, str, str, str, str, list[str], str, str, str, str, bool, str, list[Tenure]]


class Lexicon(NamedTuple):
    """The compiled lexicon of a pack; keys are folded stems.

    verbs: stem -> [(class, lemma number, voice)]
    nominals: stem -> [(class, lemma number, number)]
    particles: form -> [(pos, lemma, pronoun)]
    lemmas: [(lemma, pos, verb lemma or "", noun class, gender, participle or masdar mark, spelling of an initial alef)]
    common: lemmas of frequent nouns
    """

    verbs: dict[str, list[tuple[str, int, Voice]]]
    nominals: dict[str, list[tuple[str, int, str]]]
    particles: dict[str, list[tuple[Pos, str, str]]]
    lemmas: list[tuple[str, Pos, str, Cls, str, Form, str]]
    common: list[str]


class Tables(NamedTuple):
    """The names and who bears them; see `mahdar.world.names.World`."""

    entries: list[Row]
    names: dict[str, list[tuple[list[str], int]]]
    surnames: dict[str, list[int]]
    nominals: dict[str, list[tuple[list[str], int]]]
    holders: dict[str, list[int]]
    given: dict[str, str]
    english: dict[str, str]
    letters: dict[str, Any]
