import gzip
import io
import json
import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.errors import InputError
from mahdar.reading import Article, Options, OtherLanguage, Skipped, articles, parquet
from mahdar.reading.columns import columns
from mahdar.reading.dates import iso
from mahdar.reading.encodings import decode
from mahdar.reading.fragment import flat
from mahdar.reading.kinds import kind
from mahdar.reading.paths import metered
from mahdar.reading.visual import is_visual
from tests.dirty import news_text
from tests.examples import examples
from tests.sources import BODY, ENGLISH, OUTSIDE, PERSIAN, TEXT, TITLE, feed, item, page, record, zipped

MAHDAR = Path(sys.executable).parent / "mahdar"


def read(path: Path, data: bytes | str, options: Options = Options()) -> list[Any]:  # noqa: B008
    path.write_bytes(data.encode("utf-8") if isinstance(data, str) else data)
    return list(articles([str(path)], options))


def one(path: Path, data: bytes | str, options: Options = Options()) -> Article:  # noqa: B008
    (article,) = read(path, data, options)
    assert isinstance(article, Article), article
    return article


# Dates


@pytest.mark.parametrize("case", examples("published"))
def test_dates_of_publication(case: dict[str, str]) -> None:
    assert iso(case["written"]) == case.get("iso")


@given(
    st.text(max_size=60) | st.from_regex(r"[\d٠-٩]{1,4}[-/ ][\d٠-٩]{1,4}[-/ ][\d٠-٩]{1,5}( \d\d:\d\d)?", fullmatch=True)
)
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = iso(text)
    assert found is None or 1990 <= int(found[:4]) <= 2100
    assert found is None or iso(found) == found


# Encodings

ENCODINGS = ("utf-8", "utf-8-sig", "cp1256", "iso8859-6", "utf-16", "utf-16-le", "utf-16-be")


@pytest.mark.parametrize("encoding", ENCODINGS)
@pytest.mark.parametrize("text", [TEXT, "\n".join(BODY)], ids=["short", "long"])
def test_encodings_are_told_and_noted(tmp_path: Path, encoding: str, text: str) -> None:
    article = one(tmp_path / "a.txt", text.encode(encoding))
    expected = "utf-8" if encoding == "utf-8-sig" else encoding
    assert (article.text, article.encoding) == (text, expected)
    assert article.notes == (() if expected == "utf-8" else (f"read as {expected}",))


@pytest.mark.parametrize(
    ("written", "declared"), [("cp1256", "utf-8"), ("utf-8", "windows-1256"), ("iso8859-6", "cp1256")]
)
def test_a_wrong_declaration_is_overridden_and_noted(tmp_path: Path, written: str, declared: str) -> None:
    text = page(f'<meta charset="{declared}">')
    article = one(tmp_path / "a.html", text.encode(written, "ignore"))
    assert BODY[0] in article.text and article.encoding == written
    assert any(f"read as {written}, though declared as" in n for n in article.notes)


@pytest.mark.parametrize("encoding", ["mac_arabic", "cp720", "cp1251", "latin-1"])
def test_what_is_not_sure_is_refused(tmp_path: Path, encoding: str) -> None:
    text = {"cp1251": "Москва отвергает предложение.", "latin-1": "Le président a refusé."}.get(encoding, TEXT)
    (error,) = read(tmp_path / "a.txt", text.encode(encoding))
    assert isinstance(error, InputError) and "not UTF-8" in str(error)


@given(news_text, st.sampled_from(("cp1256", "iso8859-6")))
def test_a_decoding_is_right_or_refused(text: str, encoding: str) -> None:
    data = text.encode(encoding, "ignore")
    if data.isascii():
        return
    try:
        found = decode(data, "x")
    except InputError:
        return
    assert found.text == data.decode(encoding) or found.encoding.startswith("utf")


def reversed_lines(text: str) -> str:
    return "\n".join(line[::-1] for line in text.split("\n"))


