"""HTML pages: the body by trafilatura; title, publisher, language and date from what the page says of itself.

The date is the first of: JSON-LD `datePublished` of an article; a meta element; a `time` element marked as that of
publication, or the only one of the page; the address. trafilatura's own dates are not used, since they may be guesses
from any date in the text, and look at the clock.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from typing import Any, Final, NamedTuple

from lxml.html import HtmlElement
from trafilatura import bare_extraction, load_html
from trafilatura.metadata import extract_metadata

from mahdar.errors import InputError
from mahdar.reading.article import Article, Late, Options, Outcome, Source, whole
from mahdar.reading.dates import conflict, iso
from mahdar.reading.encodings import Decoded, decode

_CHARSET: Final = re.compile(
    rb"""<(?:meta[^>]{0,200}charset\s*=\s*|\?xml[^>]{0,100}encoding\s*=\s*)["']?([\w.:-]+)""", re.I
)
_LANGUAGE: Final = re.compile(r"""<html[^>]{0,400}?\slang\s*=\s*["']?([A-Za-z]{2,3})""", re.I)
_OPEN_TAG: Final = re.compile(r"""<[A-Za-z](?:"[^"]*+"|'[^']*+'|[^"'>]++)*+""")
_WORDS: Final = 20_000  # in one tag, most of which may be attributes: the parser's time grows with their square
_TAG: Final = re.compile(r"<[A-Za-z!/]")
_META: Final = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "rnews:datepublished",
    "article.published",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dc.date.created",
    "dcterms.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "publication_date",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "date",
)
_MARKED: Final = re.compile(r"publish|entry-date|pubdate|post-date|article-date", re.I)
_ADDRESS: Final = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?=[/_.-]|\Z)")
_UNSEEN: Final = ["//template", "//noscript", "//script", "//style"]
# What htmldate would do is of no use here: it is told to do little, and never to look at the clock.
_NO_DATE: Final = {"extensive_search": False, "original_date": True, "max_date": "2100-12-31"}


class Page(NamedTuple):
    """What a page holds. `published`: ISO, None where the page does not tell surely."""

    text: str
    title: str | None
    published: str | None
    publisher: str | None
    language: str | None
    url: str | None
    notes: tuple[str, ...]


def read(source: Source, options: Options) -> Iterator[Late | InputError]:
    """The article of a page, still in it."""
    try:
        text, encoding, notes = decoded(whole(source), source.where)
    except InputError as error:
        yield error
        return
    yield Late(Article(source.where, source.id, text, encoding=encoding, kind="page", notes=notes), options)


def taken(late: Late) -> Outcome:
    """The article out of its page, with what the page tells where its reader does not know better."""
    article = late.page
    try:
        page = parse(article.text, article.where, article.url)
    except InputError as error:
        return error
    published, notes = page.published, page.notes
    if published and late.fetched and _days(late.fetched, published) > 1:
        notes = (*notes, f"published {published}, after it was fetched: not taken")
        published = None
    published = article.published or published or late.options.published
    if published is None and late.fetched:
        published = late.fetched
        notes = (*notes, "published as told by the day it was fetched")
    return article._replace(
        text=page.text,
        published=published,
        title=article.title or page.title,
        url=article.url or page.url,
        publisher=article.publisher or page.publisher,
        language=article.language or page.language,
        notes=(*article.notes, *notes),
    )


def _days(earlier: str, later: str) -> int:
    return (dt.date.fromisoformat(later[:10]) - dt.date.fromisoformat(earlier[:10])).days


def decoded(data: bytes, where: str, charset: str | None = None) -> Decoded:
    """The characters of a page, of which the server told the `charset`.

    Raises:
        InputError: no encoding of Arabic fits.
    """
    inside = _CHARSET.search(data[:4096])
    return decode(data, where, (charset, inside[1].decode("ascii") if inside else None), lenient=True)


