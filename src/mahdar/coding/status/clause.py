"""What a clause says of its verb: particles, auxiliaries, the kind of clause, and what governs it."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.coding.status.told import AIM, OCCURRED, TO_COME, Told, negates
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS

IN_STEAD: Final = ("bidun", "badal")  # relations of what is not done
_ASKED: Final = 4  # how many words before a verb what makes a question of it may stand
_DENIED: Final = 3  # how many words before a word of ability what denies it may stand
_GOVERNED: Final = 12  # how many words before 'that' the word that governs it may stand


class ClauseStatus:
    """Reads the status of clauses."""

    def __init__(self, words: list[Word], cues: Cues, title: bool) -> None:
        self.words, self.cues, self.title = words, cues, title

    def clause(self, c: Clause) -> Told:
        """The status of what a clause's verb says."""
        if c.verb is None:
            return self.around(c)
        if (barely := self._barely(c)) is not None:
            return barely
        if (negated := self._negated(c)) and not self._excepts(c):
            return ("possible" if self._only_if(c.verb.end) else "negated"), negated
        if possible := self._perhaps(c):
            return "possible", possible
        if self.asked(c):
            return "possible", ""
        above = self.around(c)
        if above[0] != "occurred":
            return above
        if self._future(c):
            return "planned", TO_COME
        if (carried := self._carried(c))[0] != "occurred":
            return carried
        return ("planned", "") if self._by_date(c) or self._let(c) else OCCURRED

    def _barely(self, c: Clause) -> Told | None:
        """What an auxiliary of nearly doing makes of an act: كادت تنسحب، لم تكد تنسحب حتى."""
        for a in c.aux:
            w = self.words[a.start]
            if w.r.lemma in self.cues.almost_verb:
                hardly = any(negates(self.words, k, self.cues) for k in c.particles)
                return OCCURRED if hardly else ("possible", w.r.lemma)
        return None

    def _negated(self, c: Clause) -> str:
        """The word that denies what a clause's verb says, "" for none: لم يقصف، ليست مستعدة، غير مستعدة."""
        assert c.verb is not None
        before = self.words[c.verb.start - 1].r.lemma if c.verb.start else ""
        if before in self.cues.other_than and self.words[c.verb.start].r.pos != "verb":
            return before
        for a in c.aux:
            if self.words[a.start].r.lemma in self.cues.be_not:
                return self.words[a.start].r.lemma
        for k in c.particles:
            if negates(self.words, k, self.cues) and not self._needless(k, c) and not self._only_first(k, c.verb.start):
                return self.words[k].r.lemma
        return ""

    def _only_first(self, k: int, verb: int) -> bool:
        """Whether a negation denies only that a time is the first: ليست هذه أول مرة تستقدم فيها سفيرها."""
        return any(w.hit is None and w.r.lemma in self.cues.occasion for w in self.words[k + 1 : verb])

    def _perhaps(self, c: Clause) -> str:
        """The word that leaves open whether a clause's verb comes about, "" for none: ربما قصف، قد يقصف."""
        found = ""
        for k in c.particles:
            lemma = self.words[k].r.lemma
            if self._needless(k, c) or lemma in self.cues.perhaps:
                found = lemma
            elif lemma in self.cues.possible_particle and self._present_behind(k, c):
                found = lemma
        return found

    def _future(self, c: Clause) -> bool:
        """Whether the verb of a clause, or its auxiliary, has a mark of the future: سيقصف، سوف يقصف، سيكون قد قصف."""
        assert c.verb is not None
        if any(self.words[k].r.lemma in self.cues.will for k in c.particles):
            return True
        return any(self.words[x.start].r.fut == TO_COME for x in (c.verb, *c.aux))

    def _by_date(self, c: Clause) -> bool:
        """Whether a present verb tells what its time puts in the future: يلتقي نظيره غدا، يصل اليوم."""
        assert c.verb is not None
        w = self.words[c.verb.start]
        if w.r.tense != "present" or c.aux:
            return False
        if not w.act_in(self.cues.ending_verb) and self._lies_ahead(c):
            return True
        return bool(w.act_in(self.cues.diary_verb)) and self._appointed(c)

    def _let(self, c: Clause) -> bool:
        """Whether a particle of will stands before a present verb outside a clause of purpose: فلتنسحب القوات."""
        assert c.verb is not None
        r = self.words[c.verb.start].r
        return r.fut == AIM and r.tense == "present" and c.kind != "purpose"

    def asked(self, c: Clause) -> bool:
        """Whether the verb of a clause stands in a question: هل هاجمت إيران السفينة؟"""
        if c.verb is None:
            return False
        if c.kind == "complement" and c.parent is not None and self.subjunctive(c):
            return self.asked(c.parent)  # هل تقبل روسيا أن ينسحب
        for w in reversed(self.words[max(0, c.verb.start - _ASKED) : c.verb.start]):
            if w.token.kind == "mark":
                return False
            if w.r.lemma in self.cues.question and w.hit is None and w.r.pos != "noun":
                between = self.words[w.n + 1 : c.verb.start]
                return w.r.pos != "conj" or all(x.r.pos in ("neg", "fut", "modal") for x in between)
        return False

    def _present_behind(self, k: int, c: Clause) -> bool:
        """Whether the first verb of a clause behind the particle at `k` is in the present: قد يقصف, قد تكون قصفت."""
        verbs = [x.start for x in (*c.aux, *([c.verb] if c.verb is not None else [])) if x.start > k]
        return bool(verbs) and self.words[min(verbs)].r.tense == "present"

    def _needless(self, k: int, c: Clause) -> bool:
        """Whether a negation leaves it open whether an act comes about: ليس بالضرورة أن، من غير المستبعد أن."""
        between = [w for w in self.words[k + 1 : c.opener] if w.hit is None] if k < c.opener else []
        return any(w.r.lemma in self.cues.must or w.r.of in self.cues.rule_out_verb for w in between)

    def _excepts(self, c: Clause) -> bool:
        """Whether a negated clause tells the act all the same: لا يستهدف سوى الثكنات، لم يدن القصف فحسب بل."""
        assert c.verb is not None
        for k in range(c.verb.end, len(self.words) - 1):
            w, behind = self.words[k], self.words[k + 1]
            if w.hit is not None:
                continue
            if w.r.pos == "verb":
                return False
            if w.token.folded in self.cues.save or w.token.folded in self.cues.merely:
                return True
            if w.token.folded in self.cues.only and behind.r.lemma in self.cues.rather:
                return True
            if self._but_for(k) and self.words[c.verb.start - 1].r.lemma in self.cues.never_did:
                return True  # لم تنسحب إلا بعد قصف البلدة
        return False

    def _but_for(self, k: int) -> bool:
        """Whether the word at `k` leaves what stands behind it of what is negated: إلا بانسحابها, but not إلا أنها."""
        w, behind = self.words[k], self.words[min(k + 1, len(self.words) - 1)]
        return w.hit is None and w.token.folded in self.cues.but_for and behind.r.pos not in ("sub", "verb")

    def _only_if(self, start: int) -> bool:
        """Whether words from `start` on leave one case in which what is negated comes about: لن تنسحب إلا بضمانات."""
        for k in range(start, len(self.words) - 1):
            w = self.words[k]
            if self._but_for(k):
                return True
            comma = w.token.raw in COMMAS and self._but_for(k + 1)
            if not comma and (w.token.kind == "mark" or (w.hit is None and w.r.pos in ("verb", "sub"))):
                return False
        return False

    def _carried(self, c: Clause) -> Told:
        """What a particle or mark of the future before one verb makes of the next present verb of the same subject that
        has none: ستقصف المطار وتدمر مدارجه، قد يزور كمبالا ويلتقي نظيره.
        """
        before = c.previous
        if before is None or before.verb is None or c.verb is None or c.aux or c.particles or c.subject:
            return OCCURRED
        r, first = self.words[c.verb.start].r, self.words[before.verb.start].r
        either = self._or_else(c.verb.start)
        if r.tense != "present" or not (either or r.conj in ("و", "ف")) or first.tense != "present":
            return OCCURRED
        denied = [self.words[k].r.lemma for k in before.particles if negates(self.words, k, self.cues)]
        if either and denied and not self._excepts(before):
            return "negated", denied[0]
        if first.fut == TO_COME or any(self.words[a.start].r.fut == TO_COME for a in before.aux):
            return "planned", TO_COME
        told = (self.words[k].r.lemma for k in before.particles)
        cue = next((x for x in told if x in self.cues.possible_particle or x in self.cues.perhaps), "")
        return ("possible", cue) if cue else self._carried(before)

    def _or_else(self, k: int) -> bool:
        """Whether 'or' joins the verb at `k` to the one before: لم تقصف المدينة أو تحاصرها."""
        w = self.words[k - 1] if k else None
        return w is not None and w.hit is None and w.r.pos == "conj" and w.r.lemma in self.cues.either

    def _lies_ahead(self, c: Clause) -> bool:
        """Whether the time that a clause tells is one to come: يلتقي نظيره غدا، في الشهر المقبل."""
        return any(self.words[k].token.folded in self.cues.future_time for x in c.times for k in range(x.start, x.end))

    def _appointed(self, c: Clause) -> bool:
        """Whether what is done by appointment is still to come: يصل اليوم, زيارة يلتقي خلالها, وصل حيث يجتمع."""
        debates = c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.debate_verb))
        if not self.title and not debates and any(self._on_a_day(x) for x in c.times):
            return True  # but يبحث الوزيران اليوم goes on while it is told
        up = c.parent
        if c.kind == "relative" and c.antecedent is not None and c.antecedent.parts:
            during = any(self.words[x.start].r.pron for x in c.args.get("khilal", []))
            return during and self.words[c.antecedent.parts[-1].head].r.lemma in self.cues.visit
        first = self.words[c.previous.verb.start] if c.previous is not None and c.previous.verb is not None else None
        if first is not None and c.previous is not None and first.r.tense == "present":
            journey = [self.words[x.head].r.lemma for x in c.previous.subject[:1]]  # تستمر الزيارة يومين يلتقي خلالهما
            if journey and journey[0] in self.cues.visit and c.args.get("khilal"):
                return True
        if first is not None and first.r.fut == TO_COME:
            return any(self.words[x.start].r.pron for x in c.args.get("khilal", []))  # سيمضي يومين يلتقي خلالهما
        if c.kind == "adverbial" and up is not None and up.verb is not None:
            comes = self.words[up.verb.start]
            where = self.words[c.opener].r.lemma in self.cues.where
            return where and bool(comes.act_in(self.cues.coming_verb)) and not self.title
        return False

    def _on_a_day(self, x: Chunk) -> bool:
        """Whether a time expression names a day or week that is not over."""
        words = [w.token.folded for w in self.words[x.start : x.end]]
        return any(w in self.cues.diary_time for w in words) and not any(w in self.cues.past_time for w in words)

    def around(self, c: Clause) -> Told:
        """What the kind of clause and its governor make of an act in it."""
        if c.kind == "condition":
            return "possible", self.words[c.opener].r.lemma
        if c.kind == "purpose":
            return self._purpose(c)
        if c.kind == "adverbial" and (when := self._when(c))[0] != "occurred":
            return when
        if self._drafted(c) or self._on_condition(c):
            return "possible", ""
        if self._agreed(c):
            return "planned", ""
        if self._denied_news(c):
            return "negated", ""
        if c.kind == "complement" and c.parent is not None:
            return self._complement(c)
        if c.kind == "relative" and c.opener < 0 and self._of_paper_to_come(c) and c.parent is not None:
            return self.clause(c.parent)  # من المنتظر أن يصدر بيان يدين القصف
        return OCCURRED

    def _on_condition(self, c: Clause) -> bool:
        """Whether a present verb tells what is done in a case that may come: إذا انسحبت تعود، في حال انسحابها تعود."""
        if c.verb is None or self.words[c.verb.start].r.tense != "present":
            return False
        if self.words[c.verb.start].r.lemma in self.cues.report:
            return False
        return any(x.kind == "condition" for x in c.children) or self._in_the_event(c)

    def _denied_news(self, c: Clause) -> bool:
        """Whether a clause tells what reports say that somebody denies: نفى الأنباء التي تتحدث عن هجوم."""
        up, verb = c.parent, c.verb
        if c.kind != "relative" or up is None or up.verb is None or verb is None or c.antecedent not in up.objects:
            return False
        denies = bool(self.words[up.verb.start].act_in(self.cues.denial))
        return denies and bool(self.words[verb.start].act_in(self.cues.report))

    def _doubted(self, c: Clause) -> Told | None:
        """What a verb of supposing makes of what it tells: لا يعتقد أنها هاجمت, يرجح أن تكون قد هاجمت."""
        up = c.parent
        if up is None or up.verb is None or c.via in ("qabl", "baad", "bidun", "li"):
            return None
        w = self.words[up.verb.start]
        if w.act_in(self.cues.supposing) and any(negates(self.words, k, self.cues) for k in up.particles):
            return "negated", w.r.lemma
        be = any(
            self.words[a.start].r.lemma in self.cues.be and self.words[a.start].r.tense == "present" for a in c.aux
        )
        if not be or not w.act_in(self.cues.possible_verb):
            return None
        return "possible", w.r.lemma

    def _was(self, c: Clause) -> bool:
        """Whether 'was' stands in a clause or around it: كان من المقرر أن يزور."""
        around = (c, *c.ancestors())
        verbs = [y for x in around for y in (*x.aux, *((x.verb,) if x.verb is not None else ()))]
        return any(self.words[y.start].r.lemma in self.cues.be for y in verbs)

    def _drafted(self, c: Clause) -> bool:
        """Whether a clause tells what a draft would have done: بموجب المسودة تفرج الحركة عن الرهائن."""
        if c.verb is None or self.words[c.verb.start].r.tense != "present" or c.aux:
            return False
        papers = [x for rel in ("manner", "hasab") for x in c.args.get(rel, ())]
        return any(self._is_draft(x) for x in papers)

    def _agreed(self, c: Clause) -> bool:
        """Whether a present verb tells what is due under an accord: بموجب الاتفاق تفرج الحركة عن الرهائن."""
        if c.verb is None or self.words[c.verb.start].r.tense != "present" or c.aux:
            return False
        due = [x for rel in ("manner", "hasab") for x in c.args.get(rel, ()) if x.n < c.verb.n]
        under = (x for x in due if self.words[x.start].token.folded in self.cues.under)
        return any(self.words[x.head].hit is None and self.words[x.head].r.lemma in self.cues.accord for x in under)

    def _is_draft(self, x: Chunk) -> bool:
        """Whether a phrase names a paper not yet adopted: مشروع قرار، مسودة الاتفاق."""
        return self.words[x.head].hit is None and self.words[x.head].r.lemma in self.cues.draft

    def _in_the_event(self, c: Clause) -> bool:
        """Whether a clause tells what will be done in a case that may come: في حال انسحاب إثيوبيا ستعود."""
        return any(self._in_case_of(self.words[x.head]) for x in c.args.get("fi", ()))

    def _in_case_of(self, w: Word) -> bool:
        """Whether a word tells of a case that may come: في حال انسحاب القوات; not في حال تأهب."""
        behind = self.words[w.n + 1].r.lemma if w.n + 1 < len(self.words) else ""
        return w.r.lemma in self.cues.event_of and behind not in self.cues.readiness

    def supposed(self, c: Clause) -> bool:
        """Whether a clause only tells what may be: في حال لم يف بوعده; not لن يتفاوض ما لم تنسحب."""
        return self.around(c)[0] == "possible" and not self._on_condition(c)

    def _when(self, c: Clause) -> Told:
        """The status of what is told as the time of something to come: ستنسحب عندما يتوقف القصف، ريثما يتوقف القصف."""
        opener = self.words[c.opener].r.lemma
        if c.verb is None or c.aux or self.words[c.verb.start].r.tense != "present":
            return OCCURRED
        if opener in self.cues.until_then:
            return "possible", opener
        if c.parent is None or opener not in self.cues.as_soon:
            return OCCURRED
        above = self.clause(c.parent)
        return above if above[0] == "planned" else ("occurred", "")

    def _purpose(self, c: Clause) -> Told:
        """The status of what somebody acts for; whoever acts to show something shows it, and what is done for a thing
        that may not be done may not come about either.
        """
        up = c.parent
        above: Told = ("occurred", "")
        if up is not None and up.verb is not None:
            above = self.clause(up)
        if c.verb is not None and self.words[c.verb.start].r.tense == "past":
            return OCCURRED  # لم تمض ساعات حتى قصفوا المدينة
        if above[0] in ("possible", "negated"):
            return "possible", above[1]
        if self._came_of_it(c):
            return above
        if self.words[c.opener].r.lemma in self.cues.until_then:
            return "possible", self.words[c.opener].r.lemma
        if c.verb is not None and self.words[c.verb.start].act_in(self.cues.report_noun):
            return above  # خرجوا ليؤكدوا وقوفهم معه
        return self._meant(c, self.words[c.opener].r.lemma)

    def _came_of_it(self, c: Clause) -> bool:
        """Whether 'so that' tells of an act what came of another, which nobody meant: لتمتد الاحتجاجات إلى المدينة."""
        up, x = c.parent, c.subject[0] if c.subject else None
        if up is None or up.verb is None or x is None or c.verb is None or x.n < c.verb.n:
            return False
        head = self.words[x.head]
        act = head.hit is None and (head.r.cls == "act" or head.r.form == "masdar")
        return act and self.words[up.verb.start].r.tense == "past" and self.words[c.verb.start].r.fut == AIM

    def _meant(self, c: Clause, cue: str) -> Told:
        """The status of what somebody acts for: planned, but what is to go on is done already (كي تواصل القصف)."""
        goes_on = c.verb is not None and self.words[c.verb.start].act_in(self.cues.go_on_verb)
        return ("occurred", "") if goes_on else ("planned", cue)

    def _of_paper_to_come(self, c: Clause) -> bool:
        """Whether a clause tells what a paper will say that is still to come: يصدر بيان يؤكد التزامها."""
        x, up = c.antecedent, c.parent
        if x is None or up is None or c.verb is None or self.words[c.verb.start].r.tense != "present":
            return False
        head = self.words[x.parts[-1].head] if x.parts else None
        paper = head is not None and head.hit is None and head.r.lemma in self.cues.paper
        return paper and (x in up.subject or x in up.objects) and up.verb is not None

    def _complement(self, c: Clause) -> Told:
        """The status of a أن-clause: من المقرر أن, يعتزم أن, يمكن أن, قبل أن."""
        assert c.parent is not None
        told = [w for w in self.words[max(0, c.opener - 2) : max(0, c.opener)] if w.r.pos != "prep"]
        if told and told[-1].hit is None and told[-1].r.lemma in self.cues.guess:
            return "possible", told[-1].r.lemma  # تكهنات بأن إثيوبيا قصفت البلدة
        if (doubted := self._doubted(c)) is not None:
            return doubted
        if not self.subjunctive(c):
            return OCCURRED
        if c.via in ("qabl", "baad"):
            return self._before_or_after(c)
        if c.via in IN_STEAD:
            return "negated", ""  # دون أن ينسحب، بدلا من أن ينسحب
        if c.via == "li":
            return self._meant(c, AIM)  # من أجل أن
        first = c.previous
        if first is not None and first.kind == "complement" and first.opener >= 0 and self.words[c.opener].r.conj:
            return self._complement(first)  # يجب أن يتوقف القتال وأن تنسحب القوات
        for k in range(c.opener - 1, max(-1, c.opener - _GOVERNED), -1):
            w = self.words[k]
            if w.hit is not None or w.time:
                continue
            if c.via and c.parent.verb is not None and any(x.start <= k < x.end for x in c.parent.subject):
                continue  # ينص القرار على أن: its verb governs the clause
            governed = self._by_verb(k) if w.r.pos == "verb" else self._by_noun(k, k == c.opener - 1)
            if governed is not None:
                return governed
        return "possible", ""

    def _before_or_after(self, c: Clause) -> Told:
        """The status of what else is done before or after it: سيلتقيه قبل أن يغادر, but كان سيلتقيه قبل أن تعلن."""
        assert c.parent is not None
        if c.via == "qabl" and self._caught(c):
            return "negated", ""
        above = self.clause(c.parent) if c.parent.verb is not None else OCCURRED
        return above if above[0] == "planned" and not self._was(c.parent) else OCCURRED

    def _by_noun(self, k: int, next_to: bool) -> Told | None:
        """What a noun or adjective that may govern a أن-clause makes of it; None where it says nothing of it."""
        w = self.words[k]
        lemma = w.r.lemma
        if next_to and lemma in self.cues.other_than:
            return "negated", lemma  # من غير أن يلتقي
        if w.r.pos not in ("adj", "noun"):
            return None
        if lemma in self.cues.impossible:
            return "negated", lemma  # من المستحيل أن يلتقي
        if w.r.pos == "noun" and lemma in self.cues.condition:
            return "possible", lemma  # شريطة أن
        if lemma in self.cues.planned_adjective:
            return "planned", lemma
        if w.r.of in self.cues.rule_out_verb:
            return "possible", lemma  # من غير المستبعد أن
        if lemma in self.cues.possible_noun:
            return ("negated" if lemma in self.cues.ability and self._denied(k) else "possible"), lemma
        if w.r.pos == "noun" and lemma in self.cues.no_noun:
            return "negated", lemma
        return ("planned", lemma) if w.r.pos == "noun" and lemma in self.cues.planned_noun else None

    def _by_verb(self, k: int) -> Told | None:
        """What a verb that may govern a أن-clause makes of it; None for a copula, whose predicate tells."""
        w = self.words[k]
        lemma = w.r.lemma
        if lemma in self.cues.possible_verb or lemma in self.cues.stipulate_verb:
            return ("negated" if w.act_in(self.cues.able_verb) and self._denied(k) else "possible"), lemma
        if lemma in self.cues.planned_verb or w.r.of in self.cues.planned_verb:
            return "planned", lemma
        if w.act_in(self.cues.copula):
            return None  # كان من المهم أن
        if lemma in self.cues.aspect:
            return OCCURRED
        # يتعين على أوغندا أن تنسحب
        wanted = w.act_in(self.cues.controlled_verb | self.cues.want_verb) or lemma in self.cues.report
        return ("possible", lemma) if wanted else OCCURRED

    def _caught(self, c: Clause) -> bool:
        """Whether a clause tells what somebody was caught or killed before he did: اعتقلت الشرطة رجلا قبل أن يهاجم
        السفارة; not اعتقلت القوات رجلا قبل أن تنسحب، اعتقل قبل أن يفرج عنه.
        """
        up = c.parent
        if up is None or up.verb is None or c.verb is None or c.subject or c.passive:
            return False
        w, own = self.words[up.verb.start], self.words[c.verb.start].r
        light = any(self.words[x.head].r.of in self.cues.catch_verb for x in (*up.subject, *up.objects))
        if not (light or w.act_in(self.cues.catch_verb)) or self.clause(up)[0] != "occurred":
            return False
        other = up.passive or (own.gender, own.number) not in ((w.r.gender, w.r.number), (w.r.gender, "p"))
        again = own.pron or any(y.r.pron for x in c.after for y in self.words[x.start : x.end] if y.hit is None)
        return other and not again

    def _denied(self, k: int) -> bool:
        """Whether ability or possibility, told by the verb or noun at `k`, is denied: لا يمكن أن، ليس بوسعه أن."""
        for j in range(k - 1, max(-1, k - 1 - _DENIED), -1):
            w = self.words[j]
            if w.token.kind == "mark":
                return False
            if w.r.pos == "neg" and (j == k - 1 or w.r.lemma in self.cues.be_not) and negates(self.words, j, self.cues):
                return True
            if w.r.lemma in self.cues.anyone and j and self.words[j - 1].r.lemma in self.cues.no:
                return True  # لا أحد يستطيع أن
            if w.r.pos == "verb" and w.r.lemma not in self.cues.be_not:
                return False
        return False

    def subjunctive(self, c: Clause) -> bool:
        """Whether a clause tells what is wanted or weighed, not what is: أن يغادر, not أنه غادر."""
        raw = self.words[c.opener].token.raw.lstrip("وفبل")
        if raw[:1] == "إ" or c.pronoun or c.before or c.verb is None:
            return False
        first = c.previous
        if first is not None and first.opener == c.opener and not self.subjunctive(first):
            return False  # أكدت أنها مستعدة وترفض الشروط
        return (
            self.words[c.verb.start].r.tense == "present"
            and not self.words[c.verb.start].r.fut
            and not any(self.words[k].r.lemma in self.cues.no_wish for k in c.particles)
        )
