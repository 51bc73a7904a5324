"""Who takes part in what several do together."""

from mahdar.analysis.chunks import Chunk
from mahdar.analysis.party import Party, side
from mahdar.coding.act import Act
from mahdar.coding.control import Control
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import UNNAMED
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger


class Together:
    """Finds all sides of what is done together, who all act."""

    def __init__(self, scene: Scene, control: Control) -> None:
        self.scene, self.control = scene, control
        self.words, self.chunks, self.frames, self.cues = scene.words, scene.chunks, scene.frames, scene.cues
        self.resolver, self.parties, self.subject_of = scene.resolver, scene.parties, scene.subject_of

    def all_sides(self, a: Act) -> bool:
        """Whether an act has no other side, since all take part: التقى الوزير نظيره، تبادلوا إطلاق النار مع الشرطة."""
        if a.frame.merge:
            a.actor = self._taking_part(a)
            return True
        light, other = a.t.light, a.around.parties("maa")
        if light is None or not light.mutual:
            return False
        if not other and len({side(p) for p in a.lent if p.code not in UNNAMED}) < 2:
            return False
        a.actor = [*a.lent, *other]
        return True

    def _taking_part(self, a: Act) -> list[Party]:
        """All who take part in what is done together, on whichever side: التقى الوزير نظيره، القمة مع الصين."""
        home = a.t if a.lent else _told_in(a.t)
        a.actor = [*a.lent, *self._in_slots(a), *self._on_behalf(a.t)]
        if a.by_noun:
            a.actor += self._not_told_with(a, home)
        if a.actor and a.type == "CONSULT":
            if len({side(p) for p in a.actor if p.code not in UNNAMED}) == 1:
                a.actor += self._spoken_to(a.t)
            a.actor += a.around.parties("ria") + self._lasting_under(a.t) + self._put_off_by(a.t)  # who mediates, too
            if any(p.sector for p in a.actor):  # but تستضيف كينيا القمة الأفريقية
                a.actor += self._host(a.t)
        return a.actor

    def _host(self, t: Trigger) -> list[Party]:
        """The states that have others at their place, but no town or hall: استضافت قطر محادثات بين كينيا وأوغندا."""
        hosts = t.clause.subject[:1] if t.light is not None and t.light.subject == "host" else self._host_behind(t)
        named = [e for x in hosts if (e := self.words[x.head].entry) is not None]
        return [p for x in hosts for p in self.parties(x)] if any(e.kind in ("state", "capital") for e in named) else []

    def _host_behind(self, t: Trigger) -> list[Chunk]:
        """The phrase of who has the talks at its place, by a clause about them: محادثات استضافتها الرباط."""
        for c in self.scene.clauses:
            if c.kind == "relative" and c.antecedent is t.chunk and c.verb is not None and not c.passive:
                lights = [x for v in self.words[c.verb.start].acts for x in self.frames.lights.get(v, [])]
                if "host" in [x.subject for x in lights]:
                    return c.subject[:1]
        return []

    def _in_slots(self, a: Act) -> list[Party]:
        """Those whom the frame takes part for, by all its relations: محادثات بين كينيا وأوغندا مع رواندا."""
        out = list(a.lent)
        for relation in a.frame.slots.actor:
            if not (relation == "bayna" and self._topic_of_both(out, a.t, a.around)):
                out += a.around.parties(relation)
        return out[len(a.lent) :]

    def _not_told_with(self, a: Act, home: Trigger) -> list[Party]:
        """Who else takes part in what a noun names that tells of nobody, or of one side alone."""
        if not a.actor:
            known = self.control.controller(a.t) or self._told_before(a.t, a.frame) or self._after_talks(home, a.frame)
            return known or self._by_number(a.t, a.frame)
        if not self._of_one_side(a.actor, a.around):
            return []
        if home.light is None:
            return [p for p in self._other_side(a, home) if not p.weak]
        return self._holding(home) if a.around.parties("maa") else []

    def _other_side(self, a: Act, home: Trigger) -> list[Party]:
        """The side that is not named beside the noun: قالت برلين إن القمة مع الصين مفيدة."""
        other = self.control.controller(home) or self._with_counterpart(a.t, a.around)
        if other or not a.around.parties("maa"):
            return other
        if home.relation == "subject":
            return self._holding(home) or [p for p in a.around.speaker if p.kind != "media"]
        return [] if home.relation == "sabab" or home.clause.passive else self.subject_of(home.clause)

    def _on_behalf(self, t: Trigger) -> list[Party]:
        """For whom those act that sign or take part: عن الجانب الكيني وزير المالية وعن الجانب الأوغندي نظيره."""
        for relation in ("an", "min"):
            told = [x for x in t.clause.args.get(relation, []) if self.words[x.head].r.lemma in self.cues.behalf]
            if len(told) > 1:
                return [p for x in told for p in self.parties(x)]
        return []

    def _with_counterpart(self, t: Trigger, around: Surroundings) -> list[Party]:
        """Who met his counterpart before or after he acted: انتقد الوزير بعد لقاء نظيره الفرنسي."""
        g = around.genitive
        w = self.words[g.head] if g is not None else None
        if w is None or w.hit is not None or not w.r.pron or w.r.lemma not in self.cues.counterpart:
            return []
        return self.subject_of(t.clause) if t.relation in ("baad", "qabl", "khilal") else []

    def _lasting_under(self, t: Trigger) -> list[Party]:
        """Who mediates, by a clause that tells how long talks went on: محادثات بدأت أمس واستمرت يومين بوساطة روسية."""
        if t.kind != "noun":
            return []
        lasting = self.cues.lasting_verb | self.cues.done_verb
        told = (c for c in self.scene.clauses if c is not t.clause and c.verb is not None and c.start > t.word)
        under = (x for c in told if c.verb and self.words[c.verb.start].act_in(lasting) for x in c.args.get("ria", ()))
        return [p for x in under for p in self.parties(x)]

    def _put_off_by(self, t: Trigger) -> list[Party]:
        """At whose request talks are put off, who takes part in them: أرجئ الاجتماع بطلب من أوغندا."""
        verb = t.clause.verb
        if t.kind != "noun" or verb is None or not self.words[verb.start].act_in(self.cues.postpone_verb):
            return []
        asked = (x for x in t.clause.args.get("bi", ()) if self.words[x.head].r.of == "طلب")
        behind = (y for x in asked for y in (x, *self.chunks[x.n + 1 : x.n + 2]) if y is x or y.rel == "min")
        return [p for y in behind for p in self.parties(y)]

    def _spoken_to(self, t: Trigger) -> list[Party]:
        """To whom somebody says or does something in a call or meeting: أبلغ نظيره في اتصال هاتفي، قال له خلال لقاء."""
        c = t.clause
        if t.kind != "noun" or t.relation not in ("fi", "khilal") or c.verb is None or c.passive:
            return []
        if self.words[t.word].r.definite or self.words[t.word].r.pron:
            return []
        speaks = self.words[c.verb.start].act_in(self.cues.report | self.cues.speech_act | self.cues.inform_verb)
        heard = [*c.objects[:1], *c.args.get("li", ())[:1]] if speaks or self.scene.speaks_of(c) else []
        people = [x for x in heard if self.words[x.head].r.cls == "human" or self.words[x.head].named]
        return [p for x in people for p in self.parties(x) if p.kind not in ("place", "media") and not p.weak]

    def _topic_of_both(self, actor: list[Party], t: Trigger, around: Surroundings) -> bool:
        """Whether 'between' only belongs to what two known parties talk about: محادثات مع باريس حول التعاون بينهما."""
        if len({side(p) for p in actor if p.code not in UNNAMED}) < 2 or t.chunk is None:
            return False
        before = [self.chunks[x.n - 1] for x in around.chunks("bayna") if x.n]
        nouns = [self.words[x.head] for x in before if x.kind == "np" and x is not t.chunk]
        return bool(before) and len(nouns) == len(before) and all(w.hit is None and w.r.cls != "human" for w in nouns)

    def _holding(self, t: Trigger) -> list[Party]:
        """Who holds talks by a verb that is spelled like one of taking place: زارت الوزيرة باريس وستجري محادثات مع."""
        c = t.clause
        if c.verb is None or c.previous is None or c.passive:
            return []
        w = self.words[c.verb.start]
        if not (w.r.conj and w.act_in(self.cues.done_verb) and any(v in self.frames.lights for v in w.acts)):
            return []
        before = self.subject_of(c.previous)
        if len(before) != 1:
            return []
        she = before[0]
        return before if she.gender == w.r.gender and she.number == "s" else []

    def _told_before(self, t: Trigger, frame: Frame) -> list[Party]:
        """The parties of talks that a sentence tells something new of without naming them again."""
        new = t.relation in ("subject", "object") or (
            t.relation == "min" and t.chunk is not None and t.chunk.n > 0 and self.scene.counted(t.chunk)
        )
        part = t.part
        behind = self.words[t.last] if part is not None and t.last < part.end else None  # اجتماع أستانا
        if self.words[t.word].r.lemma not in self.cues.held_at:
            return []  # البحث عن المفقودين
        known = self.words[t.word].r.definite or (behind is not None and (behind.named or behind.r.definite))
        if not (new and known) or frame.type != "CONSULT":
            return []
        return self.scene.talks or list(self.resolver.d.talkers)

    def _by_number(self, t: Trigger, frame: Frame) -> list[Party]:
        """The parties told before that talks are of by their number alone: ستعقد قمة ثلاثية، لقاء رباعي."""
        if t.part is None or frame.type != "CONSULT" or self.words[t.word].r.lemma not in self.cues.held_at:
            return []
        told = (self.cues.sided.get(w.r.lemma, 0) for w in self.words[t.word + 1 : t.part.end] if w.hit is None)
        size = next((n for n in told if n), 0)
        return self.resolver.d.some(size, states=True) if size else []

    def _after_talks(self, t: Trigger, frame: Frame) -> list[Party]:
        """Both subjects of a clause who agree or part after talks have talked: اتفقت كينيا وأوغندا بعد محادثات."""
        if frame.type != "CONSULT" or t.chunk is None or t.chunk.rel not in ("baad", "min", "khilal"):
            return []
        found = [p for p in self.subject_of(t.clause) if p.code not in UNNAMED]
        return found if len({(p.code, p.sector) for p in found}) > 1 else []

    def _of_one_side(self, actor: list[Party], around: Surroundings) -> bool:
        """Whether one party alone, or only those 'with' whom, are told of a two-sided act: اتفاقات مع كينيا والهند."""
        others = {p.key for p in around.parties("maa")}
        return len({p.code for p in actor}) == 1 or {p.key for p in actor} == others


def _told_in(t: Trigger) -> Trigger:
    """A noun that the verb about it lends itself to, in the clause around: بعد محادثات مع مصر استمرت يومين."""
    c = t.clause
    if t.light is None or t.chunk is None or c.antecedent is not t.chunk or c.parent is None:
        return t
    return Trigger("noun", t.word, t.first, t.last, c.parent, t.chunk, t.part, t.chunk.rel)
