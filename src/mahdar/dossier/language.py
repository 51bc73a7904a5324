"""What a dossier knows of a language beyond its events: `packs/LANGUAGE/dossier.toml`, folded as words are."""

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from mahdar.dossier.terms import bare
from mahdar.packs.ar.entries import verb_lemma
from mahdar.text.fold import plain

# The kind of position that an act of a type takes where its frame has none of its own.
_OF_TYPE: Final = {
    "AGREE": "promise",
    "CONCEDE": "concession",
    "REQUEST": "demand",
    "REJECT": "refusal",
    "THREATEN": "threat",
    "ACCUSE": "accusation",
}
_APART: Final = (  # tables that tell no kind
    "breach", "breach_words", "accusing_words", "undone_words", "ended_words", "never", "pledging_words",
    "red_lines", "cancelled",
)  # fmt: skip


class Language(NamedTuple):
    """Frames and words by what they tell; words are folded dictionary forms, phrases folded as written.

    `kinds`: frame -> kind of position. Frames: `breach` of a broken commitment, `cancelled` of a meeting that will not
    be, `visits` of going to somebody, `ceremonies` of acts for which parties meet. The others: words.
    """

    kinds: dict[str, str]
    breach: frozenset[str]
    breach_words: frozenset[str]
    accusing_words: frozenset[str]
    undone_words: frozenset[str]
    ended_words: frozenset[str]
    never: frozenset[str]
    pledging_words: frozenset[str]
    red_lines: frozenset[str]
    cancelled: frozenset[str]
    visits: frozenset[str]
    video: frozenset[str]
    phone: frozenset[str]
    closed: frozenset[str]
    closed_words: frozenset[str]
    open_words: frozenset[str]
    put_off: frozenset[str]
    planned: frozenset[str]
    appointed: frozenset[str]
    first: frozenset[str]
    called_off: frozenset[str]
    another: frozenset[str]
    during: frozenset[str]
    together: frozenset[str]
    lasted: frozenset[str]
    about: frozenset[str]
    ceremonies: frozenset[str]
    markers: frozenset[str]
    files: frozenset[str]
    light: frozenset[str]
    gloss: dict[str, str]
    documents: frozenset[str]
    numbers: dict[str, int]
    units: dict[str, int]
    multiples: dict[str, int]

    def kind(self, frame: str, type: str) -> str | None:
        """The kind of position that an act takes; None for acts that take none.

        An act of another type than its frame's is its contrary (لن يقبل), and has the kind of its own type.
        """
        own = self.kinds.get(frame) if frame.startswith(f"{type.lower()}.") else None
        return own or _OF_TYPE.get(type)


@lru_cache(maxsize=4)
def language(code: str) -> Language:
    """What is known of a language that has a pack."""
    raw = tomllib.loads((files("mahdar") / "packs" / code / "dossier.toml").read_text(encoding="utf-8"))
    position, meeting, issue = raw["position"], raw["meeting"], raw["issue"]

    def words(given: list[str]) -> frozenset[str]:
        return frozenset(form for w in given for form in (plain(w), verb_lemma(w)))

    def nouns(given: list[str]) -> frozenset[str]:
        return words(given) | {bare(w) for w in words(given)}

    return Language(
        kinds={frame: kind for kind, frames in position.items() if kind not in _APART for frame in frames},
        breach=frozenset(position["breach"]),
        breach_words=words(position["breach_words"]),
        accusing_words=words(position["accusing_words"]),
        undone_words=words(position["undone_words"]),
        ended_words=words(position["ended_words"]),
        never=words(position["never"]),
        pledging_words=words(position["pledging_words"]),
        red_lines=words(position["red_lines"]),
        cancelled=frozenset(position["cancelled"]),
        visits=frozenset(meeting["visits"]),
        video=words(meeting["video"]),
        phone=words(meeting["phone"]),
        closed=words(meeting["closed"]),
        closed_words=words(meeting["closed_words"]),
        open_words=words(meeting["open_words"]),
        put_off=words(meeting["put_off"]),
        planned=words(meeting["planned"]),
        appointed=words(meeting["appointed"]),
        first=words(meeting["first"]),
        called_off=words(meeting["called_off"]),
        another=words(meeting["another"]),
        during=words(meeting["during"]),
        together=words(meeting["together"]),
        lasted=words(meeting["lasted"]),
        about=nouns(meeting["about"]),
        ceremonies=frozenset(meeting["ceremonies"]),
        markers=nouns(issue["markers"]),
        files=nouns(issue["files"]),
        light=nouns([*issue["light"], *position["breach_words"]]),
        gloss={form: told for w, told in issue["gloss"].items() for form in nouns([w])},
        documents=nouns(raw["document"]["heads"]),
        numbers={plain(w): n for w, n in raw["number"]["word"].items()},
        units={plain(w): n for w, n in raw["number"]["unit"].items()},
        multiples={plain(w): n for w, n in raw["number"]["times"].items()},
    )
