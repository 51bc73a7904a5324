"""What a reader hands on: articles, and the reasons why something is none."""

from collections.abc import Mapping
from pathlib import PurePath
from typing import BinaryIO, Final, NamedTuple

from mahdar.errors import InputError

MAX_BYTES: Final = 5_000_000
"""The largest article that is read, in bytes."""
MEMBERS: Final = 100_000
"""How many members an archive may have, with those of archives in it."""
RATIO: Final = 100
"""How many bytes may come out for each that went in."""
GRACE: Final = 50_000_000
"""Bytes that may come out in any case."""


class Article(NamedTuple):
    """An article to code, and what its reader knows of it.

    Args:
        where: file, and line, record or member within it, for messages.
        published: ISO date or date-time as the source gives it, or what the user said of sources that give none.
        language: as the source tells it (`ar`, `ar-EG`); not checked against the text.
        encoding: of the bytes that the text was read from.
        kind: of the source: text, page, feed, jsonl, csv, parquet or warc.
        notes: what a reader of the record should know, such as which date was taken of several.
    """

    where: str
    id: str
    text: str
    published: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    encoding: str = "utf-8"
    kind: str = "text"
    notes: tuple[str, ...] = ()


class Skipped(InputError):
    """Something in a collection that is no article for us, and no fault of the input: counted under `label`."""

    def __init__(self, where: str, label: str, code: str = "") -> None:
        super().__init__(f"{label}: skipped.", where, "", code, language=label)
        self.label = label

    def __reduce__(self) -> tuple[type["Skipped"], tuple[str, str]]:
        return type(self), (self.where, self.label)


class OtherLanguage(Skipped):
    """An article of a collection that is in another language."""

    def __init__(self, where: str, label: str) -> None:
        super().__init__(where, label, "language")


class Options(NamedTuple):
    """How the user wants sources read.

    Args:
        published: ISO date of articles that carry none.
        columns: which column or key holds a field, `{"text": "body"}`, before those that are known by themselves.
    """

    published: str | None = None
    columns: Mapping[str, str] = {}


class TooMuch(InputError):
    """A source that unpacks to more than is sensible: nothing more of it is read."""


class Budget:
    """What all that stands in one file, at any depth, may come to.

    Args:
        taken: bytes of the file, or read so far where that is not known.

    `place`: how many of them are read, as readers tell that do not read the stream from its start to its end.
    """

    def __init__(self, where: str, taken: int) -> None:
        self.where, self.taken = where, taken
        self.members = self.out = 0
        self.place = 0

    def spend(self, members: int = 0, out: int = 0) -> None:
        """Count members found and bytes unpacked.

        Raises:
            TooMuch: they are too many.
        """
        self.members += members
        self.out += out
        if self.members > MEMBERS:
            raise TooMuch(f"more than {MEMBERS:,} members. The rest is not read.", self.where, "Unpack it.")
        if self.out > max(GRACE, RATIO * self.taken):
            raise TooMuch(
                f"unpacks to more than {RATIO} times its size. The rest is not read.", self.where, "Unpack it."
            )


class Source(NamedTuple):
    """Bytes to read.

    Args:
        where: for messages.
        name: file name, whose suffix helps to tell the kind and whose stem is the id of an article without one.
        stream: buffered, at its start.
        head: the first bytes of the stream, up to 64 KB, which are still to be read from it.
        path: where a file of this content lies on disk; empty for what stands in an archive or on standard input.
        many: whether it came with others: a member of a folder or an archive.
        depth: how many archives stand around it.
        budget: shared by all that stands in one file.
    """

    where: str
    name: str
    stream: BinaryIO
    head: bytes
    budget: Budget
    path: str = ""
    many: bool = False
    depth: int = 0

    @property
    def id(self) -> str:
        """The id of an article that is all of the source."""
        return PurePath(self.name).stem or self.name


Outcome = Article | InputError


class Late(NamedTuple):
    """A page whose article is still to be taken out of its markup, which takes about as long as coding it.

    Args:
        page: what is known of the article; its `text` is the markup.
        fetched: ISO date-time at which the page was fetched, where that is known.
        many: whether it came with others, so that one in another language is only skipped.
    """

    page: Article
    options: Options
    fetched: str | None = None
    many: bool = True


def whole(source: Source) -> bytes:
    """All bytes of a source that is one article.

    Raises:
        InputError: larger than `MAX_BYTES`.
    """
    data = source.stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise InputError(
            f"larger than {MAX_BYTES:,} bytes.",
            source.where,
            "Split it into articles, one JSON object a line.",
            "large",
            most=MAX_BYTES,
        )
    return data
