"""Every reading of an Arabic word that the lexicon allows, and a guess where it allows none."""

from sys import intern
from typing import Final

from mahdar.language.words import Reading, Readings
from mahdar.packs.ar.conjugate import JUSSIVE, PAST_ENDINGS, PRESENT_ENDINGS
from mahdar.packs.ar.entries import PRONOUNS
from mahdar.packs.shape import Lexicon

_OBJECT: Final = ("ه", "ها", "هما", "هم", "هن", "ني", "نا", "ك", "كم")
# Endings of nominal stem classes: ending -> (gender or "" for the lemma's, number or "", state);
# state: a absolute, c construct (before a genitive or pronoun), u accusative.
_PLAIN: Final = {"": ("", "", "a"), "ا": ("", "", "u"), "ان": ("", "d", "a"), "ين": ("", "d", "a"), "ي": ("", "d", "c")}
_SOUND: Final = {"ون": ("m", "p", "a"), "ين": ("m", "p", "a"), "و": ("m", "p", "c"), "ي": ("m", "p", "c")}
_FEMININE: Final = {"ات": ("f", "p", "a")}
_T: Final = {
    "ة": ("f", "s", "a"),
    "ت": ("f", "s", "p"),
    "ات": ("f", "p", "a"),
    "تان": ("f", "d", "a"),
    "تين": ("f", "d", "a"),
    "تا": ("f", "d", "c"),
    "تي": ("f", "d", "c"),
}
_NOMINAL: Final[dict[str, dict[str, tuple[str, str, str]]]] = {
    "tm": {**_T, "ة": ("m", "s", "a"), "ت": ("m", "s", "p")},  # عمدة، طاغية
    "n": _PLAIN,
    "ns": {**_PLAIN, **_SOUND},
    "nf": {**_PLAIN, **_FEMININE},
    "nsf": {**_PLAIN, **_SOUND, **_FEMININE},
    "t": _T,
    "x": {"": ("", "", "a")},
    "x0": {"": ("", "", "a"), "ين": ("m", "p", "a"), "ون": ("m", "p", "a")},
    "xp": {"": ("", "", "p")},
    "xd": {"ات": ("f", "p", "a"), "ين": ("", "d", "a"), "ان": ("", "d", "a")},
    "b": {"": ("", "p", "a"), "ا": ("", "p", "u")},
    "bt": {"ة": ("", "p", "a"), "ت": ("", "p", "p")},
}
_LONGEST_ENDING: Final = 3
_COMMON: Final = 0.5  # how much likelier a noun of the frequent ones is than another reading


