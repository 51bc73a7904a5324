"""The acts that articles tell, each with its parties, its words, its day and the report it stands in."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice, takewhile
from typing import Final, NamedTuple

from mahdar.archive.copies import Text, copies, signature
from mahdar.archive.occurrences import Told, occurrences
from mahdar.dossier.language import Language, language
from mahdar.dossier.spoken import at_talks
from mahdar.dossier.stretch import Rest, Stretch, sentence
from mahdar.dossier.terms import Named, Phrase
from mahdar.language.pack import Pack, pack
from mahdar.record.types import Entity, Event, Interval, Record, Statement

# Sectors that act for their state; what others do is not done by it.
_OF_STATE: Final = frozenset((None, "GOV", "MIL", "COP", "SPY", "LEG", "JUD", "PRM", "JRN", "UAF"))
_NAMED_KINDS: Final = ("armed-group",)
_OPENS, _SHUTS, _STRAIGHT = "«", "»", '"'
PEOPLE: Final = "/CVL"  # experts and people of a state who meet are its side
NOBODY: Final = ("UNK", "")


class Source(NamedTuple):
    """An article: its record and text.

    `id`: no other article of the dossier has it; `first`: the sha256 of the earliest copy, its own where it is no copy;
    `day`: of publication.
    """

    n: int
    id: str
    record: Record
    text: str
    first: str
    day: dt.date | None


def party(e: Entity) -> str:
    """The party that an entity stands for: the code of a state or organization for all its organs and officials; else
    the code with the sector, and the name where it is a group of its own; "" for nobody known and for places.
    """
    if e.code is None or e.code in NOBODY or e.kind == "place":
        return ""
    if e.sector in _OF_STATE and e.kind != "population":
        return e.code
    own = f"{e.code}/{e.sector}" if e.sector else e.code
    return f"{own}:{e.names.ar or e.name}" if e.kind in _NAMED_KINDS else own


class Read:
    """One article's entities, statements and names, looked up by id, and the words of its clauses."""

    def __init__(self, source: Source) -> None:
        self.source = source
        record = source.record
        self.entities: Mapping[str, Entity] = {e.id: e for e in record.entities}
        self.statements: Mapping[str, Statement] = {s.id: s for s in record.statements}
        self.parties: Mapping[str, str] = {e.id: party(e) for e in record.entities}
        self.pack: Pack = pack(record.doc.lang)
        self.language: Language = language(record.doc.lang)
        self._sentences: dict[int, Stretch] = {}
        self._named: list[Named] | None = None
        self._cues: Mapping[int, Sequence[int]] | None = None
        self._at_talks: Mapping[str, Interval] | None = None

    @property
    def named(self) -> list[Named]:
        """What names parties in the text, none within another."""
        if self._named is None:
            found = sorted(
                (
                    Named(m.start, m.end, e.code or "UNK")
                    for e in self.entities.values()
                    for m in e.mentions
                    if m.end > m.start and m.how == "name"
                ),
                key=lambda n: (n.start, -n.end),
            )
            out: list[Named] = []
            for n in found:
                if not out or n.start >= out[-1].end:
                    out.append(n)
            self._named = out
        return self._named

    @property
    def cues(self) -> Mapping[int, Sequence[int]]:
        """Where words of saying begin, by sentence, in order."""
        if self._cues is None:
            out: dict[int, list[int]] = defaultdict(list)
            for at in sorted(s.cue.start for s in self.statements.values()):
                out[bisect_right(self.source.record.sentences, at, key=lambda x: x.start) - 1].append(at)
            self._cues = out
        return self._cues

    @property
    def at_talks(self) -> Mapping[str, Interval]:
        """The days of what was said at talks: event -> days."""
        if self._at_talks is None:
            self._at_talks = at_talks(self)
        return self._at_talks

    def sides(self, ids: Sequence[str]) -> tuple[str, ...]:
        """The parties that entities stand for, each once."""
        if len(ids) == 1:  # nearly all have one
            only = self.parties[ids[0]]
            return (only,) if only else ()
        return tuple(dict.fromkeys(p for i in ids if (p := self.parties[i])))

    def sentence(self, n: int) -> Stretch:
        """A sentence, analysed."""
        if n not in self._sentences:
            s = self.source.record.sentences[n]
            at = bisect_left(self.named, s.start, key=lambda x: x.end)
            names = takewhile(lambda x: x.start < s.end, islice(self.named, at, None))
            near = tuple(Named(x.start - s.start, x.end - s.start, x.code) for x in names)
            text = self.source.text[s.start : s.end]
            self._sentences[n] = sentence(text, near, self.source.record.doc.lang)
        return self._sentences[n]

    def stretch(self, n: int, start: int, end: int) -> Stretch:
        """A stretch of the text in a sentence, analysed."""
        s = self.source.record.sentences[n]
        return self.sentence(n).part(start - s.start, end - s.start)


