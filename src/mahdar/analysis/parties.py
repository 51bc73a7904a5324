"""Which parties a noun phrase stands for, through the whole article: what is asked of a phrase in which order."""

from collections.abc import Sequence

from mahdar.analysis.chunks import Chunk, Part, Word
from mahdar.analysis.naming import Phrase
from mahdar.analysis.offices import Offices
from mahdar.analysis.party import Party, government_of, members
from mahdar.world.names import Entry


class Resolver(Offices):
    """Reads parties out of the phrases of one sentence."""

    def parties(self, chunk: Chunk, subject: Sequence[Party] = ()) -> list[Party]:
        """The parties of all coordinated phrases of a chunk, each once."""
        out: list[Party] = []
        for part in chunk.parts:
            if out and self._tells_more(part, out):
                continue
            self.beside = out
            second = self._second_body(chunk, part, out)
            for p in second or self.part(part, out if self._owned_by_first(part, out) else subject):
                if not any(q.key == p.key for q in out):
                    out.append(p)
        self.beside = []
        return out

    def _second_body(self, chunk: Chunk, part: Part, before: Sequence[Party]) -> list[Party]:
        """The body of the second of two states that have one each: جيشا كينيا وأوغندا."""
        head, of = self.words[chunk.parts[0].head], self.words[part.head]
        if len(before) != 1 or part is chunk.parts[0] or head.hit is not None or head.r.number != "d":
            return []
        first, e = before[0], of.entry
        if first.kind != "organization" or first.how != "nominal" or part.end != part.start + 1:
            return []
        if e is None or of.conj != "و" or e.kind not in ("state", "capital") or e.code == first.code:
            return []
        key = first.key.replace(f":{first.code}:", f":{e.code}:")
        return [first.at(of.token.at(len(of.conj)), of.token.end, "nominal")._replace(code=e.code, key=key)]

    def _tells_more(self, part: Part, before: Sequence[Party]) -> bool:
        """Whether a participle joined to somebody's name only tells more of him: الصحفي فلان والمعتقل بتهمة التجسس."""
        w, k = self.words[part.head], part.end
        if w.hit is not None or w.r.pos != "adj" or not w.r.definite or w.r.number != "s" or k != part.start + 1:
            return False
        p = before[-1]
        if k >= len(self.words) or p.kind != "person" or p.how != "name" or p.gender not in ("", w.r.gender):
            return False
        behind = self.words[k]
        return w.r.form in ("active", "passive") and (behind.time or behind.r.pos == "prep" or bool(behind.r.prep))

    def _owned_by_first(self, part: Part, before: Sequence[Party]) -> bool:
        """Whether the pronoun of a coordinated phrase stands for what it is joined to: كييف وحلفاؤها، روسيا وجارتها."""
        head = self.words[part.head]
        return bool(before) and head.hit is None and bool(head.r.pron) and head.r.lemma not in self.cues.counterpart

    def part(self, part: Part, subject: Sequence[Party] = ()) -> list[Party]:
        """The parties of one phrase, its members for a group of states; empty for a thing that names none."""
        found = self._part(part, subject)
        return [q for p in found for q in members(p)] if any("+" in (p.code or "") for p in found) else found

    def _part(self, part: Part, subject: Sequence[Party]) -> list[Party]:
        """The parties of one phrase: by its names, as told before, by its title or noun, else by whose it is."""
        head = self.words[part.head]
        if head.hit is None and (head.r.pos == "pron" or (head.r.pos == "prep" and head.r.pron)):
            return self._pronoun(head.n, head.r.pron or head.r.lemma, subject)
        if self._wielded(head) or self._traffic(part):
            return []
        x = Phrase(self, part)
        self._note_bodies(x)
        if head.hit is None and head.r.lemma in self.cues.counterpart:
            return self._counterpart(x, subject)
        found = self._by_name(x, head)
        if found is None:
            found = self._by_what_was_told(x, head, subject)
        if found is None and x.nominal is not None:
            found = self._by_title(x, head, x.nominal, subject)
        if found is None:
            found = self._by_noun(x, head, subject)
        if found is None:
            found = self._by_nationality(x, head, subject)
        if found is None:
            found = self._nameless(x, head)
        if found is None:
            found = self._by_group(x, head)
        return found if found is not None else self._by_owner(x, subject)

    def _note_bodies(self, x: Phrase) -> None:
        """Remember the bodies that a phrase names, be it only as whose somebody is."""
        for k, e in x.codes:
            if e.kind in ("organization", "group"):
                gender = "f" if self.words[k].token.folded.endswith("ة") else ""
                self.d.bodied.append(self._named(e, x)._replace(gender=gender, number="s"))

    def _by_name(self, x: Phrase, head: Word) -> list[Party] | None:
        """The persons of a phrase, or who its head names."""
        if x.person is not None:
            government = self._led_by(head, x)
            return [government] if government is not None else self._persons(x)
        if not head.named or head.entry is None:
            return None
        if head.entry.kind == "city":
            if any(e.kind == "adjective" and e.code != head.entry.code for _, e in x.codes):
                return self._belonging(x)  # قاعدة العديد الأمريكية
        return [self._named(head.entry, x)]

    def _by_what_was_told(self, x: Phrase, head: Word, subject: Sequence[Party]) -> list[Party] | None:
        """The parties told before that an expression stands for: الأخير، الوفد، الطرفان، الصندوق، فخامته."""
        if head.hit is None and head.r.pos == "adj" and head.r.lemma in self.cues.latter:
            if x.part.end == head.n + 1:
                return self._latter(x) if head.r.definite else []
        if sent := self._delegation(x, head, subject):
            return sent
        told = self._told_before(head, x)
        if told is not None:
            return told
        return self._of_genus(head, x) or self._styled(x, head, subject)

    def _latter(self, x: Phrase) -> list[Party]:
        """The party told last of the gender: الأخير."""
        told = [p for p in self.d.before(x.a, x.gender == "f") if p.gender in ("", x.gender) and p.number == "s"]
        return [p.at(x.a, x.b, "nominal") for p in told[:1]]

    def _delegation(self, x: Phrase, head: Word, subject: Sequence[Party]) -> list[Party]:
        """Who sent those whom the phrase behind tells of: وفدان من إسرائيل وحماس، وحدات من الجيش."""
        of = x.part.of
        if of is None or x.part.named is not None or head.hit is not None or head.r.lemma not in self.cues.delegation:
            return []
        if self._somewhere(x):
            return []
        if len(x.codes) > 1 and (head.r.number == "d" or self._listed(x)):
            return [self._of_entry(e, x) for _, e in x.codes]
        owner = self.part(Part(of[0], of[1], of[0]), subject)
        if not owner or owner[0].code == "UNK":
            return []
        if head.r.lemma in self.cues.force | self.cues.unit and self._of_all_states(owner[0]):
            owner = [owner[0]._replace(sector="MIL")]  # قوة تابعة للاتحاد الأفريقي
        return self._as_called(x, owner)

    def _by_title(self, x: Phrase, head: Word, title: Entry, subject: Sequence[Party]) -> list[Party]:
        """Who holds the office, or which is the body, that a phrase names."""
        if (not x.codes and self._of_a_kind(head)) or self._is_district(head):
            return []
        return self._office(x, title, subject) if title.kind == "office" else self._body(x, title, subject)

    def _by_noun(self, x: Phrase, head: Word, subject: Sequence[Party]) -> list[Party] | None:
        """The parties of a noun that stands for a country, body or foe told before: بلاده، خصمه، العدو، المملكة."""
        lemma, cues = head.r.lemma, self.cues
        if head.hit is None:
            if lemma in cues.pair and head.r.number == "d" and len(x.codes) >= 2:
                return [self._of_entry(e, x) for _, e in x.codes]
            if head.r.pron and lemma in cues.own and not x.codes:
                return self._owned(x, subject, cues.own_sector.get(lemma))
            if head.r.pron and lemma in cues.opposite:
                return self._opposite(x, subject)
            if head.r.definite and lemma in cues.enemy and not x.codes:
                speaker = next(iter(subject), None) or next(iter(self.d.subject), None)  # العدو
                return [p.at(x.a, x.b, "nominal") for p in self.d.partner(speaker, True)] if speaker is not None else []
            if lemma in cues.outlet_noun and head.r.definite and x.part.end == head.n + 1 and not head.r.pron:
                if self.d.outlet is not None and head.r.number == "s":
                    return [self.d.outlet.at(x.a, x.b, "nominal")]  # وقالت الصحيفة
        found = self._group_again(x, head)
        if found is None:
            found = self._country_again(x, head)
        if found is not None:
            return found
        if head.bare in cues.twin:
            return [government_of(code, x.text, x.a, x.b, "nominal") for code in cues.twin[head.bare]]
        half = self._half(head, x)
        return [half] if half is not None else None

    def _by_nationality(self, x: Phrase, head: Word, subject: Sequence[Party]) -> list[Party] | None:
        """Nationals, or a noun with a nationality on it: الروس، صحيفة كينية، توطين اللاجئين الصوماليين."""
        if head.entry is not None:
            return self._demonym(x)
        if not x.codes:
            return None
        lemma = head.r.lemma
        if lemma in self.cues.press and head.hit is None:
            code = x.codes[0][1].code
            return [x.make(f"media:{code}:{x.text}", code, "JRN", "media", x.text, "nominal")]
        if lemma in self.cues.observer:
            return None
        if (people := self._of_people(x)) is not None:
            return [p.at(x.a, x.b, "nominal")._replace(weak=True) for p in self.part(people, subject)]
        belonging = self._belonging(x)
        if head.r.number == "p" and lemma in self.cues.group_back:
            self.d.called[lemma] = belonging
        return belonging

    def _by_group(self, x: Phrase, head: Word) -> list[Party] | None:
        """A group of no name and no nationality: رابطة أصحاب المحطات، الأمانة العامة."""
        r, cues, part = head.r, self.cues, x.part
        if head.hit is not None or r.pron:
            return None
        if r.lemma in cues.secretariat and r.definite and not x.codes:
            return [p.at(x.a, x.b, "nominal") for p in self._body_of_states()]
        code = self.d.local or self.d.home
        if r.cls != "group" or not code or not (r.definite or part.end > part.head + 1):
            return None
        if r.lemma in cues.of_states and (r.number == "p" or not r.definite):  # دول ثالثة
            return None
        if r.lemma in cues.press:
            return [x.make(f"media:{code}:{x.text}", code, "JRN", "media", x.text, "nominal")]  # صحيفة محلية
        return [self._some_group(x, head, code)] if self._inner(part) is None else None

    def _by_owner(self, x: Phrase, subject: Sequence[Party]) -> list[Party]:
        """Whose a thing is that stands for no party itself: طائرات الجيش، موقفه."""
        inner = self._inner(x.part)
        if inner is not None:
            return [p.at(x.a, x.b, "nominal")._replace(weak=True) for p in self.part(inner, subject)]
        if x.owner is not None and x.part.start <= x.part.head:
            return [p.at(x.a, x.b, "nominal")._replace(weak=True) for p in self.owner(x.owner, subject, at=x.a)[:1]]
        return []
