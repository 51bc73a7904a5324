"""What the coder meets in texts and has no entry for: `python scripts/gaps.py FILE... [--top N]`.

Reads plain text or JSONL with a `text` field and lists, by frequency with one example each: verbs and verbal nouns
without a frame, words that no lexicon knows, and unknown names that stand beside a title.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from mahdar.coder import Coder
from mahdar.errors import InputError

_UNKNOWN = -4.0  # weight of a reading that the analyser guesses


def texts(path: Path) -> Iterator[str]:
    """The articles of a file."""
    raw = path.read_text(encoding="utf-8")
    if path.suffix == ".jsonl":
        for line in raw.splitlines():
            yield str(json.loads(line).get("text") or "")
    else:
        yield raw


def main() -> None:
    """Count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--top", type=int, default=60)
    args = parser.parse_args()
    coder = Coder("ar")
    frames, cues = coder.pack.frames, coder.pack.cues
    known = cues.report | cues.auxiliary | cues.aspect | cues.done_verb | frames.lights.keys() | frames.verbs.keys()
    counts: dict[str, Counter[str]] = {k: Counter() for k in ("verb", "verbal noun", "unknown word", "name")}
    examples: dict[tuple[str, str], str] = {}

    def count(kind: str, key: str, example: str) -> None:
        counts[kind][key] += 1
        examples.setdefault((kind, key), example.replace("\n", " "))

    for path in args.files:
        for text in texts(path):
            try:
                reading = coder.read(text)
            except InputError:
                continue
            for s in reading.sentences:
                for w in s.words:
                    around = text[max(0, w.token.start - 40) : w.token.end + 40]
                    if w.hit is not None or w.time or w.token.kind != "word":
                        continue
                    if w.r.pos == "name":
                        before = s.words[w.n - 1] if w.n else None
                        if before is not None and before.hit is None and before.r.cls == "human":
                            count("name", w.token.folded, around)
                    elif w.r.weight <= _UNKNOWN:
                        count("unknown word", w.token.folded, around)
                    elif w.r.pos == "verb" and not known.intersection(w.acts):
                        count("verb", w.r.lemma, around)
                    elif w.r.form == "masdar" and not frames.named(w.bare, w.r.lemma) and w.r.of not in frames.verbs:
                        count("verbal noun", w.r.lemma, around)
    for kind, counter in counts.items():
        print(f"\n{kind}: {len(counter)} kinds, {sum(counter.values())} in all")
        for key, n in counter.most_common(args.top):
            print(f"{n:5} {key:14} {examples[kind, key]}")


if __name__ == "__main__":
    main()
