"""To whom an act of words is meant that names nobody."""

from typing import Final

from mahdar.analysis.chunks import Chunk
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import LOYAL, Party, government_of, place_of, side
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import IN_A_PLACE, SHARING, UNNAMED
from mahdar.coding.scene import Scene
from mahdar.coding.slots import JUDGING, Surroundings, Trigger
from mahdar.world.names import GROUND, TOWNS

# Acts without addressee that concern a party named in what they say, and those that concern the other side of the
# talks.
_ABOUT_PARTY: Final = frozenset(("AGREE", "REQUEST", "THREATEN"))
_TO_OTHER_SIDE: Final = frozenset(("AGREE", "ACCUSE"))
_OF_POWER: Final = frozenset(("COERCE", "SANCTION"))  # acts of those who rule where they are done
_PROMISED: Final = frozenset(("AGREE", "AID"))
_BLAMED: Final = ("tijah", "bi", "object", "min", "hawl", "ala", "li")  # relations of what is blamed
_AT_A_PLACE: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID"))  # what is hit, stopped or helped tells where
_IRREGULAR: Final = frozenset(("REB", "UAF", "PRM", "CRM", "CVL"))
_MEANS: Final = ("ria", "ala_yad", "min_qibal", "khilal")  # relations of what only helps or goes along
_NOBODYS: Final = TOWNS | {"bloc"}  # places and parts of the world that only tell where
_BESIDE: Final = ("bayna", "maa", "didda")  # relations of all parties that a phrase names side by side
_IN_REPLY: Final = "ردا"  # what prepositions of answering begin with
_LATELY: Final = 150  # how many code points back the other side of the talks must be named for a promise to be to it


