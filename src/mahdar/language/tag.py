"""Which reading of each word the sentence means, by its neighbours."""

from collections.abc import Callable
from functools import lru_cache
from math import inf
from typing import Final

from mahdar.language.choice import EDGE, Choice, Lead, Setting, named_tag
from mahdar.language.words import NOMINAL, Mark, Reading, Readings
from mahdar.packs.ar.analyser import Analyser
from mahdar.text.tokens import QUOTES, Token
from mahdar.world.names import GROUND

MARK: Final = Readings((Reading("mark", ""),))
_FIRST: Final = "اولي"  # as both أولى and أولي are folded
NUMBER: Final = Readings((Reading("num", ""),))
LATIN: Final = Readings((Reading("name", ""),))
NAMED: Final = Reading("name", "", number="s")

_NO_WORD: Final = {"mark": MARK, "number": NUMBER}
_VERB_AFTER: Final = {"لم", "لن", "سوف", "قد", "لقد", "لما", "كي", "لكي", "حتي"}
_SHORTENING: Final = ("لم", "لما", "مهما")  # after which a present has its short form
_AUXILIARY: Final = {
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
}
_BEFORE_NOUN: Final = ("اي", "كل", "بعض", "جميع", "عدم", "معظم", "سوي", "غير")
_SINGLING: Final = ("خصوصا", "خاصة", "لاسيما", "سيما", "تحديدا")  # adverbs behind which a noun stands
_OTHER: Final = "اخر"
_DONE: Final = "تمّ"
_WAS: Final = "كان"
_DOERS: Final = ("person", "state", "capital", "organization", "group")
_BODIES: Final = ("organization", "group")
_LIST: Final = 6  # how far before 'and' the verbal noun may stand that it goes on from
_STYLES: Final = frozenset(("جلالة", "فخامة", "سعادة", "سيادة"))  # جلالته is a man
_OF_THINGS: Final = ("ورد", "ورّد")  # of news and goods, not of people
_OF_TEXTS: Final = ("عقد", "نشر", "بثّ", "طرح")  # what is mostly done with talks, agreements and texts
_PAST_AFTER: Final = ("سبق", "بعد", "منذ", "الي", "حتي", "لولا", "الا", "عقب", "غداة")  # سبق أن هاجم
_GATHERING: Final = ("جمع", "ضمّ")  # لقاء جمع الوزيرين
_MIXED: Final = ("العراق", "لبنان", "الاردن", "المغرب", "اليمن", "السودان", "الصومال", "الكويت", "الفاتيكان")
_PEOPLE: Final = ("human", "group")
_EXPECTED: Final = ("مقرر", "متوقع", "منتظر", "مرتقب", "مزمع", "مقرّر")
# Verbs that a word within some further words speaks for or against: how many, which, and by how much.
_WITH: Final[dict[str, tuple[int, tuple[str, ...], float]]] = {
    "عبّر": (6, ("عن", "عما"), 2.5),
    "توصّل": (6, ("الي",), 1.5),  # توصل الطرفان إلى اتفاق is no passive
    "فضّل": (1, ("عدم",), 2.5),  # مصدر فضل عدم ذكر اسمه
    "وقف": (1, ("اطلاق",), -3.0),  # وقف إطلاق النار is the truce
}
_REFLEXIVE: Final = ("نفسه", "نفسها", "نفسيهما", "انفسهم")
_TANWIN: Final = "\u064b"
_DAMMA: Final = "\u064f"
_SHADDA: Final = "\u0651"
_HAMZA: Final = frozenset("أإآ")
_DECLARING: Final = ("اعلن", "قرّر", "اكّد", "جدّد", "كرّر")  # what they tell is seldom a clause of its own
_TURNING: Final = {"دعا": 7, "اشار": 1}  # within how many words "to" tells that somebody goes on to say so: مشيرا إلى
_SAID_ON: Final = ("طالب", "ناشد")  # verbs whose participle goes on with what a woman, body or state says: ..., مطالبة
_OPENING: Final = frozenset('"«“„')
_THAT: Final = ("ان", "بان", "لان")
_PHRASE: Final = 3  # a noun, its adjective and the word behind them
_REACH_OF_ACT: Final = 6  # words that a verbal noun with whom it befalls may have
_UNKNOWN: Final = -4  # the weight of a word that the lexicon does not know
_SPELLINGS: Final = 64  # kept of one form


def readings_of(tokens: list[Token], reader: Analyser) -> list[Readings]:
    """The readings of each token."""
    return [reader.read(x.folded) if x.kind == "word" else _NO_WORD.get(x.kind, LATIN) for x in tokens]


def spaced(tokens: list[Token], reader: Analyser, run_on: frozenset[str]) -> list[Token]:
    """The tokens with a particle and the present verb behind it taken apart that are written as one: ولاتوجد."""
    out: list[Token] = []
    for t in tokens:
        cut = _run_on(t, reader, run_on) if t.kind == "word" and len(t.raw) == len(t.folded) else 0
        if cut:
            out.append(Token(t.start, t.start + cut, t.folded[:cut], t.raw[:cut], t.kind))
            out.append(Token(t.start + cut, t.end, t.folded[cut:], t.raw[cut:], t.kind))
        else:
            out.append(t)
    return out


def _run_on(token: Token, reader: Analyser, run_on: frozenset[str]) -> int:
    """Where the verb begins in a word that only makes sense as two; 0 where it does not."""
    word = token.folded
    for particle in run_on:
        for conj in ("", "و", "ف"):
            cut = len(conj) + len(particle)
            if word.startswith(conj + particle) and len(word) > cut + 2 and reader.read(word).all[0].weight <= _UNKNOWN:
                verbs = (x for x in reader.read(word[cut:]).all if x.tense == "present" and x.person == 3)
                return cut if any(x.number != "d" and not (x.short or x.conj or x.fut) for x in verbs) else 0
    return 0


Pick = Callable[[int, list[float], Setting], int]


