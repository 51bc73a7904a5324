"""The tables of an archive, and what of them is asked.

Every flat table of `mahdar.export.flat` is kept with the run that wrote each row; the views of the same names show, for
each article, the rows of its newest run.
"""

from collections.abc import Iterator
from itertools import combinations
from typing import Any, Final

from mahdar.export.flat import TABLES
from mahdar.record.types import Record

VERSION: Final = "1"  # of the tables: an archive of another one is refused

# Who did what to whom, a row a pair of codes; `mutual` where both did it, codes then in alphabetical order.
DYADS: Final = {
    "sha256": "VARCHAR",
    "event": "VARCHAR",
    "source": "VARCHAR",
    "target": "VARCHAR",
    "mutual": "BOOLEAN",
    "type": "VARCHAR",
    "status": "VARCHAR",
    "day": "DATE",
    "claimed": "BOOLEAN",
    "quad": "VARCHAR",
    "scale": "DOUBLE",
    "goldstein": "DOUBLE",
}
RECORDS: Final = {"sha256": "VARCHAR", "doc": "VARCHAR", "record": "VARCHAR"}
COUNTED: Final = ("events", "dyads")
TABLE_COLUMNS: Final = {**{name: table.columns for name, table in TABLES.items()}, "dyads": DYADS, "records": RECORDS}


def dyad_rows(record: Record) -> Iterator[dict[str, Any]]:
    """The pairs of a record's events. `day`: of the event, else of publication; `claimed`: on somebody's word."""
    codes = {e.id: e.code or "UNK" for e in record.entities}
    for e in record.events:
        actors = sorted({codes[i] for i in e.actor})
        recipients = sorted({codes[i] for i in e.recipient})
        if recipients:
            pairs = [(a, r, False) for a in actors or ["UNK"] for r in recipients]
        else:
            pairs = [(a, b, True) for a, b in combinations(actors, 2)]
        for source, target, mutual in pairs:
            yield {
                "sha256": record.doc.sha256,
                "event": e.id,
                "source": source,
                "target": target,
                "mutual": mutual,
                "type": e.type,
                "status": e.status,
                "day": e.date.from_[:10] if e.date else (record.doc.published or "")[:10] or None,
                "claimed": e.statement is not None,
                "quad": e.plover.quad,
                "scale": e.plover.scale,
                "goldstein": e.cameo.goldstein,
            }


def statements() -> Iterator[str]:
    """The SQL that makes an empty archive."""
    yield "CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR)"
    yield f"INSERT INTO meta VALUES ('schema', '{VERSION}')"
    yield "CREATE TABLE runs (run INTEGER PRIMARY KEY, coder VARCHAR, started TIMESTAMP)"
    # Where each text was met: the same text may come under several ids and addresses.
    where = "sha256 VARCHAR, doc VARCHAR, url VARCHAR, publisher VARCHAR, published DATE, run INTEGER"
    yield f"CREATE TABLE sources ({where})"
    for name, columns in TABLE_COLUMNS.items():
        listed = ", ".join(f'"{column}" {kind}' for column, kind in columns.items())
        # counted: stands for its act where acts are counted, each once
        counted = ", counted BOOLEAN" if name in COUNTED else ""
        yield f"CREATE TABLE all_{name} ({listed}, run INTEGER, current BOOLEAN{counted})"
        yield f"CREATE VIEW {name} AS SELECT * EXCLUDE (run, current) FROM all_{name} WHERE current"
    yield "CREATE TABLE signatures (sha256 VARCHAR PRIMARY KEY, signature UINTEGER[])"
    yield "CREATE TABLE copies (sha256 VARCHAR, first VARCHAR, n INTEGER, kind VARCHAR, share DOUBLE)"
    yield "CREATE TABLE links (sha256 VARCHAR, event VARCHAR, occurrence VARCHAR, counted BOOLEAN, segment UHUGEINT)"
    yield (
        "CREATE VIEW occurrences AS SELECT l.occurrence, any_value(e.type) AS type, any_value(e.status) AS status,"
        " min(coalesce(e.date_from, e.published)) AS day, count(DISTINCT coalesce(c.first, e.sha256)) AS reports,"
        " count(DISTINCT a.publisher) AS outlets, list_sort(list(DISTINCT e.doc)) AS docs"
        " FROM links l JOIN events e USING (sha256, event) JOIN articles a USING (sha256) LEFT JOIN copies c"
        " USING (sha256) GROUP BY l.occurrence"
    )
