"""What hangs on a clause of saying, and whether it says anything."""

from typing import Final

from mahdar.analysis.chunks import Word
from mahdar.analysis.clause import Clause, prints_its_own
from mahdar.language.cues import Cues

AROUND: Final = ("bidun", "raghm", "maa", "qabl", "baad")  # relations of what only surrounds what is told


def complement_of(c: Clause) -> Clause | None:
    """The first clause with 'that' that hangs on a clause: قال إن."""
    for x in c.children:
        if c.verb is not None and c.kind == "main" and x.start < c.verb.start:
            continue  # رغم إعلانه أن اتفاقا تم، نفت الحركة
        if x.kind == "complement" and x.previous is None and x.via not in ("qabl", "baad", "bidun", "raghm"):
            return x
    return None


def chain(c: Clause, first: Clause) -> list[Clause]:
    """The clauses with 'that' of one clause from its first on: قال إن الهدنة قائمة وإن الحدود مفتوحة."""
    told = (x for x in c.children if x.kind == "complement" and x.n >= first.n)
    return [x for x in told if x is first or x.previous is not None or x.via not in AROUND]  # مع أن القصف مستمر


def mood(words: list[Word], complement: Clause) -> str:
    """Whether a clause with 'that' tells what is ("indicative") or is to be ("subjunctive"): أن يوقع الاتفاق."""
    raw = words[complement.opener].token.raw.lstrip("وبفل")
    if raw[:1] == "إ" or complement.pronoun or complement.before:
        return "indicative"
    verb = complement.verb
    return "subjunctive" if verb is not None and words[verb.start].r.tense == "present" else "indicative"


def negated(words: list[Word], cues: Cues, c: Clause) -> bool:
    """Whether a word of negation stands before the verb of a clause; لا تزال تؤكد denies nothing."""
    denied = [k for k in c.particles if words[k].r.pos == "neg" or words[k].r.lemma in ("لم", "لن")]
    return any(not words[k + 1].act_in(cues.still_verb) for k in denied)


def carries(words: list[Word], cues: Cues, c: Clause) -> bool:
    """Whether a relative clause only tells who held, printed or passed what it describes, or whose name was
    printed, so that words behind it are none of its own: في كلمة ألقاها، في دراسة نشرت نتائجها.
    """
    if c.kind != "relative" or c.verb is None or c.antecedent is None:
        return False
    w, head = words[c.verb.start], words[c.antecedent.head]
    if w.act_in(cues.called_verb):
        return False  # القرار الذي وصفه بأنه ظالم
    if prints_its_own(c, words, cues):
        return True
    person = head.hit is not None or head.r.cls in ("human", "group")
    return bool(w.r.pron) and not person and c.antecedent not in c.subject
