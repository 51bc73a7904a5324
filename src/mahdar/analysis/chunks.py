"""What a sentence is made of for the analysis: words, the parts of noun phrases, and chunks of them."""

from typing import Final, Literal

from mahdar.analysis.names import Hit
from mahdar.language.cues import Cues
from mahdar.language.words import Reading
from mahdar.text.tokens import Token
from mahdar.world.names import GROUND, Entry, World

ChunkKind = Literal["np", "verb", "participle", "particle", "mark", "time", "aside"]
_HAMZA: Final = frozenset("أإ")
_STEM: Final = 4  # letters of the shortest plural of people in the construct state, its ending apart


class Word:
    """A word of the sentence: its token, the chosen reading, the known name it belongs to.

    `lemmas`: the lemma chosen and, of a verb, the others that are spelled alike. `bare`: the folded word without
    clitics and article, the stem as it stands. `opens`: what `nominal_entry` found, False while nobody asked.
    `leads`: whether it is the last of a preposition of several words, so that no adjective describes it.
    """

    __slots__ = ("bare", "entry", "hit", "leads", "lemmas", "n", "opens", "paren", "quoted", "r", "time", "token")

    r: Reading
    bare: str

    def __init__(self, n: int, token: Token, r: Reading) -> None:
        self.n, self.token = n, token
        self.read_as(r)
        self.lemmas: tuple[str, ...] = (r.lemma,)
        self.opens: tuple[Entry, int] | Literal[False] | None = False
        self.hit: Hit | None = None
        self.entry: Entry | None = None
        self.leads = False
        self.time = False
        self.paren = False
        self.quoted = False

    def read_as(self, r: Reading) -> None:
        """Choose a reading."""
        self.r = r
        folded = self.token.folded
        self.bare = folded[r.stem : r.end] if r.end else folded[r.stem :]

    @property
    def acts(self) -> tuple[str, ...]:
        """The verbs that the word may belong to: its own lemmas, or the verb of a participle or verbal noun."""
        return self.lemmas if self.r.pos == "verb" else (self.r.of,) if self.r.of else ()

    def act_in(self, verbs: frozenset[str]) -> str:
        """The first verb of the word that is among `verbs`; "" where none is."""
        for v in self.acts:
            if v in verbs:
                return v
        return ""

    @property
    def conj(self) -> str:
        """The conjunction written with the word, as a known name has it or else as it is read."""
        return self.hit.conj if self.hit is not None else self.r.conj

    @property
    def prep(self) -> str:
        """The preposition written with the word, likewise."""
        return self.hit.prep if self.hit is not None else self.r.prep

    @property
    def named(self) -> bool:
        """Whether the word is a known name that can stand alone: not an adjective."""
        return self.entry is not None and self.entry.kind != "adjective"


class Part:
    """One noun phrase without preposition: words `[start, end)`, its head, and appositions `[start, end)` within.

    `of`: the prepositional phrase after it that tells whose it is (متحدث باسم, مسؤول في); `named`: the name that
    follows such a phrase.
    """

    __slots__ = ("apposed", "end", "head", "named", "of", "start")

    def __init__(
        self,
        start: int,
        end: int,
        head: int,
        apposed: tuple[tuple[int, int], ...] = (),
        of: tuple[int, int] | None = None,
        named: tuple[int, int] | None = None,
    ) -> None:
        self.start: Final = start
        self.end: Final = end
        self.head: Final = head
        self.apposed: Final = apposed
        self.of: Final = of
        self.named: Final = named

    def joined(self, start: int, end: int) -> "Part":
        """The phrase with an apposition behind it, up to whose end it reaches."""
        return Part(self.start, end, self.head, (*self.apposed, (start, end)), self.of, self.named)

    def owned(self, of: tuple[int, int]) -> "Part":
        """The phrase with the one that tells whose it is."""
        return Part(self.start, self.end, self.head, self.apposed, of, self.named)

    def called(self, named: tuple[int, int]) -> "Part":
        """The phrase with the name that belongs to it."""
        return Part(self.start, self.end, self.head, self.apposed, self.of, named)


class Chunk:
    """A phrase, verb, particle, mark, time expression or aside: words `[start, end)`.

    `prep`: folded preposition or ""; `rel`: its ASCII name; `conj`: the conjunction before it;
    `parts`: of a noun phrase, the coordinated phrases in it; `masdar`: the word of the verbal noun whose object it is,
    -1 for none.
    """

    __slots__ = ("conj", "end", "kind", "masdar", "n", "parts", "prep", "rel", "start")

    def __init__(self, kind: ChunkKind, start: int, end: int) -> None:
        self.n = -1
        self.kind, self.start, self.end = kind, start, end
        self.prep = self.rel = self.conj = ""
        self.parts: list[Part] = []
        self.masdar = -1

    @property
    def head(self) -> int:
        """The head word of the first part; the first word of what has no parts."""
        return self.parts[0].head if self.parts else self.start


def nominal_entry(words: list[Word], i: int, world: World) -> tuple[Entry, int] | None:
    """The office, body or population that the noun at `i` opens, longest match first, with its end."""
    w = words[i]
    if w.opens is False:  # asked many times over of the same word
        w.opens = _nominal_entry(words, i, world)
    return w.opens


