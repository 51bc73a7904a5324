"""A dossier as one page that needs no network and prints: tables, a chart, and the cited sentences with marks."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

import msgspec
from markupsafe import Markup, escape

from mahdar.dossier.types import Citation, Commitment, Dossier, Meeting, Position, Series
from mahdar.record.types import Record
from mahdar.views.dossier.brief import brief
from mahdar.views.dossier.names import Names
from mahdar.views.shown import shown
from mahdar.views.templates import environment
from mahdar.views.wording import Language, Wording, in_html

_ROWS, _COLUMNS = 8, 8  # of the matrix
_HEIGHT, _BAR, _GAP = 80, 10, 3  # of a chart, in pixels
_SCALE: Final = 10.0
_WEEKS: Final = 104  # latest weeks of a chart


class Quoted(NamedTuple):
    """A cited sentence: its anchor and its words, the cited ones marked."""

    anchor: str
    words: Markup


class Cell(NamedTuple):
    """What a party holds on an issue: all positions in order of time, the latest last."""

    positions: list[Position]


class Bar(NamedTuple):
    """A week in a chart: place and size in pixels, and what it says."""

    x: int
    y: float
    height: float
    good: bool
    label: str
    turn: bool


def page(dossier: Dossier, texts: Mapping[str, tuple[Record, str]], language: Language) -> str:
    """The dossier as an HTML document. `texts`: document id -> its record and text."""
    wording = Wording(language, in_html)
    names = Names(dossier, wording)
    numbers = {d.id: n for n, d in enumerate(dossier.documents, 1)}
    by_id = {p.id: p for p in dossier.positions}

    def cites(cited: Iterable[Citation]) -> Markup:
        """Links to the cited sentences."""
        places = dict.fromkeys((c.doc, c.sentence) for c in cited if c.doc in numbers)
        links = (
            Markup('<a class="c" href="#{}"><bdi>{}.{}</bdi></a>').format(_anchor(numbers[doc], s), numbers[doc], s + 1)
            for doc, s in places
        )
        return Markup(" ").join(links)

    return (
        environment("mahdar.views.dossier", ".")
        .get_template("dossier.html")
        .render(
            d=dossier,
            say=wording.say,
            fill=wording.fill,
            w=wording,
            names=names,
            cites=cites,
            by_id=by_id,
            outcomes=lambda meeting: outcomes(meeting, by_id),
            brief=brief(dossier, wording),
            matrix=matrix(dossier),
            commitments=commitments(dossier, by_id),
            charts=[(s, chart(s)) for s in dossier.series],
            quoted=_quoted(dossier, texts, numbers),
            numbers=numbers,
        )
    )


def _anchor(document: int, sentence: int) -> str:
    return f"d{document}s{sentence}"


def matrix(dossier: Dossier) -> tuple[list[str], list[str], dict[tuple[str, str], Cell]]:
    """The parties and issues with most positions, and what each party holds on each issue."""
    cells: dict[tuple[str, str], Cell] = {}
    of_party: dict[str, int] = {}
    of_issue: dict[str, int] = {}
    for p in dossier.positions:
        if p.issue is not None:
            for party in p.parties:
                cells.setdefault((party, p.issue), Cell([])).positions.append(p)
                of_party[party] = of_party.get(party, 0) + 1
            of_issue[p.issue] = of_issue.get(p.issue, 0) + 1
    parties = sorted(of_party, key=lambda x: (-of_party[x], x))[:_ROWS]
    issues = sorted(of_issue, key=lambda x: (-of_issue[x], int(x[1:])))[:_COLUMNS]
    return parties, issues, cells


def outcomes(meeting: Meeting, by_id: Mapping[str, Position]) -> list[Position]:
    """What came of a meeting."""
    return [by_id[id] for id in meeting.outcome if id in by_id]


def commitments(dossier: Dossier, by_id: Mapping[str, Position]) -> list[tuple[Commitment, Position]]:
    """The commitments with their positions, those of which something more is told first."""
    told = [(c, by_id[c.position]) for c in dossier.commitments]
    return sorted(told, key=lambda x: x[0].state == "open")


def chart(s: Series) -> list[Bar]:
    """The latest weeks of a series as bars."""
    turns = {t.week for t in s.turns}
    bars = []
    for n, w in enumerate(s.weeks[-_WEEKS:]):
        value = w.scale or 0.0
        height = max(1.0, abs(value) / _SCALE * _HEIGHT / 2) if w.scale is not None else 0.0
        y = _HEIGHT / 2 - (height if value >= 0 else 0.0)
        label = f"{w.week}: {w.scale:+.1f} ({w.acts})" if w.scale is not None else w.week
        bars.append(Bar(n * (_BAR + _GAP), round(y, 1), round(height, 1), value >= 0, label, w.week in turns))
    return bars


def _quoted(
    dossier: Dossier, texts: Mapping[str, tuple[Record, str]], numbers: Mapping[str, int]
) -> dict[str, list[Quoted]]:
    """The cited sentences of each document."""
    spans: dict[tuple[str, int], set[tuple[int, int]]] = {}
    for c in _citations(msgspec.to_builtins(dossier)):
        spans.setdefault((c["doc"], c["sentence"]), set()).add((c["start"], c["end"]))
    out: dict[str, list[Quoted]] = {}
    for doc, n in sorted(spans):
        if doc in numbers and doc in texts:
            record, text = texts[doc]
            sentence = record.sentences[n]
            marked = _marked(text, sentence.start, sentence.end, spans[doc, n])
            out.setdefault(doc, []).append(Quoted(_anchor(numbers[doc], n), marked))
    return out


def _citations(value: Any) -> Iterator[dict[str, Any]]:
    """All citations within a dossier, as plain objects."""
    if isinstance(value, dict):
        if value.keys() == _CITATION:
            yield value
        else:
            for inner in value.values():
                yield from _citations(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _citations(inner)


_CITATION: Final = set(Citation.__struct_fields__)


def _marked(text: str, start: int, end: int, spans: Iterable[tuple[int, int]]) -> Markup:
    """A sentence with its cited stretches marked; stretches that overlap are one."""
    out, at = [], start
    for a, b in sorted(spans):
        a, b = max(a, at), min(b, end)
        if a < b:
            out += [escape(shown(text[at:a])), Markup("<mark>"), escape(shown(text[a:b])), Markup("</mark>")]
            at = b
    out.append(escape(shown(text[at:end])))
    return Markup("").join(out)
