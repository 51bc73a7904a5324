"""Reviews: kept apart, applied over what the coder says, surviving it, and leaving as gold."""

import datetime as dt
import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import msgspec
import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from mahdar.archive import Archive
from mahdar.coder import Coder
from mahdar.desk import reviews
from mahdar.desk.app import create_app
from mahdar.desk.corrected import corrected, gold, told_event, told_statement
from mahdar.desk.library import Library
from mahdar.desk.reviews import Kind, Part, Review, ToldEvent, Verdict, agreement, kappa, standing
from mahdar.desk.settings import Settings
from mahdar.evaluate.score import score
from mahdar.record.types import Event, Record, Statement
from mahdar.record.write import check, from_json, to_json
from mahdar.views.cli import main

pytestmark = pytest.mark.enable_socket

TEXT = (
    "القاهرة ترفض تهجير الفلسطينيين\n"
    "قال المتحدث باسم الرئاسة المصرية إن مصر تطالب إسرائيل بفتح معبر رفح."
    " والتقى وزير الخارجية المصري نظيره التركي في القاهرة أمس."
)


@pytest.fixture(scope="module")
def record(coder: Coder) -> Record:
    made = coder.code(TEXT, id="x", published="2024-02-15", publisher="وكالة")
    assert len(made.events) >= 3 and made.statements
    return made


@pytest.fixture
def sha(archive: Path) -> str:
    with Archive(archive, read_only=True) as kept:
        return str(kept.query("SELECT sha256 FROM articles ORDER BY doc LIMIT 1").to_pylist()[0]["sha256"])


def said(
    record: Record, target: Event | Statement | None, verdict: Verdict, told: ToldEvent | None = None,
    author: str = "anna", kind: Kind = "event",
) -> Review:  # fmt: skip
    coded = (
        None
        if target is None
        else told_event(record, target)
        if isinstance(target, Event)
        else told_statement(record, target)
    )
    place = coded or told
    return Review(
        sha256=record.doc.sha256, doc="x", kind="statement" if isinstance(target, Statement) else kind,
        start=place.start if place else 0, end=place.end if place else 0,
        type=place.type if isinstance(place, ToldEvent) else "", verdict=verdict, told=told, coded=coded,
        reason="because", author=author, at=dt.datetime(2024, 3, 1), coder="mahdar 0",
    )  # fmt: skip


def replaced(told: ToldEvent, **change: object) -> ToldEvent:
    return msgspec.structs.replace(told, **change)


# -- over the coder's output ------------------------------------------------------------------------


def test_accepted_stays_rejected_goes(record: Record) -> None:
    one, two = record.events[:2]
    c = corrected(record, [said(record, one, "accept"), said(record, two, "reject")])
    assert [e.id for e in c.record.events] == [e.id for e in record.events if e is not two]
    assert c.record.events[0] == one
    assert c.rejected == [two]
    assert {i: r.verdict for i, r in c.marks.items()} == {one.id: "accept", two.id: "reject"}
    check(c.record)


def test_a_correction_changes_what_it_says(record: Record) -> None:
    e = record.events[0]
    told = replaced(
        told_event(record, e), type="THREATEN", mode=None, status="planned", recipient=[Part("ISR", "GOV", "إسرائيل")],
        by=Part("TUR", "GOV", "تركيا"), date=("2024-02-14", "2024-02-15"),
    )  # fmt: skip
    c = corrected(record, [said(record, e, "correct", told)])
    made = next(x for x in c.record.events if x.id == e.id)
    entities = {x.id: x for x in c.record.entities}
    statements = {s.id: s for s in c.record.statements}
    assert (made.type, made.status, made.plover.event) == ("THREATEN", "planned", "THREATEN")
    assert made.cameo.root == "13"
    assert [entities[i].code for i in made.recipient] == ["ISR"]
    assert made.statement is not None
    speaker = statements[made.statement].speaker
    assert speaker is not None and entities[speaker].code == "TUR"
    assert made.statement in c.vouching
    assert made.date is not None and made.date.to == "2024-02-15"
    check(c.record)
    assert from_json(to_json(c.record)) == c.record


