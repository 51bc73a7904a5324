"""Words that decide the mode of an event and the contexts it stands in."""

from collections.abc import Iterable, Sequence
from typing import Any

from mahdar.packs.ar.entries import verb_lemma
from mahdar.text.fold import plain


class Modes:
    """Words that decide modes and contexts: lemma -> names, by event type (contexts under "")."""

    def __init__(self, modes: Iterable[dict[str, Any]], contexts: Iterable[dict[str, Any]]) -> None:
        self.modes: dict[str, dict[str, list[str]]] = {}
        self.contexts: dict[str, list[str]] = {}
        for m in modes:
            table = self.modes.setdefault(m["type"], {})
            for word in m["words"]:
                table.setdefault(_key(word), []).append(m["mode"])
        for c in contexts:
            for word in c["words"]:
                self.contexts.setdefault(_key(word), []).append(c["name"])
        keys = [*self.contexts, *(word for table in self.modes.values() for word in table)]
        self.first = frozenset(word.split()[0] for word in keys if " " in word)  # with which a phrase can begin

    def mode(self, kind: str, lemmas: Sequence[str]) -> str | None:
        """The mode that the first telling word decides."""
        table = self.modes.get(kind)
        if not table:
            return None
        for lemma in lemmas:
            found = table.get(lemma)
            if found:
                return found[0]
        return None

    def context(self, lemmas: Iterable[str]) -> tuple[str, ...]:
        """The contexts that words speak of, in alphabetical order."""
        return tuple(sorted({c for lemma in lemmas for c in self.contexts.get(lemma, ())}))


def _key(word: str) -> str:
    """How a word that decides modes or contexts is looked up; phrases by their words without article and لـ."""
    if " " not in word:
        return verb_lemma(word)
    return " ".join(w[2:] if w.startswith(("ال", "لل")) and len(w) > 4 else w for w in plain(word).split())