@pytest.mark.parametrize("many", [False, True])
@pytest.mark.parametrize("text", [TEXT, "\n".join(BODY), f"{TEXT}\nوقالت القاهرة"])
def test_text_in_visual_order_is_refused(tmp_path: Path, text: str, many: bool) -> None:
    path = tmp_path / "a.txt"
    path.write_text(reversed_lines(text), encoding="utf-8")
    (error,) = articles([str(tmp_path if many else path)])
    assert type(error) is InputError and "visual order" in str(error)


def test_shaped_letters_in_visual_order_are_told() -> None:
    assert is_visual("ﺔﻴﺳوﺮﻟا ﺔﻴﺟرﺎﺨﻟا ﺮﻳزو لﺎﻗ")
    assert not is_visual("ﻗﺎل وزﻳﺮ اﻟﺨﺎرﺟﻴﺔ اﻟﺮوﺳﻴﺔ")


def test_no_article_of_the_gold_is_in_visual_order() -> None:
    for path in sorted((Path(__file__).parents[1] / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").split("\n")[:-1]:
            text = json.loads(line).get("text", "")
            assert not is_visual(text) and not any(is_visual(x) for x in text.split("\n"))
            assert is_visual(reversed_lines(text)) or len(text) < 200


# Kinds


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"<!DOCTYPE html><html>", "a.txt", "page"),
        (b"\xef\xbb\xbf<html>", "a", "page"),
        (b'<?xml version="1.0"?>\n<!-- x --><rss version="2.0">', "a.txt", "feed"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom">', "a.html", "feed"),
        (b"\x1f\x8b\x08", "a.txt", "gz"),
        (b"PK\x03\x04", "a.txt", "zip"),
        (b"PK\x03\x04", "a.docx", "an Office document"),
        (b"%PDF-1.7", "a.txt", "a PDF"),
        (b"WARC/1.0\r\n", "a", "warc"),
        (b"PAR1", "a", "parquet"),
        (b'{"text": "x"}\n', "a.txt", "jsonl"),
        (b"id,text\n1,x\n", "a", "csv"),
        (b"id;maintext\n1;x\n", "a.csv", "csv"),
        ("مصر، text، القاهرة".encode(), "a.txt", "text"),
        ("رفضت مصر".encode(), "a.html", "text"),
        (b"", "a.jsonl", "jsonl"),
        (b"", "a.txt", "text"),
    ],
)
def test_kinds_are_told_by_content_then_suffix(head: bytes, name: str, expected: str) -> None:
    assert kind(head, name, Options()) == expected


# Pages


def test_a_page_is_its_article_alone(tmp_path: Path) -> None:
    article = one(tmp_path / "a.html", page())
    assert article.text.split("\n") == [TITLE, *BODY]
    assert not any(word in article.text for word in OUTSIDE)
    assert (article.id, article.title, article.publisher, article.language) == ("a", TITLE, "الخبر", "ar")
    assert article.published is None


