"""Which reading of a word is chosen: the weights shipped are those of the training text, and are worth their place."""

import subprocess
import sys
from pathlib import Path

import pytest

from mahdar.coder import Coder

ROOT = Path(__file__).parent.parent
SHIPPED = ROOT / "src" / "mahdar" / "packs" / "ar" / "choice.tsv"


def test_the_weights_shipped_are_those_that_training_gives_and_read_more_words_right(tmp_path: Path) -> None:
    out = tmp_path / "choice.tsv"
    train = [sys.executable, ROOT / "scripts" / "train_choice.py", out]
    report = subprocess.run(train, check=True, capture_output=True, text=True).stdout
    share = {line.split(":")[0] + line.split()[-4]: float(line.split()[-3]) for line in report.splitlines()[1:]}
    assert share["readings_dev.tsvlearned"] > share["readings_dev.tsvhand"] + 0.01
    assert out.read_text(encoding="utf-8") == SHIPPED.read_text(encoding="utf-8"), (
        "words or sentences to learn from have changed: run python scripts/train_choice.py"
    )


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
