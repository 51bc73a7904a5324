"""What speaks for a reading of an Arabic word by its neighbours: preferences set by hand.

Their unit is that of `Reading.weight`: 5 is next to certain. Each rule has beside it words for which it is there.
"""

from typing import Final

from mahdar.language.words import GUESSED, NOMINAL, Reading, Readings
from mahdar.text.tokens import COMMAS, QUOTES, Token

AUXILIARY: Final = frozenset(
    (
        "كان",
        "ليس",
        "صار",
        "اصبح",
        "ظل",
        "بات",
        "مازال",
        "زال",
        "عاد",
        "بدا",
        "اخذ",
        "كاد",
        "يزال",
        "شرع",
        "جعل",
    )
)
MIXED: Final = ("العراق", "لبنان", "الاردن", "المغرب", "اليمن", "السودان", "الصومال", "الكويت", "الفاتيكان")
REFLEXIVE: Final = ("نفسه", "نفسها", "نفسيهما", "انفسهم")
STYLES: Final = frozenset(("جلالة", "فخامة", "سعادة", "سيادة"))  # جلالته is a man

_UNDOTTED: Final = (
    "علي",
    "الي",
    "حتي",
    "لدي",
)  # folded; their last letter has no dots where the writer tells both apart
_FIRST: Final = "اولي"  # as both أولى and أولي are folded
_VERB_AFTER: Final = frozenset(("لم", "لن", "سوف", "قد", "لقد", "لما", "كي", "لكي", "حتي"))
_SHORTENING: Final = ("لم", "لما", "مهما")  # after which a present has its short form
_BEFORE_NOUN: Final = ("اي", "كل", "بعض", "جميع", "عدم", "معظم", "سوي", "غير")
_ALL: Final = ("كل", "بعض", "جميع", "كافة", "معظم", "ساير")
_SINGLING: Final = ("خصوصا", "خاصة", "لاسيما", "سيما", "تحديدا")  # adverbs behind which a noun stands
_OTHER: Final = "اخر"
_DONE: Final = "تمّ"
_WAS: Final = "كان"
_TO: Final = "الي"
_HOLLOW: Final = ("كان", "بان")  # folded like a preposition with 'that'
_OF: Final = "من"
_ABOUT: Final = ("عن", "عما")
_YET: Final = "بعد"
_NOT: Final = ("لم", "لا", "لما")
_DOERS: Final = ("person", "state", "capital", "organization", "group")
_BODIES: Final = ("organization", "group")
_GROUND: Final = ("state", "capital")
_POWERS: Final = frozenset(("state", "capital", "bloc"))
_PEOPLE: Final = ("human", "group")
_OF_THINGS: Final = ("ورد", "ورّد")  # of news and goods, not of people
_OF_TEXTS: Final = ("عقد", "نشر", "بثّ", "طرح")  # what is mostly done with talks, agreements and texts
_PAST_AFTER: Final = ("سبق", "بعد", "منذ", "الي", "حتي", "لولا", "الا", "عقب", "غداة")  # سبق أن هاجم
_GATHERING: Final = ("جمع", "ضمّ")  # لقاء جمع الوزيرين
_EXPECTED: Final = ("مقرر", "متوقع", "منتظر", "مرتقب", "مزمع", "مقرّر")
_DECLARING: Final = ("اعلن", "قرّر", "اكّد", "جدّد", "كرّر")  # what they tell is seldom a clause of its own
# Verbs whose object is what is done, so that "and" behind it goes on with another deed: نفى قصف القرى ودعم المتمردين.
_OF_DEEDS: Final = ("نفي", "انكر", "ادان", "دان", "استنكر", "شجب", "انتقد", "قرّر", "اعتزم", "اقترح", "تضمّن", "شمل")
_TURNING: Final = {"دعا": 7, "اشار": 1}  # within how many words "to" tells that somebody goes on to say so: مشيرا إلى
_SAID_ON: Final = ("طالب", "ناشد")  # verbs whose participle goes on with what a woman, body or state says: ..., مطالبة
_WHICH: Final = "مما"  # what it tells of comes right behind, in a verb
_THAT: Final = ("ان", "بان", "لان")
_THAT_THEY: Final = ("انه", "انها", "انهم")
_OF_HER: Final = ("التي", "والتي")
_WHEN: Final = ("حيث", "بعدما", "عندما", "حينما")
_AS_FOR: Final = ("اما", "واما")
_SIGNED: Final = (
    *("صفقة", "صفقات", "صفقتين", "عقد", "عقدا", "عقود", "عقودا", "عقدين", "اتفاق", "اتفاقا", "اتفاقات", "اتفاقية"),
    *("اتفاقيات", "اتفاقيتين", "مذكرة", "مذكرات", "مذكرتي", "معاهدة", "بروتوكول", "بروتوكولا", "وثيقة"),
)
# Verbs that a word within some further words speaks for or against: how many, which, and by how much.
_WITH: Final[dict[str, tuple[int, tuple[str, ...], float]]] = {
    "عبّر": (6, _ABOUT, 2.5),
    "حثّ": (7, ("علي",), 2.5),  # أعرب عن أسفه وحث الطرفين على التهدئة
    "صدر": (4, ("عن", "عنه", "عنها"), 2.5),  # بيان مشترك صدر عن الحزبين is no breast
    "توصّل": (6, ("الي",), 1.5),  # توصل الطرفان إلى اتفاق is no passive
    "فضّل": (1, ("عدم",), 2.5),  # مصدر فضل عدم ذكر اسمه
    "وقف": (1, ("اطلاق",), -3.0),  # وقف إطلاق النار is the truce
    "وقّع": (1, _SIGNED, 1.5),  # وقعت صفقات is of who signed them, for they do not happen
}
_PRONOUN_OF: Final = {"ه": "m", "ها": "f"}
_THEIRS: Final = ("ها", "ه", "هم", "هما")
_YOURS: Final = ("ك", "كم")
_TANWIN: Final = "\u064b"
_DAMMA: Final = "\u064f"
_SHADDA: Final = "\u0651"
_HAMZA: Final = frozenset("أإآ")
_OPENING: Final = frozenset('"«“„')
_NOMINAL_OR_PREP: Final = frozenset(("noun", "num", "adj", "name", "prep"))
_NOMINAL_OR_MARK: Final = frozenset((*NOMINAL, "mark"))

_LIST: Final = 6  # how far before 'and' the verbal noun may stand that it goes on from
_OWN: Final = 12  # the same of one that has the same owner
_SUBJECT: Final = 4  # words that a subject before its verb may have
_PHRASE: Final = 3  # a noun, its adjective and the word behind them
_REACH_OF_ACT: Final = 9  # words that a verbal noun with whom it befalls may have
_SPELLINGS: Final = 64  # kept of one form


class Neighbours:
    """A word of a sentence that is read from left to right, and what stands beside it.

    `tokens`, `options` (the readings that each word may have, the likeliest first) and `named` (the kind of known name
    that it belongs to, "" for none) are of the whole sentence, `out` the readings chosen for the words before `i`.
    `before`: the reading of the word before, over a quotation mark, None at the beginning; `before_that` of the one
    before; `following`, `further`: the likeliest of the next two words. `kind`: the kind of name that the next word
    belongs to; `spelled`: how the next word is spelled, folded. `whole`: the word as it stands is in the lexicon;
    `has_verb`: its clause has a verb already.
    """

    __slots__ = (
        "before",
        "before_that",
        "following",
        "further",
        "has_verb",
        "i",
        "kind",
        "named",
        "options",
        "out",
        "readings",
        "spelled",
        "token",
        "tokens",
        "whole",
    )

    def __init__(
        self,
        i: int,
        tokens: list[Token],
        options: list[tuple[Reading, ...]],
        named: list[str],
        out: list[Reading],
        has_verb: bool,
        whole: bool,
    ) -> None:
        self.i: Final = i
        self.tokens: Final = tokens
        self.options: Final = options
        self.named: Final = named
        self.out: Final = out
        self.has_verb: Final = has_verb
        self.whole: Final = whole
        self.token: Final = tokens[i]
        self.readings: Final = options[i]
        before = out[i - 1] if i else None
        if before is not None and before.pos == "mark" and i > 1 and tokens[i - 1].raw in '"«“(':
            before = None if i < 3 else out[i - 2]
        self.before: Final[Reading | None] = before
        self.before_that: Final[Reading | None] = out[i - 2] if i > 1 else None
        n = len(options)
        self.following: Final[Reading | None] = options[i + 1][0] if i + 1 < n else None
        self.further: Final[Reading | None] = options[i + 2][0] if i + 2 < n else None
        self.kind: Final = named[i + 1] if i + 1 < n else ""
        self.spelled: Final = tokens[i + 1].folded if i + 1 < n else ""

    def named_next(self) -> bool:
        """Whether the next word is a name, no nationality."""
        return self.kind not in ("", "adjective")

    def known_next(self) -> bool:
        """Whether the next word is definite: by its article, or a name."""
        return (self.following is not None and self.following.definite) or self.named_next()

    def opens(self) -> bool:
        """Whether nothing stands before it in its part of the sentence."""
        return self.before is None or self.before.pos == "mark"

    def starts(self) -> bool:
        """The same, or 'and' by itself stands before it."""
        return self.before is None or self.before.pos in ("mark", "conj")

    def led(self) -> bool:
        """Whether what opens a clause stands right before it."""
        return self.before is not None and self.before.pos in ("rel", "sub")

    def over_quote(self) -> int:
        """Where the next word stands, over an opening quotation mark."""
        return self.i + 2 if self.further is not None and self.tokens[self.i + 1].raw in _OPENING else self.i + 1

    def leads_in(self) -> bool:
        """Whether a quotation mark, a colon, or who goes on saying stands right behind it: وتابع قائلا."""
        following = self.following
        if following is None:
            return False
        raw = self.tokens[self.i + 1].raw
        return raw == ":" or raw in _OPENING or (following.accusative and following.pos == "adj")

    def as_for(self) -> bool:
        """Whether "as for" stands before it: أما موسكو فاتهمت."""
        return any(t.folded in _AS_FOR for t in self.tokens[: self.i])


