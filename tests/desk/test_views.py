"""The views over the archive: filters, numbers that open what they count, pictures, saved views."""

import csv
import io
import json
import re
import shutil
from collections.abc import Callable
from datetime import date
from html import unescape
from importlib.resources import files
from itertools import pairwise
from math import hypot
from pathlib import Path
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import msgspec
import pytest
from fastapi.testclient import TestClient

from mahdar.archive import Archive
from mahdar.archive.schema import sides
from mahdar.coder import Coder
from mahdar.desk.app import create_app
from mahdar.desk.called import english
from mahdar.desk.charts import Way
from mahdar.desk.filters import CLASSES, TYPES, Filters
from mahdar.desk.graph import HEIGHT, WIDTH, Edge, among_most, layout
from mahdar.desk.lanes import after, floor, last_day, periods
from mahdar.desk.settings import Settings
from mahdar.desk.towns import located, town
from mahdar.desk.world import Spot, drawn, shade, steps, world
from mahdar.text.fold import searched
from mahdar.world.coordinates import points

pytestmark = pytest.mark.enable_socket
PAGES = ("/", "/?tab=statements", "/timeline", "/network", "/map", "/trends")
_NUMBER = re.compile(r'<a href="([^"]+)"[^>]*><bdi>([\d,]+)</bdi></a>')
_COUNT = re.compile(r'id="count">(.*?)</span>', re.DOTALL)


def count(client: TestClient, address: str) -> int:
    """How many acts or statements the feed at an address says that it has."""
    told = client.get(unescape(address), params=None).text
    found = _COUNT.search(told)
    assert found is not None, address
    digits = re.findall(r"\d[\d,]*", re.sub("<[^>]*>", "", found[1]))
    return int(digits[0].replace(",", ""))


# -- pages and filters ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("ui", ["ar", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_pages_in_both_languages(client: TestClient, page: str, ui: str) -> None:
    told = client.get(page, params={"ui": ui} | {k: v[0] for k, v in parse_qs(urlsplit(page).query).items()})
    assert told.status_code == 200
    assert f'<html lang="{ui}" dir="{"rtl" if ui == "ar" else "ltr"}"' in told.text
    assert " style=" not in told.text and "<style" not in told.text and not re.search(r"<script(?! src=)", told.text)


@pytest.mark.parametrize("page", PAGES)
def test_an_empty_archive_has_pages(tmp_path: Path, page: str) -> None:
    Archive(tmp_path / "empty.duckdb").close()
    with TestClient(create_app(Settings(tmp_path / "empty.duckdb")), base_url="http://127.0.0.1") as client:
        assert client.get(page).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "party=Atlantis", "between=RUS", "type=WAR", "status=maybe", "from=2022-13-01", "to=yesterday", "conf=2",
        "conf=nan", "lang=Arabic", "days=night", "from=2022-08-01&to=2022-07-01", f"words={'و' * 300}", "tab=people",
        "page=0", "page=9999999999", "page=²", "party=RUS,USA,UKR,TUR,EGY,IRN,CHN,FRA,DEU", "from=20220701",
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(client: TestClient, query: str) -> None:
    assert client.get(f"/?{query}").status_code == 400


@pytest.mark.parametrize(
    "query",
    [
        "timeline?by=hour",
        "timeline?end=soon",
        "network?who=all",
        "network?edge=x",
        "map?state=Atlantis",
        "map?town=Atlantis",
        "map?of=party&town=إسطنبول",
        "trends?by=1",
    ],
)
def test_so_are_options_of_pages(client: TestClient, query: str) -> None:
    assert client.get(f"/{query}").status_code == 400


@pytest.mark.parametrize("key", ["words", "place", "outlet", "party", "says", "between", "from", "conf", "type"])
@pytest.mark.parametrize(
    "value", ["' OR 1=1 --", '%_*("', "\x00", "\ud83d", "{{6007*7}}", "<script>alert(1)</script>", "|", "a:b|c:d"]
)
def test_no_value_is_a_fault_or_markup(client: TestClient, key: str, value: str) -> None:
    value = value.encode("utf-8", "replace").decode("utf-8")
    for path in ("/", "/timeline", "/trends"):
        told = client.get(path, params={key: value})
        assert told.status_code in (200, 400)
        page = told.text if told.headers["content-type"].startswith("text/html") else ""
        assert "<script>alert" not in page and "42049" not in page