def test_what_was_missed_is_added_once(record: Record, coder: Coder) -> None:
    at = TEXT.index("تهجير")
    told = ToldEvent("COERCE", None, "possible", [Part("ISR")], [], None, at, at + 5)
    one = said(record, None, "add", told)
    c = corrected(record, [one])
    assert len(c.record.events) == len(record.events) + 1
    new = next(e for e in c.record.events if e.id in c.marks)
    assert (new.trigger.start, new.sentence, new.type) == (at, 0, "COERCE")
    assert len({e.id for e in c.record.events}) == len(c.record.events)
    again = corrected(c.record, [one])  # a coder that finds it by now
    assert len(again.record.events) == len(c.record.events)


def test_a_review_holds_when_the_coder_changes_its_mind(record: Record) -> None:
    e, *rest = record.events
    accept, reject = said(record, e, "accept"), said(record, rest[0], "reject")
    gone = msgspec.structs.replace(record, events=rest)
    back = corrected(gone, [accept]).record
    kept = next(x for x in back.events if x.trigger == e.trigger)
    assert (kept.type, kept.status) == (e.type, e.status)
    assert told_event(back, kept).actor == told_event(record, e).actor

    longer = msgspec.structs.replace(e, id="v9", trigger=msgspec.structs.replace(e.trigger, end=e.trigger.end + 2))
    moved = corrected(msgspec.structs.replace(record, events=[longer, *rest]), [accept]).record
    assert [x.trigger for x in moved.events if x.type == e.type and x.sentence == e.sentence] == [e.trigger]

    other = msgspec.structs.replace(rest[0], type="AID", mode=None)  # another act there is another matter
    assert other in corrected(msgspec.structs.replace(record, events=[e, other]), [reject]).record.events
    assert corrected(gone, [reject]).record.events == rest[1:]


def test_the_latest_counts_and_can_be_taken_back(record: Record) -> None:
    e = record.events[0]
    no, yes = said(record, e, "reject"), said(record, e, "accept", author="benedikt")
    assert e in corrected(record, [no, yes]).record.events
    assert e not in corrected(record, [yes, no]).record.events
    assert e not in corrected(record, [no, yes], "anna").record.events
    assert corrected(record, [no, said(record, e, "withdraw")]).record == record
    assert list(standing([no, yes]).values()) == [yes]


def test_statements(record: Record) -> None:
    s = record.statements[0]
    told = msgspec.structs.replace(told_statement(record, s), speaker=Part("TUR", "GOV", "تركيا"), form="direct")
    r = msgspec.structs.replace(said(record, s, "accept"), verdict="correct", told=told)
    c = corrected(record, [r])
    made = next(x for x in c.record.statements if x.id == s.id)
    codes = {e.id: e.code for e in c.record.entities}
    assert (codes[made.speaker or ""], made.form, made.content) == ("TUR", "direct", s.content)
    c = corrected(record, [said(record, s, "reject")])
    assert c.rejected == [s]
    vouched = [e for e in record.events if e.statement == s.id]
    assert all(e in c.record.events for e in vouched)  # who says so is still told
    check(c.record)


# -- gold and agreement -----------------------------------------------------------------------------


def test_gold_of_what_was_accepted_is_what_the_coder_says(record: Record) -> None:
    made = gold(corrected(record, []), TEXT)
    result = score({"x": made}, {"x": json.loads(to_json(record))})
    assert result["full"]["F"] == result["statement"]["F"] == 1.0
    assert result["accuracy"]["date"] in (None, 1.0)
    for s, told in zip(record.statements, made["statements"], strict=True):
        first, last = told["content"]
        start = TEXT.find(first, record.sentences[s.sentence].start)
        assert (start, TEXT.find(last, start) + len(last)) == (s.content.start, s.content.end)


