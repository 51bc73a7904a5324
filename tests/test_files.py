"""Where output goes: full disks, devices, pipes, links. Nothing half-written stays, and what was there before does."""

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.archive import Archive
from mahdar.views.output import FORMATS
from tests.sources import TEXT

MAHDAR = Path(sys.executable).parent / "mahdar"
ROOM = 8192  # bytes that a file may have where there is little room


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("news") / "news.jsonl"
    lines = [{"id": str(n), "text": f"{TEXT} {n}", "published": "2024-02-15"} for n in range(200)]
    path.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    return path


def little_room() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


def mahdar(*args: str | Path, full: bool = False, stdout: int = subprocess.PIPE) -> tuple[int, list[str]]:
    """Exit status and standard error; `full`: with little room on the disk."""
    done = subprocess.run(
        [MAHDAR, *args], stdout=stdout, stderr=subprocess.PIPE, text=True, preexec_fn=little_room if full else None
    )
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize("form", FORMATS)
def test_no_room_for_a_file(form: str, news: Path, tmp_path: Path) -> None:
    target = tmp_path / "out"
    if form == "parquet":
        target.mkdir()
    before = target / "events.parquet" if form == "parquet" else target
    before.write_text("as it was", encoding="utf-8")
    status, errors = mahdar("code", news, "--format", form, "-o", target, full=True)
    assert (status, errors) == (2, [f"mahdar: {target}: cannot write: File too large. Make room, or write elsewhere."])
    assert before.read_text(encoding="utf-8") == "as it was"
    assert [p.name for p in before.parent.iterdir()] == [before.name]


def test_a_new_folder_of_parquet_is_not_left_empty(news: Path, tmp_path: Path) -> None:
    assert mahdar("code", news, "--format", "parquet", "-o", tmp_path / "out", full=True)[0] == 2
    assert not (tmp_path / "out").exists()


CALLS = [
    *(("code", "{news}", "--format", form) for form in FORMATS if form != "parquet"),
    ("read", "{news}"),
    ("explain", "{news}"),
    ("dossier", "{news}"),
    ("dossier", "{news}", "-o", "/dev/full"),
    ("code", "{news}", "--format", "gdelt", "-o", "/dev/full"),
    ("watch", "{feed}", "--once"),
    ("archive", "info", "--archive", "{archive}"),
    ("archive", "export", "--archive", "{archive}"),
    ("query", "SELECT words FROM events", "--archive", "{archive}"),
]


@pytest.fixture(scope="module")
def archive(news: Path) -> Path:
    path = news.with_name("news.duckdb")
    assert mahdar("archive", "add", news, "--archive", path)[0] == 0
    return path


@pytest.fixture(scope="module")
def feed(news: Path) -> Path:
    path = news.with_name("feed.xml")
    path.write_text(f"<rss><channel><item><title>{TEXT}</title></item></channel></rss>", encoding="utf-8")
    return path


@pytest.mark.parametrize("call", CALLS, ids=" ".join)
def test_no_room_for_standard_output(call: tuple[str, ...], news: Path, archive: Path, feed: Path) -> None:
    given = [x.format(news=news, archive=archive, feed=feed.as_uri()) for x in call]
    device = os.open("/dev/full", os.O_WRONLY)
    status, errors = mahdar(*given, stdout=device)
    os.close(device)
    place = "/dev/full" if "-o" in call else "standard output"
    assert (status, errors[-1:]) == (
        2,
        [f"mahdar: {place}: cannot write: No space left on device. Make room, or write elsewhere."],
    )
    assert len(errors) == 1
    assert Path("/dev/full").is_char_device() and not list(Path("/dev").glob("full?*"))


@pytest.mark.parametrize("call", ["dossier", "watch", "archive add"])
def test_no_room_for_what_other_commands_write(call: str, news: Path, feed: Path, tmp_path: Path) -> None:
    source = feed.as_uri() if call == "watch" else str(news)
    how = {"dossier": ["--format", "html", "-o"], "watch": ["--once", "-o"], "archive add": ["--archive"]}[call]
    if call == "watch":
        feed = tmp_path / "feed.xml"
        items = "".join(f"<item><title>{TEXT} {n}</title></item>" for n in range(200))
        feed.write_text(f"<rss><channel>{items}</channel></rss>", encoding="utf-8")
        source = feed.as_uri()
    (tmp_path / "out").mkdir()
    target = tmp_path / "out" / "news"
    status, errors = mahdar(*call.split(), source, *how, target, full=True)
    assert (status, len(errors)) == (2, 1)
    assert errors[0].startswith(f"mahdar: {target}: cannot write: File too large. Make room")
    assert not list((tmp_path / "out").iterdir()) or call == "watch"  # which goes on from half a line
    assert mahdar(*call.split(), source, *how, target)[0] == 0
    if call == "watch":
        lines = target.read_text(encoding="utf-8").splitlines()
        assert len({json.loads(line)["id"] for line in lines}) == len(lines) == 200


def test_no_room_for_more_in_an_archive(news: Path, tmp_path: Path) -> None:
    path = tmp_path / "news.duckdb"
    (tmp_path / "one.txt").write_text(TEXT, encoding="utf-8")
    assert mahdar("archive", "add", tmp_path / "one.txt", "--archive", path)[0] == 0
    status, errors = mahdar("archive", "add", news, "--archive", path, full=True)
    assert (status, len(errors)) == (2, 1)
    assert errors[0].startswith(f"mahdar: {path}: cannot write: File too large. Make room")
    with Archive(path, read_only=True) as archive:
        assert archive.info()["articles"] == 1
    assert mahdar("archive", "add", news, "--archive", path)[0] == 0
    with Archive(path, read_only=True) as archive:
        assert archive.info()["articles"] == 201


def test_devices_pipes_and_links_stay_what_they_are(news: Path, tmp_path: Path) -> None:
    wanted = subprocess.run([MAHDAR, "code", news], capture_output=True, check=True).stdout
    shown = subprocess.run([MAHDAR, "code", news, "-o", "/dev/stdout"], capture_output=True, check=True).stdout
    assert shown == wanted
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(["cat", tmp_path / "pipe"], stdout=subprocess.PIPE) as reader:
        assert mahdar("code", news, "--format", "gdelt", "-o", tmp_path / "pipe") == (0, [])
        assert reader.communicate()[0].count(b"\n") >= 200
    (tmp_path / "link").symlink_to(tmp_path / "real")
    assert mahdar("code", news, "-o", tmp_path / "link") == (0, [])
    assert (tmp_path / "link").is_symlink() and (tmp_path / "real").read_bytes() == wanted
    assert sorted(p.name for p in tmp_path.iterdir()) == ["link", "pipe", "real"]
