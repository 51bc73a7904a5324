"""One article through all stages: text, sentences, words, phrases, clauses, statements, events, record."""

import datetime as dt
from typing import Any, Final, NamedTuple

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.clauses import ClauseReader
from mahdar.analysis.discourse import Discourse
from mahdar.analysis.mentions import Mentions
from mahdar.analysis.names import Hit, spot
from mahdar.analysis.namesakes import Spelled, meant
from mahdar.analysis.parties import Resolver
from mahdar.analysis.party import Party, one_each
from mahdar.analysis.personal import REACH, Personal
from mahdar.analysis.phrases import Chunker
from mahdar.analysis.reference import Reference
from mahdar.analysis.statements import Attribution, Quotes, Said, directed, goes_on, quotations
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
from mahdar.text.quotes import upright
from mahdar.text.sentences import Piece, split
from mahdar.text.tokens import COMMAS, DASHES, QUOTES, Token, parted, tokenize
from mahdar.world.names import GROUND, TOWNS, Entry

MAX_CHARS: Final = 200_000
_OF_STATE: Final = ("state", "capital", "seat", "byname", "adjective", "city", "group")
_SPORT_KINDS = 3  # different words of sport in a sentence about it
_SPORT_WORDS, _SPORT_SHARE = 8, 0.04  # words of sport, and their share, in an article about it
_HISTORY_WORDS, _HISTORY_SHARE = 3, 0.015
_DISASTER_WORDS: Final = 3
_ALIVE: Final = 1900  # the first year of living memory
# How much an act makes its parties two sides; who praises a mediator is none.
_ONE_WAY: Final = {"CONSULT": 1.2, "REQUEST": 0.5, "SUPPORT": 0.4}
_TALKED: Final = ("AGREE", "CONSULT", "SUPPORT")  # two-sided acts of those who talk with each other
_HOME_SHARE: Final = 0.3  # of the weighted mentions of states: title and dateline count three times
_SHADDA: Final = "\u0651"
_THAT: Final = "ان"
_STRAIGHT: Final = ('"', "“")
_SHUTS: Final = {"«": ("»",), "“": ("”", '"', "“")}  # the marks that close a quotation, by the one that opens it
_SPEAKER: Final = 10  # how many words may tell who speaks
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
        with_marks = upright(text)
        pieces = split(with_marks, self.pack.layout)
        article = _Article(self.pack, with_marks, published)
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
        completed = complete([r.drafts for r in out], told_of.home, told_of.states, told_of.invader, told_of.mediators)
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
        self.opener = ""  # the mark of a quotation that is open
        self.eventless = False  # whether the article is about sport or times long past, which have no events
        self.speaker: Party | None = None
        self.subject: list[Party] = []
        self.spotted: dict[int, _Spotted] = {}
        self.whole = Whole(text)
        self.sport = 0  # how many words of sport it has

    def scan(self, pieces: list[Piece]) -> None:
        """Spot the known names of all sentences, and tell the article's home: the state that it is most about."""
        weights: dict[str, float] = {}
        ground: dict[str, int] = {}  # how often towns in a state are named
        forces: dict[str, int] = {}  # how often forces of a state are
        for n, piece in enumerate(pieces):
            if piece.kind != "boilerplate":
                self.spotted[n] = self._spotted(piece)
        self._tell_parties_apart()
        for n, found in self.spotted.items():
            piece = pieces[n]
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
        self.discourse.dotted = self._dots()
        self.eventless = self._of_sport() or self._of_history()
        disaster = self._many(self.pack.cues.disaster)
        self.discourse.disaster = disaster >= _DISASTER_WORDS and disaster > self._many(self.pack.cues.public_deed)
        self.discourse.states = tuple(sorted(weights, key=lambda code: (-weights[code], code)))
        for n, piece in enumerate(pieces):
            if piece.kind == "title":  # a title may give a last name only, of somebody named in full below it
                self._spot(self.spotted[n])
        self._tell_parties_apart()
        total = sum(weights.values())
        if total and sum(p.kind in ("title", "body") for p in pieces) > 1:
            best = max(weights, key=lambda code: weights[code])  # of two named as often, the one named first
            if invaded := self._invaded(best, forces, ground):
                self.discourse.invader, best = best, invaded
            if weights[best] >= _HOME_SHARE * total * (1 if ground[best] < _TOWNS_TOLD else 0.5):
                self.discourse.home = best
        for n, piece in enumerate(pieces):
            if piece.kind == "dateline" and (code := self._domestic(self.spotted[n].tokens)):
                self.discourse.domestic = code

    def _tell_parties_apart(self) -> None:
        """Take the short name of a party for the one that the article means, now that all names in it are known."""
        sentences = [Spelled(x.tokens, x.options, x.hits) for x in self.spotted.values()]
        instead = meant(sentences, self.pack.world, self.pack.cues)
        for found in self.spotted.values() if instead else ():
            hits = (instead.get(h, h) for h in found.hits)
            found.hits = [h for h in hits if h is not None]

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

    def _dots(self) -> bool:
        """Whether the article mostly spells prepositions that end in alef maqsura so: على."""
        spelled = [x.raw[-1] for s in self.spotted.values() for x in s.tokens if x.folded in self.pack.cues.alef_ended]
        return spelled.count("ى") > max(1, spelled.count("ي"))

    def _of_sport(self) -> bool:
        """Whether words of sport are so many that the article must be about it."""
        self.sport = self._many(self.pack.cues.sport)
        return self.sport >= max(_SPORT_WORDS, _SPORT_SHARE * self._length())

    def sporting(self, n: int) -> bool:
        """Whether words of sport of several kinds make a sentence one about it, whatever the article is about."""
        words = self.pack.cues.sport
        if self.sport < _SPORT_KINDS:
            return False
        kinds = {x for r in self.spotted[n].options for x in r.things[:1] if x in words}
        return len(kinds) >= _SPORT_KINDS

    def _of_history(self) -> bool:
        """Whether words of times long past, and years before those of anybody alive, are so many that the article must
        be about them.
        """
        many = self._many(self.pack.cues.history)
        for found in self.spotted.values():
            for k, token in enumerate(found.tokens):
                year = token.raw if token.kind == "number" and k else ""
                if len(year) in (3, 4) and year.isdecimal() and int(year) < _ALIVE:
                    many += found.tokens[k - 1].folded in self.pack.cues.year_word
        return many >= max(_HISTORY_WORDS, _HISTORY_SHARE * self._length())

    def _many(self, words: Folded) -> int:
        """How many tokens may be one of some words."""
        many = 0
        for found in self.spotted.values():
            for r in found.options:
                for x in r.things:
                    if x in words:
                        many += 1
                        break
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
        if self.quoting and self.opener in _STRAIGHT and marks and marks[0][0] > 0 and marks[0][1] == "“":
            self.quoting, quotes = False, quotations(marks, False)  # the same mark opens again: it was closed before
        if self.quoting and quotes.closes < 0 and _tells_anew(words, self.pack.cues):
            self.quoting, quotes = False, quotations(marks, False)  # the mark that closed it is lost
        if quotes.spans or quotes.opens >= 0:
            for w in words:
                w.quoted = quotes.inside(w.n)
        self.opener = next((x for at, x in reversed(marks) if at == quotes.opens), self.opener)
        cues, d = self.pack.cues, self.discourse
        chunks = Chunker(words, self.pack.world, cues).chunks()
        clauses = ClauseReader(words, chunks, cues, self.pack.frames.governs, self.pack.world).read()
        resolver = Resolver(words, self.text, d, cues)
        d.here = words[0].token.start
        d.fronted = _fronted(clauses, words, cues)
        d.local = _place_first(clauses, words, d, cues, resolver.places_a_body(chunks))
        people = Reference(words, clauses, resolver, self, cues)
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
            people.placed,
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
        silent = piece.kind == "caption" or self.eventless or self.sporting(n)
        drafts = [] if silent else SentenceCoder(scene).code()
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
        hits = [h for h in hits if not self._namesake_met(tokens, h)]
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
                    mark = directed(token.raw, self.text, token.start, token.end)
                    says = bool(words) and words[-1].hit is None and words[-1].r.pos == "sub"
                    marks.append((n, "“" if mark == '"' and says else mark))  # قال إن " الحدود مفتوحة "
                    continue
                if token.raw in DASHES and self._two_nations(k, by_token):
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
                    words,
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

    def _namesake_met(self, tokens: list[Token], h: Hit) -> bool:
        """Whether a last name that a known person has is here that of somebody else, whom the article named in full."""
        name = tokens[h.first].folded[len(h.conj + h.prep) :]
        alone = h.last == h.first + 1 and self.pack.world.entries[h.entry].kind == "person"
        met = self.discourse.persons.get(name) if alone else None
        return met is not None and met.entry < 0 and self.discourse.surnames.get(name) != h.entry

    def _chosen(self, tokens: list[Token], options: list[Readings], by_token: dict[int, Hit]) -> list[Reading]:
        """One reading for each token of a sentence, given the known names in it."""
        entries = self.pack.world.entries
        named = [entries[by_token[k].entry].kind if k in by_token else "" for k in range(len(tokens))]
        chosen = choose(tokens, options, named, self.pack.choice)
        for k in range(len(tokens) - 1):
            if chosen[k].pos not in ("noun", "adj", "mark", "number") and k not in by_token:
                chosen[k] = self._opens_office(k, options) or chosen[k]
        return chosen

    def _two_nations(self, k: int, by_token: dict[int, Hit]) -> bool:
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

    def _shuts(self, at: int) -> bool:
        """Whether the quotation that is open at `at` of the text goes on, in this line or up to a mark behind it."""
        line, _, further = self.text[at:].partition("\n")
        return len(line) > 1 or any(mark in further for mark in _SHUTS.get(self.opener, _STRAIGHT))

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
        people: "Reference",
    ) -> None:
        for x in drafts:
            both = one_each([*x.actor, *x.recipient])
            if len(both) == 1 and x.frame.merge and len({p.key for p in x.actor}) > 1:
                both = list(x.actor)
            if 2 <= len(both) <= 7:
                weight = 2.0 if x.frame.merge else _ONE_WAY.get(x.type, 0.8)
                others = x.recipient if x.actor and not x.frame.merge else ()
                talked = x.frame.merge and x.type in _TALKED
                self.discourse.met(both, weight, others, x.type == "ASSAULT", talked)
        self.quoting = quotes.opens >= 0 and self._shuts(people.words[-1].token.end)
        self.speaker = goes_on(said, self.speaker)
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
    if main is not None and (held := _held_by_crowd(main, words, cues)):
        return held
    at_home = [w for w in words if w.entry is not None and w.entry.code == d.home and w.entry.kind in _OF_STATE]
    if d.home and not all(_strikes(w, words, cues) for w in at_home):
        return ""
    inside = {w.n + 1 for w in words if w.hit is None and w.r.pos == "prep" and w.token.folded in ("في", "وفي")}
    foreign = any(e.kind == "adjective" for e, _ in named)  # قال وزير إسرائيلي إن الجيش شن هجوما على غزة
    struck = {w.n + 1 for w in words if foreign and w.hit is None and w.token.folded == "علي"}
    towns = [
        w.entry.code
        for w in words
        if w.entry is not None
        and w.entry.code
        and w.n not in aside | struck
        and (
            w.entry.kind == "city"
            or (w.entry.kind == "capital" and (w.n in inside or (w.hit and w.hit.prep == "ب")))
            or (at_home and w.entry.kind == "state" and w.n and words[w.n - 1].token.folded in cues.direction)
        )
    ]
    return towns[0] if towns and len(set(towns)) == 1 else ""