def test_a_correction_is_an_error_of_the_coder(record: Record) -> None:
    e = record.events[0]
    told = replaced(told_event(record, e), status="possible")
    made = gold(corrected(record, [said(record, e, "correct", told), said(record, record.events[1], "reject")]), TEXT)
    result = score({"x": made}, {"x": json.loads(to_json(record))})
    n = len(record.events)
    assert result["type"]["P"] == pytest.approx((n - 1) / n)
    assert result["type"]["R"] == 1.0
    assert result["accuracy"]["status"] == pytest.approx((n - 2) / (n - 1))


def test_kappa() -> None:
    assert kappa([(True, True), (False, False)]) == 1.0
    assert kappa([(True, False), (False, True)]) == -1.0
    assert kappa([(True, True), (True, True)]) is None
    # Cohen (1960)'s kind of table: 20 yes-yes, 5 yes-no, 10 no-yes, 15 no-no
    pairs = [(1, 1)] * 20 + [(1, 0)] * 5 + [(0, 1)] * 10 + [(0, 0)] * 15
    assert kappa(pairs) == pytest.approx(0.4)


def test_agreement_of_two(record: Record) -> None:
    one, two, three = record.events[:3]
    threat = replaced(told_event(record, three), type="THREATEN", mode=None)
    log = [
        *(said(record, e, "accept") for e in (one, two, three)),
        said(record, one, "accept", author="ben"),
        said(record, two, "reject", author="ben"),
        said(record, three, "correct", threat, author="ben"),
        said(record, one, "reject", author="cleo"),
    ]
    first = agreement(log)[0]
    assert (first.one, first.other, first.judged, first.typed) == ("anna", "ben", 3, 2)
    assert first.right == pytest.approx(2 / 3)
    assert first.type == pytest.approx(1 / 2)
    assert agreement(log[:3]) == []


def test_the_log_is_read_as_it_was_written(database: Engine, record: Record) -> None:
    e = record.events[0]
    told = replaced(told_event(record, e), context=["cyber"], place="القدس")
    log = [
        said(record, e, "accept"),
        said(record, record.statements[0], "reject", author="ليلى"),
        said(record, e, "correct", told),
    ]
    numbers = [reviews.add(database, r) for r in log]
    assert [msgspec.structs.replace(r, id=0) for r in reviews.read(database)] == log
    assert reviews.latest(database) == numbers[-1]
    assert reviews.read(database, "0" * 64) == []
    assert [r.verdict for r in standing(reviews.read(database, record.doc.sha256)).values()] == ["reject", "correct"]


def test_a_log_that_nobody_wrote(database: Engine) -> None:
    assert reviews.read(database) == []
    assert reviews.latest(database) == 0


def test_several_review_at_once(database: Engine, record: Record) -> None:
    log = [said(record, e, "accept", author=f"reviewer {n}") for n in range(8) for e in record.events[:2]]
    with ThreadPoolExecutor(4) as pool:
        numbers = list(pool.map(lambda r: reviews.add(database, r), log))
    assert len(set(numbers)) == len(log)
    assert sorted(r.author for r in reviews.read(database)) == sorted(r.author for r in log)


# -- the pages --------------------------------------------------------------------------------------


def coded(client: TestClient, sha: str) -> Record:
    library: Library = client.app.state.library  # type: ignore[attr-defined]
    found = library.article(sha)
    assert found is not None
    return found[0]


def text_of(client: TestClient, sha: str) -> str:
    library: Library = client.app.state.library  # type: ignore[attr-defined]
    return str(library.ask("SELECT text FROM articles WHERE sha256 = ?", [sha])[0]["text"])


def judge(client: TestClient, sha: str, **sent: object) -> int:
    page = client.get(f"/review/{sha}").text
    token = page.partition('name="token" value="')[2].partition('"')[0]
    told = client.post(f"/review/{sha}", data={"kind": "event", "token": token, **sent}, follow_redirects=False)
    return told.status_code


@pytest.mark.parametrize("ui", ["ar", "en"])
@pytest.mark.parametrize("query", ["", "?show=second", "?show=done", "?type=REQUEST&party=RUS&order=new&skip=1"])
def test_the_queue(client: TestClient, ui: str, query: str) -> None:
    told = client.get(f"/review{query}", params={"ui": ui} if not query else None, headers={"accept-language": ui})
    assert told.status_code == 200
    assert "style=" not in told.text


