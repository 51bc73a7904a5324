"""Who does what in a clause: its subject, objects and complements, chosen among the phrases around its verb."""

from collections.abc import Mapping
from typing import Final

from mahdar.analysis.chunks import Chunk, Part, Word, agreement, nominal_entry
from mahdar.analysis.clause import PRONOUN_SHAPE, Clause, stands_for
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS, DASHES
from mahdar.world.names import GROUND, SITES, World

_EACH: Final = ("كل", "كلا", "احد", "عدد", "بعض", "جميع")
_ALL: Final = ("كل", "عدد", "بعض", "جميع")  # of these, those after which a verb may agree with whom they count
_APIECE: Final = ("كل", "كلا")  # كلا على حدة
_ASIDE: Final = 4  # phrases that an aside between dashes may have
# Relations of the occasions that a verbal noun names: خلال لقائه الرئيس.
_OCCASIONS: Final = frozenset(("khilal", "laday", "baad", "qabl"))


class Roles:
    """Fills the roles of the clauses of one sentence, whose tree is `clauses`.

    `governs`: verb -> the relations of the complements that it takes.
    """

    def __init__(
        self,
        words: list[Word],
        chunks: list[Chunk],
        clauses: list[Clause],
        cues: Cues,
        governs: Mapping[str, frozenset[str]],
        world: World,
    ) -> None:
        self.words, self.chunks, self.clauses = words, chunks, clauses
        self.cues, self.governs, self.world = cues, governs, world

    def takes_up(self, c: Clause) -> bool:
        """Whether a clause begins with 'and he'."""
        return bool(c.before) and c.before[0].conj == "و" and self.resumes(c.before[0])

    def resumes(self, chunk: Chunk) -> bool:
        """Whether 'and he' after a comma takes up the whole sentence: وهو ما نفته الوزارة."""
        head = self.words[chunk.head]
        return head.hit is None and head.r.pos == "pron" and not chunk.prep

    def fill(self, c: Clause) -> None:
        """Fill subject, objects and prepositional complements of a clause from the phrases around its verb."""
        for x in (*c.before, *c.after):
            if self._tells_where(c, x):
                x.prep, x.rel = self.words[x.head].token.folded, "fi"
            if x.prep and not self._of_participle(x):
                c.args.setdefault(x.rel or x.prep, []).append(x)
        calls = c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.called_verb))  # اعتبرته مسؤولا
        two = c.verb is not None and "object2" in self.wants(self.words[c.verb.start])  # حمل القيادة نتائجها
        bare, left = self._bare_behind(c, calls, two), self._bare_before(c)
        if not (calls or two):
            bare = self._without_purpose(c, bare, bool(left))
        if bare and c.verb is not None and self.agrees(self.words[c.verb.start], bare[0], before=False):
            left = [x for x in left if not any(y.n > x.n and self._begins(y) for y in c.before)]
        self._masdars(c, left, bare)
        bare = [x for x in bare if x.masdar < 0]
        left = [x for x in left if x.masdar < 0]
        if c.verb is None:
            c.subject = left[:1]
            return
        w = self.words[c.verb.start]
        c.passive = w.r.voice == "pas" or (w.r.voice == "both" and self._passive_by_context(c, bare))
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
        if c.kind == "relative" and c.antecedent is None and len(bare) == 1 and self._done_to(c, w, bare[0], calls):
            c.objects = bare
            return
        told = (
            not c.pronoun and len(bare) > 1 and self.agrees(w, bare[0], before=False)
        )  # أنه استهدف، في حين شن الطيران
        if bare and not c.pronoun and w.r.cls == "i" and self.agrees(w, bare[0], before=False):
            told = True  # أوضح أنه رصد مسلحين وسافر الوزير
        if not left and not told and self._pronoun_subject(c, w):
            c.objects = bare[:2]
            return
        if w.r.pron and left and bare and not w.r.conj and self.agrees(w, bare[0], before=False):
            if stands_for(w.r.pron, self.words, left[-1].head, self.cues):  # مدينة احتلتها القوات
                c.subject, c.objects = [bare[0]], [left[-1], *bare[1:2]]
                return
        if left and bare and self._taken_up(c, left[-1]) and self.agrees(w, bare[0], before=False):
            c.subject, c.objects = [bare[0]], bare[1:3]
            return
        if w.r.pron and w.r.cls == "t" and left:
            bare = [x for x in bare if not self._lasts(x)]
        if bare and not left and self._self(bare[0]) and not c.passive:
            c.objects = bare[:2]  # دخل السوق وفجر نفسه
            return
        subject = next((x for x in reversed(left) if self.agrees(w, x, before=True)), None)
        if subject is None and not self._led_by_person(w, bare):
            subject = next((x for x in reversed(left) if len(x.parts) > 1 and self._agrees_first(w, x)), None)
        if subject is not None and bare and w.act_in(self.cues.report) and self.agrees(w, bare[0], before=False):
            head = self.words[subject.head]
            if head.hit is None and head.r.form == "masdar" and self.somebody(bare[0]) and not self.somebody(subject):
                subject = None  # وردا على سؤال حول نيتهم تفكيك الجناح قال المتحدث إن: an act says nothing
        if subject is not None:
            c.subject, c.objects = [subject], bare[:2]
        elif len(bare) > 1 and (
            self._place_first(w, bare[0], bare[1]) or (not (calls or two) and self._object_first(w, bare[0], bare[1]))
        ):
            c.subject, c.objects = [bare[1]], [bare[0]]
        elif len(bare) == 1 and w.r.cls == "t" and self._accusative_plural(bare[0]):
            c.objects = bare  # من دون أن تعتقل فلسطينيين
        elif bare and self.agrees(w, bare[0], before=False) and not self._dropped(c, w, bare):
            c.subject, c.objects = [bare[0]], bare[1:3]
        elif len(bare) > 1 and not left and w.r.lemma in self.cues.auxiliary and w.r.person == 3:
            c.subject, c.objects = [bare[0]], bare[1:3]  # كانت أعنف العمليات انفجار سيارة
        else:
            c.objects = bare[:2]
        told_of = self.words[bare[1].head].r if len(bare) == 2 and w.act_in(self.cues.inform_verb) else None
        own = told_of is not None and told_of.form == "masdar" and bool(told_of.pron)
        if own and not left and c.previous is not None and w.r.conj and not w.r.pron:
            c.subject, c.objects = [], bare  # التقى السفير وأبلغ الأمين العام احتجاجه
        before = self._who_may(c)
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
        if c.passive and not c.subject and c.objects and self.agrees(w, c.objects[0], before=False):
            c.subject, c.objects = c.objects[:1], c.objects[1:]
        if not c.subject and c.objects and self._says_it(c, c.objects[0]):
            c.subject, c.objects = c.objects[:1], c.objects[1:]
        if c.subject and self._spoken(c, c.subject[0]):
            c.subject, c.objects = [], [*c.subject, *c.objects][:2]

    def _says_it(self, c: Clause, x: Chunk) -> bool:
        """Whether a name right behind a verb of saying that informs nobody is who says it, whatever its gender: أعلنت
        طومسون أن، علمت «العالم» أن.
        """
        w, head = self.words[c.verb.start] if c.verb is not None else None, self.words[x.head]
        if w is None or c.passive or w.r.pron or x.start != w.n + 1 or not self._said_by_complement(c):
            return False
        tells = w.act_in(self.cues.report - self.cues.speech_act - self.cues.inform_verb - self.cues.called_verb)
        return bool(tells) and (self._name(x.head) or (head.hit is not None and self.words[x.start].quoted))

    def _said_by_complement(self, c: Clause) -> bool:
        """Whether a clause with 'that' hangs on a clause."""
        return any(y.kind == "complement" and y.via in ("", "bi", "an", "ila") for y in c.children)

    def _spoken(self, c: Clause, x: Chunk) -> bool:
        """Whether a phrase behind a verb of saying is part of the words in quotation marks: تساءل «هل الناس حجارة»؛ no
        name in them: أعلنت «حماس» أن.
        """
        verb = self.words[c.verb.start] if c.verb is not None else None
        if verb is None or verb.quoted or not verb.act_in(self.cues.report):
            return False
        around = [self.words[k] for k in (x.start - 1, x.end) if verb.n < k < len(self.words)]
        return self.words[x.start].quoted and self.words[x.end - 1].quoted and any(w.quoted for w in around)

    def _especially(self, x: Chunk) -> bool:
        """Whether a phrase singles out part of what the one before names: ناقشا الأوضاع وخاصة العراق."""
        w = self.words[x.start - 1] if x.start else None
        return w is not None and w.hit is None and w.token.folded.removeprefix("و") in self.cues.especially

    def _led_by_person(self, w: Word, bare: list[Chunk]) -> bool:
        """Whether one person stands behind a verb who can do what it tells, so that several before it are no subject:
        كينيا وأوغندا في سياق آخر حذر الرئيس من الحرب.
        """
        head = self.words[bare[0].head] if bare else None
        if head is None or not self.agrees(w, bare[0], before=False):
            return False
        person = head.entry is not None and head.entry.kind == "person"
        return person or (head.hit is None and (head.r.cls, head.r.number) == ("human", "s") and head.r.definite)

    def _lasts(self, x: Chunk) -> bool:
        """Whether a phrase tells how long something lasts: عذبوه ليلتين."""
        w = self.words[x.head]
        return w.hit is None and w.r.cls == "time" and not w.r.definite

    def _self(self, x: Chunk) -> bool:
        """Whether a phrase is somebody himself, who is what he does something to: فجر نفسه."""
        w = self.words[x.head]
        return w.hit is None and bool(w.r.pron) and w.r.lemma in self.cues.itself and x.end == x.head + 1

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
            if m >= 0 and not (last and self.agrees(self.words[c.verb.start], x, before=True)):  # type: ignore[union-attr]
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
            takes_object = not (leads or w.r.cls == "i" or w.act_in(self.cues.objectless)) and (
                "object" in self.wants(w) or not self.wants(w)
            )
            if act.prep:
                told = bool(left) or bool(before) or c.kind == "participle" or not self.agrees(w, x, before=False)
                sated = not takes_object or bool(w.r.pron) or len(before) > (0 if left else 1)
                sated = sated or any(self.words[y.head].r.pos in ("dem", "pron") for y in (*left, *before)[:1])
                on_occasion = bool(self.words[m].r.pron) and act.rel in _OCCASIONS  # أكد خلال لقائه في روما نظيره موقفه
                mine = told and (sated or on_occasion or act.rel in self.wants(w) or self._by_state(m))
            elif before[:1] == [act] and not left and c.kind != "participle" and self.agrees(w, act, before=False):
                dropped = self._dropped(c, w, [act])
                mine = dropped or more or not takes_object
            else:
                mine = more or not w.act_in(self.cues.called_verb)
                told = bool(left) or len(before) > 1 or c.kind == "participle" or c.previous is not None
                its_object = not act.conj and not self.agrees(w, act, before=False)  # بعد أن وثقت إحراق الجيش قرية
                mine = mine and (told or its_object)
            if mine or act.masdar >= 0 or self.words[m].r.lemma in self.cues.resolve or self._own_act_told(m, x):
                x.masdar = m

    def _own_act_told(self, m: int, x: Chunk) -> bool:
        """Whether a phrase is what somebody announces to do himself: إعلان سيول إجراءها تجربة نووية."""
        w = self.words[x.head]
        own = w.hit is None and w.r.form == "masdar" and bool(w.r.pron)
        return own and bool(self.words[m].act_in(self.cues.report_noun))

    def _by_state(self, m: int) -> bool:
        """Whether a state does what a verbal noun names, since that is done with people and things: مصادرة فرنسا."""
        doer = self.words[m + 1].entry if not self.words[m].r.pron else None
        kinds = ("state", "capital")
        return doer is not None and doer.kind in kinds and bool(self.words[m].act_in(self.cues.handled_verb))

    def wants(self, w: Word) -> frozenset[str]:
        """The relations that the frames of a verb name."""
        return frozenset().union(*(self.governs.get(v, ()) for v in w.acts))

    def _masdar_before(self, siblings: list[Chunk], x: Chunk) -> int:
        """The verbal noun of a transitive verb, its doer in the genitive, right before `x`; -1 for none."""
        head = self.words[x.head]
        people = head.r.definite and head.r.gender == "m" and head.r.number == "p"  # إيوائها الفارين
        attribute = head.r.pos == "adj" and not people
        if x.conj or x.prep or head.time or (head.hit is None and (head.r.cls == "time" or attribute)):
            return -1
        if head.hit is None and head.r.lemma in self.cues.held_as:
            return -1  # وضع الوزير قيد الإقامة الجبرية
        town = head.entry is not None and head.entry.kind in GROUND
        k = x.n - 1
        while k >= 0 and (
            self.chunks[k].kind == "time"
            or self.chunks[k].rel in ("of", "min")
            or (not town and self._place(self.chunks[k]))
        ):
            if (m := self._masdar_in(self.chunks[k], siblings, x)) >= 0:
                return m  # بعد يوم من طرد موسكو دبلوماسيين
            k -= 1
        return self._masdar_in(self.chunks[k], siblings, x) if k >= 0 else -1

    def _place(self, y: Chunk) -> bool:
        """Whether a phrase tells where something happens, by a name: خلال لقائه في روما نظيره."""
        w = self.words[y.head]
        return y.rel in ("fi", "bi") and w.entry is not None and w.entry.kind in GROUND

    def _masdar_in(self, y: Chunk, siblings: list[Chunk], x: Chunk) -> int:
        """The verbal noun of a transitive verb with its doer in a phrase, whose object `x` may be; -1 for none."""
        head = self.words[x.head]
        if y.kind != "np" or y not in siblings or not y.parts:
            return -1
        part = y.parts[-1]
        if head.hit is None and head.r.form == "masdar" and self._done(x) and not (y.prep and self._still_wants(y)):
            for m in range(part.end - 1, part.head - 1, -1):
                if self.words[m].hit is None and self.words[m].r.lemma in self.cues.resolve:
                    whose = m + 1 < part.end and not self.words[m].r.definite and self._acts(m + 1, part, x)
                    whose = whose or bool(self.words[m].r.pron)
                    return m if whose else -1  # قرار فرنسا الاعتراف بالدولة، قرارها سحب القوات
        last = part.end - 1
        while last > part.head and self.words[last].hit is None and self.words[last].r.pos == "adj":
            last -= 1  # رفضها القاطع تهجير السكان
        own = self.words[last]  # تمسك برفضه الخطة
        if own.hit is None and own.r.form == "masdar" and own.r.pron and (y.prep or y.masdar >= 0):
            return own.n if "object" in self.governs.get(own.r.of, frozenset()) else -1
        doers = all(self.words[z.head].named for z in y.parts[1:])
        part = y.parts[0] if doers else part  # إعلان مالي والنيجر انسحابهما
        for m in range(part.end - 2, part.head - 1, -1):
            w = self.words[m]
            if w.hit is not None or w.r.form != "masdar" or w.r.pron or w.r.definite:
                continue
            body = nominal_entry(self.words, m, self.world)
            if body is not None and body[0].kind == "body":
                continue  # حمّلوا قيادة الجيش نتائج الحرب
            wants = self.governs.get(w.r.of, frozenset())
            called = "object2" in wants and head.hit is None and not head.r.definite  # تصنيف الجماعة منظمة إرهابية
            given = head.hit is None and bool(w.act_in(self.cues.giving_verb))  # تسليم كييف منظومة
            styled = head.hit is None and head.r.cls == "human" and not head.r.definite  # إعلان السفير شخصا
            styled = styled and bool(w.act_in(self.cues.report_noun))
            if "object" not in wants or w.r.of in self.cues.called_verb or called or given or styled:
                return -1
            return m if self._acts(m + 1, part, x) else -1
        return -1

    def _done(self, x: Chunk) -> bool:
        """Whether a verbal noun names what is done, not what something is taken for: عدت قرار الرئيس انقلابا."""
        w = self.words[x.head]
        if w.r.definite or x.head + 1 == x.end:
            return w.r.definite
        behind = self.words[x.head + 1]
        return behind.r.pos != "adj" and (behind.entry is None or behind.entry.kind != "adjective")

    def _still_wants(self, y: Chunk) -> bool:
        """Whether the verb before a phrase takes an object and has none: ضربت بالقرار الأممي عرض الحائط."""
        c = next((c for c in self.clauses if y in c.after), None)
        w = self.words[c.verb.start] if c is not None and c.verb is not None else None
        if c is None or c.verb is None or w is None or w.act_in(self.cues.speech_act | self.cues.report):
            return False
        if "object" not in self.wants(w):
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

    def somebody(self, x: Chunk) -> bool:
        """Whether a phrase is a name, an office or people."""
        w = self.words[x.head]
        return w.named or w.r.cls in ("human", "group") or nominal_entry(self.words, x.head, self.world) is not None

    def _who_may(self, c: Clause) -> Chunk | None:
        """Who does what a clause tells that hangs on such a verb: سبق لكينيا أن طالبت أوغندا، يمكن لكينيا أن تهاجم."""
        if c.kind != "complement" or c.opener < 1:
            return None
        x = next((y for y in self.chunks if y.end == c.opener and y.rel in ("li", "ala")), None)
        if x is None or not x.start or not self.words[x.start - 1].act_in(self.cues.controlled_verb):
            return None
        return x

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
        return marked and people is not None and rest[0].rel == "bi" and self.somebody(people)

    def _by_which(self, c: Clause, x: Chunk) -> bool:
        """Whether a verbal noun only tells how a verb of force is done: أعدم ثلاثة رجال شنقا."""
        head = self.words[x.head]
        if c.verb is None or head.hit is not None or head.r.form != "masdar" or head.r.definite or head.r.pron:
            return False
        forced = self.words[c.verb.start].act_in(self.cues.person_verb) and head.token.folded.endswith("ا")
        return bool(forced) and head.r.of in self.cues.by_which and x.end == x.head + 1

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

    def _bare_behind(self, c: Clause, calls: bool, two: bool) -> list[Chunk]:
        """The phrases without preposition behind a verb that may be its subject or objects: قصف الجيش المدينة.

        `calls`: whether it is a verb of calling something so; `two`: whether it takes two objects.
        """
        return [
            x
            for n, x in enumerate(c.after)
            if not x.prep
            and not (n and x.conj and c.after[n - 1].prep)  # في حمص وريفها
            and not (n and (self._among_them(c.after[n - 1], x) or self._especially(x)))
            and not self._cognate(c, x)
            and not self._saying_so(c, x)
            and not self._beside_verb(c, x)
            and not self._manner(x, c.after[n + 1 :])
            and not self._by_which(c, x)
            and (self.argument(x) or (n and calls) or self._some_of_them(x, c.after[n - 1] if n else None))
            and not (n and not calls and self._adverbial(x))
            and not (n and not two and governed_by_masdar(self.words, c.after[n - 1], x))
            and not (x.start and self.words[x.start - 1].r.lemma == "لا" and self.words[x.head].hit is None)  # لا بد
        ]

    def _bare_before(self, c: Clause) -> list[Chunk]:
        """The phrases without preposition before a verb that may be its subject: الجيش قصف المدينة."""
        return [
            x
            for n, x in enumerate(c.before)
            if not x.prep
            and self.argument(x)
            and not self._of_field(x)
            and not (
                n
                and governed_by_masdar(self.words, c.before[n - 1], x)
                and (x is not c.before[-1] or self.chunks[x.n + 1].kind == "mark")
            )
        ]

    def _without_purpose(self, c: Clause, bare: list[Chunk], told: bool) -> list[Chunk]:
        """The phrases behind a verb but for those that tell what for; `told`: whether its subject stands before it."""
        gives = c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.giving_verb))
        given = [gives and n > 0 and self.somebody(bare[n - 1]) for n in range(len(bare))]  # منحت كينيا قرضا لشراء
        return [x for n, x in enumerate(bare) if given[n] or not self._purpose(c, x, n + told)]

    def _done_to(self, c: Clause, w: Word, x: Chunk, calls: bool) -> bool:
        """Whether the one phrase of a clause with 'what' is no subject: ما سماه العدوان الأمريكي، ما أثار غضب أثينا."""
        if calls and w.r.pron and "bi" not in c.args and not self.somebody(x):
            return True
        all_that = c.opener >= 0 and self.words[c.opener].r.lemma in self.cues.fact
        return all_that and bool(w.act_in(self.cues.arouse_verb))

    def _beside_verb(self, c: Clause, x: Chunk) -> bool:
        """Whether a phrase with 'and' stands right behind the verb, so is none of its arguments: سول تندد وواشنطن تعرض
        الحوار.
        """
        return c.verb is not None and x.conj == "و" and x.start == c.verb.end

    def _saying_so(self, c: Clause, x: Chunk) -> bool:
        """Whether a participle right behind a verb of saying only tells how it is said: وتابعت قائلة إن."""
        head = self.words[x.head]
        if c.verb is None or head.n != c.verb.end or head.hit is not None or head.r.definite:
            return False
        verb = self.words[c.verb.start]
        says = head.r.form == "active" and head.act_in(self.cues.report) and verb.act_in(self.cues.report)
        return bool(says) and head.r.gender == verb.r.gender

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
        if not human or not self.agrees(w, person, before=False):
            return False
        return bool(w.act_in(self.cues.coming_verb)) or not self.agrees(w, place, before=False)

    def _object_first(self, w: Word, x: Chunk, y: Chunk) -> bool:
        """Whether of two phrases behind a verb the second does what it tells: حضر الاجتماع ممثلو البلدين."""
        thing = self.words[x.head].r.lemma
        if self.words[x.head].r.pos == "dem" and y.start == x.end and w.act_in(self.cues.report):
            return self.somebody(y) and self.agrees(w, y, before=False)  # نقل ذلك مصدر أمني
        if y.conj or self.chunks[y.n - 1].kind == "mark" or not self.agrees(w, y, before=False):
            return False
        known = self.words[x.head].hit is None and self.words[x.head].r.cls != ""
        beside = (
            y.start == x.end and self.somebody(x) and self.words[x.head].r.definite and self.words[y.head].r.definite
        )
        if self._nominative(y) and not self._nominative(x) and not beside:  # but العرب المسلمون
            return True
        if not (self.somebody(y) or self._name(y.head)) or self._oblique(y):
            return False
        if not self.agrees(w, x, before=False):
            return known and not self._name(y.head)  # وقع الاتفاقية وزير الطاقة
        if self.somebody(x):
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

    def argument(self, x: Chunk) -> bool:
        """Whether a bare phrase can be subject or object: not an adverbial accusative adjective, not in brackets."""
        head = self.words[x.head]
        if head.paren or (head.r.pos == "num" and bool(head.r.pron)):
            return False
        if (self._dashed(x) and not (x.conj and self.resumes(x))) or self._of_them(x):
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

    def _passive_by_context(self, c: Clause, bare: list[Chunk]) -> bool:
        assert c.verb is not None
        w = self.words[c.verb.start]
        if "min_qibal" in c.args and not w.r.pron:
            return True
        by = any(self.somebody(x) for x in c.args.get("ala_yad", ()))  # خطفوا على أيدي متمردين
        by = by and not w.act_in(self.cues.undergo_verb)  # تعرضوا لها على أيدي متمردين
        if by and not w.r.pron and len(bare) + len(c.before) < (2 if not c.before else 3):
            return True
        stem = w.token.raw[w.r.stem :]
        return len(stem) > 2 and "\u064f" in stem[:3] and w.r.tense == "past"

    def _relative_roles(self, c: Clause, w: Word, bare: list[Chunk]) -> bool:
        assert c.antecedent is not None
        fits = self.agrees(w, c.antecedent, before=True) or self._agrees_last(w, c.antecedent)
        resumed = bool(w.r.pron) or any(self._resumes_antecedent(x, c.antecedent, bare) for x in c.after)
        if self.words[c.antecedent.head].r.pos == "pron" and not w.r.pron:
            c.subject, c.objects = [c.antecedent], list(bare[:2])  # باكو هي التي هاجمت القرية
            return True
        if self._occasion(c, w, bare):
            c.subject, c.objects = [], list(bare[:1])
            return True
        if w.act_in(self.cues.report) and self._told_of(c, c.antecedent):
            if bare and self.agrees(w, bare[0], before=False):
                c.subject, c.objects = bare[:1], bare[1:2]  # العملية التي تقول إسرائيل إنها
                return True
            if not bare and not self._may_speak(c.antecedent):
                c.subject, c.objects = [], []  # أغلقت بيرو الحدود، في خطوة قالت إنها ضرورية
                return True
        if len(bare) == 1 and resumed and w.act_in(self.cues.debate_verb) and not self.somebody(bare[0]):
            c.objects = bare  # في زيارة يناقش خلالها مع نظيره ملف المياه
            return True
        if len(bare) > 1 and resumed and not w.r.pron and self._object_first(w, bare[0], bare[1]):
            c.subject, c.objects = [bare[1]], [bare[0]]  # الطلاب الذين ألقت القبض عليهم سلطات الأمن
            return True
        if bare and resumed and self.agrees(w, bare[0], before=False):
            c.subject, c.objects = [bare[0]], [*([c.antecedent] if w.r.pron else []), *bare[1:2]]
            return True
        taken = any(x.prep and self.words[x.head].r.pos == "prep" and self.words[x.head].r.pron for x in c.after)
        if bare and taken and not w.r.pron and len(w.lemmas) > 1 and self.somebody(bare[0]):
            # of تقدم and its like either gender is read
            if not self.somebody(c.antecedent) and not self._oblique(bare[0]):
                c.subject, c.objects = [bare[0]], list(bare[1:2])  # الخطة التي تقدم بها رئيس الوزراء
                return True
        x = c.antecedent.parts[-1].head if c.antecedent.parts else c.antecedent.head
        ground = self.words[x].hit is None and self.words[x].r.cls == "place"  # المدن التي احتلتها
        visited = self.words[x].r.lemma in self.cues.of_states and bool(w.act_in(self.cues.coming_verb))
        ground = ground or (self.words[x].hit is None and visited)  # الدول التي ستزورها
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
        if bare and resumed and not w.r.pron and not self.agrees(w, bare[0], before=False):
            c.objects = list(bare[:2])  # كلمة هدد فيها إثيوبيا، زيارة يجري خلالها محادثات
            return True
        if bare:
            c.subject, c.objects = [bare[0]], list(bare[1:2]) or [c.antecedent]
            return True
        if w.r.pron:
            c.objects = [c.antecedent]
            return True
        return False

    def _may_speak(self, x: Chunk) -> bool:
        """Whether a phrase is a document, or somebody is in it: خطة الرئيس الذي قال إنه."""
        if self.words[x.head].r.lemma in self.cues.document:
            return True
        return any(w.named or w.r.cls in ("human", "group") for w in self.words[x.start : x.end])

    def _told_of(self, c: Clause, antecedent: Chunk) -> bool:
        """Whether what a clause lets somebody say is said of what it describes: خطوة قالت إنها ضرورية."""
        told = (x.pronoun for x in c.children if x.kind == "complement")
        return any(stands_for(pron, self.words, antecedent.head, self.cues) for pron in told)

    def _done_with(self, c: Clause, antecedent: Chunk) -> bool:
        """Whether a pronoun behind a preposition takes up somebody or an act that a clause describes, who then does not
        do what it tells: الرئيس الذي تباحث معه، الاعتقالات التي قامت بها.
        """
        head = self.words[antecedent.parts[-1].head] if antecedent.parts else self.words[antecedent.head]
        assert c.verb is not None
        bare_act = head.hit is None and (head.r.cls == "act" or head.r.form == "masdar")
        performed = (
            bare_act and bool(c.after) and c.after[0].rel == "bi" and "bi" in self.wants(self.words[c.verb.start])
        )
        if c.opener < 0 or not (head.named or head.r.cls in ("human", "group") or performed):
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
        head = self.words[self._paper_in(c.antecedent)]
        if head.hit is not None or head.r.cls in ("human", "group") or not c.after or len(bare) > 1:
            return False
        if bare and self._one_who_holds(c, bare[0]):
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
        same = pron.pos == "prep" and stands_for(pron.pron, self.words, head.n, self.cues)
        return bool(speaks) and first.rel in ("fi", "khilal") and same

    def _one_who_holds(self, c: Clause, x: Chunk) -> bool:
        """Whether a phrase names one of those who hold what a clause is about: أجريا محادثة هدد خلالها بايدن."""
        holders = c.parent.subject if c.parent is not None else []
        named = {w.token.folded for y in holders for w in self.words[y.start : y.end]}
        return all(w.token.folded in named for w in self.words[x.start : x.end])

    def _paper_in(self, x: Chunk) -> int:
        """The paper that a phrase says is issued, else its head: بإصدار بيان دعا فيه."""
        k = x.head + 1
        issuing = self.words[x.head].r.form == "masdar" and self.words[x.head].r.of in self.cues.issue_verb
        paper = issuing and k < x.end and self.words[k].hit is None and self.words[k].r.lemma in self.cues.document
        return k if paper else x.head

    def _issued(self, c: Clause, w: Word) -> bool:
        """Whether who issued the paper that a clause is about, or many before it, say what is said in it, so that a
        phrase behind its verb is whom they address: بيانا دعا فيه الأطراف إلى التهدئة، عريضة طالبوا فيها الحكومة.
        """
        outer = c.parent.verb if c.parent is not None else None
        if outer is None or c.antecedent is None or "object" not in self.wants(w):
            return False
        by = self.words[outer.start]
        issued = by.act_in(self.cues.issue_verb) or self._paper_in(c.antecedent) > c.antecedent.head
        own = bool(issued) and (by.r.gender, "s") == (w.r.gender, w.r.number)
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
        if len(c.before) > 1 and self.takes_up(c):  # وهي مسألة اتفقا على طرحها
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

    def _accusative_plural(self, x: Chunk) -> bool:
        """Whether the ending of a plural of people shows that they do nothing: مسلحين، فلسطينيين."""
        w = self.words[x.head]
        if x.end > x.start + 1 or x.prep:
            return False  # no: قتل ثلاثة مسلحين
        if w.hit is None:
            return w.r.cls == "human" and w.r.number == "p" and self._oblique(x) and w.bare == w.r.lemma + "ين"
        return w.entry is not None and w.entry.kind == "adjective" and w.token.folded.endswith("يين")

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

    def agrees(self, w: Word, x: Chunk, before: bool) -> bool:
        """Whether a verb agrees with a phrase as its subject; `before`: the phrase stands before it."""
        gender, number = agreement(self.words, x.head, self.cues)
        counted = x.parts[0].start < x.head
        if counted and self.words[x.parts[0].start].r.lemma in _EACH:
            of_each = self.words[x.parts[0].start + 1].r.pos == "prep"  # فرضت كل من كندا وأستراليا
            each = self.words[x.parts[0].start].r.lemma  # انسحبت بعض الوفود، انسحب أحد الوفود
            either = each in _ALL and (w.r.cls == "i" or self.somebody(x))
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
        if not before and self.toll(w, x):
            return False
        if head.hit is None and head.r.pos == "pron" and head.r.lemma in self.cues.we and w.r.person == 3:
            return False  # قال: نحن نرفض
        if self._singled(x):
            gender, number = "m", "s"
        if before and (w.r.person, w.r.number) == (3, "p") and head.hit is None and head.r.pos in ("noun", "adj"):
            numbered = counted and any(self.words[k].r.pos == "num" for k in range(x.parts[0].start, x.head))
            if head.r.number == "p" or numbered:
                return True  # عناصر الشرطة ألقوا، ثلاثين مسلحا اقتحموا
        if before and (w.r.person, w.r.number) == (3, "d") and head.hit is None and head.r.number == "p":
            return head.token.folded.endswith("ين")  # إن شرطيين قتلا
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

    def toll(self, w: Word, x: Chunk) -> bool:
        """Whether people by number behind a verb of result are whom an act cost, not who acts: أوقع 12 قتيلا."""
        counted = x.parts[0].start < x.head and self._numbered(x) and not self.words[x.head].r.definite
        return counted and w.r.cls == "t" and bool(w.act_in(self.cues.result_verb))

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
        wants = self.wants(self.words[c.verb.start])
        return "object" not in wants and not wants.isdisjoint(c.args)

    def _does(self, w: Word, x: Chunk) -> bool:
        """Whether a phrase of people can only do what a verb tells, whose object is a thing: وتتعهد الجبهة."""
        wants = self.wants(w)
        return "object" in wants and "party" not in wants and self.somebody(x)

    def _same_breath(self, c: Clause, before: Clause) -> bool:
        """Whether a present verb goes on from another without 'and' or comma between them."""
        if c.verb is None or before.verb is None or c.opener != before.opener:
            return False
        both = all(self.words[x.verb.start].r.tense == "present" for x in (c, before) if x.verb is not None)
        return both and not any(x.kind == "mark" for x in self.chunks[before.verb.n : c.verb.n])

    def _dropped(self, c: Clause, w: Word, bare: list[Chunk]) -> bool:
        """Whether the one phrase after a verb is its object, its subject carried on from the clause before."""
        aims = c.kind == "purpose" and c.previous is None
        before = c.parent if aims else c.previous
        assert c.verb is not None
        head = self.words[bare[0].head]
        if c.kind == "adverbial" and len(bare) == 1 and not w.r.pron and w.act_in(self.cues.meeting_verb):
            whole = self.words[c.parent.verb.start] if c.parent is not None and c.parent.verb is not None else None
            return whole is not None and bool(whole.act_in(self.cues.coming_verb)) and whole.r.gender == w.r.gender
        resolves = before is not None and bool(w.act_in(self.cues.own_act_verb)) and not head.r.definite
        if (
            (len(bare) == 1 or resolves)
            and (
                resolves  # وقرر إيفاد وفد
                or w.act_in(self.cues.speech_act | self.cues.report_noun)
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
        asked = self._implored(w, bare)
        given = len(bare) == 1 and bool(w.r.pron and w.r.conj and w.act_in(self.cues.giving_verb))
        if given and before is not None and before.subject and not self.somebody(bare[0]):
            gender, _ = agreement(self.words, before.subject[0].head, self.cues)
            return gender == w.r.gender and not c.passive  # استدعت السفير وسلمته مذكرة
        likewise = self.words[c.verb.start - 1].r.lemma in self.cues.likewise  # كما أوقفت الرحلات
        likewise = likewise or self.words[c.verb.start - 1].token.folded in self.cues.rather  # بل أوقفت الرحلات
        if likewise and w.act_in(self.cues.report - self.cues.speech_act) and self.somebody(bare[0]):
            return False  # كما أعلنت الوزارة
        if (
            before is None
            or not (
                aims  # أرسلت قوات لتحمي الحدود
                or self.words[c.verb.start].r.conj
                or any(self.words[k].r.conj == "و" for k in c.particles)
                or likewise
                or self._same_breath(c, before)  # كانت طائرات تحلق في المنطقة تقصف مواقع
            )
            or (len(bare) > 1 and not asked)
            or w.r.pron
            or w.r.cls != "t"
        ):
            return False
        if not before.subject or self._served(c) or self._does(w, bare[0]) or self._nominative(bare[0]):
            return False
        if before.verb is None and self.words[before.subject[0].head].r.form == "masdar":
            return False  # مقتل جندي في نيروبي، كما جرح آخرون: an act without verb does nothing further
        if before.passive and not self.somebody(before.subject[0]) and not self.somebody(bare[0]):
            return False  # ألغيت الرحلات وحولت الطائرات
        gender, number = agreement(self.words, before.subject[0].head, self.cues)
        if w.r.gender and gender != w.r.gender:
            return False
        if number in ("p",) and w.r.number == "s" and self.words[before.subject[0].head].r.cls == "human":
            return False
        counted = bare[0].parts[0].start < head.n  # واحتجزت 68 رهينة
        person = (head.entry is not None and head.entry.kind == "person") or (
            head.hit is None and head.r.cls == "human" and head.r.number == "s" and not counted
        )
        saying = bool(w.act_in(self.cues.report - self.cues.called_verb)) and any(
            x.kind == "complement" for x in c.children
        )
        own = head.hit is None and bool(head.r.pron)  # طرد السفير واستدعى سفيره
        state = head.entry is not None and head.entry.kind in ("state", "capital")
        if state and not w.act_in(self.cues.speech_act) and not w.act_in(self.cues.coming_verb):
            return False  # ودفعت الهند بفرقاطة
        if state and "ala" in c.args and w.act_in(self.cues.consent_verb):
            return False  # لكي توافق أنقرة على العرض
        if (state or person) and w.act_in(self.cues.react_verb):
            return False  # طردت الجزائر موظفين، وردت باريس بالمثل
        return (own or asked or not person) and not saying and not c.passive

    def _implored(self, w: Word, bare: list[Chunk]) -> bool:
        """Whether of two phrases behind a verb the first is who is asked, the second for what: ناشد المانحين التدخل."""
        if len(bare) != 2 or not w.act_in(self.cues.implore_verb) or not self.somebody(bare[0]):
            return False
        head = self.words[bare[1].head]
        return head.hit is None and head.r.form == "masdar" and head.r.cls not in ("human", "group")


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
