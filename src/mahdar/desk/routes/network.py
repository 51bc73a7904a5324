"""The network: who deals with whom, in cooperation or conflict, and the acts behind an edge."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from mahdar.archive.schema import BETWEEN
from mahdar.desk import questions
from mahdar.desk.filters import pair
from mahdar.desk.graph import Edge, among_most, picture
from mahdar.desk.turns import in_turn
from mahdar.desk.view import View, split

router = APIRouter(include_in_schema=False)

_MOST: Final = ("24", "12", "40", "60")  # nodes
_PAIRS: Final = 1_500  # that nodes are chosen from
_EDGES: Final = 150  # drawn at most: more cannot be told apart
_BEHIND: Final = 20  # acts shown of an edge


@router.get("/network", response_class=HTMLResponse)
@in_turn
def page(request: Request) -> HTMLResponse:
    """The network, and one of its edges where the address names it."""
    view = View(request, "network")
    f, ask, w, called = view.filters, view.library.ask, view.words, view.called
    faces, most = view.option("who", ("parties", "officials")), view.option("n", _MOST)
    rows = ask(*questions.edges(f, faces == "officials", _PAIRS))
    edges = among_most([Edge(*split(r["pair"]), r["n"], r["cooperation"], r["conflict"]) for r in rows], int(most))[
        :_EDGES
    ]
    own = {"who": "" if faces == "parties" else faces, "n": "" if most == _MOST[0] else most}
    chosen = pair(request, "edge")
    behind = ask(*questions.acts(f._replace(between=chosen), _BEHIND)) if chosen else []

    def told(e: Edge) -> tuple[str, str]:
        both = f"{e.one}{BETWEEN}{e.other}"
        title = w.say("network", "edge").format(
            one=called.party(e.one),
            other=called.party(e.other),
            n=e.acts,
            cooperation=e.cooperation,
            conflict=e.conflict,
        )
        return "/network" + f.query(**own, edge=both) + "#edge", title

    return view.page(
        "network.html",
        {**own, "edge": chosen},
        who=faces,
        most=most,
        sizes=sorted(_MOST, key=int),
        edges=edges,
        chosen=chosen,
        behind=behind,
        behind_all=behind[0]["total"] if behind else 0,
        behind_link="/" + f.query(between=chosen),
        told=told,
        toggles={
            x: "/network" + f.query(who="" if x == "parties" else x, n=own["n"]) for x in ("parties", "officials")
        },
        close="/network" + f.query(**own),
        link=lambda e, of="": "/" + f.query(between=f"{e.one}{BETWEEN}{e.other}", **(f.of_class(of) if of else {})),
        picture=picture(
            edges, chosen, w.say("page", "network"), called.party, lambda n: "/" + f.query(**f.taking(n)), told
        )
        if edges
        else "",
    )
