"""Arabic inflection as newspapers write it: folded, without short vowels.

Without vowels a verb has few stems, and they follow from its past and present: `stems` gives them,
each with the class of endings it takes. Endings and prefixes are tables of this module.
After the descriptions in Ryding, A Reference Grammar of Modern Standard Arabic, ch. 21-33.
"""

from typing import Final, NamedTuple

from mahdar.text.fold import plain

SHADDA: Final = "\u0651"

# Stem classes, and the endings each takes: ending -> (person, gender, number).
PAST: Final = "p"  # any past ending
PAST_VOWEL: Final = "pv"  # before endings that begin with a vowel (hollow, geminate)
PAST_CONSONANT: Final = "pc"  # before endings that begin with a consonant
PAST_BARE: Final = "p0"  # third masculine singular alone
PAST_PRONOUN: Final = "po"  # third masculine singular before a pronoun
PAST_SHORT: Final = "pf"  # defective, before -t -ta -w
PRESENT: Final = "i"  # any present ending
PRESENT_BARE: Final = "i0"  # no ending
PRESENT_PRONOUN: Final = "io"  # no ending, before a pronoun
PRESENT_SHORT: Final = "if"  # defective, before -wn -yn
PRESENT_DUAL: Final = "id"  # defective, before -an -n
JUSSIVE: Final = "ij"  # no ending, after lam and lam al-amr
IMPERATIVE: Final = "m"

_3MS, _3FS, _3MD, _3FD, _3MP, _3FP = "3ms", "3fs", "3md", "3fd", "3mp", "3fp"
_VOWEL: Final = {"": _3MS, "ت": _3FS, "ا": _3MD, "تا": _3FD, "وا": _3MP}
_CONSONANT: Final = {"ت": "1s", "نا": "1p", "ن": _3FP, "تم": "2mp"}
PAST_ENDINGS: Final[dict[str, dict[str, str]]] = {
    PAST: {**_CONSONANT, **_VOWEL},
    PAST_VOWEL: _VOWEL,
    PAST_CONSONANT: _CONSONANT,
    PAST_BARE: {"": _3MS},
    PAST_PRONOUN: {"": _3MS},
    PAST_SHORT: {"ت": _3FS, "تا": _3FD, "وا": _3MP},
}
_PLURAL: Final = {"ون": "mp", "وا": "mp", "ين": "fs2"}
PRESENT_ENDINGS: Final[dict[str, dict[str, str]]] = {
    PRESENT: {"": "s", "ان": "d", "ا": "d", "ن": "fp", **_PLURAL},
    PRESENT_BARE: {"": "s"},
    PRESENT_PRONOUN: {"": "s"},
    PRESENT_SHORT: _PLURAL,
    PRESENT_DUAL: {"ان": "d", "ا": "d", "ن": "fp"},
    JUSSIVE: {"": "s"},
}


class Stem(NamedTuple):
    """A folded stem, the class of endings it takes, and its voice: act, pas or both (spelled alike)."""

    stem: str
    kind: str
    voice: str


def stems(past: str, present: str, intransitive: bool = False) -> list[Stem]:
    """Every stem of a verb.

    Args:
        past: third masculine singular past, shadda on a doubled second or last radical.
        present: third masculine singular imperfect, same rule.
        intransitive: the verb has no passive.
    """
    out: list[Stem] = []
    voice = "act" if intransitive else "both"
    doubled = past.endswith(SHADDA)
    p, i = plain(past), plain(present)[1:]
    raw_last = past.rstrip(SHADDA)[-1]
    if doubled:
        out.append(Stem(p, PAST_VOWEL, voice))
        long = p + p[-1]
        if len(p) > 2 and p[-2] == "ا":
            long = p
        out.append(Stem(long, PAST_CONSONANT, voice))
    elif raw_last in "ىا" and len(p) > 2:
        weak = "و" if i.endswith("و") else "ي"
        base = p[:-1]
        out += [Stem(p, PAST_BARE, "act"), Stem(base + "ا", PAST_PRONOUN, "act"), Stem(base, PAST_SHORT, voice)]
        out.append(Stem(base + weak, PAST_CONSONANT, voice))
        out.append(Stem(base + weak, "pd", voice))
        if not intransitive:
            out += [Stem(base + "ي", PAST_BARE, "pas"), Stem(base + "ي", "pp", "pas")]
    elif p.endswith("ي") and len(p) >= 3:
        out += [Stem(p, PAST_BARE, voice), Stem(p, PAST_PRONOUN, voice), Stem(p, "pp", voice)]
        out += [Stem(p[:-1], "pw", voice), Stem(p, PAST_CONSONANT, voice), Stem(p, "pd", voice)]
    elif len(p) >= 3 and p[-2] == "ا" and _hollow(p):
        out += [Stem(p, PAST_VOWEL, "act"), Stem(p[:-2] + p[-1], PAST_CONSONANT, voice)]
        if p.endswith("ن"):  # كنا
            out.append(Stem(p[:-2] + "ن", "pn", "act"))
        if not intransitive:
            out.append(Stem(p[:-2] + "ي" + p[-1], PAST_VOWEL, "pas"))
    else:
        out.append(Stem(p, PAST, voice))
        if not intransitive and raw_last == "أ":  # أُرجئت
            out.append(Stem(p[:-1] + "ي", PAST, "pas"))
        if not intransitive and len(p) == 4 and p[1] == "ا":
            out.append(Stem(p[0] + "و" + p[2:], PAST, "pas"))
            if raw_last == "أ":  # فوجئت
                out.append(Stem(p[0] + "و" + p[2:-1] + "ي", PAST, "pas"))
        if not intransitive and len(p) == 5 and p[0] == "ت" and p[2] == "ا":
            out.append(Stem(p[:2] + "و" + p[3:], PAST, "pas"))
        if not intransitive and len(p) == 6 and p[:4] == "استا":  # استؤنف
            out.append(Stem("استو" + p[4:], PAST, "pas"))
    if p.endswith("ء"):
        out += [Stem(p[:-1] + "و", "pw", voice), Stem(p[:-1] + "ي", "pw", voice)]
    out += _present(i, present, p, voice)
    return out


