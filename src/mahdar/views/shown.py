"""Text for readers, and the marks in it."""

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final, TypeVar

_Mark = TypeVar("_Mark", bound=Sequence[Any])
_HIDDEN: Final = dict.fromkeys(
    [*range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0x00, 0x09), *range(0x0E, 0x20), 0x7F], "\ufffd"
)


def shown(text: str) -> str:
    """Text for a page: controls that would turn the direction of what follows, or hide, are made visible."""
    return text.translate(_HIDDEN)


def cut(start: int, end: int, marks: Iterable[_Mark]) -> Iterator[tuple[int, int, list[_Mark]]]:
    """A stretch cut at every edge of a mark: each piece with the marks over it, so that marks may overlap and letters
    stay joined. A mark begins with its `[start, end)`.
    """
    here = [m for m in marks if m[0] < end and m[1] > start]
    edges = sorted({start, end, *(x for m in here for x in m[:2] if start < x < end)})
    for a, b in itertools.pairwise(edges):
        yield a, b, [m for m in here if m[0] <= a and b <= m[1]]
