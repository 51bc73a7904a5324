"""Where an event happens, as dyadic layouts tell it, with coordinates from a table of known places."""

from functools import lru_cache
from typing import Final, NamedTuple

from mahdar.export.codes import countries, fips
from mahdar.packs.tables import HOME, rows
from mahdar.record.types import Entity


class Point(NamedTuple):
    """Degrees north and east, as the table writes them, and the GeoNames id; all "" where the place is not known."""

    latitude: str
    longitude: str
    geoname: str


class Place(NamedTuple):
    """`type`: GDELT's, 1 a country, 4 a town or other place in one, 0 none told. `city`: "" for a country."""

    type: int
    name: str
    city: str
    raw: str
    iso: str
    country: str
    fips: str
    point: Point


_UNKNOWN: Final = Point("", "", "")
NOWHERE: Final = Place(0, "", "", "", "", "", "", _UNKNOWN)


@lru_cache(maxsize=1)
def points() -> dict[tuple[str, str], Point]:
    """Known places by ISO 3166-1 alpha-3 code and English name, "" for the state, which stands at its capital."""
    table = HOME / "export" / "coordinates.tsv"
    return {(iso, name): Point(*point) for _, (iso, name, *point) in rows(table, 5)}


def place(e: Entity | None) -> Place:
    """The place that an entity is, `NOWHERE` for none."""
    if e is None:
        return NOWHERE
    name = e.names.en or e.name
    state = countries().get(e.code or "")
    if state is None:
        return Place(4, name, name, e.name, "", "", "", _UNKNOWN)
    whole = name == state.name
    city = "" if whole else name
    point = points().get((e.code or "", city), _UNKNOWN)
    return Place(1 if whole else 4, name, city, e.name, e.code or "", state.name, fips(e), point)
