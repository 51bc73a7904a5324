"""Documents that articles refer to: agreements, resolutions, drafts, letters."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final

from mahdar.dossier.acts import Act
from mahdar.dossier.cite import cite
from mahdar.dossier.terms import Word
from mahdar.dossier.types import Citation, Paper

_LONGEST: Final = 5  # words of a document's name
_SHOWN: Final = 6
_PARTS: Final = ("noun", "adj", "name", "nation")


def papers(acts: Iterable[Act]) -> list[Paper]:
    """The documents that acts name, those named most first."""
    times: Counter[str] = Counter()
    shapes: dict[str, Counter[str]] = defaultdict(Counter)
    where: dict[str, list[Citation]] = defaultdict(list)
    seen: set[tuple[str, int]] = set()
    for a in acts:
        source = a.read.source
        words = a.clause.words
        for n, w in enumerate(words):
            start = a.start + w.start
            if w.part != "noun" or w.form not in a.read.language.documents or (source.first, start) in seen:
                continue
            seen.add((source.first, start))
            end = _end(words, n)
            if end == n + 1:
                continue  # which one, the words do not tell
            key = " ".join(x.form for x in words[n:end])
            times[key] += 1
            shapes[key][source.text[start : a.start + words[end - 1].end]] += 1
            if len(where[key]) < _SHOWN:
                where[key].append(cite(a.read, start, a.start + words[end - 1].end))
    usual = sorted(times.items(), key=lambda x: (-x[1], x[0]))
    return [
        Paper(name=max(shapes[key], key=lambda s: (shapes[key][s], s)), times=n, cited=where[key]) for key, n in usual
    ]


def _end(words: list[Word], n: int) -> int:
    """Where the name of a document ends that begins with a word."""
    end = n + 1
    while end < len(words) and end - n < _LONGEST and not words[end].joined and words[end].part in _PARTS:
        if words[end].part == "noun" and words[end - 1].part != "noun":
            break
        end += 1
    return end
