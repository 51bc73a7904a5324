"""What the views ask the archive, as SQL with its values.

They read the tables beneath the archive's views, for the columns that those leave out: `line` (search, order),
`parties`, `pairs` and `faces` (see `mahdar.archive.schema`). An act that several tell is asked for by the event that
counts.
"""

from datetime import date
from typing import Any, Final, Literal

from mahdar.desk.filters import ARTICLE, Filters
from mahdar.text.fold import searched

Question = tuple[str, list[Any]]
Step = Literal["day", "week", "month"]

PAGE: Final = 40  # acts or statements of a page
USUAL: Final = 28  # days that a day is compared with
_WHOLE: Final = 3  # letters from which a word is also looked for within others
_SHOWN: Final = (
    "sha256, event, doc, type, mode, status, actor, actor_name, recipient, recipient_name, date_from, date_to,"
    ' published, place, "by", by_name, statement, confidence, words, trigger, line'
)
# One of three: what reading a chart takes in at once.
CLASS: Final = (
    "CASE WHEN status <> 'occurred' THEN status WHEN quad LIKE '%cooperation' THEN 'cooperation' ELSE 'conflict' END"
)


def day(f: Filters) -> str:
    """The day by which acts are asked for and counted: their first, else that of the report; or always the latter."""
    return "published" if f.reported else "coalesce(date_from, published)"


# -- conditions ---------------------------------------------------------------------------------------------------


class _Tests:
    def __init__(self, *given: str) -> None:
        self.tests: list[str] = list(given)
        self.values: list[Any] = []

    def add(self, sql: str, *values: Any) -> None:
        self.tests.append(sql)
        self.values.extend(values)

    def of(self, f: Filters) -> None:
        """What acts and statements are asked for in the same way."""
        for column, value in (("lang", f.lang), ("publisher", f.outlet)):
            if value:
                self.add(f"sha256 IN (SELECT sha256 FROM all_articles WHERE current AND {column} = ?)", value)
        words = searched(f.words)
        if words:
            tests = ("contains(word, ?)" if len(w) >= _WHOLE else "word = ?" for w in words)
            lines = " INTERSECT ".join(
                f"SELECT line FROM found WHERE term IN (SELECT term FROM terms WHERE {test})" for test in tests
            )
            self.add(f"line IN ({lines})", *words)

    @property
    def where(self) -> str:
        return f" WHERE {' AND '.join(self.tests)}"


def _acts(f: Filters, counted: bool = True, dated: bool = True) -> _Tests:
    """The acts that fit; all reports of them where not `counted`, of all days where not `dated`."""
    t = _Tests("current", *(["counted"] if counted else []))
    if dated and f.since:
        t.add(f"{day(f)} >= ?", f.since)
    if dated and f.until:
        t.add(f"{day(f)} <= ?", f.until)
    for column, several in (("type", f.type), ("status", f.status)):
        if several:
            t.add(f"{column} IN ({', '.join('?' * len(several))})", *several)
    if f.says:
        t.add("statement IS NULL") if f.says == ARTICLE else t.add('"by" = ?', f.says)
    if f.place:
        t.add("(place = ? OR place_code = ?)", f.place, f.place)
    if f.least is not None:
        t.add("confidence >= ?", f.least)
    if f.party:
        tests, values = zip(*map(_takes_part, f.party), strict=True)
        t.add(f"({' OR '.join(tests)})", *(v for some in values for v in some))
    for party in f.also:
        test, one = _takes_part(party)
        t.add(test, *one)
    for column, party in (("actor", f.actor), ("recipient", f.recipient)):
        if party:
            t.add(f"list_contains({column}, ?)", party)
    if f.between:
        t.add(f"list_contains({'faces' if ':' in f.between else 'pairs'}, ?)", f.between)
    t.of(f)
    return t


def _takes_part(party: str) -> Question:
    code, _, name = party.partition(":")
    if not name:
        return "list_contains(parties, ?)", [code]
    test = "(list_contains(parties, ?) AND (list_contains(actor_name, ?) OR list_contains(recipient_name, ?)))"
    return test, [code, name, name]


def _said(f: Filters, dated: bool = True) -> _Tests:
    """The statements that fit; what only acts have is asked of the acts told in them."""
    t = _Tests("current")
    if dated and f.since:
        t.add("published >= ?", f.since)
    if dated and f.until:
        t.add("published <= ?", f.until)
    if f.says and f.says != ARTICLE:
        t.add("speaker = ?", f.says)
    if f.party:
        codes = [p.partition(":")[0] for p in f.party]
        t.add(
            f"({' OR '.join('speaker = ? OR list_contains(addressee, ?)' for _ in codes)})",
            *(c for c in codes for _ in "12"),
        )
    if f.of_acts:
        acts = _acts(f._replace(says="", party=(), words="", lang="", outlet=""), counted=False, dated=False)
        t.add(f"(sha256, statement) IN (SELECT (sha256, statement) FROM all_events{acts.where})", *acts.values)
    t.of(f)
    return t


