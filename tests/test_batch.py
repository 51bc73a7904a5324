"""Batches: order, bytes, kills, hangs, full disks."""

import contextlib
import json
import os
import pty
import random
import re
import resource
import signal
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pytest

from mahdar.batch import code_batch
from mahdar.batch.run import Progress, run
from mahdar.coder import Coder
from mahdar.errors import InputError
from mahdar.reading import Article, Options
from mahdar.reading.paths import unread
from mahdar.record.assemble import fingerprint
from mahdar.record.write import to_json
from mahdar.views.cli import main
from tests.sources import BODY, ENGLISH, PERSIAN, TITLE, page, record
from tests.trial_coder import CRASH, EAT, EXIT, FAULT, HANG, trial_coder, trial_reader

MAHDAR = Path(sys.executable).parent / "mahdar"
ROOT = Path(__file__).parents[1]
STATES = ("مصر", "تركيا", "روسيا", "كينيا", "البرازيل", "الهند", "اليابان")
ACTS = ("رفضت {} المقترح الذي قدمته {}.", "أدانت {} القصف الذي شنته {}.", "دعت {} حكومة {} إلى الحوار.")


def articles(n: int) -> list[Article]:
    choose = random.Random(n)
    return [
        Article(
            "here", str(i), choose.choice(ACTS).format(*choose.sample(STATES, 2)) + f" وذلك في اليوم {i}.", "2024-05-01"
        )
        for i in range(n)
    ]


def output(folder: Path) -> dict[str, bytes]:
    """All that a batch gives, without the order in which it came about."""
    return {p.name: p.read_bytes() for p in sorted(folder.iterdir()) if "journal" not in p.name}


def lines(folder: Path, name: str) -> list[Any]:
    told = "".join(p.read_text(encoding="utf-8") for p in sorted(folder.glob(f"{name}-*.jsonl")))
    return [json.loads(line) for line in told.split("\n")[:-1]]


def test_order_and_bytes_are_those_of_one_after_the_other(coder: Coder, tmp_path: Path) -> None:
    items = articles(45)
    done = run(items, tmp_path / "two", jobs=2, size=10)
    assert done == Progress(coded=45)
    one_by_one = b"".join(to_json(coder.code(a.text, id=a.id, published=a.published)) + b"\n" for a in items)
    assert b"".join(v for k, v in output(tmp_path / "two").items() if k.startswith("coded")) == one_by_one
    run(items, tmp_path / "one", jobs=1, size=10)
    assert output(tmp_path / "one") == output(tmp_path / "two")


def test_again_does_nothing_anew(tmp_path: Path) -> None:
    run(articles(25), tmp_path, jobs=1, size=10)
    before = {p: p.stat().st_mtime_ns for p in tmp_path.glob("coded-*")}
    assert run(articles(25), tmp_path, jobs=1, size=10) == Progress(coded=25, known=25)
    assert {p: p.stat().st_mtime_ns for p in tmp_path.glob("coded-*")} == before


def test_what_hangs_crashes_or_fails_is_named_and_passed_over(tmp_path: Path) -> None:
    items: list[Article | InputError] = [*articles(30)]
    marks = {3: HANG, 11: CRASH, 12: EXIT, 20: FAULT, 22: EAT}
    for n, mark in marks.items():
        items[n] = Article("here", str(n), f"رفضت مصر المقترح. {mark}")
    items[25] = Article("here", "25", "")
    items[26] = InputError("no field.", "there")
    done = run(items, tmp_path, jobs=2, size=8, timeout=1.0, memory=500, made=trial_coder)
    assert done == Progress(coded=23, refused=1, failed=5)  # the empty one is neither
    assert [r["doc"]["id"] for r in lines(tmp_path, "coded")] == [
        str(n) for n in range(30) if n not in {*marks, 25, 26}
    ]
    told = {f["id"]: f["reason"] for f in lines(tmp_path, "failed")}
    assert "timeout" in told["3"]
    assert "crash" in told["11"] and str(-signal.SIGSEGV) in told["11"]
    assert "crash" in told["12"] and "3" in told["12"]
    assert "ZeroDivisionError" in told["20"]
    assert told["22"] == "failed, memory: more than 500 MB"
    assert told[""] == "there: no field." and "25" not in told
    texts = {f["id"]: f["sha256"] for f in lines(tmp_path, "failed")}
    assert texts == {"": "", **{str(n): fingerprint(items[n].text) for n in marks}}  # type: ignore[union-attr]


