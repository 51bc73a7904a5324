import asyncio
import io
import logging
import re
import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from argon2 import PasswordHasher
from fastapi import Request
from fastapi.testclient import TestClient
from starlette.exceptions import HTTPException
from starlette.types import Message

from mahdar.desk import limits, logs
from mahdar.desk.app import create_app
from mahdar.desk.limits import Body, Pace, client_of
from mahdar.desk.people import People
from mahdar.desk.routes import session
from mahdar.desk.serve import server as made_server
from mahdar.desk.settings import Settings
from mahdar.desk.store import connect
from tests.desk.conftest import seated

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = pytest.mark.enable_socket

PASSWORD = "five quiet words here"
HOME = "http://127.0.0.1"


def _team(archive: Path, tmp_path: Path, **settings: object) -> TestClient:
    """A desk that others reach, with one user of each role."""
    told = Settings(archive, f"sqlite:///{tmp_path / 'desk.sqlite'}", "0.0.0.0", **settings)  # type: ignore[arg-type]
    app = create_app(told)
    quick = People(app.state.database, hasher=PasswordHasher(time_cost=1, memory_cost=1024))
    for role in ("reader", "reviewer", "editor"):
        quick.add(role, PASSWORD, role)
    return seated(TestClient(app, base_url="http://desk.example", follow_redirects=False))


@pytest.fixture
def team(archive: Path, tmp_path: Path) -> Iterator[TestClient]:
    with _team(archive, tmp_path) as made:
        yield made


def _token(client: TestClient, name: str) -> dict[str, str]:
    people: People = client.app.state.people  # type: ignore[attr-defined]
    return {"Authorization": f"Bearer {people.token(name)}"}


# -- where a request comes from ---------------------------------------------------------------------


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "[::2]"])
def test_a_name_that_is_not_ours(client: TestClient, host: str) -> None:
    assert client.get("/", headers={"Host": host}).status_code == 421
    assert client.get("/api/events", headers={"Host": host}).json()["error"].startswith("This desk does not go by")


@pytest.mark.parametrize("host", ["127.0.0.1:8642", "localhost", "LOCALHOST:1", "[::1]:8642"])
def test_our_names(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9999"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site", "Origin": HOME},
    ],
)
def test_what_another_page_sends(client: TestClient, headers: dict[str, str]) -> None:
    for path in ("/logout", "/api/code"):
        assert client.post(path, headers=headers).status_code == 403


@pytest.mark.parametrize("headers", [{}, {"Origin": HOME}, {"Sec-Fetch-Site": "same-origin", "Origin": "null"}])
def test_what_our_page_sends(client: TestClient, headers: dict[str, str]) -> None:
    assert client.post("/logout", headers=headers, follow_redirects=False).status_code == 303


def test_a_form_needs_its_token(client: TestClient) -> None:
    del client.headers["x-mahdar-token"]
    for kind in ("application/x-www-form-urlencoded", "text/plain", "multipart/form-data; boundary=x", None):
        headers = {"Content-Type": kind} if kind else {}
        assert client.post("/logout", content=b"token=wrong", headers=headers).status_code in (400, 403)
    page = client.get("/login").text
    found = re.search(r'name="token" value="([0-9a-f]{64})"', page)
    assert found
    assert client.post("/logout", data={"token": found[1]}, follow_redirects=False).status_code == 303
    client.cookies.clear()  # the token of one browser is none of another's
    assert client.post("/logout", data={"token": found[1]}, follow_redirects=False).status_code == 403


def test_a_browser_gets_its_cookie_once(client: TestClient) -> None:
    client.cookies.clear()
    first = client.get("/login").headers["set-cookie"]
    assert "mahdar_seat=" in first and "HttpOnly" in first and "samesite=lax" in first.lower()
    assert "set-cookie" not in client.get("/login").headers


# -- who asks ---------------------------------------------------------------------------------------


