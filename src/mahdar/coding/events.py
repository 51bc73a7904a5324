"""Clauses into events: which frame a trigger opens, who fills its slots, whether it happened and who says so."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Final, NamedTuple

from mahdar.analysis.clauses import Clause
from mahdar.analysis.parties import Party, Resolver, government_of, place_of, side
from mahdar.analysis.phrases import Chunk, Part, Word, agreement, nominal_entry
from mahdar.analysis.statements import Said
from mahdar.coding import frames as written
from mahdar.coding.inventory import Frame, Frames, Light
from mahdar.coding.slots import JUDGING, Surroundings, Trigger, fits
from mahdar.coding.status import StatusReader, negates
from mahdar.language.cues import Cues
from mahdar.packs.ar.entries import verb_lemma
from mahdar.record.types import Status
from mahdar.text.fold import plain

# Types whose content (what is demanded, promised, refused, threatened) is not an event of its own.
HOLDERS: Final = frozenset(("REQUEST", "AGREE", "THREATEN", "REJECT", "CONCEDE", "RETREAT", "SANCTION", "COERCE"))
# Acts performed by saying so.
VERBAL: Final = frozenset(("AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
# Of these, the acts that an announced or promised one already is.
_PERFORMED: Final = frozenset(("AGREE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"))
# Acts without addressee that concern a party named in what they say, and those that concern the other side of the
# talks.
_ABOUT_PARTY: Final = frozenset(("AGREE", "REQUEST", "THREATEN"))
_TO_OTHER_SIDE: Final = frozenset(("AGREE", "ACCUSE"))
_OF_POWER: Final = frozenset(("COERCE", "SANCTION"))  # acts of those who rule where they are done
_BLAMED: Final = ("tijah", "bi", "object", "min", "hawl", "ala", "li")  # relations of what is blamed
_PROMISING: Final = frozenset(("AGREE", "AID", "THREATEN"))  # what is done to no arm of one's own
_OWNED: Final = frozenset(("ASSAULT", "COERCE", "SANCTION"))  # acts that hit a thing for its owner
_OF_A_CROWD: Final = frozenset(("ASSAULT", "COERCE", "PROTEST", "REQUEST", "ACCUSE", "MOBILIZE"))
_OF_THE_PLACE: Final = frozenset(("CVL", "COP", "EDU", "MED", "BUS", "AGR"))  # unnamed people of the place told
_AT_A_PLACE: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "AID"))  # what is hit, stopped or helped tells where
_IN_A_PLACE: Final = frozenset(("ASSAULT", "COERCE"))
_SHARING: Final = frozenset(("REJECT", "ACCUSE", "THREATEN", "REQUEST"))
# What somebody is accused of is an act of its own unless it is only a word or a failing.
_REPROACHED: Final = frozenset(("REJECT", "CONCEDE", "AGREE", "REQUEST"))
_CONDITIONAL: Final = Frame(written.Frame(id="threaten.unless", type="THREATEN"))
_CHARGE: Final = Frame(written.Frame(id="accuse.on-charge", type="ACCUSE"))
_PUNISHING: Final = frozenset(("COERCE", "SANCTION"))
_OBLIGATION: Final = Frame(written.Frame(id="request.upon", type="REQUEST"))
_NOBODY: Final = frozenset((None, "CVL", "REF", "MED", "EDU", "SOC", "BUS"))  # to whom nobody's words are no news
_PUBLIC: Final = frozenset(("GOV", "MIL", "LEG", "REB", "OPP", "PRM"))  # whose acts are news of a country left unnamed
_OF_FORCE: Final = frozenset(("ASSAULT", "COERCE", "PROTEST"))
_HELD: Final = frozenset(("CVL", "COP", "EDU", "JRN", "JUD", "LEG", "MED", "MIL", "OPP", "PTY", "REL"))
_PLACES: Final = frozenset(("fi", "dakhil", "bi"))
_SHADDA: Final = "\u0651"
_FIGHTERS: Final = frozenset(("MIL", "COP", "UAF", "PRM", "CRM"))
_IRREGULAR: Final = frozenset(("REB", "UAF", "PRM", "CRM", "CVL"))
_TWO_SIDED: Final = frozenset(("CONSULT", "AGREE", "COOPERATE"))
_MATERIAL: Final = frozenset(("ASSAULT", "COERCE", "SANCTION", "RETREAT", "AID"))
_UNNAMED: Final = frozenset((None, "UNK"))
# Acts that are news only if somebody in public life does them.
_FRIENDLY: Final = frozenset(("AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT"))
_PEOPLE: Final = frozenset(("person", "population"))
_THINGS: Final = frozenset(("abstract", "act", "thing", "time"))
_PRIVATE: Final = frozenset(("AGR", "BUS", "CVL", "EDU"))
_REFERENCE_REACH: Final = 6  # how many words before a noun of violence what makes it a mere reference may stand
# Where violence is only the occasion of other news.
_SETTING: Final = frozenset(("qabl", "khilal", "hawl", "laday"))
_MEANS: Final = ("ria", "ala_yad", "min_qibal", "khilal")  # relations of what only helps or goes along
_BESIDE: Final = ("bayna", "maa", "didda")  # relations of all parties that a phrase names side by side
_ASIDE: Final = frozenset(("fi", "bi", "min", "li", "ala", "an"))
_FORCEFUL: Final = frozenset(("ASSAULT", "SANCTION"))
_TALKED_OF: Final = frozenset(("RETREAT", "COERCE"))
_NEAR: Final = 5  # how many words behind a thing what tells whose it is may begin
_ORIGIN: Final = frozenset(("fi", "min", "bi", "dakhil"))
_TOWNS: Final = frozenset(("city", "capital"))
_GROUND: Final = _TOWNS | {"state"}
_LATELY: Final = 150  # how many code points back the other side of the talks must be named for a promise to be to it
_BREATH: Final = 14  # how many words behind a trigger a time may stand that makes it news
# How a noun stands that tells an act: أدى إلى مقتل، أسفر عن إصابة.
_TOLD: Final = ("subject", "object", "ila", "an", "")
_DEEDS: Final = frozenset(("ASSAULT", "PROTEST"))
# Relations of what only goes along with an act and so is no part of what a demand or promise contains.
_OCCASION: Final = frozenset(("manner", "khilal", "baad", "qabl", "hasab", "sabab", "raghm"))
# How the attack stands to the verb that tells its dead: قُتل في غارة، بانفجار، إثر هجوم.
_OF_TOLL: Final = frozenset(("fi", "bi", "ala_yad", "sabab", "baad", "khilal", "min_qibal", "min"))
_ANNOUNCING: Final = frozenset(("اعلن", "قرّر"))
NO_ACT: Final = ("",)  # what a judgement is about that nobody did: القلق من الوضع
ANY_ACT: Final = ("*",)  # what a judgement is about whose words do not tell the type of the act: رفض هذا الشرط
_WHO: Final = frozenset(("human", "group", "place"))
DENIALS: Final = frozenset(("نفي", "انكر", "كذّب"))


class Attempt:
    """A frame tried on a trigger, and what came of it; for `mahdar explain`."""

    __slots__ = ("frame", "outcome", "word")

    def __init__(
        self,
        word: int,
        frame: str,
        outcome: str,
    ) -> None:
        self.word: Final = word
        self.frame: Final = frame
        self.outcome: Final = outcome


class Draft(NamedTuple):
    """An event in terms of words and parties, before it becomes part of a record.

    `[first, last)`: trigger words; `trigger`: its code points; `said`: number of the statement that vouches for it,
    -1 none. `open`: a two-sided act whose participants only the rest of the article can tell. `about`: the types of
    an act told before that it judges (أدانت القصف). `spared`: the codes of whom a demand wants to be relieved.
    `voucher`: who says that it happened, None for the article itself.
    """

    first: int
    last: int
    trigger: tuple[int, int]
    type: str
    mode: str | None
    context: tuple[str, ...]
    status: Status
    actor: tuple[Party, ...]
    recipient: tuple[Party, ...]
    place: Party | None
    said: int
    source: Trigger
    frame: Frame
    topic: tuple[int, int] | None
    open: bool = False
    about: tuple[str, ...] = ()
    spared: frozenset[str | None] = frozenset()
    voucher: Party | None = None


class Modes:
    """Words that decide modes and contexts: lemma -> names, by event type (contexts under "")."""

    def __init__(self, modes: Iterable[dict[str, Any]], contexts: Iterable[dict[str, Any]]) -> None:
        self.modes: dict[str, dict[str, list[str]]] = {}
        self.contexts: dict[str, list[str]] = {}
        for m in modes:
            table = self.modes.setdefault(m["type"], {})
            for word in m["words"]:
                table.setdefault(_key(word), []).append(m["mode"])
        for c in contexts:
            for word in c["words"]:
                self.contexts.setdefault(_key(word), []).append(c["name"])
        keys = [*self.contexts, *(word for table in self.modes.values() for word in table)]
        self.first = frozenset(word.split()[0] for word in keys if " " in word)  # with which a phrase can begin

    def mode(self, kind: str, lemmas: Sequence[str]) -> str | None:
        """The mode that the first telling word decides."""
        table = self.modes.get(kind)
        if not table:
            return None
        for lemma in lemmas:
            found = table.get(lemma)
            if found:
                return found[0]
        return None

    def context(self, lemmas: Iterable[str]) -> tuple[str, ...]:
        """The contexts that words speak of, in alphabetical order."""
        return tuple(sorted({c for lemma in lemmas for c in self.contexts.get(lemma, ())}))


def _key(word: str) -> str:
    """How a word that decides modes or contexts is looked up; phrases by their words without article and لـ."""
    if " " not in word:
        return verb_lemma(word)
    return " ".join(w[2:] if w.startswith(("ال", "لل")) and len(w) > 4 else w for w in plain(word).split())


class SentenceCoder:
    """Codes one sentence."""

    def __init__(
        self,
        words: list[Word],
        chunks: list[Chunk],
        clauses: list[Clause],
        said: list[Said],
        frames: Frames,
        cues: Cues,
        modes: Modes,
        resolver: Resolver,
        parties: Callable[[Chunk], list[Party]],
        subject_of: Callable[[Clause], list[Party]],
        reread: Callable[[Clause], None],
        title: bool,
    ) -> None:
        self.reread = reread
        self.words, self.chunks, self.clauses, self.said = words, chunks, clauses, said
        self.frames, self.cues, self.modes, self.resolver = frames, cues, modes, resolver
        self.parties, self.subject_of, self.title = parties, subject_of, title
        self.status = StatusReader(words, cues, title)
        self.attempts: list[Attempt] = []
        self.claimed: dict[int, int] = {}

    def code(self) -> list[Draft]:
        """The events of the sentence in the order of their triggers."""
        drafts: list[Draft] = []
        triggers = self._triggers()
        self.claimed = self._claims(triggers)
        for t in triggers:
            draft = self._try(t, drafts)
            if draft is not None:
                drafts.append(draft)
        threats = self._conditional_threats(drafts)
        conditions = {d.source.word for d in threats}
        drafts = [*(d for d in drafts if d.source.word not in conditions), *threats]
        drafts += self._obligations() + self._charges(drafts)
        drafts = [d for d in drafts if not self._only_content(d, drafts)]
        drafts += self._denied_after(drafts)
        drafts = self._without_tolls([d for d in drafts if not self._unless(d)])
        return [self._together(self._sharing(self._judging(d, drafts), drafts), drafts) for d in self._once(drafts)]

    def _conditional_threats(self, drafts: list[Draft]) -> list[Draft]:
        """Words like «if NATO does not respond, this may lead to confrontation»: a threat by the speaker to whom the
        condition is about.
        """
        out: list[Draft] = []
        for x in self.clauses:
            if x.kind != "condition" or x.verb is None or x.parent is None:
                continue
            n = self._innermost(x.verb.start)
            speaker = self.said[n].speaker if n >= 0 else None
            home = x.parent
            told = home.verb is not None and self.words[home.verb.start].r.tense == "past"
            if speaker is None or (told and not (home.verb is not None and home.verb.start < self.said[n].first)):
                continue
            if any(
                d.type == "THREATEN" and (d.source.clause is home or d.source.clause in home.ancestors())
                for d in drafts
            ):
                continue
            behind = next((y.last() for y in self.clauses if y.verb and y.verb.start >= x.last()), 0)  # فقد يؤدي
            inside = range(max(self.said[n].first, home.start), min(self.said[n].last, max(home.last(), behind)))
            dark = any(
                self.words[k].hit is None and self.words[k].r.lemma in self.cues.consequence
                for k in inside
                if not x.start <= k < x.last()
            )
            concerned = [p for p in self.subject_of(x) if p.code not in _UNNAMED and p.code != speaker.code]
            if not dark or not concerned:
                continue
            first, last = x.opener, x.verb.end
            t = Trigger("verb", x.verb.start, first, last, home)
            span = (self.words[first].token.start, self.words[last - 1].token.end)
            out.append(self._said_so(_CONDITIONAL, t, span, [speaker], concerned))
        return out

    def _obligations(self) -> list[Draft]:
        """Words like «it is on Israel to withdraw» (على إسرائيل أن تنسحب): a demand by the speaker."""
        out: list[Draft] = []
        for x in self.clauses:
            home = x.parent
            if x.kind == "complement" and x.verb is None and x.opener >= 0:
                out += self._masdar_obligation(x)
            if x.kind != "complement" or x.verb is None or x.opener < 0 or home is None or home.aux:
                continue
            on = next((y for y in self.chunks if y.end == x.opener and y.rel == "ala"), None)
            if on is None or self.words[x.verb.start].r.tense != "present" or any(d.first == on.start for d in out):
                continue
            speaker = [s.speaker] if (n := self._innermost(x.opener)) >= 0 and (s := self.said[n]).speaker else []
            if home.verb is not None:
                said = self.words[home.verb.start].act_in(self.cues.report)
                quoted = any(self.words[k].token.kind == "mark" for k in range(home.verb.end, on.start))
                if not said or not quoted or home.verb.start > on.start:
                    continue
                speaker = self.subject_of(home)
            actor = [p for p in speaker if p is not None and p.code not in _UNNAMED]
            asked = [p for p in self.parties(on) if p.code not in _UNNAMED and p.key not in {a.key for a in actor}]
            if not actor or not asked:
                continue
            t = Trigger("verb", on.start, on.start, on.end, home)
            first = self.words[on.start]
            span = (first.token.at(len(first.r.conj)), self.words[on.end - 1].token.end)
            out.append(self._said_so(_OBLIGATION, t, span, actor, asked))
        return out

    def _masdar_obligation(self, x: Clause) -> list[Draft]:
        """The same with a verbal noun: قالت كينيا إن على أوغندا سحب قواتها."""
        n = self._innermost(x.opener + 1)
        speaker = self.said[n].speaker if n >= 0 else None
        on = next((y for y in self.chunks if y.start == x.opener + 1 and y.rel == "ala"), None)
        if on is None or speaker is None or speaker.code in _UNNAMED or on.n + 1 >= len(self.chunks):
            return []
        act = self.chunks[on.n + 1]
        w = self.words[act.head]
        asked = [p for p in self.parties(on) if p.code not in _UNNAMED and p.key != speaker.key]
        if (
            act.kind != "np"
            or act.prep
            or act.start != on.end
            or w.hit is not None
            or w.r.form != "masdar"
            or not asked
        ):
            return []
        t = Trigger("verb", on.start, on.start, on.end, x)
        span = (self.words[on.start].token.start, self.words[on.end - 1].token.end)
        return [self._said_so(_OBLIGATION, t, span, [speaker], asked)]

    def _said_so(
        self, frame: Frame, t: Trigger, span: tuple[int, int], actor: list[Party], recipient: list[Party]
    ) -> Draft:
        """An act that the wording of a sentence performs, whatever its verb."""
        context = self.modes.context(self._near(t))
        by, to = tuple(_once_each(actor)), tuple(_once_each(recipient))
        return Draft(t.first, t.last, span, frame.type, None, context, "occurred", by, to, None, -1, t, frame, None)

    def _charges(self, drafts: list[Draft]) -> list[Draft]:
        """Who arrests or punishes somebody on a charge accuses him (اعتقلت ضابطا بتهمة التجسس)."""
        out: list[Draft] = []
        for c in self.clauses:
            for x in (*c.before, *c.after):
                first = self.words[x.start]
                if not first.token.folded.startswith("ب") or first.token.folded[1:] not in self.cues.charge:
                    continue
                act = next(
                    (
                        d
                        for d in reversed(drafts)
                        if d.type in _PUNISHING
                        and d.mode != "convict"
                        and d.source.clause is c
                        and d.first < x.start
                        and d.status == "occurred"
                    ),
                    None,
                )
                if act is None or not act.actor or not act.recipient:
                    continue
                start = first.token.at(1)
                t = Trigger("noun", x.start, x.start, x.start + 1, c, x, x.parts[0], "sabab")
                out.append(
                    act._replace(
                        first=x.start,
                        last=x.start + 1,
                        trigger=(start, first.token.end),
                        type="ACCUSE",
                        mode="allege",
                        place=None,
                        source=t,
                        frame=_CHARGE,
                        topic=None,
                        open=False,
                    )
                )
        return out

    def _denied_after(self, drafts: list[Draft]) -> list[Draft]:
        """What others say that somebody did, once more as denied: اتهمت كييف موسكو بالقصف، وهو ما نفته موسكو."""
        out: list[Draft] = []
        for r in drafts:
            if r.type != "REJECT" or not DENIALS.intersection(r.frame.verb) or r.source.kind == "noun":
                continue
            c = r.source.clause
            own = any(x.kind == "complement" for x in c.children)
            said = [x for x in (*c.objects[:1], *c.args.get("bi", ())) if not self._points_back(x)]
            if own or (said and c.kind != "relative"):
                continue
            codes = {p.code for p in r.actor} - _UNNAMED
            acts = [e for e in drafts if e.first < r.first and e.type not in VERBAL and e.status != "negated"]
            told = next((e for e in reversed(acts) if self._alleged(e, codes, drafts)), None)
            if told is not None:
                mine = tuple(p for p in told.actor if p.code in codes)
                out.append(told._replace(status="negated", said=-1, actor=mine or r.actor))
        return out

    def _points_back(self, x: Chunk) -> bool:
        """Whether a phrase means what was told just before: ذلك، الاتهام."""
        return self.words[x.head].r.pos in ("dem", "pron") or self._sums_up(x)

    def _alleged(self, e: Draft, of: set[str | None], drafts: list[Draft]) -> bool:
        """Whether somebody else tells of an act of theirs, or accuses them of it."""
        speaker = self.said[e.said].speaker if e.said >= 0 else None
        mine = {p.code for p in e.actor}
        if of & mine and speaker is not None and speaker.code not in mine:
            return True
        charges = [d for d in drafts if d.type == "ACCUSE" and d.first < e.first]
        told = [d for d in charges if of & ({p.code for p in d.recipient} if d.actor else mine)]
        return any(
            self._contains(d, e.source.word) or (speaker is not None and speaker.code in {p.code for p in d.actor})
            for d in told
        )

    def _sharing(self, d: Draft, drafts: list[Draft]) -> Draft:
        """A denial, threat or reproach to nobody told goes to whom the same speaker turns in the same breath (نفت
        ...، متهمة القاهرة).
        """
        keys = {p.key for p in d.actor}
        if d.type in _OWNED and all(_nobody(p) for p in d.recipient) and (same := self._same_owner(d, drafts)):
            return d._replace(recipient=same)
        if d.recipient or d.type not in _SHARING or not d.actor or d.frame.general:
            return d
        others = [
            e
            for e in drafts
            if e is not d
            and e.type in VERBAL
            and {p.key for p in e.actor} == keys
            and e.recipient
            and "participle" in (d.source.kind, e.source.kind)
        ]
        return d._replace(recipient=others[0].recipient) if others else d

    def _together(self, d: Draft, drafts: list[Draft]) -> Draft:
        """Who killed some wounded those told of in the next breath: قتل ستة وأصيب عشرة في قصف روسي."""
        if d.type != "ASSAULT" or d.actor or d.source.kind != "verb" or not d.source.clause.passive:
            return d
        for e in drafts:
            c = e.source.clause
            if e.type == d.type and e.actor and e.source.kind == "verb" and c.passive:
                if c.previous is d.source.clause and self.words[e.source.word].r.conj == "و":
                    return d._replace(actor=e.actor)
        return d

    def _same_owner(self, d: Draft, drafts: list[Draft]) -> tuple[Party, ...]:
        """Whose a thing with a pronoun is that is hit or taken after its owner was: احتجزت القارب وصادرت حمولته."""
        c = d.source.clause
        things = [x for x in (*c.objects[:1], *c.args.get("ala", ())) if x.start > d.first]
        if d.source.kind == "noun" or not any(self._has_pronoun(x) for x in things):
            return ()
        mine = {side(p) for p in d.actor}
        for e in reversed(drafts):
            if e.type in _OWNED and e.first < d.first and {side(p) for p in e.actor} == mine:
                return tuple(p for p in e.recipient if p.code not in _UNNAMED and side(p) not in mine)
        return ()

    def _judging(self, d: Draft, drafts: list[Draft]) -> Draft:
        """What is said of an act that the sentence tells, in a clause about it, goes to who does that act (ضربات نددت
        بها روسيا، في خطوة عارضتها الخرطوم، وهو ما تنفيه).
        """
        c = d.source.clause
        acts = d.type in JUDGING and d.source.kind != "noun"
        same = self._taken_up(d, drafts) if acts else None
        if same is not None:
            mine = {side(p) for p in d.actor}
            theirs = tuple(p for p in same.recipient if p.code not in _UNNAMED and side(p) not in mine)
            return d._replace(recipient=theirs, about=same.about) if theirs or same.about else d
        if d.recipient or d.type not in JUDGING or not d.actor:
            return d
        if d.source.kind == "noun":
            behind = self.words[d.last : d.last + 1]
            claim = self._claimed_by(d) if behind and behind[0].r.pos == "dem" else []  # سارع إلى نفي ذلك
            return d._replace(recipient=tuple(claim))
        told = [e for e in drafts if e is not d and e.first < d.first and e.actor]
        mine = {side(p) for p in d.actor}
        if c.kind == "relative":
            x = c.antecedent
            if (x is None and c.opener < 0) or x in c.subject:
                return d
            claim = self._claimed_by(d) if x is None else []
            if claim:
                return d._replace(recipient=tuple(claim))
            if x is not None and not self._sums_up(x):
                told = [e for e in told if e.source.chunk is x]
        elif not any(self._sums_up(x) for x in (*c.objects[:1], *c.args.get("bi", ()))):  # وانتقدت بغداد الخطوة
            about = self._told_act(c)
            if about == ANY_ACT and (claim := self._claimed_by(d)):
                return d._replace(recipient=tuple(claim))
            told = [e for e in told if e.type in about]
            if not told:
                return d if about == ANY_ACT and d.type == "SUPPORT" else d._replace(about=about)
        elif not told and (about := self._told_act(c)) != ANY_ACT:
            return d._replace(about=about)  # نفت الاتهامات that the sentence before tells
        others = [p for e in told[-1:] for p in e.actor if p.code not in _UNNAMED and side(p) not in mine]
        return d._replace(recipient=tuple(others))

    def _taken_up(self, d: Draft, drafts: list[Draft]) -> Draft | None:
        """The judgement of somebody else, before it in the sentence, whose object another takes up with a pronoun: رحبت
        مقديشو بالعرض التركي، وتحفظت أديس أبابا عليه.
        """
        c = d.source.clause
        contrast = d.first > 0 and self.words[d.first - 1].token.folded in self.cues.contrast  # فيما أيدته
        if any(p.how != "pronoun" for p in d.recipient) or (c.kind == "relative" and not contrast):
            return None
        by_preposition = any(
            self.words[x.head].r.pos == "prep"
            for rel in ("ala", "bi")
            for x in c.args.get(rel, ())
            if x.start >= d.first
        )
        if not self.words[d.source.word].r.pron and not by_preposition:
            return None
        before = [e for e in drafts if e.type in JUDGING and e.first < d.first][-1:]
        mine = {side(p) for p in d.actor}
        if not before or mine & {side(p) for p in before[0].actor}:
            return None
        return before[0] if before[0].recipient else before[0]._replace(about=self._told_act(before[0].source.clause))

    def _told_act(self, c: Clause) -> tuple[str, ...]:
        """The types of the act that a clause judges by a bare definite noun: أدانت القصف، رفضت الاقتراح."""
        for x in (*c.objects[:1], *c.args.get("bi", ())):
            w = self.words[x.head]
            if w.hit is None and w.r.pos == "dem":
                return ANY_ACT
            pointed = self.words[x.start].r.pos == "dem"  # هذا التدخل السافر
            if w.hit is None and w.r.definite and not w.r.pron and (pointed or x.end == x.head + 1):
                found = tuple(sorted({f.type for f in self._single(w)}))
                return found or (ANY_ACT if w.r.pos == "noun" and w.r.cls not in _WHO else ())
        return ()

    def _claimed_by(self, d: Draft) -> list[Party]:
        """Whose words a denial of what was told before answers: who spoke last, in its sentence or the one before."""
        if not DENIALS.intersection(d.frame.verb):
            return []
        before = [s.speaker for s in self.said if s.first <= d.first and s.speaker is not None]
        last = self.resolver.d.speaker
        spoke = before[-1:] or ([last] if last is not None else [])
        mine = {(p.code, p.sector) for p in d.actor} | {(p.code, None) for p in d.actor}
        spoke = [p for p in spoke if (p.code, p.sector) not in mine]
        return [
            p.at(d.trigger[0], d.trigger[0], "implicit") for p in spoke if p.code not in _UNNAMED and p.kind != "media"
        ]

    def _sums_up(self, x: Chunk) -> bool:
        """Whether a phrase stands for the act told just before: الخطوة، هذا الأمر."""
        w = self.words[x.head]
        return w.hit is None and w.r.lemma in self.cues.summing and (w.r.definite or x.rel == "fi") and not w.r.pron

    # -- triggers ----------------------------------------------------------------------------

    def _triggers(self) -> list[Trigger]:
        out: list[Trigger] = []
        lent: set[int] = set()
        for c in self.clauses:
            if c.verb is None:
                continue
            acts = self.words[c.verb.start].acts
            light = next((found for lemma in acts if (found := self._light(c, lemma)) is not None), None)
            if light is not None:
                out.append(light)
                lent.add(light.word)
            elif any(lemma in self.frames.verbs for lemma in acts):
                out.append(
                    Trigger(
                        "participle" if c.kind == "participle" else "verb", c.verb.start, c.verb.start, c.verb.end, c
                    )
                )
        for c in self.clauses:
            for x, relation in self._placed(c):
                for part in x.parts:
                    for k in range(part.start, part.end):
                        if k not in lent:
                            t = self._noun(c, x, part, k, relation)
                            if t is not None:
                                out.append(t)
        out.sort(key=lambda t: t.first)
        return out

    def _placed(self, c: Clause) -> list[tuple[Chunk, str]]:
        """The noun phrases of a clause with their relation to its verb."""
        out = []
        for x in (*c.before, *c.after):
            if x in c.subject:
                out.append((x, "subject"))
            elif x in c.objects:
                out.append((x, "object"))
            else:
                out.append((x, x.rel))
        return out

    def _noun(
        self, c: Clause, x: Chunk, part: Part, k: int, relation: str, light: Light | None = None
    ) -> Trigger | None:
        w = self.words[k]
        if w.hit is not None or w.time or w.paren:
            return None
        if w.r.pos not in ("noun", "adj") and w.r.lemma not in self.frames.phrases:
            return None
        first = k
        last = self._phrase_end(k, part)
        if last is None and k:
            last = self._phrase_end(k - 1, part) if self.words[k - 1].r.pos == "neg" else None
            first = k - 1 if last is not None else k  # غير مقبول
        if last is None:
            if w.r.pos not in ("noun", "adj"):
                return None
            named = self.frames.named(w.bare if w.r.pos == "noun" else w.r.lemma, w.r.lemma)
            if not named or (w.r.pos == "adj" and not any(f.participle for f in named)):
                return None
            last = k + 1
        if self._attribute(k, part):
            return None
        if self._in_title(k, part) or (w.r.lemma in self.cues.series and self._counts_acts(k, part)):
            return None
        return Trigger("noun", k, first, last, c, x, part, relation, light)

    def _attribute(self, k: int, part: Part) -> bool:
        """Whether a word read as a noun is an attribute: behind a noun with the article as it has one, or behind an
        adjective, which governs no noun (القوى المعارضة، قوى لبنانية معارضة).
        """
        w, before = self.words[k], self.words[k - 1]
        if part.head < k and w.r.lemma in self.cues.hostile and before.hit is None and before.r.number == "p":
            return not before.r.definite and not w.r.pron  # هتافات مناهضة لفرنسا
        if part.head >= k or w.r.pos != "noun" or w.r.gender != "f" or w.r.conj or w.r.prep or w.r.pron:
            return False
        if w.r.definite:
            return before.r.definite and not before.r.pron and before.hit is None and not before.r.prep
        adjective = before.entry is not None and before.entry.kind == "adjective"
        return adjective and not before.r.definite and before.hit is not None and not before.hit.article

    def _counts_acts(self, k: int, part: Part) -> bool:
        """Whether an event noun follows a noun that only counts such (جولة مفاوضات، جولة من المحادثات)."""
        for j in range(k + 1, min(k + 6, len(self.words))):
            w = self.words[j]
            if w.hit is None and w.r.pos == "noun" and w.r.lemma in self.frames.nouns:
                return True
            if w.token.kind == "mark" or w.r.pos in ("verb", "sub") or (w.r.pos == "prep" and w.r.lemma != "من"):
                return False
        return False

    def _in_title(self, k: int, part: Part) -> bool:
        """Whether the noun is part of an office's or body's name: وزير الدفاع."""
        for a in (part.head, *(a for a, _ in part.apposed)):
            found = nominal_entry(self.words, a, self.resolver.world)
            if found is not None and (a < k < found[1] or (a == k and found[1] > k + 1)):
                return True
        return False

    def _phrase_end(self, k: int, part: Part) -> int | None:
        """The end of a trigger of several words (وقف إطلاق النار) at `k`."""
        for rest, _ in self.frames.phrases.get(self.words[k].r.lemma, ()):
            end = k + 1 + len(rest)
            across = part.end < len(self.words) and bool(self.words[part.end].r.prep)  # وقف لإطلاق النار
            if (end <= part.end or across) and end <= len(self.words) and _spells(self.words[k + 1 : end], rest):
                return end
        return None

    def _light(self, c: Clause, lemma: str) -> Trigger | None:
        """The event noun that a light verb lends its subject to."""
        lights = self.frames.lights.get(lemma, ())
        for light in lights:
            pool = (
                c.subject
                if light.noun == "subject" or (light.noun == "object" and c.passive)
                else c.objects
                if light.noun == "object"
                else c.args.get(light.noun, [])
            )
            for x in pool:
                head = self.words[x.head]
                if head.r.pos == "prep" and head.r.pron and c.antecedent is not None and c.antecedent not in c.subject:
                    x = c.antecedent  # الزيارة التي قام بها
                part = x.parts[0]
                needed = self.words[part.head].r.lemma in self.cues.possible_noun  # على ضرورة التزام بغداد
                for k in range(part.head, part.head + 1 if needed else part.end):
                    adjective = k > part.head and self.words[k].r.pos == "adj"  # محاولات خطيرة
                    t = None if adjective else self._noun(c, x, part, k, light.noun, light)
                    if t is not None and (not light.words or self._one_of(t, light.words)):
                        return t
        return None

    def _one_of(self, t: Trigger, words: Sequence[str]) -> bool:
        """Whether the noun of a trigger, or its whole phrase, is among `words`."""
        w = self.words[t.first]
        if w.r.lemma in words or w.bare in words:
            return True
        further = [x.r.prep + x.bare for x in self.words[t.first + 1 : t.last]]
        return bool(further) and any(" ".join([head, *further]) in words for head in (w.bare, w.r.lemma))

    def _claims(self, triggers: list[Trigger]) -> dict[int, int]:
        """The phrases right behind an event noun that are its own, not the verb's, with the number of its phrase: those
        with 'with' or 'between', also behind where and when it is (على عقد اجتماع في القاهرة غدا مع تشاد), and those
        in a relation that the verb has filled already (أفرجت عن 32، مقابل إفراج روما عن اثنين).
        """
        out: dict[int, int] = {}
        for t in triggers:
            if t.kind != "noun" or t.chunk is None or t.light is not None:
                continue
            k = t.chunk.n + 1
            while t.chunk.rel == "ala" and k < len(self.chunks):
                if self.chunks[k].kind != "time" and self.chunks[k].rel != "fi":
                    break
                k += 1
            if k >= len(self.chunks) or self.chunks[k].kind != "np" or not self.chunks[k].rel:
                continue
            rel = self.chunks[k].rel
            filled = any(x.n < t.chunk.n for x in t.clause.args.get(rel, ()))
            if (rel in ("maa", "bayna", "didda") or filled) and any(
                rel in f.slots.actor or rel in f.slots.recipient for f in self._frames_of(t)
            ):
                out[k] = t.chunk.n
        return out

    def _around(self, t: Trigger) -> Surroundings:
        claimed = self.claimed
        if t.kind == "noun":  # a noun before it may share what a noun has: توقيع روسيا اتفاقا مع تركيا
            claimed = {k: n for k, n in claimed.items() if self.chunks[n].rel == "ala"}
        s = self._innermost(t.word)
        speaker = [self.said[s].speaker] if s >= 0 else []
        return Surroundings(
            t,
            self.words,
            self.resolver,
            self.cues,
            self.parties,
            self.subject_of,
            claimed,
            [p for p in speaker if p is not None],
            self._undergone,
        )

    def _undergone(self, w: Word) -> bool:
        """Whether the genitive after a verbal noun is whom the act befalls, by all plain frames of its force."""
        found = self._single(w) if w.r.form == "masdar" else []
        plain = [f for f in found if not f.words and not f.slots.require]
        frames = [f for f in plain if f.type == "ASSAULT" or f.mode == "arrest"]
        return bool(frames) and all(f.idafa == "object" for f in frames)

    def _innermost(self, word: int) -> int:
        """The number of the innermost statement around a word; -1 for none."""
        best = -1
        for n, s in enumerate(self.said):
            if s.first <= word < s.last and (
                best < 0 or s.last - s.first <= self.said[best].last - self.said[best].first
            ):
                best = n
        return best

    # -- one trigger -------------------------------------------------------------------------

    def _frames_of(self, t: Trigger) -> list[Frame]:
        if t.kind == "noun":
            if t.last > t.first + 1:
                rest = self.words[t.first + 1 : t.last]
                phrases = self.frames.phrases.get(self.words[t.first].r.lemma, ())
                return [f for words, f in phrases if len(words) == len(rest) and _spells(rest, words)]
            return self._single(self.words[t.word])
        return self._verb_frames(self.words[t.word])

    def _verb_frames(self, w: Word) -> list[Frame]:
        """The frames of the verbs that a word may be of."""
        return [f for v in w.acts for f in self.frames.verbs.get(v, ())]

    def _of_other_verb(self, t: Trigger, frame: Frame) -> bool:
        """Whether a frame is of another verb that the form may be than the one that it was read as: ترد of أردى."""
        acts = self.words[t.word].acts if t.kind == "verb" else ()
        own = acts[0].replace(_SHADDA, "") if acts else ""
        return bool(acts) and not any(v in frame.verb for v in acts if v.replace(_SHADDA, "") == own)

    def _single(self, w: Word) -> list[Frame]:
        """The frames of one noun."""
        if w.r.pos not in ("noun", "adj"):
            return []
        found = self.frames.named(w.bare if w.r.pos == "noun" else w.r.lemma, w.r.lemma)
        return [f for f in found if (f.participle if w.r.pos == "adj" else not f.attribute)]

    def _try(self, t: Trigger, drafts: list[Draft]) -> Draft | None:
        around = self._around(t)
        fitting = self._fitting(t, around)
        if not fitting and self._goes_on(t):
            c = t.clause
            c.subject, c.objects = [], c.subject
            self.reread(c)
            fitting = self._fitting(t, around)
            if not fitting:
                c.subject, c.objects = c.objects, []
                self.reread(c)
        for _, frame in fitting:
            around.suit(frame)
            if not frame.slots.actor and not frame.slots.recipient:
                self.attempts.append(Attempt(t.word, frame.id, "blocks the trigger"))
                return None
            passive, c = t.clause.passive, t.clause
            silent = self._silent_subject(t, frame)
            if self._silent_passive(t, frame, around) and not (silent and self._names_place(t.clause.subject[0])):
                t.clause.passive = True
            elif silent:
                t.clause.subject, t.clause.objects = [], t.clause.subject
                self.reread(t.clause)
            actor, recipient = self._who(frame, around, t)
            if frame.type == "AGREE" and frame.merge and not actor and around.denied():
                actor = self._at_talks(t, drafts)
            if frame.type in _OF_A_CROWD:
                told = _HELD | {"LAB", "AGR"} if frame.type == "PROTEST" else _OF_THE_PLACE
                actor = self._of_place(actor, around, told)
            if frame.type in _IN_A_PLACE:
                recipient = self._of_place(recipient, around, _HELD)
            if "political_institutions" in frame.context and recipient:  # a coup is by the country's own soldiers
                home = recipient[0].code
                actor = [p._replace(code=home) if p.code == "UNK" and p.sector in _FIGHTERS else p for p in actor]
            if frame.type == "PROTEST":
                actor = actor or self._scene(t)
                actor = [_people(p) if p.kind in ("government", "place") else p for p in actor]
            reason = self._refusal(t, frame, actor, recipient, around)
            in_words = _by_word(actor) and not (t.kind == "noun" and self._claims_deed(t.clause))
            if any(f.spoken for _, f in fitting) and not reason and frame.spoken != in_words:
                reason = "done with weapons" if frame.spoken else "done in words"
            self.attempts.append(Attempt(t.word, frame.id, reason or "coded"))
            if not reason:
                return self._draft(t, frame, around, actor, recipient)
            c.passive = passive  # which only this act would have made it
        if t.kind == "noun" and t.last > t.first + 1:
            return self._try(t.shortened(), drafts)  # the phrase names no act here, its noun may
        return None

    def _scene(self, t: Trigger) -> list[Party]:
        """The place that sees an act: شهدت مدن كينية احتجاجات."""
        if t.light is None or t.light.subject != "none" or t.relation == "subject":
            return []
        return [p for x in t.clause.subject for p in self.parties(x) if p.code not in _UNNAMED]

    def _fitting(self, t: Trigger, around: Surroundings) -> list[tuple[int, Frame]]:
        """The frames whose conditions hold, each with how many it met, best first."""
        fitting: list[tuple[int, Frame]] = []
        for frame in self._frames_of(t):
            if frame.negator and self._negator(t) not in frame.negator:
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

    def _goes_on(self, t: Trigger) -> bool:
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

    def _silent_passive(self, t: Trigger, frame: Frame, around: Surroundings) -> bool:
        """An act that needs an object, told of one phrase alone, is told in the passive (قتل تاجر برصاص مجهولين)."""
        c = t.clause
        if t.kind == "participle" and frame.type in _IN_A_PLACE and frame.slots.recipient[:1] == ["object"]:
            told = any(c.args.get(r) for r in frame.slots.recipient[1:]) or self.words[t.word].r.pron
            objects = [x for x in c.objects if self.words[x.head].r.cls != "time"]
            return not (objects or told or c.passive)  # لا يزالون محتجزين أشهرا
        charged = frame.type == "ACCUSE" and bool(c.args.get("bi"))  # يتهم الوزير بالفساد
        if t.kind != "verb" or c.passive or frame.slots.recipient[:1] != ["object"] or self._own_denied(t):
            return False
        if frame.type not in _MATERIAL and not charged:
            return False
        r = self.words[t.word].r
        persons = [p.kind == "person" for x in c.subject for p in self.parties(x)]  # احتجز الرئيس في منزله
        skipped = _PLACES if persons and all(persons) else ()
        if any(around.chunks(rel) for rel in frame.slots.recipient[1:] if ":" not in rel and rel not in skipped):
            return False
        if self._of_force_before(t, frame):
            return False
        bare = c.subject and not c.objects and not r.pron and c.verb is not None
        if bare and c.verb is not None and c.subject[0].n < c.verb.n and not frame.toll and frame.mode != "arrest":
            return False  # خمسة من جنوده قتلوا
        return bool(bare) and r.voice == "both" and (r.tense == "past" or charged) and c.kind != "relative"

    def _silent_subject(self, t: Trigger, frame: Frame) -> bool:
        """A verb that needs an object, in a clause that goes on with the subject before: its one phrase is the object
        (بعد أن زارت كييف).
        """
        c = t.clause
        if (
            t.kind != "verb"
            or c.passive
            or not c.subject
            or not (
                "object" in frame.slots.require[:1]
                or (frame.merge and self._alone_with_verb(c, frame))
                or (frame.slots.recipient[:1] == ["object"] and self._own_denied(t))
                or (frame.type in _MATERIAL and self._names_place(c.subject[0]))
                or self._of_force_before(t, frame)
                or (
                    frame.type == "REQUEST" and frame.slots.recipient[:1] == ["object"] and self._is_asked(c.subject[0])
                )
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
            or (c.parent is None and c.previous is None and not self._is_asked(x))
        ):
            return False
        r = self.words[t.word].r
        before = [
            p for y in ([c.previous] if c.previous is not None else []) + c.ancestors() for p in self.subject_of(y)
        ] or (self.resolver.d.subject if self._is_asked(x) else [])
        mine = {p.key for p in self.parties(x)}
        return any(p.gender == r.gender and p.number == r.number and p.key not in mine for p in before)

    def _of_force_before(self, t: Trigger, frame: Frame) -> bool:
        """Whether soldiers or police told before do to a known person what a verb behind 'and' tells: استولى الجيش على
        الحكم واحتجز الرئيس.
        """
        c, r = t.clause, self.words[t.word].r
        if frame.type not in _IN_A_PLACE or c.previous is None or not c.subject or not r.conj:
            return False
        x = c.subject[0]
        known = self.words[x.head].r.definite or self.words[x.head].hit is not None
        if not known or any(p.sector in _FIGHTERS for p in self.parties(x)):
            return False
        before = self.subject_of(c.previous)
        return any(p.sector in _FIGHTERS and (p.gender, p.number) == (r.gender, r.number) for p in before)

    def _names_place(self, x: Chunk, kinds: frozenset[str] = _GROUND) -> bool:
        """Whether a phrase is the name of a state or town, which is hit more often than it is the passive's."""
        entry = self.words[x.head].entry
        return entry is not None and entry.kind in kinds

    def _own_denied(self, t: Trigger) -> bool:
        """Whether a verb after an auxiliary tells what its subject denies to have done: نفت أن تكون قد قصفت المبنى."""
        c = t.clause
        above = c.parent.verb if c.parent is not None else None
        if above is None or c.kind != "complement" or not c.aux:
            return False
        return bool(self.words[above.start].act_in(DENIALS))

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

    def _who(self, frame: Frame, around: Surroundings, t: Trigger) -> tuple[list[Party], list[Party]]:
        slots = frame.slots
        light = t.light
        if t.kind == "noun" and frame.type == "REQUEST" and (asked := self._asked_by(t)):
            mine = {p.code for p in asked}
            return asked, [p for p in self.subject_of(t.clause) if p.code not in mine and p.kind != "place"]
        lent = self._lent(t) if light is not None else []
        if frame.merge:
            actor: list[Party] = list(lent)
            for relation in slots.actor:
                actor += around.parties(relation)
            if t.kind == "noun" and not actor:
                actor += self._controller(t) or self._told_before(t, frame) or self._after_talks(t, frame)
            elif t.kind == "noun" and len({p.code for p in actor}) == 1 and light is None:
                other = self._controller(t)
                if not other and around.parties("maa") and t.relation != "subject" and not t.clause.passive:
                    other = self.subject_of(t.clause)
                actor += [p for p in other if not p.weak]
            if actor and frame.type == "CONSULT":
                actor += around.parties("ria")  # who mediates takes part
            return self._strong(_once_each(actor)), []
        if light is not None and light.mutual and (other := around.parties("maa")):
            return self._strong(_once_each([*lent, *other])), []  # تبادلوا إطلاق النار مع الشرطة
        actor = self._first(slots.actor, around)
        if t.kind == "verb" and "subject" in slots.actor and not any(p.code not in _UNNAMED for p in actor):
            if frame.type in _IN_A_PLACE or any(self.words[x.head].r.cls == "group" for x in t.clause.subject):
                actor = self._of_owner(t) or actor
        recipient = self._first(slots.recipient, around, actor)
        if light is not None:
            if light.subject == "actor" and (not actor or lent):
                g = around.genitive  # أكدت واشنطن التزام بغداد
                doer = g is not None and around.idafa == "subject" and self.words[g.head].named
                actor = actor if doer and actor else lent or actor
                recipient = recipient or self._given(t, actor)
            elif light.subject == "recipient":
                recipient = lent or recipient
            if not recipient:
                recipient = self._first(slots.recipient, around, actor)
        elif t.kind == "noun" and not actor and "subject" in slots.actor:
            actor = self._source(t, frame, around) or self._controller(t)
            if recipient and frame.type == "ASSAULT" and not self._accused(t):
                if {side(p) for p in actor} <= {side(p) for p in recipient if p.kind != "place"}:
                    actor = []  # who tells of the death of his men did not kill them
        if t.kind == "noun" and not actor and "subject" in slots.actor:
            actor = self._announcer(t) or self._carrier(t, frame)
        if t.kind == "noun" and light is None and not recipient and frame.type in VERBAL:
            recipient = self._given(t, actor)
        if t.kind == "noun" and not actor and "subject" in slots.actor:
            actor = self._source(t, frame, around)
        if frame.type in VERBAL and (informed := self._informed(t, actor)):
            recipient = informed
        keys = {p.code for p in actor} - _UNNAMED
        recipient = (
            [p for p in recipient if p.code not in keys or p.sector not in {a.sector for a in actor}]
            if recipient and len(recipient) > 1
            else recipient
        )
        if recipient and {p.key for p in recipient} <= {p.key for p in actor}:
            recipient = self._first([r for r in slots.recipient if ":" in r], around, actor)
            recipient = [p for p in recipient if p.key not in {a.key for a in actor}]
        if frame.type in _IN_A_PLACE and {side(p) for p in recipient} <= {side(p) for p in actor}:
            recipient = self._others(t, frame, around, actor) or recipient
        if frame.type in _OWNED and frame.slots.recipient and all(_nobody(p) for p in recipient):
            recipient = self._owner(t, around, actor) or recipient
        if recipient and all(p.code in _UNNAMED for p in recipient):
            recipient = self._native(t, around, recipient)
        if frame.general:  # a curfew or closed border at home hits nobody in particular
            codes = {a.code for a in actor}
            recipient = [p for p in recipient if p.sector is not None or p.code not in codes]
        own = {a.code for a in actor if side(a)[1]}  # no government deals with itself
        recipient = [p for p in recipient if (p.kind, p.sector) != ("government", "GOV") or p.code not in own]
        if frame.type in _PROMISING:  # تعهد بتسليم كييف منظومة للدفاع الجوي
            recipient = [p for p in recipient if p.code not in own or p.sector != "MIL" or p.how != "nominal"]
        if all(p.code in _UNNAMED for p in recipient) and actor and frame.slots.recipient:
            recipient = self._repaid(t, actor) or recipient
        if not recipient and actor and frame.slots.recipient:
            recipient = self._addressed(t, frame, around, actor)
        return self._strong(_once_each(actor)), self._strong(_once_each(recipient))

    def _addressed(self, t: Trigger, frame: Frame, around: Surroundings, actor: list[Party]) -> list[Party]:
        """Whom a speech act without addressee concerns: a party in what it says, else the other side of the talks."""
        if frame.type == "ACCUSE" and self._of_situation(frame, around):
            return []
        mine = {p.code for p in actor}
        if frame.type == "REQUEST" and t.kind != "noun" and self._asks_others(around):
            return []
        if t.kind == "noun" and t.chunk is not None and t.chunk.prep.startswith("ردا"):  # ردا على اتهامات X
            return [p for p in self.subject_of(t.clause) if p.code not in mine]
        if t.kind == "noun" and frame.type == "REQUEST" and self._complied_with(t):
            return [p for p in self.subject_of(t.clause) if p.code not in mine and p.kind != "place"]
        for x in around.chunks("object") if t.kind != "noun" else ():
            if x.n + 1 in self.claimed:
                return [p for p in self.parties(self.chunks[x.n + 1]) if p.code not in mine]
        if frame.type == "PROTEST":
            return self._shouted_at(t)
        if frame.type == "THREATEN":
            for inner in [*t.clause.children, *(y for z in t.clause.children for y in z.children)]:
                if inner.kind == "condition":
                    found = [
                        p
                        for p in self.subject_of(inner)
                        if p.code not in _UNNAMED and p.key not in {a.key for a in actor}
                    ]
                    if found:
                        return found
        if frame.general:
            return []
        if frame.type in _ABOUT_PARTY:
            apart = mine | _UNNAMED | (self._spared(around) if frame.type == "REQUEST" else frozenset())
            for rel in ("bi", "ila", "ala", "an", "tijah", "object", *(("fi",) if t.kind != "noun" else ())):
                for x in around.chunks(rel):
                    if self._undergone(self.words[x.head]) and frame.type in JUDGING:
                        continue
                    if frame.type == "REQUEST" and around.befalling(x):
                        continue
                    if rel == "fi" and not self._thing(x):
                        continue  # هدد في مجلس الأمن
                    end = self._reach(x)
                    for y in self.chunks[x.n :]:
                        if y.start >= end:
                            break
                        if frame.type == "AGREE" and (y.rel == "bayna" or self.words[y.head].r.cls == "place"):
                            continue  # استعداده لتيسير الحوار بين البلدين، عقد القمة بمقر الجامعة
                        if (y.rel == "an" and self._relieves(y)) or (y.rel == "ala" and self._lifted(x, y)):
                            continue  # رفع العقوبات عن دمشق is asked of others
                        if y.rel in _MEANS or (y.rel == "fi" and self._names_place(y, _TOWNS)):
                            continue  # عقد اجتماع في طرابلس; but وقف الحرب في السودان is asked of the Sudanese
                        found = [
                            p
                            for p in self.parties(y)
                            if y.kind == "np" and p.code not in apart and p.kind not in ("media", "place")
                        ]
                        if found:
                            return found if y.rel in _BESIDE else found[:1]
        if frame.type in _AT_A_PLACE and (place := self._where(t, around)) is not None:
            return [place]
        if frame.type in _IN_A_PLACE:
            irregular = any(p.sector in _IRREGULAR and p.sector != "PRM" for p in actor)
            code = self.resolver.d.local or (self.resolver.d.home if irregular else "")
            if code and (code not in mine or irregular):
                w = self.words[t.word]
                return [Party(f"place:{code}", code, None, "place", code, w.token.start, w.token.start, "implicit")]
        if frame.type == "ACCUSE" and (rulers := self._where_ruled(around, mine)):
            return rulers
        judged = frame.type == "ACCUSE" and t.kind != "noun" and self._told_act(t.clause)
        if frame.type in _TO_OTHER_SIDE and not judged:
            pair = self.resolver.d.pair
            if len(pair) == 2 and len(mine) == 1 and mine <= {p.code for p in pair}:
                here = self.words[t.first].token.start
                lately = {p.code for p in self.resolver.d.recent if here - _LATELY <= p.start < here}
                return [p for p in pair if p.code not in mine and (frame.type != "AGREE" or p.code in lately)]
        return []

    def _where_ruled(self, around: Surroundings, mine: set[str | None]) -> list[Party]:
        """Whom blame for an act of power concerns by the place that is told of it: ندد باعتقال صحفي في مالي."""
        for x in (y for rel in _BLAMED for y in around.chunks(rel)):
            if not any(f.type in _OF_POWER for f in self._single(self.words[x.parts[0].head])):
                continue
            for y in self.chunks[x.n + 1 :]:
                e = self.words[y.head].entry
                if y.start >= self._reach(x):
                    break
                if y.rel in ("fi", "dakhil") and e is not None and e.kind in _GROUND and e.code and e.code not in mine:
                    return [
                        government_of(
                            e.code, e.ar, self.words[y.head].token.start, self.words[y.head].token.end, "name"
                        )
                    ]
        return []

    def _complied_with(self, t: Trigger) -> bool:
        """Whether the subject of the clause does as the request says: بناء على طلب كينيا، بطلب من روما."""
        assert t.chunk is not None
        before = self.words[t.chunk.start - 1] if t.chunk.start else None
        if before is not None and before.hit is None and before.r.lemma in self.cues.compliance:
            return True
        behind = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        return t.chunk.rel == "bi" and t.word == t.chunk.head and behind is not None and behind.rel == "min"

    def _asks_others(self, around: Surroundings) -> bool:
        """Whether who is asked stands there though no party is known of that name: دعا الدول الإسلامية إلى ..."""
        asked = [(x, self.words[x.head].r) for x in around.chunks("object")]
        return any(
            r.cls in ("human", "group") and (r.lemma not in self.cues.pair or x.end > x.head + 1) for x, r in asked
        )

    def _spared(self, around: Surroundings) -> frozenset[str | None]:
        """Whom what is asked for relieves or befalls: رفع العقوبات عن دمشق، فرض عقوبات على روسيا."""
        found = {p.code for x in around.chunks("an") if self._relieves(x) for p in self.parties(x)}
        for x in (x for rel in ("bi", "ila") for x in around.chunks(rel) if around.befalling(x)):
            behind = self.chunks[x.n + 1 : x.n + 2]
            found |= {p.code for y in (x, *behind) for p in self.parties(y) if y is x or y.rel in ("ala", "li")}
        return frozenset(found)

    def _asked_by(self, t: Trigger) -> list[Party]:
        """Who asked for what the subject of the clause does: بطلب من روما."""
        if t.chunk is None or not self._complied_with(t) or t.chunk.n + 1 >= len(self.chunks):
            return []
        behind = self.chunks[t.chunk.n + 1]
        return [p for p in self.parties(behind) if not p.weak] if behind.rel == "min" else []

    def _relieves(self, x: Chunk) -> bool:
        """Whether a phrase with 'from' tells from whom something is to be lifted: رفع العقوبات عن دمشق."""
        before = self.chunks[x.n - 1] if x.n else None
        return before is not None and self.words[before.head].r.lemma in self.cues.relief

    def _lifted(self, x: Chunk, y: Chunk) -> bool:
        """Whether a phrase with 'on' tells whom what is to be lifted lies on: رفع العقوبات المفروضة على دمشق."""
        return self.words[x.head].r.lemma in self.cues.relief and self.words[y.start - 1].r.form == "passive"

    def _shouted_at(self, t: Trigger) -> list[Party]:
        """Whom a crowd is against by what it shouts: مرددين هتافات مناهضة لفرنسا."""
        for x, y in zip(self.chunks, self.chunks[1:], strict=False):
            last = self.words[x.end - 1]
            if x.start > t.first and last.hit is None and last.r.lemma in self.cues.hostile and y.rel in ("li", "bi"):
                return [p for p in self.parties(y) if p.code not in _UNNAMED]
        return []

    def _of_place(
        self, parties: list[Party], around: Surroundings, sectors: frozenset[str] = _OF_THE_PLACE
    ) -> list[Party]:
        """Unnamed people, or those of certain sectors, are those of the place that the clause tells: تظاهر المئات في
        دمشق، اقتحموا البرلمان في العاصمة البرازيلية.
        """
        home = around.c.previous if around.t.kind == "verb" and not around.c.subject else None  # وأحرقوا أعلاما
        told = [x for rel in ("fi", "dakhil") for x in home.args.get(rel, [])] if home is not None else []
        places = [x for rel in ("fi", "dakhil", "bi") for x in around.chunks(rel)] or told
        places.sort(key=lambda x: abs(x.start - around.t.first))
        entries = [w.entry for x in places for w in self.words[x.head : x.end]]  # في شوارع دمشق
        codes = [e.code for e in entries if e is not None and e.code and e.kind in _GROUND]
        if not codes:
            capital = [self.words[x.head + 1].entry for x in places if self._capital(x)]
            codes = [e.code for e in capital if e is not None and e.kind == "adjective" and e.code]
        if not codes:
            return list(parties)
        return [p._replace(code=codes[0]) if p.code == "UNK" and p.sector in sectors else p for p in parties]

    def _capital(self, x: Chunk) -> bool:
        """Whether a phrase names a place by what it is and whose: العاصمة البرازيلية."""
        w = self.words[x.head]
        return w.hit is None and x.end > x.head + 1 and w.r.lemma in self.cues.common_noun_of_place

    def _source(self, t: Trigger, frame: Frame, around: Surroundings) -> list[Party]:
        """Whom an act comes from, told right behind its noun: هجوم من روسيا، ضمانات من بريطانيا."""
        assert t.chunk is not None
        if "min" in frame.slots.recipient or (frame.idafa == "object" and around.genitive is not None):
            return []  # إنقاذ صياد من قراصنة
        x = next((y for y in around.chunks("min") if y.n == t.chunk.n + 1), None)
        return [p for p in self.parties(x) if not p.weak and p.kind != "place"] if x is not None else []

    def _where(self, t: Trigger, around: Surroundings) -> Party | None:
        """The state of the place where what is hit or seized stands: a phrase right behind it (منشأة نفطية في جدة)."""
        things = [x for x in around.chunks("object") if self._thing(x)][:1]
        n = things[0].n if things else t.chunk.n if t.chunk is not None and around.genitive is not None else -1
        if n < 0 or n + 1 >= len(self.chunks):
            return None
        x = self.chunks[n + 1]
        owned = any(p.code not in _UNNAMED for p in self.parties(x)) if x.kind == "np" else False
        if x.rel == "li" and not owned and n + 2 < len(self.chunks):
            x = self.chunks[n + 2]  # مواقع لمهربين جنوب سوريا
        if x.kind != "np" or x.rel not in ("fi", "bi", "dakhil"):
            return None
        for w in self.words[x.head : x.end]:  # جنوب سوريا
            if w.entry is not None and w.entry.code and w.entry.kind in _GROUND:
                return place_of(w.entry, w.token.start, w.token.end)
        return None

    def _others(self, t: Trigger, frame: Frame, around: Surroundings, actor: list[Party]) -> list[Party]:
        """Nobody raids himself: a pronoun on what is hit means who tells of it (قالت بغداد إنهم دخلوا أراضيها)."""
        mine = {side(p) for p in actor}
        above = [p for c in t.clause.ancestors() for p in self.subject_of(c) if side(p) not in mine]
        if not above:
            return []
        pronouns = [x for r in frame.slots.recipient if ":" not in r for x in around.chunks(r) if self._has_pronoun(x)]
        return [p for x in pronouns for p in self.resolver.parties(x, above) if side(p) not in mine]

    def _has_pronoun(self, x: Chunk) -> bool:
        return any(self.words[k].r.pron for k in range(x.start, x.end) if self.words[k].hit is None)

    def _of_owner(self, t: Trigger) -> list[Party]:
        """Whose the craft is that attacks, or the body that acts: أغارت مقاتلتان للجيش، أقر المجلس التنفيذي للصندوق."""
        c = t.clause
        if c.passive or not c.subject or c.subject[0].n + 1 >= len(self.chunks):
            return []
        x, behind = c.subject[0], self.chunks[c.subject[0].n + 1]
        own = behind.kind == "np" and behind.rel in ("li", "of") and behind.start == x.end
        return [p for p in self.parties(behind) if p.kind != "media"] if own else []

    def _owner(self, t: Trigger, around: Surroundings, actor: list[Party]) -> list[Party]:
        """Whose the thing is that is hit or seized: مواقع لقوات الدعم السريع، محطة تديرها الجماعة."""
        mine = {side(p) for p in actor}
        if t.light is not None and t.light.subject == "recipient":
            thing = next(iter(t.clause.subject), None)  # تعرضت سفينة ترفع علم بنما لهجوم
        elif t.kind == "noun":
            thing = next((x for rel in ("ala", "li", "object") for x in around.chunks(rel)), None)
        else:
            thing = next((x for rel in ("object", "ala") for x in around.chunks(rel)), None)
        thing = thing or next(iter(around.chunks("amam")), None) or t.chunk
        if thing is None or thing.n + 1 >= len(self.chunks):
            return []
        if told := [p for p in self._tied(thing) if p.code not in _UNNAMED and side(p) not in mine]:
            return told
        behind = self.chunks[thing.n + 1]
        goods = (
            t.kind != "noun" and behind in t.clause.objects and behind.end > behind.head + 1
        )  # شحنة إلكترونيات صينية
        found = list(self.parties(behind)) if behind.kind == "np" and (behind.rel in ("li", "of") or goods) else []
        for c in t.clause.children:
            if c.kind == "relative" and c.antecedent is thing and c.verb is not None:
                if self.words[c.verb.start].act_in(self.cues.belong_verb):
                    owners = [*c.args.get("ila", []), *c.args.get("li", []), *(x for x in c.objects if x is not thing)]
                    found += [p for x in owners for p in self.parties(x)]
                elif self.words[c.verb.start].r.pron or any(self._takes_up(x) for x in c.after[:1]):
                    found += self.subject_of(c)  # بلدات تسيطر عليها الحركة
                found += [p for x in c.args.get("ala_yad", ()) for p in self.parties(x)]  # كانت بيد الحركة
        return [p for p in found if p.code not in _UNNAMED and side(p) not in mine and p.kind != "media"][:1]

    def _takes_up(self, x: Chunk) -> bool:
        """Whether a phrase is a preposition with a pronoun."""
        w = self.words[x.head]
        return w.hit is None and w.r.pos == "prep" and bool(w.r.pron)

    def _native(self, t: Trigger, around: Surroundings, unnamed: list[Party]) -> list[Party]:
        """Unnamed people and firms are of the places told right behind them: شركات في ماليزيا وتايلاند."""
        x = next(
            (
                y
                for y in self.chunks
                if y.kind == "np"
                and any(
                    p.end <= self.words[y.end - 1].token.end and self.words[y.start].token.start <= p.start
                    for p in unnamed[:1]
                )
            ),
            None,
        )
        behind = self.chunks[x.n + 1] if x is not None and x.n + 1 < len(self.chunks) else None
        if behind is None or behind.kind != "np" or behind.rel not in _ORIGIN or unnamed[0].sector == "MIL":
            return unnamed  # القوات الأجنبية في قندهار
        entries = [self.words[part.head].entry for part in behind.parts]
        codes = dict.fromkeys(e.code for e in entries if e is not None and e.code and e.kind in _GROUND)
        return [p._replace(code=c, key=f"{p.key}:{c}") for c in codes for p in unnamed[:1]] or unnamed

    def _tied(self, thing: Chunk) -> list[Party]:
        """Whom words right behind a thing give it to: مخازن عائدة إلى الفصائل، السفينة التي ترفع علم بنما."""
        for k in range(thing.head + 1, min(thing.end + _NEAR, len(self.words) - 1)):
            form = self.words[k].token.folded.removeprefix("ال")
            x = next((y for y in self.chunks if y.kind == "np" and y.start <= k + 1 < y.end), None)
            if x is None:
                continue
            flag = self.words[k + 1].token.folded.removeprefix("ال")
            if form in self.cues.flying_form and flag in self.cues.flag:
                return self.parties(x)
            if form in self.cues.belonging_form and x.rel in ("ila", "li", "of"):
                return self.parties(x)
            if form in self.cues.origin_form and x.rel in ("min", "bi"):
                return self.parties(x)
        return []

    def _repaid(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """Whom an act answers that a verb of answering names as its means: ردت موسكو على العقوبات البريطانية بطرد."""
        c = t.clause
        if t.kind != "noun" or t.relation != "bi" or c.verb is None:
            return []
        if not self.words[c.verb.start].act_in(self.cues.react_verb):
            return []
        mine = {side(p) for p in actor}
        told = [p for x in c.args.get("ala", ()) for p in self.parties(x)]
        return [p for p in told if p.code not in _UNNAMED and side(p) not in mine]

    def _lent(self, t: Trigger) -> list[Party]:
        """The subject that a light verb lends to its noun."""
        assert t.light is not None
        c = t.clause
        if t.light.subject == "none" or t.relation == "subject":
            return []
        if c.passive:
            return [p for rel in ("min_qibal",) for x in c.args.get(rel, []) for p in self.parties(x)]
        if c.verb is not None and self.words[c.verb.start].r.person == 1:
            return self._around(t).speaker  # قال الرئيس: نقدم مقترحا
        return self.subject_of(c)

    def _informed(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """Who is told of somebody's own refusal, offer or reproach: أبلغت كينيا الأمم المتحدة برفضها."""
        c = t.clause
        if t.kind != "noun" or c.verb is None or t.relation not in ("object", "bi") or not c.objects:
            return []
        if c.objects[0] is t.chunk or not self.words[c.verb.start].act_in(self.cues.inform_verb):
            return []
        mine = {side(p) for p in actor}
        return [p for p in self.parties(c.objects[0]) if p.code not in _UNNAMED and side(p) not in mine]

    def _given(self, t: Trigger, actor: list[Party]) -> list[Party]:
        """To whom a verb with two objects gives its noun: منح البنك مصر قرضا، سلّم واشنطن قائمة مطالب."""
        mine = {p.key for p in actor}
        others = [x for x in t.clause.objects if x is not t.chunk] if t.relation == "object" else []
        return [p for x in others[:1] for p in self.parties(x) if not p.weak and p.key not in mine]

    def _controller(self, t: Trigger) -> list[Party]:
        """Who does what a verbal noun names when the noun has no doer of its own: the subject of its clause."""
        c = t.clause
        assert t.chunk is not None
        if t.relation == "subject" or c.verb is None or (self._reported(t) and not self._owned(c)):
            return []
        if t.chunk.n < c.verb.n and t.relation not in ("fi", "khilal"):
            return []
        if t.chunk.rel in ("hawl", "sabab", "didda", "hasab", "tijah", "baad", "qabl") and not self._led_to_next(t):
            return []
        if self.words[c.verb.start].act_in(self.cues.foil_verb):
            return []  # أحبطت الشرطة هجوما
        died = any(f.toll for f in self._verb_frames(self.words[c.verb.start]))
        if died and any(f.type == "ASSAULT" for f in self._frames_of(t)):
            return []  # لقي ثلاثة مصرعهم في تفجير
        lemma = self.words[c.verb.start].r.lemma
        before = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        blamed = (
            before is not None
            and before.kind == "np"
            and before not in c.subject
            and (
                self.words[before.head].r.of in self.cues.speech_act
                or (t.relation == "min" and any(f.type == "ACCUSE" for f in self._single(self.words[before.head])))
            )
        )
        trying = self._tried(t, before)
        if trying:
            return trying
        if c.passive or lemma in self.cues.done_verb or (blamed and t.chunk.prep):
            return []  # إدانته للهجوم، قلقها من القصف
        if self.words[c.verb.start].act_in(self.cues.accuse_verb):
            if c.objects and c.objects[0].n < t.chunk.n:
                return self.parties(c.objects[0])  # اتهمت كييف موسكو بقصف المبنى
            if self.words[c.verb.start].r.pron:
                return self._around(Trigger("verb", c.verb.start, c.verb.start, c.verb.end, c)).parties("object")
        if t.chunk.prep and before is not None and before in c.objects and self._casualties(before, c):
            return []  # أعلن الجيش إصابة أربعة من جنوده بانفجار
        if t.relation in ("ila", "ala") and self.words[c.verb.start].act_in(self.cues.push_verb):
            return self.parties(c.objects[0]) if c.objects and c.objects[0].n < t.chunk.n else []
        answers = t.relation == "bi" and self.words[c.verb.start].act_in(self.cues.react_verb)  # ترد بطرد السفير
        if t.relation in ("object", "bi", "ala", "an", "min", "ila", "tijah") and self._speaks_of(c) and not answers:
            accused = t.relation in ("bi", "ila", "ala") and c.objects and c.objects[0].n < t.chunk.n
            return [p for x in c.objects[:1] for p in self.parties(x)] if accused else []
        return [p for p in self.subject_of(c) if p.kind != "place"]

    def _carrier(self, t: Trigger, frame: Frame) -> list[Party]:
        """Who does what a clause right behind says of an act with a pronoun: رشقة صواريخ سددتها الحركة."""
        if frame.type not in _MATERIAL or t.chunk is None:
            return []
        for c in t.clause.children:
            if c.kind != "relative" or c.antecedent is not t.chunk or c.verb is None or t.chunk in c.subject:
                continue
            w = self.words[c.verb.start]
            told = w.r.tense == "past" or any(v in self.frames.lights for v in w.acts)  # قتل واغتصاب ترتكبها العصابات
            if w.r.pron and told and not (self._speaks_of(c) or w.act_in(self.cues.report)):
                return [p for p in self.subject_of(c) if p.kind != "place"]
        return []

    def _announcer(self, t: Trigger) -> list[Party]:
        """Who announces his own act by a verbal noun of announcing: إعلان الجيش اغتيال قيادي."""
        if t.chunk is None or t.chunk.masdar < 0 or t.word != t.chunk.head:
            return []
        m = t.chunk.masdar
        home = next((x for x in self.chunks if x.start <= m < x.end), None)
        if home is None or not self.words[m].act_in(self.cues.report_noun):
            return []
        around = self._around(Trigger("noun", m, m, m + 1, t.clause, home, home.parts[-1]))
        return around.parties("subject")

    def _accused(self, t: Trigger) -> bool:
        """Whether the clause accuses somebody of the act: اتهم الجيش المتمردين بقصف مستشفى."""
        verb = t.clause.verb
        return verb is not None and bool(self.words[verb.start].act_in(self.cues.accuse_verb))

    def _casualties(self, x: Chunk, c: Clause) -> bool:
        """Whether a phrase tells of dead or wounded on the side of who tells of them."""
        toll = any(f.toll for part in x.parts for f in self._single(self.words[part.head]))
        mine = {side(p) for p in self.subject_of(c)} if toll else set()
        return any(side(p) in mine for p in self.parties(x))

    def _at_talks(self, t: Trigger, drafts: list[Draft]) -> list[Party]:
        """Who came to no agreement: whoever the sentence or the article has at talks (انتهت المفاوضات من دون اتفاق)."""
        talks = next((d for d in reversed(drafts) if d.type == "CONSULT" and d.actor), None)
        if talks is not None:
            return [*talks.actor, *talks.recipient]
        subject = [p for p in self.subject_of(t.clause) if p.code not in _UNNAMED]
        return subject or list(self.resolver.d.pair)

    def _tried(self, t: Trigger, before: Chunk | None) -> list[Party]:
        """Whose efforts they are that the noun behind tells of: أشاد بجهود الأردن في استضافة اللاجئين."""
        if before is None or before.kind != "np" or t.relation not in ("fi", "li"):
            return []
        if all(f.type in VERBAL for f in self._frames_of(t)):
            return []
        w = self.words[before.head]
        if w.hit is not None or w.r.lemma not in self.cues.effort or before.end == before.head + 1:
            return []
        return [p for p in self.parties(before) if p.code not in _UNNAMED]

    def _told_before(self, t: Trigger, frame: Frame) -> list[Party]:
        """The parties of talks that a sentence tells something new of without naming them again."""
        new = t.relation in ("subject", "object") or (
            t.relation == "min" and t.chunk is not None and t.chunk.n > 0 and self._counted(t.chunk)
        )
        return list(self.resolver.d.pair) if new and frame.type == "CONSULT" else []

    def _after_talks(self, t: Trigger, frame: Frame) -> list[Party]:
        """Both subjects of a clause who agree or part after talks have talked: اتفقت كينيا وأوغندا بعد محادثات."""
        if frame.type != "CONSULT" or t.chunk is None or t.chunk.rel not in ("baad", "min", "khilal"):
            return []
        found = [p for p in self.subject_of(t.clause) if p.code not in _UNNAMED]
        return found if len({(p.code, p.sector) for p in found}) > 1 else []

    def _counted(self, x: Chunk) -> bool:
        """Whether a phrase with 'of' hangs on a noun that counts acts: جولة جديدة من المباحثات."""
        before = self.chunks[x.n - 1]
        return before.kind == "np" and self.words[before.head].r.lemma in self.cues.series

    def _speaks_of(self, c: Clause) -> bool:
        """Whether a clause's verb takes a stand on an act (condemns, refuses, demands it) rather than doing it."""
        assert c.verb is not None
        acts = self.words[c.verb.start].acts
        for own in (self.cues.report_noun, self.cues.planned_verb, self.cues.rule_out_verb, DENIALS):
            if any(v in own for v in acts):
                return False
        if any(v in self.cues.blame_verb for v in acts):
            return True
        return any(f.type in VERBAL and not f.words for f in self._verb_frames(self.words[c.verb.start]))

    def _first(self, relations: Sequence[str], around: Surroundings, not_: Sequence[Party] = ()) -> list[Party]:
        """The parties of the first relation that has a strong one, else of the first that has any."""
        avoid = {p.key for p in not_}
        sides = {(p.code, p.sector) for p in not_} | {(p.code, "GOV") for p in not_}
        # no body refuses its own visit
        bodies = {p.code for p in not_ if (p.kind, p.sector, p.how) == ("organization", None, "name")}
        weak: list[Party] = []
        for r in relations:
            found = [p for p in around.parties(r) if p.kind != "media" or r in ("subject", "object")]
            if avoid:
                found = [
                    p
                    for p in found
                    if p.key not in avoid
                    and p.code not in bodies
                    and not ((":" in r or p.weak) and (p.code, p.sector) in sides)
                ]
            if r in _PLACES and any(p.code not in _UNNAMED for p in weak):
                return weak  # غارات على مواقع إيرانية قرب دمشق
            if any(not p.weak for p in found):
                return found
            named = [p for p in found if p.code not in _UNNAMED]
            if not weak or (named and all(p.code in _UNNAMED for p in weak)):
                weak = named or found or weak
        return weak

    def _strong(self, parties: list[Party]) -> list[Party]:
        """Named parties where there are any; the unnamed only when alone."""
        named = [p for p in parties if p.code not in _UNNAMED]
        return named or parties

    def _refusal(
        self, t: Trigger, frame: Frame, actor: list[Party], recipient: list[Party], around: Surroundings
    ) -> str:
        """Why a frame that fits gives no event; empty where it gives one."""
        named = [p for p in (*actor, *recipient) if p.code not in _UNNAMED]
        public = bool(recipient) and any(p.sector in _PUBLIC for p in actor)
        if not named and not self._open(t, frame, public) and not self._deed(t, frame):
            return "no party is named"
        if self._habit(t, frame):
            return "a habit"
        if frame.both and not any(p.code not in _UNNAMED for p in actor):
            return "nobody named feels or says so"
        if frame.slots.require == ["an_clause:subject"] and {p.code for p in recipient} <= {p.code for p in actor}:
            return "said of oneself"
        if frame.type in _SHARING and self._in_private(t, actor, recipient):
            return "private words"
        if named and frame.type in _FRIENDLY and (private := self._private(t, frame, actor, recipient)):
            return private
        if frame.type == "AID" and recipient and {side(p) for p in recipient} <= {side(p) for p in actor}:
            return "nobody aids himself"
        if all(p.kind == "media" for p in actor) and actor and frame.type not in ("ACCUSE", "REQUEST"):
            return "the actor is an outlet"
        if (
            frame.merge
            and named
            and not recipient
            and len({(p.code, p.sector) for p in actor}) < 2
            and not self._alone(t, frame, actor, around)
        ):
            return "one party only where two are needed"
        if frame.type == "ASSAULT" and not actor and self.resolver.d.disaster:
            return "victims of a disaster"
        if frame.type in _OF_FORCE and self._background(t, frame):
            return "background to other news"
        if t.kind == "noun" and t.light is None:
            if frame.type in _IN_A_PLACE and self._in_general(t, frame, around):
                return "force in general"
            if self._of_a_kind(t):
                return "a kind of thing or place, no act"
            if frame.type == "ASSAULT" and self._judged(t):
                return "named to be judged, nothing told of it"
            if self._talk(t, frame):
                return "only talked of"
            if self._back_reference(t, around):
                return "a reference back to an act told before"
            if self._known_deed(t, frame):
                return "a deed long known"
            if self._stopped(t):
                return "another noun says that it ends or fails"
            if frame.type in _SHARING and frame.type != "ACCUSE" and self._amounts(t):
                return "what something amounts to"
            if t.chunk is not None and t.chunk.rel == "bidun":
                if frame.type == "THREATEN" or (
                    frame.type == "REQUEST" and t.part is not None and t.part.end == t.last
                ):
                    return "done without warning or demand"
            if frame.type in VERBAL | _IN_A_PLACE and self._any_such(t):
                return "any that there may be"
            if self._body(t):
                return "a body of that name"
            if frame.type in _SHARING and self._unsaid(t, frame, actor):
                return "nobody said so"
            if self._beside_negation(t) and not (frame.merge and around.denied()):
                return "the verb is negated, not the act"
        return ""

    def _amounts(self, t: Trigger) -> bool:
        """Whether a noun only tells what something amounts to: يشكل تهديدا، بمثابة رفض."""
        assert t.chunk is not None
        verb = t.clause.verb
        return t.chunk.rel == "ka" or (
            t.relation == "object" and verb is not None and bool(self.words[verb.start].act_in(self.cues.amounts_verb))
        )

    def _any_such(self, t: Trigger) -> bool:
        """Whether a noun stands for any that there may be, not for one that there is: لتلبية أي طلب."""
        before = self.words[t.first - 1] if t.first else None
        return (
            before is not None
            and before.r.lemma == "اي"
            and t.relation not in ("subject", "")
            and self.status.of(t)[0] != "negated"
        )

    def _body(self, t: Trigger) -> bool:
        """Whether a noun with the article names a body rather than an act: المعارضة."""
        w = self.words[t.word]
        found = nominal_entry(self.words, t.word, self.resolver.world)
        if found is None or found[0].kind != "body" or not w.r.definite or w.r.pron or t.chunk is None:
            return False
        after = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        return after is None or after.rel not in ("li", "min_qibal")

    def _unsaid(self, t: Trigger, frame: Frame, actor: list[Party]) -> bool:
        """Whether a single noun of words has nobody who says them."""
        return (
            not actor
            and t.last == t.first + 1
            and frame.idafa == "subject"
            and frame.slots.actor[:1] == ["subject"]
            and self.words[t.word].r.pos == "noun"
        )

    def _in_private(self, t: Trigger, actor: list[Party], recipient: list[Party]) -> bool:
        """Whether words are those of private people, or of nobody known, to nobody public; a body may speak whom no
        table has.
        """
        if any(p.sector not in _NOBODY or p.kind in ("organization", "government") for p in recipient):
            return False
        if t.kind == "verb" and any(self.words[x.head].r.lemma in self.cues.defendant for x in t.clause.subject):
            return False
        if actor and all(p.kind == "person" and p.entry < 0 and not p.office and len(p.code or "") == 3 for p in actor):
            return all(p.sector in _NOBODY and p.code not in _UNNAMED for p in actor)
        if not recipient or any(p.code not in _UNNAMED or p.sector for p in actor):
            return False
        return not any(self.words[x.head].r.cls == "group" for x in t.clause.subject)

    def _open(self, t: Trigger, frame: Frame, public: bool) -> bool:
        """Whether an act without a named party is news: told by a verb and `public`, or a two-sided act told as
        something new, whose participants the article may name.
        """
        if t.kind == "verb" and public:
            return True
        if not frame.merge or frame.type not in _TWO_SIDED | {"SUPPORT"}:
            return False
        if t.kind != "noun":
            return t.clause.passive
        return t.relation in ("subject", "object") or (self.title and t.relation == "")

    def _private(self, t: Trigger, frame: Frame, actor: list[Party], recipient: list[Party]) -> str:
        """Why a friendly act is no news: nobody is told to do it, or only people of no office do."""
        verb = t.clause.verb
        if not actor:
            lacking = t.light is not None and t.light.subject == "recipient"  # حصلت كولومبيا على مساعدة
            done = t.clause.passive or (verb is not None and self.words[verb.start].act_in(self.cues.done_verb))
            eased = frame.type == "CONCEDE" and frame.idafa == "object"  # إنهاء العقوبات
            if lacking or "subject" in frame.slots.recipient or (t.kind == "noun" and (done or eased)):
                return ""
            return "nobody is told to do it"
        c = t.clause
        if t.kind == "verb" and c.opener >= 0 and self.words[c.opener].r.lemma in self.cues.fact:
            if not self.words[t.word].r.pron and all(self.words[x.head].r.form == "masdar" for x in c.subject):
                return "a fact does it"  # مما يتيح تحقيق الاستقرار
        if t.kind == "verb" and all(p.weak for p in actor) and "subject" not in frame.words:
            heads = [self.words[x.head] for x in t.clause.subject]
            if heads and all(self._does_nothing(t, w) for w in heads):
                return "a thing of theirs does it"
        if frame.type == "CONSULT" and frame.merge and any(p.kind == "media" for p in actor):
            if len({p.code for p in actor if p.kind != "media"}) < 2:
                return "an interview"
        if frame.mode == "visit" and all(p.kind == "population" and p.sector not in _PUBLIC for p in actor):
            return "a people visits nobody"
        if frame.type == "CONCEDE" or not all(p.sector in _PRIVATE and p.kind in _PEOPLE for p in actor):
            return ""
        codes = {p.code for p in actor}
        met = any(p.kind not in _PEOPLE or p.sector in _PUBLIC for p in recipient)
        abroad = any(p.code not in codes | _UNNAMED for p in recipient) and not codes <= _UNNAMED
        received = "subject" in frame.slots.recipient if frame.type == "CONSULT" else abroad
        if (met and received) or (frame.merge and any(p.number == "d" for p in actor)):
            return ""
        return "only private people do it"

    def _does_nothing(self, t: Trigger, w: Word) -> bool:
        """Whether the head of a subject is a thing that acts for nobody: no paper, and no verbal noun behind the verb,
        which is what somebody unnamed does (واقترح تأسيس شركة).
        """
        if w.r.cls not in _THINGS or w.r.lemma in self.cues.paper:
            return False
        return w.r.form != "masdar" or w.n < t.word

    def _deed(self, t: Trigger, frame: Frame) -> bool:
        """Whether violence or protest is told that is public whoever did it: its clause has a crowd, a gunman, a bomb.
        Where the verb's subject is such an act itself, the noun tells it.
        """
        if frame.type not in _DEEDS:
            return False
        if t.kind == "verb":
            if any(self.words[x.head].r.cls == "act" for x in t.clause.subject):
                return False
            first = 0
        elif t.chunk is not None and (t.relation in _TOLD or t.light is not None or self._reported(t)):
            if t.relation == "subject" and frame.type == "PROTEST" and not self.words[t.word].r.definite:
                return True
            first = t.chunk.end
        else:
            return False
        return any(
            w.n >= first and w.hit is None and w.r.lemma in self.cues.public_deed
            for x in (*t.clause.before, *t.clause.after)
            for w in self.words[x.start : x.end]
        )

    def _reported(self, t: Trigger) -> bool:
        """Whether a verb of saying tells of an act with بـ: أفادت الشرطة بمقتل مسلحين."""
        verb = t.clause.verb
        return t.relation == "bi" and verb is not None and bool(self.words[verb.start].act_in(self.cues.report))

    def _owned(self, c: Clause) -> bool:
        """Whether the verb of a clause tells of one's own acts (اعترف بقتله) or performs one (هدد بقتله)."""
        acts = self.words[c.verb.start].acts if c.verb is not None else ()
        return any(v in self.cues.report_noun or v in self.cues.speech_act for v in acts)

    def _background(self, t: Trigger, frame: Frame) -> bool:
        """Whether violence is only told to place other news in time (قبل الهجوم) or as a measure; a time of these days
        makes it news.
        """
        c = t.clause
        if t.kind == "verb" or t.chunk is None:
            return False
        if t.chunk.rel in _SETTING and t.part is t.chunk.parts[0]:
            if self._led_to_next(t):
                return False
            during = t.chunk.rel == "khilal" and frame.type == "PROTEST"  # اعتقلوا خلال مظاهرة
            told = not during and self.words[t.chunk.start].token.folded not in self.cues.next_day
        elif self._measure(t):
            told = True
        else:
            known = c.kind == "relative" and c.opener >= 0 and c.antecedent is not None
            aside = known and c.antecedent is not t.chunk and t.chunk.rel in _ASIDE
            told = aside and c.verb is not None and not self.words[c.verb.start].act_in(self.cues.result_verb)
        return told and not self._fresh(t)

    def _led_to_next(self, t: Trigger) -> bool:
        """Whether a noun tells what came next of an attack or of coercion: داهموا منزله قبل اقتياده."""
        verb = t.clause.verb
        if t.chunk is None or t.chunk.rel != "qabl" or not self.words[t.word].r.pron or verb is None:
            return False
        return any(f.type in _IN_A_PLACE for f in self._verb_frames(self.words[verb.start]))

    def _measure(self, t: Trigger) -> bool:
        """Whether a definite noun only tells of what a noun before it is: أهداف العدوان، وقت القصف."""
        w, head = self.words[t.word], self.words[t.first - 1]
        if self.title or t.part is None or t.first <= t.part.start or not w.r.definite or w.r.pron:
            return False
        plain_noun = (
            head.hit is None and head.r.pos == "noun" and not (head.r.form == "masdar" and head.r.number == "s")
        )
        if head.r.lemma in self.cues.claim_noun and self._claims_deed(t.clause):
            return False
        return plain_noun and head.r.lemma not in self.cues.series and head.r.lemma not in self.cues.counting

    def _fresh(self, t: Trigger) -> bool:
        """Whether a time of these days stands in the clause of a trigger or soon behind it, in the same breath."""
        spans = [range(x.start, x.end) for x in t.clause.times] if t.kind == "verb" or t.light is not None else []
        for span in (*spans, range(t.last, min(t.last + _BREATH, len(self.words)))):
            for k in span:
                token = self.words[k].token
                if token.kind == "mark":
                    break
                if token.folded in self.cues.fresh_time:
                    return True
        return False

    def _in_general(self, t: Trigger, frame: Frame, around: Surroundings) -> bool:
        """Whether a definite noun of force stands all alone, of nobody and against nobody: اتهمها بالقمع."""
        assert t.chunk is not None and t.part is not None
        w = self.words[t.word]
        if not w.r.definite or w.r.pron or t.part.end > t.last or t.relation in ("subject", "") or self._lent_to(t):
            return False
        if t.chunk.rel in ("ala_yad", "sabab") or self._fresh(t):
            return False
        return not any(around.parties(r) for r in (*frame.slots.actor, *frame.slots.recipient))

    def _lent_to(self, t: Trigger) -> bool:
        """Whether the verb of its clause is one that lends its subject to nouns in this relation: تعرض للضرب والقتل."""
        assert t.chunk is not None
        verbs = self.words[t.clause.verb.start].acts if t.clause.verb is not None else ()
        return any(light.noun == t.chunk.rel for v in verbs for light in self.frames.lights.get(v, ()))

    def _talk(self, t: Trigger, frame: Frame) -> bool:
        """Whether a noun of retreat or force names what others want, weigh or agree on, not what is done."""
        assert t.chunk is not None
        core = t.relation in ("subject", "object", "")
        if frame.type == "ASSAULT":
            return not core and not self._lent_to(t) and self.status.of(t) == ("planned", "ل")
        if frame.type not in _TALKED_OF:
            return False
        if self.status.of(t)[0] in ("planned", "possible"):
            verb = t.clause.verb  # who decides to free somebody frees him: قررت إخلاء سبيله
            own = frame.mode == "release" and verb is not None and bool(self.words[verb.start].act_in(_ANNOUNCING))
            return (frame.type == "RETREAT" and not own) or not core
        if frame.type != "RETREAT" or core or t.relation in ("fi", "hawl", "baad", "raghm"):
            return False
        c = t.clause
        before = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        if t.relation == "min" and before is not None and self.words[before.start].r.lemma == "بعد":
            return False  # بعد أيام من انسحابها
        if t.relation == "bi" and before is not None and (before is c.verb or before in c.subject):
            return False  # رحّب بانسحابه
        return c.verb is None or not self.words[c.verb.start].act_in(self.cues.result_verb)

    def _judged(self, t: Trigger) -> bool:
        """Whether somebody condemns an attack of which only the attacker is told: أدانت بيروت الاعتداء الإسرائيلي."""
        assert t.chunk is not None and t.part is not None
        c = t.clause
        if t.relation not in ("object", "bi") or c.verb is None or not self.words[t.word].r.definite or t.chunk.conj:
            return False
        if any(self.words[k].entry is None for k in range(t.last, t.part.end)) or t.part.end == t.last:
            return False
        blames = self._verb_frames(self.words[c.verb.start])
        if not any(f.type == "ACCUSE" and not f.words for f in blames) or self._fresh(t):
            return False
        behind = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        more = behind is not None and behind.kind == "np" and behind.start == t.chunk.end and bool(behind.prep)
        return not more and not any(x.antecedent is t.chunk for x in c.children)

    def _of_a_kind(self, t: Trigger) -> bool:
        """Whether the noun only tells what kind of thing the one right before it is, or names a district: نقطة تفتيش،
        مقاطعة هاينان.
        """
        assert t.part is not None
        if t.first > t.part.start and self.words[t.first - 1].hit is None:
            if self.words[t.first - 1].r.lemma in self.cues.kind_head:
                return True
        w = self.words[t.word]
        if w.r.lemma not in self.cues.common_noun_of_place:
            return False
        if w.r.number != "s" or t.last >= t.part.end:
            return w.r.number != "s"
        behind = self.words[t.last]
        return behind.r.pos == "name" and (behind.entry is None or behind.entry.kind == "city")

    def _known_deed(self, t: Trigger, frame: Frame) -> bool:
        """Whether a noun of violence stands for a deed long known, or for deeds of a kind: ذكرى اغتيال، متهم بتفجير،
        عمليات الخطف.
        """
        if frame.type != "ASSAULT":
            return False
        for k in range(t.first - 1, max(-1, t.first - 1 - _REFERENCE_REACH), -1):
            w = self.words[k]
            if w.token.kind == "mark" or w.r.pos == "verb":
                return False
            word = w.r.lemma if w.hit is None else w.token.folded.removeprefix("ال")  # لجنة التحقيق الدولية
            if word in self.cues.known_deed and (not w.r.accusative or w.r.definite):
                claimed = w.r.lemma in self.cues.claim_noun and (w.r.pron or self._claims_deed(t.clause))
                return not claimed  # who claims it tells of it
        return False

    def _claims_deed(self, c: Clause) -> bool:
        """Whether the verb of a clause is one of claiming a deed: تبنت الحركة مسؤولية الهجوم."""
        return c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.claim_verb))

    def _habit(self, t: Trigger, frame: Frame) -> bool:
        """Whether a present verb of force tells what somebody does again and again, at no time."""
        r, c = self.words[t.word].r, t.clause
        above = c.parent.verb if c.parent is not None and c.antecedent in c.parent.objects else None
        if above is not None and self.words[above.start].act_in(self.cues.perceive_verb):
            return False  # رأى مسلحين يطلقون النار
        return (
            frame.type in _IN_A_PLACE
            and t.kind == "verb"
            and r.tense == "present"
            and not r.fut
            and t.clause.kind == "relative"
            and not t.clause.times
            and self.status.clause(t.clause)[0] in ("occurred", "negated")
        )

    def _alone(self, t: Trigger, frame: Frame, actor: list[Party], around: Surroundings) -> bool:
        """Whether a two-sided act may be told of one party: a signing, a body's own meeting, a phrase with an
        adverbial.
        """
        if frame.type in ("SUPPORT", "AGREE", "ASSAULT", "RETREAT"):
            return True
        if frame.type == "CONSULT" and t.kind == "verb" and self._stays_away(t):
            return True  # «لن نتفاوض»
        if frame.type == "COOPERATE":
            return (t.kind != "noun" or t.light is not None) and any(
                p.code not in _UNNAMED and not p.weak for p in around.parties("maa")
            )
        if any(p.code not in _UNNAMED and not p.weak for p in around.parties("maa")):
            return True
        body = any(p.kind == "organization" and p.code not in _UNNAMED and p.sector is None for p in actor)
        if t.kind != "noun" and frame.type == "CONSULT" and self._meets_somebody(t, frame, around):
            return True
        if t.kind != "noun":
            return body or (frame.type == "CONSULT" and actor[0].number in ("p", "d") and actor[0].kind != "government")
        return t.light is not None or body or (self._told(t) and frame.type == "CONSULT" and not actor[0].weak)

    def _meets_somebody(self, t: Trigger, frame: Frame, around: Surroundings) -> bool:
        """Whether a verb of meeting has people as its other side, known or not: التقى الوزير ممثلين عن المزارعين."""
        others = [x for rel in frame.slots.actor if rel != "subject" for x in around.chunks(rel)]
        return bool(t.clause.subject) and any(self.words[x.head].r.cls in ("human", "group") for x in others)

    def _told(self, t: Trigger) -> bool:
        """Whether a noun is what its clause tells of, alone or counted: احتضنت جنيف جولة من المفاوضات اليمنية."""
        counted = t.relation == "min" and t.chunk is not None and t.chunk.n > 0 and self._counted(t.chunk)
        return counted or t.relation in ("subject", "object")

    def _stopped(self, t: Trigger) -> bool:
        """Whether the noun before it in the phrase, or the phrase that it hangs on, is about ending it (وقف الحرب،
        الانسحاب من الاتفاق).
        """
        assert t.part is not None and t.chunk is not None
        if any(
            self.words[k].hit is None and self.words[k].r.lemma in self.cues.stop_noun
            for k in range(t.part.start, t.first)
        ):
            return True
        before = (
            self.chunks[t.chunk.n - 1]
            if t.chunk.n and t.chunk.rel in ("min", "an", "li") and t.part is t.chunk.parts[0]
            else None
        )
        return (
            before is not None
            and before.kind == "np"
            and before.end == t.chunk.start
            and self.words[before.parts[-1].head].r.lemma in self.cues.stop_noun
        )

    def _beside_negation(self, t: Trigger) -> bool:
        """Whether the clause negates another act on it: نفت أن تكون قد عرقلت المباحثات."""
        c = t.clause
        blames = any(f.type == "ACCUSE" for f in self._single(self.words[t.word]))
        if c.verb is not None and t.relation == "ala" and blames:
            return self.status.clause(c)[0] == "negated"  # لم يصدر تعليق على الاتهامات
        if c.verb is None or t.relation != "object":
            return False
        w = self.words[c.verb.start]
        if any(w.act_in(x) for x in (self.cues.hide_verb, self.cues.planned_verb, self.cues.rule_out_verb)):
            return False  # who does not hide his anger shows it; who does not plan an attack makes none
        if w.act_in(self.cues.done_verb) or w.act_in(self.cues.aspect) or w.act_in(self.cues.report) or c.passive:
            return False
        s = self._innermost(t.word)
        return self.status.clause(c)[0] == "negated" or (
            s >= 0 and self._denied(s) and not self.words[c.verb.start].act_in(DENIALS)
        )

    def _back_reference(self, t: Trigger, around: Surroundings) -> bool:
        """تلك المحادثات، هذا البيان; a definite noun in an adverbial phrase without modifier (خلال اللقاء)."""
        assert t.part is not None and t.chunk is not None
        k = t.part.start
        if self.words[k].hit is None and self.words[k].r.pos == "dem" and self.words[k + 1 : k + 2] and k < t.word:
            return True
        w = self.words[t.word]
        for x in self.chunks[t.chunk.n + 1 :]:
            if x.kind != "np" or not x.prep or x.conj:
                break
            if x.rel in ("bayna", "didda") or (t.chunk.rel == "an" and x.rel == "ala"):
                return False
            if x.rel == "maa" and self.words[x.head].r.form != "masdar":
                return False
        bare = w.r.definite and t.part.end == t.last and not w.r.pron
        c = t.clause
        meets = any(f.type == "CONSULT" for f in self._single(w))
        if meets and c.verb is not None and t.relation == "subject" and not c.passive and self._speaks_of(c):
            return True  # دعت القمة العربية إلى هدنة
        if bare and t.relation == "subject" and c.verb is not None and not c.passive:
            verb = self.words[c.verb.start]
            return not (verb.act_in(self.cues.done_verb) or verb.act_in(self.cues.aspect))
        return bare and t.chunk.rel in ("khilal", "baad", "qabl", "fi", "hawl", "min", "an", "hasab", "sabab")

    # -- the event ---------------------------------------------------------------------------

    def _draft(
        self, t: Trigger, frame: Frame, around: Surroundings, actor: list[Party], recipient: list[Party]
    ) -> Draft | None:
        status, _ = self.status.of(t)
        if (frame.type == "REJECT" and status == "negated" and not frame.negator) or (
            status == "possible" and frame.type in _PERFORMED and frame.type != "AGREE" and not frame.future
        ):
            return None
        kind, status = self._polarity(frame, t, status, actor)
        if kind == "REJECT" and frame.type == "CONSULT":
            who = self._subject(t.clause)
            mine = {p.key for p in who}
            recipient = [p for p in (*actor, *recipient) if p.key not in mine]
            actor = [p for p in actor if p.key in mine] or who
        said = self._vouching(t, kind, actor, status)
        denied = said >= 0 and self._denied(said)
        if status == "negated" and not denied and frame.toll:
            return None  # من دون وقوع إصابات
        if denied:
            status = "negated"
        if status == "planned" and kind in _PERFORMED:
            status = "occurred"
        verb = t.clause.verb
        if kind == "AID" and t.light is not None and verb is not None and status == "occurred":
            if self.words[verb.start].act_in(_ANNOUNCING):
                status = "planned"  # أعلنت برلين مساعدات جديدة
        if status == "planned" and self._vows(said, t, kind, actor):
            kind, status, said = "THREATEN", "occurred", -1
        if said >= 0 and self._announced(said, t, actor):
            said = -1
            if kind == "AID" and status == "occurred":
                status = "planned"
        place = self._place(t, around)
        first = t.first
        if kind != frame.type or frame.negator:  # the negator makes the type, and so belongs to the trigger
            first = min([k for k in t.clause.particles if k < first] or [first])
        w = self.words[first]
        start = w.token.at(len(w.r.conj)) if w.r.pos == "verb" else self.resolver.span(first, first + 1)[0]
        near = self._near(t)
        mode = frame.mode or self.modes.mode(kind, near)
        if kind == "CONSULT" and mode in (None, "", "multilateral", "third-party"):
            mode = self._consult_mode(near, actor, recipient, place, around.present("ria")) or frame.mode
        if kind != frame.type:
            mode = None
        topic = None
        for relation in frame.slots.topic:
            units = around.chunks(relation)
            if units:
                topic = self.resolver.span(units[0].parts[0].start, units[-1].end)
                break
        context = tuple(sorted({*frame.context, *self.modes.context(near)}))
        return Draft(
            first,
            t.last,
            (start, self.words[t.last - 1].token.end),
            kind,
            mode or None,
            context,
            status,
            tuple(actor),
            tuple(recipient),
            place,
            said,
            t,
            frame,
            topic,
            (frame.merge or t.kind != "verb")
            and not any(p.code not in _UNNAMED for p in (*actor, *recipient))
            and not self._deed(t, frame),
            NO_ACT if kind == "ACCUSE" and not recipient and self._of_situation(frame, around) else (),
            self._spared(around) if kind == "REQUEST" else frozenset(),
            self.said[said].speaker if said >= 0 else None,
        )

    def _of_situation(self, frame: Frame, around: Surroundings) -> bool:
        """Whether words of concern are about how things stand, for which nobody is blamed."""
        told = (x for rel in frame.slots.topic for x in around.chunks(rel))
        return any(self.words[x.head].r.lemma in self.cues.situation for x in told)

    def _unless(self, d: Draft) -> bool:
        """Whether yielding is only what somebody says he waits for: إذا لم تستجب لمطالبه، ما لم تتراجع."""
        around = (d.source.clause, *d.source.clause.ancestors())
        yields = d.type in ("AGREE", "CONCEDE") and d.status == "negated"
        return yields and any(c.kind == "condition" for c in around)

    def _polarity(self, frame: Frame, t: Trigger, status: Status, actor: list[Party]) -> tuple[str, Status]:
        """Saying that one will not accept or agree is itself a refusal; some frames are of acts only when negated."""
        if frame.negator or frame.future:
            return frame.type, "occurred"
        if frame.mode == "ceasefire" and t.kind == "noun" and t.relation in ("object", "an") and status == "occurred":
            verb = t.clause.verb
            own = {p.code for p in actor} <= {p.code for p in self.subject_of(t.clause)}
            if verb is not None and own and not t.clause.passive and self.words[verb.start].act_in(_ANNOUNCING):
                return "CONCEDE", status  # a truce declared, not one that holds
        if (
            status == "negated"
            and frame.type in ("AGREE", "SUPPORT")
            and t.kind == "verb"
            and (self._negator(t) == "لن" or (self._negator(t) == "لا" and t.clause.kind != "relative"))
        ):
            r = self.words[t.word].r
            if (
                frame.id.split(".")[1].startswith(("accept", "agree", "approve", "recogni", "sign"))
                and r.tense == "present"
            ):
                return "REJECT", "occurred"
        if status == "negated" and frame.type == "CONCEDE" and self._stays_away(t):
            return "REJECT", "occurred"
        if status == "negated" and frame.type == "CONSULT" and frame.mode != "visit" and self._stays_away(t):
            return "REJECT", "occurred"
        return frame.type, status

    def _stays_away(self, t: Trigger) -> bool:
        """Whether somebody named says that he will not meet or yield: لن تشارك كينيا في القمة، لن تقدم تنازلات."""
        c = t.clause
        if c.verb is None or c.passive or self.words[c.verb.start].act_in(self.cues.done_verb):
            return False
        if not any(self.words[k].r.lemma == "لن" for k in c.particles):
            return False
        return any(p.code not in _UNNAMED and not p.weak for p in self._subject(c))

    def _subject(self, c: Clause) -> list[Party]:
        """Who does what a clause tells, be it who speaks (سنرد)."""
        assert c.verb is not None
        if self.words[c.verb.start].r.person == 1:
            return self._around(Trigger("verb", c.verb.start, c.verb.start, c.verb.end, c)).parties("subject")
        return self.subject_of(c)

    def _negator(self, t: Trigger) -> str:
        if t.kind == "noun":
            before = self.words[t.first - 1] if t.first else None
            return before.r.lemma if before is not None and before.r.pos == "neg" else ""
        return next(
            (self.words[k].r.lemma for k in t.clause.particles if negates(self.words, k, self.cues)),
            "",
        )

    def _near(self, t: Trigger) -> list[str]:
        """Lemmas of the trigger, of the words of its phrase and of the phrases around it, nearest first, each span with
        the runs of its words where a phrase that decides a mode or context may be among them.
        """
        c = t.clause
        a, b = (t.part.start, t.part.end) if t.part is not None else (t.first, t.last)
        spans = [(t.first, t.last), (a, b)]
        spans += [(x.start, x.end) for x in (*c.after, *c.before) if abs(x.start - t.first) < 14]
        out: list[str] = []
        for lo, hi in spans:
            for k in range(lo, hi):
                w = self.words[k]
                if w.hit is None and not w.time and w.r.lemma:
                    out.append(w.r.lemma)
            plain_words = [self.words[k].bare for k in range(lo, hi) if self.words[k].hit is None]
            if any(x in self.modes.first for x in plain_words):
                out += [" ".join(plain_words[k : k + n]) for n in (3, 2) for k in range(len(plain_words) - n + 1)]
        return out

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
        if any(p.kind == "organization" and p.code not in _UNNAMED and p.sector is None for p in actor):
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
                            if e is not None and e.kind in ("capital", "city", "state", "seat")
                        ),
                        None,
                    )
                    if inner is not None and (
                        head.named or head.r.cls == "place" or head.r.lemma in self.cues.common_noun_of_place
                    ):
                        a, b = self.resolver.span(part.start, part.end)
                        return place_of(inner, a, b)
        return None

    def _vouching(self, t: Trigger, kind: str, actor: list[Party], status: Status) -> int:
        """The innermost statement around the trigger; -1 where nobody speaks, or the act is done by saying so."""
        around = [n for n, s in enumerate(self.said) if s.first <= t.word < s.last]
        around.sort(key=lambda n: self.said[n].last - self.said[n].first)
        if kind in VERBAL:  # the words that perform an act do not report it: أعرب عن قلقه
            around = [n for n in around if self.said[n].clause != t.clause.n]
        if not around:
            return -1
        s = self.said[around[0]]
        if s.speaker is not None and s.speaker.kind == "media":
            return -1  # the outlet that the article relays vouches with the article
        if status == "occurred" and self._granted(t):
            return -1
        if kind in VERBAL and s.speaker is not None and actor and status == "occurred":
            speakers = {p.code for p in (s.speaker, *s.others)}
            verb = t.clause.verb
            told = (
                verb is not None
                and self.words[verb.start].r.tense == "past"
                and (t.kind == "verb" or t.light is not None or self._expresses(t))
            )
            if not told and {p.code for p in actor} <= speakers:
                return -1
        return around[0]

    def _expresses(self, t: Trigger) -> bool:
        """Whether a verb of saying in the trigger's own clause brings the act about (أعرب عن قلقه)."""
        return t.clause.verb is not None and bool(self.words[t.clause.verb.start].act_in(self.cues.report_noun))

    def _granted(self, t: Trigger) -> bool:
        """Whether an act is taken for granted in a relative clause: الهجوم الذي شنه الجيش."""
        c = t.clause
        if c.kind == "relative" and c.opener >= 0 and t.kind != "noun":
            return True
        if t.kind != "noun" or t.chunk is None or not self.words[t.word].r.definite:
            return False
        if c.kind == "relative" and c.antecedent is t.chunk:
            return c.opener >= 0
        return any(x.kind == "relative" and x.opener >= 0 and x.antecedent is t.chunk for x in c.children)

    def _announced(self, said: int, t: Trigger, actor: list[Party]) -> bool:
        """Whether a party announces its own act by a verbal noun: أعلن قطع العلاقات."""
        s = self.said[said]
        if t.kind != "noun" or s.clause < 0 or s.speaker is None:
            return False
        c = self.clauses[s.clause]
        if c.verb is None or not self.words[c.verb.start].act_in(_ANNOUNCING) or t.clause is not c:
            return False
        return {p.code for p in actor} <= {p.code for p in (s.speaker, *s.others)}

    def _vows(self, said: int, t: Trigger, kind: str, actor: list[Party]) -> bool:
        """Whether somebody says of himself that he will use force or punish: «سنضرب بقوة»."""
        verb = t.clause.verb if t.kind == "noun" and t.relation == "object" else None
        word = t.word if verb is None else verb.start
        if said < 0 or kind not in _FORCEFUL or not self.words[word].r.fut or not actor:
            return False
        speakers = {p.code for p in (self.said[said].speaker, *self.said[said].others) if p is not None}
        return {p.code for p in actor} <= speakers - _UNNAMED

    def _denied(self, said: int) -> bool:
        s = self.said[said]
        if s.clause < 0:
            return False
        verb = self.clauses[s.clause].verb
        if verb is None:
            return False
        return bool(self.words[verb.start].act_in(DENIALS))

    # -- one act, one event --------------------------------------------------------------------

    def _answers(self, e: Draft, d: Draft) -> bool:
        """Whether an act is the accusation told before that a denial answers: نفت باكو الاتهامات."""
        w = self.words[d.source.word]
        return (
            bool(DENIALS.intersection(e.frame.verb))
            and d.type == "ACCUSE"
            and d.source.kind == "noun"
            and d.source.relation == "object"
            and d.source.clause is e.source.clause
            and w.r.definite
            and not w.r.pron
        )

    def _only_content(self, d: Draft, drafts: list[Draft]) -> bool:
        """Whether an event only repeats what a demand, promise, refusal or threat contains."""
        for e in drafts:
            if e is d or e.source.word == d.source.word:
                continue
            aside = self._purpose(e, d) or self._grievance(e, d) or self._in_words(e, d) or self._answers(e, d)
            part = self._part_of(e, d.source.word) or self._means(e, d)
            if aside or part or _one_accord(e, d):
                self.attempts.append(Attempt(d.source.word, d.frame.id, f"part of {e.frame.id}"))
                return True
            if e.type == "SUPPORT" and d.type not in VERBAL and self._provides(e, d):
                self.attempts.append(Attempt(d.source.word, d.frame.id, f"content of {e.frame.id}"))
                return True
            if e.type not in HOLDERS and not (e.type == "ACCUSE" and d.type in _REPROACHED):
                continue
            own = d.source.kind == "verb" and bool(self._negator(d.source))  # a negation of its own
            denied = d.status == "negated" and (own or DENIALS.intersection(e.frame.verb))
            if e.frame.type == "REJECT" and (denied or d.frame.negator):
                continue
            if not self._contains(e, d.source.word):
                continue
            mine = {p.code for p in (*d.actor, *d.recipient)} - _UNNAMED
            theirs = {p.code for p in (*e.actor, *e.recipient)} - _UNNAMED
            told = d.source.kind == "verb" and d.status == "occurred" and self.words[d.first].r.tense == "past"
            if (mine - theirs and told) or (told and d.source.clause.kind == "relative"):
                continue
            self.attempts.append(Attempt(d.source.word, d.frame.id, f"content of {e.frame.id}"))
            return True
        return False

    def _purpose(self, e: Draft, d: Draft) -> bool:
        """Whether a noun of aid only says what the aid told before is for: منح الصندوق مليون يورو لتمويل الإغاثة."""
        both = e.type == d.type == "AID" and e.first < d.first and e.source.clause is d.source.clause
        return both and d.source.kind == "noun" and d.source.relation == "li"

    def _provides(self, e: Draft, d: Draft) -> bool:
        """Whether an act is only what a law that is passed provides: أقر قانونا يقضي بإعدام الأسرى."""
        c, inner = e.source.clause, d.source.clause
        if inner.kind != "relative" or inner.verb is None or self.words[inner.verb.start].r.tense != "present":
            return False
        return inner.antecedent is not None and inner.antecedent in c.objects + c.args.get("ala", [])

    def _grievance(self, e: Draft, d: Draft) -> bool:
        """Whether a noun of blame in the clause of a protest only says what it is for: تظاهروا احتجاجا على القرار."""
        blame = e.type == "PROTEST" and d.type in ("ACCUSE", "REJECT", "REQUEST") and d.source.kind == "noun"
        return blame and d.source.clause is e.source.clause and {p.key for p in d.actor} <= {p.key for p in e.actor}

    def _in_words(self, e: Draft, d: Draft) -> bool:
        """Whether a reproach only puts into words the one right before it: أدانت القصف ووصفته بأنه انتهاك."""
        if not (e.type == d.type == "ACCUSE" and e.first < d.first and d.source.kind != "noun"):
            return False
        w = self.words[d.source.word]
        taken_up = bool(w.r.pron) or any(
            self._has_pronoun(x) or self.words[x.head].r.pos == "pron" for x in d.source.clause.objects[:1]
        )
        described = bool(w.act_in(self.cues.called_verb))
        return taken_up and described and {p.key for p in e.actor} == {p.key for p in d.actor}

    def _means(self, e: Draft, d: Draft) -> bool:
        """Whether a noun only tells by what means an attack is made: هجوم بمسيرة is no march."""
        wanted = e.frame.words.get("bi") if e.type == "ASSAULT" and d.type != "ASSAULT" else None
        if wanted is None or d.source.chunk is None or d.source.chunk.rel != "bi":
            return False
        around = self._around(e.source)
        return d.source.chunk in around.chunks("bi") and around.says(self.words[d.source.word], wanted)

    def _part_of(self, e: Draft, word: int) -> bool:
        """Whether a word belongs to the phrase that names another act: عدم موافقة، مذكرة توقيف."""
        t = e.source
        if t.kind != "noun":
            return False
        if t.first <= word < t.last:
            return True
        wanted = [
            x for relation in ("idafa", e.frame.idafa) if relation in e.frame.words for x in e.frame.words[relation].all
        ]
        return word == t.last and any(x in (self.words[word].r.lemma, self.words[word].bare) for x in wanted)

    def _contains(self, e: Draft, word: int) -> bool:
        """Whether a word stands in what is demanded, promised, refused or threatened."""
        t = e.source
        c = t.clause
        around = self._around(t)
        around.suit(e.frame)
        for inner in c.children:
            if inner.kind == "condition" and e.type == "THREATEN" and inner.start <= word < inner.last():
                return True
            if inner.kind == "complement" and (inner.via == "baad" or inner.via in _SETTING):
                continue  # بعد أن زار عواصمها
            if inner.kind == "complement" and inner.start >= t.first and inner.start <= word < inner.last():
                return t.kind != "noun" or around.complement() is not None
        if t.kind != "noun":
            for x in (
                *(c.subject if c.passive else c.objects),
                *(y for rel in ("ila", "bi", "ala", "an", "min", "li", "fi", "hawl") for y in c.args.get(rel, [])),
                *(y for y in c.args.get("bidun", []) if "bidun" in e.frame.slots.topic),
            ):
                if x.start > t.first and self._thing(x) and x.start <= word < self._reach(x):
                    return True
            return False
        assert t.part is not None
        if t.last <= word < t.part.end:
            return True
        for rel in ("ila", "bi", "ala", "an", "li", "fi", "hawl", "object"):
            for x in around.chunks(rel):
                if self._thing(x) and x.start <= word < self._reach(x):
                    return True
        return False

    def _thing(self, x: Chunk) -> bool:
        head = self.words[x.head]
        return head.hit is None and head.r.pos in ("noun", "adj") and head.r.cls not in ("human", "group")

    def _reach(self, x: Chunk) -> int:
        """A phrase with the prepositional phrases that hang on it and the object of its verbal noun."""
        end = x.end
        act = self.words[x.head].hit is None and self.words[x.head].r.form == "masdar"
        for y in self.chunks[x.n + 1 :]:
            w = self.words[y.head] if y.kind == "np" else None
            if act and w is not None and y.conj == "و" and not y.prep and w.hit is None and w.r.form == "masdar":
                end = y.end  # طالبوا بقطع العلاقات ومقاطعة البضائع
                continue
            if x.start <= y.masdar < end:
                end = y.end
                continue
            if y.kind not in ("np", "time") or (y.kind == "np" and (not y.prep or y.conj or y.rel in _OCCASION)):
                break
            if y.kind == "np" and y.rel == "min" and self.chunks[y.n - 1].kind == "time":
                break  # بعد ساعات من هجوم
            end = y.end
        return end

    def _once(self, drafts: list[Draft]) -> list[Draft]:
        """Drop an act that another trigger of the sentence tells as well."""
        out: list[Draft] = []
        for d in drafts:
            twin = next((i for i, e in enumerate(out) if self._same_act(e, d)), None)
            if twin is None:
                out.append(d)
            elif len(d.actor) + len(d.recipient) > len(out[twin].actor) + len(out[twin].recipient):
                out[twin] = d
        return out

    def _without_tolls(self, drafts: list[Draft]) -> list[Draft]:
        """The events without those that only tell what an attack of the sentence cost (غارات أسفرت عن مقتل مدنيين،
        قُتل ثلاثة في غارات); the attack takes over the parties that it lacks.
        """
        out = list(drafts)
        for d in drafts:
            if not (_tells_toll(d) or self._comes_of(d)):
                continue
            attack = next((e for e in self._near_first(d, out) if self._costs(e, d)), None)
            if attack is None:
                continue
            self.attempts.append(Attempt(d.source.word, d.frame.id, f"what {attack.frame.id} cost"))
            out[out.index(attack)] = _with_victims(attack, d, self._place_names())
            out.remove(d)
        return out

    def _comes_of(self, d: Draft) -> bool:
        """Whether an event of force only tells what an attack led to: أدى القصف إلى تدمير مبنى، ضربة قتلت مدنيين."""
        verb = d.source.clause.verb
        if d.type != "ASSAULT" or verb is None:
            return False
        w = self.words[verb.start]
        if d.source.kind == "noun":
            return bool(w.act_in(self.cues.result_verb)) and d.source.relation in ("ila", "an", "bi", "fi")
        acts = any(f.type == "ASSAULT" for x in d.source.clause.subject for f in self._single(self.words[x.head]))
        return acts or (d.frame.toll and w.r.conj == "ف")

    def _place_names(self) -> set[int]:
        """Where the names of states and towns begin in phrases that tell where."""
        places = [x for x in self.chunks if x.kind == "np" and x.rel in ("fi", "dakhil")]
        named = [w for x in places for w in self.words[x.start : x.end] if w.named]
        return {self.resolver.span(w.n, w.n + 1)[0] for w in named} | {
            self.resolver.span(x.parts[0].start, x.parts[0].end)[0] for x in places if x.parts
        }

    def _near_first(self, d: Draft, drafts: list[Draft]) -> list[Draft]:
        """The attacks of the sentence, tolls last, the nearest to `d` first."""
        others = [e for e in drafts if e.type == "ASSAULT" and e.source is not d.source and e.status == d.status]
        return sorted(others, key=lambda e: (_tells_toll(e), abs(e.first - d.first)))

    def _costs(self, e: Draft, d: Draft) -> bool:
        """Whether `d` tells what the attack `e` cost, or goes on with the toll that `e` opens."""
        at, home = d.source.clause, e.source.clause
        if e.first < d.first:
            if d.source.kind == "verb" and not d.source.clause.passive and self._comes_of(d):
                return e.source.chunk in at.subject or (at.previous is home and not _tells_toll(e))
            if _tells_toll(e):  # قُتل ثلاثة وأصيب اثنان
                mine, theirs = _named(d), _named(e)
                goes_on = at is home or at.previous is home
                return goes_on and mine[0] <= theirs[0] and mine[1] <= theirs[1]
            verb = at.verb
            return verb is not None and bool(self.words[verb.start].act_in(self.cues.result_verb))
        if _tells_toll(e):
            return False
        around = home is at or home.previous is at  # قُتل ثلاثة وجُرح عشرة في غارة
        if e.source.kind == "noun" and around:
            return e.source.relation in _OF_TOLL
        carried = home.kind == "relative" and home.antecedent is e.source.chunk  # في هجوم شنه مسلحون
        if e.source.kind == "noun" and not carried:
            return False
        if home.parent is None or (home.parent is not at and home.parent.previous is not at):
            return False
        if home.kind == "relative":  # في تفجير استهدف مسجدا
            return home.antecedent is not None and home.antecedent.rel in _OF_TOLL
        return home.opener >= 0 and self.words[home.opener].r.lemma in self.cues.as_soon

    def _talks_on(self, e: Draft, d: Draft) -> bool:
        """Whether a verb only tells what was talked over at the meeting told before (التقى نظيره وبحث معه)."""
        both = e.type == d.type == "CONSULT" and not (_visits(e) or _visits(d))
        debate = bool(self.words[d.source.word].act_in(self.cues.debate_verb))
        same = _named(d)[0] | _named(d)[1] <= _named(e)[0] | _named(e)[1]
        return both and debate and same and d.source.clause.previous is e.source.clause

    def _same_act(self, e: Draft, d: Draft) -> bool:
        if e.type != d.type or e.status != d.status:
            return False
        mine, theirs = _named(d), _named(e)
        inner = d.source.clause
        if inner.kind == "relative" and inner.antecedent in e.source.clause.objects and mine[0] in (theirs[0], set()):
            return True  # تبنى قرارا يمدد المهمة
        if "noun" not in (d.source.kind, e.source.kind):
            return self._talks_on(e, d)
        if _visits(d) != _visits(e) and (d.frame.merge or e.frame.merge):
            return False  # who comes for talks does both
        paper, told = (e, d) if e.source.kind == "noun" else (d, e)
        c = told.source.clause
        if c.kind == "relative" and c.antecedent is not None and c.antecedent is paper.source.chunk:
            return True  # عريضة طالبوا فيها بالتحقيق
        both = (mine[0] | mine[1]), (theirs[0] | theirs[1])
        if self.words[paper.source.word].r.pos == "adj" and told.source.clause is not paper.source.clause:
            return False  # قال إنه قبل المقترح وإنه مستعد للحوار
        if d.type in _TWO_SIDED:
            return both[0] <= both[1] or both[1] <= both[0]
        near = d.source.clause is e.source.clause
        later = self.words[max(d.first, e.first)].r
        if near and later.conj and d.type in _MATERIAL and d.frame.id != e.frame.id:
            return False  # القتل والتدمير
        if near and self._led_to_next(paper.source):
            return False
        return near and (
            (mine[0] <= theirs[0] and mine[1] <= theirs[1]) or (theirs[0] <= mine[0] and theirs[1] <= mine[1])
        )


