"""English glosses of Arabic phrases, word by word from the glosses of the lexicon."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Final

from mahdar.dossier.language import language as of_language
from mahdar.dossier.terms import Word, bare
from mahdar.language.pack import pack
from mahdar.text.fold import plain

_FIRST: Final = re.compile(r"[^,;(]+")
_NOT: Final = "not"
_FILE: Final = "question"
_TA: Final = "ة"
_FEMININE: Final = ("ة", "ات", "ته", "تها", "تهم", "اته", "اتها", "اتهم")
_VOWELS: Final = "aeiou"
_SIBILANT: Final = ("s", "x", "z", "ch", "sh")


def gloss(words: Sequence[Word], text: str, language: str) -> str | None:
    """What the words of a noun phrase in a text mean; None where one of them has no gloss. Rough: not to quote."""
    parts: list[str] = []
    qualities: list[str] = []
    for w in words:
        told = _meaning(w, text, language)
        if told is None:
            return None
        if w.part in ("adj", "nation"):
            qualities.append(told)
            continue
        parts.append(" ".join([*reversed(qualities), told]) if not parts else told)
        if qualities and len(parts) > 1:
            parts[-2] = " ".join([*reversed(qualities), parts[-2]])
        qualities = []
    if parts and qualities:
        parts[-1] = " ".join([*reversed(qualities), parts[-1]])
    out = ""
    for part in reversed(parts):
        out = part if not out else f"{part} {out}" if part.endswith("ing") or part == _NOT else f"{part} of {out}"
    return out or None


def _meaning(w: Word, text: str, language: str) -> str | None:
    if w.part == "nation":
        state = pack(language).states.get(w.form)
        return (state.en if state is not None else None) or w.form
    if w.part == "name":
        found = pack(language).world.called(text[w.start : w.end])
        return next((e.en for e in found), "") or (w.form if w.form != "UNK" else None)
    if w.part == "noun" and w.form in of_language(language).undone_words:
        return _NOT
    if w.part == "noun" and w.form in of_language(language).files:
        return _FILE
    known = _glosses(language)
    feminine = text[w.start : w.end].endswith(_FEMININE)  # طائرات are no birds
    noun = (known.get(("noun", w.form + _TA)) if feminine else None) or known.get(("noun", w.form))
    noun = of_language(language).gloss.get(w.form) or noun
    if w.part == "noun" and noun is not None:
        return _plural(noun) if w.number in ("p", "d") else noun
    if w.part == "adj":
        return known.get(("adj", w.form))
    return known.get(("masdar", w.form))


@lru_cache(maxsize=2)
def _glosses(language: str) -> dict[tuple[str, str], str]:
    """(kind, folded dictionary form) -> gloss, of the nouns, adjectives and verbal nouns of a lexicon."""
    out: dict[tuple[str, str], str] = {}
    for file in sorted((files("mahdar") / "packs" / language / "lexicon").iterdir(), key=lambda f: f.name):
        name = file.name.partition("_")[0].partition(".")[0]
        if name not in ("nouns", "adjectives", "verbs"):
            continue
        for line in file.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                for key, told in _entries(name, line.split("\t")):
                    out.setdefault(key, told)
    return out


def _entries(kind: str, fields: Sequence[str]) -> Iterator[tuple[tuple[str, str], str]]:
    first = _FIRST.match(fields[-1])
    told = first[0].strip().removeprefix("to ") if first else ""
    if not told:
        return
    if kind == "nouns":
        yield ("noun", plain(fields[0])), told
        yield ("noun", bare(plain(fields[0]))), told
    elif kind == "adjectives":
        yield ("adj", plain(fields[0])), told
    elif len(fields) > 2:
        for masdar in filter(None, fields[2].split(";")):
            yield ("masdar", bare(plain(masdar))), _gerund(told)


def _gerund(verb: str) -> str:
    head, _, rest = verb.partition(" ")
    if head.endswith("e") and not head.endswith(("ee", "ye", "oe")):
        head = head[:-1]
    return f"{head}ing {rest}".strip()


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun
    return noun + ("es" if noun.endswith(_SIBILANT) else "s")
