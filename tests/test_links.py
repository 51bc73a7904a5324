"""Copies of articles, and events of several articles that are one act."""

import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.archive import Archive
from mahdar.archive.copies import ALIKE, Text, copies, share, signature
from mahdar.archive.occurrences import Told, occurrences
from mahdar.coder import Coder
from tests.examples import DATA, articles, examples

WIRE = articles()["wire"]


def text(sha: str, words: str, day: str | None = "2024-05-01", outlet: str | None = "أ") -> Text:
    return Text(sha, date.fromisoformat(day) if day else None, outlet, signature(words))


def kinds(*texts: Text) -> dict[str, str]:
    return {c.sha256: c.kind for c in copies(texts)}


def without_last_paragraph(words: str) -> str:
    lines = [line for line in words.split("\n") if line.strip()]
    return "\n".join(lines[:-1])


@pytest.mark.parametrize(
    "edited",
    [
        WIRE,
        without_last_paragraph(WIRE),
        "عاجل\n" + WIRE + "\nجميع الحقوق محفوظة لوكالة الأنباء.",
        WIRE.replace("أ", "ا").replace("إ", "ا").replace("ة", "ة"),
        WIRE.replace("،", " ,").replace('"', "«"),
        WIRE.replace("قال", "صرح"),
    ],
    ids=["same", "last paragraph cut", "framed", "without hamza", "other marks", "another verb"],
)
def test_wire_copy_is_found(edited: str) -> None:
    found = kinds(text("a", WIRE), text("b", edited, "2024-05-02", "ب"))
    assert found == {"a": "first", "b": "copy"}


def test_other_articles_are_not_copies() -> None:
    texts = [text(name, words) for name, words in articles().items() if name != "dirty"]
    assert copies(texts) == []


def test_a_form_used_again_weeks_later_is_no_copy() -> None:
    assert kinds(text("a", WIRE), text("b", WIRE, "2024-06-01", "ب")) == {}


def test_versions_of_one_outlet_stay_in_order_beside_copies() -> None:
    versions = [
        text("c", WIRE + "\nتصحيح في الفقرة الأولى.", "2024-05-03"),
        text("a", WIRE),
        text("b", WIRE, "2024-05-02", "ب"),
    ]
    assert [(c.sha256, c.first, c.n, c.kind) for c in copies(versions)] == [
        ("a", "a", 0, "first"),
        ("b", "a", 1, "copy"),
        ("c", "a", 2, "version"),
    ]


@given(st.randoms(use_true_random=False))
def test_the_order_of_articles_does_not_matter(choose: random.Random) -> None:
    texts = [text(str(n), w, f"2024-05-0{1 + n % 5}", "أب"[n % 2]) for n, w in enumerate([WIRE, WIRE + " زيادة"] * 3)]
    texts += [text(name, words) for name, words in articles().items()]
    mixed = texts[:]
    choose.shuffle(mixed)
    assert copies(mixed) == copies(texts)


def test_the_estimate_is_near_the_truth() -> None:
    words = [f"كلمة{n}" for n in range(600)]
    for cut in (100, 300, 500):
        one, other = " ".join(words[:400]), " ".join(words[cut : 400 + cut])
        true = max(0, 400 - cut) / (400 + cut)
        assert abs(share(signature(one), signature(other)) - true) < 0.12
    assert signature("") == signature("   ") and 0 < ALIKE < 1


@pytest.mark.parametrize("case", examples("links"))
def test_whether_two_reports_tell_one_act(case: dict[str, Any], coder: Coder, tmp_path: Path) -> None:
    coded = []
    for n, (day, outlet, words) in enumerate((case["one"], case["other"])):
        coded.append((coder.code(words, id=str(n), published=day, publisher=outlet), words))
    with Archive(tmp_path / "a.duckdb") as archive:
        archive.add(coded)
        archive.link()
        rows = archive.query(
            "SELECT e.doc, l.occurrence FROM links l JOIN events e USING (sha256, event) WHERE e.type = ?",
            [case["type"]],
        ).to_pylist()
        acts = {r["doc"]: r["occurrence"] for r in rows}
        assert set(acts) == {"0", "1"}, "each report tells such an event"
        assert (acts["0"] == acts["1"]) is case["same"]
        counted = archive.query(
            "SELECT count(*) AS n FROM events WHERE type = ? AND counted", [case["type"]]
        ).to_pylist()
        assert counted[0]["n"] == len(set(acts.values()))


def test_an_act_told_twice_counts_once(coder: Coder, tmp_path: Path) -> None:
    words = "فرضت الولايات المتحدة عقوبات على إيران اليوم."
    reports = [
        (coder.code(words + tail, id=str(n), published="2024-05-01"), words + tail)
        for n, tail in enumerate(("", " ", "\n"))
    ]
    with Archive(tmp_path / "a.duckdb") as archive:
        archive.add(reports)
        archive.link()
        assert [r["occurred"] for r in archive.dyad("USA", "IRN").to_pylist()] == [1]
        assert [r["occurred"] for r in archive.dyad("USA", "IRN", reports=True).to_pylist()] == [3]
        assert [r["events"] for r in archive.timeline("year").to_pylist()] == [1]
        acts = archive.query("SELECT reports, docs FROM occurrences").to_pylist()
        assert acts == [{"reports": 1, "docs": ["0", "1", "2"]}]  # copies of one report
        before = archive.query("SELECT * FROM links ORDER BY ALL").to_pylist()
        archive.link()
        assert archive.query("SELECT * FROM links ORDER BY ALL").to_pylist() == before


EVENTS = st.lists(
    st.builds(
        Told,
        sha256=st.sampled_from("abcdef"),
        event=st.sampled_from(("v1", "v2", "v3")),
        report=st.sampled_from("abc"),
        type=st.sampled_from(("CONSULT", "ASSAULT", "ACCUSE")),
        mode=st.sampled_from((None, "visit")),
        status=st.sampled_from(("occurred", "planned")),
        actor=st.sampled_from((("RUS",), ("RUS", "USA"), ())),
        recipient=st.sampled_from((("USA",), ())),
        since=st.sampled_from((None, date(2024, 1, 2), date(2024, 1, 5))),
        until=st.none(),
        published=st.sampled_from((None, date(2024, 1, 3), date(2024, 1, 6))),
        place=st.sampled_from((None, "موسكو", "جنيف")),
        words=st.sampled_from(("اجتماع في العاصمة", "قصف المدينة أمس", "")),
    ),
    max_size=12,
    unique_by=lambda t: (t.sha256, t.event),
)


@given(EVENTS, st.randoms(use_true_random=False))
def test_every_event_has_one_act_and_every_act_one_that_counts(told: list[Told], choose: random.Random) -> None:
    links = occurrences(told)
    assert sorted((x.sha256, x.event) for x in links) == sorted((t.sha256, t.event) for t in told)
    acts = {x.occurrence for x in links}
    assert sum(x.counted for x in links) == len(acts)
    mixed = told[:]
    choose.shuffle(mixed)
    assert sorted(occurrences(mixed)) == sorted(links)


def test_the_pairs_are_of_both_kinds() -> None:
    told = (DATA / "links.toml").read_text(encoding="utf-8")
    assert told.count("same = true") >= 6 and told.count("same = false") >= 6
