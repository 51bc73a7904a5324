"""Persons by name, counterparts and rivals, nationals, people of no name."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.chunks import Part, Word, nominal_entry
from mahdar.analysis.naming import Phrase
from mahdar.analysis.party import FORCES, GOVERNMENT, OFFICED, SINGLE_OFFICES, Party, identity
from mahdar.analysis.sides import Sides
from mahdar.text.fold import plain
from mahdar.world.names import FAMILY_FIRST, Entry, surname

_UNSURE: Final = ("official", "person", "source", "member")  # titles that do not tell of what body somebody is


class People(Sides):
    """Reads who a person is, known or not."""

    def _persons(self, x: Phrase) -> list[Party]:
        """The known persons of a phrase."""
        head = self.words[x.part.head]
        found = self._person(x)
        assert x.person is not None
        self.d.styled |= {w.r.lemma: found for w in self.words[x.part.start : x.person[0]] if w.hit is None}
        several = head.r.number in ("d", "p") or len(x.persons) > 1
        return [found, *([self._person_at(x, k, e) for k, e in x.persons[1:]] if several else [])]

    def _person(self, x: Phrase) -> Party:
        assert x.person is not None
        return self._person_at(x, *x.person)

    def _person_at(self, x: Phrase, k: int, e: Entry) -> Party:
        hit = self.words[k].hit
        assert hit is not None
        code, sector, office, level = self.d.tenure(e)
        told = x.nominal if x.nominal is not None and x.nominal.kind == "office" else None
        if told is not None and len(x.persons) == 1:
            states = [s for i, s in x.codes if s.kind in OFFICED and i < k]
            if states and states[0].code != code:
                code, sector = (
                    x.state_of(states[0]),
                    states[0].sector if states[0].kind in ("organization", "group") else told.sector or "GOV",
                )
            kept = told.level in _UNSURE or (sector == "ELI" and told.level == level)  # الرئيس السابق بيل كلينتون
            body = any(s.kind in ("organization", "group") and s.code == code for _, s in x.codes)
            if told.sector and sector != told.sector and not kept and code and not body:
                sector = told.sector
            office = told.office or office
            level = told.level or level
        p = x.make(
            f"person:{e.en or e.ar}",
            code or None,
            sector or None,
            "person",
            e.ar,
            "name",
            entry=hit.entry,
            office=office,
            level=level,
        )
        p = p._replace(gender=e.gender or "m", number="s")
        self._remember(p, e.ar)
        return p

    def _remember(self, p: Party, name: str) -> None:
        if p.office and p.code:
            self.d.titles[f"{p.code}:{p.office}"] = p
        self.d.persons[surname(name) or name] = p

    def _title_holder(self, code: str | None, office: str) -> Party | None:
        """The person whom the article, or else the world data, knows in an office."""
        if not office or not code:
            return None
        known = self.d.titles.get(f"{code}:{office}")
        if known is not None:
            return known
        n = self.d.holder(code, office)
        if n is None:
            return None
        e = self.world.entries[n]
        c, sector, o, level = self.d.tenure(e)
        if level not in SINGLE_OFFICES:
            return None
        return Party(
            f"person:{e.en or e.ar}",
            c,
            sector or None,
            "person",
            e.ar,
            0,
            0,
            "title",
            n,
            o,
            e.gender or "m",
            "s",
            False,
            level,
        )

    def _unknown_person(
        self,
        x: Phrase,
        code: str | None,
        office: Entry | None,
        sector: str | None = None,
        title: str = "",
        level: str = "",
    ) -> Party:
        assert x.unknown
        first, last = x.unknown
        folded = [self.words[k].token.folded for k in range(first, last)]
        start = self.span(first, last)[0]
        name = self.text[start : self.words[last - 1].token.end]
        known = self.d.persons.get(" ".join(folded)) or self.d.persons.get(folded[-1])
        if known is not None and self._of_one_family(known, folded):
            known = None
        if known is not None and (code is None or office is None or known.code == code):  # code: at home, a guess
            return known.at(x.a, x.b, "name")
        title, level = (office.office, office.level) if office is not None else (title, level)
        p = x.make(
            f"person:{' '.join(folded)}",
            code or "UNK",
            sector or None,
            "person",
            name,
            "name",
            office=title,
            level=level,
            weak=code is None,
        )
        if code or office:
            for k in range(len(folded)):
                self.d.persons[" ".join(folded[k:])] = p
            if code in FAMILY_FIRST:
                self.d.persons.setdefault(folded[0], p)
            if title and code:
                self.d.titles[f"{code}:{title}"] = p
        return p

    def _of_one_family(self, known: Party, folded: Sequence[str]) -> bool:
        """Whether a name only has the last name of somebody met before, and another first name: بشار الأسد ...
        رفعت الأسد.
        """
        mine = plain(known.name).split()
        firsts = [name for name in (mine[0], folded[0]) if name in self.world.given]
        return len(folded) > 1 and len(mine) > 1 and len(firsts) == 2 and set(mine[:-1]).isdisjoint(folded[:-1])

    def _nameless(self, x: Phrase, head: Word) -> list[Party] | None:
        """People of whom nothing tells of what state they are: تظاهر المئات، المراقبون، المناهضون."""
        code = self.d.local or self.d.home
        lemma = head.r.lemma
        if x.unknown and (head.r.cls in ("human", "") or head.r.pos == "name"):
            rank = self._rank(x.part)
            return [self._unknown_person(x, code or None, rank, rank.sector if rank else None)]
        code, weak = code or "UNK", not code
        alone = head.r.definite or x.part.end == x.part.start + 1  # تظاهر المئات، تظاهر مئات في دمشق
        if head.hit is None and head.r.pos == "num" and alone and lemma in self.cues.crowd:
            return [x.make(f"population:{code}:CVL", code, "CVL", "population", x.text, "nominal", weak=weak)]
        if lemma in self.cues.mankind and head.r.definite and x.part.end == x.part.head + 1:
            return [x.make("government:INT:", "INT", None, "government", x.text, "nominal")]  # دعت كينيا العالم
        if lemma in self.cues.observer:
            return [x.make(f"person:UNK:{lemma}", "UNK", None, "person", x.text, "nominal", weak=True)]
        if (head.r.cls == "human" or self._people(head)) and not head.r.pron and lemma != "احد":
            return [x.make(f"person:{code}:{lemma}", code, "CVL", "person", x.text, "nominal", weak=weak)]
        return None

    def _rank(self, part: Part) -> Entry | None:
        """The rank in an army or police that stands as a style before a name: العقيد فلان."""
        opened = (nominal_entry(self.words, k, self.world) for k in range(part.start, part.head))
        return next((found[0] for found in opened if found is not None and found[0].sector in FORCES), None)

    def _counterpart(self, x: Phrase, subject: Sequence[Party]) -> list[Party]:
        """Who holds the office of somebody elsewhere: نظيره المصري، نظيراه."""
        base = next(iter(subject), None) or next(iter(self.d.subject), None)
        if x.person is not None:
            return [self._person(x)]
        office, level, sector = (base.office, base.level, base.sector) if base else ("", "", "GOV")
        out: list[Party] = []
        codes: list[str | None] = [e.code for _, e in x.codes[:6]]
        if base is not None and not codes and not x.unknown and self.words[x.part.head].r.number == "d":
            codes = [p.code for p in self.d.some(2, True, [base])]  # اتصل بوتين بنظيريه, of the two at odds
        for code in codes:
            known = self._title_holder(code, office)
            if x.unknown:
                out.append(self._unknown_person(x, code, None, sector or "GOV", office, level))
            elif known is not None:
                out.append(known.at(x.a, x.b, "nominal"))
            else:
                out.append(
                    x.make(
                        f"person:{code}:{office}",
                        code,
                        sector or "GOV",
                        "person",
                        x.text,
                        "nominal",
                        office=office,
                        level=level,
                    )
                )
        if not out and x.unknown:
            out.append(self._unknown_person(x, None, None, sector or "GOV", office, level))
        if base is not None and len(out) == 1:
            self.d.couple = [base, out[0]]
        return out

    def _opposite(self, x: Phrase, subject: Sequence[Party]) -> list[Party]:
        """With whom the owner of a rival or neighbour has most to do: جارتها، خصمه، غريمتها."""
        told = [e for _, e in x.codes if e.kind in ("state", "capital") or (e.kind == "adjective" and e.sector)]
        k = x.part.end
        if not told and k < len(self.words) and (hit := self.words[k].hit) is not None and not hit.conj + hit.prep:
            told = [e for e in (self.words[k].entry,) if e is not None and e.kind == "state"]
        if told:
            return [self._of_entry(told[0], x)]  # جارتها تشاد; in جارتها الغربية nobody is named
        head = self.words[x.part.head].r
        foe = head.lemma in self.cues.foe
        owner = self.owner(x.owner or "", subject, at=x.a)[:1]
        if head.number == "d" and owner:
            return self._these(x, self.d.some(2, True, owner))
        return [q.at(x.a, x.b, "nominal") for p in owner for q in self.d.partner(p, foe)]

    def _of_entry(self, e: Entry, x: Phrase, weak: bool = False) -> Party:
        return self._named(e, x)._replace(weak=weak)

    def _named(self, e: Entry, x: Phrase) -> Party:
        key, code, sector, kind = identity(e)
        if "+" in e.code:
            code = e.code
        if code is None and kind == "organization" and (here := self._placed(x)) is not None:
            key, code, sector = f"{key}:{here}", here, sector or "GOV"  # مجلس الأمن القومي في سيول
        return x.make(key, code, sector, kind, e.ar, "name", secondary=tuple(e.secondary), weak=kind == "place")

    def _demonym(self, x: Phrase) -> list[Party]:
        """A nationality used as a noun: the Russians, fifteen Palestinians."""
        weak = (
            x.part.head > x.part.start
            and self.words[x.part.start].r.pos == "noun"
            and self.words[x.part.start].r.lemma not in self.cues.quantifier | self.cues.counting
        )
        out = []
        for _, e in x.codes[:2]:
            p = self._of_entry(e, x, weak=weak)
            some = x.counted or self._some_people(x, e)
            if some and e.kind == "adjective" and (not p.sector or p.sector == "GOV"):
                p = p._replace(sector="CVL", kind="population", key=f"population:{p.code}:CVL")
            elif self._somebody(x, e) and p.kind == "government":
                p = p._replace(sector="CVL", kind="person", key=f"person:{p.code}:{e.ar}")
            out.append(p)
        return out

    def _some_people(self, x: Phrase, e: Entry) -> bool:
        """Whether a nationality without article stands for people of it: اعتقلت الشرطة تشاديين."""
        hit = self.words[x.part.head].hit
        alone = len(x.codes) == 1 and x.part.start == x.part.head and hit is not None and not hit.article
        return alone and bool(e.sector) and e.form[1:] in ("d", "p")

    def _somebody(self, x: Phrase, e: Entry) -> bool:
        """Whether a nationality stands for one person of it: وصل نرويجي، اعتقلت الشرطة نرويجيا."""
        hit, part = self.words[x.part.head].hit, x.part
        alone = len(x.codes) == 1 and part.start == part.head and hit is not None and not hit.article
        before = self.words[part.head - 1] if part.head and hit is not None and not hit.conj else None
        if before is not None and before.hit is None and before.r.pos in ("noun", "adj") and not before.r.definite:
            return False  # قدم اقتراحا أمريكيا
        if before is not None and before.entry is not None and before.entry.kind == "adjective":
            return False  # مناورات أميركية كورية جنوبية
        return alone and e.kind == "adjective" and e.form == "ms"

    def _people(self, w: Word) -> bool:
        """Whether a participle in the sound masculine plural stands for people: المناهضون، المغيرين."""
        return bool(w.hit is None and w.r.form and w.r.number == "p" and w.bare.endswith(("ون", "ين")))

    def people_in(self, part: Part) -> list[Party]:
        """People of a country in the genitive of a thing or act, who may be told of again: توطين لاجئين كونغوليين."""
        inner = self._people_within(part)
        if inner is None:
            return []
        x = Phrase(self, part)
        return self.part(inner) if x.person is None and x.nation(inner) else []

    def _of_people(self, x: Phrase) -> Part | None:
        """The people of a country in the genitive whose thing a noun tells or whom its act befalls: توطين اللاجئين
        الصوماليين، حقوق العمال الهنود.
        """
        inner = self._people_within(x.part)
        return inner if inner is not None and x.nation(inner) else None

    def _people_within(self, part: Part) -> Part | None:
        """The people in the genitive of a thing or act, but for those who hold an office."""
        head = self.words[part.head]
        if head.hit is not None or head.r.cls in ("human", "group", "place"):
            return None
        inner = self._inner(part)
        w = self.words[inner.head] if inner is not None else None
        if inner is None or w is None or w.hit is not None or w.r.cls != "human":
            return None
        office = nominal_entry(self.words, inner.head, self.world)
        governs = office is not None and office[0].sector in GOVERNMENT
        return None if governs else inner  # توجيهات الرئيس المصري
