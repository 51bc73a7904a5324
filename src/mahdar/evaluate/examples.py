"""The examples beside the frames, run as tests: a sentence, and the events that it must give.

An example line is `TYPE/mode ACTOR+ACTOR > RECIPIENT status by CODE`, codes with `/SECTOR`. A mode, a sector or
`by` that the line leaves out is not checked; the types, codes and statuses must be these and no more.
"""

import re
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from mahdar.coder import Coder
from mahdar.coding.frames import Example, read_frames
from mahdar.errors import MahdarError
from mahdar.views.rows import notation

_LINE = re.compile(
    r"(?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? (?P<actor>\S+) > (?P<recipient>\S+) "
    r"(?P<status>[a-z]+)(?: by (?P<by>\S+))?"
)
_PUBLISHED = "2022-06-15"


class Case(NamedTuple):
    """One example of one frame or light verb: `id` is file stem, frame id and number."""

    id: str
    example: Example


class Outcome(NamedTuple):
    """What an example gave: the lines wanted that are missing, and the lines that nobody wanted."""

    case: Case
    missing: list[str]
    extra: list[str]

    @property
    def passed(self) -> bool:
        """Whether wanted and given agree."""
        return not self.missing and not self.extra


def cases(code: str) -> Iterator[Case]:
    """The examples of a pack in the order of its files."""
    folder = files("mahdar.packs") / code / "frames"
    for f in sorted(folder.iterdir(), key=lambda f: f.name):
        if not f.name.endswith(".toml"):
            continue
        file = read_frames(f.read_text(encoding="utf-8"), f"packs/{code}/frames/{f.name}")
        named = [(x.id, x.example) for x in file.frame] + [
            (f"light.{x.verb}.{x.noun}.{n}", x.example) for n, x in enumerate(file.light)
        ]
        for id, examples in named:
            for n, example in enumerate(examples):
                yield Case(f"{id}#{n}", example)


def run(coder: Coder, case: Case) -> Outcome:
    """Code an example and compare."""
    try:
        given = notation(coder.code(case.example.text, published=_PUBLISHED))
    except MahdarError as error:
        given = [f"refused: {error}"]
    left = list(given)
    missing = []
    for want in case.example.gives:
        found = next((g for g in left if agrees(want, g)), None)
        if found is None:
            missing.append(want)
        else:
            left.remove(found)
    return Outcome(case, missing, left)


def agrees(want: str, given: str) -> bool:
    """Whether a coded event is the one that an example line states."""
    w, g = _LINE.fullmatch(want), _LINE.fullmatch(given)
    if w is None or g is None:
        return False
    return (
        w["type"] == g["type"]
        and (not w["mode"] or w["mode"] == g["mode"])
        and w["status"] == g["status"]
        and (not w["by"] or w["by"] == g["by"])
        and _side(w["actor"], g["actor"])
        and _side(w["recipient"], g["recipient"])
    )


def _side(want: str, given: str) -> bool:
    wanted, got = ([] if x == "-" else x.split("+") for x in (want, given))

    def codes(side: list[str]) -> set[str]:
        return {x.split("/")[0] for x in side} - {"UNK"}

    if codes(wanted) != codes(got):
        return False
    sectors = {tuple(x.split("/")) for x in wanted if "/" in x}
    have = {tuple(x.split("/")) for x in got}
    return all(x in have for x in sectors if x[0] != "UNK")
