"""Which parties told before are meant together: the two sides, the three states, the mediators."""

from typing import Final

from mahdar.analysis.chunks import Word, nominal_entry
from mahdar.analysis.discourse import BAND
from mahdar.analysis.naming import Phrase
from mahdar.analysis.party import ARMED, NO_STATE, SINGLE_OFFICES, Party, government_of, once, side
from mahdar.analysis.whose import Homes
from mahdar.language.words import Reading
from mahdar.world.names import Entry

_CALL: Final = 5  # how many words behind the parties may tell what they are called on to do


class Sides(Homes):
    """Reads expressions for several parties told before."""

    def _told_before(self, head: Word, x: Phrase) -> list[Party] | None:
        """The parties that an expression for several told before stands for: الطرفان، الدول الثلاث، الوسطاء، زعيما
        البلدين، أطراف النزاع; None for no such expression.
        """
        r, cues = head.r, self.cues
        named = any(k < x.part.end for k, _ in x.codes)
        of_what = head.n + 1 < x.part.end and not r.definite and self.words[head.n + 1].hit is None
        if r.lemma in cues.mediator and r.number in ("d", "p") and of_what and (named or x.definite):
            return self._these(x, self.d.go_betweens(0)) or None  # وسطاء هدنة غزة
        if head.hit is not None or r.pron or named or x.unknown or r.pos not in ("noun", "adj"):
            return None
        if r.number in ("d", "p"):
            if (members := self._members_told(head, x)) is not None:
                return members
            if r.lemma in cues.contender and (code := self._placed(x)) is not None:
                return self._contenders_at(code, x)
        before = self.words[head.n - 1].r if head.n else None
        if before is not None and before.number == "d" and before.definite and before.lemma in cues.pair:
            if r.lemma in cues.pair and r.number != "s":  # البلدين الجارين
                return self._these(x, self.d.some(2, before.lemma in cues.of_states, self.apart))
        return self._number_told(head, x)

    def _members_told(self, head: Word, x: Phrase) -> list[Party] | None:
        """The international body told last, whose member states speak: الدول الأعضاء."""
        after = self.words[head.n + 1] if head.n + 1 < len(self.words) else None
        r, cues = head.r, self.cues
        if r.number != "p" or r.lemma not in cues.of_states or after is None or after.bare not in cues.members:
            return None
        return self._these(x, [p for p in self.d.bodies(x.a) if p.kind == "organization" and not p.sector][:1])

    def _contenders_at(self, code: str, x: Phrase) -> list[Party]:
        """The parties of a state: الأطراف في السودان."""
        known = [p for p in self.d.several(self.apart) if p.code == code]
        if len(known) > 1:
            return self._these(x, known)
        return [x.make(f"organization:{code}:sides", code, None, "organization", x.text, "nominal")]

    def _number_told(self, head: Word, x: Phrase) -> list[Party] | None:
        """The parties of an expression by its number, dual or told: الوزيران، الدول الثلاث، قادة الدول الثلاث."""
        r, cues = head.r, self.cues
        size = 2 if r.number == "d" else self._size(x) if r.definite else 0
        if r.definite and r.number in ("d", "p"):
            phrase = self.words[x.part.start : x.part.end]
            if any(w.hit is None and w.r.lemma in cues.mediator for w in phrase):
                return self._these(x, self.d.go_betweens(size, r.lemma in cues.of_states))
        office = nominal_entry(self.words, head.n, self.world)
        titled = office is not None and office[0].kind == "office"
        if r.number in ("d", "p") and office is not None and (each := self._of_these_states(x)):
            return self._these(x, each)  # وزيرا الداخلية في البلدين
        if r.number == "p" and r.lemma in cues.of_states and head.n and self.words[head.n - 1].r.pos == "dem":
            return self._these(x, self.d.last_told(3, BAND, x.a, states=True)) or None  # هذه الدول
        of = self._governed(head, x)
        if of is not None:
            return self._of_two(head, of, x, office is not None or r.lemma in cues.pair)
        if r.number == "p" and r.definite and not size and (all_ := self._envoys_told(head, x)) is not None:
            return all_
        if titled and r.lemma not in cues.contender:
            if r.definite and (r.number == "d" or (size and r.lemma in cues.pair)):
                return self._these(x, self._officials(office, size) or self.d.some(size, apart=self.apart))
            return None
        return self._two_told(head, x, size) if r.lemma in cues.pair and size else None

    def _envoys_told(self, head: Word, x: Phrase) -> list[Party] | None:
        """Who took part lately, of an expression in the plural without a number: الأطراف، المفاوضون، القادة."""
        r, cues = head.r, self.cues
        if r.lemma in cues.contender or r.lemma in cues.envoys:
            if self._fight(head, x) and self.d.fighting():
                return self._these(x, self.d.some(2, False, self.apart, True))
            return self._these(x, self.d.several(self.apart))
        after = self.words[head.n + 1] if head.n + 1 < len(self.words) else None
        alone = x.part.end == head.n + 1 and (after is None or after.hit is None)  # but القادة العرب
        met = self.d.several(self.apart) if alone and r.lemma in cues.leader else []
        return self._these(x, met) if len(met) > 1 else None  # واتفق القادة على

    def _two_told(self, head: Word, x: Phrase, size: int) -> list[Party]:
        """So many parties as told together lately: الطرفان، البلدان، الأطراف الثلاثة."""
        dual = head.r.number == "d"
        if dual and (here := self._two_here(head, x)):
            return self._these(x, here)
        couple, fight = self.d.couple if dual else [], self._fight(head, x)
        if couple and not fight and self.d.here <= couple[1].start < x.a and side(couple[0]) != side(couple[1]):
            return self._these(x, couple)  # ناقش الأزمة مع نظيره، واتفق الجانبان
        return self._these(x, self.d.some(size, head.r.lemma in self.cues.of_states, self.apart, fight))

    def _two_here(self, head: Word, x: Phrase) -> list[Party]:
        """The two that one phrase of the sentence has named before a dual that acts itself: أحرزت مصر والسودان تقدما،
        وهي مسألة اتفق الجانبان عليها.
        """
        if not head.token.folded.endswith("ان"):
            return []
        told = self.d.last_told(2, 2, at=x.a)
        first = next((w for w in self.words if told and w.token.end > told[0].start), None)
        verb = self.words[first.n - 1] if first is not None and first.n else None
        if verb is not None and verb.r.pos == "verb" and verb.act_in(self.cues.report):
            return []  # أعلنت مصر وقطر أنه اتفق الطرفان
        aside = {side(p) for p in (*self.apart, *self.d.mediators)}
        here = all(p.start >= self.d.here and side(p) not in aside for p in told)
        return told if here and len({side(p) for p in told}) == 2 else []

    def _of_these_states(self, x: Phrase) -> list[Party]:
        """The parties told before that a phrase behind an office names: في البلدين، في الدول الثلاث، للجانبين."""
        k = x.part.end
        if k + 1 >= len(self.words) or self.words[k].hit is not None:
            return []
        inside = self.words[k].token.folded == "في"
        k += inside
        of = self.words[k]
        if of.hit is not None or not of.r.definite or not (inside or of.r.prep == "ل"):
            return []
        if of.r.lemma not in (self.cues.of_states if inside else self.cues.pair):
            return []
        told = self.words[k + 1].r.lemma if k + 1 < len(self.words) else ""
        size = 2 if of.r.number == "d" else self.cues.number.get(told, 0) if of.r.number == "p" else 0
        return self.d.some(size, of.r.lemma in self.cues.of_states, self.apart) if size else []

    def _fight(self, head: Word, x: Phrase) -> bool:
        """Whether the parties of a set expression are such as fight, by its noun or the words around."""
        around = (*self.words[max(0, head.n - 3) : head.n], *self.words[x.part.end : x.part.end + _CALL])
        return head.r.lemma in self.cues.foe or any(w.r.lemma in self.cues.calm for w in around)

    def _governed(self, head: Word, x: Phrase) -> Reading | None:
        """The definite noun at the end of the genitives that follow a head: وزيرا خارجية البلدين."""
        if head.r.definite:
            return None
        for w in self.words[head.n + 1 : x.part.end]:
            if w.hit is not None or w.r.pos != "noun" or w.r.prep:
                return None
            if w.r.definite:
                return w.r
        return None

    def _of_two(self, head: Word, of: Reading, x: Phrase, sides: bool) -> list[Party] | None:
        """The parties of a set expression in the genitive, or one that a genitive makes: زعيما البلدين، طرفا النزاع.

        `sides`: whether the head may stand for one of two sides.
        """
        r, cues = head.r, self.cues
        if sides and of.lemma in cues.pair and of.number == "d":
            fight = self._fight(head, x)  # معارك بين جيشي البلدين
            return self._these(x, self.d.some(2, of.lemma in cues.of_states, self.apart, fight))
        if sides and of.lemma in cues.pair and of.number == "p" and r.number == "p" and (size := self._size(x)):
            return (
                self._these(x, self.d.some(size, of.lemma in cues.of_states, self.apart)) or None
            )  # خبراء الدول الثلاث
        if r.number == "d" and r.lemma in cues.of_states:
            return self._these(x, self.d.some(2, True, self.apart))  # دولتا المصب
        alone = x.part.end == head.n + 2  # وزيرا النفط والمناجم are of one country
        if r.number == "d" and alone and not x.codes and r.lemma in cues.ministry:
            return self._these(x, self.d.some(2, True, self.apart)) or None  # وزيرا الخارجية
        if r.lemma in cues.contender and of.number == "s":
            if head.token.folded.endswith(("ا", "ي")):
                return self._these(x, self.d.some(2, False, self.apart, True))
            return self._these(x, self.d.several(self.apart)) if r.number == "p" else None
        return None

    def _these(self, x: Phrase, parties: list[Party]) -> list[Party]:
        head = self.words[x.part.head]
        states = {p.code for p in parties if p.sector not in ARMED and p.code not in NO_STATE}
        armed = self.cues.own_sector.get(head.r.lemma) == "MIL"
        armed = armed or any(w.r.lemma in self.cues.calm for w in self.words[max(0, head.n - 3) : head.n])  # معارك بين
        if len(states) == len(parties) > 1 and not armed:
            parties = [self._ruled(p) for p in parties]
        return [p.at(x.a, x.b, "nominal")._replace(number="s", weak=False) for p in parties]

    def _ruled(self, p: Party) -> Party:
        """The government of an army, for states are "the two sides" that talk after their armies fought: قصف الجيش
        الإثيوبي البلدة ... واتفق الجانبان.
        """
        if p.sector != "MIL" or p.kind == "person" or len(p.code or "") != 3:
            return p
        return government_of(p.code or "", p.name, p.start, p.end, p.how, p.gender)

    def _officials(self, office: tuple[Entry, int] | None, size: int) -> list[Party]:
        """The last persons told of that hold an office, if they are so many: الوزيران، السفراء الثلاثة."""
        if office is None or office[0].kind != "office":
            return []
        title, level = office[0].office, office[0].level if office[0].level in SINGLE_OFFICES else ""
        held = once(
            [p for p in reversed(self.d.recent) if p.kind == "person" and (p.office == title or level == p.level)]
        )
        if len(held) >= size:
            return held[:size]
        told = self.d.last_told(size, size)
        return told if any(side(p) == side(q) for p in held[:1] for q in told) else []  # سفيرا كينيا وجمهورية أوغندا

    def _size(self, x: Phrase) -> int:
        """The number that a phrase tells, or the word behind it: الدول الضامنة الثلاث; 0 for none."""
        behind = self.words[x.part.head + 1 : x.part.end + 1]
        found = [w.r.lemma for w in behind if w.hit is None and w.r.definite]
        return next((self.cues.number[lemma] for lemma in found if lemma in self.cues.number), 0)
