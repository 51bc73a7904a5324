"""What only the whole article tells: who takes part in talks left unnamed, whom words are meant for."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.party import Party, government_of, people_of, side
from mahdar.coding.draft import Draft, denies
from mahdar.coding.kinds import ANY_ACT, BENEFIT, HOLDERS, NO_ACT, PARTNERS, UNNAMED, VERBAL

_ADDRESSED_AT_HOME: Final = frozenset(("ACCUSE", "REQUEST"))
_ANSWERS: Final = frozenset(("ACCUSE", "CONCEDE", "REJECT", "SANCTION", "THREATEN"))
_PROVOKES: Final = frozenset(("ACCUSE", "REQUEST", "THREATEN", "REJECT", "SANCTION"))
_TALKS: Final = {"CONSULT": 2.0, "AGREE": 1.5, "SUPPORT": 1.5, "COOPERATE": 1.0}
_HELD: Final = {"COERCE": "arrest", "ASSAULT": "abduct"}  # acts whose doer holds somebody, with their mode
_ACCORDS: Final = frozenset(("AGREE", "CONSULT", "SUPPORT"))
_ENOUGH: Final = 2.0  # weight of a group that may stand in for participants left unnamed
# Share of an actor's dealings that must be with one other, for words to nobody to be meant for that one.
_SHARE: Final = {"SANCTION": 0.5, "ACCUSE": 0.5, "REJECT": 0.7, "ASSAULT": 0.5}
# Acts that are meant for the one whom the actor deals with most where he just had to do with that one.
_TO_ITS_RIVAL: Final = frozenset(("ACCUSE", "CONCEDE", "REJECT", "REQUEST", "THREATEN"))
# What shows that two parties are at odds, and words that are meant for nobody but such.
_CONFLICT: Final = frozenset(
    ("ACCUSE", "ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "REJECT", "REQUEST", "SANCTION", "THREATEN")
)
_AT_ODDS: Final = frozenset(("ACCUSE", "REQUEST", "THREATEN"))
# What others do to the state that an article is about, where nobody is told.
_AGAINST_THE_STATE: Final = frozenset(("AID", "CONCEDE", "THREATEN", "ACCUSE", "ASSAULT", "COERCE", "SANCTION"))
_ON_ITS_PEOPLE: Final = frozenset(("COERCE", "SANCTION", "ASSAULT"))
# Sectors of unnamed people that belong to the state of the government that deals with them.
_INNER: Final = frozenset(("AGR", "EDU", "ELI", "JRN", "LAB", "LEG", "OPP", "PTY", "REL", "SOC"))
_ON_PEOPLE: Final = frozenset(("ACCUSE", "AID", "COERCE", "CONCEDE", "RETREAT", "SANCTION"))
_TO_RULERS: Final = frozenset(("REJECT", "REQUEST"))  # words of a country's people that are meant for its rulers
_CONTENDING: Final = frozenset(("OPP", "PTY"))  # who blames nobody told blames who governs at home
_IN_ARMS: Final = frozenset(("REB", "PRM"))
_POLICE: Final = frozenset(("COP", "JUD"))
_HOLDS_AT_HOME: Final = frozenset(("COP", "GOV", "MIL"))  # who arrests and seizes in a country, where nobody is told
_TAKES: Final = frozenset(("abduct", "arrest", "seize"))  # modes of acts that a release undoes
_SHARE_AT_HOME: Final = 0.5  # the same within one country, for any speech act

Side = tuple[str, bool]  # of `parties.side`


def complete(
    sentences: Sequence[list[Draft]],
    home: str = "",
    states: Sequence[str] = (),
    invader: str = "",
    mediators: Sequence[Party] = (),
) -> list[list[Draft]]:
    """The events of an article, sentence by sentence, with participants and addressees that are plain from the rest.

    Two-sided acts that nobody is named for are dropped where the article does not tell either, and so are acts that
    need somebody whom they are meant for.
    """
    whole = [d for drafts in sentences for d in drafts]
    exchange = _Exchange(whole, home or (states[0] if len(states) == 1 else ""), invader, mediators)
    out: list[list[Draft]] = []
    for drafts in sentences:
        before = [d for done in out[-1:] for d in done]
        done: list[Draft] = []
        exchange.sentence = drafts
        for d in drafts:
            told = _judging(d, [*out, done]) if d.about and not d.recipient else d
            if d.claimed and all(p.how == "implicit" for p in d.recipient):
                told = _claimed(d, [*out, done])
            told = _by_the_same(told, [*out, done])
            e = exchange.completed(told, before, done)
            if e is not None and (not d.frame.both or any(p.code not in UNNAMED for p in e.recipient)):
                done.append(e)
        out.append(done)
        exchange.done += done
    return out


class _Exchange:
    def __init__(self, drafts: list[Draft], home: str, invader: str, mediators: Sequence[Party]) -> None:
        self.home = home
        self.between = {side(p) for p in mediators}  # who bring others to agree
        self.invader = invader  # whose forces are at work there
        self.done: list[Draft] = []  # the events of the sentences before, completed
        self.sentence: list[Draft] = []  # those of the sentence at hand
        told = (p for d in drafts for p in (*d.actor, *d.recipient, d.voucher) if p is not None)
        self.court = next((p for p in told if p.sector == "JUD" and p.code not in UNNAMED), None)  # that is told of
        self.groups: dict[frozenset[Side], tuple[float, list[Party]]] = {}
        self.fights: dict[frozenset[Side], tuple[float, list[Party]]] = {}
        self.dealings: dict[Side, dict[Side, tuple[float, Party]]] = {}
        self.at_odds: set[tuple[Side, str | None]] = set()  # each side with the codes of whom it has a conflict with
        self.keeper: Party | None = None  # who has been told to arrest and seize at home
        for d in drafts:
            if d.open:
                continue
            if self.keeper is None and d.type == "COERCE" and d.status == "occurred":
                held = (p for p in d.actor if p.code == self.home and p.sector in _HOLDS_AT_HOME)
                self.keeper = next(held, None)
            actor, recipient = _sides(d.actor), _sides(d.recipient)
            together = actor | recipient
            if d.type in _TALKS and 2 <= len(together) <= 7 and (not recipient or d.type == "CONSULT"):
                self._meet(self.groups, together, _TALKS[d.type])
            if d.type == "ASSAULT" and len(together) == 2:
                self._meet(self.fights, together, 1.0)
            pairs = (
                [(a, b) for a in actor for b in recipient]
                if recipient
                else [(a, b) for a in actor for b in actor]
                if len(actor) == 2
                else []
            )
            for a, b in pairs:
                if a != b:
                    self._deal(a, b, together[b])
                    self._deal(b, a, together[a])
                    if d.type in _CONFLICT:
                        self.at_odds |= {(a, b[0]), (b, a[0])}

    def _meet(
        self, groups: dict[frozenset[Side], tuple[float, list[Party]]], together: dict[Side, Party], weight: float
    ) -> None:
        key = frozenset(together)
        groups[key] = (groups.get(key, (0.0, []))[0] + weight, list(together.values()))

    def _deal(self, a: Side, b: Side, other: Party) -> None:
        with_a = self.dealings.setdefault(a, {})
        with_a[b] = (with_a.get(b, (0.0, other))[0] + 1, other)

    def completed(self, d: Draft, before: list[Draft], here: list[Draft]) -> Draft | None:
        """An event completed; None where it stays without participants.

        `before`: the events of the sentence before; `here`: those of its own sentence before it.
        """
        if d.open:
            return self._joined(d)
        if self.keeper is not None and d.type == "COERCE" and not d.actor and d.recipient and d.status == "occurred":
            if {p.code for p in d.recipient} == {self.home}:
                return d._replace(actor=(_here(self.keeper, d),))
        if d.frame.official:
            tried = self._at_home_tried(d)
            if tried is None:
                return None
            d = tried
        if (d.frame.official or (d.type, d.mode) == ("SANCTION", "convict")) and not d.actor and self.court is not None:
            if {p.code for p in d.recipient} == {self.court.code}:
                return d._replace(actor=(_here(self.court, d),))  # السجن لثلاثة صحفيين
        if (d.type, d.mode) == ("RETREAT", "release"):
            d = self._of_foe(d) if d.recipient else _freed(d, [*before, *here])
        if d.type == "PROTEST" and not d.actor and self.home and self.home not in {p.code for p in d.recipient}:
            d = d._replace(actor=(_here(people_of(self.home, self.home, 0, 0, "implicit"), d),))
        if _sides(d.recipient) or not d.frame.slots.recipient or not _sides(d.actor):
            return d
        if d.frame.general:  # who warns whoever it may be means whom he just spoke against
            warned = d.type == "THREATEN" and d.status == "occurred"
            others = _in_one_breath(d, here) if warned else []
            return d._replace(recipient=tuple(_here(p, d) for p in others)) if others else d
        if d.recipient:
            return self._compatriots(d)
        others = [p for p in self._meant(d, before, here) if p.code not in d.spared]
        return d._replace(recipient=tuple(_here(p, d) for p in others)) if others else d

    def _at_home_tried(self, d: Draft) -> Draft | None:
        """An act of courts on people of nobody told, who are of the state that the article is about; None without."""
        if _sides([*d.actor, *d.recipient]):
            return d
        if not self.home:
            return None
        return d._replace(recipient=tuple(p._replace(code=self.home, key=f"{p.key}:{self.home}") for p in d.recipient))

    def _of_foe(self, d: Draft) -> Draft:
        """Whom an armed group frees is of its foe where nobody tells whose he is: أفرجت الحركة عن رهينتين."""
        own = {p.code for p in d.actor}
        told = any(p.how != "nominal" for p in d.recipient) or {p.code for p in d.recipient} != own
        if told or not all(p.sector in _IN_ARMS for p in d.actor) or len(own) != 1:
            return d
        foe, _ = self._partner(d.actor[0])
        if foe is None or foe.code in own or len(foe.code or "") != 3:
            return d
        return d._replace(recipient=tuple(p._replace(code=foe.code, key=f"{p.key}:{foe.code}") for p in d.recipient))

    def _meant(self, d: Draft, before: list[Draft], here: list[Draft]) -> list[Party]:
        """Whom an act without recipient is meant for: the first rule that tells, surer ones first."""
        if d.about == NO_ACT:
            return []
        if d.about == BENEFIT:
            return self._benefiting(d, here)
        denial = denies(d.frame)
        told = d.status == "occurred"
        if all(p.sector in _POLICE for p in d.actor) and (own := self._own_people(d)):
            return own
        if told and d.type in _ANSWERS:
            others = _answered(d, here if denial else [*before, *here])
            if denial and not others:
                others = _gainsaid(d, [*before, *here]) or (_gainsaid(d, self.done) if d.about else [])
            if others:
                return others
        if denial or (d.type in ("ACCUSE", "PROTEST") and "ASSAULT" in d.about):
            return []  # words on an attack by hands unknown are meant for nobody
        if told and d.type == "PROTEST":
            return self._at_home(d)
        if told and d.type in _ANSWERS and (others := _in_one_breath(d, here)):
            return others
        if told and (others := self._rival(d, [*before, *here])):
            return others
        if others := self._concerned(d):
            return others
        to_rulers = d.type in _TO_RULERS or (d.type == "ACCUSE" and d.actor[0].sector in _CONTENDING)
        at_home = told and to_rulers and d.actor[0].code == self.home
        return self._at_home(d) if at_home else []

    def _benefiting(self, d: Draft, here: list[Draft]) -> list[Party]:
        """Whom aid is promised to: the only other party just met, else the state written about: تعهد بمنحة."""
        mine = {side(p) for p in d.actor}
        for e in reversed(here):
            both = _sides([*e.actor, *e.recipient])
            if e.type == "CONSULT" and mine & set(both) and len(both) == len(mine) + 1:
                return [p for s, p in both.items() if s not in mine]
        foreign = self.home and self.home not in {p.code for p in d.actor}
        return [government_of(self.home, self.home, 0, 0, "implicit")] if foreign else []

    def _rival(self, d: Draft, told: list[Draft]) -> list[Party]:
        """The one whom a speaker deals with most: words to nobody are meant for that one."""
        if len(d.actor) != 1 or (d.type == "THREATEN" and d.actor[0].sector is None):
            return []  # a body of states warns of consequences, whoever has them
        other, share = self._partner(d.actor[0])
        if d.mode == "assist":
            return []  # no rival is asked for help
        if other is None or (d.type == "ASSAULT" and len(other.code or "") != 3):
            return []  # no villages of a body of states are stormed
        if d.type in _AT_ODDS and (side(d.actor[0]), other.code) not in self.at_odds:
            return []  # who only met somebody asks or blames all and sundry
        if d.type in _TO_ITS_RIVAL and side(other) == _dealt_with(d, told):
            return [other]
        home = other.code == d.actor[0].code and d.type in _ADDRESSED_AT_HOME
        return [other] if share >= (_SHARE_AT_HOME if home else _SHARE.get(d.type, 2)) else []

    def _concerned(self, d: Draft) -> list[Party]:
        """The state that the article is about, where others blame, punish or fight nobody told."""
        at = d.trigger[0]
        if d.frame.both:
            return []
        if code := self._about(d):
            return [government_of(code, code, at, at, "implicit")]
        return self._own_people(d)

    def _about(self, d: Draft) -> str:
        """The state that the article is about, if others act against nobody told; "" else."""
        if (d.type, d.mode) == ("SANCTION", "withdraw"):
            return ""  # who leaves a mission or treaty does not leave the state that it is in
        foreign = d.type in _AGAINST_THE_STATE and self.home not in {p.code for p in d.actor}
        if d.type == "ACCUSE" and any((self.home, True) in _sides(e.recipient) for e in self._blamed_for(d)):
            return ""
        return self.home if foreign and not d.about else ""

    def _blamed_for(self, d: Draft) -> list[Draft]:
        """The attacks by hands unknown that an accusation is about, for which nobody blames whom they hit: ندد باغتيال
        الرئيس التشادي.
        """
        c = d.source.clause
        inside = (e for e in self.sentence if e.type == "ASSAULT" and e.first > d.first and not _sides(e.actor))
        return [e for e in inside if e.source.clause is c or e.source.clause in c.children]

    def _own_people(self, d: Draft) -> list[Party]:
        """The people of the state whose government, police or courts act on nobody told."""
        own = self._force_at_home(d)
        return [people_of(own, own, 0, 0, "implicit")] if own else []

    def _force_at_home(self, d: Draft) -> str:
        """The state whose police, courts or government act on people of nobody told, who are its own; "" for none."""
        codes = {p.code for p in d.actor}
        own = d.actor[0].code or ""
        if len(codes) > 1 or len(own) != 3 or own in UNNAMED:
            return ""
        if d.type in _ON_ITS_PEOPLE and all(p.sector in _POLICE for p in d.actor):
            return own
        if own != self.home or d.mode == "seize":  # towns are taken from others
            return ""
        people = bool(d.recipient) and all(p.sector in _INNER or p.sector == "CVL" for p in d.recipient)
        if people and d.type in _ON_PEOPLE:
            return own
        if not all(side(p)[1] for p in d.actor):
            return ""
        within = bool(d.recipient) and all(p.sector in _INNER for p in d.recipient)
        return own if d.type == "COERCE" or within else ""

    def _compatriots(self, d: Draft) -> Draft:
        """Unnamed people are those of the state that the article is about, or of the police that takes hold of them."""
        code = self._about(d) or self._force_at_home(d)
        if not code or any(p.sector == "UAF" for p in d.recipient):
            return d
        return d._replace(recipient=tuple(p._replace(code=code, key=f"{p.key}:{code}") for p in d.recipient))

    def _at_home(self, d: Draft) -> list[Party]:
        """What a country's people say or shout to nobody told is meant for those who govern it."""
        p = d.actor[0]
        if p.code is None or p.code in UNNAMED or len(p.code) != 3 or side(p)[1]:
            return []
        rulers = self.invader if self.invader and p.sector in _IN_ARMS else p.code
        return [government_of(rulers, rulers, 0, 0, "implicit")]

    def _joined(self, d: Draft) -> Draft | None:
        named = set(_sides(d.actor))
        if d.type == "ASSAULT":
            fought = [x for key, x in self.fights.items() if named <= key]
            own = [government_of(self.home, self.home, 0, 0, "implicit")] if self.home else []
            sides = max(fought, key=lambda x: x[0])[1] if fought else own
            told = bool(sides) and d.status == "occurred"
            return d._replace(actor=tuple(_here(p, d) for p in sides), open=False) if told else None
        fit = [(weight, parties) for key, (weight, parties) in self.groups.items() if named <= key]
        if not fit:
            return None
        weight, parties = max(fit, key=lambda x: x[0])
        if weight < _ENOUGH:
            return None
        if d.type != "CONSULT":
            agreeing = [p for p in parties if side(p) not in self.between]
            parties = agreeing if len(agreeing) > 1 else parties
        return d._replace(actor=tuple(_here(p, d) for p in parties), open=False)

    def _partner(self, p: Party) -> tuple[Party | None, float]:
        """The one whom a party deals with most, and what share of its dealings that is."""
        if p.code in UNNAMED:
            return None, 0.0
        whole: dict[str, tuple[float, Party]] = {}  # a foreign country is one, whoever in it is dealt with
        for (code, ruling), (weight, other) in self.dealings.get(side(p), {}).items():
            key = code if code != p.code else f"{code}:{ruling}"
            before = whole.get(key)
            whole[key] = (
                (weight, other)
                if before is None
                else (before[0] + weight, max(before, (weight, other), key=_weight)[1])
            )
        total = sum(weight for weight, _ in whole.values())
        ranked = sorted(whole.values(), key=_weight, reverse=True)
        if not ranked or total < _ENOUGH or (len(ranked) > 1 and ranked[0][0] == ranked[1][0]):
            return None, 0.0
        return ranked[0][1], ranked[0][0] / total


