"""Which phrase fills which place around each verb and each noun that may name an act."""

from collections.abc import Sequence

from mahdar.analysis.phrases import Segment, Unit, Word

PREPOSITIONS = {
    "الي": "ila", "من": "min", "عن": "an", "علي": "ala", "في": "fi", "ل": "li", "ب": "bi", "ك": "ka", "مع": "maa",
    "ضد": "didda", "بين": "bayna", "حول": "hawl", "بشان": "hawl", "بخصوص": "hawl", "حيال": "tijah", "ازاء": "tijah",
    "تجاه": "tijah", "نحو": "tijah", "بحق": "bihaqq", "داخل": "dakhil", "خلال": "khilal", "بعد": "baad", "عقب": "baad",
    "اثر": "baad", "قبل": "qabl", "لدي": "laday", "امام": "amam", "حتي": "hatta", "منذ": "munthu", "بدون": "bidun",
    "دون": "bidun", "من قبل": "min_qibal", "من جانب": "min_qibal", "من طرف": "min_qibal", "علي يد": "ala_yad",
    "علي ايدي": "ala_yad", "برعاية": "ria", "بوساطة": "ria", "بمشاركة": "maa", "بحضور": "maa", "برفقة": "maa",
    "الي جانب": "maa", "في": "fi", "وسط": "fi", "باسم": "li", "من اجل": "li", "قرب": "fi", "عبر": "abr", "عند": "laday",
    "بحسب": "hasab", "حسب": "hasab", "وفق": "hasab", "وفقا": "hasab", "طبقا": "hasab", "رغم": "raghm", "بسبب": "sabab",
}  # fmt: skip
_AUXILIARY = {"كان", "ليس", "صار", "اصبح", "ظلّ", "بات", "زال", "كاد", "عاد", "اخذ", "بدا", "يزال", "سبق", "استمرّ", "واصل"}
_STOPS = frozenset(".؛;!?؟:…")
_COMMAS = frozenset("،,")
_SKIPPED = ("adv", "neg", "fut", "modal", "part")
_TURNS = {"بينما", "فيما", "حيث", "لكن", "بل", "اذ", "عندما", "بعدما", "قبلما", "اذا", "لو", "مما", "كما", "ثم", "او", "ام", "حين", "لان", "كي", "لكي", "ان", "منذ", "الا", "غير", "ريثما", "طالما"}


class Predicate:
    """A verb or event noun with what stands around it.

    `args`: relation -> units; `clause`: first word of the أنّ clause it opens, or -1.
    `subjects` and `objects` are units; a noun's adjectives and genitive are segments in `adjective_of`
    and `genitive`.
    """

    __slots__ = (
        "after", "args", "aux", "clause", "clause_kind", "genitive", "governor", "kind", "negated", "object_pron", "objects",
        "passive", "relation", "relative", "segment", "start_of_clause", "subject_dropped", "subjects", "unit", "word",
    )  # fmt: skip

    def __init__(self, kind: str, word: int, unit: Unit) -> None:
        self.kind, self.word, self.unit = kind, word, unit
        self.args: dict[str, list[Unit]] = {}
        self.subjects: list[Unit] = []
        self.objects: list[Unit] = []
        self.clause = -1
        self.clause_kind = ""
        self.governor: Predicate | None = None
        self.relation = ""
        self.negated = ""
        self.aux: list[int] = []
        self.passive = False
        self.subject_dropped = False
        self.object_pron = ""
        self.segment: Segment | None = None
        self.genitive: Segment | None = None
        self.relative: Unit | None = None
        self.start_of_clause = False
        self.after: list[Unit] = []


def agrees(word: Word, gender: str, number: str, before: bool) -> bool:
    """Whether a verb agrees with a subject after it (gender only) or, with `before`, before it (number too)."""
    r = word.r
    if r.person != 3:
        return False
    if r.number in ("d", "p") and not before:
        return False
    if before and r.number != (number or "s") and not (number in ("p", "d") and r.number == "s" and r.gender == "f"):
        return number == "s" and r.number == "p"
    if r.gender and gender and r.gender != gender:
        return number == "p" and r.gender in ("f", "m") and not before
    return True