def _held_by_crowd(c: Clause, words: list[Word], cues: Cues) -> str:
    """The state in which a crowd acts, by the place told with it: سار العشرات في شوارع السليمانية مرددين هتافات مناوئة
    لأنقرة; "" for none.
    """
    if not any(_crowd(x, words, cues) for x in c.subject):
        return ""
    for x in c.args.get("fi", ()):
        for w in words[x.start : x.end]:
            if w.entry is not None and w.entry.code and (w.entry.kind in TOWNS or _of_the_act(x, c, w.entry)):
                return w.entry.code
    return ""


def _crowd(x: Chunk, words: list[Word], cues: Cues) -> bool:
    """Whether a phrase tells of people of no country told, and of nobody known before: مئات الطلاب، متظاهرون غاضبون."""
    w = words[x.head]
    told = any(v.entry is not None or v.r.pron for v in words[x.start : x.end])
    several = w.hit is None and w.r.cls in ("human", "group") and w.r.number == "p"
    return w.r.lemma in cues.crowd or (several and not told and not words[x.start].r.definite)


def _of_the_act(x: Chunk, c: Clause, e: Entry) -> bool:
    """Whether a state is where a crowd acts, not where what it is about is: أمام السفارة في الجزائر."""
    before = next((y for y in (*c.before, *c.after) if y.n == x.n - 1), None)
    return e.kind == "state" and before is not None and (before in c.subject or before.rel == "amam")


