"""Where an event happens, as dyadic layouts tell it, with coordinates from a table of known places."""

from typing import Final, NamedTuple

from mahdar.export.codes import countries, fips
from mahdar.record.types import Entity
from mahdar.world.coordinates import UNKNOWN, Point, points


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


NOWHERE: Final = Place(0, "", "", "", "", "", "", UNKNOWN)


def place(e: Entity | None) -> Place:
    """The place that an entity is, `NOWHERE` for none."""
    if e is None:
        return NOWHERE
    name = e.names.en or e.name
    state = countries().get(e.code or "")
    if state is None:
        return Place(4, name, name, e.name, "", "", "", UNKNOWN)
    whole = name == state.name
    city = "" if whole else name
    point = points().get((e.code or "", city), UNKNOWN)
    return Place(1 if whole else 4, name, city, e.name, e.code or "", state.name, fips(e), point)
