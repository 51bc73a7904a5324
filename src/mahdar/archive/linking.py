"""Linking what an archive holds: what has not changed since it was linked is left, and the result is that of all anew.

Copies share a band of their signatures, so only articles that share one with another are compared. Events are one act
only with the same type, status and parties; in the order of their days, one that begins when all before it are over
cannot be one with any of them. So the events fall into segments, none of which bears on another; a segment that was
linked before with all that is in it now, told the same way, keeps its links.
"""

from typing import Any, Final

import duckdb
import pyarrow as pa

from mahdar.archive.copies import BANDS, ROWS, Text, copies, signature
from mahdar.archive.occurrences import MUTUAL, NEWS, RULES, Told, occurrences
from mahdar.archive.schema import COUNTED

_SIGNED: Final = pa.schema([("sha256", pa.string()), ("signature", pa.list_(pa.uint32()))])
_COPIES: Final = pa.schema(
    [("sha256", pa.string()), ("first", pa.string()), ("n", pa.int32()), ("kind", pa.string()), ("share", pa.float64())]
)
_LINKS: Final = pa.schema(
    [("sha256", pa.string()), ("event", pa.string()), ("occurrence", pa.string()), ("counted", pa.bool_())]
)
_UNSIGNED: Final = (
    "SELECT sha256, text FROM articles WHERE sha256 NOT IN (SELECT sha256 FROM signatures) ORDER BY sha256"
)
# Articles that share a band with another; the hash may only bring in more.
_ALIKE: Final = f"""
    WITH signed AS (SELECT sha256, published, publisher, signature FROM articles JOIN signatures USING (sha256)),
    bands AS (
        SELECT sha256, unnest(list_transform(
            range({BANDS}), lambda b: hash(b, signature[b * {ROWS} + 1 : (b + 1) * {ROWS}])
        )) AS band FROM signed
    ),
    shared AS (SELECT band FROM bands GROUP BY band HAVING count(*) > 1)
    SELECT * FROM signed WHERE sha256 IN (SELECT sha256 FROM bands WHERE band IN (SELECT band FROM shared))
"""
# Every event with the number of its segment, made of all that the links of the segment depend on. Undated events stand
# before all days, as they do where acts are told apart. The key may only bring groups together that are two.
_SEGMENTS: Final = f"""
    CREATE OR REPLACE TEMP TABLE segments AS
    WITH told AS (
        SELECT sha256, event, run, coalesce(first, sha256) AS report, type, mode, status, place,
            list_sort(list_distinct(actor)) AS actor, list_sort(list_distinct(recipient)) AS recipient,
            coalesce(date_from, published - {NEWS.days}, DATE '0001-01-01') AS since,
            CASE WHEN date_from IS NULL THEN coalesce(published, DATE '0001-01-01')
                ELSE coalesce(date_to, date_from) END AS until
        FROM all_events LEFT JOIN copies USING (sha256) WHERE current
    ),
    keyed AS (
        SELECT sha256, event, report, since, until,
            CASE WHEN type IN {MUTUAL} THEN hash(type, status, list_sort(list_distinct(actor || recipient)))
                ELSE hash(type, status, actor, recipient) END AS key,
            md5_number(row(
                '{RULES}', sha256, event, run, report, type, mode, status, place, actor, recipient, since, until
            )::VARCHAR) AS told
        FROM told
    ),
    begun AS (
        SELECT *, since > max(until) OVER (
            PARTITION BY key ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS begins FROM keyed
    ),
    cut AS (
        SELECT *, count(*) FILTER (begins) OVER (
            PARTITION BY key ORDER BY since, until ROWS UNBOUNDED PRECEDING
        ) AS n FROM begun
    )
    SELECT sha256, event, report, bit_xor(told) OVER (PARTITION BY key, n) AS segment FROM cut
"""
_UNLINKED: Final = """
    SELECT sha256, event, report, type, mode, status, actor, recipient, date_from, date_to, published, place, words
    FROM segments JOIN events USING (sha256, event) WHERE segment NOT IN (SELECT segment FROM links)
"""


def link(db: duckdb.DuckDBPyConnection) -> None:
    """Bring the copies, the links and what counts of an archive up to date, all or none of it."""
    db.begin()
    try:
        _sign(db)
        alike = copies(Text(*t) for t in db.execute(_ALIKE).fetchall())
        db.execute("DELETE FROM copies")
        _fill(db, [c._asdict() for c in alike], _COPIES, "INSERT INTO copies SELECT * FROM incoming")
        _link_events(db)
        db.commit()
    except BaseException:
        db.rollback()
        raise


def _sign(db: duckdb.DuckDBPyConnection) -> None:
    unsigned = db.execute(_UNSIGNED).fetchall()
    signed = [{"sha256": sha256, "signature": signature(text)} for sha256, text in unsigned]
    _fill(db, signed, _SIGNED, "INSERT INTO signatures SELECT * FROM incoming")


def _link_events(db: duckdb.DuckDBPyConnection) -> None:
    db.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS segment UHUGEINT")  # archives made without it
    db.execute(_SEGMENTS)
    db.execute("DELETE FROM links WHERE segment IS NULL OR segment NOT IN (SELECT segment FROM segments)")
    links = occurrences(
        Told(sha256, event, report, kind, mode, status, _parties(actor), _parties(recipient), *rest)
        for sha256, event, report, kind, mode, status, actor, recipient, *rest in db.execute(_UNLINKED).fetchall()
    )
    _fill(
        db,
        [x._asdict() for x in links],
        _LINKS,
        "INSERT INTO links SELECT incoming.*, segment FROM incoming JOIN segments USING (sha256, event)",
        *(
            f"UPDATE all_{name} SET counted = i.counted FROM incoming i WHERE i.sha256 = all_{name}.sha256"
            f" AND i.event = all_{name}.event AND i.counted <> all_{name}.counted"
            for name in COUNTED
        ),
    )
    db.execute("DROP TABLE segments")


def _fill(db: duckdb.DuckDBPyConnection, rows: list[dict[str, Any]], columns: pa.Schema, *sql: str) -> None:
    """Run SQL with rows as the table `incoming`."""
    db.register("incoming", pa.Table.from_pylist(rows, columns))
    for one in sql:
        db.execute(one)
    db.unregister("incoming")


def _parties(codes: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(codes)))
