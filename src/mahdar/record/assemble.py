"""What was read in an article, as its record: ids in order of first mention, times resolved, offsets in code points."""

import datetime as dt
import hashlib
from typing import TYPE_CHECKING, Any

from mahdar import __version__
from mahdar.analysis.parties import Party
from mahdar.analysis.statements import Said
from mahdar.analysis.times import Found, resolve
from mahdar.coding.events import Draft
from mahdar.coding.ontology import cameo, plover
from mahdar.errors import InputError
from mahdar.language.pack import Pack
from mahdar.record import types as t

if TYPE_CHECKING:
    from mahdar.coder import ArticleReading, SentenceReading

_QUOTES = frozenset('"«»“”„')
_HISTORICAL_DAYS = 365


def publication_day(published: str | None) -> dt.date | None:
    """The day of publication; None where none is given.

    Raises:
        InputError: not an ISO date, or a year outside 1900-2100 (a Hijri year, a placeholder).
    """
    if not published:
        return None
    try:
        day = dt.date.fromisoformat(published[:10])
    except ValueError:
        raise InputError(
            f'field "published": {published!r} is not an ISO date.', mend="Write it as 2021-12-15."
        ) from None
    if not 1900 <= day.year <= 2100:
        raise InputError(
            f'field "published": the year {day.year} lies outside 1900-2100.',
            mend="Give the Gregorian date of publication.",
        )
    return day


def assemble(
    pack: Pack, text: str, reading: "ArticleReading", day: dt.date | None, notes: list[str], doc: dict[str, Any]
) -> t.Record:
    """The record of an article.

    Args:
        text: the whole article as given; `reading` may cover only its beginning.
        day: of publication.
        notes: what the user should know; kept in the record.
        doc: id, published, title, url, publisher.
    """
    return _Assembly(pack, text, reading, day).record(notes, doc)


