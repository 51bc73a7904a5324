"""An event before it becomes part of a record, and what was tried on the way to it."""

from typing import Final, NamedTuple

from mahdar.analysis.party import Party
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import DENIALS, UNNAMED
from mahdar.coding.slots import Trigger
from mahdar.record.types import Status

_CALLS_FALSE: Final = frozenset(("reject.describe-false", "reject.baseless", "reject.no-basis"))


class Attempt:
    """A frame tried on a trigger, and what came of it; for `mahdar explain`."""

    __slots__ = ("frame", "outcome", "word")

    def __init__(
        self,
        word: int,
        frame: str,
        outcome: str,
    ) -> None:
        self.word: Final = word
        self.frame: Final = frame
        self.outcome: Final = outcome


class Draft(NamedTuple):
    """An event in terms of words and parties, before it becomes part of a record.

    `[first, last)`: trigger words; `trigger`: its code points; `said`: number of the statement that vouches for it,
    -1 none. `open`: a two-sided act whose participants only the rest of the article can tell. `about`: the types of
    an act told before that it judges (أدانت القصف). `spared`: the codes of whom a demand wants to be relieved.
    `voucher`: who says that it happened, None for the article itself. `claimed`: whether somebody claims a deed told
    before by a definite noun (تبنت الحركة الهجوم). `nouns`: the lemmas of its trigger and of what that governs;
    `judged`: the nouns by which it names the act told before.
    """

    first: int
    last: int
    trigger: tuple[int, int]
    type: str
    mode: str | None
    context: tuple[str, ...]
    status: Status
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    place: Party | None
    said: int
    source: Trigger
    frame: Frame
    topic: tuple[int, int] | None
    open: bool = False
    about: tuple[str, ...] = ()
    spared: frozenset[str | None] = frozenset()
    voucher: Party | None = None
    claimed: bool = False
    nouns: frozenset[str] = frozenset()
    judged: frozenset[str] = frozenset()


def named(d: Draft) -> tuple[set[str | None], set[str | None]]:
    """The codes of the known actors and recipients of an event."""
    return {p.code for p in d.actor} - UNNAMED, {p.code for p in d.recipient} - UNNAMED


def denies(frame: Frame) -> bool:
    """Whether an act of a frame denies what others told."""
    return bool(DENIALS.intersection(frame.verb)) or frame.id in _CALLS_FALSE


def nobody(p: Party) -> bool:
    """Whether a party is only a place, or a firm of no known country, whose owner may be told behind it."""
    return p.kind == "place" or (p.code in UNNAMED and p.sector == "BUS")


def once_each(parties: list[Party]) -> list[Party]:
    """Parties without those told twice, in their order."""
    out: list[Party] = []
    for p in parties:
        if not any(
            q.key == p.key or (q.code == p.code and q.code not in UNNAMED and q.sector == p.sector) for q in out
        ):
            out.append(p)
    return out
