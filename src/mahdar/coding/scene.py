"""One sentence as the coding of its events sees it, and the questions that all its parts ask."""

from collections.abc import Callable, Sequence
from typing import Final

from mahdar.analysis.chunks import Chunk, Part, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.parties import Resolver
from mahdar.analysis.party import Party
from mahdar.analysis.statements.said import Said
from mahdar.coding.draft import Attempt, Draft
from mahdar.coding.inventory import Frame, Frames
from mahdar.coding.kinds import ANY_ACT, DECISION, DENIALS, IN_A_PLACE, UNNAMED, VERBAL
from mahdar.coding.modes import Modes
from mahdar.coding.slots import Surroundings, Trigger
from mahdar.coding.status.reader import StatusReader
from mahdar.coding.status.told import negates
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS
from mahdar.world.names import GROUND

# How a noun stands that tells an act: أدى إلى مقتل، أسفر عن إصابة.
_TOLD: Final = ("subject", "object", "ila", "an", "")
_DEEDS: Final = frozenset(("ASSAULT", "PROTEST"))
# Relations of what only goes along with an act and so is no part of what a demand or promise contains.
_OCCASION: Final = frozenset(("manner", "khilal", "baad", "qabl", "hasab", "sabab", "raghm", "ala_yad"))
_SPOKEN_OF: Final = ("object", "bi", "ila", "ala", "maa", "li", "didda", "an")  # relations of what words are about
_TOLD_OF: Final = frozenset(("an", "hawl", "bi", "min", "ala", "fi"))  # أنباء عن، تقارير حول، ضلوعها في
_HOLDING: Final = ("arrest", "seize", "restrict")
_WHO: Final = frozenset(("human", "group", "place"))


