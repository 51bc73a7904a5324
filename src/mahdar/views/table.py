"""The record as a table on a terminal, safe for right-to-left text."""

from rich.console import Console
from rich.table import Table
from rich.text import Text

from mahdar.record.types import Record
from mahdar.views.rows import rows

_COLOURS = {"occurred": "green", "planned": "cyan", "possible": "yellow", "negated": "red"}
# First strong isolate and pop: each Arabic run keeps its own order in a left-to-right row (Unicode UAX #9).
_ISOLATE, _POP = "\u2068", "\u2069"
_CONTROLS = dict.fromkeys([*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x00, 0x20), 0x7F], " ")


def isolated(text: str) -> str:
    """A run of the article between isolates, its own controls taken out."""
    return f"{_ISOLATE}{text.translate(_CONTROLS)}{_POP}" if text else ""


def print_table(record: Record, text: str, console: Console) -> None:
    """One row an event: who, did, whom, when, status, says who, words."""
    table = Table(
        title=Text(isolated(record.doc.title or record.doc.id)), header_style="bold", expand=False, pad_edge=False
    )
    for column in ("who", "did", "whom", "when", "status", "says who", "words"):
        table.add_column(column, overflow="fold")
    for r in rows(record, text):
        when = (
            ""
            if not r["date_from"]
            else r["date_from"]
            if r["date_from"] == r["date_to"]
            else f"{r['date_from']} – {r['date_to']}"
        )
        table.add_row(
            r["actor"],
            r["type"] + (f"/{r['mode']}" if r["mode"] else ""),
            r["recipient"],
            when,
            Text(r["status"], style=_COLOURS[r["status"]]),
            r["by"] or "",
            Text(isolated(r["trigger"])),
        )
    console.print(table)
    console.print(
        f"{len(record.events)} events, {len(record.statements)} statements, {len(record.entities)} entities",
        style="dim",
    )
    for note in record.notes:
        console.print(f"note: {note}", style="yellow")
