"""Bodies without a name of their own, and whose they are: the army, a ministry, the movement, the kingdom."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.chunks import Part, Word, nominal_entry
from mahdar.analysis.naming import Phrase
from mahdar.analysis.party import (
    ARMED,
    FORCES,
    GOVERNMENT,
    GUNMEN,
    LOCAL,
    NATIONAL,
    NO_STATE,
    OF_HOME,
    OFFICED,
    Party,
    government_of,
    is_state,
)
from mahdar.analysis.people import People
from mahdar.analysis.whose import Whose
from mahdar.record.types import EntityKind
from mahdar.text.fold import plain
from mahdar.world.names import GROUND, Entry

_SEVERAL: Final = frozenset(("هما", "هم"))
_PRESS: Final = "JRN"
_COMPANIES: Final = "MNC"  # of no one country


class Bodies(People):
    """Reads armies, ministries, movements, peoples and countries named by a common noun."""

    def _body(self, x: Phrase, body: Entry, subject: Sequence[Party]) -> list[Party]:
        """Whom a common noun for a body or people stands for: الجيش، وزارة الدفاع، سكان القطاع."""
        if each := self._each_body(x, body):
            return each
        e = x.codes[0][1] if x.codes else None
        if e is not None and body.code and not x.part.start <= x.codes[0][0] < x.part.end:
            e = None  # مستوطنين في الضفة
        if e is not None and e.kind in ("organization", "group"):
            named = self._named(e, x)._replace(gender=x.gender, number=x.number)
            forces = body.sector == "MIL" and self._of_all_states(named)
            return [named._replace(sector="MIL") if forces else named]  # قوات الأمم المتحدة
        sector = (e.sector if e is not None and e.kind == "bloc" else body.sector) or None
        w = Whose((e.code if e else body.code) or None, sector)
        if w.open:
            self._named_owner(w, x, body, subject)
        if w.open:
            self._state_around(w, x, body)
        return w.meant if w.meant is not None else self._as_body(x, body, w)

    def _each_body(self, x: Phrase, body: Entry) -> list[Party]:
        """One body of each state that a phrase names: الجيشان السوداني والتشادي، وزارات مصر والأردن."""
        if len(x.codes) < 2:
            return []
        number = self.words[x.part.head].r.number
        several = number in ("d", "p") or self._joined(x) or self._of_both(x)
        if not several or (number != "d" and not all(e.kind == "adjective" or self._seat(x, k) for k, e in x.codes)):
            return []
        return [self._body_in(x, body, e.code, body.sector or None, x.text) for _, e in x.codes]

    def _body_in(self, x: Phrase, body: Entry, code: str, sector: str | None, name: str) -> Party:
        """A body of a state."""
        kind: EntityKind = "population" if body.kind == "population" else "organization"
        head = self.words[x.part.head].r
        if sector == _PRESS and head.lemma in self.cues.genus and head.number == "s":
            kind = "media"
        return x.make(f"{kind}:{code}:{body.ar}", code, sector, kind, name, "nominal", level=body.level)

    def _as_body(self, x: Phrase, body: Entry, w: Whose) -> list[Party]:
        """A body of a state if that is known; nothing for a thing that does not tell whose it is: إطلاق صواريخ."""
        head = self.words[x.part.head]
        if w.code is None and head.r.cls == "thing":
            return []
        told = [self._body_in(x, body, w.code or "UNK", w.sector, body.ar)._replace(weak=w.code is None)]
        if head.r.number == "p" and head.r.lemma in self.cues.group_back:
            self.d.called[head.r.lemma] = told
        return told

    def _as_called(self, x: Phrase, parties: Sequence[Party]) -> list[Party]:
        """Parties that a noun of its own gender and number stands for."""
        return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in parties]

    def _named_owner(self, w: Whose, x: Phrase, body: Entry, subject: Sequence[Party]) -> None:
        """Whose a body is by its pronoun, the phrase behind it, its genitive, or the mission told before."""
        head = self.words[x.part.head]
        if x.owner is not None:
            self._owner_of_body(w, x, body, subject)
        if w.open and x.part.of is not None:
            owner = self.part(Part(x.part.of[0], x.part.of[1], x.part.of[0]), subject)
            if owner and owner[0].code != "UNK":
                w.meant = self._as_called(x, owner)
        if w.open and not head.r.definite:
            self._genitive_of_body(w, x, subject)
        if w.open and x.unknown:
            known = self.d.persons.get(self.words[x.unknown[1] - 1].token.folded)
            w.code = known.code if known else None
        if w.open and (sent := self._sent(x)):
            w.meant = self._as_called(x, sent)
        if w.open and head.r.lemma in self.cues.mission and self._foreign(x):
            w.meant = self._as_called(x, self._body_of_states())

    def _owner_of_body(self, w: Whose, x: Phrase, body: Entry, subject: Sequence[Party]) -> None:
        """Whose a body with a pronoun is: جيشها، جيشاهما; a movement's forces are itself: مقاتلوها."""
        head, pron = self.words[x.part.head].r, x.owner or ""
        owner = self.owner(pron, subject, at=x.a)
        if head.lemma not in self.cues.force and any(self._of_all_states(p) for p in owner[:1]):
            owner = self.owner(pron, (), owner, x.a)  # رفضت رواندا تقريرا للأمم المتحدة ينتقد جيشها
        armed = bool(owner) and owner[0].kind == "armed-group"
        two = head.number == "d" and len(owner) == 2 and not armed  # قتال بين جيشيهما
        if two or (len(owner) > 1 and pron in _SEVERAL):  # جيشاهما
            w.meant = [self._body_in(x, body, p.code or "UNK", w.sector, x.text) for p in owner]
        elif armed:
            w.meant = [owner[0].at(x.a, x.b, "nominal")]
        elif owner:
            w.code = owner[0].code
            if w.sector == "MIL" and owner[0].sector in ARMED:
                w.sector = owner[0].sector  # قواته, of who leads a movement

    def _genitive_of_body(self, w: Whose, x: Phrase, subject: Sequence[Party]) -> None:
        """Whose a body is by a genitive that names a party: مقاتلو الحركة، أهالي القطاع."""
        inner = self._inner(x.part)
        if inner is None or inner.head < x.nominal_end:  # مجلس الوزراء is of no ministers told before
            return
        owner = self.part(inner, subject)
        if owner and owner[0].kind == "place":
            w.code = owner[0].code
        elif owner and (owner[0].code != "UNK" or (w.sector == "MIL" and owner[0].sector in ARMED)):
            w.meant = self._as_called(x, owner)

    def _state_around(self, w: Whose, x: Phrase, body: Entry) -> None:
        """The state of a body whose phrase names none, by its attributes and what the article tells around it."""
        head = self.words[x.part.head]
        if w.sector == "BUS" and self._foreign(x):
            w.code, w.sector = _COMPANIES, None  # شركات أجنبية
        foreign = w.open and w.sector == "MIL" and self._foreign(x)
        if foreign and any(self.words[k].r.lemma in self.cues.alliance for k in range(x.part.head + 1, x.part.end)):
            w.code = self.cues.alliance_at.get(self.d.home)
        if w.open and not foreign and body.sector in NATIONAL:
            w.code = self._placed(x)
        if w.open and not foreign and w.sector == "MIL" and not head.r.definite:
            w.code = self._speaking_force()
        if w.open and body.sector == _PRESS and self._native(x):
            w.code = self._placed(x) or self.d.local or self.d.home or None
        if w.open and self._ruling(body):
            w.code = self._fought_by_rebels()
        if w.open:
            self._body_again(w, x, body, foreign)
        if w.open and not foreign:
            self._body_at_home(w, x, body)

    def _body_again(self, w: Whose, x: Phrase, body: Entry, foreign: bool) -> None:
        """The body of that noun told last, or the forces of the kind: الجيش; not where the sentence names another."""
        head = self.words[x.part.head]
        if not head.r.definite:
            return
        back = [p for p in reversed(self.d.recent) if p.key.endswith(":" + body.ar)]
        if back and not (body.sector in FORCES and self._told_by_another(back[0])):
            w.meant = self._as_called(x, back[:1])
        elif not foreign and body.kind != "population" and head.r.lemma not in self.cues.ministry:
            forces = self._forces(body.sector, x.a)
            if forces is not None:
                w.meant = [self._body_in(x, body, forces, w.sector, body.ar)]

    def _body_at_home(self, w: Whose, x: Phrase, body: Entry) -> None:
        """The state that a body of none is taken to be of: people, what is definite, forces that are no things."""
        head = self.words[x.part.head]
        people = body.kind == "population" and body.sector != GUNMEN
        arms = head.r.cls == "thing" and " " not in body.ar  # الصواريخ, but سلاح الجو
        if people or (x.definite and not arms) or (body.sector in OF_HOME and head.r.cls != "thing"):
            w.code = self._home(body)
            if w.code is not None and w.sector == "REB":
                w.code = self._fighting(w.code)

    def _speaking_force(self) -> str | None:
        """The state of the army that spoke last: وأضافت المصادر العسكرية أن قوة اقتحمت."""
        spoke = self.d.speaker
        if spoke is None or spoke.sector != "MIL" or not is_state(spoke) or self._named_here():
            return None
        return spoke.code

    def _of_all_states(self, p: Party) -> bool:
        """Whether somebody is an international body, which has no army, police or parliament: تقرير للأمم المتحدة."""
        return p.kind == "organization" and (not p.sector or p.code in NO_STATE)

    def _body_of_states(self) -> list[Party]:
        """The international body named last, as one only called so: الوفد الدولي، الأمانة العامة."""
        told = [p for p in reversed(self.d.recent) if p.kind == "organization" and not p.sector]
        return told[:1]

    def _joined(self, x: Phrase) -> bool:
        """Whether the last nationality of a phrase is joined to the one before by 'and': الشرطة الفرنسية والبلجيكية."""
        hit = self.words[x.codes[-1][0]].hit
        return hit is not None and hit.conj == "و"

    def _of_both(self, x: Phrase) -> bool:
        """Whether two nationalities right behind each other tell whose a joint body is: اللجنة القطرية التركية."""
        (a, e), (b, f) = x.codes[:2]
        states = e.kind == f.kind == "adjective" and len(e.code) == len(f.code) == 3 and e.code != f.code
        return len(x.codes) == 2 and states and b == a + 1

    def _listed(self, x: Phrase) -> bool:
        """Whether the names of a phrase are told one after the other with 'and': عن مصر والسودان والاتحاد الأفريقي."""
        hits = [(self.words[k].hit, e) for k, e in x.codes]
        return all(e.kind in OFFICED for _, e in hits) and all(h is not None and h.conj == "و" for h, _ in hits[1:])

    def _seat(self, x: Phrase, k: int) -> bool:
        """Whether the name at `k` tells where several bodies sit: شركات في هونغ كونغ وسنغافورة."""
        e = self.words[k].entry
        return x.part.of is not None and x.part.of[0] <= k and e is not None and e.kind in GROUND

    def _sent(self, x: Phrase) -> list[Party]:
        """Who sent the mission told before that a phrase only calls so: الوفد، رئيس الوفد، أعضاء البعثة."""
        for k in range(x.part.start, x.part.end) if not x.codes else ():
            r = self.words[k].r
            if r.lemma in self.cues.mission and r.definite and not r.pron:
                return self.d.called.get(r.lemma, [])
        return []

    def _led_by(self, head: Word, x: Phrase) -> Party | None:
        """The government that whoever leads it tells whose it is, whatever else he is: حكومة رئيس الوزراء فلان."""
        body = nominal_entry(self.words, head.n, self.world) if head.hit is None else None
        if x.person is None or body is None or body[0].kind != "body" or body[0].sector != "GOV" or head.r.definite:
            return None
        if x.person[0] <= head.n or body[0].code:
            return None
        leader = self._person(x)
        if len(leader.code or "") != 3 or leader.code in NO_STATE or leader.sector in ARMED | {"GOV"}:
            return None
        return government_of(leader.code or "", x.text, x.a, x.b, "nominal", x.gender)

    def _of_genus(self, head: Word, x: Phrase) -> list[Party]:
        """The body told last that is of the kind that a definite noun tells: الصندوق، الوكالة، هذه الحركات."""
        r = head.r
        if head.hit is not None or not r.definite or r.pron or x.codes or r.lemma not in self.cues.group_back:
            return []
        if r.number == "p":
            ruling = x.nominal is not None and self._ruling(x.nominal)  # القوات الحكومية
            return [] if ruling else [p.at(x.a, x.b, "nominal") for p in self.d.called.get(r.lemma, [])]
        if x.part.end > head.n + 1 or x.owner is not None:
            return []
        kind = self.d.of_kind(r.lemma)
        region = self.d.regions.get(r.lemma)
        for p in (*self.d.bodies(x.a), *([region] if region is not None else [])):
            first = plain(p.name.split()[0]).removeprefix("ال") if " " in p.name else ""
            called = plain(self.text[p.start : p.end].split(" ")[0]).removeprefix("ال")
            other = called in self.cues.group_back and called != r.lemma  # منظمة الطاقة الذرية is no الوكالة
            if first in (r.lemma, head.bare) or (p.key in kind and not other) or p.key.endswith(":" + r.lemma):
                self.d.bodied.append(p.at(x.a, x.b, "nominal"))
                return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number)]
        return []

    def _some_body(self, x: Phrase, fights: bool) -> list[Party]:
        """The body told last, rather one that `fights` where the noun says so: what no name begins with means."""
        told = [p for p in reversed(self.d.recent) if p.kind in ("armed-group", "organization") and p.level != "body"]
        same = [p for p in told if fights and (p.kind == "armed-group" or p.sector in LOCAL)]
        return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in (same or told)[:1]]

    def _allies(self, x: Phrase) -> list[Party]:
        """The alliance that is known to fight in the country that the article is about: وقصف التحالف المدينة."""
        code = self.cues.alliance_at.get(self.d.home)
        key = f"organization:{code}:{self.words[x.part.head].r.lemma}"
        return [x.make(key, code, "MIL", "organization", x.text, "nominal")] if code is not None else []

    def _group_again(self, x: Phrase, head: Word) -> list[Party] | None:
        """The body told before that a noun for one stands for, of no name that begins with it: الحركة، التحالف."""
        lemma = head.r.lemma
        again = lemma in self.cues.group_back and (x.part.end == head.n + 1 or lemma not in self.cues.post)
        if head.hit is not None or not again or not head.r.definite or x.codes or head.r.pron:
            return None
        if lemma in self.cues.alliance:  # of no movement told before
            return self._allies(x) if x.part.end == head.n + 1 else []
        return [] if lemma in self.cues.common_noun_of_place else self._some_body(x, lemma in self.cues.movement)

    def _country_again(self, x: Phrase, head: Word) -> list[Party] | None:
        """The country told before that a noun for one stands for: المملكة، هذا البلد العربي."""
        lemma, cues = head.r.lemma, self.cues
        if head.hit is not None or not head.r.definite or head.r.pron or x.part.end > head.n + 2:
            return None
        if x.codes and not self._of_region(x):
            return None
        country = head.bare if head.bare in cues.country_noun else lemma if head.r.number == "s" else ""
        if country in cues.country_noun or (lemma in cues.pointed_country and self._pointed(x)):
            return self._country(x, cues.country_noun.get(country, ()))
        return None

    def _pointed(self, x: Phrase) -> bool:
        """Whether a noun in the singular has a demonstrative, or tells its part of the world: هذا البلد العربي."""
        head = self.words[x.part.head]
        before = self.words[head.n - 1] if head.n else None
        return head.r.number == "s" and (bool(x.codes) or (before is not None and before.r.pos == "dem"))

    def _country(self, x: Phrase, codes: Sequence[str]) -> list[Party]:
        """المملكة, السلطنة: the state of that kind that was named last, else the one most named."""
        told = [p.code for p in reversed(self.d.recent) if p.code and p.sector in ("GOV", "MIL", "LEG")]
        named = [c for c in told if (c in codes if codes else len(c) == 3)]
        if not codes and self._pointed(x):  # nobody calls his own state هذا البلد
            mine = {p.code for p in self.d.subject}
            named = [c for c in named if c not in mine] or named
        if x.codes:  # هذا البلد الأفريقي
            told = [*named, *self.d.states]
            named = [c for c in told if self.world.region(c) == x.codes[0][1].region] or told
        code = next(iter(named), None) or next((c for c in self.d.states if c in codes), None)
        return [government_of(code, x.text, x.a, x.b, "nominal", x.gender)] if code else []

    def _of_region(self, x: Phrase) -> bool:
        """Whether what a noun for a country names besides is only the part of the world that it lies in."""
        return all(e.kind == "adjective" and not (len(e.code) == 3 and e.sector) for _, e in x.codes)

    def _half(self, head: Word, x: Phrase) -> Party | None:
        """The state that half a land stands for, where the article names both: هدد الشمال الجنوب, but في الجنوب."""
        code = self.cues.half.get(head.r.lemma) if head.hit is None and x.part.end == head.n + 1 else None
        if code is None or not head.r.definite or not set(self.cues.half.values()) <= set(self.d.states):
            return None
        before, relations = self.words[head.n - 1].token.folded if head.n else "", self.cues.relations
        where = bool(head.r.prep) or (before in relations.table and relations.single(before) == "fi")
        return None if where else government_of(code, x.text, x.a, x.b, "nominal", x.gender)

    def _owned(self, x: Phrase, subject: Sequence[Party], sector: str | None) -> list[Party]:
        """What has a pronoun for its owner: the owner's state (بلاده), forces (قواته) or people (وفدها)."""
        out = []
        owners = self.owner(x.owner or "", subject, at=x.a)
        for p in owners if x.owner in _SEVERAL else owners[:1]:
            state = sector == "GOV" and p.sector not in ARMED and len(p.code or "") == 3 and p.code not in NO_STATE
            kind: EntityKind
            if state:
                key, kind = f"government:{p.code}:GOV", "government"
            else:
                key = f"organization:{p.code}:{self.words[x.part.head].r.lemma}"
                kind = "organization" if p.kind == "person" else p.kind
            out.append(
                p._replace(
                    key=key,
                    kind=kind,
                    name=x.text if p.kind == "person" else p.name,
                    entry=-1,
                    start=x.a,
                    end=x.b,
                    how="nominal",
                    sector=(sector if state or p.sector in ("GOV", "MIL") else None) or p.sector,
                    gender=x.gender,
                    number=x.number,
                )
            )
        return out

    def _belonging(self, x: Phrase) -> list[Party]:
        """A common noun with a party on it: Russian missiles, the position of Moscow, two Sudanese men."""
        head = self.words[x.part.head]
        e = x.codes[0][1]
        if head.r.cls == "human":
            sector = (e.sector if e.kind in ("organization", "group") else "CVL") or None
            key = f"person:{e.code}:{head.r.lemma}:{head.r.number}"
            return [x.make(key, e.code, sector, "person", x.text, "nominal")]
        out = [self._of_entry(e, x, weak=head.r.cls != "group") for _, e in x.codes[:3]]
        members = self._whose_members(x) if head.r.cls == "group" and head.r.number == "s" else None
        if members is not None and all(is_state(p) for p in out):
            key = f"organization:{{}}:{head.r.lemma}:{members}"
            kept = [p._replace(key=key.format(p.code), sector=members, kind="organization", name=x.text) for p in out]
            self.d.bodied += kept
            return kept
        inner = self._inner(x.part) if head.r.lemma in self.cues.leadership else None
        if inner is not None and inner.head < x.codes[0][0]:
            return self.part(inner)  # قيادات أحزاب كينية
        if self._is_force(head, x):
            key = f"organization:{out[0].code}:{head.r.lemma}"
            return [out[0]._replace(key=key, sector="MIL", kind="organization", name=x.text)]
        if head.r.cls == "group" and head.r.number == "p" and head.r.lemma not in self.cues.of_states:
            # جهات إسرائيلية may blame the government
            key = f"organization:{{}}:{head.r.lemma}"
            governs = [p.kind == "government" and is_state(p) for p in out]
            return [
                p._replace(key=key.format(p.code), kind="organization") if own else p
                for p, own in zip(out, governs, strict=True)
            ]
        return out

    def _is_force(self, head: Word, x: Phrase) -> bool:
        """Whether armed men are told by their nationality or whose force they are: قوة كينية، القوة الأممية."""
        at, e = x.codes[0]
        if head.r.lemma in self.cues.unit:
            return e.kind == "adjective" and at == head.n + 1 and not head.r.definite and len(e.code) == 3
        if head.r.lemma not in self.cues.force or head.r.number != "s":
            return False
        of_states = e.kind in ("organization", "bloc") or (e.kind == "adjective" and e.region != e.code)
        return of_states if len(e.code) != 3 else at == head.n + 1

    def _some_group(self, x: Phrase, head: Word, code: str) -> Party:
        """A group of no name as one of a state: رابطة أصحاب المحطات, which is الرابطة then."""
        lemma, sector = head.r.lemma, self._whose_members(x)
        some = x.make(f"organization:{code}:{lemma}", code, sector, "organization", x.text, "nominal", weak=True)
        told_whose = not head.r.definite and any(w.r.definite for w in self.words[x.part.head + 1 : x.part.end])
        if told_whose and lemma in self.cues.group_back and head.r.number == "s":
            self.d.bodied.append(some)
        return some

    def _inside(self, x: Phrase) -> Entry | None:
        """What the genitive inside a phrase names by a common noun: قناصة الشرطة."""
        inner = self._inner(x.part)
        found = nominal_entry(self.words, inner.head, self.world) if inner is not None else None
        return found[0] if found is not None else None

    def _whose_members(self, x: Phrase) -> str | None:
        """The sector of a body that people in its genitive make up: اتحاد مقاولي البناء; None for no such people."""
        inside = self._inside(x)
        if inside is None or inside.kind != "population" or inside.sector in GOVERNMENT:
            return None
        return inside.sector

    def _wielded(self, head: Word) -> bool:
        """Whether force is told of as a means, not as a body of men: استخدام القوة، اللجوء إلى القوة، بالقوة."""
        r = head.r
        if head.hit is not None or r.lemma not in self.cues.force or not r.definite or r.pron or r.number != "s":
            return False
        before = [w.r.lemma for w in self.words[max(head.n - 2, 0) : head.n] if w.hit is None]
        return r.prep == "ب" or any(lemma in self.cues.wielding for lemma in before)

    def _traffic(self, part: Part) -> bool:
        """Whether a movement is one of goods or vehicles: أمام حركة البضائع."""
        head, k = self.words[part.head], part.head + 1
        moves = head.hit is None and head.r.lemma in self.cues.movement and k < part.end
        return moves and self.words[k].hit is None and self.words[k].r.lemma in self.cues.traffic

    def _of_a_kind(self, head: Word) -> bool:
        """Whether an adjective tells that what may be a regime is a system of something: النظام المصرفي."""
        behind = self.words[head.n + 1] if head.n + 1 < len(self.words) else None
        kind = behind is not None and behind.hit is None and behind.r.lemma in self.cues.kind_of_system
        return kind and head.hit is None and head.r.lemma in self.cues.system
