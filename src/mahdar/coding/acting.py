"""Who acts in an event."""

from typing import Final

from mahdar.analysis.party import Party, side
from mahdar.coding.act import Act, first, known, nameless
from mahdar.coding.addressee import Addressees
from mahdar.coding.control import Control
from mahdar.coding.kinds import ANNOUNCING, IN_A_PLACE, MATERIAL, UNNAMED
from mahdar.coding.owner import Owners
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger

_SEIZED: Final = "seize"  # the mode of taking a place or a thing


class Acting:
    """Finds who does what a trigger tells."""

    def __init__(self, scene: Scene, addressees: Addressees, owners: Owners) -> None:
        self.scene = scene
        self.words, self.chunks, self.frames, self.cues = scene.words, scene.chunks, scene.frames, scene.cues
        self.resolver, self.parties, self.subject_of = scene.resolver, scene.parties, scene.subject_of
        self.addressees, self.owners, self.control = addressees, owners, Control(scene)

    def told(self, a: Act) -> list[Party]:
        """Who acts by the phrases around the trigger; each step sees what the one before it found."""
        for step in (self._in_slots, self._not_where, self._blamed, self._of_owner, self._sender, self._lender):
            a.actor = step(a)
        return a.actor

    def implied(self, a: Act) -> list[Party]:
        """Who does what a noun names without a doer, by the first way that tells; then whoever it cannot be."""
        if a.by_noun and not a.actor and "subject" in a.frame.slots.actor:
            ways = (self._source, self._of_clause, self._announcer, self._carrier, self._planner)
            a.actor = next((found for way in ways if (found := way(a))), [])
        for step in (self._not_himself, self._not_who_watches):
            a.actor = step(a)
        return a.actor

    def complied_with(self, a: Act) -> bool:
        """Whether a noun tells at whose request the subject of its clause acts, who then is asked: بطلب من روما."""
        asking = self._asked_by(a.t) if a.by_noun and a.type == "REQUEST" else []
        if not asking:
            return False
        a.actor = asking
        a.recipient = [p for p in self.subject_of(a.t.clause) if p.code not in a.codes and p.kind != "place"]
        return True

    def _in_slots(self, a: Act) -> list[Party]:
        """Who stands where the frame has its actor: هاجمت كينيا، هجوم من كينيا."""
        told = (r for r in a.frame.slots.actor if not (self._mere_time(r, a) or self._hostile_to(r, a.around)))
        return first(list(told), a.around)

    def _not_where(self, a: Act) -> list[Party]:
        """The subject of a violent verb rather than the place that a frame takes for its doer: اغتال مسلحون قاضيا في
        مقديشو.
        """
        where = a.type in IN_A_PLACE and a.by_verb and bool(a.actor) and all(p.kind == "place" for p in a.actor)
        return (a.around.parties("subject") if where else []) or a.actor

    def _blamed(self, a: Act) -> list[Party]:
        """Who is blamed for violence that is told of nobody: see `Scene.blamed`."""
        return self.scene.blamed(a.t) if a.type in IN_A_PLACE and not a.actor else a.actor

    def _of_owner(self, a: Act) -> list[Party]:
        """Whose the craft or the body is that acts: أغارت مقاتلتان للجيش، أقر المجلس التنفيذي للصندوق."""
        if not (a.by_verb and "subject" in a.frame.slots.actor and nameless(a.actor)):
            return a.actor
        craft = a.type in IN_A_PLACE or any(self.words[x.head].r.cls == "group" for x in a.t.clause.subject)
        return (self.owners.of_owner(a.t) if craft else []) or a.actor

    def _sender(self, a: Act) -> list[Party]:
        """Who sent the thing that a clause lets act: أرسلت الإمارات طائرة تحمل مساعدات، أطلق صاروخا أصاب مبنى."""
        c = a.t.clause
        home, x = c.parent, c.antecedent
        if not (a.by_verb and a.type in MATERIAL and all(p.weak or p.code in UNNAMED for p in a.actor)):
            return a.actor
        if c.kind != "relative" or c.passive or home is None or home.verb is None or x is None or x in home.subject:
            return a.actor
        verb = self.words[home.verb.start]
        sent = x in c.subject and verb.act_in(self.cues.send_verb)
        act = not x.prep and self.words[x.head].r.form == "masdar"
        own = act and x in c.subject and verb.act_in(ANNOUNCING)  # أعلن تنفيذ عملية استهدفت
        return (known(self.subject_of(home)) if sent or own else []) or a.actor

    def _lender(self, a: Act) -> list[Party]:
        """Who acts by the light verb that governs the noun: شنت كينيا هجوما; whose genitive has a name, that may be the
        doer itself: أكدت واشنطن التزام بغداد؛ نالت كينيا دعم رواندا.
        """
        light, g = a.t.light, a.around.genitive
        if light is None:
            return a.actor
        if light.subject == "actor" and (a.lent or not a.actor):
            doer = g is not None and a.around.idafa == "subject" and self.words[g.head].named
            return a.actor if doer and a.actor else a.lent or a.actor
        if light.subject == "recipient" and not a.actor and a.lent and a.around.idafa == "object":
            taken = {side(p) for p in a.lent}
            return [p for p in a.around.parties("object") if side(p) not in taken]
        return a.actor

    def _of_clause(self, a: Act) -> list[Party]:
        """Who does it by the verb of its clause (see `controller`), but not whoever tells of the death of his men."""
        doers = self.control.controller(a.t) if a.t.light is None else []
        if a.recipient and a.type == "ASSAULT" and not self._accused(a.t):
            if {side(p) for p in doers} <= {side(p) for p in a.recipient if p.kind != "place"}:
                return []
        return doers

    def lent(self, t: Trigger) -> list[Party]:
        """The subject that a light verb lends to its noun: شنت كينيا هجوما."""
        c = t.clause
        if t.light is None or t.light.subject in ("none", "host") or t.relation == "subject":
            return []
        if c.passive:
            return [p for rel in ("min_qibal",) for x in c.args.get(rel, []) for p in self.parties(x)]
        if c.verb is not None and self.words[c.verb.start].r.person == 1:
            return self.scene.around(t).speaker  # قال الرئيس: نقدم مقترحا
        return self.subject_of(c)

    def _asked_by(self, t: Trigger) -> list[Party]:
        """Who asked for what the subject of the clause does: بطلب من روما."""
        if t.chunk is None or not self.scene.complied_with(t):
            return []
        who = self.scene.behind(t.chunk, "min")
        return [p for p in self.parties(who) if not p.weak] if who is not None else []

    def _source(self, a: Act) -> list[Party]:
        """Whom an act comes from, told right behind its noun: هجوم من روسيا، ضمانات من بريطانيا."""
        t, around = a.t, a.around
        assert t.chunk is not None
        if "min" in a.frame.slots.recipient or (a.frame.idafa == "object" and around.genitive is not None):
            return []  # إنقاذ صياد من قراصنة
        x = next((y for y in around.chunks("min") if y.n == t.chunk.n + 1), None)
        return [p for p in self.parties(x) if not p.weak and p.kind != "place"] if x is not None else []

    def _announcer(self, a: Act) -> list[Party]:
        """Who announces or resolves on his own act by a noun of it: إعلان الجيش اغتيال قيادي، قرار فرنسا الاعتراف."""
        t = a.t
        if t.chunk is None or t.chunk.masdar < 0:
            return []
        m = t.chunk.masdar
        head = self.words[t.chunk.head]
        carried_out = t.word == head.n + 1 and head.r.of in self.frames.lights  # إعلانها تنفيذ اختبار
        if t.word != head.n and not carried_out and not self.control.resolved(m):
            return []
        home = next((x for x in self.chunks if x.start <= m < x.end), None)
        if home is None or not (self.control.resolved(m) or self.words[m].act_in(self.cues.report_noun)):
            return []
        around = self.scene.around(Trigger("noun", m, m, m + 1, t.clause, home, home.parts[-1]))
        return around.parties("subject")

    def _carrier(self, a: Act) -> list[Party]:
        """Who does what a clause right behind says of an act with a pronoun: رشقة صواريخ سددتها الحركة."""
        t = a.t
        if t.chunk is None or not (a.type in MATERIAL or a.type == "PROTEST"):
            return []
        for c in t.clause.children:
            if c.kind != "relative" or c.antecedent is not t.chunk or c.verb is None or t.chunk in c.subject:
                continue
            w = self.words[c.verb.start]
            if a.type == "PROTEST" and w.act_in(self.cues.calling_verb):
                return [p for p in self.subject_of(c) if p.kind != "place"]  # تظاهرة دعت إليها المعارضة
            told = w.r.tense == "past" or any(v in self.frames.lights for v in w.acts)  # قتل واغتصاب ترتكبها العصابات
            if w.r.pron and told and not (self.scene.speaks_of(c) or w.act_in(self.cues.report)):
                return [p for p in self.subject_of(c) if p.kind != "place"]
        return []

    def _planner(self, a: Act) -> list[Party]:
        """Whose plans are told of with nobody's name: who speaks for a state or body (قال إن هناك خططا لتوطينهم)."""
        t = a.t
        if t.chunk is None or not t.chunk.n or t.chunk.rel != "li":
            return []
        x = self.chunks[t.chunk.n - 1]
        if x.kind != "np" or x.end != t.chunk.start:
            return []
        w = self.words[x.end - 1]
        if w.hit is not None or w.r.definite or w.r.pron or w.r.lemma not in self.cues.planned_noun:
            return []
        return [p for p in a.around.speaker if p.code not in UNNAMED and (side(p)[1] or p.kind == "organization")]

    def _not_himself(self, a: Act) -> list[Party]:
        """Whom else a pronoun means that would let somebody attack his own: قصفت الرياض مواقع الجماعة عقب استهدافها
        مطارا سعوديا.
        """
        w = self.words[a.t.word]
        struck = {side(p) for p in a.recipient if p.how != "pronoun" and p.code not in UNNAMED}
        own = a.type == "ASSAULT" and a.by_noun and bool(w.r.pron) and bool(a.actor) and bool(struck)
        if not own or not a.sides <= struck:
            return a.actor
        others = self.resolver.owner(w.r.pron, (), a.actor, w.token.start)
        return [p for p in others if side(p) not in struck] or a.actor

    def _not_who_watches(self, a: Act) -> list[Party]:
        """Not forces that have to do with the protest that another noun governs: قامت قوى الأمن بمواكبة التظاهرات."""
        part = a.t.part if a.type == "PROTEST" and a.by_noun else None
        act = self.words[part.head] if part is not None and a.t.word != part.head else None
        handled = act is not None and act.hit is None and act.r.form == "masdar"
        return [] if handled and all(p.sector in ("COP", "MIL") for p in a.actor) else a.actor

    def _mere_time(self, relation: str, a: Act) -> bool:
        """Whether a relation only tells when somebody died, not in what attack: منذ عودة الحركة إلى السلطة."""
        base, _, inner = relation.partition(":")
        if a.type != "ASSAULT" or not inner or base not in ("baad", "khilal"):
            return False
        heads = [self.words[p.head] for x in a.around.chunks(base) for p in x.parts]
        return bool(heads) and not any(f.type == "ASSAULT" for w in heads for f in self.scene.single(w))

    def _hostile_to(self, relation: str, around: Surroundings) -> bool:
        """Whether an attribute tells whom a deed is against, not who does it: مظاهرات معادية لفرنسا."""
        before = [self.words[x.start - 1] for x in around.chunks(relation) if x.start] if relation == "li" else []
        return any(w.hit is None and w.r.lemma in self.cues.hostile for w in before)

    def _accused(self, t: Trigger) -> bool:
        """Whether the clause accuses somebody of the act: اتهم الجيش المتمردين بقصف مستشفى."""
        verb = t.clause.verb
        return verb is not None and bool(self.words[verb.start].act_in(self.cues.accuse_verb))
