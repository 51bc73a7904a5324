"""Codes of countries and bodies in other schemes."""

from functools import lru_cache
from typing import Final, NamedTuple

from mahdar.packs.tables import HOME, rows
from mahdar.record.types import Entity

# CAMEO's codes of known international bodies (GDELT's CAMEO.knowngroup list). The African Union has that of the
# Organization of African Unity, whose successor it is.
KNOWN_GROUP: Final = {
    "UN": "UNO", "EU": "EEC", "NATO": "NAT", "LAS": "ARL", "GCC": "GCC", "OIC": "OIC", "AU": "OAU", "IAEA": "IAE",
    "OSCE": "SCE", "G7": "GOS", "IMF": "IMF", "WB": "WBK", "WTO": "WTO", "OPEC": "OPC", "ICC": "ICC", "ICRC": "IRC",
    "ECOWAS": "WAS", "ASEAN": "ASN", "CIS": "CIS", "ADB": "ADB", "AFDB": "AFB", "AMU": "AMU", "BIS": "BIS",
    "CENSAD": "CSS", "COE": "COE", "COMESA": "CEM", "COMMONWEALTH": "CWN", "EBRD": "EBR", "G77": "GSS", "G8": "GOE",
    "IGAD": "IAD", "INTERPOL": "ITP", "NAMOV": "NON", "OAPEC": "APE", "OAS": "OAS", "SAARC": "SAA", "SADC": "SAD",
}  # fmt: skip
REGION: Final = {
    "AFR": "AFR", "ASA": "ASA", "LAM": "LAM", "MEA": "MEA", "EUP": "EUR", "NOA": "NMR", "WST": "WST",
}  # fmt: skip
# PLOVER sectors that CAMEO has as agent types under the same or another name.
AGENT: Final = {
    "AGR": "AGR", "BUS": "BUS", "COP": "COP", "CRM": "CRM", "CVL": "CVL", "EDU": "EDU", "ELI": "ELI", "GOV": "GOV",
    "JRN": "MED", "JUD": "JUD", "LAB": "LAB", "LEG": "LEG", "MED": "HLH", "MIL": "MIL", "OPP": "OPP", "PRM": "UAF",
    "PTY": "PTY", "REB": "REB", "REF": "REF", "REL": "REL", "SPY": "SPY", "UAF": "UAF", "SOC": "CVL",
}  # fmt: skip


class Country(NamedTuple):
    """Codes of a state or territory, "" where a scheme has none, and its English name."""

    fips: str
    cow: str
    cameo: str
    name: str


@lru_cache(maxsize=1)
def countries() -> dict[str, Country]:
    """Codes by ISO 3166-1 alpha-3 code."""
    table = HOME / "export" / "countries.tsv"
    return {iso: Country(fips, cow, cameo or iso, name) for _, (iso, fips, cow, cameo, name) in rows(table, 5)}


@lru_cache(maxsize=1)
def _gaza() -> frozenset[str]:
    return frozenset(name for _, (name,) in rows(HOME / "export" / "gaza.tsv", 1))


def fips(e: Entity) -> str:
    """The FIPS code of the state that a place lies in, "" for none. Palestine is two areas there, WE and GZ."""
    if e.code == "PSE" and e.names.en in _gaza():
        return "GZ"
    state = countries().get(e.code or "")
    return state.fips if state is not None else ""


@lru_cache(maxsize=1)
def labels() -> dict[str, str]:
    """What a CAMEO code means, in English."""
    return {code: label for _, (code, label) in rows(HOME / "export" / "cameo_labels.tsv", 2)}


def country(e: Entity | None) -> str:
    """The ISO code of the state that an entity belongs to, "" for none."""
    return e.code if e is not None and e.code in countries() else ""


def cameo_country(e: Entity | None) -> str:
    """CAMEO's code of that state, or of the region that an entity stands for."""
    iso = country(e)
    return countries()[iso].cameo if iso else REGION.get(e.code or "", "") if e is not None else ""


def cameo_group(e: Entity | None) -> str:
    """CAMEO's code of the international body that an entity is or speaks for."""
    return KNOWN_GROUP.get(e.code or "", "") if e is not None else ""


def cameo_agent(e: Entity | None) -> str:
    """CAMEO's code of the kind of people."""
    return AGENT.get(e.sector or "", "") if e is not None else ""


def cameo_actor(e: Entity | None) -> str:
    """The whole actor code: country or body, then kind of people."""
    return (cameo_country(e) or cameo_group(e)) + cameo_agent(e)


def english(e: Entity | None) -> str:
    """The name to show in an English table: the English one where known."""
    return (e.names.en or e.name) if e is not None else ""
