"""Reviewed articles as gold for `mahdar eval`."""

import json
from collections.abc import Callable, Iterator, Sequence

from mahdar.desk.corrected import corrected, gold
from mahdar.desk.reviews import Review
from mahdar.record.types import Record
from mahdar.record.write import one_line


def lines(
    article: Callable[[str], tuple[Record, str] | None],
    log: Sequence[Review],
    author: str | None = None,
    unfinished: bool = False,
) -> Iterator[bytes]:
    """One JSON line an article, in the order in which they were first reviewed.

    Args:
        article: the SHA-256 of a text -> its record and text, None where it is not kept any more.
        log: all reviews.
        author: only what this one said; else the latest of everybody counts.
        unfinished: also articles that nobody declared to be complete, in which what was not judged stands as coded.
    """
    of: dict[str, list[Review]] = {}
    for r in log:
        if author is None or r.author == author:
            of.setdefault(r.sha256, []).append(r)
    for sha256, mine in of.items():
        kept = article(sha256)
        if kept is None:
            continue
        made = corrected(kept[0], mine)
        if made.complete is not None or (unfinished and made.marks):
            told = json.dumps(gold(made, kept[1]), ensure_ascii=False).encode("utf-8", "backslashreplace")
            yield one_line(told) + b"\n"
