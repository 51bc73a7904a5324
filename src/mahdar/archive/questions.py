"""Questions that are asked often, as SQL with its values."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

from mahdar.errors import InputError

PERIODS: Final = ("day", "week", "month", "year")
Question = tuple[str, list[Any]]


class Asked(NamedTuple):
    """What events are wanted; None asks nothing. Codes as in the record; days as ISO dates, both inclusive.

    `actor`, `recipient`: a code among them; `says`: on whose word, "-" for the article's own; `since`, `until`: by the
    day of the event, else that of publication; `least`: the least confidence.
    """

    actor: str | None = None
    recipient: str | None = None
    between: tuple[str, str] | None = None
    type: str | None = None
    mode: str | None = None
    status: str | None = None
    says: str | None = None
    place: str | None = None
    since: str | None = None
    until: str | None = None
    least: float | None = None
    limit: int | None = None


_DAY: Final = "coalesce(date_from, published)"
_SHOWN: Final = (
    "status", "actor", "type", "mode", "recipient", "place", "by", "trigger", "words", "confidence", "doc", "event",
    "sentence", "start", "end", "sha256",
)  # fmt: skip
_SEVERAL: Final = ("actor", "recipient")  # codes, each once however many stand for the party
_COLUMNS: Final = f"{_DAY} AS day, " + ", ".join(
    f"list_sort(list_distinct({c})) AS {c}" if c in _SEVERAL else f'"{c}"' for c in _SHOWN
)


def events(asked: Asked) -> Question:
    """The events that fit, in order of time."""
    tests, values = where(asked)
    limit = f" LIMIT {int(asked.limit)}" if asked.limit is not None else ""
    return f'SELECT {_COLUMNS} FROM events{tests} ORDER BY day NULLS LAST, doc, "start", event{limit}', values


def timeline(by: str, asked: Asked, reports: bool = False) -> Question:
    """Counts by period of the acts that fit, or of the `reports` of them."""
    tests, values = where(asked, [] if reports else ["counted"])
    return (
        f"SELECT {_period(by, _DAY)} AS period, count(*) AS events, count(*) FILTER (status = 'planned') AS planned,"
        " count(*) FILTER (status = 'possible') AS possible, count(*) FILTER (status = 'negated') AS denied,"
        " count(*) FILTER (statement IS NOT NULL) AS claimed,"
        " count(*) FILTER (quad = 'verbal_cooperation') AS verbal_cooperation,"
        " count(*) FILTER (quad = 'material_cooperation') AS material_cooperation,"
        " count(*) FILTER (quad = 'verbal_conflict') AS verbal_conflict,"
        " count(*) FILTER (quad = 'material_conflict') AS material_conflict"
        f" FROM events{tests} GROUP BY period ORDER BY period NULLS LAST",
        values,
    )


def places(asked: Asked, reports: bool = False, limit: int = 100) -> Question:
    """The places by name in which most acts that fit took place, or `reports` of them."""
    tests, values = where(asked, ["place IS NOT NULL", *([] if reports else ["counted"])])
    return (
        f"SELECT place, place_code AS code, count(*) AS n FROM events{tests} GROUP BY ALL"
        " ORDER BY n DESC, place, code LIMIT ?",
        [*values, limit],
    )


def states(asked: Asked, reports: bool = False) -> Question:
    """Codes of states and other parties: how many acts that fit took place there as `n`, or were done by or to them as
    `part`, or `reports` of them.
    """
    tests, values = where(asked, [] if reports else ["counted"])
    return (
        "SELECT code, count(*) FILTER (here) AS n, count(*) FILTER (NOT here) AS part FROM ("
        f"SELECT place_code AS code, true AS here FROM events{tests} UNION ALL"
        f" SELECT unnest(list_distinct(list_concat(actor, recipient))), false FROM events{tests})"
        " WHERE code IS NOT NULL GROUP BY code ORDER BY n DESC, part DESC, code",
        [*values, *values],
    )


def dyad(one: str, other: str, by: str, reports: bool = False) -> Question:
    """What two did to each other, a row a period and direction: `to`, the first to the second, `from`, `both`.

    Scale (PLOVER) and Goldstein are means over what occurred, with what somebody claims in them.
    """
    return (
        f"SELECT {_period(by, 'day')} AS period,"
        " CASE WHEN mutual THEN 'both' WHEN source = $1 THEN 'to' ELSE 'from' END AS direction,"
        " count(*) FILTER (status = 'occurred') AS occurred, count(*) FILTER (status = 'planned') AS planned,"
        " count(*) FILTER (status = 'possible') AS possible, count(*) FILTER (status = 'negated') AS denied,"
        " count(*) FILTER (claimed AND status = 'occurred') AS claimed,"
        " count(*) FILTER (status = 'occurred' AND quad LIKE '%_cooperation') AS cooperation,"
        " count(*) FILTER (status = 'occurred' AND quad LIKE '%_conflict') AS conflict,"
        " round(avg(scale) FILTER (status = 'occurred'), 2) AS scale,"
        " round(avg(goldstein) FILTER (status = 'occurred'), 2) AS goldstein"
        " FROM dyads WHERE ((source = $1 AND target = $2) OR (source = $2 AND target = $1))"
        f"{'' if reports else ' AND counted'}"
        " GROUP BY ALL ORDER BY period NULLS LAST, direction",
        [one, other],
    )


def copies(doc: str | None) -> Question:
    """The articles that are one report, those of each in order of time; all of them, or those of one article."""
    mine = " WHERE c.first IN (SELECT first FROM copies JOIN articles USING (sha256) WHERE doc = ?)" if doc else ""
    return (
        "SELECT f.doc AS report, c.n, a.doc, r.record->>'$.doc.published' AS published, a.publisher, c.kind,"
        " c.superseded, round(c.share, 2) AS share, a.title, a.url, a.sha256 FROM copies c"
        " JOIN articles a USING (sha256) JOIN records r USING (sha256) JOIN articles f ON f.sha256 = c.first"
        f"{mine} ORDER BY f.published NULLS FIRST, f.sha256, c.n",
        [doc] if doc else [],
    )


def _period(by: str, day: str) -> str:
    if by not in PERIODS:
        raise InputError(f'"{by}" is no period.', "by", f"One of {', '.join(PERIODS)}.", "period", value=by)
    return f"date_trunc('{by}', {day})::DATE"


def where(asked: Asked, given: Sequence[str] = ()) -> Question:
    """What is asked as a WHERE of `events` with its values; `given`: tests more."""
    tests: list[str] = [*given]
    values: list[Any] = []

    def test(sql: str, *what: Any) -> None:
        tests.append(sql)
        values.extend(what)

    if asked.actor is not None:
        test("list_contains(actor, ?)", asked.actor)
    if asked.recipient is not None:
        test("list_contains(recipient, ?)", asked.recipient)
    if asked.between is not None:
        test("list_has_all(list_concat(actor, recipient), ?)", list(asked.between))
    for column in ("type", "mode", "status", "place"):
        value = getattr(asked, column)
        if value is not None:
            test("(place = ? OR place_code = ?)" if column == "place" else f'"{column}" = ?', value)
            values.extend([value] if column == "place" else [])
    if asked.says is not None:
        test("statement IS NULL") if asked.says == "-" else test('"by" = ?', asked.says)
    if asked.since is not None:
        test(f"coalesce(date_to, {_DAY}) >= ?::DATE", asked.since)
    if asked.until is not None:
        test(f"{_DAY} <= ?::DATE", asked.until)
    if asked.least is not None:
        test("confidence >= ?", asked.least)
    return (f" WHERE {' AND '.join(tests)}" if tests else ""), values
