"""How the parties, officials and issues of a dossier are called in a language of the interface."""

from collections.abc import Iterable

from mahdar.dossier.offices import arabic
from mahdar.dossier.types import Dossier, Issue, Official
from mahdar.language.pack import pack
from mahdar.views.wording import Wording


class Names:
    """The names of a dossier."""

    def __init__(self, dossier: Dossier, wording: Wording) -> None:
        self.wording = wording
        self.arabic = wording.language == "ar"
        self._parties = {p.id: (p.ar if self.arabic else p.en) or p.name for p in dossier.parties}
        self._issues = {i.id: i for i in dossier.issues}
        self._people = {o.name: o for p in dossier.parties for o in p.officials}

    def party(self, id: str) -> str:
        """The name of a party; of those who act for no state, their sector and state; the id where nothing is known."""
        code, slash, rest = id.partition("/")
        sector, colon, group = rest.partition(":")
        if not slash:
            return self._parties.get(id) or self._state(code)
        if colon:
            return (self._parties.get(id, group) if not self.arabic else group) or group
        form = self.wording.say("sector", sector if self.wording.has("sector", sector) else "other")
        return form.format(state=self._state(code))

    def _state(self, code: str) -> str:
        entry = pack("ar").states.get(code)
        return ((entry.ar if self.arabic else entry.en) or code) if entry is not None else code

    def list(self, ids: Iterable[str]) -> str:
        """Several parties in a row."""
        return self.row(self.party(i) for i in ids)

    def row(self, names: Iterable[str]) -> str:
        """Names in a row."""
        return ("، " if self.arabic else ", ").join(names)

    def deed(self, type: str, by: str) -> str:
        """What a claim is about: the kind of deed and its parties, joined by "+"."""
        kind = self.wording.say("deed", type if self.wording.has("deed", type) else "other")
        parties = [p for p in by.split("+") if p != "UNK"]
        return self.wording.fill("phrase", "deed", kind=kind, parties=self.list(parties)) if parties else kind

    def span(self, published: Iterable[str], n: int) -> str:
        """How many articles, of which days."""
        days = sorted(d[:10] for d in published)
        if not days:
            return self.wording.fill("phrase", "undated", n=n)
        key = "articles" if days[0] != days[-1] else "article_day"
        return self.wording.fill("phrase", key, n=n, since=days[0], until=days[-1])

    def sayer(self, id: str) -> str:
        """Who vouches for something: a party, an unnamed source, or the report itself."""
        if not id:
            return self.wording.say("phrase", "article")
        return self.wording.say("phrase", "unknown") if id == "UNK" else self.party(id)

    def issue(self, id: str | None) -> str:
        """The name of an issue, with its gloss in English."""
        i: Issue | None = self._issues.get(id or "")
        if i is None:
            return ""
        return i.name if self.arabic or not i.en else f"{i.en} ({i.name})"

    def place(self, name: str) -> str:
        """The name of a place, in English where the world's tables have one."""
        if self.arabic:
            return name
        return next((e.en for e in pack("ar").world.called(name)), "") or name

    def person(self, name: str) -> str:
        """The name of an official."""
        o = self._people.get(name)
        return name if o is None or self.arabic else o.en or name

    def office(self, o: Official) -> str:
        """The office of an official; "" for none known."""
        return "" if not o.office else arabic(o.office) if self.arabic else o.office
