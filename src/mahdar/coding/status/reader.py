"""The status of any trigger, and what putting off and calling off make of it."""

from typing import Final

from mahdar.analysis.chunks import Chunk
from mahdar.coding.slots import Trigger
from mahdar.coding.status.noun import NounStatus
from mahdar.coding.status.told import Told
from mahdar.record.types import Status

_BEFORE: Final = 3  # how many words before 'did not' a word of contrast may stand


class StatusReader(NounStatus):
    """Reads status from particles, governing verbs and nouns, and kinds of clause."""

    def of(self, t: Trigger) -> Told:
        """The status of a trigger and the word that sets it."""
        status, cue = self.noun(t) if t.kind == "noun" else self.clause(t.clause)
        expected = status == "planned" and (cue in self.cues.expected or cue in self.cues.expect_verb)
        return ("negated", "") if expected and self._not_kept(t) else (status, cue)

    def _not_kept(self, t: Trigger) -> bool:
        """Whether what was to be done is then told not to have been: كان يفترض أن تنسحب أمس لكنها لم تفعل."""
        words = self.words
        for k in range(t.last, len(words) - 1):
            did = words[k].r.lemma in self.cues.never_did and words[k + 1].act_in(self.cues.do_verb)
            if did and any(w.hit is None and w.r.lemma in self.cues.adversative for w in words[k - _BEFORE : k]):
                return True
        return False

    def called_off(self, t: Trigger) -> Told | None:
        """What a verb or noun of putting off or calling off makes of an act; None where none governs it."""
        c = t.clause
        for x in (c, *c.ancestors()):
            if x.kind == "relative" and x.antecedent is t.chunk and x.parent is not None:
                c = x.parent  # ألغي الاجتماع الذي كان سيعقده
        if c.verb is not None and t.chunk is not None and (t.chunk in c.subject or t.chunk in c.objects):
            w = self.words[c.verb.start]
            if (status := self.off(c.verb.start)) and not c.particles:
                return status, w.r.lemma
        plan = self._planned_with(t) if c.verb is not None else None
        if plan is not None and c.verb is not None and (plan in c.subject or plan in c.objects):
            if (status := self._shelved(c.verb.start)) and not c.particles:
                return status, self.words[c.verb.start].r.lemma  # ألغت خطة لنشر قوات
        before = self.words[t.first - 1] if t.chunk is not None and t.first > t.chunk.start else None
        if before is not None and before.hit is None and before.r.of in self.cues.postpone_verb:
            return ("planned" if self._new_day(t.first) else "negated"), before.r.lemma
        return None

    def _shelved(self, k: int) -> Status | None:
        """What the verb at `k` makes of what is planned by the plan that it calls off or lays aside."""
        return "negated" if self.words[k].act_in(self.cues.shelve_verb) else self.off(k)

    def _planned_with(self, t: Trigger) -> Chunk | None:
        """The phrase of a plan or date right before a noun that tells what is planned: خطة لنشر قوات."""
        before = self._preceding_noun(t.clause, t.chunk) if t.chunk is not None else None
        if before is None or t.chunk is None or t.chunk.rel not in ("li", "fi", "bi"):
            return None
        return before if self.words[before.parts[-1].head].r.lemma in self.cues.planned_noun else None

    def off(self, k: int) -> Status | None:
        """What the verb or verbal noun at `k` makes of what it puts off or calls off; None for another one."""
        w = self.words[k]
        if w.act_in(self.cues.cancel_verb) or w.r.of in self.cues.cancel_verb:
            return "negated"
        if not w.act_in(self.cues.postpone_verb) and w.r.of not in self.cues.postpone_verb:
            return None
        return "planned" if self._new_day(k) else "negated"

    def _new_day(self, first: int) -> bool:
        """Whether a word behind `first` tells to which day something is put off: إلى الأحد المقبل، لشهرين."""
        for k in range(first + 1, len(self.words)):
            w = self.words[k]
            if w.time and (w.r.prep == "ل" or self.words[k - 1].r.lemma in self.cues.until):
                return True
        return False
