"""Feeds polled again and again, politely; what is new is written once."""

import datetime as dt
import hashlib
import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any, Final, NamedTuple

import msgspec

from mahdar.errors import InputError, MahdarError
from mahdar.files import write_whole, writing
from mahdar.language.identify import by_language, identify
from mahdar.reading.article import Article, Options
from mahdar.reading.feed import items
from mahdar.reading.fetch import Answer, fetch
from mahdar.reading.visual import is_visual
from mahdar.reading.write import line

INTERVAL: Final = 900.0
SHORTEST: Final = 60.0
"""Seconds between two polls of a feed: by default, and at least."""
LONGEST: Final = 86_400.0  # seconds that a failing feed is left alone at most
_REMEMBERED: Final = 100_000  # keys of articles
_BUSY: Final = (429, 503)


class FeedState(msgspec.Struct, forbid_unknown_fields=True):
    """What is known of one feed. `due`: seconds since 1970 before which it is not asked again."""

    etag: str | None = None
    modified: str | None = None
    failures: int = 0
    due: float = 0.0


class State(msgspec.Struct, forbid_unknown_fields=True):
    """What is remembered between polls. `seen`: keys of articles, the oldest first; `size`: bytes of the output."""

    feeds: dict[str, FeedState] = {}
    seen: dict[str, None] = {}
    size: int = 0


class Settings(NamedTuple):
    """How to watch.

    Args:
        output: a JSONL file, a folder, or `-` for standard output.
        state: file that remembers; None remembers nothing beyond the run.
        once: every feed that is due is asked once, then the run ends.
        private: whether addresses of this machine and of local networks may be asked.
        written: an article as a line with its end; what it refuses is told and passed over.
    """

    output: str
    state: str | None
    interval: float = INTERVAL
    once: bool = False
    private: bool = False
    written: Callable[[Article], str] = line


def watch(feeds: Sequence[str], settings: Settings, say: Callable[[str], None]) -> int:
    """Poll until stopped, or once.

    Args:
        say: tells the user, one line each.

    Returns:
        How many feeds failed in the last round.

    Raises:
        InputError: a state file that is none, or an output that cannot be written.
    """
    state = load(settings.state)
    output = _Folder(settings.output) if _is_folder(settings.output) else _Lines(settings.output, state)
    while True:
        failed = 0
        for feed in feeds:
            known = state.feeds.setdefault(feed, FeedState())
            if known.due > time.time():
                if settings.once:
                    say(f"{feed}: not asked again before {_clock(known.due)}.")
                continue
            failed += not _poll(feed, known, state, output, settings, say)
            save(settings.state, state)
        if settings.once:
            return failed
        time.sleep(max(1.0, min(state.feeds[f].due for f in feeds) - time.time()))


def load(path: str | None) -> State:
    """The state of a file, an empty one where there is none yet.

    Raises:
        InputError: the file is something else.
    """
    if path is None or not Path(path).exists():
        return State()
    try:
        return msgspec.json.decode(Path(path).read_bytes(), type=State)
    except (msgspec.MsgspecError, OSError) as error:
        raise InputError(
            f"no state of mahdar watch ({error}).", path, "Delete it, or name another with --state."
        ) from error


def save(path: str | None, state: State) -> None:
    """Write the state so that a crash at any moment leaves the old one or the new one."""
    if path is None:
        return
    while len(state.seen) > _REMEMBERED:
        del state.seen[next(iter(state.seen))]
    with writing(path, "Name another file with --state."):
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        write_whole(Path(path), msgspec.json.format(msgspec.json.encode(state), indent=1))


def key(url: str | None, id: str) -> str:
    """What an article is remembered by: its address, or else its id."""
    name = url.partition("#")[0] if url else id
    return hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:16]