def choose(
    tokens: list[Token],
    forms: list[Readings],
    named: list[str],
    choice: Choice | None = None,
    pick: Pick | None = None,
) -> list[Reading]:
    """One reading for each token, left to right; `named`: the kind of known name that a word belongs to, "" for none.

    The weights here are hand-set preferences in the unit of `Reading.weight`: 5 is next to certain; `choice` adds the
    learned ones. `pick`, told the number of the token, what speaks for each reading, and the setting, chooses instead
    of the highest score.
    """
    out: list[Reading] = []
    options = [form.all for form in forms]
    marks = [EDGE, EDGE]
    first = [_first(form, kind, token) for form, kind, token in zip(forms, named, tokens, strict=True)]
    first.append(EDGE)
    open_verb = False  # whether the clause has its verb already
    open_act = 0  # 1 where a verbal noun behind a preposition has come since: دعا إلى وقف القتال وسحب القوات
    lead: Lead | None = None
    for i, token in enumerate(tokens):
        readings = options[i]
        n = 0
        if len(readings) > 1:
            before = out[i - 1] if i else None
            if before is not None and before.pos == "mark" and i > 1 and tokens[i - 1].raw in '"«“(':
                before = None if i < 3 else out[i - 2]
            before_that = out[i - 2] if i > 1 else None
            form = forms[i]
            spelled, whole = _spellings(form, token), form.whole
            at = _setting(out, marks, first[i + 1], i, tokens, options, named, open_verb, open_act, lead)
            goes_on = open_verb and before is not None and before.pos in NOMINAL
            scores: list[float] = []
            best_score = -inf
            for k, r in enumerate(readings):
                s = r.weight + _context(r, before, before_that, tokens, i, options, whole, named, open_verb, out)
                s += spelled[k]
                if goes_on and r.pos == "verb" and not r.conj:
                    s -= 1.5 if r.tense == "past" else 0.8
                if choice is not None:
                    s += choice.score(r, form.marks[k], at)
                if s > best_score:
                    best_score, n = s, k
                if pick is not None:
                    scores.append(s)
            if pick is not None:
                n = pick(i, scores, at)
            elif token.folded in _REFLEXIVE and before is not None and before.pos == "noun" and before.definite:
                n = next((k for k, r in enumerate(readings) if r.pos == "noun" and r.pron), n)  # المصدر نفسه
        best = readings[n]
        if best.pos == "verb" and named[i] not in ("", "adjective"):
            best = NAMED  # الرئيس صالح is no verb, whatever stands behind
        out.append(best)
        marks.append(first[i] if named[i] else forms[i].marks[n])
        open_verb = _open(open_verb, best, token)
        if best.pos in ("mark", "verb", "sub", "rel"):
            open_act = 2 if open_act and token.raw in "،," else 0
        elif best.form == "masdar" and (best.prep or (i and out[i - 1].pos == "prep")):
            open_act = 1
        if best.pos in ("mark", "verb", "sub", "rel"):
            lead = None
        elif lead is None and not open_verb and (named[i] or best.pos == "noun") and not best.prep:
            lead = _lead(best, named[i], token)
    return out


def _first(form: Readings, kind: str, token: Token) -> Mark:
    """What a word shows before its reading is chosen: the likeliest, or the kind of name."""
    return _named_mark(kind, token.folded) if kind else form.marks[0]


@lru_cache(maxsize=1 << 14)
def _named_mark(kind: str, word: str) -> Mark:
    """What a word of a known name shows."""
    return Mark(named_tag(kind), word)


def _setting(
    out: list[Reading],
    marks: list[Mark],
    after: Mark,
    i: int,
    tokens: list[Token],
    options: list[tuple[Reading, ...]],
    named: list[str],
    has_verb: bool,
    act: int,
    lead: Lead | None,
) -> Setting:
    """What stands beside the word `i`; `marks` runs two ahead of `out`."""
    k = i + 1
    follower: Lead | None = None
    if k < len(tokens):
        first = options[k][0]
        if named[k] or (first.pos == "noun" and not first.prep):
            follower = _lead(first, named[k], tokens[k])
    noun = out[i - 1] if i and out[i - 1].pos in NOMINAL and not named[i - 1] else None
    return Setting(marks[-1], marks[-2], after, has_verb, act, lead, follower, noun)


def _lead(r: Reading, kind: str, token: Token) -> Lead:
    """Gender and number that a verb agreeing with a word would show."""
    if kind in GROUND:
        return Lead("" if token.folded in _MIXED else "f", "s")
    if kind:
        return Lead("f" if token.folded.endswith("ة") else "", "s")
    if r.number == "p" and r.cls != "human":
        return Lead("f", "s")
    if r.pron and r.lemma in _STYLES:
        return Lead("f" if r.pron == "ها" else "m", "s")
    return Lead(r.gender, r.number)


def _open(before: bool, r: Reading, token: Token) -> bool:
    if r.pos == "verb":
        return r.lemma not in _AUXILIARY
    if r.pos in ("sub", "rel", "interrog") or (r.pos == "mark" and token.raw in ".,،؛:؟!…"):
        return False
    return before


def _told_of(
    r: Reading, i: int, out: list[Reading], tokens: list[Token], options: list[tuple[Reading, ...]], named: list[str]
) -> bool:
    """Whether a phrase with its adjective stands between أنّ and a verb with an indefinite noun behind it, which then is
    no genitive: أكد أن الجيش الكيني قصف قرى.
    """
    k = i - 1
    while k >= 0 and out[k].pos in NOMINAL and not (out[k].prep or out[k].conj):
        k -= 1
    if i - k < _PHRASE or k < 0 or out[k].pos != "sub" or out[k].lemma not in _THAT or i + 1 >= len(options):
        return False
    last, following = out[i - 1], options[i + 1][0]
    spelled = tokens[i - 1].folded
    ended = spelled.startswith("ال") or spelled.endswith("ا")  # أن مسلحا كينيا خطف
    adjective = ended and (last.pos == "adj" or named[i - 1] == "adjective") and out[k + 1].gender == r.gender
    noun = following.pos in ("noun", "num", "adj") and not (following.definite or following.prep or following.conj)
    return adjective and noun and not named[i + 1]


def _sole_verb(
    r: Reading, i: int, out: list[Reading], tokens: list[Token], options: list[tuple[Reading, ...]], named: list[str]
) -> bool:
    """Whether a clause with أنّ has no other verb than a word that may be a preposition too: أن الوفد قبل العرض."""
    if i + 1 >= len(options) or not any(x.pos == "prep" for x in options[i]):
        return False
    k = i - 1
    while k >= 0 and out[k].pos in NOMINAL and not (out[k].prep or out[k].conj):
        k -= 1
    if k < 0 or i - k < 2 or out[k].pos != "sub" or out[k].lemma not in _THAT:
        return False
    first, following = out[k + 1], options[i + 1][0]
    if first.gender != r.gender or first.cls in ("act", "time") or not (following.definite or named[i + 1]):
        return False
    for j in range(i + 1, len(options)):
        if options[j][0].pos in ("verb", "rel") and not named[j]:
            return False
        if options[j][0].pos in ("mark", "sub"):
            break
    return True


