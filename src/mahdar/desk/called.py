"""What codes, persons and places are called in a language of the interface, and which code a name means."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from mahdar.archive.schema import BETWEEN
from mahdar.language.pack import pack
from mahdar.text.fold import plain
from mahdar.views.wording import Wording

NOBODY: Final = "UNK"
_CODE: Final = re.compile(r"[A-Z][A-Z0-9]{1,7}")
_PARTIES: Final = ("state", "bloc", "organization")  # kinds of entry whose first name is that of its code

_OF_OTHERS: Final = ("seat", "adjective")  # kinds of entry whose English is that of the state


class Called:
    """The names of one language."""

    def __init__(self, wording: Wording) -> None:
        self.arabic: Final = wording.language == "ar"
        self._unknown: Final = wording.say("called", "unknown")
        self._article: Final = wording.say("called", "article")

    def party(self, code: str) -> str:
        """The name of a party by its code, or of a person or group as `faces` has it."""
        code, _, name = code.partition(":")
        if name:
            return self.name(name)
        return self._unknown if code == NOBODY else self._of(_names().get(code, (code, code)))

    def pair(self, pair: str) -> tuple[str, str]:
        """Both names of a pair."""
        one, _, other = pair.partition(BETWEEN)
        return self.party(one), self.party(other)

    def name(self, arabic: str) -> str:
        """A person, group or place by its Arabic name, which is kept where the world's tables know no other."""
        return arabic if self.arabic else english(arabic) or arabic

    def side(self, codes: Iterable[str], names: Iterable[str]) -> list[tuple[str, str]]:
        """The parties of one side, each once: name of the party, and of who acts for it where that is another."""
        out: dict[tuple[str, str], None] = {}
        for code, name in zip(codes, names, strict=True):
            party, acting = self.party(code), self.name(name)
            whole = acting == party or code == NOBODY or plain(name) in _spelled(code)
            out.setdefault((acting, "") if code == NOBODY else (party, "" if whole else acting))
        return list(out)

    def voucher(self, code: str | None) -> str:
        """On whose word something is; the article's own where nobody's."""
        return self._article if code is None else self.party(code)

    def _of(self, names: tuple[str, str]) -> str:
        return names[0] if self.arabic else names[1]


def code(told: str) -> str | None:
    """The code that a reader means: a code, or a name of a party in Arabic or English."""
    told = told.strip()
    if told.upper() in _names() or _CODE.fullmatch(told):
        return told.upper()
    return _meant().get(plain(told)) or _meant().get(told.lower())


@lru_cache(maxsize=1 << 14)
def english(arabic: str) -> str:
    """The English name of somebody or something in the world's tables; "" for none."""
    return next((e.en for e in pack("ar").world.called(arabic) if e.kind not in _OF_OTHERS), "")


@lru_cache(maxsize=1)
def _names() -> dict[str, tuple[str, str]]:
    """code -> its name in Arabic and English."""
    out: dict[str, tuple[str, str]] = {}
    for kind in _PARTIES:
        for e in pack("ar").world.entries:
            if e.kind == kind and e.code and e.ar and e.en:
                out.setdefault(e.code, (e.ar, e.en))
    return out


@lru_cache(maxsize=1)
def _meant() -> dict[str, str]:
    """A name of a party, folded or in small letters -> its code."""
    out: dict[str, str] = {}
    for kind in _PARTIES:
        for e in pack("ar").world.entries:
            if e.kind == kind and e.code:
                out.setdefault(plain(e.ar), e.code)
                out.setdefault(e.en.lower(), e.code)
    return out


@lru_cache(maxsize=1 << 10)
def _spelled(code: str) -> frozenset[str]:
    """The folded names of a party as a whole."""
    return frozenset(
        plain(e.ar) for e in pack("ar").world.entries if e.code == code and (e.kind in _PARTIES or e.kind == "byname")
    )
