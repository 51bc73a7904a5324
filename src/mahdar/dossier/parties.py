"""Who takes part: parties, their officials, and what the sources call them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from mahdar.dossier.acts import Act, Read
from mahdar.dossier.cite import cite
from mahdar.dossier.offices import level
from mahdar.dossier.types import Citation, Named, Official, Party
from mahdar.language.pack import pack
from mahdar.record.types import Entity, Mention

_NAMES: Final = 8  # ways of calling somebody that are listed
_SHOWN: Final = 3  # citations of each
_THE: Final = "ال"
_CALLS: Final = ("name", "title", "nominal")


class _Called:
    """The ways in which somebody is called, with where."""

    def __init__(self) -> None:
        self.times: Counter[str] = Counter()
        self.where: dict[str, list[Citation]] = defaultdict(list)

    def add(self, read: Read, m: Mention, known: bool = False) -> None:
        """Count a mention; with `known` only one that is a name in the world's tables."""
        words = read.source.text[m.start : m.end]
        if known:
            words = _name(words, read.source.record.doc.lang)
            if not words:
                return
        self.times[words] += 1
        if len(self.where[words]) < _SHOWN:
            self.where[words].append(cite(read, m.start, m.end))

    def listed(self) -> list[Named]:
        usual = sorted(self.times.items(), key=lambda x: (-x[1], x[0]))[:_NAMES]
        return [Named(words=w, times=n, cited=self.where[w]) for w, n in usual]


class _Person:
    def __init__(self, e: Entity) -> None:
        self.entity = e
        self.offices: Counter[str] = Counter()
        self.called = _Called()
        self.spoke = self.acted = 0


class _Side:
    def __init__(self, e: Entity) -> None:
        self.entity = e
        self.called = _Called()
        self.voices = _Called()
        self.people: dict[str, _Person] = {}
        self.acts: set[str] = set()


def parties(reads: Iterable[Read], acts: Sequence[Act], wanted: frozenset[str]) -> list[Party]:
    """The parties of acts, those in most acts first; of `wanted`, where there are any, all even without acts."""
    sides: dict[str, _Side] = {}
    taking = {p for a in acts for p in (*a.actor, *a.recipient)} | wanted
    for read in reads:
        speakers = Counter(s.speaker for s in read.source.record.statements)
        shared = _shared(read)
        doing = Counter(chain.from_iterable((*e.actor, *e.recipient) for e in read.source.record.events))
        for e in read.entities.values():
            key = read.parties[e.id]
            if key not in taking:
                continue
            side = sides.get(key) or sides.setdefault(key, _Side(e))
            if _whole(e) and not _whole(side.entity):
                side.entity = e
            _note(side, read, e, speakers[e.id], doing[e.id], shared)
    for a in acts:
        for p in (*a.actor, *a.recipient):
            if p in sides:
                sides[p].acts.add(a.same)
    made = [_party(key, side) for key, side in sides.items()]
    return sorted((p for p in made if p.acts or p.id in wanted), key=lambda p: (-p.acts, p.id))


def _shared(read: Read) -> set[tuple[int, int]]:
    """Where several parties are called by one word: "the parties" is no name of one of them."""
    once: set[tuple[int, int]] = set()
    again: set[tuple[int, int]] = set()
    for e in read.entities.values():
        for m in e.mentions:
            if m.how != "name":
                place = (m.start, m.end)
                (again if place in once else once).add(place)
    return again


@lru_cache(maxsize=1 << 14)
def _name(words: str, language: str) -> str:
    """A known name without what is written together with it (للبيت الأبيض: البيت الأبيض); "" for other words."""
    world = pack(language).world
    forms = (article + words[cut:] for cut, article in ((0, ""), (1, ""), (2, _THE)))
    return next((form for form in forms if world.called(form)), "")


def _whole(e: Entity) -> bool:
    """Whether an entity is a party as a whole, not one of its organs or officials."""
    return e.kind == "government" or (e.kind in ("organization", "armed-group") and e.sector is None)


def _note(side: _Side, read: Read, e: Entity, spoke: int, acted: int, shared: set[tuple[int, int]]) -> None:
    named = e.kind == "person" and any(m.how == "name" for m in e.mentions)
    if named:
        name = e.names.ar or e.name
        person = side.people.get(name) or side.people.setdefault(name, _Person(e))
        person.spoke += spoke
        person.acted += acted
        if e.office:
            person.offices[e.office] += 1
        called = person.called
    elif _whole(e):
        called = side.called
    elif spoke:
        called = side.voices
    else:
        return
    for m in e.mentions:
        if m.how in _CALLS and m.end > m.start and (m.start, m.end) not in shared:
            called.add(read, m, known=e.kind == "government" and m.how != "title")


def _party(key: str, side: _Side) -> Party:
    e = side.entity
    people = sorted(side.people.values(), key=lambda p: (-(p.spoke + p.acted), p.entity.name))
    return Party(
        id=key,
        code=e.code or "UNK",
        name=e.names.ar or e.name if _whole(e) else key,
        ar=e.names.ar if _whole(e) else None,
        en=e.names.en if _whole(e) else None,
        kind=e.kind,
        acts=len(side.acts),
        called=side.called.listed(),
        officials=[_official(p) for p in people if p.offices or p.spoke],
        voices=side.voices.listed(),
    )


def _official(p: _Person) -> Official:
    e = p.entity
    office = max(p.offices, key=lambda o: (p.offices[o], o), default=None)
    called = p.called.listed()
    return Official(
        name=e.names.ar or e.name,
        ar=e.names.ar,
        en=e.names.en,
        office=office,
        level=level(office),
        spoke=p.spoke,
        acted=p.acted,
        called=called,
        cited=[c for n in called for c in n.cited][:_SHOWN],
    )
