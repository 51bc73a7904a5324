"""The archive: added once, superseded, asked; from Python and from the command line."""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mahdar.archive import Archive
from mahdar.archive.coded import Records
from mahdar.archive.schema import TABLE_COLUMNS
from mahdar.coder import Coder
from mahdar.errors import InputError
from mahdar.reading import Article
from mahdar.record.types import Record
from mahdar.record.write import from_json, to_json
from mahdar.views.cli import main

TEXTS = {
    "a": ("هددت روسيا بالرد على نشر الصواريخ الأمريكية، وأدانت واشنطن التهديد.", "2021-11-20"),
    "b": ("التقى الرئيس المصري نظيره التركي في القاهرة.", "2021-12-02"),
    "c": ("قالت أوكرانيا إن القوات الروسية قصفت خاركيف، ونفت موسكو القصف.", "2021-12-05"),
    "d": ("ومن المقرر أن يزور وزير الخارجية الروسي أنقرة يوم الخميس.", "2021-12-07"),
}
Coded = list[tuple[Record, str]]


@pytest.fixture(scope="module")
def coded(coder: Coder) -> Coded:
    return [(coder.code(text, id=i, published=day), text) for i, (text, day) in TEXTS.items()]


@pytest.fixture
def archive(coded: Coded, tmp_path: Path) -> Iterator[Archive]:
    with Archive(tmp_path / "a.duckdb") as archive:
        archive.add(coded)
        yield archive


def by_another_version(coded: Coded) -> Coded:
    return [
        (msgspec.structs.replace(r, coder=msgspec.structs.replace(r.coder, version="99"), events=r.events[:1]), text)
        for r, text in coded
    ]


def count(archive: Archive, table: str) -> int:
    return int(archive.query(f"SELECT count(*) AS n FROM {table}").to_pylist()[0]["n"])


def test_everything_is_there(archive: Archive, coded: Coded) -> None:
    assert archive.info()["articles"] == len(coded)
    for table in ("events", "entities", "sentences", "statements"):
        assert count(archive, table) == sum(len(getattr(r, table)) for r, _ in coded)
    assert [(to_json(r), text) for r, text in archive.records()] == [(to_json(r), text) for r, text in coded]


def test_spans_slice_the_text(archive: Archive) -> None:
    wrong = archive.query(
        'SELECT * FROM events e JOIN articles a USING (sha256) WHERE a.text[e."start" + 1 : e."end"] <> e.trigger'
    )
    assert wrong.num_rows == 0


def test_the_same_article_is_stored_once(archive: Archive, coded: Coded, coder: Coder) -> None:
    before = {t: count(archive, t) for t in TABLE_COLUMNS}
    again = [(coder.code(text, id=f"copy-{r.doc.id}", published=r.doc.published), text) for r, text in coded]
    added = archive.add([*coded, *again])
    assert (added.new, added.superseded, added.known) == (0, 0, 2 * len(coded))
    assert {t: count(archive, t) for t in TABLE_COLUMNS} == before
    assert count(archive, "sources") == 2 * len(coded)


def test_one_batch_with_the_same_text_twice(coded: Coded, tmp_path: Path) -> None:
    with Archive(tmp_path / "twice.duckdb") as archive:
        added = archive.add([coded[0], coded[0]])
        assert (added.new, added.known, count(archive, "articles")) == (1, 1, 1)