def context(r: Reading, at: Neighbours) -> float:
    """What the neighbours of a word say for one of its readings."""
    s = _clitics(r, at)
    if r.pos == "verb":
        s += _verb(r, at) + _verb_among(r, at) + _verb_before(r, at)
    elif r.pos == "noun":
        s += _noun(r, at)
        if r.form == "masdar":
            s += _verbal_noun(r, at)
    elif r.pos == "adj":
        s += _adjective(r, at)
        if r.form == "active":
            s += _participle(r, at)
    else:
        s += _particle(r, at)
    if r.number == "d" and r.pos in ("noun", "adj"):
        s += _dual(r, at)
    if at.before is not None and at.before.pos != "mark":
        s += _behind(r, at.before, at)
    return s


def _clitics(r: Reading, at: Neighbours) -> float:
    """What is joined to the word in writing."""
    s = 0.0
    verb, before = r.pos == "verb", at.before
    first = (verb and r.person == 1 and r.lemma != _WAS) or (r.pron == "ي" and r.pos in ("noun", "adj"))
    if first or r.pron in _YOURS:
        s -= 0.8  # who speaks of himself or to somebody is quoted, and that is rare
    if r.prep == "ك" and (r.pos == "pron" or r.end - r.stem < len("نأي")):  # كانت is no كـ + أنت, nor كنا كـ + نأي
        s -= 4.0
    if r.conj == "ف" and at.whole and (not verb or any(not x.conj and x.form == "masdar" for x in at.readings)):
        s += 2.0 if verb and at.as_for() else -2.0  # فتحت is no ف + تحت, فشل no ف + شلّ; but أما موسكو فاتهمت
    elif r.conj == "ف" and verb and not at.has_verb and at.as_for():
        s += 2.0
    elif r.conj == "ف" and r.pron and before is not None and before.pos != "mark":
        if any(x.pos == "noun" and not x.conj and x.pron for x in at.readings):
            s -= 1.5  # فروعها
    if r.conj == "و" and at.opens() and not at.whole:
        s += 1.3
    return s


def _verb(r: Reading, at: Neighbours) -> float:
    """A verb by its own form, and the words beside it that go with it or not."""
    s = 0.0
    before, readings = at.before, at.readings
    led = at.led()
    if r.cls != "i" and not r.pron and at.spelled in REFLEXIVE:
        s += 0.0 if any(x.pos == "adj" for x in readings) else 2.5  # فجر نفسه is no dawn
    if before is not None and before.lemma == _WHICH and not (r.conj or r.prep):
        s += 3.0  # مما دفع الحكومة إلى التراجع is no push
    if r.pron in _YOURS:
        s -= 1.2
    if r.person == 1 and r.tense == "present" and 0 < at.i < 7 and at.tokens[at.i - 1].raw == ":":
        s += 3.5  # روسيا: ندين الهجوم
    if r.person == 1 and r.fut == "ل":
        s -= 3.0  # لندن is no 'let us condemn'
    beside = _WITH.get(r.lemma)
    if beside is not None and any(x.folded in beside[1] for x in at.tokens[at.i + 1 : at.i + 1 + beside[0]]):
        s += beside[2]
    if r.lemma == "بيّن" and r.tense == "past":
        words = [x.folded for x in at.tokens[at.i + 1 : at.i + 7]]
        that = next((k for k, x in enumerate(words) if x in _THAT or x in _THAT_THEY), 0)
        s += 4.0 if that and not any(x[:1] == "و" for x in words[:that]) else 0.0  # وبين الوزير أن
    if r.conj == "و" and (r.tense, r.person, r.gender) == ("past", 3, "m") and at.following is not None and at.i:
        then = at.following.pos == "sub" and at.following.lemma in _THAT and at.tokens[at.i - 1].raw in COMMAS
        s += 1.5 if then and any(x.form == "masdar" and not x.definite for x in readings) else 0.0  # ، وكشف أن
    if r.lemma == "طالب" and (at.named_next() or at.over_quote() > at.i + 1):  # وطالب "بدر" بالرد
        s += 3.5 if any(x.folded.startswith("ب") for x in at.tokens[at.i + 2 : at.i + 8]) else 0.0  # طالب كينيا بالرد
    if r.lemma == "حلّ" and at.following is not None and at.following.lemma == "محل":
        s += 3.0  # حل نائبه محله, وحل محله نائبه
    if at.following is not None and at.following.pos == "verb" and not (at.following.conj or r.pron or r.conj):
        if r.lemma not in AUXILIARY and any(x.pos == "adj" for x in at.readings):
            s -= 2.0  # اشتباك دام استمر يومين: bloody
    if r.lemma == "ابّن" and not r.pron:
        s -= 1.5  # ابن خلدون is a son
    if r.lemma == "اخّر" and r.tense == "past" and not (r.pron or r.conj):
        s -= 2.5  # اخر التطورات are the last ones
    if r.lemma == "وفد":
        s -= 2.0  # a delegation far more often than a verb
    if r.lemma in _OF_THINGS and at.following is not None:
        answers = at.following.cls in _PEOPLE or at.following.pos == "name"
        if at.kind not in ("", "media") or answers:
            s -= 3.0  # ورد الوزير على السؤال is و + ردّ
    if r.pron and r.conj == "و" and any(x.form == "masdar" and x.pron == r.pron for x in at.out):
        if any(x.form == "masdar" and x.conj and x.pron == r.pron for x in readings):
            s -= 3.0  # أعلنت رفضها نشر القوات ودعمها للحوار
    if r.pron and r.cls == "i":
        s -= 3.0  # قلقها is her worry, since nobody worries somebody in Arabic
    if r.short and r.fut != "ل" and (before is None or before.lemma not in _SHORTENING):
        s -= 2.5  # يسبب is of سبّب, not of سبّ
    if r.tense == "present" and r.number in ("d", "p") and not r.fut and at.token.folded.endswith("ا"):
        shortened = before is not None and (before.pos in ("sub", "neg") or before.lemma in _VERB_AFTER)
        s -= 0.0 if shortened else 4.0  # توصلا is of توصّل, not of وصل; تعرضوا of تعرّض
    if r.conj and led:
        s -= 3.0  # بينما فرقت، بينما وعد
    if r.pron and before is not None and before.lemma == "حد" and at.before_that is not None:
        s -= 4.0 if at.before_that.pos == "prep" else 0.0  # على حد قوله
    if r.pron and (r.tense, r.number) == ("past", "p") and not led:
        s -= 2.0 if any(x.pos == "noun" and x.pron for x in readings) else 0.0  # في قصر سموه
    if r.pron and r.conj and at.further is not None and _counts_next(at):
        if at.further.cls != "human" and any(x.pos == "noun" and x.pron and not x.form for x in readings):
            s -= 3.0  # ومدته 20 دقيقة
    also_whole = r.conj == "و" and any(x.pos == "verb" and not x.conj for x in readings)
    if also_whole and r.pron:
        s -= 2.5  # رجال وصفتهم بالمتمردين: is of وصف, not of صفّى
    if also_whole and _verbless(at):
        s -= 3.0  # قال إن بلاده وعدت، الرئيس وعد: is of وعد, not of عدّ
    if also_whole and r.cls == "i":
        near = at.options[at.i + 1 : at.i + 3]
        if not any(x.pos == "prep" or x.prep for y in near for x in y[:1]):
            s -= 2.0  # وسعت إسرائيل مستوطنة: is of وسّع, for who سعى does so to something
    if r.tense == "past" and not r.pron and at.token.raw[-1:] == "ي" and r.lemma[-1:] == "ي":
        small = any(x.pos == "prep" for x in at.readings)  # وفي
        if not small and any(x.voice == "pas" and x.lemma == r.lemma for x in at.readings):
            s += (3.0 if r.voice == "pas" else -3.0 if r.voice == "act" else 0.0) * _final_ya(at)  # أعفي من منصبه
    if r.voice == "pas" and (at.starts() or r.conj):
        if r.conj and also_whole:
            s -= 2.0
        if not r.conj and any(x.pos == "verb" and x.conj and x.voice != "pas" for x in readings):
            s -= 3.0  # ووجه الملك دعوة is of وجّه, for nobody was faced
    if at.i > 1 and alone_in_quotes(at.tokens, at.i, at.out[at.i - 2]):
        s -= 2.5  # صحيفة "عكاظ"
    return s


