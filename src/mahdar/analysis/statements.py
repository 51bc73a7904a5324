"""Who says what: cue, speaker, relay and content of every attribution in a sentence."""

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause, stands_for
from mahdar.analysis.party import Party
from mahdar.language.cues import Cues
from mahdar.text.fold import plain
from mahdar.text.quotes import WIDTHLESS
from mahdar.text.tokens import COMMAS, DASHES, STOPS

_OPENERS: Final = {"«": "»", "“": "”", '"': '"', "„": "“", "‘": "’"}
_CLOSERS: Final = frozenset("»”’")
_AFTER_CLOSING: Final = ".،,؛:؟!)]"
_MAX_DEPTH: Final = 8
_SAYS_NOTHING: Final = frozenset(("abstract", "act", "thing"))
_TITLE: Final = 3  # words of the quoted name of a newspaper at most: في تصريحات لـ«العالم»
_SHORT_QUOTE: Final = 5
_FRAGMENT: Final = 4
_EXTENT: Final = "حد"
_TONGUE: Final = "لسان"
_PERCENT: Final = ("%", "٪")
_IN: Final = ("في", "فى", "وفي", "وفى")
_BESIDES: Final = ("baad", "qabl", "raghm", "khilal", "sabab")  # relations of what only surrounds what is told
_AROUND: Final = ("bidun", "raghm", "maa", "qabl", "baad")
_LEADS: Final = 3  # how many words may stand before a noun that tells whose the words behind it are


class Said(NamedTuple):
    """One statement in words: cue `[cue, cue_end)` (empty for a quotation carried on), content `[first, last)`.

    `clause`: the number of the clause that the cue governs, -1 for none. `vouches`: whether it is one only for the
    sake of an act that it vouches for (تبنت الهجوم).
    """

    speaker: Party | None
    others: list[Party]
    relay: list[Party]
    addressee: list[Party]
    cue: int
    cue_end: int
    first: int
    last: int
    clause: int = -1
    vouches: bool = False


class Quotes(NamedTuple):
    """Quotation marks of a sentence: closed stretches of words; where one is left open, where one from before closes
    (-1: nowhere).
    """

    spans: list[tuple[int, int]]
    opens: int
    closes: int

    def inside(self, k: int) -> bool:
        """Whether word `k` stands in quotation marks."""
        return any(a <= k < b for a, b in self.spans) or 0 <= self.opens <= k

    def marks(self, first: int, last: int) -> bool:
        """Whether any quotation begins within words `[first, last)`."""
        return any(a < last and b > first for a, b in self.spans) or first <= self.opens < last


def directed(mark: str, text: str, start: int, end: int) -> str:
    """A straight quotation mark at `[start, end)` of a text as an opening or a closing one where the spaces around it
    tell which it is: `قال "نعم". `
    """
    if mark != '"':
        return mark
    if text[end : end + 1] == WIDTHLESS:
        end += 1
    free = start == 0 or text[start - 1].isspace() or text[start - 1] in "([:"
    ends = end >= len(text) or text[end].isspace() or text[end] in _AFTER_CLOSING
    if free == ends:
        return "”" if free and text[end : end + 1] in _AFTER_CLOSING else mark
    return "“" if free else "”"


def goes_on(said: Sequence[Said], before: Party | None) -> Party | None:
    """Who a bare verb of saying in the next sentence goes on with: whoever spoke last of those who are not themselves
    told of in somebody's words, but for an outlet's: قال الوزير إن الرئيس أكد أن الهدنة قائمة. وأضاف: the minister.
    """
    for s in reversed(said):
        inside = (o for o in said if o is not s and o.first <= s.cue < o.last and o.last - o.first > s.last - s.first)
        if all(o.speaker is not None and o.speaker.kind == "media" for o in inside):
            return s.speaker or before
    return before


