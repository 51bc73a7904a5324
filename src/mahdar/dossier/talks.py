"""What one event tells of a meeting: its state, days, people, format and matter."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from mahdar.dossier.acts import PEOPLE, Act, in_title
from mahdar.dossier.offices import highest, level
from mahdar.dossier.stretch import Stretch
from mahdar.dossier.terms import Word
from mahdar.dossier.types import Format, Level, State
from mahdar.text.tokens import QUOTES

_AROUND: Final = 15  # characters within which "new", "another" is said of a meeting
_NAMES: Final = ("name", "nation")
_STOPS: Final = ("mark", "sub", "rel")  # parts of speech before which an agenda ends
_QUOTES: Final = " " + "".join(QUOTES)


class Talk:
    """What one event tells of a meeting."""

    def __init__(self, a: Act) -> None:
        self.act = a
        known, e = a.read.language, a.event
        self.parties = frozenset(p.removesuffix(PEOPLE) for p in (*a.actor, *a.recipient))
        self.ceremony = a.frame in known.ceremonies
        ids = (*e.actor, *e.recipient)
        self.people: dict[str, list[str]] = {}
        for i in ids:
            x = a.read.entities[i]
            if x.kind == "person" and a.read.parties[i] and any(m.how == "name" for m in x.mentions):
                self.people.setdefault(a.read.parties[i], []).append(x.names.ar or x.name)
        self.level: Level = highest(
            level(x.office) for i in ids if (x := a.read.entities[i]).kind == "person" and a.read.parties[i]
        )
        forms = a.clause.forms
        if a.frame in known.cancelled or forms & (known.put_off | known.called_off):
            self.parties |= self._named()
        sentence = a.read.sentence(e.sentence)
        around = self._around().forms
        told = sentence.forms if e.status != "occurred" else forms
        self.put_off = bool(known.put_off & (told | around))
        self.state = self._state(forms)
        self.since, self.until = a.since, a.until
        self.whole = sentence.whole
        self.visit = a.frame in known.visits
        self.host = a.recipient[0] if self.visit and len(a.recipient) == 1 else None
        place = a.read.entities.get(e.place or "")
        self.place = (place.names.ar or place.name) if place else None
        self.format: Format | None = (
            "video" if forms & known.video else "phone" if forms & known.phone or e.mode == "phone" else None
        )
        if self.format is None and (self.visit or (self.place and self.state == "cancelled")):
            self.format = "in person"
        self.another = e.status == "planned" and bool(known.another & around)
        self.closed = any(p in sentence.whole for p in known.closed) or bool(forms & known.closed_words)
        self.open = bool(forms & known.open_words)
        self.duration = self._duration()

    def _named(self) -> set[str]:
        """The states that its clause names, by themselves or by their people."""
        read, start, end = self.act.read, self.act.start, self.act.end
        states = {
            read.parties[e.id]
            for e in read.entities.values()
            if e.kind == "government" and any(start <= m.start < m.end <= end for m in e.mentions)
        }
        nations = {w.form for w in self.act.clause.words if w.part == "nation"}
        return (states | nations) & {*read.parties.values()} - {""}

    def _around(self) -> Stretch:
        """The words around the one that tells of the meeting."""
        read, e = self.act.read, self.act.event
        sentence, text = read.source.record.sentences[e.sentence], read.source.text
        start = max(sentence.start, text.rfind(" ", 0, max(0, e.trigger.start - _AROUND)) + 1)
        return read.stretch(e.sentence, start, min(sentence.end, e.trigger.end + _AROUND))

    def _state(self, forms: frozenset[str]) -> State:
        a, known = self.act, self.act.read.language
        if a.frame in known.cancelled or forms & known.called_off:
            return "cancelled"
        planned = not known.planned.isdisjoint(forms) and a.since is None  # كان مقررا ... تأجل
        if self.put_off and (planned or a.event.status in ("planned", "negated")):
            return "postponed"
        if a.early:
            return "planned"
        if a.event.status == "occurred":
            return "under way" if self._now() else "held"
        states: dict[str, State] = {"planned": "planned", "possible": "possible"}
        return states.get(a.event.status, "not held")

    def _now(self) -> bool:
        """Whether a report of the day tells it in the present tense."""
        a = self.act
        if a.since is None or a.since != a.read.source.day or in_title(a):
            return False
        return any(w.cls == "present" for w in a.clause.words if w.part == "verb" and a.in_trigger(w.start))

    def _duration(self) -> str | None:
        """How long it lasted, in the words of its sentence."""
        read, n = self.act.read, self.act.event.sentence
        sentence = read.source.record.sentences[n]
        for t in read.source.record.times:
            if t.kind == "duration" and sentence.start <= t.start < sentence.end:
                before = read.stretch(n, sentence.start, t.start).words[-3:]
                if any(w.form in read.language.lasted for w in before):
                    return read.source.text[t.start : t.end]
        return None


def agenda(a: Act) -> str | None:
    """What a meeting is to be about, in the words of its report: what stands behind "on" or "to discuss"."""
    words, known = a.clause.words, a.read.language
    for n, w in enumerate(words[:-1]):
        if w.form in known.about and a.start + w.start >= a.event.trigger.start and w.part != "mark":
            if a.in_trigger(w.start):
                continue  # "discussed" itself
            told = a.clause.text[words[n + 1].start : _end(words, n + 1, known.together)].strip()
            return (told if sum(c in QUOTES for c in told) % 2 == 0 else told.strip(_QUOTES)) or None
    return None


def _end(words: Sequence[Word], first: int, together: frozenset[str]) -> int | None:
    """Where an agenda ends that begins with a word; None where its clause does."""
    for x, behind in pairwise((*words[first:], None)):
        with_whom = x is not None and x.form in together and behind is not None and behind.part in _NAMES
        if x is not None and ((x.part in _STOPS and x.form not in QUOTES) or with_whom):
            return x.start
    return None
