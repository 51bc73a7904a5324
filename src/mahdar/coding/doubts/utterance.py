"""Doubts about acts of words: whether anybody says them, and as his own."""

from mahdar.analysis.party import side
from mahdar.coding.doubts.case import Case, Questions, known
from mahdar.coding.kinds import UNNAMED


class Utterance(Questions):
    """Asks whether somebody performs an act by his words."""

    def insists_that(self, case: Case) -> bool:
        """Whether somebody only insists that something is so: يصرون على أنه توفي في السجن."""
        t = case.trigger
        if t.kind != "verb" or not self.words[t.word].act_in(self.cues.insist_verb):
            return False
        said = case.around.complement()
        return said is not None and not self.status.subjunctive(said)

    def should_have_been(self, case: Case) -> bool:
        """Whether who tells of it only says what ought to have been: كان يجب أن يصل, but not بات يتعين عليهم."""
        t = case.trigger
        auxiliaries = (self.words[x.start].r for x in t.clause.aux)
        was = any(r.lemma in self.cues.be and r.tense == "past" for r in auxiliaries)
        return was and t.kind == "verb" and case.frame.slots.actor == ["speaker"]

    def not_foretold(self, case: Case) -> bool:
        """Whether nobody known foretells what is to come, or it is only feared: خشيته من أن يؤدي إلى حرب."""
        c, frame = case.trigger.clause, case.frame
        feared = c.kind == "complement" and c.opener >= 0 and self.status.subjunctive(c)
        return frame.future and frame.slots.actor == ["speaker"] and (feared or not known(case.actor))

    def thinks_unlikely(self, case: Case) -> bool:
        """Whether somebody only thinks it unlikely that another will do something: استبعد أن تهاجم أوغندا كينيا."""
        t = case.trigger
        if t.kind == "noun" or not self.words[t.word].act_in(self.cues.rule_out_verb):
            return False
        inner = case.around.complement()
        others = [p.code for p in self.scene.subject_of(inner) if p.code not in UNNAMED] if inner is not None else []
        return bool(others) and not any(p.code in others for p in case.actor)

    def can_do(self, case: Case) -> bool:
        """Whether somebody tells what another is able to do: قال القائد إن إيران قادرة على ضرب إسرائيل."""
        own = {side(p) for p in case.actor} & {side(p) for p in case.around.speaker}
        return "about" in case.frame.slots.actor and not own

    def replies(self, case: Case) -> bool:
        """Whether somebody will only answer what he studies: تدرس الورقة وسترد عليها."""
        if not case.frame.future:
            return False
        t = case.trigger
        before = t.clause.previous
        verb = before.verb if before is not None else None
        answers = t.kind == "verb" and bool(self.words[t.word].act_in(self.cues.react_verb))
        return answers and verb is not None and bool(self.words[verb.start].act_in(self.cues.weigh_verb))

    def wanted_of_others(self, case: Case) -> bool:
        """Whether a verb only tells what somebody else acts for: تحركت فرنسا لكي توافق إثيوبيا."""
        t, actor = case.trigger, case.actor
        c = t.clause
        if t.kind != "verb" or c.kind != "purpose" or c.parent is None or c.parent.verb is None:
            return False
        theirs = {side(p) for p in self.scene.subject_of(c.parent)}
        return bool(actor) and bool(theirs) and theirs.isdisjoint({side(p) for p in actor})

    def calls_for(self, case: Case) -> bool:
        """Whether a clause only tells who called for the gathering before it: تظاهرة دعت إليها المعارضة."""
        t = case.trigger
        c = t.clause
        if t.kind != "verb" or c.kind != "relative" or c.antecedent is None or c.antecedent in c.subject:
            return False
        if not self.words[t.word].act_in(self.cues.calling_verb):
            return False
        return any(f.type == "PROTEST" for p in c.antecedent.parts for f in self.scene.single(self.words[p.head]))

    def no_comment(self, case: Case) -> bool:
        """Whether a bare noun of words is what somebody will not comment on: امتنع عن التعليق على الاتهامات."""
        t = case.trigger
        r, x = self.words[t.word].r, t.chunk
        if x is None or x.rel != "ala" or not r.definite or r.pron or t.part is None or t.part.end > t.last:
            return False
        before = self.words[self.chunks[x.n - 1].head] if x.n else None
        return before is not None and before.hit is None and before.r.of in self.cues.react_verb

    def danger(self, case: Case) -> bool:
        """Whether a definite noun of threat has nobody of its own who utters it: القضاء على التهديد الإرهابي."""
        t = case.trigger
        if t.kind != "noun" or (t.light is not None and t.relation != "subject"):
            return False
        r, start = self.words[t.word].r, self.words[t.first].token.start
        if t.last != t.first + 1 or not r.definite or r.pron:
            return False  # لكينيا الحق في الرد is no danger
        if all(p.end <= start for p in case.actor):
            return True
        if r.lemma not in self.cues.danger or r.number != "s" or t.part is None:
            return False
        own = all(p.end <= self.words[t.part.end - 1].token.end for p in case.actor)  # مواجهة التهديد الإيراني
        return own and not (case.around.present("bi") or case.around.present("li"))

    def amounts(self, case: Case) -> bool:
        """Whether a noun only tells what something amounts to: يشكل تهديدا، بمثابة رفض."""
        t, verb = case.trigger, case.trigger.clause.verb
        assert t.chunk is not None
        if t.chunk.rel == "ka":
            return True
        if verb is None or t.relation != "object" or (case.frame.type == "ASSAULT" and self.words[t.word].r.definite):
            return False  # شكل القصف الكيني خرقا للهدنة
        return bool(self.words[verb.start].act_in(self.cues.amounts_verb))

    def never_uttered(self, case: Case) -> bool:
        """Whether something is done without warning, or without anybody's asking: أطلقوا النار دون تحذير."""
        t = case.trigger
        if t.chunk is None or t.chunk.rel != "bidun":
            return False
        bare = t.part is not None and t.part.end == t.last
        return case.frame.type == "THREATEN" or bare

    def unsaid(self, case: Case) -> bool:
        """Whether a single noun of words has nobody who says them."""
        t, frame = case.trigger, case.frame
        if case.actor or t.last != t.first + 1 or self.words[t.word].r.pos != "noun":
            return False
        told = case.named and case.around.present("bi")  # وسط اتهامات للحكومة السورية بالقمع
        return frame.idafa == "subject" and frame.slots.actor[:1] == ["subject"] and not told
