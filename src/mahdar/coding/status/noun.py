"""What the words around a noun say of the act that it names: its phrase, the noun before it, its clause."""

from collections.abc import Callable, Sequence
from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.coding.slots import Trigger
from mahdar.coding.status.clause import IN_STEAD, ClauseStatus
from mahdar.coding.status.told import AIM, OCCURRED, Told

_OF_POSSIBLE: Final = ("subject", "object", "bi", "min", "ila", "ala")
_LED: Final = ("fi", "ila", "ala", "an", "li", "bi", "min", "bayna", "maa")  # فشلت المحادثات بينهما في التوصل إلى
_OF_VERB: Final = ("bi", "fi", "ala", "ila", "an", "maa", "min")  # relations behind a verb of what it is about
_PLANNED: Final = ("li", "ila", "fi", "ala", "an", "bi")  # relations behind a noun of what it plans
_BREATH: Final = 12  # how many words behind a negation what it leaves may stand
_REACH: Final = 6  # how many words before a noun a word that sets its status may stand


class Governed:
    """A noun that names an act, with the verb of its clause and what the clause says of that verb."""

    __slots__ = ("after", "before", "chunk", "clause", "cue", "lemma", "status", "trigger", "verb")

    def __init__(self, t: Trigger, chunk: Chunk, before: Chunk | None, verb: Word, told: Told) -> None:
        self.trigger, self.clause, self.chunk, self.before, self.verb = t, t.clause, chunk, before, verb
        self.lemma = verb.r.of if t.clause.kind == "participle" else verb.r.lemma
        self.after = t.clause.verb is not None and chunk.n > t.clause.verb.n
        self.status, self.cue = told


