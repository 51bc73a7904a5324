"""Which articles are copies or later versions of which: MinHash over word shingles.

Broder (1997), "On the resemblance and containment of documents". Candidates share a band of the signature (Leskovec,
Rajaraman and Ullman, "Mining of massive datasets", chapter 3); the share of equal places in two signatures estimates
the share of shingles in common.
"""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Final, NamedTuple

from rensa import RMinHash

from mahdar.text.fold import fold

PLACES: Final = 128  # of a signature
BANDS: Final = 32  # of four places each: half of the pairs with 42 % in common share one, nearly all with 60 %
ROWS: Final = PLACES // BANDS
_WORDS: Final = 3  # of a shingle
ALIKE: Final = 0.5  # share of shingles from which two texts are one report
CORRECTED: Final = 0.8  # from which a later one of the same outlet corrects what was changed, not only follows it up
NEAR: Final = timedelta(days=7)  # farther apart in time, two texts are rather a form that is used again
_SEED: Final = 1
_WORD: Final = re.compile(r"\w+")


class Text(NamedTuple):
    """An article as far as copies go. `at`: when it was published, if its time of day is known."""

    sha256: str
    published: date | None
    publisher: str | None
    signature: Sequence[int]
    at: datetime | None = None


class Copy(NamedTuple):
    """An article of a group of copies. `first`: the earliest; `n`: its place in time, from 0; `kind`: `first`, a later
    `version` from the outlet of an earlier one, or a `copy`; `share`: of shingles in common with the first;
    `superseded`: the same outlet corrected it later.
    """

    sha256: str
    first: str
    n: int
    kind: str
    share: float
    superseded: bool


def signature(text: str) -> list[int]:
    """The MinHash signature of a text, of `PLACES` numbers; spelling, vowels and punctuation do not matter."""
    words = _WORD.findall(fold(text).text)
    shingles = [" ".join(words[i : i + _WORDS]) for i in range(max(1, len(words) - _WORDS + 1))]
    m = RMinHash(num_perm=PLACES, seed=_SEED)
    m.update(shingles)
    return list(m.digest())


def share(a: Sequence[int], b: Sequence[int]) -> float:
    """The estimated share of shingles that two texts have in common, 0 to 1."""
    return sum(x == y for x, y in zip(a, b, strict=True)) / PLACES


def copies(texts: Iterable[Text]) -> list[Copy]:
    """The groups of texts that are one report, their members in order of time; texts without another are left out.

    Whatever the order of the texts, the groups are the same.
    """
    known = sorted(texts, key=lambda t: (t.at or datetime.combine(t.published or date.min, time.min, UTC), t.sha256))
    bands: dict[tuple[int, tuple[int, ...]], list[int]] = {}
    group = list(range(len(known)))  # the earliest text that each belongs to
    for n, t in enumerate(known):
        candidates: set[int] = set()
        for band in range(BANDS):
            key = (band, tuple(t.signature[band * ROWS : (band + 1) * ROWS]))
            mates = bands.setdefault(key, [])
            candidates.update(group[m] for m in mates[-3:])
            mates.append(n)
        fit = [
            (share(known[c].signature, t.signature), -c) for c in candidates if _near(known[c].published, t.published)
        ]
        best = max(fit, default=(0.0, 0))
        if best[0] >= ALIKE:
            group[n] = -best[1]
    members: dict[int, list[int]] = {}
    for n, first in enumerate(group):
        members.setdefault(first, []).append(n)
    out: list[Copy] = []
    for first, mine in members.items():
        outlets: set[str] = set()
        for place, n in enumerate(mine if len(mine) > 1 else ()):
            t = known[n]
            again = t.publisher is not None and t.publisher in outlets
            kind = "first" if n == first else "version" if again else "copy"
            later = (known[m] for m in mine[place + 1 :])
            superseded = any(
                x.publisher == t.publisher and share(t.signature, x.signature) >= CORRECTED
                for x in (later if t.publisher is not None else ())
            )
            in_common = share(known[first].signature, t.signature)
            out.append(Copy(t.sha256, known[first].sha256, place, kind, in_common, superseded))
            outlets.add(t.publisher or "")
    return out


def _near(a: date | None, b: date | None) -> bool:
    return a is None or b is None or abs(a - b) <= NEAR
