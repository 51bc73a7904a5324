"""Coded articles in one DuckDB file: added once, superseded by a newer coder, asked in SQL or by ready questions."""

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import duckdb
import pyarrow as pa

from mahdar.archive import questions
from mahdar.archive.linking import in_one, link
from mahdar.archive.schema import COUNTED, OWN, TABLE_COLUMNS, VERSION, dyad_rows, sides, statements
from mahdar.errors import InputError
from mahdar.export.arrow import table
from mahdar.export.flat import TABLES
from mahdar.files import Closing
from mahdar.record.types import Coder, Record
from mahdar.record.write import from_json, to_json
from mahdar.text.fold import searched

_MEMORY: Final = ":memory:"  # what DuckDB calls a database that is no file
_BATCH: Final = 2_000  # articles of one transaction
# What DuckDB raises where a file cannot be written, or memory or temporary space is short.
_UNWRITTEN: Final = (
    duckdb.IOException,
    duckdb.FatalException,
    duckdb.OutOfMemoryException,
    duckdb.TransactionException,
)


class Added(NamedTuple):
    """What became of articles: new ones, coded anew by another coder, met before; events now theirs."""

    new: int = 0
    superseded: int = 0
    known: int = 0
    events: int = 0

    def plus(self, other: "Added") -> "Added":
        """Both together."""
        return Added(*(a + b for a, b in zip(self, other, strict=True)))


class Met(NamedTuple):
    """Where a text was met, and the coder whose record of it the archive holds or gets. `published`: an ISO date."""

    sha256: str
    doc: str
    url: str | None
    publisher: str | None
    published: str | None
    coder: Coder


