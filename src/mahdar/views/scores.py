"""Scores as tables on a terminal."""

from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table

from mahdar.evaluate.reliability import Reliability
from mahdar.evaluate.score import Miss, Seen
from mahdar.views.table import isolated


def print_scores(result: dict[str, Any], misses: Sequence[Miss], by_type: bool) -> None:
    """The measures, then types, then errors."""
    console = Console(highlight=False)
    n = result["n"]
    console.print(
        f"{n['documents']} documents, {n['gold']} gold events, {n['coded']} coded, {n['statements']} gold statements"
    )
    table = Table("measure", "P", "R", "F1", "90% range")
    for k in ("type", "who", "full", "statement"):
        r = result[k]
        span = f"{r['range'][0]:.3f} – {r['range'][1]:.3f}" if "range" in r else ""
        table.add_row(k, f"{r['P']:.3f}", f"{r['R']:.3f}", f"{r['F']:.3f}", span)
    console.print(table)
    console.print(
        "of events matched: " + "  ".join(f"{k} {v:.3f}" for k, v in result["accuracy"].items() if v is not None)
    )
    if by_type:
        types = Table("type", "n", "P", "R", "F1")
        for k, r in result["types"].items():
            types.add_row(k, str(r["n"]), f"{r['P']:.2f}", f"{r['R']:.2f}", f"{r['F']:.2f}")
        console.print(types)
    for m in misses:
        console.print(f"\n{m.kind} {m.document}:{(m.gold or m.coded).s}")  # type: ignore[union-attr]
        for side, e in (("gold ", m.gold), ("coded", m.coded)):
            if e is not None:
                console.print(f"  {side} {_line(e)}", markup=False)
        console.print(f"  {isolated(m.sentence)}", markup=False)


def print_reliability(r: Reliability | None) -> None:
    """Confidence against the share of events that are right; None: no event carries a confidence."""
    console = Console(highlight=False)
    if r is None:
        console.print("no confidence to judge in the coded events")
        return
    table = Table("confidence", "events", "mean", "right")
    for b in r.bins:
        table.add_row(f"{b.low:.1f} – {b.high:.1f}", str(b.n), f"{b.mean:.3f}", f"{b.right:.3f}")
    console.print(table)
    console.print(f"calibration error {r.ece:.3f}, Brier score {r.brier:.3f} ({r.base:.3f} for the share right alone)")
    if r.without:
        console.print(f"{r.without} events without a confidence are left out")


def _line(e: Seen) -> str:
    actor, recipient = "+".join(sorted(e.actor)) or "-", "+".join(sorted(e.recipient)) or "-"
    return f"{e.type} {isolated(e.trigger)} {actor} > {recipient} {e.status} by {e.by}"
