"""Events of one sentence that belong together: tolls and attacks, an act told twice, parties told once."""

from typing import Final

from mahdar.analysis.parties import Party, side
from mahdar.coding.draft import Attempt, Draft, named, nobody
from mahdar.coding.kinds import ANY_ACT, DENIALS, MATERIAL, NO_ACT, OWNED, SHARING, TWO_SIDED, UNNAMED, VERBAL
from mahdar.coding.scene import Scene
from mahdar.coding.slots import JUDGING

_PROMISED: Final = frozenset(("AGREE", "AID", "SUPPORT"))
# How the attack stands to the verb that tells its dead: قُتل في غارة، بانفجار، إثر هجوم.
_OF_TOLL: Final = frozenset(("fi", "bi", "ala_yad", "sabab", "baad", "khilal", "min_qibal", "min"))


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
        if d.type in OWNED and all(nobody(p) for p in d.recipient) and (same := self._same_owner(d, drafts)):
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
            and "participle" in (d.source.kind, e.source.kind)
        ]
        return d._replace(recipient=others[0].recipient) if others else d

    def at_talks(self, d: Draft, drafts: list[Draft]) -> Draft:
        """A promise to nobody told goes to the other side of the talks that its clause tells of: تعهد خلال لقائه رئيس
        الوزراء الهندي بزيادة الاستثمار.
        """
        mine = {p.code for p in d.actor} - UNNAMED
        if d.recipient or d.type not in _PROMISED or not mine or d.frame.merge or d.about:
            return d
        for e in drafts:
            if e.type == "CONSULT" and e.source.clause is d.source.clause and mine <= {p.code for p in e.actor}:
                others = [p for p in (*e.actor, *e.recipient) if p.code not in mine | UNNAMED]
                if len({p.code for p in others}) == 1:
                    return d._replace(recipient=tuple(others))
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
        if d.source.kind == "noun" or not any(self.scene.has_pronoun(x) for x in things):
            return ()
        mine = {side(p) for p in d.actor}
        for e in reversed(drafts):
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
        if d.recipient or d.type not in JUDGING or not d.actor or d.about == NO_ACT:
            return d
        if d.source.kind == "noun":
            behind = self.words[d.last : d.last + 1]
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
                told = [e for e in told if e.source.chunk is x]
        elif not any(self.scene.sums_up(x) for x in (*c.objects[:1], *c.args.get("bi", ()))):  # وانتقدت بغداد الخطوة
            about = self.scene.told_act(c)
            if about == ANY_ACT and (claim := self._claimed_by(d)):
                return d._replace(recipient=tuple(claim))
            told = [e for e in told if e.type in about]
            if not told:
                return (
                    d
                    if about == ANY_ACT and d.type == "SUPPORT"
                    else d._replace(about=about, judged=self.scene.judged(c))
                )
        elif not told and (about := self.scene.told_act(c)) != ANY_ACT:
            return d._replace(about=about, judged=self.scene.judged(c))  # نفت الاتهامات that the sentence before tells
        others = [p for e in told[-1:] for p in e.actor if p.code not in UNNAMED and side(p) not in mine]
        return d._replace(recipient=tuple(others))

    def _taken_up(self, d: Draft, drafts: list[Draft]) -> Draft | None:
        """The judgement of somebody else, before it in the sentence, whose object another takes up with a pronoun: رحبت
        مقديشو بالعرض التركي، وتحفظت أديس أبابا عليه.
        """
        c = d.source.clause
        contrast = d.first > 0 and self.words[d.first - 1].token.folded in self.cues.contrast  # فيما أيدته
        if any(p.how != "pronoun" for p in d.recipient) or (c.kind == "relative" and not contrast):
            return None
        by_preposition = any(
            self.words[x.head].r.pos == "prep"
            for rel in ("ala", "bi")
            for x in c.args.get(rel, ())
            if x.start >= d.first
        )
        if not self.words[d.source.word].r.pron and not by_preposition:
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
        if not DENIALS.intersection(d.frame.verb):
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
            if d.source.kind == "verb" and not d.source.clause.passive and self._comes_of(d):
                return e.source.chunk in at.subject or (at.previous is home and not _tells_toll(e))
            if _tells_toll(e):  # قُتل ثلاثة وأصيب اثنان
                mine, theirs = named(d), named(e)
                goes_on = at is home or at.previous is home
                return goes_on and mine[0] <= theirs[0] and mine[1] <= theirs[1]
            verb = at.verb
            return verb is not None and bool(self.words[verb.start].act_in(self.cues.result_verb))
        if _tells_toll(e):
            return False
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

    def _talks_on(self, e: Draft, d: Draft) -> bool:
        """Whether a verb only tells what was talked over at the meeting told before (التقى نظيره وبحث معه)."""
        both = e.type == d.type == "CONSULT" and not (_visits(e) or _visits(d))
        debate = bool(self.words[d.source.word].act_in(self.cues.debate_verb))
        same = named(d)[0] | named(d)[1] <= named(e)[0] | named(e)[1]
        return both and debate and same and d.source.clause.previous is e.source.clause

    def _same_act(self, e: Draft, d: Draft) -> bool:
        if e.type != d.type or e.status != d.status:
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
        both = (mine[0] | mine[1]), (theirs[0] | theirs[1])
        if self.words[paper.source.word].r.pos == "adj" and told.source.clause is not paper.source.clause:
            return False  # قال إنه قبل المقترح وإنه مستعد للحوار
        if d.type in TWO_SIDED:
            return both[0] <= both[1] or both[1] <= both[0]
        near = d.source.clause is e.source.clause
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
    if e.frame.merge and named(e)[0]:
        return e
    noun = e.source.kind == "noun"
    actor = e.actor if named(e)[0] or noun else d.actor or e.actor
    hit = any(p.code not in UNNAMED and p.kind != "place" and p.start not in where for p in e.recipient)
    told = hit and not (noun and d.first < e.first)  # قُتل ضابط تركي في هجوم في العراق
    theirs = e.recipient if told or not named(d)[1] else d.recipient
    mine = {p.code for p in actor}
    if {p.code for p in theirs} <= mine and e.recipient:
        theirs = e.recipient
    guessed = noun and e.source.light is None
    if guessed and named(d)[1] and {side(p) for p in d.recipient} <= {side(p) for p in actor}:
        actor = ()  # أعلن الجيش مقتل جنديين من قواته في هجوم
    return e._replace(actor=actor, recipient=theirs)
