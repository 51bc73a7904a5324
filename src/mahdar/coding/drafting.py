"""From a frame and its parties to an event: mode, status, time, place and voucher."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.chunks import Chunk
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party, place_of
from mahdar.analysis.statements.said import Said
from mahdar.coding.draft import Draft
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import ANNOUNCING, IN_A_PLACE, NO_ACT, UNNAMED, VERBAL
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger
from mahdar.coding.status.told import OCCURRED, TO_COME
from mahdar.record.types import Status
from mahdar.world.names import SITES, TOWNS

# Of these, the acts that an announced or promised one already is.
_PERFORMED: Final = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
# Of these, words to others, which are not said by saying that they will be: ستدعو كينيا أوغندا إلى الحوار.
_ADDRESSED: Final = frozenset(("REQUEST", "ACCUSE"))
# What somebody in power does by deciding it: قررت طرد السفير.
_LATER: Final = frozenset(("AID", "MOBILIZE"))  # what is still to be done when it is decided
_DECIDED: Final = frozenset(("COERCE", "CONCEDE", "RETREAT", "SANCTION"))
_OWN: Final = VERBAL | {"SANCTION"}  # acts that a source of one's own vouches for no more than the act itself does
_CORRESPONDENT: Final = "correspondent"
_FORCEFUL: Final = frozenset(("ASSAULT", "SANCTION"))
_COERCIVE: Final = _FORCEFUL | {"COERCE", "MOBILIZE"}
_ACCEPTING: Final = ("accept", "agree", "approve", "recogni", "sign")  # what a refusal to do it refuses


class Making:
    """An event in the making: what changes from step to step."""

    __slots__ = ("actor", "around", "cue", "frame", "kind", "recipient", "said", "status", "telling", "trigger")

    def __init__(
        self,
        trigger: Trigger,
        frame: Frame,
        around: Surroundings,
        actor: list[Party],
        recipient: list[Party],
        status: Status,
        cue: str,
    ) -> None:
        self.trigger, self.frame, self.around, self.cue = trigger, frame, around, cue
        self.actor, self.recipient = actor, recipient
        self.kind: str = frame.type
        self.status: Status = status
        self.said = -1
        self.telling = frame.slots.actor == ["speaker"]  # by who tells of it: قال إنها فشلت في حمايتهم


class Drafting:
    """Drafts an event."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.clauses, self.said, self.cues = scene.words, scene.clauses, scene.said, scene.cues
        self.modes, self.resolver = scene.modes, scene.resolver
        self.subject_of, self.status = scene.subject_of, scene.status

    def draft(
        self, t: Trigger, frame: Frame, around: Surroundings, actor: list[Party], recipient: list[Party]
    ) -> Draft | None:
        """The event that a frame with its parties tells; None where its words tell none."""
        off = self.status.called_off(t) if t.kind == "noun" and frame.type not in VERBAL else None
        status, cue = OCCURRED if frame.settled else off or self.status.of(t)
        x = Making(t, frame, around, actor, recipient, status, cue)
        if self._tells_none(x):
            return None
        self._polarity(x)
        self._refusal_of_talks(x)
        self._weight(x)
        self._voucher(x)
        if not self._denial(x):
            return None  # من دون وقوع إصابات
        self._done_by_saying(x)
        self._threat(x)
        uttered = x.said
        self._announcement(x)
        self._concession(x, uttered)
        return self._written(x)

    def _tells_none(self, x: Making) -> bool:
        """Whether a frame tells no act in this status: a refusal denied, words that may be said, what is supposed."""
        t, frame = x.trigger, x.frame
        if frame.negator and frame.type in _PERFORMED and self.status.supposed(t.clause):
            return True  # في حال لم تف بالتزاماتها
        if frame.future and t.kind == "verb" and t.clause.kind == "purpose":
            return True  # حتى يلتزم بها
        if x.status == "negated" and not frame.negator and (frame.type == "REJECT" or x.telling):
            return True
        uncertain = x.status == "possible" and not frame.future
        return uncertain and frame.type in _PERFORMED and frame.type != "AGREE"

    def _refusal_of_talks(self, x: Making) -> None:
        """Who refuses talks refuses them to the others: لن تتفاوض كينيا مع أوغندا; talks that fail were held."""
        if x.kind == "CONSULT" and x.status == "negated" and x.trigger.relation == "subject":
            if x.cue in self.cues.fail_verb:
                x.status = "occurred"  # فشلت المحادثات
        if x.kind == "REJECT" and x.frame.merge:
            who = self.scene.subject(x.trigger.clause)
            mine = {p.key for p in who}
            x.recipient = [p for p in (*x.actor, *x.recipient) if p.key not in mine]
            x.actor = [p for p in x.actor if p.key in mine] or who

    def _weight(self, x: Making) -> None:
        """A known act of force stands, whatever is to come of it; a deed that is only weighed is possible."""
        if x.status == "planned" and self._stands(x.trigger, x.kind):
            x.status = "occurred"
        if x.status == "occurred" and self._weighed(x.trigger, x.kind):
            x.status = "possible"

    def _voucher(self, x: Making) -> None:
        """The statement that vouches for it: around it, by who denies it, or by who claims it or lays it on others."""
        t = x.trigger
        if x.frame.settled:
            x.said = -1
            return
        x.said = -1 if x.telling and x.status == "occurred" else self._vouching(t, x.kind, x.actor, x.status)
        denier = self.scene.denier(t) if x.kind != "REJECT" else None
        if denier is not None and denier.verb is not None and not self._claimed(x.said, denier.verb.start):
            x.said = self.scene.vouch(denier, self.subject_of(denier), t)
            x.status = "negated"
        if x.kind not in VERBAL and (self.scene.laid_to(t) is not None or self._claims_or_blames(t)):
            x.said = self.scene.vouch(t.clause, self.subject_of(t.clause), t)

    def _denial(self, x: Making) -> bool:
        """Make what a denial tells negated; False where only a toll is, which is no act."""
        denied = x.said >= 0 and self.scene.denied(x.said)
        if x.status == "negated" and not denied and x.frame.toll:
            return False
        if denied:
            x.status = "negated"
        return True

    def _done_by_saying(self, x: Making) -> None:
        """What is planned in words that perform or decide it is done: تعهدت بأن تدعو، قررت طرد السفير; but aid
        that is announced or ordered is to come.
        """
        t, cue = x.trigger, x.cue
        if x.status == "planned":
            decided = x.kind in _DECIDED and (cue in ANNOUNCING or cue in self.cues.decision)
            if (x.kind in _PERFORMED and not self._expected(x)) or decided:
                x.status, x.said = "occurred", -1 if x.telling else x.said  # سيتعين عليها سحب قواتها
        verb = t.clause.verb
        if x.kind == "AID" and t.light is not None and verb is not None and x.status == "occurred":
            if self.words[verb.start].act_in(ANNOUNCING) or self.words[verb.start].act_in(self.cues.order_verb):
                x.status = "planned"  # أعلنت برلين مساعدات جديدة

    def _expected(self, x: Making) -> bool:
        """Whether words are only expected, or will only be addressed to others: من المنتظر أن يدين، ستدعو أوغندا."""
        if x.cue in self.cues.expected or x.cue in self.cues.expect_verb:
            return True
        later = x.cue == TO_COME and (x.trigger.kind == "verb" or x.trigger.light is not None)
        return later and x.kind in _ADDRESSED and not x.telling

    def _threat(self, x: Making) -> None:
        """Force or punishment that somebody says he will use is a threat: «سنضرب بقوة»، ستفرض رسوما إذا لم."""
        t, terms = x.trigger, self._condition(x.trigger)
        if x.status == "planned" and self._vows(x.said, t, x.kind, x.actor, _FORCEFUL):
            x.kind, x.status, x.said = "THREATEN", "occurred", -1
        elif x.status == "possible" and terms is not None and self._vows(x.said, t, x.kind, x.actor, _COERCIVE):
            x.kind, x.status, x.said = "THREATEN", "occurred", -1
            own = {p.code for p in x.actor}
            others = [p for p in self.subject_of(terms) if p.code not in UNNAMED and p.code not in own]
            x.recipient = x.recipient or others

    def _announcement(self, x: Making) -> None:
        """Who announces his own act does it, and needs no voucher; aid announced is to come."""
        if x.said >= 0 and self._announced(x.said, x.trigger, x.kind, x.actor):
            x.said = -1
            if x.kind == "AID" and x.status == "occurred":
                x.status = "planned"

    def _concession(self, x: Making, uttered: int) -> None:
        """A withdrawal that is announced or decided is a concession; aid or forces decided on are to come."""
        if x.status == "planned" and x.kind == "RETREAT" and self._gives_way(uttered, x.frame, x.actor):
            x.kind, x.status, x.said = "CONCEDE", "occurred", -1
        if x.status == "occurred" and self._only_resolved(x.trigger):
            if x.kind == "RETREAT" and x.frame.mode == "withdraw":
                x.kind = "CONCEDE"
            elif x.kind in _LATER:
                x.status = "planned"

    def _written(self, x: Making) -> Draft:
        """The event with its trigger's span, mode, contexts, topic and place."""
        t, frame, around = x.trigger, x.frame, x.around
        place = self._place(t, around)
        if place is None and x.kind == "CONSULT":
            place = self._seat(t, {p.code for p in (*x.actor, *x.recipient)})
        first = self._first_word(x)
        w = self.words[first]
        start = w.token.at(len(w.r.conj)) if w.r.pos == "verb" else self.resolver.span(first, first + 1)[0]
        near = self.scene.near(t)
        about, told = self._about(x)
        unnamed = not any(p.code not in UNNAMED for p in (*x.actor, *x.recipient))
        return Draft(
            first,
            t.last,
            (start, self.words[t.last - 1].token.end),
            x.kind,
            self._mode(x, near, place) or None,
            tuple(sorted({*frame.context, *self.modes.context(near)})),
            x.status,
            tuple(x.actor),
            tuple(x.recipient),
            place,
            x.said,
            t,
            frame,
            self._topic(x),
            (frame.merge or t.kind != "verb") and unnamed and not self.scene.deed(t, frame),
            about,
            self.scene.spared(around) if x.kind == "REQUEST" else frozenset(),
            self.said[x.said].speaker if x.said >= 0 else None,
            x.kind == "ASSAULT" and self.words[t.word].r.definite and self.scene.owned_up(t),
            self._nouns(t),
            self.scene.nouns(told) if told is not None else frozenset(),
        )

    def _first_word(self, x: Making) -> int:
        """The first word of the trigger: the negator belongs to it where it makes the type (لن نقبل)."""
        t = x.trigger
        if x.kind == x.frame.type and not x.frame.negator:
            return t.first
        return min([k for k in t.clause.particles if k < t.first] or [t.first])

    def _mode(self, x: Making, near: Sequence[str], place: Party | None) -> str | None:
        """The mode that the frame tells, or the words near the trigger; of a type that it has become, none."""
        if x.kind != x.frame.type:
            return None
        mode = x.frame.mode or self.modes.mode(x.kind, near)
        if x.kind != "CONSULT" or mode not in (None, "", "multilateral", "third-party"):
            return mode
        return self._consult_mode(near, x.actor, x.recipient, place, x.around.present("ria")) or x.frame.mode

    def _topic(self, x: Making) -> tuple[int, int] | None:
        """The span of what it is about."""
        for relation in x.frame.slots.topic:
            units = x.around.chunks(relation)
            if units:
                return self.resolver.span(units[0].parts[0].start, units[-1].end)
        return None

    def _about(self, x: Making) -> tuple[tuple[str, ...], Chunk | None]:
        """The types of an act told before that it judges, and what names that act."""
        t, frame, around = x.trigger, x.frame, x.around
        stands = x.kind == "ACCUSE" and self.scene.of_situation(frame, around)
        if not x.recipient and (stands or self.scene.at_whoever(t) or self.scene.to_nobody(x.kind, frame, around)):
            return NO_ACT, None
        worry = x.kind == "ACCUSE" and t.kind == "noun" and not x.recipient
        told = self.scene.worried_by(around) if worry else None
        return (self.scene.told_by(told) if told is not None else ()), told

    def _stands(self, t: Trigger, kind: str) -> bool:
        """Whether only what comes of a known act of force is still to come: الحرب على إريتريا ستؤثر على الاقتصاد."""
        verb = t.clause.verb
        if kind not in IN_A_PLACE or t.relation != "subject" or t.light is not None or verb is None or t.part is None:
            return False
        known = self.words[t.word].r.definite and t.word == t.part.head
        return known and bool(self.words[verb.start].act_in(self.cues.outcome_verb | self.cues.result_verb))

    def _weighed(self, t: Trigger, kind: str) -> bool:
        """Whether a clause only weighs the deed that a noun without article names: تدرس إرسال قوات."""
        verb = t.clause.verb
        if t.kind != "noun" or verb is None or t.part is None or kind in VERBAL or kind == "CONSULT":
            return False
        weighs = bool(self.words[verb.start].act_in(self.cues.weigh_verb))
        head = self.words[t.part.head]
        act = head.hit is None and head.r.form == "masdar" and not head.r.definite
        return weighs and act and t.relation in ("object", "fi")

    def _nouns(self, t: Trigger) -> frozenset[str]:
        """The lemmas of a trigger and of the objects that it governs, by which the article may name the act again."""
        words = self.words[t.first : t.last]
        objects = [self.words[x.head] for x in t.clause.objects[:1]] if t.kind != "noun" else []
        return frozenset(w.r.lemma for w in (*words, *objects) if w.hit is None)

    def _claimed(self, said: int, denial: int) -> bool:
        """Whether somebody known says behind a denial what it denies: نفت ما أعلنته أثينا."""
        speaker = self.said[said].speaker if said >= 0 else None
        return speaker is not None and speaker.code not in UNNAMED and self.said[said].cue > denial

    def _polarity(self, x: Making) -> None:
        """Saying that one will not accept or agree is itself a refusal; some frames are of acts only when negated."""
        if x.frame.negator or x.frame.future:
            x.status = "occurred"
        elif x.status == "occurred" and self._declares_truce(x):
            x.kind = "CONCEDE"  # a truce declared, not one that holds
        elif x.status == "negated" and self._refuses(x):
            x.kind, x.status = "REJECT", "occurred"

    def _declares_truce(self, x: Making) -> bool:
        """Whether somebody announces his own truce: أعلنت الحركة وقف إطلاق النار."""
        t, verb = x.trigger, x.trigger.clause.verb
        if x.frame.mode != "ceasefire" or t.kind != "noun" or t.relation not in ("object", "an"):
            return False
        if verb is None or t.clause.passive or not self.words[verb.start].act_in(ANNOUNCING):
            return False
        return {p.code for p in x.actor} <= {p.code for p in self.subject_of(t.clause)}

    def _refuses(self, x: Making) -> bool:
        """Whether somebody says that he will not do what is asked of him: لن تقبل، لا نتفاوض."""
        t, frame = x.trigger, x.frame
        if frame.type in ("AGREE", "SUPPORT"):
            if t.kind != "verb" or not frame.id.split(".")[1].startswith(_ACCEPTING):
                return False
            no = self.scene.negator(t)
            plain = no in self.cues.will_not or (no in self.cues.no and t.clause.kind != "relative")
            return plain and self.words[t.word].r.tense == "present"
        gives = frame.type == "CONCEDE" or (frame.type == "CONSULT" and frame.mode != "visit")
        return gives and self.scene.stays_away(t)

    def _consult_mode(
        self,
        near: Sequence[str],
        actor: list[Party],
        recipient: list[Party],
        place: Party | None,
        mediated: bool,
    ) -> str | None:
        if any(lemma in self.cues.phone for lemma in near):
            return "phone"
        if mediated:
            return "third-party"
        if any(p.kind == "organization" and p.code not in UNNAMED and p.sector is None for p in actor):
            return "multilateral"  # talks inside an alliance or a body of states
        codes = {p.code for p in (*actor, *recipient)}
        if place is not None and place.code and place.code not in codes and len(codes) >= 2:
            return "third-party"
        return None

    def _place(self, t: Trigger, around: Surroundings) -> Party | None:
        for relation in ("fi", "dakhil", "laday"):
            for x in [*around.chunks(relation), *t.clause.args.get(relation, [])]:
                for part in x.parts:
                    head = self.words[part.head]
                    inner = next(
                        (
                            e
                            for e in (w.entry for w in self.words[part.start : part.end])
                            if e is not None and e.kind in SITES
                        ),
                        None,
                    )
                    if inner is not None and (
                        head.named or head.r.cls == "place" or head.r.lemma in self.cues.common_noun_of_place
                    ):
                        a, b = self.resolver.span(part.start, part.end)
                        return place_of(inner, a, b)
        return None

    def _seat(self, t: Trigger, codes: set[str | None]) -> Party | None:
        """The town of nobody who takes part by which talks are called: محادثات جنيف."""
        if t.part is None or self.words[t.word].r.lemma not in self.cues.held_at:
            return None
        for w in self.words[t.word + 1 : t.part.end]:
            if w.entry is not None and w.entry.kind in TOWNS and w.entry.code not in codes:
                a, b = self.resolver.span(w.n, w.n + 1)
                return place_of(w.entry, a, b)
        return None

    def _only_judged(self, s: Said) -> bool:
        """Whether words are quoted from who judges an act, which the article tells itself: دان «القمع العنيف»."""
        c = self.clauses[s.clause] if s.clause >= 0 else None
        judges = c is not None and c.verb is not None and self.words[c.verb.start].act_in(self.cues.judge_verb)
        return bool(judges) and c is not None and not any(x.kind == "complement" for x in c.children)

    def _vouching(self, t: Trigger, kind: str, actor: list[Party], status: Status) -> int:
        """The innermost statement around the trigger; -1 where nobody speaks, or the act is done by saying so."""
        around = [n for n, s in enumerate(self.said) if s.first <= t.word < s.last and not self._only_judged(s)]
        around.sort(key=lambda n: self.said[n].last - self.said[n].first)
        if kind in VERBAL:  # the words that perform an act do not report it: أعرب عن قلقه
            around = [n for n in around if self.said[n].clause != t.clause.n or self._blamed_for(n, t)]
        if not around:
            return -1
        s = self.said[around[0]]
        if s.speaker is not None and (s.speaker.kind == "media" or s.speaker.office == _CORRESPONDENT):
            return -1  # the outlet that the article relays vouches with the article
        if status == "occurred" and self._granted(t, s.first):
            return -1
        done = status == "occurred" or (status == "planned" and kind == "REJECT")  # ستصوت ضد القرار
        if kind in VERBAL and s.speaker is not None and actor and done:
            speakers = {p.code for p in (s.speaker, *s.others)}
            verb = t.clause.verb
            told = (
                verb is not None
                and self.words[verb.start].r.tense == "past"
                and (t.kind == "verb" or t.light is not None or self._expresses(t))
            )
            if not told and {p.code for p in actor} <= speakers and not self._of_another(s.speaker, actor):
                return -1
        return around[0]

    def _of_another(self, speaker: Party, actor: list[Party]) -> bool:
        """Whether somebody tells what another person of his side says: قال الناطق إن الرئيس يرفض الشروط."""
        return speaker.kind == "person" and all(p.kind == "person" and p.key != speaker.key for p in actor)

    def _claims_or_blames(self, t: Trigger) -> bool:
        """Whether a clause is a claim to a deed or lays it on others: تبنت الهجوم، حملت كينيا مسؤولية القصف."""
        verb = t.clause.verb
        if t.kind != "noun" or verb is None or t.clause.antecedent is t.chunk:
            return False  # في هجوم تبنته الحركة
        if self.words[verb.start].act_in(self.cues.stand_verb):
            return False  # who stands behind it says nothing
        told = bool(self.words[verb.start].act_in(ANNOUNCING))
        claimed = t.relation == ("an" if told else "object") and self.scene.owned_up(t)
        return claimed or bool(self.scene.blamed(t))

    def _blamed_for(self, said: int, t: Trigger) -> bool:
        """Whether an act is what somebody is accused of, or takes something for, which his words report: اتهمها بدعم
        الحركة، عدّ الاتفاق اعترافا بها.
        """
        verb = self.words[self.said[said].cue]
        if verb.act_in(self.cues.called_verb):
            judged = any(f.type == "ACCUSE" for f in self.scene.frames_of(t))  # اعتبره استخفافا: he blames
            return t.word != self.said[said].cue and not judged
        return t.kind == "noun" and t.relation == "bi" and bool(verb.act_in(self.cues.accuse_verb))

    def _expresses(self, t: Trigger) -> bool:
        """Whether a verb of saying in the trigger's own clause brings the act about (أعرب عن قلقه)."""
        return t.clause.verb is not None and bool(self.words[t.clause.verb.start].act_in(self.cues.report_noun))

    def _granted(self, t: Trigger, first: int) -> bool:
        """Whether words from `first` on take an act for granted in a relative clause: قال إن الهجوم الذي شنه الجيش."""
        c = t.clause
        for x in (c, *c.ancestors()):
            if x.kind == "complement" or x.start < first:
                break
            described = x.antecedent is not None and x.antecedent is not t.chunk
            if x.kind == "relative" and x.opener >= 0 and (described or (x is c and t.kind != "noun")):
                cleft = x.antecedent in x.subject and self.words[x.opener - 1].r.pos == "pron"
                return not cleft  # الجيش هو الذي خرق الهدنة
        if t.kind != "noun" or t.chunk is None or not self.words[t.word].r.definite:
            return False
        if c.kind == "relative" and c.antecedent is t.chunk:
            return c.opener >= 0
        return any(x.kind == "relative" and x.opener >= 0 and x.antecedent is t.chunk for x in c.children)

    def _announced(self, said: int, t: Trigger, kind: str, actor: list[Party]) -> bool:
        """Whether a party announces its own act: أعلن قطع العلاقات، أعلن أنه سيرسل فرقاطة."""
        s = self.said[said]
        if s.clause < 0 and s.speaker is not None and kind in _OWN and s.cue >= s.last and actor:
            return {p.code for p in actor} <= {s.speaker.code} - UNNAMED  # قررت كينيا طرده، حسب بيان للخارجية الكينية
        if s.speaker is not None and t.chunk is not None and t.chunk.masdar == s.cue and self._only_resolved(t):
            return {p.code for p in actor} <= {p.code for p in (s.speaker, *s.others)}  # رحبت بإعلان كينيا سحب قواتها
        if s.clause < 0 or s.speaker is None:
            return False
        c, home = self.clauses[s.clause], t.clause
        if c.verb is None or not self.words[c.verb.start].act_in(ANNOUNCING) or self._claims_or_blames(t):
            return False
        to_come = home.parent is c and home.verb is not None and bool(self.words[home.verb.start].r.fut)
        to_come = to_come and kind != "CONSULT"
        if not (to_come and not home.passive if t.kind != "noun" else home is c):
            return False
        # أعلنت مقتل خمسة في غارة
        lost = not actor and t.kind == "noun" and (kind == "ASSAULT" or self._tells_loss(c))
        return not lost and {p.code for p in actor} <= {p.code for p in (s.speaker, *s.others)}

    def _only_resolved(self, t: Trigger) -> bool:
        """Whether a noun names what somebody's decision or announcement is about: رحبت بإعلان كينيا سحب قواتها."""
        m = t.chunk.masdar if t.chunk is not None and t.kind == "noun" else -1
        if m < 0 or self.words[m].hit is not None:
            return False
        return self.words[m].r.lemma in self.cues.decision or bool(self.words[m].act_in(ANNOUNCING))

    def _gives_way(self, said: int, frame: Frame, actor: list[Party]) -> bool:
        """Whether who is to withdraw says so: قال ناطق إسرائيلي إن إسرائيل ستسحب قواتها."""
        speaker = self.said[said].speaker if said >= 0 else None
        own = {p.code for p in actor} - UNNAMED
        return frame.mode == "withdraw" and speaker is not None and own == {speaker.code}

    def _tells_loss(self, c: Clause) -> bool:
        """Whether a clause tells of dead and wounded."""
        return any(self.words[part.head].r.lemma in self.cues.loss for x in c.objects for part in x.parts)

    def _condition(self, t: Trigger) -> Clause | None:
        """The condition on which the clause of a trigger tells what it tells."""
        return next((c for c in t.clause.children if c.kind == "condition" and c.verb is not None), None)

    def _vows(self, said: int, t: Trigger, kind: str, actor: list[Party], kinds: frozenset[str]) -> bool:
        """Whether somebody says of himself that he will use force or punish: «سنضرب بقوة»."""
        verb = t.clause.verb if t.kind == "noun" and t.relation in ("object", "ila") else None  # سيضطر إلى طرد السفير
        if verb is not None and t.relation == "ila" and not self.words[verb.start].act_in(self.cues.aspect):
            verb = None
        word = t.word if verb is None else verb.start
        if said < 0 or kind not in kinds or not self.words[word].r.fut or not actor:
            return False
        speakers = {p.code for p in (self.said[said].speaker, *self.said[said].others) if p is not None}
        return {p.code for p in actor} <= speakers - UNNAMED
