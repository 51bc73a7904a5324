"""The record of one article: the contract as types.

Offsets are half-open `[start, end)` in Unicode code points of the text exactly as given.
Every type is frozen, refuses unknown fields, and is written in the order of its fields.
"""

from typing import Literal

from msgspec import Struct, field

SCHEMA = "mahdar/1"

SentenceKind = Literal["title", "dateline", "body", "caption", "boilerplate"]
EntityKind = Literal["person", "government", "organization", "armed-group", "population", "place", "media"]
How = Literal["name", "title", "nominal", "pronoun", "implicit"]
Status = Literal["occurred", "planned", "possible", "negated"]
Polarity = Literal["positive", "negative"]
Form = Literal["direct", "indirect", "mixed"]
TimeKind = Literal["date", "duration", "set"]


class Base(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Common settings of all record types."""


class Span(Base, frozen=True):
    """A stretch of the text, `[start, end)` in code points."""

    start: int
    end: int


class Doc(Base, frozen=True):
    """What article this is. `published`: ISO 8601 date or date-time, or None. `chars`: code points."""

    id: str
    lang: str
    published: str | None
    title: str | None
    url: str | None
    publisher: str | None
    chars: int
    sha256: str


class Sentence(Base, frozen=True):
    """One sentence and what part of the article it is."""

    n: int
    start: int
    end: int
    kind: SentenceKind


class Mention(Base, frozen=True):
    """Where and how an entity is referred to: `name` spans the name alone, without title; `title` and `nominal` the
    phrase; `implicit` has `start == end`.
    """

    start: int
    end: int
    how: How


class Names(Base, frozen=True):
    """The name in each interface language, where known."""

    ar: str | None = None
    en: str | None = None
    ru: str | None = None


class Entity(Base, frozen=True):
    """A party, person, outlet or place. `code`, `sector`: see the codebook; None where there is none."""

    id: str
    kind: EntityKind
    name: str
    names: Names
    code: str | None
    sector: str | None
    secondary: list[str]
    office: str | None
    identifier: str | None
    mentions: list[Mention]


class Interval(Base, frozen=True):
    """ISO dates or date-times, both inclusive."""

    from_: str = field(name="from")
    to: str


class Time(Base, frozen=True):
    """A time expression; `value` is None where nothing fixes it, with the reason in `note`."""

    id: str
    start: int
    end: int
    value: Interval | None
    grain: str
    kind: TimeKind
    note: str | None = None


class Statement(Base, frozen=True):
    """Somebody's words. `content` begins in `sentence`; a quotation may carry it over the sentences after.

    `relay`: outlets they came through, outermost first.
    """

    id: str
    sentence: int
    speaker: str | None
    co_speakers: list[str]
    relay: list[str]
    addressee: list[str]
    cue: Span
    content: Span
    form: Form
    time: str | None


class Plover(Base, frozen=True):
    """The event by PLOVER's own reduction rules, with quad class and conflict-cooperation scale."""

    event: str
    mode: str | None
    quad: str
    scale: float


class Cameo(Base, frozen=True):
    """CAMEO root and code (strings, leading zeros kept) and Goldstein score."""

    root: str
    code: str
    goldstein: float


class Event(Base, frozen=True):
    """Who did what to whom, whether it happened, and who says so.

    `statement` is None where the article itself vouches for the event. `confidence` is the probability that the words
    tell an act of this type, whoever the parties are. `clause`: the words that tell the act, with what is said,
    demanded or promised; `condition`: those of them that tell on what it depends. Both are None in older records.
    """

    id: str
    sentence: int
    type: str
    mode: str | None
    context: list[str]
    status: Status
    polarity: Polarity
    actor: list[str]
    recipient: list[str]
    trigger: Span
    time: str | None
    date: Interval | None
    place: str | None
    statement: str | None
    topic: Span | None
    plover: Plover
    cameo: Cameo
    confidence: float
    because: str
    clause: Span | None = None
    condition: Span | None = None


class Coder(Base, frozen=True):
    """What produced the record: same input and same values here give the same bytes."""

    name: str
    version: str
    packs: dict[str, str]
    configuration: str


class Record(Base, frozen=True):
    """One coded article."""

    schema: str
    doc: Doc
    sentences: list[Sentence]
    entities: list[Entity]
    times: list[Time]
    statements: list[Statement]
    events: list[Event]
    notes: list[str]
    coder: Coder
