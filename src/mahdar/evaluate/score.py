"""Coded records against gold: precision, recall and F1 of events and statements, accuracy of their parts.

Measures, micro over documents: `type` (an event of that type in that sentence), `who` (type and the same
sets of actor and recipient codes; for CONSULT the same participants), `full` (who, status and by),
`statement` (speaker code, and content spans that overlap by half or more of their union); accuracy of
status, by, mode, sector, date over the events matched on type. Ranges are 90% bootstrap intervals.
"""

import json
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mahdar.errors import InputError

Codes = frozenset[str]
Counts = Counter[Any]


class Seen(NamedTuple):
    """An event of either side, ready to be compared."""

    s: int
    type: str
    mode: Any
    status: str | None
    by: str | None
    actor: Codes
    recipient: Codes
    sector: frozenset[tuple[str, str | None]]
    date: tuple[str, str] | None
    span: tuple[int, int]
    trigger: str


class Miss(NamedTuple):
    """A gold event missed, a coded one that is spurious, or one with the wrong parties."""

    kind: str
    document: str
    sentence: str
    gold: Seen | None
    coded: Seen | None


def load(path: Path) -> dict[str, dict[str, Any]]:
    """Documents by id from a file of JSON lines, gold or coded.

    Raises:
        InputError: not JSON, or a line without an id.
    """
    out: dict[str, dict[str, Any]] = {}
    for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip():
            continue
        try:
            d = json.loads(line)
            out[d["id"] if "id" in d else d["doc"]["id"]] = d
        except (ValueError, KeyError, TypeError) as error:
            raise InputError(
                f"not a gold document: {error}.", f"{path.name}:{n}", "Give one JSON object a line with an id."
            ) from error
    return out


def _codes(items: Iterable[dict[str, Any]]) -> Codes:
    return frozenset(a["code"] for a in items if a.get("code") and a["code"] != "UNK")


def _sectors(items: Iterable[dict[str, Any]]) -> frozenset[tuple[str, str | None]]:
    return frozenset((a["code"], a.get("sector")) for a in items if a.get("code"))


def gold_events(d: dict[str, Any]) -> list[Seen]:
    """The events of a gold document."""
    out = []
    for e in d["events"]:
        a, b = d["sentences"][e["s"]][:2]
        at = d["text"].find(e["trigger"], a, b)
        actor, recipient = e.get("actor", []), e.get("recipient", [])
        date = (e["date"][0][:10], e["date"][1][:10]) if e.get("date") else None
        out.append(
            Seen(
                e["s"],
                e["type"],
                e.get("mode"),
                e["status"],
                e.get("by"),
                _codes(actor),
                _codes(recipient),
                _sectors(actor + recipient),
                date,
                (at, at + len(e["trigger"])),
                e["trigger"],
            )
        )
    return out


def coded_events(c: dict[str, Any], gold: dict[str, Any]) -> list[Seen]:
    """The events of a record, placed in the sentences of the gold document."""
    entities = {e["id"]: e for e in c.get("entities", [])}
    speakers = {s["id"]: (entities.get(s.get("speaker")) or {}).get("code") for s in c.get("statements", [])}
    out = []
    for e in c.get("events", []):
        t = e["trigger"]
        sentence = next((i for i, s in enumerate(gold["sentences"]) if s[0] <= t["start"] < s[1]), -1)
        actor = [entities[i] for i in e.get("actor") or [] if i in entities]
        recipient = [entities[i] for i in e.get("recipient") or [] if i in entities]
        d = e.get("date")
        out.append(
            Seen(
                sentence,
                e["type"],
                e.get("mode"),
                e.get("status"),
                speakers.get(e["statement"]) if e.get("statement") else None,
                _codes(actor),
                _codes(recipient),
                _sectors(actor + recipient),
                (d["from"][:10], d["to"][:10]) if d else None,
                (t["start"], t["end"]),
                gold["text"][t["start"] : t["end"]],
            )
        )
    return out


def same_who(g: Seen, p: Seen) -> bool:
    """Whether two events have the same parties."""
    if g.type == "CONSULT":
        return g.actor | g.recipient == p.actor | p.recipient
    return g.actor == p.actor and g.recipient == p.recipient


def _closeness(g: Seen, p: Seen) -> float:
    overlap = min(g.span[1], p.span[1]) - max(g.span[0], p.span[0])
    same = 4 * (overlap > 0) + 2 * same_who(g, p) + (g.actor == p.actor) + (g.status == p.status) + (g.by == p.by)
    return same - 0.001 * abs(g.span[0] - p.span[0])


def match(gold: Sequence[Seen], coded: Sequence[Seen]) -> list[tuple[int, int]]:
    """Pairs of gold and coded events of the same type and sentence, the closest first."""
    pairs = sorted(
        (
            (_closeness(g, p), i, j)
            for i, g in enumerate(gold)
            for j, p in enumerate(coded)
            if g.s == p.s and g.type == p.type
        ),
        key=lambda x: (-x[0], x[1], x[2]),
    )
    used_gold: set[int] = set()
    used_coded: set[int] = set()
    out = []
    for _, i, j in pairs:
        if i not in used_gold and j not in used_coded:
            used_gold.add(i)
            used_coded.add(j)
            out.append((i, j))
    return out


Spoken = tuple[str | None, int, int]


def gold_statements(d: dict[str, Any]) -> list[Spoken]:
    """(speaker code, start, end) of the statements of a gold document."""
    out: list[Spoken] = []
    for s in d.get("statements", []):
        first, last = s["content"]
        a = d["text"].find(first, d["sentences"][s["s"]][0])
        b = d["text"].find(last, a)
        if a >= 0 and b >= 0:
            out.append((s["speaker"].get("code"), a, b + len(last)))
    return out