def test_a_team_must_sign_in(team: TestClient) -> None:
    asked = team.get("/?status=planned")
    assert (asked.status_code, asked.headers["location"]) == (303, "/login?next=%2F%3Fstatus%3Dplanned")
    refused = team.get("/api/events")
    assert (refused.status_code, refused.headers["www-authenticate"]) == (401, "Bearer")
    assert refused.json()["mend"].startswith("Send a token")
    assert team.post("/review/x").status_code == 401
    for public in ("/login", "/health", "/static/desk.css"):
        assert team.get(public).status_code == 200
    assert team.get("/metrics").status_code == 401


def test_signing_in_and_out(team: TestClient) -> None:
    wrong = team.post("/login", data={"name": "editor", "password": "no"})
    assert (wrong.status_code, "do not fit" in wrong.text) == (401, True)
    told = team.post("/login", data={"name": "Editor", "password": PASSWORD, "next": "/?status=planned"})
    assert (told.status_code, told.headers["location"]) == (303, "/?status=planned")
    cookie = told.headers["set-cookie"]
    assert "HttpOnly" in cookie and "samesite=lax" in cookie.lower() and "Secure" not in cookie
    assert "<bdi>editor</bdi>" in team.get("/").text
    kept = team.cookies["mahdar_session"]
    assert team.post("/logout").status_code == 303
    team.cookies.set("mahdar_session", kept)
    assert team.get("/").status_code == 303


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_a_browser_signs_in(chromium: "Browser", server: str, archive: Path, ui: str) -> None:
    database = f"sqlite:///{archive.with_name(archive.name + '.desk.sqlite')}"  # where the server has it
    People(connect(database)).add(f"salma-{ui}", PASSWORD, "editor")
    page = chromium.new_context().new_page()
    page.goto(f"{server}/login?next=/api&ui={ui}")
    for password in ("wrong", PASSWORD):
        page.fill("#name", f"salma-{ui}")
        page.fill("#password", password)
        page.keyboard.press("Enter")
        page.wait_for_selector(".wrong:not(:empty), .out")
    assert page.url == f"{server}/api"
    page.click(".out button")
    page.wait_for_url(f"{server}/login")
    page.context.close()


def test_cookies_by_https_alone(archive: Path, tmp_path: Path) -> None:
    with _team(archive, tmp_path) as team:
        team.base_url = "https://desk.example"
        told = team.post("/login", data={"name": "editor", "password": PASSWORD})
        assert "Secure" in told.headers["set-cookie"]
        assert told.headers["strict-transport-security"]


@pytest.mark.parametrize(
    "next",
    ["https://evil.example", "//evil.example", "/\\evil.example", "\\\\evil.example", "/x\r\nA: b", "javascript:1"],
)
def test_nobody_is_sent_elsewhere(next: str) -> None:
    assert session._own(next) == "/"
    assert session._own("/events?actor=RUS&x=//y") == "/events?actor=RUS&x=//y"


def test_passwords_are_not_guessed(team: TestClient) -> None:
    told = [team.post("/login", data={"name": "editor", "password": f"no {n}"}).status_code for n in range(11)]
    assert told == [401] * 10 + [429]
    assert team.post("/login", data={"name": "editor", "password": PASSWORD}).headers["retry-after"]


def test_tokens(team: TestClient) -> None:
    token = _token(team, "reader")
    assert team.get("/api/events", headers=token).status_code == 200
    assert team.get("/metrics", headers=token).status_code == 200
    assert team.get("/api/events", headers={"Authorization": "Bearer mahdar_no"}).status_code == 401
    assert team.get("/api/events", headers={"Authorization": "Basic eDp5"}).status_code == 401
    refused = team.post("/review/x", headers=token)
    assert (refused.status_code, "takes a <bdi>reviewer</bdi>" in refused.text) == (403, True)
    assert team.post("/api/review/x", headers=_token(team, "reviewer")).status_code == 404
    del team.headers["x-mahdar-token"]  # a program needs no token of a form
    foreign = {**token, "Origin": "https://evil.example"}
    assert team.post("/api/code", headers=foreign, json={"text": ""}).status_code == 422