def _context(
    r: Reading,
    before: Reading | None,
    before_that: Reading | None,
    tokens: list[Token],
    i: int,
    options: list[tuple[Reading, ...]],
    whole: bool,
    named: list[str],
    has_verb: bool,
    out: list[Reading],
) -> float:
    s = 0.0
    verb = r.pos == "verb"
    if verb and r.cls != "i" and not r.pron and i + 1 < len(tokens) and tokens[i + 1].folded in _REFLEXIVE:
        s += 0.0 if any(x.pos == "adj" for x in options[i]) else 2.5  # فجر نفسه is no dawn
    if verb and r.pron in ("ك", "كم"):
        s -= 1.2
    first = (verb and r.person == 1 and r.lemma != _WAS) or (r.pron == "ي" and r.pos in ("noun", "adj"))
    if first or r.pron in ("ك", "كم"):
        s -= 0.8  # who speaks of himself or to somebody is quoted, and that is rare
    if verb and r.person == 1 and r.tense == "present" and 0 < i < 7 and tokens[i - 1].raw == ":":
        s += 3.5  # روسيا: ندين الهجوم
    if verb and r.person == 1 and r.fut == "ل":
        s -= 3  # لندن is no 'let us condemn'
    if r.pron == "ي" and r.pos == "noun" and i + 1 < len(options) and not named[i + 1]:
        genitive = options[i + 1][0]
        if genitive.pos == "noun" and not (genitive.definite or genitive.prep or genitive.conj or genitive.pron):
            s -= 1.5  # طائرتي شحن are two of them, not mine
    if r.pos == "adj" and (r.gender, r.number) == ("f", "s") and not (r.definite or r.prep or r.conj) and before:
        man = (before.pos, before.cls, before.gender, before.number) == ("noun", "human", "m", "s")
        if man and not before.definite and any(x.pos == "noun" for x in options[i]):
            s -= 2  # ألف متظاهر مسيرة
    beside = _WITH.get(r.lemma) if verb else None
    if beside is not None and any(x.folded in beside[1] for x in tokens[i + 1 : i + 1 + beside[0]]):
        s += beside[2]
    if r.lemma == "بيّن" and verb and r.tense == "past":
        words = [x.folded for x in tokens[i + 1 : i + 7]]
        that = next((k for k, x in enumerate(words) if x in _THAT or x in ("انه", "انها", "انهم")), 0)
        s += 4 if that and not any(x[:1] == "و" for x in words[:that]) else 0  # وبين الوزير أن
    if r.lemma == "طالب" and verb and i + 1 < len(options) and named[i + 1] not in ("", "adjective"):
        s += 3.5 if any(x.folded.startswith("ب") for x in tokens[i + 2 : i + 8]) else 0.0  # الوزير طالب كينيا بالرد
    if r.lemma == "حلّ" and verb and i + 1 < len(options) and options[i + 1][0].lemma == "محل":
        s += 3  # حل نائبه محله, وحل محله نائبه
    if r.lemma == "ابّن" and verb and not r.pron:
        s -= 1.5  # ابن خلدون is a son
    if r.lemma == "اخّر" and verb and r.tense == "past" and not (r.pron or r.conj):
        s -= 2.5  # اخر التطورات are the last ones
    if r.prep == "ك" and (r.pos == "pron" or r.end - r.stem < len("نأي")):  # كانت is no كـ + أنت, nor كنا كـ + نأي
        s -= 4
    if r.conj == "و" and r.pos == "prep" and any(x.accusative and not x.conj and x.weight > -2 for x in options[i]):
        s -= 2  # وعدا is a promise
    if r.conj == "ف" and whole and (not verb or any(not x.conj and x.form == "masdar" for x in options[i])):
        # فتحت is no ف + تحت, فشل no ف + شلّ; but أما موسكو فاتهمت
        s += 2 if verb and any(t.folded in ("اما", "واما") for t in tokens[:i]) else -2
    elif r.conj == "ف" and verb and not has_verb and any(t.folded in ("اما", "واما") for t in tokens[:i]):
        s += 2  # أما موسكو فاتهمت
    elif r.conj == "ف" and r.pron and before is not None and before.pos != "mark":
        if any(x.pos == "noun" and not x.conj and x.pron for x in options[i]):
            s -= 1.5  # فروعها
    if (
        verb
        and (r.person, r.gender, r.number, r.pron) == (3, "m", "s", "")
        and i + 1 < len(options)
        and named[i + 1] in ("state", "capital")
        and tokens[i + 1].folded not in _MIXED
    ):
        s -= 1.5  # قصف إسرائيل is no verb with its subject
    if r.conj and verb and before is not None and before.pos in ("sub", "rel"):
        s -= 3  # بينما فرقت، بينما وعد
    if r.conj == "و" and (before is None or before.pos == "mark") and not whole:
        s += 1.3
    if verb and r.pron and before is not None and before.lemma == "حد" and before_that is not None:
        s -= 4 if before_that.pos == "prep" else 0  # على حد قوله
    led = before is not None and before.pos in ("rel", "sub")
    if verb and r.pron and (r.tense, r.number) == ("past", "p") and not led:
        s -= 2 if any(x.pos == "noun" and x.pron for x in options[i]) else 0  # في قصر سموه
    if r.number == "d" and r.pos == "noun" and r.construct and tokens[i].folded.endswith("تا"):
        s -= 2 if any(x.pos == "verb" and x.number == "d" and x.gender == "f" for x in options[i]) else 0  # عرضتا
    if r.pos == "sub" and r.prep == "ك" and "أ" not in tokens[i].raw:
        s -= 3  # كأن is spelled with its hamza
    if r.pos == "noun" and not r.definite and i + 1 < len(options) and (r.form == "masdar" or r.construct):
        following, spelled = options[i + 1][0], tokens[i + 1].folded
        nation = named[i + 1] == "adjective" and spelled.endswith(("يون", "يان"))
        ending = "" if named[i + 1] else {"p": "ون", "d": "ان"}.get(following.number, "")
        ended = bool(ending) and spelled.endswith(ending) and following.pos in ("noun", "adj") and not following.prep
        if nation or (ended and r.form == "masdar"):
            s -= 2.5  # قتل مدنيون، قتل جنديان: no genitive ends so
    if r.pos == "modal" and r.conj == "ف":
        behind = i + 2 if i + 2 < len(options) and tokens[i + 1].raw in _OPENING else i + 1
        if behind < len(options) and not named[behind]:
            acts = options[behind][0].pos == "verb" or any(x.lemma in _AUXILIARY for x in options[behind])  # فقد كان
            s += 3 if acts else -3  # إذا انهارت الهدنة، فقد يؤدي ذلك إلى نزوح
    if verb and (r.tense, r.person) == ("past", 3) and has_verb and not (r.conj or r.pron) and _taken_up(i, options):
        s += 3  # إحاطة إلى المجلس حذر فيها
    if verb and (r.tense, r.person) == ("past", 3) and not (r.conj or r.pron or has_verb):
        s += 2.5 if _told_of(r, i, out, tokens, options, named) else 0.0
        s += 5 if _sole_verb(r, i, out, tokens, options, named) else 0
    if r.form == "masdar" and r.conj == "و" and i + 1 < len(options) and _oblique(tokens[i + 1], options[i + 1][0]):
        act = next((x for x in reversed(out[-_LIST:]) if x.form == "masdar"), None)
        s += 2.5 if act is not None and (act.prep or act.number == "s") else 0.0  # بمقتل ضابط وجرح جنديين
    if r.form == "masdar" and r.pos == "noun" and i and named[i - 1] == "person":
        if not (r.definite or r.pron or r.prep or r.conj or r.accusative):
            s -= 2  # no act hangs on a name: ذكر أن سعيد علق أعمال البرلمان
    if r.form == "masdar" and r.pos == "noun" and i and named[i - 1] == "adjective" and i + 1 < len(options):
        bare = not (r.definite or r.pron or r.prep or r.conj or r.accusative)
        if bare and tokens[i - 1].folded.startswith("ال") and options[i + 1][0].accusative and not named[i + 1]:
            s -= 3  # الضربات الإيرانية تشكل خرقا: an object, so no noun before it
    if verb and (r.tense, r.person, r.gender, r.number) == ("past", 3, "m", "s") and not r.conj and i > 1:
        she = any((x.pos, x.tense, x.gender, x.number) == ("verb", "present", "f", "s") for x in options[i])
        if she and tokens[i - 1].folded.startswith("ال") and tokens[i - 1].folded.endswith("ة"):
            s -= 3  # الخطوة الأمريكية تشكل: is no تشكّل
    if verb and r.conj == "و" and has_verb and (r.tense, r.person, r.pron) == ("past", 3, ""):
        some = i + 1 < len(options) and not named[i + 1]
        some = some and _counts(tokens[i + 1], options[i + 1][0])
        if some and any(x.form == "masdar" and x.conj for x in options[i]) and _of_acts(out, tokens, i):
            s -= 3  # أدى إلى مقتل ثلاثة وجرح خمسة
    if verb and not r.conj and i > 2 and any(x.form == "masdar" and not x.conj for x in options[i]):
        k = i - 1
        while k > 1 and named[k]:
            k -= 1
        if k < i - 1 and out[k].pos == "prep" and out[k - 1].pos == "sub":
            s -= 4  # إن على روسيا وقف القصف: it is on her to stop
    if verb and (r.person, r.number) == (3, "d") and not (r.conj or has_verb) and i > 1:
        if named[i - 1] and named[i - 2] and tokens[i - 1].folded.startswith("و"):
            s += 4  # بوتين وترامب بحثا الأزمة is no research
    if verb and r.lemma == "وفد":
        s -= 2  # a delegation far more often than a verb
    if r.pos == "adj" and r.form == "active" and r.definite and r.gender == "f":
        s -= 1.5 if any(x.cls == "place" and x.definite and x.weight > 0 for x in options[i]) else 0.0  # المدينة
    if r.pos == "noun" and r.conj == "و" and r.pron and not r.prep and r.cls not in _PEOPLE and i + 1 < len(options):
        told = [x for x in options[i + 1] if x.pos == "adj" and not (x.definite or x.accusative)]
        s += 2 if any(x.gender == r.gender for x in told) else 0  # وسعره مرتفع
    if verb and r.tense == "past" and r.gender == "m" and r.number == "s" and not (r.pron or r.conj or led):
        s += _describes(r, before, options[i + 1][0] if i + 1 < len(options) else None)
    if verb and r.lemma in _OF_THINGS and i + 1 < len(options):
        answers = options[i + 1][0].cls in _PEOPLE or options[i + 1][0].pos == "name"
        if named[i + 1] not in ("", "media") or answers:
            s -= 3  # ورد الوزير على السؤال is و + ردّ
    if verb and r.pron and r.person == 3 and r.number == "s" and i + 1 < len(options):
        following = options[i + 1][0]  # after an object pronoun a bare noun is the subject: ما تنكره الحكومة
        if following.cls in _PEOPLE and following.definite and following.number == "s" and following.gender:
            if not (following.prep or following.conj or following.accusative or named[i + 1]):
                s += 0.5 if following.gender == r.gender else -0.8
    if verb and r.pron and r.person == 3 and r.tense == "past" and before is not None and i + 1 < len(options):
        following = options[i + 1][
            0
        ]  # what follows a noun without article with its pronoun describes it: لغم زرعه مسلحون
        sound = following.number == "p" and tokens[i + 1].folded.endswith("ون")  # a subject, whatever it is read as
        bare = (following.pos in ("noun", "name") or sound) and named[i + 1] != "adjective"
        bare = bare and not (following.prep or following.conj or following.accusative)
        noun = before.pos in ("noun", "adj") and not (before.definite or before.pron or r.conj)
        if noun and bare and {"ه": "m", "ها": "f"}.get(r.pron) == before.gender:
            kin = any(x.pos == "noun" and x.pron and x.cls in _PEOPLE and x.weight > -0.5 for x in options[i])
            s += 3.0 if not kin else -1.5  # but منزل أسرته
    if verb and r.pron and r.conj and i + 2 < len(options) and _counts(tokens[i + 1], options[i + 1][0]):
        measured = options[i + 2][0].cls != "human"
        if measured and any(x.pos == "noun" and x.pron and not x.form for x in options[i]):
            s -= 3  # ومدته 20 دقيقة
    if verb and r.tense == "past" and i + 2 < len(options) and any(x.pos == "prep" for x in options[i]):
        following, further = options[i + 1][0], options[i + 2][0]
        if not r.pron and further.cls == "human" and _counts(tokens[i + 1], following):
            s += 3  # الزلزال خلف 300 جريح
        elif not r.pron and following.definite and following.pos == further.pos == "noun" and further.accusative:
            s += 3  # خلف الزلزال دمارا
        elif r.pron and (following.cls, following.number) == ("human", "s") and following.definite:
            s += 4 if (before is None or r.conj) and following.gender == r.gender else 0  # وخلفه نائبه
    if verb and r.pron and r.cls == "i":
        s -= 3  # قلقها is her worry, since nobody worries somebody in Arabic
    if r.short and r.fut != "ل" and (before is None or before.lemma not in _SHORTENING):
        s -= 2.5  # يسبب is of سبّب, not of سبّ
    if verb and r.tense == "present" and r.number in ("d", "p") and not r.fut and tokens[i].folded.endswith("ا"):
        shortened = before is not None and (before.pos in ("sub", "neg") or before.lemma in _VERB_AFTER)
        s -= 0 if shortened else 4  # توصلا is of توصّل, not of وصل; تعرضوا of تعرّض
    whole = verb and r.conj == "و" and any(x.pos == "verb" and not x.conj for x in options[i])
    if whole and _verbless(out, i):
        s -= 3  # قال إن بلاده وعدت: is of وعد, not of عدّ
    if whole and r.cls == "i" and not any(x.pos == "prep" or x.prep for y in options[i + 1 : i + 3] for x in y[:1]):
        s -= 2  # وسعت إسرائيل مستوطنة: is of وسّع, for who سعى does so to something
    starts = before is None or before.pos in ("mark", "conj")
    if starts and verb and i + 2 < len(options) and options[i + 2][0].pos == "verb" and options[i + 2][0].conj == "و":
        s += 1.2  # وقتل متظاهر وأصيب العشرات
    if starts or r.conj:
        if verb and (r.person, r.number) == (3, "s") and not r.pron and i + 1 < len(options) and not named[i + 1]:
            following = options[i + 1][0]
            if (
                following.cls == "human"
                and following.number == "s"
                and following.gender
                and (following.definite or not (following.accusative or following.prep))
            ):
                s += 0.4 if following.gender == r.gender else -0.8  # تلقى الرئيس is masculine
        if verb and (r.person, r.number) == (3, "s") and i + 1 < len(options) and named[i + 1] in _BODIES:
            masculine = tokens[i + 1].folded.startswith("ال") and not tokens[i + 1].folded.endswith("ة")
            s += 0.4 if not masculine or r.gender == "m" else -0.8  # توعّد الحرس الثوري
        if verb and r.person == 3 and _subject_follows(r, i, options, named):
            s += 1.6
        if verb and r.person != 3 and r.lemma != _WAS:
            s -= 1
        if (
            verb
            and i + 1 < len(options)
            and named[i + 1] in ("state", "capital")
            and tokens[i + 1].folded not in _MIXED
        ):
            s += 0.5 if r.gender == "f" else -0.5
        if verb and r.voice == "pas" and r.conj and whole:
            s -= 2
        if verb and r.voice == "pas" and not r.conj:
            active = any(x.pos == "verb" and x.conj and x.voice != "pas" for x in options[i])
            s -= 3 if active else 0  # ووجه الملك دعوة is of وجّه, for nobody was faced
    if (
        r.form == "active"
        and _circumstantial(r, tokens[i], before)
        and (before is None or before.pos == "mark" or r.conj)
        and i + 1 < len(options)
    ):
        following = options[i + 1][0]
        if following.pos in ("sub", "prep", "noun", "name", "pron") or tokens[i + 1].raw in '"«“:':
            s += 2.2 if r.accusative or not _also_noun(r, options[i], following) else 0.2
    k = i + 2 if i + 2 < len(options) and tokens[i + 1].raw in _OPENING else i + 1
    if r.form == "active" and r.gender == "f" and (not r.definite or r.pron) and _also_masdar(r, options[i]):
        said = r.of in _SAID_ON and _goes_on(out, tokens, i)
        s += 1.5 if said else -2.5  # مراقبة, مناقشة name the act far more often than a woman who does it
    if r.form == "active" and r.gender == "f" and r.number == "s" and not (r.definite or r.pron or r.conj or r.prep):
        turned = i + 1 < len(options) and (options[i + 1][0].definite or named[i + 1] not in ("", "adjective"))
        named_so = any(x.pos == "noun" and x.of != r.of and x.cls == "human" for x in options[i])
        if turned and named_so and _goes_on(out, tokens, i):
            s += 1.5  # ، داعية إسرائيل إلى, no preacher
    to = _TURNING.get(r.of, 0) if r.form == "active" and not (r.definite or r.pron or r.conj or r.prep) else 0
    if to and i > 1 and (options[i - 1][0].definite or options[i - 1][0].pron or named[i - 1] not in ("", "adjective")):
        s += 2.5 if any(x.folded == "الي" for x in tokens[i + 1 : i + 1 + to]) else 0.0  # أدان الهجوم داعيا كينيا إلى
    if r.form == "active" and r.gender == "f" and r.number == "s" and not (r.definite or r.pron or r.conj):
        if any(x.form == "masdar" and x.of != r.of and x.weight > r.weight + 1 for x in options[i]):
            s -= 1.5  # غارة على is a raid
    if r.form == "masdar" and r.conj == "و" and not (r.definite or r.pron or r.prep) and i + 1 < len(options):
        s += _alongside(i, out, tokens, options, named)
    if r.pos == "prep" and not r.pron and i + 1 < len(options) and tokens[i + 1].folded.endswith("ا"):
        governed = any(x.pos == "noun" and x.accusative for x in options[i + 1])
        s -= 3 if governed and not named[i + 1] else 0  # القرار مثل تحولا
    if verb and (r.tense, r.person, r.number) == ("past", 3, "s") and not r.conj and _had(r, i, out, named):
        s += 2  # وكان الرئيس عرض الوساطة
    if r.prep == "ل" and r.form == "masdar" and not r.definite and any(x.fut == "ل" for x in options[i]):
        s += 0.8  # لتبادل السفراء
    if r.prep == "ل" and r.form == "masdar" and not r.definite and r.lemma.startswith("ل") and i + 1 < len(options):
        following = options[i + 1][0]
        whose = following.pos == "noun" and (following.definite or bool(following.pron))
        whose = (whose or named[i + 1] not in ("", "adjective")) and not (following.prep or following.conj)
        s += 1.5 if whose and any(x.definite for x in options[i]) else 0.0  # للقاء نظيره
    if (
        r.construct
        and r.number == "d"
        and tokens[i].folded.endswith("ا")
        and any(x.form == "active" for x in options[i])
    ):
        s -= 2 if before is not None and (before.pos in NOMINAL or before.pos == "mark") else 0  # داعيا الطرفين
    if r.accusative and r.pos == "noun" and i + 1 < len(options) and named[i + 1] in ("state", "capital"):
        governs = any(x.pos == "noun" and x.number == "s" and not x.accusative for x in options[i])
        s -= 2 if governs else 0  # بابا الفاتيكان is no door
    alone = r.accusative and r.number == "s" and r.pos == "noun" and r.cls in _PEOPLE and before is not None
    if alone and i + 1 < len(options) and named[i + 1] in ("state", "capital"):
        if any(x.construct and x.number == "d" for x in options[i]):
            s -= 3  # وفدا كينيا وأوغندا: no accusative governs a name
    if r.number == "d" and r.pos == "noun" and tokens[i].folded.endswith("ان") and not r.pron:
        s -= 2 if any(x.pos == "noun" and x.number == "s" for x in options[i]) else 0  # العدوان, not two enemies
    if r.construct and r.number == "d" and k < len(options):
        s += _two_of(r, before, tokens[i], k, options, named)
    if r.pos == "adj" and r.number == "p" and tokens[i].folded.endswith("ات") and r.cls != "human":
        s -= 1.2
    if (
        r.pos == "adj"
        and (before is None or r.conj or before.pos in ("mark", "verb", "prep", "sub", "neg"))
        and not r.accusative
    ):
        s -= 0.6
    if (
        r.pos == "adj"
        and not (r.definite or r.accusative or r.of)
        and before is not None
        and before.pos in ("noun", "adj", "prep")
        and _genitive_follows(i, options, named)
    ):
        s -= 1.2
    if r.pos == "noun" and not r.definite and tokens[i].folded.startswith("ال") and any(x.definite for x in options[i]):
        s -= 2  # الباب is no plural of لب
    if verb and r.tense == "past" and not r.conj and _after_aside(out, tokens, i):
        if any(x.form == "masdar" and not (x.conj or x.prep) for x in options[i]):
            s -= 6  # قررت كينيا، أمس الثلاثاء، طرد السفير، أكدت، في بيان، رفضها
    if r.pos == "prep" and not r.pron and i + 1 < len(options) and options[i + 1][0].form == "masdar":
        if any(x.pos == "noun" and x.prep for x in options[i]):
            s -= 2  # تحتفظ بحق الرد: the right, for nothing is done against an answer
    if verb and i > 1 and alone_in_quotes(tokens, i, out[i - 2]):
        s -= 2.5  # صحيفة "عكاظ"
    if r.construct and r.number == "d" and tokens[i].folded[0] == "و" and tokens[i].folded.endswith("ا") and not r.conj:
        if any(x.pos == "verb" and x.conj and (x.tense, x.number) == ("past", "s") for x in options[i]):
            s -= 2  # وحيا صمود الشعب
    if verb and (r.tense, r.number, r.person) == ("past", "d", 3) and not r.conj and not has_verb:
        two = any(x.number == "d" and x.pos == "noun" and not x.prep for x in out[-_PHRASE:-1])
        s += 4.5 if two and before is not None and before.pos in NOMINAL else 0.0  # إن ضابطا شرطة قتلا
    if before is not None and before.pos != "mark":
        s += _behind(r, before, before_that, tokens, i, options, named, has_verb)
    return s


