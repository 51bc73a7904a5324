"""One table of articles into one table of records: what Ray, Spark and Dask call."""

from functools import lru_cache
from typing import TYPE_CHECKING, Final

import pyarrow as pa

from mahdar.batch.worker import Lost, Other, one
from mahdar.errors import InputError
from mahdar.reading.article import Article

if TYPE_CHECKING:
    from mahdar.coder import Coder

FIELDS: Final = ("id", "text", "published", "title", "url", "publisher")
SCHEMA: Final = pa.schema([("id", pa.string()), ("record", pa.string()), ("error", pa.string())])
"""The columns that `code_batch` gives."""


@lru_cache(maxsize=1)
def coder() -> "Coder":
    """The coder of this process, its pack loaded once."""
    from mahdar.coder import Coder

    return Coder("ar")


def code_batch(articles: pa.Table) -> pa.Table:
    """A row an article, in order: `id`, `record` (JSON of the contract) or, where it could not be coded, `error`.

    Args:
        articles: columns `id` and `text`, and `published`, `title`, `url`, `publisher` where there are any; others are
            passed over.

    Raises:
        InputError: no column `text` or `id`.
    """
    missing = [name for name in ("id", "text") if name not in articles.column_names]
    if missing:
        raise InputError(f"no column {' or '.join(missing)}.", "code_batch", f"Columns may be {', '.join(FIELDS)}.")
    columns = [
        articles[name].to_pylist() if name in articles.column_names else [None] * articles.num_rows for name in FIELDS
    ]
    ids: list[str] = []
    records: list[str | None] = []
    errors: list[str | None] = []
    for id, text, published, title, url, publisher in zip(*columns, strict=True):
        ids.append(str(id))
        day = str(published) if published is not None else None
        _, coded = one(coder(), Article("", str(id), text or "", day, title, url, publisher))
        records.append(coded.decode("utf-8") if isinstance(coded, bytes) else None)
        errors.append(coded.reason if isinstance(coded, Lost) else coded.label if isinstance(coded, Other) else None)
    return pa.table([ids, records, errors], schema=SCHEMA)
