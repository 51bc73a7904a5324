"""A team at one desk, over each kind of database: views of one's own, reviews beside each other, agreement."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from mahdar.desk.app import create_app
from mahdar.desk.people import People
from mahdar.desk.settings import Settings
from tests.desk.conftest import seated

pytestmark = pytest.mark.enable_socket

PASSWORD = "five quiet words here"


@pytest.fixture
def desk(archive: Path, database: Engine) -> Iterator[TestClient]:
    """A desk that others reach, with two reviewers."""
    told = Settings(archive, database.url.render_as_string(hide_password=False), "0.0.0.0")
    app = create_app(told)
    assert app.state.database.dialect.name == database.dialect.name
    people = People(app.state.database, hasher=PasswordHasher(time_cost=1, memory_cost=1024))
    for name in ("anna", "ben"):
        people.add(name, PASSWORD)
    with TestClient(app, base_url="http://desk.example", follow_redirects=False) as made:
        yield seated(made)
    app.state.database.dispose()


def sign_in(desk: TestClient, name: str) -> None:
    assert desk.post("/login", data={"name": name, "password": PASSWORD}).status_code == 303


def test_views_are_each_user_s_own(desk: TestClient) -> None:
    sign_in(desk, "anna")
    for query in ("?party=RUS", "?party=UKR"):  # the same name again: in its place
        assert (
            desk.post("/views", data={"name": "ما تطالب به القاهرة", "page": "today", "query": query}).status_code
            == 303
        )
    assert desk.get("/").text.count("<bdi>ما تطالب به القاهرة</bdi></a>") == 1
    assert '<a href="/?party=UKR"><bdi>ما تطالب به القاهرة</bdi></a>' in desk.get("/").text
    sign_in(desk, "ben")
    assert "ما تطالب به القاهرة" not in desk.get("/").text
    assert desk.post("/views", data={"name": "ما تطالب به القاهرة", "page": "map", "query": ""}).status_code == 303
    sign_in(desk, "anna")
    number = desk.get("/").text.partition("/views/")[2].partition("/")[0]
    sign_in(desk, "ben")
    desk.post(f"/views/{number}/forget")  # another's
    sign_in(desk, "anna")
    assert "ما تطالب به القاهرة" in desk.get("/").text
    desk.post(f"/views/{number}/forget")
    assert "ما تطالب به القاهرة" not in desk.get("/").text


def test_there_is_room_for_so_many_views(desk: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mahdar.desk.saved.MOST", 2)
    sign_in(desk, "anna")
    told = [desk.post("/views", data={"name": n, "page": "today"}).status_code for n in ("one", "two", "three", "two")]
    assert told == [303, 303, 400, 303]


@pytest.mark.parametrize(
    ("path", "sent"),
    [
        ("/views", {"name": "a\x00b", "page": "today", "query": "?words=\x00"}),
        ("/views/99999999999999999999/forget", {}),
        ("/login", {"name": "a\x00", "password": "\x00"}),
    ],
)  # fmt: skip
def test_what_a_database_cannot_keep(desk: TestClient, path: str, sent: dict[str, str]) -> None:
    sign_in(desk, "anna")
    assert desk.post(path, data=sent).status_code < 500
    assert desk.get("/").status_code == 200


def test_agreement_of_two_who_judge_apart(desk: TestClient) -> None:
    sign_in(desk, "anna")
    sha = desk.get("/api/articles?limit=1").json()["items"][0]["sha256"]
    events = [e["id"] for e in desk.get(f"/api/articles/{sha}").json()["record"]["events"]][:3]

    def judge(name: str, event: str, verdict: str) -> None:
        sign_in(desk, name)
        sent = {
            "verdict": verdict,
            "kind": "event",
            "target": event,
            "reason": "ليس فعلا" if verdict == "reject" else "",
        }
        assert desk.post(f"/review/{sha}", data=sent).status_code == 303

    for event in events:
        judge("anna", event, "accept")
        judge("ben", event, "reject" if event == events[-1] else "accept")
    told = desk.get("/api/reviews/agreement").json()
    assert [(a["one"], a["other"], a["judged"], a["typed"]) for a in told] == [
        ("anna", "ben", len(events), len(events) - 1)
    ]
    assert told[0]["right"] == pytest.approx((len(events) - 1) / len(events))
    shown = desk.get("/review?show=done").text
    assert "anna" in shown and "ben" in shown and f"{round(100 * told[0]['right'])}" in shown
    judge("ben", events[-1], "withdraw")
    assert desk.get("/api/reviews/agreement").json()[0]["right"] == 1
