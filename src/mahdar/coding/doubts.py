"""Why a frame that fits a trigger may yet tell no event."""

from typing import Final

from mahdar.analysis.chunks import Word, nominal_entry
from mahdar.analysis.clause import Clause
from mahdar.analysis.party import Party, side
from mahdar.coding.inventory import Frame
from mahdar.coding.kinds import ANNOUNCING, IN_A_PLACE, SETTING, SHARING, TWO_SIDED, UNNAMED, VERBAL
from mahdar.coding.scene import Scene
from mahdar.coding.slots import Surroundings, Trigger

_NOBODY: Final = frozenset((None, "CVL", "REF", "MED", "EDU", "SOC", "BUS"))  # to whom nobody's words are no news
_PUBLIC: Final = frozenset(("GOV", "MIL", "LEG", "REB", "OPP", "PRM"))  # whose acts are news of a country left unnamed
_CALLED_FOR: Final = frozenset(("AGREE", "SUPPORT", "COOPERATE", "AID", "CONSULT", "CONCEDE"))
_OF_FORCE: Final = frozenset(("ASSAULT", "COERCE", "PROTEST"))
# Acts that are news only if somebody in public life does them.
_FRIENDLY: Final = frozenset(("AGREE", "AID", "CONCEDE", "CONSULT", "COOPERATE", "SUPPORT"))
_HEADING: Final = 4  # words that a heading run into the sentence may have
_PEOPLE: Final = frozenset(("person", "population"))
_THINGS: Final = frozenset(("abstract", "act", "thing", "time"))
_PRIVATE: Final = frozenset(("AGR", "BUS", "CVL", "EDU"))
_REFERENCE_REACH: Final = 6  # how many words before a noun of violence what makes it a mere reference may stand
_ASIDE: Final = frozenset(("fi", "bi", "min", "li", "ala", "an"))
_TALKED_OF: Final = frozenset(("RETREAT", "COERCE"))
_DEBATED: Final = frozenset(
    ("RETREAT", "COERCE", "CONCEDE", "SANCTION", "AID", "COOPERATE", "MOBILIZE", "AGREE", "SUPPORT")
)
_FAILED: Final = frozenset(("AGREE", "AID", "CONCEDE", "RETREAT", "SUPPORT"))  # of which nothing comes: فشلها في وقف
_GIVING_WAY: Final = frozenset(("AGREE", "CONCEDE", "SUPPORT"))
_LIKE: Final = "ك"  # كأن
_TWO: Final = 2  # sides that meet
_BREATH: Final = 14  # how many words behind a trigger a time may stand that makes it news


