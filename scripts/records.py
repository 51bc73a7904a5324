"""The records of the example and of the gold articles and the dossiers of the three negotiations that are told in the
repository, one a line, to compare builds by.

python scripts/records.py interpreted|compiled
"""

import json
import sys
from pathlib import Path

import msgspec

from mahdar import compiled
from mahdar.coder import Coder
from mahdar.dossier import dossier
from mahdar.record.write import to_json

ROOT = Path(__file__).parent.parent
NEGOTIATIONS = ("examples/grain.jsonl", "tests/data/dossier/border.jsonl", "tests/data/dossier/fish.jsonl")


def main() -> None:
    if compiled() != (sys.argv[1] == "compiled"):
        sys.exit(f"this mahdar is {'compiled' if compiled() else 'interpreted'}.")
    coder = Coder("ar")
    texts: list[tuple[str, str | None]] = [
        ((ROOT / "examples" / "moscow-talks.txt").read_text(encoding="utf-8"), "2021-12-15")
    ]
    for name in ("train", "dev"):
        for line in (ROOT / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            texts += [(article["text"], article["published"]), (article["text"], None)]
    for text, published in texts:
        print(to_json(coder.code(text, published=published)).decode("utf-8"))
    for path in NEGOTIATIONS:
        articles = [json.loads(line) for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]
        coded = [(coder.code(a["text"], id=a["id"], published=a["published"]), a["text"]) for a in articles]
        print(msgspec.json.encode(dossier(coded)).decode("utf-8"))
    print(f"{len(texts)} records, {len(NEGOTIATIONS)} dossiers", file=sys.stderr)


if __name__ == "__main__":
    main()
