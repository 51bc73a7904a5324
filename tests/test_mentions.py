from typing import Any

import pytest

from mahdar.coder import Coder
from tests.examples import examples


@pytest.mark.parametrize("case", examples("mentions"))
def test_names_have_their_exact_span(coder: Coder, case: dict[str, Any]) -> None:
    text = case["text"]
    record = coder.code(text, published="2005-03-01")
    names = sorted(
        (m.start, f"{e.kind} {text[m.start : m.end]}") for e in record.entities for m in e.mentions if m.how == "name"
    )
    assert [name for _, name in names] == case["names"]
