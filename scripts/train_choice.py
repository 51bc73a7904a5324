"""Learns which reading of a word its neighbours speak for: `python scripts/train_choice.py [OUT]`.

Reads `training/readings.tsv` (sentences of our own, every ambiguous word read by hand), trains an averaged perceptron
on top of the preferences set by hand, and writes its weights to OUT (default: the file in the pack). The same file
gives the same weights. Prints the share of ambiguous words read right, with and without the learned weights, in it and
in a file left out.
"""

import argparse
import math
import random
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from mahdar.errors import InputError
from mahdar.language.choice import Choice, Setting, features
from mahdar.language.pack import Pack, pack
from mahdar.language.tag import choose, readings_of
from mahdar.language.words import Reading, Readings
from mahdar.text.tokens import Token, tokenize

ROOT = Path(__file__).parent.parent
TRAIN = ROOT / "training" / "readings.tsv"
HELD_OUT = ROOT / "training" / "readings_dev.tsv"
OUT = ROOT / "src" / "mahdar" / "packs" / "ar" / "choice.tsv"
_ORDERS = 8  # in which the sentences are learned
_ROUNDS = 8
_STEP = 0.2
_MARGIN = 0.5  # by which a right reading is to be ahead of the others
_WEIGHT = 6  # how often a sentence of an article counts for once of an example
_LONG = 12  # words of a sentence of an article at least
_SHRINK = 0.7  # what of the weights is kept: as right on sentences left out, and nearer to the hand-set preferences
_LEAST = 0.02  # weights nearer to nought are left out
_HEAD = "# source: averaged perceptron on training/readings.tsv, written by scripts/train_choice.py\n"


class Sentence(NamedTuple):
    """The tokens of a sentence, their readings, the kinds of its known names, and by token the right readings."""

    tokens: list[Token]
    options: list[Readings]
    named: list[str]
    right: dict[int, frozenset[int]]


def described(r: Reading) -> str:
    """A reading as `readings.tsv` writes it."""
    marks = [m for m, on in (("al", r.definite and not r.pron), ("acc", r.accusative), ("constr", r.construct)) if on]
    parts = [r.pos, r.lemma, r.tense[:4], str(r.person or ""), r.gender + r.number, r.form, *marks]
    clitics = [f"{r.conj}+", f"{r.prep}+" if r.pos != "prep" else "+", f"{r.fut}+", f"+{r.pron}"]
    return " ".join(x for x in [*parts, "passive" if r.voice == "pas" else "", *clitics] if x and x != "+")


def read(path: Path, p: Pack) -> list[Sentence]:
    """The sentences of a file: a line `= text`, then `token number, word, kind of name or reading` for each word.

    Raises:
        InputError: a row tells of another word than the token of its number, or a reading that the word cannot have.
    """
    out: list[Sentence] = []
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        lines = [x for x in block.split("\n") if x and not x.startswith("#")]
        if not lines:
            continue
        text = lines[0].removeprefix("= ")
        tokens = tokenize(text, 0, len(text))
        options = readings_of(tokens, p.analyser)
        named = [""] * len(tokens)
        right: dict[int, frozenset[int]] = {}
        for line in lines[1:]:
            number, word, what = line.split("\t")
            k = int(number)
            if tokens[k].raw != word:
                raise InputError(f"Token {k} is {tokens[k].raw}, not {word}.", f"{path.name}: {text}", "Count from 0.")
            if what.startswith("@"):
                named[k] = what[1:]
                continue
            known = [described(r) for r in options[k].all]
            if what not in known:
                raise InputError(f"{word} is no {what!r}.", f"{path.name}: {text}", f"Give one of {known}.")
            right[k] = frozenset(j for j, told in enumerate(known) if told == what)
        out.append(Sentence(tokens, options, named, right))
    return out


class Perceptron:
    """Weights and their sums over time, for the average."""

    def __init__(self) -> None:
        self.weights: dict[str, float] = {}
        self._sums: dict[str, float] = {}
        self._since: dict[str, int] = {}
        self.time = 0

    def add(self, keys: Sequence[str], step: float) -> None:
        """Move weights by a step."""
        for k in keys:
            w = self.weights.get(k, 0.0)
            self._sums[k] = self._sums.get(k, 0.0) + w * (self.time - self._since.get(k, 0))
            self._since[k] = self.time
            self.weights[k] = w + step

    def average(self) -> dict[str, float]:
        """The mean of each weight over all steps."""
        return {
            k: (self._sums.get(k, 0.0) + w * (self.time - self._since.get(k, 0))) / max(1, self.time)
            for k, w in self.weights.items()
        }

    def learn(self, s: Sentence) -> None:
        """Read a sentence, and move the weights where a reading was wrong."""

        def pick(i: int, scores: Sequence[float], at: Setting) -> int:
            options = s.options[i]
            keys = [features(r, options.marks[j], at) for j, r in enumerate(options.all)]
            totals = [math.fsum([x, *(self.weights.get(k, 0.0) for k in keys[j])]) for j, x in enumerate(scores)]
            best = totals.index(max(totals))
            right = s.right.get(i)
            if right is None:
                return best
            self.time += 1
            good = max(right, key=lambda j: totals[j])
            if best in right:
                best = max((j for j in range(len(totals)) if j not in right), key=lambda j: totals[j], default=good)
                if totals[good] - totals[best] >= _MARGIN or best == good:
                    return good
            self.add(keys[good], _STEP)
            self.add(keys[best], -_STEP)
            return good

        choose(s.tokens, s.options, s.named, pick=pick)


def train(sentences: Sequence[Sentence]) -> dict[str, float]:
    """The averaged weights after some rounds; the mean of a few orders, always the same ones, since each favours other
    sentences.
    """
    shuffled = [x for x in sentences for _ in range(_WEIGHT if len(x.tokens) >= _LONG else 1)]
    mean: dict[str, float] = {}
    for seed in range(1, _ORDERS + 1):
        model, order = Perceptron(), random.Random(seed)
        for _ in range(_ROUNDS):
            order.shuffle(shuffled)
            for s in shuffled:
                model.learn(s)
        for k, w in model.average().items():
            mean[k] = mean.get(k, 0.0) + w / _ORDERS
    kept = {k: w * _SHRINK for k, w in sorted(mean.items())}
    return {k: round(w, 2) for k, w in kept.items() if abs(w) >= _LEAST}


def judged(sentences: Sequence[Sentence], choice: Choice | None) -> Iterator[bool]:
    """For every word read by hand, whether it is read so."""
    for s in sentences:
        chosen = choose(s.tokens, s.options, s.named, choice)
        for i, right in s.right.items():
            yield any(chosen[i] is s.options[i].all[j] for j in right)


def main() -> None:
    """Train, write, and report."""
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("out", nargs="?", type=Path, default=OUT)
    given = args.parse_args()
    p = pack("ar")
    sentences = read(TRAIN, p)
    weights = train(sentences)
    given.out.write_text(_HEAD + "".join(f"{k}\t{w}\n" for k, w in weights.items()), encoding="utf-8")
    print(f"{len(sentences)} sentences, {len(weights)} weights")
    for path in (TRAIN, HELD_OUT):
        for name, choice in (("by hand", None), ("learned", Choice(weights))):
            found = list(judged(read(path, p), choice))
            print(f"{path.name}: {name} {sum(found) / len(found):.4f} of {len(found)}")


if __name__ == "__main__":
    main()
