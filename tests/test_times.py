import datetime as dt
import inspect
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.analysis.calendar import date, easter, moved, whole
from mahdar.analysis.dates import Meaning, Now, resolve
from mahdar.analysis.time_forms import MEANINGS
from mahdar.analysis.times import Finder, Vocabulary
from mahdar.coder import Coder
from mahdar.errors import PackError
from mahdar.language.pack import pack
from mahdar.record.types import Time
from mahdar.text.tokens import tokenize
from tests.dirty import dirty_text
from tests.examples import DATA

PACK = tomllib.loads((files("mahdar.packs") / "ar" / "times.toml").read_text(encoding="utf-8"))
FORMS: dict[str, list[str]] = PACK["forms"]
WORDS = sorted({p for words in PACK["words"].values() for p in words} | {"3", "12/5", "15-20", "2014", "1443", "10:30"})
time_text = st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join)
day = st.dates(dt.date(1990, 1, 1), dt.date(2060, 1, 1))


def _examples() -> Iterator[Any]:
    for line in (DATA / "times.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            text, published, expected = line.split("\t")
            yield pytest.param(text, published or None, expected, id=text)


def _told(text: str, t: Time) -> str:
    value = {"date": "?", "duration": "length", "set": "set"}[t.kind]
    if t.value is not None:
        value = t.value.from_ if t.value.from_ == t.value.to else f"{t.value.from_}/{t.value.to}"
    return f"{text[t.start : t.end]} = {value}"


@pytest.mark.parametrize(("text", "published", "expected"), list(_examples()))
def test_example(coder: Coder, text: str, published: str | None, expected: str) -> None:
    record = coder.code(text, published=published)
    assert " | ".join(_told(text, t) for t in record.times) == expected


@pytest.mark.parametrize("text_of", [time_text, dirty_text], ids=["time words", "any text"])
@given(data=st.data())
def test_expressions_slice_the_text_in_order(text_of: st.SearchStrategy[str], data: st.DataObject) -> None:
    tokens = tokenize(data.draw(text_of))
    found = Finder(tokens, pack("ar").times).find()
    end = 0
    for f in found:
        assert end <= f.first < f.last <= len(tokens)
        assert 0 <= f.cut < len(tokens[f.first].folded)
        end = f.last
    assert found == Finder(tokens, pack("ar").times).find()


@given(time_text, st.none() | day, st.none() | st.booleans(), st.none() | st.tuples(day, day).map(sorted))
def test_values_run_forwards(text: str, published: dt.date | None, ahead: bool | None, recent: Any) -> None:
    now = Now(published, ahead, tuple(recent) if recent else None)
    for f in Finder(tokenize(text), pack("ar").times).find():
        value = resolve(f.meaning, now)
        assert value is None or value[0] <= value[1]
        assert value == resolve(f.meaning, now)


@given(time_text)
def test_only_what_is_told_is_resolved_without_publication(text: str) -> None:
    for f in Finder(tokenize(text), pack("ar").times).find():
        value = resolve(f.meaning, Now(None))
        assert value is None or value == resolve(f.meaning, Now(dt.date(2024, 5, 15), False))


def test_a_storm_of_dates_is_read() -> None:
    tokens = tokenize("السبت 15 مايو/أيار 2021، " * 3000)
    assert len(Finder(tokens, pack("ar").times).find()) == 3000


@pytest.mark.parametrize("word", WORDS)
def test_a_word_over_and_over_is_read(word: str) -> None:
    Finder(tokenize(f"{word} " * 1000), pack("ar").times).find()


# The forms of the pack and the functions that give them a meaning.
@pytest.mark.parametrize("name", sorted(FORMS))
def test_roles_of_a_form_fit_its_function(name: str) -> None:
    make = MEANINGS.get(name)
    for form in FORMS[name]:
        items = [x.rstrip("?") for x in form.split() if x[0] not in "!<"]
        roles = [x.partition(":")[0] for x in items if ":" in x]
        if make is None:
            assert "x" in roles or not roles
        elif "x" not in roles:
            optional = {x.partition(":")[0] for x in form.split() if ":" in x and x.endswith("?")}
            parameters = inspect.signature(make).parameters
            needed = {p.name for p in parameters.values() if p.default is p.empty}
            assert set(roles) <= parameters.keys()
            assert needed <= set(roles) - optional


def test_no_form_contains_itself() -> None:
    """A form that did could be as deep as the text is long."""
    forms = pack("ar").times.forms
    inner = {
        name: {n for form in forms[name] for item in form.items if not item.sign for n, _ in item.names} & forms.keys()
        for name in forms
    }
    while leaves := {name for name in inner if not inner[name]}:
        inner = {name: parts - leaves for name, parts in inner.items() if name not in leaves}
    assert not inner


def test_every_class_of_words_has_a_form() -> None:
    forms = pack("ar").times.forms.values()
    used = {n for rows in forms for form in rows for item in form.items for n, _ in item.names}
    assert {w for w in PACK["words"] if not used & {w, f"the_{w}"}} == set()


def test_every_function_has_a_form() -> None:
    assert MEANINGS.keys() - FORMS.keys() == set()


@pytest.mark.parametrize(
    ("forms", "message"),
    [
        ({"time": ["weekdey"]}, "weekdey"),
        ({"time": ["month:"]}, "month:"),
        ({"time": ["teen"], "teen": ["and"]}, "teen"),
    ],
)
def test_wrong_forms_are_named(forms: dict[str, list[str]], message: str) -> None:
    with pytest.raises(PackError, match=message):
        Vocabulary({**PACK, "forms": forms})


# The calendar.
@pytest.mark.parametrize("value", ["2013-03-31", "2019-04-21", "2024-03-31", "2025-04-20", "2038-04-25"])
def test_easter(value: str) -> None:
    assert easter(int(value[:4])).isoformat() == value


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [((1443, 20, 14), "2022-03-17"), ((1445, 21, 1), "2024-03-11"), ((1446, 13, 1), "2024-07-07")],
)
def test_hijri(hijri: tuple[int, int, int], gregorian: str) -> None:
    assert date(*hijri).isoformat() == gregorian


@pytest.mark.parametrize(
    ("start", "n", "unit", "end"),
    [
        ("2024-03-31", -1, "month", "2024-02-29"),
        ("2024-02-29", 1, "year", "2025-02-28"),
        ("2024-12-31", 2, "month", "2025-02-28"),
        ("2024-05-15", -36, "hour", "2024-05-14"),
        ("2024-05-15", -5, "hour", "2024-05-15"),
        ("2024-05-15", 2, "week", "2024-05-29"),
        ("2024-05-15", -3, "decade", "1994-05-15"),
    ],
)
def test_moved(start: str, n: int, unit: str, end: str) -> None:
    assert moved(dt.date.fromisoformat(start), n, unit).isoformat() == end


@pytest.mark.parametrize(
    ("unit", "shift", "first", "last"),
    [
        ("week", 0, "2024-05-13", "2024-05-19"),
        ("month", -3, "2024-02-01", "2024-02-29"),
        ("year", 1, "2025-01-01", "2025-12-31"),
        ("decade", -1, "2010-01-01", "2019-12-31"),
        ("century", -1, "1901-01-01", "2000-12-31"),
    ],
)
def test_whole(unit: str, shift: int, first: str, last: str) -> None:
    assert whole(dt.date(2024, 5, 15), unit, shift) == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))


def test_what_no_text_fixes_has_no_value() -> None:
    assert resolve(Meaning(), Now(dt.date(2024, 5, 15), True, (dt.date(2024, 5, 1), dt.date(2024, 5, 1)))) is None
