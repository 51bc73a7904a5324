"""Words of a sentence grouped into phrases: noun phrases with their preposition, verbs, particles, marks, times."""

from typing import Final, Literal

from mahdar.analysis.names import Hit
from mahdar.language.cues import Cues
from mahdar.language.words import Reading
from mahdar.text.tokens import Token
from mahdar.world.names import GROUND, SITES, Entry, World

ChunkKind = Literal["np", "verb", "participle", "particle", "mark", "time", "aside"]
NOMINAL: Final = frozenset(("noun", "adj", "name", "num", "dem", "pron"))
_OF: Final = ("باسم", "بلسان", "في", "من", "ل", "عن", "لدي", "الي", "لشوون", "ب")
_DIRECTIONS: Final = ("شمال", "جنوب", "شرق", "غرب", "وسط", "شرقي", "غربي", "شمالي", "جنوبي", "داخل", "خارج", "قرب")
_STYLES: Final = (
    "معالي",
    "سعادة",
    "فخامة",
    "سمو",
    "جلالة",
    "صاحب",
    "حضرة",
    "دولة",
)  # before a title: معالي وزير الخارجية
_RULING: Final = ("GOV", "LEG", "JUD", "OPP", "MIL")  # of a body at home in its state: المجلس العسكري في مالي
COMMAS: Final = frozenset("،,")
STOPS: Final = frozenset(".؛;!?؟…")
_HAMZA: Final = frozenset("أإ")


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
        return next((v for v in self.acts if v in verbs), "")

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


