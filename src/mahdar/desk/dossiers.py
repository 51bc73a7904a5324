"""The dossier of what an archive has, for programs."""

import datetime as dt
from typing import Any, Final

from mahdar.desk.library import Library
from mahdar.dossier import Dossier, Joined, dossier
from mahdar.errors import InputError
from mahdar.record.write import from_json

MOST: Final = 1_000  # articles: a dossier of more takes too long for one answer


def dossier_of(
    library: Library, about: tuple[str, ...], issue: str | None, since: dt.date | None, until: dt.date | None
) -> Dossier:
    """What the articles of an archive tell of parties in a span of days.

    Raises:
        InputError: no articles, too many, no such party or issue.
    """
    tests: list[str] = []
    values: list[Any] = []
    for sql, value in (
        ("list_has_any(list_concat(actor, recipient), ?)", [p.partition("/")[0] for p in about] or None),
        ("coalesce(date_to, date_from, published) >= ?", since),
        ("coalesce(date_from, published) <= ?", until),
    ):
        if value is not None:
            tests.append(sql)
            values.append(value)
    where = f"WHERE {' AND '.join(tests)}" if tests else ""
    keys = [r["sha256"] for r in library.ask(f"SELECT DISTINCT sha256 FROM events {where} LIMIT {MOST + 1}", values)]
    if not keys:
        raise InputError("the archive has no acts of these parties in these days.", "about", "Ask for others.")
    if len(keys) > MOST:
        raise InputError(f"more than {MOST:,} articles.", "about", "Narrow it: fewer parties, or `from` and `to`.")
    among = "sha256 IN (SELECT unnest(?))"
    rows = library.ask(
        f"SELECT r.record, a.text FROM records r JOIN articles a USING (sha256) WHERE {among} ORDER BY a.doc, a.sha256",
        [keys],
    )
    copies = library.ask(f"SELECT sha256, first FROM copies WHERE {among}", [keys])
    links = library.ask(f"SELECT sha256, event, occurrence FROM links WHERE {among}", [keys])
    joined = Joined(
        {c["sha256"]: c["first"] for c in copies}, {(x["sha256"], x["event"]): x["occurrence"] for x in links}
    )
    articles = [(from_json(r["record"]), r["text"]) for r in rows]
    return dossier(articles, about=about, issue=issue, since=since, until=until, joined=joined)
