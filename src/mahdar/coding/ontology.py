"""PLOVER's types, modes and scores and their CAMEO counterparts.

Types, modes, quad classes and conflict-cooperation scores: PLOVER manual, draft 2.0 (Open Event Data
Alliance, 2024). CAMEO codes: CAMEO 1.1b3 (Schrodt 2012); Goldstein scores as published with GDELT.
The choice of one CAMEO code for a PLOVER type and mode is ours, in `cameo.toml`.
"""

import tomllib
from functools import lru_cache
from typing import Any, Final

from mahdar.packs.tables import HOME
from mahdar.record.types import Cameo, Plover, Status

QUAD: Final = {
    "AGREE": "verbal_cooperation",
    "CONSULT": "verbal_cooperation",
    "SUPPORT": "verbal_cooperation",
    "CONCEDE": "verbal_cooperation",
    "COOPERATE": "material_cooperation",
    "AID": "material_cooperation",
    "RETREAT": "material_cooperation",
    "REQUEST": "verbal_conflict",
    "ACCUSE": "verbal_conflict",
    "REJECT": "verbal_conflict",
    "THREATEN": "verbal_conflict",
    "PROTEST": "material_conflict",
    "SANCTION": "material_conflict",
    "MOBILIZE": "material_conflict",
    "COERCE": "material_conflict",
    "ASSAULT": "material_conflict",
}
_TO_AGREE: Final = ("CONSULT", "SUPPORT", "COOPERATE", "AID")


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    return tomllib.loads((HOME / "coding" / "ontology.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1 << 10)
def plover(kind: str, mode: str | None, status: Status) -> Plover:
    """The event by PLOVER's reduction rules: a planned CONSULT, SUPPORT, COOPERATE or AID is AGREE, a planned RETREAT
    CONCEDE.
    """
    if status == "planned" and kind in _TO_AGREE:
        kind, mode = "AGREE", None
    elif status == "planned" and kind == "RETREAT":
        kind, mode = "CONCEDE", None
    scores = _data()["plover"][kind]
    return Plover(event=kind, mode=mode, quad=QUAD[kind], scale=float(scores.get(mode or "", scores["score"])))


@lru_cache(maxsize=1 << 10)
def cameo(kind: str, mode: str | None, status: Status) -> Cameo:
    """The CAMEO code of an event and its Goldstein score; planned cooperation is root 03."""
    table = _data()["cameo"]
    key = f"{kind}/{mode}" if mode and f"{kind}/{mode}" in table else kind
    if status == "planned" and f"{kind}:planned" in table:
        key = f"{kind}:planned"
    code = table[key]
    return Cameo(root=code[:2], code=code, goldstein=float(_data()["goldstein"][code]))


def goldstein(code: str) -> float:
    """The Goldstein score of a CAMEO code."""
    return float(_data()["goldstein"][code])


def modes(kind: str) -> frozenset[str]:
    """The modes of a type."""
    return frozenset(k for k in _data()["plover"][kind] if k != "score")
