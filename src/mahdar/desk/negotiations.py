"""Dossiers over the archive as readers ask for them; the last few are kept, since their pages are asked one by one."""

import threading
import time
from collections import OrderedDict
from collections.abc import Mapping
from typing import Final, NamedTuple

from fastapi import Request

from mahdar.desk import making, reviews
from mahdar.desk.coders import Full
from mahdar.desk.library import Library
from mahdar.desk.making import Asked, Job, Maker, with_reviews
from mahdar.desk.refusals import Refused
from mahdar.dossier import Dossier
from mahdar.dossier.types import Meeting, Position
from mahdar.errors import InputError
from mahdar.language.pack import pack
from mahdar.record.types import Record
from mahdar.record.write import from_stored
from mahdar.views.days import day

_KEPT: Final = 6
PATIENCE: Final = 2.0  # seconds that a page waits for a dossier
LONG: Final = 25.0  # and a file or a program
_CHOICES: Final = 60  # parties that are suggested


class Kept(NamedTuple):
    """A dossier with its positions and meetings by id. `older`: whether the archive or its reviews have changed since,
    and it is being made anew.
    """

    dossier: Dossier
    positions: Mapping[str, Position]
    meetings: Mapping[str, Meeting]
    older: bool = False


class Making(Exception):
    """A dossier is being made. `articles`: of how many, 0 where that is not known yet; `seconds`: for how long."""

    def __init__(self, articles: int, seconds: float) -> None:
        super().__init__(articles, seconds)
        self.articles, self.seconds = articles, seconds


def asked(values: Mapping[str, str]) -> Asked:
    """What the query of an address asks for.

    Raises:
        InputError: a day that is none.
    """
    about = dict.fromkeys(code for x in values.get("about", "").replace("،", ",").split(",") if (code := _code(x)))
    issue = " ".join(values.get("issue", "").split())[:200] or None
    return Asked(tuple(about)[:20], issue, day(values.get("from", ""), "from"), day(values.get("to", ""), "to"))


def _code(told: str) -> str:
    """The code of a party that is told by it, or by the name of a state."""
    told = told.strip()[:40]
    if told.upper() in pack("ar").states:
        return told.upper()
    named = (s.code for s in pack("ar").states.values() if told.casefold() in (s.ar, s.en.casefold()))
    return next(named, told.upper())


class _Entry(NamedTuple):
    """A dossier as it was asked for last. `state`: of archive and reviews then; `before`: as it was made before."""

    state: tuple[int, int]
    job: Job
    before: Kept | None


def _kept(made: Dossier) -> Kept:
    return Kept(made, {p.id: p for p in made.positions}, {m.id: m for m in made.meetings})


def _last(entry: _Entry | None) -> Kept | None:
    """What is there of a dossier while it is made anew."""
    if entry is None:
        return None
    made = entry.job.made
    return _kept(made.result()) if made.done() and made.exception() is None else entry.before


class Dossiers:
    """Has dossiers made, and keeps the last."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._maker = Maker(library.path)
        self._lock = threading.Lock()
        self._entries: OrderedDict[Asked, _Entry] = OrderedDict()
        self._parties: tuple[int, list[tuple[str, int]]] = (0, [])

    def start(self) -> None:
        """Make ready: a dossier will be asked for soon."""
        self._maker.start()

    def close(self) -> None:
        """Make no more."""
        self._maker.close()

    def get(self, request: Request, wanted: Asked, patience: float | None = None) -> Kept:
        """The dossier that is asked for, over the archive and the reviews as they are now, or were a moment ago.

        Args:
            patience: seconds to wait for it, by default what a page waits.

        Raises:
            InputError: nothing of that in the archive, no such issue, or too many articles.
            Making: it takes longer than that.
            Refused: too many others wait.
            Busy, Failed: it cannot be made now.
        """
        database = request.app.state.database
        state = self._library.path.stat().st_mtime_ns, reviews.latest(database)
        with self._lock:
            entry = self._entries.get(wanted)
            if entry is None or entry.state != state:
                try:
                    job = self._maker.submit(wanted, reviews.read(database))
                except Full:
                    raise Refused(503, "dossiers", {"Retry-After": "30"}) from None
                entry = self._entries[wanted] = _Entry(state, job, _last(entry))
            self._entries.move_to_end(wanted)
            while len(self._entries) > 1 and self._large():
                self._entries.popitem(last=False)
        if entry.before is not None and not entry.job.made.done():
            return entry.before._replace(older=True)
        try:
            error = entry.job.made.exception(PATIENCE if patience is None else patience)
        except TimeoutError:
            raise Making(entry.job.articles, time.monotonic() - entry.job.began) from None
        if error is None:
            return _kept(entry.job.made.result())
        if not isinstance(error, InputError):  # another time it may be possible
            with self._lock:
                self._entries.pop(wanted, None)
        raise error.with_traceback(None)

    def _large(self) -> bool:
        return len(self._entries) > _KEPT or sum(e.job.articles for e in self._entries.values()) > making.MOST

    def texts(self, request: Request, kept: Kept) -> dict[str, tuple[Record, str]]:
        """The articles of a dossier as reviewers have them: document id -> record and text."""
        ids = {d.sha256: d.id for d in kept.dossier.documents}
        rows = self._library.ask(
            "SELECT r.record, a.text FROM records r JOIN articles a USING (sha256) WHERE sha256 IN (SELECT unnest(?))",
            [list(ids)],
        )
        articles = [(from_stored(row["record"]), row["text"]) for row in rows]
        log = reviews.read(request.app.state.database)
        return {ids[record.doc.sha256]: (record, text) for record, text in with_reviews(articles, log)}

    def parties(self) -> list[tuple[str, int]]:
        """The parties with most acts, as codes with how many."""
        time = self._library.path.stat().st_mtime_ns
        if self._parties[0] != time:
            rows = self._library.ask(
                "SELECT code, count(*) AS n FROM (SELECT unnest(list_distinct(list_concat(actor, recipient))) AS code"
                " FROM events WHERE counted) WHERE code <> 'UNK' GROUP BY code ORDER BY n DESC, code LIMIT ?",
                [_CHOICES],
            )
            self._parties = time, [(r["code"], r["n"]) for r in rows]
        return self._parties[1]
