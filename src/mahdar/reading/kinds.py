"""What kind of source something is: told by its first bytes, then by its suffix."""

import re
from pathlib import PurePath
from typing import Final

from mahdar.reading.article import Options
from mahdar.reading.columns import is_header

COLLECTIONS: Final = frozenset({"feed", "jsonl", "csv", "parquet", "warc"})
"""Kinds of sources whose articles nobody has named one by one."""

SUFFIXES: Final = {
    ".txt": "text",
    ".text": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".rdf": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".warc": "warc",
    ".zip": "zip",
    ".tar": "tar",
    ".tgz": "gz",
    ".gz": "gz",
    ".bz2": "bz2",
    ".tbz2": "bz2",
    ".xz": "xz",
    ".txz": "xz",
}
"""The suffixes that are looked for in folders and archives, and the kind that they hint at."""

_OPENINGS: Final = (
    (b"PAR1", "parquet"),
    (b"WARC/", "warc"),
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),
    (b"\x1f\x8b", "gz"),
    (b"BZh", "bz2"),
    (b"\xfd7zXZ\x00", "xz"),
)
_OTHER: Final = (
    (b"%PDF-", "a PDF"),
    (b"\xd0\xcf\x11\xe0", "an Office document"),
    (b"{\\rtf", "an RTF document"),
)
_OFFICE: Final = frozenset((".docx", ".xlsx", ".pptx", ".odt", ".ods", ".epub"))
# What stands before the first tag is taken without going back: there may be a thousand comments.
_FEED: Final = re.compile(
    r"(?:\s|<\?[^>]*\?>|<!--.*?-->|<!DOCTYPE\s+(?!html)[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<(?:rss|feed|rdf:RDF|\w+:feed)[\s>]",
    re.S | re.I,
)
_PAGE: Final = re.compile(
    r"(?:\s|<\?[^>]*\?>|<!--.*?-->)*+<(?:!doctype\s+html|html|head|body|meta|title|article|div)[\s>/]", re.S | re.I
)
_TAG: Final = re.compile(r"<[A-Za-z!/?]")


def kind(head: bytes, name: str, options: Options) -> str:
    """The kind of a source: a value of `SUFFIXES`, or what it is that is not read ("a PDF").

    Args:
        head: its first bytes, up to 64 KB.
        name: file name.
    """
    suffix = PurePath(name).suffix.lower()
    if suffix in _OFFICE and head.startswith(b"PK"):
        return "an Office document"
    for opening, found in (*_OPENINGS, *_OTHER):
        if head.startswith(opening):
            return found
    if head[257:262] == b"ustar":
        return "tar"
    text = _opening(head)
    first, _, more = text.partition("\n")
    first = first.strip()
    if first.startswith("{") and (first.endswith("}") or (not more and len(head) >= 1 << 16)):
        return "jsonl"
    if _FEED.match(text):
        return "feed"
    if _PAGE.match(text):
        return "page"
    told = SUFFIXES.get(suffix)
    if told in ("jsonl", "csv"):
        return told
    if told in ("page", "feed") and _TAG.search(text):
        return told
    return "csv" if is_header(first, options) and more.strip() else "text"


def _opening(head: bytes) -> str:
    """The first characters, as far as they are needed to tell the kind: markup and names of columns are ASCII."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[: len(head) & ~1].decode("utf-16", "replace")
    return head.decode("utf-8", "replace").removeprefix("\ufeff").lstrip(" \t\r\n")
