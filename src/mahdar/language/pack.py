"""A compiled language pack, loaded."""

import gc
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Final, NamedTuple

from mahdar.analysis.times import Vocabulary
from mahdar.coding.inventory import Frames
from mahdar.coding.modes import Modes
from mahdar.language.choice import Choice
from mahdar.language.cues import Cues
from mahdar.packs.ar.analyser import Analyser
from mahdar.packs.compile import load_pack
from mahdar.text.sentences import Layout
from mahdar.world.names import Entry, World

_BODIES: Final = ("organization", "group", "media", "city", "capital", "bloc")


class Pack(NamedTuple):
    """Everything the coder knows of one language. `states`: by code; `bodies`: what else has a name, by it."""

    code: str
    version: str
    analyser: Analyser
    choice: Choice
    world: World
    frames: Frames
    layout: Layout
    cues: Cues
    times: Vocabulary
    modes: Modes
    states: dict[str, Entry]
    bodies: dict[str, Entry]


@lru_cache(maxsize=4)
def pack(code: str) -> Pack:
    """The pack of a language.

    Raises:
        PackError: there is no such pack.
    """
    with uncollected():
        made = _made(code)
        gc.freeze()  # it stays to the end: walking it at each collection takes longer than coding an article
    return made


@contextmanager
def uncollected() -> Iterator[None]:
    """No garbage collection within: what a pack's or an article's reading makes is all kept to its end, and walking it
    time and again as it grows is of no use.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _made(code: str) -> Pack:
    raw = load_pack(code)
    world = World.of(raw.world)
    layout = raw.layout
    return Pack(
        code,
        raw.version,
        Analyser(raw.lexicon),
        Choice(raw.choice),
        world,
        Frames(raw.frames, raw.lights),
        Layout(
            re.compile(layout["boilerplate_opening"]),
            tuple([re.compile(x) for x in layout["boilerplate"]]),
            re.compile(layout["dateline"]),
            re.compile(layout["inline_dateline"]),
            re.compile(layout["caption_opening"]),
            tuple([re.compile(x) for x in layout["caption"]]),
            re.compile(layout["credit"]),
            re.compile(layout["agency"]),
            frozenset(layout["abbreviations"]),
        ),
        Cues(raw.cues, raw.relations),
        Vocabulary(raw.times),
        Modes(raw.modes, raw.contexts),
        {e.code: e for e in reversed(world.entries) if e.kind in ("state", "bloc")},
        {e.ar: e for e in reversed(world.entries) if e.kind in _BODIES},
    )