class Analyser:
    """Reads words by a compiled lexicon; keeps every word it has read."""

    def __init__(self, lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self._common = frozenset(lexicon.common)
        self._seen: dict[str, Readings] = {}

    def read(self, word: str) -> Readings:
        """All readings of a folded word, likeliest first where the word alone tells; never empty."""
        found = self._seen.get(word)
        if found is None:
            readings = self._read(word)
            if not readings and word.endswith("يء"):  # طارىء is طارئ
                readings = self._read(word[:-1])
            elif not readings and word.endswith("ه") and "ال" in (word[:2], word[1:3]):  # الحره is الحرة
                readings = self._read(word[:-1] + "ة")
            readings = readings or _guesses(word)
            if len(readings) > 1:
                readings = sorted({r.key(): r for r in readings}.values(), key=lambda r: -r.weight)
            found = Readings(tuple(readings))
            if len(self._seen) > 200_000:
                self._seen.clear()
            self._seen[word] = found
        return found

    def _read(self, word: str) -> list[Reading]:
        out: list[Reading] = []
        splits = [("", word, 0)]
        if len(word) > 2 and word[0] in "وف":
            splits.append((intern(word[0]), word[1:], 1))
        for conj, rest, at in splits:
            cost = -1.5 * at
            self._particles(out, conj, "", rest, at, 1 if not at else 0.5)
            self._verbs(out, conj, "", rest, at, cost)
            if len(rest) > 3 and rest[0] in "سل":
                self._presents(out, conj, rest[0], rest[1:], at + 1, cost - 0.2)
            self._nominals(out, conj, "", False, rest, at, cost)
            if len(rest) > 3 and rest.startswith("ال"):
                self._nominals(out, conj, "", True, rest[2:], at + 2, cost)
                self._numerals(out, conj, rest[2:], at + 2, cost)
            if len(rest) > 2 and rest[0] in "بلك":
                prep, tail = intern(rest[0]), rest[1:]
                self._particles(out, conj, prep, tail, at + 1, cost - 1)
                self._nominals(out, conj, prep, False, tail, at + 1, cost - 1)
                if tail.startswith("ال") and len(tail) > 3:
                    self._nominals(out, conj, prep, True, tail[2:], at + 3, cost - 0.2)
                if prep == "ل" and tail.startswith("ل") and len(tail) > 2:
                    self._nominals(out, conj, prep, True, tail[1:], at + 2, cost - 0.2)
                    self._nominals(out, conj, prep, True, tail, at + 1, cost - 0.2)
        return out

    def _numerals(self, out: list[Reading], conj: str, rest: str, at: int, cost: float) -> None:
        """Numbers and ordinals with the article."""
        for pos, lemma, _ in self.lexicon.particles.get(rest, ()):
            if pos == "num":
                out.append(
                    Reading("num", lemma, definite=True, conj=conj, stem=at, end=at + len(rest), weight=1 + cost)
                )

    def _particles(self, out: list[Reading], conj: str, prep: str, rest: str, at: int, cost: float) -> None:
        for pos, lemma, pron in self.lexicon.particles.get(rest, ()):
            if prep and pos not in ("dem", "rel", "pron", "sub", "num", "adv"):
                continue
            out.append(
                Reading(
                    pos,
                    lemma,
                    conj=conj,
                    prep=prep,
                    pron=pron,
                    stem=at,
                    end=at + len(rest) - len(pron),
                    weight=2 + cost,
                )
            )

    def _verbs(self, out: list[Reading], conj: str, fut: str, rest: str, at: int, cost: float) -> None:
        verbs, lemmas = self.lexicon.verbs, self.lexicon.lemmas
        for tail, pron in _bare_and_with(rest, _OBJECT):
            for cut in range(len(tail), max(0, len(tail) - 4), -1):
                entries = verbs.get(tail[:cut])
                if entries is None:
                    continue
                ending = tail[cut:]
                for kind, n, voice in entries:
                    who = PAST_ENDINGS.get(kind, {}).get(ending)
                    if who is None or (pron and kind == "p0") or (not pron and kind == "po"):
                        continue
                    if pron and (ending == "وا" or (pron == "ني" and who[1:] in ("md", "fd"))):
                        continue  # طالباني is a name before it is "they both asked me"
                    lemma = lemmas[n]
                    out.append(_verb(lemma, "past", who, voice, conj, fut, pron, at, at + len(tail), cost))
                if pron and ending == "و":  # the alef of the plural falls before a pronoun
                    for kind, n, voice in entries:
                        if "وا" in PAST_ENDINGS.get(kind, {}):
                            out.append(
                                _verb(lemmas[n], "past", "3mp", voice, conj, fut, pron, at, at + len(tail), cost)
                            )
        self._presents(out, conj, fut, rest, at, cost)

    def _presents(self, out: list[Reading], conj: str, fut: str, rest: str, at: int, cost: float) -> None:
        if len(rest) < 3 or rest[0] not in "يتنا":
            return
        first = rest[0]
        for tail, pron in _bare_and_with(rest[1:], _OBJECT):
            for cut in range(len(tail), max(0, len(tail) - 3), -1):
                entries = self.lexicon.verbs.get(tail[:cut])
                if entries is None:
                    continue
                ending = tail[cut:]
                if pron and ending == "و":
                    ending = "وا"
                elif pron and ending == "وا":
                    continue
                for kind, n, voice in entries:
                    number = PRESENT_ENDINGS.get(kind, {}).get(ending)
                    if number is None or (kind == "i0" and pron) or (kind == "io" and not pron):
                        continue
                    who = _present_person(first, number)
                    if who:
                        out.append(
                            _verb(
                                self.lexicon.lemmas[n],
                                "present",
                                who,
                                voice,
                                conj,
                                fut,
                                pron,
                                at,
                                at + 1 + len(tail),
                                cost,
                                kind == JUSSIVE,
                            )
                        )

    def _nominals(
        self, out: list[Reading], conj: str, prep: str, article: bool, rest: str, at: int, cost: float
    ) -> None:
        nominals, lemmas = self.lexicon.nominals, self.lexicon.lemmas
        choices = [(rest, "")] if article else _bare_and_with(rest, PRONOUNS)
        for tail, pron in choices:
            for cut in range(len(tail), max(0, len(tail) - _LONGEST_ENDING - 1), -1):
                entries = nominals.get(tail[:cut])
                if entries is None:
                    continue
                ending = tail[cut:]
                for kind, n, number in entries:
                    how = _NOMINAL[kind].get(ending)
                    if how is None:
                        continue
                    gender, count, state = how
                    if (pron and (state == "u" or kind == "x0" or ending in ("ة", "ان", "ين", "ون", "تان", "تين"))) or (
                        state == "p" and not pron
                    ):
                        continue
                    if article and state == "u":
                        continue
                    lemma, pos, of, cls, g, form, letter = lemmas[n]
                    if article and state == "c":
                        continue  # القاضي is no two judges, المزروعي no planted ones, who have no article there
                    if ending in ("ا", "تا") and pos == "noun" and kind[0] in "nt" and not pron and not article:
                        out.append(
                            Reading(
                                pos,
                                lemma,
                                of,
                                form,
                                cls,
                                gender or g,
                                "d",
                                construct=True,
                                conj=conj,
                                prep=prep,
                                stem=at,
                                end=at + len(tail),
                                weight=cost - 1.2,
                                letter=letter,
                            )
                        )
                        if ending == "تا":
                            continue
                    out.append(
                        Reading(
                            pos,
                            lemma,
                            of,
                            form,
                            cls,
                            gender or g,
                            count or number,
                            definite=article or bool(pron),
                            construct=state == "c",
                            accusative=state == "u",
                            conj=conj,
                            prep=prep,
                            pron=pron,
                            stem=at,
                            end=at + len(tail),
                            weight=cost
                            - ((1.6 if pos == "adj" and not form else 0.6) if pron else 0)
                            - (0.3 if ending else 0)
                            - (0.8 if form in ("active", "passive") and not cls else 0)
                            - (0.5 if (count or number) == "d" and ending in ("ي", "تي") else 0)
                            + (_COMMON if pos == "noun" and lemma in self._common else 0),
                            letter=letter,
                        )
                    )


def _bare_and_with(rest: str, pronouns: tuple[str, ...]) -> list[tuple[str, str]]:
    out = [(rest, "")]
    for p in pronouns:
        if rest.endswith(p) and len(rest) > len(p) + 1:
            out.append((rest[: -len(p)], p))
    return out


def _present_person(first: str, number: str) -> str:
    if number == "s":
        return {"ي": "3ms", "ت": "3fs", "ا": "1s", "ن": "1p"}[first]
    if number == "d":
        return {"ي": "3md", "ت": "3fd"}.get(first, "")
    if number == "fp":
        return "3fp" if first == "ي" else ""
    if number == "mp":
        return {"ي": "3mp", "ت": "2mp"}.get(first, "")
    return ""


def _verb(
    lemma: tuple[str, str, str, str, str, str, str],
    tense: str,
    who: str,
    voice: str,
    conj: str,
    fut: str,
    pron: str,
    at: int,
    end: int,
    cost: float,
    short: bool = False,
) -> Reading:
    weight = (
        cost
        - (0.5 if pron else 0)
        - (0.7 if who[0] != "3" else 0)
        - (0.4 if voice == "pas" else 0)
        - (3 if who[-1] == "d" and tense == "past" else 0)
        - (1 if who == "3fp" else 0)
    )
    if lemma[5]:
        weight += 0.7
    return Reading(
        "verb",
        lemma[0],
        cls=lemma[3],
        gender=who[1] if len(who) == 3 else "",
        number=who[-1],
        person=int(who[0]),
        tense=tense,
        voice=voice,
        conj=conj,
        fut=fut,
        pron=pron,
        stem=at,
        end=end,
        weight=weight,
        letter=lemma[6] if tense == "past" else "",
        short=short,
    )


def _guesses(word: str) -> list[Reading]:
    """What a word may be that the lexicon does not know: a feminine noun with the article may be an adjective too."""
    r = _guess(word)
    if not (r.definite and r.pos == "noun" and r.number == "s" and r.gender == "f") or r.prep:
        return [r]
    lemma = r.lemma.removesuffix("ة")
    place = {"conj": r.conj, "definite": True, "stem": r.stem, "end": r.end, "weight": r.weight}
    return [r, Reading("adj", lemma, gender="f", number="s", **place)]  # type: ignore[arg-type]


def _guess(word: str) -> Reading:
    """A word that the lexicon does not know, read by its shape: a definite noun, an adjective in -i, else a name."""
    at, conj, prep, article = 0, "", "", False
    rest = word
    if len(rest) > 4 and rest[0] in "وف" and rest[1:3] in ("ال", "لل", "با"):
        conj, rest, at = rest[0], rest[1:], at + 1
    adjective = rest.endswith(("ي", "ية"))
    if len(rest) > 4 and rest[0] in "بكل" and rest[1:3] == "ال" and (rest[0] != "ك" or adjective):  # كالاتايا
        prep, rest, at = rest[0], rest[1:], at + 1
    if rest.startswith("لل") and len(rest) > 4:
        prep, rest, at, article = "ل", rest[2:], at + 2, True
    elif rest.startswith("ال") and len(rest) > 4:
        rest, at, article = rest[2:], at + 2, True
    place = {"conj": conj, "prep": prep, "definite": article, "stem": at, "end": len(word)}
    if rest.endswith("ية") and len(rest) > 4:
        return Reading("adj", rest[:-1], gender="f", number="s", weight=-4, **place)  # type: ignore[arg-type]
    if rest.endswith(("ات", "ة")) and len(rest) > 3:
        return Reading("noun", rest, gender="f", number="p" if rest.endswith("ات") else "s", weight=-4, **place)  # type: ignore[arg-type]
    if article:
        return Reading("noun", rest, gender="m", number="s", weight=-4, **place)  # type: ignore[arg-type]
    return Reading("name", rest, weight=-4, **place)  # type: ignore[arg-type]
