"""Parquet, read by DuckDB: one article a row, only the columns that are needed, some rows at a time."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import NamedTemporaryFile
from typing import Final

import duckdb

from mahdar.errors import InputError
from mahdar.reading.article import Late, Options, Outcome, Source
from mahdar.reading.columns import fields
from mahdar.reading.rows import article
from mahdar.reading.streams import CHUNK

UNPACKED: Final = 500_000_000  # the largest file from an archive or standard input
_ROWS: Final = 256
_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": "1",
    "memory_limit": "1GB",
    "autoinstall_known_extensions": "false",
}
# Columns of bytes are read as text: not every program that writes Parquet says which they are.
_READ: Final = "read_parquet(?, binary_as_string=true)"
_TYPES: Final = frozenset(
    "VARCHAR DATE TIMESTAMP TINYINT SMALLINT INTEGER BIGINT UTINYINT USMALLINT UINTEGER UBIGINT HUGEINT UUID FLOAT"
    ' DOUBLE DECIMAL "NULL"'.split()
)


def read(source: Source, options: Options) -> Iterator[Outcome | Late]:
    """The articles of the rows."""
    with _on_disk(source) as path, duckdb.connect(":memory:", config=_SETTINGS) as db:
        try:
            db.execute("SET TimeZone = 'UTC'")
            described = db.execute(f"DESCRIBE SELECT * FROM {_READ}", [_literal(path)]).fetchall()
            types = {name: kind for name, kind, *_ in described}
            columns = fields(types, options, source.where)
            wrong = [c for c in columns.values() if _kind(types[c]) not in _TYPES]
            if wrong:
                raise InputError(f'column "{wrong[0]}" is of type {types[wrong[0]]}.', source.where, "It must be text.")
            chosen = ", ".join(f"CAST({_name(c)} AS VARCHAR)" for c in columns.values())
            ((total,),) = db.execute(f"SELECT count(*) FROM {_READ}", [_literal(path)]).fetchall()
            rows = db.execute(f"SELECT {chosen} FROM {_READ}", [_literal(path)])
            number = 0
            while batch := rows.fetchmany(_ROWS):
                for row in batch:
                    number += 1
                    if source.path:
                        source.budget.place = source.budget.taken * number // total
                    values = dict(zip(columns.values(), row, strict=True))
                    yield article(values, f"{source.where}:{number}", number, options, "parquet", "Row", columns)
        except InputError as error:
            yield error
        except duckdb.Error as error:
            first = str(error).split("\n", 1)[0]
            yield InputError(f"not read as Parquet to its end: {first}.", source.where)


@contextmanager
def _on_disk(source: Source) -> Iterator[str]:
    """Where the file lies: the end of Parquet is read first, so a stream is written to a temporary file.

    Raises:
        InputError: the stream is longer than `UNPACKED`.
        OSError, EOFError: it is damaged.
        TooMuch: the budget is spent.
    """
    if source.path:
        yield source.path
        return
    with NamedTemporaryFile(prefix="mahdar-", suffix=".parquet") as file:
        size = 0
        while data := source.stream.read(CHUNK):
            size += len(data)
            if size > UNPACKED:
                raise InputError(
                    f"Parquet of more than {UNPACKED:,} bytes that is no file.", source.where, "Unpack it."
                )
            file.write(data)
        file.flush()
        yield file.name


def _kind(told: str) -> str:
    """A type of DuckDB without what more precisely it is: `DECIMAL(18,3)`, `TIMESTAMP WITH TIME ZONE`, `VARCHAR[]`."""
    bare = re.sub(r"\(.*?\)$| WITH .*$", "", told)
    return re.sub(r"_(NS|MS|S)$", "", bare)


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _literal(path: str) -> str:
    """A path in which DuckDB sees no pattern."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in path)
