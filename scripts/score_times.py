"""How well time expressions are read: `python scripts/score_times.py FILE... [--misses]`.

Of news sentences (`published`, `text`, `span`, `value`, `also`), coded whole: the share of found expressions whose
value is exactly right (precision) and the share of told ones that are found so (recall). Of Duckling's corpus (`text`,
`reference_time`, `start`), whose expressions stand alone and lie ahead where they can: the share whose first day is
right; where there is none to find, none may be found.
"""

import argparse
import datetime as dt
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from mahdar.analysis.dates import Now, resolve
from mahdar.analysis.times import Finder
from mahdar.coder import Coder
from mahdar.text.tokens import tokenize

Case = dict[str, Any]


def exact(coder: Coder, cases: Sequence[Case], misses: bool) -> str:
    """Precision and recall of exact values; an expression without a value is right where none is found."""
    right = found = told = 0
    for case in cases:
        record = coder.code(case["text"], published=case["published"])
        a, b = case["span"]
        given = [
            {"from": t.value.from_, "to": t.value.to} if t.value else None
            for t in record.times
            if t.start < b and t.end > a
        ]
        good = any(value in (case["value"], *case.get("also", ())) for value in given or [None])
        right += good and bool(given)
        found += len(record.times)
        told += case["value"] is not None or bool(given)
        if misses and not good:
            print(f"{case['id']} {case['text']}\n   wants {case['value']}\n   got   {given}")
    return f"exact value: precision {_share(right, found)}, recall {_share(right, told)}"


def starts(coder: Coder, cases: Sequence[Case], misses: bool) -> str:
    """The share of expressions whose first day is right."""
    right = 0
    for case in cases:
        now = Now(dt.date.fromisoformat(case["reference_time"][:10]), ahead=True)
        values = [resolve(f.meaning, now) for f in Finder(tokenize(case["text"]), coder.pack.times).find()]
        first = next((v[0].isoformat() for v in values if v), None)
        good = first == (case["start"] and case["start"][:10])
        right += good
        if misses and not good:
            print(f"{case['text']}\n   wants {case['start']}\n   got   {first}")
    return f"start right: {_share(right, len(cases))}"


def _share(n: int, of: int) -> str:
    return f"{n / of:.3f} ({n} of {of})" if of else "none"


def main() -> None:
    """Score each file by what its lines have."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--misses", action="store_true", help="print what went wrong")
    args = parser.parse_args()
    coder = Coder("ar")
    for path in args.files:
        cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        score = starts if "reference_time" in cases[0] else exact
        print(f"{path.name}: {score(coder, cases, args.misses)}")


if __name__ == "__main__":
    main()
