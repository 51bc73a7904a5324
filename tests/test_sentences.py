from typing import Any

import pytest
from hypothesis import given

from mahdar.coder import Coder
from mahdar.text.sentences import MAX_WORDS, split
from tests.dirty import dirty_text, news_text
from tests.examples import examples


@pytest.mark.parametrize("case", examples("sentences"))
def test_split(coder: Coder, case: dict[str, Any]) -> None:
    text = case["text"]
    assert [f"{p.kind}|{text[p.start : p.end]}" for p in split(text, coder.pack.layout)] == case["gives"]


@given(text=dirty_text | news_text)
def test_sentences_cover_the_text_in_order(coder: Coder, text: str) -> None:
    end = 0
    for p in split(text, coder.pack.layout):
        assert end <= p.start < p.end <= len(text)
        assert text[end : p.start].replace("\x00", "").strip() == ""
        assert not text[p.start].isspace()
        end = p.end
    assert text[end:].replace("\x00", "").strip() == ""


@given(text=news_text)
def test_no_sentence_runs_over_a_line_end(coder: Coder, text: str) -> None:
    for p in split(text, coder.pack.layout):
        assert len(text[p.start : p.end].splitlines()) == 1


@pytest.mark.parametrize("joint", [" ", "، "])
def test_a_run_without_stops_is_cut(coder: Coder, joint: str) -> None:
    text = joint.join(["كلمة"] * (3 * MAX_WORDS + 7))
    pieces = split(text, coder.pack.layout)
    assert (pieces[0].start, pieces[-1].end) == (0, len(text))
    assert all(len(text[p.start : p.end].split()) <= MAX_WORDS for p in pieces)
    assert sum(len(text[p.start : p.end].split()) for p in pieces) == 3 * MAX_WORDS + 7