class Doubts:
    """Refuses what is no news of an act."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.words, self.chunks, self.frames, self.cues = scene.words, scene.chunks, scene.frames, scene.cues
        self.resolver, self.status, self.title = scene.resolver, scene.status, scene.title

    def refusal(
        self, t: Trigger, frame: Frame, actor: list[Party], recipient: list[Party], around: Surroundings
    ) -> str:
        """Why a frame that fits gives no event; empty where it gives one."""
        named = [p for p in (*actor, *recipient) if p.code not in UNNAMED]
        public = bool(recipient) and any(p.sector in _PUBLIC for p in actor)
        tried = frame.official and any(p.kind == "person" for p in recipient)  # محاكمة محاميين متورطين في قضية
        if not (named or tried or self._open(t, frame, public) or self.scene.deed(t, frame)):
            return "no party is named"
        if self._habit(t, frame):
            return "a habit"
        if t.kind == "verb" and (self.status.asked(t.clause) or self._called(t)):
            return "only asked, or a name"
        if self._as_if(t.clause):
            return "only pictured"
        if frame.type == "REQUEST" and self._insists_that(t, around):
            return "insists that it is so, demands nothing"
        if frame.type == "REQUEST" and frame.slots.actor == ["speaker"] and self._was(t):
            return "what should have been"
        foretold = frame.type == "THREATEN" and frame.future and frame.slots.actor == ["speaker"]
        if foretold and (not any(p.code not in UNNAMED for p in actor) or self._feared(t)):
            return "only feared, or nobody foretells it"
        if frame.type == "REJECT" and self._foretells(t, actor, around):
            return "said of others"
        own = {side(p) for p in actor} & {side(p) for p in around.speaker}
        if frame.type == "THREATEN" and "about" in frame.slots.actor and not own:
            return "said of others"  # قال القائد إن إيران قادرة على ضرب إسرائيل
        if frame.type == "THREATEN" and frame.future and self._replies(t):
            return "an answer to a paper"
        if self._provision(t):
            return "what a law provides"
        if self._heads(t):
            return "a heading before the sentence"
        if frame.type in _OF_FORCE and self._story(t.clause):
            return "told in a story"
        if frame.type == "ASSAULT" and self._of_family(t, actor):
            return "a private crime"
        if frame.both and not any(p.code not in UNNAMED for p in actor):
            return "nobody named feels or says so"
        if "subject" in frame.classes and self._follows_from_before(t):
            return "done by what was told before"
        if frame.slots.require == ["an_clause:subject"] and {p.code for p in recipient} <= {p.code for p in actor}:
            return "said of oneself"
        if frame.both and frame.mode == "visit" and {p.code for p in recipient} <= {p.code for p in actor}:
            return "a visit at home"
        tried = frame.official or "subject" in frame.slots.recipient  # يحاكم ثلاثة مزارعين
        if frame.type in SHARING and not tried and self._in_private(t, actor, recipient):
            return "private words"
        if named and frame.type in _FRIENDLY and (private := self._private(t, frame, actor, recipient)):
            return private
        if frame.type == "CONSULT" and self._on_an_errand(t, around):
            return "a private journey"
        if frame.type in _GIVING_WAY and self._wanted_of_others(t, actor):
            return "only wanted of others"
        if frame.type == "REQUEST" and self._calls_for(t):
            return "calls for what it tells of"
        if frame.type == "AID" and recipient and {side(p) for p in recipient} <= {side(p) for p in actor}:
            return "nobody aids himself"
        if all(p.kind == "media" for p in actor) and actor and frame.type not in ("ACCUSE", "REQUEST"):
            return "the actor is an outlet"
        if (
            frame.merge
            and named
            and not recipient
            and len({(p.code, p.sector) for p in actor}) < 2
            and not self._alone(t, frame, actor, around)
        ):
            return "one party only where two are needed"
        if frame.type == "ASSAULT" and not actor and (self.resolver.d.disaster or self._of_accident(t, frame)):
            return "victims of a disaster"
        if frame.type in _OF_FORCE and self._background(t, frame):
            return "background to other news"
        able = t.relation != "object" and frame.words.keys() & frame.slots.require
        if t.kind == "noun" and not able and self._body(t):  # تمكن من القضاء على المسلحين
            return "a body of that name"
        if t.kind == "noun" and t.light is None:
            if frame.type == "THREATEN" and self._danger(t, actor):
                return "a danger, nobody's words"
            if frame.type in IN_A_PLACE and self._in_general(t, frame, around):
                return "force in general"
            if self._of_a_kind(t):
                return "a kind of thing or place, no act"
            if self._why(t):
                return "only why something is done"
            if frame.type == "ASSAULT" and self._judged(t):
                return "named to be judged, nothing told of it"
            if self._talk(t, frame):
                return "only talked of"
            back = not (frame.attribute or able) and self._back_reference(t, around) and not around.denied()
            if back and not (frame.type == "ASSAULT" and self.scene.blamed(t)):
                return "a reference back to an act told before"
            if frame.type in ("AID", "COOPERATE") and self._charged_with(t):
                return "what somebody is charged with"
            if self._known_deed(t, frame) or (frame.type in _OF_FORCE and self._long_ago(t)):
                return "a deed long known"
            if frame.type in _OF_FORCE and self._practised(t):
                return "only practised"
            if frame.type in SHARING and self._commented(t):
                return "only commented on, or not even that"
            if self._stopped(t):
                return "another noun says that it ends or fails"
            if frame.type in _CALLED_FOR and self._called_for(t):
                return "only talked of"
            if self._given_up(t):
                return "given up"
            if self._sought(t, frame):
                return "sought or aimed at, not had"
            if frame.type == "CONSULT" and t.chunk is not None and t.chunk.rel == "amam":
                return "only talked of"  # لا يغلق الباب أمام الحوار
            if frame.type == "CONCEDE" and self._awaited(t):
                return "waited for"
            only = frame.type == "ASSAULT" and t.relation == "object" and not self.words[t.word].r.definite
            only = only or (frame.type == "ASSAULT" and t.chunk is not None and t.chunk.rel == "ka")
            if ((frame.type in SHARING and frame.type != "ACCUSE") or only) and self._amounts(t):
                return "what something amounts to"
            if t.chunk is not None and t.chunk.rel == "bidun":
                if frame.type == "THREATEN" or (
                    frame.type == "REQUEST" and t.part is not None and t.part.end == t.last
                ):
                    return "done without warning or demand"
            if frame.type in VERBAL | IN_A_PLACE | TWO_SIDED and self._any_such(t):
                return "any that there may be"
            if frame.type == "ASSAULT" and self._on_any(t):
                return "on anybody that there may be"
            told = bool(named) and around.present("bi")  # وسط اتهامات للحكومة السورية بالقمع
            if frame.type in SHARING and self._unsaid(t, frame, actor) and not told:
                return "nobody said so"
            if self._beside_negation(t) and not (frame.merge and around.denied()):
                return "the verb is negated, not the act"
        return ""

    def _told_to_lack(self, t: Trigger) -> bool:
        """Whether somebody only tells that there is no such thing: أكد الخبير عدم وجود اتفاق على تعريف."""
        verb = t.clause.verb
        tells = verb is not None and bool(self.words[verb.start].act_in(self.cues.report))
        return tells and t.light is None and t.relation == "object" and self.status.of(t)[0] == "negated"

    def _on_an_errand(self, t: Trigger, around: Surroundings) -> bool:
        """Whether somebody travels on his own account: غادر إلى لندن لتلقي العلاج، ليقضي إجازة."""
        aims = [y for c in t.clause.children if c.kind == "purpose" for y in c.objects[:1]]
        for x in (*around.chunks("li"), *aims):
            w, inner = self.words[x.head], self.words[x.head + 1] if x.head + 1 < x.end else None
            spent = w.r.form == "masdar" and inner is not None and inner.hit is None
            if w.hit is None and (
                w.r.lemma in self.cues.errand or (spent and inner is not None and inner.r.lemma in self.cues.errand)
            ):
                return True
        return False

    def _wanted_of_others(self, t: Trigger, actor: list[Party]) -> bool:
        """Whether a verb only tells what somebody else acts for: تحركت فرنسا لكي توافق إثيوبيا."""
        c = t.clause
        if t.kind != "verb" or c.kind != "purpose" or c.parent is None or c.parent.verb is None:
            return False
        theirs = {side(p) for p in self.scene.subject_of(c.parent)}
        return bool(actor) and bool(theirs) and theirs.isdisjoint({side(p) for p in actor})

    def _was(self, t: Trigger) -> bool:
        """Whether an auxiliary moves a verb into the past: كان يجب أن يصل, but not بات يتعين عليهم."""
        auxiliaries = (self.words[x.start].r for x in t.clause.aux)
        return t.kind == "verb" and any(r.lemma == "كان" and r.tense == "past" for r in auxiliaries)

    def _replies(self, t: Trigger) -> bool:
        """Whether somebody will only answer what he studies: تدرس الورقة وسترد عليها."""
        before = t.clause.previous
        verb = before.verb if before is not None else None
        answers = t.kind == "verb" and bool(self.words[t.word].act_in(self.cues.react_verb))
        return answers and verb is not None and bool(self.words[verb.start].act_in(self.cues.weigh_verb))

    def _feared(self, t: Trigger) -> bool:
        """Whether a verb stands in what is only wanted or feared: خشيته من أن يؤدي إلى حرب."""
        return t.clause.kind == "complement" and t.clause.opener >= 0 and self.status.subjunctive(t.clause)

    def _commented(self, t: Trigger) -> bool:
        """Whether a bare noun of words is what somebody will not comment on: امتنع عن التعليق على الاتهامات."""
        r, x = self.words[t.word].r, t.chunk
        if x is None or x.rel != "ala" or not r.definite or r.pron or t.part is None or t.part.end > t.last:
            return False
        before = self.words[self.chunks[x.n - 1].head] if x.n else None
        return before is not None and before.hit is None and before.r.of in self.cues.react_verb

    def _danger(self, t: Trigger, actor: list[Party]) -> bool:
        """Whether a definite noun of threat has nobody of its own who utters it: القضاء على التهديد الإرهابي."""
        r, start = self.words[t.word].r, self.words[t.first].token.start
        alone = t.last == t.first + 1  # لكينيا الحق في الرد is no danger
        return alone and r.definite and not r.pron and all(p.end <= start for p in actor)

    def _amounts(self, t: Trigger) -> bool:
        """Whether a noun only tells what something amounts to: يشكل تهديدا، بمثابة رفض."""
        assert t.chunk is not None
        verb = t.clause.verb
        return t.chunk.rel == "ka" or (
            t.relation == "object" and verb is not None and bool(self.words[verb.start].act_in(self.cues.amounts_verb))
        )

    def _any_such(self, t: Trigger) -> bool:
        """Whether a noun stands for any that there may be, not for one that there is: لتلبية أي طلب."""
        x, first = t.chunk, t.first
        if x is not None and x.rel == "li" and x.n > 0 and self.chunks[x.n - 1].end == x.start:
            first = self.chunks[x.n - 1].start  # أي محاولة لتهديدها
        before = self.words[first - 1] if first else None
        if before is not None and first < t.first and self.words[first].r.lemma in self.cues.any_of:
            before = self.words[first]
        return (
            before is not None
            and before.r.lemma in self.cues.any_of
            and (t.relation not in ("subject", "") or self._whatever(t) or self._inside(t))
            and self.status.of(t)[0] != "negated"
        )

    def _on_any(self, t: Trigger) -> bool:
        """Whether an attack would hit anybody that there may be: الهجوم على أي عضو."""
        behind = self.words[t.last : t.last + 2]
        on_any = len(behind) == 2 and behind[0].r.pos == "prep" and behind[1].r.lemma in self.cues.any_of
        return on_any and self.status.of(t)[0] == "occurred"

    def _insists_that(self, t: Trigger, around: Surroundings) -> bool:
        """Whether somebody only insists that something is so: يصرون على أنه توفي في السجن."""
        if t.kind != "verb" or not self.words[t.word].act_in(self.cues.insist_verb):
            return False
        said = around.complement()
        return said is not None and not self.status.subjunctive(said)

    def _of_delegates(self, t: Trigger) -> bool:
        """Whether a noun of talks has those for its genitive who are sent to talks: اجتماع الخبراء."""
        words = self.words[t.last : t.part.end] if t.part is not None else []
        return any(w.hit is None and w.r.definite and w.r.lemma in self.cues.delegate for w in words)

    def _inside(self, t: Trigger) -> bool:
        """Whether a noun stands in the genitive behind another: تنفيذ أي اتفاق."""
        w = self.words[t.first - 2] if t.first > 1 else None
        return w is not None and w.hit is None and w.r.form == "masdar" and not w.r.definite

    def _whatever(self, t: Trigger) -> bool:
        """Whether a clause in the present qualifies a noun: أي تنازل تقدمه الحكومة."""
        inner = [x for x in t.clause.children if x.kind == "relative" and x.antecedent is t.chunk]
        return any(x.verb is not None and self.words[x.verb.start].r.tense == "present" for x in inner)

    def _called(self, t: Trigger) -> bool:
        """Whether a verb only introduces somebody's name: شاب يدعى عبد الحق."""
        after = self.words[t.word + 1] if t.word + 1 < len(self.words) else None
        called = self.words[t.word].token.folded in self.cues.called_form
        return called and after is not None and (after.named or after.r.pos == "name" or after.token.kind == "mark")

    def _body(self, t: Trigger) -> bool:
        """Whether a noun with the article names a body rather than an act: المعارضة."""
        w = self.words[t.word]
        verb = t.clause.verb
        if (
            w.r.lemma in self.cues.mediation
            and w.r.definite
            and not w.r.pron
            and t.chunk is not None
            and t.chunk.end == t.last
        ):
            spoken = verb is not None and self.words[verb.start].act_in(self.cues.speech_act | self.cues.report)
            return bool(spoken) and t.relation in ("subject", "object")  # اتهم الوساطة بالانحياز
        found = nominal_entry(self.words, t.word, self.resolver.world)
        if found is None or found[0].kind != "body" or w.r.pron or t.chunk is None or t.part is None:
            return False
        if not w.r.definite:  # موالاة ومعارضة
            return bool(w.r.conj) and t.part is not t.chunk.parts[0] and t.part.end == t.last
        after = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        told = self.scene.parties(after) if after is not None and after.rel == "li" else []
        if told and all(p.kind == "media" or p.sector == "JRN" for p in told):
            return True  # قال قيادي في المعارضة العراقية لوكالة فرانس برس
        return after is None or after.rel not in ("li", "min_qibal")

    def _unsaid(self, t: Trigger, frame: Frame, actor: list[Party]) -> bool:
        """Whether a single noun of words has nobody who says them."""
        return (
            not actor
            and t.last == t.first + 1
            and frame.idafa == "subject"
            and frame.slots.actor[:1] == ["subject"]
            and self.words[t.word].r.pos == "noun"
        )

    def _in_private(self, t: Trigger, actor: list[Party], recipient: list[Party]) -> bool:
        """Whether words are those of private people, or of nobody known, to nobody public; a body may speak whom no
        table has.
        """
        if any(p.sector not in _NOBODY or p.kind in ("organization", "government") for p in recipient):
            return False
        if t.kind == "verb" and any(self.words[x.head].r.lemma in self.cues.defendant for x in t.clause.subject):
            return False
        if actor and all(p.kind == "person" and p.entry < 0 and not p.office and len(p.code or "") == 3 for p in actor):
            return all(p.sector in _NOBODY and p.code not in UNNAMED for p in actor)
        if not recipient or any(p.code not in UNNAMED or p.sector for p in actor):
            return False
        return not any(self.words[x.head].r.cls == "group" for x in t.clause.subject)

    def _open(self, t: Trigger, frame: Frame, public: bool) -> bool:
        """Whether an act without a named party is news: told by a verb and `public`, or a two-sided act told as
        something new, whose participants the article may name.
        """
        if t.kind == "verb" and public:
            return True
        if not frame.merge or frame.type not in TWO_SIDED | {"SUPPORT", "ASSAULT"}:
            return False
        if frame.type == "ASSAULT" and not (t.kind == "noun" and (t.light is not None or self._breaks_out(t))):
            return False
        if t.kind != "noun":
            return t.clause.passive
        return t.relation in ("subject", "object") or (self.title and t.relation == "")

    def _breaks_out(self, t: Trigger) -> bool:
        """Whether a clause tells of fighting that it goes on or broke out: اندلعت معارك قرب البلدة."""
        verb = t.clause.verb
        if verb is None or t.relation != "subject":
            return False
        w = self.words[verb.start]
        return bool(w.act_in(self.cues.aspect) or (w.act_in(self.cues.done_verb) and not self.words[t.word].r.definite))

    def _private(self, t: Trigger, frame: Frame, actor: list[Party], recipient: list[Party]) -> str:
        """Why a friendly act is no news: nobody is told to do it, or only people of no office do."""
        verb = t.clause.verb
        if not actor:
            lacking = t.light is not None and t.light.subject == "recipient"  # حصلت كولومبيا على مساعدة
            done = t.clause.passive or (verb is not None and self.words[verb.start].act_in(self.cues.done_verb))
            eased = frame.type == "CONCEDE" and frame.idafa == "object"  # إنهاء العقوبات
            if lacking or "subject" in frame.slots.recipient or (t.kind == "noun" and (done or eased)):
                return ""
            return "nobody is told to do it"
        if frame.type == "CONSULT" and any(p.kind == "media" for p in actor):
            return "an interview"
        c = t.clause
        if t.kind == "verb" and c.opener >= 0 and self.words[c.opener].r.lemma in self.cues.fact:
            if not self.words[t.word].r.pron and all(self.words[x.head].r.form == "masdar" for x in c.subject):
                return "a fact does it"  # مما يتيح تحقيق الاستقرار
        if t.kind == "verb" and all(p.weak for p in actor) and "subject" not in frame.words:
            heads = [self.words[x.head] for x in t.clause.subject]
            if heads and all(self._does_nothing(t, w) for w in heads):
                return "a thing of theirs does it"
        if frame.type == "CONSULT" and frame.merge and any(p.kind == "media" for p in actor):
            if len({p.code for p in actor if p.kind != "media"}) < 2:
                return "an interview"
        if frame.mode == "visit" and all(p.kind == "population" and p.sector not in _PUBLIC for p in actor):
            return "a people visits nobody"
        if (
            frame.type == "AID"
            and all(p.sector == "BUS" for p in actor)
            and all(p.sector in _PRIVATE for p in recipient)
        ):
            return "business"
        if frame.type == "CONCEDE" or not all(p.sector in _PRIVATE and p.kind in _PEOPLE for p in actor):
            return ""
        if frame.type == "CONSULT" and frame.merge and self._of_delegates(t):
            return ""
        codes = {p.code for p in actor}
        met = any(p.kind not in _PEOPLE or p.sector in _PUBLIC for p in recipient)
        abroad = any(p.code not in codes | UNNAMED for p in recipient) and not codes <= UNNAMED
        received = "subject" in frame.slots.recipient if frame.type == "CONSULT" else abroad
        if (met and received) or (frame.merge and any(p.number == "d" for p in actor)):
            return ""
        return "only private people do it"

    def _does_nothing(self, t: Trigger, w: Word) -> bool:
        """Whether the head of a subject is a thing that acts for nobody: no paper, and no verbal noun behind the verb,
        which is what somebody unnamed does (واقترح تأسيس شركة).
        """
        if w.r.cls not in _THINGS or w.r.lemma in self.cues.paper or w.r.lemma in self.cues.assembly:
            return False
        return w.r.form != "masdar" or w.n < t.word

    def _background(self, t: Trigger, frame: Frame) -> bool:
        """Whether violence is only told to place other news in time (قبل الهجوم) or as a measure; a time of these days
        makes it news.
        """
        c = t.clause
        if t.kind == "verb" or t.chunk is None:
            return False
        if t.light is not None and c.kind == "relative" and c.antecedent is t.chunk and not c.passive:
            return False  # في ما يتعلق بالحصار الذي تفرضه إسرائيل: its own clause tells who does it
        if t.chunk.rel in SETTING and t.part is t.chunk.parts[0]:
            if self.scene.led_to_next(t):
                return False
            if t.chunk.rel == "khilal" and frame.type == "ASSAULT" and self._cost_lives(t):
                return False  # قتلوا خلال اشتباكات
            during = t.chunk.rel == "khilal" and frame.type == "PROTEST"  # اعتقلوا خلال مظاهرة
            told = not during and self.words[t.chunk.start].token.folded not in self.cues.next_day
        elif self._measure(t):
            told = True
        else:
            known = c.kind == "relative" and c.opener >= 0 and c.antecedent is not None
            aside = known and c.antecedent is not t.chunk and t.chunk.rel in _ASIDE
            told = aside and c.verb is not None and not self.words[c.verb.start].act_in(self.cues.result_verb)
            told = told and self.scene.denier(t) is None  # نفت الأنباء التي ترددت عن مقتل جنود
        return told and not self._fresh(t)

    def _cost_lives(self, t: Trigger) -> bool:
        """Whether the verb of its clause, or the noun before it where there is none, tells only dead and wounded."""
        c, k = t.clause, t.chunk.n - 1 if t.chunk is not None else -1
        if c.verb is not None:
            frames = [f for v in self.words[c.verb.start].acts for f in self.scene.frames.verbs.get(v, ())]
        else:
            frames = self.scene.single(self.words[self.chunks[k].head]) if k >= 0 else []
        return any(f.toll for f in frames)

    def _measure(self, t: Trigger) -> bool:
        """Whether a definite noun only tells of what a noun before it is: أهداف العدوان، وقت القصف."""
        w, head = self.words[t.word], self.words[t.first - 1]
        if self.title or t.light is not None or t.part is None or t.first <= t.part.start:
            return False
        if not w.r.definite or w.r.pron:
            return False
        plain_noun = (
            head.hit is None and head.r.pos == "noun" and not (head.r.form == "masdar" and head.r.number == "s")
        )
        if head.r.lemma in self.cues.claim_noun and self.scene.claims_deed(t.clause):
            return False
        return plain_noun and head.r.lemma not in self.cues.series and head.r.lemma not in self.cues.counting

    def _fresh(self, t: Trigger) -> bool:
        """Whether a time of these days stands in the clause of a trigger or soon behind it, in the same breath."""
        spans = [range(x.start, x.end) for x in t.clause.times] if t.kind == "verb" or t.light is not None else []
        for span in (*spans, range(t.last, min(t.last + _BREATH, len(self.words)))):
            for k in span:
                token = self.words[k].token
                if token.kind == "mark":
                    break
                if token.folded in self.cues.fresh_time:
                    return True
        return False

    def _in_general(self, t: Trigger, frame: Frame, around: Surroundings) -> bool:
        """Whether a definite noun of force stands all alone, of nobody and against nobody: اتهمها بالقمع."""
        assert t.chunk is not None and t.part is not None
        w = self.words[t.word]
        if not w.r.definite or w.r.pron or t.part.end > t.last or t.relation in ("subject", "") or self._lent_to(t):
            return False
        if t.chunk.rel in ("ala_yad", "sabab") or self._fresh(t) or self.scene.laid_to(t) is not None:
            return False
        if self.scene.blamed(t):
            return False  # اتهمها بالوقوف وراء الهجوم
        return not any(around.parties(r) for r in (*frame.slots.actor, *frame.slots.recipient))

    def _lent_to(self, t: Trigger) -> bool:
        """Whether the verb of its clause is one that lends its subject to nouns in this relation: تعرض للضرب والقتل."""
        assert t.chunk is not None
        verbs = self.words[t.clause.verb.start].acts if t.clause.verb is not None else ()
        return any(light.noun == t.chunk.rel for v in verbs for light in self.frames.lights.get(v, ()))

    def _foretells(self, t: Trigger, actor: list[Party], around: Surroundings) -> bool:
        """Whether somebody only thinks it unlikely that another will do something: استبعد أن تهاجم أوغندا كينيا."""
        if t.kind == "noun" or not self.words[t.word].act_in(self.cues.rule_out_verb):
            return False
        inner = around.complement()
        others = [p.code for p in self.scene.subject_of(inner) if p.code not in UNNAMED] if inner is not None else []
        return bool(others) and not any(p.code in others for p in actor)

    def _follows_from_before(self, t: Trigger) -> bool:
        """Whether all that the sentence tells before is the subject of a verb: مما أجبر الحكومة على التراجع."""
        c = t.clause
        if t.kind != "verb" or c.subject or c.passive or c.opener < 0:
            return False
        return self.words[c.opener].hit is None and self.words[c.opener].r.lemma in self.cues.which

    def _talk(self, t: Trigger, frame: Frame) -> bool:
        """Whether a noun of retreat or force names what others want, weigh or agree on, not what is done."""
        assert t.chunk is not None
        core = t.relation in ("subject", "object", "")
        if self.scene.denier(t) is not None:
            return False
        noun = self.words[t.word].r.pos == "noun"
        if frame.type in _DEBATED and noun and t.relation == "object" and t.clause.verb is not None:
            if self.words[t.clause.verb.start].act_in(self.cues.debate_verb):
                return True  # بحث مع نظيره فتح الحدود
        if frame.type == "CONCEDE" and t.chunk.prep in self.cues.in_return:
            return True  # قبلت تعليق التخصيب مقابل رفع العقوبات
        if frame.type == "ASSAULT":
            return not core and not self._lent_to(t) and self.status.of(t) == ("planned", "ل")
        if frame.type not in _TALKED_OF:
            return False
        if self.status.about_to(t):
            return False  # كينيا بصدد سحب قواتها
        if self.status.of(t)[0] in ("planned", "possible"):
            verb = t.clause.verb  # who decides to free somebody frees him: قررت إخلاء سبيله
            own = frame.mode == "release" and verb is not None and bool(self.words[verb.start].act_in(ANNOUNCING))
            if frame.type == "COERCE" and verb is not None and self.status.of(t)[1] in self.cues.decision:
                return not self.words[verb.start].act_in(self.cues.adopt_verb | self.cues.issued_by)  # أصدر قرارا بحظره
            return (frame.type == "RETREAT" and not own) or not core
        if frame.type != "RETREAT" or core or t.relation in ("fi", "hawl", "baad", "raghm"):
            return False
        c = t.clause
        before = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        if t.relation == "min" and before is not None and self.words[before.start].r.lemma == "بعد":
            return False  # بعد أيام من انسحابها
        if t.chunk.prep in self.cues.in_return and frame.mode == "release" and c.verb is not None:
            return self.scene.speaks_of(c)
        told = next((x for x in reversed(self.chunks[: t.chunk.n]) if x.kind in ("np", "verb")), None)
        if t.relation == "bi" and told is not None and (told is c.verb or told in c.subject):
            return False  # رحّب بانسحابه، أقر الجيش، السبت، بانسحابه
        done = self.cues.result_verb | self.cues.aspect  # اضطرت إلى سحب قواتها
        if c.verb is not None and self.words[c.verb.start].act_in(self.cues.push_verb) and t.relation in ("ila", "ala"):
            return bool(self.scene.subject_of(c))  # أجبرت التظاهرات الرئيس على الاستقالة
        return c.verb is None or not self.words[c.verb.start].act_in(done)

    def _judged(self, t: Trigger) -> bool:
        """Whether somebody condemns an attack of which only the attacker is told: أدانت بيروت الاعتداء الإسرائيلي."""
        assert t.chunk is not None and t.part is not None
        c = t.clause
        if t.relation not in ("object", "bi") or c.verb is None or not self.words[t.word].r.definite or t.chunk.conj:
            return False
        if any(self.words[k].entry is None for k in range(t.last, t.part.end)) or t.part.end == t.last:
            return False
        blames = self.scene.verb_frames(self.words[c.verb.start])
        if not any(f.type == "ACCUSE" and not f.words for f in blames) or self._fresh(t):
            return False
        behind = self.chunks[t.chunk.n + 1] if t.chunk.n + 1 < len(self.chunks) else None
        more = behind is not None and behind.kind == "np" and behind.start == t.chunk.end and bool(behind.prep)
        return not more and not any(x.antecedent is t.chunk for x in c.children)

    def _of_a_kind(self, t: Trigger) -> bool:
        """Whether the noun only tells what kind of thing the one right before it is, or names a district: نقطة تفتيش،
        مقاطعة هاينان.
        """
        assert t.part is not None
        if t.first > t.part.start and self.words[t.first - 1].hit is None:
            if self.words[t.first - 1].r.lemma in self.cues.kind_head:
                return True
        if self._in_a_name(t) or self._agreed_in_writing(t):
            return True
        w = self.words[t.word]
        if w.r.lemma not in self.cues.common_noun_of_place:
            return False
        if t.first and self.words[t.first - 1].r.pos == "num":
            return True  # 13 مقاطعة
        if w.r.number != "s" or t.last >= t.part.end:
            return w.r.number != "s"
        behind = self.words[t.last]
        return behind.r.pos == "name" and (behind.entry is None or behind.entry.kind == "city")

    def _why(self, t: Trigger) -> bool:
        """Whether a noun only tells at whose wish something is done: رفعت الأجور استجابة لمطالب النقابات."""
        assert t.chunk is not None
        w = self.words[t.word]
        behind = self.words[t.last] if t.last < len(self.words) else None
        if behind is None or w.r.definite or w.r.pron or t.word != t.chunk.head:
            return False
        return w.r.lemma in self.cues.obliging and not t.chunk.prep and behind.r.prep == "ل" and t.relation != "subject"

    def _agreed_in_writing(self, t: Trigger) -> bool:
        """Whether a noun of agreement only tells what a paper is: مذكرة التفاهم."""
        part = t.part
        before = self.words[t.first - 1] if part is not None and t.first > part.start else None
        paper = before is not None and before.hit is None and before.r.lemma in self.cues.paper
        return paper and all(f.type == "AGREE" for f in self.scene.frames_of(t))

    def _in_a_name(self, t: Trigger) -> bool:
        """Whether the noun tells what a body is for, as part of its name: اللجنة الوطنية لإنقاذ الشعب."""
        x = t.chunk
        if x is None or x.rel != "li" or not x.n or t.first != x.start:
            return False
        body = self.chunks[x.n - 1]
        head = self.words[body.head]
        named = head.hit is None and head.r.definite and not head.r.pron and body.end > body.head + 1
        return body.end == x.start and named and head.r.lemma in self.cues.named_body

    def _charged_with(self, t: Trigger) -> bool:
        """Whether a noun only tells what a charge right before it is of: بتهمة التعاون مع إسرائيل."""
        before = self.words[t.first - 1] if t.first else None
        charged = before is not None and (before.r.lemma in self.cues.charge or before.r.lemma[1:] in self.cues.charge)
        return charged and not self.words[t.word].r.prep

    def _known_deed(self, t: Trigger, frame: Frame) -> bool:
        """Whether a noun of violence stands for a deed long known, or for deeds of a kind: ذكرى اغتيال، متهم بتفجير،
        عمليات الخطف.
        """
        if frame.type != "ASSAULT":
            return False
        for k in range(t.first - 1, max(-1, t.first - 1 - _REFERENCE_REACH), -1):
            w = self.words[k]
            if w.token.kind == "mark" or w.r.pos == "verb":
                return False
            if t.chunk is not None and any(x.start <= k < x.end < t.chunk.start for x in t.clause.subject):
                continue  # اتهمت المحكمة الجنرال بارتكاب مجازر
            word = w.r.lemma if w.hit is None else w.token.folded.removeprefix("ال")  # لجنة التحقيق الدولية
            if word in self.cues.known_deed and (not w.r.accusative or w.r.definite):
                claimed = w.r.lemma in self.cues.claim_noun and (w.r.pron or self.scene.claims_deed(t.clause))
                told = claimed or bool(self.scene.blamed(t))  # who claims it, or lays it on others, tells of it
                return not told and self.scene.denier(t) is None
        return False

    def _calls_for(self, t: Trigger) -> bool:
        """Whether a clause only tells who called for the gathering before it: تظاهرة دعت إليها المعارضة."""
        c = t.clause
        if t.kind != "verb" or c.kind != "relative" or c.antecedent is None or c.antecedent in c.subject:
            return False
        if not self.words[t.word].act_in(self.cues.calling_verb):
            return False
        return any(f.type == "PROTEST" for p in c.antecedent.parts for f in self.scene.single(self.words[p.head]))

    def _long_ago(self, t: Trigger) -> bool:
        """Whether a phrase only tells how long ago a deed was: مرور عشرة أعوام على اغتياله."""
        k = t.first - 1
        while k > 0 and (self.words[k].time or self.words[k].r.pos in ("prep", "num")):
            k -= 1
        w = self.words[k]
        return k < t.first - 2 and w.hit is None and w.r.lemma in self.cues.lapse

    def _practised(self, t: Trigger) -> bool:
        """Whether a noun names what soldiers practise or what is only pictured: تدربوا على اقتحام المباني."""
        verb = t.clause.verb
        after = verb is not None and t.chunk is not None and t.chunk.n > verb.n and t.relation in ("object", "ala")
        return after and verb is not None and bool(self.words[verb.start].act_in(self.cues.practice_verb))

    def _heads(self, t: Trigger) -> bool:
        """Whether a noun stands with its adjective before a sentence that begins anew: قصف إثيوبي وكانت القوات حشدت."""
        x, c = t.chunk, t.clause
        if x is None or t.kind != "noun" or x.n or x.prep or self.status.title or x.end >= len(self.words):
            return False
        w = self.words[x.end]
        anew = w.r.lemma in self.cues.as_for or (w.r.conj == "و" and w.r.pos in ("verb", "modal", "prep"))
        return anew and w.hit is None and c.verb is not None and x not in c.subject and x.end - x.start <= _HEADING

    def _provision(self, t: Trigger) -> bool:
        """Whether a present verb tells what a law, a constitution or a rule says day by day."""
        r = self.words[t.clause.verb.start].r if t.clause.verb is not None else None
        governed = t.kind == "verb" or t.light is not None
        if r is None or not governed or r.tense != "present" or r.fut or t.clause.passive:
            return False
        c = t.clause
        told = c.subject or (c.previous.subject if c.previous is not None else [])
        rules = [self.words[x.head] for x in told]
        return bool(rules) and all(w.hit is None and w.r.lemma in self.cues.law and w.r.cls != "group" for w in rules)

    def _as_if(self, c: Clause) -> bool:
        """Whether a clause only pictures something: كأنها هاجمت المدينة، كما لو أن الجيش قصف الحي."""
        for x in (c, *c.ancestors()):
            if x.kind == "relative":
                return False  # بدا كأنه المنتصر في الحرب التي شنتها
            if x.opener < 0:
                continue
            if self.words[x.opener].r.pos == "sub" and self.words[x.opener].r.prep == _LIKE:
                return True
            for k in range(max(1, x.opener - 1), x.opener + 1):
                if self.words[k].r.lemma in self.cues.condition and self.words[k - 1].r.lemma in self.cues.likewise:
                    return True
        return False

    def _story(self, c: Clause) -> bool:
        """Whether a clause belongs to what a film or a book tells: تدور أحداث الرواية حول شاب قتله جنود. What a
        documentary or an account says may be so.
        """
        before = [c.previous] if c.previous is not None and not c.subject else []
        for x in (c, *c.ancestors(), *before):
            told = x.subject
            if x.verb is not None:
                w = self.words[x.verb.start]
                if w.act_in(self.cues.report) and not w.act_in(self.cues.story_verb):
                    continue
                told = [*x.subject, *x.args.get("fi", [])]
            for y in told:
                lemmas = {w.r.lemma for w in self.words[y.start : y.end] if w.hit is None}
                if lemmas & self.cues.fiction and not lemmas & self.cues.documentary:
                    return True
        return False

    def _of_family(self, t: Trigger, actor: list[Party]) -> bool:
        """Whether somebody of no office does violence to one of his own: قتل شاب والده."""
        if t.kind != "verb" or t.clause.passive or not t.clause.objects:
            return False
        if not actor or any(p.kind not in _PEOPLE or p.entry >= 0 or p.office or p.sector != "CVL" for p in actor):
            return False
        w = self.words[t.clause.objects[0].head]
        return w.hit is None and bool(w.r.pron) and w.r.lemma in self.cues.kin

    def _of_accident(self, t: Trigger, frame: Frame) -> bool:
        """Whether the clause that goes on with the toll tells of an accident: قتل خمسة وأصيب عشرة في انهيار مبنى."""
        if not frame.toll or t.kind != "verb":
            return False
        for c in self.scene.clauses:
            if c.previous is not t.clause or c.verb is None:
                continue
            if any(f.toll for f in self.scene.verb_frames(self.words[c.verb.start])):
                around = self.scene.around(Trigger("verb", c.verb.start, c.verb.start, c.verb.end, c))
                return any(
                    around.says(w, words)
                    for relation, words in frame.not_words.items()
                    if relation not in ("subject", "object")
                    for w in around.heads(relation)
                )
        return False

    def _habit(self, t: Trigger, frame: Frame) -> bool:
        """Whether a present verb of force tells what somebody does again and again, at no time."""
        r, c = self.words[t.word].r, t.clause
        above = c.parent.verb if c.parent is not None and c.antecedent in c.parent.objects else None
        if above is not None and self.words[above.start].act_in(self.cues.perceive_verb):
            return False  # رأى مسلحين يطلقون النار
        if c.antecedent is not None and self.words[c.antecedent.head].r.pos == "pron":
            return False  # الأسطول هو الذي يمنعها
        if c.antecedent is not None and self.words[c.antecedent.end - 1].r.lemma in self.cues.occasion:
            return False  # أول مرة تقصف فيها
        anybody = c.antecedent is None and c.opener >= 0 and frame.type == "RETREAT"  # من يفرج عنهم
        return (
            (frame.type in IN_A_PLACE or anybody)
            and t.kind == "verb"
            and r.tense == "present"
            and not r.fut
            and t.clause.kind == "relative"
            and (not t.clause.times or frame.mode == "seize")  # وصل من بلدة يسيطر عليها المتمردون مساء أمس
            and self.status.clause(t.clause)[0] in ("occurred", "negated")
        )

    def _alone(self, t: Trigger, frame: Frame, actor: list[Party], around: Surroundings) -> bool:
        """Whether a two-sided act may be told of one party: a signing, a body's own meeting, a phrase with an
        adverbial.
        """
        if frame.type == "AGREE" and t.kind == "noun" and self._told_to_lack(t):
            return any(p.code not in UNNAMED for p in around.parties("maa"))
        if frame.type in ("SUPPORT", "AGREE", "ASSAULT", "RETREAT"):
            return True
        if frame.type == "CONSULT" and t.kind == "verb" and self.scene.stays_away(t):
            return True  # «لن نتفاوض»
        if frame.type == "COOPERATE":
            return (t.kind != "noun" or t.light is not None) and any(
                p.code not in UNNAMED and not p.weak for p in around.parties("maa")
            )
        if any(p.code not in UNNAMED and not p.weak for p in around.parties("maa")):
            return True
        if frame.type == "CONSULT" and t.kind == "noun" and self.words[t.last - 1].r.pron == "هم":
            return not around.chunks("object")  # في ختام قمتهم
        body = any(p.kind == "organization" and p.code not in UNNAMED and p.sector is None for p in actor)
        if t.kind != "noun" and frame.type == "CONSULT" and self._meets_somebody(t, frame, around):
            return True
        if t.kind != "noun":
            return body or (frame.type == "CONSULT" and actor[0].number in ("p", "d") and actor[0].kind != "government")
        return t.light is not None or body or (self._told(t) and frame.type == "CONSULT" and not actor[0].weak)

    def _meets_somebody(self, t: Trigger, frame: Frame, around: Surroundings) -> bool:
        """Whether a verb of meeting has people as its other side, known or not: التقى الوزير ممثلين عن المزارعين."""
        others = [x for rel in frame.slots.actor if rel != "subject" for x in around.chunks(rel)]
        return bool(t.clause.subject) and any(self.words[x.head].r.cls in ("human", "group") for x in others)

    def _told(self, t: Trigger) -> bool:
        """Whether a noun is what its clause tells of, alone or counted: احتضنت جنيف جولة من المفاوضات اليمنية."""
        counted = t.relation == "min" and t.chunk is not None and t.chunk.n > 0 and self.scene.counted(t.chunk)
        return counted or t.relation in ("subject", "object")

    def _stopped(self, t: Trigger) -> bool:
        """Whether the noun before it in the phrase, or the phrase that it hangs on, is about ending it (وقف الحرب،
        الانسحاب من الاتفاق).
        """
        assert t.part is not None and t.chunk is not None
        met = any(f.type == "CONSULT" for f in self.scene.single(self.words[t.word]))
        for w in self.words[t.part.start : t.first]:
            if w.hit is None and w.r.lemma in self.cues.stop_noun and not (met and w.r.lemma in self.cues.failure):
                return True  # but after فشل الاجتماع they have met
        before = (
            self.chunks[t.chunk.n - 1]
            if t.chunk.n and t.chunk.rel in ("min", "an", "li") and t.part is t.chunk.parts[0]
            else None
        )
        return (
            before is not None
            and before.kind == "np"
            and before.end == t.chunk.start
            and self.words[before.parts[-1].head].r.lemma in self.cues.stop_noun
        )

    def _called_for(self, t: Trigger) -> bool:
        """Whether a noun is what is said to be needed: شدد على أهمية التوصل إلى اتفاق، أكد ضرورة دعم الحكومة."""
        assert t.part is not None and t.chunk is not None
        if self.words[t.word].r.definite:
            return False
        before = self.chunks[t.chunk.n - 1] if t.chunk.n else None
        near = before is not None and before.kind == "np" and before.end == t.chunk.start and bool(before.parts)
        heads = [before.parts[-1].head] if near and before is not None else []
        heads += range(t.part.head, t.first)
        return any(self.words[k].hit is None and self.words[k].r.lemma in self.cues.need for k in heads)

    def _sought(self, t: Trigger, frame: Frame) -> bool:
        """Whether backing or help is only looked for, or giving way only aimed at or failed in: يبحث عن دعم، حشد الدعم،
        محادثات تهدف إلى تخليها عن، فشلها في وقف إطلاق النار.
        """
        assert t.part is not None and t.chunk is not None
        verb = self.words[t.clause.verb.start] if t.clause.verb is not None else None
        if self._fails_in(t):
            return frame.type in _FAILED
        if frame.type in ("SUPPORT", "AID"):
            if (self.words[t.word].r.pos, self.words[t.word].r.definite) == ("adj", True):
                return False  # بحث تفعيل اتفاقية التعاون الموقعة
            if any(w.hit is None and w.act_in(self.cues.seek_verb) for w in self.words[t.part.start : t.first]):
                return True
            if self._to_be_gained(t):
                return True
            if verb is None or (t.relation == "object" and bool(verb.act_in(self.cues.debate_verb))):
                return False  # بحث دعم السودان
            return t.relation in ("an", "object") and bool(verb.act_in(self.cues.seek_verb))
        aimed = frame.type in ("RETREAT", "CONCEDE") and verb is not None and t.relation == "ila"
        return aimed and verb is not None and bool(verb.act_in(self.cues.goal_verb))

    def _fails_in(self, t: Trigger) -> bool:
        """Whether a noun right before tells that nothing comes of the act, or late: فشلها في وقف، تأخره في إقرار."""
        before = self.chunks[t.chunk.n - 1] if t.chunk is not None and t.chunk.n else None
        if before is None or t.chunk is None or before.kind != "np" or t.chunk.rel != "fi" or not before.parts:
            return False
        part = before.parts[-1]
        words = (w for w in self.words[part.head : part.end] if w.hit is None)
        return any(w.r.lemma in self.cues.failure or w.r.lemma in self.cues.lag for w in words)

    def _to_be_gained(self, t: Trigger) -> bool:
        """Whether somebody only means to get the backing: تحركت للحصول على تأييد كينيا."""
        before = self.chunks[t.chunk.n - 1] if t.chunk is not None and t.chunk.n else None
        if before is None or t.chunk is None or before.rel not in ("li", "ila", "fi") or t.chunk.start != before.end:
            return False
        head = self.words[before.head]
        return head.hit is None and head.r.form == "masdar" and bool(head.act_in(self.cues.gain_verb))

    def _awaited(self, t: Trigger) -> bool:
        """Whether the clause tells that its subject waits for the act, which is somebody else's: تنتظر اعتذارا."""
        verb = t.clause.verb
        waits = verb is not None and bool(self.words[verb.start].act_in(self.cues.await_verb))
        return waits and t.relation == "object" and not self.words[t.word].r.pron

    def _given_up(self, t: Trigger) -> bool:
        """Whether the clause tells that its subject gives the act up: تراجعت عن معارضتها انضمام السويد."""
        verb, x = t.clause.verb, t.chunk
        if verb is None or x is None or not self.words[verb.start].act_in(self.cues.give_up_verb):
            return False
        of = next(
            (y for y in t.clause.args.get("an", ()) if y.start <= x.masdar < y.end), None
        )  # what it is the act of
        if t.relation != "an" and of is None:
            return False
        return self.status.clause(t.clause)[0] not in ("negated", "possible")

    def _beside_negation(self, t: Trigger) -> bool:
        """Whether the clause negates another act on it: نفت أن تكون قد عرقلت المباحثات."""
        c = t.clause
        blames = any(f.type == "ACCUSE" for f in self.scene.single(self.words[t.word]))
        if c.verb is not None and t.relation == "ala" and blames:
            return self.status.clause(c)[0] == "negated"  # لم يصدر تعليق على الاتهامات
        if c.verb is None or t.relation != "object":
            return False
        w = self.words[c.verb.start]
        if any(w.act_in(x) for x in (self.cues.hide_verb, self.cues.planned_verb, self.cues.rule_out_verb)):
            return False  # who does not hide his anger shows it; who does not plan an attack makes none
        if w.act_in(self.cues.done_verb) or w.act_in(self.cues.aspect) or w.act_in(self.cues.report) or c.passive:
            return False
        s = self.scene.innermost(t.word)
        return self.status.clause(c)[0] == "negated" or (
            s >= 0 and self.scene.denied(s) and not self.words[c.verb.start].act_in(self.cues.denial)
        )

    def _back_reference(self, t: Trigger, around: Surroundings) -> bool:
        """تلك المحادثات، هذا البيان; a definite noun in an adverbial phrase without modifier (خلال اللقاء)."""
        assert t.part is not None and t.chunk is not None
        k = t.part.start
        if self.words[k].hit is None and self.words[k].r.pos == "dem" and self.words[k + 1 : k + 2] and k < t.word:
            sides = {side(p) for rel in ("bayna", "maa") for p in around.parties(rel)}
            return t.relation != "subject" or len(sides) < _TWO  # هذه المحادثات الأولى بين كينيا والصومال
        w = self.words[t.word]
        if w.r.pos == "adj":
            return False  # من الضروري أن
        for x in self.chunks[t.chunk.n + 1 :]:
            if x.kind != "np" or not x.prep or x.conj:
                break
            if x.rel in ("bayna", "didda") or (t.chunk.rel == "an" and x.rel == "ala"):
                return False
            if x.rel == "maa" and self.words[x.head].r.form != "masdar":
                return False
        bare = w.r.definite and t.part.end == t.last and not w.r.pron
        c = t.clause
        if any(not x.prep for x in around.chunks("maa")):
            return False  # القمة التي كان يفترض أن تجمع الرئيسين
        meets = any(f.type == "CONSULT" for f in self.scene.single(w))
        if meets and c.verb is not None and t.relation == "subject" and not c.passive:
            if self.scene.speaks_of(c) or self.words[c.verb.start].act_in(self.cues.adopt_verb):
                return True  # دعت القمة العربية إلى هدنة، أقرت القمة الخطة
        if bare and t.relation == "subject" and c.verb is not None and not c.passive:
            verb = self.words[c.verb.start]
            told = bool(verb.act_in(self.cues.done_verb) or verb.act_in(self.cues.aspect))
            told = told or (not c.objects and bool(verb.act_in(self.cues.hold_verb)))  # سيعقد الاجتماع غدا
            return not (told or verb.act_in(self.cues.postpone_verb))
        if t.chunk.rel == "an" and self.scene.owned_up(t):
            return False  # أعلنت مسؤوليتها عن الهجوم
        return bare and t.chunk.rel in ("khilal", "baad", "qabl", "fi", "hawl", "min", "an", "hasab", "sabab")
