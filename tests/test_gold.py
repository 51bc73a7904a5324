"""The gold corpus is well formed: every span is words of its article, every label one that PLOVER has."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from mahdar.coding.frames import TYPES
from mahdar.coding.ontology import modes

GOLD = Path(__file__).parent.parent / "gold"


def articles() -> list[Any]:
    return [
        pytest.param(article, id=article["id"])
        for file in sorted(GOLD.glob("*.jsonl"))
        for article in map(json.loads, file.read_text(encoding="utf-8").splitlines())
    ]


@pytest.mark.parametrize("article", articles())
def test_sentences_cover_the_text_in_order(article: dict[str, Any]) -> None:
    end = 0
    for a, b, kind in article["sentences"]:
        assert end <= a < b <= len(article["text"])
        assert not article["text"][end:a].strip()
        assert kind in {"title", "dateline", "body", "caption", "boilerplate"}
        end = b


@pytest.mark.parametrize("article", articles())
def test_labels_are_known_and_spans_are_words_of_the_article(article: dict[str, Any]) -> None:
    sentences = [article["text"][a:b] for a, b, _ in article["sentences"]]
    for e in article["events"]:
        assert e["type"] in TYPES
        assert e["mode"] is None or e["mode"] in modes(e["type"]), e
        assert e["status"] in {"occurred", "planned", "possible", "negated"}
        assert e["trigger"] in sentences[e["s"]], e
        assert article["sentences"][e["s"]][2] not in {"boilerplate", "dateline"}
        for party in (*e["actor"], *e["recipient"]):
            if party.get("how"):
                assert party.get("text") is None or party["text"] in article["text"], party
            else:
                assert party["text"] in sentences[e["s"]], party
        if e["date"]:
            first, last = (dt.date.fromisoformat(day) for day in e["date"])
            assert first <= last
    for s in article["statements"]:
        assert s["cue"] in sentences[s["s"]], s
        assert s["form"] in {"direct", "indirect", "mixed"}
        first = article["text"].index(s["content"][0], article["sentences"][s["s"]][0])
        assert article["text"].index(s["content"][1], first) >= first


def test_no_article_is_in_two_files() -> None:
    ids = [p.values[0]["id"] for p in articles()]
    assert len(set(ids)) == len(ids)
