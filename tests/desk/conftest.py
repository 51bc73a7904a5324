"""A desk over the example archive: in the process, as a server, and in a browser."""

import json
import os
import pwd
import shutil
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from mahdar.archive import Archive
from mahdar.coder import Coder
from mahdar.desk import forms
from mahdar.desk.app import create_app
from mahdar.desk.settings import Settings
from mahdar.desk.store import METADATA, connect
from tests.desk.running import serving
from tests.examples import EXAMPLES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CHROMIUM = os.environ.get("MAHDAR_CHROMIUM") or shutil.which("chromium") or ""
_QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture(scope="session")
def archive(tmp_path_factory: pytest.TempPathFactory, coder: Coder) -> Path:
    """An archive of the articles on one negotiation."""
    path = tmp_path_factory.mktemp("desk") / "archive.duckdb"
    lines = (EXAMPLES / "grain.jsonl").read_text(encoding="utf-8").splitlines()
    with Archive(path) as made:
        made.add((coder.code(**_fields(line)), json.loads(line)["text"]) for line in lines)
        made.link()
    return path


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory, coder: Coder) -> Path:
    """An archive in which two outlets tell one act in words of their own."""
    told = (
        ("التقى الرئيس المصري نظيره التركي في القاهرة أمس.", "الأهرام"),
        ("اجتمع الرئيس التركي مع نظيره المصري في القاهرة الأربعاء، وبحثا ملف غزة.", "الأناضول"),
    )
    path = tmp_path_factory.mktemp("twice") / "archive.duckdb"
    with Archive(path) as made:
        for n, (text, publisher) in enumerate(told):
            made.add([(coder.code(text, id=str(n), published="2024-02-15", publisher=publisher), text)])
        made.link()
    return path


def _fields(line: str) -> dict[str, str]:
    told = json.loads(line)
    return {k: told[k] for k in ("text", "id", "published", "title", "url", "publisher")}


@pytest.fixture
def client(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    """The desk within the process, with a database of its own; its pages wait for what is slow to make."""
    monkeypatch.setattr("mahdar.desk.negotiations.PATIENCE", 60.0)
    settings = Settings(archive, f"sqlite:///{tmp_path / 'desk.sqlite'}")
    with TestClient(create_app(settings), base_url="http://127.0.0.1") as made:
        yield seated(made)


def seated(client: TestClient) -> TestClient:
    """A client whose forms are taken as from pages of the desk."""
    seat = "s" * forms.SEAT_LENGTH
    client.cookies.set(forms.SEAT, seat)
    client.headers[forms.HEADER] = forms.token_of(seat)
    return client


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL of our own; it takes no other connections than through a socket in its folder.

    Tests that want it are skipped where it is not installed, unless MAHDAR_POSTGRES says that it must be.
    """
    found = shutil.which("initdb") or next((str(p) for p in Path("/usr/lib/postgresql").glob("*/bin/initdb")), None)
    if found is None:
        if "MAHDAR_POSTGRES" in os.environ:
            pytest.fail("no initdb, and MAHDAR_POSTGRES says that it must be")
        pytest.skip("no PostgreSQL on this machine")
    programs = Path(found).resolve().parent
    owner = pwd.getpwnam("postgres") if os.getuid() == 0 else None  # it refuses to run as root
    home = Path(tempfile.mkdtemp(prefix="mahdar-pg"))
    if owner:
        os.chown(home, owner.pw_uid, owner.pw_gid)

    def run(program: str, *options: str) -> None:
        uid, gid = (owner.pw_uid, owner.pw_gid) if owner else (None, None)
        command = [str(programs / program), "-D", str(home / "data"), *options]
        subprocess.run(command, check=True, capture_output=True, cwd=home, user=uid, group=gid)

    try:
        run("initdb", "-A", "trust", "-U", "desk", "-N")
        settings = f"-c listen_addresses='' -c unix_socket_directories={home} -c fsync=off"
        run("pg_ctl", "-o", settings, "-l", str(home / "log"), "-w", "start")
        try:
            yield f"postgresql://desk@/postgres?host={home}"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home)


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database of each kind."""
    sqlite = request.param == "sqlite"
    made = connect(f"sqlite:///{tmp_path / 'store.sqlite'}" if sqlite else request.getfixturevalue("postgres"))
    yield made
    with made.begin() as db:
        for table in reversed(METADATA.sorted_tables):
            db.execute(table.delete())
    made.dispose()


@pytest.fixture(scope="session")
def server(archive: Path) -> Iterator[str]:
    """The address of a desk that runs by itself, its first dossier made."""
    with serving(archive) as address:
        until = time.monotonic() + 60
        while urllib.request.urlopen(f"{address}/dossier?all=1").status != 200:
            assert time.monotonic() < until
        yield address


@pytest.fixture(scope="module")  # playwright keeps an event loop running, which other modules could not begin then
def chromium() -> "Iterator[Browser]":
    """Debian's Chromium; tests that want it are skipped where it is not, unless MAHDAR_BROWSER says that it must be."""
    if not CHROMIUM and "MAHDAR_BROWSER" not in os.environ:
        pytest.skip("no chromium on this machine")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(_QUIET))
        yield browser
        browser.close()


@pytest.fixture
def tab(chromium: "Browser") -> "Iterator[Page]":
    """An empty page that fails the test at its end if it met an error or asked another host."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda told: wrong.append(told.text) if told.type == "error" else None)
    page.on("request", lambda asked: None if asked.url.startswith("http://127.0.0.1") else wrong.append(asked.url))
    yield page
    context.close()
    assert not wrong
