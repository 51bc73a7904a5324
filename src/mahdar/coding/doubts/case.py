"""What a doubt looks at, and what it looks with."""

from typing import Final

from mahdar.analysis.party import Party
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import UNNAMED
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger

PUBLIC: Final = frozenset(("GOV", "MIL", "LEG", "REB", "OPP", "PRM"))  # whose acts are news of a country left unnamed


class Case:
    """A frame that fits a trigger, with its parties."""

    __slots__ = ("actor", "around", "frame", "named", "recipient", "trigger")

    def __init__(
        self, trigger: Trigger, frame: Frame, actor: list[Party], recipient: list[Party], around: Surroundings
    ) -> None:
        self.trigger = trigger
        self.frame = frame
        self.actor = actor
        self.recipient = recipient
        self.around = around
        self.named = known(actor) or known(recipient)

    @property
    def of_noun(self) -> bool:
        """Whether a noun names the act, without a verb that lends itself to it as in شنت هجوما."""
        return self.trigger.kind == "noun" and self.trigger.light is None

    @property
    def told_in_words(self) -> bool:
        """Whether words of its frame, which it requires, tell that a noun is an act: تمكن من القضاء على المسلحين."""
        required = self.frame.words.keys() & self.frame.slots.require
        return bool(required) and self.trigger.relation != "object"


class Questions:
    """Questions about the cases of one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.frames, self.cues = scene.words, scene.chunks, scene.frames, scene.cues
        self.resolver, self.status, self.title = scene.resolver, scene.status, scene.title

    def lent_to(self, t: Trigger) -> bool:
        """Whether the verb of its clause is one that lends its subject to nouns in this relation: تعرض للضرب والقتل."""
        assert t.chunk is not None
        verbs = self.words[t.clause.verb.start].acts if t.clause.verb is not None else ()
        return any(light.noun == t.chunk.rel for v in verbs for light in self.frames.lights.get(v, ()))


def known(parties: list[Party]) -> bool:
    """Whether one of some parties is of a known state or body."""
    return any(p.code not in UNNAMED for p in parties)
