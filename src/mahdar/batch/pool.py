"""Worker processes, as many as there is work for, begun anew when an article takes one down."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Final

from mahdar.batch.worker import SHORT, Answer, Job, work
from mahdar.errors import InputError
from mahdar.files import Closing

if TYPE_CHECKING:
    from mahdar.coder import Coder

TIMEOUT: Final = 60.0  # seconds that one article may take
MEMORY: Final = 1000  # megabytes that a process may take: three times what the largest pages need
_TRIES: Final = 2  # how often an article may take its worker down
_TICK: Final = 0.5  # seconds between looks at articles that take long


class Task:
    """A job on its way. `tries`: how often each of its articles took a worker down."""

    def __init__(self, job: Job) -> None:
        self.job = job
        self.tries: dict[int, int] = {}

    def blame(self, article: int, what: str) -> None:
        """Count that an article took its worker down; the second time it is passed over."""
        self.tries[article] = self.tries.get(article, 0) + 1
        if self.tries[article] >= _TRIES:
            self.job.passed[article] = what


class _Worker:
    """A process and the task that it has in hand. `at`: the article it is at, `since`: since when."""

    def __init__(self, made: Callable[[], "Coder"], memory: int) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy whatever the caller has open
        jobs, self.jobs = context.Pipe(duplex=False)
        self.pipe, answers = context.Pipe(duplex=False)
        self.process = context.Process(target=work, args=(jobs, answers, made, memory), daemon=True)
        self.process.start()
        jobs.close()
        answers.close()
        self.memory = memory
        self.task: Task | None = None
        self.at = -1
        self.since = 0.0

    def take(self, task: Task) -> None:
        """Begin with a task."""
        self.task, self.at, self.since = task, -1, time.monotonic()
        with suppress(BrokenPipeError):  # the process is gone, which `heard` tells
            self.jobs.send(task.job)

    def heard(self, timeout: float) -> Answer | str | None:
        """The answer to the task, what took the worker down, or None while it goes on."""
        with suppress(EOFError, OSError):  # the process is gone
            while self.pipe.poll():
                message = self.pipe.recv()
                if isinstance(message, Answer):
                    return message
                self.at, self.since = message, time.monotonic()
            return self._late(timeout)
        self.process.join()
        if self.process.exitcode == SHORT:
            return f"failed, memory: more than {self.memory} MB"
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


class Pool(Closing):
    """Processes that code, kept from one call to the next.

    Args:
        most: how many processes there may be.
        timeout: seconds that an article may take before it is passed over.
        memory: megabytes that a process may take; an article for which it wants more is passed over too.
        made: makes the coder of a process.
    """

    def __init__(self, most: int, timeout: float, memory: int, made: Callable[[], "Coder"]) -> None:
        self.most, self.timeout, self.memory, self.made = most, timeout, memory, made
        self.workers: list[_Worker] = []

    def close(self) -> None:
        """End the processes, whatever they do; the next answers begin others."""
        while self.workers:
            self.workers.pop().stop()

    def answers(self, tasks: Iterator[Task]) -> Iterator[tuple[Task, Any]]:
        """Each task with what its job's `keep` gave, as they come through: in order if there is one process.

        Raises:
            InputError: processes do not start.
        """
        again: list[Task] = []  # whose worker went down
        while True:
            while len(self.workers) < self.most or any(w.task is None for w in self.workers):
                task = again.pop() if again else next(tasks, None)
                if task is None:
                    break
                idle = next((w for w in self.workers if w.task is None), None)
                if idle is None:
                    self.workers.append(idle := _Worker(self.made, self.memory))
                idle.take(task)
            busy = [w for w in self.workers if w.task is not None]
            if not busy:
                return
            wait([*(w.pipe for w in busy), *(w.process.sentinel for w in busy)], _TICK)
            for w in busy:
                heard, task = w.heard(self.timeout), w.task
                assert task is not None
                if isinstance(heard, Answer):
                    w.task = None
                    yield task, heard.value
                elif heard is not None:
                    if w.at < 0:
                        mend = "Is there memory for it? Try fewer --jobs, or more --memory."
                        raise InputError("a worker ends before it begins.", "batch", mend)
                    task.blame(w.at, heard)
                    again.append(task)
                    self.workers.remove(w)
                    w.stop()
