"""What a reviewer's form says, as a review: the words found in the text, the parties among those of the article."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from mahdar.coding.frames import TYPES
from mahdar.coding.ontology import modes
from mahdar.desk.corrected import part, told_event, told_statement
from mahdar.desk.reviews import REASON, Kind, Part, Review, ToldEvent, ToldStatement, Verdict, now
from mahdar.errors import InputError
from mahdar.language.pack import pack
from mahdar.record.assemble import publication_day
from mahdar.record.types import Event, Form, Record, Statement, Status

STATUSES: Final[tuple[Status, ...]] = ("occurred", "planned", "possible", "negated")
FORMS: Final[tuple[Form, ...]] = ("direct", "indirect", "mixed")
_CODE: Final = 40  # characters of a code
_NAME: Final = 200


@lru_cache(maxsize=1)
def contexts() -> tuple[str, ...]:
    """The contexts of the codebook, in alphabetical order."""
    return tuple(sorted({name for names in pack("ar").modes.contexts.values() for name in names}))


class Given(Mapping[str, str]):
    """The fields of a form; a field that was not sent is empty.

    Args:
        fields: every field with its values.
    """

    def __init__(self, fields: Mapping[str, Sequence[str]]) -> None:
        self._fields = fields

    def __getitem__(self, key: str) -> str:
        return next(iter(self._fields.get(key, ())), "").strip()

    def __iter__(self) -> Iterator[str]:
        return iter(self._fields)

    def __len__(self) -> int:
        return len(self._fields)

    def all(self, key: str) -> list[str]:
        """All values of a field."""
        return list(self._fields.get(key, ()))


def review(
    record: Record, text: str, kind: Kind, target: Event | Statement | None, given: Given, author: str
) -> Review:
    """What a form says of an event, a statement, or the whole article.

    Args:
        record: as the reviewer sees it; `target` is one of its events or statements, None for one to be added.
        given: `verdict`, `reason`, and what is told anew.

    Raises:
        InputError: a field that cannot be, named by it.
    """
    told: ToldEvent | ToldStatement | None = None
    verdict = _verdict(given["verdict"], kind, target)
    if verdict in ("correct", "add"):
        _reasoned(verdict, given["reason"])
        told = _event(record, text, given) if kind == "event" else _statement(record, text, given)
    return _made(record, kind, target, verdict, told, given["reason"], author)


def review_of(
    record: Record, kind: Kind, target: str | None, verdict: str, told: ToldEvent | ToldStatement | None, reason: str,
    author: str,
) -> Review:  # fmt: skip
    """What a program says of an event or statement of a record, by its id, or of the whole article.

    Raises:
        InputError: a field that cannot be, named by it.
    """
    among: Sequence[Event | Statement] = record.events if kind == "event" else record.statements
    found = None if kind == "article" else next((x for x in among if x.id == target), None)
    if target is not None and found is None:
        known = f"{among[0].id} to {among[-1].id}" if among and kind != "article" else "none"
        raise InputError(f'no {kind} "{target}".', "target", f"The record has {known}.", "target")
    given = _verdict(verdict, kind, found)
    if given not in ("correct", "add"):
        told = None
    elif told is None:
        raise InputError("nothing told.", kind, "Say how it should be.", "untold")
    elif isinstance(told, ToldEvent):
        _check_event(told, record.doc.chars)
    elif not (0 <= told.start < told.end <= record.doc.chars and 0 <= told.cue[0] <= told.cue[1] <= record.doc.chars):
        raise InputError("outside the text.", "statement", f"It has {record.doc.chars} characters.", "outside")
    return _made(record, kind, found, given, told, reason, author)


def _check_event(told: ToldEvent, chars: int) -> None:
    _check_kind(told.type, told.mode)
    _check_contexts(told.context or ())
    if not 0 <= told.start < told.end <= chars:
        raise InputError("outside the text.", "event.start", f"It has {chars} characters.", "outside")
    if told.date is not None:
        _dates(*told.date)
    for p in (*told.actor, *told.recipient, *([told.by] if told.by else [])):
        if not 0 <= p.start <= p.end <= chars:
            raise InputError("outside the text.", "event", f"It has {chars} characters.", "outside")


def _reasoned(verdict: Verdict, reason: str) -> None:
    if len(reason) > REASON:
        raise InputError(
            f"longer than {REASON:,} characters.", "reason", "Say it in fewer.", "long-reason", most=REASON
        )
    if verdict in ("reject", "correct", "add") and not reason:
        raise InputError("no reason.", "reason", "Say why in a few words.", "reason")


def _made(
    record: Record, kind: Kind, target: Event | Statement | None, verdict: Verdict,
    told: ToldEvent | ToldStatement | None, reason: str, author: str,
) -> Review:  # fmt: skip
    _reasoned(verdict, reason)
    coded: ToldEvent | ToldStatement | None = None
    if target is not None:
        coded = told_event(record, target) if isinstance(target, Event) else told_statement(record, target)
    place = coded or told
    packs = " ".join(f"{k} {v}" for k, v in sorted(record.coder.packs.items()))
    return Review(
        sha256=record.doc.sha256,
        doc=record.doc.id,
        kind=kind,
        start=place.start if place else 0,
        end=place.end if place else 0,
        type=place.type if isinstance(place, ToldEvent) else "",
        verdict=verdict,
        told=told,
        coded=coded,
        reason=reason,
        author=author,
        at=now(),
        coder=f"{record.coder.name} {record.coder.version} {packs}",
    )


def _verdict(told: str, kind: Kind, target: Event | Statement | None) -> Verdict:
    allowed: tuple[Verdict, ...] = (
        ("complete", "withdraw") if kind == "article" else ("add",) if target is None else
        ("accept", "reject", "correct", "withdraw")
    )  # fmt: skip
    for verdict in allowed:
        if verdict == told:
            return verdict
    raise InputError(f'"{told[:40]}" is no verdict.', "verdict", f"One of {', '.join(allowed)}.", "verdict")


def _event(record: Record, text: str, given: Given) -> ToldEvent:
    type, mode = given["type"], given["mode"] or None
    _check_kind(type, mode)
    status = next((s for s in STATUSES if s == given["status"]), None)
    if status is None:
        raise InputError(
            f'"{given["status"][:40]}" is no status.', "status", f"One of {', '.join(STATUSES)}.", "status"
        )
    context = sorted(dict.fromkeys(given.all("context")))
    _check_contexts(context)
    start, end = find(record, text, given, "words")
    return ToldEvent(
        type=type,
        mode=mode,
        status=status,
        actor=_parties(record, given, "actor", start),
        recipient=_parties(record, given, "recipient", start),
        by=next(iter(_parties(record, given, "by", start)), None),
        start=start,
        end=end,
        date=_dates(given["since"], given["until"]),
        place=given["place"][:_NAME] or None,
        context=context,
    )


def _check_contexts(told: Sequence[str]) -> None:
    wrong = next((c for c in told if c not in contexts()), None)
    if wrong is not None:
        raise InputError(f'"{wrong[:40]}" is no context.', "context", f"Some of {', '.join(contexts())}.", "context")


def _check_kind(type: str, mode: str | None) -> None:
    if type not in TYPES:
        raise InputError(f'"{type[:40]}" is no type.', "type", f"One of {', '.join(sorted(TYPES))}.", "type")
    if mode is not None and mode not in modes(type):
        raise InputError(
            f"{mode[:40]} is no mode of {type}.", "mode", f"One of {', '.join(sorted(modes(type))) or '-'}.", "mode"
        )


def _statement(record: Record, text: str, given: Given) -> ToldStatement:
    start, end = find(record, text, given, "words")
    cue = find(record, text, given, "cue") if given["cue"] else (start, start)
    form = next((f for f in FORMS if f == given["form"]), None)
    if form is None:
        raise InputError(f'"{given["form"][:40]}" is no form.', "form", f"One of {', '.join(FORMS)}.", "form")
    return ToldStatement(
        speaker=next(iter(_parties(record, given, "by", start)), None),
        cue=cue,
        start=start,
        end=end,
        form=form,
        relay=_parties(record, given, "relay", start),
        co_speakers=_parties(record, given, "co", start),
    )


def find(record: Record, text: str, given: Given, key: str) -> tuple[int, int]:
    """Where the words of a field stand: the place nearest to that which was chosen in the text.

    Raises:
        InputError: nowhere.
    """
    words = given[key].replace("\r\n", "\n")
    near = _number(given[f"{key}_at"])
    if not words:
        raise InputError("no words.", key, "Choose them in the text.", "words")
    found, at = [], text.find(words)
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    if not found:
        raise InputError(
            "these words are not in the article as they stand.", key, "Choose them in the text.", "elsewhere"
        )
    if near is None:  # nothing was chosen: in the sentence that is meant, if they are there
        s = _number(given["sentence"])
        near = record.sentences[s].start if s is not None and s < len(record.sentences) else 0
        found = [x for x in found if x >= near] or found
    start = min(found, key=lambda x: abs(x - near))
    return start, start + len(words)


def _number(told: str) -> int | None:
    return int(told) if told.isascii() and told.isdecimal() and len(told) < 9 else None


def _parties(record: Record, given: Given, key: str, at: int) -> list[Part]:
    """The parties that are ticked, by their ids, and those that are written: CODE/SECTOR name; CODE ..."""
    entities = {e.id: e for e in record.entities}
    out = [part(entities[i], at) for i in given.all(key) if i in entities]
    for told in given[f"{key}_other"].replace("؛", ";").split(";"):
        code, _, name = told.strip().partition(" ")
        if code:
            state, _, sector = code.upper().partition("/")
            if not state.replace("-", "").isalnum() or len(code) > _CODE or not (sector.isalnum() or not sector):
                raise InputError(
                    f'"{code[:40]}" is no code.',
                    key,
                    "Write RUS/GOV, then a name if you like.",
                    "party",
                    value=code[:40],
                )
            out.append(_known(record, Part(state, sector or None, name.strip()[:_NAME]), at))
    return list(dict.fromkeys(out))


def _known(record: Record, p: Part, at: int) -> Part:
    """A party that was written, with its mention in the article if it is one of those there."""
    same = (e for e in record.entities if (e.code, e.sector) == (p.code, p.sector) and p.name in ("", e.name))
    found = next(same, None)
    return p if found is None else part(found, at)


def _dates(since: str, until: str) -> tuple[str, str] | None:
    first, last = publication_day(since or until), publication_day(until or since)
    if first is None or last is None:
        return None
    if last < first:
        raise InputError("the last day lies before the first.", "until", code="days")
    return first.isoformat(), last.isoformat()
