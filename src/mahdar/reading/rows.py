"""Rows of tables and objects of JSON to articles."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from mahdar.errors import InputError
from mahdar.reading.article import MAX_BYTES, Article, Late, Options
from mahdar.reading.columns import COLUMNS
from mahdar.reading.dates import iso


def article(
    row: Mapping[str, Any],
    where: str,
    number: int,
    options: Options,
    kind: str,
    unit: str = "Row",
    columns: Mapping[str, str] | None = None,
    encoding: str = "utf-8",
    notes: tuple[str, ...] = (),
) -> Article | Late | InputError:
    """The article of one row.

    Args:
        number: of the row, the id of an article without one.
        unit: what a row is called in messages.
        columns: field to column, where all rows have the same; else each row is looked at.
    """
    values: dict[str, str] = {}
    for field in COLUMNS:
        if columns is not None:
            column = columns.get(field)
        else:
            column = options.columns.get(field) or next(
                (c for c in COLUMNS[field] if row.get(c) is not None), COLUMNS[field][0]
            )
        value = row.get(column) if column is not None else None
        if value is None:
            continue
        if isinstance(value, dt.date) and field == "published":
            value = value.isoformat()
        if isinstance(value, int) and field == "id" and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str):
            by_chance = column in ("html", "source", "language", "lang") and field not in options.columns
            if columns is None and by_chance:
                continue  # a key of the user's own that happens to be called so
            return InputError(f'field "{column}" is not a string. {unit} skipped.', where, code="string", field=column)
        values[field] = value
    text = values.get("text")
    if text is None and "html" not in values:
        field = options.columns.get("text", "text")
        return InputError(f'no field "{field}". {unit} skipped.', where, code="field", field=field)
    published = values.get("published") or None
    made = Article(
        where,
        values.get("id") or str(number),
        text or "",
        (iso(published) or published if published else None) or options.published,
        values.get("title"),
        values.get("url"),
        values.get("publisher"),
        values.get("language"),
        encoding,
        kind,
        notes,
    )
    if text is None:
        html = values["html"]
        if len(html) > MAX_BYTES:
            return InputError(f"larger than {MAX_BYTES:,} characters.", where, code="large", most=MAX_BYTES)
        return Late(made._replace(text=html), options)
    if len(text) > MAX_BYTES:
        return InputError(f"larger than {MAX_BYTES:,} characters. {unit} skipped.", where, code="large", most=MAX_BYTES)
    return made
