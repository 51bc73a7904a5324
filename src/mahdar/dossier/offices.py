"""Offices and their levels, from the world's table of offices."""

from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from mahdar.dossier.types import Level
from mahdar.language.pack import pack

_LEVELS: Final[dict[str, Level]] = {
    "head-of-state": "leaders",
    "head-of-government": "leaders",
    "minister": "ministers",
    "deputy": "deputies",
    "envoy": "envoys",
}
_ORDER: Final[tuple[Level, ...]] = ("leaders", "ministers", "deputies", "envoys", "officials")


@lru_cache(maxsize=1)
def _offices() -> dict[str, tuple[Level, str]]:
    out: dict[str, tuple[Level, str]] = {}
    for e in pack("ar").world.entries:
        if e.kind == "office" and e.office:
            out.setdefault(e.office, (_LEVELS.get(e.level, "officials"), e.ar))
    return out


def level(office: str | None) -> Level:
    """The level of an office by its English name; of none or an unknown one that of officials."""
    return _offices().get(office or "", ("officials", ""))[0]


def arabic(office: str) -> str:
    """The Arabic name of an office, or the English one where there is none."""
    return _offices().get(office, ("", office))[1]


def highest(levels: Iterable[Level]) -> Level:
    """The highest of some levels; of none, officials."""
    return min(levels, key=_ORDER.index, default="officials")
