"""Which reading of a word is chosen: the weights shipped are those of the training text, and are worth their place."""

import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.coder import Coder
from mahdar.errors import InputError
from mahdar.language.choice import Choice, Setting, features
from mahdar.language.tag import choose, readings_of
from mahdar.language.words import Readings
from mahdar.text.tokens import tokenize

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "src" / "mahdar" / "packs" / "ar" / "choice.tsv"


def test_the_weights_shipped_are_those_that_training_gives_and_read_more_words_right(tmp_path: Path) -> None:
    out = tmp_path / "choice.tsv"
    train = [sys.executable, str(ROOT / "scripts" / "train_choice.py"), str(out)]
    report = subprocess.run(train, check=True, capture_output=True, text=True).stdout
    share = {line.split(":")[0] + line.split()[-4]: float(line.split()[-3]) for line in report.splitlines()[1:]}
    assert share["readings_dev.tsvlearned"] > share["readings_dev.tsvhand"] + 0.01
    assert out.read_text(encoding="utf-8") == SHIPPED.read_text(encoding="utf-8"), (
        "words or sentences to learn from have changed: run python scripts/train_choice.py"
    )


@pytest.mark.parametrize(
    ("row", "says"),
    [
        ("2\tوحث\tverb حث past 3 ms", "Give one of .*verb حثّ past 3 ms و"),
        ("1\tوحث\tverb حثّ past 3 ms و+", "Token 1 is الوزير"),
    ],
)
def test_a_row_that_would_teach_nothing_is_refused(row: str, says: str, tmp_path: Path, coder: Coder) -> None:
    rows = tmp_path / "rows.tsv"
    rows.write_text(f"= رحب الوزير وحث الأطراف على الحوار.\n{row}\n", encoding="utf-8")
    read = runpy.run_path(str(ROOT / "scripts" / "train_choice.py"))["read"]
    with pytest.raises(InputError, match=says):
        read(rows, coder.pack)
    rows.write_text("= رحب الوزير وحث الأطراف على الحوار.\n2\tوحث\tverb حثّ past 3 ms و+\n", encoding="utf-8")
    assert len(read(rows, coder.pack)[0].right[2]) == 1


def test_a_score_is_the_sum_of_the_weights_of_what_can_be_said(coder: Coder) -> None:
    lines = SHIPPED.read_text(encoding="utf-8").splitlines()[1:]
    weights = {feature: float(weight) for feature, _, weight in (x.partition("\t") for x in lines)}
    choice = Choice(weights)
    seen: set[str] = set()
    for block in (ROOT / "training" / "readings_dev.tsv").read_text(encoding="utf-8").split("\n\n= ")[1:]:
        text, *told = block.split("\n")
        tokens = tokenize(text)
        forms = readings_of(tokens, coder.pack.analyser)
        kinds = {x.split("\t")[0]: x.split("\t@")[1] for x in told if "\t@" in x}
        named = [kinds.get(str(i), "") for i in range(len(tokens))]

        def pick(i: int, scores: list[float], at: Setting, forms: list[Readings] = forms) -> int:
            for r, mark in zip(forms[i].all, forms[i].marks, strict=True):
                said = features(r, mark, at)
                seen.update(x[0] for x in said if x in weights)
                assert choice.score(r, mark, at) == pytest.approx(sum(weights.get(x, 0.0) for x in said))
            return scores.index(max(scores))

        choose(tokens, forms, named, pick=pick)
    assert seen == {x[0] for x in weights}


@pytest.mark.parametrize(
    ("text", "word", "kind"),
    [
        ("قصف الجيش الإسرائيلي مواقع في الجنوب.", "قصف", "verb"),
        ("أدانت مصر قصف المدنيين في الجنوب.", "قصف", "noun"),
        ("طلب الوزير لقاء نظيره التركي.", "طلب", "verb"),
        ("رفض الوزير طلب نظيره التركي.", "طلب", "noun"),
        ("دعم الاتحاد الأوروبي الخطة.", "دعم", "verb"),
        ("أكد الاتحاد الأوروبي دعم الخطة.", "دعم", "noun"),
    ],
)
def test_one_word_read_by_its_place(coder: Coder, text: str, word: str, kind: str) -> None:
    (sentence,) = coder.read(text).sentences
    read = [w.r.pos for w in sentence.words if w.token.raw == word]
    assert read == [kind]
