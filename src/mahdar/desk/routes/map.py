"""The map: states in which acts took place, or that took part in them."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from mahdar.desk import questions
from mahdar.desk.called import code
from mahdar.desk.view import View
from mahdar.desk.world import drawn, shade, steps, world

router = APIRouter(include_in_schema=False)

_OF: Final = ("place", "party")
_PLACES: Final = 60
_STATES: Final = 40
_BEHIND: Final = 20


@router.get("/map", response_class=HTMLResponse)
def page(request: Request) -> HTMLResponse:
    """The map, and one of its states where the address names it."""
    view = View(request, "map")
    f, ask, w, called = view.filters, view.library.ask, view.words, view.called
    of = view.option("of", _OF)
    counts = {r["code"]: r["n"] for r in ask(*questions.by_state(f, of)) if r["code"]}
    told = request.query_params.get("state", "")
    chosen = code(told) if told else ""
    if chosen is None:
        view.refuse("party", told)
    own = {"of": "" if of == _OF[0] else of}
    change = {"place": chosen} if of == "place" else f.taking(chosen or "")
    acts = f._replace(**change)

    def link(state: str, n: int) -> tuple[str, str]:
        title = w.say("map", "state").format(name=called.party(state), n=n)
        return "/map" + f.query(**own, state=state) + "#state", title

    return view.page(
        "map.html",
        {**own, "state": chosen or ""},
        of=of,
        ofs={x: "/map" + f.query(of="" if x == _OF[0] else x) for x in _OF},
        counts=counts,
        drawn=drawn,
        chosen=chosen,
        ranked=sorted(((c, n) for c, n in counts.items() if c != "UNK"), key=lambda x: (-x[1], x[0]))[:_STATES],
        # A state as a whole is no place within it.
        places=[p for p in ask(*questions.places(acts if chosen else f, _PLACES)) if code(p["place"]) is None]
        if of == "place"
        else [],
        behind=ask(*questions.acts(acts, _BEHIND)) if chosen else [],
        behind_link="/" + acts.query(),
        close="/map" + f.query(**own),
        legend=(made := steps(counts)),
        shade=lambda n: shade(n, made),
        state_link=lambda c: "/" + f.query(**({"place": c} if of == "place" else f.taking(c))),
        place_link=lambda p: "/" + f.query(place=p),
        picture=world(counts, chosen or "", w.say("page", "map"), link),
    )
