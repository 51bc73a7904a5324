"""JSON lines: one article a line, read as they come."""

from collections.abc import Iterator

import msgspec

from mahdar.errors import InputError
from mahdar.reading.article import MAX_BYTES, Late, Options, Outcome, Source
from mahdar.reading.rows import article


def read(source: Source, options: Options) -> Iterator[Outcome | Late]:
    """The articles of the lines that are not blank."""
    number = 0
    while line := source.stream.readline(MAX_BYTES + 1):
        number += 1
        where = f"{source.where}:{number}"
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = source.stream.readline(MAX_BYTES)
            yield InputError(f"larger than {MAX_BYTES:,} bytes. Line skipped.", where, code="large", most=MAX_BYTES)
            continue
        if number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        if line.strip():
            yield _of_line(line, where, number, options)


def _of_line(line: bytes, where: str, number: int, options: Options) -> Outcome | Late:
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        return InputError(f"not JSON: {error}. Line skipped.", where, code="json")
    if not isinstance(row, dict):
        return InputError("not a JSON object. Line skipped.", where, 'Write {"id": ..., "text": ...}.', "object")
    return article(row, where, number, options, "jsonl", "Line")
