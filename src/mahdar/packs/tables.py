"""Reading the tab-separated tables of packs and world data."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from mahdar.errors import PackError

HOME: Final = Path(__file__).parent.parent  # where the package and its data lie; importlib.resources takes long to load


def rows(path: Path, width: int) -> Iterator[tuple[int, list[str]]]:
    """Line number and fields of every row; comments and blank lines left out, short rows padded to `width`.

    Raises:
        PackError: a row has more than `width` fields, or an empty first one.
    """
    for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = [f.strip() for f in line.split("\t")]
        if len(fields) > width or not fields[0]:
            raise PackError(
                f"{len(fields)} fields, the first {fields[0]!r}.", f"{path.name}:{n}", f"Give {width} fields."
            )
        yield n, fields + [""] * (width - len(fields))


def several(field: str) -> list[str]:
    """The alternatives of a field, divided by semicolons."""
    return [x for x in (part.strip() for part in field.split(";")) if x]
