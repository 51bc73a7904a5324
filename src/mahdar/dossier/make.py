"""A dossier of coded articles."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from mahdar.dossier import series as by_week
from mahdar.dossier.acts import Act, Concerns, Source, acts, sources
from mahdar.dossier.answers import commitments, exchanges
from mahdar.dossier.cite import cite
from mahdar.dossier.claims import claims
from mahdar.dossier.issues import Issue, Issues
from mahdar.dossier.meetings import meetings
from mahdar.dossier.papers import papers
from mahdar.dossier.parties import parties
from mahdar.dossier.positions import Taken, positions
from mahdar.dossier.types import SCHEMA, Document, Dossier, Meeting, Named
from mahdar.dossier.types import Issue as Listed
from mahdar.errors import InputError
from mahdar.language.pack import uncollected
from mahdar.record.types import Record
from mahdar.text.fold import plain

_WORDINGS: Final = 12
_SHOWN: Final = 3


class Joined(NamedTuple):
    """What is one: sha256 of a copy -> that of the earliest; (sha256, event) -> the name of the act that it tells."""

    copies: Mapping[str, str]
    acts: Mapping[tuple[str, str], str]


@uncollected()  # what it makes is all kept to its end
def dossier(
    coded: Iterable[tuple[Record, str]],
    *,
    about: Sequence[str] = (),
    issue: str | None = None,
    since: dt.date | None = None,
    until: dt.date | None = None,
    joined: Joined | None = None,
) -> Dossier:
    """The state of a negotiation as articles tell it.

    Args:
        coded: records and the texts that they are of, in any order; the same text counts once.
        about: codes of parties: acts among them, or by one of them toward nobody named; all where none is given.
        issue: only what concerns this issue: words of its name, Arabic or English.
        since, until: only acts of these days, both inclusive; an act without a day has that of its report.
        joined: which articles are copies and which events tell one act, where that is known already.

    Raises:
        InputError: no articles, no such party, no such issue.
    """
    given = sources(coded, joined.copies if joined else None)
    if not given:
        raise InputError("a dossier of no articles.", "", "Name articles, or an archive that has some.", "no-articles")
    wanted = frozenset(about)
    same = joined.acts if joined else None
    told = [a for a in acts(given, same, _among(wanted)) if _within(a, since, until)]
    if wanted and not told:
        known = ", ".join(sorted({p for a in acts(given, same) for p in (*a.actor, *a.recipient)}))
        asked = ", ".join(sorted(wanted))
        mend = f"Parties of these articles: {known}."
        raise InputError(f"no act of {asked}.", "about", mend, "no-act", about=asked, known=known)
    found = Issues(told)
    ids = {i.core: f"i{n}" for n, i in enumerate(found.all, 1)}
    taken = [t for t in positions(told, found, ids, wanted) if not wanted or t.position.party in wanted]
    met = meetings(told, taken, found, ids)
    chosen = _chosen(issue, found.all) if issue is not None else None
    if chosen is not None:
        mine = {ids[i.core] for i in chosen}
        taken = [t for t in taken if t.position.issue in mine]
        kept = {t.position.id for t in taken}
        met = [m for m in met if mine & set(m.issues) or kept & set(m.outcome)]
        told = [a for a in told if found.of(a) in chosen]
    reads = list({id(a.read): a.read for a in told}.values())
    return Dossier(
        schema=SCHEMA,
        about=sorted(wanted),
        issue=issue,
        since=since.isoformat() if since else None,
        until=until.isoformat() if until else None,
        documents=_documents(given, {r.source.n for r in reads}),
        parties=parties(reads, told, wanted),
        issues=_issues(found.all, ids, taken, met),
        positions=[t.position for t in taken],
        exchanges=exchanges(taken),
        commitments=commitments(taken, told),
        meetings=met,
        claims=claims(told),
        papers=papers(told),
        series=by_week.series(told, wanted),
        notes=_notes(given),
        coder=given[0].record.coder.packs | {given[0].record.coder.name: given[0].record.coder.version},
    )


def _among(wanted: frozenset[str]) -> Concerns:
    """Whether an act, by its authors and recipients, is among the parties asked for."""

    def concerns(actor: Sequence[str], recipient: Sequence[str]) -> bool:
        if not wanted:
            return True
        mine = wanted & {*actor, *recipient}
        return len(mine) > 1 or bool(mine and (len(wanted) == 1 or (wanted & set(actor) and not recipient)))

    return concerns


def _within(a: Act, since: dt.date | None, until: dt.date | None) -> bool:
    if since is None and until is None:
        return True
    first, last = a.day, a.until or a.day
    if first is None or last is None:
        return False
    return (since is None or last >= since) and (until is None or first <= until)


def _chosen(wanted: str, among: Sequence[Issue]) -> list[Issue]:
    """The issues that words name: all of the words in its name, a wording or its gloss.

    Raises:
        InputError: none has them.
    """
    words = [_bare(w) for w in plain(wanted.lower()).split()]

    def has(told: str) -> bool:
        own = [_bare(w) for w in plain(told.lower()).split()]
        return all(any(w in o for o in own) for w in words)

    found = [i for i in among if (i.en and has(i.en)) or any(has(w) for w, _ in i.wordings())]
    if not found:
        known = "; ".join(f"{i.name} ({i.en})" if i.en else i.name for i in among)
        mend = f"Issues of these articles: {known or 'none'}."
        raise InputError(f'no issue "{wanted}".', "issue", mend, "issue", issue=wanted, known=known or "–")
    return found


def _bare(word: str) -> str:
    return word.removeprefix("ال").removesuffix("s") if len(word) > 4 else word


def _documents(given: Sequence[Source], drawn: set[int]) -> list[Document]:
    """The articles that the dossier draws on, and what they are copies of."""
    ids = {s.record.doc.sha256: s.id for s in given}
    return [
        Document(
            id=s.id,
            title=d.title,
            publisher=d.publisher,
            published=d.published,
            url=d.url,
            sha256=d.sha256,
            copy_of=ids.get(s.first) if s.first != d.sha256 else None,  # one outside the span is not named
        )
        for s in given
        if s.n in drawn
        for d in (s.record.doc,)
    ]


def _issues(
    among: Sequence[Issue], ids: Mapping[str, str], taken: Sequence[Taken], met: Sequence[Meeting]
) -> list[Listed]:
    """The issues on which somebody took a position, or met."""
    used = [t.position.issue for t in taken]
    talked = {i for m in met for i in m.issues}
    return [
        Listed(
            id=ids[i.core],
            name=i.name,
            en=i.en,
            positions=used.count(ids[i.core]),
            wordings=[
                Named(
                    words=w,
                    times=len(places),
                    cited=[cite(p.act.read, p.start, p.end) for p in places[:_SHOWN]],
                )
                for w, places in i.wordings()[:_WORDINGS]
            ],
        )
        for i in among
        if ids[i.core] in used or ids[i.core] in talked
    ]


def _notes(given: Sequence[Source]) -> list[str]:
    """What a reader should know of the articles."""
    out = []
    undated = sum(s.day is None for s in given)
    if undated:
        out.append(
            f"{undated} of {len(given)} articles have no publication date: what they tell cannot be put in order"
        )
    coders = {(s.record.coder.version, tuple(s.record.coder.packs.items())) for s in given}
    if len(coders) > 1:
        out.append(f"the articles were coded by {len(coders)} versions of the coder")
    if any(e.clause is None for s in given for e in s.record.events):
        out.append("some records are of a coder that tells no clauses: positions from them show their trigger only")
    return out
