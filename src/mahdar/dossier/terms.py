"""The words of a clause as a dossier needs them: dictionary forms, and the noun phrases that may name an issue."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from mahdar.language.pack import pack
from mahdar.language.tag import choose, readings_of
from mahdar.language.words import Reading
from mahdar.text.tokens import QUOTES, tokenize

_SHORT: Final = 4  # letters of a noun whose ending tells it from another
_LONGEST: Final = 4  # words of a phrase that names an issue
_PARTS: Final = ("noun", "adj", "name")
PEOPLE: Final = ("human", "group")  # classes of nouns that name them
_NO_ISSUE: Final = (*PEOPLE, "time", "number")  # classes of nouns that name no issue


class Named(NamedTuple):
    """A stretch of the text that names a party, and its code."""

    start: int
    end: int
    code: str


class Word(NamedTuple):
    """A word: its place without conjunction and preposition, its dictionary form and what it is.

    `part`: noun, adj, name of a party or nation, an adjective or member of one (the form is the code), verb, num, or
    another part of speech. `cls`: the class of a noun, the tense of a verb. `joined`: it has a
    conjunction or preposition before it. `act`: a verbal noun. `number`: s, d or p.
    """

    start: int
    end: int
    form: str
    part: str
    cls: str
    number: str
    definite: bool
    joined: bool
    act: bool
    quoted: bool


class Phrase(NamedTuple):
    """A noun phrase: its place, its dictionary forms, what it is about.

    `thing`: its last noun that says something and is no act, with the adjective or name behind it where it alone tells
    little; `deed`: the act that it names, "" where it names none that says something; `on`: it stands behind what opens
    the name of an issue; `cut`: a genitive that belongs to it follows.
    """

    start: int
    end: int
    forms: tuple[str, ...]
    thing: str
    deed: str
    definite: bool
    joined: bool
    on: bool
    quoted: bool
    cut: bool


def words(text: str, near: Sequence[Named], language: str) -> list[Word]:
    """The words of a text; `near`: what names parties in it, in order, none within another."""
    known = pack(language)
    tokens = tokenize(text)
    of = [next((n for n in near if n.start <= t.start < n.end or t.start <= n.start < t.end), None) for t in tokens]
    chosen = choose(tokens, readings_of(tokens, known.analyser), ["state" if n else "" for n in of], known.choice)
    out: list[Word] = []
    quoted = False
    last: Named | None = None
    for token, r, name in zip(tokens, chosen, of, strict=True):
        if token.raw in QUOTES:
            quoted = not quoted
        if token.kind == "mark":
            last = None
            out.append(Word(token.start, token.end, token.raw, "mark", "", "", False, False, False, quoted))
        elif name is not None:
            if name is last:
                out[-1] = out[-1]._replace(end=token.end)
                continue
            first = max(token.start, name.start)
            out.append(Word(first, token.end, name.code, "name", "", "", True, first > token.start, False, quoted))
            last = name
        elif r.pos in ("adj", "noun") and (nation := _nation(token.folded[r.stem :], language)):
            last = None
            out.append(Word(token.start, token.end, nation, "nation", "", "", r.definite, bool(r.conj), False, quoted))
        else:
            last = None
            cut = len(r.conj) + len(r.prep) if r.pos not in ("prep", "verb") else len(r.conj)
            out.append(
                Word(
                    token.at(cut),
                    token.end,
                    _form(r) or token.folded,
                    r.pos,
                    _class(r),
                    r.number,
                    r.definite,
                    bool(r.conj or r.prep),
                    r.form == "masdar",
                    quoted,
                )
            )
    return out


@lru_cache(maxsize=1 << 15)
def _nation(word: str, language: str) -> str:
    """The code of the state of whose people or things a folded word tells (روسي, روسية); "" for other words."""
    return next((e.code for e in pack(language).world.called(word) if e.kind == "adjective"), "")


def _class(r: Reading) -> str:
    """The class of a noun, the tense of a verb."""
    return ("future" if r.fut else r.tense) if r.pos == "verb" else r.cls


def _form(r: Reading) -> str:
    """The dictionary form; a noun with and without the ending of the feminine counts as one: ضمان, ضمانة."""
    return bare(r.lemma) if r.pos == "noun" else r.lemma


def bare(noun: str) -> str:
    """A noun without the ending of the feminine, if it is long enough."""
    return noun[:-1] if noun.endswith("ة") and len(noun) > _SHORT else noun


def phrases(
    words: Sequence[Word],
    markers: frozenset[str],
    light: frozenset[str],
    heads: frozenset[str],
    about: frozenset[str] = frozenset(),
) -> Iterator[Phrase]:
    """The noun phrases of at most four words that have something to say, the longer ones and those within them.

    Args:
        markers: words before what is spoken of: on, the question of.
        light: words that say nothing by themselves.
        heads: those of them that with a name are an issue wherever they stand: the Oslo agreement.
        about: words of talking, which open no name: the discussion of prices is about prices.
    """
    for first, w in enumerate(words):
        if w.part != "noun" or w.cls in _NO_ISSUE or w.form in about or (first and _whose(words[first - 1], w)):
            continue
        last = first + 1
        while last < len(words) and last - first < _LONGEST and _goes_on(words, last, light):
            last += 1
        before = words[first - 1].form if first else ""
        if not before or words[first - 1].part == "mark":
            before = words[first - 2].form if first > 1 else ""
        for end in range(first + 1, last + 1):
            within = words[first:end]
            if end < last and words[end].part == "adj" and end - first < _LONGEST:
                continue  # an adjective belongs to its noun
            if end > first + 1 and words[first + 1].part == "noun" and not w.act and w.form in light - heads:
                continue  # محيط السد is about the dam
            thing, deed = _thing(within, light, heads), _deed(within, light)
            if thing or deed:
                yield Phrase(
                    w.start,
                    within[-1].end,
                    tuple(x.form for x in within),
                    thing,
                    deed,
                    w.definite or within[-1].definite,
                    w.joined,
                    before in markers or (w.form in heads and within[-1].part == "name"),
                    w.quoted,
                    end < len(words) and _goes_on(words, end, light),
                )


def _whose(before: Word, w: Word) -> bool:
    """Whether a noun tells only whose or what kind of body the one before it is: وزير البنية التحتية."""
    owner = before.part == "noun" and before.cls in PEOPLE and not before.definite
    return owner and not w.joined


def _goes_on(words: Sequence[Word], at: int, light: frozenset[str]) -> bool:
    """Whether a word carries a noun phrase on: an adjective that says something, or a genitive behind a noun without
    article.
    """
    w, before = words[at], words[at - 1]
    if w.joined or w.part not in _PARTS or before.part == "name":
        return False
    if w.part == "adj":
        return w.form not in light
    return before.part == "noun" and not before.definite and w.cls not in _NO_ISSUE


def _thing(within: Sequence[Word], light: frozenset[str], heads: frozenset[str]) -> str:
    """What a phrase is about that is no act; "" for none."""
    last = within[-1]
    if last.part == "name" and len(within) > 1:  # توسع الناتو, but not اتهام كييف
        return f"{within[-2].form} {last.form}" if within[-2].form not in light - heads else ""
    nouns = [w.form for w in within if w.part == "noun" and not w.act and w.cls not in _NO_ISSUE]
    telling = [form for form in nouns if form not in light]
    if telling:
        return telling[-1]
    if nouns and last.part == "adj" and last.form not in light:
        return f"{nouns[-1]} {last.form}"  # البرنامج النووي
    return ""


def _deed(within: Sequence[Word], light: frozenset[str]) -> str:
    """The act that a phrase names; "" for none that says something, as ذهابا وإيابا, which only tells how."""
    if len(within) == 1 and not within[0].definite and within[0].number == "s":
        return ""
    return next((w.form for w in within if w.part == "noun" and w.act and w.form not in light), "")
