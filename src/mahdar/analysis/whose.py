"""Whose an army, ministry or office is that is named without its state."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mahdar.analysis.chunks import Chunk, Word, nominal_entry
from mahdar.analysis.naming import Phrase
from mahdar.analysis.party import FORCES, GOVERNMENT, LOCAL, LOYAL, NATIONAL, NO_STATE, Party, is_state
from mahdar.analysis.pronouns import Pronouns
from mahdar.text.fold import plain
from mahdar.world.names import GROUND, TOWNS, Entry

_LATELY: Final = 120  # how many code points back forces are told whose they are


class Whose:
    """Whose a body or office is, as it is found out.

    `code`: the state or body; `sector`: of what sort that makes it; `party`: who tells it; `band`: the movement whose
    official somebody is; `meant`: who the phrase stands for, where that is found before whose it is.
    """

    def __init__(self, code: str | None, sector: str | None) -> None:
        self.code, self.sector = code, sector
        self.party: Party | None = None
        self.band: Party | None = None
        self.meant: list[Party] | None = None

    @property
    def open(self) -> bool:
        """Whether it is not known yet."""
        return self.code is None and self.meant is None

    def of(self, owner: Sequence[Party]) -> None:
        """Take it for that of a party, if its state is known."""
        self.party = owner[0] if owner else None
        code = owner[0].code if owner else None
        self.code = code if code != "UNK" else None


class Homes(Pronouns):
    """Tells to which state somebody or something belongs that is named without one."""

    def _home(self, office: Entry) -> str | None:
        """The state that an office or body named without one belongs to: that of the forces beside it, of the place,
        of the article, else of the last government met.
        """
        joined = self.beside[-1] if self.beside else None
        if joined is not None and office.sector in LOCAL and joined.sector in GOVERNMENT and is_state(joined):
            return joined.code  # اشتباكات بين الجيش الكولومبي ومتمردين
        if self.d.domestic and office.sector in GOVERNMENT:
            return self.d.domestic
        if self.d.local or self.d.home:
            return self._named_by_now(office) or (self.d.local or self.d.home if self._of_nation(office) else None)
        return self._last_state() if office.sector in GOVERNMENT else None

    def _of_nation(self, office: Entry) -> bool:
        """Whether who is named without a state is of the country of the news: التجار، اتحاد الصناعات, but no firm."""
        if office.sector != "BUS":
            return office.sector in NATIONAL
        return office.kind == "population" or plain(office.ar.split()[0]) in self.cues.trade_body

    def _named_by_now(self, office: Entry) -> str | None:
        """The state of the government or forces that the sentence has named first, rather than the article's own, for
        an office or body of a state.
        """
        here = self.words[0].token.start
        body = office.kind == "body" and office.sector == "GOV"
        ruled = LOYAL if body else frozenset()  # المعارضة التركية
        told = next(
            (
                p
                for p in self.d.recent
                if p.start >= here and p.how != "pronoun" and p.sector in GOVERNMENT | ruled and len(p.code or "") == 3
                if not self._only_where(p)
            ),
            None,
        )
        if told is None or told.code == self.cues.alliance_at.get(self.d.home):
            return None  # قصفت مقاتلات التحالف صعدة، وقالت الحكومة
        ministry = body and plain(office.ar.split()[0]) in self.cues.ministry
        if ministry and told.sector == "MIL" and told.code != self.d.home:
            return None  # غارات إسرائيلية ... بحسب وزارة الصحة
        forces = office.sector == "COP" and told.sector in FORCES  # قالت الشرطة إن قوات الأمن ...
        of_state = office.sector in GOVERNMENT - {"COP", "JUD"} or forces
        return told.code if of_state and not self.d.local else None

    def _last_state(self) -> str | None:
        """The state named last, rather one that acts in this sentence."""
        states = [
            p
            for p in reversed(self.d.recent)
            if p.code and len(p.code) == 3 and p.code not in NO_STATE and p.sector and p.kind != "media"
            if not self._only_where(p)
        ]
        start = self.words[0].token.start
        acting = [p for p in states if p.start >= start and p.kind == "government" and p.how != "pronoun"]
        # who acts in the sentence is told first
        return acting[-1].code if acting else states[0].code if states else None

    def _only_where(self, p: Party) -> bool:
        """Whether a party is a town with 'in' before it, that only tells where something is said: وفي بروكسل، أعلنت."""
        w = next((w for w in self.words if w.entry is not None and p.start < w.token.end <= p.end), None)
        before = self.words[w.n - 1] if w is not None and w.n else None
        town = w is not None and w.entry is not None and w.entry.kind in TOWNS
        return town and before is not None and before.hit is None and before.r.lemma == "في"

    def _ruling(self, body: Entry) -> bool:
        """Whether a body is called that of whoever rules: القوات الحكومية."""
        return not self.cues.governmental.isdisjoint(plain(body.ar).split())

    def _fighting(self, home: str) -> str:
        """Whose armed men those are that an article about their foe does not name: قتلت المقاومة جنديا إسرائيليا."""
        foes = self.cues.fought_by.get(home, ())
        return next((code for code in self.d.states if code in foes), foes[0]) if foes else home

    def _fought_by_rebels(self) -> str | None:
        """The state whose rebels alone the sentence has named so far: قال المتمردون إن القوات الحكومية هاجمتهم."""
        here = self.words[0].token.start
        told = [p for p in self.d.recent if p.start >= here and len(p.code or "") == 3 and p.code not in NO_STATE]
        return told[-1].code if told and all(p.sector == "REB" for p in told) else None

    def _forces(self, sector: str, at: int) -> str | None:
        """Whose the army or police is that stands alone behind one told of before: the country's own if that is among
        them, else the last one.
        """
        if sector not in ("MIL", "COP"):
            return None
        since = at - _LATELY if sector == "MIL" else 0
        known = [(p.sector, p.code, p.start) for p in self.d.recent if p.code and len(p.code) == 3]
        known += self.d.forces
        told = [x for x in known if x[0] == sector and since <= x[2] < at and x[1] not in NO_STATE]
        told.sort(key=lambda x: x[2])
        codes = [code for _, code, _ in told]
        if not codes or self.d.home in codes or self.d.local in codes:
            return None
        named = self._named_here() if told[-1][2] < self.words[0].token.start else set()
        return None if len(named) == 1 and named.isdisjoint(codes) else codes[-1]

    def _named_here(self) -> set[str | None]:
        """The states whose governments or forces the sentence has named so far."""
        here = self.words[0].token.start
        return {p.code for p in self.d.recent if p.start >= here and is_state(p) and p.how != "pronoun"}

    def _told_by_another(self, force: Party) -> bool:
        """Whether a force told of in an earlier sentence is foreign to the government that alone this one names: قال
        وزير إسرائيلي إن الجيش.
        """
        named = self._named_here()
        return force.start < self.words[0].token.start and len(named) == 1 and force.code not in named

    def _troops(self, at: int) -> str | None:
        """Whose soldiers are meant that a sentence only calls so: those of the forces that it named last."""
        here = self.words[0].token.start
        told = [p for p in self.d.recent if here <= p.start < at and p.sector == "MIL" and p.how != "pronoun"]
        return told[-1].code if told and told[-1].code not in NO_STATE else None

    def _force_before(self) -> Party | None:
        """The army or police of a state that the sentence has named last of all: اعتقل الجيش المالي وزير الداخلية."""
        last = self.d.recent[-1] if self.d.recent else None
        if last is None or last.start < self.words[0].token.start or last.sector not in FORCES:
            return None
        return last if last.kind != "person" and last.how != "pronoun" and is_state(last) else None

    def _native(self, x: Phrase) -> bool:
        """Whether a body of journalists is of the country that the news is from: نقابة الصحفيين، إذاعة محلية."""
        behind = (self.words[k].r for k in range(x.part.head + 1, x.part.end))
        union = self.words[x.part.head].r.lemma in self.cues.group_back - self.cues.genus
        return union or any(r.pos == "adj" and r.lemma in self.cues.local_source for r in behind)

    def _foreign(self, x: Phrase) -> bool:
        """Whether an attribute or genitive tells that forces are not the country's own: القوات الأجنبية."""
        behind = (self.words[k] for k in range(x.part.head + 1, x.part.end))
        return any(w.hit is None and w.r.lemma in self.cues.foreign for w in behind)

    def _placed(self, x: Phrase) -> str | None:
        """The state in which the phrase behind a body says that it is: الحكومة الانتقالية في جمهورية تشاد."""
        k = x.part.end
        if self.words[x.part.head].r.lemma in self.cues.envoys or k + 1 >= len(self.words):
            return None
        if self.words[k].hit is not None or self.words[k].token.folded != "في":
            return None
        place = self.words[k + 1]
        if place.hit is None and place.r.lemma in self.cues.country_noun and k + 2 < len(self.words):
            place = self.words[k + 2]
        known = place.entry is not None and place.entry.kind in GROUND
        if known and place.entry is not None:
            return place.entry.code or None
        body = nominal_entry(self.words, k + 1, self.world)
        if body is None or body[0].kind != "body" or body[0].sector != "LEG":
            return None
        nation = self.words[body[1]].entry if body[1] < len(self.words) else None  # لجنة الأمن في البرلمان الإيراني
        return nation.code or None if nation is not None and nation.kind == "adjective" else None

    def places_a_body(self, chunks: list[Chunk]) -> frozenset[int]:
        """The words of places right behind a body that a preposition governs, or after which talks are named: اتهامات
        صادرة عن السلطات في باماكو، إلى مكتب الوكالة في بازل، مفاوضات أروشا.
        """
        out = [w.n for w in self.words if w.n and w.entry is not None and w.entry.kind in TOWNS and self._talks_at(w)]
        for x, y in pairwise(chunks):
            if x.kind == "np" and x.prep and y.kind == "np" and y.rel == "fi":
                head = self.words[x.head]
                found = nominal_entry(self.words, x.head, self.world)
                body = found is not None and found[0].kind == "body"
                outlet = any(w.entry is not None and w.entry.kind == "media" for w in self.words[x.head : x.end])
                if body or outlet or (head.hit is None and head.r.lemma in self.cues.post):
                    out += range(y.start, y.end)
        return frozenset(out)

    def _talks_at(self, w: Word) -> bool:
        """Whether talks are named after a town: محادثات جنيف."""
        before = self.words[w.n - 1]
        return before.hit is None and before.r.lemma in self.cues.held_at

    def _somewhere(self, x: Phrase) -> bool:
        """Whether the prepositional phrase behind a head only tells where it is: قوات الأمن في باماكو."""
        of = x.part.of
        at = self.words[of[0] - 1] if of is not None and of[0] else None
        where = at is not None and at.hit is None and at.r.lemma == "في"
        return where and bool(x.codes) and x.codes[0][1].kind in GROUND
