"""CSV and TSV: one article a row, columns named in the first."""

import csv
import io
from collections.abc import Iterator

from mahdar.errors import InputError
from mahdar.reading.article import MAX_BYTES, Late, Options, Outcome, Source
from mahdar.reading.columns import delimiter, fields
from mahdar.reading.encodings import decode
from mahdar.reading.rows import article


def read(source: Source, options: Options) -> Iterator[Outcome | Late]:
    """The articles of the rows; a row of the wrong length is refused."""
    head = source.head
    full = len(head) >= 1 << 16
    whole_lines = head[: head.rfind(b"\n") + 1] if full and b"\n" in head else head
    try:
        seen = decode(whole_lines, source.where)
    except InputError as error:
        yield error
        return
    encoding = "utf-8-sig" if seen.encoding == "utf-8" else seen.encoding
    lines = io.TextIOWrapper(source.stream, encoding, newline="")
    csv.field_size_limit(MAX_BYTES)
    reader = csv.reader(lines, delimiter=delimiter(seen.text.split("\n", 1)[0]))
    columns: dict[str, str] | None = None
    names: list[str] = []
    number = 0
    while True:
        where = f"{source.where}:{reader.line_num + 1}"
        try:
            row = next(reader)
        except StopIteration:
            break
        except UnicodeError as error:
            yield InputError(f"not {seen.encoding} ({error}). The rest is not read.", where, "Convert it to UTF-8.")
            break
        except csv.Error as error:
            yield InputError(f"not a row: {error}. Row skipped.", where)
            continue
        if not row or row == [""]:
            continue
        if columns is None:
            names = row
            try:
                columns = fields(names, options, source.where)
            except InputError as error:
                yield error
                break
            continue
        number += 1
        if len(row) != len(names):
            yield InputError(f"{len(row)} fields, the header has {len(names)}. Row skipped.", where)
            continue
        values = {name: value or None for name, value in zip(names, row, strict=True)}
        yield article(values, where, number, options, "csv", "Row", columns, seen.encoding, seen.notes)
    lines.detach()
