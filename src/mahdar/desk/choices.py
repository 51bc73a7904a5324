"""What an archive offers to choose from, found once for each state of its file."""

import threading
from datetime import date
from typing import Any, Final, NamedTuple

from mahdar.desk import questions
from mahdar.desk.filters import Filters
from mahdar.desk.library import Library

_PARTIES: Final = 200
_PAIRS: Final = 12


class Choices(NamedTuple):
    """`first`, `last`: days of publication, None for an empty archive; `line`: the last; `pairs`: with numbers of acts;
    those of which there is most come first.
    """

    first: date | None
    last: date | None
    line: int
    articles: int
    parties: list[str]
    outlets: list[str]
    languages: list[str]
    places: list[str]
    pairs: list[tuple[str, int]]


_lock = threading.Lock()
_known: dict[str, tuple[tuple[Any, ...], Choices]] = {}


def choices(library: Library) -> Choices:
    """The choices of an archive as it is now."""
    state = _state(library)
    with _lock:
        known = _known.get(str(library.path))
    if known is not None and known[0] == state:
        return known[1]
    extent = library.ask(questions.EXTENT)[0]
    made = Choices(
        **extent,
        parties=[r["party"] for r in library.ask(*questions.parties(Filters(), _PARTIES))],
        outlets=[r["publisher"] for r in library.ask(questions.OUTLETS)],
        languages=[r["lang"] for r in library.ask(questions.LANGUAGES)],
        places=[r["place"] for r in library.ask(questions.PLACES)],
        pairs=pairs(library, Filters()),
    )
    with _lock:
        _known[str(library.path)] = (state, made)
    return made


def pairs(library: Library, f: Filters) -> list[tuple[str, int]]:
    """The pairs between which most of the acts that fit are, with how many."""
    return [(r["pair"], r["n"]) for r in library.ask(*questions.edges(f, False, _PAIRS))]


def _state(library: Library) -> tuple[Any, ...]:
    """What changes whenever the archive does: its file and the log beside it, which a killed program leaves."""
    out: list[Any] = []
    for path in (library.path, library.path.with_name(library.path.name + ".wal")):
        try:
            told = path.stat()
        except OSError:
            continue
        out += [told.st_mtime_ns, told.st_size, told.st_ino]
    return tuple(out)
