"""The words of a position, as a reader is shown them."""

from collections.abc import Collection
from typing import Final

from mahdar.dossier.acts import Act, closed

_FEW: Final = 7  # words of a clause that may say nothing by itself
_TOO_FEW: Final = 4  # words of an answer that does not tell what it denies
_POINTING: Final = ("REJECT", "REQUEST")  # what may only point at what the sentence tells
_LONG: Final = 400  # characters of a sentence that stands for a clause which says nothing by itself
_COMMAS: Final = ("،", ",", "؛")


def words_of(a: Act, clauses: Collection[tuple[int, int]]) -> str:
    """The words of a position: its clause; where that says nothing by itself (بطلب من كييف), the statement that it
    stands in, of a request or an answer else the sentence.
    """
    text = a.read.source.text
    if _says_nothing(a):
        s = a.read.source.record.sentences[a.event.sentence]
        said = [x.content for x in a.read.statements.values() if x.content.start <= a.start and a.end <= x.content.end]
        around = min(said, key=lambda x: x.end - x.start, default=s if a.event.type in _POINTING else None)
        if around is not None and (end := end_of(a, clauses, around.end)) - around.start <= _LONG:
            return text[around.start : closed(text, around.start, end)]
    return text[a.start : end_of(a, clauses)]


def _says_nothing(a: Act) -> bool:
    """Whether the clause of an act tells neither what it is about nor whom it concerns: بطلب من كييف, سخيفة وخطيرة,
    نفته كينيا.
    """
    words = a.clause.words
    if a.kind == "answer" and len(words) <= _TOO_FEW:
        return True
    if a.terms or len(words) > _FEW:
        return False
    called = all(w.part == "adj" for w in words if a.in_trigger(w.start))
    alone = not any(w.part == "noun" and not a.in_trigger(w.start) for w in words)
    return called or alone or a.event.type == "REQUEST"


def end_of(a: Act, clauses: Collection[tuple[int, int]], end: int | None = None) -> int:
    """Where the words of a position end: with its clause, at a comma before another position, which has a line of its
    own. `clauses`: those of other positions in its sentence; `end`: where the words end at the latest.
    """
    text, last = a.read.source.text, a.end if end is None else end
    if not clauses:
        return last
    for start in sorted(start for start, stop in clauses if a.event.trigger.end < start < last <= stop):
        if (before := _before(text, a.start, start)).endswith(_COMMAS):
            return a.start + len(before.rstrip("".join(_COMMAS) + " "))
    return last


def _before(text: str, start: int, end: int) -> str:
    """A stretch of a text without what is written together with the word behind it."""
    before = text[start:end]
    return before[: before.rfind(" ") + 1].rstrip()


def own_end(a: Act, end: int) -> int:
    """Where words end up to those of which a position's author says more: اتهمته باحتجاز السفن، قائلا إن ..."""
    text = a.read.source.text
    cues = (at for at in a.read.cues.get(a.event.sentence, ()) if a.event.trigger.end < at < end)
    return next((at for at in cues if _before(text, a.start, at).endswith(_COMMAS)), end)


def parts(a: Act) -> tuple[str | None, str | None]:
    """The condition of an act and what it is to lead to, in its words."""
    c = a.event.condition
    if c is None or a.event.clause is None:
        return None, None
    text = a.read.source.text
    before, after = text[a.start : c.start], text[c.end : a.end]
    told = [w for w in a.clause.words if a.start + w.start < c.start and w.part != "mark"]
    if after and told and told[-1].part == "sub":  # حذر من أنه «إذا ... فسوف ...»
        before = ""
    rest = f"{before} {after}".strip(" ،,؛-–")
    return text[c.start : c.end], (rest.rstrip("»") if "«" not in rest else rest) or None