def test_the_least_sure_comes_first_and_leaves_the_queue(client: TestClient, sha: str) -> None:
    library: Library = client.app.state.library  # type: ignore[attr-defined]
    first = library.ask("SELECT sha256, event FROM events WHERE counted ORDER BY confidence, sha256, start LIMIT 1")[0]
    link = f"/review/{first['sha256']}?event={first['event']}&amp;from="
    page = client.get("/review").text
    assert page.index("/review/" + first["sha256"]) == page.index("/review/" + link.split("/")[2].split("?")[0])
    assert link in page
    assert judge(client, first["sha256"], target=first["event"], verdict="accept") == 303
    assert link not in client.get("/review").text
    assert first["sha256"] in client.get("/review?show=done").text


def test_a_reviewer_corrects(client: TestClient, sha: str) -> None:
    record = coded(client, sha)
    e = record.events[4]
    ukraine = next(x for x in record.entities if x.code == "UKR")
    sent = {
        "target": e.id, "verdict": "correct", "reason": "wrong type", "type": "THREATEN", "mode": "",
        "status": "planned",
        "words": "مطالبا", "words_at": "", "actor": ukraine.id, "recipient_other": "RUS/GOV روسيا", "by": "",
        "since": "2022-07-13", "until": "", "place": "إسطنبول",
    }  # fmt: skip
    assert judge(client, sha, **sent) == 303
    page = client.get(f"/article/{sha}?ui=en").text
    assert "wrong type" in page and "corrected" in page
    assert coded(client, sha) == record  # the coder's own is as it was
    database = client.app.state.database  # type: ignore[attr-defined]
    made = next(x for x in corrected(record, reviews.read(database, sha)).record.events if x.id == e.id)
    assert (made.type, made.status, made.trigger) == ("THREATEN", "planned", e.trigger)
    threats = client.get("/dossier/export.json?all=1").json()["positions"]
    assert any(p["kind"] == "threat" and p["party"] == "UKR" and p["to"] == ["RUS"] for p in threats)
    assert judge(client, sha, target=e.id, verdict="accept") == 400  # it was told anew
    assert judge(client, sha, target=e.id, verdict="withdraw") == 303
    assert "wrong type" not in client.get(f"/article/{sha}").text
    assert len(reviews.read(database)) == 2  # nothing is taken out of the log


def test_contexts_and_co_speakers_are_corrected(client: TestClient, sha: str) -> None:
    record = coded(client, sha)
    e, s = record.events[4], record.statements[0]
    text = text_of(client, sha)
    sent: dict[str, object] = {
        "target": e.id, "verdict": "correct", "reason": "field", "type": e.type, "mode": e.mode or "",
        "status": e.status, "words": text[e.trigger.start : e.trigger.end], "words_at": e.trigger.start,
        "context": ["territory", "economic"],
    }  # fmt: skip
    assert judge(client, sha, **sent) == 303
    page = client.get(f"/review/{sha}?event={e.id}&ui=en").text
    assert page.count('name="context"') == 37
    assert 'value="territory" checked' in page and 'value="cyber" checked' not in page
    assert judge(client, sha, **{**sent, "context": ["nonsense"]}) == 400
    statement = {
        "kind": "statement", "target": s.id, "verdict": "correct", "reason": "two said it", "form": s.form,
        "words": text[s.content.start : s.content.end], "words_at": s.content.start,
        "cue": text[s.cue.start : s.cue.end], "cue_at": s.cue.start, "by": s.speaker or "", "co_other": "TUR/GOV تركيا",
    }  # fmt: skip
    assert judge(client, sha, **statement) == 303
    log = reviews.read(client.app.state.database, sha)  # type: ignore[attr-defined]
    made = corrected(record, log)
    codes = {x.id: x.code for x in made.record.entities}
    assert next(x for x in made.record.events if x.id == e.id).context == ["economic", "territory"]
    assert [codes[i] for i in next(x for x in made.record.statements if x.id == s.id).co_speakers] == ["TUR"]
    check(made.record)
    told = client.get("/api/reviews", params={"sha256": sha}).json()["items"]
    assert told[0]["told"]["context"] == ["economic", "territory"]
    assert told[1]["told"]["co_speakers"][0]["code"] == "TUR"
    lines = gold(made, text)["statements"]
    assert [[c["code"] for c in x["co_speakers"]] for x in lines if "co_speakers" in x] == [["TUR"]]


