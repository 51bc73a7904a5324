"""Which words are somebody's name that no table has: given names, what follows them, names of people met before."""

from typing import Final

from mahdar.analysis.chunks import Word
from mahdar.analysis.discourse import Discourse
from mahdar.analysis.pronouns import FIRST_PERSON
from mahdar.language.pack import Pack
from mahdar.language.words import GUESSED, Reading
from mahdar.text.tokens import Token

REACH: Final = 5  # how many words before a name its title may stand
_SPOKEN_TO: Final = FIRST_PERSON | {"ك"}  # pronouns of who speaks and of whom he speaks to
_RARE: Final = -0.9  # how unlikely a reading is that a given name is taken before
_CONJOINED: Final = 1.5  # by how much a conjunction makes a reading less likely
_JOINED: Final = "وفبل"  # conjunctions and prepositions of one letter
_ON_BEHALF: Final = ("اسم", "دور", "جانب")  # متحدث باسم، بدور قطر, no names
_INDEFINITE: Final = "\u064b"  # the ending of an accusative that is nobody's name: مبهرجاً
_SLAVE: Final = "عبد"  # which opens a name with the word behind it: عبد الفتاح


class Personal:
    """Reads names of persons in an article, whose people `discourse` remembers."""

    def __init__(self, pack: Pack, discourse: Discourse) -> None:
        self.pack: Final = pack
        self.given: Final = pack.world.given
        self.discourse: Final = discourse

    def read(self, token: Token, chosen: Reading, before: list[Word], following: str, sentence: list[Word]) -> Reading:
        """The reading of a word: as a name where it is somebody's here, else as chosen.

        Args:
            before: at most `REACH` words before, none after a mark.
            following: the folded word after it, "" where none belongs to a name.
            sentence: all words before.
        """
        folded = token.folded
        if chosen.pos == "name" and chosen.weight <= GUESSED and _INDEFINITE in token.raw[-2:]:
            if folded not in self.given and folded[:-1] not in self.given:
                return Reading("adj", folded, gender="m", number="s", accusative=True, end=len(folded))  # مبهرجاً
        if chosen.pos == "verb" and not (chosen.conj or chosen.pron) and folded in self.given:
            sure = not self.given[folded].endswith("?") or following.startswith("ال") or self._nameable(following)
            if sure and self._introduced(sentence):
                return Reading("name", folded, gender=self.given[folded][:1], number="s", end=len(folded))
        if chosen.pos == "prep" or (chosen.prep and chosen.lemma in _ON_BEHALF):
            named = chosen.pos == "prep" and self._named_so(token, before, following)
            return Reading("name", folded, gender="m", number="s", end=len(folded)) if named else chosen
        if chosen.pos in ("sub", "neg") or (chosen.cls == "human" and self._opens_title(folded, following)):
            return chosen
        if token.raw.endswith("ى") and chosen.weight > GUESSED:
            return self._in_alef(folded, chosen, before, following)
        if folded.endswith(_SLAVE) and folded[:-3] in ("", "و", "ل", "ب") and following.startswith("ال"):
            clitic, end = folded[:-3], len(folded)
            conj, prep = (clitic, "") if clitic == "و" else ("", clitic)
            return Reading("name", _SLAVE, gender="m", number="s", conj=conj, prep=prep, stem=end - 3, end=end)
        if len(before) > 1 and chosen.pos != "name" and before[-2].token.folded in self.pack.cues.clan:
            return chosen  # آل خليفة ملك البلاد: a clan ends a name
        if before and self._names(before[-1], chosen, following):
            return Reading("name", folded, number="s", end=len(folded))
        found = self._name(0, folded, chosen, before, following)
        if found is None and folded[:1] in _JOINED:
            found = self._name(1, folded, chosen, before, following)
        return found or chosen

    def _introduced(self, sentence: list[Word]) -> bool:
        """Whether the words before are a verb of saying and somebody's title, so that no further verb can stand here:
        قال مدير برنامج «نور» للتعليم التابع للمؤسسة سالم القحطاني.
        """
        titled = False
        for w in reversed(sentence):
            if w.hit is None and w.r.pos == "verb":
                return titled and bool(w.act_in(self.pack.cues.report))
            if w.token.kind == "mark" or w.r.pos in ("sub", "rel", "name"):
                if w.entry is None or w.entry.kind == "person":
                    return False
            titled |= w.hit is None and w.r.pos == "noun" and w.r.cls == "human"
        return False

    def _in_alef(self, folded: str, chosen: Reading, before: list[Word], following: str) -> Reading:
        """A word in alef maqsura that has another reading: a name only before another, or of one met before (يحيى);
        what may be an adjective besides, only behind a title or verb of saying (الوزيرة ليلى العامري).
        """
        conj = chosen.conj if chosen.conj == "و" and folded not in self.given else ""
        name = folded.removeprefix(conj)
        gender = self.given.get(name, "?")
        other = chosen.pos != "verb" and chosen.pron not in FIRST_PERSON
        further = name in self.discourse.persons or self._nameable(following)
        if other and chosen.pos in ("adj", "noun") and not (chosen.definite or chosen.accusative or chosen.pron):
            other = not (_titled(before) or (bool(before) and self._says(before[-1], gender)))
            further = further or following.startswith("ال")
        if other or gender.endswith("?") or not further:
            return chosen
        return Reading("name", name, gender=gender[:1], number="s", conj=conj, stem=len(conj), end=len(folded))

    def _names(self, last: Word, chosen: Reading, following: str) -> bool:
        """Whether what reads as a verb names the place before it, or who says something: قال فيشر."""
        if chosen.pos != "verb":
            return False
        if _called_by_kind(last, chosen, self._first(following)):
            return True
        says = chosen.conj == "ف" and last.r.pos == "verb" and not last.r.pron
        return says and bool(last.act_in(self.pack.cues.report))

    def _name(self, cut: int, folded: str, chosen: Reading, before: list[Word], following: str) -> Reading | None:
        """The name that a word is without its first `cut` letters, a conjunction or preposition; None if it is none."""
        name, persons = folded[cut:], self.discourse.persons
        last = before[-1] if before else None
        after_name = last is not None and last.r.pos == "name" and (last.entry is None or last.entry.kind == "person")
        behind = folded[1:] if not cut and folded[:1] == "و" else ""  # ميسيتش ودرنوفشك
        joined = behind in persons or (behind in self.given and name not in self.given)
        met = not joined and self._met(name, cut, chosen, last)
        second = after_name and last is not None and last.hit is None and not cut  # إسماعيل حسن
        if not met and not self._fits(cut, folded, chosen, before, following, after_name, second):
            trade = second and self._of_trade(chosen, before)
            if joined or not second or last is None or not (trade or self._surname(chosen, last)):
                return None
        conj = folded[0] if cut and folded[0] in "وف" else ""
        prep = folded[0] if cut and not conj else ""
        gender = self.given.get(name, "")[:1]
        if met and not gender:
            gender = persons[name].gender
        return Reading("name", name, gender=gender, number="s", conj=conj, prep=prep, stem=cut, end=len(folded))

    def _met(self, name: str, cut: int, chosen: Reading, last: Word | None) -> bool:
        """Whether somebody was named so before, and the word can be that name here."""
        if len(name) <= 2 or name not in self.discourse.persons:
            return False
        behind_verb = last is not None and last.r.pos == "verb"
        if chosen.definite and chosen.weight > GUESSED and not behind_verb:
            return False
        if chosen.pron and not (chosen.pos == "verb" and behind_verb):
            return False
        return chosen.pos not in ("verb", "prep") or not cut

    def _fits(
        self,
        cut: int,
        folded: str,
        chosen: Reading,
        before: list[Word],
        following: str,
        after_name: bool,
        second: bool,
    ) -> bool:
        """Whether a given name is meant as one: other readings are rare, or a title, name or verb is beside it."""
        gender = self.given.get(folded[cut:])
        if gender is None:
            return False
        last, verb = before[-1] if before else None, chosen.pos == "verb"
        sure = not gender.endswith("?")  # طلب is a name only before another
        bare = chosen.pos == "adj" and not (chosen.definite or chosen.accusative or chosen.pron)
        behind = following in self.given
        if not cut and last is not None:
            if (verb or behind) and self._says(last, gender):
                return True  # وقال سالم العامري، قالت هالة مصطفى
            if (verb or (bare and (sure or self._nameable(following)))) and self._does(last, gender):
                return True
        family = not (chosen.definite or chosen.cls == "human") and self._of_family(following)
        if not cut and family and last is not None and self._says(last, gender):
            return True  # قال سامي العلي
        descent = following.startswith("ال") and following.endswith("ي")
        if not cut and descent and (_apart(chosen, before) or (verb and not chosen.pron and _title_near(before))):
            return True  # العقيد سالم العامري
        known = chosen.weight > GUESSED and chosen.pos != "name"  # as another word
        if not known or (sure and self._hardly(chosen, cut, following)):
            return True  # نزار is no "we are visited"
        if not sure and not second and not self._nameable(following):
            return False
        if (bare or verb) and behind and last is not None and _governs(last):
            return True
        if cut:
            return after_name and folded[0] == "و" and (bare or verb) and self._nameable(following)
        if sure and verb and chosen.weight < 0.5 and self._nameable(following):
            return True
        described = bare and not cut and last is not None and last.r.definite and following.startswith("ال")
        if described and _titled(before):
            return True  # مدير الشركة خالد الصياد: no attribute of a definite noun
        return after_name or _title_near(before) or (behind and _titled(before))

    def _named_so(self, token: Token, before: list[Word], following: str) -> bool:
        """Whether what may be a preposition is a name (علي): behind a given name where nothing is left to govern, or
        behind a verb where somebody was named so before, whose words stand after it (قال علي سالمان), or where the
        article spells the preposition otherwise (على).
        """
        last = before[-1] if before else None
        if token.folded not in self.given or token.raw[-1] == "ى":
            return False
        if self.discourse.dotted and self._nameable(following) and (last is None or _bears(last)):
            return True
        if last is None:
            return False
        if following in self.given and _titled(before):
            return True  # وزير الخارجية الليبي علي محمود
        if last.hit is not None:
            return False
        if last.r.pos == "name" and last.token.folded in self.given:
            return not following or self.pack.analyser.read(following).all[0].pos in ("prep", "verb")
        if last.r.pos != "verb":
            return False
        speaks = bool(last.act_in(self.pack.cues.bare_saying)) and self._nameable(following)
        return speaks or token.folded in self.discourse.persons

    def _says(self, w: Word, gender: str) -> bool:
        """Whether a verb of saying agrees with a given name behind it: أفاد بيان is no Bayan."""
        verb = w.hit is None and w.r.pos == "verb" and not w.r.pron and gender[:1] == w.r.gender
        return verb and bool(gender) and bool(w.act_in(self.pack.cues.report))

    def _of_family(self, following: str) -> bool:
        """Whether the next word looks like a family name: with the article, a trade, a nationality, or what is no
        known word, in the letter of descent (النجار، المصري، العمري, but الماضي).
        """
        r = self._first(following)
        if r is None or not following.startswith("ال"):
            return False
        world, bare = self.pack.world, following[2:]
        if any(not rest and world.entries[n].form == "ms" for rest, n in world.names.get(bare, ())):
            return True
        if r.weight <= GUESSED or bare in self.given:
            return following.endswith("ي")
        return r.pos == "noun" and r.cls == "human" and r.number == "s" and not self._of_office(r.lemma)

    def _does(self, w: Word, gender: str) -> bool:
        """Whether a verb that takes no other verb agrees with a given name behind it: زار ناصر المصنع."""
        cues = self.pack.cues
        verb = w.hit is None and w.r.pos == "verb" and w.r.tense == "past" and gender[:1] == w.r.gender
        return verb and bool(gender) and w.r.number == "s" and not w.act_in(cues.auxiliary | cues.aspect)

    def _hardly(self, chosen: Reading, cut: int, following: str) -> bool:
        """Whether what is spelled as a given name that means nothing else is seldom another word: a rare form, or a
        conjunction and a verb (فيصل, but not فيصل إلى).
        """
        behind = self._first(following)
        if chosen.pos == "verb" and chosen.voice == "pas":
            return chosen.person == 1 or behind is None or behind.pos != "prep"  # يشار إلى is no Yashar
        if chosen.pos in ("noun", "adj") and chosen.pron in _SPOKEN_TO:
            return True
        if chosen.construct and chosen.number == "d" and following in self.given:
            return True  # نوري فرحان
        if chosen.conj and not cut:
            return behind is None or behind.pos != "prep" or chosen.weight < -1
        if chosen.accusative or chosen.construct or (cut and not chosen.conj and not chosen.prep):
            return False  # وفدا كينيا وأوغندا
        return chosen.weight + (_CONJOINED if chosen.conj else 0) <= _RARE

    def _first(self, word: str) -> Reading | None:
        """The likeliest reading of a word."""
        return self.pack.analyser.read(word).all[0] if word else None

    def _opens_title(self, folded: str, following: str) -> bool:
        """Whether a word that is a given name too opens a title with the word behind it: ولي العهد."""
        behind = (following, following.removeprefix("ال"))
        return any(more[:1] and more[0] in behind for more, _ in self.pack.world.nominals.get(folded, ()))

    def _nameable(self, following: str) -> bool:
        """Whether the next word may be part of a name: given, or unknown to the lexicon."""
        return following in self.given or (
            bool(following) and self.pack.analyser.read(following).all[0].weight <= GUESSED
        )

    def _of_trade(self, chosen: Reading, before: list[Word]) -> bool:
        """Whether what reads as somebody by his trade ends the name of who has a title or says something: القاضي سامي
        النجار.
        """
        if chosen.cls != "human" or not chosen.definite or chosen.number != "s" or chosen.conj + chosen.prep:
            return False
        if chosen.pron or len(before) < 2 or before[-1].token.folded not in self.given:
            return False
        if self._of_office(chosen.lemma):
            return False
        owned = before[-2].r.pos == "noun" and not (before[-2].r.definite or before[-2].r.pron)  # منزل خالد النجار
        return owned or _titled(before[:-1]) or self._says(before[-2], self.given[before[-1].token.folded])

    def _of_office(self, lemma: str) -> bool:
        """Whether a noun by itself tells of an office: سفير."""
        known = (self.pack.world.entries[n] for more, n in self.pack.world.nominals.get(lemma, ()) if not more)
        return any(e.kind == "office" for e in known)

    def _surname(self, chosen: Reading, before: Word) -> bool:
        """Whether a word after a name may be its next part: unknown, or a definite word that names no person, body or
        act.
        """
        if chosen.weight <= GUESSED or before.token.folded.endswith("عبد"):
            return True
        if chosen.pos == "noun" and chosen.pron in FIRST_PERSON and not (chosen.prep or chosen.conj):
            return before.token.folded in self.given  # فنسنت أوتي
        if chosen.pos == "verb" and before.token.folded in self.given:
            if chosen.person == 1 if not chosen.conj else chosen.conj == "ف" and chosen.number in ("d", "p"):
                return True  # فيلمان is no "and both gather"
        return (
            chosen.pos in ("adj", "noun")
            and chosen.definite
            and not chosen.conj
            and not chosen.prep
            and not chosen.pron
            and chosen.cls in ("", "abstract", "thing")
        )


