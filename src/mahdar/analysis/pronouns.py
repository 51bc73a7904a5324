"""Whom a pronoun stands for."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.discourse import BAND
from mahdar.analysis.naming import Scope
from mahdar.analysis.party import Party

_PRONOUN: Final = {
    "ه": ("m", "s"),
    "ها": ("f", "s"),
    "هم": ("m", "p"),
    "هما": ("m", "d"),
    "هن": ("f", "p"),
    "هو": ("m", "s"),
    "هي": ("f", "s"),
    "اياه": ("m", "s"),
    "اياها": ("f", "s"),
    "اياهم": ("m", "p"),
    "اياهما": ("m", "d"),
}
FIRST_PERSON: Final = frozenset(("نا", "ني", "ي"))


class Pronouns(Scope):
    """Reads pronouns, as words and as owners of things."""

    def speaker(self, at: int) -> list[Party]:
        """Who speaks at a code point: the speaker of the innermost statement around it."""
        around = [(end - start, n) for n, (start, end, _) in enumerate(self.voices) if start <= at < end]
        return [self.voices[min(around)[1]][2]] if around else []

    def _pronoun(self, k: int, pron: str, subject: Sequence[Party]) -> list[Party]:
        w = self.words[k]
        return [p.at(w.token.start, w.token.end, "pronoun") for p in self.owner(pron, subject, at=w.token.start)]

    def owner(
        self, pron: str, subject: Sequence[Party] = (), not_: Sequence[Party] = (), at: int = 1 << 30
    ) -> list[Party]:
        """Whom a pronoun at code point `at` stands for: the subject if it fits, else the last fitting party named
        before.
        """
        if pron in FIRST_PERSON:
            return [p for p in self.speaker(at) if p.key not in {q.key for q in not_}]
        gender, number = _PRONOUN.get(pron, ("", ""))
        if not gender:
            return []
        avoid = {p.key for p in not_}
        one: list[Party] = []  # a single subject, which a plural pronoun means only if nothing else fits
        for pool in (list(subject), self.d.before(at, gender == "f" and number == "s")):
            fit = [p for p in pool if p.code and p.key not in avoid and p.kind != "media"]
            ours = bool(pool) and pool[0] in subject
            if number == "s":
                fit = [p for p in fit if (not p.gender or p.gender == gender) and p.number == "s"]
                if fit:
                    return self._single(fit, gender, avoid, ours, at)
            elif ours and len(fit) > 1:
                return fit
            elif number == "d" and pool and not ours and (both := _named_as_two(fit)):
                return both  # الحوار بين البلدين، وحثهما
            elif several := self._several(fit, number, avoid, bool(pool), at):
                return several
            elif fit and ours:
                one = one or fit[:1]
        return one

    def _single(self, fit: Sequence[Party], gender: str, avoid: set[str], ours: bool, at: int) -> list[Party]:
        """Whom a pronoun in the singular stands for of those that fit: the first, or all told with it if it is of
        states; `ours`: they are the subject.
        """
        first = fit[0]
        these = [p for p in fit if (p.start, p.end, p.how) == (first.start, first.end, "nominal")]
        if gender == "f" and len(these) > 2:
            return these  # ها of the three states
        listed = self.d.last_told(3, BAND, at, states=True) if gender == "f" else []
        if any(p.key == first.key and p.start == first.start for p in listed):
            return [p for p in listed if p.key not in avoid]  # ها of several states
        if not first.gender and ours:  # لبنان may be either
            sure = [p for p in self.d.before(at, gender == "f") if p.gender == gender and p.number == "s"]
            if sure and sure[0].start > first.start and sure[0].key not in avoid and sure[0].kind != "media":
                return sure[:1]
        return [first]

    def _several(self, fit: Sequence[Party], number: str, avoid: set[str], told: bool, at: int) -> list[Party]:
        """Whom a pronoun in the dual or plural stands for of those that fit: all that one phrase names (وزيرا خارجية
        مصر والسودان ... لهما), else the two that have most to do with each other; `told`: anybody is named before.
        """
        plural = [p for p in fit if p.number in ("p", "d")] or [
            p for p in reversed(self.d.recent[-3:]) if p.number == "p" and p.start < at and p.key not in avoid
        ]
        if plural:
            return [p for p in plural if (p.start, p.end) == (plural[0].start, plural[0].end)]
        both = self.d.some(2) if number == "d" and told else []
        return both if len(both) == 2 else []

    def may_mean(self, pron: str, parties: Sequence[Party]) -> bool:
        """Whether a pronoun agrees with one of the parties."""
        gender, number = _PRONOUN.get(pron, ("", ""))
        return number != "s" or any(p.number == "s" and p.gender in ("", gender) for p in parties)


def _named_as_two(parties: Sequence[Party]) -> list[Party]:
    """The two parties that one phrase named last: البلدين."""
    for p in parties:
        same = [q for q in parties if (q.start, q.end) == (p.start, p.end)]
        if len(same) == 2:
            return same
    return []
