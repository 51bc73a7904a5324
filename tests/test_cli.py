import json
import subprocess
import sys
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from mahdar import __version__, compiled
from mahdar.coder import Coder
from mahdar.record.types import Record
from mahdar.record.write import from_json
from mahdar.views.cli import main
from tests.examples import DATA, EXAMPLES, articles

MAHDAR = Path(sys.executable).parent / "mahdar"
TEXT = "رفضت مصر المقترح الإسرائيلي."
ENGLISH = "Egypt rejected the Israeli proposal, the foreign minister said on Monday in Cairo."
PERSIAN = "وزیر امور خارجه ایران گفت که این کشور پیشنهاد آمریکا را نمی‌پذیرد و به گفتگو ادامه می‌دهد."
RUSSIAN = "Министр иностранных дел России заявил в понедельник, что Москва отвергает предложение."


class Run(NamedTuple):
    """What a call gave: exit status, output, and the lines on standard error."""

    status: int
    out: str
    errors: list[str]


def mahdar(*args: str | Path, stdin: bytes = b"", folder: Path | None = None) -> Run:
    done = subprocess.run([MAHDAR, *args], input=stdin, capture_output=True, cwd=folder)
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    assert "Traceback" not in out + err, err
    return Run(done.returncode, out, err.splitlines())


def records(out: str) -> list[Any]:
    return [from_json(line) for line in out.split("\n")[:-1]]


def types(out: str) -> list[list[str]]:
    return [[e.type for e in r.events] for r in records(out)]


