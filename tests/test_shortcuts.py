"""Quick looks that spare work must not change what is found."""

import json
from pathlib import Path

import pytest

from mahdar.analysis.times import Finder, Vocabulary
from mahdar.coder import Coder
from mahdar.text.tokens import tokenize

GOLD = Path(__file__).parent.parent / "gold"
CLITICS = ("", "و", "ف", "ب", "ل", "وب", "ول", "فل", "ال", "وال", "بال", "لل", "ولل")


def test_no_time_is_overlooked(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    times = coder.pack.times
    texts = [json.loads(x)["text"] for f in sorted(GOLD.glob("*.jsonl")) for x in f.read_text("utf-8").splitlines()]
    texts += [f"في {c}{head} {after}" for head in times._heads for c in CLITICS for after in ("", "2021", "الماضي")]
    sentences = [tokenize(text) for text in texts]
    quick = [Finder(t, times).find() for t in sentences]
    monkeypatch.setattr(Vocabulary, "opens", lambda self, word: True)
    assert quick == [Finder(t, times).find() for t in sentences]
