"""The records of the example and of the gold articles, one a line, to compare builds by.

python scripts/records.py interpreted|compiled
"""

import json
import sys
from pathlib import Path

from mahdar import compiled
from mahdar.coder import Coder
from mahdar.record.write import to_json

ROOT = Path(__file__).parent.parent


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
    print(f"{len(texts)} records", file=sys.stderr)


if __name__ == "__main__":
    main()
