"""What was read in an article, as its record: ids in order of first mention, times resolved, offsets in code points."""

import datetime as dt
import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

import msgspec

from mahdar import __version__
from mahdar.analysis.calendar import Value
from mahdar.analysis.chunks import Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.dates import Now, resolve
from mahdar.analysis.party import Party
from mahdar.analysis.statements.said import Said
from mahdar.analysis.times import Found
from mahdar.coding.confidence import confidence, features, weights
from mahdar.coding.draft import Draft
from mahdar.coding.kinds import UNNAMED
from mahdar.coding.ontology import cameo, plover
from mahdar.errors import InputError
from mahdar.language.pack import Pack
from mahdar.record import types as t
from mahdar.record.dating import Dating
from mahdar.world.english import english
from mahdar.world.names import Entry

if TYPE_CHECKING:
    from mahdar.coder import ArticleReading, SentenceReading

_OPENS: Final = frozenset(("sub", "neg", "rel", "modal", "prep", "conj"))  # parts of speech that end no clause


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
            f'field "published": {published!r} is not an ISO date.',
            mend="Write it as 2021-12-15.",
            code="date",
            value=published[:40],
        ) from None
    if not 1900 <= day.year <= 2100:
        raise InputError(
            f'field "published": the year {day.year} lies outside 1900-2100.',
            mend="Give the Gregorian date of publication.",
            code="year",
            year=day.year,
        )
    return day


def valid(told: Any) -> Any:
    """A text that UTF-8 can hold: halves of characters become question marks."""
    return told.encode("utf-8", "replace").decode("utf-8") if isinstance(told, str) else told