class Archive(Closing):
    """One DuckDB file. Open for reading, several programs may share it; for writing, one.

    Raises:
        InputError: no such file, no archive, an archive of another version, or one that is being written.
    """

    def __init__(self, path: str | Path, *, read_only: bool = False) -> None:
        self.path = Path(path)
        kept = str(path) != _MEMORY
        if kept and not self.path.exists():
            if read_only:
                mend = "Make one: mahdar archive add --archive FILE ARTICLES."
                raise InputError("no such archive.", str(path), mend, "no-archive")
            self._make()
        try:
            self.db = duckdb.connect(str(self.path), read_only=read_only)
        except duckdb.Error as error:
            raise InputError(
                f"cannot open: {_first(error)}", str(path), "Name an archive that nobody writes.", "closed-archive"
            ) from error
        # What an article or a query says reaches no file and no network.
        self.db.execute("SET enable_external_access = false")
        if not kept:
            _fill_empty(self.db)
        self._check()

    def _make(self) -> None:
        """An empty archive, made beside its place, so that no kill and no full disk leaves one that cannot be read."""
        part = self.path.with_name(f"{self.path.name}.{os.getpid()}.part")
        try:
            with duckdb.connect(str(part)) as db:
                _fill_empty(db)
            part.replace(self.path)
        except duckdb.Error as error:
            raise self._unwritten(error) from error
        finally:
            part.unlink(missing_ok=True)
            part.with_name(f"{part.name}.wal").unlink(missing_ok=True)

    def _unwritten(self, error: duckdb.Error) -> InputError:
        """What to tell of a file that cannot be written, most often for want of room; what was kept before is whole."""
        why = _first(error).rpartition(": ")[2]
        return InputError(
            f"cannot write: {why}.", str(self.path), "Make room, or name another file, and run it again: it goes on."
        )

    @contextmanager
    def _in_one(self) -> Iterator[None]:
        """All that is done within is kept, or nothing.

        Raises:
            InputError: there is no room for it.
        """
        try:
            with in_one(self.db):
                yield
        except _UNWRITTEN as error:
            raise self._unwritten(error) from error

    def _check(self) -> None:
        try:
            found = self.db.execute("SELECT value FROM meta WHERE key = 'schema'").fetchall()
        except duckdb.Error as error:
            self.db.close()
            raise InputError(
                "not an archive of mahdar.", str(self.path), "Name one, or a new file.", "other-file"
            ) from error
        if found != [(VERSION,)]:
            self.db.close()
            told = found[0][0] if found else "?"
            raise InputError(
                f"an archive of version {told}, not {VERSION}.",
                str(self.path),
                "Make a new one from the articles: mahdar archive add --archive NEW ARTICLES.",
                "old-archive",
                version=told,
            )

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    # -- adding -----------------------------------------------------------------------------------

    def known(self, texts: Sequence[str], coder: Coder) -> set[str]:
        """Which of the texts, given by SHA-256, are here as coded by this coder: they need no coding again."""
        here = self._coders(texts)
        return {sha256 for sha256, told in here.items() if told == _told(coder)}

    def _coders(self, texts: Sequence[str]) -> dict[str, str]:
        """Of the texts that are here, by SHA-256, which coder's record is current."""
        return dict(
            self.db.execute(
                "SELECT sha256, coder FROM all_articles JOIN runs USING (run) WHERE current AND sha256 IN"
                " (SELECT unnest(?))",
                [texts],
            ).fetchall()
        )

    def add(self, coded: Iterable[tuple[Record, str] | Met]) -> Added:
        """Add records and the texts that they are of; the same text as coded before is only noted as met again. Of a
        text that is `known`, where it was met is enough.

        All of a batch are in the file, or none. What another version of the coder wrote is superseded, and kept
        until `prune`.
        """
        done = Added()
        batch: list[tuple[Record, str] | Met] = []
        for one in coded:
            batch.append(one)
            if len(batch) == _BATCH:
                done = done.plus(self._add(batch))
                batch = []
        return done.plus(self._add(batch)) if batch else done

    def _add(self, batch: Sequence[tuple[Record, str] | Met]) -> Added:
        met = [one if isinstance(one, Met) else _met(one[0]) for one in batch]
        known = self._coders(sorted({m.sha256 for m in met}))
        fresh: dict[str, tuple[Record, str]] = {}
        for one, m in zip(batch, met, strict=True):
            if not isinstance(one, Met) and known.get(m.sha256) != _told(m.coder):
                fresh.setdefault(m.sha256, one)
        old = sorted(known.keys() & fresh.keys())
        with self._in_one():
            runs = {told: self._run(told) for told in sorted({_told(m.coder) for m in met})}
            for name in TABLE_COLUMNS if old else ():
                self.db.execute(f"UPDATE all_{name} SET current = false WHERE sha256 IN (SELECT unnest(?))", [old])
            for told, run in runs.items():
                mine = [pair for pair in fresh.values() if _told(pair[0].coder) == told]
                for name, rows in _tables(mine, self._lines()):
                    self._fill(name, rows, run)
            self._meet(met, runs)
        events = sum(len(record.events) for record, _ in fresh.values())
        return Added(len(fresh) - len(old), len(old), len(batch) - len(fresh), events)

    def _run(self, told: str) -> int:
        found = self.db.execute("SELECT run FROM runs WHERE coder = ?", [told]).fetchall()
        if found:
            return int(found[0][0])
        run = int(self.db.execute("SELECT coalesce(max(run), 0) + 1 FROM runs").fetchall()[0][0])
        self.db.execute("INSERT INTO runs VALUES (?, ?, ?)", [run, told, datetime.now(UTC).replace(tzinfo=None)])
        return run

    def _lines(self) -> int:
        """The number of the last line."""
        return int(self.db.execute("SELECT coalesce(max(line), 0) FROM all_sentences").fetchall()[0][0])

    def _fill(self, name: str, rows: pa.Table, run: int) -> None:
        self.db.register("incoming", rows)
        counted = ", true AS counted" if name in COUNTED else ""
        self.db.execute(
            f"INSERT INTO all_{name} BY NAME SELECT *, {run} AS run, true AS current{counted} FROM incoming"
        )
        self.db.unregister("incoming")
        if name == "sentences":
            self._index(rows)

    def _index(self, sentences: pa.Table) -> None:
        """Note which words stand in which lines."""
        words = [
            (word, line)
            for line, told in zip(sentences["line"].to_pylist(), sentences["words"].to_pylist(), strict=True)
            for word in sorted(set(searched(told)))
        ]
        met = {
            "word": pa.array([w for w, _ in words], pa.string()),
            "line": pa.array([n for _, n in words], pa.int64()),
        }
        self.db.register("met", pa.table(met))
        self.db.execute(
            "INSERT INTO terms SELECT (SELECT coalesce(max(term), 0) FROM terms) + row_number() OVER (ORDER BY word),"
            " word FROM (SELECT DISTINCT word FROM met ANTI JOIN terms USING (word))"
        )
        # In order of terms: then a search reads little of what each batch noted.
        self.db.execute("INSERT INTO found SELECT term, line FROM met JOIN terms USING (word) ORDER BY term, line")
        self.db.unregister("met")

    def _meet(self, met: Sequence[Met], runs: dict[str, int]) -> None:
        days = [date.fromisoformat(m.published[:10]) if m.published else None for m in met]
        rows = pa.table(
            {
                "sha256": pa.array([m.sha256 for m in met], pa.string()),
                "doc": pa.array([m.doc for m in met], pa.string()),
                "url": pa.array([m.url for m in met], pa.string()),
                "publisher": pa.array([m.publisher for m in met], pa.string()),
                "published": pa.array(days, pa.date32()),
                "run": pa.array([runs[_told(m.coder)] for m in met], pa.int32()),
            }
        )
        self.db.register("met", rows)
        self.db.execute(
            "INSERT INTO sources SELECT DISTINCT ON (sha256, doc, url) * FROM met m WHERE NOT EXISTS (SELECT 1 FROM"
            " sources s WHERE s.sha256 = m.sha256 AND s.doc = m.doc AND s.url IS NOT DISTINCT FROM m.url)"
        )
        self.db.unregister("met")

    def link(self) -> tuple[int, int]:
        """Find copies of articles and events that are the same act; returns how many articles are copies or later
        versions, and how many events tell an act that another tells. Whatever was linked before, and in whatever order
        articles came, the result is the same.

        Until it is run, every event counts as an act of its own.
        """
        with self._in_one():
            link(self.db)
        copied, again = self.db.execute(
            "SELECT (SELECT count(*) FROM copies WHERE n > 0), (SELECT count(*) FROM links WHERE NOT counted)"
        ).fetchall()[0]
        return int(copied), int(again)

    def prune(self) -> int:
        """Take out what a newer coder superseded; returns the number of articles."""
        n = int(self.db.execute("SELECT count(*) FROM all_articles WHERE NOT current").fetchall()[0][0])
        with self._in_one():
            for name in TABLE_COLUMNS:
                self.db.execute(f"DELETE FROM all_{name} WHERE NOT current")
            self.db.execute("DELETE FROM found WHERE line NOT IN (SELECT line FROM all_sentences)")
            self.db.execute("DELETE FROM terms WHERE term NOT IN (SELECT term FROM found)")
        return n

    # -- asking -----------------------------------------------------------------------------------

    def query(self, sql: str, values: Sequence[Any] = ()) -> pa.Table:
        """The answer to one SQL question, which may read nothing but the archive.

        Raises:
            InputError: no valid SQL, or SQL that gives no rows.
        """
        try:
            answer = self.db.sql(sql, params=list(values) or None)
            if answer is not None:
                return answer.to_arrow_table()
        except duckdb.Error as error:
            what = f"the query cannot be answered: {_first(error)}."
            raise InputError(what, mend="docs/archive.md lists the tables.") from error
        raise InputError("the query gives no rows.", mend="Ask with SELECT.")

    def events(self, **asked: Any) -> pa.Table:
        """The events that fit, in order of time; see `mahdar.archive.questions.Asked` for what can be asked."""
        return self.query(*questions.events(questions.Asked(**asked)))

    def timeline(self, by: str = "day", *, reports: bool = False, **asked: Any) -> pa.Table:
        """How many acts there were by `day`, `week`, `month` or `year`: in all, by status, claimed, by quad class.

        An act that several articles tell counts once, or with `reports` as often as it is told.
        """
        return self.query(*questions.timeline(by, questions.Asked(**asked), reports))

    def dyad(self, one: str, other: str, by: str = "month", *, reports: bool = False) -> pa.Table:
        """What two did to each other, by `day`, `week`, `month` or `year`, each way and together; counted as above."""
        return self.query(*questions.dyad(one, other, by, reports))

    def copies(self, doc: str | None = None) -> pa.Table:
        """Copies and later versions of reports, those of each in order of time; or only of the report that an article,
        given by its id, is of.
        """
        return self.query(*questions.copies(doc))

    def records(self) -> Iterator[tuple[Record, str]]:
        """All current records with their texts, in the order of their ids and texts."""
        rows = self.db.execute(
            "SELECT r.record, a.text FROM records r JOIN articles a USING (sha256) ORDER BY a.doc, a.sha256"
        )
        while batch := rows.fetchmany(500):
            for record, text in batch:
                yield from_json(record), text

    def info(self) -> dict[str, Any]:
        """How much of what is here."""
        counts = {
            name: int(self.db.execute(f"SELECT count(*) FROM {name}").fetchall()[0][0])
            for name in ("articles", "sources", "statements", "events")
        }
        first, last = self.db.execute("SELECT min(published), max(published) FROM articles").fetchall()[0]
        superseded = self.db.execute("SELECT count(*) FROM all_articles WHERE NOT current").fetchall()[0][0]
        coders = [
            {**json.loads(told), "articles": n}
            for told, n in self.db.execute(
                "SELECT coder, count(*) FROM all_articles JOIN runs USING (run) WHERE current GROUP BY ALL ORDER BY ALL"
            ).fetchall()
        ]
        return {
            **counts,
            "published": [first.isoformat() if first else None, last.isoformat() if last else None],
            "superseded": int(superseded),
            "coders": coders,
        }