def _strikes(w: Word, words: list[Word], cues: Cues) -> bool:
    """Whether a nationality only tells who strikes: غارة روسية، ضربة صاروخية روسية."""
    before = words[max(0, w.n - 2) : w.n]
    strike = any(x.hit is None and x.r.lemma in cues.struck_noun | cues.strike_noun for x in before)
    return strike and w.entry is not None and w.entry.kind == "adjective"


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
        return known.kind == "person" and known.gender != "f"
    if follows is None or (follows.gender, follows.number) != ("m", "s"):
        return False
    return follows.cls == "human" or follows.pos == "name"


def _tells_anew(words: list[Word], cues: Cues) -> bool:
    """Whether a sentence begins with who says something, as a quotation hardly does: وأضاف الوزير، or goes on with it
    behind a comma: وردا على سؤال، قال الوزير إن.
    """
    begun = False
    for k, w in enumerate(words):
        says = w.hit is None and (w.r.pos, w.r.tense, w.r.person) == ("verb", "past", 3) and bool(w.act_in(cues.report))
        if says and not begun:
            return True
        if says and words[k - 1].token.raw in COMMAS and w.act_in(cues.bare_saying):
            if any(x.r.pos == "sub" and x.r.lemma == _THAT for x in words[k + 2 : k + _SPEAKER]):
                return True
        begun = begun or (w.token.kind == "word" and w.r.lemma not in cues.likewise)
    return False


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
