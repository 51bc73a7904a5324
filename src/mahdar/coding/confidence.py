"""How far an event can be trusted: the probability that its words tell an act of its type.

A logistic regression over features that anybody can check in the text; `scripts/fit_confidence.py` writes the weights,
`confidence.toml`, from articles with known events. It does not tell whether the parties are right.
"""

import math
import tomllib
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from mahdar.analysis.chunks import Word
from mahdar.analysis.party import Party
from mahdar.coding.draft import Draft
from mahdar.coding.ontology import QUAD
from mahdar.packs.tables import HOME

_FAR: Final = 5  # words
_DEEP: Final = 2  # clauses around


class Features(NamedTuple):
    """What speaks for or against an event, each 0 or 1 unless said otherwise; or the weights of these.

    not_occurred: it is planned, possible or negated.
    homographs: the logarithm of how many verbs are spelled as the trigger is.
    bare_noun: the trigger is a noun without a light verb.
    wording: the frame wants certain words beside the trigger, and they are there.
    form_only: the frame has conditions, but on no words: a relation or a class of words.
    material: the type is of a deed, not of words.
    party_missing: nobody known acts, or nobody is acted on where the frame expects it.
    recipient_guessed: a recipient is only understood, or is a place.
    actor_far: the nearest mention of an actor in the sentence is more than five words away.
    deep: the trigger stands in a clause within a clause within a clause.
    """

    not_occurred: float
    homographs: float
    bare_noun: float
    wording: float
    form_only: float
    material: float
    party_missing: float
    recipient_guessed: float
    actor_far: float
    deep: float


class Weights(NamedTuple):
    """Log odds of an event for which nothing is said, and what each feature adds to them."""

    base: float
    of: Features


def features(d: Draft, words: list[Word]) -> Features:
    """The features of an event in a sentence of these words."""
    t, frame = d.source, d.frame
    actor, recipient = _known(d.actor), _known(d.recipient)
    return Features(
        not_occurred=d.status != "occurred",
        homographs=math.log(len(words[t.word].lemmas)),
        bare_noun=t.kind == "noun" and t.light is None,
        wording=bool(frame.words),
        form_only=not frame.words and bool(frame.slots.require or frame.classes),
        material=QUAD[d.type].startswith("material"),
        party_missing=not actor or (not recipient and bool(frame.slots.recipient)),
        recipient_guessed=any(p.how == "implicit" or p.kind == "place" for p in recipient),
        actor_far=_distance(d, actor, words) > _FAR,
        deep=len(t.clause.ancestors()) >= _DEEP,
    )


@lru_cache(maxsize=1 << 10)
def confidence(x: Features, w: Weights) -> float:
    """The probability of an event with these features: two decimals, from 0.01 to 0.99."""
    odds = w.base + sum([a * b for a, b in zip(w.of, x, strict=True)])
    return min(max(round(1 / (1 + math.exp(-odds)), 2), 0.01), 0.99)


@lru_cache(maxsize=1)
def weights() -> Weights:
    """The weights shipped."""
    raw = tomllib.loads((HOME / "coding" / "confidence.toml").read_text(encoding="utf-8"))
    return Weights(raw["base"], Features(**raw["weight"]))


def _known(parties: Sequence[Party]) -> list[Party]:
    return [p for p in parties if p.code not in (None, "UNK")]


def _distance(d: Draft, parties: list[Party], words: list[Word]) -> int:
    """How many words lie from the nearest mention of a party to the trigger; 0 where the sentence has none."""
    first, end = words[0].token.start, words[-1].token.end
    nearest = -1
    for p in parties:
        if first <= p.start < end:
            lo, hi = min(p.start, d.trigger[0]), max(p.start, d.trigger[0])
            between = 0
            for w in words:
                if lo <= w.token.start < hi:
                    between += 1
            nearest = between if nearest < 0 else min(nearest, between)
    return max(nearest, 0)
