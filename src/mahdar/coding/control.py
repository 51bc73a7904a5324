"""Who does what a verbal noun names, by the clause that it stands in."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Part, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party, side
from mahdar.coding.act import known
from mahdar.coding.kinds import FIGHTERS, IN_A_PLACE, UNNAMED, VERBAL
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Trigger, noun_of_doing

_SEIZED: Final = "seize"  # the mode of taking a place or a thing
_APART: Final = ("hawl", "sabab", "didda", "hasab", "tijah", "baad", "qabl")  # relations of what others may have done
_SPOKEN_OF: Final = ("object", "bi", "ala", "an", "min", "ila", "tijah")  # relations of what words are about
_GROUNDS: Final = ("li", "ala", "sabab")  # relations of what somebody is judged for
_JUDGING: Final = ("ACCUSE", "SUPPORT", "SANCTION")


class Control:
    """Finds who does what a noun names that has no doer of its own."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.cues = scene.words, scene.chunks, scene.cues
        self.resolver, self.parties, self.subject_of = scene.resolver, scene.parties, scene.subject_of

    def controller(self, t: Trigger) -> list[Party]:
        """Who does what a noun names, by the first way that knows, even that it is nobody told: mostly the subject of
        its clause (قررت كينيا الانسحاب).
        """
        before_the_verb_is_asked = (
            self._undertaker,
            self._doer_above,
            self._denier,
            self._about_to,
            self._resolved_on,
        )
        by_the_verb = (
            self._others_deed,
            self._involved,
            self._only_told,
            self._tried,
            self._countercharged,
            self._befallen,
            self._accused,
            self._judged,
            self._held_against,
            self._casualties,
            self._pushed,
            self._spoken_of,
            self._met_by_police,
        )
        ways = (*before_the_verb_is_asked, *by_the_verb)
        found = next((found for way in ways if (found := way(t)) is not None), None)
        return found if found is not None else [p for p in self.subject_of(t.clause) if p.kind != "place"]

    def resolved(self, m: int) -> bool:
        """Whether a word is a noun of resolving: قرار."""
        return self.words[m].hit is None and self.words[m].r.lemma in self.cues.resolve

    def _verb(self, t: Trigger) -> Word:
        """The verb of the clause, which has one."""
        assert t.clause.verb is not None
        return self.words[t.clause.verb.start]

    def _before(self, t: Trigger) -> Chunk | None:
        """The noun phrase right before that of the trigger."""
        assert t.chunk is not None
        x = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        return x if x is not None and x.kind == "np" else None

    def _undertaker(self, t: Trigger) -> list[Party] | None:
        """Who does what a noun names, by the noun of doing right before it: قيام إسرائيل بقصف البلدة."""
        x = t.chunk
        if x is None or not x.n or not x.rel:
            return None
        before = self.chunks[x.n - 1]
        if not before.parts or before.end != x.start:
            return None
        part = before.parts[-1]
        if (k := noun_of_doing(self.words, part, self.cues)) < 0:
            return None
        if pron := self.words[k].r.pron:
            subject = self._judged_for(t, before.rel) or self.subject_of(t.clause)
            return self.resolver.owner(pron, subject, at=self.words[k].token.start) or None
        return (self.resolver.part(Part(k + 1, part.end, k + 1)) or None) if k + 1 < part.end else None

    def _doer_above(self, t: Trigger) -> list[Party] | None:
        """Who does what the noun above tells (ارتكاب القوات الإثيوبية مجازر); nobody where it is another's decision, or
        only goes along: أعربت عن استنكارها لقرار فرنسا الاعتراف.
        """
        assert t.chunk is not None
        m = t.chunk.masdar
        if m >= 0 and self.resolved(m):
            return []
        if m >= 0 and (doer := self._doer_of(m, t) or self._teller_of(m)):
            return doer
        return [] if t.chunk.prep in self.cues.amid else None

    def _doer_of(self, m: int, t: Trigger) -> list[Party]:
        """Who does what the verbal noun at `m` tells that governs the trigger: ارتكاب القوات الإثيوبية مجازر."""
        assert t.chunk is not None
        x = next((y for y in self.chunks if y.start <= m < y.end), None)
        part = next((p for p in x.parts if p.start <= m < p.end), None) if x is not None else None
        between = self.words[x.end : t.chunk.start] if x is not None else []
        if x is None or part is None or x.end > t.chunk.start or not all(w.time for w in between):
            return []  # إعلان كينيا أمس سحب قواتها
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

    def _denier(self, t: Trigger) -> list[Party] | None:
        """Who denies what others told of him: نفى ما تردد عن انسحابه."""
        c = t.clause
        denier = self.scene.denier(t) if c.kind == "relative" else None
        if denier is None:
            return None
        told = c.antecedent is not None or all(p.kind == "media" for p in self.subject_of(c))
        told = told or (c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.report)))
        return [p for p in self.subject_of(denier) if p.kind != "media"] if told else None

    def _about_to(self, t: Trigger) -> list[Party] | None:
        """Who is about to do it: كينيا على وشك الانسحاب."""
        return self.subject_of(t.clause) if self.scene.status.about_to(t) else None

    def _resolved_on(self, t: Trigger) -> list[Party] | None:
        """Who is said to be resolved on an act by a predicate: قال إنه عازم على مواصلة الحرب."""
        if t.clause.verb is not None:
            return None
        c, x = t.clause, t.clause.subject[0] if t.clause.subject else None
        if t.relation == "subject":
            meant = (y for y in c.args.get("fi", ()) if self.words[y.head].r.lemma in self.cues.expected)
            return next((p for y in meant if (p := self.parties(y))), [])  # في نية المسلحين تفجير المبنى
        w = self.words[x.head] if x is not None else None
        if x is None or w is None or t.relation != "ala" or t.chunk is None or t.chunk.n != x.n + 1:
            return []
        resolved = w.hit is None and w.r.form in ("active", "passive") and w.r.of in self.cues.resolve_verb
        return self.subject_of(c.parent) if resolved and c.pronoun and c.parent is not None else []

    def _others_deed(self, t: Trigger) -> list[Party] | None:
        """Nobody in the clause, where its subject does not do what it speaks of: أحبطت الشرطة هجوما، ينتظر الرئيس نشر
        القوات، ندد بما سماه العدوان على السودان، ما أدى إلى خطف أربعة.
        """
        c, verb = t.clause, self._verb(t)
        if t.relation == "subject" or (self.scene.reported(t) and not self._owned(c)):
            return []
        force = any(f.type in IN_A_PLACE for f in self.scene.frames_of(t))
        called = force and t.relation == "object" and bool(verb.act_in(self.cues.called_verb))
        without = c.kind == "relative" and c.antecedent is None and bool(verb.act_in(self.cues.result_verb))
        if called or without or verb.act_in(self.cues.foil_verb | self.cues.await_verb):
            return []
        if self._apart(t) or self._some_time_after(t) or self._by_any_hands(t) or self._died_of(t):
            return []
        return None

    def _apart(self, t: Trigger) -> bool:
        """Whether a noun stands where it tells of what others may have done: before the verb, or after, about, against
        something; but عاد بعد زيارة لأوغندا، سيطر الجيش على بلدة إثر هجوم.
        """
        x, c = t.chunk, t.clause
        assert x is not None and c.verb is not None
        if x.n < c.verb.n and (t.relation not in ("fi", "khilal") or self._heads_news(t)):
            return True
        if x.rel == "ala_yad" and self.scene.befell(t):
            return True
        if x.rel not in _APART or self._after_going(t) or self._coming_back(t):
            return False
        return not (self.scene.on_the_way(t) or self._won_by(t) or self.scene.led_to_next(t))

    def _coming_back(self, t: Trigger) -> bool:
        """Whether who comes made the visit told: عاد بعد زيارة لأوغندا."""
        visit = t.chunk is not None and t.chunk.rel == "baad" and self.words[t.word].r.lemma in self.cues.visit
        return visit and bool(self._verb(t).act_in(self.cues.coming_verb))

    def _died_of(self, t: Trigger) -> bool:
        """Whether an attack or wound is what the subject died of: لقي ثلاثة مصرعهم في تفجير، توفي متأثرا بجروحه."""
        if t.clause.kind == "participle" and t.relation == "bi" and all(f.toll for f in self.scene.frames_of(t)):
            return True
        died = any(f.toll for f in self.scene.verb_frames(self._verb(t)))
        return died and any(f.type == "ASSAULT" for f in self.scene.frames_of(t))

    def _owned(self, c: Clause) -> bool:
        """Whether the verb of a clause tells of one's own acts (اعترف بقتله) or performs one (هدد بقتله)."""
        acts = self.words[c.verb.start].acts if c.verb is not None else ()
        return any(v in self.cues.report_noun or v in self.cues.speech_act for v in acts)

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

    def _involved(self, t: Trigger) -> list[Party] | None:
        """Who is said to have a part in an act by an attribute of his: مسؤولين جورجيين متورطين في قمع المتظاهرين."""
        before = self._before(t)
        if before is None or self.words[before.end - 1].r.lemma not in self.cues.involved:
            return None
        around = [*self.chunks[max(before.n - 1, 0) : before.n], before]
        for x in reversed(around if t.relation == "fi" else ()):
            for part in reversed(x.parts if x.kind == "np" else []):
                for k in range(part.start, part.end):
                    w = self.words[k]
                    if w.hit is None and w.r.cls == "human" and w.r.lemma not in self.cues.involved:
                        return [p for p in self.resolver.part(Part(k, part.end, k)) if p.code not in UNNAMED]
        return []

    def _only_told(self, t: Trigger) -> list[Party] | None:
        """Nobody where the subject only tells of it: أعلن الجيش إصابة جنديين في هجوم."""
        return [] if self._only_tells(t) else None

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

    def _tried(self, t: Trigger) -> list[Party] | None:
        """Whose efforts or decision the noun behind tells of: جهود الأردن في استضافة اللاجئين، قرار كندا حظر شركة."""
        before = self._before(t)
        if before is None:
            return None
        decided = t.chunk is not None and t.chunk.rel in ("", "bi") and t.word == t.chunk.start == before.end
        if decided and self.words[before.head].r.lemma in self.cues.resolve:
            if before.end > before.head + 1 and (told := [p for p in self.parties(before) if p.code not in UNNAMED]):
                return told
            if t.relation == "bi" and before in t.clause.objects:
                return self.subject_of(t.clause) or None  # وقع قرارا بتزويد كييف بألغام
        if t.relation not in ("fi", "li"):
            return None
        if all(f.type in VERBAL for f in self.scene.frames_of(t)):
            return None
        w = self.words[before.head]
        if w.hit is not None or w.r.lemma not in self.cues.effort or before.end == before.head + 1:
            return None
        return known(self.parties(before)) or None

    def _countercharged(self, t: Trigger) -> list[Party] | None:
        """Who is accused in reply: ردت باتهام مانيلا بالتوغل."""
        x = self._before(t)
        if x is None or not x.rel == t.relation == "bi":
            return None
        w = self.words[x.head]
        charge = w.r.form == "masdar" and w.act_in(self.cues.accuse_verb)
        return self.parties(x) if charge and self._verb(t).act_in(self.cues.react_verb) else None

    def _befallen(self, t: Trigger) -> list[Party] | None:
        """Nobody where it only takes place, or another noun of words is about it: إدانته للهجوم، قلقها من القصف."""
        c, x = t.clause, self._before(t)
        if c.passive or self._verb(t).r.lemma in self.cues.done_verb:
            return []
        if x is None or x in c.subject or t.chunk is None or not t.chunk.prep:
            return None
        w = self.words[x.head]
        worry = t.relation == "min" and any(f.type == "ACCUSE" for f in self.scene.single(w))
        return [] if w.r.of in self.cues.speech_act or worry else None

    def _accused(self, t: Trigger) -> list[Party] | None:
        """Who is accused of it: اتهمت كييف موسكو بقصف المبنى."""
        c, verb = t.clause, self._verb(t)
        if not verb.act_in(self.cues.accuse_verb) or t.chunk is None:
            return None
        if c.objects and c.objects[0].n < t.chunk.n:
            return self.parties(c.objects[0])
        told = Trigger("verb", verb.n, verb.n, verb.n + 1, c)
        return self.scene.around(told).parties("object") if verb.r.pron else None

    def _judged(self, t: Trigger) -> list[Party] | None:
        """Who is blamed, praised or punished for it: انتقدت بريطانيا كينيا لاعتقال معارضين."""
        return self._judged_for(t, t.relation) or None

    def _judged_for(self, t: Trigger, relation: str) -> list[Party]:
        """Whom the verb of the clause judges for what stands in a relation behind him."""
        c = t.clause
        if c.verb is None or t.chunk is None or relation not in _GROUNDS or not c.objects:
            return []
        x = c.objects[0]
        judging = any(
            f.type in _JUDGING and "object" in f.slots.recipient for f in self.scene.verb_frames(self._verb(t))
        )
        return [p for p in self.parties(x) if p.kind != "place"] if judging and x.n < t.chunk.n else []

    def _held_against(self, t: Trigger) -> list[Party] | None:
        """Against whom a deed is held: أخذت باريس على نيامي طرد السفير."""
        x = self._before(t) if t.relation == "object" else None
        if x is None or x.rel != "ala":
            return None
        frames = self.scene.verb_frames(self._verb(t))
        held = any(f.type == "ACCUSE" and f.slots.recipient == ["ala"] and "object" in f.words for f in frames)
        return self.parties(x) if held else None

    def _casualties(self, t: Trigger) -> list[Party] | None:
        """Nobody where the subject tells of its own dead or wounded: أعلن الجيش إصابة أربعة من جنوده بانفجار."""
        c, x = t.clause, self._before(t)
        if x is None or x not in c.objects or t.chunk is None or not t.chunk.prep:
            return None
        toll = any(f.toll for part in x.parts for f in self.scene.single(self.words[part.head]))
        mine = {side(p) for p in self.subject_of(c)} if toll else set()
        return [] if any(side(p) in mine for p in self.parties(x)) else None

    def _pushed(self, t: Trigger) -> list[Party] | None:
        """Who is driven to it, be it nobody told: دفعت بهم إلى قتله."""
        c, verb = t.clause, self._verb(t)
        if t.relation not in ("ila", "ala") or not verb.act_in(self.cues.push_verb) or t.chunk is None:
            return None
        before = t.chunk.n
        pushed = next((x for x in (*c.objects, *c.args.get("bi", ())) if x.n < before), None)
        if pushed is not None:
            return self.parties(pushed)
        return None if c.subject or verb.act_in(self.cues.aspect) else []

    def _spoken_of(self, t: Trigger) -> list[Party] | None:
        """Whoever words are said to about what he did, not who says them: هنأ كينيا بالانسحاب; but ردت بطرد السفير."""
        c = t.clause
        if t.relation not in _SPOKEN_OF or not self.scene.speaks_of(c) or t.chunk is None:
            return None
        if t.relation == "bi" and self._verb(t).act_in(self.cues.react_verb):
            return None
        accused = t.relation in ("bi", "ila", "ala") and bool(c.objects) and c.objects[0].n < t.chunk.n
        return self.parties(c.objects[0]) if accused else []

    def _met_by_police(self, t: Trigger) -> list[Party] | None:
        """Whom forces met at a protest, which is not theirs: اعتقلت الشرطة ناشطين في مظاهرة."""
        if not all(f.type == "PROTEST" for f in self.scene.frames_of(t)):
            return None
        if all(p.sector not in FIGHTERS or p.kind == "place" for p in self.subject_of(t.clause)):
            return None
        met = [x for x in t.clause.objects[:1] if x is not t.chunk]
        return [p for x in met for p in self.parties(x) if p.sector not in FIGHTERS]
