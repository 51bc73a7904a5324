"""One article through all stages: text, sentences, words, phrases, clauses, statements, events, record."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from mahdar.analysis.clauses import Clause, ClauseReader
from mahdar.analysis.mentions import Mentions
from mahdar.analysis.names import Hit, spot
from mahdar.analysis.parties import FIRST_PERSON, Discourse, Party, Resolver, one_each
from mahdar.analysis.personal import REACH, Personal
from mahdar.analysis.phrases import COMMAS, Chunk, Chunker, Part, Word, agreement, nominal_entry
from mahdar.analysis.statements import Attribution, Quotes, Said, directed, quotations
from mahdar.analysis.times import Finder, Found
from mahdar.coding.draft import Attempt, Draft
from mahdar.coding.events import SentenceCoder
from mahdar.coding.exchange import complete
from mahdar.coding.scene import Scene
from mahdar.errors import EMPTY, InputError
from mahdar.language.cues import Cues, Folded
from mahdar.language.identify import identify
from mahdar.language.pack import Pack, pack, uncollected
from mahdar.language.tag import choose, readings_of, spaced
from mahdar.language.words import Reading, Readings
from mahdar.packs.ar.context import alone_in_quotes
from mahdar.record import types as t
from mahdar.record.assemble import assemble, publication_day
from mahdar.text.fold import Whole
from mahdar.text.sentences import Piece, split
from mahdar.text.tokens import DASHES, QUOTES, Token, parted, tokenize
from mahdar.world.names import GROUND, TOWNS, Entry

MAX_CHARS: Final = 200_000
_OF_STATE: Final = ("state", "capital", "seat", "byname", "adjective", "city", "group")
_SPORT_WORDS, _SPORT_SHARE = 8, 0.04  # words of sport, and their share, in an article about it
_HISTORY_WORDS, _HISTORY_SHARE = 3, 0.015
_DISASTER_WORDS: Final = 3
_ALIVE: Final = 1900  # the first year of living memory
_BETWEEN: Final = 1.0  # how much parties have to do with each other that stand behind "between"
_BESIDE: Final = 0.4  # the same of parties named side by side
# How much an act makes its parties two sides; who praises a mediator is none.
_ONE_WAY: Final = {"CONSULT": 1.2, "REQUEST": 0.5, "SUPPORT": 0.4}
_HOME_SHARE: Final = 0.3  # of the weighted mentions of states: title and dateline count three times
_SHADDA: Final = "\u0651"
_BEFORE_PRESENT: Final = ("ان", "بان", "لن", "لم", "كي", "لكي", "الا")
_FORCES_TOLD: Final = 2  # forces of a state abroad: how often they and the towns there are named at least
_TOWNS_TOLD: Final = 2


class SentenceReading(NamedTuple):
    """Everything read in one sentence; `words` are its tokens without quotation marks and brackets.

    `times`: time expressions with the words that they cover, `[first, last)`; `mentions`: the parties of its phrases;
    `names`: its names by themselves.
    """

    n: int
    piece: Piece
    words: list[Word]
    chunks: list[Chunk]
    clauses: list[Clause]
    quotes: Quotes
    said: list[Said]
    drafts: list[Draft]
    times: list[tuple[Found, int, int]]
    attempts: list[Attempt]
    mentions: list[Party]
    names: list[Party]

    def release(self) -> None:
        """Take the tree of clauses apart, which would else wait for the garbage collector."""
        for c in self.clauses:
            c.release()


class ArticleReading(NamedTuple):
    """The sentences of an article as read, before they become a record."""

    text: str
    pieces: list[Piece]
    sentences: list[SentenceReading]


class Coder:
    """Codes articles of one language."""

    def __init__(self, language: str = "ar") -> None:
        self.pack: Pack = pack(language)

    def read(self, text: str, published: str | None = None) -> ArticleReading:
        """Analyse a text sentence by sentence."""
        pieces = split(text, self.pack.layout)
        article = _Article(self.pack, text, published)
        article.scan(pieces)
        told = [n for n, x in enumerate(pieces) if x.kind not in ("boilerplate", "dateline")]
        titles = [n for n in told if pieces[n].kind == "title"]
        body = [n for n in told if pieces[n].kind != "title"]
        read: dict[int, SentenceReading | None] = {}
        # titles twice, since the first sentence below tells whom they call the king or the four
        first = next((k for k, n in enumerate(body, 1) if pieces[n].kind == "body"), 0)  # a caption tells nobody
        for n in (*titles, *body[:first], *titles, *body[first:]):
            if (before := read.get(n)) is not None:
                before.release()
            read[n] = article.sentence(n, pieces[n])
        out = [r for n in told if (r := read[n]) is not None]
        told_of = article.discourse
        completed = complete([r.drafts for r in out], told_of.home, told_of.states, told_of.invader)
        return ArticleReading(
            text, pieces, [r._replace(drafts=drafts) for r, drafts in zip(out, completed, strict=True)]
        )

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
        day = publication_day(published)
        notes: list[str] = []
        if not text.strip("\ufeff \t\r\n\x00"):
            raise InputError("the text is empty.", code=EMPTY)
        if len(text) > MAX_CHARS:
            notes.append(f"truncated: only the first {MAX_CHARS} characters were coded")
        body = text[:MAX_CHARS]
        language = identify(body)
        if language != self.pack.code:
            raise InputError(
                f"the text is {language}, not Arabic.", mend="Installed packs: ar.", code="language", language=language
            )
        if day is None:
            notes.append("no publication date: relative times are unresolved")
        doc = {"id": id, "published": published, "title": title, "url": url, "publisher": publisher}
        with uncollected():
            return self._record(text, body, published, day, notes, doc)

    def _record(
        self, text: str, body: str, published: str | None, day: dt.date | None, notes: list[str], doc: dict[str, Any]
    ) -> t.Record:
        """What `code` returns; all that was read on the way is given back before garbage is collected again."""
        reading = self.read(body, published)
        record = assemble(self.pack, text, reading, day, notes, doc)
        for s in reading.sentences:
            s.release()
        return record


class _Spotted:
    """The tokens of a sentence, their readings, its times, the tokens in them, and the known names; `chosen`: one
    reading for each token, once they are asked for.
    """

    __slots__ = ("chosen", "hits", "options", "timed", "times", "tokens")

    def __init__(self, tokens: list[Token], options: list[Readings], times: list[Found]) -> None:
        self.tokens: Final = tokens
        self.options: Final = options
        self.times: Final = times
        self.timed: Final = {k for f in times for k in range(f.first, f.last)}
        self.hits: list[Hit] = []
        self.chosen: list[Reading] | None = None


class _Article:
    """What one article's sentences share: who was met, who speaks, whether a quotation is open."""

    def __init__(self, pack: Pack, text: str, published: str | None) -> None:
        self.pack, self.text, self.published = pack, text, published
        self.discourse = Discourse(pack.world, published)
        self.personal = Personal(pack, self.discourse)
        self.quoting = False
        self.eventless = False  # whether the article is about sport or times long past, which have no events
        self.speaker: Party | None = None
        self.subject: list[Party] = []
        self.spotted: dict[int, _Spotted] = {}
        self.whole = Whole(text)

    def scan(self, pieces: list[Piece]) -> None:
        """Spot the known names of all sentences, and tell the article's home: the state that it is most about."""
        weights: dict[str, float] = {}
        ground: dict[str, int] = {}  # how often towns in a state are named
        forces: dict[str, int] = {}  # how often forces of a state are
        for n, piece in enumerate(pieces):
            if piece.kind == "boilerplate":
                continue
            found = self._spotted(piece)
            self.spotted[n] = found
            for h in found.hits:
                e = self.pack.world.entries[h.entry]
                if len(e.code) == 3 and e.code.isupper() and e.kind in _OF_STATE and e.region != "bloc":
                    weight = (3 if piece.kind == "title" else 2 if piece.kind == "dateline" else 1) * (
                        0.5 if e.kind == "city" else 1
                    )
                    if e.kind == "capital" and h.first and found.tokens[h.first - 1].folded in ("في", "وفي"):
                        weight *= 0.5
                    weights[e.code] = weights.get(e.code, 0) + weight
                    inside = e.kind == "capital" and h.first and self._within(found.tokens[h.first - 1])
                    ground[e.code] = ground.get(e.code, 0) + bool(e.kind == "city" or inside)
                    forces[e.code] = forces.get(e.code, 0) + self._of_forces(found, h)
        self.eventless = self._of_sport() or self._of_history()
        disaster = self._many(self.pack.cues.disaster)
        self.discourse.disaster = disaster >= _DISASTER_WORDS and disaster > self._many(self.pack.cues.public_deed)
        self.discourse.states = tuple(sorted(weights, key=lambda code: (-weights[code], code)))
        for n, piece in enumerate(pieces):
            if piece.kind == "title":  # a title may give a last name only, of somebody named in full below it
                self._spot(self.spotted[n])
        total = sum(weights.values())
        if total and sum(p.kind in ("title", "body") for p in pieces) > 1:
            best = max(sorted(weights), key=lambda code: weights[code])
            if invaded := self._invaded(best, forces, ground):
                self.discourse.invader, best = best, invaded
            if weights[best] >= _HOME_SHARE * total * (1 if ground[best] < _TOWNS_TOLD else 0.5):
                self.discourse.home = best
        for n, piece in enumerate(pieces):
            if piece.kind == "dateline" and (code := self._domestic(self.spotted[n].tokens)):
                self.discourse.domestic = code

    def _of_forces(self, found: "_Spotted", h: Hit) -> bool:
        """Whether a nationality stands on forces or on what they do: القوات الأميركية، القصف التركي."""
        world = self.pack.world
        if world.entries[h.entry].kind != "adjective" or not h.first:
            return False
        for r in found.options[h.first - 1].all:
            if any(world.entries[n].sector == "MIL" for _, n in world.nominals.get(r.lemma, ())):
                return True
            if r.pos == "noun" and any(f.type == "ASSAULT" for f in self.pack.frames.named(r.lemma, r.lemma)):
                return True
        return False

    def _invaded(self, best: str, forces: dict[str, int], ground: dict[str, int]) -> str:
        """Where the forces of the state most named are at work, if towns are only named of another; "" else."""
        if ground[best] or forces[best] < _FORCES_TOLD:
            return ""
        code = max(sorted(ground), key=lambda x: ground[x])  # not whoever hosts talks
        return code if ground[code] >= _TOWNS_TOLD and code in self.discourse.states[:2] else ""

    def _within(self, before: Token) -> bool:
        """Whether a word before a place tells that something is in it: في، وسط."""
        relations = self.pack.cues.relations
        return before.folded in relations.table and relations.single(before.folded) == "fi"

    def _domestic(self, tokens: list[Token]) -> str:
        """The state whose agency a dateline names, if the place in it is at home; "" else: الرياض - واس."""
        world = self.pack.world
        code = next((c for x in tokens if (c := self.pack.cues.agency.get(x.folded, ""))), "")
        for x in tokens if code else ():
            for rest, n in world.names.get(x.folded, ()):
                e = world.entries[n]
                if not rest and e.code == code and e.kind in ("capital", "city", "state", "seat"):
                    return code
        return ""

    def _of_sport(self) -> bool:
        """Whether words of sport are so many that the article must be about it."""
        many = self._many(self.pack.cues.sport)
        return many >= max(_SPORT_WORDS, _SPORT_SHARE * self._length())

    def _of_history(self) -> bool:
        """Whether words of times long past, and years before those of anybody alive, are so many that the article must
        be about them.
        """
        many = self._many(self.pack.cues.history)
        for found in self.spotted.values():
            for k, token in enumerate(found.tokens[1:]):
                year = token.raw if found.tokens[k].folded in self.pack.cues.year_word else ""
                many += len(year) in (3, 4) and year.isdecimal() and int(year) < _ALIVE
        return many >= max(_HISTORY_WORDS, _HISTORY_SHARE * self._length())

    def _many(self, words: Folded) -> int:
        """How many tokens may be one of some words."""
        many = 0
        for found in self.spotted.values():
            for r in found.options:
                if r.things and any(x in words for x in r.things):
                    many += 1
        return many

    def _length(self) -> int:
        return sum(x.kind == "word" for found in self.spotted.values() for x in found.tokens)

    def _spotted(self, piece: Piece) -> "_Spotted":
        cues = self.pack.cues
        tokens = parted(tokenize(self.text, piece.start, piece.end), cues.contraction, cues.namely)
        tokens = spaced(tokens, self.pack.analyser, cues.run_on)
        options = readings_of(tokens, self.pack.analyser)
        found = _Spotted(tokens, options, Finder(tokens, self.pack.times).find())
        self._spot(found)
        return found

    def _spot(self, s: _Spotted) -> None:
        """Find the known names of a sentence, given what the article has told so far."""
        d, world = self.discourse, self.pack.world
        hits = spot(s.tokens, s.options, world, self.pack.cues, d.seen, d.day, d.surnames, self.whole)
        s.hits = [h for h in hits if h.first not in s.timed]
        s.chosen = None

    def sentence(self, n: int, piece: Piece) -> SentenceReading | None:
        """Read one sentence; None where it has no words."""
        words, marks, times = self._words(n)
        if not words:
            return None
        quotes = quotations(marks, self.quoting)
        if self.quoting and quotes.closes < 0 and _tells_anew(words, self.pack.cues):
            self.quoting, quotes = False, quotations(marks, False)  # the mark that closed it is lost
        if quotes.spans or quotes.opens >= 0:
            for w in words:
                w.quoted = quotes.inside(w.n)
        cues, d = self.pack.cues, self.discourse
        chunks = Chunker(words, self.pack.world, cues).chunks()
        clauses = ClauseReader(words, chunks, cues, self.pack.frames.governs, self.pack.world).read()
        resolver = Resolver(words, self.text, d, cues)
        d.here = words[0].token.start
        d.fronted = _fronted(clauses, words, cues)
        d.local = _place_first(clauses, words, d, cues, resolver.places_a_body(chunks))
        people = _Reference(words, clauses, resolver, self, cues)
        mentions = people.note(chunks)
        names = Mentions(words, resolver, cues).find(mentions)
        said = Attribution(
            words,
            chunks,
            clauses,
            quotes,
            cues,
            people.parties,
            people.subject_of,
            people.unnamed,
            self.speaker,
            piece.kind == "title",
        ).find()
        said = self._carried_on(words, quotes, said)
        people.hear(said)
        scene = Scene(
            words,
            chunks,
            clauses,
            said,
            self.pack.frames,
            cues,
            self.pack.modes,
            resolver,
            people.parties,
            people.subject_of,
            people.reread,
            piece.kind == "title",
        )
        drafts = [] if piece.kind == "caption" or self.eventless else SentenceCoder(scene).code()
        self._remember(quotes, said, drafts, clauses, people)
        return SentenceReading(
            n, piece, words, chunks, clauses, quotes, said, drafts, times, scene.attempts, mentions, names
        )

    def _words(self, n: int) -> tuple[list[Word], list[tuple[int, str]], list[tuple[Found, int, int]]]:
        """The words of a sentence, its quotation marks (words before, mark), its time expressions."""
        spotted = self.spotted[n]
        tokens, options, times, timed, hits = (
            spotted.tokens,
            spotted.options,
            spotted.times,
            spotted.timed,
            spotted.hits,
        )
        by_token = {k: h for h in hits for k in range(h.first, h.last)}
        chosen = spotted.chosen
        if chosen is None:  # titles and the first sentence are read twice
            chosen = spotted.chosen = self._chosen(tokens, options, by_token)
        words: list[Word] = []
        marks: list[tuple[int, str]] = []
        depth = 0
        place: list[int] = []
        for k, token in enumerate(tokens):
            n = len(words)
            place.append(n)
            if k and token.kind == "word" and token.raw == tokens[k - 1].raw and len(token.raw) > 1:
                continue  # a slip of old newswire: a word printed twice
            if token.kind == "mark":
                if token.raw in QUOTES:
                    marks.append((n, directed(token.raw, self.text, token.start, token.end)))
                    continue
                if token.raw in DASHES and self._two_nations(k, tokens, by_token):
                    continue  # محادثات سعودية - عراقية
                if token.raw in "()[]":
                    depth = max(0, depth + (1 if token.raw in "([" else -1))
                    continue
            reading = chosen[k]
            hit = by_token.get(k)
            ends = self._no_person(by_token.get(k + 1))
            if hit is None and reading.pos == "verb" and words and alone_in_quotes(tokens, k, words[-1].r):
                reading = Reading("name", token.folded, number="s", end=len(token.folded))  # قناة "تنبأ"
            elif hit is None and token.kind == "word" and not (ends and reading.pos == "verb"):
                reading = self.personal.read(
                    token,
                    reading,
                    words[-REACH:] if words and tokens[k - 1].kind != "mark" else [],
                    tokens[k + 1].folded if k + 1 < len(tokens) and not ends else "",
                )
            w = Word(n, token, reading) if hit is None else self._named(n, token, reading, hit, k)
            if chosen[k].pos == "verb" and len(options[k].all) > 1:
                voweled = any("\u064b" <= sign <= "\u0652" for sign in token.raw)
                doubled = _SHADDA in token.raw
                follows = chosen[k + 1] if k + 1 < len(chosen) else None
                known = self.pack.world.entries[by_token[k + 1].entry] if k + 1 in by_token else None
                man = _man(follows, known)
                bound = k > 0 and chosen[k].tense == "present" and chosen[k - 1].lemma in _BEFORE_PRESENT
                w.lemmas = _alike(chosen[k], options[k].all, voweled or bound, doubled, man)
            w.time = k in timed
            w.paren = depth > 0
            words.append(w)
        place.append(len(words))
        return (
            words,
            marks,
            [(f, place[f.first], max(place[f.last], place[f.first] + 1)) for f in times if place[f.first] < len(words)],
        )

    def _chosen(self, tokens: list[Token], options: list[Readings], by_token: dict[int, Hit]) -> list[Reading]:
        """One reading for each token of a sentence, given the known names in it."""
        entries = self.pack.world.entries
        named = [entries[by_token[k].entry].kind if k in by_token else "" for k in range(len(tokens))]
        chosen = choose(tokens, options, named, self.pack.choice)
        for k in range(len(tokens) - 1):
            if chosen[k].pos not in ("noun", "adj", "mark", "number") and k not in by_token:
                chosen[k] = self._opens_office(k, options) or chosen[k]
        return chosen

    def _two_nations(self, k: int, tokens: list[Token], by_token: dict[int, Hit]) -> bool:
        """Whether a mark stands between two adjectives of nationality that agree."""
        before, after = by_token.get(k - 1), by_token.get(k + 1)
        if before is None or after is None or after.prep or after.conj:
            return False
        one, two = self.pack.world.entries[before.entry], self.pack.world.entries[after.entry]
        alike = bool(before.article) == bool(after.article) and one.form == two.form
        return one.kind == two.kind == "adjective" and one.code != two.code and alike

    def _opens_office(self, k: int, options: list[Readings]) -> Reading | None:
        """The noun that a word is where the words behind it make an office of it: ولي العهد is no و + لي."""
        for r in options[k].all:
            if r.pos != "noun":
                continue
            for further, _ in self.pack.world.nominals.get(r.lemma, ()):
                end = k + 1 + len(further)
                if (
                    further
                    and end <= len(options)
                    and all(
                        any(x.lemma == word and not x.prep for x in options[j].all)
                        for j, word in enumerate(further, k + 1)
                    )
                ):
                    return r
        return None

    def _no_person(self, hit: Hit | None) -> bool:
        """Whether a known name is a state's or body's, so that it ends no person's: الوزير طالب كينيا بالرد."""
        return hit is not None and self.pack.world.entries[hit.entry].kind not in ("person", "adjective")

    def _named(self, n: int, token: Token, reading: Reading, hit: Hit, k: int) -> Word:
        """A word of a known name."""
        word = Word(n, token, reading)
        word.hit, word.entry = hit, self.pack.world.entries[hit.entry]
        conj, prep, stem = (hit.conj, hit.prep, hit.stem) if k == hit.first else ("", "", 0)
        word.read_as(
            Reading("name", token.folded, stem=stem, end=len(token.folded), conj=conj, prep=prep, definite=True)
        )
        return word

    def _carried_on(self, words: list[Word], quotes: Quotes, said: list[Said]) -> list[Said]:
        """The statement of a quotation that was open when the sentence began."""
        if not self.quoting or self.speaker is None or quotes.closes == 0:
            return said
        last = quotes.closes if quotes.closes > 0 else len(words)
        while last > 0 and words[last - 1].token.kind == "mark":
            last -= 1
        return [Said(self.speaker, [], [], [], 0, 0, 0, last), *said] if last >= 2 else said

    def _remember(
        self,
        quotes: Quotes,
        said: list[Said],
        drafts: list[Draft],
        clauses: list[Clause],
        people: "_Reference",
    ) -> None:
        for x in drafts:
            both = one_each([*x.actor, *x.recipient])
            if len(both) == 1 and x.frame.merge and len({p.key for p in x.actor}) > 1:
                both = list(x.actor)
            if 2 <= len(both) <= 7:
                weight = 2.0 if x.frame.merge else _ONE_WAY.get(x.type, 0.8)
                others = x.recipient if x.actor and not x.frame.merge else ()
                self.discourse.met(both, weight, others, x.type == "ASSAULT")
        self.quoting = quotes.opens >= 0
        if said:
            self.speaker = said[-1].speaker or self.speaker
        self.discourse.speaker = said[-1].speaker if said else None
        main = next(
            (
                s
                for c in clauses
                if c.kind == "main"
                and c.verb is not None
                and (s := [p for p in people.subject_of(c) if p.kind != "media"])
            ),
            None,
        )
        if main:
            self.subject = self.discourse.subject = main
            if not said and main[0].kind == "person" and not self.quoting:
                self.speaker = main[0]  # نفى القائد مسؤوليته. وقال إن
        for c in clauses:
            people.remember_paper(c)


