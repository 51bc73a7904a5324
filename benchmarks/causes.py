"""Why gold events are missed or get the wrong parties, counted from what the coder tried at their words."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from mahdar.coder import ArticleReading, Coder
from mahdar.evaluate.score import Seen, coded_events, gold_events, match

_REASONS = {
    "no party is named": "parties of the act not found",
    "one party only where two are needed": "parties of the act not found",
    "blocks the trigger": "taken for an everyday sense",
    "a reference back to an act told before": "taken for a mere reference back",
    "a deed long known": "taken for a mere reference back",
    "a habit": "taken for a mere habit",
    "another noun says that it ends or fails": "taken for an act that ended or failed",
    "the verb is negated, not the act": "taken for denied",
    "the actor is an outlet": "parties of the act not found",
}


def causes(coder: Coder, articles: Sequence[dict[str, Any]], records: dict[str, dict[str, Any]]) -> list[list[object]]:
    """Rows (cause, count, share of the gold events), most frequent first, right ones left out."""
    counts: Counter[str] = Counter()
    total = 0
    for a in articles:
        gold, coded = gold_events(a), coded_events(records[a["id"]], a)
        reading = coder.read(a["text"], a["published"])
        total += len(gold)
        pairs = dict(match(gold, coded))
        for i, g in enumerate(gold):
            counts[_missed(reading, g, coded) if i not in pairs else _parties(g, coded[pairs[i]])] += 1
    counts.pop("", None)
    return [[cause, n, f"{n / total:.1%}"] for cause, n in counts.most_common()]


def _missed(reading: ArticleReading, g: Seen, coded: Sequence[Seen]) -> str:
    if any(c.span[0] < g.span[1] and g.span[0] < c.span[1] for c in coded):
        return "missed: another type chosen"
    tried: list[str] = []
    for s in reading.sentences:
        for x in s.attempts:
            w = s.words[x.word].token
            if w.start < g.span[1] and g.span[0] < w.end:
                tried.append(x.outcome)
    if not tried:
        return "missed: no frame for the word, or the word not read as what it is"
    for outcome in reversed(tried):
        if outcome in _REASONS:
            return f"missed: {_REASONS[outcome]}"
        if outcome.startswith(("content of", "part of")):
            return "missed: taken for the content of another act"
    return "missed: conditions of its frames not met" if "coded" not in tried else "missed: merged with another act"


def _parties(g: Seen, c: Seen) -> str:
    if g.type == "CONSULT":
        mine, theirs = g.actor | g.recipient, c.actor | c.recipient
        return "" if mine == theirs else "participants of talks wrong or missing"
    if g.actor != c.actor:
        return "actor wrong" if c.actor else "actor missing"
    if g.recipient != c.recipient:
        return "recipient " + ("missing" if not c.recipient else "given where none is" if not g.recipient else "wrong")
    return ""
