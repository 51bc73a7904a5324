"""Whether reports that tell one act are joined, and others not: precision and recall on tests/data/acts.toml.

python -m benchmarks.occurrences [-v]           -v names the pairs that are wrong
"""

import argparse
import tomllib
from pathlib import Path
from typing import Final, NamedTuple

from mahdar.archive.occurrences import occurrences
from mahdar.coder import Coder
from mahdar.dossier.acts import told

PAIRS: Final = Path(__file__).parent.parent / "tests" / "data" / "acts.toml"


class Pair(NamedTuple):
    """Two reports: whether they tell one act of a type, both are coded with such an act, it is joined."""

    same: bool
    coded: bool
    joined: bool
    words: str


def pairs(coder: Coder) -> list[Pair]:
    """The pairs of the file, judged by the rules as they are."""
    listed = tomllib.loads(PAIRS.read_text(encoding="utf-8"))
    return [_judged(coder, kind == "same", *pair) for kind in ("same", "other") for pair in listed[kind]]


def _judged(coder: Coder, same: bool, type: str, day: str, words: str, other_day: str, others: str) -> Pair:
    reports = [(coder.code(t, id=t, published=d), t) for d, t in ((day, words), (other_day, others))]
    links = occurrences(told(r, t, r.doc.sha256, e) for r, t in reports for e in r.events if e.type == type)
    one, other = ({x.occurrence for x in links if x.sha256 == r.doc.sha256} for r, _ in reports)
    return Pair(same, bool(one and other), bool(one & other), f"{type} {words} | {others}")


def table(judged: list[Pair]) -> str:
    """Precision and recall as a Markdown table: of all pairs, and of those whose acts the coder sees in both."""
    lines = ["| pairs | of one act | joined | rightly | precision | recall |", "|---|---|---|---|---|---|"]
    for name, some in (("all", judged), ("coded", [p for p in judged if p.coded])):
        of_one, joined = sum(p.same for p in some), sum(p.joined for p in some)
        right = sum(p.same and p.joined for p in some)
        shares = f"{right / max(1, joined):.2f} | {right / max(1, of_one):.2f}"
        lines.append(f"| {name}: {len(some)} | {of_one} | {joined} | {right} | {shares} |")
    return "\n".join(lines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true")
    judged = pairs(Coder("ar"))
    print(table(judged))
    if parser.parse_args().v:
        for p in judged:
            if p.same != p.joined:
                print("not joined:" if p.same else "joined:", "" if p.coded else "(not coded)", p.words)
