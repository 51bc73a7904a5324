"""Who is who: the names that the world data gives, compiled into one index of folded words."""

import tomllib
from pathlib import Path
from sys import intern
from typing import Any, Final

from mahdar.language.words import Namesakes
from mahdar.packs.shape import EntryKind, Row, Tables, Tenure
from mahdar.packs.tables import HOME, rows, several
from mahdar.text.fold import plain
from mahdar.world.english import spelled

# Kinds of entries that name places: towns, the ground that events stand on, and that with the seats of bodies.
TOWNS: Final = frozenset(("city", "capital"))
GROUND: Final = TOWNS | {"state"}
SITES: Final = GROUND | {"seat"}
NO_DAY: Final = "9999-12-31"
RULING: Final = ("head-of-state", "head-of-government")  # the levels of who rules a state
# States whose people are called by the first word of their name, which is that of the family: شي for شي جين بينغ.
FAMILY_FIRST: Final = frozenset(("CHN", "HKG", "TWN", "PRK", "KOR", "VNM", "KHM"))


class Entry:
    """A named thing, or a noun that names an office, body or population.

    kind: state seat capital byname adjective bloc organization group media person city office body population.
    `form`, for nationality adjectives: gender and number, as "ms", "fs", "mp"...
    `tenures`, for persons: (code, sector, office, level, from, to); dates as in the data, maybe empty.
    `quoted`: a name that is also a common word and counts only in quotation marks or after a genus word.
    """

    __slots__ = (
        "ar",
        "code",
        "en",
        "form",
        "gender",
        "kind",
        "level",
        "office",
        "quoted",
        "region",
        "ru",
        "secondary",
        "sector",
        "tenures",
    )

    def __init__(
        self,
        kind: EntryKind,
        ar: str,
        en: str,
        ru: str,
        code: str,
        sector: str,
        secondary: list[str],
        form: str = "",
        office: str = "",
        level: str = "",
        gender: str = "",
        quoted: bool = False,
        region: str = "",
        tenures: list[Tenure] | None = None,
    ) -> None:
        self.kind: Final = kind
        self.ar: Final = ar
        self.en: Final = en
        self.ru: Final = ru
        # interned, as `Row.kind` is a literal: they are compared time and again with others, and are few
        self.code: Final = intern(code)
        self.sector: Final = intern(sector)
        self.secondary: Final = secondary
        self.form: Final = intern(form)
        self.office: Final = office
        self.level: Final = level
        self.gender: Final = gender
        self.quoted: Final = quoted
        self.region: Final = region
        self.tenures: Final[list[Tenure]] = [] if tenures is None else tenures

    def row(self) -> Row:
        """The fields, from which the entry can be made again."""
        return (
            self.kind,
            self.ar,
            self.en,
            self.ru,
            self.code,
            self.sector,
            self.secondary,
            self.form,
            self.office,
            self.level,
            self.gender,
            self.quoted,
            self.region,
            self.tenures,
        )


def in_force(tenure: Tenure, day: str) -> bool:
    """Whether an office was held on an ISO day; a tenure without beginning or end is open there."""
    *_, start, end = tenure
    return start <= day and (not end or day <= end + "~")  # to the end of a month or year without day