def _poll(
    feed: str,
    known: FeedState,
    state: State,
    output: "_Lines | _Folder",
    settings: Settings,
    say: Callable[[str], None],
) -> bool:
    """Ask one feed and write what is new; whether all went well."""
    try:
        answer = fetch(feed, _conditions(known), private=settings.private)
        if answer.status not in (200, 304):
            raise _Refused(feed, answer)
        new, skipped = _new(feed, answer, state) if answer.status == 200 else ({}, Counter[str]())
    except InputError as error:
        known.failures += 1
        wait = min(LONGEST, settings.interval * 2 ** min(known.failures, 20))
        if isinstance(error, _Refused):
            wait = min(LONGEST, max(wait, error.wait))
        known.due = time.time() + wait
        say(f"{error} Asked again after {_clock(known.due)}.")
        return False
    lines: dict[str, str] = {}
    for name, article in new.items():
        try:
            lines[name] = settings.written(article)
        except MahdarError as error:
            say(f"{article.where}: {error}")
    output.write(lines)
    state.size = output.size
    state.seen.update(dict.fromkeys(new))
    if answer.status == 200:
        known.etag, known.modified = answer.headers.get("etag"), answer.headers.get("last-modified")
    known.failures = 0
    known.due = time.time() + settings.interval
    if new or skipped:
        say(f"{feed}: {len(new)} new articles{f'; skipped: {by_language(skipped)}' if skipped else ''}.")
    return True


class _Refused(InputError):
    """An answer without a feed. `wait`: the seconds that the server asks for."""

    def __init__(self, feed: str, answer: Answer) -> None:
        super().__init__(f"the server answers {answer.status}.", feed)
        self.wait = _retry_after(answer.headers.get("retry-after", "")) if answer.status in _BUSY else 0.0
        if answer.status == 410:  # gone for good
            self.wait = LONGEST


def _retry_after(written: str) -> float:
    if written.strip().isdecimal():
        return float(written)
    try:
        return (parsedate_to_datetime(written) - dt.datetime.now(dt.UTC)).total_seconds()
    except (ValueError, TypeError):
        return 0.0


def _conditions(known: FeedState) -> dict[str, str]:
    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.modified}
    return {name: value for name, value in conditions.items() if value}


def _new(feed: str, answer: Answer, state: State) -> tuple[dict[str, Article], Counter[str]]:
    """The Arabic articles of a feed that have not been seen, by key, the oldest, which feeds have last, first."""
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", answer.headers.get("content-type", ""), re.I)
    new: dict[str, Article] = {}
    skipped: Counter[str] = Counter()
    for article in reversed(items(answer.data, feed, Options(), charset[1] if charset else None)):
        name = key(article.url, article.id)
        if name in state.seen or name in new or not article.text.strip():
            continue
        language = identify(article.text)
        if language == "ar" and not is_visual(article.text):
            new[name] = article
        else:
            skipped["in visual order" if language == "ar" else language] += 1
            state.seen[name] = None
    return new, skipped


def _is_folder(output: str) -> bool:
    return output != "-" and (output.endswith("/") or Path(output).is_dir())


def _clock(moment: float) -> str:
    return dt.datetime.fromtimestamp(moment, dt.UTC).strftime("%H:%M:%S UTC")


class _Lines:
    """Articles as lines of one file, which also tells what was written before a crash kept the state from knowing."""

    def __init__(self, output: str, state: State) -> None:
        self.path = None if output == "-" else Path(output)
        self.size = state.size
        if self.path is None or not self.path.exists():
            self.size = 0
            return
        with self.path.open("r+b") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(min(state.size, end))
            self.size = file.tell()
            for name, place in _written(file):
                state.seen[name] = None
                self.size = place
            file.truncate(self.size)  # what a crash left of a line

    def write(self, lines: Mapping[str, str]) -> None:
        """Add lines, given by their keys."""
        data = "".join(lines.values()).encode("utf-8")
        if self.path is None:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return
        with writing(str(self.path), "Name a file that can be."), self.path.open("ab") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            self.size = file.tell()


def _written(file: Any) -> Iterator[tuple[str, int]]:
    """The keys of the whole lines from here on, and where each ends."""
    while (written := file.readline()).endswith(b"\n"):
        try:
            row = json.loads(written)
            row = row.get("doc", row)  # of a record
            yield key(row.get("url"), row["id"]), file.tell()
        except (ValueError, KeyError, AttributeError):
            raise InputError(
                "holds something else than articles.", file.name, "Name another file to write to."
            ) from None


class _Folder:
    """Articles as files of one line, named by their key, so that writing one again changes nothing."""

    size = 0

    def __init__(self, output: str) -> None:
        self.path = Path(output)

    def write(self, lines: Mapping[str, str]) -> None:
        """Add lines, given by their keys."""
        with writing(str(self.path), "Name a folder that can be."):
            self.path.mkdir(parents=True, exist_ok=True)
            for name, written in lines.items():
                write_whole(self.path / f"{name}.jsonl", written.encode("utf-8"))
