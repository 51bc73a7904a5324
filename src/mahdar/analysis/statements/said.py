"""One statement in words."""

from collections.abc import Sequence
from typing import NamedTuple

from mahdar.analysis.party import Party


class Said(NamedTuple):
    """One statement in words: cue `[cue, cue_end)` (empty for a quotation carried on), content `[first, last)`.

    `clause`: the number of the clause that the cue governs, -1 for none. `vouches`: whether it is one only for the
    sake of an act that it vouches for (تبنت الهجوم).
    """

    speaker: Party | None
    others: list[Party]
    relay: list[Party]
    addressee: list[Party]
    cue: int
    cue_end: int
    first: int
    last: int
    clause: int = -1
    vouches: bool = False


def goes_on(said: Sequence[Said], before: Party | None) -> Party | None:
    """Who a bare verb of saying in the next sentence goes on with: whoever spoke last of those who are not themselves
    told of in somebody's words, but for an outlet's: قال الوزير إن الرئيس أكد أن الهدنة قائمة. وأضاف: the minister.
    """
    for s in reversed(said):
        inside = (o for o in said if o is not s and o.first <= s.cue < o.last and o.last - o.first > s.last - s.first)
        if all(o.speaker is not None and o.speaker.kind == "media" for o in inside):
            return s.speaker or before
    return before
