"""Names found in sentences of a NER file: `python -m benchmarks.mentions FILE.jsonl [N] [--errors]`.

Each line of the file is a sentence, `{"tokens": [...], "tags": [...]}`, with BIO tags of persons (PERS or PER),
places (LOC, GPE) and organizations (ORG); other tags (MISC) are ignored. The first N sentences (300) are coded each
by itself, and a name counts when its type and its first and last token are exactly right. Clitics stay part of
their token, as in the file.

The mentions counted are those that the record calls `name`:

* entities of kind `person` are persons: the name without title or office (not الرئيس, الدكتور, الشيخ);
* `place` and `government` are places: a country or capital is a place by its name, even where the coder takes it for
  its government; a nationality adjective (الروسي, الروس) is no name, and a record has it as `nominal`;
* `organization`, `armed-group` and `media` are organizations. A noun that only tells the kind (شركة, صحيفة, حركة,
  مدينة) is not part of the name, one that belongs to it (حزب, جامعة, مجلس, بنك) is;
* bodies of a state without a name of their own (الحكومة, الجيش, وزارة الخارجية) are `nominal` and not counted.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.run import table
from mahdar.coder import Coder
from mahdar.errors import InputError

TYPES = {"PERS": "person", "PER": "person", "LOC": "place", "GPE": "place", "ORG": "organization"}
KINDS = {
    "person": "person",
    "place": "place",
    "government": "place",
    "organization": "organization",
    "armed-group": "organization",
    "media": "organization",
}
Name = tuple[str, int, int]  # type, first token, last token + 1


def gold(tags: Sequence[str]) -> set[Name]:
    """The names that BIO tags mark."""
    out: set[Name] = set()
    start, kind = 0, ""
    for i, tag in enumerate([*tags, "O"]):
        if kind and tag != f"I-{kind}":
            if kind in TYPES:
                out.add((TYPES[kind], start, i))
            kind = ""
        if tag != "O" and not kind:
            start, kind = i, tag[2:]
    return out


def found(coder: Coder, tokens: Sequence[str]) -> set[Name]:
    """The names of a sentence by its record; none where it is refused."""
    begins: list[int] = []
    at = 0
    for token in tokens:
        begins.append(at)
        at += len(token) + 1
    try:
        record = coder.code(" ".join(tokens))
    except InputError:
        return set()
    out: set[Name] = set()
    for entity in record.entities:
        for m in entity.mentions:
            if m.how == "name" and entity.kind in KINDS:
                covered = [
                    i for i, (b, t) in enumerate(zip(begins, tokens, strict=True)) if b < m.end and m.start < b + len(t)
                ]
                out.add((KINDS[entity.kind], covered[0], covered[-1] + 1))
    return out


def sentences(path: Path, n: int) -> Iterator[tuple[list[str], list[str]]]:
    """Tokens and tags of the first `n` sentences."""
    with path.open(encoding="utf-8") as lines:
        for _, line in zip(range(n), lines, strict=False):
            row = json.loads(line)
            yield row["tokens"], row["tags"]


def rates(right: float, coded: float, wanted: float) -> list[float]:
    """Precision, recall and F1."""
    p, r = right / coded if coded else 0.0, right / wanted if wanted else 0.0
    return [p, r, 2 * p * r / (p + r) if p + r else 0.0]


def main() -> None:
    """Print the table, and the errors on demand."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", type=Path)
    parser.add_argument("n", nargs="?", type=int, default=300)
    parser.add_argument("--errors", action="store_true", help="print every name missed (-) or wrongly found (+)")
    args = parser.parse_args()
    coder = Coder("ar")
    right, coded, wanted = Counter[str](), Counter[str](), Counter[str]()
    for n, (tokens, tags) in enumerate(sentences(args.file, args.n), 1):
        mine, theirs = found(coder, tokens), gold(tags)
        for counter, names in ((right, mine & theirs), (coded, mine), (wanted, theirs)):
            counter.update(kind for kind, *_ in names)
        if args.errors:
            for sign, names in (("-", theirs - mine), ("+", mine - theirs)):
                for kind, a, b in sorted(names, key=lambda x: x[1]):
                    around = f"{' '.join(tokens[max(0, a - 3) : a])} [{' '.join(tokens[a:b])}]"
                    print(f"{n:4} {sign} {kind:12} {around} {' '.join(tokens[b : b + 3])}")
    kinds = sorted(KINDS[k] for k in ("person", "place", "organization"))
    rows: list[list[object]] = [[k, wanted[k], coded[k], *rates(right[k], coded[k], wanted[k])] for k in kinds]
    rows.append(["all", wanted.total(), coded.total(), *rates(right.total(), coded.total(), wanted.total())])
    table(["names", "in the file", "found", "precision", "recall", "F1"], rows)


if __name__ == "__main__":
    main()
