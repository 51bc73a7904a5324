"""How far the reading of files is, told while it goes on."""

from collections.abc import Iterator
from typing import BinaryIO, TypeVar

from mahdar.reading.article import Budget

T = TypeVar("T")


class Meter:
    """Counts articles, and bytes of files as they are read.

    Args:
        size: of all files that are to be read, in bytes; 0 where that is not known.
    """

    def __init__(self, size: int) -> None:
        self.size = size
        self.articles = self.before = 0
        self.now: tuple[BinaryIO, Budget] | None = None

    @property
    def share(self) -> float:
        """How much of the input is read, 0 to 1; 0 where that is not known."""
        here = 0
        if self.now is not None:
            stream, budget = self.now
            here = max(budget.place, 0 if stream.closed else stream.tell())
        return min(1.0, (self.before + here) / self.size) if self.size else 0.0

    @property
    def total(self) -> float | None:
        """How many articles there are, as far as those read so far let expect; exact at the end."""
        share = self.share
        return self.articles / share if share else None

    def counted(self, articles: Iterator[T]) -> Iterator[T]:
        """The same articles, counted as they are taken."""
        for article in articles:
            self.articles += 1
            yield article

    def begin(self, stream: BinaryIO, budget: Budget) -> None:
        """Note the file that is read from here on. `budget`: whose `place` tells how far, if it is more than the stream
        tells.
        """
        self.now = stream, budget

    def end(self, size: int) -> None:
        """Note that this file is read."""
        self.before += size
        self.now = None
