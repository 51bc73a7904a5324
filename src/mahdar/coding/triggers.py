"""Which words of a sentence can tell an act."""

from collections.abc import Sequence
from typing import Final

from mahdar.analysis.chunks import Chunk, Part, nominal_entry
from mahdar.analysis.clause import Clause, stands_for
from mahdar.coding.inventory import Light
from mahdar.coding.scene import Scene, spells
from mahdar.coding.slots import Trigger

_NAME_WORDS: Final = 3  # how far into its name a body may be spelled like an act


class Triggers:
    """Finds the triggers of a sentence."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.clauses, self.frames = scene.words, scene.chunks, scene.clauses, scene.frames
        self.cues, self.resolver = scene.cues, scene.resolver

    def find(self) -> list[Trigger]:
        """The triggers in the order of their words."""
        out: list[Trigger] = []
        lent: set[int] = set()
        shared: dict[int, Trigger] = {}  # by the phrase whose further nouns a verb lends itself to as well
        for c in self.clauses:
            if c.verb is None or self._shouted(c.verb.start):
                continue
            acts = self.words[c.verb.start].acts
            light = next((found for lemma in acts if (found := self._light(c, lemma)) is not None), self._intended(c))
            if light is not None and light.word in lent:
                # يبدأ زيارة تستمر يومين is told once; بدأت الزيارة التي قام بها الوزير by whoever does it
                before = next((t for t in out if t.word == light.word), None)
                if before is None or _does(before) or not _does(light):
                    continue
                out.remove(before)
            if light is not None:
                out.append(light)
                lent.add(light.word)
                if light.chunk is not None:
                    shared[light.chunk.n] = light
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
                                out.append(self._beside(t, shared.get(x.n)))
        out.sort(key=lambda t: t.first)
        return out

    def _beside(self, t: Trigger, first: Trigger | None) -> Trigger:
        """A noun, governed like the one before 'and' by the verb lent to that one: تعرضوا للضرب والقتل."""
        if first is None or first.light is None or t.part is None or t.part is first.part or t.word != t.part.head:
            return t
        if t.clause is not first.clause or t.word < first.word or first.light.words:
            return t
        return Trigger("noun", t.word, t.first, t.last, t.clause, t.chunk, t.part, first.relation, first.light)

    def _shouted(self, k: int) -> bool:
        """Whether a verb of no third person is all that stands between two quotation marks: هتفوا «ارحل»."""
        beside = [self.words[j] for j in (k - 1, k + 1) if 0 <= j < len(self.words)]
        w = self.words[k]
        return w.quoted and w.r.person != 3 and not any(x.quoted for x in beside)

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
        if self._in_title(k, part) or (w.r.lemma in self.cues.series and self._counts_acts(k)):
            return None
        return Trigger("noun", k, first, last, c, x, part, relation, light)

    def _attribute(self, k: int, part: Part) -> bool:
        """Whether a word read as a noun is an attribute: behind a noun with the article as it has one, or behind an
        adjective, which governs no noun (القوى المعارضة، قوى لبنانية معارضة).
        """
        w, before = self.words[k], self.words[k - 1]
        if part.head < k and w.r.lemma in self.cues.hostile and before.hit is None and before.r.number == "p":
            return not before.r.definite and not w.r.pron  # هتافات مناهضة لفرنسا
        if part.head >= k or w.r.pos != "noun" or w.r.gender != "f" or w.r.prep or w.r.pron:
            return False
        if w.r.conj and before.r.pos != "adj":  # الدائرة السياسية والأمنية
            return False
        if w.r.definite:
            return before.r.definite and not before.r.pron and before.hit is None and not before.r.prep
        adjective = before.entry is not None and before.entry.kind == "adjective"
        return adjective and not before.r.definite and before.hit is not None and not before.hit.article

    def _counts_acts(self, k: int) -> bool:
        """Whether an event noun follows a noun that only counts such (جولة مفاوضات، جولة من المحادثات)."""
        for j in range(k + 1, min(k + 6, len(self.words))):
            w = self.words[j]
            if w.hit is None and w.r.pos == "noun" and w.r.lemma in self.frames.nouns:
                return True
            if w.token.kind == "mark" or w.r.pos in ("verb", "sub") or (w.r.pos == "prep" and w.r.lemma != "من"):
                return False
        return False

    def _in_title(self, k: int, part: Part) -> bool:
        """Whether the noun is part of an office's or body's name: وزير الدفاع، عناصر شرطة مكافحة الشغب."""
        for a in (part.head, *range(max(part.start, k - _NAME_WORDS), k), *(a for a, _ in part.apposed)):
            found = nominal_entry(self.words, a, self.resolver.world)
            if found is not None and (a < k < found[1] or (a == k and found[1] > k + 1)):
                return True
        return False

    def _phrase_end(self, k: int, part: Part) -> int | None:
        """The end of a trigger of several words (وقف إطلاق النار) at `k`."""
        for rest, _ in self.frames.phrases.get(self.words[k].r.lemma, ()):
            end = k + 1 + len(rest)
            behind = self.words[part.end].r if part.end < len(self.words) else None
            across = behind is not None and (
                bool(behind.prep) or behind.pos == "prep"
            )  # وقف لإطلاق النار، عارية عن الصحة
            if (end <= part.end or across) and end <= len(self.words) and spells(self.words[k + 1 : end], rest):
                return end
            j = self.scene.qualified_to(k)  # وقف فوري لإطلاق النار
            fits = k + 1 < j <= len(self.words) - len(rest) and bool(self.words[j].r.prep)
            if fits and spells(self.words[j : j + len(rest)], rest):
                return j + len(rest)
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
            about = _described(c) or _spelled_out(c)
            if not pool and light.noun == "object" and about is not None and self.words[c.verb.start].r.pron:  # type: ignore[union-attr]
                pool = [about]  # اجتماع كان مقررا أن يعقده
            for x in pool:
                if x.rel == "bi" and (self._alleged(x) or self._others_wish(x)):
                    continue
                head = self.words[x.head]
                if head.r.pos == "prep" and head.r.pron and about is not None:
                    x = about  # الزيارة التي قام بها
                part = x.parts[0]
                if head.r.lemma in self.cues.paper and light.noun == "subject":
                    continue  # مذكرة التفاهم التي وقعت في روما
                needed = self.words[part.head].r.lemma in self.cues.possible_noun  # على ضرورة التزام بغداد
                for k in range(part.head, part.head + 1 if needed else part.end):
                    adjective = k > part.head and self.words[k].r.pos == "adj"  # محاولات خطيرة
                    t = None if adjective else self._noun(c, x, part, k, light.noun, light)
                    if t is not None and self._no_act(t):
                        break  # تبادلوا 20 أسير حرب
                    if t is not None and (not light.words or self._one_of(t, light.words)):
                        return t
        return None

    def _intended(self, c: Clause) -> Trigger | None:
        """The event noun that a clause about it says somebody means to do: الضربة التي تعتزم واشنطن توجيهها."""
        about = _described(c)
        if about is None or c.verb is None or not self.words[c.verb.start].act_in(self.cues.planned_verb):
            return None
        part = about.parts[-1]
        for w in (self.words[x.head] for x in (*c.objects, *c.args.get("li", ()), *c.args.get("ala", ()))):
            if w.hit is not None or w.r.form != "masdar":
                continue
            meant = [
                k for k in range(part.end - 1, part.head - 1, -1) if stands_for(w.r.pron, self.words, k, self.cues)
            ]
            lights = [x for x in self.frames.lights.get(w.r.of, ()) if x.noun == "object"]
            tried = (self._noun(c, about, part, k, "object", light) for light in lights for k in meant)
            if (t := next(filter(None, tried), None)) is not None:
                return t
        return None

    def _alleged(self, x: Chunk) -> bool:
        """Whether a phrase tells what the accusation right before it is about: ردت باتهام موسكو بقصف المحطة."""
        before = self.chunks[x.n - 1] if x.n else None
        if before is None or before.kind != "np" or before.rel != "bi":
            return False
        w = self.words[before.head]
        return w.r.form == "masdar" and bool(w.act_in(self.cues.accuse_verb))

    def _others_wish(self, x: Chunk) -> bool:
        """Whether a phrase tells at whose wish it is done, not the act of a light verb: توجه بدعوة من بيرو."""
        who = self.scene.behind(x, "min")
        return who is not None and bool(self.scene.parties(who))

    def _no_act(self, t: Trigger) -> bool:
        """Whether a noun only opens frames that keep its everyday senses out."""
        return all(not (f.slots.actor or f.slots.recipient) for f in self.scene.frames_of(t))

    def _one_of(self, t: Trigger, words: Sequence[str]) -> bool:
        """Whether the noun of a trigger, or its whole phrase, is among `words`."""
        w = self.words[t.first]
        if w.r.lemma in words or w.bare in words:
            return True
        further = [x.r.prep + x.bare for x in self.scene.rest(t)]
        return bool(further) and any(" ".join([head, *further]) in words for head in (w.bare, w.r.lemma))

    def claims(self, triggers: list[Trigger]) -> dict[int, int]:
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
            if self._made_with(t, rel, triggers):
                continue
            filled = any(x.n < t.chunk.n for x in t.clause.args.get(rel, ()))
            if (rel in ("maa", "bayna", "didda") or filled) and any(
                rel in f.slots.actor or rel in f.slots.recipient for f in self.scene.frames_of(t)
            ):
                out[k] = t.chunk.n
        return out

    def _made_with(self, t: Trigger, rel: str, triggers: list[Trigger]) -> bool:
        """Whether a noun is the paper that those named behind it sign too: وقعت كينيا اتفاقا مع أوغندا."""
        verb = next((v for v in triggers if v.kind == "verb" and v.clause is t.clause), None)
        if verb is None or t.chunk is None or t.chunk not in t.clause.objects:
            return False
        w, around = self.scene.words[t.chunk.head], self.scene.around(verb)
        signed = (f for f in self.scene.frames_of(verb) if f.type == "SUPPORT" and f.merge and rel in f.slots.actor)
        return any("object" in f.words and around.says(w, f.words["object"]) for f in signed)


def _does(t: Trigger) -> bool:
    """Whether the verb that lends itself to a noun tells who does what the noun names."""
    return t.light is not None and t.light.subject == "actor" and t.relation != "subject"


def _spelled_out(c: Clause) -> Chunk | None:
    """What a clause that begins with "what" is told to be about by "of" behind it: ما تقوم به إسرائيل من قصف."""
    if c.kind != "relative" or c.antecedent is not None or c.verb is None:
        return None
    return next((x for x in c.args.get("min", ()) if x.n > c.verb.n), None)


def _described(c: Clause) -> Chunk | None:
    """What a relative clause, or the one that its verb governs, describes: زيارة كان من المقرر أن يقوم بها."""
    for x in (c, *c.ancestors()):
        if x.kind == "relative":
            return x.antecedent if x.antecedent is not None and x.antecedent not in c.subject else None
        if x.kind != "complement":
            return None
    return None