@pytest.fixture
def pages(tmp_path: Path) -> list[Path]:
    """A web archive, a folder of pages and lines that hold pages, some in other languages, one without a text."""
    other = page(lang="fa").replace(BODY[0], PERSIAN).replace(BODY[1], PERSIAN).replace(BODY[2], PERSIAN)
    other = other.replace(TITLE, PERSIAN)
    told = [*(page().replace("لافروف", f"لافروف رقم {n}") for n in range(9)), other, "<html><script>مصر مصر</script>"]
    web = [record(f"https://news.example/{n}", x.encode()) for n, x in enumerate(told)]
    (tmp_path / "a.warc").write_bytes(b"".join([*web, record("https://news.example/e", ENGLISH.encode())]))
    (tmp_path / "b").mkdir()
    for n, x in enumerate(told):
        (tmp_path / "b" / f"{n}.html").write_text(x, encoding="utf-8")
    lines = [{"id": f"l{n}", "html": x, "date": "2024-02-15"} for n, x in enumerate(told)]
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    return [tmp_path / "a.warc", tmp_path / "b", tmp_path / "c.jsonl"]


def test_pages_are_read_by_the_workers_as_they_are_by_code(
    pages: list[Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call = [*map(str, pages), "--published", "2024-03-01"]
    assert main(["code", *call, "-o", str(tmp_path / "code.jsonl")]) == 1
    *refused, skipped = capsys.readouterr().err.splitlines()
    assert skipped == "mahdar: skipped: 3 Persian, 2 unknown." and len(refused) == 2
    for jobs in ("1", "2"):
        out = tmp_path / jobs
        for again in range(2):
            assert main(["batch", *call, "-o", str(out), "--jobs", jobs]) == 1
            before = " (29 of them before)" if again else ""
            assert capsys.readouterr().err.splitlines() == [
                f"29 articles{before}: 27 coded, 2 refused, 0 failed.",
                skipped,
            ]
        coded = b"".join(p.read_bytes() for p in sorted(out.glob("coded-*")))
        assert coded == (tmp_path / "code.jsonl").read_bytes()
        assert [f"mahdar: {f['reason']}" for f in lines(out, "failed")] == refused


def test_a_page_whose_reading_hangs_or_crashes_is_passed_over(tmp_path: Path) -> None:
    marks = {1: EAT, 3: HANG, 5: CRASH, 6: EXIT, 7: FAULT}
    (tmp_path / "in").mkdir()
    for n in range(9):
        markup = page(f'<meta name="x" content="{marks.get(n, "")}">')
        (tmp_path / "in" / f"{n}.html").write_text(markup, encoding="utf-8")
    found = unread([str(tmp_path / "in")], Options())
    done = run(found, tmp_path / "out", jobs=2, size=4, timeout=3.0, memory=500, made=trial_reader)
    assert done == Progress(coded=4, failed=5)
    told = {f["id"]: f["reason"] for f in lines(tmp_path / "out", "failed")}
    assert {i: told[i].split(":")[0] for i in "1356"} == {
        "1": "failed, memory", "3": "failed, timeout", "5": "failed, crash", "6": "failed, crash",
    }  # fmt: skip
    assert "ZeroDivisionError" in told["7"]


def test_parts_of_several_machines_are_the_whole(tmp_path: Path) -> None:
    items = articles(50)
    run(items, tmp_path / "whole", jobs=1, size=10)
    for i in range(3):
        run(items, tmp_path / "parts", jobs=1, size=10, part=(i, 3))
    whole, parts = output(tmp_path / "whole"), output(tmp_path / "parts")
    names = [n for n in whole if n.startswith("coded")]
    assert len(names) == 5 and [parts[n] for n in names] == [whole[n] for n in names]


def test_another_input_or_coder_is_refused(tmp_path: Path) -> None:
    run(articles(20), tmp_path, jobs=1, size=10)
    with pytest.raises(InputError, match="not what it was"):
        run(articles(21)[::-1], tmp_path, jobs=1, size=10)
    with pytest.raises(InputError, match="other settings"):
        run(articles(20), tmp_path, jobs=1, size=5)
    with pytest.raises(InputError, match="another coder"):
        run(articles(20), tmp_path, jobs=1, size=10, pack="other")


@pytest.mark.parametrize("part", [(0, 1), (1, 2)])
def test_an_input_that_became_shorter_is_refused(part: tuple[int, int], tmp_path: Path) -> None:
    items = articles(40)
    run(items, tmp_path, jobs=1, size=10, part=part)
    with pytest.raises(InputError, match=r"fewer articles than it had.*--no-resume"):
        run(items[:20], tmp_path, jobs=1, size=10, part=part)
    (tmp_path / "journal.jsonl").unlink(missing_ok=True)  # as if a longer run had been killed at its last shard
    with pytest.raises(InputError, match="fewer articles"):
        run(items[:20], tmp_path, jobs=1, size=10, part=part)


def test_an_input_that_became_longer_is_refused_at_its_torn_shard_only(tmp_path: Path) -> None:
    items = articles(40)
    run(items[:20], tmp_path, jobs=1, size=10)
    assert run(items, tmp_path, jobs=1, size=10) == Progress(coded=40, known=20)
    with pytest.raises(InputError, match="not what it was"):
        run([*items[:35], *items], tmp_path, jobs=1, size=10)


def test_anew(source: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / "mine").mkdir(parents=True)
    assert main(["batch", str(source), "-o", str(out), "--jobs", "2"]) == 0
    source.write_text("".join(source.read_text(encoding="utf-8").splitlines(True)[50:250]), encoding="utf-8")
    assert main(["batch", str(source), "-o", str(out), "--jobs", "2", "--resume"]) == 2
    assert main(["batch", str(source), "-o", str(out), "--jobs", "2", "--no-resume", "--shard", "0/2"]) == 2
    assert main(["batch", str(source), "-o", str(out), "--jobs", "2", "--no-resume"]) == 0
    assert [r["doc"]["id"] for r in lines(out, "coded")] == [str(n) for n in range(50, 250)]
    assert (out / "mine").is_dir() and len(list(out.glob("coded-*"))) == 2


def test_files_of_something_else_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "coded-000000.jsonl").write_text("mine", encoding="utf-8")
    for anew in (False, True):
        with pytest.raises(InputError, match="files of something else"):
            run(articles(20), tmp_path, jobs=1, size=10, anew=anew)
    assert (tmp_path / "coded-000000.jsonl").read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("option", ["--published", "--map"])
def test_another_way_to_read_the_input_is_refused(option: str, tmp_path: Path) -> None:
    line = json.dumps({"text": articles(1)[0].text, "body": articles(2)[1].text})
    (tmp_path / "in.jsonl").write_text(line + "\n", encoding="utf-8")
    call = ["batch", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out"), "--jobs", "1"]
    assert main(call) == main(call) == 0
    assert main([*call, option, {"--published": "2024-05-01", "--map": "text=body"}[option]]) == 2


def test_two_at_once_in_one_folder_are_refused(tmp_path: Path) -> None:
    def second(progress: Progress) -> None:
        with pytest.raises(InputError, match="another batch"):
            run(articles(10), tmp_path, jobs=1, size=10)

    assert run(articles(10), tmp_path, jobs=1, size=10, told=second).coded == 10


def test_a_torn_journal_and_a_torn_shard_are_done_again(tmp_path: Path) -> None:
    run(articles(40), tmp_path, jobs=1, size=10)
    whole = output(tmp_path)
    journal = tmp_path / "journal.jsonl"
    journal.write_bytes(journal.read_bytes()[:-20])
    (tmp_path / "coded-000001.jsonl").write_bytes(whole["coded-000001.jsonl"][:-100])
    (tmp_path / "coded-000002.jsonl.7.part").write_bytes(b"half")
    assert run(articles(40), tmp_path, jobs=1, size=10) == Progress(coded=40, known=20)
    assert output(tmp_path) == whole


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "in.jsonl"
    told = [{"id": a.id, "text": a.text, "published": a.published} for a in articles(400)]
    path.write_text("".join(json.dumps(a, ensure_ascii=False) + "\n" for a in told), encoding="utf-8")
    return path


def start(source: Path, folder: Path, before: Callable[[], None] | None = None) -> "subprocess.Popen[bytes]":
    command = [str(MAHDAR), "batch", str(source), "-o", str(folder), "--jobs", "2"]
    return subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=before)


RUN_IN_SMALL_SHARDS = """
import sys
from pathlib import Path
from mahdar.batch.run import run
from tests.test_batch import articles
if __name__ == "__main__":
    run(articles(int(sys.argv[2])), Path(sys.argv[1]), jobs=2, size=5)
"""
KILLS = int(os.environ.get("MAHDAR_KILLS", "5"))
MANY = 100 + 60 * KILLS  # articles: more than the runs that are killed get done


def test_killed_at_random_moments_and_resumed(tmp_path: Path) -> None:
    """`MAHDAR_KILLS=100` kills it a hundred times."""
    run(articles(MANY), tmp_path / "calm", jobs=2, size=5)
    script = tmp_path / "small.py"
    script.write_text(RUN_IN_SMALL_SHARDS, encoding="utf-8")
    choose = random.Random(4)
    killed = tmp_path / "killed"
    for _ in range(KILLS):
        process = subprocess.Popen(
            [sys.executable, str(script), str(killed), str(MANY)], env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        before = _size(killed)
        while _size(killed) == before and process.poll() is None:  # a shard further each time, or it never ends
            time.sleep(0.002)
        time.sleep(choose.uniform(0, 0.2))
        process.kill()
        process.wait()
    assert len(list(killed.glob("coded-*"))) < MANY // 5, "every kill met work to do"
    subprocess.run(
        [sys.executable, str(script), str(killed), str(MANY)], env={**os.environ, "PYTHONPATH": str(ROOT)}, check=True
    )
    assert output(killed) == output(tmp_path / "calm")
    assert [r["doc"]["id"] for r in lines(killed, "coded")] == [str(n) for n in range(MANY)]


def _size(folder: Path) -> int:
    """How many bytes of shards there are."""
    return sum(p.stat().st_size for p in folder.glob("coded-*.jsonl"))


def test_terminated_it_ends_soon_and_leaves_no_worker(source: Path, tmp_path: Path) -> None:
    process = start(source, tmp_path / "out")
    while len(_children(process.pid)) < 2:  # until its workers are there
        time.sleep(0.05)
        assert process.poll() is None
    time.sleep(0.5)
    children = _children(process.pid)
    process.terminate()
    began = time.monotonic()
    process.communicate(timeout=10)
    assert time.monotonic() - began < 5
    assert process.returncode in (143, 0)
    time.sleep(0.2)
    assert not any(_alive(c) for c in children)


def _children(pid: int) -> list[int]:
    path = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(c) for c in path.read_text().split()] if path.exists() else []


def _alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().split(")")[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


def test_no_room_is_told_and_nothing_lost(source: Path, tmp_path: Path) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))

    process = start(source, tmp_path / "out", little_room)
    _, err = process.communicate(timeout=60)
    assert process.returncode == 2
    assert "cannot write" in err.decode() and "Traceback" not in err.decode()
    assert not list((tmp_path / "out").glob("coded-*.jsonl"))
    assert main(["batch", str(source), "-o", str(tmp_path / "out"), "--jobs", "2"]) == 0
    assert len(lines(tmp_path / "out", "coded")) == 400