# -- the feed -----------------------------------------------------------------------------------------------------


def acts(f: Filters, limit: int = PAGE, offset: int = 0) -> Question:
    """The acts that fit, those last reported first; `total`: how many fit."""
    t = _acts(f)
    # First the rows alone, then what they hold: most of it is long.
    return (
        f"{_hits('events', t.where, f)} SELECT {_SHOWN}, (SELECT count(*) FROM hits) AS total FROM all_events"
        f" WHERE rowid IN (SELECT row FROM hits ORDER BY {_NEWEST} LIMIT ? OFFSET ?)"
        " ORDER BY published DESC NULLS LAST, line DESC, event DESC",
        [*t.values, limit, offset],
    )


def statements(f: Filters, limit: int = PAGE, offset: int = 0) -> Question:
    """The statements that fit, the newest first; `total`: how many fit."""
    t = _said(f)
    return (
        f"{_hits('statements', t.where, f)} SELECT s.sha256, s.doc, s.statement, s.speaker, s.speaker_name, s.relay,"
        " s.addressee, s.form, s.cue, s.words, s.published, s.line, a.publisher, a.title, (SELECT count(*) FROM hits)"
        " AS total FROM (SELECT * FROM all_statements WHERE rowid IN (SELECT row FROM hits ORDER BY"
        f" {_NEWEST} LIMIT ? OFFSET ?)) s JOIN all_articles a ON a.sha256 = s.sha256 AND a.current"
        " ORDER BY s.published DESC NULLS LAST, s.line DESC, s.statement DESC",
        [*t.values, limit, offset],
    )


_NEWEST: Final = "published DESC NULLS LAST, line DESC, id DESC"


def _hits(table: str, where: str, f: Filters) -> str:
    """The rows that fit. What takes long to find is found once, the rest again for each use, which is quicker."""
    once = "MATERIALIZED" if f.words or f.lang or f.outlet else "NOT MATERIALIZED"
    id = "event" if table == "events" else "statement"
    return f"WITH hits AS {once} (SELECT rowid AS row, published, line, {id} AS id FROM all_{table}{where})"


def newer(f: Filters, line: int, of: str = "acts") -> Question:
    """How many of those that fit came after a line."""
    t = _acts(f) if of == "acts" else _said(f)
    table = "events" if of == "acts" else "statements"
    return f"SELECT count(*) AS n FROM all_{table}{t.where} AND line > ?", [*t.values, line]


def told_by(acts: list[str]) -> Question:
    """The reports of some acts, named as `occurrence_name` does: a row a report, in order of time."""
    return (
        "SELECT l.occurrence, l.sha256, l.event, a.published, a.title, a.publisher, coalesce(c.first, l.sha256) AS"
        " report FROM (SELECT * FROM links WHERE occurrence IN (SELECT unnest(?))) l"
        " JOIN all_articles a ON a.sha256 = l.sha256 AND a.current"
        " LEFT JOIN copies c ON c.sha256 = l.sha256 ORDER BY a.published NULLS LAST, l.sha256, l.event",
        [acts],
    )


def sources(articles: list[str]) -> Question:
    """The outlets and titles of articles."""
    return (
        "SELECT sha256, title, publisher, lang FROM all_articles WHERE current AND sha256 IN (SELECT unnest(?))",
        [articles],
    )


def by_day(f: Filters, last: date) -> Question:
    """How many acts that fit were reported on each of `USUAL` days to the `last`, and each type of the last day and of
    all days before it.
    """
    t = _acts(f, dated=False)
    return (
        f"SELECT published AS day, type, count(*) AS n FROM all_events{t.where} AND published BETWEEN ?::DATE - {USUAL}"
        " AND ? GROUP BY ALL",
        [*t.values, last, last],
    )


# -- what there is to choose from -----------------------------------------------------------------------------------

EXTENT: Final = (
    "SELECT min(published) AS first, max(published) AS last, (SELECT coalesce(max(line), 0) FROM all_sentences) AS"
    " line, count(*) AS articles FROM all_articles WHERE current"
)
OUTLETS: Final = (
    "SELECT publisher, count(*) AS n FROM all_articles WHERE current AND publisher IS NOT NULL GROUP BY ALL"
    " ORDER BY n DESC, publisher LIMIT 200"
)
LANGUAGES: Final = (
    "SELECT lang, count(*) AS n FROM all_articles WHERE current GROUP BY ALL ORDER BY n DESC, lang LIMIT 20"
)
PLACES: Final = (
    "SELECT place, count(*) AS n FROM all_events WHERE current AND counted AND place IS NOT NULL GROUP BY ALL"
    " ORDER BY n DESC, place LIMIT 200"
)


