"""The article, articles coded at once, and the dossier."""

import csv
import io
import json
import re
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from mahdar.archive import Archive
from mahdar.coder import Coder
from mahdar.desk.corrected import corrected
from mahdar.desk.ics import calendar
from mahdar.desk.library import Library
from mahdar.desk.marked import paragraphs
from mahdar.desk.shelf import MOST, Shelf
from mahdar.dossier import dossier
from mahdar.record.write import from_json
from mahdar.views.dossier.names import Names
from mahdar.views.wording import Wording

pytestmark = pytest.mark.enable_socket

TEXT = "أعلنت القاهرة أنها ترفض تهجير الفلسطينيين. وقال المتحدث إن مصر تطالب إسرائيل بفتح المعبر."


@pytest.fixture
def sha(archive: Path) -> str:
    with Archive(archive, read_only=True) as kept:
        return str(kept.query("SELECT sha256 FROM articles ORDER BY doc LIMIT 1").to_pylist()[0]["sha256"])


def test_pieces_are_the_text_cut_at_every_edge(coder: Coder) -> None:
    record = coder.code(TEXT, published="2024-02-15")
    lines = [line for p in paragraphs(record, TEXT) for line in p]
    for line in lines:
        s = record.sentences[line.n]
        assert "".join(p.words for p in line.pieces) == TEXT[s.start : s.end]
        assert all(TEXT[p.start : p.start + len(p.words)] == p.words for p in line.pieces)
    pieces = [p for line in lines for p in line.pieces]
    for e in record.events:
        mine = [p for p in pieces if e.id in p.ids]
        assert "".join(p.words for p in mine) == TEXT[e.trigger.start : e.trigger.end]
        assert [e.id in p.opens for p in mine] == [True] + [False] * (len(mine) - 1)
        assert e.id in mine[-1].closes
    assert any(len(p.ids) > 1 for p in pieces)  # a statement holds names and events


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_every_event_has_a_card_and_a_place_in_the_text(client: TestClient, sha: str, ui: str) -> None:
    page = client.get(f"/article/{sha}", params={"ui": ui}).text
    record = from_json(client.get(f"/article/{sha}/record.json").content)
    assert record.events
    for e in record.events:
        assert f'id="{e.id}"' in page and f'id="{e.id}m"' in page
        assert e.because.partition("@")[0] in page
        assert e.cameo.code in page


def test_the_record_is_a_file(client: TestClient, sha: str) -> None:
    told = client.get(f"/article/{sha}/record.json")
    assert told.headers["content-disposition"].startswith("attachment")
    assert from_json(told.content).doc.sha256 == sha
    assert client.get("/article/none/record.json").status_code == 404


def test_layers_are_switched_off_in_the_address(client: TestClient, sha: str) -> None:
    page = client.get(f"/article/{sha}?hide=times,nonsense").text
    assert "no-times" in page and "no-nonsense" not in page
    assert re.search(r'aria-pressed="false" data-layer="times" href="/article/[0-9a-f]+"', page)
    assert "hide=mentions%2Ctimes" in page


@pytest.mark.parametrize(("mark", "there"), [("0-5", True), ("5-5", False), ("9-2", False), ("x", False)])
def test_a_cited_place_is_marked(client: TestClient, sha: str, mark: str, there: bool) -> None:
    assert ('id="cited"' in client.get(f"/article/{sha}?mark={mark}").text) is there
    assert client.get(f"/article/{sha}?mark=0-9999999").status_code == 200


def test_what_an_article_says_is_shown_not_run(client: TestClient) -> None:
    evil = '<script>alert(1)</script> "><img src=x onerror=alert(1)> \u202eالقاهرة {{7*7}} ' + TEXT
    told = client.post("/code", data={"text": evil, "title": evil[:80], "url": "javascript:alert(1)"})
    assert told.status_code == 200
    assert "<script>alert" not in told.text and "<img src=x" not in told.text
    assert "javascript:alert" not in told.text
    assert "\u202e" not in told.text
    assert "{{7*7}}" in told.text


def test_code_shows_and_keeps_nothing(client: TestClient, archive: Path) -> None:
    told = client.post("/code", data={"text": TEXT, "published": "2024-02-15"})
    assert told.history and "/code/" in str(told.url)
    assert 'id="v1m"' in told.text
    with Archive(archive, read_only=True) as kept:
        assert kept.info()["articles"] == 12
    again = client.get(str(told.url.path))
    assert again.status_code == 200
    record = from_json(client.get(f"{told.url.path}/record.json").content)
    assert record.doc.published == "2024-02-15"


