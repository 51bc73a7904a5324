"""An act while it is asked who does it and who undergoes it."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.party import Party, side
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import PLACES, UNNAMED
from mahdar.coding.slots import Surroundings, Trigger

APART: Final = "JUD"  # whose courts judge their own government


class Act:
    """A trigger taken for the act of a frame, with the parties found so far.

    `actor`, `recipient`: what each step of the search finds and the next may add to or take away. `lent`: the subject
    that a light verb lends to its noun (شنت كينيا هجوما).
    """

    __slots__ = ("actor", "around", "frame", "lent", "recipient", "t", "type")

    def __init__(self, frame: Frame, around: Surroundings, t: Trigger, lent: list[Party]) -> None:
        self.frame: Final = frame
        self.type: Final = frame.type
        self.around: Final = around
        self.t: Final = t
        self.lent: Final = lent
        self.actor: list[Party] = []
        self.recipient: list[Party] = []

    @property
    def by_noun(self) -> bool:
        """Whether a noun names it: طلب، هجوم."""
        return self.t.kind == "noun"

    @property
    def by_verb(self) -> bool:
        """Whether a finite verb tells it: طالب، هاجم."""
        return self.t.kind == "verb"

    @property
    def codes(self) -> set[str | None]:
        """The codes of who acts, also that of those who have none."""
        return {p.code for p in self.actor}

    @property
    def mine(self) -> set[str | None]:
        """The codes of known parties that act."""
        return self.codes - UNNAMED

    @property
    def sides(self) -> set[tuple[str, bool]]:
        """The sides that act."""
        return {side(p) for p in self.actor}

    @property
    def hits_itself(self) -> bool:
        """Whether all that undergo it are of the sides that act, or none is told."""
        return {side(p) for p in self.recipient} <= self.sides


def nameless(parties: Sequence[Party]) -> bool:
    """Whether no party among them is known, or there is none."""
    return all(p.code in UNNAMED for p in parties)


def known(parties: Sequence[Party]) -> list[Party]:
    """Those of a known code."""
    return [p for p in parties if p.code not in UNNAMED]


def strong(parties: list[Party]) -> list[Party]:
    """Named parties where there are any; the unnamed only when alone."""
    return known(parties) or [p for p in parties if p.code or p.kind != "place"]  # waters are of nobody


def first(relations: Sequence[str], around: Surroundings, not_: Sequence[Party] = ()) -> list[Party]:
    """The parties of the first relation that has a strong one, else of the first that has any."""
    weak: list[Party] = []
    for r in relations:
        found = [p for p in around.parties(r) if p.kind != "media" or r in ("subject", "object", "ala")]
        found = _but(not_, found, ":" in r) if not_ else found
        if r in PLACES and not nameless(weak):
            return weak  # غارات على مواقع إيرانية قرب دمشق
        if any(not p.weak for p in found):
            return found
        named = known(found)
        if not weak or (named and nameless(weak)):
            weak = named or found or weak
    return weak


def _but(actor: Sequence[Party], found: list[Party], inside: bool) -> list[Party]:
    """Parties that are none of those who act; weak ones, and those inside a complement, not of their side either."""
    keys = {p.key for p in actor}
    own = {(p.code, p.sector) for p in actor}
    state = {p.code for p in actor if side(p)[1] and p.sector != APART}
    # no body refuses its own visit
    bodies = {p.code for p in actor if (p.kind, p.sector, p.how) == ("organization", None, "name")}
    out = [p for p in found if p.key not in keys and p.code not in bodies]
    return [p for p in out if not (inside or p.weak) or not ((p.code, p.sector) in own or _ruling(p, state))]


def _ruling(p: Party, codes: set[str | None]) -> bool:
    """Whether a party stands for the government of one of the states, not for one who holds an office there."""
    return p.sector == "GOV" and p.how not in ("title", "nominal") and p.code in codes
