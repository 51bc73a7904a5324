"""A dossier, or its brief, as Markdown with footnotes for citations."""

from collections.abc import Iterable, Iterator, Sequence

from mahdar.dossier.types import Citation, Dossier, Meeting, Position
from mahdar.views.dossier.brief import brief
from mahdar.views.dossier.names import Names
from mahdar.views.wording import Language, Wording
from mahdar.views.wording import in_markdown as md


def markdown(dossier: Dossier, language: Language) -> str:
    """The whole dossier."""
    return _Page(dossier, language).whole()


def brief_markdown(dossier: Dossier, language: Language) -> str:
    """The brief alone."""
    return _Page(dossier, language).brief()


class _Page:
    def __init__(self, dossier: Dossier, language: Language) -> None:
        self.dossier = dossier
        self.wording = Wording(language, md)
        self.names = Names(dossier, self.wording)
        self.by_id = {p.id: p for p in dossier.positions}
        self.notes: dict[tuple[str, int, int, int], tuple[int, Citation]] = {}

    def brief(self) -> str:
        lines = [f"# {self._title('brief')}", "", *self._span(), *self._brief(2), *self._footnotes()]
        return "\n".join(lines) + "\n"

    def whole(self) -> str:
        say = self.wording.say
        lines = [f"# {self._title('dossier')}", "", *self._span(), *self._brief(3, say("title", "brief"))]
        sections: list[tuple[str, Iterable[str]]] = [
            ("parties", self._parties()),
            ("issues", self._issues()),
            ("meetings", self._meetings()),
            ("positions", self._positions()),
            ("exchanges", self._exchanges()),
            ("commitments", self._commitments()),
            ("claims", self._claims()),
            ("series", self._series()),
            ("papers", self._papers()),
            ("sources", self._sources()),
            ("notes", [f"* {md(n)}" for n in self.dossier.notes]),
        ]
        for key, made in sections:
            told = list(made)
            if told:
                lines += [f"## {say('section', key)}", "", *told, ""]
        return "\n".join([*lines, *self._footnotes()]) + "\n"

    def _title(self, key: str) -> str:
        about = self.names.list(self.dossier.about)
        issue = f" – {md(self.dossier.issue)}" if self.dossier.issue else ""
        return self.wording.say("title", key) + (f": {md(about)}" if about else "") + issue

    def _span(self) -> list[str]:
        told = self.names.span(
            [d.published for d in self.dossier.documents if d.published], len(self.dossier.documents)
        )
        return [f"{told} · {self.wording.say('phrase', 'now')}", ""]

    def _brief(self, depth: int, heading: str = "") -> Iterator[str]:
        made = brief(self.dossier, self.wording)
        if made and heading:
            yield from (f"## {heading}", "")
        for section in made:
            yield from (f"{'#' * depth} {section.heading}", "")
            yield from (f"* {line.text} {self._cite(line.cited)}" for line in section.lines)
            yield ""

    def _cite(self, cited: Iterable[Citation]) -> str:
        """Marks of footnotes, one for each place."""
        out = []
        for c in cited:
            n, _ = self.notes.setdefault((c.doc, c.sentence, c.start, c.end), (len(self.notes) + 1, c))
            out.append(f"[^{n}]")
        return "".join(dict.fromkeys(out))

    def _footnotes(self) -> Iterator[str]:
        for n, c in self.notes.values():
            yield f"[^{n}]: {md(c.doc)}, {c.sentence + 1}, {c.start}–{c.end}: {md(c.words)}"

    def _table(self, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
        made = list(rows)
        if made:
            yield "| " + " | ".join(self.wording.say("column", c) for c in columns) + " |"
            yield "|" + "---|" * len(columns)
            yield from ("| " + " | ".join(row) + " |" for row in made)

    def _parties(self) -> Iterator[str]:
        return self._table(
            ("party", "officials", "called", "acts"),
            (
                (
                    f"{md(self.names.party(p.id))} ({md(p.id)})",
                    "; ".join(
                        f"{md(self.names.person(o.name))}"
                        + (f", {md(self.names.office(o))}" if o.office else "")
                        + self._cite(o.cited[:1])
                        for o in p.officials
                    ),
                    md(self.names.row(n.words for n in p.called[:5])),
                    str(p.acts),
                )
                for p in self.dossier.parties
            ),
        )

    def _issues(self) -> Iterator[str]:
        for i in self.dossier.issues:
            wordings = md(self.names.row(n.words for n in i.wordings[:6]))
            yield f"* **{md(self.names.issue(i.id))}** ({i.positions}): {wordings}"

    def _meetings(self) -> Iterator[str]:
        return self._table(
            ("day", "state", "participants", "format", "agenda", "history"), map(self._meeting, self.dossier.meetings)
        )

    def _meeting(self, m: Meeting) -> tuple[str, ...]:
        say = self.wording.say
        told = [say("format", m.format), md(self.names.place(m.place)) if m.place else ""]
        told.append("" if m.open is None else say("phrase", "public" if m.open else "closed"))
        told.append(md(m.duration) if m.duration else "")
        return (
            "–".join(dict.fromkeys(d for d in (m.since, m.until) if d)),
            say("state", m.state),
            "; ".join(
                md(self.names.party(p.party))
                + (f" ({md(self.names.row(map(self.names.person, p.people)))})" if p.people else "")
                for p in m.participants
            ),
            ", ".join(x for x in told if x),
            "; ".join(md(a) for a in m.agenda),
            "; ".join(
                f"{s.reported or ''} {say('state', s.state)} {s.since or ''}".strip() + self._cite([s.cited])
                for s in m.steps
            ),
        )

    def _positions(self) -> Iterator[str]:
        return self._table(
            ("day", "party", "kind", "to", "words", "issue"),
            (
                (
                    p.day or "",
                    md(self.names.list(p.parties)),
                    self.wording.say("kind", p.kind),
                    md(self.names.list(p.to)),
                    self._words(p),
                    md(self.names.issue(p.issue)) if p.issue else "",
                )
                for p in self.dossier.positions
            ),
        )

    def _words(self, p: Position) -> str:
        say = self.wording.say
        told: str = md(p.words)
        if p.condition:
            told = f"{say('phrase', 'condition')}: {md(p.condition)}"
            if p.consequence:
                told += f"; {say('phrase', 'consequence')}: {md(p.consequence)}"
        if p.changes in self.by_id:
            told += f" ({say('phrase', 'changes')} {md(self.by_id[p.changes].words)})"
        if p.by and p.by not in p.parties:
            told += f" · {self.wording.fill('phrase', 'by', party=md(self.names.sayer(p.by)))}"
        return told + self._cite(p.cited)

    def _exchanges(self) -> Iterator[str]:
        for x in self.dossier.exchanges:
            one, other = self.by_id[x.accusation], self.by_id[x.answer]
            yield (
                f"* {md(self.names.party(x.accuser))}: {md(one.words)}{self._cite(one.cited[:1])}"
                f" — {md(self.names.party(x.accused))}: {md(other.words)}{self._cite(other.cited[:1])}"
            )

    def _commitments(self) -> Iterator[str]:
        for c in self.dossier.commitments:
            p = self.by_id[c.position]
            shown_by = "".join(f"; {md(x.words)}{self._cite([x])}" for x in (*c.kept, *c.broken))
            yield (
                f"* **{self.wording.say('state', c.state)}**: {md(self.names.list(c.parties))}:"
                f" {md(p.words)}{self._cite(p.cited[:1])}{shown_by}"
            )

    def _claims(self) -> Iterator[str]:
        for c in self.dossier.claims:
            sides = " — ".join(
                f"{md(self.names.sayer(s.party))}: {md(s.says)}{self._cite(s.cited[:2])}" for s in c.sides
            )
            yield f"* **{self.wording.say('claim', c.kind)}** {c.day or ''} {self.names.deed(c.type, c.about)}: {sides}"

    def _series(self) -> Iterator[str]:
        for s in self.dossier.series:
            told = ", ".join(f"{w.week} {w.scale:+.1f} ({w.acts})" for w in s.weeks if w.scale is not None)
            yield f"* {md(self.names.party(s.one))} – {md(self.names.party(s.other))}: {told}"
            for t in s.turns:
                turn = self.wording.fill("phrase", "turn", before=t.before, after=t.after)
                yield f"  * {t.week}: {turn}{self._cite(t.cited)}"

    def _papers(self) -> Iterator[str]:
        for p in self.dossier.papers:
            yield f"* {md(p.name)} ({p.times}){self._cite(p.cited[:2])}"

    def _sources(self) -> Iterator[str]:
        for d in self.dossier.documents:
            told = [d.publisher or "", (d.published or "")[:10], d.url or ""]
            copy = f" ({self.wording.fill('phrase', 'copy', doc=d.copy_of)})" if d.copy_of else ""
            about = ", ".join(md(x) for x in told if x)
            yield f"* {md(d.id)}: {md(d.title or d.id)}{', ' + about if about else ''}{copy}"
