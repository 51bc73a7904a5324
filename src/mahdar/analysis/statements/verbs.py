"""Statements of verbs of saying: whether a clause tells that somebody says something."""

from typing import Final

from mahdar.analysis.chunks import Word
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party
from mahdar.analysis.statements.clausal import carries, chain, complement_of, mood, negated
from mahdar.analysis.statements.extent import Extent
from mahdar.analysis.statements.quotes import Quotes
from mahdar.analysis.statements.said import Said
from mahdar.analysis.statements.speaker import Speaker
from mahdar.language.cues import Cues

_TONGUE: Final = "لسان"


class Verbs:
    """Finds what the verbs of saying of one sentence tell."""

    def __init__(self, words: list[Word], quotes: Quotes, cues: Cues, extent: Extent, who: Speaker) -> None:
        self.words, self.quotes, self.cues, self.extent, self.who = words, quotes, cues, extent, who

    def said(self, c: Clause) -> Said | None:
        """What the verb of a clause says that somebody says; None where it says nothing."""
        if c.verb is None:
            return None
        w, complement = self.words[c.verb.start], complement_of(c)
        if "نقل" in w.acts or ("نسب" in w.acts and "ila" in c.args):
            relayed = self._relayed(c)
            if relayed is not None or complement is None or "an" in c.args:
                return relayed  # but نقلت شاهدة أن القوات انسحبت
        if w.act_in(self.cues.come_verb):
            told = self._document(c)
            if told is not None or len(w.acts) == 1:
                return told
        lemma = w.act_in(self.cues.report) or self._talks_of(c, w)
        if not lemma or self._says_nothing(c, w, lemma, complement):
            return None
        speakers = self.who.speakers(c, w, complement)
        if speakers is None:
            return None
        content = self.extent.of(c, lemma, bool(speakers))
        if content is None:
            return None
        # behind a verb of accusing, not quoted: only for the sake of the act
        vouches = complement is None and lemma in self.cues.accuse_verb and not self.quotes.marks(*content)
        relay = self.who.handing_on(c, w, complement)
        whom = [p for x in c.objects[:1] if lemma in self.cues.inform_verb for p in self.who.parties(x)]
        first = speakers[0] if speakers else None
        return Said(first, speakers[1:], relay, whom, c.verb.start, c.verb.end, *content, c.n, vouches)

    def _says_nothing(self, c: Clause, w: Word, lemma: str, complement: Clause | None) -> bool:
        """Whether a clause with a verb of saying tells of nothing said: لم يعلن، يذكر أن، ما سُمّي «...»."""
        if self._unsaid(c, lemma) or carries(self.words, self.cues, c) or self._follows_from(c):
            return True
        if c.passive and not (complement and c.kind != "participle"):
            return True
        if self._impersonal(c, w, complement) or (c.passive and lemma == "سال"):
            return True
        if w.act_in(self.cues.called_verb) and self._called(c, complement):
            return True
        if complement is not None and self.words[complement.opener].r.conj == "ف":
            return True  # بينما يحمل أوهاما، فإن الرئيس سيفشل
        resolves = lemma in self.cues.resolving and complement is not None
        return resolves and complement is not None and mood(self.words, complement) == "subjunctive"

    def _talks_of(self, c: Clause, w: Word) -> str:
        """The verb behind which words stand that somebody says who only talks, finds or hears: تحدث عن أن القوات
        انسحبت، تحدث عن «خرق»، انتهت المحكمة إلى أن العقد باطل، سمع من الوزير أن الهدنة قائمة.
        """
        complement = complement_of(c)
        if complement is not None and complement.via == "ila":
            return w.act_in(self.cues.find_verb)
        if complement is not None and complement.via == "":
            return w.act_in(self.cues.learn_verb) if self.who.learned_from(c, w) is not None else ""
        if complement is not None:
            return w.act_in(self.cues.talk_verb) if complement.via == "an" else ""
        quoted = any(a in (x.start, x.start + 1) for x in c.args.get("an", ()) for a, _ in self.quotes.spans)
        return w.act_in(self.cues.talk_verb) if quoted else ""

    def _follows_from(self, c: Clause) -> bool:
        """Whether what the sentence before a clause tells is all that shows what the clause says: مما يؤكد أن، وهو ما
        يظهر أن.
        """
        if c.opener < 0 or c.verb is None or any(x.end > c.opener for x in c.subject):
            return False
        opener, before = self.words[c.opener], self.words[c.opener - 1] if c.opener else None
        if opener.hit is None and opener.r.lemma in self.cues.which:
            return True
        which = before is not None and before.hit is None and before.r.pos == "pron" and before.r.conj == "و"
        return which and c.kind == "relative" and self.words[c.verb.start].r.tense == "present"

    def _called(self, c: Clause, complement: Clause | None) -> bool:
        """Whether nobody is told who calls something so: ما سُمّي «...»، جماعات توصف بأنها معتدلة."""
        assert c.verb is not None
        if self.words[c.verb.start].r.pron or c.kind != "relative":
            return False
        return not c.subject if complement is None else complement.via == "bi" and not c.objects

    def _impersonal(self, c: Clause, w: Word, complement: Clause | None) -> bool:
        """Whether nobody is said to say it: يذكر أن، علم أن، زيارة يتوقع أن تستمر يومين."""
        assert c.verb is not None
        r = w.r
        present = (r.tense, r.person, r.gender, r.number) == ("present", 3, "m", "s")
        if present and w.act_in(self.cues.assumed_verb) and all(x.end <= c.verb.start for x in c.subject):
            return True  # القوة يفترض أن تكون إفريقية
        if c.subject and not (c.kind == "relative" and c.subject == [c.antecedent]):
            return False
        if (r.tense, r.person, r.gender, r.number, r.pron) == ("past", 3, "m", "s", "") and complement is not None:
            return bool(w.act_in(self.cues.learn_verb)) and not c.subject and not c.args and c.kind == "main"
        if (r.tense, r.gender, r.number) != ("present", "m", "s") or r.fut:
            return False
        opens = c.passive or c.verb.start == c.start or bool(c.aux) or (bool(r.conj) and c.previous is not None)
        if w.act_in(self.cues.impersonal) and not c.subject:
            return opens or c.kind == "relative"
        if not w.act_in(self.cues.supposing) or complement is None:
            return False
        if c.kind != "relative":
            return opens and not c.subject
        again = bool(complement.verb is not None and self.words[complement.verb.start].r.pron)
        if c.opener >= 0:  # المرشح الذي يرجح أن ينتخبه البرلمان
            return again and bool(complement.subject)
        return again or bool(complement.pronoun)  # رجلا يعتقد أنه القائد

    def _unsaid(self, c: Clause, lemma: str) -> bool:
        """Whether the words say that nothing was said: لم يعلن، دون أن يعلن، لم يستبعد is something else."""
        if lemma in ("استبعد", "نفي"):
            return False
        if lemma in self.cues.also_grow and not self._adds(c):
            return True
        if lemma == "توقّع" and "min" in c.args and complement_of(c) is None:
            return True  # تتوقع من كمبالا الامتثال is what she wants of her
        assert c.verb is not None
        if (c.kind == "complement" and c.via == "bidun") or self.words[c.verb.start].r.person == 2:
            return True
        wished = c.kind == "complement" and c.via != "qabl" and mood(self.words, c) == "subjunctive"
        if c.kind == "condition" or wished:
            return True  # إذا أعلنت أن، من المتوقع أن تعلن أن
        if self.words[c.verb.start].r.fut == "س" and (lemma in self.cues.speech_act or lemma in self.cues.inform_verb):
            return True  # what somebody is going to propose is not said yet
        return negated(self.words, self.cues, c)

    def _adds(self, c: Clause) -> bool:
        """Whether a verb of growing means to add in words: وزاد أن; no زادت صادراتها، زاد من مخاوفها."""
        said_of = c.subject[0] if c.subject else None
        return not (c.objects or "min" in c.args) and (said_of is None or self.who.speaks(said_of))

    def _relayed(self, c: Clause) -> Said | None:
        """نقلت A عن B قوله إن: B speaks, A relays, the cue is the noun of saying."""
        assert c.verb is not None
        of = "ila" if "نسب" in self.words[c.verb.start].acts else "an"  # نسبت صحيفة إلى الوزير قوله
        whose = c.args.get(of) or [x for x in c.args.get("manner", ()) if self.words[x.start + 1].r.lemma == _TONGUE]
        chain_of = [told for x in whose if (told := self.who.parties(x))]
        handing = [p for told in chain_of[:-1] for p in told]  # نقل التلفزيون عن الوكالة عن الوزير أن
        handed_on = bool(handing) and all(p.sector == "JRN" for p in handing)
        sources = chain_of[-1] if handed_on else [p for told in chain_of for p in told]
        if not whose and any(self._his_words(self.words[x.head]) for x in c.objects):
            sources = [self.who.last_speaker] if self.who.last_speaker is not None else []  # نقلت الوكالة قوله إن
        elif not whose:
            return None
        outlets = self.who.outlets(c) + (handing if handed_on else [])
        complement = complement_of(c)
        cue, cue_end = c.verb.start, c.verb.end
        for k in range(c.verb.end, min(len(self.words), c.last() if complement is None else complement.opener)):
            if self._his_words(self.words[k]):
                cue, cue_end = k, k + 1

        def make(first: int, last: int) -> Said:
            return Said(sources[0] if sources else None, sources[1:], outlets, [], cue, cue_end, first, last, c.n)

        if complement is not None:
            return make(*self.extent.with_quote(c, complement, max(x.last() for x in chain(c, complement))))
        quote = next(((a, b) for a, b in self.quotes.spans if a >= cue_end and b - a >= 2), None)
        if quote is not None:
            return make(*quote)
        if self.quotes.opens >= cue_end:
            return make(self.quotes.opens, len(self.words))
        return make(cue_end, c.last()) if cue != c.verb.start else None

    def _his_words(self, w: Word) -> bool:
        """Whether a word is a noun of saying with the pronoun of who speaks: قوله، تأكيدها."""
        return w.hit is None and w.r.pos == "noun" and w.r.lemma in self.cues.saying_noun and bool(w.r.pron)

    def _document(self, c: Clause) -> Said | None:
        """جاء في بيان X أن، بيان جاء فيه أن."""
        assert c.verb is not None
        complement = complement_of(c) or next(
            (y for x in c.children if x.kind == "relative" if (y := complement_of(x)) is not None), None
        )
        quote = None if complement is not None else self.extent.quoting.quote(c)
        if complement is None and quote is None:
            return None
        before = [self.who.last_speaker] if self.who.last_speaker is not None else []
        where = c.args.get("fi", [])
        documents = [x for x in where if self.words[x.head].r.lemma in self.cues.document]
        speakers: list[Party] = []
        end = c.verb.end
        if documents:
            speakers = self.who.parties(documents[0])
            for x in c.after:
                if not speakers and x.n > documents[0].n:
                    speakers = self.who.parties(x)
            for child in c.children:
                if not speakers and child.kind == "relative" and child.antecedent is documents[0]:
                    speakers = self.who.subject_of(child)
        elif where and self.words[where[0].head].r.pron and c.antecedent is not None:
            end = where[0].end
            speakers = self.who.parties(c.antecedent)
            if not speakers and c.parent is not None:
                later = [x for x in (*c.parent.before, *c.parent.after) if c.antecedent.n < x.n < c.verb.n]
                speakers = [p for x in later for p in self.who.parties(x)][:1]
        else:
            return None
        speakers = speakers or before
        if complement is not None:
            home = complement.parent or c
            first, last = complement.opener + 1, max(x.last() for x in chain(home, complement))
        else:
            assert quote is not None
            first, last = quote[0], quote[1]
        return Said(speakers[0] if speakers else None, speakers[1:], [], [], c.verb.start, end, first, last, c.n)
