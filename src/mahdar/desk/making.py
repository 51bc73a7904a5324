"""Dossiers made in a process beside the server, one at a time, so that pages and articles to be coded do not wait."""

import datetime as dt
import multiprocessing
import os
import queue
import signal
import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from mahdar.desk.coders import Failed, Full
from mahdar.desk.corrected import corrected
from mahdar.desk.library import Busy, Library
from mahdar.desk.reviews import Review
from mahdar.dossier import Dossier, dossier
from mahdar.dossier.archived import archived
from mahdar.errors import InputError, MahdarError
from mahdar.record.types import Record

MOST: Final = 10_000  # articles of a dossier
LARGE: Final = 2_000  # articles after which the process begins anew, to give back the memory
WAITING: Final = 8  # dossiers that may wait
SECONDS: Final = 300.0  # for one
_MEEK: Final = 5  # niceness: pages and articles to be coded go first


class Asked(NamedTuple):
    """What a dossier is about; see `mahdar.dossier.dossier`."""

    about: tuple[str, ...] = ()
    issue: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def query(self) -> dict[str, str]:
        """The same as the query of an address."""
        told = {"about": ",".join(self.about), "issue": self.issue, "from": self.since, "to": self.until}
        return {k: str(v) for k, v in told.items() if v}


class Job:
    """A dossier to be made: `made` is its future, `began` the time when it was asked for (monotonic, seconds),
    `articles` how many it is made of, 0 as long as that is not known.
    """

    def __init__(self, asked: Asked, log: list[Review]) -> None:
        self.asked, self.log = asked, log
        self.made: Future[Dossier] = Future()
        self.began = time.monotonic()
        self.articles = 0


class Maker:
    """The process, begun with the first dossier, or with `start`; replaced if a dossier takes it down."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._closed = False

    def start(self) -> None:
        """Begin the process, if it has not begun."""
        with self._lock:
            if self._thread is None and not self._closed:
                self._thread = threading.Thread(target=self._serve, daemon=True)
                self._thread.start()

    def submit(self, asked: Asked, log: list[Review]) -> Job:
        """A dossier to be. Its future may raise InputError, Busy or Failed.

        Args:
            log: reviews to be applied to its articles.

        Raises:
            Full: too many are waiting.
        """
        if self._closed or self._jobs.qsize() >= WAITING:
            raise Full
        self.start()
        job = Job(asked, log)
        self._jobs.put(job)
        return job

    def close(self) -> None:
        """End the process, whatever it does."""
        with self._lock:
            self._closed = True
            self._end()
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join()

    def _serve(self) -> None:
        """Hand the process the next dossier, wait for it, replace the process where it fails."""
        with suppress(OSError):  # then the first dossier says so
            self._begun()
        while (job := self._jobs.get()) is not None:
            try:
                job.made.set_result(self._made(job))
            except Exception as error:  # whoever waits must hear of it
                job.made.set_exception(error)

    def _made(self, job: Job) -> Dossier:
        pipe = self._begun()
        until = time.monotonic() + SECONDS
        try:
            pipe.send((job.asked, job.log))
            while pipe.poll(max(0.0, until - time.monotonic())):
                told: int | bytes | Exception = pipe.recv()
                if isinstance(told, bytes):
                    if job.articles > LARGE:
                        self._renew()
                    return msgspec.json.decode(told, type=Dossier)
                if isinstance(told, Exception):
                    raise told
                job.articles = told
            what = f"the dossier takes more than {SECONDS:g} s."
            mend = "Ask for fewer parties or days."
            raise InputError(what, "", mend, "slow-dossier", seconds=f"{SECONDS:g}")
        except (EOFError, OSError, InputError) as error:
            if not isinstance(error, InputError) or error.code == "slow-dossier":
                self._renew()
            if isinstance(error, InputError):
                raise
            raise Failed("The dossier took down the process that made it.") from error

    def _begun(self) -> Connection:
        with self._lock:
            if self._closed:
                raise Full
            if self._pipe is None:
                context = multiprocessing.get_context("spawn")  # a fork would copy the server's connections
                self._pipe, theirs = context.Pipe()
                self._process = context.Process(target=_work, args=(theirs, self._path), daemon=True)
                self._process.start()
                theirs.close()
            return self._pipe

    def _renew(self) -> None:
        with self._lock:
            self._end()
        with suppress(Full, OSError):  # then the next dossier says so
            self._begun()

    def _end(self) -> None:
        if self._process is not None and self._pipe is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()
        self._process = self._pipe = None


def _work(pipe: Connection, path: Path) -> None:
    """Make what comes, to the end of the pipe."""
    from mahdar.reading.code import fault

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server decides
    os.nice(_MEEK)
    library = Library(path)
    with suppress(EOFError, BrokenPipeError):  # the server is gone
        while True:
            asked, log = pipe.recv()
            try:
                told: bytes | Exception = msgspec.json.encode(_dossier(library, asked, log, pipe))
            except (MahdarError, Busy) as error:
                told = error
            except Exception as error:
                told = Failed(fault(error))
            library.close()
            pipe.send(told)


def _dossier(library: Library, asked: Asked, log: Iterable[Review], pipe: Connection) -> Dossier:
    """A dossier with reviews applied; how many articles it is made of goes into the pipe before it is made.

    Raises:
        InputError: nothing of that in the archive, no such issue, or too many articles.
    """
    articles, joined = archived(library.ask, "", asked.about, asked.since, asked.until, MOST)
    pipe.send(len(articles))
    return dossier(with_reviews(articles, log), joined=joined, **asked._asdict())


def with_reviews(articles: Iterable[tuple[Record, str]], log: Iterable[Review]) -> list[tuple[Record, str]]:
    """Articles as reviewers have them."""
    of: dict[str, list[Review]] = {}
    for review in log:
        of.setdefault(review.sha256, []).append(review)
    return [
        (corrected(record, of[record.doc.sha256]).record if record.doc.sha256 in of else record, text)
        for record, text in articles
    ]
