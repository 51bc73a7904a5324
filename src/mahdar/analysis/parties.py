"""Which parties a noun phrase stands for, through the whole article."""

from collections.abc import Sequence
from typing import NamedTuple

from mahdar.analysis.phrases import Segment, Unit, Word, nominal_entry
from mahdar.record.types import EntityKind, How
from mahdar.world.names import Entry, World, surname

_OWN = {"بلاد", "بلد", "دولة", "حكومة", "جيش", "قوة", "قوات", "وفد", "سلطة", "سلطات", "جانب", "وزارة", "ادارة", "رييس", "وزير", "مندوب", "مسوول", "شعب", "مبعوث", "سفير", "قيادة", "ارض", "حليف", "موقف", "طرف"}
_PAIR = {"جانب", "طرف", "بلد", "دولة", "رييس", "وزير", "زعيم", "حكومة", "وفد", "قايد", "جيش", "فريق", "عاصمة", "شعب", "مسوول"}
_GROUP_BACK = {"حركة", "تنظيم", "جماعة", "منظمة", "حلف", "حزب", "ميليشيا", "مليشيا", "هيية", "اتحاد"}
_PRONOUN_GENDER = {"ه": ("m", "s"), "ها": ("f", "s"), "هم": ("m", "p"), "هما": ("m", "d"), "هن": ("f", "p")}
_FEMALE = ("f",)
_CIVIL = {"شخص", "فلسطيني"}


class Party(NamedTuple):
    """Who a phrase stands for. `key` is the same for the same entity all through the article.

    `[start, end)`: code points of the mention. `weak`: named only by an adjective on a thing
    (Russian missiles). `gender`, `number`: of the phrase, for agreement.
    """

    key: str
    code: str | None
    sector: str | None
    kind: EntityKind
    name: str
    start: int
    end: int
    how: How
    entry: int = -1
    office: str = ""
    gender: str = ""
    number: str = "s"
    weak: bool = False
    level: str = ""
    text: str = ""


class Discourse:
    """What the article has told so far of who is who."""

    def __init__(self, world: World, published: str | None) -> None:
        self.world = world
        self.published = published
        self.surnames: dict[str, int] = {}
        self.seen: set[str] = set()
        self.persons: dict[str, Party] = {}
        self.titles: dict[str, Party] = {}
        self.recent: list[Party] = []
        self.subject: list[Party] = []
        self.pair: list[Party] = []
        self.groups: dict[str, Party] = {}

    def tenure(self, entry: Entry) -> tuple[str, str, str, str]:
        """(code, sector, office, level) of a person on the day of publication; the latest one before it, else the first."""
        day = (self.published or "9999")[:10]
        best = None
        for code, sector, office, level, start, end in entry.tenures:
            serving = (not start or start <= day) and (not end or day <= end + "~")
            key = (serving, (start or "") if (start or "") <= day else "")
            if best is None or key > best[0]:
                best = (key, (code, sector, office, level))
        return best[1] if best else (entry.code, entry.sector, entry.office, entry.level)

    def note(self, parties: Sequence[Party]) -> None:
        """Remember parties in the order of their mention."""
        for p in parties:
            if p.code and p.kind not in ("place", "media"):
                self.recent = [q for q in self.recent if q.code != p.code][-11:] + [p]

    def two(self) -> list[Party]:
        """The two parties that 'the two sides' means: the last pair of a two-sided act, else the two last named."""
        if len(self.pair) >= 2:
            return self.pair
        return [p for p in self.recent if p.sector in ("GOV", "MIL", "REB", "PTY", "PRM", None)][-2:]


