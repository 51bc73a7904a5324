"""What the compiler of the wheel fails on without saying where: docs/decisions/0003-compiled.md."""

import ast
from pathlib import Path

import pytest

import mahdar

MODULES = sorted(Path(mahdar.__file__).parent.rglob("*.py"))


def test_defaults_of_classes_are_plain_values() -> None:
    """The compiled class has no other: `words: frozenset[str] = frozenset()` leaves it without the attribute."""
    tree = ast.parse((Path(mahdar.__file__).parent / "coding" / "slots.py").read_text(encoding="utf-8"))
    surroundings = next(x for x in tree.body if isinstance(x, ast.ClassDef) and x.name == "Surroundings")
    defaults = [x.value for x in surroundings.body if isinstance(x, ast.Assign | ast.AnnAssign)]
    assert all(isinstance(x, ast.Constant) for x in defaults)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_no_starred_tuple_is_only_searched(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            searched = [x for x in node.comparators if isinstance(x, ast.Tuple | ast.List | ast.Set)]
            starred = [x for x in searched if any(isinstance(y, ast.Starred) for y in x.elts)]
            assert not starred, f"{path.name}:{node.lineno}: write `x in a or x in b`"
