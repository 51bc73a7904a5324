"""What stands in each relation around a verb, a participle or a noun that may name an act."""

from collections.abc import Callable, Iterable, Sequence
from typing import Final, NamedTuple

from mahdar.analysis.chunks import Chunk, Part, Word, nominal_entry
from mahdar.analysis.clause import PRONOUN_SHAPE, Clause, stands_for
from mahdar.analysis.nouns import Nouns
from mahdar.analysis.parties import Resolver
from mahdar.analysis.party import Party, people_of, two_sides
from mahdar.analysis.roles import governed_by_masdar
from mahdar.coding.inventory import Frame, Light, Phrases
from mahdar.language.cues import Cues
from mahdar.language.words import Reading
from mahdar.world.names import TOWNS

JUDGING: Final = frozenset(("ACCUSE", "REJECT", "SUPPORT"))  # what is said of an act
_BACK: Final = frozenset(("ACCUSE", "REQUEST", "THREATEN"))  # acts of words by which somebody answers another
# Relations that may follow a clause about the noun and still name who takes part (محادثات استمرت يومين بمشاركة قطر).
_AIMED: Final = ("ala", "tijah", "didda")
_OCCASIONS: Final = frozenset(("baad", "khilal", "sabab", "ala_yad", "qabl"))  # relations of other acts
_OWN_ACTS: Final = frozenset(("object", "ila", "fi", "bi", "ala", "an", "min", "li"))  # relations of what somebody does
_CHARGED: Final = ("ala", "didda", "li", "ila", "maa")  # relations that a noun of crime takes too
_UNDERTAKEN: Final = frozenset(("bi", "ala", "fi", "ila"))  # relations of what a noun of doing governs
_BODIES: Final = ("organization", "group")
_WHY: Final = ("li", "object")  # where a verbal noun with لـ only tells what for: الإضراب للمطالبة بزيادة الأجور
_WITH: Final = ("maa", "bayna", "ria", "min_qibal", "didda")


class Trigger:
    """A word that may name an act.

    kind: verb, participle or noun. `[first, last)`: the words of the trigger. `clause`: where it stands. For a noun:
    its chunk and part, the relation of the chunk to its clause ("subject", "object" or a preposition) and the light
    verb that governs it, if any.
    """

    __slots__ = ("chunk", "clause", "first", "kind", "last", "light", "part", "relation", "word")

    def __init__(
        self,
        kind: str,
        word: int,
        first: int,
        last: int,
        clause: Clause,
        chunk: Chunk | None = None,
        part: Part | None = None,
        relation: str = "",
        light: Light | None = None,
    ) -> None:
        self.kind: Final = kind
        self.word: Final = word
        self.first: Final = first
        self.last: Final = last
        self.clause: Final = clause
        self.chunk: Final = chunk
        self.part: Final = part
        self.relation: Final = relation
        self.light: Final = light

    def shortened(self) -> "Trigger":
        """The same with its word alone."""
        return Trigger(
            self.kind,
            self.word,
            self.word,
            self.word + 1,
            self.clause,
            self.chunk,
            self.part,
            self.relation,
            self.light,
        )


class Filled(NamedTuple):
    """A slot: the relation that filled it and the parties there."""

    relation: str
    parties: list[Party]


