"""Errors a caller may meet.

MahdarError
├── InputError    an input cannot be read or coded
├── TextError     a text breaks a rule of the text layer
├── PackError     a language pack's data is wrong
└── RecordError   a record does not fit the contract
"""

from typing import Final

EMPTY: Final = "empty"
"""The `code` of a text without a word, by which nothing is lost."""


class MahdarError(Exception):
    """Something the caller can mend: what is wrong, where, and how to mend it.

    `code`: a short name for this fault that programs may rely on and other languages have words for, "" where only
    whoever typed a command reads of it; `values`: what the message tells beside its words.
    """

    def __init__(self, what: str, where: str = "", mend: str = "", code: str = "", **values: object) -> None:
        super().__init__(what, where, mend)
        self.what, self.where, self.mend, self.code, self.values = what, where, mend, code, values

    def __str__(self) -> str:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return f"{head} {self.mend}".rstrip()


class InputError(MahdarError):
    """An input that cannot be read or coded; the rest of a batch goes on."""


class TextError(MahdarError):
    """A text that breaks a rule of the text layer."""


class PackError(MahdarError):
    """Wrong data in a language pack, named by file and line or entry."""


class RecordError(MahdarError):
    """A record that does not fit the contract, named by field."""
