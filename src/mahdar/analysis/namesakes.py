"""Names of political parties that are everyday words, so that parties of many countries have them: الحزب الديمقراطي."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from mahdar.analysis.names import Hit
from mahdar.language.cues import Cues
from mahdar.language.words import GUESSED, Readings
from mahdar.text.tokens import Token
from mahdar.world.names import Entry, World

_PARTY: Final = "PTY"
_ELSEWHERE: Final = 3  # how often an article names other states at least that is not about the party's


class Spelled(NamedTuple):
    """A sentence: its tokens, the readings that they may have, the known names in it."""

    tokens: Sequence[Token]
    options: Sequence[Readings]
    hits: Sequence[Hit]


def meant(sentences: Sequence[Spelled], world: World, cues: Cues) -> dict[Hit, Hit | None]:
    """What names of parties stand for where it is not the party that is known by them: the one that the article names
    in full elsewhere (الحزب الديمقراطي الكردستاني), or None: one that is not known, where nothing else tells of the
    known one's country.
    """
    full: dict[str, int] = {}
    signs: list[str] = []  # the states that anything but such a name tells of
    shared: list[tuple[str, Hit]] = []
    for s in sentences:
        for h in s.hits:
            e = world.entries[h.entry]
            spelled = _spelled(s, h)
            if _of_party(e):
                full[spelled] = h.entry
            if _of_party(e) and _everyday(s, h, cues):
                shared.append((spelled, h))
            elif len(e.code) == 3:
                signs.append(e.code)
    out: dict[Hit, Hit | None] = {}
    for spelled, h in shared:
        longer = next((n for name, n in full.items() if name.startswith(spelled + " ")), -1)
        code = world.entries[h.entry].code
        if longer >= 0:
            out[h] = Hit(h.first, h.last, longer, h.conj, h.prep, h.article, h.stem)
        elif code not in signs and len(signs) >= _ELSEWHERE:
            out[h] = None
    return out


def _of_party(e: Entry) -> bool:
    return e.kind == "group" and e.sector == _PARTY


def _spelled(s: Spelled, h: Hit) -> str:
    """A name as the article spells it, without what is written together with it."""
    first, *rest = (x.folded for x in s.tokens[h.first : h.last])
    return " ".join((first[len(h.conj + h.prep) :], *rest))


def _everyday(s: Spelled, h: Hit, cues: Cues) -> bool:
    """Whether a name is the noun of a kind of body with everyday words behind it: حزب المحافظين، no حزب الليكود."""
    if h.last - h.first < 2 or not any(r.lemma in cues.movement for r in s.options[h.first].all):
        return False
    behind = s.options[h.first + 1 : h.last]
    return all(any(r.pos in ("adj", "noun") and r.weight > GUESSED for r in x.all) for x in behind)