def _behind(
    r: Reading,
    before: Reading,
    before_that: Reading | None,
    tokens: list[Token],
    i: int,
    options: list[tuple[Reading, ...]],
    named: list[str],
    has_verb: bool,
) -> float:
    """What the word before it says for a reading."""
    s = 0.0
    verb = r.pos == "verb"
    if before.lemma in _BEFORE_NOUN and before.pos in ("part", "num", "noun", "prep") and not r.conj:
        s += 1.5 if not verb else -1.5
    elif before.lemma in _SINGLING and before.pos in ("adv", "part") and verb and r.tense == "past" and not r.conj:
        s -= 3  # وخصوصا نزع السلاح
    elif before.lemma in _EXPECTED and before.definite and r.form == "masdar":
        s += 3
    if before.pos == "prep" and not before.pron and not r.conj:
        s += -5.0 if verb else (1.5 if r.pos in NOMINAL else 0.0)
    elif before.lemma in _VERB_AFTER and before.pos in ("neg", "fut", "modal", "part", "sub"):
        s += 4 if verb and (before.lemma in ("قد", "لقد") or r.tense == "present") else -1
    elif before.lemma == "لا" and before.pos == "neg":
        s += 2 if verb and r.tense == "present" else 0
    elif before.pos == "sub" and before.lemma in ("حيث", "بعدما", "عندما", "حينما") and not r.conj:
        s += 1.5 if verb else 0.0
    elif before.pos == "sub" and not before.pron and before.lemma in ("ان", "بان", "لان"):
        if verb:
            late = before_that is not None and before_that.lemma in _PAST_AFTER
            s += 1.5 if (r.tense == "present" or late) and tokens[i - 1].raw.lstrip("وفبل")[:1] != "إ" else -1.5
        elif r.pos in NOMINAL:
            s += 0.8
            if r.form == "masdar" and not (r.definite or r.pron) and i + 1 < len(options):
                s -= 2.5 if options[i + 1][0].pos == "prep" else 0.0  # على الدول أن تصدق على الاتفاق
    elif before.pos == "sub" and before.pron and before.lemma in ("ان", "بان", "لان") and not r.conj:
        same = {"ه": "m", "ها": "f"}.get(before.pron) == r.gender
        named_so = before.pron == "ها" and r.gender == "m" and r.tense == "past"  # أنها أمر مقلق
        s += (3.0 if same else 0.0 if named_so else 1.5) if verb and r.person == 3 else 0.0  # أنه قصف
    elif r.conj == "و" and r.pron and r.pos == before.pos == "noun" and r.pron == before.pron and not r.prep:
        s += 2.5  # مكانتها وسمعتها
    elif r.conj == "و" and r.form == "masdar" and before.form == "masdar" and not r.prep:
        s += 1.0 if not before.prep else 2.5  # بالمماطلة وكسب الوقت
    elif before.pos == "verb" and not r.conj:
        if r.number == "d" and r.definite and tokens[i].folded.endswith("ان"):
            s += 1.0
        if verb:
            goes_on = before.lemma in _AUXILIARY and r.tense == "present" and r.gender == before.gender
            s += 3.0 if goes_on else -2.5
        elif r.pos in NOMINAL:
            person = r.pos == "noun" and r.cls in _PEOPLE and r.accusative and not r.definite
            s += 1.8 if person and any(x.pos == "adj" for x in options[i]) else 0.6  # يغتال قياديا في الحركة
    elif before.pos == "rel" and not r.conj:
        s += 1.8 if verb else -0.5
        if verb and before.gender and r.gender and before.gender != r.gender and r.number == "s":
            s -= 0.8
    elif before.form == "active" and before.pos == "adj" and before.accusative and not r.conj and not r.accusative:
        s += 0.8 if r.pos == "noun" else -0.8 if r.pos == "adj" else 0.0
    elif named[i - 1] == "adjective" and r.pos == "noun" and r.cls in _PEOPLE and r.definite and not r.conj:
        s += 1.2  # قابل الرئيس السوداني المبعوث النرويجي
    elif r.form == "active" and r.accusative and not r.definite and (before.definite or named[i - 1]) and not r.conj:
        people = i + 1 < len(options) and tokens[i + 1].folded.endswith("يا")  # ضابطا سوريا is an officer
        thing = any(
            x.pos == "noun" and x.accusative and (x.cls in ("thing", "place", "time") or (people and x.cls == "human"))
            for x in options[i]
        )
        if i + 1 < len(options) and (options[i + 1][0].definite or named[i + 1] not in ("", "adjective")) and not thing:
            s += 1.5  # كلمته متهما القاهرة
    elif before.pos in ("noun", "adj") and not r.conj:
        if verb and before.number == "d" and r.number == "d":
            s += 3
        if verb and r.tense == "past" and before.pos == "noun" and not before.definite and not before.pron:
            under = i >= 2 and before_that is not None and before_that.pos == "sub"
            s += (
                1.2
                if (r.pron in ("ها", "ه", "هم", "هما") and r.person == 3)
                or (r.lemma in _GATHERING and before.form == "masdar")
                else 0.0
                if under
                else -1.2
            )
        if r.pos == "adj" and r.prep:
            s -= 1.0  # no attribute
        elif r.pos == "adj" and r.accusative and r.number == "s" and tokens[i - 1].folded.endswith("ون"):
            s -= 1.5  # اغتال مسلحون مجهولون مسؤولا
        elif r.pos == "adj" and r.number == "p" and before.number == "s" and before.cls != "group":
            s -= 0.6  # طرد دبلوماسيين
        elif r.pos == "adj":
            if before.definite == r.definite or (before.pron and r.definite):
                s += 1.0
                if before.gender == r.gender or before.number == "p":
                    s += 0.4
            elif r.definite:
                s += 0.2
            else:
                s -= 1.0
        if r.pos == "noun" and not r.prep and not before.definite and not before.accusative:
            s += 0.8
        if (
            r.pos == "noun"
            and r.definite
            and not r.pron
            and before.definite
            and before.pos == "noun"
            and not r.prep
            and r.cls != "human"
        ):
            s -= 1.0
    elif before.pos == "pron" and not before.prep and not r.conj:  # وهو شرط
        s += 1 if r.pos == "noun" and not r.definite and not r.prep else -1 if verb and r.tense == "past" else 0
    elif before.pos == "dem" and not r.conj:
        s += (
            1.0
            if r.definite
            else 0.8
            if r.pos == "noun" and not r.prep
            else -1.0
            if verb and r.tense == "past"
            else 0.0
        )
    if (
        r.form == "active"
        and r.accusative
        and not r.definite
        and not r.pron
        and i + 1 < len(options)
        and (options[i + 1][0].pos in ("sub", "prep") or options[i + 1][0].definite or named[i + 1])
    ):
        held = options[i + 1][0].pos == "prep" and any(x.cls == "human" and x.accusative for x in options[i])
        s += 0.8 if not held else -1.0  # عذبوا معتقلا حتى الموت
    if verb and r.tense == "past" and before.pos == "adj" and before_that is not None and before_that.pos == "noun":
        if not (before.definite or before.accusative or r.conj):
            s += 1.5 if {"ه": "m", "ها": "f"}.get(r.pron) == before.gender else 0.0  # في مؤتمر صحفي عقده في باريس
    if verb and r.voice == "pas":
        s -= 0.6 if not r.conj else 1.2
    bare_noun = r.pos == "noun" and not r.definite and not r.prep and not r.conj and not r.accusative
    if (
        bare_noun
        # الاجتماع الذي كان مقررا بين كينيا وأوغندا تأجل
        and (not has_verb or i + 1 == len(tokens) or tokens[i + 1].kind == "mark")
        and r.form == "masdar"
        and (named[i - 1] in ("state", "capital", "organization", "group", "person") or _after_sub(before, before_that))
    ):
        s -= 1.2
    if verb and not r.conj and r.person == 3 and r.number == "s":
        if named[i - 1] in ("state", "capital"):
            listed = tokens[i - 1].folded.startswith("و") and r.gender == "m"  # بين كينيا وأوغندا تأجل
            s += 0.7 if r.gender == "f" else 0.0 if listed else -0.7
        elif before.pos == "noun" and before.gender and before.number == "s" and not before.prep:
            s += 0.4 if r.gender == before.gender else -0.6
    return s