def test_filters_go_from_page_to_page(client: TestClient) -> None:
    told = client.get("/?party=روسيا&type=ACCUSE&type=REJECT&from=2022-07-01").text
    links = [unescape(x) for x in re.findall(r'<a href="(/(?:timeline|network|map|trends)?\?[^"]+)"', told)]
    kept = {"party": ["RUS"], "type": ["ACCUSE,REJECT"], "from": ["2022-07-01"]}
    for page in ("/timeline", "/network", "/map", "/trends"):
        assert kept in [parse_qs(urlsplit(x).query) for x in links if urlsplit(x).path == page]
    # and to the other language, which has all values of a key
    assert any("ACCUSE%2CREJECT" in x and "ui=ar" in x for x in re.findall(r'href="([^"]+)"', told))


@pytest.mark.parametrize(
    ("query", "sql"),
    [
        ("party=Russia", "list_contains(actor, 'RUS') OR list_contains(recipient, 'RUS')"),
        ("actor=RUS&recipient=UKR", "list_contains(actor, 'RUS') AND list_contains(recipient, 'UKR')"),
        ("with=RUS,TUR", "list_has_all(list_concat(actor, recipient), ['RUS', 'TUR'])"),
        ("type=ACCUSE,REJECT&status=occurred", "type IN ('ACCUSE', 'REJECT') AND status = 'occurred'"),
        ("says=-", "statement IS NULL"),
        ("says=RUS", "\"by\" = 'RUS'"),
        ("place=إسطنبول", "place = 'إسطنبول'"),
        ("place=Turkey", "place_code = 'TUR'"),
        ("conf=0.9", "confidence >= 0.9"),
        ("from=2022-07-20&to=2022-07-23", "coalesce(date_from, published) BETWEEN '2022-07-20' AND '2022-07-23'"),
        ("from=2022-07-20&to=2022-07-23&days=report", "published BETWEEN '2022-07-20' AND '2022-07-23'"),
        ("outlet=وكالة نيفا", "sha256 IN (SELECT sha256 FROM articles WHERE publisher = 'وكالة نيفا')"),
        ("lang=ar", "true"),
        ("party=TUR:رجب طيب أردوغان", "list_contains(list_concat(actor_name, recipient_name), 'رجب طيب أردوغان')"),
    ],
)
def test_filters_ask_what_they_say(client: TestClient, archive: Path, query: str, sql: str) -> None:
    with Archive(archive, read_only=True) as a:
        wanted = a.query(f"SELECT count(*) AS n FROM events WHERE counted AND ({sql})").to_pylist()[0]["n"]
    assert count(client, f"/?{query}") == wanted > 0


@pytest.mark.parametrize(
    "words", ["اوكرانيا", "أوكْرانيا", "الحبوب اتفاق", "صواريخ", "لا", "زورقا عسكريا", "غير موجودة قط"]
)
def test_words_are_found_however_they_are_spelled(client: TestClient, archive: Path, words: str) -> None:
    with Archive(archive, read_only=True) as a:
        told = a.query("SELECT words FROM events WHERE counted").to_pylist()

    def stands(word: str, in_: list[str]) -> bool:
        return any(word in x if len(word) > 2 else word == x for x in in_)

    wanted = sum(all(stands(w, searched(r["words"])) for w in searched(words)) for r in told)
    assert count(client, f"/?words={words}") == wanted
    assert wanted > 0 or words.startswith("غير")


@pytest.mark.parametrize(
    "page",
    [
        "/", "/?party=UKR", "/timeline", "/timeline?party=RUS", "/timeline?by=week&words=الحبوب", "/timeline?by=month",
        "/network", "/network?status=occurred", "/map", "/map?of=party&party=RUS", "/map?state=TUR",
        "/map?town=إسطنبول", "/map?place=إسطنبول", "/map?place=إسطنبول&state=TUR", "/map?place=TUR&town=إسطنبول",
        "/trends", "/trends?between=RUS|UKR&by=month", "/trends?party=TUR",
    ],
)  # fmt: skip
def test_numbers_open_what_they_count(client: TestClient, page: str) -> None:
    links = {x for x in _NUMBER.findall(client.get(page).text) if urlsplit(x[0]).path == "/"}
    assert links
    for href, n in sorted(links)[:60]:
        assert count(client, href) == int(n.replace(",", "")), href


