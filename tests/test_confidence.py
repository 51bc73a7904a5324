"""Confidence is a probability, comes from what can be seen in the text, and is judged by what was right."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.coder import Coder
from mahdar.coding.confidence import Features, Weights, confidence, features, weights
from mahdar.evaluate.reliability import Bin, judged, reliability

ROOT = Path(__file__).parent.parent
FIT = ROOT / "scripts" / "fit_confidence.py"
SHIPPED = ROOT / "src" / "mahdar" / "coding" / "confidence.toml"

FEATURES = st.builds(Features, *[st.sampled_from((0.0, 1.0))] * len(Features._fields)).flatmap(
    lambda x: st.floats(0, 3).map(lambda h: x._replace(homographs=h))
)


@given(FEATURES, st.floats(-20, 20))
def test_a_probability_of_two_decimals(x: Features, base: float) -> None:
    p = confidence(x, Weights(base, weights().of))
    assert 0 < p < 1
    assert p == round(p, 2) == confidence(x, Weights(base, weights().of))


@given(FEATURES, st.sampled_from(Features._fields))
def test_each_feature_moves_it_the_way_of_its_weight(x: Features, name: str) -> None:
    w = weights()
    without, with_it = (confidence(x._replace(**{name: v}), w) for v in (0.0, 1.0))
    assert (with_it - without) * getattr(w.of, name) >= 0


def test_certain_words_beside_the_trigger_do_not_speak_against_an_event() -> None:
    assert weights().of.wording >= 0


@pytest.mark.parametrize(
    ("text", "type", "present"),
    [
        ("رفضت مصر المقترح الإسرائيلي.", "REJECT", set()),
        ("قصفت روسيا كييف.", "ASSAULT", {"material"}),
        ("لم تقصف إسرائيل دمشق.", "ASSAULT", {"material", "not_occurred"}),
        ("هددت إيران بالرد.", "THREATEN", {"wording", "party_missing"}),
        ("حذرت روسيا أوكرانيا.", "THREATEN", {"homographs", "form_only"}),
        ("أثار القلق في أوروبا الهجوم الروسي على أوكرانيا.", "ASSAULT", {"material", "bare_noun"}),
        ("أجرى الرئيس المصري محادثات مع نظيره التركي في القاهرة.", "CONSULT", set()),
        (
            "أكد الوزير أن روسيا قالت إن أوكرانيا قصفت دونيتسك.",
            "ASSAULT",
            {"material", "recipient_guessed", "deep"},
        ),
    ],
)
def test_features_of_a_sentence(coder: Coder, text: str, type: str, present: set[str]) -> None:
    (sentence,) = coder.read(text).sentences
    (draft,) = [d for d in sentence.drafts if d.type == type]
    assert {k for k, v in features(draft, sentence.words)._asdict().items() if v} == present


def test_an_actor_is_far_when_many_words_stand_between(coder: Coder) -> None:
    far = []
    for aside in ("", "، التي استضافت القمة الأخيرة في شرم الشيخ،"):
        (sentence,) = coder.read(f"مصر{aside} رفضت المقترح الإسرائيلي.").sentences
        far += [features(d, sentence.words).actor_far for d in sentence.drafts if d.type == "REJECT"]
    assert far == [False, True]


def test_the_weights_shipped_are_those_that_the_gold_gives(tmp_path: Path) -> None:
    out = tmp_path / "confidence.toml"
    subprocess.run([sys.executable, FIT, out], check=True, capture_output=True)
    assert out.read_text(encoding="utf-8") == SHIPPED.read_text(encoding="utf-8"), (
        "what is coded in gold/train.jsonl has changed: run python scripts/fit_confidence.py"
    )


def test_the_table_of_a_few_events() -> None:
    r = reliability([(0.9, True), (1.0, True), (0.92, False), (0.3, False), (0.38, True), (None, True)])
    assert r is not None
    assert (r.n, r.without) == (5, 1)
    for found, wanted in zip(r.bins, (Bin(0.3, 0.4, 2, 0.34, 0.5), Bin(0.9, 1.0, 3, 0.94, 2 / 3)), strict=True):
        assert found == pytest.approx(wanted)
    assert r.ece == pytest.approx((2 * 0.16 + 3 * (0.94 - 2 / 3)) / 5)
    assert r.brier == pytest.approx((0.01 + 0 + 0.8464 + 0.09 + 0.3844) / 5)
    assert r.base == pytest.approx(0.6 * 0.4)


def test_no_confidence_no_table() -> None:
    assert reliability([]) is None
    assert reliability([(None, True)]) is None


@pytest.mark.parametrize("value", [None, "0.9", True, 1.5, -0.1, float("nan"), [0.9]])
def test_what_is_no_probability_is_left_out(value: Any) -> None:
    gold = {"a": {"id": "a", "text": "قصفت", "sentences": [[0, 4, "body"]], "events": []}}
    event = {"type": "ASSAULT", "trigger": {"start": 0, "end": 4}, "confidence": value}
    assert judged(gold, {"a": json.loads(json.dumps({"events": [event]}))}) == [(None, False)]