def test_an_open_desk_may_be_read(archive: Path, tmp_path: Path) -> None:
    with _team(archive, tmp_path, open=True) as team:
        assert team.get("/").status_code == 200
        assert team.get("/api/events").status_code == 200
        assert team.get("/metrics").status_code == 401
        assert team.post("/api/code", json={"text": "x"}).status_code == 401


def test_a_desk_behind_a_proxy_is_not_at_home(archive: Path, tmp_path: Path) -> None:
    assert Settings(archive).at_home
    assert Settings(archive, host="::1").at_home
    assert Settings(archive, host="localhost").at_home
    assert not Settings(archive, host="0.0.0.0").at_home
    assert not Settings(archive, names=("desk.example",)).at_home
    with _team(archive, tmp_path, names=("desk.example",)) as team:
        assert team.get("/").status_code == 303
        assert team.get("/login", headers={"Host": "evil.example"}).status_code == 421


# -- what is sent, how much and how often -----------------------------------------------------------


def test_large_bodies(client: TestClient) -> None:
    large = b"x" * (limits.SMALL + 1)
    told = client.post("/logout", content=large)
    assert (told.status_code, told.headers["connection"]) == (413, "close")
    chunks = (b"x" * 1000 for _ in range(limits.TEXT // 1000 + 1))
    told = client.post("/api/code", content=chunks, headers={"Content-Type": "application/json"})
    assert (told.status_code, told.json()["error"]) == (413, "Larger than 2,000,000 bytes.")


def test_slow_bodies() -> None:
    async def never() -> Message:
        await asyncio.sleep(60)
        raise AssertionError

    def asked() -> None:
        asyncio.run(Body(never, 10, seconds=0.05).receive())

    # apart from the loop that a browser's driver leaves running here
    with pytest.raises(HTTPException) as told, ThreadPoolExecutor(1) as apart:
        apart.submit(asked).result()
    assert told.value.status_code == 408


def test_pace() -> None:
    now = 0.0
    pace = Pace(rate=2, burst=3, most=2, now=lambda: now)
    assert [pace.take("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert pace.take("b") == 0
    now = 0.5
    assert [pace.take("a") for _ in range(2)] == [0, 0.5]
    pace.forgive("a")
    assert pace.take("a") == 0
    for n in range(10):
        pace.take(str(n))
    assert len(pace._full) == 2


def test_writes_come_at_a_pace(client: TestClient) -> None:
    assert client.post("/nowhere").status_code == 404
    assert any(client.post("/nowhere").status_code == 429 for _ in range(1000))  # a slow machine earns some back
    assert client.get("/health").status_code == 200


def test_articles_of_a_team_come_at_a_pace(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mahdar.desk.security._CODINGS", 1)
    with _team(archive, tmp_path, coders=1) as team:
        token = _token(team, "reader")
        told = [team.post("/api/code", headers=token, json={"text": ""}) for _ in range(3)]
        assert [t.status_code for t in told] == [422, 422, 429]
        assert told[-1].headers["retry-after"] == "1"
        assert team.post("/api/code", headers=_token(team, "editor"), json={"text": ""}).status_code == 422


def test_whose_an_address_is() -> None:
    assert client_of("2001:db8:1:2:3::1") == client_of("2001:db8:1:2:ffff::9") != client_of("2001:db8:1:3::1")
    assert client_of("::ffff:10.0.0.1") == client_of("10.0.0.1")
    assert client_of("testclient") == "testclient"


@pytest.fixture
def socketed(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[int]:
    """The port of a server that is soon out of patience."""
    monkeypatch.setattr(limits, "HEAD_SECONDS", 0.4)
    monkeypatch.setattr("mahdar.desk.limits.BODY_SECONDS", 0.4)
    monkeypatch.setattr(Body.__init__, "__defaults__", (0.4,))
    handlers = {name: logging.getLogger(name).handlers for name in ("mahdar.desk", "uvicorn", "asyncio")}
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    made = made_server(create_app(Settings(archive, f"sqlite:///{tmp_path / 'desk.sqlite'}")), "127.0.0.1", port)
    thread = threading.Thread(target=made.run)
    thread.start()
    while not made.started:
        time.sleep(0.02)
    yield port
    made.should_exit = True
    thread.join()
    for name, own in handlers.items():
        logging.getLogger(name).handlers = own


def _asked(port: int, *pieces: bytes) -> bytes:
    """All that comes back for what is sent, a piece after the other, until the server hangs up."""
    with closing(socket.create_connection(("127.0.0.1", port), timeout=5)) as s:
        for data in pieces:
            s.sendall(data)
            time.sleep(0.2)
        told = b""
        try:
            while more := s.recv(65_536):
                told += more
        except ConnectionResetError:
            pass
        return told


def test_slow_clients_are_let_go(socketed: int) -> None:
    head = b"Host: 127.0.0.1\r\n"
    assert _asked(socketed) == b""
    assert _asked(socketed, b"GET / HTTP/1.1\r\n" + head) == b""
    begun = b"POST /api/code HTTP/1.1\r\n" + head + b"Content-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
    assert b" 408 " in _asked(socketed, begun)
    assert b" 200 " in _asked(socketed, b"GET /health HTTP/1.1\r\n" + head + b"\r\n", b"GET /hea")


def test_what_is_no_http(socketed: int) -> None:
    assert b" 400 " in _asked(socketed, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n")
    assert b" 400 " in _asked(socketed, b"GET / HTTP/1.1\r\n\r\n")
    long = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + b"x" * 100_000 + b"\r\n\r\n"
    assert re.search(rb" (400|431) ", _asked(socketed, long))
    for path in (b"/%00", b"/%ff%fe", b"/static/..%2f..%2fapp.py", b"//x", b"/article/%0d%0aA:b"):
        told = _asked(socketed, b"GET " + path + b" HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        assert b" 404 " in told, path


# -- what is answered -------------------------------------------------------------------------------


def test_headers_of_every_answer(client: TestClient) -> None:
    for path in ("/", "/nowhere", "/api/events", "/api/nowhere", "/static/desk.css", "/health", "/article/x"):
        headers = client.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert "access-control-allow-origin" not in headers
    assert client.get("/api/events").headers["cache-control"] == "private, no-cache"


def test_a_fault_shows_nothing_of_the_inside(client: TestClient) -> None:
    log = io.StringIO()
    handler = logging.StreamHandler(log)
    handler.setFormatter(logs.OneLine())
    logs.LOG.addHandler(handler)

    def broken(request: Request) -> None:
        raise ValueError("secret\r\n2026-01-01 forged\x1b[31m")

    for path in ("/broken", "/api/broken"):
        client.app.add_api_route(path, broken)  # type: ignore[attr-defined]
        told = client.get(path)
        assert told.status_code == 500
        assert "secret" not in told.text and "Traceback" not in told.text and ".py" not in told.text
    logs.LOG.removeHandler(handler)
    assert client.get("/api/broken").json().keys() == {"error", "where", "mend", "code"}
    assert len(log.getvalue().splitlines()) == 2
    assert r"secret\r\n2026-01-01 forged\x1b[31m" in log.getvalue()


def test_methods_that_a_path_has_not(client: TestClient) -> None:
    for method in ("GET", "POST"):
        client.app.add_api_route("/api/two", lambda: {}, methods=[method])  # type: ignore[attr-defined]
    told = client.delete("/api/two")
    assert (told.status_code, told.headers["allow"]) == (405, "GET, POST")


def test_logs_are_of_one_line() -> None:
    assert logs.plain("a\r\nb\x1b[0m\u202e\u2028محضر") == r"a\r\nb\x1b[0m\u202e\u2028محضر"


def test_what_is_written_back_is_only_text(client: TestClient) -> None:
    told = client.get("/login", params={"next": '/"><script>alert(1)</script>'})
    assert "<script>alert" not in told.text
    told = client.post("/login", data={"name": "<img src=x onerror=alert(1)>\u202e", "password": "x"})
    assert "<img" not in told.text and "\u202e" not in told.text
