"""Pictures as SVG: the elements, and the two charts of a series.

Colours stand in attributes, for a picture that is saved, and in classes, by which a page gives those of its own look.
Text is laid out left to right and centred or ended by hand: charts of an Arabic page run from right to left by `Way`.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from markupsafe import Markup, escape

from mahdar.views.shown import shown

COLOURS: Final[Mapping[str, str]] = {
    "cooperation": "#1b7f4d", "conflict": "#b3261e", "planned": "#1f5fbf", "possible": "#8a5a00", "negated": "#5b6470",
    "said": "#8f99a6", "mean": "#1b2733", "line": "#dcd8cc", "text": "#5b6470",
}  # fmt: skip
HOLLOW: Final = frozenset(("planned", "possible", "negated"))


def tag(name: str, *within: Markup | str, **told: Any) -> Markup:
    """An element; `class_` is its class, underscores in other names stand for hyphens, None leaves one out."""
    attributes = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{escape(number(value) if isinstance(value, float) else value)}"'
        for key, value in told.items()
        if value is not None
    )
    inner = "".join(w if isinstance(w, Markup) else str(escape(shown(w))) for w in within)
    return Markup(f"<{name}{attributes}>{inner}</{name}>" if inner else f"<{name}{attributes}/>")


def number(value: float) -> str:
    """A length as short as a picture needs it."""
    return f"{value:.1f}".rstrip("0").rstrip(".")


def rect(x: float, y: float, width: float, height: float, kind: str) -> Markup:
    """A bar of a class; what has not occurred is hollow, and struck through where it is denied."""
    colour = COLOURS[kind]
    if kind not in HOLLOW:
        return tag("rect", x=x, y=y, width=width, height=height, class_=f"c-{kind}", fill=colour)
    # An outline of one unit within the bar.
    inside = {"x": x + 0.75, "y": y + 0.75, "width": width - 1.5, "height": max(height - 1.5, 0.5)}
    dashed = "3 2" if kind == "possible" else None
    made = tag(
        "rect", **inside, class_=f"h-{kind}", fill="none", stroke=colour, stroke_width=1.5, stroke_dasharray=dashed
    )
    if kind != "negated":
        return made
    middle = y + height / 2
    return made + _line(x - 2, middle, x + width + 2, middle, "h-negated", colour, 1.5)


def text(x: float, y: float, told: str, anchor: str = "middle", class_: str = "t", size: int = 12) -> Markup:
    """A line of words."""
    return tag(
        "text", told, x=x, y=y, text_anchor=anchor, class_=class_, fill=COLOURS["text"], font_size=size,
        font_family="Noto Sans Arabic, sans-serif",
    )  # fmt: skip


def _line(x: float, y: float, to_x: float, to_y: float, class_: str, colour: str, width: float = 1.0) -> Markup:
    return tag("line", x1=x, y1=y, x2=to_x, y2=to_y, class_=class_, stroke=colour, stroke_width=width)


def rule(x: float, y: float, to_x: float, to_y: float) -> Markup:
    """A line of the ground."""
    return _line(x, y, to_x, to_y, "g", COLOURS["line"])


def svg(
    width: float, height: float, label: str, *within: Markup, standing: bool = False, fixed: bool = False
) -> Markup:
    """A whole picture; `standing` by itself, as a file; `fixed`: not as wide as its place."""
    own: dict[str, Any] = {"class_": "chart", "role": "group", "aria_label": label}
    if fixed:
        own |= {"width": width, "height": height}
    ground: tuple[Markup, ...] = ()
    if standing:
        own = {"xmlns": "http://www.w3.org/2000/svg", "direction": "ltr", "width": width, "height": height}
        ground = (tag("title", label), tag("rect", width=width, height=height, fill="#fff"))
    made = tag("svg", *ground, *within, viewBox=f"0 0 {number(width)} {number(height)}", **own)
    return made


class Way(NamedTuple):
    """Where time runs: from the left edge to the right one, or, in Arabic, the other way."""

    left: float
    right: float
    turned: bool

    def x(self, at: float, width: float = 0.0) -> float:
        """The left edge of what begins at a length from the beginning and has a width."""
        return self.right - at - width if self.turned else self.left + at


class Period(NamedTuple):
    """What was done in one; `scale`: mean PLOVER score of what occurred, None for nothing."""

    start: date
    counts: Mapping[str, int]
    scale: float | None
    claimed: int
    total: int
    href: str
    title: str


WIDTH: Final = 1120.0
_HIGH: Final = 300.0
_SHARES: Final = 130.0
_EDGE: Final = 46.0  # for the scales on both sides
_SCALE: Final = 10.0  # PLOVER's runs from -10 to 10
_GAP: Final = 0.18  # of a period's width


def balance(
    periods: Sequence[Period],
    turns: Sequence[tuple[int, float, float]],
    label: str,
    turned: bool,
    standing: bool = False,
) -> Markup:
    """Cooperation upwards, conflict downwards, the mean score as a line; `turns`: number of the period with the means
    before and after.
    """
    way = Way(_EDGE, WIDTH - _EDGE, turned)
    middle, half = 24 + (_HIGH - 60) / 2, (_HIGH - 60) / 2
    most = max((max(p.counts["cooperation"], p.counts["conflict"]) for p in periods), default=0) or 1
    width = (way.right - way.left) / max(len(periods), 1)
    out = [rule(way.left, y, way.right, y) for y in (middle - half, middle, middle + half)]
    for sign, y in ((1, middle - half), (-1, middle + half)):
        out.append(text(way.x(-8), y + 4, f"{most:,}", "start" if turned else "end"))
        out.append(
            text(
                way.x(way.right - way.left + 8), y + 4, f"{sign * _SCALE:+.0f}", "end" if turned else "start", "t mean"
            )
        )
    for n, p in enumerate(periods):
        x, wide = way.x((n + _GAP / 2) * width, width * (1 - _GAP)), width * (1 - _GAP)
        up, down = (p.counts[c] / most * half for c in ("cooperation", "conflict"))
        bars = [rect(x, middle - up, wide, up, "cooperation")] if up else []
        bars += [rect(x, middle, wide, down, "conflict")] if down else []
        hit = tag(
            "rect", x=way.x(n * width, width), y=middle - half, width=width, height=2 * half, class_="hit", fill="none"
        )
        out.append(_linked(p, hit, *bars, standing=standing))
    out += _mean(periods, lambda n, scale: (way.x((n + 0.5) * width), middle - scale / _SCALE * half))
    ends = [0, *(n for n, _, _ in turns), len(periods)]
    for k, (n, before, after) in enumerate(turns):
        x = way.x(n * width)
        out.append(_line(x, 16, x, _HIGH - 30, "turn", COLOURS["mean"], 1.5))
        out.append(text(x, 12, str(k + 1), class_="t turn"))
        for low, high, mean in ((ends[k], n, before), (n, ends[k + 2], after)):
            y = middle - mean / _SCALE * half
            out.append(_line(way.x(low * width), y, way.x(high * width), y, "step", COLOURS["mean"], 2.5))
    out += _axis(periods, way, width, _HIGH - 14)
    return svg(WIDTH, _HIGH, label, *out, standing=standing)


def _mean(periods: Sequence[Period], place: Callable[[int, float], tuple[float, float]]) -> list[Markup]:
    """The mean score of each period as a dot, joined to those of the periods beside it."""
    dots = {n: place(n, p.scale) for n, p in enumerate(periods) if p.scale is not None}
    out = [_line(*at, *dots[n + 1], "mean", COLOURS["mean"], 1.5) for n, at in dots.items() if n + 1 in dots]
    return out + [tag("circle", cx=x, cy=y, r=2.5, class_="dot", fill=COLOURS["mean"]) for x, y in dots.values()]


def shares(periods: Sequence[Period], label: str, turned: bool, standing: bool = False) -> Markup:
    """What share of the acts of each period stands on somebody's word."""
    way = Way(_EDGE, WIDTH - _EDGE, turned)
    low, high = _SHARES - 30, _SHARES - 42
    width = (way.right - way.left) / max(len(periods), 1)
    out = [rule(way.left, y, way.right, y) for y in (low - high, low - high / 2, low)]
    for told, y in (("100%", low - high), ("50%", low - high / 2)):
        out.append(text(way.x(-8), y + 4, told, "start" if turned else "end"))
    for n, p in enumerate(periods):
        share = p.claimed / p.total * high if p.total else 0.0
        wide = width * (1 - _GAP)
        bar = rect(way.x((n + _GAP / 2) * width, wide), low - share, wide, share, "said")
        hit = tag("rect", x=way.x(n * width, width), y=low - high, width=width, height=high, class_="hit", fill="none")
        out.append(_linked(p, hit, *([bar] if share else []), standing=standing))
    out += _axis(periods, way, width, _SHARES - 12)
    return svg(WIDTH, _SHARES, label, *out, standing=standing)


def _linked(p: Period, *within: Markup, standing: bool) -> Markup:
    if standing or not p.total:
        return Markup("").join(within[1:] if standing else ())
    return tag("a", tag("title", p.title), *within, href=p.href, tabindex=-1)


def _axis(periods: Sequence[Period], way: Way, width: float, y: float) -> list[Markup]:
    """The days at which periods begin, as many as there is room for."""
    every = max(1, -(-90 // max(int(width), 1)))
    months = all(p.start.day == 1 for p in periods)
    return [
        text(way.x((n + 0.5) * width), y, p.start.isoformat()[: 7 if months else None], class_="t day", size=11)
        for n, p in enumerate(periods)
        if n % every == 0 and every / 2 * width <= (n + 0.5) * width + 45
    ]
