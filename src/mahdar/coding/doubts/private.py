"""Doubts about what private people, things and outlets do."""

from typing import Final

from mahdar.analysis.chunks import Word
from mahdar.coding.doubts.case import PUBLIC, Case, Questions
from mahdar.coding.kinds import UNNAMED
from mahdar.coding.slots import Trigger

_NOBODY: Final = frozenset((None, "CVL", "REF", "MED", "EDU", "SOC", "BUS"))  # to whom nobody's words are no news
_PEOPLE: Final = frozenset(("person", "population"))
_PRIVATE: Final = frozenset(("AGR", "BUS", "CVL", "EDU"))
_THINGS: Final = frozenset(("abstract", "act", "thing", "time"))


class Private(Questions):
    """Asks whether an act is anybody's in public life."""

    def private_words(self, case: Case) -> bool:
        """Whether words are those of private people, or of nobody known, to nobody public; a body may speak whom no
        table has.
        """
        t, frame, actor, recipient = case.trigger, case.frame, case.actor, case.recipient
        if frame.official or "subject" in frame.slots.recipient:
            return False  # يحاكم ثلاثة مزارعين
        if any(p.sector not in _NOBODY or p.kind in ("organization", "government") for p in recipient):
            return False
        if t.kind == "verb" and any(self.words[x.head].r.lemma in self.cues.defendant for x in t.clause.subject):
            return False
        if actor and all(p.kind == "person" and p.entry < 0 and not p.office and len(p.code or "") == 3 for p in actor):
            return all(p.sector in _NOBODY and p.code not in UNNAMED for p in actor)
        if not recipient or any(p.code not in UNNAMED or p.sector for p in actor):
            return False
        return not any(self.words[x.head].r.cls == "group" for x in t.clause.subject)

    def undone(self, case: Case) -> bool:
        """Whether nobody is told to do a friendly act."""
        t, frame, verb = case.trigger, case.frame, case.trigger.clause.verb
        if case.actor or not case.named:
            return False
        lacking = t.light is not None and t.light.subject == "recipient"  # حصلت كولومبيا على مساعدة
        done = t.clause.passive or (verb is not None and self.words[verb.start].act_in(self.cues.done_verb))
        eased = frame.type == "CONCEDE" and frame.idafa == "object"  # إنهاء العقوبات
        return not (lacking or "subject" in frame.slots.recipient or (t.kind == "noun" and (done or eased)))

    def an_interview(self, case: Case) -> bool:
        """Whether an outlet takes part in a meeting, which it only reports."""
        return any(p.kind == "media" for p in case.actor)

    def a_fact(self, case: Case) -> bool:
        """Whether what was told before, or an act, does it: مما يتيح تحقيق الاستقرار."""
        t, c = case.trigger, case.trigger.clause
        if not case.actor or t.kind != "verb" or c.opener < 0 or self.words[c.opener].r.lemma not in self.cues.fact:
            return False
        return not self.words[t.word].r.pron and all(self.words[x.head].r.form == "masdar" for x in c.subject)

    def a_thing(self, case: Case) -> bool:
        """Whether the subject is only a thing of somebody's."""
        t = case.trigger
        if not case.actor or t.kind != "verb" or "subject" in case.frame.words or not all(p.weak for p in case.actor):
            return False
        heads = [self.words[x.head] for x in t.clause.subject]
        return bool(heads) and all(self._does_nothing(t, w) for w in heads)

    def _does_nothing(self, t: Trigger, w: Word) -> bool:
        """Whether the head of a subject is a thing that acts for nobody: no paper, and no verbal noun behind the verb,
        which is what somebody unnamed does (واقترح تأسيس شركة).
        """
        if w.r.cls not in _THINGS or w.r.lemma in self.cues.paper or w.r.lemma in self.cues.assembly:
            return False
        return w.r.form != "masdar" or w.n < t.word

    def a_people_abroad(self, case: Case) -> bool:
        """Whether only people of a country, nobody in office, visit: زار آلاف الكينيين أوغندا."""
        if not case.actor or case.frame.mode != "visit":
            return False
        return all(p.kind == "population" and p.sector not in PUBLIC for p in case.actor)

    def business(self, case: Case) -> bool:
        """Whether firms help nobody but private people."""
        if not case.actor or any(p.sector != "BUS" for p in case.actor):
            return False
        return all(p.sector in _PRIVATE for p in case.recipient)

    def only_private(self, case: Case) -> bool:
        """Whether only people of no office do it, to nobody in public life or of another country."""
        frame, actor, recipient = case.frame, case.actor, case.recipient
        if not (case.named and actor) or not all(p.sector in _PRIVATE and p.kind in _PEOPLE for p in actor):
            return False
        if frame.type == "CONSULT" and frame.merge and self._of_delegates(case.trigger):
            return False
        codes = {p.code for p in actor}
        met = any(p.kind not in _PEOPLE or p.sector in PUBLIC for p in recipient)
        abroad = any(p.code not in codes | UNNAMED for p in recipient) and not codes <= UNNAMED
        received = "subject" in frame.slots.recipient if frame.type == "CONSULT" else abroad
        return not ((met and received) or (frame.merge and any(p.number == "d" for p in actor)))

    def _of_delegates(self, t: Trigger) -> bool:
        """Whether a noun of talks has those for its genitive who are sent to talks: اجتماع الخبراء."""
        words = self.words[t.last : t.part.end] if t.part is not None else []
        return any(w.hit is None and w.r.definite and w.r.lemma in self.cues.delegate for w in words)

    def on_an_errand(self, case: Case) -> bool:
        """Whether somebody travels on his own account: غادر إلى لندن لتلقي العلاج، ليقضي إجازة."""
        aims = [y for c in case.trigger.clause.children if c.kind == "purpose" for y in c.objects[:1]]
        for x in (*case.around.chunks("li"), *aims):
            w, inner = self.words[x.head], self.words[x.head + 1] if x.head + 1 < x.end else None
            spent = w.r.form == "masdar" and inner is not None and inner.hit is None
            if w.hit is None and (
                w.r.lemma in self.cues.errand or (spent and inner is not None and inner.r.lemma in self.cues.errand)
            ):
                return True
        return False
