"""What is refused is told in the language of the page, and to programs by a code that stays."""

import ast
import json
import pickle
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from fastapi.testclient import TestClient

import mahdar
from mahdar.desk.notes import note
from mahdar.errors import InputError
from mahdar.views.wording import Wording, in_html

pytestmark = pytest.mark.enable_socket

HOME = Path(mahdar.__file__).parent
WORDS = tomllib.loads((HOME / "desk" / "wording.toml").read_text(encoding="utf-8"))["error"]
# Modules whose errors a page or the API can show, each of them; in the others, those that have a code.
SHOWN = (
    "coder.py", "record/assemble.py", "reading/encodings.py", "reading/jsonl.py", "reading/page.py",
    "reading/plain.py", "reading/rows.py", "views/days.py", "archive/questions.py", "desk/coders.py", "desk/forms.py",
    "desk/held.py", "desk/judging.py", "desk/library.py", "desk/limits.py", "desk/making.py", "desk/negotiations.py",
    "desk/paging.py", "desk/security.py", "dossier/archived.py", "dossier/make.py",
    *(f"desk/routes/{p.name}" for p in (HOME / "desk" / "routes").glob("*.py")),
)  # fmt: skip
PLACES = ("what", "where", "mend", "code")  # of an error, in order


class Raised(NamedTuple):
    """An error made somewhere in the code: `codes` that it may have, None for one that cannot be told from the code."""

    at: str
    codes: frozenset[str] | None
    values: frozenset[str]


def raised() -> Iterator[Raised]:
    for path in sorted(HOME.rglob("*.py")):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                continue
            given = {k.arg or "**": k.value for k in call.keywords}
            at = f"{path.relative_to(HOME)}:{call.lineno}"
            code: ast.expr | None
            if call.func.id == "Refused":
                code = call.args[1]
            elif call.func.id == "Unfit" and isinstance(call.args[0], ast.Constant):
                code = ast.Constant(f"filter-{call.args[0].value!s}")
                given["value"] = code
            elif call.func.id in ("MahdarError", "InputError", "TooMuch", "Unreadable"):
                code = dict(zip(PLACES, call.args, strict=False)).get("code", given.get("code"))
            else:
                continue
            told = frozenset({code.value}) if isinstance(code, ast.Constant) and isinstance(code.value, str) else None
            if code is None:
                told = frozenset()
            yield Raised(at, told, frozenset(given) - {"headers", *PLACES})


def test_every_error_that_a_page_can_show_has_words_in_both_languages() -> None:
    used = set()
    for error in raised():
        if error.at.partition(":")[0] in SHOWN:
            assert error.codes != frozenset(), f"{error.at}: an error without a code"
        for code in error.codes or ():
            used.add(code)
            for language in ("ar", "en"):
                fields = {f for _, f, _, _ in string.Formatter().parse(WORDS[code][language]) if f}
                assert fields <= error.values or "**" in error.values, f"{error.at}: {fields} of {code}"
    assert used


def test_an_error_keeps_its_code_from_one_process_to_another() -> None:
    told = pickle.loads(pickle.dumps(InputError("the text is Persian.", code="language", language="Persian")))
    assert (told.what, told.code, told.values) == ("the text is Persian.", "language", {"language": "Persian"})


BAD_FILES = (
    ("a.txt", b"\xff\xfe\x00"), ("a.txt", b"\xc7\xe1\xd1\xc6\xed\xd3 ok ok"), ("a.txt", b" "),
    ("a.html", b"<html></html>"),
    ("a.jsonl", b"{"), ("a.jsonl", b'{"id": 1}\n'), ("a.jsonl", b'{"text": 5}\n'), ("a.jsonl", b'["x"]\n{}\n'),
    ("a.pdf", b"%PDF-1.7 x"), ("a.zip", b"PK\x03\x04"), ("a.txt", "این یک متن فارسی است که باید رد شود.".encode()),
    ("a.txt", b"This is a text in English, and of some length."), ("a.txt", "كلمة ".encode() * 20_000),
)  # fmt: skip