class World:
    """entries; names: first folded word -> [(further words, entry number)], longest first;
    surnames: folded surname -> person numbers; led: the first words of surnames of several words;
    nominals: head lemma -> [(further lemmas, entry number)], longest first;
    holders: "code:office" -> the persons who held it; given: folded given name -> gender, "?" added where the name is
    an everyday word too; english: folded word of a name -> its English spelling; letters: how to spell other words.
    """

    __slots__ = (
        "_namesakes",
        "_regions",
        "english",
        "entries",
        "given",
        "holders",
        "led",
        "letters",
        "names",
        "nominals",
        "surnames",
    )

    def __init__(
        self,
        entries: list[Entry],
        names: dict[str, list[tuple[list[str], int]]],
        surnames: dict[str, list[int]],
        nominals: dict[str, list[tuple[list[str], int]]],
        holders: dict[str, list[int]],
        given: dict[str, str],
        english: dict[str, str],
        letters: dict[str, Any],
    ) -> None:
        self.entries: Final = entries
        self.names: Final = names
        self._namesakes: Final[dict[str, Namesakes]] = {}
        self._regions: Final[dict[str, str]] = {}
        self.surnames: Final = surnames
        self.led: Final = frozenset(x.partition(" ")[0] for x in surnames if " " in x)
        self.nominals: Final = nominals
        self.holders: Final = holders
        self.given: Final = given
        self.english: Final = english
        self.letters: Final = letters

    def namesakes(self, word: str) -> Namesakes:
        """The names that begin with a word, laid out when first asked for."""
        found = self._namesakes.get(word)
        if found is None:
            found = self._namesakes[word] = Namesakes(self.names[word])
        return found

    def region(self, code: str) -> str:
        """The code of the part of the world that a state lies in; "" where none is known."""
        if not self._regions:
            self._regions.update({e.code: e.region for e in self.entries if e.kind == "state"})
        return self._regions.get(code, "")

    def nations(self, word: str) -> set[str]:
        """The codes of the states and regions whose adjective a folded word without article is."""
        known = [self.entries[n] for further, n in self.names.get(word, ()) if not further]
        return {e.code for e in known if e.kind == "adjective"}

    def called(self, name: str) -> list[Entry]:
        """All that bear exactly a name, as words are folded; the name as a whole, without what is written with it."""
        first, *rest = plain(name).split() or [""]
        return [self.entries[n] for further, n in self.names.get(first, ()) if further == rest]

    @classmethod
    def of(cls, t: Tables) -> "World":
        """The index that tables hold."""
        entries = [Entry(*row) for row in t.entries]
        return cls(entries, t.names, t.surnames, t.nominals, t.holders, t.given, t.english, t.letters)

    def tables(self) -> Tables:
        """What the index is made of."""
        rows = [e.row() for e in self.entries]
        return Tables(
            rows, self.names, self.surnames, self.nominals, self.holders, self.given, self.english, self.letters
        )


PARTICLES: Final = {  # with which a last name may begin
    "بن",
    "ابن",
    "ابو",
    "ابي",
    "عبد",
    "ال",
    "بو",
    "دي",
    "دو",
    "فان",
    "فون",
    "لا",
    "لو",
    "مو",
    "بنت",
    "ولد",
    "دا",
    "ابا",
}
SECONDS: Final = {"الله", "الدين", "الاسلام"}  # with which a last name may end: نصر الله


class _Index:
    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.names: dict[str, list[tuple[list[str], int]]] = {}
        self.surnames: dict[str, list[int]] = {}
        self.nominals: dict[str, list[tuple[list[str], int]]] = {}
        self.holders: dict[str, list[int]] = {}
        self.given: dict[str, str] = {}
        self.letters: dict[str, Any] = {}

    def add(self, entry: Entry, names: list[str]) -> int:
        n = len(self.entries)
        self.entries.append(entry)
        self.name(n, names)
        return n

    def name(self, n: int, names: list[str]) -> None:
        for name in names:
            apart = name.replace("-", " ").replace("«", "").replace("»", "").replace("+", " + ").replace('"', ' " ')
            words = plain(apart).split()  # as a text is cut into tokens
            if words:
                slot = self.names.setdefault(words[0], [])
                if (words[1:], n) not in slot:
                    slot.append((words[1:], n))

    def nominal(self, n: int, phrase: str) -> None:
        words = [bare(w) for w in plain(phrase).split()]
        slot = self.nominals.setdefault(words[0], [])
        if (words[1:], n) not in slot:
            slot.append((words[1:], n))

    def finish(self) -> World:
        for table in (self.names, self.nominals):
            for slot in table.values():
                slot.sort(key=lambda x: -len(x[0]))
        english = spelled((e.ar, e.en) for e in self.entries if e.kind == "person" and e.en)
        return World(
            self.entries, self.names, self.surnames, self.nominals, self.holders, self.given, english, self.letters
        )