@pytest.mark.parametrize(
    ("name", "body", "status", "shown"),
    [
        ("one.txt", TEXT.encode(), 200, "v1m"),
        ("page.html", f"<html><body><article><p>{TEXT}</p><p>{TEXT}</p></article></body></html>".encode(), 200, "v1m"),
        ("two.jsonl", "\n".join(json.dumps({"id": str(n), "text": TEXT}) for n in (1, 2)).encode(), 200, "/code/"),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), 400, "wrong"),
        ("bomb.gz", b"\x1f\x8b\x08" + bytes(100), 400, "not read here"),
        ("empty.txt", b"", 400, "wrong"),
        ("../../x<b>.txt", b"plain English text, nothing else in it", 400, "wrong"),
    ],
)
def test_files(client: TestClient, name: str, body: bytes, status: int, shown: str) -> None:
    told = client.post("/code", files={"file": (name, body)})
    assert told.status_code == status
    assert shown in told.text
    assert "Traceback" not in told.text and "x<b>" not in told.text


def test_too_long_and_nothing(client: TestClient) -> None:
    assert client.post("/code", data={"text": TEXT * 2000}).status_code == 400
    assert client.post("/code", data={"text": "  "}).status_code == 400
    assert client.post("/code", data={"text": TEXT, "published": "15/2/24"}).status_code == 400
    assert client.get("/code/none").status_code == 404


def test_what_was_coded_is_added(tmp_path: Path, archive: Path, client: TestClient) -> None:
    told = client.post("/code", data={"text": TEXT, "published": "2024-02-15"})
    own = tmp_path / "own.duckdb"
    own.write_bytes(archive.read_bytes())
    library: Library = client.app.state.library  # type: ignore[attr-defined]
    library.close()
    library.path = own
    added = client.post("/code/add", data={"key": told.url.path.rpartition("/")[2]})
    assert added.status_code == 200 and "/article/" in str(added.url)
    assert len(library.ask("SELECT 1 FROM articles")) == 13
    assert "Open it there" in client.get(told.url.path, params={"ui": "en"}).text


def test_the_shelf_keeps_the_newest(coder: Coder) -> None:
    shelf = Shelf()
    keys = [shelf.put(coder.code(TEXT, id=str(n)), TEXT) for n in range(MOST + 1)]
    assert shelf.get(keys[0]) is None
    assert shelf.get(keys[-1]) is not None


def test_writing_waits_for_readers_and_closes_them(tmp_path: Path, archive: Path, coder: Coder) -> None:
    own = tmp_path / "own.duckdb"
    own.write_bytes(archive.read_bytes())
    library = Library(own)
    assert library.ask("SELECT count(*) AS n FROM articles")[0]["n"] == 12
    with library.writing() as kept:
        kept.add([(coder.code(TEXT, published="2024-02-15"), TEXT)])
    assert library.ask("SELECT count(*) AS n FROM articles")[0]["n"] == 13
    library.close()


# -- the dossier ------------------------------------------------------------------------------------

PARTS = ("", "/matrix", "/positions", "/meetings", "/claims", "/commitments", "/series", "/parties", "/sources")


@pytest.mark.parametrize("ui", ["ar", "en"])
def test_every_page_of_the_dossier(client: TestClient, ui: str) -> None:
    for part in PARTS:
        told = client.get(f"/dossier{part}", params={"about": "RUS,UKR", "ui": ui})
        assert told.status_code == 200
        assert f'<html lang="{ui}"' in told.text
        assert "{{" not in told.text and "style=" not in told.text


def test_every_citation_leads_to_its_words(client: TestClient) -> None:
    pages = "".join(client.get(f"/dossier{part}?all=1").text for part in ("", "/positions", "/claims"))
    links = re.findall(r'href="(/article/([0-9a-f]{64})\?mark=(\d+)-(\d+)#cited)" title="([^"]*)"', pages)
    assert len(links) > 100
    library: Library = client.app.state.library  # type: ignore[attr-defined]
    texts = {r["sha256"]: r["text"] for r in library.ask("SELECT sha256, text FROM articles")}
    for _, sha, start, end, words in links:
        assert texts[sha][int(start) : int(end)] == words.replace("&#34;", '"').replace("&#39;", "'")


def test_the_form_gives_the_address_of_the_dossier(client: TestClient) -> None:
    told = client.get("/dossier?party=RUS&party=UKR&about=%D8%AA%D8%B1%D9%83%D9%8A%D8%A7&issue=&from=2022-07-20")
    assert str(told.url).endswith("?about=RUS%2CUKR%2C%D8%AA%D8%B1%D9%83%D9%8A%D8%A7&from=2022-07-20")
    by_name = client.get("/dossier/export.json?about=روسيا,ukraine").json()
    assert by_name["about"] == ["RUS", "UKR"]
    assert "<form" in client.get("/dossier").text
    assert 'value="RUS" checked' in client.get("/dossier?about=RUS&edit=1").text