def _nominal_entry(words: list[Word], i: int, world: World) -> tuple[Entry, int] | None:
    w = words[i]
    if w.hit is not None or w.r.pos not in ("noun", "adj") or _describes(words, i):
        return None
    for head in (w.bare, w.r.lemma) if w.bare != w.r.lemma and w.r.pos == "noun" else (w.r.lemma,):
        for further, n in world.nominals.get(head, ()):
            j = i + 1
            for word in further:
                if j >= len(words):
                    break
                x = words[j]
                if x.r.lemma != word and x.bare != word and x.token.folded != word:
                    break
                j += 1
            else:
                entry = world.entries[n]
                if _spelled_else(w, entry):
                    continue  # الأعلام are flags, no الإعلام
                if entry.kind == "office" and w.r.form == "masdar" and not further:
                    continue  # المفاوضات are talks, not women who negotiate
                if entry.kind == "body" and w.r.form == "masdar" and w.r.number == "p" and not further:
                    continue  # ادعاءات are claims, not the prosecution
                return entry, j
    return None


def _spelled_else(w: Word, entry: Entry) -> bool:
    """Whether a word is written with another hamza than the name of an entry."""
    own, other = w.token.raw[w.r.stem : w.r.stem + 1], entry.ar[:1]
    return own != other and own in _HAMZA and other in _HAMZA


def _describes(words: list[Word], i: int) -> bool:
    """Whether an adjective tells of the thing right before it and so names nobody: مطار عسكري is no soldier."""
    w, before = words[i], words[i - 1] if i else None
    return (
        w.r.pos == "adj"
        and before is not None
        and before.hit is None
        and before.r.pos == "noun"
        and not before.leads
        and (
            (before.r.form != "masdar" and before.r.cls in ("thing", "place", "abstract"))
            or (before.r.cls == "act" and before.r.gender == w.r.gender == "f")  # عملية عسكرية
        )
        and not (w.r.conj or w.r.prep or w.r.pron)
        and w.r.number == "s"
    )


def _of_a_woman(words: list[Word], head: int) -> bool:
    """Whether a title in the masculine is a woman's, by the name behind it: دعت النائب هدى الحاتمي."""
    name = words[head + 1] if head + 1 < len(words) else None
    if name is None or words[head].r.gender != "m" or words[head].r.cls != "human" or not words[head].r.definite:
        return False
    if name.entry is not None:
        return name.entry.kind == "person" and name.entry.gender == "f"
    return name.r.pos == "name" and name.r.gender == "f"


def agreement(words: list[Word], head: int, cues: Cues) -> tuple[str, str]:
    """Gender and number that a verb after the noun at `head` shows: a plural of things counts as feminine singular."""
    w = words[head]
    if head and w.r.number == "p" and words[head - 1].hit is None and words[head - 1].r.lemma in cues.chief:
        return words[head - 1].r.gender, words[head - 1].r.number  # كبير المفاوضين
    if head and w.r.number == "p" and words[head - 1].hit is None and words[head - 1].r.lemma in cues.one_of:
        return words[head - 1].r.gender, "s"  # أحد النواب، إحدى الصحف
    if w.entry is None:
        if w.r.pron and w.r.lemma in cues.honorific:  # فخامته
            return ("f" if w.r.pron == "ها" else "m"), "s"
        if w.r.number == "p" and w.r.lemma in cues.source_noun:
            return "f", "s"  # أضافت المصادر
        if w.r.pos == "pron" and w.r.lemma in cues.shape:
            return cues.shape[w.r.lemma][:-1], cues.shape[w.r.lemma][-1]
        if w.r.number in ("", "s") and (w.r.lemma in cues.either_gender or _of_a_woman(words, head)):
            return "", "s"
        gender = w.r.gender or ("" if w.r.pos == "name" else "m")
        deeds = w.r.form in ("", "masdar") and w.r.cls != "human"  # محادثات
        if w.r.number == "p" and deeds and not w.token.folded.endswith(("ون", "ين")):
            return "f", "s"
        return gender, w.r.number or "s"
    e = w.entry
    if e.kind == "adjective":
        return (e.form[0] if e.form else "m"), (e.form[1] if len(e.form) > 1 else "s")
    if e.kind == "person":
        return e.gender or "m", "s"
    folded = w.token.folded
    bare = folded[w.hit.stem :] if w.hit is not None else folded
    if bare.startswith("ل") and folded.endswith("ل" + bare):
        bare = "ا" + bare  # للاتحاد
    if e.kind in GROUND:
        return ("" if bare in cues.mixed_gender_masculine else "f"), "s"
    if bare in cues.mixed_gender_masculine:
        return "m", "s"
    if e.kind == "group" and bare.endswith(("ون", "يون", "يين")) and bare.startswith("ال"):  # الحوثيون
        return "m", "p"
    if bare.endswith(("ة", "ات")) or bare in cues.feminine_name:
        return "f", "s"
    first = e.ar.partition(" ")[0]
    construct = bare.endswith(("و", "ي")) and head + 1 < len(words) and words[head + 1].hit is w.hit
    if e.kind == "group" and construct and len(bare) > _STEM:
        return "m", "p"  # مقاتلو طالبان، متمردي دارفور
    if e.kind == "group" and first.endswith(("ة", "ات")) and not bare.startswith(first[:2]):
        return "", "s"  # الدعم السريع as well as قوات الدعم السريع
    return ("m" if bare.startswith("ال") or bare in cues.group_back else ""), "s"


def in_charge_of(words: list[Word], head: int, k: int, cues: Cues) -> bool:
    """Whether a state is only what an office or a body has to do with: مكتب شؤون تايوان، نائب الوزير لشؤون روسيا; but
    وزير شؤون القدس is one of theirs.
    """
    e = words[k].entry
    if e is None or e.kind != "state" or k < head + 2:
        return False
    w = words[k - 1]
    minister = k == head + 2 and words[head].hit is None and words[head].r.cls == "human" and not w.r.prep
    return w.hit is None and w.r.number == "p" and w.r.lemma in cues.field_of_work and not minister