@pytest.mark.parametrize(("name", "data"), BAD_FILES, ids=range(len(BAD_FILES)))
def test_what_is_wrong_with_a_file_is_told_in_arabic(client: TestClient, name: str, data: bytes) -> None:
    page = client.post("/code?ui=ar", files={"file": (name, data)}, data={"published": "2024-02-15"})
    assert page.status_code in (200, 400)
    wrong = re.search(r'<p class="wrong" role="alert">(.*?)</p>|<span class="bad">(.*?)</span>', page.text)
    assert wrong is not None
    assert arabic(wrong[1] or wrong[2])


def arabic(markup: str) -> bool:
    """Whether a message is in Arabic, but for names of formats, commands and what was given."""
    words = re.sub(r"<bdi>.*?</bdi>|<[^>]+>", "", markup).strip()
    return bool(re.match(r"[\u0600-\u06ff]", words)) and not re.search(r"\b(the|is|not|of|no)\b", words)


@pytest.mark.parametrize(
    "path",
    [
        "/dossier?about=XXX", "/dossier?from=x", "/dossier?all=1&issue=nothing",
        "/dossier?about=RUS&from=1990-01-01&to=1990-02-01",
        "/article/none", "/map?place=%20x&from=x", "/?conf=7", "/new?after=x",
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_address_is_told_in_arabic(client: TestClient, path: str) -> None:
    page = client.get(path, headers={"accept-language": "ar"})
    assert page.status_code in (400, 404)
    wrong = re.search(r'<p class="wrong" role="alert">(.*?)</p>', page.text)
    wrong = wrong or re.search(r'<h1>[^<]*</h1>\s*<p class="dim">(.*?)</p>', page.text)
    assert wrong is not None
    assert arabic(wrong[1])


def test_forms_that_cannot_be_are_told_in_arabic(client: TestClient) -> None:
    article = re.search(r"/article/([0-9a-f]{64})", client.get("/").text)
    assert article
    given = {"kind": "event", "type": "MAKE_STATEMENT", "status": "occurred", "words": "x", "reason": "سبب"}
    for change in ({"words": ""}, {}, {"type": ""}, {"status": ""}, {"reason": ""}, {"verdict": "x"}, {"context": "x"}):
        page = client.post(f"/review/{article[1]}?ui=ar", data={"verdict": "add"} | given | change)
        wrong = re.search(r'<p class="wrong" role="alert">(.*?)</p>', page.text)
        assert page.status_code == 400 and wrong and arabic(wrong[1]), change


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"text": "This is a text in English, and of some length."}, "language"), ({"text": " "}, "empty"),
        ({"text": "التقى الرئيس", "published": "yesterday"}, "date"), ({"text": 5}, "invalid"),
        ({"text": "التقى الرئيس", "published": "1446-01-05"}, "year"),
    ],
)  # fmt: skip
def test_programs_are_told_a_code_and_english(client: TestClient, sent: dict[str, object], code: str) -> None:
    answer = client.post("/api/code", json=sent, headers={"accept-language": "ar"})
    assert answer.status_code == 422
    assert answer.json()["code"] == code
    assert answer.json()["error"].isascii()
    assert client.get("/api/nothing").json()["code"] == "not-found"
    assert json.loads(client.get("/api/events?cursor=x").text)["code"] == "cursor"


def test_notes_of_readers_and_coder_are_told_in_arabic(client: TestClient) -> None:
    page = (
        '<html><head><meta charset="utf-8"><meta property="article:published_time" content="2024-02-15">'
        '<meta name="date" content="soon"></head><body><article><p>'
        "التقى الرئيس المصري نظيره التركي في القاهرة أمس، وبحثا"
        " ملف غزة ووقف إطلاق النار هناك.</p></article></body></html>"
    )
    files = (
        ("a.txt", "التقى الرئيس المصري نظيره التركي في القاهرة أمس من أجل غزة.".encode("cp1256")),
        ("a.html", page.encode()),
    )
    met = 0
    for file in files:
        shown = client.post("/code", files={"file": file}, headers={"accept-language": "ar"}).text
        for told in re.findall(r"<li>(.*?)</li>", shown.rpartition('<ul class="dim">')[2].partition("</ul>")[0]):
            assert arabic(told), told
            met += 1
    assert met >= 3
    assert 'lang="en" dir="ltr">something else' in note("something else", Wording("ar", in_html, "desk"))
