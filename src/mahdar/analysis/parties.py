"""Which parties a noun phrase stands for, through the whole article."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final, TypedDict, Unpack

from mahdar.analysis.chunks import Chunk, Part, Word, agreement, in_charge_of, nominal_entry
from mahdar.language.cues import Cues
from mahdar.language.words import Reading
from mahdar.record.types import EntityKind, How
from mahdar.text.fold import plain
from mahdar.text.tokens import DASHES
from mahdar.world.names import FAMILY_FIRST, GROUND, NO_DAY, RULING, TOWNS, Entry, World, in_force, surname

_PRONOUN: Final = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هما": ("m", "d"),
    "هن": ("f", "p"),
    "هو": ("m", "s"),
    "هي": ("f", "s"),
    "اياه": ("m", "s"),
    "اياها": ("f", "s"),
    "اياهم": ("m", "p"),
    "اياهما": ("m", "d"),
}
_SEVERAL: Final = frozenset(("هما", "هم"))
FIRST_PERSON: Final = frozenset(("نا", "ني", "ي"))
_STATE_KINDS: Final = ("state", "capital", "seat", "byname", "adjective")
_OFFICED: Final = frozenset((*_STATE_KINDS, "organization", "group", "bloc"))  # what a person may hold an office of
_SOLDIER: Final = "soldier"
_PRESIDENT: Final = "president"  # whose title other bodies have too: رئيس الرابطة
_SINGLE_OFFICES: Final = ("head-of-state", "head-of-government", "minister")
_UNSURE: Final = ("official", "person", "source", "member")  # titles that do not tell of what body somebody is
_STYLED: Final = ("head-of-state", "head-of-government", "minister", "deputy", "envoy")  # who is called فخامته، معاليه
_SPEAKING: Final = ("official", "source", "spokesman", "member")  # who is named by a bare title again: المسؤول، المصدر
_BLOC_OF: Final = {"EUP": "EU", "AFR": "AU", "ARB": "LAS"}  # the union of a part of the world
_BODIES: Final = ("organization", "armed-group", "government")  # who may have a spokesman
_ANYBODY: Final = ("official", "source")  # of these, what any of them may be called
GOVERNMENT: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
# Sectors whose people, named without a state, are those of the country that the news is from.
_LOCAL: Final = frozenset(
    ("CVL", "REB", "PRM", "CRM", "MED", "OPP", "PTY", "LAB", "AGR", "EDU", "REF", "REL", "ELI", "SOC", "BUS")
)
_OF_HOME: Final = _LOCAL | {"COP", "MIL", "JUD", "LEG"}
PRIVATE: Final = frozenset(("BUS", "MED", "EDU", "LAB", "AGR", "SOC", "CVL"))
_FORCES: Final = frozenset(("COP", "MIL", "SPY"))
LOYAL: Final = frozenset(("OPP", "PTY", "LAB"))  # who speak of their own country's government as the government
_ARMED: Final = frozenset(("REB", "PRM"))
_GUNMEN: Final = "UAF"  # of no country unless the article has told of them
_LATELY: Final = 120  # how many code points back forces are told whose they are
_PRESS: Final = "JRN"
_COMPANIES: Final = "MNC"  # of no one country
_NO_STATE: Final = frozenset(("UNK", "IMG", "NGO", "IGO", "INT"))
_NATIONAL: Final = GOVERNMENT | _LOCAL | {_GUNMEN}
_MEMORY: Final = 24
_LASTING: Final = 0.2  # what counts of the weight that faded: who has long dealt with each other is not forgotten
_FADING: Final = 0.85  # what an act leaves of the weight of those before it
_BODY_SHARE: Final = 0.5  # what the weight of a band with an international body counts: such rather speak to both sides
_JUST_TOLD: Final = 6.0  # weight of having been named together in this sentence
_CROWD_SHARE: Final = 0.3  # the same with people in the street
_FAINT: Final = 0.3  # weight below which a band is as good as forgotten
_CALL: Final = 5  # how many words behind the parties may tell what they are called on to do
_BAND: Final = 7  # parties told together, at most


class _Fields(TypedDict, total=False):
    """What `Party._replace` takes."""

    key: str
    code: str | None
    sector: str | None
    kind: EntityKind
    name: str
    start: int
    end: int
    how: How
    entry: int
    office: str
    gender: str
    number: str
    weak: bool
    level: str
    secondary: tuple[str, ...]


class Party:
    """Who a phrase stands for. `key` is the same for the same entity all through the article.

    `[start, end)`: code points of the mention. `weak`: named only by an adjective or genitive on a thing
    (Russian missiles), or no party in its own right. `gender`, `number`: of the phrase, for agreement.
    """

    __slots__ = (
        "code",
        "end",
        "entry",
        "gender",
        "how",
        "key",
        "kind",
        "level",
        "name",
        "number",
        "office",
        "secondary",
        "sector",
        "start",
        "weak",
    )

    def __init__(
        self,
        key: str,
        code: str | None,
        sector: str | None,
        kind: EntityKind,
        name: str,
        start: int,
        end: int,
        how: How,
        entry: int = -1,
        office: str = "",
        gender: str = "",
        number: str = "s",
        weak: bool = False,
        level: str = "",
        secondary: tuple[str, ...] = (),
    ) -> None:
        self.key: Final = key
        self.code: Final = code
        self.sector: Final = sector
        self.kind: Final = kind
        self.name: Final = name
        self.start: Final = start
        self.end: Final = end
        self.how: Final = how
        self.entry: Final = entry
        self.office: Final = office
        self.gender: Final = gender
        self.number: Final = number
        self.weak: Final = weak
        self.level: Final = level
        self.secondary: Final = secondary

    def at(self, start: int, end: int, how: How) -> "Party":
        """The same party, mentioned at another place."""
        return Party(
            self.key,
            self.code,
            self.sector,
            self.kind,
            self.name,
            start,
            end,
            how,
            self.entry,
            self.office,
            self.gender,
            self.number,
            self.weak,
            self.level,
            self.secondary,
        )

    def _replace(self, **fields: Unpack[_Fields]) -> "Party":
        """The same party but for some fields."""
        return Party(
            fields.get("key", self.key),
            fields.get("code", self.code),
            fields.get("sector", self.sector),
            fields.get("kind", self.kind),
            fields.get("name", self.name),
            fields.get("start", self.start),
            fields.get("end", self.end),
            fields.get("how", self.how),
            fields.get("entry", self.entry),
            fields.get("office", self.office),
            fields.get("gender", self.gender),
            fields.get("number", self.number),
            fields.get("weak", self.weak),
            fields.get("level", self.level),
            fields.get("secondary", self.secondary),
        )


def side(p: Party) -> tuple[str, bool]:
    """On which side of a conflict inside a country a party stands: (code, whether it is the government's)."""
    return p.code or "UNK", not p.sector or p.sector in GOVERNMENT


def identity(e: Entry) -> tuple[str, str | None, str | None, EntityKind]:
    """Key, code, sector and kind of what a name that is no person's stands for."""
    if e.kind == "bloc" or (e.kind == "adjective" and not (len(e.code) == 3 and e.sector)):
        return f"government:{e.code}:{e.sector}", e.code, e.sector or None, "government"
    if e.kind in _STATE_KINDS:
        return f"government:{e.code}:{e.sector or 'GOV'}", e.code, e.sector or "GOV", "government"
    kind: EntityKind
    if e.kind == "city":
        kind = "place"
    elif e.kind == "media":
        kind = "media"
    else:
        kind = "armed-group" if e.kind == "group" and e.sector in _ARMED else "organization"
    code = "INT" if "+" in e.code else e.code  # a group of states, see `_members`
    return f"{kind}:{e.en or e.ar}", code or None, e.sector or None, kind


def place_of(e: Entry, start: int, end: int) -> Party:
    """Where something happens, be it a city or the ground of a state."""
    return Party(f"place:{e.en or e.ar}", e.code or None, None, "place", e.ar, start, end, "name")


def government_of(code: str, name: str, start: int, end: int, how: How, gender: str = "") -> Party:
    """Who governs a state."""
    return Party(f"government:{code}:GOV", code, "GOV", "government", name, start, end, how, gender=gender)


def _members(p: Party) -> list[Party]:
    """The states of a group whose code lists them ("RUS+TUR+IRN"), or its people one each; else the party itself."""
    codes = (p.code or "").split("+")
    if len(codes) == 1:
        return [p]
    if p.kind == "organization":
        return [government_of(code, p.name, p.start, p.end, p.how) for code in codes]
    return [p._replace(code=code, sector=p.sector or "GOV", key=f"{p.key}:{code}") for code in codes]


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
        return len({p.code for p in self.parties if _is_state(p)}) == len(self.parties)


def _is_state(p: Party) -> bool:
    """Whether somebody stands for a state: blocs and bodies of states have no sector."""
    return len(p.code or "") == 3 and p.code not in ("UNK", "IMG") and p.sector in GOVERNMENT


def people_of(code: str, name: str, start: int, end: int, how: How) -> Party:
    """The people of a state."""
    return Party(f"population:{code}:CVL", code, "CVL", "population", name, start, end, how, number="p")


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
            if p.kind == "person" and p.how == "title" and p.level in _SPEAKING and p.number == "s":
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
        one = _once(parties)
        if len(one) == 1:
            one = [p for p in parties if p.kind not in ("place", "media") and not p.weak]
        if 2 <= len(one) <= _BAND:
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
            if len(rest) == size and (not states or all(_is_state(p) for p in rest)):
                return rest
        if size > 2:
            most = [code for code in self.states if code not in {p.code for p in apart}][:size]
            return [government_of(code, code, 0, 0, "nominal") for code in most] if len(most) == size else []
        named = [p for p in self.sides() if side(p) not in aside and p.sector != "JRN" and (not states or _is_state(p))]
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
        known = [p for p in self.mediators if not states or _is_state(p)]
        if len(known) > 1 and size in (0, len(known)):
            return known
        couples = [x for x in self._bands.values() if len(x.parties) == 2 and x.weight >= _FAINT]
        rivals = {side(p) for p in max(couples, key=lambda x: x.weight).parties} if couples else set()
        for x in sorted(self._bands.values(), key=lambda x: -x.weight):
            rest = [p for p in x.parties if side(p) not in rivals and (not states or _is_state(p))]
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


def one_each(parties: Iterable[Party]) -> list[Party]:
    """The known parties, the first of each side."""
    out: list[Party] = []
    for p in parties:
        if p.code not in (None, "UNK") and not any(side(q) == side(p) for q in out):
            out.append(p)
    return out


def _once(parties: Sequence[Party]) -> list[Party]:
    return one_each(p for p in parties if p.kind not in ("place", "media"))


class Resolver:
    """Reads parties out of the phrases of one sentence."""

    def __init__(self, words: list[Word], text: str, discourse: Discourse, cues: Cues) -> None:
        self.words, self.text, self.d, self.cues = words, text, discourse, cues
        self.world = discourse.world
        self.voices: list[tuple[int, int, Party]] = []  # whose words the code points [start, end) are
        self.beside: list[Party] = []  # to whom the phrase read now is joined
        self.apart: list[Party] = []  # who speaks to those that the phrase read now stands for

    def speaker(self, at: int) -> list[Party]:
        """Who speaks at a code point: the speaker of the innermost statement around it."""
        around = [(end - start, n) for n, (start, end, _) in enumerate(self.voices) if start <= at < end]
        return [self.voices[min(around)[1]][2]] if around else []

    def parties(self, chunk: Chunk, subject: Sequence[Party] = ()) -> list[Party]:
        """The parties of all coordinated phrases of a chunk, each once."""
        out: list[Party] = []
        for part in chunk.parts:
            if out and self._tells_more(part, out):
                continue
            self.beside = out
            for p in self.part(part, out if self._owned_by_first(part, out) else subject):
                if not any(q.key == p.key for q in out):
                    out.append(p)
        self.beside = []
        return out

    def _tells_more(self, part: Part, before: Sequence[Party]) -> bool:
        """Whether a participle joined to somebody's name only tells more of him: الصحفي فلان والمعتقل بتهمة التجسس."""
        w, k = self.words[part.head], part.end
        if w.hit is not None or w.r.pos != "adj" or not w.r.definite or w.r.number != "s" or k != part.start + 1:
            return False
        p = before[-1]
        if k >= len(self.words) or p.kind != "person" or p.how != "name" or p.gender not in ("", w.r.gender):
            return False
        behind = self.words[k]
        return w.r.form in ("active", "passive") and (behind.time or behind.r.pos == "prep" or bool(behind.r.prep))

    def _owned_by_first(self, part: Part, before: Sequence[Party]) -> bool:
        """Whether the pronoun of a coordinated phrase stands for what it is joined to: كييف وحلفاؤها، روسيا وجارتها."""
        head = self.words[part.head]
        return bool(before) and head.hit is None and bool(head.r.pron) and head.r.lemma not in self.cues.counterpart

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

    # -- one phrase --------------------------------------------------------------------------

    def part(self, part: Part, subject: Sequence[Party] = ()) -> list[Party]:
        """The parties of one phrase, its members for a group of states; empty for a thing that names none."""
        found = self._part(part, subject)
        return [q for p in found for q in _members(p)] if any("+" in (p.code or "") for p in found) else found

    def _part(self, part: Part, subject: Sequence[Party]) -> list[Party]:
        head = self.words[part.head]
        if head.hit is None and (head.r.pos == "pron" or (head.r.pos == "prep" and head.r.pron)):
            return self._pronoun(head.n, head.r.pron or head.r.lemma, subject)
        if self._wielded(head) or self._traffic(part):
            return []
        x = _Phrase(self, part)
        for k, e in x.codes:
            if e.kind in ("organization", "group"):
                gender = "f" if self.words[k].token.folded.endswith("ة") else ""
                self.d.bodied.append(self._named(e, x)._replace(gender=gender, number="s"))
        if head.hit is None and head.r.lemma in self.cues.counterpart:
            return self._counterpart(x, subject)
        if x.person is not None and (government := self._led_by(head, x)) is not None:
            return [government]
        if x.person is not None:
            found = self._person(x)
            self.d.styled |= {w.r.lemma: found for w in self.words[part.start : x.person[0]] if w.hit is None}
            extra = (
                [self._person_at(x, k, e) for k, e in x.persons[1:]]
                if head.r.number in ("d", "p") or len(x.persons) > 1
                else []
            )
            return [found, *extra]
        if head.named and (named := head.entry) is not None:
            other = [e for _, e in x.codes if e.kind == "adjective" and e.code != named.code]
            if other and named.kind == "city":
                return self._belonging(x)  # قاعدة العديد الأمريكية
            return [self._named(named, x)]
        if head.hit is None and head.r.pos == "adj" and head.r.lemma in self.cues.latter and part.end == part.head + 1:
            one = [p for p in self.d.before(x.a, x.gender == "f") if p.gender in ("", x.gender) and p.number == "s"]
            return [p.at(x.a, x.b, "nominal") for p in one[:1]] if head.r.definite else []
        sent = part.of is not None and part.named is None and head.hit is None and not self._somewhere(x)
        if sent and part.of is not None and head.r.lemma in self.cues.delegation:
            if len(x.codes) > 1 and (head.r.number == "d" or self._listed(x)):
                return [self._of_entry(e, x) for _, e in x.codes]  # وفدان من إسرائيل وحماس
            owner = self.part(Part(part.of[0], part.of[1], part.of[0]), subject)  # وحدات من الجيش
            if owner and owner[0].code != "UNK":
                return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in owner]
        told = self._told_before(head, x)
        if told is not None:
            return told
        namesake = self._of_genus(head, x)
        if namesake:
            return namesake
        if (
            head.hit is None
            and head.r.pron
            and head.r.number == "s"
            and head.r.lemma in self.cues.style_of
            and not x.codes
        ):
            back = [p for p in (*subject, *reversed(self.d.recent)) if p.kind == "person" and p.level in _STYLED]
            back = [p for p in back if p.office in self.cues.style_of[head.r.lemma]] or back
            back = [p for p in (self.d.styled.get(head.r.lemma),) if p is not None] or back
            return [back[0].at(x.a, x.b, "nominal")] if back else []
        found_entry = x.nominal
        if found_entry is not None and not x.codes and self._of_a_kind(head):
            return []  # النظام الصحي
        if found_entry is not None and found_entry.kind == "office":
            return self._office(x, found_entry, subject)
        if found_entry is not None:
            return self._body(x, found_entry, subject)
        lemma, number = head.r.lemma, head.r.number
        if head.hit is None and lemma in self.cues.pair and number == "d" and len(x.codes) >= 2:
            return [self._of_entry(e, x) for _, e in x.codes]
        if head.hit is None and head.r.pron and lemma in self.cues.own and not x.codes:
            return self._owned(x, subject, self.cues.own_sector.get(lemma))
        if head.hit is None and head.r.pron and lemma in self.cues.opposite:
            return self._opposite(x, subject)
        if head.hit is None and head.r.definite and lemma in self.cues.enemy and not x.codes:
            speaker = next(iter(subject), None) or next(iter(self.d.subject), None)  # العدو
            return [p.at(x.a, x.b, "nominal") for p in self.d.partner(speaker, True)] if speaker is not None else []
        if head.hit is None and lemma in self.cues.outlet_noun and head.r.definite and part.end == part.head + 1:
            if self.d.outlet is not None and number == "s" and not head.r.pron:
                return [self.d.outlet.at(x.a, x.b, "nominal")]  # وقالت الصحيفة
        again = lemma in self.cues.group_back and (part.end == part.head + 1 or lemma not in self.cues.post)
        if head.hit is None and again and head.r.definite and not x.codes and not head.r.pron:
            if lemma in self.cues.alliance:  # of no movement told before
                return self._allies(x) if part.end == part.head + 1 else []
            return [] if lemma in self.cues.common_noun_of_place else self._some_body(x, lemma in self.cues.movement)
        country = head.bare if head.bare in self.cues.country_noun else lemma if number == "s" else ""
        if (
            head.hit is None
            and head.r.definite
            and not head.r.pron
            and (not x.codes or self._of_region(x))
            and (country in self.cues.country_noun or (lemma in self.cues.pointed_country and self._pointed(x)))
            and part.end <= part.head + 2
        ):
            return self._country(x, self.cues.country_noun.get(country, ()))
        if head.bare in self.cues.twin:
            return [government_of(code, x.text, x.a, x.b, "nominal") for code in self.cues.twin[head.bare]]
        if (half := self._half(head, x)) is not None:
            return [half]
        if head.entry is not None:
            return self._demonym(x)
        if x.codes and lemma in self.cues.press and head.hit is None and x.person is None:
            code = x.codes[0][1].code  # صحيفة كينية
            return [x.make(f"media:{code}:{x.text}", code, "JRN", "media", x.text, "nominal")]
        if x.codes and lemma not in self.cues.observer:
            if (people := self._of_people(head, x)) is not None:
                return [p.at(x.a, x.b, "nominal")._replace(weak=True) for p in self.part(people, subject)]
            belonging = self._belonging(x)
            if number == "p" and lemma in self.cues.group_back:
                self.d.called[lemma] = belonging
            return belonging
        if x.unknown and (head.r.cls in ("human", "") or head.r.pos == "name"):
            rank = self._rank(part)
            return [self._unknown_person(x, self.d.local or self.d.home or None, rank, rank.sector if rank else None)]
        alone = head.r.definite or part.end == part.start + 1  # تظاهر المئات، تظاهر مئات في دمشق
        if head.hit is None and head.r.pos == "num" and alone and lemma in self.cues.crowd:
            code = self.d.local or self.d.home or "UNK"
            return [x.make(f"population:{code}:CVL", code, "CVL", "population", x.text, "nominal", weak=code == "UNK")]
        if lemma in self.cues.observer:
            return [x.make(f"person:UNK:{lemma}", "UNK", None, "person", x.text, "nominal", weak=True)]
        if (head.r.cls == "human" or self._people(head)) and not head.r.pron and lemma != "احد":
            code = self.d.local or self.d.home or "UNK"
            return [x.make(f"person:{code}:{lemma}", code, "CVL", "person", x.text, "nominal", weak=code == "UNK")]
        if head.hit is None and lemma in self.cues.secretariat and head.r.definite and not (head.r.pron or x.codes):
            return [p.at(x.a, x.b, "nominal") for p in self._body_of_states()]
        if (
            head.hit is None
            and head.r.cls == "group"
            and not head.r.pron
            and (head.r.definite or part.end > part.head + 1)
            and not (lemma in self.cues.of_states and (number == "p" or not head.r.definite))  # دول ثالثة
        ):
            code = self.d.local or self.d.home
            if code and self._inner(part) is None:
                return [self._some_group(x, head, code)]
        inner = self._inner(part)
        if inner is not None:
            return [p.at(x.a, x.b, "nominal")._replace(weak=True) for p in self.part(inner, subject)]
        if x.owner is not None and part.start <= part.head:
            return [p.at(x.a, x.b, "nominal")._replace(weak=True) for p in self.owner(x.owner, subject, at=x.a)[:1]]
        return []

    def _some_group(self, x: "_Phrase", head: Word, code: str) -> Party:
        """A group of no name as one of a state: رابطة أصحاب المحطات, which is الرابطة then."""
        lemma, sector = head.r.lemma, self._whose_members(x)
        some = x.make(f"organization:{code}:{lemma}", code, sector, "organization", x.text, "nominal", weak=True)
        told_whose = not head.r.definite and any(w.r.definite for w in self.words[x.part.head + 1 : x.part.end])
        if told_whose and lemma in self.cues.group_back and head.r.number == "s":
            self.d.bodied.append(some)
        return some

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

    def _somewhere(self, x: "_Phrase") -> bool:
        """Whether the prepositional phrase behind a head only tells where it is: قوات الأمن في باماكو."""
        of = x.part.of
        at = self.words[of[0] - 1] if of is not None and of[0] else None
        where = at is not None and at.hit is None and at.r.lemma == "في"
        return where and bool(x.codes) and x.codes[0][1].kind in GROUND

    def _led_by(self, head: Word, x: "_Phrase") -> Party | None:
        """The government that whoever leads it tells whose it is, whatever else he is: حكومة رئيس الوزراء فلان."""
        body = nominal_entry(self.words, head.n, self.world) if head.hit is None else None
        if x.person is None or body is None or body[0].kind != "body" or body[0].sector != "GOV" or head.r.definite:
            return None
        if x.person[0] <= head.n or body[0].code:
            return None
        leader = self._person(x)
        if len(leader.code or "") != 3 or leader.code in _NO_STATE or leader.sector in _ARMED | {"GOV"}:
            return None
        return government_of(leader.code or "", x.text, x.a, x.b, "nominal", x.gender)

    def _rank(self, part: Part) -> Entry | None:
        """The rank in an army or police that stands as a style before a name: العقيد فلان."""
        opened = (nominal_entry(self.words, k, self.world) for k in range(part.start, part.head))
        return next((found[0] for found in opened if found is not None and found[0].sector in _FORCES), None)

    def people_in(self, part: Part) -> list[Party]:
        """People of a country in the genitive of a thing or act, who may be told of again: توطين لاجئين كونغوليين."""
        head = self.words[part.head]
        x = _Phrase(self, part)
        inner = self._of_people(head, x) if x.codes and x.person is None and head.hit is None else None
        return self.part(inner) if inner is not None else []

    def _of_people(self, head: Word, x: "_Phrase") -> Part | None:
        """The people of a country in the genitive whose thing a noun tells or whom its act befalls: توطين اللاجئين
        الصوماليين، حقوق العمال الهنود.
        """
        if head.hit is not None or head.r.cls in ("human", "group", "place"):
            return None
        inner = self._inner(x.part)
        w = self.words[inner.head] if inner is not None else None
        if inner is None or w is None or w.hit is not None or w.r.cls != "human":
            return None
        office = nominal_entry(self.words, inner.head, self.world)
        if office is not None and office[0].sector in GOVERNMENT:
            return None  # توجيهات الرئيس المصري
        at, nation = x.codes[0]
        return inner if at > inner.head and nation.kind == "adjective" else None

    def _of_genus(self, head: Word, x: "_Phrase") -> list[Party]:
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

    def _half(self, head: Word, x: "_Phrase") -> Party | None:
        """The state that half a land stands for, where the article names both: هدد الشمال الجنوب, but في الجنوب."""
        code = self.cues.half.get(head.r.lemma) if head.hit is None and x.part.end == head.n + 1 else None
        if code is None or not head.r.definite or not set(self.cues.half.values()) <= set(self.d.states):
            return None
        before, relations = self.words[head.n - 1].token.folded if head.n else "", self.cues.relations
        where = bool(head.r.prep) or (before in relations.table and relations.single(before) == "fi")
        return None if where else government_of(code, x.text, x.a, x.b, "nominal", x.gender)

    def _allies(self, x: "_Phrase") -> list[Party]:
        """The alliance that is known to fight in the country that the article is about: وقصف التحالف المدينة."""
        code = self.cues.alliance_at.get(self.d.home)
        key = f"organization:{code}:{self.words[x.part.head].r.lemma}"
        return [x.make(key, code, "MIL", "organization", x.text, "nominal")] if code is not None else []

    def _some_body(self, x: "_Phrase", fights: bool) -> list[Party]:
        """The body told last, rather one that `fights` where the noun says so: what no name begins with means."""
        told = [p for p in reversed(self.d.recent) if p.kind in ("armed-group", "organization") and p.level != "body"]
        same = [p for p in told if fights and (p.kind == "armed-group" or p.sector in _LOCAL)]
        return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in (same or told)[:1]]

    def _told_before(self, head: Word, x: "_Phrase") -> list[Party] | None:
        """The parties that an expression for several told before stands for: الطرفان، الدول الثلاث، الوسطاء، زعيما
        البلدين، أطراف النزاع; None for no such expression.
        """
        r, cues = head.r, self.cues
        named = any(k < x.part.end for k, _ in x.codes)
        of_what = head.n + 1 < x.part.end and not r.definite and self.words[head.n + 1].hit is None
        if r.lemma in cues.mediator and r.number in ("d", "p") and of_what and (named or x.definite):
            return self._these(x, self.d.go_betweens(0)) or None  # وسطاء هدنة غزة
        if head.hit is not None or r.pron or named or x.unknown or r.pos not in ("noun", "adj"):
            return None
        after = self.words[head.n + 1] if head.n + 1 < len(self.words) else None
        if r.lemma in cues.of_states and r.number == "p" and after is not None and after.bare in cues.members:
            return self._these(x, [p for p in self.d.bodies(x.a) if p.kind == "organization" and not p.sector][:1])
        if r.lemma in cues.contender and r.number in ("d", "p") and (code := self._placed(x)) is not None:
            known = [p for p in self.d.several(self.apart) if p.code == code]
            if len(known) > 1:
                return self._these(x, known)
            return [x.make(f"organization:{code}:sides", code, None, "organization", x.text, "nominal")]
        before = self.words[head.n - 1].r if head.n else None
        if before is not None and before.number == "d" and before.definite and before.lemma in cues.pair:
            if r.lemma in cues.pair and r.number != "s":  # البلدين الجارين
                return self._these(x, self.d.some(2, before.lemma in cues.of_states, self.apart))
        dual = r.number == "d"
        size = 2 if dual else self._size(x) if r.definite else 0
        if r.definite and r.number in ("d", "p"):
            phrase = self.words[x.part.start : x.part.end]
            if any(w.hit is None and w.r.lemma in cues.mediator for w in phrase):
                return self._these(x, self.d.go_betweens(size, r.lemma in cues.of_states))
        office = nominal_entry(self.words, head.n, self.world)
        if r.number == "d" and office is not None and office[0].kind == "office" and (both := self._of_both_states(x)):
            return self._these(x, both)  # وزيرا الداخلية في البلدين
        of = self._governed(head, x)
        if of is not None:
            return self._of_two(head, of, x, office is not None or r.lemma in cues.pair)
        if r.number == "p" and r.definite and not size and (r.lemma in cues.contender or r.lemma in cues.envoys):
            if self._fight(head, x) and self.d.fighting():
                return self._these(x, self.d.some(2, False, self.apart, True))
            return self._these(x, self.d.several(self.apart))
        alone = r.number == "p" and r.definite and not size and x.part.end == head.n + 1
        alone = alone and (after is None or after.hit is None)  # but القادة العرب
        if alone and r.lemma in cues.leader and len(met := self.d.several(self.apart)) > 1:
            return self._these(x, met)  # واتفق القادة على
        if office is not None and office[0].kind == "office" and r.lemma not in cues.contender:
            if r.definite and (dual or (size and r.lemma in cues.pair)):
                return self._these(x, self._officials(office, size) or self.d.some(size, apart=self.apart))
        elif r.lemma in cues.pair and dual and (here := self._two_here(head, x)):
            return self._these(x, here)
        elif r.lemma in cues.pair and (dual or size):
            couple, fight = self.d.couple if dual else [], self._fight(head, x)
            if couple and not fight and self.d.here <= couple[1].start < x.a and side(couple[0]) != side(couple[1]):
                return self._these(x, couple)  # ناقش الأزمة مع نظيره، واتفق الجانبان
            return self._these(x, self.d.some(size, r.lemma in cues.of_states, self.apart, fight))
        return None

    def _two_here(self, head: Word, x: "_Phrase") -> list[Party]:
        """The two that one phrase of the sentence has named before a dual that acts itself: أحرزت مصر والسودان تقدما،
        وهي مسألة اتفق الجانبان عليها.
        """
        if not head.token.folded.endswith("ان"):
            return []
        told = self.d.last_told(2, 2, at=x.a)
        first = next((w for w in self.words if told and w.token.end > told[0].start), None)
        verb = self.words[first.n - 1] if first is not None and first.n else None
        if verb is not None and verb.r.pos == "verb" and verb.act_in(self.cues.report):
            return []  # أعلنت مصر وقطر أنه اتفق الطرفان
        aside = {side(p) for p in (*self.apart, *self.d.mediators)}
        here = all(p.start >= self.d.here and side(p) not in aside for p in told)
        return told if here and len({side(p) for p in told}) == 2 else []

    def _of_both_states(self, x: "_Phrase") -> list[Party]:
        """Both states that a phrase behind an office names: في البلدين."""
        k = x.part.end
        if k + 1 >= len(self.words) or self.words[k].hit is not None or self.words[k].token.folded != "في":
            return []
        of = self.words[k + 1]
        if of.hit is not None or of.r.number != "d" or of.r.lemma not in self.cues.of_states:
            return []
        return self.d.some(2, True, self.apart)

    def _fight(self, head: Word, x: "_Phrase") -> bool:
        """Whether the parties of a set expression are such as fight, by its noun or the words around."""
        around = (*self.words[max(0, head.n - 3) : head.n], *self.words[x.part.end : x.part.end + _CALL])
        return head.r.lemma in self.cues.foe or any(w.r.lemma in self.cues.calm for w in around)

    def _governed(self, head: Word, x: "_Phrase") -> Reading | None:
        """The definite noun at the end of the genitives that follow a head: وزيرا خارجية البلدين."""
        if head.r.definite:
            return None
        for w in self.words[head.n + 1 : x.part.end]:
            if w.hit is not None or w.r.pos != "noun" or w.r.prep:
                return None
            if w.r.definite:
                return w.r
        return None

    def _of_two(self, head: Word, of: Reading, x: "_Phrase", sides: bool) -> list[Party] | None:
        """The parties of a set expression in the genitive, or one that a genitive makes: زعيما البلدين، طرفا النزاع.

        `sides`: whether the head may stand for one of two sides.
        """
        r, cues = head.r, self.cues
        if sides and of.lemma in cues.pair and of.number == "d":
            fight = self._fight(head, x)  # معارك بين جيشي البلدين
            return self._these(x, self.d.some(2, of.lemma in cues.of_states, self.apart, fight))
        if sides and of.lemma in cues.pair and of.number == "p" and r.number == "p" and (size := self._size(x)):
            return (
                self._these(x, self.d.some(size, of.lemma in cues.of_states, self.apart)) or None
            )  # خبراء الدول الثلاث
        if r.number == "d" and r.lemma in cues.of_states:
            return self._these(x, self.d.some(2, True, self.apart))  # دولتا المصب
        alone = x.part.end == head.n + 2  # وزيرا النفط والمناجم are of one country
        if r.number == "d" and alone and not x.codes and r.lemma in cues.ministry:
            return self._these(x, self.d.some(2, True, self.apart)) or None  # وزيرا الخارجية
        if r.lemma in cues.contender and of.number == "s":
            if head.token.folded.endswith(("ا", "ي")):
                return self._these(x, self.d.some(2, False, self.apart, True))
            return self._these(x, self.d.several(self.apart)) if r.number == "p" else None
        return None

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

    def _placed(self, x: "_Phrase") -> str | None:
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

    def _these(self, x: "_Phrase", parties: list[Party]) -> list[Party]:
        head = self.words[x.part.head]
        states = {p.code for p in parties if p.sector not in _ARMED and p.code not in _NO_STATE}
        armed = self.cues.own_sector.get(head.r.lemma) == "MIL"
        armed = armed or any(w.r.lemma in self.cues.calm for w in self.words[max(0, head.n - 3) : head.n])  # معارك بين
        if len(states) == len(parties) > 1 and not armed:
            parties = [self._ruled(p) for p in parties]
        return [p.at(x.a, x.b, "nominal")._replace(number="s", weak=False) for p in parties]

    def _ruled(self, p: Party) -> Party:
        """The government of an army, for states are "the two sides" that talk after their armies fought: قصف الجيش
        الإثيوبي البلدة ... واتفق الجانبان.
        """
        if p.sector != "MIL" or p.kind == "person" or len(p.code or "") != 3:
            return p
        return government_of(p.code or "", p.name, p.start, p.end, p.how, p.gender)

    def _officials(self, office: tuple[Entry, int] | None, size: int) -> list[Party]:
        """The last persons told of that hold an office, if they are so many: الوزيران، السفراء الثلاثة."""
        if office is None or office[0].kind != "office":
            return []
        title, level = office[0].office, office[0].level if office[0].level in _SINGLE_OFFICES else ""
        held = _once(
            [p for p in reversed(self.d.recent) if p.kind == "person" and (p.office == title or level == p.level)]
        )
        if len(held) >= size:
            return held[:size]
        told = self.d.last_told(size, size)
        return told if any(side(p) == side(q) for p in held[:1] for q in told) else []  # سفيرا كينيا وجمهورية أوغندا

    def _size(self, x: "_Phrase") -> int:
        """The number that a phrase tells, or the word behind it: الدول الضامنة الثلاث; 0 for none."""
        behind = self.words[x.part.head + 1 : x.part.end + 1]
        found = [w.r.lemma for w in behind if w.hit is None and w.r.definite]
        return next((self.cues.number[lemma] for lemma in found if lemma in self.cues.number), 0)

    def _people(self, w: Word) -> bool:
        """Whether a participle in the sound masculine plural stands for people: المناهضون، المغيرين."""
        return bool(w.hit is None and w.r.form and w.r.number == "p" and w.bare.endswith(("ون", "ين")))

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

    def _pronoun(self, k: int, pron: str, subject: Sequence[Party]) -> list[Party]:
        w = self.words[k]
        return [p.at(w.token.start, w.token.end, "pronoun") for p in self.owner(pron, subject, at=w.token.start)]

    def owner(
        self, pron: str, subject: Sequence[Party] = (), not_: Sequence[Party] = (), at: int = 1 << 30
    ) -> list[Party]:
        """Whom a pronoun at code point `at` stands for: the subject if it fits, else the last fitting party named
        before.
        """
        if pron in FIRST_PERSON:
            return [p for p in self.speaker(at) if p.key not in {q.key for q in not_}]
        gender, number = _PRONOUN.get(pron, ("", ""))
        if not gender:
            return []
        avoid = {p.key for p in not_}
        one: list[Party] = []  # a single subject, which a plural pronoun means only if nothing else fits
        for pool in (list(subject), self.d.before(at, gender == "f" and number == "s")):
            fit = [p for p in pool if p.code and p.key not in avoid and p.kind != "media"]
            if number == "s":
                fit = [p for p in fit if (not p.gender or p.gender == gender) and p.number == "s"]
                these = [p for p in fit if (p.start, p.end, p.how) == (fit[0].start, fit[0].end, "nominal")]
                if gender == "f" and len(these) > 2:
                    return these  # ها of the three states
                listed = self.d.last_told(3, _BAND, at, states=True) if fit and gender == "f" else []
                if fit and any(p.key == fit[0].key and p.start == fit[0].start for p in listed):
                    return [p for p in listed if p.key not in avoid]  # ها of several states
                if fit and not fit[0].gender and pool and pool[0] in subject:  # لبنان may be either
                    sure = [p for p in self.d.before(at, gender == "f") if p.gender == gender and p.number == "s"]
                    if sure and sure[0].start > fit[0].start and sure[0].key not in avoid and sure[0].kind != "media":
                        return sure[:1]
                if fit:
                    return fit[:1]
            elif pool and pool[0] in subject and len(fit) > 1:
                return fit
            elif number == "d" and pool and pool[0] not in subject and (both := _named_as_two(fit)):
                return both  # الحوار بين البلدين، وحثهما
            else:
                plural = [p for p in fit if p.number in ("p", "d")] or [
                    p for p in reversed(self.d.recent[-3:]) if p.number == "p" and p.start < at and p.key not in avoid
                ]
                if plural:  # all that one phrase names: وزيرا خارجية مصر والسودان ... لهما
                    return [p for p in plural if (p.start, p.end) == (plural[0].start, plural[0].end)]
                if number == "d" and pool and len(self.d.some(2)) == 2:
                    return self.d.some(2)
                if fit and pool[0] in subject:
                    one = one or fit[:1]
        return one

    def may_mean(self, pron: str, parties: Sequence[Party]) -> bool:
        """Whether a pronoun agrees with one of the parties."""
        gender, number = _PRONOUN.get(pron, ("", ""))
        return number != "s" or any(p.number == "s" and p.gender in ("", gender) for p in parties)

    def _counterpart(self, x: "_Phrase", subject: Sequence[Party]) -> list[Party]:
        base = next(iter(subject), None) or next(iter(self.d.subject), None)
        if x.person is not None:
            return [self._person(x)]
        office, level, sector = (base.office, base.level, base.sector) if base else ("", "", "GOV")
        out: list[Party] = []
        for _, e in x.codes[:6]:
            known = self._title_holder(e.code, office)
            if x.unknown:
                out.append(self._unknown_person(x, e.code, None, sector or "GOV", office, level))
            elif known is not None:
                out.append(known.at(x.a, x.b, "nominal"))
            else:
                out.append(
                    x.make(
                        f"person:{e.code}:{office}",
                        e.code,
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

    def _person(self, x: "_Phrase") -> Party:
        assert x.person is not None
        return self._person_at(x, *x.person)

    def _person_at(self, x: "_Phrase", k: int, e: Entry) -> Party:
        hit = self.words[k].hit
        assert hit is not None
        code, sector, office, level = self.d.tenure(e)
        told = x.nominal if x.nominal is not None and x.nominal.kind == "office" else None
        if told is not None and len(x.persons) == 1:
            states = [s for i, s in x.codes if s.kind in _OFFICED and i < k]
            if states and states[0].code != code:
                code, sector = (
                    states[0].code,
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
        if level not in _SINGLE_OFFICES:
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

    def _of_entry(self, e: Entry, x: "_Phrase", weak: bool = False) -> Party:
        return self._named(e, x)._replace(weak=weak)

    def _named(self, e: Entry, x: "_Phrase") -> Party:
        key, code, sector, kind = identity(e)
        if "+" in e.code:
            code = e.code
        if code is None and kind == "organization" and (here := self._placed(x)) is not None:
            key, code, sector = f"{key}:{here}", here, sector or "GOV"  # مجلس الأمن القومي في سيول
        return x.make(key, code, sector, kind, e.ar, "name", secondary=tuple(e.secondary), weak=kind == "place")

    def _office(self, x: "_Phrase", office: Entry, subject: Sequence[Party]) -> list[Party]:
        head = self.words[x.part.head]
        title = office.office
        if (
            len(x.codes) >= 2
            and head.r.number in ("d", "p")
            and (all(e.kind in ("adjective", "state") for _, e in x.codes) or self._listed(x))
        ):
            each = [self._titled(x, office, e, e.code) for _, e in x.codes]
            if head.r.lemma in self.cues.delegate:  # خبراء من مصر والسودان
                return [p._replace(sector="GOV") if p.sector else p for p in each]
            return each
        if office.code == "UNK":
            return [self._titled(x, office, None, None)]  # مجهولون في نيروبي
        e = x.codes[0][1] if x.codes else None
        if e is not None and e.code in _BLOC_OF and head.r.definite and head.r.number == "s" and not x.unknown:
            people = (p for p in reversed(self.d.recent) if p.kind == "person" and p.code == _BLOC_OF[e.code])
            last = next(people, None)
            if last is not None and office.level in _ANYBODY:
                return [last.at(x.a, x.b, "title")]  # المسؤول الأوروبي
        if e is not None and e.kind in ("capital", "city") and office.level == "source":
            if any(self.words[k].r.lemma in self.cues.foreign_source for k in range(x.part.start, x.part.end)):
                return [self._titled(x, office, None, None)]  # مصدر دبلوماسي في باماكو
        code = e.code if e else office.code or self._sender(x)
        whose: list[Party] = []  # who tells whose official he is
        if code is None and x.owner is not None:
            owner = self.owner(x.owner, subject, at=x.a)
            if len(owner) > 1:  # وزراء خارجيتهم
                return [self._titled(x, office, e, p.code) for p in owner]
            code = owner[0].code if owner else None
            whose = owner[:1]
        spokesman = office.level == "spokesman" and x.part.end == x.part.start + 1
        alone = code is None and x.owner is None and x.part.of is None and not spokesman
        if alone and office.sector in GOVERNMENT - _FORCES:
            force = self._force_before()
            code = force.code if force is not None else None
        band: Party | None = None  # the group told before whose official he is: الأمين العام للحزب
        if code is None and x.body is not None:
            owner = self.part(x.body, subject)
            band = self._band_of(owner)
            code = owner[0].code if owner and owner[0].code != "UNK" else None
            whose = owner[:1]
        if code is None and x.part.of is not None and x.body is None:
            owner = self.part(Part(x.part.of[0], x.part.of[1], x.part.of[0]), subject)
            if len(owner) > 1 and head.r.number == "p":  # مسؤولون من البلدين
                return [self._titled(x, office, e, p.code) for p in owner]
            band = self._band_of(owner)
            code = owner[0].code if owner and owner[0].code != "UNK" else None
            whose = owner[:1]
        inner = self._inner(x.part) if code is None and x.part.of is None and not x.harms else None
        if inner is not None and self._back_to_body(inner.head, inner.end) and (same_head := self._headed(head, inner)):
            return [same_head.at(x.a, x.b, "title")]
        if inner is not None and (
            self._back_to_body(inner.head, inner.end)
            or (head.r.number in ("s", "") and nominal_entry(self.words, inner.head, self.world) is not None)
        ):
            owner = self.part(inner, subject)  # مبعوث الأمين العام
            code = owner[0].code if owner and owner[0].code != "UNK" else None
            whose = owner[:1]
        if code is None and x.outlet is not None:  # مراسل الجزيرة
            code = x.outlet.code or None
        if code is None and (sent := self._sent(x)):
            if not x.unknown:
                return [p.at(x.a, x.b, "title") for p in sent[:1]]
            code = sent[0].code
        again = code is None and x.definite and not x.unknown and head.r.number in ("s", "")
        if again and office.level in _ANYBODY and (speaker := self._speaker_again(office.level, x.a)) is not None:
            return [speaker.at(x.a, x.b, "title")]  # وأضاف المصدر
        if office.level == "source" and code is None:
            phrase = self.words[x.part.start : x.part.end]
            told = office.sector == "CVL" or any(w.r.lemma in self.cues.local_source for w in phrase)
            code = (self._home(office) or self.d.local or self.d.home or None) if told else self.d.fronted or "UNK"
        if head.r.lemma in self.cues.observer and not x.codes:
            code = "UNK"
        if x.unknown and head.r.number in ("s", ""):
            sector = self._office_sector(office, e)
            if band is not None:
                sector = band.sector  # رئيس المكتب السياسي للحركة فلان
            home = self._home(office) or (None if e is not None else self.d.local or self.d.home or None)
            return [self._unknown_person(x, code or home, office, sector)]
        if code is None:
            if again and office.level in _SPEAKING:
                back = [p for p in reversed(self.d.recent) if p.kind == "person" and p.level == office.level]
                if back:  # وأضاف المسؤول
                    return [back[0].at(x.a, x.b, "title")]
            if again and spokesman:
                speaks = [*subject, *([self.d.speaker] if self.d.speaker is not None else [])]
                spoke = next((p for p in speaks if p.kind in _BODIES and p.code not in (None, "UNK")), None)
                if spoke is not None:  # أضاف الحزب أن ...، ونفى المتحدث
                    return [self._titled(x, office, None, spoke.code)._replace(sector=spoke.sector)]
            if x.definite and head.r.number in ("d", "p") and not x.unknown:
                back = [p for p in reversed(self.d.recent) if p.office == title and p.code != "UNK"]
                if back and (back[0].number != "s" or office.sector != "MIL"):  # الجنود: those that were told of
                    return [back[0].at(x.a, x.b, "title")]
                code = self._troops(x.a) if office.sector == "MIL" else None
            same = [p for key, p in reversed(self.d.titles.items()) if key.endswith(":" + title)]
            if not same and head.r.definite:
                same = [
                    p
                    for p in reversed(list(self.d.titles.values()))
                    if p.level == office.level
                    and office.level in ("minister", "head-of-state", "envoy", "head-of-government", "spokesman")
                ]
            if same and (head.r.definite or x.part.end > x.part.start + 1):
                return [same[0].at(x.a, x.b, "title")]
            at_home = x.definite or office.level in _SINGLE_OFFICES or office.sector in _OF_HOME
            at_home = (at_home and code is None) or any(
                self.words[k].r.lemma in self.cues.local_source for k in range(x.part.start + 1, x.part.end)
            )
            code = self._home(office) if at_home else code
            if (
                code is None
                and x.definite
                and not office.sector
                and (head.r.number == "s" or self._kind_within(x) in PRIVATE)  # مديرو المصارف
                and x.part.end > x.part.start + 1
            ):
                code = self.d.home or None  # رئيس اتحاد الغرف التجارية
        if code is not None and head.r.number in ("s", ""):
            holder = self._title_holder(code, title) if not x.former else None
            if holder is not None and (holder.gender == x.gender or not (holder.gender and x.gender)):
                self.d.titles.setdefault(f"{code}:{title}", holder)  # وزير الخارجية التركي ... الوزير
                return [holder.at(x.a, x.b, "title")]
        titled = self._titled(x, office, e, code)
        owner_is_body = bool(whose) and whose[0].code == code and not whose[0].sector and whose[0].kind != "place"
        if owner_is_body and titled.sector == "GOV":
            titled = titled._replace(sector=None)  # مسؤول في البنك الدولي
        if office.level == "source" and titled.sector == "GOV" and self._unofficial(x):
            titled = titled._replace(sector=None)  # مصادر غير رسمية
        if titled.sector in _FORCES and office.office != _SOLDIER and (service := self._force_of(x)):
            titled = titled._replace(sector=service)  # ضابط من الشرطة
        kind = self._kind_within(x)
        if kind and office.level == "source" and titled.sector == "GOV":
            titled = titled._replace(sector=kind)  # مصادر المعارضة
        if titled.sector is None and kind in PRIVATE:
            titled = titled._replace(sector=kind)  # مدير شركة
        if kind and ((titled.sector == _GUNMEN and kind in _FORCES) or (titled.sector == "GOV" and not office.sector)):
            titled = titled._replace(sector=kind)  # قناصة الشرطة، أعضاء نقابات كينية
        if code is None and office.level in _ANYBODY and (firm := self._private(x)) is not None:
            return [titled._replace(sector=firm.sector)]  # مسؤولون في شركات تأمين
        if x.former and titled.sector in GOVERNMENT:
            return [titled._replace(key=f"{titled.key}:former", sector="ELI")]
        return [titled._replace(sector=band.sector) if band is not None else titled]

    def _sender(self, x: "_Phrase") -> str | None:
        """Whose envoy somebody is of whom only the host is told: of the other states that the article names, the most
        named one: القنصل العام في جدة.
        """
        if not x.host or not (x.definite or x.unknown):
            return "UNK" if x.host else None
        return next((code for code in self.d.states if code != x.host), None)

    def _force_of(self, x: "_Phrase") -> str:
        """The sector of the police, army or service that the phrase behind an officer says he is of: ضابط من الشرطة; ""
        for none.
        """
        found = nominal_entry(self.words, x.part.of[0], self.world) if x.part.of is not None else None
        if found is None or found[0].kind != "body" or found[0].sector not in _FORCES:
            return ""
        return found[0].sector

    def _unofficial(self, x: "_Phrase") -> bool:
        """Whether an attribute tells that somebody is of no government: مصادر غير حكومية."""
        return any(self.words[k].r.pos == "neg" for k in range(x.part.head + 1, x.part.end))

    def _kind_within(self, x: "_Phrase") -> str:
        """The sector of what the genitive inside a phrase names by a common noun; "" for none."""
        inside = self._inside(x)
        return inside.sector if inside is not None else ""

    def _inside(self, x: "_Phrase") -> Entry | None:
        """What the genitive inside a phrase names by a common noun: قناصة الشرطة."""
        inner = self._inner(x.part)
        found = nominal_entry(self.words, inner.head, self.world) if inner is not None else None
        return found[0] if found is not None else None

    def _whose_members(self, x: "_Phrase") -> str | None:
        """The sector of a body that people in its genitive make up: اتحاد مقاولي البناء; None for no such people."""
        inside = self._inside(x)
        if inside is None or inside.kind != "population" or inside.sector in GOVERNMENT:
            return None
        return inside.sector

    def _band_of(self, owner: Sequence[Party]) -> Party | None:
        """The movement of a known country whose official somebody is."""
        p = owner[0] if owner else None
        if p is None or p.code == "UNK" or p.kind != "armed-group":
            return None
        return p

    def _private(self, x: "_Phrase") -> Entry | None:
        """The private body that somebody is of: مسؤول في شركة."""
        found = nominal_entry(self.words, x.body.head, self.world) if x.body is not None else None
        body = found[0] if found is not None else None
        return body if body is not None and body.sector in PRIVATE else None

    def _headed(self, head: Word, body: Part) -> Party | None:
        """Who was told last to hold an office in a body of that name: رئيس مجلس النواب ... رئيس المجلس."""
        start = f"{head.bare} {self.words[body.head].bare} "
        people = (p for p in reversed(self.d.recent) if p.kind == "person" and p.how == "title")
        return next((p for p in people if plain(self.text[p.start : p.end]).startswith(start)), None)

    def _speaker_again(self, level: str, at: int) -> Party | None:
        """The speaker without a name told last, rather one that is called alike: المصدر، المسؤول."""
        told = [p for p in reversed(self.d.unnamed) if p.start < at and (level == "source" or p.code != "UNK")]
        return next((p for p in told if p.level == level), None) or next(iter(told), None)

    def _forces(self, sector: str, at: int) -> str | None:
        """Whose the army or police is that stands alone behind one told of before: the country's own if that is among
        them, else the last one.
        """
        if sector not in ("MIL", "COP"):
            return None
        since = at - _LATELY if sector == "MIL" else 0
        known = [(p.sector, p.code, p.start) for p in self.d.recent if p.code and len(p.code) == 3]
        known += self.d.forces
        told = [x for x in known if x[0] == sector and since <= x[2] < at and x[1] not in _NO_STATE]
        told.sort(key=lambda x: x[2])
        codes = [code for _, code, _ in told]
        if not codes or self.d.home in codes or self.d.local in codes:
            return None
        named = self._named_here() if told[-1][2] < self.words[0].token.start else set()
        return None if len(named) == 1 and named.isdisjoint(codes) else codes[-1]

    def _named_here(self) -> set[str | None]:
        """The states whose governments or forces the sentence has named so far."""
        here = self.words[0].token.start
        return {p.code for p in self.d.recent if p.start >= here and _is_state(p) and p.how != "pronoun"}

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
        return told[-1].code if told and told[-1].code not in _NO_STATE else None

    def _sent(self, x: "_Phrase") -> list[Party]:
        """Who sent the mission told before that a phrase only calls so: الوفد، رئيس الوفد، أعضاء البعثة."""
        for k in range(x.part.start, x.part.end) if not x.codes else ():
            r = self.words[k].r
            if r.lemma in self.cues.mission and r.definite and not r.pron:
                return self.d.called.get(r.lemma, [])
        return []

    def _home(self, office: Entry) -> str | None:
        """The state that an office or body named without one belongs to: that of the forces beside it, of the place,
        of the article, else of the last government met.
        """
        joined = self.beside[-1] if self.beside else None
        if joined is not None and office.sector in _LOCAL and joined.sector in GOVERNMENT and _is_state(joined):
            return joined.code  # اشتباكات بين الجيش الكولومبي ومتمردين
        if self.d.domestic and office.sector in GOVERNMENT:
            return self.d.domestic
        if self.d.local or self.d.home:
            here = self.words[0].token.start
            body = office.kind == "body" and office.sector == "GOV"
            ruled = LOYAL if body else frozenset()  # المعارضة التركية
            told = [
                p
                for p in self.d.recent
                if p.start >= here and p.how != "pronoun" and p.sector in GOVERNMENT | ruled and len(p.code or "") == 3
                if not self._only_where(p)
            ]
            forces = (
                office.sector == "COP" and bool(told) and told[0].sector in _FORCES
            )  # قالت الشرطة إن قوات الأمن ...
            ministry = body and plain(office.ar.split()[0]) in self.cues.ministry
            if ministry and told and told[0].sector == "MIL" and told[0].code != self.d.home:
                return self.d.local or self.d.home  # غارات إسرائيلية ... بحسب وزارة الصحة
            if told and told[0].code == self.cues.alliance_at.get(self.d.home):
                return self.d.local or self.d.home  # قصفت مقاتلات التحالف صعدة، وقالت الحكومة
            if (office.sector in GOVERNMENT - {"COP", "JUD"} or forces) and told and not self.d.local:
                return told[0].code
            return self.d.local or self.d.home if office.sector in _NATIONAL else None
        if office.sector not in GOVERNMENT:
            return None
        states = [
            p
            for p in reversed(self.d.recent)
            if p.code
            and len(p.code) == 3
            and p.code not in ("UNK", "IMG", "NGO", "IGO", "INT")
            and p.sector
            and p.kind != "media"
            and not self._only_where(p)
        ]
        start = self.words[0].token.start
        acting = [p for p in states if p.start >= start and p.kind == "government" and p.how != "pronoun"]
        return (
            acting[-1].code if acting else states[0].code if states else None
        )  # who acts in the sentence is told first

    def _fighting(self, home: str) -> str:
        """Whose armed men those are that an article about their foe does not name: قتلت المقاومة جنديا إسرائيليا."""
        foes = self.cues.fought_by.get(home, ())
        return next((code for code in self.d.states if code in foes), foes[0]) if foes else home

    def _only_where(self, p: Party) -> bool:
        """Whether a party is a town with 'in' before it, that only tells where something is said: وفي بروكسل، أعلنت."""
        w = next((w for w in self.words if w.entry is not None and p.start < w.token.end <= p.end), None)
        before = self.words[w.n - 1] if w is not None and w.n else None
        town = w is not None and w.entry is not None and w.entry.kind in TOWNS
        return town and before is not None and before.hit is None and before.r.lemma == "في"

    def _ruling(self, body: Entry) -> bool:
        """Whether a body is called that of whoever rules: القوات الحكومية."""
        return not self.cues.governmental.isdisjoint(plain(body.ar).split())

    def _fought_by_rebels(self) -> str | None:
        """The state whose rebels alone the sentence has named so far: قال المتمردون إن القوات الحكومية هاجمتهم."""
        here = self.words[0].token.start
        told = [p for p in self.d.recent if p.start >= here and len(p.code or "") == 3 and p.code not in _NO_STATE]
        return told[-1].code if told and all(p.sector == "REB" for p in told) else None

    def _force_before(self) -> Party | None:
        """The army or police of a state that the sentence has named last of all: اعتقل الجيش المالي وزير الداخلية."""
        last = self.d.recent[-1] if self.d.recent else None
        if last is None or last.start < self.words[0].token.start or last.sector not in _FORCES:
            return None
        return last if last.kind != "person" and last.how != "pronoun" and _is_state(last) else None

    def _office_sector(self, office: Entry, e: Entry | None) -> str | None:
        if e is not None and (e.kind in ("organization", "bloc") or (e.kind == "adjective" and not e.sector)):
            return e.sector or None
        if e is not None and e.kind == "group":
            return e.sector or office.sector or None
        return office.sector or ("GOV" if e is not None else None)

    def _titled(self, x: "_Phrase", office: Entry, e: Entry | None, code: str | None) -> Party:
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

    def _unknown_person(
        self,
        x: "_Phrase",
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

    def _native(self, x: "_Phrase") -> bool:
        """Whether a body of journalists is of the country that the news is from: نقابة الصحفيين، إذاعة محلية."""
        behind = (self.words[k].r for k in range(x.part.head + 1, x.part.end))
        union = self.words[x.part.head].r.lemma in self.cues.group_back - self.cues.genus
        return union or any(r.pos == "adj" and r.lemma in self.cues.local_source for r in behind)

    def _of_one_family(self, known: Party, folded: Sequence[str]) -> bool:
        """Whether a name only has the last name of somebody met before, and another first name: بشار الأسد ...
        رفعت الأسد.
        """
        mine = plain(known.name).split()
        firsts = [name for name in (mine[0], folded[0]) if name in self.world.given]
        return len(folded) > 1 and len(mine) > 1 and len(firsts) == 2 and set(mine[:-1]).isdisjoint(folded[:-1])

    def _body(self, x: "_Phrase", body: Entry, subject: Sequence[Party]) -> list[Party]:
        head = self.words[x.part.head]
        sector = body.sector or None
        kind: EntityKind = "population" if body.kind == "population" else "organization"
        if (
            len(x.codes) >= 2
            and (head.r.number in ("d", "p") or self._joined(x) or self._of_both(x))
            and (head.r.number == "d" or all(e.kind == "adjective" or self._seat(x, k) for k, e in x.codes))
        ):
            return [
                x.make(f"{kind}:{e.code}:{body.ar}", e.code, sector, kind, x.text, "nominal", level=body.level)
                for _, e in x.codes
            ]
        e = x.codes[0][1] if x.codes else None
        if e is not None and body.code and not x.part.start <= x.codes[0][0] < x.part.end:
            e = None  # مستوطنين في الضفة
        code = e.code if e else body.code or None
        if e is not None and e.kind in ("organization", "group"):
            sector = e.sector or None
            return [self._named(e, x)._replace(gender=x.gender, number=x.number)]
        if e is not None and e.kind == "bloc":
            sector = e.sector or None
        if code is None and x.owner is not None:
            owner = self.owner(x.owner, subject, at=x.a)
            if head.r.lemma not in self.cues.force and any(self._of_all_states(p) for p in owner[:1]):
                owner = self.owner(x.owner, (), owner, x.a)  # رفضت رواندا تقريرا للأمم المتحدة ينتقد جيشها
            armed = bool(owner) and owner[0].kind == "armed-group"
            two = head.r.number == "d" and len(owner) == 2 and not armed  # قتال بين جيشيهما
            if two or (len(owner) > 1 and x.owner in _SEVERAL):  # جيشاهما
                return [
                    x.make(f"{kind}:{p.code}:{body.ar}", p.code, sector, kind, x.text, "nominal", level=body.level)
                    for p in owner
                ]
            if armed:
                return [owner[0].at(x.a, x.b, "nominal")]
            code = owner[0].code if owner else None
            if sector == "MIL" and owner and owner[0].sector in _ARMED:
                sector = owner[0].sector  # قواته, of who leads a movement
        if code is None and x.part.of is not None:
            owner = self.part(Part(x.part.of[0], x.part.of[1], x.part.of[0]), subject)
            if owner and owner[0].code != "UNK":
                return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in owner]
        inner = self._inner(x.part) if code is None and not head.r.definite else None
        if inner is not None and inner.head >= x.nominal_end:  # مجلس الوزراء is of no ministers told before
            owner = self.part(inner, subject)
            if owner and owner[0].kind == "place":
                code = owner[0].code  # أهالي القطاع
            elif owner and (owner[0].code != "UNK" or (sector == "MIL" and owner[0].sector in _ARMED)):
                return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in owner]
        if x.unknown and code is None:
            known = self.d.persons.get(self.words[x.unknown[1] - 1].token.folded)
            code = known.code if known else None
        if code is None and (sent := self._sent(x)):
            return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in sent]
        if code is None and head.r.lemma in self.cues.mission and self._foreign(x):
            sent = self._body_of_states()
            return [p.at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number) for p in sent]
        if code is None and sector == "BUS" and self._foreign(x):
            code, sector = _COMPANIES, None  # شركات أجنبية
        foreign = code is None and sector == "MIL" and self._foreign(x)
        if foreign and any(self.words[k].r.lemma in self.cues.alliance for k in range(x.part.head + 1, x.part.end)):
            code = self.cues.alliance_at.get(self.d.home)
        if code is None and not foreign and body.sector in _NATIONAL:
            code = self._placed(x)
        spoke = self.d.speaker
        if code is None and not foreign and sector == "MIL" and not head.r.definite and spoke is not None:
            if spoke.sector == "MIL" and _is_state(spoke) and not self._named_here():
                code = spoke.code  # وأضافت المصادر العسكرية أن قوة اقتحمت
        if code is None and body.sector == _PRESS and self._native(x):
            code = self._placed(x) or self.d.local or self.d.home or None
        if code is None and self._ruling(body):
            code = self._fought_by_rebels()
        if code is None:
            back = [p for p in reversed(self.d.recent) if p.key.endswith(":" + body.ar)]
            if back and body.sector in _FORCES and self._told_by_another(back[0]):
                back = []
            if back and head.r.definite:
                return [back[0].at(x.a, x.b, "nominal")._replace(gender=x.gender, number=x.number)]
            alone = head.r.definite and not foreign and body.kind != "population"
            alone = alone and head.r.lemma not in self.cues.ministry
            if alone and (forces := self._forces(body.sector, x.a)) is not None:
                return [
                    x.make(f"{kind}:{forces}:{body.ar}", forces, sector, kind, body.ar, "nominal", level=body.level)
                ]
            people = body.kind == "population" and body.sector != _GUNMEN
            arms = head.r.cls == "thing" and " " not in body.ar  # الصواريخ, but سلاح الجو
            told = people or (x.definite and not arms) or (body.sector in _OF_HOME and head.r.cls != "thing")
            if told and not foreign:
                code = self._home(body)
                code = self._fighting(code) if code is not None and sector == "REB" else code
        weak = code is None
        if weak and head.r.cls == "thing":
            return []  # إطلاق صواريخ does not tell whose they are
        key = f"{kind}:{code or 'UNK'}:{body.ar}"
        told_of = [x.make(key, code or "UNK", sector, kind, body.ar, "nominal", weak=weak, level=body.level)]
        if head.r.number == "p" and head.r.lemma in self.cues.group_back:
            self.d.called[head.r.lemma] = told_of
        return told_of

    def _of_all_states(self, p: Party) -> bool:
        """Whether somebody is an international body, which has no army, police or parliament: تقرير للأمم المتحدة."""
        return p.kind == "organization" and (not p.sector or p.code in _NO_STATE)

    def _body_of_states(self) -> list[Party]:
        """The international body named last, as one only called so: الوفد الدولي، الأمانة العامة."""
        told = [p for p in reversed(self.d.recent) if p.kind == "organization" and not p.sector]
        return told[:1]

    def _foreign(self, x: "_Phrase") -> bool:
        """Whether an attribute or genitive tells that forces are not the country's own: القوات الأجنبية."""
        behind = (self.words[k] for k in range(x.part.head + 1, x.part.end))
        return any(w.hit is None and w.r.lemma in self.cues.foreign for w in behind)

    def _joined(self, x: "_Phrase") -> bool:
        """Whether the last nationality of a phrase is joined to the one before by 'and': الشرطة الفرنسية والبلجيكية."""
        hit = self.words[x.codes[-1][0]].hit
        return hit is not None and hit.conj == "و"

    def _of_both(self, x: "_Phrase") -> bool:
        """Whether two nationalities right behind each other tell whose a joint body is: اللجنة القطرية التركية."""
        (a, e), (b, f) = x.codes[:2]
        states = e.kind == f.kind == "adjective" and len(e.code) == len(f.code) == 3 and e.code != f.code
        return len(x.codes) == 2 and states and b == a + 1

    def _listed(self, x: "_Phrase") -> bool:
        """Whether the names of a phrase are told one after the other with 'and': عن مصر والسودان والاتحاد الأفريقي."""
        hits = [(self.words[k].hit, e) for k, e in x.codes]
        return all(e.kind in _OFFICED for _, e in hits) and all(h is not None and h.conj == "و" for h, _ in hits[1:])

    def _seat(self, x: "_Phrase", k: int) -> bool:
        """Whether the name at `k` tells where several bodies sit: شركات في هونغ كونغ وسنغافورة."""
        e = self.words[k].entry
        return x.part.of is not None and x.part.of[0] <= k and e is not None and e.kind in GROUND

    def _opposite(self, x: "_Phrase", subject: Sequence[Party]) -> list[Party]:
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

    def _owned(self, x: "_Phrase", subject: Sequence[Party], sector: str | None) -> list[Party]:
        """What has a pronoun for its owner: the owner's state (بلاده), forces (قواته) or people (وفدها)."""
        out = []
        owners = self.owner(x.owner or "", subject, at=x.a)
        for p in owners if x.owner in _SEVERAL else owners[:1]:
            official = p.kind == "person" and p.sector in GOVERNMENT
            kind: EntityKind
            if official and sector == "GOV":
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
                    sector=(sector if p.sector in ("GOV", "MIL") else None) or p.sector,
                    gender=x.gender,
                    number=x.number,
                )
            )
        return out

    def _pointed(self, x: "_Phrase") -> bool:
        """Whether a noun in the singular has a demonstrative, or tells its part of the world: هذا البلد العربي."""
        head = self.words[x.part.head]
        before = self.words[head.n - 1] if head.n else None
        return head.r.number == "s" and (bool(x.codes) or (before is not None and before.r.pos == "dem"))

    def _country(self, x: "_Phrase", codes: Sequence[str]) -> list[Party]:
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

    def _of_region(self, x: "_Phrase") -> bool:
        """Whether what a noun for a country names besides is only the part of the world that it lies in."""
        return all(e.kind == "adjective" and not (len(e.code) == 3 and e.sector) for _, e in x.codes)

    def _demonym(self, x: "_Phrase") -> list[Party]:
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

    def _some_people(self, x: "_Phrase", e: Entry) -> bool:
        """Whether a nationality without article stands for people of it: اعتقلت الشرطة تشاديين."""
        hit = self.words[x.part.head].hit
        alone = len(x.codes) == 1 and x.part.start == x.part.head and hit is not None and not hit.article
        return alone and bool(e.sector) and e.form[1:] in ("d", "p")

    def _somebody(self, x: "_Phrase", e: Entry) -> bool:
        """Whether a nationality stands for one person of it: وصل نرويجي، اعتقلت الشرطة نرويجيا."""
        hit, part = self.words[x.part.head].hit, x.part
        alone = len(x.codes) == 1 and part.start == part.head and hit is not None and not hit.article
        before = self.words[part.head - 1] if part.head and hit is not None and not hit.conj else None
        if before is not None and before.hit is None and before.r.pos in ("noun", "adj") and not before.r.definite:
            return False  # قدم اقتراحا أمريكيا
        return alone and e.kind == "adjective" and e.form == "ms"

    def _belonging(self, x: "_Phrase") -> list[Party]:
        """A common noun with a party on it: Russian missiles, the position of Moscow, two Sudanese men."""
        head = self.words[x.part.head]
        if head.r.cls == "human":
            e = x.codes[0][1]
            sector = e.sector if e.kind in ("organization", "group") else "CVL"
            return [
                x.make(
                    f"person:{e.code}:{head.r.lemma}:{head.r.number}",
                    e.code,
                    sector or None,
                    "person",
                    x.text,
                    "nominal",
                )
            ]
        out = [self._of_entry(e, x, weak=head.r.cls != "group") for _, e in x.codes[:3]]
        members = self._whose_members(x) if head.r.cls == "group" and head.r.number == "s" else None
        if members is not None and all(_is_state(p) for p in out):
            key = f"organization:{{}}:{head.r.lemma}:{members}"
            kept = [p._replace(key=key.format(p.code), sector=members, kind="organization", name=x.text) for p in out]
            self.d.bodied += kept
            return kept
        inner = self._inner(x.part) if head.r.lemma in self.cues.leadership else None
        if inner is not None and inner.head < x.codes[0][0]:
            return self.part(inner)  # قيادات أحزاب كينية
        if head.r.lemma in self.cues.force and head.r.number == "s" and x.codes[0][0] == head.n + 1:
            if _is_state(p := out[0]):
                key = f"organization:{p.code}:{head.r.lemma}"
                return [p._replace(key=key, sector="MIL", kind="organization", name=x.text)]  # قوة كينية
        if head.r.cls == "group" and head.r.number == "p" and head.r.lemma not in self.cues.of_states:
            # جهات إسرائيلية may blame the government
            return [
                p._replace(key=f"organization:{p.code}:{head.r.lemma}", kind="organization")
                if p.kind == "government" and _is_state(p)
                else p
                for p in out
            ]
        return out


