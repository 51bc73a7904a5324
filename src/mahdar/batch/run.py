"""A batch on one machine: shards of articles to worker processes, in constant memory, in order, resumable."""

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import wait
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from mahdar import __version__
from mahdar.batch.journal import Done, Journal, fingerprint
from mahdar.batch.table import coder as usual_coder
from mahdar.batch.worker import Item, Job, Outcome, work
from mahdar.errors import InputError

if TYPE_CHECKING:
    from mahdar.coder import Coder

SHARD: Final = 100  # articles of a shard: what a kill may cost each worker
TIMEOUT: Final = 60.0  # seconds that one article may take
_TRIES: Final = 2  # how often an article may take its worker down
_SCALARS: Final = 7  # fields of an item that are one text each
_TICK: Final = 0.5  # seconds between looks at articles that take long


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

    def plus(self, done: Done, known: bool = False) -> "Progress":
        """With a shard more."""
        n = done.coded + done.refused + done.failed
        return Progress(
            self.coded + done.coded,
            self.refused + done.refused,
            self.failed + done.failed,
            self.known + (n if known else 0),
        )


class _Shard:
    """A shard on its way. `tries`: how often each of its articles took a worker down."""

    def __init__(self, job: Job, inputs: str) -> None:
        self.job, self.inputs = job, inputs
        self.tries: dict[int, int] = {}

    def blame(self, article: int, what: str) -> None:
        """Count that an article took its worker down; the second time it is passed over."""
        self.tries[article] = self.tries.get(article, 0) + 1
        if self.tries[article] >= _TRIES:
            self.job.passed[article] = what


class _Worker:
    """A process and the shard that it has in hand. `at`: the article it is at, `since`: since when."""

    def __init__(self, made: Callable[[], "Coder"]) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy whatever the caller has open
        jobs, self.jobs = context.Pipe(duplex=False)
        self.pipe, outcomes = context.Pipe(duplex=False)
        self.process = context.Process(target=work, args=(jobs, outcomes, made), daemon=True)
        self.process.start()
        jobs.close()
        outcomes.close()
        self.shard: _Shard | None = None
        self.at = -1
        self.since = 0.0

    def take(self, shard: _Shard) -> None:
        """Begin with a shard."""
        self.shard, self.at, self.since = shard, -1, time.monotonic()
        self.jobs.send(shard.job)

    def heard(self, timeout: float) -> Outcome | str | None:
        """The outcome of the shard, what took the worker down, or None while it goes on."""
        with suppress(EOFError, OSError):  # the process is gone
            while self.pipe.poll():
                message = self.pipe.recv()
                if isinstance(message, Outcome):
                    return message
                self.at, self.since = message, time.monotonic()
            return self._late(timeout)
        self.process.join()
        return f"failed, crash: the worker ended with {self.process.exitcode}"

    def _late(self, timeout: float) -> str | None:
        late = self.at >= 0 and time.monotonic() - self.since > timeout
        return f"failed, timeout: more than {timeout:g} s" if late else None

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.process.close()
        self.jobs.close()
        self.pipe.close()


def run(
    items: Iterable[Item],
    folder: Path,
    *,
    jobs: int | None = None,
    size: int = SHARD,
    timeout: float = TIMEOUT,
    part: tuple[int, int] = (0, 1),
    pack: str = "",
    told: Callable[[Progress], None] = lambda progress: None,
    made: Callable[[], "Coder"] = usual_coder,
) -> Progress:
    """Code articles into `folder`: `coded-N.jsonl` a shard, `failed-N.jsonl` where something was not coded.

    Run again, it goes on where it was, and the folder ends the same, byte for byte.

    Args:
        items: the articles, the same and in the same order in every run.
        jobs: worker processes; by default one a core.
        size: articles of a shard.
        timeout: seconds that an article may take before it is passed over.
        part: (i, n): code every n-th shard beginning with the i-th, for n machines that share a folder.
        pack: the version of the language pack, so that no folder mixes two.
        told: called with the progress after every shard.
        made: makes the coder of a worker.

    Raises:
        InputError: a folder that cannot be written, is in use, holds another batch, or whose input changed.
    """
    settings: dict[str, object] = {"mahdar": __version__, "pack": pack, "shard": size, "parts": part[1]}
    journal = Journal(folder, part, settings)
    workers: list[_Worker] = []
    most = max(1, jobs or os.cpu_count() or 1)
    progress = Progress()
    try:
        shards = _shards(items, size, part, journal)
        again: list[_Shard] = []  # whose worker went down
        while True:
            while len(workers) < most or any(w.shard is None for w in workers):
                shard = again.pop() if again else next(shards, None)
                if shard is None:
                    break
                if isinstance(shard, Done):
                    progress = progress.plus(shard, known=True)
                    told(progress)
                    continue
                idle = next((w for w in workers if w.shard is None), None)
                if idle is None:
                    workers.append(idle := _Worker(made))
                idle.take(shard)
            busy = [w for w in workers if w.shard is not None]
            if not busy:
                return progress
            wait([*(w.pipe for w in busy), *(w.process.sentinel for w in busy)], _TICK)
            for w in busy:
                assert w.shard is not None
                outcome = w.heard(timeout)
                if outcome is None:
                    continue
                if isinstance(outcome, str):
                    if w.at < 0:
                        mend = "Is there memory for it? Try fewer --jobs."
                        raise InputError("a worker ends before it begins.", str(folder), mend)
                    w.shard.blame(w.at, outcome)
                    again.append(w.shard)
                    workers.remove(w)
                    w.stop()
                    continue
                if outcome.trouble:
                    raise InputError(f"{outcome.trouble}.", str(folder), "Make room and run it again: it goes on.")
                done = Done(
                    outcome.shard, w.shard.inputs, outcome.coded, outcome.refused, outcome.failed, outcome.bytes
                )
                journal.add(done)
                w.shard = None
                progress = progress.plus(done)
                told(progress)
    finally:
        for w in workers:
            w.stop()
        journal.close()


def _shards(items: Iterable[Item], size: int, part: tuple[int, int], journal: Journal) -> Iterator[_Shard | Done]:
    """The shards of this part, in order; of those that are on the disk, what came of them."""
    i, of = part
    it, n = iter(items), 0
    while articles := list(islice(it, size)):
        if n % of == i:
            inputs = fingerprint(x for a in articles for x in (*a[:_SCALARS], *a.notes, a.refused))
            if journal.known(n, inputs):
                yield journal.done[n]
            else:
                yield _Shard(Job(n, articles, journal.place(n), journal.failures(n), {}), inputs)
        n += 1