def test_an_empty_text_is_counted_and_no_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.jsonl").write_text('{"text": "رفضت مصر المقترح."}\n{"text": " "}\n', encoding="utf-8")
    assert main(["batch", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "out"), "--jobs", "1"]) == 0
    told = capsys.readouterr().err
    assert "1 coded, 0 refused, 0 failed" in told and "skipped: 1 empty" in told
    assert not lines(tmp_path / "out", "failed")


def test_refusals_and_calls(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in.jsonl").write_text('{"id": "a", "text": "رفضت مصر المقترح."}\n{}\n', encoding="utf-8")
    out = str(tmp_path / "out")
    assert main(["batch", str(tmp_path / "in.jsonl"), "-o", out, "--jobs", "1"]) == 1
    assert "1 coded, 1 refused, 0 failed" in capsys.readouterr().err
    for call in (["--jobs", "0"], ["--memory", "0"], ["--shard", "2/2"], ["--shard", "x"]):
        assert main(["batch", str(tmp_path / "in.jsonl"), "-o", out, *call]) == 2
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert main(["batch", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "file")]) == 2
    capsys.readouterr()
    assert main(["batch", str(tmp_path / "in.jsonl"), "-o", str(tmp_path / "new"), "--memory", "20"]) == 2
    assert "a worker ends before it begins" in capsys.readouterr().err