@pytest.mark.parametrize("query", ["about=ZZZ", "from=x", "issue=nothing", "about=%00", "from=2030-01-01"])
def test_nothing_of_that(client: TestClient, query: str) -> None:
    told = client.get(f"/dossier?{query}")
    assert told.status_code == 404
    assert 'role="alert"' in told.text
    for export in ("/dossier/export.md", "/dossier/positions.csv", "/dossier/export.ics"):
        assert client.get(f"{export}?{query}").status_code == 404


def test_positions_are_filtered(client: TestClient) -> None:
    every = json.loads(client.get("/dossier/export.json?all=1").content)["positions"]
    mine = [p for p in every if p["party"] == "RUS" and p["kind"] == "demand"]
    page = client.get("/dossier/positions?all=1&party=RUS&kind=demand&ui=en").text
    assert len(re.findall(r'<li class="card" id="p\d+"', page)) == len(mine) > 0
    changed = client.get("/dossier/positions?all=1&changed=1").text
    assert len(re.findall(r'<li class="card" id="p', changed)) == sum(bool(p["changes"]) for p in every) > 0


def test_csv_holds_no_formula(client: TestClient) -> None:
    told = client.get("/dossier/positions.csv?all=1")
    assert told.content.startswith("\ufeff".encode())
    rows = list(csv.DictReader(io.StringIO(told.text.removeprefix("\ufeff"))))
    dossier = client.get("/dossier/export.json?all=1").json()
    assert [r["words"].removeprefix("'") for r in rows] == [p["words"] for p in dossier["positions"]]
    assert all(not cell.startswith(("=", "+", "-", "@")) for r in rows for cell in r.values())
    meetings = list(csv.DictReader(io.StringIO(client.get("/dossier/meetings.csv?all=1").text.removeprefix("\ufeff"))))
    assert [m["id"] for m in meetings] == [m["id"] for m in dossier["meetings"]]
    assert client.get("/dossier/claims.csv?all=1").status_code == 404


def test_the_calendar_keeps_to_its_standard(client: TestClient) -> None:
    told = client.get("/dossier/export.ics?all=1&ui=ar")
    assert told.headers["content-type"].startswith("text/calendar")
    assert client.get("/dossier/export.ics?all=1&ui=ar").content == told.content
    body = told.content
    assert body.endswith(b"END:VCALENDAR\r\n") and b"\n" not in body.replace(b"\r\n", b"")
    assert max(len(line) for line in body.split(b"\r\n")) <= 75
    lines = body.decode().replace("\r\n ", "").split("\r\n")
    planned = [m for m in client.get("/dossier/export.json?all=1").json()["meetings"] if m["state"] == "planned"]
    assert lines.count("BEGIN:VEVENT") == len(planned) > 0
    uids = [x for x in lines if x.startswith("UID:")]
    assert len(set(uids)) == len(uids)
    assert all(x.startswith("DTSTAMP:2022") for x in lines if x.startswith("DTSTAMP"))  # of the reports, not the clock
    assert f"DTSTART;VALUE=DATE:{planned[0]['since'].replace('-', '')}" in lines


def test_a_meeting_keeps_its_name_in_calendars_when_it_is_put_off(coder: Coder) -> None:
    told = (
        ("تعقد روسيا وأوكرانيا محادثات في إسطنبول يوم 13 يوليو المقبل.", "2022-06-20"),
        ("أُرجئت محادثات روسيا وأوكرانيا في إسطنبول إلى 20 يوليو.", "2022-07-10"),
    )
    coded = [(coder.code(text, id=str(n), published=day), text) for n, (text, day) in enumerate(told)]
    one, both = (dossier(coded[:n]) for n in (1, 2))
    files = [calendar(d, Names(d, Wording("en", str))) for d in (one, both)]
    first, second = ([re.findall(f"{key}[:;](.*)\r", f) for f in files] for key in ("UID", "DTSTAMP"))
    assert first[0] == first[1] and len(first[0]) == 1
    assert second == [["20220620T000000Z"], ["20220710T000000Z"]]


def test_the_page_to_print_has_its_style_by_hash(client: TestClient) -> None:
    told = client.get("/dossier/export.html?all=1&ui=ar")
    policy = told.headers["content-security-policy"]
    assert "style-src 'sha256-" in policy and "unsafe" not in policy
    assert "<style>" in told.text and "<script" not in told.text
    assert client.get("/dossier/export.md?all=1&ui=en").text.startswith("# Negotiation dossier")
    assert client.get("/dossier/export.exe?all=1").status_code == 404


def test_no_review_changes_nothing(coder: Coder) -> None:
    record = coder.code(TEXT, published="2024-02-15")
    assert corrected(record, []).record == record
