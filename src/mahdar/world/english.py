"""English spellings of Arabic names: as others of that name are spelled, else letter by letter."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from mahdar.text.fold import plain

_VOWELS: Final = frozenset("aiu")


def spelled(names: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For each folded word of known names, its most frequent English spelling.

    Args:
        names: pairs (Arabic, English); only those with as many words in both count.
    """
    counts: dict[str, Counter[str]] = {}
    for arabic, english in names:
        words, spellings = plain(arabic).split(), english.split()
        if len(words) == len(spellings):
            for word, spelling in zip(words, spellings, strict=True):
                counts.setdefault(word, Counter())[spelling] += 1
    return {word: min(c, key=lambda s: (-c[s], s)) for word, c in counts.items()}


def english(
    name: str, known: Mapping[str, str], letters: Mapping[str, str], between: Mapping[str, str], article: str
) -> str:
    """An Arabic name in English letters; vowels that Arabic leaves out are guessed as a."""
    return " ".join(known.get(plain(word)) or _letters(word, letters, between, article) for word in name.split())


def _letters(word: str, letters: Mapping[str, str], between: Mapping[str, str], article: str) -> str:
    head = ""
    if word.startswith("ال") and len(word) > 4:
        head, word = article, word[2:]
    out = ""
    for i, letter in enumerate(word):
        following = letters.get(word[i + 1], "") if i + 1 < len(word) else ""
        vowel = letter in between and i and following[:1] not in _VOWELS
        spelling = between[letter] if vowel else letters.get(letter, letter)
        if out and spelling and out[-1] not in _VOWELS and spelling[0] not in _VOWELS:
            out += "a"
        out += spelling
    return head + out.capitalize()
