"""What the API takes and gives, as types. Rows bear the names of the archive's columns: `docs/archive.md`."""

import datetime as dt
import re
from typing import Annotated, Final, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from mahdar.archive.questions import Asked
from mahdar.record.types import Form, Status

Type = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
Period = Literal["day", "week", "month", "year"]
SHA256: Final = r"^[0-9a-f]{64}$"
MOST: Final = 500  # rows of a page
_SHORT: Final = 200  # characters of a filter

Text = Annotated[str, Field(min_length=1, max_length=_SHORT)]
Sha256 = Annotated[str, Field(pattern=SHA256)]
Pair = Annotated[str, Field(pattern=r"^[A-Z0-9]{2,16},[A-Z0-9]{2,16}$")]
Codes = Annotated[str, Field(pattern=r"^[A-Z0-9]{2,16}(/[A-Z]{3})?(,[A-Z0-9]{2,16}(/[A-Z]{3})?){0,19}$")]


def _iso(told: object) -> object:
    """A day as it must be written: what is lenient here takes a number for seconds since 1970."""
    if isinstance(told, str) and not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", told):
        raise ValueError("write a day as 2021-12-15")
    return told


Day = Annotated[dt.date, BeforeValidator(_iso)]


class Query(BaseModel):
    """Parameters of a question; one that is not known is refused, as a filter that is misspelled would let all pass."""

    model_config = ConfigDict(extra="forbid")


class Days(Query):
    """A span of days."""

    since: Day | None = Field(None, alias="from", description="First day; of the event, else of publication.")
    until: Day | None = Field(None, alias="to", description="Last day, inclusive.")


class Page(Query):
    """Which part of an answer."""

    limit: int = Field(100, ge=1, le=MOST, description="Rows of a page.")
    cursor: str | None = Field(None, max_length=400, description="What next was in the page before.")


class Filters(Days):
    """Which events are wanted."""

    actor: Text | None = Field(None, description="Code of who acts: RUS, EU, UN ...")
    recipient: Text | None = Field(None, description="Code of who is acted upon or addressed.")
    between: Pair | None = Field(None, description="Two codes that both take part, whoever acts: RUS,UKR.")
    type: Type | None = Field(None, description="PLOVER type.")
    mode: Text | None = Field(None, description="PLOVER mode.")
    status: Status | None = Field(None, description="Whether it happened.")
    says: Text | None = Field(None, description="Code of whose word it is on; - for what the articles say themselves.")
    place: Text | None = Field(None, description="Name or code of the place.")
    least: float | None = Field(None, ge=0, le=1, description="Least confidence.")

    def asked(self) -> Asked:
        """The same as the archive takes it."""
        one, _, other = (self.between or "").partition(",")
        return Asked(
            actor=self.actor,
            recipient=self.recipient,
            between=(one, other) if other else None,
            type=self.type,
            mode=self.mode,
            status=self.status,
            says=self.says,
            place=self.place,
            since=self.since.isoformat() if self.since else None,
            until=self.until.isoformat() if self.until else None,
            least=self.least,
        )


class EventsQuery(Filters, Page):
    """Events."""

    article: Sha256 | None = Field(None, description="Only those of this article.")
    counted: bool = Field(False, description="Each act once, however many articles tell it.")


class OccurrencesQuery(Filters, Page):
    """Acts, each once."""


class StatementsQuery(Days, Page):
    """Statements."""

    speaker: Text | None = Field(None, description="Code of who speaks.")
    addressee: Text | None = Field(None, description="Code of who is spoken to.")
    form: Form | None = Field(None, description="Direct or indirect speech.")
    article: Sha256 | None = Field(None, description="Only those of this article.")


class ArticlesQuery(Days, Page):
    """Articles."""

    publisher: Text | None = Field(None, description="The outlet, exactly as it is told.")
    lang: Text | None = Field(None, description="Language: ar.")


class TimelineQuery(Filters):
    """Counts by period."""

    by: Period = Field("day", description="Length of a period.")
    reports: bool = Field(False, description="Count every report, not every act once.")


class PlacesQuery(Filters):
    """Counts by place and state."""

    reports: bool = Field(False, description="Count every report, not every act once.")
    limit: int = Field(100, ge=1, le=MOST, description="How many places, those of most acts first.")