class _Reference:
    """Parties of phrases and subjects of clauses in one sentence, each looked up once."""

    def __init__(
        self,
        words: list[Word],
        clauses: list[Clause],
        resolver: Resolver,
        article: _Article,
        cues: Cues,
    ) -> None:
        self.words, self.clauses, self.resolver, self.article, self.cues = words, clauses, resolver, article, cues
        self.home = {x.n: c for c in clauses for x in (*c.before, *c.after)}
        self.chunks: list[Chunk] = []
        self._parties: dict[int, list[Party]] = {}
        self._subjects: dict[int, list[Party]] = {}

    def note(self, chunks: list[Chunk]) -> list[Party]:
        """Resolve every phrase in order of mention, so that later ones can refer back."""
        self.chunks = chunks
        out: list[Party] = []
        for x in chunks:
            if x.kind == "np":
                out += self.parties(x)
                self._force_in(x)
        return out

    def _force_in(self, x: Chunk) -> None:
        """Remember the army or police in the genitive of an act: اقتحام الشرطة الإسرائيلية."""
        k = x.head + 1
        if k + 1 >= x.end or self.words[x.head].hit is not None or not self.words[k].r.definite:
            return
        body = nominal_entry(self.words, k, self.resolver.world)
        of = self.words[body[1]].entry if body is not None and body[1] < x.end else None
        if body is not None and body[0].kind == "body" and of is not None and of.kind == "adjective" and of.code:
            self.article.discourse.forces.append((body[0].sector, of.code, self.words[k].token.start))

    def parties(self, x: Chunk) -> list[Party]:
        """The parties of a phrase."""
        found = self._parties.get(x.n)
        if found is None:
            self._parties[x.n] = []
            self.resolver.apart = self._speaking_to(x)
            found = self._parties[x.n] = (
                self._separated(x)
                or self._other(x)
                or self._taken_up(x)
                or self._belonging(x)
                or self._led(x)
                or self.resolver.parties(x, self._context(x))
            )
            found = self._parties[x.n] = [*found, *self._above_all(x)]
            self.article.discourse.note(found)
            self._joined(x, found)
            head = self.words[x.head]
            if head.hit is None and head.r.lemma in self.cues.mission and (sent := [p for p in found if not p.weak]):
                self.article.discourse.called[head.r.lemma] = sent
        return found

    def _above_all(self, x: Chunk) -> list[Party]:
        """Who is named behind a phrase as its foremost: الدول الغربية وخاصة الولايات المتحدة."""
        y = next((y for y in self.chunks[x.n + 1 : x.n + 4] if y.kind == "np"), None)
        if y is None or y.prep or y.start <= x.end or not self.words[y.head].named:
            return []
        between = [w for w in self.words[x.end : y.start] if w.token.kind != "mark"]
        stressed = bool(between) and between[-1].token.folded.removeprefix("و") in self.cues.especially
        return self.parties(y) if stressed else []

    def _joined(self, x: Chunk, found: list[Party]) -> None:
        """Remember whom a phrase names together, and who mediates."""
        d = self.article.discourse
        head = self.words[x.head]
        lemma = head.r.lemma
        mediates = head.hit is None and (lemma in self.cues.mediation or lemma in self.cues.mediator)
        if x.rel == "ria" or (mediates and any(w.hit is not None for w in self.words[x.head + 1 : x.head + 2])):
            now = [p for p in found if p.code and p.code != "UNK" and p.kind != "media"]
            d.mediators = now if len(now) > 1 else one_each([*d.mediators, *now])
        elif len({(p.start, p.end) for p in found}) > 1:
            c = self.home.get(x.n)
            d.told(found, _BETWEEN if x.rel == "bayna" else _BESIDE, c is not None and x in c.subject)

    def _speaking_to(self, x: Chunk) -> list[Party]:
        """Who does something to those that a phrase stands for, so is hardly one of them: دعا الاتحاد الطرفين."""
        c = self.home.get(x.n)
        if c is None or c.verb is None or c.passive or x in c.subject or c.verb.n > x.n:
            return []
        if c.objects[:1] == [x] or any(x in c.args.get(rel, ()) for rel in ("ila", "ala", "li", "bi")):
            return self.subject_of(c) if all(y.n < x.n for y in c.subject) else []
        return []

    def hear(self, said: list[Said]) -> None:
        """Take in whose words are whose, and with them whom 'we' and 'our' mean."""
        words = self.words
        self.resolver.voices = [
            (words[s.first].token.start, words[s.last - 1].token.end, s.speaker) for s in said if s.speaker is not None
        ]
        for x in self.chunks:
            if any(words[k].r.pron in FIRST_PERSON for k in range(x.start, x.end)):
                self._parties.pop(x.n, None)

    def _separated(self, x: Chunk) -> list[Party]:
        """The subject that a separating pronoun repeats: الناتو هو الذي."""
        head = self.words[x.head]
        before = self.chunks[x.n - 1] if x.n else None
        if head.hit is None and head.r.pos == "pron" and before is not None and before.kind == "np" and not before.prep:
            return self.parties(before)
        return []

    def _taken_up(self, x: Chunk) -> list[Party]:
        """Whom a preposition with a pronoun in a relative clause leads back to: الرئيس الذي تباحث معه الوزير."""
        head, c = self.words[x.head], self.home.get(x.n)
        if c is None or c.kind != "relative" or c.antecedent is None or c.antecedent in c.subject:
            return []
        if head.hit is not None or head.r.pos != "prep" or not head.r.pron:
            return []
        found = [p for p in self.parties(c.antecedent) if p.kind in ("person", "government", "organization")]
        if not found or not self.resolver.may_mean(head.r.pron, found):
            return []
        return [p.at(head.token.start, head.token.end, "pronoun")._replace(weak=False) for p in found]

    def _belonging(self, x: Chunk) -> list[Party]:
        """Whom a thing or body belongs to by the phrase behind it: فريق تابع لها، قوة تابعة للوزارة."""
        behind = self._owner_behind(x)
        if behind is None:
            return []
        if any(w.entry is not None and w.entry.code for w in self.words[x.start : x.end]):
            return []  # المفوضية العليا للاجئين التابعة للأمم المتحدة
        a, b = self.resolver.span(x.start, x.end)
        thing = self.words[x.head].r.cls not in ("group", "human")
        owners = [p for p in self.parties(behind) if p.code != "UNK"]
        c = self.home.get(x.n)
        while c is not None:  # whose subjects were looked for before this phrase was known
            self._subjects.pop(c.n, None)
            c = c.parent
        return [p.at(a, b, "nominal")._replace(weak=thing) for p in owners]

    def _led(self, x: Chunk) -> list[Party]:
        """Who leads an alliance or mission that has no name: تحالف بقيادة فرنسا، مقاتلات التحالف الذي تقوده باريس، وفد
        برئاسة وزير كيني.
        """
        sent = self.words[x.head].r.lemma in self.cues.mission
        named = self.cues.mission if sent else self.cues.alliance
        noun = next((w for w in self.words[x.head : x.end] if w.hit is None and w.r.lemma in named), None)
        if noun is None or any(w.hit is not None for w in self.words[x.head : x.end]):
            return []
        behind = self._behind(x)
        leaders: list[Party] = []
        if behind is not None and behind.prep in self.cues.leading:
            leaders = self.resolver.parties(behind)
        for c in self.clauses:
            if c.kind == "relative" and c.antecedent is x and c.verb is not None:
                if self.words[c.verb.start].act_in(self.cues.lead_verb):
                    leaders = [p for y in c.subject for p in self.resolver.parties(y)]
        a, b = self.resolver.span(x.start, x.end)
        found = [
            p.at(a, b, "nominal")._replace(key=f"organization:{p.code}:{noun.r.lemma}", kind="organization")
            for p in leaders
            if p.code not in (None, "UNK")
        ]
        if not sent:
            self.article.discourse.bodied += found
        return found[:1] if sent else found

    def _owner_behind(self, x: Chunk) -> Chunk | None:
        """The phrase with 'to' behind a participle of belonging at the end of a phrase, of one that hangs on it, or set
        off by a comma (لجنة حقوق الإنسان في البرلمان، التابعة للحكومة).
        """
        for y in self.chunks[x.n : x.n + 4]:
            last = self.words[y.end - 1]
            behind = self.chunks[y.n + 1] if y.n + 1 < len(self.chunks) else None
            coming = (
                last.hit is None
                and y is x
                and x.rel == "amam"
                and last.token.folded.removeprefix("ال") in self.cues.origin_form
            )
            if coming and behind is not None and behind.rel == "min" and behind.start == y.end:
                return behind  # الطائرات القادمة من مالي
            if last.hit is None and last.r.lemma in self.cues.belonging:
                mine = y is x or (last.r.definite and last.r.gender == agreement(self.words, x.head, self.cues)[0])
                return behind if mine and behind is not None and behind.rel == "li" else None
            comma = y.kind == "mark" and self.words[y.start].token.raw in COMMAS
            if not (comma or y is x or (y.kind == "np" and y.prep and not y.conj)):
                return None
        return None

    def _other(self, x: Chunk) -> list[Party]:
        """A pronoun on a preposition, or one that is the object, means somebody else than the subject of its clause:
        أدانت موسكو وفرضت عليها، محذرا إياها.
        """
        w = self.words[x.head]
        c = self.home.get(x.n)
        if w.hit is None and w.r.lemma in self.cues.object_pronoun and c is not None:
            start, end = w.token.start, w.token.end
            others = self.resolver.owner(w.r.lemma, self._talked_of(c), self.subject_of(c), start)
            return [p.at(start, end, "pronoun") for p in others]
        if (
            w.hit is not None
            or w.r.pos != "prep"
            or not w.r.pron
            or c is None
            or c.verb is None
            or c.kind == "relative"
        ):
            return []
        if c.subject or c.passive or c.verb.n > x.n:
            return []
        at = w.token.start
        found = self.resolver.owner(w.r.pron, (), self.subject_of(c), at)
        return [p.at(at, w.token.end, "pronoun") for p in found]

    def _talked_of(self, c: Clause) -> list[Party]:
        """Whom the clauses around one speak of: قال إن طهران لم تسمح، مطالبا إياها."""
        out: list[Party] = []
        for above in c.ancestors():
            for inner in above.children:
                if inner is not c and inner.kind == "complement" and inner.last() <= c.start:
                    out += self.subject_of(inner)
            out += [p for y in above.objects for p in self.parties(y)]
        return out

    def _context(self, x: Chunk) -> list[Party]:
        """The subject that a pronoun in a phrase may mean: of its clause, of the clauses around, of the sentence
        before.
        """
        c: Clause | None = self.home.get(x.n)
        pron = next((w.r.pron for w in self.words[x.start : x.end] if w.r.pron), "")
        if c is not None and c.subject and c.verb is not None and x.n > c.verb.n:
            fronted = self._fronted(c)
            if fronted and self.resolver.may_mean(pron, fronted):
                return fronted
        nearest: list[Party] = []
        while c is not None:
            if (
                x not in c.subject
                and c.verb is not None
                and (not c.subject or all(s.n < x.n or (s.n > x.n and s.n in self._parties) for s in c.subject))
            ):
                found = self.subject_of(c)
                if found and (c.kind != "relative" or self.resolver.may_mean(pron, found)):
                    return found  # اتهمت كينيا أوغندا بإيواء مسلحين يهاجمون أراضيها
                nearest = nearest or found
            if c.previous is not None and c.kind == "main":  # نفت مقديشو، وقال المتحدث باسم حكومتها
                found = self.subject_of(c.previous)
                if found:
                    return found
            c = c.parent
        return nearest or self.article.subject

    def _behind(self, x: Chunk) -> Chunk | None:
        """The phrase right behind another."""
        return self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None

    def _fronted(self, c: Clause) -> list[Party]:
        """What a clause is about that stands before its verb and is not its subject: إسرائيل يتحتم عليها الرد."""
        if c.verb is None:
            return []
        bare = (y for y in c.before if y.kind == "np" and not y.prep and y not in c.subject and y.n < c.verb.n)
        return [p for y in bare for p in self.parties(y) if not p.weak]

    def subject_of(self, c: Clause) -> list[Party]:
        """The parties that a clause's subject stands for; a dropped one is looked for around and before."""
        found = self._subjects.get(c.n)
        if found is None:
            self._subjects[c.n] = []
            found = self._subjects[c.n] = self._subject(c)
        return found

    def unnamed(self, x: Chunk) -> Party:
        """Somebody of whom only a common noun is known."""
        a, b = self.resolver.span(x.parts[0].start, x.parts[-1].end)
        text = self.article.text[a:b]
        return Party(f"person:UNK:{text}", "UNK", None, "person", text, a, b, "nominal", weak=True)

    def reread(self, c: Clause) -> None:
        """Forget who the subject of a clause and of those in it was, since its phrases got other roles."""
        for x in self.clauses:
            if x is c or c in x.ancestors():
                self._subjects.pop(x.n, None)

    def _subject(self, c: Clause) -> list[Party]:
        if c.genitive >= 0 and c.antecedent is not None and not self.resolver.of_deed(c.genitive):
            part = c.antecedent.parts[-1]
            found = self.resolver.part(Part(c.genitive, part.end, c.genitive, of=part.of, named=part.named))
            if found:
                return found
        if c.subject:
            x = c.subject[0]
            if c.kind == "relative" and c.opener >= 0 and x is c.antecedent and len(x.parts) > 1 and c.verb is not None:
                last = x.parts[-1]
                if self.words[c.verb.start].r.number == "s" and self.words[last.head].named and last.end == c.opener:
                    return self.resolver.part(last)  # الأمم المتحدة والهند التي عبرت
            found = [p for x in c.subject for p in self.parties(x)]
            if not found and x is c.antecedent and self._is_held(c):
                return [p for y in c.ancestors()[:1] for p in self.subject_of(y)]
            return found if any(p.code != "UNK" and not p.weak for p in found) else self._authors(c) or found
        if c.verb is None:
            return [p for x in c.ancestors()[:1] for p in self.subject_of(x)] if c.pronoun else []
        if c.passive and c.kind != "participle":
            return []
        r = self.words[c.verb.start].r
        at = self.words[c.verb.start].token.start
        unlike: list[Party] = []  # who would do what a participle tells but for its gender
        for pool in self._candidates(c):
            fit = [p for p in pool if p.kind != "place"]
            if fit and (_of_gender(r, fit) if c.kind == "participle" else _agrees(r, fit)):
                return [p.at(at, at, "implicit") for p in fit]
            if c.kind == "participle":
                unlike = unlike or fit
        return [p.at(at, at, "implicit") for p in unlike]

    def _is_held(self, c: Clause) -> bool:
        """Whether a relative clause tells that somebody held what it is about: قال الوزير في مؤتمر صحفي عقده أمس."""
        w = self.words[c.verb.start] if c.verb is not None else None
        return w is not None and bool(w.r.pron) and bool(w.act_in(self.cues.hold_verb))

    def _authors(self, c: Clause) -> list[Party]:
        """Who passed the resolution or wrote the paper that a clause lets act: تبنّى المجلس قرارا يلزم الجماعة."""
        x = c.subject[0]
        head = self.words[x.head]
        if head.hit is not None or head.r.lemma not in self.cues.paper:
            return []
        at = head.token.start
        found: list[Party] = next((p for p in self._paper_by(c, x, head) if p), [])
        return [p.at(at, at, "implicit") for p in found]

    def _paper_by(self, c: Clause, x: Chunk, head: Word) -> Iterator[list[Party]]:
        """Whose a paper may be, the surest first."""
        behind = self._behind(x)
        bare = not head.r.definite and not any(w.r.definite for w in self.words[x.head : x.end] if w.r.pos == "noun")
        if bare and behind is not None and behind.rel in ("li", "of", "min"):  # تقرير لمنظمة العفو
            yield [p for p in self.resolver.parties(behind) if p.kind != "place" and p.code != "UNK"]
        issued = any(self.words[k].r.of in self.cues.issued_by for k in range(x.head + 1, x.end))
        if issued and behind is not None and behind.rel == "an":  # البيان الصادر عن الوزارة
            yield [p for p in self.resolver.parties(behind) if p.code != "UNK"]
        adjectives = [k for k in range(x.head + 1, x.end) if (e := self.words[k].entry) and e.kind == "adjective"]
        yield [  # مشروع قرار بريطاني يدعو
            p for k in adjectives for p in self.resolver.part(Part(k, k + 1, k)) if p.code != "UNK"
        ]
        makers = [y for y in c.children if y.kind == "relative" and y.antecedent is x]
        if c.kind == "relative" and c.antecedent is x and c.parent is not None and not self._opposes(c.parent, x):
            makers.append(c.parent)
        for y in makers:
            if x not in y.subject:
                yield [p for p in self.subject_of(y) if p.kind != "place" and p.code != "UNK"]
        d = self.article.discourse
        known = d.papers.get(head.r.lemma, []) if head.r.definite or x.end > x.head + 1 else []
        if not known and any(w.hit is None and w.r.lemma in self.cues.joint for w in self.words[x.head + 1 : x.end]):
            known = d.several()  # ودعا البيان الختامي
        yield known

    def remember_paper(self, c: Clause) -> None:
        """Remember who puts forward a paper that later sentences let speak: تقدمت فرنسا بمشروع قرار."""
        for x in (*c.before, *c.after):
            w = self.words[x.head]
            if x.kind == "np" and w.hit is None and w.r.lemma in self.cues.report_paper:
                behind = self._behind(x)
                owned = behind is not None and behind.rel in ("li", "an", "of") and behind.start == x.end
                by = self.parties(x) or (self.parties(behind) if behind is not None and owned else [])
                self._made_by(w.r.lemma, by)
        if c.verb is None or c.passive or c.kind == "relative":
            return
        for x in (*c.objects[:1], *c.args.get("bi", ())):
            nouns = [w for w in self.words[x.head : x.end] if w.hit is None and w.r.lemma in self.cues.paper]
            if nouns and not self.words[x.head].r.definite and self.words[c.verb.start].act_in(self.cues.table_verb):
                for w in nouns:
                    self._made_by(w.r.lemma, self.subject_of(c))

    def _made_by(self, paper: str, parties: list[Party]) -> None:
        by = [p for p in parties if p.kind not in ("place", "media") and p.code != "UNK"]
        if by:
            self.article.discourse.papers[paper] = by

    def _written_by(self, c: Clause) -> list[Party]:
        """Whose the paper is in which a clause says something stands: جاء في بيان للوزارة أن ...، داعية المجلس إلى."""
        for x in c.args.get("fi", ()):
            if self.words[x.head].r.lemma not in self.cues.document:
                continue
            behind = self._behind(x)
            owned = behind is not None and behind.rel in ("li", "of", "min", "an")
            found = self.parties(x) or (self.parties(behind) if behind is not None and owned else [])
            return found or ([self.article.speaker] if self.article.speaker is not None else [])
        return []

    def _doer_before(self, x: Chunk) -> list[Party]:
        """Who does what a verbal noun in the phrase right before another names, by its genitive."""
        before = self.chunks[x.n - 1] if x.n else None
        if before is not None and before.masdar >= 0:
            before = next((y for y in self.chunks if y.start <= before.masdar < y.end), None)
        if before is None or before.kind != "np" or len(before.parts) != 1 or not x.prep:
            return []
        part = before.parts[0]
        w = self.words[part.head]
        if w.hit is not None or w.r.form != "masdar" or part.end == part.head + 1 or w.r.definite:
            return []
        return self.resolver.part(Part(part.head + 1, part.end, part.head + 1, of=part.of, named=part.named))

    def _opposes(self, c: Clause, x: Chunk) -> bool:
        """Whether a clause tells of somebody against a paper: استخدمت حق النقض ضد مشروع قرار يطالب ..."""
        against = c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.negative_verb))
        return x.rel == "didda" or against

    def _candidates(self, c: Clause) -> list[list[Party]]:
        out: list[list[Party]] = []
        if c.kind == "participle":
            out += [self.subject_of(x) for x in c.ancestors() if x.verb is not None or x.subject]
            out.append([p for x in c.ancestors() for y in x.subject for p in self.parties(y)])
            return out + [self._written_by(x) for x in c.ancestors()[:1] if not x.subject]
        if c.pronoun and c.parent is not None:
            above = c.parent.verb
            if c.via == "bi" and above is not None and self.words[above.start].act_in(self.cues.accuse_verb):
                out += [self.parties(x) for x in c.parent.objects[:1]]  # اتهمتها بأنها هاجمت
            out += [self.subject_of(x) for x in c.ancestors()]
        if c.kind == "complement" and c.parent is not None and c.parent.verb is not None:
            if self.words[c.parent.verb.start].act_in(self.cues.controlled_verb):
                out += [self.parties(x) for rel in ("li", "ala") for x in c.parent.args.get(rel, ())]
                out.append(self._fronted(c.parent))  # بلاده سبق أن رفضت
        if c.previous is not None:
            before = self.subject_of(c.previous)
            if c.pronoun and all(p.code == "UNK" for p in before):  # ذكرت مصادر أن كييف قبلت، غير أنها تتمسك
                out += [self.subject_of(x) for x in c.previous.children if x.kind == "complement" and x.n < c.n]
            out.append(before)
        if c.kind == "relative" and c.antecedent is not None:  # قبل انسحاب القوات من المدن التي احتلتها
            out.append(self._doer_before(c.antecedent))
        if not c.pronoun:
            out += [self.subject_of(x) for x in c.ancestors()]
            if c.kind == "relative":  # whom the clause around turns to: داعيا روما إلى إلغاء مذكرة وقعتها
                out += [self.parties(y) for x in c.ancestors()[:2] for y in x.objects[:1] if y is not c.antecedent]
        out += [self.subject_of(x) for x in reversed(self.clauses) if x.n < c.n and x.subject]
        assert c.verb is not None
        lemma = self.words[c.verb.start].r.lemma
        speaker = [self.article.speaker] if self.article.speaker is not None else []
        out += [speaker, self.article.subject] if lemma in self.cues.report else [self.article.subject, speaker]
        return out


