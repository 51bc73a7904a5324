"""To whom an act of words is meant that names nobody."""

from typing import Final

from mahdar.analysis.chunks import Chunk
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import LOYAL, Party, government_of, place_of, side
from mahdar.coding.act import Act, known
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
_WISHED: Final = ("REQUEST", "AGREE")  # what makes somebody act
_IN_REPLY: Final = "ردا"  # what prepositions of answering begin with
_LATELY: Final = 150  # how many code points back the other side of the talks must be named for a promise to be to it


class Addressees:
    """Finds the addressee that a speech act leaves unsaid."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.cues, self.resolver = scene.words, scene.chunks, scene.cues, scene.resolver
        self.parties, self.subject_of = scene.parties, scene.subject_of

    def addressed(self, a: Act) -> list[Party]:
        """Whom an act without recipient is meant for, by the first way that knows, even that it is nobody."""
        ways = (
            self._nobody,
            self._arousing,
            self._at_border,
            self._giver,
            self._replied_to,
            self._complying,
            self._claimed,
            self._denied_words_of,
            self._protested,
            self._answered,
            self._spoken_from,
            self._under_condition,
            self._nobody_in_particular,
            self._concerned,
            self._at_place,
            self._accuser,
            self._at_home,
            self._where_ruled,
            self._other_side,
        )
        return next((found for way in ways if (found := way(a)) is not None), [])

    def _nobody(self, a: Act) -> list[Party] | None:
        """Nobody, where a state of affairs is deplored, both sides fight, or one is asked what others shall do: يخوض
        الجيش والمتمردون حربا.
        """
        situation = a.type == "ACCUSE" and self.scene.of_situation(a.frame, a.around)
        fight = a.type == "ASSAULT" and len(a.sides) > 1
        others = a.type == "REQUEST" and not a.by_noun and self.scene.asks_others(a.around)
        return [] if situation or fight or others else None

    def _nobody_in_particular(self, a: Act) -> list[Party] | None:
        """Nobody, where a curfew or a state of emergency hits all."""
        return [] if a.frame.general else None

    def _arousing(self, a: Act) -> list[Party] | None:
        """Who did what arouses anger: حشدت أنقرة قواتها، ما أثار غضب أثينا؛ أثارت تصريحات الوزير غضبها."""
        c = a.t.clause
        if a.type != "ACCUSE" or c.verb is None or a.t.relation != "object":
            return None
        if not self.words[c.verb.start].act_in(self.cues.arouse_verb):
            return None
        x = c.antecedent if c.kind == "relative" else next(iter(c.subject), None)
        if c.kind == "relative" and (x is None or self.scene.sums_up(x)):
            home = c.parent if c.parent is None or c.parent.verb is not None else c.parent.previous
            found = self._doers(home) if home is not None else []
        else:
            found = [p for p in known(self.parties(x)) if p.kind != "place"] if x is not None else []
        return [p for p in found if p.code not in a.codes] if found else None

    def _doers(self, c: Clause) -> list[Party]:
        """Who does what a clause tells, where it has a name: حشدت أنقرة قواتها."""
        return [] if c.passive else [p for p in known(self.subject_of(c)) if p.kind != "place"]

    def _at_border(self, a: Act) -> list[Party] | None:
        """At whose border forces are massed: حشد قواته على الحدود الأوكرانية."""
        if a.type != "MOBILIZE":
            return None
        for x in (y for rel in ("ala", "fi", "bi", "ila") for y in a.around.chunks(rel)):
            w = self.words[x.head]
            if w.hit is None and w.r.lemma in self.cues.line and not w.r.pron:
                found = known(self.parties(x))
                if len(found) == 1 and found[0].code not in a.codes and found[0].sector == "GOV":
                    return found
        return []

    def _giver(self, a: Act) -> list[Party] | None:
        """Who gives, or does not give, what a relative clause says was asked for: لم تقدم المعلومات التي طلبتها."""
        c = a.t.clause
        if a.type != "REQUEST" or not a.by_verb:
            return None
        if c.kind != "relative" or c.antecedent is None or c.parent is None or c.antecedent not in c.parent.objects:
            return None
        found = self._doers(c.parent)
        return [p for p in found if p.code not in a.codes] if found else None

    def _replied_to(self, a: Act) -> list[Party] | None:
        """Who acts in reply to words: ردا على اتهامات كينيا، طردت أوغندا السفير."""
        if not a.by_noun or a.t.chunk is None or not a.t.chunk.prep.startswith(_IN_REPLY):
            return None
        return [p for p in self.subject_of(_standing_in(a.t)) if p.code not in a.codes]

    def _complying(self, a: Act) -> list[Party] | None:
        """Who acts at somebody's request or invitation: انسحبت أوغندا بناء على طلب كينيا، وصل بدعوة من نظيره."""
        if not a.by_noun or a.type not in _WISHED or not self.scene.complied_with(a.t):
            return None
        return [p for p in self.subject_of(_standing_in(a.t)) if p.code not in a.codes and p.kind != "place"]

    def _claimed(self, a: Act) -> list[Party] | None:
        """Whose the act is that is spoken of, told right behind it: انتقدت التصريحات الصادرة عن الوزير."""
        if a.by_noun or a.type in IN_A_PLACE:  # تفريق مسيرة ضد تركيا hits who marches
            return None
        x = next((x for x in a.around.chunks("object") if x.n + 1 in self.scene.claimed), None)
        return [p for p in self.parties(self.chunks[x.n + 1]) if p.code not in a.codes] if x is not None else None

    def _denied_words_of(self, a: Act) -> list[Party] | None:
        """Who told what is denied: نفت ما أعلنته أثينا، أنباء تداولتها وسائل إعلام تركية."""
        if a.by_noun or not self.words[a.t.word].act_in(self.cues.denial):
            return None
        inner = next((y for y in a.t.clause.children if y.kind == "relative" and y.verb is not None), None)
        if inner is None or inner.verb is None or not self.words[inner.verb.start].r.pron:
            return []
        told = known(self.subject_of(inner))
        source = known([p for x in inner.args.get("an", ()) for p in self.parties(x)])
        quoted = all(p.kind == "media" for p in told) and "نقل" in self.words[inner.verb.start].acts
        return [p for p in (source if source and quoted else told) if p.code not in a.codes]

    def _protested(self, a: Act) -> list[Party] | None:
        """Whom a crowd is against: at whose embassy it stands, or what it shouts."""
        return (self._outside(a.around) or self._shouted_at(a.t)) if a.type == "PROTEST" else None

    def _answered(self, a: Act) -> list[Party] | None:
        """Whose words or deeds a sharp word answers: see `in_reply`; ردت على تصريحات ترامب، معتبرة أنها تدخل."""
        if a.type not in SHARING:
            return None
        if found := self.in_reply(a):
            return found
        home = a.t.clause.parent if a.t.kind == "participle" else None
        if home is None or home.verb is None or not self.words[home.verb.start].act_in(self.cues.react_verb):
            return None
        told = known([p for x in home.args.get("ala", ()) for p in self.parties(x)])
        return [p for p in told if p.code not in a.codes and p.kind != "place"] or None

    def in_reply(self, a: Act) -> list[Party]:
        """Whose words or deeds an act of words replies to: نددت بالتدخل ردا على تصريحات الوزير، في رد على القرار."""
        args = a.t.clause.args
        to = [x for x in args.get("sabab", ()) if x.prep.startswith(_IN_REPLY)]
        for x in args.get("fi", ()):
            w = self.words[x.head]
            if w.hit is None and w.r.form == "masdar" and w.r.of in self.cues.react_verb:
                if (what := self.scene.behind(x, "ala")) is not None:
                    to.append(what)
        told = known([p for x in to if self.words[x.head].r.lemma not in self.cues.loss for p in self.parties(x)])
        mine = {(p.code, p.sector) for p in a.actor}
        return [p for p in told if p.kind not in ("media", "place") and (p.code, p.sector) not in mine]

    def _spoken_from(self, a: Act) -> list[Party] | None:
        """In whose capital or on a visit to whom help or a promise is announced: أعلن من كييف تخصيص مساعدات."""
        c = a.t.clause
        if a.type not in _PROMISED or c.verb is None:
            return None
        if not self.words[c.verb.start].act_in(self.cues.report | self.cues.speech_act):
            return None
        for x in (*c.args.get("min", ()), *c.args.get("khilal", ())):
            visit = x.rel == "khilal" and self.words[x.head].r.lemma in self.cues.visit
            place = self.chunks[x.n + 1] if visit and x.n + 1 < len(self.chunks) else x
            if x.rel == "khilal" and not (visit and place.rel in ("ila", "li")):
                continue
            seat = self.words[place.head]
            for w in self.words[place.head : place.end]:
                e = w.entry
                city = e is not None and (e.kind in GROUND or (e.kind == "adjective" and seat.r.cls == "place"))
                if e is not None and city and e.code and e.code not in a.codes:
                    return [government_of(e.code, e.ar, w.token.start, w.token.end, "name")]
        return None

    def _under_condition(self, a: Act) -> list[Party] | None:
        """Who must do or leave what a threat depends on: هدد برد قاس إذا هاجمت كينيا السفن؛ إذا لم يكفوا."""
        if a.type != "THREATEN":
            return None
        children = a.t.clause.children
        for c in [*children, *(y for z in children for y in z.children)]:
            if "condition" not in (c.kind, c.parent.kind if c.parent is not None else ""):  # إذا ما
                continue
            keys = {p.key for p in a.actor}
            found = [p for p in known(self.subject_of(c)) if p.key not in keys]
            if found := [p for p in found if p.how != "implicit" or side(p) not in a.sides]:
                return found
        return None

    def _concerned(self, a: Act) -> list[Party] | None:
        """The party named in what is promised, asked for or threatened: دعا إلى وقف الحرب في السودان."""
        if a.type not in _ABOUT_PARTY:
            return None
        apart = a.codes | UNNAMED | (self.scene.spared(a.around) if a.type == "REQUEST" else frozenset())
        ready = ("li",) if a.type == "AGREE" and not a.by_verb else ()  # مستعدة لاستضافة المفتشين
        for rel in ("bi", "ila", "ala", "an", "tijah", "object", "fi", *ready):
            for x in a.around.chunks(rel):
                if not self._of_content(a, rel, x):
                    continue
                end = self.scene.reach(x)
                for y in self.chunks[x.n :]:
                    if y.start >= end or (y.rel == "li" and self.words[y.head].act_in(self.cues.debate_verb)):
                        break  # اجتماع لبحث الهجمات التركية
                    if y.kind != "np" or self._only_concerned(a, x, y):
                        continue
                    found = [p for p in self.parties(y) if p.code not in apart and p.kind not in ("media", "place")]
                    if a.type == "AGREE" and y.rel != "bayna":
                        found = [p for p in found if p.how in ("name", "title")]  # no استعداده للقاء الوفد
                    if found:
                        return found if y.rel in _BESIDE else found[:1]
        return None

    def _of_content(self, a: Act, rel: str, x: Chunk) -> bool:
        """Whether a phrase is what words are about, not where they are said or whom harm befalls: هدد في مجلس الأمن."""
        w = self.words[x.head]
        if a.type in JUDGING and self.scene.undergone(w):
            return False
        if a.type == "REQUEST" and a.around.befalling(x):
            return False
        wish = a.type == "REQUEST" and w.r.form == "masdar"  # أمله في لقاء نظيره
        return rel != "fi" or wish or (not a.by_noun and self.scene.thing(x))

    def _only_concerned(self, a: Act, x: Chunk, y: Chunk) -> bool:
        """Whether a phrase `y` in what words are about, that begins with `x`, names those who need not do it."""
        place = self.words[y.head].r.cls == "place"
        if a.type == "AGREE" and (place or (y.rel == "bayna" and not self._mediated(x, y))):
            return True  # استعداده لاستضافة لقاء بين الوزيرين، عقد القمة بمقر الجامعة
        if (y.rel == "an" and (self.scene.relieves(y) or self._freed(y))) or (y.rel == "ala" and self._lifted(x, y)):
            return True  # رفع العقوبات عن دمشق، الإفراج عن البحارة are asked of others
        if a.type == "REQUEST" and y.rel == "didda":
            return True  # and so is تصعيد القتال ضد الجيش
        # السلام في الشرق الأوسط; but وقف الحرب في السودان is asked of the Sudanese
        return y.rel in _MEANS or (y.rel == "fi" and self.scene.names_place(y, _NOBODYS))

    def _mediated(self, x: Chunk, y: Chunk) -> bool:
        """Whether phrases up to `y` tell of going between those it names, who are offered that: للتوسط بينهما."""
        going_between = self.cues.mediation | self.cues.mediator
        return any(w.hit is None and w.r.lemma in going_between for w in self.words[x.start : y.start])

    def _freed(self, y: Chunk) -> bool:
        """Whether a phrase with 'from' tells who is to be set free: الإفراج فورا عن المعتقلين."""
        before = self.chunks[max(0, y.n - 2) : y.n]
        return any(f.mode == "release" for x in before if x.parts for f in self.scene.single(self.words[x.head]))

    def _lifted(self, x: Chunk, y: Chunk) -> bool:
        """Whether a phrase with 'on' tells whom what is to be lifted lies on: رفع العقوبات المفروضة على دمشق."""
        return self.words[x.head].r.lemma in self.cues.relief and self.words[y.start - 1].r.form == "passive"

    def _at_place(self, a: Act) -> list[Party] | None:
        """The state of the place where what is hit, stopped or helped stands: see `where`."""
        place = self.where(a) if a.type in _AT_A_PLACE else None
        return [place] if place is not None else None

    def where(self, a: Act) -> Party | None:
        """The state of the place where what is hit or seized stands: a phrase right behind it (منشأة نفطية في جدة)."""
        t, around = a.t, a.around
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

    def _accuser(self, a: Act) -> list[Party] | None:
        """Whom an attack is on that somebody lays to another without telling: اتهمت باكستان الهند بشن هجمات."""
        verb = a.t.clause.verb
        if a.type != "ASSAULT" or not a.by_noun or verb is None:
            return None
        if not self.words[verb.start].act_in(self.cues.accuse_verb) or a.around.genitive is not None:
            return None
        if any(a.around.chunks(rel) for rel in ("object", "ala", "didda", "fi", "li")):
            return None
        told = known(self.subject_of(a.t.clause))
        return [p for p in told if p.sector in ("GOV", "MIL") and p.code not in a.codes] or None

    def _at_home(self, a: Act) -> list[Party] | None:
        """The country that an article is about, where force is used that is not told where: نفذ المسلحون هجوما."""
        if a.type not in IN_A_PLACE or self._at_sea(a.around):
            return None
        irregular = any(p.sector in _IRREGULAR and p.sector != "PRM" for p in a.actor)
        code = self.resolver.d.local or (self.resolver.d.home if irregular else "")
        if not code or (code in a.codes and not irregular):
            return None
        at = self.words[a.t.word].token.start
        return [Party(f"place:{code}", code, None, "place", code, at, at, "implicit")]

    def _at_sea(self, around: Surroundings) -> bool:
        """Whether something is done in waters, where it hits nobody's people: استهداف سفينة في خليج عدن."""
        places = [self.words[x.head].entry for rel in ("fi", "bi") for x in around.chunks(rel)]
        return any(e is not None and e.form == "water" for e in places)

    def _where_ruled(self, a: Act) -> list[Party] | None:
        """Whom blame for an act of power concerns by the place that is told of it: ندد باعتقال صحفي في مالي."""
        if a.type != "ACCUSE":
            return None
        for x in (y for rel in _BLAMED for y in a.around.chunks(rel)):
            if not any(f.type in _OF_POWER for f in self.scene.single(self.words[x.parts[0].head])):
                continue
            for y in self.chunks[x.n + 1 :]:
                e = self.words[y.head].entry
                if y.start >= self.scene.reach(x):
                    break
                if (
                    y.rel in ("fi", "dakhil")
                    and e is not None
                    and e.kind in GROUND
                    and e.code
                    and e.code not in a.codes
                ):
                    at = self.words[y.head].token
                    return [government_of(e.code, e.ar, at.start, at.end, "name")]
        return None

    def _other_side(self, a: Act) -> list[Party] | None:
        """The other side of the talks that an article is about: تعهدت كينيا بسحب قواتها."""
        judged = a.type == "ACCUSE" and not a.by_noun and self.scene.told_act(a.t.clause)
        loyal = bool(a.actor) and all(p.sector in LOYAL for p in a.actor)  # they mean who rules at home
        pair = self.resolver.d.pair
        if a.type not in _TO_OTHER_SIDE or judged or loyal or len(pair) != 2:
            return None
        if len(a.codes) != 1 or not a.codes <= {p.code for p in pair}:
            return None
        here = self.words[a.t.first].token.start
        lately = {p.code for p in self.resolver.d.recent if here - _LATELY <= p.start < here}
        return [p for p in pair if p.code not in a.codes and (a.type != "AGREE" or p.code in lately)]

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


def _standing_in(t: Trigger) -> Clause:
    """The clause that the phrase of a noun stands in, not one about it: ردا على هجوم شنته طهران، بناء على طلب قدمته."""
    c = t.clause
    return c.parent if c.kind == "relative" and c.antecedent is t.chunk and c.parent is not None else c