def _hollow(p: str) -> bool:
    # A long alef before the last letter is the weak radical, except where it is the alef of a plural pattern.
    return len(p) <= 6


def _present(i: str, present: str, p: str, voice: str) -> list[Stem]:
    out: list[Stem] = []
    raw_last = present.rstrip(SHADDA)[-1]
    if present.endswith(SHADDA):
        out += [Stem(i, PRESENT, voice), Stem(i + i[-1], JUSSIVE, voice), Stem(i + i[-1], "ifp", voice)]
    elif raw_last in "وىي" and len(i) >= 2:
        base = i[:-1]
        weak = "و" if raw_last == "و" else "ي"
        out += [Stem(i, PRESENT_BARE, "act" if raw_last != "ى" else voice), Stem(base, JUSSIVE, voice)]
        out += [Stem(base, PRESENT_SHORT, voice), Stem(base + weak, PRESENT_DUAL, voice)]
        out.append(Stem(base + "ا" if raw_last == "ى" else i, PRESENT_PRONOUN, "act"))
        if voice == "both" and raw_last != "ى":
            out += [Stem(base + "ي", PRESENT_BARE, "pas"), Stem(base + "ا", PRESENT_PRONOUN, "pas")]
            if weak == "و":
                out.append(Stem(base + "ي", PRESENT_DUAL, "pas"))
    elif len(i) >= 3 and i[-2] in "ويا" and _long_vowel(i, p):
        out += [Stem(i, PRESENT, "act" if i[-2] != "ا" else voice), Stem(i[:-2] + i[-1], JUSSIVE, voice)]
        out.append(Stem(i[:-2] + i[-1], "ifp", "act"))
        if voice == "both" and i[-2] != "ا":
            out.append(Stem(i[:-2] + "ا" + i[-1], PRESENT, "pas"))
    elif len(i) == 2 and i[0] in "ويا" and len(p) == 3 and p[1] == "ا":
        out += [Stem(i, PRESENT, "act"), Stem(i[1:], JUSSIVE, voice)]
    else:
        out.append(Stem(i, PRESENT, voice))
        if voice == "both" and raw_last == "ئ":  # يُرجأ
            out.append(Stem(i[:-1] + "ا", PRESENT, "pas"))
        if voice == "both" and len(i) == 2 and len(p) == 3 and p[0] == "و":
            out.append(Stem("و" + i, PRESENT, "pas"))
        if voice == "both" and len(p) == 3 and p[0] == "ا" and i[0] == "ا":  # يؤخذ
            out.append(Stem("و" + i[1:], PRESENT, "pas"))
        if i.endswith("ء"):
            out += [Stem(i[:-1] + "و", "iw", voice), Stem(i[:-1] + "ي", "iw", voice)]
        if raw_last == "أ":  # تبدآن، يبدؤون
            out += [Stem(i[:-1], "ia", voice), Stem(i[:-1] + "و", "iu", voice)]
    return out


def _long_vowel(i: str, p: str) -> bool:
    # The vowel before the last radical is the weak radical when the past has an alef there.
    return len(p) >= 3 and p[-2] == "ا" and len(p) <= 6 and len(i) <= len(p)


PAST_ENDINGS["pd"] = {"ا": _3MD}
PAST_ENDINGS["pn"] = {"ا": "1p"}
PAST_ENDINGS["pp"] = {"ت": _3FS, "تا": _3FD}
PAST_ENDINGS["pw"] = {"وا": _3MP}
PRESENT_ENDINGS["ifp"] = {"ن": "fp"}
PRESENT_ENDINGS["ia"] = {"ان": "d"}
PRESENT_ENDINGS["iu"] = {"ون": "mp", "وا": "mp"}
PRESENT_ENDINGS["iw"] = {"ون": "mp", "وا": "mp", "ان": "d", "ا": "d"}


def participles(past: str, present: str) -> tuple[str, str]:
    """The active and the passive participle, folded, masculine singular indefinite.

    Form I by the patterns fā'il and maf'ūl, the others as m + present stem (with alef for a weak radical
    in the passive).
    """
    p, i = plain(past), plain(present)[1:]
    if past.endswith(SHADDA) and len(p) == 2:
        return p[0] + "ا" + p[1], "م" + p + "و" + p[1]
    if len(p) == 3 and SHADDA not in past:
        if p[1] == "ا":
            weak = i[1] if len(i) == 3 and i[1] in "وي" else "و"
            return p[0] + "اي" + p[2], "م" + p[0] + weak + p[2]
        if past[-1] in "ىايو":
            weak = "و" if i.endswith("و") else "ي"
            return p[0] + "ا" + p[1] + "ي", "م" + p[0] + p[1] + weak
        return p[0] + "ا" + p[1:], "م" + p[:2] + "و" + p[2]
    active = "م" + i
    if len(i) > 3 and i[-2] == "ء":  # متسائل
        return "م" + i[:-2] + "ي" + i[-1], active
    if i[-1:] in "يو":
        return active, "م" + i[:-1] + "ي"
    if len(i) >= 3 and i[-2] in "يو" and _long_vowel(i, p):
        return active, "م" + i[:-2] + "ا" + i[-1]
    return active, active