def _place_first(clauses: list[Clause], words: list[Word], d: Discourse, cues: Cues, aside: frozenset[int]) -> str:
    """The state of the place that a sentence is about: one that it opens with (وفي كييف، ...; المغرب: ...), else a town
    in it, unless the article's home is named; "" for none, and for a seat of international bodies. `aside`: words that
    only tell where somebody is who is spoken of.
    """
    named = [(w.entry, w.token) for w in words if w.entry is not None]
    if any(e.kind in TOWNS and token.folded in cues.host_city for e, token in named):
        return ""
    if d.fronted:
        return d.fronted
    main = next((c for c in clauses if c.kind == "main" and c.verb is not None), None)
    if main is not None and any(words[x.head].r.lemma in cues.crowd for x in main.subject):
        held = [words[k].entry for x in main.args.get("fi", ()) for k in range(x.start, x.end)]
        towns = [e.code for e in held if e is not None and e.kind in TOWNS and e.code]
        if towns:
            return towns[0]  # سار العشرات في شوارع السليمانية مرددين هتافات مناوئة لأنقرة
    if d.home and any(e.code == d.home and e.kind in _OF_STATE for e, _ in named):
        return ""
    inside = {w.n + 1 for w in words if w.hit is None and w.r.pos == "prep" and w.token.folded in ("في", "وفي")}
    towns = [
        w.entry.code
        for w in words
        if w.entry is not None
        and w.entry.code
        and w.n not in aside
        and (w.entry.kind == "city" or (w.entry.kind == "capital" and (w.n in inside or (w.hit and w.hit.prep == "ب"))))
    ]
    return towns[0] if towns and len(set(towns)) == 1 else ""


