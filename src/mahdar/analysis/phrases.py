"""Words in a row as noun phrases, verbs, prepositional phrases and markers."""

from collections.abc import Sequence
from typing import NamedTuple

from mahdar.analysis.names import Hit
from mahdar.language.words import Reading
from mahdar.text.tokens import Token
from mahdar.world.names import Entry, World, bare

_QUANTIFIERS = {"كل", "جميع", "بعض", "عدد", "كلا", "كلتا", "معظم", "احد", "احدي", "عشرات", "مئات", "الاف", "سائر", "كافة", "اكثر", "اقل", "نحو", "حوالي", "زهاء"}
_ATTACH = {"ل", "باسم", "لدي", "في", "الي", "ب", "من", "لشوون", "عن"}
_STRONG_ATTACH = {"ل", "باسم", "لدي"}
_COMMAS = ("،", ",")


class Word:
    """A token of a sentence with its chosen reading and, inside a known name, the hit it belongs to."""

    __slots__ = ("entry", "hit", "in_paren", "n", "quoted", "r", "time", "token")

    def __init__(self, n: int, token: Token, reading: Reading) -> None:
        self.n = n
        self.token = token
        self.r = reading
        self.hit: Hit | None = None
        self.entry: Entry | None = None
        self.time = False
        self.in_paren = False
        self.quoted = False


class Segment(NamedTuple):
    """One noun phrase without its coordinates: words `[start, end)`, head word `head`."""

    start: int
    end: int
    head: int


class Unit:
    """A stretch of a sentence with one role.

    kind: np (noun phrase), v (verb), m (marker: particle, conjunction, punctuation).
    `prep`: lemma of the preposition that governs an np, or "". `segments`: the coordinated phrases.
    """

    __slots__ = ("conj", "end", "kind", "lemma", "n", "prep", "segments", "start", "word")

    def __init__(self, kind: str, start: int, end: int, word: int, *, prep: str = "", conj: str = "", lemma: str = "") -> None:
        self.kind, self.start, self.end, self.word = kind, start, end, word
        self.prep, self.conj, self.lemma = prep, conj, lemma
        self.segments: list[Segment] = []
        self.n = 0


def nominal_entry(words: Sequence[Word], i: int, world: World) -> tuple[Entry, int] | None:
    """The office, body or population that begins at word `i`, by its longest phrase, and how many words it takes."""
    r = words[i].r
    keys = [r.lemma]
    if r.pos not in ("noun", "adj", "name"):
        return None
    if r.form in ("active", "passive") or r.pos == "adj":
        keys.append(r.lemma)
    for key in keys:
        for further, n in world.nominals.get(key, ()):
            j = i + 1
            ok = True
            for f in further:
                if j >= len(words) or not _same(words[j], f):
                    ok = False
                    break
                j += 1
            if ok:
                return world.entries[n], j - i
    return None


def _same(word: Word, lemma: str) -> bool:
    return word.r.lemma == lemma or bare(word.token.folded) == lemma or word.token.folded == lemma


