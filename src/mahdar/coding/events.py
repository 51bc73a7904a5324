"""From predicates to events: which frame holds, who fills its slots, and whether the act happened."""

from collections.abc import Sequence
from typing import NamedTuple

from mahdar.analysis.clauses import ClauseReader, Predicate
from mahdar.analysis.parties import Party, Resolver
from mahdar.analysis.phrases import Segment, Unit, Word
from mahdar.analysis.statements import Cues, Said
from mahdar.coding.frames import Frame, Frames, Light
from mahdar.record.types import Status
from mahdar.text.fold import plain

VERBAL = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN", "SUPPORT", "ACCUSE", "CONCEDE"))
# What stands inside the content of these acts is told by them and not coded again.
CONTENT_KEEPERS = frozenset(("REQUEST", "AGREE", "REJECT", "THREATEN"))
_ACCEPT = frozenset(("AGREE", "SUPPORT", "CONCEDE"))
_COMMAS = frozenset("،,")


class Draft(NamedTuple):
    """An event before it enters the record: trigger words `[first, last)`, parts as parties."""

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
    because: str
    confidence: float
    predicate: Predicate
    topic: tuple[int, int] | None = None


class Attempt(NamedTuple):
    """One frame tried on one word, for `explain`."""

    word: int
    frame: str
    outcome: str