def test_columns_of_the_timeline_open_what_they_hold(client: TestClient) -> None:
    told = client.get("/timeline?ui=en&party=RUS").text
    cells = re.findall(r'<a aria-label="[^"]*|<a href="([^"]+)" tabindex="-1" aria-label="[^"]*: ([^"]+)"', told)
    cells = [(href, tells) for href, tells in cells if href]
    assert len(cells) > 20
    for href, tells in cells[:25]:
        assert count(client, href) == sum(int(n) for n in re.findall(r"\d+", tells)), (href, tells)


def test_an_edge_shows_the_acts_behind_it(client: TestClient) -> None:
    told = client.get("/network?ui=en&edge=UKR,RUS").text
    behind = told[told.index('id="edge"') :]
    n = int(re.findall(r"all <bdi>(\d+)</bdi>", behind)[0])
    assert n == count(client, "/?between=RUS|UKR") > 5
    assert behind.count('<li class="act') == min(n, 20)


def test_officials_by_name(client: TestClient) -> None:
    told = client.get("/network?ui=en&who=officials").text
    assert "António Guterres" in told
    pair = re.search(r"between=([^\"&]*Guterres|[^\"&]*%D8%BA[^\"&]*)", told)
    assert pair is not None
    assert count(client, "/?between=" + unescape(pair[1])) > 0


# -- the feed ---------------------------------------------------------------------------------------------------------


def test_an_act_that_several_tell_is_there_once_with_its_reports(coder: Coder, tmp_path: Path) -> None:
    texts = {
        "وكالة أ": "التقى الرئيس الروسي نظيره التركي في طهران الثلاثاء.",
        "وكالة ب": "في طهران التقى الرئيس الروسي يوم الثلاثاء نظيره التركي، وفق ما أفادت به وسائل محلية في المدينة.",
        "وكالة ج": "هددت إيران بالرد على إسرائيل.",
    }
    with Archive(tmp_path / "told.duckdb") as a:
        a.add((coder.code(t, id=p, published="2022-07-20", publisher=p, title=f"عن {p}"), t) for p, t in texts.items())
        a.link()
        told = a.query("SELECT reports, outlets, docs FROM occurrences WHERE type = 'CONSULT'").to_pylist()
        shas = {r["doc"]: r["sha256"] for r in a.query("SELECT doc, sha256 FROM articles").to_pylist()}
    assert [(r["reports"], r["outlets"]) for r in told] == [(2, 2)]
    with TestClient(create_app(Settings(tmp_path / "told.duckdb")), base_url="http://127.0.0.1") as client:
        (act,) = client.get("/?ui=en&type=CONSULT").text.split('<li class="act')[1:]
    assert "reports: <bdi>2</bdi>, outlets: <bdi>2</bdi>" in act
    for doc in told[0]["docs"]:
        assert re.search(rf'<a href="/article/{shas[doc]}#\w+"><bdi lang="ar">عن {doc}</bdi></a>', act)


