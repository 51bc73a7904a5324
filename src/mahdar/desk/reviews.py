"""What reviewers say of events and statements: a log that is only added to, apart from what the coder wrote.

A review is of a place in a text, known by the text's SHA-256, the span and the type: so it holds when the text is coded
again. The latest review of a place counts, whoever wrote it; `withdraw` takes back what was said before.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Any, Final, Literal, NamedTuple

import msgspec
from msgspec import Struct
from sqlalchemy import Column, DateTime, Engine, Integer, String, Table, Text, select

from mahdar.desk.store import METADATA
from mahdar.record.types import Form, Status

Kind = Literal["event", "statement", "article"]
Verdict = Literal["accept", "reject", "correct", "add", "complete", "withdraw"]
Place = tuple[str, str, int, int, str]  # sha256, kind, start, end, type

REASON: Final = 2_000  # characters of a reason
AUTHOR: Final = 200

_REVIEWS: Final = Table(
    "reviews",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("sha256", String(64), nullable=False, index=True),
    Column("doc", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("type", String(32), nullable=False),
    Column("verdict", String(16), nullable=False),
    Column("told", Text),
    Column("coded", Text),
    Column("reason", Text, nullable=False),
    Column("author", String(AUTHOR), nullable=False, index=True),
    Column("at", DateTime, nullable=False),
    Column("coder", Text, nullable=False),
)


class Part(Struct, frozen=True, forbid_unknown_fields=True):
    """A party as a reviewer names it. `start`, `end`: a mention of it in the text, both 0 where there is none."""

    code: str | None
    sector: str | None = None
    name: str = ""
    start: int = 0
    end: int = 0


class ToldEvent(Struct, frozen=True, forbid_unknown_fields=True):
    """An event, free of the ids of a record. `by`: who vouches for it, None for the article itself; `context`: None
    leaves the coder's.
    """

    type: str
    mode: str | None
    status: Status
    actor: list[Part]
    recipient: list[Part]
    by: Part | None
    start: int
    end: int
    date: tuple[str, str] | None = None
    place: str | None = None
    context: list[str] | None = None


class ToldStatement(Struct, frozen=True, forbid_unknown_fields=True):
    """A statement, free of the ids of a record. `cue`: the span of the cue; `start`, `end`: of the content;
    `co_speakers`: None leaves the coder's.
    """

    speaker: Part | None
    cue: tuple[int, int]
    start: int
    end: int
    form: Form
    relay: list[Part] = []
    co_speakers: list[Part] | None = None


class Review(Struct, frozen=True, kw_only=True):
    """What somebody said of a place. `told`: as it should be; `coded`: as the coder had it; `at`: UTC."""

    id: int = 0
    sha256: str
    doc: str
    kind: Kind
    start: int = 0
    end: int = 0
    type: str = ""
    verdict: Verdict
    told: ToldEvent | ToldStatement | None = None
    coded: ToldEvent | ToldStatement | None = None
    reason: str = ""
    author: str
    at: dt.datetime
    coder: str

    @property
    def place(self) -> Place:
        """What the review is of."""
        return self.sha256, self.kind, self.start, self.end, self.type


def add(database: Engine, review: Review) -> int:
    """Write a review into the log; returns its number."""
    row = {
        **{k: getattr(review, k) for k in Review.__struct_fields__ if k not in ("id", "told", "coded")},
        "told": _json(review.told),
        "coded": _json(review.coded),
    }
    with database.begin() as db:
        written = db.execute(_REVIEWS.insert().values(**row)).inserted_primary_key
    return int(written[0]) if written else 0


def read(database: Engine, sha256: str | None = None) -> list[Review]:
    """The log, of one text or of all, in the order in which it was written."""
    asked = select(_REVIEWS).order_by(_REVIEWS.c.id)
    if sha256 is not None:
        asked = asked.where(_REVIEWS.c.sha256 == sha256)
    with database.connect() as db:
        return [_review(dict(row)) for row in db.execute(asked).mappings()]


def latest(database: Engine) -> int:
    """The number of the last review; 0 where there is none."""
    with database.connect() as db:
        row = db.execute(select(_REVIEWS.c.id).order_by(_REVIEWS.c.id.desc()).limit(1)).first()
    return int(row[0]) if row else 0


def _json(value: ToldEvent | ToldStatement | None) -> str | None:
    return None if value is None else msgspec.json.encode(value).decode("utf-8")


def _review(row: dict[str, Any]) -> Review:
    form: type[ToldEvent] | type[ToldStatement] = ToldStatement if row["kind"] == "statement" else ToldEvent
    for key in ("told", "coded"):
        row[key] = None if row[key] is None else msgspec.json.decode(row[key], type=form)
    return Review(**row)


def standing(log: Iterable[Review], author: str | None = None) -> dict[Place, Review]:
    """The review that counts for each place, those of one author alone where one is named; in the order of the log."""
    out: dict[Place, Review] = {}
    for r in log:
        if author is None or r.author == author:
            out.pop(r.place, None)
            if r.verdict != "withdraw":
                out[r.place] = r
    return out


class Agreement(NamedTuple):
    """How far two reviewers agree on what both judged: shares of 1, and Cohen's kappa, None where chance alone would
    give the same.

    `judged`: events and statements; `right`: on whether they are right or to be rejected; `typed`: events that neither
    rejects; `type`: on their type.
    """

    one: str
    other: str
    judged: int
    right: float
    right_kappa: float | None
    typed: int
    type: float | None
    type_kappa: float | None


def agreement(log: Sequence[Review]) -> list[Agreement]:
    """The agreement of each two reviewers who judged the same, those with most in common first."""
    of = {a: standing(log, a) for a in sorted({r.author for r in log})}
    out = []
    for one, other in combinations(of, 2):
        both = [(of[one][p], of[other][p]) for p in of[one] if p in of[other] and p[1] != "article"]
        if not both:
            continue
        right = [(a.verdict != "reject", b.verdict != "reject") for a, b in both]
        types = [
            (_type(a), _type(b))
            for a, b in both
            if a.kind == "event" and a.verdict != "reject" and b.verdict != "reject"
        ]
        out.append(
            Agreement(
                one,
                other,
                len(both),
                _same(right),
                kappa(right),
                len(types),
                _same(types) if types else None,
                kappa(types) if types else None,
            )
        )
    return sorted(out, key=lambda a: (-a.judged, a.one, a.other))


def _type(r: Review) -> str:
    return r.told.type if isinstance(r.told, ToldEvent) else r.type


def _same(pairs: Sequence[tuple[Any, Any]]) -> float:
    return sum(bool(a == b) for a, b in pairs) / len(pairs)


def kappa(pairs: Sequence[tuple[Any, Any]]) -> float | None:
    """Cohen's kappa: agreement beyond what the two shares of each answer would give by chance; None where both gave one
    and the same answer throughout.
    """
    n = len(pairs)
    values = {x for pair in pairs for x in pair}
    ones: Mapping[Any, int] = {v: sum(a == v for a, _ in pairs) for v in values}
    others: Mapping[Any, int] = {v: sum(b == v for _, b in pairs) for v in values}
    chance = sum(ones[v] * others[v] for v in values) / (n * n)
    return None if chance == 1 else (_same(pairs) - chance) / (1 - chance)


def now() -> dt.datetime:
    """The time of a review: UTC, to the second."""
    return dt.datetime.now(dt.UTC).replace(tzinfo=None, microsecond=0)
