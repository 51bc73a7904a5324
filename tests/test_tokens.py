from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mahdar.text.fold import fold
from mahdar.text.tokens import tokenize
from tests.dirty import dirty_text
from tests.examples import examples


@pytest.mark.parametrize("case", examples("tokens"))
def test_tokenize(case: dict[str, Any]) -> None:
    assert [f"{t.kind} {t.folded}" for t in tokenize(case["text"])] == case["gives"]


@given(dirty_text)
def test_tokens_slice_the_text(text: str) -> None:
    end = 0
    for t in tokenize(text):
        assert text[t.start : t.end] == t.raw
        assert end <= t.start < t.end <= len(text)
        assert t.folded
        assert t.folded == (t.raw if t.kind in ("latin", "mark") else fold(t.raw).text)
        end = t.end


@given(dirty_text)
def test_only_space_and_signs_lie_between_tokens(text: str) -> None:
    left = list(text)
    for t in tokenize(text):
        left[t.start : t.end] = [""] * (t.end - t.start)
    assert fold("".join(left)).text.strip() == ""


@given(dirty_text, st.data())
def test_offsets_count_from_the_start_of_the_text(text: str, data: st.DataObject) -> None:
    a = data.draw(st.integers(0, len(text)))
    b = data.draw(st.integers(a, len(text)))
    alone = tokenize(text[a:b])
    within = tokenize(text, a, b)
    assert [(x.start, x.end, x.folded, x.raw, x.kind) for x in within] == [
        (x.start + a, x.end + a, x.folded, x.raw, x.kind) for x in alone
    ]


@given(dirty_text)
def test_every_folded_letter_has_its_place(text: str) -> None:
    for t in tokenize(text):
        if t.kind in ("word", "number") and not _evened_out(t.raw):
            back = fold(t.raw)
            assert [t.at(n) - t.start for n in range(1, len(t.folded))] == list(back.start[1:])
            assert (t.at(0), t.at(len(t.folded))) == (t.start, t.end)


def _evened_out(raw: str) -> bool:
    """A ligature and a sign make up for each other's length: see the case that fails below."""
    back = fold(raw)
    return len(back.text) == len(raw) and back.start != tuple(range(len(raw)))


@pytest.mark.parametrize(
    ("raw", "n", "rest"),
    [
        ("والقاهرة", 1, "القاهرة"),
        ("وَالقاهرة", 1, "القاهرة"),
        ("وــبالقاهرة", 2, "القاهرة"),
        ("\ufeed\ufefb\ufef3\ufe94", 1, "\ufefb\ufef3\ufe94"),
        pytest.param(
            "\ufefb\u064eم", 1, "\ufefb\u064eم", marks=pytest.mark.xfail(strict=True, reason="a ligature with a vowel")
        ),
    ],
)
def test_a_clitic_is_cut_off_in_the_original(raw: str, n: int, rest: str) -> None:
    (token,) = tokenize(raw)
    assert raw[token.at(n) :] == rest