class Act:
    """An event in its article.

    `place`: its report and sentence; `frame`: what it is an instance of; `kind`: of the position that it takes;
    `actor`, `recipient`: parties; `by`: the party on whose word it is, "" for the article's own; `since`, `until`: its
    days, None where none is told; `spoken`: the day of the talks at which the words were said that tell it; `early`: it
    is told as done, of a day after its report; `day`: its first, else that of its report; `told` sorts acts by when
    they were reported, `order` by their day or that on which they were spoken of; `same`: the name of the act that it
    tells, shared by all that tell it; `start`, `end`: its clause.
    """

    def __init__(self, read: Read, event: Event, actor: tuple[str, ...], recipient: tuple[str, ...], same: str) -> None:
        self.read, self.event, self.same = read, event, same
        self._clause: Stretch | None = None
        self._rest: Rest | None = None
        self.actor, self.recipient = actor, recipient
        self.place = (read.source.n, event.sentence)
        self.frame = event.because.partition("@")[0]
        self.kind = read.language.kind(self.frame, event.type)
        said = read.statements.get(event.statement or "")
        self.by = (read.parties.get(said.speaker or "", "") or "UNK") if said is not None else ""
        self.since, self.until = _days(event)
        spoken = read.at_talks.get(event.id)
        self.spoken = _day(spoken.from_) if spoken is not None else None
        if self.kind is not None and self.since is None and spoken is not None:
            self.since, self.until = _day(spoken.from_), _day(spoken.to)
        published = read.source.day
        done = event.status == "occurred" and self.frame not in read.language.cancelled
        self.early = done and self.since is not None and published is not None and self.since > published
        if self.early and self.kind is not None:  # the day is another's: تأجل إلى الخميس بطلب من كينيا
            self.since = self.until = None
        self.day = self.since or published
        reported = published or dt.date.min
        self.told = (reported, read.source.n, event.trigger.start)
        self.order = (self.since or self.spoken or reported, *self.told)
        span = event.clause or event.trigger
        self.start, self.end = span.start, closed(read.source.text, span.start, span.end)

    @property
    def text(self) -> str:
        """The words that tell it."""
        return self.read.source.text[self.start : self.end]

    @property
    def clause(self) -> Stretch:
        """The same, analysed."""
        if self._clause is None:
            self._clause = self.read.stretch(self.event.sentence, self.start, self.end)
        return self._clause

    def in_trigger(self, at: int) -> bool:
        """Whether a place in its clause is in the word that names the act."""
        return self.event.trigger.start <= self.start + at < self.event.trigger.end

    @property
    def rest(self) -> Rest:
        """What its clause has beside the word that names the act."""
        if self._rest is None:
            at = self.event.trigger
            self._rest = self.clause.without(at.start - self.start, at.end - self.start)
        return self._rest

    @property
    def phrases(self) -> list[Phrase]:
        """The noun phrases of its clause that may name what it is about."""
        return self.rest.phrases

    @property
    def terms(self) -> frozenset[str]:
        """The nouns of its clause that tell something of what it is about."""
        return self.rest.terms

    @property
    def undone(self) -> bool:
        """Whether its clause tells of something that is not to be done."""
        return not self.clause.forms.isdisjoint(self.read.language.undone_words)

    @property
    def put_off(self) -> bool:
        """Whether its sentence tells of putting off."""
        return not self.read.sentence(self.event.sentence).forms.isdisjoint(self.read.language.put_off)


