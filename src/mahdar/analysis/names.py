"""Known names in a run of tokens."""

from collections.abc import Sequence
from functools import lru_cache
from sys import intern
from typing import Final

from mahdar.language.cues import Cues
from mahdar.language.words import GUESSED, Ending, Opening, Reading, Readings
from mahdar.text.fold import Whole, plain
from mahdar.text.tokens import DASHES, Token
from mahdar.world.names import FAMILY_FIRST, GROUND, NO_DAY, RULING, TOWNS, Entry, World, in_force

_BEFORE_NAMES: Final = ("verb", "prep", "sub", "mark")  # behind which an adjective is rather somebody's last name
_TOWARDS: Final = frozenset(("من", "مع", "بين", "ضد", "الي", "علي", "لدي", "عن"))  # وفد من حماس
_RANK: Final = {
    "state": 0,
    "capital": 1,
    "organization": 2,
    "group": 2,
    "bloc": 3,
    "byname": 3,
    "seat": 3,
    "person": 4,
    "media": 5,
    "adjective": 6,
    "city": 7,
}
_PUBLIC: Final = (*RULING, "minister", "deputy", "envoy", "official", "officer")
_CHIEF: Final = "secretary-general"  # of a body of states, whom a last name means as it does who rules a state
_BORN: Final = frozenset(("عبد", "ابو", "ام", "ابن"))  # what a name goes on from: عبد الرحمن
_FATHER: Final = frozenset(("ابو", "ابي", "ابا", "ام"))
_TITLE: Final = 5  # how many words before a last name its title may begin
_GENUS: Final = ("حركة", "تنظيم", "جماعة", "حزب", "جبهة", "ميليشيا", "حركتي", "تنظيمي")
_NO_NAMES: Final = ("verb", "prep", "sub", "neg", "conj", "pron", "dem", "rel", "adv", "num", "modal", "part")
_QUOTES: Final = frozenset("\"«»“”„'‘’()")
_FORMS: Final = ("ms", "fs", "mp", "md", "fd", "fp")


class Hit:
    """A known name at tokens `[first, last)`; `conj`, `prep`, `article` are what stands before it in the first
    token.
    """

    __slots__ = ("article", "conj", "entry", "first", "last", "prep", "stem")

    def __init__(
        self,
        first: int,
        last: int,
        entry: int,
        conj: str = "",
        prep: str = "",
        article: bool = False,
        stem: int = 0,
    ) -> None:
        self.first: Final = first
        self.last: Final = last
        self.entry: Final = entry
        self.conj: Final = conj
        self.prep: Final = prep
        self.article: Final = article
        self.stem: Final = stem


@lru_cache(maxsize=1 << 16)
def _variants(word: str) -> tuple[tuple[str, str, str, bool, int], ...]:
    """Ways to cut clitics off: (rest, conj, prep, article, cut)."""
    out = [(word, "", "", False, 0)]
    bases = [(word, "", 0)]
    if len(word) > 2 and word[0] in "وف":
        bases.append((word[1:], intern(word[0]), 1))
        out.append((word[1:], intern(word[0]), "", False, 1))
    for rest, conj, at in bases:
        if rest.startswith("ال") and len(rest) > 4:
            out.append((rest[2:], conj, "", True, at + 2))
        if len(rest) > 3 and rest[0] in "بلك":
            prep = intern(rest[0])
            out.append((rest[1:], conj, prep, False, at + 1))
            if rest[1:3] == "ال" and len(rest) > 5:
                out.append((rest[3:], conj, prep, True, at + 3))
            if rest.startswith("لل"):
                out.append(("ال" + rest[2:], conj, "ل", False, at + 1))
                out.append((rest[2:], conj, "ل", True, at + 2))
                out.append(("ا" + rest[1:], conj, "ل", False, at + 1))
    return tuple(out)