def test_all_acts_are_on_some_page_once(client: TestClient) -> None:
    n = count(client, "/")
    seen = [
        x
        for page in range(1, n // 40 + 2)
        for x in re.findall(r'class="q"[^>]*><a href="([^"]+)"', client.get(f"/?page={page}").text)
    ]
    assert len(seen) == len(set(seen)) == n


def test_what_is_new_is_told(client: TestClient) -> None:
    everything = client.get("/new?after=0&ui=en").json()
    assert everything["n"] == count(client, "/")
    assert everything["told"] == f"{everything['n']} new: show"
    assert client.get(f"/new?after={everything['line']}").json()["n"] == 0
    assert client.get("/new?after=0&party=TUR").json()["n"] == count(client, "/?party=TUR")
    assert client.get("/new?after=0&tab=statements").json()["n"] == count(client, "/?tab=statements")


def test_what_comes_is_new(archive: Path, coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "grows.duckdb"
    shutil.copy(archive, path)
    with TestClient(create_app(Settings(path)), base_url="http://127.0.0.1") as client:
        line = client.get("/new?after=0").json()["line"]
        client.app.state.library.close()  # type: ignore[attr-defined]
        text = "هددت روسيا بالرد على أوكرانيا."
        with Archive(path) as grows:
            grows.add([(coder.code(text, id="late", published="2022-08-04", publisher="=1+1"), text)])
        told = client.get(f"/new?after={line}").json()
        assert (told["n"], client.get(f"/new?after={line}&party=EGY").json()["n"]) == (1, 0)
        assert "=1+1" in client.get("/?from=2022-08-04&days=report").text


def test_statements_have_what_acts_are_asked_for(client: TestClient, archive: Path) -> None:
    with Archive(archive, read_only=True) as a:
        sql = (
            "SELECT count(*) AS n FROM statements s WHERE EXISTS (SELECT 1 FROM events e WHERE e.sha256 = s.sha256 AND"
        )
        wanted = a.query(f"{sql} e.statement = s.statement AND type = 'REQUEST')").to_pylist()[0]["n"]
        spoken = a.query("SELECT count(*) AS n FROM statements WHERE speaker = 'RUS'").to_pylist()[0]["n"]
    assert count(client, "/?tab=statements&type=REQUEST") == wanted > 0
    assert count(client, "/?tab=statements&says=RUS") == spoken > 0


def test_views_are_saved_and_forgotten(client: TestClient) -> None:
    made = {"name": " مطالب  روسيا ", "page": "today", "query": "?party=RUS&type=REQUEST&ui=en&page=2"}
    told = client.post("/views", data=made, follow_redirects=False)
    assert (told.status_code, told.headers["location"]) == (303, "/?party=RUS&type=REQUEST")
    shown = client.get("/").text
    assert '<a href="/?party=RUS&amp;type=REQUEST"><bdi>مطالب روسيا</bdi></a>' in shown
    client.post("/views", data=made | {"query": "?party=UKR"})
    assert client.get("/").text.count("مطالب روسيا</bdi>") == 1
    number = re.findall(r"/views/(\d+)/forget", client.get("/").text)[0]
    client.post(f"/views/{number}/forget", data={"page": "today"})
    assert "مطالب روسيا" not in client.get("/").text


@pytest.mark.parametrize(
    "wrong", [{"name": ""}, {"name": "x" * 81}, {"page": "//example.org"}, {"page": "login"}, {"query": "x" * 3000}]
)
def test_no_view_without_a_name_or_elsewhere(client: TestClient, wrong: dict[str, str]) -> None:
    assert client.post("/views", data={"name": "x", "page": "today", "query": ""} | wrong).status_code == 400


def test_what_articles_say_is_no_markup(tmp_path: Path, coder: Coder) -> None:
    evil = "<script>alert(1)</script>\u202e"
    text = f"قالت روسيا إن أوكرانيا قصفت مدينة {evil} في خاركيف."
    record = coder.code(text, id=evil, title=evil, published="2022-08-04", publisher=evil)
    entities = [msgspec.structs.replace(e, name=evil + e.name) for e in record.entities]
    with Archive(tmp_path / "evil.duckdb") as a:
        a.add([(msgspec.structs.replace(record, entities=entities), text)])
        a.link()
    with TestClient(create_app(Settings(tmp_path / "evil.duckdb")), base_url="http://127.0.0.1") as client:
        for page in (*PAGES, "/network?who=officials", "/map?state=UKR", "/trends.svg", "/network?edge=RUS|UKR"):
            told = client.get(page)
            assert told.status_code == 200
            assert "<script>alert" not in told.text and "\u202e" not in told.text, page


# -- pictures ---------------------------------------------------------------------------------------------------------


def test_the_picture_of_trends_stands_alone(client: TestClient) -> None:
    told = client.get("/trends.svg?between=RUS|UKR&ui=ar")
    assert told.headers["content-type"] == "image/svg+xml" and "attachment" in told.headers["content-disposition"]
    root = ElementTree.fromstring(told.text)
    tags = {x.tag.rpartition("}")[2] for x in root.iter()}
    assert root.tag == "{http://www.w3.org/2000/svg}svg" and "rect" in tags and not tags & {"a", "script", "style"}


def test_the_data_of_trends_add_up(client: TestClient) -> None:
    rows = list(csv.DictReader(io.StringIO(client.get("/trends.csv?by=week").text, newline="")))
    assert sum(int(r["n"]) for r in rows) == count(client, "/")
    assert all(sum(int(r[c]) for c in CLASSES) == int(r["n"]) for r in rows)
    days = [date.fromisoformat(r["period"]) for r in rows]
    assert all((b - a).days == 7 for a, b in pairwise(days))


def test_turning_points_of_two_parties(tmp_path: Path) -> None:
    with Archive(tmp_path / "turn.duckdb") as a:
        a.db.execute("INSERT INTO all_articles BY NAME SELECT 's' AS sha256, 'd' AS doc, 'ar' AS lang, true AS current")
        a.db.execute(
            "INSERT INTO all_events BY NAME SELECT 's' AS sha256, 'd' AS doc, 'e' || range AS event, 'AGREE' AS type,"
            " 'occurred' AS status, ['RUS'] AS actor, ['روسيا'] AS actor_name, ['UKR'] AS recipient, ['أوكرانيا'] AS"
            " recipient_name, DATE '2022-01-03' + (7 * range)::INTEGER AS date_from, 'verbal_cooperation' AS quad,"
            " CASE WHEN range < 10 THEN 4.0 ELSE -6.0 END AS scale, 0.9 AS confidence, 'ص' AS words, range AS line,"
            " ['RUS', 'UKR'] AS parties, ['RUS|UKR'] AS pairs, ['RUS|UKR'] AS faces, true AS current, true AS counted"
            " FROM range(20)"
        )
    with TestClient(create_app(Settings(tmp_path / "turn.duckdb")), base_url="http://127.0.0.1") as client:
        told = client.get("/trends?between=RUS,UKR&by=week&ui=en").text
    turns = told[told.index('<ol class="turns">') : told.index("</ol>", told.index('<ol class="turns">'))]
    assert re.findall(r'"day">([^<]+)', turns) == ["2022-03-14"]
    assert "+4.0" in turns and "-6.0" in turns and 'href="/article/s#e10"' in turns


def test_a_network_looks_the_same_each_time_and_fits() -> None:
    edges = tuple(
        (f"N{a:02}", f"N{b:02}", (a * 7 + b) % 9 + 1) for a in range(60) for b in range(a + 1, 60) if (a * b) % 5 == 1
    )
    layout.cache_clear()
    at = dict(layout(edges))
    layout.cache_clear()
    assert at == dict(layout(edges))
    places = list(at.values())
    assert all(0 < x < WIDTH and 0 < y < HEIGHT for x, y in places)
    assert min(hypot(a[0] - b[0], a[1] - b[1]) for n, a in enumerate(places) for b in places[n + 1 :]) > 40
    assert layout((("A", "A", 1),)) == {"A": (WIDTH / 2, HEIGHT / 2)}


def test_those_who_deal_most_stand_closest() -> None:
    at = layout((("A", "B", 100), ("A", "C", 1), ("B", "C", 1), ("C", "D", 1)))

    def apart(a: str, b: str) -> float:
        return hypot(at[a][0] - at[b][0], at[a][1] - at[b][1])

    assert apart("A", "B") < min(apart("A", "C"), apart("B", "C"), apart("A", "D"))


@pytest.mark.parametrize(
    ("cooperation", "conflict", "kind"), [(3, 0, "cooperation"), (1, 9, "conflict"), (2, 3, "mixed"), (0, 0, "none")]
)
def test_kinds_of_edges(cooperation: int, conflict: int, kind: str) -> None:
    assert Edge("A", "B", 12, cooperation, conflict).kind == kind


def test_most_nodes() -> None:
    edges = [Edge("A", "B", 5, 0, 0), Edge("B", "C", 3, 0, 0), Edge("C", "D", 1, 0, 0)]
    assert among_most(edges, 3) == edges[:2]


def test_time_runs_the_other_way_in_arabic() -> None:
    there, back = Way(0, 100, False), Way(0, 100, True)
    assert (there.x(10, 5), back.x(10, 5)) == (10, 85)


@pytest.mark.parametrize(
    ("day", "step", "first", "last"),
    [
        ("2022-07-22", "day", "2022-07-22", "2022-07-22"),
        ("2022-07-22", "week", "2022-07-18", "2022-07-24"),
        ("2024-02-29", "month", "2024-02-01", "2024-02-29"),
        ("9999-12-31", "month", "9999-12-01", "9999-12-31"),
        ("9999-12-31", "day", "9999-12-31", "9999-12-31"),
    ],
)  # fmt: skip
def test_periods(day: str, step: str, first: str, last: str) -> None:
    start = floor(date.fromisoformat(day), step)  # type: ignore[arg-type]
    assert (start.isoformat(), last_day(start, step).isoformat()) == (first, last)  # type: ignore[arg-type]


def test_the_ends_of_the_calendar() -> None:
    assert after(date.min, "month", -5) == date.min
    assert len(periods(date.min, date.max, "day")) == 80
    assert periods(date(2022, 8, 1), date(2022, 7, 1), "month") == [date(2022, 7, 1)]


@pytest.mark.parametrize("counts", [[1], [1, 1, 1], [3, 9], [1, 2, 3, 4, 5, 6, 7, 8], [1, 1, 1, 1, 1, 123_456], []])
def test_shades_grow_with_numbers(counts: list[int]) -> None:
    codes = ("RUS", "UKR", "TUR", "EGY", "IRN", "USA", "FRA", "BHR")
    legend = steps(dict(zip(codes, counts, strict=False)) | {"NATO": 999_999})
    assert legend == sorted(set(legend)) and legend[-1:] == sorted(counts)[-1:]
    shades = [shade(n, legend) for n in sorted({0, *counts})]
    assert shades == sorted(shades) and shades[0] == 0 and (shades[-1] == 5 or not counts)


_TOWN = re.compile(r'<a href="([^"]+)" tabindex="-1" aria-label="([^"]+): ([0-9]+)" class="town( chosen)?"')


@pytest.mark.parametrize("asked", ["", "&type=CONSULT", "&place=TUR", "&place=إسطنبول"])
def test_towns_open_the_acts_that_they_count(client: TestClient, asked: str) -> None:
    towns = _TOWN.findall(client.get(f"/map?ui=en{asked}").text)
    assert "Istanbul" in [name for _, name, _, _ in towns]
    for href, name, n, _ in towns:
        told = client.get(unescape(href)).text
        assert [x for x in _TOWN.findall(told) if x[3]] == [(href, name, n, " chosen")]
        chosen = told.partition('id="chosen"')[2].partition("</section>")[0]
        assert f"<bdi>{name}</bdi>" in chosen
        behind = re.search(r'<p><a href="([^"]+)">all <bdi>([0-9]+)</bdi></a>', chosen)
        assert behind and behind[2] == n
        assert count(client, behind[1]) == int(n)


def test_a_town_in_which_nothing_took_place(client: TestClient) -> None:
    told = client.get("/map?ui=en&town=القاهرة&place=TUR").text
    assert 'class="town chosen"' not in told
    chosen = told.partition('id="chosen"')[2].partition("</section>")[0]
    assert "Cairo" in chosen
    assert "Nothing fits these filters." in chosen


def test_no_towns_where_parties_are_counted(client: TestClient) -> None:
    assert "data-town" not in client.get("/map?of=party").text


@pytest.mark.parametrize(("name", "code"), [("القاهرة", "EGY"), ("إسطنبول", "TUR"), ("حلب", "SYR")])
def test_a_town_lies_in_its_own_state_alone(name: str, code: str) -> None:
    assert located(name, code) == points()[code, english(name)]
    assert located(name, "USA") is None
    assert located(name, None) is None


@pytest.mark.parametrize("name", ["تركيا", "سيناء", "البحر الأسود", "قرية لا يعرفها أحد"])
def test_what_is_no_town_is_no_point(name: str) -> None:
    assert town(name) is None


def test_towns_are_drawn_by_the_frame_of_the_borders() -> None:
    borders = json.loads((files("mahdar") / "desk" / "static" / "world.json").read_text(encoding="utf-8"))
    spots = [Spot(code, points()[code, ""], 1, code, "/") for code in ("SGP", "MLT", "BHR", "MCO", "BRB", "SMR")]
    told = "".join(world({}, "", "", _no_link, [spot]) for spot in spots)
    drawn = re.findall(r'cx="([\d.]+)" cy="([\d.]+)"[^>]*data-town="([A-Z]+)"', told)
    assert len(drawn) == len(spots)
    for x, y, code in drawn:
        assert (float(x), float(y)) == pytest.approx(borders["dots"][code], abs=2), code


def _no_link(code: str, n: int) -> tuple[str, str]:
    return "/", code


def test_the_map_has_states_large_and_small() -> None:
    assert all(drawn(c) for c in ("RUS", "USA", "PSE", "ESH", "XKX", "BHR", "SGP", "MLT")) and not drawn("NATO")


@pytest.mark.parametrize(
    "far", ["from=0001-01-01", "to=9999-12-31", "from=9999-12-31&to=9999-12-31", "from=0001-01-01&to=0001-01-01"]
)
def test_days_at_the_ends_of_the_calendar(client: TestClient, far: str) -> None:
    for page in ("/", "/timeline", "/timeline?by=month&", "/trends", "/trends?by=day&"):
        assert client.get(f"{page}{'' if page[-1] == '&' else '?'}{far}").status_code == 200


# -- what the archive keeps for all that ------------------------------------------------------------------------------


def test_sides_of_events(coder: Coder) -> None:
    record = coder.code(
        "التقى الرئيس الروسي فلاديمير بوتين ونظيره التركي رجب طيب أردوغان في طهران.", published="2022-07-19"
    )
    told = list(sides(record))
    meeting = next(n for n, e in enumerate(record.events) if e.type == "CONSULT")
    assert told[meeting]["parties"] == ["RUS", "TUR"] and told[meeting]["pairs"] == ["RUS|TUR"]
    assert told[meeting]["faces"] == ["RUS:فلاديمير بوتين|TUR:رجب طيب أردوغان"]


def test_lines_go_with_their_articles(archive: Path, coder: Coder, tmp_path: Path) -> None:
    path = tmp_path / "again.duckdb"
    shutil.copy(archive, path)

    def ask(a: Archive, sql: str) -> object:
        return a.query(sql).to_pylist()[0]["n"]

    with Archive(path) as a:
        held = a.query("SELECT record, text FROM records JOIN articles USING (sha256)").num_rows
        assert held
        newer = [
            (msgspec.structs.replace(r, coder=msgspec.structs.replace(r.coder, version="99")), t)
            for r, t in a.records()
        ]
        a.add(newer)
        before = ask(a, "SELECT count(*) AS n FROM found")
        a.prune()
        assert ask(a, "SELECT count(*) AS n FROM found") == int(str(before)) // 2
        assert ask(a, "SELECT count(*) AS n FROM found WHERE term NOT IN (SELECT term FROM terms)") == 0
        assert ask(a, "SELECT count(*) - count(DISTINCT line) AS n FROM all_sentences") == 0
        orphans = "SELECT count(*) AS n FROM all_events e ANTI JOIN all_sentences s USING (line, sha256, sentence)"
        assert ask(a, orphans) == 0


def test_filters_tell_themselves() -> None:
    f = Filters(party=("RUS",), least=0.5, since=date(2022, 7, 1), reported=True)
    assert f.query() == "?party=RUS&conf=0.5&from=2022-07-01&days=report"
    assert f.query(party=(), tab="statements", since=None) == "?conf=0.5&days=report&tab=statements"
    kinds: Callable[[str], object] = lambda c: f.of_class(c)["type"]  # noqa: E731
    assert {*kinds("cooperation"), *kinds("conflict")} == set(TYPES)  # type: ignore[misc]
    assert f.of_class("planned") == {"status": ("planned",)}
    assert f.taking("RUS") == {"party": ("RUS",)} and f.taking("UKR") == {"also": ("UKR",)}
