import tomllib
from collections import defaultdict
from functools import lru_cache
from importlib.resources import files
from typing import Any

import pytest

from mahdar.coder import Coder
from mahdar.packs.tables import HOME, rows
from mahdar.text.fold import plain
from tests.examples import examples, lines

# Codes of the record contract that ISO 3166-1 does not have: Kosovo, and the states that are no more.
BEYOND_ISO = {"XKX", "SUN", "YUG", "SCG", "CSK", "DDR", "YMD", "NCY", "SML"}


@lru_cache
def states() -> list[dict[str, Any]]:
    path = files("mahdar.world") / "data" / "states.toml"
    found: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["state"]
    return found


def iso_codes() -> list[str]:
    return [code for line in lines("iso3166") for code in line.split()]


@pytest.mark.parametrize("code", iso_codes())
def test_every_state_has_its_names(code: str) -> None:
    (state,) = [s for s in states() if s["code"] == code]
    assert all(state.get(language) and all(state[language]) for language in ("ar", "en", "ru"))
    assert any("\u0621" <= c <= "\u064a" for c in state["ar"][0])
    assert any("a" <= c <= "z" for c in state["en"][0].lower())
    assert any("а" <= c <= "я" for c in state["ru"][0].lower())


def test_no_other_codes() -> None:
    codes = [s["code"] for s in states()]
    assert sorted(codes) == sorted({*iso_codes(), *BEYOND_ISO})


@pytest.mark.parametrize(
    "keys",
    [
        ("ar",),
        ("en",),
        ("ru",),
        pytest.param(
            ("ar", "byname", "seat", "seat_mil", "seat_leg"),
            marks=pytest.mark.xfail(strict=True, reason="الكونغو names COD and, as a byname, COG"),
        ),
    ],
    ids="+".join,
)
def test_no_name_in_two_states(keys: tuple[str, ...]) -> None:
    owners = defaultdict(set)
    for s in states():
        for key in keys:
            for name in s.get(key, []):
                owners[plain(name).casefold()].add(s["code"])
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_no_adjective_in_two_states() -> None:
    owners = defaultdict(set)
    for s in states():
        for word in (*s.get("adjective", []), *s.get("plural", [])):
            owners[plain(word)].add(s["code"])
    assert {word: codes for word, codes in owners.items() if len(codes) > 1} == {}


@pytest.mark.parametrize("code", iso_codes())
def test_every_state_is_recognised_by_its_name(coder: Coder, code: str) -> None:
    (state,) = [s for s in states() if s["code"] == code]
    assert code in _codes(coder, f"أكد المسؤول أن {state['ar'][0]} ترفض المقترح.")


@pytest.mark.parametrize("case", examples("adjectives"))
def test_every_form_of_an_adjective_is_recognised(coder: Coder, case: dict[str, Any]) -> None:
    masculine, feminine = case["forms"]
    stem = feminine[:-1]
    regular = [masculine + ending for ending in ("", "ون", "ين", "ان")] + [
        stem + ending for ending in ("ات", "تان", "تين")
    ]
    forms = [*regular, feminine, *case.get("plural", [])]
    unknown = [
        written
        for form in forms
        for written in (form, "ال" + form, "وال" + form, "بال" + form, "لل" + form, plain(form))
        if case["what"] not in _codes(coder, f"تحدث الحاضرون عن الموقف {written} أمس.")
    ]
    assert unknown == []


def _codes(coder: Coder, text: str) -> set[str]:
    return {w.entry.code for s in coder.read(text).sentences for w in s.words if w.entry is not None}


def test_groups_of_states_are_told_as_their_members(coder: Coder) -> None:
    """A group whose code lists states gives those as parties, and no entity has a list for a code."""
    groups = [row for _, row in rows(HOME / "world" / "data" / "organizations.tsv", 7) if "+" in row[4]]
    assert groups
    for name, _, _, _, code, _, _ in groups:
        record = coder.code(f"دعت {name} كينيا إلى الحوار.")
        assert all("+" not in (e.code or "") for e in record.entities)
        by_id = {e.id: e.code for e in record.entities}
        asked = [e for e in record.events if e.type == "REQUEST"]
        assert [{by_id[a] for a in e.actor} for e in asked] == [set(code.split("+"))], name
