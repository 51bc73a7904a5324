"""The Arabic lexicon, compiled from its tables."""

from pathlib import Path
from typing import Final

from mahdar.packs.ar.conjugate import SHADDA, participles, stems
from mahdar.packs.tables import rows, several
from mahdar.text.fold import plain

PRONOUNS: Final = ("ه", "ها", "هما", "هم", "هن", "ك", "كم", "كما", "نا", "ي")
# Prepositions that take the pronoun of the first person; after others the ending is an adjective's (داخلي).
_WITH_ME: Final = ("ل", "ب", "مع", "عن", "من", "في", "لدي", "الي", "علي")
_WITH_PRONOUN: Final = ("كل", "جميع", "بعض", "معظم", "اغلب", "احدي")
_FIVE_NOUNS: Final = ("اب", "اخ")  # whose case is a long vowel before a pronoun: أبوه، أباه، أبيه
# Nouns among them have no other form: بد of لا بد, whose accusative would be spelled as the verb بدأ.
_PARTICLE_POS: Final = frozenset("prep conj sub neg modal fut pron dem rel interrog adv num part noun adj".split())


class Builder:
    """Collects stems and lemmas; the same entry twice is one entry."""

    def __init__(self) -> None:
        self.verbs: dict[str, list[tuple[str, int, str]]] = {}
        self.nominals: dict[str, list[tuple[str, int, str]]] = {}
        self.particles: dict[str, list[tuple[str, str, str]]] = {}
        self.lemmas: list[tuple[str, str, str, str, str, str, str]] = []
        self.frequent: set[str] = set()
        self.common: set[str] = set()
        self._number: dict[tuple[str, str, str], int] = {}

    def lemma(
        self, lemma: str, pos: str, of: str = "", cls: str = "", gender: str = "", form: str = "", letter: str = ""
    ) -> int:
        """The number of a lemma, made when new; later knowledge of class and form fills what was empty.

        A verbal noun that is also in the table of nouns is one lemma; `letter` is how an initial alef is spelled.
        """
        key = (lemma, pos + letter, "" if form == "masdar" else of)
        plain_adjective = (lemma, pos + letter, "")
        if pos == "adj" and form == "active" and plain_adjective in self._number:
            key = plain_adjective
            cls = "adj"
        if key in self._number:
            n = self._number[key]
            old = self.lemmas[n]
            self.lemmas[n] = (old[0], old[1], old[2] or of, old[3] or cls, old[4] or gender, old[5] or form, old[6])
            return n
        self._number[key] = len(self.lemmas)
        self.lemmas.append((lemma, pos, of, cls, gender, form, letter))
        return self._number[key]

    def verb(self, past: str, present: str, intransitive: bool) -> None:
        """Add a verb with all its stems."""
        lemma = verb_lemma(past)
        form = "frequent" if lemma in self.frequent else ""
        n = self.lemma(lemma, "verb", cls="i" if intransitive else "t", form=form, letter=_letter(past))
        for s in stems(past, present, intransitive):
            entry = (s.kind, n, s.voice)
            if entry not in self.verbs.setdefault(s.stem, []):
                self.verbs[s.stem].append(entry)

    def noun(
        self, singular: str, gender: str, plurals: list[str], cls: str, of: str = "", form: str = "", pos: str = "noun"
    ) -> None:
        """Add a noun or adjective with its plurals."""
        word = plain(singular)
        collective = pos == "noun" and not plurals and word.endswith("ات") and len(word) > 4  # محادثات, سلطات
        lemma = plain(singular.replace("ئو", "ؤو"))  # one lemma however the hamza sits: مسئول، مسؤول
        n = self.lemma(lemma, pos, of, cls, "f" if collective else gender, form, _letter(singular))
        if collective:
            self._nominal(word, "x", n, "p")
            return
        sound = "ون" in plurals or (pos == "adj" and gender != "f")
        feminine = "ات" in plurals or pos == "adj" or bool(of)
        if word.endswith("ة"):
            self._nominal(word[:-1], "tm" if pos == "noun" and gender == "m" else "t", n, "s")
        elif word.endswith("ي") and singular.endswith("ى"):
            self._nominal(word, "x", n, "s")
            self._nominal(word[:-1] + "ا", "xp", n, "s")
            self._nominal(word, "xd", n, "s")
        else:
            self._nominal(word, "n" + ("s" if sound else "") + ("f" if feminine else ""), n, "s")
            if word.endswith("ء"):
                for seat in "وي":
                    self._nominal(word[:-1] + seat, "xp", n, "s")
            if word.endswith("يء"):  # شيئا
                self._nominal(word[:-1] + "ي", "n", n, "s")
            if word in _FIVE_NOUNS:
                for case in "واي":
                    self._nominal(word + case, "xp", n, "s")
            if word.endswith("ي") and form in ("active", "masdar"):
                self._nominal(word[:-1], "x0", n, "s")
        if pos == "adj" and not word.endswith("ة"):
            self._nominal(word, "t", n, "s")
        for p in plurals:
            if p in ("ون", "ات"):
                continue
            q = plain(p)
            many = self.lemma(lemma, pos, of, cls, gender, form, _letter(p))  # أشكال of شكل
            if q.endswith("ة"):
                self._nominal(q[:-1], "bt", many, "p")
            else:
                self._nominal(q, "b", many, "p")
                if q.endswith("ء"):
                    for seat in "وي":
                        self._nominal(q[:-1] + seat, "xp", many, "p")
                if p.endswith("ى"):
                    self._nominal(q[:-1] + "ا", "xp", many, "p")

    def _nominal(self, stem: str, kind: str, n: int, number: str) -> None:
        entry = (kind, n, number)
        if stem and entry not in self.nominals.setdefault(stem, []):
            self.nominals[stem].append(entry)

    def particle(self, form: str, pos: str, lemma: str) -> None:
        """Add a closed-class word, by default its own lemma; prepositions also with pronouns."""
        word = plain(form)
        if " " in word or pos not in _PARTICLE_POS:
            return
        self._particle(word, pos, plain(lemma) or word, "")
        if pos == "prep" and word != "ك":  # كنا is we were, كم how many
            for p in PRONOUNS:
                if p != "ي" or word in _WITH_ME:
                    self._particle(word + p, pos, word, p)
        if word in _WITH_PRONOUN:
            for p in PRONOUNS:
                self._particle(word.removesuffix("ي") + ("ا" if word[-1] == "ي" else "") + p, pos, word, p)
        if word == "غير":  # وغيرهم
            for p in PRONOUNS:
                self._particle(word + p, "noun", word, p)
        if pos == "sub" and word in ("ان", "لان", "لكن", "كان", "بان"):
            for p in PRONOUNS:
                self._particle(word + p, pos, word, p)

    def _particle(self, form: str, pos: str, lemma: str, pron: str) -> None:
        entry = (pos, lemma, pron)
        if entry not in self.particles.setdefault(form, []):
            self.particles[form].append(entry)