def _final_ya(at: Neighbours) -> float:
    """How sure it is that a final ya with its dots is one: in a text that spells the other without dots (على), or has a
    hamza in the word, and not in one that dots both.
    """
    spelled = [t.raw for t in at.tokens]
    if any(raw[-1:] == "ى" for raw in spelled):
        return 1.0
    if any(t.raw[-1:] == "ي" and t.folded in _UNDOTTED for t in at.tokens):
        return 0.0
    if any(x.accusative and x.pos == "noun" for y in at.options[at.i + 2 : at.i + 2 + _PHRASE] for x in y[:1]):
        return 0.0  # وأجري الوزير اتصالا
    return 0.6 if at.token.raw[at.readings[0].stem : at.readings[0].stem + 1] in _HAMZA else 0.0


def _verb_among(r: Reading, at: Neighbours) -> float:
    """A verb by the clause in which it stands, whose earlier words are read."""
    s = 0.0
    i, out, named, readings = at.i, at.out, at.named, at.readings
    third = (r.tense, r.person) == ("past", 3)
    if third and at.has_verb and not (r.conj or r.pron) and _taken_up(at):
        s += 3.0  # إحاطة إلى المجلس حذر فيها
    if third and not (r.conj or r.pron or at.has_verb):
        s += 2.5 if _told_of(r, at) else 0.0
        s += 5.0 if _sole_verb(r, at) else 0.0
    if third and (r.gender, r.number) == ("m", "s") and not r.conj and i > 1:
        she = any((x.pos, x.tense, x.gender, x.number) == ("verb", "present", "f", "s") for x in readings)
        if she and at.tokens[i - 1].folded.startswith("ال") and at.tokens[i - 1].folded.endswith("ة"):
            s -= 3.0  # الخطوة الأمريكية تشكل: is no تشكّل
        act = at.following
        if she and act is not None and at.out[i - 1].pos == "rel" and at.tokens[i - 1].folded in _OF_HER and not r.pron:
            if act.form == "masdar" and not (act.prep or act.conj or act.pron or act.definite):
                s -= 3.0  # الحكومة التي تعارض نشر قوات
    if third and r.conj == "و" and at.has_verb and not r.pron and not at.kind and _counts_next(at):
        if any(x.form == "masdar" and x.conj for x in readings) and _of_acts(at):
            s -= 5.0  # أدى إلى مقتل ثلاثة وجرح خمسة
    if third and not r.conj and i > 1 and out[i - 1].pos == "adj" and out[i - 1].definite and out[i - 2].lemma == _OF:
        s -= 4.0 if any(x.form == "masdar" and not x.conj for x in readings) else 0.0  # من الصعب عقد لقاء
    if third and at.has_verb and not r.conj and any(x.form == "masdar" and not x.conj for x in readings):
        s -= 2.5 if _listed(at) else 0.0  # أعلن الجيش قتل تسعة واعتقال آخرين
    if not r.conj and i > 2 and any(x.form == "masdar" and not x.conj for x in readings):
        k = i - 1
        while k > 1 and named[k]:
            k -= 1
        if k < i - 1 and out[k].pos == "prep" and out[k - 1].pos == "sub":
            s -= 4.0  # إن على روسيا وقف القصف: it is on her to stop
    if (r.person, r.number) == (3, "d") and not (r.conj or at.has_verb) and i > 1:
        if named[i - 1] and named[i - 2] and at.tokens[i - 1].folded.startswith("و"):
            s += 4.0  # بوتين وترامب بحثا الأزمة is no research
    if third and r.number == "s" and not r.conj and _had(r, at):
        s += 2.0  # وكان الرئيس عرض الوساطة
    if r.tense == "past" and not r.conj and _after_aside(at):
        if any(x.form == "masdar" and not (x.conj or x.prep) for x in readings):
            s -= 6.0  # قررت كينيا، أمس الثلاثاء، طرد السفير، أكدت، في بيان، رفضها
    if third and r.number == "d" and not r.conj and not at.has_verb:
        near = range(max(0, i - _PHRASE), i)
        two = any(
            (out[k].number == "d" and k < i - 1) or (_oblique(at.tokens[k].folded, out[k]) and out[k].cls in _PEOPLE)
            for k in near
            if out[k].pos == "noun" and not out[k].prep
        )
        s += 4.5 if two and at.before is not None and at.before.pos in NOMINAL else 0.0  # إن ضابطا شرطة قتلا
    if r.tense == "past" and r.gender == "m" and r.number == "s" and not (r.pron or r.conj or at.led()):
        s += _describes(r, at)
    return s


def _listed(at: Neighbours) -> bool:
    """Whether a verbal noun that can be no verb goes on with 'and' a few words on."""
    for k in range(at.i + 1, min(at.i + 1 + _SUBJECT, len(at.options))):
        first = at.options[k][0]
        if first.pos in ("mark", "verb", "sub", "rel"):
            return False
        if first.form == "masdar" and first.conj == "و":
            return all(x.pos != "verb" for x in at.options[k])
    return False


def _verb_before(r: Reading, at: Neighbours) -> float:
    """A verb by the words behind it, of which one may be its subject."""
    s = 0.0
    before, following, further, readings = at.before, at.following, at.further, at.readings
    third, ground = (r.person, r.number) == (3, "s"), at.kind in _GROUND and at.spelled not in MIXED
    if third and r.gender == "m" and not r.pron and ground:
        s -= 1.5  # قصف إسرائيل is no verb with its subject
    starts = at.starts()
    if starts and further is not None and further.pos == "verb" and further.conj == "و":
        s += 1.2  # وقتل متظاهر وأصيب العشرات
    unlike = not r.conj or (r.voice != "pas" and not any(x.pos == "verb" and not x.conj for x in readings))
    if at.opens() and third and r.tense == "past" and not r.pron and unlike and at.leads_in():  # وصفت is no و + صفت
        s += 3.0  # وتابع: «لن ننسحب»
    if starts or r.conj:
        if third and not r.pron and following is not None and not at.kind:
            single = following.cls == "human" and following.number == "s" and following.gender
            if single and (following.definite or not (following.accusative or following.prep)):
                s += 0.4 if following.gender == r.gender else -0.8  # تلقى الرئيس is masculine
        if third and at.kind == "person" and r.gender:
            s += 0.4 if r.gender == "m" else -0.4  # وتوقع ماكرون
        if third and at.kind in _BODIES:
            masculine = at.spelled.startswith("ال") and not at.spelled.endswith("ة")
            s += 0.4 if not masculine or r.gender == "m" else -0.8  # توعّد الحرس الثوري
        if r.person == 3 and _subject_follows(r, at):
            s += 1.6
        if r.person != 3 and r.lemma != _WAS:
            s -= 1.0
        if ground:
            s += 0.5 if r.gender == "f" else -0.5
    if following is None:
        return s
    bare = not (following.prep or following.conj or following.accusative)
    if r.pron and third and following.cls in _PEOPLE and following.definite and following.number == "s":
        if following.gender and bare and not at.kind:  # after an object pronoun comes the subject: ما تنكره الحكومة
            s += 0.5 if following.gender == r.gender else -0.8
    if r.pron and third and r.tense == "past" and before is not None:
        # what follows a noun without article with its pronoun describes it: لغم زرعه مسلحون
        sound = following.number == "p" and at.spelled.endswith("ون")  # a subject, whatever it is read as
        subject = (following.pos in ("noun", "name") or sound) and at.kind != "adjective" and bare
        noun = before.pos in ("noun", "adj") and not (before.definite or before.pron or r.conj)
        if noun and subject and _PRONOUN_OF.get(r.pron) == before.gender:
            kin = any(x.pos == "noun" and x.pron and x.cls in _PEOPLE and x.weight > -0.5 for x in readings)
            s += 3.0 if not kin else -1.5  # but منزل أسرته
    if r.tense == "past" and further is not None and any(x.pos == "prep" for x in readings):
        if not r.pron and further.cls == "human" and _counts_next(at) and r.lemma != _TO:
            s += 3.0  # الزلزال خلف 300 جريح
        elif not r.pron and following.definite and following.pos == further.pos == "noun" and further.accusative:
            s += 3.0  # خلف الزلزال دمارا
        elif r.pron and (following.cls, following.number) == ("human", "s") and following.definite:
            s += 4.0 if (before is None or r.conj) and following.gender == r.gender else 0.0  # وخلفه نائبه
    return s