def test_what_is_known_is_not_coded_again(
    archive: Archive, coded: Coded, coder: Coder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = archive.path
    archive.close()
    news = "زار الرئيس الفرنسي بيروت."
    articles = [
        *[{"id": f"again-{i}", "text": t, "published": d, "url": f"u{i}"} for i, (t, d) in TEXTS.items()],
        {"id": "new", "text": news, "published": "2021-12-08"},
        {"id": "undated", "text": TEXTS["a"][0], "published": "1443-05-01"},
    ]
    lines = "".join(json.dumps(a, ensure_ascii=False) + "\n" for a in articles)
    (tmp_path / "in.jsonl").write_text(lines, encoding="utf-8")
    texts: list[str] = []
    code = Coder.code

    def noted(self: Coder, text: str, **told: str | None) -> Record:
        texts.append(text)
        return code(self, text, **told)  # type: ignore[arg-type]

    monkeypatch.setattr(Coder, "code", noted)
    assert main(["archive", "add", str(tmp_path / "in.jsonl"), "--archive", str(path)]) == 1  # for the false date
    assert texts == [news, TEXTS["a"][0]]
    again = [
        (coder.code(str(a["text"]), id=str(a["id"]), published=a["published"], url=a.get("url")), str(a["text"]))
        for a in articles[:-1]
    ]
    with Archive(path, read_only=True) as found, Archive(tmp_path / "all.duckdb") as wanted:
        wanted.add(coded)
        wanted.add(again)
        for asked in ("sources", "all_events", "all_articles", "runs"):
            question = f"SELECT * {'EXCLUDE started' if asked == 'runs' else ''} FROM {asked} ORDER BY ALL"
            assert found.query(question).to_pylist() == wanted.query(question).to_pylist()


def test_a_file_name_that_is_no_text_is_met_again(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "\udcff.txt").write_text(TEXTS["a"][0], encoding="utf-8")
    call = ["archive", "add", str(tmp_path / "in"), "--archive", str(tmp_path / "a.duckdb")]
    assert main(call) == main(call) == 0
    with Archive(tmp_path / "a.duckdb", read_only=True) as archive:
        assert [r["doc"] for r in archive.query("SELECT doc FROM sources").to_pylist()] == ["?"]


def test_another_coder_codes_what_is_known(archive: Archive, coded: Coded) -> None:
    texts = [r.doc.sha256 for r, _ in coded]
    assert archive.known([*texts, "0" * 64], coded[0][0].coder) == set(texts)
    assert archive.known(texts, by_another_version(coded)[0][0].coder) == set()


def test_a_newer_coder_supersedes_and_the_old_is_kept_until_pruned(archive: Archive, coded: Coded) -> None:
    added = archive.add(by_another_version(coded))
    assert (added.new, added.superseded) == (0, len(coded))
    assert count(archive, "events") == len(coded)
    assert count(archive, "all_articles") == 2 * len(coded)
    assert {r.coder.version for r, _ in archive.records()} == {"99"}
    assert archive.prune() == len(coded)
    assert count(archive, "all_articles") == count(archive, "articles") == len(coded)
    assert archive.prune() == 0


def test_a_failed_batch_leaves_nothing(coded: Coded, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive(tmp_path / "a.duckdb") as archive:
        monkeypatch.setattr(archive, "_meet", lambda *_: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            archive.add(coded)
        assert count(archive, "all_events") == count(archive, "runs") == 0
        monkeypatch.undo()
        assert archive.add(coded).new == len(coded)


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"actor": "RUS", "type": "THREATEN"}, [("a", "THREATEN")]),
        ({"between": ("EGY", "TUR")}, [("b", "CONSULT")]),
        ({"status": "planned", "actor": "RUS"}, [("d", "CONSULT")]),
        ({"type": "ASSAULT", "says": "UKR"}, [("c", "ASSAULT")]),
        ({"place": "القاهرة"}, [("b", "CONSULT")]),
        ({"place": "EGY"}, [("b", "CONSULT")]),
        ({"type": "CONSULT", "since": "2021-12-03"}, [("d", "CONSULT")]),
        ({"until": "2021-12-02", "type": "CONSULT"}, [("b", "CONSULT")]),
        ({"actor": "XXX"}, []),
        ({"actor": "' OR 1=1 --"}, []),
        ({"least": 1.0}, []),
        ({"type": "THREATEN", "limit": 0}, []),
    ],
)
def test_ready_questions(archive: Archive, asked: dict[str, object], found: list[tuple[str, str]]) -> None:
    assert [(r["doc"], r["type"]) for r in archive.events(**asked).to_pylist()] == found


def test_events_in_order_of_time(archive: Archive) -> None:
    days = [r["day"] for r in archive.events().to_pylist()]
    assert len(days) == count(archive, "events") and days == sorted(days)