class DyadQuery(Query):
    """Two parties."""

    one: Text = Field(description="Code of the first party.")
    other: Text = Field(description="Code of the second party.")
    by: Period = Field("month", description="Length of a period.")
    reports: bool = Field(False, description="Count every report, not every act once.")


class DossierQuery(Days):
    """A negotiation."""

    about: Codes | None = Field(None, description="Codes of the parties: RUS,USA,NATO. All where none is given.")
    issue: Text | None = Field(None, description="Only this issue: words of its name, Arabic or English.")


class ViewQuery(Query):
    """The filters of pages, as `docs/views.md` tells them; where several may stand, with commas."""

    words: Text | None = Field(None, description="All of these words in the sentence, however they are spelled.")
    party: Text | None = Field(None, description="Any of these takes part: codes or names.")
    also: Text | None = Field(None, alias="with", description="All of these take part too.")
    between: Text | None = Field(None, description="What two did to each other or together: RUS|UKR.")
    actor: Text | None = Field(None, description="Who acts.")
    recipient: Text | None = Field(None, description="Who is acted upon or addressed.")
    type: Text | None = Field(None, description="Any of these PLOVER types.")
    status: Text | None = Field(None, description="Any of these: occurred, planned, possible, negated.")
    says: Text | None = Field(None, description="Whose word it is on; - for what the articles say themselves.")
    place: Text | None = Field(None, description="A state, or a place by its Arabic name.")
    lang: Text | None = Field(None, description="Language of the article.")
    outlet: Text | None = Field(None, description="Outlet of the article.")
    conf: Text | None = Field(None, description="Least confidence, 0 to 1.")
    since: Text | None = Field(None, alias="from", description="First day: 2022-07-01.")
    until: Text | None = Field(None, alias="to", description="Last day, inclusive.")
    days: Literal["act", "report"] | None = Field(None, description="Whether days are those of acts or of reports.")


class NetworkQuery(ViewQuery):
    """Pairs of parties."""

    who: Literal["parties", "officials"] = Field("parties", description="Whether officials and groups stand by name.")
    limit: int = Field(100, ge=1, le=MOST, description="How many pairs, those of most acts first.")


class TrendsQuery(ViewQuery):
    """A series."""

    by: Literal["day", "week", "month"] = Field("week", description="Length of a period.")


class ViewSent(BaseModel):
    """A view to be saved. `query`: of the page's address, as it stands there."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=80)
    page: Literal["today", "timeline", "network", "map", "trends"]
    query: str = Field("", max_length=2_000)


class ToCode(BaseModel):
    """An article to code."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "examples": [{"text": "التقى الرئيس المصري نظيره التركي في القاهرة أمس.", "published": "2024-02-15"}]
        },
    )

    text: str = Field(min_length=1, description="The article, Arabic. Offsets of the record count its code points.")
    title: str | None = Field(None, max_length=1_000, description="Kept in the record; not coded.")
    published: str | None = Field(None, max_length=40, description="ISO date or date-time; relative times need it.")
    url: str | None = Field(None, max_length=2_000, description="Kept in the record; never fetched.")
    publisher: str | None = Field(None, max_length=300, description="Kept in the record.")
    id: str = Field("1", min_length=1, max_length=300, description="Kept in the record.")


class Fault(BaseModel):
    """What is wrong, where, and how to mend it. `code`: a short name of the fault, which stays."""

    error: str
    where: str
    mend: str
    code: str


class EventRow(BaseModel):
    """An event. `day`: its first day, else that of publication; lists of actors and recipients go together."""

    sha256: str
    event: str
    doc: str
    sentence: int
    day: dt.date | None
    type: Type
    mode: str | None
    context: list[str]
    status: Status
    actor: list[str]
    actor_sector: list[str]
    actor_name: list[str]
    recipient: list[str]
    recipient_sector: list[str]
    recipient_name: list[str]
    date_from: dt.date | None
    date_to: dt.date | None
    published: dt.date | None
    place: str | None
    place_code: str | None
    statement: str | None
    by: str | None
    by_sector: str | None
    by_name: str | None
    trigger: str
    start: int
    end: int
    topic: str | None
    plover: str
    quad: str
    scale: float
    cameo: str
    goldstein: float
    confidence: float
    because: str
    words: str
    counted: bool


class Report(BaseModel):
    """Where an act is told."""

    sha256: str
    event: str
    doc: str
    publisher: str | None
    published: dt.date | None
    url: str | None