def _weight(x: tuple[float, Party]) -> float:
    return x[0]


def _answered(d: Draft, before: list[Draft]) -> list[Party]:
    """Who spoke or acted last against the actor: those that a reproach, refusal or threat answers."""
    mine = side(d.actor[0])
    for e in reversed(before):
        others = _sides(e.actor)
        struck = set(_sides(e.recipient)) | {
            (c, True) for c, _ in _sides(e.recipient) if c not in {x for x, _ in others}
        }
        provokes = e.type in _PROVOKES or (d.type == "THREATEN" and e.type == "ASSAULT")
        provokes = provokes and (e.type == "ACCUSE" or not denies(d.frame))  # no demand is denied
        if provokes and others and mine in struck and mine not in others:
            return list(others.values())
    return []


def _gainsaid(d: Draft, told: list[Draft]) -> list[Party]:
    """Who said last that the actor did something: a denial is meant for that one."""
    mine = side(d.actor[0])
    for e in reversed(told):
        p = e.voucher
        if (
            p is not None
            and p.code not in UNNAMED
            and p.kind != "media"
            and side(p) != mine
            and mine in _sides(e.actor)
        ):
            return [p]
    return []


def _in_one_breath(d: Draft, here: list[Draft]) -> list[Party]:
    """Whom the same party just spoke against in the sentence; all the world only meets the demand that calls on it."""
    mine = set(_sides(d.actor))
    for e in reversed(here):
        others = {s: p for s, p in _sides(e.recipient).items() if p.code != "INT"}
        if e.type in _PROVOKES and set(_sides(e.actor)) == mine and others and not mine & set(others):
            return list(others.values())
    return []


