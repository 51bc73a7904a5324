import contextlib
import gc
import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from mahdar.coder import MAX_CHARS, Coder
from mahdar.errors import MahdarError
from mahdar.record.write import from_json, to_json
from mahdar.views.cli import main
from tests.dirty import LETTERS, dirty_text, new_to_us, news_text
from tests.examples import examples

PUBLISHED = "2022-03-14"
arabic = st.text(st.sampled_from(LETTERS + " .،\n"), max_size=200)


def record_or_refusal(coder: Coder, text: str, published: str | None = PUBLISHED) -> None:
    """Code a text: a record that can be written and read again, or an error of ours in one line."""
    try:
        record = coder.code(text, published=published)
    except MahdarError as error:
        assert error.what and len(str(error).splitlines()) == 1
        return
    assert from_json(to_json(record)) == record
    assert len(to_json(record).decode("utf-8").splitlines()) == 1


@pytest.mark.parametrize("case", examples("faults", "crash"))
def test_what_broke_before(coder: Coder, case: dict[str, Any]) -> None:
    record_or_refusal(coder, case["text"])


@given(text=st.text())
@example(text="")
@example(text="\x00")
@example(text="\ufeff")
@example(text="a")
def test_any_text(coder: Coder, text: str) -> None:
    record_or_refusal(coder, text)


@given(text=st.one_of(arabic, dirty_text, news_text))
def test_any_arabic_text(coder: Coder, text: str) -> None:
    assume(new_to_us(text))
    record_or_refusal(coder, text)


@given(front=news_text, back=dirty_text)
def test_dirt_after_news(coder: Coder, front: str, back: str) -> None:
    text = f"رفضت مصر المقترح الإسرائيلي.\n{front}\n{back}"
    assume(new_to_us(text))
    record_or_refusal(coder, text)


@given(text=news_text, published=st.text(max_size=12) | st.dates().map(str))
def test_any_date(coder: Coder, text: str, published: str) -> None:
    assume(new_to_us(text))
    record_or_refusal(coder, text, published)


@pytest.mark.parametrize(
    "text",
    [
        "رفضت مصر المقترح \ud800 الإسرائيلي.",
        "رفضت مصر الم\udfffقترح.",
        "عنوان \ud800 الخبر\nرفضت مصر المقترح الإسرائيلي.",
    ],
    ids=["beside a word", "within a word", "in the title"],
)
def test_lone_surrogates(coder: Coder, text: str) -> None:
    record_or_refusal(coder, text)
    record = coder.code("رفضت مصر المقترح.", id=text, title=text, url=text, publisher=text)
    assert from_json(to_json(record)) == record and "?" in record.doc.id


# Any bytes through the command: exit status 0 or 1, one line a refusal, output that can be read


def code_bytes(folder: Path, data: bytes, suffix: str) -> None:
    source, target = folder / f"input{suffix}", folder / "out.jsonl"
    source.write_bytes(data)
    target.unlink(missing_ok=True)
    errors = io.StringIO()
    with contextlib.redirect_stderr(errors):
        status = main(["code", str(source), "-o", str(target), "--published", PUBLISHED])
    refusals = errors.getvalue().splitlines()
    assert status in (0, 1) or (status == 2 and refusals[-1].endswith("Name text files, folders or JSONL files."))
    if refusals and refusals[-1].startswith("mahdar: skipped: "):
        refusals.pop()  # lines of JSON in other languages, which are no fault
    assert all(line.startswith(f"mahdar: {source}") for line in refusals)
    faults = [line for line in refusals if not line.endswith(": the text is empty.")]  # which is named, and no fault
    assert (status == 0) == (faults == [])
    for line in target.read_bytes().split(b"\n")[:-1]:
        from_json(line)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("bytes")


suffixes = st.sampled_from([".txt", ".jsonl", "", ".html"])