def _two_of(
    r: Reading, before: Reading | None, token: Token, k: int, options: list[tuple[Reading, ...]], named: list[str]
) -> float:
    """What the word `k` behind it says for a dual that governs: وزيرا كينيا."""
    following = options[k][0]
    if named[k] != "adjective":
        bare = not (following.prep or following.conj)
        if (following.definite or named[k]) and following.pos != "verb" and bare:
            return 1.6
        if following.pos in ("noun", "adj") and not following.prep and k + 1 < len(options):
            further = options[k + 1][0]
            if not further.conj and (further.definite or named[k + 1] not in ("", "adjective")):
                return 1.6
    if following.pos == "noun" and not (following.prep or following.conj) and token.folded.endswith("ي"):
        return 0.8
    counted = before is not None and (before.pos == "num" or before.number == "p")
    return 2.5 if _of_kind(r, following) and not counted else -2.0


def _counts(token: Token, r: Reading) -> bool:
    """Whether a word is a number, in digits or spelled."""
    return token.kind == "number" or r.pos == "num"


def _alongside(
    i: int, out: list[Reading], tokens: list[Token], options: list[tuple[Reading, ...]], named: list[str]
) -> float:
    """What speaks for a verbal noun behind 'and' after one that is governed: من قصف المدن وضرب المصانع."""
    following = options[i + 1][0]
    if following.prep or following.conj or tokens[i + 1].folded.endswith("ون"):
        return 0
    whose = (following.pos in ("noun", "adj") and following.definite) or any(x.lemma == _OTHER for x in options[i + 1])
    if not (whose or named[i + 1] not in ("", "adjective")):
        return 0
    k = i - 1
    while k > 0 and (out[k].pos in NOMINAL or named[k]) and not (out[k].form == "masdar" and _heads(out[k])):
        k -= 1
    if k < 1 or k == i - 1 or out[k].form != "masdar":
        return 0
    if out[k].conj and not out[k].prep:
        return _alongside(k, out, tokens, options, named)
    before = out[k - 1]
    if out[k].prep or before.pos == "prep" or before.lemma == _DONE:
        return 2.5
    behind = before.prep or before.cls == "abstract" or out[k - 2].pos == "prep"  # أهمية وقف النار وفتح المعابر
    if before.pos == "noun" and _heads(before) and behind:
        return 2.5
    while k > 1 and (before.pos in NOMINAL or named[k - 1]) and not before.prep:
        k -= 1
        before = out[k - 1]
    if before.pos == "verb" and before.lemma not in _AUXILIARY:
        return 1.5 if before.gender == "f" or before.number == "p" else 0.5
    return 0


