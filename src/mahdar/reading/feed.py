"""RSS and Atom: one article an item, as much of it as the feed carries."""

import datetime as dt
import hashlib
import io
import re
from collections.abc import Iterator
from typing import Any, Final

import feedparser

from mahdar.errors import InputError
from mahdar.reading.article import Article, Options, Outcome, Source, whole
from mahdar.reading.dates import iso
from mahdar.reading.encodings import decode
from mahdar.reading.fragment import flat

_ENCODING: Final = re.compile(rb"""<\?xml[^>]{0,100}encoding\s*=\s*["']([\w.:-]+)["']""")
_ITEM: Final = re.compile("<(?:item|entry)\\b")
ITEMS: Final = 10_000
"""How many items a feed may have."""
_HEADERS: Final = {"content-type": "application/xml; charset=utf-8"}


def read(source: Source, options: Options) -> Iterator[Outcome]:
    """The articles of a feed's items."""
    try:
        yield from items(whole(source), source.where, options)
    except InputError as error:
        yield error


def items(data: bytes, where: str, options: Options, charset: str | None = None) -> list[Article]:
    """The articles of a feed.

    Args:
        charset: as the server told it.

    Raises:
        InputError: no feed, one that declares entities of its own, or an unknown encoding.
    """
    inside = _ENCODING.search(data[:1024])
    told = (charset, inside[1].decode("ascii") if inside else None)
    text, encoding, notes = decode(data, where, told, lenient=True)
    if "<!ENTITY" in text:  # they may expand without end, or name files
        raise InputError("the feed declares entities of its own.", where, "Only feeds without are read.")
    if len(_ITEM.findall(text)) > ITEMS:
        raise InputError(f"more than {ITEMS:,} items.", where)
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    feed = feedparser.parse(
        io.BytesIO(text.encode("utf-8", "replace")),
        response_headers=_HEADERS,
        sanitize_html=False,
        resolve_relative_uris=False,
    )
    if not feed.version and not feed.entries:
        raise InputError("neither RSS nor Atom.", where, "Name a feed, a page or a text file.")
    if feed.bozo:
        notes = (*notes, "the feed is not well-formed")
    made = Article(
        where,
        "",
        "",
        None,
        None,
        None,
        _text(feed.feed, "title") or None,
        _text(feed.feed, "language") or None,
        encoding,
        "feed",
        notes,
    )
    return [_item(entry, n, made, options) for n, entry in enumerate(feed.entries, 1)]


def _item(entry: Any, number: int, feed: Article, options: Options) -> Article:
    title = " ".join(flat(_text(entry, "title")).split()) or None
    written = [c.get("value") or "" for c in dict.get(entry, "content") or []]
    body = flat(max((*written, _text(entry, "summary")), key=len))
    if title and body.split("\n", 1)[0] != title:
        body = f"{title}\n{body}" if body else title
    published, notes = _date(entry)
    url = _text(entry, "link") or None
    source = dict.get(entry, "source") or {}
    return feed._replace(
        where=f"{feed.where}:{number}",
        id=_text(entry, "id") or url or hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()[:16],
        text=body,
        published=published or options.published,
        title=title,
        url=url,
        publisher=_text(source, "title") or feed.publisher,
        notes=(*feed.notes, *notes),
    )


def _text(thing: Any, key: str) -> str:
    """A text of a feed, empty where there is none; past the aliases of feedparser, which warn."""
    value = dict.get(thing, key)
    return value.strip() if isinstance(value, str) else ""


def _date(entry: Any) -> tuple[str | None, tuple[str, ...]]:
    """When an item was published, else when it was last changed; and notes."""
    notes: list[str] = []
    for field in ("published", "updated"):
        written = _text(entry, field)
        if not written:
            continue
        date = iso(written) or _parsed(dict.get(entry, f"{field}_parsed"))
        if date:
            return date, (*notes, *((f"published as told by {field}",) if field != "published" else ()))
        notes.append(f"{field} gives {written[:40]!r}, which is no date of publication")
    return None, tuple(notes)


def _parsed(moment: Any) -> str | None:
    """What feedparser makes of dates in rarer forms, in universal time."""
    return iso(dt.datetime(*moment[:6]).isoformat() + "Z") if moment else None