def spot(
    tokens: list[Token],
    forms: list[Readings],
    world: World,
    cues: Cues,
    seen: set[str],
    day: str,
    surnames: dict[str, int],
    text: Whole,
) -> list[Hit]:
    """The known names in a sentence, longest first, none overlapping.

    Args:
        forms: the readings of each token, to keep everyday words from being taken for names.
        seen: codes already met in the article; they decide between namesakes.
        text: the whole article: what it calls a movement once is one everywhere.
        surnames: last names of persons met in the article -> entry; grows with every full name.
    """
    out: list[Hit] = []
    options = [form.all for form in forms]
    begun = {name.partition(" ")[0] for name in surnames}
    i = 0
    while i < len(tokens):
        if tokens[i].kind != "word":
            i += 1
            continue
        last = out[-1] if out and out[-1].last == i else None
        hit: Hit | None = None
        if openings := _openings(tokens[i], forms[i], world):
            hit = _at(tokens, i, openings, options, world, cues, seen, day, text, last)
        if hit is not None and world.entries[hit.entry].kind == "adjective" and hit.last == i + 1:
            met = surnames.get(tokens[i].folded[len(hit.conj + hit.prep) :])
            if met is not None and (not i or options[i - 1][0].pos in _BEFORE_NAMES):
                hit = Hit(i, i + 1, met, hit.conj, hit.prep, False, len(hit.conj + hit.prep))  # وقال السوداني
        alone = hit is not None and hit.last == i + 1 and world.entries[hit.entry].kind == "person"
        if hit is None and (endings := _endings(tokens[i], forms[i], world, begun)):
            beside = last is not None and world.entries[last.entry].kind == "person"
            hit = _surname(tokens, i, endings, options, world, day, surnames, beside, cues, seen)
            alone = hit is not None
        if alone and hit is not None and last is None and i and _named_otherwise(tokens, options, i, world, hit.entry):
            hit = None  # طارق عرفات، الطبيب سالم القحطاني
        if hit is None:
            i += 1
            continue
        entry = world.entries[hit.entry]
        if _credited(tokens, hit, entry) or _of_father(tokens, hit, entry):
            i += 1
            continue
        bare = hit.last == i + 1 and not (hit.prep or hit.conj or tokens[i].folded.startswith("ال"))
        if bare and _may_be_borne(entry, cues) and _in_name(options, out, i):
            i += 1
            continue
        seen.add(entry.code)
        if entry.kind == "person":
            if entry.code in FAMILY_FIRST and hit.last > hit.first + 1:
                family = tokens[hit.first].folded[hit.stem :]
                surnames[family] = hit.entry
                begun.add(family)
            for k in range(1, hit.last - hit.first):
                surnames[" ".join(t.folded for t in tokens[hit.first + k : hit.last])] = hit.entry
                begun.add(tokens[hit.first + k].folded)
        out.append(hit)
        i = hit.last
    return out


def _openings(token: Token, form: Readings, world: World) -> tuple[Opening, ...]:
    """The known names that begin with a form."""
    found = form.names
    if found is None:
        found = form.names = tuple(
            [
                (world.namesakes(rest), conj, prep, article, cut)
                for rest, conj, prep, article, cut in _variants(token.folded)
                if rest in world.names
            ]
        )
    return found


def _endings(token: Token, form: Readings, world: World, begun: set[str]) -> list[Ending]:
    """The last names that a form may be or begin; `begun`: the first words of those met in the article."""
    known = form.last
    if known is None:
        known = form.last = tuple(
            [
                (rest, conj, prep, cut, rest in world.surnames or rest in world.led)
                for rest, conj, prep, article, cut in _variants(token.folded)
                if not article and not (cut and token.folded in world.given)  # فريد is no فـ with Reid
            ]
        )
    return [x for x in known if x[4] or x[0] in begun]


def _may_be_borne(entry: Entry, cues: Cues) -> bool:
    """Whether the name of a place may be that of a person too: of towns, and of Mali."""
    return entry.kind in TOWNS or (entry.kind == "state" and plain(entry.ar) in cues.shy_adjective)


