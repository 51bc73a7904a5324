"""One clause of a sentence: its verb, what stands around it, and where it hangs."""

from typing import Final, Literal

from mahdar.analysis.chunks import Chunk, Word, agreement
from mahdar.language.cues import Cues

Kind = Literal["main", "complement", "relative", "condition", "adverbial", "participle", "purpose"]
PRONOUN_SHAPE: Final = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d")}


class Clause:
    """One clause.

    `genitive`: of a relative clause about the noun in the genitive of its antecedent, that noun; else -1.
    `opener`: word of its subordinator, relative pronoun or participle, -1 for none; `via`: ASCII name of the
    preposition
    before the subordinator (بأن: bi); `governor`: the chunk it complements; `antecedent`: what a relative clause
    describes. `verb`: its verb chunk; `aux`: chunks of auxiliaries; `before` and `after`: noun phrases around the verb.
    `subject`, `objects`, `args` (ASCII preposition -> phrases) are read from those. `pronoun`: the pronoun on the
    subordinator (أنه). `particles`: words of negation, future and modality before the verb; `times`: time expressions
    in it. `[start, end)`: words.
    """

    __slots__ = (
        "after",
        "antecedent",
        "args",
        "aux",
        "before",
        "children",
        "comma",
        "end",
        "genitive",
        "governor",
        "kind",
        "n",
        "objects",
        "opener",
        "parent",
        "particles",
        "passive",
        "previous",
        "pronoun",
        "start",
        "subject",
        "times",
        "verb",
        "via",
    )

    def __init__(self, n: int, kind: Kind, parent: "Clause | None", start: int) -> None:
        self.n, self.kind, self.parent, self.start, self.end = n, kind, parent, start, start
        self.opener = -1
        self.via = ""
        self.governor: Chunk | None = None
        self.antecedent: Chunk | None = None
        self.genitive = -1
        self.verb: Chunk | None = None
        self.aux: list[Chunk] = []
        self.before: list[Chunk] = []
        self.after: list[Chunk] = []
        self.subject: list[Chunk] = []
        self.objects: list[Chunk] = []
        self.args: dict[str, list[Chunk]] = {}
        self.children: list[Clause] = []
        self.previous: Clause | None = None  # the clause it is coordinated with
        self.pronoun = ""
        self.particles: list[int] = []
        self.passive = False
        self.comma = False
        self.times: list[Chunk] = []

    def ancestors(self) -> "list[Clause]":
        """The clauses around this one, innermost first."""
        out, c = [], self.parent
        while c is not None:
            out.append(c)
            c = c.parent
        return out

    def release(self) -> None:
        """Let go of the clauses around, before and inside, so that none waits for the garbage collector."""
        self.parent = self.previous = None
        self.children = []

    def last(self) -> int:
        """The end of the clause with all that hangs on it."""
        return max([self.end, *(c.last() for c in self.children)])


def stands_for(pron: str, words: list[Word], head: int, cues: Cues) -> bool:
    """Whether a pronoun has the gender and number of the noun at `head`."""
    return pron in PRONOUN_SHAPE and PRONOUN_SHAPE[pron] == agreement(words, head, cues)


def prints_its_own(c: Clause, words: list[Word], cues: Cues) -> bool:
    """Whether a relative clause of carrying words tells it of something of what it describes: دراسة نشرت نتائجها."""
    if c.kind != "relative" or c.verb is None or c.antecedent is None:
        return False
    if not words[c.verb.start].act_in(cues.carry_words_verb):
        return False
    head = c.antecedent.head
    return any(stands_for(words[x.head].r.pron, words, head, cues) for x in c.after if not x.prep)
