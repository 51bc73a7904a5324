"""Whole statements: who says what, of sentences and short articles of our own."""

from typing import Any

import pytest

from mahdar.coder import Coder
from tests.examples import examples


@pytest.mark.parametrize("case", examples("statements"))
def test_says(coder: Coder, case: dict[str, Any]) -> None:
    text = case["text"]
    record = coder.code(text, published="2005-06-15")
    codes = {e.id: e.code for e in record.entities}
    said = [
        f"{codes[s.speaker] if s.speaker else '-'}|{text[s.content.start : s.content.end]}" for s in record.statements
    ]
    assert said == case["gives"]
