"""A party: who acts or is acted on, the same all through the article."""

from collections.abc import Iterable, Sequence
from typing import Final, TypedDict, Unpack

from mahdar.record.types import EntityKind, How
from mahdar.world.names import Entry

STATE_KINDS: Final = ("state", "capital", "seat", "byname", "adjective")
OFFICED: Final = frozenset((*STATE_KINDS, "organization", "group", "bloc"))  # what a person may hold an office of
SINGLE_OFFICES: Final = ("head-of-state", "head-of-government", "minister")
SPEAKING: Final = ("official", "source", "spokesman", "member")  # who is named by a bare title again: المسؤول، المصدر
GOVERNMENT: Final = frozenset(("GOV", "MIL", "LEG", "JUD", "COP", "SPY"))
# Sectors whose people, named without a state, are those of the country that the news is from.
LOCAL: Final = frozenset(
    ("CVL", "REB", "PRM", "CRM", "MED", "OPP", "PTY", "LAB", "AGR", "EDU", "REF", "REL", "ELI", "SOC", "BUS")
)
OF_HOME: Final = LOCAL | {"COP", "MIL", "JUD", "LEG"}
PRIVATE: Final = frozenset(("BUS", "MED", "EDU", "LAB", "AGR", "SOC", "CVL"))
FORCES: Final = frozenset(("COP", "MIL", "SPY"))
LOYAL: Final = frozenset(("OPP", "PTY", "LAB"))  # who speak of their own country's government as the government
ARMED: Final = frozenset(("REB", "PRM"))
GUNMEN: Final = "UAF"  # of no country unless the article has told of them
NO_STATE: Final = frozenset(("UNK", "IMG", "NGO", "IGO", "INT"))
NATIONAL: Final = GOVERNMENT | LOCAL | {GUNMEN}


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


def two_sides(parties: Iterable[Party]) -> list[Party]:
    """The two sides that parties are of; none where they are of another number."""
    told = {side(p): p for p in parties if p.code and not p.weak and p.kind not in ("place", "media")}
    return list(told.values()) if len(told) == 2 else []


def is_state(p: Party) -> bool:
    """Whether somebody stands for a state: blocs and bodies of states have no sector."""
    return len(p.code or "") == 3 and p.code not in ("UNK", "IMG") and p.sector in GOVERNMENT


def identity(e: Entry) -> tuple[str, str | None, str | None, EntityKind]:
    """Key, code, sector and kind of what a name that is no person's stands for."""
    if e.kind == "bloc" or (e.kind == "adjective" and not (len(e.code) == 3 and e.sector)):
        return f"government:{e.code}:{e.sector}", e.code, e.sector or None, "government"
    if e.kind in STATE_KINDS:
        return f"government:{e.code}:{e.sector or 'GOV'}", e.code, e.sector or "GOV", "government"
    kind: EntityKind
    if e.kind == "city":
        kind = "place"
    elif e.kind == "media":
        kind = "media"
    else:
        kind = "armed-group" if e.kind == "group" and e.sector in ARMED else "organization"
    code = "INT" if "+" in e.code else e.code  # a group of states, see `_members`
    return f"{kind}:{e.en or e.ar}", code or None, e.sector or None, kind


def place_of(e: Entry, start: int, end: int) -> Party:
    """Where something happens, be it a city or the ground of a state."""
    return Party(f"place:{e.en or e.ar}", e.code or None, None, "place", e.ar, start, end, "name")


def government_of(code: str, name: str, start: int, end: int, how: How, gender: str = "") -> Party:
    """Who governs a state."""
    return Party(f"government:{code}:GOV", code, "GOV", "government", name, start, end, how, gender=gender)


def people_of(code: str, name: str, start: int, end: int, how: How) -> Party:
    """The people of a state."""
    return Party(f"population:{code}:CVL", code, "CVL", "population", name, start, end, how, number="p")


def members(p: Party) -> list[Party]:
    """The states of a group whose code lists them ("RUS+TUR+IRN"), or its people one each; else the party itself."""
    codes = (p.code or "").split("+")
    if len(codes) == 1:
        return [p]
    if p.kind == "organization":
        return [government_of(code, p.name, p.start, p.end, p.how) for code in codes]
    return [p._replace(code=code, sector=p.sector or "GOV", key=f"{p.key}:{code}") for code in codes]


def one_each(parties: Iterable[Party]) -> list[Party]:
    """The known parties, the first of each side."""
    out: list[Party] = []
    for p in parties:
        if p.code not in (None, "UNK") and not any(side(q) == side(p) for q in out):
            out.append(p)
    return out


def once(parties: Sequence[Party]) -> list[Party]:
    """The same, places and outlets left out."""
    return one_each(p for p in parties if p.kind not in ("place", "media"))
