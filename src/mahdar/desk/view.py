"""What the pages over the archive share: filters with what there is to choose from, names, and how numbers are told."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from fastapi import Request
from fastapi.responses import HTMLResponse

from mahdar.archive.schema import BETWEEN
from mahdar.desk import held
from mahdar.desk.called import Called
from mahdar.desk.choices import Choices, choices
from mahdar.desk.filters import ARTICLE, STATUSES, TYPES, Filters, Unfit, filters
from mahdar.desk.web import language, page, wording
from mahdar.views.wording import Wording

FILTERED = ("today", "timeline", "network", "map", "trends")  # pages that understand the filters of each other


class Chip(NamedTuple):
    """A filter that is on: what it is of, its value, the address without it."""

    of: str
    value: str
    without: str


class View:
    """One request for such a page."""

    def __init__(self, request: Request, here: str) -> None:
        self.request, self.here = request, here
        self.library = held.library(request)
        self.filters: Filters = filters(request)
        self.words: Wording = wording(language(request))
        self.called = Called(self.words)
        self.choices: Choices = choices(self.library)
        self.turned = self.words.direction == "rtl"

    def option(self, key: str, known: tuple[str, ...]) -> str:
        """What the address says of an option of the page, else the first of what it may be.

        Raises:
            Unfit: it is none of them.
        """
        told = self.request.query_params.get(key) or known[0]
        if told not in known:
            raise Unfit("option", told)
        return told

    def number(self, key: str, most: int) -> int:
        """A number that the address may have, 1 to `most`; 1 where it has none.

        Raises:
            Unfit: it is none.
        """
        told = self.request.query_params.get(key) or "1"
        if not (told.isascii() and told.isdigit() and len(told) < 9 and 1 <= int(told) <= most):
            raise Unfit("option", told)
        return int(told)

    def page(self, template: str, extra: dict[str, str] | None = None, **told: Any) -> HTMLResponse:
        """The page. `extra`: options of the page itself, kept where the filters change."""
        kept = {k: v for k, v in (extra or {}).items() if v}
        return page(
            self.request, template, here=self.here, f=self.filters, kept=self.filters.query(), filtered=FILTERED,
            extra=kept, choices=self.choices, called=self.called, chips=list(self._chips(kept)), types=TYPES,
            statuses=STATUSES, languages=_languages, **told,
        )  # fmt: skip

    def _chips(self, extra: dict[str, str]) -> Iterator[Chip]:
        f, w, called = self.filters, self.words, self.called
        path = self.request.url.path

        def chip(of: str, value: str, **change: Any) -> Chip:
            return Chip(w.say("filter", of), value, path + f.query(**extra, **change))

        if f.words:
            yield chip("words", f.words, words="")
        for p in f.party:
            yield chip("party", called.party(p), party=tuple(x for x in f.party if x != p))
        for p in f.also:
            yield chip("with", called.party(p), also=tuple(x for x in f.also if x != p))
        if f.between:
            yield chip("between", " – ".join(called.pair(f.between)), between="")
        for of, code in (("actor", f.actor), ("recipient", f.recipient)):
            if code:
                yield chip(of, called.party(code), **{of: ""})
        for kind in f.type:
            yield chip("type", w.say("type", kind), type=tuple(x for x in f.type if x != kind))
        for status in f.status:
            yield chip("status", w.say("status", status), status=tuple(x for x in f.status if x != status))
        if f.says:
            yield chip("says", called.voucher(None if f.says == ARTICLE else f.says), says="")
        if f.place:
            yield chip("place", self.place(f.place), place="")
        if f.lang:
            yield chip("lang", f.lang, lang="")
        if f.outlet:
            yield chip("outlet", f.outlet, outlet="")
        if f.least is not None:
            yield chip("conf", f"≥ {f.least:g}", least=None)
        if f.since:
            yield chip("from", f.since.isoformat(), since=None)
        if f.until:
            yield chip("to", f.until.isoformat(), until=None)
        if f.reported:
            yield chip("days", w.say("filter", "reported"), reported=False)

    def place(self, told: str) -> str:
        """A place as the filters have it, by its name."""
        return self.called.party(told) if told.isascii() else self.called.name(told)


def _languages(lang: str) -> str:
    return {"ar": "العربية", "en": "English", "fa": "فارسی", "ru": "Русский", "fr": "Français", "tr": "Türkçe"}.get(
        lang, lang
    )


def split(pair: str) -> tuple[str, str]:
    """Both sides of a pair."""
    one, _, other = pair.partition(BETWEEN)
    return one, other
