"""When an act is told to happen: which time expression of its sentence dates it, and the days that it then has."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from mahdar.analysis.calendar import DAY
from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.dates import Length, Since
from mahdar.coding.draft import Draft
from mahdar.coding.kinds import ANNOUNCING, VERBAL
from mahdar.language.pack import Pack
from mahdar.record.types import Interval, Time

if TYPE_CHECKING:
    from mahdar.coder import SentenceReading

_PLAN_REACH: Final = 3  # how many words before a time "planned" may stand: المقرر عقدها السبت
_BEAR_REACH: Final = 8  # how many words before a time may tell whether it lies ahead: a verb of putting off, 'since'
_LASTING: Final = 3  # how many words before a length of time its verb may stand
_TALKS: Final = "CONSULT"
_CALLED_OFF: Final = "meet"  # the mode of a refusal of talks, whose day is that of the talks
_BEFORE: Final = "qabl"
_FROM_AROUND: Final = (_BEFORE, "baad")  # what is after "before" and "after" takes its time from around
_FORCE: Final = ("ASSAULT", "COERCE")  # what puts an end to what was told before, and so is of its day
_OCCASIONS: Final = ("fi", "bi", "khilal")  # relations of what an act is told in: في بيان صدر الخميس
_MATTERS: Final = ("object", "bi", "an", "ala", "ila", "li", "min")  # relations of what words are about


class Dating:
    """The times of one sentence and the acts that they date."""

    def __init__(self, pack: Pack, s: "SentenceReading", day: dt.date | None) -> None:
        self.cues, self.tense, self.s, self.words = pack.cues, pack.times, s, s.words
        self.day = day.isoformat() if day is not None else ""

    def of(self, d: Draft, times: Sequence[Time]) -> tuple[Time | None, Interval | None]:
        """The time expression that dates an act, and its days; `times`: those of the sentence, in its order."""
        n = self._expression(d, times)
        if n is None:
            return None, None
        value = times[n].value
        if value is not None and d.source.kind == "noun":
            value = self._whole_round(d, value, times) if d.type == _TALKS else self._eve(d, value)
        if value is not None and value.from_ <= self.day and self._since_then(d, n):
            value = Interval(from_=value.from_, to=self.day)
        return times[n], value

    def _expression(self, d: Draft, times: Sequence[Time]) -> int | None:
        """The number of the time expression that dates an act: the nearest of its clause, else of one that it goes on
        from or that tells of it.
        """
        for home in self._homes(d):
            own = [n for n in self._told_in(home) if self._dates(d, n, times[n].value)]
            if own:
                return min(own, key=lambda n: abs(self.s.times[n][1] - d.first))
        return None

    def _told_in(self, c: Clause) -> list[int]:
        """The numbers of the time expressions of a clause."""
        return [n for n, (_, a, b) in enumerate(self.s.times) if any(x.start < b and x.end > a for x in c.times)]

    def _homes(self, d: Draft) -> Iterator[Clause]:
        """The clauses whose times may date an act, the likeliest first."""
        c = d.source.clause
        yield c
        yield from self._about(c, d.source.chunk if d.source.kind == "noun" else None)
        for relation in _OCCASIONS:
            for x in c.args.get(relation, ()):
                if self.words[x.head].r.lemma in self.tense.occasion:
                    yield from self._about(c, x)
        before = self._before(c, d.type)
        while before is not None:
            yield before
            before = self._before(before, d.type)

    def _about(self, c: Clause, x: Chunk | None) -> Iterator[Clause]:
        """The relative clauses about a phrase: غارة استهدفت فجر اليوم حيا، في بيان صدر الخميس."""
        return (r for r in c.children if x is not None and r.kind == "relative" and r.antecedent is x)

    def _before(self, c: Clause, type: str) -> Clause | None:
        """The clause whose time holds for one that has none: that whose subject it shares, at which it happens (حيث
        التقى الوزير), after which it comes (قبل أن تفرقهم الشرطة), of whose paper it tells (تبنى قرارا يلزم الطرفين).
        """
        if c.previous is not None and not c.subject:
            added = any(w.r.lemma in self.cues.likewise for w in self.words[max(0, c.start - 1) : c.start + 1])
            return None if added else c.previous  # كما أوقفت: another time
        opener = self.words[c.opener].r.lemma if c.opener >= 0 else ""
        if c.kind == "adverbial" and opener in self.tense.meanwhile:
            return c.parent
        if c.kind == "relative" and c.antecedent is not None:
            return c.parent if self.words[c.antecedent.head].r.lemma in self.tense.occasion else None
        return c.parent if c.via == _BEFORE and c.kind == "complement" and type in _FORCE else None

    def _dates(self, d: Draft, n: int, value: Interval | None) -> bool:
        """Whether a time can be that of an act: not how long what it is about lasts (العقوبات القائمة منذ أعوام), nor
        when the deed is done that words are about (طالبت بإجراء الانتخابات غدا).
        """
        if value is None or (d.type in VERBAL and isinstance(self.s.times[n][0].meaning, Since)):
            return False
        if d.type in VERBAL and d.status == "occurred" and self.day and d.frame.mode != _CALLED_OFF:
            if value.from_ > self.day or value.from_ == self.day < value.to:
                return False  # what is said is not still to come
        at = self.s.times[n][1]
        return not (self._of_matter(d, at) if d.type in VERBAL else self._of_words(d, at))

    def _of_matter(self, d: Draft, at: int) -> bool:
        """Whether a time stands behind the act that words are about: اتهمته بقصف المدينة أمس."""
        return any(
            d.first < x.first < at
            and x.source.clause is d.source.clause
            and x.source.kind == "noun"
            and x.source.relation in _MATTERS
            for x in self.s.drafts
        )

    def _of_words(self, d: Draft, at: int) -> bool:
        """Whether a time stands before the deed that words are about, and so is theirs: اتهمته أمس بقصف المدينة، قررت
        أمس إرسال جنود.
        """
        t = d.source
        if t.kind != "noun" or t.relation not in _MATTERS or at > d.first or t.clause.verb is None:
            return False
        announced = d.status == "planned" and bool(self.words[t.clause.verb.start].act_in(ANNOUNCING))
        blamed = t.relation == "bi" and any(
            x.type in VERBAL and x.source.clause is t.clause and x.source.kind == "verb" and x.first < d.first
            for x in self.s.drafts
        )
        return announced or blamed

    def _whole_round(self, d: Draft, value: Interval, times: Sequence[Time]) -> Interval:
        """The days of all talks of which a sentence tells a day, and when they began or how long they last: محادثات
        بدأت الجمعة، اختتمت اليوم محادثات استمرت يومين.
        """
        c, words = d.source.clause, self.words
        if value.from_ != value.to:
            return value
        for r in self._about(c, d.source.chunk):
            if r.verb is not None and words[r.verb.start].act_in(self.tense.beginning):
                began = next((x for n in self._told_in(r) if (x := times[n].value) is not None), None)
                if began is not None and began.from_ < value.from_:
                    return Interval(from_=began.from_, to=value.to)
        verb = c.verb
        opened = verb is not None and bool(words[verb.start].act_in(self.tense.beginning))
        over = verb is not None and bool(words[verb.start].act_in(self.cues.ending_verb))
        over = over or any(w.r.lemma in self.tense.over for w in words[max(0, d.first - 2) : d.first])
        k = self._lasting(d.first)
        return _of_days(value, k, over) if k > 1 and (over or opened) else value

    def _lasting(self, after: int) -> int:
        """How many days something lasts, by a verb of lasting behind a word; 0 where none tells."""
        for f, a, _ in self.s.times:
            if a < after or not isinstance(f.meaning, Length) or f.meaning.amount is None:
                continue
            n, unit = f.meaning.amount
            if unit == "day" and any(w.act_in(self.cues.lasting_verb) for w in self.words[after:a][-_LASTING:]):
                return n
        return 0

    def _eve(self, d: Draft, value: Interval) -> Interval:
        """The days of an act on the morrow of which something happened: غداة مقتل شرطي."""
        x = d.source.chunk
        if x is None or value.from_ != value.to or self.words[x.start].r.lemma not in self.tense.morrow:
            return value
        day = (dt.date.fromisoformat(value.from_) - DAY).isoformat()
        return Interval(from_=day, to=day)

    def _since_then(self, d: Draft, n: int) -> bool:
        """Whether a time is that since which an act goes on: قتل مئات منذ اندلاع المعارك في 15 نيسان."""
        _, a, _ = self.s.times[n]
        if d.type in VERBAL or d.status != "occurred":
            return False
        before = _phrase_before(self.words, a)
        return any(w.hit is None and w.r.lemma in self.tense.since and w.n > d.first for w in before)

    def to_come(self, d: Draft, value: Interval | None) -> bool:
        """Whether a meeting that a present verb tells as held is dated after its report: يجتمع الوفدان يوم 20 يونيو."""
        if d.type != _TALKS or d.status != "occurred":
            return False
        verb = d.source.clause.verb if d.source.kind == "verb" else None
        present = verb is not None and self.words[verb.start].r.tense == "present"
        return present and bool(self.day) and value is not None and value.from_ > self.day

    def ahead(self, a: int, b: int) -> bool | None:
        """Whether what happens at the time expression of words `[a, b)` lies ahead: an act in its clause is planned, or
        its verb is present or future; None where nothing in its clause tells.
        """
        words, tense = self.words, self.tense
        home = next((c for c in self.s.clauses if any(x.start < b and x.end > a for x in c.times)), None)
        if home is None or home.via in _FROM_AROUND:
            return None
        verb = words[home.verb.start].r if home.verb is not None else None
        around = {words[k].r.lemma for k in (*home.particles, *(x.start for x in home.aux))}
        if verb is not None:
            around.add(verb.lemma)
        reach = home.start if verb is None else max(home.start, a - _PLAN_REACH)
        due = any(w.r.lemma in self.cues.planned_adjective for w in words[reach:a])
        if around & tense.past:
            due = any(w.r.lemma in self.cues.planned_adjective for w in words[home.start : a])
            return None if due else False  # كان من المقرر عقده في: that may lie ahead or not
        above = home.parent.verb if home.parent is not None else None
        if above is not None and words[above.start].r.lemma in tense.past and not (verb is not None and verb.fut):
            planned = any(w.r.lemma in self.cues.planned_adjective for w in words[above.end : home.opener])
            return None if planned else False  # كان من المقرر أن
        if due:
            return True
        drafts = [d for d in self.s.drafts if d.source.clause is home]
        if drafts and min(drafts, key=lambda d: abs(d.first - a)).status in ("planned", "possible"):
            return True
        if verb is None or not verb.tense:
            return None
        if verb.fut or around & tense.future:
            return True
        before = words[a - 1].r if a else None
        if verb.tense == "past" and before is not None and before.lemma in tense.until:
            acts = (w.r for w in words[max(home.start, a - _BEAR_REACH) : a])
            return True if any(r.lemma in tense.put_off or r.of in tense.put_off for r in acts) else None
        if verb.tense == "past" or any(w.hit is None and w.r.lemma in tense.since for w in _phrase_before(words, a)):
            return False  # يقوم بجولة منذ فشل القمة في 25 تموز
        return before is None or before.cls != "act" or before.definite  # هجوم السبت is over, whatever the verb


def _of_days(value: Interval, k: int, ends: bool) -> Interval:
    """`k` days of which one is the last, or the first."""
    day = dt.date.fromisoformat(value.from_)
    if ends:
        return Interval(from_=(day - (k - 1) * DAY).isoformat(), to=value.to)
    return Interval(from_=value.from_, to=(day + (k - 1) * DAY).isoformat())


def _phrase_before(words: Sequence[Word], a: int) -> Iterator[Word]:
    """The words before a time expression, the nearest first, as far as a mark, a verb or what opens a clause."""
    for w in reversed(words[max(0, a - _BEAR_REACH) : a]):
        if w.token.kind == "mark" or w.r.pos in ("verb", "sub", "rel"):
            return
        yield w