LD = '<script type="application/ld+json">{}</script>'
DATES: dict[str, tuple[str, str, str | None, str]] = {
    "JSON-LD before meta": (
        LD.format('{"@type": "NewsArticle", "datePublished": "2024-02-15T23:30:00+03:00"}')
        + '<meta property="article:published_time" content="2024-02-16">',
        "",
        "2024-02-15T23:30:00+03:00",
        "published as told by JSON-LD",
    ),
    "the article before the page in JSON-LD": (
        LD.format('{"@graph": [{"@type": "WebPage", "datePublished": "2020-01-01"}, '
                  '{"@type": "NewsArticle", "datePublished": "2024-02-15"}]}'),
        "",
        "2024-02-15",
        "dates differ: JSON-LD says 2020-01-01",
    ),
    "meta before time": (
        '<meta property="article:published_time" content="2024-02-15">',
        '<time datetime="2024-02-16" pubdate>',
        "2024-02-15",
        "published as told by meta",
    ),
    "the time that is marked": (
        "",
        '<time datetime="2019-01-01">x</time><time class="entry-date published" datetime="2024-02-15">x</time>',
        "2024-02-15",
        "published as told by time element",
    ),
    "words of the only time": ("", "<time>١٥ شباط ٢٠٢٤</time>", "2024-02-15", "published as told by time element"),
    "several times": ("", '<time datetime="2024-02-15">x</time><time datetime="2024-02-11">x</time>', None, ""),
    "the address": ('<link rel="canonical" href="http://x.example/2024/02/15/a">', "", "2024-02-15", "by address"),
    "no date of publication": (
        '<meta name="date" content="0001-01-01">', "", None, "meta gives '0001-01-01', which is no date"
    ),
    "Hijri": ('<meta name="date" content="1446-01-05">', "", None, "which is no date of publication"),
    "dates that differ": (
        '<meta property="article:published_time" content="2024-02-15"><meta name="date" content="2022-01-01">',
        "",
        "2024-02-15",
        "dates differ: meta says 2022-01-01",
    ),
    "JSON-LD that is broken": (LD.format("{" * 3000), "", None, ""),
}  # fmt: skip


@pytest.mark.parametrize(("head", "body", "published", "note"), DATES.values(), ids=DATES)
def test_which_date_of_a_page_wins(tmp_path: Path, head: str, body: str, published: str | None, note: str) -> None:
    article = one(tmp_path / "a.html", page(head, body))
    assert article.published == published
    assert note in "; ".join(article.notes)


def test_the_call_dates_only_pages_without_date(tmp_path: Path) -> None:
    dated = page('<meta property="article:published_time" content="2024-02-15">')
    call = Options(published="2021-01-01")
    assert one(tmp_path / "a.html", dated, call).published == "2024-02-15"
    assert one(tmp_path / "b.html", page(), call).published == "2021-01-01"


# Feeds


def test_items_of_a_feed(tmp_path: Path) -> None:
    full = (
        "<title>عنوان &amp; خبر</title><link>http://x.example/1</link><pubDate>الخميس، ١٥ شباط/فبراير ٢٠٢٤</pubDate>"
        "<description>ملخص</description><content:encoded><![CDATA[<p>رفضت <b>مصر</b> المقترح.</p><script>قصفت</script>"
        "<p>وقال&nbsp;الوزير</p>]]></content:encoded>"
    )
    bare = f"<title>{TITLE}</title>"
    first, second, third = read(tmp_path / "a.xml", feed(full, bare, f"<description>{ENGLISH}</description>"))
    assert first.text == "عنوان & خبر\nرفضت مصر المقترح.\nوقال الوزير"
    assert (first.published, first.url, first.publisher) == ("2024-02-15", "http://x.example/1", "الخبر")
    assert (second.text, second.published) == (TITLE, None)
    assert isinstance(third, OtherLanguage) and third.label == "English"


def test_atom_with_only_a_date_of_change(tmp_path: Path) -> None:
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="ar"><title>x</title><entry><id>e1</id><title>خبر</title>'
        f'<updated>2024-02-15T10:00:00+02:00</updated><content type="html">&lt;p&gt;{TEXT}&lt;/p&gt;</content>'
        "</entry></feed>"
    )
    article = one(tmp_path / "a.atom", atom)
    assert (article.id, article.text, article.published) == ("e1", f"خبر\n{TEXT}", "2024-02-15T10:00:00+02:00")
    assert article.notes == ("published as told by updated",)


@pytest.mark.parametrize("opening", ['<?xml version="1.0" encoding="utf-8"?>', '<?xml version="1.0"?>', ""])
def test_a_feed_with_a_wrong_or_no_encoding(tmp_path: Path, opening: str) -> None:
    article = one(tmp_path / "a.xml", feed(item(1), opening=opening).encode("cp1256"))
    assert TEXT in article.text and article.encoding == "cp1256"


