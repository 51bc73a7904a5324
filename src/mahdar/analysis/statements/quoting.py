"""Which quotation is what a clause of saying tells."""

from typing import Final

from mahdar.analysis.chunks import Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.statements.clausal import carries, negated
from mahdar.analysis.statements.quotes import Quotes
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS

_TITLE: Final = 3  # words of the quoted name of a newspaper at most: في تصريحات لـ«العالم»
_SHORT_QUOTE: Final = 5
_FRAGMENT: Final = 4


class Quoting:
    """Finds the quotations of one sentence that are somebody's words."""

    def __init__(self, words: list[Word], clauses: list[Clause], quotes: Quotes, cues: Cues) -> None:
        self.words, self.clauses, self.quotes, self.cues = words, clauses, quotes, cues

    def quote(self, c: Clause) -> tuple[int, int, bool] | None:
        """The quotation after a verb of saying: first and last word, and whether a comma or colon leads it in."""
        assert c.verb is not None
        verb = c.verb.start
        limit = min(
            [
                x.verb.start
                for x in self.clauses
                if x.verb is not None and x.verb.start > verb and not self.quotes.inside(x.verb.start)
                if not self._only_says_who(x)
                and not carries(self.words, self.cues, x)  # قال مدير الجمعية التي شاركت "..."
            ]
            or [len(self.words)]
        )
        around = next(((a, b) for a, b in self.quotes.spans if a <= verb < b), (0, len(self.words)))
        for a, b in self.quotes.spans:
            if b > around[1]:
                break  # «واشنطن تكذب» و«لا للحرب»
            if any(x.kind == "complement" and x.opener == a and self._of_another(c, x.parent) for x in self.clauses):
                continue  # قال أمام حشد حملوا اللافتات «إن الهدنة قائمة»
            if verb < a <= limit and b - a >= 1 and not (b - a <= _TITLE and self.words[a - 1].token.folded == "ل"):
                lead = a > 0 and (
                    self.words[a - 1].token.raw in COMMAS or self.words[a - 1].token.raw == ":" or a - 1 == verb
                )
                w = self.words[verb]
                short = sum(x.token.kind == "word" for x in self.words[a:b]) <= _TITLE
                if short and a - 1 > verb and self._outlet_named(a):
                    continue  # كما أفادت قناة "فرانس 24"
                if (short and self._only_named(b)) or self._only_names(a, b):
                    continue  # علق على "جمعة الغضب": "..."، طالب "حزب الأمة" بلاده
                if b - a <= _TITLE and not lead and self._named_so(a, b):
                    continue  # قال مدير جمعية "أطباء بلا سلاح" "لقد ...": the name of a thing
                if lead or b - a >= 2 or w.act_in(self.cues.report_noun) or w.act_in(self.cues.speech_act):
                    return a, b, lead and b - a >= 3
        if verb < self.quotes.opens <= limit and not self._outlet_named(self.quotes.opens):
            return self.quotes.opens, len(self.words), True
        return None

    def _of_another(self, c: Clause, home: Clause | None) -> bool:
        """Whether a clause that words hang on is another clause of saying than `c`."""
        verb = home.verb if home is not None and home is not c else None
        return verb is not None and bool(self.words[verb.start].act_in(self.cues.report))

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
        return negated(self.words, self.cues, x) or not self.words[x.verb.start].act_in(
            self.cues.report
        )  # من مكان لم يحدده

    def _outlet_named(self, a: int) -> bool:
        """Whether a quotation is the name of the outlet that the noun before tells, or that a verb before lets carry
        words: في تصريحات نقلتها "فرانس 24".
        """
        before = self.words[a - 1]
        return before.hit is None and (
            bool(before.act_in(self.cues.carry_words_verb)) or before.r.lemma in self.cues.genus
        )

    def _only_names(self, a: int, b: int) -> bool:
        """Whether words `[a, b)` are nothing but names: ذكر اسم «سالم القاضي»."""
        return all(w.hit is not None or w.r.pos == "name" for w in self.words[a:b])

    def _named_so(self, a: int, b: int) -> bool:
        """Whether quoted words are a known name, or only name the noun before them and another quotation follows."""
        if self._only_names(a, b):
            return True
        before = self.words[a - 1]
        noun = before.hit is None and before.r.pos == "noun" and not before.r.pron
        verb = any(w.hit is None and w.r.pos == "verb" for w in self.words[a:b])
        return noun and not verb and (any(x >= b for x, _ in self.quotes.spans) or self.quotes.opens >= b)

    def words_of(self, quote: tuple[int, int, bool]) -> bool:
        """Whether quoted words in a speech act are somebody's words rather than the name of a thing."""
        first, last, _ = quote
        inside = self.words[first:last]
        if self._only_names(first, last):
            return False
        if last - first < _FRAGMENT and not any(w.hit is None and w.r.pos == "verb" for w in inside):
            return False  # دعا إلى حل "بلا إبطاء" quotes an expression, and says nothing of its own
        before = self.words[first - 1] if first else None
        noun = before is not None and before.hit is None and before.r.pos == "noun"
        if noun and inside[0].hit is None and inside[0].r.pos == "verb":
            return False  # طالب بتحقيق "تجريه هيئة مستقلة"
        named = noun and inside[0].r.pos == "noun"
        return not named or last - first >= _SHORT_QUOTE