def quotations(marks: Sequence[tuple[int, str]], inside: bool) -> Quotes:
    """Pair the quotation marks of one sentence.

    Args:
        marks: (number of words before the mark, the mark) in order.
        inside: whether a quotation was open when the sentence began.
    """
    spans: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = [(0, "?")] if inside else []
    closes = -1
    for at, mark in marks:
        if mark == "“" and stack and (stack[-1][1] in ('"', "“") or (stack[-1][1] == "?" and at == 0)):
            stack.pop()  # opened anew: the mark before was a slip, or a paragraph repeats it
        closing = mark in _CLOSERS or (mark in ('"', "“") and bool(stack) and _OPENERS.get(stack[-1][1], '"') == mark)
        closing = closing or (mark == '"' and bool(stack) and stack[-1][1] == "“")  # it only tells less than the first
        if closing and stack:
            begin, opener = stack.pop()
            spans.append((begin, at))
            if opener == "?":
                closes = at
        elif mark in _OPENERS and not closing and len(stack) < _MAX_DEPTH:
            stack.append((at, mark))
    return Quotes(sorted(spans), stack[-1][0] if stack else -1, closes)


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
        self.unnamed, self.placed, self.last_speaker = unnamed, placed, last_speaker
        self.spoke = last_speaker  # who spoke last, be it in this sentence
        self.words, self.chunks, self.clauses, self.quotes, self.cues = words, chunks, clauses, quotes, cues
        self.parties, self.subject_of, self.title = parties, subject_of, title
        self.home: dict[int, Clause] = {x.n: c for c in clauses for x in (*c.before, *c.after)}

    def find(self) -> list[Said]:
        """The statements in the order of their content, the wider of two first."""
        out: list[Said] = []
        by: dict[int, Said] = {}
        for c in self.clauses:
            said = self._clause(c) if self._vouches(c) < 0 else None
            if said is not None:
                above = c.parent if c.kind == "participle" else c.previous
                before = by.get(above.n) if above is not None and not c.subject else None
                if said.speaker is None and before is not None:  # أشار التقرير إلى أن، مضيفا أن
                    said = said._replace(speaker=before.speaker, others=before.others)
                by[c.n] = said
                if c.kind == "main" and said.speaker is not None:
                    self.spoke = said.speaker  # قالت مصادر إن ...، وأضافت المصادر ذاتها
                out.append(self._trimmed(said))
        out += [self._trimmed(s) for s in (*self._nouns(), *self._announced(), *self._sayings())]
        sources = [self._trimmed(s) for s in (*self._sources(), *self._vouchers())]
        out += [self._trimmed(s) for s in self._voices([*out, *sources])]
        quoted = {x.first for x in sources if x.relay}
        out = [self._before_source(s, sources) for s in out if s.first not in quoted] + sources
        if self.title:
            out += [x for x in self._headline() if not any(s.first <= x.first < s.last for s in out)]
        out = [
            s._replace(speaker=s.speaker and self.placed(self._at_home(s.speaker, s.relay)))
            for s in out
            if s.last > s.first
        ]
        out.sort(key=lambda s: (s.first, -s.last))
        return self._relays(out)

    def _at_home(self, speaker: Party, relay: list[Party]) -> Party:
        """The speaker, an official of no state told as one of the state whose outlet he speaks to: قال مصدر أمني لوكالة
        الأنباء الغانية.
        """
        told = speaker.code not in (None, "UNK") and not (speaker.weak and speaker.level == "source")
        if told or speaker.level not in ("official", "source"):
            return speaker
        said_by = [w for w in self.words if speaker.start <= w.token.start < speaker.end]
        office = any(w.hit is None and w.r.lemma in self.cues.local_source for w in said_by)
        if speaker.level == "source" and not office:
            return speaker  # قالت مصادر مطلعة لصحيفة، قال مصدر دبلوماسي
        codes = {p.code for p in relay}
        code = next(iter(codes)) if len(codes) == 1 else None
        if code in (None, "UNK") or any(plain(p.name) in self.cues.world_outlet for p in relay):
            return speaker
        return speaker._replace(code=code, key=f"{speaker.key}:{code}")

    # -- verbs of saying ---------------------------------------------------------------------

    def _clause(self, c: Clause) -> Said | None:
        if c.verb is None:
            return None
        w = self.words[c.verb.start]
        if "نقل" in w.acts or ("نسب" in w.acts and "ila" in c.args):
            relayed = self._relayed(c)
            if relayed is not None or self._complement(c) is None or "an" in c.args:
                return relayed  # but نقلت شاهدة أن القوات انسحبت
        if w.act_in(self.cues.come_verb):
            told = self._document(c)
            if told is not None or len(w.acts) == 1:
                return told
        lemma = w.act_in(self.cues.report) or self._talks_of(c, w)
        if not lemma:
            return None
        if self._unsaid(c, lemma) or self._carries(c) or self._follows_from(c):
            return None
        complement = self._complement(c)
        if c.passive and not (complement and c.kind != "participle"):
            return None
        if self._impersonal(c, w, complement) or (c.passive and lemma == "سال"):
            return None
        if w.act_in(self.cues.called_verb) and self._called(c, complement):
            return None
        if lemma in self.cues.resolving and complement is not None and self._mood(complement) == "subjunctive":
            return None
        speakers = self._speakers(c, w, complement)
        if speakers is None:
            return None
        relay = self._handing_on(c, w, complement)
        addressee = [p for x in c.objects[:1] if lemma in ("ابلغ", "اخبر", "طمان") for p in self.parties(x)]
        act = lemma in self.cues.speech_act

        def said(first: int, last: int) -> Said:
            assert c.verb is not None
            return Said(
                speakers[0] if speakers else None,
                speakers[1:],
                relay,
                addressee,
                c.verb.start,
                c.verb.end,
                first,
                last,
                c.n,
            )

        if complement is not None:
            last = max(x.last() for x in self._chain(c, complement))
            if lemma in self.cues.voice_verb and (felt := self._felt(c, complement)) is not None:
                return said(felt.parts[0].start, last)
            return said(*self._with_quote(c, complement, last))
        if lemma in self.cues.called_verb and not c.passive and (named := self._named_as(c)) is not None:
            return said(*named)
        quote = self._quote(c)
        if lemma in self.cues.report_noun and (quote is None or not quote[2]) and not act:
            content = self._noun_content(c, lemma)
            if content is not None:
                return self._of_noun(said(*content), lemma)
        if quote is not None and (not act or quote[2] or self._words_of(quote)):
            return said(quote[0], quote[1])
        colon = self._colon(c)
        if colon is not None and not act:
            return said(colon, self._other_speaks(c, colon))
        if lemma in self.cues.bare_saying and (first := self._unmarked(c)) >= 0:
            return said(first, self._other_speaks(c, first))
        if w.act_in(self.cues.words_follow) and c.kind == "participle" and c.verb.end + 1 < len(self.words):
            return said(c.verb.end, self._other_speaks(c, c.verb.end))
        if lemma in self.cues.report_noun:
            content = self._noun_content(c, lemma)
            if content is not None:
                return self._of_noun(said(*content), lemma)
        if lemma in self.cues.ask_verb and (asked := self._asked(c)) is not None:
            return said(asked.start - 1, asked.last())
        if colon is not None and self._unfolds(c, colon):
            return said(colon, self._other_speaks(c, colon))
        if c.kind == "relative" and lemma in self.cues.called_verb and quote is not None and not c.passive:
            return said(quote[0], quote[1])  # ما سمّاه «...»
        if lemma in ("اعتبر", "عدّ", "راي") and not c.passive and speakers and (judged := self._judged(c, lemma)) >= 0:
            return said(judged, c.last())
        if c.kind == "relative" and lemma in self.cues.called_verb and not c.passive and speakers:
            if (called := self._called_so(c)) is not None:
                return said(called.parts[0].start, self._content_end(c, called))
        if lemma in self.cues.attribute_verb and (why := c.args.get("ila")) and c.objects and not w.r.pron:
            return said(why[0].parts[0].start, self._content_end(c, why[0]))  # عزا الحادث إلى خلل فني
        blames = lemma in self.cues.judge_verb and quote is not None and quote[1] - quote[0] > 1
        blames = blames and quote is not None and self._all_of_object(c, quote[0])
        if (lemma in self.cues.called_verb or blames) and quote is not None:
            return said(quote[0], quote[1])
        return None

    def _speakers(self, c: Clause, w: Word, complement: Clause | None) -> list[Party] | None:
        """Who says what a verb of saying tells, none where nobody is told; None for a subject that says nothing."""
        if complement is not None and (learned := self._learned_from(c, w)) is not None:
            return self.parties(learned) or [self.unnamed(learned)]
        speakers = [p for p in self.subject_of(c) if p.kind != "place"]
        if c.parent is not None and self._in_paper(c) and not speakers:
            speakers = [p for p in self.subject_of(c.parent) if p.kind != "place"]
        if not c.subject:
            return speakers
        x = c.subject[0]
        head = self.words[x.head]
        speakers = speakers or [p for p in self.subject_of(c) if p.code and head.named]  # أربيل
        if not speakers and not self._speaks(x):
            return None
        speakers = speakers or [self.unnamed(x)]
        if all(p.code in (None, "UNK") for p in speakers) and head.r.lemma in self.cues.document:
            if (author := self._author(x)) is not None:
                speakers = [p for p in self.parties(author) if p.code] or speakers  # أفاد بيان صادر عن الوزارة
        if speakers[0].code in (None, "UNK") and self._same_source(x) and self.spoke is not None:
            return [self.spoke]
        return speakers

    def _handing_on(self, c: Clause, w: Word, complement: Clause | None) -> list[Party]:
        """The outlets that hand on what a verb of saying tells: to which it is said, or which learned it."""
        through = [*c.args.get("li", ())]
        if complement is not None:
            through += self._by_way_of(c, complement)
            if self._learned_from(c, w) is not None:
                through += [*c.subject, *c.objects[:1]]
        return [p for x in through for p in self.parties(x) if p.kind == "media" or p.sector == "JRN"]

    def _by_way_of(self, c: Clause, complement: Clause) -> list[Chunk]:
        """The sources between a verb of saying and the words that somebody else than an outlet says, which only hand
        them on: أكد الوزير، بحسب وكالة الأناضول، أن الهدنة قائمة.
        """
        assert c.verb is not None
        if not self._governs(c) or not self.subject_of(c) or self._outlets(c):
            return []
        return [x for x in c.args.get("hasab", ()) if c.verb.end <= x.start and x.end <= complement.opener]

    def _outlets(self, c: Clause) -> list[Party]:
        """The outlets that do what a clause tells, with those who speak for no state: نقلت الوكالة، أفاد مراسل."""
        return [p for p in self.subject_of(c) if p.kind == "media" or p.sector == "JRN" or p.level == "source"]

    def _of_noun(self, s: Said, lemma: str) -> Said:
        """A statement whose content is a verbal noun: behind a verb of accusing, and not quoted, only for the sake of
        the act: اتهم الجيش بقصف المدينة.
        """
        return s._replace(vouches=lemma in self.cues.accuse_verb and not self.quotes.marks(s.first, s.last))

    def _talks_of(self, c: Clause, w: Word) -> str:
        """The verb behind which words stand that somebody says who only talks, finds or hears: تحدث عن أن القوات
        انسحبت، تحدث عن «خرق»، انتهت المحكمة إلى أن العقد باطل، سمع من الوزير أن الهدنة قائمة.
        """
        complement = self._complement(c)
        if complement is not None and complement.via == "ila":
            return w.act_in(self.cues.find_verb)
        if complement is not None and complement.via == "":
            return w.act_in(self.cues.learn_verb) if self._learned_from(c, w) is not None else ""
        if complement is not None:
            return w.act_in(self.cues.talk_verb) if complement.via == "an" else ""
        quoted = any(a in (x.start, x.start + 1) for x in c.args.get("an", ()) for a, _ in self.quotes.spans)
        return w.act_in(self.cues.talk_verb) if quoted else ""

    def _follows_from(self, c: Clause) -> bool:
        """Whether what the sentence before a clause tells is all that shows what the clause says: مما يؤكد أن، وهو ما
        يظهر أن.
        """
        if c.opener < 0 or c.verb is None or any(x.end > c.opener for x in c.subject):
            return False
        opener, before = self.words[c.opener], self.words[c.opener - 1] if c.opener else None
        if opener.hit is None and opener.r.lemma in self.cues.which:
            return True
        which = before is not None and before.hit is None and before.r.pos == "pron" and before.r.conj == "و"
        return which and c.kind == "relative" and self.words[c.verb.start].r.tense == "present"

    def _in_paper(self, c: Clause) -> bool:
        """Whether a relative clause tells what somebody says in what it describes: ألقى كلمة قال فيها."""
        own = any(x is not c.antecedent and x.start > c.start for x in c.subject)
        heads = [self.words[x.head] for x in c.args.get("fi", ())]
        return c.kind == "relative" and not own and any(w.r.pos == "prep" and w.r.pron for w in heads if w.hit is None)

    def _called(self, c: Clause, complement: Clause | None) -> bool:
        """Whether nobody is told who calls something so: ما سُمّي «...»، جماعات توصف بأنها معتدلة."""
        assert c.verb is not None
        if self.words[c.verb.start].r.pron or c.kind != "relative":
            return False
        return not c.subject if complement is None else complement.via == "bi" and not c.objects

    def _called_so(self, c: Clause) -> Chunk | None:
        """What somebody calls what a clause with ما describes: ما سماه السلوك العدائي."""
        assert c.verb is not None
        opens = c.opener >= 0 and self.words[c.opener].r.lemma in self.cues.fact
        if not (opens and self.words[c.verb.start].r.pron):
            return None
        return next((x for x in c.objects if x is not c.antecedent and x.start >= c.verb.end), None)

    def _felt(self, c: Clause, complement: Clause) -> Chunk | None:
        """What of his own somebody gives voice to, that a clause behind it unfolds: أعرب عن مخاوفه من أن تندلع حرب."""
        for x in c.args.get("an", ()):
            head = self.words[x.head]
            own = head.hit is None and head.r.pos == "noun" and any(w.r.pron for w in self.words[x.head : x.end])
            if own and x.end <= complement.opener:
                return x
        return None

    def _impersonal(self, c: Clause, w: Word, complement: Clause | None) -> bool:
        """Whether nobody is said to say it: يذكر أن، علم أن، زيارة يتوقع أن تستمر يومين."""
        assert c.verb is not None
        r = w.r
        present = (r.tense, r.person, r.gender, r.number) == ("present", 3, "m", "s")
        if present and w.act_in(self.cues.assumed_verb) and all(x.end <= c.verb.start for x in c.subject):
            return True  # القوة يفترض أن تكون إفريقية
        if c.subject and not (c.kind == "relative" and c.subject == [c.antecedent]):
            return False
        if (r.tense, r.person, r.gender, r.number, r.pron) == ("past", 3, "m", "s", "") and complement is not None:
            return bool(w.act_in(self.cues.learn_verb)) and not c.subject and not c.args and c.kind == "main"
        if (r.tense, r.gender, r.number) != ("present", "m", "s") or r.fut:
            return False
        opens = c.passive or c.verb.start == c.start or bool(c.aux) or (bool(r.conj) and c.previous is not None)
        if w.act_in(self.cues.impersonal) and not c.subject:
            return opens or c.kind == "relative"
        if not w.act_in(self.cues.supposing) or complement is None:
            return False
        if c.kind != "relative":
            return opens and not c.subject
        again = bool(complement.verb is not None and self.words[complement.verb.start].r.pron)
        if c.opener >= 0:  # المرشح الذي يرجح أن ينتخبه البرلمان
            return again and bool(complement.subject)
        return again or bool(complement.pronoun)  # رجلا يعتقد أنه القائد

    def _with_quote(self, c: Clause, complement: Clause, last: int) -> tuple[int, int]:
        """The content of a أنّ-clause up to `last`, whole where it is a quotation: أضاف "بإمكانهم أن يكتبوا"."""
        assert c.verb is not None
        first = complement.opener + 1
        left_open = [(self.quotes.opens, len(self.words))] if self.quotes.opens >= 0 else []
        for a, b in (*self.quotes.spans, *left_open):
            if a < complement.opener < b and self._leads(c, a):
                return a, max(last, b) if self.quotes.marks(b, last) else b
            if a in (first, complement.opener) and b > first:
                return first, b if self._ends_with(c, complement, a, b) else max(last, b)
        return first, last

    def _ends_with(self, c: Clause, complement: Clause, a: int, b: int) -> bool:
        """Whether what is said ends with its quotation `[a, b)`, behind which the newspaper goes on after a comma:
        قال إن "الوضع آمن"، رغم القصف.
        """
        more = any(x.opener >= b for x in self._chain(c, complement))
        more = more or (a > complement.opener and self.quotes.marks(b, self._stop(b)))
        return b < len(self.words) and self.words[b].token.raw in COMMAS and not more

    def _stop(self, k: int) -> int:
        """Where the part of the sentence ends that word `k` stands in."""
        return next((i for i in range(k, len(self.words)) if self.words[i].token.raw in STOPS), len(self.words))

    def _leads(self, c: Clause, a: int) -> bool:
        """Whether a quotation at `a` stands right behind a colon, or the verb and what goes with it."""
        assert c.verb is not None
        ends = [c.verb.end, *(x.end for x in (*c.after, *c.times) if x.end <= a)]
        return c.verb.start < a and (self.words[a - 1].token.raw == ":" or self._bare(max(ends), a))

    def _bare(self, first: int, last: int) -> bool:
        """Whether only marks stand in words `[first, last)`."""
        return all(w.token.kind == "mark" for w in self.words[first:last])

    def _learned_from(self, c: Clause, w: Word) -> Chunk | None:
        """Whose words somebody came to know: علمت «العالم» من مصادر طبية، سمع من الوزير أن الهدنة قائمة."""
        if not w.act_in(self.cues.learn_verb):
            return None
        sources = [x for rel in ("min", "laday") for x in c.args.get(rel, ())]
        return next((x for x in sources if self._speaks(x) and self.words[x.head].r.cls != "place"), None)

    def _unsaid(self, c: Clause, lemma: str) -> bool:
        """Whether the words say that nothing was said: لم يعلن، دون أن يعلن، لم يستبعد is something else."""
        if lemma in ("استبعد", "نفي"):
            return False
        if lemma in self.cues.also_grow and not self._adds(c):
            return True
        if lemma == "توقّع" and "min" in c.args and self._complement(c) is None:
            return True  # تتوقع من كمبالا الامتثال is what she wants of her
        assert c.verb is not None
        if (c.kind == "complement" and c.via == "bidun") or self.words[c.verb.start].r.person == 2:
            return True
        wished = c.kind == "complement" and c.via != "qabl" and self._mood(c) == "subjunctive"
        if c.kind == "condition" or wished:
            return True  # إذا أعلنت أن، من المتوقع أن تعلن أن
        if self.words[c.verb.start].r.fut == "س" and (lemma in self.cues.speech_act or lemma in self.cues.inform_verb):
            return True  # what somebody is going to propose is not said yet
        return self._negated(c)

    def _adds(self, c: Clause) -> bool:
        """Whether a verb of growing means to add in words: وزاد أن; no زادت صادراتها، زاد من مخاوفها."""
        said_of = c.subject[0] if c.subject else None
        return not (c.objects or "min" in c.args) and (said_of is None or self._speaks(said_of))

    def _same_source(self, x: Chunk) -> bool:
        """Whether a phrase means whoever spoke last: المصدر نفسه، البيان، على حد قول البيان."""
        head = self.words[x.head]
        if head.hit is None and (head.r.lemma == _EXTENT or head.r.lemma in self.cues.voice) and not head.r.pron:
            head = self.words[x.end - 1]
        return (
            head.hit is None
            and head.r.definite
            and not head.r.pron
            and (head.r.lemma in self.cues.document or head.r.lemma in self.cues.source_noun)
        )

    def _speaks(self, x: Chunk) -> bool:
        head = self.words[x.head]
        return (
            head.hit is not None
            or head.r.cls in ("human", "group", "")
            or head.r.lemma in self.cues.document
            or head.r.lemma in self.cues.honorific
            or head.r.pos in ("pron", "name")
        )

    def _mood(self, complement: Clause) -> str:
        raw = self.words[complement.opener].token.raw.lstrip("وبفل")
        if raw[:1] == "إ" or complement.pronoun or complement.before:
            return "indicative"
        verb = complement.verb
        return "subjunctive" if verb is not None and self.words[verb.start].r.tense == "present" else "indicative"

    def _complement(self, c: Clause) -> Clause | None:
        for x in c.children:
            if c.verb is not None and c.kind == "main" and x.start < c.verb.start:
                continue  # رغم إعلانه أن اتفاقا تم، نفت الحركة
            if x.kind == "complement" and x.previous is None and x.via not in ("qabl", "baad", "bidun", "raghm"):
                return x
        return None

    def _chain(self, c: Clause, first: Clause) -> list[Clause]:
        told = (x for x in c.children if x.kind == "complement" and x.n >= first.n)
        return [x for x in told if x is first or x.previous is not None or x.via not in _AROUND]  # مع أن القصف مستمر

    def _quote(self, c: Clause) -> tuple[int, int, bool] | None:
        """The quotation after a verb of saying: first and last word, and whether a comma or colon leads it in."""
        assert c.verb is not None
        verb = c.verb.start
        limit = min(
            [
                x.verb.start
                for x in self.clauses
                if x.verb is not None and x.verb.start > verb and not self.quotes.inside(x.verb.start)
                if not self._only_says_who(x) and not self._carries(x)  # قال مدير الجمعية التي شاركت "..."
            ]
            or [len(self.words)]
        )
        around = next(((a, b) for a, b in self.quotes.spans if a <= verb < b), (0, len(self.words)))
        for a, b in self.quotes.spans:
            if b > around[1]:
                break  # «واشنطن تكذب» و«لا للحرب»
            if verb < a <= limit and b - a >= 1 and not (b - a <= _TITLE and self.words[a - 1].token.folded == "ل"):
                lead = a > 0 and (
                    self.words[a - 1].token.raw in COMMAS or self.words[a - 1].token.raw == ":" or a - 1 == verb
                )
                w = self.words[verb]
                short = sum(x.token.kind == "word" for x in self.words[a:b]) <= _TITLE
                if short and a - 1 > verb and self._outlet_named(a):
                    continue  # كما أفادت قناة "فرانس 24"
                if (short and self._only_named(b)) or all(x.hit is not None for x in self.words[a:b]):
                    continue  # علق على "جمعة الغضب": "..."، طالب "حزب الأمة" بلاده
                if b - a <= _TITLE and not lead and self._named_so(a, b):
                    continue  # قال مدير جمعية "أطباء بلا سلاح" "لقد ...": the name of a thing
                if lead or b - a >= 2 or w.act_in(self.cues.report_noun) or w.act_in(self.cues.speech_act):
                    return a, b, lead and b - a >= 3
        if verb < self.quotes.opens <= limit and not self._outlet_named(self.quotes.opens):
            return self.quotes.opens, len(self.words), True
        return None

    def _only_named(self, b: int) -> bool:
        """Whether another quotation follows right behind one that ends at `b` and a colon: على "جمعة
        الغضب": "لن نقبل".
        """
        colon = b < len(self.words) and self.words[b].token.raw == ":"
        return colon and (any(x == b + 1 for x, _ in self.quotes.spans) or self.quotes.opens == b + 1)

    def _only_says_who(self, x: Clause) -> bool:
        """Whether a relative clause or a participle tells more of what stands before it, and says nothing itself."""
        about = x.kind == "participle" or (x.kind == "relative" and (x.opener >= 0 or x.antecedent is not None))
        if not about or x.verb is None:
            return False
        return self._negated(x) or not self.words[x.verb.start].act_in(self.cues.report)  # من مكان لم يحدده

    def _negated(self, c: Clause) -> bool:
        """Whether a word of negation stands before the verb of a clause; لا تزال تؤكد denies nothing."""
        denied = [k for k in c.particles if self.words[k].r.pos == "neg" or self.words[k].r.lemma in ("لم", "لن")]
        return any(not self.words[k + 1].act_in(self.cues.still_verb) for k in denied)

    def _carries(self, c: Clause) -> bool:
        """Whether a relative clause only tells who held, printed or passed what it describes, or whose name was
        printed, so that words behind it are none of its own: في كلمة ألقاها، في دراسة نشرت نتائجها.
        """
        if c.kind != "relative" or c.verb is None or c.antecedent is None:
            return False
        w, head = self.words[c.verb.start], self.words[c.antecedent.head]
        if w.act_in(self.cues.called_verb):
            return False  # القرار الذي وصفه بأنه ظالم
        carried = bool(w.act_in(self.cues.carry_words_verb))
        bare = [x for x in (*c.subject, *c.objects) if x is not c.antecedent and x.start > c.verb.start]
        if carried and any(stands_for(self.words[x.head].r.pron, self.words, head.n, self.cues) for x in bare):
            return True
        person = head.hit is not None or head.r.cls in ("human", "group")
        return bool(w.r.pron) and not person and c.antecedent not in c.subject

    def _outlet_named(self, a: int) -> bool:
        """Whether a quotation is the name of the outlet that the noun before tells, or that a verb before lets carry
        words: في تصريحات نقلتها "فرانس 24".
        """
        before = self.words[a - 1]
        return before.hit is None and (
            bool(before.act_in(self.cues.carry_words_verb)) or before.r.lemma in self.cues.genus
        )

    def _named_so(self, a: int, b: int) -> bool:
        """Whether quoted words are a known name, or only name the noun before them and another quotation follows."""
        if all(w.hit is not None for w in self.words[a:b]):
            return True
        before = self.words[a - 1]
        noun = before.hit is None and before.r.pos == "noun" and not before.r.pron
        verb = any(w.hit is None and w.r.pos == "verb" for w in self.words[a:b])
        return noun and not verb and (any(x >= b for x, _ in self.quotes.spans) or self.quotes.opens >= b)

    def _words_of(self, quote: tuple[int, int, bool]) -> bool:
        """Whether quoted words in a speech act are somebody's words rather than the name of a thing."""
        first, last, _ = quote
        inside = self.words[first:last]
        if all(w.hit is not None or w.r.pos == "name" for w in inside):
            return False
        if last - first < _FRAGMENT and not any(w.hit is None and w.r.pos == "verb" for w in inside):
            return False  # دعا إلى حل "بلا إبطاء" quotes an expression, and says nothing of its own
        before = self.words[first - 1] if first else None
        noun = before is not None and before.hit is None and before.r.pos == "noun"
        if noun and inside[0].hit is None and inside[0].r.pos == "verb":
            return False  # طالب بتحقيق "تجريه هيئة مستقلة"
        named = noun and inside[0].r.pos == "noun"
        return not named or last - first >= _SHORT_QUOTE

    def _judged(self, c: Clause, lemma: str) -> int:
        """Where what somebody takes something for begins: يعتبر الخطوة تصعيدا، رأى في الخطوة تصعيدا; -1 where nothing
        tells what: القاهرة تُعدّ أكبر مدينة، رأى الطائرة.
        """
        assert c.verb is not None
        objects = [x for x in c.objects if x is not c.antecedent]
        if not objects:
            return -1
        first = objects[0]
        if self._one_of(c, first):
            return -1
        taken = len(objects) > 1 or bool(self.words[c.verb.start].r.pron) or "ka" in c.args
        if lemma == "راي" and not taken:
            doing = any(x.kind == "relative" and x.opener < 0 and x.antecedent is first for x in c.children)
            taken = doing or any(x.start < first.start for x in c.args.get("fi", ()))  # رأى مسلحين يطلقون النار
        return first.start if taken else -1

    def _one_of(self, c: Clause, x: Chunk) -> bool:
        """Whether a clause tells of what something is one: تعد نيروبي من أكبر مدن القارة."""
        return any(y.end == x.start or (y.end < x.start and y.n < x.n - 1) for y in c.args.get("min", ()))

    def _all_of_object(self, c: Clause, first: int) -> bool:
        """Whether what is judged begins with a quotation: استنكر «التدخل السافر», ندد بـ«التدخل السافر»."""
        return any(x.start <= first <= x.parts[0].head for x in (*c.objects, *c.args.get("bi", ())) if x.parts)

    def _named_as(self, c: Clause) -> tuple[int, int] | None:
        """The quoted word for what somebody describes: وصف «وجودهم في البلاد» بـ«العار»."""
        told = [x.end for x in c.objects if x is not c.antecedent]
        phrases = [x for x in c.args.get("bi", ()) if not told or x.start >= min(told)]
        starts = {k for x in phrases for k in (x.start, x.start + 1)}
        return next(((a, b) for a, b in self.quotes.spans if a in starts), None)

    def _colon(self, c: Clause) -> int | None:
        assert c.verb is not None
        for k in range(c.verb.end, min(len(self.words), c.verb.end + 16)):
            if self.words[k].token.raw == ":":
                return k + 1 if k + 1 < len(self.words) else None
            if self.words[k].r.pos == "verb":
                return None
        return None

    def _asked(self, c: Clause) -> Clause | None:
        """The question that a verb of asking leads in without a mark: تساءل النائب كيف ستحمي الدولة الفقراء."""
        for x in self.clauses[c.n + 1 :]:
            first = self.words[x.start - 1]
            if x.previous is c and (first.r.pos == "interrog" or first.r.lemma in self.cues.question):
                return x
        return None

    def _unfolds(self, c: Clause, k: int) -> bool:
        """Whether a clause with a verb goes on with a speech act behind a colon: حذر المبعوث: إثيوبيا حشدت قواتها."""
        return any(x.verb is not None and x.start == k and x.previous is c for x in self.clauses)

    def _unmarked(self, c: Clause) -> int:
        """Where words begin that neither أنّ nor a mark leads in: وأضاف المتحدث لا توجد عمليات جديدة; -1 for none."""
        assert c.verb is not None
        if not c.subject or c.passive or c.subject[0].start < c.verb.start:
            return -1
        head = self.words[c.subject[0].head]
        if not any(w.hit is not None or w.r.definite for w in self.words[head.n : c.subject[0].end]):
            return -1  # قال مسؤول طلب عدم ذكر اسمه
        k = max(x.end for x in (*c.subject, *c.times))
        for x in c.after:
            k = x.end if x.prep and x.start == k else k
        if k + 1 >= len(self.words):
            return -1
        before, w, after = self.words[k - 1 : k + 2]
        verb = after if w.hit is None and w.r.pos in ("neg", "fut", "modal") else w
        if not (before.hit is not None or before.r.definite or before.time) or verb.r.pron:
            return -1  # في كلمة ألقاها أمس
        return k if verb.hit is None and verb.r.pos == "verb" and not (w.r.conj or verb.r.conj) else -1

    def _other_speaks(self, c: Clause, first: int) -> int:
        """Where the words behind a colon end: with the sentence, or before somebody else speaks behind a comma."""
        for x in self.clauses:
            if x.verb is None or x.start <= first or not x.subject or self.quotes.inside(x.verb.start):
                continue
            w = self.words[x.verb.start]
            behind = self.words[x.verb.start - 1].token.raw in COMMAS or bool(w.r.conj)
            if behind and w.act_in(self.cues.report) and self._complement(x) is not None and x.subject != c.subject:
                return x.verb.start
        return len(self.words)

    def _noun_content(self, c: Clause, lemma: str) -> tuple[int, int] | None:
        """A verbal noun that is what was said: أعلن إحراز تقدم، أعرب عن أمله."""
        rels = self.cues.said_with.get(lemma, ())
        pool = [x for rel in rels for x in c.args.get(rel, [])]
        whom = self.words[c.objects[0].head] if c.objects else None
        told = whom is not None and whom.r.form == "masdar"
        grants = rels == ("bi",) and not told  # أقرت الحكومة القرض
        if lemma not in self.cues.voice_verb and lemma not in self.cues.accuse_verb and not grants:
            # a verbal noun is what is told, not whom it is told
            if lemma in self.cues.stress_verb and c.objects and not self.quotes.inside(c.objects[0].head):
                return None  # شددت الشرطة الحراسة على المصرف
            act = whom is not None and whom.hit is None and whom.r.cls == "act"  # مصرع ثلاثة بينهم ضابط
            one = len(c.objects) == 1 or told or act or lemma in ("عاب",)
            # أكد القائد الجنرال كمال توافر الشروط
            whom_first = whom is not None and (whom.hit is not None or whom.r.pos == "name" or whom.r.cls == "human")
            if one:
                pool += c.objects
            elif whom_first or lemma in self.cues.inform_verb:
                pool += c.objects[1:]
        for x in sorted(pool, key=lambda y: y.start):
            head = self.words[x.head]
            if head.r.lemma in self.cues.improper and x.head + 1 < x.parts[0].end:
                head = self.words[x.head + 1]  # عن بالغ امتنانه
            if head.hit is not None or head.r.pos != "noun":
                continue
            if (
                head.r.form == "masdar"
                or head.r.cls == "act"
                or head.r.lemma in self.cues.no_noun
                or head.r.lemma in self.cues.need
                or (head.r.lemma in self.cues.blame_noun and head.r.pron)
                or (lemma in self.cues.show_feeling and head.r.cls in ("act", "abstract", ""))
                or self.quotes.inside(x.head)
            ):
                if lemma == "ابدي" and head.r.lemma not in ("اسف",):
                    return None
                first = x.parts[0].start
                return first, self._content_end(c, x)
        return None

    def _content_end(self, c: Clause, x: Chunk) -> int:
        """Where content that begins with a phrase ends: with its clause, but for a coordinated or commented one."""
        inside = [y for y in (x, *c.after, *c.times) if y.n >= x.n]
        besides = (y for y in inside if y.rel in _BESIDES and self.words[y.start - 1].token.raw in COMMAS)
        stop = min((y.n for y in besides if not self.quotes.inside(y.start)), default=len(self.chunks))  # ، رغم الهدنة
        end = max(y.end for y in inside if y.n < stop)
        behind = self.chunks[stop].start if stop < len(self.chunks) else len(self.words)
        for child in c.children:
            later = child.kind == "adverbial" and self.words[child.start - 1].token.raw in COMMAS  # ، بعدما أجلت
            later = later or child.via in _AROUND  # من دون أن تضرب موعدا
            if x.start <= child.start < behind and child.kind != "participle" and not later:
                end = max(end, child.last())
        return end

    # -- other shapes ------------------------------------------------------------------------

    def _relayed(self, c: Clause) -> Said | None:
        """نقلت A عن B قوله إن: B speaks, A relays, the cue is the noun of saying."""
        assert c.verb is not None
        of = "ila" if "نسب" in self.words[c.verb.start].acts else "an"  # نسبت صحيفة إلى الوزير قوله
        whose = c.args.get(of) or [x for x in c.args.get("manner", ()) if self.words[x.start + 1].r.lemma == _TONGUE]
        chain = [told for x in whose if (told := self.parties(x))]
        handing = [p for told in chain[:-1] for p in told]  # نقل التلفزيون عن الوكالة عن الوزير أن
        handed_on = bool(handing) and all(p.sector == "JRN" for p in handing)
        sources = chain[-1] if handed_on else [p for told in chain for p in told]
        if not whose and any(self._his_words(self.words[x.head]) for x in c.objects):
            sources = [self.last_speaker] if self.last_speaker is not None else []  # نقلت الوكالة قوله إن
        elif not whose:
            return None
        outlets, complement = self._outlets(c) + (handing if handed_on else []), self._complement(c)
        cue, cue_end = c.verb.start, c.verb.end
        for k in range(c.verb.end, min(len(self.words), c.last() if complement is None else complement.opener)):
            if self._his_words(self.words[k]):
                cue, cue_end = k, k + 1

        def make(first: int, last: int) -> Said:
            return Said(sources[0] if sources else None, sources[1:], outlets, [], cue, cue_end, first, last, c.n)

        if complement is not None:
            return make(*self._with_quote(c, complement, max(x.last() for x in self._chain(c, complement))))
        quote = next(((a, b) for a, b in self.quotes.spans if a >= cue_end and b - a >= 2), None)
        if quote is not None:
            return make(*quote)
        if self.quotes.opens >= cue_end:
            return make(self.quotes.opens, len(self.words))
        return make(cue_end, c.last()) if cue != c.verb.start else None

    def _his_words(self, w: Word) -> bool:
        """Whether a word is a noun of saying with the pronoun of who speaks: قوله، تأكيدها."""
        return w.hit is None and w.r.pos == "noun" and w.r.lemma in self.cues.saying_noun and bool(w.r.pron)

    def _document(self, c: Clause) -> Said | None:
        """جاء في بيان X أن، بيان جاء فيه أن."""
        assert c.verb is not None
        complement = self._complement(c) or next(
            (y for x in c.children if x.kind == "relative" if (y := self._complement(x)) is not None), None
        )
        quote = None if complement is not None else self._quote(c)
        if complement is None and quote is None:
            return None
        before = [self.last_speaker] if self.last_speaker is not None else []
        where = c.args.get("fi", [])
        documents = [x for x in where if self.words[x.head].r.lemma in self.cues.document]
        speakers: list[Party] = []
        end = c.verb.end
        if documents:
            speakers = self.parties(documents[0])
            for x in c.after:
                if not speakers and x.n > documents[0].n:
                    speakers = self.parties(x)
            for child in c.children:
                if not speakers and child.kind == "relative" and child.antecedent is documents[0]:
                    speakers = self.subject_of(child)
        elif where and self.words[where[0].head].r.pron and c.antecedent is not None:
            end = where[0].end
            speakers = self.parties(c.antecedent)
            if not speakers and c.parent is not None:
                later = [x for x in (*c.parent.before, *c.parent.after) if c.antecedent.n < x.n < c.verb.n]
                speakers = [p for x in later for p in self.parties(x)][:1]
        else:
            return None
        speakers = speakers or before
        if complement is not None:
            home = complement.parent or c
            first, last = complement.opener + 1, max(x.last() for x in self._chain(home, complement))
        else:
            assert quote is not None
            first, last = quote[0], quote[1]
        return Said(speakers[0] if speakers else None, speakers[1:], [], [], c.verb.start, end, first, last, c.n)

    def _nouns(self) -> list[Said]:
        """إعلان X أن."""
        out: list[Said] = []
        for c in self.clauses:
            if c.kind != "complement" or c.previous is not None or c.parent is None:
                continue
            above = c.parent.verb
            if above is not None and above.start < c.start:
                if self._governs(c.parent) and self._complement(c.parent) is not None:
                    continue
            if above is not None and self.words[above.start].act_in(self.cues.editorial_verb):
                continue  # تجدر الإشارة إلى أن: the newspaper says it
            phrases = [y for y in (*c.parent.before, *c.parent.after) if y.start < c.start]
            for y in reversed(phrases[-4:]):
                part = y.parts[-1]
                nouns = [
                    k
                    for k in range(part.start, part.end)
                    if self.words[k].hit is None
                    and self.words[k].r.pos == "noun"
                    and self.words[k].r.lemma in self.cues.report_noun_head
                ]
                if not nouns:
                    continue
                speakers = (
                    self.parties(y)
                    or [p for z in phrases if z.n > y.n for p in self.parties(z)][:1]
                    or ([] if self._whose(y, nouns[0]) else self.subject_of(self._acting(c.parent)))
                )
                if not speakers and not self._whose(y, nouns[0]):
                    break  # يمكن القول إن
                chain = [c, *[z for z in c.parent.children if z.previous is c]]
                out.append(
                    Said(
                        speakers[0] if speakers else None,
                        speakers[1:],
                        [],
                        [],
                        nouns[0],
                        nouns[0] + 1,
                        c.opener + 1,
                        max(z.last() for z in chain),
                    )
                )
                break
        return out

    def _announced(self) -> list[Said]:
        """What somebody says by an act: إعلان كينيا انسحابها من التكتل، بعد إعلان المتمردين تعليق المحادثات."""
        out: list[Said] = []
        for x in self.chunks:
            cue = x.masdar
            if cue < 0 or self.words[cue].r.lemma not in self.cues.report_noun_head or x.head == cue:
                continue
            told = self.words[x.head]
            whose = next((y for y in self.chunks if y.start <= cue < y.end), None)
            speakers = self.parties(whose) if whose is not None and told.hit is None and told.r.form == "masdar" else []
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
                speakers = self.subject_of(c)
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

    def _governs(self, c: Clause) -> bool:
        if c.verb is None:
            return False
        w = self.words[c.verb.start]
        if w.act_in(self.cues.come_verb):  # جاء في بيان أن; no جاءت الخطوة عقب تصريحات الوزير بأن
            heads = [self.words[x.head].r for x in c.args.get("fi", ())]
            return any(r.lemma in self.cues.document or r.pron for r in heads)
        return bool(w.act_in(self.cues.report))

    def _sources(self) -> list[Said]:
        """وفق X, بحسب X: X vouches for the clause that the phrase stands in."""
        out: list[Said] = []
        for c in self.clauses:
            for x in c.args.get("hasab", []):
                head = self.words[x.head]
                account = self._account(head)
                owned = head.hit is None and head.r.cls in _SAYS_NOTHING  # وفقا لقرارات الأمم المتحدة
                speakers = [p for p in self.parties(x) if not p.weak or p.code == "UNK" or account or not owned]
                if head.r.pron and head.r.cls in ("abstract", "act", ""):
                    continue
                if self.spoke is not None and self._same_source(x) and all(p.code == "UNK" for p in speakers):
                    speakers = [self.spoke]
                if (
                    not speakers
                    and head.r.lemma not in self.cues.document
                    and head.r.cls != "human"
                    and head.r.lemma not in self.cues.genus
                ):
                    continue
                author = self._author(x) if not speakers and head.r.lemma in self.cues.document else None
                if author is not None:
                    speakers = self.parties(author)
                top = c
                while (
                    top.parent is not None
                    and top.kind not in ("main",)
                    and not (top.kind == "complement" and self._said_level(top))
                ):
                    top = top.parent
                leads = all(y.start >= x.start for y in (*top.before, *top.after)) and (
                    top.verb is None or top.verb.start > x.start
                )
                relay: list[Party] = []
                complement = self._complement(c) if (x in c.before or x in c.after) and self._governs(c) else None
                if complement is not None and x in self._by_way_of(c, complement):
                    continue
                if complement is not None and x.start > c.verb.start and x.end <= complement.opener:  # type: ignore[union-attr]
                    first, last = complement.opener + 1, max(y.last() for y in self._chain(c, complement))
                    relay = self._outlets(c)
                elif leads:
                    first = self._so(author.end if author is not None else x.end)
                    while first < len(self.words) and (
                        self.words[first].token.raw in COMMAS
                        or (self.words[first].r.lemma in ("فان", "ان", "فقد") and self.words[first].r.pos == "sub")
                    ):
                        first += 1
                    last = self._level_end(top)
                elif (inside := self._interrupted(x, top)) is not None:
                    first = max(self._behind_dateline(inside), inside.opener + 1)
                    marked = self.words[x.end].token.kind == "mark"
                    last = self._level_end(top) if marked else inside.last()
                else:
                    while top.previous is not None and not (top.subject or self._governs(top.previous)):
                        top = top.previous  # هاجموا القرية وقتلوا معلما، بحسب الشرطة
                    first, last = self._behind_dateline(top), x.start
                    if top.opener >= 0 and top.opener == top.start:
                        first = top.opener + 1
                speakers = speakers or [self.unnamed(x)]
                out.append(
                    Said(
                        speakers[0],
                        speakers[1:],
                        relay,
                        [],
                        x.start,
                        x.parts[0].start if x.parts[0].start > x.start else x.start + 1,
                        first,
                        last,
                    )
                )
        return out

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

    def _vouchers(self) -> list[Said]:
        """وفق ما أعلنت X, حسبما أورد X, كما ذكرت X: X vouches for the rest of the sentence."""
        out: list[Said] = []
        for c in self.clauses:
            opens = self._vouches(c)
            if opens < 0:
                continue
            speakers = [p for p in self.subject_of(c) if p.kind != "place"]
            if not speakers and c.subject and self.words[c.subject[0].head].r.lemma in self.cues.document:
                author = self._author(c.subject[0])
                speakers = self.parties(author) if author is not None else []
            if not speakers and not c.subject:
                continue
            speakers = speakers or [self.unnamed(c.subject[0])]
            stop = next((k for k in range(opens - 1, -1, -1) if self.words[k].token.raw in STOPS), -1) + 1
            if opens - stop < 2:  # it leads
                end = max([c.verb.end, *(x.end for x in (*c.subject, *c.after))])  # type: ignore[union-attr]
                stops = (k for k in range(end, len(self.words)) if self.words[k].token.raw in STOPS)
                last = next(stops, len(self.words))
                first = next((k + 1 for k in range(end, last) if self.words[k].r.lemma == "ان"), end)
            else:
                first, last = next(((a, b) for a, b in self.quotes.spans if b == opens), (stop, opens))
            relay = [p for x in c.args.get("li", ()) for p in self.parties(x) if p.kind == "media"]
            out.append(Said(speakers[0], speakers[1:], relay, [], opens, c.verb.end, first, last))  # type: ignore[union-attr]
        return out

    def _a_person(self, x: Chunk) -> bool:
        """Whether the head of a phrase is a common noun for a person: رئيس تحرير الصحيفة."""
        head = self.words[x.head]
        return head.hit is None and head.r.cls == "human"

    def _voices(self, said: Sequence[Said]) -> list[Said]:
        """على حد قوله, في رأيه: whoever spoke last vouches for the rest of the sentence, or for what it ends."""
        if self.last_speaker is None:
            return []
        for w in self.words[1:]:
            if w.hit is not None or w.r.lemma not in self.cues.voice or w.r.pron not in ("ه", "ها", "هم", "هما"):
                continue
            if not self._by_voice(w) or any(s.first <= w.n < s.last or s.cue <= w.n < s.first for s in said):
                continue
            if any(s.cue < w.n and not any(x.token.raw in STOPS for x in self.words[s.cue : w.n]) for s in said):
                return []  # استبعد مسؤول لقاء ما لم "تنسحب القوات"، على حد قوله
            leads = w.n <= _LEADS
            last = len(self.words) if leads else w.n - (2 if self.words[w.n - 1].r.lemma == _EXTENT else 1)
            stops = (k for k in range(w.n + 1, len(self.words)) if self.words[k].r.lemma in ("فان", "ان"))
            first = next(stops, w.n) + 1 if leads else 0
            return [Said(self.last_speaker, [], [], [], w.n, w.n + 1, first, last)]
        return []

    def _by_voice(self, w: Word) -> bool:
        """Whether the words before a noun of saying make it a source: على حد قوله، في رأيه، برأيه، حسب تعبيره."""
        before = self.words[w.n - 1]
        if before.hit is not None or w.r.prep == "ب":
            return w.r.prep == "ب" and w.r.lemma != "قول"
        r = before.r
        by = r.lemma == _EXTENT or self.cues.relations.single(r.prep or r.lemma) == "hasab"
        return by or (r.pos == "prep" and before.token.folded in _IN and w.r.lemma != "قول")

    def _vouches(self, c: Clause) -> int:
        """Where a clause of source without content of its own begins; -1 for another clause."""
        if c.verb is None or not self.words[c.verb.start].act_in(self.cues.report) or self._complement(c):
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
        outlets = [p for x in c.args.get("li", ()) for p in self.parties(x)]
        told = [x for rel, phrases in c.args.items() if rel != "li" or not outlets for x in phrases]
        papers = all(self.words[x.head].r.lemma in self.cues.document or self.words[x.start].quoted for x in told)
        if (
            not papers
            or any(p.kind != "media" for p in outlets)
            or self.words[c.verb.start].act_in(self.cues.speech_act)
        ):
            return -1  # كما أثنى على جهوده
        before = self.words[c.verb.start - 1] if c.verb.start else None
        alone = before is not None and before.r.lemma in self.cues.source_adverb and self._quote(c) is None
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

    def _author(self, x: Chunk) -> Chunk | None:
        """The phrase behind a document that tells whose it is: بحسب بيان للرئاسة التركية، في تقرير من المنظمة."""
        behind = self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
        if behind is None or behind.kind != "np" or behind.rel not in ("li", "of", "min", "an"):
            return None
        return behind if self.parties(behind) else None

    def _said_level(self, c: Clause) -> bool:
        return c.parent is not None and self._governs(c.parent)

    def _headline(self) -> list[Said]:
        """A title, or a part of one, of the shape «X: words»."""
        out: list[Said] = []
        for c in self.chunks:
            if c.kind != "mark" or self.words[c.start].token.raw != ":" or not c.n or self.chunks[c.n - 1].kind != "np":
                continue
            x = self.chunks[c.n - 1]
            speakers = [p for p in self.parties(x) if p.kind not in ("place", "media")]
            if not speakers or c.end >= len(self.words) or speakers[0].weak or x.prep:
                continue
            last = next(
                (k for k in range(c.end, len(self.words)) if self.words[k].token.raw in (".", "…", "؛")),
                len(self.words),
            )
            entry = self.words[x.head].entry
            words = self.words[c.end : last]
            own = any(w.hit is None and w.r.pos == "verb" and w.r.person == 1 for w in words)  # تركيا: لن نسمح
            if entry is not None and entry.kind == "state" and not own and not all(w.quoted for w in words):
                continue  # «النيجر: ...» is what a title is about
            behind = self.chunks[c.n + 1] if c.n + 1 < len(self.chunks) else None
            first = self.parties(behind)[:1] if behind is not None and behind.kind == "np" and not behind.prep else []
            if first and first[0].kind == "media" and behind is not None and behind.end >= last:
                continue  # نيروبي: «العالم»
            if entry is not None and entry.kind == "capital" and not own and not words[0].quoted:
                if first and first[0].kind == "person" and first[0].code == speakers[0].code:
                    continue  # عمان: وزير الخارجية يبحث
            out.append(Said(speakers[0], speakers[1:], [], [], x.start, x.end, c.end, last))
        return out

    # -- tidying -----------------------------------------------------------------------------

    def _remark(self, s: Said) -> int:
        """Where a comment of the newspaper on what is said begins behind a comma, else the end of what is said:
        وذلك بعد، في إشارة إلى، علما أن.
        """
        for k in range(s.first + 1, s.last - 1):
            if self.quotes.inside(k):
                continue
            w, after = self.words[k], self.words[k + 1]
            if w.hit is None and w.r.pos == "dem" and w.r.conj == "و" and w.token.folded == "وذلك":
                if after.hit is None and after.r.pos == "prep":
                    return k  # وذلك في إشارة إلى
            though = w.hit is None and self.cues.relations.single(w.r.lemma) in ("maa", "raghm")
            if though and after.hit is None and after.r.lemma == "ان" and any(b == k - 1 for _, b in self.quotes.spans):
                return k - 1  # «الوضع آمن»، مع أن القصف مستمر
            led = w.hit is None and w.r.pos == "prep" and after.hit is None and after.r.lemma in self.cues.remark
            if led and any(s.first < b <= k for _, b in self.quotes.spans):
                return k  # أن هذا "يطال البعد السياسي" في إشارة إلى
            if w.hit is None and w.r.conj == "و" and w.r.pos == "pron" and after.r.pos == "rel":
                verb = self.words[k + 2]
                answered = verb.hit is None and verb.r.pron and verb.act_in(self.cues.denial | self.cues.speech_act)
                if answered or any(s.first < b in (k, k - 1) for _, b in self.quotes.spans):
                    return k  # أن "الحدود مفتوحة" وهو ما أكده الوزير، أن قواتها انسحبت، وهو ما نفته الوزارة
            if self.words[k - 1].token.raw not in COMMAS:
                continue
            if w.hit is None and w.r.conj == "و" and w.r.pos == "dem":
                return k - 1
            if led:
                return k - 1
            if w.hit is None and w.r.lemma in self.cues.note_well:
                return k - 1
        return s.last

    def _trimmed(self, s: Said) -> Said:
        first, last = s.first, self._remark(s)
        last = min([last, *(b for a, b in self.quotes.spans if a <= s.cue < b and first < b)])  # «كينيا تعلن عداءها» و«
        while last > first and (
            (self.words[last - 1].token.kind == "mark" and self.words[last - 1].token.raw not in _PERCENT)
            or (self.words[last - 1].r.pos in ("conj",) and self.words[last - 1].hit is None)
        ):
            last -= 1
        while first < last and self.words[first].token.kind == "mark":
            first += 1
        return s._replace(first=first, last=last)

    def _before_source(self, s: Said, sources: list[Said]) -> Said:
        """Content ends before a phrase of source that stands in it."""
        for x in sources:
            if s.first < x.cue < s.last and x.first <= s.first:
                return self._trimmed(s._replace(last=x.cue))
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
