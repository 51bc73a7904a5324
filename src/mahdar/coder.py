"""One article through all stages: text, sentences, words, phrases, statements, events, record."""

import datetime as dt
import hashlib
from collections.abc import Sequence
from typing import NamedTuple

from mahdar import __version__
from mahdar.analysis.clauses import ClauseReader, Predicate
from mahdar.analysis.names import spot
from mahdar.analysis.parties import Discourse, Party, Resolver
from mahdar.analysis.phrases import Phraser, Unit, Word
from mahdar.analysis.statements import Attribution, Cues, Said, quotations
from mahdar.analysis.times import Finder, Found, Vocabulary, resolve
from mahdar.coding.events import Attempt, Draft, SentenceCoder
from mahdar.coding.ontology import cameo, plover
from mahdar.errors import InputError
from mahdar.language.identify import identify
from mahdar.language.pack import Pack, pack
from mahdar.language.tag import LATIN, MARK, NUMBER, choose
from mahdar.language.words import Reading
from mahdar.record import types as t
from mahdar.text.sentences import Piece, split
from mahdar.text.tokens import Token, tokenize

MAX_CHARS = 200_000
_QUOTES = frozenset("\"«»“”„")


class SentenceReading(NamedTuple):
    """Everything read in one sentence; words in place of tokens once quotation marks and brackets are out."""

    n: int
    piece: Piece
    words: list[Word]
    units: list[Unit]
    verbs: list[Predicate]
    said: list[Said]
    drafts: list[Draft]
    times: list[tuple[Found, int, int]]
    attempts: list[Attempt]


class ArticleReading(NamedTuple):
    """The sentences of an article as read, before they become a record."""

    sentences: list[SentenceReading]
    pieces: list[Piece]
    world: object