class _Assembly:
    def __init__(self, pack: Pack, text: str, reading: "ArticleReading", day: dt.date | None) -> None:
        self.pack, self.text, self.reading, self.day = pack, text, reading, day
        self.entities: dict[str, tuple[str, Party, list[t.Mention]]] = {}
        self.names: dict[str, list[Party]] = {}

    def record(self, notes: list[str], doc: dict[str, Any]) -> t.Record:
        times: list[t.Time] = []
        statements: list[t.Statement] = []
        events: list[t.Event] = []
        for s in self.reading.sentences:
            for p in s.names:
                self.names.setdefault(p.key, []).append(p)
            for p in s.mentions:
                if not p.weak or p.kind == "place":
                    self._id(p)
            for p in s.names:
                self._id(p)
            here = [self._time(f, a, b, s, f"t{len(times) + n}") for n, (f, a, b) in enumerate(s.times, 1)]
            times += here
            said = [self._statement(x, s, f"s{len(statements) + n}") for n, x in enumerate(s.said, 1)]
            statements += said
            events += [self._event(d, s, f"v{len(events) + n}", said, here) for n, d in enumerate(s.drafts, 1)]
        title = next((p for p in self.reading.pieces if p.kind == "title"), None)
        return t.Record(
            schema=t.SCHEMA,
            doc=t.Doc(
                id=doc["id"],
                lang=self.pack.code,
                published=doc["published"],
                title=doc["title"] or (self.text[title.start : title.end] if title else None),
                url=doc["url"],
                publisher=doc["publisher"],
                chars=len(self.text),
                sha256=hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest(),
            ),
            sentences=[
                t.Sentence(n=n, start=p.start, end=p.end, kind=p.kind) for n, p in enumerate(self.reading.pieces)
            ],
            entities=[self._entity(*x) for x in self.entities.values()],
            times=times,
            statements=statements,
            events=events,
            notes=notes,
            coder=t.Coder(
                name="mahdar", version=__version__, packs={self.pack.code: self.pack.version}, configuration="default"
            ),
        )

    def _id(self, p: Party) -> str:
        known = self.entities.get(p.key)
        if known is None:
            known = self.entities[p.key] = (f"e{len(self.entities) + 1}", p, [])
        mention = self._mention(p)
        if mention not in known[2]:
            known[2].append(mention)
        return known[0]

    def _mention(self, p: Party) -> t.Mention:
        """Where a party is mentioned: of a phrase that holds its name, the name alone, without title."""
        if p.how != "name":
            return t.Mention(start=p.start, end=p.end, how=p.how)
        own = [n for n in self.names.get(p.key, ()) if p.start <= n.start and n.end <= p.end]
        return t.Mention(
            start=own[0].start if own else p.start,
            end=own[0].end if own else p.end,
            how="name" if own else "nominal",
        )

    def _entity(self, id: str, p: Party, mentions: list[t.Mention]) -> t.Entity:
        entry = self.pack.world.entries[p.entry] if p.entry >= 0 else None
        names = t.Names(ar=entry.ar, en=entry.en or None, ru=entry.ru or None) if entry else t.Names(ar=p.name)
        return t.Entity(
            id=id,
            kind=p.kind,
            name=p.name,
            names=names,
            code=p.code,
            sector=p.sector,
            secondary=list(p.secondary),
            office=p.office or None,
            identifier=None,
            mentions=sorted(mentions, key=lambda m: (m.start, m.end)),
        )

    def _time(self, f: Found, a: int, b: int, s: "SentenceReading", id: str) -> t.Time:
        value = resolve(f.spec, self.day, _ahead(s, a, b))
        first = s.words[a]
        start = (
            first.token.at(len(first.r.conj) + (len(first.r.prep) if first.r.prep and not first.r.definite else 0))
            if first.hit is None
            else first.token.start
        )
        return t.Time(
            id=id,
            start=start,
            end=s.words[b - 1].token.end,
            grain=f.grain,
            kind=f.kind,  # type: ignore[arg-type]
            value=t.Interval(from_=value[0].isoformat(), to=value[1].isoformat()) if value else None,
            note=None if value else "no publication date" if self.day is None else "not fixed by the text",
        )

    def _statement(self, x: Said, s: "SentenceReading", id: str) -> t.Statement:
        words = s.words
        first = words[x.first]
        a = (
            first.token.at(len(first.hit.conj if first.hit is not None else first.r.conj))
            if not first.r.prep or first.hit is not None
            else first.token.at(len(first.r.conj) + len(first.r.prep))
        )
        b = words[x.last - 1].token.end
        cue = (
            t.Span(start=words[x.cue].token.start, end=words[x.cue_end - 1].token.end)
            if x.cue_end > x.cue
            else t.Span(start=a, end=a)
        )
        quoted = [w.quoted for w in words[x.first : x.last] if w.token.kind != "mark"]
        form: t.Form = "direct" if quoted and all(quoted) else "mixed" if any(quoted) else "indirect"
        return t.Statement(
            id=id,
            sentence=s.n,
            speaker=self._id(x.speaker) if x.speaker else None,
            co_speakers=[self._id(p) for p in x.others],
            relay=[self._id(p) for p in x.relay],
            addressee=[self._id(p) for p in x.addressee],
            cue=cue,
            content=t.Span(start=a, end=b),
            form=form,
            time=None,
        )

    def _event(self, d: Draft, s: "SentenceReading", id: str, said: list[t.Statement], times: list[t.Time]) -> t.Event:
        n = _time_of(d, s)
        value = times[n].value if n is not None and times[n].kind == "date" else None
        form = plover(d.type, d.mode, d.status)
        return t.Event(
            id=id,
            sentence=s.n,
            type=d.type,
            mode=d.mode,
            context=list(d.context),
            status=d.status,
            polarity="negative" if d.status == "negated" else "positive",
            actor=[self._id(p) for p in d.actor],
            recipient=[self._id(p) for p in d.recipient],
            trigger=t.Span(start=d.trigger[0], end=d.trigger[1]),
            time=times[n].id if n is not None and value else None,
            date=value,
            place=self._id(d.place) if d.place else None,
            statement=said[d.said].id if d.said >= 0 else None,
            topic=t.Span(start=d.topic[0], end=d.topic[1]) if d.topic else None,
            plover=form,
            cameo=cameo(d.type, d.mode, d.status),
            confidence=d.confidence,
            because=f"{d.because}@{self.pack.version}",
        )


def _ahead(s: "SentenceReading", a: int, b: int) -> bool:
    """Whether what happens at a time expression lies ahead: an event in its clause is planned, or its verb is
    future.
    """
    home = next((c for c in s.clauses if any(x.start < b and x.end > a for x in c.times)), None)
    if home is None:
        return False
    drafts = [d for d in s.drafts if d.source.clause is home]
    if drafts:
        near = min(drafts, key=lambda d: abs(d.first - a))
        return near.status in ("planned", "possible")
    if home.verb is None:
        return False
    r = s.words[home.verb.start].r
    return r.fut == "س" or any(s.words[k].r.lemma in ("سوف", "لن") for k in home.particles)


def _time_of(d: Draft, s: "SentenceReading") -> int | None:
    """The number of the time expression that dates an event: one in its clause, the nearest, else of the clause it
    carries on.
    """
    c = d.source.clause
    for home in (c, c.previous if not c.subject else None):
        if home is None:
            continue
        spans = {(x.start, x.end) for x in home.times}
        own = [
            n for n, (f, a, b) in enumerate(s.times) if f.kind == "date" and any(lo < b and hi > a for lo, hi in spans)
        ]
        if own:
            return min(own, key=lambda n: abs(s.times[n][1] - d.first))
    return None