@given(data=st.binary(max_size=300), suffix=suffixes)
@example(data=b"{}", suffix=".txt")
@example(data=b'{"text": "\\u0000"}\n{', suffix=".txt")
@example(data=b'{"text": 1e999}', suffix=".jsonl")
@example(data=b"[" * 5000, suffix=".jsonl")
def test_any_bytes(folder: Path, data: bytes, suffix: str) -> None:
    code_bytes(folder, data, suffix)


@given(text=st.one_of(st.text(), dirty_text, news_text), suffix=suffixes)
def test_any_utf8(folder: Path, text: str, suffix: str) -> None:
    assume(new_to_us(text))
    code_bytes(folder, text.encode("utf-8"), suffix)


@given(text=news_text, data=st.data())
def test_news_with_broken_bytes(folder: Path, text: str, data: st.DataObject) -> None:
    assume(new_to_us(text))
    good = text.encode("utf-8")
    at = data.draw(st.integers(0, len(good)))
    code_bytes(folder, good[:at] + data.draw(st.binary(min_size=1, max_size=3)) + good[at + 1 :], ".txt")


# Times that are none


@pytest.mark.parametrize("case", examples("faults", "time"))
def test_a_time_that_is_none_stays_unresolved(coder: Coder, case: dict[str, Any]) -> None:
    record = coder.code(case["text"], published=PUBLISHED)
    assert [e.type for e in record.events] == ["REJECT"]
    assert [(t.value, bool(t.note)) for t in record.times] == [(None, True)] * len(record.times)
    assert [e.date for e in record.events] == [None]


@pytest.mark.parametrize("published", ["1900-01-01", "2100-12-31"])
def test_relative_times_at_the_edges_of_the_calendar(coder: Coder, published: str) -> None:
    units = ("يوم", "أيام", "أسبوع", "شهر", "أشهر", "سنة", "عاما", "عقود", "قرون", "دقيقة", "ساعة")
    for way in ("قبل", "بعد", "منذ", "خلال"):
        for n in (0, 1, 99, 2022, 9999, 10**12):
            text = " ".join(f"رفضت مصر المقترح {way} {n} {unit}." for unit in units)
            record = coder.code(text, published=published)
            assert len(record.events) == len(units)
            assert all("0001" <= t.value.from_[:4] <= t.value.to[:4] <= "9999" for t in record.times if t.value)


# Large inputs come to an end


@pytest.mark.parametrize("case", examples("faults", "large"))
def test_large_inputs_finish(coder: Coder, case: dict[str, Any]) -> None:
    text = case.get("before", "") + case["text"] * case["times"] + case.get("after", "")
    record = coder.code(text, published=PUBLISHED)
    assert record.doc.chars == len(text) and record.notes == []
    assert from_json(to_json(record)) == record


def test_what_stands_around_a_large_run_is_still_read(coder: Coder) -> None:
    marks = "\u064e" * 100_000
    assert [e.type for e in coder.code(f"رفضت مصر ا{marks}لمقترح الإسرائيلي.").events] == ["REJECT"]
    quotes = "«" * 100_000
    assert [e.type for e in coder.code(f"رفضت مصر المقترح الإسرائيلي.\n{quotes}").events] == ["REJECT"]


def test_a_text_over_the_limit_is_cut_and_noted(coder: Coder) -> None:
    sentence = "رفضت مصر المقترح.\n"
    text = sentence + " " * (MAX_CHARS - len(sentence)) + sentence
    record = coder.code(text, published=PUBLISHED)
    assert len(record.events) == 1
    assert record.doc.chars == len(text)
    assert record.notes == [f"truncated: only the first {MAX_CHARS} characters were coded"]
    assert coder.code(text[:MAX_CHARS], published=PUBLISHED).notes == []


def test_coding_leaves_nothing_for_the_garbage_collector(coder: Coder) -> None:
    """What holds on to itself is kept, sentence by sentence, until a collection walks all of it."""
    text = Path(__file__).parent.parent.joinpath("examples", "moscow-talks.txt").read_text(encoding="utf-8")
    coder.code(text, published=PUBLISHED)
    gc.collect()
    gc.disable()
    try:
        coder.code(text, published=PUBLISHED)
        assert gc.collect() == 0
    finally:
        gc.enable()
