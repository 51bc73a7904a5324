"""Who is acted upon in an event."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Part
from mahdar.analysis.party import Party, people_of, side
from mahdar.coding.act import APART, Act, first, known, nameless
from mahdar.coding.addressee import Addressees
from mahdar.coding.draft import nobody
from mahdar.coding.kinds import FIGHTERS, IN_A_PLACE, OWNED, SHARING, UNNAMED, VERBAL
from mahdar.coding.owner import Owners
from mahdar.coding.scene import Scene
from mahdar.coding.slots import JUDGING, Trigger

_BACK: Final = 3  # how many phrases before an act the noun may stand that tells who undergoes it
_NOT_TO_OWN_ARMS: Final = frozenset(("AGREE", "AID", "REJECT", "THREATEN"))  # رفضت تركيا سحب قواتها
_HARMED: Final = frozenset(("CVL", "REF"))  # people who suffer what is warned of, and are not warned


class Undergoing:
    """Finds to whom something is done or said, once it is known who does it."""

    def __init__(self, scene: Scene, addressees: Addressees, owners: Owners) -> None:
        self.scene = scene
        self.words, self.chunks, self.cues, self.resolver = scene.words, scene.chunks, scene.cues, scene.resolver
        self.parties, self.subject_of = scene.parties, scene.subject_of
        self.addressees, self.owners = addressees, owners

    def told(self, a: Act) -> list[Party]:
        """Who undergoes it by the phrases around the trigger: where the frame has him, or by the light verb."""
        for step in (self._in_slots, self._of_light_verb):
            a.recipient = step(a)
        return a.recipient

    def implied(self, a: Act) -> list[Party]:
        """Who undergoes it, once nothing more is found about who acts; each step sees what the one before it left."""
        heard = (self._given, self._informed, self._but_bodies_told, self._but_who_calls)
        others_than_the_actor = (self._but_the_same, self._inside, self._foes, self._searched, self._men_of, self._site)
        whose = (self._owner, self._of_teller, self._not_without, self._presented_by, self._native)
        refused = (self._not_at_home, self._not_his_own_arms, self._people_called, self._not_of_his_own)
        meant = (self._repaid, self._in_reply, self._addressed, self._where_hit, self._struck)
        for step in (*heard, *others_than_the_actor, *whose, *refused, *meant):
            a.recipient = step(a)
        return a.recipient

    def _but_who_calls(self, a: Act) -> list[Party]:
        """Not at whose call people demonstrate: تظاهروا في لاباز بدعوة من نقابة المعلمين."""
        if a.type != "PROTEST":
            return a.recipient
        callers: set[str] = set()
        for x in a.t.clause.args.get("bi", ()):
            who = self.scene.behind(x, "min")
            if who is not None and any(f.type == "REQUEST" for f in self.scene.single(self.words[x.head])):
                callers.update(p.key for p in self.parties(who))
        return [p for p in a.recipient if p.key not in callers]

    def exposed(self, a: Act) -> bool:
        """Whether a noun of undergoing before the act tells who suffers it: بعد تعرض السفارة لهجوم."""
        sufferer = self._sufferer(a.t) if a.t.light is None and a.by_noun else []
        if not sufferer:
            return False
        a.actor, a.recipient = first(a.frame.slots.actor, a.around, sufferer), sufferer
        return True

    def _in_slots(self, a: Act) -> list[Party]:
        """Who stands where the frame has its recipient, but not for whom others do it: أدانت قصف مخيم للنازحين؛ دعت
        البلدات الحدودية إلى استقبال الهايتيين؛ nor who suffers what is warned of: حذر من أن اللاجئين يواجهون الجوع.
        """
        wanted = a.frame.slots.recipient
        if a.by_verb and a.type == "ACCUSE" and "object" in wanted and a.around.present("object"):
            wanted = [r for r in wanted if r != "li"]
        if a.by_verb and a.type == "REQUEST" and self.scene.asks_others(a.around):
            wanted = [r for r in wanted if ":" not in r]
        found = first(wanted, a.around, a.actor)
        harmed = a.type == "THREATEN" and not a.around.present("object")
        return [p for p in found if p.sector not in _HARMED] if harmed else found

    def _of_light_verb(self, a: Act) -> list[Party]:
        """Who undergoes what a light verb lends its subject to (نالت كينيا دعم رواندا), or its other object."""
        light = a.t.light
        if light is not None and light.subject == "recipient":
            return a.lent or a.recipient
        return a.recipient or (self._to_whom(a) if light is not None and light.subject == "actor" else [])

    def _given(self, a: Act) -> list[Party]:
        """To whom a verb gives the noun of an act of words that names nobody: سلّم واشنطن قائمة مطالب."""
        if a.recipient or not a.by_noun or a.t.light is not None or a.type not in VERBAL:
            return a.recipient
        return self._to_whom(a)

    def _to_whom(self, a: Act) -> list[Party]:
        """The other object of a verb that has the noun as one: منح البنك مصر قرضا."""
        mine = {p.key for p in a.actor}
        others = [x for x in a.t.clause.objects if x is not a.t.chunk] if a.t.relation == "object" else []
        return [p for x in others[:1] for p in self.parties(x) if not p.weak and p.key not in mine]

    def _informed(self, a: Act) -> list[Party]:
        """Who is told of somebody's own refusal, offer or reproach: أبلغت كينيا الأمم المتحدة برفضها; but of blame laid
        on others it is about these: أبلغت المنظمة احتجاجها على الحصار التركي.
        """
        heard = a.type in VERBAL or (a.type == "SANCTION" and not a.recipient)
        blamed = a.type == "ACCUSE" and any(not p.weak or p.kind != "place" for p in a.recipient)
        if not heard or (a.recipient and (blamed or not a.by_noun)):
            return a.recipient
        t = a.t
        resolved = t.chunk is not None and t.chunk.masdar >= 0  # أبلغت تشاد فرنسا بقرارها إنهاء الاتفاق
        told = a.by_noun and (t.relation in ("object", "bi") or resolved) and t.clause.objects[:1] != [t.chunk]
        within = t.clause.parent if t.clause.kind == "complement" else None  # أبلغت كينيا الأمم المتحدة أنها ترفض
        for c in ([t.clause] if told else []) + ([within] if within is not None else []):
            if c.verb is not None and c.objects and self.words[c.verb.start].act_in(self.cues.inform_verb):
                heads = [p for p in self.parties(c.objects[0]) if p.kind != "media"]  # أبلغ مسؤول رويترز بأن بلاده ترفض
                return [p for p in known(heads) if side(p) not in a.sides] or a.recipient
        return a.recipient

    def _but_bodies_told(self, a: Act) -> list[Party]:
        """The accused without the body that is only told of it: احتجت لدى مجلس الأمن على الهجوم."""
        if a.type != "ACCUSE" or not a.recipient:
            return a.recipient
        told = [p for rel in ("laday", "ila") for x in a.around.chunks(rel) for p in self.parties(x)]
        bodies = {p.key for p in told if p.kind == "organization" and p.sector is None}
        return [p for p in a.recipient if p.key not in bodies]

    def _but_the_same(self, a: Act) -> list[Party]:
        """Among several, not those who act themselves."""
        sectors = {p.sector for p in a.actor}
        if len(a.recipient) < 2:
            return a.recipient
        return [p for p in a.recipient if p.code not in a.mine or p.sector not in sectors]

    def _inside(self, a: Act) -> list[Party]:
        """Where only who acts stands in the slots, another in what the act is about: طلبت كينيا أن تنسحب أوغندا."""
        keys = {p.key for p in a.actor}
        if not a.recipient or not {p.key for p in a.recipient} <= keys:
            return a.recipient
        inside = first([r for r in a.frame.slots.recipient if ":" in r], a.around, a.actor)
        return [p for p in inside if p.key not in keys]

    def _foes(self, a: Act) -> list[Party]:
        """Nobody raids himself: a pronoun on what is hit means who tells of it (قالت بغداد إنهم دخلوا أراضيها)."""
        t, around = a.t, a.around
        if a.type not in IN_A_PLACE or not (a.hits_itself or all(p.kind == "place" for p in a.recipient)):
            return a.recipient
        around_it = [t.clause, *t.clause.ancestors()] if a.by_noun else t.clause.ancestors()
        above = [p for c in around_it for p in self.subject_of(c) if side(p) not in a.sides]
        g = around.genitive if a.by_noun else None
        if not above:
            found = []
        elif g is not None and any(self.words[k].r.pron for k in range(g.start, g.end)):
            found = self.resolver.part(g, above)  # اتهمت كينيا أوغندا بقتل جنودها
        else:
            slots = [x for r in a.frame.slots.recipient if ":" not in r for x in around.chunks(r)]
            found = [p for x in slots if self.scene.has_pronoun(x) for p in self.resolver.parties(x, above)]
        return [p for p in found if side(p) not in a.sides] or a.recipient

    def _searched(self, a: Act) -> list[Party]:
        """Whose house is raided by those who arrest him before or after: اعتقلوا شابا بعد دهم منزله."""
        if not a.hits_itself or not self.scene.on_the_way(a.t):
            return a.recipient
        held = [p for x in a.t.clause.objects[:1] for p in self.parties(x)]
        return [p for p in held if side(p) not in a.sides] or a.recipient

    def _men_of(self, a: Act) -> list[Party]:
        """Whose men are meant by a pronoun if nobody seizes his own: whom the clause before tells the same of (احتجزت
        قوة من اليونيفيل واعتقلت اثنين من عناصرها).
        """
        before = a.t.clause.previous
        if not self._own_hit(a) or a.type not in IN_A_PLACE or before is None or before.verb is None:
            return a.recipient
        if not any(self.scene.has_pronoun(x) for x in a.around.chunks("object")):
            return a.recipient
        met = [*before.objects[:1], *before.args.get("ala", ())[:1]]
        return [p for x in met for p in known(self.parties(x)) if p.code not in a.mine] or a.recipient

    def _own_hit(self, a: Act) -> bool:
        """Whether a verb seems to be done to nobody but those of the codes that act."""
        return a.by_verb and bool(a.recipient) and {p.code for p in a.recipient} <= a.mine

    def _site(self, a: Act) -> list[Party]:
        """The place hit rather than its owner at home, who would be the attacker: قصفت إسرائيل مبنى وزارة الدفاع في
        دمشق.
        """
        rebels = any(p.kind == "armed-group" or p.sector == "REB" for p in a.recipient)
        place = self.addressees.where(a) if a.type == "ASSAULT" and self._own_hit(a) and not rebels else None
        return [place] if place is not None and place.code not in a.mine else a.recipient

    def _owner(self, a: Act) -> list[Party]:
        """Whose the thing is that is hit where nobody known is: أغرق سفينة ترفع علم بنما."""
        hit = a.type in OWNED and bool(a.frame.slots.recipient)
        if not hit or not all(nobody(p) or p.code in UNNAMED or self._where(p) for p in a.recipient):
            return a.recipient
        return self.owners.owner(a.t, a.around, a.actor) or a.recipient

    def _of_teller(self, a: Act) -> list[Party]:
        """Soldiers of no country told whose loss an army tells of are its own: أعلن الجيش الكيني مقتل جنديين."""
        t, sector = a.t, {p.sector for p in a.recipient}
        verb = t.clause.verb
        if not a.recipient or not sector <= {"MIL", "COP"} or self.words[t.word].r.lemma not in self.cues.loss:
            return a.recipient
        if t.part is None or self.scene.tells_whose(t.part):
            return a.recipient
        if verb is None or not self.words[verb.start].act_in(self.cues.report_noun):
            return a.recipient
        teller = [p for p in known(self.subject_of(t.clause)) if p.sector in sector][:1]
        return [p._replace(code=x.code, key=f"{p.key}:{x.code}") for x in teller for p in a.recipient] or a.recipient

    def _not_without(self, a: Act) -> list[Party]:
        """Who cannot do without help is helped: لن تستطيع كوبا ذلك من دون مساعدة روسيا."""
        bare = a.t.chunk is not None and a.t.chunk.rel == "bidun"
        if a.recipient or not (bare and a.actor and a.type == "AID"):
            return a.recipient
        mine = {p.key for p in a.actor}
        return [p for p in self.subject_of(a.t.clause) if p.key not in mine and p.kind != "place"]

    def _presented_by(self, a: Act) -> list[Party]:
        """Who put forward the paper that is judged, by an attribute of it: رفض الطعن المقدم من الوزارة."""
        if a.recipient or not a.actor or a.type not in JUDGING:
            return a.recipient
        c, mine = a.t.clause, {p.key for p in a.actor}
        for x in [a.t.chunk] if a.t.chunk is not None else [*c.objects[:1], *c.args.get("bi", ())[:1]]:
            behind = self.scene.behind(x, "min")
            w = self.words[x.end - 1]
            if behind is None or behind.start != x.end or w.n <= a.t.word:
                continue
            if w.hit is None and w.r.pos == "adj" and w.act_in(self.cues.table_verb):
                return [p for p in self.parties(behind) if p.key not in mine and p.kind != "place"]
        return []

    def _native(self, a: Act) -> list[Party]:
        """Unnamed people of the place told behind them: شركات في ماليزيا."""
        return self.owners.native(a.recipient) if a.recipient and nameless(a.recipient) else a.recipient

    def _not_at_home(self, a: Act) -> list[Party]:
        """A curfew or closed border at home hits nobody in particular: أغلقت كينيا حدودها."""
        if not a.frame.general:
            return a.recipient
        return [p for p in a.recipient if p.sector is not None or p.code not in a.codes]

    def _not_his_own_arms(self, a: Act) -> list[Party]:
        """Nobody denies or rules out a deed to his own forces: نفى استخدام قواته أسلحة كيميائية."""
        if not self.words[a.t.word].act_in(self.cues.denial | self.cues.rule_out_verb):
            return a.recipient
        return [p for p in a.recipient if p.how != "nominal" or p.code not in a.mine or p.sector not in FIGHTERS]

    def _people_called(self, a: Act) -> list[Party]:
        """Parties with the people of the actor's own state for their nationality in the plural: دعا الرئيس المصري
        المصريين.
        """
        out: list[Party] = []
        for p in a.recipient:
            x = self._phrase(p)
            e = self.words[x.head].entry if x is not None else None
            called = p.kind == "government" and e is not None and e.kind == "adjective" and e.form.endswith("p")
            own = called and p.code is not None and p.code in a.mine
            out.append(people_of(p.code or "", p.name, p.start, p.end, p.how) if own else p)
        return out

    def _not_of_his_own(self, a: Act) -> list[Party]:
        """Those to whom an act is done but for the actor's own ministers and arms: تعهد بتسليم كييف منظومة للدفاع."""
        # no government deals with itself, but courts with theirs
        own = {p.code for p in a.actor if side(p)[1] and p.sector != APART}
        recipient = [p for p in a.recipient if (p.kind, p.sector) != ("government", "GOV") or p.code not in own]
        if a.type in VERBAL:  # nor does a state ask its own minister
            state = {p.code for p in a.actor if p.kind == "government" and p.sector != APART}
            recipient = [p for p in recipient if p.sector != "GOV" or p.code not in state]
        claim = a.frame.slots.require == ["an_clause:subject"]  # زعم أن قواته
        if a.type not in _NOT_TO_OWN_ARMS and (a.type != "ACCUSE" or claim):
            return recipient
        accused = [p.start for p in a.around.parties("object")] if a.type == "ACCUSE" else []  # اتهمت قيادة الجيش
        told = {"nominal", "title"} if a.type in ("REJECT", "THREATEN") else {"nominal"}  # هددت بسحب 300 جندي
        return [
            p for p in recipient if p.code not in own or p.sector != "MIL" or p.how not in told or p.start in accused
        ]

    def _repaid(self, a: Act) -> list[Party]:
        """Whom an act answers that a verb of answering names as its means: ردت موسكو على العقوبات البريطانية بطرد."""
        c = a.t.clause
        if not (a.actor and a.frame.slots.recipient and nameless(a.recipient)):
            return a.recipient
        if not a.by_noun or a.t.relation != "bi" or c.verb is None:
            return a.recipient
        if not self.words[c.verb.start].act_in(self.cues.react_verb):
            return a.recipient
        told = [p for x in c.args.get("ala", ()) for p in self.parties(x)]
        return [p for p in known(told) if side(p) not in a.sides] or a.recipient

    def _in_reply(self, a: Act) -> list[Party]:
        """Whom words to nobody known answer: نددت بالتدخل ردا على تصريحات الوزير."""
        unknown = bool(a.recipient) and nameless(a.recipient) and a.type in SHARING
        return (self.addressees.in_reply(a) if unknown else []) or a.recipient

    def _addressed(self, a: Act) -> list[Party]:
        """Whom an act that names nobody is meant for: see `Addressees`."""
        if a.recipient or not (a.actor and a.frame.slots.recipient) or self.scene.at_whoever(a.t):
            return a.recipient
        return self.addressees.addressed(a)

    def _where_hit(self, a: Act) -> list[Party]:
        """The state where an attack hit that nobody made: الهجوم الذي استهدف مسجدا في بيشاور."""
        place = self.addressees.where(a) if not a.recipient and a.type == "ASSAULT" and a.by_verb else None
        return [place] if place is not None else a.recipient

    def _struck(self, a: Act) -> list[Party]:
        """The state that an attack befell, by what it does about it: طلبت مالي المساعدة إثر هجوم على قرية."""
        verb = a.t.clause.verb
        if a.actor or a.recipient or a.type != "ASSAULT" or not a.by_noun or not self.scene.befell(a.t):
            return a.recipient
        if verb is None or a.t.relation not in ("ala_yad", "baad"):
            return []
        if self.words[verb.start].act_in(self.cues.speech_act):
            return []
        return [p for p in known(self.subject_of(a.t.clause)) if p.kind == "government"]

    def _phrase(self, p: Party) -> Chunk | None:
        """The phrase that a party is named in."""
        return next(
            (
                x
                for x in self.chunks
                if x.kind == "np"
                and self.words[x.start].token.start <= p.start
                and p.end <= self.words[x.end - 1].token.end
            ),
            None,
        )

    def _where(self, p: Party) -> bool:
        """Whether a party is named in a phrase that tells where: شمالي محافظة دهوك العراقية."""
        x = self._phrase(p)
        return x is not None and x.rel in ("fi", "dakhil")

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
