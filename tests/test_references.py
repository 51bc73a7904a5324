"""Whom expressions that point back mean: the two sides, the three states, the movement, the mediators."""

from typing import Any

import pytest

from mahdar.coder import Coder
from mahdar.record.types import Record
from tests.examples import examples


def events(record: Record) -> list[str]:
    """The events of a record with the codes of those who take part."""
    codes = {e.id: e.code for e in record.entities}

    def who(ids: list[str]) -> str:
        return "+".join(sorted({code for x in ids if (code := codes[x]) not in (None, "UNK")}))

    return [f"{e.type} {who(e.actor)} > {who(e.recipient)}".strip() for e in record.events]


@pytest.mark.parametrize("case", examples("references"))
def test_who_is_meant(coder: Coder, case: dict[str, Any]) -> None:
    assert case["gives"] in events(coder.code(case["text"], published="2024-05-10"))


def with_sectors(record: Record) -> list[str]:
    """The events of a record with codes and sectors of those who take part."""
    parties = {e.id: f"{e.code}/{e.sector}" if e.sector else str(e.code) for e in record.entities}

    def who(ids: list[str]) -> str:
        return "+".join(sorted(parties[x] for x in ids)) or "-"

    return [f"{e.type} {who(e.actor)} > {who(e.recipient)}" for e in record.events]


@pytest.mark.parametrize("case", examples("sectors"))
def test_of_what_sector(coder: Coder, case: dict[str, Any]) -> None:
    assert with_sectors(coder.code(case["text"], published="2024-05-10")) == case["gives"]
