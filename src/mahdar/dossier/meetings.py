"""Meetings: the reports of one joined, from its announcement to what became of it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from mahdar.dossier.acts import Act, in_title
from mahdar.dossier.cite import cite_acts
from mahdar.dossier.issues import Issues
from mahdar.dossier.offices import highest
from mahdar.dossier.positions import Taken
from mahdar.dossier.talks import Talk, agenda
from mahdar.dossier.types import Meeting, Participant, State, Step
from mahdar.text.fold import plain

_NEAR: Final = dt.timedelta(days=2)  # how far two reports may be apart on the day of one meeting
_WEEK: Final = dt.timedelta(days=7)
_PUT_OFF: Final = dt.timedelta(days=45)  # how long after its day a meeting may be held that was put off
_NEWS: Final = dt.timedelta(days=2)  # a meeting told without a day was or is to be about now
_AHEAD: Final = dt.timedelta(days=30)
_FOLLOWS: Final = 2  # sentences after that on a meeting which may tell its outcome
_OUTCOME: Final = ("agreement", "acceptance", "refusal", "promise", "concession")
_DONE: Final = ("held", "under way")
_NEVER, _EVER = 0, dt.date.max.toordinal()  # before and after all days


class _Joined:
    """A meeting as told so far."""

    def __init__(self, t: Talk) -> None:
        self.talks = [t]
        self.reports = {t.act.read.source.first}
        self.ceremony = t.ceremony
        self.happened = t.state in _DONE
        self.parties = t.parties
        self.people = {p: list(names) for p, names in t.people.items()}
        self.format, self.place, self.level = t.format, t.place, t.level
        self.days = (t.since, t.until or t.since) if t.since else None
        self.put_off = t.state == "postponed"
        self._reach()

    def _reach(self) -> None:
        """Note the first and the last day, as ordinals, from which a dated report may tell of this meeting."""
        self.first, self.last = _NEVER, _EVER
        if self.days is not None:
            margin = (_WEEK if self.happened else _PUT_OFF).days
            self.first, self.last = self.days[0].toordinal() - margin, self.days[1].toordinal() + margin

    @property
    def state(self) -> State:
        return self.talks[-1].state

    def fits(self, t: Talk) -> int:
        """How well what is told fits this meeting, of those near it; 0 if it is another."""
        same_report = t.act.read.source.first in self.reports
        days = self._days(t, same_report)
        if days == 0:
            return 0
        people = len(self._people(t))
        if (
            not self._parties_fit(t, same_report, days > 1 or people > 0)
            or not self._formats_fit(t, same_report)
            or self._others(t, same_report)
            or self._later(t, same_report)
        ):
            return 0
        return days + 2 * same_report + 2 * bool(people) + (self.parties == t.parties) + len(self.parties & t.parties)

    def _parties_fit(self, t: Talk, same_report: bool, sure: bool) -> bool:
        """Whether the parties can be those of one meeting. A report may name fewer; more only of a meeting that is
        surely the same, or of one that it calls off; one alone only where it goes on about a meeting, or calls it off.
        """
        if len(t.parties) < 2:
            return t.parties <= self.parties and (same_report or self._called(t))
        if self.parties == t.parties:
            return True
        if t.parties < self.parties:
            return same_report or sure or self._called(t)
        if self.people and not t.people and not same_report:
            return False  # two presidents are no four delegations
        return sure and (self.parties < t.parties or len(self.parties & t.parties) > 1)

    def _formats_fit(self, t: Talk, same_report: bool) -> bool:
        if self.format is not None and t.format is not None:
            return self.format == t.format
        return same_report or "phone" not in (self.format, t.format)

    def _others(self, t: Talk, same_report: bool) -> bool:
        """Whether other people meet: of one side others are named, or leaders here and officials there."""
        if len(t.parties) == 1 and same_report:
            return False  # انضم للاجتماع سفير
        for p, names in t.people.items():
            if self.people.get(p) and not set(names) & set(self.people[p]):
                return True
        return not same_report and self.level != t.level and "officials" not in (self.level, t.level)

    def _later(self, t: Talk, same_report: bool) -> bool:
        """Whether what is told is a plan for another meeting: a new round, or told after this one was over."""
        if t.state not in ("planned", "possible"):
            return False
        if t.another and (self.state in _DONE or (same_report and t.since is None)):
            return True
        told = t.act.read.source.day
        return self.state in _DONE and self.days is not None and told is not None and self.days[1] < told

    def _called(self, t: Talk) -> bool:
        """Whether a report that names some of them puts off or calls off this meeting."""
        to_come = not self.happened and self.state in ("planned", "postponed", "cancelled")
        return to_come and t.state in ("cancelled", "postponed")

    def _people(self, t: Talk) -> set[str]:
        return {n for p, names in t.people.items() for n in names if n in self.people.get(p, ())}

    def _days(self, t: Talk, same_report: bool) -> int:
        """3 for the same days, 1 where they can be, 0 where they cannot."""
        published = t.act.read.source.day
        if self.days is not None and t.since is not None:
            since, until = self.days
            if since <= (t.until or t.since) and t.since <= until:
                return 3
            if same_report and t.state in ("postponed", "not held") and abs(t.since - since) <= _WEEK:
                return 1  # when it was to be before
            if self.happened or (t.state in _DONE and t.since < since):
                return 0  # nothing is held before the day for which it was planned
            moved = self.put_off or t.state == "postponed"
            if moved and abs(t.since - since) <= _PUT_OFF:
                return 2
            near = t.since - _NEAR <= until and since <= (t.until or t.since) + _NEAR
            return int(near and not same_report and (bool(self._people(t)) or not self._elsewhere(t)))
        if same_report:
            return 1
        day = self.days[0] if self.days is not None else t.since
        if day is None or published is None:
            return 1
        if self.days is None:  # told before without a day, as news of then
            before = self.talks[-1].act.read.source.day
            return int(before is not None and before - _NEWS <= day <= before + _AHEAD)
        return int(published - _NEWS <= self.days[1] and day <= published + _AHEAD)

    def _elsewhere(self, t: Talk) -> bool:
        """Whether what is told was at another place, which its sentence does not put within the place of this one."""
        if not self.place or not t.place or self.place == t.place:
            return False
        here, there = plain(self.place), plain(t.place)
        return not any(here in x.whole and there in x.whole for x in (t, *self.talks))

    def take(self, t: Talk) -> None:
        self.talks.append(t)
        self.reports.add(t.act.read.source.first)
        self.parties |= t.parties
        for p, names in t.people.items():
            mine = self.people.setdefault(p, [])
            mine += [n for n in names if n not in mine]
        self.format, self.place = self.format or t.format, self.place or t.place
        self.level = highest((self.level, t.level))
        told = t.act.read.source.day
        over = t.state == "postponed" and t.since is not None and told is not None and t.since < told
        told_off = t.state in ("cancelled", "not held")  # its day is that for which it was planned
        if t.since is not None and not over and (self.days is None or not told_off):
            self.days = (t.since, t.until or t.since)
        self.put_off = self.put_off or t.state == "postponed"
        self.happened = self.happened or t.state in _DONE
        self._reach()


def meetings(acts: Sequence[Act], taken: Sequence[Taken], issues: Issues, issue_ids: dict[str, str]) -> list[Meeting]:
    """The meetings that acts tell, in order of their days."""
    joined: list[_Joined] = []
    recent: list[_Joined] = []  # told of not too long ago to be told of again
    today = dt.date.min
    for a in sorted(acts, key=lambda a: a.told):
        if not _gathering(a):
            continue
        talk = Talk(a)
        if not talk.parties:
            continue
        if recent and talk.act.told[0] != today:
            recent = [m for m in recent if talk.act.told[0] - m.talks[-1].act.told[0] <= _PUT_OFF]
        today = talk.act.told[0]
        near = _near(talk, recent)
        fit = max(((recent[n].fits(talk), n) for n in near), default=(0, 0))
        if fit[0]:
            recent[fit[1]].take(talk)
        elif len(talk.parties) > 1:
            recent.append(_Joined(talk))
            joined.append(recent[-1])
    made = [
        m for m in joined if len(m.parties) > 1 and not (m.ceremony and all(t.state == "not held" for t in m.talks))
    ]
    made.sort(key=lambda m: (m.days[0] if m.days else m.talks[0].act.day or dt.date.min, m.talks[0].act.told))
    told: dict[tuple[int, int], list[Taken]] = defaultdict(list)
    for t in taken:
        if t.position.kind in _OUTCOME:
            for place in dict.fromkeys(a.place for a in t.acts):
                told[place].append(t)
    return [_meeting(f"m{n}", m, told, issues, issue_ids) for n, m in enumerate(made, 1)]


def _near(t: Talk, recent: Sequence[_Joined]) -> list[int]:
    """Which meetings what is told may fit by its days and parties: quick to tell of many."""
    since, until, mine, ceremony = _NEVER, _EVER, t.parties, t.ceremony
    if t.since is not None:
        since, until = t.since.toordinal(), (t.until or t.since).toordinal()
    return [
        n
        for n, m in enumerate(recent)
        if m.ceremony is ceremony
        and m.first <= until
        and since <= m.last
        and (mine == m.parties or mine <= m.parties or len(mine & m.parties) > 1)
    ]


def _gathering(a: Act) -> bool:
    known = a.read.language
    if a.frame in known.ceremonies:
        return a.event.type == "SUPPORT" and len(a.actor) + len(a.recipient) > 1
    return a.event.type == "CONSULT" or a.frame in known.cancelled


def _meeting(
    id: str,
    m: _Joined,
    told: Mapping[tuple[int, int], Sequence[Taken]],
    issues: Issues,
    issue_ids: dict[str, str],
) -> Meeting:
    talks = m.talks
    about = dict.fromkeys(i for t in talks for i in issues.on(t.act))
    steps = _steps(talks)
    host = next((t.host for t in talks if t.host), None)
    days = m.days
    return Meeting(
        id=id,
        participants=[Participant(party=p, people=m.people.get(p, [])) for p in sorted(m.parties)],
        level=m.level,
        host=host,
        place=m.place,
        format=m.format or "in person",
        open=_open(talks),
        since=days[0].isoformat() if days and days[0] else None,
        until=days[1].isoformat() if days and days[1] else None,
        duration=next((t.duration for t in talks if t.duration), None),
        agenda=list(dict.fromkeys(x for t in talks if (x := agenda(t.act))))[:3],
        issues=[issue_ids[i.core] for i in about],
        outcome=_outcome(m, told),
        state=_last_state(steps, days[0].isoformat() if days and days[0] else None),
        steps=steps,
        cited=cite_acts([t.act for t in talks]),
    )


def _open(talks: Sequence[Talk]) -> bool | None:
    """Whether a meeting was open to the public, by those reports that tell it as held, if there are any."""
    told = [t for t in talks if t.state in _DONE] or talks
    return False if any(t.closed for t in told) else True if any(t.open for t in told) else None


def _last_state(steps: Sequence[Step], since: str | None) -> State:
    """What has become of a meeting: a report that still calls it planned takes nothing back, nor one that it was not on
    another day.
    """
    state = steps[0].state
    for step in steps[1:]:
        if step.state == "not held" and step.since not in (None, since):
            continue
        if step.state not in ("planned", "possible") or state in ("planned", "possible"):
            state = step.state
    return state


def _steps(talks: Sequence[Talk]) -> list[Step]:
    """What each report tells of a meeting, those that tell nothing new left out."""
    out: list[Step] = []
    reports: dict[str, list[Talk]] = {}
    for t in talks:
        reports.setdefault(t.act.read.source.first, []).append(t)
    for mine in reports.values():
        state = _state(mine)
        days = [t for t in mine if t.since is not None]
        dated = next((t for t in reversed(days) if t.state == state), days[-1] if days else mine[-1])
        since = dated.since.isoformat() if dated.since else None
        until = (dated.until or dated.since or dt.date.min).isoformat() if dated.since else None
        if out and out[-1].state == state and (since is None or (out[-1].since, out[-1].until) == (since, until)):
            continue
        told = mine[0].act.read.source.day
        shown = next((t for t in mine if t.state == state and not in_title(t.act)), mine[0])
        out.append(
            Step(
                state=state,
                reported=told.isoformat() if told else None,
                since=since,
                until=until,
                cited=cite_acts([shown.act])[0],
            )
        )
    return out


def _state(talks: Sequence[Talk]) -> State:
    """The state of a meeting in one report: under way with somebody there who has come for what is still to be."""
    states = [t.state for t in talks if not in_title(t.act)] or [t.state for t in talks]
    arrived = [t.visit for t in talks if t.state in _DONE]
    if "under way" in states or ("planned" in states and arrived and all(arrived)):
        return "under way"
    done = [s for s in states if s in _DONE]
    return next((s for s in reversed(done or states) if s not in ("planned", "possible")), states[-1])


def _outcome(m: _Joined, told: Mapping[tuple[int, int], Sequence[Taken]]) -> list[str]:
    """The positions that participants took at a meeting: told in a sentence that tells it as held, or soon after."""
    places = dict.fromkeys(
        (t.act.read.source.n, n)
        for t in m.talks
        if t.state in _DONE and not in_title(t.act)
        for n in range(t.act.event.sentence, t.act.event.sentence + _FOLLOWS + 1)
    )
    found = {t.position.id: t for p in places for t in told.get(p, ()) if m.parties & {*t.position.parties}}
    return sorted(found, key=lambda id: int(id[1:]))
