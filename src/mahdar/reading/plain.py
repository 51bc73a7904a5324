"""Plain text: one article a file."""

from collections.abc import Iterator

from mahdar.errors import InputError
from mahdar.reading.article import Article, Options, Outcome, Source, whole
from mahdar.reading.encodings import decode


def read(source: Source, options: Options) -> Iterator[Outcome]:
    """The article of a text file; its name without suffix is its id."""
    try:
        text, encoding, notes = decode(whole(source), source.where)
    except InputError as error:
        yield error
        return
    yield Article(source.where, source.id, text, options.published, encoding=encoding, notes=notes)