class Resolver:
    """Reads parties out of the phrases of one sentence."""

    def __init__(self, words: Sequence[Word], text: str, discourse: Discourse) -> None:
        self.words = words
        self.text = text
        self.d = discourse
        self.world = discourse.world

    def parties(self, unit: Unit, subject: Sequence[Party] = ()) -> list[Party]:
        """The parties of all coordinated phrases of a unit, each code once."""
        out: list[Party] = []
        for s in unit.segments:
            for p in self.segment(s, subject):
                if not any(q.key == p.key for q in out):
                    out.append(p)
        if len(unit.segments) > 1 and any(p.kind == "person" for p in out):
            out = self._names_of_titles(out)
        return out

    def _names_of_titles(self, parties: list[Party]) -> list[Party]:
        return [
            p for p in parties
            if p.how == "name" or not any(q is not p and q.how == "name" and q.code == p.code and q.kind == "person" and p.kind == "person" for q in parties)
        ]  # fmt: skip

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of words `[start, end)`, a clitic conjunction or preposition of the first left off."""
        w = self.words[start]
        if w.hit is not None:
            cut = w.hit.stem - (2 if w.hit.article else 0)
            if w.hit.prep and w.token.folded[len(w.hit.conj) + 1 - 1 :].startswith("لل"):
                cut = len(w.hit.conj)
        else:
            cut = w.r.stem - (2 if w.r.definite and not w.r.pron else 0)
            if w.r.prep == "ل" and w.r.definite and not w.r.pron:
                cut = len(w.r.conj)
        end_token = self.words[end - 1].token
        return w.token.at(max(0, cut)), end_token.end

    def segment(self, s: Segment, subject: Sequence[Party] = ()) -> list[Party]:
        """The parties of one phrase; empty for a thing that names none."""
        words = self.words
        head = words[s.head]
        a, b = self.span(s.start, s.end)
        text = self.text[a:b]
        adjectives: list[tuple[int, Entry]] = []
        names: list[tuple[int, Entry]] = []
        person: tuple[int, Entry] | None = None
        unknown: list[int] = []
        seen_hit = None
        for k in range(s.start, s.end):
            w = words[k]
            if w.hit is not None and w.entry is not None:
                if w.hit is seen_hit:
                    continue
                seen_hit = w.hit
                if w.entry.kind == "adjective":
                    adjectives.append((k, w.entry))
                elif w.entry.kind == "person":
                    person = person or (k, w.entry)
                else:
                    names.append((k, w.entry))
            elif w.r.pos == "name" and k >= s.head and not w.time:
                unknown.append(k)
        gender, number = self._agreement(s.head)
        found = nominal_entry(words, s.head, self.world) if head.entry is None else None
        codes = sorted([(k, e) for k, e in (*adjectives, *names) if e.code], key=lambda x: x[0])
        make = lambda key, code, sector, kind, name, how, **kw: Party(key, code, sector, kind, name, a, b, how, gender=gender, number=number, text=text, **kw)  # noqa: E731

        if head.r.lemma == "نظير" and head.entry is None and head.r.pron:
            base = subject[0] if subject else (self.d.subject[0] if self.d.subject else None)
            out = []
            for _, e in codes[:1]:
                key = f"person:{e.code}:{base.office if base else ''}"
                known = self._known_title(e.code, base.office if base else "")
                out.append(known._replace(start=a, end=b, how="nominal") if known else make(key, e.code, (base.sector if base and base.sector else "GOV"), "person", text, "nominal", office=base.office if base else ""))
            if person:
                return [self._person(person, s, codes, found, make)]
            return out
        if person is not None:
            return [self._person(person, s, codes, found, make)]
        if head.entry is not None and head.entry.kind != "adjective":
            return [self._named(head.entry, s, make)]
        if found is not None and found[0].kind == "office":
            return self._office(s, found[0], codes, unknown, make, subject, text)
        if found is not None and found[0].kind in ("body", "population"):
            return self._body(s, found[0], codes, make, subject, text)
        if head.r.lemma in _PAIR and (head.r.number == "d" or (head.r.number == "p" and head.r.definite)) and not codes:
            return [p._replace(start=a, end=b, how="nominal") for p in self.d.two()]
        if head.r.lemma in _PAIR and head.r.number == "d" and len(adjectives) >= 2:
            return [self._of_entry(e, s, make) for _, e in adjectives]
        if head.r.pron and head.r.lemma in _OWN and not codes:
            return [p._replace(start=a, end=b, how="nominal", sector=p.sector if p.sector not in ("JRN",) else "GOV") for p in self._owner(head.r.pron, subject)][:1]
        if head.r.lemma in _GROUP_BACK and head.r.definite and not codes and not head.r.pron:
            back = [p for p in self.d.recent if p.kind in ("armed-group", "organization")]
            return [back[-1]._replace(start=a, end=b, how="nominal")] if back else []
        if head.entry is not None and head.entry.kind == "adjective":
            if s.head > s.start and words[s.start].r.pos == "noun" and words[s.start].entry is None and words[s.start].r.lemma not in ("كل", "كلا", "جميع", "بعض", "عدد", "معظم"):
                return [self._of_entry(e, s, make)._replace(weak=True) for _, e in adjectives[:2]]
            people = number in ("p", "d") or words[s.head].hit is not None and not words[s.head].hit.article  # type: ignore[union-attr]
            out = [self._of_entry(e, s, make) for _, e in adjectives]
            if number == "p" and any(words[k].r.pos == "num" for k in range(s.start, s.head)):
                out = [p._replace(sector="CVL", kind="population", key=f"population:{p.code}:CVL") for p in out]
            return out if people or s.end == s.start + 1 else out
        if codes:
            human = head.r.cls in ("human", "group")
            if head.r.cls == "human" or (head.r.cls == "group" and len(codes) == 1):
                e = codes[0][1]
                sector = e.sector or None
                if head.r.cls == "human" and head.r.lemma in ("جندي", "ضابط", "عسكري"):
                    sector = "MIL"
                kind: EntityKind = "person" if head.r.cls == "human" else "organization"
                return [make(f"{kind}:{e.code}:{head.r.lemma}", e.code, sector, kind, text, "nominal")]
            out = [self._of_entry(e, s, make)._replace(weak=not human) for _, e in codes[:2]]
            if not adjectives or len(adjectives) < 2:
                out = out[:1]
            return out
        if head.r.cls == "human" and unknown:
            return [self._unknown_person(s, unknown, None, "", make)]
        if head.r.pos == "name" and unknown:
            return [self._unknown_person(s, unknown, None, "", make)]
        if head.r.cls == "human" and not head.r.pron:
            return [make(f"person:UNK:{head.r.lemma}", "UNK", "CVL" if head.r.lemma in _CIVIL else None, "person", text, "nominal", weak=True)]
        return []

    def _agreement(self, head: int) -> tuple[str, str]:
        w = self.words[head]
        if w.entry is None:
            gender = w.r.gender or "m"
            if w.r.number == "p" and w.r.cls != "human" and w.r.form not in ("active", "passive"):
                return "f", "s"
            return gender, w.r.number or "s"
        e = w.entry
        if e.kind == "adjective":
            return e.form[0] if e.form else "m", e.form[1] if len(e.form) > 1 else "s"
        if e.kind == "person":
            return e.gender or "m", "s"
        if e.kind in ("state", "capital", "city"):
            masculine = {"العراق", "لبنان", "الاردن", "المغرب", "اليمن", "السودان", "الصومال", "الكويت", "الفاتيكان"}
            return ("m" if w.token.folded.lstrip("وفبك") in masculine else "f"), "s"
        first = self.words[head].r
        folded = w.token.folded
        return ("f" if folded.endswith("ة") or folded.endswith("ات") else (first.gender if first.pos == "noun" and first.gender else "m")), "s"

    def _of_entry(self, e: Entry, s: Segment, make) -> Party:  # type: ignore[no-untyped-def]
        if e.kind in ("state", "capital", "seat", "byname", "adjective") and e.region != "" or e.kind in ("state", "capital", "seat", "byname"):
            sector = e.sector or "GOV"
            return make(f"government:{e.code}:{sector}", e.code, sector, "government", e.ar, "name")  # type: ignore[no-any-return]
        if e.kind == "adjective":
            return make(f"government:{e.code}:{e.sector}", e.code, e.sector or None, "government", e.ar, "name")  # type: ignore[no-any-return]
        return self._named(e, s, make)

    def _named(self, e: Entry, s: Segment, make) -> Party:  # type: ignore[no-untyped-def]
        if e.kind in ("state", "capital", "seat", "byname"):
            return self._of_entry(e, s, make)
        if e.kind == "bloc":
            return make(f"government:{e.code}:", e.code, None, "government", e.ar, "name")  # type: ignore[no-any-return]
        if e.kind == "city":
            return make(f"place:{e.en or e.ar}", e.code or None, None, "place", e.ar, "name", weak=True)  # type: ignore[no-any-return]
        kind: EntityKind = "media" if e.kind == "media" else "armed-group" if e.kind == "group" and e.sector in ("REB", "PRM") else "organization"
        return make(f"{kind}:{e.en or e.ar}", e.code or None, e.sector or None, kind, e.ar, "name")  # type: ignore[no-any-return]

    def _person(self, person, s: Segment, codes, found, make) -> Party:  # type: ignore[no-untyped-def]
        k, e = person
        n = self.words[k].hit.entry
        code, sector, office, level = self.d.tenure(e)
        if found is not None and found[0].kind == "office":
            before = [(i, x) for i, x in codes if x.kind in ("state", "adjective", "organization", "group", "bloc", "seat", "capital")]
            if before and before[0][1].code != code:
                code, sector = before[0][1].code, found[0].sector or before[0][1].sector
            office = office or found[0].office
            level = level or found[0].level
        p = make(f"person:{e.en or e.ar}", code or None, sector or None, "person", e.ar, "name", entry=n, office=office, level=level)._replace(gender=e.gender or "m", number="s")
        if office:
            self.d.titles[f"{code}:{office}"] = p
        self.d.persons[surname(e.ar) or e.ar] = p
        return p  # type: ignore[no-any-return]

    def _known_title(self, code: str | None, office: str) -> Party | None:
        return self.d.titles.get(f"{code}:{office}") if office else None

    def _owner(self, pron: str, subject: Sequence[Party]) -> list[Party]:
        gender, number = _PRONOUN_GENDER.get(pron, ("", ""))
        pools = [list(subject), self.d.subject, list(reversed(self.d.recent))]
        for pool in pools:
            fit = [p for p in pool if p.code and (not gender or p.gender == gender or number != "s") and (number in ("", p.number) or number in ("p", "d"))]
            if fit:
                return fit[:1] if number == "s" else fit
        for pool in pools:
            if pool:
                return pool[:1]
        return []

    def _office(self, s: Segment, office: Entry, codes, unknown: list[int], make, subject: Sequence[Party], text: str) -> list[Party]:  # type: ignore[no-untyped-def]
        head = self.words[s.head]
        if len(codes) >= 2 and head.r.number in ("d", "p") and all(e.kind == "adjective" for _, e in codes[:2]):
            return [make(f"person:{e.code}:{office.office}", e.code, office.sector or None, "person", text, "title", office=office.office, level=office.level) for _, e in codes]
        code = codes[0][1].code if codes else None
        own = next((k for k in range(s.start, s.end) if self.words[k].r.pron and self.words[k].r.pos == "noun"), None)
        if code is None and own is not None and self.words[own].hit is None:
            owner = self._owner(self.words[own].r.pron, subject)
            code = owner[0].code if owner else None
        if unknown and head.r.number != "p":
            return [self._unknown_person(s, unknown, code, office.sector, make, office)]
        if code is None:
            if head.r.number == "d":
                return [p._replace(start=make("", None, None, "person", "", "nominal").start, end=make("", None, None, "person", "", "nominal").end, how="nominal") for p in self.d.two()]
            same = [p for key, p in reversed(self.d.titles.items()) if key.endswith(":" + office.office)]
            if same:
                p = same[0]
                m = make("", None, None, "person", "", "title")
                return [p._replace(start=m.start, end=m.end, how="title", gender=m.gender, number=m.number)]
            if head.r.definite:
                like = [p for p in reversed(list(self.d.titles.values())) if p.level == office.level]
                if like:
                    m = make("", None, None, "person", "", "title")
                    return [like[0]._replace(start=m.start, end=m.end, how="title")]
        else:
            known = self._known_title(code, office.office)
            if known:
                m = make("", None, None, "person", "", "title")
                return [known._replace(start=m.start, end=m.end, how="title", gender=m.gender, number=m.number)]
        sector = office.sector or None
        if codes and codes[0][1].kind == "organization" and not codes[0][1].sector:
            sector = None
        if codes and codes[0][1].kind == "group":
            sector = codes[0][1].sector
        if codes and codes[0][1].kind == "bloc":
            sector = sector if code not in ("WST", "INT") else None
        if code is None:
            code = "UNK"
        p = make(f"person:{code}:{office.office}:{head.r.number}", code, sector, "person", text, "title", office=office.office, level=office.level)
        if code != "UNK" and head.r.number == "s" and office.level not in ("official", "other", "spokesman", "military"):
            self.d.titles.setdefault(f"{code}:{office.office}", p)
        return [p]

    def _unknown_person(self, s: Segment, unknown: list[int], code: str | None, sector: str, make, office: Entry | None = None) -> Party:  # type: ignore[no-untyped-def]
        first, last = unknown[0], unknown[-1]
        name = self.text[self.words[first].token.start : self.words[last].token.end]
        words = [self.words[k].token.folded for k in range(first, last + 1)]
        known = self.d.persons.get(" ".join(words)) or self.d.persons.get(words[-1])
        if known is not None and (code is None or known.code == code):
            m = make("", None, None, "person", "", "name")
            return known._replace(start=m.start, end=m.end, how="name")
        p = make(f"person:{' '.join(words)}", code or "UNK", sector or None, "person", name, "name", office=office.office if office else "", level=office.level if office else "", weak=code is None and office is None)
        if code or office:
            for k in range(len(words)):
                self.d.persons[" ".join(words[k:])] = p
            if office is not None and code:
                self.d.titles[f"{code}:{office.office}"] = p
        return p  # type: ignore[no-any-return]

    def _body(self, s: Segment, body: Entry, codes, make, subject: Sequence[Party], text: str) -> list[Party]:  # type: ignore[no-untyped-def]
        head = self.words[s.head]
        sector = body.sector or None
        if len(codes) >= 2 and head.r.number == "d" or (len(codes) >= 2 and all(e.kind == "adjective" for _, e in codes[:2]) and head.r.number == "p"):
            return [make(f"organization:{e.code}:{body.office or body.ar}", e.code, sector, "organization", text, "nominal") for _, e in codes]
        code = codes[0][1].code if codes else None
        if code is not None and codes[0][1].kind in ("organization", "group"):
            e = codes[0][1]
            sector = e.sector or (sector if sector == "MIL" else None)
        own = next((k for k in range(s.start, s.end) if self.words[k].r.pron and self.words[k].r.pos == "noun"), None)
        if code is None and own is not None:
            owner = self._owner(self.words[own].r.pron, subject)
            code = owner[0].code if owner else None
            if owner and owner[0].code and self.words[own].r.lemma == head.r.lemma and owner[0].kind in ("armed-group", "organization"):
                sector = owner[0].sector
        if code is None and head.r.number == "d" and head.r.lemma in _PAIR:
            m = make("", None, None, "organization", "", "nominal")
            return [p._replace(start=m.start, end=m.end, how="nominal") for p in self.d.two()]
        kind: EntityKind = "population" if body.kind == "population" else "organization"
        if code is None:
            back = [p for p in reversed(self.d.recent) if p.name == body.ar or p.key.endswith(":" + body.ar)]
            if back:
                m = make("", None, None, kind, "", "nominal")
                return [back[0]._replace(start=m.start, end=m.end, how="nominal", gender=m.gender, number=m.number)]
            if body.kind == "body" and head.r.definite and self.d.recent and sector in ("GOV", "MIL", "COP", "LEG", "JUD", "SPY"):
                states = [p for p in reversed(self.d.recent) if p.kind in ("government", "person", "organization") and p.sector in ("GOV", "MIL", "LEG")]
                code = states[0].code if states else None
        return [make(f"{kind}:{code or 'UNK'}:{body.ar}", code or "UNK", sector, kind, body.ar, "nominal")]
