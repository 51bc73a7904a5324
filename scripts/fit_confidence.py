"""Fits the weights of an event's confidence: `python scripts/fit_confidence.py [OUT] [--penalty P]`.

Codes `gold/train.jsonl`, counts an event as right as `mahdar eval` does (same type, same sentence), fits a logistic
regression and writes its weights to OUT (default: the file in the package). Prints what every feature is worth: the
mean log loss of articles left out of the fit, with all features and with all but one. `dev` and `test` are not read.

The penalty is the strongest of 1, 2, 4, 8, 16 whose loss lies within one standard error of the least. The rules were
written with these articles at hand, so what holds of their errors holds less of others; a weak penalty overstates it.
"""

import argparse
import json
import math
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from mahdar.coder import Coder
from mahdar.coding.confidence import Features, features
from mahdar.evaluate.reliability import right
from mahdar.evaluate.score import load
from mahdar.record.write import to_json

ROOT = Path(__file__).parent.parent
TRAIN = ROOT / "gold" / "train.jsonl"
OUT = ROOT / "src" / "mahdar" / "coding" / "confidence.toml"
_PENALTY = 8.0
_STEPS = 50
_CLOSE = 1e-9
_NOT_AGAINST = ("wording",)  # features that cannot speak against an event; a fit by which they do is of chance
_FOLDS = 7
_HEAD = """\
# source: logistic regression on gold/train.jsonl, written by scripts/fit_confidence.py; see docs/data-formats.md.
# What each feature adds to the log odds that an event is right.
"""


class Case(NamedTuple):
    """A coded event: the number of its article, 1 and its features, whether it is right."""

    article: int
    x: tuple[float, ...]
    y: bool


def cases(path: Path) -> list[Case]:
    """The events coded in the articles of a gold file."""
    coder = Coder("ar")
    out: list[Case] = []
    for n, (id, d) in enumerate(load(path).items()):
        record = json.loads(to_json(coder.code(d["text"], id=id, published=d["published"])))
        found = [features(e, s.words) for s in coder.read(d["text"], d["published"]).sentences for e in s.drafts]
        out += [Case(n, (1.0, *x), y) for x, y in zip(found, right(d, record), strict=True)]
    return out


def fit(known: Sequence[Case], penalty: float) -> list[float]:
    """The base and the weights of greatest likelihood less half the penalty on squared weights, by Newton's method."""
    width = len(known[0].x)
    b = [0.0] * width
    for _ in range(_STEPS):
        slope = [-penalty * w for w in b]
        curve = [[penalty if i == j else 0.0 for j in range(width)] for i in range(width)]
        slope[0] = curve[0][0] = 0.0  # the base bears no penalty
        for case in known:
            p = probability(b, case.x)
            for i, x in enumerate(case.x):
                if x:
                    slope[i] += (case.y - p) * x
                    for j, z in enumerate(case.x):
                        curve[i][j] += p * (1 - p) * x * z
        step = solve(curve, slope)
        b = [x + y for x, y in zip(b, step, strict=True)]
        if max(map(abs, step)) < _CLOSE:
            break
    return b


def of_right_sign(known: Sequence[Case], penalty: float) -> list[float]:
    """The same, with a weight of nought for features that would speak against an event and cannot."""
    b = fit(known, penalty)
    wrong = [k for k, name in enumerate(Features._fields, 1) if name in _NOT_AGAINST and b[k] < 0]
    if wrong:
        b = fit(without(known, *wrong), penalty)
        for k in wrong:
            b.insert(k, 0.0)
    return b


def probability(b: Sequence[float], x: Sequence[float]) -> float:
    """The probability that weights give to features."""
    return 1 / (1 + math.exp(-sum(v * w for v, w in zip(b, x, strict=True))))


def solve(matrix: Sequence[Sequence[float]], constants: Sequence[float]) -> list[float]:
    """The solution of linear equations whose matrix is positive definite (so no pivots need be sought)."""
    rows = [[*row, y] for row, y in zip(matrix, constants, strict=True)]
    for i, pivot in enumerate(rows):
        for row in rows[i + 1 :]:
            factor = row[i] / pivot[i]
            row[i:] = [a - factor * c for a, c in zip(row[i:], pivot[i:], strict=True)]
    out: list[float] = []
    for row in reversed(rows):
        n = len(rows) - len(out)
        out.insert(0, (row[-1] - sum(a * x for a, x in zip(row[n:-1], out, strict=True))) / row[n - 1])
    return out


def loss(known: Sequence[Case], penalty: float) -> tuple[float, float]:
    """Mean log loss of events by weights fitted on the articles of other folds; its standard error over articles."""
    by_article: dict[int, float] = {}
    for fold in range(_FOLDS):
        b = fit([c for c in known if c.article % _FOLDS != fold], penalty)
        for c in known:
            if c.article % _FOLDS == fold:
                p = probability(b, c.x)
                by_article[c.article] = by_article.get(c.article, 0.0) - math.log(p if c.y else 1 - p)
    n, total = len(by_article), sum(by_article.values())
    spread = sum((x - total / n) ** 2 for x in by_article.values()) / (n - 1)
    return total / len(known), math.sqrt(n * spread) / len(known)


def without(known: Sequence[Case], *columns: int) -> list[Case]:
    """The same events with some features left out."""
    return [c._replace(x=tuple(v for k, v in enumerate(c.x) if k not in columns)) for c in known]


def main() -> None:
    """Fit, write and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", nargs="?", type=Path, default=OUT)
    parser.add_argument("--penalty", type=float, default=_PENALTY)
    args = parser.parse_args()
    known = cases(TRAIN)
    base, *of = (f"{round(w, 1) + 0.0:.1f}" for w in of_right_sign(known, args.penalty))  # + 0.0: no -0.0
    lines = [f"{name} = {w}\n" for name, w in zip(Features._fields, of, strict=True)]
    args.out.write_text(f"{_HEAD}\nbase = {base}\n\n[weight]\n{''.join(lines)}", encoding="utf-8")
    whole, error = loss(known, args.penalty)
    nothing, _ = loss(without(known, *range(1, len(known[0].x))), args.penalty)
    print(f"{len(known)} events, {sum(c.y for c in known)} right; log loss of articles left out:")
    print(f"without features {nothing:.4f}, with all {whole:.4f} (standard error {error:.4f}), with all but one:")
    for k, name in enumerate(Features._fields, 1):
        print(f"  {name:18} {loss(without(known, k), args.penalty)[0] - whole:+.4f}")


if __name__ == "__main__":
    main()
