"""Who says what: cue, speaker, relay and content of every attribution in a sentence."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from mahdar.analysis.clauses import Predicate
from mahdar.analysis.parties import Party
from mahdar.analysis.phrases import Unit, Word
from mahdar.packs.ar.entries import verb_lemma
from mahdar.text.fold import plain

_DOCUMENTS = {"بيان", "تقرير", "رسالة", "كلمة", "خطاب", "مذكرة", "تصريح", "مقال", "برقية", "وثيقة", "خبر", "حديث", "نص", "نبا", "مقابلة", "موتمر", "تغريدة", "مصدر", "مصادر"}
_QUOTES = {"«": "»", "“": "”", '"': '"', "”": "”", "„": "“"}
_COMMAS = frozenset("،,")
_SAYING_NOUNS = {"قول", "تاكيد", "اشارة"}


class Cues:
    """The closed lists of a pack, folded."""

    def __init__(self, raw: dict[str, Any]) -> None:
        lemmas = lambda key: frozenset(verb_lemma(x) for x in raw[key])  # noqa: E731
        folded = lambda key: frozenset(plain(x) for x in raw[key])  # noqa: E731
        self.report = lemmas("report")
        self.speech_act = lemmas("speech_act")
        self.report_noun = lemmas("report_noun")
        self.report_participle = lemmas("report_participle")
        self.noun_heads = folded("report_noun_head")
        self.source = folded("source")
        self.genus = folded("genus_of_media")
        self.no_noun = folded("no_noun")
        self.planned_adjective = folded("planned_adjective")
        self.planned_verb = lemmas("planned_verb")
        self.planned_noun = folded("planned_noun")
        self.possible_noun = folded("possible_noun")
        self.possible_verb = lemmas("possible_verb")
        self.possible_particle = folded("possible_particle")
        self.condition = folded("condition")
        self.done_verb = lemmas("done_verb")
        self.turn = folded("turn")


class Said(NamedTuple):
    """One statement in terms of words: cue `[cue, cue_end)`, content `[first, last)`, empty cue for a quotation carried on."""

    speaker: Party | None
    others: list[Party]
    relay: list[Party]
    addressee: list[Party]
    cue: int
    cue_end: int
    first: int
    last: int
    direct: bool
    predicate: Predicate | None = None


class Quotes(NamedTuple):
    """Quotation marks of a sentence: closed stretches of words, and a stretch left open at either end."""

    spans: list[tuple[int, int]]
    opens: int
    closes: int


def quotations(marks: Sequence[tuple[int, str]], inside: bool) -> Quotes:
    """Pair the quotation marks of one sentence.

    Args:
        marks: (number of words before the mark, the mark) in order.
        inside: whether a quotation was open when the sentence began.
    """
    spans: list[tuple[int, int]] = []
    stack: list[tuple[int, str]] = [(0, "?")] if inside else []
    closes = -1
    for at, mark in marks:
        is_close = mark in "»”" or (mark == '"' and stack and stack[-1][1] in ('"', "?"))
        if is_close and stack:
            begin, opener = stack.pop()
            spans.append((begin, at))
            if opener == "?" and inside:
                closes = at
        elif not is_close and len(stack) < 8:
            stack.append((at, mark))
    return Quotes(sorted(spans), stack[-1][0] if stack else -1, closes)


class Attribution:
    """Finds the statements of one sentence."""

    def __init__(
        self,
        words: Sequence[Word],
        units: Sequence[Unit],
        verbs: Sequence[Predicate],
        quotes: Quotes,
        cues: Cues,
        parties: Callable[[Unit], list[Party]],
        subject_of: Callable[[Predicate], list[Party]],
    ) -> None:
        self.words, self.units, self.verbs, self.quotes, self.cues = words, units, verbs, quotes, cues
        self.parties, self.subject_of = parties, subject_of

    def find(self) -> list[Said]:
        """The statements in the order of their cues."""
        out: list[Said] = []
        taken: set[int] = set()
        for v in self.verbs:
            said = self._verb(v)
            if said is not None:
                out.append(said)
                taken.add(said.first)
        out += [s for s in self._participles() if s.first not in taken]
        taken |= {s.first for s in out}
        out += self._sources()
        out += [s for s in self._nouns() if s.first not in taken]
        out.sort(key=lambda s: (s.cue, s.first))
        return self._cut(out)

    def _verb(self, v: Predicate) -> Said | None:
        lemma = self.words[v.word].r.lemma
        if lemma == "نقل":
            return self._relayed(v)
        if lemma in ("جاء", "ورد"):
            return self._document(v)
        if lemma not in self.cues.report:
            return None
        if v.passive and lemma not in ("نقل",):
            return None
        subject = self.subject_of(v)
        if v.subjects and not subject:
            head = self.words[v.subjects[0].word]
            if head.entry is None and head.r.cls not in ("human", "group", "") and head.r.lemma not in _DOCUMENTS:
                return None
        speaker = subject[0] if subject else None
        relay = [p for u in v.args.get("li", []) for p in self.parties(u) if p.kind == "media"]
        addressee = [p for u in v.objects[:1] if lemma in ("ابلغ", "اخبر", "طمان") for p in self.parties(u)]
        act = lemma in self.cues.speech_act
        make = lambda first, last, direct: Said(speaker, subject[1:], relay, addressee, v.word, v.word + 1, first, last, direct, v)  # noqa: E731
        if v.clause >= 0 and lemma not in ("قرّر", "طلب", "استطاع"):
            return make(v.clause + 1, len(self.words), False)
        quote = self._quote_after(v)
        if quote is not None and (not act or quote[2] or quote[1] - quote[0] >= 5):
            return make(quote[0], quote[1], True)
        if lemma in self.cues.report_noun:
            for u in (*v.objects, *v.args.get("an", []), *(v.args.get("bi", []) if lemma == "ابلغ" else [])):
                head = self.words[u.word]
                if head.entry is None and (head.r.form == "masdar" or head.r.cls in ("act", "abstract") or head.r.lemma == "عدم"):
                    if lemma in ("اعلن", "اكّد", "كشف", "توقّع", "رجّح", "زعم") and head.r.form != "masdar" and head.r.cls != "act":
                        continue
                    first = u.start + (1 if self.words[u.start].r.pos == "prep" and self.words[u.start].hit is None else 0)
                    return make(first, self._clause_end(u), False)
        if not act and lemma in ("قال", "اضاف", "صرّح", "تابع", "اوضح", "راي", "اعتبر", "اكّد") and not v.objects and self._colon_after(v) is not None:
            return make(self._colon_after(v), len(self.words), False)
        if lemma in ("اعتبر", "راي", "عدّ") and v.objects and not v.passive and speaker is not None:
            return make(v.objects[0].start, len(self.words), False)
        return None

    def _quote_after(self, v: Predicate) -> tuple[int, int, bool] | None:
        """The quotation that a verb of saying opens: first and last word, and whether a colon or comma leads it in."""
        end = next((p.word for p in self.verbs if p.word > v.word and not any(a <= p.word < b for a, b in self.quotes.spans)), len(self.words))
        for a, b in self.quotes.spans:
            if v.word < a <= end and b - a >= 2:
                lead = a > 0 and self.words[a - 1].token.raw in ("،", ",", ":")
                if lead or b - a >= 3:
                    return a, b, lead
        if self.quotes.opens > v.word:
            return self.quotes.opens, len(self.words), True
        return None

    def _colon_after(self, v: Predicate) -> int | None:
        for k in range(v.word + 1, min(len(self.words), v.word + 14)):
            if self.words[k].token.raw == ":":
                return k + 1 if k + 1 < len(self.words) else None
        return None

    def _relayed(self, v: Predicate) -> Said | None:
        """نقلت A عن B قوله إن: B speaks, A relays, the cue is the noun of saying."""
        outlets = [p for p in self.subject_of(v) if p.kind == "media" or p.sector == "JRN"]
        sources = [p for u in v.args.get("an", []) for p in self.parties(u)]
        if not v.args.get("an"):
            return None
        for k in range(v.word + 1, len(self.words)):
            w = self.words[k]
            if w.r.pos == "noun" and w.r.lemma in _SAYING_NOUNS and w.r.pron:
                first = next((j + 1 for j in range(k + 1, min(k + 6, len(self.words))) if self.words[j].r.pos == "sub"), None)
                quote = next(((a, b) for a, b in self.quotes.spans if k < a <= k + 3), None)
                if first is None and quote is None:
                    first = k + 1
                if quote is not None and (first is None or quote[0] < first):
                    return Said(sources[0] if sources else None, sources[1:], outlets, [], k, k + 1, quote[0], quote[1], True, v)
                assert first is not None
                return Said(sources[0] if sources else None, sources[1:], outlets, [], k, k + 1, first, len(self.words), False, v)
        if v.clause >= 0:
            return Said(sources[0] if sources else None, sources[1:], outlets, [], v.word, v.word + 1, v.clause + 1, len(self.words), False, v)
        return None

    def _document(self, v: Predicate) -> Said | None:
        """جاء في بيان X أن."""
        first = v.clause + 1 if v.clause >= 0 else None
        if first is None:
            for k in range(v.word + 1, min(v.word + 30, len(self.words))):
                if self.words[k].r.pos == "sub" and self.words[k].r.lemma == "ان":
                    first = k + 1
                    break
        if first is None:
            return None
        units = [u for u in v.args.get("fi", []) if self.words[u.word].r.lemma in _DOCUMENTS]
        with_pronoun = v.word + 1 < len(self.words) and self.words[v.word + 1].r.lemma == "في" and bool(self.words[v.word + 1].r.pron)
        if not units and not with_pronoun:
            return None
        speakers: list[Party] = []
        if units:
            speakers = self.parties(units[0])
            begin = units[0].n
            for u in self.units[begin + 1 :]:
                if speakers or u.start >= first:
                    break
                if u.kind == "np":
                    speakers = self.parties(u)
        else:
            for u in reversed([u for u in self.units if u.end <= v.word and u.kind == "np"]):
                speakers = self.parties(u)
                if speakers:
                    break
        end = v.word + (2 if with_pronoun else 1)
        return Said(speakers[0] if speakers else None, speakers[1:], [], [], v.word, end, first, len(self.words), False, v)

    def _participles(self) -> list[Said]:
        """قائلا، مضيفا أن ...: the subject of the clause before goes on speaking."""
        out: list[Said] = []
        for k, w in enumerate(self.words):
            if w.hit is not None or w.r.form != "active" or w.r.of not in self.cues.report_participle or w.r.definite:
                continue
            raw = w.token.raw
            if not (w.r.accusative or raw.endswith(("ا", "\u064b", "ة", "ين"))) or w.r.prep:
                continue
            verb = next((v for v in reversed(self.verbs) if v.word < k and v.subjects), None) or next((v for v in self.verbs if v.word < k), None)
            subject = self.subject_of(verb) if verb is not None else []
            speaker = subject[0] if subject else None
            j = k + 1
            while j < len(self.words) and (self.words[j].r.pos in ("prep", "adv") or self.words[j].token.raw in _COMMAS):
                j += 1
            sub = next((m for m in range(k + 1, min(k + 12, len(self.words))) if self.words[m].r.pos == "sub" and self.words[m].r.lemma in ("ان", "بان") or self.words[m].r.pos == "verb"), None)
            quote = next(((a, b) for a, b in self.quotes.spans if k < a <= k + 5 and b - a >= 2), None)
            if sub is not None and self.words[sub].r.pos == "sub":
                out.append(Said(speaker, subject[1:], [], [], k, k + 1, sub + 1, len(self.words), False))
            elif quote is not None:
                out.append(Said(speaker, subject[1:], [], [], k, k + 1, quote[0], quote[1], True))
            elif self.quotes.opens > k and self.quotes.opens <= k + 4:
                out.append(Said(speaker, subject[1:], [], [], k, k + 1, self.quotes.opens, len(self.words), True))
            elif j < len(self.words) and self.words[j].r.form == "masdar" and w.r.of in ("اكّد", "اعلن", "نفي", "ابدي", "توقّع"):
                if w.r.of != "ابدي":
                    out.append(Said(speaker, subject[1:], [], [], k, k + 1, j, self._end_from(j), False))
            elif w.r.of == "قال" and j < len(self.words):
                out.append(Said(speaker, subject[1:], [], [], k, k + 1, j, len(self.words), False))
        return out

    def _sources(self) -> list[Said]:
        """وفق X, بحسب X: X vouches for the clause that the phrase stands in."""
        out: list[Said] = []
        for u in self.units:
            if u.kind != "np" or plain(u.prep) not in self.cues.source:
                continue
            head = self.words[u.word]
            speakers = [p for p in self.parties(u) if not p.weak or p.code == "UNK"]
            if not speakers and head.r.lemma not in _DOCUMENTS and head.r.cls != "human":
                follow = self.units[u.n + 1] if u.n + 1 < len(self.units) else None
                if head.r.lemma not in ("ما", "قول") or follow is None:
                    continue
            if head.r.cls in ("abstract",) and head.entry is None:
                continue
            begins = all(self.units[k].kind == "m" for k in range(u.n))
            if begins:
                first = u.end
                while first < len(self.words) and self.words[first].token.raw in _COMMAS:
                    first += 1
                if first < len(self.words) and self.words[first].r.lemma in ("فان", "فقد"):
                    first += 1
                last = len(self.words)
            else:
                first, last = self._clause_begin(u), u.start
                while last > first and self.words[last - 1].token.raw in (*_COMMAS, "-"):
                    last -= 1
            if last - first >= 2:
                out.append(Said(speakers[0] if speakers else None, speakers[1:], [], [], u.start, u.start + 1, first, last, False))
        return out

    def _nouns(self) -> list[Said]:
        """إعلان X أن."""
        out: list[Said] = []
        for u in self.units:
            if u.kind != "np":
                continue
            for s in u.segments:
                k = s.head
                w = self.words[k]
                if w.hit is not None or w.r.lemma not in self.cues.noun_heads:
                    continue
                sub = next((x for x in self.units[u.n + 1 : u.n + 5] if x.kind == "m" and self.words[x.word].r.pos == "sub" and x.lemma == "ان"), None)
                blocked = sub is None or any(x.kind == "v" for x in self.units[u.n + 1 : sub.n])
                if sub is None or blocked:
                    continue
                speakers = self.parties(u)
                if speakers:
                    out.append(Said(speakers[0], speakers[1:], [], [], k, k + 1, sub.word + 1, len(self.words), False))
        return out

    def _clause_begin(self, u: Unit) -> int:
        """Where the clause begins that a source phrase ends: after the last أن or turn before it, else the sentence."""
        for k in range(u.start - 1, -1, -1):
            w = self.words[k]
            if w.token.raw in ("؛", ":") or w.token.folded in self.cues.turn:
                return k + 1
        return 0

    def _clause_end(self, u: Unit) -> int:
        return self._end_from(u.start)

    def _end_from(self, k: int) -> int:
        for j in range(k + 1, len(self.words)):
            w = self.words[j]
            if w.token.raw in ("،", ",", "؛") and j + 1 < len(self.words):
                nxt = self.words[j + 1]
                if nxt.r.conj or nxt.r.form == "active" or nxt.r.pos in ("sub", "verb"):
                    return j
            if w.r.pos == "verb" and w.r.conj and w.r.lemma in self.cues.report:
                return j
        return len(self.words)

    def _cut(self, said: list[Said]) -> list[Said]:
        """End each indirect content where the next attribution or a new main clause begins."""
        out: list[Said] = []
        for n, s in enumerate(said):
            last = s.last
            if not s.direct and last == len(self.words):
                for k in range(s.first + 1, last):
                    w = self.words[k]
                    if self._inside_quote(k):
                        continue
                    nested = any(t.cue == k and t.predicate is not None for t in said[n + 1 :])
                    if nested and (w.r.conj == "و" or k > 0 and self.words[k - 1].token.folded in ("كما", "ثم")):
                        last = k
                        break
                    if any(t.cue == k and t.predicate is None and w.r.form == "active" for t in said[n + 1 :]):
                        last = k
                        break
                    if w.token.folded.lstrip("و") in self.cues.turn and k > 0 and self.words[k - 1].token.raw in _COMMAS:
                        last = k
                        break
                    if plain(w.r.lemma) in self.cues.source and any(t.cue == k for t in said):
                        last = k
                        break
            while last > s.first and (self.words[last - 1].token.kind == "mark" or self.words[last - 1].token.folded in ("كما", "و")):
                last -= 1
            if last > s.first:
                out.append(s._replace(last=last))
        return out

    def _inside_quote(self, k: int) -> bool:
        return any(a <= k < b for a, b in self.quotes.spans)