def closed(text: str, start: int, end: int) -> int:
    """Where a stretch of a text ends, with the mark that closes its last quotation."""
    shut = text[end : end + 1]
    if shut == _STRAIGHT:
        return end + text.count(_STRAIGHT, start, end) % 2
    opened = text.count(_OPENS, start, end) > text.count(_SHUTS, start, end)
    return end + 1 if opened and shut == _SHUTS else end


def in_title(a: Act) -> bool:
    """Whether an act is told in a title."""
    return a.read.source.record.sentences[a.event.sentence].kind == "title"


def sources(coded: Iterable[tuple[Record, str]], first: Mapping[str, str] | None = None) -> list[Source]:
    """Articles in order of publication, each text once; `first`: of copies the sha256 of the earliest, where that is
    known already.
    """
    once = {record.doc.sha256: (record, text) for record, text in coded}
    ordered = sorted(once.values(), key=lambda x: ((x[0].doc.published or "")[:10], x[0].doc.id, x[0].doc.sha256))
    met = Counter(record.doc.id for record, _ in ordered)
    made = [
        Source(n, d.id if met[d.id] == 1 else f"{d.id}~{d.sha256[:8]}", record, text, d.sha256, _day(d.published))
        for n, (record, text) in enumerate(ordered)
        for d in (record.doc,)
    ]
    if first is not None:
        return [s._replace(first=first.get(s.first, s.first)) for s in made]
    alike = copies(
        Text(s.record.doc.sha256, s.day, s.record.doc.publisher, signature(s.text)) for s in made if len(made) > 1
    )
    earliest = {c.sha256: c.first for c in alike}
    return [s._replace(first=earliest.get(s.first, s.first)) for s in made]


Concerns = Callable[[Sequence[str], Sequence[str]], bool]


def acts(
    given: Sequence[Source],
    same: Mapping[tuple[str, str], str] | None = None,
    concerns: Concerns = lambda actor, recipient: True,
) -> Iterator[Act]:
    """The events of articles.

    Args:
        same: (sha256, event) -> the act that it tells, where that is known already.
        concerns: authors and recipients -> whether an act of theirs is wanted.
    """
    reads = [Read(s) for s in given]
    if same is None:
        same = {
            (x.sha256, x.event): x.occurrence
            for x in occurrences(told(s.record, s.text, s.first, e) for s in given for e in s.record.events)
        }
    for r in reads:
        sha256 = r.source.record.doc.sha256
        for e in r.source.record.events:
            actor, recipient = r.sides(e.actor), r.sides(e.recipient)
            if concerns(actor, recipient):
                yield Act(r, e, actor, recipient, same.get((sha256, e.id)) or f"{sha256[:16]}-{e.id}")


def _day(told: str | None) -> dt.date | None:
    return dt.date.fromisoformat(told[:10]) if told else None


def _days(e: Event) -> tuple[dt.date | None, dt.date | None]:
    """The first and the last day of an event."""
    return (_day(e.date.from_), _day(e.date.to)) if e.date else (None, None)


def told(record: Record, text: str, report: str, e: Event) -> Told:
    """An event as the linking of acts wants it."""
    entities = {x.id: x for x in record.entities}
    codes = {x.id: x.code or "UNK" for x in record.entities}
    sentence = record.sentences[e.sentence]
    place = entities.get(e.place or "")
    return Told(
        record.doc.sha256,
        e.id,
        report,
        e.type,
        e.mode,
        e.status,
        tuple(sorted({codes[i] for i in e.actor})),
        tuple(sorted({codes[i] for i in e.recipient})),
        *_days(e),
        _day(record.doc.published),
        place.name if place else None,
        text[e.trigger.start : e.trigger.end],
        text[sentence.start : sentence.end],
    )
