"""Doubts about words that name somebody or something rather than an act."""

from mahdar.analysis.chunks import nominal_entry
from mahdar.coding.doubts.case import Case, Questions
from mahdar.coding.slots import Trigger


class Naming(Questions):
    """Asks whether a word only names a person, body, place, paper or charge."""

    def called(self, case: Case) -> bool:
        """Whether a verb only introduces somebody's name: شاب يدعى عبد الحق."""
        t = case.trigger
        if t.kind != "verb":
            return False
        after = self.words[t.word + 1] if t.word + 1 < len(self.words) else None
        called = self.words[t.word].token.folded in self.cues.called_form
        return called and after is not None and (after.named or after.r.pos == "name" or after.token.kind == "mark")

    def body(self, case: Case) -> bool:
        """Whether a noun with the article names a body rather than an act: المعارضة."""
        t = case.trigger
        if t.kind != "noun" or case.told_in_words:
            return False
        w = self.words[t.word]
        verb = t.clause.verb
        if (
            w.r.lemma in self.cues.mediation
            and w.r.definite
            and not w.r.pron
            and t.chunk is not None
            and t.chunk.end == t.last
        ):
            spoken = verb is not None and self.words[verb.start].act_in(self.cues.speech_act | self.cues.report)
            return bool(spoken) and t.relation in ("subject", "object")  # اتهم الوساطة بالانحياز
        found = nominal_entry(self.words, t.word, self.resolver.world)
        if found is None or found[0].kind != "body" or w.r.pron or t.chunk is None or t.part is None:
            return False
        if not w.r.definite:  # موالاة ومعارضة
            return bool(w.r.conj) and t.part is not t.chunk.parts[0] and t.part.end == t.last
        after = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        told = self.scene.parties(after) if after is not None and after.rel == "li" else []
        if told and all(p.kind == "media" or p.sector == "JRN" for p in told):
            return True  # قال قيادي في المعارضة العراقية لوكالة فرانس برس
        return after is None or after.rel not in ("li", "min_qibal")

    def of_a_kind(self, case: Case) -> bool:
        """Whether the noun only tells what kind of thing the one right before it is, or names a district: نقطة تفتيش،
        مقاطعة هاينان.
        """
        t = case.trigger
        assert t.part is not None
        if t.first > t.part.start and self.words[t.first - 1].hit is None:
            if self.words[t.first - 1].r.lemma in self.cues.kind_head:
                return True
        if self._in_a_name(t) or self._agreed_in_writing(t):
            return True
        w = self.words[t.word]
        if w.r.lemma not in self.cues.common_noun_of_place:
            return False
        if t.first and self.words[t.first - 1].r.pos == "num":
            return True  # 13 مقاطعة
        if w.r.number != "s" or t.last >= t.part.end:
            return w.r.number != "s"
        behind = self.words[t.last]
        return behind.r.pos == "name" and (behind.entry is None or behind.entry.kind == "city")

    def _in_a_name(self, t: Trigger) -> bool:
        """Whether the noun tells what a body is for, as part of its name: اللجنة الوطنية لإنقاذ الشعب."""
        x = t.chunk
        if x is None or x.rel != "li" or not x.n or t.first != x.start:
            return False
        body = self.chunks[x.n - 1]
        head = self.words[body.head]
        named = head.hit is None and head.r.definite and not head.r.pron and body.end > body.head + 1
        return body.end == x.start and named and head.r.lemma in self.cues.named_body

    def _agreed_in_writing(self, t: Trigger) -> bool:
        """Whether a noun of agreement only tells what a paper is: مذكرة التفاهم."""
        part = t.part
        before = self.words[t.first - 1] if part is not None and t.first > part.start else None
        paper = before is not None and before.hit is None and before.r.lemma in self.cues.paper
        return paper and all(f.type == "AGREE" for f in self.scene.frames_of(t))

    def why(self, case: Case) -> bool:
        """Whether a noun only tells at whose wish something is done: رفعت الأجور استجابة لمطالب النقابات."""
        t = case.trigger
        assert t.chunk is not None
        w = self.words[t.word]
        behind = self.words[t.last] if t.last < len(self.words) else None
        if behind is None or w.r.definite or w.r.pron or t.word != t.chunk.head:
            return False
        return w.r.lemma in self.cues.obliging and not t.chunk.prep and behind.r.prep == "ل" and t.relation != "subject"

    def charged_with(self, case: Case) -> bool:
        """Whether a noun only tells what a charge right before it is of: بتهمة التعاون مع إسرائيل."""
        t = case.trigger
        before = self.words[t.first - 1] if t.first else None
        charged = before is not None and (before.r.lemma in self.cues.charge or before.r.lemma[1:] in self.cues.charge)
        return charged and not self.words[t.word].r.prep
