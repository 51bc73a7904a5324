"""Records that were written before, found again by the article that each is of.

Records carry no text, so whoever wants both gives the articles too. Where each record stands is noted in a table on
disk, so that neither their number nor their order costs memory; a record is read when its article comes.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Final

import msgspec

from mahdar.errors import InputError, RecordError
from mahdar.files import Closing
from mahdar.reading.article import Article
from mahdar.reading.paths import files
from mahdar.record.assemble import fingerprint, valid
from mahdar.record.types import Coder, Record
from mahdar.record.write import from_json

_CACHE_KB: Final = 64_000  # of the table, in memory
_MEND: Final = "Name JSON lines that mahdar batch or mahdar code wrote."


class _Doc(msgspec.Struct):
    sha256: str
    published: str | None


class _Line(msgspec.Struct):
    """What a line of an output tells: of a record `doc` and `coder`, of what was not coded `reason` and perhaps
    `sha256`, of a journal `shard`.
    """

    doc: _Doc | None = None
    coder: Coder | None = None
    reason: str = ""
    sha256: str = ""
    shard: int = -1


class Records(Closing):
    """Records in files of JSON lines, and what `mahdar batch` noted there of articles that it could not code.

    Args:
        names: files, folders and globs.
        coder: whose records are wanted.
        others: take records of other versions too, where there is none of this one.

    `foreign`: how many records there are by each other version.

    Raises:
        InputError: a file that cannot be read, or a line that is none of these.
    """

    def __init__(self, names: Sequence[str], coder: Coder, *, others: bool = False) -> None:
        self.others = others
        self.foreign: Counter[str] = Counter()
        self._coders = [coder]  # by number: this one is 0
        self._paths: list[Path] = []
        self._open: tuple[int, BinaryIO] | None = None  # the file that was read last
        self._db = sqlite3.connect("", isolation_level=None)  # on disk where it outgrows its cache, gone when closed
        for told in (
            f"PRAGMA cache_size = -{_CACHE_KB}",
            "PRAGMA journal_mode = OFF",
            "CREATE TABLE records (sha256 BLOB, published TEXT, coder INTEGER, file INTEGER, start INTEGER,"
            " size INTEGER, PRIMARY KEY (sha256, published, coder)) WITHOUT ROWID",
            "CREATE TABLE failures (sha256 BLOB PRIMARY KEY, reason TEXT) WITHOUT ROWID",
        ):
            self._db.execute(told)
        try:
            with _room():
                self._db.execute("BEGIN")
                for path in _files(names):
                    self._note(path)
                self._db.execute("COMMIT")
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the files."""
        self._db.close()
        if self._open is not None:
            self._open[1].close()

    def find(self, article: Article) -> Record | str | None:
        """The record of an article: of its text and its date of publication, whatever id it had; or why a batch could
        not code its text; None where neither is known.

        Raises:
            InputError: the file can be read no more, or is not what it was.
        """
        sha256 = bytes.fromhex(fingerprint(article.text))
        found = self._db.execute(
            "SELECT file, start, size FROM records WHERE sha256 = ? AND published = ? ORDER BY coder LIMIT 1",
            [sha256, valid(article.published) or ""],
        ).fetchone()
        if found is None:
            reason = self._db.execute("SELECT reason FROM failures WHERE sha256 = ?", [sha256]).fetchone()
            return str(reason[0]) if reason else None
        record = self._read(*found)
        doc = msgspec.structs.replace(
            record.doc,
            id=valid(article.id),
            title=valid(article.title) or record.doc.title,
            url=valid(article.url),
            publisher=valid(article.publisher),
        )
        return msgspec.structs.replace(record, doc=doc)

    def _read(self, file: int, start: int, size: int) -> Record:
        path = self._paths[file]
        try:
            if self._open is None or self._open[0] != file:
                if self._open is not None:
                    self._open[1].close()
                self._open = (file, path.open("rb"))
            self._open[1].seek(start)
            return from_json(self._open[1].read(size))
        except OSError as error:
            raise _unread(path, error) from error
        except RecordError as error:
            raise InputError(f"is not what it was: {error}", str(path), "Run it again: it goes on.") from error

    def _note(self, path: Path) -> None:
        """Note what stands in a file, and where."""
        file, start = len(self._paths), 0
        self._paths.append(path)
        lines = msgspec.json.Decoder(_Line)
        try:
            with path.open("rb") as stream:
                for number, text in enumerate(stream, start=1):
                    try:
                        line = lines.decode(text)
                        sha256 = bytes.fromhex(line.doc.sha256 if line.doc else line.sha256)
                    except (msgspec.MsgspecError, ValueError) as error:
                        raise InputError(f"no record: {error}.", f"{path}:{number}", _MEND) from error
                    if line.doc is not None and line.coder is not None:
                        self._note_record(sha256, line.doc.published or "", line.coder, (file, start, len(text)))
                    elif line.reason:
                        if sha256:
                            self._db.execute("INSERT OR IGNORE INTO failures VALUES (?, ?)", [sha256, line.reason])
                    elif line.shard < 0:
                        raise InputError("no record.", f"{path}:{number}", _MEND)
                    start += len(text)
        except OSError as error:
            raise _unread(path, error) from error

    def _note_record(self, sha256: bytes, published: str, coder: Coder, where: tuple[int, int, int]) -> None:
        if coder not in self._coders:
            self._coders.append(coder)
        number = self._coders.index(coder)
        if number:
            self.foreign[_version(coder)] += 1
        if number == 0 or self.others:
            self._db.execute(
                "INSERT OR IGNORE INTO records VALUES (?, ?, ?, ?, ?, ?)", [sha256, published, number, *where]
            )


def _files(names: Sequence[str]) -> Iterator[Path]:
    for found in (found for name in names for found in files(name)):
        if isinstance(found, InputError):
            raise found
        yield found.path


def _version(coder: Coder) -> str:
    packs = ", ".join(f"{code} {version}" for code, version in sorted(coder.packs.items()))
    return f"{coder.name} {coder.version} ({packs})"


def _unread(path: Path, error: OSError) -> InputError:
    return InputError(f"cannot read: {error.strerror or error}.", str(path))


@contextmanager
def _room() -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        raise InputError(f"cannot write: {error}.", "the temporary folder", "Make room, or set TMPDIR.") from error