def _fronted(clauses: list[Clause], words: list[Word], cues: Cues) -> str:
    """The state of the place that a sentence opens with, or whose words it says that it tells: وفي كييف، ...;
    المغرب: ...; وفي أول تعليق روسي، ...; "" for none.
    """
    opening = words[0].entry
    if opening is not None and opening.kind == "state" and len(words) > 2 and words[1].token.raw == ":":
        return opening.code
    for x in clauses[0].before[:1]:
        first = words[x.head].entry
        if x.rel in ("fi", "bi") and first is not None and first.kind in GROUND and x.start <= 1:
            return first.code
        last = words[x.end - 1].entry
        if x.rel == "fi" and words[x.head].r.lemma in cues.stance and last is not None and x.start <= 1:
            return last.code if last.kind == "adjective" and last.sector else ""  # في أول رد فعل أميركي، قال المتحدث
    return ""


def _man(follows: Reading | None, known: Entry | None) -> bool:
    """Whether the word behind a verb is a man: an office, a given name, a person known to be one."""
    if known is not None:
        return known.kind == "person" and known.gender == "m"
    if follows is None or (follows.gender, follows.number) != ("m", "s"):
        return False
    return follows.cls == "human" or follows.pos == "name"


def _tells_anew(words: list[Word], cues: Cues) -> bool:
    """Whether a sentence begins with who says something, as a quotation hardly does: وأضاف الوزير."""
    w = next((w for w in words if w.token.kind == "word"), None)
    if w is None or w.hit is not None or (w.r.pos, w.r.tense, w.r.person) != ("verb", "past", 3):
        return False
    return bool(w.act_in(cues.report))


