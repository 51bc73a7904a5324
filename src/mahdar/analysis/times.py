"""Time expressions: found among the tokens by the forms of a pack; what they mean is told in `dates.py`."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from mahdar.analysis.dates import Kind, Meaning, NoTime
from mahdar.analysis.time_forms import MEANINGS, Bound
from mahdar.errors import PackError
from mahdar.packs.ar.entries import verb_lemma
from mahdar.text.fold import plain
from mahdar.text.tokens import Token

_ANY: Final = "any"  # a word whatever it is
_SELF: Final = "x"  # the role of the part that a form passes on
# Classes of what is written in digits.
_NUMBERS = frozenset("digits year_digits hijri_digits year_digits_pair month_year day_month day_month_year".split())
_NUMBERS |= {"day_dash_day", "hour_minute"}
_CUT: Final = 3  # letters that a word must have for clitics to be cut off it: باب is not ب and آب
_CLOCK: Final = re.compile(r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?")
_KNOWN: Final = 1 << 16  # words kept with what they can be
_NOWHERE: Final[dict[int, Bound]] = {}

Roles = tuple[tuple[str, Bound], ...]


class Found(NamedTuple):
    """A time expression at tokens `[first, last)`; `cut`: folded letters of its first token that stand before it."""

    first: int
    last: int
    meaning: Meaning
    cut: int = 0

    @property
    def grain(self) -> str:
        """The unit of time that it names."""
        return self.meaning.grain

    @property
    def kind(self) -> Kind:
        """A date, a length of time, or a date that comes again and again."""
        return self.meaning.kind


class Term(NamedTuple):
    """A word of a class as the pack lists it; `rest`: its further words. Without a value it only joins others."""

    name: str
    value: Bound
    rest: tuple[str, ...] = ()


class Item(NamedTuple):
    """One place in a form: one of `names`, each with the value or grain that it must have or "".

    With a `sign` nothing is taken: `!` no such word may follow, `<` one must stand before, `!<` none may.
    """

    names: tuple[tuple[str, str], ...]
    role: str
    optional: bool
    sign: str


# With which words something can begin: the class of the first, those of the second, "" where it may be missing.
Heads = dict[str, frozenset[str]]


class Form(NamedTuple):
    """A way to build an expression from `items` in order; `heads`: with which words it can begin."""

    items: tuple[Item, ...]
    heads: Heads


class Opening:
    """How something can begin with a word: its items in order; `seconds`: the classes of words that can come second,
    `alone`: whether nothing need; `rest`: the words that can, where the first is one of several words (كانون الأول).
    """

    __slots__ = ("alone", "items", "rest", "seconds")

    def __init__(self, items: tuple[Item, ...], heads: Heads, terms: Sequence[Term]) -> None:
        single = [_ANY, *[t.name for t in terms if not t.rest]]
        self.items: Final = items
        self.seconds: Final = frozenset([second for c in single for second in heads.get(c, ())])
        self.rest: Final = frozenset([t.rest[0] for t in terms if t.rest and t.name in heads])
        self.alone: Final = "" in self.seconds

    def before(self, word: "Sense | None") -> bool:
        """Whether it can begin before a word, or at the end."""
        if self.alone or word is None:
            return self.alone
        for c in word.classes:
            if c in self.seconds:
                return True
        return word.text in self.rest


class Sense:
    """What a word, a clitic apart from what it is written to, can be in a time expression.

    `cut`: where it begins in its token; `terms`: the words of classes that it is or begins; `classes`: theirs;
    `time`: how a time expression begins with it, and `opens` whether any does, as with few words; `forms`: by name, the
    forms that it can open, found out once.
    """

    __slots__ = ("classes", "cut", "forms", "opens", "terms", "text", "time")

    def __init__(self, cut: int, text: str, terms: tuple[Term, ...], time: Heads) -> None:
        self.cut: Final = cut
        self.text: Final = text
        self.terms: Final = terms
        self.classes: Final = list(dict.fromkeys([_ANY, *[t.name for t in terms]]))
        self.time: Final = Opening((), time, terms)
        self.opens: Final = bool(self.time.seconds or self.time.rest)
        self.forms: dict[str, list[Opening]] = {}


class Vocabulary:
    """The time words and forms of a pack, folded.

    `past`, `future`: words that tell whether what is told lies ahead; `put_off`: verbs after which `until` and a date
    do; `since`: what opens a phrase about the past; `meanwhile`: what opens a clause of the same time; `beginning`:
    verbs of it; `occasion`: papers and meetings, of whose day is what is done in them;
    `morrow`: what puts an act on the day before another; `over`: nouns of the end of something.

    Raises:
        PackError: a form names what is no class and no form.
    """

    def __init__(self, raw: dict[str, Any]) -> None:
        self.terms: dict[str, tuple[Term, ...]] = {}
        self.parts: dict[str, tuple[tuple[int, str], ...]] = {}  # words with clitics: where each part begins
        classes = self._words(raw)
        rows = {name: [_row(name, form) for form in forms] for name, forms in raw["forms"].items()}
        for clash in rows.keys() & classes:
            raise PackError(f'times: "{clash}" is both a class of words and a form.')
        for name, used in ((form, n) for form in rows for row in rows[form] for x in row for n, _ in x.names):
            if used not in classes and used not in rows:
                raise PackError(f'times: form "{name}" names "{used}", which is no class of words and no form.')
        heads: dict[str, Heads] = {c: {c: frozenset(("",))} for c in classes}
        self.forms = {name: tuple([Form(row, _heads(row, rows, heads)) for row in rows[name]]) for name in rows}
        self.heads: Final = _heads_of("time", rows, heads)
        self._known: dict[str, tuple[Sense, ...]] = {}
        tense = {name: frozenset(map(verb_lemma, words)) for name, words in raw["tense"].items()}
        self.past, self.future, self.until = tense["past"], tense["future"], tense["until"]
        self.since, self.put_off, self.meanwhile = tense["since"], tense["put_off"], tense["meanwhile"]
        self.beginning, self.over = tense["beginning"], tense["over"]
        self.occasion, self.morrow = tense["occasion"], tense["morrow"]

    def _words(self, raw: dict[str, Any]) -> frozenset[str]:
        """Read the words of all classes, with their spellings, the article and clitics; returns the classes."""
        article = plain(raw["article"])
        spelling = {plain(a): plain(b) for a, b in raw["spelling"].items()}
        classes = {*_NUMBERS, _ANY}
        terms: dict[str, list[Term]] = {}
        for name, words in raw["words"].items():
            values = words if isinstance(words, dict) else dict.fromkeys(words)
            for prefix, label in (("", name), (article, f"the_{name}")) if name in raw["definite"] else (("", name),):
                classes.add(label)
                for phrase, value in values.items():
                    first, *rest = (prefix + (plain(phrase) or phrase)).split()  # a tatweel alone is a dash
                    for spelled in _spellings(first, spelling):
                        terms.setdefault(spelled, []).append(Term(label, value, tuple(rest)))
        self.terms = {word: tuple(dict.fromkeys(found)) for word, found in terms.items()}
        joined = {plain(a): plain(b) for a, b in raw["joined"].items()}
        for clitics in map(plain, raw["clitics"]):
            for word in terms:
                if len(word) < _CUT or not word[0].isalpha():
                    continue
                whole = clitics + word
                for a, b in joined.items():
                    whole = whole.replace(a, b, 1)
                if whole not in terms:
                    cut = len(whole) - len(word)
                    self.parts[whole] = (*enumerate(clitics), (max(cut, len(clitics)), word))
        return frozenset(classes)

    def senses(self, t: Token) -> tuple[Sense, ...]:
        """What a token can be, clitics cut off time words."""
        found = self._known.get(t.folded)
        if found is None:
            if len(self._known) > _KNOWN:
                self._known.clear()
            found = self._known[t.folded] = self._senses(t)
        return found

    def _senses(self, t: Token) -> tuple[Sense, ...]:
        time = self.heads
        if t.kind == "number":
            return (Sense(0, t.folded, (*numbers(t.folded), *self.terms.get(t.folded, ())), time),)
        if t.folded not in self.terms and t.folded in self.parts:
            return tuple([Sense(cut, part, self.terms.get(part, ()), time) for cut, part in self.parts[t.folded]])
        return (Sense(0, t.folded, self.terms.get(t.folded, ()), time),)


class Finder:
    """Finds the time expressions of one sentence."""

    def __init__(self, tokens: list[Token], vocabulary: Vocabulary) -> None:
        self.forms: Final = vocabulary.forms
        self.words: Final[list[Sense]] = []
        self.tokens: Final[list[int]] = []  # for each word, the number of its token
        for n, t in enumerate(tokens):
            for sense in vocabulary.senses(t):
                self.words.append(sense)
                self.tokens.append(n)
        self.memory: dict[int, dict[str, dict[int, Bound]]] = {}

    def find(self) -> list[Found]:
        """All time expressions, left to right, none overlapping, each the longest that begins at its word."""
        out: list[Found] = []
        i = 0
        while i < len(self.words):
            word = self.words[i]
            ends = self._ends("time", i) if word.opens and word.time.before(self._behind(i)) else _NOWHERE
            if not ends:
                i += 1
                continue
            end = max(ends)
            if not isinstance(ends[end], NoTime):
                out.append(Found(self.tokens[i], self.tokens[end - 1] + 1, ends[end], word.cut))
            i = end
        return out

    def _behind(self, i: int) -> Sense | None:
        return self.words[i + 1] if i + 1 < len(self.words) else None

    def _ends(self, name: str, i: int) -> dict[int, Bound]:
        """Where a class or form that begins at word `i` can end, and what it means up to there."""
        if i >= len(self.words):
            return _NOWHERE
        word = self.words[i]
        forms = word.forms.get(name)
        if forms is None:
            found = [Opening(f.items, f.heads, word.terms) for f in self.forms.get(name, ())]
            forms = word.forms[name] = [x for x in found if x.seconds or x.rest]
        if not forms and name not in word.classes:
            return _NOWHERE
        here = self.memory.get(i)
        if here is None:
            here = self.memory[i] = {}
        known = here.get(name)
        if known is not None:
            return known
        out: dict[int, Bound] = {}
        here[name] = out
        following = self._behind(i)
        for form in forms:
            if not form.before(following):
                continue
            matches: list[tuple[int, Roles]] = []
            self._match(form.items, 0, i, (), matches)
            for end, roles in matches:
                if end not in out and (value := _meaning(name, roles)) is not None:
                    out[end] = value
        if name not in self.forms:
            self._take(name, i, out)
        return out

    def _take(self, name: str, i: int, out: dict[int, Bound]) -> None:
        """The words of a class at word `i`."""
        if name == _ANY:
            out[i + 1] = None
        for t in self.words[i].terms:
            end = i + 1 + len(t.rest)
            if t.name == name and end <= len(self.words) and end not in out:
                if all(self.words[k].text == word for k, word in enumerate(t.rest, i + 1)):
                    out[end] = t.value

    def _match(self, items: tuple[Item, ...], k: int, i: int, roles: Roles, out: list[tuple[int, Roles]]) -> None:
        """Every way in which the items from the `k`-th on fit at word `i`: where they end, and the roles filled."""
        if k == len(items):
            out.append((i, roles))
            return
        item = items[k]
        if item.sign:
            if self._neighbour(item, i):
                self._match(items, k + 1, i, roles, out)
            return
        for name, only in item.names:
            for end, value in self._ends(name, i).items():
                if only and only != str(value.grain if isinstance(value, Meaning) else value):
                    continue
                filled = (*roles, (item.role, value)) if item.role and value is not None else roles
                self._match(items, k + 1, end, filled, out)
        if item.optional:
            self._match(items, k + 1, i, roles, out)

    def _neighbour(self, item: Item, i: int) -> bool:
        """Whether the word before or at `i` is as an item with a sign wants it."""
        if item.sign.endswith("<"):
            there = i > 0 and any(i in self._ends(n, i - 1) for n, _ in item.names)
        else:
            there = any(self._ends(n, i) for n, _ in item.names)
        return there != item.sign.startswith("!")


def _meaning(form: str, filled: Roles) -> Bound | None:
    """What a form means; several parts in one role come together."""
    roles: dict[str, Bound] = {}
    for role, value in filled:
        if role == _SELF:
            return value
        roles[role] = (*roles[role], value) if role in roles else (value,)
    make = MEANINGS.get(form)
    return make(**{k: v if len(v) > 1 else v[0] for k, v in roles.items()}) if make else True


_ITEM: Final = re.compile(r"(!?<|!)?(?:(\w+):)?([\w|=]+?)(\?)?")


def _row(name: str, form: str) -> tuple[Item, ...]:
    """A form as written in the pack; one that consists of a single part means what that means."""
    row = tuple(_item(x) for x in form.split())
    taken = [x for x in row if not x.sign]
    if len(taken) == 1 and not taken[0].role and name not in MEANINGS:
        row = tuple(x if x.sign else x._replace(role=_SELF) for x in row)
    return row


def _item(raw: str) -> Item:
    m = _ITEM.fullmatch(raw)
    if m is None:
        raise PackError(f'times: "{raw}" is no item of a form.')
    sign, role, names, optional = m.groups("")
    pairs = [n.partition("=") for n in names.split("|")]
    return Item(tuple((n, only) for n, _, only in pairs), role, bool(optional), sign)


def _heads_of(name: str, rows: dict[str, list[tuple[Item, ...]]], known: dict[str, Heads]) -> Heads:
    """With which words a class or form can begin; `known`: those told already."""
    out = known.get(name)
    if out is None:
        out = known[name] = {}
        for row in rows[name]:
            for first, seconds in _heads(row, rows, known).items():
                out[first] = out.get(first, frozenset()) | seconds
    return out


def _heads(row: Sequence[Item], rows: dict[str, list[tuple[Item, ...]]], known: dict[str, Heads]) -> Heads:
    """With which words a row of items can begin."""
    out: Heads = {}
    taken = [x for x in row if not x.sign]
    for k, item in enumerate(taken):
        behind: set[str] = set()  # what can follow the item, if that is a single word
        for x in taken[k + 1 :]:
            for name, _ in x.names:
                behind.update(_heads_of(name, rows, known))
            if not x.optional:
                break
        else:
            behind.add("")
        for name, _ in item.names:
            for first, seconds in _heads_of(name, rows, known).items():
                more = (seconds - {""}) | behind if "" in seconds else seconds
                out[first] = out.get(first, frozenset()) | more
        if not item.optional:
            break
    return out


def _spellings(word: str, spelling: dict[str, str]) -> Iterator[str]:
    yield word
    for end, other in spelling.items():
        if word.endswith(end) and len(word) > len(end) + 2:
            yield word.removesuffix(end) + other


@lru_cache(maxsize=4096)
def numbers(text: str) -> tuple[Term, ...]:
    """What a number can be: a count, a day, a year, a date, a time of day, or several of these."""
    return tuple(Term(name, value) for name, value in _numbers(text))


def _numbers(text: str) -> Iterator[tuple[str, Any]]:
    if text.isdigit():
        n = int(text[:5])
        if len(text) <= 4:
            yield "digits", n
        if 1500 < n <= 2200:
            yield "year_digits", n
        elif 1300 <= n <= 1500:
            yield "hijri_digits", n
        return
    if _CLOCK.fullmatch(text):
        yield "hour_minute", None
    fields = text.split("/" if "/" in text else "-")
    if not all(x.isdigit() and len(x) <= 4 for x in fields):
        return
    match [int(x) for x in fields]:
        case [a, b, c] if a > 31 and 1 <= b <= 12 and 1 <= c <= 31:
            yield "day_month_year", (c, b, a)
        case [a, b, c] if 1 <= a <= 31 and 1 <= b <= 12:
            yield "day_month_year", (a, b, c + (2000 if c < 60 else 1900 if c < 100 else 0))
        case [a, b]:
            if 1 <= a <= 31 and 1 <= b <= 12:
                yield "day_month", (a, b, None)
            if 1 <= a < b <= 31:
                yield "day_dash_day", (a, b)
            if 1 <= a <= 12 and 1500 < b <= 2200:
                yield "month_year", (a, b)
            if 1500 < a < b <= 2200:
                yield "year_digits_pair", (a, b)
