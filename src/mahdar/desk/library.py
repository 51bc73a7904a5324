"""The archive as the desk reads it: opened when asked, let go when nobody asks, so that others may add to it."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import duckdb

from mahdar.archive import Archive
from mahdar.errors import InputError
from mahdar.record.types import Record
from mahdar.record.write import from_json

_IDLE: Final = 1.0  # seconds after the last question when the file is let go
_WAIT: Final = 5.0  # seconds that a question waits for whoever writes the archive
_STEP: Final = 0.1


class Busy(Exception):
    """The archive is being written."""


class Unreadable(InputError):
    """The archive went away, or is of another version: whoever runs the desk can mend it."""


class Library:
    """One archive, asked from many threads."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._archive: Archive | None = None
        self._readers = 0
        self._last = 0.0

    @contextmanager
    def _cursor(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with self._lock:
            if self._archive is None:
                self._archive = self._opened()
            self._readers += 1
            cursor = self._archive.db.cursor()
        try:
            yield cursor
        finally:
            cursor.close()
            with self._lock:
                self._readers -= 1
                self._last = time.monotonic()

    def _opened(self, read_only: bool = True) -> Archive:
        """The archive, opened for reading or writing.

        Raises:
            Busy: somebody else has it for longer than a question may wait.
            Unreadable: there is no such archive, or it is of another version.
        """
        until = time.monotonic() + _WAIT
        while True:
            try:
                return Archive(self.path, read_only=read_only)
            except InputError as error:
                if not self.path.exists() or "lock" not in str(error).lower():
                    raise Unreadable(error.what, error.where, error.mend, error.code, **error.values) from error
                if time.monotonic() > until:
                    raise Busy(str(error)) from error
                time.sleep(_STEP)

    @contextmanager
    def writing(self) -> Iterator[Archive]:
        """The archive, opened for writing; questions wait until it is closed again.

        Raises:
            Busy: somebody reads or writes it for longer than a question may wait.
            Unreadable: there is no such archive, or it is of another version.
        """
        until = time.monotonic() + _WAIT
        while True:
            self._lock.acquire()
            if not self._readers:
                break
            self._lock.release()
            if time.monotonic() > until:
                raise Busy("the archive is being read.")
            time.sleep(_STEP)
        try:
            if self._archive is not None:
                self._archive.close()
                self._archive = None
            with self._opened(read_only=False) as archive:
                yield archive
        finally:
            self._lock.release()

    def rest(self) -> None:
        """Let the file go if nobody has asked for a while; to be called now and then."""
        with self._lock:
            if self._archive is not None and not self._readers and time.monotonic() - self._last > _IDLE:
                self._archive.close()
                self._archive = None

    def close(self) -> None:
        """Let the file go."""
        with self._lock:
            if self._archive is not None:
                self._archive.close()
                self._archive = None

    def ask(self, sql: str, values: Sequence[Any] | dict[str, Any] = ()) -> list[dict[str, Any]]:
        """The rows that answer a question of ours; what users write goes into `values` alone."""
        with self._cursor() as db:
            answer = db.execute(sql, values or None)
            columns = [c[0] for c in answer.description or ()]
            return [dict(zip(columns, row, strict=True)) for row in answer.fetchall()]

    def article(self, sha256: str) -> tuple[Record, str] | None:
        """The newest record of an article and its text; None where the archive has no such text."""
        rows = self.ask(
            "SELECT r.record, a.text FROM records r JOIN articles a USING (sha256) WHERE sha256 = ?", [sha256]
        )
        return (from_json(rows[0]["record"]), rows[0]["text"]) if rows else None
