"""Who acts in an event."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Part
from mahdar.analysis.clause import Clause
from mahdar.analysis.parties import Party, side
from mahdar.coding.act import Act, first, known, nameless
from mahdar.coding.addressee import Addressees
from mahdar.coding.kinds import ANNOUNCING, FIGHTERS, IN_A_PLACE, MATERIAL, UNNAMED, VERBAL
from mahdar.coding.owner import Owners
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger, noun_of_doing

_SEIZED: Final = "seize"  # the mode of taking a place or a thing


class Acting:
    """Finds who does what a trigger tells."""

    def __init__(self, scene: Scene, addressees: Addressees, owners: Owners) -> None:
        self.scene = scene
        self.words, self.chunks, self.frames, self.cues = scene.words, scene.chunks, scene.frames, scene.cues
        self.resolver, self.parties, self.subject_of = scene.resolver, scene.parties, scene.subject_of
        self.addressees, self.owners = addressees, owners

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
        doers = self.controller(a.t) if a.t.light is None else []
        if a.recipient and a.type == "ASSAULT" and not self._accused(a.t):
            if {side(p) for p in doers} <= {side(p) for p in a.recipient if p.kind != "place"}:
                return []
        return doers

    def lent(self, t: Trigger) -> list[Party]:
        """The subject that a light verb lends to its noun: شنت كينيا هجوما."""
        c = t.clause
        if t.light is None or t.light.subject == "none" or t.relation == "subject":
            return []
        if c.passive:
            return [p for rel in ("min_qibal",) for x in c.args.get(rel, []) for p in self.parties(x)]
        if c.verb is not None and self.words[c.verb.start].r.person == 1:
            return self.scene.around(t).speaker  # قال الرئيس: نقدم مقترحا
        return self.subject_of(c)

    def _asked_by(self, t: Trigger) -> list[Party]:
        """Who asked for what the subject of the clause does: بطلب من روما."""
        if t.chunk is None or not self.addressees.complied_with(t) or t.chunk.n + 1 >= len(self.chunks):
            return []
        behind = self.chunks[t.chunk.n + 1]
        return [p for p in self.parties(behind) if not p.weak] if behind.rel == "min" else []

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
        if t.word != head.n and not carried_out and not self._resolved(m):
            return []
        home = next((x for x in self.chunks if x.start <= m < x.end), None)
        if home is None or not (self._resolved(m) or self.words[m].act_in(self.cues.report_noun)):
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

    def controller(self, t: Trigger) -> list[Party]:
        """Who does what a verbal noun names when the noun has no doer of its own: the subject of its clause."""
        c = t.clause
        assert t.chunk is not None
        if undertaker := self._undertaker(t):
            return undertaker
        if t.chunk.masdar >= 0 and self._resolved(t.chunk.masdar):
            return []  # أعربت عن استنكارها لقرار فرنسا الاعتراف
        if t.chunk.masdar >= 0 and (doer := self._doer_of(t.chunk.masdar, t) or self._teller_of(t.chunk.masdar)):
            return doer
        if t.chunk.prep in self.cues.amid:
            return []
        denier = self.scene.denier(t) if c.kind == "relative" else None
        told = c.antecedent is not None or all(p.kind == "media" for p in self.subject_of(c))
        told = told or (c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.report)))
        if denier is not None and told:
            return [p for p in self.subject_of(denier) if p.kind != "media"]  # نفى ما تردد عن انسحابه
        if self.scene.status.about_to(t):
            return self.subject_of(c)  # كينيا على وشك الانسحاب
        if c.verb is None:
            return self._resolved_on(t)
        if t.relation == "subject" or (self.scene.reported(t) and not self._owned(c)):
            return []
        force = any(f.type in IN_A_PLACE for f in self.scene.frames_of(t))
        if force and t.relation == "object" and self.words[c.verb.start].act_in(self.cues.called_verb):
            return []  # ندد بما سماه العدوان على السودان
        if t.chunk.n < c.verb.n and (t.relation not in ("fi", "khilal") or self._heads_news(t)):
            return []
        back = t.chunk.rel == "baad" and self.words[t.word].r.lemma in self.cues.visit
        back = back and bool(self.words[c.verb.start].act_in(self.cues.coming_verb))  # عاد بعد زيارة لأوغندا
        back = back or self._after_going(t)
        if t.chunk.rel == "ala_yad" and self.scene.befell(t):
            return []
        apart = ("hawl", "sabab", "didda", "hasab", "tijah", "baad", "qabl")
        own = back or self.scene.on_the_way(t) or self._won_by(t)
        if t.chunk.rel in apart and not (own or self.scene.led_to_next(t)):
            return []
        if self.words[c.verb.start].act_in(self.cues.foil_verb | self.cues.await_verb):
            return []  # أحبطت الشرطة هجوما، ينتظر الرئيس نشر القوات
        if c.kind == "relative" and c.antecedent is None and self.words[c.verb.start].act_in(self.cues.result_verb):
            return []  # ما أدى إلى خطف أربعة
        if self._some_time_after(t) or self._by_any_hands(t):
            return []
        if c.kind == "participle" and t.relation == "bi" and all(f.toll for f in self.scene.frames_of(t)):
            return []  # توفي متأثرا بجروحه
        died = any(f.toll for f in self.scene.verb_frames(self.words[c.verb.start]))
        if died and any(f.type == "ASSAULT" for f in self.scene.frames_of(t)):
            return []  # لقي ثلاثة مصرعهم في تفجير
        lemma = self.words[c.verb.start].r.lemma
        before = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        blamed = (
            before is not None
            and before.kind == "np"
            and before not in c.subject
            and (
                self.words[before.head].r.of in self.cues.speech_act
                or (t.relation == "min" and any(f.type == "ACCUSE" for f in self.scene.single(self.words[before.head])))
            )
        )
        if before is not None and before.kind == "np" and self.words[before.end - 1].r.lemma in self.cues.involved:
            return self._involved(t, before)
        if self._only_tells(t):
            return []
        trying = self._tried(t, before)
        if trying:
            return trying
        if before is not None and before.kind == "np" and before.rel == t.relation == "bi":
            w = self.words[before.head]
            if (
                w.r.form == "masdar"
                and w.act_in(self.cues.accuse_verb)
                and self.words[c.verb.start].act_in(self.cues.react_verb)
            ):
                return self.parties(before)  # ردت باتهام مانيلا بالتوغل
        if c.passive or lemma in self.cues.done_verb or (blamed and t.chunk.prep):
            return []  # إدانته للهجوم، قلقها من القصف
        if self.words[c.verb.start].act_in(self.cues.accuse_verb):
            if c.objects and c.objects[0].n < t.chunk.n:
                return self.parties(c.objects[0])  # اتهمت كييف موسكو بقصف المبنى
            if self.words[c.verb.start].r.pron:
                return self.scene.around(Trigger("verb", c.verb.start, c.verb.start, c.verb.end, c)).parties("object")
        if t.relation == "object" and before is not None and before.rel == "ala" and self._held_against(c):
            return self.parties(before)  # أخذت باريس على نيامي طرد السفير
        if t.chunk.prep and before is not None and before in c.objects and self._casualties(before, c):
            return []  # أعلن الجيش إصابة أربعة من جنوده بانفجار
        if t.relation in ("ila", "ala") and self.words[c.verb.start].act_in(self.cues.push_verb):
            pushed = next((x for x in (*c.objects, *c.args.get("bi", ())) if x.n < t.chunk.n), None)
            if pushed is not None or not (c.subject or self.words[c.verb.start].act_in(self.cues.aspect)):
                return self.parties(pushed) if pushed is not None else []  # دفعت بهم إلى قتله
        answers = t.relation == "bi" and self.words[c.verb.start].act_in(self.cues.react_verb)  # ترد بطرد السفير
        if (
            t.relation in ("object", "bi", "ala", "an", "min", "ila", "tijah")
            and self.scene.speaks_of(c)
            and not answers
        ):
            accused = t.relation in ("bi", "ila", "ala") and c.objects and c.objects[0].n < t.chunk.n
            return [p for x in c.objects[:1] for p in self.parties(x)] if accused else []
        doers = [p for p in self.subject_of(c) if p.kind != "place"]
        if any(p.sector in FIGHTERS for p in doers) and all(f.type == "PROTEST" for f in self.scene.frames_of(t)):
            met = [x for x in c.objects[:1] if x is not t.chunk]  # اعتقلت الشرطة ناشطين في مظاهرة
            return [p for x in met for p in self.parties(x) if p.sector not in FIGHTERS]
        return doers

    def _undertaker(self, t: Trigger) -> list[Party]:
        """Who does what a noun names, by the noun of doing right before it: قيام إسرائيل بقصف البلدة."""
        x = t.chunk
        if x is None or not x.n or not x.rel:
            return []
        before = self.chunks[x.n - 1]
        if not before.parts or before.end != x.start:
            return []
        part = before.parts[-1]
        if (k := noun_of_doing(self.words, part, self.cues)) < 0:
            return []
        if pron := self.words[k].r.pron:
            return self.resolver.owner(pron, self.subject_of(t.clause), at=self.words[k].token.start)
        return self.resolver.part(Part(k + 1, part.end, k + 1)) if k + 1 < part.end else []

    def _resolved(self, m: int) -> bool:
        """Whether a word is a noun of resolving: قرار."""
        return self.words[m].hit is None and self.words[m].r.lemma in self.cues.resolve

    def _resolved_on(self, t: Trigger) -> list[Party]:
        """Who is said to be resolved on an act by a predicate: قال إنه عازم على مواصلة الحرب."""
        c, x = t.clause, t.clause.subject[0] if t.clause.subject else None
        if t.relation == "subject":
            meant = (y for y in c.args.get("fi", ()) if self.words[y.head].r.lemma in self.cues.expected)
            return next((p for y in meant if (p := self.parties(y))), [])  # في نية المسلحين تفجير المبنى
        w = self.words[x.head] if x is not None else None
        if x is None or w is None or t.relation != "ala" or t.chunk is None or t.chunk.n != x.n + 1:
            return []
        resolved = w.hit is None and w.r.form in ("active", "passive") and w.r.of in self.cues.resolve_verb
        return self.subject_of(c.parent) if resolved and c.pronoun and c.parent is not None else []

    def _doer_of(self, m: int, t: Trigger) -> list[Party]:
        """Who does what the verbal noun at `m` tells that governs the trigger: ارتكاب القوات الإثيوبية مجازر."""
        assert t.chunk is not None
        x = next((y for y in self.chunks if y.start <= m < y.end), None)
        part = next((p for p in x.parts if p.start <= m < p.end), None) if x is not None else None
        if x is None or part is None or x.end != t.chunk.start:
            return []
        around = self.scene.around(Trigger("noun", m, m, m + 1, t.clause, x, part))
        return [p for p in around.parties("subject") if p.kind != "place"] if around.genitive is not None else []

    def _teller_of(self, m: int) -> list[Party]:
        """Who announces what he does himself, by the pronoun on its noun: إعلان سيول تنفيذها تجربة نووية."""
        x = next((y for y in self.chunks if y.start <= m < y.end), None)
        if x is None or x.masdar < 0 or not self.words[m].r.pron or x.masdar + 1 >= len(self.words):
            return []
        teller = self.words[x.masdar + 1]
        if not teller.named or not self.words[x.masdar].act_in(self.cues.report_noun):
            return []
        return [p for p in self.resolver.part(Part(teller.n, teller.n + 1, teller.n)) if p.code not in UNNAMED]

    def _heads_news(self, t: Trigger) -> bool:
        """Whether an attack before a verb of saying only tells of what the news is that somebody tells who does not
        fight: وفي هجوم آخر، أعلن مصدر أمني.
        """
        verb = t.clause.verb
        if verb is None or not self.scene.some_attack(t) or not self.words[verb.start].act_in(self.cues.report):
            return False
        if any(f.type == "ACCUSE" for f in self.scene.frames_of(t)):
            if any(self.scene.around(t).present(rel) for rel in ("ala", "didda")):
                return False  # في هجوم على الحكومة، قال النائب
        fighting = (FIGHTERS | {"REB"}) - {"COP"}
        return not any(p.sector in fighting for p in self.subject_of(t.clause))

    def _after_going(self, t: Trigger) -> bool:
        """Whether somebody acts after a visit or meeting that can only be his own: أعلن الوزير عقب لقاء نظيره."""
        going = self.words[t.word].r.lemma in self.cues.visit | self.cues.encounter
        if not going or t.chunk is None or t.chunk.rel != "baad":
            return False
        who = self.subject_of(t.clause)
        return bool(who) and all(p.kind == "person" and p.number == "s" for p in who)

    def _won_by(self, t: Trigger) -> bool:
        """Whether an attack is that by which somebody took what its clause tells: سيطر الجيش على بلدة إثر هجوم."""
        verb = t.clause.verb
        if verb is None or t.relation != "baad" or not self.scene.some_attack(t):
            return False
        return any(f.mode == _SEIZED for f in self.scene.verb_frames(self.words[verb.start]))

    def _held_against(self, c: Clause) -> bool:
        """Whether the verb of a clause may tell of holding a deed against whoever 'on' names: أخذت عليها طرده."""
        assert c.verb is not None
        frames = self.scene.verb_frames(self.words[c.verb.start])
        return any(f.type == "ACCUSE" and f.slots.recipient == ["ala"] and "object" in f.words for f in frames)

    def _by_any_hands(self, t: Trigger) -> bool:
        """Whether attacks are only told to grow or happen, by whatever hands: اعترف الجيش بتصاعد الهجمات."""
        before = self.words[t.first - 1] if t.first else None
        return before is not None and before.hit is None and before.r.lemma in self.cues.rise

    def _some_time_after(self, t: Trigger) -> bool:
        """Whether an act only tells from when a time is counted: بعد ساعات على هجوم، قبل يومين من الانتخابات."""
        x = self.chunks[t.chunk.n - 1] if t.chunk is not None and t.chunk.n else None
        if x is None or t.relation not in ("ala", "min") or not any(w.time for w in self.words[x.start : x.end]):
            return False
        first = self.words[x.start].r
        return self.cues.relations.single(first.prep or first.lemma) in ("baad", "qabl")

    def _only_tells(self, t: Trigger) -> bool:
        """Whether the subject of the clause only tells of dead and wounded, or of an attack that cost them: أعلن الجيش
        إصابة جنديين في هجوم; but an army that tells of the death of its foes in a raid made it.
        """
        c = t.clause
        if c.verb is None or t.light is not None:
            return False
        verb, of_loss = self.words[c.verb.start], self.words[t.word].r.lemma in self.cues.loss
        if of_loss and t.relation == "an" and verb.act_in(self.cues.report | self.cues.talk_verb):
            return True  # أفاد مصدر عن مقتل وإصابة جنود
        if not verb.act_in(self.cues.report_noun):
            return False
        if of_loss:
            return True
        assert t.chunk is not None
        before = next((x for x in reversed(c.objects) if x.n < t.chunk.n), None)
        if not t.chunk.prep or before is None:
            return False
        told = {self.words[part.head].r.lemma for part in before.parts}
        if not told & (self.cues.loss | self.cues.undergoing):  # أعلن الجيش تعرض قافلة لهجوم
            return False
        teller = self.subject_of(c)
        mine = {side(p) for p in teller}
        lost = self.parties(before)
        foes = any(p.sector in ("UAF", "REB", "PRM", "CRM") for p in lost)
        if any(self.scene.tells_whose(part) for part in before.parts):
            foes = foes or any(p.code not in UNNAMED and side(p) not in mine for p in lost)
        return not (foes and all(p.sector == "MIL" or p.kind == "government" for p in teller))

    def _involved(self, t: Trigger, before: Chunk) -> list[Party]:
        """Who is said to have a part in an act by an attribute of his: مسؤولين جورجيين متورطين في قمع المتظاهرين."""
        around = [*self.chunks[max(before.n - 1, 0) : before.n], before]
        for x in reversed(around if t.relation == "fi" else ()):
            for part in reversed(x.parts if x.kind == "np" else []):
                for k in range(part.start, part.end):
                    w = self.words[k]
                    if w.hit is None and w.r.cls == "human" and w.r.lemma not in self.cues.involved:
                        return [p for p in self.resolver.part(Part(k, part.end, k)) if p.code not in UNNAMED]
        return []

    def _accused(self, t: Trigger) -> bool:
        """Whether the clause accuses somebody of the act: اتهم الجيش المتمردين بقصف مستشفى."""
        verb = t.clause.verb
        return verb is not None and bool(self.words[verb.start].act_in(self.cues.accuse_verb))

    def _casualties(self, x: Chunk, c: Clause) -> bool:
        """Whether a phrase tells of dead or wounded on the side of who tells of them."""
        toll = any(f.toll for part in x.parts for f in self.scene.single(self.words[part.head]))
        mine = {side(p) for p in self.subject_of(c)} if toll else set()
        return any(side(p) in mine for p in self.parties(x))

    def _tried(self, t: Trigger, before: Chunk | None) -> list[Party]:
        """Whose efforts or decision the noun behind tells of: جهود الأردن في استضافة اللاجئين، قرار كندا حظر شركة."""
        if before is None or before.kind != "np":
            return []
        decided = t.chunk is not None and t.chunk.rel in ("", "bi") and t.word == t.chunk.start == before.end
        if decided and self.words[before.head].r.lemma in self.cues.resolve:
            if before.end > before.head + 1 and (told := [p for p in self.parties(before) if p.code not in UNNAMED]):
                return told
            if t.relation == "bi" and before in t.clause.objects:
                return self.subject_of(t.clause)  # وقع قرارا بتزويد كييف بألغام
        if t.relation not in ("fi", "li"):
            return []
        if all(f.type in VERBAL for f in self.scene.frames_of(t)):
            return []
        w = self.words[before.head]
        if w.hit is not None or w.r.lemma not in self.cues.effort or before.end == before.head + 1:
            return []
        return [p for p in self.parties(before) if p.code not in UNNAMED]

    def _owned(self, c: Clause) -> bool:
        """Whether the verb of a clause tells of one's own acts (اعترف بقتله) or performs one (هدد بقتله)."""
        acts = self.words[c.verb.start].acts if c.verb is not None else ()
        return any(v in self.cues.report_noun or v in self.cues.speech_act for v in acts)
