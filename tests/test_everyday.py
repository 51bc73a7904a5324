"""What is coded of headlines and first lines as every day brings them: all of it, and nothing else."""

from typing import Any

import pytest

from mahdar.coder import Coder
from mahdar.record.types import Record
from tests.examples import examples


def events(record: Record) -> list[str]:
    """The events of a record: type, who to whom by their codes, status, and who says so."""
    codes = {e.id: e.code for e in record.entities}
    speakers = {s.id: s.speaker for s in record.statements}

    def who(ids: list[str]) -> str:
        return "+".join(sorted({code for x in ids if (code := codes[x]) not in (None, "UNK")})) or "-"

    out = []
    for e in record.events:
        speaker = speakers[e.statement] if e.statement is not None else None
        by = f" by {codes[speaker]}" if speaker is not None else ""
        out.append(f"{e.type} {who(e.actor)} > {who(e.recipient)} {e.status}{by}")
    return out


@pytest.mark.parametrize("case", examples("everyday"))
def test_everyday(coder: Coder, case: dict[str, Any]) -> None:
    assert events(coder.code(case["text"], published="2024-05-10")) == case["gives"]
