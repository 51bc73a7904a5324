"""The timeline as a picture: a lane a party, its acts above the line of each period and its statements beneath."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple

from markupsafe import Markup

from mahdar.desk.charts import Way, rect, rule, svg, tag, text
from mahdar.desk.filters import CLASSES
from mahdar.desk.questions import Step

COLUMNS: Final[Mapping[Step, int]] = {"day": 42, "week": 40, "month": 36}
AHEAD: Final[Mapping[Step, int]] = {"day": 10, "week": 5, "month": 3}  # of them after the last day of the archive
MOST: Final = 80  # columns of any timeline
_ROOM: Final = 1030.0  # for all columns
_TOP: Final = 40.0
LANE: Final = 72.0  # as high as its label in desk-views.css
_UP, _DOWN = 46.0, 16.0
_LEAST: Final = 4.0  # height of a part of a bar
_WEEK: Final = 7


class Lane(NamedTuple):
    """A party: what it did by period and class, and its statements by period."""

    party: str
    name: str
    acts: Mapping[date, Mapping[str, int]]
    said: Mapping[date, int]


class Cell(NamedTuple):
    """What a cell leads to and tells."""

    href: str
    title: str


def floor(day: date, step: Step) -> date:
    """The first day of the period that a day is in; weeks begin on Monday."""
    if step == "month":
        return day.replace(day=1)
    return day - timedelta(days=day.weekday()) if step == "week" else day


def after(start: date, step: Step, n: int = 1) -> date:
    """The beginning of the n-th period after (or, below zero, before) one; the calendar's ends are never passed."""
    try:
        if step == "month":
            months = start.year * 12 + start.month - 1 + n
            return date(months // 12, months % 12 + 1, 1)
        return start + timedelta(days=n * (_WEEK if step == "week" else 1))
    except (ValueError, OverflowError):
        return date.min if n < 0 else floor(date.max, step)


def last_day(start: date, step: Step) -> date:
    """The last day of a period."""
    following = after(start, step)
    return following - timedelta(days=1) if following > start else date.max


def periods(first: date, end: date, step: Step) -> list[date]:
    """The beginnings of the periods from that of one day to that of another, at most `MOST`: the last ones."""
    out = [floor(end, step)]
    while out[-1] > floor(first, step) and len(out) < MOST:
        out.append(after(out[-1], step, -1))
    return out[::-1]


def timeline(
    lanes: Sequence[Lane],
    columns: Sequence[date],
    today: date,
    step: Step,
    label: str,
    turned: bool,
    acts: Callable[[Lane, date], Cell],
    said: Callable[[Lane, date], Cell],
) -> Markup:
    """All lanes over the same columns; what comes after `today` on a ground of its own."""
    width = max(_ROOM / len(columns), 14.0)
    way = Way(0, width * len(columns), turned)
    height = _TOP + LANE * len(lanes) + 6
    most = max((sum(c.values()) for lane in lanes for c in lane.acts.values()), default=0) or 1
    loudest = max((n for lane in lanes for n in lane.said.values()), default=0) or 1
    ahead = sum(c <= today for c in columns)
    out: list[Markup] = []
    if ahead < len(columns):
        wide = (len(columns) - ahead) * width
        out.append(tag("rect", x=way.x(ahead * width, wide), y=_TOP - 8, width=wide, height=height, class_="ahead"))
    out += _axis(columns, step, way, width, height)
    if 0 < ahead < len(columns):
        x = way.x(ahead * width)
        out.append(tag("line", x1=x, y1=_TOP - 10, x2=x, y2=height, class_="today"))
    for row, lane in enumerate(lanes):
        base = _TOP + LANE * row + _UP + 6
        out.append(rule(way.left, base, way.right, base))
        for n, start in enumerate(columns):
            x, wide = way.x(n * width + 1.5, width - 3), width - 3
            place = {"data_row": row, "data_column": n}
            counts = lane.acts.get(start, {})
            if counts:
                hit = tag("rect", x=way.x(n * width, width), y=base - _UP, width=width, height=_UP, class_="hit")
                out.append(_cell(acts(lane, start), hit, *_bars(counts, most, x, base, wide), **place))
            if lane.said.get(start):
                high = _LEAST + (_DOWN - _LEAST - 2) * lane.said[start] / loudest
                hit = tag("rect", x=way.x(n * width, width), y=base, width=width, height=_DOWN, class_="hit")
                out.append(_cell(said(lane, start), hit, rect(x, base + 2, wide, high, "said"), **place))
    return svg(way.right, height, label, *out, fixed=True)


def _bars(counts: Mapping[str, int], most: int, x: float, base: float, width: float) -> list[Markup]:
    told = [c for c in CLASSES if counts.get(c)]
    room = _UP - _LEAST * len(told)
    out, y = [], base
    for c in told:
        high = _LEAST + room * counts[c] / most
        y -= high
        out.append(rect(x, y + 0.5, width, high - 1, c))
    return out


def _cell(cell: Cell, *within: Markup, **place: int) -> Markup:
    return tag("a", tag("title", cell.title), *within, href=cell.href, tabindex=-1, aria_label=cell.title, **place)


def _axis(columns: Sequence[date], step: Step, way: Way, width: float, height: float) -> list[Markup]:
    """Months over days and weeks, years over months; a rule where one begins."""
    out: list[Markup] = []
    every = 1 if width >= 22 else 2
    labelled = -100.0
    for n, c in enumerate(columns):
        begins = n == 0 or (c.year != columns[n - 1].year if step == "month" else c.month != columns[n - 1].month)
        if begins:
            x = way.x(n * width)
            out.append(tag("line", x1=x, y1=8, x2=x, y2=height, class_="g"))
            if n * width - labelled >= 60:
                told = str(c.year) if step == "month" else f"{c.year}-{c.month:02}"
                out.append(text(x - 4 if way.turned else x + 4, 14, told, "end" if way.turned else "start", "t big"))
                labelled = n * width
        if n % every == 0:
            small = c.month if step == "month" else c.day
            out.append(text(way.x((n + 0.5) * width), 30, str(small), class_="t day", size=11))
    return out
