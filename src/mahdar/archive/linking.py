"""Linking what an archive holds: what has not changed since it was linked is left, and the result is that of all anew.

Copies share a band of their signatures, so only articles that share one with another are compared. Events are one act
only with the same type and status and a node of their parties in common; in the order of their days, one that begins
when all before it on a node are over cannot be one with any of them. So the events of a node fall into pieces; pieces
that have an event in common make one segment, and no segment bears on another. One that was linked before with all that
is in it now, told the same way, keeps its links.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from typing import Any, Final

import duckdb
import pyarrow as pa

from mahdar.archive.copies import BANDS, ROWS, Text, copies, signature
from mahdar.archive.occurrences import NEWS, RULES, Told, nodes, occurrences
from mahdar.archive.schema import COUNTED

_SIGNED: Final = pa.schema([("sha256", pa.string()), ("signature", pa.list_(pa.uint32()))])
_COPIES: Final = pa.schema(
    [
        ("sha256", pa.string()),
        ("first", pa.string()),
        ("n", pa.int32()),
        ("kind", pa.string()),
        ("share", pa.float64()),
        ("superseded", pa.bool_()),
    ]
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
    SELECT signed.*, record->>'$.doc.published' FROM signed JOIN records USING (sha256)
        WHERE sha256 IN (SELECT sha256 FROM bands WHERE band IN (SELECT band FROM shared))
"""
_PARTIES: Final = "SELECT DISTINCT type, actor, recipient FROM all_events WHERE current"
_NODES: Final = pa.schema(
    [
        ("type", pa.string()),
        ("actor", pa.list_(pa.string())),
        ("recipient", pa.list_(pa.string())),
        ("nodes", pa.list_(pa.string())),
    ]
)
# Every event with the piece of each of its nodes, and its own number, made of all that its links depend on. Undated
# events stand before all days, as they do where acts are told apart. Keys may only bring together what are two.
_PIECES: Final = f"""
    CREATE OR REPLACE TEMP TABLE pieces AS
    WITH told AS (
        SELECT sha256, event, run, coalesce(first, sha256) AS report,
            coalesce(superseded, false) AS superseded, type, mode, status, place,
            actor, recipient, nodes,
            coalesce(date_from, published - {NEWS.days}, DATE '0001-01-01') AS since,
            CASE WHEN date_from IS NULL THEN coalesce(published, DATE '0001-01-01')
                ELSE coalesce(date_to, date_from) END AS until
        FROM all_events LEFT JOIN copies USING (sha256) JOIN incoming USING (type, actor, recipient) WHERE current
    ),
    keyed AS (
        SELECT sha256, event, report, superseded, since, until, len(nodes) AS nodes,
            unnest(CASE WHEN len(nodes) = 0 THEN [hash(sha256, event)]
                ELSE list_transform(nodes, lambda n: hash(type, status, n)) END) AS key,
            md5_number(row(
                '{RULES}', sha256, event, run, report, superseded, type, mode, status, place,
                list_sort(list_distinct(actor)), list_sort(list_distinct(recipient)), since, until
            )::VARCHAR) AS told
        FROM told
    ),
    begun AS (
        SELECT *, since > max(until) OVER (
            PARTITION BY key ORDER BY since, until ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        ) AS begins FROM keyed
    )
    SELECT sha256, event, report, superseded, nodes, told, hash(key, count(*) FILTER (begins) OVER (
        PARTITION BY key ORDER BY since, until ROWS UNBOUNDED PRECEDING
    )) AS piece FROM begun
"""
_TOGETHER: Final = (
    "SELECT DISTINCT list_sort(list(piece)) AS together FROM pieces WHERE nodes > 1 GROUP BY sha256, event"
)
_WHOLES: Final = pa.schema([("piece", pa.uint64()), ("whole", pa.uint64())])
_SEGMENTS: Final = """
    CREATE OR REPLACE TEMP TABLE segments AS
    WITH told AS (
        SELECT sha256, event, any_value(report) AS report, any_value(superseded) AS superseded, any_value(told) AS told,
            min(coalesce(whole, piece)) AS whole
        FROM pieces LEFT JOIN incoming USING (piece) GROUP BY sha256, event
    )
    SELECT sha256, event, report, superseded, bit_xor(told) OVER (PARTITION BY whole) AS segment FROM told
"""
_UNLINKED: Final = """
    SELECT sha256, event, report, type, mode, status, actor, recipient, date_from, date_to, published, place,
        trigger, words, superseded
    FROM segments JOIN events USING (sha256, event) WHERE segment NOT IN (SELECT segment FROM links)
"""


def link(db: duckdb.DuckDBPyConnection) -> None:
    """Bring the copies, the links and what counts of an archive up to date."""
    _sign(db)
    alike = copies(
        Text(sha256, day, outlet, signed, _moment(at))
        for sha256, day, outlet, signed, at in db.execute(_ALIKE).fetchall()
    )
    db.execute("DELETE FROM copies")
    db.execute("ALTER TABLE copies ADD COLUMN IF NOT EXISTS superseded BOOLEAN")  # archives made without it
    _fill(db, [c._asdict() for c in alike], _COPIES, "INSERT INTO copies SELECT * FROM incoming")
    _link_events(db)


@contextmanager
def in_one(db: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All that is done to a database within is kept, or nothing."""
    db.begin()
    try:
        yield
        db.commit()
    except BaseException:
        with suppress(duckdb.Error):  # a fault in writing has ended it already
            db.rollback()
        raise


def _moment(published: str | None) -> datetime | None:
    """When an article was published, if more than its day is known; without a zone that of the others."""
    try:
        found = datetime.fromisoformat(published or "")
    except ValueError:  # only the day is sure to be one
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)


def _sign(db: duckdb.DuckDBPyConnection) -> None:
    unsigned = db.execute(_UNSIGNED).fetchall()
    signed = [{"sha256": sha256, "signature": signature(text)} for sha256, text in unsigned]
    _fill(db, signed, _SIGNED, "INSERT INTO signatures SELECT * FROM incoming")


def _segment(db: duckdb.DuckDBPyConnection) -> None:
    """Make the table of segments."""
    named = [
        {
            "type": kind,
            "actor": actor,
            "recipient": recipient,
            "nodes": [",".join(n) for n in nodes(kind, actor, recipient)],
        }
        for kind, actor, recipient in db.execute(_PARTIES).fetchall()
    ]
    _fill(db, named, _NODES, _PIECES)
    wholes = _joined(together for (together,) in db.execute(_TOGETHER).fetchall())
    _fill(db, [{"piece": p, "whole": w} for p, w in wholes.items()], _WHOLES, _SEGMENTS)
    db.execute("DROP TABLE pieces")


def _joined(together: Iterable[list[int]]) -> dict[int, int]:
    """What is together with something, directly or through others -> the least of all that are."""
    above: dict[int, int] = {}

    def top(x: int) -> int:
        while (up := above.setdefault(x, x)) != x:
            above[x] = x = above[up]
        return x

    for some in together:
        tops = [top(x) for x in some]
        for t in tops:
            above[t] = min(tops)
    return {x: top(x) for x in list(above)}


def _link_events(db: duckdb.DuckDBPyConnection) -> None:
    db.execute("ALTER TABLE links ADD COLUMN IF NOT EXISTS segment UHUGEINT")  # archives made without it
    _segment(db)
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
