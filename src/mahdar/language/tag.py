"""Which reading of each word the sentence means, by its neighbours."""

from collections.abc import Callable
from functools import lru_cache
from math import inf
from typing import Final

from mahdar.language.choice import EDGE, Choice, Lead, Setting, named_tag
from mahdar.language.words import GUESSED, NOMINAL, Mark, Reading, Readings
from mahdar.packs.ar.analyser import Analyser
from mahdar.packs.ar.context import AUXILIARY, MIXED, REFLEXIVE, STYLES, Neighbours, context, spellings
from mahdar.text.tokens import COMMAS, Token
from mahdar.world.names import GROUND

MARK: Final = Readings((Reading("mark", ""),))
NUMBER: Final = Readings((Reading("num", ""),))
LATIN: Final = Readings((Reading("name", ""),))
NAMED: Final = Reading("name", "", number="s")

_JOINED: Final = ("", "و", "ف")  # what may stand before a particle
_NO_WORD: Final = {"mark": MARK, "number": NUMBER}


def readings_of(tokens: list[Token], reader: Analyser) -> list[Readings]:
    """The readings of each token."""
    return [reader.read(x.folded) if x.kind == "word" else _NO_WORD.get(x.kind, LATIN) for x in tokens]


def spaced(tokens: list[Token], reader: Analyser, run_on: frozenset[str]) -> list[Token]:
    """The tokens with a particle and the present verb behind it taken apart that are written as one: ولاتوجد."""
    out: list[Token] = []
    openings = tuple([conj + particle for particle in run_on for conj in _JOINED])
    for t in tokens:
        may = t.kind == "word" and t.folded.startswith(openings) and len(t.raw) == len(t.folded)
        cut = _run_on(t, reader, run_on) if may else 0
        if cut:
            out.append(Token(t.start, t.start + cut, t.folded[:cut], t.raw[:cut], t.kind))
            out.append(Token(t.start + cut, t.end, t.folded[cut:], t.raw[cut:], t.kind))
        else:
            out.append(t)
    return out


def _run_on(token: Token, reader: Analyser, run_on: frozenset[str]) -> int:
    """Where the verb begins in a word that only makes sense as two; 0 where it does not."""
    word = token.folded
    for particle in run_on:
        for conj in _JOINED:
            cut = len(conj) + len(particle)
            if word.startswith(conj + particle) and len(word) > cut + 2 and reader.read(word).all[0].weight <= GUESSED:
                verbs = (x for x in reader.read(word[cut:]).all if x.tense == "present" and x.person == 3)
                return cut if any(x.number != "d" and not (x.short or x.conj or x.fut) for x in verbs) else 0
    return 0


Pick = Callable[[int, list[float], Setting], int]