def _fill_empty(db: duckdb.DuckDBPyConnection) -> None:
    for one in statements():
        db.execute(one)


def _tables(coded: Sequence[tuple[Record, str]], lines: int) -> Iterator[tuple[str, pa.Table]]:
    """The tables of articles; `lines`: how many sentences the archive has had before."""
    if not coded:
        return
    numbers = {
        (record.doc.sha256, s.n): lines + n
        for n, (record, s) in enumerate(((r, s) for r, _ in coded for s in r.sentences), start=1)
    }
    days = {r.doc.sha256: r.doc.published[:10] if r.doc.published else None for r, _ in coded}
    for name, flat in TABLES.items():
        rows = [row for record, text in coded for row in flat.rows(record, text)]
        own = OWN.get(name, {})
        if "line" in own:
            for row in rows:
                row["line"] = numbers[row["sha256"], row["sentence"]]
        if "published" in own:
            for row in rows:
                row["published"] = days[row["sha256"]]
        if "pairs" in own:
            for row, told in zip(rows, (x for r, _ in coded for x in sides(r)), strict=True):
                row.update(told)
        yield name, table(name, rows, flat.columns | own)
    yield "dyads", table("dyads", [row for record, _ in coded for row in dyad_rows(record)], TABLE_COLUMNS["dyads"])
    records = [{"sha256": r.doc.sha256, "doc": r.doc.id, "record": to_json(r).decode("utf-8")} for r, _ in coded]
    yield "records", table("records", records, TABLE_COLUMNS["records"])


def _met(record: Record) -> Met:
    d = record.doc
    return Met(d.sha256, d.id, d.url, d.publisher, d.published, record.coder)


def _told(coder: Coder) -> str:
    """What coded, as one text that is the same for the same coder."""
    return json.dumps(
        {"name": coder.name, "version": coder.version, "packs": coder.packs, "configuration": coder.configuration},
        sort_keys=True,
    )


def _first(error: Exception) -> str:
    """The first line of what a database says."""
    return str(error).strip().split("\n")[0]
