"""What the card of an event or a statement tells: who, whom, when, who says so, and why it was coded."""

from collections.abc import Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from mahdar.coding.frames import Frame
from mahdar.desk.frames import frame
from mahdar.desk.reviews import Review
from mahdar.dossier.offices import arabic
from mahdar.export.codes import labels
from mahdar.record.types import Entity, Event, Record, Statement
from mahdar.views.wording import Language


class Who(NamedTuple):
    """A party or person: its name, code with sector, and office; `id` of the entity."""

    id: str
    name: str
    code: str
    office: str


class EventCard(NamedTuple):
    """An event in words. `when`: its days; `time`: the words that tell them; `words`: those that tell the act;
    `cue`: those by which somebody says so; `cameo`: what its CAMEO code means."""

    event: Event
    n: str
    actors: list[Who]
    recipients: list[Who]
    speaker: Who | None
    said: Statement | None
    cue: str
    when: list[str]
    time: str
    place: Who | None
    trigger: str
    words: str
    cameo: str
    frame: Frame | None
    review: Review | None


class StatementCard(NamedTuple):
    """A statement in words."""

    statement: Statement
    n: str
    speakers: list[Who]
    relay: list[Who]
    addressees: list[Who]
    cue: str
    words: str
    review: Review | None


class Teller:
    """Tells the parts of a record in a language of the interface."""

    def __init__(self, record: Record, text: str, language: Language, marks: dict[str, Review] | None = None) -> None:
        self.record, self.text, self.language = record, text, language
        self.marks = marks or {}
        self.entities = {e.id: e for e in record.entities}
        self.statements = {s.id: s for s in record.statements}
        self.times = {t.id: t for t in record.times}

    def event(self, e: Event) -> EventCard:
        """The card of an event."""
        said = self.statements.get(e.statement or "")
        time = self.times.get(e.time or "")
        words = e.clause or self.record.sentences[e.sentence]
        return EventCard(
            event=e,
            n=e.id[1:],
            actors=self.all(e.actor),
            recipients=self.all(e.recipient),
            speaker=self.who(said.speaker) if said else None,
            said=said,
            cue=self.text[said.cue.start : said.cue.end] if said else "",
            when=list(dict.fromkeys((e.date.from_[:10], e.date.to[:10]))) if e.date else [],
            time=self.text[time.start : time.end] if time else "",
            place=self.who(e.place),
            trigger=self.text[e.trigger.start : e.trigger.end],
            words=self.text[words.start : words.end],
            cameo=labels().get(e.cameo.code, ""),
            frame=frame(e.because, self.record.doc.lang),
            review=self.marks.get(e.id),
        )

    def statement(self, s: Statement) -> StatementCard:
        """The card of a statement."""
        return StatementCard(
            statement=s,
            n=s.id[1:],
            speakers=self.all([*([s.speaker] if s.speaker else []), *s.co_speakers]),
            relay=self.all(s.relay),
            addressees=self.all(s.addressee),
            cue=self.text[s.cue.start : s.cue.end],
            words=self.text[s.content.start : s.content.end],
            review=self.marks.get(s.id),
        )

    def all(self, ids: Sequence[str]) -> list[Who]:
        """Several parties."""
        return [w for i in ids if (w := self.who(i)) is not None]

    def who(self, id: str | None) -> Who | None:
        """A party."""
        e = self.entities.get(id or "")
        return None if e is None else self.told(e)

    def told(self, e: Entity) -> Who:
        """An entity in the language of the interface."""
        name = (e.names.ar if self.language == "ar" else e.names.en) or e.name
        office = "" if not e.office else arabic(e.office) if self.language == "ar" else e.office
        return Who(e.id, name, "/".join(x for x in (e.code, e.sector) if x), office)


def outside(url: str | None) -> str | None:
    """An address that may be linked to: of the web, nothing that runs."""
    try:
        return url if url and urlsplit(url).scheme in ("http", "https") else None
    except ValueError:
        return None
