"""Words of a sentence grouped into phrases: noun phrases with their preposition, verbs, particles, marks, times."""

from mahdar.analysis.apposition import Apposition
from mahdar.analysis.chunks import Chunk, Part, Word, agreement, nominal_entry
from mahdar.analysis.nouns import Nouns
from mahdar.language.cues import Cues
from mahdar.text.tokens import COMMAS, DASHES, STOPS
from mahdar.world.names import GROUND, World


class Chunker:
    """Groups the words of one sentence."""

    def __init__(self, words: list[Word], world: World, cues: Cues) -> None:
        self.words, self.world, self.cues = words, world, cues
        self.nouns = Nouns(words, world, cues)
        self.apposition = Apposition(self.nouns)

    def chunks(self) -> list[Chunk]:
        """All chunks in order; every word belongs to exactly one."""
        out: list[Chunk] = []
        i, n = 0, len(self.words)
        while i < n:
            if (end := self._extent(i, out)) > i:
                out[-1].parts[-1], out[-1].end = out[-1].parts[-1].joined(i, end), end
                i = end
                continue
            chunk = self._aside(i, out) or self._chunk(i, out[-1] if out else None)
            chunk.n = len(out)
            out.append(chunk)
            i = chunk.end
        return self.apposition.apposed(out)

    def _aside(self, i: int, out: list[Chunk]) -> Chunk | None:
        """What says only that somebody keeps his name back, with the commas around it: طلب عدم الكشف عن هويته. The last
        comma is taken off `out`.
        """
        words = self.words
        if words[i].hit is not None or not words[i].act_in(self.cues.keeping_verb) or words[i].r.pron:
            return None
        k = i + 1
        k += k < len(words) and words[k].r.lemma in self.cues.no_noun
        if k >= len(words) or words[k].hit is not None or words[k].r.lemma not in self.cues.naming:
            return None
        k += 1
        k += k < len(words) and words[k].token.folded == "عن"
        if k >= len(words) or words[k].r.lemma not in self.cues.name_noun or not words[k].r.pron:
            return None
        start, end = i, k + 1
        comma = out[-1] if out and out[-1].kind == "mark" and words[i - 1].token.raw in COMMAS else None
        if comma is not None and end < len(words) and words[end].token.raw in COMMAS:
            start, end = out.pop().start, end + 1
        return Chunk("aside", start, end)

    def _extent(self, i: int, out: list[Chunk]) -> int:
        """The end of what only tells how much or how long the thing right before it is, or its number, 0 where nothing
        does: مساعدات قيمتها مليون دولار لليمن، قرار مجلس الأمن رقم 2719.
        """
        w, before = self.words[i], out[-1] if out else None
        numbers = w.hit is None and not w.r.pron and w.r.lemma in self.cues.numbering and not (w.conj or w.prep)
        if before is None or before.kind != "np" or before.end != i or i + 1 >= len(self.words):
            return 0
        if not (self.nouns.measured(i) or (numbers and self.nouns.told_in_numbers(i + 1))):
            return 0
        return self._chunk(i + 1, before).end

    # -- one chunk ---------------------------------------------------------------------------

    def _chunk(self, i: int, before: Chunk | None) -> Chunk:
        w = self.words[i]
        if w.time and w.hit is None:
            j = i + 1
            while j < len(self.words) and (self.words[j].time or self._dates(i, j)):
                j += 1
            chunk = Chunk("time", i, j)
            chunk.conj, chunk.prep = w.r.conj, w.r.prep
            return chunk
        if w.token.kind == "mark":
            return Chunk("mark", i, i + 1)
        approximate = w.hit is None and w.r.pos == "prep" and not w.time and self.nouns.approximates(i)
        found = self._preposition(i) if w.hit is None and not approximate else None
        if found is not None:
            prep, rel, conj, j = found
            self.words[j - 1].leads = j > i + 1  # على لسان مسؤول
            if (
                j + 1 < len(self.words)
                and self.words[j].hit is None
                and self.words[j].token.folded in self.cues.direction
            ):
                j += self.nouns.nominal(j + 1)  # من شمال أوكرانيا
            counted = j < len(self.words) and (
                self.nouns.nominal(j) or self.nouns.approximates(j) or bool(self.nouns.amount(j))
            )
            if counted and not self.words[j].time:
                chunk = self._np(j)
                chunk.start = i
            elif (
                rel in self.cues.time_relation
                and j < len(self.words)
                and self.words[j].time
                and self.words[j].hit is None
            ):
                chunk = self._chunk(j, before)  # في شباط، خلال الأيام الماضية: no preposition of what follows
                chunk.start = i
            else:
                chunk = Chunk("particle", i, j)
            chunk.prep, chunk.rel, chunk.conj = prep, rel, conj
            return chunk
        if approximate or self.nouns.amount(i):
            chunk = self._np(i)
            chunk.conj = w.r.conj
            return chunk
        if w.hit is None and w.r.pos == "prep" and len(w.token.folded) == 1 and i + 1 < len(self.words):
            if self.nouns.nominal(i + 1) and not self.words[i + 1].time:  # لـ«حزب الله»
                chunk = self._np(i + 1)
                chunk.start, chunk.prep, chunk.conj = i, w.r.lemma, w.r.conj
                chunk.rel = self.cues.relations.single(w.r.lemma)
                return chunk
        if w.hit is None and w.token.folded == "و" and i + 1 < len(self.words) and self._opens_quoted(i + 1):
            chunk = self._chunk(i + 1, before)  # و"إيكواس" تعلن نشر قوة
            chunk.start, chunk.conj = i, "و"
            return chunk
        if self.nouns.share(i):
            j = i + 1
            told = j < len(self.words) and self.nouns.nominal(j) and not self.words[j].conj
            chunk = self._np(j) if told else Chunk("np", i, j)
            chunk.start, chunk.prep, chunk.rel = i, w.token.folded, "manner"
            chunk.parts = chunk.parts or [Part(i, j, i)]
            return chunk
        if w.hit is None and w.r.pos == "prep":
            chunk = Chunk("np" if w.r.pron else "particle", i, i + 1)
            chunk.prep, chunk.rel, chunk.conj = w.r.lemma, self.cues.relations.single(w.r.lemma), w.r.conj
            if w.r.pron:
                chunk.parts = [Part(i, i + 1, i)]
            return chunk
        if w.hit is None and w.r.pos == "verb":
            chunk = Chunk("verb", i, i + 1)
            chunk.conj = w.r.conj
            return chunk
        if w.hit is None and self.nouns.participle(i, before):
            chunk = Chunk("participle", i, i + 1)
            chunk.conj = w.r.conj
            return chunk
        if self.nouns.nominal(i):
            chunk = self._np(i)
            chunk.conj = w.r.conj if w.hit is None else w.hit.conj
            prep = w.r.prep if w.hit is None else w.hit.prep
            if prep:
                chunk.prep, chunk.rel = prep, self.cues.relations.single(prep)
            return chunk
        chunk = Chunk("particle", i, i + 1)
        chunk.conj = w.r.conj
        return chunk

    def _dates(self, i: int, j: int) -> bool:
        """Whether an adjective describes the time told from `i` on: القرن الخامس عشر الميلادي."""
        w, first = self.words[j], self.words[i]
        plain = w.hit is None and w.r.pos == "adj" and w.r.definite and not (w.r.conj or w.r.prep or w.r.form)
        return plain and first.r.cls == "time" and first.r.definite and first.token.folded not in self.cues.fresh_time

    def _repeated(self, i: int) -> bool:
        """Whether a preposition with a pronoun is told again with 'and' right behind it: بينها وبين كييف."""
        w, behind = self.words[i], self.words[i + 1] if i + 1 < len(self.words) else None
        mine = w.hit is None and w.r.pos == "prep" and bool(w.r.pron)
        again = behind is not None and behind.hit is None and behind.r.pos == "prep" and behind.r.conj == "و"
        return mine and again and behind is not None and behind.r.lemma == w.r.lemma

    def _preposition(self, i: int) -> tuple[str, str, str, int] | None:
        """(preposition, its ASCII name, conjunction, end) of a preposition of one or more words at `i`."""
        w = self.words[i]
        folded, conj = w.token.folded, ""
        table = self.cues.relations.table
        if (folded not in table and folded[1:] not in table) or self._pledged(i) or self._repeated(i):
            return None
        next_ = self.words[i + 1].token.folded if i + 1 < len(self.words) else ""
        for _ in range(2):
            for rest, name in table.get(folded, ()):
                j = i + 1 + len(rest)
                last = rest[-1] if rest else ""
                if rest and rest[0] != next_ and len(rest[0]) > 1:
                    continue
                if not rest:
                    # بيد الحركة is no بيد أن
                    if w.r.pos in ("prep", "conj") or (len(folded) > 3 and w.r.pos != "verb" and w.r.cls != "human"):
                        if len(folded) > 1 and (w.r.pos == "prep" or self._governs(i)):
                            return folded, name, conj, j
                    continue
                if j > len(self.words):
                    continue
                inner = [self.words[k].token.folded for k in range(i + 1, j)]
                if inner == list(rest):
                    return " ".join([folded, *rest]), name, conj, j
                # the last word of a phrase may be a clitic: وفقا ل + noun
                if len(last) == 1 and inner[:-1] == list(rest[:-1]) and j <= len(self.words):
                    following = self.words[j - 1]
                    if following.r.prep == last or (following.hit is not None and following.hit.prep == last):
                        return " ".join([folded, *rest]), name, conj, j - 1
            if len(folded) > 3 and folded[0] in "وف" and not conj:
                conj, folded = folded[0], folded[1:]
            else:
                break
        return None

    def _pledged(self, i: int) -> bool:
        """Whether a verbal noun that may open a preposition is what the verb before it speaks of: تعهدت بالتعاون مع."""
        r = self.words[i].r
        verb = self.words[i - 1] if i else None
        if r.form == "masdar" and r.accusative and not r.prep:  # أبدت كوريا استعدادا للحوار
            verb = next((w for w in reversed(self.words[max(0, i - 6) : i]) if w.r.pos == "verb"), None)
            return verb is not None and bool(verb.act_in(self.cues.show_verb))
        return verb is not None and bool(r.prep) and r.form == "masdar" and bool(verb.act_in(self.cues.speech_act))

    def _governs(self, i: int) -> bool:
        """Whether a word that may be a preposition or a noun is followed by what a preposition governs."""
        w = self.words[i]
        if w.r.definite or i + 1 >= len(self.words):
            return False
        following = self.words[i + 1]
        return self.nouns.nominal(i + 1) and not following.r.prep and not following.r.conj

    # -- noun phrases ------------------------------------------------------------------------

    def _opens_quoted(self, i: int) -> bool:
        """Whether a name in quotation marks stands behind an 'and' that is written apart from it: و"إيكواس"."""
        w = self.words[i]
        return w.hit is not None and w.quoted and not self.words[i - 1].quoted and not w.hit.prep

    def _np(self, i: int) -> Chunk:
        chunk = Chunk("np", i, i + 1)
        part = self.nouns.part(i)
        chunk.parts = [part]
        j = part.end
        while j < len(self.words):
            k = self._next_conjunct(chunk, j)
            if k is None:
                break
            following = self.nouns.part(k)
            if self._opens_clause(following.end, k, self.words[k - 1].token.raw in COMMAS, i):
                break
            chunk.parts.append(following)
            j = following.end
        if len(chunk.parts) > 1 and j < len(self.words) and self._of_both(j):
            j += 1
        if len(chunk.parts) == 1 and self._names_them(part, j):
            named = self._np(j + 1)
            if len(named.parts) > 1:  # ثلاث دول هي كينيا وأوغندا وتنزانيا
                chunk.parts, j = named.parts, named.end
        chunk.end = j
        return chunk

    def _names_them(self, part: Part, j: int) -> bool:
        """Whether a pronoun opens who the several told right before it are: دولتان هما كينيا وأوغندا."""
        w, head = self.words[j] if j + 1 < len(self.words) else None, self.words[part.head]
        if w is None or w.hit is not None or w.r.pos != "pron" or w.r.conj or not self.nouns.nominal(j + 1):
            return False
        if head.hit is not None or head.r.number not in ("d", "p") or head.r.definite or head.r.pron:
            return False
        (gender, number), (own, many) = (agreement(self.words, k, self.cues) for k in (part.head, j))
        return number == many and (number == "d" or gender == own)

    def _of_both(self, j: int) -> bool:
        """Whether an adjective goes with all that is coordinated before it: الزمان والمكان المناسبين."""
        w, before = self.words[j], self.words[j - 1]
        r = w.r
        return (
            w.hit is None
            and r.pos == "adj"
            and r.definite
            and r.number in ("d", "p")
            and not (r.prep or r.conj or r.pron or w.time)
            and (before.hit is not None or before.r.definite)
        )

    def _next_conjunct(self, chunk: Chunk, j: int) -> int | None:
        """Where the next coordinated phrase begins, if one follows at `j`."""
        w = self.words[j]
        comma = w.token.raw in COMMAS
        k = j + 1 if comma else j
        if k >= len(self.words):
            return None
        if w.token.raw in DASHES:
            return k + 1 if self._meets(chunk.parts[-1], k + 1) else None
        w = self.words[k]
        if w.token.folded in ("و", "او", "او") and w.hit is None and k + 1 < len(self.words):
            k += 1
            if not self.nouns.nominal(k) or self.words[k].r.prep or self.words[k].time:
                return None
            return k if self._alike(chunk.parts[-1], k) else None
        conj = w.conj
        prep = w.prep
        if w.time or not self.nouns.nominal(k) or prep:
            return None
        if conj != "و":
            if comma and self._listed(chunk, k):
                return k
            return None
        if self.nouns.participle(k, None) or (w.hit is None and w.r.pos == "pron"):
            return None  # بحثت اللجنة القضية وهي تستعد: he or she is never one of several
        if self._nominative(k) and self._governed(chunk):
            return None  # في مسقط والجانبان يتفقان
        if w.hit is None and w.r.pos == "pron" and self.words[chunk.parts[-1].head].r.pos != "pron":
            return None  # انسحبت من المدينة وهي خطوة
        if self._deed_too(chunk, k) or self._two_act(chunk, k):
            return None
        before = self.words[chunk.parts[-1].head]
        acts = w.r.form == "masdar" and before.r.form == "masdar" and w.hit is None
        if comma and not acts and not (self.nouns.party(k) and self.nouns.party(chunk.parts[-1].head)):
            return None
        alike = self._alike(chunk.parts[-1], k) or self._charge_too(chunk, k)
        return k if alike or self._between_one(chunk) else None

    def _meets(self, part: Part, k: int) -> bool:
        """Whether the name at `k` behind a dash is the other party to what the name before it has part in: محادثات
        القاهرة ـ أديس أبابا.
        """
        act, name = self.words[part.head], self.words[part.end - 1].entry
        other = self.words[k].entry if k < len(self.words) else None
        if act.hit is not None or act.r.form != "masdar" or part.head + 1 >= part.end or name is None or other is None:
            return False
        of, hit = self.words[part.head + 1], self.words[k].hit
        alone = hit is not None and not (hit.conj or hit.prep) and of.entry is name
        return alone and name.kind != "adjective" and name.kind == other.kind and name.code != other.code

    def _deed_too(self, chunk: Chunk, k: int) -> bool:
        """Whether a noun with its doer in it goes on with one like it before the phrase: أبدى استعداده لبحث الخطة ورفضه
        نشر القوات.
        """
        w = self.words[k]
        if w.hit is not None or w.r.form != "masdar" or not w.r.pron:
            return False
        like = [x.n for x in self.words[:k] if x.hit is None and x.r.form == "masdar" and x.r.pron == w.r.pron]
        return bool(like) and like[-1] < chunk.start

    def _two_act(self, chunk: Chunk, k: int) -> bool:
        """Whether two names behind a thing have a verb of their own: تطلق صاروخين والرياض والدوحة تحتجان."""
        first = self.words[k]
        if first.hit is None or first.hit.last >= len(self.words) or self.nouns.party(chunk.parts[-1].head):
            return False
        second = self.words[first.hit.last]
        if second.hit is None or second.hit.conj != "و" or second.hit.last >= len(self.words):
            return False
        r = self.words[second.hit.last].r
        return r.pos == "verb" and r.number in ("d", "p") and not r.conj and first.named and second.named

    def _between_one(self, chunk: Chunk) -> bool:
        """Whether 'between' has but one noun as yet: بين غرفة التجارة الكينية والغرفة الأوغندية."""
        before, last = self.words[chunk.start - 1] if chunk.start else None, self.words[chunk.parts[0].head]
        if before is None or before.token.folded != "بين" or len(chunk.parts) > 1:
            return False
        return last.hit is None and last.r.pos == "noun" and last.r.number == "s"

    def _charge_too(self, chunk: Chunk, k: int) -> bool:
        """Whether 'and' leads to what yet another minister has charge of: وزراء الدفاع والداخلية والصحة."""
        w, first = self.words[k], self.words[chunk.parts[0].head]
        if len(chunk.parts) == 1 or first.hit is not None or first.r.lemma not in self.cues.ministry:
            return False
        return w.hit is None and w.r.pos == "noun" and w.r.definite and not w.r.pron and not self.nouns.human(k)

    def _nominative(self, k: int) -> bool:
        """Whether a word shows by its ending that no preposition governs it."""
        w = self.words[k]
        several = w.hit is None and w.r.pos == "noun" and w.r.number in ("d", "p")
        return several and w.token.folded.endswith("ان" if w.r.number == "d" else "ون")

    def _governed(self, chunk: Chunk) -> bool:
        """Whether a preposition stands before a phrase, or on its first word."""
        first, before = self.words[chunk.start], self.words[chunk.start - 1] if chunk.start else None
        clitic = first.prep
        return bool(clitic) or (before is not None and before.hit is None and before.r.pos == "prep")

    def _listed(self, chunk: Chunk, k: int) -> bool:
        """A list without 'and' (قطر، مصر وتركيا): names of the same kind, and an 'and' before its last member."""
        first, second = self.words[chunk.parts[-1].head], self.words[k]
        if not (
            first.named and second.named and first.entry and second.entry and first.entry.kind == second.entry.kind
        ):
            return False
        m = second.hit.last - second.hit.first if second.hit else 1
        j = k + m
        while j < len(self.words) and j < k + 14:
            w = self.words[j]
            if w.hit is not None and w.hit.conj == "و" and w.entry is not None and w.entry.kind == first.entry.kind:
                return True
            if w.hit is None and w.token.raw not in COMMAS:
                return False
            j += 1
        return False

    def _alike(self, part: Part, k: int) -> bool:
        k = self.nouns.meant(k)
        a, b = self.words[part.head], self.words[k]
        if a.r.pos in ("pron", "dem") and a.hit is None:
            return False
        party = self.nouns.party(part.head), self.nouns.party(k)
        if all(party):
            return True
        if a.hit is None and a.r.number == "d" and a.r.construct and self.words[part.end - 1].r.definite:
            return b.hit is None and b.r.pos == "noun" and b.r.definite  # قطاعي النفط والبنوك
        if any(party):
            last = self.words[part.end - 1]
            if last.named and b.named and last.entry and b.entry and last.entry.kind == b.entry.kind:
                return True  # مدن نيروبي ومومباسا
            if party[1] and part.end > part.head + 1 and self._somebody(part.head + 1) and self._somebody(k):
                return True  # محادثات ميركل وساركوزي، لقاء الرئيس المصري ونظيره التركي
            behind = self.words[k + 1].entry if k + 1 < len(self.words) else None
            if party[0] and b.hit is None and b.r.definite and b.r.cls == "place" and behind is not None:
                if behind.kind == "adjective" and a.entry is not None and a.entry.kind in ("state", "capital"):
                    return True  # إسرائيل والمناطق الفلسطينية
            # a thing and a party: only where the thing leads (الضمانات الأمنية وأوكرانيا), or both are definite nouns
            return (
                b.hit is not None
                and b.entry is not None
                and b.entry.kind in ("state", "capital")
                and a.r.cls != "human"
            )
        if b.r.pos == "adj" and a.r.pos != "adj":
            return bool(b.r.form) and b.r.definite == a.r.definite
        return True

    def _somebody(self, k: int) -> bool:
        """Whether a person begins at a word, by name, title or as somebody's counterpart."""
        w = self.words[k]
        if w.entry is not None:
            return w.entry.kind == "person"
        found = nominal_entry(self.words, k, self.world)
        return (
            (found is not None and found[0].kind == "office") or w.r.lemma in self.cues.counterpart or w.r.pos == "name"
        )

    def _opens_clause(self, j: int, k: int, comma: bool, first: int) -> bool:
        """Whether the phrase `[k, j)` is rather the subject of a new clause: its verb follows."""
        if j >= len(self.words) or (first and self.words[first - 1].token.folded == "بين" and not comma):
            return False
        w = self.words[j]
        speaks = bool(w.act_in(self.cues.speech_act) or w.act_in(self.cues.report))  # جنوبي لبنان وبيروت تدعو
        led = speaks and bool(first) and self.words[first - 1].r.pos == "prep" and self.words[first - 1].hit is None
        if w.hit is not None or w.r.pos != "verb" or w.r.conj:
            return False
        if not (self._verb_before(k) or led or self._unlike_place(first, k) or self._turns_to_state(first, k)):
            return False
        gender, number = agreement(self.words, k, self.cues)
        r = w.r
        if r.person != 3 or (r.gender and gender and r.gender != gender) or (r.tense == "past" and not comma):
            return False
        return r.number == number or (r.number == "s" and number != "d")

    def _turns_to_state(self, first: int, k: int) -> bool:
        """Whether a state follows 'and' behind a thing that a preposition governs: بعد توقيع الاتفاق وأسمرة تلغي."""
        before, e = self.words[first - 1] if first else None, self.words[k].entry
        governed = before is not None and before.hit is None and before.r.pos == "prep"
        return governed and e is not None and e.kind in ("state", "capital") and not self.nouns.party(first)

    def _unlike_place(self, first: int, k: int) -> bool:
        """Whether what follows 'and' is no place as the one is that a preposition names before: انقلاب في مالي والجيش
        يحتجز الرئيس.
        """
        place, other = self.words[first].entry, self.words[k].entry
        if place is None or place.kind not in GROUND or not first or self.words[first - 1].token.folded != "في":
            return False
        if other is None or other.kind not in GROUND:
            return self.nouns.party(k)
        return (place.kind == "state") != (other.kind == "state")

    def _verb_before(self, k: int) -> bool:
        """Whether the clause has its verb already."""
        for j in range(k - 1, -1, -1):
            w = self.words[j]
            if w.hit is None and w.r.pos == "verb":
                return True
            if w.r.pos in ("sub", "rel") or w.token.raw in STOPS:
                return False
        return False
