"""Which column or key holds what."""

from collections.abc import Iterable
from typing import Final

from mahdar.errors import InputError
from mahdar.reading.article import Options

_DELIMITERS: Final = (",", "\t", ";", "|")
COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "id": ("id",),
    "text": ("text", "maintext", "plain_text"),
    "html": ("html",),
    "published": ("published", "date_publish", "published_date", "date"),
    "title": ("title",),
    "url": ("url",),
    "publisher": ("publisher", "source"),
    "language": ("language", "lang"),
}
"""The columns that are known by themselves, for each field, the first present wins."""


def columns(written: str) -> dict[str, str]:
    """What `--map` says, `text=body,published=date`, as field to column; `"text=a, b"` in quotation marks, as in CSV.

    Raises:
        InputError: not of that form, or no field of an article.
    """
    found = {}
    for part in filter(None, _parts(written)):
        field, equals, column = (x.strip() for x in part.partition("="))
        if field not in COLUMNS or not equals or not column:
            raise InputError(f"--map: {part!r} names no field.", mend=f"Fields: {', '.join(COLUMNS)}; write text=body.")
        found[field] = column
    return found


def _parts(written: str) -> list[str]:
    if '"' not in written:
        return written.split(",")
    import csv  # seldom needed

    return next(csv.reader([written], skipinitialspace=True), [])


def fields(columns: Iterable[str], options: Options, where: str) -> dict[str, str]:
    """Which of the columns of a table holds each field.

    Raises:
        InputError: no column for the text, or one named by the user that is not there.
    """
    names = list(columns)
    known = {n.strip().casefold(): n for n in reversed(names)}
    found = {}
    for field, candidates in COLUMNS.items():
        wanted = options.columns.get(field)
        if wanted is not None and wanted not in names:
            raise InputError(f'no column "{wanted}" for {field}.', where, f"Columns: {', '.join(names)}.")
        column = wanted or next((known[c] for c in candidates if c in known), None)
        if column is not None and names.count(column) > 1:
            raise InputError(f'{names.count(column)} columns are called "{column}".', where, "Give each its own name.")
        if column is not None:
            found[field] = column
    if "text" not in found and "html" not in found:
        shown = ", ".join(names)[:300]
        raise InputError("no column for the text.", where, f"Columns: {shown}. Name one, for example --map text=body.")
    return found


def delimiter(header: str) -> str:
    """What divides the columns: the sign that the header has most of."""
    return max(_DELIMITERS, key=header.count)


def is_header(line: str, options: Options) -> bool:
    """Whether a line names two columns or more, one of them for the text."""
    names = [n.strip().strip('"').casefold() for n in line.split(delimiter(line))]
    texts = {*COLUMNS["text"], options.columns.get("text", "").casefold()} - {""}
    return len(names) > 1 and bool(texts & set(names))
