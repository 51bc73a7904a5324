"""Clauses into events: which frame a trigger opens, who fills its slots, whether it happened and who says so."""

from typing import Final

from mahdar.analysis.party import Party, people_of, side
from mahdar.coding.addressee import Addressees
from mahdar.coding.content import Content
from mahdar.coding.doubts.case import Case
from mahdar.coding.doubts.doubts import Doubts
from mahdar.coding.draft import Attempt, Draft
from mahdar.coding.drafting import Drafting
from mahdar.coding.fitting import Fitting
from mahdar.coding.implied import Implied
from mahdar.coding.joining import Joining
from mahdar.coding.kinds import FIGHTERS, IN_A_PLACE, OF_THE_PLACE, UNNAMED
from mahdar.coding.owner import Owners
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger
from mahdar.coding.triggers import Triggers
from mahdar.coding.who import Who

_OF_A_CROWD: Final = frozenset(("ASSAULT", "COERCE", "PROTEST", "REQUEST", "ACCUSE", "MOBILIZE"))
_HELD: Final = frozenset(("CVL", "COP", "EDU", "JRN", "JUD", "LEG", "MED", "MIL", "OPP", "PTY", "REL"))


class SentenceCoder:
    """Codes one sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.parties, self.reread, self.attempts = scene.parties, scene.reread, scene.attempts
        self.triggers, self.fitting = Triggers(scene), Fitting(scene)
        self.owners = Owners(scene)
        self.who = Who(scene, Addressees(scene), self.owners)
        self.doubts, self.drafting = Doubts(scene), Drafting(scene)
        self.content = Content(scene)
        self.implied, self.joining = Implied(scene, self.content), Joining(scene)

    def code(self) -> list[Draft]:
        """The events of the sentence in the order of their triggers."""
        drafts: list[Draft] = []
        triggers = self.triggers.find()
        self.scene.claimed = self.triggers.claims(triggers)
        for t in triggers:
            draft = self._try(t, drafts)
            if draft is not None:
                drafts.append(draft)
                if draft.type == "CONSULT" and len({side(p) for p in draft.actor}) > 1:
                    self.scene.talks = list(draft.actor)
        threats = self.implied.conditional_threats(drafts)
        conditions = {d.source.word for d in threats}
        drafts = [*(d for d in drafts if d.source.word not in conditions), *threats]
        drafts += self.implied.obligations() + self.implied.charges(drafts) + self.implied.grievances(drafts)
        drafts = [self.implied.called_off(d) for d in drafts if not self.content.only_content(d, drafts)]
        drafts = [self.content.answered(d, drafts) for d in drafts]
        drafts = self.implied.not_twice(drafts)
        drafts += self.implied.denied_after(drafts)
        drafts = self.joining.without_tolls([d for d in drafts if not self.content.unless(d)])
        done = [self.joining.sharing(self.joining.judging(d, drafts), drafts) for d in self.joining.once(drafts)]
        done = [self.joining.parted(self.joining.together(d, drafts), drafts) for d in done]
        return self.scene.settle([self.joining.at_talks(d, drafts) for d in done])

    def _try(self, t: Trigger, drafts: list[Draft]) -> Draft | None:
        around = self.scene.around(t)
        fitting = [*self.fitting.in_passive(t, around), *self.fitting.frames(t, around)]
        if not fitting and self.fitting.goes_on(t):
            c = t.clause
            c.subject, c.objects = [], c.subject
            around.forget()
            self.reread(c)
            fitting = self.fitting.frames(t, around)
            if not fitting:
                c.subject, c.objects = c.objects, []
                around.forget()
                self.reread(c)
        for _, frame in fitting:
            around.suit(frame)
            if not frame.slots.actor and not frame.slots.recipient:
                self.attempts.append(Attempt(t.word, frame.id, "blocks the trigger"))
                return None
            passive, c = t.clause.passive, t.clause
            silent = self.fitting.silent_subject(t, frame)
            if self.fitting.silent_passive(t, frame, around) and not (
                silent and self.scene.names_place(t.clause.subject[0])
            ):
                t.clause.passive = True
            elif silent:
                t.clause.subject, t.clause.objects = [], t.clause.subject
                self.reread(t.clause)
            around.forget()
            actor, recipient = self.who.fill(frame, around, t)
            if frame.type == "AGREE" and frame.merge and not actor and around.denied():
                actor = self._at_talks(t, drafts)
            if frame.type in _OF_A_CROWD:
                told = _HELD | {"LAB", "AGR"} if frame.type == "PROTEST" else OF_THE_PLACE
                actor = self.owners.of_place(actor, around, told)
            if frame.type in IN_A_PLACE:
                recipient = self.owners.of_place(recipient, around, _HELD)
            if "political_institutions" in frame.context and recipient:  # a coup is by the country's own soldiers
                home = recipient[0].code
                actor = [p._replace(code=home) if p.code == "UNK" and p.sector in FIGHTERS else p for p in actor]
            if frame.type == "PROTEST":
                actor = actor or self._scene(t) or self._there(t, around)
                actor = [_people(p) if p.kind in ("government", "place") or _mass(p) else p for p in actor]
            reason = self.doubts.refusal(Case(t, frame, actor, recipient, around))
            on_the_ground = any(p.kind == "place" for p in recipient)  # هجوما على بلدة
            in_words = _by_word(actor) and not on_the_ground
            in_words = in_words and not (t.kind == "noun" and self.scene.claims_deed(t.clause))
            if any(f.spoken for _, f in fitting) and not reason and frame.spoken != in_words:
                reason = "done with weapons" if frame.spoken else "done in words"
            self.attempts.append(Attempt(t.word, frame.id, reason or "coded"))
            if not reason:
                return self.drafting.draft(t, frame, around, actor, recipient)
            c.passive = passive  # which only this act would have made it
            around.forget()
        if t.kind == "noun" and t.last > t.first + 1:
            return self._try(t.shortened(), drafts)  # the phrase names no act here, its noun may
        return None

    def _scene(self, t: Trigger) -> list[Party]:
        """The place that sees an act: شهدت مدن كينية احتجاجات."""
        if t.light is None or t.light.subject != "none" or t.relation == "subject":
            return []
        return [p for x in t.clause.subject for p in self.parties(x) if p.code not in UNNAMED]

    def _there(self, t: Trigger, around: Surroundings) -> list[Party]:
        """The people of the place where a protest is that tells of nobody: مسيرة ضد الحكومة في كراكاس."""
        at = self.scene.words[t.first].token.start
        crowd = self.owners.of_place([people_of("UNK", "", at, at, "implicit")], around)
        return [p._replace(key=f"population:{p.code}:CVL") for p in crowd if p.code not in UNNAMED]

    def _at_talks(self, t: Trigger, drafts: list[Draft]) -> list[Party]:
        """Who came to no agreement: whoever the sentence or the article has at talks (انتهت المفاوضات من دون اتفاق)."""
        talks = next((d for d in reversed(drafts) if d.type == "CONSULT" and d.actor), None)
        if talks is not None:
            between = {side(p) for p in self.scene.resolver.d.mediators}
            met = [*talks.actor, *talks.recipient]
            parted = [p for p in met if side(p) not in between]
            return parted if len(parted) > 1 else met
        subject = [p for p in self.scene.subject_of(t.clause) if p.code not in UNNAMED]
        return subject or list(self.scene.resolver.d.pair)


def _by_word(actor: list[Party]) -> bool:
    """Whether one known person or holder of an office does it alone: he attacks in words (شن الوزير هجوما على ...)."""
    alone = len(actor) == 1 and actor[0].kind == "person" and actor[0].sector not in FIGHTERS
    rebel = alone and actor[0].sector == "REB" and (actor[0].code == "UNK" or actor[0].level == "person")
    return alone and not rebel and actor[0].number != "p" and (actor[0].entry >= 0 or bool(actor[0].office))


def _mass(p: Party) -> bool:
    """Whether a party is a crowd called by a noun of no body: حشود غاضبة."""
    return p.weak and p.how == "nominal" and p.sector is None


def _people(p: Party) -> Party:
    """The people of a country or place: إضراب عام في تونس is by no government."""
    return p._replace(key=f"population:{p.code}:CVL", sector="CVL", kind="population")
