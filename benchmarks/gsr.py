"""Sentences judged by people for an ASSAULT or a PROTEST: `python -m benchmarks.gsr FILE.jsonl [--errors TYPE]`.

Each line of the file is one sentence, judged by several people for one type of event: `{"text", "event_type", "label",
"date"}` with the label `yes` (all say that it reports such an event), `easy no` (all say that it does not),
`difficult no` (they disagree) or another, which is left out. The `yes` are set against the `easy no` alone, and against
all `no`.

The people were asked whether a sentence reports an event; the codebook codes every fact that it tells, also one told as
the background of other news (the first visit since an assassination, the trial for an attack of years ago). Of 150
alarms drawn at random, about a third held no event by the codebook, three in five one told as background, and a tenth
news that the judges had turned down. So a sentence is counted in two ways:

- `any`: its record holds an event of the type that has occurred.
- `lead`: of these, the first event of the record in the order of the text, of whatever status, is of the type. A news
  sentence leads with what it reports; an attack behind the visit, the verdict or the demand that it is the occasion of
  is background. (Leaving out what is dated over a month before publication instead loses as many `yes` as `no`: few
  sentences tell a date.)

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

COUNTED = ("any", "lead")


def found(coder: Coder, row: dict[str, Any]) -> tuple[list[str], bool]:
    """What made the events of the type asked for in a sentence, as `frame: trigger`, and whether the sentence leads
    with one.
    """
    text, kind = row["text"], row["event_type"]
    try:
        record = coder.code(text, published=row.get("date"))
    except InputError:
        return [], False
    hits = [
        f"{e.because.split('@')[0]}: {text[e.trigger.start : e.trigger.end]}"
        for e in record.events
        if e.type == kind and e.status == "occurred"
    ]
    first = min(record.events, key=lambda e: e.trigger.start, default=None)
    return hits, bool(hits) and first is not None and first.type == kind


def main() -> None:
    """Print the table, and the errors of a type on demand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("--errors", metavar="TYPE", default="", help="print every yes missed (-) and no found (+)")
    args = parser.parse_args()
    coder = Coder("ar")
    all_ = Counter[tuple[str, str]]()
    counts = Counter[tuple[str, str, str]]()
    for line in args.file.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        kind, label = row["event_type"], row["label"]
        hits, leads = found(coder, row)
        all_[kind, label] += 1
        counts[kind, label, "any"] += bool(hits)
        counts[kind, label, "lead"] += leads
        if kind == args.errors and (label == "yes") != bool(hits):
            print(f"{'+' if hits else '-'} {label}: {row['text']}  {hits or ''}")
    rows: list[list[object]] = []
    for kind in ("ASSAULT", "PROTEST"):
        yes = all_[kind, "yes"]
        for against, labels in (("easy no", ("easy no",)), ("all no", ("easy no", "difficult no"))):
            no = sum(all_[kind, x] for x in labels)
            for how in COUNTED:
                right, wrong = counts[kind, "yes", how], sum(counts[kind, x, how] for x in labels)
                alarms = wrong / no if no else 0.0
                even = rates(right, right + alarms * yes, yes)[2]
                rows.append([kind, against, how, yes, no, *rates(right, right + wrong, yes), even, alarms])
    table(["type", "against", "counted", "yes", "no", "precision", "recall", "F1", "even F1", "alarms"], rows)


if __name__ == "__main__":
    main()