class Addressees:
    """Finds the addressee that a speech act leaves unsaid."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.cues, self.resolver = scene.words, scene.chunks, scene.cues, scene.resolver
        self.parties, self.subject_of = scene.parties, scene.subject_of

    def addressed(self, t: Trigger, frame: Frame, around: Surroundings, actor: list[Party]) -> list[Party]:
        """Whom a speech act without addressee concerns: a party in what it says, else the other side of the talks."""
        if frame.type == "ACCUSE" and self.scene.of_situation(frame, around):
            return []
        mine = {p.code for p in actor}
        if frame.type == "ACCUSE" and (arousing := self._arousing(t)):
            return [p for p in arousing if p.code not in mine]
        if frame.type == "ASSAULT" and len({side(p) for p in actor}) > 1:
            return []  # يخوض الجيش والمتمردون حربا
        if frame.type == "MOBILIZE":
            return self._at_border(around, mine)
        if frame.type == "REQUEST" and t.kind != "noun" and self.scene.asks_others(around):
            return []
        if frame.type == "REQUEST" and t.kind == "verb" and (given := self._giver(t)):
            return [p for p in given if p.code not in mine]
        if t.kind == "noun" and t.chunk is not None and t.chunk.prep.startswith(_IN_REPLY):  # ردا على اتهامات X
            return [p for p in self.subject_of(_standing_in(t)) if p.code not in mine]
        if t.kind == "noun" and frame.type == "REQUEST" and self.complied_with(t):
            return [p for p in self.subject_of(_standing_in(t)) if p.code not in mine and p.kind != "place"]
        in_force = frame.type in IN_A_PLACE  # تفريق مسيرة ضد تركيا hits who marches
        for x in around.chunks("object") if t.kind != "noun" and not in_force else ():
            if x.n + 1 in self.scene.claimed:
                return [p for p in self.parties(self.chunks[x.n + 1]) if p.code not in mine]
        if t.kind != "noun" and self.words[t.word].act_in(self.cues.denial):
            return [p for p in self._denied_words_of(t) if p.code not in mine]
        if frame.type == "PROTEST":
            return self._outside(around) or self._shouted_at(t)
        if frame.type in SHARING and (answered := self.in_reply(t, actor)):
            return answered
        if t.kind == "participle" and frame.type in SHARING and (answered := self._answered(t, mine)):
            return answered
        if frame.type in _PROMISED and (host := self._spoken_from(t, mine)):
            return host
        if frame.type == "THREATEN":
            for inner in [*t.clause.children, *(y for z in t.clause.children for y in z.children)]:
                if "condition" in (inner.kind, inner.parent.kind if inner.parent is not None else ""):  # إذا ما
                    found = [
                        p
                        for p in self.subject_of(inner)
                        if p.code not in UNNAMED and p.key not in {a.key for a in actor}
                        if p.how != "implicit" or side(p) not in {side(a) for a in actor}  # إذا لم يكفوا
                    ]
                    if found:
                        return found
        if frame.general:
            return []
        if frame.type in _ABOUT_PARTY:
            apart = mine | UNNAMED | (self.scene.spared(around) if frame.type == "REQUEST" else frozenset())
            for rel in ("bi", "ila", "ala", "an", "tijah", "object", "fi"):
                for x in around.chunks(rel):
                    if self.scene.undergone(self.words[x.head]) and frame.type in JUDGING:
                        continue
                    if frame.type == "REQUEST" and around.befalling(x):
                        continue
                    wish = frame.type == "REQUEST" and self.words[x.head].r.form == "masdar"  # أمله في لقاء نظيره
                    if rel == "fi" and not (wish or (t.kind != "noun" and self.scene.thing(x))):
                        continue  # هدد في مجلس الأمن
                    end = self.scene.reach(x)
                    for y in self.chunks[x.n :]:
                        if y.start >= end:
                            break
                        if frame.type == "AGREE" and (y.rel == "bayna" or self.words[y.head].r.cls == "place"):
                            continue  # استعداده لتيسير الحوار بين البلدين، عقد القمة بمقر الجامعة
                        if (y.rel == "an" and self.scene.relieves(y)) or (y.rel == "ala" and self._lifted(x, y)):
                            continue  # رفع العقوبات عن دمشق is asked of others
                        if y.rel == "an" and self._freed(y):
                            continue  # and so is الإفراج عن البحارة
                        if y.rel == "li" and self.words[y.head].act_in(self.cues.debate_verb):
                            break  # اجتماع لبحث الهجمات التركية
                        if frame.type == "REQUEST" and y.rel == "didda":
                            continue  # تصعيد القتال ضد الجيش is asked of others
                        if y.rel in _MEANS or (y.rel == "fi" and self.scene.names_place(y, _NOBODYS)):
                            continue  # السلام في الشرق الأوسط; but وقف الحرب في السودان is asked of the Sudanese
                        found = [
                            p
                            for p in self.parties(y)
                            if y.kind == "np" and p.code not in apart and p.kind not in ("media", "place")
                            if frame.type != "AGREE" or p.how in ("name", "title")  # no استعداده للقاء الوفد
                        ]
                        if found:
                            return found if y.rel in _BESIDE else found[:1]
        if frame.type in _AT_A_PLACE and (place := self.where(t, around)) is not None:
            return [place]
        if frame.type == "ASSAULT" and (accuser := self._accuser(t, around, mine)):
            return accuser
        if frame.type in IN_A_PLACE and not self._at_sea(around):
            irregular = any(p.sector in _IRREGULAR and p.sector != "PRM" for p in actor)
            code = self.resolver.d.local or (self.resolver.d.home if irregular else "")
            if code and (code not in mine or irregular):
                w = self.words[t.word]
                return [Party(f"place:{code}", code, None, "place", code, w.token.start, w.token.start, "implicit")]
        if frame.type == "ACCUSE" and (rulers := self._where_ruled(around, mine)):
            return rulers
        judged = frame.type == "ACCUSE" and t.kind != "noun" and self.scene.told_act(t.clause)
        loyal = bool(actor) and all(p.sector in LOYAL for p in actor)  # they mean who rules at home
        if frame.type in _TO_OTHER_SIDE and not judged and not loyal:
            pair = self.resolver.d.pair
            if len(pair) == 2 and len(mine) == 1 and mine <= {p.code for p in pair}:
                here = self.words[t.first].token.start
                lately = {p.code for p in self.resolver.d.recent if here - _LATELY <= p.start < here}
                return [p for p in pair if p.code not in mine and (frame.type != "AGREE" or p.code in lately)]
        return []

    def _arousing(self, t: Trigger) -> list[Party]:
        """Who did what arouses anger: حشدت أنقرة قواتها، ما أثار غضب أثينا؛ أثارت تصريحات الوزير غضبها."""
        c = t.clause
        if c.verb is None or t.relation != "object" or not self.words[c.verb.start].act_in(self.cues.arouse_verb):
            return []
        x = c.antecedent if c.kind == "relative" else next(iter(c.subject), None)
        if c.kind == "relative" and (x is None or self.scene.sums_up(x)):
            home = c.parent if c.parent is None or c.parent.verb is not None else c.parent.previous
            return [p for p in self._doer(home) if p.kind != "place"] if home is not None else []
        return [p for p in self.parties(x) if p.code not in UNNAMED and p.kind != "place"] if x is not None else []

    def _doer(self, c: Clause) -> list[Party]:
        """Who does what a clause tells, where it has a name: حشدت أنقرة قواتها."""
        return [] if c.passive else [p for p in self.subject_of(c) if p.code not in UNNAMED]

    def _accuser(self, t: Trigger, around: Surroundings, mine: set[str | None]) -> list[Party]:
        """Whom an attack is on that somebody lays to another without telling: اتهمت باكستان الهند بشن هجمات."""
        verb = t.clause.verb
        if verb is None or t.kind != "noun" or not self.words[verb.start].act_in(self.cues.accuse_verb):
            return []
        if around.genitive is not None or any(around.chunks(rel) for rel in ("object", "ala", "didda", "fi", "li")):
            return []
        return [p for p in self.subject_of(t.clause) if p.sector in ("GOV", "MIL") and p.code not in mine | UNNAMED]

    def _spoken_from(self, t: Trigger, mine: set[str | None]) -> list[Party]:
        """In whose capital or on a visit to whom help or a promise is announced: أعلن من كييف تخصيص مساعدات."""
        verb = t.clause.verb
        if verb is None or not (
            self.words[verb.start].act_in(self.cues.report) or self.words[verb.start].act_in(self.cues.speech_act)
        ):
            return []
        for x in (*t.clause.args.get("min", ()), *t.clause.args.get("khilal", ())):
            visit = x.rel == "khilal" and self.words[x.head].r.lemma in self.cues.visit
            place = self.chunks[x.n + 1] if visit and x.n + 1 < len(self.chunks) else x
            if x.rel == "khilal" and not (visit and place.rel in ("ila", "li")):
                continue
            seat = self.words[place.head]
            for w in self.words[place.head : place.end]:
                e = w.entry
                city = e is not None and (e.kind in GROUND or (e.kind == "adjective" and seat.r.cls == "place"))
                if e is not None and city and e.code and e.code not in mine:
                    return [government_of(e.code, e.ar, w.token.start, w.token.end, "name")]
        return []

    def _at_border(self, around: Surroundings, mine: set[str | None]) -> list[Party]:
        """At whose border forces are massed: حشد قواته على الحدود الأوكرانية."""
        for x in (y for rel in ("ala", "fi", "bi", "ila") for y in around.chunks(rel)):
            w = self.words[x.head]
            if w.hit is None and w.r.lemma in self.cues.line and not w.r.pron:
                found = [p for p in self.parties(x) if p.code not in UNNAMED]
                if len(found) == 1 and found[0].code not in mine and found[0].sector == "GOV":
                    return found
        return []

    def _answered(self, t: Trigger, mine: set[str | None]) -> list[Party]:
        """Whom words answer that a participle puts: ردت على تصريحات ترامب، معتبرة أنها تدخل."""
        home = t.clause.parent
        if home is None or home.verb is None or not self.words[home.verb.start].act_in(self.cues.react_verb):
            return []
        found = [p for x in home.args.get("ala", ()) for p in self.parties(x)]
        return [p for p in found if p.code not in UNNAMED and p.code not in mine and p.kind != "place"]

    def in_reply(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """Whose words or deeds an act of words replies to: نددت بالتدخل ردا على تصريحات الوزير، في رد على القرار."""
        args = t.clause.args
        to = [x for x in args.get("sabab", ()) if x.prep.startswith(_IN_REPLY)]
        for x in args.get("fi", ()):
            w, behind = self.words[x.head], self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
            if w.hit is None and w.r.form == "masdar" and w.r.of in self.cues.react_verb:
                if behind is not None and behind.rel == "ala":
                    to.append(behind)
        told = [p for x in to if self.words[x.head].r.lemma not in self.cues.loss for p in self.parties(x)]
        mine = {(p.code, p.sector) for p in actor}
        told = [p for p in told if p.code not in UNNAMED and p.kind not in ("media", "place")]
        return [p for p in told if (p.code, p.sector) not in mine]

    def _at_sea(self, around: Surroundings) -> bool:
        """Whether something is done in waters, where it hits nobody's people: استهداف سفينة في خليج عدن."""
        places = [self.words[x.head].entry for rel in ("fi", "bi") for x in around.chunks(rel)]
        return any(e is not None and e.kind == "water" for e in places)

    def _giver(self, t: Trigger) -> list[Party]:
        """Who gives, or does not give, what a relative clause says was asked for: لم تقدم المعلومات التي طلبتها."""
        c = t.clause
        if c.kind != "relative" or c.antecedent is None or c.parent is None or c.parent.passive:
            return []
        if c.antecedent not in c.parent.objects:
            return []
        return [p for p in self.subject_of(c.parent) if p.code not in UNNAMED and p.kind != "place"]

    def _where_ruled(self, around: Surroundings, mine: set[str | None]) -> list[Party]:
        """Whom blame for an act of power concerns by the place that is told of it: ندد باعتقال صحفي في مالي."""
        for x in (y for rel in _BLAMED for y in around.chunks(rel)):
            if not any(f.type in _OF_POWER for f in self.scene.single(self.words[x.parts[0].head])):
                continue
            for y in self.chunks[x.n + 1 :]:
                e = self.words[y.head].entry
                if y.start >= self.scene.reach(x):
                    break
                if y.rel in ("fi", "dakhil") and e is not None and e.kind in GROUND and e.code and e.code not in mine:
                    return [
                        government_of(
                            e.code, e.ar, self.words[y.head].token.start, self.words[y.head].token.end, "name"
                        )
                    ]
        return []

    def _denied_words_of(self, t: Trigger) -> list[Party]:
        """Who told what is denied: نفت ما أعلنته أثينا، أنباء تداولتها وسائل إعلام تركية."""
        inner = next((y for y in t.clause.children if y.kind == "relative" and y.verb is not None), None)
        if inner is None or inner.verb is None or not self.words[inner.verb.start].r.pron:
            return []
        told = [p for p in self.subject_of(inner) if p.code not in UNNAMED]
        source = [p for x in inner.args.get("an", ()) for p in self.parties(x) if p.code not in UNNAMED]
        return (
            source
            if source and all(p.kind == "media" for p in told) and "نقل" in self.words[inner.verb.start].acts
            else told
        )

    def complied_with(self, t: Trigger) -> bool:
        """Whether the subject of the clause does as the request says: بناء على طلب كينيا، بطلب من روما."""
        assert t.chunk is not None
        around = self.words[max(t.chunk.start - 1, 0) : t.chunk.start + 1]  # بناء على may be read as one preposition
        if any(w.hit is None and w.r.lemma in self.cues.compliance for w in around):
            return True
        behind = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        told = t.chunk.rel == "bi" or (t.chunk.rel == "baad" and not self.words[t.word].r.definite)  # بعد طلب من مالي
        return told and t.word == t.chunk.head and behind is not None and behind.rel == "min"

    def _freed(self, y: Chunk) -> bool:
        """Whether a phrase with 'from' tells who is to be set free: الإفراج فورا عن المعتقلين."""
        before = self.chunks[max(0, y.n - 2) : y.n]
        return any(f.mode == "release" for x in before if x.parts for f in self.scene.single(self.words[x.head]))

    def _lifted(self, x: Chunk, y: Chunk) -> bool:
        """Whether a phrase with 'on' tells whom what is to be lifted lies on: رفع العقوبات المفروضة على دمشق."""
        return self.words[x.head].r.lemma in self.cues.relief and self.words[y.start - 1].r.form == "passive"

    def _outside(self, around: Surroundings) -> list[Party]:
        """Whose embassy a crowd stands at: تظاهروا قرب السفارة التركية."""
        near = (x for rel in ("fi", "laday") for x in around.chunks(rel))
        house = next((x for x in near if self.words[x.head].r.lemma in self.cues.embassy), None)
        return [p for p in self.parties(house) if p.code not in UNNAMED] if house is not None else []

    def _shouted_at(self, t: Trigger) -> list[Party]:
        """Whom a crowd is against by what it shouts: مرددين هتافات مناهضة لفرنسا."""
        for x, y in zip(self.chunks, self.chunks[1:], strict=False):
            last = self.words[x.end - 1]
            if x.end - 1 > t.first and last.hit is None and last.r.lemma in self.cues.hostile and y.rel in ("li", "bi"):
                return [p for p in self.parties(y) if p.code not in UNNAMED]
        return []

    def where(self, t: Trigger, around: Surroundings) -> Party | None:
        """The state of the place where what is hit or seized stands: a phrase right behind it (منشأة نفطية في جدة)."""
        things = [x for x in around.chunks("object") if self.scene.thing(x)][:1]
        n = things[0].n if things else t.chunk.n if t.chunk is not None and around.genitive is not None else -1
        if n < 0 or n + 1 >= len(self.chunks):
            return None
        x = self.chunks[n + 1]
        owned = any(p.code not in UNNAMED for p in self.parties(x)) if x.kind == "np" else False
        if x.rel == "li" and not owned and n + 2 < len(self.chunks):
            x = self.chunks[n + 2]  # مواقع لمهربين جنوب سوريا
        if x.kind != "np" or x.rel not in ("fi", "bi", "dakhil"):
            return None
        for w in self.words[x.head : x.end]:  # جنوب سوريا
            if w.entry is not None and w.entry.code and w.entry.kind in GROUND:
                return place_of(w.entry, w.token.start, w.token.end)
        return None


def _standing_in(t: Trigger) -> Clause:
    """The clause that the phrase of a noun stands in, not one about it: ردا على هجوم شنته طهران، بناء على طلب قدمته."""
    c = t.clause
    return c.parent if c.kind == "relative" and c.antecedent is t.chunk and c.parent is not None else c