def _noun(r: Reading, at: Neighbours) -> float:
    """A noun by the words beside it."""
    s = 0.0
    readings, following = at.readings, at.following
    if not r.definite and at.token.folded.startswith("ال") and any(x.definite for x in readings):
        s -= 2.0  # الباب is no plural of لب
    if r.pron and at.token.folded.startswith("ال") and any(x.definite and not x.pron for x in readings):
        s -= 2.0  # المهم is no pain of theirs
    if r.number == "p" and r.accusative and _never_nunated(at.token.folded, r):
        s -= 4.0  # مدافعا are no cannons
    if following is None:
        return s
    if r.pron == "ي" and not at.kind and following.pos == "noun":
        if not (following.definite or following.prep or following.conj or following.pron):
            s -= 1.5  # طائرتي شحن are two of them, not mine
    if not r.definite and (r.form == "masdar" or r.construct):
        nation = at.kind == "adjective" and at.spelled.endswith(("يون", "يان"))
        ending = "" if at.kind else {"p": "ون", "d": "ان"}.get(following.number, "")
        ended = bool(ending) and at.spelled.endswith(ending) and following.pos in ("noun", "adj")
        if nation or (ended and not following.prep and r.form == "masdar"):
            s -= 2.5  # قتل مدنيون، قتل جنديان: no genitive ends so
    elif not r.definite and r.number == "s" and not r.pron and not at.kind and not following.prep:
        if following.number == "p" and at.spelled.endswith("ون") and following.pos in ("noun", "adj"):
            s -= 2.5  # طالب حقوقيون: no student
    if r.conj == "و" and r.pron and not r.prep and r.cls not in _PEOPLE:
        told = [x for x in at.options[at.i + 1] if x.pos == "adj" and not (x.definite or x.accusative)]
        s += 2.0 if any(x.gender == r.gender for x in told) else 0.0  # وسعره مرتفع
    if r.accusative and at.kind in _GROUND:
        governs = any(x.pos == "noun" and x.number == "s" and not x.accusative for x in readings)
        s -= 2.0 if governs else 0.0  # بابا الفاتيكان is no door
        if r.number == "s" and r.cls in _PEOPLE and at.before is not None:
            if any(x.construct and x.number == "d" for x in readings):
                s -= 3.0  # وفدا كينيا وأوغندا: no accusative governs a name
    return s


def _led_on(at: Neighbours) -> bool:
    """Whether an adjective of a country in the masculine follows, and a preposition behind it."""
    if at.spelled.startswith("ال") or not at.spelled.endswith("ي") or at.i + 2 >= len(at.options):
        return False
    then = at.options[at.i + 2]
    return any(x.prep or x.pos == "prep" for x in then[:1])


def _never_nunated(folded: str, r: Reading) -> bool:
    """Whether a plural is of the kinds that take no final alif: مدافع، مفاتيح."""
    stem = folded[r.stem : r.end] if r.end else folded[r.stem :]
    stem = stem.removesuffix("ا")
    return len(stem) in (5, 6) and stem[2] == "ا" and (len(stem) == 5 or stem[4] == "ي")


def _by_a_power(at: Neighbours) -> bool:
    """Whether a state with which a clause begins stands right before: وموسكو تعرض, but أرجعت موسكو تعثر الاتفاق."""
    i = at.i
    if not i or at.named[i - 1] not in _POWERS:
        return False
    while i > 1 and at.named[i - 2]:
        i -= 1
    before = at.out[i - 2] if i > 1 else None
    if before is None or at.tokens[i - 2].kind == "mark" or before.pos == "sub":
        return True
    return at.tokens[i - 1].folded.startswith("و") and before.pos in ("noun", "adj") and i > 2


def _verbal_noun(r: Reading, at: Neighbours) -> float:
    """A verbal noun by what it goes on from, and by what it is said of."""
    s = 0.0
    following = at.following
    bare = not (r.definite or r.pron or r.prep or r.conj or r.accusative)
    last = at.named[at.i - 1] if at.i else ""
    if bare and last == "person":
        s -= 2.0  # no act hangs on a name: ذكر أن سعيد علق أعمال البرلمان
    if bare and _by_a_power(at) and any(x.pos == "verb" and x.tense == "present" for x in at.readings):
        s -= 2.5  # وموسكو تعرض تمديد بقاء قواتها، الجزائر تأسف للقرار
    if bare and last == "adjective" and following is not None and following.accusative and not at.kind:
        if at.tokens[at.i - 1].folded.startswith("ال"):
            s -= 3.0  # الضربات الإيرانية تشكل خرقا: an object, so no noun before it
    if bare and at.kind == "adjective" and (not at.i or at.tokens[at.i - 1].kind == "mark") and _led_on(at):
        s += 2.0  # دعم فرنسي للجيش: nobody French does it
    if bare and not at.i and following is not None and following.pos == "noun" and following.definite:
        if following.number == "p" and following.cls not in _PEOPLE and not following.prep:
            s += 2.0  # رفع العقوبات عن السودان: no plural goes with a verb in the masculine
    if bare and following is not None and (following.lemma in _ALL or _counts_next(at)):
        if not (following.conj or following.prep):
            s += 2.5 if _declared(at) else 0.0  # أعلن رفع جميع القيود، قتل ستة
    if bare and following is not None and any(x.pos == "noun" and x.number == "p" and not x.form for x in at.readings):
        told = (x for x in at.options[at.i + 1] if x.pos == "adj" and not (x.definite or x.prep or x.conj))
        s -= 2.0 if any((x.gender, x.number) == ("f", "s") for x in told) else 0.0  # قطع بحرية
    if r.conj == "و" and following is not None:
        if _oblique(at.spelled, following):
            act = next((x for x in reversed(at.out[-_LIST:]) if x.form == "masdar"), None)
            s += 2.5 if act is not None and (act.prep or act.number == "s") else 0.0  # بمقتل ضابط وجرح جنديين
        if not (r.definite or r.pron or r.prep):
            s += _alongside(at.i, at)
        if r.pron and not r.prep and (following.prep or following.pos == "prep"):
            own = any(x.form == "masdar" and x.pron == r.pron for x in at.out[-_OWN:])
            s += 3.0 if own else 0.0  # تمسكها بوحدة لبنان ودعمها للجيش
    if r.prep == "ل" and not r.definite:
        s += 0.8 if any(x.fut == "ل" for x in at.readings) else 0.0  # لتبادل السفراء
        if r.lemma.startswith("ل") and following is not None:
            whose = following.pos == "noun" and (following.definite or bool(following.pron))
            whose = (whose or at.named_next()) and not (following.prep or following.conj)
            s += 1.5 if whose and any(x.definite for x in at.readings) else 0.0  # للقاء نظيره
    return s


def _dual(r: Reading, at: Neighbours) -> float:
    """A dual noun or adjective, whose endings others have too."""
    s = 0.0
    folded, readings = at.token.folded, at.readings
    if r.construct:
        if r.definite and not r.pron:
            s -= 3.0  # الاقتصادي والاجتماعي is no two meetings: what governs has no article
        if r.pos == "noun" and folded.endswith("تا"):
            s -= 2.0 if any(x.pos == "verb" and x.number == "d" and x.gender == "f" for x in readings) else 0.0  # عرضتا
        if folded.endswith("ا") and any(x.form == "active" for x in readings):
            s -= 2.0 if at.before is not None and at.before.pos in _NOMINAL_OR_MARK else 0.0  # داعيا الطرفين
        if folded[0] == "و" and folded.endswith("ا") and not r.conj:
            if any(x.pos == "verb" and x.conj and (x.tense, x.number) == ("past", "s") for x in readings):
                s -= 2.0  # وحيا صمود الشعب
        k = at.over_quote()
        s += _governs_two(r, k, at) if k < len(at.options) else 0.0
    if r.pos == "noun" and folded.endswith("ان") and not r.pron:
        s -= 2.0 if any(x.pos == "noun" and x.number == "s" for x in readings) else 0.0  # العدوان, not two enemies
    return s


def _governs_two(r: Reading, k: int, at: Neighbours) -> float:
    """What the word `k` behind it says for a dual that governs: وزيرا كينيا."""
    following, kind = at.options[k][0], at.named[k]
    if kind != "adjective":
        bare = not (following.prep or following.conj)
        if (following.definite or kind) and following.pos != "verb" and bare:
            return 1.6
        if following.pos in ("noun", "adj") and not following.prep and k + 1 < len(at.options):
            further = at.options[k + 1][0]
            if not further.conj and (further.definite or at.named[k + 1] not in ("", "adjective")):
                return 1.6
    if following.pos == "noun" and not (following.prep or following.conj) and at.token.folded.endswith("ي"):
        return 0.8
    counted = at.before is not None and (at.before.pos == "num" or at.before.number == "p")
    return 2.5 if _of_kind(r, following) and not counted else -2.0


