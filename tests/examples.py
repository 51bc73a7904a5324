"""Examples as data: `[[case]]` tables of `data/*.toml` as pytest parameters.

A case with `bug` shows a known fault: it must fail, and the key goes when the fault is mended.
"""

import tomllib
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parent / "data"
EXAMPLES = Path(__file__).parent.parent / "examples"


def examples(name: str, table: str = "case") -> list[Any]:
    """The cases of one table of a data file, each under its `what`, else its text."""
    out = []
    for case in tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))[table]:
        marks = [pytest.mark.xfail(strict=True, reason=case["bug"])] if "bug" in case else []
        out.append(pytest.param(case, id=case.get("what") or case["text"], marks=marks))
    return out


def lines(name: str) -> list[str]:
    """The lines of a text file of the data without comments."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("#")]


def articles() -> dict[str, str]:
    """The example articles by name, line ends as stored."""
    return {p.stem: p.read_bytes().decode("utf-8") for p in sorted((DATA / "articles").glob("*.txt"))}
