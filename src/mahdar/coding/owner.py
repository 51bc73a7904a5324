"""Whose a thing is that acts or is acted upon, and of what place unnamed people are."""

from typing import Final

from mahdar.analysis.chunks import Chunk
from mahdar.analysis.party import Party, side
from mahdar.coding.kinds import OF_THE_PLACE, PLACES, UNNAMED
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger
from mahdar.world.names import GROUND, Entry

_NEAR: Final = 5  # how many words behind a thing what tells whose it is may begin
_ORIGIN: Final = frozenset(("fi", "min", "bi", "dakhil"))


class Owners:
    """Finds owners and places of origin."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.cues, self.parties = scene.words, scene.chunks, scene.cues, scene.parties
        self.subject_of = scene.subject_of

    def of_place(
        self, parties: list[Party], around: Surroundings, sectors: frozenset[str] = OF_THE_PLACE
    ) -> list[Party]:
        """Unnamed people, or those of certain sectors, are those of the place that the clause tells: تظاهر المئات في
        دمشق، اقتحموا البرلمان في العاصمة البرازيلية.
        """
        home = around.c.previous if around.t.kind == "verb" and not around.c.subject else None  # وأحرقوا أعلاما
        told = [x for rel in ("fi", "dakhil") for x in home.args.get(rel, [])] if home is not None else []
        about = [c for c in around.c.children if c.kind == "relative" and c.opener < 0]  # تفجير استهدف حافلة في كراتشي
        told = told or [x for c in about for rel in ("fi", "dakhil") for x in c.args.get(rel, [])]
        places = [x for rel in ("fi", "dakhil", "bi") for x in around.chunks(rel)]
        places = [*sorted(places, key=lambda x: abs(x.start - around.t.first)), *told]
        entries = [w.entry for x in places for w in self.words[x.head : x.end]]  # في شوارع دمشق
        codes = [e.code for e in entries if e is not None and e.code and e.kind in GROUND]
        if not codes:
            capital = [self.words[x.head + 1].entry for x in places if self._capital(x)]
            codes = [e.code for e in capital if e is not None and e.kind == "adjective" and e.code]
        if not codes:
            return list(parties)
        return [p._replace(code=codes[0]) if p.code == "UNK" and p.sector in sectors else p for p in parties]

    def _capital(self, x: Chunk) -> bool:
        """Whether a phrase names a place by what it is and whose: العاصمة البرازيلية."""
        w = self.words[x.head]
        return w.hit is None and x.end > x.head + 1 and w.r.lemma in self.cues.common_noun_of_place

    def of_owner(self, t: Trigger) -> list[Party]:
        """Whose the craft is that attacks, or the body that acts: أغارت مقاتلتان للجيش، أقر المجلس التنفيذي للصندوق."""
        c = t.clause
        if c.passive or not c.subject or c.subject[0].n + 1 >= len(self.chunks):
            return []
        x, behind = c.subject[0], self.chunks[c.subject[0].n + 1]
        own = behind.kind == "np" and behind.rel in ("li", "of") and behind.start == x.end
        return [p for p in self.parties(behind) if p.kind != "media"] if own else []

    def owner(self, t: Trigger, around: Surroundings, actor: list[Party]) -> list[Party]:
        """Whose the thing is that is hit or seized: مواقع لقوات الدعم السريع، محطة تديرها الجماعة."""
        mine = {side(p) for p in actor}
        if t.light is not None and t.light.subject == "recipient":
            thing = next(iter(t.clause.subject), None)  # تعرضت سفينة ترفع علم بنما لهجوم
        elif t.kind == "noun":
            thing = next((x for rel in ("ala", "li", "object") for x in around.chunks(rel)), None)
        else:
            thing = next((x for rel in ("object", "ala") for x in around.chunks(rel)), None)
        thing = thing or next(iter(around.chunks("amam")), None) or t.chunk
        if thing is None or thing.n + 1 >= len(self.chunks):
            return []
        if told := [p for p in self._tied(thing) if p.code not in UNNAMED and side(p) not in mine]:
            return told
        behind = self.chunks[thing.n + 1]
        goods = (
            t.kind != "noun" and behind in t.clause.objects and behind.end > behind.head + 1
        )  # شحنة إلكترونيات صينية
        hostile = self.words[thing.end - 1].r.lemma in self.cues.hostile  # مسيرة مناهضة لتركيا
        own = behind.kind == "np" and (behind.rel in ("li", "of") or goods) and not hostile
        found = list(self.parties(behind)) if own else []
        for c in t.clause.children:
            if c.kind == "relative" and c.antecedent is thing and c.verb is not None:
                if self.words[c.verb.start].act_in(self.cues.belong_verb):
                    owners = [*c.args.get("ila", []), *c.args.get("li", []), *(x for x in c.objects if x is not thing)]
                    found += [p for x in owners for p in self.parties(x)]
                elif self.words[c.verb.start].r.pron or any(self._takes_up(x) for x in c.after[:1]):
                    found += self.subject_of(c)  # بلدات تسيطر عليها الحركة
                found += [p for x in c.args.get("ala_yad", ()) for p in self.parties(x)]  # كانت بيد الحركة
        return [p for p in found if p.code not in UNNAMED and side(p) not in mine and p.kind != "media"][:1]

    def _takes_up(self, x: Chunk) -> bool:
        """Whether a phrase is a preposition with a pronoun."""
        w = self.words[x.head]
        return w.hit is None and w.r.pos == "prep" and bool(w.r.pron)

    def native(self, unnamed: list[Party]) -> list[Party]:
        """Unnamed people and firms are of the places told right behind them: شركات في ماليزيا، مسلحين في غارة على
        قرية أفغانية.
        """
        x = next(
            (
                y
                for y in self.chunks
                if y.kind == "np"
                and any(
                    p.end <= self.words[y.end - 1].token.end and self.words[y.start].token.start <= p.start
                    for p in unnamed[:1]
                )
            ),
            None,
        )
        behind = self.chunks[x.n + 1] if x is not None and x.n + 1 < len(self.chunks) else None
        last = self.words[x.end - 1].r if x is not None else None
        seat = last is not None and bool(last.pron) and last.lemma in self.cues.seat_of  # شركات مقرها الإمارات
        if behind is None or behind.kind != "np" or unnamed[0].sector == "MIL":
            return unnamed  # القوات الأجنبية في قندهار
        if last is not None and (last.form == "passive" or last.lemma in self.cues.close_to):
            return unnamed  # ميليشيات مدعومة من رواندا، قريبة من رواندا، عمال محتجزين في ليبيا
        raided = self._raided(behind)
        if not raided and behind.rel not in _ORIGIN and not (seat and not behind.prep):
            return unnamed
        entries: list[Entry | None] = raided or [self.words[part.head].entry for part in behind.parts]
        codes = dict.fromkeys(e.code for e in entries if e is not None and e.code and (raided or e.kind in GROUND))
        return [p._replace(code=c, key=f"{p.key}:{c}") for c in codes for p in unnamed[:1]] or unnamed

    def _raided(self, x: Chunk) -> list[Entry | None]:
        """What tells where the place lies that a raid is on, in which people are hit: في غارة على قرية أفغانية."""
        y = self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
        raid = x.rel in PLACES and any(f.type == "ASSAULT" for f in self.scene.single(self.words[x.head]))
        if not raid or y is None or y.kind != "np" or y.rel != "ala":
            return []
        head = self.words[y.head]
        told = [w.entry for w in self.words[y.head : y.end] if w.entry is not None]
        place = head.hit is None and head.r.cls == "place"
        return [e for e in told if e.kind in GROUND or (place and e.kind == "adjective" and len(e.code) == 3)]

    def _tied(self, thing: Chunk) -> list[Party]:
        """Whom words right behind a thing give it to: مخازن عائدة إلى الفصائل، السفينة التي ترفع علم بنما."""
        for k in range(thing.head + 1, min(thing.end + _NEAR, len(self.words) - 1)):
            form = self.words[k].token.folded.removeprefix("ال")
            x = next((y for y in self.chunks if y.kind == "np" and y.start <= k + 1 < y.end), None)
            if x is None:
                continue
            flag = self.words[k + 1].token.folded.removeprefix("ال")
            if form in self.cues.flying_form and flag in self.cues.flag:
                return self.parties(x)
            if form in self.cues.belonging_form and x.rel in ("ila", "li", "of"):
                return self.parties(x)
            if form in self.cues.origin_form and x.rel in ("min", "bi"):
                return self.parties(x)
        return []
