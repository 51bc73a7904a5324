"""Which phrases belong to one another though something parts them: titles and names, officials and their bodies."""

from typing import Final

from mahdar.analysis.chunks import Chunk, Part, in_charge_of, nominal_entry
from mahdar.analysis.nouns import RULING, Nouns
from mahdar.text.tokens import COMMAS
from mahdar.world.names import GROUND, SITES, TOWNS

_BODIES: Final = ("state", "capital", "organization", "group", "bloc")  # what may be a partner or rival
_OF: Final = ("باسم", "بلسان", "في", "من", "ل", "عن", "لدي", "الي", "لشوون", "ب")


class Apposition:
    """Joins the phrases of one sentence."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns = nouns
        self.words, self.world, self.cues = nouns.words, nouns.world, nouns.cues

    def apposed(self, chunks: list[Chunk]) -> list[Chunk]:
        """Join a title set off by commas, brackets or a prepositional phrase to its name, and the reverse."""
        out: list[Chunk] = []
        chunks = self._whose(chunks)
        skip = 0
        for i, c in enumerate(chunks):
            if i < skip:
                continue  # what is in the aside
            end = self._set_off(out[-2], out[-1], chunks[i:]) if len(out) > 1 else 0
            if end and not self._same_person(out[-2], c):
                out[-1] = Chunk("aside", out[-1].start, chunks[i + end].end)
                skip = i + end + 1
                continue
            if c.kind != "np" or c.prep or not out or not self._joins(out, c):
                out.append(c)
        for n, c in enumerate(out):
            c.n = n
        return out

    def _joins(self, out: list[Chunk], c: Chunk) -> bool:
        """Join a phrase to the one before it, from which a comma or a bracket may part it; whether it belongs there."""
        last = out[-1]
        if len(out) > 1 and last.kind == "mark" and out[-2].kind == "np":
            return self.words[last.start].token.raw in COMMAS and self._joins_over_comma(out, c)
        styled = not c.conj and self._styled(last, c)  # خادم الحرمين الشريفين الملك سلمان
        if not styled:
            bracketed = self.words[c.start].paren and not self.words[last.end - 1].paren
            if last.kind != "np" or not bracketed or not self.words[c.head].named or len(c.parts) > 1:
                return False
        last.parts[-1] = last.parts[-1].joined(c.start, c.end)
        last.end = c.end
        return True

    def _joins_over_comma(self, out: list[Chunk], c: Chunk) -> bool:
        """Join a name or title behind a comma to the title or name before it: فلان، المتحدث باسم البيت الأبيض."""
        if len(out) > 2 and self._named_aside(out[-3], out[-2], c):
            out[-3].parts[-1] = out[-3].parts[-1].called((c.start, c.end))
            out.pop()
            return True
        if c.conj or not self._same_person(out[-2], c):
            return False
        name, whose = out[-2], c.parts[-1].of
        joined = name.parts[-1].joined(c.start, c.end)
        name.parts[-1] = joined if whose is None or joined.of is not None else joined.owned(whose)  # keeps whose he is
        name.end = c.end
        out.pop()
        return True

    def _named_aside(self, title: Chunk, where: Chunk, c: Chunk) -> bool:
        """Whether a name between commas is that of whom a title names with where or of what he is: المتحدث باسم الجيش،
        فلان، وزيرة الصحة في كتالونيا، فلانة.
        """
        if title.kind != "np" or not title.parts or where.rel not in ("of", "fi", "bi", "li", "ila", "laday") or c.conj:
            return False
        part, head = title.parts[-1], self.words[title.parts[-1].head]
        if where.start != title.end or len(title.parts) + len(where.parts) + len(c.parts) > 3 or part.named is not None:
            return False
        office = nominal_entry(self.words, part.head, self.world) if head.hit is None else None
        titled = office is not None and office[0].kind == "office" and head.r.number == "s" and not self._has_name(part)
        behind = self.words[c.end] if c.end < len(self.words) else None
        closed = behind is not None and (behind.token.raw in COMMAS or behind.r.pos == "sub")
        e = self.words[c.head].entry
        return titled and closed and self.nouns.is_name(c.head) and (e is None or e.kind == "person")

    def _styled(self, before: Chunk, c: Chunk) -> bool:
        """Whether a phrase names who is called by a byname right before it: خادم الحرمين الشريفين الملك سلمان."""
        e = self.words[before.end - 1].entry
        if before.kind != "np" or before.end != c.start or e is None or e.kind != "byname" or len(c.parts) > 1:
            return False
        office = nominal_entry(self.words, c.head, self.world)
        titled = office is not None and office[0].kind == "office" and self.words[c.head].r.definite
        titled = titled and self.words[c.head].r.number == "s" and self._has_name(c.parts[0])
        return titled or self.nouns.is_name(c.head)

    def _whose(self, chunks: list[Chunk]) -> list[Chunk]:
        """Tell whose official, spokesman or member a phrase names by the prepositional phrase after it; take in the
        name behind it.
        """
        out: list[Chunk] = []
        for i, c in enumerate(chunks):
            out.append(c)
            if c.kind != "np":
                continue
            place = self.words[c.head].entry
            line = out[-2] if c.prep == "مع" and len(out) > 1 else None
            if line is not None and line.kind == "np" and line.prep and line.end == c.start and not line.conj:
                at = self.words[line.head]
                if at.hit is None and at.r.lemma in self.cues.line:
                    c.rel = "of"  # مناورات على الحدود مع ميانمار
                    continue
            if (
                c.prep == "في"
                and (place.kind == "state" if place is not None else self._this_country(c))
                and len(out) > 1
                and self._ruling(out[-2])
            ):
                out[-2].parts[-1] = out[-2].parts[-1].owned((c.parts[0].start, c.end))
                continue
            k = len(out) - 2
            hops = 0
            while k >= 0 and hops < 3 and out[k].kind == "np" and out[k].prep in _OF and not self._titled(out[k]):
                k, hops = k - 1, hops + 1
            if k < 0 or out[k].kind != "np" or out[k] is c or not out[k].parts:
                continue
            last = out[-2]
            if last.kind == "np" and last.parts and self._sits_in(last.parts[-1], c):
                last.parts[-1] = last.parts[-1].owned((c.parts[0].start, c.end))
            if last.kind == "np" and last.parts and self._arm_of(last.parts[-1], c):
                last.parts[-1] = last.parts[-1].owned((c.parts[0].start, c.end))
                c.rel = "of"
                continue
            title = out[k]
            part = title.parts[-1]
            if not self._titled(title) or part.named is not None:
                continue
            sender = self._sent_by(out[k - 1], title) if k else None
            if sender is not None and part.of is not None and (c.prep or hops):
                if c.prep and self._posted(sender, c, chunks[i + 1 :]):
                    c.rel = "of"
                elif not c.prep and not c.conj and self.nouns.is_name(c.head) and not self._has_name(sender.parts[-1]):
                    sender.parts[-1] = sender.parts[-1].called((c.start, c.end))
                    out.pop()
                    out[-1].rel = "of" if out[-1].rel == "ila" else out[-1].rel
                continue
            moved = bool(self.words[part.head].act_in(self.cues.remove_verb))  # سحب 400 جندي من تشاد
            own = c.rel == "min" and (moved or bool(self.words[part.head].r.pron))  # أجلت رعاياها من النيجر
            if (
                c.prep in _OF
                and hops == 0
                and part.of is None
                and not self._close_to(part, c)
                and not self._goes(out[k - 1] if k else None, c)
                and not (own or (self._owned(part) and not self._seated(part, c)) or not self._may_own(part, c))
                and not (c.prep == "ل" and self._has_name(part))  # الملك خوان كارلوس لتونس
            ):
                rest = c.parts[1:] if len(c.parts) > 1 and self._two_heads(c) else []
                c.end = c.parts[0].end if rest else c.end
                title.parts[-1] = part.owned((c.parts[0].start, c.end))
                if sender is not None:  # المبعوث الشخصي للأمين العام للأمم المتحدة
                    sender.parts[-1] = sender.parts[-1].owned((title.parts[0].start, c.end))
                title.parts += rest
                c.parts = c.parts[: len(c.parts) - len(rest)]
                envoy = self.words[part.head].r
                sent = c.rel in ("ila", "laday") and (bool(envoy.pron) or not envoy.definite)
                if c.prep != "في" and (not sent or self._posted(title, c, chunks[i + 1 :])):
                    c.rel = "of"  # but the place of an envoy sent or recalled stays one: أوفدت مبعوثا إلى بيروت
                if not rest:
                    self._lend_name(title, c)
            elif hops == 0 and self._posted(title, c, chunks[i + 1 :]):
                c.rel = "of"
            elif not c.prep and hops and not c.conj and self.nouns.is_name(c.head) and not self._has_name(part):
                title.parts[-1] = part.called((c.start, c.parts[0].end))
                title.parts += c.parts[1:]  # مع الأمين العام للأمم المتحدة كوفي عنان وقادة إيطاليا
                out.pop()
                if hops == 1 and out[-1].rel == "ila" and self._may_own(part, out[-1]):
                    out[-1].rel = "of"  # المبعوث الأممي إلى اليمن فلان
            elif c.conj == "و" and not c.prep and hops and part.of is not None and self.nouns.party(c.head):
                title.parts += c.parts
                out.pop()
        return out

    def _sent_by(self, envoy: Chunk, title: Chunk) -> Chunk | None:
        """The envoy before the title that tells whose he is: المبعوث الخاص للأمين العام."""
        if envoy.kind != "np" or title.rel != "of" or not envoy.parts:
            return None
        part = envoy.parts[-1]
        whose = part.of is not None and part.of[0] == title.parts[0].start and part.named is None
        return envoy if whose and self.words[part.head].r.lemma in self.cues.sent_to else None

    def _close_to(self, part: Part, c: Chunk) -> bool:
        """Whether 'from' behind an attribute only tells to whom a group is close: فصائل مسلحة قريبة من كينيا."""
        head, w = self.words[part.head], self.words[part.end - 1]
        if head.hit is not None or head.r.cls != "group":
            return False
        return c.rel == "min" and part.end - 1 > part.head and w.hit is None and w.r.lemma in self.cues.close_to

    def _two_heads(self, c: Chunk) -> bool:
        """Whether 'and' behind a body leads back to its official: الأمين العام للأمم المتحدة ورئيس المفوضية."""
        return self.nouns.human(c.parts[1].head) and not self.nouns.human(c.parts[0].head)

    def _this_country(self, c: Chunk) -> bool:
        """Whether a phrase points back to a country: هذا البلد."""
        w, before = self.words[c.head], self.words[c.head - 1]
        return w.hit is None and w.r.lemma in self.cues.pointed_country and before.r.pos == "dem"

    def _ruling(self, c: Chunk) -> bool:
        """Whether a phrase names a body that rules or serves a state by its kind alone: الحكومة، المجلس العسكري."""
        if c.kind != "np" or not c.parts:
            return False
        w = self.words[c.parts[-1].head]
        found = nominal_entry(self.words, c.parts[-1].head, self.world)
        known = found is not None and found[0].sector in RULING
        soldiers = found is not None and found[0].kind == "office" and w.r.number == "p"  # العسكريين في بيساو
        kind = w.r.cls == "group" or (soldiers and found is not None and found[0].sector == "MIL")
        return known and w.r.definite and kind and not self._owned(c.parts[-1])

    def _arm_of(self, part: Part, c: Chunk) -> bool:
        """Whether 'to' behind a body of no name tells which organization's it is: المكتب السياسي للحزب الفلاني."""
        w, owner = self.words[part.head], self.words[c.head].entry
        if c.prep != "ل" or c.conj or owner is None or owner.kind not in ("organization", "group"):
            return False
        if w.hit is not None or not w.r.definite or w.r.pron or part.of is not None or self._owned(part):
            return False
        return part.end > part.head + 1 and (w.r.cls == "group" or w.r.lemma in self.cues.post)

    def _sits_in(self, part: Part, c: Chunk) -> bool:
        """Whether 'in' behind a body that is not named tells whose it is: محكمة عسكرية في نيروبي."""
        w, place = self.words[part.head], self.words[c.head].entry
        if c.prep != "في" or place is None or (place.kind not in SITES and place.kind != "organization"):
            return False
        if w.hit is not None or w.r.definite or w.r.pron or part.of is not None or self._owned(part):
            return False
        found = nominal_entry(self.words, part.head, self.world)
        return found is not None and found[0].kind == "body"

    def _posted(self, title: Chunk, c: Chunk, rest: list[Chunk]) -> bool:
        """Whether 'to' behind an envoy tells the post, not where he goes now: the verb or the way there comes later
        (مبعوثه إلى المنطقة سيتوجه إلى الدوحة، وصل المبعوث الأممي إلى ليبيا إلى طرابلس).
        """
        if c.rel != "ila" or not self._may_own(title.parts[-1], c):
            return False
        after = next((x for x in rest if x.kind not in ("time", "particle", "mark")), None)
        if after is None or after.conj:
            return False
        clause = rest[0].kind == "mark" or self.words[rest[0].start].r.pos == "sub"  # إلى كولومبو حيث يجتمع
        return after.rel == "ila" or (after.kind == "verb" and not clause)

    def _goes(self, verb: Chunk | None, c: Chunk) -> bool:
        """Whether a verb of going right before somebody wants the phrase with 'to': يتوجه المبعوث إلى مسقط."""
        if c.rel != "ila" or verb is None or verb.kind != "verb":
            return False
        return bool(self.words[verb.start].act_in(self.cues.coming_verb))

    def _lend_name(self, title: Chunk, c: Chunk) -> None:
        """A name at the end of the phrase that tells whose somebody is, is that somebody's: موفد الرئيس الفرنسي ...
        لودريان.
        """
        inner = c.parts[-1]
        names = [x for x in inner.apposed if self.nouns.is_name(x[0])]
        if not names or self._has_name(title.parts[-1]):
            return
        entry = self.words[names[-1][0]].entry
        office = nominal_entry(self.words, inner.head, self.world)
        if entry is not None and office is not None and any(t[2] == office[0].office for t in entry.tenures):
            return
        title.parts[-1] = title.parts[-1].called(names[-1])

    def _titled(self, c: Chunk) -> bool:
        part = c.parts[-1]
        w = self.words[part.head]
        act = w.hit is None and w.r.form == "masdar" and not w.r.definite and part.head + 1 < part.end
        for x in (w, self.words[part.head + 1]) if act else (w,):
            if x.hit is None and x.r.lemma in self.cues.delegation and not x.r.pron:
                return True  # وفد من صندوق النقد، اقتحام قوة من الشرطة
        if self._befallen(part) >= 0:
            return True
        if any(self._has_charge(part, k) for k in range(part.head, part.end)):
            return True  # مكتب شؤون تايوان في مجلس الدولة
        last = self.words[part.end - 1]
        counted = part.head + 1 < part.end - 1 and self.nouns.meant(part.head + 1) == part.end - 1
        if part.end == part.head + 2 or counted:
            if w.r.pos == "noun" and last.hit is None and last.r.number in ("d", "p"):
                if not last.r.definite and self.nouns.human(part.end - 1):
                    return True  # إصابة جنديين من القوة الأممية، طرد سبعة دبلوماسيين من بيرو
        return self.nouns.human(part.head) or any(
            self.nouns.human(a) and not self.nouns.is_name(a) for a, _ in part.apposed
        )

    def _befallen(self, part: Part) -> int:
        """The title in the genitive of an act or of words, whose name or body may come later (اغتيال القائد العسكري
        للحركة فلان); -1 for none.
        """
        k = part.head + 1
        w = self.words[part.head]
        if w.hit is not None or w.r.definite or k >= part.end or not self.nouns.human(k) or self._has_name(part):
            return -1
        words = self.words[k].r.definite and w.r.cls in ("act", "abstract")  # تصريحات الأمين العام للحلف
        return k if words or (w.r.form, w.r.number) == ("masdar", "s") else -1

    def _owned(self, part: Part) -> bool:
        """Whether a phrase says itself whose it is."""
        return any(
            w.entry is not None and w.entry.kind not in ("person", "media") and not self._has_charge(part, w.n)
            for w in self.words[part.start : part.end]
        )

    def _has_charge(self, part: Part, k: int) -> bool:
        """Whether a state is only what a phrase has to do with: مكتب شؤون تايوان."""
        return in_charge_of(self.words, part.head, k, self.cues)

    def _seated(self, part: Part, c: Chunk) -> bool:
        """Whether a body behind 'in' tells whose somebody of a people is: نواب أكراد في البرلمان."""
        found = nominal_entry(self.words, c.head, self.world)
        entries = (w.entry for w in self.words[part.start : part.end] if w.entry is not None)
        people = all(e.kind == "adjective" and not e.code for e in entries)
        return people and c.prep == "في" and found is not None and found[0].kind == "body"

    def _outlet(self, c: Chunk) -> bool:
        """Whether a phrase names a newspaper or station by a common noun: إذاعة محلية."""
        found = nominal_entry(self.words, c.head, self.world)
        lemma = self.words[c.head].r.lemma
        return lemma in self.cues.press or (found is not None and found[0].sector == "JRN" and lemma in self.cues.genus)

    def _anybody(self, part: Part) -> bool:
        """Whether a title does not tell of what body somebody is: مسؤول، مصدر."""
        found = nominal_entry(self.words, part.head, self.world)
        return found is not None and found[0].level in ("official", "source") and not self.words[part.head].r.definite

    def _may_own(self, part: Part, c: Chunk) -> bool:
        w = self.words[c.head]
        if c.prep == "ل" and self._has_name(part) and w.entry is not None and w.entry.kind in GROUND:
            return False  # زيارة قام بها رئيس الوزراء إيفو ساندير للمغرب
        named = any(self.nouns.is_name(a) for a, _ in c.parts[-1].apposed)
        owner = self._befallen(part)
        of_office = owner >= 0 and self.words[owner].r.definite and w.entry is not None
        if c.prep == "ل" and self.words[part.head].r.form == "masdar" and not (named or of_office):
            return False  # اقتحام متظاهرين للبرلمان
        before = self.words[c.start - 1]
        governs = before.hit is None and before.r.form == "active" and not before.r.definite
        if (
            c.prep == "ل"
            and governs
            and before.r.pos == "adj"
            and before.n > part.head
            and before.r.lemma not in self.cues.belonging
        ):
            return False  # فصيل موال لإيران
        if c.prep == "ل" and before.hit is None and before.n > part.head:
            if before.r.lemma in self.cues.hostile | self.cues.taking_sides:
                return False  # المتظاهرين المناهضين للحكومة، الأحزاب المؤيدة لروسيا
        if (k := owner) >= 0 and c.prep not in ("باسم", "بلسان"):
            body = w.entry.kind in ("organization", "group") if w.entry is not None else w.r.cls == "group"
            if not self.words[k].r.definite:
                one = self.words[k].r.number != "p"
                body = body and one and (w.entry is not None or named)  # اغتيال قيادي في حزب الله
            if not body or c.conj or c.prep not in ("في", "من", "ل"):
                return False
        if c.prep == "ل" and self._outlet(c) and self._anybody(part):
            return False  # قال مسؤول لإذاعة محلية
        if c.rel in ("ila", "laday") and self.words[part.head].r.lemma not in self.cues.sent_to:
            return False
        if c.prep == "ب" and (held := nominal_entry(self.words, c.head, self.world)) is not None:
            if held[0].kind == "office":
                return False  # أطاح ضباط بالرئيس
        if c.prep == "ب" and w.hit is None and (w.r.cls == "thing" or w.r.form == "masdar"):
            return False  # قتيلان بصاروخ روسي
        if w.entry is not None:
            if c.prep == "في" and w.entry.kind in SITES:
                title = self.words[part.head]
                found = nominal_entry(self.words, part.head, self.world)
                if any(x.hit is None and x.r.lemma in self.cues.pair for x in self.words[part.head + 1 : part.end]):
                    return False  # زعيما البلدين في تيرانا
                peers = title.r.lemma in self.cues.counterpart and title.r.number == "p"  # مع نظرائه في مصر والأردن
                return not title.r.definite or peers or (found is not None and found[0].sector == "CVL")
            return w.entry.kind not in ("media", "person") or (w.entry.kind == "person" and c.prep == "باسم")
        if w.r.pron and w.r.pos == "prep":
            return c.prep == "باسم"  # متحدث باسمها
        return w.hit is None and (
            nominal_entry(self.words, c.head, self.world) is not None
            or w.r.cls == "group"
            or (self._owned(c.parts[0]) and w.r.cls not in ("act", "abstract", "human"))
        )

    def _has_name(self, part: Part) -> bool:
        return any(self.nouns.is_name(k) for k in range(part.head, part.end))

    def _set_off(self, before: Chunk, comma: Chunk, chunks: list[Chunk]) -> int:
        """How many phrases between commas only tell more of who or what stands before them; 0 for none: قتل زعيم الحزب،
        أكبر أحزاب المعارضة، برصاص مجهولين; في كيتو، عاصمة البلاد، أمس.
        """
        c = chunks[0]
        if (before.kind, comma.kind, c.kind) != ("np", "mark", "np") or c.prep or c.conj or len(c.parts) > 1:
            return 0
        n = 1
        while n < len(chunks) and chunks[n].kind == "np" and chunks[n].prep and chunks[n].start == chunks[n - 1].end:
            n += 1
        if n >= len(chunks) or chunks[n].kind != "mark" or chunks[n].start != chunks[n - 1].end:
            return 0
        if not {self.words[x.start].token.raw for x in (comma, chunks[n])} <= COMMAS:
            return 0
        after = chunks[n + 1] if n + 1 < len(chunks) else None
        if after is not None and after.conj and after.kind == "np":
            return 0  # زار كينيا، أكبر دول المنطقة، وأوغندا
        return n if self._tells_more(before, c, after) else 0

    def _tells_more(self, before: Chunk, c: Chunk, after: Chunk | None) -> bool:
        """Whether a phrase set off tells more of the one before it, by its superlative or by what it names."""
        first, what, known = self.words[c.start], self.words[c.head], self.words[before.end - 1].entry
        if first.hit is None and first.r.lemma in self.cues.comparison and not first.r.definite:
            return c.end > c.start + 1
        if known is not None and known.kind in TOWNS and what.hit is None and what.r.cls == "place":
            return True
        if what.hit is not None or (what.r.cls, what.r.number) != ("human", "s"):
            return False
        head = self.words[before.head]
        if head.entry is not None and head.entry.kind in ("state", "organization") and before.end == before.head + 1:
            return not what.r.definite and c.end > c.head + 1  # أما كينيا، حليفة واشنطن، فرفضت
        alone = after is not None and (after.kind == "time" or bool(after.prep))  # خطف مهندس صيني، مدير شركة، أمس
        return alone and head.hit is None and (head.r.cls, head.r.number) == ("human", "s")

    def _same_person(self, before: Chunk, after: Chunk) -> bool:
        a, b = before.parts[-1], after.parts[0]
        if len(after.parts) > 1:
            return False
        title = self.words[b.head]
        name_a = self.nouns.is_name(a.head) or any(self.nouns.is_name(x[0]) for x in a.apposed)
        name_b = self.nouns.is_name(b.head)
        office_a, office_b = (
            nominal_entry(self.words, a.head, self.world),
            nominal_entry(self.words, b.head, self.world),
        )
        if name_a and office_b is not None and office_b[0].kind == "office" and not title.r.prep:
            end = after.end
            following = self.words[end] if end < len(self.words) else None
            return (
                following is None
                or following.token.kind == "mark"
                or following.r.pos in ("verb", "prep")
                or bool(following.r.prep)
            )
        w, e = self.words[b.head], self.words[a.head].entry
        alone = len(before.parts) == 1 and w.r.number == "s"
        if alone and e is not None and e.kind in _BODIES and w.hit is None and w.r.lemma in self.cues.partner:
            return w.r.definite and not w.r.pron and not w.r.prep  # حزب الوفد، الشريك في الائتلاف
        closed = after.end < len(self.words) and self.words[after.end].token.raw in COMMAS
        if name_a and closed and self.nouns.whom(after.start):
            return True  # قال فلان، أحد سكان القرية، إن
        return office_a is not None and office_a[0].kind == "office" and not name_a and name_b