class Phraser:
    """Builds the units of a sentence."""

    def __init__(self, words: Sequence[Word], world: World) -> None:
        self.words = words
        self.world = world

    def units(self) -> list[Unit]:
        """The units in order; every word outside time expressions belongs to exactly one."""
        out: list[Unit] = []
        i = 0
        words = self.words
        while i < len(words):
            w = words[i]
            if w.time:
                i += 1
                continue
            pos = w.r.pos
            if w.hit is None and pos == "verb":
                out.append(Unit("v", i, i + 1, i, conj=w.r.conj, lemma=w.r.lemma))
                i += 1
            elif w.hit is None and pos == "prep":
                if w.r.pron or i + 1 >= len(words) or not self.nominal(i + 1):
                    out.append(Unit("m", i, i + 1, i, conj=w.r.conj, lemma=w.r.lemma))
                    i += 1
                else:
                    unit = self.phrase(i + 1, w.r.lemma, w.r.conj)
                    unit.start = i
                    out.append(unit)
                    i = unit.end
            elif self.nominal(i):
                clitic = w.hit.prep if w.hit else w.r.prep
                conj = w.hit.conj if w.hit else w.r.conj
                unit = self.phrase(i, clitic, conj)
                out.append(unit)
                i = unit.end
            else:
                out.append(Unit("m", i, i + 1, i, conj=w.r.conj, lemma=w.r.lemma if pos != "mark" else w.token.raw))
                i += 1
        for n, u in enumerate(out):
            u.n = n
        return out

    def nominal(self, i: int) -> bool:
        """Whether word `i` can stand in a noun phrase."""
        w = self.words[i]
        return not w.time and (w.hit is not None or w.r.pos in ("noun", "adj", "name", "num", "dem"))

    def phrase(self, i: int, prep: str, conj: str) -> Unit:
        """The noun phrase from word `i`, with what is coordinated to it."""
        words = self.words
        first = self.segment(i)
        unit = Unit("np", i, first.end, first.head, prep=prep, conj=conj)
        unit.segments.append(first)
        j = first.end
        while j < len(words):
            w = words[j]
            k = j
            comma = False
            if w.token.raw in _COMMAS and j + 1 < len(words) and self._listed(j + 1):
                k, comma = j + 1, True
            v = words[k]
            if not self.nominal(k) or k >= len(words):
                break
            conj_here = v.hit.conj if v.hit else v.r.conj
            prep_here = v.hit.prep if v.hit else v.r.prep
            if not comma and conj_here != "و":
                break
            if prep_here and prep_here != prep:
                break
            if not prep_here and prep in ("ب", "ل", "ك") and v.hit is None and v.r.pos != "noun" and not v.r.definite:
                break
            if conj_here and v.hit is None and v.r.pos == "adj" and not v.r.definite:
                break
            s = self.segment(k)
            unit.segments.append(s)
            j = s.end
            unit.end = j
        return unit

    def _listed(self, k: int) -> bool:
        """Whether word `k`, after a comma, goes on a list of names."""
        w = self.words[k]
        if w.hit is None or w.entry is None or w.hit.prep or w.entry.kind in ("adjective",):
            return False
        if w.entry.kind not in ("state", "capital", "organization", "bloc", "group"):
            return False
        j = w.n
        while j < len(self.words) and (self.words[j].hit is w.hit):
            j += 1
        if j >= len(self.words):
            return False
        nxt = self.words[j]
        return nxt.token.raw in _COMMAS or (nxt.hit.conj if nxt.hit else nxt.r.conj) == "و"

    def segment(self, i: int) -> Segment:
        """One noun phrase from word `i`: construct chain, adjectives, appositions, complements of an office."""
        words = self.words
        j, head = i, -1
        closed = False
        definite = False
        has_person = has_title = False
        prev_adj_hit = False
        while j < len(words):
            w = words[j]
            if w.time:
                break
            if w.in_paren and j > i and self.nominal(j):
                j = self._skip_hit(j)
                continue
            conj = w.hit.conj if w.hit else w.r.conj
            prep = w.hit.prep if w.hit else w.r.prep
            is_adj_hit = w.entry is not None and w.entry.kind == "adjective"
            if j > i and conj:
                if is_adj_hit and prev_adj_hit and not prep:
                    j += 1
                    continue
                if w.hit is None and w.r.pos == "adj" and w.r.definite and prev_adj_hit and not prep:
                    j += 1
                    continue
                break
            if j > i and head >= 0 and (prep or w.r.pos == "prep" and w.hit is None):
                nxt = self._complement(i, head, j, prep)
                if nxt is None:
                    break
                j = nxt
                closed = True
                continue
            if head >= 0 and w.token.raw in _COMMAS:
                nxt = self._apposition(j, has_person, has_title)
                if nxt is None:
                    break
                if has_person:
                    has_title = True
                else:
                    has_person = True
                j = nxt
                closed = True
                continue
            pos = w.r.pos
            if w.hit is not None and w.entry is not None:
                kind = w.entry.kind
                if kind == "adjective":
                    if head < 0:
                        head = j
                        closed = True
                    elif definite and not w.hit.article and not has_person:
                        break
                    prev_adj_hit = True
                    j += 1
                    continue
                if kind == "person":
                    if head >= 0 and (has_person or not self._human(head)):
                        if not closed and not has_person:
                            pass
                        else:
                            break
                    has_person = True
                    head = j if head < 0 else head
                    closed = definite = True
                    j = self._skip_hit(j)
                    prev_adj_hit = False
                    continue
                if head >= 0 and closed and not self._names_place(i, j, head, kind):
                    break
                if head < 0:
                    head = j
                closed = definite = True
                prev_adj_hit = False
                j = self._skip_hit(j)
                continue
            if pos in ("dem", "num") or (w.r.lemma in _QUANTIFIERS and head < 0 and pos == "noun"):
                if head >= 0 and pos == "dem":
                    break
                if head >= 0 and pos == "num" and closed and words[head].r.pos == "noun" and words[head].r.definite:
                    break
                j += 1
                if w.r.lemma in _QUANTIFIERS and j < len(words) and words[j].r.pos == "prep" and words[j].r.lemma == "من" and not words[j].r.pron:
                    j += 1
                if w.r.pron:
                    head, closed = j - 1, True
                continue
            if pos == "noun":
                if head < 0:
                    head = j
                elif closed:
                    if has_person and not has_title and self._title(j):
                        has_title = True
                    else:
                        break
                r = w.r
                definite = definite or r.definite
                closed = r.definite or r.accusative or w.token.raw.endswith(("\u064b", "\u064d", "\u064c")) or (r.number == "d" and not r.construct)
                has_title = has_title or (head == j and self._human(j))
                prev_adj_hit = False
                j += 1
                continue
            if pos == "adj":
                if head < 0:
                    head = j
                    closed = True
                    definite = w.r.definite
                    j += 1
                    has_title = self._human(j - 1)
                    if not w.r.definite and j < len(words) and words[j].r.pos == "noun" and words[j].r.definite and not words[j].r.conj and not words[j].r.prep and words[j].hit is None:
                        j += 1
                    continue
                if definite and not w.r.definite and not w.r.pron:
                    break
                if w.r.definite and not definite and closed:
                    break
                if w.r.definite:
                    definite = True
                closed = True
                prev_adj_hit = False
                j += 1
                continue
            if pos == "name":
                if head < 0:
                    head = j
                    has_person = True
                elif closed and not self._human(head) and not has_person:
                    break
                else:
                    has_person = has_person or self._human(head)
                closed = definite = True
                j += 1
                continue
            break
        if head < 0:
            head = min(i, len(words) - 1)
        return Segment(i, max(j, i + 1), head)

    def _skip_hit(self, j: int) -> int:
        hit = self.words[j].hit
        j += 1
        while hit is not None and j < len(self.words) and self.words[j].hit is hit:
            j += 1
        return j

    def _human(self, i: int) -> bool:
        w = self.words[i]
        if w.entry is not None:
            return w.entry.kind == "person"
        if w.r.cls == "human":
            return True
        found = nominal_entry(self.words, i, self.world)
        return found is not None and found[0].kind in ("office", "population")

    def _title(self, i: int) -> bool:
        found = nominal_entry(self.words, i, self.world)
        return found is not None and found[0].kind == "office"

    def _names_place(self, start: int, j: int, head: int, kind: str) -> bool:
        """A name after a closed phrase that tells which one: the capital Doha, the Hamas movement."""
        w = self.words[head]
        if kind in ("city", "capital", "state") and w.r.cls == "place":
            return True
        return kind in ("group", "organization", "media") and w.r.cls == "group" and not w.r.pron

    def _complement(self, start: int, head: int, j: int, clitic: str) -> int | None:
        """The end of a prepositional complement of an office at word `j`, or None: ambassador of A to B, spokesman for C."""
        words = self.words
        found = nominal_entry(words, head, self.world)
        if found is None or found[0].kind == "population":
            if found is None or clitic:
                return None
        office = found[0]
        prep = clitic or words[j].r.lemma
        at = j if clitic else j + 1
        if prep not in _ATTACH or at >= len(words) or words[j].r.pron and not clitic or not self.nominal(at):
            return None
        if any(words[k].entry is not None and words[k].entry.kind == "person" for k in range(start, j)):  # type: ignore[union-attr]
            return None
        w = words[at]
        if prep == "ل" and not (w.hit or nominal_entry(words, at, self.world)):
            return None
        if prep in ("من", "ب", "عن") and not (w.hit or w.r.cls == "group"):
            return None
        inner = self.segment(at)
        if prep in _STRONG_ATTACH:
            return inner.end
        if office.level in ("head-of-state", "head-of-government", "body"):
            return None
        if office.kind == "population" or prep in ("من", "ب") and office.level in ("official", "other", "spokesman", "military", "commander"):
            return inner.end
        if office.level in ("official", "other", "spokesman", "commander", "military") and words[start].r.definite is False:
            return inner.end
        after = inner.end
        if after < len(words):
            a = words[after]
            if (a.entry is not None and a.entry.kind == "person") or a.r.pos == "name":
                return inner.end
            if a.token.raw in _COMMAS and office.level in ("ambassador", "envoy"):
                return inner.end
        if any(words[k].entry is not None and words[k].entry.kind == "person" for k in range(at, inner.end)):  # type: ignore[union-attr]
            return inner.end
        return None

    def _apposition(self, comma: int, has_person: bool, has_title: bool) -> int | None:
        """The end of an apposition after a comma: a title after a name, a name after a title."""
        j = comma + 1
        words = self.words
        if j >= len(words) or not self.nominal(j):
            return None
        w = words[j]
        if (w.hit.conj if w.hit else w.r.conj) or (w.hit.prep if w.hit else w.r.prep):
            return None
        if has_person and not has_title and w.hit is None and self._title(j):
            return self.segment(j).end
        if has_title and not has_person and w.entry is not None and w.entry.kind == "person":
            end = self._skip_hit(j)
            return end if end < len(words) and words[end].token.raw in (*_COMMAS, ".") or end == len(words) else None
        return None