def _title_near(before: list[Word]) -> bool:
    """Whether the last word is somebody's title, or the one before it is and the last tells of which country or
    kind.
    """
    human = [w.hit is None and w.r.cls == "human" for w in before[-2:]]
    return human[-1:] == [True] or (any(human) and (before[-1].entry is not None or before[-1].r.pos == "adj"))


def _bears(w: Word) -> bool:
    """Whether a name may stand right behind a word: a verb without an object, or a title."""
    return w.hit is None and not w.r.pron and (w.r.pos == "verb" or w.r.cls == "human" or w.r.pos == "name")


def _titled(before: list[Word]) -> bool:
    """Whether the words before end in a title with its adjectives: وزير الري السوداني."""
    for w in reversed(before):
        if w.hit is None and w.r.cls == "human":
            return True
        if w.token.kind == "mark" or w.r.pos not in ("noun", "adj", "name") or w.r.prep or w.r.conj:
            return False
    return False


def _called_by_kind(place: Word, r: Reading, behind: Reading | None) -> bool:
    """Whether what reads as a verb names the place before it, with which it does not agree: جزيرة سيبادان, مدينة أبرق
    السويدية; `behind`: the word after it.
    """
    p = place.r
    if place.hit is not None or p.pos != "noun" or p.cls != "place" or p.number != "s" or p.definite or p.pron:
        return False
    if r.short and r.conj:
        return True  # ملعب فيدن
    if r.person == 2 or r.pron or r.conj:
        return False
    described = behind is not None and behind.pos in ("adj", "noun") and behind.definite and behind.gender == p.gender
    if r.person == 1:
        return described
    return r.number in ("d", "p") or (described and p.gender == "f" and r.gender == "m" and r.tense == "past")


def _governs(w: Word) -> bool:
    """Whether a noun must stand behind a word: a preposition, or a verb that takes no other verb."""
    return w.hit is None and not w.r.pron and (w.r.pos == "prep" or (w.r.pos == "verb" and w.r.tense == "past"))


def _apart(chosen: Reading, before: list[Word]) -> bool:
    """Whether a masculine verb stands behind a verb and its feminine subject, and so has none: اعتقلت الشرطة سالم."""
    if chosen.pos != "verb" or (chosen.gender, chosen.number, chosen.pron) != ("m", "s", "") or len(before) < 2:
        return False
    subject, verb = before[-1].r, before[-2].r
    return verb.pos == "verb" and (subject.pos, subject.gender, subject.number) == ("noun", "f", "s")
