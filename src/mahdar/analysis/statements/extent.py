"""Which words are said: where the content of a statement begins and ends."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.statements.clausal import AROUND, chain, complement_of
from mahdar.analysis.statements.quotes import Quotes
from mahdar.analysis.statements.quoting import Quoting
from mahdar.analysis.statements.said import Said
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS, STOPS

Span = tuple[int, int]

_PERCENT: Final = ("%", "٪")
_BESIDES: Final = ("baad", "qabl", "raghm", "khilal", "sabab")  # relations of what only surrounds what is told


class Extent:
    """Finds the words that the statements of one sentence contain."""

    def __init__(
        self, words: list[Word], chunks: list[Chunk], clauses: list[Clause], quotes: Quotes, cues: Cues
    ) -> None:
        self.words, self.chunks, self.clauses, self.quotes, self.cues = words, chunks, clauses, quotes, cues
        self.quoting = Quoting(words, clauses, quotes, cues)

    def of(self, c: Clause, lemma: str, told: bool) -> Span | None:
        """The words that a clause of saying with the verb `lemma` leads in; `told`: whether who speaks is told."""
        complement = complement_of(c)
        if complement is not None:
            last = max(x.last() for x in chain(c, complement))
            if lemma in self.cues.voice_verb and (felt := self._felt(c, complement)) is not None:
                return felt.parts[0].start, last
            return self.with_quote(c, complement, last)
        if lemma in self.cues.called_verb and not c.passive and (named := self._named_as(c)) is not None:
            return named
        act, quote = lemma in self.cues.speech_act, self.quoting.quote(c)
        if lemma in self.cues.report_noun and (quote is None or not quote[2]) and not act:
            content = self._noun_content(c, lemma)
            if content is not None:
                return content
        if quote is not None and told and (judged := self._judged(c, lemma)) and judged.start < quote[0]:
            return judged.start, max(quote[1], self._content_end(c, judged))  # اعتبر القرار «خطوة صائبة»
        if quote is not None and (not act or quote[2] or self.quoting.words_of(quote)):
            return quote[:2]
        return self._led_in(c, lemma) or self._named(c, lemma, told, quote)

    def _led_in(self, c: Clause, lemma: str) -> Span | None:
        """Words behind a colon, behind nothing, or a verbal noun: أضاف المتحدث لا توجد عمليات، اتهمه بقصف القرية."""
        assert c.verb is not None
        colon, w = self._colon(c), self.words[c.verb.start]
        if colon is not None and lemma not in self.cues.speech_act:
            return colon, self._other_speaks(c, colon)
        if lemma in self.cues.bare_saying and (first := self._unmarked(c)) >= 0:
            return first, self._other_speaks(c, first)
        if w.act_in(self.cues.words_follow) and c.kind == "participle" and c.verb.end + 1 < len(self.words):
            return c.verb.end, self._other_speaks(c, c.verb.end)
        if lemma in self.cues.report_noun and (content := self._noun_content(c, lemma)) is not None:
            return content
        if lemma in self.cues.ask_verb and (asked := self._asked(c)) is not None:
            return asked.start - 1, asked.last()
        if colon is not None and self._unfolds(c, colon):
            return colon, self._other_speaks(c, colon)
        return None

    def _named(self, c: Clause, lemma: str, told: bool, quote: tuple[int, int, bool] | None) -> Span | None:
        """What somebody calls or takes something for, puts it down to, or judges: ما سماه العدوان، عزاه إلى خلل."""
        assert c.verb is not None
        cues, called = self.cues, lemma in self.cues.called_verb
        so = self._called_so(c) if c.kind == "relative" and called and not c.passive else None
        if c.kind == "relative" and called and quote is not None and not c.passive:
            inside = so is not None and so.start < quote[0] < so.end
            return (
                (so.start, self._content_end(c, so)) if so is not None and inside else quote[:2]
            )  # ما سماه السلوك «...»
        if told and (judged := self._judged(c, lemma)) is not None:
            return judged.start, self._content_end(c, judged)
        if told and so is not None:
            return so.parts[0].start, self._content_end(c, so)
        if lemma in cues.attribute_verb and (why := c.args.get("ila")) and c.objects:
            if not self.words[c.verb.start].r.pron:
                return why[0].parts[0].start, self._content_end(c, why[0])  # عزا الحادث إلى خلل فني
        blames = quote is not None and lemma in cues.judge_verb and quote[1] - quote[0] > 1
        if quote is not None and (called or (blames and self._all_of_object(c, quote[0]))):
            return quote[:2]
        return None

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

    def with_quote(self, c: Clause, complement: Clause, last: int) -> tuple[int, int]:
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
        more = any(x.opener >= b for x in chain(c, complement))
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

    def _judged(self, c: Clause, lemma: str) -> Chunk | None:
        """What somebody takes for something: يعتبر الخطوة تصعيدا، رأى في الخطوة تصعيدا; None where nothing tells what:
        القاهرة تُعدّ أكبر مدينة، رأى الطائرة.
        """
        assert c.verb is not None
        first = next((x for x in c.objects if x is not c.antecedent), None)
        if lemma not in self.cues.opinion_verb or c.passive or first is None or self._one_of(c, first):
            return None
        taken = sum(x is not c.antecedent for x in c.objects) > 1 or bool(self.words[c.verb.start].r.pron)
        taken = taken or "ka" in c.args
        if lemma == "راي" and not taken:
            doing = any(x.kind == "relative" and x.opener < 0 and x.antecedent is first for x in c.children)
            taken = doing or any(x.start < first.start for x in c.args.get("fi", ()))  # رأى مسلحين يطلقون النار
        return first if taken else None

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
            if behind and w.act_in(self.cues.report) and complement_of(x) is not None and x.subject != c.subject:
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
            one = all(self._coordinated(y) for y in c.objects[1:]) or told or act or lemma in self.cues.fault_verb
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
                or (head.r.lemma in self.cues.part_noun and head.r.pron)
                or (lemma in self.cues.affirm_verb and self._of_something(x, head))
                or (head.r.lemma in self.cues.blame_noun and head.r.pron)
                or (lemma in self.cues.show_feeling and head.r.cls in ("act", "abstract", ""))
                or self.quotes.inside(x.head)
            ):
                if lemma in self.cues.show_only and head.r.lemma not in self.cues.regret:
                    return None
                first = x.parts[0].start
                return first, self._content_end(c, x)
        return None

    def _coordinated(self, x: Chunk) -> bool:
        """Whether a phrase goes on with the one before it: عدم وجود قوات أو خبراء."""
        before = self.words[x.start - 1]
        return bool(x.conj) or (before.hit is None and before.r.pos == "conj")

    def _of_something(self, x: Chunk, head: Word) -> bool:
        """Whether a phrase is of an abstract noun with its genitive, no report: متانة العلاقات."""
        told = head.r.lemma in self.cues.document or head.r.lemma in self.cues.told_noun
        return head.r.cls == "abstract" and not head.r.definite and not told and x.parts[0].end > head.n + 1

    def _content_end(self, c: Clause, x: Chunk) -> int:
        """Where content that begins with a phrase ends: with its clause, but for a coordinated or commented one."""
        inside = [y for y in (x, *c.after, *c.times) if y.n >= x.n]
        besides = (y for y in inside if y.rel in _BESIDES and self.words[y.start - 1].token.raw in COMMAS)
        stop = min((y.n for y in besides if not self.quotes.inside(y.start)), default=len(self.chunks))  # ، رغم الهدنة
        end = max(y.end for y in inside if y.n < stop)
        behind = self.chunks[stop].start if stop < len(self.chunks) else len(self.words)
        for child in c.children:
            later = child.kind == "adverbial" and self.words[child.start - 1].token.raw in COMMAS  # ، بعدما أجلت
            later = later or child.via in AROUND  # من دون أن تضرب موعدا
            if x.start <= child.start < behind and child.kind != "participle" and not later:
                end = max(end, child.last())
        return end

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

    def trimmed(self, s: Said) -> Said:
        """A statement without the marks around its words, and without what the newspaper says of them."""
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
