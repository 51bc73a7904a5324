"""Answers of the archive on a terminal, as CSV or as JSON lines."""

import csv
import json
import sys
from typing import IO, TYPE_CHECKING, Any, Final

from mahdar.views.table import isolated

if TYPE_CHECKING:
    import pyarrow as pa

# Of no use to the eye, or for which a terminal has no room beside the words.
_HIDDEN: Final = frozenset(("sha256", "start", "end", "mode", "place", "trigger", "confidence", "event", "sentence"))
_WORDS: Final = "words"


def show(answer: "pa.Table", form: str | None, out: IO[str] | None = None) -> None:
    """Print an answer: a table on a terminal, else CSV, unless `form` says otherwise."""
    out = out or sys.stdout
    form = form or ("table" if out.isatty() else "csv")
    rows = answer.to_pylist()
    if form == "jsonl":
        for row in rows:
            out.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")
    elif form == "csv":
        to = csv.writer(out, lineterminator="\n")
        to.writerow(answer.column_names)
        to.writerows([_cell(v) for v in row.values()] for row in rows)
    else:
        _table(answer.column_names, rows, out)


def _cell(value: Any) -> str:
    from mahdar.export.writers import plain_cell

    return "" if value is None else str(plain_cell(value))


def _table(columns: list[str], rows: list[dict[str, Any]], out: IO[str]) -> None:
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    shown = [c for c in columns if _WORDS not in columns or c not in _HIDDEN]
    table = Table(header_style="bold", pad_edge=False)
    for column in shown:
        table.add_column(column, overflow="fold", ratio=1 if column == _WORDS else None)
    for row in rows:
        table.add_row(*(Text(_shown(row[c])) for c in shown))
    Console(file=out, width=None if out.isatty() else 150, highlight=False).print(table)


def _shown(value: Any) -> str:
    told = "+".join(value) if isinstance(value, list) else "" if value is None else str(value)
    return told if told.isascii() else isolated(told)
