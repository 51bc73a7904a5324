from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.text.fold import TABLE, fold, plain
from tests.dirty import DIGITS, LETTERS, PRESENTATION, TATWEEL, VOWELS, dirty_text
from tests.examples import examples


@pytest.mark.parametrize("case", examples("fold"))
def test_fold(case: dict[str, Any]) -> None:
    folded = fold(case["text"])
    assert folded.text == case["folds"]
    if "start" in case:
        assert folded.start == tuple(case["start"])
        assert folded.end == tuple(case["end"])


@given(dirty_text)
def test_every_folded_code_point_knows_its_source(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.start) == len(folded.end)
    assert list(folded.start) == sorted(folded.start)
    for c, a, b in zip(folded.text, folded.start, folded.end, strict=True):
        assert b == a + 1
        assert c in fold(text[a:b]).text


@given(dirty_text, st.data())
def test_a_folded_stretch_slices_back(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    if folded.text:
        i = data.draw(st.integers(0, len(folded.text) - 1))
        j = data.draw(st.integers(i + 1, len(folded.text)))
        assert folded.text[i:j] in fold(text[folded.start[i] : folded.end[j - 1]]).text


@given(dirty_text)
def test_folding_twice_changes_nothing(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(dirty_text)
def test_plain_is_fold_without_the_way_back(text: str) -> None:
    assert plain(text) == fold(text).text


@given(st.text(LETTERS + DIGITS + " ", max_size=30), st.data())
def test_signs_between_letters_fold_away(text: str, data: st.DataObject) -> None:
    signs = st.text(VOWELS + TATWEEL, max_size=2)
    signed = "".join(c + data.draw(signs) for c in text)
    assert plain(signed) == plain(text)


def test_no_presentation_form_is_left() -> None:
    left = [f"U+{ord(c):04X}" for c in PRESENTATION if set(plain(c)) & set(PRESENTATION)]
    assert left == []


def test_the_table_is_closed() -> None:
    assert {k: v for k, v in TABLE.items() if plain(v) != v} == {}
