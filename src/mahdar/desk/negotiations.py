"""Dossiers over the archive as readers ask for them; the last few are kept, since their pages are asked one by one."""

import datetime as dt
import threading
from collections import OrderedDict
from collections.abc import Mapping
from typing import Any, Final, NamedTuple

from fastapi import Request

from mahdar.desk import reviews
from mahdar.desk.corrected import corrected
from mahdar.desk.library import Library
from mahdar.dossier import Dossier, dossier
from mahdar.dossier.archived import archived
from mahdar.dossier.types import Meeting, Position
from mahdar.errors import InputError
from mahdar.language.pack import pack
from mahdar.record.types import Record
from mahdar.views.days import day

MOST: Final = 1_000  # articles of a dossier
_KEPT: Final = 6
_CHOICES: Final = 60  # parties that are suggested


class Asked(NamedTuple):
    """What a dossier is about; see `mahdar.dossier.dossier`."""

    about: tuple[str, ...] = ()
    issue: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None

    def query(self) -> dict[str, str]:
        """The same as the query of an address."""
        told = {"about": ",".join(self.about), "issue": self.issue, "from": self.since, "to": self.until}
        return {k: str(v) for k, v in told.items() if v}


class Kept(NamedTuple):
    """A dossier with the articles that it is made of: document id -> record and text."""

    dossier: Dossier
    texts: Mapping[str, tuple[Record, str]]
    positions: Mapping[str, Position]
    meetings: Mapping[str, Meeting]


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


def _as_asked(error: InputError, wanted: Asked) -> InputError:
    """Why there is no such dossier, named as its form does: the option of the command line is no word of a page."""
    code = {"--issue": "issue", "--about": "no-act"}.get(error.where, "no-acts")
    known = error.mend.partition(": ")[2].rstrip(".")
    return InputError(error.what, "", error.mend, code, issue=wanted.issue, about=", ".join(wanted.about), known=known)


class Dossiers:
    """Makes dossiers, one at a time, and keeps the last."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock, self._making = threading.Lock(), threading.Lock()
        self._kept: OrderedDict[Any, Kept] = OrderedDict()
        self._parties: tuple[int, list[tuple[str, int]]] = (0, [])

    def get(self, request: Request, wanted: Asked) -> Kept:
        """The dossier that is asked for, over the archive and the reviews as they are now.

        Raises:
            InputError: nothing of that in the archive, no such issue, or too many articles.
        """
        database = request.app.state.database
        key = (self._library.path.stat().st_mtime_ns, reviews.latest(database), wanted)
        found = self._known(key)
        if found is not None:
            return found
        with self._making:  # one at a time; who waited may find it made
            found = self._known(key) or self._made(wanted, reviews.read(database))
        with self._lock:
            self._kept[key] = found
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        return found

    def _known(self, key: Any) -> Kept | None:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def _made(self, wanted: Asked, log: list[reviews.Review]) -> Kept:
        of: dict[str, list[reviews.Review]] = {}
        for review in log:
            of.setdefault(review.sha256, []).append(review)
        try:
            articles, joined = archived(
                self._library.ask, self._library.path.name, wanted.about, wanted.since, wanted.until, MOST
            )
        except InputError as error:
            raise _as_asked(error, wanted) from error
        articles = [
            (corrected(record, of[record.doc.sha256]).record if record.doc.sha256 in of else record, text)
            for record, text in articles
        ]
        try:
            made = dossier(articles, joined=joined, **wanted._asdict())
        except InputError as error:
            raise _as_asked(error, wanted) from error
        by_sha = {record.doc.sha256: (record, text) for record, text in articles}
        return Kept(
            made,
            {d.id: by_sha[d.sha256] for d in made.documents},
            {p.id: p for p in made.positions},
            {m.id: m for m in made.meetings},
        )

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
