"""The examples of the codebook are coded as its tables say."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from mahdar.coder import Coder
from mahdar.record.types import Entity, Event, Record

PAGE = Path(__file__).parent.parent / "docs" / "codebook.md"
COLUMNS = ("type", "mode", "actor", "recipient", "status", "by", "date")
NONE = "–"
Row = dict[str, str]


def _cells(line: str) -> list[str]:
    return [re.sub(r"<[^>]*>", "", cell).strip() for cell in line.strip()[1:-1].split("|")]


def examples() -> Iterator[tuple[str, list[Row]]]:
    """(sentence, rows that its events must show) of every table with a column `Example`; an empty cell goes on."""
    head: list[str] = []
    sentence, rows = "", list[Row]()
    for line in [*PAGE.read_text(encoding="utf-8").splitlines(), ""]:
        cells = _cells(line) if line.startswith("|") else []
        if not cells:
            head = []
        elif not head:
            head = cells
        elif "Example" in head and not set("".join(cells)) <= {"-"}:
            row = dict(zip(head, cells, strict=True))
            if row["Example"]:
                if sentence:
                    yield sentence, rows
                sentence, rows = row["Example"], []
            if row.get("type") != "none":
                rows.append({k: v for k, v in row.items() if k in COLUMNS})
    if sentence:
        yield sentence, rows


def _named(parties: list[str], entities: dict[str, Entity]) -> str:
    labels = {f"{e.code or '?'}/{e.sector}" if e.sector else e.code or "?" for e in (entities[i] for i in parties)}
    return "+".join(sorted(labels)) or NONE


def shown(record: Record) -> list[Row]:
    """The events of a record as the page shows them."""
    entities = {e.id: e for e in record.entities}
    said = {s.id: s for s in record.statements}

    def by(e: Event) -> str:
        speaker = said[e.statement].speaker if e.statement else None
        return (entities[speaker].code or "?") if speaker else NONE

    def date(e: Event) -> str:
        if e.date is None:
            return NONE
        return e.date.from_ if e.date.from_ == e.date.to else f"{e.date.from_} – {e.date.to}"

    return [
        {
            "type": e.type,
            "mode": e.mode or NONE,
            "actor": _named(e.actor, entities),
            "recipient": _named(e.recipient, entities),
            "status": e.status,
            "by": by(e),
            "date": date(e),
        }
        for e in record.events
    ]


@pytest.mark.parametrize(("sentence", "rows"), [*examples()])
def test_example(coder: Coder, sentence: str, rows: list[Row]) -> None:
    left = shown(coder.code(f"عنوان\n{sentence}.", published="2024-05-15"))
    for row in rows:
        wanted = {k: "+".join(sorted(v.split("+"))) if k in ("actor", "recipient") else v for k, v in row.items()}
        found = next((e for e in left if all(e[k] == v for k, v in wanted.items())), None)
        assert found is not None, f"missing {wanted}, left {left}"
        left.remove(found)
    assert not left, f"extra {left}"
