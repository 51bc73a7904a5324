"""What the compiler of the wheel fails on without saying where: docs/decisions/0003-compiled.md."""

import ast
from pathlib import Path

import pytest

import mahdar

MODULES = sorted(Path(mahdar.__file__).parent.rglob("*.py"))


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.stem)
def test_no_starred_tuple_is_only_searched(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            searched = [x for x in node.comparators if isinstance(x, ast.Tuple | ast.List | ast.Set)]
            starred = [x for x in searched if any(isinstance(y, ast.Starred) for y in x.elts)]
            assert not starred, f"{path.name}:{node.lineno}: write `x in a or x in b`"
