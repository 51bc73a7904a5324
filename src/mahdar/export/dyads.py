"""Events as pairs of one source and one target, which is what dyadic layouts hold."""

import hashlib
from collections.abc import Iterator
from itertools import permutations
from typing import Final, NamedTuple

from mahdar.record.types import Entity, Event, Record

_NUMBER: Final = 13  # hexadecimal digits of a number that fits the whole numbers of every program (below 2 to the 52)
# A visit is hosting, told from the other side.
_HOSTED: Final = {"042": "043"}


class Dyad(NamedTuple):
    """One pair of an event. `place`: where it happens; `number`: the same for the same article and pair, unlike all
    others; `back`: the other way round than the event tells it; `code`: its CAMEO code that way round.
    """

    event: Event
    source: Entity | None
    target: Entity | None
    place: Entity | None
    number: int
    code: str
    back: bool


def dyads(record: Record) -> Iterator[Dyad]:
    """The pairs of a record's events, in their order; what is denied is left out.

    A meeting is given both ways. Several persons of one party are one source. An act of one party alone has no target.
    """
    entities = {e.id: e for e in record.entities}
    for e in record.events:
        if e.status == "negated":
            continue
        actors = _parties([entities[i] for i in e.actor])
        recipients = _parties([entities[i] for i in e.recipient])
        place = entities.get(e.place or "")
        code = e.cameo.code
        pairs: list[tuple[Entity | None, Entity | None, str, bool]]
        if recipients:
            sources: list[Entity | None] = [*actors] or [None]
            pairs = [(a, r, code, False) for a in sources for r in recipients]
            if e.type == "CONSULT":
                pairs += [(r, a, _HOSTED.get(code, code), True) for a in actors for r in recipients]
        elif len(actors) > 1:
            both = list(permutations(range(len(actors)), 2))
            pairs = [(actors[i], actors[j], code, i > j) for i, j in both]
        else:
            pairs = [(a, None, code, False) for a in actors]
        for n, (source, target, as_coded, back) in enumerate(pairs):
            yield Dyad(e, source, target, place, number(record, e, n), as_coded, back)


def number(record: Record, event: Event, n: int = 0) -> int:
    """A number for a pair of an event, from what the article is and where in it the event stands."""
    what = f"{record.doc.id}\x1f{record.doc.sha256}\x1f{event.id}\x1f{n}"
    return int(hashlib.sha256(what.encode()).hexdigest()[:_NUMBER], 16)


def _parties(entities: list[Entity]) -> list[Entity]:
    """The first entity of each party: Putin and Lavrov are both Russia's government."""
    seen: dict[tuple[str | None, str | None], Entity] = {}
    for e in entities:
        key = (e.code, e.sector) if e.code and e.code != "UNK" else (e.id, None)
        seen.setdefault(key, e)
    return list(seen.values())
