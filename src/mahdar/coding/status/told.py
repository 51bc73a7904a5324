"""A status with the word that sets it, and the particles that deny."""

from typing import Final

from mahdar.analysis.chunks import Word
from mahdar.language.cues import Cues
from mahdar.record.types import Status

Told = tuple[Status, str]  # the word is "" where none sets it, or nobody asks which

OCCURRED: Final[Told] = ("occurred", "")
TO_COME: Final = "س"  # the mark of the future before a verb, and what stands for it
AIM: Final = "ل"  # the particle of what somebody acts for, and what stands for it


def negates(words: list[Word], k: int, cues: Cues) -> bool:
    """Whether the particle at `k` denies the verb behind it; لا تزال ترفض denies nothing, nor لا سيما, nor لا بل."""
    r = words[k].r
    if r.lemma in cues.no and words[k + 1].hit is None and words[k + 1].r.pos in ("noun", "adj", "name", "part", "adv"):
        return False
    if words[k + 1].token.folded in cues.rather:
        return False  # لا بل قصفت
    if r.lemma in cues.other_than and words[k + 1].r.pos == "adj" and words[k + 2 : k + 3]:
        if words[k + 2].r.pos != "sub":
            return False  # غير واضحة المعالم
    return (r.pos == "neg" or r.lemma in cues.negation) and not words[k + 1].act_in(cues.still_verb)
