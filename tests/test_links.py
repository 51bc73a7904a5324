"""Copies of articles, and events of several articles that are one act."""

import json
import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from benchmarks.occurrences import pairs
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from mahdar.archive import Archive, linking
from mahdar.archive.copies import ALIKE, Text, copies, share, signature
from mahdar.archive.occurrences import Link, Told, occurrences
from mahdar.coder import Coder
from mahdar.record.types import Interval, Record
from mahdar.views.cli import main
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


def test_what_an_outlet_corrected_is_superseded() -> None:
    follows = without_last_paragraph(WIRE) + "\n" + " ".join(f"كلمة{n}" for n in range(len(WIRE.split()) // 4))
    versions = [
        text("a", WIRE),
        text("b", WIRE, "2024-05-02", "ب"),
        text("c", WIRE + "\nتصحيح.", "2024-05-03"),
        text("d", follows, "2024-05-04", "ب"),
        text("e", WIRE, "2024-05-05", None)._replace(publisher=None),
    ]
    assert 0.5 <= share(versions[1].signature, versions[3].signature) < 0.8, "follows up, corrects nothing"
    assert {c.sha256 for c in copies(versions) if c.superseded} == {"a"}


RAID = (
    "قصفت طائرات روسية مدينة {} الأوكرانية يوم الأربعاء.\nوقال المتحدث باسم فرق الإنقاذ إن العمل في المكان بدأ منذ "
    "ساعات الصباح الأولى ولم ينته حتى المساء، وإن السكان نقلوا إلى مدارس قريبة من وسط المدينة لقضاء الليل فيها."
)


def test_a_correction_of_the_same_day_comes_after_and_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    news = [
        ("first", "2024-05-02T08:00:00+03:00", "أ", RAID.format("خاركيف")),
        ("copied", "2024-05-02T10:00:00+03:00", "ب", RAID.format("خاركيف") + " (وكالات)"),
        ("corrected", "2024-05-02T07:30:00Z", "أ", RAID.format("أوديسا").replace("روسية", "أوكرانية")),
        ("again", "2024-05-03", "أ", RAID.format("أوديسا").replace("روسية", "أوكرانية") + " يتبع."),
    ]
    place = str(tmp_path / "a.duckdb")

    def told(ids: set[str]) -> list[tuple[str, str]]:
        """Who is counted as an actor, and in which article, where the archive has only these."""
        (tmp_path / "in.jsonl").write_text(
            "".join(
                json.dumps({"id": i, "published": p, "publisher": o, "text": t}) + "\n"
                for i, p, o, t in news
                if i in ids
            ),
            encoding="utf-8",
        )
        assert main(["archive", "add", str(tmp_path / "in.jsonl"), "--archive", place]) == 0
        with Archive(place, read_only=True) as archive:
            asked = "SELECT unnest(actor) AS a, doc FROM events WHERE counted AND type = 'ASSAULT' ORDER BY ALL"
            return [(r["a"], r["doc"]) for r in archive.query(asked).to_pylist()]

    assert told({"first"}) == [("RUS", "first")]
    assert told({"corrected", "first"}) == [("UKR", "corrected")]
    assert told({"again"}) == [("UKR", "corrected")]
    assert [a for a, _ in told({"copied"})] == ["RUS", "UKR"], "another outlet still tells it"
    capsys.readouterr()
    assert main(["archive", "copies", "again", "--archive", place, "--format", "jsonl"]) == 0
    rows = [json.loads(x) for x in capsys.readouterr().out.splitlines()]
    assert [(r["report"], r["n"], r["doc"], r["kind"], r["superseded"]) for r in rows] == [
        ("first", 0, "first", "first", True),
        ("first", 1, "copied", "copy", False),
        ("first", 2, "corrected", "version", True),
        ("first", 3, "again", "version", False),
    ]
    assert main(["archive", "copies", "nobody", "--archive", place]) == 0
    assert capsys.readouterr().out.startswith("report,n,doc,published,publisher,kind,superseded")
    with Archive(place, read_only=True) as archive:
        assert archive.copies().num_rows == archive.info()["articles"] == 4


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


def test_acts_of_pairs_of_reports_are_joined_rightly(coder: Coder) -> None:
    judged = pairs(coder)
    joined = [p for p in judged if p.joined]
    right = [p for p in joined if p.same]
    assert len(judged) >= 60
    assert len(right) / len(joined) >= 0.95
    assert len(right) / sum(p.same for p in judged) >= 0.8


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
        trigger=st.just("قصف"),
        words=st.sampled_from(("اجتماع في العاصمة", "قصف المدينة أمس", "")),
        superseded=st.booleans(),
    ),
    max_size=12,
    unique_by=lambda t: (t.sha256, t.event),
)