@pytest.fixture
def text_file(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


# Where articles come from


def test_a_text_file(text_file: Path) -> None:
    run = mahdar("code", text_file, "--published", "2022-03-14")
    assert (run.status, run.errors) == (0, [])
    (record,) = records(run.out)
    assert (record.doc.id, record.doc.published, record.doc.chars) == ("news", "2022-03-14", len(TEXT))
    assert [e.type for e in record.events] == ["REJECT"]
    assert record.notes == []


def test_no_date_is_noted_in_the_record(text_file: Path) -> None:
    (record,) = records(mahdar("code", text_file).out)
    assert record.doc.published is None
    assert record.notes == ["no publication date: relative times are unresolved"]


def test_standard_input() -> None:
    run = mahdar("code", "-", stdin=TEXT.encode())
    assert (run.status, types(run.out)) == (0, [["REJECT"]])


@pytest.mark.parametrize("prefix", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order mark"])
def test_a_byte_order_mark_is_no_text(prefix: bytes) -> None:
    (record,) = records(mahdar("code", "-", stdin=prefix + TEXT.encode()).out)
    assert record.doc.chars == len(TEXT)


def test_a_folder_is_coded_in_the_order_of_its_names(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "d.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "from-a", "text": TEXT}), encoding="utf-8")
    (tmp_path / ".hidden.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "c.jpg").write_bytes(b"\xff\xd8\xff\xe0")
    run = mahdar("code", tmp_path)
    assert (run.status, run.errors) == (0, [])
    assert [r.doc.id for r in records(run.out)] == ["from-a", "b", "d"]


def test_a_glob(tmp_path: Path) -> None:
    for name in ("a1", "a2", "b1"):
        (tmp_path / f"{name}.txt").write_text(TEXT, encoding="utf-8")
    assert [r.doc.id for r in records(mahdar("code", tmp_path / "a*.txt").out)] == ["a1", "a2"]


LINES: list[tuple[bytes, str]] = [
    (json.dumps({"id": "z-9", "text": TEXT, "published": "2022-03-14", "title": "عنوان"}).encode(), ""),
    (b'{"id": "broken" "text": ""}', "not JSON"),
    (json.dumps({"id": 7, "text": TEXT}).encode(), ""),
    (b'{"id": "lone", "text": "\\ud800"}', "not JSON"),
    (b"[1, 2]", "not a JSON object"),
    (b'{"id": "none"}', 'no field "text"'),
    (b'{"id": "number", "text": 5}', '"text" is not a string'),
    (json.dumps({"id": "date", "text": TEXT, "published": "15/12/21"}).encode(), "not an ISO date"),
    (json.dumps({"id": "empty", "text": "  "}).encode(), "empty"),
    (json.dumps({"id": "english", "text": ENGLISH}).encode(), ""),
    (b"\xff\xfe", "not JSON"),
    (b"", ""),
    (json.dumps({"id": "a-1", "text": TEXT, "other": [1]}).encode(), ""),
    (json.dumps({"text": TEXT}).encode(), ""),
]


@pytest.mark.parametrize("way", ["file", "standard input"])
def test_jsonl_keeps_ids_and_order_and_names_bad_lines(tmp_path: Path, way: str) -> None:
    data = b"\n".join(line for line, _ in LINES)
    path = tmp_path / "news.jsonl"
    path.write_bytes(data)
    run = mahdar("code", path) if way == "file" else mahdar("code", "-", stdin=data)
    where = str(path) if way == "file" else "standard input"
    assert run.status == 1
    assert [r.doc.id for r in records(run.out)] == ["z-9", "7", "a-1", str(len(LINES))]
    assert records(run.out)[0].doc.title == "عنوان"
    refused = [(n, says) for n, (_, says) in enumerate(LINES, 1) if says]
    *errors, skipped = run.errors
    assert skipped == "mahdar: skipped: 1 English, 1 empty."
    for error, (n, says) in zip(errors, refused, strict=True):
        assert error.startswith(f"mahdar: {where}:{n}: ")
        assert says in error


def test_the_date_of_the_call_is_for_articles_without_one(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        "\n".join(json.dumps({"text": TEXT, **d}) for d in ({}, {"published": "2021-01-01"})), encoding="utf-8"
    )
    run = mahdar("code", path, "--published", "2022-03-14")
    assert [r.doc.published for r in records(run.out)] == ["2022-03-14", "2021-01-01"]


# What is refused: one line on standard error that names the input, exit status 1, the rest coded

REFUSED: dict[str, tuple[bytes, Sequence[str], str]] = {
    "no letters": (b"12 34 !", (), "not Arabic"),
    "English": (ENGLISH.encode(), (), "English, not Arabic"),
    "Russian": (RUSSIAN.encode(), (), "Russian, not Arabic"),
    "Persian": (PERSIAN.encode(), (), "Persian, not Arabic"),
    "cut within a letter": (TEXT.encode()[:5], (), "not UTF-8"),
    "Windows-1256 read as Latin-1": (TEXT.encode("cp1256").decode("latin-1").encode(), (), "not Arabic"),
    "JPEG": (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00" + bytes(range(256)), (), "not UTF-8"),
    "ELF": (b"\x7fELF\x02\x01\x01" + bytes(300), (), "not Arabic"),
    "too large": (b"a" * 5_000_001, (), "larger than 5,000,000 bytes"),
    "no date": (TEXT.encode(), ("--published", "yesterday"), "not an ISO date"),
    "no day of the calendar": (TEXT.encode(), ("--published", "2022-02-30"), "not an ISO date"),
    "Hijri year": (TEXT.encode(), ("--published", "1443-08-11"), "1443"),
}


EMPTY = {"empty": b"", "blank": b" \r\n\t", "only a byte-order mark": b"\xef\xbb\xbf", "only NUL": b"\0\0\0"}


@pytest.mark.parametrize("data", EMPTY.values(), ids=EMPTY)
def test_an_empty_text_is_named_and_no_fault(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    run = mahdar("code", path)
    assert (run.status, run.out) == (0, "")
    assert run.errors == [f"mahdar: {path}: the text is empty.", "mahdar: skipped: 1 empty."]


@pytest.mark.parametrize(("data", "options", "says"), REFUSED.values(), ids=REFUSED)
def test_refusals(tmp_path: Path, data: bytes, options: Sequence[str], says: str) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.jsonl"
    bad.write_bytes(data)
    good.write_text(json.dumps({"text": TEXT, "published": "2022-03-14"}), encoding="utf-8")
    run = mahdar("code", bad, good, *options)
    (error,) = run.errors
    assert error.startswith(f"mahdar: {bad}: ")
    assert says in error
    assert run.status == 1
    assert types(run.out) == [["REJECT"]]


@pytest.mark.parametrize("name", ["absent.txt", "absent*.txt", "empty"])
def test_paths_that_hold_nothing(tmp_path: Path, text_file: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    run = mahdar("code", tmp_path / name, text_file)
    (error,) = run.errors
    assert name in error
    assert (run.status, types(run.out)) == (1, [["REJECT"]])


@pytest.mark.parametrize(
    "args",
    [
        (),
        ("code",),
        ("decode", "{file}"),
        ("code", "{file}", "--format", "xml"),
        ("code", "{file}", "--lang", "fa"),
        ("code", "{file}", "--colour"),
        ("code", "{file}", "-o", "{folder}/absent/out.jsonl"),
        ("explain",),
        ("explain", "{folder}/absent.txt"),
        ("explain", "{file}", "--sentence", "first"),
        ("explain", "{file}", "--sentence", "1"),
        ("explain", "{file}", "--sentence", "-1"),
        ("eval",),
        ("eval", "{folder}/absent.jsonl"),
        ("eval", "{file}"),
    ],
    ids=" ".join,
)
def test_an_unusable_call(tmp_path: Path, text_file: Path, args: Sequence[str]) -> None:
    run = mahdar(*(a.format(file=text_file, folder=tmp_path) for a in args))
    assert (run.status, run.out) == (2, "")
    assert run.errors[-1].startswith("mahdar")


def test_a_folder_is_no_output(tmp_path: Path, text_file: Path) -> None:
    (tmp_path / "out").mkdir()
    assert mahdar("code", text_file, "-o", tmp_path / "out").status == 2
    assert sorted(p.name for p in tmp_path.iterdir()) == ["news.txt", "out"]


def test_a_fault_in_one_article_loses_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = Coder.code

    def faulty(self: Coder, text: str, **more: Any) -> Record:
        if text.startswith("خطأ"):
            raise KeyError("verb")
        return code(self, text, **more)

    monkeypatch.setattr(Coder, "code", faulty)
    lines = [{"id": "1", "text": "خطأ في البرنامج"}, {"id": "2", "text": TEXT}]
    file = tmp_path / "news.jsonl"
    file.write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    assert main(["code", str(file), "--format", "jsonl"]) == 1
    shown = capsys.readouterr()
    assert [r.doc.id for r in records(shown.out)] == ["2"]
    assert "1: a fault of mahdar" in shown.err and "KeyError" in shown.err and "Report it" in shown.err


def test_a_file_name_does_not_forge_a_line(tmp_path: Path) -> None:
    path = tmp_path / "a\nmahdar: all coded.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    assert len(mahdar("code", path).errors) == 1


def test_an_empty_date_is_no_date(text_file: Path) -> None:
    (record,) = records(mahdar("code", text_file, "--published", "").out)
    assert record.doc.published is None


# Formats


def test_json_is_an_array_of_the_same_records(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("\n".join(json.dumps({"id": i, "text": TEXT}) for i in "abc"), encoding="utf-8")
    lines, array = (mahdar("code", path, "--format", f).out for f in ("jsonl", "json"))
    assert json.loads(array) == [json.loads(line) for line in lines.split("\n")[:-1]]


def test_json_of_refused_articles_is_an_empty_array(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, encoding="utf-8")
    run = mahdar("code", tmp_path / "a.txt", "--format", "json")
    assert (run.status, json.loads(run.out)) == (1, [])


def test_table(text_file: Path) -> None:
    run = mahdar("code", text_file, "--format", "table")
    (row,) = [line for line in run.out.splitlines() if "REJECT" in line]
    assert [cell.strip() for cell in row.strip("│").split("│")] == [
        "EGY/GOV",
        "REJECT",
        "ISR/GOV",
        "",
        "occurred",
        "",
        "\u2068رفضت\u2069",
    ]
    assert "1 events, 0 statements, 2 entities" in run.out
    assert "no publication date" in run.out


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.mark.parametrize("name", articles())
def test_html_is_one_page_right_to_left(name: str) -> None:
    run = mahdar("code", DATA / "articles" / f"{name}.txt", "--format", "html")
    page = _Page()
    page.feed(run.out)
    assert page.open == []
    assert ("html", {"lang": "ar", "dir": "rtl"}) in page.tags
    assert not any(a.startswith("on") or (v and "://" in v) for _, attrs in page.tags for a, v in attrs.items())
    ids = [attrs["id"] for _, attrs in page.tags if "id" in attrs]
    assert len(set(ids)) == len(ids)
    assert {v[1:] for _, attrs in page.tags if (v := attrs.get("href"))} <= set(ids)


def test_html_shows_markup_of_the_article_as_words() -> None:
    hostile = '<script>alert(1)</script> <img src=x onerror="alert(1)"> \u202e'
    article = {"id": hostile, "title": hostile, "publisher": hostile, "text": f"{TEXT} قال الوزير {hostile} {TEXT}"}
    run = mahdar("code", "-", "--format", "html", stdin=json.dumps(article).encode())
    page = _Page()
    page.feed(run.out)
    assert {tag for tag, _ in page.tags} & {"script", "img"} == set()
    assert "<script>alert(1)</script>" in page.words
    assert "\u202e" not in page.words.partition(TEXT)[2]


@pytest.mark.parametrize("form", ["jsonl", "json", "table", "html"])
def test_output_goes_to_a_file(tmp_path: Path, text_file: Path, form: str) -> None:
    target = tmp_path / "out"
    run = mahdar("code", text_file, "--format", form, "-o", target)
    assert run == (0, "", [])
    assert target.read_bytes().decode("utf-8") == mahdar("code", text_file, "--format", form).out
    assert sorted(p.name for p in tmp_path.iterdir()) == ["news.txt", "out"]


def test_the_output_of_two_runs_is_the_same(text_file: Path) -> None:
    assert mahdar("code", text_file).out == mahdar("code", text_file).out


# The other commands


def test_version_and_help() -> None:
    assert mahdar("--version").out == f"mahdar {__version__} ({'compiled' if compiled() else 'interpreted'})\n"
    assert {"code", "explain", "eval"} <= set(mahdar("--help").out.split())


def test_explain_shows_words_clauses_frames_and_events(text_file: Path) -> None:
    run = mahdar("explain", text_file)
    assert (run.status, run.errors) == (0, [])
    lines = run.out.split("\n")
    assert lines[:2] == [f"sentence 0 (body) [0, {len(TEXT)})", f"\u2068{TEXT}\u2069"]
    for heading in ("words", "clauses", "statements", "frames tried", "events"):
        assert heading in lines
    events = lines[lines.index("events") + 1 :]
    assert "REJECT EGY/GOV" in events[0] and "ISR/GOV" in events[0] and "because reject." in events[0]


def test_explain_says_why_a_line_is_not_coded() -> None:
    run = mahdar("explain", DATA / "articles" / "talks.txt", "--sentence", "2")
    assert run.out.startswith("sentence 2 (dateline)")
    assert "not coded: dateline" in run.out


REJECTION: dict[str, Any] = {
    "s": 0,
    "type": "REJECT",
    "status": "occurred",
    "trigger": "رفضت",
    "actor": [{"code": "EGY", "sector": "GOV"}],
    "recipient": [{"code": "ISR", "sector": "GOV"}],
}
GOLD: dict[str, Any] = {
    "id": "g",
    "text": TEXT,
    "published": "2022-03-14",
    "sentences": [[0, len(TEXT)]],
    "events": [REJECTION],
    "statements": [],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(GOLD), encoding="utf-8")
    return path


def test_eval_codes_the_gold_texts(gold: Path) -> None:
    run = mahdar("eval", gold, "--json")
    assert run.status == 0
    scores = json.loads(run.out)
    assert scores["n"] == {"gold": 1, "coded": 1, "statements": 0, "documents": 1}
    assert [scores[k]["F"] for k in ("type", "who", "full")] == [1, 1, 1]
    assert scores["accuracy"]["status"] == scores["accuracy"]["by"] == scores["accuracy"]["sector"] == 1


def test_eval_scores_coded_records(gold: Path, tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    for said, right in (("occurred", 1), ("planned", 0)):
        record = json.loads(mahdar("code", gold).out)
        record["events"][0]["status"] = said
        coded.write_text(json.dumps(record), encoding="utf-8")
        scores = json.loads(mahdar("eval", gold, coded, "--json").out)
        assert (scores["who"]["F"], scores["full"]["F"], scores["accuracy"]["status"]) == (1, right, right)


def test_eval_holds_confidence_against_what_was_right(gold: Path, tmp_path: Path) -> None:
    coded = tmp_path / "coded.jsonl"
    record = json.loads(mahdar("code", gold).out)
    (event,) = record["events"]
    event["confidence"] = 0.75
    coded.write_text(json.dumps(record), encoding="utf-8")
    trust = json.loads(mahdar("eval", gold, coded, "--json").out)["reliability"]
    assert trust["bins"] == [{"low": 0.7, "high": 0.8, "n": 1, "mean": 0.75, "right": 1}]
    assert (trust["n"], trust["without"], trust["ece"], trust["brier"], trust["base"]) == (1, 0, 0.25, 0.0625, 0)
    assert "calibration error 0.250, Brier score 0.062" in mahdar("eval", gold, coded).out
    del event["confidence"]
    coded.write_text(json.dumps(record), encoding="utf-8")
    assert json.loads(mahdar("eval", gold, coded, "--json").out)["reliability"] is None
    assert mahdar("eval", gold, coded).out.endswith("no confidence to judge in the coded events\n")


def test_eval_names_documents_that_were_not_coded(gold: Path, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_text("\n", encoding="utf-8")
    scores = json.loads(mahdar("eval", gold, tmp_path / "none.jsonl", "--json").out)
    assert scores["absent"] == ["g"]
    assert scores["type"] == {"P": 0, "R": 0, "F": 0}


def test_eval_shows_tables_and_misses(tmp_path: Path) -> None:
    wrong = {**GOLD, "events": [{**REJECTION, "type": "ACCUSE"}]}
    (tmp_path / "gold.jsonl").write_text(json.dumps(wrong), encoding="utf-8")
    run = mahdar("eval", tmp_path / "gold.jsonl", "--by-type", "--misses", "5")
    assert run.status == 0
    assert "1 documents, 1 gold events, 1 coded" in run.out
    assert "missed g:0" in run.out and "spurious g:0" in run.out and "ACCUSE" in run.out


@pytest.mark.parametrize(
    "line",
    [
        "not JSON",
        "[]",
        "{}",
        pytest.param('{"id": "a"}', marks=pytest.mark.xfail(strict=True, reason="a gold line without text")),
        pytest.param(
            '{"id": "a", "text": "x"}', marks=pytest.mark.xfail(strict=True, reason="a gold text in no language")
        ),
        pytest.param("\udcff", marks=pytest.mark.xfail(strict=True, reason="gold that is not UTF-8")),
    ],
)
def test_eval_refuses_what_is_no_gold(tmp_path: Path, line: str) -> None:
    path = tmp_path / "gold.jsonl"
    path.write_bytes(line.encode("utf-8", "surrogateescape"))
    run = mahdar("eval", path)
    assert (run.status, len(run.errors)) == (2, 1)
    assert "gold.jsonl" in run.errors[0]


# The dossier


def test_a_dossier_of_a_file(text_file: Path, tmp_path: Path) -> None:
    out = tmp_path / "d.html"
    run = mahdar("dossier", text_file, "--published", "2022-03-14", "--format", "html", "--ui", "ar", "-o", out)
    assert (run.status, run.out, run.errors) == (0, "", [])
    assert '<html lang="ar" dir="rtl">' in out.read_text(encoding="utf-8")
    told = json.loads(mahdar("dossier", text_file, "--published", "2022-03-14", "--format", "json").out)
    assert [(p["party"], p["kind"], p["to"]) for p in told["positions"]] == [("EGY", "refusal", ["ISR"])]


def test_a_brief_of_a_file(text_file: Path) -> None:
    run = mahdar("brief", text_file, "--published", "2022-03-14")
    assert run.status == 0
    assert TEXT.rstrip(".") in run.out


def test_a_dossier_of_an_archive_is_that_of_its_articles(tmp_path: Path) -> None:
    lines = (EXAMPLES / "grain.jsonl").read_text(encoding="utf-8")
    news, archive = tmp_path / "news.jsonl", tmp_path / "a.duckdb"
    news.write_text(lines, encoding="utf-8")
    assert mahdar("archive", "add", "--archive", archive, news).status == 0
    asked = ("--about", "RUS,UKR", "--from", "2022-07-12", "--to", "2022-08-03", "--format", "json")
    of_files = json.loads(mahdar("dossier", news, *asked).out)
    of_archive = json.loads(mahdar("dossier", "--archive", archive, *asked).out)
    assert of_files["positions"]
    for table in ("parties", "issues", "positions", "exchanges", "meetings", "claims"):
        assert of_archive[table] == of_files[table], table


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ((), "no articles"),
        (("x.txt", "--archive", "a.duckdb"), "both files and an archive"),
        (("--archive", "none.duckdb"), "no such archive"),
        (("{file}", "--about", "BRA"), "EGY, ISR"),
        (("{file}", "--from", "yesterday"), "2021-12-15"),
        (("{file}", "--issue", "سباق"), "no issue"),
        (("{file}", "-o", "/nowhere/x.md"), "cannot write"),
    ],
)
def test_an_unusable_call_of_a_dossier(text_file: Path, tmp_path: Path, call: Sequence[str], says: str) -> None:
    given = [str(text_file) if x == "{file}" else x for x in call]
    run = mahdar("dossier", *given, folder=tmp_path)
    assert run.status == 2
    assert says in " ".join(run.errors)