def test_a_feed_that_is_not_well_formed(tmp_path: Path) -> None:
    broken = feed(item(1, "مصر &nbsp; رفضت المقترح <b>الإسرائيلي & السوري"), item(2))
    found = read(tmp_path / "a.xml", broken)
    assert [a.id for a in found] == ["g1", "g2"]
    assert all("the feed is not well-formed" in a.notes for a in found)
    assert read(tmp_path / "a.xml", feed(item(1), item(2))[:-150])[0].id == "g1"


@given(st.text(max_size=80) | st.text("<>/&;pbr scipt\n!-", max_size=60))
def test_pieces_of_html(markup: str) -> None:
    assert "\x00" not in flat(markup.replace("\x00", "")) and flat(f"<script>{TEXT}</script>") == ""


# Tables


def test_csv_with_the_columns_that_users_have(tmp_path: Path) -> None:
    rows = (
        f'id,date_publish,title,maintext,source,lang\na,2024-02-15 10:00:00,عنوان,"{TEXT}\n""قال""",الخبر,ar\n'
        f'b,x\n,,,{TEXT},,\nc,,,"{ENGLISH}",,en\n'
    )
    first, short, second, other = read(tmp_path / "a.csv", rows)
    assert first[1:7] == ("a", f'{TEXT}\n"قال"', "2024-02-15T10:00:00", "عنوان", None, "الخبر")
    assert first.language == "ar"
    assert "a.csv:4: 2 fields, the header has 6" in str(short)
    assert (second.id, second.text, second.published) == ("3", TEXT, None)
    assert isinstance(other, OtherLanguage)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_tsv_of_a_spreadsheet(tmp_path: Path, encoding: str) -> None:
    article = one(tmp_path / "a.tsv", f"ID\tText\r\n7\t{TEXT}\r\n".encode(encoding))
    assert (article.id, article.text) == ("7", TEXT)


@pytest.mark.parametrize("form", ["csv", "parquet"])
@pytest.mark.parametrize("case", examples("columns"))
def test_columns_as_others_call_them(case: dict[str, Any], form: str, tmp_path: Path) -> None:
    table = pd.DataFrame([{name: TEXT if v == "TEXT" else v or None for name, v in case["columns"].items()}])
    path = tmp_path / f"a.{form}"
    table.to_csv(path, index=False) if form == "csv" else table.to_parquet(path)
    (found,) = articles([str(path)], Options(columns=columns(case.get("map", ""))))
    if "says" in case:
        assert isinstance(found, InputError) and case["says"] in str(found)
    else:
        assert isinstance(found, Article) and found.text == TEXT
        assert {field: getattr(found, field) for field in case["gives"]} == case["gives"]


def test_a_name_that_two_columns_have(tmp_path: Path) -> None:
    (error,) = read(tmp_path / "a.csv", f"id,text,text\n1,{TEXT},x\n")
    assert '2 columns are called "text"' in str(error)


def test_columns_of_bytes_are_text(tmp_path: Path) -> None:
    pd.DataFrame({"text": [TEXT.encode()], "id": [b"a"]}).to_parquet(tmp_path / "a.parquet")
    (article,) = articles([str(tmp_path / "a.parquet")])
    assert isinstance(article, Article) and (article.text, article.id) == (TEXT, "a")
    pd.DataFrame({"text": [TEXT.encode("cp1256")]}).to_parquet(tmp_path / "a.parquet")
    (error,) = articles([str(tmp_path / "a.parquet")])
    assert isinstance(error, InputError)


