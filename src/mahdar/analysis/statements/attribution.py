"""Who says what: cue, speaker, relay and content of every attribution in a sentence."""

from collections.abc import Callable
from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party
from mahdar.analysis.statements.clausal import complement_of
from mahdar.analysis.statements.extent import Extent
from mahdar.analysis.statements.quotes import Quotes
from mahdar.analysis.statements.said import Said
from mahdar.analysis.statements.sources import Sources
from mahdar.analysis.statements.speaker import Speaker
from mahdar.analysis.statements.verbs import Verbs
from mahdar.language.cues import Cues

_NEAR: Final = 4  # phrases before a clause among which its noun of saying stands


class Attribution:
    """Finds the statements of one sentence."""

    def __init__(
        self,
        words: list[Word],
        chunks: list[Chunk],
        clauses: list[Clause],
        quotes: Quotes,
        cues: Cues,
        parties: Callable[[Chunk], list[Party]],
        subject_of: Callable[[Clause], list[Party]],
        unnamed: Callable[[Chunk], Party],
        placed: Callable[[Party], Party],
        last_speaker: Party | None,
        title: bool,
    ) -> None:
        self.words, self.chunks, self.clauses, self.quotes, self.cues = words, chunks, clauses, quotes, cues
        self.placed, self.title = placed, title
        self.who = Speaker(words, chunks, cues, parties, subject_of, unnamed, last_speaker)
        self.extent = Extent(words, chunks, clauses, quotes, cues)
        self.verbs = Verbs(words, quotes, cues, self.extent, self.who)
        self.sources = Sources(words, clauses, quotes, cues, self.extent.quoting, self.who)

    def find(self) -> list[Said]:
        """The statements in the order of their content, the wider of two first."""
        out: list[Said] = []
        by: dict[int, Said] = {}
        for c in self.clauses:
            said = self.verbs.said(c) if self.sources.vouches(c) < 0 else None
            if said is not None:
                above = c.parent if c.kind == "participle" else c.previous
                before = by.get(above.n) if above is not None and not c.subject else None
                if said.speaker is None and before is not None:  # أشار التقرير إلى أن، مضيفا أن
                    said = said._replace(speaker=before.speaker, others=before.others)
                by[c.n] = said
                if c.kind == "main" and said.speaker is not None:
                    self.who.spoke = said.speaker  # قالت مصادر إن ...، وأضافت المصادر ذاتها
                out.append(self.extent.trimmed(said))
        out += [self.extent.trimmed(s) for s in (*self._nouns(), *self._announced(), *self._sayings())]
        sources = [self.extent.trimmed(s) for s in (*self.sources.sources(), *self.sources.vouchers())]
        out += [self.extent.trimmed(s) for s in self.sources.voices([*out, *sources])]
        quoted = {x.first for x in sources if x.relay}
        out = [self._before_source(s, sources) for s in out if s.first not in quoted] + sources
        if self.title:
            out += [x for x in self._headline() if not any(s.first <= x.first < s.last for s in out)]
        out = [
            s._replace(speaker=s.speaker and self.placed(self.who.at_home(s.speaker, s.relay)))
            for s in out
            if s.last > s.first
        ]
        out.sort(key=lambda s: (s.first, -s.last))
        return self._relays(self._once(out))

    def _once(self, said: list[Said]) -> list[Said]:
        """The statements without those that tell the same words of the same speaker again: استطرد قائلا «...»."""
        out: list[Said] = []
        for s in said:
            code = s.speaker and s.speaker.code
            if not any((o.first, o.last, o.speaker and o.speaker.code) == (s.first, s.last, code) for o in out):
                out.append(s)
        return out

    def _nouns(self) -> list[Said]:
        """إعلان X أن."""
        out: list[Said] = []
        for c in self.clauses:
            if c.kind == "complement" and c.previous is None and c.parent is not None:
                said = self._by_noun(c, c.parent)
                out += [said] if said is not None else []
        return out

    def _by_noun(self, c: Clause, home: Clause) -> Said | None:
        """What a noun of saying before a clause with 'that' leads in: بعد إعلان كينيا أن قواتها انسحبت."""
        verb = home.verb
        if verb is not None and verb.start < c.start:
            if self.who.governs(home) and complement_of(home) is not None:
                return None
        if verb is not None and self.words[verb.start].act_in(self.cues.editorial_verb):
            return None  # تجدر الإشارة إلى أن: the newspaper says it
        phrases = [y for y in (*home.before, *home.after) if y.start < c.start]
        y = next((y for y in reversed(phrases[-_NEAR:]) if self._saying(y) >= 0), None)
        if y is None:
            return None
        cue = self._saying(y)
        speakers = self.who.parties(y) or [p for z in phrases if z.n > y.n for p in self.who.parties(z)][:1]
        owned = self._whose(y, cue)
        speakers = speakers or ([] if owned else self.who.subject_of(self._acting(home)))
        if not speakers and not owned:
            return None  # يمكن القول إن
        last = max(z.last() for z in (c, *(z for z in home.children if z.previous is c)))
        return Said(speakers[0] if speakers else None, speakers[1:], [], [], cue, cue + 1, c.opener + 1, last)

    def _saying(self, y: Chunk) -> int:
        """The noun of saying in the last part of a phrase, -1 for none."""
        part, heads = y.parts[-1], self.cues.report_noun_head
        inside = (self.words[k] for k in range(part.start, part.end))
        return next((w.n for w in inside if w.hit is None and w.r.pos == "noun" and w.r.lemma in heads), -1)

    def _announced(self) -> list[Said]:
        """What somebody says by an act: إعلان كينيا انسحابها من التكتل، بعد إعلان المتمردين تعليق المحادثات."""
        out: list[Said] = []
        for x in self.chunks:
            cue = x.masdar
            if cue < 0 or self.words[cue].r.lemma not in self.cues.report_noun_head or x.head == cue:
                continue
            told = self.words[x.head]
            whose = next((y for y in self.chunks if y.start <= cue < y.end), None)
            says = told.hit is None and told.r.form == "masdar"
            speakers = self.who.parties(whose) if whose is not None and says else []
            if speakers:
                out.append(Said(speakers[0], speakers[1:], [], [], cue, cue + 1, x.start, self._run(x)))
        return out

    def _run(self, x: Chunk) -> int:
        """Where a phrase ends with those that only hang on it."""
        for y in self.chunks[x.n + 1 :]:
            if y.kind not in ("np", "time") or (y.kind == "np" and not y.prep):
                return self.chunks[y.n - 1].end
        return self.chunks[-1].end

    def _sayings(self) -> list[Said]:
        """اكتفى الناطق بالقول «...»: words right behind a noun of saying that tells how somebody does something."""
        out: list[Said] = []
        for c in self.clauses:
            if c.verb is None or self.words[c.verb.start].act_in(self.cues.report):
                continue
            for x in c.args.get("bi", ()):
                head = self.words[x.head]
                if head.hit is not None or head.r.lemma not in self.cues.saying_noun or x.end != x.head + 1:
                    continue
                first = x.end + (x.end < len(self.words) and self.words[x.end].token.raw == ":")
                quote = next(((a, b) for a, b in self.quotes.spans if a == first), None)
                if quote is None and self.quotes.opens == first:
                    quote = first, len(self.words)
                speakers = self.who.subject_of(c)
                if quote is not None and speakers:
                    out.append(Said(speakers[0], speakers[1:], [], [], x.head, x.head + 1, *quote))
        return out

    def _acting(self, c: Clause) -> Clause:
        """The nearest clause around that has a verb: رد على اتهامه بأنه عميل بالقول إن."""
        while c.verb is None and c.parent is not None:
            c = c.parent
        return c

    def _whose(self, x: Chunk, noun: int) -> bool:
        """Whether a noun of saying is followed by whose words it means, be he known or not: إعلان شوماخر أنه سيعتزل."""
        behind = self.words[noun + 1] if noun + 1 < x.parts[-1].end else None
        return behind is not None and behind.hit is None and (behind.r.pos == "name" or behind.r.cls == "human")

    def _headline(self) -> list[Said]:
        """A title, or a part of one, of the shape «X: words» or «X to an outlet: words»."""
        said = [self._heading(c) for c in self.chunks if c.kind == "mark" and self.words[c.start].token.raw == ":"]
        return [s for s in said if s is not None]

    def _heading(self, colon: Chunk) -> Said | None:
        """What somebody says behind a colon in a title; None where what stands before it is what the title is about."""
        x = self.chunks[colon.n - 1] if colon.n else None
        relay: list[Party] = []
        if x is not None and x.n and x.kind == "np" and x.rel == "li":
            relay = [p for p in self.who.parties(x) if p.kind == "media"]
            x = self.chunks[x.n - 1] if relay else x  # الوزير الكيني لـ«العالم»: لن ننسحب
        if x is None or x.kind != "np" or x.prep or colon.end >= len(self.words):
            return None
        speakers = [p for p in self.who.parties(x) if p.kind not in ("place", "media")]
        if not speakers and relay and self.who.speaks(x):
            speakers = [self.who.unnamed(x)]
        if not speakers or speakers[0].weak:
            return None
        ends = (k for k in range(colon.end, len(self.words)) if self.words[k].token.raw in (".", "…", "؛"))
        last = next(ends, len(self.words))
        about = not relay and self._only_about(x, speakers[0], colon, last)
        return None if about else Said(speakers[0], speakers[1:], relay, [], x.start, x.end, colon.end, last)

    def _only_about(self, x: Chunk, speaker: Party, colon: Chunk, last: int) -> bool:
        """Whether words `[colon.end, last)` behind a state or town only tell of it, or from there: «النيجر: انقلاب»."""
        entry, words = self.words[x.head].entry, self.words[colon.end : last]
        own = any(w.hit is None and w.r.pos == "verb" and w.r.person == 1 for w in words)  # تركيا: لن نسمح
        if entry is not None and entry.kind == "state" and not own and not all(w.quoted for w in words):
            return True
        behind = self.chunks[colon.n + 1] if colon.n + 1 < len(self.chunks) else None
        bare = behind is not None and behind.kind == "np" and not behind.prep
        first = self.who.parties(behind)[:1] if behind is not None and bare else []
        if first and first[0].kind == "media" and behind is not None and behind.end >= last:
            return True  # نيروبي: «العالم»
        if entry is None or entry.kind != "capital" or own or words[0].quoted or not first:
            return False
        return first[0].kind == "person" and first[0].code == speaker.code  # عمان: وزير الخارجية يبحث

    def _before_source(self, s: Said, sources: list[Said]) -> Said:
        """Content ends before a phrase of source that stands in it."""
        for x in sources:
            if s.first < x.cue < s.last and x.first <= s.first:
                return self.extent.trimmed(s._replace(last=x.cue))
        return s

    def _relays(self, said: list[Said]) -> list[Said]:
        """A statement inside an outlet's own statement reached the text through that outlet."""
        out = []
        for s in said:
            for o in said:
                if (
                    o is not s
                    and o.first <= s.cue < o.last
                    and o.speaker is not None
                    and o.last - o.first > s.last - s.first
                    and (o.speaker.kind == "media")
                ):
                    s = s._replace(relay=[o.speaker, *s.relay])
                    break
            out.append(s)
        return out