class ClauseReader:
    """Reads the predicates of one sentence from its units."""

    def __init__(self, words: Sequence[Word], units: Sequence[Unit], agreement) -> None:  # type: ignore[no-untyped-def]
        self.words = words
        self.units = units
        self.agreement = agreement  # unit -> (gender, number)
        self.claimed: dict[int, tuple[str, Predicate]] = {}

    def verbs(self) -> list[Predicate]:
        """The verbs of the sentence with their subjects, objects and complements, in order."""
        out: list[Predicate] = []
        for u in self.units:
            if u.kind == "v":
                out.append(self._verb(u, out))
        return out

    def relation_of(self, unit: Unit) -> str:
        """The ASCII name of a unit's preposition; empty for none."""
        return PREPOSITIONS.get(unit.prep, unit.prep) if unit.prep else ""

    def _verb(self, u: Unit, earlier: Sequence[Predicate]) -> Predicate:
        p = Predicate("v", u.word, u)
        w = self.words[u.word]
        p.object_pron = w.r.pron
        left = self._left(u, p)
        bare = self._right(u.n + 1, p)
        if p.relative is not None:
            self._relative(p, bare)
        elif left is not None:
            p.subjects = [left]
            p.objects = bare[:2]
        elif bare:
            first = bare[0]
            gender, number = self.agreement(first)
            dropped = w.r.number in ("d", "p") or not agrees(w, gender, number, False)
            if not dropped and u.conj and earlier and len(bare) == 1 and not p.object_pron and w.r.cls == "t" and not self._starts(u):
                shared = earlier[-1]
                same = shared.subjects and self.agreement(shared.subjects[0])[0] == (w.r.gender or "m")
                dropped = bool(same) and (self._thing(first) or p.clause < 0 and bool(p.args.get("bi") or p.args.get("ala")))
            if dropped:
                p.objects = bare[:2]
                p.subject_dropped = True
            else:
                p.subjects = [first]
                p.objects = bare[1:3]
        else:
            p.subject_dropped = True
        for s in p.subjects:
            self.claimed[s.n] = ("subject", p)
        for o in p.objects:
            self.claimed.setdefault(o.n, ("object", p))
        for rel, us in p.args.items():
            for x in us:
                self.claimed.setdefault(x.n, (rel, p))
        p.passive = w.r.voice == "pas" or (w.r.voice == "both" and bool(p.args.get("min_qibal") or p.args.get("ala_yad")))
        return p

    def _starts(self, u: Unit) -> bool:
        return u.n == 0 or all(self.units[k].kind == "m" for k in range(u.n))

    def _thing(self, u: Unit) -> bool:
        w = self.words[u.word]
        return w.entry is None and w.r.cls not in ("human", "group") and w.r.pos == "noun"

    def _left(self, u: Unit, p: Predicate) -> Unit | None:
        """The subject before the verb, after negators and auxiliaries are passed over."""
        k = u.n - 1
        comma = 0
        conj = u.conj in ("و",) or (u.conj == "ف" and not self._after_amma(u))
        while k >= 0:
            x = self.units[k]
            if x.kind == "m":
                w = self.words[x.word]
                if w.r.pos in _SKIPPED and not comma:
                    if w.r.pos == "neg":
                        p.negated = p.negated or w.r.lemma
                    if x.conj:
                        conj = True
                    if x.lemma in ("قد", "لقد", "سوف", "لم", "لن", "لا", "ليس", "ما", "هل") or w.r.pos in _SKIPPED:
                        k -= 1
                        continue
                if w.r.pos == "rel":
                    p.relative = self._antecedent(k)
                    return None
                if x.lemma in _COMMAS and comma < 2 and not conj:
                    comma += 1
                    k -= 1
                    continue
                if x.lemma in ("اما",):
                    return None
                p.start_of_clause = True
                return None
            if x.kind == "v":
                lemma = self.words[x.word].r.lemma
                if lemma in _AUXILIARY and not conj:
                    p.aux.append(x.word)
                    inner = self.claimed.get(k)
                    if inner is None:
                        conj = bool(x.conj)
                        if conj:
                            return None
                        k -= 1
                        continue
                return None
            if conj:
                p.start_of_clause = True
                return None
            if x.prep:
                if k >= 1 and (comma or self.words[x.word].r.pos == "noun" or True):
                    k -= 1
                    if u.n - k > 6:
                        return None
                    continue
            gender, number = self.agreement(x)
            claim = self.claimed.get(k)
            if not agrees(self.words[u.word], gender, number, True):
                return None
            if claim and claim[0] == "subject":
                before = claim[1]
                if self.words[before.word].r.lemma in _AUXILIARY:
                    p.aux.append(before.word)
                    return x
                return None if comma == 0 and not self.words[u.word].r.tense == "present" else None
            if claim and claim[0] == "object" and comma:
                return None
            if comma == 1 and k >= 1:
                return x if not claim else None
            return x
        p.start_of_clause = True
        return None

    def _after_amma(self, u: Unit) -> bool:
        return any(self.units[k].lemma == "اما" for k in range(u.n))

    def _antecedent(self, k: int) -> Unit | None:
        for j in range(k - 1, max(-1, k - 4), -1):
            if self.units[j].kind == "np":
                return self.units[j]
        return None

    def _relative(self, p: Predicate, bare: list[Unit]) -> None:
        w = self.words[p.word]
        assert p.relative is not None
        gender, number = self.agreement(p.relative)
        fits = agrees(w, gender, number, True)
        if p.object_pron and bare:
            first_gender, first_number = self.agreement(bare[0])
            if agrees(w, first_gender, first_number, False):
                p.subjects, p.objects = [bare[0]], [p.relative]
                return
        if fits:
            p.subjects, p.objects = [p.relative], bare[:2]
        elif bare:
            p.subjects, p.objects = [bare[0]], bare[1:2] or [p.relative]

    def _right(self, k: int, p: Predicate) -> list[Unit]:
        """Collect what follows the verb up to the end of its clause: complements into `p.args`, bare phrases returned."""
        bare: list[Unit] = []
        comma = False
        while k < len(self.units):
            x = self.units[k]
            if x.kind == "v":
                if self.words[p.word].r.lemma in _AUXILIARY and not x.conj:
                    break
                break
            if x.kind == "m":
                w = self.words[x.word]
                if w.r.pos == "sub" and x.lemma in ("ان", "بان", "لان") or x.lemma in ("بان",):
                    if not x.conj and p.clause < 0 and x.lemma != "لان":
                        p.clause = x.word
                        p.clause_kind = ("bi" if w.r.prep == "ب" or x.lemma == "بان" else "") + "an"
                    break
                if x.lemma in _COMMAS:
                    comma = True
                    k += 1
                    continue
                if x.lemma in _STOPS or w.r.pos in ("rel", "sub", "conj", "interrog") or x.lemma in _TURNS:
                    if w.r.pos == "prep" or w.r.pron:
                        pass
                    else:
                        break
                if w.r.pos == "prep" and w.r.pron:
                    k += 1
                    continue
                if w.r.pos == "prep":
                    nxt = self.units[k + 1] if k + 1 < len(self.units) else None
                    if nxt is not None and nxt.kind == "m" and self.words[nxt.word].r.pos == "sub":
                        p.args.setdefault(PREPOSITIONS.get(w.r.lemma, w.r.lemma) + ":clause", [])
                        k += 1
                        continue
                if w.r.pos == "neg" and x.conj:
                    break
                k += 1
                continue
            if x.prep:
                if x.conj and not comma and bare and False:
                    break
                p.args.setdefault(self.relation_of(x), []).append(x)
            else:
                if x.conj or (comma and bare and len(bare) >= 2):
                    break
                if self.words[x.word].r.pos == "adj" and self.words[x.word].entry is None and not self.words[x.word].r.definite and (bare or comma):
                    k += 1
                    continue
                bare.append(x)
            p.after.append(x)
            k += 1
        return bare

    def noun(self, unit: Unit, segment: Segment, word: int) -> Predicate:
        """The predicate of an event noun at `word` inside `segment` of `unit`."""
        p = Predicate("n", word, unit)
        p.segment = segment
        if word + 1 < segment.end:
            nxt = self.words[word + 1]
            if (nxt.hit is not None and nxt.entry is not None and nxt.entry.kind != "adjective") or (
                nxt.hit is None and nxt.r.pos in ("noun", "name", "num", "dem") and not self.words[word].r.pron and not self.words[word].r.definite
            ):
                p.genitive = Segment(word + 1, segment.end, word + 1)
        claim = self.claimed.get(unit.n)
        if claim is not None:
            p.relation, p.governor = claim
        k = unit.n + 1
        while k < len(self.units):
            x = self.units[k]
            if x.kind == "np" and x.prep and not (x.conj and x.prep not in ("ل", "مع", "بين")):
                p.args.setdefault(self.relation_of(x), []).append(x)
                p.after.append(x)
            elif x.kind == "np" and not x.conj and p.genitive is not None and not p.objects and k == unit.n + 1:
                p.objects.append(x)
            elif x.kind == "m" and self.words[x.word].r.pos == "sub" and x.lemma in ("ان", "بان") and not x.conj:
                if p.clause < 0:
                    p.clause = x.word
                    p.clause_kind = "an"
                break
            elif x.kind == "m" and (self.words[x.word].r.pos in ("adv", "part") or self.words[x.word].r.pos == "prep"):
                pass
            else:
                break
            k += 1
        return p