@given(EVENTS, st.randoms(use_true_random=False))
def test_every_event_has_one_act_and_every_act_that_stands_one_that_counts(
    told: list[Told], choose: random.Random
) -> None:
    links = occurrences(told)
    assert sorted((x.sha256, x.event) for x in links) == sorted((t.sha256, t.event) for t in told)
    stands = {(t.sha256, t.event): not t.superseded for t in told}
    acts = {x.occurrence for x in links if stands[x.sha256, x.event]}
    assert sorted(x.occurrence for x in links if x.counted) == sorted(acts)
    mixed = told[:]
    choose.shuffle(mixed)
    assert sorted(occurrences(mixed)) == sorted(links)


def test_the_pairs_are_of_both_kinds() -> None:
    told = (DATA / "links.toml").read_text(encoding="utf-8")
    assert told.count("same = true") >= 6 and told.count("same = false") >= 6


# Whatever was added and linked before, in whatever order: links are as if all were linked anew

SHORT = "فرضت الولايات المتحدة عقوبات على إيران اليوم، وقال مسؤول إن القرار يشمل مصارف وشركات تعمل في قطاع النفط والغاز"
TEXTS = [SHORT, f"{SHORT} زيادة", SHORT.replace("مسؤول", "وزير"), "اتهمت واشنطن طهران أمس", "قصف وتهديد في الخليج", ""]
DAYS = st.dates(date(2024, 1, 1), date(2024, 1, 20))


class Event(NamedTuple):
    type: str
    status: str
    both: bool  # act together, else one on the other
    days: tuple[date, date] | None
    placed: bool


class Article(NamedTuple):
    n: int
    text: str
    published: date | None
    outlet: str
    events: list[Event]
    later: list[Event] | None  # what another coder makes of it
    links: bool  # whether all is linked after it