def _alike(r: Reading, options: tuple[Reading, ...], told: bool, doubled: bool, man: bool) -> tuple[str, ...]:
    """The verbs that a word may belong to, the chosen one first: وقع and وقّع; of another tense too where it has no
    vowel signs (تفرج of أفرج) and nothing before it binds it to one (أن توقع), unless a man follows as the subject of
    what would be feminine (توقع الوزير).
    """
    others = [
        x.lemma
        for x in options
        if x.pos == "verb"
        and (x.conj, x.person, x.pron, x.fut) == (r.conj, r.person, r.pron, r.fut)
        and (x.tense == r.tense or not told)
        and not (man and r.gender == "m" and x.gender == "f")
        and not (doubled and _SHADDA not in x.lemma)
        and (r.short or not x.short)  # يجب is no jussive of أجاب
    ]
    return tuple(dict.fromkeys((r.lemma, *others)))


def _of_gender(r: Reading, parties: list[Party]) -> bool:
    """Whether a participle in the singular can go with the parties."""
    genders = {p.gender for p in parties}
    return len(parties) > 1 or r.number in ("p", "d") or not r.gender or genders <= {"", r.gender}


def _agrees(r: Reading, parties: list[Party]) -> bool:
    if r.person != 3:
        return False
    if len(parties) > 1:
        return True
    p = parties[0]
    if r.number in ("p", "d"):
        return p.number in ("p", "d")
    if r.gender == "m" and p.number in ("p", "d") and p.kind in ("population", "person"):
        return False  # اعتقل خمسة متظاهرين، وأفرج عن اثنين: they freed nobody
    return not r.gender or not p.gender or r.gender == p.gender