def choose(
    tokens: list[Token],
    forms: list[Readings],
    named: list[str],
    choice: Choice | None = None,
    pick: Pick | None = None,
) -> list[Reading]:
    """One reading for each token, left to right; `named`: the kind of known name that a word belongs to, "" for none.

    The lexicon has a weight for each reading, and the pack has preferences set by hand; `choice` adds the learned ones.
    `pick`, told the number of the token, what speaks for each reading, and the setting, chooses instead of the highest
    score.
    """
    out: list[Reading] = []
    options = [form.all for form in forms]
    marks = [EDGE, EDGE]
    first = [_first(form, kind, token) for form, kind, token in zip(forms, named, tokens, strict=True)]
    first.append(EDGE)
    open_verb = False  # whether the clause has its verb already
    open_act = 0  # 1 where a verbal noun behind a preposition has come since: دعا إلى وقف القتال وسحب القوات
    lead: Lead | None = None
    for i, token in enumerate(tokens):
        readings = options[i]
        n = 0
        if len(readings) > 1:
            form = forms[i]
            here = Neighbours(i, tokens, options, named, out, open_verb, form.whole)
            before = here.before
            spelled = spellings(form, token)
            at = _setting(out, marks, first[i + 1], i, tokens, options, named, open_verb, open_act, lead)
            goes_on = open_verb and before is not None and before.pos in NOMINAL
            scores: list[float] = []
            best_score = -inf
            for k, r in enumerate(readings):
                s = r.weight + context(r, here) + spelled[k]
                if goes_on and r.pos == "verb" and not r.conj:
                    s -= 1.5 if r.tense == "past" else 0.8
                if choice is not None:
                    s += choice.score(r, form.marks[k], at)
                if s > best_score:
                    best_score, n = s, k
                if pick is not None:
                    scores.append(s)
            if pick is not None:
                n = pick(i, scores, at)
            elif token.folded in REFLEXIVE and before is not None and before.pos == "noun" and before.definite:
                n = next((k for k, r in enumerate(readings) if r.pos == "noun" and r.pron), n)  # المصدر نفسه
        best = readings[n]
        if best.pos == "verb" and named[i]:
            best = NAMED  # الرئيس صالح is no verb, whatever stands behind
        describes = best.pos == "verb" and not open_verb and _of_what_leads(best, out)
        out.append(best)
        marks.append(first[i] if named[i] else forms[i].marks[n])
        open_verb = not describes and _open(open_verb, best, token)
        if best.pos in ("mark", "verb", "sub", "rel"):
            open_act = 2 if open_act and token.raw in COMMAS else 0
        elif best.form == "masdar" and (best.prep or (i and out[i - 1].pos == "prep")):
            open_act = 1
        if best.pos in ("mark", "verb", "sub", "rel"):
            lead = None
        elif lead is None and not open_verb and (named[i] or best.pos == "noun") and not best.prep:
            lead = _lead(best, named[i], token)
    return out


def _of_what_leads(verb: Reading, out: list[Reading]) -> bool:
    """Whether a verb only describes the phrase behind 'in' that opens the sentence, so that another is to come: وفي
    كلمة ألقاها أمس كشف الوزير.
    """
    k = len(out) - 1
    while k > 0 and out[k].pos in NOMINAL and not (out[k].definite or out[k].pron or out[k].prep):
        k -= 1
    if k < 0 or not verb.pron or (k == len(out) - 1 and not out[k].prep):
        return False
    governed = out[k].pos == "prep" or (out[k].prep != "" and not out[k].definite)
    return governed and (k == 0 or out[k - 1].pos == "mark")


def _first(form: Readings, kind: str, token: Token) -> Mark:
    """What a word shows before its reading is chosen: the likeliest, or the kind of name."""
    return _named_mark(kind, token.folded) if kind else form.marks[0]


@lru_cache(maxsize=1 << 14)
def _named_mark(kind: str, word: str) -> Mark:
    """What a word of a known name shows."""
    return Mark(named_tag(kind), word)


def _setting(
    out: list[Reading],
    marks: list[Mark],
    after: Mark,
    i: int,
    tokens: list[Token],
    options: list[tuple[Reading, ...]],
    named: list[str],
    has_verb: bool,
    act: int,
    lead: Lead | None,
) -> Setting:
    """What stands beside the word `i`; `marks` runs two ahead of `out`."""
    k = i + 1
    follower: Lead | None = None
    if k < len(tokens):
        first = options[k][0]
        if named[k] or (first.pos == "noun" and not first.prep):
            follower = _lead(first, named[k], tokens[k])
    noun = out[i - 1] if i and out[i - 1].pos in NOMINAL and not named[i - 1] else None
    return Setting(marks[-1], marks[-2], after, has_verb, act, lead, follower, noun)


def _lead(r: Reading, kind: str, token: Token) -> Lead:
    """Gender and number that a verb agreeing with a word would show."""
    if kind in GROUND:
        return Lead("" if token.folded in MIXED else "f", "s")
    if kind:
        return Lead("f" if token.folded.endswith("ة") else "", "s")
    if r.number == "p" and r.cls != "human":
        return Lead("f", "s")
    if r.pron and r.lemma in STYLES:
        return Lead("f" if r.pron == "ها" else "m", "s")
    return Lead(r.gender, r.number)


def _open(before: bool, r: Reading, token: Token) -> bool:
    if r.pos == "verb":
        return r.lemma not in AUXILIARY
    if r.pos in ("sub", "rel", "interrog") or (r.pos == "mark" and token.raw in ".,،؛:؟!…"):
        return False
    return before