def parties(f: Filters, limit: int) -> Question:
    """The parties that take part in most acts that fit."""
    t = _acts(f)
    return (
        f"SELECT party, count(*) AS n FROM (SELECT unnest(parties) AS party FROM all_events{t.where})"
        " WHERE party <> 'UNK' GROUP BY party ORDER BY n DESC, party LIMIT ?",
        [*t.values, limit],
    )


# -- charts ---------------------------------------------------------------------------------------------------------


def lanes(f: Filters, parties: list[str], step: Step) -> Question:
    """How many acts each of some parties took part in, by period and class."""
    t = _acts(f)
    return (
        f"SELECT party, date_trunc('{step}', day)::DATE AS period, class, count(*) AS n FROM (SELECT unnest(parties) AS"
        f" party, {day(f)} AS day, {CLASS} AS class FROM all_events{t.where}) WHERE party IN (SELECT unnest(?))"
        " AND day IS NOT NULL GROUP BY ALL",
        [*t.values, parties],
    )


def spoken(f: Filters, parties: list[str], step: Step) -> Question:
    """How many statements of each of some parties were reported, by period."""
    t = _said(f._replace(party=()))
    return (
        f"SELECT speaker AS party, date_trunc('{step}', published)::DATE AS period, count(*) AS n FROM"
        f" all_statements{t.where} AND speaker IN (SELECT unnest(?)) AND published IS NOT NULL GROUP BY ALL",
        [*t.values, parties],
    )


def edges(f: Filters, faces: bool, limit: int) -> Question:
    """The pairs with most acts between them, and what of them was cooperation and conflict."""
    t = _acts(f)
    return (
        "SELECT pair, count(*) AS n, count(*) FILTER (class = 'cooperation') AS cooperation,"
        " count(*) FILTER (class = 'conflict') AS conflict FROM (SELECT"
        f" unnest({'faces' if faces else 'pairs'}) AS pair, {CLASS} AS class FROM all_events{t.where})"
        " WHERE pair NOT LIKE 'UNK|%' AND pair NOT LIKE '%|UNK' GROUP BY pair ORDER BY n DESC, pair LIMIT ?",
        [*t.values, limit],
    )


def by_state(f: Filters, of: str) -> Question:
    """How many acts took place in each state, or, `of` "party", were done by or to it."""
    t = _acts(f)
    if of == "party":
        return (
            f"SELECT code, count(*) AS n FROM (SELECT unnest(parties) AS code FROM all_events{t.where}) GROUP BY code",
            t.values,
        )
    return f"SELECT place_code AS code, count(*) AS n FROM all_events{t.where} GROUP BY place_code", t.values


def places(f: Filters, limit: int) -> Question:
    """The places by name in which most acts that fit took place."""
    t = _acts(f)
    return (
        f"SELECT place, min(place_code) AS code, count(*) AS n FROM all_events{t.where} AND place IS NOT NULL"
        " GROUP BY place ORDER BY n DESC, place LIMIT ?",
        [*t.values, limit],
    )


def kinds(f: Filters) -> Question:
    """How many acts there are of each type and status, and how many of them on somebody's word."""
    t = _acts(f)
    return (
        "SELECT type, status, count(*) AS n, count(*) FILTER (statement IS NOT NULL) AS claimed FROM"
        f" all_events{t.where} GROUP BY ALL",
        t.values,
    )


def series(f: Filters, step: Step) -> Question:
    """What was done by period: by class, on somebody's word, and the mean PLOVER score of what occurred."""
    t = _acts(f)
    return (
        f"SELECT date_trunc('{step}', day)::DATE AS period, count(*) AS n,"
        " count(*) FILTER (class = 'cooperation') AS cooperation, count(*) FILTER (class = 'conflict') AS conflict,"
        " count(*) FILTER (class = 'planned') AS planned, count(*) FILTER (class = 'possible') AS possible,"
        " count(*) FILTER (class = 'negated') AS negated, count(*) FILTER (claimed) AS claimed,"
        " round(avg(scale) FILTER (status = 'occurred'), 2) AS scale FROM (SELECT"
        f" {day(f)} AS day, {CLASS} AS class, status, scale, statement IS NOT NULL AS claimed FROM all_events{t.where})"
        " WHERE day IS NOT NULL GROUP BY period ORDER BY period",
        t.values,
    )


def strongest(f: Filters, worse: bool, limit: int) -> Question:
    """The acts that occurred and tell most of a turn: of the lowest score where it is one for the worse."""
    t = _acts(f._replace(status=("occurred",)))
    order = f"scale {'ASC' if worse else 'DESC'}, published, line, event"
    return (
        f"SELECT {_SHOWN} FROM all_events WHERE rowid IN (SELECT rowid FROM all_events{t.where} ORDER BY {order}"
        f" LIMIT ?) ORDER BY {order}",
        [*t.values, limit],
    )


def occurrence_name(sha256: str, event: str) -> str:
    """The name of the act that a counted event stands for."""
    return f"{sha256[:16]}-{event}"
