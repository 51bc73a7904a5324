"""Towns of the world's tables, which articles name as places, and where they lie."""

from functools import lru_cache

from mahdar.language.pack import pack
from mahdar.world.coordinates import Point, points
from mahdar.world.names import Entry


@lru_cache(maxsize=1 << 12)
def town(name: str) -> Entry | None:
    """The town of an Arabic name, as places of events are called; None for a region, a site or a name not known."""
    called = (e for e in pack("ar").world.called(name) if e.ar == name)
    return next((e for e in called if e.kind == "capital" or (e.kind == "city" and e.form == "city")), None)


def located(name: str, code: str | None) -> Point | None:
    """Where a place lies that is called so in a state; None for what is no town, or of which that is not known."""
    found = town(name)
    return points().get((found.code, found.en)) if found is not None and found.code == code else None