class SentenceCoder:
    """Codes the events of one sentence."""

    def __init__(
        self,
        words: Sequence[Word],
        units: Sequence[Unit],
        reader: ClauseReader,
        verbs: Sequence[Predicate],
        said: Sequence[Said],
        frames: Frames,
        cues: Cues,
        resolver: Resolver,
        subject_of,  # type: ignore[no-untyped-def]
        title: bool,
    ) -> None:
        self.words, self.units, self.reader, self.verbs, self.said = words, units, reader, verbs, said
        self.frames, self.cues, self.resolver, self.subject_of, self.title = frames, cues, resolver, subject_of, title
        self.attempts: list[Attempt] = []
        self.covered: list[tuple[int, int, str, int]] = []
        self.verb_frames: dict[int, str] = {}

    def code(self) -> list[Draft]:
        """The events in the order of their triggers."""
        out: list[Draft] = []
        for v in self.verbs:
            draft = self._verb(v)
            if draft is not None:
                out.append(draft)
                self.verb_frames[v.word] = draft.type
        for p in self._nouns():
            draft = self._noun(p, out)
            if draft is not None:
                out.append(draft)
        out.sort(key=lambda d: d.first)
        return self._once([d for d in out if not self._inside_content(d, out)])

    # -- verbs -------------------------------------------------------------------------------

    def _verb(self, v: Predicate) -> Draft | None:
        lemma = self.words[v.word].r.lemma
        if lemma in self.frames.lights and self._light_noun(v) is not None:
            return None
        for frame in self.frames.verbs.get(lemma, ()):
            refusal = self._refusal(frame, v)
            if refusal:
                self.attempts.append(Attempt(v.word, frame.id, refusal))
                continue
            fill = {r: self._relation(v, r, frame) for r in {*frame.slots.actor, *frame.slots.recipient, "subject", "object"}}
            passive = v.passive or self._reads_passive(v, frame, fill)
            if passive:
                fill["object"], fill["subject"] = fill["subject"] or fill["object"], self._parties_of(v.args.get("min_qibal", []) + v.args.get("ala_yad", []))
            actor, recipient = self._slots(frame, fill)
            if not actor and not recipient:
                self.attempts.append(Attempt(v.word, frame.id, "no party fills a slot"))
                continue
            status, cue = self._verb_status(v)
            kind, mode = frame.type, frame.mode or None
            first = v.word
            if status == "negated" and kind in _ACCEPT and cue in ("لن", "لا") and actor:
                kind, mode, status = "REJECT", None, "occurred"
                first = max((k for k in range(v.word) if self.words[k].r.lemma == cue), default=v.word)
            self.attempts.append(Attempt(v.word, frame.id, "coded"))
            return self._draft(v, frame, kind, mode, status, actor, recipient, first, v.word + 1, 0.7)
        return None

    def _light_noun(self, v: Predicate) -> tuple[Light, Unit, Segment, int] | None:
        """The event noun that a light verb governs, with the entry that says so."""
        lemma = self.words[v.word].r.lemma
        for light in self.frames.lights.get(lemma, ()):
            units = v.subjects if light.noun == "subject" else v.objects if light.noun == "object" else v.args.get(light.noun, [])
            if light.noun == "object" and (v.passive or (not units and self.words[v.word].r.voice != "act")):
                units = units or v.subjects
            for u in units:
                for s in u.segments:
                    for k in range(s.start, min(s.end, s.head + 3)):
                        if self._noun_frames(k) and (not light.words or self.words[k].r.lemma in light.words or self._phrase_at(k, light.words)):
                            return light, u, s, k
        return None

    def _phrase_at(self, k: int, phrases: Sequence[str]) -> bool:
        return any(" " in p and all(k + i < len(self.words) and _bare(self.words[k + i]) == w for i, w in enumerate(p.split())) for p in phrases)

    def _reads_passive(self, v: Predicate, frame: Frame, fill: dict[str, list[Party]]) -> bool:
        """A form that may be passive, with one noun phrase that suffers the act: قتل ثلاثة جنود."""
        r = self.words[v.word].r
        if r.voice != "both" or v.objects or v.object_pron or v.relative is not None or len(v.subjects) != 1 or "object" not in frame.slots.recipient:
            return False
        if frame.type not in ("ASSAULT", "COERCE", "SANCTION", "RETREAT"):
            return False
        u = v.subjects[0]
        if u.n < v.unit.n:
            return False
        head = self.words[u.word]
        people = any(p.sector in ("CVL", "REF", "JRN", "MED") or p.kind == "population" for p in fill["subject"])
        return people or any(self.words[k].r.pos == "num" for k in range(u.start, u.end)) or head.r.cls == "human" and not head.r.definite

    def _refusal(self, frame: Frame, p: Predicate) -> str:
        s = frame.slots
        if s.require and not any(self._present(p, r) for r in s.require):
            return f"needs one of {', '.join(s.require)}"
        for r in s.without:
            if self._present(p, r):
                return f"must not have {r}"
        for rel, lemmas in frame.words.items():
            if not self._headed(p, rel, lemmas):
                return f"{rel} must be headed by one of its words"
        if frame.object_words and not self._headed(p, "object", frame.object_words):
            return "object must be headed by one of its words"
        return ""

    def _present(self, p: Predicate, relation: str) -> bool:
        rel, _, what = relation.partition(":")
        if rel == "an_clause" or what == "clause":
            return p.clause >= 0
        if rel == "object":
            return bool(p.objects) or bool(p.object_pron) or p.genitive is not None
        if rel == "subject":
            return bool(p.subjects)
        units = p.args.get(rel, [])
        if what == "masdar":
            return any(self.words[u.word].r.form == "masdar" or self.words[u.word].r.cls == "act" for u in units)
        return bool(units) or f"{rel}:clause" in p.args

    def _headed(self, p: Predicate, relation: str, lemmas: Sequence[str]) -> bool:
        rel = relation.split(":")[0]
        if rel == "object":
            units = [*p.objects, *(p.subjects if p.passive or self.words[p.word].r.voice in ("both", "pas") else [])]
            if p.genitive is not None and any(_bare(self.words[k]) in lemmas or self.words[k].r.lemma in lemmas for k in range(p.genitive.start, min(p.genitive.end, p.genitive.start + 3))):
                return True
        elif rel == "subject":
            units = p.subjects
            if p.genitive is not None and self.words[p.genitive.start].r.lemma in lemmas:
                return True
        else:
            units = p.args.get(rel, [])
        for u in units:
            for s in u.segments:
                for k in range(s.start, min(s.end, s.head + 3)):
                    if self.words[k].r.lemma in lemmas or _bare(self.words[k]) in lemmas:
                        return True
                    if any(" " in x for x in lemmas) and self._phrase_at(k, lemmas):
                        return True
        return False

    def _parties_of(self, units: Sequence[Unit], subject: Sequence[Party] = ()) -> list[Party]:
        out: list[Party] = []
        for u in units:
            out += [p for p in self.resolver.parties(u, subject) if not any(q.key == p.key for q in out)]
        return out

    def _relation(self, p: Predicate, relation: str, frame: Frame) -> list[Party]:
        rel = relation.split(":")[0]
        if p.kind == "v":
            if rel == "subject":
                return self.subject_of(p)
            if rel == "object":
                out = self._parties_of(p.objects[:1], self.subject_of(p))
                if not out and len(p.objects) > 1 and self.words[p.objects[0].word].r.cls not in ("act", "thing", "abstract"):
                    out = self._parties_of(p.objects[1:2], self.subject_of(p))
                if not out and p.object_pron and not p.relative:
                    out = self._antecedent(p)
                return out
            if rel == "object2":
                return self._parties_of(p.objects[1:2], self.subject_of(p))
            return self._parties_of(p.args.get(rel, []), self.subject_of(p))
        return self._noun_relation(p, rel, frame)

    def _antecedent(self, p: Predicate) -> list[Party]:
        pron = self.words[p.word].r.pron
        subject = self.subject_of(p)
        codes = {x.code for x in subject}
        gender = {"ه": "m", "ها": "f"}.get(pron)
        pool = [x for x in reversed(self.resolver.d.recent) if x.code not in codes]
        fit = [x for x in pool if gender is None or x.gender == gender]
        return fit[:1]

    def _slots(self, frame: Frame, fill: dict[str, list[Party]]) -> tuple[list[Party], list[Party]]:
        actor: list[Party] = []
        for r in frame.slots.actor:
            found = fill.get(r, [])
            if found and (not actor or frame.merge):
                actor += [p for p in found if not any(q.key == p.key for q in actor)]
        if len(actor) > 1 and any(not p.weak for p in actor):
            actor = [p for p in actor if not p.weak or p.code not in (None, "UNK")]
        recipient: list[Party] = []
        for r in frame.slots.recipient:
            found = fill.get(r, [])
            if found:
                recipient = [p for p in found if p not in actor]
                break
        actor = [p for p in actor if p.kind != "place"] if not frame.merge else [p for p in actor if p.kind != "place"]
        actor = _by_code(actor)
        recipient = _by_code(recipient)
        if not frame.merge:
            recipient = [p for p in recipient if p.code is None or p.code not in {a.code for a in actor} or p.sector not in {a.sector for a in actor}]
        return actor, recipient

    # -- nouns -------------------------------------------------------------------------------

    def _noun_frames(self, k: int) -> list[tuple[Frame, int]]:
        """Frames that the noun, or the noun phrase, at word `k` may call up, and how many words it takes."""
        w = self.words[k]
        if w.hit is not None or w.time or w.r.pos not in ("noun", "adj"):
            return []
        out: list[tuple[Frame, int]] = []
        for rest, frame in self.frames.phrases.get(w.r.lemma, ()):
            if all(k + 1 + i < len(self.words) and x in (_bare(self.words[k + 1 + i]), self.words[k + 1 + i].r.lemma) for i, x in enumerate(rest)):
                out.append((frame, 1 + len(rest)))
        if out:
            return out
        if w.r.pos == "noun":
            out += [(f, 1) for f in self.frames.nouns.get(w.r.lemma, ())]
        return out

    def _nouns(self) -> list[Predicate]:
        out: list[Predicate] = []
        for u in self.units:
            if u.kind != "np":
                continue
            for s in u.segments:
                k = s.start
                while k < s.end:
                    if self._noun_frames(k):
                        out.append(self.reader.noun(u, s, k))
                        k += max(n for _, n in self._noun_frames(k))
                    else:
                        k += 1
        return out

    def _noun_relation(self, p: Predicate, rel: str, frame: Frame) -> list[Party]:
        w = self.words[p.word]
        assert p.segment is not None
        subject = self.subject_of(p.governor) if p.governor is not None and p.governor.kind == "v" else []
        if rel in ("subject", "object"):
            adjectives = self._adjectives(p)
            genitive = self._genitive(p, subject)
            owner = self.resolver._owner(w.r.pron, subject) if w.r.pron and w.r.pron != "ي" else []
            if rel == "subject":
                found = self._parties_of(p.args.get("min_qibal", []) + p.args.get("ala_yad", []))
                if frame.idafa == "subject" or p.objects:
                    return [*genitive, *adjectives, *owner] if frame.merge else genitive or owner or adjectives or found
                return found or adjectives or (owner if frame.idafa != "object" else [])
            if frame.idafa == "object":
                return genitive or owner or self._parties_of(p.args.get("li", []))
            return self._parties_of(p.objects)
        return self._parties_of(p.args.get(rel, []), subject)

    def _adjectives(self, p: Predicate) -> list[Party]:
        """Nationality adjectives of the noun itself: those before any genitive, or after it when they agree with the noun."""
        assert p.segment is not None
        out: list[Party] = []
        end = p.segment.end
        start = p.word + 1
        if p.genitive is not None:
            return []
        for k in range(start, end):
            w = self.words[k]
            if w.entry is not None and w.entry.kind == "adjective":
                out += self.resolver.segment(Segment(k, k + 1, k))
        return [q._replace(weak=False) for q in out]

    def _genitive(self, p: Predicate, subject: Sequence[Party]) -> list[Party]:
        if p.genitive is None:
            return []
        out = self.resolver.segment(p.genitive, subject)
        if out:
            later = [s for s in p.unit.segments if s.start >= p.genitive.end and not self._noun_frames(s.head)]
            for s in later:
                out = out + [q for q in self.resolver.segment(s, subject) if not any(q.key == x.key for x in out)]
        elif p.genitive.end - p.genitive.start >= 2:
            inner = self.words[p.genitive.start]
            if inner.r.cls in ("act", "abstract", "thing", "place", "", "group") and inner.hit is None:
                out = self.resolver.segment(Segment(p.genitive.start + 1, p.genitive.end, p.genitive.start + 1), subject) if self.words[p.genitive.start + 1].r.pos != "mark" else []
        return out

    def _noun(self, p: Predicate, drafts: Sequence[Draft]) -> Draft | None:
        w = self.words[p.word]
        demonstrative = p.word > 0 and self.words[p.word - 1].r.pos == "dem"
        governor = p.governor if p.governor is not None and p.governor.kind == "v" else None
        light = None
        if governor is not None:
            got = self._light_noun(governor)
            if got is not None and got[1] is p.unit and got[3] == p.word:
                light = got[0]
            elif got is not None and got[1] is p.unit and p.segment is got[2]:
                return None
        for frame, width in self._noun_frames(p.word):
            refusal = self._refusal(frame, p)
            if refusal and not (light and not frame.words and not frame.object_words):
                self.attempts.append(Attempt(p.word, frame.id, refusal))
                continue
            fill = {r: self._relation(p, r, frame) for r in {*frame.slots.actor, *frame.slots.recipient, "subject", "object"}}
            if light is not None and governor is not None:
                self._lend(light, governor, frame, fill)
            elif governor is None or governor.kind == "v":
                self._purpose(p, governor, frame, fill)
            actor, recipient = self._slots(frame, fill)
            if not actor and not recipient or (frame.merge and len(actor) == 1 and w.r.definite and not light and demonstrative):
                if demonstrative or not self._news(p, governor, light):
                    self.attempts.append(Attempt(p.word, frame.id, "no party fills a slot"))
                    continue
                actor = self._from_before(frame)
                if not actor:
                    self.attempts.append(Attempt(p.word, frame.id, "no party fills a slot"))
                    continue
            if demonstrative and not light:
                self.attempts.append(Attempt(p.word, frame.id, "refers back"))
                continue
            if self._named_twice(p, frame, actor, recipient, drafts, governor):
                self.attempts.append(Attempt(p.word, frame.id, "named twice"))
                continue
            status = self._noun_status(p, governor)
            kind, mode = frame.type, frame.mode or None
            self.attempts.append(Attempt(p.word, frame.id, "coded"))
            return self._draft(p, frame, kind, mode, status, actor, recipient, p.word, p.word + width, 0.6)
        return None

    def _lend(self, light: Light, governor: Predicate, frame: Frame, fill: dict[str, list[Party]]) -> None:
        passive = governor.passive or (light.noun == "object" and not governor.objects)
        subject = [] if passive or light.noun == "subject" else self.subject_of(governor)
        if light.subject == "actor":
            for slot in frame.slots.actor[:1] or ["subject"]:
                fill[slot] = subject or fill.get(slot, [])
        elif light.subject == "recipient":
            for slot in frame.slots.recipient[:1] or ["object"]:
                fill[slot] = subject or fill.get(slot, [])
            if not fill.get("subject"):
                fill["subject"] = self._parties_of(governor.args.get("min", []) + governor.args.get("min_qibal", []))
        if frame.merge:
            for rel in ("maa", "bayna"):
                if rel in frame.slots.actor and not fill.get(rel):
                    fill[rel] = self._parties_of(governor.args.get(rel, []), subject)
        else:
            for rel in frame.slots.recipient:
                if rel not in ("subject", "object") and not fill.get(rel):
                    fill[rel] = self._parties_of(governor.args.get(rel, []), subject)

    def _purpose(self, p: Predicate, governor: Predicate | None, frame: Frame, fill: dict[str, list[Party]]) -> None:
        """A noun of purpose or content takes the subject of its verb when it names no doer: وصل لإجراء محادثات مع ..."""
        if governor is None or any(fill.get(r) for r in frame.slots.actor[:1]):
            return
        lemma = self.words[governor.word].r.lemma
        purpose = p.unit.prep in ("ل", "من اجل", "بهدف") or lemma in self.cues.planned_verb
        if purpose and (frame.type == "CONSULT" or lemma in self.cues.planned_verb):
            fill[frame.slots.actor[0] if frame.slots.actor else "subject"] = self.subject_of(governor)
        elif p.unit.n > governor.unit.n and governor.word in self.verb_frames and frame.type == "CONSULT" and fill.get("maa"):
            fill[frame.slots.actor[0]] = self.subject_of(governor)
        elif self.words[governor.word].r.lemma in self.cues.report_noun and p.relation in ("object", "an") and self.words[p.word].r.lemma:
            fill[frame.slots.actor[0] if frame.slots.actor else "subject"] = self.subject_of(governor)

    def _news(self, p: Predicate, governor: Predicate | None, light: Light | None) -> bool:
        """Whether a noun without parties of its own says something new: it is what the sentence is about."""
        if light is not None:
            return True
        return governor is not None and p.relation in ("subject", "object") and self.words[governor.word].r.lemma not in self.cues.report

    def _from_before(self, frame: Frame) -> list[Party]:
        return list(self.resolver.d.pair) if frame.type == "CONSULT" and frame.merge else []

    def _named_twice(
        self, p: Predicate, frame: Frame, actor: Sequence[Party], recipient: Sequence[Party], drafts: Sequence[Draft], governor: Predicate | None
    ) -> bool:
        mine = {x.code for x in (*actor, *recipient)}
        for d in drafts:
            if d.type != frame.type:
                continue
            theirs = {x.code for x in (*d.actor, *d.recipient)}
            if governor is not None and d.predicate is governor and mine <= theirs:
                return True
            if d.predicate.kind == "n" and d.predicate.segment is p.segment and mine <= theirs | {None}:
                return True
            if mine <= theirs and p.unit.prep in ("ل", "خلال", "في", "حول", "بشان") and frame.type == "CONSULT":
                return True
        return False

    # -- status ------------------------------------------------------------------------------

    def _verb_status(self, v: Predicate) -> tuple[Status, str]:
        w = self.words[v.word]
        k = v.word - 1
        passed = 0
        future = w.r.fut == "س"
        while k >= 0 and passed < 4:
            x = self.words[k]
            if x.r.pos == "neg" or x.r.lemma in ("لم", "لن", "لا") and x.r.pos in ("neg", "part", "fut"):
                return "negated", x.r.lemma
            if x.r.lemma == "سوف":
                future = True
            elif x.r.lemma in ("قد", "ربما") and w.r.tense == "present":
                return "possible", x.r.lemma
            elif x.r.pos == "sub" and x.r.lemma in ("ان", "كي", "لكي", "بان") or x.r.pos == "verb":
                break
            elif x.r.lemma in self.cues.condition and x.r.pos in ("sub", "conj", "part"):
                return "possible", x.r.lemma
            elif x.token.kind == "mark" or x.r.conj:
                break
            k -= 1
            passed += 1
        if any(self.words[a].r.lemma == "ليس" for a in v.aux):
            return "negated", "ليس"
        if future:
            return "planned", "س"
        above = self._above(v.word)
        if above:
            return above, ""
        if w.r.fut == "ل" and w.r.tense == "present":
            return "planned", "ل"
        if self.title and w.r.tense == "present" and False:
            return "planned", ""
        return "occurred", ""

    def _above(self, word: int) -> Status | None:
        """The status that a governing phrase sets: من المقرر أن, يعتزم أن, يمكن أن, إذا."""
        sub = -1
        for k in range(word - 1, max(-1, word - 12), -1):
            w = self.words[k]
            if w.r.pos == "sub":
                if w.r.lemma in self.cues.condition and w.token.raw.lstrip("وف")[:1] != "أ" and w.r.lemma != "ان":
                    return "possible"
                if w.r.lemma in ("ان", "بان"):
                    sub = k
                    break
            if w.token.kind == "mark" or (w.r.pos == "verb" and not w.r.conj):
                if w.r.pos == "verb":
                    break
        if sub < 1:
            return None
        raw = self.words[sub].token.raw.lstrip("وب")
        if raw[:1] == "إ" or self.words[sub].r.pron or sub + 1 < len(self.words) and self.words[sub + 1].r.pos != "verb" and self.words[sub + 1].r.pos != "neg":
            return None
        for k in range(sub - 1, max(-1, sub - 6), -1):
            w = self.words[k]
            if w.r.lemma in self.cues.planned_adjective or w.r.of and w.r.form == "passive" and w.r.lemma in self.cues.planned_adjective:
                return "planned"
            if w.r.lemma in self.cues.possible_noun or w.r.pos == "verb" and w.r.lemma in self.cues.possible_verb:
                return "possible"
            if w.r.pos == "verb" and w.r.lemma in self.cues.planned_verb:
                return "planned"
            if w.r.lemma in ("قبل", "دون", "عدم", "بدون"):
                return "negated" if w.r.lemma != "قبل" else None
            if w.r.pos == "verb":
                return None
        return None

    def _noun_status(self, p: Predicate, governor: Predicate | None) -> Status:
        assert p.segment is not None
        for k in range(max(0, p.word - 3), p.word):
            w = self.words[k]
            if w.r.lemma in self.cues.no_noun and (k >= p.segment.start or w.r.pos == "prep" or k == p.word - 1):
                return "negated"
        for k in range(max(0, p.word - 4), p.word):
            w = self.words[k]
            if w.hit is not None or w.r.pos not in ("noun", "adj"):
                continue
            if w.r.lemma in self.cues.possible_noun and w.r.lemma not in self.frames.nouns:
                return "possible"
            if w.r.lemma in self.cues.planned_noun:
                return "planned"
        if governor is not None:
            status, _ = self._verb_status(governor)
            if status != "occurred" and (p.relation in ("subject", "object") or p.unit.prep in ("ب", "في", "ل", "مع")):
                return status
            lemma = self.words[governor.word].r.lemma
            if p.unit.prep == "ل" and p.unit.n > governor.unit.n:
                return "planned"
            if lemma in self.cues.planned_verb and p.relation in ("object", "ala", "bi", "li", "ila"):
                return "planned"
            if lemma in self.cues.possible_verb and p.relation == "subject":
                return "possible"
        if p.unit.prep in ("بهدف", "من اجل") or p.segment.start < p.word and self.words[p.segment.start].r.prep == "ل" and self.words[p.segment.start].r.form == "masdar":
            return "planned"
        after = self.words[p.segment.end - 1]
        if any(self.words[k].r.lemma in self.cues.planned_adjective for k in range(p.word + 1, p.segment.end)) and after.r.pos == "adj":
            return "planned"
        return "occurred"

    # -- the rest ----------------------------------------------------------------------------

    def _draft(
        self, p: Predicate, frame: Frame, kind: str, mode: str | None, status: Status, actor: Sequence[Party], recipient: Sequence[Party], first: int, last: int, confidence: float
    ) -> Draft:
        place = self._place(p)
        w = self.words[first]
        start = w.token.at(w.r.stem - (2 if w.r.definite and not w.r.pron else 0) if w.hit is None else 0) if first == p.word else w.token.start
        if w.r.pos == "verb":
            start = w.token.at(len(w.r.conj))
        if kind == "CONSULT" and mode is None:
            mode = self._consult_mode(p, actor, recipient, place)
        said = self._speaker(p, kind, actor, status)
        topic = None
        for rel in frame.slots.topic:
            units = p.args.get(rel.split(":")[0], [])
            if units:
                topic = self.resolver.span(units[0].segments[0].start, units[-1].end)
                break
        if status == "negated":
            confidence -= 0.05
        return Draft(
            first, last, (start, self.words[last - 1].token.end), kind, mode, tuple(frame.context), status, tuple(actor), tuple(recipient),
            place, said, frame.id, round(confidence, 2), p, topic,
        )  # fmt: skip

    def _consult_mode(self, p: Predicate, actor: Sequence[Party], recipient: Sequence[Party], place: Party | None) -> str | None:
        around = range(max(0, p.word - 8), min(len(self.words), p.word + 16))
        if any(self.words[k].r.lemma in ("هاتف", "هاتفي", "فيديو", "فيديوي", "اتصال", "مرءي") or self.words[k].r.lemma.startswith("هاتف") for k in around):
            return "phone"
        codes = {x.code for x in (*actor, *recipient)}
        if place is not None and place.code and place.code not in codes and len(codes) >= 2:
            return "third-party"
        return None

    def _place(self, p: Predicate) -> Party | None:
        for rel in ("fi", "dakhil", "laday", "bi"):
            for u in p.args.get(rel, []):
                for s in u.segments:
                    for k in range(s.start, s.end):
                        w = self.words[k]
                        if w.entry is not None and w.entry.kind in ("capital", "city", "state", "seat") and (k == s.head or self.words[s.head].r.cls == "place"):
                            a, b = self.resolver.span(s.start, s.end)
                            return Party(f"place:{w.entry.ar}", w.entry.code or None, None, "place", w.entry.ar, a, b, "name")
        return None

    def _speaker(self, p: Predicate, kind: str, actor: Sequence[Party], status: Status) -> int:
        """The innermost statement around the trigger; -1 where the act is performed by saying it or nobody speaks."""
        best = -1
        for n, s in enumerate(self.said):
            if s.first <= p.word < s.last and (best < 0 or s.last - s.first <= self.said[best].last - self.said[best].first):
                best = n
        if best < 0:
            return -1
        s = self.said[best]
        if kind in VERBAL and s.speaker is not None and actor and status in ("occurred", "negated"):
            speakers = {x.code for x in (s.speaker, *s.others)}
            w = self.words[p.word]
            performed = w.r.tense != "past" or w.r.pos == "noun"
            if performed and {x.code for x in actor} <= speakers:
                return -1
        return best

    def _inside_content(self, d: Draft, drafts: Sequence[Draft]) -> bool:
        """Whether an event only repeats what a demand, promise, refusal or threat contains."""
        for e in drafts:
            if e is d or e.type not in CONTENT_KEEPERS and not (e.type == "ACCUSE" and False):
                continue
            p = e.predicate
            begin, end = self._content(p)
            if begin <= d.first < end and d.predicate is not p:
                others = {x.code for x in (*d.actor, *d.recipient)} - {x.code for x in (*e.actor, *e.recipient)} - {None, "UNK"}
                if others and d.predicate.kind == "v" and d.status == "occurred" and self.words[d.first].r.tense == "past":
                    continue
                return True
        return False

    def _content(self, p: Predicate) -> tuple[int, int]:
        """Words of what is demanded, promised, refused or threatened."""
        if p.clause >= 0:
            end = len(self.words)
            for k in range(p.clause + 1, len(self.words)):
                w = self.words[k]
                if any(s.cue == k for s in self.said):
                    end = k
                    break
                if w.r.pos == "verb" and w.r.conj and k > p.clause + 2 and w.r.tense == "past":
                    end = k
                    break
                if w.token.raw in _COMMAS and k + 1 < len(self.words) and (self.words[k + 1].r.conj or self.words[k + 1].r.form == "active" or plain(self.words[k + 1].token.raw) in self.cues.turn):
                    end = k
                    break
            return p.clause + 1, end
        begin, end = len(self.words), 0
        for rel, units in p.args.items():
            if rel in ("ila", "bi", "ala", "an", "min", "li", "hawl", "fi"):
                for u in units:
                    head = self.words[u.word]
                    if head.entry is None and head.r.pos == "noun" and head.r.cls not in ("human", "group", "place"):
                        begin, end = min(begin, u.start), max(end, self._stretch(u))
        for u in p.objects if p.kind == "v" else []:
            head = self.words[u.word]
            if head.entry is None and head.r.form == "masdar":
                begin, end = min(begin, u.start), max(end, self._stretch(u))
        if p.kind == "n" and p.genitive is not None and self.words[p.genitive.start].r.form == "masdar":
            begin, end = min(begin, p.genitive.start), max(end, p.genitive.end)
        return begin, end

    def _stretch(self, u: Unit) -> int:
        """A phrase with the prepositional phrases that hang on it."""
        end = u.end
        for x in self.units[u.n + 1 :]:
            if x.kind != "np":
                break
            end = x.end
        return end

    def _once(self, drafts: list[Draft]) -> list[Draft]:
        """Drop an act that an earlier trigger of the sentence already tells."""
        out: list[Draft] = []
        for d in drafts:
            mine = {x.code for x in d.actor}, {x.code for x in d.recipient}
            same = False
            for e in out:
                if e.type != d.type:
                    continue
                theirs = {x.code for x in e.actor}, {x.code for x in e.recipient}
                both = (mine[0] | mine[1]) == (theirs[0] | theirs[1]) if d.type in ("CONSULT", "AGREE") else mine == theirs
                if both and (d.predicate.kind == "n" or e.predicate.kind == "n") and d.status == e.status and d.type in ("CONSULT", "ASSAULT", "PROTEST", "AGREE", "COOPERATE", "MOBILIZE"):
                    same = True
            if not same:
                out.append(d)
        return out


def _bare(w: Word) -> str:
    f = w.token.folded
    f = f[w.r.stem :] if w.hit is None and w.r.stem else f
    return f[2:] if f.startswith("ال") and len(f) > 4 else f


def _by_code(parties: list[Party]) -> list[Party]:
    out: list[Party] = []
    for p in parties:
        same = next((q for q in out if q.code == p.code and q.code not in (None, "UNK") and q.sector == p.sector), None)
        if same is None:
            out.append(p)
    return out