def _letter(word: str) -> str:
    return word[0] if word[0] in "أإآ" else ""


def verb_lemma(past: str) -> str:
    """The dictionary form of a verb: folded but for the shadda, which tells form II from form I."""
    return "".join(c if c == SHADDA else plain(c) for c in past)


def build(folder: Path) -> Builder:
    """All tables of `lexicon/` in one builder, in the order of their names."""
    b = Builder()
    frequent = (folder / "frequent.txt").read_text(encoding="utf-8").split("\n")
    b.frequent = {verb_lemma(w) for line in frequent if not line.startswith("#") for w in line.split()}
    common = (folder / "frequent_nouns.txt").read_text(encoding="utf-8").split("\n")
    b.common = {plain(w) for line in common if not line.startswith("#") for w in line.split()}
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".tsv")), key=lambda f: f.name)
    for f in files:
        if f.name.startswith("nouns"):
            for _, (singular, gender, plurals, cls, _gloss) in rows(f, 5):
                b.noun(singular, gender or ("f" if singular.endswith("ة") else "m"), several(plurals), cls)
        elif f.name.startswith("adjectives"):
            for _, (masculine, feminine, plurals, _gloss) in rows(f, 4):
                b.noun(masculine, "m", several(plurals), "", pos="adj")
                if feminine:
                    b.noun(feminine, "f", [], "", pos="adj", of="", form="")
        elif f.name.startswith("particles"):
            for _, (form, pos, _english, _note, lemma) in rows(f, 5):
                b.particle(form, pos, lemma)
    # Of verbs spelled alike the first read wins ties: those of public life lead.
    for f in sorted(files, key=lambda f: f.name != "verbs_public.tsv"):
        if f.name.startswith("verbs"):
            for _, (past, present, masdars, irregular, flags, _gloss) in rows(f, 6):
                b.verb(past, present, "i" in flags)
                _derived(b, past, present, several(masdars), irregular, "i" in flags)
    return b


def _derived(b: Builder, past: str, present: str, masdars: list[str], irregular: str, intransitive: bool) -> None:
    of = verb_lemma(past)
    for m in masdars:
        b.noun(m, "f" if m.endswith("ة") else "m", ["ات"], "act", of, "masdar")
    active, passive = ([*irregular.split("/", 1), ""])[:2] if irregular else participles(past, present)
    if active:
        b.noun(active, "m", [], "", of, "active", "adj")
    if passive and passive != active and not intransitive:
        b.noun(passive, "m", [], "", of, "passive", "adj")
