"""The names in a sentence by themselves: persons without their titles, places, organizations, with exact span."""

from collections.abc import Sequence
from typing import Final, TypeGuard

from mahdar.analysis.chunks import Word
from mahdar.analysis.parties import Resolver
from mahdar.analysis.party import Party, identity
from mahdar.language.cues import Cues
from mahdar.language.words import GUESSED
from mahdar.record.types import EntityKind
from mahdar.world.names import Entry, bare

_TITLE_REACH: Final = 4  # how many words before a name its title may stand
_SHORT: Final = 4  # letters of a word whose و is rather its own than "and"
_PLACES: Final = ("city", "state", "capital")
_INDEFINITE: Final = ("\u064b", "\u064c", "\u064d")  # signs that a common noun ends in: جلبابًا
_PLACE_RELATIONS: Final = ("في", "الي", "من", "قرب", "نحو", "شمال", "جنوب", "شرق", "غرب")


class _Run:
    """Words `[first, last)` that make one name."""

    __slots__ = ("first", "last")

    def __init__(self, first: int, last: int) -> None:
        self.first: Final = first
        self.last: Final = last


class Mentions:
    """Finds the names of one sentence."""

    def __init__(self, words: list[Word], resolver: Resolver, cues: Cues) -> None:
        self.words, self.resolver, self.cues = words, resolver, cues
        self.given = resolver.world.given

    def find(self, parties: list[Party]) -> list[Party]:
        """The names in order, each as the one of the sentence's parties that it names, else as one without code."""
        named = [p for p in parties if p.how == "name" and p.kind == "person"]
        out: list[Party] = []
        i = 0
        while i < len(self.words):
            w = self.words[i]
            last = i + 1
            if w.hit is not None and w.entry is not None and w.entry.kind != "person" and not self._speaks(i):
                last = self._end_of_hit(i)
                known = self._known(_Run(i, last), w.entry)
                if known is not None:
                    out.append(known)
            elif self._of_person(i) or self._opens(i) or self._speaks(i):
                run = self._run(i)
                last = run.last
                kind = self._kind(run)
                if kind == "person":
                    out.append(self._person(run, named))
                elif kind is not None:
                    out.append(self._unknown(self._bare_run(run), kind))
            elif w.hit is None and w.r.lemma in self.cues.name_head and w.r.pos == "noun":
                last = self._body(i)
                if last > i + 1:
                    out.append(self._unknown(_Run(i, last), "organization"))
            i = last
        return out

    # -- where a name ends ------------------------------------------------------------------------

    def _end_of_hit(self, i: int) -> int:
        hit, j = self.words[i].hit, i + 1
        while j < len(self.words) and self.words[j].hit is hit:
            j += 1
        return j

    def _of_person(self, i: int) -> bool:
        """Whether a word may be part of a person's name: of a known one, or read as a name."""
        w = self.words[i]
        if w.hit is not None:
            return w.entry is not None and w.entry.kind == "person"
        if w.r.weight <= GUESSED and w.token.raw.rstrip("ا")[-1:] in _INDEFINITE:
            return False
        return w.r.pos == "name" and w.token.kind == "word" and not w.time

    def _opens(self, i: int) -> bool:
        """Whether a word that is read as a noun is a name because of what stands beside it: سهل بن حنيف، وجمال حمزة،
        الرئيس بوش.
        """
        w = self.words[i]
        if w.hit is not None or w.time or w.token.kind != "word" or w.r.pron:
            return False
        plain = w.token.folded[len(w.r.conj) :]
        if w.r.pos in ("noun", "adj") and plain in self.resolver.world.surnames:
            if w.r.weight <= GUESSED or (w.r.prep and self._named_here(i)):
                return True
            if w.r.pos == "adj" and w.r.definite and i and self._acts(self.words[i - 1]):
                return True
        if i + 2 < len(self.words) and self.words[i + 1].token.folded in self.cues.descent:
            return w.r.pos != "verb"
        if i + 1 >= len(self.words) or w.r.pos not in ("noun", "adj", "verb") or w.r.prep or not self._joined(i + 1):
            return False
        if self._second(i + 1):
            return self._named_here(i) or (i + 2 < len(self.words) and self._joined(i + 2) and self._of_person(i + 2))
        if plain in self.given and w.r.pos != "verb" and self._family(i + 1):
            return True
        gender = self.given.get(plain, "?")
        if w.r.pos == "verb":
            return bool(w.r.conj) and not gender.endswith("?") and (self._of_person(i + 1) or self._kinship(i + 1))
        if not gender.endswith("?") or (w.bare in self.given and (w.r.conj or self._named_here(i))):
            return self._of_person(i + 1)
        return w.bare in self.cues.kinship - self.cues.kin_noun and self._kinship(i + 1)

    def _family(self, i: int) -> bool:
        """Whether a word with the article is the last name of somebody known: توفيق الحكيم."""
        w = self.words[i]
        return w.hit is None and w.token.folded.startswith("ال") and w.token.folded in self.resolver.world.surnames

    def _named_here(self, i: int) -> bool:
        """Whether a title or a verb of saying stands right before a word."""
        before = self.words[i - 1] if i else None
        if before is None or before.hit is not None or before.token.kind != "word":
            return False
        return before.r.cls == "human" or self._says(before)

    def _speaks(self, i: int) -> bool:
        """Whether the name of a town is that of a man here, who says something: وقال فيرغسون."""
        w, before = self.words[i], self.words[i - 1] if i else None
        town = w.entry is not None and w.entry.kind == "city" and w.hit is not None and not w.hit.prep
        return town and self._says(before) and self._acts(before)

    def _acts(self, w: Word) -> bool:
        """Whether a word is a verb of which one man is the subject."""
        return (
            w.hit is None
            and w.r.pos == "verb"
            and not w.r.pron
            and (w.r.person, w.r.gender, w.r.number) == (3, "m", "s")
        )

    def _a_man_of(self, w: Word) -> bool:
        """Whether a word is the nationality of one man."""
        return w.entry is not None and w.entry.kind == "adjective" and w.entry.form == "ms" and w.r.definite

    def _says(self, w: Word | None) -> TypeGuard[Word]:
        return w is not None and w.hit is None and w.r.pos == "verb" and bool(w.act_in(self.cues.report))

    def _joined(self, i: int) -> bool:
        """Whether a word goes on with the name before it: no clitic, no mark between."""
        w, before = self.words[i], self.words[i - 1]
        if w.hit is not None and w.hit is before.hit:
            return True
        clitic = w.conj + w.prep
        folded = w.token.folded
        if clitic or (w.hit is None and folded[0] == "و" and len(folded) > _SHORT and folded not in self.given):
            return False
        return not self.resolver.text[before.token.end : w.token.start].strip(" -")

    def _run(self, i: int) -> _Run:
        j = i + 1
        while j < len(self.words) and self._joined(j):
            w = self.words[j]
            if w.hit is None and (
                self._national(j) or (w.r.pos == "name" and w.token.folded[:2] + w.token.folded[-2:] == "الية")
            ):
                break
            if not (
                self._of_person(j)
                or self._second(j)
                or self._numbered(j)
                or self._kinship(j)
                or self._unread(j)
                or self._family(j)
            ):
                break
            j += 1
        return _Run(i, j)

    def _bare_run(self, run: _Run) -> _Run:
        """A name of no person without the words that were read as family names after it."""
        last = run.last
        while last > run.first + 1 and self.words[last - 1].r.weight > GUESSED:
            last -= 1
        return _Run(run.first, last)

    def _borne(self, i: int) -> bool:
        """Whether a word that is read as another is a given or a last name too, or goes on as one."""
        word = self.words[i].token.folded
        return word in self.given or word in self.resolver.world.surnames or word in self.cues.kinship

    def _numbered(self, i: int) -> bool:
        """Whether a word tells rulers of one name apart: محمد السادس."""
        w = self.words[i]
        return w.hit is None and w.r.lemma in self.cues.regnal and (w.r.definite or self._numbered(i - 1))

    def _unread(self, i: int) -> bool:
        """Whether a word after a name is one that the lexicon does not know, or looks like a family name: الخطابي."""
        w = self.words[i]
        if w.hit is not None or not w.r.definite or w.r.pron:
            return False
        if w.r.pos == "adj" and w.token.folded[-1] == "ي":
            return True
        return w.r.weight <= GUESSED and w.token.folded[-1] not in "ةت"

    def _second(self, i: int) -> bool:
        """Whether a word only ever stands second in a name: نور الدين، نصر الله."""
        return self.words[i].token.folded in self.cues.name_second and self.words[i].hit is None

    def _kinship(self, i: int) -> bool:
        """Whether a word is a particle of descent with a name after it, or that name: بن حنيف، آل ثاني، أبو تراب."""
        w = self.words[i]
        if w.token.folded in self.cues.kinship:
            if i + 1 == len(self.words) or not self._joined(i + 1):
                return False
            if w.token.folded not in self.cues.kin_noun or self._of_person(i + 1) or self._borne(i + 1):
                return True
            return i > 1 and self.words[i - 2].token.folded == w.token.folded  # محمد ولد سالم ولد داداه
        return (
            self.words[i - 1].token.folded in self.cues.kinship
            and (w.r.pos in ("noun", "adj", "name", "num") or self._borne(i))
            and not w.r.pron
        )

    def _body(self, i: int) -> int:
        """Where the name of a body ends that opens with a noun like party or university; `i + 1` where it has none."""
        j = i + 1
        head = self.words[i].r
        while j < len(self.words) and self._joined(j):
            w = self.words[j]
            if w.hit is not None and w.entry is not None and w.entry.kind != "person":
                j = self._end_of_hit(j)
                continue
            if w.time or w.r.pos not in ("noun", "adj", "name") or w.r.pron:
                break
            if head.definite and w.r.pos != "adj":
                break
            if w.r.pos != "name" and not w.r.definite:
                break
            j += 1
        return j

    # -- what it names ----------------------------------------------------------------------------

    def _known(self, run: _Run, e: Entry) -> Party | None:
        if e.kind == "adjective" or self._bare(run.first) in self.cues.described:
            return None
        if e.kind == "seat" and e.ar.startswith("ال"):
            return None  # الكرملين is a body of the state, تل أبيب a town
        key, code, sector, kind = identity(e)
        hit = self.words[run.first].hit
        inner = self._inner(run, e)
        start, end = self.resolver.span(inner.first, inner.last)
        return Party(key, code, sector, kind, e.ar, start, end, "name", hit.entry if hit is not None else -1)

    def _bare(self, i: int) -> str:
        """A word of a known name without clitics and article."""
        w = self.words[i]
        stem = w.token.folded[len(w.hit.conj) :] if w.hit is not None and w.hit.first == i else w.bare
        return stem[2:] if stem.startswith("لل") else bare(w.bare)

    def _definite(self, i: int) -> bool:
        """Whether the first word of a known name has the article."""
        w = self.words[i]
        return w.hit is not None and w.token.folded[w.hit.stem :].startswith("ال")

    def _inner(self, run: _Run, e: Entry) -> _Run:
        """A known name without the noun before it that tells its kind, where what is left is a known name by itself
        (حركة حماس) or the noun is nothing else (مدينة مشهد، صحيفة الغد); and without the nationality or the epithet
        after it (مكة المكرمة), where what is left is a known name.
        """
        first, last = run.first, run.last
        if last - first > 1:
            head, cues = self._bare(first), self.cues
            of_kind = head in cues.genus or head in cues.company or head in cues.common_noun_of_place
            mere = (e.kind == "city" and head in cues.settlement) or (e.kind == "media" and head in cues.press)
            of_kind = of_kind and not self._definite(first)  # البحر المتوسط
            if (mere and not e.ar.startswith("ال")) or (of_kind and self._alike(e, first + 1, last, _PLACES)):
                first += 1
        while last - first > 1 and self._apart(e, last - 1) and self._alike(e, first, last - 1):
            last -= 1
        return _Run(first, last)

    def _apart(self, e: Entry, i: int) -> bool:
        """Whether the last word of a known name is no part of it: a nationality, but of no state or region (الولايات
        المتحدة الأمريكية، الضفة الغربية), or an epithet.
        """
        if self._bare(i) in self.cues.epithet:
            return True
        return e.kind not in ("state", "bloc") and self._national(i, e.code if e.kind == "city" else "")

    def _alike(self, e: Entry, first: int, last: int, kinds: Sequence[str] = ()) -> bool:
        """Whether words inside a known name name the same by themselves, or one of `kinds` like it: a river is called
        as the state that it runs through (نهر النيجر), but no state as another (جنوب السودان).
        """
        world = self.resolver.world
        head, *rest = (w.token.folded for w in self.words[first:last])
        same = (
            world.entries[n]
            for word in dict.fromkeys((head, self.words[first].bare))
            for more, n in world.names.get(word, ())
            if more == rest
        )
        return any(
            (x.code == e.code and x.en == e.en)
            or (x.kind in kinds and e.kind in kinds and (x.code == e.code or e.kind != "state"))
            for x in same
        )

    def _national(self, i: int, code: str = "") -> bool:
        """Whether a word is a nationality adjective with the article; `code`: of that state."""
        word = self.words[i].token.folded
        codes = self.resolver.world.nations(word[2:]) if word.startswith("ال") else set()
        return code in codes if code else bool(codes)

    def _kind(self, run: _Run) -> EntityKind | None:
        """What a run of names is: by its words, then by the word before it, then by its verb; None for no name."""
        words = self.words[run.first : run.last]
        before = self.words[run.first - 1] if run.first else None
        after = self.words[run.last] if run.last < len(self.words) else None
        if any(w.hit is not None or w.token.folded in self.cues.descent for w in words):
            return "person"
        if any(w.token.folded in self.cues.name_second for w in words):
            return "person"
        noun = before.r if before is not None and before.hit is None else None
        lemma = noun.lemma if noun is not None else ""
        if lemma in self.cues.genus or lemma in self.cues.company:
            return "organization"
        if lemma in self.cues.common_noun_of_place and noun is not None and not noun.definite:
            return "place"
        if any(w.r.weight > GUESSED or w.bare in self.given for w in words):
            return "person"
        if self.words[run.last - 1].token.folded in self.resolver.world.surnames:
            return "person"
        if any(w.quoted for w in words):
            return None
        if self._titled(run.first):
            return "person"
        if lemma in _PLACE_RELATIONS:
            return "place" if len(words) < 3 else None
        if len(words) == 1 and before is not None and not words[0].r.prep and self._acts(before):
            return "person" if before.r.lemma not in self.cues.copula else None
        if len(words) == 1 and before is not None and before.entry is not None and self._a_man_of(before):
            return "person"  # المدرب الفرنسي جيليه
        verb = before if self._says(before) else after if self._says(after) and not after.r.conj else None
        if verb is not None:
            return "organization" if verb.r.gender == "f" and len(words) == 1 else "person"
        return "person" if len(words) > 1 else None

    def _titled(self, i: int) -> bool:
        """Whether a title stands before word `i`, with its adjectives and what it is the title in between."""
        for k in range(i - 1, max(-1, i - 1 - _TITLE_REACH), -1):
            w = self.words[k]
            if k == i - 1 and w.hit is None and not w.r.definite:
                return False  # its genitive: لغة البانتو، ملك أراغون
            if w.hit is None and w.r.cls == "human":
                return True
            if w.token.kind == "mark" or (w.hit is None and w.r.pos not in ("noun", "adj")):
                return False
        return False

    def _person(self, run: _Run, named: list[Party]) -> Party:
        if run.last - run.first > 1 and self._bare(run.first) in self.cues.honorific | self.cues.name_title:
            run = _Run(run.first + 1, run.last)  # a known name that has its title with it: الملك حمد
        start, end = self.resolver.span(run.first, run.last)
        for w in self.words[run.first : run.last]:
            if w.hit is not None and w.entry is not None and w.entry.kind == "person":
                key = f"person:{w.entry.en or w.entry.ar}"
                same = next((p for p in named if p.key == key and p.start <= start and end <= p.end), None)
                code, sector, office, level = self.resolver.d.tenure(w.entry)
                known = Party(key, code or None, sector or None, "person", w.entry.ar, start, end, "name", w.hit.entry)
                return (same or known._replace(office=office, level=level)).at(start, end, "name")
        around = [p for p in named if p.start <= start and end <= p.end]
        if around:
            return around[0].at(start, end, "name")
        met = self.resolver.d.persons.get(self.words[run.last - 1].bare)
        return met.at(start, end, "name") if met is not None else self._unknown(run, "person")

    def _unknown(self, run: _Run, kind: EntityKind) -> Party:
        start, end = self.resolver.span(run.first, run.last)
        name = self.resolver.text[start:end]
        key = " ".join([self.words[run.first].bare, *(w.token.folded for w in self.words[run.first + 1 : run.last])])
        return Party(f"{kind}:{key}", None, None, kind, name, start, end, "name")
