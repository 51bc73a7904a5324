"""Long answers a page at a time, newest first: each begins where the one before ended, whatever was added since."""

import base64
import datetime as dt
import json
from binascii import Error
from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from mahdar.desk.library import Library
from mahdar.desk.shapes import Page
from mahdar.errors import InputError

_OURS: Final = ("_day", "_one", "_other", "_row")


class Source(NamedTuple):
    """Rows of a table to page through.

    `columns`: what is told of each; `day`: SQL of its day; `keys`: two columns that tell rows of a day apart; `joined`:
    a join that `day` or tests need, to the table as `t`.
    """

    table: str
    columns: tuple[str, ...]
    day: str
    keys: tuple[str, str]
    joined: str = ""


def paged(
    library: Library, source: Source, tests: Sequence[str], values: Sequence[Any], page: Page
) -> tuple[list[dict[str, Any]], str | None]:
    """The rows of a page, each with its `day`, and where the next page begins; None at the end.

    Args:
        tests: SQL that all must hold, with `values` in its places.

    Raises:
        InputError: a cursor that is none.
    """
    one, other = source.keys
    tests, values = ["t.current", *tests], list(values)
    if page.cursor is not None:
        day, *after = _read(page.cursor)
        past = f"({one}, {other}) > (?, ?)"
        if day is None:
            tests.append(f"{source.day} IS NULL AND {past}")
            values += after
        else:
            tests.append(f"({source.day} < ? OR {source.day} IS NULL OR ({source.day} = ? AND {past}))")
            values += [day, day, *after]
    order = "ORDER BY _day DESC NULLS LAST, _one, _other"
    # Which rows is told from few narrow columns; the wide ones are read of these rows alone.
    keys = (
        f"SELECT {source.day} AS _day, {one} AS _one, {other} AS _other, t.rowid AS _row FROM {source.table} t"
        f" {source.joined} WHERE {' AND '.join(tests)} {order} LIMIT {page.limit + 1}"
    )
    columns = ", ".join(f'wide."{c}"' for c in source.columns)
    rows = library.ask(
        f"SELECT k.*, {columns} FROM {source.table} wide JOIN ({keys}) k ON wide.rowid = k._row {order}", values
    )
    told = [{k: v for k, v in row.items() if k not in _OURS} | {"day": row["_day"]} for row in rows[: page.limit]]
    if len(rows) <= page.limit:
        return told, None
    last = rows[page.limit - 1]
    return told, _written(last["_day"], last["_one"], last["_other"])


def _written(day: dt.date | None, one: str, other: str) -> str:
    told = json.dumps([day.isoformat() if day else None, one, other], ensure_ascii=False)
    return base64.urlsafe_b64encode(told.encode()).decode().rstrip("=")


def _read(cursor: str) -> tuple[dt.date | None, str, str]:
    try:
        told = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        day, one, other = told
        if not (isinstance(told, list) and isinstance(one, str) and isinstance(other, str)):
            raise ValueError
        return (None if day is None else dt.date.fromisoformat(day)), one, other
    except (Error, ValueError, TypeError, RecursionError):
        raise InputError("not a cursor.", "cursor", "Give `next` of the page before.", "cursor") from None