class Chunker:
    """Groups the words of one sentence."""

    def __init__(self, words: list[Word], world: World, cues: Cues) -> None:
        self.words, self.world, self.cues = words, world, cues

    def chunks(self) -> list[Chunk]:
        """All chunks in order; every word belongs to exactly one."""
        out: list[Chunk] = []
        i, n = 0, len(self.words)
        while i < n:
            chunk = self._aside(i, out) or self._chunk(i, out[-1] if out else None)
            chunk.n = len(out)
            out.append(chunk)
            i = chunk.end
        return self._apposed(out)

    def _aside(self, i: int, out: list[Chunk]) -> Chunk | None:
        """What says only that somebody keeps his name back, with the commas around it: طلب عدم الكشف عن هويته. The last
        comma is taken off `out`.
        """
        words = self.words
        if words[i].hit is not None or not words[i].act_in(self.cues.keeping_verb) or words[i].r.pron:
            return None
        k = i + 1
        k += k < len(words) and words[k].r.lemma in self.cues.no_noun
        if k >= len(words) or words[k].hit is not None or words[k].r.lemma not in self.cues.naming:
            return None
        k += 1
        k += k < len(words) and words[k].token.folded == "عن"
        if k >= len(words) or words[k].r.lemma not in self.cues.name_noun or not words[k].r.pron:
            return None
        start, end = i, k + 1
        comma = out[-1] if out and out[-1].kind == "mark" and words[i - 1].token.raw in COMMAS else None
        if comma is not None and end < len(words) and words[end].token.raw in COMMAS:
            start, end = out.pop().start, end + 1
        return Chunk("aside", start, end)

    # -- one chunk ---------------------------------------------------------------------------

    def _chunk(self, i: int, before: Chunk | None) -> Chunk:
        w = self.words[i]
        if w.time and w.hit is None:
            j = i + 1
            while j < len(self.words) and (self.words[j].time or self._dates(i, j)):
                j += 1
            chunk = Chunk("time", i, j)
            chunk.conj, chunk.prep = w.r.conj, w.r.prep
            return chunk
        if w.token.kind == "mark":
            return Chunk("mark", i, i + 1)
        approximate = w.hit is None and w.r.pos == "prep" and not w.time and self._approximates(i)
        found = self._preposition(i) if w.hit is None and not approximate else None
        if found is not None:
            prep, rel, conj, j = found
            self.words[j - 1].leads = j > i + 1  # على لسان مسؤول
            if j + 1 < len(self.words) and self.words[j].hit is None and self.words[j].token.folded in _DIRECTIONS:
                j += self._nominal(j + 1)  # من شمال أوكرانيا
            counted = j < len(self.words) and (self._nominal(j) or self._approximates(j) or bool(self._amount(j)))
            if counted and not self.words[j].time:
                chunk = self._np(j)
                chunk.start = i
            elif rel == "fi" and j < len(self.words) and self.words[j].time and self.words[j].hit is None:
                chunk = self._chunk(j, before)  # في شباط: the preposition is the time's, not that of what follows
                chunk.start = i
            else:
                chunk = Chunk("particle", i, j)
            chunk.prep, chunk.rel, chunk.conj = prep, rel, conj
            return chunk
        if approximate or self._amount(i):
            chunk = self._np(i)
            chunk.conj = w.r.conj
            return chunk
        if w.hit is None and w.r.pos == "prep" and len(w.token.folded) == 1 and i + 1 < len(self.words):
            if self._nominal(i + 1) and not self.words[i + 1].time:  # لـ«حزب الله»
                chunk = self._np(i + 1)
                chunk.start, chunk.prep, chunk.conj = i, w.r.lemma, w.r.conj
                chunk.rel = self.cues.relations.single(w.r.lemma)
                return chunk
        if self._share(i):
            j = i + 1
            told = j < len(self.words) and self._nominal(j) and not self._conj(j)
            chunk = self._np(j) if told else Chunk("np", i, j)
            chunk.start, chunk.prep, chunk.rel = i, w.token.folded, "manner"
            chunk.parts = chunk.parts or [Part(i, j, i)]
            return chunk
        if w.hit is None and w.r.pos == "prep":
            chunk = Chunk("np" if w.r.pron else "particle", i, i + 1)
            chunk.prep, chunk.rel, chunk.conj = w.r.lemma, self.cues.relations.single(w.r.lemma), w.r.conj
            if w.r.pron:
                chunk.parts = [Part(i, i + 1, i)]
            return chunk
        if w.hit is None and w.r.pos == "verb":
            chunk = Chunk("verb", i, i + 1)
            chunk.conj = w.r.conj
            return chunk
        if w.hit is None and self._participle(i, before):
            chunk = Chunk("participle", i, i + 1)
            chunk.conj = w.r.conj
            return chunk
        if self._nominal(i):
            chunk = self._np(i)
            chunk.conj = w.r.conj if w.hit is None else w.hit.conj
            prep = w.r.prep if w.hit is None else w.hit.prep
            if prep:
                chunk.prep, chunk.rel = prep, self.cues.relations.single(prep)
            return chunk
        chunk = Chunk("particle", i, i + 1)
        chunk.conj = w.r.conj
        return chunk

    def _dates(self, i: int, j: int) -> bool:
        """Whether an adjective describes the time told from `i` on: القرن الخامس عشر الميلادي."""
        w, first = self.words[j], self.words[i]
        plain = w.hit is None and w.r.pos == "adj" and w.r.definite and not (w.r.conj or w.r.prep or w.r.form)
        return plain and first.r.cls == "time" and first.r.definite and first.token.folded not in self.cues.fresh_time

    def _preposition(self, i: int) -> tuple[str, str, str, int] | None:
        """(preposition, its ASCII name, conjunction, end) of a preposition of one or more words at `i`."""
        w = self.words[i]
        folded, conj = w.token.folded, ""
        table = self.cues.relations.table
        if (folded not in table and folded[1:] not in table) or self._pledged(i):
            return None
        next_ = self.words[i + 1].token.folded if i + 1 < len(self.words) else ""
        for _ in range(2):
            for rest, name in table.get(folded, ()):
                j = i + 1 + len(rest)
                last = rest[-1] if rest else ""
                if rest and rest[0] != next_ and len(rest[0]) > 1:
                    continue
                if not rest:
                    # بيد الحركة is no بيد أن
                    if w.r.pos in ("prep", "conj") or (len(folded) > 3 and w.r.pos != "verb" and w.r.cls != "human"):
                        if len(folded) > 1 and (w.r.pos == "prep" or self._governs(i)):
                            return folded, name, conj, j
                    continue
                if j > len(self.words):
                    continue
                inner = [self.words[k].token.folded for k in range(i + 1, j)]
                if inner == list(rest):
                    return " ".join([folded, *rest]), name, conj, j
                # the last word of a phrase may be a clitic: وفقا ل + noun
                if len(last) == 1 and inner[:-1] == list(rest[:-1]) and j <= len(self.words):
                    following = self.words[j - 1]
                    if following.r.prep == last or (following.hit is not None and following.hit.prep == last):
                        return " ".join([folded, *rest]), name, conj, j - 1
            if len(folded) > 3 and folded[0] in "وف" and not conj:
                conj, folded = folded[0], folded[1:]
            else:
                break
        return None

    def _conj(self, i: int) -> str:
        """The conjunction written with a word."""
        hit = self.words[i].hit
        return hit.conj if hit is not None else self.words[i].r.conj

    def _share(self, i: int) -> bool:
        """Whether a word tells what part of the people told right before it are: جنديان أحدهما ضابط."""
        w, before = self.words[i], self.words[i - 1] if i > 1 else None
        if w.hit is not None or w.r.lemma not in self.cues.share or not w.r.pron or before is None:
            return False
        if w.r.prep or (w.r.conj and before.token.raw not in COMMAS):
            return False
        if before.token.raw in COMMAS:
            behind = self.words[i + 1] if i + 1 < len(self.words) else None
            return behind is not None and (behind.hit is not None or behind.r.pos in ("noun", "adj", "prep", "num"))
        if before.hit is not None:
            return before.entry is not None and before.entry.kind == "adjective" and not before.hit.article
        if before.r.pron or before.r.prep or before.r.pos not in ("noun", "adj", "num"):
            return False
        if before.r.definite:
            return self.words[i - 2].r.pos == "prep" and before.r.pos == "adj"  # على الأقل معظمهم
        two = before.r.number == "d" and w.r.pron == "هما"
        several = two or (before.r.number == "p" and before.r.cls == "human" and w.r.pron != "ها")
        return several or before.r.pos in ("adj", "num") or self.words[i - 2].r.pos == "num"

    def _pledged(self, i: int) -> bool:
        """Whether a verbal noun that may open a preposition is what the verb before it speaks of: تعهدت بالتعاون مع."""
        r = self.words[i].r
        verb = self.words[i - 1] if i else None
        return verb is not None and bool(r.prep) and r.form == "masdar" and bool(verb.act_in(self.cues.speech_act))

    def _governs(self, i: int) -> bool:
        """Whether a word that may be a preposition or a noun is followed by what a preposition governs."""
        w = self.words[i]
        if w.r.definite or i + 1 >= len(self.words):
            return False
        following = self.words[i + 1]
        return self._nominal(i + 1) and not following.r.prep and not following.r.conj

    def _settled(self, last: int, j: int) -> bool:
        """Whether a nationality without article is no attribute of the noun before it, which has one."""
        noun, hit = self.words[last], self.words[j].hit
        return noun.hit is None and noun.r.pos == "noun" and noun.r.definite and hit is not None and not hit.article

    def _befalls(self, last: int, j: int) -> bool:
        """Whether a nationality behind a subject is somebody else, for its case: سحل جنود فلسطينيا، أعدمت السلطات
        السعودية فلسطينيا.
        """
        noun, adjective = self.words[last], self.words[j].token.folded
        if noun.hit is not None or not adjective.endswith("يا"):
            return False
        if noun.r.definite:
            return noun.r.cls in ("human", "group")
        nominative = noun.r.number in ("p", "d") and noun.token.folded.endswith(("ون", "ان"))
        return j == last + 1 and nominative and noun.r.cls == "human"

    def _acts_on(self, last: int, j: int) -> bool:
        """Whether a noun right behind a verb and whoever does it is its object, no genitive: قتل مسلح شرطية."""
        doer, other, verb = self.words[last], self.words[j], self.words[last - 1] if last else None
        if verb is None or verb.hit is not None or verb.r.pos != "verb" or verb.r.cls == "i" or verb.r.pron:
            return False
        if other.hit is None and other.r.lemma in self.cues.gunfire and doer.r.cls == "human":
            return True  # أطلق جنود النار
        if doer.r.lemma not in self.cues.bare_doer or doer.r.number != "s" or other.hit is not None:
            return False
        return other.r.pos == "noun" and other.r.lemma not in self.cues.arm

    def _tells_of(self, start: int, head: int, j: int) -> bool:
        """Whether an act behind a verb and whoever tells of it is no genitive: أكد شهود عيان وقوع انفجار."""
        verb, teller, act = self.words[start - 1] if start else None, self.words[head], self.words[j]
        if verb is None or verb.r.pos != "verb" or not verb.act_in(self.cues.report | self.cues.speech_act):
            return False
        said = act.hit is None and act.r.form == "masdar" and not act.r.definite and act.r.cls != "group"
        return said and teller.hit is None and teller.r.lemma in self.cues.teller and not teller.r.definite

    def _participle(self, i: int, before: Chunk | None) -> bool:
        """An active participle that goes on telling (مضيفا، متهمين): accusative and indefinite, not an attribute."""
        w = self.words[i]
        r = w.r
        if r.form != "active" or r.definite or r.pron or r.prep or not r.of:
            return False
        marked = (
            r.accusative
            or (r.number == "p" and w.token.folded.endswith("ين"))
            or (r.number == "d" and w.token.folded.endswith("ين"))
        )
        following = self.words[i + 1] if i + 1 < len(self.words) else None
        behind = self.words[i + 2] if i + 2 < len(self.words) else None
        if following is not None and following.entry is not None and following.entry.kind == "adjective":
            bidden = behind is not None and (behind.r.prep == "ب" or behind.r.lemma == "الي")  # داعيا سوريا إلى الرد
            if not (following.hit is not None and following.hit.article) and not bidden:
                return False  # معارضا سوريا: somebody of that country
        after_comma = (
            (before is None and i == 0)
            or (before is not None and before.kind == "mark" and self.words[before.start].token.raw in COMMAS)
            or bool(r.conj)
        )
        that = following
        if following is not None and following.hit is None and following.r.pos == "prep" and not following.r.pron:
            that = behind  # مشيرا إلى أن
        said = (that is not None and that.r.pos == "sub" and that.hit is None) or (
            following is not None and following.quoted and not w.quoted
        )  # قائلة إن، مؤكدة «...»
        says = bool(w.act_in(self.cues.report))
        told = said and says and before is not None and before.kind == "np"
        after_time = before is not None and before.kind == "time" and says  # علقت مشاركتها أمس متهمة السلطات
        apart = before is not None and (
            (following is not None and self._turns_to(i, before)) or self._speaks_apart(i, before)
        )
        opens = following is not None and (after_comma or told or after_time or apart)
        if not marked and not (r.gender == "f" and opens and w.token.folded.endswith("ة")):
            return False
        if told or apart:
            return True
        if before is not None and before.kind == "np" and not after_comma:
            head = self.words[before.end - 1]
            if (
                head.hit is None
                and head.r.pos in ("noun", "adj")
                and not head.r.definite
                and not head.r.pron
                and (head.r.accusative or r.gender == "f" or head.token.folded.endswith("ا"))
            ):
                return False
            if head.hit is not None and not head.hit.article and head.token.folded.endswith("ا") and r.number == "s":
                if head.entry is not None and head.entry.kind == "adjective":
                    return False  # وزيرا تونسيا سابقا
        if not after_comma and before is not None and before.kind == "verb":
            return False
        return True

    def _turns_to(self, i: int, before: Chunk | None) -> bool:
        """Whether a participle of speech behind a definite phrase, so no attribute of it, has an object: قطعت العلاقات
        متهمة الرباط.
        """
        w, x = self.words[i], self.words[i + 1]
        last = self.words[before.end - 1] if before is not None and before.kind == "np" else None
        if last is None or w.r.conj or not w.act_in(self.cues.speech_act | self.cues.accuse_verb):
            return False
        known = last.r.definite or bool(last.r.pron) or (last.hit is not None and last.named)
        governs = x.hit is not None or (x.r.pos == "noun" and not x.r.prep) or x.r.lemma in self.cues.object_pronoun
        told = any(v.r.pos == "verb" and v.hit is None for v in self.words[:i])
        return known and governs and told and not (x.hit is not None and x.hit.prep)

    def _speaks_apart(self, i: int, before: Chunk) -> bool:
        """Whether a participle of speaking cannot be an attribute of the phrase before it, for its gender or number:
        استدعت السفير متهمة لندن.
        """
        w = self.words[i]
        if before.kind != "np" or not (w.act_in(self.cues.speech_act) or w.act_in(self.cues.report)):
            return False
        nouns = [k for x in before.parts for k in range(x.start, x.end) if self.words[k].r.pos == "noun"]
        return bool(nouns) and not any(self.words[k].hit or self._suits(w.r, k) for k in nouns)

    def _nominal(self, i: int) -> bool:
        w = self.words[i]
        return w.hit is not None or (w.r.pos in NOMINAL and w.token.kind != "mark") or self._any(i)

    def _any(self, i: int) -> bool:
        """Whether 'any' stands before its noun: رفض أي محاولات."""
        w = self.words[i]
        if w.r.lemma not in self.cues.any_of or w.r.pos != "part" or i + 1 >= len(self.words):
            return False
        noun = self.words[i + 1]
        return noun.hit is None and noun.r.pos == "noun" and not (noun.r.definite or noun.r.prep or noun.r.conj)

    # -- noun phrases ------------------------------------------------------------------------

    def _np(self, i: int) -> Chunk:
        chunk = Chunk("np", i, i + 1)
        part = self._part(i)
        chunk.parts = [part]
        j = part.end
        while j < len(self.words):
            k = self._next_conjunct(chunk, j)
            if k is None:
                break
            following = self._part(k)
            if self._opens_clause(following.end, k, self.words[k - 1].token.raw in COMMAS, i):
                break
            chunk.parts.append(following)
            j = following.end
        if len(chunk.parts) > 1 and j < len(self.words) and self._of_both(j):
            j += 1
        if len(chunk.parts) == 1 and self._names_them(part, j):
            named = self._np(j + 1)
            if len(named.parts) > 1:  # ثلاث دول هي كينيا وأوغندا وتنزانيا
                chunk.parts, j = named.parts, named.end
        chunk.end = j
        return chunk

    def _names_them(self, part: Part, j: int) -> bool:
        """Whether a pronoun opens who the several told right before it are: دولتان هما كينيا وأوغندا."""
        w, head = self.words[j] if j + 1 < len(self.words) else None, self.words[part.head]
        if w is None or w.hit is not None or w.r.pos != "pron" or w.r.conj or not self._nominal(j + 1):
            return False
        if head.hit is not None or head.r.number not in ("d", "p") or head.r.definite or head.r.pron:
            return False
        (gender, number), (own, many) = (agreement(self.words, k, self.cues) for k in (part.head, j))
        return number == many and (number == "d" or gender == own)

    def _of_a_body(self, head: int, end: int) -> bool:
        """Whether a title without article ends in an adjective, with whose it is behind it: أمين عام الأمم المتحدة."""
        if end >= len(self.words) or self.words[head].r.definite or self.words[end - 1].r.pos != "adj":
            return False
        w = self.words[end]
        if self.words[end - 1].r.definite or w.time:
            return False
        if w.hit is None:
            return w.r.pos == "noun" and w.r.definite and not (w.r.prep or w.r.conj or w.r.pron)
        known = w.entry is not None and w.entry.kind in ("organization", "group", "state", "bloc")
        return known and not (w.hit.prep or w.hit.conj)

    def _of_both(self, j: int) -> bool:
        """Whether an adjective goes with all that is coordinated before it: الزمان والمكان المناسبين."""
        w, before = self.words[j], self.words[j - 1]
        r = w.r
        return (
            w.hit is None
            and r.pos == "adj"
            and r.definite
            and r.number in ("d", "p")
            and not (r.prep or r.conj or r.pron or w.time)
            and (before.hit is not None or before.r.definite)
        )

    def _next_conjunct(self, chunk: Chunk, j: int) -> int | None:
        """Where the next coordinated phrase begins, if one follows at `j`."""
        w = self.words[j]
        comma = w.token.raw in COMMAS
        k = j + 1 if comma else j
        if k >= len(self.words):
            return None
        w = self.words[k]
        if w.token.folded in ("و", "او", "او") and w.hit is None and k + 1 < len(self.words):
            k += 1
            if not self._nominal(k) or self.words[k].r.prep or self.words[k].time:
                return None
            return k if self._alike(chunk.parts[-1], k) else None
        conj = w.hit.conj if w.hit is not None else w.r.conj
        prep = w.hit.prep if w.hit is not None else w.r.prep
        if w.time or not self._nominal(k) or prep:
            return None
        if conj != "و":
            if comma and self._listed(chunk, k):
                return k
            return None
        if self._participle(k, None) or (w.hit is None and w.r.pos == "pron"):
            return None  # بحثت اللجنة القضية وهي تستعد: he or she is never one of several
        if self._nominative(k) and self._governed(chunk):
            return None  # في مسقط والجانبان يتفقان
        if w.hit is None and w.r.pos == "pron" and self.words[chunk.parts[-1].head].r.pos != "pron":
            return None  # انسحبت من المدينة وهي خطوة
        before = self.words[chunk.parts[-1].head]
        acts = w.r.form == "masdar" and before.r.form == "masdar" and w.hit is None
        if comma and not acts and not (self._party(k) and self._party(chunk.parts[-1].head)):
            return None
        return k if self._alike(chunk.parts[-1], k) or self._charge_too(chunk, k) else None

    def _charge_too(self, chunk: Chunk, k: int) -> bool:
        """Whether 'and' leads to what yet another minister has charge of: وزراء الدفاع والداخلية والصحة."""
        w, first = self.words[k], self.words[chunk.parts[0].head]
        if len(chunk.parts) == 1 or first.hit is not None or first.r.lemma not in self.cues.ministry:
            return False
        return w.hit is None and w.r.pos == "noun" and w.r.definite and not w.r.pron and not self._human(k)

    def _nominative(self, k: int) -> bool:
        """Whether a word shows by its ending that no preposition governs it."""
        w = self.words[k]
        several = w.hit is None and w.r.pos == "noun" and w.r.number in ("d", "p")
        return several and w.token.folded.endswith("ان" if w.r.number == "d" else "ون")

    def _governed(self, chunk: Chunk) -> bool:
        """Whether a preposition stands before a phrase, or on its first word."""
        first, before = self.words[chunk.start], self.words[chunk.start - 1] if chunk.start else None
        clitic = first.hit.prep if first.hit is not None else first.r.prep
        return bool(clitic) or (before is not None and before.hit is None and before.r.pos == "prep")

    def _listed(self, chunk: Chunk, k: int) -> bool:
        """A list without 'and' (قطر، مصر وتركيا): names of the same kind, and an 'and' before its last member."""
        first, second = self.words[chunk.parts[-1].head], self.words[k]
        if not (
            first.named and second.named and first.entry and second.entry and first.entry.kind == second.entry.kind
        ):
            return False
        m = second.hit.last - second.hit.first if second.hit else 1
        j = k + m
        while j < len(self.words) and j < k + 14:
            w = self.words[j]
            if w.hit is not None and w.hit.conj == "و" and w.entry is not None and w.entry.kind == first.entry.kind:
                return True
            if w.hit is None and w.token.raw not in COMMAS:
                return False
            j += 1
        return False

    def _party(self, i: int) -> bool:
        w = self.words[i]
        return (
            w.hit is not None
            or w.r.pos == "name"
            or w.r.cls in ("human", "group")
            or nominal_entry(self.words, i, self.world) is not None
        )

    def _alike(self, part: Part, k: int) -> bool:
        k = self.meant(k)
        a, b = self.words[part.head], self.words[k]
        if a.r.pos in ("pron", "dem") and a.hit is None:
            return False
        party = self._party(part.head), self._party(k)
        if all(party):
            return True
        if a.hit is None and a.r.number == "d" and a.r.construct and self.words[part.end - 1].r.definite:
            return b.hit is None and b.r.pos == "noun" and b.r.definite  # قطاعي النفط والبنوك
        if any(party):
            last = self.words[part.end - 1]
            if last.named and b.named and last.entry and b.entry and last.entry.kind == b.entry.kind:
                return True  # مدن نيروبي ومومباسا
            if party[1] and part.end > part.head + 1 and self._somebody(part.head + 1) and self._somebody(k):
                return True  # محادثات ميركل وساركوزي، لقاء الرئيس المصري ونظيره التركي
            # a thing and a party: only where the thing leads (الضمانات الأمنية وأوكرانيا), or both are definite nouns
            return (
                b.hit is not None
                and b.entry is not None
                and b.entry.kind in ("state", "capital")
                and a.r.cls != "human"
            )
        if b.r.pos == "adj" and a.r.pos != "adj":
            return bool(b.r.form) and b.r.definite == a.r.definite
        return True

    def _somebody(self, k: int) -> bool:
        """Whether a person begins at a word, by name, title or as somebody's counterpart."""
        w = self.words[k]
        if w.entry is not None:
            return w.entry.kind == "person"
        found = nominal_entry(self.words, k, self.world)
        return (
            (found is not None and found[0].kind == "office") or w.r.lemma in self.cues.counterpart or w.r.pos == "name"
        )

    def _opens_clause(self, j: int, k: int, comma: bool, first: int) -> bool:
        """Whether the phrase `[k, j)` is rather the subject of a new clause: its verb follows."""
        if j >= len(self.words) or (first and self.words[first - 1].token.folded == "بين" and not comma):
            return False
        w = self.words[j]
        speaks = bool(w.act_in(self.cues.speech_act) or w.act_in(self.cues.report))  # جنوبي لبنان وبيروت تدعو
        led = speaks and bool(first) and self.words[first - 1].r.pos == "prep" and self.words[first - 1].hit is None
        if w.hit is not None or w.r.pos != "verb" or w.r.conj:
            return False
        if not (self._verb_before(k) or led or self._unlike_place(first, k) or self._turns_to_state(first, k)):
            return False
        gender, number = agreement(self.words, k, self.cues)
        r = w.r
        if r.person != 3 or (r.gender and gender and r.gender != gender) or (r.tense == "past" and not comma):
            return False
        return r.number == number or (r.number == "s" and number != "d")

    def _turns_to_state(self, first: int, k: int) -> bool:
        """Whether a state follows 'and' behind a thing that a preposition governs: بعد توقيع الاتفاق وأسمرة تلغي."""
        before, e = self.words[first - 1] if first else None, self.words[k].entry
        governed = before is not None and before.hit is None and before.r.pos == "prep"
        return governed and e is not None and e.kind in ("state", "capital") and not self._party(first)

    def _unlike_place(self, first: int, k: int) -> bool:
        """Whether what follows 'and' is no place as the one is that a preposition names before: انقلاب في مالي والجيش
        يحتجز الرئيس.
        """
        place, other = self.words[first].entry, self.words[k].entry
        if place is None or place.kind not in GROUND or not first or self.words[first - 1].token.folded != "في":
            return False
        if other is None or other.kind not in GROUND:
            return self._party(k)
        return (place.kind == "state") != (other.kind == "state")

    def _verb_before(self, k: int) -> bool:
        """Whether the clause has its verb already."""
        for j in range(k - 1, -1, -1):
            w = self.words[j]
            if w.hit is None and w.r.pos == "verb":
                return True
            if w.r.pos in ("sub", "rel") or w.token.raw in STOPS:
                return False
        return False

    def _part(self, i: int) -> Part:
        """The noun phrase at `i`: head, genitives, adjectives, name or title beside it."""
        words, n = self.words, len(self.words)
        start = i
        head = self.meant(i)
        j = head + 1
        if words[head].hit is not None:
            j = self._hit_end(head)
        elif words[head].r.pron and words[head].r.lemma in self.cues.honorific:
            return Part(start, j, head)
        title = nominal_entry(words, head, self.world)
        if title is not None and title[1] > head + 1:
            second = words[head + 1].r
            another = second.pos == "adj" and not second.definite and second.gender != words[head].r.gender
            another = another and title[1] == head + 2
            named = second.pos == "name" and words[head + 1].hit is None  # رئيس أركان الجيش
            if second.prep or another or named or self._of_a_body(head, title[1]):
                j = title[1]  # القائم بالأعمال الكيني، وزراء خارجية دول الخليج
        last = j - 1 if j > head + 1 and words[head].hit is None else head  # the last noun of the genitive chain
        chain = words[last].r
        # whether a genitive may follow `last`
        open_ = self._open(last) if last == head else not (chain.definite or chain.pron or chain.accusative)
        adjectives = False
        apposed: list[tuple[int, int]] = []
        human = self._human(head)
        governed = bool(words[i].r.prep) or (i > 0 and words[i - 1].hit is None and words[i - 1].r.pos == "prep")
        while j < n:
            w = words[j]
            if w.time or w.token.kind == "mark":
                k = self._bracket(j)
                if k is None:
                    break
                j = k
                continue
            if self._share(j):
                break
            if open_ and j == last + 1 and w.hit is None and w.r.pos == "prep" and self._approximates(j):
                last = self.meant(j)  # سحب نحو ألف جندي
                j = last + 1 if words[last].hit is None else self._hit_end(last)
                open_ = self._open(last)
                continue
            conj = w.hit.conj if w.hit is not None else w.r.conj
            prep = w.hit.prep if w.hit is not None else w.r.prep
            if conj or prep:
                k = self._further_charge(head, j) or self._joined_adjective(j, adjectives)
                k = k or self._second_holder(head, j, adjectives)
                if k is None:
                    break
                j = k
                continue
            if w.hit is not None and w.entry is not None:
                kind = w.entry.kind
                if kind == "adjective" and w.entry.form[1:] in ("d", "p") and self._single_name(last):
                    break  # دعت الصين الكوريتين، دعا ماكرون الأوروبيين
                if kind == "adjective" and w.entry.form[1:] in ("d", "p") and self._settled(last, j):
                    break  # اعتقل الجيش سودانيين
                if kind == "adjective" and self._befalls(last, j):
                    break  # سحل مستوطنون فلسطينيا
                two = words[last].hit is None and words[last].r.number == "d" and words[last].r.gender == "m"
                if kind == "adjective" and two and w.entry.form == "fs":
                    break  # شكر الوفدان السعودية
                if kind == "adjective":
                    j += 1
                    adjectives, open_ = True, False
                    continue
                if open_ and j == last + 1 and not self._addressee(start, head, j):
                    last, j = j, self._hit_end(j)
                    open_ = False
                    human = human or kind == "person"
                    continue
                first = words[head].entry
                if kind == "person" and first is not None and first.kind == "person":
                    break  # شكر أردوغان بوتين
                if kind in ("person",) and (human or adjectives or not open_) and self._takes_name(head, last):
                    apposed.append((j, self._hit_end(j)))
                    j = self._hit_end(j)
                    open_ = False
                    continue
                if kind == "group" and self._relational(j, last):
                    j += 1
                    adjectives, open_ = True, False
                    continue
                if (
                    (
                        (kind in ("organization", "group", "media") and words[head].r.cls == "group")
                        or (kind in ("city", "seat", "capital") and "place" in (words[head].r.cls, words[last].r.cls))
                    )
                    and (words[head].r.definite or words[last].r.definite)
                    and words[head].hit is None
                    and not ((adjectives or kind != "media") and self._begins_with_genus(j))
                ):
                    apposed.append((j, self._hit_end(j)))
                    j = self._hit_end(j)
                    open_ = False
                    continue
                break
            if (counted := self._bare_article(j)) > 0:
                last = counted if open_ and j == last + 1 else last  # مجموعة الـ20
                j, open_ = counted + 1, False  # القمة الـ 25
                continue
            if open_ and j == last + 1 and self.counts(j):
                last = self.meant(j)
                j = last + 1 if words[last].hit is None else self._hit_end(last)
                open_ = self._open(last)
                continue
            r = w.r
            if r.pos == "neg" and j + 1 < n and words[j + 1].r.pos == "adj" and words[last].hit is None:
                alike = words[j + 1].r.definite == words[last].r.definite
                if alike and not words[j + 1].r.prep:
                    j += 2  # مفاوضات غير مباشرة، المحادثات غير المباشرة
                    adjectives, open_ = True, False
                    continue
            if r.pos == "adj" and not (
                r.of and r.form == "active" and self._participle(j, None) and not self._qualifies(j)
            ):
                if r.definite and r.lemma in self.cues.elative and self._in_what(j):
                    j, adjectives, open_ = j + 2, True, False  # الهجوم الأكثر دموية
                    continue
                if not r.pron and self._attribute(j, head, last):
                    j += 2 if self._narrowed(j) else 1
                    adjectives, open_ = True, False
                    continue
                if open_ and j == last + 1 and (r.definite or (r.number == "p" and r.of and self._open(j))):
                    last, j, open_ = j, j + 1, not r.definite  # تحالف متمردي الشمال
                    continue
                if open_ and j == last + 1 and words[last].r.form == "masdar" and self._person_called(j):
                    last, j, open_ = j, j + 1, False  # إصابة عسكري
                    continue
                break
            if r.pos in ("num", "noun") and self._is_whom(i, head, j):
                end = self._part(j).end
                apposed.append((j, end))
                j, open_ = end, False
                continue
            if r.pos == "num" or w.token.kind == "number":
                if j == last + 1 and w.token.kind == "number" and j + 1 < n and words[j + 1].token.kind == "mark":
                    j += 1
                    continue
                some = r.definite and r.lemma in self.cues.counting and self.meant(j) > j  # مقتل العشرات من الجنود
                crowd = r.definite and r.lemma in self.cues.crowd and r.lemma in self.cues.counting
                if crowd and open_ and j == last + 1 and not some:
                    last, j, open_ = j, j + 1, False  # اعتقال المئات
                    continue
                some = some or crowd  # أوقفت الشرطة العشرات
                if j == last + 1 and not some and (r.definite or (w.token.kind == "number" and self._numbered(last))):
                    j += 1
                    continue
                tens = words[j - 1]
                if j == last + 2 and tens.r.pos == "num" and tens.r.definite and w.token.folded in self.cues.ten:
                    j += 1  # الجنود الاثنا عشر
                    continue
                if j == last + 1 and open_ and w.token.kind == "number" and self.meant(j) == j:
                    j, open_ = j + 1, False  # بنسبة 25 في المئة
                    continue
                if w.token.folded.removeprefix("ال") in self.cues.two and not open_ and self._paired(last):
                    j, open_ = j + 1, False  # غارتين اثنتين
                    continue
                if j == last + 1 and r.lemma in self.cues.ordinal and self._indefinite(last):  # بولاية ثالثة
                    j += 1
                    adjectives, open_ = True, False
                    continue
                if open_ and j == last + 1 and (noun := self.meant(j)) > j:
                    last = noun
                    j = noun + 1 if words[noun].hit is None else self._hit_end(noun)
                    open_ = self._open(noun)
                    continue
                break
            if r.pron and r.lemma in self.cues.itself and governed and j == last + 1:
                j, open_ = j + 1, False  # بحسب المصادر نفسها
                continue
            if r.pron and r.lemma in self.cues.itself and not open_ and not self._party(head):
                j += 1  # أكد الجانبان الرغبة نفسها
                continue
            if r.pron and r.lemma in self.cues.itself and open_ and self._human(last):
                break  # فجر انتحاري نفسه
            if r.pos in ("noun", "name", "num", "dem"):
                if r.pos == "name" and self._name_may_follow(head, last, j, human, adjectives):
                    k = j
                    while k < n and self._name_word(k, k > j):
                        k += 1
                    if self._several(head) and j == head + 1 and not governed and not self._and(k):
                        break  # انتخب النواب فلانا
                    apposed.append((j, k))
                    j, open_ = k, False
                    continue
                if r.pron and (
                    r.lemma in self.cues.own_death or (r.lemma in self.cues.report_noun_head and j == last + 1)
                ):
                    break  # لقي أشخاص مصرعهم، نقلت عن مسؤول قوله
                if open_ and j == last + 1 and (self._acts_on(last, j) or self._tells_of(start, head, j)):
                    break  # أصاب صاروخ مدرسة، نفى ناطق مقتل ضابط
                if open_ and j == last + 1 and not (r.accusative and r.pos == "noun" and not r.definite):
                    k = self.meant(j)
                    last = k
                    j = k + 1 if words[k].hit is None else self._hit_end(k)
                    open_ = self._open(k)
                    human = human or (words[k].r.number == "s" and self._human(k))  # اغتيال زعيم الحركة فلان
                    continue
                if self._noun_beside(last, j):
                    last, j, open_ = j, j + 1, False  # الجنديين الأسيرين، الدول الأعضاء
                    continue
                if human and r.lemma in self.cues.honorific and j + 1 < n and self._is_name(j + 1):
                    k = self._hit_end(j + 1) if words[j + 1].hit is not None else j + 1
                    while k < n and words[k].hit is None and self._name_word(k, True):
                        k += 1
                    apposed.append((j + 1, max(k, j + 2)))
                    j, open_ = max(k, j + 2), False
                    continue
                if self._title_follows(head, j) or self._second_title(start, head, j):
                    end = self._part(j).end
                    apposed.append((j, end))
                    j = end
                    open_ = False
                    continue
                break
            break
        return Part(start, j, head, tuple(apposed))

    def _bare_article(self, k: int) -> int:
        """Where the number is before which an article stands alone at `k`: الدول الـ27، ال ـ 27; 0 for none."""
        if self.words[k].hit is not None or self.words[k].token.folded != "ال":
            return 0
        j = k + 1
        j += j < len(self.words) and self.words[j].token.kind == "mark" and self.words[j].token.raw not in STOPS
        return j if j < len(self.words) and self.words[j].token.kind == "number" else 0

    def _paired(self, k: int) -> bool:
        """Whether a noun or nationality may be a dual."""
        w = self.words[k]
        number = w.entry.form[1:] if w.entry is not None else w.r.number
        return number in ("d", "p") and w.token.folded.endswith(("ين", "ان"))

    def _several(self, k: int) -> bool:
        """Whether a definite noun is of several people."""
        w = self.words[k]
        return w.hit is None and w.r.definite and w.r.cls == "human" and w.r.number in ("d", "p")

    def _and(self, k: int) -> bool:
        """Whether 'and', or a comma, follows at `k`: the name before is one of several."""
        if k >= len(self.words):
            return False
        w = self.words[k]
        return bool(w.hit.conj if w.hit is not None else w.r.conj) or w.token.raw in COMMAS or w.token.folded == "و"

    def _heads(self, k: int) -> bool:
        """Whether a word inside a genitive chain is one of its nouns: معتنقي الإسلام."""
        r = self.words[k].r
        return r.pos == "noun" or (r.pos == "adj" and r.number == "p" and not r.definite)

    def _noun_beside(self, last: int, j: int) -> bool:
        """Whether a definite noun right behind another tells what those are, as an adjective would."""
        noun, other = self.words[last], self.words[j]
        if j != last + 1 or noun.hit is not None or noun.r.pos != "noun" or other.r.pos != "noun":
            return False
        if not (noun.r.definite and other.r.definite) or noun.r.pron or other.r.pron:
            return False
        if noun.r.number != other.r.number:
            return False
        if noun.r.cls == "group" and other.r.lemma in self.cues.members:
            return True
        if noun.r.cls == "human" and other.r.lemma in self.cues.rank:
            return True  # الوزير المفوض
        return noun.r.number in ("d", "p") and all(x.token.folded.endswith("ين") for x in (noun, other))

    def _further_charge(self, head: int, j: int) -> int:
        """The end of what else a minister or ministry has charge of: وزير الشؤون الخارجية والجالية الوطنية بالخارج; 0
        where `j` begins something else.
        """
        w = self.words[j]
        if self.words[head].r.lemma not in self.cues.ministry or self.words[head].hit is not None or w.hit is not None:
            return 0
        if w.r.prep:
            return j + 1 if w.r.lemma in self.cues.abroad and w.r.definite else 0
        found = nominal_entry(self.words, j, self.world)
        office = found is not None and (found[0].kind == "office" or found[0].sector in _RULING)
        if w.r.conj != "و" or w.r.pos != "noun" or not w.r.definite or w.r.pron or (office and w.r.number == "s"):
            return 0
        return self._part(j).end

    def _addressee(self, start: int, head: int, j: int) -> bool:
        """Whether a state behind 'in a statement' is whom that is made to: توعدت الحركة في بيان إسرائيل بالرد."""
        w, before, e = self.words[head], self.words[start - 1] if start else None, self.words[j].entry
        if e is None or e.kind not in ("state", "capital") or j != head + 1 or w.r.lemma not in self.cues.document:
            return False
        said = any(x.hit is None and x.act_in(self.cues.speech_act) and x.r.pos == "verb" for x in self.words[:start])
        return said and before is not None and before.token.folded == "في" and w.r.lemma not in self.cues.held_at

    def _begins_with_genus(self, k: int) -> bool:
        """Whether a known name opens with a noun that tells what kind of body it is: تنظيم داعش."""
        first = self.words[k].token.folded.removeprefix("ال")
        return first in self.cues.group_back or (first in self.cues.force_genus and self._hit_end(k) > k + 1)

    def _relational(self, j: int, last: int) -> bool:
        """Whether the name of a group is an adjective of the noun before it: الهجمات الحوثية، المتمردون الحوثيون."""
        folded = self.words[j].token.folded
        noun = self.words[last]
        single = j + 1 == self._hit_end(j)
        if single and noun.hit is None and noun.r.number == "p" and noun.r.cls == "human":
            return folded.startswith("ال") and folded.endswith(("يون", "يين")) and noun.r.definite
        return (
            single and folded.startswith("ال") and folded.endswith(("ي", "ية")) and noun.hit is None and noun.r.definite
        )

    def _numbered(self, k: int) -> bool:
        """Whether the noun at `k` is one of those known by their number: القرار 2254."""
        w = self.words[k]
        return w.hit is None and w.r.definite and not w.r.pron and w.r.lemma in self.cues.numbered

    def _in_what(self, j: int) -> bool:
        """Whether what the elative at `j` is a matter of stands right behind it."""
        w = self.words[j + 1] if j + 1 < len(self.words) else None
        if w is None or w.hit is not None or w.r.pos not in ("noun", "adj"):
            return False
        if not w.token.folded.endswith(("ا", "ة", "اء")):
            return False  # المجلس الأعلى تجميد: no accusative
        return not (w.r.definite or w.r.prep or w.r.conj or w.r.pron)

    def _narrowed(self, j: int) -> bool:
        """Whether a definite noun narrows down the adjective at `j`: رفيع المستوى."""
        if self.words[j].r.lemma not in self.cues.improper or j + 1 >= len(self.words):
            return False
        w = self.words[j + 1]
        r = w.r
        return (
            w.hit is None
            and r.pos == "noun"
            and r.definite
            and not (r.prep or r.conj or r.pron)
            and r.cls not in ("human",)
        )

    def meant(self, i: int) -> int:
        """The noun that is meant at `i`: numerals, quantifiers, demonstratives and honorifics passed over."""
        words, n = self.words, len(self.words)
        k = i
        while k + 1 < n:
            w, following = words[k], words[k + 1]
            if (counted := self._amount(k)) > 0:
                k = counted
                continue
            if (counted := self._bare_article(k)) > 0:
                k = counted  # أفرجت عن الـ25 جنديا
                continue
            if w.hit is not None or (following.token.kind == "mark" and following.token.raw not in "%"):
                break
            fprep = following.hit.prep if following.hit is not None else following.r.prep
            fconj = following.hit.conj if following.hit is not None else following.r.conj
            lemma = w.r.lemma
            nominal = self._nominal(k + 1) and not fprep and not fconj and not following.time
            if w.r.pos == "num" and w.r.pron:
                break  # وحاول بعضهم اقتحامها
            if w.hit is None and w.r.definite and lemma in self.cues.crowd and following.r.pos == "noun":
                break  # نظم العشرات وقفة
            if (
                (w.r.pos == "num" or w.token.kind == "number")
                and nominal
                and not (
                    following.entry is not None
                    and following.entry.kind != "adjective"
                    and following.entry.kind != "state"
                )
            ):
                k += 1
            elif (w.r.pos == "num" or w.token.kind == "number") and following.token.folded in ("في", "%"):
                break
            elif w.r.pos == "dem" and nominal and self._pointed_at(following):
                k += 1
            elif lemma in self.cues.quantifier and nominal and not w.r.definite and not w.r.pron:
                k += 1
            elif lemma in self.cues.honorific and following.r.lemma in self.cues.royal and self._styles(k + 2):
                k += 2  # السمو الملكي الأمير محمد
            elif lemma in self.cues.sort and w.r.number == "p" and nominal and k > i and self._all(k - 1):
                k += 1  # جميع أشكال التعاون
            elif (
                (lemma in self.cues.honorific or w.bare in _STYLES or self._honors_person(k))
                and nominal
                and (following.hit is not None or following.r.definite or following.r.pos in ("name", "noun"))
                and self._honors(k)
            ):
                k += 1
            elif (
                lemma in self.cues.counting
                and following.token.folded in ("من", "عن")
                and k + 2 < n
                and self._nominal(k + 2)
                and not words[k + 2].time
            ):
                k += 2
            elif lemma in self.cues.counting and self._so_many_of(k):  # عدد كبير من الجنود
                k += 3
            elif (
                (w.r.pos == "num" or w.token.kind == "number") and following.token.folded == "من" and self._many(k + 2)
            ):
                k += 2
            elif (
                (w.r.pos == "num" or w.token.kind == "number")
                and following.token.folded == "علي"
                and k + 4 < n
                and words[k + 2].token.folded in ("الاقل", "الاكثر")
                and words[k + 3].token.folded == "من"
                and self._nominal(k + 4)
            ):  # أربعة على الأقل من حلفاء
                k += 4
            elif fconj == "و" and (w.r.pos == "num" or w.token.kind == "number") and (following.r.pos == "num"):
                k += 1
            else:
                break
        return k

    def _all(self, k: int) -> bool:
        return self.words[k].hit is None and self.words[k].r.lemma in self.cues.quantifier

    def _so_many_of(self, k: int) -> bool:
        """Whether an adjective stands between a noun that counts and those counted: عدد مماثل من الدبلوماسيين."""
        if k + 3 >= len(self.words):
            return False
        w, adjective, of = self.words[k], self.words[k + 1], self.words[k + 2]
        plain = w.hit is None and w.r.pos == "noun" and not (w.r.definite or w.r.pron)
        attribute = (
            adjective.hit is None and adjective.r.pos == "adj" and not (adjective.r.definite or adjective.r.conj)
        )
        return plain and attribute and of.token.folded == "من" and self._many(k + 3)

    def _amount(self, i: int) -> int:
        """Where the number begins that words at `i` tell the size of (ما لا يقل عن عشرين); 0 where there are none."""
        if self.words[i].token.folded not in self.cues.opens_amount:
            return 0
        for n in (4, 3, 2):
            j = i + n
            if j < len(self.words) and " ".join(w.token.folded for w in self.words[i:j]) in self.cues.amount:
                return j if self._nominal(j) or self.words[j].token.kind == "number" else 0
        return 0

    def counts(self, i: int) -> bool:
        """Whether words that tell how many begin at `i`: ما لا يقل عن عشرين جنديا، أكثر من ألف لاجئ."""
        w = self.words[i]
        if w.hit is None and w.r.pos == "prep" and self._approximates(i):
            return True  # نحو ألف جندي
        if w.hit is None and w.r.lemma in self.cues.any_of and not w.r.conj and i + 1 < len(self.words):
            return self.meant(i) > i  # عقد أي لقاء
        if (
            w.hit is None
            and w.r.pos == "adj"
            and (w.r.lemma in self.cues.counting or w.r.lemma in self.cues.quantifier)
        ):
            return self.meant(i) > i
        return self._amount(i) > 0

    def _pointed_at(self, w: Word) -> bool:
        """Whether a demonstrative can stand before a name: هذه الروسية, not دفع ذلك غيانا."""
        if w.hit is None:
            return w.r.definite
        return bool(w.hit.article) or (w.entry is not None and w.entry.kind != "state")

    def _many(self, k: int) -> bool:
        """Whether the word at `k` can be what a number is a part of: خمسة من الجنود، ثلاثة من عناصرها."""
        if k >= len(self.words) or self.words[k].time or not self._nominal(k):
            return False
        w = self.words[k]
        if w.hit is not None:
            return w.entry is not None and w.entry.kind in ("adjective", "group")
        return w.r.pos in ("noun", "adj") and w.r.number == "p"

    def _approximates(self, i: int) -> bool:
        """Whether a word that may be a preposition only says that a number is about right: نحو ثلاثين."""
        if i + 1 >= len(self.words):
            return False
        w, following = self.words[i], self.words[i + 1]
        return w.r.lemma in self.cues.quantifier and (
            following.token.kind == "number" or (following.hit is None and following.r.pos == "num")
        )

    def _styles(self, k: int) -> bool:
        """Whether a style, or a known person, stands at `k`."""
        if k >= len(self.words):
            return False
        w = self.words[k]
        if w.entry is not None:
            return w.entry.kind == "person"
        return w.r.lemma in self.cues.honorific or nominal_entry(self.words, k, self.world) is not None

    def _honors_person(self, k: int) -> bool:
        """Whether a style that may be a name too stands right before a known person: صاحب السمو الشيخ محمد بن زايد."""
        w, e = self.words[k], self.words[k + 1].entry
        styled = w.r.pos == "name" and w.token.folded.removeprefix("ال") in self.cues.honorific
        return styled and e is not None and e.kind == "person"

    def _honors(self, k: int) -> bool:
        following = self.words[k + 1]
        if self.words[k].r.pron:
            return False  # دعا سموه البنك إلى زيادة القروض
        if following.hit is not None:
            return following.entry is not None and following.entry.kind == "person"
        return (
            following.r.pos == "name"
            or (following.r.lemma in self.cues.honorific)
            or (
                self.words[k].bare in _STYLES
                and (following.r.definite or nominal_entry(self.words, k + 1, self.world) is not None)
            )
        )

    def _open(self, k: int) -> bool:
        """Whether a genitive may follow the noun at `k`."""
        w = self.words[k]
        if w.hit is not None:
            return False
        r = w.r
        if r.number in ("p", "d") and w.bare.removeprefix(r.lemma.removesuffix("ي")) in ("ون", "ين", "ان"):
            return False  # with its final nun a sound plural or dual governs nothing
        if r.pos == "noun":
            return not r.definite and not r.pron and not r.accusative and not w.token.raw.endswith("\u064b")
        return (
            r.pos == "adj"
            and not r.definite
            and not r.accusative
            and (bool(r.of) or r.lemma in self.cues.comparison or r.number == "p")
        )

    def _indefinite(self, k: int) -> bool:
        return not self.words[k].r.definite

    def _human(self, k: int) -> bool:
        w = self.words[k]
        if w.hit is not None:
            return w.entry is not None and w.entry.kind == "person"
        found = nominal_entry(self.words, k, self.world)
        return w.r.cls == "human" or (found is not None and found[0].kind == "office")

    def _takes_name(self, head: int, last: int) -> bool:
        return (
            self._human(head)
            or self.words[head].r.lemma in self.cues.counterpart
            or self._human(last)
            or self.words[head].r.cls == "group"
        )

    def _name_word(self, k: int, inside: bool) -> bool:
        w = self.words[k]
        if (
            w.time
            or w.token.kind == "mark"
            or (
                w.hit is not None
                and not (
                    inside and w.entry is not None and w.entry.kind in ("person", "city", "adjective", "media", "group")
                )
            )
        ):
            return False
        if w.hit is not None:
            apart = w.hit.conj and w.entry is not None and w.entry.kind == "adjective"  # سورين بابيكيان والهندي
            return not w.hit.prep and not apart and not (w.hit.conj and not inside)
        if w.r.prep or (w.r.conj and w.r.pos != "name"):
            return False
        kin = self.words[k - 1] if inside else w
        if kin.hit is None and kin.r.pos == "name" and kin.token.folded in self.cues.kinship:
            return w.r.pos in ("name", "noun", "adj", "num")  # آل ثاني
        return w.r.pos == "name" or (inside and w.r.pos in ("noun", "adj") and w.r.weight <= -4)

    def _name_may_follow(self, head: int, last: int, j: int, human: bool, adjectives: bool) -> bool:
        w = self.words[head]
        if w.hit is not None and w.entry is not None:
            return w.entry.kind == "person" and j == self._hit_end(head)
        if w.r.pos == "name":
            return True
        return (
            human
            or w.r.lemma in self.cues.counterpart
            or (self._human(last) and not self._open(last))
            or (w.r.cls in ("group", "place") and (w.r.definite or j == head + 1))
        )

    def _title_follows(self, head: int, j: int) -> bool:
        """A name followed directly by its title: شي جين بينغ رئيس جمهورية الصين."""
        if not (self._is_name(head) or self._is_name(j - 1)):
            return False
        found = nominal_entry(self.words, j, self.world)
        if found is None or found[0].kind != "office" or self.words[j].r.accusative or self.words[j].r.number == "p":
            return False
        if self._names_another(found[1]):
            return False  # أقال الرئيس قيس سعيد رئيسة الحكومة نجلاء بودن
        person = self.words[head].entry or self.words[j - 1].entry
        if person is None or person.kind != "person":
            return True
        codes = {t[0] for t in person.tenures} | {person.code}
        for k in range(j, min(j + 6, len(self.words))):
            e = self.words[k].entry
            if e is not None and e.kind == "person" and e is not person:
                return False  # the title is of who is named behind it
            if e is not None and e.code and e.kind in ("state", "adjective", "organization", "group"):
                return e.code in codes
            if self.words[k].token.kind == "mark" or self.words[k].r.pos == "verb":
                break
        return True

    def _second_title(self, start: int, head: int, j: int) -> bool:
        """Whether a title with a name stands behind the one of who says something: قال رئيس البرلمان النائب فلان."""
        verb, w = self.words[start - 1] if start else None, self.words[j]
        if verb is None or verb.r.pos != "verb" or not verb.act_in(self.cues.report - self.cues.inform_verb):
            return False
        titles = self._human(head) and self._human(j) and self.words[head].hit is None and w.hit is None
        single = w.r.number == self.words[head].r.number == "s" and w.r.gender == self.words[head].r.gender
        return titles and single and w.r.definite and not w.r.pron and self._names_another(j + 1)

    def _is_whom(self, start: int, head: int, j: int) -> bool:
        """Whether a noun of people in the construct state tells who the one named before it is: مع فلان موفد الرئيس، عن
        فلانة إحدى قيادات الحزب.
        """
        if not self._is_name(j - 1) or j + 1 >= len(self.words):
            return False
        if self._is_name(head):
            before = self.words[start - 1] if start and not self.words[start].r.prep else self.words[start]
            table = self.cues.relations.table
            if not before.r.prep and (before.hit is not None or before.token.folded not in table):
                return False
        elif self.words[head].r.form != "masdar" or self.words[head].r.definite or not self._is_name(head + 1):
            return False  # اعتقال فلان أحد قادة الحركة
        return self._whom(j)

    def _whom(self, j: int) -> bool:
        """Whether a phrase tells who somebody is: موفد الرئيس، أحد سكان القرية."""
        w, owner = self.words[j], self.words[j + 1]
        plain = w.hit is None and not (w.r.definite or w.r.pron or w.r.accusative or w.r.conj or w.r.prep)
        if plain and w.r.pos == "num" and w.r.lemma in self.cues.counting:
            k = self.meant(j)
            return k > j and self.words[k].hit is None and self._human(k) and self.words[k].r.number == "p"
        if not plain or w.r.pos != "noun" or w.r.number != "s" or w.r.cls != "human" or owner.r.prep or owner.r.conj:
            return False
        return owner.hit is not None or owner.r.pos == "name" or owner.r.pos == "noun"

    def _names_another(self, k: int) -> bool:
        """Whether a title that goes on at `k` has a name of its own behind it."""
        for w in self.words[k : k + 5]:
            prep = w.hit.prep or w.hit.conj if w.hit is not None else w.r.prep or w.r.conj
            if prep or w.token.kind == "mark" or w.paren or w.r.pos not in ("noun", "adj", "name"):
                return False
            if self._is_name(w.n):
                return True
        return False

    def _single_name(self, k: int) -> bool:
        """Whether the word at `k` is of a known name of one person, state or body."""
        w = self.words[k]
        return (
            w.named and w.entry is not None and w.entry.kind in ("person", "state", "capital", "seat", "organization")
        )

    def _suits(self, adjective: Reading, k: int) -> bool:
        """Whether an adjective may go with the noun at `k` by gender and number."""
        w = self.words[k]
        noun = w.r
        if self._single_name(k) and adjective.number in ("d", "p"):
            return False
        if w.hit is not None or noun.pos not in ("noun", "adj") or not adjective.gender:
            return True
        one = noun.number in ("s", "")
        if (
            (noun.number, noun.cls) == ("p", "human")
            and w.token.folded.endswith(("ون", "ين"))
            and adjective.number == "s"
        ):
            return False  # مسلحون صحفية
        if noun.weight <= _GUESSED and noun.definite and adjective.definite:
            return True  # a plural, or of either gender, as far as the lexicon knows
        if adjective.number == "p" and noun.number == "d":
            return True  # الشرطين الهامين: a dual is written as a plural
        if adjective.number == "p":
            return not one and noun.cls not in ("group", "thing", "act", "abstract", "place", "time")
        if adjective.number == "d":
            return noun.number == "d"
        if one:
            return not noun.gender or noun.gender == adjective.gender
        return not (noun.number == "p" and noun.cls == "human" and adjective.gender == "m")

    def _qualifies(self, j: int) -> bool:
        """Whether an accusative participle goes with the indefinite noun right before it: ضابطا متقاعدا."""
        w = self.words[j - 1]
        r = self.words[j].r
        marked = r.accusative and w.r.number == "s" and w.token.folded.endswith(("ا", "ي", "اء"))
        if r.number == w.r.number == "p" and w.r.cls == "human" and w.token.folded.endswith("ين"):
            word = self.words[j]  # محتجين غاضبين
            marked = not word.act_in(self.cues.report | self.cues.speech_act) and word.token.folded.endswith("ين")
        return marked and w.hit is None and w.r.pos == "noun" and not w.r.definite and self._suits(r, j - 1)

    def _unlike_accusative(self, j: int) -> bool:
        """Whether the word before `j` would bear the ending of an accusative if it were one, and bears none."""
        w = self.words[j - 1]
        if w.hit is not None:
            return w.entry is not None and w.entry.form == "ms" and not w.token.folded.endswith("ا")
        return (
            w.r.pos in ("noun", "adj")
            and w.r.number == "s"
            and not w.r.definite
            and not w.token.folded.endswith(("ا", "ة", "ي", "اء", "ان"))
            and not w.token.raw.endswith(("ى", "ً", "ء"))
        )

    def _person_called(self, j: int) -> bool:
        """Whether an adjective without article names somebody by what he is: عسكري، مدني."""
        found = nominal_entry(self.words, j, self.world)
        return found is not None and not self.words[j].r.definite and not self.words[j].r.pron

    def _attribute(self, j: int, head: int, last: int) -> bool:
        """Whether the adjective at `j` goes with the phrase: definite after a definite or construct noun, else
        indefinite.
        """
        r = self.words[j].r
        if r.definite and r.lemma in self.cues.counting and self.meant(j) > j:
            return False  # قدمت للبنان المزيد من المعونات
        if r.form == "active" and r.definite and self._human(j) and not self._human(last):
            if j + 1 < len(self.words) and self._is_name(j + 1):
                return False  # عين البرلمان القاضي فلانا
        definite = (
            self.words[last].r.definite
            or self.words[last].hit is not None
            or bool(self.words[last].r.pron)
            or bool(self.words[head].r.pron)
        )
        if self.words[last].hit is not None and not r.definite:
            return False
        chain = (k for k in range(head + 1, last) if self.words[k].hit is None and self._heads(k))
        if not any(self._suits(r, k) for k in (head, last, *chain)) or (r.accusative and self._unlike_accusative(j)):
            return False  # أنصار رئيس الوزراء المخلوع goes with the one in the middle
        if r.definite:
            return definite or self._open(last) is False or last == head
        return not definite

    def _joined_adjective(self, j: int, adjectives: bool) -> int | None:
        """A second adjective after 'and' (السياسية والعسكرية، الروسي والأمريكي)."""
        if not adjectives:
            return None
        w, before = self.words[j], self.words[j - 1]
        if w.hit is not None:
            ok = w.entry is not None and w.entry.kind == "adjective" and w.hit.conj == "و" and not w.hit.prep
            ok = (
                ok
                and before.hit is not None
                and before.entry is not None
                and before.entry.kind == "adjective"
                and w.hit.article == before.hit.article
            )
            return j + 1 if ok else None
        if w.r.pos == "adj" and w.r.conj == "و" and not w.r.prep and before.hit is None and before.r.pos == "adj":
            return j + 1 if w.r.definite == before.r.definite and not self._participle(j, None) else None
        return None

    def _second_holder(self, head: int, j: int, adjectives: bool) -> int | None:
        """The nationality of the second of two behind the first one's name: وزيرا الدفاع الأرميني فلان والهندي فلان."""
        w, r = self.words[j], self.words[head].r
        if not adjectives or r.number != "d" or not self._human(head) or not self._is_name(j - 1):
            return None
        if w.hit is None or w.entry is None or w.entry.kind != "adjective" or w.hit.conj != "و" or w.hit.prep:
            return None
        return j + 1 if w.hit.article else None

    def _bracket(self, j: int) -> int | None:
        """A hyphen between adjectives (الروسية - الأمريكية)."""
        w = self.words[j]
        if w.token.raw in ("-", "–", "ـ", "/") and j + 1 < len(self.words) and j:
            a, b = self.words[j - 1], self.words[j + 1]
            if a.entry is not None and b.entry is not None and a.entry.kind == b.entry.kind == "adjective":
                return j + 1
        return None

    def _hit_end(self, k: int) -> int:
        hit = self.words[k].hit
        j = k + 1
        while j < len(self.words) and self.words[j].hit is hit:
            j += 1
        return j

    def _apposed(self, chunks: list[Chunk]) -> list[Chunk]:
        """Join a title set off by commas, brackets or a prepositional phrase to its name, and the reverse."""
        out: list[Chunk] = []
        chunks = self._whose(chunks)
        for c in chunks:
            if (
                c.kind == "np"
                and not c.prep
                and len(out) >= 2
                and out[-1].kind == "mark"
                and out[-2].kind == "np"
                and self.words[out[-1].start].token.raw in COMMAS
            ):
                if self._same_person(out[-2], c) and not c.conj:
                    name, title = out[-2], c
                    old = name.parts[-1]
                    name.parts[-1] = old.joined(title.start, title.end)
                    name.end = title.end
                    out.pop()
                    continue
            elif c.kind == "np" and not (c.prep or c.conj) and out and self._styled(out[-1], c):
                out[-1].parts[-1] = out[-1].parts[-1].joined(c.start, c.end)
                out[-1].end = c.end
                continue
            elif (
                c.kind == "np"
                and not c.prep
                and out
                and out[-1].kind == "np"
                and self.words[c.start].paren
                and not self.words[out[-1].end - 1].paren
            ):
                a = self.words[c.head]
                if a.named and len(c.parts) == 1:
                    old = out[-1].parts[-1]
                    out[-1].parts[-1] = old.joined(c.start, c.end)
                    out[-1].end = c.end
                    continue
            out.append(c)
        for n, c in enumerate(out):
            c.n = n
        return out

    def _styled(self, before: Chunk, c: Chunk) -> bool:
        """Whether a phrase names who is called by a byname right before it: خادم الحرمين الشريفين الملك سلمان."""
        e = self.words[before.end - 1].entry
        if before.kind != "np" or before.end != c.start or e is None or e.kind != "byname" or len(c.parts) > 1:
            return False
        office = nominal_entry(self.words, c.head, self.world)
        titled = office is not None and office[0].kind == "office" and self.words[c.head].r.definite
        titled = titled and self.words[c.head].r.number == "s" and self._has_name(c.parts[0])
        return titled or self._is_name(c.head)

    def _whose(self, chunks: list[Chunk]) -> list[Chunk]:
        """Tell whose official, spokesman or member a phrase names by the prepositional phrase after it; take in the
        name behind it.
        """
        out: list[Chunk] = []
        for i, c in enumerate(chunks):
            out.append(c)
            if c.kind != "np":
                continue
            place = self.words[c.head].entry
            if (
                c.prep == "في"
                and place is not None
                and place.kind == "state"
                and len(out) > 1
                and self._ruling(out[-2])
            ):
                out[-2].parts[-1] = out[-2].parts[-1].owned((c.parts[0].start, c.end))
                continue
            k = len(out) - 2
            hops = 0
            while k >= 0 and hops < 3 and out[k].kind == "np" and out[k].prep in _OF and not self._titled(out[k]):
                k, hops = k - 1, hops + 1
            if k < 0 or out[k].kind != "np" or out[k] is c or not out[k].parts:
                continue
            last = out[-2]
            if last.kind == "np" and last.parts and self._sits_in(last.parts[-1], c):
                last.parts[-1] = last.parts[-1].owned((c.parts[0].start, c.end))
            title = out[k]
            part = title.parts[-1]
            if not self._titled(title) or part.named is not None:
                continue
            sender = self._sent_by(out[k - 1], title) if k else None
            if sender is not None and part.of is not None and (c.prep or hops):
                if c.prep and self._posted(sender, c, chunks[i + 1 :]):
                    c.rel = "of"
                elif not c.prep and not c.conj and self._is_name(c.head) and not self._has_name(sender.parts[-1]):
                    sender.parts[-1] = sender.parts[-1].called((c.start, c.end))
                    out.pop()
                    out[-1].rel = "of" if out[-1].rel == "ila" else out[-1].rel
                continue
            moved = bool(self.words[part.head].act_in(self.cues.remove_verb))  # سحب 400 جندي من تشاد
            own = c.rel == "min" and (moved or bool(self.words[part.head].r.pron))  # أجلت رعاياها من النيجر
            if (
                c.prep in _OF
                and hops == 0
                and part.of is None
                and not (own or (self._owned(part) and not self._seated(part, c)) or not self._may_own(part, c))
                and not (c.prep == "ل" and self._has_name(part))  # الملك خوان كارلوس لتونس
            ):
                rest = c.parts[1:] if len(c.parts) > 1 and self._two_heads(c) else []
                c.end = c.parts[0].end if rest else c.end
                title.parts[-1] = part.owned((c.parts[0].start, c.end))
                if sender is not None:  # المبعوث الشخصي للأمين العام للأمم المتحدة
                    sender.parts[-1] = sender.parts[-1].owned((title.parts[0].start, c.end))
                title.parts += rest
                c.parts = c.parts[: len(c.parts) - len(rest)]
                envoy = self.words[part.head].r
                sent = c.rel in ("ila", "laday") and (bool(envoy.pron) or not envoy.definite)
                if c.prep != "في" and (not sent or self._posted(title, c, chunks[i + 1 :])):
                    c.rel = "of"  # but the place of an envoy sent or recalled stays one: أوفدت مبعوثا إلى بيروت
                if not rest:
                    self._lend_name(title, c)
            elif hops == 0 and self._posted(title, c, chunks[i + 1 :]):
                c.rel = "of"
            elif not c.prep and hops and not c.conj and self._is_name(c.head) and not self._has_name(part):
                title.parts[-1] = part.called((c.start, c.parts[0].end))
                title.parts += c.parts[1:]  # مع الأمين العام للأمم المتحدة كوفي عنان وقادة إيطاليا
                out.pop()
                if hops == 1 and out[-1].rel == "ila" and self._may_own(part, out[-1]):
                    out[-1].rel = "of"  # المبعوث الأممي إلى اليمن فلان
            elif c.conj == "و" and not c.prep and hops and part.of is not None and self._party(c.head):
                title.parts += c.parts
                out.pop()
        return out

    def _sent_by(self, envoy: Chunk, title: Chunk) -> Chunk | None:
        """The envoy before the title that tells whose he is: المبعوث الخاص للأمين العام."""
        if envoy.kind != "np" or title.rel != "of" or not envoy.parts:
            return None
        part = envoy.parts[-1]
        whose = part.of is not None and part.of[0] == title.parts[0].start and part.named is None
        return envoy if whose and self.words[part.head].r.lemma in self.cues.sent_to else None

    def _two_heads(self, c: Chunk) -> bool:
        """Whether 'and' behind a body leads back to its official: الأمين العام للأمم المتحدة ورئيس المفوضية."""
        return self._human(c.parts[1].head) and not self._human(c.parts[0].head)

    def _ruling(self, c: Chunk) -> bool:
        """Whether a phrase names a body that rules or serves a state by its kind alone: الحكومة، المجلس العسكري."""
        if c.kind != "np" or not c.parts:
            return False
        w = self.words[c.parts[-1].head]
        found = nominal_entry(self.words, c.parts[-1].head, self.world)
        known = found is not None and found[0].sector in _RULING
        soldiers = found is not None and found[0].kind == "office" and w.r.number == "p"  # العسكريين في بيساو
        kind = w.r.cls == "group" or (soldiers and found is not None and found[0].sector == "MIL")
        return known and w.r.definite and kind and not self._owned(c.parts[-1])

    def _sits_in(self, part: Part, c: Chunk) -> bool:
        """Whether 'in' behind a body that is not named tells whose it is: محكمة عسكرية في نيروبي."""
        w, place = self.words[part.head], self.words[c.head].entry
        if c.prep != "في" or place is None or place.kind not in SITES:
            return False
        if w.hit is not None or w.r.definite or w.r.pron or part.of is not None or self._owned(part):
            return False
        found = nominal_entry(self.words, part.head, self.world)
        return found is not None and found[0].kind == "body"

    def _posted(self, title: Chunk, c: Chunk, rest: list[Chunk]) -> bool:
        """Whether 'to' behind an envoy tells the post, not where he goes now: the verb or the way there comes later
        (مبعوثه إلى المنطقة سيتوجه إلى الدوحة، وصل المبعوث الأممي إلى ليبيا إلى طرابلس).
        """
        if c.rel != "ila" or not self._may_own(title.parts[-1], c):
            return False
        after = next((x for x in rest if x.kind not in ("time", "particle", "mark")), None)
        if after is None or after.conj:
            return False
        clause = rest[0].kind == "mark" or self.words[rest[0].start].r.pos == "sub"  # إلى كولومبو حيث يجتمع
        return after.rel == "ila" or (after.kind == "verb" and not clause)

    def _lend_name(self, title: Chunk, c: Chunk) -> None:
        """A name at the end of the phrase that tells whose somebody is, is that somebody's: موفد الرئيس الفرنسي ...
        لودريان.
        """
        inner = c.parts[-1]
        names = [x for x in inner.apposed if self._is_name(x[0])]
        if not names or self._has_name(title.parts[-1]):
            return
        entry = self.words[names[-1][0]].entry
        office = nominal_entry(self.words, inner.head, self.world)
        if entry is not None and office is not None and any(t[2] == office[0].office for t in entry.tenures):
            return
        title.parts[-1] = title.parts[-1].called(names[-1])

    def _titled(self, c: Chunk) -> bool:
        part = c.parts[-1]
        w = self.words[part.head]
        act = w.hit is None and w.r.form == "masdar" and not w.r.definite and part.head + 1 < part.end
        for x in (w, self.words[part.head + 1]) if act else (w,):
            if x.hit is None and x.r.lemma in self.cues.delegation and not x.r.pron:
                return True  # وفد من صندوق النقد، اقتحام قوة من الشرطة
        if self._befallen(part) >= 0:
            return True
        last = self.words[part.end - 1]
        counted = part.head + 1 < part.end - 1 and self.meant(part.head + 1) == part.end - 1
        if part.end == part.head + 2 or counted:
            if w.r.pos == "noun" and last.hit is None and last.r.number in ("d", "p"):
                if not last.r.definite and self._human(part.end - 1):
                    return True  # إصابة جنديين من القوة الأممية، طرد سبعة دبلوماسيين من بيرو
        return self._human(part.head) or any(self._human(a) and not self._is_name(a) for a, _ in part.apposed)

    def _befallen(self, part: Part) -> int:
        """The title in the genitive of an act or of words, whose name or body may come later (اغتيال القائد العسكري
        للحركة فلان); -1 for none.
        """
        k = part.head + 1
        w = self.words[part.head]
        if w.hit is not None or w.r.definite or k >= part.end or not self._human(k) or self._has_name(part):
            return -1
        words = self.words[k].r.definite and w.r.cls in ("act", "abstract")  # تصريحات الأمين العام للحلف
        return k if words or (w.r.form, w.r.number) == ("masdar", "s") else -1

    def _owned(self, part: Part) -> bool:
        """Whether a phrase says itself whose it is."""
        return any(
            e is not None and e.kind not in ("person", "media")
            for e in (w.entry for w in self.words[part.start : part.end])
        )

    def _seated(self, part: Part, c: Chunk) -> bool:
        """Whether a body behind 'in' tells whose somebody of a people is: نواب أكراد في البرلمان."""
        found = nominal_entry(self.words, c.head, self.world)
        entries = (w.entry for w in self.words[part.start : part.end] if w.entry is not None)
        people = all(e.kind == "adjective" and not e.code for e in entries)
        return people and c.prep == "في" and found is not None and found[0].kind == "body"

    def _may_own(self, part: Part, c: Chunk) -> bool:
        w = self.words[c.head]
        if c.prep == "ل" and self._has_name(part) and w.entry is not None and w.entry.kind in GROUND:
            return False  # زيارة قام بها رئيس الوزراء إيفو ساندير للمغرب
        named = any(self._is_name(a) for a, _ in c.parts[-1].apposed)
        owner = self._befallen(part)
        of_office = owner >= 0 and self.words[owner].r.definite and w.entry is not None
        if c.prep == "ل" and self.words[part.head].r.form == "masdar" and not (named or of_office):
            return False  # اقتحام متظاهرين للبرلمان
        before = self.words[c.start - 1]
        governs = before.hit is None and before.r.form == "active" and not before.r.definite
        if (
            c.prep == "ل"
            and governs
            and before.r.pos == "adj"
            and before.n > part.head
            and before.r.lemma not in self.cues.belonging
        ):
            return False  # فصيل موال لإيران
        if (k := owner) >= 0 and c.prep not in ("باسم", "بلسان"):
            body = w.entry.kind in ("organization", "group") if w.entry is not None else w.r.cls == "group"
            if not self.words[k].r.definite:
                body = body and self.words[k].r.number != "p" and w.entry is not None  # اغتيال قيادي في حزب الله
            if not body or c.conj or c.prep not in ("في", "من", "ل"):
                return False
        if c.rel in ("ila", "laday") and self.words[part.head].r.lemma not in self.cues.sent_to:
            return False
        if c.prep == "ب" and (held := nominal_entry(self.words, c.head, self.world)) is not None:
            if held[0].kind == "office":
                return False  # أطاح ضباط بالرئيس
        if w.entry is not None:
            if c.prep == "في" and w.entry.kind in SITES:
                title = self.words[part.head]
                found = nominal_entry(self.words, part.head, self.world)
                if any(x.hit is None and x.r.lemma in self.cues.pair for x in self.words[part.head + 1 : part.end]):
                    return False  # زعيما البلدين في تيرانا
                peers = title.r.lemma in self.cues.counterpart and title.r.number == "p"  # مع نظرائه في مصر والأردن
                return not title.r.definite or peers or (found is not None and found[0].sector == "CVL")
            return w.entry.kind not in ("media", "person") or (w.entry.kind == "person" and c.prep == "باسم")
        if w.r.pron and w.r.pos == "prep":
            return c.prep == "باسم"  # متحدث باسمها
        return w.hit is None and (
            nominal_entry(self.words, c.head, self.world) is not None
            or w.r.cls == "group"
            or (self._owned(c.parts[0]) and w.r.cls not in ("act", "abstract", "human"))
        )

    def _has_name(self, part: Part) -> bool:
        return any(self._is_name(k) for k in range(part.head, part.end))

    def _same_person(self, before: Chunk, after: Chunk) -> bool:
        a, b = before.parts[-1], after.parts[0]
        if len(after.parts) > 1:
            return False
        title = self.words[b.head]
        name_a = self._is_name(a.head) or any(self._is_name(x[0]) for x in a.apposed)
        name_b = self._is_name(b.head)
        office_a, office_b = (
            nominal_entry(self.words, a.head, self.world),
            nominal_entry(self.words, b.head, self.world),
        )
        if name_a and office_b is not None and office_b[0].kind == "office" and not title.r.prep:
            end = after.end
            following = self.words[end] if end < len(self.words) else None
            return (
                following is None
                or following.token.kind == "mark"
                or following.r.pos in ("verb", "prep")
                or bool(following.r.prep)
            )
        closed = after.end < len(self.words) and self.words[after.end].token.raw in COMMAS
        if name_a and closed and self._whom(after.start):
            return True  # قال فلان، أحد سكان القرية، إن
        return office_a is not None and office_a[0].kind == "office" and not name_a and name_b

    def _is_name(self, k: int) -> bool:
        w = self.words[k]
        return w.entry.kind == "person" if w.entry is not None else w.r.pos == "name"


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


_GUESSED: Final = -4.0  # up to which weight a reading is a guess at a word that the lexicon has not
_STEM: Final = 4  # letters of the shortest plural of people in the construct state, its ending apart


def agreement(words: list[Word], head: int, cues: Cues) -> tuple[str, str]:
    """Gender and number that a verb after the noun at `head` shows: a plural of things counts as feminine singular."""
    w = words[head]
    if head and w.r.number == "p" and words[head - 1].hit is None and words[head - 1].r.lemma in cues.chief:
        return words[head - 1].r.gender, words[head - 1].r.number  # كبير المفاوضين
    if w.entry is None:
        if w.r.pron and w.r.lemma in cues.honorific:  # فخامته
            return ("f" if w.r.pron == "ها" else "m"), "s"
        if w.r.number == "p" and w.r.lemma in cues.source_noun:
            return "f", "s"  # أضافت المصادر
        if w.r.pos == "pron" and w.r.lemma in cues.shape:
            return cues.shape[w.r.lemma][:-1], cues.shape[w.r.lemma][-1]
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
