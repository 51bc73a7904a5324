"""What stands in one phrase that tells who is meant: names, nationalities, names nobody knows, a title."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.chunks import Part, Word, agreement, in_charge_of, nominal_entry
from mahdar.analysis.discourse import Discourse
from mahdar.analysis.names import Hit
from mahdar.analysis.party import Party
from mahdar.language.cues import Cues
from mahdar.record.types import EntityKind, How
from mahdar.text.tokens import DASHES
from mahdar.world.names import GROUND, TOWNS, Entry

_PRESIDENT: Final = "president"  # whose title other bodies have too: رئيس الرابطة


class Scope:
    """A sentence as it is read, and the article before it: all that a phrase is read by."""

    def __init__(self, words: list[Word], text: str, discourse: Discourse, cues: Cues) -> None:
        self.words, self.text, self.d, self.cues = words, text, discourse, cues
        self.world = discourse.world
        self.voices: list[tuple[int, int, Party]] = []  # whose words the code points [start, end) are
        self.beside: list[Party] = []  # to whom the phrase read now is joined
        self.apart: list[Party] = []  # who speaks to those that the phrase read now stands for

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Code points of words `[start, end)`, a clitic conjunction or preposition of the first left off."""
        w = self.words[start]
        if w.hit is not None and w.n == start and (start == 0 or self.words[start - 1].hit is not w.hit):
            cut = w.hit.stem - (2 if w.hit.article else 0)
            if w.hit.prep and w.token.folded[len(w.hit.conj) :].startswith("لل"):
                cut = len(w.hit.conj)
        elif w.hit is not None:
            cut = 0
        else:
            cut = w.r.stem - (2 if w.r.definite and not w.r.pron and w.r.stem >= 2 else 0)
            if w.r.prep == "ل" and w.r.definite and not w.r.pron:
                cut = len(w.r.conj)
        return w.token.at(max(0, cut)), self.words[end - 1].token.end

    def part(self, part: Part, subject: Sequence[Party] = ()) -> list[Party]:
        """The parties of one phrase, see `Resolver`."""
        raise NotImplementedError

    def _inner(self, part: Part) -> Part | None:
        """The party in the genitive inside a phrase that names none by itself: طائرات الجيش، مواقف الجانبين."""
        named = nominal_entry(self.words, part.head, self.world)
        for k in range(part.head + 1, part.end):
            w = self.words[k]
            if w.hit is not None:
                return None
            if w.r.pos == "adj" and named is not None and named[0].kind == "body" and k < named[1]:
                continue  # قوة عسكرية
            if w.r.pos == "adj" and w.r.definite and self.words[k - 1].r.definite:
                continue  # an attribute: الخيار العسكري
            if w.r.pos == "adj" and k == part.head + 1 and self.of_deed(k):
                continue
            if w.r.pos in ("noun", "adj") and (
                nominal_entry(self.words, k, self.world) is not None
                or w.r.lemma in self.cues.pair
                or (w.r.lemma in self.cues.own and w.r.pron)
                or self._back_to_body(k, part.end)
            ):
                return Part(k, part.end, k, of=part.of, named=part.named)
        return None

    def of_deed(self, k: int) -> bool:
        """Whether an adjective only tells of what kind a deed or thing is: تدخل عسكري، مؤتمر صحفي, not اعتقال عسكري."""
        w, before = self.words[k], self.words[k - 1]
        if before.hit is not None or before.r.definite or before.r.pron or w.r.definite or w.r.number != "s":
            return False
        if before.r.form == "masdar":
            return not before.act_in(self.cues.handled_verb)
        return w.r.pos == "adj" and before.r.cls not in ("human", "group") and before.r.gender == w.r.gender

    def _back_to_body(self, k: int, end: int) -> bool:
        """Whether a phrase ends in a noun that stands for a body told before: قادة المجموعة."""
        r = self.words[k].r
        return k + 1 == end and r.number == "s" and r.definite and not r.pron and r.lemma in self.cues.group_back