ARTICLES = st.lists(
    st.builds(
        Article,
        n=st.integers(0, 99),
        text=st.sampled_from(TEXTS),
        published=st.none() | DAYS,
        outlet=st.sampled_from("أب"),
        events=(
            events := st.lists(
                st.builds(
                    Event,
                    type=st.sampled_from(("CONSULT", "ASSAULT", "ACCUSE")),
                    status=st.sampled_from(("occurred", "occurred", "planned")),
                    both=st.booleans(),
                    days=st.none() | st.tuples(DAYS, DAYS),
                    placed=st.booleans(),
                ),
                max_size=4,
            )
        ),
        later=st.none() | events,
        links=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda a: a.n,
)


def recorded(base: Record, a: Article, events: list[Event], version: str) -> Record:
    one, other = (next(e.id for e in base.entities if e.code == code) for code in ("USA", "IRN"))
    made = [
        replace(
            base.events[0],
            id=f"v{n}",
            type=e.type,
            status=e.status,
            actor=[one, other] if e.both else [one],
            recipient=[] if e.both else [other],
            date=Interval(from_=e.days[0].isoformat(), to=e.days[1].isoformat()) if e.days else None,
            place=one if e.placed else None,
        )
        for n, e in enumerate(events)
    ]
    published = a.published.isoformat() if a.published else None
    doc = replace(base.doc, id=str(a.n), sha256=f"{a.n:064}", published=published, publisher=a.outlet)
    return replace(base, doc=doc, events=made, coder=replace(base.coder, version=version))


def linked(archive: Archive) -> list[list[tuple[Any, ...]]]:
    """The copies, the links, and which events and dyads count."""
    return [
        archive.db.execute(f"SELECT {columns} ORDER BY ALL").fetchall()
        for columns in (
            "sha256, first, n, kind, share, superseded FROM copies",
            "sha256, event, occurrence, counted FROM links",
            "sha256, event, counted FROM events",
            "sha256, event, counted FROM dyads",
        )
    ]


def anew(archive: Archive) -> list[list[tuple[Any, ...]]]:
    """The same, from all that is in the archive."""
    texts = archive.db.execute("SELECT sha256, published, publisher, text FROM articles").fetchall()
    alike = copies(Text(sha256, day, outlet, signature(words)) for sha256, day, outlet, words in texts)
    report = {c.sha256: c.first for c in alike}
    old = {c.sha256 for c in alike if c.superseded}
    told = archive.db.execute(
        "SELECT sha256, event, type, mode, status, list_sort(list_distinct(actor)),"
        " list_sort(list_distinct(recipient)), date_from, date_to, published, place, trigger, words FROM events"
    ).fetchall()
    links = occurrences(
        Told(
            sha256,
            event,
            report.get(sha256, sha256),
            kind,
            mode,
            status,
            tuple(actor),
            tuple(recipient),
            *rest,
        )._replace(superseded=sha256 in old)
        for sha256, event, kind, mode, status, actor, recipient, *rest in told
    )
    counted = {(x.sha256, x.event): x.counted for x in links}
    dyads = archive.db.execute("SELECT sha256, event FROM dyads").fetchall()
    return [
        sorted(tuple(c) for c in alike),
        sorted(tuple(x) for x in links),
        sorted((*key, counts) for key, counts in counted.items()),
        sorted((*key, counted[key]) for key in dyads),
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ARTICLES, st.randoms(use_true_random=False), st.booleans())
def test_links_are_as_all_linked_anew(coder: Coder, told: list[Article], choose: random.Random, prunes: bool) -> None:
    base = coder.code("فرضت الولايات المتحدة عقوبات على إيران اليوم.", published="2024-01-01")
    again = [a for a in told if a.later is not None]
    choose.shuffle(again)
    with Archive(":memory:") as archive:
        for a in told:
            archive.add([(recorded(base, a, a.events, "1"), a.text)])
            if a.links:
                archive.link()
        for a in again:
            archive.add([(recorded(base, a, a.later or [], "2"), a.text)])
            if a.links:
                archive.link()
        if prunes:
            archive.prune()
        archive.link()
        assert linked(archive) == anew(archive)


def test_an_article_that_makes_two_others_one_report(coder: Coder) -> None:
    words = [f"كلمة{n}" for n in range(90)]
    raid = [Event("ASSAULT", "occurred", False, (date(2024, 1, 3), date(2024, 1, 3)), False)]
    whole, head, tail = (
        Article(n, " ".join(words[part]), date(2024, 1, 2 + n), "أ", [] if n == 0 else raid, None, True)
        for n, part in enumerate((slice(90), slice(60), slice(30, 90)))
    )
    base = coder.code("فرضت الولايات المتحدة عقوبات على إيران اليوم.", published="2024-01-01")
    with Archive(":memory:") as archive:
        archive.add((recorded(base, a, a.events, "1"), a.text) for a in (head, tail))
        assert archive.link() == (0, 1)
        archive.add([(recorded(base, whole, whole.events, "1"), whole.text)])
        assert archive.link() == (2, 0)  # what one report tells in other words is another act
        assert linked(archive) == anew(archive)


def test_only_what_changed_is_linked_again(coder: Coder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = "فرضت الولايات المتحدة عقوبات على إيران."  # one of the days before the report
    days = ("2024-05-01", "2024-05-02", "2024-09-01")
    reports = [(coder.code(f"{words} {n}", id=str(n), published=day), f"{words} {n}") for n, day in enumerate(days)]
    seen: list[str] = []

    def noted(told: Iterable[Told]) -> list[Link]:
        all_told = list(told)
        seen.extend(t.sha256 for t in all_told)
        return occurrences(all_told)

    monkeypatch.setattr(linking, "occurrences", noted)
    with Archive(tmp_path / "a.duckdb") as archive:
        archive.add(reports[:1])
        archive.add(reports[2:])
        archive.link()
        assert sorted(set(seen)) == sorted(r.doc.sha256 for r, _ in (reports[0], reports[2]))
        seen.clear()
        archive.link()
        assert seen == []
        archive.add(reports[1:2])
        archive.link()
        assert sorted(set(seen)) == sorted(r.doc.sha256 for r, _ in reports[:2])  # that of September is another act


def test_an_archive_linked_before_there_were_segments(coder: Coder, tmp_path: Path) -> None:
    words = "فرضت الولايات المتحدة عقوبات على إيران اليوم."
    with Archive(tmp_path / "a.duckdb") as archive:
        archive.add([(coder.code(words + tail, id=tail, published="2024-05-01"), words + tail) for tail in ("", " ")])
        archive.link()
        before = linked(archive)
        archive.db.execute("ALTER TABLE links DROP COLUMN segment")
        archive.link()
        assert linked(archive) == before == anew(archive)