def _adjective(r: Reading, at: Neighbours) -> float:
    """An adjective by the noun that it may tell of."""
    s = 0.0
    before = at.before
    if (r.gender, r.number) == ("f", "s") and not (r.definite or r.prep or r.conj) and before is not None:
        man = (before.pos, before.cls, before.gender, before.number) == ("noun", "human", "m", "s")
        if man and not before.definite and any(x.pos == "noun" for x in at.readings):
            s -= 2.0  # ألف متظاهر مسيرة
        s += 6.0 if r.form == "active" and _side_of_groups(at) else 0.0  # أحزاب كينية معارضة
    if r.number == "p" and at.token.folded.endswith("ات") and r.cls != "human":
        s -= 1.2
    if r.accusative and not r.conj and before is not None and before.lemma == "لكن":
        s -= 2.0  # لكن مسؤولا في الوزارة
    if not r.accusative and (before is None or r.conj or before.pos in ("mark", "verb", "prep", "sub", "neg")):
        s -= 0.6
    if not (r.definite or r.accusative or r.of) and before is not None and before.pos in ("noun", "adj", "prep"):
        s -= 1.2 if _genitive_follows(at) else 0.0
    if r.of and not (r.definite or r.accusative) and before is not None and before.form == "masdar":
        held = at.named_next() and any(x.pos == "noun" and x.cls == "human" and not x.definite for x in at.readings)
        s -= 2.0 if held else 0.0  # تحذير موفد الأمم المتحدة
    if r.of and not (r.definite or r.accusative or at.has_verb) and before is not None and before.pos == "adj":
        acts = any(x.pos == "verb" and x.tense == "past" and x.voice != "pas" for x in at.readings)
        told = at.i + 1 < len(at.options) and any(
            x.pos == "noun" and x.cls in _PEOPLE and x.definite and not x.prep for x in at.options[at.i + 1]
        )
        s -= 2.5 if acts and (told or at.named_next()) else 0.0  # على صعيد آخر دان الأمين العام الهجوم
    return s


def _side_of_groups(at: Neighbours) -> bool:
    """Whether a word that also names a side tells which groups the noun before an adjective means, with no more told
    of an act: أحزاب كينية معارضة, but أبدت دول أفريقية معارضة للقرار.
    """
    if at.i < 2 or at.named[at.i - 1] != "adjective" or at.tokens[at.i - 1].folded.startswith("ال"):
        return False
    of, behind = at.out[at.i - 2], at.following
    if of.cls != "group" or not any(x.pos == "noun" and x.cls == "group" for x in at.readings):
        return False
    if behind is not None and behind.pos == "adj" and (behind.gender, behind.number) == ("f", "s"):
        return False
    return behind is None or not (behind.prep == "ل" or behind.lemma == "من")


def _participle(r: Reading, at: Neighbours) -> float:
    """An active participle, which may go on telling, or name somebody or something."""
    s = 0.0
    i, named, following, readings = at.i, at.named, at.following, at.readings
    if r.definite and r.gender == "f":
        place = any(x.cls == "place" and x.definite and x.weight > 0 for x in readings)
        s -= 1.5 if place else 0.0  # المدينة
    if following is not None and (at.opens() or r.conj) and _circumstantial(r, at):
        if following.pos in ("sub", "prep", "noun", "name", "pron") or at.tokens[i + 1].raw in '"«“:':
            s += 2.2 if r.accusative or not _also_noun(r, readings, following) else 0.2
    if r.gender == "f" and (not r.definite or r.pron) and _also_masdar(r, readings):
        said = r.of in _SAID_ON and _goes_on(at)
        s += 1.5 if said else -2.5  # مراقبة, مناقشة name the act far more often than a woman who does it
    if r.definite or r.pron or r.conj:
        return s
    if r.gender == "f" and r.number == "s":
        if not r.prep and (at.known_next() or _title_next(at)) and _goes_on(at):
            named_so = any(x.pos == "noun" and x.of != r.of and x.cls == "human" for x in readings)
            s += 1.5 if named_so else 0.0  # ، داعية إسرائيل إلى, no preacher
        if any(x.form == "masdar" and x.of != r.of and x.weight > r.weight + 1 for x in readings):
            s -= 1.5  # غارة على is a raid
    to = 0 if r.prep else _TURNING.get(r.of, 0)
    if to and i > 1:
        last = at.options[i - 1][0]
        paused = at.tokens[i - 1].raw in COMMAS
        if last.definite or last.pron or paused or named[i - 1] not in ("", "adjective"):
            turns = any(x.folded == _TO for x in at.tokens[i + 1 : i + 1 + to])
            s += 2.5 if turns else 0.0  # أدان الهجوم داعيا كينيا إلى
    return s


def _particle(r: Reading, at: Neighbours) -> float:
    """A preposition or another small word, which nouns and verbs are spelled like."""
    s = 0.0
    i, options = at.i, at.options
    if r.pos == "prep":
        if r.conj == "و" and any(x.accusative and not x.conj and x.weight > -2 for x in at.readings):
            s -= 2.0  # وعدا is a promise
        if not r.pron and at.following is not None:
            if at.spelled.endswith("ا") and not at.kind:
                governed = any(x.pos == "noun" and x.accusative for x in options[i + 1])
                s -= 3.0 if governed else 0.0  # القرار مثل تحولا
            if at.following.form == "masdar" and any(x.pos == "noun" and x.prep for x in at.readings):
                s -= 2.0  # تحتفظ بحق الرد: the right, for nothing is done against an answer
            if at.spelled in _ABOUT and any(x.pos == "verb" and x.lemma == "عبّر" for x in at.readings):
                s -= 5.0  # وعبر عن أمله
    elif r.pos == "adv" and r.lemma == _YET:
        s += 4.0 if _not_yet(at) else -6.0
    elif r.pos == "sub" and r.prep == "ك" and "أ" not in at.token.raw:
        s -= 3.0  # كأن is spelled with its hamza
    elif r.pos == "modal" and r.conj == "ف":
        k = at.over_quote()
        if k < len(options) and not at.named[k]:
            acts = options[k][0].pos == "verb" or any(x.lemma in AUXILIARY for x in options[k])  # فقد كان
            s += 3.0 if acts else -3.0  # إذا انهارت الهدنة، فقد يؤدي ذلك إلى نزوح
    return s


def _not_yet(at: Neighbours) -> bool:
    """Whether the word tells that something denied has not come about so far: لم تسحب إثيوبيا بعد قواتها."""
    behind = at.following
    if behind is not None and (behind.pos in ("num", "sub", "pron", "dem", "rel") or at.kind == "city"):
        return False  # لم ينسحبوا بعد أن هوجموا، بعد ثلاثة أيام
    if behind is not None and (behind.form == "masdar" or behind.cls in ("act", "time")):
        return False  # لم يعلن بعد الاجتماع شيئا
    for k in range(at.i - 1, max(-1, at.i - 1 - _LIST), -1):
        if at.out[k].pos == "mark" or at.out[k].conj:
            return False
        if at.out[k].pos == "verb":
            return k > 0 and at.out[k - 1].lemma in _NOT
    return False


