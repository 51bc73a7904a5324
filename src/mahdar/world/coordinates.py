"""Where states and cities lie, from a table made once from GeoNames; read when first asked for."""

from functools import lru_cache
from typing import Final, NamedTuple

from mahdar.packs.tables import HOME, rows


class Point(NamedTuple):
    """Degrees north and east, as the table writes them, and the GeoNames id; all "" where the place is not known."""

    latitude: str
    longitude: str
    geoname: str


UNKNOWN: Final = Point("", "", "")


@lru_cache(maxsize=1)
def points() -> dict[tuple[str, str], Point]:
    """Known places by ISO 3166-1 alpha-3 code and English name, "" for the state, which stands at its capital."""
    return {(iso, name): Point(*point) for _, (iso, name, *point) in rows(HOME / "world" / "coordinates.tsv", 5)}
