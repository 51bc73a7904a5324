"""Sentences and what part of an article each one is."""

import re
from typing import Final, NamedTuple

from mahdar.record.types import SentenceKind

_LINE: Final = re.compile(r"[^\r\n\x0b\x0c\x85\u2028\u2029\x00]+")
_CLOSERS: Final = "\"”»'’)]}"
# Patterns that begin with a single letter of a class are found faster than those that begin with a run of such.
_STOP: Final = re.compile(rf"[.!?؟…۔][.!?؟…۔]*[{re.escape(_CLOSERS)}]*")
_WORD: Final = re.compile(r"\w+")
_JUNK: Final = re.compile(r"[A-Za-z0-9+/](?:[A-Za-z0-9+/]{15,}={0,2}|[A-Za-z0-9+/]{7,}={1,2})")
MAX_WORDS: Final = 400
TITLE_WORDS: Final = 32
CAPTION_WORDS: Final = 4  # of a picture at least; a dateline has fewer
_FULL_STOPS: Final = ".!?؟…۔"


class Piece(NamedTuple):
    """One sentence, `[start, end)`."""

    start: int
    end: int
    kind: SentenceKind


class Layout(NamedTuple):
    """Patterns of one language for what is not running text; see `layout.toml` of the pack.

    boilerplate_opening, caption_opening: with what a line of that kind must open; boilerplate, caption: what may stand
    anywhere in one. credit: with what a caption ends that the next sentence follows in the same line; agency: how a
    sentence goes on that names an agency in brackets.
    """

    boilerplate_opening: re.Pattern[str]
    boilerplate: tuple[re.Pattern[str], ...]
    dateline: re.Pattern[str]
    inline_dateline: re.Pattern[str]
    caption_opening: re.Pattern[str]
    caption: tuple[re.Pattern[str], ...]
    credit: re.Pattern[str]
    agency: re.Pattern[str]
    abbreviations: frozenset[str]


def split(text: str, layout: Layout) -> list[Piece]:
    """The sentences of a text in order, blank stretches left out.

    The first line without a final full stop is the title, and so is a second such line before
    the body begins. A line ends a sentence; a stop ends one unless it belongs to an initial, an
    abbreviation or a number.
    """
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text)]
    lines = [(a, b) for a, b in (_trim(text, a, b) for a, b in lines) if a < b]
    out: list[Piece] = []
    titles, body = 0, False
    many = len(lines) > 1
    for a, b in lines:
        line = text[a:b]
        kind = _kind(line, layout)
        if kind == "body" and not body and titles < 2 and many and _is_title(line):
            kind, titles = "title", titles + 1
        if kind != "body":
            body = body or kind == "dateline"
            out.append(Piece(a, b, kind))
            continue
        body = True
        inline = layout.inline_dateline.match(line)
        if inline:
            out.append(Piece(a, a + inline.end(), "dateline"))
            a += inline.end()
        for begin, end in _captioned(text, a, b, layout):
            out.extend(Piece(s, e, "body") for s, e in _stops(text, begin, end, layout.abbreviations))
    return out


def _captioned(text: str, a: int, b: int, layout: Layout) -> list[tuple[int, int]]:
    """A line, cut behind the credit of a picture whose caption has run into the sentence after it."""
    out: list[tuple[int, int]] = []
    for m in layout.credit.finditer(text, a, b):
        before = text[a : m.start()]
        caption = before[max([before.rfind(x) for x in _FULL_STOPS]) + 1 :]
        if len(_WORD.findall(caption)) >= CAPTION_WORDS and not layout.agency.search(caption):
            out.append(_trim(text, a, m.end()))
            a = m.end()
    return [*out, _trim(text, a, b)]


def _trim(text: str, a: int, b: int) -> tuple[int, int]:
    while a < b and text[a].isspace():
        a += 1
    while b > a and text[b - 1].isspace():
        b -= 1
    return a, b


def _is_title(line: str) -> bool:
    bare = line.rstrip(_CLOSERS + " ")
    return (
        not (bare.endswith((".", "،", "؛", ":")) and not bare.endswith(".."))
        and len(_WORD.findall(line)) <= TITLE_WORDS
    )


def _kind(line: str, layout: Layout) -> SentenceKind:
    if layout.boilerplate_opening.match(line) or any(p.search(line) for p in layout.boilerplate) or _junk(line):
        return "boilerplate"
    if layout.dateline.fullmatch(line):
        return "dateline"
    if layout.caption_opening.match(line) or any(p.search(line) for p in layout.caption):
        if len(_WORD.findall(line)) <= 24 and not line.endswith("."):
            return "caption"
    return "body"


def _junk(line: str) -> bool:
    """Encoded rubbish: a run that looks like base64 beside few words of running text."""
    for m in _JUNK.finditer(line):
        run = m.group()
        mixed = any(c.islower() for c in run) and any(c.isupper() for c in run)
        if (run.endswith("=") or (mixed and any(c.isdigit() for c in run))) and len(run) * 3 > len(line):
            return True
    return False


def _stops(text: str, a: int, b: int, abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    begin = a
    for m in _STOP.finditer(text, a, b):
        end = m.end()
        if end < b and not text[end].isspace():
            # No space after the stop: an abbreviation, a number or a slip; only a slip ends a sentence.
            before = text[max(a, m.start() - 3) : m.start()]
            if not (before.isalpha() and len(before) == 3 and text[end].isalpha() and text[end] > "\u0600"):
                continue
        before_words = _WORD.findall(text[max(begin, m.start() - 30) : m.start()])
        last = before_words[-1] if before_words else ""
        if m.group() == "." and ((len(last) == 1 and not last.isdigit()) or last in abbreviations) and end < b:
            continue
        s, e = _trim(text, begin, end)
        if s < e:
            out.append((s, e))
        begin = end
    s, e = _trim(text, begin, b)
    if s < e:
        if out and not _WORD.search(text, s, e):
            out[-1] = (out[-1][0], e)
        else:
            out.append((s, e))
    return [part for s, e in out for part in _cap(text, s, e)]


def _cap(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """A run of more than `MAX_WORDS` words without a stop, cut at commas or else at spaces."""
    if b - a < 2 * MAX_WORDS:
        return [(a, b)]  # too short for so many words
    words = list(_WORD.finditer(text, a, b))
    out: list[tuple[int, int]] = []
    while len(words) > MAX_WORDS:
        cut = MAX_WORDS
        for k in range(MAX_WORDS, MAX_WORDS // 2, -1):
            if text[words[k - 1].end()] in "،,؛;":
                cut = k
                break
        end = words[cut].start()
        out.append(_trim(text, a, end))
        a, words = end, words[cut:]
    out.append((a, b))
    return out