def test_a_dyad_by_month(archive: Archive) -> None:
    rows = archive.dyad("RUS", "UKR").to_pylist()
    assert {(str(r["period"]), r["direction"]) for r in rows} >= {("2021-12-01", "to")}
    claimed = [r for r in rows if r["direction"] == "to"]
    assert sum(r["claimed"] for r in claimed) == 1 <= sum(r["occurred"] for r in claimed)
    meeting = archive.dyad("TUR", "EGY").to_pylist()
    assert [(r["direction"], r["occurred"], r["cooperation"]) for r in meeting] == [("both", 1, 1)]


def test_counts_by_period_add_up(archive: Archive) -> None:
    for by in ("day", "week", "month", "year"):
        rows = archive.timeline(by).to_pylist()
        assert sum(r["events"] for r in rows) == count(archive, "events")
    with pytest.raises(InputError, match="no period"):
        archive.timeline("decade")


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('/etc/passwd')",
        "COPY events TO '/tmp/x.csv'",
        "ATTACH '/tmp/y.duckdb'",
        "INSTALL httpfs",
        "SET enable_external_access = true",
        "SELECT",
        "SELECT * FROM nothing",
        "",
        "NEAR(",
    ],
)
def test_a_query_reaches_nothing_else(archive: Archive, sql: str) -> None:
    with pytest.raises(InputError):
        archive.query(sql)


def test_a_reader_cannot_write(archive: Archive) -> None:
    path = archive.path
    archive.close()
    with Archive(path, read_only=True) as reader, pytest.raises(InputError, match="read-only"):
        reader.query("DELETE FROM all_events")


def test_two_readers_at_once_and_no_second_writer(archive: Archive, tmp_path: Path) -> None:
    path = archive.path
    archive.close()
    with Archive(path, read_only=True) as one, Archive(path, read_only=True) as other:
        assert count(one, "events") == count(other, "events")


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "text.duckdb").write_text("no database", encoding="utf-8")
    duckdb.connect(str(tmp_path / "other.duckdb")).execute("CREATE TABLE x (y INTEGER)").close()
    with Archive(tmp_path / "old.duckdb") as archive:
        archive.db.execute("UPDATE meta SET value = '0'")
    for name, told in (("text", "cannot open"), ("other", "not an archive"), ("old", "version 0")):
        with pytest.raises(InputError, match=told):
            Archive(tmp_path / f"{name}.duckdb")
    with pytest.raises(InputError, match="no such archive"):
        Archive(tmp_path / "none.duckdb", read_only=True)
    assert not (tmp_path / "none.duckdb").exists()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
def test_any_name_can_be_asked_for(archive: Archive, name: str) -> None:
    assert archive.events(place=name).num_rows in (0, 1)
    assert archive.dyad(name, "RUS").num_rows == 0


def test_from_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = [json.dumps({"id": i, "text": t, "published": d}, ensure_ascii=False) for i, (t, d) in TEXTS.items()]
    (tmp_path / "in.jsonl").write_text("\n".join([*lines, "{}"]), encoding="utf-8")
    place = ["--archive", str(tmp_path / "news.duckdb")]
    assert main(["archive", "add", str(tmp_path / "in.jsonl"), *place]) == 1  # the last line is refused
    assert "4 added" in capsys.readouterr().err
    assert main(["events", "--actor", "RUS", "--type", "THREATEN", "--from", "2021-11-01", *place]) == 0
    out = capsys.readouterr().out.split("\n")
    assert len(out) == 3 and out[1].startswith("2021-11-20,occurred,RUS,THREATEN")
    assert main(["events", "--actor", "rus", "--type", "threaten", "--from", "2021-11-01", *place]) == 0
    assert capsys.readouterr().out.split("\n") == out
    for wrong in (["--from", "1443-13-01"], ["--to", "yesterday"]):
        assert main(["events", *wrong, *place]) == 2
        assert wrong[0] in capsys.readouterr().err
    assert main(["dyad", "rus", "ukr", "--by", "year", "--format", "jsonl", *place]) == 0
    assert {json.loads(line)["period"] for line in capsys.readouterr().out.split("\n")[:-1]} == {"2021-01-01"}
    assert main(["timeline", "--by", "month", *place]) == 0
    assert capsys.readouterr().out.startswith("period,events,")
    assert main(["query", "SELECT count(*) AS n FROM articles", "--format", "table", *place]) == 0
    assert "4" in capsys.readouterr().out
    assert main(["archive", "export", *place]) == 0
    exported = [from_json(line) for line in capsys.readouterr().out.split("\n")[:-1]]
    assert [r.doc.id for r in exported] == list(TEXTS)
    assert main(["archive", "info", *place]) == 0
    assert json.loads(capsys.readouterr().out)["articles"] == 4
    assert main(["archive", "prune", *place]) == 0
    assert main(["query", "SELECT broken", *place]) == 2
    assert main(["events", "--archive", str(tmp_path / "none")]) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("form", ["csv", "gdelt", "plover"])
