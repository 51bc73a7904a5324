"""The clauses of a sentence as a tree, each with its verb, subject, objects and complements.

Read left to right with a stack of open clauses. A clause opens at a subordinator, relative pronoun,
circumstantial participle or a further verb; where it closes is decided by commas, coordination and agreement.
"""

from collections.abc import Mapping
from typing import Final

from mahdar.analysis.chunks import Chunk, Word, agreement
from mahdar.analysis.clause import Clause, Kind, prints_its_own, stands_for
from mahdar.analysis.roles import Roles
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS, DASHES, STOPS
from mahdar.world.names import TOWNS, World

_NEAR: Final = 6  # phrases back to what a relative pronoun is about
_PAIR: Final = 2
_THIRD: Final = 3
_LABEL: Final = 2  # words of a label before a slash that opens a title (سياسي /)
_CLAUSAL: Final = ("ان", "بان", "لان", "كان")
_DESPITE: Final = "raghm"
_UNTIL: Final = "hatta"
_LED: Final = ("bi", "ila", "ala", "an")  # relations that lead to the act that a verb is about: يقضي بانسحاب
_OF_ACTS: Final = ("ila", "min", "ala", "an")  # relations that a verbal noun takes
_RESULTS: Final = ("ila", "an")  # relations of what comes of something
_CONCEDE: Final = (_DESPITE, "maa")  # مع أن


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
        self.roles = Roles(words, chunks, self.clauses, cues, governs, world)
        self.stack: list[Clause] = []
        self.pending: list[int] = []  # particles waiting for their verb
        self.via = ""
        self.contrast = ""
        self.shut: tuple[int, Clause] | None = None  # the comma that closed a relative clause, and that clause
        self.around: list[Clause] = []  # what was open when 'and he is' put something in

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
            if chunk.kind not in ("mark", "time") and not waiting:
                top.comma = self.stack[-1].comma = False
        for c in self.clauses:
            self.roles.fill(c)
        return self.clauses

    def _verb_ahead(self, chunk: Chunk) -> bool:
        """Whether a verb, or a negation of one, stands right behind a particle: حتى تنسحب، حتى لا يقع."""
        ahead = self.words[chunk.end] if chunk.end < len(self.words) else None
        return ahead is not None and ahead.hit is None and ahead.r.pos in ("verb", "neg") and not ahead.r.conj

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
        if raw in DASHES and self._agency_before(chunk):
            self.stack = []
            self._open("main", None, chunk.end)
        elif raw in COMMAS or raw in DASHES:
            while (
                len(self.stack) > 1
                and self.stack[-1].kind == "relative"
                and self.stack[-1].verb is not None
                and raw in COMMAS
            ):
                self.shut = (chunk.n, self.stack.pop())
            if raw in COMMAS:
                self._close_aside(chunk)
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
            if (says := self._leads_words(chunk)) is not None:
                self._sibling(says, chunk.end)  # قال الوزير: «القوات الإثيوبية هاجمت القرية»
            elif self._agency_before(chunk):
                self.stack = []
                self._open("main", None, chunk.end)  # استنبول - ا ف ب: أوقفت الشرطة
            self.stack[-1].comma = True

    def _agency_before(self, mark: Chunk) -> bool:
        """Whether nothing but an outlet, and the town that it writes from, stands before the colon or dash that opens a
        sentence with its verb: لندن: «العالم» - كشفت مصادر.
        """
        c = self.stack[-1]
        behind = self.chunks[mark.n + 1] if mark.n + 1 < len(self.chunks) else None
        if behind is None or behind.kind != "verb" or not self._own_subject(behind):
            return False
        alone = len(self.clauses) == 1 and c.verb is None and bool(c.before)
        kinds = [e.kind if (e := self.words[x.head].entry) is not None and not x.prep else "" for x in c.before]
        return alone and "media" in kinds and all(kind == "media" or kind in TOWNS for kind in kinds)

    def _leads_words(self, colon: Chunk) -> Clause | None:
        """The clause of saying whose words a colon leads in that begin with a phrase; None for another colon."""
        behind = self.chunks[colon.n + 1] if colon.n + 1 < len(self.chunks) else None
        if behind is None or behind.kind != "np" or behind.conj:
            return None
        return self._wordless()

    def _opens_words(self, chunk: Chunk) -> Clause | None:
        """The clause of saying whose quoted words begin with a phrase and its verb: قال «القوات هاجمت القرية»."""
        w, before = self.words[chunk.start], self.words[chunk.start - 1] if chunk.start else None
        opens = w.quoted and before is not None and not before.quoted and not (chunk.prep or chunk.conj or self.via)
        if not opens or before is None or before.r.pos == "prep":
            return None
        verb = self._next_verb(chunk) if self.stack[-1].kind != "participle" else None
        if verb is None or not self.words[verb.start].quoted:
            return None
        return self._wordless()

    def _wordless(self) -> Clause | None:
        """The open clause of saying that has no clause for what is said."""
        for c in reversed(self.stack):
            if c.kind in ("main", "complement"):
                return c if self._untold(c) else None
        return None

    def _close_aside(self, comma: Chunk) -> None:
        """Go back to the clause whose object comes behind the comma that closes an aside with a verb of its own: أطلقت
        طائرة، يعتقد أنها أمريكية، صاروخا على البلدة.
        """
        after = self.chunks[comma.n + 1] if comma.n + 1 < len(self.chunks) else None
        if after is None or after.kind != "np" or after.prep or after.conj or not self.words[after.head].r.accusative:
            return
        for n in range(len(self.stack) - 1, -1, -1):
            inner = self.stack[n]
            k = inner.verb.start - 1 if inner.verb is not None else 0
            if k > 0 and self.words[k].r.pos == "sub":
                k -= 1  # ، كما ذكرت الوكالة،
            if k <= 0 or inner.verb is None or self.words[k].token.raw not in COMMAS or inner.previous is None:
                continue
            outer = inner.previous
            if not self.words[k + 1].r.conj and self._wants_object(outer, after):
                self.stack = [*self.stack[:n], outer]
                return

    def _set_in(self, comma: Chunk) -> Clause | None:
        """The clause that goes on behind a comma that closes what 'and he is' only puts in, None for none."""
        c = self.stack[0]
        if len(self.stack) > 1 or c.verb is not None or c.previous is None or c.children or not c.before:
            return None
        after = self.chunks[comma.n + 1] if comma.n + 1 < len(self.chunks) else None
        goes_on = after is not None and after.kind in ("np", "particle", "time") and not after.conj
        return c.previous if goes_on and self.roles.resumes(c.before[0]) else None

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
            verb = self.stack[-1].verb
            if verb is not None and verb.end == chunk.start and self.stack[-1].particles:
                if self.words[verb.start].act_in(self.cues.controlled_verb):
                    return  # لا يمكن إلا أن تؤدي إلى كارثة
            if self.via == "min":
                self.via = "bidun"  # من غير أن يلتقيه
            else:
                self.contrast = lemma
            return
        if pos in ("neg", "fut", "modal"):
            self.pending.append(chunk.start)
            return
        if pos == "prep" and lemma in self.cues.adverbial and self._verb_ahead(chunk):
            self._subordinate(chunk)  # حتى تنسحب
            return
        if pos == "prep" and lemma in self.cues.whoever and following is not None and following.r.pos == "verb":
            self._relative(chunk)  # معاقبة من يهاجمون القوات
            return
        if pos == "prep" or (chunk.rel and chunk.end > chunk.start + 1):
            self.via = chunk.rel  # قبل أن، بدلا من أن
            return
        if pos == "rel" and following is not None and following.act_in(self.cues.still_verb):
            self.pending.append(chunk.start)  # ما زال يحتجز
            return
        if (
            pos == "rel"
            and lemma == "ما"
            and chunk.start
            and self.words[chunk.start - 1].r.lemma in self.cues.condition
        ):
            return  # إذا ما هاجم
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
        sibling = self._sibling(self._speaking_on(chunk) or self._statement_level(), chunk.start)
        sibling.pronoun = self.words[chunk.start].r.pron
        self.contrast = ""

    def _speaking_on(self, chunk: Chunk) -> Clause | None:
        """The clause of saying that 'but he' goes on from with another verb of speech, not what is said in it: قال
        المصدر إن الجولة قائمة، لكنه لم يستبعد تأجيلها.
        """
        level = self._statement_level()
        says, verb = level.parent, next((x for x in self.chunks[chunk.n + 1 :] if x.kind != "particle"), None)
        if level.kind != "complement" or says is None or not self._is_report(says) or not self.stack[-1].comma:
            return None
        if verb is None or verb.kind != "verb" or not self.words[verb.start].act_in(self.cues.report):
            return None
        if self._is_report(level) or (self._own_subject(verb) and self.roles.somebody(self.chunks[verb.n + 1])):
            return None
        doer = next((x for x in (*level.before, *level.after) if not x.prep), None)
        pron = self.words[chunk.start].r.pron
        his = doer is not None and self.roles.somebody(doer) and stands_for(pron, self.words, doer.head, self.cues)
        return None if his else says

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
        cleft = bool(chunk.start) and self.words[chunk.start - 1].r.pos == "pron"  # الجيش هو من قصف
        if w.r.lemma not in self.cues.whatever and (cleft or w.r.lemma not in self.cues.whoever):
            shape = self.cues.shape.get(w.r.lemma, "")
            joined = bool(chunk.conj) and top.kind == "relative" and top.antecedent is not None
            if joined and top.antecedent is not None and self._shaped(top.antecedent, shape):
                antecedent = top.antecedent
                self.stack.pop()
                top = self.stack[-1]
            else:
                beside = [x for x in pool if w.paren or not self.words[x.head].paren]  # الإعصار (غونو) الذي ضرب
                near = reversed(beside[-_NEAR:])
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
                if self._untold(c):
                    self._pop_to(c)  # قال الوزير الذي وصف القرار بأنه ظالم، إن
                    return c
        if (quoting := self._quoting(chunk.start)) is not None:
            self._pop_to(quoting)
            return quoting
        told = self.stack[-1].previous
        if told is not None and self.roles.takes_up(self.stack[-1]) and self._untold(told):
            if not self._is_report(self.stack[-1]):
                self.stack[-1] = told  # أفاد الباحث وهو أستاذ في الجامعة أن
        for c in reversed(self.stack):
            if self._is_report(c) and not self._carried(c):
                self._pop_to(c)
                break
            if c.kind != "relative" or c.verb is None:
                break
        return self.stack[-1]

    def _quoting(self, k: int) -> Clause | None:
        """The clause of mere saying that quoted words at `k` belong to, which stand behind more than their verb: قال
        أمام حشد حملوا اللافتات «إن الهدنة قائمة».
        """
        last, says = self.stack[-1].verb, self.cues.report - self.cues.speech_act
        if not (self.words[k].quoted and k > 0 and not self.words[k - 1].quoted) or last is None or last.end >= k:
            return None
        for c in reversed(self.stack):
            if c.verb is not None and self._untold(c) and self.words[c.verb.start].act_in(says):
                return c
        return None

    def _untold(self, c: Clause) -> bool:
        """Whether a clause of saying has no clause with 'that' yet."""
        return self._is_report(c) and not any(x.kind == "complement" for x in c.children)

    def _carried(self, c: Clause) -> bool:
        """Whether a relative clause only tells who carried the words of one around: قال في كلمة بثها التلفزيون إن."""
        w = self.words[c.verb.start] if c.verb is not None else None
        if w is None or c.kind != "relative" or c.antecedent is None or not w.act_in(self.cues.carry_words_verb):
            return False
        alone = bool(w.r.pron) or all(x.prep for x in c.after) or prints_its_own(c, self.words, self.cues)
        return alone and any(self._is_report(x) for x in c.ancestors())

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
        first = self.words[self.pending[0] if self.pending else chunk.start]
        conj = chunk.conj or first.r.conj or self._then_before(first)
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
            c = self._coordinated(chunk)
        elif conj == "ف":
            c = self._consequence(chunk)
        elif c.verb is not None and w.r.fut == "ل" and w.r.tense == "present":
            c = self._open("purpose", self._aiming(chunk), chunk.start)
            c.opener = chunk.start
        elif c.verb is not None and self.via == _UNTIL and self.pending and w.r.tense == "present":
            c = self._open("purpose", c, chunk.start)  # حتى لا يقع
            c.opener = chunk.start
        elif not conj and (occasion := self._occasion(chunk)) is not None:
            c = self._open("relative", c, chunk.start)
            c.antecedent, self.pending = occasion, []
        elif c.verb is not None:
            c = self._further(c, chunk)
        elif (subject := self._told_beside(c, chunk)) is not None:
            c.before.remove(subject)
            c.end = subject.start
            c = self._sibling(c, subject.start)
            c.before.append(subject)
        elif (
            about := self._inserted(c, chunk)
            or self._not_of_subject(c, chunk)
            or self._of_what_leads(c, chunk)
            or self._of_toll(c, chunk)
        ) is not None:
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

    def _then_before(self, first: Word) -> str:
        """The conjunction that stands by itself before a verb that goes on telling: اعتقل ناشطين ثم أفرج عنهم."""
        before = self.words[first.n - 1] if first.n else None
        if before is None or before.hit is not None or before.r.pos != "conj":
            return ""
        return before.r.lemma if before.r.lemma in self.cues.afterwards else ""

    def _occasion(self, chunk: Chunk) -> Chunk | None:
        """The phrase of a first or last time of which a verb right behind it tells what was done then: ليست هذه أول مرة
        تستقدم فيها سفيرها.
        """
        x = self.chunks[chunk.n - 1] if chunk.n else None
        if x is None or x.kind != "np" or x.end != chunk.start or any(k > x.start for k in self.pending):
            return None
        w = self.words[x.end - 1]
        time = w.hit is None and w.r.lemma in self.cues.occasion and not w.r.definite
        return x if time and x.end - x.start > 1 else None

    def _told_beside(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The subject of a verb beside a headline that has none: قتيلان في هجوم على بلدة وكينيا تتهم الصومال."""
        at = self.pending[0] if self.pending else chunk.start
        if len(c.before) < 3 or c.kind != "main" or c.children:
            return None
        first, x = c.before[0], c.before[-1]
        if first.prep or first.conj or first.start:
            return None
        if x.conj != "و" or x.prep or x.end != at or not any(y.prep for y in c.before[1:-1]):
            return None
        gender, number = agreement(self.words, x.head, self.cues)
        r = self.words[chunk.start].r
        several = r.number in ("p", "d") and agreement(self.words, first.head, self.cues)[1] == number
        return x if not several and number == (r.number or "s") and (not gender or gender == r.gender) else None

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

    def _of_what_leads(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The indefinite noun behind a preposition that opens the sentence, if a verb right behind it takes it up: وفي
        حديث أجرته الصحيفة أمس أكد الوزير.
        """
        x, pron = c.before[-1] if c.before else None, self.words[chunk.start].r.pron
        if x is None or self.pending or x.end != chunk.start or not all(y.prep for y in c.before):
            return None
        taken_up = pron and stands_for(pron, self.words, x.parts[-1].head, self.cues)
        return x if taken_up and self._indefinite(x) else None

    def _of_toll(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The act that a headline counts the cost of, if a past verb right behind tells more of it: مقتل عشرة في تفجير
        استهدف ثكنة.
        """
        if len(c.before) < _PAIR or self.pending or c.parent is not None or c.comma:
            return None
        told, x, w = c.before[0], c.before[-1], self.words[chunk.start]
        cost = self.words[told.head]
        if told.prep or cost.hit is not None or cost.r.lemma not in self.cues.loss or cost.r.definite:
            return None
        act = self.words[x.parts[-1].head]
        if not x.prep or x.end != chunk.start or w.r.tense != "past" or w.r.conj or not self._indefinite(x):
            return None
        agrees = agreement(self.words, act.n, self.cues)[0] == w.r.gender
        return x if act.r.form == "masdar" and agrees else None

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
        """What a clause with بينما، لكن stands beside: the article's own level after a comma or with a verb of saying,
        but for one more deed in an account of deeds: قال السكان إن الجنود اقتحموا القرية، فيما أصيب عشرة.
        """
        level = self._statement_level()
        if w.act_in(self.cues.report) or (self.stack[-1].comma and not self._accounts(level, w)):
            self._pop_to(self._root())
            return self._root()
        return level

    def _accounts(self, c: Clause, w: Word) -> bool:
        """Whether a clause with 'that' tells in plain words what happened, and a verb of somebody else's does too: إن
        الجنود اقتحموا القرية، فيما أصيب عشرة.
        """
        if c.kind != "complement" or c.verb is None or c.parent is None or not self._is_report(c.parent):
            return False
        told, said = self.words[c.verb.start], self.words[c.parent.verb.start] if c.parent.verb is not None else w
        deeds = all(
            (x.r.tense, x.r.person) == ("past", 3) and not x.act_in(self.cues.report | self.cues.speech_act)
            for x in (told, w)
        )
        plain = not any(x.quoted and x.hit is None for x in self.words[c.start : w.n])
        return deeds and plain and not said.act_in(self.cues.speech_act)

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

    def _coordinated(self, chunk: Chunk) -> Clause:
        """The open clause that 'and' + verb continues: like tense, mood, kind of verb and agreement decide."""
        w = self.words[chunk.start]
        if (begun := self._had_before(chunk)) is not None:
            return begun
        comma, top = self.stack[-1].comma, self.stack[-1]
        if comma and self._resumed(top) and len(self.around) > 1:
            self.stack = self.around  # قال إن قواته صدت الهجوم، وهو الثالث، وكبدت
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
            if not new and c.kind != "complement" and self._document_tells(c):
                continue  # جاء في بيان أن الجيش صد الهجوم وأسر جنودا
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
            if c.kind == "relative" and c.antecedent is not None and w.r.tense == v.tense == "present":
                if self.words[c.antecedent.head].r.lemma in self.cues.paper and w.act_in(self.cues.speech_act):
                    s += 2.0  # القرار الذي ينظم الهدنة ويدعو إلى نشر قوات
            subject = self._subject_shape(c)
            if w.r.number == "p" and w.act_in(self.cues.bare_saying) and self._by_sources(c):
                subject = w.r.gender, "p"  # قالت مصادر إن الهدنة قائمة، وقالوا إن
            if subject and not told and w.r.gender and subject[0] and (subject[0] != w.r.gender and subject[1] != "p"):
                s -= 2
            fewer = subject and subject[1] == "s" and (w.r.number == "d" or (w.r.number, subject[0]) == ("p", "f"))
            if fewer and not new:
                s -= 2  # زار المبعوث نيروبي حيث اجتمع الوزيران واتفقا
            if best is None or s > best[0]:
                best = (s, c)
        if best is None and not self._resumed(top):
            return top
        out = self._sibling(best[1] if best is not None else top, self.pending[0] if self.pending else chunk.start)
        out.previous = out.previous if best is not None else top.previous  # زار كمبالا، وهي أول زيارة له، والتقى
        return out

    def _document_tells(self, c: Clause) -> bool:
        """Whether a clause only says in which document its clause with 'that' stands, so that nobody does it."""
        comes = c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.come_verb))
        alone = comes and all(x.prep for x in (*c.before, *c.after))
        return alone and any(x.kind == "complement" for x in c.children)

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
        return c.verb is None and len(c.before) > 1 and self.roles.takes_up(c)

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
        if not w.act_in(self.cues.speech_act) or w.r.pron or "object" not in self.roles.wants(w):
            return False
        x = self.chunks[k] if k < len(self.chunks) else None
        return x is not None and x.kind == "np" and x.prep != "" and x.rel in self.roles.wants(w)

    def _own_subject(self, chunk: Chunk) -> bool:
        k = chunk.n + 1
        if k < len(self.chunks):
            x = self.chunks[k]
            if x.kind == "np" and not x.prep and not x.conj:
                gender, _ = agreement(self.words, x.head, self.cues)
                w, head = self.words[chunk.start], self.words[x.head]
                done_to = head.hit is None and head.r.accusative and head.token.folded.endswith("ا")  # وأسر جنودا
                done_to = done_to or self._only_thing(chunk, x) or self.roles.toll(w, x)
                return gender == w.r.gender and not done_to
        return False

    def _only_thing(self, chunk: Chunk, x: Chunk) -> bool:
        """Whether a place is all that a verb which takes an object has behind it: وأغلقت قنصليات لموسكو."""
        head, behind = self.words[x.head], self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
        place = (
            head.hit is None and (head.r.cls == "place" or head.r.lemma in self.cues.embassy) and not head.r.definite
        )
        more = behind is not None and behind.kind == "np" and not behind.prep
        return place and not more and self.words[chunk.start].r.cls == "t"

    def _by_sources(self, c: Clause) -> bool:
        """Whether people by the noun of a thing are the subject of a clause: قالت المصادر."""
        x = next((y for y in (*c.before, *c.after) if not y.prep), None)
        return x is not None and self.words[x.head].r.lemma in self.cues.source_noun

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
        if self.words[chunk.start - 1].r.pos == "interrog":
            return self._sibling(c, chunk.start)  # سأل نائب كيف ستحمي الدولة الفقراء
        if (led := self._accompanied(c, chunk)) is not None:
            inner = self._open("relative", c, chunk.start)
            inner.antecedent = led
            return inner
        ties = old.lemma in self.cues.auxiliary and not (
            old.lemma in self.cues.present_auxiliary and old.tense == w.r.tense == "past"
        )
        described = self._begun(c, chunk) if old.lemma in self.cues.aspect else None
        if described is not None:
            inner = self._open("relative", c, chunk.start)
            inner.antecedent = described
            return inner
        if ties and w.act_in(self.cues.report) and self._predicated(c):
            return self._sibling(self._root(), chunk.start)
        if ties and (awaiting := self._awaiting_verb(c)) is not None:
            self._pop_to(awaiting)
            return awaiting
        if ties and (about := self._in_predicate(c, chunk)) is not None:
            inner = self._open("relative", c, chunk.start)
            inner.antecedent = about
            return inner
        goes_on = old.lemma in self.cues.aspect and (w.r.tense, w.r.person) == ("present", old.person)
        if w.quoted and not self.words[c.verb.start].quoted:
            goes_on = False  # وتابع الوزير «تعلمون أن»
        if ties or (goes_on and not self.pending):  # no: ستستأنف في مكان لم يحدد
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
        antecedent = None if self._on_itself(chunk) else self._described(c, chunk)
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
            return self._led(c)
        aside = c.kind in ("relative", "participle", "purpose")
        return self._sibling(self._statement_level() if aside else c, chunk.start)

    def _accompanied(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """Who has done what he does told behind him of somebody else to him: قام الرئيس يرافقه الوزير بزيارة."""
        x, pron = c.after[-1] if c.after else None, self.words[chunk.start].r.pron
        if x is None or x.prep or not pron or self.pending or x.end != chunk.start or self._indefinite(x):
            return None
        mine = self.roles.agrees(self.words[c.verb.start], x, before=False) if c.verb is not None else False
        mine = mine and stands_for(pron, self.words, x.parts[-1].head, self.cues)
        if not mine or not self._own_subject(chunk) or self.words[chunk.start].r.tense != "present":
            return None
        return x

    def _on_itself(self, chunk: Chunk) -> bool:
        """Whether a verb tells what somebody does to himself, which no thing before it does: يقود شاحنة فجر نفسه."""
        x = self.chunks[chunk.n + 1] if chunk.n + 1 < len(self.chunks) else None
        w = self.words[x.head] if x is not None and x.kind == "np" and not x.prep else None
        itself = w is not None and w.hit is None and bool(w.r.pron) and w.r.lemma in self.cues.itself
        before = self.words[self.chunks[chunk.n - 1].head] if itself and chunk.n else None
        return before is not None and before.r.cls != "human" and before.hit is None

    def _led(self, c: Clause) -> Clause:
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
        bare = [x for x in c.after if not x.prep and self.roles.argument(x)]
        begun = bare[-1] if len(bare) > 1 else next((x for x in c.after[-1:] if x.rel == "bi"), None)
        tells = bool(self.words[chunk.start].act_in(self.cues.comprise_verb | self.cues.lasting_verb))
        if begun is None and tells and len(c.after) > 1 and c.after[-1].rel in ("fi", "ila", "li"):
            begun = c.after[-2] if c.after[-2].rel == "bi" else None  # بجولة في المنطقة تشمل مصر
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
        if c.comma or c.after[-1].end < chunk.start - 1 - len(self.pending):
            return self._set_off(c, chunk)
        nearest: list[Chunk] = [c.after[-1], *(c.after[-2:-1] if resumed and c.after[-1].prep else [])]
        if taken:  # عقد مؤتمر للمصالحة في نيروبي تشارك فيه
            far = [x for n, x in enumerate(c.after[:-2]) if all(y.prep for y in c.after[n + 1 :])]
            nearest += [x for x in far[::-1] if stands_for(taken, self.words, x.parts[-1].head, self.cues)]
        over = self._described_over(c, chunk)
        gender = self.words[chunk.start].r.gender
        for x in nearest:
            head = self.words[x.parts[-1].head]
            if head.r.cls == "human" and head.r.number == "s" and not self._indefinite(x):
                continue  # رسالة إلى وزير العدل يطالبه فيها
            if head.hit is None and not head.r.definite and head.r.pos in ("noun", "num", "adj"):
                if not resumed and self._of_people(chunk) and not self._several_people(x):
                    continue  # خرجوا من مساجد المدينة ينددون
                if over is not None and not resumed and not self._indefinite(x):
                    return over  # سلسلة اتفاقات في قطاع الطاقة شملت
                at_odds = gender != agreement(self.words, head.n, self.cues)[0]  # تفجير بعبوة ناسفة استهدف الرتل
                return over if over is not None and at_odds and not resumed else x
        return over

    def _of_people(self, chunk: Chunk) -> bool:
        """Whether a verb tells what several people do: ينددون، يطالبن."""
        return self.words[chunk.start].r.number == "p" and self.words[chunk.start].r.person == _THIRD

    def _several_people(self, x: Chunk) -> bool:
        """Whether a phrase names people: وجود أشخاص، ثلاثة عمال, but not من مساجد المدينة."""
        for w in self.words[x.start : x.end]:
            if w.hit is None and w.r.cls in ("human", "group"):
                return True
            if w.entry is not None and w.entry.kind in ("person", "group", "adjective"):
                return True
        return False

    def _described_over(self, c: Clause, chunk: Chunk) -> Chunk | None:
        """The indefinite noun that a verb agrees with over the phrases that tell whose it is or by what means: غارة
        للجيش استهدفت المدينة.
        """
        w = self.words[chunk.start]
        if c.comma or self.pending or w.r.person != 3 or w.r.number not in ("s", "d", ""):
            return None
        k = chunk.n + 1
        bare = k < len(self.chunks) and not (self.chunks[k].prep or self.words[self.chunks[k].head].r.accusative)
        own = self._own_subject(chunk) and not w.act_in(self.cues.accuse_verb)  # تقريرا للمنظمة يتهم الجيش
        if bare and own and w.act_in(self.cues.report):
            return None
        for x in reversed(c.after[-4:]):
            head = self.words[x.parts[-1].head]
            plain = head.r.pos == "noun" and self._indefinite(x)
            does = head.r.form == "masdar" or head.r.cls in ("act", "group") or w.r.number == "d"
            does = does or (head.r.cls != "human" and not own)
            if plain and x is not c.after[-1] and does:
                if (w.r.gender, w.r.number or "s") == agreement(self.words, x.parts[-1].head, self.cues):
                    return x
            if not x.prep and (head.hit is not None or head.r.pos != "adj"):
                return None
        return None

    def _when(self, antecedent: Chunk, chunk: Chunk) -> bool:
        """Whether a verb with a subject of its own tells what happened at a time (في وقت بدأ الرئيس زيارة)."""
        return (
            antecedent.rel == "fi"
            and self.words[antecedent.head].r.cls == "time"
            and not self.words[chunk.start].r.pron
            and (self._own_subject(chunk) or self._at_that_time(chunk))
        )

    def _at_that_time(self, chunk: Chunk) -> bool:
        """Whether only 'in it' stands between a verb and its subject: في وقت نفت فيه الحركة."""
        behind = self.chunks[chunk.n + 1 : chunk.n + 3]
        if len(behind) < _PAIR or behind[0].rel != "fi" or not self.words[behind[0].start].r.pron:
            return False
        gender, _ = agreement(self.words, behind[1].head, self.cues) if behind[1].kind == "np" else ("", "")
        return not (behind[1].prep or behind[1].conj) and gender == self.words[chunk.start].r.gender

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
        if (answers := self._answers(chunk)) is not None:
            c = self._open("participle", answers, chunk.start)
            c.opener, c.verb = chunk.start, chunk
            return
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

    def _answers(self, chunk: Chunk) -> Clause | None:
        """The relative clause about all that is told before, who does what it tells going on with a participle: وهو ما
        نفاه الجيش واصفا الاتهامات بأنها باطلة.
        """
        c = self.stack[-1]
        if self.shut is not None and self.shut[0] == chunk.n - 1:
            c = self.shut[1]  # وهو ما نفته الوزارة، واصفة
        if c.kind != "relative" or c.verb is None or c.parent is None:
            return None
        if c.parent.verb is not None or not self.roles.takes_up(c.parent):
            return None
        r = self.words[chunk.start].r
        who = next((x for x in c.after if not x.prep), None)
        return c if who is not None and agreement(self.words, who.head, self.cues)[0] == r.gender else None

    # -- noun phrases ------------------------------------------------------------------------

    def _set_against(self, chunk: Chunk) -> bool:
        """Whether a phrase behind 'not' tells who is not meant, but the one before it: سلمتها للاتحاد لا لأوغندا."""
        if self.stack[-1].verb is None or chunk.n < 2 or self.pending[-1:] != [chunk.start - 1]:
            return False
        no, meant, w = self.words[chunk.start - 1], self.chunks[chunk.n - 2], self.words[chunk.head]
        if no.r.lemma not in self.cues.no or no.r.conj or not (w.hit is not None or w.r.definite):
            return False
        return meant.kind == "np" and meant.end == no.n and (meant.rel == chunk.rel or not (meant.rel or chunk.rel))

    def _phrase(self, chunk: Chunk) -> None:
        if chunk.rel == "fi" and self._in_case(chunk):
            self.via = ""
            self._condition(chunk)
            return
        if self._set_against(chunk):
            self.pending.pop()
            return
        if (says := self._opens_words(chunk)) is not None:
            self._sibling(says, chunk.start)
        elif self._turns(chunk):
            self.stack = []
            self._open("main", None, chunk.start)
        c = self.stack[-1]
        if self.via and not chunk.prep:
            chunk.prep = chunk.rel = self.via
        self.via = ""
        if self.contrast and not chunk.prep:
            contrast, self.contrast = self.contrast, ""
            following = self._next_verb(chunk) or self._verb_over(chunk)
            target = (
                self._root()
                if contrast == "اما"
                or (following is not None and bool(self.words[following.start].act_in(self.cues.report)))
                else self._statement_level()
            )
            if target.verb is not None:
                c = self._sibling(target, chunk.start)
        elif c.verb is not None and self._foretells(chunk):
            c = self._sibling(self._root() if c.comma else self._statement_level(), chunk.start)
        elif chunk.conj == "و" and c.verb is not None and self.roles.resumes(chunk):
            self.around = list(self.stack)
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
        elif c.kind == "relative" and self._spells_out(c, chunk):
            pass
        elif c.kind == "relative" and c.verb is not None and (self._parts(c, chunk) or self._saturated(c, chunk)):
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
        elif c.kind == "complement" and not chunk.prep and (outer := self._around_guess(c, chunk)) is not None:
            self._pop_to(outer)
            c = outer
        (c.before if c.verb is None else c.after).append(chunk)

    def _around_guess(self, c: Clause, chunk: Chunk) -> Clause | None:
        """The clause whose object a bare phrase is, over what is only thought of who acts: خطف مسلحون يعتقد أنهم من
        الحركة عشرين تلميذا.
        """
        guess = c.parent
        if guess is None or guess.kind != "relative" or guess.verb is None or guess.parent is None or not c.pronoun:
            return None
        told = bool(c.before or c.after) and (c.verb is None or not self._takes_object(self.words[c.verb.start]))
        if not told or not self.words[guess.verb.start].act_in(self.cues.supposing):
            return None
        return guess.parent if self._lacks_object(guess.parent, chunk) else None

    def _turns(self, chunk: Chunk) -> bool:
        """Whether a phrase that turns to other news opens a sentence behind a heading that runs into it: الأزمة
        اللبنانية من جهة أخرى قال الوزير إن.
        """
        c, head = self.stack[-1], self.words[chunk.head]
        if not chunk.prep or head.hit is not None or head.r.lemma not in self.cues.turning or len(self.clauses) > 1:
            return False
        if c.verb is not None or c.children or c.comma or c.particles or not any(not x.prep for x in c.before):
            return False
        behind = self.words[chunk.head + 1 : chunk.end]
        own = bool(head.r.pron)
        if not own and not any(w.bare in self.cues.turning_to or w.r.lemma in self.cues.turning_to for w in behind):
            return False
        verb = self.chunks[chunk.n + 1] if chunk.n + 1 < len(self.chunks) else None
        if verb is None or verb.kind != "verb" or verb.conj or not self._own_subject(verb):
            return False
        w, told = self.words[verb.start], self.chunks[verb.n + 1]
        first = next(x for x in c.before if not x.prep)
        if self.roles.somebody(first) and self.roles.agrees(w, first, before=True):
            return False  # الجيش الكيني من جهة أخرى قصف بلدة
        speaks = bool(w.act_in(self.cues.report) or w.act_in(self.cues.speech_act))
        return self.roles.somebody(told) and (speaks or not own)

    def _lacks_object(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a bare phrase may be the object that a clause still lacks, its subject told."""
        return c in self.stack and self._wants_object(c, chunk)

    def _wants_object(self, c: Clause, chunk: Chunk) -> bool:
        """The same, whether the clause is still open or not."""
        if c.verb is None or chunk.prep or chunk.conj:
            return False
        w = self.words[c.verb.start]
        bare = [x for x in c.after if not x.prep]
        subject = len(bare) == 1 and self.roles.agrees(w, bare[0], before=False)
        return subject and self._takes_object(w)

    def _takes_object(self, w: Word) -> bool:
        """Whether a transitive verb that has its frame's object still to come stands without a pronoun for it."""
        return w.r.cls == "t" and not w.r.pron and "object" in self.roles.wants(w)

    def _still_open(self, c: Clause, chunk: Chunk) -> Clause | None:
        """The clause around two relatives, of which the inner has its object, whose verb lacks one: وصف الوزير الذي قام
        بجولة شملت البلدين الوضع.
        """
        middle = c.parent
        if c.verb is None or chunk.conj or middle is None or middle.kind != "relative" or middle.verb is None:
            return None
        outer, own = middle.parent, self.words[c.verb.start]
        if outer is None or outer.verb is None or "object2" in self.roles.wants(own) or middle is not self.stack[-2]:
            return None
        full = any(not x.prep for x in c.after) and not own.r.pron
        lacking = self.words[middle.verb.start].r.cls == "t" and all(x.prep for x in middle.after)
        verb = self.words[outer.verb.start]
        bare = [x for x in outer.after if not x.prep]
        mine = "object" in self.roles.wants(verb) and not verb.r.pron and len(bare) == 1 and not outer.before
        return outer if full and not lacking and mine and outer is self.stack[-3] else None

    def _awaits_subject(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a bare phrase behind a participle that has no object is the subject of the verb before it."""
        outer, own = c.parent, self.words[c.verb.start] if c.verb is not None else None
        if own is None or outer is None or outer.verb is None or chunk.prep or chunk.conj or not c.after:
            return False
        if "object" in self.roles.wants(own) or any(not x.prep for x in (*outer.before, *outer.after)):
            return False
        return outer is self.stack[-2] and self.roles.agrees(self.words[outer.verb.start], chunk, before=False)

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

    def _foretells(self, chunk: Chunk) -> bool:
        """Whether a phrase opens what is to come, which no verb before governs: ، ومن المنتظر أن يوقع الاتفاق."""
        head, first = self.words[chunk.head], self.words[chunk.start - 1] if chunk.start else None
        if chunk.rel != "min" or head.hit is not None or head.r.lemma not in self.cues.expected:
            return False
        if first is None or first.hit is not None or first.r.conj != "و":
            return False
        behind = self.words[chunk.end] if chunk.end < len(self.words) else None
        return behind is not None and behind.hit is None and behind.r.pos == "sub"

    def _governor_before(self, c: Clause, chunk: Chunk) -> Clause | None:
        """The clause around a relative whose verb still wants the preposition of a phrase that the relative's verb does
        not govern: أغارت مقاتلات التحالف الذي تقوده واشنطن على المدينة.
        """
        if c.verb is None or not (c.after or self.words[c.verb.start].r.pron) or self._spells_out(c, chunk):
            return None
        if self._governed(c, chunk.rel) and not self._left_open(c, chunk.rel) and not self._uttered(c, chunk):
            return None
        own = self.words[chunk.head].r
        if c.antecedent is not None and own.pos == "prep" and own.pron:
            if stands_for(own.pron, self.words, c.antecedent.head, self.cues):
                return None  # وجه رسالة يطالبه فيها
        if c.antecedent is not None and self.words[c.antecedent.head].r.form == "masdar":
            if any(self.words[x.head].r.pos == "prep" and self.words[x.head].r.pron for x in c.after):
                return None  # الزيارة التي قام بها الوزير إلى الرباط
        if self.words[chunk.head].r.lemma in self.cues.line or (
            chunk.start and self.words[chunk.start - 1].r.lemma in self.cues.line
        ):
            return None  # كمين نصبوه على الحدود مع فنزويلا
        before = self.words[chunk.start - 1] if chunk.start else None
        if before is not None and before.hit is None and before.r.form == "masdar" and chunk.rel != "fi":
            return None  # الذي شدد على ضرورة التوصل إلى اتفاق
        last = c.after[-1] if c.after and c.after[-1].end == chunk.start else None
        deed = self.words[last.head] if last is not None and last.rel in _LED and not last.conj else None
        if deed is not None and deed.hit is None and deed.r.form == "masdar" and chunk.rel != "fi":
            if chunk.rel in self.governs.get(deed.r.of, ()):
                return None  # قدم خطة تقضي بانسحاب القوات من البلدة
        named = c.after[-1] if c.after and self.words[c.verb.start].act_in(self.cues.called_verb) else None
        if named is not None and named.end == chunk.start and chunk.rel in _OF_ACTS:
            act = self.words[named.head]
            if act.hit is None and (act.r.cls == "act" or act.r.form == "masdar"):
                return None  # ندد بما سماه الهجوم الغادر على الجيش
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
        wants = self.roles.wants(verb)
        lacking = not any(x.rel in wants for x in outer.after if x.prep)
        whole = "object" not in wants or (verb.r.cls == "i" and rel == "bi")  # قامت القوات التي عبرت الحدود باعتقال
        whole = whole or (rel == "an" and bool(verb.act_in(self.cues.voice_verb)))  # أعربت الدول التي علقت القرض عن
        return rel in wants and whole and lacking

    def _uttered(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a relative clause only tells that words were uttered, to nobody: رحب في كلمة ألقاها أمس بالقرار."""
        if c.verb is None or c.antecedent is None or self.words[c.antecedent.head].r.lemma not in self.cues.document:
            return False
        w = self.words[c.verb.start]
        again = w.r.pron or any(self.words[x.head].r.pos == "prep" and self.words[x.head].r.pron for x in c.after)
        to = chunk.rel in ("ila", "li") and self.words[chunk.head].r.form != "masdar"
        addressed = to and all(x.rel != chunk.rel for x in c.after)  # في رسالة وجهها إلى الوزير
        return bool(again) and not addressed and bool(w.act_in(self.cues.issue_verb | self.cues.carry_words_verb))

    def _results(self, w: Word, rel: str) -> bool:
        """Whether a relation tells what comes of something: أدى القصف الذي نفذته القوات إلى نزوح المدنيين."""
        return rel in _RESULTS and bool(w.act_in(self.cues.result_verb))

    def _governed(self, c: Clause, rel: str) -> bool:
        assert c.verb is not None
        w = self.words[c.verb.start]
        if self._results(w, rel):
            return True
        return any(rel in self.governs.get(v, ()) for v in w.acts)

    def _next_verb(self, chunk: Chunk) -> Chunk | None:
        """The verb that follows a phrase, agreeing with it; only particles, times and whose it is stand between."""
        k = chunk.n + 1
        while k < len(self.chunks) and (self.chunks[k].kind in ("particle", "time") or self.chunks[k].rel == "of"):
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

    def _verb_over(self, chunk: Chunk) -> Chunk | None:
        """The verb behind a phrase and what tells more of it: لكن مسؤولين في الوزارة، قالوا."""
        for x in self.chunks[chunk.n + 1 : chunk.n + _NEAR]:
            if x.kind == "verb":
                return x if not x.conj else None
            if not (x.kind == "np" and x.prep) and not (x.kind == "mark" and self.words[x.start].token.raw in COMMAS):
                return None
        return None

    def _spells_out(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a phrase with "of" tells what the "what" is that opens its clause: ما تقوم به إسرائيل من قصف."""
        if chunk.rel != "min" or chunk.conj or c.antecedent is not None or c.verb is None:
            return False
        taken_up = bool(self.words[c.verb.start].r.pron)
        return taken_up or any(self.words[x.head].r.pos == "prep" and self.words[x.head].r.pron for x in c.after)

    def _parts(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a pronoun parts what a relative clause describes from its predicate: الاتفاق الذي وقعه هو خطوة."""
        w, about = self.words[chunk.start], c.antecedent
        if about is None or c.parent is None or c.parent.verb is not None or w.hit is not None or w.r.pos != "pron":
            return False
        if chunk.end > chunk.start + 1 or w.r.conj or chunk.prep or w.r.lemma not in self.cues.shape:
            return False
        return agreement(self.words, chunk.head, self.cues) == agreement(self.words, about.head, self.cues)

    def _saturated(self, c: Clause, chunk: Chunk) -> bool:
        """Whether a bare phrase after a relative clause rather belongs to the clause around it."""
        if chunk.prep or c.parent is None or c.parent.verb is None or not (c.after or self._complete(c)):
            return False
        outer = c.parent
        assert c.verb is not None
        bare = [x for x in outer.after if not x.prep]
        verb = self.words[outer.verb.start].r  # type: ignore[union-attr]
        inner = [x for x in c.after if not x.prep]
        w = self.words[c.verb.start]
        if not inner and w.r.number in ("d", "p") and self._takes_object(w):
            return False  # رسالة استصرخا فيها ضمائر العسكريين
        taken = any(x.prep and self.words[x.start].r.pos == "prep" and self.words[x.start].r.pron for x in c.after)
        if taken and self._wants_object(c, chunk):
            return False  # في مذبحة قتلت خلالها القوات ثمانين رجلا
        if len(inner) == 1 and self.words[inner[0].end - 1].r.pron and w.r.cls == "t" and not w.r.pron:
            does = self.roles.agrees(w, inner[0], before=False) and "object" in self.roles.wants(w)
            if does or (inner[0].end == inner[0].start + 1 and c.opener >= 0):
                return False  # الرئيس الذي يواجه نظامه معارضة
        if not c.after:
            return verb.cls == "t" and len(bare) <= 1 and self.words[chunk.head].r.pos != "adj"
        taken_up = self.words[c.after[0].start].r
        if not inner and taken_up.pos == "prep" and taken_up.pron:
            if self.roles.agrees(w, chunk, before=False) or ("object" in self.roles.wants(w) and self._has_all(outer)):
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

    def _complete(self, c: Clause) -> bool:
        """Whether a relative clause has all its verb needs, its subject being what it is about and a time told: لم توقع
        الحكومة التي تشكلت قبل شهر أي عقود.
        """
        if c.verb is None or c.antecedent is None or not c.times:
            return False
        w = self.words[c.verb.start]
        return w.r.cls == "i" and not w.r.pron and self.roles.agrees(w, c.antecedent, before=True)

    def _has_all(self, c: Clause) -> bool:
        """Whether a clause whose verb has its subject behind it has a phrase with a preposition that the verb takes."""
        assert c.verb is not None
        mine = [x for x in c.after if not x.prep]
        return (
            bool(mine)
            and self.roles.agrees(self.words[c.verb.start], mine[0], before=False)
            and any(x.prep and self._governed(c, x.rel) for x in c.after)
        )

    # -- roles -------------------------------------------------------------------------------
