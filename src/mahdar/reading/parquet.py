"""Parquet, read by DuckDB: one article a row, only the columns that are needed, some rows at a time."""

from collections.abc import Iterator
from typing import Final

import duckdb

from mahdar.errors import InputError
from mahdar.reading.article import Options, Outcome, Source
from mahdar.reading.columns import fields
from mahdar.reading.rows import article

_ROWS: Final = 256
_SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": "1",
    "memory_limit": "1GB",
    "autoinstall_known_extensions": "false",
}
_TYPES: Final = frozenset(
    'VARCHAR DATE TIMESTAMP TINYINT SMALLINT INTEGER BIGINT UTINYINT USMALLINT UINTEGER UBIGINT UUID "NULL"'.split()
)


def read(source: Source, options: Options) -> Iterator[Outcome]:
    """The articles of the rows."""
    if not source.path:
        yield InputError("Parquet is only read from a file on disk.", source.where, "Unpack it first.")
        return
    with duckdb.connect(":memory:", config=_SETTINGS) as db:
        try:
            db.execute("SET TimeZone = 'UTC'")
            described = db.execute("DESCRIBE SELECT * FROM read_parquet(?)", [_literal(source.path)]).fetchall()
            types = {name: kind for name, kind, *_ in described}
            columns = fields(types, options, source.where)
            wrong = [c for c in columns.values() if types[c].split(" ")[0].removesuffix("_NS") not in _TYPES]
            if wrong:
                raise InputError(f'column "{wrong[0]}" is of type {types[wrong[0]]}.', source.where, "It must be text.")
            chosen = ", ".join(f"CAST({_name(c)} AS VARCHAR)" for c in columns.values())
            rows = db.execute(f"SELECT {chosen} FROM read_parquet(?)", [_literal(source.path)])
            number = 0
            while batch := rows.fetchmany(_ROWS):
                for row in batch:
                    number += 1
                    values = dict(zip(columns.values(), row, strict=True))
                    yield article(values, f"{source.where}:{number}", number, options, "parquet", "Row", columns)
        except InputError as error:
            yield error
        except duckdb.Error as error:
            first = str(error).split("\n", 1)[0]
            yield InputError(f"not read as Parquet to its end: {first}.", source.where)


def _name(column: str) -> str:
    return '"' + column.replace('"', '""') + '"'


def _literal(path: str) -> str:
    """A path in which DuckDB sees no pattern."""
    return "".join(f"[{c}]" if c in "*?[" else c for c in path)
