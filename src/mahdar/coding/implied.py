"""Acts told without a trigger of their own: conditions, obligations, charges, denials after the act."""

from typing import Final

from mahdar.analysis.chunks import Chunk
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party
from mahdar.coding import frames as written
from mahdar.coding.content import Content
from mahdar.coding.draft import Draft, denies, once_each
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import DENIALS, UNNAMED, VERBAL
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Trigger

_CONDITIONAL: Final = Frame(written.Frame(id="threaten.unless", type="THREATEN"))
_CHARGE: Final = Frame(written.Frame(id="accuse.on-charge", type="ACCUSE"))
_REPROACHING: Final = frozenset({"SANCTION", "REJECT", "THREATEN"})  # done in protest at somebody
_GRIEVANCE: Final = Frame(written.Frame(id="accuse.in-protest", type="ACCUSE"))
_PUNISHING: Final = frozenset(("COERCE", "SANCTION"))
_OBLIGATION: Final = Frame(written.Frame(id="request.upon", type="REQUEST"))


class Implied:
    """Finds acts that the wording of a sentence performs."""

    def __init__(self, scene: Scene, content: Content) -> None:
        self.scene = scene
        self.words, self.chunks, self.clauses, self.said = scene.words, scene.chunks, scene.clauses, scene.said
        self.cues, self.modes, self.parties, self.subject_of = scene.cues, scene.modes, scene.parties, scene.subject_of
        self.content = content

    def conditional_threats(self, drafts: list[Draft]) -> list[Draft]:
        """Words like «if NATO does not respond, this may lead to confrontation»: a threat by the speaker to whom the
        condition is about.
        """
        out: list[Draft] = []
        for x in self.clauses:
            if x.kind != "condition" or x.verb is None or x.parent is None:
                continue
            n = self.scene.innermost(x.verb.start)
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
            strikes = self._strikes(home, speaker)
            concerned = [p for p in self.subject_of(x) if p.code not in UNNAMED and p.code != speaker.code]
            if not (dark or strikes) or not concerned:
                continue
            first, last = x.opener, x.verb.end
            if strikes and home.verb is not None:
                first, last = home.verb.start, home.verb.end
            t = Trigger("verb", last - 1, first, last, home)
            span = (self.words[first].token.start, self.words[last - 1].token.end)
            out.append(self._said_so(_CONDITIONAL, t, span, [speaker], concerned))
        return out

    def _strikes(self, c: Clause, speaker: Party) -> bool:
        """Whether a clause tells that its speaker will strike back: سنرد إذا هاجمونا."""
        if c.verb is None or not self.words[c.verb.start].r.fut:
            return False
        own = {p.code for p in self.subject_of(c)} == {speaker.code} or self.words[c.verb.start].r.person == 1
        return own and bool(self.words[c.verb.start].act_in(self.cues.strike_verb))

    def obligations(self) -> list[Draft]:
        """Words like «it is on Israel to withdraw» (على إسرائيل أن تنسحب): a demand by the speaker."""
        out: list[Draft] = []
        for x in self.clauses:
            home = x.parent
            if x.kind == "complement" and x.verb is None and x.opener >= 0:
                out += self._masdar_obligation(x, x.opener + 1)
            elif x.kind == "main" and x.verb is None and self.scene.title:
                heads = [s for s in self.said if s.clause < 0 and x.start <= s.first <= x.end]
                out += [d for s in heads[:1] for d in self._masdar_obligation(x, s.first)]  # بوريل: على إسرائيل وقف
            if x.kind != "complement" or x.verb is None or x.opener < 0 or home is None or home.aux:
                continue
            on = next((y for y in self.chunks if y.end == x.opener and y.rel == "ala"), None)
            if on is None or self.words[x.verb.start].r.tense != "present" or any(d.first == on.start for d in out):
                continue
            speaker = [s.speaker] if (n := self.scene.innermost(x.opener)) >= 0 and (s := self.said[n]).speaker else []
            if home.verb is not None:
                said = self.words[home.verb.start].act_in(self.cues.report)
                quoted = any(self.words[k].token.kind == "mark" for k in range(home.verb.end, on.start))
                if not said or not quoted or home.verb.start > on.start:
                    continue
                speaker = self.subject_of(home)
            actor = [p for p in speaker if p is not None and p.code not in UNNAMED]
            asked = [p for p in self.parties(on) if p.code not in UNNAMED and p.key not in {a.key for a in actor}]
            if not actor or not asked:
                continue
            t = Trigger("verb", on.start, on.start, on.end, home)
            first = self.words[on.start]
            span = (first.token.at(len(first.r.conj)), self.words[on.end - 1].token.end)
            out.append(self._said_so(_OBLIGATION, t, span, actor, asked))
        return out

    def _masdar_obligation(self, x: Clause, first: int) -> list[Draft]:
        """The same with a verbal noun: قالت كينيا إن على أوغندا سحب قواتها."""
        n = self.scene.innermost(first)
        speaker = self.said[n].speaker if n >= 0 else None
        on = next((y for y in self.chunks if y.start == first and y.rel == "ala"), None)
        if on is None or speaker is None or speaker.code in UNNAMED or on.n + 1 >= len(self.chunks):
            return []
        act = self.chunks[on.n + 1]
        w = self.words[act.head]
        asked = [p for p in self.parties(on) if p.code not in UNNAMED and p.key != speaker.key]
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
        context = self.modes.context(self.scene.near(t))
        by, to = tuple(once_each(actor)), tuple(once_each(recipient))
        return Draft(t.first, t.last, span, frame.type, None, context, "occurred", by, to, None, -1, t, frame, None)

    def charges(self, drafts: list[Draft]) -> list[Draft]:
        """Who arrests or punishes somebody on a charge accuses him (اعتقلت ضابطا بتهمة التجسس)."""
        out: list[Draft] = []
        for c in self.clauses:
            for x in (*c.before, *c.after):
                first = self.words[x.start]
                if not first.token.folded.startswith("ب") or first.token.folded[1:] not in self.cues.charge:
                    continue
                if x.start + 1 < x.end and self.words[x.start + 1].r.lemma in self.cues.no_noun:
                    continue  # منعت استيراده بدعوى عدم المطابقة
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
                if act is None or not act.recipient:
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

    def grievances(self, drafts: list[Draft]) -> list[Draft]:
        """Who punishes, refuses or threatens in protest at a thing reproaches it: استدعت سفيرها احتجاجا على القرار."""
        out: list[Draft] = []
        for c in self.clauses:
            for x in (*c.before, *c.after):
                first = self.words[x.start]
                if x.rel != "sabab" or first.hit is not None or first.r.lemma not in self.cues.grievance:
                    continue
                acts = (d for d in drafts if d.type in _REPROACHING and d.source.clause is c and d.actor)
                act = next(acts, None)
                if act is None or act.status != "occurred":
                    continue
                if act.type == "SANCTION" and not act.recipient:
                    continue
                t = Trigger("noun", x.start, x.start, x.start + 1, c, x, x.parts[0], "sabab")
                span = (first.token.start, first.token.end)
                draft = self._said_so(_GRIEVANCE, t, span, list(act.actor), list(act.recipient))
                out.append(draft._replace(mode="disapprove"))
        return out

    def denied_after(self, drafts: list[Draft]) -> list[Draft]:
        """What others say that somebody did, once more as denied: اتهمت كييف موسكو بالقصف، وهو ما نفته موسكو."""
        out: list[Draft] = []
        for e in drafts:
            denier = self.scene.denier(e.source) if e.type != "REJECT" and e.status != "negated" else None
            if denier is not None and (by := self.subject_of(denier)):
                said = self.scene.vouch(denier, by, e.source)
                out.append(e._replace(status="negated", said=said, voucher=by[0]))
        for r in drafts:
            if r.type != "REJECT" or not denies(r.frame) or r.source.kind == "noun":
                continue
            c = r.source.clause
            own = bool(DENIALS.intersection(r.frame.verb)) and any(x.kind == "complement" for x in c.children)
            what = [x for x in (*c.objects[:1], *c.args.get("bi", ())) if not self._points_back(x)]
            if own or (what and c.kind != "relative" and not self.words[r.source.word].r.pron):
                continue
            codes = {p.code for p in r.actor} - UNNAMED
            acts = [e for e in drafts if e.first < r.first and e.type not in VERBAL and e.status != "negated"]
            told = next((e for e in reversed(acts) if self._alleged(e, codes, drafts)), None)
            if told is not None:
                mine = tuple(p for p in told.actor if p.code in codes)
                theirs = codes & {p.code for p in told.recipient}
                actor = mine or (told.actor if theirs else r.actor)
                said = self.scene.vouch(c, r.actor, told.source)
                voucher = r.actor[0] if r.actor else None
                out.append(told._replace(status="negated", said=said, actor=actor, voucher=voucher))
        return out

    def called_off(self, d: Draft) -> Draft:
        """A planned act that a clause behind it calls off: كان مقررا أن يزور باريس، لكن الزيارة ألغيت."""
        c = d.source.clause
        if d.status not in ("planned", "possible") or d.type in VERBAL or c.parent is None:
            return d
        was = any(self.words[a.start].r.lemma == "كان" for x in (c, *c.ancestors()) for a in self._auxiliaries(x))
        for x in self.clauses if was else ():
            if x.verb is None or x.verb.start < d.last or x.kind not in ("main", "complement"):
                continue
            off = self.scene.status.off(x.verb.start) or next(
                (off for y in x.objects if (off := self.scene.status.off(y.head)) is not None), None
            )
            if off == "negated" and self.scene.status.clause(x)[0] == "occurred":
                return d._replace(status="negated")
        return d

    def not_twice(self, drafts: list[Draft]) -> list[Draft]:
        """Acts without those that a bare noun calls off which were told before: أن يلتقيا، لكنه أعلن تأجيل الاجتماع."""
        off = [d for d in drafts if d.type == "CONSULT" and d.status == "negated"]
        return [d for d in drafts if not (d in off[1:] and d.source.kind == "noun" and self._alone(d.source))]

    def _alone(self, t: Trigger) -> bool:
        """Whether a noun with the article stands alone behind a noun of putting off."""
        w, before = self.words[t.word], self.words[t.word - 1] if t.word else None
        verbs = self.cues.postpone_verb | self.cues.cancel_verb
        off = before is not None and before.hit is None and before.r.of in verbs
        return off and w.r.definite and not w.r.pron and t.part is not None and t.part.end == t.last

    def _auxiliaries(self, c: Clause) -> list[Chunk]:
        """The auxiliaries and the verb of a clause."""
        return [*c.aux, *([c.verb] if c.verb is not None else [])]

    def _points_back(self, x: Chunk) -> bool:
        """Whether a phrase means what was told just before: ذلك، الاتهام."""
        return self.words[x.head].r.pos in ("dem", "pron") or self.scene.sums_up(x)

    def _alleged(self, e: Draft, of: set[str | None], drafts: list[Draft]) -> bool:
        """Whether somebody else tells of an act of theirs, or accuses them of it."""
        speaker = self.said[e.said].speaker if e.said >= 0 else None
        mine = {p.code for p in e.actor}
        if of & mine and speaker is not None and speaker.code not in mine:
            return True
        theirs = {p.code for p in e.recipient}
        if of & theirs and e.actor and not of & mine:  # أعلنت الحركة أنها قتلت جنودا، وهو ما نفته الحكومة
            return speaker is None or speaker.code not in of
        charges = [d for d in drafts if d.type == "ACCUSE" and d.first < e.first]
        told = [d for d in charges if of & ({p.code for p in d.recipient} if d.actor else mine)]
        return any(
            self.content.contains(d, e.source.word)
            or (speaker is not None and speaker.code in {p.code for p in d.actor})
            for d in told
        )
