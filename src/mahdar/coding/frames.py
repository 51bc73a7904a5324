"""Frames: which words name an act, and which phrase around them plays which part."""

from collections.abc import Container, Iterable
from functools import lru_cache

import msgspec
from msgspec import Struct, field

from mahdar.errors import PackError
from mahdar.text.fold import plain

RELATIONS = frozenset(
    "subject object object2 speaker an_clause ila min an ala fi li bi maa didda bayna hawl tijah bihaqq min_qibal "
    "hasab dakhil ria sabab "
    "khilal baad qabl laday amam ala_yad idafa ka hatta munthu janib bidun about".split()
)
TYPES = frozenset(
    (
        "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT "
        "REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT"
    ).split()
)


_BARE = frozenset(("subject", "object", "object2", "about", "speaker", "genitive"))


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
    participle: bool = False
    merge: bool = False
    negator: list[str] = field(default_factory=list)
    example: list[Example] = field(default_factory=list)


class Light(Struct, frozen=True, forbid_unknown_fields=True):
    """A verb that lends its subject to the event noun it governs."""

    verb: str
    noun: str
    subject: str
    words: list[str] = field(default_factory=list)
    id: str = ""
    example: list[Example] = field(default_factory=list)


class FrameFile(Struct, frozen=True, forbid_unknown_fields=True):
    """One file of `frames/`."""

    frame: list[Frame] = field(default_factory=list)
    light: list[Light] = field(default_factory=list)


class Frames:
    """The frames of a pack by trigger: verb lemma, noun lemma, or the words of a noun phrase."""

    def __init__(self, frames: Iterable[Frame], lights: Iterable[Light]) -> None:
        self.all = list(frames)
        self.lights: dict[str, list[Light]] = {}
        self.verbs: dict[str, list[Frame]] = {}
        self.nouns: dict[str, list[Frame]] = {}
        self.phrases: dict[str, list[tuple[tuple[str, ...], Frame]]] = {}
        for f in self.all:
            for v in f.verb:
                self.verbs.setdefault(v, []).append(f)
            for n in f.noun:
                first, *rest = n.split()
                if rest:
                    self.phrases.setdefault(first, []).append((tuple(rest), f))
                else:
                    self.nouns.setdefault(n, []).append(f)
        for slot in self.phrases.values():
            slot.sort(key=lambda x: -len(x[0]))
        for light in lights:
            self.lights.setdefault(light.verb, []).append(light)
        self.governs = self._government()

    def _government(self) -> dict[str, frozenset[str]]:
        """For each verb, the prepositional relations that its frames name."""
        out: dict[str, set[str]] = {}
        for f in self.all:
            s = f.slots
            named = {r.split(":")[0] for r in (*s.actor, *s.recipient, *s.topic, *s.require, *f.words)} - _BARE
            for v in f.verb:
                out.setdefault(v, set()).update(named)
        for verb, lights in self.lights.items():
            out.setdefault(verb, set()).update({x.noun for x in lights} - _BARE)
        return {v: frozenset(rels) for v, rels in out.items()}

    def named(self, form: str, lemma: str) -> list[Frame]:
        """The frames of a noun, those of the form as it stands (a plural: احتجاجات) before those of its lemma."""
        own = self.nouns.get(form, []) if form != lemma else []
        return [*own, *self.nouns.get(lemma, ())]


@lru_cache(maxsize=1 << 14)
def by_first(phrases: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """The words of a condition by the first of each: what must follow it."""
    out: dict[str, list[list[str]]] = {}
    for phrase in phrases:
        first, _, rest = phrase.partition(" ")
        out.setdefault(first, []).append(rest.split())
    return out


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
        for r in (*s.actor, *s.recipient, *s.require, *s.without, *f.words):
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
