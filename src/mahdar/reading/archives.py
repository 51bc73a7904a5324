"""Compressed files and archives, opened in memory; only Parquet is written to disk, as a temporary file.

What is too much is refused where it becomes so: bytes out for bytes in, members, archives within archives. Names of
members are only labels; those that lead out of the archive are refused all the same, and so are links.
"""

import bz2
import gzip
import io
import lzma
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePath, PurePosixPath
from typing import IO, BinaryIO, Final, cast

from mahdar.errors import InputError
from mahdar.reading.article import MEMBERS, Budget, Source, TooMuch
from mahdar.reading.kinds import SUFFIXES
from mahdar.reading.streams import CHUNK, opened

DEPTH: Final = 4
"""How many archives and compressed files may stand in each other; `.tar.gz` are two."""
IN_MEMORY: Final = 50_000_000  # the largest archive within an archive
_DIRECTORY: Final = 16_000_000  # bytes of a zip's list of members
_TAR_SUFFIXES: Final = (".tgz", ".tbz2", ".txz")
_DAMAGED: Final = (zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError)

_Inner = gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile | zipfile.ZipExtFile
_OPENERS: Final[dict[str, Callable[[BinaryIO], _Inner]]] = {
    "gz": lambda stream: gzip.GzipFile(fileobj=stream),
    "bz2": bz2.BZ2File,
    "xz": lzma.LZMAFile,
}


def members(source: Source, kind: str) -> Iterator[Source | InputError]:
    """What stands in a compressed file or an archive, in its order; each must be read before the next is asked for.

    Raises:
        OSError, EOFError: the file is damaged. The streams of the members raise these too.
        TooMuch: the budget is spent.
    """
    if source.depth >= DEPTH:
        yield InputError(f"more than {DEPTH} archives within each other.", source.where, "Unpack it.")
        return
    try:
        if kind == "zip":
            yield from _zipped(source)
        elif kind == "tar":
            yield from _tarred(source)
        else:
            yield _expanded(source, kind)
    except _DAMAGED as error:
        raise OSError(str(error)) from error


def _expanded(source: Source, kind: str) -> Source:
    inner = _OPENERS[kind](source.stream)
    stem, suffix = PurePath(source.name).stem, PurePath(source.name).suffix.lower()
    name = stem + ".tar" if suffix in _TAR_SUFFIXES else stem if suffix in SUFFIXES else source.name
    stream = io.BufferedReader(_Metered(inner, source.budget), CHUNK)
    return opened(stream, source.where, name, source.budget, "", source.many, source.depth + 1)


def _zipped(source: Source) -> Iterator[Source | InputError]:
    stream: BinaryIO
    if source.path:
        stream = open(source.path, "rb")
    else:
        data = source.stream.read(IN_MEMORY + 1)
        if len(data) > IN_MEMORY:
            yield InputError(f"a zip of more than {IN_MEMORY:,} bytes that is no file.", source.where, "Unpack it.")
            return
        stream = io.BytesIO(data)
    with stream, zipfile.ZipFile(cast(IO[bytes], _Bounded(stream, source.where))) as archive:
        infos = archive.infolist()
        size = stream.seek(0, io.SEEK_END)
        source.budget.spend(members=len(infos))
        if sum(i.compress_size for i in infos) > size:
            yield InputError("members that overlap.", source.where, "Pack it anew.")
            return
        for info in infos:
            where = f"{source.where}!{info.filename}"
            if source.path:
                source.budget.place = info.header_offset
            if info.is_dir():
                continue
            if _leads_out(info.filename) or stat.S_ISLNK(info.external_attr >> 16):
                yield InputError("a link, or a name that leads out of the archive. Member skipped.", where)
                continue
            if not _readable(info.filename):
                continue
            try:
                with cast(zipfile.ZipExtFile, archive.open(info)) as member:
                    metered = io.BufferedReader(_Metered(member, source.budget), CHUNK)
                    yield opened(metered, where, info.filename, source.budget, "", True, source.depth + 1)
            except (RuntimeError, NotImplementedError) as error:  # encrypted, or a rare way to compress
                yield InputError(f"{error}. Member skipped.", where, "Unpack it.")
            except (OSError, EOFError, *_DAMAGED) as error:
                yield InputError(f"damaged ({error}). Member skipped.", where)


def _tarred(source: Source) -> Iterator[Source | InputError]:
    with tarfile.open(fileobj=source.stream, mode="r|") as archive:
        for info in archive:
            source.budget.spend(members=1)
            archive.members = []  # type: ignore[attr-defined]  # tarfile would keep them all
            where = f"{source.where}!{info.name}"
            if info.isdir():
                continue
            if _leads_out(info.name) or not info.isfile():
                yield InputError("a link, or a name that leads out of the archive. Member skipped.", where)
                continue
            member = archive.extractfile(info) if _readable(info.name) else None
            if member is not None:
                yield opened(member, where, info.name, source.budget, "", True, source.depth + 1)


def _readable(name: str) -> bool:
    path = PurePosixPath(name)
    return not path.name.startswith(".") and path.suffix.lower() in SUFFIXES


def _leads_out(name: str) -> bool:
    return name.startswith(("/", "\\")) or ".." in name.replace("\\", "/").split("/") or name[1:2] == ":"


class _Metered(io.RawIOBase):
    """What comes out of a compressed stream, as long as the budget lasts."""

    def __init__(self, inner: _Inner, budget: Budget) -> None:
        self.inner, self.budget = inner, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        try:
            data = self.inner.read1(min(len(buffer), CHUNK))
        except _DAMAGED as error:
            raise OSError(str(error)) from error
        self.budget.spend(out=len(data))
        buffer[: len(data)] = data
        return len(data)


class _Bounded:
    """A file of a zip, whose list of members, read at once, must not be too long."""

    def __init__(self, stream: BinaryIO, where: str) -> None:
        self.stream, self.where = stream, where

    def read(self, size: int = -1) -> bytes:
        if size > _DIRECTORY:
            raise TooMuch(f"more than {MEMBERS:,} members.", self.where, "Unpack it.")
        return self.stream.read(size)

    def seek(self, place: int, whence: int = io.SEEK_SET) -> int:
        return self.stream.seek(place, whence)

    def tell(self) -> int:
        return self.stream.tell()

    def seekable(self) -> bool:
        return True