class NounStatus(ClauseStatus):
    """Reads the status of nouns."""

    def noun(self, t: Trigger) -> Told:
        """The status of an act that a noun names."""
        assert t.chunk is not None and t.part is not None
        for ask in _PHRASE:
            if (told := ask(self, t)) is not None:
                return told
        return self._governed(t)

    def _word_before(self, t: Trigger) -> Told | None:
        """What a word soon before a noun makes of it: عدم التوصل، احتمال التوصل، خطة التوصل."""
        assert t.chunk is not None
        for k in range(t.first - 1, max(-1, t.chunk.start - 2, t.first - _REACH) - 1, -1):
            if k < 0:
                break
            if self.words[k].hit is None and (told := self._said_before(t, k)) is not None:
                return told
        return None

    def _said_before(self, t: Trigger, k: int) -> Told | None:
        """What the word at `k` before a noun makes of it."""
        assert t.chunk is not None
        r = self.words[k].r
        if r.lemma in self.cues.no_noun and (r.pos != "prep" or k >= t.first - 2):
            return OCCURRED if self._heeded(k, t.first) else ("negated", r.lemma)
        if r.pos == "neg" and k == t.first - 1:
            return "negated", r.lemma
        if k < t.chunk.start or r.pos != "noun":
            return None
        if r.lemma in self.cues.possible_noun or self._in_case_of(self.words[k]):
            return "possible", r.lemma
        if r.lemma in self.cues.planned_noun:
            drafted = self.words[k - 1].hit is None and self.words[k - 1].r.lemma in self.cues.draft
            return ("possible" if drafted else "planned"), r.lemma  # مشروع قرار رفع العقوبات
        return ("planned", r.lemma) if self._plans(self.words[k]) else None

    def _left_open(self, t: Trigger) -> Told | None:
        """What a negation leaves as the only way: لا سلام إلا بانسحاب القوات."""
        assert t.chunk is not None
        k = t.chunk.start - 1
        return ("possible", self.words[k].r.lemma) if k >= 0 and self._but_for(k) and self._told_not(k) else None

    def _in_stead(self, t: Trigger) -> Told | None:
        """What is told not to be done beside something else: دون سحب القوات; but لم تنل سوى دعم."""
        assert t.chunk is not None and t.part is not None
        if t.chunk.rel not in IN_STEAD or t.part is not t.chunk.parts[0] or t.first > t.chunk.head + 1:
            return None
        return None if self.words[t.chunk.start].token.folded in self.cues.save else ("negated", "")

    def _adjective(self, t: Trigger) -> Told | None:
        """What an adjective behind a noun makes of it: اللقاء المقرر، انسحاب محتمل."""
        assert t.part is not None
        for w in self.words[t.last : t.part.end]:
            if w.hit is not None or w.r.pos != "adj":
                continue
            if w.r.lemma in self.cues.planned_adjective:
                undone = self._governed(t)  # لم يعقد اللقاء المقرر
                return undone if undone[0] == "negated" else ("planned", w.r.lemma)
            if w.r.lemma in self.cues.possible_adverb:
                return "possible", w.r.lemma
        return None

    def _time_behind(self, t: Trigger) -> Told | None:
        """What a time to come makes of a meeting during which something is done: خلال لقائهما الشهر المقبل."""
        assert t.chunk is not None and t.part is not None
        if t.part.end != t.chunk.end or t.chunk.rel != "khilal" or t.part.end >= len(self.words):
            return None
        return ("planned", "") if self._ahead(t.part.end) else None

    def _ahead(self, k: int) -> bool:
        """Whether the time expression at `k` is one to come."""
        while k < len(self.words) and self.words[k].time:
            if self.words[k].token.folded in self.cues.future_time:
                return True
            k += 1
        return False

    def _about_to_open(self, t: Trigger) -> Told | None:
        """A meeting that is only the time before which something is done: عشية القمة، قبيل استئناف المفاوضات، قبل
        ساعات من انطلاق المحادثات.
        """
        x, lemma = t.chunk, self.words[t.word].r.lemma
        if x is None or not (lemma in self.cues.held_at or lemma in self.cues.encounter) or self._was(t.clause):
            return None
        opens = any(w.hit is None and w.r.lemma in self.cues.opening for w in self.words[x.start : t.first])
        if x.rel == "qabl" and not self._over(t):
            return ("planned", "") if opens or self.words[x.start].r.lemma in self.cues.eve else None
        return ("planned", "") if opens and "qabl" in self._counted_from(x) else None

    def _counted_from(self, x: Chunk) -> list[str]:
        """The relations of the words before a phrase that a time is counted from: بعد يومين من قصف المدينة."""
        k = x.start
        while k and self.words[k - 1].time:
            k -= 1
        before = self.words[max(0, k - 1) : x.start] if x.rel == "min" else []
        return [self.cues.relations.single(w.r.lemma) for w in before]

    def _heeded(self, k: int, first: int) -> bool:
        """Whether the words between tell of heeding what was said: عدم تلبية دعوته، دون اكتراث لاحتجاجاته."""
        return any(w.hit is None and w.r.of in self.cues.heed_verb for w in self.words[k + 1 : first])

    def _told_not(self, k: int) -> bool:
        """Whether the nearest negation before the word at `k`, in a breath, is of no past: لا، لن; not لم."""
        for w in reversed(self.words[max(0, k - _BREATH) : k]):
            if w.token.kind == "mark":
                return False
            if w.r.pos == "neg" or w.r.lemma in self.cues.negation:
                return w.r.lemma not in self.cues.never_did
        return False

    def about_to(self, t: Trigger) -> bool:
        """Whether a predicate tells what its subject is just going to do: كينيا على وشك الانسحاب، بصدد سحب قواتها."""
        c = t.clause
        if t.chunk is None or not c.subject or t.chunk in c.subject:
            return False
        if c.verb is not None and not self.words[c.verb.start].act_in(self.cues.copula):
            return False
        before = self.words[t.chunk.start : t.first]
        return any(w.hit is None and w.r.lemma in self.cues.about_to for w in before)

    def _plans(self, w: Word) -> bool:
        """Whether a word is the verbal noun of a verb of planning; a report is none, though spelled like deciding."""
        return w.r.form == "masdar" and w.r.of in self.cues.planned_verb and w.r.lemma not in self.cues.document

    def _governed(self, t: Trigger) -> Told:
        """A noun's status by the clause that it stands in."""
        assert t.chunk is not None
        c = t.clause
        before = self._preceding_noun(c, t.chunk)
        for ask in _NOUN_BEFORE:
            if (told := ask(self, t, before)) is not None:
                return told
        if c.verb is None:
            return self.around(c)
        x = Governed(t, t.chunk, before, self.words[c.verb.start], self.clause(c))
        return self._first(_VERB, x)

    def _first(self, asked: Sequence[Callable[["NounStatus", Governed], Told | None]], x: Governed) -> Told:
        """What the first question makes of it that has an answer."""
        for ask in asked:
            if (told := ask(self, x)) is not None:
                return told
        return OCCURRED

    def _amid(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What goes on around what is to come: سيزور جوبا وسط اتهامات."""
        assert t.chunk is not None
        return OCCURRED if t.chunk.prep in self.cues.amid else None

    def _at_bidding(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What was asked before what is done at its bidding: سيجتمع المجلس غدا بطلب من فرنسا."""
        w = self.words[t.word]
        behind = self.words[t.last] if t.last < len(self.words) else None
        if t.relation != "bi" or w.r.lemma not in self.cues.at_bidding or w.r.definite or behind is None:
            return None
        return OCCURRED if self.cues.relations.single(behind.r.lemma) == "min" else None

    def _allowed(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What is only allowed: سمح القانون باستخدام القوة."""
        c = t.clause
        if c.verb is None or t.relation not in ("bi", "ala") or t.light is not None:
            return None
        w = self.words[c.verb.start]
        return ("possible", w.r.lemma) if w.act_in(self.cues.allow_verb) and self.clause(c)[0] != "negated" else None

    def _joined(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What another noun is told of, to which it is joined."""
        first = self._joined_to(t)
        return self.noun(first) if first is not None else None

    def _joined_to(self, t: Trigger) -> Trigger | None:
        """The verbal noun with a preposition that another is joined to over what belongs to it: يقضي بانسحاب القوات من
        أبيي وإفراج تشاد عن الأسرى.
        """
        x = t.chunk
        if x is None or x.conj != "و" or x.prep or t.relation or t.light is not None or t.first > x.head:
            return None
        end = x.start
        for y in reversed([y for y in t.clause.after if y.n < x.n]):
            if y.end != end or not y.prep:
                return None
            w, end = self.words[y.head], y.start
            if w.hit is None and w.r.form == "masdar":
                led = y.rel in _LED
                return Trigger("noun", w.n, w.n, w.n + 1, t.clause, y, y.parts[0], y.rel) if led else None
        return None

    def _just_about(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What its subject is just going to do."""
        assert t.chunk is not None
        return ("planned", self.words[t.chunk.start].r.lemma) if self.about_to(t) else None

    def _of_possible_noun(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What a noun before it leaves open or rules out: من المستحيل مواصلة القتال."""
        lemma = self.words[before.parts[-1].head].r.lemma if before is not None else ""
        if lemma not in self.cues.possible_noun:
            return None
        return ("negated" if lemma in self.cues.impossible else "possible"), lemma

    def _of_right(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What somebody only has a right to: لكل بلد الحق في إقامة علاقات."""
        assert t.chunk is not None
        if before is None or t.chunk.rel != "fi":
            return None
        right = self.words[before.end - 1]
        known = right.hit is None and right.r.pos == "noun" and right.r.lemma in self.cues.possible_noun
        return ("possible", right.r.lemma) if known else None

    def _of_plan(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What a noun or participle right before it plans: خطة لمهاجمة، لا نية لمهاجمة، مصممين على مهاجمة."""
        assert t.chunk is not None
        if before is None or t.chunk.rel not in _PLANNED or t.chunk.n != before.n + 1:
            return None
        k = before.parts[-1].head
        head, last = self.words[k].r, self.words[before.end - 1]
        meant = head.lemma
        if last.hit is None and last.r.pos == "noun" and t.chunk.rel == "li":
            meant = last.r.lemma  # اتخاذ ترتيبات لإعادة توطينهم
        if head.pos == "adj" and self.words[k - 1].r.lemma in self.cues.other_than:
            return "negated", self.words[k - 1].r.lemma  # غير مستعدين للقبول بالحوار
        resolved = head.form in ("active", "passive") and head.of in self.cues.resolve_verb and t.chunk.rel == "ala"
        if not resolved and not self._plans(self.words[k]) and not {head.lemma, meant} & self.cues.planned_noun:
            return None
        return ("negated" if self._denied(k) else "planned"), meant

    def _of_due(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What is due, or only weighed: من المفترض اغتياله، من الصعب عقد لقاء."""
        assert t.chunk is not None
        if before is None or before.rel != "min" or t.chunk.prep:
            return None
        lemma = self.words[before.parts[-1].head].r.lemma
        if lemma in self.cues.planned_adjective:
            return "planned", lemma
        if lemma in self.cues.impossible:
            return "negated", lemma
        return ("possible", lemma) if lemma in self.cues.weighed else None

    def _of_own_plan(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What somebody means to do: مؤكدا عزمه زيارة جوبا، عن نية كينيا زيارة جوبا، ليس في نيتها زيارة جوبا."""
        assert t.chunk is not None
        if before is None or t.chunk.prep or t.chunk.n != before.n + 1:
            return None
        k = before.parts[-1].head
        own = self.words[k].r
        whose = own.pron or (own.lemma in self.cues.expected and before.end > k + 1)
        if not whose or own.lemma not in self.cues.planned_noun:
            return None
        return ("negated" if self._denied(k) else "planned"), own.lemma

    def _without(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What is told not to come of something: دون التوصل إلى اتفاق."""
        assert t.chunk is not None
        if before is None or before.rel != "bidun" or before.n != t.chunk.n - 1:
            return None
        return ("negated", self.words[before.start].r.lemma) if t.chunk.rel in ("ila", "an") else None

    def _only_weighed(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What its predicate only weighs: بات شن الهجوم وشيكا."""
        assert t.chunk is not None
        weighed = t.relation == "subject" and t.light is None and self._weighed(t.clause, t.chunk)
        return ("possible", "") if weighed else None

    def _weighed(self, c: Clause, subject: Chunk) -> bool:
        """Whether the predicate of an act only weighs it: بات شن الهجوم وشيكا، شنّ هجوم أمر لا مفر منه."""
        if c.verb is not None and not self.words[c.verb.start].act_in(self.cues.copula):
            return False
        told = (x for x in (*c.before, *c.after) if x.n > subject.n and x.rel != "bi")  # no مستعدة للحوار بشرط
        behind = (w for x in told for w in self.words[x.start : x.end])
        return any(w.hit is None and w.r.lemma in self.cues.weighed and not w.r.definite for w in behind)

    def _an_aim(self, t: Trigger, before: Chunk | None) -> Told | None:
        """What its predicate makes an aim: هدفهم منع الوزراء."""
        assert t.chunk is not None
        aim = self._aimed_at(t.clause, t.chunk) if t.relation in ("", "object", "subject") else -1
        return None if aim < 0 else (("negated" if self._denied(aim) else "planned"), "")

    def _aimed_at(self, c: Clause, x: Chunk) -> int:
        """The word that makes a predicate an aim: هدفهم منع الوزراء، في نيته مهاجمة البلدة; -1 for none."""
        if c.verb is not None and not self.words[c.verb.start].act_in(self.cues.copula):
            return -1
        aims = (y.parts[0].head for y in c.subject if y.n < x.n)
        meant = (y.head for y in c.args.get("fi", ()) if y.n < x.n)
        found = [k for k in aims if self.words[k].r.lemma in self.cues.aim]
        found += [k for k in meant if self.words[k].r.lemma in self.cues.expected]
        return found[0] if found else -1

    def _able(self, x: Governed) -> Told | None:
        """What its clause says can, or cannot, come about: نزع السلاح يمكن أن يتحقق."""
        if x.trigger.relation != "subject" or not self._may_come_about(x.clause):
            return None
        return ("negated" if self._denied(x.verb.n) else "possible"), x.verb.r.lemma

    def _may_come_about(self, c: Clause) -> bool:
        """Whether a clause says that its subject can come about: نزع السلاح يمكن أن يتحقق."""
        assert c.verb is not None
        if not self.words[c.verb.start].act_in(self.cues.able_verb):
            return False
        what = next((x for x in c.children if x.kind == "complement" and x.verb is not None), None)
        if what is None or what.verb is None:
            return False
        return bool(self.words[what.verb.start].act_in(self.cues.done_verb)) and not what.subject

    def _with_what_is_to_come(self, x: Governed) -> Told | None:
        """What is to be at or by what is told to come: سيبحث خلال زيارته، قد ترد عبر إيقاف تصدير النفط."""
        if x.status == "planned" and x.chunk.rel in ("khilal", "baad") and (not x.after or self._meant_with(x.trigger)):
            return x.status, x.cue
        by = x.status in ("planned", "possible") and self.words[x.chunk.start].token.folded in self.cues.means
        return (x.status, x.cue) if by else None

    def _meant_by_relative(self, x: Governed) -> Told | None:
        """What a clause about it says is meant: الضربة التي تعتزم واشنطن توجيهها."""
        t = x.trigger
        if t.light is None or x.clause.antecedent is not x.chunk or t.light.verb in x.verb.acts:
            return None
        return ("planned", x.lemma) if x.status == "occurred" and x.lemma in self.cues.planned_verb else None

    def _untouched(self, x: Governed) -> Told | None:
        """What stands whatever is denied of it: التهديد لم يردع أحدا، لم تتوقف عن قصف المدينة."""
        if x.status != "negated":
            return None
        t, verb = x.trigger, x.verb
        if self._denied_of(x) or verb.act_in(self.cues.hide_verb):
            return OCCURRED
        if "baad" in self._counted_from(x.chunk) and x.after:
            return OCCURRED  # لم يستقبله بعد ساعات من القصف
        ends = x.chunk.rel == "an" or t.relation == "subject" or x.chunk in x.clause.before
        if ends and verb.act_in(self.cues.cease_verb):
            return OCCURRED  # المباحثات لا تنقطع
        if verb.act_in(self.cues.react_verb | self.cues.heed_verb):
            return OCCURRED  # لم تعلق موسكو على الاتهامات
        if verb.act_in(self.cues.rule_out_verb) and t.relation == "object":
            return "possible", x.lemma  # لم يستبعد إرسال قوات
        return None

    def _denied_of(self, x: Governed) -> bool:
        """Whether a negation denies something else of an act than that it came about: التهديد لم يردع أحدا, but لم يعقد
        اللقاء، لا توجد أي اتصالات.
        """
        if x.trigger.relation != "subject" or x.clause.passive or x.verb.act_in(self.cues.done_verb):
            return False
        if not x.clause.objects and x.verb.act_in(self.cues.hold_verb):
            return False
        return self.words[x.trigger.first - 1].r.lemma not in self.cues.any_of

    def _said_of_verb(self, x: Governed) -> Told | None:
        """What is said of the verb is said of the noun that it is about, unless that is known already."""
        if x.status == "occurred" or not self._core(x):
            return None
        return OCCURRED if self._known(x.trigger) else (x.status, x.cue)

    def _core(self, x: Governed) -> bool:
        """Whether the clause's verb is about the noun."""
        t = x.trigger
        if t.relation in ("subject", "object") or t.light is not None or self._counted(x):
            return True
        if not x.after:
            return False
        tries = x.before is not None and self._tries(x.clause, x.before) and x.chunk.n == x.before.n + 1
        return tries or x.chunk.rel in _OF_VERB

    def _counted(self, x: Governed) -> bool:
        """Whether the noun tells of what something counted is that the verb is about: عقد جولة من المحادثات."""
        if x.chunk.rel != "min" or x.before is None or not self._series(x.before):
            return False
        return x.before in x.clause.subject or x.before in x.clause.objects

    def _series(self, x: Chunk) -> bool:
        """Whether a phrase only counts what is named behind it: الجولة الرابعة من المحادثات، عقد جولة من المحادثات."""
        return any(w.r.lemma in self.cues.series for w in self.words[x.parts[-1].head : x.end] if w.hit is None)

    def _tries(self, c: Clause, x: Chunk) -> bool:
        """Whether a clause with a copula says that something is a try at an act: قد تكون محاولة لاحتلال البلدة."""
        assert c.verb is not None
        head = self.words[x.parts[-1].head] if x.parts else None
        tries = head is not None and head.hit is None and head.r.lemma in self.cues.effort
        return tries and not x.prep and bool(self.words[c.verb.start].act_in(self.cues.copula))

    def _meant_with(self, t: Trigger) -> bool:
        """Whether a visit or meeting is to come with what is to come at or after it: سيبحث خلال زيارته أزمة الحدود."""
        assert t.chunk is not None and t.part is not None
        if not any(self.words[t.word].r.lemma in x for x in (self.cues.visit, self.cues.encounter, self.cues.held_at)):
            return False
        told = any(x.kind == "relative" and x.antecedent is t.chunk for x in t.clause.children)
        return not told and not self._over(t)

    def _known(self, t: Trigger) -> bool:
        """Whether a noun names by its doer a known act that another is only about: قد ترد على القصف الروسي."""
        assert t.chunk is not None and t.part is not None
        w = self.words[t.last - 1]
        if t.light is None and self._over(t):
            return True  # سيتحدث عن نتائج زيارته الأخيرة
        verb = t.clause.verb
        judged = verb is not None and t.relation in ("object", "bi", "ala") and t.light is None
        if judged and verb is not None and self.words[t.word].r.definite:
            if self.words[verb.start].act_in(self.cues.judge_verb):
                return True  # ستندد بالقصف الإثيوبي
        if t.relation in ("", "subject", "object") or t.chunk.rel not in ("ala", "an", "li") or t.light is not None:
            return False
        entry = self.words[t.last].entry if t.last < t.part.end else None
        return w.hit is None and w.r.definite and entry is not None and entry.kind == "adjective"

    def _over(self, t: Trigger) -> bool:
        """Whether an adjective behind a noun, or the time right behind it, tells that the act is over or going on."""
        assert t.part is not None
        after = self.words[t.last : min(t.part.end + 1, len(self.words))]
        told = self.cues.latter | self.cues.former | self.cues.under_way
        late = (w.hit is None and w.r.pos == "adj" and w.r.lemma in told for w in after)
        return any(late) or any(w.time and w.token.folded in self.cues.past_time for w in after)

    def _not_resolved(self, x: Governed) -> Told | None:
        """What somebody is told not to be ready for: غير مستعدين للقبول."""
        resolved = x.lemma in self.cues.planned_verb and x.chunk.rel in ("ala", "li", "ila")
        return (x.status, x.cue) if x.status == "negated" and resolved else None

    def _possible_before(self, x: Governed) -> Told | None:
        """What the verb behind it leaves open: نزع سلاحهم يمكن أن يتحقق."""
        t = x.trigger
        if t.relation != "subject" or t.light is not None or x.after or x.lemma not in self.cues.possible_verb:
            return None
        return "possible", x.lemma

    def _behind_verb(self, x: Governed) -> Told | None:
        """What the verb makes of a noun behind it."""
        return self._first(_VERB_BEFORE, x) if x.after else None

    def _laid_down(self, x: Governed) -> Told | None:
        """What a paper lays down: تنص الخطة على إقامة علاقات."""
        t = x.trigger
        if t.light is not None or not self._in_paper(x.clause, t):
            return None
        promised = bool(self.words[t.word].act_in(self.cues.speech_act | self.cues.planned_verb))
        return None if promised else ("possible", x.lemma)

    def _in_paper(self, c: Clause, t: Trigger) -> bool:
        """Whether a noun is what a paper lays down: تنص الخطة على وقف القتال، مقترح يقضي بسحب القوات، تشمل المسودة."""
        if c.verb is None or t.chunk is None:
            return False
        acts = self.words[c.verb.start]
        offered = any(self._is_draft(x) for x in c.subject[:1])
        if acts.act_in(self.cues.comprise_verb):
            return t.relation == "object" and offered
        lays = bool(acts.act_in(self.cues.stipulate_verb)) and not c.objects
        return lays and (t.chunk.rel == "ala" or (t.chunk.rel == "bi" and offered))

    def _used_for(self, x: Governed) -> Told | None:
        """What somebody uses something for is done with it: استخدمت مسيرات لقصف المدينة."""
        used = x.chunk.rel == "li" and bool(x.clause.objects) and bool(x.verb.act_in(self.cues.use_verb))
        return (x.status, x.cue) if used else None

    def _of_purpose(self, x: Governed) -> Told | None:
        """What something is done for: وصل لإجراء محادثات; who comes to show something shows it."""
        t = x.trigger
        if not self._meant_by_verb(x):
            return None
        shown = self.words[t.first - 1]
        shows = shown.hit is None and (shown.r.of in self.cues.show_verb or bool(shown.act_in(self.cues.report)))
        if (shows and t.first > x.chunk.start) or self.words[t.word].r.lemma in self.cues.shown_noun:
            return OCCURRED  # وصل لإظهار التضامن، خرجوا للتضامن معه
        if self._whose(t, x.before):
            return OCCURRED  # الجلسة الختامية لاجتماع الوزراء
        if x.lemma in self.cues.done_verb or x.lemma in self.cues.result_verb or not self._opens_purpose(t):
            return None
        return "planned", AIM

    def _meant_by_verb(self, x: Governed) -> bool:
        """Whether a noun behind لـ may be what the verb's act is for; not سارعت لطرد السفير، حصيلة للاحتجاجات."""
        t = x.trigger
        if t.light is not None or x.chunk.rel != "li" or t.first > x.chunk.head + 1 or self._blamed(x):
            return False
        if x.verb.act_in(self.cues.hasten_verb | self.cues.push_verb):
            return False
        return self.words[t.word].r.number != "p" or t.first != x.chunk.head

    def _blamed(self, x: Governed) -> bool:
        """Whether لـ only tells what words or a try before it are of: إدانته للهجوم، محاولة لاغتياله."""
        if x.verb.act_in(self.cues.reason_verb) and x.chunk.prep == AIM:
            return True
        if x.before is None:
            return False
        head = self.words[x.before.parts[-1].head].r
        if head.of in self.cues.speech_act or head.lemma in self.cues.act_head:
            return True
        return any(w.r.lemma in self.cues.undergoing for w in self.words[x.before.start : x.before.end])

    def _whose(self, t: Trigger, before: Chunk | None) -> bool:
        """Whether لـ only tells of which meeting, or for what deed, the noun before it is: الحفل الختامي لاجتماع، عقوبة
        لإدانته.
        """
        if self.words[t.word].r.lemma in self.cues.deed_noun:
            return True
        if before is None or before.kind != "np" or self.words[t.word].r.lemma not in self.cues.held_at:
            return False
        head = self.words[before.parts[-1].head]
        return head.hit is None and head.r.pos == "noun" and head.r.cls in ("act", "abstract", "thing")

    def _opens_purpose(self, t: Trigger) -> bool:
        """A masdar after ل right at the head of its phrase: لإجراء محادثات."""
        assert t.chunk is not None
        head = self.words[t.chunk.head].r
        return head.form == "masdar" or head.cls == "act" or t.chunk.prep != AIM

    def _announced_ahead(self, x: Governed) -> Told | None:
        """What is announced for a day to come: أعلنتا استئناف المحادثات الشهر المقبل."""
        told = x.trigger.relation == "object" and x.verb.r.tense == "past" and x.verb.act_in(self.cues.report_noun)
        return ("planned", "") if told and self._lies_ahead(x.clause) else None

    def _planned(self, x: Governed) -> Told | None:
        """What somebody plans, decides or puts off: تعتزم عقد لقاء، أرجأت الزيارة."""
        t = x.trigger
        if x.lemma in self.cues.planned_verb:
            if t.relation == "object" or x.chunk.rel in ("ala", "bi", "li", "ila") or self._counted(x):
                return "planned", x.lemma
        put_off = t.relation in ("object", "subject") and t.light is None and x.verb.act_in(self.cues.postpone_verb)
        return ("planned", x.lemma) if put_off else None

    def _sought(self, x: Governed) -> Told | None:
        """What somebody strives for: يسعى إلى لقاء نظيره، يدبر لاغتياله."""
        t = x.trigger
        if not x.verb.act_in(self.cues.goal_verb) or x.chunk.rel not in ("ila", "li"):
            return None
        return ("planned", x.lemma) if t.light is None or x.chunk.rel == "li" else None

    def _possible(self, x: Governed) -> Told | None:
        """What may be done, is wanted or is allowed: يمكن عقد لقاء، ترغب في عقد لقاء، تسمح بعقد لقاء."""
        if x.trigger.light is not None:
            return None
        relation = x.trigger.relation
        may = x.lemma in self.cues.possible_verb and relation in _OF_POSSIBLE
        wanted = relation in ("object", "fi", "bi") and bool(x.verb.act_in(self.cues.want_verb))
        allowed = relation in ("object", "bi", "li") and bool(x.verb.act_in(self.cues.allow_verb))
        return ("possible", x.lemma) if may or wanted or allowed else None

    def _stopped(self, x: Governed) -> Told | None:
        """What is stopped or fails: فشلت في التوصل إلى اتفاق; but not عجز عن إدانة القصف، فشل في إدارة الحرب."""
        t = x.trigger
        if x.lemma not in self.cues.stop_verb:
            return None
        over = self.words[x.chunk.head].r
        if t.first > x.chunk.head and (over.of in self.cues.speech_act or over.lemma in self.cues.cope_noun):
            return None
        led = t.relation in ("object", "subject") or self._led_to(x.clause, x.chunk)
        return ("negated", x.lemma) if led else None

    def _led_to(self, c: Clause, chunk: Chunk) -> bool:
        """Whether only prepositional phrases that hang on each other stand between the verb and a phrase."""
        assert c.verb is not None
        between = [x for x in c.after if x.prep and x.n <= chunk.n]
        return bool(between) and all(x.rel in _LED for x in between)

    def _denied_deed(self, x: Governed) -> Told | None:
        """What somebody denies: نفت قصف القرية، نفى تعرضهم للتعذيب."""
        if x.lemma not in self.cues.denial:
            return None
        undergone = x.before is not None and x.before in x.clause.objects and self._undergone(x.before)
        return ("negated", x.lemma) if x.trigger.relation == "object" or undergone else None

    def _undergone(self, x: Chunk) -> bool:
        """Whether a phrase is a verbal noun that only lends itself to the noun behind it: نفى تعرضهم للتعذيب."""
        r = self.words[x.parts[-1].head].r
        return r.form == "masdar" and r.of in self.cues.undergo_verb

    def _preceding_noun(self, c: Clause, chunk: Chunk) -> Chunk | None:
        pool = [x for x in (*c.before, *c.after) if x.n < chunk.n and x.end == chunk.start]
        return pool[-1] if pool else None


# What is asked in turn, each up to the first answer: of the phrase of a noun, the noun before it, the verb of its
# clause, and of a verb that stands before it. Functions rather than bound methods, which would hold on to a sentence
# that nobody reads any longer until garbage is collected.
_PHRASE: Final[tuple[Callable[[NounStatus, Trigger], Told | None], ...]] = (
    NounStatus._word_before,
    NounStatus._left_open,
    NounStatus._in_stead,
    NounStatus._adjective,
    NounStatus._time_behind,
    NounStatus._about_to_open,
)
_NOUN_BEFORE: Final[tuple[Callable[[NounStatus, Trigger, Chunk | None], Told | None], ...]] = (
    NounStatus._amid,
    NounStatus._at_bidding,
    NounStatus._allowed,
    NounStatus._joined,
    NounStatus._just_about,
    NounStatus._of_possible_noun,
    NounStatus._of_right,
    NounStatus._of_plan,
    NounStatus._of_due,
    NounStatus._of_own_plan,
    NounStatus._without,
    NounStatus._only_weighed,
    NounStatus._an_aim,
)
_VERB: Final[tuple[Callable[[NounStatus, Governed], Told | None], ...]] = (
    NounStatus._able,
    NounStatus._with_what_is_to_come,
    NounStatus._meant_by_relative,
    NounStatus._untouched,
    NounStatus._said_of_verb,
    NounStatus._not_resolved,
    NounStatus._possible_before,
    NounStatus._behind_verb,
)
_VERB_BEFORE: Final[tuple[Callable[[NounStatus, Governed], Told | None], ...]] = (
    NounStatus._laid_down,
    NounStatus._used_for,
    NounStatus._of_purpose,
    NounStatus._announced_ahead,
    NounStatus._planned,
    NounStatus._sought,
    NounStatus._possible,
    NounStatus._stopped,
    NounStatus._denied_deed,
)
