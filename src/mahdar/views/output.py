"""Where coded articles go: a stream, a file that is complete once it has its name, or a folder."""

import sys
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from mahdar.export.formats import DYADIC, FILES, FOLDERS
from mahdar.files import WholeFile, is_stream, writing

if TYPE_CHECKING:
    from mahdar.export.writers import Writer
    from mahdar.record.types import Record

_NATIVE: Final = ("jsonl", "json", "table", "html")
FORMATS: Final = (*_NATIVE, *FILES, *FOLDERS)
_MEND: Final = "Name a file in a folder that exists."


class Output:
    """Takes records in order. A file is written beside its place and moved there by `close`.

    Raises:
        InputError: the place cannot be written. So do `write` and `close`.
    """

    def __init__(self, form: str, place: str | None) -> None:
        self.form, self.n = form, 0
        self.place = Path(place) if place else None
        self.where = place or "standard output"
        self.files: list[WholeFile] = []
        self.out: IO[str] = sys.stdout
        self.writer: Writer | None = None
        if self.place is not None and form not in FOLDERS:
            self.out = self._open(self.place)
        if form not in _NATIVE:
            from mahdar.export.writers import writer

            status = None
            if self.place is not None and form in DYADIC and not is_stream(self.place):
                status = self._open(self.place.with_name(f"{self.place.name}.status.tsv"))
            self.writer = writer(form, self.out, self.place, status)

    def _open(self, place: Path) -> IO[str]:
        with writing(str(place), _MEND):
            self.files.append(WholeFile(place))
        return self.files[-1].out

    def write(self, record: "Record", text: str) -> None:
        """Add a record and the text that it is of."""
        with writing(self.where, _MEND):
            self._write(record, text)
        self.n += 1

    def _write(self, record: "Record", text: str) -> None:
        from mahdar.record.write import to_json

        if self.writer is not None:
            self.writer.write(record, text)
        elif self.form == "jsonl":
            self.out.write(to_json(record).decode("utf-8") + "\n")
        elif self.form == "json":
            self.out.write(("[\n" if self.n == 0 else ",\n") + _indented(to_json(record)))
        elif self.form == "html":
            from mahdar.views.page import page

            self.out.write(page(record, text))
        else:
            _table(record, text, self.out)

    def close(self) -> None:
        """Complete the output and give files their names."""
        with writing(self.where, _MEND):
            if self.form == "json":
                self.out.write("\n]\n" if self.n else "[]\n")
            if self.writer is not None:
                self.writer.close()
            for file in self.files:
                file.finish()
            for file in self.files:
                file.show()
            if not self.files:
                self.out.flush()

    def abandon(self) -> None:
        """Drop what is half written; what had the name before stays."""
        if self.writer is not None:
            self.writer.abandon()
        for file in self.files:
            file.abandon()


def _indented(line: bytes) -> str:
    import msgspec

    return msgspec.json.format(line, indent=1).decode("utf-8")


def _table(record: "Record", text: str, out: IO[str]) -> None:
    from rich.console import Console

    from mahdar.views.table import print_table

    console = Console(file=out, width=None if out.isatty() else 150, highlight=False)
    print_table(record, text, console)