def _behind(r: Reading, before: Reading, at: Neighbours) -> float:
    """What the word before it says for a reading."""
    s = 0.0
    i, readings, following = at.i, at.readings, at.following
    verb = r.pos == "verb"
    if before.lemma in _BEFORE_NOUN and before.pos in ("part", "num", "noun", "prep") and not r.conj:
        s += 1.5 if not verb else -1.5
    elif before.lemma in _SINGLING and before.pos in ("adv", "part") and verb and r.tense == "past" and not r.conj:
        s -= 3.0  # وخصوصا نزع السلاح
    elif before.lemma in _EXPECTED and before.definite and r.form == "masdar":
        s += 3.0
    if before.pos == "prep" and not before.pron and r.conj == "و":
        s -= 3.0  # على وشك
    elif before.pos == "prep" and not before.pron and not r.conj:
        s += -5.0 if verb else (1.5 if r.pos in NOMINAL else 0.0)
    elif before.lemma in _VERB_AFTER and before.pos in ("neg", "fut", "modal", "part", "sub"):
        s += 4.0 if verb and (before.lemma in ("قد", "لقد") or r.tense == "present") else -1.0
    elif before.lemma == "لا" and before.pos == "neg":
        s += 2.0 if verb and r.tense == "present" else 0.0
    elif before.pos == "sub" and before.lemma in _WHEN and not r.conj:
        s += 1.5 if verb else 0.0
    elif before.pos == "sub" and (before.lemma in _THAT or before.pron) and not (before.pron and r.conj):
        s += _behind_that(r, before, at)
    elif r.conj == "و" and r.pron and r.pos == before.pos == "noun" and r.pron == before.pron and not r.prep:
        s += 2.5  # مكانتها وسمعتها
    elif r.conj == "و" and r.form == "masdar" and before.form == "masdar" and not r.prep:
        s += 1.0 if not before.prep else 2.5  # بالمماطلة وكسب الوقت
    elif before.pos == "verb" and not r.conj:
        if r.number == "d" and r.definite and at.token.folded.endswith("ان"):
            s += 1.0
        if verb:
            goes_on = before.lemma in AUXILIARY and r.tense == "present" and r.gender == before.gender
            s += 3.0 if goes_on else -2.5
        elif r.pos in NOMINAL:
            person = r.pos == "noun" and r.cls in _PEOPLE and r.accusative and not r.definite
            s += 1.8 if person and any(x.pos == "adj" for x in readings) else 0.6  # يغتال قياديا في الحركة
    elif before.pos == "rel" and not r.conj:
        s += 1.8 if verb else -0.5
        if verb and before.gender and r.gender and before.gender != r.gender and r.number == "s":
            s -= 0.8
    elif r.pos == "adj" and r.definite and _told_of_somebody(r, before, at):
        s += 3.0  # الصحفي الغاني المعتقل منذ شهرين
    elif before.form == "active" and before.pos == "adj" and before.accusative and not r.conj and not r.accusative:
        s += 0.8 if r.pos == "noun" else -0.8 if r.pos == "adj" else 0.0
    elif at.named[i - 1] == "adjective" and r.pos == "noun" and r.cls in _PEOPLE and r.definite and not r.conj:
        s += 1.2  # قابل الرئيس السوداني المبعوث النرويجي
    elif r.form == "active" and r.accusative and not r.definite and (before.definite or at.named[i - 1]) and not r.conj:
        s += 1.5 if at.known_next() and not _is_thing(at) else 0.0  # كلمته متهما القاهرة
    elif before.pos in ("noun", "adj") and not r.conj:
        s += _behind_noun(r, before, at)
    elif before.pos == "pron" and not before.prep and not r.conj:  # وهو شرط
        bare = r.pos == "noun" and not r.definite and not r.prep
        s += 1.0 if bare else -1.0 if verb and r.tense == "past" else 0.0
    elif before.pos == "dem" and not r.conj:
        noun = r.pos == "noun" and not r.prep
        s += 1.0 if r.definite else 0.8 if noun else -1.0 if verb and r.tense == "past" else 0.0
    if r.form == "active" and r.accusative and not r.definite and not r.pron and following is not None:
        if following.pos in ("sub", "prep") or following.definite or at.kind:
            held = following.pos == "prep" and any(x.cls == "human" and x.accusative for x in readings)
            s += 0.8 if not held else -1.0  # عذبوا معتقلا حتى الموت
    if verb:
        s += _verb_behind(r, before, at)
    elif r.form == "masdar" and not (r.definite or r.prep or r.conj or r.accusative):
        # الاجتماع الذي كان مقررا بين كينيا وأوغندا تأجل
        ends = following is None or at.tokens[i + 1].kind == "mark"
        if not at.has_verb or ends:
            s -= 1.2 if at.named[i - 1] in _DOERS or _after_sub(before, at.before_that) else 0.0
    return s


def _told_of_somebody(r: Reading, before: Reading, at: Neighbours) -> bool:
    """Whether an adjective that people are called by too tells more of somebody known, and has more behind it itself:
    النائب المتهم بالفساد; but عاقب القاضي المتهم بالسجن.
    """
    if r.prep or r.conj or not any(x.pos == "noun" and x.cls == "human" and x.definite for x in at.readings):
        return False
    behind = at.following
    told = behind is not None and any(
        x.pos == "adj" and x.definite for x in at.options[at.i + 1]
    )  # السابق المحكوم عليه
    if behind is None or behind.conj or not (behind.pos == "prep" or behind.prep or told):
        return False
    if at.named[at.i - 1] == "adjective":
        agrees = at.tokens[at.i - 1].folded.endswith("ة") == (r.gender == "f")
        led = at.out[at.i - 3] if at.i > 2 else None  # زعيم المعارضة الأوغندية المسجون منذ عام
        return agrees or (led is not None and led.cls == "human" and led.gender == r.gender)
    if before.pos != "adj" and (before.cls != "human" or at.before_that is None or at.before_that.pos == "verb"):
        return False
    return before.definite and (before.gender, before.number) == (r.gender, r.number)


def _behind_that(r: Reading, before: Reading, at: Neighbours) -> float:
    """A word behind "that", with or without a pronoun of its own."""
    verb = r.pos == "verb"
    if before.pron:
        same = _PRONOUN_OF.get(before.pron) == r.gender
        named_so = before.pron == "ها" and r.gender == "m" and r.tense == "past"  # أنها أمر مقلق
        if named_so and any((x.pos, x.tense, x.gender) == ("verb", "present", "f") for x in at.readings):
            return -2.0  # لكنها تأمل
        return (3.0 if same else 0.0 if named_so else 1.5) if verb and r.person == 3 else 0.0  # أنه قصف
    if verb:
        late = at.before_that is not None and at.before_that.lemma in _PAST_AFTER
        present = r.tense == "present" or late
        return 1.5 if present and at.tokens[at.i - 1].raw.lstrip("وفبل")[:1] != "إ" else -1.5
    if r.pos not in NOMINAL:
        return 0.0
    if r.form == "masdar" and not (r.definite or r.pron) and at.following is not None:
        return -1.7 if at.following.pos == "prep" else 0.8  # على الدول أن تصدق على الاتفاق
    return 0.8


def _behind_noun(r: Reading, before: Reading, at: Neighbours) -> float:
    """A word behind a noun or adjective: its genitive, its attribute, or what tells of it."""
    s = 0.0
    verb, noun = r.pos == "verb", before.pos == "noun"
    if verb and before.number == "d" and r.number == "d":
        s += 3.0
    if verb and r.tense == "past" and noun and not before.definite and not before.pron:
        tells = (r.pron in _THEIRS and r.person == 3) or (r.lemma in _GATHERING and before.form == "masdar")
        under = at.before_that is not None and at.before_that.pos == "sub"
        s += 1.2 if tells else 0.0 if under else -1.2
        s += 2.5 if tells and before.cls != "act" and _done_by_people(at) else 0.0
    if verb and noun and before.pron and any(x.pos == "adj" and x.definite for x in at.readings):
        s -= 4.0  # دعمه التام
    if r.pos == "adj":
        if r.prep:
            s -= 1.0  # no attribute
        elif r.accusative and r.number == "s" and at.tokens[at.i - 1].folded.endswith("ون"):
            s -= 1.5  # اغتال مسلحون مجهولون مسؤولا
        elif r.number == "p" and before.number == "s" and before.cls != "group":
            s -= 0.6  # طرد دبلوماسيين
        elif before.definite == r.definite or (before.pron and r.definite):
            s += 1.4 if before.gender == r.gender or before.number == "p" else 1.0
        else:
            s += 0.2 if r.definite else -1.0
    if r.pos == "noun" and not r.prep:
        if not before.definite and not before.accusative:
            s += 0.8
        if not r.conj and r.number == "p" and at.token.folded.endswith("ون"):
            if at.tokens[at.i - 1].folded.endswith("ون"):
                s -= 2.0  # مسلحون مجهولون: nobody's genitive
        if r.definite and not r.pron and before.definite and noun and r.cls != "human":
            s -= 1.0
    return s


def _done_by_people(at: Neighbours) -> bool:
    """Whether people nobody knows of follow who can be no object: سفينة خطفها قراصنة, not بعد اعتقالها صحافيين."""
    then = at.following
    if then is None or then.cls != "human" or then.number != "p" or then.definite or then.prep or then.conj:
        return False
    return not (then.accusative or at.tokens[at.i + 1].folded.endswith(("ين", "ا")))


def _verb_behind(r: Reading, before: Reading, at: Neighbours) -> float:
    """A verb behind a word that may be its subject, or that it may describe."""
    s = 0.0
    if r.tense == "past" and before.pos == "adj" and at.before_that is not None and at.before_that.pos == "noun":
        if not (before.definite or before.accusative or r.conj):
            theirs = r.pron == "هم" and before.number == "p"  # رجال آخرين وصفتهم بالمتمردين
            s += 2.2 if theirs or _PRONOUN_OF.get(r.pron) == before.gender else 0.0  # في مؤتمر صحفي عقده في باريس
    if r.voice == "pas":
        s -= 0.6 if not r.conj else 1.2
    if not r.conj and r.person == 3 and r.number == "s":
        if at.named[at.i - 1] in _GROUND:
            listed = at.tokens[at.i - 1].folded.startswith("و") and r.gender == "m"  # بين كينيا وأوغندا تأجل
            s += 0.7 if r.gender == "f" else 0.0 if listed else -0.7
        elif before.pos == "noun" and before.gender and before.number == "s" and not before.prep:
            s += 0.4 if r.gender == before.gender else -0.6
    return s


