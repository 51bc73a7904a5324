"""An article as its reader hands it on, to its record."""

from typing import TYPE_CHECKING

import msgspec

from mahdar import __version__

if TYPE_CHECKING:
    from mahdar.coder import Coder
    from mahdar.reading.article import Article
    from mahdar.record.types import Record


def code(coder: "Coder", article: "Article") -> "Record":
    """The record of an article, which begins its notes with those of the reader.

    Raises:
        InputError: the text cannot be coded.
    """
    record = coder.code(
        article.text,
        id=article.id,
        published=article.published,
        title=article.title,
        url=article.url,
        publisher=article.publisher,
    )
    if article.notes:
        record = msgspec.structs.replace(record, notes=[*article.notes, *record.notes])
    return record


def fault(error: Exception) -> str:
    """What to say of a fault of ours in one article, which must not lose the rest."""
    return f"a fault of mahdar {__version__} ({type(error).__name__}: {error})"