def test_what_an_older_log_does_not_tell_stays_as_coded(record: Record) -> None:
    e = next(e for e in record.events if e.context)
    told = replaced(told_event(record, e), context=None, status="possible")
    made = corrected(record, [said(record, e, "correct", told)]).record
    assert next(x for x in made.events if x.id == e.id).context == e.context
    same = replaced(told_event(record, e), context=None)
    assert corrected(record, [said(record, e, "correct", same)]).record.events == record.events


def test_what_was_missed(client: TestClient, sha: str) -> None:
    text = text_of(client, sha)
    at = text.rindex("موسكو")
    event = {
        "target": "", "verdict": "add", "reason": "missed", "type": "AID", "mode": "", "status": "occurred",
        "words": "موسكو", "words_at": at, "actor": "", "actor_other": "EGY",
    }  # fmt: skip
    assert judge(client, sha, **event) == 303
    statement = {
        "kind": "statement", "target": "", "verdict": "add", "reason": "missed", "words": "إزالة الألغام",
        "words_at": text.index("إزالة الألغام"), "cue": "تشترط", "by_other": "RUS/GOV روسيا", "form": "indirect",
    }  # fmt: skip
    assert judge(client, sha, **statement) == 303
    database = client.app.state.database  # type: ignore[attr-defined]
    c = corrected(coded(client, sha), reviews.read(database, sha))
    assert [e.trigger.start for e in c.record.events if e.id in c.marks] == [at]
    assert any(s.id in c.marks for s in c.record.statements)
    page = client.get(f"/review/{sha}?ui=en").text
    assert page.count(">added</span>") == 2


@pytest.mark.parametrize(
    "wrong",
    [
        {"verdict": "reject", "reason": ""},
        {"verdict": "correct", "reason": ""},
        {"verdict": "nonsense"},
        {"verdict": "correct", "reason": "x", "type": "NONSENSE", "status": "occurred", "words": "تعرض"},
        {"verdict": "correct", "reason": "x", "type": "AID", "mode": "visit", "status": "occurred", "words": "تعرض"},
        {"verdict": "correct", "reason": "x", "type": "AID", "status": "nonsense", "words": "تعرض"},
        {"verdict": "correct", "reason": "x", "type": "AID", "status": "occurred", "words": "ليست هنا"},
        {"verdict": "correct", "reason": "x", "type": "AID", "status": "occurred", "words": ""},
        {"verdict": "correct", "reason": "x", "type": "AID", "status": "occurred", "words": "تعرض", "since": "13/7"},
        {
            "verdict": "correct",
            "reason": "x",
            "type": "AID",
            "status": "occurred",
            "words": "تعرض",
            "actor_other": "<b>",
        },
        {"verdict": "reject", "reason": "x", "target": "v999"},
        {"verdict": "reject", "reason": "x" * 2001},
        {"verdict": "add", "reason": "x", "kind": "article"},
    ],
)
def test_what_cannot_be_is_said_so(client: TestClient, sha: str, wrong: dict[str, str]) -> None:
    page = client.get(f"/review/{sha}").text
    token = page.partition('name="token" value="')[2].partition('"')[0]
    told = client.post(f"/review/{sha}", data={"kind": "event", "target": "v1", "token": token, **wrong})
    assert told.status_code == 400
    assert 'role="alert"' in told.text
    assert reviews.read(client.app.state.database) == []  # type: ignore[attr-defined]


def test_no_review_of_what_is_not_there(client: TestClient) -> None:
    assert client.get("/review/none").status_code == 404
    assert client.post("/review/none", data={"verdict": "accept"}).status_code in (403, 404)


