"""Which frames a trigger can open, and which verbs leave their subject unsaid or stand in the passive."""

from typing import Final

from mahdar.analysis.chunks import Chunk, agreement
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import side
from mahdar.coding.draft import Attempt
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import FIGHTERS, IN_A_PLACE, MATERIAL, PLACES
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger, fits

_SHADDA: Final = "\u0651"
_HELD: Final = ("abduct", "arrest")
# Modes of what is done to those of whom a verb before it tells nothing else: خمسة سجناء أعدموا.
_ENDURED: Final = ("abduct", "arrest", "targeted")
_JUDGES: Final = ("ACCUSE", "REJECT", "SUPPORT")


class Fitting:
    """Tries the frames of a trigger."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.cues, self.resolver, self.parties = scene.words, scene.cues, scene.resolver, scene.parties
        self.subject_of, self.status, self.attempts = scene.subject_of, scene.status, scene.attempts

    def _of_other_verb(self, t: Trigger, frame: Frame) -> bool:
        """Whether a frame is of another verb that the form may be than the one that it was read as: ترد of أردى."""
        acts = self.words[t.word].acts if t.kind == "verb" else ()
        own = acts[0].replace(_SHADDA, "") if acts else ""
        return bool(acts) and not any(v in frame.verb for v in acts if v.replace(_SHADDA, "") == own)

    def frames(self, t: Trigger, around: Surroundings) -> list[tuple[int, Frame]]:
        """The frames whose conditions hold, each with how many it met, best first."""
        fitting: list[tuple[int, Frame]] = []
        for frame in self.scene.frames_of(t):
            if frame.negator and not any(x in frame.negator for x in self.scene.negators(t)):
                self.attempts.append(Attempt(t.word, frame.id, f"needs {' or '.join(frame.negator)}"))
                continue
            if frame.future and self.status.of(t)[0] not in ("planned", "possible"):
                self.attempts.append(Attempt(t.word, frame.id, "needs the future"))
                continue
            around.suit(frame)
            n, missing = fits(frame, around)
            n += 2 if n >= 0 and (frame.negator or frame.future) else 0
            if n >= 0 and self._of_other_verb(t, frame) and not (n and _speaks(frame)):
                n, missing = -1, "nothing speaks for another verb"
            if n < 0:
                self.attempts.append(Attempt(t.word, frame.id, missing))
            else:
                fitting.append((n, frame))
        fitting.sort(key=lambda x: (self._of_other_verb(t, x[1]), -x[0]))
        return fitting

    def in_passive(self, t: Trigger, around: Surroundings) -> list[tuple[int, Frame]]:
        """The frames that want words of what the act is done to and find them in the one phrase behind a verb that may
        stand in the passive: طرد السفير الأمريكي من كراكاس.
        """
        c, r = t.clause, self.words[t.word].r
        if t.kind != "verb" or c.passive or c.previous is not None or c.kind != "main" or c.verb is None:
            return []
        if c.objects or len(c.subject) != 1 or c.subject[0].n < c.verb.n:
            return []
        if t.word and self.words[t.word - 1].token.kind != "mark":
            return []
        if r.voice != "both" or r.tense != "past" or r.pron or r.conj:
            return []
        tried = len(self.attempts)
        c.passive = True
        around.forget()
        fitting = self.frames(t, around)
        c.passive = False
        around.forget()
        del self.attempts[tried:]
        return [
            (n, f)
            for n, f in fitting
            if f.type in MATERIAL and "object" in f.words and f.slots.recipient[:1] == ["object"]
        ]

    def goes_on(self, t: Trigger) -> bool:
        """Whether a verb that no frame fits may go on with the subject before, so that the one phrase behind it is its
        object: طرد السفير واستدعى سفيره.
        """
        c = t.clause
        if t.kind != "verb" or c.passive or c.previous is None or c.verb is None or c.objects or len(c.subject) != 1:
            return False
        r, x = self.words[t.word].r, c.subject[0]
        if x.n < c.verb.n or r.pron or r.person != 3 or not r.conj:
            return False
        before = self.words[c.previous.verb.start].r if c.previous.verb is not None else None
        alike = before is not None and (before.gender, before.number) == (r.gender, r.number)
        mine = {p.key for p in self.parties(x)}
        return any(
            (alike or (p.gender, p.number) == (r.gender, r.number)) and (self.words[x.head].r.pron or p.key not in mine)
            for p in self.subject_of(c.previous)
        )

    def silent_passive(self, t: Trigger, frame: Frame, around: Surroundings) -> bool:
        """An act that needs an object, told of one phrase alone, is told in the passive (قتل تاجر برصاص مجهولين)."""
        c = t.clause
        if t.kind == "participle" and frame.type in IN_A_PLACE and frame.slots.recipient[:1] == ["object"]:
            told = any(c.args.get(r) for r in frame.slots.recipient[1:]) or self.words[t.word].r.pron
            objects = [x for x in c.objects if self.words[x.head].r.cls != "time"]
            return not (objects or told or c.passive)  # لا يزالون محتجزين أشهرا
        charged = frame.type == "ACCUSE" and bool(c.args.get("bi"))  # يتهم الوزير بالفساد
        charged = charged and not (c.subject and self._is_asked(c.subject[0]))  # but واتهم خصومه بالفساد
        if t.kind != "verb" or c.passive or frame.slots.recipient[:1] != ["object"] or self._own_denied(t):
            return False
        if frame.type not in MATERIAL and not charged:
            return False
        r = self.words[t.word].r
        people = ("person", "population")
        persons = [p.kind in people for x in c.subject for p in self.parties(x)]  # احتجز الرئيس في منزله
        told_of = c.kind == "relative" and bool(self.words[t.word].act_in(self.cues.handled_verb))
        told_of = told_of and (c.opener >= 0 or c.subject[:1] == [c.antecedent])  # جنود خطفوا قبل أسبوع
        told_of = told_of and (r.number != "s" or frame.mode in _HELD)  # القائد الذي اغتيل only tells who he was
        skipped = PLACES if told_of or (persons and all(persons)) else ()
        if any(around.chunks(rel) for rel in frame.slots.recipient[1:] if ":" not in rel and rel not in skipped):
            return False
        if self._of_force_before(t, frame):
            return False
        bare = c.subject and not c.objects and not r.pron and c.verb is not None
        if self._likewise_passive(t, frame):
            return True
        if told_of:
            return bool(bare) and r.voice == "both" and r.tense == "past"  # السياح الذين خطفوا
        if bare and c.verb is not None and c.subject[0].n < c.verb.n and not frame.toll and frame.mode not in _ENDURED:
            return False  # خمسة من جنوده قتلوا
        human = any(self.words[x.head].r.cls == "human" or x is not c.antecedent for x in c.subject)
        human = human or any(self._of_somebody(x) for x in c.subject)  # اغتيال الشاعر الذي قتل عام
        killed = c.opener >= 0 and bool(frame.toll) and (human or any(persons))
        as_news = c.kind != "relative" or killed  # رئيس الحكومة الذي قتل في غارة
        return bool(bare) and r.voice == "both" and (r.tense == "past" or charged) and as_news

    def _of_somebody(self, x: Chunk) -> bool:
        """Whether a phrase is an act that befalls a person, whom a relative clause behind it then tells of."""
        if self.words[x.head].r.form != "masdar":
            return False
        behind = self.words[x.head + 1 : x.end]
        return any(w.r.cls == "human" or (w.entry is not None and w.entry.kind == "person") for w in behind)

    def _likewise_passive(self, t: Trigger, frame: Frame) -> bool:
        """Whether a verb of killing or wounding with one phrase goes on from one in the passive, or from a noun of
        dead and wounded: قتل شرطي وخطف آخر، أعلن الجيش مقتل ضابط وجرح ثلاثة جنود.
        """
        c, r = t.clause, self.words[t.word].r
        handled = frame.toll or bool(self.words[t.word].act_in(self.cues.handled_verb))
        if not handled or c.previous is None or c.subject or len(c.objects) != 1:
            return False
        lost = [*c.previous.objects[:1], *c.previous.args.get("bi", ())[:1], *c.previous.args.get("an", ())[:1]]
        mine = {side(p) for p in self.scene.subject_of(c.previous)}
        own = any(side(p) in mine for p in self.parties(c.objects[0]))
        if not (c.previous.passive or (own and any(self.words[x.head].r.lemma in self.cues.loss for x in lost))):
            return False
        return r.voice == "both" and r.tense == "past" and bool(r.conj) and not r.pron

    def silent_subject(self, t: Trigger, frame: Frame) -> bool:
        """A verb that needs an object, in a clause that goes on with the subject before: its one phrase is the object
        (بعد أن زارت كييف).
        """
        c = t.clause
        if self.words[t.word].act_in(self.cues.react_verb):
            return False  # وردت موسكو بإجراءات مماثلة
        if (
            t.kind != "verb"
            or c.passive
            or not c.subject
            or not (
                "object" in frame.slots.require[:1]
                or (frame.merge and self._alone_with_verb(c, frame))
                or (frame.slots.recipient[:1] == ["object"] and self._own_denied(t))
                or (frame.type in MATERIAL and self.scene.names_place(c.subject[0]) and self._takes_object(t))
                or self._of_force_before(t, frame)
                or (
                    frame.type in ("REQUEST", "ACCUSE")
                    and frame.slots.recipient[:1] == ["object"]
                    and self._is_asked(c.subject[0])
                )
                or (frame.type in _JUDGES and self._is_judged(c.subject[0]))
            )
            or c.objects
            or c.verb is None
        ):
            return False
        x = c.subject[0]
        if (
            x.n < c.verb.n
            or (c.kind == "relative" and not frame.merge)
            or self.words[t.word].r.pron
            or (c.parent is None and c.previous is None and not (self._is_asked(x) or self._is_judged(x)))
        ):
            return False
        r = self.words[t.word].r
        before = [
            p for y in ([c.previous] if c.previous is not None else []) + c.ancestors() for p in self.subject_of(y)
        ] or (self.resolver.d.subject if self._is_asked(x) or self._is_judged(x) else [])
        mine = {p.key for p in self.parties(x)}
        return any(p.gender == r.gender and p.number == r.number and p.key not in mine for p in before)

    def _takes_object(self, t: Trigger) -> bool:
        """Whether a verb may have an object that its clause alone tells: not إذا انسحبت واشنطن."""
        return self.words[t.word].r.cls != "i" and t.clause.kind != "condition"

    def _of_force_before(self, t: Trigger, frame: Frame) -> bool:
        """Whether soldiers or police told before do to a known person what a verb behind 'and' tells: استولى الجيش على
        الحكم واحتجز الرئيس.
        """
        c, r = t.clause, self.words[t.word].r
        if frame.type not in IN_A_PLACE or c.previous is None or not c.subject or not r.conj:
            return False
        x = c.subject[0]
        known = self.words[x.head].r.definite or self.words[x.head].hit is not None
        if not known or any(p.sector in FIGHTERS for p in self.parties(x)):
            return False
        before = self.subject_of(c.previous)
        return any(p.sector in FIGHTERS and (p.gender, p.number) == (r.gender, r.number) for p in before)

    def _own_denied(self, t: Trigger) -> bool:
        """Whether a verb after an auxiliary tells what its subject denies to have done: نفت أن تكون قد قصفت المبنى."""
        c = t.clause
        above = c.parent.verb if c.parent is not None else None
        if above is None or c.kind != "complement" or not c.aux:
            return False
        return bool(self.words[above.start].act_in(self.cues.denial))

    def _is_judged(self, x: Chunk) -> bool:
        """Whether a phrase is a stance or step, which blames and praises nobody itself: وانتقد الموقف الأسترالي."""
        w = self.words[x.head]
        return w.hit is None and w.r.definite and w.r.lemma in self.cues.stance | self.cues.summing

    def _is_asked(self, x: Chunk) -> bool:
        """Whether a phrase is rather asked than asks: people with a pronoun, the world (ودعا أنصاره)."""
        w = self.words[x.head]
        if w.hit is None and w.r.pron and w.r.number == "p" and w.r.cls == "human":
            return True
        return {p.code for p in self.parties(x)} == {"INT"}

    def _alone_with_verb(self, c: Clause, frame: Frame) -> bool:
        """Whether one person is all that a verb of meeting has, so that whom he met is told before (والتقى الرئيس)."""
        assert c.verb is not None
        if "object" not in frame.slots.actor or self.words[c.verb.start].r.cls != "t" or not c.subject:
            return False
        _, number = agreement(self.words, c.subject[0].head, self.cues)
        return number == "s" and not any(c.args.get(rel) for rel in frame.slots.actor)


def _speaks(frame: Frame) -> bool:
    """Whether a frame wants words or a preposition of its own, which tell its verb from others spelled alike."""
    return bool(frame.words) or any(r not in ("subject", "object") for r in frame.slots.require)
