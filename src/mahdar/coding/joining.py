"""Events of one sentence that belong together: tolls and attacks, an act told twice, parties told once."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.party import Party, side
from mahdar.coding.draft import Attempt, Draft, denies, named, nobody, once_each
from mahdar.coding.kinds import (
    ANY_ACT,
    BENEFIT,
    DECISION,
    HOLDERS,
    MATERIAL,
    NO_ACT,
    OWNED,
    PARTNERS,
    SHARING,
    TWO_SIDED,
    UNNAMED,
    VERBAL,
)
from mahdar.coding.scene import Scene, spells
from mahdar.coding.slots import JUDGING

_PROMISED: Final = frozenset(("AGREE", "AID", "SUPPORT"))
# How the attack stands to the verb that tells its dead: قُتل في غارة، بانفجار، إثر هجوم.
_OF_TOLL: Final = frozenset(("fi", "bi", "ala_yad", "sabab", "baad", "khilal", "min_qibal", "min"))
# Who counts the dead of attacks of others: أعلنت الشرطة مقتل خمسة أشخاص في هجمات.
_TELLS_OF_DEAD: Final = frozenset(("COP", "GOV", "MED"))
_FOES: Final = frozenset(("CRM", "REB", "UAF"))  # who fights their own state
# Acts that may be done under or against an agreement told before.
_UNDER_ACCORD: Final = frozenset(("AGREE", "SANCTION", "THREATEN"))


class Joining:
    """Joins the events of a sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.said, self.cues = scene.words, scene.chunks, scene.said, scene.cues
        self.resolver, self.attempts = scene.resolver, scene.attempts

    def sharing(self, d: Draft, drafts: list[Draft]) -> Draft:
        """A denial, threat or reproach to nobody told goes to whom the same speaker turns in the same breath (نفت
        ...، متهمة القاهرة).
        """
        keys = {p.key for p in d.actor}
        mine = {side(p) for p in d.actor}
        amam = any(self.scene.has_pronoun(x) for x in d.source.clause.args.get("amam", ()))  # أمام طائراتها
        unsaid = all(nobody(p) for p in d.recipient) or (
            (amam or d.mode == "expel") and all(side(p) in mine for p in d.recipient)
        )
        if d.type in OWNED and unsaid and (same := self._same_owner(d, drafts)):
            return d._replace(recipient=same)
        if d.recipient or d.type not in SHARING or not d.actor or d.frame.general:
            return d
        others = [
            e
            for e in drafts
            if e is not d
            and e.type in VERBAL
            and {p.key for p in e.actor} == keys
            and e.recipient
            and not (d.type == "ACCUSE" and all(p.code == "INT" for p in e.recipient))  # داعيا المجتمع الدولي
            and ("participle" in (d.source.kind, e.source.kind) or self._of_theirs(d, e))
            and not (denies(d.frame) and e.type != "ACCUSE")  # نفت ذلك، ملوحة بوقف الغاز عن أوروبا
            and not (denies(e.frame) and d.type != "ACCUSE")
        ]
        return d._replace(recipient=others[0].recipient) if others else d

    def _of_theirs(self, d: Draft, e: Draft) -> bool:
        """Whether a demand goes on with what a reproach is about: أدان احتجازهم الموظفين وطالب بإطلاقهم."""
        bound = any(self.words[x.head].r.pron for x in d.source.clause.args.get("bi", ()))
        return d.type == "REQUEST" and e.type == "ACCUSE" and d.source.clause.previous is e.source.clause and bound

    def at_talks(self, d: Draft, drafts: list[Draft]) -> Draft:
        """A promise to nobody told goes to the other side of the talks that its clause tells of (تعهد خلال لقائه رئيس
        الوزراء الهندي بزيادة الاستثمار), or to who answers it (رفضت صنعاء هدنة اقترحتها الرياض).
        """
        mine = {p.code for p in d.actor} - UNNAMED
        if d.recipient or d.type not in _PROMISED or not mine or d.frame.merge or d.about:
            return d
        c = d.source.clause
        for e in drafts if c.kind == "relative" and d.type == "AGREE" else ():
            if e.type in ("AGREE", "REJECT") and e.source.clause is c.parent and e.source.kind == "verb":
                others = [p for p in e.actor if p.code not in mine | UNNAMED]
                if others:
                    return d._replace(recipient=tuple(others))
        for e in drafts:
            if e.type == "CONSULT" and e.source.clause is d.source.clause and mine <= {p.code for p in e.actor}:
                others = [p for p in (*e.actor, *e.recipient) if p.code not in mine | UNNAMED]
                if len({p.code for p in others}) == 1:
                    return d._replace(recipient=tuple(others))
        return d

    def parted(self, d: Draft, drafts: list[Draft]) -> Draft:
        """At a meeting that those who agree are told to have held were all who agree: اتفق الوفدان، بمشاركة قطر، على
        هدنة في ختام لقاء عقداه.
        """
        if d.type != "CONSULT" or not d.frame.merge or d.source.kind != "noun":
            return d
        c = d.source.clause
        held = next((x for x in (c, *c.children) if x.kind == "relative" and x.antecedent is d.source.chunk), None)
        if held is None or any(x is not d.source.chunk for x in held.subject):
            return d
        for e in drafts:
            agreed = e.type == "AGREE" and e.frame.merge and e.source.kind == "verb" and e.first < d.first
            if agreed and e.source.clause is held.parent and {p.key for p in d.actor} < {p.key for p in e.actor}:
                return d._replace(actor=e.actor)
        return d

    def together(self, d: Draft, drafts: list[Draft]) -> Draft:
        """Who killed some wounded those told of in the next breath: قتل ستة وأصيب عشرة في قصف روسي."""
        if d.type != "ASSAULT" or d.actor or d.source.kind != "verb" or not d.source.clause.passive:
            return d
        for e in drafts:
            c = e.source.clause
            if e.type == d.type and e.actor and e.source.kind == "verb" and c.passive:
                if c.previous is d.source.clause and self.words[e.source.word].r.conj == "و":
                    return d._replace(actor=e.actor)
        return d

    def _same_owner(self, d: Draft, drafts: list[Draft]) -> tuple[Party, ...]:
        """Whose a thing with a pronoun is that is hit or taken after its owner was: احتجزت القارب وصادرت حمولته."""
        c = d.source.clause
        things = [x for x in (*c.objects[:1], *c.args.get("ala", ())) if x.start > d.first]
        things += c.args.get("amam", [])
        own = any(self.scene.has_pronoun(x) for x in things)
        if not own and (d.recipient or not d.actor or any(self.words[x.head].r.definite for x in things)):
            return ()
        if d.source.kind == "noun":
            return ()
        mine = {side(p) for p in d.actor}
        for e in reversed(drafts):
            if not own and (e.source.clause is not c.previous or {p.code for p in e.recipient} & {p[0] for p in mine}):
                continue  # توغلت قوة إسرائيلية في قرية سورية وأقامت حاجزا
            if e.type in OWNED and e.first < d.first and {side(p) for p in e.actor} == mine:
                return tuple(p for p in e.recipient if p.code not in UNNAMED and side(p) not in mine)
        return ()

    def judging(self, d: Draft, drafts: list[Draft]) -> Draft:
        """What is said of an act that the sentence tells, in a clause about it, goes to who does that act (ضربات نددت
        بها روسيا، في خطوة عارضتها الخرطوم، وهو ما تنفيه).
        """
        c = d.source.clause
        acts = d.type in JUDGING and d.source.kind != "noun"
        same = self._taken_up(d, drafts) if acts else None
        if same is not None:
            mine = {side(p) for p in d.actor}
            theirs = tuple(p for p in same.recipient if p.code not in UNNAMED and side(p) not in mine)
            return d._replace(recipient=theirs, about=same.about) if theirs or same.about else d
        if not d.recipient and d.type in _UNDER_ACCORD and self._of_accord(d):
            return d._replace(about=PARTNERS)
        if d.type in JUDGING and acts and not d.recipient and (attackers := self._exposing(d, drafts)):
            return d._replace(recipient=attackers)
        if d.type == "REQUEST" and not d.recipient and d.source.kind != "noun" and self._of_held(d):
            return d._replace(about=HOLDERS)
        if d.type == "PROTEST" and not d.recipient and (attack := self._denounced(d)):
            return d._replace(about=attack)
        if d.type == "AGREE" and not d.recipient and self._of_aid(d):
            return d._replace(about=BENEFIT)
        if d.type in JUDGING and d.actor and (both := self._judged_together(d, drafts)):
            return d._replace(recipient=both)
        if d.recipient or d.type not in JUDGING or not d.actor or d.about == NO_ACT:
            return d
        if d.source.kind == "noun":
            behind = self.words[d.last : d.last + 1]
            if behind and behind[0].r.lemma in self.cues.decision and behind[0].r.definite:
                return d._replace(about=DECISION)  # أسفه للقرار
            claim = self._claimed_by(d) if behind and behind[0].r.pos == "dem" else []  # سارع إلى نفي ذلك
            return d._replace(recipient=tuple(claim))
        told = [e for e in drafts if e is not d and e.first < d.first and e.actor]
        mine = {side(p) for p in d.actor}
        if c.kind == "relative":
            x = c.antecedent
            if (x is None and c.opener < 0) or x in c.subject:
                return d
            claim = self._claimed_by(d) if x is None else []
            if claim:
                return d._replace(recipient=tuple(claim))
            if x is not None and not self.scene.sums_up(x):
                told = [e for e in told if e.source.chunk is x or (e.frame.merge and x in e.source.clause.objects)]
        elif not any(self.scene.sums_up(x) for x in (*c.objects[:1], *c.args.get("bi", ()))):  # وانتقدت بغداد الخطوة
            about = self.scene.told_act(c)
            if about == ANY_ACT and (claim := self._claimed_by(d)):
                return d._replace(recipient=tuple(claim))
            told = [e for e in told if e.type in about]
            if not told:
                bare = about == ANY_ACT and d.type == "SUPPORT" and not self.scene.what_was_done(c)
                return d if bare else d._replace(about=about, judged=self.scene.judged(c))
        elif not told and (about := self.scene.told_act(c)) != ANY_ACT:
            return d._replace(about=about, judged=self.scene.judged(c))  # نفت الاتهامات that the sentence before tells
        others = [p for e in told[-1:] for p in e.actor if p.code not in UNNAMED and side(p) not in mine]
        return d._replace(recipient=tuple(others))

    def _exposing(self, d: Draft, drafts: list[Draft]) -> tuple[Party, ...]:
        """Who attacks those whose exposure to it a clause judges: نددت بتعرض سفارتها لهجوم إيراني."""
        c = d.source.clause
        judged = [x for x in (*c.objects[:1], *c.args.get("bi", ())[:1]) if x.start > d.first]
        if not any(self.words[x.head].r.lemma in self.cues.undergoing for x in judged):
            return ()
        mine = {side(p) for p in d.actor}
        attacks = [e for e in drafts if e.type == "ASSAULT" and e.first > d.first and e.source.clause is c]
        return tuple(p for e in attacks[:1] for p in e.actor if p.code not in UNNAMED and side(p) not in mine)

    def _of_held(self, d: Draft) -> bool:
        """Whether what is asked for is done to people whom somebody holds: طالبت بالإفراج عنه، دعت إلى معاملته."""
        c, around = d.source.clause, self.scene.around(d.source)
        for x in (*c.objects[:1], *c.args.get("bi", ()), *c.args.get("ila", ())):
            w, behind = self.words[x.head], self.chunks[x.n + 1 : x.n + 3]
            if x.start < d.first or w.hit is not None or w.r.form != "masdar":
                continue
            if w.r.pron and around.befalling(x):
                return True
            if any(f.mode == "release" for f in self.scene.single(w)) and any(y.rel == "an" for y in behind):
                return True
            phrases = self.scene.frames.phrases.get(w.r.lemma, ())  # بإطلاق سراحه
            rest = self.words[x.head + 1 :]
            if any(f.mode == "release" and len(of) <= len(rest) and spells(rest, of) for of, f in phrases):
                return True
        return False

    def _denounced(self, d: Draft) -> tuple[str, ...]:
        """The types of the attack told before that a crowd is against: تظاهروا رفضا للحرب، تنديدا بالقصف."""
        around = self.scene.around(d.source)
        told = [kind for x in around.chunks("sabab")[:1] for kind in self.scene.told_by(x)]
        return ("ASSAULT",) if "ASSAULT" in told else ()

    def _of_aid(self, d: Draft) -> bool:
        """Whether what is promised is money or help: تعهدت طوكيو بتقديم منحة، عرض المصرف إقراض مليونين."""
        around = self.scene.around(d.source)
        inner = around.complement()  # تعهد بأن تقدم بلاده منحة
        told = [y for rel in ("bi", "object", "li") for y in around.chunks(rel)[:1]]
        for x in (*told, *(inner.objects[:1] if inner is not None else ())):
            behind = self.chunks[x.n + 1 : x.n + 2]
            end = behind[0].end if behind and x.start <= behind[0].masdar < x.end else x.end
            if any(self._aids(w) for w in self.words[x.start : end]):
                return True
        return False

    def _aids(self, w: Word) -> bool:
        """Whether a word is of help or money: منحة، مليون."""
        plain = any(f.type == "AID" and not f.words for f in self.scene.single(w))
        return plain or (w.hit is None and w.r.lemma in self.cues.currency)

    def _of_accord(self, d: Draft) -> bool:
        """Whether an act keeps or leaves an agreement told before, whose other parties it concerns: بموجب الاتفاق تلتزم
        الحكومة، هددت بالانسحاب من المعاهدة.
        """
        c = d.source.clause
        if d.type == "AGREE":
            before = [c, *([c.previous] if c.previous is not None else [])]
            return any(self._names_accord(x, due=True) for y in before for found in y.args.values() for x in found)
        return any(self._names_accord(x, due=False) for found in c.args.values() for x in found)

    def _names_accord(self, x: Chunk, due: bool) -> bool:
        """Whether a phrase is but a definite noun of agreement, after a preposition of what is `due` under it."""
        w = self.words[x.head]
        alone = w.hit is None and w.r.definite and not w.r.pron and x.end == x.head + 1
        return alone and w.r.lemma in self.cues.accord and due == (x.prep in self.cues.under)

    def _takes_up_by_pronoun(self, d: Draft) -> bool:
        """Whether a verb has a pronoun for what was told, at its end or on a preposition: وصفتها، نددت بها."""
        if self.words[d.source.word].r.pron:
            return True
        args = d.source.clause.args
        after = [x for rel in ("ala", "bi") for x in args.get(rel, ()) if x.start >= d.first]
        return any(self.words[x.head].r.pos == "prep" for x in after)

    def _judged_together(self, d: Draft, drafts: list[Draft]) -> tuple[Party, ...]:
        """All who did the two-sided act right before, where the pronoun of a judgement is taken for one of them: أجرت
        الهند واليابان مناورات وصفتها بكين بأنها استفزاز.
        """
        before = [e for e in drafts if e.first < d.first][-1:]
        if not before or not before[0].frame.merge or len(before[0].actor) < 2 or before[0].source.kind != "noun":
            return ()
        actor = before[0].actor
        codes, mine = {p.code for p in actor}, {p.code for p in d.actor}
        by_pronoun = d.recipient and all(p.how == "pronoun" and p.code in codes for p in d.recipient)
        return actor if by_pronoun and not codes & mine and self._takes_up_by_pronoun(d) else ()

    def _taken_up(self, d: Draft, drafts: list[Draft]) -> Draft | None:
        """The judgement of somebody else, before it in the sentence, whose object another takes up with a pronoun: رحبت
        مقديشو بالعرض التركي، وتحفظت أديس أبابا عليه.
        """
        c = d.source.clause
        contrast = d.first > 0 and self.words[d.first - 1].token.folded in self.cues.contrast  # فيما أيدته
        if any(p.how != "pronoun" for p in d.recipient) or (c.kind == "relative" and not contrast):
            return None
        if not self._takes_up_by_pronoun(d):
            return None
        before = [e for e in drafts if e.type in JUDGING and e.first < d.first][-1:]
        mine = {side(p) for p in d.actor}
        if not before or mine & {side(p) for p in before[0].actor}:
            return None
        return (
            before[0] if before[0].recipient else before[0]._replace(about=self.scene.told_act(before[0].source.clause))
        )

    def _claimed_by(self, d: Draft) -> list[Party]:
        """Whose words a denial of what was told before answers: who spoke last, in its sentence or the one before."""
        if not denies(d.frame):
            return []
        before = [s.speaker for s in self.said if s.first <= d.first and s.speaker is not None]
        last = self.resolver.d.speaker
        spoke = before[-1:] or ([last] if last is not None else [])
        mine = {(p.code, p.sector) for p in d.actor} | {(p.code, None) for p in d.actor}
        spoke = [p for p in spoke if (p.code, p.sector) not in mine]
        return [
            p.at(d.trigger[0], d.trigger[0], "implicit") for p in spoke if p.code not in UNNAMED and p.kind != "media"
        ]

    def once(self, drafts: list[Draft]) -> list[Draft]:
        """Drop an act that another trigger of the sentence tells as well."""
        out: list[Draft] = []
        for d in drafts:
            twin = next((i for i, e in enumerate(out) if self._same_act(e, d)), None)
            if twin is None:
                out.append(d)
            elif len(d.actor) + len(d.recipient) > len(out[twin].actor) + len(out[twin].recipient):
                out[twin] = d
            elif not out[twin].recipient and d.source.clause.antecedent is out[twin].source.chunk is not None:
                out[twin] = out[twin]._replace(recipient=d.recipient)  # هجمات إلكترونية استهدفت شركات بريطانية
        return out

    def without_tolls(self, drafts: list[Draft]) -> list[Draft]:
        """The events without those that only tell what an attack of the sentence cost (غارات أسفرت عن مقتل مدنيين،
        قُتل ثلاثة في غارات); the attack takes over the parties that it lacks.
        """
        out = list(drafts)
        for d in drafts:
            if not (_tells_toll(d) or self._comes_of(d)):
                continue
            attack = next((e for e in self._near_first(d, out) if self._costs(e, d)), None)
            if attack is None:
                continue
            self.attempts.append(Attempt(d.source.word, d.frame.id, f"what {attack.frame.id} cost"))
            out[out.index(attack)] = _with_victims(attack, d, self._place_names())
            out.remove(d)
        return out

    def _comes_of(self, d: Draft) -> bool:
        """Whether an event of force only tells what an attack led to: أدى القصف إلى تدمير مبنى، ضربة قتلت مدنيين."""
        verb = d.source.clause.verb
        if d.type != "ASSAULT" or verb is None:
            return False
        w = self.words[verb.start]
        if d.source.kind == "noun":
            return bool(w.act_in(self.cues.result_verb)) and d.source.relation in ("ila", "an", "bi", "fi")
        acts = any(f.type == "ASSAULT" for x in d.source.clause.subject for f in self.scene.single(self.words[x.head]))
        return acts or (d.frame.toll and w.r.conj == "ف")

    def _place_names(self) -> set[int]:
        """Where the names of states and towns begin in phrases that tell where."""
        places = [x for x in self.chunks if x.kind == "np" and x.rel in ("fi", "dakhil")]
        named = [w for x in places for w in self.words[x.start : x.end] if w.named]
        return {self.resolver.span(w.n, w.n + 1)[0] for w in named} | {
            self.resolver.span(x.parts[0].start, x.parts[0].end)[0] for x in places if x.parts
        }

    def _near_first(self, d: Draft, drafts: list[Draft]) -> list[Draft]:
        """The attacks of the sentence, tolls last, the nearest to `d` first."""
        others = [e for e in drafts if e.type == "ASSAULT" and e.source is not d.source and e.status == d.status]
        return sorted(others, key=lambda e: (_tells_toll(e), abs(e.first - d.first)))

    def _costs(self, e: Draft, d: Draft) -> bool:
        """Whether `d` tells what the attack `e` cost, or goes on with the toll that `e` opens."""
        at, home = d.source.clause, e.source.clause
        if e.first < d.first:
            if at.parent is home and at.opener >= 0 and self.words[at.opener].r.lemma in self.cues.where:
                return _tells_toll(d)  # تصاعدت المواجهات حيث سقط ثلاثون قتيلا
            if d.source.kind == "verb" and not d.source.clause.passive and self._comes_of(d):
                return e.source.chunk in at.subject or (at.previous is home and not _tells_toll(e))
            if _tells_toll(e):  # قُتل ثلاثة وأصيب اثنان
                mine, theirs = named(d), named(e)
                goes_on = at is home or at.previous is home
                return goes_on and mine[0] <= theirs[0] and (mine[1] <= theirs[1] or self._only_counted(d))
            verb = at.verb
            return verb is not None and bool(self.words[verb.start].act_in(self.cues.result_verb))
        if _tells_toll(e):
            return False
        if d.source.kind == "verb" and e.source.chunk in at.subject and self._comes_of(d):
            return bool(self.words[d.source.word].act_in(self.cues.result_verb))  # أوقعت مواجهات ثلاثة قتلى
        around = home is at or home.previous is at  # قُتل ثلاثة وجُرح عشرة في غارة
        if e.source.kind == "noun" and around:
            return e.source.relation in _OF_TOLL
        carried = home.kind == "relative" and home.antecedent is e.source.chunk  # في هجوم شنه مسلحون
        if e.source.kind == "noun" and not carried:
            return False
        if home.parent is None or (home.parent is not at and home.parent.previous is not at):
            return False
        if home.kind == "relative":  # في تفجير استهدف مسجدا
            return home.antecedent is not None and home.antecedent.rel in _OF_TOLL
        return home.opener >= 0 and self.words[home.opener].r.lemma in self.cues.as_soon

    def _only_counted(self, d: Draft) -> bool:
        """Whether the noun of a toll has but a number for whom it befell: مقتل ضابط وجرح اثنين."""
        if d.source.kind != "noun":
            return False
        k = d.last
        while k < len(self.words) and (self.words[k].r.pos == "num" or self.words[k].token.kind == "number"):
            k += 1
        if k == d.last or k == len(self.words):
            return k > d.last
        r = self.words[k].r
        return r.pos not in ("noun", "name") or (bool(r.pron) and r.lemma in self.cues.share)  # اثنين أحدهما ضابط

    def _talks_on(self, e: Draft, d: Draft) -> bool:
        """Whether a verb only tells what was talked over at the meeting told before (التقى نظيره وبحث معه)."""
        both = e.type == d.type == "CONSULT" and not (_visits(e) or _visits(d))
        debate = bool(self.words[d.source.word].act_in(self.cues.debate_verb))
        same = named(d)[0] | named(d)[1] <= named(e)[0] | named(e)[1]
        return both and debate and same and d.source.clause.previous is e.source.clause

    def _same_act(self, e: Draft, d: Draft) -> bool:
        if e.type != d.type:
            return False
        if d.type == "PROTEST" and e.mode == d.mode and e.source.kind == d.source.kind == "noun":
            if e.source.clause is d.source.clause and e.first < d.first and d.source.relation == "fi":
                return True  # قرروا الدخول في إضراب
        if e.status != d.status:
            return False
        mine, theirs = named(d), named(e)
        inner = d.source.clause
        if inner.kind == "relative" and inner.antecedent in e.source.clause.objects and mine[0] in (theirs[0], set()):
            return True  # تبنى قرارا يمدد المهمة
        if "noun" not in (d.source.kind, e.source.kind):
            return self._talks_on(e, d)
        if _visits(d) != _visits(e) and (d.frame.merge or e.frame.merge):
            return False  # who comes for talks does both
        paper, told = (e, d) if e.source.kind == "noun" else (d, e)
        c = told.source.clause
        if c.kind == "relative" and c.antecedent is not None and c.antecedent is paper.source.chunk:
            return True  # عريضة طالبوا فيها بالتحقيق
        if d.type == "PROTEST" and told.source.kind == "verb" and paper.source.chunk in told.source.clause.subject:
            return True  # جابت التظاهرة التي شارك فيها الآلاف الشوارع
        if d.type == "ASSAULT" and told.first < paper.first:
            if paper.source.chunk in told.source.clause.args.get("bi", ()):
                return True  # اغتاله بغارة نفذتها مسيرة
            if told.frame.toll and not paper.actor and paper.source.chunk in told.source.clause.args.get("fi", ()):
                return True  # قتل الجيش ثلاثة متمردين في غارة على قرية
        both = (mine[0] | mine[1]), (theirs[0] | theirs[1])
        if self.words[paper.source.word].r.pos == "adj" and told.source.clause is not paper.source.clause:
            return False  # قال إنه قبل المقترح وإنه مستعد للحوار
        if d.type in TWO_SIDED:
            return both[0] <= both[1] or both[1] <= both[0]
        near = d.source.clause is e.source.clause
        if d.type == "COERCE" and d.mode and e.mode and d.mode != e.mode:
            return False  # انقلاب في مالي والجيش يحتجز الرئيس
        later = self.words[max(d.first, e.first)].r
        nouns = e.source.kind == d.source.kind == "noun" and d.type == "MOBILIZE"  # بناء قواعد ونشر صواريخ
        if near and later.conj and (nouns or d.type in MATERIAL) and d.frame.id != e.frame.id:
            return False  # القتل والتدمير
        if near and self.scene.led_to_next(paper.source):
            return False
        return near and (
            (mine[0] <= theirs[0] and mine[1] <= theirs[1]) or (theirs[0] <= mine[0] and theirs[1] <= mine[1])
        )


