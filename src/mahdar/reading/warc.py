"""WARC, as web archives keep pages: the HTML pages among the responses, such as those of CC-NEWS.

Other records are counted. One that is cut off is told of with its place, whichever it is.
"""

import io
import re
from collections.abc import Iterator
from typing import Any, Final, cast

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from mahdar.errors import InputError
from mahdar.language.identify import named
from mahdar.reading import page
from mahdar.reading.article import MAX_BYTES, Article, Late, Options, OtherLanguage, Skipped, Source

_HTML: Final = ("text/html", "application/xhtml+xml")
_ARABIC: Final = re.compile("[\u0621-\u064a\ufe80-\ufefc]")
_TYPES: Final = frozenset("warcinfo response resource request metadata revisit conversion continuation".split())
_OPENING: Final = b"WARC/1.0"
_LEAST: Final = 60  # Arabic letters in a page that may hold an Arabic article


def read(source: Source, options: Options) -> Iterator[Late | InputError]:
    """The articles of the pages."""
    stream = _Stream(cast(io.BufferedReader, source.stream))
    place = 0
    try:
        for record in ArchiveIterator(stream, parse_http=False, stream_detect=False, max_header_len=1 << 20):
            place = record.stream_pos
            where = f"{source.where}:{place}"
            if record.record_type == WarcRecordType.response and record.is_http:
                yield from _of_response(record, where, options)
            else:
                _whole(record, record.reader.consume(), where)
                told = (record.headers.get("WARC-Type") or "").lower()
                yield Skipped(where, f"WARC {told if told in _TYPES else 'record'}")
        if stream.within_first_line():
            raise _CutOff("the last record is cut off.", source.where)
    except _CutOff as error:
        yield error
        return
    except OSError as error:
        if stream.fault is None:
            yield InputError(f"no WARC record after byte {place} ({error}). The rest is not read.", source.where)
    if stream.fault is not None:
        raise stream.fault


class _CutOff(InputError):
    """The last record, of which a part is missing."""


def _whole(record: Any, length: int, where: str) -> None:
    """Raises `_CutOff` where a record's block has not the length that its header tells; a header that is cut off tells
    none.
    """
    if record.headers.get("Content-Length") is None:
        raise _CutOff("the record is cut off within its header.", where)
    if length < record.content_length:
        raise _CutOff(f"the record is cut off: {length:,} of {record.content_length:,} bytes.", where)


def _of_response(record: Any, where: str, options: Options) -> Iterator[Late | InputError]:
    block = record.reader.read(MAX_BYTES + 1)
    if len(block) > MAX_BYTES:
        yield InputError(f"larger than {MAX_BYTES:,} bytes. Record skipped.", where)
        return
    _whole(record, len(block), where)
    response = WarcRecord()  # by itself: a fault in it would end the iterator
    response.is_http = True
    response.set_bytes_content(block)
    try:
        response.parse_http(auto_decode="all")
        headers = response.http_headers
        if (response.http_content_type or "").lower() not in _HTML or headers is None or headers.status_code != 200:
            yield Skipped(where, "WARC response that is no page")
            return
        data = response.reader.read(MAX_BYTES + 1) if response.reader else b""
    except OSError as error:
        yield InputError(f"cannot be decoded ({error}). Record skipped.", where)
        return
    if len(data) > MAX_BYTES:
        yield InputError(f"larger than {MAX_BYTES:,} bytes when unpacked. Record skipped.", where)
        return
    url = record.headers.get("WARC-Target-URI")
    try:
        text, encoding, notes = page.decoded(data, where, response.http_charset)
        if len(_ARABIC.findall(text)) < _LEAST:
            yield OtherLanguage(where, named(page.declared_language(text) or "unknown"))
            return
    except InputError as error:
        yield error
        return
    known = Article(
        where, (record.record_id or where).strip("<>"), text, url=url, encoding=encoding, kind="warc", notes=notes
    )
    yield Late(known, options, record.record_date.isoformat() if record.record_date else None)


class _Stream(io.RawIOBase):
    """A stream that ends where it has a fault, and keeps it: what is raised through fastwarc is not sure to arrive."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self.stream, self.place, self.end = stream, 0, b""
        self.fault: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        if self.fault is not None:
            return b""
        try:
            data = self.stream.read1(size)  # no more than one step, so that a fault loses nothing before it
        except (InputError, OSError, EOFError) as error:
            self.fault = error
            data = b""
        self.place += len(data)
        self.end = (self.end + data[-len(_OPENING) :])[-len(_OPENING) :]
        return data

    def within_first_line(self) -> bool:
        """Whether the stream ends in the first words of a record, of which nothing came then."""
        last = self.end.rpartition(b"\n")[2]
        return bool(last) and _OPENING.startswith(last)

    def tell(self) -> int:
        return self.place
