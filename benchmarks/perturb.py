"""Gold articles with their spelling changed as careless or careful typing changes it, labels moved along."""

from collections.abc import Callable
from typing import Any, NamedTuple

_HARAKA = "\u064e"
_QUOTES = {'"': "«", "«": "“", "»": "”", "“": '"', "”": '"'}


class Perturbation(NamedTuple):
    """`letter(text, i)` is what stands for the letter at `i`."""

    letter: Callable[[str, int], str]

    def article(self, a: dict[str, Any]) -> dict[str, Any]:
        """The article with its text changed; all labels are the same words of the new text."""
        text: str = a["text"]
        parts = [self.letter(text, i) for i in range(len(text))]
        at = [0]
        for p in parts:
            at.append(at[-1] + len(p))
        new = "".join(parts)

        def moved(words: str, start: int) -> str:
            i = text.index(words, start)
            return new[at[i] : at[i + len(words)]]

        def begin(x: dict[str, Any]) -> int:
            return int(a["sentences"][x["s"]][0])

        return {
            **a,
            "text": new,
            "sentences": [[at[i], at[j], *rest] for i, j, *rest in a["sentences"]],
            "events": [{**e, "trigger": moved(e["trigger"], begin(e))} for e in a["events"]],
            "statements": [
                {**s, "cue": moved(s["cue"], begin(s)), "content": [moved(w, begin(s)) for w in s["content"]]}
                for s in a["statements"]
            ],
        }


def _plain(text: str, i: int) -> str:
    return text[i]


def _hamza(text: str, i: int) -> str:
    return "ا" if text[i] in "أإآ" else text[i]


def _ya(text: str, i: int) -> str:
    last = i + 1 == len(text) or not text[i + 1].isalpha()
    return {"ي": "ى", "ى": "ي"}.get(text[i], text[i]) if last else text[i]


def _vowels(text: str, i: int) -> str:
    second = i > 1 and text[i].isalpha() and text[i - 1].isalpha() and not text[i - 2].isalpha()
    return text[i] + _HARAKA if second and "ء" <= text[i] <= "ي" else text[i]


def _quotes(text: str, i: int) -> str:
    if text[i] == '"':
        return "«" if text.count('"', 0, i) % 2 == 0 else "»"
    return _QUOTES.get(text[i], text[i])


PERTURBATIONS = {
    "as written": Perturbation(_plain),
    "hamzas of alef dropped": Perturbation(_hamza),
    "final ya and alef maqsura swapped": Perturbation(_ya),
    "a vowel sign in every word": Perturbation(_vowels),
    "other quotation marks": Perturbation(_quotes),
}
