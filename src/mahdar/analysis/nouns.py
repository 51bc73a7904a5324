"""Which words make up a noun phrase: its head, genitives, adjectives, the name or title beside it."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Part, Word, nominal_entry
from mahdar.language.cues import Cues
from mahdar.language.words import GUESSED, Reading
from mahdar.text.tokens import COMMAS, STOPS
from mahdar.world.names import Entry, World

_STYLES: Final = (
    "معالي",
    "سعادة",
    "فخامة",
    "سمو",
    "جلالة",
    "صاحب",
    "حضرة",
    "دولة",
)  # before a title: معالي وزير الخارجية
RULING: Final = ("GOV", "LEG", "JUD", "OPP", "MIL")  # of a body at home in its state: المجلس العسكري في مالي
_OF_STATE: Final = frozenset((*RULING, "COP"))  # of what acts for a state
_OFFICES: Final = ("head-of-state", "head-of-government", "minister")  # whose holder is of one state
_NOMINAL: Final = frozenset(("noun", "adj", "name", "num", "dem", "pron"))


class _Growing:
    """A noun phrase as far as it is read: words `[start, j)`.

    `last`: the last noun of its genitives; `open`: another may follow; `human`: it is of people; `governed`: by a
    preposition; `closed`: nothing belongs to it any more.
    """

    __slots__ = ("adjectives", "apposed", "closed", "governed", "head", "human", "j", "last", "open", "start")

    def __init__(self, start: int, head: int) -> None:
        self.start: Final = start
        self.head: Final = head
        self.last, self.j = head, head + 1
        self.open = self.adjectives = self.human = self.governed = self.closed = False
        self.apposed: list[tuple[int, int]] = []

    def adjoins(self) -> bool:
        """Whether the next word stands right behind the last noun."""
        return self.j == self.last + 1

    def take(self, end: int) -> bool:
        """Take the words before `end`, behind which no genitive stands."""
        self.j, self.open = end, False
        return True

    def end_in(self, k: int) -> bool:
        """Take the word at `k` as the last noun, which governs nothing."""
        self.last = k
        return self.take(k + 1)

    def describe(self, n: int) -> bool:
        """Take an adjective of `n` words."""
        self.adjectives = True
        return self.take(self.j + n)

    def appose(self, start: int, end: int) -> bool:
        """Take the words `[start, end)` as a name or title beside it."""
        self.apposed.append((start, end))
        return self.take(end)


class Nouns:
    """Reads the noun phrases of one sentence."""

    def __init__(self, words: list[Word], world: World, cues: Cues) -> None:
        self.words, self.world, self.cues = words, world, cues

    def part(self, i: int) -> Part:
        """The noun phrase at `i`: head, genitives, adjectives, name or title beside it."""
        p = self._begun(i)
        if not p.closed:
            while p.j < len(self.words) and self._extends(p):
                pass
        return Part(i, p.j, p.head, tuple(p.apposed))

    def _begun(self, i: int) -> "_Growing":
        """The phrase at `i` as far as its head, or the office or known name that the head opens, goes."""
        words, head = self.words, self.meant(i)
        p = _Growing(i, head)
        if words[head].hit is not None:
            p.j = self._hit_end(head)
        elif words[head].r.pron and words[head].r.lemma in self.cues.honorific:
            p.closed = True
            return p
        title = nominal_entry(words, head, self.world)
        if title is not None and title[1] > head + 1:
            second = words[head + 1].r
            another = second.pos == "adj" and not second.definite and second.gender != words[head].r.gender
            another = another and title[1] == head + 2
            named = second.pos == "name" and words[head + 1].hit is None  # رئيس أركان الجيش
            if second.prep or another or named or self._of_a_body(head, title[1]):
                p.j = title[1]  # القائم بالأعمال الكيني، وزراء خارجية دول الخليج
        if p.j > head + 1 and words[head].hit is None:
            p.last = p.j - 1
        chain = words[p.last].r
        p.open = self._open(p.last) if p.last == head else not (chain.definite or chain.pron or chain.accusative)
        p.human = self.human(head)
        p.governed = bool(words[i].r.prep) or (i > 0 and words[i - 1].hit is None and words[i - 1].r.pos == "prep")
        return p

    def _extends(self, p: "_Growing") -> bool:
        """Take the next words into a phrase; whether they belong to it."""
        w = self.words[p.j]
        if w.time or w.token.kind == "mark":
            k = self._bracket(p.j)
            p.j = k if k is not None else p.j
            return k is not None
        if self.share(p.j) or self.measured(p.j):
            return False
        if p.open and p.adjoins() and w.hit is None and w.r.pos == "prep" and self.approximates(p.j):
            return self._takes_noun(p, self.meant(p.j))  # سحب نحو ألف جندي
        if w.conj or w.prep:
            k = self._further_charge(p.head, p.j) or self._joined_adjective(p.j, p.adjectives)
            k = k or self._second_holder(p.head, p.j, p.adjectives)
            p.j = k if k is not None else p.j
            return k is not None
        if w.hit is not None and w.entry is not None:
            return self._extends_known(p, w.entry)
        if (counted := self._bare_article(p.j)) > 0:
            p.last = counted if p.open and p.adjoins() else p.last  # مجموعة الـ20
            return p.take(counted + 1)  # القمة الـ 25
        if p.open and p.adjoins() and self.counts(p.j):
            return self._takes_noun(p, self.meant(p.j))
        r = w.r
        if r.pos == "neg" and p.j + 1 < len(self.words) and self.words[p.j + 1].r.pos == "adj":
            negated, noun = self.words[p.j + 1].r, self.words[p.last]
            if noun.hit is None and negated.definite == noun.r.definite and not negated.prep:
                return p.describe(2)  # مفاوضات غير مباشرة، المحادثات غير المباشرة
        if r.pos == "adj":
            goes_on = r.of and r.form == "active" and self.participle(p.j, None) and not self._qualifies(p.j)
            if not goes_on:
                return self._extends_adjective(p, r)
        if self._but_one(p.j):
            return p.describe(1)
        if r.pos in ("num", "noun") and self._is_whom(p.start, p.head, p.j):
            return p.appose(p.j, self.part(p.j).end)
        if r.pos == "num" or w.token.kind == "number":
            return self._extends_number(p, w)
        if r.pron and r.lemma in self.cues.itself:
            if p.governed and p.adjoins():
                return p.take(p.j + 1)  # بحسب المصادر نفسها
            if not p.open and not self.party(p.head):
                p.j += 1  # أكد الجانبان الرغبة نفسها
                return True
            if p.open and self.human(p.last):
                return False  # فجر انتحاري نفسه
        return r.pos in ("noun", "name", "dem") and self._extends_noun(p, r)

    def _takes_noun(self, p: "_Growing", k: int) -> bool:
        """Take the noun at `k`, and what counts it, as the last of the genitives."""
        p.last, p.j = k, k + 1 if self.words[k].hit is None else self._hit_end(k)
        p.open = self._open(k)
        return True

    def _extends_known(self, p: "_Growing", e: Entry) -> bool:
        """Take a known name into a phrase."""
        words, j, last = self.words, p.j, p.last
        first = words[p.head]
        if e.kind == "adjective":
            several = e.form[1:] in ("d", "p")
            if several and (self._single_name(last) or self._of_one(last, j) or self._settled(last, j)):
                return False  # دعت الصين الكوريتين، دعا الرئيس الكيني الكينيين، اعتقل الجيش سودانيين
            if self._befalls(last, j):
                return False  # سحل مستوطنون فلسطينيا
            if e.form == "fs" and not self._may_be_hers(p, j):
                return False  # شكر الوفدان السعودية، هدد زعيم المتمردين السعودية
            return p.describe(1)
        if p.open and p.adjoins() and not self._addressee(p.start, p.head, j):
            p.last = j
            p.human = p.human or e.kind == "person"
            return p.take(self._hit_end(j))
        if e.kind == "person":
            if first.entry is not None and first.entry.kind == "person":
                return False  # شكر أردوغان بوتين
            if self._of_another(p, e):
                return False  # استقبل الرئيس الكيني بوتين
            if (p.human or p.adjectives or not p.open) and self._takes_name(p.head, last):
                return p.appose(j, self._hit_end(j))
        if e.kind == "group" and self._relational(j, last):
            return p.describe(1)
        body = e.kind in ("organization", "group", "media") and first.r.cls == "group" and not self._rules(p, j)
        town = e.kind in ("city", "seat", "capital") and "place" in (first.r.cls, words[last].r.cls)
        if (body or town) and (first.r.definite or words[last].r.definite) and first.hit is None:
            if not ((p.adjectives or e.kind != "media") and self._begins_with_genus(j)):
                return p.appose(j, self._hit_end(j))
        return False

    def _rules(self, p: "_Growing", j: int) -> bool:
        """Whether a phrase names forces or another body of a state, which no name of a movement or of people behind it
        is the name of: هاجم الجيش اليمني الحوثيين، قصفت القوات المالية القاعدة.
        """
        if self.words[j].token.folded.endswith(("ون", "ين")):
            return True
        found = nominal_entry(self.words, p.head, self.world)
        return p.adjectives and found is not None and found[0].kind == "body" and found[0].sector in _OF_STATE

    def _may_be_hers(self, p: "_Growing", j: int) -> bool:
        """Whether a nationality in the feminine can be an attribute of one of the nouns before it."""
        for w in self.words[p.head : j]:
            if w.hit is not None and w.entry is not None:
                people = w.token.folded.endswith(("ون", "ين")) or w.entry.kind == "adjective"
                if not people or w.entry.form[:1] == "f":
                    return True
            elif w.r.pos != "adj" or w.n == p.head:
                man = w.r.cls == "human" and (w.r.number == "s" or w.token.folded.endswith(("ون", "ين")))
                if w.r.gender != "m" or not (w.r.number == "d" or man):
                    return True
        return False

    def _of_another(self, p: "_Growing", e: Entry) -> bool:
        """Whether a person named behind the title of who acts rules another state: استقبل الرئيس الكيني بوتين."""
        if e.level not in _OFFICES or not p.start or self.words[p.start - 1].r.pos != "verb":
            return False
        office = nominal_entry(self.words, p.head, self.world)
        if office is None or office[0].kind != "office":
            return False
        told = [w.entry for w in self.words[p.head + 1 : p.j] if w.entry is not None]
        codes = {x.code for x in told if x.kind in ("adjective", "state")}
        return bool(codes) and e.code not in codes

    def _extends_adjective(self, p: "_Growing", r: Reading) -> bool:
        """Take an adjective into a phrase."""
        if r.definite and r.lemma in self.cues.elative and self._in_what(p.j):
            return p.describe(2)  # الهجوم الأكثر دموية
        if p.open and p.adjoins() and self._of_office(p.last, p.j):
            p.last, p.j = p.j, p.j + 1  # أمين عام الحزب
            return True
        if not r.pron and self._attribute(p.j, p.head, p.last):
            return p.describe(2 if self._narrowed(p.j) else 1)
        if p.open and p.adjoins() and (r.definite or (r.number == "p" and r.of and self._open(p.j))):
            p.last, p.j, p.open = p.j, p.j + 1, not r.definite  # تحالف متمردي الشمال
            return True
        if p.open and p.adjoins() and self.words[p.last].r.form == "masdar" and self._person_called(p.j):
            return p.end_in(p.j)  # إصابة عسكري
        return False

    def _of_office(self, last: int, j: int) -> bool:
        """Whether an adjective without article belongs to an office whose body follows: أمين عام حزب الله."""
        behind = self.words[j + 1] if j + 1 < len(self.words) else None
        if self.words[j].r.lemma not in self.cues.chief_of or self.words[j].r.definite or behind is None:
            return False
        if behind.entry is not None:
            body = behind.entry.kind in ("organization", "group", "bloc")
            return body and behind.hit is not None and not behind.hit.conj + behind.hit.prep
        noun = behind.r.pos == "noun" and not behind.r.conj + behind.r.prep
        found = nominal_entry(self.words, last, self.world)
        return noun and behind.r.cls in ("group", "") and found is not None and found[0].kind == "office"

    def _extends_number(self, p: "_Growing", w: Word) -> bool:
        """Take a number into a phrase, with what it counts."""
        words, r, j = self.words, w.r, p.j
        number = w.token.kind == "number"
        if p.adjoins() and number and j + 1 < len(words) and words[j + 1].token.kind == "mark":
            p.j += 1
            return True
        some = r.definite and r.lemma in self.cues.counting and self.meant(j) > j  # مقتل العشرات من الجنود
        crowd = r.definite and r.lemma in self.cues.crowd and r.lemma in self.cues.counting
        if crowd and p.open and p.adjoins() and not some:
            return p.end_in(j)  # اعتقال المئات
        some = some or crowd  # أوقفت الشرطة العشرات
        if p.adjoins() and not some and (r.definite or (number and self._numbered(p.last))):
            p.j += 1
            return True
        tens = words[j - 1]
        if j == p.last + 2 and tens.r.pos == "num" and tens.r.definite and w.token.folded in self.cues.ten:
            p.j += 1  # الجنود الاثنا عشر
            return True
        if p.adjoins() and p.open and number and self.meant(j) == j:
            return p.take(j + 1)  # بنسبة 25 في المئة
        if w.token.folded.removeprefix("ال") in self.cues.two and not p.open and self._paired(p.last):
            return p.take(j + 1)  # غارتين اثنتين
        if p.adjoins() and r.lemma in self.cues.ordinal and self._indefinite(p.last):
            return p.describe(1)  # بولاية ثالثة
        if p.open and p.adjoins() and (noun := self.meant(j)) > j:
            return self._takes_noun(p, noun)
        return False

    def _extends_noun(self, p: "_Growing", r: Reading) -> bool:
        """Take a noun, or a name that no table has, into a phrase."""
        words, n, j = self.words, len(self.words), p.j
        if r.pos == "name" and self._name_may_follow(p.head, p.last, j, p.human):
            k = j
            while k < n and self._name_word(k, k > j):
                k += 1
            if self._several(p.head) and j == p.head + 1 and not p.governed and not self._and(k):
                return False  # انتخب النواب فلانا
            return p.appose(j, k)
        if r.pos == "name" and p.adjoins() and not p.apposed and self._begins_name(p.head, p.last, j):
            while p.j < n and self._name_word(p.j, p.j > j):
                p.j += 1
            p.last, p.open = p.j - 1, False
            return True
        if r.pron and (r.lemma in self.cues.own_death or (r.lemma in self.cues.report_noun_head and p.adjoins())):
            return False  # لقي أشخاص مصرعهم، نقلت عن مسؤول قوله
        if p.open and p.adjoins() and (self._acts_on(p.last, j) or self._tells_of(p.start, p.head, j)):
            return False  # أصاب صاروخ مدرسة، نفى ناطق مقتل ضابط
        if self._announced(p.start, p.head, j):
            return False
        if p.open and p.adjoins() and not (r.accusative and r.pos == "noun" and not r.definite):
            self._takes_noun(p, self.meant(j))
            p.human = p.human or (words[p.last].r.number == "s" and self.human(p.last))  # اغتيال زعيم الحركة فلان
            return True
        if self._tells_part(p.last, j):
            return p.describe(1)  # مسؤولين كينيين متورطين في
        if self._noun_beside(p.last, j):
            return p.end_in(j)  # الجنديين الأسيرين، الدول الأعضاء
        if p.human and r.lemma in self.cues.honorific and j + 1 < n and self.is_name(j + 1):
            k = self._hit_end(j + 1) if words[j + 1].hit is not None else j + 1
            while k < n and words[k].hit is None and self._name_word(k, True):
                k += 1
            return p.appose(j + 1, max(k, j + 2))
        member = self._office_of_member(p.head, j)
        if member or self._title_follows(p.head, j) or self._second_title(p.start, p.head, j):
            return p.appose(j, self.part(j).end)
        return False

    def _begins_name(self, head: int, last: int, j: int) -> bool:
        """Whether the name at `j` goes on from a first name in the genitive of a thing: مكتب سالم كوماتي."""
        w, name = self.words[last], self.words[j]
        first = w.hit is None and w.r.pos == "name" and w.token.folded in self.world.given
        return (
            last > head and first and name.hit is None and not name.r.conj and name.token.folded not in self.world.given
        )

    def share(self, i: int) -> bool:
        """Whether a word tells what part of the people told right before it are: جنديان أحدهما ضابط."""
        w, before = self.words[i], self.words[i - 1] if i > 1 else None
        if w.hit is not None or w.r.lemma not in self.cues.share or not w.r.pron or before is None:
            return False
        if w.r.prep or (w.r.conj and before.token.raw not in COMMAS):
            return False
        if before.token.raw in COMMAS:
            behind = self.words[i + 1] if i + 1 < len(self.words) else None
            return behind is not None and (behind.hit is not None or behind.r.pos in ("noun", "adj", "prep", "num"))
        if before.hit is not None:
            return before.entry is not None and before.entry.kind == "adjective" and not before.hit.article
        if before.r.pron or before.r.prep or before.r.pos not in ("noun", "adj", "num"):
            return False
        if before.r.definite:
            return self.words[i - 2].r.pos == "prep" and before.r.pos == "adj"  # على الأقل معظمهم
        two = before.r.number == "d" and w.r.pron == "هما"
        several = two or (before.r.number == "p" and before.r.cls == "human" and w.r.pron != "ها")
        return several or before.r.pos in ("adj", "num") or self.words[i - 2].r.pos == "num"

    def _of_one(self, last: int, j: int) -> bool:
        """Whether a nationality in the plural stands behind a noun of one, or behind the nationality of one: دعا الرئيس
        الكيني الكينيين.
        """
        before = self.words[j - 1].entry
        if j - 1 > last and before is not None and before.kind == "adjective" and before.form.endswith("s"):
            return True
        w = self.words[last]
        one = w.hit is None and w.r.pos == "noun" and w.r.number == "s"
        return one and w.r.definite and w.r.cls in ("human", "group")

    def _settled(self, last: int, j: int) -> bool:
        """Whether a nationality without article is no attribute of the noun before it, which has one."""
        noun, hit = self.words[last], self.words[j].hit
        return noun.hit is None and noun.r.pos == "noun" and noun.r.definite and hit is not None and not hit.article

    def _befalls(self, last: int, j: int) -> bool:
        """Whether a nationality behind a subject is somebody else, for its case: سحل جنود فلسطينيا، أعدمت السلطات
        السعودية فلسطينيا.
        """
        noun, adjective = self.words[last], self.words[j].token.folded
        if noun.hit is not None or not adjective.endswith(("يا", "يين")):
            return False
        if noun.r.definite and adjective.endswith("يا"):
            return noun.r.cls in ("human", "group")
        ending = "ان" if noun.r.number == "d" or adjective.endswith("يا") else "ون"  # but شبان فلسطينيين
        nominative = noun.r.number in ("p", "d") and noun.token.folded.endswith(("ون", ending))
        return j == last + 1 and nominative and noun.r.cls == "human"

    def _acts_on(self, last: int, j: int) -> bool:
        """Whether a noun right behind a verb and whoever does it is its object, no genitive: قتل مسلح شرطية."""
        doer, other, verb = self.words[last], self.words[j], self.words[last - 1] if last else None
        if verb is None or verb.hit is not None or verb.r.pos != "verb" or verb.r.cls == "i" or verb.r.pron:
            return False
        if other.hit is None and other.r.lemma in self.cues.gunfire and doer.r.cls == "human":
            return True  # أطلق جنود النار
        if doer.r.lemma not in self.cues.bare_doer or doer.r.number != "s" or other.hit is not None:
            return False
        return other.r.pos == "noun" and other.r.lemma not in self.cues.arm

    def _tells_of(self, start: int, head: int, j: int) -> bool:
        """Whether an act behind a verb and whoever tells of it is no genitive: أكد شهود عيان وقوع انفجار."""
        verb, teller, act = self.words[start - 1] if start else None, self.words[head], self.words[j]
        if verb is None or verb.r.pos != "verb" or not verb.act_in(self.cues.report | self.cues.speech_act):
            return False
        said = act.hit is None and act.r.form == "masdar" and not act.r.definite and act.r.cls != "group"
        return said and teller.hit is None and teller.r.lemma in self.cues.teller and not teller.r.definite

    def _second_attribute(self, i: int, before: Chunk | None) -> bool:
        """Whether a word stands by 'and' beside an adjective like it, or tells with ل what kind a thing is: دولة مستقلة
        وقابلة للحياة.
        """
        if before is None or before.kind != "np" or not self.words[i].r.conj:
            return False
        if (
            self.words[i].r.lemma in self.cues.kind_with_li
            and i + 1 < len(self.words)
            and self.words[i + 1].r.prep == "ل"
        ):
            return True
        last = self.words[before.end - 1]
        return last.hit is None and last.r.pos == "adj" and last.r.gender == "f" and not last.r.definite

    def participle(self, i: int, before: Chunk | None) -> bool:
        """An active participle that goes on telling (مضيفا، متهمين): accusative and indefinite, not an attribute."""
        w = self.words[i]
        r = w.r
        if r.form != "active" or r.definite or r.pron or r.prep or not r.of:
            return False
        marked = (
            r.accusative
            or (r.number == "p" and w.token.folded.endswith("ين"))
            or (r.number == "d" and w.token.folded.endswith("ين"))
        )
        following = self.words[i + 1] if i + 1 < len(self.words) else None
        behind = self.words[i + 2] if i + 2 < len(self.words) else None
        if following is not None and following.entry is not None and following.entry.kind == "adjective":
            bidden = behind is not None and (behind.r.prep == "ب" or behind.r.lemma == "الي")  # داعيا سوريا إلى الرد
            bidden = bidden or bool(w.act_in(self.cues.speech_act) and not w.opens)  # شاكرا روسيا على موقفها
            if not (following.hit is not None and following.hit.article) and not bidden:
                return False  # معارضا سوريا: somebody of that country
        after_comma = (
            (before is None and i == 0)
            or (before is not None and before.kind == "mark" and self.words[before.start].token.raw in COMMAS)
            or bool(r.conj)
            or self._after_words(i)
        )
        that = following
        if following is not None and following.hit is None and following.r.pos == "prep" and not following.r.pron:
            that = behind  # مشيرا إلى أن
        said = (that is not None and that.r.pos == "sub" and that.hit is None) or (
            following is not None and following.quoted and not w.quoted
        )  # قائلة إن، مؤكدة «...»
        says = bool(w.act_in(self.cues.report))
        told = said and says and before is not None and before.kind == "np"
        after_time = before is not None and before.kind == "time" and says  # علقت مشاركتها أمس متهمة السلطات
        apart = before is not None and (
            (following is not None and self._turns_to(i, before)) or self._speaks_apart(i, before)
        )
        opens = following is not None and (after_comma or told or after_time or apart)
        if not marked and not (r.gender == "f" and opens and w.token.folded.endswith("ة")):
            return False
        if told or apart:
            return True
        if not marked and self._second_attribute(i, before):
            return False
        if before is not None and before.kind == "np" and not after_comma:
            head = self.words[before.end - 1]
            thing = self.words[before.parts[-1].head] if before.parts else head
            if thing.r.number == "d" and r.number in ("d", "p") and thing.hit is None and thing.r.cls != "human":
                return False  # أجرى اتصالين هاتفيين منفصلين
            if (
                head.hit is None
                and head.r.pos in ("noun", "adj")
                and not head.r.definite
                and not head.r.pron
                and (head.r.accusative or r.gender == "f" or head.token.folded.endswith("ا"))
            ):
                return False
            if head.hit is not None and not head.hit.article and head.token.folded.endswith("ا") and r.number == "s":
                if head.entry is not None and head.entry.kind == "adjective":
                    return False  # وزيرا تونسيا سابقا
        if not after_comma and before is not None and before.kind == "verb":
            return False
        return True

    def _after_words(self, i: int) -> bool:
        """Whether a participle of speech stands right behind quoted words: قالت إن "الوضع صعب" متهمة الحكومة."""
        w = self.words[i]
        ends = i > 0 and self.words[i - 1].quoted and not w.quoted
        return ends and bool(w.act_in(self.cues.speech_act | self.cues.report))

    def _turns_to(self, i: int, before: Chunk | None) -> bool:
        """Whether a participle of speech behind a definite phrase, so no attribute of it, has an object: قطعت العلاقات
        متهمة الرباط.
        """
        w, x = self.words[i], self.words[i + 1]
        last = self.words[before.end - 1] if before is not None and before.kind == "np" else None
        voices = bool(w.act_in(self.cues.voice_verb)) and x.hit is None and x.r.lemma == "عن"  # معربة عن أسفها
        if last is None or w.r.conj or not (voices or w.act_in(self.cues.speech_act | self.cues.accuse_verb)):
            return False
        known = last.r.definite or bool(last.r.pron) or (last.hit is not None and last.named)
        governs = voices or x.hit is not None or (x.r.pos == "noun" and not x.r.prep)
        governs = governs or x.r.lemma in self.cues.object_pronoun
        told = any(v.r.pos == "verb" and v.hit is None for v in self.words[:i])
        return known and governs and told and not (x.hit is not None and x.hit.prep)

    def _speaks_apart(self, i: int, before: Chunk) -> bool:
        """Whether a participle of speaking cannot be an attribute of the phrase before it, for its gender or number:
        استدعت السفير متهمة لندن.
        """
        w = self.words[i]
        if before.kind != "np" or not (w.act_in(self.cues.speech_act) or w.act_in(self.cues.report)):
            return False
        nouns = [k for x in before.parts for k in range(x.start, x.end) if self.words[k].r.pos == "noun"]
        return bool(nouns) and not any(self.words[k].hit or self._suits(w.r, k) for k in nouns)

    def nominal(self, i: int) -> bool:
        """Whether a noun phrase can begin at a word."""
        w = self.words[i]
        return w.hit is not None or (w.r.pos in _NOMINAL and w.token.kind != "mark") or self._any(i)

    def _any(self, i: int) -> bool:
        """Whether 'any' stands before its noun: رفض أي محاولات."""
        w = self.words[i]
        if w.r.lemma not in self.cues.any_of or w.r.pos != "part" or i + 1 >= len(self.words):
            return False
        noun = self.words[i + 1]
        return noun.hit is None and noun.r.pos == "noun" and not (noun.r.definite or noun.r.prep or noun.r.conj)

    def _of_a_body(self, head: int, end: int) -> bool:
        """Whether a title without article ends in an adjective, with whose it is behind it: أمين عام الأمم المتحدة."""
        if end >= len(self.words) or self.words[head].r.definite or self.words[end - 1].r.pos != "adj":
            return False
        w = self.words[end]
        if self.words[end - 1].r.definite or w.time or self.words[end - 1].r.lemma not in self.cues.chief_of:
            return False  # أدانت منظمات حقوقية مصر
        if w.hit is None:
            return w.r.pos == "noun" and w.r.definite and not (w.r.prep or w.r.conj or w.r.pron)
        known = w.entry is not None and w.entry.kind in ("organization", "group", "state", "bloc")
        return known and not (w.hit.prep or w.hit.conj)

    def party(self, i: int) -> bool:
        """Whether a word may stand for somebody who acts: a name, people, a group, an office or body."""
        w = self.words[i]
        return (
            w.hit is not None
            or w.r.pos == "name"
            or w.r.cls in ("human", "group")
            or nominal_entry(self.words, i, self.world) is not None
        )

    def _bare_article(self, k: int) -> int:
        """Where the number is before which an article stands alone at `k`: الدول الـ27، ال ـ 27; 0 for none."""
        if self.words[k].hit is not None or self.words[k].token.folded != "ال":
            return 0
        j = k + 1
        j += j < len(self.words) and self.words[j].token.kind == "mark" and self.words[j].token.raw not in STOPS
        return j if j < len(self.words) and self.words[j].token.kind == "number" else 0

    def _paired(self, k: int) -> bool:
        """Whether a noun or nationality may be a dual."""
        w = self.words[k]
        number = w.entry.form[1:] if w.entry is not None else w.r.number
        return number in ("d", "p") and w.token.folded.endswith(("ين", "ان"))

    def _but_one(self, k: int) -> bool:
        """Whether the number one stands behind what it counts: جندي واحد، سائحا فرنسيا واحدا."""
        r, before = self.words[k].r, self.words[k - 1]
        if r.lemma not in self.cues.one or r.definite or r.pron or before.time:
            return False
        if before.entry is not None and before.entry.kind == "adjective":
            return before.entry.form[1:] == "s" and not (before.hit is not None and before.hit.article)
        return before.hit is None and before.r.pos in ("noun", "adj") and not (before.r.definite or before.r.pron)

    def _several(self, k: int) -> bool:
        """Whether a definite noun is of several people."""
        w = self.words[k]
        return w.hit is None and w.r.definite and w.r.cls == "human" and w.r.number in ("d", "p")

    def _and(self, k: int) -> bool:
        """Whether 'and', or a comma, follows at `k`: the name before is one of several."""
        if k >= len(self.words):
            return False
        w = self.words[k]
        return bool(w.conj) or w.token.raw in COMMAS or w.token.folded == "و"

    def _heads(self, k: int) -> bool:
        """Whether a word inside a genitive chain is one of its nouns: معتنقي الإسلام."""
        r = self.words[k].r
        return r.pos == "noun" or (r.pos == "adj" and r.number == "p" and not r.definite)

    def _tells_part(self, last: int, j: int) -> bool:
        """Whether a word, which may be a noun too, tells in what those before it have a part: ضباطا متورطين في."""
        noun, part = self.words[last], self.words[j]
        if noun.hit is not None or part.hit is not None or part.r.lemma not in self.cues.involved:
            return False
        alike = noun.r.definite == part.r.definite and noun.r.number == part.r.number == "p"
        return alike and not part.r.pron and self.human(last)

    def _noun_beside(self, last: int, j: int) -> bool:
        """Whether a definite noun right behind another tells what those are, as an adjective would."""
        noun, other = self.words[last], self.words[j]
        if j != last + 1 or noun.hit is not None or noun.r.pos != "noun" or other.r.pos != "noun":
            return False
        if not (noun.r.definite and other.r.definite) or noun.r.pron or other.r.pron:
            return False
        if noun.r.number != other.r.number:
            return False
        if (noun.r.cls == "group" or noun.r.lemma in self.cues.of_states) and other.r.lemma in self.cues.members:
            return True  # الدولة العضو
        if noun.r.cls == "human" and other.r.lemma in self.cues.rank:
            return True  # الوزير المفوض
        return noun.r.number in ("d", "p") and all(x.token.folded.endswith("ين") for x in (noun, other))

    def _further_charge(self, head: int, j: int) -> int:
        """The end of what else a minister or ministry has charge of: وزير الشؤون الخارجية والجالية الوطنية بالخارج; 0
        where `j` begins something else.
        """
        w = self.words[j]
        if self.words[head].r.lemma not in self.cues.ministry or self.words[head].hit is not None or w.hit is not None:
            return 0
        if w.r.prep:
            return j + 1 if w.r.lemma in self.cues.abroad and w.r.definite else 0
        found = nominal_entry(self.words, j, self.world)
        office = found is not None and (found[0].kind == "office" or found[0].sector in RULING)
        if w.r.conj != "و" or w.r.pos != "noun" or not w.r.definite or w.r.pron or (office and w.r.number == "s"):
            return 0
        return self.part(j).end

    def _addressee(self, start: int, head: int, j: int) -> bool:
        """Whether a state behind 'in a statement' is whom that is made to: توعدت الحركة في بيان إسرائيل بالرد."""
        w, before, e = self.words[head], self.words[start - 1] if start else None, self.words[j].entry
        if e is None or e.kind not in ("state", "capital") or j != head + 1 or w.r.lemma not in self.cues.document:
            return False
        said = any(x.hit is None and x.act_in(self.cues.speech_act) and x.r.pos == "verb" for x in self.words[:start])
        return said and before is not None and before.token.folded == "في" and w.r.lemma not in self.cues.held_at

    def _announced(self, start: int, head: int, j: int) -> bool:
        """Whether an act right behind 'in a statement' is what that tells of: أعلن الجيش في بيان مقتل جندي."""
        paper, act, before = self.words[head], self.words[j], self.words[start - 1] if start else None
        lists = self.cues.document - self.cues.held_at
        if j != head + 1 or paper.hit is not None or paper.r.lemma not in lists or paper.r.definite:
            return False
        done = act.hit is None and (act.r.form == "masdar" or act.r.cls == "act") and not (act.r.definite or act.r.pron)
        governs = j + 1 < len(self.words) and not self.words[j + 1].r.prep and self.words[j + 1].token.kind != "mark"
        if not (done and governs) or before is None or before.token.folded != "في":
            return False
        return any(x.hit is None and x.r.pos == "verb" and x.act_in(self.cues.report_noun) for x in self.words[:start])

    def _begins_with_genus(self, k: int) -> bool:
        """Whether a known name opens with a noun that tells what kind of body it is: تنظيم داعش."""
        first = self.words[k].token.folded.removeprefix("ال")
        return first in self.cues.group_back or (first in self.cues.force_genus and self._hit_end(k) > k + 1)

    def _relational(self, j: int, last: int) -> bool:
        """Whether the name of a group is an adjective of the noun before it: الهجمات الحوثية، المتمردون الحوثيون."""
        folded = self.words[j].token.folded
        noun = self.words[last]
        single = j + 1 == self._hit_end(j)
        if single and noun.hit is None and noun.r.number == "p" and noun.r.cls == "human":
            return folded.startswith("ال") == noun.r.definite and folded.endswith(("يون", "يين")) and not noun.r.pron
        return (
            single and folded.startswith("ال") and folded.endswith(("ي", "ية")) and noun.hit is None and noun.r.definite
        )

    def _numbered(self, k: int) -> bool:
        """Whether the noun at `k` is one of those known by their number: القرار 2254."""
        w = self.words[k]
        return w.hit is None and w.r.definite and not w.r.pron and w.r.lemma in self.cues.numbered

    def _in_what(self, j: int) -> bool:
        """Whether what the elative at `j` is a matter of stands right behind it."""
        w = self.words[j + 1] if j + 1 < len(self.words) else None
        if w is None or w.hit is not None or w.r.pos not in ("noun", "adj"):
            return False
        if not w.token.folded.endswith(("ا", "ة", "اء")):
            return False  # المجلس الأعلى تجميد: no accusative
        return not (w.r.definite or w.r.prep or w.r.conj or w.r.pron)

    def _narrowed(self, j: int) -> bool:
        """Whether a noun narrows down the adjective at `j`: رفيع المستوى، ذي صلة."""
        lemma = self.words[j].r.lemma
        needs = lemma in self.cues.possessed
        if not (needs or lemma in self.cues.improper) or j + 1 >= len(self.words):
            return False
        w = self.words[j + 1]
        r = w.r
        return (
            w.hit is None
            and r.pos == "noun"
            and (r.definite or needs)
            and not (r.prep or r.conj or r.pron)
            and r.cls not in ("human",)
        )

    def measured(self, i: int) -> bool:
        """Whether a noun tells how much there is of what stands right before it: قوات قوامها 500 فرد."""
        w = self.words[i]
        if w.hit is not None or not w.r.pron or w.r.lemma not in self.cues.extent or w.conj or w.prep:
            return False
        return i + 1 < len(self.words) and self.told_in_numbers(i + 1)

    def told_in_numbers(self, i: int) -> bool:
        """Whether a number, in figures or words, or a length of time stands at a word."""
        many = self.words[i]
        told = many.token.kind == "number" or (many.hit is None and (many.r.pos == "num" or bool(many.time)))
        return told or self.counts(i) or bool(self.amount(i))

    def meant(self, i: int) -> int:
        """The noun that is meant at `i`: numerals, quantifiers, demonstratives and honorifics passed over."""
        words, n = self.words, len(self.words)
        k = i
        while k + 1 < n:
            w, following = words[k], words[k + 1]
            if (counted := self.amount(k)) > 0:
                k = counted
                continue
            if (counted := self._bare_article(k)) > 0:
                k = counted  # أفرجت عن الـ25 جنديا
                continue
            if w.hit is not None or (following.token.kind == "mark" and following.token.raw not in "%"):
                break
            fprep = following.prep
            fconj = following.conj
            lemma = w.r.lemma
            nominal = self.nominal(k + 1) and not fprep and not fconj and not following.time
            if w.r.pos == "num" and w.r.pron:
                break  # وحاول بعضهم اقتحامها
            if w.hit is None and w.r.definite and lemma in self.cues.crowd and following.r.pos == "noun":
                break  # نظم العشرات وقفة
            if (
                (w.r.pos == "num" or w.token.kind == "number")
                and nominal
                and (
                    following.entry is None
                    or following.entry.kind in ("adjective", "state")
                    or (following.entry.kind == "group" and following.token.folded.endswith(("ون", "ين")))
                )
            ):
                k += 1
            elif (w.r.pos == "num" or w.token.kind == "number") and following.token.folded in ("في", "%"):
                break
            elif w.r.pos == "dem" and nominal and self._pointed_at(following):
                k += 1
            elif lemma in self.cues.quantifier and nominal and not w.r.definite and not w.r.pron:
                k += 1
            elif lemma in self.cues.honorific and following.r.lemma in self.cues.royal and self._styles(k + 2):
                k += 2  # السمو الملكي الأمير محمد
            elif lemma in self.cues.sort and w.r.number == "p" and nominal and k > i and self._all(k - 1):
                k += 1  # جميع أشكال التعاون
            elif (
                (lemma in self.cues.honorific or w.bare in _STYLES or self._honors_person(k))
                and nominal
                and (following.hit is not None or following.r.definite or following.r.pos in ("name", "noun"))
                and self._honors(k)
            ):
                k += 1
            elif (
                lemma in self.cues.counting
                and following.token.folded in ("من", "عن")
                and k + 2 < n
                and self.nominal(k + 2)
                and not words[k + 2].time
            ):
                k += 2
            elif lemma in self.cues.counting and self._so_many_of(k):  # عدد كبير من الجنود
                k += 3
            elif (
                (w.r.pos == "num" or w.token.kind == "number") and following.token.folded == "من" and self._many(k + 2)
            ):
                k += 2
            elif (
                (w.r.pos == "num" or w.token.kind == "number")
                and following.token.folded == "علي"
                and k + 4 < n
                and words[k + 2].token.folded in ("الاقل", "الاكثر")
                and words[k + 3].token.folded == "من"
                and self.nominal(k + 4)
            ):  # أربعة على الأقل من حلفاء
                k += 4
            elif fconj == "و" and (w.r.pos == "num" or w.token.kind == "number") and (following.r.pos == "num"):
                k += 1
            else:
                break
        return k

    def _all(self, k: int) -> bool:
        return self.words[k].hit is None and self.words[k].r.lemma in self.cues.quantifier

    def _so_many_of(self, k: int) -> bool:
        """Whether an adjective stands between a noun that counts and those counted: عدد مماثل من الدبلوماسيين."""
        if k + 3 >= len(self.words):
            return False
        w, adjective, of = self.words[k], self.words[k + 1], self.words[k + 2]
        plain = w.hit is None and w.r.pos == "noun" and not (w.r.definite or w.r.pron)
        attribute = (
            adjective.hit is None and adjective.r.pos == "adj" and not (adjective.r.definite or adjective.r.conj)
        )
        return plain and attribute and of.token.folded == "من" and self._many(k + 3)

    def amount(self, i: int) -> int:
        """Where the number begins that words at `i` tell the size of (ما لا يقل عن عشرين); 0 where there are none."""
        if self.words[i].token.folded not in self.cues.opens_amount:
            return 0
        for n in (4, 3, 2):
            j = i + n
            if j < len(self.words) and " ".join(w.token.folded for w in self.words[i:j]) in self.cues.amount:
                return j if self.nominal(j) or self.words[j].token.kind == "number" else 0
        return 0

    def counts(self, i: int) -> bool:
        """Whether words that tell how many begin at `i`: ما لا يقل عن عشرين جنديا، أكثر من ألف لاجئ."""
        w = self.words[i]
        if w.hit is None and w.r.pos == "prep" and self.approximates(i):
            return True  # نحو ألف جندي
        if w.hit is None and w.r.lemma in self.cues.any_of and not w.r.conj and i + 1 < len(self.words):
            return self.meant(i) > i  # عقد أي لقاء
        if (
            w.hit is None
            and w.r.pos == "adj"
            and (w.r.lemma in self.cues.counting or w.r.lemma in self.cues.quantifier)
        ):
            return self.meant(i) > i
        return self.amount(i) > 0

    def _pointed_at(self, w: Word) -> bool:
        """Whether a demonstrative can stand before a name: هذه الروسية, not دفع ذلك غيانا."""
        if w.hit is None:
            return w.r.definite
        return bool(w.hit.article) or (w.entry is not None and w.entry.kind != "state")

    def _many(self, k: int) -> bool:
        """Whether the word at `k` can be what a number is a part of: خمسة من الجنود، ثلاثة من عناصرها."""
        if k >= len(self.words) or self.words[k].time or not self.nominal(k):
            return False
        w = self.words[k]
        if w.hit is not None:
            return w.entry is not None and w.entry.kind in ("adjective", "group")
        return w.r.pos in ("noun", "adj") and w.r.number == "p"

    def approximates(self, i: int) -> bool:
        """Whether a word that may be a preposition only says that a number is about right: نحو ثلاثين."""
        if i + 1 >= len(self.words):
            return False
        w, following = self.words[i], self.words[i + 1]
        return w.r.lemma in self.cues.quantifier and (
            following.token.kind == "number" or (following.hit is None and following.r.pos == "num")
        )

    def _styles(self, k: int) -> bool:
        """Whether a style, or a known person, stands at `k`."""
        if k >= len(self.words):
            return False
        w = self.words[k]
        if w.entry is not None:
            return w.entry.kind == "person"
        return w.r.lemma in self.cues.honorific or nominal_entry(self.words, k, self.world) is not None

    def _honors_person(self, k: int) -> bool:
        """Whether a style that may be a name too stands right before a known person: صاحب السمو الشيخ محمد بن زايد."""
        w, e = self.words[k], self.words[k + 1].entry
        styled = w.r.pos == "name" and w.token.folded.removeprefix("ال") in self.cues.honorific
        return styled and e is not None and e.kind == "person"

    def _honors(self, k: int) -> bool:
        """Whether a word of respect stands before whom it honours: دولة الرئيس، الشيخ خالد، السيد نائب الوزير."""
        following = self.words[k + 1]
        if self.words[k].r.pron:
            return False  # دعا سموه البنك إلى زيادة القروض
        if following.hit is not None:
            return following.entry is not None and following.entry.kind == "person"
        office = nominal_entry(self.words, k + 1, self.world)
        if office is not None and office[0].kind == "office" and self.words[k].r.cls == "human":
            return self.words[k].r.definite and self.words[k].r.number == following.r.number  # السيد نائب الوزير
        styled = self.words[k].bare in _STYLES  # دولة الرئيس, صاحب السعادة السفير, but أيد مجلس الدولة الخطة
        styled = styled and (not self.words[k].r.definite or (k > 0 and self._honorific(k - 1)))
        return (
            following.r.pos == "name"
            or (following.r.lemma in self.cues.honorific)
            or (styled and (following.r.definite or office is not None))
        )

    def _honorific(self, k: int) -> bool:
        """Whether a word is one of respect before a title: صاحب السعادة."""
        return self.words[k].hit is None and self.words[k].r.lemma in self.cues.honorific

    def _open(self, k: int) -> bool:
        """Whether a genitive may follow the noun at `k`."""
        w = self.words[k]
        if w.hit is not None:
            return False
        r = w.r
        if r.number in ("p", "d") and w.bare.removeprefix(r.lemma.removesuffix("ي")) in ("ون", "ين", "ان"):
            return False  # with its final nun a sound plural or dual governs nothing
        if r.pos == "noun":
            return not r.definite and not r.pron and not r.accusative and not w.token.raw.endswith("\u064b")
        return (
            r.pos == "adj"
            and not r.definite
            and not r.accusative
            and (bool(r.of) or r.lemma in self.cues.comparison or r.number == "p")
        )

    def _indefinite(self, k: int) -> bool:
        return not self.words[k].r.definite

    def human(self, k: int) -> bool:
        """Whether a word is of somebody: a noun of people, or a known office."""
        w = self.words[k]
        if w.hit is not None:
            return w.entry is not None and w.entry.kind == "person"
        found = nominal_entry(self.words, k, self.world)
        return w.r.cls == "human" or (found is not None and found[0].kind == "office")

    def _takes_name(self, head: int, last: int) -> bool:
        return (
            self.human(head)
            or self.words[head].r.lemma in self.cues.counterpart
            or self.human(last)
            or self.words[head].r.cls == "group"
        )

    def _name_word(self, k: int, inside: bool) -> bool:
        w = self.words[k]
        if (
            w.time
            or w.token.kind == "mark"
            or (
                w.hit is not None
                and not (
                    inside and w.entry is not None and w.entry.kind in ("person", "city", "adjective", "media", "group")
                )
            )
        ):
            return False
        if w.hit is not None:
            apart = w.hit.conj and w.entry is not None and w.entry.kind == "adjective"  # سورين بابيكيان والهندي
            return not w.hit.prep and not apart and not (w.hit.conj and not inside)
        if w.r.prep or (w.r.conj and w.r.pos != "name"):
            return False
        kin = self.words[k - 1] if inside else w
        if kin.hit is None and kin.r.pos == "name" and kin.token.folded in self.cues.kinship:
            return w.r.pos in ("name", "noun", "adj", "num")  # آل ثاني
        return w.r.pos == "name" or (inside and w.r.pos in ("noun", "adj") and w.r.weight <= GUESSED)

    def _name_may_follow(self, head: int, last: int, j: int, human: bool) -> bool:
        w = self.words[head]
        if w.hit is not None and w.entry is not None:
            return w.entry.kind == "person" and j == self._hit_end(head)
        if w.r.pos == "name":
            return True
        return (
            human
            or w.r.lemma in self.cues.counterpart
            or (self.human(last) and not self._open(last))
            or (w.r.cls in ("group", "place") and (w.r.definite or j == head + 1))
        )

    def _title_follows(self, head: int, j: int) -> bool:
        """A name followed directly by its title: شي جين بينغ رئيس جمهورية الصين."""
        if not (self.is_name(head) or self.is_name(j - 1)):
            return False
        found = nominal_entry(self.words, j, self.world)
        if found is None or found[0].kind != "office" or self.words[j].r.accusative or self.words[j].r.number == "p":
            return False
        if self.words[found[1] - 1].r.pos != "prep" and self._names_another(found[1]):  # but الناطق باسم بايدن
            return False  # أقال الرئيس قيس سعيد رئيسة الحكومة نجلاء بودن
        person = self.words[head].entry or self.words[j - 1].entry
        if person is None or person.kind != "person":
            return True
        codes = {t[0] for t in person.tenures} | {person.code}
        for k in range(j, min(j + 6, len(self.words))):
            e = self.words[k].entry
            if e is not None and e.kind == "person" and e is not person:
                return False  # the title is of who is named behind it
            if e is not None and e.code and e.kind in ("state", "adjective", "organization", "group"):
                return e.code in codes
            if self.words[k].token.kind == "mark" or self.words[k].r.pos == "verb":
                break
        return True

    def _office_of_member(self, head: int, j: int) -> bool:
        """Whether the member of a body is told to hold an office besides: عضو مجلس السيادة وزير الدفاع."""
        found = nominal_entry(self.words, j, self.world)
        w, title = self.words[head], self.words[j].r
        member = w.hit is None and w.r.lemma in self.cues.members and w.r.number == title.number == "s"
        return member and found is not None and found[0].kind == "office" and not title.accusative

    def _second_title(self, start: int, head: int, j: int) -> bool:
        """Whether a title with a name stands behind the one of who says something: قال رئيس البرلمان النائب فلان."""
        verb, w = self.words[start - 1] if start else None, self.words[j]
        if verb is None or verb.r.pos != "verb" or not verb.act_in(self.cues.report - self.cues.inform_verb):
            return False
        titles = self.human(head) and self.human(j) and self.words[head].hit is None and w.hit is None
        single = w.r.number == self.words[head].r.number == "s" and w.r.gender == self.words[head].r.gender
        return titles and single and w.r.definite and not w.r.pron and self._names_another(j + 1)

    def _is_whom(self, start: int, head: int, j: int) -> bool:
        """Whether a noun of people in the construct state tells who the one named before it is: مع فلان موفد الرئيس، عن
        فلانة إحدى قيادات الحزب.
        """
        if not self.is_name(j - 1) or j + 1 >= len(self.words):
            return False
        if self.is_name(head):
            before = self.words[start - 1] if start and not self.words[start].r.prep else self.words[start]
            table = self.cues.relations.table
            if not before.r.prep and (before.hit is not None or before.token.folded not in table):
                return False
        elif self.words[head].r.form != "masdar" or self.words[head].r.definite or not self.is_name(head + 1):
            return False  # اعتقال فلان أحد قادة الحركة
        return self.whom(j)

    def whom(self, j: int) -> bool:
        """Whether a phrase tells who somebody is: موفد الرئيس، أحد سكان القرية."""
        w, owner = self.words[j], self.words[j + 1]
        plain = w.hit is None and not (w.r.definite or w.r.pron or w.r.accusative or w.r.conj or w.r.prep)
        if plain and w.r.pos == "num" and w.r.lemma in self.cues.counting:
            k = self.meant(j)
            return k > j and self.words[k].hit is None and self.human(k) and self.words[k].r.number == "p"
        if not plain or w.r.pos != "noun" or w.r.number != "s" or w.r.cls != "human" or owner.r.prep or owner.r.conj:
            return False
        return owner.hit is not None or owner.r.pos == "name" or owner.r.pos == "noun"

    def _names_another(self, k: int) -> bool:
        """Whether a title that goes on at `k` has a name of its own behind it."""
        for w in self.words[k : k + 5]:
            prep = w.prep or w.conj
            if prep or w.token.kind == "mark" or w.paren or w.r.pos not in ("noun", "adj", "name"):
                return False
            if self.is_name(w.n):
                return True
        return False

    def _single_name(self, k: int) -> bool:
        """Whether the word at `k` is of a known name of one person, state or body."""
        w = self.words[k]
        return (
            w.named and w.entry is not None and w.entry.kind in ("person", "state", "capital", "seat", "organization")
        )

    def _suits(self, adjective: Reading, k: int) -> bool:
        """Whether an adjective may go with the noun at `k` by gender and number."""
        w = self.words[k]
        noun = w.r
        if self._single_name(k) and adjective.number in ("d", "p"):
            return False
        if w.hit is not None or noun.pos not in ("noun", "adj") or not adjective.gender:
            return True
        one = noun.number in ("s", "")
        if (
            (noun.number, noun.cls) == ("p", "human")
            and w.token.folded.endswith(("ون", "ين"))
            and adjective.number == "s"
        ):
            return False  # مسلحون صحفية
        if noun.weight <= GUESSED and noun.definite and adjective.definite:
            return True  # a plural, or of either gender, as far as the lexicon knows
        if adjective.number == "p" and noun.number == "d":
            return True  # الشرطين الهامين: a dual is written as a plural
        if adjective.number == "p":
            return not one and noun.cls not in ("group", "thing", "act", "abstract", "place", "time")
        if adjective.number == "d":
            return noun.number == "d"
        if one:
            return not noun.gender or noun.gender == adjective.gender
        return not (noun.number == "p" and noun.cls == "human" and adjective.gender == "m")

    def _qualifies(self, j: int) -> bool:
        """Whether an accusative participle goes with the indefinite noun right before it: ضابطا متقاعدا."""
        w = self.words[j - 1]
        r = self.words[j].r
        marked = r.accusative and w.r.number == "s" and w.token.folded.endswith(("ا", "ي", "اء"))
        if r.number == w.r.number == "p" and w.r.cls == "human" and w.token.folded.endswith("ين"):
            word = self.words[j]  # محتجين غاضبين
            marked = not word.act_in(self.cues.report | self.cues.speech_act) and word.token.folded.endswith("ين")
        if r.number == w.r.number == "d" and w.token.folded.endswith("ين"):
            marked = r.gender == w.r.gender and w.r.cls == "thing"  # طائرتين مسيرتين
        return marked and w.hit is None and w.r.pos == "noun" and not w.r.definite and self._suits(r, j - 1)

    def _unlike_accusative(self, j: int) -> bool:
        """Whether the word before `j` would bear the ending of an accusative if it were one, and bears none."""
        w = self.words[j - 1]
        if w.hit is not None:
            return w.entry is not None and w.entry.form == "ms" and not w.token.folded.endswith("ا")
        return (
            w.r.pos in ("noun", "adj")
            and w.r.number == "s"
            and not w.r.definite
            and not w.token.folded.endswith(("ا", "ة", "ي", "اء", "ان"))
            and not w.token.raw.endswith(("ى", "ً", "ء"))
        )

    def _person_called(self, j: int) -> bool:
        """Whether an adjective without article names somebody by what he is: عسكري، مدني."""
        found = nominal_entry(self.words, j, self.world)
        return found is not None and not self.words[j].r.definite and not self.words[j].r.pron

    def _attribute(self, j: int, head: int, last: int) -> bool:
        """Whether the adjective at `j` goes with the phrase: definite after a definite or construct noun, else
        indefinite.
        """
        r = self.words[j].r
        if r.definite and r.lemma in self.cues.counting and self.meant(j) > j:
            return False  # قدمت للبنان المزيد من المعونات
        if r.form == "active" and r.definite and self.human(j) and not self.human(last):
            if j + 1 < len(self.words) and self.is_name(j + 1):
                return False  # عين البرلمان القاضي فلانا
        definite = (
            self.words[last].r.definite
            or self.words[last].hit is not None
            or bool(self.words[last].r.pron)
            or bool(self.words[head].r.pron)
        )
        if self.words[last].hit is not None and not r.definite:
            return False
        chain = (k for k in range(head + 1, last) if self.words[k].hit is None and self._heads(k))
        if not any(self._suits(r, k) for k in (head, last, *chain)) or (r.accusative and self._unlike_accusative(j)):
            return False  # أنصار رئيس الوزراء المخلوع goes with the one in the middle
        if r.definite:
            return definite or self._open(last) is False or last == head
        return not definite

    def _joined_adjective(self, j: int, adjectives: bool) -> int | None:
        """A second adjective after 'and' (السياسية والعسكرية، الروسي والأمريكي)."""
        if not adjectives:
            return None
        w, before = self.words[j], self.words[j - 1]
        if w.hit is not None:
            ok = w.entry is not None and w.entry.kind == "adjective" and w.hit.conj == "و" and not w.hit.prep
            ok = (
                ok
                and before.hit is not None
                and before.entry is not None
                and before.entry.kind == "adjective"
                and w.hit.article == before.hit.article
            )
            return j + 1 if ok else None
        if w.r.pos == "adj" and w.r.conj == "و" and not w.r.prep and before.hit is None and before.r.pos == "adj":
            return j + 1 if w.r.definite == before.r.definite and not self.participle(j, None) else None
        return None

    def _second_holder(self, head: int, j: int, adjectives: bool) -> int | None:
        """The nationality of the second of two behind the first one's name: وزيرا الدفاع الأرميني فلان والهندي فلان."""
        w, r = self.words[j], self.words[head].r
        if not adjectives or r.number != "d" or not self.human(head) or not self.is_name(j - 1):
            return None
        if w.hit is None or w.entry is None or w.entry.kind != "adjective" or w.hit.conj != "و" or w.hit.prep:
            return None
        return j + 1 if w.hit.article else None

    def _bracket(self, j: int) -> int | None:
        """A hyphen between adjectives (الروسية - الأمريكية)."""
        w = self.words[j]
        if w.token.raw in ("-", "–", "ـ", "/") and j + 1 < len(self.words) and j:
            a, b = self.words[j - 1], self.words[j + 1]
            if a.entry is not None and b.entry is not None and a.entry.kind == b.entry.kind == "adjective":
                return j + 1
        return None

    def _hit_end(self, k: int) -> int:
        hit = self.words[k].hit
        j = k + 1
        while j < len(self.words) and self.words[j].hit is hit:
            j += 1
        return j

    def is_name(self, k: int) -> bool:
        """Whether a word is somebody's name."""
        w = self.words[k]
        return w.entry.kind == "person" if w.entry is not None else w.r.pos == "name"