def test_another_reviewer_judges_without_seeing_the_first(client: TestClient, sha: str) -> None:
    record = coded(client, sha)
    database = client.app.state.database  # type: ignore[attr-defined]
    reviews.add(database, said(record, record.events[0], "reject", author="benedikt"))
    assert "benedikt" not in client.get(f"/review/{sha}?event=v1").text
    waiting = client.get("/review?show=second").text
    assert f"/review/{sha}?kind=event" in waiting and "benedikt" not in waiting.partition('class="side"')[0]
    assert judge(client, sha, target="v1", verdict="accept") == 303
    assert "benedikt" in client.get(f"/review/{sha}?event=v1").text
    page = client.get("/review?show=second&ui=en").text
    assert f"/review/{sha}?kind=event" not in page
    assert "<bdi>0%</bdi>" in page.partition("Agreement")[2]


def test_gold_by_page_api_and_command(
    client: TestClient, archive: Path, sha: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert judge(client, sha, target="v1", verdict="reject", reason="no act") == 303
    assert client.get("/review/gold.jsonl").content == b""
    assert len(client.get("/review/gold.jsonl?all=1").content.splitlines()) == 1
    assert judge(client, sha, kind="article", verdict="complete") == 303
    by_page = client.get("/review/gold.jsonl").content
    assert client.get("/api/reviews/gold").content == by_page
    assert client.get("/api/reviews/gold?by=nobody").content == b""
    out = tmp_path / "gold.jsonl"
    asked = ["review", "export", "--archive", str(archive), "--database", f"sqlite:///{tmp_path / 'desk.sqlite'}"]
    assert main([*asked, "-o", str(out)]) == 0
    assert out.read_bytes() == by_page
    assert main(["eval", str(out)]) == 0
    assert main([*asked, "--by", "nobody"]) == 2
    assert "complete" in capsys.readouterr().err


def test_the_api(client: TestClient, sha: str) -> None:
    record = coded(client, sha)
    sent: dict[str, object] = {"sha256": sha, "kind": "event", "target": "v1", "verdict": "reject", "reason": "no act"}
    made = client.post("/api/review", json=sent)
    assert made.status_code == 201
    assert made.json()["start"] == record.events[0].trigger.start
    event = {
        "type": "AID", "status": "occurred", "actor": [{"code": "EGY"}], "recipient": [], "start": 0, "end": 5,
        "date": ["2022-07-12", "2022-07-13"], "context": ["economic"],
    }  # fmt: skip
    added = client.post("/api/review", json={**sent, "target": None, "verdict": "add", "event": event})
    assert added.status_code == 201
    assert added.json()["told"]["date"] == ["2022-07-12", "2022-07-13"]
    assert added.json()["told"]["context"] == ["economic"]
    odd = {**sent, "target": None, "verdict": "add", "event": {**event, "context": ["nonsense"]}}
    assert client.post("/api/review", json=odd).json()["where"] == "context"
    log = client.get("/api/reviews", params={"sha256": sha, "limit": 1}).json()
    assert len(log["items"]) == 1 and log["next"] == log["items"][0]["id"]
    assert client.get("/api/reviews", params={"after": log["next"]}).json()["items"] == [added.json()]
    assert client.get("/api/reviews/agreement").json() == []
    for wrong in ({"target": "v999"}, {"reason": ""}, {"verdict": "correct"}, {"sha256": "x"}):
        assert client.post("/api/review", json={**sent, **wrong}).status_code in (400, 422)
    far = {**event, "end": 10**8}
    told = client.post("/api/review", json={**sent, "target": None, "verdict": "add", "event": far})
    assert told.status_code in (400, 422)
    assert client.post("/api/review", json={**sent, "sha256": "0" * 64}).status_code == 404


def test_who_has_no_name_only_reads(archive: Path, tmp_path: Path, sha: str) -> None:
    settings = Settings(archive, f"sqlite:///{tmp_path / 'desk.sqlite'}", "0.0.0.0")
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as away:
        assert away.post(f"/review/{sha}", data={"verdict": "accept", "target": "v1"}).status_code in (401, 403)
        assert away.post("/code/add", data={"key": "x"}).status_code in (401, 403)
