"""Doubts about who does it: nobody known, one alone where two are needed, oneself, a mere fact."""

from typing import Final

from mahdar.analysis.party import side
from mahdar.coding.doubts.case import PUBLIC, Case, Questions, known
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import TWO_SIDED, UNNAMED
from mahdar.coding.slots import Surroundings, Trigger

_TOLD_BY_ONE: Final = frozenset(("SUPPORT", "AGREE", "ASSAULT", "RETREAT"))  # two-sided acts told of one party alone

_OWN_WORDS: Final = frozenset(("ACCUSE", "REJECT", "REQUEST", "SUPPORT", "THREATEN"))  # which outlets have too


class Doers(Questions):
    """Asks who does it."""

    def nameless(self, case: Case) -> bool:
        """Whether neither side is known, in an act that is news only by its parties."""
        tried = case.frame.official and any(p.kind == "person" for p in case.recipient)  # محاكمة محاميين متورطين
        return not (case.named or tried or self._open(case) or self.scene.deed(case.trigger, case.frame))

    def _open(self, case: Case) -> bool:
        """Whether an act without a named party is news: told by a verb of somebody in public life, or a two-sided act
        told as something new, whose participants the article may name.
        """
        t, frame = case.trigger, case.frame
        if t.kind == "verb" and case.recipient and any(p.sector in PUBLIC for p in case.actor):
            return True
        if not frame.merge or frame.type not in TWO_SIDED | {"SUPPORT", "ASSAULT"}:
            return False
        if frame.type == "ASSAULT" and not (t.kind == "noun" and (t.light is not None or self._breaks_out(t))):
            return False
        if t.kind != "noun":
            return t.clause.passive
        return t.relation in ("subject", "object") or (self.title and t.relation == "")

    def _breaks_out(self, t: Trigger) -> bool:
        """Whether a clause tells of fighting that it goes on or broke out: اندلعت معارك قرب البلدة."""
        verb = t.clause.verb
        if verb is None or t.relation != "subject":
            return False
        w = self.words[verb.start]
        return bool(w.act_in(self.cues.aspect) or (w.act_in(self.cues.done_verb) and not self.words[t.word].r.definite))

    def nobody_feels(self, case: Case) -> bool:
        """Whether nobody known hopes, fears or says what needs two known parties."""
        return case.frame.both and not known(case.actor)

    def a_fact_brings_about(self, case: Case) -> bool:
        """Whether all that the sentence tells before is the subject of a verb: مما أجبر الحكومة على التراجع."""
        if "subject" not in case.frame.classes:
            return False
        t = case.trigger
        c = t.clause
        if t.kind != "verb" or c.subject or c.passive or c.opener < 0:
            return False
        return self.words[c.opener].hit is None and self.words[c.opener].r.lemma in self.cues.which

    def of_oneself(self, case: Case) -> bool:
        """Whether somebody says of himself what is an act only if said of others."""
        return case.frame.slots.require == ["an_clause:subject"] and _own(case)

    def at_home(self, case: Case) -> bool:
        """Whether somebody visits only his own country."""
        return case.frame.both and case.frame.mode == "visit" and _own(case)

    def aids_himself(self, case: Case) -> bool:
        """Whether all that are helped are those who help."""
        return bool(case.recipient) and {side(p) for p in case.recipient} <= {side(p) for p in case.actor}

    def an_outlet(self, case: Case) -> bool:
        """Whether only news outlets do what newspapers do not do in words of their own: حذرت صحيفة من القانون."""
        if not case.actor or case.frame.type in _OWN_WORDS:
            return False
        return all(p.kind == "media" for p in case.actor)

    def one_of_two(self, case: Case) -> bool:
        """Whether only one party of a two-sided act is told."""
        if not (case.frame.merge and case.named) or case.recipient:
            return False
        return len({(p.code, p.sector) for p in case.actor}) < 2 and not self._alone(case)

    def _alone(self, case: Case) -> bool:
        """Whether a two-sided act may be told of one party: a signing, a body's own meeting, a phrase with an
        adverbial.
        """
        t, frame, actor, around = case.trigger, case.frame, case.actor, case.around
        if frame.type == "AGREE" and t.kind == "noun" and self._told_to_lack(t):
            return any(p.code not in UNNAMED for p in around.parties("maa"))
        if frame.type in _TOLD_BY_ONE:
            return True
        if frame.type == "CONSULT" and t.kind == "verb" and self.scene.stays_away(t):
            return True  # «لن نتفاوض»
        if frame.type == "COOPERATE":
            return (t.kind != "noun" or t.light is not None) and any(
                p.code not in UNNAMED and not p.weak for p in around.parties("maa")
            )
        if any(p.code not in UNNAMED and not p.weak for p in around.parties("maa")):
            return True
        if frame.type == "CONSULT" and t.kind == "noun" and self.words[t.last - 1].r.pron == "هم":
            return not around.chunks("object")  # في ختام قمتهم
        body = any(p.kind == "organization" and p.code not in UNNAMED and p.sector is None for p in actor)
        if t.kind != "noun" and frame.type == "CONSULT" and self._meets_somebody(t, frame, around):
            return True
        if t.kind != "noun":
            return body or (frame.type == "CONSULT" and actor[0].number in ("p", "d") and actor[0].kind != "government")
        return t.light is not None or body or (self._told(t) and frame.type == "CONSULT" and not actor[0].weak)

    def _told_to_lack(self, t: Trigger) -> bool:
        """Whether somebody only tells that there is no such thing: أكد الخبير عدم وجود اتفاق على تعريف."""
        verb = t.clause.verb
        tells = verb is not None and bool(self.words[verb.start].act_in(self.cues.report))
        return tells and t.light is None and t.relation == "object" and self.status.of(t)[0] == "negated"

    def _meets_somebody(self, t: Trigger, frame: Frame, around: Surroundings) -> bool:
        """Whether a verb of meeting has people as its other side, known or not: التقى الوزير ممثلين عن المزارعين."""
        others = [x for rel in frame.slots.actor if rel != "subject" for x in around.chunks(rel)]
        return bool(t.clause.subject) and any(self.words[x.head].r.cls in ("human", "group") for x in others)

    def _told(self, t: Trigger) -> bool:
        """Whether a noun is what its clause tells of, alone or counted: احتضنت جنيف جولة من المفاوضات اليمنية."""
        counted = t.relation == "min" and t.chunk is not None and t.chunk.n > 0 and self.scene.counted(t.chunk)
        return counted or t.relation in ("subject", "object")

    def by_disaster(self, case: Case) -> bool:
        """Whether people died of a disaster or an accident: قتل خمسة وأصيب عشرة في انهيار مبنى."""
        return not case.actor and (self.resolver.d.disaster or self._of_accident(case))

    def _of_accident(self, case: Case) -> bool:
        """Whether the clause that goes on with the toll tells of an accident: قتل خمسة وأصيب عشرة في انهيار مبنى."""
        t, frame = case.trigger, case.frame
        if not frame.toll or t.kind != "verb":
            return False
        for c in self.scene.clauses:
            if c.previous is not t.clause or c.verb is None:
                continue
            if any(f.toll for f in self.scene.verb_frames(self.words[c.verb.start])):
                around = self.scene.around(Trigger("verb", c.verb.start, c.verb.start, c.verb.end, c))
                return any(
                    around.says(w, words)
                    for relation, words in frame.not_words.items()
                    if relation not in ("subject", "object")
                    for w in around.heads(relation)
                )
        return False


def _own(case: Case) -> bool:
    """Whether nobody but the actors has it done to them."""
    return {p.code for p in case.recipient} <= {p.code for p in case.actor}
