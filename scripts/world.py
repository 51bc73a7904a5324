"""Make the map of the desk, src/mahdar/desk/static/world.json, from the npm package world-atlas.

python scripts/world.py world-atlas-2.0.2.tgz

world-atlas (ISC) holds Natural Earth's borders (public domain) as TopoJSON. They are cut where the map ends at 180
degrees, projected with Equal Earth, rounded to whole units and written as SVG paths by ISO code; states too small for
1:110m get the middle of their largest piece of 1:50m. Antarctica is left out. `frame` is the left and top edge on the
plane and the units of the map in one of the plane: towns are drawn by it.
"""

import json
import sys
import tarfile
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any, Final

from mahdar.desk.earth import project

ROOT: Final = Path(__file__).parent.parent
TARGET: Final = ROOT / "src" / "mahdar" / "desk" / "static" / "world.json"
COUNTRIES: Final = ROOT / "src" / "mahdar" / "export" / "countries.tsv"
WIDTH: Final = 2000
_SPELLED: Final = {  # as Natural Earth shortens names that countries.tsv has in full
    "W. Sahara": "ESH", "United States of America": "USA", "Dem. Rep. Congo": "COD", "Dominican Rep.": "DOM",
    "Falkland Is.": "FLK", "Fr. S. Antarctic Lands": "ATF", "Central African Rep.": "CAF", "Congo": "COG",
    "Eq. Guinea": "GNQ", "eSwatini": "SWZ", "Solomon Is.": "SLB", "Bosnia and Herz.": "BIH", "Macedonia": "MKD",
    "S. Sudan": "SSD", "Marshall Is.": "MHL", "São Tomé and Principe": "STP", "St. Vin. and Gren.": "VCT",
    "St. Kitts and Nevis": "KNA", "Antigua and Barb.": "ATG", "Cabo Verde": "CPV",
}  # fmt: skip
_LEFT_OUT: Final = ("Antarctica", "Fr. S. Antarctic Lands")

Point = tuple[float, float]


class Atlas:
    """The countries of one TopoJSON file, as rings of points on the plane."""

    def __init__(self, told: dict[str, Any]) -> None:
        scale, shift = told["transform"]["scale"], told["transform"]["translate"]
        self.arcs = [list(_points(arc, scale, shift)) for arc in told["arcs"]]
        self.countries = {g["properties"]["name"]: g for g in told["objects"]["countries"]["geometries"]}

    def rings(self, name: str) -> list[list[Point]]:
        """The outlines of a country, outer and inner ones."""
        shape = self.countries[name]
        polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        rings = (cut for polygon in polygons for ring in polygon for cut in _cut(self._ring(ring)))
        return [[project(*p) for p in ring] for ring in rings]

    def _ring(self, arcs: Iterable[int]) -> list[Point]:
        out: list[Point] = []
        for n in arcs:
            points = self.arcs[n] if n >= 0 else self.arcs[~n][::-1]
            out += points[1:] if out else points
        return out


def _points(arc: list[list[int]], scale: list[float], shift: list[float]) -> Iterable[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * scale[0] + shift[0], y * scale[1] + shift[1]


def _cut(ring: list[Point]) -> list[list[Point]]:
    """A ring in degrees, which may go on beyond 180, as the pieces that the map has."""
    going: list[Point] = ring[:1]
    for x, y in ring[1:]:
        turns = round((going[-1][0] - x) / 360)
        going.append((x + 360 * turns, y))
    pieces = []
    for shift in (-360, 0, 360):
        piece = [(x + shift, y) for x, y in going]
        for edge in (-180, 180):
            piece = _clipped(piece, edge)
        if piece:
            pieces.append(piece)
    return pieces


def _clipped(ring: list[Point], edge: int) -> list[Point]:
    """What of a ring is within a meridian (Sutherland and Hodgman, 1974)."""
    side = 1 if edge < 0 else -1
    out: list[Point] = []
    for a, b in zip(ring[-1:] + ring[:-1], ring, strict=True):
        inside = [side * (p[0] - edge) >= 0 for p in (a, b)]
        if inside[0] != inside[1]:
            share = (edge - a[0]) / (b[0] - a[0])
            out.append((edge, a[1] + share * (b[1] - a[1])))
        if inside[1]:
            out.append(b)
    return out


def area(ring: list[Point]) -> float:
    """The area within a ring."""
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ring, ring[1:] + ring[:1], strict=True))) / 2


def main() -> None:
    """Write the map."""
    with tarfile.open(sys.argv[1]) as package:
        coarse, fine = (
            Atlas(json.load(package.extractfile(f"package/countries-{scale}.json")))  # type: ignore[arg-type]
            for scale in ("110m", "50m")
        )
    rows = [line.split("\t") for line in COUNTRIES.read_text(encoding="utf-8").splitlines() if line[0] != "#"]
    codes = {row[4]: row[0] for row in rows} | _SPELLED
    shapes = {name: coarse.rings(name) for name in coarse.countries if name not in _LEFT_OUT}
    every = [p for rings in shapes.values() for ring in rings for p in ring]
    left, top = min(x for x, _ in every), min(y for _, y in every)
    unit = WIDTH / (max(x for x, _ in every) - left)

    def place(p: Point) -> tuple[int, int]:
        return round((p[0] - left) * unit), round((p[1] - top) * unit)

    def path(rings: list[list[Point]]) -> str:
        return "".join(_path([place(p) for p in ring]) for ring in rings)

    drawn = {codes[name]: path(rings) for name, rings in shapes.items() if name in codes}
    dots = {}
    for name in fine.countries:
        code = codes.get(name)
        if code is not None and code not in drawn and name not in _LEFT_OUT:
            ring = max(fine.rings(name), key=area)
            dots[code] = place((sum(x for x, _ in ring) / len(ring), sum(y for _, y in ring) / len(ring)))
    told = {
        "size": [WIDTH, max(place(p)[1] for p in every)],
        "frame": [round(left, 6), round(top, 6), round(unit, 4)],
        "states": dict(sorted(drawn.items())),
        "dots": dict(sorted(dots.items())),
        "others": "".join(path(rings) for name, rings in sorted(shapes.items()) if name not in codes),
    }
    TARGET.write_text(json.dumps(told, separators=(",", ":")) + "\n", encoding="utf-8")


def _path(points: list[tuple[int, int]]) -> str:
    """A closed outline, in steps from point to point; "" where it is smaller than a unit."""
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    told = [f"{dx},{dy}" for dx, dy in steps if dx or dy]
    return f"M{points[0][0]},{points[0][1]}l{' '.join(told)}z" if len(told) > 2 else ""


if __name__ == "__main__":
    main()