def _heads(r: Reading) -> bool:
    """Whether a noun may have a genitive behind it."""
    return not (r.definite or r.pron or r.accusative)


def _had(r: Reading, i: int, out: list[Reading], named: list[str]) -> bool:
    """Whether a word stands behind كان and somebody who then has done what it says."""
    k = i - 1
    while k > 0 and (out[k].pos in NOMINAL or named[k]) and not out[k].prep:
        k -= 1
    if i < 2 or not (out[i - 1].definite or out[i - 1].pron or named[i - 1]):
        return False  # كان مسؤول بارز
    if k < 0 or k > i - 2 or out[k].lemma != _WAS or out[k].pos != "verb" or out[k].gender != r.gender:
        return False
    first = out[k + 1]
    return (first.cls in _PEOPLE and first.pos == "noun" and not first.accusative) or named[k + 1] in _DOERS


def _describes(r: Reading, before: Reading | None, following: Reading | None) -> float:
    """What speaks for a past verb that tells of the masculine noun before it, which has no article."""
    if before is None or before.pos != "noun" or before.definite or before.pron or before.lemma in _BEFORE_NOUN:
        return 0
    if (before.gender, before.number) != ("m", "s"):
        return 0
    if r.lemma in _OF_TEXTS and following is not None and following.cls != "act":
        return 4  # اتفاق عقد الأسبوع الماضي، مقال نشر في صحيفة
    return 1.5 if before.accusative and before.cls != "time" else 0  # قتل رجلا دخل القاعدة


