"""Articles coded by processes beside the server, one a core, each replaced if an article takes it down."""

import asyncio
import gc
import multiprocessing
import os
import queue
import signal
import threading
import time
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final, NamedTuple

from mahdar.batch.table import coder as usual_coder
from mahdar.errors import InputError, MahdarError

if TYPE_CHECKING:
    from mahdar.coder import Coder

WAITING: Final = 64  # articles that may wait
SECONDS: Final = 20.0  # for one article
PATIENCE: Final = 10.0  # seconds that an article may wait for its turn
_BEGIN: Final = 120.0  # seconds for a process to begin: a checkout may have to compile its language pack
_TRIES: Final = 2
_GARBAGE: Final = 20_000


class Fields(NamedTuple):
    """An article as it is sent to be coded; see `Coder.code`."""

    text: str
    id: str = "1"
    published: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None


class Full(Exception):
    """More articles are waiting than can be coded soon."""


class Failed(Exception):
    """A fault of ours in one article."""


class _Job(NamedTuple):
    fields: Fields
    future: Future[bytes]
    until: float


class _Worker:
    """A process that codes one article at a time."""

    def __init__(self, made: Callable[[], "Coder"]) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would copy the server's connections
        self.pipe, theirs = context.Pipe()
        self.process = context.Process(target=_work, args=(theirs, made), daemon=True)
        self.process.start()
        theirs.close()
        self._ready = False

    def code(self, fields: Fields, seconds: float) -> bytes | MahdarError | Failed | None:
        """The record as JSON, why there is none, or None if the process is gone.

        Raises:
            TimeoutError: it takes longer; the process must be stopped.
        """
        try:
            if not self._ready:
                self._hear(_BEGIN)
                self._ready = True
            self.pipe.send(fields)
            return self._hear(seconds)
        except TimeoutError:
            raise
        except (EOFError, OSError):
            return None

    def _hear(self, seconds: float) -> "bytes | MahdarError | Failed":
        if not self.pipe.poll(seconds):
            raise TimeoutError
        told: bytes | MahdarError | Failed = self.pipe.recv()
        return told

    def stop(self) -> None:
        """End the process, whatever it does."""
        self.process.kill()
        self.process.join()
        self.pipe.close()


class Coders:
    """Processes that code, and the articles that wait for them. They begin with the first article, or with `start`.

    Args:
        processes: one a core by default.
        waiting: how many articles may wait.
        seconds: how long one article may take.
        made: makes the coder of a process.
    """

    def __init__(
        self,
        processes: int | None = None,
        *,
        waiting: int = WAITING,
        seconds: float = SECONDS,
        made: Callable[[], "Coder"] = usual_coder,
    ) -> None:
        self.processes: Final = max(1, processes or os.cpu_count() or 1)
        self._waiting, self._seconds, self._made = waiting, seconds, made
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._threads: list[threading.Thread] = []
        self._workers: dict[int, _Worker] = {}
        self._closed = False

    @property
    def waiting(self) -> int:
        """How many articles wait now."""
        return self._jobs.qsize()

    def start(self) -> None:
        """Begin the processes, if they have not."""
        with self._lock:
            if self._threads or self._closed:
                return
            self._threads = [threading.Thread(target=self._serve, args=[n], daemon=True) for n in range(self.processes)]
            for thread in self._threads:
                thread.start()

    def submit(self, fields: Fields) -> Future[bytes]:
        """The record to be, as JSON of the contract. Its result may raise what `code` raises.

        Raises:
            Full: too many are waiting.
        """
        self.start()
        if self._closed or self.waiting >= self._waiting:
            raise Full
        job = _Job(fields, Future(), time.monotonic() + PATIENCE)
        self._jobs.put(job)
        return job.future

    async def code(self, fields: Fields) -> bytes:
        """The record of an article, as JSON of the contract.

        Raises:
            Full: too many are waiting, or it waited too long.
            InputError: the text cannot be coded, or takes too long.
            Failed: a fault of ours.
        """
        return await asyncio.wrap_future(self.submit(fields))

    def close(self) -> None:
        """End the processes; what still waits is refused."""
        with self._lock:
            self._closed = True
            for worker in self._workers.values():
                worker.process.kill()
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()
        with suppress(queue.Empty):
            while True:
                if (job := self._jobs.get_nowait()) is not None:
                    job.future.set_exception(Full())

    def _serve(self, n: int) -> None:
        """One thread for each process: hand it the next article, wait for the record, replace it where it fails."""
        with suppress(OSError):  # then the first article says so
            self._worker(n)
        while not self._closed and (job := self._jobs.get()) is not None:
            if not job.future.set_running_or_notify_cancel():
                continue
            if time.monotonic() > job.until:
                job.future.set_exception(Full())
                continue
            try:
                told = self._coded(n, job.fields)
            except Exception as error:  # whoever waits must hear of it
                job.future.set_exception(error)
                continue
            if isinstance(told, bytes):
                job.future.set_result(told)
            else:
                job.future.set_exception(told)
        if (worker := self._workers.pop(n, None)) is not None:
            worker.stop()

    def _coded(self, n: int, fields: Fields) -> bytes | MahdarError | Failed | Full:
        for _ in range(_TRIES):
            worker = self._worker(n)
            if worker is None:
                return Full()
            try:
                told = worker.code(fields, self._seconds)
            except TimeoutError:
                self._gone(n)
                took = f"{self._seconds:g}"
                what = f"coding took more than {took} s."
                return InputError(what, "text", "Send a shorter text.", "slow", seconds=took)
            if told is not None:
                return told
            self._gone(n)
        return Failed("The article took down the process that coded it.")

    def _worker(self, n: int) -> _Worker | None:
        """The process of a thread, begun where there is none; None where all is closed."""
        with self._lock:
            if self._closed:
                return None
            if n not in self._workers:
                self._workers[n] = _Worker(self._made)
            return self._workers[n]

    def _gone(self, n: int) -> None:
        with self._lock:
            worker = self._workers.pop(n)
        worker.stop()


def _work(pipe: Connection, made: Callable[[], "Coder"]) -> None:
    """Code what comes, to the end of the pipe."""
    from mahdar.reading.code import fault
    from mahdar.record.write import to_json

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides
    coder = made()
    gc.set_threshold(_GARBAGE)
    gc.freeze()
    with suppress(EOFError, BrokenPipeError):  # the server is gone
        pipe.send(None)
        while True:
            fields: Fields = pipe.recv()
            told: bytes | MahdarError | Failed
            try:
                told = to_json(coder.code(**fields._asdict()))
            except MahdarError as error:
                told = error
            except Exception as error:
                told = Failed(fault(error))
            pipe.send(told)
