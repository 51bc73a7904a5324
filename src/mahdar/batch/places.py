"""Files and folders by path or by URI (`s3://`, `gs://`, `hdfs://`, `file://`), through pyarrow."""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

from pyarrow import ArrowException, fs

from mahdar.errors import InputError
from mahdar.reading.kinds import SUFFIXES
from mahdar.reading.paths import files

_CHUNK: Final = 1 << 20
_RENAMING: Final = ("local", "hdfs")  # file systems where a half written file is seen, and a rename is one step


class Shard(NamedTuple):
    """A file of the input. `many`: it stands in a folder, so nobody has named it."""

    where: str
    many: bool = False


class Local(NamedTuple):
    """A file on this machine's disk, and the SHA-256 of its bytes."""

    path: Path
    sha256: str


def shards(name: str) -> Iterator[Shard | InputError]:
    """The files that a path, folder, glob or URI stands for, in order."""
    if not is_uri(name):
        for found in files(name):
            yield found if isinstance(found, InputError) else Shard(str(found.path), found.many)
        return
    try:
        system, path = fs.FileSystem.from_uri(name)
        told = system.get_file_info(path)
        if told.type != fs.FileType.Directory:
            yield Shard(name)
            return
        inside = system.get_file_info(fs.FileSelector(path, recursive=True))
    except (OSError, ArrowException) as error:
        yield InputError(f"cannot read: {first_line(error)}", name)
        return
    head, _, options = name.partition("?")
    paths = sorted(x.path.removeprefix(path).lstrip("/") for x in inside if x.type == fs.FileType.File)
    wanted = [p for p in map(PurePosixPath, paths) if p.suffix.lower() in SUFFIXES and not p.name.startswith(".")]
    if not wanted:
        yield InputError("the folder holds no file that can be read.", name, f"Read are: {' '.join(SUFFIXES)}.")
    for p in wanted:
        yield Shard(f"{head.rstrip('/')}/{p}" + (f"?{options}" if options else ""), many=True)


@contextmanager
def local(name: str, base: str) -> Iterator[Local]:
    """A file on this machine's disk, copied there for as long as it is read if it lies elsewhere. Paths start from the
    folder `base`.

    Raises:
        InputError: it cannot be read.
    """
    with tempfile.TemporaryDirectory(prefix="mahdar-") as folder:
        try:
            if is_uri(name):
                system, path = fs.FileSystem.from_uri(name)
                here = Path(folder) / PurePosixPath(path).name
                with system.open_input_stream(path, compression=None) as stream, here.open("wb") as out:
                    sha256 = _copy(stream, out)
            else:
                here = Path(base) / name
                with here.open("rb") as stream:
                    sha256 = _copy(stream, None)
        except (OSError, ArrowException) as error:
            raise InputError(f"cannot read: {first_line(error)}", name) from error
        yield Local(here, sha256)


def _copy(stream: Any, out: Any) -> str:
    h = hashlib.sha256()
    while data := stream.read(_CHUNK):
        h.update(data)
        if out is not None:
            out.write(data)
    return h.hexdigest()


class Folder:
    """Where output goes: a folder, by its path from `base` or by a URI.

    Raises:
        InputError: it cannot be made or reached.
    """

    def __init__(self, name: str, base: str) -> None:
        try:
            if is_uri(name):
                self.system, self.path = fs.FileSystem.from_uri(name)
            else:
                self.system, self.path = fs.LocalFileSystem(), os.path.join(base, name)
            self.system.create_dir(self.path, recursive=True)
        except (OSError, ArrowException) as error:
            raise InputError(f"cannot write: {first_line(error)}", name, "Name a folder.") from error

    def open(self, name: str) -> Any:
        """A file of the folder to read from, which is seekable, or None where there is none."""
        place = f"{self.path}/{name}"
        if self.system.get_file_info(place).type != fs.FileType.File:
            return None
        return self.system.open_input_file(place)

    def put(self, made: Path, name: str) -> None:
        """A file into the folder, where it is whole or not at all: written beside its place and renamed, or in one go
        to an object store, which shows it when it is through.

        Raises:
            OSError: it cannot be written.
        """
        place = f"{self.path}/{name}"
        if self.system.type_name not in _RENAMING:
            with made.open("rb") as stream, self.system.open_output_stream(place, compression=None) as out:
                shutil.copyfileobj(stream, out, _CHUNK)
            return
        part = f"{self.path}/.{name}.{made.parent.name}.part"
        try:
            with made.open("rb") as stream, self.system.open_output_stream(part, compression=None) as out:
                shutil.copyfileobj(stream, out, _CHUNK)
            self.system.move(part, place)
        except BaseException:
            if self.system.get_file_info(part).type == fs.FileType.File:
                self.system.delete_file(part)
            raise


def is_uri(name: str) -> bool:
    """Whether a name is a URI, not a path."""
    return "://" in name


def first_line(error: Exception) -> str:
    """What an error of a file system says, in one line."""
    told = getattr(error, "strerror", None) or str(error).strip().split("\n")[0]
    return f"{told.rstrip('.')}."
