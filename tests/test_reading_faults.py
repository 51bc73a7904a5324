"""Files made to break readers: each ends in a refusal, soon, in little memory. All are made here, none is kept."""

import bz2
import gzip
import importlib
import io
import json
import lzma
import os
import pkgutil
import re
import resource
import stat
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mahdar.language
import mahdar.reading
import mahdar.text
from mahdar.errors import InputError
from mahdar.reading import Article, Options, articles
from mahdar.reading.kinds import kind
from tests.sources import BODY, TEXT, feed, item, page, record, zipped

MAHDAR = Path(sys.executable).parent / "mahdar"


def reasons(path: Path) -> list[str]:
    """Why nothing of a file was read."""
    found = list(articles([str(path)]))
    assert all(isinstance(x, InputError) for x in found), found
    return [str(x) for x in found]


@pytest.mark.parametrize("inner", ["a.txt", "a.jsonl", "a.html", "a.csv", "a.warc", "a.tar"])
@pytest.mark.parametrize("suffix", ["gz", "bz2", "xz"])
def test_a_bomb_is_stopped(tmp_path: Path, inner: str, suffix: str) -> None:
    path = tmp_path / f"{inner}.{suffix}"
    head = {"a.csv": b"id,text\n1,", "a.warc": b"WARC/1.0\r\n", "a.jsonl": b'{"text": "}'}.get(inner, b"")
    data = head + bytes(70 << 20)
    path.write_bytes(
        gzip.compress(data, 1)
        if suffix == "gz"
        else bz2.compress(data, 1)
        if suffix == "bz2"
        else lzma.compress(data, preset=0)
    )
    assert len(reasons(path)) >= 1


def test_a_bomb_of_ten_gigabytes_needs_no_memory_and_no_disk(tmp_path: Path) -> None:
    member = gzip.compress(bytes(100 << 20), 1)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(member * 100)
    code = (
        "import re, sys; from mahdar.reading import articles; print(*articles(sys.argv[1:]));"
        "print(int(re.search(r'VmHWM:\\s+(\\d+)', open('/proc/self/status').read())[1]) // 1024)"
    )
    started = time.monotonic()
    out = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout
    said, megabytes = out.splitlines()
    assert "larger than 5,000,000 bytes" in said or "unpacks to more than 100 times its size" in said
    assert int(megabytes) < 150 and time.monotonic() - started < 20
    assert [p.name for p in tmp_path.iterdir()] == ["a.jsonl.gz"]


def test_zips_within_zips(tmp_path: Path) -> None:
    data = b""
    for level in range(5):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
            for n in range(6):
                z.writestr(f"{n}.zip" if level else f"{n}.jsonl", data or bytes(20 << 20))
        data = out.getvalue()
    (tmp_path / "a.zip").write_bytes(data)
    assert "more than 4 archives within each other" in reasons(tmp_path / "a.zip")[0]
    inner = zipfile.ZipFile(io.BytesIO(data)).read("0.zip")
    (tmp_path / "b.zip").write_bytes(inner)
    assert "unpacks to more than 100 times its size" in reasons(tmp_path / "b.zip")[-1]


