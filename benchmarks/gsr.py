"""Sentences judged by people for an ASSAULT or a PROTEST: `python -m benchmarks.gsr FILE.jsonl [--errors TYPE]`.

Each line of the file is one sentence, judged by several people for one type of event: `{"text", "event_type", "label",
"date"}` with the label `yes` (all say that it reports such an event), `easy no` (all say that it does not),
`difficult no` (they disagree) or another, which is left out. A sentence counts as found when its record holds an event
of the type that has occurred. The `yes` are set against the `easy no` alone, and against all `no`.

F1 depends on how many `no` there are to one `yes`, and a file has as many as were sampled. So it is given twice: as
counted, and `even`, with the `no` weighted down to as many as the `yes`. `alarms` is the share of the `no` found.
"""

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

from benchmarks.mentions import rates
from benchmarks.run import table
from mahdar.coder import Coder
from mahdar.errors import InputError


def found(coder: Coder, row: dict[str, Any]) -> list[str]:
    """What made the events of the type asked for in a sentence, as `frame: trigger`; empty for none."""
    text = row["text"]
    try:
        record = coder.code(text, published=row.get("date"))
    except InputError:
        return []
    return [
        f"{e.because.split('@')[0]}: {text[e.trigger.start : e.trigger.end]}"
        for e in record.events
        if e.type == row["event_type"] and e.status == "occurred"
    ]


def main() -> None:
    """Print the table, and the errors of a type on demand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", metavar="TYPE", default="", help="print every yes missed (-) and no found (+)")
    args = parser.parse_args()
    coder = Coder("ar")
    counts = Counter[tuple[str, str, bool]]()
    for line in args.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kind, label = row["event_type"], row["label"]
        hits = found(coder, row)
        counts[kind, label, bool(hits)] += 1
        if kind == args.errors and (label == "yes") != bool(hits):
            print(f"{'+' if hits else '-'} {label}: {row['text']}  {hits or ''}")
    rows: list[list[object]] = []
    for kind in ("ASSAULT", "PROTEST"):
        right, missed = counts[kind, "yes", True], counts[kind, "yes", False]
        yes = right + missed
        for against, labels in (("easy no", ("easy no",)), ("all no", ("easy no", "difficult no"))):
            wrong = sum(counts[kind, x, True] for x in labels)
            no = sum(counts[kind, x, y] for x in labels for y in (True, False))
            alarms = wrong / no if no else 0.0
            even = rates(right, right + alarms * yes, yes)[2]
            rows.append([kind, against, yes, no, *rates(right, right + wrong, yes), even, alarms])
    table(["type", "against", "yes", "no", "precision", "recall", "F1", "even F1", "alarms"], rows)


if __name__ == "__main__":
    main()