def bare(word: str) -> str:
    """A folded word without its article."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word


def adjective_forms(masculine: str, plurals: list[str]) -> list[tuple[str, str]]:
    """Every form of a nationality adjective, without article: (folded form, gender and number)."""
    m = plain(masculine)
    regular = [
        ("", "ms"),
        ("ة", "fs"),
        ("ون", "mp"),
        ("ين", "mp"),
        ("ات", "fp"),
        ("ان", "md"),
        ("تان", "fd"),
        ("تين", "fd"),
        ("ا", "ms"),
        ("تا", "fd"),
        ("تي", "fd"),
        ("ي", "mp"),
        ("و", "mp"),
    ]
    broken = [form for p in map(plain, plurals) for form in ((p,) if p.endswith(("ة", "ء")) else (p, p + "ا"))]
    return [(m + ending, form) for ending, form in regular] + [(p, "mp") for p in broken]


def build(folder: Path | None = None) -> World:
    """The world data as one index."""
    folder = folder or HOME / "world" / "data"
    x = _Index()
    _states(x, folder)
    for _, (ar, variants, en, ru, code, sector, kind) in rows(folder / "organizations.tsv", 7):
        if kind == "adjective":
            for form, gn in adjective_forms(ar, []):
                x.add(Entry("adjective", ar, en, ru, code, sector, [], form=gn), [form])
        else:
            x.add(Entry("organization", ar, en, ru, code, sector, [], form=kind), [ar, *several(variants)])
    for _, (ar, variants, en, code, sector, secondary, _kind) in rows(folder / "groups.tsv", 7):
        x.add(Entry("group", ar, en, "", code, sector, several(secondary)), [ar, *several(variants)])
        if ar.endswith("ي") and " " not in ar:
            continue
    for _, (ar, variants, en, code, _kind, quoted) in rows(folder / "media.tsv", 6):
        x.add(Entry("media", ar, en, "", code, "JRN", [], quoted=bool(quoted)), [ar, *several(variants)])
    _people(x, folder)
    for _, (ar, variants, en, ru, code, kind, ambiguous) in rows(folder / "cities.tsv", 7):
        x.add(Entry("city", ar, en, ru, code, "", [], form=kind, quoted=bool(ambiguous)), [ar, *several(variants)])
    _offices(x, folder)
    for _, (name, gender, ambiguous) in rows(folder / "given_names.tsv", 3):
        x.given.setdefault(plain(name), gender + ("?" if ambiguous else ""))
    x.letters = _toml(folder / "english.toml")
    return x.finish()


def _toml(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


# The tables of states and what entries they make; the keys of other names of a state, of what kind and sector.
_OF_STATES: Final[tuple[tuple[EntryKind, str], ...]] = (
    ("state", "state"),
    ("bloc", "bloc"),
    ("bloc", "group_adjective"),
)
_CALLED_AFTER: Final[tuple[tuple[str, EntryKind, str], ...]] = (
    ("byname", "byname", "GOV"),
    ("seat", "seat", "GOV"),
    ("seat_mil", "seat", "MIL"),
    ("seat_leg", "seat", "LEG"),
)


def _states(x: _Index, folder: Path) -> None:
    data = _toml(folder / "states.toml")
    for kind, table in _OF_STATES:
        for t in data.get(table, []):
            ar, en, ru, code = t.get("ar", []), t.get("en", [""]), t.get("ru", [""]), t["code"]
            sector = "GOV" if kind == "state" else ""
            name = ar[0] if ar else t.get("adjective", [code])[0]
            base = Entry(kind, name, (en or [""])[0], (ru or [""])[0], code, sector, [], region=t.get("region", ""))
            x.add(base, ar)
            for key, k, s in _CALLED_AFTER:
                for n in t.get(key, []):
                    x.add(Entry(k, n, base.en, base.ru, code, s, [], region=base.region), [n])
            if t.get("capital"):
                capital = Entry(
                    "capital",
                    t["capital"][0],
                    t.get("capital_en", ""),
                    t.get("capital_ru", ""),
                    code,
                    sector,
                    [],
                    region=base.region,
                )
                x.add(capital, t["capital"])
            for i, adjective in enumerate(t.get("adjective", [])):
                for form, gn in adjective_forms(adjective, t.get("plural", []) if i == 0 else []):
                    adjectival = Entry(
                        "adjective", adjective, base.en, base.ru, code, sector, [], form=gn, region=base.region
                    )
                    x.add(adjectival, [form])


def _people(x: _Index, folder: Path) -> None:
    people: dict[tuple[str, str], int] = {}
    for file in sorted((f for f in folder.iterdir() if f.name.startswith("people")), key=lambda f: f.name):
        for _, (ar, variants, en, ru, code, sector, office, level, start, end, gender) in rows(file, 11):
            tenure = (code, sector, office, level, start, end)
            n = people.get((ar, en))
            if n is None:
                entry = Entry(
                    "person", ar, en, ru, code, sector, [], office=office, level=level, gender=gender, tenures=[tenure]
                )
                n = people[(ar, en)] = x.add(entry, [ar, *several(variants)])
            else:
                x.entries[n].tenures.append(tenure)
                x.name(n, several(variants))
            if office and n not in x.holders.setdefault(f"{code}:{office}", []):
                x.holders[f"{code}:{office}"].append(n)
            for name in (ar, *several(variants)):
                s = surname(name)
                if len(s) > 2 and n not in x.surnames.setdefault(s, []):
                    x.surnames[s].append(n)


def surname(name: str) -> str:
    """The folded last name of a full name, with the word before it that it takes; empty for a single word."""
    words = plain(name.replace("-", " ")).split()
    if len(words) < 2:
        return ""
    last = words[-1]
    if len(words) > 2 and (words[-2] in PARTICLES or last in SECONDS):
        return f"{words[-2]} {last}"
    return last


def _offices(x: _Index, folder: Path) -> None:
    data = _toml(folder / "offices.toml")
    for t in data["office"]:
        for ar in t["ar"]:
            entry = Entry(
                "office",
                ar,
                t.get("en", ""),
                t.get("ru", ""),
                t.get("code", ""),
                t.get("sector", ""),
                [],
                office=t.get("en", ""),
                level=t.get("level", ""),
            )
            n = len(x.entries)
            x.entries.append(entry)
            x.nominal(n, ar)
            first, _, rest = ar.partition(" ")
            feminine = t.get("feminine", "").split(" ")[0] or first + "ة"
            if not first.endswith("ة"):
                x.nominal(n, f"{feminine} {rest}".strip())
    for t in data.get("body", []):
        n = len(x.entries)
        for ar in [t["ar"]] if isinstance(t["ar"], str) else t["ar"]:
            en, ru, code, sector = (t.get(key, "") for key in ("en", "ru", "code", "sector"))
            x.entries.append(Entry("body", ar, en, ru, code, sector, [], level="body"))
            x.nominal(n, ar)
            n = len(x.entries)
    for t in data.get("population", []):
        for ar in [t["ar"]] if isinstance(t["ar"], str) else t["ar"]:
            n = len(x.entries)
            x.entries.append(
                Entry(
                    "population",
                    ar,
                    t.get("en", ""),
                    "",
                    t.get("code", ""),
                    t.get("sector", ""),
                    [],
                    level="population",
                )
            )
            x.nominal(n, ar)


def head_nouns(folder: Path | None = None) -> list[tuple[str, list[str], str]]:
    """Head words of offices, bodies and populations for the lexicon: (singular, plurals, class)."""
    folder = folder or HOME / "world" / "data"
    data = _toml(folder / "offices.toml")
    out: list[tuple[str, list[str], str]] = []
    for key, cls in (("office", "human"), ("body", "group"), ("population", "human")):
        for t in data.get(key, []):
            names = [t["ar"]] if isinstance(t["ar"], str) else t["ar"]
            plurals = t.get("plural", [])
            for ar in names:
                head = ar.split()[0]
                head = head[2:] if head.startswith("ال") and len(head) > 4 else head
                own = [] if head.endswith("ات") else [plurals] if isinstance(plurals, str) else list(plurals)
                out.append((head, own, cls))
            if t.get("feminine"):
                out.append((t["feminine"].split()[0], ["ات"], cls))
    return out
