"""How two parties dealt with each other week by week, and where that turned.

Turning points cut the weeks into stretches of steady mean: optimal partitioning (Jackson and others, 2005, "An
algorithm for optimal partitioning of data on an interval") of squared error, each cut costing the variance times twice
the logarithm of the number of weeks, after Yao (1988, "Estimating the number of change-points via Schwarz' criterion").
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise
from math import log
from statistics import fmean
from typing import Final

from mahdar.dossier.acts import Act
from mahdar.dossier.cite import cite_acts
from mahdar.dossier.types import Series, Turn, Week

MOST: Final = 10  # pairs of parties
_LEAST: Final = 2  # weeks of a stretch
_WEEKS: Final = 6  # weeks from which turns are looked for
_SHOWN: Final = 4  # acts that tell of a turn
_CUT: Final = 2.0  # penalty of a cut, in variances times the logarithm of the weeks


def series(acts: Sequence[Act], wanted: frozenset[str]) -> list[Series]:
    """The pairs with most acts, among `wanted` where there are any; each act once, on its first day."""
    pairs: dict[tuple[str, str], dict[str, Act]] = defaultdict(dict)
    for a in sorted(acts, key=lambda a: a.told):
        for pair in _pairs(a):
            if not wanted or set(pair) <= wanted:
                pairs[pair].setdefault(a.same, a)
    most = sorted(pairs.items(), key=lambda x: (-len(x[1]), x[0]))[:MOST]
    out = []
    for (one, other), mine in most:
        weeks = _weeks(mine.values())
        if any(w.acts for w in weeks):
            out.append(Series(one=one, other=other, weeks=weeks, turns=_turns(weeks, list(mine.values()))))
    return out


def _pairs(a: Act) -> list[tuple[str, str]]:
    """The pairs that an act is between: each author with each recipient, all with each other where nobody receives."""
    if a.recipient:
        return sorted({(min(x, y), max(x, y)) for x in a.actor for y in a.recipient if x != y})
    return list(combinations(sorted(set(a.actor)), 2))


def _monday(a: Act) -> dt.date | None:
    day = a.day
    return day - dt.timedelta(days=day.weekday()) if day else None


def _weeks(acts: Iterable[Act]) -> list[Week]:
    """All weeks from the first act to the last, those without acts too."""
    by: dict[dt.date, list[Act]] = defaultdict(list)
    for a in acts:
        if (monday := _monday(a)) is not None and a.event.status in ("occurred", "planned"):
            by[monday].append(a)
    if not by:
        return []
    out, at = [], min(by)
    while at <= max(by):
        done = [a for a in by[at] if a.event.status == "occurred"]
        plans = [a for a in by[at] if a.event.status == "planned"]
        out.append(
            Week(
                week=at.isoformat(),
                acts=len(done),
                claims=sum(a.by != "" for a in done),
                plans=len(plans),
                scale=_mean(a.event.plover.scale for a in done),
                goldstein=_mean(a.event.cameo.goldstein for a in done),
                uncontested=_mean(a.event.plover.scale for a in done if not a.by),
                planned=_mean(a.event.plover.scale for a in plans),
            )
        )
        at += dt.timedelta(days=7)
    return out


def _mean(values: Iterable[float]) -> float | None:
    told = list(values)
    return round(fmean(told), 2) if told else None


def _turns(weeks: Sequence[Week], acts: Sequence[Act]) -> list[Turn]:
    told = [(n, w.scale) for n, w in enumerate(weeks) if w.scale is not None]
    values = [v for _, v in told]
    out = []
    for cut, before, after in means(values, cuts(values)):
        week = weeks[told[cut][0]].week
        mine = [
            a for a in acts if (m := _monday(a)) is not None and m.isoformat() == week and a.event.status == "occurred"
        ]
        worse = after < before
        mine.sort(key=lambda a: (a.event.plover.scale * (1 if worse else -1), a.told))
        out.append(Turn(week=week, before=before, after=after, cited=cite_acts(mine[:_SHOWN])))
    return out


def means(values: Sequence[float], cuts: Sequence[int]) -> list[tuple[int, float, float]]:
    """Each cut with the means of the stretches before and after it."""
    ends = [0, *cuts, len(values)]
    return [
        (cut, round(fmean(values[ends[k] : cut]), 2), round(fmean(values[cut : ends[k + 2]]), 2))
        for k, cut in enumerate(cuts)
    ]


def cuts(values: Sequence[float]) -> list[int]:
    """Where the mean of values changes: the numbers of the first values of all stretches but the first."""
    n = len(values)
    if n < _WEEKS:
        return []
    sums, squares = [0.0], [0.0]
    for v in values:
        sums.append(sums[-1] + v)
        squares.append(squares[-1] + v * v)

    def cost(a: int, b: int) -> float:
        return squares[b] - squares[a] - (sums[b] - sums[a]) ** 2 / (b - a)

    # the spread of neighbours tells the noise, whatever the mean does: half the mean square of differences
    noise = fmean((y - x) ** 2 for x, y in pairwise(values)) / 2
    penalty = max(_CUT * noise * log(n), 1e-9)
    best, last = [-penalty] + [0.0] * n, [0] * (n + 1)
    for b in range(1, n + 1):
        options = [(best[a] + cost(a, b) + penalty, a) for a in range(b - _LEAST + 1) if a == 0 or a >= _LEAST]
        best[b], last[b] = min(options, default=(float("inf"), 0))
    out, b = [], n
    while last[b] > 0:
        b = last[b]
        out.append(b)
    return out[::-1]
