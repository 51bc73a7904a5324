"""Whom the phrases of a sentence stand for, given what the article told before; and who the subject of a clause is."""

from collections.abc import Iterator
from typing import Final, Protocol

from mahdar.analysis.chunks import Chunk, Part, Word, agreement, nominal_entry
from mahdar.analysis.clause import Clause
from mahdar.analysis.discourse import Discourse
from mahdar.analysis.parties import Resolver
from mahdar.analysis.party import PRIVATE, Party, one_each, two_sides
from mahdar.analysis.pronouns import FIRST_PERSON
from mahdar.analysis.statements.said import Said
from mahdar.language.cues import Cues
from mahdar.language.words import GUESSED, Reading
from mahdar.text.fold import plain
from mahdar.text.tokens import COMMAS

_BETWEEN: Final = 1.0  # how much parties have to do with each other that stand behind "between"
_BESIDE: Final = 0.4  # the same of parties named side by side


class Telling(Protocol):
    """What an article has told so far: whom it named, whose words it tells and of whom it speaks."""

    text: str
    discourse: Discourse
    speaker: Party | None
    subject: list[Party]


class Reference:
    """Parties of phrases and subjects of clauses in one sentence, each looked up once."""

    def __init__(
        self,
        words: list[Word],
        clauses: list[Clause],
        resolver: Resolver,
        article: Telling,
        cues: Cues,
    ) -> None:
        self.words, self.clauses, self.resolver, self.article, self.cues = words, clauses, resolver, article, cues
        self.discourse = article.discourse
        self.home = {x.n: c for c in clauses for x in (*c.before, *c.after)}
        self._described: dict[int, list[Clause]] = {}  # by the phrase that relative clauses describe
        for c in clauses:
            if c.kind == "relative" and c.antecedent is not None:
                self._described.setdefault(c.antecedent.n, []).append(c)
        self.chunks: list[Chunk] = []
        self._parties: dict[int, list[Party]] = {}
        self._subjects: dict[int, list[Party]] = {}

    def note(self, chunks: list[Chunk]) -> list[Party]:
        """Resolve every phrase in order of mention, so that later ones can refer back."""
        self.chunks = chunks
        out: list[Party] = []
        for x in chunks:
            if x.kind == "np":
                out += self.parties(x)
                self._force_in(x)
                for part in x.parts:
                    self.discourse.note(self.resolver.people_in(part))
        return out

    def _force_in(self, x: Chunk) -> None:
        """Remember the army or police in the genitive of an act: اقتحام الشرطة الإسرائيلية."""
        k = x.head + 1
        if k + 1 >= x.end or self.words[x.head].hit is not None or not self.words[k].r.definite:
            return
        body = nominal_entry(self.words, k, self.resolver.world)
        of = self.words[body[1]].entry if body is not None and body[1] < x.end else None
        if body is not None and body[0].kind == "body" and of is not None and of.kind == "adjective" and of.code:
            self.discourse.forces.append((body[0].sector, of.code, self.words[k].token.start))

    def parties(self, x: Chunk) -> list[Party]:
        """The parties of a phrase."""
        found = self._parties.get(x.n)
        if found is None:
            self._parties[x.n] = []
            self.resolver.apart = self._speaking_to(x)
            found = self._parties[x.n] = (
                self._separated(x)
                or self._other(x)
                or self._taken_up(x)
                or self._belonging(x)
                or self._led(x)
                or self._members(x)
                or self._serving(x, self.resolver.parties(x, self._context(x)))
            )
            found = self._parties[x.n] = [*found, *self._above_all(x)]
            self.discourse.note(found)
            self._joined(x, found)
            head = self.words[x.head]
            if head.hit is None and head.r.lemma in self.cues.mission and (sent := [p for p in found if not p.weak]):
                self.discourse.called[head.r.lemma] = sent
        return found

    def _serving(self, x: Chunk, found: list[Party]) -> list[Party]:
        """Who speaks for somebody whose body the phrase behind him tells: متحدث باسم منسقة الشؤون الخارجية للاتحاد."""
        y = self._behind(x)
        if len(found) != 1 or found[0].code != "UNK" or found[0].how != "title" or y is None or y.rel != "of":
            return found
        end = x.end
        while y is not None and y.start == end and y.rel in ("of", "fi"):
            e = self.words[y.head].entry
            if e is not None and e.kind in ("organization", "bloc") and e.code:
                return [found[0]._replace(code=e.code, sector=e.sector or None, weak=False)]
            end = y.end
            y = self._behind(y)
        return found

    def _members(self, x: Chunk) -> list[Party]:
        """The states that a band without a name consists of, as its clause tells: اللجنة الرباعية التي تضم مصر وقطر."""
        told = next((c for c in self._described.get(x.n, ()) if c.verb is not None), None)
        if told is None or told.verb is None or told.start != x.end:
            return []
        w = self.words[told.verb.start]
        if w.r.tense != "present" or not w.act_in(self.cues.member_verb):
            return []
        heads = [self.words[part.head].entry for y in told.objects[:1] for part in y.parts]
        if len(heads) < 2 or any(e is None or e.kind not in ("state", "capital") for e in heads):
            return []
        named = any(v.entry is not None and v.entry.code for v in self.words[x.start : x.end])
        return [] if named else [p for y in told.objects[:1] for p in self.resolver.parties(y)]

    def _above_all(self, x: Chunk) -> list[Party]:
        """Who is named behind a phrase as its foremost: الدول الغربية وخاصة الولايات المتحدة."""
        y = next((y for y in self.chunks[x.n + 1 : x.n + 4] if y.kind == "np"), None)
        if y is None or y.prep or y.start <= x.end or not self.words[y.head].named:
            return []
        between = [w for w in self.words[x.end : y.start] if w.token.kind != "mark"]
        stressed = bool(between) and between[-1].token.folded.removeprefix("و") in self.cues.especially
        return self.parties(y) if stressed else []

    def _joined(self, x: Chunk, found: list[Party]) -> None:
        """Remember whom a phrase names together, and who mediates."""
        d = self.discourse
        head = self.words[x.head]
        lemma = head.r.lemma
        mediates = head.hit is None and (lemma in self.cues.mediation or lemma in self.cues.mediator)
        if x.rel == "ria" or (mediates and any(w.hit is not None for w in self.words[x.head + 1 : x.head + 2])):
            now = [p for p in found if p.code and p.code != "UNK" and p.kind != "media"]
            d.mediators = now if len(now) > 1 else one_each([*d.mediators, *now])
        elif len({(p.start, p.end) for p in found}) > 1:
            c = self.home.get(x.n)
            d.told(found, _BETWEEN if x.rel == "bayna" else _BESIDE, c is not None and x in c.subject)

    def _speaking_to(self, x: Chunk) -> list[Party]:
        """Who does something to those that a phrase stands for, so is hardly one of them: دعا الاتحاد الطرفين."""
        c = self.home.get(x.n)
        if c is None or c.verb is None or c.passive or x in c.subject or c.verb.n > x.n:
            return []
        if c.objects[:1] == [x] or any(x in c.args.get(rel, ()) for rel in ("ila", "ala", "li", "bi")):
            return self.subject_of(c) if all(y.n < x.n for y in c.subject) else []
        return []

    def hear(self, said: list[Said]) -> None:
        """Take in whose words are whose, and with them whom 'we' and 'our' mean."""
        words = self.words
        self.resolver.voices = [
            (words[s.first].token.start, words[s.last - 1].token.end, s.speaker) for s in said if s.speaker is not None
        ]
        for x in self.chunks:
            if any(words[k].r.pron in FIRST_PERSON for k in range(x.start, x.end)):
                self._parties.pop(x.n, None)

    def _separated(self, x: Chunk) -> list[Party]:
        """The subject that a separating pronoun repeats: الناتو هو الذي."""
        head = self.words[x.head]
        before = self.chunks[x.n - 1] if x.n else None
        if head.hit is None and head.r.pos == "pron" and before is not None and before.kind == "np" and not before.prep:
            return self.parties(before)
        return []

    def _taken_up(self, x: Chunk) -> list[Party]:
        """Whom a preposition with a pronoun in a relative clause leads back to: الرئيس الذي تباحث معه الوزير."""
        head, c = self.words[x.head], self.home.get(x.n)
        if c is None or c.kind != "relative" or c.antecedent is None or c.antecedent in c.subject:
            return []
        if head.hit is not None or head.r.pos != "prep" or not head.r.pron:
            return []
        found = [p for p in self.parties(c.antecedent) if p.kind in ("person", "government", "organization")]
        if not found or not self.resolver.may_mean(head.r.pron, found):
            return []
        return [p.at(head.token.start, head.token.end, "pronoun")._replace(weak=False) for p in found]

    def _belonging(self, x: Chunk) -> list[Party]:
        """Whom a thing or body belongs to by the phrase behind it: فريق تابع لها، قوة تابعة للوزارة."""
        if (whole := self._whole(x)) is not None:
            a, b = self.resolver.span(x.start, x.end)
            return [p.at(a, b, "nominal") for p in self.resolver.parties(whole) if p.code != "UNK"]
        behind = self._owner_behind(x)
        if behind is None:
            return []
        if any(w.entry is not None and w.entry.code for w in self.words[x.start : x.end]):
            return []  # المفوضية العليا للاجئين التابعة للأمم المتحدة
        a, b = self.resolver.span(x.start, x.end)
        thing = self.words[x.head].r.cls not in ("group", "human")
        owners = [p for p in self.parties(behind) if p.code != "UNK"]
        c = self.home.get(x.n)
        while c is not None:  # whose subjects were looked for before this phrase was known
            self._subjects.pop(c.n, None)
            c = c.parent
        return [p.at(a, b, "nominal")._replace(weak=thing) for p in owners]

    def _whole(self, x: Chunk) -> Chunk | None:
        """The body of which a phrase names a branch or office: الفرع اليمني لتنظيم القاعدة، مكتب الهجرة في الداخلية."""
        head, y = self.words[x.head], self._behind(x)
        if head.hit is not None or head.r.lemma not in self.cues.branch or head.r.pron or y is None:
            return None
        e = self.words[y.head].entry
        named = e is not None and e.kind in ("organization", "group") and head.r.definite
        body = nominal_entry(self.words, y.head, self.resolver.world) if y.rel == "fi" else None
        known = any(
            w.entry is not None and len(w.entry.code) == 3 and w.entry.sector for w in self.words[x.start : x.end]
        )
        official = body is not None and body[0].kind == "body" and body[0].sector == "GOV" and not known
        return y if y.rel in ("li", "fi", "min") and y.start == x.end and (named or official) else None

    def _led(self, x: Chunk) -> list[Party]:
        """Who leads an alliance or mission that has no name: تحالف بقيادة فرنسا، مقاتلات التحالف الذي تقوده باريس، وفد
        برئاسة وزير كيني.
        """
        sent = self.words[x.head].r.lemma in self.cues.mission
        named = self.cues.mission if sent else self.cues.alliance
        noun = next((w for w in self.words[x.head : x.end] if w.hit is None and w.r.lemma in named), None)
        if noun is None or any(w.hit is not None for w in self.words[x.head : x.end]):
            return []
        behind = self._behind(x)
        leaders: list[Party] = []
        if behind is not None and behind.prep in self.cues.leading:
            leaders = self.resolver.parties(behind)
        for c in self._described.get(x.n, ()):
            if c.verb is not None and self.words[c.verb.start].act_in(self.cues.lead_verb):
                leaders = [p for y in c.subject for p in self.resolver.parties(y)]
        a, b = self.resolver.span(x.start, x.end)
        found = [
            p.at(a, b, "nominal")._replace(key=f"organization:{p.code}:{noun.r.lemma}", kind="organization")
            for p in leaders
            if p.code not in (None, "UNK")
        ]
        if not sent:
            self.discourse.bodied += found
        return found[:1] if sent else found

    def _owner_behind(self, x: Chunk) -> Chunk | None:
        """The phrase with 'to' behind a participle of belonging at the end of a phrase, of one that hangs on it, or set
        off by a comma (لجنة حقوق الإنسان في البرلمان، التابعة للحكومة).
        """
        for y in self.chunks[x.n : x.n + 4]:
            last = self.words[y.end - 1]
            behind = self.chunks[y.n + 1] if y.n + 1 < len(self.chunks) else None
            coming = (
                last.hit is None
                and y is x
                and x.rel == "amam"
                and last.token.folded.removeprefix("ال") in self.cues.origin_form
            )
            if coming and behind is not None and behind.rel == "min" and behind.start == y.end:
                return behind  # الطائرات القادمة من مالي
            if last.hit is None and last.r.lemma in self.cues.belonging:
                mine = y is x or (last.r.definite and last.r.gender == agreement(self.words, x.head, self.cues)[0])
                return behind if mine and behind is not None and behind.rel == "li" else None
            comma = y.kind == "mark" and self.words[y.start].token.raw in COMMAS
            if not (comma or y is x or (y.kind == "np" and y.prep and not y.conj)):
                return None
        return None

    def _other(self, x: Chunk) -> list[Party]:
        """A pronoun on a preposition, or one that is the object, means somebody else than the subject of its clause:
        أدانت موسكو وفرضت عليها، محذرا إياها.
        """
        w = self.words[x.head]
        c = self.home.get(x.n)
        if w.hit is None and w.r.lemma in self.cues.object_pronoun and c is not None:
            start, end = w.token.start, w.token.end
            others = self.resolver.owner(w.r.lemma, self._talked_of(c), self.subject_of(c), start)
            return [p.at(start, end, "pronoun") for p in others]
        if (
            w.hit is not None
            or w.r.pos != "prep"
            or not w.r.pron
            or c is None
            or c.verb is None
            or c.kind == "relative"
        ):
            return []
        if c.subject or c.passive or c.verb.n > x.n:
            return []
        at = w.token.start
        found = self.resolver.owner(w.r.pron, (), self.subject_of(c), at)
        return [p.at(at, w.token.end, "pronoun") for p in found]

    def _talked_of(self, c: Clause) -> list[Party]:
        """Whom the clauses around one speak of: قال إن طهران لم تسمح، مطالبا إياها."""
        out: list[Party] = []
        for above in c.ancestors():
            for inner in above.children:
                if inner is not c and inner.kind == "complement" and inner.last() <= c.start:
                    out += self.subject_of(inner)
            out += [p for y in above.objects for p in self.parties(y)]
        return out

    def _context(self, x: Chunk) -> list[Party]:
        """The subject that a pronoun in a phrase may mean: of its clause, of the clauses around, of the sentence
        before.
        """
        c: Clause | None = self.home.get(x.n)
        pron = next((w.r.pron for w in self.words[x.start : x.end] if w.r.pron), "")
        if c is not None and c.subject and c.verb is not None and x.n > c.verb.n:
            fronted = self._fronted(c)
            if fronted and self.resolver.may_mean(pron, fronted):
                return fronted
        nearest: list[Party] = []
        home = c
        while c is not None:
            told_by_home = home is not None and home is not c and not c.subject and self._led_in(home, c)
            if (
                not told_by_home
                and x not in c.subject
                and c.verb is not None
                and (not c.subject or all(s.n < x.n or (s.n > x.n and s.n in self._parties) for s in c.subject))
            ):
                found = self.subject_of(c)
                if found and (c.kind != "relative" or self.resolver.may_mean(pron, found)):
                    return found  # اتهمت كينيا أوغندا بإيواء مسلحين يهاجمون أراضيها
                nearest = nearest or found
            if c.previous is not None and c.kind == "main":  # نفت مقديشو، وقال المتحدث باسم حكومتها
                found = self.subject_of(c.previous)
                if found:
                    return found
            c = c.parent
        return nearest or self.article.subject

    def _behind(self, x: Chunk) -> Chunk | None:
        """The phrase right behind another."""
        return self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None

    def _fronted(self, c: Clause) -> list[Party]:
        """What a clause is about that stands before its verb and is not its subject: إسرائيل يتحتم عليها الرد."""
        if c.verb is None:
            return []
        bare = (y for y in c.before if y.kind == "np" and not y.prep and y not in c.subject and y.n < c.verb.n)
        return [p for y in bare for p in self.parties(y) if not p.weak]

    def subject_of(self, c: Clause) -> list[Party]:
        """The parties that a clause's subject stands for; a dropped one is looked for around and before."""
        found = self._subjects.get(c.n)
        if found is None:
            self._subjects[c.n] = []
            found = self._subjects[c.n] = self._subject(c)
        return found

    def unnamed(self, x: Chunk) -> Party:
        """Somebody of whom only a common noun is known."""
        a, b = self.resolver.span(x.parts[0].start, x.parts[-1].end)
        text = self.article.text[a:b]
        return Party(f"person:UNK:{text}", "UNK", None, "person", text, a, b, "nominal", weak=True)

    def placed(self, speaker: Party) -> Party:
        """A private or local speaker without a state as one of the place that the sentence or the article is about: قال
        مدير الشركة، وأفاد مسؤولون في مصارف، وذكرت وسائل إعلام محلية.
        """
        if speaker.code not in (None, "UNK") or speaker.kind not in ("person", "organization", "media"):
            return speaker
        code = self.discourse.local or self.discourse.home
        said_by = [w for w in self.words if speaker.start <= w.token.start < speaker.end]
        watches = any(w.hit is None and w.r.lemma in self.cues.observer for w in said_by)
        watches = watches or (speaker.how == "implicit" and plain(speaker.name).startswith(tuple(self.cues.observer)))
        local = any(w.hit is None and w.r.lemma in self.cues.local_source for w in said_by)
        private = not watches and (local or speaker.sector in PRIVATE or self._is_name(speaker))
        return speaker._replace(code=code, key=f"{speaker.key}:{code}") if code and private else speaker

    def _is_name(self, p: Party) -> bool:
        """Whether a person is only known by a name that no table has."""
        w = next((w for w in self.words if w.token.start == p.start), None)
        person = not p.sector and p.kind == "person" and w is not None and w.hit is None
        return person and w is not None and (w.r.pos == "name" or w.r.weight <= GUESSED)

    def reread(self, c: Clause) -> None:
        """Forget who the subject of a clause and of those in it was, since its phrases got other roles."""
        for x in self.clauses:
            if x is c or c in x.ancestors():
                self._subjects.pop(x.n, None)

    def _subject(self, c: Clause) -> list[Party]:
        if c.genitive >= 0 and c.antecedent is not None and not self.resolver.of_deed(c.genitive):
            part = c.antecedent.parts[-1]
            found = self.resolver.part(Part(c.genitive, part.end, c.genitive, of=part.of, named=part.named))
            if found:
                return found
        if c.subject:
            x = c.subject[0]
            if c.kind == "relative" and c.opener >= 0 and x is c.antecedent and len(x.parts) > 1 and c.verb is not None:
                last = x.parts[-1]
                one = self.words[last.head].named or self.words[last.head].r.number == "s"
                if self.words[c.verb.start].r.number == "s" and one and last.end == c.opener:
                    return self.resolver.part(last)  # الأمم المتحدة والهند التي عبرت
            found = [p for x in c.subject for p in self.parties(x)]
            if not found and x is c.antecedent and self._is_held(c):
                return [p for y in c.ancestors()[:1] for p in self.subject_of(y)]
            return found if any(p.code != "UNK" and not p.weak for p in found) else self._authors(c) or found
        if c.verb is None:
            return [p for x in c.ancestors()[:1] for p in self.subject_of(x)] if c.pronoun else []
        if c.passive and c.kind != "participle":
            return []
        if c.kind == "adverbial" and c.opener >= 0 and self.words[c.opener].r.lemma in self.cues.which:
            if self.words[c.verb.start].act_in(self.cues.push_verb):
                return []  # مما أجبر الحكومة على التراجع
        r = self.words[c.verb.start].r
        at = self.words[c.verb.start].token.start
        unlike: list[Party] = []  # who would do what a participle tells but for its gender
        for pool in self._candidates(c):
            fit = [p for p in pool if p.kind != "place"]
            if fit and (_of_gender(r, fit) if c.kind == "participle" else _agrees(r, fit)):
                return [p.at(at, at, "implicit") for p in fit]
            if c.kind == "participle":
                unlike = unlike or fit
        if unlike:  # قال الطبيب إن ...، بينما أصيب عشرة، مشيرا إلى
            before = (self.subject_of(x.previous) for x in c.ancestors() if x.previous is not None)
            unlike = next((fit for fit in before if fit and _of_gender(r, fit)), unlike)
        return [p.at(at, at, "implicit") for p in unlike]

    def _is_held(self, c: Clause) -> bool:
        """Whether a relative clause tells that somebody held what it is about: قال الوزير في مؤتمر صحفي عقده أمس."""
        w = self.words[c.verb.start] if c.verb is not None else None
        return w is not None and bool(w.r.pron) and bool(w.act_in(self.cues.hold_verb))

    def _authors(self, c: Clause) -> list[Party]:
        """Who passed the resolution or wrote the paper that a clause lets act: تبنّى المجلس قرارا يلزم الجماعة."""
        x = c.subject[0]
        head = self.words[x.head]
        if head.hit is not None or head.r.lemma not in self.cues.paper:
            return []
        at, gender = head.token.start, "f" if head.r.number == "p" else head.r.gender
        found: list[Party] = next((p for p in self._paper_by(c, x, head) if p), [])
        return [p.at(at, at, "implicit")._replace(gender=gender, number="s") for p in found]  # ودعا

    def _paper_by(self, c: Clause, x: Chunk, head: Word) -> Iterator[list[Party]]:
        """Whose a paper may be, the surest first."""
        behind = self._behind(x)
        yield [p for p in self.parties(x) if p.kind != "place" and p.code != "UNK"]  # بقرار مجلس الأمن الذي يدعو
        bare = not head.r.definite and not any(w.r.definite for w in self.words[x.head : x.end] if w.r.pos == "noun")
        if bare and behind is not None and behind.rel in ("li", "of", "min"):  # تقرير لمنظمة العفو
            yield [p for p in self.resolver.parties(behind) if p.kind != "place" and p.code != "UNK"]
        issued = any(self.words[k].r.of in self.cues.issued_by for k in range(x.head + 1, x.end))
        if issued and behind is not None and behind.rel == "an":  # البيان الصادر عن الوزارة
            yield [p for p in self.resolver.parties(behind) if p.code != "UNK"]
        adjectives = [k for k in range(x.head + 1, x.end) if (e := self.words[k].entry) and e.kind == "adjective"]
        yield [  # مشروع قرار بريطاني يدعو
            p for k in adjectives for p in self.resolver.part(Part(k, k + 1, k)) if p.code != "UNK"
        ]
        makers = [y for y in c.children if y.kind == "relative" and y.antecedent is x]
        for y in makers:  # بيان مشترك صدر عن الحزبين
            if y.verb is not None and self.words[y.verb.start].act_in(self.cues.issued_by):
                yield [p for z in y.args.get("an", ()) for p in self.resolver.parties(z) if p.code != "UNK"]
        if c.kind == "relative" and c.antecedent is x and c.parent is not None and not self._opposes(c.parent, x):
            makers.append(c.parent)
        for y in makers:
            if x not in y.subject:
                yield [p for p in self.subject_of(y) if p.kind != "place" and p.code != "UNK"]
        d = self.discourse
        again = head.r.number == "s" and (head.r.definite or x.end > x.head + 1)  # البيانات are figures
        known = d.papers.get(head.r.lemma, []) if again else []
        if not known and any(w.hit is None and w.r.lemma in self.cues.joint for w in self.words[x.head + 1 : x.end]):
            known = d.several()  # ودعا البيان الختامي
        yield known

    def remember_paper(self, c: Clause) -> None:
        """Remember who puts forward a paper that later sentences let speak: تقدمت فرنسا بمشروع قرار."""
        for x in (*c.before, *c.after):
            w = self.words[x.head]
            if x.kind == "np" and w.hit is None and w.r.lemma in self.cues.report_paper:
                behind = self._behind(x)
                owned = behind is not None and behind.rel in ("li", "an", "of") and behind.start == x.end
                by = self.parties(x) or (self.parties(behind) if behind is not None and owned else [])
                self._made_by(w.r.lemma, by)
        if c.verb is None or c.passive or c.kind == "relative":
            return
        for x in c.subject[:1]:
            if self.words[x.head].r.lemma in self.cues.paper and self.words[x.head].r.number == "s":
                self._made_by(self.words[x.head].r.lemma, self._authors(c))
        for x in (*c.objects[:1], *c.args.get("bi", ())):
            nouns = [w for w in self.words[x.head : x.end] if w.hit is None and w.r.lemma in self.cues.paper]
            head = self.words[x.head].r
            tabled = self.words[c.verb.start].act_in(self.cues.table_verb) or head.of in self.cues.table_verb
            if nouns and not head.definite and tabled:  # اختتموا الاجتماع بإصدار بيان
                for w in nouns:
                    self._made_by(w.r.lemma, self.subject_of(c))

    def _made_by(self, paper: str, parties: list[Party]) -> None:
        by = [p for p in parties if p.kind not in ("place", "media") and p.code != "UNK"]
        if by:
            self.discourse.papers[paper] = by

    def _written_by(self, c: Clause) -> list[Party]:
        """Whose the paper is in which a clause says something stands: جاء في بيان للوزارة أن ...، داعية المجلس إلى."""
        for x in c.args.get("fi", ()):
            if self.words[x.head].r.lemma not in self.cues.document:
                continue
            behind = self._behind(x)
            owned = behind is not None and behind.rel in ("li", "of", "min", "an")
            found = self.parties(x) or (self.parties(behind) if behind is not None and owned else [])
            return found or ([self.article.speaker] if self.article.speaker is not None else [])
        return []

    def _is_that(self, c: Clause) -> bool:
        """Whether the subject of a clause is but what was told before: جاء ذلك."""
        return len(c.subject) == 1 and self.words[c.subject[0].head].r.pos == "dem" and len(c.subject[0].parts) == 1

    def told_by(self, c: Clause) -> Clause | None:
        """The clause of whoever uttered it, where 'that' is all that the clause around a participle is about:
        جاء ذلك في خطاب ألقاه الوزير، داعيا روما إلى الحوار.
        """
        outer = c.parent
        if outer is None or not self._is_that(outer):
            return None
        uttered = [x for x in outer.children if x.kind == "relative" and x.n < c.n and x.subject]
        return next((x for x in uttered if x.antecedent not in x.subject), None)

    def _doer_before(self, x: Chunk) -> list[Party]:
        """Who does what a verbal noun in the phrase right before another names, by its genitive."""
        before = self.chunks[x.n - 1] if x.n else None
        if before is not None and before.masdar >= 0:
            before = next((y for y in self.chunks if y.start <= before.masdar < y.end), None)
        if before is None or before.kind != "np" or len(before.parts) != 1 or not x.prep:
            return []
        part = before.parts[0]
        w = self.words[part.head]
        if w.hit is not None or w.r.form != "masdar" or part.end == part.head + 1 or w.r.definite:
            return []
        return self.resolver.part(Part(part.head + 1, part.end, part.head + 1, of=part.of, named=part.named))

    def _opposes(self, c: Clause, x: Chunk) -> bool:
        """Whether a clause tells of somebody against a paper: استخدمت حق النقض ضد مشروع قرار يطالب ..."""
        against = c.verb is not None and bool(self.words[c.verb.start].act_in(self.cues.negative_verb))
        return x.rel == "didda" or against

    def _as_spelled(self, c: Clause, subject: list[Party], number: str) -> list[Party]:
        """The subject of a clause with the gender of the noun that names it: أقرت إدارة الرئيس بالخطأ، لكنها أكدت."""
        if len(subject) != 1 or not c.subject or subject[0].kind != "person" or c.verb is None:
            return subject
        if not self.words[c.verb.start].act_in(self.cues.report):
            return subject  # كانت ثورة الملك رفضا للحماية
        head = self.words[c.subject[0].head]
        sources = head.hit is None and head.r.number == "p" and head.r.lemma in self.cues.source_noun
        if sources and number == "p":
            return [subject[0]._replace(number="p")]  # قالت مصادر إن، وقالوا
        body = head.hit is None and head.r.pos == "noun" and head.r.cls != "human" and not head.r.pron
        if not body or not head.r.gender:
            return subject
        return [subject[0]._replace(gender=head.r.gender, number="s")]

    def _candidates(self, c: Clause) -> list[list[Party]]:
        out: list[list[Party]] = []
        if c.kind == "participle":
            if (told := self.told_by(c)) is not None:
                out.append(self.subject_of(told))
            out += [self.subject_of(x) for x in c.ancestors() if x.verb is not None or x.subject]
            out.append([p for x in c.ancestors() for y in x.subject for p in self.parties(y)])
            return out + [self._written_by(x) for x in c.ancestors()[:1] if not x.subject or self._is_that(x)]
        if c.pronoun and c.parent is not None:
            above = c.parent.verb
            if c.via == "bi" and above is not None and self.words[above.start].act_in(self.cues.accuse_verb):
                out += [self.parties(x) for x in c.parent.objects[:1]]  # اتهمتها بأنها هاجمت
            thought = above is not None and bool(self.words[above.start].act_in(self.cues.supposing))
            if thought and c.parent.kind == "relative" and c.parent.antecedent is not None:
                out.append(self.parties(c.parent.antecedent))  # مسلحين يعتقد أنهم هاجموا
            out += [self.subject_of(x) for x in c.ancestors()]
        if c.kind == "complement" and c.parent is not None and c.parent.verb is not None:
            if self.words[c.parent.verb.start].act_in(self.cues.controlled_verb):
                out += [self.parties(x) for rel in ("li", "ala") for x in c.parent.args.get(rel, ())]
                out.append(self._fronted(c.parent))  # بلاده سبق أن رفضت
        out += [self.subject_of(x) for x in c.children if self._led_in(x, c)]
        if c.previous is not None:
            number = self.words[c.verb.start].r.number if c.verb is not None else ""
            last = self._before_both(c.previous) if number == "s" else c.previous
            before = self._as_spelled(last, self.subject_of(last), number)
            if c.pronoun and all(p.code == "UNK" for p in before):  # ذكرت مصادر أن كييف قبلت، غير أنها تتمسك
                out += [self.subject_of(x) for x in last.children if x.kind == "complement" and x.n < c.n]
            out += [self._two_of(last), before] if number == "d" else [before]
        if c.kind == "relative" and c.antecedent is not None:  # قبل انسحاب القوات من المدن التي احتلتها
            out.append(self._doer_before(c.antecedent))
        up = c.parent.verb if c.kind == "adverbial" and c.parent is not None else None
        if up is not None and c.parent is not None and self.words[up.start].act_in(self.cues.send_verb):
            out += [self.parties(x) for x in c.parent.objects[:1]]  # أوفدت كينيا وزيرها إلى كمبالا حيث اجتمع
        if not c.pronoun:
            out += [self.subject_of(x) for x in c.ancestors()]
            if c.kind == "relative":  # whom the clause around turns to: داعيا روما إلى إلغاء مذكرة وقعتها
                out += [self.parties(y) for x in c.ancestors()[:2] for y in x.objects[:1] if y is not c.antecedent]
        out += [self.subject_of(x) for x in reversed(self.clauses) if x.n < c.n and x.subject]
        assert c.verb is not None
        lemma = self.words[c.verb.start].r.lemma
        speaker = [self.article.speaker] if self.article.speaker is not None else []
        out += [speaker, self.article.subject] if lemma in self.cues.report else [self.article.subject, speaker]
        return out

    def _before_both(self, c: Clause) -> Clause:
        """The clause before those in the dual that name nobody: التقى الوزير نظيره، وبحثا الأزمة، وطالبه."""
        while c.previous is not None and c.verb is not None and not c.subject:
            if self.words[c.verb.start].r.number != "d":
                break
            c = c.previous
        return c

    def _two_of(self, c: Clause) -> list[Party]:
        """Both parties of a clause that tells of two: استقبل الملك الأمير، وبحثا."""
        others = (p for x in (*c.before, *c.after) if x not in c.subject for p in self.parties(x))
        return two_sides((*self.subject_of(c), *others))

    def _led_in(self, x: Clause, c: Clause) -> bool:
        """Whether a clause tells when or why before the verb of another: بعد أن زار الوزير كمبالا طالب بالانسحاب."""
        if c.verb is None or x.verb is None or x.verb.n > c.verb.n:
            return False
        return x.kind == "adverbial" or (x.kind == "complement" and bool(x.via))


def _of_gender(r: Reading, parties: list[Party]) -> bool:
    """Whether a participle in the singular can go with the parties."""
    genders = {p.gender for p in parties}
    if len(parties) > 1 or r.number in ("p", "d") or not r.gender:
        return True
    return genders <= {"", r.gender} and not _crowd_as_one(r, parties[0])


def _crowd_as_one(r: Reading, p: Party) -> bool:
    """Whether a masculine word in the singular would be told of several people."""
    return r.gender == "m" and p.number in ("p", "d") and p.kind in ("population", "person")


def _agrees(r: Reading, parties: list[Party]) -> bool:
    if r.person != 3:
        return False
    if len(parties) > 1:
        return True
    p = parties[0]
    if r.number in ("p", "d"):
        return p.number in ("p", "d")
    if _crowd_as_one(r, p):
        return False  # اعتقل خمسة متظاهرين، وأفرج عن اثنين: they freed nobody
    return not r.gender or not p.gender or r.gender == p.gender