class Coder:
    """Codes articles of one language."""

    def __init__(self, language: str = "ar") -> None:
        self.pack: Pack = pack(language)
        self.cues = Cues(self.pack.cues)
        self.vocabulary = Vocabulary(self.pack.times)

    def read(self, text: str, published: str | None = None) -> ArticleReading:
        """Analyse a text sentence by sentence."""
        pieces = split(text, self.pack.layout)
        discourse = Discourse(self.pack.world, published)
        out: list[SentenceReading] = []
        state = _State()
        for n, piece in enumerate(pieces):
            if piece.kind in ("boilerplate", "dateline"):
                continue
            reading = self._sentence(text, n, piece, discourse, state, published)
            if reading is not None:
                out.append(reading)
        return ArticleReading(out, pieces, self.pack.world)

    def code(
        self,
        text: str,
        *,
        id: str = "1",
        published: str | None = None,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> t.Record:
        """The record of a text.

        Args:
            text: the article; offsets in the record count its code points.
            published: ISO date or date-time; without it relative times stay unresolved.

        Raises:
            InputError: an empty text, another language, or a date that is none.
        """
        day = _day(published)
        notes: list[str] = []
        if not text.strip("\ufeff \t\r\n\x00"):
            raise InputError("the text is empty.")
        if len(text) > MAX_CHARS:
            notes.append(f"truncated: only the first {MAX_CHARS} characters were coded")
        body = text[:MAX_CHARS]
        language = identify(body)
        if language != self.pack.code:
            raise InputError(f"the text is {language}, not Arabic.", mend="Installed packs: ar.")
        if day is None:
            notes.append("no publication date: relative times are unresolved")
        return _Recorder(self, text, self.read(body, published), day, notes).record(id, published, title, url, publisher)

    def _sentence(self, text: str, n: int, piece: Piece, discourse: Discourse, state: "_State", published: str | None) -> SentenceReading | None:
        tokens = tokenize(text, piece.start, piece.end)
        if not tokens:
            return None
        read = self.pack.analyser.read
        options: list[tuple[Reading, ...]] = [
            read(x.folded) if x.kind == "word" else (MARK,) if x.kind == "mark" else (NUMBER,) if x.kind == "number" else (LATIN,) for x in tokens
        ]
        times = Finder(tokens, self.vocabulary).find()
        timed = {k for f in times for k in range(f.first, f.last)}
        hits = [h for h in spot(tokens, options, self.pack.world, self.cues.genus, discourse.seen, published, discourse.surnames) if h.first not in timed]
        named = [False] * len(tokens)
        for h in hits:
            for k in range(h.first, h.last):
                named[k] = True
        chosen = choose(tokens, options, named)
        words: list[Word] = []
        marks: list[tuple[int, str]] = []
        index: dict[int, int] = {}
        depth = 0
        by_first = {k: h for h in hits for k in range(h.first, h.last)}
        for k, token in enumerate(tokens):
            if token.kind == "mark" and token.raw in _QUOTES:
                marks.append((len(words), token.raw))
                continue
            if token.raw in "()[]" and token.kind == "mark":
                depth = max(0, depth + (1 if token.raw in "([" else -1))
                continue
            word = Word(len(words), token, chosen[k])
            hit = by_first.get(k)
            if hit is not None:
                word.hit = hit
                word.entry = self.pack.world.entries[hit.entry]
                word.r = Reading("name", token.folded, stem=0, end=len(token.folded), conj=hit.conj if k == hit.first else "", prep=hit.prep if k == hit.first else "")
            word.time = k in timed
            word.in_paren = depth > 0
            index[k] = len(words)
            words.append(word)
        if not words:
            return None
        spans = [(f, tokens[f.first].at(_clitic(tokens[f.first])), tokens[f.last - 1].end) for f in times]
        quotes = quotations(marks, state.quoting)
        units = Phraser(words, self.pack.world).units()
        resolver = Resolver(words, text, discourse)
        cache: dict[int, list[Party]] = {}

        def parties(u: Unit) -> list[Party]:
            if u.n not in cache:
                cache[u.n] = resolver.parties(u, state.subject)
                discourse.note([p for p in cache[u.n] if not p.weak])
            return cache[u.n]

        for u in units:
            if u.kind == "np":
                parties(u)
        reader = ClauseReader(words, units, lambda u: _agreement(u, words, resolver))
        verbs = reader.verbs()
        subjects: dict[int, list[Party]] = {}

        def subject_of(v: Predicate) -> list[Party]:
            if v.word not in subjects:
                subjects[v.word] = []
                subjects[v.word] = self._subject(v, verbs, parties, words, state, units)
            return subjects[v.word]

        for v in verbs:
            subject_of(v)
        said = Attribution(words, units, verbs, quotes, self.cues, parties, subject_of).find()
        if state.quoting and state.speaker is not None and quotes.closes != 0:
            last = quotes.closes if quotes.closes > 0 else len(words)
            while last > 0 and words[last - 1].token.kind == "mark":
                last -= 1
            if last >= 2:
                said.insert(0, Said(state.speaker, [], [], [], 0, 0, 0, last, True))
        said = _nested(said)
        coder = SentenceCoder(words, units, reader, verbs, said, self.pack.frames, self.cues, resolver, subject_of, piece.kind == "title")
        drafts = [] if piece.kind == "caption" else coder.code()
        for d in drafts:
            if d.type == "CONSULT" and len({p.code for p in (*d.actor, *d.recipient)}) == 2:
                discourse.pair = _one_each([*d.actor, *d.recipient])
        state.quoting = quotes.opens >= 0
        if said:
            state.speaker = said[-1].speaker or state.speaker
        main = next((subject_of(v) for v in verbs if v.subjects and subject_of(v)), None)
        if main:
            state.subject = main
            discourse.subject = main
        return SentenceReading(n, piece, words, units, verbs, said, drafts, spans, coder.attempts)

    def _subject(self, v: Predicate, verbs: Sequence[Predicate], parties, words: Sequence[Word], state: "_State", units: Sequence[Unit]) -> list[Party]:  # type: ignore[no-untyped-def]
        """The parties that a verb's subject stands for; a dropped one is looked for in the clause before, then the sentence before."""
        out: list[Party] = []
        for u in v.subjects:
            out += parties(u)
        if v.subjects or v.passive:
            return out
        r = words[v.word].r
        for w in reversed([w for w in verbs if w.word < v.word]):
            if not w.subjects or w.passive:
                continue
            found = [p for u in w.subjects for p in parties(u)]
            if found and _fits(r, found):
                return [p._replace(start=words[v.word].token.start, end=words[v.word].token.start, how="implicit") for p in found]
        pool = state.speaker_list() if r.lemma in self.cues.report else (state.subject or state.speaker_list())
        for candidates in (pool, state.subject, state.speaker_list()):
            if candidates and _fits(r, candidates):
                return [p._replace(start=words[v.word].token.start, end=words[v.word].token.start, how="implicit") for p in candidates]
        return []


class _State:
    """What one sentence hands to the next."""

    def __init__(self) -> None:
        self.quoting = False
        self.speaker: Party | None = None
        self.subject: list[Party] = []

    def speaker_list(self) -> list[Party]:
        return [self.speaker] if self.speaker is not None else []


def _fits(r: Reading, parties: Sequence[Party]) -> bool:
    if r.person != 3:
        return False
    if len(parties) > 1:
        return r.number in ("p", "d", "s")
    p = parties[0]
    return not (r.gender and p.gender and r.gender != p.gender and r.number == "s" and p.number == "s")


def _agreement(u: Unit, words: Sequence[Word], resolver: Resolver) -> tuple[str, str]:
    gender, number = resolver._agreement(u.segments[0].head)
    if len(u.segments) > 1 and number == "s":
        number = "d" if len(u.segments) == 2 else "p"
    return gender, number


def _one_each(parties: Sequence[Party]) -> list[Party]:
    out: list[Party] = []
    for p in parties:
        if not any(q.code == p.code for q in out):
            out.append(p)
    return out


def _nested(said: list[Said]) -> list[Said]:
    """A statement inside another one's content reached us through the outer speaker."""
    out = []
    for s in said:
        outer = [o for o in said if o is not s and o.first <= s.cue < o.last and o.last - o.first > s.last - s.first and o.cue_end > o.cue]
        if outer and s.speaker is not None and outer[0].speaker is not None and outer[0].speaker.kind == "media":
            s = s._replace(relay=[outer[0].speaker, *s.relay])
        out.append(s)
    return out


def _clitic(token: Token) -> int:
    f = token.folded
    n = 0
    if len(f) > 4 and f[0] in "وف" and (f[1:3] == "ال" or f[1:2] in "بل"):
        n = 1
    if len(f) > n + 3 and f[n] in "بل" and f[n + 1 : n + 3] == "ال":
        n += 1
    return n


def _day(published: str | None) -> dt.date | None:
    if not published:
        return None
    try:
        day = dt.date.fromisoformat(published[:10])
    except ValueError:
        raise InputError(f'field "published": {published!r} is not an ISO date.', mend="Write it as 2021-12-15.") from None
    if not 1900 <= day.year <= 2100:
        raise InputError(f'field "published": the year {day.year} lies outside 1900-2100.', mend="Give the Gregorian date of publication.")
    return day


class _Recorder:
    """Turns what was read into the record, ids in order of first appearance."""

    def __init__(self, coder: Coder, text: str, reading: ArticleReading, day: dt.date | None, notes: list[str]) -> None:
        self.coder, self.text, self.reading, self.day, self.notes = coder, text, reading, day, notes
        self.entities: dict[str, tuple[Party, list[t.Mention]]] = {}

    def record(self, id: str, published: str | None, title: str | None, url: str | None, publisher: str | None) -> t.Record:
        statements: list[t.Statement] = []
        times: list[t.Time] = []
        events: list[t.Event] = []
        for s in self.reading.sentences:
            first_statement = len(statements)
            first_time = len(times)
            for f, a, b in s.times:
                value = resolve(f.spec, self.day, _future(f, s))
                times.append(
                    t.Time(
                        id=f"t{len(times) + 1}", start=a, end=b, grain=f.grain, kind=f.kind if f.kind != "date" else "date",  # type: ignore[arg-type]
                        value=t.Interval(from_=value[0].isoformat(), to=value[1].isoformat()) if value else None,
                        note=None if value else ("no publication date" if self.day is None else "not fixed by the text"),
                    )  # fmt: skip
                )
            for said in s.said:
                statements.append(self._statement(said, s, f"s{len(statements) + 1}"))
            for d in s.drafts:
                events.append(self._event(d, s, f"v{len(events) + 1}", statements[first_statement:], times[first_time:]))
        first = next((p for p in self.reading.pieces if p.kind == "title"), None)
        coder = self.coder
        return t.Record(
            schema=t.SCHEMA,
            doc=t.Doc(
                id=id, lang=coder.pack.code, published=published, title=title or (self.text[first.start : first.end] if first else None),
                url=url, publisher=publisher, chars=len(self.text),
                sha256=hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest(),
            ),
            sentences=[t.Sentence(n=n, start=p.start, end=p.end, kind=p.kind) for n, p in enumerate(self.reading.pieces)],
            entities=[self._entity(n, p, mentions) for n, (p, mentions) in enumerate(self.entities.values(), 1)],
            times=times,
            statements=statements,
            events=events,
            notes=self.notes,
            coder=t.Coder(name="mahdar", version=__version__, packs={coder.pack.code: coder.pack.version}, configuration="default"),
        )  # fmt: skip

    def _id(self, p: Party) -> str:
        mention = t.Mention(start=p.start, end=p.end, how=p.how)
        if p.key not in self.entities:
            self.entities[p.key] = (p, [])
        mentions = self.entities[p.key][1]
        if mention not in mentions:
            mentions.append(mention)
        return f"e{list(self.entities).index(p.key) + 1}"

    def _entity(self, n: int, p: Party, mentions: list[t.Mention]) -> t.Entity:
        entry = self.coder.pack.world.entries[p.entry] if p.entry >= 0 else None
        names = t.Names(ar=entry.ar, en=entry.en or None, ru=entry.ru or None) if entry else t.Names(ar=p.name)
        return t.Entity(
            id=f"e{n}", kind=p.kind, name=p.name, names=names, code=p.code, sector=p.sector, secondary=[], office=p.office or None,
            identifier=None, mentions=sorted(mentions, key=lambda m: (m.start, m.end)),
        )  # fmt: skip

    def _statement(self, s: Said, reading: SentenceReading, id: str) -> t.Statement:
        words = reading.words
        a, b = _word_start(words[s.first]), words[s.last - 1].token.end
        if s.cue_end > s.cue:
            cue = t.Span(start=_cue_start(words[s.cue]), end=words[s.cue_end - 1].token.end)
        else:
            cue = t.Span(start=a, end=a)
        inner = self.text[a:b]
        form: t.Form = "direct" if s.direct else "mixed" if any(q in inner for q in _QUOTES) else "indirect"
        return t.Statement(
            id=id, sentence=reading.n, speaker=self._id(s.speaker) if s.speaker else None, co_speakers=[self._id(p) for p in s.others],
            relay=[self._id(p) for p in s.relay], addressee=[self._id(p) for p in s.addressee], cue=cue, content=t.Span(start=a, end=b),
            form=form, time=None,
        )  # fmt: skip

    def _event(self, d: Draft, reading: SentenceReading, id: str, statements: list[t.Statement], times: list[t.Time]) -> t.Event:
        time = _time_of(d, reading)
        value = None
        time_id = None
        if time is not None:
            n = reading.times.index(time)
            time_id = times[n].id
            got = resolve(time[0].spec, self.day, d.status in ("planned", "possible"))
            value = t.Interval(from_=got[0].isoformat(), to=got[1].isoformat()) if got and time[0].kind == "date" else None
        return t.Event(
            id=id, sentence=reading.n, type=d.type, mode=d.mode, context=list(d.context), status=d.status,
            polarity="negative" if d.status == "negated" else "positive", actor=[self._id(p) for p in d.actor],
            recipient=[self._id(p) for p in d.recipient], trigger=t.Span(start=d.trigger[0], end=d.trigger[1]),
            time=time_id if value else None, date=value, place=self._id(d.place) if d.place else None,
            statement=statements[d.said].id if d.said >= 0 else None,
            topic=t.Span(start=d.topic[0], end=d.topic[1]) if d.topic else None, plover=plover(d.type, d.mode, d.status),
            cameo=cameo(d.type, d.mode, d.status), confidence=d.confidence, because=f"{d.because}@{self.coder.pack.version}",
        )  # fmt: skip


def _word_start(w: Word) -> int:
    if w.hit is not None:
        return w.token.at(len(w.hit.conj))
    return w.token.at(len(w.r.conj)) if w.r.conj else w.token.start


def _cue_start(w: Word) -> int:
    return w.token.start


def _future(f: Found, s: SentenceReading) -> bool:
    """Whether the verb nearest before a time expression, or else after it, looks ahead."""
    start = s.words[0].token.start if not s.words else 0
    at = next((a for g, a, _ in s.times if g is f), start)
    best = None
    for v in s.verbs:
        distance = abs(s.words[v.word].token.start - at)
        if best is None or distance < best[0]:
            r = s.words[v.word].r
            planned = r.fut == "س" or any(d.predicate is v and d.status in ("planned", "possible") for d in s.drafts)
            best = (distance, planned)
    return best[1] if best else False


def _time_of(d: Draft, s: SentenceReading) -> tuple[Found, int, int] | None:
    """The time expression that dates an event: the nearest one with no other verb or clause between."""
    best = None
    at = s.words[d.first].token.start
    for time in s.times:
        if time[0].kind != "date":
            continue
        a, b = sorted((at, time[1]))
        between = [w for w in s.words if a < w.token.start < b]
        barriers = sum(1 for w in between if w.r.pos in ("sub", "rel") or w.r.pos == "verb" and not w.time)
        if d.predicate.governor is not None and d.predicate.governor.kind == "v":
            barriers -= any(w.n == d.predicate.governor.word for w in between)
        inside = d.said >= 0 and s.said[d.said].first < len(s.words) and s.words[s.said[d.said].first].token.start <= time[1] < s.words[s.said[d.said].last - 1].token.end
        if d.said >= 0 and not inside:
            barriers += 1
        key = (barriers, b - a)
        if barriers <= 0 and (best is None or key < best[0]):
            best = (key, time)
    return best[1] if best else None
