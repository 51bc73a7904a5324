"""Who acts in an event and who is acted upon: the order in which that is asked."""

from mahdar.analysis.party import Party
from mahdar.coding.act import Act, strong
from mahdar.coding.acting import Acting
from mahdar.coding.addressee import Addressees
from mahdar.coding.draft import once_each
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import IN_A_PLACE
from mahdar.coding.owner import Owners
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger
from mahdar.coding.together import Together
from mahdar.coding.undergoing import Undergoing


class Who:
    """Fills the slots of a frame with parties."""

    def __init__(self, scene: Scene, addressees: Addressees, owners: Owners) -> None:
        self.scene = scene
        self.words, self.parties = scene.words, scene.parties
        self.acting = Acting(scene, addressees, owners)
        self.together = Together(scene, self.acting.control)
        self.undergoing = Undergoing(scene, addressees, owners)

    def fill(self, frame: Frame, around: Surroundings, t: Trigger) -> tuple[list[Party], list[Party]]:
        """Actors and recipients of the act that a trigger tells if it opens a frame."""
        a = Act(frame, around, t, self.acting.lent(t))
        if not (self.acting.complied_with(a) or self.together.all_sides(a) or self.undergoing.exposed(a)):
            a.actor = self.acting.told(a)
            a.recipient = self.undergoing.told(a)
            a.actor = self.acting.implied(a)
            self._lay_to_culprit(a)
            a.recipient = self.undergoing.implied(a)
        return strong(once_each(a.actor)), strong(once_each(a.recipient))

    def _lay_to_culprit(self, a: Act) -> None:
        """Take for the attacker whoever words behind it lay it to: مقتل جنديين في هجوم نسب إلى الجماعة."""
        if a.type in IN_A_PLACE and (culprit := self.scene.laid_to(a.t)) is not None:
            a.actor = self.parties(culprit)
            a.recipient = [p for p in a.recipient if p.start < self.words[culprit.start].token.start]
