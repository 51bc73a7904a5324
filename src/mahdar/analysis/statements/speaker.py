"""Whose words they are: the speaker of a clause of saying, and the outlets that hand his words on."""

from collections.abc import Callable
from typing import Final

from mahdar.analysis.chunks import Chunk, Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party
from mahdar.language.cues import Cues
from mahdar.text.fold import plain

EXTENT: Final = "حد"  # على حد قوله


class Speaker:
    """Tells who speaks in one sentence. `last_speaker`: who spoke last before it; `spoke`: be it in it."""

    def __init__(
        self,
        words: list[Word],
        chunks: list[Chunk],
        cues: Cues,
        parties: Callable[[Chunk], list[Party]],
        subject_of: Callable[[Clause], list[Party]],
        unnamed: Callable[[Chunk], Party],
        last_speaker: Party | None,
    ) -> None:
        self.words, self.chunks, self.cues = words, chunks, cues
        self.parties, self.subject_of, self.unnamed = parties, subject_of, unnamed
        self.last_speaker = self.spoke = last_speaker

    def at_home(self, speaker: Party, relay: list[Party]) -> Party:
        """The speaker, an official of no state told as one of the state whose outlet he speaks to: قال مصدر أمني لوكالة
        الأنباء الغانية.
        """
        if speaker.level not in ("official", "source"):
            return speaker
        said_by = [w for w in self.words if speaker.start <= w.token.start < speaker.end]
        by_outlet = [w for w in self.words for p in relay if p.start <= w.token.start < p.end]
        national = any(w.entry is not None and w.entry.kind == "adjective" for w in by_outlet)  # وكالة الأنباء الغانية
        guessed = speaker.weak or (national and all(w.hit is None and not w.r.pron for w in said_by))
        if speaker.code not in (None, "UNK") and not (guessed and speaker.level == "source"):
            return speaker
        office = any(w.hit is None and w.r.lemma in self.cues.local_source for w in said_by)
        if speaker.level == "source" and not office:
            return speaker  # قالت مصادر مطلعة لصحيفة، قال مصدر دبلوماسي
        codes = {p.code for p in relay}
        code = next(iter(codes)) if len(codes) == 1 else None
        if code in (None, "UNK") or any(plain(p.name) in self.cues.world_outlet for p in relay):
            return speaker
        return speaker._replace(code=code, key=f"{speaker.key}:{code}")

    def speakers(self, c: Clause, w: Word, complement: Clause | None) -> list[Party] | None:
        """Who says what a verb of saying tells, none where nobody is told; None for a subject that says nothing."""
        if complement is not None and (learned := self.learned_from(c, w)) is not None:
            return self.parties(learned) or [self.unnamed(learned)]
        speakers = [p for p in self.subject_of(c) if p.kind != "place"]
        if c.parent is not None and self._in_paper(c) and not speakers:
            speakers = [p for p in self.subject_of(c.parent) if p.kind != "place"]
        if not c.subject:
            return speakers
        x = c.subject[0]
        head = self.words[x.head]
        speakers = speakers or [p for p in self.subject_of(c) if p.code and head.named]  # أربيل
        if not speakers and not self.speaks(x):
            return None
        speakers = speakers or [self.unnamed(x)]
        if all(p.code in (None, "UNK") for p in speakers) and head.r.lemma in self.cues.document:
            if (author := self.author(x)) is not None:
                speakers = [p for p in self.parties(author) if p.code] or speakers  # أفاد بيان صادر عن الوزارة
        if speakers[0].code in (None, "UNK") and self.same_source(x) and self.spoke is not None:
            return [self.spoke]
        return speakers

    def handing_on(self, c: Clause, w: Word, complement: Clause | None) -> list[Party]:
        """The outlets that hand on what a verb of saying tells: to which it is said, or which learned it."""
        through = [*c.args.get("li", ())]
        if complement is not None:
            through += self.by_way_of(c, complement)
            if self.learned_from(c, w) is not None:
                through += [*c.subject, *c.objects[:1]]
        return [p for x in through for p in self.parties(x) if p.kind == "media" or p.sector == "JRN"]

    def by_way_of(self, c: Clause, complement: Clause) -> list[Chunk]:
        """The sources between a verb of saying and the words that somebody else than an outlet says, which only hand
        them on: أكد الوزير، بحسب وكالة الأناضول، أن الهدنة قائمة.
        """
        assert c.verb is not None
        if not self.governs(c) or not self.subject_of(c) or self.outlets(c):
            return []
        return [x for x in c.args.get("hasab", ()) if c.verb.end <= x.start and x.end <= complement.opener]

    def outlets(self, c: Clause) -> list[Party]:
        """The outlets that do what a clause tells, with those who speak for no state: نقلت الوكالة، أفاد مراسل."""
        return [p for p in self.subject_of(c) if p.kind == "media" or p.sector == "JRN" or p.level == "source"]

    def _in_paper(self, c: Clause) -> bool:
        """Whether a relative clause tells what somebody says in what it describes: ألقى كلمة قال فيها."""
        own = any(x is not c.antecedent and x.start > c.start for x in c.subject)
        heads = [self.words[x.head] for x in c.args.get("fi", ())]
        return c.kind == "relative" and not own and any(w.r.pos == "prep" and w.r.pron for w in heads if w.hit is None)

    def learned_from(self, c: Clause, w: Word) -> Chunk | None:
        """Whose words somebody came to know: علمت «العالم» من مصادر طبية، سمع من الوزير أن الهدنة قائمة."""
        if not w.act_in(self.cues.learn_verb):
            return None
        sources = [x for rel in ("min", "laday") for x in c.args.get(rel, ())]
        return next((x for x in sources if self.speaks(x) and self.words[x.head].r.cls != "place"), None)

    def same_source(self, x: Chunk) -> bool:
        """Whether a phrase means whoever spoke last: المصدر نفسه، البيان، على حد قول البيان."""
        head = self.words[x.head]
        if head.hit is None and (head.r.lemma == EXTENT or head.r.lemma in self.cues.voice) and not head.r.pron:
            head = self.words[x.end - 1]
        return (
            head.hit is None
            and head.r.definite
            and not head.r.pron
            and (head.r.lemma in self.cues.document or head.r.lemma in self.cues.source_noun)
        )

    def speaks(self, x: Chunk) -> bool:
        """Whether a phrase names who or what can say something: somebody, a body, a document."""
        head = self.words[x.head]
        return (
            head.hit is not None
            or head.r.cls in ("human", "group", "")
            or head.r.lemma in self.cues.document
            or head.r.lemma in self.cues.honorific
            or head.r.pos in ("pron", "name")
        )

    def governs(self, c: Clause) -> bool:
        """Whether the verb of a clause is one of saying: قال إن، جاء في بيان أن."""
        if c.verb is None:
            return False
        w = self.words[c.verb.start]
        if w.act_in(self.cues.come_verb):  # جاء في بيان أن; no جاءت الخطوة عقب تصريحات الوزير بأن
            heads = [self.words[x.head].r for x in c.args.get("fi", ())]
            return any(r.lemma in self.cues.document or r.pron for r in heads)
        return bool(w.act_in(self.cues.report))

    def author(self, x: Chunk) -> Chunk | None:
        """The phrase behind a document that tells whose it is: بحسب بيان للرئاسة التركية، في تقرير من المنظمة."""
        behind = self.chunks[x.n + 1] if x.n + 1 < len(self.chunks) else None
        if behind is None or behind.kind != "np" or behind.rel not in ("li", "of", "min", "an"):
            return None
        return behind if self.parties(behind) else None
