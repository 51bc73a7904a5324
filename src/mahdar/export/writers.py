"""Writing records one after another in a format, in constant memory."""

import csv
import os
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Final, Protocol

import msgspec

from mahdar.errors import InputError
from mahdar.export import layouts, plover
from mahdar.export.flat import TABLES
from mahdar.files import writing
from mahdar.record.types import Record
from mahdar.record.write import one_line

if TYPE_CHECKING:
    import pyarrow.parquet as pq

_BREAKS: Final = str.maketrans(dict.fromkeys("\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", " "))
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")  # with which a spreadsheet takes a text for something to run
_ROWS: Final = 20_000  # of a table that are kept before they go to their file


class Writer(Protocol):
    """Takes records in order; `close` completes the output.

    Raises:
        OSError: the output cannot be written.
    """

    def write(self, record: Record, text: str) -> None:
        """Add a record and the text that it is of."""

    def close(self) -> None:
        """Write what is kept back."""

    def abandon(self) -> None:
        """Drop files that are not complete."""


class _Rows:
    """What a writer does that keeps nothing back and has no files of its own."""

    def close(self) -> None:
        """Nothing is kept back."""

    def abandon(self) -> None:
        """There are no files."""


class LayoutWriter(_Rows):
    """Tab-separated rows of a dyadic layout; beside them, where there is a file for it, their statuses."""

    def __init__(self, name: str, out: IO[str], status: IO[str] | None) -> None:
        self.name, self.layout = name, layouts.LAYOUTS[name]
        self.out, self.status = out, status
        self.n = 0
        if self.layout.header:
            self._row(out, self.layout.columns)
        if status is not None:
            self._row(status, layouts.STATUS)

    def write(self, record: Record, text: str) -> None:
        """Add the dyads of a record."""
        n = 0
        for cells in self.layout.rows(record, text):
            self._row(self.out, cells)
            n += 1
        if self.status is not None:
            for row, *cells in layouts.statuses(record, self.name):
                self._row(self.status, [self.n + int(row or 0), *cells])
        self.n += n

    @staticmethod
    def _row(out: IO[str], cells: Iterable[layouts.Cell]) -> None:
        out.write("\t".join("" if c is None else str(c).translate(_BREAKS) for c in cells) + "\n")


class PloverWriter(_Rows):
    """PLOVER's JSON, one event a line."""

    def __init__(self, out: IO[str]) -> None:
        self.out = out

    def write(self, record: Record, text: str) -> None:
        """Add the events of a record."""
        for event in plover.events(record, text):
            self.out.write(one_line(msgspec.json.encode(event)).decode("utf-8") + "\n")


class CsvWriter(_Rows):
    """The events as comma-separated rows, lists joined by `;`.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """

    def __init__(self, out: IO[str]) -> None:
        self.columns = list(TABLES["events"].columns)
        self.rows = csv.writer(out, lineterminator="\n")
        self.rows.writerow(self.columns)

    def write(self, record: Record, text: str) -> None:
        """Add the events of a record."""
        for row in TABLES["events"].rows(record, text):
            self.rows.writerow([plain_cell(row[c]) for c in self.columns])


def plain_cell(value: Any) -> Any:
    """A cell of CSV: lists joined by `;`, no text that a spreadsheet would run."""
    if isinstance(value, list):
        value = ";".join(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


class ParquetWriter:
    """The flat tables as Parquet files in a folder, each complete once it has its name.

    Raises:
        InputError: the folder cannot be made or written.
    """

    def __init__(self, folder: Path) -> None:
        self.folder, self.fresh = folder, not folder.exists()
        with writing(str(folder), "Name a folder."):
            folder.mkdir(parents=True, exist_ok=True)
        self.kept: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
        self.files: dict[str, pq.ParquetWriter] = {}

    def write(self, record: Record, text: str) -> None:
        """Add the rows of a record to each table."""
        for name, table in TABLES.items():
            self.kept[name].extend(table.rows(record, text))
            if len(self.kept[name]) >= _ROWS:
                self._flush(name)

    def close(self) -> None:
        """Write the rest and give the files their names."""
        for name in TABLES:
            self._flush(name)
            self.files[name].close()
            with self._part(name).open("rb") as made:
                os.fsync(made.fileno())
        for name in TABLES:
            self._part(name).replace(self.folder / f"{name}.parquet")

    def abandon(self) -> None:
        """Drop what is half written; complete files that had the names before stay."""
        for name, file in self.files.items():
            with suppress(OSError):
                file.close()
            self._part(name).unlink(missing_ok=True)
        if self.fresh:
            with suppress(OSError):  # somebody else put something there
                self.folder.rmdir()

    def _part(self, name: str) -> Path:
        return self.folder / f"{name}.parquet.part"

    def _flush(self, name: str) -> None:
        import pyarrow.parquet as pq

        from mahdar.export.arrow import schema, table

        if name not in self.files:
            self.files[name] = pq.ParquetWriter(self._part(name), schema(name), compression="zstd")
        self.files[name].write_table(table(name, self.kept[name]))
        self.kept[name] = []


def writer(form: str, out: IO[str] | None, target: Path | None, status: IO[str] | None = None) -> Writer:
    """A writer for one of `formats.FILES` (to the stream `out`) or `formats.FOLDERS` (to the folder `target`).

    Raises:
        InputError: a folder format without a folder.
    """
    if form == "parquet":
        if target is None:
            raise InputError("parquet is a folder of files.", "--format parquet", "Name it with -o FOLDER.")
        return ParquetWriter(target)
    assert out is not None
    if form == "plover":
        return PloverWriter(out)
    return CsvWriter(out) if form == "csv" else LayoutWriter(form, out, status)
