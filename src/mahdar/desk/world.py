"""The map as a picture: states by how many acts there are, on borders that `scripts/world.py` made."""

import json
from bisect import bisect_left
from collections.abc import Callable, Mapping
from functools import lru_cache
from importlib.resources import files
from math import ceil
from typing import Any, Final

from markupsafe import Markup

from mahdar.desk.charts import svg, tag

SHADES: Final = 5


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


def world(counts: Mapping[str, int], chosen: str, label: str, link: Callable[[str, int], tuple[str, str]]) -> Markup:
    """The map. `link`: where a state leads, with its title, by code and number of acts."""
    borders = _borders()
    told = steps(counts)
    out = [tag("path", d=borders["others"], class_="land s0")]
    over: list[Markup] = []
    for code, path in borders["states"].items():
        shape = tag("path", d=path, class_=f"land s{shade(counts.get(code, 0), told)}", data_code=code)
        (over if code == chosen else out).append(_state(shape, code, counts, chosen, link))
    for code, (x, y) in borders["dots"].items():
        if counts.get(code):
            dot = tag("circle", cx=x, cy=y, r=7, class_=f"land s{shade(counts[code], told)}", data_code=code)
            over.append(_state(dot, code, counts, chosen, link))
    width, height = borders["size"]
    return svg(width, height, label, *out, *over)


def _state(
    shape: Markup, code: str, counts: Mapping[str, int], chosen: str, link: Callable[[str, int], tuple[str, str]]
) -> Markup:
    n = counts.get(code, 0)
    href, title = link(code, n)
    if not n:
        return tag("g", tag("title", title), shape)
    return tag("a", tag("title", title), shape, href=href, tabindex=-1, class_="chosen" if code == chosen else None)
