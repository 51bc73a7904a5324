"""Offices and titles, and in whose name somebody holds one: the minister, a spokesman, sources, soldiers."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.bodies import Bodies
from mahdar.analysis.chunks import Part, Word, nominal_entry
from mahdar.analysis.naming import BLOC_OF, Phrase
from mahdar.analysis.party import ARMED, FORCES, GOVERNMENT, GUNMEN, OF_HOME, PRIVATE, SINGLE_OFFICES, SPEAKING, Party
from mahdar.analysis.whose import Whose
from mahdar.text.fold import plain
from mahdar.world.names import Entry

_SOLDIER: Final = "soldier"
_STYLED: Final = ("head-of-state", "head-of-government", "minister", "deputy", "envoy")  # who is called فخامته، معاليه
_BODIES: Final = ("organization", "armed-group", "government")  # who may have a spokesman
_OF_A_BODY: Final = (*SPEAKING, "envoy", "officer", "person")  # who is of the sector of the body that he is of
_ANYBODY: Final = ("official", "source")  # of these, what any of them may be called
_HELD: Final = ("minister", "head-of-state", "envoy", "head-of-government", "spokesman")  # who is told again by a title


class Offices(Bodies):
    """Reads titles."""

    def _office(self, x: Phrase, office: Entry, subject: Sequence[Party]) -> list[Party]:
        """Who holds an office: الوزير، مصدر في الخارجية، متحدث باسم الحركة، الجنود."""
        if each := self._each_official(x, office):
            return each
        e = x.codes[0][1] if x.codes else None
        head = self.words[x.part.head]
        w = Whose(x.state_of(e) if e else office.code or self._sender(x), None)
        if w.open:
            self._serves(w, x, office, subject)
        again = w.open and x.definite and not x.unknown and head.r.number in ("s", "")
        if again and office.level in _ANYBODY and (speaker := self._speaker_again(office.level, x.a)) is not None:
            return [speaker.at(x.a, x.b, "title")]  # وأضاف المصدر
        if w.meant is not None:
            return w.meant
        if w.code is None and office.level == "source":
            w.code = self._state_of_source(x, office)
        if head.r.lemma in self.cues.observer and not x.codes:
            w.code = "UNK"
        if x.unknown and head.r.number in ("s", ""):
            sector = self._sector_served(x, office, self._office_sector(office, e))
            sector = w.band.sector if w.band is not None else sector
            home = self._home(office) or (None if e is not None else self.d.local or self.d.home or None)
            return [self._unknown_person(x, w.code or home, office, sector)]  # رئيس المكتب السياسي للحركة فلان
        if w.code is None:
            if again_ := self._official_again(x, office, subject):
                return again_
            w.code = self._official_at_home(x, office)
        if w.code is not None and head.r.number in ("s", ""):
            holder = self._title_holder(w.code, office.office) if not x.former else None
            if holder is not None and (holder.gender == x.gender or not (holder.gender and x.gender)):
                self.d.titles.setdefault(f"{w.code}:{office.office}", holder)  # وزير الخارجية التركي ... الوزير
                return [holder.at(x.a, x.b, "title")]
        return [self._in_office(x, office, w)]

    def _each_official(self, x: Phrase, office: Entry) -> list[Party]:
        """Officials of each state named (خبراء من مصر والسودان), of none, of a part of the world (المسؤول الأوروبي)."""
        head = self.words[x.part.head]
        several = len(x.codes) >= 2 and head.r.number in ("d", "p")
        if several and (all(e.kind in ("adjective", "state") for _, e in x.codes) or self._listed(x)):
            each = [self._titled(x, office, e, e.code) for _, e in x.codes]
            if head.r.lemma in self.cues.delegate:
                return [p._replace(sector="GOV") if p.sector else p for p in each]
            return each
        if office.code == "UNK":
            return [self._titled(x, office, None, None)]  # مجهولون في نيروبي
        e = x.codes[0][1] if x.codes else None
        if e is not None and e.code in BLOC_OF and head.r.definite and head.r.number == "s" and not x.unknown:
            people = (p for p in reversed(self.d.recent) if p.kind == "person" and p.code == BLOC_OF[e.code])
            last = next(people, None)
            if last is not None and office.level in _ANYBODY:
                return [last.at(x.a, x.b, "title")]
        if e is not None and e.kind in ("capital", "city") and office.level == "source":
            if any(self.words[k].r.lemma in self.cues.foreign_source for k in range(x.part.start, x.part.end)):
                return [self._titled(x, office, None, None)]  # مصدر دبلوماسي في باماكو
        return []

    def _sender(self, x: Phrase) -> str | None:
        """Whose envoy somebody is of whom only the host is told: of the other states that the article names, the most
        named one: القنصل العام في جدة.
        """
        if not x.host or not (x.definite or x.unknown):
            return "UNK" if x.host else None
        return next((code for code in self.d.states if code != x.host), None)

    def _serves(self, w: Whose, x: Phrase, office: Entry, subject: Sequence[Party]) -> None:
        """In whose name somebody speaks or acts: by a pronoun (وزير خارجيتها), the forces just named, the phrase behind
        (الأمين العام للحزب), the genitive, the outlet (مراسل الجزيرة), who sent the mission.
        """
        plural = self.words[x.part.head].r.number == "p"
        if x.owner is not None:
            owner = self.owner(x.owner, subject, at=x.a)
            if len(owner) > 1:  # وزراء خارجيتهم
                w.meant = self._titled_each(x, office, owner)
                return
            w.party = owner[0] if owner else None
            w.code = w.party.code if w.party is not None else None
        elif x.part.of is None and not self._bare_spokesman(x, office) and office.sector in GOVERNMENT - FORCES:
            force = self._force_before()
            w.code = force.code if force is not None else None
        if w.open and x.part.of is not None and not x.hosted:
            owner = self.part(Part(x.part.of[0], x.part.of[1], x.part.of[0]), subject)
            if len(owner) > 1 and plural and x.body is None:  # مسؤولون من البلدين
                w.meant = self._titled_each(x, office, owner)
                return
            w.of(owner)
            w.band = self._band_of(owner)
        elif w.open and not x.harms:
            self._serves_inner(w, x, subject)
        if w.open and x.outlet is not None:
            w.code = x.outlet.code or None
        if w.open and (sent := self._sent(x)):
            if x.unknown:
                w.code = sent[0].code
            else:
                w.meant = [p.at(x.a, x.b, "title") for p in sent[:1]]

    def _bare_spokesman(self, x: Phrase, office: Entry) -> bool:
        """Whether a spokesman is told without anything that tells whose: المتحدث."""
        return office.level == "spokesman" and x.part.end == x.part.start + 1

    def _titled_each(self, x: Phrase, office: Entry, owners: Sequence[Party]) -> list[Party]:
        """An official of each of several."""
        return [self._titled(x, office, None, p.code) for p in owners]

    def _serves_inner(self, w: Whose, x: Phrase, subject: Sequence[Party]) -> None:
        """Whom somebody serves by the genitive in his title: مبعوث الأمين العام، رئيس المجلس."""
        head, inner = self.words[x.part.head], self._inner(x.part)
        if inner is None:
            return
        back = self._back_to_body(inner.head, inner.end)
        if back and (same := self._headed(head, inner)) is not None:
            w.meant = [same.at(x.a, x.b, "title")]
            return
        named = nominal_entry(self.words, inner.head, self.world) is not None
        named = named or self.words[inner.head].bare in self.cues.country_noun  # سفير المملكة
        if back or (named and head.r.number in ("s", "")):
            w.of(self.part(inner, subject))

    def _state_of_source(self, x: Phrase, office: Entry) -> str | None:
        """The state of a source without one: only people of the place, and local sources, are of the country."""
        phrase = self.words[x.part.start : x.part.end]
        if office.sector == "CVL" or any(w.r.lemma in self.cues.local_source for w in phrase):
            return self._home(office) or self.d.local or self.d.home or None
        return self.d.fronted or "UNK"

    def _official_again(self, x: Phrase, office: Entry, subject: Sequence[Party]) -> list[Party]:
        """The official told before whom a title without a state stands for."""
        head = self.words[x.part.head]
        if x.definite and not x.unknown:
            if head.r.number in ("s", "") and office.level in SPEAKING:
                back = [p for p in reversed(self.d.recent) if p.kind == "person" and p.level == office.level]
                if back:  # وأضاف المسؤول
                    return [back[0].at(x.a, x.b, "title")]
            if head.r.number in ("s", "") and self._bare_spokesman(x, office):
                speaks = [*subject, *([self.d.speaker] if self.d.speaker is not None else [])]
                spoke = next((p for p in speaks if p.kind in _BODIES and p.code not in (None, "UNK")), None)
                if spoke is not None:  # أضاف الحزب أن ...، ونفى المتحدث
                    return [self._titled(x, office, None, spoke.code)._replace(sector=spoke.sector)]
            if head.r.number in ("d", "p"):
                back = [p for p in reversed(self.d.recent) if p.office == office.office and p.code != "UNK"]
                if back and (back[0].number != "s" or office.sector != "MIL"):  # الجنود: those that were told of
                    return [back[0].at(x.a, x.b, "title")]
        if not head.r.definite and (x.part.end == x.part.start + 1 or self._served(x) is not None):
            return []  # ممثلون عن الأحزاب
        same = [p for key, p in reversed(self.d.titles.items()) if key.endswith(":" + office.office)]
        if not same and head.r.definite and office.level in _HELD:
            same = [p for p in reversed(list(self.d.titles.values())) if p.level == office.level]
        return [p.at(x.a, x.b, "title") for p in same[:1]]

    def _official_at_home(self, x: Phrase, office: Entry) -> str | None:
        """The state that an official of none is taken to be of: his troops', the article's."""
        head = self.words[x.part.head]
        several = x.definite and head.r.number in ("d", "p") and not x.unknown
        code = self._troops(x.a) if several and office.sector == "MIL" else None
        at_home = (
            x.definite or office.level in SINGLE_OFFICES or self._sector_served(x, office, office.sector) in OF_HOME
        )
        local = any(self.words[k].r.lemma in self.cues.local_source for k in range(x.part.start + 1, x.part.end))
        if (at_home and code is None) or local:
            code = self._home(office)
        if code is None and x.definite and not office.sector and x.part.end > x.part.start + 1:
            served = self._served(x) if head.r.number != "s" else None
            if head.r.number == "s" or (served is not None and served.sector in PRIVATE):
                code = self.d.home or None  # رئيس اتحاد الغرف التجارية، مديرو المصارف
        return code

    def _in_office(self, x: Phrase, office: Entry, w: Whose) -> Party:
        """An official of a state or body, with the sector that his phrase tells."""
        p = self._titled(x, office, x.codes[0][1] if x.codes else None, w.code)
        whose = w.party
        if whose is not None and whose.code == w.code and not whose.sector and whose.kind != "place":
            if p.sector == "GOV":
                p = p._replace(sector=None)  # مسؤول في البنك الدولي
        elif p.sector is None and (served := self._served(x)) is not None and served.sector in PRIVATE:
            p = p._replace(sector=served.sector)  # مدير شركة
        if office.level == "source" and p.sector == "GOV" and self._unofficial(x):
            p = p._replace(sector=None)  # مصادر غير رسمية
        p = p._replace(sector=self._sector_served(x, office, p.sector))
        if x.former and p.sector in GOVERNMENT:
            return p._replace(key=f"{p.key}:former", sector="ELI")
        return p._replace(sector=w.band.sector) if w.band is not None else p

    def _sector_served(self, x: Phrase, office: Entry, sector: str | None) -> str | None:
        """The sector of an official, which is that of the body that he speaks for or is of: ضابط من الشرطة، رئيس وفد
        المتمردين، عضو في نقابة المعلمين، قناصة الشرطة.
        """
        served = self._served(x)
        if served is None or not served.sector:
            return sector
        if sector == "GOV" and (office.level in _OF_A_BODY or not office.sector):
            return served.sector
        if sector == "PTY" and served.sector == "OPP":
            return served.sector  # مرشح المعارضة
        armed = served.kind == "body" and served.sector in FORCES
        if armed and ((sector in FORCES and office.office != _SOLDIER) or sector == GUNMEN):
            return served.sector
        return sector

    def _served(self, x: Phrase) -> Entry | None:
        """The body or people, by a common noun, that the phrase behind a title or the genitive in it tells."""
        within = list(range(max(x.nominal_end, x.part.head + 1), x.part.end))
        if x.part.of is not None and not x.hosted:
            within += range(*x.part.of)
        for k in within:
            w = self.words[k]
            if w.hit is not None or w.r.lemma in self.cues.field_of_work:
                return None
            found = nominal_entry(self.words, k, self.world)
            if found is not None and (found[0].kind != "office" or found[0].sector in ARMED):
                return found[0]
        return None

    def _unofficial(self, x: Phrase) -> bool:
        """Whether an attribute tells that somebody is of no government: مصادر غير حكومية."""
        return any(self.words[k].r.pos == "neg" for k in range(x.part.head + 1, x.part.end))

    def _band_of(self, owner: Sequence[Party]) -> Party | None:
        """The movement of a known country whose official somebody is."""
        p = owner[0] if owner else None
        if p is None or p.code == "UNK" or p.kind != "armed-group":
            return None
        return p

    def _headed(self, head: Word, body: Part) -> Party | None:
        """Who was told last to hold an office in a body of that name: رئيس مجلس النواب ... رئيس المجلس."""
        start = f"{head.bare} {self.words[body.head].bare} "
        people = (p for p in reversed(self.d.recent) if p.kind == "person" and p.how == "title")
        return next((p for p in people if plain(self.text[p.start : p.end]).startswith(start)), None)

    def _speaker_again(self, level: str, at: int) -> Party | None:
        """The speaker without a name told last, rather one that is called alike: المصدر، المسؤول."""
        told = [p for p in reversed(self.d.unnamed) if p.start < at and (level == "source" or p.code != "UNK")]
        return next((p for p in told if p.level == level), None) or next(iter(told), None)

    def _office_sector(self, office: Entry, e: Entry | None) -> str | None:
        if e is not None and (e.kind in ("organization", "bloc") or (e.kind == "adjective" and not e.sector)):
            return e.sector or ("MIL" if office.sector == "MIL" else None)  # جنديان من قوات الأمم المتحدة
        if e is not None and e.kind == "group":
            return e.sector or office.sector or None
        return office.sector or ("GOV" if e is not None else None)

    def _titled(self, x: Phrase, office: Entry, e: Entry | None, code: str | None) -> Party:
        head = self.words[x.part.head]
        code = code or "UNK"
        if "+" in code and head.r.number == "s":
            code = "INT"  # دبلوماسي من الدول الست
        p = x.make(
            f"person:{code}:{office.office}:{head.r.number}",
            code,
            self._office_sector(office, e),
            "person",
            x.text,
            "title",
            office=office.office,
            level=office.level,
            weak=code == "UNK",
        )
        if code != "UNK" and head.r.number == "s" and office.level not in ("official", "person", "source", "member"):
            self.d.titles.setdefault(f"{code}:{office.office}", p)
        return p

    def _styled(self, x: Phrase, head: Word, subject: Sequence[Party]) -> list[Party] | None:
        """Whom a style with a pronoun stands for: فخامته، معاليه."""
        r, styles = head.r, self.cues.style_of
        if head.hit is not None or not r.pron or r.number != "s" or r.lemma not in styles or x.codes:
            return None
        back = [p for p in (*subject, *reversed(self.d.recent)) if p.kind == "person" and p.level in _STYLED]
        back = [p for p in back if p.office in styles[r.lemma]] or back
        back = [p for p in (self.d.styled.get(r.lemma),) if p is not None] or back
        return [p.at(x.a, x.b, "nominal") for p in back[:1]]
