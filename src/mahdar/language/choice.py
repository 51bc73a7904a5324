"""Which reading of a word its neighbours speak for: weights learned from sentences whose words were read by hand.

A linear model over what stands beside a word, trained as an averaged perceptron (Collins 2002, "Discriminative Training
Methods for Hidden Markov Models", EMNLP) by `scripts/train_choice.py`; `tag.choose` adds its score to the preferences
set by hand.
"""

from collections import defaultdict
from collections.abc import Mapping
from sys import intern
from typing import Final

from mahdar.language.words import Mark, Reading

EDGE: Final = Mark("^", "^")  # what is not there: before the first word, after the last


class Lead:
    """The noun that a verb may have for its subject: gender and number, "" where not known; `shape`: both."""

    __slots__ = ("gender", "number", "shape")

    def __init__(self, gender: str, number: str) -> None:
        self.gender: Final = gender
        self.number: Final = number
        self.shape: Final = f"{gender} {number}"


class Setting:
    """What stands beside a word.

    The two words before it, the likeliest reading of the word after it; whether the clause has its verb already;
    `act`, whether a verbal noun behind a preposition has come since then: 1, or 2 with a comma since, else 0; the first
    noun of the clause if no verb came yet, and the word after as a noun; the word before, if it is read as a noun.
    """

    __slots__ = ("act", "after", "before", "before_that", "follower", "has_verb", "lead", "noun_before")

    def __init__(
        self,
        before: Mark,
        before_that: Mark,
        after: Mark,
        has_verb: bool,
        act: int,
        lead: Lead | None,
        follower: Lead | None,
        noun_before: Reading | None,
    ) -> None:
        self.before: Final = before
        self.before_that: Final = before_that
        self.after: Final = after
        self.has_verb: Final = has_verb
        self.act: Final = act
        self.lead: Final = lead
        self.follower: Final = follower
        self.noun_before: Final = noun_before


Weights = dict[str, float]


class _OfTag:
    """The weights of features in which a tag goes along with what stands beside it."""

    __slots__ = ("acts", "after", "alone", "before", "first_verb", "further_verb")

    def __init__(self) -> None:
        self.alone = 0.0
        self.before: Final[Weights] = {}
        self.after: Final[Weights] = {}
        self.first_verb = 0.0
        self.further_verb = 0.0
        self.acts: Final = [0.0, 0.0, 0.0]  # by `Setting.act`


class _OfKind:
    """The weights of features in which a kind of word goes along with what stands beside it."""

    __slots__ = ("after", "around", "before", "two_before", "word_after", "word_before")

    def __init__(self) -> None:
        self.before: Final[Weights] = {}
        self.two_before: Final[dict[str, Weights]] = {}
        self.after: Final[Weights] = {}
        self.word_before: Final[Weights] = {}
        self.word_after: Final[Weights] = {}
        self.around: Final[dict[str, Weights]] = {}