class Surroundings:
    """Looks up relations around one trigger, for one frame after another; see `suit`."""

    idafa = "subject"
    merge = False
    abroad = False  # whether an adjective tells where the act leads: جولة أفريقية
    judging = False  # whether what stands in a slot is spoken of, so that whom it befell is not meant
    meeting = False  # whether people meet or visit, for which a verbal noun with لـ only tells why
    easing = False  # whether what lies on somebody is lifted
    asking = False  # whether what stands in a slot is asked for, so that whom it is to befall is not meant
    two_objects = False  # whether what follows the genitive is what it is called or made

    def __init__(
        self,
        trigger: Trigger,
        words: list[Word],
        resolver: Resolver,
        cues: Cues,
        parties: Callable[[Chunk], list[Party]],
        subject_of: Callable[[Clause], list[Party]],
        claimed: dict[int, int] | None = None,
        speaker: Sequence[Party] = (),
        undergone: Callable[[Word], bool] = lambda w: False,
    ) -> None:
        self.t, self.words, self.resolver, self.cues = trigger, words, resolver, cues
        self.chunk_parties, self.subject_of = parties, subject_of
        self.c = trigger.clause
        self.claimed = claimed or {}  # phrase -> the phrase of the event noun whose it is
        self.speaker, self.undergone = list(speaker), undergone
        # relations of which a frame wants words: إدراج الجماعة على القائمة
        self.worded: dict[str, Phrases] = {}
        # asked for by many frames, so kept; no `cached_property`, which keeps nothing once compiled
        self._chunks: dict[str, list[Chunk]] = {}
        self._heads: dict[str, list[Word]] = {}
        self._forms: dict[str, list[str]] = {}
        self._followers: dict[str, list[Chunk]] | None = None
        self._owner: Part | None = None
        self._owner_known = False

    def suit(self, frame: Frame) -> None:
        """Read the genitive of the trigger, and who is taken for a party, as a frame wants it."""
        read = self.idafa, self.merge, self.meeting
        self.worded = frame.words
        self.idafa, self.merge, self.two_objects = frame.idafa, frame.merge, "object2" in frame.words
        self.judging, self.asking = frame.type in JUDGING, frame.type == "REQUEST"
        self.meeting = frame.type == "CONSULT"
        if frame.idafa == "subject" and frame.type in _BACK and self._hits_back():
            self.idafa = "object"
        if frame.idafa == "subject" and frame.type == "THREATEN" and self._alleged():
            self.idafa = "object"
        if frame.idafa == "subject" and "object" in frame.slots.recipient and not frame.merge and self._own_act():
            self.idafa = "object"
        if frame.type == "ASSAULT" and self.idafa == "subject" and self._of_ground():
            self.idafa = "object"  # قصف مواقعها بطائرات مسيرة
        self.abroad, self.easing = frame.abroad, frame.type == "CONCEDE"
        if self.t.kind == "noun" and read != (self.idafa, self.merge, self.meeting):
            self.forget()

    def forget(self) -> None:
        """Look anew for what stands in each relation: a frame or a clause is read another way now."""
        self._chunks.clear()
        self._heads.clear()
        self._forms.clear()

    def _hits_back(self) -> bool:
        """Whether the trigger is how the subject of its clause answers, so that it is the doer: ردت باتهام مانيلا."""
        t, verb = self.t, self.c.verb
        if t.kind != "noun" or t.relation != "bi" or verb is None or t.chunk is None or t.word != t.chunk.head:
            return False
        answers = self.words[verb.start].act_in(self.cues.react_verb)
        return bool(answers) and not self._following.get("li")

    def _own_act(self) -> bool:
        """Whether the trigger is what the subject of its clause does, so that the genitive is done to: سارعت كينيا إلى
        تحذير أوغندا، جددت اتهام أوغندا.
        """
        t, verb, g = self.t, self.c.verb, self.genitive if self.t.kind == "noun" else None
        if g is None or verb is None or t.chunk is None or t.word != t.chunk.head or self.c.passive:
            return False
        whom = self.words[g.head]
        if t.relation not in _OWN_ACTS or t.chunk.n < verb.n or not (whom.named or whom.r.definite):
            return False
        if self._following.get("li") or not self.words[verb.start].act_in(self.cues.aspect | self.cues.own_act_verb):
            return False  # جدد النائب معارضة كينيا للاتفاق
        mine = {p.code for p in self.subject_of(self.c)}  # but جدد البيت الأبيض التزام واشنطن
        others = self.resolver.part(g)
        return (whom.named or bool(others)) and not any(p.code in mine or p.weak for p in others)

    def _alleged(self) -> bool:
        """Whether somebody is accused of what the trigger names, so that he is the doer: اتهمها بتهديد جيرانها."""
        t, verb = self.t, self.c.verb
        if t.kind != "noun" or t.relation != "bi" or verb is None or t.chunk is None or t.word != t.chunk.head:
            return False
        return bool(self.words[verb.start].act_in(self.cues.accuse_verb))

    def _of_ground(self) -> bool:
        """Whether the genitive of the trigger is a town or place, which attacks nobody."""
        g = self.genitive if self.t.kind == "noun" else None
        w = self.words[g.head] if g is not None else None
        if w is None:
            return False
        if w.entry is None:
            return w.hit is None and w.r.cls == "place"
        return w.entry.kind == "city" or (w.entry.kind == "capital" and self._struck())

    def _struck(self) -> bool:
        """Whether the trigger is an attack named after where it was, aimed at nobody else: هجوم فيينا."""
        w = self.words[self.t.word]
        return w.hit is None and w.r.lemma in self.cues.struck_noun and not self._following.keys() & {*_AIMED, "li"}

    # -- what is there -----------------------------------------------------------------------

    def chunks(self, relation: str) -> list[Chunk]:
        """The phrases in a relation, a noun's own before those of its clause."""
        found = self._chunks.get(relation)
        if found is None:
            found = self._chunks[relation] = self._look_for(relation.partition(":")[0])
        return found

    def _look_for(self, base: str) -> list[Chunk]:
        c = self.c
        if base == "about":
            if self.t.part is not None and self.t.word != self.t.part.head:
                return []  # an attribute is no predicate
            return c.subject[:1] if c.verb is None and self.t.chunk not in c.subject[:1] else []
        if self.t.kind == "noun":
            return self._beside_noun(base)
        if base == "subject":
            if c.passive:
                by = [x for x in c.args.get("ala_yad", []) if not self._own_wounds(x)]
                return [*c.args.get("min_qibal", []), *by]
            return c.subject
        if base == "object":
            return (c.subject or c.objects[:1]) if c.passive else c.objects[:1]
        if base == "object2":
            if self.words[self.t.word].r.pron and c.antecedent not in c.objects:
                return c.objects[:1]  # ووضعوه قيد الإقامة الجبرية
            return c.objects[1:2] or self._taken_for()
        if base == "ala" and not c.args.get(base):
            return self._aimed()
        return self._governed(base)

    def _beside_noun(self, base: str) -> list[Chunk]:
        """The phrases in a relation to a noun, before those of the verb lent to it: شنت الهجوم على القرية."""
        c = self.c
        own = self._following.get(base, []) or (self._aimed() if base == "ala" else [])
        own = [x for x in own if self._may_stand(x, base)]
        if base == "object":
            if own or self.idafa != "subject":
                return own
            meant = [x for x in self._following.get("li", []) if not self._when(x)]  # إضرابهم للأسبوع الثاني
            meant = [x for x in meant if not self.words[x.head].act_in(self.cues.debate_verb)]  # لبحث الخطة
            if self.meeting:  # مؤتمر لإعادة الإعمار
                return [x for x in meant if self.words[x.head].r.form != "masdar"]
            return meant
        if base == "object2" and c.verb is None and self.t.chunk is not None:  # وضع الوزير قيد الإقامة الجبرية
            return [x for x in c.before if x.n == self.t.chunk.n + 1 and not x.prep and not x.conj]
        if base == "object2" and self.t.relation in ("object", "bi", "ala", "an") and self.t.chunk is not None:
            return [x for x in c.objects if x.n == self.t.chunk.n + 1]  # أعادت تصنيف الجماعة منظمة إرهابية
        if self.t.light is None:
            return own
        more = [x for x in c.args.get(base, []) if x is not self.t.chunk and x not in own]
        more = [x for x in more if self._may_stand(x, base)]
        if base == "bi" and c.verb is not None:  # رغم التزامها بالهدنة، واصل جيشها نسف المنازل
            more = [x for x in more if x.n > c.verb.n]
        if self.t.relation == base:  # تعرضت ثكنة للجيش لاعتداء
            more = [x for x in more if not any(y.n == x.n - 1 for y in c.subject)]
        return own + [x for x in more if not self._of_a_line(x) and not self._opens(x)]

    def _may_stand(self, x: Chunk, base: str) -> bool:
        """Whether a phrase beside a noun may be of who takes part: not the noun itself, nor what a meeting is for or
        where it is: الهجمات التي تعرض لها، مؤتمر لإعادة الإعمار، اجتماع بمدينة بازل.
        """
        if self._means_trigger(x) or (base == "bi" and self._spot(x)):
            return False
        return not (base == "li" and self.meeting and self.words[x.head].r.form == "masdar")

    def _governed(self, base: str) -> list[Chunk]:
        """The phrases in a relation to a verb, but for those that go with others: هاجم القرية وفق بيان للجيش."""
        c = self.c
        found = [x for x in c.args.get(base, []) if x.n not in self.claimed and not self._opens(x)]
        if base == "ala_yad":
            found = [x for x in found if not self._own_wounds(x)]
        if base == "li":
            found = [x for x in found if not (self._exposed(x) or self._of_part(x))]
            found = [x for x in found if not self.words[x.head].act_in(self.cues.debate_verb)]  # جلسة لمناقشة الهجوم
        if base in _CHARGED and len(found) > 1:
            found = [x for n, x in enumerate(found) if not n or not self._of_charge(x)]
        found = [x for x in found if not self._of_source(x) and not self._of_participle(x)]
        found = [x for x in found if not (self._of_remark(x) or self._of_span(x) or self._of_measure(x))]
        if len(found) > 1 and c.subject and self.words[c.subject[0].head].r.form == "masdar":
            found = [x for x in found if x.n < c.subject[0].n] or found  # يتعين عليها الرد على المقترح
        if base in _UNDERTAKEN:
            found = [x for x in found if not self._undertaken(x)]
        if base == "bi":
            found = [x for x in found if not self._spot(x)]
        if base == "li":
            found = [x for x in found if not (self._of_a_target(x) or self._of_noun_before(x))]
        return found

    def _taken_for(self) -> list[Chunk]:
        """What a deed told in a clause without antecedent is called: عدت ما جرى انتهاكا، اعتبر ما قامت به جريمة."""
        if self.c.verb is None or not self.words[self.c.verb.start].act_in(self.cues.called_verb):
            return []
        for x in self.c.children:
            if x.kind == "relative" and x.antecedent is None and x.verb is not None:
                outer = [y for y in self.c.objects if y.start > x.verb.start]  # اعتبر ما فعلته عملا عدائيا
                if outer:
                    return outer
                took_place = bool(self.words[x.verb.start].act_in(self.cues.done_verb))
                return x.objects[-1:] or (x.subject[-1:] if took_place else [])
        return []

    def _means_trigger(self, x: Chunk) -> bool:
        """Whether a pronoun in a clause about the trigger means the trigger itself: الهجمات التي تعرض لها الجنود."""
        c = self.c
        mine = c.kind == "relative" and c.antecedent is self.t.chunk and x in c.args.get(self.t.relation, ())
        return mine and self.words[x.head].r.pos == "prep"

    def _aimed(self) -> list[Chunk]:
        """Whom a clause about the trigger or its object says that it is aimed at: أقرت عقوبات تستهدف بنوكا روسية."""
        about = [self.t.chunk] if self.t.kind == "noun" else self.c.objects[:1]
        out: list[Chunk] = []
        for x in self.c.children:
            if x.kind == "relative" and x.verb is not None and any(x.antecedent is y for y in about):
                if self.words[x.verb.start].act_in(self.cues.aim_verb):
                    out += x.objects[:1]
        return out

    def _of_charge(self, x: Chunk) -> bool:
        """Whether a phrase tells more of what somebody is charged with: بتهمة التآمر على أمن الدولة."""
        return any(y.n == x.n - 1 and y.end == x.start for y in self.c.args.get("sabab", ()))

    def _right_before(self, x: Chunk) -> Chunk | None:
        """The phrase of the clause that ends where another begins."""
        mine = (*self.c.before, *self.c.after, *self.c.times)
        return next((y for y in mine if y.n == x.n - 1 and y.end == x.start), None)

    def _undertaken(self, x: Chunk) -> bool:
        """Whether a phrase is what somebody does by the noun of doing before it: أدان قيام إسرائيل بقصف البلدة."""
        before = self._right_before(x)
        if before is None or not before.parts or x.rel not in _UNDERTAKEN:
            return False
        return noun_of_doing(self.words, before.parts[-1], self.cues) >= 0

    def _of_source(self, x: Chunk) -> bool:
        """Whether a phrase tells whose the paper is that the news is from: وفق بيان للبيت الأبيض."""
        before = self._right_before(x)
        return before is not None and before.rel == "hasab" and x.rel in ("li", "min", "an", "fi")

    def _of_remark(self, x: Chunk) -> bool:
        """Whether a phrase with 'to' tells whom a remark of the newspaper means: في إشارة إلى الجيش."""
        before = self._right_before(x) if x.rel == "ila" else None
        if before is None or before.rel != "fi" or before.start < self.t.last:
            return False
        w = self.words[before.head]
        return w.hit is None and w.r.lemma in self.cues.remark

    def _of_noun_before(self, x: Chunk) -> bool:
        """Whether a phrase before the verb is of the noun before it: كان مولر، السائق السابق للرئيس، اعتقل."""
        verb, w = self.c.verb, self.words[x.start - 1] if x.start else None
        return verb is not None and x.n < verb.n and w is not None and (w.hit is not None or w.r.pos in ("noun", "adj"))

    def _of_participle(self, x: Chunk) -> bool:
        """Whether a phrase with 'from' tells by whom an attribute before it is done: بوليفيا المدعومة من الصين."""
        w = self.words[x.start - 1] if x.start else None
        if x.rel != "min" or w is None or w.n < self.t.last or w.hit is not None:
            return False
        given = w.r.pos == "adj" and w.r.definite and bool(w.act_in(self.cues.table_verb))  # المقدم
        return w.r.form == "passive" or given

    def _of_span(self, x: Chunk) -> bool:
        """Whether a phrase with 'from' tells what a time is counted from: بعد أربعة أشهر من توليه الحكم."""
        before = self._right_before(x) if x.rel == "min" else None
        if before is None or before.kind != "time":
            return False
        return self.cues.relations.single(self.words[before.start].r.lemma) in ("baad", "qabl")

    def _of_measure(self, x: Chunk) -> bool:
        """Whether a phrase with 'from' tells what the quantity before it is of: دفعة جديدة من الصواريخ."""
        before = self._right_before(x) if x.rel == "min" and self.words[x.head].hit is None else None
        if before is None or not before.parts:
            return False
        w = self.words[before.parts[-1].head]
        return w.hit is None and w.r.lemma in self.cues.measure and w.r.lemma not in self.cues.turning

    def _opens(self, x: Chunk) -> bool:
        """Whether a phrase before the verb opens the sentence and only tells where the news is from: ومن بروكسل."""
        return x.rel == "min" and x.start <= 1 and self.c.verb is not None and x.n < self.c.verb.n

    def _when(self, x: Chunk) -> bool:
        w = self.words[x.head]
        return w.time or (w.hit is None and w.r.cls == "time")

    @property
    def _following(self) -> dict[str, list[Chunk]]:
        """The prepositional phrases that follow a noun up to the next verb or clause."""
        if self._followers is None:
            self._followers = self._follow()
        return self._followers

    def _follow(self) -> dict[str, list[Chunk]]:
        assert self.t.chunk is not None
        out: dict[str, list[Chunk]] = {}
        mine = self.t.chunk.n
        around = [*self.c.before, *self.c.after]
        verb = self.c.verb
        if self.c.antecedent is self.t.chunk and self.c.parent is not None and verb is not None:
            outer = self.c.parent  # معارك بين الجيشين استمرت يومين
            around = [x for x in (*outer.before, *outer.after) if mine < x.n < verb.n] + around
        siblings = [x for x in around if x.n > mine and self.claimed.get(x.n, mine) <= mine]
        for x in siblings:
            if verb is not None and self.t.chunk.n < verb.n < x.n and self.t.light is None:
                break
            if x.prep:
                if self._of_source(x) or self._of_remark(x) or (x.rel == "li" and self._of_office(x)):
                    continue
                if x.n > mine + 1 and self._undertaken(x):
                    continue
                if x.n == mine + 1 and self._of_participle(x):
                    continue  # رفض الطعن المقدم من الوزارة is no refusal by it
                if not self._of_a_line(x) and not (x.rel == "li" and x.start >= self.t.last and self._of_a_target(x)):
                    out.setdefault(x.rel or x.prep, []).append(x)
            elif x.masdar >= 0:
                if self.t.first <= x.masdar < self.t.last:
                    out.setdefault("object", []).append(x)
            elif governed_by_masdar(self.words, self.t.chunk, x) and self.t.last == self.t.chunk.end:
                out.setdefault("object", []).append(x)
            elif x.conj or self.t.relation == "object" or verb is None:
                owned = self.genitive is not None or bool(self.words[self.t.last - 1].r.pron)  # رفضها تهجير السكان
                if not x.conj and self.t.part is not None and x.n == self.t.chunk.n + 1 and owned:
                    out.setdefault("object", []).append(x)
                    continue
                break
        for c in self.c.children:
            if c.kind == "relative" and c.antecedent is self.t.chunk:
                inner = next((y for y in c.children if y.kind == "complement" and y.verb is not None), None)
                if inner is not None and inner.verb is not None and not c.subject and not inner.subject:
                    if self.words[inner.verb.start].act_in(self.cues.gather_verb):  # القمة التي كان يفترض أن تجمع
                        out.setdefault("maa", []).extend(inner.objects)
                w = self.words[c.verb.start] if c.verb is not None else None
                done = w is not None and w.r.pron and w.r.tense == "past" and not w.act_in(self.cues.report)
                aimed = _AIMED if done and not self._judges(c) else ()  # صواريخ أطلقتها الحركة نحو المدينة
                if w is not None and w.act_in(self.cues.gather_verb) and self.t.chunk in c.subject:
                    both = [x for x in c.after if x in c.objects or (x.conj and x.kind == "np" and not x.prep)]
                    out.setdefault("maa", []).extend(both)  # لقاء جمع المبعوث إلى اليمن وممثلين عن الحكومة
                    out.setdefault("bi", []).extend(c.args.get("bi", ()))  # لقاء جمع الوزيرة بنظيرها
                if w is not None and self.meeting and w.act_in(self.cues.comprise_verb) and self.t.chunk in c.subject:
                    out.setdefault("fi", []).extend(c.objects)  # جولة تشمل مصر والأردن
                for rel, more in c.args.items():
                    if rel in _WITH or rel in aimed:
                        out.setdefault(rel, []).extend(more)
        return out

    def _of_a_line(self, x: Chunk) -> bool:
        """Whether 'between' behind a noun like border tells where that runs, not who meets: الحدود بين مصر والسودان."""
        before = self.words[x.start - 1] if x.start else None
        return (
            self.merge
            and x.rel == "bayna"
            and "maa" in self.c.args
            and before is not None
            and before.n >= self.t.last
            and before.hit is None
            and before.r.lemma in self.cues.line
        )

    def _of_office(self, x: Chunk) -> bool:
        """Whether a phrase with 'to' tells of which body the one is head that the genitive of the trigger is an office
        in: اغتيال رئيس المكتب السياسي للحركة.
        """
        g, t = self.genitive, self.t
        if g is None or t.chunk is None or x.start != t.chunk.end or x.start - 1 <= g.head:
            return False
        holder, body = self.words[g.head], self.words[x.head]
        if holder.hit is not None or holder.r.cls != "human" or holder.r.number != "s":
            return False
        return body.r.cls == "group" if body.hit is None else body.entry is not None and body.entry.kind in _BODIES

    def _of_a_target(self, x: Chunk) -> bool:
        """Whether a phrase with 'to' tells whose the thing is that is aimed at, or the act, right before it: غارات على
        مخازن للجيش، قتل جنود في هجوم للمتمردين.
        """
        clauses = (self.c, *self.c.children)  # قتل شرطي في هجوم شنه متمردون على مركز للشرطة
        before = next((y for c in clauses for y in (*c.before, *c.after) if y.n == x.n - 1), None)
        if before is None or before.rel not in ("ala", "bi", "fi", "khilal", "baad") or before.start < self.t.last:
            return False
        w = self.words[before.parts[-1].head]
        if w.hit is not None or w.r.pos != "noun" or w.r.definite or w.r.pron:
            return False
        aimed_at = before.rel in ("ala", "bi")
        return w.r.cls in ("thing", "place", "group") if aimed_at else w.r.cls == "act" or w.r.form == "masdar"

    def present(self, relation: str) -> bool:
        """Whether a relation is there at all."""
        base = relation.partition(":")[0]
        if base == "an_clause":
            return self.complement() is not None
        if base == "speaker":
            return bool(self.speaker)
        if base == "munthu":  # المعتقل منذ شهرين، الموقوف حاليا
            return self.t.last < len(self.words) and self.words[self.t.last].time
        if self.chunks(base) or self._what(base) is not None:
            return True
        if base == "object":
            return bool(self.words[self.t.word].r.pron) or (
                self.t.kind == "noun" and self.idafa == "object" and self.genitive is not None
            )
        if base == "subject" and self.t.kind == "noun":
            own = self.idafa == "subject" and bool(self.words[self.t.last - 1].r.pron)
            return self.genitive is not None or own or bool(self.adjectives())
        return any(x.via == base for x in self.c.children if x.kind == "complement") if self.t.kind != "noun" else False

    def complement(self) -> Clause | None:
        """The أنّ-clause of the trigger."""
        for x in self.c.children:
            if x.kind == "complement" and x.previous is None and x.via not in ("qabl", "baad", "bidun"):
                if self.t.kind == "noun":
                    assert self.t.chunk is not None
                    verb = self.c.verb
                    w = self.words[self.t.word].r  # قال: «من الضروري أن ينسحبوا»، أعلن قبوله شريطة أن ينسحبوا
                    needed = w.pos == "adj" or w.lemma in self.cues.condition
                    if not (x.via or needed or verb is None) and self.words[verb.start].act_in(self.cues.report):
                        return None  # the verb of saying governs it
                    if x.start >= self.t.last and x.governor is not None and x.governor.n >= self.t.chunk.n:
                        return x
                else:
                    return x
        return None

    def _what(self, base: str) -> Clause | None:
        """The clause of 'what' in a relation right behind the trigger or its phrases: نوّه بما حققته تونس."""
        for x in self.c.children:
            if x.kind != "relative" or x.antecedent is not None or x.opener < self.t.last:
                continue
            w = self.words[x.opener]
            rel = self.cues.relations.single(w.r.prep) if w.r.prep and w.r.lemma != "من" else "object"
            if rel == base and (self.t.chunk is None or x.opener <= self.t.chunk.end):
                return x
        return None

    def told_by_what(self, relation: str) -> list[Word]:
        """The verb of the clause of 'what' that stands for a phrase in a relation: سترد بما يتناسب مع الهجوم."""
        what = self._what(relation) if self.t.kind == "verb" and not self.chunks(relation) else None
        return [self.words[what.verb.start]] if what is not None and what.verb is not None else []

    @property
    def genitive(self) -> Part | None:
        """The phrase in the genitive after the noun."""
        if not self._owner_known:
            self._owner, self._owner_known = self._in_genitive(), True
        return self._owner

    def _in_genitive(self) -> Part | None:
        if self.t.part is None:
            return None
        k = self.t.last
        w = self.words[self.t.last - 1]
        if k >= self.t.part.end or w.r.definite or w.r.pron or w.hit is not None:
            return None
        following = self.words[k]
        if following.time:
            return None
        if following.hit is not None:
            if (
                following.entry is not None
                and following.entry.kind == "adjective"
                and not (following.hit.article and following.r.number == "p")
            ):
                plural = following.entry.form.endswith("p") or following.entry.form.endswith("d")
                if not plural:
                    return None
            return Part(k, self.t.part.end, k)
        nouns = Nouns(self.words, self.resolver.world, self.cues)
        behind = self.words[k + 1].entry if k + 1 < self.t.part.end else None
        national = behind is not None and behind.kind == "adjective"  # اغتيال قيادي لبناني
        handled = w.r.form == "masdar" and bool(w.act_in(self.cues.handled_verb)) and not following.r.definite
        titled = handled or national or self.t.part.of is not None  # إصابة عسكري
        titled = titled and nominal_entry(self.words, k, self.resolver.world) is not None
        if following.r.pos not in ("noun", "name", "num", "dem") and not (
            titled  # اغتيال قيادي في الحركة
            or nouns.counts(k)
            or (
                following.r.pos == "adj"
                and following.r.of
                and following.r.definite
                and not w.r.definite
                and following.r.number == "p"
            )
        ):
            return None
        if following.r.accusative:
            return None
        head = min(nouns.meant(k), self.t.part.end - 1)
        return Part(k, self.t.part.end, head, of=self.t.part.of, named=self.t.part.named)

    def adjectives(self) -> list[int]:
        """Nationality adjectives that agree with the noun: (word numbers)."""
        if self.t.part is None:
            return []
        out: list[int] = []
        for k in range(self.t.last, self.t.part.end):
            w = self.words[k]
            if w.entry is None or w.entry.kind != "adjective" or any(a <= k < b for a, b in self.t.part.apposed):
                continue
            g = self.genitive
            if g is not None and (g.head == k or (k > g.head and self.words[g.head].r.pos == "adj")):
                continue  # اعتقال أكثر من عشرين فلسطينيا
            owner = self._owner_of(k)
            mine = self.t.first <= owner < self.t.last or self._counts_me(owner)
            if mine and (not out or self.words[out[-1]].hit is not w.hit):
                out.append(k)
        return out or self._shared_adjectives()

    def _counts_me(self, k: int) -> bool:
        """Whether a noun only counts acts of which the trigger, right behind it, tells the kind: عمليات القتل."""
        w = self.words[k] if k >= 0 else None
        return w is not None and k == self.t.first - 1 and w.hit is None and w.r.lemma in self.cues.series

    def _shared_adjectives(self) -> list[int]:
        """A nationality of all acts coordinated, behind the last: عمليات القتل والتدمير الإسرائيلية، القصف والتهجير
        الروسيين.
        """
        t, x = self.t, self.t.chunk
        if x is None or t.part not in x.parts or t.part is x.parts[-1] or t.part is None:
            return []
        last = x.parts[-1]
        w = self.words[last.end - 1]
        if w.entry is None or w.entry.kind != "adjective" or w.hit is None or not w.hit.article:
            return []
        form = w.entry.form
        both = form.endswith(("d", "p")) and self.words[last.head].r.number == "s"
        counting = self._counts_me(t.part.head) and _agrees(self.words[t.part.head].r, form)
        shared = both or (counting and not _agrees(self.words[last.head].r, form))
        return [last.end - 1] if shared else []

    def _owner_of(self, k: int) -> int:
        """The noun of the phrase that an adjective goes with: the nearest before it that agrees."""
        assert self.t.part is not None
        form = self.words[k].entry.form if self.words[k].entry else "ms"  # type: ignore[union-attr]
        g = self.genitive.head if self.genitive is not None else -1  # اغتيال دبلوماسي هندي
        inside = [j for j in range(self.t.part.head, k) if self.words[j].hit is None]
        nouns = [j for j in inside if self.words[j].r.pos == "noun" or j == g]
        for j in reversed(nouns):
            if _agrees(self.words[j].r, form):
                return j
        return nouns[-1] if nouns else -1

    # -- who is there ------------------------------------------------------------------------

    def parties(self, relation: str) -> list[Party]:
        """The parties in a relation; empty where there is none."""
        base, _, inner = relation.partition(":")
        if inner:
            return self._inside(base, inner)
        if base == "an_clause":
            return []
        if base == "speaker":
            return self.speaker
        if base == "about":
            return self._about()
        if base == "described":
            return self._described()
        if self.t.kind == "noun" and base in ("subject", "object"):
            return self._noun_role(base)
        c = self.c
        if base == "subject" and self.words[self.t.word].r.person == 1 and not c.passive:
            at = self.words[self.t.word].token.start
            return [p.at(at, at, "implicit") for p in self.speaker]
        if base == "subject":
            last = self._indefinite_last()
            at = self.words[last.start].token.start if last is not None else -1
            told = (
                [p for x in self.chunks("subject") for p in self.chunk_parties(x)] if c.passive else self.subject_of(c)
            )
            return [p for p in told if p.start >= at]
        found = self.chunks(base)
        if base == "hawl":  # قلقه بشأن الوضع حول السودان: the later is about the state of things
            found = [x for n, x in enumerate(found) if not n or found[n - 1].n + 1 < x.n]
        found = [x for x in found if not self._befalls(x)]
        if self.merge and base == "bi" and self.words[self.t.word].r.lemma in self.cues.held_at:
            found = [x for x in found if not (self._town(x) or self._behind_town(x))]  # اجتماع ببروكسل
        if base == "fi" and not self.merge:  # القنصلية الإيرانية في كربلاء: the later tells where the earlier is
            found = [
                x for n, x in enumerate(found) if not n or found[n - 1].n + 1 < x.n or not self._owned(found[n - 1])
            ]
        if base == "fi":
            found = [x for x in found if not self._of_occasion(x)]
        out = [p for x in found for p in self.chunk_parties(x)]
        if self.merge and base == "maa" and found and self.words[found[0].start].r.pos == "prep":
            out = self._taken_up(self.words[found[0].start]) or out
        if not out and self.easing and base == "ala" and c.objects and self.t.kind != "noun":
            imposed = [x for x in c.after if x.n == c.objects[0].n + 1 and x.rel == base]
            out = [p for x in imposed for p in self.chunk_parties(x)]  # رفع العقوبات المفروضة على سوريا
        if not out and base == "object":
            behind = [y for x in found for y in c.after if y.n == x.n + 1 and self.of_them(self.words[x.head])]
            out = [p for y in behind for p in self.chunk_parties(y)]
        if not out and base == "sabab":
            out = self._inside(base, "subject")  # احتجاجا على العقوبات التي فرضتها إثيوبيا
        if not out:
            out = [p for x in self._called(base) for p in self.chunk_parties(x)]
        if not out and not found and (what := self._what(base)) is not None:
            return self._does(what)
        if base == "object" and not out:
            if c.passive:
                return self.subject_of(c)
            pron = self.words[self.t.word].r.pron
            free = c.kind == "relative" and c.antecedent is None and c.opener >= 0
            if pron and not free:  # in ما نفته the pronoun stands for what was said
                w = self.words[self.t.word]
                if c.kind == "relative" and c.antecedent is not None and c.objects[:1] == [c.antecedent]:
                    return self.chunk_parties(c.antecedent)
                end = w.token.end
                if restated := self._restated(c):
                    return [p.at(end - len(pron), end, "pronoun") for p in restated]
                if self.judging and self._judged_thing(pron):
                    return []
                return [
                    p.at(end - len(pron), end, "pronoun")
                    for p in self.resolver.owner(pron, self._just_told_of(pron), self.subject_of(c), w.token.start)
                ]
        return out

    def _indefinite_last(self) -> Part | None:
        """The last of those told together, whom alone a clause without a pronoun tells more of, being indefinite: بين
        الشرطة ومتظاهرين يحتجون.
        """
        c = self.c
        if c.kind != "relative" or c.opener >= 0 or c.antecedent not in c.subject or c.antecedent is None:
            return None
        first, last = c.antecedent.parts[0], c.antecedent.parts[-1]
        a, b = self.words[first.head], self.words[last.head]
        known = a.hit is not None or a.r.definite or self.words[first.end - 1].r.definite
        more = first is not last and b.hit is None and b.r.pos == "noun" and last.end == last.head + 1
        return last if more and known and not b.r.definite and not b.r.pron else None

    def _taken_up(self, w: Word) -> list[Party]:
        """Whom a pronoun with 'with' in a relative clause takes up: الرئيس الذي تباحث معه."""
        c = self.c
        if c.kind != "relative" or c.antecedent is None or not c.antecedent.parts or w.r.pron not in ("ه", "ها"):
            return []
        part = c.antecedent.parts[-1]
        inner = next((k for k in range(part.head + 1, part.end) if self.words[k].r.cls == "human"), part.head)
        k = inner if self.words[part.head].r.form == "masdar" else part.head  # دعوة الرئيس الذي تباحث معه
        whose = Part(k, part.end, k) if k > part.head else part
        return [p for p in self.resolver.part(whose) if p.kind != "place"]

    def of_them(self, w: Word) -> bool:
        """Whether a word counts some of those that the pronoun behind it means: أوقفت عددا منهم، خمسة منهم."""
        behind = self.words[w.n + 1] if w.n + 1 < len(self.words) else None
        counts = w.hit is None and (w.r.lemma in self.cues.counting or w.r.pos == "num" or w.token.kind == "number")
        return counts and behind is not None and bool(behind.r.pron) and behind.r.lemma == "من"

    def _of_occasion(self, x: Chunk) -> bool:
        """Whether a place is that of another act, on whose occasion this one is done: إثر فشل المحادثات في جنيف."""
        mine = [*self.c.before, *self.c.after]
        before = next((y for y in mine if y.n == x.n - 1), None)
        if before is not None and before.rel in _WITH[:2]:  # بعد فشل المحادثات مع الحركة في طوكيو
            before = next((y for y in mine if y.n == x.n - 2 and y.end == before.start), before)
            return before.rel in _OCCASIONS and before is not self.t.chunk and before.start >= self.t.last
        if before is None or before.rel not in _OCCASIONS or before is self.t.chunk or before.start < self.t.last:
            return False
        w = self.words[before.head]
        return w.hit is None and (w.r.form == "masdar" or w.r.cls == "act") and before.end == x.start

    def _owned(self, x: Chunk) -> bool:
        return any(p.code != "UNK" for p in self.chunk_parties(x))

    def _town(self, x: Chunk) -> bool:
        entry = self.words[x.head].entry
        return entry is not None and entry.kind in TOWNS

    def _spot(self, x: Chunk) -> bool:
        """Whether a phrase tells where those who take part met, by the noun of a place: اجتمعوا بمدينة بازل."""
        head = self.words[x.head]
        return self.meeting and self.merge and head.hit is None and head.r.cls == "place"

    def _behind_town(self, x: Chunk) -> bool:
        """Whether a state only tells where the town right before it is: في أسمرة بإريتريا."""
        entry, before = self.words[x.head].entry, self.words[x.start - 1].entry if x.start else None
        return entry is not None and entry.kind == "state" and before is not None and before.kind in TOWNS

    def _called(self, base: str) -> list[Chunk]:
        """What the thing in a relation is called in a clause with ما: ندد بما وصفه بالعدوان الأمريكي."""
        for x in self.c.children:
            free = x.kind == "relative" and x.antecedent is None and x.opener >= self.t.last and x.verb is not None
            if free and x.via == ("" if base == "object" else base):
                if self.words[x.verb.start].act_in(self.cues.called_verb):  # type: ignore[union-attr]
                    return x.args.get("bi", []) or x.objects[:1]
        return []

    def _does(self, what: Clause) -> list[Party]:
        """Who does what a frame judges, or whose paper has it: نددت بما ارتكبته الميليشيا، بما جاء في البيان التركي."""
        w = self.words[what.verb.start] if what.verb is not None else None
        if w is not None and not what.subject and not w.r.pron:  # what was said or came about did nothing itself
            told = what.args.get("fi", ())[:1] if w.act_in(self.cues.document_verb) else ()
            return [p for x in told if self.judging and not self.words[x.head].r.pron for p in self.chunk_parties(x)]
        if w is not None and w.act_in(self.cues.undergo_verb | self.cues.suffer_verb):
            return []  # ما تعرض له المتظاهرون
        handed_on = "an" in what.args  # ما نقلته الوكالة عن مصدر سوداني
        done = self.subject_of(what) if self.judging and not what.passive else []
        return [p for p in done if not (handed_on and p.kind == "media")]

    def _befalls(self, x: Chunk) -> bool:
        """Whether a phrase names an act only by whom it befalls, when an act is judged or asked for."""
        w = self.words[x.head]
        if self.judging and ((self.undergone(w) and not self._national(x)) or w.r.lemma in self.cues.situation):
            return True
        return self._of_struck(x)

    def _own_wounds(self, x: Chunk) -> bool:
        """Whether a phrase tells of what befell whom the clause tells of, by no hands of his: قتل إثر إصابته بنيران."""
        w = self.words[x.head]
        return w.hit is None and bool(w.r.pron) and (w.r.lemma in self.cues.loss or w.r.lemma in self.cues.undergoing)

    def _exposed(self, x: Chunk) -> bool:
        """Whether a phrase tells what somebody was exposed to: قتل إثر تعرضه لإطلاق نار."""
        before = self._right_before(x)
        return before is not None and self._own_wounds(before)

    def _of_part(self, x: Chunk) -> bool:
        """Whether a phrase with 'to' tells whose part in something is denied: نفى أي علاقة للتنظيم بالهجوم."""
        before = self._right_before(x) if self.words[self.t.word].act_in(self.cues.denial) else None
        return before is not None and self.words[before.head].r.lemma in self.cues.part_noun

    def _national(self, x: Chunk) -> bool:
        """Whether a phrase opens with an act and the adjective of who does it: الغارات الإسرائيلية."""
        entry = self.words[x.head + 1].entry if x.head + 1 < x.end else None
        return self.words[x.head].r.definite and entry is not None and entry.kind == "adjective"

    def _of_struck(self, x: Chunk) -> bool:
        """Whether what is judged or asked for tells of whom it befalls, not of who does it: ندد بتعرض متظاهرين لإطلاق
        النار، بقصف الحي، طالب بترحيل السفير.
        """
        if self.asking and self.befalling(x):
            return True
        w = self.words[x.head]
        suffered = w.hit is None and w.r.lemma in self.cues.undergoing
        return self.judging and (suffered or self._harms(x) or self._hits_site(x))

    def _hits_site(self, x: Chunk) -> bool:
        """Whether a phrase opens with an act and the building that it befalls: أدان قصف مستشفى."""
        w, k = self.words[x.head], x.head + 1
        act = w.hit is None and w.r.form == "masdar" and not w.r.definite and k < x.end
        return act and self.words[k].hit is None and self.words[k].r.lemma in self.cues.site

    def _harms(self, x: Chunk) -> bool:
        """Whether a phrase opens with a noun of harm and whom that befalls: رفض تهجير الفلسطينيين, no ضم إسرائيل."""
        if self.words[x.head].hit is not None or self.words[x.head].r.lemma not in self.cues.harm:
            return False
        behind = next((y for y in self.c.after if y.n == x.n + 1), None)
        done_to = behind is not None and (behind.rel == "li" or behind.masdar >= 0)
        if x.end > x.head + 1 and self.words[x.head + 1].entry is None:
            done_to = done_to and self.words[x.head + 1].r.cls in ("human", "group")  # not قصف مخيم للنازحين
        return x.end > x.head + 1 and not done_to and not self._national(x)

    def befalling(self, x: Chunk) -> bool:
        """Whether a phrase opens with a noun of what is done to or for somebody: مقاطعة إسرائيل، زيادة المعونات لها."""
        first, end = x.parts[0].head, x.parts[0].end
        for k in range(first, min(first + 2, end)):
            w, entry = self.words[k], self.words[k + 1].entry if k + 1 < end else None
            told = w.hit is None and w.r.lemma in self.cues.befalling and (entry is None or entry.kind != "adjective")
            if told and (k > first or w.r.pron or (not w.r.definite and k + 1 < end)):
                return True
        w, behind = self.words[first], self.words[first + 1] if first + 1 < end else None
        somebody = behind is not None and behind.hit is None and behind.r.cls == "human"
        handled = w.hit is None and w.r.form == "masdar"  # طالبت بترحيله، بترحيل السفير الكيني
        handled = handled and (bool(w.r.pron) or (not w.r.definite and somebody))
        return handled and (bool(w.act_in(self.cues.handled_verb | self.cues.giving_verb)) or self.undergone(w))

    def _just_told_of(self, pron: str) -> list[Party]:
        """Whom an object pronoun most likely means: the subject of the clause around a relative clause, or what the
        clause before does something to, also where only a thing of theirs is told: انتقد عجرفة أثينا واتهمها.
        """
        c = self.c
        if c.kind == "relative" and c.parent is not None:
            return self.subject_of(c.parent)
        if c.previous is None or not self.words[self.t.word].r.conj or c.previous.passive:
            return []
        done_to = [p for x in c.previous.objects[:1] for p in self.chunk_parties(x) if p.kind != "place"]
        if done_to and done_to[0].weak:  # a thing has its own gender
            part = c.previous.objects[0].parts[0]
            inner = Part(part.head + 1, part.end, part.head + 1)
            done_to = self.resolver.part(inner) if inner.start < inner.end else done_to
        return done_to if self.resolver.may_mean(pron, done_to) else []

    def _restated(self, c: Clause) -> list[Party]:
        """Who did what a clause judges by a noun behind a pronoun: عرضت روما هدنة، وهو مقترح أيدته وارسو."""
        if c.verb is None or c.previous is None:
            return []
        if not c.objects:
            return self._restated(c.previous) if self.words[c.verb.start].r.conj else []
        x = c.objects[0]
        w, before = self.words[x.head], self.words[x.start - 1] if x.start else None
        named = before is not None and before.r.pos == "pron" and bool(before.r.conj) and x.n < c.verb.n
        summing = (_of_deed(w) and not w.r.definite) or (w.hit is None and w.r.lemma in self.cues.summing)
        if not (named and summing):
            return []
        home = c.previous
        inner = next((y for y in reversed(home.children) if y.verb is not None and y.verb.n < x.n), None)
        told = home.subject and self.words[home.subject[0].head].r.pos == "dem"  # جاء ذلك بعد استفتاء أيدوا فيه الضم
        if inner is not None and (inner.kind == "complement" or told):
            home = inner
        return [] if home.passive else [p for p in self.subject_of(home) if p.code not in (None, "UNK")]

    def _judged_thing(self, pron: str) -> bool:
        """Whether an object pronoun means the act of nobody told that the clause before judges: رفضت الاقتراح وعدته
        إهانة.
        """
        c = self.c
        if c.previous is None or not c.previous.objects or not self.words[self.t.word].r.conj:
            return False
        x = c.previous.objects[0]
        w = self.words[x.head]
        act = _of_deed(w) and w.r.definite and not w.r.pron
        return act and x.end == x.head + 1 and stands_for(pron, self.words, x.head, self.cues)

    def _accused(self) -> list[Party]:
        """Whom the clause accuses of the act that the trigger names: اتهم الناتو بحشد قواته."""
        verb, x = self.c.verb, self.t.chunk
        if verb is None or x is None or self.t.relation != "bi" or not self.c.objects:
            return []
        accuses = self.words[verb.start].act_in(self.cues.accuse_verb) and self.c.objects[0].n < x.n
        return self.chunk_parties(self.c.objects[0]) if accuses else []

    def _whose_before(self, pron: str) -> list[Party]:
        """Whom the act before one coordinated with it befalls, whom a pronoun on it means: غزو مالي واحتلالها."""
        t, x = self.t, self.t.chunk
        if x is None or t.part is None or t.part not in x.parts[1:] or not self.words[t.part.start].r.conj:
            return []
        before = x.parts[x.parts.index(t.part) - 1]
        m = self.words[before.head]
        if m.hit is not None or m.r.form != "masdar" or m.r.definite or before.end == before.head + 1:
            return []
        k = before.head + 1
        whose = [p for p in self.resolver.part(Part(k, before.end, k)) if p.code]
        return whose if self.resolver.may_mean(pron, whose) else []

    def _both_meeting(self, w: Word) -> list[Party]:
        """The two of the clause whom the pronoun on a noun of meeting means: أبلغ الوزير نظيره خلال لقائهما."""
        if w.r.pron != "هما" or self.t.chunk is None or w.r.lemma not in self.cues.encounter | self.cues.held_at:
            return []
        before = [x for x in (*self.c.before, *self.c.after) if x.n < self.t.chunk.n and x not in self.c.subject]
        return two_sides((*self.subject_of(self.c), *(p for x in before for p in self.chunk_parties(x))))

    def _noun_role(self, base: str) -> list[Party]:
        genitive, adjectives = self.genitive, self.adjectives()
        w = self.words[self.t.last - 1]
        of_genitive = self._of_genitive(genitive) if genitive is not None else []
        if w.r.pron and w.hit is None:
            start = w.token.end - len(w.r.pron)
            mine = self._accused() or [*self._faced(), *self.subject_of(self.c)] if self.t.relation != "subject" else []
            mine = self._whose_before(w.r.pron) or self._declarer() or [*self._doer_judged(), *mine]
            whose = self._both_meeting(w) or self.resolver.owner(w.r.pron, mine, at=start)
            of_genitive = [p.at(start, w.token.end, "pronoun") for p in whose]
        of_adjectives = self._adjective_parties(adjectives)
        if self._somebody_held(adjectives, of_adjectives):
            held = [people_of(p.code or "", p.name, p.start, p.end, "nominal") for p in of_adjectives]
            return held if base == "object" else []
        if self.abroad:
            e = self.words[genitive.head].entry if genitive is not None else None
            bloc = of_genitive if e is not None and e.kind == "bloc" else []  # أفريقية may be read as the name
            if base == "object" and (of_adjectives or bloc):
                return of_adjectives or bloc
            of_adjectives, of_genitive = [], [] if bloc else of_genitive
        does = w.hit is None and bool(w.r.pron) and not w.act_in(self.cues.giving_verb)  # استهدافها سيارة
        done_to = self._done_to() if genitive is not None else self._following.get("object", []) if does else []
        if self.judging:
            done_to = [x for x in done_to if not self._harms(x)]
        if done_to and self.t.light is None:
            return of_genitive if base == "subject" else [p for x in done_to for p in self.chunk_parties(x)]
        if self.idafa == "object" and genitive is not None and genitive.start == genitive.head:
            e = self.words[genitive.head].entry
            apart = "min" in self._following  # طرد روسيا من المجلس
            apart = apart or (e is not None and e.kind == "capital" and self._struck())
            if e is not None and e.kind in ("state", "capital") and w.act_in(self.cues.handled_verb) and not apart:
                return of_genitive if base == "subject" else self._target()
        of = self.words[genitive.head] if genitive is not None else None
        act = of is not None and self.judging and of.hit is None  # إدانة العدوان على قطر
        act = act and of is not None and (of.r.form == "masdar" or of.r.cls == "act")
        if self.idafa == "object" and of_genitive and not (of_adjectives or act):
            target = [] if self._site() else self._target()
            if target:  # قصف إسرائيل لقطاع غزة: the genitive does it
                return of_genitive if base == "subject" else target
        if base == "subject":
            verb = self.c.verb
            links = verb is None or bool(self.words[verb.start].act_in(self.cues.copula))  # بدت طهران مستعدة
            is_so = self.words[self.t.word].r.pos == "adj"
            if is_so and w.r.pos == "adj" and links and self.t.chunk not in self.c.subject[:1]:
                return self.subject_of(self.c)  # a predicate: دمشق ملتزمة بالاتفاق
            if self.idafa == "subject":
                return of_adjectives if self._site() and self._target() else of_genitive or of_adjectives
            return of_adjectives
        if self.idafa == "object" and (of_genitive or genitive is not None):
            return of_genitive
        done = [x for x in self.chunks("object") if not (self.judging and self.undergone(self.words[x.head]))]
        done = [x for x in done if not (self.judging and self._harms(x))]
        out = [p for x in done for p in self.chunk_parties(x)]
        if (
            not out
            and self.idafa == "subject"
            and of_genitive
            and of_adjectives
            and {p.code for p in of_genitive} != {p.code for p in of_adjectives}
        ):
            return []
        return out

    def _site(self) -> bool:
        """Whether the genitive of a deed is a building or the like, which does nothing: قصف مستشفى للأطفال."""
        g = self.genitive
        return g is not None and self.words[g.head].hit is None and self.words[g.head].r.lemma in self.cues.site

    def _faced(self) -> list[Party]:
        """Who is blamed or thanked for what a noun with a pronoun behind him tells, or received on doing it: انتقدت
        تركيا لاحتجازها زورقا، كان في استقبال الرئيس لدى وصوله وزير الداخلية.
        """
        c, x = self.c, self.t.chunk
        if x is not None and self.t.relation == "laday" and c.subject and c.subject[0].n > x.n:
            before = (y for y in (*c.before, *c.after) if y.n == x.n - 1 and y.end == x.start)
            return [p for y in before for p in self.chunk_parties(y) if p.kind != "place"]
        if c.verb is None or c.passive or not c.objects or c.objects[0].start > self.t.first:
            return []
        return self.chunk_parties(c.objects[0]) if self.words[c.verb.start].act_in(self.cues.reason_verb) else []

    def _doer_judged(self) -> list[Party]:
        """Who does what the clause judges, where it tells in what he does it: أدان استخدام إثيوبيا أسلحة في هجومها."""
        c, x = self.c, self.t.chunk
        if x is None or self.merge or self.t.relation != "fi" or c.verb is None:
            return []
        judged = next((y for y in (*c.objects[:1], *c.args.get("bi", ())[:1]) if y.n < x.n), None)
        if judged is None or not self.words[c.verb.start].act_in(self.cues.speech_act | self.cues.accuse_verb):
            return []
        return [p for p in self._act_inside(judged, judged.parts[0], "subject") if p.code not in (None, "UNK")]

    def _done_to(self) -> list[Chunk]:
        """The object behind the genitive, which is then the doer: مصادرة بريطانيا سفينة شحن."""
        return [x for x in self._following.get("object", ()) if x.masdar >= 0]

    def _target(self) -> list[Party]:
        """The party that ل right behind the phrase names as what is acted on."""
        assert self.t.chunk is not None
        own = self._following
        near = [
            y
            for rel in ("li", "object", "ala")
            for y in own.get(rel, ())
            if not (self.two_objects and rel == "object") and rel not in self.worded
            if y.n == self.t.chunk.n + 1 and y.start >= self.t.last
        ]
        return self.chunk_parties(near[0]) if near and near[0].prep in ("", "ل", "علي") else []

    def _declarer(self) -> list[Party]:
        """Who does what the verbal noun that governs the trigger tells: إعلان كييف موافقتها على الهدنة."""
        m = self.t.chunk.masdar if self.t.chunk is not None else -1
        if m < 0 or m + 1 >= len(self.words) or not self.words[m + 1].named:
            return []
        return [p for p in self.resolver.part(Part(m + 1, m + 2, m + 1)) if p.kind != "place"]

    def _of_genitive(self, genitive: Part) -> list[Party]:
        """The parties of the genitive and of the names coordinated with it; a city only tells where (محادثات جنيف)."""
        head = self.words[genitive.head]
        held = self.merge or self.words[self.t.last - 1].r.lemma in self.cues.held_at
        if head.entry is not None and head.entry.kind in TOWNS and held:
            return []
        owned = any(self.words[k].r.pron for k in range(genitive.start, genitive.end))  # رفض بلاده
        told = self.subject_of(self.c) if owned and self.t.relation != "subject" else ()
        out = self.resolver.part(genitive, told)
        assert self.t.chunk is not None
        if out and self.t.part in self.t.chunk.parts:
            for part in self.t.chunk.parts[self.t.chunk.parts.index(self.t.part) + 1 :]:
                w = self.words[part.head]
                somebody = w.named or w.r.pos == "name" or w.r.lemma in self.cues.counterpart
                if not somebody and nominal_entry(self.words, part.head, self.resolver.world) is None:
                    break
                out = [*out, *self.resolver.part(part, out)]
        return out

    def _somebody_held(self, adjectives: Sequence[int], nation: list[Party]) -> bool:
        """Whether a nationality behind an act without article is somebody whom those of another state tell that they
        hold or kill: أعلنت الشرطة اللبنانية توقيف سوري.
        """
        w, verb = self.words[self.t.last - 1], self.c.verb
        if len(adjectives) != 1 or len(nation) != 1 or adjectives[0] != self.t.last or verb is None:
            return False
        e, hit = self.words[adjectives[0]].entry, self.words[adjectives[0]].hit
        one = e is not None and hit is not None and e.form == "ms" and not hit.article
        act = w.r.form == "masdar" and w.r.gender == "m" and not w.r.definite and bool(w.act_in(self.cues.handled_verb))
        if not (one and act and self.words[verb.start].act_in(self.cues.report - self.cues.speech_act)):
            return False
        tells = {p.code for p in self.subject_of(self.c)}
        return bool(tells) and nation[0].code not in tells

    def _adjective_parties(self, adjectives: Sequence[int]) -> list[Party]:
        out: list[Party] = []
        for k in adjectives:
            part = Part(k, k + 1, k)
            found = self.resolver.part(part)
            out += [p for p in found if not any(q.code == p.code for q in out)]
        return out

    def _about(self) -> list[Party]:
        """Whom a predicate without verb is said of: العقوبات الأمريكية «غير قانونية»."""
        return [p for x in self.chunks("about") for p in self.chunk_parties(x)]

    def _described(self) -> list[Party]:
        """Whom an attribute describes, or who acts with what a noun behind بـ names: الحكومة المدعومة من إثيوبيا،
        سيطروا عليها بدعم من رواندا.
        """
        part = self.t.part
        if self.t.relation == "bi" and self.t.chunk is not None and self.t.word == self.t.chunk.head:
            return self.subject_of(self.c)
        return self.resolver.part(part) if part is not None and part.head < self.t.word else []

    def _inside(self, base: str, role: str) -> list[Party]:
        """Who acts, or is acted on, inside a complement."""
        if role == "subject" and base == "object" and (did := self._summed_up()):
            return did
        if base == "an_clause" or (not self.chunks(base) and any(x.via == base for x in self.c.children)):
            inner = self.complement()
            if inner is None:
                return []
            if role == "subject":
                return self.subject_of(inner) if not inner.passive else []
            if role in inner.args:
                return [p for x in inner.args[role] for p in self.chunk_parties(x)]  # بأن على كينيا السماح
            return [p for x in (inner.subject if inner.passive else inner.objects[:1]) for p in self.chunk_parties(x)]
        out: list[Party] = []
        for x in self.chunks(base) or self._called(base):
            if self._of_struck(x):
                continue
            for part in x.parts:
                out += self._act_inside(x, part, role)
        if role == "subject" and not out and (what := self._what(base)) is not None:
            return self._does(what)
        return out or (self._of_paper(base) if role == "subject" and self.judging else [])

    def _of_paper(self, base: str) -> list[Party]:
        """Who put forward the paper, told before, that is judged: رحبت كينشاسا بالتقرير."""
        for x in self.chunks(base):
            w = self.words[x.head]
            if w.hit is None and w.r.definite and not w.r.pron and x.end == x.head + 1:
                by = self.resolver.d.papers.get(w.r.lemma, [])
                return [p.at(w.token.start, w.token.end, "implicit") for p in by]
        return []

    def _summed_up(self) -> list[Party]:
        """Who did what a clause judges that is about a word summing it up: شددت الرقابة، في خطوة عارضتها مينسك."""
        c = self.c
        x = c.antecedent if c.kind == "relative" and self.words[self.t.word].r.pron else None
        if x is None or c.parent is None or x.rel != "fi" or c.parent.passive:
            return []
        w = self.words[x.head]
        summing = w.hit is None and w.r.lemma in self.cues.summing and x.end == x.head + 1
        return self.subject_of(c.parent) if summing else []

    def _act_inside(self, x: Chunk, part: Part, role: str) -> list[Party]:
        head = self.words[part.head]
        if head.hit is not None or head.r.pos != "noun":
            return []
        last = self.words[x.end - 1]
        if role == "subject" and last.hit is None and last.r.lemma in self.cues.belonging:
            return self.chunk_parties(x)  # رفض نشر قوات تابعة للأمم المتحدة
        masdar = head.r.form == "masdar" or head.r.cls in ("act", "abstract", "")
        if not masdar and head.r.cls not in ("thing", "place", "time"):
            return []
        killed = role == "subject" and self.words[self.t.word].act_in(self.cues.person_verb)
        if killed and x.rel == "fi" and head.r.cls == "place":
            return []  # قتلوا في العاصمة الكينية
        inner = Trigger("noun", part.head, part.head, part.head + 1, self.c, x, part, "")
        around = Surroundings(inner, self.words, self.resolver, self.cues, self.chunk_parties, self.subject_of)
        taken = x.rel != "fi" and head.r.number == "s" and bool(head.act_in(self.cues.handled_verb))
        done_to = self.undergone(head) or taken
        if done_to and not any(y.n == x.n + 1 for y in self.c.objects):
            around.idafa = "object"  # اغتيال الوزير: he did not do it
        genitive = around.genitive
        if (
            genitive is not None
            and self.words[genitive.head].hit is None
            and self.words[genitive.head].r.form == "masdar"
        ):
            return self._act_inside(x, Part(genitive.start, part.end, genitive.head), role)
        found = around.parties("subject") if role == "subject" else around.parties("object")
        if role == "subject":
            found = [p for p in found if p.kind != "place"]  # قتلوا في اشتباكات جنوب لبنان
        if role == "subject" and not found and head.r.cls != "time":  # أصيب خمسة، في وقت اعتقلت فيه القوات آخرين
            found = [
                p
                for y in self.c.children
                if y.kind == "relative" and y.antecedent is x and x not in y.subject and not self._judges(y)
                if self._takes_up(y)
                if not any(self.words[k].r.pos == "neg" for k in y.particles)  # وساطة لا يقودها الاتحاد
                for p in self._did(y)
            ]
        if role == "subject" and not found and not self.words[part.head].r.pron:
            found = [
                p
                for rel in ("min", "min_qibal", "li", "an")
                for y in around.chunks(rel)
                if self.words[y.head].r.form != "masdar"  # محاولة لاغتياله
                if rel != "an" or self.words[y.start - 1].act_in(self.cues.issued_by)  # الادعاءات الصادرة عن الحكومة
                for p in self.chunk_parties(y)
            ][:1]
        return found

    def _did(self, c: Clause) -> list[Party]:
        """Who did what a relative clause describes, be it by whom others suffered it: هجوم تعرضوا له على يد القوات."""
        if c.verb is None or not self.words[c.verb.start].act_in(self.cues.undergo_verb):
            return self.subject_of(c)
        return [
            p for rel in ("ala_yad", "min_qibal", "min") for x in c.args.get(rel, ()) for p in self.chunk_parties(x)
        ]

    def _takes_up(self, c: Clause) -> bool:
        """Whether a relative clause takes up what it is about by a pronoun: هجوم شنته, not قنبلة استهدفت دورية."""
        words = [self.words[c.verb.start], *(self.words[y.start] for y in c.after)] if c.verb is not None else []
        return any(w.r.pron for w in words)

    def _judges(self, c: Clause) -> bool:
        """Whether a clause only says what somebody thinks of what it describes: ضربة أدانتها كينيا."""
        w = self.words[c.verb.start] if c.verb is not None else None
        return w is not None and bool(w.act_in(self.cues.blame_verb))

    # -- heads -------------------------------------------------------------------------------

    def of_asked(self, x: Chunk) -> bool:
        """Whether a phrase stands right behind the verbal noun that is the object, and is its own: طلبت الضغط على."""
        act = next((y for y in self.c.objects if x.prep and y.n + 1 == x.n), None) if self.t.kind != "noun" else None
        return act is not None and self.words[act.head].hit is None and self.words[act.head].r.form == "masdar"

    def says(self, w: Word, words: Phrases) -> bool:
        """Whether a head, in its dictionary form or as it stands, alone or with the words after it, is among
        `words`.
        """
        negated = self._negated(w)
        for x in self._said(w):
            after = words.first.get(x, [])
            if self._goes_on(w.n, list(filter(None, after))) if negated else self._goes_on(w.n + 1, after):
                title = nominal_entry(self.words, w.n, self.resolver.world) if w.r.form == "masdar" else None
                # مساعدة وزيرة الخارجية is no aid
                return title is None or title[0].kind != "office" or title[1] == w.n + 1
        return False

    def _negated(self, w: Word) -> bool:
        """Whether a negation stands right before a noun or adjective: غير مقبول."""
        return w.n > 0 and self.words[w.n - 1].r.pos == "neg" and w.r.pos in ("adj", "noun")

    def _said(self, w: Word) -> tuple[str, ...]:
        """The words with which a phrase may begin that a head says."""
        if self._negated(w):
            return (self.words[w.n - 1].r.lemma,)
        known = (w.token.folded[w.hit.stem :].removeprefix("ال"),) if w.hit is not None else ()
        return (w.r.lemma, w.bare, w.token.folded, w.r.of, *known)

    def _goes_on(self, k: int, phrases: list[list[str]]) -> bool:
        """Whether the words of one of the phrases stand at `k`, in their dictionary form or as written."""
        for after in phrases:
            j = self._counted(k) if after else k
            for x in after:
                if j >= len(self.words):
                    break
                v = self.words[j]
                if v.entry is not None and v.entry.kind == "adjective" and x not in (v.bare, v.token.folded):
                    j += 1  # طائرات تركية مسيرة
                    if j >= len(self.words):
                        break
                    v = self.words[j]
                if x not in (v.r.lemma, v.bare, v.token.folded, v.r.lemma + "ة" if v.r.pos == "adj" else ""):
                    break  # طائرتين حربيتين is طائرة حربية
                j += 1
            else:
                return True
        return False

    def _counted(self, k: int) -> int:
        """The noun that is counted where words that count stand at `k`: سحب نحو 400 جندي."""
        if k >= len(self.words) or self.words[k].hit is not None:
            return k
        w = self.words[k]
        counts = w.r.pos == "num" or w.token.kind == "number" or w.r.lemma in self.cues.quantifier
        return Nouns(self.words, self.resolver.world, self.cues).meant(k) if counts else k

    def told_before(self, x: Chunk) -> bool:
        """Whether a phrase opens with a definite noun, so means what is known already: المتظاهرون, أحد المتظاهرين, not
        آلاف المتظاهرين.
        """
        w = self.words[x.parts[0].start]
        if w.hit is None and w.r.lemma in self.cues.some_of and x.head > w.n:
            w = self.words[x.head]
        return w.hit is None and w.r.definite and w.r.lemma not in self.cues.crowd

    def denied(self) -> bool:
        """Whether the trigger is a noun of what did not come about, which needs no complement: من دون اتفاق، دون التوصل
        إلى اتفاق، لم تتضمن أي تفاهم.
        """
        t = self.t
        if t.chunk is None or t.first > t.chunk.head + 1:
            return False
        if t.chunk.rel == "bidun":
            return t.first <= t.chunk.head
        before = next((x for x in reversed((*self.c.before, *self.c.after)) if x.n == t.chunk.n - 1), None)
        if before is not None and before.rel == "bidun" and t.chunk.rel in ("ila", "an", "fi"):
            return True
        verb = self.c.verb
        if verb is not None and t.chunk.rel in ("ila", "fi") and self.words[verb.start].act_in(self.cues.stop_verb):
            return verb.n < t.chunk.n  # فشلا في التوصل إلى اتفاق
        negated = any(self.words[k].r.pos == "neg" for k in self.c.particles)
        done = verb is not None and bool(self.words[verb.start].act_in(self.cues.done_verb))
        return negated and (done or t.relation != "subject") and self.words[t.first - 1].r.lemma in self.cues.any_of

    def heads(self, relation: str) -> list[Word]:
        """The head words of the phrases in a relation; of a clause, its verb."""
        found = self._heads.get(relation)
        if found is None:
            found = self._heads[relation] = self._heads_in(relation.partition(":")[0])
        return found

    def has(self, relation: str, words: Phrases) -> bool:
        """Whether a head in a relation, or the verb of the clause of 'what' there, is among `words`."""
        forms = self._forms.get(relation)
        if forms is None:
            told = self.heads(relation) + self.told_by_what(relation)
            forms = self._forms[relation] = [x for w in told for x in self._said(w)]
        for x in forms:
            if x in words.first:
                return any(self.says(w, words) for w in self.heads(relation) + self.told_by_what(relation))
        return False

    def _heads_in(self, base: str) -> list[Word]:
        if base == "an_clause":
            inner = self.complement()
            if inner is None:
                return []
            if inner.verb is not None:
                return [self.words[inner.verb.start]]
            called = inner.subject[:1] or inner.before[:1]  # بأنه خطوة إيجابية، بأن على كينيا السماح
            return [self.words[p.head] for x in called for p in x.parts] + self._coloured(called)
        if base == "doer":
            return self._doers()
        if self.t.kind == "noun" and (g := self.genitive) is not None:
            done_to = self._done_to() if base in ("subject", "object") else []
            if done_to and base == "object":
                return [self.words[p.head] for x in done_to for p in x.parts]
            if base == self.idafa or (done_to and base == "subject"):
                return [self.words[g.head], *self._measured(g, g.end)]
        out = []
        for x in self.chunks(base):
            out += (
                [self.words[p.head] for p in x.parts]
                + self._measured(x.parts[-1], x.end)
                + self._qualified(x)
                + self._nationals(x)
            )
        if base in ("object2", "bi"):
            out += self._coloured(self.chunks(base))
        c = self.c
        if c.kind == "relative" and c.antecedent is not None and any(w.r.pos == "prep" and w.r.pron for w in out):
            out += [self.words[p.head] for p in c.antecedent.parts]  # خطابا هاجم فيه الحكومة
        if not out and base == "subject" and self.t.kind != "noun":
            return self._carried_on()
        if not out and base == self.idafa == "object" and self.t.kind == "noun" and self.words[self.t.word].r.pron:
            if c.kind == "relative" and c.antecedent is not None:  # شحنات القمح التي تم استيرادها
                return [w for p in c.antecedent.parts for w in self.words[p.head : p.end] if w.r.pos == "noun"]
        return out

    def _coloured(self, chunks: Iterable[Chunk]) -> list[Word]:
        """The adjectives of nouns that say nothing by themselves: عمل عدائي، خطوة غير قانونية."""
        out = []
        for p in (p for x in chunks for p in x.parts if self.words[p.head].r.lemma in self.cues.summing):
            behind = self.words[p.head + 1 : p.end]
            out += [w for w in behind[:2] if w.hit is None and w.r.pos == "adj"]
        return out

    def _qualified(self, x: Chunk) -> list[Word]:
        """The last noun of the phrase that a relative clause goes with, which may be what it qualifies: معالجة الفوضى
        التي اجتاحت المدينة.
        """
        verb = self.c.verb
        if self.c.kind != "relative" or x is not self.c.antecedent or verb is None:
            return []
        first = self.c.opener if self.c.opener >= 0 else verb.start
        if x.end != first and not (x.end < first and self._only_more(x.end, first)):
            return []
        does = self.words[verb.start].r
        if x in self.c.subject:
            shape = does.gender + (does.number or "s")
        else:  # إعادة فتح الطريق التي أغلقها الجيش
            shape = "".join(PRONOUN_SHAPE.get(does.pron, ())) if does.tense == "past" else ""
        nouns = [w for w in self.words[x.parts[-1].head + 1 : x.end] if w.r.pos == "noun" or w.hit is not None]
        last = nouns[-1] if nouns else None
        if last is None or last.hit is not None or not shape:
            return []
        told = self.words[last.n + 1 : x.end]  # الطريق المؤدية: of either gender
        return [last] if any(_agrees(w.r, shape) for w in (last, *told[:1])) else []

    def _only_more(self, start: int, end: int) -> bool:
        """Whether nothing but a phrase with a preposition stands somewhere: الطريق المؤدية إلى الميناء، والتي."""
        words = self.words[start:end]
        phrase = words[0].r.pos == "prep" or bool(words[0].r.prep)
        return phrase and all(w.r.pos not in ("verb", "rel", "sub") or w.hit is not None for w in words)

    def _carried_on(self) -> list[Word]:
        """The subject of the clause before or around that a clause without one goes on with: أشعلوا النار وأغلقوا
        الطريق.
        """
        c = self.c
        if c.passive or c.pronoun or c.subject:
            return []
        joined = c.previous is not None and bool(self.words[self.t.word].r.conj)
        home = c.previous if joined else c.parent if c.kind == "participle" else None
        if home is None or home.passive:
            return []
        heads = [self.words[p.head] for x in home.subject for p in x.parts]
        return [w for w in heads if w.r.pos != "dem"]  # جاء ذلك في خطاب ألقاه الوزير، مشيدا بالقرار

    def _doers(self) -> list[Word]:
        """Who does what a noun names: its genitive where another object follows, who is told behind it, else the
        subject of the verb that governs it (اقتحام محتجين السفارة، حاول محتجون اقتحامها).
        """
        if self.t.kind != "noun":
            return self.heads("subject")
        told = [self.words[p.head] for rel in ("min_qibal", "ala_yad") for x in self.chunks(rel) for p in x.parts]
        if (g := self.genitive) is not None and (self.idafa == "subject" or self._following.get("object")):
            return [self.words[g.head], *told]
        c = self.c
        if told or c.verb is None or c.passive or self.t.relation == "subject":
            return told
        acts = self.words[c.verb.start].r
        goes_on = not c.subject and c.previous is not None and acts.conj and acts.person == 3
        subject = (
            c.previous.subject if goes_on and c.previous is not None else c.subject
        )  # رشقوهم وحاولوا اقتحام المبنى
        return [self.words[p.head] for x in subject if x is not self.t.chunk for p in x.parts]

    def _nationals(self, x: Chunk) -> list[Word]:
        """The word that counts people who are only called after their country: آلاف السودانيين."""
        firsts = [(self.words[p.start], self.words[p.head].entry) for p in x.parts if p.start < p.head]
        return [w for w, e in firsts if e is not None and e.kind == "adjective" and w.r.lemma in self.cues.crowd]

    def _measured(self, p: Part, end: int) -> list[Word]:
        """What a noun of measure in a phrase up to `end` is a quantity of, or a vehicle is laden with: شحنة أدوية،
        حمولة 15 شاحنة من الحبوب، شاحنات محملة بالأغذية.
        """
        inside, behind = self.words[p.head + 1 : p.end], self.words[end : end + 2]
        if behind and behind[0].r.prep and any(w.r.pos == "adj" and w.r.lemma in self.cues.laden for w in inside):
            return behind[:1]
        w = self.words[p.head]
        if w.hit is not None or w.r.lemma not in self.cues.measure:
            return []
        if inside and inside[0].r.pos not in ("adj", "num"):
            return inside[:1]
        first = behind[0].token.folded if behind else ""
        return behind[1:] if first == "من" else []


