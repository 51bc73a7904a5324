import io
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from sqlalchemy import Engine

from mahdar.desk.people import People
from mahdar.desk.store import connect
from mahdar.errors import InputError
from mahdar.views.cli import main

pytestmark = pytest.mark.enable_socket

PASSWORD = "five quiet words here"
DAY = 24 * 3600
QUICK = PasswordHasher(time_cost=1, memory_cost=1024)


class Clock:
    def __init__(self) -> None:
        self.time = 1_700_000_000.0

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def people(database: Engine) -> tuple[People, Clock]:
    """Nobody yet, in each kind of database."""
    clock = Clock()
    return People(database, clock, QUICK), clock


def test_a_user_from_first_to_last(people: tuple[People, Clock]) -> None:
    desk, _ = people
    desk.add("Salma", PASSWORD, "editor")
    assert desk.sign_in("salma", "another password") is None
    assert desk.sign_in("nobody", PASSWORD) is None
    session = desk.sign_in("SALMA", PASSWORD)
    assert session is not None
    user = desk.signed_in(session)
    assert user is not None
    assert (user.name, user.role) == ("salma", "editor")
    token = desk.token("salma")
    assert desk.bearer(token) == user
    assert [(u.name, u.role, u.tokens) for u in desk.all()] == [("salma", "editor", 1)]
    desk.remove("salma")
    assert desk.signed_in(session) is None
    assert desk.bearer(token) is None
    assert desk.all() == []


def test_a_session_ends(people: tuple[People, Clock]) -> None:
    desk, clock = people
    desk.add("salma", PASSWORD)
    unused, used, left = (desk.sign_in("salma", PASSWORD) or "" for _ in range(3))
    for _ in range(5):
        clock.time += 6 * DAY
        assert bool(desk.signed_in(used)) == (clock.time < 1_700_000_000 + 30 * DAY)
    assert desk.signed_in(unused) is None
    desk.sign_out(left)
    assert desk.signed_in(left) is None


def test_another_password_ends_all_sessions(people: tuple[People, Clock]) -> None:
    desk, _ = people
    desk.add("salma", PASSWORD)
    session = desk.sign_in("salma", PASSWORD) or ""
    desk.password("salma", "six other words for the same door")
    assert desk.signed_in(session) is None
    assert desk.sign_in("salma", PASSWORD) is None
    assert desk.sign_in("salma", "six other words for the same door")


def test_tokens_end_and_are_taken_back(people: tuple[People, Clock]) -> None:
    desk, clock = people
    desk.add("salma", PASSWORD)
    short, long = desk.token("salma", 1), desk.token("salma", 30)
    clock.time += 2 * DAY
    assert desk.bearer(short) is None
    assert desk.bearer(long) is not None
    assert desk.revoke("salma") >= 1
    assert desk.bearer(long) is None
    assert desk.bearer(short + "x") is None


def test_nothing_that_opens_the_door_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "desk.sqlite"
    desk = People(connect(f"sqlite:///{file}"))
    desk.add("salma", PASSWORD)
    shown = [PASSWORD, desk.token("salma"), desk.sign_in("salma", PASSWORD) or ""]
    kept = b"".join(p.read_bytes() for p in tmp_path.iterdir())
    assert b"$argon2id$" in kept
    assert not [x for x in shown if x.encode() in kept]


@pytest.mark.parametrize("name", ["", "a b", "x" * 65, "a/b", "a\nb", "\u202esalma", "<b>"])
def test_what_cannot_be_a_name(people: tuple[People, Clock], name: str) -> None:
    with pytest.raises(InputError):
        people[0].add(name, PASSWORD)


def test_refused(people: tuple[People, Clock]) -> None:
    desk, _ = people
    desk.add("سلمى", PASSWORD)
    for wrong in (
        lambda: desk.add("سلمى", PASSWORD),
        lambda: desk.add("other", "short"),
        lambda: desk.add("other", "x" * 1001),
        lambda: desk.add("other", PASSWORD, "king"),  # type: ignore[arg-type]
        lambda: desk.remove("other"),
        lambda: desk.password("other", PASSWORD),
        lambda: desk.token("other"),
        lambda: desk.token("سلمى", 0),
        lambda: desk.revoke("other"),
    ):
        with pytest.raises(InputError):
            wrong()
    assert desk.sign_in("سلمى", "x" * 5000) is None


def test_the_command(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    place = ["--archive", str(archive), "--database", f"sqlite:///{tmp_path / 'desk.sqlite'}"]

    def typed(line: str, *command: str) -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(line))
        status = main(["user", *command, *place])
        told = capsys.readouterr()
        return status, told.out + told.err

    assert typed(PASSWORD + "\n", "add", "salma", "--role", "editor")[0] == 0
    assert typed("short\n", "add", "omar") == (
        2,
        "mahdar: a password has 12 to 1,000 characters. Some words in a row do.\n",
    )
    status, token = typed("", "token", "salma", "--days", "2")
    assert status == 0
    desk = People(connect(place[-1]))
    assert desk.bearer(token.strip()) is not None
    assert typed("", "list")[1].startswith("salma\teditor\t")
    assert typed("another long password\n", "password", "salma")[0] == 0
    assert desk.sign_in("salma", "another long password")
    assert typed("", "token", "salma", "--revoke")[1] == "mahdar: 1 tokens taken back.\n"
    assert typed("", "remove", "nobody") == (2, 'mahdar: no user "nobody". Users: salma.\n')
    assert typed("", "remove", "salma")[0] == 0
    assert typed("", "list")[1] == ""


def test_databases_that_are_none(tmp_path: Path) -> None:
    for address in ("nonsense", "postgresql://user:secret@127.0.0.1:1/x", f"sqlite:///{tmp_path}/none/x.sqlite"):
        with pytest.raises(InputError) as told:
            connect(address)
        assert "secret" not in str(told.value)
