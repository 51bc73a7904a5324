"""Whether an act happened, is planned, is only possible or is denied: what the words around a trigger say."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.coding.slots import Trigger
from mahdar.language.cues import Cues
from mahdar.record.types import Status
from mahdar.text.tokens import COMMAS

_OF_POSSIBLE: Final = ("subject", "object", "bi", "min", "ila", "ala")
_NEGATIONS: Final = ("لم", "لن", "لا")
_ASKED: Final = 4  # how many words before a verb what makes a question of it may stand
_LINKS: Final = ("fi", "ila", "ala", "an", "li", "bi", "min", "bayna", "maa")  # فشلت المحادثات بينهما في التوصل إلى
_IN_STEAD: Final = ("bidun", "badal")  # relations of what is not done
_DENIED: Final = 3  # how many words before a word of ability what denies it may stand
_BREATH: Final = 12  # how many words behind a negation what it leaves may stand
_REACH: Final = 6  # how many words before a noun a word that sets its status may stand


def negates(words: list[Word], k: int, cues: Cues) -> bool:
    """Whether the particle at `k` denies the verb behind it; لا تزال ترفض denies nothing, nor لا سيما, nor لا بل."""
    r = words[k].r
    if r.lemma == "لا" and words[k + 1].hit is None and words[k + 1].r.pos in ("noun", "adj", "name", "part", "adv"):
        return False
    if words[k + 1].token.folded in cues.rather:
        return False  # لا بل قصفت
    if r.lemma == "غير" and words[k + 1].r.pos == "adj" and words[k + 2 : k + 3] and words[k + 2].r.pos != "sub":
        return False  # غير واضحة المعالم
    return (r.pos == "neg" or r.lemma in _NEGATIONS) and not words[k + 1].act_in(cues.still_verb)


_NEVER_DID: Final = "لم"
_OR: Final = "او"
_NO_WISH: Final = ("لن", "لم", "سوف", "قد")  # behind which a present tells what is, or is to be


class StatusReader:
    """Reads status from particles, governing verbs and nouns, and kinds of clause."""

    def __init__(self, words: list[Word], cues: Cues, title: bool) -> None:
        self.words, self.cues, self.title = words, cues, title

    def of(self, t: Trigger) -> tuple[Status, str]:
        """The status of a trigger and the word that sets it ("" for none)."""
        status = self._noun(t) if t.kind == "noun" else self.clause(t.clause)
        expected = status[0] == "planned" and (status[1] in self.cues.expected or status[1] in self.cues.expect_verb)
        return ("negated", _NEVER_DID) if expected and self._not_kept(t) else status

    def called_off(self, t: Trigger) -> tuple[Status, str] | None:
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

    def clause(self, c: Clause) -> tuple[Status, str]:
        """The status of what a clause's verb says."""
        if c.verb is None:
            return self._around(c)
        w = self.words[c.verb.start]
        future = w.r.fut == "س"
        negated, possible = "", ""
        for k in c.particles:
            x = self.words[k].r
            if x.lemma == "سوف":
                future = True
            elif self._needless(k, c):
                possible = x.lemma
            elif negates(self.words, k, self.cues):
                negated = negated or x.lemma
            elif x.lemma in self.cues.possible_particle and self._present_behind(k, c):
                possible = x.lemma
            elif x.lemma in ("ربما", "لعل"):
                possible = x.lemma
        for a in c.aux:
            lemma = self.words[a.start].r.lemma
            if lemma == "ليس":
                negated = lemma
            elif lemma == "كاد":
                barely = any(negates(self.words, k, self.cues) for k in c.particles)
                return ("occurred", "") if barely else ("possible", lemma)  # لم تكد تنسحب حتى
            if self.words[a.start].r.fut == "س":
                future = True
        if c.verb.start and self.words[c.verb.start - 1].r.lemma in ("غير",) and w.r.pos != "verb":
            negated = "غير"
        if negated and not self._excepts(c):
            return ("possible" if self._only_if(c.verb.end) else "negated"), negated
        if possible or self.asked(c):
            return "possible", possible or "هل"
        above = self._around(c)
        if above[0] != "occurred":
            return above
        if future:
            return "planned", "س"
        if (carried := self._carried(c))[0] != "occurred":
            return carried
        if w.r.tense == "present" and not c.aux and not w.act_in(self.cues.ending_verb) and self._lies_ahead(c):
            return "planned", "مقبل"
        if w.r.tense == "present" and not c.aux and w.act_in(self.cues.diary_verb) and self._appointed(c):
            return "planned", "اليوم"
        if w.r.fut == "ل" and w.r.tense == "present" and c.kind != "purpose":
            return "planned", "ل"
        return "occurred", ""

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
            if self._but_for(k) and self.words[c.verb.start - 1].r.lemma == _NEVER_DID:
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

    def _carried(self, c: Clause) -> tuple[Status, str]:
        """What a particle or mark of the future before one verb makes of the next present verb of the same subject that
        has none: ستقصف المطار وتدمر مدارجه، قد يزور كمبالا ويلتقي نظيره.
        """
        before = c.previous
        if before is None or before.verb is None or c.verb is None or c.aux or c.particles or c.subject:
            return "occurred", ""
        r, first = self.words[c.verb.start].r, self.words[before.verb.start].r
        either = self._or_else(c.verb.start)
        if r.tense != "present" or not (either or r.conj in ("و", "ف")) or first.tense != "present":
            return "occurred", ""
        denied = [self.words[k].r.lemma for k in before.particles if negates(self.words, k, self.cues)]
        if either and denied and not self._excepts(before):
            return "negated", denied[0]
        if first.fut == "س" or any(self.words[a.start].r.fut == "س" for a in before.aux):
            return "planned", "س"
        cue = next((x for k in before.particles if (x := self.words[k].r.lemma) in self.cues.possible_particle), "")
        return ("possible", cue) if cue else self._carried(before)

    def _or_else(self, k: int) -> bool:
        """Whether 'or' joins the verb at `k` to the one before: لم تقصف المدينة أو تحاصرها."""
        w = self.words[k - 1] if k else None
        return w is not None and w.hit is None and w.r.pos == "conj" and w.r.lemma == _OR

    def _denied_news(self, c: Clause) -> bool:
        """Whether a clause tells what reports say that somebody denies: نفى الأنباء التي تتحدث عن هجوم."""
        up, verb = c.parent, c.verb
        if c.kind != "relative" or up is None or up.verb is None or verb is None or c.antecedent not in up.objects:
            return False
        denies = bool(self.words[up.verb.start].act_in(self.cues.denial))
        return denies and bool(self.words[verb.start].act_in(self.cues.report))

    def _ahead(self, k: int) -> bool:
        """Whether the time expression at `k` is one to come."""
        while k < len(self.words) and self.words[k].time:
            if self.words[k].token.folded in self.cues.future_time:
                return True
            k += 1
        return False

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
        if first is not None and first.r.fut == "س":
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

    def _around(self, c: Clause) -> tuple[Status, str]:
        """What the kind of clause and its governor make of an act in it."""
        if c.kind == "condition":
            return "possible", self.words[c.opener].r.lemma
        if c.kind == "purpose":
            return self._purpose(c)
        if c.kind == "adverbial" and (when := self._when(c))[0] != "occurred":
            return when
        if self._drafted(c):
            return "possible", "مشروع"
        if self._denied_news(c):
            return "negated", "نفي"
        if (
            (any(x.kind == "condition" for x in c.children) or self._in_the_event(c))
            and c.verb is not None
            and self.words[c.verb.start].r.tense == "present"
            and self.words[c.verb.start].r.lemma not in self.cues.report
        ):
            return "possible", "اذا"
        if c.kind == "complement" and c.parent is not None:
            return self._complement(c)
        if c.kind == "relative" and c.opener < 0 and self._of_paper_to_come(c) and c.parent is not None:
            return self.clause(c.parent)  # من المنتظر أن يصدر بيان يدين القصف
        return "occurred", ""

    def _doubted(self, c: Clause) -> tuple[Status, str] | None:
        """What a verb of supposing makes of what it tells: لا يعتقد أنها هاجمت, يرجح أن تكون قد هاجمت."""
        up = c.parent
        if up is None or up.verb is None or c.via in ("qabl", "baad", "bidun", "li"):
            return None
        w = self.words[up.verb.start]
        if w.act_in(self.cues.supposing) and any(negates(self.words, k, self.cues) for k in up.particles):
            return "negated", w.r.lemma
        be = any(self.words[a.start].r.lemma == "كان" and self.words[a.start].r.tense == "present" for a in c.aux)
        if not be or not w.act_in(self.cues.possible_verb):
            return None
        return "possible", w.r.lemma

    def _was(self, c: Clause) -> bool:
        """Whether 'was' stands in a clause or around it: كان من المقرر أن يزور."""
        around = (c, *c.ancestors())
        verbs = [y for x in around for y in (*x.aux, *((x.verb,) if x.verb is not None else ()))]
        return any(self.words[y.start].r.lemma == "كان" for y in verbs)

    def _drafted(self, c: Clause) -> bool:
        """Whether a clause tells what a draft would have done: بموجب المسودة تفرج الحركة عن الرهائن."""
        if c.verb is None or self.words[c.verb.start].r.tense != "present" or c.aux:
            return False
        papers = [x for rel in ("manner", "hasab") for x in c.args.get(rel, ())]
        return any(self._is_draft(x) for x in papers)

    def _is_draft(self, x: Chunk) -> bool:
        """Whether a phrase names a paper not yet adopted: مشروع قرار، مسودة الاتفاق."""
        return self.words[x.head].hit is None and self.words[x.head].r.lemma in self.cues.draft

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
                led = y.rel in _LINKS
                return Trigger("noun", w.n, w.n, w.n + 1, t.clause, y, y.parts[0], y.rel) if led else None
        return None

    def _laid_down(self, c: Clause, t: Trigger) -> bool:
        """Whether a noun is what a paper lays down: تنص الخطة على وقف القتال، مقترح يقضي بسحب القوات، تشمل المسودة."""
        if c.verb is None or t.chunk is None:
            return False
        acts = self.words[c.verb.start]
        offered = any(self._is_draft(x) for x in c.subject[:1])
        if acts.act_in(self.cues.comprise_verb):
            return t.relation == "object" and offered
        lays = bool(acts.act_in(self.cues.stipulate_verb)) and not c.objects
        return lays and (t.chunk.rel == "ala" or (t.chunk.rel == "bi" and offered))

    def _in_the_event(self, c: Clause) -> bool:
        """Whether a clause tells what will be done in a case that may come: في حال انسحاب إثيوبيا ستعود."""
        return any(self._in_case_of(self.words[x.head]) for x in c.args.get("fi", ()))

    def _in_case_of(self, w: Word) -> bool:
        """Whether a word tells of a case that may come: في حال انسحاب القوات; not في حال تأهب."""
        behind = self.words[w.n + 1].r.lemma if w.n + 1 < len(self.words) else ""
        return w.r.lemma in self.cues.event_of and behind not in self.cues.readiness

    def supposed(self, c: Clause) -> bool:
        """Whether a clause only tells what may be: في حال لم يف بوعده."""
        return self._around(c)[0] == "possible"

    def _when(self, c: Clause) -> tuple[Status, str]:
        """The status of what is told as the time of something to come: ستنسحب عندما يتوقف القصف، ريثما يتوقف القصف."""
        opener = self.words[c.opener].r.lemma
        if c.verb is None or c.aux or self.words[c.verb.start].r.tense != "present":
            return "occurred", ""
        if opener in self.cues.until_then:
            return "possible", opener
        if c.parent is None or opener not in self.cues.as_soon:
            return "occurred", ""
        above = self.clause(c.parent)
        return above if above[0] == "planned" else ("occurred", "")

    def _purpose(self, c: Clause) -> tuple[Status, str]:
        """The status of what somebody acts for; whoever acts to show something shows it, and what is done for a thing
        that may not be done may not come about either.
        """
        up = c.parent
        above: tuple[Status, str] = ("occurred", "")
        if up is not None and up.verb is not None:
            above = self.clause(up)
        if c.verb is not None and self.words[c.verb.start].r.tense == "past":
            return "occurred", ""  # لم تمض ساعات حتى قصفوا المدينة
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
        return act and self.words[up.verb.start].r.tense == "past" and self.words[c.verb.start].r.fut == "ل"

    def _meant(self, c: Clause, cue: str) -> tuple[Status, str]:
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

    def _complement(self, c: Clause) -> tuple[Status, str]:
        """The status of a أن-clause: من المقرر أن, يعتزم أن, يمكن أن, قبل أن."""
        assert c.parent is not None
        told = [w for w in self.words[max(0, c.opener - 2) : max(0, c.opener)] if w.r.pos != "prep"]
        if told and told[-1].hit is None and told[-1].r.lemma in self.cues.guess:
            return "possible", told[-1].r.lemma  # تكهنات بأن إثيوبيا قصفت البلدة
        if (doubted := self._doubted(c)) is not None:
            return doubted
        if not self.subjunctive(c):
            return "occurred", ""
        if c.via == "qabl" and self._caught(c):
            return "negated", "قبل"
        if c.via in ("qabl", "baad"):
            above = self.clause(c.parent) if c.parent.verb is not None else ("occurred", "")
            ahead = above[0] == "planned" and not self._was(c.parent)  # no: كان سيلتقيه قبل أن تعلن
            return above if ahead else ("occurred", "")  # سيلتقيه قبل أن يغادر
        if c.via in _IN_STEAD:
            return "negated", "دون"  # دون أن ينسحب، بدلا من أن ينسحب
        if c.via == "li":
            return self._meant(c, "ل")  # من أجل أن
        first = c.previous
        if first is not None and first.kind == "complement" and first.opener >= 0 and self.words[c.opener].r.conj:
            return self._complement(first)  # يجب أن يتوقف القتال وأن تنسحب القوات
        for k in range(c.opener - 1, max(-1, c.opener - 12), -1):
            w = self.words[k]
            if w.hit is not None or w.time:
                continue
            if c.via and c.parent.verb is not None and any(x.start <= k < x.end for x in c.parent.subject):
                continue  # ينص القرار على أن: its verb governs the clause
            lemma = w.r.lemma
            if (k == c.opener - 1 and lemma == "غير") or (w.r.pos in ("adj", "noun") and lemma in self.cues.impossible):
                return "negated", lemma  # من غير أن يلتقي، من المستحيل أن يلتقي
            if w.r.pos == "noun" and lemma in self.cues.condition:
                return "possible", lemma  # شريطة أن
            if w.r.pos in ("adj", "noun") and lemma in self.cues.planned_adjective:
                return "planned", lemma
            if w.r.pos in ("adj", "noun") and w.r.of in self.cues.rule_out_verb:
                return "possible", lemma  # من غير المستبعد أن
            if w.r.pos in ("adj", "noun") and lemma in self.cues.possible_noun:
                denied = lemma in self.cues.ability and self._denied(k)
                return ("negated" if denied else "possible"), lemma
            if w.r.pos == "noun" and lemma in self.cues.no_noun:
                return "negated", lemma
            if w.r.pos == "noun" and lemma in self.cues.planned_noun:
                return "planned", lemma
            if w.r.pos == "verb":
                if lemma in self.cues.possible_verb or lemma in self.cues.stipulate_verb:
                    denied = bool(w.act_in(self.cues.able_verb)) and self._denied(k)
                    return ("negated" if denied else "possible"), lemma
                if lemma in self.cues.planned_verb or w.r.of in self.cues.planned_verb:
                    return "planned", lemma
                if w.act_in(self.cues.copula):
                    continue  # كان من المهم أن
                if lemma in self.cues.aspect:
                    return "occurred", ""
                if w.act_in(self.cues.controlled_verb):
                    return "possible", lemma  # يتعين على أوغندا أن تنسحب
                return (
                    ("possible", lemma)
                    if lemma in self.cues.report or w.act_in(self.cues.want_verb)
                    else ("occurred", "")
                )
        return "possible", "ان"

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

    def _not_kept(self, t: Trigger) -> bool:
        """Whether what was to be done is then told not to have been: كان يفترض أن تنسحب أمس لكنها لم تفعل."""
        words = self.words
        for k in range(t.last, len(words) - 1):
            did = words[k].r.lemma == _NEVER_DID and words[k + 1].act_in(self.cues.do_verb)
            if did and any(w.hit is None and w.r.lemma in self.cues.adversative for w in words[k - _DENIED : k]):
                return True
        return False

    def _denied(self, k: int) -> bool:
        """Whether ability or possibility, told by the verb or noun at `k`, is denied: لا يمكن أن، ليس بوسعه أن."""
        for j in range(k - 1, max(-1, k - 1 - _DENIED), -1):
            w = self.words[j]
            if w.token.kind == "mark":
                return False
            if w.r.pos == "neg" and (j == k - 1 or w.r.lemma == "ليس") and negates(self.words, j, self.cues):
                return True
            if w.r.lemma in self.cues.anyone and j and self.words[j - 1].r.lemma == "لا":
                return True  # لا أحد يستطيع أن
            if w.r.pos == "verb" and w.r.lemma != "ليس":
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
            and not any(self.words[k].r.lemma in _NO_WISH for k in c.particles)
        )

    def _noun(self, t: Trigger) -> tuple[Status, str]:
        assert t.chunk is not None and t.part is not None
        for k in range(t.first - 1, max(-1, t.chunk.start - 2, t.first - _REACH) - 1, -1):
            if k < 0:
                break
            w = self.words[k]
            if w.hit is not None:
                continue
            if w.r.lemma in self.cues.no_noun and (w.r.pos != "prep" or k >= t.first - 2):
                return ("occurred", "") if self._heeded(k, t.first) else ("negated", w.r.lemma)
            if w.r.pos == "neg" and k == t.first - 1:
                return "negated", w.r.lemma
            if k < t.chunk.start:
                continue
            if w.r.pos == "noun" and (w.r.lemma in self.cues.possible_noun or self._in_case_of(w)):
                return "possible", w.r.lemma
            if w.r.pos == "noun" and w.r.lemma in self.cues.planned_noun and k != t.first:
                drafted = self.words[k - 1].hit is None and self.words[k - 1].r.lemma in self.cues.draft
                return ("possible" if drafted else "planned"), w.r.lemma  # مشروع قرار رفع العقوبات
            if w.r.pos == "noun" and self._plans(w):
                return "planned", w.r.lemma
        if t.chunk.start and self._but_for(t.chunk.start - 1) and self._told_not(t.chunk.start - 1):
            return "possible", self.words[t.chunk.start - 1].r.lemma  # لا سلام إلا بانسحاب القوات
        save = self.words[t.chunk.start].token.folded in self.cues.save  # لم تنل سوى دعم
        if t.chunk.rel in _IN_STEAD and t.part is t.chunk.parts[0] and t.first <= t.chunk.head + 1 and not save:
            return "negated", "دون"
        for k in range(t.last, t.part.end):
            w = self.words[k]
            if w.hit is None and w.r.pos == "adj" and w.r.lemma in self.cues.planned_adjective:
                undone = self._governed(t)  # لم يعقد اللقاء المقرر
                return undone if undone[0] == "negated" else ("planned", w.r.lemma)
            if w.hit is None and w.r.pos == "adj" and w.r.lemma in self.cues.possible_adverb:
                return "possible", w.r.lemma
        behind = self.words[t.part.end] if t.part.end < len(self.words) else None
        if t.part.end == t.chunk.end and behind is not None and behind.time and t.chunk.rel == "khilal":
            if self._ahead(t.part.end):
                return "planned", "مقبل"  # خلال لقائهما الشهر المقبل
        if self._about_to_open(t):
            return "planned", "قبل"
        return self._governed(t)

    def _about_to_open(self, t: Trigger) -> bool:
        """Whether a meeting is only the time before which something is done: عشية القمة، قبيل استئناف المفاوضات، قبل
        ساعات من انطلاق المحادثات.
        """
        x, lemma = t.chunk, self.words[t.word].r.lemma
        if x is None or not (lemma in self.cues.held_at or lemma in self.cues.encounter) or self._was(t.clause):
            return False
        opens = any(w.hit is None and w.r.lemma in self.cues.opening for w in self.words[x.start : t.first])
        if x.rel == "qabl" and not self._over(t):
            return opens or self.words[x.start].r.lemma in self.cues.eve
        k = x.start
        while k and self.words[k - 1].time:
            k -= 1
        before = (self.cues.relations.single(w.r.lemma) for w in self.words[max(0, k - 1) : x.start])
        return opens and x.rel == "min" and "qabl" in before

    def _heeded(self, k: int, first: int) -> bool:
        """Whether the words between tell of heeding what was said: عدم تلبية دعوته، دون اكتراث لاحتجاجاته."""
        return any(w.hit is None and w.r.of in self.cues.heed_verb for w in self.words[k + 1 : first])

    def _told_not(self, k: int) -> bool:
        """Whether the nearest negation before the word at `k`, in a breath, is of no past: لا، لن; not لم."""
        for w in reversed(self.words[max(0, k - _BREATH) : k]):
            if w.token.kind == "mark":
                return False
            if w.r.pos == "neg" or w.r.lemma in _NEGATIONS:
                return w.r.lemma != _NEVER_DID
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

    def _governed(self, t: Trigger) -> tuple[Status, str]:
        """A noun's status by the clause that it stands in."""
        assert t.chunk is not None
        c = t.clause
        if c.verb is not None and t.relation in ("bi", "ala") and t.light is None:
            if self.words[c.verb.start].act_in(self.cues.allow_verb) and self.clause(c)[0] != "negated":
                return "possible", self.words[c.verb.start].r.lemma  # سمح القانون باستخدام القوة
        if (first := self._joined_to(t)) is not None:
            return self._noun(first)
        before = self._preceding_noun(c, t.chunk)
        if self.about_to(t):
            return "planned", self.words[t.chunk.start].r.lemma
        if before is not None and self.words[before.parts[-1].head].r.lemma in self.cues.possible_noun:
            lemma = self.words[before.parts[-1].head].r.lemma
            return ("negated" if lemma in self.cues.impossible else "possible"), lemma  # من المستحيل مواصلة
        if before is not None and t.chunk.rel == "fi":
            right = self.words[before.end - 1]
            if right.hit is None and right.r.pos == "noun" and right.r.lemma in self.cues.possible_noun:
                return "possible", right.r.lemma  # لكل بلد الحق في إقامة علاقات
        if before is not None and t.chunk.rel in ("li", "ila", "fi", "ala", "an", "bi") and t.chunk.n == before.n + 1:
            head = self.words[before.parts[-1].head].r
            resolved = head.form in ("active", "passive") and head.of in self.cues.resolve_verb and t.chunk.rel == "ala"
            plans = self._plans(self.words[before.parts[-1].head])
            last = self.words[before.end - 1]  # اتخاذ ترتيبات لإعادة توطينهم
            meant = head.lemma
            if last.hit is None and last.r.pos == "noun" and t.chunk.rel == "li":
                meant = last.r.lemma
            if head.pos == "adj" and self.words[before.parts[-1].head - 1].r.lemma == "غير":
                return "negated", "غير"  # غير مستعدين للقبول بالحوار
            if head.lemma in self.cues.planned_noun or meant in self.cues.planned_noun or plans or resolved:
                return ("negated" if self._denied(before.parts[-1].head) else "planned"), meant  # لا نية لمهاجمة
        if before is not None and before.rel == "min" and not t.chunk.prep:
            due = self.words[before.parts[-1].head].r
            if due.lemma in self.cues.planned_adjective:
                return "planned", due.lemma  # من المفترض اغتياله
            if due.lemma in self.cues.impossible or due.lemma in self.cues.weighed:
                return ("negated" if due.lemma in self.cues.impossible else "possible"), due.lemma  # من الصعب عقد لقاء
        if before is not None and not t.chunk.prep and t.chunk.n == before.n + 1:
            own = self.words[before.parts[-1].head].r
            whose = own.pron or (own.lemma in self.cues.expected and before.end > before.parts[-1].head + 1)
            if whose and own.lemma in self.cues.planned_noun:
                denied = self._denied(before.parts[-1].head)  # ليس في نيتها زيارة جوبا
                return ("negated" if denied else "planned"), own.lemma  # مؤكدا عزمه زيارة جوبا، عن نية كينيا زيارة جوبا
        if before is not None and before.rel == "bidun" and before.n == t.chunk.n - 1 and t.chunk.rel in ("ila", "an"):
            return "negated", self.words[before.start].r.lemma  # دون التوصل إلى اتفاق
        if t.relation == "subject" and t.light is None and self._weighed(c, t.chunk):
            return "possible", "ممكن"
        aim = self._aimed_at(c, t.chunk) if t.relation in ("", "object", "subject") else -1
        if aim >= 0:
            return ("negated" if self._denied(aim) else "planned"), "هدف"
        if c.verb is None:
            return self._around(c)
        if t.relation == "subject" and self._may_come_about(c):
            return ("negated" if self._denied(c.verb.start) else "possible"), self.words[c.verb.start].r.lemma
        verb = self.words[c.verb.start].r
        lemma = verb.of if c.kind == "participle" else verb.lemma
        after = t.chunk.n > c.verb.n
        status, cue = self.clause(c)
        if status == "planned" and t.chunk.rel in ("khilal", "baad") and (not after or self._meant_with(t)):
            return status, cue
        if status in ("planned", "possible") and self.words[t.chunk.start].token.folded in self.cues.means:
            return status, cue  # قد ترد عبر إيقاف تصدير النفط
        acts = self.words[c.verb.start]
        if t.light is not None and c.antecedent is t.chunk and t.light.verb not in acts.acts:
            if status == "occurred" and lemma in self.cues.planned_verb:
                return "planned", lemma  # الضربة التي تعتزم واشنطن توجيهها
        if status == "negated" and (
            (
                t.relation == "subject"
                and not c.passive
                and not acts.act_in(self.cues.done_verb)
                and (c.objects or not acts.act_in(self.cues.hold_verb))  # لم يعقد اللقاء
                and self.words[t.first - 1].r.lemma not in self.cues.any_of  # لا توجد أي اتصالات
            )
            or acts.act_in(self.cues.hide_verb)
        ):
            return "occurred", ""  # التهديد لم يردع أحدا: the act is not what is denied
        ends = t.chunk.rel == "an" or t.relation == "subject" or t.chunk in c.before
        if status == "negated" and ends and acts.act_in(self.cues.cease_verb):
            return "occurred", ""  # لم تتوقف عن قصف المدينة، المباحثات لا تنقطع
        if status == "negated" and acts.act_in(self.cues.react_verb | self.cues.heed_verb):
            return "occurred", ""  # لم تعلق موسكو على الاتهامات
        if status == "negated" and acts.act_in(self.cues.rule_out_verb) and t.relation == "object":
            return "possible", lemma  # لم يستبعد إرسال قوات
        counted = t.chunk.rel == "min" and before is not None and self._series(before)
        counted = counted and (before in c.subject or before in c.objects)
        core = (
            t.relation in ("subject", "object")
            or (t.light is not None)
            or (t.chunk.rel in ("bi", "fi", "ala", "ila", "an", "maa", "min") and after)
            or counted
            or (after and before is not None and self._tries(c, before) and t.chunk.n == before.n + 1)
        )
        if status != "occurred" and core and self._known(t):
            return "occurred", ""
        if status != "occurred" and core:
            return status, cue
        if status == "negated" and lemma in self.cues.planned_verb and t.chunk.rel in ("ala", "li", "ila"):
            return status, cue  # غير مستعدين للقبول
        if t.relation == "subject" and t.light is None and not after and lemma in self.cues.possible_verb:
            return "possible", lemma  # نزع سلاحهم يمكن أن يتحقق
        if not after:
            return ("occurred", "") if status == "occurred" or not core else (status, cue)
        promised = bool(self.words[t.word].act_in(self.cues.speech_act | self.cues.planned_verb))
        if self._laid_down(c, t) and t.light is None and not promised:
            return "possible", lemma  # تنص الخطة على إقامة علاقات
        blamed = before is not None and (
            self.words[before.parts[-1].head].r.of in self.cues.speech_act
            or self.words[before.parts[-1].head].r.lemma in self.cues.act_head
            or any(self.words[k].r.lemma in self.cues.undergoing for k in range(before.start, before.end))
        )
        blamed = blamed or (bool(acts.act_in(self.cues.reason_verb)) and t.chunk.prep == "ل")
        purpose = (
            not blamed  # إدانته للهجوم، محاولة لاغتياله
            and not acts.act_in(self.cues.hasten_verb | self.cues.push_verb)  # سارعت لطرد السفير
            and not (self.words[t.word].r.number == "p" and t.first == t.chunk.head)  # حصيلة للاحتجاجات
            and t.light is None
            and t.chunk.rel == "li"
            and t.first <= t.chunk.head + 1
            and self.words[t.chunk.start].r.lemma not in ("نتيجة",)
        )
        shown = self.words[t.first - 1]
        shows = shown.hit is None and (shown.r.of in self.cues.show_verb or bool(shown.act_in(self.cues.report)))
        if purpose and ((shows and t.first > t.chunk.start) or self.words[t.word].r.lemma in self.cues.shown_noun):
            return "occurred", ""  # وصل لإظهار التضامن، خرجوا للتضامن معه
        if purpose and self._whose(t, before):
            return "occurred", ""  # الجلسة الختامية لاجتماع الوزراء
        if (
            purpose
            and lemma not in self.cues.done_verb
            and lemma not in self.cues.result_verb
            and t.chunk.rel == "li"
            and self._opens_purpose(t)
        ):
            return "planned", "ل"
        told = t.relation == "object" and verb.tense == "past" and bool(acts.act_in(self.cues.report_noun))
        if told and self._lies_ahead(c):
            return "planned", "مقبل"  # أعلنتا استئناف المحادثات الشهر المقبل
        if lemma in self.cues.planned_verb and (
            t.relation == "object" or t.chunk.rel in ("ala", "bi", "li", "ila") or counted
        ):
            return "planned", lemma
        if acts.act_in(self.cues.goal_verb) and t.chunk.rel in ("ila", "li") and after:
            if t.light is None or t.chunk.rel == "li":
                return "planned", lemma  # يسعى إلى لقاء نظيره، يدبر لاغتياله
        if acts.act_in(self.cues.postpone_verb) and t.relation in ("object", "subject") and t.light is None:
            return "planned", lemma
        if lemma in self.cues.possible_verb and t.relation in _OF_POSSIBLE and t.light is None:
            return "possible", lemma
        if acts.act_in(self.cues.want_verb) and t.relation in ("object", "fi", "bi") and t.light is None:
            return "possible", lemma
        if acts.act_in(self.cues.allow_verb) and t.relation in ("object", "bi", "li") and t.light is None:
            return "possible", lemma
        over = self.words[t.chunk.head].r  # عجز عن إدانة القصف، فشل في إدارة الحرب
        judged = t.first > t.chunk.head and (over.of in self.cues.speech_act or over.lemma in self.cues.cope_noun)
        if (
            lemma in self.cues.stop_verb
            and not judged
            and (t.relation in ("object", "subject") or self._led_to(c, t.chunk))
        ):
            return "negated", lemma
        denied = t.relation == "object" or (before is not None and before in c.objects and self._undergone(before))
        if lemma in self.cues.denial and denied:
            return "negated", lemma
        return "occurred", ""

    def _may_come_about(self, c: Clause) -> bool:
        """Whether a clause says that its subject can come about: نزع السلاح يمكن أن يتحقق."""
        assert c.verb is not None
        if not self.words[c.verb.start].act_in(self.cues.able_verb):
            return False
        what = next((x for x in c.children if x.kind == "complement" and x.verb is not None), None)
        if what is None or what.verb is None:
            return False
        return bool(self.words[what.verb.start].act_in(self.cues.done_verb)) and not what.subject

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

    def _aimed_at(self, c: Clause, x: Chunk) -> int:
        """The word that makes a predicate an aim: هدفهم منع الوزراء، في نيته مهاجمة البلدة; -1 for none."""
        if c.verb is not None and not self.words[c.verb.start].act_in(self.cues.copula):
            return -1
        aims = (y.parts[0].head for y in c.subject if y.n < x.n)
        meant = (y.head for y in c.args.get("fi", ()) if y.n < x.n)
        found = [k for k in aims if self.words[k].r.lemma in self.cues.aim]
        found += [k for k in meant if self.words[k].r.lemma in self.cues.expected]
        return found[0] if found else -1

    def _weighed(self, c: Clause, subject: Chunk) -> bool:
        """Whether the predicate of an act only weighs it: بات شن الهجوم وشيكا، شنّ هجوم أمر لا مفر منه."""
        if c.verb is not None and not self.words[c.verb.start].act_in(self.cues.copula):
            return False
        told = (x for x in (*c.before, *c.after) if x.n > subject.n and x.rel != "bi")  # no مستعدة للحوار بشرط
        behind = (w for x in told for w in self.words[x.start : x.end])
        return any(w.hit is None and w.r.lemma in self.cues.weighed and not w.r.definite for w in behind)

    def _undergone(self, x: Chunk) -> bool:
        """Whether a phrase is a verbal noun that only lends itself to the noun behind it: نفى تعرضهم للتعذيب."""
        r = self.words[x.parts[-1].head].r
        return r.form == "masdar" and r.of in self.cues.undergo_verb

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

    def _series(self, x: Chunk) -> bool:
        """Whether a phrase only counts what is named behind it: الجولة الرابعة من المحادثات، عقد جولة من المحادثات."""
        return any(w.r.lemma in self.cues.series for w in self.words[x.parts[-1].head : x.end] if w.hit is None)

    def _led_to(self, c: Clause, chunk: Chunk) -> bool:
        """Whether only prepositional phrases that hang on each other stand between the verb and a phrase."""
        assert c.verb is not None
        between = [x for x in c.after if x.prep and x.n <= chunk.n]
        return bool(between) and all(x.rel in _LINKS for x in between)

    def _opens_purpose(self, t: Trigger) -> bool:
        """A masdar after ل right at the head of its phrase: لإجراء محادثات."""
        assert t.chunk is not None
        head = self.words[t.chunk.head].r
        return head.form == "masdar" or head.cls == "act" or t.chunk.prep != "ل"

    def _preceding_noun(self, c: Clause, chunk: Chunk) -> Chunk | None:
        pool = [x for x in (*c.before, *c.after) if x.n < chunk.n and x.end == chunk.start]
        return pool[-1] if pool else None
