"""What the pages over the archive show, as JSON: the network, trends, and the views that somebody saved."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response

from mahdar.desk import held, questions, saved, shapes
from mahdar.desk.filters import filters
from mahdar.desk.refusals import Refused
from mahdar.desk.routes.trends import turned, whole
from mahdar.desk.routes.views import keep
from mahdar.desk.store import LARGEST
from mahdar.desk.view import split

router = APIRouter(prefix="/api", tags=["views"])


@router.get("/network")
def network(request: Request, asked: Annotated[shapes.NetworkQuery, Query()]) -> shapes.Network:
    """Who dealt with whom: the pairs with most acts, with what of them was cooperation and conflict."""
    rows = held.library(request).ask(*questions.edges(filters(request), asked.who == "officials", asked.limit))
    items = [{**row, **dict(zip(("one", "other"), split(row["pair"]), strict=True))} for row in rows]
    return shapes.Network.model_validate({"items": items})


@router.get("/trends")
def trends(request: Request, asked: Annotated[shapes.TrendsQuery, Query()]) -> shapes.Trends:
    """What was done over time, where the dealings of two parties turned, and how much is on somebody's word.

    At most the last 240 periods; turning points with `between` alone.
    """
    f, ask = filters(request), held.library(request).ask
    rows = whole(ask(*questions.series(f, asked.by)), asked.by)
    turns = [
        {"period": rows[at]["period"], "before": before, "after": after}
        for at, before, after in (turned(rows) if f.between else ())
    ]
    return shapes.Trends.model_validate({"items": rows, "turns": turns, "kinds": ask(*questions.kinds(f))})


@router.get("/views")
def views(request: Request) -> list[shapes.SavedView]:
    """The saved views of who asks, by name."""
    return [_told(view) for view in saved.views(request)]


@router.post("/views", status_code=201)
def save(request: Request, sent: shapes.ViewSent) -> shapes.SavedView:
    """Keep a page with its filters under a name, in place of a view of the same name."""
    name, _ = keep(request, sent.name, sent.page, sent.query)
    return next(_told(view) for view in saved.views(request) if view.name == name)


@router.delete("/views/{number}", status_code=204)
def forget(request: Request, number: Annotated[int, Path(ge=1, le=LARGEST)]) -> Response:
    """Take out a saved view of who asks."""
    if not saved.forget(request, number):
        raise Refused(404, "no-such-view")
    return Response(status_code=204)


def _told(view: saved.Saved) -> shapes.SavedView:
    return shapes.SavedView(id=view.id, name=view.name, page=view.page, query=view.query, href=view.href)