def _of_kind(r: Reading, following: Reading) -> bool:
    """Whether a noun behind tells of which kind two people are: ضابطا شرطة."""
    bare = following.pos == "noun" and not (following.definite or following.accusative or following.conj)
    return bare and r.cls == "human" and not following.prep and following.cls in ("thing", "group", "place")


def alone_in_quotes(tokens: list[Token], i: int, before: Reading) -> bool:
    """Whether a word is all that stands between two quotation marks behind a noun that it names: صحيفة "عكاظ"."""
    quoted = 0 < i < len(tokens) - 1 and tokens[i - 1].raw in QUOTES and tokens[i + 1].raw in QUOTES
    return quoted and before.pos == "noun" and not (before.definite or before.pron or before.accusative)


def _after_sub(before: Reading, before_that: Reading | None) -> bool:
    """Whether the word before is the subject that a subordinator opens with: إن بلاده تأسف."""
    return before_that is not None and before_that.pos == "sub" and before.pos == "noun" and bool(before.pron)


def _after_aside(out: list[Reading], tokens: list[Token], i: int) -> bool:
    """Whether a word stands behind a phrase between commas that parts a verb and its subject from its object."""
    if not i or tokens[i - 1].raw not in "،,":
        return False
    j = next((k for k in range(i - 2, max(i - 10, 0), -1) if tokens[k].raw in "،,"), -1)
    if j < 0 or (out[j + 1].pos != "rel" and any(r.pos in ("verb", "sub", "rel") for r in out[j:i])):
        return False  # but أبدت كينيا، التي تستضيف المحادثات، أسفها
    placed = False
    for k in range(j - 1, max(j - 9, -1), -1):
        if out[k].pos == "verb":
            return out[k].lemma not in _AUXILIARY and (not placed or out[k].lemma in _DECLARING)
        placed = placed or out[k].pos == "prep"  # أعلنت السلطات في مالي، الأحد، طرد السفير
        if out[k].pos in ("mark", "sub", "rel") or out[k].accusative:
            return False
        if out[k].form == "masdar" and not out[k].definite:
            return False
    return False