def fingerprint(text: str) -> str:
    """The SHA-256 of a text, by which it is known."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def made_by(pack: Pack) -> t.Coder:
    """What records made with a pack say of their coder."""
    return t.Coder(name="mahdar", version=__version__, packs={pack.code: pack.version}, configuration="default")


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
        self.entities: dict[str, tuple[str, Party, dict[t.Mention, None]]] = {}
        self.recent: Value | None = None  # the date told last
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
            dating = Dating(self.pack, s, self.day)
            here = [self._time(f, a, b, s, dating, f"t{len(times) + n}") for n, (f, a, b) in enumerate(s.times, 1)]
            times += here
            said: list[t.Statement] = []
            for x in s.said:
                one = self._statement(x, s, f"s{len(statements) + 1}")
                if x.cue_end == x.cue and statements and statements[-1].speaker == one.speaker:
                    # a quotation that goes on from the sentence before is one statement
                    content = t.Span(start=statements[-1].content.start, end=one.content.end)
                    one = msgspec.structs.replace(statements[-1], content=content)
                    statements[-1] = one
                else:
                    statements.append(one)
                said.append(one)
            for n, d in enumerate(s.drafts, len(events) + 1):
                events.append(self._event(d, s, f"v{n}", said, dating, here))
        title = next((p for p in self.reading.pieces if p.kind == "title"), None)
        return t.Record(
            schema=t.SCHEMA,
            doc=t.Doc(
                id=valid(doc["id"]),
                lang=self.pack.code,
                published=valid(doc["published"]),
                title=valid(doc["title"] or (self.text[title.start : title.end] if title else None)),
                url=valid(doc["url"]),
                publisher=valid(doc["publisher"]),
                chars=len(self.text),
                sha256=fingerprint(self.text),
            ),
            sentences=[
                t.Sentence(n=n, start=p.start, end=p.end, kind=p.kind) for n, p in enumerate(self.reading.pieces)
            ],
            entities=[self._entity(*x) for x in self.entities.values()],
            times=times,
            statements=statements,
            events=events,
            notes=notes,
            coder=made_by(self.pack),
        )

    def _id(self, p: Party) -> str:
        known = self.entities.get(p.key)
        if known is None:
            known = self.entities[p.key] = (f"e{len(self.entities) + 1}", p, {})
        elif known[1].code in UNNAMED and p.code not in UNNAMED:  # a name alone tells less than its phrase
            known = self.entities[p.key] = (known[0], p, known[2])
        known[2].setdefault(self._mention(p))
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

    def _entity(self, id: str, p: Party, mentions: Iterable[t.Mention]) -> t.Entity:
        entry = self._entry(p)
        names = t.Names(ar=entry.ar, en=entry.en or None, ru=entry.ru or None) if entry else t.Names(ar=p.name)
        if entry is None and p.kind == "person" and p.how == "name":
            world = self.pack.world
            names = t.Names(ar=p.name, en=english(p.name, world.english, **world.letters))
        return t.Entity(
            id=id,
            kind=p.kind,
            name=entry.ar if entry is not None and p.kind == "government" else p.name,
            names=names,
            code=p.code,
            sector=p.sector,
            secondary=list(p.secondary),
            office=p.office or None,
            identifier=None,
            mentions=sorted(mentions, key=lambda m: (m.start, m.end)),
        )

    def _entry(self, p: Party) -> Entry | None:
        """What is known of a party: a person by number, a government by its state, a body or place by its name."""
        if p.kind == "government":
            return self.pack.states.get(p.code or "")
        if p.entry >= 0:
            return self.pack.world.entries[p.entry]
        return self.pack.bodies.get(p.name) if p.kind != "person" else None

    def _time(self, f: Found, a: int, b: int, s: "SentenceReading", dating: Dating, id: str) -> t.Time:
        value = resolve(f.meaning, Now(self.day, dating.ahead(a, b), self.recent))
        self.recent = value or self.recent
        start, end = s.words[a].token.at(f.cut), s.words[b - 1].token.end
        if self.text.count("(", start, end) > self.text.count(")", start, end) and self.text[end : end + 1] == ")":
            end += 1  # brackets are no words
        return t.Time(
            id=id,
            start=start,
            end=end,
            grain=f.grain,
            kind="date" if value else f.kind,
            value=t.Interval(from_=value[0].isoformat(), to=value[1].isoformat()) if value else None,
            note=None if value else "no publication date" if self.day is None else "not fixed by the text",
        )

    def _statement(self, x: Said, s: "SentenceReading", id: str) -> t.Statement:
        words = s.words
        first = words[x.first]
        a = (
            first.token.at(len(first.conj))
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

    def _event(
        self, d: Draft, s: "SentenceReading", id: str, said: list[t.Statement], dating: Dating, times: list[t.Time]
    ) -> t.Event:
        time, value = dating.of(d, times)
        status = "planned" if dating.to_come(d, value) else d.status
        form = plover(d.type, d.mode, status)
        clause, condition = _told_by(d, s)
        return t.Event(
            id=id,
            sentence=s.n,
            type=d.type,
            mode=d.mode,
            context=list(d.context),
            status=status,
            polarity="negative" if status == "negated" else "positive",
            actor=[self._id(p) for p in d.actor],
            recipient=[self._id(p) for p in d.recipient],
            trigger=t.Span(start=d.trigger[0], end=d.trigger[1]),
            time=time.id if time is not None else None,
            date=value,
            place=self._id(d.place) if d.place else None,
            statement=said[d.said].id if d.said >= 0 else None,
            topic=t.Span(start=d.topic[0], end=d.topic[1]) if d.topic else None,
            plover=form,
            cameo=cameo(d.type, d.mode, status),
            confidence=confidence(features(d, s.words), weights()),
            because=f"{d.frame.id}@{self.pack.version}",
            clause=clause,
            condition=condition,
        )


def _told_by(d: Draft, s: "SentenceReading") -> tuple[t.Span, t.Span | None]:
    """The words that tell an event, and those of its condition.

    An event noun that no light verb governs tells its act by itself: its words begin with it.
    """
    c = d.source.clause
    condition = next((x for x in s.clauses if x.kind == "condition" and x.start <= d.first < x.last()), None)
    if condition is not None and d.type != "THREATEN":
        condition = None  # what is told within a condition does not depend on it
    own = condition or c
    first, last = own.start, own.last()
    if condition is not None:  # a threat by its condition: what follows from it stands behind
        last = max([last, *(x.last() for x in s.clauses if x.verb is not None and x.verb.start >= own.last())])
    else:
        condition = next((x for x in s.clauses if x.kind == "condition" and _depends(d, x)), None)
        if d.source.kind == "noun" and d.source.light is None:
            first = d.first
            if c.verb is not None and first < c.verb.start:  # ردا على اتهامات الغرب، أكدت روسيا
                marks = (k for k in range(d.last, c.verb.start) if s.words[k].token.kind == "mark")
                last = next(marks, c.verb.start)
        elif first <= c.opener < d.first:
            first = c.opener + 1
    last = max(last, d.last)
    span = _span(s, min(first, d.first), last)
    return span, _span(s, condition.start, condition.last()) if condition is not None else None


def _depends(d: Draft, x: Clause) -> bool:
    """Whether a condition is that of an event: it hangs on its clause, or, of a threat, on what that holds."""
    c = d.source.clause
    return x.verb is not None and (x.parent is c or (d.type == "THREATEN" and c in x.ancestors()))


def _span(s: "SentenceReading", first: int, last: int) -> t.Span:
    """The characters of words `[first, last)`, without a conjunction before, marks and what opens another clause
    behind them.
    """
    words = s.words
    while last - 1 > first and _opens(words[last - 1]):
        last -= 1
    w = words[first]
    return t.Span(start=w.token.at(len(w.conj)), end=words[last - 1].token.end)


def _opens(w: Word) -> bool:
    """Whether a word ends no clause: a mark, or what opens the next one."""
    return w.token.kind == "mark" or (w.hit is None and w.r.pos in _OPENS and not w.r.pron)
