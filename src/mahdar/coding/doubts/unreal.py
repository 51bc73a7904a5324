"""Doubts about what is told but does not happen: pictured, wanted, practised, given up, or that there may be."""

from typing import Final

from mahdar.coding.doubts.case import Case, Questions
from mahdar.coding.kinds import ANNOUNCING
from mahdar.coding.slots import Trigger
from mahdar.coding.status.told import AIM

_AROUND: Final = ("fi", "hawl", "baad", "raghm")  # relations of what happened, not of what is spoken of
_LIKE: Final = "ك"  # كأن


class Unreal(Questions):
    """Asks whether an act takes place at all."""

    def asked(self, case: Case) -> bool:
        """Whether a verb stands in a question: هل هاجمت إيران السفينة؟"""
        return case.trigger.kind == "verb" and self.status.asked(case.trigger.clause)

    def habit(self, case: Case) -> bool:
        """Whether a present verb of force tells what somebody does again and again, at no time."""
        t, frame = case.trigger, case.frame
        r, c = self.words[t.word].r, t.clause
        if t.kind != "verb" or r.tense != "present" or r.fut or c.kind != "relative":
            return False
        if c.times and frame.mode != "seize":
            return False  # but وصل من بلدة يسيطر عليها المتمردون مساء أمس
        above = c.parent.verb if c.parent is not None and c.antecedent in c.parent.objects else None
        if above is not None and self.words[above.start].act_in(self.cues.perceive_verb):
            return False  # رأى مسلحين يطلقون النار
        if c.antecedent is not None and self.words[c.antecedent.head].r.pos == "pron":
            return False  # الأسطول هو الذي يمنعها
        if c.antecedent is not None and self.words[c.antecedent.end - 1].r.lemma in self.cues.occasion:
            return False  # أول مرة تقصف فيها
        return self.status.clause(c)[0] in ("occurred", "negated")

    def whoever(self, case: Case) -> bool:
        """Whether a present verb only tells of anybody who does it: معاقبة من يهاجمون القوات."""
        t, c = case.trigger, case.trigger.clause
        if t.kind != "verb" or c.kind != "relative" or c.antecedent is not None or c.opener < 0:
            return False
        r = self.words[t.word].r
        return self.words[c.opener].r.lemma in self.cues.whoever and r.tense == "present" and not r.fut

    def as_if(self, case: Case) -> bool:
        """Whether a clause only pictures something: كأنها هاجمت المدينة، كما لو أن الجيش قصف الحي."""
        c = case.trigger.clause
        for x in (c, *c.ancestors()):
            if x.kind == "relative":
                return False  # بدا كأنه المنتصر في الحرب التي شنتها
            if x.opener < 0:
                continue
            if self.words[x.opener].r.pos == "sub" and self.words[x.opener].r.prep == _LIKE:
                return True
            for k in range(max(1, x.opener - 1), x.opener + 1):
                if self.words[k].r.lemma in self.cues.condition and self.words[k - 1].r.lemma in self.cues.likewise:
                    return True
        return False

    def story(self, case: Case) -> bool:
        """Whether a clause belongs to what a film or a book tells: تدور أحداث الرواية حول شاب قتله جنود. What a
        documentary or an account says may be so.
        """
        c = case.trigger.clause
        before = [c.previous] if c.previous is not None and not c.subject else []
        for x in (c, *c.ancestors(), *before):
            told = x.subject
            if x.verb is not None:
                w = self.words[x.verb.start]
                if w.act_in(self.cues.report) and not w.act_in(self.cues.story_verb):
                    continue
                told = [*x.subject, *x.args.get("fi", [])]
            for y in told:
                lemmas = {w.r.lemma for w in self.words[y.start : y.end] if w.hit is None}
                if lemmas & self.cues.fiction and not lemmas & self.cues.documentary:
                    return True
        return False

    def provision(self, case: Case) -> bool:
        """Whether a present verb tells what a law, a constitution or a rule says day by day."""
        t = case.trigger
        r = self.words[t.clause.verb.start].r if t.clause.verb is not None else None
        if (
            r is None
            or not (t.kind == "verb" or t.light is not None)
            or r.tense != "present"
            or r.fut
            or t.clause.passive
        ):
            return False
        c = t.clause
        told = c.subject or (c.previous.subject if c.previous is not None else [])
        rules = [self.words[x.head] for x in told]
        return bool(rules) and all(w.hit is None and w.r.lemma in self.cues.law and w.r.cls != "group" for w in rules)

    def debated(self, case: Case) -> bool:
        """Whether a noun names what others only talk about: بحث مع نظيره فتح الحدود."""
        t, verb = case.trigger, case.trigger.clause.verb
        about = t.relation == "fi" and t.chunk is not None and verb is not None and t.chunk.n == verb.n + 1  # بحثا في
        if verb is None or not (about or t.relation == "object") or self.words[t.word].r.pos != "noun":
            return False
        return bool(self.words[verb.start].act_in(self.cues.debate_verb)) and self.scene.denier(t) is None

    def in_return(self, case: Case) -> bool:
        """Whether a concession is only what somebody is to have for his own: قبلت تعليق التخصيب مقابل رفع العقوبات."""
        t = case.trigger
        assert t.chunk is not None
        return t.chunk.prep in self.cues.in_return and self.scene.denier(t) is None

    def way_to_talks(self, case: Case) -> bool:
        """Whether talks are only what the way is open to: لا يغلق الباب أمام الحوار."""
        return case.trigger.chunk is not None and case.trigger.chunk.rel == "amam"

    def meant_force(self, case: Case) -> bool:
        """Whether an attack is only what something else is done for: حشدت قواتها لمهاجمة البلدة."""
        t = case.trigger
        if _core(t) or self.lent_to(t) or self.scene.denier(t) is not None:
            return False
        return self.status.of(t) == ("planned", AIM)

    def to_come(self, case: Case) -> bool:
        """Whether a retreat or force is only weighed, planned or wanted: تدرس سحب قواتها."""
        t, verb = case.trigger, case.trigger.clause.verb
        status, cue = self.status.of(t)
        if status not in ("planned", "possible") or self.status.about_to(t) or self.scene.denier(t) is not None:
            return False
        if case.frame.type == "COERCE":
            if verb is not None and cue in self.cues.decision:  # but أصدر قرارا بحظره
                return not self.words[verb.start].act_in(self.cues.adopt_verb | self.cues.issued_by)
            return not _core(t)
        # who decides to free somebody frees him: قررت إخلاء سبيله
        frees = case.frame.mode == "release" and verb is not None and bool(self.words[verb.start].act_in(ANNOUNCING))
        return not frees or not _core(t)

    def retreat_aside(self, case: Case) -> bool:
        """Whether a retreat is only what others speak or agree of: اتفقتا على سحب القوات; not اضطرت إلى سحب قواتها."""
        t, c = case.trigger, case.trigger.clause
        assert t.chunk is not None
        if _core(t) or t.relation in _AROUND or self.status.of(t)[0] in ("planned", "possible"):
            return False
        if self.scene.denier(t) is not None or self.status.about_to(t):
            return False
        before = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        if t.relation == "min" and before is not None:
            if self.cues.relations.single(self.words[before.start].r.lemma) == "baad":
                return False  # بعد أيام من انسحابها
        if t.chunk.prep in self.cues.in_return and case.frame.mode == "release" and c.verb is not None:
            return self.scene.speaks_of(c)
        told = next((x for x in reversed(self.chunks[: t.chunk.n]) if x.kind in ("np", "verb")), None)
        if t.relation == "bi" and told is not None and (told is c.verb or told in c.subject):
            return False  # رحّب بانسحابه، أقر الجيش، السبت، بانسحابه
        if c.verb is None:
            return True
        verb = self.words[c.verb.start]
        if verb.act_in(self.cues.push_verb) and t.relation in ("ila", "ala"):
            return bool(self.scene.subject_of(c))  # أجبرت التظاهرات الرئيس على الاستقالة
        return not verb.act_in(self.cues.result_verb | self.cues.aspect)

    def practised(self, case: Case) -> bool:
        """Whether a noun names what soldiers practise or what is only pictured: تدربوا على اقتحام المباني."""
        t = case.trigger
        x, verb = t.chunk, t.clause.verb
        if x is None:
            return False
        if x.rel == "ala" and x.n and self.chunks[x.n - 1].end == x.start:
            if self.words[self.chunks[x.n - 1].head].act_in(self.cues.practice_verb):
                return True  # تعدها تدريبا على غزوها
        after = verb is not None and x.n > verb.n and t.relation in ("object", "ala")
        return after and verb is not None and bool(self.words[verb.start].act_in(self.cues.practice_verb))

    def stopped(self, case: Case) -> bool:
        """Whether the noun before it in the phrase, or the phrase that it hangs on, is about ending it (وقف الحرب،
        الانسحاب من الاتفاق).
        """
        t = case.trigger
        assert t.part is not None and t.chunk is not None
        met = any(f.type == "CONSULT" for f in self.scene.single(self.words[t.word]))
        for w in self.words[t.part.start : t.first]:
            if w.hit is None and w.r.lemma in self.cues.stop_noun and not (met and w.r.lemma in self.cues.failure):
                return True  # but after فشل الاجتماع they have met
        before = (
            self.chunks[t.chunk.n - 1]
            if t.chunk.n and t.chunk.rel in ("min", "an", "li") and t.part is t.chunk.parts[0]
            else None
        )
        return (
            before is not None
            and before.kind == "np"
            and before.end == t.chunk.start
            and self.words[before.parts[-1].head].r.lemma in self.cues.stop_noun
        )

    def called_for(self, case: Case) -> bool:
        """Whether a noun is what is said to be needed: شدد على أهمية التوصل إلى اتفاق، أكد ضرورة دعم الحكومة."""
        t = case.trigger
        assert t.part is not None and t.chunk is not None
        if self.words[t.word].r.definite:
            return False
        before = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        near = before is not None and before.kind == "np" and before.end == t.chunk.start and bool(before.parts)
        heads = [before.parts[-1].head] if near and before is not None else []
        heads += range(t.part.head, t.first)
        return any(self.words[k].hit is None and self.words[k].r.lemma in self.cues.need for k in heads)

    def given_up(self, case: Case) -> bool:
        """Whether the clause tells that its subject gives the act up: تراجعت عن معارضتها انضمام السويد."""
        t = case.trigger
        verb, x = t.clause.verb, t.chunk
        if verb is None or x is None or not self.words[verb.start].act_in(self.cues.give_up_verb):
            return False
        if t.relation != "an" and not any(y.start <= x.masdar < y.end for y in t.clause.args.get("an", ())):
            return False
        return self.status.clause(t.clause)[0] not in ("negated", "possible")

    def sought(self, case: Case) -> bool:
        """Whether backing or help is only looked for: يبحث عن دعم، حشد الدعم."""
        t = case.trigger
        assert t.part is not None
        r, verb = self.words[t.word].r, t.clause.verb
        if r.pos == "adj" and r.definite:
            return False  # بحث تفعيل اتفاقية التعاون الموقعة
        if any(w.hit is None and w.act_in(self.cues.seek_verb) for w in self.words[t.part.start : t.first]):
            return True
        if self._to_be_gained(t):
            return True
        if verb is None:
            return False
        w = self.words[verb.start]
        if t.relation == "object" and w.act_in(self.cues.debate_verb):
            return False  # بحث دعم السودان
        return t.relation in ("an", "object") and bool(w.act_in(self.cues.seek_verb))

    def aimed_at(self, case: Case) -> bool:
        """Whether giving way is only what something aims at: محادثات تهدف إلى تخليها عن برنامجها."""
        verb = case.trigger.clause.verb
        if verb is None or case.trigger.relation != "ila":
            return False
        return bool(self.words[verb.start].act_in(self.cues.goal_verb))

    def failed_in(self, case: Case) -> bool:
        """Whether a noun right before tells that nothing comes of the act, or late: فشلها في وقف، تأخره في إقرار."""
        t = case.trigger
        before = self.chunks[t.chunk.n - 1] if t.chunk is not None and t.chunk.n else None
        if before is None or t.chunk is None or before.kind != "np" or t.chunk.rel != "fi" or not before.parts:
            return False
        part = before.parts[-1]
        words = (w for w in self.words[part.head : part.end] if w.hit is None)
        return any(w.r.lemma in self.cues.failure or w.r.lemma in self.cues.lag for w in words)

    def _to_be_gained(self, t: Trigger) -> bool:
        """Whether somebody only means to get the backing: تحركت للحصول على تأييد كينيا."""
        before = self.chunks[t.chunk.n - 1] if t.chunk is not None and t.chunk.n else None
        if before is None or t.chunk is None or before.rel not in ("li", "ila", "fi") or t.chunk.start != before.end:
            return False
        head = self.words[before.head]
        return head.hit is None and head.r.form == "masdar" and bool(head.act_in(self.cues.gain_verb))

    def any_such(self, case: Case) -> bool:
        """Whether a noun stands for any that there may be, not for one that there is: لتلبية أي طلب."""
        t = case.trigger
        x, first = t.chunk, t.first
        if x is not None and x.rel == "li" and x.n > 0 and self.chunks[x.n - 1].end == x.start:
            first = self.chunks[x.n - 1].start  # أي محاولة لتهديدها
        before = self.words[first - 1] if first else None
        if before is not None and first < t.first and self.words[first].r.lemma in self.cues.any_of:
            before = self.words[first]
        return (
            before is not None
            and before.r.lemma in self.cues.any_of
            and (t.relation not in ("subject", "") or self._whatever(t) or self._inside(t))
            and self.status.of(t)[0] != "negated"
        )

    def any_object(self, case: Case) -> bool:
        """Whether a verb judges any thing that there may be, which reproaches nobody: معتبرا أي مساس بها عدوانا."""
        c = case.trigger.clause
        if case.trigger.kind == "noun" or not c.objects:
            return False
        first = c.objects[0].start
        before = self.words[max(0, first - 1) : first + 1]
        return any(w.hit is None and w.r.lemma in self.cues.any_of for w in before)

    def _whatever(self, t: Trigger) -> bool:
        """Whether a clause in the present qualifies a noun: أي تنازل تقدمه الحكومة."""
        inner = [x for x in t.clause.children if x.kind == "relative" and x.antecedent is t.chunk]
        return any(x.verb is not None and self.words[x.verb.start].r.tense == "present" for x in inner)

    def _inside(self, t: Trigger) -> bool:
        """Whether a noun stands in the genitive behind another: تنفيذ أي اتفاق."""
        w = self.words[t.first - 2] if t.first > 1 else None
        return w is not None and w.hit is None and w.r.form == "masdar" and not w.r.definite

    def on_any(self, case: Case) -> bool:
        """Whether an attack would hit anybody that there may be: الهجوم على أي عضو."""
        t = case.trigger
        behind = self.words[t.last : t.last + 2]
        on_any = len(behind) == 2 and behind[0].r.pos == "prep" and behind[1].r.lemma in self.cues.any_of
        return on_any and self.status.of(t)[0] == "occurred"

    def beside_negation(self, case: Case) -> bool:
        """Whether the clause negates another act on it: نفت أن تكون قد عرقلت المباحثات."""
        t = case.trigger
        c = t.clause
        if case.frame.settled or (case.frame.merge and case.around.denied()):
            return False
        blames = any(f.type == "ACCUSE" for f in self.scene.single(self.words[t.word]))
        if c.verb is not None and t.relation == "ala" and blames:
            return self.status.clause(c)[0] == "negated"  # لم يصدر تعليق على الاتهامات
        if c.verb is None or t.relation != "object":
            return False
        w = self.words[c.verb.start]
        if any(w.act_in(x) for x in (self.cues.hide_verb, self.cues.planned_verb, self.cues.rule_out_verb)):
            return False  # who does not hide his anger shows it; who does not plan an attack makes none
        if w.act_in(self.cues.done_verb) or w.act_in(self.cues.aspect) or w.act_in(self.cues.report) or c.passive:
            return False
        s = self.scene.innermost(t.word)
        return self.status.clause(c)[0] == "negated" or (
            s >= 0 and self.scene.denied(s) and not self.words[c.verb.start].act_in(self.cues.denial)
        )


def _core(t: Trigger) -> bool:
    """Whether a noun is what its clause tells of."""
    return t.relation in ("subject", "object", "")