def alone_in_quotes(tokens: list[Token], i: int, before: Reading) -> bool:
    """Whether a word is all that stands between two quotation marks behind a noun that it names: صحيفة "عكاظ"."""
    quoted = 0 < i < len(tokens) - 1 and tokens[i - 1].raw in QUOTES and tokens[i + 1].raw in QUOTES
    return quoted and before.pos == "noun" and not (before.definite or before.pron or before.accusative)


def _counts_next(at: Neighbours) -> bool:
    """Whether the next word is a number, in digits or spelled."""
    return at.following is not None and (at.tokens[at.i + 1].kind == "number" or at.following.pos == "num")


def _before_phrase(at: Neighbours) -> int:
    """Where the word stands behind which the nouns before a word begin; -1 where they open the sentence."""
    k = at.i - 1
    while k >= 0 and at.out[k].pos in NOMINAL and not (at.out[k].prep or at.out[k].conj):
        k -= 1
    return k


def _told_of(r: Reading, at: Neighbours) -> bool:
    """Whether somebody, with the article or an adjective, stands between أنّ and a verb with an indefinite noun behind
    it, which then is no genitive: أكد أن الجيش الكيني قصف قرى.
    """
    out, k, following = at.out, _before_phrase(at), at.following
    if at.i - k < 2 or k < 0 or out[k].pos != "sub" or out[k].lemma not in _THAT or following is None:
        return False
    spelled = at.tokens[at.i - 1].folded
    ended = spelled.startswith("ال") or spelled.endswith("ا")  # أن مسلحا كينيا خطف
    told = out[at.i - 1].pos == "adj" or at.named[at.i - 1] == "adjective"
    if at.i - k < _PHRASE:  # أن الجيش قصف قرى
        told, ended = out[k + 1].cls in _PEOPLE and out[k + 1].pos == "noun", spelled.startswith("ال")
    noun = following.pos in ("noun", "num", "adj") and not (following.definite or following.prep or following.conj)
    return ended and told and out[k + 1].gender == r.gender and noun and not at.kind


def _sole_verb(r: Reading, at: Neighbours) -> bool:
    """Whether a clause with أنّ has no other verb than a word that may be a preposition too: أن الوفد قبل العرض."""
    if at.following is None or not any(x.pos == "prep" for x in at.readings):
        return False
    out, k = at.out, _before_phrase(at)
    if k < 0 or at.i - k < 2 or out[k].pos != "sub" or out[k].lemma not in _THAT:
        return False
    first = out[k + 1]
    if first.gender != r.gender or first.cls in ("act", "time") or not (at.following.definite or at.kind):
        return False
    for j in range(at.i + 1, len(at.options)):
        if at.options[j][0].pos in ("verb", "rel") and not at.named[j]:
            return False
        if at.options[j][0].pos in ("mark", "sub"):
            break
    return True


def _had(r: Reading, at: Neighbours) -> bool:
    """Whether a word stands behind كان and somebody who then has done what it says."""
    i, out, named = at.i, at.out, at.named
    k = i - 1
    while k > 0 and (out[k].pos in NOMINAL or named[k]) and not out[k].prep:
        k -= 1
    if i < 2 or not (out[i - 1].definite or out[i - 1].pron or named[i - 1]):
        return False  # كان مسؤول بارز
    if k < 0 or k > i - 2 or out[k].lemma != _WAS or out[k].pos != "verb" or out[k].gender != r.gender:
        return False
    first = out[k + 1]
    return (first.cls in _PEOPLE and first.pos == "noun" and not first.accusative) or named[k + 1] in _DOERS


def _describes(r: Reading, at: Neighbours) -> float:
    """What speaks for a past verb that tells of the masculine noun before it, which has no article."""
    before = at.before
    if before is None or before.pos != "noun" or before.definite or before.pron or before.lemma in _BEFORE_NOUN:
        return 0.0
    if (before.gender, before.number) != ("m", "s"):
        return 0.0
    if r.lemma in _OF_TEXTS and at.following is not None and at.following.cls != "act":
        return 4.0  # اتفاق عقد الأسبوع الماضي، مقال نشر في صحيفة
    return 1.5 if before.accusative and before.cls != "time" else 0.0  # قتل رجلا دخل القاعدة


def _subject_follows(r: Reading, at: Neighbours) -> bool:
    """Whether the next word may be the subject or a complement of a verb in third person."""
    following = at.following
    if following is None:
        return False
    if at.kind or following.pos in ("prep", "sub", "name", "dem", "mark", "num"):
        return True
    if following.pos == "noun" and not following.conj:
        return following.definite or following.cls in ("human", "group") or r.tense == "present" or bool(following.prep)
    return following.pos == "adj" and following.definite and not r.pron


def _taken_up(at: Neighbours) -> bool:
    """Whether a preposition with a pronoun follows, which takes up what the word describes: حذر فيها."""
    if at.following is None:
        return False
    return any(x.pos == "prep" and x.lemma == "في" and x.pron for x in at.options[at.i + 1])


def _verbless(at: Neighbours) -> bool:
    """Whether a clause with أنّ, or the sentence, has a subject before a word, and no verb yet."""
    first = at.i - _SUBJECT
    for k in range(at.i - 1, max(first, 0) - 1, -1):
        before = at.out[k]
        if before.pos == "sub":
            return k < at.i - 1 and before.lemma in _THAT
        if before.pos not in ("noun", "adj", "name") or before.prep:
            return False
    return at.i > 0 and first <= 0


def _after_aside(at: Neighbours) -> bool:
    """Whether a word stands behind a phrase between commas that parts a verb and its subject from its object."""
    i, out, tokens = at.i, at.out, at.tokens
    if not i or tokens[i - 1].raw not in COMMAS:
        return False
    j = next((k for k in range(i - 2, max(i - 10, 0), -1) if tokens[k].raw in COMMAS), -1)
    if j < 0 or (out[j + 1].pos != "rel" and any(r.pos in ("verb", "sub", "rel") for r in out[j:i])):
        return False  # but أبدت كينيا، التي تستضيف المحادثات، أسفها
    further = next((k for k in range(j - 1, max(j - 8, 0), -1) if tokens[k].raw in COMMAS), -1)
    if further >= 0 and not any(r.pos in ("verb", "sub", "rel") or r.conj for r in out[further:j]):
        j = further  # أعلنت كينيا، أمس الثلاثاء، في بيان، طرد السفير
    placed = False
    for k in range(j - 1, max(j - 12, -1), -1):
        if out[k].pos == "verb":
            return out[k].lemma not in AUXILIARY and (not placed or out[k].lemma in _DECLARING)
        placed = placed or out[k].pos == "prep"  # أعلنت السلطات في مالي، الأحد، طرد السفير
        if out[k].pos in ("mark", "sub", "rel") or out[k].accusative:
            return False
        if out[k].form == "masdar" and not out[k].definite:
            return False
    return False


def _of_acts(at: Neighbours) -> bool:
    """Whether the phrase before a word is a verbal noun with a preposition and whom it befalls: إلى مقتل ثلاثة."""
    out = at.out
    for k in range(at.i - 1, max(0, at.i - _REACH_OF_ACT), -1):
        if out[k].pos not in _NOMINAL_OR_PREP and at.tokens[k].kind != "number":
            return False
        if out[k].form == "masdar" and not (out[k].definite or out[k].pron):
            return bool(out[k].prep) or out[k - 1].pos == "prep"
    return False


def _declared(at: Neighbours) -> bool:
    """Whether the last verb before a word, in the same breath, is one of declaring: أعلن الجيش الكيني قتل ستة."""
    for k in range(at.i - 1, max(-1, at.i - _OWN), -1):
        r = at.out[k]
        if r.pos == "verb":
            return r.lemma in _DECLARING
        if r.pos in ("sub", "rel", "mark"):
            return False
    return False


def _alongside(i: int, at: Neighbours) -> float:
    """What speaks for a verbal noun at `i` behind 'and' after one that is governed: من قصف المدن وضرب المصانع."""
    out, named, following = at.out, at.named, at.options[i + 1][0]
    if following.prep or following.conj or at.tokens[i + 1].folded.endswith("ون"):
        return 0.0
    whose = following.pos in ("noun", "adj") and following.definite
    if not (whose or named[i + 1] not in ("", "adjective") or any(x.lemma == _OTHER for x in at.options[i + 1])):
        return 0.0
    k = i - 1
    while k > 0 and (out[k].pos in NOMINAL or named[k]) and not (out[k].form == "masdar" and _heads(out[k])):
        k -= 1
    if k < 1 or k == i - 1 or out[k].form != "masdar":
        return 0.0
    if out[k].conj and not out[k].prep:
        return _alongside(k, at)
    before = out[k - 1]
    if out[k].prep or before.pos == "prep" or before.lemma == _DONE:
        return 2.5
    behind = before.prep or before.cls == "abstract" or out[k - 2].pos == "prep"  # أهمية وقف النار وفتح المعابر
    if before.pos == "noun" and _heads(before) and behind:
        return 2.5
    while k > 1 and (before.pos in NOMINAL or named[k - 1]) and not before.prep:
        k -= 1
        before = out[k - 1]
    if before.pos == "verb" and before.lemma not in AUXILIARY:
        if before.lemma in _OF_DEEDS:
            return 3.0  # نفى السودان قصف القرى ودعم المتمردين
        return 1.5 if before.gender == "f" or before.number == "p" else 0.5
    return 0.0


