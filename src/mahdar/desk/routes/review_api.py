"""Reviews as JSON: the log, a review more, how far reviewers agree, and gold."""

import datetime as dt
from typing import Annotated, Any

import msgspec
from fastapi import APIRouter, HTTPException, Query, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from mahdar.desk import gold, held, reviews
from mahdar.desk.judging import review_of
from mahdar.desk.reviews import Kind, Review, ToldEvent, ToldStatement, Verdict
from mahdar.desk.store import LARGEST
from mahdar.desk.who import author
from mahdar.record.types import Form, Status

router = APIRouter(prefix="/api", tags=["review"])

_SHA256 = Annotated[str, Field(pattern="^[0-9a-f]{64}$")]


class _Base(BaseModel):
    model_config = ConfigDict(extra="forbid")


class PartyTold(_Base):
    """A party. `start`, `end`: a mention of it in the text, both 0 where there is none."""

    code: str | None = Field(max_length=40)
    sector: str | None = Field(default=None, max_length=40)
    name: str = Field(default="", max_length=200)
    start: int = Field(default=0, ge=0, le=LARGEST)
    end: int = Field(default=0, ge=0, le=LARGEST)


class EventTold(_Base):
    """An event as it should be; `start`, `end`: its trigger; `by`: who vouches for it, null for the article;
    `context`: as in the codebook, null leaves those that the coder found.
    """

    type: str = Field(max_length=20)
    mode: str | None = Field(default=None, max_length=40)
    status: Status
    actor: list[PartyTold] = Field(max_length=50)
    recipient: list[PartyTold] = Field(max_length=50)
    by: PartyTold | None = None
    start: int = Field(ge=0, le=LARGEST)
    end: int = Field(ge=0, le=LARGEST)
    date: tuple[dt.date, dt.date] | None = None
    place: str | None = Field(default=None, max_length=200)
    context: list[str] | None = Field(default=None, max_length=50)


class StatementTold(_Base):
    """A statement as it should be; `start`, `end`: its content; `cue`: the span of its cue; `co_speakers`: who
    says it too, null leaves those that the coder found.
    """

    speaker: PartyTold | None = None
    cue: tuple[int, int]
    start: int = Field(ge=0, le=LARGEST)
    end: int = Field(ge=0, le=LARGEST)
    form: Form
    relay: list[PartyTold] = Field(default_factory=list, max_length=50)
    co_speakers: list[PartyTold] | None = Field(default=None, max_length=50)


class ReviewSent(_Base):
    """A review to be written.

    `target`: the id of an event or statement of the record as coded (v3, s1); null to add one, and for the article as a
    whole (`complete`). `event` or `statement`: how it should be, for `correct` and `add`.
    """

    sha256: _SHA256
    kind: Kind
    target: str | None = Field(default=None, max_length=20)
    verdict: Verdict
    reason: str = Field(default="", max_length=reviews.REASON)
    event: EventTold | None = None
    statement: StatementTold | None = None


class ReviewTold(_Base):
    """A review. `start`, `end`, `type`: the place that it is of; `told`: as it should be; `coded`: as it was coded."""

    id: int
    sha256: str
    doc: str
    kind: Kind
    start: int
    end: int
    type: str
    verdict: Verdict
    told: dict[str, Any] | None
    coded: dict[str, Any] | None
    reason: str
    author: str
    at: dt.datetime
    coder: str


class ReviewLog(_Base):
    """Reviews in the order in which they were written; `next`: pass it as `after` for more."""

    items: list[ReviewTold]
    next: int | None


class ReviewAgreement(_Base):
    """How far two reviewers agree on what both judged: shares of 1 and Cohen's kappa."""

    one: str
    other: str
    judged: int
    right: float
    right_kappa: float | None
    typed: int
    type: float | None
    type_kappa: float | None


@router.get("/reviews")
def log(
    request: Request,
    sha256: Annotated[str | None, Query(pattern="^[0-9a-f]{64}$", description="Of this text alone.")] = None,
    after: Annotated[int, Query(ge=0, le=LARGEST, description="Behind the review of this number.")] = 0,
    limit: Annotated[int, Query(ge=1, le=1000, description="How many at most.")] = 100,
) -> ReviewLog:
    """The log of reviews, of one text or of all."""
    found = [r for r in reviews.read(request.app.state.database, sha256) if r.id > after]
    return ReviewLog(items=[_told(r) for r in found[:limit]], next=found[limit - 1].id if len(found) > limit else None)


@router.get("/reviews/agreement")
def agreement(request: Request) -> list[ReviewAgreement]:
    """The agreement of each two reviewers who judged the same."""
    return [ReviewAgreement(**a._asdict()) for a in reviews.agreement(reviews.read(request.app.state.database))]


@router.get("/reviews/gold", response_class=Response, responses={200: {"content": {"application/jsonl": {}}}})
def gold_lines(
    request: Request,
    by: Annotated[str | None, Query(max_length=reviews.AUTHOR, description="Only what this reviewer said.")] = None,
    unfinished: Annotated[bool, Query(description="Also articles that nobody declared to be complete.")] = False,
) -> Response:
    """Reviewed articles as `mahdar eval` reads them, one JSON object a line."""
    made = gold.lines(held.library(request).article, reviews.read(request.app.state.database), by, unfinished)
    return Response(b"".join(made), media_type="application/jsonl")


@router.post("/review", status_code=201)
def add(request: Request, sent: ReviewSent) -> ReviewTold:
    """Write a review."""
    me = author(request)
    if me is None:
        raise HTTPException(403)
    record, _ = held.article(request, sent.sha256)
    given = sent.event if sent.kind == "event" else sent.statement if sent.kind == "statement" else None
    form: type[ToldEvent] | type[ToldStatement] = ToldEvent if sent.kind == "event" else ToldStatement
    told = None if given is None else msgspec.convert(given.model_dump(mode="json"), type=form)
    made = review_of(record, sent.kind, sent.target, sent.verdict, told, sent.reason.strip(), me)
    number = reviews.add(request.app.state.database, made)
    return _told(msgspec.structs.replace(made, id=number))


def _told(r: Review) -> ReviewTold:
    return ReviewTold.model_validate(msgspec.to_builtins(r))
