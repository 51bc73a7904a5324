"""What kind of position an act takes."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from mahdar.dossier.acts import Act
from mahdar.dossier.types import Kind

HARM: Final = frozenset(("ASSAULT", "MOBILIZE", "SANCTION"))


def kind_of(a: Act) -> Kind | None:
    """The kind of position that an act takes: accusations of a deed apart from criticism, the refusal of an accusation
    an answer, harm told by its own author an admission; None for acts that take none.
    """
    known = a.read.language
    if a.kind == "refusal" and charged(a):
        return None  # a breach of one's word, as another says
    if a.kind == "accusation" and a.event.mode == "disapprove":
        return "red-line" if any(words in a.clause.whole for words in known.red_lines) else "criticism"
    if a.kind == "offer" and any(w.form in known.pledging_words and a.in_trigger(w.start) for w in a.clause.words):
        return "promise"
    if a.kind == "refusal" and a.clause.forms & known.accusing_words:
        return "answer"
    if denies(a):
        return "promise" if _never(a) else "answer"
    if a.kind is None and _owned(a) and a.by in a.actor:
        return "admission"
    if a.kind == "concession" and a.event.type == "RETREAT" and not _codes(a.recipient) - _codes(a.actor):
        return None  # what a state gives back to its own people is no step toward another
    return a.kind  # type: ignore[return-value]  # the kinds of the language's table


def denies(a: Act) -> bool:
    """Whether a party says that it did no wrong: لم نطلق النار."""
    return a.event.status == "negated" and a.by in a.actor and _wrongs(a)


def _wrongs(a: Act) -> bool:
    """Whether an act does harm or breaks its author's word."""
    type = a.event.type
    return type in HARM or type == "COERCE" or (type == "REJECT" and a.frame in a.read.language.breach)


def _owned(a: Act) -> bool:
    """Whether an act is one that its author would have to own up to: an attack, forces moved toward somebody; sanctions
    are announced.
    """
    return a.event.type == "ASSAULT" or (a.event.type == "MOBILIZE" and bool(a.recipient))


def _never(a: Act) -> bool:
    """Whether an act is said to be never done: لن نهاجم."""
    words = a.clause.words
    return any(w.form in a.read.language.never and a.in_trigger(x.start) for w, x in pairwise(words))


def charged(a: Act) -> bool:
    """Whether somebody tells of wrong that another does: by saying so it accuses."""
    of_others = a.by not in ("", "UNK") and a.by not in a.actor
    return of_others and a.event.status == "occurred" and bool(a.actor) and _wrongs(a)


def _codes(parties: Iterable[str]) -> set[str]:
    """The states and organizations whose parties they are."""
    return {p.partition(":")[0].partition("/")[0] for p in parties}
