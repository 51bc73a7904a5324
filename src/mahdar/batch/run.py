"""A batch on one machine: shards of articles to worker processes, in constant memory, in order, resumable."""

import json
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from mahdar import __version__
from mahdar.batch.journal import Done, Journal, made_of
from mahdar.batch.pool import MEMORY, TIMEOUT, Pool, Task
from mahdar.batch.table import coder as usual_coder
from mahdar.batch.worker import Coded, Found, Job, Lost, Other
from mahdar.errors import InputError
from mahdar.files import unwritten, write_whole
from mahdar.reading.article import Article, Late
from mahdar.record.assemble import fingerprint

if TYPE_CHECKING:
    from mahdar.coder import Coder

SHARD: Final = 100  # articles of a shard: what a kill may cost each worker


class Progress(NamedTuple):
    """How far a batch is, in articles; `known`: done by a run before."""

    coded: int = 0
    refused: int = 0
    failed: int = 0
    known: int = 0

    @property
    def articles(self) -> int:
        """All that are done with."""
        return self.coded + self.refused + self.failed

    def plus(self, coded: int, refused: int, failed: int, known: bool) -> "Progress":
        """With a shard more; `known`: it was done before."""
        more = Progress(coded, refused, failed, coded + refused + failed if known else 0)
        return Progress(*(a + b for a, b in zip(self, more, strict=True)))


@dataclass(frozen=True)
class _Files:
    """Writes a shard, in its worker, to its two files; gives what to note of it, or why it cannot be written."""

    shard: int
    inputs: str
    place: Path
    failures: Path

    def __call__(self, articles: Sequence[Found], coded: list[Coded]) -> Done | str:
        lost = [(a, c) for a, c in zip(articles, coded, strict=True) if isinstance(c, Lost)]
        told = [_failure(a, why.reason) for a, why in lost]
        skipped = Counter(c.label for c in coded if isinstance(c, Other))
        records = b"".join(c + b"\n" for c in coded if isinstance(c, bytes))
        try:
            if told:
                lines = "".join(json.dumps(f, ensure_ascii=False) + "\n" for f in told)
                write_whole(self.failures, lines.encode("utf-8", "backslashreplace"))
            else:
                self.failures.unlink(missing_ok=True)  # of a run that was killed before it was through
            write_whole(self.place, records)
        except OSError as error:
            return unwritten(error, "").what
        refused = sum(why.refused for _, why in lost)
        done = len(coded) - len(lost) - skipped.total()
        return Done(self.shard, self.inputs, done, refused, len(lost) - refused, len(records), dict(skipped))


def _failure(found: Found, reason: str) -> dict[str, str]:
    """What to tell of something that was not coded; of a page that could not be read, nothing is known by its text."""
    known = found.page if isinstance(found, Late) else found
    return {
        "where": known.where,
        "id": known.id if isinstance(known, Article) else "",
        "sha256": fingerprint(found.text) if isinstance(found, Article) else "",
        "reason": reason,
    }


def run(
    articles: Iterable[Found],
    folder: Path,
    *,
    jobs: int | None = None,
    size: int = SHARD,
    timeout: float = TIMEOUT,
    memory: int = MEMORY,
    part: tuple[int, int] = (0, 1),
    pack: str = "",
    anew: bool = False,
    told: Callable[[Progress], None] = lambda progress: None,
    skipped: Callable[[Mapping[str, int]], None] = lambda skipped: None,
    made: Callable[[], "Coder"] = usual_coder,
) -> Progress:
    """Code articles into `folder`: `coded-N.jsonl` a shard, `failed-N.jsonl` where something was not coded.

    Run again, it goes on where it was, and the folder ends the same, byte for byte.

    Args:
        articles: the same and in the same order in every run.
        jobs: worker processes; by default one a core.
        size: articles of a shard.
        timeout: seconds that an article may take before it is passed over.
        memory: megabytes that a worker may take; an article for which it wants more is passed over too.
        part: (i, n): code every n-th shard beginning with the i-th, for n machines that share a folder.
        pack: the version of the language pack, so that no folder mixes two.
        anew: take out what an earlier batch left in the folder, instead of going on.
        told: called with the progress after every shard.
        skipped: called with how many pages of a shard turned out to be in each other language.
        made: makes the coder of a worker.

    Raises:
        InputError: a folder that cannot be written, is in use, holds another batch, or whose input changed.
    """
    settings: dict[str, object] = {"mahdar": __version__, "pack": pack, "shard": size, "parts": part[1]}
    journal = Journal(folder, part, settings, anew)
    progress = Progress()

    def note(done: Done, known: bool) -> None:
        nonlocal progress
        progress = progress.plus(done.coded, done.refused, done.failed, known)
        skipped(done.skipped)
        told(progress)

    def fresh() -> Iterator[Task]:
        for shard in _shards(articles, size, part, journal):
            if isinstance(shard, Done):
                note(shard, known=True)
            else:
                yield shard

    try:
        with Pool(max(1, jobs or os.cpu_count() or 1), timeout, memory, made) as pool:
            for _, done in pool.answers(fresh()):
                if isinstance(done, str):
                    raise InputError(done, str(folder), "Make room and run it again: it goes on.")
                journal.add(done)
                note(done, known=False)
    finally:
        journal.close()
    return progress


def _shards(articles: Iterable[Found], size: int, part: tuple[int, int], journal: Journal) -> Iterator[Task | Done]:
    """The shards of this part, in order; of those that are on the disk, what came of them."""
    i, of = part
    it, n = iter(articles), 0
    while some := list(islice(it, size)):
        if n % of == i:
            inputs = made_of(some)
            if journal.known(n, inputs):
                yield journal.done[n]
            else:
                yield Task(Job(some, _Files(n, inputs, journal.place(n), journal.failures(n)), {}))
        n += 1
    journal.ends(n)
