"""Which characters bytes stand for, told only when it is sure.

UTF-8 is never met by chance. The one-byte encodings of Arabic differ in most letters, so that the right one gives
words with the article and particles, and a wrong one next to none. What fits none is refused.
"""

import codecs
import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from mahdar.errors import InputError
from mahdar.language.identify import common_words

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ONE_BYTE: Final = ("cp1256", "iso8859-6")
_SAMPLE: Final = 20_000
_LEAST_SHARE: Final = 0.12  # of the words must be common ones; real news has a third and more
_ASTRAY: Final = re.compile("(?<=[\u0621-\u064a])[\xc0-\u024f\x80-\x9f]|[\xc0-\u024f\x80-\x9f](?=[\u0621-\u064a])")
_BROKEN_SHARE: Final = 1000  # a page may have one broken byte in so many


class Decoded(NamedTuple):
    """A text, the encoding of its bytes, and what is to be said of it."""

    text: str
    encoding: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, where: str, declared: Iterable[str | None] = (), lenient: bool = False) -> Decoded:
    """The text of bytes.

    Args:
        where: for messages.
        declared: encodings that the source names, the most trusted first; a name that does not fit is passed over.
        lenient: whether a few broken bytes in UTF-8, and other alphabets in what is declared, are let pass.

    Raises:
        InputError: no encoding of Arabic fits.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _marked(data, mark, name, where)
    names = [n for n in map(_known, declared) if n]
    told = names[0] if names else None
    wide = _without_mark(data)
    if wide:
        return Decoded(data.decode(wide), wide, _note(wide, told))
    try:
        return Decoded(data.decode("utf-8"), "utf-8", _note("utf-8", told) if not data.isascii() else ())
    except UnicodeDecodeError as error:
        broken = error.start
    found = _one_byte(data)
    if found:
        return Decoded(data.decode(found), found, _note(found, told))
    if lenient:
        text = data.decode("utf-8", "replace")
        many = text.count("\ufffd")
        if many * _BROKEN_SHARE <= len(data):
            return Decoded(text, "utf-8", (f"{many} broken bytes of UTF-8 replaced",))
        for name in (*(n for n in names if n != "utf-8"), "cp1252"):
            text = data.decode(name, "replace")
            if not re.search("[\u0600-\u06ff]", text):  # no Arabic, so nothing that a wrong guess could garble
                return Decoded(text, name)
    raise InputError(
        f"not UTF-8 (byte {broken}), and no other encoding of Arabic fits surely.",
        where,
        "Convert it, for example: iconv -f cp1256 -t utf-8.",
        "encoding",
    )


def _marked(data: bytes, mark: bytes, name: str, where: str) -> Decoded:
    try:
        text = data[len(mark) :].decode("utf-8") if name == "utf-8" else data.decode(name)
    except UnicodeDecodeError as error:
        raise InputError(
            f"not {name.upper()} (byte {error.start}), though its first bytes say so.",
            where,
            "Convert it to UTF-8.",
            "encoding-mark",
            name=name.upper(),
        ) from None
    return Decoded(text, name, _note(name, None))


def _known(name: str | None) -> str | None:
    """The name by which Python knows an encoding of text, None for a name that is none."""
    if not name:
        return None
    try:
        info = codecs.lookup(name.strip().strip("\"'"))
        return info.name if info.decode(b" ")[0] == " " else None
    except (LookupError, UnicodeError, TypeError, ValueError):
        return None


def _note(encoding: str, told: str | None) -> tuple[str, ...]:
    if told and told != encoding:
        return (f"read as {encoding}, though declared as {told}",)
    return () if encoding in ("utf-8", told) else (f"read as {encoding}",)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte is 0, or 6, the first byte of Arabic letters."""
    if len(data) < 8 or len(data) % 2:
        return None
    for name, high, low in (("utf-16-le", data[1::2], data[::2]), ("utf-16-be", data[::2], data[1::2])):
        letters, spaces = high.count(6), high.count(0)
        if letters >= 3 and letters + spaces >= 0.9 * len(high) and low.count(0) * 20 < len(low):
            try:
                data.decode(name)
            except UnicodeDecodeError:
                continue
            return name
    return None


def _one_byte(data: bytes) -> str | None:
    """The one-byte encoding of Arabic that the bytes are surely in."""
    scores = {}
    for name in _ONE_BYTE:
        try:
            text = data.decode(name)
        except UnicodeDecodeError:
            continue
        scores[name] = _score(text[:_SAMPLE])
    best = max(scores, key=lambda n: scores[n], default=None)
    if best is None or scores[best] < _LEAST_SHARE:
        return None
    others = max((s for n, s in scores.items() if n != best), default=0.0)
    return best if scores[best] >= 3 * others else None


def _score(text: str) -> float:
    """The share of words that Arabic has many of; 0 where they are less than two, or where letters of other alphabets
    stand within many words.
    """
    words, common = common_words(text)
    if common < 2 or 10 * len(_ASTRAY.findall(text)) > words:
        return 0.0
    return common / words
