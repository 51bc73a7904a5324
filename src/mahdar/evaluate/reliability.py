"""Whether confidence means what it says: events given 0.8 should be right eight times in ten.

Right is an event that `score.match` pairs with a gold one: the same type in the same sentence.
"""

from collections.abc import Sequence
from typing import Any, NamedTuple

from mahdar.evaluate.score import coded_events, gold_events, match

_BINS = 10


class Bin(NamedTuple):
    """The events with a confidence in [`low`, `high`), the last bin with 1: how many, their mean, the share right."""

    low: float
    high: float
    n: int
    mean: float
    right: float


class Reliability(NamedTuple):
    """Confidence against outcome, over `n` events; `without` more carry no confidence and are left out.

    bins: those with events in them, the lowest first.
    ece: expected calibration error, the mean distance of confidence and share right over the bins, by events.
    brier: mean squared difference of confidence and outcome (1 right, 0 not).
    base: the Brier score of giving every event the share of these that is right.
    """

    n: int
    without: int
    bins: list[Bin]
    ece: float
    brier: float
    base: float


def right(gold: dict[str, Any], coded: dict[str, Any]) -> list[bool]:
    """Of each event of a record, whether the gold document has it."""
    events = coded_events(coded, gold)
    matched = {j for _, j in match(gold_events(gold), events)}
    return [j in matched for j in range(len(events))]


def judged(gold: dict[str, dict[str, Any]], coded: dict[str, dict[str, Any]]) -> list[tuple[float | None, bool]]:
    """(confidence, whether it is right) of every coded event; None where it carries no number from 0 to 1."""
    return [
        (_number(e.get("confidence")), good)
        for i, d in gold.items()
        if i in coded
        for e, good in zip(coded[i].get("events", []), right(d, coded[i]), strict=True)
    ]


def reliability(events: Sequence[tuple[float | None, bool]]) -> Reliability | None:
    """The table of `judged` events; None where no event carries a confidence."""
    known = [(c, good) for c, good in events if c is not None]
    n = len(known)
    if not n:
        return None
    bins: list[Bin] = []
    for k in range(_BINS):
        inside = [(c, good) for c, good in known if min(int(c * _BINS), _BINS - 1) == k]
        if inside:
            m = len(inside)
            mean, share = sum(c for c, _ in inside) / m, sum(good for _, good in inside) / m
            bins.append(Bin(k / _BINS, (k + 1) / _BINS, m, mean, share))
    rate = sum(good for _, good in known) / n
    return Reliability(
        n,
        len(events) - n,
        bins,
        sum(b.n * abs(b.mean - b.right) for b in bins) / n,
        sum((c - good) ** 2 for c, good in known) / n,
        rate * (1 - rate),
    )


def _number(value: object) -> float | None:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    return None
