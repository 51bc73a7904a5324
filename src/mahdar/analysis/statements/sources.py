"""Statements of sources that vouch for what stands beside them: وفق الشرطة، حسبما ذكرت الوكالة، على حد قوله."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party
from mahdar.analysis.statements.clausal import chain, complement_of
from mahdar.analysis.statements.quotes import Quotes
from mahdar.analysis.statements.quoting import Quoting
from mahdar.analysis.statements.said import Said
from mahdar.analysis.statements.speaker import EXTENT, Speaker
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS, DASHES, STOPS

_SAYS_NOTHING: Final = frozenset(("abstract", "act", "thing"))
_IN: Final = ("في", "فى", "وفي", "وفى")
_LEADS: Final = 3  # how many words may stand before a noun that tells whose the words behind it are


class Sources:
    """Finds the sources of one sentence and what they vouch for."""

    def __init__(
        self, words: list[Word], clauses: list[Clause], quotes: Quotes, cues: Cues, quoting: Quoting, who: Speaker
    ) -> None:
        self.words, self.clauses, self.quotes, self.cues = words, clauses, quotes, cues
        self.quoting, self.who = quoting, who

    def sources(self) -> list[Said]:
        """وفق X, بحسب X: X vouches for the clause that the phrase stands in."""
        phrases = ((c, x) for c in self.clauses for x in c.args.get("hasab", ()))
        return [said for c, x in phrases if (said := self._source(c, x)) is not None]

    def _source(self, c: Clause, x: Chunk) -> Said | None:
        """What a phrase of source in a clause vouches for; None where it names no source, or only hands words on."""
        speakers = self._vouching(x)
        if speakers is None:
            return None
        governed = (x in c.before or x in c.after) and self.who.governs(c)
        complement = complement_of(c) if governed else None
        relay: list[Party] = []
        if complement is not None and x in self.who.by_way_of(c, complement):
            return None
        if complement is not None and c.verb is not None and c.verb.start < x.start and x.end <= complement.opener:
            first, last = complement.opener + 1, max(y.last() for y in chain(c, complement))
            relay = self.who.outlets(c)
        else:
            first, last = self._vouched_for(x, self._level(c))
        cue_end = x.parts[0].start if x.parts[0].start > x.start else x.start + 1
        return Said(speakers[0], speakers[1:], relay, [], x.start, cue_end, first, last)

    def _vouching(self, x: Chunk) -> list[Party] | None:
        """Who vouches by a phrase of source; None for what is no source: وفقا لقرارات الأمم المتحدة."""
        head = self.words[x.head]
        account = self._account(head)
        owned = head.hit is None and head.r.cls in _SAYS_NOTHING
        if head.r.pron and head.r.cls in ("abstract", "act", ""):
            return None
        speakers = [p for p in self.who.parties(x) if not p.weak or p.code == "UNK" or account or not owned]
        if self.who.spoke is not None and self.who.same_source(x) and all(p.code == "UNK" for p in speakers):
            return [self.who.spoke]
        tells = head.r.cls == "human" or head.r.lemma in self.cues.document or head.r.lemma in self.cues.genus
        if not speakers and not tells:
            return None
        if not speakers and (author := self._written_by(x)) is not None:
            speakers = self.who.parties(author)
        return speakers or [self.who.unnamed(x)]

    def _written_by(self, x: Chunk) -> Chunk | None:
        """The phrase behind a document of source that tells whose it is: بحسب بيان للرئاسة."""
        document = not self.who.parties(x) and self.words[x.head].r.lemma in self.cues.document
        return self.who.author(x) if document else None

    def _level(self, c: Clause) -> Clause:
        """The clause around that a source in it vouches for: the article's own, or the one that somebody says."""
        while c.parent is not None and c.kind != "main" and not (c.kind == "complement" and self._said_level(c)):
            c = c.parent
        return c

    def _vouched_for(self, x: Chunk, top: Clause) -> tuple[int, int]:
        """The words that a source vouches for: those behind it where it leads, around it, or before it."""
        first_of_all = all(y.start >= x.start for y in (*top.before, *top.after))
        if first_of_all and (top.verb is None or top.verb.start > x.start):
            author = self._written_by(x)
            first = self._so(author.end if author is not None else x.end)
            while first < len(self.words) and self._only_opens(self.words[first]):
                first += 1
            return first, self._level_end(top)
        if (inside := self._interrupted(x, top)) is not None:
            marked = self.words[x.end].token.kind == "mark"
            last = self._level_end(top) if marked else inside.last()
            return max(self._behind_dateline(inside), inside.opener + 1), last
        while top.previous is not None and not (top.subject or self.who.governs(top.previous)):
            top = top.previous  # هاجموا القرية وقتلوا معلما، بحسب الشرطة
        opened = top.opener >= 0 and top.opener == top.start
        return top.opener + 1 if opened else self._behind_dateline(top), x.start

    def _only_opens(self, w: Word) -> bool:
        """Whether a word is a comma or 'so' before what a source vouches for: بحسب الشرطة، فإن الطريق مغلقة."""
        return w.token.raw in COMMAS or (w.r.lemma in ("فان", "ان", "فقد") and w.r.pos == "sub")

    def _behind_dateline(self, c: Clause) -> int:
        """Where a clause begins behind the place and agency that open it: لاغوس ـ أ ف ب: خطف مسلحون موظفا."""
        verb = c.verb.start if c.verb is not None else c.start
        return next((k + 1 for k in range(verb - 1, c.start, -1) if self.words[k].token.raw == ":"), c.start)

    def _level_end(self, c: Clause) -> int:
        """The end of a clause and of those that follow beside it."""
        return max(x.last() for x in self.clauses if x.kind == c.kind and x.parent is c.parent and x.n >= c.n)

    def _so(self, end: int) -> int:
        """Where what a source that leads vouches for begins: behind what else tells of the source, if 'so' opens it, as
        in بحسب شهادات جمعت أمس، فقد هاجم الجيش القرية.
        """
        commas = (k for k in range(end, len(self.words) - 1) if self.words[k].token.raw in COMMAS)
        k = next(commas, -1)
        if k < 0:
            return end
        r = self.words[k + 1].r
        return k if r.conj == "ف" and r.pos != "noun" else end

    def _account(self, head: Word) -> bool:
        """Whether a noun tells of what is said or written, so that whose it is speaks: حسب تعبير، وفق شهادات."""
        r, cues = head.r, self.cues
        lists = (cues.document, cues.voice, cues.report_noun_head, cues.told_noun)
        return head.hit is None and any(r.lemma in told for told in lists)

    def _interrupted(self, x: Chunk, top: Clause) -> Clause | None:
        """The clause that a source stands in, between commas or dashes or without a mark: استفتاء أيد فيه الناخبون،
        بحسب السلطات، الضم؛ فوجئت القوات - بحسب القيادة - بعنف الهجوم؛ أوقع الهجوم بحسب الجيش ألف قتيل.
        """
        if x.end >= len(self.words) or x.start == 0:
            return None
        before, after = self.words[x.start - 1].token.raw, self.words[x.end].token.raw
        marked = (before in COMMAS and after in COMMAS) or (before in DASHES and after in DASHES)
        beside = before in COMMAS or before in DASHES or self.words[x.end].token.kind == "mark"
        of_part = self.words[x.start].paren or any(b == x.start for _, b in self.quotes.spans)
        if not marked and (beside or of_part):
            return None  # نزل الآلاف (25 ألفا حسب المنظمين) إلى الشوارع، عيادة "مشبوهة" بحسب الشرطة
        relative = next((c for c in self.clauses if c.kind == "relative" and c.last() in (x.start - 1, x.start)), None)
        goes_on = top.verb is not None and top.verb.start < x.start and any(y.start >= x.end for y in top.after)
        return (relative if marked else None) or (top if goes_on else None)

    def vouchers(self) -> list[Said]:
        """وفق ما أعلنت X, حسبما أورد X, كما ذكرت X: X vouches for the rest of the sentence."""
        out: list[Said] = []
        for c in self.clauses:
            opens = self.vouches(c)
            if opens < 0:
                continue
            speakers = [p for p in self.who.subject_of(c) if p.kind != "place"]
            if not speakers and c.subject and self.words[c.subject[0].head].r.lemma in self.cues.document:
                author = self.who.author(c.subject[0])
                speakers = self.who.parties(author) if author is not None else []
            if not speakers and not c.subject:
                continue
            speakers = speakers or [self.who.unnamed(c.subject[0])]
            stop = next((k for k in range(opens - 1, -1, -1) if self.words[k].token.raw in STOPS), -1) + 1
            if opens - stop < 2:  # it leads
                end = max([c.verb.end, *(x.end for x in (*c.subject, *c.after))])  # type: ignore[union-attr]
                stops = (k for k in range(end, len(self.words)) if self.words[k].token.raw in STOPS)
                last = next(stops, len(self.words))
                first = next((k + 1 for k in range(end, last) if self.words[k].r.lemma == "ان"), end)
            else:
                first, last = next(((a, b) for a, b in self.quotes.spans if b == opens), (stop, opens))
            relay = [p for x in c.args.get("li", ()) for p in self.who.parties(x) if p.kind == "media"]
            out.append(Said(speakers[0], speakers[1:], relay, [], opens, c.verb.end, first, last))  # type: ignore[union-attr]
        return out

    def _a_person(self, x: Chunk) -> bool:
        """Whether the head of a phrase is a common noun for a person: رئيس تحرير الصحيفة."""
        head = self.words[x.head]
        return head.hit is None and head.r.cls == "human"

    def voices(self, said: Sequence[Said]) -> list[Said]:
        """على حد قوله, في رأيه: whoever spoke last vouches for the rest of the sentence, or for what it ends."""
        if self.who.last_speaker is None:
            return []
        for w in self.words[1:]:
            if w.hit is not None or w.r.lemma not in self.cues.voice or w.r.pron not in ("ه", "ها", "هم", "هما"):
                continue
            if not self._by_voice(w) or any(s.first <= w.n < s.last or s.cue <= w.n < s.first for s in said):
                continue
            if any(s.cue < w.n and not any(x.token.raw in STOPS for x in self.words[s.cue : w.n]) for s in said):
                return []  # استبعد مسؤول لقاء ما لم "تنسحب القوات"، على حد قوله
            leads = w.n <= _LEADS
            last = len(self.words) if leads else w.n - (2 if self.words[w.n - 1].r.lemma == EXTENT else 1)
            stops = (k for k in range(w.n + 1, len(self.words)) if self.words[k].r.lemma in ("فان", "ان"))
            first = next(stops, w.n) + 1 if leads else 0
            return [Said(self.who.last_speaker, [], [], [], w.n, w.n + 1, first, last)]
        return []

    def _by_voice(self, w: Word) -> bool:
        """Whether the words before a noun of saying make it a source: على حد قوله، في رأيه، برأيه، حسب تعبيره."""
        before = self.words[w.n - 1]
        if before.hit is not None or w.r.prep == "ب":
            return w.r.prep == "ب" and w.r.lemma != "قول"
        r = before.r
        by = r.lemma == EXTENT or self.cues.relations.single(r.prep or r.lemma) == "hasab"
        return by or (r.pos == "prep" and before.token.folded in _IN and w.r.lemma != "قول")

    def vouches(self, c: Clause) -> int:
        """Where a clause of source without content of its own begins; -1 for another clause."""
        if c.verb is None or not self.words[c.verb.start].act_in(self.cues.report) or complement_of(c):
            return -1
        further = min((x.start for x in c.children if x.kind == "relative" and x.antecedent in c.subject), default=-1)
        titles = [x for x in c.objects if c.subject and x.start == c.subject[0].end and self._a_person(x)]
        if any(further < 0 or x.start < further for x in c.objects if x not in titles):
            return -1  # but وفق ما أعلنت الوزارة التي اتهمت بيلاروس بتزويدهم قنابل
        opener = self.words[c.opener] if c.opener >= 0 else None
        if self.words[c.verb.start].act_in(self.cues.called_verb) and "bi" in c.args:
            return -1  # احتجت على ما وصفته بالتدخل
        if c.kind == "relative" and opener is not None and opener.r.lemma == "ما" and c.via in ("hasab", "ala"):
            return c.opener - 1
        if opener is not None and opener.r.lemma in self.cues.source_adverb:
            return c.opener
        outlets = [p for x in c.args.get("li", ()) for p in self.who.parties(x)]
        told = [x for rel, phrases in c.args.items() if rel != "li" or not outlets for x in phrases]
        papers = all(self.words[x.head].r.lemma in self.cues.document or self.words[x.start].quoted for x in told)
        if (
            not papers
            or any(p.kind != "media" for p in outlets)
            or self.words[c.verb.start].act_in(self.cues.speech_act)
        ):
            return -1  # كما أثنى على جهوده
        before = self.words[c.verb.start - 1] if c.verb.start else None
        alone = before is not None and before.r.lemma in self.cues.source_adverb and self.quoting.quote(c) is None
        if not alone:
            return -1
        led = c.verb.start < 2 or self.words[c.verb.start - 2].token.raw in COMMAS
        closed = any(b == c.verb.start - 1 for _, b in self.quotes.spans)
        last = max([c.verb.end, *(x.end for x in (*c.subject, *c.after, *c.times))])
        ends = last >= len(self.words) or self.words[last].token.raw in STOPS
        follows = bool(c.subject) and c.subject[0].start >= c.verb.end
        if led or closed or (ends and follows):
            return c.verb.start - 1
        return -1

    def _said_level(self, c: Clause) -> bool:
        return c.parent is not None and self.who.governs(c.parent)
