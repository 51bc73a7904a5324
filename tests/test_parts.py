"""A file of articles into a Parquet file, as machines of a cluster make it: rows, names, faults, places."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mahdar.archive import Archive
from mahdar.batch.parts import Plan, make
from mahdar.batch.places import Shard, shards
from mahdar.batch.pool import Pool
from mahdar.batch.run import run
from mahdar.errors import InputError
from mahdar.reading import Options, OtherLanguage, articles
from mahdar.record.write import to_json
from mahdar.views.cli import main
from tests.sources import BODY, ENGLISH, PERSIAN, TEXT, TITLE, page, record, zipped
from tests.test_batch import ROOT
from tests.test_batch import articles as invented
from tests.trial_coder import CRASH, FAULT, HANG, trial_coder, trial_reader


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1, 1.0, 500, trial_coder) as made:
        yield made


def write_inputs(folder: Path, many: int = 120) -> list[Path]:
    """A file of each kind that a cluster is given, with faults: of a line, of a row, and one that is cut off."""
    lines = [{"id": a.id, "text": a.text, "published": a.published} for a in invented(many)]
    told = "".join(json.dumps(x, ensure_ascii=False) + "\n" for x in lines)
    (folder / "lines.jsonl").write_text(f'{told}{{}}\nno JSON\n{{"text": "\\ud800"}}\n', encoding="utf-8")
    pq.write_table(pa.Table.from_pylist([*lines[:30], {"id": "en", "text": ENGLISH}]), folder / "rows.parquet")
    whole = zipped([record(f"https://news.example/{n}", page().encode()) for n in range(4)])
    (folder / "pages.warc.gz").write_bytes(whole[:-40])
    return [folder / name for name in ("lines.jsonl", "rows.parquet", "pages.warc.gz")]


def rows(place: Path, order: list[Path]) -> list[dict[str, Any]]:
    """All rows of an output folder, in the order of the input."""
    return [row for path in order for row in pq.read_table(output(place, path)).to_pylist()]


def output(folder: Path, source: Path) -> Path:
    (found,) = folder.glob(f"{source.name.split('.')[0]}-*.parquet")
    return found


def told_locally(folder: Path) -> tuple[list[Any], list[Any]]:
    """The records and the failures of a batch on one machine."""
    coded, failed = (
        [
            json.loads(line)
            for p in sorted(folder.glob(f"{name}-*.jsonl"))
            for line in p.read_text(encoding="utf-8").split("\n")[:-1]
        ]
        for name in ("coded", "failed")
    )
    return coded, failed


def same(found: list[dict[str, Any]], local: Path) -> None:
    """Whether rows tell what a batch on one machine told of the same files."""
    coded, failed = told_locally(local)
    assert [json.loads(r["record"]) for r in found if r["error"] is None] == coded
    lost = [(r["origin"], r["id"] or "", r["error"]) for r in found if r["record"] is None]
    assert lost == [(f["where"], f["id"], f["reason"]) for f in failed]
    assert len(found) == len(coded) + len(failed)


def plan(output: Path | str, **options: Any) -> Plan:
    return Plan(str(output), "/", Options(**options), "1", 1.0, 500)


def test_rows_are_those_of_a_batch_on_one_machine(tmp_path: Path, pool: Pool) -> None:
    inputs = write_inputs(tmp_path)
    made = [make(Shard(str(p)), plan(tmp_path / "out"), pool) for p in inputs]
    assert [m[1:] for m in made] == [
        (120, 3, 0, {}, False, ""),
        (30, 0, 0, {"English": 1}, False, ""),
        (3, 1, 0, {}, False, ""),
    ]
    read = (a for a in articles(list(map(str, inputs))) if not isinstance(a, OtherLanguage))
    run(read, tmp_path / "local", jobs=1)
    found = rows(tmp_path / "out", inputs)
    same(found, tmp_path / "local")
    for row in found:
        if row["record"]:
            doc = json.loads(row["record"])["doc"]
            assert (doc["id"], doc["published"], doc["chars"]) == (row["id"], row["published"], len(row["text"]))


def test_what_is_there_is_passed_over_and_what_is_torn_made_again(tmp_path: Path, pool: Pool) -> None:
    inputs = write_inputs(tmp_path)
    for p in inputs:
        make(Shard(str(p)), plan(tmp_path / "out"), pool)
    before = {p: p.read_bytes() for p in (tmp_path / "out").iterdir()}
    torn, gone = (output(tmp_path / "out", p) for p in inputs[:2])
    torn.write_bytes(before[torn][:-100])
    gone.unlink()
    known = [make(Shard(str(p)), plan(tmp_path / "out"), pool) for p in inputs]
    assert [(m.known, m.coded) for m in known] == [(False, 120), (False, 30), (True, 3)]
    assert known[1].skipped == {"English": 1}
    assert {p: p.read_bytes() for p in (tmp_path / "out").iterdir()} == before


def test_the_name_tells_content_and_coder(tmp_path: Path, pool: Pool) -> None:
    place = tmp_path / "a.txt"
    names: list[set[str]] = []
    for text, how in (
        (TEXT, plan(tmp_path / "out")),
        (f"{TEXT} ", plan(tmp_path / "out")),
        (TEXT, plan(tmp_path / "out", published="2024-02-15")),
        (TEXT, plan(tmp_path / "out")._replace(pack="2")),
    ):
        place.write_text(text, encoding="utf-8")
        assert make(Shard(str(place)), how, pool).coded == 1
        names.append({p.name for p in (tmp_path / "out").iterdir()})
    assert [len(n) for n in names] == [1, 2, 3, 4]
    (tmp_path / "moved").mkdir()
    place = place.rename(tmp_path / "moved" / "a.txt")
    assert make(Shard(str(place)), plan(tmp_path / "out"), pool).known


def test_what_hangs_or_crashes_is_a_row_and_the_file_goes_on(tmp_path: Path, pool: Pool) -> None:
    texts = [TEXT, f"{TEXT} {HANG}", f"{TEXT} {CRASH}", f"{TEXT} {FAULT}", TEXT]
    lines = "".join(json.dumps({"id": str(n), "text": t}) + "\n" for n, t in enumerate(texts))
    (tmp_path / "in.jsonl").write_text(lines, encoding="utf-8")
    made = make(Shard(str(tmp_path / "in.jsonl")), plan(tmp_path / "out"), pool)
    assert (made.coded, made.failed) == (2, 3)
    found = rows(tmp_path / "out", [tmp_path / "in.jsonl"])
    assert [r["id"] for r in found] == list("01234")
    reasons = [r["error"] for r in found]
    assert reasons[0] is reasons[4] is None
    assert "timeout" in reasons[1] and "crash" in reasons[2] and "ZeroDivisionError" in reasons[3]


def test_pages_are_read_by_the_process_that_codes(tmp_path: Path) -> None:
    marks = ("", HANG, "", CRASH, FAULT)
    pages = [page(f'<meta name="x" content="{mark}">') for mark in marks]
    persian = page().replace(BODY[0], PERSIAN).replace(BODY[1], PERSIAN).replace(BODY[2], PERSIAN)
    pages += [persian.replace(TITLE, PERSIAN), "<html><p>مصر مصر</p><script>x</script>"]
    told = [record(f"https://news.example/{n}", x.encode()) for n, x in enumerate(pages)]
    (tmp_path / "in.warc").write_bytes(b"".join(told))
    with Pool(1, 3.0, 500, trial_reader) as pool:
        made = make(Shard(str(tmp_path / "in.warc")), plan(tmp_path / "out"), pool)
    assert (made.coded, made.failed, made.skipped) == (2, 3, {"Persian": 1, "unknown": 1})
    found = rows(tmp_path / "out", [tmp_path / "in.warc"])
    assert [(r["url"] or "")[-1:] for r in found] == list("01234")
    assert [r["text"] for r in found] == ["\n".join((TITLE, *BODY)), "", "\n".join((TITLE, *BODY)), "", ""]
    assert [bool(r["record"]) for r in found] == [True, False, True, False, False]
    assert "timeout" in found[1]["error"] and "crash" in found[3]["error"] and "ZeroDivision" in found[4]["error"]


def test_the_process_that_codes_serves_file_after_file(tmp_path: Path, pool: Pool) -> None:
    seen = set()
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"{TEXT} {n}", encoding="utf-8")
        make(Shard(str(tmp_path / f"{n}.txt")), plan(tmp_path / "out"), pool)
        seen.add(pool.workers[0].process.pid)
    assert len(seen) == len(pool.workers) == 1


def test_a_file_that_cannot_be_read_or_written_is_told(tmp_path: Path, pool: Pool) -> None:
    missing = make(Shard("missing.jsonl"), plan(tmp_path / "out")._replace(base=str(tmp_path)), pool)
    assert missing.trouble == "missing.jsonl: cannot read: No such file or directory."
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert "cannot write" in make(Shard(str(tmp_path / "a.txt")), plan(tmp_path / "file"), pool).trouble
    for full in ("/dev/full", "/proc"):
        assert "cannot write" in make(Shard(str(tmp_path / "a.txt")), plan(full), pool).trouble
    assert not list((tmp_path / "out").iterdir())


def test_files_by_uri(tmp_path: Path, pool: Pool) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    write_inputs(tmp_path / "in" / "deep")
    (tmp_path / "in" / ".hidden.jsonl").write_text("{}", encoding="utf-8")
    (tmp_path / "in" / "notes.md").write_text("-", encoding="utf-8")
    uri = (tmp_path / "in").as_uri()
    found = [s for s in shards(uri) if isinstance(s, Shard)]
    assert [s.where for s in found] == [
        f"{uri}/deep/{name}" for name in ("lines.jsonl", "pages.warc.gz", "rows.parquet")
    ]
    assert all(s.many for s in found)
    by_path = [s for s in shards(str(tmp_path / "in")) if isinstance(s, Shard)]
    for s in found:
        assert make(s, plan((tmp_path / "uri").as_uri()), pool).coded
    for s in by_path:
        assert make(s, plan(tmp_path / "path"), pool).coded
    assert [p.name for p in sorted((tmp_path / "uri").iterdir())] == [
        p.name for p in sorted((tmp_path / "path").iterdir())
    ]
    (wrong,) = shards("nothing://here")
    assert isinstance(wrong, InputError)
    (empty,) = shards(str(tmp_path / "in" / "*.txt"))
    assert isinstance(empty, InputError)


def test_an_archive_takes_the_records(
    tmp_path: Path, pool: Pool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    inputs = write_inputs(tmp_path, 20)
    for p in inputs:
        make(Shard(str(p)), plan(tmp_path / "out"), pool)
    monkeypatch.setattr("mahdar.coder.Coder.code", None)
    add = ["archive", "add", "--archive", str(tmp_path / "a.duckdb"), "--coded"]
    assert main([*add, str(tmp_path / "out")]) == 0
    found = [r for r in rows(tmp_path / "out", inputs) if r["record"]]
    with Archive(tmp_path / "a.duckdb", read_only=True) as archive:
        kept = {to_json(record).decode(): text for record, text in archive.records()}
    different = {r["text"]: r["record"] for r in reversed(found)}
    assert kept == {record: text for text, record in different.items()}
    for wrong in (str(inputs[0]), str(inputs[1]), str(tmp_path / "nowhere")):
        assert main([*add, wrong]) == 2
        assert "Traceback" not in capsys.readouterr().err


def test_the_documents_show_the_recipes() -> None:
    shown = (ROOT / "docs" / "cluster.md").read_text(encoding="utf-8")
    for recipe in sorted((ROOT / "examples").glob("*_recipe.py")):
        assert recipe.read_text(encoding="utf-8") in shown


def test_without_ray_the_mend_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    call = ["batch", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]
    assert main([*call, "--engine", "ray"]) == 2
    assert "pip install 'mahdar[ray]'" in capsys.readouterr().err
    assert main([*call, "--engine", "ray", "--shard", "0/2"]) == 2
    assert main(["batch", "-", "-o", "out", "--engine", "ray"]) == 2
    assert main([*call, "--address", "127.0.0.1:6379"]) == 2