def _visits(d: Draft) -> bool:
    """Whether an event is somebody's coming, not what he comes for."""
    return d.frame.mode == "visit" and bool(_named(d)[0])


def _tells_toll(d: Draft) -> bool:
    """Whether an event only tells of dead and wounded, not who attacks."""
    if not d.frame.toll:
        return False
    return d.source.kind == "noun" or d.source.clause.passive or "subject" in d.frame.slots.recipient


def _named(d: Draft) -> tuple[set[str | None], set[str | None]]:
    return {p.code for p in d.actor} - _UNNAMED, {p.code for p in d.recipient} - _UNNAMED


def _with_victims(e: Draft, d: Draft, where: set[int]) -> Draft:
    """An attack with the parties that only its toll tells; the dead of a fight are of either side. `where`: where the
    names of places begin (قصف جنوبي لبنان).
    """
    if e.frame.merge and _named(e)[0]:
        return e
    noun = e.source.kind == "noun"
    actor = e.actor if _named(e)[0] or noun else d.actor or e.actor
    hit = any(p.code not in _UNNAMED and p.kind != "place" and p.start not in where for p in e.recipient)
    told = hit and not (noun and d.first < e.first)  # قُتل ضابط تركي في هجوم في العراق
    theirs = e.recipient if told or not _named(d)[1] else d.recipient
    mine = {p.code for p in actor}
    if {p.code for p in theirs} <= mine and e.recipient:
        theirs = e.recipient
    guessed = noun and e.source.light is None
    if guessed and _named(d)[1] and {side(p) for p in d.recipient} <= {side(p) for p in actor}:
        actor = ()  # أعلن الجيش مقتل جنديين من قواته في هجوم
    return e._replace(actor=actor, recipient=theirs)