class Scene:
    """A sentence read: words, phrases, clauses, statements, and what of language and article bears on it."""

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
        self.talks: list[Party] = []  # who meets in the talks that the sentence told last

    def told_act(self, c: Clause) -> tuple[str, ...]:
        """The types of the act that a clause judges by a bare definite noun: أدانت القصف، رفضت الاقتراح."""
        found = next((told for x in (*c.objects[:1], *c.args.get("bi", ())) if (told := self.told_by(x))), ())
        return found or (ANY_ACT if self.what_was_done(c) or self._of_nothing(c) else ())

    def _of_nothing(self, c: Clause) -> bool:
        """Whether a clause does not tell what it judges, which a title has just told: كييف تقترح هدنة وموسكو ترفض."""
        if c.verb is None or c.passive or c.kind != "main" or self.words[c.verb.start].r.pron:
            return False
        return not (c.objects or c.args or c.children)

    def what_was_done(self, c: Clause) -> bool:
        """Whether a clause is about an act told before, as what was done: رحبت بما تم التوصل إليه، بما جرى."""
        for x in c.children:
            if x.kind == "relative" and x.antecedent is None and x.opener >= 0 and x.verb is not None:
                if self.words[x.opener].r.prep and self.words[x.verb.start].act_in(self.cues.done_verb):
                    return True
        return False

    def told_by(self, x: Chunk) -> tuple[str, ...]:
        """The types of the act told before that a bare definite noun names."""
        w = self.words[x.head]
        if w.hit is None and w.r.pos == "dem":
            return ANY_ACT
        pointed = self.words[x.start].r.pos == "dem"  # هذا التدخل السافر
        if x.end == x.head + 2 and w.hit is None and not w.r.definite and w.r.form == "masdar":  # بإطلاق الصاروخ
            thing = self.words[x.head + 1]
            known = thing.hit is None and thing.r.pos == "noun" and thing.r.definite and thing.r.cls not in _WHO
            return tuple(sorted({f.type for f in self.single(w)} - VERBAL)) if known else ()
        if w.hit is None and w.r.definite and not w.r.pron and (pointed or x.end == x.head + 1):
            if w.r.lemma in self.cues.decision:
                return DECISION
            behind = self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
            more = behind.rel if behind is not None and behind.start == x.end else ""
            if more == "ila":
                return ()  # نددت باللجوء إلى القوة
            found = tuple(sorted({f.type for f in self.single(w)}))
            known = w.r.form != "masdar" or more not in ("ala", "an")  # رفضت التعليق على الغارة
            return found or (ANY_ACT if w.r.pos == "noun" and w.r.cls not in _WHO and known else ())
        return ()

    def judged(self, c: Clause) -> frozenset[str]:
        """The nouns by which a clause names the act that it judges."""
        named = next((x for x in (*c.objects[:1], *c.args.get("bi", ())) if self.told_by(x)), None)
        return self.nouns(named) if named is not None else frozenset()

    def nouns(self, x: Chunk) -> frozenset[str]:
        """The lemmas of the nouns of a phrase."""
        return frozenset(w.r.lemma for w in self.words[x.head : x.end] if w.hit is None and w.r.pos == "noun")

    def worried_by(self, around: Surroundings) -> Chunk | None:
        """The bare definite noun of the act told before that concern is about: قلقها البالغ إزاء المناورات."""
        for x in (y for rel in ("tijah", "min", "hawl", "ala", "sabab") for y in around.chunks(rel)[:1]):
            if self.told_by(x):
                return x
        return None

    def sums_up(self, x: Chunk) -> bool:
        """Whether a phrase stands for the act told just before: الخطوة، هذا الأمر."""
        w = self.words[x.head]
        return w.hit is None and w.r.lemma in self.cues.summing and (w.r.definite or x.rel == "fi") and not w.r.pron

    def around(self, t: Trigger) -> Surroundings:
        """What stands around a trigger, where the slots of its frames are looked for."""
        claimed = self.claimed
        if t.kind == "noun":  # a noun before it may share what a noun has: توقيع روسيا اتفاقا مع تركيا
            claimed = {k: n for k, n in claimed.items() if self.chunks[n].rel == "ala"}
        s = self.innermost(t.word)
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
            self.undergone,
        )

    def undergone(self, w: Word) -> bool:
        """Whether the genitive after a verbal noun is whom the act befalls, by all plain frames of its force."""
        found = self.single(w) if w.r.form == "masdar" else []
        plain = [f for f in found if not f.words and not f.slots.require]
        frames = [f for f in plain if f.type == "ASSAULT" or f.mode == "arrest"]
        return bool(frames) and all(f.idafa == "object" for f in frames)

    def innermost(self, word: int) -> int:
        """The number of the innermost statement around a word; -1 for none."""
        best = -1
        for n, s in enumerate(self.said):
            if s.first <= word < s.last and (
                best < 0 or s.last - s.first <= self.said[best].last - self.said[best].first
            ):
                best = n
        return best

    def frames_of(self, t: Trigger) -> list[Frame]:
        """The frames that a trigger may open."""
        if t.kind == "noun":
            if t.last > t.first + 1:
                rest = self.rest(t)
                phrases = self.frames.phrases.get(self.words[t.first].r.lemma, ())
                return [f for words, f in phrases if len(words) == len(rest) and spells(rest, words)]
            return self.single(self.words[t.word])
        return self.verb_frames(self.words[t.word])

    def rest(self, t: Trigger) -> list[Word]:
        """The words of a trigger behind its first, but for what qualifies it: وقف فوري ودائم لإطلاق النار."""
        rest = self.words[t.first + 1 : t.last]
        j = self.qualified_to(t.first)
        act = self.words[t.first].r.form == "masdar"
        return self.words[j : t.last] if act and j < t.last and self.words[j].r.prep else rest

    def qualified_to(self, k: int) -> int:
        """Where the adjectives end behind a noun, lexical adverbs among them: وقف شامل ودائم، وقفا دائما."""
        j = k + 1
        while j + 1 < len(self.words) and self.words[j].hit is None and self.words[j].r.pos in ("adj", "adv"):
            j += 1
        return j

    def verb_frames(self, w: Word) -> list[Frame]:
        """The frames of the verbs that a word may be of."""
        return [f for v in w.acts for f in self.frames.verbs.get(v, ())]

    def single(self, w: Word) -> list[Frame]:
        """The frames of one noun."""
        if w.r.pos not in ("noun", "adj"):
            return []
        found = self.frames.named(w.bare if w.r.pos == "noun" else w.r.lemma, w.r.lemma)
        return [f for f in found if (f.participle if w.r.pos == "adj" else not f.attribute)]

    def names_place(self, x: Chunk, kinds: frozenset[str] = GROUND) -> bool:
        """Whether a phrase is the name of a state or town, which is hit more often than it is the passive's."""
        entry = self.words[x.head].entry
        return entry is not None and entry.kind in kinds

    def spared(self, around: Surroundings) -> frozenset[str | None]:
        """Whom what is asked for relieves or befalls: رفع العقوبات عن دمشق، فرض عقوبات على روسيا."""
        found = {p.code for x in around.chunks("an") if self.relieves(x) for p in self.parties(x)}
        for x in (x for rel in ("bi", "ila") for x in around.chunks(rel) if around.befalling(x)):
            behind = self.chunks[x.n + 1 : x.n + 2]
            found |= {p.code for y in (x, *behind) for p in self.parties(y) if y is x or y.rel in ("ala", "li")}
        return frozenset(found)

    def relieves(self, x: Chunk) -> bool:
        """Whether a phrase with 'from' tells from whom something is to be lifted: رفع العقوبات عن دمشق."""
        before = self.chunks[x.n - 1] if x.n else None
        return before is not None and self.words[before.head].r.lemma in self.cues.relief

    def has_pronoun(self, x: Chunk) -> bool:
        """Whether a word of a phrase has a pronoun at its end."""
        return any(self.words[k].r.pron for k in range(x.start, x.end) if self.words[k].hit is None)

    def counted(self, x: Chunk) -> bool:
        """Whether a phrase with 'of' hangs on a noun that counts acts: جولة جديدة من المباحثات."""
        before = self.chunks[x.n - 1]
        return before.kind == "np" and self.words[before.head].r.lemma in self.cues.series

    def speaks_of(self, c: Clause) -> bool:
        """Whether a clause's verb takes a stand on an act (condemns, refuses, demands it) rather than doing it."""
        assert c.verb is not None
        acts = self.words[c.verb.start].acts
        for own in (self.cues.report_noun, self.cues.planned_verb, self.cues.rule_out_verb, self.cues.denial):
            if any(v in own for v in acts):
                return False
        if any(v in self.cues.blame_verb for v in acts):
            return True
        return any(f.type in VERBAL and not f.words for f in self.verb_frames(self.words[c.verb.start]))

    def deed(self, t: Trigger, frame: Frame) -> bool:
        """Whether violence or protest is told that is public whoever did it: its clause has a crowd, a gunman, a bomb.
        Where the verb's subject is such an act itself, the noun tells it.
        """
        if frame.type not in _DEEDS:
            return False
        if t.kind == "verb":
            if any(self.words[x.head].r.cls == "act" for x in t.clause.subject):
                return False
            first = 0
        elif t.chunk is not None and (t.relation in _TOLD or t.light is not None or self.reported(t)):
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

    def reported(self, t: Trigger) -> bool:
        """Whether a verb of saying tells of an act with بـ: أفادت الشرطة بمقتل مسلحين."""
        verb = t.clause.verb
        return t.relation == "bi" and verb is not None and bool(self.words[verb.start].act_in(self.cues.report))

    def led_to_next(self, t: Trigger) -> bool:
        """Whether a noun tells what came next of an attack or of coercion: داهموا منزله قبل اقتياده."""
        verb = t.clause.verb
        if t.chunk is None or t.chunk.rel != "qabl" or not self.words[t.word].r.pron or verb is None:
            return False
        return any(f.type in IN_A_PLACE for f in self.verb_frames(self.words[verb.start]))

    def claims_deed(self, c: Clause) -> bool:
        """Whether the verb of a clause is one of claiming a deed: تبنت الحركة مسؤولية الهجوم."""
        return c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.claim_verb))

    def owned_up(self, t: Trigger) -> bool:
        """Whether somebody claims a deed that a noun names: تبنت الهجوم، أعلنت مسؤوليتها عن الهجوم."""
        if self.claims_deed(t.clause) or t.chunk is None:
            return t.chunk is not None
        before = self.chunks[t.chunk.n - 1] if t.chunk.n and t.chunk.rel == "an" else None
        return before is not None and before.kind == "np" and self.words[before.head].r.lemma in self.cues.claim_noun

    def of_situation(self, frame: Frame, around: Surroundings) -> bool:
        """Whether words of concern are about how things stand, for which nobody is blamed."""
        told = (x for rel in frame.slots.topic for x in around.chunks(rel))
        return any(self.words[x.head].r.lemma in self.cues.situation for x in told)

    def to_nobody(self, kind: str, frame: Frame, around: Surroundings) -> bool:
        """Whether words are about anybody or anything that there may be (توعد بالرد على أي اعتداء), or ask for calm and
        settlement (دعا إلى تسوية), so that they are meant for nobody in particular.
        """
        if kind not in ("REQUEST", "REJECT", "THREATEN") or DENIALS.intersection(frame.verb):
            return False
        for x in (*(y for rel in _SPOKEN_OF for y in around.chunks(rel)), *around.c.args.get("li", ())):
            head = self.words[x.head]
            before = {w.r.lemma for w in self.words[max(0, x.start - 1) : x.end] if w.hit is None}
            lemma = head.r.lemma if head.hit is None else ""
            meets = kind == "REJECT" and any(f.type == "CONSULT" for f in self.single(head))  # استبعد أي لقاء
            some = before & self.cues.any_of and lemma not in self.cues.affront and not meets
            if some or lemma in self.cues.anyone:
                return True
            if kind == "REQUEST" and x.rel == "ila" and lemma in self.cues.concord:
                return True
        return False

    def asks_others(self, around: Surroundings) -> bool:
        """Whether who is asked stands there though no party is known of that name: دعا الدول الإسلامية إلى ..."""
        asked = [(x, self.words[x.head].r) for rel in ("object", "min") for x in around.chunks(rel)]
        return any(
            r.cls in ("human", "group", "place") and (r.lemma not in self.cues.pair or x.end > x.head + 1)
            for x, r in asked
        )

    def at_whoever(self, t: Trigger) -> bool:
        """Whether an act is to hit whoever does something: هددت بفرض عقوبات على كل من يعرقل الهدنة."""
        for k in range(t.last, min(t.clause.last(), len(self.words) - 2)):
            w, who, does = self.words[k : k + 3]
            if w.hit is None and w.r.lemma in self.cues.every and who.token.folded in self.cues.whoever:
                if does.hit is None and does.r.pos == "verb":
                    return True
        return False

    def stays_away(self, t: Trigger) -> bool:
        """Whether somebody named says that he will not meet or yield: لن تشارك كينيا في القمة، لن تقدم تنازلات."""
        c = t.clause
        if c.verb is None or c.passive or self.words[c.verb.start].act_in(self.cues.done_verb):
            return False
        if not any(self.words[k].r.lemma in self.cues.will_not for k in c.particles):
            return False
        if t.kind == "noun" and t.chunk is not None and t.first > t.chunk.head and t.light is None:
            return False  # لن يقنع الناخب بفائدة التفاوض
        return any(p.code not in UNNAMED and not p.weak for p in self.subject(c))

    def subject(self, c: Clause) -> list[Party]:
        """Who does what a clause tells, be it who speaks (سنرد)."""
        assert c.verb is not None
        if self.words[c.verb.start].r.person == 1:
            return self.around(Trigger("verb", c.verb.start, c.verb.start, c.verb.end, c)).parties("subject")
        return self.subject_of(c)

    def negator(self, t: Trigger) -> str:
        """The word that negates a trigger, "" for none."""
        if t.kind == "noun":
            before = self.words[t.first - 1] if t.first else None
            return before.r.lemma if before is not None and before.r.pos == "neg" else ""
        return next(
            (self.words[k].r.lemma for k in t.clause.particles if negates(self.words, k, self.cues)),
            "",
        )

    def negators(self, t: Trigger) -> list[str]:
        """The word that negates a trigger, and what it says together with an auxiliary: لم يعد."""
        word = self.negator(t)
        aux = t.clause.aux if word == "لم" and t.kind != "noun" else []
        return [word, "لم يعد"] if any(self.words[a.start].r.lemma == "عاد" for a in aux) else [word]

    def near(self, t: Trigger) -> list[str]:
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

    def denied(self, said: int) -> bool:
        """Whether a statement denies its content."""
        s = self.said[said]
        if s.clause < 0:
            return False
        verb = self.clauses[s.clause].verb
        if verb is None:
            return False
        return bool(self.words[verb.start].act_in(self.cues.denial))

    def denier(self, t: Trigger) -> Clause | None:
        """The clause that denies what others told of an act: نفت ما أعلنته أثينا عن حشد قوات، كذّب أنباء عن اعتقاله."""
        c, inner = t.clause, t.clause
        if self._denies(c) and t.kind == "noun" and t.chunk is not None:
            told = c.objects[0] if c.objects else None
            if told is None or told.n > t.chunk.n or self.words[told.head].hit is not None:
                return None
            lemma = self.words[told.head].r.lemma
            behind = lemma in self.cues.told_noun or lemma in self.cues.part_noun
            return c if told is t.chunk or (behind and t.chunk.rel in _TOLD_OF) else None
        while inner.parent is not None and not self._denies(inner.parent):
            if inner.kind != "complement":
                return None
            inner = inner.parent
        c = inner.parent if inner.parent is not None else c
        if inner.kind == "relative" and inner.antecedent is not None and inner.opener < 0 and c.objects:
            head = self.words[c.objects[0].head]
            if self._denies(c) and head.r.lemma in self.cues.existing and c.objects[0].n <= inner.antecedent.n:
                return c  # نفى وجود معسكرات تمولها روما
        if not self._denies(c) or inner.kind != "relative" or (inner is t.clause and t.kind == "verb"):
            return None
        if inner.antecedent is None:
            return c if inner.opener >= 0 and self.words[inner.opener].r.lemma == "ما" else None
        said = any(self.words[k].r.lemma in self.cues.told_noun for k in range(inner.antecedent.start, inner.start))
        return c if said else None

    def _denies(self, c: Clause) -> bool:
        """Whether a clause's verb denies, and is not denied itself."""
        if c.verb is None or not self.words[c.verb.start].act_in(self.cues.denial):
            return False
        return not any(negates(self.words, k, self.cues) for k in c.particles)

    def laid_to(self, t: Trigger) -> Chunk | None:
        """To whom the clause lays a deed that a noun names as its object: نسبت واشنطن الهجوم إلى فصائل عراقية."""
        c = t.clause
        if t.kind != "noun" or t.relation != "object" or c.verb is None or t.chunk is None:
            return None
        if not self.words[c.verb.start].act_in(self.cues.attribute_verb):
            return None
        return next((x for x in c.args.get("ila", ()) if x.n > t.chunk.n and self.parties(x)), None)

    def vouch(self, c: Clause, speaker: Sequence[Party], t: Trigger) -> int:
        """The number of the statement by which a clause denies an act or lays it to others, made if it is not there."""
        found = next((n for n, s in enumerate(self.said) if s.clause == c.n), -1)
        if found >= 0 or not speaker or c.verb is None:
            return found
        last = t.chunk.end if t.chunk is not None else t.clause.last()
        cue = c.verb.start, c.verb.end
        self.said.append(Said(speaker[0], list(speaker[1:]), [], [], *cue, t.first, last, c.n, vouches=True))
        return len(self.said) - 1

    def settle(self, drafts: list[Draft]) -> list[Draft]:
        """The events, once the statements are gone that vouch for acts which are no events after all."""
        used = {d.said for d in drafts}
        kept = [n for n, s in enumerate(self.said) if n in used or not s.vouches]
        place = {n: k for k, n in enumerate(kept)}
        self.said[:] = [self.said[n] for n in kept]
        return [d._replace(said=place.get(d.said, -1)) for d in drafts]

    def blamed(self, t: Trigger) -> list[Party]:
        """On whom a clause lays the act that a noun names: حمّلت الحركة مسؤولية الهجوم، تقف الحركة وراء الهجوم."""
        c = t.clause
        if t.kind != "noun" or t.chunk is None or c.verb is None:
            return []
        if t.chunk.prep in self.cues.behind and self.words[c.verb.start].act_in(self.cues.stand_verb):
            return [p for p in self.subject_of(c) if p.code not in UNNAMED or p.sector]
        if not self.verb_frames(self.words[c.verb.start]):
            return []
        if self.words[c.verb.start].act_in(self.cues.accuse_verb) and self._had_part(t):
            around = self.around(Trigger("verb", c.verb.start, c.verb.start, c.verb.end, c))
            return [p for p in around.parties("object") if p.code not in UNNAMED or p.sector]
        laid = [*c.objects, *c.args.get("bi", ()), *(c.subject if c.passive else ())]
        nouns = (x for x in laid if not self.words[x.head].r.pron)  # أعلن مسؤوليته lays nothing on others
        x = next((x for x in nouns if self.words[x.head].r.lemma in self.cues.blame_noun), None)
        if x is None or t.first < x.head or (t.chunk is not x and t.relation not in ("fi", "an")):
            return []
        on = [y for y in c.objects[:1] if y is not x] or [y for rel in ("ala", "li") for y in c.args.get(rel, ())]
        return [p for y in on[:1] for p in self.parties(y) if p.code not in UNNAMED or p.sector]

    def _had_part(self, t: Trigger) -> bool:
        """Whether a noun names an act in which somebody is said to have had a part: بالوقوف وراء الهجوم."""
        x = t.chunk
        if x is None or not x.n or t.relation != "fi":
            return False
        before = self.chunks[x.n - 1]
        head = self.words[before.head]
        return before.rel == "bi" and before.end == x.start and head.hit is None and head.r.lemma in self.cues.part_noun

    def some_attack(self, t: Trigger) -> bool:
        """Whether a noun without article or owner names an attack: إثر هجوم على قرية."""
        r = self.words[t.word].r
        return not (r.definite or r.pron) and any(f.type == "ASSAULT" for f in self.frames_of(t))

    def befell(self, t: Trigger) -> bool:
        """Whether an attack is what somebody reacts to who does not fight in its clause: قطعت علاقاتها إثر هجوم."""
        verb = t.clause.verb
        if verb is None or not self.some_attack(t):
            return False
        w = self.words[verb.start]
        return bool(w.act_in(self.cues.report)) or all(f.type not in IN_A_PLACE for f in self.verb_frames(w))

    def on_the_way(self, t: Trigger) -> bool:
        """Whether a noun tells what who arrests or seizes did right before or after: اعتقلوا شابا بعد دهم منزله."""
        c = t.clause
        if t.kind != "noun" or t.relation not in ("baad", "qabl") or c.verb is None or c.passive:
            return False
        if self.around(t).genitive is None and not self.words[t.word].r.pron:
            return False
        held = any(f.type == "COERCE" and f.mode in _HOLDING for f in self.verb_frames(self.words[c.verb.start]))
        return held and any(f.type == "COERCE" and f.mode in _HOLDING for f in self.frames_of(t))

    def tells_whose(self, part: Part) -> bool:
        """Whether a name or nationality stands in a phrase or tells whose it is."""
        return part.of is not None or any(w.entry is not None or w.r.pron for w in self.words[part.start : part.end])

    def thing(self, x: Chunk) -> bool:
        """Whether a phrase is of no name and no people."""
        head = self.words[x.head]
        return head.hit is None and head.r.pos in ("noun", "adj") and head.r.cls not in ("human", "group")

    def complied_with(self, t: Trigger) -> bool:
        """Whether the subject of the clause does as the request says: بناء على طلب كينيا، بطلب من روما."""
        assert t.chunk is not None
        around = self.words[max(t.chunk.start - 1, 0) : t.chunk.start + 1]  # بناء على may be read as one preposition
        if any(w.hit is None and w.r.lemma in self.cues.compliance for w in around):
            return True
        told = t.chunk.rel == "bi" or (t.chunk.rel == "baad" and not self.words[t.word].r.definite)  # بعد طلب من مالي
        return told and t.word == t.chunk.head and self.behind(t.chunk, "min") is not None

    def behind(self, x: Chunk, relation: str) -> Chunk | None:
        """The phrase right behind another, if it stands in a relation: بطلب | من روما."""
        y = self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
        return y if y is not None and y.rel == relation else None

    def juncture(self, x: Chunk) -> bool:
        """Whether a phrase only tells at which point of a meeting something is done, or what a newspaper remarks on it:
        في ختام اجتماع عقداه، في إشارة إلى الجيش.
        """
        head = self.words[x.head]
        beside = head.r.lemma in self.cues.juncture or head.r.lemma in self.cues.remark
        return x.rel == "fi" and head.hit is None and beside

    def _further(self, k: int, first: int) -> Chunk | None:
        """The verbal noun with 'and' at phrase `k`, or behind a comma or a relative clause there about what stands from
        word `first` on: دعا إلى فك الحصار الذي تفرضه، والإفراج عن الأسرى.
        """
        about = next((c for c in self.clauses if c.kind == "relative" and c.start == self.chunks[k].start), None)
        if about is not None and about.antecedent is not None and about.antecedent.start >= first:
            end = about.last()
            k = next((y.n for y in self.chunks[k:] if y.start >= end), len(self.chunks))
        if k < len(self.chunks) and self.words[self.chunks[k].start].token.raw in COMMAS:
            k += 1
        y = self.chunks[k] if k < len(self.chunks) else None
        w = self.words[y.head] if y is not None and y.kind == "np" else None
        joined = y is not None and w is not None and y.conj == "و" and not y.prep and w.hit is None
        return y if joined and w is not None and w.r.form == "masdar" else None

    def reach(self, x: Chunk) -> int:
        """A phrase with the prepositional phrases that hang on it and the object of its verbal noun."""
        end = x.end
        act = self.words[x.head].hit is None and self.words[x.head].r.form == "masdar"
        k = x.n + 1
        while k < len(self.chunks):
            y = self.chunks[k]
            further = self._further(k, x.start) if act else None
            if further is not None:
                end, k = further.end, further.n + 1
                continue
            k += 1
            if x.start <= y.masdar < end:
                end = y.end
                continue
            if y.kind not in ("np", "time") or (y.kind == "np" and (not y.prep or y.conj or y.rel in _OCCASION)):
                break
            if y.kind == "np" and y.rel == "min" and self.chunks[y.n - 1].kind == "time":
                break  # بعد ساعات من هجوم
            if y.kind == "np" and self.juncture(y):
                break
            end = y.end
        return end


def spells(words: list[Word], phrase: list[str]) -> bool:
    """Whether words begin with a phrase, by their forms or lemmas."""
    for k, x in enumerate(phrase):
        w = words[k]
        if x != w.bare and x != w.r.lemma and x != w.r.prep + w.bare:
            return False
    return True