class OccurrenceRow(BaseModel):
    """An act. `reports`: articles that tell it, copies once; `told`: all events that tell it."""

    occurrence: str
    day: dt.date | None
    type: Type
    mode: str | None
    status: Status
    actor: list[str]
    actor_name: list[str]
    recipient: list[str]
    recipient_name: list[str]
    place: str | None
    by: str | None
    words: str
    confidence: float
    reports: int
    outlets: int
    told: list[Report]


class StatementRow(BaseModel):
    """Somebody's words."""

    sha256: str
    statement: str
    doc: str
    sentence: int
    published: dt.date | None
    speaker: str | None
    speaker_sector: str | None
    speaker_name: str | None
    relay: list[str]
    addressee: list[str]
    form: Form
    cue: str
    start: int
    end: int
    words: str


class ArticleRow(BaseModel):
    """An article."""

    sha256: str
    doc: str
    lang: str
    published: dt.date | None
    title: str | None
    url: str | None
    publisher: str | None
    chars: int


class Events(BaseModel):
    """A page of events, newest first. `next`: what to give as `cursor` for the next page, None at the end."""

    items: list[EventRow]
    next: str | None


class Occurrences(BaseModel):
    """A page of acts, newest first."""

    items: list[OccurrenceRow]
    next: str | None


class Statements(BaseModel):
    """A page of statements, newest first."""

    items: list[StatementRow]
    next: str | None


class Articles(BaseModel):
    """A page of articles, newest first."""

    items: list[ArticleRow]
    next: str | None


class Count(BaseModel):
    """How many acts a period has. `claimed`: those on somebody's word."""

    period: dt.date | None
    events: int
    planned: int
    possible: int
    denied: int
    claimed: int
    verbal_cooperation: int
    material_cooperation: int
    verbal_conflict: int
    material_conflict: int


class Timeline(BaseModel):
    """Counts in order of time."""

    items: list[Count]


class Place(BaseModel):
    """How many acts took place in a place. `code`: of its state; degrees and GeoNames id of known towns alone."""

    place: str
    code: str | None
    n: int
    latitude: float | None
    longitude: float | None
    geoname: int | None


class State(BaseModel):
    """What the map shades: how many acts took place in a state as `n`, and in how many it took part as `part`."""

    code: str
    ar: str
    en: str
    n: int
    part: int


class Places(BaseModel):
    """Counts, the largest first: of places, at most `limit`, and of all states."""

    items: list[Place]
    states: list[State]


class Dealing(BaseModel):
    """What one did to the other in a period. `direction`: `to`, the first to the second; `from`; `both` together."""

    period: dt.date | None
    direction: Literal["to", "from", "both"]
    occurred: int
    planned: int
    possible: int
    denied: int
    claimed: int
    cooperation: int
    conflict: int
    scale: float | None
    goldstein: float | None


class Dyad(BaseModel):
    """What two parties did to each other, in order of time."""

    items: list[Dealing]


class Deal(BaseModel):
    """How many acts two had with each other; of what occurred, how much was cooperation and conflict."""

    one: str
    other: str
    n: int
    cooperation: int
    conflict: int


class Network(BaseModel):
    """Pairs, those of most acts first."""

    items: list[Deal]


class Trend(BaseModel):
    """What was done in a period. `claimed`: on somebody's word; `scale`: mean PLOVER score of what occurred."""

    period: dt.date
    n: int
    cooperation: int
    conflict: int
    planned: int
    possible: int
    negated: int
    claimed: int
    scale: float | None


class Turned(BaseModel):
    """A turning point: the period, and the mean score before it and from it on."""

    period: dt.date
    before: float
    after: float


class Kind(BaseModel):
    """How many acts are of a type and status, and how many of them on somebody's word."""

    type: str
    status: str
    n: int
    claimed: int


class Trends(BaseModel):
    """A series in order of time, its turning points, and counts by type and status."""

    items: list[Trend]
    turns: list[Turned]
    kinds: list[Kind]


class SavedView(BaseModel):
    """A page with its filters under a name. `href`: its address."""

    id: int
    name: str
    page: str
    query: str
    href: str


class Health(BaseModel):
    """Whether the desk can do its work: each part is `ok`, `busy` or `down`; `status` is `ok` where none is down."""

    status: Literal["ok", "down"]
    version: str
    archive: Literal["ok", "busy", "down"]
    database: Literal["ok", "down"]