def test_too_many_members(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as z:
        for n in range(50_001):
            z.writestr(zipfile.ZipInfo(f"{n}.jpg"), b"")
    outer = tmp_path / "b.zip"
    with zipfile.ZipFile(outer, "w", zipfile.ZIP_DEFLATED) as z:
        z.write(path, "1.zip")
        z.write(path, "2.zip")
    assert "more than 100,000 members" in reasons(outer)[-1]


def test_members_that_overlap(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as z:
        z.writestr("a.txt", os.urandom(2000))
        first = z.infolist()[0]
        for n in range(50):
            twin = zipfile.ZipInfo(f"{n}.txt")
            for field in ("compress_type", "CRC", "compress_size", "file_size", "header_offset"):
                setattr(twin, field, getattr(first, field))
            z.filelist.append(twin)
        z._didModify = True  # type: ignore[attr-defined]
    (tmp_path / "a.zip").write_bytes(out.getvalue())
    assert "overlap" in reasons(tmp_path / "a.zip")[0]


NAMES = ("../../x.txt", "/etc/x.txt", "a/../../x.txt", "C:\\x.txt", "..\\x.txt")


def test_names_that_lead_out_and_links_are_refused(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as z:
        for name in NAMES:
            z.writestr(name, TEXT)
        link = zipfile.ZipInfo("link.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        z.writestr(link, "/etc/passwd")
    with tarfile.open(tmp_path / "a.tar", "w") as t:
        for name in NAMES:
            t.addfile(tarfile.TarInfo(name))
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
            info = tarfile.TarInfo("link.txt")
            info.type, info.linkname = kind, "/etc/passwd"
            t.addfile(info)
    assert len(reasons(tmp_path / "a.zip")) == len(NAMES) + 1
    assert len(reasons(tmp_path / "a.tar")) == len(NAMES) + 4
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.tar", "a.zip"]


def test_a_member_that_cannot_be_read_loses_no_other(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as z:
        z.writestr("a.txt", TEXT)
        z.writestr("b.txt", TEXT + "BREAK")
        z.writestr("c.txt", TEXT)
    data = (tmp_path / "a.zip").read_bytes().replace(b"BREAK", b"BROKE", 1)
    (tmp_path / "a.zip").write_bytes(data)
    found = list(articles([str(tmp_path / "a.zip")]))
    assert [isinstance(x, Article) for x in found] == [True, False, True]


def test_entities_of_a_feed_are_refused(tmp_path: Path) -> None:
    steps = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    laughs = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">{steps}]>'
    blow_up = f'<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l9 "{"a" * 100_000}">]>'
    outside = '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l9 SYSTEM "file:///etc/passwd">]>'
    for opening in (laughs, blow_up, outside):
        for encoding in ("utf-8", "utf-16"):
            (tmp_path / "a.xml").write_bytes(feed(item(1, "&l9;" * 1000), opening=opening).encode(encoding))
            assert "declares entities of its own" in reasons(tmp_path / "a.xml")[0]


def test_a_document_type_elsewhere_is_not_fetched(tmp_path: Path) -> None:
    opening = '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:9/rss.dtd">'
    (tmp_path / "a.xml").write_text(feed(item(1), opening=opening), encoding="utf-8")
    (article,) = articles([str(tmp_path / "a.xml")])  # sockets are blocked: a fetch would fail the test
    assert isinstance(article, Article)


PAGES = {
    "deep": "<html><body>" + "<div>" * 50_000 + TEXT,
    "attributes": "<html><body><p " + " ".join(f"a{n}" for n in range(500_000)) + f">{TEXT}",
    "open tags": "<html>" + "<a" * 1_000_000,
    "open tags with spaces": "<html>" + "<a " * 1_000_000,
    "open quotes": "<html>" + "<a \"<b '" * 500_000,
    "references": "<html><p>" + "&#1" * 1_000_000,
    "no words": "<html><script>var x = 'قصفت'</script></html>",
}


@pytest.mark.parametrize("markup", PAGES.values(), ids=PAGES)
def test_pages_made_to_break_parsers_are_refused_soon(tmp_path: Path, markup: str) -> None:
    (tmp_path / "a.html").write_text(markup, encoding="utf-8")
    started = time.process_time()
    assert len(reasons(tmp_path / "a.html")) == 1
    assert time.process_time() - started < 10


STORMS = (
    "ا", " ", "1", "٣", "قال ", "a", "<", "<a ", '<a"', "&#", "/", "-", "15/02/", "2024-", "\n", ".", '"', "=",
    "15 شباط ", "<!---->", "<!--", "<?x ?>", "<?xml ", "<!DOCTYPE a[", "<html ", "<meta charset=", "[", "\u064b", "ال",
)  # fmt: skip
ANCHORED = ("_FEED", "_PAGE")  # only ever matched at the beginning


def patterns() -> Iterator[tuple[str, "re.Pattern[Any]"]]:
    """The regular expressions that texts and files of others meet first."""
    for package in (mahdar.reading, mahdar.text, mahdar.language):
        for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            for name, value in vars(importlib.import_module(module.name)).items():
                if isinstance(value, re.Pattern):
                    yield f"{module.name}.{name}", value


@pytest.mark.parametrize(("name", "pattern"), list(patterns()), ids=lambda x: x if isinstance(x, str) else "")
def test_no_pattern_is_slow(name: str, pattern: "re.Pattern[Any]") -> None:
    tried = pattern.match if name.endswith(ANCHORED) else pattern.search
    for storm in STORMS:
        text = storm * (100_000 // len(storm)) + "!"
        started = time.process_time()
        tried(text.encode() if isinstance(pattern.pattern, bytes) else text)
        assert time.process_time() - started < 1, storm


@pytest.mark.parametrize("storm", STORMS)
def test_what_a_storm_is_is_soon_told(storm: str) -> None:
    for end in ("", "<x>", "<rss", "<html"):
        started = time.process_time()
        kind((storm * (65_000 // len(storm)) + end).encode(), "a", Options())
        assert time.process_time() - started < 1


def test_a_script_that_is_not_closed(tmp_path: Path) -> None:
    body = "".join(f"<p>{x}</p>" for x in BODY)
    (tmp_path / "a.html").write_text(f"<html><body>{body}<script>var x = 'قصفت إسرائيل غزة';", encoding="utf-8")
    (article,) = articles([str(tmp_path / "a.html")])
    assert isinstance(article, Article) and "قصفت" not in article.text and BODY[0] in article.text


SEEDS = [
    ("a.html", page('<meta name="date" content="2024-02-15">').encode()),
    ("a.xml", feed(item(1), item(2)).encode()),
    ("a.csv", f"id,text\n1,{TEXT}\n2,{TEXT}\n".encode()),
    ("a.csv", f"id\ttext\n1\t{TEXT}\n".encode("utf-16")),
    ("a.jsonl", (json.dumps({"text": TEXT}) + "\n").encode() * 3),
    ("a.warc", record("http://a.example/1", page().encode()) * 2),
    ("a.warc.gz", zipped([record("http://a.example/1", page().encode())] * 2)),
    ("a.txt", TEXT.encode("cp1256")),
]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("fuzz")


@given(seed=st.sampled_from(SEEDS), data=st.data())
def test_damaged_files_are_read_or_refused(folder: Path, seed: tuple[str, bytes], data: st.DataObject) -> None:
    name, good = seed
    at = data.draw(st.integers(0, len(good)))
    drop = data.draw(st.integers(0, 40))
    cut = data.draw(st.booleans())
    (folder / name).write_bytes(good[:at] + data.draw(st.binary(max_size=4)) + (b"" if cut else good[at + drop :]))
    for found in articles([str(folder / name)]):
        assert isinstance(found, (Article, InputError))
        if isinstance(found, Article):
            found.text.encode("utf-8")


def test_memory_does_not_grow_with_the_number_of_articles(tmp_path: Path) -> None:
    line = json.dumps({"text": TEXT * 20}) + "\n"
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", encoding="utf-8") as out:
        for n in range(20_000):
            out.write(line.replace("{", f'{{"id": "{n}-{os.urandom(40).hex()}", ', 1))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert sum(isinstance(x, Article) for x in articles([str(tmp_path / "a.jsonl.gz")])) == 20_000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 20_000
