"""Who does what to whom in a clause, before any frame is asked."""

from typing import Any

import pytest

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.coder import Coder
from tests.examples import examples


def stretch(words: list[Word], chunks: list[Chunk]) -> str:
    return " + ".join(" ".join(w.token.raw for w in words[x.start : x.end]) for x in chunks)


def roles(words: list[Word], c: Clause) -> str:
    """The clause as `verb | subject | objects`, `-` for what it has not."""
    assert c.verb is not None
    told = (stretch(words, x) for x in ([c.verb], c.subject, c.objects))
    return " | ".join(x or "-" for x in told)


@pytest.mark.parametrize("case", examples("roles"))
def test_roles(coder: Coder, case: dict[str, Any]) -> None:
    """Each clause told in the example is read so."""
    (sentence,) = coder.read(case["text"], "2005-06-15").sentences
    assert case["gives"] in [roles(sentence.words, c) for c in sentence.clauses if c.verb is not None]