class Phrase:
    """What stands in one phrase: its names, nationality adjectives, unknown names, title."""

    def __init__(self, r: Scope, part: Part) -> None:
        self.r, self.part = r, part
        self.a, self.b = r.span(part.start, part.end)
        self.text = r.text[self.a : self.b]
        self.codes: list[tuple[int, Entry]] = []
        self.outlet: Entry | None = None
        self.persons: list[tuple[int, Entry]] = []
        self.owner: str | None = None
        self.body: Part | None = None  # the body after the title that the article tells whose it is (قائد في الجيش)
        self._fields: list[tuple[int, Entry]] = []  # what a field of work is about: شؤون أفريقيا
        self._unknown: list[int] = []
        self._seen: Hit | None = None
        of = part.of
        self.hosted = of is not None and r.words[of[0] - 1].token.folded in ("لدي", "الي")  # سفيرها لدى سلطنة عمان
        self._read_words()
        self._read_beside()
        self._read_behind()
        self.codes = self.codes or [x for x in self._fields if x[1].region != x[1].code]
        run = self._unknown[:1]
        for k in self._unknown[1:]:
            if k == run[-1] + 1:
                run.append(k)
        self.unknown: tuple[int, int] | tuple[()] = (run[0], run[-1] + 1) if run else ()
        self.person = self.persons[0] if self.persons else None
        self.nominal: Entry | None = None
        self.nominal_end = part.head
        self._read_title()
        self.host = self._host()
        self.codes = [] if self.host else self.codes
        # one code an office: the nationality nearest the title leads, cities only where nothing else is named
        states = [c for c in self.codes if c[1].kind != "city"]
        self.codes = states or self.codes
        self.gender, self.number = agreement(r.words, part.head, r.cues)
        # definite by its article or by the genitive after it: حكومة تصريف الأعمال
        self.definite = r.words[part.head].r.definite or any(
            w.r.definite and w.r.pos == "noun" and w.hit is None
            for w in r.words[part.head + 1 : min(part.head + 3, part.end)]
        )
        self.harms = self._sufferers_from() < part.end
        self.definite = self.definite and not self.harms
        behind = r.words[part.head + 1 : part.end]
        self.former = any(w.hit is None and w.r.pos == "adj" and w.r.lemma in r.cues.former for w in behind)
        self.counted = False
        self._read_number()

    def _read_words(self) -> None:
        """Its own words: known names, unknown ones, whose pronoun is on it."""
        r, part, words = self.r, self.part, self.r.words
        for k in range(part.start, self._sufferers_from()):
            w = words[k]
            if w.hit is not None and w.entry is not None:
                if w.hit is not self._seen:
                    self._seen = w.hit
                    self._read_name(k, w.entry)
            elif w.r.pos == "name" and k >= part.head and not w.time and w.token.kind == "word":
                self._unknown.append(k)
            elif w.r.pron and w.r.pos in ("noun", "adj") and self.owner is None:
                # المصدر نفسه، شركات مقرها الإمارات
                same = k > part.head and (w.r.lemma in r.cues.itself or w.r.lemma in r.cues.seat_of)
                self.owner = None if same else w.r.pron

    def _read_name(self, k: int, e: Entry) -> None:
        """What a known name in it stands for."""
        part, words, cues = self.part, self.r.words, self.r.cues
        if e.kind == "person":
            self.persons.append((k, e))
        elif e.kind == "media":
            self.outlet = self.outlet or e
        elif self._surnames(k):
            self._unknown.append(k)
        elif e.region == e.code and k > part.head + 1 and words[k - 1].r.conj and e.kind == "adjective":
            return  # وزير الخارجية والتعاون الأفريقي
        elif k and words[k - 1].hit is None and words[k - 1].r.lemma in cues.currency:
            return  # مليون دولار أمريكي
        elif in_charge_of(words, part.head, k, cues):
            return
        elif e.code and not (e.kind == "city" and self.codes) and not self._held_at(k):
            into = self._fields if self._is_field(k) else self.codes
            into.append((k, e))

    def _read_beside(self) -> None:
        """The name beside a title: وزير الخارجية سامح شكري."""
        r, words = self.r, self.r.words
        if self.part.named is None:
            return
        for k in range(self.part.named[0], self.part.named[1]):
            w = words[k]
            if w.entry is not None and w.entry.kind == "person" and not self.persons:
                self.persons.append((k, w.entry))
            elif w.r.pos == "name":
                self._unknown.append(k)
        self.b = words[self.part.named[1] - 1].token.end
        self.text = r.text[self.a : self.b]

    def _read_behind(self) -> None:
        """The names, else the body, in the prepositional phrase behind it: قائد في الجيش."""
        of, words = self.part.of, self.r.words
        if of is None or self.codes:
            return
        if not self.hosted:
            for k in range(of[0], of[1]):
                e, hit = words[k].entry, words[k].hit
                if e is not None and e.code and e.kind not in ("person", "media") and hit is not self._seen:
                    self._seen = hit
                    self.codes.append((k, e))

    def _read_title(self) -> None:
        """The office or body that its words name: وزير الخارجية; of whoever heads no state: رئيس الرابطة."""
        words, part, world = self.r.words, self.part, self.r.world
        if part.of is not None and not self.codes and part.named is None:
            inside = nominal_entry(words, part.of[0], world)
            if inside is not None and inside[0].kind == "body":
                self.body = Part(part.of[0], part.of[1], part.of[0])
        found = nominal_entry(words, part.head, world) if not self._answerable() else None
        if found is not None:
            self.nominal, self.nominal_end = found
            if found[0].office == _PRESIDENT and found[1] == part.head + 1:
                self.nominal = self._head_of(found[0]) or found[0]
        for a, _ in part.apposed:
            if self.nominal is None:
                inner = nominal_entry(words, a, world)
                self.nominal = inner[0] if inner else None

    def _answerable(self) -> bool:
        """Whether it means whoever did what 'for' names behind it, no officials: معاقبة المسؤولين عن المجزرة."""
        words, k = self.r.words, self.part.head + 1
        head = words[self.part.head].r
        if not (head.definite and head.number == "p" and head.lemma in self.r.cues.answerable and k < len(words)):
            return False
        w = words[k]
        if w.hit is not None or w.r.lemma != "عن":
            return False
        deed = words[k + 1] if k + 1 < len(words) else None
        return bool(w.r.pron) or (deed is not None and deed.hit is None and deed.r.cls == "act")

    def _read_number(self) -> None:
        """Whether it counts people, who are then several: عشرين صيادا، صوماليين اثنين."""
        words, part, cues = self.r.words, self.part, self.r.cues
        self.counted = part.start < part.head and any(
            words[k].r.pos == "num" or words[k].token.kind == "number" or words[k].r.lemma in cues.counting
            for k in range(part.start, part.head)
        )
        two = words[part.head + 1].token.folded if part.head + 1 < len(words) else ""
        self.counted = self.counted or two in cues.two
        one = part.head > 0 and words[part.head - 1].r.lemma in cues.one_of
        if self.counted and self.number == "s" and words[part.head].r.cls == "human" and not one:
            self.number = "p"

    def nation(self, people: Part) -> bool:
        """Whether the first name in the phrase is the nationality of people in it."""
        return bool(self.codes) and self.codes[0][0] > people.head and self.codes[0][1].kind == "adjective"

    def _host(self) -> str:
        """The state in which an envoy whose own is not named is posted: القنصل العام في جدة; "" for none."""
        words, of = self.r.words, self.part.of
        if of is None or self.owner is not None or self.nominal is None or self.nominal.level != "envoy":
            return ""
        before, at = words[of[0] - 1], words[of[0]].entry
        posted = before.hit is None and before.r.lemma in self.r.cues.posted_at
        own = any(k < of[0] for k, _ in self.codes)
        return at.code if posted and not own and at is not None and at.kind in GROUND else ""

    def _sufferers_from(self) -> int:
        """Where the genitive begins that tells whom somebody harms, with their own nationality: خاطفو العمال الهنود."""
        words, part = self.r.words, self.part
        head, k = words[part.head], part.head + 1
        if head.hit is not None or head.r.lemma not in self.r.cues.harmer or head.r.definite or head.r.pron:
            return part.end
        of = words[k] if k < part.end else None
        return k if of is not None and of.hit is None and of.r.pos == "noun" and of.r.cls == "human" else part.end

    def _surnames(self, k: int) -> bool:
        """Whether a nationality is the family name of somebody who is told by his given name alone: قال خالد المصري."""
        head, w = self.r.words[self.part.head], self.r.words[k]
        given = k == head.n + 1 and head.hit is None and head.r.pos == "name" and head.r.lemma in self.r.world.given
        nation = w.entry is not None and w.entry.kind == "adjective" and w.entry.form == "ms"
        return given and nation and w.hit is not None and w.hit.article and not w.hit.conj + w.hit.prep

    def _is_field(self, k: int) -> bool:
        """Whether a name tells what a field of work is about, behind its noun: شؤون أفريقيا، الملف السوري."""
        before = self.r.words[k - 1] if k > self.part.head + 1 else None
        return before is not None and before.hit is None and before.r.lemma in self.r.cues.field_of_work

    def _head_of(self, office: Entry) -> Entry | None:
        """The office of whoever heads what the genitive right behind the word names, which is no state: رئيس رابطة
        المعلمين, but رئيس النظام.
        """
        words, cues, k = self.r.words, self.r.cues, self.part.head + 1
        head, of = words[k - 1].r, words[k] if k < self.part.end else None
        if of is None or head.definite or head.number != "s" or of.hit is not None or of.r.pos != "noun":
            return None
        lemma = of.r.lemma
        if of.r.pron or of.time or lemma in cues.country_noun or {lemma, of.bare, of.token.folded} & cues.governmental:
            return None
        found = nominal_entry(words, k, self.r.world)
        if found is None and of.r.cls != "group":
            return None
        if found is None and k + 1 < self.part.end:
            found = nominal_entry(words, k + 1, self.r.world)  # رئيس فرع الحزب
        sector = found[0].sector if found is not None else "SOC"
        return Entry("office", office.ar, office.en, office.ru, "", sector, [], office="head of body", level="official")

    def _held_at(self, k: int) -> bool:
        """Whether a capital only tells where what is named before it was held or made: نتائج اجتماع القاهرة, but
        محادثات القاهرة وأديس أبابا.
        """
        w = self.r.words[k - 1] if k else None
        e = self.r.words[k].entry
        if w is None or e is None or e.kind not in TOWNS or w.hit is not None or w.r.lemma not in self.r.cues.held_at:
            return False
        return e.kind != "capital" or not self._with_another(k)

    def _with_another(self, k: int) -> bool:
        """Whether another capital is joined to the one named at `k`, by 'and' or a dash."""
        words, mine = self.r.words, self.r.words[k]
        j = next((w.n for w in words[k:] if w.hit is not mine.hit), len(words))
        dash = j < len(words) and words[j].token.raw in DASHES
        other = words[j + dash] if j + dash < len(words) else None
        joined = other is not None and other.hit is not None and (dash or other.hit.conj == "و")
        return joined and other is not None and other.entry is not None and other.entry.kind == "capital"

    def make(
        self,
        key: str,
        code: str | None,
        sector: str | None,
        kind: EntityKind,
        name: str,
        how: How,
        entry: int = -1,
        office: str = "",
        weak: bool = False,
        level: str = "",
        secondary: tuple[str, ...] = (),
    ) -> Party:
        """A party mentioned by this phrase."""
        a, b, gender, number = self.a, self.b, self.gender, self.number
        return Party(
            key, code, sector or None, kind, name, a, b, how, entry, office, gender, number, weak, level, secondary
        )
