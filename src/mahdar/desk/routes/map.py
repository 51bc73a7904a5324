"""The map: states and towns in which acts took place, or states that took part in them."""

from typing import Final

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from mahdar.desk import questions
from mahdar.desk.called import code
from mahdar.desk.filters import Filters, Unfit
from mahdar.desk.towns import located, town
from mahdar.desk.turns import in_turn
from mahdar.desk.view import View
from mahdar.desk.world import Spot, drawn, shade, steps, world
from mahdar.world.coordinates import Point

router = APIRouter(include_in_schema=False)

_OF: Final = ("place", "party")
_PLACES: Final = 60  # of the list
_TOWNS: Final = 500  # places among which towns are looked for
_STATES: Final = 40
_BEHIND: Final = 20


@router.get("/map", response_class=HTMLResponse)
@in_turn
def page(request: Request) -> HTMLResponse:
    """The map, and one of its states or towns where the address names it."""
    view = View(request, "map")
    f, ask, w, called = view.filters, view.library.ask, view.words, view.called
    of = view.option("of", _OF)
    counts = {r["code"]: r["n"] for r in ask(*questions.by_state(f, of)) if r["code"]}
    places = ask(*questions.places(f, _TOWNS)) if of == "place" else []
    told, at = (request.query_params.get(key, "") for key in ("state", "town"))
    chosen = code(told) if told else ""
    if chosen is None:
        raise Unfit("party", told)
    if at and (of != "place" or told or town(at) is None):
        raise Unfit("option", at)
    own = {"of": "" if of == _OF[0] else of}

    def of_state(state: str) -> Filters:
        # What the filters say of the place is kept, as it may be a town in the state.
        return f._replace(**{"place": f.place or state} if of == "place" else f.taking(state))

    def titled(name: str, n: int) -> str:
        return w.say("map", "state").format(name=name, n=n)

    def link(state: str, n: int) -> tuple[str, str]:
        return "/map" + f.query(**own, state=state) + "#chosen", titled(called.party(state), n)

    def spot(place: str, point: Point, n: int) -> Spot:
        return Spot(place, point, n, titled(called.name(place), n), "/map" + f.query(town=place) + "#chosen")

    known = ((p, located(p["place"], p["code"])) for p in places)
    spots = [spot(p["place"], point, p["n"]) for p, point in known if point is not None]
    if at:
        n = next((p["n"] for p in places if p["place"] == at), 0)
        acts, name = f._replace(place=at), called.name(at)
    else:
        n, acts, name = counts.get(chosen, 0), of_state(chosen), called.party(chosen) if chosen else ""
    if chosen and of == "place":
        places = ask(*questions.places(acts, _PLACES))
    ranked = sorted(((c, n) for c, n in counts.items() if c != "UNK"), key=lambda x: (-x[1], x[0]))
    return view.page(
        "map.html",
        {**own, "state": chosen, "town": at},
        of=of,
        ofs={x: "/map" + f.query(of="" if x == _OF[0] else x) for x in _OF},
        drawn=drawn,
        chosen=name,
        chosen_n=n,
        in_state=bool(chosen),
        ranked=ranked[:_STATES],
        further=ranked[_STATES:],
        # A state as a whole is no place within it.
        places=[p for p in places if code(p["place"]) is None][:_PLACES],
        behind=ask(*questions.acts(acts, _BEHIND)) if n else [],
        behind_link="/" + acts.query(),
        close="/map" + f.query(**own),
        legend=(made := steps(counts)),
        shade=lambda n: shade(n, made),
        towns=bool(spots),
        state_link=lambda c: "/" + of_state(c).query(),
        map_link=lambda c: link(c, 0)[0],
        acts_of=lambda name, n: w.say("map", "acts").format(name=name, n=f"{n:,}"),
        place_link=lambda p: "/" + f.query(place=p),
        picture=world(counts, at or chosen, w.say("page", "map"), link, spots),
    )
