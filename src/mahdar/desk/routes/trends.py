"""Trends: how what was done changes over time, where two parties' dealings turned, and what rests on claims."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Any, Final, NamedTuple

from fastapi import APIRouter, Request, Response
from fastapi.responses import HTMLResponse

from mahdar.desk import choices, questions
from mahdar.desk.charts import Period, balance, shares
from mahdar.desk.filters import CLASSES, STATUSES, TYPES, Filters
from mahdar.desk.lanes import after, floor, last_day
from mahdar.desk.questions import Step
from mahdar.desk.turns import in_turn
from mahdar.desk.view import View
from mahdar.dossier.series import cuts, means
from mahdar.export.writers import plain_cell

router = APIRouter(include_in_schema=False)

_STEPS: Final[tuple[Step, ...]] = ("week", "month", "day")
_MOST: Final = 240  # periods drawn, the last ones
_TELLING: Final = 3  # acts shown of a turn
_COLUMNS: Final = ("period", "n", *CLASSES, "claimed", "scale")


class Turn(NamedTuple):
    """Where a series turned: the period, means before and after, the acts of the period that tell most of it."""

    at: int
    start: date
    before: float
    after: float
    acts: list[dict[str, Any]]
    href: str


class _Trends:
    """The series that a request asks for."""

    def __init__(self, request: Request) -> None:
        self.view = view = View(request, "trends")
        told = view.option("by", ("", *_STEPS))
        first, last = view.filters.since or view.choices.first, view.filters.until or view.choices.last
        long = first and last and (last - first).days > 7 * 120
        self.step: Step = next((s for s in _STEPS if s == told), "month" if long else "week")
        self.own = {"by": told}
        rows = view.library.ask(*questions.series(view.filters, self.step))
        self.rows = whole(rows, self.step)[-_MOST:]

    @property
    def title(self) -> str:
        """What the series is of."""
        f, w = self.view.filters, self.view.words
        pair = " – ".join(self.view.called.pair(f.between)) if f.between else ""
        chips = [pair] if pair else [self.view.called.party(p) for p in f.party]
        return " · ".join([w.say("trends", "balance"), *chips])

    def periods(self) -> list[Period]:
        """As charts draw them."""
        w = self.view.words
        out = []
        for r in self.rows:
            start: date = r["period"]
            told = [f"{w.say('class', c)} {r[c]}" for c in CLASSES if r[c]]
            if r["scale"] is not None:
                told.append(f"{w.say('trends', 'mean')} {r['scale']:+.1f}")
            told.append(f"{w.say('trends', 'claimed')} {r['claimed']}")
            out.append(
                Period(
                    start,
                    {c: r[c] for c in CLASSES},
                    r["scale"],
                    r["claimed"],
                    r["n"],
                    "/" + self.within(start).query(),
                    f"{start}: {', '.join(told)}",
                )
            )
        return out

    def within(self, start: date) -> Filters:
        """The filters for a period."""
        f = self.view.filters
        return f._replace(
            since=max(start, f.since or start), until=min(last_day(start, self.step), f.until or date.max)
        )

    def turns(self) -> list[Turn]:
        """Where the mean score turned; looked for between two parties alone."""
        if not self.view.filters.between:
            return []
        out = []
        for n, before, later in turned(self.rows):
            mine = self.within(self.rows[n]["period"])
            acts = self.view.library.ask(*questions.strongest(mine, later < before, _TELLING))
            out.append(Turn(n, self.rows[n]["period"], before, later, acts, "/" + mine.query()))
        return out


@router.get("/trends", response_class=HTMLResponse)
@in_turn
def page(request: Request) -> HTMLResponse:
    """The trends."""
    trends = _Trends(request)
    view = trends.view
    f, ask, w = view.filters, view.library.ask, view.words
    periods, turns = trends.periods(), trends.turns()
    kinds = ask(*questions.kinds(f))
    table = {t: {r["status"]: r for r in kinds if r["type"] == t} for t in TYPES}
    wider = f._replace(between="")
    own = trends.own
    query = f.query(**own)
    marks = [(t.at, t.before, t.after) for t in turns]
    return view.page(
        "trends.html",
        own,
        step=trends.step,
        zooms={s: "/trends" + f.query(by=s) for s in sorted(_STEPS, key=("day", "week", "month").index)},
        title=trends.title,
        periods=periods,
        turns=turns,
        table={t: row for t, row in table.items() if row},
        total={s: sum(r["n"] for r in kinds if r["status"] == s) for s in STATUSES},
        claimed=sum(r["claimed"] for r in kinds),
        acts=sum(r["n"] for r in kinds),
        pairs=choices.pairs(view.library, wider) if wider.any else view.choices.pairs,
        pair_link=lambda p: "/trends" + f.query(**own, between=p),
        link=lambda **change: "/" + f.query(**change),
        balance=balance(periods, marks, trends.title, view.turned) if periods else "",
        shares=shares(periods, w.say("trends", "shares"), view.turned) if periods else "",
        downloads={"svg": f"/trends.svg{query}", "csv": f"/trends.csv{query}"},
    )


@router.get("/trends.svg")
def picture(request: Request) -> Response:
    """The balance of cooperation and conflict as a picture by itself."""
    trends = _Trends(request)
    marks = [(t.at, t.before, t.after) for t in trends.turns()]
    made = balance(trends.periods(), marks, trends.title, trends.view.turned, standing=True)
    return _file(str(made), "image/svg+xml", "trends.svg")


@router.get("/trends.csv")
def data(request: Request) -> Response:
    """The series as a table."""
    out = io.StringIO(newline="")
    rows = csv.writer(out, lineterminator="\r\n")
    rows.writerow(_COLUMNS)
    rows.writerows([plain_cell(r[c]) for c in _COLUMNS] for r in _Trends(request).rows)
    return _file(out.getvalue(), "text/csv; charset=utf-8", "trends.csv")


def _file(told: str, kind: str, name: str) -> Response:
    return Response(told, media_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def turned(rows: Sequence[dict[str, Any]]) -> list[tuple[int, float, float]]:
    """Where the mean score of a series turned: the row, the mean before it and from it on."""
    told = [(n, r["scale"]) for n, r in enumerate(rows) if r["scale"] is not None]
    values = [v for _, v in told]
    return [(told[cut][0], before, later) for cut, before, later in means(values, cuts(values))]


def whole(rows: Sequence[dict[str, Any]], step: Step) -> list[dict[str, Any]]:
    """The same with a row for every period between the first and the last."""
    if not rows:
        return []
    by = {r["period"]: r for r in rows}
    # The last `_MOST` periods alone: one wrong year would make thousands.
    end = max(by)
    first = max(min(by), floor(after(end, step, 1 - _MOST), step))
    out, at = [], first
    empty = dict.fromkeys(("n", *CLASSES, "claimed"), 0)
    while at <= end:
        out.append(by.get(at, {"period": at, **empty, "scale": None}))
        at = after(at, step)
    return out