def test_columns_are_mapped(tmp_path: Path) -> None:
    options = Options(columns={"text": "body", "published": "when"})
    article = one(tmp_path / "a.csv", f"body,text,when\n{TEXT},x,15/02/2024\n", options)
    assert (article.text, article.published) == (TEXT, "2024-02-15")
    line = json.dumps({"body": TEXT, "when": "2024-02-15"})
    assert one(tmp_path / "a.jsonl", line, options).text == TEXT
    (error,) = read(tmp_path / "b.csv", "id,text\n1,x\n", options)
    assert 'no column "body"' in str(error) and "Columns: id, text" in str(error)


def test_keys_that_happen_to_be_called_as_fields_are(tmp_path: Path) -> None:
    line = {"text": TEXT, "source": {"name": "x"}, "lang": ["ar"], "html": 5}
    article = one(tmp_path / "a.jsonl", json.dumps(line))
    assert (article.text, article.publisher, article.language) == (TEXT, None, None)
    (error,) = read(tmp_path / "a.jsonl", json.dumps({**line, "date": 20240215}))
    assert 'field "date" is not a string' in str(error)


def test_jsonl_with_pages(tmp_path: Path) -> None:
    article = one(tmp_path / "a.jsonl", json.dumps({"id": "x", "html": page(), "date": "2024-02-15"}))
    assert article.text.split("\n") == [TITLE, *BODY] and article.published == "2024-02-15"


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "a[1].parquet"
    plain = tmp_path / "b.parquet"
    duckdb.sql(
        f"COPY (SELECT range AS id, '{TEXT}' AS plain_text, TIMESTAMPTZ '2024-02-15 10:00:00+03' AS published_date, "
        f"[1] AS more FROM range(600)) TO '{plain}' (FORMAT parquet)"
    )
    plain.rename(path)
    found = list(articles([str(path)]))
    assert [a.id for a in found if isinstance(a, Article)] == [str(n) for n in range(600)]
    assert isinstance(found[0], Article)
    assert (found[0].text, found[0].published) == (TEXT, "2024-02-15T07:00:00+00:00")
    (error,) = list(articles([str(path)], Options(columns={"text": "more"})))
    assert 'column "more" is of type INTEGER[]' in str(error)
    data = path.read_bytes()
    assert all(isinstance(x, InputError) for x in read(tmp_path / "cut.parquet", data[: len(data) // 2]))


def test_parquet_in_archives_and_from_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.parquet"
    duckdb.sql(f"COPY (SELECT range AS id, '{TEXT}' AS text FROM range(300)) TO '{path}' (FORMAT parquet)")
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.write(path, "inside.parquet")
    with tarfile.open(tmp_path / "a.tar.gz", "w:gz") as archive:
        archive.add(path, "inside.parquet")
    (tmp_path / "a.parquet.gz").write_bytes(gzip.compress(path.read_bytes()))
    ids = [str(n) for n in range(300)]
    for name in ("a.zip", "a.tar.gz", "a.parquet.gz"):
        found = list(articles([str(tmp_path / name)]))
        assert [a.id for a in found if isinstance(a, Article)] == ids, name
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(path.read_bytes())))
    assert [a.id for a in articles(["-"]) if isinstance(a, Article)] == ids
    monkeypatch.setattr(parquet, "UNPACKED", 1000)
    (error,) = list(articles([str(tmp_path / "a.zip")]))
    assert "a.zip!inside.parquet: Parquet of more than 1,000 bytes" in str(error)


# How far it is


@pytest.mark.parametrize("form", ["jsonl", "csv", "parquet", "jsonl.gz", "zip", "tar", "warc", "folder"])
def test_how_far_reading_is(form: str, tmp_path: Path) -> None:
    many = 400
    table = pd.DataFrame([{"id": str(n), "text": f"{TEXT} {n}", "more": os.urandom(700).hex()} for n in range(many)])
    path = tmp_path / f"a.{form}"
    if form.startswith("jsonl"):
        table.to_json(path, orient="records", lines=True)
    elif form in ("csv", "parquet"):
        table.to_csv(path) if form == "csv" else table.to_parquet(path)
    elif form == "warc":
        path.write_bytes(b"".join(record(f"http://a.example/{n}", page().encode()) for n in range(many)))
    elif form == "folder":
        path.mkdir()
        for n, text in enumerate(table.text + table.more):
            (path / f"{n}.txt").write_text(text, encoding="utf-8")
    elif form == "zip":
        with zipfile.ZipFile(path, "w") as z:
            for n, line in enumerate(table.to_json(orient="records", lines=True).splitlines()):
                z.writestr(f"{n}.jsonl", line)
    else:
        with tarfile.open(path, "w") as t:
            for n, text in enumerate(table.text + table.more):
                info = tarfile.TarInfo(f"{n}.txt")
                info.size = len(text.encode())
                t.addfile(info, io.BytesIO(text.encode()))
    meter = metered([str(path)])
    shares, totals = [], []
    for _ in meter.counted(articles([str(path)], Options(), meter)):
        shares.append(meter.share)
        totals.append(meter.total)
    assert len(shares) == many and shares == sorted(shares) and 0.3 < shares[many // 2] < 0.9
    assert totals[many // 2] == pytest.approx(many, rel=0.5)
    assert (meter.share, meter.total) == (1, many)
    assert metered([str(path), "-"]).total is None


# Web archives

CHUNKED = b"".join(b"%x\r\n%s\r\n" % (len(c), c) for c in (page().encode()[:500], page().encode()[500:], b""))
RECORDS = [
    record("http://a.example/1", page('<meta name="date" content="2024-02-15">').encode()),
    record("http://a.example/r", page().encode(), kind="request"),
    record("http://a.example/2", f'<html lang="en"><p>{ENGLISH}'.encode()),
    record("http://a.example/i", b"\x89PNG", "image/png"),
    record("http://a.example/3", page().encode("cp1256"), "text/html; charset=utf-8"),
    record("http://a.example/4", CHUNKED, headers="Transfer-Encoding: chunked\r\n"),
    record("http://a.example/5", gzip.compress(page().encode()), headers="Content-Encoding: gzip\r\n"),
    record("http://a.example/6", b"???", headers="Content-Encoding: zstd-7\r\n"),
    record("http://a.example/7", page('<meta name="date" content="2030-01-01">').encode()),
]


@pytest.mark.parametrize("data", [b"".join(RECORDS), zipped(RECORDS), gzip.compress(b"".join(RECORDS)),
                                  zipped(RECORDS[:3]) + gzip.compress(b"".join(RECORDS[3:]))],
                         ids=["plain", "a member a record", "one member", "mixed"])  # fmt: skip
def test_warc(tmp_path: Path, data: bytes) -> None:
    found = read(tmp_path / "a", data)
    good = {a.url: a for a in found if isinstance(a, Article)}
    assert [u and u[-1] for u in good] == ["1", "3", "4", "5", "7"]
    assert all(a.text.split("\n") == [TITLE, *BODY] for a in good.values())
    crawled = "2024-02-16T10:00:00+00:00"
    assert [a.published for a in good.values()] == ["2024-02-15", crawled, crawled, crawled, crawled]
    assert good["http://a.example/3"].encoding == "cp1256"
    others = [x for x in found if isinstance(x, InputError)]
    assert [x.label if isinstance(x, Skipped) else "" for x in others] == [
        "WARC request", "English", "WARC response that is no page", "",
    ]  # fmt: skip
    assert "zstd-7" in str(others[3]) and "Record skipped" in str(others[3])


@pytest.mark.parametrize("compressed", [False, True])
def test_a_warc_that_is_cut_keeps_what_is_before(tmp_path: Path, compressed: bool) -> None:
    records = [record(f"http://a.example/{n}", page().encode()) for n in range(4)]
    data = zipped(records) if compressed else b"".join(records)
    before = len(zipped(records[:2]) if compressed else b"".join(records[:2]))
    for at in (before + 5, before + 400, before + 900):
        found = read(tmp_path / "a.warc", data[:at])
        assert [isinstance(x, Article) for x in found] == [True, True, False], found
        assert str(tmp_path / "a.warc") in str(found[-1])


@pytest.mark.parametrize("compressed", [False, True])
@pytest.mark.parametrize("kind", ["response", "metadata"])
def test_a_warc_is_told_to_be_cut_wherever_it_is(tmp_path: Path, kind: str, compressed: bool) -> None:
    whole = record("http://a.example/1", page().encode())
    last = record("http://a.example/2", page().encode(), kind=kind)
    whole, last = (gzip.compress(x) if compressed else x for x in (whole, last))
    for at in range(1, len(last) - 4, 29):
        found = read(tmp_path / "a.warc", whole + last[:at])
        assert isinstance(found[0], Article) and len(found) == 2, at
        assert type(found[1]) is not Article and not isinstance(found[1], Skipped), at


def test_records_that_are_no_pages_are_counted(tmp_path: Path) -> None:
    kinds = ("request", "metadata", "revisit", "request", "something")
    records = [record("http://a.example/1", page().encode(), kind=k) for k in kinds]
    missing = record("http://a.example/2", page().encode()).replace(b"200 OK", b"404 No")
    (tmp_path / "a.warc").write_bytes(b"".join([*records, missing]))
    told = "1 WARC metadata, 1 WARC record, 2 WARC request, 1 WARC response that is no page, 1 WARC revisit"
    assert run("code", tmp_path / "a.warc") == (0, [], [f"mahdar: skipped: {told}."])


def test_a_warc_with_a_wrong_length(tmp_path: Path) -> None:
    wrong = RECORDS[0].replace(b"Content-Length: ", b"Content-Length: 1", 1)
    (error,) = read(tmp_path / "a.warc", wrong + RECORDS[2])
    assert "cut off" in str(error)


# Archives


def test_archives_within_archives(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("a.txt", TEXT)
        z.writestr("deep/b.jsonl", json.dumps({"id": "b", "text": TEXT}) + "\n")
        z.writestr("en.txt", ENGLISH)
        z.writestr("photo.jpg", b"\xff\xd8")
    outer = tmp_path / "a.tar.gz"
    with tarfile.open(outer, "w:gz") as t:
        for name, data in (
            ("c.html", page().encode()),
            ("z.zip", inner.getvalue()),
            ("d.warc.gz", zipped(RECORDS[:1])),
        ):
            info = tarfile.TarInfo(name)
            info.size = len(data)
            t.addfile(info, io.BytesIO(data))
    found = list(articles([str(outer)]))
    assert [x.where.removeprefix(str(outer)) for x in found] == [
        "!c.html", "!z.zip!a.txt", "!z.zip!deep/b.jsonl:1", "!z.zip!en.txt", "!d.warc.gz:0",
    ]  # fmt: skip
    assert [isinstance(x, OtherLanguage) for x in found] == [False, False, False, True, False]


@pytest.mark.parametrize("suffix", ["gz", "bz2", "xz"])
def test_a_compressed_text(tmp_path: Path, suffix: str) -> None:
    import bz2
    import lzma

    data = TEXT.encode()
    compressed = {"gz": gzip.compress(data), "bz2": bz2.compress(data), "xz": lzma.compress(data)}[suffix]
    article = one(tmp_path / f"a.txt.{suffix}", compressed)
    assert (article.id, article.text) == ("a", TEXT)


# The command


def run(*args: str | Path, stdin: bytes = b"") -> tuple[int, list[Any], list[str]]:
    done = subprocess.run([MAHDAR, *args], input=stdin, capture_output=True)
    assert b"Traceback" not in done.stderr, done.stderr
    out = [json.loads(line) for line in done.stdout.decode("utf-8").split("\n")[:-1]]
    return done.returncode, out, done.stderr.decode("utf-8").splitlines()


def test_other_languages_of_collections_are_counted_not_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(ENGLISH, encoding="utf-8")
    (tmp_path / "c.xml").write_text(feed(f"<description>{ENGLISH}</description>"), encoding="utf-8")
    status, out, errors = run("code", tmp_path)
    assert (status, len(out)) == (0, 1)
    assert errors == ["mahdar: skipped: 2 English."]
    status, out, errors = run("code", tmp_path / "b.txt")
    assert (status, out) == (1, []) and "the text is English, not Arabic" in errors[0]


@pytest.mark.parametrize("command", ["code", "read", "archive add", "batch"])
def test_lines_in_other_languages_are_counted_by_language(command: str, tmp_path: Path) -> None:
    lines = [ENGLISH, TEXT, PERSIAN, ENGLISH]
    source = tmp_path / "a.jsonl"
    source.write_text("".join(json.dumps({"text": x}) + "\n" for x in lines), encoding="utf-8")
    place = {"archive add": ("--archive", tmp_path / "a.duckdb"), "batch": ("--jobs", "1", "-o", tmp_path / "out")}
    status, _, errors = run(*command.split(), source, *place.get(command, ()))
    assert (status, errors[-1]) == (0, "mahdar: skipped: 2 English, 1 Persian.")
    assert len(errors) == (2 if command in place else 1)


@pytest.mark.parametrize("way", ["file", "standard input"])
def test_coding_a_web_archive_and_reading_it_first_are_the_same(tmp_path: Path, way: str) -> None:
    data = zipped(RECORDS)
    path = tmp_path / "a.warc.gz"
    path.write_bytes(data)
    args, stdin = ((path,), b"") if way == "file" else (("-",), data)
    status, coded, _ = run("code", *args, stdin=stdin)
    assert status == 1  # for the record in an unknown encoding
    _, texts, _ = run("read", *args, stdin=stdin)
    assert "published as told by meta" in coded[0]["notes"]
    for record_, article in zip(coded, texts, strict=True):
        trigger = record_["events"][0]["trigger"]
        assert article["text"][trigger["start"] : trigger["end"]] in "\n".join([TITLE, *BODY])
    again = "".join(json.dumps(x) + "\n" for x in texts).encode()
    _, recoded, _ = run("code", "-", stdin=again)
    assert [r["events"] for r in recoded] == [r["events"] for r in coded]


def test_map_names_fields(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"n,body\n1,{TEXT}\n", encoding="utf-8")
    assert run("code", tmp_path / "a.csv", "--map", "id=n,text=body")[1][0]["doc"]["id"] == "1"
    for wrong in ("body", "words=body", "text="):
        status, _, errors = run("code", tmp_path / "a.csv", "--map", wrong)
        assert status == 2 and "Fields: id, text" in errors[-1]


def test_a_text_file_loads_no_reader_of_other_kinds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    code = (
        "import sys; from mahdar.views.cli import main; main(['code', sys.argv[1], '--format', 'jsonl']);"
        "print(sorted({m.split('.')[0] for m in sys.modules}"
        " & {'trafilatura', 'lxml', 'feedparser', 'fastwarc', 'duckdb', 'urllib3', 'tarfile', 'csv'}))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(tmp_path / "a.txt")], capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_lines_come_as_they_are_written(tmp_path: Path) -> None:
    source, target = os.pipe()
    with subprocess.Popen(
        [MAHDAR, "read", "-"], stdin=source, stdout=subprocess.PIPE, env={**os.environ, "PYTHONUNBUFFERED": "1"}
    ) as p:
        os.close(source)
        assert p.stdout is not None
        os.write(target, json.dumps({"id": "1", "text": TEXT}).encode() + b"\n")
        assert json.loads(p.stdout.readline())["id"] == "1"  # while the input is still open
        os.close(target)
        assert p.wait() == 0
