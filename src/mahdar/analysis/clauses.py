"""The clauses of a sentence as a tree, each with its verb, subject, objects and complements.

Read left to right with a stack of open clauses. A clause opens at a subordinator, relative pronoun,
circumstantial participle or a further verb; where it closes is decided by commas, coordination and agreement.
"""

from collections.abc import Mapping
from typing import Final, Literal

from mahdar.analysis.phrases import COMMAS, STOPS, Chunk, Part, Word, agreement, nominal_entry
from mahdar.language.cues import Cues
from mahdar.text.tokens import DASHES
from mahdar.world.names import SITES, World

Kind = Literal["main", "complement", "relative", "condition", "adverbial", "participle", "purpose"]
PRONOUN_SHAPE: Final = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d")}
_EACH: Final = ("كل", "كلا", "احد", "عدد", "بعض", "جميع")
_ALL: Final = ("كل", "عدد", "بعض", "جميع")  # of these, those after which a verb may agree with whom they count
_APIECE: Final = ("كل", "كلا")  # كلا على حدة
_NEAR: Final = 6  # phrases back to what a relative pronoun is about
_ASIDE: Final = 4  # phrases that an aside between dashes may have
_LABEL: Final = 2  # words of a label before a slash that opens a title (سياسي /)
_CLAUSAL: Final = ("ان", "بان", "لان", "كان")
_DESPITE: Final = "raghm"
_OF_ACTS: Final = ("ila", "min", "ala", "an")  # relations that a verbal noun takes
_RESULTS: Final = ("ila", "an")  # relations of what comes of something
_CONCEDE: Final = (_DESPITE, "maa")  # مع أن


# Relations of the occasions that a verbal noun names: خلال لقائه الرئيس.
_OCCASIONS: Final = frozenset(("khilal", "laday", "baad", "qabl"))


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


