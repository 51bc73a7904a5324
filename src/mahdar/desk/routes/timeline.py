"""The timeline: what parties did period by period, with what is planned ahead, and what they said."""

from collections import defaultdict
from datetime import date
from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from mahdar.desk import questions
from mahdar.desk.filters import CLASSES, Unfit
from mahdar.desk.lanes import AHEAD, COLUMNS, Cell, Lane, after, last_day, periods, timeline
from mahdar.desk.questions import Step
from mahdar.desk.turns import in_turn
from mahdar.desk.view import View

router = APIRouter(include_in_schema=False)

_STEPS: Final[tuple[Step, ...]] = ("day", "week", "month")
_LANES: Final = 8


@router.get("/timeline", response_class=HTMLResponse)
@in_turn
def page(request: Request) -> HTMLResponse:
    """The timeline."""
    view = View(request, "timeline")
    f, ask, w = view.filters, view.library.ask, view.words
    today = view.choices.last or date.today()
    step = _step(view, today)
    end = _end(view, step, today)
    first = f.since if f.since else after(end, step, 1 - COLUMNS[step])
    columns = periods(min(first, end), end, step)
    window = f._replace(
        since=max(columns[0], f.since or date.min), until=min(last_day(columns[-1], step), f.until or date.max)
    )
    codes = [p for p in f.party if ":" not in p]
    if len(codes) < 2:
        codes += [r["party"] for r in ask(*questions.parties(window, _LANES)) if r["party"] not in codes][
            : _LANES - len(codes)
        ]
    acts: dict[str, dict[date, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for r in ask(*questions.lanes(window, codes, step)):
        acts[r["party"]][r["period"]][r["class"]] = r["n"]
    said: dict[str, dict[date, int]] = defaultdict(dict)
    for r in ask(*questions.spoken(window, codes, step)):
        said[r["party"]][r["period"]] = r["n"]
    lanes = [Lane(c, view.called.party(c), dict(acts[c]), said[c]) for c in codes if c in acts or c in said]

    def span(start: date) -> dict[str, object]:
        return {
            "since": max(start, window.since or start),
            "until": min(last_day(start, step), window.until or date.max),
        }

    def link(lane: Lane, start: date) -> str:
        return "/" + f.query(**f.taking(lane.party), **span(start))

    def sum_link(lane: Lane, of: str) -> str:
        if of == "said":
            return "/" + window.query(tab="statements", says=lane.party, party=())
        return "/" + window.query(**f.taking(lane.party), **f.of_class(of))

    def acts_of(lane: Lane, start: date) -> Cell:
        counts = lane.acts[start]
        told = ", ".join(f"{w.say('class', c)} {counts[c]}" for c in CLASSES if counts.get(c))
        return Cell(link(lane, start), f"{lane.name} · {start}: {told}")

    def said_of(lane: Lane, start: date) -> Cell:
        href = "/" + f.query(tab="statements", says=lane.party, party=(), **span(start))
        return Cell(href, f"{lane.name} · {start}: {w.say('timeline', 'said')} {lane.said[start]}")

    shift = max(1, len(columns) // 2)
    own = {"by": step if request.query_params.get("by") else "", "end": request.query_params.get("end", "")}
    return view.page(
        "timeline.html",
        own,
        step=step,
        steps=_STEPS,
        lanes=lanes,
        columns=columns,
        classes=CLASSES,
        today_is=today,
        picture=timeline(lanes, columns, today, step, w.say("page", "timeline"), view.turned, acts_of, said_of),
        sums={lane.party: _sums(lane) for lane in lanes},
        window=window,
        sum_link=sum_link,
        earlier="/timeline" + f.query(by=step, end=after(columns[-1], step, -shift), since=None, until=None),
        later="/timeline" + f.query(by=step, end=after(columns[-1], step, shift), since=None, until=None),
        zooms={s: "/timeline" + f.query(by=s, end=own["end"]) for s in _STEPS},
        back="/timeline" + f.query(by=step) if own["end"] else "",
    )


def _sums(lane: Lane) -> dict[str, int]:
    """How many acts of each class a lane shows, and how many statements, as "said"."""
    out = {c: sum(counts.get(c, 0) for counts in lane.acts.values()) for c in CLASSES}
    return {**out, "said": sum(lane.said.values())}


def _step(view: View, today: date) -> Step:
    f = view.filters
    told = view.option("by", ("", *_STEPS))
    for step in _STEPS:
        if told == step:
            return step
    first = f.since or view.choices.first or today
    days = ((f.until or today) - first).days
    if f.since or not view.choices.first:
        return "day" if days < COLUMNS["day"] else "week" if days < 7 * COLUMNS["week"] else "month"
    return "day"


def _end(view: View, step: Step, today: date) -> date:
    told = view.request.query_params.get("end")
    if told:
        try:
            return date.fromisoformat(told)
        except ValueError:
            raise Unfit("day", told) from None
    return view.filters.until or after(today, step, AHEAD[step])
