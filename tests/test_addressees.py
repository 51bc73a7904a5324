"""Whom acts are meant for that name nobody: who did what they answer, whose a thing is, whose people it hits."""

from typing import Any

import pytest

from mahdar.coder import Coder
from tests.examples import examples
from tests.test_references import events


@pytest.mark.parametrize("case", [*examples("addressees"), *examples("powers")])
def test_whom_it_is_meant_for(coder: Coder, case: dict[str, Any]) -> None:
    assert case["gives"] in events(coder.code(case["text"], published="2024-05-10"))
