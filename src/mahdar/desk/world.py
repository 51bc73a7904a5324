"""The map as a picture: states and towns by how many acts there are, on borders that `scripts/world.py` made."""

import json
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from importlib.resources import files
from math import ceil, sqrt
from typing import Any, Final, NamedTuple

from markupsafe import Markup

from mahdar.desk.charts import svg, tag
from mahdar.desk.earth import project
from mahdar.desk.spread import Circle, spread
from mahdar.world.coordinates import Point

SHADES: Final = 5
_LEAST: Final = 7.0  # radius of a town, in units of the map
_MOST: Final = 20.0
_MARGIN: Final = 250.0  # from the edge of the map, where words beside a town begin or end at it


class Spot(NamedTuple):
    """A town: where it lies, how many acts took place there, its name with their number, where it leads."""

    name: str
    point: Point
    n: int
    title: str
    href: str


@lru_cache(maxsize=1)
def _borders() -> dict[str, Any]:
    told: dict[str, Any] = json.loads((files("mahdar") / "desk" / "static" / "world.json").read_text(encoding="utf-8"))
    return told


def drawn(code: str) -> bool:
    """Whether the map has a state."""
    return code in _borders()["states"] or code in _borders()["dots"]


def steps(counts: Mapping[str, int]) -> list[int]:
    """The highest number of each shade: about as many states on the map have each."""
    known = sorted(n for code, n in counts.items() if n and drawn(code))
    return sorted({known[ceil(len(known) * k / SHADES) - 1] for k in range(1, SHADES + 1)}) if known else []


def shade(n: int, steps: list[int]) -> int:
    """The shade of a number, 1 to `SHADES`; 0 for none."""
    if not n:
        return 0
    return SHADES - len(steps) + 1 + min(bisect_left(steps, n), len(steps) - 1)


def world(
    counts: Mapping[str, int],
    chosen: str,
    label: str,
    link: Callable[[str, int], tuple[str, str]],
    spots: Sequence[Spot] = (),
) -> Markup:
    """The map. `chosen`: a state or town that stands out; `link`: where a state leads, with its title, by code and
    number of acts.
    """
    borders = _borders()
    told = steps(counts)
    out = [tag("path", d=borders["others"], class_="land s0")]
    shapes: dict[str, Markup] = {}

    def shaded(code: str) -> dict[str, str]:
        return {"class_": f"land s{shade(counts.get(code, 0), told)}", "data_code": code}

    for code, path in borders["states"].items():
        shapes[code] = tag("path", d=path, **shaded(code))
        if not counts.get(code):
            out.append(tag("g", tag("title", link(code, 0)[1]), shapes[code]))
    for code, (x, y) in borders["dots"].items():
        shapes[code] = tag("circle", cx=x, cy=y, r=7, **shaded(code))
    # Dots lie over the land of others.
    ranked = sorted((c for c in shapes if counts.get(c)), key=lambda x: (x in borders["dots"], -counts[x], x))
    states = [_state(shapes[code], code == chosen, *link(code, counts[code])) for code in ranked]
    out.append(tag("g", *states, data_grid=""))
    if chosen in borders["states"]:
        out.append(tag("path", d=borders["states"][chosen], class_="outline"))
    width, height = borders["size"]
    if spots:
        out += _towns(spots, told, chosen, width, height)
    return svg(width, height, label, *out)


def _towns(spots: Sequence[Spot], steps: list[int], chosen: str, width: float, height: float) -> list[Markup]:
    """Towns as points, the area by the number of acts; those that would cover others are moved aside, with a line to
    where they lie. The most acts come first, and stay where they lie.
    """
    left, top, unit = _borders()["frame"]
    most = max(s.n for s in spots)
    ranked = sorted(spots, key=lambda s: (-s.n, s.name))
    true = []
    for spot in ranked:
        x, y = project(float(spot.point.longitude), float(spot.point.latitude))
        true.append(Circle((x - left) * unit, (y - top) * unit, max(_LEAST, _MOST * sqrt(spot.n / most))))
    lines, links = [], []
    for spot, own, at in zip(ranked, true, spread(true, width, height), strict=True):
        if at != own:
            lines.append(tag("line", x1=own.x, y1=own.y, x2=at.x, y2=at.y))
            lines.append(tag("circle", cx=own.x, cy=own.y, r=2))
        anchor = "start" if at.x < _MARGIN else "end" if at.x > width - _MARGIN else "middle"
        mark = tag("circle", cx=at.x, cy=at.y, r=at.radius, class_=f"land s{shade(spot.n, steps)}", data_town=spot.name)
        words = tag("text", spot.title, x=at.x, y=at.y - at.radius - 8, text_anchor=anchor)
        own_class = "town chosen" if spot.name == chosen else "town"
        links.append(tag("a", mark, words, href=spot.href, tabindex=-1, aria_label=spot.title, class_=own_class))
    return [tag("g", *lines, class_="lead"), tag("g", *links, data_grid="")]


def _state(shape: Markup, chosen: bool, href: str, title: str) -> Markup:
    own = "state chosen" if chosen else "state"
    return tag("a", tag("title", title), shape, href=href, tabindex=-1, aria_label=title, class_=own)
