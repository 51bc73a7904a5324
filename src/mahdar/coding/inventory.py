"""The frames of a pack as the coder asks for them: by trigger, with their conditions ready to be looked up."""

from collections.abc import Iterable, Sequence
from typing import Final

from mahdar.coding import frames as written

# What is no phrase that a verb governs.
_UNGOVERNED: Final = frozenset(("subject", "object2", "about", "described", "speaker", "doer", "genitive"))


class Phrases:
    """The words of a condition."""

    __slots__ = ("_first", "all")

    def __init__(self, phrases: Sequence[str]) -> None:
        self.all: Final = phrases
        self._first: dict[str, list[list[str]]] | None = None

    @property
    def first(self) -> dict[str, list[list[str]]]:
        """What must follow each word that begins a phrase; laid out when first asked for, since most never are."""
        if self._first is None:
            self._first = {}
            for phrase in self.all:
                first, _, rest = phrase.partition(" ")
                self._first.setdefault(first, []).append(rest.split())
        return self._first


class Slots:
    """The relations that fill each part, in order of preference, and conditions on them."""

    __slots__ = ("actor", "all", "recipient", "require", "topic", "without")

    def __init__(self, raw: written.Slots) -> None:
        self.actor: Final = raw.actor
        self.recipient: Final = raw.recipient
        self.topic: Final = raw.topic
        self.require: Final = raw.require
        self.all: Final = raw.all
        self.without: Final = raw.without


class Frame:
    """One act, as `frames.Frame` has it. `needs` and `wants`: what to say where a relation or a word is missing."""

    __slots__ = (
        "abroad",
        "attribute",
        "both",
        "classes",
        "context",
        "future",
        "general",
        "id",
        "idafa",
        "indefinite",
        "merge",
        "mode",
        "needs",
        "negator",
        "not_words",
        "noun",
        "official",
        "participle",
        "settled",
        "slots",
        "spoken",
        "toll",
        "type",
        "verb",
        "wants",
        "words",
    )

    def __init__(self, raw: written.Frame) -> None:
        self.id: Final = raw.id
        self.type: Final = raw.type
        self.mode: Final = raw.mode
        self.verb: Final = raw.verb
        self.noun: Final = raw.noun
        self.idafa: Final = raw.idafa
        self.context: Final = raw.context
        self.slots: Final = Slots(raw.slots)
        self.words: Final = {relation: Phrases(words) for relation, words in raw.words.items()}
        self.not_words: Final = {relation: Phrases(words) for relation, words in raw.not_words.items()}
        self.classes: Final = raw.classes
        self.indefinite: Final = raw.indefinite
        self.participle: Final = raw.participle
        self.abroad: Final = raw.abroad  # an adjective of its nouns tells where it leads
        self.attribute: Final = raw.attribute  # of its nouns only adjectives fire
        self.settled: Final = raw.attribute and raw.merge  # told as done before: الاتفاق الموقع مع تشيلي
        self.spoken: Final = raw.spoken
        self.toll: Final = raw.toll
        self.merge: Final = raw.merge
        self.both: Final = raw.both
        self.general: Final = raw.general
        self.official: Final = raw.official  # done by courts or police, so news whoever it is done to
        self.negator: Final = raw.negator
        self.future: Final = raw.future  # only what is said to come
        self.needs: Final = f"needs {' or '.join(raw.slots.require)}"
        self.wants: Final = f"no word that it wants as {' or '.join(raw.words)}"


class Light:
    """A verb that lends its subject to the event noun it governs."""

    __slots__ = ("mutual", "noun", "subject", "verb", "words")

    def __init__(self, raw: written.Light) -> None:
        self.verb: Final = raw.verb
        self.noun: Final = raw.noun
        self.subject: Final = raw.subject
        self.mutual: Final = raw.mutual
        self.words: Final = raw.words


class Frames:
    """The frames of a pack by trigger: verb lemma, noun lemma, or the words of a noun phrase."""

    def __init__(self, frames: Iterable[written.Frame], lights: Iterable[written.Light]) -> None:
        self.all: Final = [Frame(raw) for raw in frames]
        self.lights: Final[dict[str, list[Light]]] = {}
        self.verbs: Final[dict[str, list[Frame]]] = {}
        self.nouns: Final[dict[str, list[Frame]]] = {}
        self.phrases: Final[dict[str, list[tuple[list[str], Frame]]]] = {}
        for f in self.all:
            for v in f.verb:
                self.verbs.setdefault(v, []).append(f)
            for n in f.noun:
                first, *rest = n.split()
                if rest:
                    self.phrases.setdefault(first, []).append((rest, f))
                else:
                    self.nouns.setdefault(n, []).append(f)
        for slot in self.phrases.values():
            slot.sort(key=lambda x: -len(x[0]))
        for raw in lights:
            self.lights.setdefault(raw.verb, []).append(Light(raw))
        self.governs: Final = self._government()

    def _government(self) -> dict[str, frozenset[str]]:
        """For each verb, the prepositional relations that its frames name, "object" if one names that, and "party" if
        that object may be somebody who acts or is acted upon.
        """
        out: dict[str, set[str]] = {}
        for f in self.all:
            s = f.slots
            named = {r.split(":")[0] for r in (*s.actor, *s.recipient, *s.topic, *s.require, *f.words)} - _UNGOVERNED
            if "object" in s.actor or "object" in s.recipient:
                named.add("party")
            for v in f.verb:
                out.setdefault(v, set()).update(named)
        for verb, lights in self.lights.items():
            out.setdefault(verb, set()).update({x.noun for x in lights} - _UNGOVERNED)
        return {v: frozenset(rels) for v, rels in out.items()}

    def named(self, form: str, lemma: str) -> list[Frame]:
        """The frames of a noun, those of the form as it stands (a plural: احتجاجات) before those of its lemma; those
        that block a form (استعدادات) alone.
        """
        own = self.nouns.get(form) if form != lemma else None
        if own and not any(f.slots.actor or f.slots.recipient for f in own):
            return own
        found = self.nouns.get(lemma)
        return [*own, *(found or [])] if own else found or []