class ClauseReader:
    """Builds the clause tree of one sentence."""

    def __init__(
        self,
        words: list[Word],
        chunks: list[Chunk],
        cues: Cues,
        governs: Mapping[str, frozenset[str]],
        world: World,
    ) -> None:
        self.words, self.chunks, self.cues, self.governs, self.world = words, chunks, cues, governs, world
        self.clauses: list[Clause] = []
        self.stack: list[Clause] = []
        self.pending: list[int] = []  # particles waiting for their verb
        self.via = ""
        self.contrast = ""
        self.shut: tuple[int, Clause] | None = None  # the comma that closed a relative clause, and that clause

    def read(self) -> list[Clause]:
        """All clauses in the order in which they open, roles filled."""
        self._open("main", None, 0)
        for chunk in self.chunks:
            if chunk.kind == "aside":
                continue
            top = self.stack[-1]
            if self._stresses(chunk.end - 1):
                continue  # خاصة وأن
            if chunk.kind == "mark":
                self._mark(chunk)
            elif chunk.kind == "particle":
                self._particle(chunk)
            elif chunk.kind == "verb":
                self._verb(chunk)
            elif chunk.kind == "participle":
                self._participle(chunk)
            elif chunk.kind == "np":
                self._phrase(chunk)
            else:
                self.stack[-1].times.append(chunk)
            if not self._opens_next(chunk):
                self.stack[-1].end = self._reach(chunk)
            waiting = chunk.kind == "particle" and (self.contrast or self.pending[-1:] == [chunk.start])  # ، ولا تزال
            waiting = waiting or (chunk.kind == "particle" and self._while(chunk))
            if chunk.kind != "mark" and not waiting:
                top.comma = self.stack[-1].comma = False
        for c in self.clauses:
            self._roles(c)
        return self.clauses

    def _opens_next(self, chunk: Chunk) -> bool:
        """Whether a particle belongs to the clause that comes rather than to the one before it: وقد، في حين، إلا أن."""
        ahead = self.chunks[chunk.n + 1] if chunk.n + 1 < len(self.chunks) else None
        if chunk.kind != "particle" or ahead is None or ahead.kind == "mark":
            return False
        return bool(self.via or self.contrast) or self.pending[-1:] == [chunk.start]

    def _reach(self, chunk: Chunk) -> int:
        """Where a phrase ends with the name behind it that was taken into another: الأمين العام للأمم المتحدة فلان."""
        return self.chunks[chunk.n + 1].start if chunk.n + 1 < len(self.chunks) else len(self.words)

    def _while(self, chunk: Chunk) -> bool:
        """Whether a preposition is the first word of في حين."""
        w = self.words[chunk.end] if chunk.end < len(self.words) else None
        return self.via == "fi" and w is not None and w.hit is None and w.r.lemma == "حين"

    def _stresses(self, k: int) -> bool:
        """Whether the word at `k` only stresses the reason that 'that' behind it tells: خاصة وأن، لا سيما أن."""
        w, after = self.words[k], self.words[k + 1] if k + 1 < len(self.words) else None
        plain = w.hit is None and w.token.folded.removeprefix("و") in self.cues.especially
        return plain and after is not None and after.hit is None and after.r.lemma == "ان" and not after.r.prep

    # -- opening and closing -----------------------------------------------------------------

    def _open(self, kind: Kind, parent: Clause | None, start: int) -> Clause:
        c = Clause(len(self.clauses), kind, parent, start)
        self.clauses.append(c)
        if parent is not None:
            parent.children.append(c)
        self.stack.append(c)
        return c

    def _pop_to(self, c: Clause) -> None:
        while self.stack[-1] is not c:
            self.stack.pop()

    def _sibling(self, c: Clause, start: int) -> Clause:
        """A clause coordinated with `c`: same parent, kind and governor."""
        while c in self.stack:
            self.stack.pop()
        out = self._open(c.kind, c.parent, start)
        out.opener, out.via, out.governor, out.antecedent = c.opener, c.via, c.governor, c.antecedent
        out.previous = c
        if not self.stack[:-1] or self.stack[0] is out:
            self.stack = [out]
        return out

    def _mark(self, chunk: Chunk) -> None:
        raw = self.words[chunk.start].token.raw
        self.via = ""
        # a negation with words behind it before the mark was of a noun: ليست قطر طرفا، فيما رحبت; غير مسلحة، وهدد
        self.pending = [k for k in self.pending if k == chunk.start - 1 or self.words[k].r.pos != "neg"]
        if raw in COMMAS or raw in DASHES:
            while (
                len(self.stack) > 1
                and self.stack[-1].kind == "relative"
                and self.stack[-1].verb is not None
                and raw in COMMAS
            ):
                self.shut = (chunk.n, self.stack.pop())
            if (whole := self._set_in(chunk)) is not None:
                self.stack = [whole]  # حذرت واشنطن، وهي أبرز المانحين، من الحرب
            resumed = self._goes_on(chunk)
            if resumed is not None:
                self.stack.append(resumed)
            self.stack[-1].comma = raw in COMMAS and resumed is None
        elif raw in STOPS or (raw == "/" and chunk.start <= _LABEL):
            root = self._root()
            if root.verb is not None or root.before:
                self.stack = []
                self._open("main", None, chunk.end)
        elif raw == ":":
            self.stack[-1].comma = True

    def _set_in(self, comma: Chunk) -> Clause | None:
        """The clause that goes on behind a comma that closes what 'and he is' only puts in, None for none."""
        c = self.stack[0]
        if len(self.stack) > 1 or c.verb is not None or c.previous is None or c.children or not c.before:
            return None
        after = self.chunks[comma.n + 1] if comma.n + 1 < len(self.chunks) else None
        goes_on = after is not None and after.kind in ("np", "particle", "time") and not after.conj
        return c.previous if goes_on and self._resumes(c.before[0]) else None

    def _goes_on(self, comma: Chunk) -> Clause | None:
        """The relative clause that lacks its object and goes on behind an aside: جماعة قصفت، بحسب قوله، مدرسة."""
        after = self.chunks[comma.n + 1] if comma.n + 1 < len(self.chunks) else None
        if self.shut is None or comma.n - self.shut[0] != 2 or after is None or after.kind != "np":
            return None
        c, aside = self.shut[1], self.chunks[comma.n - 1]
        if c.verb is None or c.parent is not self.stack[-1] or not (aside.kind == "time" or aside.prep):
            return None
        lacks = self._takes_object(self.words[c.verb.start]) and all(x.prep for x in c.after)
        return c if lacks and not (after.prep or after.conj) else None

    def _root(self) -> Clause:
        return self.stack[0]

    def _particle(self, chunk: Chunk) -> None:
        w = self.words[chunk.start]
        pos, lemma = w.r.pos, w.r.lemma
        following = self.words[chunk.end] if chunk.end < len(self.words) else None
        if lemma in self.cues.adversative and following is not None and following.hit is None:
            if pos == "part" and (following.r.conj == "ف" or following.r.lemma in self.cues.condition):
                return  # وإلا فإنه سينسحب، إلا إذا انسحب
        if lemma in self.cues.adversative and following is not None and following.r.lemma == "ان":  # غير أن
            self.contrast = lemma
            return
        if pos in ("neg", "fut", "modal"):
            self.pending.append(chunk.start)
            return
        if pos == "prep":
            self.via = chunk.rel
            return
        if pos == "rel" and following is not None and following.act_in(self.cues.still_verb):
            self.pending.append(chunk.start)  # ما زال يحتجز
            return
        if pos == "rel" and self._unless(chunk):
            self._condition(chunk)
            return
        if pos == "rel" and lemma == "ما" and following is not None and following.r.lemma == "ان":
            self._as_soon_as(chunk)
            return
        if pos == "rel":
            self._relative(chunk)
            return
        if lemma in self.cues.contrast and following is not None and following.r.lemma in self.cues.mutual:
            return  # تعاونوا فيما بينهم
        if lemma in self.cues.contrast or lemma == "كما":
            self.contrast = lemma
            return
        if lemma == "حين" and chunk.start and self.words[chunk.start - 1].token.folded in ("في", "فى"):  # في حين
            self.contrast, self.via = "بينما", ""
            return
        if lemma in self.cues.adversative:
            self.contrast = lemma
            level = self._statement_level()
            if w.r.pron and (level.verb is not None or (level.kind == "complement" and level.before)):
                self._adversative(chunk)
            return
        if pos == "sub" or lemma in self.cues.condition or lemma in self.cues.adverbial:
            self._subordinate(chunk)
            return
        if pos in ("part", "interrog") and lemma == "اما":
            self.contrast = "اما"
            self._pop_to(self._root())
            if self._root().verb is not None:
                self._sibling(self._root(), chunk.start)

    def _as_soon_as(self, chunk: Chunk) -> None:
        """'What' with 'that' behind it opens a clause of time or reason: ما إن وصل حتى، بما أن الهدنة انهارت."""
        c = self._open("adverbial", self.stack[-1], chunk.start)
        c.opener, self.via = chunk.start, ""

    def _adversative(self, chunk: Chunk) -> None:
        """لكنها + verb: a clause beside the one that is open."""
        target = self._statement_level()
        sibling = self._sibling(target, chunk.start)
        sibling.pronoun = self.words[chunk.start].r.pron
        self.contrast = ""

    def _statement_level(self) -> Clause:
        """The innermost open clause that is no relative, condition or participle."""
        for c in reversed(self.stack):
            if c.kind in ("main", "complement"):
                return c
        return self._root()

    def _relative(self, chunk: Chunk) -> None:
        w = self.words[chunk.start]
        top = self.stack[-1]
        pool = [x for x in (*top.before, *top.after)]
        antecedent: Chunk | None = None
        if w.r.lemma not in ("ما", "من"):
            shape = self.cues.shape.get(w.r.lemma, "")
            joined = bool(chunk.conj) and top.kind == "relative" and top.antecedent is not None
            if joined and top.antecedent is not None and self._shaped(top.antecedent, shape):
                antecedent = top.antecedent
                self.stack.pop()
                top = self.stack[-1]
            else:
                near = reversed(pool[-_NEAR:])
                antecedent = next((x for x in near if self._shaped(x, shape)), pool[-1] if pool else None)
        c = self._open("relative", top, chunk.start)
        c.opener, c.antecedent, c.via = chunk.start, antecedent, self.via
        self.via = ""

    def _shaped(self, x: Chunk, shape: str) -> bool:
        """Whether a relative pronoun of a gender and number may be about a phrase or the noun in its genitive."""
        if not shape or (shape[1] != "s" and len(x.parts) > 1) or self.words[x.head].r.pos == "pron":
            return True
        for part in x.parts:
            for k in (part.head, *range(part.head + 1, part.end)):
                w = self.words[k]
                if w.hit is None and (
                    w.r.pos not in ("noun", "name", "pron", "dem", "num", "adj") or (k > part.head and w.r.pos == "adj")
                ):
                    continue
                gender, number = agreement(self.words, k, self.cues)
                if gender in ("", shape[0]) and number == shape[1]:
                    return True
        return False

    def _subordinate(self, chunk: Chunk) -> None:
        w = self.words[chunk.start]
        lemma, conj = w.r.lemma, chunk.conj
        via, self.via = (
            self.via
            or ("bi" if w.r.prep == "ب" or lemma == "بان" else "li" if w.r.prep == "ل" or lemma == "لان" else ""),
            "",
        )
        if lemma in ("ان", "بان") and self._opened(chunk):
            self.stack[-1].pronoun = w.r.pron
            return
        if lemma == "ان" and chunk.start and self._stresses(chunk.start - 1):
            self.pending = []
            self._pop_to(self._statement_level())
            c = self._open("adverbial", self.stack[-1], chunk.start)
            c.opener, c.pronoun = chunk.start, w.r.pron
            return
        if lemma == "ان" and not via and self._if(chunk):
            self._condition(chunk)
            return
        if lemma == "ان" and conj == "ف" and self._then(chunk):
            return
        if lemma in _CLAUSAL and lemma != "لان":
            contrast, self.contrast = self.contrast, ""
            if contrast and (conceding := self._conceding()) is not None:
                self._pop_to(conceding)
                conceding.pronoun = conceding.pronoun or w.r.pron
                return
            if contrast:
                following = next((x for x in self.chunks[chunk.n + 1 : chunk.n + 6] if x.kind == "verb"), None)
                turns = (
                    following is None
                    or bool(self.words[following.start].act_in(self.cues.report))
                    or not self.stack[-1].comma
                )
                target = self._root() if self._root().verb is not None and turns else self._statement_level()
                while target in self.stack:
                    self.stack.pop()
                c = self._open("main", target.parent, chunk.start)
                c.previous, c.opener = target, chunk.start
                c.kind = target.kind
                c.governor = target.governor
                if len(self.stack) == 1:
                    self.stack = [c]
            else:
                earlier, before = None, self.words[chunk.start - 1] if chunk.start else None
                if before is not None and before.hit is None and before.r.pos == "conj":
                    conj = conj or before.r.lemma  # أو أن
                if before is not None and before.act_in(self.cues.controlled_verb):
                    pass  # سبق وأن هددت
                elif before is not None and conj == "ف" and before.r.lemma in self.cues.adversative:
                    earlier = self._that_before(chunk)  # وإلا فإنه سينسحب
                elif conj in ("و", "او") or (self.stack[-1].comma and self.words[chunk.start].r.conj):
                    earlier = self._that_before(chunk)
                if earlier is not None:
                    c = self._sibling(earlier, chunk.start)
                    c.via = via or earlier.via
                    c.opener = chunk.start
                else:
                    top = self._awaiting(chunk)
                    c = self._open("complement", top, chunk.start)
                    c.opener, c.via = chunk.start, via
                    c.governor = self._governor(top)
            c.pronoun = w.r.pron
            return
        kind: Kind = (
            "condition" if lemma in self.cues.condition else "purpose" if lemma in self.cues.purpose else "adverbial"
        )
        top = self.stack[-1]
        while top.kind in ("relative",) and top.comma and len(self.stack) > 1:
            self.stack.pop()
            top = self.stack[-1]
        if kind == "adverbial" and top.kind == "adverbial" and top.verb is not None and len(self.stack) > 1:
            self.stack.pop()
            top = self.stack[-1]
        level = self._statement_level()
        if self.contrast and kind == "condition" and (level.verb is not None or level.before):
            top, self.contrast = self._sibling(level, chunk.start), ""  # لكن إذا فشل الحوار فستنسحب
        c = self._open(kind, top, chunk.start)
        c.opener, c.pronoun = chunk.start, w.r.pron

    def _that_before(self, chunk: Chunk) -> Clause | None:
        """The open clause that 'and that' goes on from, the nearest one written alike: قال إن كينيا ترى أن ... وإن."""
        fit = [x for x in reversed(self.stack) if x.kind == "complement" and (x.verb is not None or x.before)]
        alike = self._below(chunk.start)
        return next((x for x in fit if alike and self._below(x.opener)), fit[0] if fit else None)

    def _below(self, k: int) -> bool:
        """Whether 'that' is written with its hamza below, as behind to say."""
        return "إ" in self.words[k].token.raw

    def _opened(self, chunk: Chunk) -> bool:
        """Whether 'that' stands right behind the subordinator of the clause that is open: حيث إن، علما بأن، لو أن."""
        c = self.stack[-1]
        return c.kind in ("adverbial", "condition") and c.opener == chunk.start - 1 and c.verb is None and not c.before

    def _conceding(self) -> Clause | None:
        """The أنّ-clause that opens with what it concedes and now comes to the point: قال إنه رغم الخلافات إلا أن."""
        c = self._statement_level()
        despite = c.kind == "complement" and c.via in _CONCEDE and c.parent is not None
        home = c.parent if despite and c.parent is not None else c
        if (home.kind != "complement" and not despite) or home.verb is not None or home.subject:
            return None
        return home if despite or any(x.rel == _DESPITE for x in home.before) else None

    def _then(self, chunk: Chunk) -> bool:
        """Open what follows from a condition or from what is put first: إذا لم تنسحب فإن بلاده سترد، ورغم نفيها فإن."""
        c = next((x for x in reversed(self.stack) if x.kind == "condition" and x.parent is not None), None)
        home = c.parent if c is not None else self._put_first()
        if home is None:
            return False
        self._pop_to(home)
        if home.verb is not None:
            home = self._sibling(home, chunk.start)
        home.pronoun = home.pronoun or self.words[chunk.start].r.pron
        return True

    def _put_first(self) -> Clause | None:
        """The clause that still waits for its verb behind another put first, or behind phrases with prepositions."""
        for c in reversed(self.stack):
            if c.verb is None and c.kind in ("main", "complement"):
                return c if c.children or c.before else None
            if c.kind not in ("adverbial", "complement", "relative"):
                return None
        return None

    def _awaiting(self, chunk: Chunk) -> Clause:
        """The open clause that a أنّ-clause hangs on: past relatives that tell nothing, a verb of saying before them."""
        before = self.words[chunk.start - 1] if chunk.start else None
        if before is not None and before.hit is None and self.stack[-1].kind == "relative":
            planned = before.r.pos in ("adj", "noun") and before.r.lemma in self.cues.planned_adjective
            if planned or before.act_in(self.cues.impersonal | self.cues.controlled_verb):
                return self.stack[-1]  # أعلنت تأجيل الزيارة التي كان من المقرر أن
        if before is not None and before.token.raw in COMMAS and not self.words[chunk.start].r.prep:
            for c in reversed(self.stack):
                if self._is_report(c) and not any(x.kind == "complement" for x in c.children):
                    self._pop_to(c)  # قال الوزير الذي وصف القرار بأنه ظالم، إن
                    return c
        told = self.stack[-1].previous
        if told is not None and self._takes_up(self.stack[-1]) and self._is_report(told):
            if not self._is_report(self.stack[-1]) and not any(x.kind == "complement" for x in told.children):
                self.stack[-1] = told  # أفاد الباحث وهو أستاذ في الجامعة أن
        for c in reversed(self.stack):
            if self._is_report(c) and not self._carried(c):
                self._pop_to(c)
                break
            if c.kind != "relative" or c.verb is None:
                break
        return self.stack[-1]

    def _carried(self, c: Clause) -> bool:
        """Whether a relative clause only tells who carried the words of one around: قال في كلمة بثها التلفزيون إن."""
        w = self.words[c.verb.start] if c.verb is not None else None
        outer = c.parent
        return (
            w is not None
            and outer is not None
            and c.kind == "relative"
            and c.antecedent is not None
            and (bool(w.r.pron) or all(x.prep for x in c.after))  # في مقابلة نشرت أمس
            and bool(w.act_in(self.cues.carry_words_verb))
            and self._is_report(outer)
        )

    def _if(self, chunk: Chunk) -> bool:
        """Whether إن means 'if': a past verb or لم follows directly, which إنّ does not allow."""
        w = self.words[chunk.start]
        following = self.words[chunk.end] if chunk.end < len(self.words) else None
        before = self.words[chunk.start - 1] if chunk.start else None
        if (
            following is None
            or w.r.pron
            or w.token.raw.lstrip("وفبل")[:1] not in ("إ", "ا")
            or following.hit is not None
        ):
            return False
        if before is not None and before.hit is None and before.r.pos in ("verb", "prep") and not before.r.pron:
            return False
        governor = self.stack[-1].verb
        if governor is not None and self.words[governor.start].act_in(self.cues.controlled_verb):
            return False
        return following.r.lemma == "لم" or (following.r.pos == "verb" and following.r.tense == "past")

    def _unless(self, chunk: Chunk) -> bool:
        """Whether ما with لم behind it means 'unless': its verb does not take it up (ما لم تنسحب, not ما لم تعلنه)."""
        k = chunk.end
        if k + 1 >= len(self.words) or self.words[k].r.lemma != "لم" or self.via or self.words[chunk.start].r.prep:
            return False
        if self.words[chunk.start].r.lemma != "ما":
            return False  # اللجنة التي لم تعقد
        verb = self.words[k + 1].r
        before = self.words[chunk.start - 1].r if chunk.start else None
        return (
            verb.pos == "verb"
            and not verb.pron
            and (before is None or before.pos not in ("verb", "prep") or bool(before.pron))
        )

    def _condition(self, chunk: Chunk) -> None:
        c = self._open("condition", self.stack[-1], chunk.start)
        c.opener = chunk.start

    def _is_report(self, c: Clause) -> bool:
        return c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.report))

    def _governor(self, c: Clause) -> Chunk | None:
        """What a أنّ-clause complements: the phrase just before it, else the verb (من الضروري أن has no verb)."""
        if c.after:
            return c.after[-1]
        return c.verb if c.verb is not None or not c.before else c.before[-1]

    # -- verbs -------------------------------------------------------------------------------

    def _verb(self, chunk: Chunk) -> None:
        w = self.words[chunk.start]
        conj = chunk.conj or (self.words[self.pending[0]].r.conj if self.pending else "")
        contrast, self.contrast = self.contrast, ""
        c = self.stack[-1]
        if contrast == "فيما" and w.r.pron == "ه" and (w.act_in(self.cues.called_verb) or not self._own_subject(chunk)):
            # فيما يصفونه بأنه
            c = self._open("relative", c, chunk.start)
        elif contrast and contrast != "اما":
            target = self._contrasted(w)
            c = (
                self._sibling(target, self.pending[0] if self.pending else chunk.start)
                if target.verb is not None or target.children or any(not x.prep for x in target.before)
                else target
            )
        elif conj and conj != "ف":
            c = self._coordinated(chunk, conj)
        elif conj == "ف":
            c = self._consequence(chunk)
        elif c.verb is not None and w.r.fut == "ل" and w.r.tense == "present":
            c = self._open("purpose", self._aiming(chunk), chunk.start)
            c.opener = chunk.start
        elif c.verb is not None:
            c = self._further(c, chunk)
        elif (about := self._inserted(c, chunk) or self._not_of_subject(c, chunk)) is not None:
            c = self._open("relative", c, chunk.start)
            c.antecedent = about
        if c.verb is not None:
            c = self._sibling(c, chunk.start)
        c.verb = chunk
        c.particles = self.pending
        if self.pending:
            c.start = min(c.start, self.pending[0]) if c.opener < 0 and not c.before else c.start
        self.pending = []
        self.via = ""

    def _inserted(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """What a clause put in between commas is about, before the verb goes on: القوات، تساندها مروحيات، تقدمت."""
        w = self.words[chunk.start]
        about = next((x for x in reversed(c.before) if not x.prep), None)
        if about is None or not c.comma or not w.r.pron:
            return None
        if not stands_for(w.r.pron, self.words, about.head, self.cues):
            return None
        comma = next(
            (x for x in self.chunks[chunk.n + 1 :] if x.kind == "mark" and self.words[x.start].token.raw in COMMAS),
            None,
        )
        after = self.chunks[comma.n + 1] if comma is not None and comma.n + 1 < len(self.chunks) else None
        goes_on = after is not None and after.kind == "verb" and not after.conj
        return about if goes_on and self._own_subject(chunk) else None

    def _not_of_subject(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """What a verb at odds with the subject before describes right before it: القوات في مدينة يحاصرها الجيش."""
        x, w = c.before[-1] if c.before else None, self.words[chunk.start]
        subject = next((y for y in c.before if not y.prep), None)
        if (
            x is None
            or subject is None
            or x is subject
            or not x.prep
            or x.end != chunk.start
            or not self._indefinite(x)
        ):
            return None
        gender, number = agreement(self.words, subject.head, self.cues)
        at_odds = bool(gender and w.r.gender) and gender != w.r.gender and len(subject.parts) == 1
        behind = self.chunks[chunk.n + 1] if chunk.n + 1 < len(self.chunks) else None
        told = bool(w.r.pron) or (behind is not None and bool(behind.prep and self.words[behind.head].r.pron))
        own = agreement(self.words, x.parts[-1].head, self.cues)[0] == w.r.gender and number != "p"
        return x if at_odds and (own or told) else None

    def _indefinite(self, x: Chunk) -> bool:
        """Whether a phrase is a noun without article, pronoun or name in its genitive."""
        part = x.parts[-1]
        head = self.words[part.head]
        if head.hit is not None or head.r.definite or head.r.pron or head.r.pos not in ("noun", "num", "adj"):
            return False
        for k in range(part.head + 1, part.end):
            w = self.words[k]
            if w.hit is None and (w.r.pos == "prep" or w.r.prep):
                break
            if w.hit is not None and w.entry is not None and w.entry.kind == "adjective" and not w.hit.article:
                continue  # مشروع قرار بريطاني
            if w.hit is not None or (w.r.pos in ("noun", "name") and (w.r.definite or w.r.pron)):
                return False
        return True

    def _aiming(self, chunk: Chunk) -> Clause:
        """The open clause whose aim or outcome a verb tells, by who does it: إلى بلدة احتلها المتمردون لتستعيدها."""
        w = self.words[chunk.start]
        for c in reversed(self.stack) if not self._own_subject(chunk) else ():
            shape = self._subject_shape(c) if c.verb is not None else ("", "")
            if (
                shape is None
                or not w.r.gender
                or (shape[0] in ("", w.r.gender) and (shape[1] != "s") == (w.r.number != "s"))
            ):
                self._pop_to(c)
                break
        return self.stack[-1]

    def _contrasted(self, w: Word) -> Clause:
        """What a clause with بينما، لكن stands beside: the article's own level after a comma or with a verb of saying.

        Of 29 such clauses after a statement in the gold texts 23 are the article's own.
        """
        if bool(w.act_in(self.cues.report)) or self.stack[-1].comma:
            self._pop_to(self._root())
            return self._root()
        level = self._statement_level()
        return level

    def _consequence(self, chunk: Chunk) -> Clause:
        """ف + verb: the consequence of an open condition, else a new clause at the same level."""
        for c in reversed(self.stack):
            if c.kind == "condition" and c.parent is not None:
                parent = c.parent
                self._pop_to(parent)
                return parent if parent.verb is None else self._sibling(parent, chunk.start)
        c = self.stack[-1]
        if c.verb is None:
            return c
        return self._sibling(self._statement_level(), chunk.start)

    def _coordinated(self, chunk: Chunk, conj: str) -> Clause:
        """The open clause that 'and' + verb continues: like tense, mood, kind of verb and agreement decide."""
        w = self.words[chunk.start]
        if (begun := self._had_before(chunk)) is not None:
            return begun
        comma = self.stack[-1].comma
        new = self._own_subject(chunk) and not self._addressed(chunk)
        told = new or self._of_nobody(chunk)
        best: tuple[float, Clause] | None = None
        for depth, c in enumerate(reversed(self.stack)):
            if c.verb is None:
                if any(x.kind == "relative" and x.antecedent in c.before[-1:] for x in self.stack):
                    continue  # المحادثات التي بدأت أمس وستستأنف غدا تحقق
                if c.kind == "complement" and c.before and w.r.tense == "present" and not comma:
                    nominal = 1.0 - 0.4 * depth  # a clause that began without verb goes on: الصين على استعداد وتؤازر
                    if best is None or nominal > best[0]:
                        best = (nominal, c)
                continue
            v = self.words[c.verb.start].r
            s = -0.4 * depth + (0.5 * depth if comma else 0)
            s += 1.5 if v.tense == w.r.tense else -1
            if w.r.fut and not v.fut and v.tense == "present":
                s += 0.3
            says = bool(w.act_in(self.cues.report)) and (comma or not w.act_in(self.cues.speech_act))
            report = bool(self.words[c.verb.start].act_in(self.cues.report)), says
            if report[0] and not report[1] and depth:
                s -= 1.0
            if report[1] and w.r.tense == "past":
                s += 1.5 if report[0] and c.kind == "main" else -0.5
            if all(report) and c.kind == "complement" and not new:
                s += 1.0  # أعرب عن قلقه ودعا: told of the same person
            if not new and w.act_in(self.cues.speech_act) and self._outlet(c):
                s -= 2  # a newspaper calls on nobody
            if c.kind == "complement" and w.r.tense == "present":
                s += 1.0
            if c.kind == "complement" and w.r.tense == "past" and new and w.act_in(self.cues.denial):
                s -= 2.0  # اتهمت أوغندا كينيا بأنها هاجمت القرية ونفت كينيا ذلك
            if c.kind in ("relative", "participle", "condition", "adverbial"):
                s -= 0.6 if not comma else 1.2
            subject = self._subject_shape(c)
            if subject and not told and w.r.gender and subject[0] and (subject[0] != w.r.gender and subject[1] != "p"):
                s -= 2
            fewer = subject and subject[1] == "s" and (w.r.number == "d" or (w.r.number, subject[0]) == ("p", "f"))
            if fewer and not new:
                s -= 2  # زار المبعوث نيروبي حيث اجتمع الوزيران واتفقا
            if best is None or s > best[0]:
                best = (s, c)
        top = self.stack[-1]
        if best is None and not self._resumed(top):
            return top
        out = self._sibling(best[1] if best is not None else top, self.pending[0] if self.pending else chunk.start)
        out.previous = out.previous if best is not None else top.previous  # زار كمبالا، وهي أول زيارة له، والتقى
        return out

    def _had_before(self, chunk: Chunk) -> Clause | None:
        """The clause that 'and' goes on with the verb of, right behind 'it happened before': سبق وحذرت."""
        c, w = self.stack[-1], self.words[chunk.start]
        if c.verb is None or c.verb.end != chunk.start or w.r.tense != "past" or self.pending:
            return None
        if not self.words[c.verb.start].act_in(self.cues.controlled_verb):
            return None
        c.aux.append(c.verb)
        c.verb = None
        return c

    def _resumed(self, c: Clause) -> bool:
        """Whether a clause without verb is 'and he is' with its predicate: وهي أول زيارة له، والتقى."""
        return c.verb is None and len(c.before) > 1 and self._takes_up(c)

    def _takes_up(self, c: Clause) -> bool:
        """Whether a clause begins with 'and he'."""
        return bool(c.before) and c.before[0].conj == "و" and self._resumes(c.before[0])

    def _of_nobody(self, chunk: Chunk) -> bool:
        """Whether a verb of expecting has a clause for its subject, so agrees with nobody: ويتوقع أن."""
        w = self.words[chunk.start]
        after = self.words[chunk.end] if chunk.end < len(self.words) else None
        plain = (w.r.tense, w.r.gender, w.r.number) == ("present", "m", "s") and bool(w.act_in(self.cues.impersonal))
        return plain and after is not None and after.hit is None and after.r.lemma == "ان"

    def _outlet(self, c: Clause) -> bool:
        """Whether an outlet is the nearest subject of a clause."""
        x = next((y for y in (*reversed(c.before), *c.after) if not y.prep), None)
        if x is None:
            return False
        head = self.words[x.head]
        return head.entry.kind == "media" if head.entry is not None else head.r.lemma in self.cues.genus

    def _addressed(self, chunk: Chunk) -> bool:
        """Whether the phrase behind a verb of asking or blaming may be whom it addresses: دعت موسكو إلى سحب قواتها."""
        w, k = self.words[chunk.start], chunk.n + 2
        if not w.act_in(self.cues.speech_act) or w.r.pron or "object" not in self._wants(w):
            return False
        x = self.chunks[k] if k < len(self.chunks) else None
        return x is not None and x.kind == "np" and x.prep != "" and x.rel in self._wants(w)

    def _own_subject(self, chunk: Chunk) -> bool:
        k = chunk.n + 1
        if k < len(self.chunks):
            x = self.chunks[k]
            if x.kind == "np" and not x.prep and not x.conj:
                gender, _ = agreement(self.words, x.head, self.cues)
                return gender == self.words[chunk.start].r.gender and not self._only_thing(chunk, x)
        return False

    def _only_thing(self, chunk: Chunk, x: Chunk) -> bool:
        """Whether a place is all that a verb which takes an object has behind it: وأغلقت قنصليات لموسكو."""
        head, behind = self.words[x.head], self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
        place = (
            head.hit is None and (head.r.cls == "place" or head.r.lemma in self.cues.embassy) and not head.r.definite
        )
        more = behind is not None and behind.kind == "np" and not behind.prep
        return place and not more and self.words[chunk.start].r.cls == "t"

    def _subject_shape(self, c: Clause) -> tuple[str, str] | None:
        """Gender and number of a clause's subject as far as it is read."""
        assert c.verb is not None
        v = self.words[c.verb.start].r
        if c.kind == "relative" and c.antecedent is not None:
            gender, number = agreement(self.words, c.antecedent.head, self.cues)
            alone = all(x.prep for x in c.after)  # اعتراض الهند التي امتنعت
            return (v.gender if alone and v.gender and gender != v.gender else gender), number
        for x in (*reversed(c.before), *c.after):
            if not x.prep:
                gender, number = agreement(self.words, x.head, self.cues)
                if not v.gender or gender == v.gender or number == "p":
                    return gender, ("p" if len(x.parts) > 1 else number)
        return (v.gender, v.number) if v.gender else None

    def _further(self, c: Clause, chunk: Chunk) -> Clause:
        """A verb without conjunction in a clause that has one already."""
        assert c.verb is not None
        old = self.words[c.verb.start].r
        w = self.words[chunk.start]
        described = self._begun(c, chunk) if old.lemma in self.cues.aspect else None
        if described is not None:
            inner = self._open("relative", c, chunk.start)
            inner.antecedent = described
            return inner
        if old.lemma in self.cues.auxiliary and w.act_in(self.cues.report) and self._predicated(c):
            return self._sibling(self._root(), chunk.start)
        if old.lemma in self.cues.auxiliary and (awaiting := self._awaiting_verb(c)) is not None:
            self._pop_to(awaiting)
            return awaiting
        if old.lemma in self.cues.auxiliary and (about := self._in_predicate(c, chunk)) is not None:
            inner = self._open("relative", c, chunk.start)
            inner.antecedent = about
            return inner
        if old.lemma in self.cues.auxiliary or (
            old.lemma in self.cues.aspect and w.r.tense == "present" and not self.pending
        ):  # no: ستستأنف في مكان لم يحدد
            c.aux.append(c.verb)
            c.before = [*c.before, *c.after]
            c.after = []
            self.pending = [*c.particles, *self.pending]
            c.verb = None
            return c
        if c.kind == "relative" and self.pending and self.words[self.pending[-1]].r.pos == "modal":
            for outer in reversed(self.stack[:-1]):  # كان السياح الذين خطفوا قد وصلوا
                if outer.verb is not None and self.words[outer.verb.start].r.lemma in self.cues.auxiliary:
                    self._pop_to(outer)
                    return self._further(outer, chunk)
        if c.kind == "relative" and c.parent is not None and self._taken_up_again(c, chunk):
            inner = self._open("relative", c.parent, chunk.start)
            inner.antecedent = c.antecedent
            return inner
        if c.kind in ("relative", "adverbial", "participle", "condition") and len(self.stack) > 1:
            for outer in reversed(self.stack[:-1]):
                if self._resumed(outer):
                    break  # وهو ناشط سقط صاروخ على بيته أسفر عن
                if outer.verb is None and (outer.before or outer.kind in ("complement", "main")):
                    self._pop_to(outer)
                    return outer
        opens = c.after[-1] if c.after else None
        if opens is not None and self._opens(opens, chunk):
            c.after.pop()
            new = self._sibling(self._statement_level(), opens.start)
            new.before.append(opens)
            return new
        antecedent = self._described(c, chunk)
        if antecedent is not None:
            if self._when(antecedent, chunk):
                return self._open("adverbial", c, chunk.start)
            inner = self._open("relative", c, chunk.start)
            inner.antecedent = antecedent
            return inner
        if c.kind != "main" and len(self.stack) > 1:
            outer = self.stack[-2]
            if outer.verb is None and (c.comma or (c.via and not outer.before)):
                self._pop_to(outer)
                return outer  # بعد أن انسحبت أوغندا أعلن الجيش
        if c.kind in ("adverbial", "condition") and self.words[c.opener].r.conj == "و" and c.previous is None:
            return self._led(c, chunk)
        aside = c.kind in ("relative", "participle", "purpose")
        return self._sibling(self._statement_level() if aside else c, chunk.start)

    def _led(self, c: Clause, chunk: Chunk) -> Clause:
        """The clause whose verb comes behind a condition or time that leads it: رحبت بالحوار، وإذا فشل ستلجأ إلى."""
        new = self._sibling(self._statement_level(), c.start)
        if c.parent is not None:
            c.parent.children.remove(c)
        new.children.append(c)
        c.parent = new
        return new

    def _in_predicate(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """What a verb describes that is no verb of the subject of 'was': كان عضوا في لجنة تحقق."""
        w, shape = self.words[chunk.start], self._subject_shape(c)
        about = self._described(c, chunk) if not self.pending else None
        first = next((x for x in c.after if not x.prep), None)
        if about is None or shape is None or about is first:
            return None
        told = any(x.prep and self.words[x.head].r.pron for x in self.chunks[chunk.n + 1 : chunk.n + 2])
        predicate = any(not x.prep and self._bare_predicate(x) for x in c.after if x is not first)
        at_odds = bool(w.r.gender and shape[0]) and shape[0] != w.r.gender
        return about if at_odds or (predicate and (told or bool(w.r.pron))) else None

    def _bare_predicate(self, x: Chunk) -> bool:
        """Whether a phrase is an indefinite adjective or accusative: كانت سعيدة، كان عضوا."""
        w = self.words[x.head]
        return w.hit is None and not w.r.definite and (w.r.pos == "adj" or w.r.accusative)

    def _predicated(self, c: Clause) -> bool:
        """Whether a clause with 'was' has its predicate and a comma behind it, so awaits no verb: كانت فاشلة، ذكرت."""
        last = c.after[-1] if c.after else None
        if not c.comma or last is None or last.prep:
            return False
        r = self.words[last.head].r
        return self.words[last.head].hit is None and r.pos == "adj" and not r.definite

    def _taken_up_again(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a further verb is about what the relative clause before it is: زيارة تستغرق يومين يلتقي خلالها."""
        behind = self.chunks[chunk.n + 1] if chunk.n + 1 < len(self.chunks) else None
        if behind is None or behind.rel != "khilal" or c.antecedent is None or not c.antecedent.parts:
            return False
        return stands_for(self.words[behind.start].r.pron, self.words, c.antecedent.head, self.cues)

    def _awaiting_verb(self, c: Clause) -> Clause | None:
        """The clause around a relative one of what was planned that still lacks its verb: اللقاء الذي كان مقررا غدا
        أرجئ.
        """
        outer = self.stack[-2] if len(self.stack) > 1 else None
        if c.kind != "relative" or outer is None or outer.verb is not None or c.antecedent not in outer.before:
            return None
        heads = (self.words[x.head] for x in c.after if not x.prep)
        return outer if any(w.hit is None and w.r.lemma in self.cues.planned_adjective for w in heads) else None

    def _opens(self, x: Chunk, chunk: Chunk) -> bool:
        """Whether 'and' with a phrase of time right before a verb with its subject opens a new clause: وبعد ساعات أطلقت
        إسرائيل سراح عشرة.
        """
        beside = x.end == chunk.start - len(self.pending) and not chunk.conj
        return (
            beside
            and x.conj == "و"
            and x.rel in ("baad", "qabl", "khilal")
            and not self.words[chunk.start].r.pron
            and self._own_subject(chunk)
        )

    def _begun(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The act that somebody begins and a further verb tells more of: بدأ الوزير زيارة إلى القاهرة تستمر يومين، يقوم
        بجولة تشمل مصر.
        """
        bare = [x for x in c.after if not x.prep and self._argument(x)]
        begun = bare[-1] if len(bare) > 1 else next((x for x in c.after[-1:] if x.rel == "bi"), None)
        if begun is None:
            return None
        head = self.words[begun.head]
        if head.hit is not None or head.r.form != "masdar" or head.r.definite or head.r.pron:
            return None
        return begun

    def _described(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The indefinite phrase that a verb right behind it describes (بيان جاء فيه، مقترحا يقلص الفجوة)."""
        if not c.after:
            return None
        behind = self.chunks[chunk.n + 1] if chunk.n + 1 < len(self.chunks) else chunk
        taken = self.words[behind.head].r.pron if behind.kind == "np" and behind.prep else ""
        resumed = bool(self.words[chunk.start].r.pron or taken)
        if (self.words[chunk.start].r.person, self.words[chunk.start].r.number) == (1, "p") and not resumed:
            return None  # قال قائد الجيش «سنستخدم القوة»
        measured = not c.comma and self._measured(c, chunk)
        if not measured and (c.comma or c.after[-1].end < chunk.start - 1 - len(self.pending)):
            return self._set_off(c, chunk)
        nearest: list[Chunk] = [c.after[-1], *(c.after[-2:-1] if resumed and c.after[-1].prep else [])]
        if measured:
            nearest = c.after[-3:-1][::-1]
        elif taken:  # عقد مؤتمر للمصالحة في نيروبي تشارك فيه
            far = [x for n, x in enumerate(c.after[:-2]) if all(y.prep for y in c.after[n + 1 :])]
            nearest += [x for x in far[::-1] if stands_for(taken, self.words, x.parts[-1].head, self.cues)]
        over = self._described_over(c, chunk)
        gender = self.words[chunk.start].r.gender
        for x in nearest:
            head = self.words[x.parts[-1].head]
            if head.hit is None and not head.r.definite and head.r.pos in ("noun", "num", "adj"):
                if over is not None and not resumed and not self._indefinite(x):
                    return over  # سلسلة اتفاقات في قطاع الطاقة شملت
                at_odds = gender != agreement(self.words, head.n, self.cues)[0]  # تفجير بعبوة ناسفة استهدف الرتل
                return over if over is not None and at_odds and not resumed else x
        return over

    def _described_over(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The indefinite noun that a verb agrees with over the phrases that tell whose it is or by what means: غارة
        للجيش استهدفت المدينة.
        """
        w = self.words[chunk.start]
        if c.comma or self.pending or w.r.person != 3 or w.r.number not in ("s", "d", ""):
            return None
        k = chunk.n + 1
        bare = k < len(self.chunks) and not (self.chunks[k].prep or self.words[self.chunks[k].head].r.accusative)
        if bare and self._own_subject(chunk) and w.act_in(self.cues.report):
            return None
        for x in reversed(c.after[-4:]):
            head = self.words[x.parts[-1].head]
            plain = head.r.pos == "noun" and self._indefinite(x)
            does = head.r.form == "masdar" or head.r.cls in ("act", "group") or w.r.number == "d"
            does = does or (head.r.cls != "human" and not self._own_subject(chunk))
            if plain and x is not c.after[-1] and does:
                if (w.r.gender, w.r.number or "s") == agreement(self.words, x.parts[-1].head, self.cues):
                    return x
            if not x.prep and (head.hit is not None or head.r.pos != "adj"):
                return None
        return None

    def _measured(self, c: Clause, chunk: Chunk) -> bool:
        """Whether how long a thing lasts stands between it and a verb that takes it up: هدنة مدتها شهر اقترحتها."""
        last, between = c.after[-1], self.chunks[chunk.n - 1]
        w = self.words[last.head]
        return (
            bool(self.words[chunk.start].r.pron)
            and between.kind == "time"
            and last.n == between.n - 1
            and not last.prep
            and w.hit is None
            and bool(w.r.pron)
            and len(c.after) > 1
        )

    def _when(self, antecedent: Chunk, chunk: Chunk) -> bool:
        """Whether a verb with a subject of its own tells what happened at a time (في وقت بدأ الرئيس زيارة)."""
        return (
            antecedent.rel == "fi"
            and self.words[antecedent.head].r.cls == "time"
            and not self.words[chunk.start].r.pron
            and self._own_subject(chunk)
        )

    def _set_off(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """What a clause between commas describes: an unnamed person (مسؤول، طلب عدم كشف هويته،) or a noun that a
        pronoun takes up (شارك فيها).
        """
        k = chunk.n + 1
        inside = self.chunks[k] if k < len(self.chunks) and self.chunks[k].kind == "np" else None
        resumed = (
            inside is not None
            and bool(inside.prep)
            and bool(self.words[inside.head].r.pron)
            and self.words[inside.head].r.pos == "prep"
        )
        if (thing := self._at_odds(c, chunk)) is not None:
            return thing
        for x in reversed(c.after[-4:]):
            head = self.words[x.parts[-1].head]
            if head.hit is not None or head.r.definite or head.r.pos != "noun":
                continue
            if resumed or (
                c.comma
                and head.r.cls == "human"
                and (x is c.after[-1] or (x.parts[-1].of is not None and x.parts[-1].of[1] == c.after[-1].end))
                and not self.words[chunk.start].act_in(self.cues.report - frozenset(("طلب",)))
            ):
                return x
        return None

    def _at_odds(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The indefinite thing that a verb behind a comma agrees with, not with the subject: قدم خطة، تنص على."""
        w = self.words[chunk.start]
        shape = self._subject_shape(c)
        if not c.comma or self.pending or shape is None or not shape[0] or not w.r.gender or shape[0] == w.r.gender:
            return None
        if w.r.person != 3 or w.r.number not in ("s", "") or self._own_subject(chunk) or w.act_in(self.cues.report):
            return None
        for x in reversed(c.after[-4:]):
            if not x.prep and self._indefinite(x):
                return x if agreement(self.words, x.parts[-1].head, self.cues) == (w.r.gender, "s") else None
        return None

    def _participle(self, chunk: Chunk) -> None:
        w = self.words[chunk.start]
        self.contrast = ""
        while len(self.stack) > 1 and self.stack[-1].kind == "relative":
            self.stack.pop()
        top = self.stack[-1]
        if top.kind == "participle" and top.parent is not None:
            self.stack.pop()
            top = self.stack[-1]
        verb_of_saying = bool(w.act_in(self.cues.report))
        if verb_of_saying or top.comma:
            for c in reversed(self.stack):
                if (
                    c.verb is not None
                    and bool(self.words[c.verb.start].act_in(self.cues.report))
                    and self.words[c.verb.start].r.tense
                ):
                    if (
                        c.kind != "complement"
                        or len(self.stack) == 1
                        or not any(self._is_report(x) for x in self.stack if x is not c and x.n < c.n)
                    ):
                        top = c
                        break
            else:
                if verb_of_saying:
                    top = next((c for c in reversed(self.stack) if c.kind == "main"), top)
                    told = top
                    while told.previous is not None and (told.verb is None or self.words[told.verb.start].quoted):
                        told = told.previous
                    if self._is_report(told):
                        self.stack = [top := told]  # قال "نحن ننسحب، ونأسف لذلك"، متهما كينيا
        if top.kind == "condition" and len(self.stack) > 1:
            top = self.stack[-2]
        self._pop_to(top)
        c = self._open("participle", top, chunk.start)
        c.opener, c.verb = chunk.start, chunk

    # -- noun phrases ------------------------------------------------------------------------

    def _phrase(self, chunk: Chunk) -> None:
        if chunk.rel == "fi" and self._in_case(chunk):
            self.via = ""
            self._condition(chunk)
            return
        c = self.stack[-1]
        if self.via and not chunk.prep:
            chunk.prep = chunk.rel = self.via
        self.via = ""
        if self.contrast and not chunk.prep:
            contrast, self.contrast = self.contrast, ""
            following = self._next_verb(chunk)
            target = (
                self._root()
                if contrast == "اما"
                or (following is not None and bool(self.words[following.start].act_in(self.cues.report)))
                else self._statement_level()
            )
            if target.verb is not None:
                c = self._sibling(target, chunk.start)
        elif chunk.conj == "و" and c.verb is not None and self._resumes(chunk):
            c = self._sibling(self._root() if c.comma else self._statement_level(), chunk.start)
        elif chunk.conj and not chunk.prep and c.verb is not None and self._next_verb(chunk) is not None:
            level = self._statement_level()
            c = self._sibling(level, chunk.start)
        elif chunk.conj == "و" and c.comma and c.kind == "condition" and c.verb is not None and c.parent is not None:
            if self.words[chunk.head].r.pos == "dem":  # إذا لم يعد، وذلك في ختام قمة
                self._pop_to(c.parent)
                c = c.parent
        if (listed := self._listed(chunk)) is not None:
            self.stack.append(listed)
            c = listed
        elif c.kind == "relative" and c.verb is not None and self._saturated(c, chunk):
            self.stack.pop()
            c = self.stack[-1]
        elif c.kind == "relative" and not chunk.prep and (outer := self._still_open(c, chunk)) is not None:
            self._pop_to(outer)
            c = outer
        elif c.kind == "participle" and self._awaits_subject(c, chunk):
            self.stack.pop()  # وصل قادما من باريس وزير الخارجية
            c = self.stack[-1]
        elif chunk.rel == "sabab" and c.kind == "participle" and c.comma and len(self.stack) > 1:
            self.stack.pop()  # تظاهروا، رافعين أعلاما، تنديدا بالقرار
            c = self.stack[-1]
        elif c.kind == "participle" and c.comma and c.parent is not None and self._lacks_object(c.parent, chunk):
            self._pop_to(c.parent)  # طالب الوسيط، قادما من نيروبي، الطرفين بوقف القتال
            c = self.stack[-1]
        elif chunk.prep and c.kind == "relative" and (outer := self._governor_before(c, chunk)) is not None:
            self._pop_to(outer)
            c = outer
        (c.before if c.verb is None else c.after).append(chunk)

    def _lacks_object(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a bare phrase may be the object that a clause still lacks, its subject told."""
        if c not in self.stack or c.verb is None or chunk.prep or chunk.conj:
            return False
        w = self.words[c.verb.start]
        bare = [x for x in c.after if not x.prep]
        subject = len(bare) == 1 and self._agrees(w, bare[0], before=False)
        return subject and self._takes_object(w)

    def _takes_object(self, w: Word) -> bool:
        """Whether a transitive verb that has its frame's object still to come stands without a pronoun for it."""
        return w.r.cls == "t" and not w.r.pron and "object" in self._wants(w)

    def _still_open(self, c: Clause, chunk: Chunk) -> Clause | None:
        """The clause around two relatives, of which the inner has its object, whose verb lacks one: وصف الوزير الذي قام
        بجولة شملت البلدين الوضع.
        """
        middle = c.parent
        if c.verb is None or chunk.conj or middle is None or middle.kind != "relative" or middle.verb is None:
            return None
        outer, own = middle.parent, self.words[c.verb.start]
        if outer is None or outer.verb is None or "object2" in self._wants(own) or middle is not self.stack[-2]:
            return None
        full = any(not x.prep for x in c.after) and not own.r.pron
        lacking = self.words[middle.verb.start].r.cls == "t" and all(x.prep for x in middle.after)
        verb = self.words[outer.verb.start]
        bare = [x for x in outer.after if not x.prep]
        mine = "object" in self._wants(verb) and not verb.r.pron and len(bare) == 1 and not outer.before
        return outer if full and not lacking and mine and outer is self.stack[-3] else None

    def _awaits_subject(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a bare phrase behind a participle that has no object is the subject of the verb before it."""
        outer, own = c.parent, self.words[c.verb.start] if c.verb is not None else None
        if own is None or outer is None or outer.verb is None or chunk.prep or chunk.conj or not c.after:
            return False
        if "object" in self._wants(own) or any(not x.prep for x in (*outer.before, *outer.after)):
            return False
        return outer is self.stack[-2] and self._agrees(self.words[outer.verb.start], chunk, before=False)

    def _in_case(self, chunk: Chunk) -> bool:
        """Whether a phrase with a verb right behind it opens a condition: في حال انسحبت، في حال لم تنسحب."""
        head = self.words[chunk.head]
        if head.hit is not None or head.r.lemma not in self.cues.condition or chunk.end > chunk.head + 1:
            return False
        behind = self.chunks[chunk.n + 1] if chunk.n + 1 < len(self.chunks) else None
        return behind is not None and (
            behind.kind == "verb" or (behind.kind == "particle" and self.words[behind.start].r.pos == "neg")
        )

    def _listed(self, chunk: Chunk) -> Clause | None:
        """The relative clause whose list of verbal nouns goes on behind the comma: تقوم بحشد قوات، ونشر صواريخ."""
        if self.shut is None or self.shut[0] != chunk.n - 1 or chunk.conj != "و" or chunk.prep:
            return None
        c, w = self.shut[1], self.words[chunk.head]
        if c.parent is not self.stack[-1] or w.hit is not None or w.r.form != "masdar" or w.r.pron:
            return None
        acts = [self.words[x.parts[-1].head] for x in c.after if x.parts]
        named = any(y.hit is None and y.r.form == "masdar" and not y.r.definite for y in acts)
        return c if named and self._next_verb(chunk) is None else None

    def _governor_before(self, c: Clause, chunk: Chunk) -> Clause | None:
        """The clause around a relative whose verb still wants the preposition of a phrase that the relative's verb does
        not govern: أغارت مقاتلات التحالف الذي تقوده واشنطن على المدينة.
        """
        if c.verb is None or not (c.after or self.words[c.verb.start].r.pron):
            return None
        if self._governed(c, chunk.rel) and not self._left_open(c, chunk.rel):
            return None
        if c.antecedent is not None and self.words[c.antecedent.head].r.form == "masdar":
            if any(self.words[x.head].r.pos == "prep" and self.words[x.head].r.pron for x in c.after):
                return None  # الزيارة التي قام بها الوزير إلى الرباط
        if self.words[chunk.head].r.lemma in self.cues.line or (
            chunk.start and self.words[chunk.start - 1].r.lemma in self.cues.line
        ):
            return None  # كمين نصبوه على الحدود مع فنزويلا
        before = self.words[chunk.start - 1] if chunk.start else None
        if before is not None and before.hit is None and before.r.form == "masdar" and chunk.rel in _OF_ACTS:
            return None  # الذي شدد على ضرورة التوصل إلى اتفاق
        for outer in reversed(self.stack[:-1]):
            if outer.verb is not None and self._governed(outer, chunk.rel):
                return outer if not any(x.rel == chunk.rel for x in outer.after) else None
            if outer.kind not in ("relative", "complement") or outer.verb is not None or outer.before:
                return None  # أعلن أن الاجتماع الذي كان مقررا في جوبا
        return None

    def _left_open(self, c: Clause, rel: str) -> bool:
        """Whether the clause around a relative that has its object lacks all that its verb takes: تعرضت سفينة ترفع علما
        لهجوم.
        """
        outer = c.parent
        if outer is None or outer.verb is None or not any(not x.prep for x in c.after):
            return False
        verb = self.words[outer.verb.start]
        if self._results(verb, rel):
            return all(x.rel != rel for x in outer.after)
        wants = self._wants(verb)
        lacking = not any(x.rel in wants for x in outer.after if x.prep)
        whole = "object" not in wants or (verb.r.cls == "i" and rel == "bi")  # قامت القوات التي عبرت الحدود باعتقال
        return rel in wants and whole and lacking

    def _results(self, w: Word, rel: str) -> bool:
        """Whether a relation tells what comes of something: أدى القصف الذي نفذته القوات إلى نزوح المدنيين."""
        return rel in _RESULTS and bool(w.act_in(self.cues.result_verb))

    def _governed(self, c: Clause, rel: str) -> bool:
        assert c.verb is not None
        w = self.words[c.verb.start]
        if self._results(w, rel):
            return True
        return any(rel in self.governs.get(v, ()) for v in w.acts)

    def _resumes(self, chunk: Chunk) -> bool:
        """Whether 'and he' after a comma takes up the whole sentence: وهو ما نفته الوزارة."""
        head = self.words[chunk.head]
        return head.hit is None and head.r.pos == "pron" and not chunk.prep

    def _next_verb(self, chunk: Chunk) -> Chunk | None:
        """The verb that follows a phrase directly (particles between), agreeing with it."""
        k = chunk.n + 1
        while k < len(self.chunks) and self.chunks[k].kind in ("particle", "time"):
            w = self.words[self.chunks[k].start]
            if self.chunks[k].kind == "particle" and (w.r.pos not in ("neg", "fut", "modal", "adv") or w.r.conj):
                return None
            k += 1
        if k >= len(self.chunks) or self.chunks[k].kind != "verb" or self.chunks[k].conj:
            return None
        r = self.words[self.chunks[k].start].r
        gender, _ = agreement(self.words, chunk.head, self.cues)
        fits = not r.gender or not gender or r.gender == gender
        return self.chunks[k] if fits or len(chunk.parts) > 1 else None

    def _saturated(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a bare phrase after a relative clause rather belongs to the clause around it."""
        if chunk.prep or c.parent is None or c.parent.verb is None or not c.after:
            return False
        outer = c.parent
        assert c.verb is not None
        bare = [x for x in outer.after if not x.prep]
        verb = self.words[outer.verb.start].r  # type: ignore[union-attr]
        inner = [x for x in c.after if not x.prep]
        w = self.words[c.verb.start]
        if not inner and w.r.number in ("d", "p") and self._takes_object(w):
            return False  # رسالة استصرخا فيها ضمائر العسكريين
        if len(inner) == 1 and self.words[inner[0].end - 1].r.pron and w.r.cls == "t" and not w.r.pron:
            does = self._agrees(w, inner[0], before=False) and "object" in self._wants(w)
            if does or (inner[0].end == inner[0].start + 1 and c.opener >= 0):
                return False  # الرئيس الذي يواجه نظامه معارضة
        taken_up = self.words[c.after[0].start].r
        if not inner and taken_up.pos == "prep" and taken_up.pron:
            if self._agrees(w, chunk, before=False) or ("object" in self._wants(w) and self._has_all(outer)):
                return False  # تأتي الزيارة في وقت هددت فيه إسرائيل بضرب، في زيارة يجري خلالها محادثات
        if bare and not inner and not w.r.pron and w.r.cls == "t" and self._has_all(outer):
            return False  # وصل الوزير إلى الدوحة في زيارة يبحث خلالها التطورات
        if bare and not inner and taken_up.pron and c.after[0].rel == "khilal":
            return False  # يحل الوزير بالرباط في زيارة يجري خلالها محادثات
        return (
            verb.cls == "t"
            and len(bare) <= 1
            and bool(inner or any(x.prep for x in c.after))
            and self.words[chunk.head].r.pos != "adj"
        )

    def _has_all(self, c: Clause) -> bool:
        """Whether a clause whose verb has its subject behind it has a phrase with a preposition that the verb takes."""
        assert c.verb is not None
        mine = [x for x in c.after if not x.prep]
        return (
            bool(mine)
            and self._agrees(self.words[c.verb.start], mine[0], before=False)
            and any(x.prep and self._governed(c, x.rel) for x in c.after)
        )

    # -- roles -------------------------------------------------------------------------------

    def _roles(self, c: Clause) -> None:
        """Fill subject, objects and prepositional complements of a clause from the phrases around its verb."""
        for x in (*c.before, *c.after):
            if self._tells_where(c, x):
                x.prep, x.rel = self.words[x.head].token.folded, "fi"
            if x.prep and not self._of_participle(x):
                c.args.setdefault(x.rel or x.prep, []).append(x)
        calls = c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.called_verb))  # اعتبرته مسؤولا
        two = c.verb is not None and "object2" in self._wants(self.words[c.verb.start])  # حمل القيادة نتائجها
        bare = [
            x
            for n, x in enumerate(c.after)
            if not x.prep
            and not (n and x.conj and c.after[n - 1].prep)  # في حمص وريفها
            and not (n and self._among_them(c.after[n - 1], x))
            and not self._cognate(c, x)
            and not self._manner(x, c.after[n + 1 :])
            and (self._argument(x) or (n and calls) or self._some_of_them(x, c.after[n - 1] if n else None))
            and not (n and not calls and self._adverbial(x))
            and not (n and not two and governed_by_masdar(self.words, c.after[n - 1], x))
            and not (x.start and self.words[x.start - 1].r.lemma == "لا" and self.words[x.head].hit is None)  # لا بد
        ]
        left = [
            x
            for n, x in enumerate(c.before)
            if not x.prep
            and self._argument(x)
            and not self._of_field(x)
            and not (
                n
                and governed_by_masdar(self.words, c.before[n - 1], x)
                and (x is not c.before[-1] or self.chunks[x.n + 1].kind == "mark")
            )
        ]
        if not (calls or two):
            bare = [x for n, x in enumerate(bare) if not self._purpose(c, x, n + bool(left))]
        if bare and c.verb is not None and self._agrees(self.words[c.verb.start], bare[0], before=False):
            left = [x for x in left if not any(y.n > x.n and self._begins(y) for y in c.before)]
        self._masdars(c, left, bare)
        bare = [x for x in bare if x.masdar < 0]
        left = [x for x in left if x.masdar < 0]
        if c.verb is None:
            c.subject = left[:1]
            return
        w = self.words[c.verb.start]
        c.passive = w.r.voice == "pas" or (w.r.voice == "both" and self._passive_by_context(c, left, bare))
        if c.kind == "participle":
            styled = self.words[bare[0].head] if bare else None
            if styled is not None and styled.r.pron and styled.r.lemma in self.cues.honorific:
                c.subject, c.objects = bare[:1], bare[1:3]  # منوها سموه بالعلاقات
                return
            c.objects = bare[:2]
            return
        if c.kind == "relative" and c.antecedent is not None:
            if self._relative_roles(c, w, [*(left if c.aux else ()), *bare]):  # الذي كان الوزير أعلن أنه سيوقع
                return
        if c.kind == "relative" and c.antecedent is None and calls and w.r.pron and "bi" not in c.args:
            if len(bare) == 1 and not self._party(bare[0]):  # ما سماه العدوان الأمريكي
                c.objects = bare
                return
        told = (
            not c.pronoun and len(bare) > 1 and self._agrees(w, bare[0], before=False)
        )  # أنه استهدف، في حين شن الطيران
        if bare and not c.pronoun and w.r.cls == "i" and self._agrees(w, bare[0], before=False):
            told = True  # أوضح أنه رصد مسلحين وسافر الوزير
        if not left and not told and self._pronoun_subject(c, w):
            c.objects = bare[:2]
            return
        if w.r.pron and left and bare and not w.r.conj and self._agrees(w, bare[0], before=False):
            if stands_for(w.r.pron, self.words, left[-1].head, self.cues):  # مدينة احتلتها القوات
                c.subject, c.objects = [bare[0]], [left[-1], *bare[1:2]]
                return
        if left and bare and self._taken_up(c, left[-1]) and self._agrees(w, bare[0], before=False):
            c.subject, c.objects = [bare[0]], bare[1:3]
            return
        subject = next((x for x in reversed(left) if self._agrees(w, x, before=True)), None) or next(
            (x for x in reversed(left) if len(x.parts) > 1 and self._agrees_first(w, x)), None
        )
        if subject is not None and bare and w.act_in(self.cues.report) and self._agrees(w, bare[0], before=False):
            head = self.words[subject.head]
            if head.hit is None and head.r.form == "masdar" and self._party(bare[0]) and not self._party(subject):
                subject = None  # وردا على سؤال حول نيتهم تفكيك الجناح قال المتحدث إن: an act says nothing
        if subject is not None:
            c.subject, c.objects = [subject], bare[:2]
        elif len(bare) > 1 and (
            self._place_first(w, bare[0], bare[1]) or (not (calls or two) and self._object_first(w, bare[0], bare[1]))
        ):
            c.subject, c.objects = [bare[1]], [bare[0]]
        elif bare and self._agrees(w, bare[0], before=False) and not self._dropped(c, w, bare):
            c.subject, c.objects = [bare[0]], bare[1:3]
        elif len(bare) > 1 and not left and w.r.lemma in self.cues.auxiliary and w.r.person == 3:
            c.subject, c.objects = [bare[0]], bare[1:3]  # كانت أعنف العمليات انفجار سيارة
        else:
            c.objects = bare[:2]
        told_of = self.words[bare[1].head].r if len(bare) == 2 and w.act_in(self.cues.inform_verb) else None
        own = told_of is not None and told_of.form == "masdar" and bool(told_of.pron)
        if own and not left and c.previous is not None and w.r.conj and not w.r.pron:
            c.subject, c.objects = [], bare  # التقى السفير وأبلغ الأمين العام احتجاجه
        before = self._whose_past(c)
        if before is not None and not c.passive:
            c.subject, c.objects = [before], bare[:2]
        if c.subject and c.objects and self._nominative(c.objects[0]) and not c.passive:
            if c.objects[0].start == c.subject[0].end + 1 and self.chunks[c.objects[0].n - 1].kind == "mark":
                c.objects = c.objects[1:]  # وصل الوزيران، العضوان في اللجنة، إلى نيروبي
        if len(c.objects) > 1 and c.subject and self._set_beside(c.subject[0], c.objects[0], c.objects[1]):
            self._drop_beside(c)
        elif len(c.objects) == 1 and c.subject and not c.passive and self._says_who(c.objects[0]):
            first, end = c.objects[0].start - 1, c.objects[0].end  # نددت موسكو، حليفة بلغراد، بما
            if first == c.subject[0].end and end < len(self.words) and self.words[end].token.raw in COMMAS:
                c.objects = [] if self.words[first].token.raw in COMMAS else c.objects
        if c.passive and not c.subject and c.objects and self._agrees(w, c.objects[0], before=False):
            c.subject, c.objects = c.objects[:1], c.objects[1:]

    def _among_them(self, before: Chunk, x: Chunk) -> bool:
        """Whether a phrase goes on with what a pronoun with 'among' opens: قتل عشرة بينهم ضابطا شرطة."""
        single = self.cues.relations.single
        first = (self.words[k].r for k in range(before.start, before.head + 1) if before.rel == "manner")
        return before.end == x.start and any(r.pron and single(r.lemma) == "bayna" for r in first)

    def _masdars(self, c: Clause, left: list[Chunk], bare: list[Chunk]) -> None:
        """Tell of bare phrases which are objects of the verbal noun with its doer before them, not of the verb: ندد
        بمصادرة بريطانيا سفينة شحن.
        """
        for x in left[1:] if c.verb is None else left:
            m = self._masdar_before(c.before, x)
            last = c.verb is not None and x is left[-1]
            if m >= 0 and not (last and self._agrees(self.words[c.verb.start], x, before=True)):  # type: ignore[union-attr]
                x.masdar = m
        for x in c.before if c.verb is None else ():
            if x not in left and not x.prep and x.masdar < 0:
                x.masdar = self._masdar_before(c.before, x)
        if c.verb is None:
            return
        w = self.words[c.verb.start]
        for n, x in enumerate(bare):
            m = self._masdar_before(c.after, x)
            if m < 0:
                continue
            before = [y for y in bare[:n] if y.masdar < 0]
            act = next(y for y in reversed(c.after) if y.start <= m)  # the phrase of the verbal noun
            more = len(bare) > n + 1
            leads = bool(w.act_in(self.cues.result_verb))  # أدى قصف القوات البلدة إلى مقتل
            takes_object = not (leads or w.act_in(self.cues.objectless)) and (
                "object" in self._wants(w) or not self._wants(w)
            )
            if act.prep:
                told = bool(left) or bool(before) or c.kind == "participle" or not self._agrees(w, x, before=False)
                sated = not takes_object or bool(w.r.pron) or len(before) > (0 if left else 1)
                sated = sated or any(self.words[y.head].r.pos in ("dem", "pron") for y in (*left, *before)[:1])
                mine = told and (sated or act.rel in self._wants(w) or self._by_state(m))
            elif before[:1] == [act] and not left and c.kind != "participle" and self._agrees(w, act, before=False):
                dropped = self._dropped(c, w, [act])
                mine = dropped or more or not takes_object
            else:
                mine = more or not w.act_in(self.cues.called_verb)
                mine = mine and (bool(left) or len(before) > 1 or c.kind == "participle" or c.previous is not None)
            if mine or self.words[m].r.lemma in self.cues.resolve:
                x.masdar = m

    def _by_state(self, m: int) -> bool:
        """Whether a state does what a verbal noun names, since that is done with people and things: مصادرة فرنسا."""
        doer = self.words[m + 1].entry if not self.words[m].r.pron else None
        kinds = ("state", "capital")
        return doer is not None and doer.kind in kinds and bool(self.words[m].act_in(self.cues.handled_verb))

    def _wants(self, w: Word) -> frozenset[str]:
        """The relations that the frames of a verb name."""
        return frozenset().union(*(self.governs.get(v, ()) for v in w.acts))

    def _masdar_before(self, siblings: list[Chunk], x: Chunk) -> int:
        """The verbal noun of a transitive verb, its doer in the genitive, right before `x`; -1 for none."""
        head = self.words[x.head]
        if x.conj or x.prep or head.time or (head.hit is None and (head.r.cls == "time" or head.r.pos == "adj")):
            return -1
        k = x.n - 1
        while k >= 0 and (self.chunks[k].kind == "time" or self.chunks[k].rel in ("of", "min")):
            if (m := self._masdar_in(self.chunks[k], siblings, x)) >= 0:
                return m  # بعد يوم من طرد موسكو دبلوماسيين
            k -= 1
        return self._masdar_in(self.chunks[k], siblings, x) if k >= 0 else -1

    def _masdar_in(self, y: Chunk, siblings: list[Chunk], x: Chunk) -> int:
        """The verbal noun of a transitive verb with its doer in a phrase, whose object `x` may be; -1 for none."""
        head = self.words[x.head]
        if y.kind != "np" or y not in siblings or not y.parts:
            return -1
        part = y.parts[-1]
        if head.hit is None and head.r.form == "masdar" and not (y.prep and self._still_wants(y)):
            for m in range(part.end - 1, part.head - 1, -1):
                if self.words[m].hit is None and self.words[m].r.lemma in self.cues.resolve:
                    whose = m + 1 < part.end and not self.words[m].r.definite and self._acts(m + 1, part, x)
                    whose = whose or bool(self.words[m].r.pron)
                    return m if whose else -1  # قرار فرنسا الاعتراف بالدولة، قرارها سحب القوات
        last = part.end - 1
        while last > part.head and self.words[last].hit is None and self.words[last].r.pos == "adj":
            last -= 1  # رفضها القاطع تهجير السكان
        own = self.words[last]  # تمسك برفضه الخطة
        if own.hit is None and own.r.form == "masdar" and own.r.pron and y.prep:
            return own.n if "object" in self.governs.get(own.r.of, frozenset()) else -1
        for m in range(part.end - 2, part.head - 1, -1):
            w = self.words[m]
            if w.hit is not None or w.r.form != "masdar" or w.r.pron or w.r.definite:
                continue
            wants = self.governs.get(w.r.of, frozenset())
            called = "object2" in wants and head.hit is None and not head.r.definite  # تصنيف الجماعة منظمة إرهابية
            given = head.hit is None and bool(w.act_in(self.cues.giving_verb))  # تسليم كييف منظومة
            if "object" not in wants or w.r.of in self.cues.called_verb or called or given:
                return -1
            return m if self._acts(m + 1, part, x) else -1
        return -1

    def _still_wants(self, y: Chunk) -> bool:
        """Whether the verb before a phrase takes an object and has none: ضربت بالقرار الأممي عرض الحائط."""
        c = next((c for c in self.clauses if y in c.after), None)
        w = self.words[c.verb.start] if c is not None and c.verb is not None else None
        if c is None or c.verb is None or w is None or w.act_in(self.cues.speech_act | self.cues.report):
            return False
        if "object" not in self._wants(w):
            return False
        return not any(not z.prep and z.n < y.n and z.n > c.verb.n + 1 for z in c.after)

    def _acts(self, k: int, part: Part, x: Chunk) -> bool:
        """Whether the genitive at `k` can do what the verbal noun before it names, and `x` is no name of his."""
        while k < part.end - 1 and self.words[k].hit is None and self.words[k].r.pos in ("num", "dem"):
            k += 1
        w = self.words[k]
        name = self._name(x.head)
        if w.entry is not None:
            return w.entry.kind not in ("city", "media") and not (w.entry.kind == "adjective" and name)
        if w.r.cls not in ("human", "group") and nominal_entry(self.words, k, self.world) is None:
            return False
        if not w.r.definite and w.r.number == "s" and k + 1 == part.end and not w.r.pron:
            return False  # مقابلة صحفية
        return not name or w.r.cls == "group" or any(self._name(a) for a, _ in part.apposed)

    def _name(self, k: int) -> bool:
        w = self.words[k]
        return w.entry.kind == "person" if w.entry is not None else w.r.pos == "name"

    def _party(self, x: Chunk) -> bool:
        w = self.words[x.head]
        return w.named or w.r.cls in ("human", "group") or nominal_entry(self.words, x.head, self.world) is not None

    def _whose_past(self, c: Clause) -> Chunk | None:
        """Who did what a clause tells after سبق ل: سبق لكينيا أن طالبت أوغندا."""
        if c.kind != "complement" or c.opener < 1:
            return None
        x = next((y for y in self.chunks if y.end == c.opener and y.rel == "li"), None)
        return x if x is not None and x.start and self.words[x.start - 1].r.lemma == "سبق" else None

    def _set_beside(self, subject: Chunk, x: Chunk, after: Chunk) -> bool:
        """Whether a phrase between commas only says who the one before it is: كتائب القسام، جناح الحركة، سلمت ..."""
        first = subject.end
        if x.start != first + 1 or self.words[first].token.raw not in COMMAS:
            return False
        return any(self.words[k].token.raw in COMMAS for k in range(x.end, after.start))

    def _says_who(self, x: Chunk) -> bool:
        """Whether a phrase is of a common noun for people in the genitive of a name: حليفة بلغراد."""
        head, k = self.words[x.head], x.head + 1
        owned = k < x.end and self.words[k].entry is not None
        return head.hit is None and head.r.cls == "human" and not head.r.definite and head.r.number == "s" and owned

    def _drop_beside(self, c: Clause) -> None:
        """Take such a phrase, and what hangs on it, out of the roles of a clause."""
        x, after = c.objects[:2]
        end = next(k for k in range(x.end, after.start) if self.words[k].token.raw in COMMAS)
        c.objects = c.objects[1:]
        c.args = {
            rel: kept for rel, chunks in c.args.items() if (kept := [y for y in chunks if not x.end <= y.start < end])
        }

    def _manner(self, x: Chunk, rest: list[Chunk]) -> bool:
        """Whether a verbal noun in the accusative only tells how it is done to people told later: أعدموا رميا بالرصاص
        خمسة متهمين.
        """
        head = self.words[x.head]
        if head.hit is not None or head.r.form != "masdar" or head.r.definite or x.end > x.head + 1:
            return False
        marked = head.r.accusative and head.token.folded.endswith("ا") and not head.r.pron
        people = next((y for y in rest if not y.prep and not y.conj), None)
        return marked and people is not None and rest[0].rel == "bi" and self._party(people)

    def _purpose(self, c: Clause, x: Chunk, told: int) -> bool:
        """Whether a verbal noun behind subject and object tells what for: أغلقت السفارة أبوابها خوفا من هجوم."""
        head, after = self.words[x.head], self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
        if head.hit is not None or head.r.form != "masdar" or head.r.definite or head.r.pron or x.conj:
            return False
        if c.verb is None or x.end > x.head + 1 or after is None or after.rel not in ("li", "min"):
            return False
        if not head.token.folded.endswith(("ا", "ة")) or head.r.number == "p":
            return False
        return told + bool(self.words[c.verb.start].r.pron) > 1

    def _cognate(self, c: Clause, x: Chunk) -> bool:
        """Whether a phrase only strengthens its verb with the noun of that verb: ترفض رفضا قاطعا."""
        head = self.words[x.head]
        acts = self.words[c.verb.start].acts if c.verb is not None else ()
        return head.hit is None and head.r.form == "masdar" and head.r.of in acts and head.r.accusative

    def _place_first(self, w: Word, place: Chunk, person: Chunk) -> bool:
        """Whether a place stands before the person or disaster that comes there (زار أنقرة الرئيس الفلسطيني)."""
        where, who = self.words[place.head], self.words[person.head]
        disaster = who.hit is None and who.r.lemma in self.cues.disaster and not who.r.definite
        known = where.entry is not None and where.entry.kind in SITES
        if disaster and (known or (where.hit is None and where.r.cls == "place" and not where.r.prep)):
            return True  # اجتاحت المدينة فيضانات، اجتاحت إثيوبيا فيضانات
        if not known:
            return False
        human = who.r.cls == "human" or (who.entry is not None and who.entry.kind == "person")
        if not human or not self._agrees(w, person, before=False):
            return False
        return bool(w.act_in(self.cues.coming_verb)) or not self._agrees(w, place, before=False)

    def _object_first(self, w: Word, x: Chunk, y: Chunk) -> bool:
        """Whether of two phrases behind a verb the second does what it tells: حضر الاجتماع ممثلو البلدين."""
        thing = self.words[x.head].r.lemma
        if y.conj or self.chunks[y.n - 1].kind == "mark" or not self._agrees(w, y, before=False):
            return False
        known = self.words[x.head].hit is None and self.words[x.head].r.cls != ""
        beside = y.start == x.end and self._party(x) and self.words[x.head].r.definite and self.words[y.head].r.definite
        if self._nominative(y) and not self._nominative(x) and not beside:  # but العرب المسلمون
            return True
        if not (self._party(y) or self._name(y.head)) or self._oblique(y):
            return False
        if not self._agrees(w, x, before=False):
            return known and not self._name(y.head)  # وقع الاتفاقية وزير الطاقة
        if self._party(x):
            return bool(w.act_in(self.cues.chair_verb)) and self._chairs(y) and not self._chairs(x)  # ترأس الوفد الوزير
        speaks = thing in self.cues.document or thing in self.cues.held_at  # أدان المؤتمر الحكومة
        if w.act_in(self.cues.chair_verb) or w.act_in(self.cues.attend_verb):
            return True
        return bool(w.act_in(self.cues.personal_verb)) and not speaks

    def _chairs(self, x: Chunk) -> bool:
        """Whether a phrase names one person."""
        w = self.words[x.head]
        return w.entry.kind == "person" if w.entry is not None else w.r.cls == "human" or w.r.pos == "name"

    def _nominative(self, x: Chunk) -> bool:
        """Whether the ending of people shows that they do what the verb tells: مدنيون، ممثلو البلدين."""
        first, w = self.words[x.parts[0].start if x.parts else x.start], self.words[x.head]
        if first.hit is None and first.r.pos == "num":
            return first.token.folded.endswith("ون") and not first.token.folded.endswith("يون")  # but مليون
        if w.entry is not None:
            return w.entry.kind == "adjective" and w.token.folded.endswith("ون")
        if w.hit is not None or w.r.pos not in ("noun", "adj") or w.r.number not in ("d", "p"):
            return False
        ends = "ان" if w.r.number == "d" else "ون"
        sound = w.bare.removeprefix(w.r.lemma.removesuffix("ي")) in (ends, "ي" + ends)  # but ديون
        return sound or (bool(w.r.construct) and w.token.folded.endswith("و"))

    def _of_participle(self, x: Chunk) -> bool:
        """Whether a definite passive participle right before it governs a phrase: العقوبات المفروضة على القطاع."""
        before = self.words[x.start - 1] if x.start else None
        return (
            before is not None
            and before.hit is None
            and before.r.pos == "adj"
            and before.r.form == "passive"
            and before.r.definite
            and x.rel in self.governs.get(before.r.of, ())
        )

    def _pronoun_subject(self, c: Clause, w: Word) -> bool:
        """Whether the pronoun on the subordinator (أنها) is the verb's subject; not the dummy of أنه تم."""
        pronoun = c.pronoun or (c.previous.pronoun if c.previous is not None and c.kind == "complement" else "")
        shape = PRONOUN_SHAPE.get(pronoun)
        if shape is None or c.passive or all(v in self.cues.done_verb for v in w.acts):
            return False
        if w.act_in(self.cues.done_verb) and pronoun == "ه":
            return False
        return w.r.person == 3 and (w.r.gender, w.r.number) == shape

    def _argument(self, x: Chunk) -> bool:
        """Whether a bare phrase can be subject or object: not an adverbial accusative adjective, not in brackets."""
        head = self.words[x.head]
        if head.paren or (head.r.pos == "num" and bool(head.r.pron)):
            return False
        if (self._dashed(x) and not (x.conj and self._resumes(x))) or self._of_them(x):
            return False
        if head.hit is None and head.r.pos == "adj" and head.r.lemma in self.cues.belonging:
            return False  # الوحدة، التابعة للوزارة
        if head.hit is None and head.r.lemma in _APIECE and not head.r.definite and x.end == x.start + 1:
            return False
        if (
            head.hit is None
            and head.r.pos == "adj"
            and not head.r.definite
            and head.r.accusative
            and head.r.number != "p"
            and not (x.start and self.words[x.start - 1].r.pos == "sub")  # إن انتحاريا فجر نفسه
        ):
            return False
        return not (
            head.hit is None and head.r.pos == "num" and head.r.definite and head.r.lemma not in self.cues.crowd
        )

    def _begins(self, x: Chunk) -> bool:
        """Whether 'and' with a preposition begins the sentence, so that what stands before is a headline: موقف كيني وفي
        نيروبي، أعلن بيان.
        """
        opener = self.chunks[x.n - 1] if x.n and not x.conj else x
        return bool(x.prep) and opener.conj == "و" and (opener is x or opener.kind == "particle")

    def _dashed(self, x: Chunk) -> bool:
        """Whether a phrase stands between dashes, no verb with it: قال مسؤول في الحركة - الشباب - إن."""
        ends = []
        for step in (-1, 1):
            k = x.n + step
            while 0 <= k < len(self.chunks) and self.chunks[k].kind == "np" and abs(k - x.n) < _ASIDE:
                k += step
            if not 0 <= k < len(self.chunks) or self.words[self.chunks[k].start].token.raw not in DASHES:
                return False
            ends.append(self.chunks[k].start)
        return all(
            self.words[m].token.kind != "number" for k in ends for m in (k - 1, k + 1) if 0 <= m < len(self.words)
        )

    def _of_them(self, x: Chunk) -> bool:
        """Whether a phrase names some of the many just told of: دول عدة منها كينيا وأوغندا."""
        if x.n < 2:
            return False
        of, many = self.chunks[x.n - 1], self.chunks[x.n - 2]
        if of.end != x.start or of.rel != "min" or not self.words[of.head].r.pron or many.kind != "np":
            return False
        w = self.words[many.parts[-1].head] if many.parts else self.words[many.head]
        return w.hit is None and w.r.number == "p" and not w.r.definite and many.end == of.start

    def _of_field(self, x: Chunk) -> bool:
        """Whether a nationality in the accusative only tells in which field something is done: عربيا، دعا الرئيس."""
        w = self.words[x.head]
        e = w.entry
        alone = e is not None and e.kind == "adjective" and e.form == "ms" and x.end == x.start + 1
        opens = not x.start or self.words[x.start - 1].token.kind == "mark"
        return alone and opens and w.token.folded.endswith("ا")

    def _some_of_them(self, x: Chunk, before: Chunk | None) -> bool:
        """A number with a pronoun right after its verb is who acts (حاول بعضهم), after somebody whom the pronoun cannot
        mean whom it is done to (اعتقلت الشرطة بعضهم).
        """
        head = self.words[x.head]
        if head.hit is not None or head.r.pos != "num" or not head.r.pron or head.paren:
            return False
        return before is None or PRONOUN_SHAPE.get(head.r.pron) not in (
            None,
            agreement(self.words, before.head, self.cues),
        )

    def _tells_where(self, c: Clause, x: Chunk) -> bool:
        """Whether the name of a region that begins with a point of the compass tells where something is done to people:
        قتل جنديان جنوب لبنان، مقتل جنديين جنوب لبنان.
        """
        w = self.words[x.head]
        if x.prep or x.conj or w.entry is None or w.entry.kind != "city" or x.n == 0:
            return False
        if w.token.folded not in self.cues.relations.table or self.cues.relations.single(w.token.folded) != "fi":
            return False
        before = self.chunks[x.n - 1]
        if c.verb is not None and c.verb.n < x.n and before is not c.verb:
            if self.words[c.verb.start].act_in(self.cues.person_verb):
                return True
        act = self.words[before.head] if before.kind == "np" and before.end == x.start else None
        return act is not None and act.hit is None and act.r.lemma in self.cues.loss and before.end > before.head + 1

    def _adverbial(self, x: Chunk) -> bool:
        """An indefinite adjective, or a word of number, alone after other phrases: كاملة, ثانية, المعابر كافة."""
        head = self.words[x.head]
        alone = head.hit is None and x.end == x.start + 1 and not head.r.pron
        if alone and (head.r.lemma in self.cues.quantifier or (head.token.folded in self.cues.ordinal)):
            return True  # سيلتقيان ثانية
        if head.hit is None and nominal_entry(self.words, head.n, self.world) is not None:
            return False  # خطف مسلحون صحفية
        return head.hit is None and head.r.pos == "adj" and not head.r.definite and head.r.number != "p"

    def _passive_by_context(self, c: Clause, left: list[Chunk], bare: list[Chunk]) -> bool:
        assert c.verb is not None
        w = self.words[c.verb.start]
        if "min_qibal" in c.args and not w.r.pron:
            return True
        by = any(self._party(x) for x in c.args.get("ala_yad", ()))  # خطفوا على أيدي متمردين
        if by and not w.r.pron and len(bare) + len(c.before) < (2 if not c.before else 3):
            return True
        stem = w.token.raw[w.r.stem :]
        return len(stem) > 2 and "\u064f" in stem[:3] and w.r.tense == "past"

    def _relative_roles(self, c: Clause, w: Word, bare: list[Chunk]) -> bool:
        assert c.antecedent is not None
        fits = self._agrees(w, c.antecedent, before=True) or self._agrees_last(w, c.antecedent)
        resumed = bool(w.r.pron) or any(self._resumes_antecedent(x, c.antecedent, bare) for x in c.after)
        if self.words[c.antecedent.head].r.pos == "pron" and not w.r.pron:
            c.subject, c.objects = [c.antecedent], list(bare[:2])  # باكو هي التي هاجمت القرية
            return True
        if self._occasion(c, w, bare):
            c.subject, c.objects = [], list(bare[:1])
            return True
        if bare and w.act_in(self.cues.report) and self._agrees(w, bare[0], before=False):
            told = (x.pronoun for x in c.children if x.kind == "complement")
            if any(stands_for(pron, self.words, c.antecedent.head, self.cues) for pron in told):
                c.subject, c.objects = bare[:1], bare[1:2]  # العملية التي تقول إسرائيل إنها
                return True
        if len(bare) == 1 and resumed and w.act_in(self.cues.debate_verb) and not self._party(bare[0]):
            c.objects = bare  # في زيارة يناقش خلالها مع نظيره ملف المياه
            return True
        if bare and resumed and self._agrees(w, bare[0], before=False):
            c.subject, c.objects = [bare[0]], [*([c.antecedent] if w.r.pron else []), *bare[1:2]]
            return True
        taken = any(x.prep and self.words[x.head].r.pos == "prep" and self.words[x.head].r.pron for x in c.after)
        if bare and taken and not w.r.pron and len(w.lemmas) > 1 and self._party(bare[0]):
            # of تقدم and its like either gender is read
            if not self._party(c.antecedent) and not self._oblique(bare[0]):
                c.subject, c.objects = [bare[0]], list(bare[1:2])  # الخطة التي تقدم بها رئيس الوزراء
                return True
        x = c.antecedent.parts[-1].head if c.antecedent.parts else c.antecedent.head
        ground = self.words[x].hit is None and self.words[x].r.cls == "place"  # المدن التي احتلتها
        taken_up = ground and stands_for(w.r.pron, self.words, x, self.cues)
        if w.r.pron and not bare and c.opener >= 0 and (not fits or taken_up):
            c.objects = [c.antecedent]
            return True
        done_to = len(bare) == 1 and self.words[bare[0].head].hit is None and self.words[bare[0].head].r.accusative
        if fits and (not bare or done_to) and self._done_with(c, c.antecedent):
            c.subject, c.objects = [], list(bare)
            return True
        k = self._person_in(c, w)
        if k < 0 and not resumed:
            k = self._deed_in(c, w)
        if not fits and k < 0 and bare and not resumed and self._act_in(c, w):
            c.subject, c.objects = [c.antecedent], list(bare[:2])
            return True
        if fits or k >= 0:
            c.subject, c.objects, c.genitive = [c.antecedent], list(bare[:2]), k
            return True
        if bare and resumed and not w.r.pron and not self._agrees(w, bare[0], before=False):
            c.objects = list(bare[:2])  # كلمة هدد فيها إثيوبيا، زيارة يجري خلالها محادثات
            return True
        if bare:
            c.subject, c.objects = [bare[0]], list(bare[1:2]) or [c.antecedent]
            return True
        if w.r.pron:
            c.objects = [c.antecedent]
            return True
        return False

    def _done_with(self, c: Clause, antecedent: Chunk) -> bool:
        """Whether a pronoun behind a preposition takes up somebody whom a clause describes, who then does not do what
        it tells: الرئيس الذي تباحث معه.
        """
        head = self.words[antecedent.parts[-1].head] if antecedent.parts else self.words[antecedent.head]
        if c.opener < 0 or not (head.named or head.r.cls in ("human", "group")):
            return False
        first = self.words[c.after[0].start].r if c.after else None
        return first is not None and first.pos == "prep" and stands_for(first.pron, self.words, head.n, self.cues)

    def _act_in(self, c: Clause, w: Word) -> bool:
        """Whether a clause without pronoun is about the act in the genitive of a verbal noun: تنفيذ عملية استهدفت."""
        assert c.antecedent is not None
        part = c.antecedent.parts[-1] if c.antecedent.parts else None
        if part is None or c.opener >= 0 or part.head + 1 >= part.end:
            return False
        m, act = self.words[part.head], self.words[part.head + 1]
        named = m.hit is not None or act.hit is not None or m.r.definite or act.r.definite or bool(act.r.pron)
        if named or m.r.form != "masdar" or not (act.r.cls == "act" or act.r.form == "masdar"):
            return False
        return self._shape_fits(w, *agreement(self.words, act.n, self.cues), before=True)

    def _occasion(self, c: Clause, w: Word, bare: list[Chunk]) -> bool:
        """Whether a clause about a meeting or paper only tells what was said at it or in it by whoever held or wrote
        it: اجتماعا ندد خلاله بالتجربة، خطابا اتهم فيه الغرب بالتصعيد.
        """
        assert c.antecedent is not None
        head = self.words[c.antecedent.head]
        if head.hit is not None or head.r.cls in ("human", "group") or not c.after or len(bare) > 1:
            return False
        if bare:
            x = self.words[bare[0].head]
            thing = x.hit is None and x.r.pos == "noun" and x.r.cls not in ("human", "group")
            thing = thing and nominal_entry(self.words, bare[0].head, self.world) is None
            of_object = w.act_in(self.cues.accuse_verb) and "bi" in c.args
            if not thing and not of_object and not self._issued(c, w):
                return False
        speaks = w.act_in(self.cues.speech_act) or w.act_in(self.cues.report) or head.r.lemma in self.cues.document
        first = c.after[0]
        pron = self.words[first.start].r
        same = pron.pos == "prep" and stands_for(pron.pron, self.words, c.antecedent.head, self.cues)
        return bool(speaks) and first.rel in ("fi", "khilal") and same

    def _issued(self, c: Clause, w: Word) -> bool:
        """Whether who issued the paper that a clause is about, or many before it, say what is said in it, so that a
        phrase behind its verb is whom they address: بيانا دعا فيه الأطراف إلى التهدئة، عريضة طالبوا فيها الحكومة.
        """
        outer = c.parent.verb if c.parent is not None else None
        if outer is None or "object" not in self._wants(w):
            return False
        by = self.words[outer.start]
        own = bool(by.act_in(self.cues.issue_verb)) and (by.r.gender, "s") == (w.r.gender, w.r.number)
        return own or (w.r.person, w.r.number) == (3, "p")

    def _person_in(self, c: Clause, w: Word) -> int:
        """The person without article in the genitive of a verbal noun whom a relative clause without pronoun describes,
        if its verb agrees: طرد مسؤولة آزرت المضربين; -1 for none.
        """
        assert c.antecedent is not None
        part = c.antecedent.parts[-1] if c.antecedent.parts else None
        if part is None or w.act_in(self.cues.result_verb):
            return -1
        if c.opener >= 0:
            return self._people_in(c, part, w)
        m, k = self.words[part.head], part.head + 1
        if m.hit is not None or m.r.form != "masdar" or m.r.definite or k >= part.end:
            return -1
        while k < part.end - 1 and self.words[k].hit is None and self.words[k].r.pos == "num":
            k += 1
        noun = self.words[k]
        person = noun.r.cls == "human" or nominal_entry(self.words, k, self.world) is not None
        if noun.hit is not None or noun.r.definite or noun.r.pron or not person:
            return -1
        return k if self._shape_fits(w, *agreement(self.words, k, self.cues), before=True) else -1

    def _people_in(self, c: Clause, part: Part, w: Word) -> int:
        """The same with the article: سراح المهندسين الذين خطفوا."""
        rel = self.words[c.opener].r
        for k in range(part.head + 1, part.end):
            noun = self.words[k]
            gender, number = agreement(self.words, k, self.cues)
            if noun.hit is not None or noun.r.pos != "noun" or noun.r.cls != "human" or not noun.r.definite:
                continue
            if number == "s":
                return -1  # القائد الذي اغتيل only tells who he was
            if (rel.gender or gender, rel.number or number) == (gender, number):
                return k if self._shape_fits(w, gender, number, before=True) else -1
        return -1

    def _deed_in(self, c: Clause, w: Word) -> int:
        """The deed in the genitive behind people or another act that a relative clause tells more of: منفذو الهجوم الذي
        استهدف القاعدة; -1 for none.
        """
        part = c.antecedent.parts[-1] if c.antecedent is not None and c.antecedent.parts else None
        if part is None or c.opener != part.end or part.end <= part.head + 1:
            return -1
        deed = self.words[part.end - 1]
        act = deed.hit is None and deed.r.pos == "noun" and (deed.r.cls == "act" or deed.r.form == "masdar")
        if not act or not deed.r.definite or deed.r.pron or not w.act_in(self.cues.aim_verb | self.cues.result_verb):
            return -1
        shape = agreement(self.words, deed.n, self.cues)
        rel = self.words[c.opener].r
        alike = (rel.gender or shape[0], rel.number or shape[1]) == shape
        return deed.n if alike and self._shape_fits(w, *shape, before=True) else -1

    def _taken_up(self, c: Clause, x: Chunk) -> bool:
        """Whether an indefinite phrase is taken up behind its verb: وهي حصيلة تعترض عليها السلطات."""
        head = self.words[x.head]
        if head.hit is not None or head.r.definite or not c.after:
            return False
        if len(c.before) > 1 and self._takes_up(c):  # وهي مسألة اتفقا على طرحها
            behind = [self.words[y.end - 1].r.pron for y in c.after if y.prep]
        else:
            first = self.words[c.after[0].head].r
            behind = [first.pron] if c.after[0].prep and first.pos == "prep" else []
        return any(stands_for(pron, self.words, x.head, self.cues) for pron in behind)

    def _oblique(self, x: Chunk) -> bool:
        """Whether the ending of a noun shows that it is no subject: جنديين."""
        w = self.words[x.head]
        several = w.r.number in ("d", "p") and w.token.folded.endswith("ين")
        return w.hit is None and w.r.pos in ("noun", "adj") and (w.r.accusative or several)

    def _resumes_antecedent(self, x: Chunk, antecedent: Chunk, bare: list[Chunk]) -> bool:
        """Whether a phrase of a relative clause takes its antecedent up by a pronoun: التي أبت تسليمها."""
        w = self.words[x.start]
        if x.prep:
            return bool(w.r.pron)
        return x in bare[1:] and stands_for(w.r.pron, self.words, antecedent.head, self.cues)

    def _agrees_first(self, w: Word, x: Chunk) -> bool:
        """Whether a verb agrees with the first of coordinated phrases alone: a ministry of two affairs."""
        return self._shape_fits(w, *agreement(self.words, x.head, self.cues), before=True)

    def _agrees_last(self, w: Word, x: Chunk) -> bool:
        return len(x.parts) > 1 and self._shape_fits(
            w, *agreement(self.words, x.parts[-1].head, self.cues), before=True
        )

    def _agrees(self, w: Word, x: Chunk, before: bool) -> bool:
        gender, number = agreement(self.words, x.head, self.cues)
        counted = x.parts[0].start < x.head
        if counted and self.words[x.parts[0].start].r.lemma in _EACH:
            of_each = self.words[x.parts[0].start + 1].r.pos == "prep"  # فرضت كل من كندا وأستراليا
            each = self.words[x.parts[0].start].r.lemma  # انسحبت بعض الوفود، انسحب أحد الوفود
            either = each in _ALL and (w.r.cls == "i" or self._party(x))
            gender = "" if of_each or either else "m"
        elif counted and not before and self.words[x.head].hit is None and self._numbered(x):
            gender = gender if self.words[x.head].r.gender == gender else ""  # قتل سبعة عناصر
        elif counted and not before and self._some_of(x):
            gender = ""  # انتشر مئات من عناصر الشرطة
        if len(x.parts) > 1:
            number = "d" if len(x.parts) == 2 else "p"
            if w.r.number == "p":
                number = "p"
        head = self.words[x.head]
        if self._singled(x):
            gender, number = "m", "s"
        if before and (w.r.person, w.r.number) == (3, "p") and head.hit is None and head.r.pos in ("noun", "adj"):
            numbered = counted and any(self.words[k].r.pos == "num" for k in range(x.parts[0].start, x.head))
            if head.r.number == "p" or numbered:
                return True  # عناصر الشرطة ألقوا، ثلاثين مسلحا اقتحموا
        if head.hit is None and not before and not counted and head.r.accusative and head.r.pos == "noun":
            return False
        first = self.words[x.parts[0].start]
        if not before and counted and first.r.pos == "num" and first.token.folded.endswith("ين"):
            return False  # ويقتل عشرين شخصا
        if (
            head.hit is None
            and not before
            and not counted
            and head.token.folded.endswith("ين")
            and head.r.number in ("d", "p")
            and head.r.pos in ("noun", "adj")
        ):
            return False
        return self._shape_fits(w, gender, number, before)

    def _numbered(self, x: Chunk) -> bool:
        """Whether a number stands right before the noun of a phrase."""
        w = self.words[x.head - 1]
        return w.hit is None and (w.r.pos == "num" or w.token.kind == "number")

    def _some_of(self, x: Chunk) -> bool:
        """Whether a number with 'of' opens a phrase, so that a verb may agree with either."""
        w = self.words[x.parts[0].start]
        return w.r.pos == "num" and self.words[w.n + 1].r.lemma == "من"

    def _singled(self, x: Chunk) -> bool:
        """Whether a singular adjective shows that a plural stands for the body of that name: «النواب» الليبي."""
        k = x.head + 1
        noun = self.words[x.head]
        if noun.hit is not None or noun.r.number != "p" or noun.r.cls != "human" or k >= x.end:
            return False
        e = self.words[k].entry
        return noun.quoted and e is not None and e.kind == "adjective" and e.form[:2] == "ms"

    def _shape_fits(self, w: Word, gender: str, number: str, before: bool) -> bool:
        r = w.r
        if r.person != 3:
            return False
        if not before:
            if r.number in ("d", "p"):
                return False
            return not (r.gender and gender and r.gender != gender) or (number == "p" and r.gender == "f")
        if number == "s":
            return r.number == "s" and (not r.gender or not gender or r.gender == gender)
        return r.number in (number, "p") or (r.number == "s" and r.gender == "f" and number == "p")

    def _served(self, c: Clause) -> bool:
        """Whether a verb that takes a preposition and no object has its phrase, so that a bare one is its subject:
        ورحبت به حماس.
        """
        assert c.verb is not None
        wants = self._wants(self.words[c.verb.start])
        return "object" not in wants and not wants.isdisjoint(c.args)

    def _does(self, w: Word, x: Chunk) -> bool:
        """Whether a phrase of people can only do what a verb tells, whose object is a thing: وتتعهد الجبهة."""
        wants = self._wants(w)
        return "object" in wants and "party" not in wants and self._party(x)

    def _dropped(self, c: Clause, w: Word, bare: list[Chunk]) -> bool:
        """Whether the one phrase after a verb is its object, its subject carried on from the clause before."""
        aims = c.kind == "purpose" and c.previous is None
        before = c.parent if aims else c.previous
        assert c.verb is not None
        head = self.words[bare[0].head]
        if c.kind == "adverbial" and len(bare) == 1 and not w.r.pron and w.act_in(self.cues.meeting_verb):
            whole = self.words[c.parent.verb.start] if c.parent is not None and c.parent.verb is not None else None
            return whole is not None and bool(whole.act_in(self.cues.coming_verb)) and whole.r.gender == w.r.gender
        if (
            len(bare) == 1
            and (
                w.act_in(self.cues.speech_act | self.cues.report_noun)
                or (w.act_in(self.cues.debate_verb) and "maa" in c.args)
                or (w.act_in(self.cues.inform_verb) and w.r.pron)  # وأبلغه احتجاج بلاده
            )
            and head.hit is None
            and head.r.form == "masdar"
            and head.r.cls != "group"
            and head.r.lemma not in self.cues.document
            and nominal_entry(self.words, head.n, self.world) is None  # الرئاسة
            and not c.passive
        ):
            return True  # an act does not speak: عاب على المخزن استعمال البرنامج
        given = len(bare) == 1 and bool(w.r.pron and w.r.conj and w.act_in(self.cues.giving_verb))
        if given and before is not None and before.subject and not self._party(bare[0]):
            gender, _ = agreement(self.words, before.subject[0].head, self.cues)
            return gender == w.r.gender and not c.passive  # استدعت السفير وسلمته مذكرة
        likewise = self.words[c.verb.start - 1].r.lemma in self.cues.likewise  # كما أوقفت الرحلات
        if likewise and w.act_in(self.cues.report - self.cues.speech_act) and self._party(bare[0]):
            return False  # كما أعلنت الوزارة
        if (
            before is None
            or not (
                aims  # أرسلت قوات لتحمي الحدود
                or self.words[c.verb.start].r.conj
                or any(self.words[k].r.conj == "و" for k in c.particles)
                or likewise
            )
            or len(bare) > 1
            or w.r.pron
            or w.r.cls != "t"
        ):
            return False
        if not before.subject or self._served(c) or self._does(w, bare[0]) or self._nominative(bare[0]):
            return False
        if before.passive and not self._party(before.subject[0]) and not self._party(bare[0]):
            return False  # ألغيت الرحلات وحولت الطائرات
        gender, number = agreement(self.words, before.subject[0].head, self.cues)
        if w.r.gender and gender != w.r.gender:
            return False
        if number in ("p",) and w.r.number == "s" and self.words[before.subject[0].head].r.cls == "human":
            return False
        person = (head.entry is not None and head.entry.kind == "person") or (
            head.hit is None and head.r.cls == "human" and head.r.number == "s"
        )
        saying = bool(w.act_in(self.cues.report - self.cues.called_verb)) and any(
            x.kind == "complement" for x in c.children
        )
        own = head.hit is None and bool(head.r.pron)  # طرد السفير واستدعى سفيره
        state = head.entry is not None and head.entry.kind in ("state", "capital")
        if state and not w.act_in(self.cues.speech_act) and not w.act_in(self.cues.coming_verb):
            return False  # ودفعت الهند بفرقاطة
        if (state or person) and w.act_in(self.cues.react_verb):
            return False  # طردت الجزائر موظفين، وردت باريس بالمثل
        return (own or not person) and not saying and not c.passive


def stands_for(pron: str, words: list[Word], head: int, cues: Cues) -> bool:
    """Whether a pronoun has the gender and number of the noun at `head`."""
    return pron in PRONOUN_SHAPE and PRONOUN_SHAPE[pron] == agreement(words, head, cues)


def governed_by_masdar(words: list[Word], before: Chunk, x: Chunk) -> bool:
    """Whether a phrase is the object of a verbal noun with its doer in the phrase before (خلال لقائه الرئيس)."""
    w = words[before.end - 1]
    return (
        before.rel in _OCCASIONS
        and before.end <= x.start
        and all(words[k].time for k in range(before.end, x.start))  # خلال استقباله أمس وفدا
        and not x.prep
        and not x.conj
        and w.hit is None
        and w.r.form == "masdar"
        and bool(w.r.pron)
    )
