"""Which acts only tell what another act of the sentence contains."""

from typing import Final

from mahdar.coding.draft import Attempt, Draft, denies
from mahdar.coding.kinds import SETTING, UNNAMED, VERBAL
from mahdar.coding.scene import Scene
from mahdar.coding.slots import JUDGING

# Types whose content (what is demanded, promised, refused, threatened) is not an event of its own.
HOLDERS: Final = frozenset(("REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE", "RETREAT", "SANCTION", "COERCE"))
_ACCORD: Final = frozenset(("AGREE", "COOPERATE"))  # what a paper that is signed is about: اتفاقية تعاون
_ANSWERS: Final = frozenset(("REJECT", "AGREE", "CONCEDE"))  # what answers a demand
_UPON: Final = "request.upon"
_WANTING: Final = frozenset(("REQUEST", "THREATEN"))  # the paper that they name is still to come
# What somebody is accused of is an act of its own unless it is only a word or a failing.
_REPROACHED: Final = frozenset(("REJECT", "CONCEDE", "AGREE", "REQUEST"))


class Content:
    """Sorts out what is only demanded, promised or refused."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.cues, self.attempts = scene.words, scene.cues, scene.attempts

    def unless(self, d: Draft) -> bool:
        """Whether an act is only what somebody says he waits for: إذا لم تستجب لمطالبه، ما لم تنسحب."""
        around = (d.source.clause, *d.source.clause.ancestors())
        return d.status == "negated" and any(c.kind == "condition" for c in around)

    def _answers(self, e: Draft, d: Draft) -> bool:
        """Whether an act is the accusation told before that a denial answers: نفت باكو الاتهامات."""
        w = self.words[d.source.word]
        return (
            denies(e.frame)
            and d.type == "ACCUSE"
            and d.source.kind == "noun"
            and d.source.relation == "object"
            and d.source.clause is e.source.clause
            and (w.r.definite or (d.source.part is not None and d.source.part.end > d.source.last))
            and not w.r.pron
        )

    def only_content(self, d: Draft, drafts: list[Draft]) -> bool:
        """Whether an event only repeats what a demand, promise, refusal, threat or charge contains."""
        if d.frame.settled or self._at_request(d, drafts):
            return False
        if self._charged(d):
            self.attempts.append(Attempt(d.source.word, d.frame.id, "words that somebody is charged with"))
            return True
        for e in drafts:
            if e is d or e.source.word == d.source.word:
                continue
            aside = self._purpose(e, d) or self._grievance(e, d) or self._in_words(e, d) or self._answers(e, d)
            part = self._part_of(e, d.source.word) or self._means(e, d) or self._manner(e, d) or _laden(e, d)
            if aside or part or _one_accord(e, d) or _one_threat(e, d) or self._accord_for(e, d):
                self.attempts.append(Attempt(d.source.word, d.frame.id, f"part of {e.frame.id}"))
                return True
            if e.type == "SUPPORT" and d.type not in VERBAL and self._provides(e, d):
                self.attempts.append(Attempt(d.source.word, d.frame.id, f"content of {e.frame.id}"))
                return True
            called_off = d.type == "REJECT" and d.frame.mode == "meet"  # أسفت لإلغاء أوغندا الاجتماع
            reproached = e.type == "ACCUSE" and d.type in _REPROACHED and not called_off
            own_words = e.type == d.type == "ACCUSE" and d.frame.slots.actor == ["speaker"]  # اتهمها بأنها تكذب
            reproached = reproached or own_words
            if e.type not in HOLDERS and not reproached:
                continue
            own = d.source.kind == "verb" and bool(self.scene.negator(d.source))  # a negation of its own
            denied = d.status == "negated" and (own or denies(e.frame))
            if e.frame.type == "REJECT" and (denied or d.frame.negator):
                continue
            backed = d.type == "SUPPORT" and not {p.key for p in d.actor} & {p.key for p in e.actor}
            if (
                (backed and e.type not in VERBAL)
                or self._answers_demand(e, d)
                or self._accused_around(e, d)
                or not self.contains(e, self._paper_of(e, d), d.type)
            ):
                continue  # سيطروا على البلدة بدعم من قوات رواندية
            mine = {p.code for p in (*d.actor, *d.recipient)} - UNNAMED
            theirs = {p.code for p in (*e.actor, *e.recipient)} - UNNAMED
            told = d.source.kind == "verb" and d.status == "occurred" and self.words[d.first].r.tense == "past"
            told = told or (d.type == "ACCUSE" and d.source.light is not None)  # اعتذر عن الاتهامات التي وجهها
            if (mine - theirs and told) or (told and d.source.clause.kind == "relative"):
                continue
            self.attempts.append(Attempt(d.source.word, d.frame.id, f"content of {e.frame.id}"))
            return True
        return False

    def _accord_for(self, e: Draft, d: Draft) -> bool:
        """Whether a noun only tells what a paper signed or passed is for: صادق على اتفاقية للتعاون مع ماليزيا."""
        if e.type != "SUPPORT" or d.type != "COOPERATE" or d.source.kind != "noun" or d.source.relation != "li":
            return False
        c = e.source.clause
        papers = (*c.objects, *c.args.get("ala", ()))
        return d.source.clause is c and any(self.words[x.head].r.lemma in self.cues.accord for x in papers)

    def answered(self, d: Draft, drafts: list[Draft]) -> Draft:
        """A demand with those that answer it for its recipient, where its noun names nobody: رفضت مالي مطلب كينيا."""
        if d.recipient or d.type != "REQUEST":
            return d
        e = next((e for e in drafts if self._answers_demand(e, d)), None)
        return d if e is None else d._replace(recipient=e.actor)

    def _answers_demand(self, e: Draft, d: Draft) -> bool:
        """Whether a noun tells with its contents what somebody else demands, and an act answers it: رفضت مطلب كينيا سحب
        القوات، وافقت على طلب النرويج استئناف المحادثات.
        """
        x, c = d.source.chunk, d.source.clause
        if e.type not in _ANSWERS or d.type != "REQUEST" or d.source.kind != "noun" or x is None:
            return False
        others = {p.key for p in d.actor} - {p.key for p in e.actor}
        if c is not e.source.clause or e.source.kind != "verb" or not others:
            return False
        return d.topic is not None or any(y.n == x.n + 1 and self.words[y.head].r.form == "masdar" for y in c.objects)

    def _paper_of(self, e: Draft, d: Draft) -> int:
        """The paper still wanted whose words an act would be, else the trigger: طالبت بإصدار بيان يندد."""
        c = d.source.clause
        told = c.kind == "relative" and c.opener < 0 and d.source.kind == "verb" and d.type in VERBAL
        if not told or c.antecedent is None or e.type not in _WANTING or self.words[d.source.word].r.tense != "present":
            return d.source.word
        paper = self.words[c.antecedent.end - 1]
        return c.antecedent.start if paper.hit is None and paper.r.lemma in self.cues.paper else d.source.word

    def _accused_around(self, e: Draft, d: Draft) -> bool:
        """Whether an act is what the clause around accuses of that whom a relative clause tells of: اتهمت الحكومة التي
        تعارض نشر القوات بقصف القرى.
        """
        inner, outer = e.source.clause, d.source.clause
        if inner.kind != "relative" or inner.parent is not outer or outer.verb is None or d.source.relation != "bi":
            return False
        return inner.antecedent in outer.objects and bool(self.words[outer.verb.start].act_in(self.cues.accuse_verb))

    def _charged(self, d: Draft) -> bool:
        """Whether a noun of words is what somebody is charged with: اعتقل صحفيا بتهمة إهانة الرئيس."""
        x = d.source.chunk
        if x is None or d.type not in VERBAL or d.source.kind != "noun" or d.first == x.start:
            return False
        first = self.words[x.start]
        return first.r.lemma in self.cues.charge or first.token.folded[1:] in self.cues.charge

    def _at_request(self, d: Draft, drafts: list[Draft]) -> bool:
        """Whether a noun tells at whose request a thing is done, no content of it: اعتقلته بطلب من كينيا; but not what
        is promised: تعهدت بالاستجابة لطلب كينيا.
        """
        x = d.source.chunk
        if d.type != "REQUEST" or d.source.kind != "noun" or x is None or not d.actor:
            return False
        acts = {e.source.word for e in drafts}
        around = (w for w in self.words[max(x.start - 1, 0) : x.start + 1] if w.r.lemma in self.cues.compliance)
        promised = any(w.r.definite or w.r.prep or w.n in acts for w in around)
        return not promised and self.scene.complied_with(d.source)

    def _purpose(self, e: Draft, d: Draft) -> bool:
        """Whether a noun only says what the aid or reproach told before is for: منح الصندوق مليون يورو لتمويل الإغاثة،
        استدعى السفير للاحتجاج.
        """
        alike = e.type == d.type == "ACCUSE" or (e.type == "AID" and d.type in ("AID", "SUPPORT"))
        behind = e.first < d.first and e.source.clause is d.source.clause
        return alike and behind and d.source.kind == "noun" and d.source.relation == "li"

    def _provides(self, e: Draft, d: Draft) -> bool:
        """Whether an act is only what a law that is passed provides: أقر قانونا يقضي بإعدام الأسرى."""
        c, inner = e.source.clause, d.source.clause
        if inner.kind != "relative" or inner.verb is None or self.words[inner.verb.start].r.tense != "present":
            return False
        return inner.antecedent is not None and inner.antecedent in c.objects + c.args.get("ala", [])

    def _grievance(self, e: Draft, d: Draft) -> bool:
        """Whether a noun of blame in the clause of a protest only says what it is for: تظاهروا احتجاجا على القرار."""
        blame = e.type == "PROTEST" and d.type in ("ACCUSE", "REJECT", "REQUEST") and d.source.kind == "noun"
        if not blame or (d.frame.id == "accuse.on-charge" and not d.actor):
            return False  # أضرب زعيم المعارضة المعتقل بتهمة التحريض عن الطعام
        return d.source.clause is e.source.clause and {p.key for p in d.actor} <= {p.key for p in e.actor}

    def _in_words(self, e: Draft, d: Draft) -> bool:
        """Whether a reproach only puts into words the one right before it: أدانت القصف ووصفته بأنه انتهاك."""
        if d.type != "ACCUSE" or e.first > d.first or d.source.kind == "noun":
            return False
        w, c = self.words[d.source.word], d.source.clause
        called = c.kind == "relative" and c.antecedent is None and c.parent is e.source.clause  # رفضت ما سمته تدخلا
        if e.type != "ACCUSE" and not (e.type == "REJECT" and called):
            return False
        taken_up = bool(w.r.pron) or any(
            self.scene.has_pronoun(x) or self.words[x.head].r.pos == "pron" for x in d.source.clause.objects[:1]
        )
        described = bool(w.act_in(self.cues.called_verb))
        return taken_up and described and {p.key for p in e.actor} == {p.key for p in d.actor}

    def _manner(self, e: Draft, d: Draft) -> bool:
        """Whether a participle only tells how a protest went, or for what: تظاهروا مرددين هتافات، مطالبين برحيله."""
        how = d.type in ("PROTEST", "REQUEST") and d.source.clause.kind == "participle"
        return how and e.type == "PROTEST" and d.source.clause.parent is e.source.clause

    def _means(self, e: Draft, d: Draft) -> bool:
        """Whether a noun only tells by what means an attack is made: هجوم بمسيرة is no march."""
        wanted = e.frame.words.get("bi") if e.type == "ASSAULT" and d.type != "ASSAULT" else None
        if wanted is None or d.source.chunk is None or d.source.chunk.rel != "bi":
            return False
        around = self.scene.around(e.source)
        return d.source.chunk in around.chunks("bi") and around.says(self.words[d.source.word], wanted)

    def _part_of(self, e: Draft, word: int) -> bool:
        """Whether a word belongs to the phrase that names another act: عدم موافقة، مذكرة توقيف."""
        t = e.source
        if t.kind != "noun":
            return False
        if t.first <= word < t.last:
            return True
        wanted = [
            x for relation in ("idafa", e.frame.idafa) if relation in e.frame.words for x in e.frame.words[relation].all
        ]
        return word == t.last and any(x in (self.words[word].r.lemma, self.words[word].bare) for x in wanted)

    def _resolved(self, word: int) -> bool:
        """Whether a word stands in what a decision is to do."""
        m = next((x.masdar for x in self.scene.chunks if x.start <= word < x.end), -1)
        return m >= 0 and self.words[m].hit is None and self.words[m].r.lemma in self.cues.resolve

    def _beside(self, first: int, word: int) -> bool:
        """Whether a noun with its doer in it is joined to another of the same doer, not to what that contains: أعرب عن
        رفضه نشر القوات وتأييده للحوار.
        """
        own = self.words[first].r.pron
        if not own or not self.words[word].r.conj or self.words[word].r.pron != own:
            return False
        between = (w for w in self.words[first + 1 : word] if w.hit is None and w.r.pos == "noun")
        return not any(w.r.pron == own for w in between)

    def contains(self, e: Draft, word: int, kind: str = "") -> bool:
        """Whether a word that tells an act of some `kind` stands in what is demanded, promised, refused, threatened."""
        t = e.source
        if e.type in JUDGING and self._resolved(word):
            return False  # معارضة بكين لقرار واشنطن إدراج شركات
        c = t.clause
        around = self.scene.around(t)
        around.suit(e.frame)
        if e.frame.id == _UPON:  # على واشنطن سحب صواريخها
            act = next((x for x in self.scene.chunks if x.start == t.last and x.kind == "np"), None)
            inner = next((x for x in c.children if x.kind == "complement" and x.opener == t.last), None)
            if inner is not None:
                return inner.start <= word < inner.last()  # على واشنطن أن تسحبها
            return act is not None and act.start <= word < self.scene.reach(act)
        for inner in c.children:
            if inner.kind == "condition" and e.type == "THREATEN" and inner.start <= word < inner.last():
                return True
            if inner.kind == "complement" and (inner.via == "baad" or inner.via in SETTING):
                continue  # بعد أن زار عواصمها
            if inner.kind == "complement" and inner.start >= t.first and inner.start <= word < inner.last():
                return t.kind != "noun" or around.complement() is not None
        if t.kind != "noun":
            for x in (
                *(c.subject if c.passive else c.objects),
                *(y for rel in ("ila", "bi", "ala", "an", "min", "li", "hawl", "tijah") for y in c.args.get(rel, [])),
                *(y for y in c.args.get("fi", []) if kind == e.type or _wants_fi(e)),  # but اعتقلوا في مظاهرة
                *(y for y in c.args.get("bidun", []) if "bidun" in e.frame.slots.topic),
            ):
                behind_time = x.rel == "min" and x.n > 0 and self.scene.chunks[x.n - 1].kind == "time"
                if self.scene.juncture(x) or behind_time:
                    continue  # تبادلا الأسرى بعد ساعات من هجوم
                if x.start > t.first and self.scene.thing(x) and x.start <= word < self.scene.reach(x):
                    return True
            return False
        assert t.part is not None
        if e.type != "REQUEST" and self._beside(t.last - 1, word):
            return False
        if t.last <= word < t.part.end:
            return True
        for rel in ("ila", "bi", "ala", "an", "li", "fi", "hawl", "object"):
            for x in around.chunks(rel):
                if self.scene.juncture(x):
                    continue  # اتفاق على هدنة في ختام مفاوضات
                if x.start > t.first and self.scene.thing(x) and x.start <= word < self.scene.reach(x):
                    return True
        return False


def _wants_fi(e: Draft) -> bool:
    """Whether what an act is about stands behind "in": تدخّل في، شارك في."""
    s = e.frame.slots
    return any(r.split(":")[0] == "fi" for r in (*s.topic, *s.require, *s.all, *e.frame.words))


def _laden(e: Draft, d: Draft) -> bool:
    """Whether a clause tells what the thing that is sent brings or hits: أرسلت طائرة تحمل مساعدات، أطلق صاروخا أصاب."""
    c = e.source.clause
    sent = c.kind == "relative" and c.parent is d.source.clause and c.antecedent in d.source.clause.objects
    return sent and e.type in ("AID", "ASSAULT") and d.type == "MOBILIZE" and d.source.kind == "verb"


def _one_threat(e: Draft, d: Draft) -> bool:
    """Whether a clause tells what follows where a threat's condition is not met: إذا لم تستجب، فقد يؤدي ذلك إلى حرب."""
    c = e.source.clause
    both = e.type == d.type == "THREATEN" and d.source.clause.previous is c
    return both and any(x.kind == "condition" and x.start <= e.first < x.last() for x in c.children)


def _one_accord(e: Draft, d: Draft) -> bool:
    """Whether a noun only tells what the two-sided act right before it is about: إبرام اتفاق، التوقيع على الاتفاق."""
    both = e.frame.merge and d.frame.merge and d.source.kind == "noun"
    x = d.source.chunk
    if e.source.kind == "verb":
        signed = e.type == "SUPPORT" and d.type in _ACCORD and x in e.source.clause.objects
        return both and signed and {p.key for p in e.actor} == {p.key for p in d.actor}  # وقعا اتفاقا
    about = d.first == e.last or (x is not None and x.rel == "ala" and x.start == e.last == d.first - 1)
    about = about or (e.type == "SUPPORT" and d.type == "AGREE" and 0 <= d.first - e.last <= 2)  # توقيع مذكرة تفاهم
    return both and about and {p.key for p in e.actor} == {p.key for p in d.actor}
