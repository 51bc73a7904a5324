"""Frames: which words name an act, and which phrase around them plays which part."""

from collections.abc import Container

import msgspec
from msgspec import Struct, field

from mahdar.errors import PackError
from mahdar.text.fold import plain

RELATIONS = frozenset(
    "subject object object2 speaker an_clause ila min an ala fi li bi maa didda bayna hawl tijah bihaqq min_qibal "
    "hasab dakhil ria sabab "
    "khilal baad qabl laday amam ala_yad idafa ka hatta munthu janib bidun about described doer".split()
)
TYPES = frozenset(
    (
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT "
        "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
    ).split()
)


class Example(Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence and the events it gives, one line each; empty for a near miss."""

    text: str
    gives: list[str]
    why: str = ""


class Slots(Struct, frozen=True, forbid_unknown_fields=True):
    """The relations that fill each part, in order of preference, and conditions on them."""

    actor: list[str] = field(default_factory=list)
    recipient: list[str] = field(default_factory=list)
    topic: list[str] = field(default_factory=list)
    require: list[str] = field(default_factory=list)
    all: list[str] = field(default_factory=list)
    without: list[str] = field(default_factory=list)


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """One act; see `docs/data-formats.md`."""

    id: str
    type: str
    mode: str = ""
    verb: list[str] = field(default_factory=list)
    noun: list[str] = field(default_factory=list)
    idafa: str = "subject"
    context: list[str] = field(default_factory=list)
    source: str = ""
    slots: Slots = field(default_factory=Slots)
    words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    not_words: dict[str, tuple[str, ...]] = field(default_factory=dict)
    classes: dict[str, list[str]] = field(default_factory=dict)
    indefinite: list[str] = field(default_factory=list)
    participle: bool = False
    attribute: bool = False
    abroad: bool = False
    spoken: bool = False
    toll: bool = False
    merge: bool = False
    both: bool = False
    general: bool = False
    official: bool = False
    negator: list[str] = field(default_factory=list)
    future: bool = False
    example: list[Example] = field(default_factory=list)


class Light(Struct, frozen=True, forbid_unknown_fields=True):
    """A verb that lends its subject to the event noun it governs."""

    verb: str
    noun: str
    subject: str
    mutual: bool = False
    words: list[str] = field(default_factory=list)
    id: str = ""
    example: list[Example] = field(default_factory=list)


class FrameFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `frames/`."""

    frame: list[Frame] = field(default_factory=list)
    light: list[Light] = field(default_factory=list)


def read_frames(text: str, where: str) -> FrameFile:
    """A file of frames, checked.

    Raises:
        PackError: not TOML, an unknown key, type or relation.
    """
    try:
        file = msgspec.toml.decode(text, type=FrameFile)
    except (msgspec.MsgspecError, ValueError) as error:
        raise PackError(str(error), where, "See docs/data-formats.md.") from error
    for f in file.frame:
        if f.type not in TYPES:
            raise PackError(f"unknown type {f.type!r}.", f"{where}: {f.id}", f"One of {', '.join(sorted(TYPES))}.")
        s = f.slots
        for r in (*s.actor, *s.recipient, *s.require, *s.all, *s.without, *f.words, *f.indefinite):
            if r.split(":")[0] not in RELATIONS:
                raise PackError(
                    f"unknown relation {r!r}.", f"{where}: {f.id}", f"One of {', '.join(sorted(RELATIONS))}."
                )
    return file


def noun_key(word: str, known: Container[str] = ()) -> str:
    """How a trigger noun is looked up: folded, no articles; `known` words keep their first letters (التزام)."""
    return " ".join(
        w[2:] if w.startswith("ال") and len(w) > 4 and not raw.startswith("إ") and w not in known else w
        for raw, w in zip(word.split(), plain(word).split(), strict=True)
    )
