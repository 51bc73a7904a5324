"""Which reading of a word its neighbours speak for: weights learned from sentences whose words were read by hand.

A linear model over what stands beside a word, trained as an averaged perceptron (Collins 2002, "Discriminative Training
Methods for Hidden Markov Models", EMNLP) by `scripts/train_choice.py`; `tag.choose` adds its score to the preferences
set by hand.
"""

from collections.abc import Mapping
from typing import NamedTuple

from mahdar.language.words import Reading

_KIND = 3  # letters of a tag that tell the kind of word: part of speech, class or tense
EDGE = "^"  # the tag of what is not there: before the first word, after the last


class Lead(NamedTuple):
    """The noun that a verb may have for its subject: gender and number, "" where not known."""

    gender: str
    number: str


class Setting(NamedTuple):
    """What stands beside a word.

    The tags of the two words before it, the likeliest of the word after it, the words before and after; whether the
    clause has its verb already; the first noun of the clause if no verb came yet, and the word after as a noun.
    """

    before: str
    before_that: str
    after: str
    word_before: str
    word_after: str
    has_verb: bool
    lead: Lead | None
    follower: Lead | None
    noun_before: Reading | None


class Choice:
    """The learned weights, by feature."""

    def __init__(self, weights: Mapping[str, float]) -> None:
        self.weights = dict(weights)

    def score(self, r: Reading, tag: str, word: str, at: Setting) -> float:
        """What speaks for a reading beside the preferences set by hand, in the unit of `Reading.weight`."""
        get = self.weights.get
        return sum([get(k, 0.0) for k in features(r, tag, word, at)])


def features(r: Reading, tag: str, word: str, at: Setting) -> list[str]:
    """What can be said of a reading in its place."""
    kind = f"{r.pos}{r.form[:1]}{r.construct:d}"
    before, after = at.before[:_KIND], at.after[:_KIND]
    out = [
        "w" + word,
        "t" + tag,
        f"b{tag} {at.before}",
        f"d{tag} {at.after}",
        f"i{tag} {at.has_verb:d}",
        f"B{kind} {before}",
        f"C{kind} {before[:2]} {at.before_that[:2]}",
        f"D{kind} {after}",
        f"E{kind} {at.word_before}",
        f"F{kind} {at.word_after}",
        f"G{kind} {before[:2]} {after[:2]}",
    ]
    if r.pos == "verb":
        out.append(f"s{r.tense}{_fit(r, at.lead)}")
        out.append(f"n{r.tense}{_fit(r, at.follower)}{at.has_verb:d}")
    elif r.pos == "adj" and at.noun_before is not None:
        x = at.noun_before
        out.append(
            f"a{r.form}{x.definite == r.definite:d}{(x.gender or '?') == r.gender:d}{x.number or 's'}{r.number or 's'}"
            f"{x.accusative:d}{r.accusative:d}"
        )
    return out


def _fit(r: Reading, noun: Lead | None) -> str:
    """How a verb agrees with a noun."""
    if noun is None:
        return "-"
    gender = "?" if not noun.gender or not r.gender else "=" if noun.gender == r.gender else "/"
    return f"{gender}{noun.number}{r.number}{r.person}"


def named_tag(kind: str) -> str:
    """The tag of a word of a known name."""
    return "N" + kind
