"""A process that codes shards, telling which article it is at, so that one that hangs or crashes it can be named."""

import json
import signal
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mahdar.batch.journal import write_whole
from mahdar.errors import MahdarError

if TYPE_CHECKING:
    from mahdar.coder import Coder


class Item(NamedTuple):
    """An article of a shard, or what was wrong with it already when it was read."""

    where: str
    id: str
    text: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    notes: tuple[str, ...] = ()
    refused: str | None = None


class Job(NamedTuple):
    """A shard to code. `passed`: articles to pass over by number, with the reason."""

    shard: int
    items: list[Item]
    place: Path
    failures: Path
    passed: dict[int, str]


class Outcome(NamedTuple):
    """What came of a shard; `trouble` where it could not be written."""

    shard: int
    coded: int = 0
    refused: int = 0
    failed: int = 0
    bytes: int = 0
    trouble: str = ""


def work(jobs: Connection, pipe: Connection, made: Callable[[], "Coder"]) -> None:
    """Code jobs as they come, to the end of their pipe; tells through the other what came of each, and before that the
    number of the article that it is at.

    Args:
        made: makes the coder of this process.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides
    coder = made()
    with suppress(EOFError, BrokenPipeError):  # the parent is gone
        while True:
            job: Job = jobs.recv()
            pipe.send(_code(job, pipe, coder))


def _code(job: Job, pipe: Connection, coder: "Coder") -> Outcome:
    from mahdar.reading.code import code, fault
    from mahdar.record.write import to_json

    lines: list[bytes] = []
    failures: list[dict[str, str]] = []
    refused = failed = 0
    for n, item in enumerate(job.items):
        reason = item.refused
        if reason is not None:
            refused += 1
        elif (passed := job.passed.get(n)) is not None:
            reason, failed = passed, failed + 1
        else:
            pipe.send(n)
            try:
                lines.append(to_json(code(coder, item)) + b"\n")
            except MahdarError as error:
                reason, refused = str(error), refused + 1
            except Exception as error:
                reason, failed = fault(error), failed + 1
        if reason is not None:
            failures.append({"where": item.where, "id": item.id, "reason": reason})
    data = b"".join(lines)
    try:
        if failures:
            told = "".join(json.dumps(f, ensure_ascii=False) + "\n" for f in failures)
            write_whole(job.failures, told.encode("utf-8", "backslashreplace"))
        else:
            job.failures.unlink(missing_ok=True)  # of a run that was killed before it was through
        write_whole(job.place, data)
    except OSError as error:
        return Outcome(job.shard, trouble=f"cannot write: {error.strerror}")
    return Outcome(job.shard, len(lines), refused, failed, len(data))
