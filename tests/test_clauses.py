"""The clauses of sentences: where each begins, its subject, and what a relative clause is about."""

from typing import Any

import pytest

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.coder import Coder
from tests.examples import examples


def line(words: list[Word], c: Clause) -> str:
    """A clause as the data write it."""

    def raw(x: Chunk) -> str:
        return " ".join(w.token.raw for w in words[x.start : x.end])

    out = f"{c.kind} {raw(c.verb) if c.verb is not None else '—'}"
    if c.kind == "relative":
        return f"{out} < {raw(c.antecedent)}" if c.antecedent is not None else out
    return f"{out} = {raw(c.subject[0])}" if c.subject else out


@pytest.mark.parametrize("case", examples("clauses"))
def test_clauses(coder: Coder, case: dict[str, Any]) -> None:
    (s,) = coder.read(case["text"], "2024-05-10").sentences
    told = [c for c in s.clauses if c.verb is not None or c.subject or c.args]
    assert [line(s.words, c) for c in told] == case["clauses"]