def _visits(d: Draft) -> bool:
    """Whether an event is somebody's coming, not what he comes for."""
    return d.frame.mode == "visit" and bool(named(d)[0])


def _tells_toll(d: Draft) -> bool:
    """Whether an event only tells of dead and wounded, not who attacks."""
    if not d.frame.toll:
        return False
    return d.source.kind == "noun" or d.source.clause.passive or "subject" in d.frame.slots.recipient


def _with_victims(e: Draft, d: Draft, where: set[int]) -> Draft:
    """An attack with the parties that only its toll tells; the dead of a fight are of either side. `where`: where the
    names of places begin (قصف جنوبي لبنان).
    """
    if e.frame.merge and len({p.key for p in e.actor}) == 1 and named(e)[0] and named(d)[1]:
        return e._replace(actor=tuple(once_each([*e.actor, *d.recipient])))  # قُتل زعيم المعارضة في اشتباك مع الشرطة
    if (e.frame.merge and named(e)[0]) or len({side(p) for p in e.actor}) > 1:
        return e
    noun = e.source.kind == "noun"
    actor = e.actor if named(e)[0] or noun else d.actor or e.actor
    hit = any(p.code not in UNNAMED and p.kind != "place" and p.start not in where for p in e.recipient)
    told = hit and not (noun and d.first < e.first)  # قُتل ضابط تركي في هجوم في العراق
    theirs = e.recipient if told or not named(d)[1] else d.recipient
    mine = {p.code for p in actor}
    foes = all(p.sector in _FOES for p in theirs)  # أعلن الجيش التركي مقتل مسلحين أكراد في غارات
    if {p.code for p in theirs} <= mine and e.recipient and not foes:
        theirs = e.recipient
    own = any(p.start > e.trigger[0] for p in actor)  # قصف مدفعي للمتمردين
    guessed = noun and e.source.light is None and not own
    dead = {side(p) for p in d.recipient if p.kind != "place"}
    watches = d.first < e.first and all(p.sector in _TELLS_OF_DEAD for p in actor)
    watches = watches and {p.code for p in d.recipient} <= mine | UNNAMED
    if guessed and named(d)[1] and dead and actor and (dead <= {side(p) for p in actor} or watches):
        # أعلن الجيش مقتل جنديين من قواته في هجوم، أعلنت الشرطة مقتل خمسة أشخاص في هجمات
        return e._replace(actor=(), recipient=theirs, said=d.said, voucher=d.voucher)
    return e._replace(actor=actor, recipient=theirs)
