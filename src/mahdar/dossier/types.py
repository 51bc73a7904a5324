"""The dossier as types: what parties want, said and did, where they met, and where the reports part.

Every line ends in `cited`: the places in the articles that tell it. Lines are in order of time unless said otherwise.
Days are ISO dates.
"""

from typing import Literal

from msgspec import Struct

SCHEMA = "mahdar-dossier/1"

Kind = Literal[
    "demand", "offer", "promise", "agreement", "acceptance", "concession", "refusal", "red-line", "threat",
    "accusation", "criticism", "concern", "answer", "admission",
]  # fmt: skip
State = Literal["held", "under way", "planned", "postponed", "cancelled", "possible", "not held"]
Format = Literal["in person", "video", "phone"]
Level = Literal["leaders", "ministers", "deputies", "envoys", "officials"]


class Base(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Common settings."""


class Citation(Base, frozen=True):
    """A place in an article: `[start, end)` in code points of its text, in a sentence of it, and the words there."""

    doc: str
    sentence: int
    start: int
    end: int
    words: str


class Document(Base, frozen=True):
    """An article that the dossier draws on. `copy_of`: the id of the article that it copies or follows."""

    id: str
    title: str | None
    publisher: str | None
    published: str | None
    url: str | None
    sha256: str
    copy_of: str | None


class Named(Base, frozen=True):
    """A way in which the sources call somebody, and how often."""

    words: str
    times: int
    cited: list[Citation]


class Official(Base, frozen=True):
    """A person who acts for a party. `level`: of the office; `spoke`: statements; `acted`: acts with this person."""

    name: str
    ar: str | None
    en: str | None
    office: str | None
    level: Level
    spoke: int
    acted: int
    called: list[Named]
    cited: list[Citation]


class Party(Base, frozen=True):
    """A state, organization or group. `id`: as in the other tables; `voices`: bodies and unnamed officials who speak
    for it; `acts`: in how many acts it takes part.
    """

    id: str
    code: str
    name: str
    ar: str | None
    en: str | None
    kind: str
    acts: int
    called: list[Named]
    officials: list[Official]
    voices: list[Named]


class Issue(Base, frozen=True):
    """What is talked about. `name`: its most telling phrase; `en`: a gloss of that; `wordings`: all phrases for it."""

    id: str
    name: str
    en: str | None
    positions: int
    wordings: list[Named]


class Joint(Base, frozen=True):
    """What one party did, or several together: `party` and `others`."""

    party: str
    others: list[str]

    @property
    def parties(self) -> list[str]:
        """All of them."""
        return [self.party, *self.others]


class Position(Joint, frozen=True):
    """What a party wants, offers, refuses, threatens or says of another; `others`: who takes it together with it.

    `issue`: None where the words name none; `to`: whom it is meant for; `by`: the party on whose word alone it is;
    `speaker`: the official who uttered it; `day`: of the act, else of its first report, then `dated` is false;
    `reports`: articles that tell it, copies counted once; `changes`: the position that it changes.
    """

    id: str
    kind: Kind
    issue: str | None
    to: list[str]
    speaker: str | None
    by: str | None
    day: str | None
    dated: bool
    words: str
    condition: str | None
    consequence: str | None
    reports: int
    changes: str | None
    cited: list[Citation]


class Exchange(Base, frozen=True):
    """An accusation and the answer of the accused; ids of positions."""

    accusation: str
    answer: str
    accuser: str
    accused: str


class Commitment(Joint, frozen=True):
    """What a party undertook, whether later reports show it kept or broken, and who says so ("" for the report).

    `others`: who undertook it together with it and of whom the same is told.
    """

    position: str
    state: Literal["open", "kept", "broken", "disputed"]
    kept: list[Citation]
    broken: list[Citation]
    says_kept: list[str]
    says_broken: list[str]


class Participant(Base, frozen=True):
    """A party at a meeting and the officials named."""

    party: str
    people: list[str]


class Step(Base, frozen=True):
    """What a report told of a meeting: its state and day then."""

    state: State
    reported: str | None
    since: str | None
    until: str | None
    cited: Citation


class Meeting(Base, frozen=True):
    """A meeting, after joining all reports of it.

    `since`, `until`: its days as last told; `host`: the party that others came to; `open`: None where nothing is told;
    `duration`: as told; `agenda`: what it was to be about; `outcome`: ids of positions taken at it; `steps`: what was
    told of it, in order of the reports.
    """

    id: str
    participants: list[Participant]
    level: Level
    host: str | None
    place: str | None
    format: Format
    open: bool | None
    since: str | None
    until: str | None
    duration: str | None
    agenda: list[str]
    issues: list[str]
    outcome: list[str]
    state: State
    steps: list[Step]
    cited: list[Citation]


class Side(Base, frozen=True):
    """One side of a claim: who says it ("" for articles in their own voice) and what."""

    party: str
    says: str
    outlets: list[str]
    cited: list[Citation]


class Claim(Base, frozen=True):
    """Where the record does not bear an assertion out, or the reports part; no verdict.

    `kind`: `denied`, somebody says that it was not; `one side`, only one party says it; `date` or `number`, told
    differently; `who asked`, for putting off a meeting, told differently.
    """

    kind: Literal["denied", "one side", "date", "number", "who asked"]
    type: str
    about: str
    day: str | None
    sides: list[Side]


class Paper(Base, frozen=True):
    """A document that the articles refer to: an agreement, a resolution, a draft."""

    name: str
    times: int
    cited: list[Citation]


class Week(Base, frozen=True):
    """A week (Monday to Sunday) of a pair of parties: acts that occurred, each once.

    `scale`: the mean of PLOVER's conflict-cooperation scale, `goldstein`: of Goldstein's; `uncontested`: the scale
    without acts on somebody's word alone; `planned`: the scale with what is planned; None where there is none.
    """

    week: str
    acts: int
    claims: int
    plans: int
    scale: float | None
    goldstein: float | None
    uncontested: float | None
    planned: float | None


class Turn(Base, frozen=True):
    """A week from which a pair dealt with each other differently: the mean of the scale before and after, and the acts
    that weigh most in the change.
    """

    week: str
    before: float
    after: float
    cited: list[Citation]


class Series(Base, frozen=True):
    """How two parties dealt with each other over time."""

    one: str
    other: str
    weeks: list[Week]
    turns: list[Turn]


class Dossier(Base, frozen=True):
    """The record of a negotiation."""

    schema: str
    about: list[str]
    issue: str | None
    since: str | None
    until: str | None
    documents: list[Document]
    parties: list[Party]
    issues: list[Issue]
    positions: list[Position]
    exchanges: list[Exchange]
    commitments: list[Commitment]
    meetings: list[Meeting]
    claims: list[Claim]
    papers: list[Paper]
    series: list[Series]
    notes: list[str]
    coder: dict[str, str]