def _one_accord(e: Draft, d: Draft) -> bool:
    """Whether a noun only tells what the two-sided act right before it is about: إبرام اتفاق، التوقيع على الاتفاق."""
    both = e.frame.merge and d.frame.merge and d.source.kind == "noun"
    x = d.source.chunk
    if e.source.kind == "verb":
        signed = e.type == "SUPPORT" and d.type == "AGREE" and x in e.source.clause.objects
        return both and signed and {p.key for p in e.actor} == {p.key for p in d.actor}  # وقعا اتفاقا
    about = d.first == e.last or (x is not None and x.rel == "ala" and x.start == e.last == d.first - 1)
    return both and about and {p.key for p in e.actor} == {p.key for p in d.actor}


def _by_word(actor: list[Party]) -> bool:
    """Whether one known person or holder of an office does it alone: he attacks in words (شن الوزير هجوما على ...)."""
    alone = len(actor) == 1 and actor[0].kind == "person" and actor[0].sector not in _FIGHTERS
    alone = alone and actor[0].number != "p"
    return alone and (actor[0].entry >= 0 or bool(actor[0].office))


def _nobody(p: Party) -> bool:
    """Whether a party is only a place, or a firm of no known country, whose owner may be told behind it."""
    return p.kind == "place" or (p.code in _UNNAMED and p.sector == "BUS")


def _people(p: Party) -> Party:
    """The people of a country or place: إضراب عام في تونس is by no government."""
    return p._replace(key=f"population:{p.code}:CVL", sector="CVL", kind="population")


def _speaks(frame: Frame) -> bool:
    """Whether a frame wants words or a preposition of its own, which tell its verb from others spelled alike."""
    return bool(frame.words) or any(r not in ("subject", "object") for r in frame.slots.require)


def _spells(words: list[Word], phrase: list[str]) -> bool:
    for k, x in enumerate(phrase):
        w = words[k]
        if x != w.bare and x != w.r.lemma and x != w.r.prep + w.bare:
            return False
    return True


def _once_each(parties: list[Party]) -> list[Party]:
    out: list[Party] = []
    for p in parties:
        if not any(
            q.key == p.key or (q.code == p.code and q.code not in _UNNAMED and q.sector == p.sector) for q in out
        ):
            out.append(p)
    return out
