"""Meetings as a calendar file (RFC 5545)."""

import datetime as dt
import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from mahdar.dossier.types import Dossier, Meeting
from mahdar.views.dossier.names import Names
from mahdar.views.shown import shown

_FOLD: Final = 75  # octets of a line
_STATUS: Final[Mapping[str, str]] = {"planned": "CONFIRMED", "postponed": "TENTATIVE", "possible": "TENTATIVE"}


def calendar(dossier: Dossier, names: Names) -> str:
    """The meetings of a dossier that lie ahead, as the articles tell them: whole days, in the order of the dossier.

    The same archive gives the same bytes: the stamp of a meeting is the day of the last report of it. Its UID is that
    of the place where it is first told, so it stays while later reports move it.
    """
    shas = {d.id: d.sha256 for d in dossier.documents}
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mahdar//Dossier//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    for m in dossier.meetings:
        if m.state in _STATUS and m.since:
            lines += _event(m, names, shas)
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"])


def _event(m: Meeting, names: Names, shas: Mapping[str, str]) -> Iterator[str]:
    first = m.steps[0].cited if m.steps else m.cited[0]
    place = f"{shas.get(first.doc, first.doc)}:{first.start}:{first.end}"
    since = dt.date.fromisoformat((m.since or "")[:10])
    until = dt.date.fromisoformat((m.until or m.since or "")[:10])
    told = max((s.reported[:10] for s in m.steps if s.reported), default=since.isoformat())
    say = names.wording.say
    parties = names.list(p.party for p in m.participants)
    yield "BEGIN:VEVENT"
    yield f"UID:{hashlib.sha256(place.encode()).hexdigest()[:32]}@mahdar"
    yield f"DTSTAMP:{told.replace('-', '')}T000000Z"
    yield f"SEQUENCE:{max(len(m.steps) - 1, 0)}"
    yield f"DTSTART;VALUE=DATE:{since:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{until + dt.timedelta(days=1):%Y%m%d}"  # the day after the last
    yield f"SUMMARY:{_text(': '.join((say('state', m.state), parties)))}"
    if m.place:
        yield f"LOCATION:{_text(names.place(m.place))}"
    words = "\n".join(dict.fromkeys(f"{c.words} ({c.doc})" for c in m.cited))
    yield f"DESCRIPTION:{_text(words)}"
    yield f"STATUS:{_STATUS[m.state]}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(told: str) -> str:
    """A value of type TEXT."""
    lines = (shown(line) for line in told.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\\n".join(x.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,") for x in lines)


def _folded(line: str) -> str:
    """A line with its end, folded so that no part is longer than 75 octets and no character is cut."""
    return "\r\n ".join(_parts(line)) + "\r\n"


def _parts(line: str) -> Iterable[str]:
    part, size, most = "", 0, _FOLD
    for c in line:
        octets = len(c.encode("utf-8", "replace"))
        if size + octets > most:
            yield part
            part, size, most = "", 0, _FOLD - 1  # the space that begins a further part counts
        part, size = part + c, size + octets
    yield part