class Choice:
    """The learned weights, laid out so that the score of a reading needs no feature to be spelled out."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self._weights: Final[Weights] = dict(weights)
        self._words: Final[Weights] = {}
        self._tags: Final[dict[str, _OfTag]] = {}
        self._kinds: Final[dict[str, _OfKind]] = {}
        self._other_tag: Final = _OfTag()
        self._other_kind: Final = _OfKind()
        # how verbs and adjectives agree with nouns, by the shapes of both, found out when first asked for
        self._leads: Final[dict[str, Weights]] = defaultdict(dict)
        self._followers: Final[dict[str, Weights]] = defaultdict(dict)
        self._described: Final[dict[str, Weights]] = defaultdict(dict)
        for feature, weight in weights.items():
            self._lay(feature, weight)

    def _lay(self, feature: str, weight: float) -> None:
        what = feature[0]
        # interned, as what marks show: keys that are the same object are found without a look at their letters
        own, _, beside = map(intern, feature[1:].partition(" "))
        one, _, other = map(intern, beside.partition(" "))
        if what == "w":
            self._words[intern(feature[1:])] = weight
        elif what in "tbdim":
            tag = self._tags.setdefault(own, _OfTag())
            if what == "t":
                tag.alone = weight
            elif what == "b":
                tag.before[beside] = weight
            elif what == "d":
                tag.after[beside] = weight
            elif what == "m":
                tag.acts[int(beside)] = weight
            elif beside == "1":
                tag.further_verb = weight
            else:
                tag.first_verb = weight
        elif what in "BCDEFG":
            kind = self._kinds.setdefault(own, _OfKind())
            if what == "B":
                kind.before[beside] = weight
            elif what == "C":
                kind.two_before.setdefault(one, {})[other] = weight
            elif what == "D":
                kind.after[beside] = weight
            elif what == "E":
                kind.word_before[beside] = weight
            elif what == "F":
                kind.word_after[beside] = weight
            else:
                kind.around.setdefault(one, {})[other] = weight

    def score(self, r: Reading, mark: Mark, at: Setting) -> float:
        """What speaks for a reading beside the preferences set by hand, in the unit of `Reading.weight`: the sum of the
        weights of its features, in their order.
        """
        tag = self._tags.get(mark.tag, self._other_tag)
        kind = self._kinds.get(mark.own, self._other_kind)
        before, after = at.before, at.after
        s = self._words.get(mark.word, 0.0) + tag.alone
        s += tag.before.get(before.tag, 0.0)
        s += tag.after.get(after.tag, 0.0)
        s += tag.further_verb if at.has_verb else tag.first_verb
        s += tag.acts[at.act]
        s += kind.before.get(before.kind, 0.0)
        pairs = kind.two_before.get(before.family)
        if pairs is not None:
            s += pairs.get(at.before_that.family, 0.0)
        s += kind.after.get(after.kind, 0.0)
        s += kind.word_before.get(before.word, 0.0)
        s += kind.word_after.get(after.word, 0.0)
        pairs = kind.around.get(before.family)
        if pairs is not None:
            s += pairs.get(after.family, 0.0)
        if r.pos == "verb":
            s += self._led(r, mark, at.lead)
            s += self._followed(r, mark, at.follower, at.has_verb)
        elif r.pos == "adj" and at.noun_before is not None:
            s += self._describing(r, mark, at.noun_before, before)
        return s

    def _led(self, r: Reading, mark: Mark, noun: Lead | None) -> float:
        known = self._leads[mark.shape]
        key = "" if noun is None else noun.shape
        weight = known.get(key)
        if weight is None:
            weight = known[key] = self._weights.get(_lead_feature(r, noun), 0.0)
        return weight

    def _followed(self, r: Reading, mark: Mark, noun: Lead | None, has_verb: bool) -> float:
        known = self._followers[mark.shape]
        key = ("" if noun is None else noun.shape) + ("+" if has_verb else "")
        weight = known.get(key)
        if weight is None:
            weight = known[key] = self._weights.get(_follower_feature(r, noun, has_verb), 0.0)
        return weight

    def _describing(self, r: Reading, mark: Mark, noun: Reading, beside: Mark) -> float:
        known = self._described[mark.shape]
        weight = known.get(beside.shape)
        if weight is None:
            weight = known[beside.shape] = self._weights.get(_noun_feature(r, noun), 0.0)
        return weight


def features(r: Reading, mark: Mark, at: Setting) -> list[str]:
    """What can be said of a reading in its place. The first letter tells what, up to the first space follows what the
    reading itself is, behind it what stands beside.
    """
    tag, own, before, before_that, after = mark.tag, mark.own, at.before, at.before_that, at.after
    out = [
        "w" + mark.word,
        "t" + tag,
        f"b{tag} {before.tag}",
        f"d{tag} {after.tag}",
        f"i{tag} {at.has_verb:d}",
        f"m{tag} {at.act}",
        f"B{own} {before.kind}",
        f"C{own} {before.family} {before_that.family}",
        f"D{own} {after.kind}",
        f"E{own} {before.word}",
        f"F{own} {after.word}",
        f"G{own} {before.family} {after.family}",
    ]
    if r.pos == "verb":
        out += [_lead_feature(r, at.lead), _follower_feature(r, at.follower, at.has_verb)]
    elif r.pos == "adj" and at.noun_before is not None:
        out.append(_noun_feature(r, at.noun_before))
    return out


def _lead_feature(r: Reading, noun: Lead | None) -> str:
    return f"s{r.tense}{_fit(r, noun)}"


def _follower_feature(r: Reading, noun: Lead | None, has_verb: bool) -> str:
    return f"n{r.tense}{_fit(r, noun)}{has_verb:d}"


def _noun_feature(r: Reading, noun: Reading) -> str:
    return (
        f"a{r.form}{noun.definite == r.definite:d}{(noun.gender or '?') == r.gender:d}{noun.number or 's'}"
        f"{r.number or 's'}{noun.accusative:d}{r.accusative:d}"
    )


def _fit(r: Reading, noun: Lead | None) -> str:
    """How a verb agrees with a noun."""
    if noun is None:
        return "-"
    gender = "?" if not noun.gender or not r.gender else "=" if noun.gender == r.gender else "/"
    return f"{gender}{noun.number}{r.number}{r.person}"


def named_tag(kind: str) -> str:
    """The tag of a word of a known name."""
    return "N" + kind
