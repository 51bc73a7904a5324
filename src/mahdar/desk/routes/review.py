"""The review: the queue, the bench where an article is judged, how far reviewers agree, and gold."""

from collections.abc import Sequence
from typing import Annotated, Any, Final
from urllib.parse import urlencode

import msgspec
from fastapi import APIRouter, Depends, HTTPException, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import UploadFile

from mahdar.coding.frames import TYPES
from mahdar.coding.ontology import modes
from mahdar.desk import gold, held, queue, reader, reviews
from mahdar.desk.corrected import Corrected, part, told_event, told_statement
from mahdar.desk.judging import FORMS, STATUSES, Given, contexts, review
from mahdar.desk.refusals import in_words
from mahdar.desk.reviews import Kind, Review, ToldEvent, ToldStatement
from mahdar.desk.routes.article import download, seen
from mahdar.desk.telling import Teller, Who
from mahdar.desk.web import language, page, wording
from mahdar.desk.who import author
from mahdar.errors import InputError
from mahdar.record.types import Event, Record, Statement

router = APIRouter()

REASONS: Final = ("type", "no_act", "party", "status", "by", "span", "twice", "background")
_NEAR: Final = 8  # parties that are offered at once


async def fields(request: Request) -> Given:
    """The fields of a form."""
    sent = await request.form()
    return Given({k: [x for x in sent.getlist(k) if not isinstance(x, UploadFile)] for k in sent})


@router.get("/review", response_class=HTMLResponse)
def waiting(request: Request) -> HTMLResponse:
    """The queue, and what was done."""
    asked = queue.filters(request.query_params)
    log = reviews.read(request.app.state.database)
    me = author(request)
    found = queue.rows(held.library(request), log, asked, me)
    return page(
        request, "review/queue.html", here="review", rows=found[: queue.PAGE], more=len(found) > queue.PAGE,
        asked=asked, types=sorted(TYPES), statuses=STATUSES, shows=queue.SHOWS, me=me, step=queue.PAGE,
        agreement=reviews.agreement(log), tally=_tally(log), link=lambda r: _link(r, asked),
    )  # fmt: skip


@router.get("/review/gold.jsonl")
def export(request: Request, by: str = "", all: str = "") -> Response:
    """Reviewed articles as gold for `mahdar eval`."""
    log = reviews.read(request.app.state.database)
    made = b"".join(gold.lines(held.library(request).article, log, by or None, bool(all)))
    return download(made, "application/jsonl", "gold.jsonl")


@router.get("/review/{sha256}", response_class=HTMLResponse)
def bench(request: Request, sha256: str) -> HTMLResponse:
    """An article to be judged, one event or statement at a time."""
    return _bench(request, sha256)


@router.post("/review/{sha256}", response_class=HTMLResponse)
def judge(request: Request, sha256: str, given: Annotated[Given, Depends(fields)]) -> Response:
    """Write what a reviewer says, and go on to what waits next."""
    me = author(request)
    if me is None:
        raise HTTPException(403)
    text, made, _ = seen(request, sha256, me)
    kind: Kind = "article" if given["kind"] == "article" else "statement" if given["kind"] == "statement" else "event"
    target = _target(made, kind, given["target"])
    if given["target"] and target is None:
        return _bench(request, sha256, given, InputError("not in the article any more.", code="gone"))
    before = made.marks.get(given["target"])
    if given["verdict"] == "accept" and before is not None and before.told is not None:
        return _bench(request, sha256, given, InputError("told anew already.", code="anew"))
    try:
        said = review(made.record if target is None else reader.with_rejected(made), text, kind, target, given, me)
    except InputError as error:
        return _bench(request, sha256, given, error)
    reviews.add(request.app.state.database, _at_its_place(said, before))
    return RedirectResponse(_onward(request, sha256, given, me), 303)


def _at_its_place(said: Review, before: Review | None) -> Review:
    """A review of what was judged before is of the same place, wherever a correction has moved it since."""
    if before is None:
        return said
    return msgspec.structs.replace(said, start=before.start, end=before.end, type=before.type, coded=before.coded)


def _target(made: Corrected, kind: Kind, id: str) -> Event | Statement | None:
    among: Sequence[Event | Statement] = (
        [*made.record.events, *(x for x in made.rejected if isinstance(x, Event))]
        if kind == "event"
        else [*made.record.statements, *(x for x in made.rejected if isinstance(x, Statement))]
    )
    return next((x for x in among if x.id == id), None)


def _bench(request: Request, sha256: str, given: Given | None = None, wrong: InputError | None = None) -> HTMLResponse:
    me = author(request)
    text, made, log = seen(request, sha256, me)
    shown = reader.told(request, text, made)
    asked = given or Given({k: request.query_params.getlist(k) for k in request.query_params})
    adding = asked["add"] or (asked["kind"] if given is not None and not asked["target"] else "")
    kind: Kind = "statement" if asked["statement"] or "statement" in (adding, asked["kind"]) else "event"
    wanted = asked["target"] or asked["event"] or asked["statement"] or _at(made, kind, asked)
    target = None if adding else _target(made, kind, wanted or _first_open(made))
    teller = Teller(made.record, text, language(request))
    others = [r for r in reviews.standing(r for r in log if r.author != me).values() if r.kind == kind]
    before = made.marks.get(target.id) if target else None
    told = in_words(wrong, wording(language(request))) if wrong else ""
    return page(
        request, "review/bench.html", 400 if wrong else 200, here="review", me=me, wrong=told, kind=kind,
        target=target, adding=adding in ("event", "statement"),
        form=_form(made, text, kind, target, asked, given, teller),
        card=_card(shown, target), before=before, queued=asked["from"], types=sorted(TYPES),
        modes={t: sorted(modes(t)) for t in sorted(TYPES)}, statuses=STATUSES, forms=FORMS, reasons=REASONS,
        contexts=contexts(),
        complete=made.complete, left=sum(e.id not in made.marks for e in made.record.events),
        others=[r for r in others if before is not None and r.place == before.place], **shown,
    )  # fmt: skip