def _by_the_same(d: Draft, told: list[list[Draft]]) -> Draft:
    """An attack that goes on, or a further arrest or the release of the same people, with who did what was told before:
    أوقفت الشرطة عشرين شخصا ... واعتقل خمسة آخرون، وأفرج عن اثنين.
    """
    reach = told[-2:] if d.type == "ASSAULT" else told
    freed = (d.type, d.mode) == ("RETREAT", "release")
    kind, mode = ("COERCE", "arrest") if freed else (d.type, d.mode)
    if kind not in ("ASSAULT", "COERCE") or d.actor or d.status != "occurred" or d.open:
        return d
    codes = {p.code for p in d.recipient} - UNNAMED
    for e in (e for done in reversed(reach) for e in reversed(done)):
        alike = e.type == kind and (e.mode == mode or kind == "ASSAULT") and e.trigger[0] < d.trigger[0]
        if alike and e.status == d.status and _sides(e.actor) and codes & {p.code for p in e.recipient}:
            return d._replace(actor=tuple(_here(p, d) for p in e.actor))
    return d


def _freed(d: Draft, told: list[Draft]) -> Draft:
    """A release of those whom the same party just took: أوقفت الشرطة عشرين متظاهرا ثم أفرجت عن معظمهم."""
    mine = set(_sides(d.actor))
    for e in reversed(told):
        if e.mode in _TAKES and e.recipient and mine == set(_sides(e.actor)) and e.status == "occurred":
            return d._replace(recipient=tuple(_here(p, d) for p in e.recipient))
    return d


