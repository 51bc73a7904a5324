import datetime as dt
import json
import random
import re
from typing import Any

import msgspec
import pytest
from benchmarks.dossier import Expected, right

from mahdar.coder import Coder
from mahdar.dossier import Dossier, dossier
from mahdar.dossier.types import Citation
from mahdar.errors import InputError
from mahdar.record.types import Record
from mahdar.views.dossier.html import page
from mahdar.views.dossier.markdown import brief_markdown, markdown
from mahdar.views.wording import LANGUAGES
from tests.examples import EXAMPLES, examples

Coded = list[tuple[Record, str]]
NAME = re.compile(r"\[\^(\d+)\]")


def coded(coder: Coder, articles: list[dict[str, Any]]) -> Coded:
    return [
        (
            coder.code(
                a["text"],
                id=a["id"],
                published=a.get("published"),
                publisher=a.get("publisher"),
                title=a.get("title"),
                url=a.get("url"),
            ),
            a["text"],
        )
        for a in articles
    ]


@pytest.fixture(scope="module")
def grain(coder: Coder) -> Coded:
    lines = (EXAMPLES / "grain.jsonl").read_text(encoding="utf-8").splitlines()
    return coded(coder, [json.loads(line) for line in lines])


def lines_of(d: Dossier, table: str) -> list[str]:
    """The lines of a dossier in the notation of the examples."""
    by_id = {p.id: p for p in d.positions}
    match table:
        case "position":
            return [
                f"{p.day} {'+'.join(p.parties)} {p.kind} {'+'.join(p.to) or '-'} x{p.reports} | {p.words}"
                for p in d.positions
            ]
        case "words":
            return [p.words for p in d.positions]
        case "speaker":
            return [f"{p.kind} {p.speaker}" for p in d.positions]
        case "about":
            names = {i.id: i.name for i in d.issues}
            return [f"{p.kind} {names.get(p.issue or '', '-')}" for p in d.positions]
        case "condition":
            return [p.condition or "" for p in d.positions]
        case "consequence":
            return [p.consequence or "" for p in d.positions]
        case "meeting":
            return [
                f"{m.since or '-'} {m.state} {m.format.replace(' ', '-')} {'+'.join(p.party for p in m.participants)}"
                for m in d.meetings
            ]
        case "gloss":
            return [i.en or "" for i in d.issues]
        case "agenda":
            return [a for m in d.meetings for a in m.agenda]
        case "steps":
            return [", ".join(f"{s.state} {s.since or '-'}" for s in m.steps) for m in d.meetings]
        case "exchange":
            return [f"{x.accuser} {x.accused}" for x in d.exchanges]
        case "commitment":
            return [f"{'+'.join(c.parties)} {c.state}" for c in d.commitments]
        case "change":
            return [f"{p.party} {by_id[p.changes].kind} {p.kind}" for p in d.positions if p.changes]
        case "claim":
            return [f"{c.kind} {c.type} {c.about}" for c in d.claims]
    return [i.name for i in d.issues]


@pytest.mark.parametrize("case", examples("dossiers"))
def test_what_a_dossier_holds(coder: Coder, case: dict[str, Any]) -> None:
    made = dossier(coded(coder, case["article"]))
    for table, wanted in case.get("has", {}).items():
        told = lines_of(made, table)
        for line in wanted:
            head, bar, words = line.partition(" | ")
            assert any(t.startswith(head) and words in t if bar else t == line for t in told), (table, line, told)
        if not wanted:
            assert not told
    for table, unwanted in case.get("lacks", {}).items():
        told = lines_of(made, table)
        for line in unwanted:
            assert not any(t.startswith(line) for t in told), (table, line, told)


# Whatever the articles


def citations(d: Dossier) -> list[Citation]:
    found: list[Citation] = []

    def walk(value: Any) -> None:
        if isinstance(value, Citation):
            found.append(value)
        elif isinstance(value, msgspec.Struct):
            for name in value.__struct_fields__:
                walk(getattr(value, name))
        elif isinstance(value, list):
            for inner in value:
                walk(inner)

    walk(d)
    return found


def test_every_citation_slices_its_article(grain: Coded) -> None:
    d = dossier(grain)
    texts = {x.id: next(text for record, text in grain if record.doc.sha256 == x.sha256) for x in d.documents}
    records = {x.id: next(r for r, _ in grain if r.doc.sha256 == x.sha256) for x in d.documents}
    told = citations(d)
    assert len(told) > 200
    for c in told:
        assert texts[c.doc][c.start : c.end] == c.words != ""
        sentence = records[c.doc].sentences[c.sentence]
        assert sentence.start <= c.start < sentence.end