def coded_statements(c: dict[str, Any]) -> list[Spoken]:
    """(speaker code, start, end) of the statements of a record."""
    entities = {e["id"]: e for e in c.get("entities", [])}
    return [
        ((entities.get(s.get("speaker")) or {}).get("code"), s["content"]["start"], s["content"]["end"])
        for s in c.get("statements", [])
    ]


def match_statements(gold: Sequence[Spoken], coded: Sequence[Spoken]) -> list[tuple[int, int]]:
    """Pairs of statements with the same speaker and contents that overlap by half or more."""
    used: set[int] = set()
    out: list[tuple[int, int]] = []
    for i, (speaker, a, b) in enumerate(gold):
        best: tuple[float, int] | None = None
        for j, (speaker2, a2, b2) in enumerate(coded):
            if j in used or speaker != speaker2:
                continue
            inter, union = min(b, b2) - max(a, a2), max(b, b2) - min(a, a2)
            if inter > 0 and inter / union >= 0.5 and (best is None or inter / union > best[0]):
                best = (inter / union, j)
        if best:
            used.add(best[1])
            out.append((i, best[1]))
    return out


def count(gold: dict[str, Any], coded: dict[str, Any], misses: list[Miss] | None = None) -> Counts:
    """The counts of one document from which all measures are made."""
    c: Counts = Counter()
    g, p = gold_events(gold), coded_events(coded, gold)
    pairs = match(g, p)
    c["gold"], c["pred"], c["type"] = len(g), len(p), len(pairs)
    for i, j in pairs:
        a, b = g[i], p[j]
        who = same_who(a, b)
        c["who"] += who
        c["full"] += who and a.status == b.status and a.by == b.by
        c["status"] += a.status == b.status
        c["by"] += a.by == b.by
        c["sector_n"] += 1
        c["sector"] += a.sector == b.sector
        if a.mode:
            c["mode_n"] += 1
            mode = b.mode if isinstance(b.mode, list) else [b.mode]
            c["mode"] += a.mode in mode or (isinstance(a.mode, list) and bool(set(a.mode) & set(mode)))
        if a.date:
            c["date_n"] += 1
            c["date"] += a.date == b.date
        else:
            c["no_date_n"] += 1
            c["no_date"] += b.date is None
        c[("tp", a.type)] += 1
    for e in g:
        c[("gold", e.type)] += 1
    for e in p:
        c[("pred", e.type)] += 1
    gs, ps = gold_statements(gold), coded_statements(coded)
    c["st_gold"], c["st_pred"], c["st"] = len(gs), len(ps), len(match_statements(gs, ps))
    if misses is not None:

        def text(e: Seen) -> str:
            return gold["text"][slice(*gold["sentences"][e.s][:2])].strip() if e.s >= 0 else ""

        paired_gold, paired_coded = {i for i, _ in pairs}, {j for _, j in pairs}
        misses += [Miss("missed", gold["id"], text(e), e, None) for i, e in enumerate(g) if i not in paired_gold]
        misses += [Miss("spurious", gold["id"], text(e), None, e) for j, e in enumerate(p) if j not in paired_coded]
        misses += [Miss("who", gold["id"], text(g[i]), g[i], p[j]) for i, j in pairs if not same_who(g[i], p[j])]
    return c


def _prf(tp: int, n_pred: int, n_gold: int) -> dict[str, float]:
    p = tp / n_pred if n_pred else 0.0
    r = tp / n_gold if n_gold else 0.0
    return {"P": p, "R": r, "F": 2 * p * r / (p + r) if p + r else 0.0}


def summary(counts: Sequence[Counts]) -> dict[str, Any]:
    """All measures over the counts of several documents."""
    c: Counts = Counter()
    for x in counts:
        c.update(x)

    def share(k: str, n: str) -> float | None:
        return c[k] / c[n] if c[n] else None

    out: dict[str, Any] = {k: _prf(c[k], c["pred"], c["gold"]) for k in ("type", "who", "full")}
    out["statement"] = _prf(c["st"], c["st_pred"], c["st_gold"])
    out["accuracy"] = {
        "status": share("status", "type"),
        "by": share("by", "type"),
        "mode": share("mode", "mode_n"),
        "sector": share("sector", "sector_n"),
        "date": share("date", "date_n"),
        "no_date": share("no_date", "no_date_n"),
    }
    out["n"] = {"gold": c["gold"], "coded": c["pred"], "statements": c["st_gold"], "documents": len(counts)}
    kinds = sorted({k[1] for k in c if isinstance(k, tuple)})
    out["types"] = {k: {**_prf(c[("tp", k)], c[("pred", k)], c[("gold", k)]), "n": c[("gold", k)]} for k in kinds}
    return out


def score(
    gold: dict[str, dict[str, Any]], coded: dict[str, dict[str, Any]], misses: list[Miss] | None = None
) -> dict[str, Any]:
    """All measures of coded documents against gold ones; documents not coded count as empty and are named in
    `absent`.
    """
    empty: dict[str, Any] = {"events": [], "statements": [], "entities": []}
    counts = [count(d, coded.get(i, empty), misses) for i, d in gold.items()]
    out = summary(counts)
    if len(counts) > 4:
        rng = random.Random(7)
        boots = [summary([rng.choice(counts) for _ in counts]) for _ in range(200)]
        for k in ("type", "who", "full", "statement"):
            fs = sorted(b[k]["F"] for b in boots)
            out[k]["range"] = [fs[10], fs[189]]
    absent = [i for i in gold if i not in coded]
    if absent:
        out["absent"] = absent
    return out