def _judging(d: Draft, told: list[list[Draft]]) -> Draft:
    """What is said of an act told before, meant for who did it last: ... ونددت سول بالتجربة."""
    mine = {side(p) for p in d.actor}
    if d.about == HOLDERS:
        return d._replace(recipient=tuple(_holders(mine, told, d)), about=())
    if d.about == PARTNERS:
        return d._replace(recipient=tuple(_partners(d, mine, told)), about=())
    before = [e for done in reversed(told) for e in reversed(done)]
    deeds = [e for e in before if e.type not in VERBAL and d.judged & e.nouns]
    called = [e for e in deeds if d.about == ANY_ACT or e.type in d.about]
    if d.about == ANY_ACT and d.source.kind == "noun" and not called:
        return d._replace(about=())
    acts = [e for done in reversed(told[-2:]) for e in reversed(done)] if d.about == ANY_ACT else before
    if d.about == ("ACCUSE",):  # نفت الاتهامات: those against who denies them
        against = [e for e in before if e.type == "ACCUSE" and mine & set(_sides(e.recipient))]
        acts = [*against, *acts]
    for e in called or acts:
        if e.type == "ASSAULT" and e.status == "negated":
            continue  # who denied an attack is not condemned for it
        others = [_here(p, d) for s, p in _sides(e.actor).items() if s not in mine]
        if e.type == "ASSAULT" and e.type in d.about and not _sides(e.actor):
            return d  # the attack just told is by hands unknown
        if e.type == "ASSAULT" and mine & set(_sides(e.actor)):
            continue  # who strikes with others does not condemn that
        if (d.about == ANY_ACT or e.type in d.about) and others:
            return d._replace(recipient=tuple(others))
    return d