def _in_quotes(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words of a name stand alone in quotation marks or brackets."""
    opened = first > 0 and tokens[first - 1].raw in '"«“('
    return opened and last < len(tokens) and tokens[last].raw in '"»”)'


def _credited(tokens: list[Token], hit: Hit, entry: Entry) -> bool:
    """Whether a nationality alone in brackets credits a picture: (الفرنسية), (الأوروبية - أرشيف)."""
    if entry.kind != "adjective" or entry.form != "fs" or not hit.article or hit.conj + hit.prep or not hit.first:
        return False
    behind = tokens[hit.last].raw if hit.last < len(tokens) else ""
    return tokens[hit.first - 1].raw == "(" and (behind == ")" or behind in DASHES)


def _of_father(tokens: list[Token], hit: Hit, entry: Entry) -> bool:
    """Whether a known person's name only goes on from 'father of', as that of somebody else: أبو عبد الله."""
    before = tokens[hit.first - 1].folded if hit.first and not hit.conj + hit.prep else ""
    return entry.kind == "person" and before.removeprefix("و") in _FATHER


def _in_name(options: list[tuple[Reading, ...]], out: list[Hit], i: int) -> bool:
    """Whether a place name right after an unknown name is rather its second part (روبرت مالي)."""
    if not i or (out and out[-1].last == i):
        return False
    before = options[i - 1][0]
    known = bool(out) and out[-1].last == i - 1
    first = options[i - 2][0] if i > 1 and not known else None
    if first is not None and first.pos == "name" and first.weight <= GUESSED:
        return False  # طالب جيلبرتو تيودورو الصين: he has a second name already
    return before.pos == "name" and before.weight <= GUESSED and not before.prep and len(options[i - 1]) == 1


def _at(
    tokens: list[Token],
    i: int,
    openings: tuple[Opening, ...],
    options: list[tuple[Reading, ...]],
    world: World,
    cues: Cues,
    seen: set[str],
    day: str,
    text: Whole,
    last_hit: Hit | None,
) -> Hit | None:
    named_before = last_hit is not None
    kind_before = world.entries[last_hit.entry].kind if last_hit is not None else ""
    best: tuple[tuple[int, ...], Hit] | None = None
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    for names, conj, prep, article, cut in openings:
        if following is None:
            fitting = names.alone
        else:
            fitting = names.all if following.kind == "mark" else names.before(following.folded)
        for further, n in fitting:
            last = _follow(tokens, i, further)
            if last is None:
                continue
            entry = world.entries[n]
            if entry.kind == "adjective":
                if entry.form not in _FORMS:
                    continue
            elif article and not (entry.kind == "person" and further):
                continue
            if not further and not _plausible(
                tokens, i, options, entry, world, cues, article, conj + prep, text, named_before
            ):
                continue
            if further and entry.kind == "group" and _of_another_state(tokens, last, entry, world):
                continue
            if (
                further
                and entry.kind == "group"
                and entry.code not in seen
                and _cut_short(tokens, i, last, cut, entry, text)
            ):
                continue
            key = (
                last - i,
                entry.kind == "media" and _in_quotes(tokens, i, last),  # «الشرق الأوسط» is no region
                -cut,
                bool(conj) and entry.kind == kind_before,
                entry.code in seen,
                -_RANK[entry.kind],
                _in_office(entry, day),
            )
            if best is None or key > best[0]:
                best = (key, Hit(i, last, n, conj, prep, article, cut))
    if best is not None and best[1].last == i + 1 and not best[1].conj and kind_before == "adjective" and i > 1:
        act = options[i - 2][0].form == "masdar" and options[i - 2][0].definite
        shared = _as_adjective(tokens[i].folded, best[1], options[i - 2], world) if act else None
        if shared is not None:
            return shared  # المحادثات الإسرائيلية السعودية
    if best is not None and best[1].last == i + 1 and i and not named_before:
        behind = tokens[i + 1].folded if i + 1 < len(tokens) else ""
        pair = any(r.construct and r.number == "d" for r in options[i - 1])
        two = pair and behind.startswith("و") and behind[1:] in world.names  # وفدا كينيا وأوغندا
        adjective = None if two else _as_adjective(tokens[i].folded, best[1], options[i - 1], world)
        if adjective is None and _of_people(options, i):
            adjective = _as_people(tokens[i].folded, best[1], world)
        if adjective is not None:
            return adjective
    return best[1] if best else None


def _titles(tokens: list[Token], i: int, options: list[tuple[Reading, ...]], world: World) -> bool:
    """Whether a word opens an office of several words."""
    behind = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    heads = {r.lemma for r in options[i]}
    return any(further[:1] == [behind] for head in heads for further, _ in world.nominals.get(head, ()))


def _cut_short(tokens: list[Token], i: int, last: int, cut: int, entry: Entry, text: Whole) -> bool:
    """Whether a movement is named by the first words of its name alone, which movements of other countries share, and
    nowhere in the article in full: الحركة الشعبية.
    """
    whole, named = plain(entry.ar), " ".join(t.folded for t in tokens[i:last])[cut:]
    return whole.startswith(named + " ") and whole not in text


def _as_adjective(word: str, hit: Hit, before: tuple[Reading, ...], world: World) -> Hit | None:
    """The adjective that a state's name is after a definite noun (القوات السعودية) or an accusative (وزيرا سوريا)."""
    state = world.entries[hit.entry]
    if state.kind != "state" or hit.prep or hit.conj:
        return None
    particle = bool(before) and before[0].pos == "part"  # أما بريطانيا فأعلنت
    if word.endswith("يا") and not particle and any(r.accusative and r.pos in ("noun", "adj") for r in before):
        for further, n in world.names.get(word[:-1], ()):
            e = world.entries[n]
            if not further and e.kind == "adjective" and e.code == state.code:
                return Hit(hit.first, hit.last, n, hit.conj, hit.prep, hit.article, hit.stem)
    if not word.startswith("ال"):
        return None
    if not any(r.definite and not r.pron and r.pos in ("noun", "adj") for r in before[:1]):
        return None
    for further, n in world.names.get(word[2:], ()):
        e = world.entries[n]
        if not further and e.kind == "adjective" and e.code == state.code:
            return Hit(hit.first, hit.last, n, hit.conj, hit.prep, True, 2)
    return None


def _as_people(word: str, hit: Hit, world: World) -> Hit | None:
    """The adjective in the plural that the name of several nations is after people: الوزراء العرب."""
    bloc = world.entries[hit.entry]
    if bloc.kind != "bloc" or hit.prep or hit.conj or not word.startswith("ال"):
        return None
    for further, n in world.names.get(word[2:], ()):
        e = world.entries[n]
        if not further and e.kind == "adjective" and e.code == bloc.code and e.form.endswith("p"):
            return Hit(hit.first, hit.last, n, hit.conj, hit.prep, True, 2)
    return None


def _of_people(options: list[tuple[Reading, ...]], i: int) -> bool:
    """Whether several people stand right before a word, or what they are of: القادة، وزراء الزراعة; but
    رئيس الوزراء is one.
    """
    last = next((r for r in options[i - 1][:1] if r.pos == "noun" and r.definite and not r.pron), None)
    if last is None:
        return False
    of = next((r for r in options[i - 2][:1] if i > 1 and r.pos == "noun" and not r.definite), None)
    people = of if of is not None and of.cls == "human" else last
    return people.cls == "human" and people.number == "p"


def _follow(tokens: list[Token], i: int, further: list[str]) -> int | None:
    j = i + 1
    for word in further:
        while j < len(tokens) and tokens[j].kind == "mark" and tokens[j].raw in "-'‘’\"":
            j += 1
        if j >= len(tokens) or tokens[j].folded != word:
            return None
        j += 1
    return j


def _tells_as_outlet(verb: Reading, noun: Sequence[Reading], cues: Cues) -> bool:
    """Whether a verb of telling in the feminine makes the noun behind it the name of a newspaper or channel, since
    nobody and no report is meant: علمت الجزيرة، ذكرت السفير.
    """
    if verb.pos != "verb" or verb.pron or (verb.gender, verb.number, verb.person) != ("f", "s", 3):
        return False
    if verb.lemma not in cues.report and verb.lemma not in cues.learn_verb:
        return False
    somebody = any(r.cls in ("human", "group") and (r.gender == "f" or r.number == "p") for r in noun)
    return not somebody and not any(r.lemma in cues.document or r.pos == "verb" for r in noun)


def _leads(tokens: list[Token], i: int, world: World, cues: Cues) -> bool:
    """Whether a point of the compass tells where in the country or town right behind it something is."""
    behind = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    side = tokens[i].folded in cues.relations.table and cues.relations.single(tokens[i].folded) == "fi"
    return side and any(not rest and world.entries[n].kind in GROUND for rest, n in world.names.get(behind, ()))


def _plausible(
    tokens: list[Token],
    i: int,
    options: list[tuple[Reading, ...]],
    entry: Entry,
    world: World,
    cues: Cues,
    article: bool,
    clitics: str,
    text: Whole,
    named_before: bool,
) -> bool:
    """Whether a single word may be this name here, given what else it may mean."""
    before = options[i - 1] if i and not named_before else ()
    lexical = [r for r in options[i] if r.weight > -3.5 and len(r.conj + r.prep) <= len(clitics)]
    governed = clitics[-1:] in ("ب", "ل") or any(r.pos == "prep" for r in before[:1])
    if before and before[0].pos == "noun" and not (before[0].definite or before[0].conj):
        governed = governed or entry.kind == "group"  # هجمات طالبان
    if governed and tokens[i].folded.endswith("ان"):
        lexical = [r for r in lexical if r.number != "d"]  # على طالبان is no dual, which would be طالبين
    quoted = _in_quotes(tokens, i, i + 1)
    if entry.kind == "media":
        if quoted or any(r.lemma in cues.genus for r in before):
            return True
        if not clitics and before and _tells_as_outlet(before[0], lexical, cues):
            return True
        return not entry.quoted and not lexical
    if entry.kind == "adjective" and plain(entry.ar) in cues.shy_adjective:
        word = tokens[i - 1].folded if before else ""  # رئيس الوزراء المالي، الوزير المالي
        if entry.form == "fs" and any(r.cls == "human" and r.gender == "m" for r in before[:1]):
            return False  # وزراء مالية
        told = word in cues.national_noun or word.removeprefix("ال") in cues.national_noun
        return told or entry.form.endswith("p") or any(r.lemma in cues.national_noun for r in before)
    if entry.kind == "adjective" and _leads(tokens, i, world, cues):
        return False  # غربي مالي
    if entry.kind == "adjective" and tokens[i].folded.endswith("يا") and any(r.pos == "prep" for r in before[:1]):
        return False  # في كتالونيا: no accusative
    if entry.kind in ("group", "byname") and lexical and _described(tokens, i, options, entry, world):
        return False
    if entry.kind == "group" and _governs(options, i, lexical) and (clitics[-1:] in ("ب", "ل") or _led(options, i)):
        return False  # بفتح تحقيق، أوغندا ترفض فتح المعبر
    if entry.kind == "group" and lexical and any(f"{g} {tokens[i].folded[len(clitics) :]}" in text for g in _GENUS):
        return True
    if entry.kind == "group" and tokens[i].folded[len(clitics) :] in cues.sure_group and clitics[-1:] != "ب":
        following = options[i + 1][0] if i + 1 < len(options) else None
        much = following is not None and following.pos == "adj" and following.lemma in cues.improper | cues.chief
        return not much and not any(r.lemma in cues.quantifier for r in before[:1])  # بكل حماس
    if entry.kind == "organization" and not clitics and any(r.pos == "adj" and r.definite for r in lexical):
        noun = next((r for r in before[:1] if r.pos == "noun" and r.definite and not r.pron and r.cls != "group"), None)
        if noun is not None or named_before:
            return False  # المحادثات الرباعية، محادثات جنيف الرباعية
    if entry.kind in ("group", "person", "organization") and lexical:
        folded = tokens[i].folded
        definite = folded.lstrip("وفبلك").startswith("ال") or folded.lstrip("وف").startswith("لل")
        beside = [options[k] for k in (i - 1, i + 1) if 0 <= k < len(options)]
        if (
            entry.kind == "group"
            and entry.sector in ("REB", "PTY")
            and not entry.quoted
            and any(r.pos == "verb" and r.gender == "f" for rs in (*beside, _past_pronoun(options, i)) for r in rs[:1])
        ):
            return True
        if entry.kind == "group" and not entry.quoted and _listed_or_governed(options, i, clitics, named_before):
            return True
        return (
            quoted
            or any(r.cls == "group" for r in before)
            or (entry.kind != "person" and definite and not entry.quoted)
        )
    if entry.kind == "city":
        if not entry.quoted and not lexical:
            return True
        if _titles(tokens, i, options, world):
            return False  # القائم بالأعمال
        if tokens[i].folded[len(clitics) :] in cues.sure_town:
            return True
        return any(r.lemma in cues.common_noun_of_place or r.lemma in ("في", "الي", "من") for r in before)
    if entry.kind in ("state", "capital") and lexical:
        if any(r.pos == "noun" and not r.definite for r in before[:1]) and any(
            r.pos == "adj" and not r.of for r in lexical
        ):
            return False
        return not any(r.pos in ("prep", "sub") for r in lexical)
    if (
        entry.kind == "adjective"
        and not article
        and any(r.pos in ("verb", "prep", "sub", "neg") and r.weight > -1 for r in lexical)
    ):
        return named_before or any(r.pos in ("noun", "adj") for r in before[:1])  # اتفاق سعودي يمني
    if entry.kind == "bloc" and lexical and entry.code in world.nations(tokens[i].folded[len(clitics) :]):
        return not any(r.accusative for r in before[:1])  # في أفريقيا، دعما أفريقيا
    if entry.kind == "bloc" and lexical and not article:
        return tokens[i].folded.lstrip("وفبلك").startswith("ال") and not any(
            r.lemma in ("شمال", "جنوب", "نحو", "الي") for r in before
        )
    return True


def _governs(options: list[tuple[Reading, ...]], i: int, lexical: list[Reading]) -> bool:
    """Whether a word that may be a verbal noun has its object right behind it."""
    following = options[i + 1][0] if i + 1 < len(options) else None
    noun = following is not None and following.pos == "noun" and not following.prep and not following.conj
    return noun and any(r.form == "masdar" for r in lexical)


def _led(options: list[tuple[Reading, ...]], i: int) -> bool:
    """Whether the verb right before a word has its subject before it."""
    if i < 2 or options[i - 1][0].pos != "verb" or options[i - 2][0].pos not in ("noun", "adj", "name"):
        return False
    lead = options[i - 2][0]
    return not lead.prep and (i < 3 or options[i - 3][0].pos != "prep")


def _past_pronoun(options: list[tuple[Reading, ...]], i: int) -> tuple[Reading, ...]:
    """The word before the last one, if that is a preposition with a pronoun: رحبت بها حماس."""
    between = options[i - 1][0] if i > 1 else None
    return options[i - 2] if between is not None and between.pos == "prep" and between.pron else ()


def _listed_or_governed(options: list[tuple[Reading, ...]], i: int, clitics: str, named_before: bool) -> bool:
    """Whether a movement's name that is a common noun too stands in a list of names or alone after a preposition."""
    if clitics == "و" and named_before:
        return True  # بين إسرائيل وحماس
    following = options[i + 1][0] if i + 1 < len(options) else None
    alone = following is None or following.pos not in ("noun", "adj") or bool(following.prep or following.conj)
    return not clitics and alone and bool(i) and any(r.lemma in _TOWARDS for r in options[i - 1][:1])


def _of_another_state(tokens: list[Token], last: int, entry: Entry, world: World) -> bool:
    """Whether the nationality behind the name of a party or movement tells that one of another country is called so
    too: الحزب الديمقراطي الكيني.
    """
    behind = tokens[last].folded if last < len(tokens) else ""
    told = behind.startswith("ال") and not _at_odds(tokens, last)
    codes = world.nations(behind[2:]) if told else set()
    return len(entry.code) == 3 and bool(codes) and entry.code not in codes


def _at_odds(tokens: list[Token], k: int) -> bool:
    """Whether the word at `k`, in the feminine, cannot describe people named right before it: هدد الحوثيون السعودية."""
    return tokens[k].folded.endswith("ية") and tokens[k - 1].folded.endswith(("ون", "ين"))


def _described(tokens: list[Token], i: int, options: list[tuple[Reading, ...]], entry: Entry, world: World) -> bool:
    """Whether an adjective of another country, or of kind, makes a common noun of it (القاعدة الجوية)."""
    if i + 1 >= len(tokens) or not tokens[i + 1].folded.startswith("ال") or _at_odds(tokens, i + 1):
        return False
    if codes := world.nations(tokens[i + 1].folded[2:]):
        return entry.code not in codes
    following = options[i + 1][0]
    return entry.kind == "group" and following.pos == "adj" and not following.of and following.weight > -2


def _acts(tokens: list[Token], i: int, options: list[tuple[Reading, ...]], world: World) -> bool:
    """Whether a verb stands before a word, and no further name behind it: التقى باراك الرئيس."""
    behind = tokens[i + 1].folded if i + 1 < len(tokens) else ""
    return bool(i) and options[i - 1][0].pos == "verb" and behind not in world.given


def _in_office(entry: Entry, day: str) -> int:
    return int(entry.kind == "person" and any(in_force(t, day) for t in entry.tenures))


def _ends(options: list[tuple[Reading, ...]], i: int) -> bool:
    """Whether no further name can stand behind a word, since what does is another word."""
    behind = options[i + 1] if i + 1 < len(options) else ()
    return not behind or any(r.pos in ("verb", "prep", "sub", "mark", "noun", "adv", "conj") for r in behind[:1])


def _surname(
    tokens: list[Token],
    i: int,
    endings: list[Ending],
    options: list[tuple[Reading, ...]],
    world: World,
    day: str,
    surnames: dict[str, int],
    beside: bool,
    cues: Cues,
    seen: set[str],
) -> Hit | None:
    """A last name alone, of somebody met in the article or of one person in office.

    `beside`: whether a person is named right before (أردوغان والأسد); `seen`: the codes met in the article.
    """
    if i and tokens[i - 1].folded in _BORN:
        return None  # عبد الرحمن
    no_name = any(  # المتحدث العسكري باسم
        (r.definite and (r.pos == "adj" or r.lemma in world.nominals))
        or (r.pos in _NO_NAMES and r.pos != "verb" and r.weight > -2)
        for r in options[i]
    )
    for rest, conj, prep, cut, _ in endings:
        for width in (3, 2, 1):
            if i + width > len(tokens):
                continue
            name = " ".join([rest, *(t.folded for t in tokens[i + 1 : i + width])])
            people = _serving(world.surnames.get(name, ()), world, day, seen if width == 1 else set())
            other = any(r.pos in _NO_NAMES and r.weight > -2 for r in options[i])
            alone = name in surnames and not other and _ends(options, i)  # التقى طه أمس
            met = name in surnames and (alone or _acts(tokens, i, options, world))
            titled = width == 1 and bool(people) and not no_name and _titled(i, options, people, world)
            first = rest in world.given and (_trade_behind(options, i, world) or _of_descent(tokens, options, i))
            titled = titled and not first
            sure = titled or (rest in cues.sure_person and not _goes_on(options, i, rest in world.given))
            sure = sure and width == 1 and bool(people)
            if width == 1 and (other or rest in world.given) and not met and not sure:
                continue
            if name in surnames and (width > 1 or len(rest) > 2 or alone):
                return Hit(i, i + width, surnames[name], conj, prep, False, cut)
            behind_title = i > 0 and any(r.cls == "human" and r.definite and not r.pron for r in options[i - 1][:1])
            governed = all(r.prep for r in options[i] if r.weight > -3.5)  # الرئيس بوش is no president with a وش
            common = any(r.weight > -3.5 for r in options[i]) and not (beside and conj == "و")
            common = common and not (behind_title and governed)
            if people and (sure or width > 1 or (len(rest) > 2 and not common)):
                return Hit(i, i + width, people[0], conj, prep, False, cut)
    return None


def _serving(people: Sequence[int], world: World, day: str, seen: set[str]) -> list[int]:
    """Of people of one last name the one that it means by itself: who holds an office, the only one or the highest,
    rather of a state that the article has named. In an article without a date, who ever held one if nobody does.
    """
    serving = [n for n in people if _in_office(world.entries[n], day)]
    held = {n: [t for t in world.entries[n].tenures if in_force(t, day)] for n in serving}
    if not serving and day == NO_DAY:
        serving, held = list(people), {n: world.entries[n].tenures for n in people}
    ruling = [n for n in serving if any(t[3] in RULING or (t[2] == _CHIEF and not t[1]) for t in held[n])]
    ministers = [n for n in serving if any(t[3] == "minister" for t in held[n])]
    known = [n for n in serving if world.entries[n].code in seen and any(t[3] in _PUBLIC for t in held[n])]
    for best in (known, ruling, [*ruling, *ministers], serving):
        if len({(world.entries[n].code, world.entries[n].office) for n in best}) == 1:
            return best[:1]
    return []


def _titled(i: int, options: list[tuple[Reading, ...]], people: list[int], world: World) -> bool:
    """Whether a title that one of some people may bear stands before a word: الرئيس بري، وزير الخارجية سترو."""
    borne = {(t[2], t[3]) for n in people for t in world.entries[n].tenures}
    offices, levels = {office for office, _ in borne}, {level for _, level in borne} - {"person", "official"}
    for k in range(i - 1, max(i - _TITLE, -1), -1):
        r = options[k][0]
        if r.pos == "noun" and r.lemma in world.nominals:
            entries = [world.entries[n] for _, n in world.nominals[r.lemma]]
            if any(e.kind == "office" and (e.office in offices or e.level in levels) for e in entries):
                return k < i - 1 or r.definite
        if not (r.definite or r.pos == "name"):
            return False
    return False


def _trade_behind(options: list[tuple[Reading, ...]], i: int, world: World) -> bool:
    """Whether somebody by his trade stands behind a first name, as a last name does: رئيس النادي خالد الصياد."""
    r = options[i + 1][0] if i + 1 < len(options) else None
    human = r is not None and r.cls == "human" and r.definite and r.number == "s" and not r.pron
    return human and r is not None and not (r.conj + r.prep) and r.lemma not in world.nominals


def _of_descent(tokens: list[Token], options: list[tuple[Reading, ...]], i: int) -> bool:
    """Whether the letter of descent ends the word behind a first name, as it does a last name: النائب حسن الجبوري."""
    if i + 1 >= len(tokens):
        return False
    word, r = tokens[i + 1].folded, options[i + 1][0]
    return word.startswith("ال") and word.endswith("ي") and r.pos in ("adj", "noun", "name") and r.number != "p"


def _goes_on(options: list[tuple[Reading, ...]], i: int, given: bool) -> bool:
    """Whether a further name stands behind a word, which is a first name then: مبارك العلي، عباس العامري."""
    behind = options[i + 1] if i + 1 < len(options) else ()
    if given and behind and behind[0].pos == "adj" and behind[0].definite:
        return True
    return len(behind) == 1 and behind[0].pos == "name" and not behind[0].conj


def _named_otherwise(tokens: list[Token], options: list[tuple[Reading, ...]], i: int, world: World, entry: int) -> bool:
    """Whether the word before a last name is a first name that its bearer does not have; one that is an everyday word
    too is so behind a title, or where it can be no attribute: الناطق باسم الحركة صالح الزيدي.
    """
    before, known = tokens[i - 1].folded, plain(world.entries[entry].ar).split()
    if options[i - 1][0].pos == "prep":
        return False  # المتحدث باسم بوتين
    last = options[i - 1][0]
    opened = i - 2 if i > 1 and last.pos == "adj" and not last.definite else i - 1
    unlike = options[opened][0].pos == "name" and options[opened][0].weight <= GUESSED
    if unlike and tokens[opened].folded[:1] not in {name[:1] for name in known}:
        return True  # ريبوار فائق طالباني; but فلادمير بوتين is only spelled otherwise
    first = before if before in world.given else before[1:]
    behind = options[i - 2][0] if first == before and i > 1 else None
    titled = (
        behind is not None
        and not behind.pron
        and (behind.pos == "verb" or (behind.definite and behind.pos in ("noun", "adj")))
    )
    sure = first in world.given and (titled or not world.given[first].endswith("?"))
    return sure and first not in known
