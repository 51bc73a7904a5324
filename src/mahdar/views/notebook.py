"""A record as Python users meet it: the record itself, as rows, and as a page in a notebook."""

from functools import lru_cache
from typing import Any

from mahdar.coder import Coder
from mahdar.record.types import Record
from mahdar.record.write import to_json


@lru_cache(maxsize=1)
def coder() -> Coder:
    """The Arabic coder, loaded once."""
    return Coder("ar")


class Coded:
    """A coded article: every field of the record by its name, and views of it."""

    def __init__(self, record: Record, text: str) -> None:
        self.record = record
        self.text = text

    def __getattr__(self, name: str) -> Any:
        return getattr(self.record, name)

    def __repr__(self) -> str:
        r = self.record
        return f"<Coded {r.doc.id}: {len(r.events)} events, {len(r.statements)} statements>"

    def to_json(self) -> str:
        """The record as one line of JSON."""
        return to_json(self.record).decode("utf-8")

    def to_rows(self) -> list[dict[str, Any]]:
        """One flat row an event: codes, status, who says so, dates, words."""
        from mahdar.views.rows import rows

        return rows(self.record, self.text)

    def to_frame(self) -> Any:
        """The rows as a pandas DataFrame.

        Raises:
            ImportError: pandas is not installed.
        """
        import pandas

        return pandas.DataFrame(self.to_rows())

    def _repr_html_(self) -> str:
        from mahdar.views.page import body

        return body(self.record, self.text)