def _heads(r: Reading) -> bool:
    """Whether a noun may have a genitive behind it."""
    return not (r.definite or r.pron or r.accusative)


def _oblique(spelled: str, r: Reading) -> bool:
    """Whether a dual or plural stands in the genitive or accusative: جنديين."""
    return r.number in ("d", "p") and r.pos == "noun" and spelled.endswith("ين") and not r.definite


def _of_kind(r: Reading, following: Reading) -> bool:
    """Whether a noun behind tells of which kind two people are: ضابطا شرطة."""
    bare = following.pos == "noun" and not (following.definite or following.accusative or following.conj)
    return bare and r.cls == "human" and not following.prep and following.cls in ("thing", "group", "place")


def _genitive_follows(at: Neighbours) -> bool:
    """Whether a definite noun or a name follows, which an adjective cannot govern."""
    following = at.following
    if following is None:
        return False
    return at.named_next() or (
        following.pos == "noun" and following.definite and not following.prep and not following.conj
    )


def _title_next(at: Neighbours) -> bool:
    """Whether somebody's title with its genitive stands behind a word: ، داعية رئيس الجمهورية إلى."""
    title = at.following
    of = at.options[at.i + 2][0] if at.i + 2 < len(at.options) else None
    bare = title is not None and title.cls in _PEOPLE and not (title.definite or title.prep or title.conj)
    return bare and of is not None and of.pos == "noun" and of.definite and not (of.prep or of.conj)


def _goes_on(at: Neighbours) -> bool:
    """Whether a word behind a comma or the end of a quotation goes on with a feminine verb before."""
    if not at.i or not (at.tokens[at.i - 1].raw in COMMAS or _ends_words(at)):
        return False
    verbs = [r for r in at.out if r.pos == "verb" and r.lemma not in AUXILIARY]
    ends = (*verbs[:1], *verbs[-1:])  # the first may have clauses inside: حذرت من أن ملايين يواجهون
    return any((r.gender, r.number, r.person) == ("f", "s", 3) for r in ends)


def _ends_words(at: Neighbours) -> bool:
    """Whether the quotation mark before a word closes what it encloses: قالت إن "الوضع صعب" متهمة الحكومة."""
    marks = [t for t in at.tokens[: at.i] if t.raw in QUOTES]
    return len(marks) % 2 == 0 and bool(marks) and at.tokens[at.i - 1] is marks[-1]


def _is_thing(at: Neighbours) -> bool:
    """Whether a participle in the accusative is rather a noun: ناقلة, or a man of a nationality, ضابطا سوريا."""
    people = at.spelled.endswith("يا")
    return any(
        x.pos == "noun" and x.accusative and (x.cls in ("thing", "place", "time") or (people and x.cls == "human"))
        for x in at.readings
    )


def _also_masdar(r: Reading, readings: tuple[Reading, ...]) -> bool:
    return any(x.form == "masdar" and x.of == r.of and x.pron == r.pron and x.prep == r.prep for x in readings)


def _also_noun(r: Reading, readings: tuple[Reading, ...], following: Reading) -> bool:
    """Whether the word is rather a noun of the lexicon that is spelled like the participle: a thing (ناقلة), an act
    (نظم الحزب، أمس، مسيرة), or people of whom a preposition tells more (ممثلين عن).
    """
    return any(
        x.pos == "noun"
        and x.of != r.of
        and x.number == r.number
        and x.weight > -2
        and (following.pos == "prep" if r.number == "p" else x.cls in ("thing", "place") or x.form == "masdar")
        for x in readings
    )


def _circumstantial(r: Reading, at: Neighbours) -> bool:
    """Whether a participle bears the ending of one that goes on telling: accusative, plural in -in, or feminine after
    a pause.
    """
    if r.definite or r.pron or r.prep:
        return False
    return (
        r.accusative
        or (r.number in ("p", "d") and at.token.folded.endswith("ين"))
        or (r.gender == "f" and r.number == "s" and at.before is not None)
    )


def _after_sub(before: Reading, before_that: Reading | None) -> bool:
    """Whether the word before is the subject that a subordinator opens with: إن بلاده تأسف."""
    return before_that is not None and before_that.pos == "sub" and before.pos == "noun" and bool(before.pron)


def spellings(readings: Readings, token: Token) -> list[float]:
    """How well each reading suits the way the word is written."""
    known = readings.spelled.get(token.raw)
    if known is None:
        if len(readings.spelled) >= _SPELLINGS:
            readings.spelled.clear()
        known = readings.spelled[token.raw] = [_spelling(r, token) for r in readings.all]
    return known


def _spelling(r: Reading, token: Token) -> float:
    """How well a reading suits the way the word is written: tanwin, shadda, hamza, final ya.

    Hamzas and the dots of a final ya tell only where they are written, since many texts leave them out.
    """
    raw = token.raw
    s = 0.0
    if raw.endswith((_TANWIN, _TANWIN + "ا", "ا" + _TANWIN)):
        s += -5 if r.pos == "verb" else (2 if r.accusative or r.lemma.endswith(("ة", "ء")) or r.pos == "adv" else 0)
    if len(raw) == len(token.folded):
        if r.pos == "sub" and (r.lemma == "كان" or (r.lemma == "ان" and r.prep == "ك")) and "أ" not in raw:
            s -= 6  # كان is hardly ever كأن
        if r.pos == "verb" and r.lemma in _HOLLOW and r.tense == "past" and "أ" in raw[r.stem :]:
            s -= 6  # nor كأن ever كان, nor بأن ever بان
        if r.pos in ("adv", "prep", "pron") and raw[-1] in _HAMZA:
            s -= 4  # هنأ is no هنا
        if r.pos == "prep" and r.lemma == "امام" and "إ" in raw[:3]:
            s -= 5  # إمام leads a prayer
        first = raw[r.stem : r.stem + 1]
        if first in _HAMZA:
            if r.pos == "verb":
                if r.tense == "past":
                    s += 0.5 if r.letter == first else -6.0 if first == "إ" else -3.0
                elif r.person == 1 and first == "إ":
                    s -= 6
            elif r.pos in ("noun", "adj") and r.weight > GUESSED and r.letter != first:
                s -= 3
        elif first == "ا" and r.letter and r.pos in ("verb", "noun", "adj"):
            s -= 0.4
        if first == "ا" and r.pos == "verb" and r.tense == "present" and r.person == 1:
            s -= 2
        if r.definite and not r.pron and r.stem >= 2 and raw[r.stem - 2] in "أإآ":
            s -= 6  # إلغاء has no article
        if raw[-1] in "ىئ" and (r.pron.endswith("ي") or r.construct or (r.pos == "num" and r.lemma != _FIRST)):
            s -= 6
        if raw[-1] == "ى" and r.form == "masdar" and r.end - r.stem == len("نفي"):
            s -= 1.5  # نفى denied, نفي is a denial
        if raw[-1] == "ى" and r.pos == "adj" and r.lemma == _FIRST:
            s -= 6  # الجولة الأولى is the first one, not one of beginners
        if raw[-1] == "أ" and r.pos == "verb" and r.number == "d":
            s -= 6  # وهنأ congratulated, وهنا two weakened
        if raw[-1] == "ى" and r.tense == "past" and r.voice == "pas":
            s -= 6  # التقى met, التقي was met
        if raw[-1] == "ئ" and r.tense == "past" and (r.voice == "act" or r.lemma.endswith("ي")):
            s -= 6  # هادئ is calm, هادى made peace
        if raw[-1] == "ي" and r.pos == "prep" and r.lemma == "علي" and not r.pron:
            s -= 1
        return s
    if _SHADDA in raw[:-1] and (r.pos in ("adv", "prep") or (r.pos == "noun" and not r.of and len(r.lemma) == 3)):
        s -= 3  # خلّف is neither behind nor a successor
    if _SHADDA in raw and r.pos == "verb":
        s += (2.5 if _SHADDA in raw[:-1] else 1.5) if _SHADDA in r.lemma else -1.0
    if r.pos == "verb" and _DAMMA in raw[: 3 + r.stem]:
        s += 1.5 if r.voice != "act" else -1.0
    return s
