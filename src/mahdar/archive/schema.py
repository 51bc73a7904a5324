"""The tables of an archive, and what of them is asked.

Every flat table of `mahdar.export.flat` is kept with the run that wrote each row; the views of the same names show, for
each article, the rows of its newest run. Some tables have columns of the archive's own, by which large archives are
searched and counted quickly; the views leave them out.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations, product
from typing import Any, Final

from mahdar.export.flat import TABLES
from mahdar.record.types import Entity, Record

VERSION: Final = "2"  # of the tables: an archive of another one is refused

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
# The archive's own columns. `line`: the number of the sentence, higher than any that was there before; `published`: of
# the article; `parties`: codes of both sides, each once; `pairs`: the pairs of codes that the event is between, as
# "RUS|USA"; `faces`: such pairs with known persons and armed groups by name, as "RUS:سيرغي لافروف|USA".
OWN: Final = {
    "sentences": {"line": "BIGINT"},
    "statements": {"line": "BIGINT", "published": "DATE"},
    "events": {"line": "BIGINT", "parties": "VARCHAR[]", "pairs": "VARCHAR[]", "faces": "VARCHAR[]"},
}
BETWEEN: Final = "|"  # the names of a pair
_NAMED: Final = ("person", "armed-group")
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


def sides(record: Record) -> Iterator[dict[str, Any]]:
    """What events are told by beside their rows, in their order: `parties`, `pairs` and `faces` of `OWN`."""
    codes = {e.id: e.code or "UNK" for e in record.entities}
    faces = {e.id: _face(e) for e in record.entities}
    for e in record.events:
        yield {
            "parties": sorted({codes[i] for i in (*e.actor, *e.recipient)}),
            "pairs": _pairs([codes[i] for i in e.actor], [codes[i] for i in e.recipient]),
            "faces": _pairs([faces[i] for i in e.actor], [faces[i] for i in e.recipient]),
        }


def _face(e: Entity) -> str:
    """The code of a party, with the name of a person or group whose name is known."""
    code = e.code or "UNK"
    named = e.kind in _NAMED and e.names.en is not None
    return f"{code}:{e.name.replace(BETWEEN, ' ')}" if named else code


def _pairs(actors: Sequence[str], recipients: Sequence[str]) -> list[str]:
    """Each pair of two names once, whoever does it; the actors with each other where nobody receives."""
    pairs = product(actors, recipients) if recipients else combinations(actors, 2)
    return sorted({BETWEEN.join(sorted(p)) for p in pairs if p[0] != p[1]})


def statements() -> Iterator[str]:
    """The SQL that makes an empty archive."""
    yield "CREATE TABLE meta (key VARCHAR PRIMARY KEY, value VARCHAR)"
    yield f"INSERT INTO meta VALUES ('schema', '{VERSION}')"
    yield "CREATE TABLE runs (run INTEGER PRIMARY KEY, coder VARCHAR, started TIMESTAMP)"
    # Where each text was met: the same text may come under several ids and addresses.
    where = "sha256 VARCHAR, doc VARCHAR, url VARCHAR, publisher VARCHAR, published DATE, run INTEGER"
    yield f"CREATE TABLE sources ({where})"
    for name, columns in TABLE_COLUMNS.items():
        own = OWN.get(name, {})
        listed = ", ".join(f'"{column}" {kind}' for column, kind in (columns | own).items())
        # counted: stands for its act where acts are counted, each once
        counted = ", counted BOOLEAN" if name in COUNTED else ""
        yield f"CREATE TABLE all_{name} ({listed}, run INTEGER, current BOOLEAN{counted})"
        hidden = ", ".join(("run", "current", *own))
        yield f"CREATE VIEW {name} AS SELECT * EXCLUDE ({hidden}) FROM all_{name} WHERE current"
    # The words of each sentence: every word of the archive once, folded, and the lines in which it stands.
    yield "CREATE TABLE terms (term INTEGER, word VARCHAR)"
    yield "CREATE TABLE found (term INTEGER, line BIGINT)"
    yield "CREATE TABLE signatures (sha256 VARCHAR PRIMARY KEY, signature UINTEGER[])"
    report = "sha256 VARCHAR, first VARCHAR, n INTEGER, kind VARCHAR, share DOUBLE, superseded BOOLEAN"
    yield f"CREATE TABLE copies ({report})"
    yield "CREATE TABLE links (sha256 VARCHAR, event VARCHAR, occurrence VARCHAR, counted BOOLEAN, segment UHUGEINT)"
    yield (
        "CREATE VIEW occurrences AS SELECT l.occurrence, any_value(e.type) AS type, any_value(e.status) AS status,"
        " min(coalesce(e.date_from, e.published)) AS day, count(DISTINCT coalesce(c.first, e.sha256)) AS reports,"
        " count(DISTINCT a.publisher) AS outlets, list_sort(list(DISTINCT e.doc)) AS docs"
        " FROM links l JOIN events e USING (sha256, event) JOIN articles a USING (sha256) LEFT JOIN copies c"
        " USING (sha256) GROUP BY l.occurrence"
    )
