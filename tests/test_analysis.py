"""How well words in 200 sentences of our own are split, lemmatised and told apart, against annotation by hand."""

from pathlib import Path
from typing import NamedTuple

import pytest

from mahdar.analysis.chunks import Word
from mahdar.coder import Coder
from mahdar.text.fold import plain

FILE = Path(__file__).parent / "data" / "analysis.tsv"
READINGS = Path(__file__).parent / "data" / "readings.tsv"


class Annotated(NamedTuple):
    """One word: as written, its clitics and stem joined by +, dictionary form, part of speech."""

    word: str
    split: str
    lemma: str
    pos: str


class Agreement(NamedTuple):
    """Shares of words read as annotated; precision and recall of finding verbs."""

    split: float
    lemma: float
    precision: float
    recall: float


def sentences() -> list[list[Annotated]]:
    blocks = FILE.read_text(encoding="utf-8").split("\n\n")
    rows = ([Annotated(*x.split("\t")) for x in b.split("\n") if x and not x.startswith("#")] for b in blocks)
    return [block for block in rows if block]


def split_of(w: Word) -> str:
    """The word as the coder splits it: conjunction, preposition or future letter, article, stem, pronoun."""
    folded = w.token.folded
    r = w.r
    front: list[str] = []
    if w.hit is not None:
        conj, prep, fut = w.hit.conj, w.hit.prep, ""
    else:
        conj, prep, fut = r.conj, r.prep, r.fut
    if conj:
        front.append(conj)
    if prep and len(prep) == 1 and r.pos != "prep":
        front.append(prep)
    if fut:
        front.append(fut)
    rest = folded[len("".join(front)) :]
    if rest.startswith("لل") and prep == "ل":
        rest = rest[1:]
    if prep == "ل" and rest.startswith("ل") and (r.definite or w.hit is not None) and not r.pron:
        rest = "ا" + rest
    pron = r.pron if w.hit is None else ""
    stem = rest[: len(rest) - len(pron)] if pron else rest
    article = stem.startswith("ال") and len(stem) > 3 and (r.definite or w.hit is not None) and not pron
    return "+".join([*front, *(["ال", stem[2:]] if article else [stem]), *([pron] if pron else [])])


@pytest.fixture(scope="module")
def agreement(coder: Coder) -> Agreement:
    words = split = lemma = found = right = verbs = 0
    for rows in sentences():
        text = " ".join(r.word for r in rows)
        read = [w for s in coder.read(text).sentences for w in s.words]
        assert [w.token.raw for w in read] == [r.word for r in rows]
        for w, r in zip(read, rows, strict=True):
            words += 1
            split += split_of(w) == plain(r.split)
            lemma += same_lemma(w, r)
            verb = w.hit is None and w.r.pos == "verb"
            found += verb
            verbs += r.pos == "verb"
            right += verb and r.pos == "verb"
    return Agreement(split / words, lemma / words, right / found, right / verbs)


def same_lemma(w: Word, r: Annotated) -> bool:
    mine = plain(w.r.lemma) if w.hit is None else w.token.folded[w.hit.stem :]
    wanted = plain(r.lemma)
    return wanted in {mine, mine.removeprefix("ال")} or (w.hit is not None and r.pos in ("name", "adj"))


def test_clitics_are_split_as_annotated(agreement: Agreement) -> None:
    assert agreement.split >= 0.97, agreement


def test_lemmas_are_as_annotated(agreement: Agreement) -> None:
    assert agreement.lemma >= 0.90, agreement


def test_verbs_are_found_and_only_verbs(agreement: Agreement) -> None:
    assert min(agreement.precision, agreement.recall) >= 0.90, agreement


ROWS = [x.split("\t") for x in READINGS.read_text(encoding="utf-8").splitlines() if not x.startswith("#")]


@pytest.mark.parametrize(("word", "pos", "lemma", "text"), ROWS)
def test_a_word_is_read_as_its_sentence_means_it(word: str, pos: str, lemma: str, text: str, coder: Coder) -> None:
    found = [(w.r.pos, w.r.lemma) for s in coder.read(text).sentences for w in s.words if w.token.raw == word]
    assert found == [(pos, lemma)], text
