"""Dossiers that take longer than a page waits: made beside the server, shown when they are there."""

import multiprocessing
import re
import shutil
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mahdar.coder import Coder
from mahdar.desk import making, negotiations
from mahdar.desk.app import create_app
from mahdar.desk.coders import Failed, Full
from mahdar.desk.library import Library
from mahdar.desk.making import Asked, Maker
from mahdar.desk.settings import Settings
from mahdar.errors import InputError

pytestmark = pytest.mark.enable_socket
ALL = "/dossier?all=1&ui=en"


@pytest.fixture
def hasty(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """A desk whose pages wait for no dossier, over an archive of its own."""
    monkeypatch.setattr(negotiations, "PATIENCE", 0.0)
    monkeypatch.setattr("mahdar.desk.routes.dossier.LONG", 0.0)
    monkeypatch.setattr("mahdar.desk.routes.api.LONG", 0.0)
    shutil.copy(archive, tmp_path / "own.duckdb")
    with TestClient(create_app(Settings(tmp_path / "own.duckdb")), base_url="http://127.0.0.1") as made:
        yield made


def soon(asked: Callable[[], object], seconds: float = 30) -> None:
    until = time.monotonic() + seconds
    while not asked():
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_page_tells_that_it_is_being_made(hasty: TestClient) -> None:
    told = hasty.get(ALL)
    assert told.status_code == 202
    assert 'role="status"' in told.text and 'href="/dossier?all=1' in told.text
    assert hasty.get("/dossier/export.md?all=1").status_code == 202
    program = hasty.get("/api/dossier?about=RUS")
    assert (program.status_code, program.json()["code"], program.headers["retry-after"]) == (503, "making", "2")
    soon(lambda: hasty.get(ALL).status_code == 200)
    assert hasty.get("/dossier/matrix?all=1").status_code == 200


def test_meanwhile_it_is_shown_as_it_was(hasty: TestClient, coder: Coder) -> None:
    soon(lambda: hasty.get(ALL).status_code == 200)
    assert "being made anew" not in hasty.get(ALL).text
    library: Library = hasty.app.state.library  # type: ignore[attr-defined]
    text = "هددت روسيا بالرد على أوكرانيا."
    with library.writing() as kept:
        kept.add([(coder.code(text, id="late", published="2022-08-04"), text)])
    again = hasty.get(ALL)
    assert again.status_code == 200
    assert "being made anew" in again.text
    soon(lambda: "being made anew" not in hasty.get(ALL).text)
    assert "late" in hasty.get("/dossier/export.json?all=1").text


def test_what_cannot_be_is_not_made_twice(hasty: TestClient) -> None:
    soon(lambda: hasty.get("/dossier?issue=nothing").status_code == 404)
    assert hasty.get("/dossier?issue=nothing").status_code == 404


def test_a_process_that_is_gone_is_replaced(archive: Path) -> None:
    maker = Maker(archive)
    try:
        job = maker.submit(Asked(), [])
        soon(lambda: maker._process is not None)
        assert maker._process is not None
        maker._process.kill()
        with pytest.raises(Failed):
            job.made.result(30)
        assert maker.submit(Asked(("RUS",)), []).made.result(30).about == ["RUS"]
    finally:
        maker.close()
    with pytest.raises(Full):
        maker.submit(Asked(), [])


def test_a_dossier_that_takes_too_long_is_stopped(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "SECONDS", 0.0)
    maker = Maker(archive)
    try:
        with pytest.raises(InputError) as told:
            maker.submit(Asked(), []).made.result(30)
        assert told.value.code == "slow-dossier"
        monkeypatch.setattr(making, "SECONDS", 60.0)
        assert maker.submit(Asked(("RUS",)), []).made.result(30).positions
    finally:
        maker.close()


def test_after_a_large_one_the_process_begins_anew(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "LARGE", 11)
    maker = Maker(archive)
    try:
        made = maker.submit(Asked(), []).made.result(30)
        assert maker.submit(Asked(), []).made.result(30) == made
    finally:
        maker.close()


def test_long_tables_come_in_pages(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mahdar.desk.routes.dossier._PAGE", 5)
    every = [p["id"] for p in client.get("/dossier/export.json?all=1").json()["positions"]]
    shown: list[str] = []
    address = "/dossier/positions?all=1"
    while address:
        page = client.get(address).text
        shown += re.findall(r'<li class="card" id="(p\d+)">', page)
        onward = re.search(r'rel="next" href="([^"]+)"', page)
        address = onward[1].replace("&amp;", "&") if onward else ""
    assert shown == every
    for part in ("meetings", "claims", "commitments", "sources"):
        assert client.get(f"/dossier/{part}?all=1&page=2").status_code == 200
        assert client.get(f"/dossier/{part}?all=1&page=999").status_code == 200
    assert client.get("/dossier/sources?all=1&page=3").text.count('<li class="card">') == 2
    assert client.get("/dossier/positions?all=1&page=x").text.count('<li class="card"') == 5


def test_what_is_too_large_to_print(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mahdar.desk.routes.dossier._PRINTED", 11)
    assert client.get("/dossier/export.html?all=1").status_code == 400
    assert "export.html" not in client.get("/dossier?all=1").text
    assert client.get("/dossier/export.json?all=1").status_code == 200


def test_so_many_may_wait(archive: Path, client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "WAITING", 0)
    told = client.get("/api/dossier?about=RUS")
    assert (told.status_code, told.json()["code"], told.headers["retry-after"]) == (503, "dossiers", "30")
    assert client.get("/dossier?about=RUS").status_code == 503
    with pytest.raises(Full):
        Maker(archive).submit(Asked(), [])


@pytest.mark.parametrize(
    ("asked", "most", "code", "where"),
    [
        (Asked(), 11, "many-articles", ""),
        (Asked(("KEN",)), 11, "no-acts", ""),
        (Asked(issue="nothing"), 12, "issue", "issue"),
    ],
)
def test_why_there_is_none(
    archive: Path, monkeypatch: pytest.MonkeyPatch, asked: Asked, most: int, code: str, where: str
) -> None:
    monkeypatch.setattr(making, "MOST", most)
    one, _ = multiprocessing.Pipe()
    with pytest.raises(InputError) as told:
        making._dossier(Library(archive), asked, [], one)
    assert (told.value.code, told.value.where) == (code, where)


def test_programs_are_told_which_field_is_wrong(client: TestClient) -> None:
    told = client.get("/api/dossier?issue=nothing")
    assert (told.status_code, told.json()["code"], told.json()["where"]) == (422, "issue", "issue")
    assert "إزالة الألغام" in told.json()["mend"]