def test_every_line_is_cited(grain: Coded) -> None:
    d = dossier(grain)
    assert all(p.cited for p in d.positions)
    assert all(m.cited for m in d.meetings)
    assert all(p.cited for p in d.papers)
    assert all(side.cited for c in d.claims for side in c.sides)
    assert all(s.cited for m in d.meetings for s in m.steps)


def test_the_order_of_the_articles_does_not_matter(grain: Coded) -> None:
    made = msgspec.json.encode(dossier(grain))
    for seed in range(3):
        mixed = list(grain)
        random.Random(seed).shuffle(mixed)
        assert msgspec.json.encode(dossier(mixed)) == made


def test_the_same_article_twice_counts_once(grain: Coded) -> None:
    assert msgspec.json.encode(dossier([*grain, *grain])) == msgspec.json.encode(dossier(grain))


def test_ids_that_two_articles_share_are_told_apart(coder: Coder) -> None:
    texts = ("طالبت كينيا أوغندا بفتح المعبر.", "طالبت إثيوبيا إريتريا بفتح الميناء.")
    d = dossier(coded(coder, [{"id": "1", "published": "2024-01-02", "text": t} for t in texts]))
    assert len({x.id for x in d.documents}) == len(d.documents) == len({c.doc for c in citations(d)})


def test_a_dossier_reads_back(grain: Coded) -> None:
    d = dossier(grain)
    assert msgspec.json.decode(msgspec.json.encode(d), type=Dossier) == d


# What is asked for


def test_only_acts_among_the_parties_asked_for(grain: Coded) -> None:
    d = dossier(grain, about=("RUS", "TUR"))
    assert {p.party for p in d.positions} <= {"RUS", "TUR"}
    assert d.meetings
    assert all({"RUS", "TUR"} & {p.party for p in m.participants} for m in d.meetings)
    assert {(s.one, s.other) for s in d.series} == {("RUS", "TUR")}


def test_only_the_days_asked_for(grain: Coded) -> None:
    first, last = dt.date(2022, 7, 20), dt.date(2022, 7, 23)
    d = dossier(grain, since=first, until=last)
    assert d.positions
    assert all(first.isoformat() <= (p.day or "") <= last.isoformat() for p in d.positions)


@pytest.mark.parametrize("words", ["إزالة الألغام", "mines", "الألغام"])
def test_only_the_issue_asked_for(grain: Coded, words: str) -> None:
    d = dossier(grain, issue=words)
    assert [i.name for i in d.issues] == ["إزالة الألغام"]
    assert d.positions
    assert {p.issue for p in d.positions} == {d.issues[0].id}


def test_what_is_not_there_is_refused_with_what_is(grain: Coded) -> None:
    with pytest.raises(InputError, match="إزالة الألغام") as issue:
        dossier(grain, issue="سباق الخيل")
    assert (issue.value.where, issue.value.code) == ("issue", "issue")
    with pytest.raises(InputError, match="RUS") as party:
        dossier(grain, about=("BRA",))
    assert (party.value.where, party.value.code) == ("about", "no-act")
    with pytest.raises(InputError, match="no articles") as none:
        dossier([])
    assert none.value.code == "no-articles"


# For readers


@pytest.mark.parametrize("ui", LANGUAGES)
def test_a_page_needs_nothing_and_runs_nothing(coder: Coder, ui: Any) -> None:
    bad = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    news = "قال المتحدث إن المحادثات استمرت ساعتين في العاصمة، وإن الجانبين بحثا حركة الشحن والتجارة بين البلدين."
    text = f"طالبت كينيا أوغندا بفتح المعبر {bad} أمام الشاحنات. {news} {news}"
    article = {"id": bad, "published": "2024-01-02", "publisher": bad, "url": f"javascript:{bad}", "text": text}
    made = coded(coder, [article])
    d = dossier(made)
    html = page(d, {x.id: made[0] for x in d.documents}, ui)
    assert "<script" not in html
    assert "<img" not in html
    assert all(link.startswith("#") for link in re.findall(r'<[^>]*\b(?:src|href)="([^"]*)"', html))
    assert "alert(1)" in html
    assert "default-src 'none'" in html
    assert f'<html lang="{ui}" dir="{"rtl" if ui == "ar" else "ltr"}">' in html


@pytest.mark.parametrize("ui", LANGUAGES)
def test_every_link_of_a_page_leads_somewhere(grain: Coded, ui: Any) -> None:
    d = dossier(grain)
    by_sha = {r.doc.sha256: (r, t) for r, t in grain}
    html = page(d, {x.id: by_sha[x.sha256] for x in d.documents}, ui)
    targets = set(re.findall(r'id="([^"]+)"', html))
    links = re.findall(r'href="#([^"]+)"', html)
    assert len(links) > 100
    assert set(links) <= targets


