"""What a reader wants to see: filters in the address of a page, checked, kept in every link from it."""

import math
import re
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, NamedTuple
from urllib.parse import urlencode

from fastapi import Request

from mahdar.archive.schema import BETWEEN
from mahdar.coding.ontology import QUAD
from mahdar.desk.called import code
from mahdar.desk.refusals import Refused
from mahdar.text.fold import searched

TYPES: Final = tuple(QUAD)
CLASSES: Final = ("cooperation", "conflict", "planned", "possible", "negated")  # what occurred, and what did not
STATUSES: Final = ("occurred", "planned", "possible", "negated")
ARTICLE: Final = "-"  # `says`: on nobody's word but the article's
_LONGEST: Final = 200  # characters of a value
_MANY: Final = 8  # parties, words
_LANGUAGE: Final = re.compile("[a-z]{2,3}")


class Filters(NamedTuple):
    """What acts and statements are wanted; empty asks nothing.

    `party`: codes, or persons as "RUS:name", any of which takes part; `also`: such, all of which do; `between`: two
    such, as the archive's `pairs` or `faces` have them; `says`: on whose word, "-" for the article's own; `place`: a
    code or an Arabic name; `least`: the least confidence; `since`, `until`: first and last day, by the first day of the
    act, or, where `reported`, by that of the report; `words`: all of which stand in the sentence.
    """

    party: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    between: str = ""
    actor: str = ""
    recipient: str = ""
    type: tuple[str, ...] = ()
    status: tuple[str, ...] = ()
    says: str = ""
    place: str = ""
    lang: str = ""
    outlet: str = ""
    least: float | None = None
    since: date | None = None
    until: date | None = None
    reported: bool = False
    words: str = ""

    def query(self, **change: Any) -> str:
        """The same as the query of an address, with its question mark; with other keys, None takes one out."""
        told: dict[str, Any] = {_KEYS.get(name, name): _told(value) for name, value in self._asdict().items()}
        for key, value in change.items():
            told[_KEYS.get(key, key)] = _told(value)
        kept = {k: v for k, v in told.items() if v}
        return f"?{urlencode(kept)}" if kept else ""

    def of_class(self, kind: str) -> dict[str, Any]:
        """What to change to see but the acts of one of `CLASSES`."""
        if kind in STATUSES:
            return {"status": (kind,)}
        return {"status": ("occurred",), "type": tuple(t for t in self.type or TYPES if QUAD[t].endswith(kind))}

    def taking(self, party: str) -> dict[str, Any]:
        """What to change to see but the acts in which a party takes part."""
        if party in self.also:
            return {}
        return {"party": (party,)} if party in self.party or not self.party else {"also": (*self.also, party)}

    @property
    def any(self) -> bool:
        """Whether anything is asked."""
        return self != Filters()

    @property
    def of_acts(self) -> bool:
        """Whether something is asked that statements have only through the acts told in them."""
        return self._replace(
            says="", lang="", outlet="", since=None, until=None, reported=False, words="", party=()
        ).any


_KEYS: Final = {"also": "with", "since": "from", "until": "to", "reported": "days", "least": "conf"}
KEYS: Final = tuple(_KEYS.get(name, name) for name in Filters._fields)


def _told(value: Any) -> str:
    if value is None or value is False:
        return ""
    if value is True:
        return "report"
    return ",".join(value) if isinstance(value, tuple) else str(value)


def filters(request: Request) -> Filters:
    """The filters in the address of a page.

    Raises:
        Unfit: a value that makes no sense.
    """
    told: dict[str, list[str]] = {}
    for key, value in request.query_params.multi_items():
        if key in KEYS and value.strip():
            told.setdefault(key, []).append(value.strip())
    return _read(told)


def pair(request: Request, key: str) -> str:
    """A pair in the address of a page, as `between` has it; "" for none.

    Raises:
        Unfit: it is none.
    """
    return _pair(request.query_params.get(key, "")[:_LONGEST].strip())


class Unfit(Refused):
    """A value in an address that makes no sense there."""

    def __init__(self, why: str, value: object = "") -> None:
        super().__init__(400, f"filter-{why}", value=str(value)[:_LONGEST])


def _read(told: Mapping[str, list[str]]) -> Filters:
    for values in told.values():
        for value in values:
            if len(value) > _LONGEST:
                raise Unfit("long", value[:20])

    def one(key: str) -> str:
        return told[key][-1] if key in told else ""

    def several(key: str) -> list[str]:
        return list(dict.fromkeys(x.strip() for v in told.get(key, ()) for x in v.split(",") if x.strip()))

    def among(key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        for x in several(key):
            if x not in known:
                raise Unfit(key, x)
        return tuple(k for k in known if k in several(key))

    since, until = _day(one("from")), _day(one("to"))
    if since and until and since > until:
        raise Unfit("order", f"{since} – {until}")
    if one("lang") and not _LANGUAGE.fullmatch(one("lang")):
        raise Unfit("lang", one("lang"))
    if one("days") not in ("", "act", "report"):
        raise Unfit("days", one("days"))
    parties = tuple(dict.fromkeys(_party(x) for x in several("party")))
    also = tuple(dict.fromkeys(_party(x) for x in several("with")))
    if max(len(parties), len(also), len(searched(one("words")))) > _MANY:
        raise Unfit("many", _MANY)
    return Filters(
        party=parties,
        also=also,
        between=_pair(one("between")),
        actor=_party(one("actor")),
        recipient=_party(one("recipient")),
        type=among("type", TYPES),
        status=among("status", STATUSES),
        says=one("says") if one("says") == ARTICLE else _party(one("says")),
        place=(code(one("place")) or one("place")) if one("place") else "",
        lang=one("lang"),
        outlet=one("outlet"),
        least=_share(one("conf")),
        since=since,
        until=until,
        reported=one("days") == "report",
        words=" ".join(one("words").split()),
    )


def _party(told: str) -> str:
    """A code for what a reader calls a party.

    Raises:
        Unfit: nobody is called so.
    """
    if not told:
        return ""
    first, colon, name = told.partition(":")
    found = code(first)
    if found is None:
        raise Unfit("party", told)
    return f"{found}:{name}" if colon and name else found


def _pair(told: str) -> str:
    if not told:
        return ""
    two = told.replace(",", BETWEEN).split(BETWEEN)
    if len(two) != 2 or not all(x.strip() for x in two):
        raise Unfit("between", told)
    return BETWEEN.join(sorted(_party(x.strip()) for x in two))


def _day(told: str) -> date | None:
    if not told:
        return None
    try:
        if len(told) != len("2022-07-22"):
            raise ValueError
        return date.fromisoformat(told)
    except ValueError:
        raise Unfit("day", told) from None


def _share(told: str) -> float | None:
    if not told:
        return None
    try:
        share = float(told)
    except ValueError:
        share = math.nan
    if not 0 <= share <= 1:
        raise Unfit("conf", told)
    return share or None