def parse(text: str, where: str, url: str | None = None) -> Page:
    """The article of a page. The title is the first line of its text.

    Args:
        text: the page's markup.
        where: for messages.
        url: where it was fetched.

    Raises:
        InputError: no article in the page.
    """
    tree = _tree(text, where)
    try:
        known = extract_metadata(tree, url, dict(_NO_DATE))
        language = (tree.get("lang") or "").strip() or None
        published, notes = _date(tree, url or known.url)
        body = _body(tree)
    except MemoryError:  # which tells nothing of the page
        raise
    except Exception as error:  # any page of the web may meet a fault of the libraries that read it
        raise InputError(f"cannot be read as a page ({type(error).__name__}: {error}).", where, code="page") from error
    if not body:
        raise InputError("no article found in the page.", where, "Give its text as a text file.", "no-article")
    title = " ".join(known.title.split()) if known.title else None
    lines = body.split("\n")
    if title and lines[0].strip() != title:
        body = f"{title}\n{body}"
    return Page(body, title, published, known.sitename, language, url or known.url, notes)


def declared_language(text: str) -> str | None:
    """The language that the opening tag of a page names, without reading the page."""
    found = _LANGUAGE.search(text[:8192])
    return found[1].lower() if found else None


def _tree(text: str, where: str) -> HtmlElement:
    for tag in _OPEN_TAG.finditer(text):
        if tag.end() - tag.start() > _WORDS and len(tag[0].split()) > _WORDS:
            raise InputError(f"a tag with more than {_WORDS:,} attributes.", where, code="tag", most=_WORDS)
    tree = load_html(text)
    if tree is None:
        raise InputError("no article found in the page.", where, "Give its text as a text file.", "no-article")
    return tree


def _body(tree: HtmlElement) -> str:
    for fast in (True, False):  # the slow way asks further libraries where the first finds nothing
        found = bare_extraction(tree, fast=fast, include_comments=False, include_tables=False, prune_xpath=_UNSEEN)
        if found is not None and not isinstance(found, dict) and found.text and found.text.strip():
            return "\n".join(line.strip() for line in found.text.strip().split("\n"))
    return ""


def _date(tree: HtmlElement, url: str | None) -> tuple[str | None, tuple[str, ...]]:
    """The date of publication, and notes: where it stands, and what else is told."""
    dates: list[tuple[str, str]] = []
    notes: list[str] = []
    for source, written in _dates(tree, url):
        date = iso(written)
        if date:
            dates.append((source, date))
        elif not any(n.startswith(source) for n in notes):
            notes.append(f"{source} gives {written[:40]!r}, which is no date of publication")
    if not dates:
        return None, tuple(notes)
    source, chosen = dates[0]
    notes.append(f"published as told by {source}")
    differing = conflict(chosen, dates[1:])
    if differing:
        notes.append(f"dates differ: {differing}")
    return chosen, tuple(notes)


def _dates(tree: HtmlElement, url: str | None) -> Iterator[tuple[str, str]]:
    """Where dates of publication stand, and what is written there, the most trusted first."""
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        for date in _linked_data(script.text or ""):
            yield "JSON-LD", date
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        if key in _META and (meta.get("content") or "").strip():
            metas.setdefault(key, meta.get("content", "").strip())
    for key in _META:
        if key in metas:
            yield "meta", metas[key]
    times = [
        t for t in tree.iter("time", "abbr", "span", "div") if t.tag == "time" or t.get("itemprop") == "datePublished"
    ]
    marked = [
        t
        for t in times
        if t.get("itemprop") == "datePublished" or t.get("pubdate") is not None or _MARKED.search(t.get("class") or "")
    ]
    written = [(t.get("datetime") or t.get("content") or t.text_content()).strip() for t in marked or times]
    if marked or len({iso(w) or w for w in written}) == 1:
        yield from (("time element", w) for w in written[:1] if w)
    address = _ADDRESS.search(url or "")
    if address:
        yield "address", "-".join(address.groups())


def _linked_data(text: str) -> Iterator[str]:
    """`datePublished` of the articles, then of other things, that stand at the top of a JSON-LD script."""
    try:
        data = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return
    things: list[Any] = data if isinstance(data, list) else [data]
    things = [y for x in things if isinstance(x, dict) for y in (x, *_listed(x.get("@graph")))]
    dated = [x for x in things if isinstance(x, dict) and isinstance(x.get("datePublished"), str)]
    for thing in sorted(dated, key=lambda x: "Article" not in str(x.get("@type"))):
        yield thing["datePublished"]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