def _named_as_two(parties: Sequence[Party]) -> list[Party]:
    """The two parties that one phrase named last: البلدين."""
    for p in parties:
        same = [q for q in parties if (q.start, q.end) == (p.start, p.end)]
        if len(same) == 2:
            return same
    return []


class _Phrase:
    """What stands in one phrase: its names, nationality adjectives, unknown names, title."""

    def __init__(self, r: Resolver, part: Part) -> None:
        self.r, self.part = r, part
        words = r.words
        self.a, self.b = r.span(part.start, part.end)
        self.text = r.text[self.a : self.b]
        self.codes: list[tuple[int, Entry]] = []
        self.outlet: Entry | None = None
        self.persons: list[tuple[int, Entry]] = []
        unknown: list[int] = []
        self.owner: str | None = None
        self.body: Part | None = None  # the body after the title that the article tells whose it is (قائد في الجيش)
        fields: list[tuple[int, Entry]] = []  # what a field of work is about: شؤون أفريقيا
        seen = None
        for k in range(part.start, self._sufferers_from()):
            w = words[k]
            if w.hit is not None and w.entry is not None:
                if w.hit is seen:
                    continue
                seen = w.hit
                if w.entry.kind == "person":
                    self.persons.append((k, w.entry))
                elif w.entry.kind == "media":
                    self.outlet = self.outlet or w.entry
                elif self._surnames(k):
                    unknown.append(k)
                elif (
                    w.entry.region == w.entry.code
                    and k > part.head + 1
                    and words[k - 1].r.conj
                    and w.entry.kind == "adjective"
                ):
                    continue  # وزير الخارجية والتعاون الأفريقي
                elif k and words[k - 1].hit is None and words[k - 1].r.lemma in r.cues.currency:
                    continue  # مليون دولار أمريكي
                elif in_charge_of(words, part.head, k, r.cues):
                    continue
                elif w.entry.code and not (w.entry.kind == "city" and self.codes) and not self._held_at(k):
                    into = fields if self._is_field(k) else self.codes
                    into.append((k, w.entry))
            elif w.r.pos == "name" and k >= part.head and not w.time and w.token.kind == "word":
                unknown.append(k)
            elif w.r.pron and w.r.pos in ("noun", "adj") and self.owner is None:
                # المصدر نفسه، شركات مقرها الإمارات
                same = k > part.head and (w.r.lemma in r.cues.itself or w.r.lemma in r.cues.seat_of)
                self.owner = None if same else w.r.pron
        if part.named is not None:
            for k in range(part.named[0], part.named[1]):
                w = words[k]
                if w.entry is not None and w.entry.kind == "person" and not self.persons:
                    self.persons.append((k, w.entry))
                elif w.r.pos == "name":
                    unknown.append(k)
            self.b = words[part.named[1] - 1].token.end
            self.text = r.text[self.a : self.b]
        host = part.of is not None and words[part.of[0] - 1].token.folded in ("لدي", "الي")  # سفيرها لدى سلطنة عمان
        if part.of is not None and not self.codes and not host:
            for k in range(part.of[0], part.of[1]):
                w = words[k]
                if (
                    w.entry is not None
                    and w.entry.code
                    and w.entry.kind not in ("person", "media")
                    and w.hit is not seen
                ):
                    seen = w.hit
                    self.codes.append((k, w.entry))
        self.codes = self.codes or [x for x in fields if x[1].region != x[1].code]
        run = [unknown[0]] if unknown else []
        for k in unknown[1:]:
            if k == run[-1] + 1:
                run.append(k)
        self.unknown: tuple[int, int] | tuple[()] = (run[0], run[-1] + 1) if run else ()
        self.person = self.persons[0] if self.persons else None
        if part.of is not None and not self.codes and part.named is None:
            inside = nominal_entry(words, part.of[0], r.world)
            if inside is not None and inside[0].kind == "body":
                self.body = Part(part.of[0], part.of[1], part.of[0])
        found = nominal_entry(words, part.head, r.world)
        self.nominal = found[0] if found else None
        self.nominal_end = found[1] if found else part.head
        if found is not None and found[0].office == _PRESIDENT and found[1] == part.head + 1:
            self.nominal = self._head_of(found[0]) or found[0]
        for a, _ in part.apposed:
            if self.nominal is None:
                inner = nominal_entry(words, a, r.world)
                self.nominal = inner[0] if inner else None
        # one code an office: the nationality nearest the title leads, cities only where nothing else is named
        states = [c for c in self.codes if c[1].kind != "city"]
        self.codes = states or self.codes
        self.gender, self.number = agreement(words, part.head, r.cues)
        self.host = self._host()
        if self.host:
            self.codes = []
        # definite by its article or by the genitive after it: حكومة تصريف الأعمال
        self.definite = words[part.head].r.definite or any(
            w.r.definite and w.r.pos == "noun" and w.hit is None
            for w in words[part.head + 1 : min(part.head + 3, part.end)]
        )
        self.harms = self._sufferers_from() < part.end
        self.definite = self.definite and not self.harms
        behind = words[part.head + 1 : part.end]
        self.former = any(w.hit is None and w.r.pos == "adj" and w.r.lemma in r.cues.former for w in behind)
        self.counted = part.start < part.head and any(
            words[k].r.pos == "num" or words[k].token.kind == "number" or words[k].r.lemma in r.cues.counting
            for k in range(part.start, part.head)
        )
        two = words[part.head + 1].token.folded if part.head + 1 < len(words) else ""
        self.counted = self.counted or two in r.cues.two  # صوماليين اثنين
        one = part.head > 0 and words[part.head - 1].r.lemma in r.cues.one_of
        if self.counted and self.number == "s" and words[part.head].r.cls == "human" and not one:
            self.number = "p"  # عشرين صيادا

    def _host(self) -> str:
        """The state in which an envoy whose own is not named is posted: القنصل العام في جدة; "" for none."""
        words, of = self.r.words, self.part.of
        if of is None or self.owner is not None or self.nominal is None or self.nominal.level != "envoy":
            return ""
        posted = words[of[0] - 1].hit is None and words[of[0] - 1].r.lemma in self.r.cues.posted_at
        own = any(k < of[0] for k, _ in self.codes)
        at = words[of[0]].entry
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
