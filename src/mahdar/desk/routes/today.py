"""Today: the newest acts, each once with who reports it, and the newest statements; news is told of as it comes."""

from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Annotated, Any, Final, NamedTuple

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, JSONResponse

from mahdar.desk import questions, saved
from mahdar.desk.questions import PAGE, USUAL
from mahdar.desk.turns import in_turn
from mahdar.desk.view import View

router = APIRouter(include_in_schema=False)

_LAST: Final = 2**63 - 1  # line that there can be
_TABS: Final = ("acts", "statements")
_PAGES: Final = 250  # as far back as one can go without filters
_KINDS: Final = 8  # types that are compared with the usual


class Usual(NamedTuple):
    """How many acts a day had, and how many such days have: of a type, "" for all."""

    type: str
    n: int
    usually: float

    @property
    def sign(self) -> str:
        """`more` or `less` where it is far from usual: by twice the root of what is usual, as counts vary."""
        far = 2 * max(self.usually, 1) ** 0.5
        return "more" if self.n > self.usually + far else "less" if self.n < self.usually - far else ""


@router.get("/", response_class=HTMLResponse)
@in_turn
def today(request: Request) -> HTMLResponse:
    """The newest acts or statements that fit."""
    view = View(request, "today")
    tab, n = view.option("tab", _TABS), view.number("page", _PAGES)
    f, ask = view.filters, view.library.ask
    newest = questions.acts if tab == "acts" else questions.statements
    rows = ask(*newest(f, PAGE + 1, (n - 1) * PAGE))
    shown = rows[:PAGE]
    told: dict[str, Any] = {}
    if tab == "acts":
        told["reports"] = _reports(view, shown)
    last = view.choices.last
    days, kinds = _usual(view, last) if last is not None else ([], [])
    return view.page(
        "today.html",
        {"tab": "" if tab == "acts" else tab},
        tab=tab,
        rows=shown,
        total=rows[0]["total"] if rows else 0,
        number=n,
        more=len(rows) > PAGE and n < _PAGES,
        days=days,
        kinds=kinds,
        saved=saved.views(request),
        here_query=f.query(tab="" if tab == "acts" else tab),
        **told,
    )


@router.get("/new")
def new(request: Request, after: Annotated[int, Query(ge=0, le=_LAST)] = 0) -> JSONResponse:
    """How many acts or statements that fit came after a line, as `n`; the last line, as `line`."""
    view = View(request, "today")
    tab = view.option("tab", _TABS)
    line = view.choices.line
    n = 0
    if line > after:
        n = view.library.ask(*questions.newer(view.filters, after, tab))[0]["n"]
    told = view.words.fill("today", "new", n=n) if n else ""
    return JSONResponse({"n": n, "line": line, "told": _plain(str(told))}, headers={"Cache-Control": "no-store"})


def _plain(markup: str) -> str:
    """What a button tells: words alone."""
    return markup.replace("<bdi>", "").replace("</bdi>", "")


def _reports(view: View, rows: list[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """Who reports each act of some rows, by its name; those not linked yet by what they are themselves."""
    names = [questions.occurrence_name(r["sha256"], r["event"]) for r in rows]
    out: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for told in view.library.ask(*questions.told_by(names)):
        if told["sha256"] not in {x["sha256"] for x in out[told["occurrence"]]}:
            out[told["occurrence"]].append(told)
    unlinked = [r for r, name in zip(rows, names, strict=True) if name not in out]
    if unlinked:
        known = {a["sha256"]: a for a in view.library.ask(*questions.sources(sorted({r["sha256"] for r in unlinked})))}
        for r in unlinked:
            if r["sha256"] in known:
                own = {**known[r["sha256"]], "event": r["event"], "published": r["published"], "report": r["sha256"]}
                out[questions.occurrence_name(r["sha256"], r["event"])] = [own]
    return dict(out)


def _usual(view: View, last: date) -> tuple[list[tuple[date, int]], list[Usual]]:
    """Acts reported on each of the last days, and the last day beside the days before it, in all and by type."""
    by_day: Counter[date] = Counter()
    then: Counter[str] = Counter()
    before: Counter[str] = Counter()
    for r in view.library.ask(*questions.by_day(view.filters, last)):
        by_day[r["day"]] += r["n"]
        (then if r["day"] == last else before)[r["type"]] += r["n"]
    days = [last - timedelta(days=k) for k in range(USUAL, -1, -1)]
    all_of_it = Usual("", then.total(), before.total() / USUAL)
    kinds = [Usual(t, then[t], before[t] / USUAL) for t in {*then, *before}]
    kinds.sort(key=lambda k: (-k.n, -k.usually, k.type))
    return [(d, by_day[d]) for d in days], [all_of_it, *kinds[:_KINDS]]