@pytest.mark.parametrize("ui", LANGUAGES)
@pytest.mark.parametrize("form", [markdown, brief_markdown])
def test_every_footnote_is_there_once(grain: Coded, ui: Any, form: Any) -> None:
    text = form(dossier(grain), ui)
    defined = re.findall(r"^\[\^(\d+)\]: ", text, re.M)
    assert defined == [str(n + 1) for n in range(len(defined))]
    body = text.partition("\n[^1]: ")[0]
    assert set(NAME.findall(body)) == set(defined)


@pytest.mark.parametrize("form", [markdown, brief_markdown])
def test_what_another_says_that_a_party_wants_is_told_with_who_says_so(coder: Coder, form: Any) -> None:
    said = "قالت كينيا إن أوغندا وافقت على فتح المعبر. وطالبت كينيا أوغندا بخفض الرسوم."
    text = form(dossier(coded(coder, [{"id": "a", "published": "2024-06-10", "text": said}])), "en")
    lines = [line for line in text.splitlines() if "on the word of" in line]
    assert lines and all("Kenya" in line and "وافقت" in line for line in lines)


def test_a_brief_is_short(grain: Coded) -> None:
    body = brief_markdown(dossier(grain), "ar").partition("\n[^1]: ")[0]
    assert 10 < body.count("\n* ") <= 30


# Twelve articles on one negotiation, by outlets of both sides, beside what a reader expects


@pytest.fixture(scope="module")
def expected(coder: Coder) -> Expected:
    return Expected("grain", coder)


def test_most_positions_are_there(expected: Expected) -> None:
    told = list(expected.positions())
    assert sum(there for _, there in told) >= 58
    assert {kind for kind, there in told if there} == {kind for kind, _ in told}


def test_all_meetings_are_there_in_the_right_state(expected: Expected) -> None:
    for wanted, made in expected.meetings():
        if not wanted.get("optional"):
            assert made is not None
            assert (made.state, made.format) == (wanted["state"], wanted["format"]), wanted


def test_a_meeting_put_off_is_one_from_plan_to_outcome(expected: Expected) -> None:
    steps = [[(s.state, s.since) for s in m.steps] for m in expected.made.meetings]
    assert [("planned", "2022-07-20"), ("postponed", "2022-07-21"), ("held", "2022-07-21")] in steps


def test_a_closed_session_by_video_with_its_length(expected: Expected) -> None:
    told = [(m.format, m.open, m.duration) for m in expected.made.meetings]
    assert ("video", False, "ساعتين ونصف الساعة") in told


def test_every_firm_change_of_position_is_marked(expected: Expected) -> None:
    assert all(expected.changes())


def test_the_broken_commitment_is_told_with_who_says_so(expected: Expected) -> None:
    broken = [c for c in expected.made.commitments if c.party == "RUS" and c.state == "broken"]
    promise = next(c for c in broken if expected.by_id[c.position].kind == "promise")
    assert "UKR" in promise.says_broken


def test_accusations_meet_their_answers(expected: Expected) -> None:
    assert sum(expected.pairs()) >= 6


def test_numbers_that_differ_stand_side_by_side(expected: Expected) -> None:
    assert sum(expected.contradictions()) >= 6


def test_another_negotiation(coder: Coder) -> None:
    border = Expected("border", coder)
    assert sum(there for _, there in border.positions()) >= 11
    assert all(all(right(m, made).values()) for m, made in border.meetings())
    assert sum(border.pairs()) >= 2 and all(border.commitments())
    assert all(border.contradictions()) and all(border.copies())


def test_a_third_negotiation_but_for_what_is_marked_as_missing(coder: Coder) -> None:
    fish = Expected("fish", coder)
    assert all(all(right(m, made).values()) for m, made in fish.meetings()) and all(fish.parts())
    tables = {
        "position": (there for _, there in fish.positions()),
        "pair": fish.pairs(),
        "commitment": fish.commitments(),
        "contradiction": fish.contradictions(),
    }
    for table, told in tables.items():
        for wanted, there in zip(fish.wanted[table], told, strict=True):
            assert there == ("missing" not in wanted), (table, wanted)


def test_copies_count_once(expected: Expected) -> None:
    assert all(expected.copies())
    signed = [p for p in expected.made.positions if p.day == "2022-07-13" and p.kind == "agreement"]
    assert {p.reports for p in signed} == {1}