def noun_of_doing(words: Sequence[Word], part: Part, cues: Cues) -> int:
    """Where in a phrase the noun stands whose genitive does what stands behind its preposition, -1 for none: قيام
    إسرائيل بـ.
    """
    inside = words[part.head : part.end]
    return next((w.n for w in inside if w.hit is None and w.r.lemma in cues.undertaking), -1)


def _agrees(noun: Reading, form: str) -> bool:
    gender, number = form[0], form[1:2]
    plural_things = noun.number == "p" and noun.cls != "human"
    if plural_things:
        return gender == "f" and number == "s"
    return (not noun.gender or noun.gender == gender) and (noun.number or "s") == number


def _of_deed(w: Word) -> bool:
    """Whether a noun may stand for what somebody did: الاقتراح، القصف."""
    return w.hit is None and (w.r.cls in ("act", "abstract") or w.r.form == "masdar")


def fits(frame: Frame, around: Surroundings) -> tuple[int, str]:
    """How many conditions of a frame are met, or -1 and what is missing or in the way."""
    n = 0
    s = frame.slots
    if s.require and around.t.light is None and not around.denied():
        for r in s.require:
            if bool(around.parties(r)) if ":" in r else around.present(r):
                break
        else:
            return -1, frame.needs
        n += 1
    for r in s.all:
        if not around.present(r):
            return -1, f"needs {r}"
    for r in s.without:
        if r == "object" and around.t.kind == "noun" and frame.idafa == "subject" and not around.chunks(r):
            continue  # إضرابهم tells whose strike it is
        if around.present(r) and not (
            (r in _WHY and all(around.words[x.head].r.form == "masdar" and x.prep for x in around.chunks(r)))
            or (around.chunks(r) and all(around.of_asked(x) for x in around.chunks(r)))
        ):
            return -1, f"{r} stands in the way"
    if frame.words:
        for r, words in frame.words.items():
            if around.has(r, words):
                break
        else:
            return -1, frame.wants
        n += 2
    for relation, words in frame.not_words.items():
        if any(around.says(w, words) for w in around.heads(relation)):
            return -1, f"{relation} has a word that it excludes"
    for relation in frame.indefinite:
        if any(around.told_before(x) for x in around.chunks(relation)):
            return -1, f"{relation} is nobody new"
    for relation, classes in frame.classes.items():
        heads = around.heads(relation)
        if heads:
            if not any(_of_class(w, classes, around) or around.of_them(w) for w in heads) and not any(
                "party" in classes or ("human" in classes and p.kind == "person" and not p.weak)
                for p in around.parties(relation)
            ):
                return -1, f"{relation} is no {' or '.join(classes)}"
            n += 1
    return n, ""


def _of_class(w: Word, classes: Sequence[str], around: Surroundings) -> bool:
    if w.named or (w.entry is not None and w.entry.kind == "adjective"):
        kind = w.entry.kind if w.entry is not None else ""
        if kind in ("city", "state", "capital") and "place" in classes:
            return True
        return (
            "party" in classes
            or (kind == "person" and "human" in classes)
            or (kind in ("organization", "group") and "group" in classes)
            or (kind == "adjective" and "human" in classes)
        )
    if w.r.pos in ("name", "pron") or (w.r.pron and w.r.pos == "prep"):
        return "human" in classes or "party" in classes
    if w.r.cls and w.r.cls in classes:
        return True
    if "party" in classes:
        return (
            w.r.cls in ("human", "group")
            or nominal_entry(around.words, w.n, around.resolver.world) is not None
            or (w.r.lemma in around.cues.own and bool(w.r.pron))
        )
    return False