@pytest.mark.parametrize("form", ["parquet", "csv", "jsonl"])
def test_the_bar_tells_rate_rest_and_failures(form: str, tmp_path: Path) -> None:
    table = pd.DataFrame([{"id": a.id, "text": a.text, "published": a.published} for a in articles(600)])
    table.loc[table.index % 150 == 7, "published"] = "1446-01-05"  # no date: refused
    path = tmp_path / f"in.{form}"
    if form == "jsonl":
        table.to_json(path, orient="records", lines=True)
    else:
        table.to_parquet(path) if form == "parquet" else table.to_csv(path)
    screen, terminal = pty.openpty()
    termios.tcsetwinsize(terminal, (24, 200))
    command = [str(MAHDAR), "batch", str(path), "-o", str(tmp_path / "out"), "--jobs", "1"]
    with subprocess.Popen(command, stderr=terminal) as process:
        os.close(terminal)
        shown = b""
        with contextlib.suppress(OSError):  # the other end is closed
            while more := os.read(screen, 1 << 16):
                shown += more
    os.close(screen)
    assert process.returncode == 1
    told = re.sub(r"\x1b\[[^a-zA-Z]*[a-zA-Z]", "", shown.decode("utf-8"))
    assert re.search(r"[1-5]00 articles, [0-9.]+ a second, [1-4] not coded, 0:00:\d\d left 0:00:\d\d", told), told
    assert "600 articles: 596 coded, 4 refused, 0 failed." in told


