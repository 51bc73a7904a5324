"""Words of the interface in its languages, from `wording.toml` beside each part of it."""

import re
import tomllib
from collections.abc import Callable
from functools import lru_cache
from importlib.resources import files
from typing import Final, Literal

from markupsafe import Markup

from mahdar.views.shown import shown

Language = Literal["ar", "en"]
LANGUAGES: Final[tuple[Language, ...]] = ("ar", "en")
_ISOLATE, _END = "\u2068", "\u2069"


class Wording:
    """The words of one language: `say("state", "held")`, `fill("phrase", "host", party="روسيا")`.

    `isolated`: keeps the direction of what is filled in, and its signs from being taken for the output's own; `parts`:
    folders of the package with further tables.
    """

    def __init__(self, language: Language, isolated: Callable[[str], str], *parts: str) -> None:
        self.language: Final = language
        self.direction: Final = "rtl" if language == "ar" else "ltr"
        self.isolated: Final = isolated
        self._form: Final = type(isolated(""))
        self._words: Final = _words(("views", "views/dossier", *parts))

    def say(self, table: str, key: str) -> str:
        """The words for a key of a table, as they stand."""
        return self._words[table][key][self.language]

    def has(self, table: str, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self._words[table]

    def fill(self, table: str, key: str, **filled: object) -> str:
        """The same with something filled in: plain text and numbers isolated, what `fill` gave left as it is."""
        told = {k: v if isinstance(v, self._form) else self.isolated(str(v)) for k, v in filled.items()}
        return self._form(self._form(self.say(table, key)).format(**told))


class Marked(str):
    """Text that is Markdown already."""

    __slots__ = ()


_SPECIAL: Final = str.maketrans({c: f"\\{c}" for c in "\\`*_{}[]<>#|~^"})


def in_markdown(text: str) -> Marked:
    """Plain text for Markdown, on one line, its direction isolated."""
    told = " ".join(shown(text).translate(_SPECIAL).split())
    return Marked(f"{_ISOLATE}{told}{_END}" if told else "")


_DAY: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def in_html(text: str) -> Markup:
    """Plain text for a page, its direction isolated; a day is not broken at its hyphens."""
    if _DAY.fullmatch(text):
        return Markup('<bdi class="day">{}</bdi>').format(text)
    return Markup("<bdi>{}</bdi>").format(shown(text)) if text else Markup()


@lru_cache
def _words(parts: tuple[str, ...]) -> dict[str, dict[str, dict[str, str]]]:
    """The tables of some parts; what two of them have is that of the later one."""
    out: dict[str, dict[str, dict[str, str]]] = {}
    for part in parts:
        raw = tomllib.loads((files("mahdar").joinpath(part, "wording.toml")).read_text(encoding="utf-8"))
        for table, words in raw.items():
            out.setdefault(table, {}).update(words)
    return out
