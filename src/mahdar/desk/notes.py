"""The notes of records and dossiers in the language of a page: they are kept in English."""

import re
from typing import Final

from markupsafe import Markup

from mahdar.views.shown import shown
from mahdar.views.wording import Wording

_TABLE: Final = "note"
# The key of the words of a note, and how it stands in records and dossiers.
_FORMS: Final = (
    ("truncated", re.compile(r"truncated: only the first (?P<n>\d+) characters were coded")),
    ("dateless", re.compile(r"no publication date: relative times are unresolved")),
    ("declared", re.compile(r"read as (?P<encoding>\S+), though declared as (?P<told>\S+)")),
    ("encoding", re.compile(r"read as (?P<encoding>\S+)")),
    ("broken", re.compile(r"(?P<n>\d+) broken bytes of UTF-8 replaced")),
    ("no_date", re.compile(r"(?P<source>.+) gives (?P<value>.+), which is no date of publication", re.S)),
    ("dated", re.compile(r"published as told by (?P<source>.+)", re.S)),
    ("differing", re.compile(r"dates differ: (?P<told>.+)", re.S)),
    ("undated", re.compile(r"(?P<n>\d+) of (?P<all>\d+) articles have no publication date: .+")),
    ("coders", re.compile(r"the articles were coded by (?P<n>\d+) versions of the coder")),
    ("clauseless", re.compile(r"some records are of a coder that tells no clauses: .+")),
)


def note(told: str, w: Wording) -> Markup:
    """A note in the language of the page; in English where that has no words for it."""
    for key, form in _FORMS:
        found = form.fullmatch(told)
        if found:
            return Markup(w.fill(_TABLE, key, **found.groupdict()))
    return Markup('<span lang="en" dir="ltr">{}</span>').format(shown(told))