def _first_open(made: Corrected) -> str:
    """The first event in the text that is not judged yet."""
    left = [e for e in made.record.events if e.id not in made.marks]
    return min(left, key=lambda e: e.trigger.start).id if left else ""


def _at(made: Corrected, kind: Kind, asked: Given) -> str:
    """What a place of the log is now: what was judged there, else what the coder has there."""
    wanted = (asked["start"], asked["end"], asked["type"])
    judged = (i for i, r in made.marks.items() if (str(r.start), str(r.end), r.type) == wanted and r.kind == kind)
    spans = (
        [(e.id, e.trigger, e.type) for e in made.record.events]
        if kind == "event"
        else [(s.id, s.content, "") for s in made.record.statements]
    )
    coded = (id for id, span, type in spans if (str(span.start), str(span.end), type) == wanted)
    return next(judged, "") or next(coded, "")


def _card(shown: dict[str, Any], target: Event | Statement | None) -> Any:
    if target is None:
        return None
    cards = shown["events"] if isinstance(target, Event) else shown["statements"]
    return next((c for c in cards if (c.event if isinstance(target, Event) else c.statement).id == target.id), None)


def _form(
    made: Corrected, text: str, kind: Kind, target: Event | Statement | None, asked: Given, given: Given | None,
    teller: Teller,
) -> dict[str, Any]:  # fmt: skip
    """What the fields of the form hold: what was sent if that was wrong, else what the target has."""
    record = reader.with_rejected(made)
    told: ToldEvent | ToldStatement | None = None
    if target is not None:
        told = told_event(record, target) if isinstance(target, Event) else told_statement(record, target)
    out: dict[str, Any] = {
        k: "" for k in (
            "type", "mode", "status", "words", "words_at", "cue", "cue_at", "form", "since", "until", "place", "reason",
            "actor_other", "recipient_other", "by_other", "relay_other", "co_other",
        )
    }  # fmt: skip
    ticked: dict[str, list[str]] = {"actor": [], "recipient": [], "by": [], "relay": [], "co": [], "context": []}
    if told is not None:
        out |= {"words": text[told.start : told.end], "words_at": told.start}
    if isinstance(told, ToldEvent) and isinstance(target, Event):
        out |= {"type": told.type, "mode": told.mode or "", "status": told.status, "place": told.place or ""}
        out |= {"since": told.date[0][:10], "until": told.date[1][:10]} if told.date else {}
        said = next((s for s in record.statements if s.id == target.statement), None)
        ticked |= {"actor": target.actor, "recipient": target.recipient, "context": target.context}
        ticked["by"] = [said.speaker] if said and said.speaker else []
    if isinstance(told, ToldStatement) and isinstance(target, Statement):
        out |= {"cue": text[slice(*told.cue)], "cue_at": told.cue[0], "form": told.form}
        ticked |= {"by": [target.speaker] if target.speaker else [], "relay": target.relay, "co": target.co_speakers}
    if given is not None:
        out |= {k: given[k] for k in out}
        ticked = {k: given.all(k) for k in ticked}
    out["sentence"] = asked["s"] or asked["sentence"] or (target.sentence if target else 0)
    at = told.start if told else record.sentences[_int(out["sentence"], len(record.sentences))].start
    out["ticked"] = ticked
    out["parties"] = _parties(record, teller, at)
    return out


def _int(told: object, most: int) -> int:
    text = str(told)
    return min(int(text), most - 1) if text.isascii() and text.isdecimal() and len(text) < 9 else 0


def _parties(record: Record, teller: Teller, at: int) -> list[Who]:
    """The parties of an article, those mentioned nearest first."""
    named = [e for e in record.entities if e.code and e.kind != "place"]
    near = {e.id: abs(part(e, at).start - at) for e in named}
    return [teller.told(e) for e in sorted(named, key=lambda e: near[e.id])]


def _onward(request: Request, sha256: str, given: Given, me: str) -> str:
    """Where to go once something is judged: on in the queue, or in the article."""
    if not given["from"]:
        return f"/review/{sha256}"
    asked = queue.filters_of(given["from"])
    log = reviews.read(request.app.state.database)
    found = queue.rows(held.library(request), log, asked, me)
    return _link(found[0], asked) if found else f"/review?{asked.query()}"


def _link(row: queue.Row, asked: queue.Filters) -> str:
    """The address where a row of the queue is judged."""
    query = {"event": row.id} if row.id else {}
    if row.place is not None:
        _, kind, start, end, type = row.place
        query = {"kind": kind, "start": str(start), "end": str(end), "type": type}
    return f"/review/{row.sha256}?{urlencode({**query, 'from': asked.query() or 'show=open'})}"


def _tally(log: Sequence[Review]) -> list[tuple[str, dict[str, int]]]:
    """How many of each verdict stand by each reviewer."""
    out: dict[str, dict[str, int]] = {}
    for name in sorted({r.author for r in log}):
        mine = out[name] = {}
        for r in reviews.standing(log, name).values():
            mine[r.verdict] = mine.get(r.verdict, 0) + 1
    return list(out.items())
