"""An archive of coded articles in one DuckDB file.

>>> from mahdar.archive import Archive
>>> with Archive("news.duckdb") as archive:                         # doctest: +SKIP
...     archive.add([(record, text)])
...     archive.events(actor="RUS", type="THREATEN").to_pandas()
"""

from mahdar.archive.store import Added, Archive, Met

__all__ = ["Added", "Archive", "Met"]
