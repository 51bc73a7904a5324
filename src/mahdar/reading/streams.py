"""Streams that are looked at before they are read, and counted."""

import io
from typing import IO, BinaryIO, Final, cast

from mahdar.reading.article import Budget, Source

CHUNK: Final = 1 << 16


def opened(
    stream: IO[bytes], where: str, name: str, budget: Budget, path: str = "", many: bool = False, depth: int = 0
) -> Source:
    """A source over a stream, its first bytes looked at.

    A stream of JSON lines is not waited for beyond its first line.
    """
    head = b""
    fault: Exception | None = None
    reader = cast(io.BufferedReader, stream)
    while len(head) < CHUNK:
        try:
            more = reader.read1(CHUNK - len(head))
        except (OSError, EOFError) as error:  # comes again behind what could be read
            fault = error
            break
        head += more
        if not more or (b"\n" in more and head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")):
            break
    return Source(
        where, name, io.BufferedReader(_Rejoined(head, reader, fault), CHUNK), head, budget, path, many, depth
    )


def counted(stream: BinaryIO, budget: Budget) -> IO[bytes]:
    """A stream of unknown length, whose budget grows as it is read."""
    return io.BufferedReader(_Counted(cast(io.BufferedReader, stream), budget), CHUNK)


class _Rejoined(io.RawIOBase):
    """A stream again from its start, whose first bytes have been read, up to a fault if there was one."""

    def __init__(self, head: bytes, rest: io.BufferedReader, fault: Exception | None) -> None:
        self.head, self.rest, self.fault = head, rest, fault

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self.head[: len(buffer)]
        if not data and self.fault is not None:
            raise self.fault
        data = data or self.rest.read1(len(buffer))
        self.head = self.head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


class _Counted(io.RawIOBase):
    """A stream of unknown length, whose budget grows as it is read."""

    def __init__(self, stream: io.BufferedReader, budget: Budget) -> None:
        self.stream, self.budget = stream, budget

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "bytearray | memoryview") -> int:  # type: ignore[override]
        data = self.stream.read1(len(buffer))
        self.budget.taken += len(data)
        buffer[: len(data)] = data
        return len(data)
