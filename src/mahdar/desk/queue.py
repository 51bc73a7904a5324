"""What waits for review: events that nobody has judged, those that somebody else has, those that are done."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple
from urllib.parse import parse_qsl, urlencode

from mahdar.coding.frames import TYPES
from mahdar.desk.judging import STATUSES
from mahdar.desk.library import Library
from mahdar.desk.reviews import Part, Place, Review, ToldEvent, ToldStatement, standing

Show = Literal["open", "second", "done"]
SHOWS: Final[tuple[Show, ...]] = ("open", "second", "done")
PAGE: Final = 40  # rows
_AROUND: Final = 60  # characters of context
_KEYS: Final = ("show", "type", "status", "party", "order", "skip")


class Filters(NamedTuple):
    """What of the queue is wanted. `order`: "unsure" for the least sure first, "new" for the newest."""

    show: Show = "open"
    type: str = ""
    status: str = ""
    party: str = ""
    order: str = "unsure"
    skip: int = 0

    def query(self, **change: object) -> str:
        """The same, or with changes, as the query of an address."""
        told = {k: v for k, v in {**self._asdict(), **change}.items() if v != Filters._field_defaults[k]}
        return urlencode(told)


class Row(NamedTuple):
    """One line of the queue. `id`: of the event in its record, "" for what is known by its place; `trigger`: its words,
    with those around them.
    """

    sha256: str
    id: str
    doc: str
    published: str
    kind: str
    type: str
    status: str
    actors: list[str]
    recipients: list[str]
    before: str
    trigger: str
    after: str
    confidence: float | None
    place: Place | None
    review: Review | None


def filters(values: Mapping[str, str]) -> Filters:
    """The filters that an address asks for; what is none is left out."""
    skip = values.get("skip", "")
    return Filters(
        next((s for s in SHOWS if s == values.get("show")), "open"),
        values.get("type", "") if values.get("type") in TYPES else "",
        values.get("status", "") if values.get("status") in STATUSES else "",
        values.get("party", "").strip().upper()[:20],
        "new" if values.get("order") == "new" else "unsure",
        int(skip) if skip.isascii() and skip.isdecimal() and len(skip) < 7 else 0,
    )


def filters_of(query: str) -> Filters:
    """The filters that `Filters.query` told."""
    return filters(dict(parse_qsl(query[:500])))


def rows(library: Library, log: Sequence[Review], asked: Filters, author: str | None) -> list[Row]:
    """A page of the queue, and one row more where there are more."""
    known = standing(log)
    if asked.show == "open":
        return _open(library, known, asked)
    mine = standing(log, author)
    wanted = [
        r
        for p, r in known.items()
        if r.kind != "article" and (asked.show == "done" or (p not in mine and r.verdict != "add"))
    ]
    wanted = [r for r in reversed(wanted) if _fits(r, asked)]
    return _of_log(library, wanted[asked.skip : asked.skip + PAGE + 1], asked.show == "done")


def _open(library: Library, known: Mapping[Place, Review], asked: Filters) -> list[Row]:
    tests, values = ["counted"], list[Any]()
    for column in ("type", "status"):
        if told := getattr(asked, column):
            tests.append(f"{column} = ?")
            values.append(told)
    if asked.party:
        tests.append("(list_contains(actor, ?) OR list_contains(recipient, ?))")
        values += [asked.party] * 2
    done = [f"{sha}:{start}:{end}:{type}" for sha, kind, start, end, type in known if kind == "event"]
    if done:
        tests.append("""sha256 || ':' || "start" || ':' || "end" || ':' || type NOT IN (SELECT unnest(?))""")
        values.append(done)
    order = "published DESC NULLS LAST" if asked.order == "new" else "confidence"
    found = library.ask(
        "SELECT sha256, event, doc, published, type, status, actor_name, recipient_name, words, trigger, confidence"
        f' FROM events WHERE {" AND ".join(tests)} ORDER BY {order}, sha256, "start", event LIMIT ? OFFSET ?',
        [*values, PAGE + 1, asked.skip],
    )
    return [
        Row(
            r["sha256"], r["event"], r["doc"], str(r["published"] or ""), "event", r["type"], r["status"],
            r["actor_name"], r["recipient_name"], *_parted(r["words"], r["trigger"]), r["confidence"], None, None,
        )
        for r in found
    ]  # fmt: skip


def _parted(words: str, trigger: str) -> tuple[str, str, str]:
    """A sentence before its trigger, the trigger, and what stands behind it."""
    before, found, after = words.partition(trigger)
    return (before, found, after) if found else (words, "", "")


def _fits(r: Review, asked: Filters) -> bool:
    told = r.told or r.coded
    if asked.type and r.type != asked.type:
        return False
    if isinstance(told, ToldEvent):
        codes = {p.code for p in (*told.actor, *told.recipient)}
        return asked.status in ("", told.status) and (not asked.party or asked.party in codes)
    return not asked.status and not asked.party


def _of_log(library: Library, wanted: Sequence[Review], shown: bool) -> list[Row]:
    found = library.ask(
        "SELECT sha256, text, published FROM articles WHERE sha256 IN (SELECT unnest(?))",
        [sorted({r.sha256 for r in wanted})],
    )
    texts = {r["sha256"]: (r["text"], str(r["published"] or "")) for r in found}
    out = []
    for r in wanted:
        told = (r.told if shown else None) or r.coded or r.told
        text, published = texts.get(r.sha256, ("", ""))
        start, end = (told.start, told.end) if told else (0, 0)
        actors, recipients = list[str](), list[str]()
        if isinstance(told, ToldEvent):
            actors, recipients = _names(told.actor), _names(told.recipient)
        elif isinstance(told, ToldStatement) and told.speaker:
            actors = _names([told.speaker])
        out.append(
            Row(
                r.sha256, "", r.doc, published, r.kind, told.type if isinstance(told, ToldEvent) else "",
                told.status if isinstance(told, ToldEvent) else "", actors, recipients,
                text[max(start - _AROUND, 0) : start],
                text[start:end][:200], text[end : end + _AROUND], None, r.place,
                r if shown else None,
            )
        )  # fmt: skip
    return out


def _names(parties: Sequence[Part]) -> list[str]:
    return [p.name or p.code or "" for p in parties]
