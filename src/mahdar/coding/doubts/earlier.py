"""Doubts about nouns of what was told before, or has long been known."""

from typing import Final

from mahdar.analysis.party import side
from mahdar.coding.doubts.case import Case, Questions
from mahdar.coding.kinds import SETTING
from mahdar.coding.slots import Surroundings, Trigger

_REFERENCE_REACH: Final = 6  # how many words before a noun of violence what makes it a mere reference may stand
_ASIDE: Final = frozenset(("fi", "bi", "min", "li", "ala", "an"))
_TWO: Final = 2  # sides that meet
_BREATH: Final = 14  # how many words behind a trigger a time may stand that makes it news


class Earlier(Questions):
    """Asks whether a noun only refers to an act."""

    def background(self, case: Case) -> bool:
        """Whether violence is only told to place other news in time (قبل الهجوم) or as a measure; a time of these days
        makes it news.
        """
        t, frame = case.trigger, case.frame
        c = t.clause
        if t.kind == "verb" or t.chunk is None:
            return False
        if t.light is not None and c.kind == "relative" and c.antecedent is t.chunk and not c.passive:
            return False  # في ما يتعلق بالحصار الذي تفرضه إسرائيل: its own clause tells who does it
        if t.chunk.rel in SETTING and t.part is t.chunk.parts[0]:
            if self.scene.led_to_next(t):
                return False
            if t.chunk.rel == "khilal" and frame.type == "ASSAULT" and self._cost_lives(t):
                return False  # قتلوا خلال اشتباكات
            during = t.chunk.rel == "khilal" and frame.type == "PROTEST"  # اعتقلوا خلال مظاهرة
            told = not during and self.words[t.chunk.start].token.folded not in self.cues.next_day
        elif self._measure(t):
            told = True
        else:
            known = c.kind == "relative" and c.opener >= 0 and c.antecedent is not None
            aside = known and c.antecedent is not t.chunk and t.chunk.rel in _ASIDE
            told = aside and c.verb is not None and not self.words[c.verb.start].act_in(self.cues.result_verb)
            told = told and self.scene.denier(t) is None  # نفت الأنباء التي ترددت عن مقتل جنود
        return told and not self._fresh(t)

    def _cost_lives(self, t: Trigger) -> bool:
        """Whether the verb of its clause, or the noun before it where there is none, tells only dead and wounded."""
        c, k = t.clause, t.chunk.n - 1 if t.chunk is not None else -1
        if c.verb is not None:
            frames = [f for v in self.words[c.verb.start].acts for f in self.scene.frames.verbs.get(v, ())]
        else:
            frames = self.scene.single(self.words[self.chunks[k].head]) if k >= 0 else []
        return any(f.toll for f in frames)

    def _measure(self, t: Trigger) -> bool:
        """Whether a definite noun only tells of what a noun before it is: أهداف العدوان، وقت القصف."""
        w, head = self.words[t.word], self.words[t.first - 1]
        if self.title or t.light is not None or t.part is None or t.first <= t.part.start:
            return False
        if not w.r.definite or w.r.pron:
            return False
        plain_noun = (
            head.hit is None and head.r.pos == "noun" and not (head.r.form == "masdar" and head.r.number == "s")
        )
        if head.r.lemma in self.cues.claim_noun and self.scene.claims_deed(t.clause):
            return False
        return plain_noun and head.r.lemma not in self.cues.series and head.r.lemma not in self.cues.counting

    def in_general(self, case: Case) -> bool:
        """Whether a definite noun of force stands all alone, of nobody and against nobody: اتهمها بالقمع."""
        t, frame = case.trigger, case.frame
        assert t.chunk is not None and t.part is not None
        w = self.words[t.word]
        if not w.r.definite or w.r.pron or t.part.end > t.last or t.relation in ("subject", "") or self.lent_to(t):
            return False
        if t.chunk.rel in ("ala_yad", "sabab") or self._fresh(t) or self.scene.laid_to(t) is not None:
            return False
        if self.scene.blamed(t):
            return False  # اتهمها بالوقوف وراء الهجوم
        return not any(case.around.parties(r) for r in (*frame.slots.actor, *frame.slots.recipient))

    def judged(self, case: Case) -> bool:
        """Whether somebody condemns an attack of which only the attacker is told: أدانت بيروت الاعتداء الإسرائيلي."""
        t = case.trigger
        assert t.chunk is not None and t.part is not None
        c = t.clause
        if t.relation not in ("object", "bi") or c.verb is None or not self.words[t.word].r.definite or t.chunk.conj:
            return False
        if any(self.words[k].entry is None for k in range(t.last, t.part.end)) or t.part.end == t.last:
            return False
        blames = self.scene.verb_frames(self.words[c.verb.start])
        if not any(f.type == "ACCUSE" and not f.words for f in blames) or self._fresh(t):
            return False
        behind = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        more = behind is not None and behind.kind == "np" and behind.start == t.chunk.end and bool(behind.prep)
        return not more and not any(x.antecedent is t.chunk for x in c.children)

    def known_deed(self, case: Case) -> bool:
        """Whether a noun of violence stands for a deed long known, or for deeds of a kind: ذكرى اغتيال، متهم بتفجير،
        عمليات الخطف.
        """
        t = case.trigger
        for k in range(t.first - 1, max(-1, t.first - 1 - _REFERENCE_REACH), -1):
            w = self.words[k]
            if w.token.kind == "mark" or w.r.pos == "verb":
                return False
            if t.chunk is not None and any(x.start <= k < x.end < t.chunk.start for x in t.clause.subject):
                continue  # اتهمت المحكمة الجنرال بارتكاب مجازر
            word = w.r.lemma if w.hit is None else w.token.folded.removeprefix("ال")  # لجنة التحقيق الدولية
            if word in self.cues.known_deed and (not w.r.accusative or w.r.definite):
                claimed = w.r.lemma in self.cues.claim_noun and (w.r.pron or self.scene.claims_deed(t.clause))
                told = claimed or bool(self.scene.blamed(t))  # who claims it, or lays it on others, tells of it
                return not told and self.scene.denier(t) is None
        return False

    def long_ago(self, case: Case) -> bool:
        """Whether a phrase only tells how long ago a deed was: مرور عشرة أعوام على اغتياله."""
        t = case.trigger
        k = t.first - 1
        while k > 0 and (self.words[k].time or self.words[k].r.pos in ("prep", "num")):
            k -= 1
        w = self.words[k]
        return k < t.first - 2 and w.hit is None and w.r.lemma in self.cues.lapse

    def back_reference(self, case: Case) -> bool:
        """Whether a noun refers back to an act told before, which nobody denies or lays on others."""
        t, frame = case.trigger, case.frame
        if frame.attribute or case.told_in_words or not self._refers_back(t, case.around):
            return False
        return not case.around.denied() and not (frame.type == "ASSAULT" and self.scene.blamed(t))

    def _refers_back(self, t: Trigger, around: Surroundings) -> bool:
        """تلك المحادثات، هذا البيان; a definite noun in an adverbial phrase without modifier (خلال اللقاء)."""
        assert t.part is not None and t.chunk is not None
        k = t.part.start
        if self.words[k].hit is None and self.words[k].r.pos == "dem" and self.words[k + 1 : k + 2] and k < t.word:
            sides = {side(p) for rel in ("bayna", "maa") for p in around.parties(rel)}
            return t.relation != "subject" or len(sides) < _TWO  # هذه المحادثات الأولى بين كينيا والصومال
        w = self.words[t.word]
        if w.r.pos == "adj":
            return False  # من الضروري أن
        for x in self.chunks[t.chunk.n + 1 :]:
            if x.kind != "np" or not x.prep or x.conj:
                break
            if x.rel in ("bayna", "didda") or (t.chunk.rel == "an" and x.rel == "ala"):
                return False
            if x.rel == "maa" and self.words[x.head].r.form != "masdar":
                return False
        bare = w.r.definite and t.part.end == t.last and not w.r.pron
        c = t.clause
        if any(not x.prep for x in around.chunks("maa")):
            return False  # القمة التي كان يفترض أن تجمع الرئيسين
        meets = any(f.type == "CONSULT" for f in self.scene.single(w))
        if meets and c.verb is not None and t.relation == "subject" and not c.passive:
            if self.scene.speaks_of(c) or self.words[c.verb.start].act_in(self.cues.adopt_verb):
                return True  # دعت القمة العربية إلى هدنة، أقرت القمة الخطة
        if bare and t.relation == "subject" and c.verb is not None and not c.passive:
            verb = self.words[c.verb.start]
            told = bool(verb.act_in(self.cues.done_verb) or verb.act_in(self.cues.aspect))
            told = told or (not c.objects and bool(verb.act_in(self.cues.hold_verb)))  # سيعقد الاجتماع غدا
            return not (told or verb.act_in(self.cues.postpone_verb))
        if t.chunk.rel == "an" and self.scene.owned_up(t):
            return False  # أعلنت مسؤوليتها عن الهجوم
        return bare and t.chunk.rel in ("khilal", "baad", "qabl", "fi", "hawl", "min", "an", "hasab", "sabab")

    def _fresh(self, t: Trigger) -> bool:
        """Whether a time of these days stands in the clause of a trigger or soon behind it, in the same breath."""
        spans = [range(x.start, x.end) for x in t.clause.times] if t.kind == "verb" or t.light is not None else []
        for span in (*spans, range(t.last, min(t.last + _BREATH, len(self.words)))):
            for k in span:
                token = self.words[k].token
                if token.kind == "mark":
                    break
                if token.folded in self.cues.fresh_time:
                    return True
        return False