def test_a_table_of_articles(coder: Coder) -> None:
    items = articles(5)
    table = pa.table(
        {
            "id": [*range(5), 5],
            "text": [*(a.text for a in items), None],
            "published": [*(a.published for a in items), None],
            "other": list(range(6)),
        }
    )
    coded = code_batch(table).to_pylist()
    assert [c["id"] for c in coded] == [str(n) for n in range(6)]
    for a, c in zip(items, coded, strict=False):
        assert c["error"] is None
        assert c["record"].encode() == to_json(coder.code(a.text, id=a.id, published=a.published))
    assert coded[5]["record"] is None and coded[5]["error"] == "empty"
    with pytest.raises(InputError, match="no column text"):
        code_batch(pa.table({"id": ["a"]}))


def test_nothing_but_the_environment_changes_the_bytes(source: Path, tmp_path: Path) -> None:
    for n, extra in enumerate(({}, {"TZ": "Asia/Gaza", "LC_ALL": "C", "PYTHONHASHSEED": "7"})):
        command = [str(MAHDAR), "batch", str(source), "-o", str(tmp_path / str(n)), "--jobs", str(1 + n)]
        subprocess.run(command, env={**os.environ, **extra}, check=True, capture_output=True)
    assert output(tmp_path / "0") == output(tmp_path / "1")
