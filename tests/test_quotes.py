from typing import Any

import pytest
from hypothesis import given

from mahdar.text.quotes import upright
from tests.dirty import dirty_text
from tests.examples import examples


@pytest.mark.parametrize("case", examples("quotes"))
def test_upright(case: dict[str, Any]) -> None:
    assert upright(case["text"]) == case["reads"]


@given(dirty_text)
def test_offsets_stay(text: str) -> None:
    assert len(upright(text)) == len(text)


@given(dirty_text)
def test_what_is_upright_stays(text: str) -> None:
    once = upright(text)
    assert upright(once) == once
