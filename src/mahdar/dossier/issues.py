"""What is talked about: noun phrases of what is demanded, offered and discussed, gathered by what they are about.

A phrase counts by the C-value of Frantzi, Ananiadou and Mima (2000), "Automatic recognition of multi-word terms": how
often it stands by itself, more the longer it is. Phrases about the same noun are one issue, whatever is to be done with
it: فتح الممرات, ممر آمن للسفن.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log, log2
from typing import Final, NamedTuple

from mahdar.dossier.acts import Act
from mahdar.dossier.gloss import gloss
from mahdar.dossier.terms import PEOPLE, Phrase

MOST: Final = 30  # issues of a dossier
_MARKED: Final = 2.0  # how much more a phrase counts that is quoted or behind "on", "the question of"
_WEIGHT: Final = {"demand": 2.0, "offer": 2.0, "promise": 1.5, "refusal": 1.5, "red-line": 2.0, "threat": 1.5}
_TO_THE, _ALEF = "لل", "ا"
_LEAST: Final = 3.0  # what an issue must count
_SOME: Final = 2  # places that must tell it
_ALONE: Final = 0.3  # what a word by itself counts beside a phrase of two
_LATER: Final = 0.4  # what an issue loses that is told after another
_SHORT: Final = 40  # acts, in so few of which a phrase need not stand twice
_ALL_OVER: Final = 0.2  # share of acts from which a thing is what all the talks are about
_FEW: Final = 20  # acts in which nothing is


class Place(NamedTuple):
    """Where a phrase stands: in which act."""

    act: Act
    phrase: Phrase

    @property
    def of_trigger(self) -> bool:
        """Whether it is what the act is of: the first noun behind the word that names it, but for parties."""
        behind = self.act.event.trigger.end - self.act.start
        between = (w for w in self.act.clause.words if behind <= w.start < self.phrase.start)
        return self.phrase.start >= behind and not any(w.part == "noun" and w.cls not in PEOPLE for w in between)

    @property
    def start(self) -> int:
        """Where it begins in the article."""
        return self.act.start + self.phrase.start

    @property
    def end(self) -> int:
        """Where it ends in the article."""
        return self.act.start + self.phrase.end


class Issue:
    """Phrases about one thing, its `core`. `weight`: how much it is talked about; `rarity`: how much it tells of an
    act to be about it.
    """

    def __init__(self, core: str) -> None:
        self.core = core
        self.places: list[Place] = []
        self.weight = self.rarity = 0.0
        self.name = ""
        self.en: str | None = None

    def wordings(self) -> list[tuple[str, list[Place]]]:
        """All ways to say it, the usual first, each with its places."""
        by: dict[str, list[Place]] = defaultdict(list)
        for p in self.places:
            by[_surface(p)].append(p)
        return sorted(by.items(), key=lambda x: (-len(x[1]), x[0]))


class Issues:
    """The issues of acts, the most talked about first, and which of them an act is about."""

    def __init__(self, acts: Sequence[Act]) -> None:
        spoken = [a for a in acts if a.kind or a.event.type == "CONSULT"]
        rests = {id(a.rest): a.rest for a in spoken}
        times = Counter(id(a.rest) for a in spoken)
        things: Counter[str] = Counter()
        for key, rest in rests.items():
            for thing in {p.thing for p in rest.phrases if p.thing}:
                things[thing] += times[key]
        least = _ALL_OVER * len(spoken) if len(spoken) > _FEW else len(spoken)
        self._general = {thing for thing, n in things.items() if n > least}
        cores = {key: [(core, p) for p in rest.phrases if (core := self._core(p))] for key, rest in rests.items()}
        found: dict[str, Issue] = {}
        heaviest: dict[tuple[str, str, int], float] = {}
        named: Counter[str] = Counter()
        for key, mine in cores.items():
            for core in {core for core, _ in mine}:
                named[core] += times[key]
        for a in spoken:
            own, first = _WEIGHT.get(a.kind or "", 1.0), a.read.source.first
            for core, p in cores[id(a.rest)]:
                if core not in found:
                    found[core] = Issue(core)
                found[core].places.append(Place(a, p))
                weight = own * (_MARKED if p.on or p.quoted else 1.0)
                where = (core, first, a.start + p.end)  # once for all acts of a report, and for its copies
                heaviest[where] = max(weight, heaviest.get(where, 0.0))
        for (core, *_), weight in heaviest.items():
            found[core].weight += weight
        some = Counter(core for core, *_ in heaviest)
        for issue in found.values():
            issue.rarity = log(len(spoken) / named[issue.core]) if spoken else 0.0
        short = len(spoken) <= _SHORT
        kept = [
            i
            for i in found.values()
            if not all(p.phrase.cut for p in i.places)
            and ((i.weight >= _LEAST and some[i.core] >= _SOME) or (short and any(_by_itself(p) for p in i.places)))
        ]
        self.all = sorted(kept, key=lambda i: (-i.weight, i.core))[:MOST]
        self._by_core = {i.core: i for i in self.all}
        self._told: dict[int, list[tuple[Phrase, Issue]]] = {}
        if not short:  # what no two acts are about is no issue of long talks
            about = {(i, a.same) for a in spoken for i in [self.of(a)]}
            told = Counter(i for i, _ in about)
            self.all = [i for i in self.all if told[i] > 1]
            self._by_core, self._told = {i.core: i for i in self.all}, {}
        for issue in self.all:
            _name(issue)

    def of(self, act: Act, end: int | None = None) -> Issue | None:
        """The issue that an act's words name, those before `end` in its clause; None for none. What stands first behind
        "on" goes before, then rare ones and those told first.
        """
        named = [(p, i) for p, i in self._named(act) if end is None or p.start < end]
        on = next((i for p, i in named if p.on), None)
        if on is not None:
            return on
        once = dict.fromkeys(i for _, i in named)
        ranked = [(i.rarity - _LATER * n, -n, i) for n, i in enumerate(once)]
        return max(ranked, key=lambda x: x[:2])[2] if ranked else None

    def on(self, act: Act) -> list[Issue]:
        """What talks are about: all issues behind "on", else the one that their words name."""
        return list(dict.fromkeys(i for p, i in self._named(act) if p.on)) or [i for i in (self.of(act),) if i]

    def _named(self, act: Act) -> list[tuple[Phrase, Issue]]:
        key = id(act.rest)  # which its clause keeps
        if key not in self._told:
            told = ((p, self._by_core.get(self._core(p))) for p in act.phrases)
            self._told[key] = [(p, i) for p, i in told if i is not None]
        return self._told[key]

    def _core(self, p: Phrase) -> str:
        """What a phrase is about: its thing; of what all the talks are about, what is to be done with it."""
        return p.deed if p.deed and (not p.thing or p.thing in self._general) else p.thing


def _by_itself(p: Place) -> bool:
    """Whether a phrase that stands once names an issue: on the expansion of NATO, called for a peaceful solution."""
    return len(p.phrase.forms) > 1 and (p.phrase.on or p.phrase.quoted or (p.act.kind in _WEIGHT and p.of_trigger))


def _name(issue: Issue) -> None:
    """Call an issue by its most telling phrase: the C-value of its phrases, by dictionary forms."""
    spots = {(id(p.act.read), p.start, p.phrase.forms) for p in issue.places}  # once for all acts told there
    counts = Counter(forms for *_, forms in spots)  # without those that an adjective follows: `cut` adds them
    value: dict[tuple[str, ...], float] = {}
    for forms, n in counts.items():
        longer = [m for other, m in counts.items() if len(other) > len(forms) and _within(forms, other)]
        nested = sum(longer) / len(longer) if longer else 0.0
        cut = sum(m for other, m in counts.items() if other != forms and other[: len(forms)] == forms)
        value[forms] = max(_ALONE, log2(len(forms))) * (n + cut - nested)
    whole = {p.phrase.forms for p in issue.places if not p.phrase.cut}
    breach = issue.places[0].act.read.language.breach_words
    best = max(value, key=lambda f: (f in whole, f[0] not in breach, value[f], len(f), f))
    # as a heading it stands without what is written together with its beginning, and with the article if it ever has it
    mine = [p for p in issue.places if p.phrase.forms == best and p.phrase.cut == (best not in whole)]
    shapes = Counter((not p.phrase.joined, p.phrase.definite, _surface(p)) for p in mine)
    shown = max(shapes, key=lambda s: (s[0], s[1], shapes[s], s[2]))[2]
    place = next(p for p in mine if _surface(p) == shown)
    issue.name = shown
    clause, phrase = place.act.clause, place.phrase
    words = [w for w in clause.words if phrase.start <= w.start < phrase.end]
    issue.en = gloss(words, clause.text, place.act.read.source.record.doc.lang)


def _within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    return any(long[k : k + len(short)] == short for k in range(len(long) - len(short) + 1))


def _surface(p: Place) -> str:
    """The words of a phrase, the article whole again where a preposition has swallowed its first letter: للسفن."""
    text, start = p.act.read.source.text, p.start
    cut = start > 0 and text[start - 1 : start + 1] == _TO_THE and p.phrase.joined
    return (_ALEF if cut else "") + text[start : p.end]