def _of_acts(out: list[Reading], tokens: list[Token], i: int) -> bool:
    """Whether the phrase before the word at `i` is a verbal noun with a preposition and whom it befalls: إلى مقتل
    ثلاثة.
    """
    for k in range(i - 1, max(0, i - _REACH_OF_ACT), -1):
        if out[k].pos not in ("noun", "num", "adj", "name") and tokens[k].kind != "number":
            return False
        if out[k].form == "masdar" and not (out[k].definite or out[k].pron):
            return bool(out[k].prep) or out[k - 1].pos == "prep"
    return False


def _verbless(out: list[Reading], i: int) -> bool:
    """Whether a clause with أنّ has a subject before a word, and no verb yet."""
    for k in range(i - 1, max(i - 5, -1), -1):
        if out[k].pos == "sub":
            return k < i - 1 and out[k].lemma in _THAT
        if out[k].pos not in ("noun", "adj", "name") or out[k].prep:
            return False
    return False


def _goes_on(out: list[Reading], tokens: list[Token], i: int) -> bool:
    """Whether a word behind a comma goes on with a feminine verb before."""
    if not i or tokens[i - 1].raw not in "،,":
        return False
    verbs = [r for r in out if r.pos == "verb" and r.lemma not in _AUXILIARY]
    ends = (*verbs[:1], *verbs[-1:])  # the first may have clauses inside: حذرت من أن ملايين يواجهون
    return any((r.gender, r.number, r.person) == ("f", "s", 3) for r in ends)


def _oblique(token: Token, r: Reading) -> bool:
    """Whether a dual or plural stands in the genitive or accusative: جنديين."""
    return r.number in ("d", "p") and r.pos == "noun" and token.folded.endswith("ين") and not r.definite


def _taken_up(i: int, options: list[tuple[Reading, ...]]) -> bool:
    """Whether a preposition with a pronoun follows, which takes up what the word describes: حذر فيها."""
    following = options[i + 1] if i + 1 < len(options) else ()
    return any(x.pos == "prep" and x.lemma == "في" and x.pron for x in following)


def _genitive_follows(i: int, options: list[tuple[Reading, ...]], named: list[str]) -> bool:
    """Whether a definite noun or a name follows, which an adjective cannot govern."""
    if i + 1 >= len(options):
        return False
    following = options[i + 1][0]
    if named[i + 1] and named[i + 1] != "adjective":
        return True
    return following.pos == "noun" and following.definite and not following.prep and not following.conj


def _also_masdar(r: Reading, options: tuple[Reading, ...]) -> bool:
    return any(x.form == "masdar" and x.of == r.of and x.pron == r.pron and x.prep == r.prep for x in options)


def _also_noun(r: Reading, options: tuple[Reading, ...], following: Reading) -> bool:
    """Whether the word is rather a noun of the lexicon that is spelled like the participle: a thing (ناقلة), or people
    of whom a preposition tells more (ممثلين عن).
    """
    return any(
        x.pos == "noun"
        and x.of != r.of
        and x.number == r.number
        and x.weight > -2
        and (following.pos == "prep" if r.number == "p" else x.cls in ("thing", "place"))
        for x in options
    )


def _circumstantial(r: Reading, token: Token, before: Reading | None) -> bool:
    """Whether a participle bears the ending of one that goes on telling: accusative, plural in -in, or feminine after
    a pause.
    """
    if r.definite or r.pron or r.prep:
        return False
    return (
        r.accusative
        or (r.number in ("p", "d") and token.folded.endswith("ين"))
        or (r.gender == "f" and r.number == "s" and before is not None)
    )


def _subject_follows(r: Reading, i: int, options: list[tuple[Reading, ...]], named: list[str]) -> bool:
    """Whether the next word may be the subject or a complement of a verb in third person."""
    if i + 1 >= len(options):
        return False
    if named[i + 1]:
        return True
    following = options[i + 1][0]
    if following.pos in ("prep", "sub", "name", "dem", "mark", "num"):
        return True
    if following.pos == "noun" and not following.conj:
        return following.definite or following.cls in ("human", "group") or r.tense == "present" or bool(following.prep)
    return following.pos == "adj" and following.definite and r.person == 3 and not r.pron


def _spellings(readings: Readings, token: Token) -> list[float]:
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
            elif r.pos in ("noun", "adj") and r.weight > -4 and r.letter != first:
                s -= 3
        elif first == "ا" and r.letter and r.pos in ("verb", "noun", "adj"):
            s -= 0.4
        if first == "ا" and r.pos == "verb" and r.tense == "present" and r.person == 1:
            s -= 2
        if r.definite and not r.pron and r.stem >= 2 and raw[r.stem - 2] in "أإآ":
            s -= 6  # إلغاء has no article
        if raw[-1] in "ىئ" and (r.pron.endswith("ي") or r.construct or (r.pos == "num" and r.lemma != _FIRST)):
            s -= 6
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
