"""Who acts in an event and who is acted upon."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.chunks import Chunk, Part
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party, people_of, side
from mahdar.coding.addressee import Addressees
from mahdar.coding.draft import nobody, once_each
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import ANNOUNCING, FIGHTERS, IN_A_PLACE, MATERIAL, OWNED, PLACES, SHARING, UNNAMED, VERBAL
from mahdar.coding.owner import Owners
from mahdar.coding.scene import Scene
from mahdar.coding.slots import JUDGING, Surroundings, Trigger, noun_of_doing

_BACK: Final = 3  # how many phrases before an act the noun may stand that tells who undergoes it
_HOLDING: Final = ("arrest", "seize", "restrict")
_SEIZED: Final = "seize"  # the mode of taking a place or a thing
_APART: Final = "JUD"  # whose courts judge their own government
_PROMISING: Final = frozenset(("AGREE", "AID", "THREATEN"))  # what is done to no arm of one's own


class Who:
    """Fills the slots of a frame with parties."""

    def __init__(self, scene: Scene, addressees: Addressees, owners: Owners) -> None:
        self.scene = scene
        self.words, self.chunks, self.frames, self.cues = scene.words, scene.chunks, scene.frames, scene.cues
        self.resolver, self.parties, self.subject_of = scene.resolver, scene.parties, scene.subject_of
        self.addressees = addressees
        self.owners = owners

    def _sides(self, t: Trigger) -> list[Party]:
        """For whom those act that sign or take part: عن الجانب الكيني وزير المالية وعن الجانب الأوغندي نظيره."""
        for relation in ("an", "min"):
            told = [x for x in t.clause.args.get(relation, []) if self.words[x.head].r.lemma in self.cues.behalf]
            if len(told) > 1:
                return [p for x in told for p in self.parties(x)]
        return []

    def fill(self, frame: Frame, around: Surroundings, t: Trigger) -> tuple[list[Party], list[Party]]:
        """Actors and recipients of the act that a trigger tells if it opens a frame."""
        slots = frame.slots
        light = t.light
        if t.kind == "noun" and frame.type == "REQUEST" and (asked := self._asked_by(t)):
            mine = {p.code for p in asked}
            return asked, [p for p in self.subject_of(t.clause) if p.code not in mine and p.kind != "place"]
        lent = self._lent(t) if light is not None else []
        if frame.merge:
            return self._strong(once_each(self._all_sides(frame, around, t, lent))), []
        if light is not None and light.mutual:
            other = around.parties("maa")  # تبادلوا إطلاق النار مع الشرطة
            if other or len({side(p) for p in lent if p.code not in UNNAMED}) > 1:
                return self._strong(once_each([*lent, *other])), []
        if light is None and t.kind == "noun" and (sufferer := self._sufferer(t)):
            return self._strong(once_each(self._first(slots.actor, around, sufferer))), sufferer
        acting = [r for r in slots.actor if not (self._mere_time(r, frame, around) or self._hostile_to(r, around))]
        actor = self._first(acting, around)
        if frame.type in IN_A_PLACE and actor and all(p.kind == "place" for p in actor) and t.kind == "verb":
            actor = around.parties("subject") or actor  # اغتال مسلحون قاضيا في مقديشو
        if frame.type in IN_A_PLACE and not actor:
            actor = self.scene.blamed(t)
        if t.kind == "verb" and "subject" in slots.actor and not any(p.code not in UNNAMED for p in actor):
            if frame.type in IN_A_PLACE or any(self.words[x.head].r.cls == "group" for x in t.clause.subject):
                actor = self.owners.of_owner(t) or actor
        if t.kind == "verb" and frame.type in MATERIAL and all(p.weak or p.code in UNNAMED for p in actor):
            actor = self._sender(t.clause) or actor
        wanted = slots.recipient
        if t.kind == "verb" and frame.type == "ACCUSE" and "object" in wanted and around.present("object"):
            wanted = [r for r in wanted if r != "li"]  # أدانت قصف مخيم للنازحين
        if t.kind == "verb" and frame.type == "REQUEST" and self.scene.asks_others(around):
            wanted = [r for r in wanted if ":" not in r]  # دعت البلدات الحدودية إلى استقبال الهايتيين
        recipient = self._first(wanted, around, actor)
        if light is not None:
            if light.subject == "actor" and (not actor or lent):
                g = around.genitive  # أكدت واشنطن التزام بغداد
                doer = g is not None and around.idafa == "subject" and self.words[g.head].named
                actor = actor if doer and actor else lent or actor
                recipient = recipient or self._given(t, actor)
            elif light.subject == "recipient":
                recipient = lent or recipient
                if not actor and lent and around.idafa == "object":  # نالت كينيا دعم رواندا
                    taken = {side(p) for p in lent}
                    actor = [p for p in around.parties("object") if side(p) not in taken]
            if not recipient:
                recipient = self._first(slots.recipient, around, actor)
        elif t.kind == "noun" and not actor and "subject" in slots.actor:
            actor = self._source(t, frame, around) or self._controller(t)
            if recipient and frame.type == "ASSAULT" and not self._accused(t):
                if {side(p) for p in actor} <= {side(p) for p in recipient if p.kind != "place"}:
                    actor = []  # who tells of the death of his men did not kill them
        if t.kind == "noun" and not actor and "subject" in slots.actor:
            actor = self._announcer(t) or self._carrier(t, frame)
        if frame.type == "ASSAULT" and t.kind == "noun" and self.words[t.word].r.pron:
            actor = self._not_himself(t, actor, recipient)
        if frame.type == "PROTEST" and self._only_watched(t, actor):
            actor = []
        if t.kind == "noun" and light is None and not recipient and frame.type in VERBAL:
            recipient = self._given(t, actor)
        if t.kind == "noun" and not actor and "subject" in slots.actor:
            actor = self._source(t, frame, around) or self._planner(t, around)
        heard = frame.type in VERBAL or (frame.type == "SANCTION" and not recipient)
        blamed = frame.type == "ACCUSE" and any(not p.weak or p.kind != "place" for p in recipient)
        if heard and (not recipient or (t.kind == "noun" and not blamed)):
            recipient = self._informed(t, actor) or recipient  # but أبلغت المنظمة احتجاجها على الحصار التركي
        if frame.type in IN_A_PLACE and (culprit := self.scene.laid_to(t)) is not None:
            actor = self.parties(culprit)
            recipient = [p for p in recipient if p.start < self.words[culprit.start].token.start]
        if frame.type == "ACCUSE" and recipient:
            recipient = self._but_bodies_told(around, recipient)
        keys = {p.code for p in actor} - UNNAMED
        recipient = (
            [p for p in recipient if p.code not in keys or p.sector not in {a.sector for a in actor}]
            if recipient and len(recipient) > 1
            else recipient
        )
        if recipient and {p.key for p in recipient} <= {p.key for p in actor}:
            recipient = self._first([r for r in slots.recipient if ":" in r], around, actor)
            recipient = [p for p in recipient if p.key not in {a.key for a in actor}]
        if frame.type in IN_A_PLACE and {side(p) for p in recipient} <= {side(p) for p in actor}:
            recipient = self._others(t, frame, around, actor) or recipient
        if self._on_the_way(t) and {side(p) for p in recipient} <= {side(p) for p in actor}:
            doers = {side(p) for p in actor}
            recipient = [p for x in t.clause.objects[:1] for p in self.parties(x) if side(p) not in doers] or recipient
        if frame.type in IN_A_PLACE and t.kind == "verb" and recipient and {p.code for p in recipient} <= keys:
            recipient = self._men_of(t, around, keys) or recipient
        guessed = bool(recipient) and all(p.kind != "armed-group" and p.sector != "REB" for p in recipient)
        if frame.type == "ASSAULT" and t.kind == "verb" and guessed and {p.code for p in recipient} <= keys:
            place = self.addressees.where(t, around)  # قصفت إسرائيل مبنى وزارة الدفاع في دمشق
            recipient = [place] if place is not None and place.code not in keys else recipient
        if (
            frame.type in OWNED
            and frame.slots.recipient
            and all(nobody(p) or p.code in UNNAMED or self._where(p) for p in recipient)
        ):
            recipient = self.owners.owner(t, around, actor) or recipient
        if recipient and t.kind == "noun":
            recipient = self._of_teller(t, recipient)
        if not recipient and actor and frame.type == "AID" and t.chunk is not None and t.chunk.rel == "bidun":
            mine = {p.key for p in actor}  # لن تستطيع كوبا ذلك من دون مساعدة روسيا
            recipient = [p for p in self.subject_of(t.clause) if p.key not in mine and p.kind != "place"]
        if not recipient and actor and frame.type in JUDGING:
            recipient = self._presented_by(t, actor)
        if recipient and all(p.code in UNNAMED for p in recipient):
            recipient = self.owners.native(recipient)
        if frame.general:  # a curfew or closed border at home hits nobody in particular
            codes = {a.code for a in actor}
            recipient = [p for p in recipient if p.sector is not None or p.code not in codes]
        if self.words[t.word].act_in(self.cues.denial | self.cues.rule_out_verb):  # نفى استخدام قواته أسلحة كيميائية
            recipient = [p for p in recipient if p.how != "nominal" or p.code not in keys or p.sector not in FIGHTERS]
        recipient = self._people_called(recipient, keys)
        recipient = self._others_than_own(frame, around, actor, recipient)
        if all(p.code in UNNAMED for p in recipient) and actor and frame.slots.recipient:
            recipient = self._repaid(t, actor) or recipient
        if recipient and frame.type in SHARING and all(p.code in UNNAMED for p in recipient):
            recipient = self.addressees.in_reply(t, actor) or recipient
        if not recipient and actor and frame.slots.recipient and not self.scene.at_whoever(t):
            recipient = self.addressees.addressed(t, frame, around, actor)
        elif not recipient and frame.type == "ASSAULT" and t.kind == "verb":
            place = self.addressees.where(t, around)  # الهجوم الذي استهدف مسجدا في بيشاور
            recipient = [place] if place is not None else recipient
        if not (actor or recipient) and frame.type == "ASSAULT" and t.kind == "noun" and self._befell(t):
            recipient = self._struck(t)
        return self._strong(once_each(actor)), self._strong(once_each(recipient))

    def _all_sides(self, frame: Frame, around: Surroundings, t: Trigger, lent: list[Party]) -> list[Party]:
        """All who take part in what is done together, on whichever side: التقى الوزير نظيره، القمة مع الصين."""
        actor: list[Party] = list(lent)
        for relation in frame.slots.actor:
            if not (relation == "bayna" and self._topic_of_both(actor, t, around)):
                actor += around.parties(relation)
        actor += self._sides(t)
        home = t if lent else _told_in(t)
        if t.kind == "noun" and not actor:
            actor += self._controller(t) or self._told_before(t, frame) or self._after_talks(home, frame)
        elif t.kind == "noun" and home.light is None and self._of_one_side(actor, around):
            other = self._controller(home) or self._with_counterpart(t, around)
            if (
                not other
                and around.parties("maa")
                and home.relation not in ("subject", "sabab")
                and not home.clause.passive
            ):
                other = self.subject_of(home.clause)
            if not other and home.relation == "subject" and around.parties("maa"):
                other = self._holding(home)
            if not other and home.relation == "subject" and around.parties("maa"):
                other = [p for p in around.speaker if p.kind != "media"]  # قالت برلين إن القمة مع الصين مفيدة
            actor += [p for p in other if not p.weak]
        elif t.kind == "noun" and around.parties("maa") and self._of_one_side(actor, around):
            actor += self._holding(home)
        if actor and frame.type == "CONSULT" and len({side(p) for p in actor if p.code not in UNNAMED}) == 1:
            actor += self._spoken_to(t)
        if actor and frame.type == "CONSULT":
            actor += around.parties("ria") + self._lasting_under(t) + self._put_off_by(t)  # who mediates takes part
        return actor

    def _others_than_own(
        self, frame: Frame, around: Surroundings, actor: list[Party], recipient: list[Party]
    ) -> list[Party]:
        """Those to whom an act is done but for the actor's own ministers and arms: تعهد بتسليم كييف منظومة للدفاع."""
        # no government deals with itself, but courts with theirs
        own = {a.code for a in actor if side(a)[1] and a.sector != _APART}
        recipient = [p for p in recipient if (p.kind, p.sector) != ("government", "GOV") or p.code not in own]
        if frame.type in VERBAL:  # nor does a state ask its own minister
            state = {a.code for a in actor if a.kind == "government" and a.sector != _APART}
            recipient = [p for p in recipient if p.sector != "GOV" or p.code not in state]
        claim = frame.slots.require == ["an_clause:subject"]  # زعم أن قواته
        if frame.type in _PROMISING or (frame.type == "ACCUSE" and not claim):  # تعهد بتسليم كييف منظومة للدفاع الجوي
            accused = [p.start for p in around.parties("object")] if frame.type == "ACCUSE" else []  # اتهمت قيادة الجيش
            told = {"nominal", "title"} if frame.type == "THREATEN" else {"nominal"}  # هددت بسحب 300 جندي
            recipient = [
                p
                for p in recipient
                if p.code not in own or p.sector != "MIL" or p.how not in told or p.start in accused
            ]
        return recipient

    def _people_called(self, parties: list[Party], mine: set[str | None]) -> list[Party]:
        """Parties with the people of the actor's own state for their nationality in the plural: دعا الرئيس المصري
        المصريين.
        """
        out: list[Party] = []
        for p in parties:
            x = next((y for y in self.chunks if y.kind == "np" and self._spans(y, p)), None)
            e = self.words[x.head].entry if x is not None else None
            called = p.kind == "government" and e is not None and e.kind == "adjective" and e.form.endswith("p")
            own = called and p.code is not None and p.code in mine
            out.append(people_of(p.code or "", p.name, p.start, p.end, p.how) if own else p)
        return out

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

    def _asked_by(self, t: Trigger) -> list[Party]:
        """Who asked for what the subject of the clause does: بطلب من روما."""
        if t.chunk is None or not self.addressees.complied_with(t) or t.chunk.n + 1 >= len(self.chunks):
            return []
        behind = self.chunks[t.chunk.n + 1]
        return [p for p in self.parties(behind) if not p.weak] if behind.rel == "min" else []

    def _source(self, t: Trigger, frame: Frame, around: Surroundings) -> list[Party]:
        """Whom an act comes from, told right behind its noun: هجوم من روسيا، ضمانات من بريطانيا."""
        assert t.chunk is not None
        if "min" in frame.slots.recipient or (frame.idafa == "object" and around.genitive is not None):
            return []  # إنقاذ صياد من قراصنة
        x = next((y for y in around.chunks("min") if y.n == t.chunk.n + 1), None)
        return [p for p in self.parties(x) if not p.weak and p.kind != "place"] if x is not None else []

    def _presented_by(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """Who put forward the paper that is judged, by an attribute of it: رفض الطعن المقدم من الوزارة."""
        c = t.clause
        mine = {p.key for p in actor}
        for x in [t.chunk] if t.chunk is not None else [*c.objects[:1], *c.args.get("bi", ())[:1]]:
            behind = self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
            w = self.words[x.end - 1]
            if behind is None or behind.rel != "min" or behind.start != x.end or w.n <= t.word:
                continue
            if w.hit is None and w.r.pos == "adj" and w.act_in(self.cues.table_verb):
                return [p for p in self.parties(behind) if p.key not in mine and p.kind != "place"]
        return []

    def _planner(self, t: Trigger, around: Surroundings) -> list[Party]:
        """Whose plans are told of with nobody's name: who speaks for a state or body (قال إن هناك خططا لتوطينهم)."""
        if t.chunk is None or not t.chunk.n or t.chunk.rel != "li":
            return []
        x = self.chunks[t.chunk.n - 1]
        if x.kind != "np" or x.end != t.chunk.start:
            return []
        w = self.words[x.end - 1]
        if w.hit is not None or w.r.definite or w.r.pron or w.r.lemma not in self.cues.planned_noun:
            return []
        return [p for p in around.speaker if p.code not in UNNAMED and (side(p)[1] or p.kind == "organization")]

    def _others(self, t: Trigger, frame: Frame, around: Surroundings, actor: list[Party]) -> list[Party]:
        """Nobody raids himself: a pronoun on what is hit means who tells of it (قالت بغداد إنهم دخلوا أراضيها)."""
        mine = {side(p) for p in actor}
        around_it = [t.clause, *t.clause.ancestors()] if t.kind == "noun" else t.clause.ancestors()
        above = [p for c in around_it for p in self.subject_of(c) if side(p) not in mine]
        if not above:
            return []
        g = around.genitive if t.kind == "noun" else None
        if g is not None and any(self.words[k].r.pron for k in range(g.start, g.end)):
            return [p for p in self.resolver.part(g, above) if side(p) not in mine]  # اتهمت كينيا أوغندا بقتل جنودها
        pronouns = [
            x for r in frame.slots.recipient if ":" not in r for x in around.chunks(r) if self.scene.has_pronoun(x)
        ]
        return [p for x in pronouns for p in self.resolver.parties(x, above) if side(p) not in mine]

    def _men_of(self, t: Trigger, around: Surroundings, mine: set[str | None]) -> list[Party]:
        """Whose men are meant by a pronoun if nobody seizes his own: whom the clause before tells the same of (احتجزت
        قوة من اليونيفيل واعتقلت اثنين من عناصرها).
        """
        before = t.clause.previous
        if before is None or before.verb is None or not any(self.scene.has_pronoun(x) for x in around.chunks("object")):
            return []
        met = [*before.objects[:1], *before.args.get("ala", ())[:1]]
        return [p for x in met for p in self.parties(x) if p.code not in UNNAMED | mine]

    def _repaid(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """Whom an act answers that a verb of answering names as its means: ردت موسكو على العقوبات البريطانية بطرد."""
        c = t.clause
        if t.kind != "noun" or t.relation != "bi" or c.verb is None:
            return []
        if not self.words[c.verb.start].act_in(self.cues.react_verb):
            return []
        mine = {side(p) for p in actor}
        told = [p for x in c.args.get("ala", ()) for p in self.parties(x)]
        return [p for p in told if p.code not in UNNAMED and side(p) not in mine]

    def _lent(self, t: Trigger) -> list[Party]:
        """The subject that a light verb lends to its noun."""
        assert t.light is not None
        c = t.clause
        if t.light.subject == "none" or t.relation == "subject":
            return []
        if c.passive:
            return [p for rel in ("min_qibal",) for x in c.args.get(rel, []) for p in self.parties(x)]
        if c.verb is not None and self.words[c.verb.start].r.person == 1:
            return self.scene.around(t).speaker  # قال الرئيس: نقدم مقترحا
        return self.subject_of(c)

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

    def _informed(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """Who is told of somebody's own refusal, offer or reproach: أبلغت كينيا الأمم المتحدة برفضها."""
        resolved = t.chunk is not None and t.chunk.masdar >= 0  # أبلغت تشاد فرنسا بقرارها إنهاء الاتفاق
        told = t.kind == "noun" and (t.relation in ("object", "bi") or resolved) and t.clause.objects[:1] != [t.chunk]
        within = t.clause.parent if t.clause.kind == "complement" else None  # أبلغت كينيا الأمم المتحدة أنها ترفض
        mine = {side(p) for p in actor}
        for c in ([t.clause] if told else []) + ([within] if within is not None else []):
            if c.verb is not None and c.objects and self.words[c.verb.start].act_in(self.cues.inform_verb):
                heard = [p for p in self.parties(c.objects[0]) if p.kind != "media"]  # أبلغ مسؤول رويترز بأن بلاده ترفض
                return [p for p in heard if p.code not in UNNAMED and side(p) not in mine]
        return []

    def _given(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """To whom a verb with two objects gives its noun: منح البنك مصر قرضا، سلّم واشنطن قائمة مطالب."""
        mine = {p.key for p in actor}
        others = [x for x in t.clause.objects if x is not t.chunk] if t.relation == "object" else []
        return [p for x in others[:1] for p in self.parties(x) if not p.weak and p.key not in mine]

    def _controller(self, t: Trigger) -> list[Party]:
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
        if t.chunk.rel == "ala_yad" and self._befell(t):
            return []
        apart = ("hawl", "sabab", "didda", "hasab", "tijah", "baad", "qabl")
        own = back or self._on_the_way(t) or self._won_by(t)
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

    def _struck(self, t: Trigger) -> list[Party]:
        """The state that an attack befell, by what it does about it: طلبت مالي المساعدة إثر هجوم على قرية."""
        verb = t.clause.verb
        if verb is None or t.relation not in ("ala_yad", "baad") or self.words[verb.start].act_in(self.cues.speech_act):
            return []
        return [p for p in self.subject_of(t.clause) if p.kind == "government" and p.code not in UNNAMED]

    def _not_himself(self, t: Trigger, actor: list[Party], recipient: list[Party]) -> list[Party]:
        """Whom else a pronoun means that would let somebody attack his own: قصفت الرياض مواقع الجماعة عقب استهدافها
        مطارا سعوديا.
        """
        struck = {side(p) for p in recipient if p.how != "pronoun" and p.code not in UNNAMED}
        if not actor or not struck or not {side(p) for p in actor} <= struck:
            return actor
        w = self.words[t.word]
        others = self.resolver.owner(w.r.pron, (), actor, w.token.start)
        return [p for p in others if side(p) not in struck] or actor

    def _only_watched(self, t: Trigger, actor: list[Party]) -> bool:
        """Whether forces have to do with the protest that another noun governs, so hardly protest: قامت قوى الأمن
        بمواكبة التظاهرات.
        """
        governed = t.kind == "noun" and t.part is not None and t.word != t.part.head
        act = self.words[t.part.head] if t.part is not None else None
        handled = governed and act is not None and act.hit is None and act.r.form == "masdar"
        return handled and bool(actor) and all(p.sector in ("COP", "MIL") for p in actor)

    def _some_attack(self, t: Trigger) -> bool:
        """Whether a noun without article or owner names an attack: إثر هجوم على قرية."""
        r = self.words[t.word].r
        return not (r.definite or r.pron) and any(f.type == "ASSAULT" for f in self.scene.frames_of(t))

    def _befell(self, t: Trigger) -> bool:
        """Whether an attack is what somebody reacts to who does not fight in its clause: قطعت علاقاتها إثر هجوم."""
        verb = t.clause.verb
        if verb is None or not self._some_attack(t):
            return False
        w = self.words[verb.start]
        return bool(w.act_in(self.cues.report)) or all(f.type not in IN_A_PLACE for f in self.scene.verb_frames(w))

    def _won_by(self, t: Trigger) -> bool:
        """Whether an attack is that by which somebody took what its clause tells: سيطر الجيش على بلدة إثر هجوم."""
        verb = t.clause.verb
        if verb is None or t.relation != "baad" or not self._some_attack(t):
            return False
        return any(f.mode == _SEIZED for f in self.scene.verb_frames(self.words[verb.start]))

    def _heads_news(self, t: Trigger) -> bool:
        """Whether an attack before a verb of saying only tells of what the news is that somebody tells who does not
        fight: وفي هجوم آخر، أعلن مصدر أمني.
        """
        verb = t.clause.verb
        if verb is None or not self._some_attack(t) or not self.words[verb.start].act_in(self.cues.report):
            return False
        if any(f.type == "ACCUSE" for f in self.scene.frames_of(t)):
            if any(self.scene.around(t).present(rel) for rel in ("ala", "didda")):
                return False  # في هجوم على الحكومة، قال النائب
        fighting = (FIGHTERS | {"REB"}) - {"COP"}
        return not any(p.sector in fighting for p in self.subject_of(t.clause))

    def _held_against(self, c: Clause) -> bool:
        """Whether the verb of a clause may tell of holding a deed against whoever 'on' names: أخذت عليها طرده."""
        assert c.verb is not None
        frames = self.scene.verb_frames(self.words[c.verb.start])
        return any(f.type == "ACCUSE" and f.slots.recipient == ["ala"] and "object" in f.words for f in frames)

    def _on_the_way(self, t: Trigger) -> bool:
        """Whether a noun tells what who arrests or seizes did right before or after: اعتقلوا شابا بعد دهم منزله."""
        c = t.clause
        if t.kind != "noun" or t.relation not in ("baad", "qabl") or c.verb is None or c.passive:
            return False
        if self.scene.around(t).genitive is None and not self.words[t.word].r.pron:
            return False
        held = any(f.type == "COERCE" and f.mode in _HOLDING for f in self.scene.verb_frames(self.words[c.verb.start]))
        return held and any(f.type == "COERCE" and f.mode in _HOLDING for f in self.scene.frames_of(t))

    def _doer_of(self, m: int, t: Trigger) -> list[Party]:
        """Who does what the verbal noun at `m` tells that governs the trigger: ارتكاب القوات الإثيوبية مجازر."""
        assert t.chunk is not None
        x = next((y for y in self.chunks if y.start <= m < y.end), None)
        part = next((p for p in x.parts if p.start <= m < p.end), None) if x is not None else None
        if x is None or part is None or x.end != t.chunk.start:
            return []
        around = self.scene.around(Trigger("noun", m, m, m + 1, t.clause, x, part))
        return [p for p in around.parties("subject") if p.kind != "place"] if around.genitive is not None else []

    def _after_going(self, t: Trigger) -> bool:
        """Whether somebody acts after a visit or meeting that can only be his own: أعلن الوزير عقب لقاء نظيره."""
        going = self.words[t.word].r.lemma in self.cues.visit | self.cues.encounter
        if not going or t.chunk is None or t.chunk.rel != "baad":
            return False
        who = self.subject_of(t.clause)
        return bool(who) and all(p.kind == "person" and p.number == "s" for p in who)

    def _teller_of(self, m: int) -> list[Party]:
        """Who announces what he does himself, by the pronoun on its noun: إعلان سيول تنفيذها تجربة نووية."""
        x = next((y for y in self.chunks if y.start <= m < y.end), None)
        if x is None or x.masdar < 0 or not self.words[m].r.pron or x.masdar + 1 >= len(self.words):
            return []
        teller = self.words[x.masdar + 1]
        if not teller.named or not self.words[x.masdar].act_in(self.cues.report_noun):
            return []
        return [p for p in self.resolver.part(Part(teller.n, teller.n + 1, teller.n)) if p.code not in UNNAMED]

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

    def _hostile_to(self, relation: str, around: Surroundings) -> bool:
        """Whether an attribute tells whom a deed is against, not who does it: مظاهرات معادية لفرنسا."""
        before = [self.words[x.start - 1] for x in around.chunks(relation) if x.start] if relation == "li" else []
        return any(w.hit is None and w.r.lemma in self.cues.hostile for w in before)

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
        if any(self._named_in(part) for part in before.parts):
            foes = foes or any(p.code not in UNNAMED and side(p) not in mine for p in lost)
        return not (foes and all(p.sector == "MIL" or p.kind == "government" for p in teller))

    def _named_in(self, part: Part) -> bool:
        """Whether a name or nationality stands in a phrase or tells whose it is."""
        return part.of is not None or any(w.entry is not None or w.r.pron for w in self.words[part.start : part.end])

    def _of_teller(self, t: Trigger, lost: list[Party]) -> list[Party]:
        """Soldiers of no country told whose loss an army tells of are its own."""
        sector = {p.sector for p in lost}
        if not sector <= {"MIL", "COP"} or self.words[t.word].r.lemma not in self.cues.loss or t.clause.verb is None:
            return lost
        if (
            t.part is None
            or self._named_in(t.part)
            or not self.words[t.clause.verb.start].act_in(self.cues.report_noun)
        ):
            return lost
        teller = [p for p in self.subject_of(t.clause) if p.code not in UNNAMED and p.sector in sector]
        return [p._replace(code=teller[0].code, key=f"{p.key}:{teller[0].code}") for p in lost] if teller else lost

    def _where(self, p: Party) -> bool:
        """Whether a party is named in a phrase that tells where: شمالي محافظة دهوك العراقية."""
        x = next((y for y in self.chunks if y.kind == "np" and self._spans(y, p)), None)
        return x is not None and x.rel in ("fi", "dakhil")

    def _spans(self, x: Chunk, p: Party) -> bool:
        return self.words[x.start].token.start <= p.start and p.end <= self.words[x.end - 1].token.end

    def _sender(self, c: Clause) -> list[Party]:
        """Who sent the thing that a clause lets act: أرسلت الإمارات طائرة تحمل مساعدات، أطلق صاروخا أصاب مبنى."""
        home = c.parent
        if c.kind != "relative" or c.passive or home is None or home.verb is None or c.antecedent is None:
            return []
        verb, x = self.words[home.verb.start], c.antecedent
        if x in home.subject:
            return []
        sent = x in c.subject and verb.act_in(self.cues.send_verb)
        act = not x.prep and self.words[x.head].r.form == "masdar"
        own = act and x in c.subject and verb.act_in(ANNOUNCING)  # أعلن تنفيذ عملية استهدفت
        return [p for p in self.subject_of(home) if p.code not in UNNAMED] if sent or own else []

    def _carrier(self, t: Trigger, frame: Frame) -> list[Party]:
        """Who does what a clause right behind says of an act with a pronoun: رشقة صواريخ سددتها الحركة."""
        if t.chunk is None or not (frame.type in MATERIAL or frame.type == "PROTEST"):
            return []
        for c in t.clause.children:
            if c.kind != "relative" or c.antecedent is not t.chunk or c.verb is None or t.chunk in c.subject:
                continue
            w = self.words[c.verb.start]
            if frame.type == "PROTEST" and w.act_in(self.cues.calling_verb):
                return [p for p in self.subject_of(c) if p.kind != "place"]  # تظاهرة دعت إليها المعارضة
            told = w.r.tense == "past" or any(v in self.frames.lights for v in w.acts)  # قتل واغتصاب ترتكبها العصابات
            if w.r.pron and told and not (self.scene.speaks_of(c) or w.act_in(self.cues.report)):
                return [p for p in self.subject_of(c) if p.kind != "place"]
        return []

    def _announcer(self, t: Trigger) -> list[Party]:
        """Who announces or resolves on his own act by a noun of it: إعلان الجيش اغتيال قيادي، قرار فرنسا الاعتراف."""
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

    def _but_bodies_told(self, around: Surroundings, recipient: list[Party]) -> list[Party]:
        """The accused without the body that is only told of it: احتجت لدى مجلس الأمن على الهجوم."""
        told = [p for rel in ("laday", "ila") for x in around.chunks(rel) for p in self.parties(x)]
        bodies = {p.key for p in told if p.kind == "organization" and p.sector is None}
        return [p for p in recipient if p.key not in bodies]

    def _mere_time(self, relation: str, frame: Frame, around: Surroundings) -> bool:
        """Whether a relation only tells when somebody died, not in what attack: منذ عودة الحركة إلى السلطة."""
        base, _, inner = relation.partition(":")
        if frame.type != "ASSAULT" or not inner or base not in ("baad", "khilal"):
            return False
        heads = [self.words[p.head] for x in around.chunks(base) for p in x.parts]
        return bool(heads) and not any(f.type == "ASSAULT" for w in heads for f in self.scene.single(w))

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

    def _resolved(self, m: int) -> bool:
        """Whether a word is a noun of resolving: قرار."""
        return self.words[m].hit is None and self.words[m].r.lemma in self.cues.resolve

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

    def _sufferer(self, t: Trigger) -> list[Party]:
        """Who undergoes what a noun names, by the noun of undergoing before it: بعد تعرض السفارة لهجوم."""
        if t.chunk is None or t.chunk.rel != "li":
            return []
        for before in reversed(self.chunks[max(0, t.chunk.n - _BACK) : t.chunk.n]):
            if before.kind != "np" or not before.parts:
                return []
            part = before.parts[-1]
            k = next((k for k in range(part.head, part.end) if self.words[k].r.lemma in self.cues.undergoing), -1)
            if k < 0:
                continue
            w = self.words[k]
            if w.r.pron:
                found = self.resolver.owner(w.r.pron, self.subject_of(t.clause), at=w.token.start)
                return [p.at(w.token.end - len(w.r.pron), w.token.end, "pronoun") for p in found]
            own = self.resolver.part(Part(k + 1, part.end, k + 1)) if k + 1 < part.end else []
            named = [p for p in own if p.code not in UNNAMED]
            behind = self.chunks[before.n + 1]  # تعرض قافلة للأمم المتحدة لكمين
            return named or (self.parties(behind) if behind is not t.chunk else own)
        return []

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
        return list(self.resolver.d.talkers)

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

    def _first(self, relations: Sequence[str], around: Surroundings, not_: Sequence[Party] = ()) -> list[Party]:
        """The parties of the first relation that has a strong one, else of the first that has any."""
        avoid = {p.key for p in not_}
        ruling = [p for p in not_ if side(p)[1] and p.sector != _APART]
        sides = {(p.code, p.sector) for p in not_} | {(p.code, "GOV") for p in ruling}
        # no body refuses its own visit
        bodies = {p.code for p in not_ if (p.kind, p.sector, p.how) == ("organization", None, "name")}
        weak: list[Party] = []
        for r in relations:
            found = [p for p in around.parties(r) if p.kind != "media" or r in ("subject", "object")]
            if avoid:
                found = [
                    p
                    for p in found
                    if p.key not in avoid
                    and p.code not in bodies
                    and not ((":" in r or p.weak) and (p.code, p.sector) in sides)
                ]
            if r in PLACES and any(p.code not in UNNAMED for p in weak):
                return weak  # غارات على مواقع إيرانية قرب دمشق
            if any(not p.weak for p in found):
                return found
            named = [p for p in found if p.code not in UNNAMED]
            if not weak or (named and all(p.code in UNNAMED for p in weak)):
                weak = named or found or weak
        return weak

    def _strong(self, parties: list[Party]) -> list[Party]:
        """Named parties where there are any; the unnamed only when alone."""
        named = [p for p in parties if p.code not in UNNAMED]
        return named or [p for p in parties if p.code or p.kind != "place"]  # waters are of nobody

    def _owned(self, c: Clause) -> bool:
        """Whether the verb of a clause tells of one's own acts (اعترف بقتله) or performs one (هدد بقتله)."""
        acts = self.words[c.verb.start].acts if c.verb is not None else ()
        return any(v in self.cues.report_noun or v in self.cues.speech_act for v in acts)


def _told_in(t: Trigger) -> Trigger:
    """A noun that the verb about it lends itself to, in the clause around: بعد محادثات مع مصر استمرت يومين."""
    c = t.clause
    if t.light is None or t.chunk is None or c.antecedent is not t.chunk or c.parent is None:
        return t
    return Trigger("noun", t.word, t.first, t.last, c.parent, t.chunk, t.part, t.chunk.rel)
