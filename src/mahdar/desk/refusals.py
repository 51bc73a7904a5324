"""What is refused, told in the language of who asks: `[error]` of `wording.toml` has words for every code."""

from collections.abc import Mapping
from typing import Final

from fastapi import HTTPException
from markupsafe import Markup

from mahdar.errors import MahdarError
from mahdar.views.wording import Wording, in_html

_TABLE: Final = "error"
_ENGLISH: Final = Wording("en", str, "desk")


class Refused(HTTPException):
    """A request that goes no further; programs are told in English.

    Args:
        code: as in `MahdarError`; `values` are filled into its words.
        headers: of the answer.
    """

    def __init__(self, status: int, code: str, headers: Mapping[str, str] | None = None, **values: object) -> None:
        super().__init__(status, _ENGLISH.fill(_TABLE, code, **_told(values, _ENGLISH)), headers)
        self.code, self.values = code, values


def in_words(error: MahdarError, w: Wording) -> Markup:
    """What is wrong and how to mend it, in the language of the page; what has no code, as it stands."""
    return Markup(w.fill(_TABLE, error.code, **_told(error.values, w))) if error.code else in_html(str(error))


def _told(values: Mapping[str, object], w: Wording) -> dict[str, object]:
    """Values as they are read: numbers with commas, languages by their names."""
    told: dict[str, object] = {k: f"{v:,}" if isinstance(v, int) and k != "year" else v for k, v in values.items()}
    language = str(told.get("language"))
    return told | {"language": w.say("tongue", language)} if w.has("tongue", language) else told
