"""What the article has told so far of who is who, and who has to do with whom."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.party import SPEAKING, Party, government_of, identity, is_state, once, side
from mahdar.text.fold import plain
from mahdar.world.names import NO_DAY, RULING, Entry, World, in_force

_MEMORY: Final = 24
_LASTING: Final = 0.2  # what counts of the weight that faded: who has long dealt with each other is not forgotten
_FADING: Final = 0.85  # what an act leaves of the weight of those before it
_BODY_SHARE: Final = 0.5  # what the weight of a band with an international body counts: such rather speak to both sides
_JUST_TOLD: Final = 6.0  # weight of having been named together in this sentence
_CROWD_SHARE: Final = 0.3  # the same with people in the street
_FAINT: Final = 0.3  # weight below which a band is as good as forgotten
BAND: Final = 7  # parties told together, at most


class Band:
    """Parties told together: side by side (محادثات بين روسيا وأوكرانيا), or by an act that joins them.

    `weight`: how much they have to do with each other, fading, `acts`: by what they do; `fights`: whether with arms;
    `end`: where a phrase told them last, 0 for none, `undergone`: not as those who act; `against`: the sides of those
    to whom the others did something; `talked`: how many acts of several were told when they last met or agreed, 0 for
    never.
    """

    __slots__ = ("acts", "against", "end", "ever", "fights", "parties", "talked", "undergone", "weight")

    def __init__(self) -> None:
        self.parties: list[Party] = []
        self.weight = 0.0
        self.ever = 0.0
        self.acts = 0.0
        self.fights = False
        self.end = 0
        self.undergone = 0
        self.talked = 0
        self.against: frozenset[tuple[str, bool]] = frozenset()

    def with_body(self) -> bool:
        """Whether an international body is among them."""
        return any(p.kind in ("organization", "person") and not p.sector for p in self.parties)

    def with_crowd(self) -> bool:
        """Whether one is people in the street, who are no side in a conflict of states: الشرطة والمتظاهرون."""
        one = len({p.code for p in self.parties}) == 1
        return one and any(p.kind == "population" and p.sector == "CVL" for p in self.parties)

    def of_states(self) -> bool:
        """Whether it is one of different states, as 'the countries' wants it."""
        return len({p.code for p in self.parties if is_state(p)}) == len(self.parties)


class Discourse:
    """What the article has told so far of who is who."""

    def __init__(self, world: World, published: str | None) -> None:
        self.world = world
        self.day = (published or NO_DAY)[:10]
        self.surnames: dict[str, int] = {}
        self.seen: set[str] = set()
        self.persons: dict[str, Party] = {}
        self.titles: dict[str, Party] = {}
        self.recent: list[Party] = []
        self.outlet: Party | None = None  # the newspaper or channel told last
        self.mediators: list[Party] = []  # who mediated last: بوساطة مصر وقطر
        self.unnamed: list[Party] = []  # single speakers without a name: مصدر في الخارجية، مسؤول مصري
        self.meetings = 0  # how many acts of several parties were told
        self.bodied: list[Party] = []  # the bodies named, be it only in whose head somebody is: زعيم حركة طالبان
        self.called: dict[str, list[Party]] = {}  # the last of several that a noun stood for: الحركات التشادية
        self.styled: dict[str, Party] = {}  # who was named last behind a style or other noun: سمو الشيخ فلان
        self.papers: dict[str, list[Party]] = {}  # who put forward the last paper of a kind: مشروع قرار، مبادرة
        self._kinds: dict[str, frozenset[str]] = {}
        self.regions: dict[str, Party] = {}  # places named last, by the noun that tells what they are: قطاع غزة
        self.forces: list[tuple[str, str, int]] = []  # sector, state and place of forces named in a genitive
        self.subject: list[Party] = []
        self.speaker: Party | None = None  # who spoke last in the sentence before
        self._bands: dict[frozenset[tuple[str, bool]], Band] = {}
        self.here = 0  # where the sentence begins
        self.couple: list[Party] = []  # somebody and his counterpart, as told last: التقى الوزير نظيره
        self.fronted = ""  # the state of the place that the sentence opens with
        self.local = ""  # the same, or of a town in it
        self.dotted = False  # whether its ya has dots where a preposition has none: على, but علي حسن
        self.home = ""  # the state that the article is most about
        self.invader = ""  # the state whose forces are at work there
        self.domestic = ""  # the state whose agency tells news from home
        self.disaster = False  # whether it is about a disaster or accident, more than about violence
        self.states: tuple[str, ...] = ()  # all that it names, the most named first

    def tenure(self, entry: Entry) -> tuple[str, str, str, str]:
        """(code, sector, office, level) of a person on the day of publication: the office held then, else the last
        one before, which leaves who ruled a state a former official.
        """
        best: tuple[tuple[bool, str], tuple[str, str, str, str]] | None = None
        for tenure in entry.tenures:
            code, sector, office, level, start, end = tenure
            key = (in_force(tenure, self.day), start if start <= self.day else "")
            if best is None or key > best[0]:
                former = level in RULING and bool(end) and end + "~" < self.day < NO_DAY
                best = (key, (code, "ELI" if former else sector, office, level))
        return best[1] if best else (entry.code, entry.sector, entry.office, entry.level)

    def holder(self, code: str, office: str) -> int | None:
        """The number of the person known to hold an office on the day of publication, if just one does."""
        found = [
            n for n in self.world.holders.get(f"{code}:{office}", ()) if self.tenure(self.world.entries[n])[2] == office
        ]
        serving = [
            n
            for n in found
            if any((t[0], t[2]) == (code, office) and in_force(t, self.day) for t in self.world.entries[n].tenures)
        ]
        # the lists may spell one person in two ways in English: the Arabic name tells who is one
        return serving[0] if len({self.world.entries[n].ar for n in serving}) == 1 else None

    def note(self, parties: Sequence[Party]) -> None:
        """Remember parties in the order of their mention."""
        for p in parties:
            if p.kind == "place":
                if " " in p.name:
                    self.regions[plain(p.name.split()[0]).removeprefix("ال")] = p
            if p.kind == "person" and p.how == "title" and p.level in SPEAKING and p.number == "s":
                self.unnamed = [*self.unnamed[1 - _MEMORY :], p]
            if p.kind == "media" and p.code:
                self.outlet = p
            if p.code and p.kind not in ("place", "media") and not p.weak:
                self.recent.append(p)
                if len(self.recent) > _MEMORY:
                    del self.recent[0]

    def bodies(self, at: int) -> list[Party]:
        """The bodies named before a code point, the last first."""
        told = [p for p in (*self.recent, *self.bodied) if p.kind != "person" and p.start < at]
        told.sort(key=lambda p: -p.start)
        return told

    def before(self, at: int, bodies: bool) -> list[Party]:
        """The parties told before a code point, the last first; `bodies`: those with a noun for her too, be they only
        told as whose somebody is (قتل مقاتلو الحركة ... وقال المتحدث باسمها).
        """
        told = [p for p in reversed(self.recent) if p.start < at]
        if bodies:
            told += [p for p in self.bodied if p.start < at and p.gender == "f"]
            told.sort(key=lambda p: -p.start)
        return told

    def of_kind(self, noun: str) -> frozenset[str]:
        """The keys of all known bodies that have a name which begins with a noun: حركة."""
        if noun not in self._kinds:
            found = (n for first in (noun, "ال" + noun) for _, n in self.world.names.get(first, ()))
            self._kinds[noun] = frozenset(identity(self.world.entries[n])[0] for n in found)
        return self._kinds[noun]

    def met(
        self,
        parties: Sequence[Party],
        weight: float,
        others: Sequence[Party] = (),
        armed: bool = False,
        talked: bool = False,
    ) -> None:
        """Remember that parties had to do with each other; what was remembered before fades.

        `others`: those of them to whom the rest did something; `armed`: that they fought; `talked`: that they met.
        """
        self.meetings += 1
        for x in self._bands.values():
            x.weight *= _FADING
            x.acts *= _FADING
        x = self._band(parties)
        x.weight += weight
        x.ever += weight
        x.acts += weight
        x.fights = x.fights or (armed and not x.with_crowd())
        x.talked = self.meetings if talked else x.talked
        x.against = frozenset(side(p) for p in others)

    def told(self, parties: Sequence[Party], weight: float, acting: bool) -> None:
        """Remember that one phrase named several parties, be it as those who act."""
        one = once(parties)
        if len(one) == 1:
            one = [p for p in parties if p.kind not in ("place", "media") and not p.weak]
        if 2 <= len(one) <= BAND:
            x = self._band(one)
            x.weight += weight
            x.end = max(p.end for p in parties)
            x.undergone = x.undergone if acting else x.end

    def _band(self, parties: Sequence[Party]) -> Band:
        sides = frozenset(side(p) for p in parties)
        at_home = frozenset((p.key, True) for p in parties)  # two governments in one country: بغداد وأربيل
        x = self._bands.setdefault(sides if len(sides) > 1 else at_home, Band())
        x.parties = list(parties)
        return x

    @property
    def pair(self) -> list[Party]:
        """The parties that have most to do with each other by what they do, lately above all."""
        acting = [x for x in self._bands.values() if x.acts]
        share = [x.acts * (_CROWD_SHARE if x.with_crowd() else 1.0) for x in acting]
        return acting[share.index(max(share))].parties if acting else []

    @property
    def talkers(self) -> list[Party]:
        """Who talks where talks are taken up again: the pair if it fights or has met, else who met or agreed last."""
        talked = [x for x in self._bands.values() if x.talked]
        pair = next((x for x in self._bands.values() if x.parties is self.pair), None)
        if pair is not None and not any(p.sector == "CVL" for p in pair.parties):
            if pair.fights or pair.talked or not talked:
                return pair.parties
        return max(talked, key=lambda x: x.talked).parties if talked else []

    def sides(self) -> list[Party]:
        """The parties met lately, one each, newest last: what 'the two sides' may mean."""
        out: list[Party] = []
        for p in reversed(self.recent):
            if p.code != "UNK" and not any(
                q.code == p.code and (q.sector == p.sector or p.sector is None or q.kind == p.kind) for q in out
            ):
                out.append(p)
        return out[::-1]

    def some(self, size: int, states: bool = False, apart: Sequence[Party] = (), foes: bool = False) -> list[Party]:
        """Who is meant by a number of parties told before, `states`: that are countries, `foes`: that fight.

        Those of that number that have most to do with each other; else those who took part in something with their
        mediators, which are not meant; else the last named. `apart`: who speaks to them, so is hardly one of them.
        """
        aside = {side(p) for p in (*apart, *self.mediators)}
        fit = [x for x in self._bands.values() if len(x.parties) == size and (not states or x.of_states())]
        if size == 2 and not states:
            fit += [x for x in self._bands.values() if x.against and self._two_camps(x)]
        spoken = {side(p) for p in apart}
        fit = [x for x in fit if not any(side(p) in (spoken if x.undergone > self.here else aside) for p in x.parties)]
        fit = [x for x in fit if x.fights] or fit if foes else fit
        if size > 2 and any(x.end for x in fit):
            return max(fit, key=lambda x: x.end).parties
        best = max(fit, key=self._closeness) if fit else None
        if best is not None and best.weight >= _FAINT:
            return best.parties
        for x in sorted(self._bands.values(), key=lambda x: -x.weight):
            rest = [p for p in x.parties if side(p) not in aside]
            if len(rest) == size and (not states or all(is_state(p) for p in rest)):
                return rest
        if size > 2:
            most = [code for code in self.states if code not in {p.code for p in apart}][:size]
            return [government_of(code, code, 0, 0, "nominal") for code in most] if len(most) == size else []
        named = [p for p in self.sides() if side(p) not in aside and p.sector != "JRN" and (not states or is_state(p))]
        return named[-size:] if foes or len(named) >= size else []  # who fights in Sudan may be told as Sudan

    def _closeness(self, x: Band) -> float:
        """How likely two are meant: more, if this sentence named them together and not as those who act."""
        told = _JUST_TOLD if x.undergone > self.here else 0.0
        share = _CROWD_SHARE if x.with_crowd() else _BODY_SHARE if x.with_body() else 1.0
        return (x.weight + _LASTING * x.ever) * share + told

    def _two_camps(self, x: Band) -> bool:
        """Whether several stand against others, and not against each other as well: إكواس والدول الثلاث."""
        sides = frozenset(side(p) for p in x.parties)
        camps = [sides & x.against, sides - x.against]
        return len(sides) > 2 and all(camps) and not any(len(c) == 2 and c in self._bands for c in camps)

    def several(self, apart: Sequence[Party] = ()) -> list[Party]:
        """Who is meant by 'the parties' without a number: those of the greatest meeting or agreement lately."""
        aside = {side(p) for p in apart}
        bands = sorted(self._bands.values(), key=lambda x: -x.weight)
        greater = [x for x in bands if len(x.parties) > 2 and 2 * x.weight >= bands[0].weight]
        for x in (*greater, *bands):
            rest = [p for p in x.parties if side(p) not in aside]
            if len(rest) > 1:
                return rest
        return []

    def fighting(self) -> bool:
        """Whether anybody fights somebody."""
        return any(x.fights and len(x.parties) == 2 for x in self._bands.values())

    def partner(self, p: Party, foe: bool) -> list[Party]:
        """The other of the two with whom a party has most to do; `foe`: be it at home."""
        mine = side(p)
        fit = [x for key, x in self._bands.items() if len(key) == 2 and mine in key and (foe or x.of_states())]
        if foe:
            fit = [x for x in fit if x.fights] or [x for x in fit if not x.with_body()]
        if not fit and not foe:
            others = [code for code in self.states if code != p.code]
            return [government_of(code, code, 0, 0, "nominal") for code in others[:1]]
        return [q for q in max(fit, key=lambda x: x.weight).parties if side(q) != mine] if fit else []

    def go_betweens(self, size: int, states: bool = False) -> list[Party]:
        """Who is meant by the mediators or guarantors: those named as such, else who took part besides two sides."""
        known = [p for p in self.mediators if not states or is_state(p)]
        if len(known) > 1 and size in (0, len(known)):
            return known
        couples = [x for x in self._bands.values() if len(x.parties) == 2 and x.weight >= _FAINT]
        rivals = {side(p) for p in max(couples, key=lambda x: x.weight).parties} if couples else set()
        for x in sorted(self._bands.values(), key=lambda x: -x.weight):
            rest = [p for p in x.parties if side(p) not in rivals and (not states or is_state(p))]
            if len(rest) == size or (not size and len(rest) > 1):
                return rest
        return known or (self.some(size, states=True) if size else [])

    def last_told(self, least: int, most: int, at: int = 1 << 30, states: bool = False) -> list[Party]:
        """The parties that a phrase named together last before a code point, `least` to `most` of them."""
        told = [
            x
            for x in self._bands.values()
            if least <= len(x.parties) <= most and 0 < x.end <= at and (not states or x.of_states())
        ]
        return max(told, key=lambda x: x.end).parties if told else []
