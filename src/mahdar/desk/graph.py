"""The network as a picture: parties laid out so that those who deal with each other most stand close.

Stress majorization (Gansner, Koren and North, 2004, "Graph drawing by stress majorization"): each node moves to where
the others would have it, by the distances wanted. It begins on a circle and uses no chance, so the same network looks
the same.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from math import cos, hypot, log, pi, sin, sqrt
from typing import Final, NamedTuple

from markupsafe import Markup

from mahdar.desk.charts import COLOURS, svg, tag

WIDTH, HEIGHT = 1120.0, 620.0
MARGIN: Final = 70.0
_ROUNDS: Final = 60
_NEAR, _FAR = 1.0, 2.5  # lengths wanted of the edges with most and fewest acts
_APART: Final = 62.0  # of two nodes, so that names can be read
_MIXED: Final = 0.25  # share of the lesser kind from which an edge is of both
_WIDEST: Final = 10.0
_LETTER: Final = (8.5, 11.0)  # width of one in a name, and where an edge is open beside the picture


class Edge(NamedTuple):
    """Two nodes: acts between them, and how many that occurred were cooperation or conflict."""

    one: str
    other: str
    acts: int
    cooperation: int
    conflict: int

    @property
    def kind(self) -> str:
        """`cooperation`, `conflict`, `mixed`, or `none` where nothing has occurred."""
        both = self.cooperation + self.conflict
        if not both:
            return "none"
        if min(self.cooperation, self.conflict) / both >= _MIXED:
            return "mixed"
        return "cooperation" if self.cooperation > self.conflict else "conflict"


def among_most(edges: Sequence[Edge], most: int) -> list[Edge]:
    """The edges between the nodes that have most acts, `most` nodes at least one edge each."""
    acts: dict[str, int] = {}
    for e in edges:
        for node in (e.one, e.other):
            acts[node] = acts.get(node, 0) + e.acts
    kept = {n for n, _ in sorted(acts.items(), key=lambda x: (-x[1], x[0]))[:most]}
    return [e for e in edges if e.one in kept and e.other in kept]


@lru_cache(maxsize=64)
def layout(edges: tuple[tuple[str, str, int], ...]) -> Mapping[str, tuple[float, float]]:
    """Where nodes stand in the picture, by edges of two nodes and a number of acts."""
    nodes = sorted({n for one, other, _ in edges for n in (one, other)})
    if len(nodes) < 2:
        return dict.fromkeys(nodes, (WIDTH / 2, HEIGHT / 2))
    wanted = _distances(nodes, edges)
    at = [(cos(2 * pi * k / len(nodes)), sin(2 * pi * k / len(nodes))) for k in range(len(nodes))]
    for _ in range(_ROUNDS):
        for i, (x, y) in enumerate(at):
            sx = sy = weight = 0.0
            for j, (ox, oy) in enumerate(at):
                if i == j:
                    continue
                d = wanted[i][j]
                w = 1 / (d * d)
                gap = hypot(x - ox, y - oy) or 1e-9
                sx += w * (ox + d * (x - ox) / gap)
                sy += w * (oy + d * (y - oy) / gap)
                weight += w
            at[i] = (sx / weight, sy / weight)
    return dict(zip(nodes, _spread(_fitted(at)), strict=True))


def _distances(nodes: Sequence[str], edges: Sequence[tuple[str, str, int]]) -> list[list[float]]:
    """The lengths wanted between all nodes: of the shortest way, the longest and one more where there is none."""
    n = len(nodes)
    at = {node: k for k, node in enumerate(nodes)}
    most = log(1 + max(acts for _, _, acts in edges))
    far = float("inf")
    d = [[0.0 if i == j else far for j in range(n)] for i in range(n)]
    for one, other, acts in edges:
        i, j = at[one], at[other]
        d[i][j] = d[j][i] = _NEAR + (_FAR - _NEAR) * (1 - log(1 + acts) / most)
    for k in range(n):
        through = d[k]
        for row in d:
            start = row[k]
            if start < far:
                row[:] = [min(a, start + b) for a, b in zip(row, through, strict=True)]
    longest = max(x for row in d for x in row if x < far)
    return [[x if x < far else longest + 1 for x in row] for row in d]


def _fitted(at: Sequence[tuple[float, float]]) -> list[list[float]]:
    """The same turned on its longer side and stretched over the picture."""
    spans = [(min(c), max(c)) for c in zip(*at, strict=True)]
    if spans[1][1] - spans[1][0] > spans[0][1] - spans[0][0]:
        at, spans = [(y, x) for x, y in at], spans[::-1]
    room = (WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN)
    return [
        [
            MARGIN + (p[k] - low) / (high - low) * room[k] if high - low > 1e-6 else MARGIN + room[k] / 2
            for k, (low, high) in enumerate(spans)
        ]
        for p in at
    ]


def _spread(at: list[list[float]]) -> list[tuple[float, float]]:
    """The same with nodes pushed apart that stand too close."""
    for _ in range(40):
        moved = False
        for i, a in enumerate(at):
            for b in at[i + 1 :]:
                dx, dy = b[0] - a[0], b[1] - a[1]
                gap = hypot(dx, dy)
                if gap < _APART:
                    moved = True
                    push = (_APART - gap) / 2 + 0.5
                    ux, uy = (dx / gap, dy / gap) if gap > 1e-6 else (1.0, 0.0)
                    for p, sign in ((a, -1), (b, 1)):
                        p[0] = min(max(p[0] + sign * ux * push, MARGIN), WIDTH - MARGIN)
                        p[1] = min(max(p[1] + sign * uy * push, MARGIN), HEIGHT - MARGIN)
        if not moved:
            break
    return [(x, y) for x, y in at]


def picture(
    edges: Sequence[Edge],
    chosen: str,
    label: str,
    name: Callable[[str], str],
    node: Callable[[str], str],
    edge: Callable[[Edge], tuple[str, str]],
) -> Markup:
    """The network. `name`: of a node; `node`: where it leads; `edge`: where one leads, with its title; `chosen`: the
    pair that is open, as `one|other`.
    """
    at = layout(tuple((e.one, e.other, e.acts) for e in edges))
    most = max((e.acts for e in edges), default=1)
    size = dict.fromkeys(at, 0)
    out = []
    for e in sorted(edges, key=lambda e: (f"{e.one}|{e.other}" == chosen, e.acts)):
        (x, y), (to_x, to_y) = at[e.one], at[e.other]
        href, title = edge(e)
        line = {"x1": x, "y1": y, "x2": to_x, "y2": to_y}
        width = 1.5 + (_WIDEST - 1.5) * sqrt(e.acts / most)
        dash = "7 4" if e.kind == "conflict" else "1 5" if e.kind == "none" else None
        seen = tag("line", **line, class_=f"e-{e.kind}", stroke_width=width, stroke_dasharray=dash)
        hit = tag("line", **line, class_="hit", stroke_width=max(width, 12.0))
        is_open = f"{e.one}|{e.other}" == chosen
        out.append(
            tag(
                "a", tag("title", title), hit, seen, href=href, tabindex=-1, data_one=e.one, data_other=e.other,
                class_="edge chosen" if is_open else "edge",
            )
        )  # fmt: skip
        size[e.one] += e.acts
        size[e.other] += e.acts
    biggest = max(size.values(), default=1)
    for n in sorted(at, key=lambda n: (-size[n], n)):
        x, y = at[n]
        radius = 6 + 12 * sqrt(size[n] / biggest)
        told = name(n)
        circle = tag("circle", cx=x, cy=y, r=radius)
        # The name beneath, with its own direction: Arabic and Latin names stand side by side.
        half = _LETTER[bool(chosen)] * len(told) / 2
        words = tag(
            "text",
            told,
            x=min(max(x, half), WIDTH - half),
            y=y + radius + 14,
            text_anchor="middle",
            fill=COLOURS["text"],
        )
        out.append(tag("a", tag("title", told), circle, words, href=node(n), tabindex=-1, class_="node", data_node=n))
    return svg(WIDTH, HEIGHT, label, *out)
