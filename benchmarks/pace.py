"""How fast a mahdar codes articles of about 500 words, on one core: run by `benchmarks.run` for each build of it.

    python benchmarks/pace.py GOLD.jsonl...

Such an article is made of gold articles in their order, joined until they have 500 words; its date is that of the
first. Prints one line of JSON. The first pass meets every word for the first time; of the rest the best counts.
"""

import json
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path

import mahdar
from mahdar.coder import Coder

WORDS = 500
PASSES = 4


def joined(paths: Iterable[Path]) -> list[tuple[str, str]]:
    """The texts of articles of at least `WORDS` words with their dates; what is left at the end is not one."""
    out: list[tuple[str, str]] = []
    texts: list[str] = []
    published = ""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            article = json.loads(line)
            published = published if texts else article["published"]
            texts.append(article["text"])
            if sum(len(t.split()) for t in texts) >= WORDS:
                out.append(("\n".join(texts), published))
                texts = []
    return out


def seconds(coder: Coder, articles: Sequence[tuple[str, str]]) -> float:
    """How long it takes to code articles."""
    start = time.process_time()
    for text, published in articles:
        coder.code(text, published=published)
    return time.process_time() - start


def main() -> None:
    """Measure."""
    articles = joined(map(Path, sys.argv[1:]))
    words = sum(len(text.split()) for text, _ in articles)
    coder = Coder("ar")
    first, *rest = [seconds(coder, articles) for _ in range(PASSES)]
    per_500 = words / WORDS
    print(
        json.dumps(
            {
                "compiled": mahdar.compiled(),
                "articles": len(articles),
                "words": words,
                "first": per_500 / first,
                "later": per_500 / min(rest),
            }
        )
    )


if __name__ == "__main__":
    main()