def test_an_archive_exports_as_articles_do(archive: Archive, form: str, tmp_path: Path) -> None:
    path = archive.path
    archive.close()
    lines = [json.dumps({"id": i, "text": t, "published": d}, ensure_ascii=False) for i, (t, d) in TEXTS.items()]
    (tmp_path / "in.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert main(["code", str(tmp_path / "in.jsonl"), "--format", form, "-o", str(tmp_path / "one")]) == 0
    place = ["--archive", str(path), "-o", str(tmp_path / "other")]
    assert main(["archive", "export", "--format", form, *place]) == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


Line = dict[str, str | None]


def write(path: Path, told: Iterable[Line]) -> Path:
    path.write_text("".join(json.dumps(x, ensure_ascii=False) + "\n" for x in told), encoding="utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> list[Line]:
    """Articles of which one comes twice, once with another date, and two have no record: one is empty."""
    lines: list[Line] = [{"id": i, "text": t, "published": d, "url": f"u{i}"} for i, (t, d) in TEXTS.items()]
    lines += [{"id": "a2", "text": TEXTS["a"][0], "published": "2021-11-20"}, {"id": "e", "text": ""}]
    lines.append({"id": "later", "text": TEXTS["b"][0], "published": "2022-01-05"})
    write(tmp_path / "news.jsonl", lines)
    return lines


def everything(path: Path) -> list[list[dict[str, object]]]:
    with Archive(path, read_only=True) as archive:
        asked = (*(f"all_{t}" for t in TABLE_COLUMNS), "sources", "links", "found", "terms")
        return [archive.query(f"SELECT * FROM {t} ORDER BY ALL").to_pylist() for t in asked]


@pytest.fixture
def coding(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of what is coded from here on."""
    ids: list[str] = []
    code = Coder.code

    def noted(self: Coder, text: str, **told: str | None) -> Record:
        ids.append(str(told["id"]))
        return code(self, text, **told)  # type: ignore[arg-type]

    monkeypatch.setattr(Coder, "code", noted)
    return ids


@pytest.mark.parametrize("by", ["code", "batch"])
def test_records_go_in_beside_their_articles_as_if_coded_now(
    by: str, news: list[Line], tmp_path: Path, coding: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    source, place, other = tmp_path / "news.jsonl", tmp_path / "a.duckdb", tmp_path / "b.duckdb"
    assert main(["archive", "add", str(source), "--archive", str(other)]) == 0
    out = tmp_path / "out"
    out.mkdir()
    if by == "code":
        assert main(["code", str(source), "-o", str(out / "x.jsonl")]) == 0
    else:
        assert main(["batch", str(source), "-o", str(out), "--jobs", "1"]) == 0
    coding.clear()
    capsys.readouterr()
    assert main(["archive", "add", str(source), "--records", str(out), "--archive", str(place)]) == 0
    assert coding == ["e"]  # of an empty text there is no record
    assert everything(place) == everything(other)
    told = capsys.readouterr().err
    assert "6 records taken" in told and "empty" in told
    assert main(["archive", "add", str(source), "--records", str(out), "--archive", str(place)]) == 0
    assert "0 added, 0 coded anew, 6 known before" in capsys.readouterr().err


def test_records_in_another_order_and_under_other_ids(
    news: list[Line], coded: Coded, tmp_path: Path, coding: list[str]
) -> None:
    with (tmp_path / "one.jsonl").open("wb") as one, (tmp_path / "two.jsonl").open("wb") as two:
        for n, (record, _) in enumerate(coded[::-1]):
            renamed = msgspec.structs.replace(record, doc=msgspec.structs.replace(record.doc, id=f"x{n}"))
            (one, two)[n % 2].write(to_json(renamed) + b"\n")
    place = tmp_path / "a.duckdb"
    records = ["--records", str(tmp_path / "one.jsonl"), str(tmp_path / "two.jsonl")]
    assert main(["archive", "add", str(tmp_path / "news.jsonl"), *records, "--archive", str(place)]) == 0
    assert coding == ["e", "later"]  # of `later` there is only a record of another date, on which its times rest
    assert main(["archive", "add", str(tmp_path / "news.jsonl"), "--archive", str(tmp_path / "b.duckdb")]) == 0
    assert everything(place) == everything(tmp_path / "b.duckdb")


def test_articles_without_a_record_can_be_left_out(
    news: list[Line], coded: Coded, tmp_path: Path, coding: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "some.jsonl").write_bytes(b"".join(to_json(r) + b"\n" for r, _ in coded[:2]))
    call = ["archive", "add", str(tmp_path / "news.jsonl"), "--archive", str(tmp_path / "a.duckdb")]
    assert main([*call, "--records", str(tmp_path / "some.jsonl"), "--no-coding"]) == 1
    told = capsys.readouterr().err
    assert coding == [] and "2 added" in told and "3 records taken, 4 articles had none" in told
    assert f"{tmp_path / 'news.jsonl'}:3: no record of it." in told


def test_records_of_another_version_are_told_apart(
    news: list[Line], coded: Coded, tmp_path: Path, coding: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    old = [r for r, _ in by_another_version(coded)]
    (tmp_path / "old.jsonl").write_bytes(b"".join(to_json(r) + b"\n" for r in [*old, coded[0][0]]))
    write(tmp_path / "news.jsonl", news[:4])
    call = ["archive", "add", str(tmp_path / "news.jsonl"), "--records", str(tmp_path / "old.jsonl"), "--archive"]
    assert main([*call, str(tmp_path / "a.duckdb")]) == 0
    told = capsys.readouterr().err
    assert coding == ["b", "c", "d"] and re.search(r"4 records are by .* mahdar 99 \(ar .*\): not taken", told), told
    assert main([*call, str(tmp_path / "b.duckdb"), "--other-versions"]) == 0
    assert coding == ["b", "c", "d"] and "4 records taken, 0 articles had none" in capsys.readouterr().err
    with Archive(tmp_path / "b.duckdb", read_only=True) as archive:
        assert sorted(r.coder.version for r, _ in archive.records()) == sorted(["99"] * 3 + [coded[0][0].coder.version])
    assert main([*call, str(tmp_path / "a.duckdb"), "--other-versions"]) == 0
    assert "0 added, 0 coded anew, 4 known" in capsys.readouterr().err  # the old supersede nothing newer


@pytest.mark.parametrize(
    ("name", "content", "options", "told"),
    [
        ("x.jsonl", '{"id": "a", "text": "b"}\n', [], "x.jsonl:1: no record"),
        ("x.jsonl", '{"doc": {"sha256": "zz", "published": null}}\n', [], "x.jsonl:1: no record"),
        ("x.jsonl", "PAR1", [], "x.jsonl:1: no record"),
        ("none.jsonl", None, [], "none.jsonl"),
        ("x.jsonl", "", ["--coded"], "--records"),
        (None, None, ["--no-coding"], "--records"),
        (None, None, ["--other-versions"], "--records"),
    ],
)
def test_what_is_no_record_is_refused(
    name: str | None,
    content: str | None,
    options: list[str],
    told: str,
    news: list[Line],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if content is not None:
        (tmp_path / "x.jsonl").write_text(content, encoding="utf-8")
    records = ["--records", str(tmp_path / name)] if name else []
    call = ["archive", "add", str(tmp_path / "news.jsonl"), "--archive", str(tmp_path / "a.duckdb")]
    assert main([*call, *records, *options]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "a.duckdb").exists()


def test_a_record_that_changed_meanwhile_is_told(coded: Coded, tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(to_json(coded[0][0]) + b"\n")
    article = Article("here", "a", coded[0][1], coded[0][0].doc.published)
    with Records([str(path)], coded[0][0].coder) as records:
        assert records.find(article) == coded[0][0]
        path.write_bytes(b"{" + path.read_bytes())
        with pytest.raises(InputError, match="not what it was"):
            records.find(article._replace(id="b"))
