"""The flat tables as Arrow, from which Parquet files are written and the archive is filled."""

from datetime import date
from typing import Any, Final

import pyarrow as pa

from mahdar.export.flat import TABLES

_TYPES: Final = {
    "VARCHAR": pa.string(),
    "INTEGER": pa.int32(),
    "BIGINT": pa.int64(),
    "DOUBLE": pa.float64(),
    "BOOLEAN": pa.bool_(),
    "DATE": pa.date32(),
    "VARCHAR[]": pa.list_(pa.string()),
}


def schema(name: str, columns: dict[str, str] | None = None) -> pa.Schema:
    """The Arrow schema of a flat table, or of one with other `columns` (name -> DuckDB type)."""
    return pa.schema([(column, _TYPES[kind]) for column, kind in (columns or TABLES[name].columns).items()])


def table(name: str, rows: list[dict[str, Any]], columns: dict[str, str] | None = None) -> pa.Table:
    """Rows of a flat table, or of one with other `columns`; dates are given as ISO text."""
    fields = schema(name, columns)
    days = [f.name for f in fields if pa.types.is_date(f.type)]
    for row in rows:
        for day in days:
            if row[day] is not None:
                row[day] = date.fromisoformat(row[day])
    return pa.Table.from_pylist(rows, fields)