def _holders(mine: set[Side], told: list[list[Draft]], d: Draft) -> list[Party]:
    """Who arrested or abducted last those whom a demand is about: اعتقلت مالي صحفيا ... وطالبت باريس بالإفراج عنه."""
    for done in reversed(told[-3:]):
        for e in reversed(done):
            mode = _HELD.get(e.type, "")
            if mode and e.mode == mode and e.status == "occurred":
                others = [_here(p, d) for s, p in _sides(e.actor).items() if s not in mine]
                if others:
                    return others
    return []


def _partners(d: Draft, mine: set[Side], told: list[list[Draft]]) -> list[Party]:
    """The other parties of the last agreement or talks that the actor of an act had part in."""
    accords = [e for done in reversed(told) for e in reversed(done) if e.type in _ACCORDS]
    signed = [e for e in accords if e.frame.merge and e.type != "CONSULT"]
    for e in (*signed, *accords):
        sides = _sides([*e.actor, *e.recipient])
        if mine & set(sides):
            others = [p for s, p in sides.items() if s not in mine]
            if others or e in signed:  # with whom nobody tells who has a name, an accord at home is no guest's
                return [_here(p, d) for p in others]
    return []


def _claimed(d: Draft, told: list[list[Draft]]) -> Draft:
    """A deed claimed, done to whom it was told to be done: هاجموا ثكنة ... وتبنت الحركة الهجوم."""
    mine = {side(p) for p in d.actor}
    for e in (e for done in reversed(told) for e in reversed(done)):
        others = [_here(p, d) for s, p in _sides(e.recipient).items() if s not in mine]
        if e.type == "ASSAULT" and e.status == "occurred" and others:
            return d._replace(recipient=tuple(others))
    return d


def _dealt_with(d: Draft, before: list[Draft]) -> Side | None:
    """With whom the actor had to do last."""
    mine = side(d.actor[0])
    for e in reversed(before):
        both = _sides([*e.actor, *e.recipient])
        if mine in both and len(both) > 1:
            return next(s for s in both if s != mine)
    return None


def _sides(parties: Sequence[Party]) -> dict[Side, Party]:
    out: dict[Side, Party] = {}
    for p in parties:
        if p.code not in UNNAMED:
            out.setdefault(side(p), p)
    return out


def _here(p: Party, d: Draft) -> Party:
    """A party that is only understood at a trigger."""
    return p.at(d.trigger[0], d.trigger[0], "implicit")
