"""The articles of an archive that a dossier is made of."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from mahdar.dossier.make import Joined
from mahdar.errors import InputError
from mahdar.language.pack import uncollected
from mahdar.record.types import Record
from mahdar.record.write import from_stored

Ask = Callable[[str, Sequence[Any]], list[dict[str, Any]]]


@uncollected()
def archived(
    ask: Ask,
    where: str,
    about: Sequence[str] = (),
    since: dt.date | None = None,
    until: dt.date | None = None,
    most: int | None = None,
) -> tuple[list[tuple[Record, str]], Joined]:
    """The articles that tell of parties in a span of days, and what the archive knows to be one.

    Args:
        ask: SQL and its values -> the rows that answer it.
        where: the archive, for messages.
        about: codes of parties; all where none is given.
        most: how many articles there may be.

    Raises:
        InputError: none, or more than that.
    """
    tests: list[str] = []
    values: list[Any] = []
    codes = [party.partition("/")[0] for party in about]
    if len(codes) == 1:
        tests.append("list_contains(list_concat(actor, recipient), ?)")
        values += codes
    elif codes:  # among them, or by one of them toward nobody named
        tests.append(
            "(len(list_intersect(list_concat(actor, recipient), ?)) > 1"
            " OR (len(recipient) = 0 AND list_has_any(actor, ?)))"
        )
        values += [codes, codes]
    if since is not None:
        tests.append("coalesce(date_to, date_from, published) >= ?")
        values.append(since)
    if until is not None:
        tests.append("coalesce(date_from, published) <= ?")
        values.append(until)
    where_told = f" WHERE {' AND '.join(tests)}" if tests else ""
    found = [x["sha256"] for x in ask(f"SELECT DISTINCT sha256 FROM events{where_told}", values)]
    if most is not None and len(found) > most:
        what = f"{len(found):,} articles tell of that, more than {most:,}."
        raise InputError(what, where, "Ask for fewer parties or days.", "many-articles", n=len(found), most=most)
    chosen = "(SELECT unnest(?::VARCHAR[]))"
    rows = ask(
        f"SELECT r.record, a.text FROM records r JOIN articles a USING (sha256) WHERE sha256 IN {chosen}", [found]
    )
    if not rows:
        told = f" of {', '.join(about)}" if about else ""
        what = f"the archive has no acts{told} in these days."
        raise InputError(what, where, "mahdar info tells what it has.", "no-acts")
    copies = ask(f"SELECT sha256, first FROM copies WHERE sha256 IN {chosen}", [found])
    links = ask(f"SELECT sha256, event, occurrence FROM links WHERE sha256 IN {chosen}", [found])
    return (
        [(from_stored(x["record"]), x["text"]) for x in rows],
        Joined({x["sha256"]: x["first"] for x in copies}, {(x["sha256"], x["event"]): x["occurrence"] for x in links}),
    )
