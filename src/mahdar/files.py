"""Files that are there whole or, as before, not at all.

What is written goes beside its place, to the disk, and then gets its name. Devices and pipes, such as `/dev/stdout`,
are written as they are.
"""

import errno
import os
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Final, Self

from mahdar.errors import InputError

_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


class Closing(ABC):
    """What is closed at the end of a `with`."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @abstractmethod
    def close(self) -> None:
        """Let go of what is held."""


class WholeFile:
    """A text file that is written bit by bit to `out`, and has its name only after `finish` and `show`.

    Raises:
        OSError: it cannot be written. So do its methods, but not `abandon`.
    """

    def __init__(self, place: Path) -> None:
        self.place, self.part = _where(place)
        self.out: IO[str] = self.part.open("w", encoding="utf-8", newline="\n")

    def finish(self) -> None:
        """Bring all that was written to the disk."""
        self.out.flush()
        if self.part != self.place:
            os.fsync(self.out.fileno())
        self.out.close()

    def show(self) -> None:
        """Give what is finished its name."""
        if self.part != self.place:
            self.part.replace(self.place)

    def abandon(self) -> None:
        """Drop what was written; what had the name before stays."""
        with suppress(OSError):
            self.out.close()
        if self.part != self.place:
            self.part.unlink(missing_ok=True)


def write_whole(place: Path, data: bytes) -> None:
    """Write a file at once; two programs that write it do not meet.

    Raises:
        OSError: it cannot be written; what was there before stays.
    """
    place, part = _where(place)
    try:
        with part.open("wb") as out:
            out.write(data)
            out.flush()
            if part != place:
                os.fsync(out.fileno())
        if part != place:
            part.replace(place)
    except BaseException:
        if part != place:
            part.unlink(missing_ok=True)
        raise


def is_stream(place: Path) -> bool:
    """Whether a place is a device or a pipe, beside which nothing is to be put."""
    return place.exists() and not place.is_file() and not place.is_dir()


def unwritten(error: OSError, where: str, mend: str = "") -> InputError:
    """What to tell a user of a place that cannot be written. `mend`: what to do if it is not full."""
    what = os.strerror(error.errno) if error.errno else str(error)
    return InputError(
        f"cannot write: {what}.", where, "Make room, or write elsewhere." if error.errno in _FULL else mend
    )


@contextmanager
def writing(where: str, mend: str = "") -> Iterator[None]:
    """Where something is written: that it cannot be is told as such. A pipe that nobody reads any more is no fault.

    Raises:
        InputError: it cannot be written; see `unwritten`.
    """
    try:
        yield
    except BrokenPipeError:
        raise
    except OSError as error:
        raise unwritten(error, where, mend) from error


def _where(place: Path) -> tuple[Path, Path]:
    """Where a file is in the end, and where it is written: the same place for what is no file."""
    if is_stream(place):
        return place, place
    if place.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    place = place.resolve()  # what a link leads to is written, not the link
    return place, place.with_name(f"{place.name}.{os.getpid()}.part")
