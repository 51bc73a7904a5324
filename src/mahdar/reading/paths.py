"""From the names that a user gives to articles, one after the other."""

import glob
import io
import sys
from collections.abc import Collection, Iterator, Sequence
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from mahdar.errors import InputError
from mahdar.language.identify import identify
from mahdar.reading.article import Article, Budget, Late, Options, OtherLanguage, Outcome, Source, TooMuch
from mahdar.reading.kinds import COLLECTIONS, SUFFIXES, kind
from mahdar.reading.meter import Meter
from mahdar.reading.streams import counted, opened
from mahdar.reading.visual import is_visual

# Imported when the first source of the kind is met: most of them stand on large libraries.
_READERS: Final = {
    "text": "plain",
    "page": "page",
    "feed": "feed",
    "jsonl": "jsonl",
    "csv": "table",
    "parquet": "parquet",
    "warc": "warc",
}


def articles(
    paths: Sequence[str],
    options: Options = Options(),  # noqa: B008 (immutable)
    meter: Meter | None = None,
) -> Iterator[Outcome]:
    """The articles of files, folders, globs, and of `-`, standard input, in order.

    What cannot be read comes as an InputError in its place, what is only skipped as `Skipped`, such as an article of a
    collection in another language than Arabic (`OtherLanguage`). Memory does not grow with the number of articles.

    Args:
        meter: is told how far the files are read.
    """
    return map(finished, unread(paths, options, meter))


def finished(found: Outcome | Late) -> Outcome:
    """What was found, taken out of its page if it still is in one, and looked at for its language."""
    if isinstance(found, Late):
        from mahdar.reading.page import taken

        return _checked(taken(found), found.many)
    return found


def unread(paths: Sequence[str], options: Options, meter: Meter | None = None) -> Iterator[Outcome | Late]:
    """The same as `articles`, but for pages, which are left for `finished`: several processes may share that."""
    for name in paths:
        if name == "-":
            yield from _read(_standard_input(), options)
            continue
        for found in files(name):
            if isinstance(found, InputError):
                yield found
            else:
                yield from of_file(found.path, options, many=found.many, meter=meter)


class Found(NamedTuple):
    """A file to read. `many`: it stands in a folder, so nobody has named it."""

    path: Path
    many: bool


def files(name: str) -> Iterator[Found | InputError]:
    """The files that a name stands for: itself, those of a folder or those that match a glob, in order."""
    pattern = any(c in name for c in "*?[") and not Path(name).exists()
    paths = [Path(p) for p in sorted(glob.glob(name, recursive=True))] if pattern else [Path(name)]
    if not paths:
        yield InputError("no file matches.", name)
    for path in paths:
        if not path.is_dir():
            yield Found(path, many=False)
            continue
        inside = [
            p
            for p in sorted(path.rglob("*"))
            if p.is_file() and not p.name.startswith(".") and p.suffix.lower() in SUFFIXES
        ]
        if not inside:
            yield InputError(
                "the folder holds no file that can be read.", str(path), f"Read are: {' '.join(SUFFIXES)}."
            )
        yield from (Found(p, many=True) for p in inside)


def metered(paths: Sequence[str]) -> Meter:
    """A meter for what these names stand for; it does not know how far standard input is."""
    found = [] if "-" in paths else [x.path for name in paths for x in files(name) if isinstance(x, Found)]
    return Meter(sum(path.stat().st_size for path in found if path.is_file()))


def of_file(
    path: Path, options: Options, where: str = "", many: bool = False, meter: Meter | None = None
) -> Iterator[Outcome | Late]:
    """The articles of one file, pages left for `finished`. `where`: what messages call it, its path unless given."""
    try:
        with path.open("rb") as stream:
            budget = Budget(where or str(path), path.stat().st_size)
            if meter is not None:
                meter.begin(stream, budget)
            yield from _read(opened(stream, where or str(path), path.name, budget, str(path), many), options)
        if meter is not None:
            meter.end(budget.taken)
    except OSError as error:
        yield InputError(f"cannot read: {error.strerror or error}.", where or str(path))


def uploaded(data: bytes, name: str, options: Options, kinds: Collection[str]) -> Iterator[Outcome]:
    """The articles of bytes that came without a file, if they are of one of some kinds (values of `SUFFIXES`).

    Args:
        name: what whoever sent them calls them.
    """
    source = opened(io.BytesIO(data), name, name, Budget(name, len(data)))
    found = kind(source.head, name, options)
    if found in kinds:
        yield from map(finished, _read(source, options))
    else:
        known = ", ".join(sorted(kinds))
        yield InputError(f"{found}, which is not read here.", name, f"Read are: {known}.", "kind", kinds=known)


def _standard_input() -> Source:
    budget = Budget("standard input", 0)
    return opened(counted(sys.stdin.buffer, budget), "standard input", "-", budget)


def _read(source: Source, options: Options) -> Iterator[Outcome | Late]:
    """The articles of a source; a fault of its bytes ends it, and is the last that comes."""
    found = kind(source.head, source.name, options)
    try:
        if found in _READERS:
            reader = import_module(f"mahdar.reading.{_READERS[found]}")
            many = source.many or found in COLLECTIONS
            for outcome in reader.read(source, options):
                yield outcome._replace(many=many) if isinstance(outcome, Late) else _checked(outcome, many)
        elif found in SUFFIXES.values():
            from mahdar.reading.archives import members

            empty = True
            for member in members(source, found):
                empty = False
                if isinstance(member, InputError):
                    yield member
                else:
                    yield from _read(member, options)
            if empty:
                yield InputError("holds no file that can be read.", source.where, f"Read are: {' '.join(SUFFIXES)}.")
        else:
            yield InputError(f"{found}, which is not read.", source.where, "Save it as text.")
    except TooMuch as error:
        if source.depth:
            raise
        yield error
    except InputError as error:
        yield error
    except (OSError, EOFError) as error:
        yield InputError(f"broken off or damaged ({error}). The rest is not read.", source.where)


def _checked(outcome: Outcome, many: bool) -> Outcome:
    """An article, where it can be read as Arabic; of `many`, one in another language is only skipped."""
    if isinstance(outcome, Article) and outcome.text.strip():
        language = identify(outcome.text) if many else "ar"  # the coder refuses another one
        if language != "ar":
            return OtherLanguage(outcome.where, language)
        if is_visual(outcome.text):
            return InputError(
                "visual order: the letters of its words are reversed.",
                outcome.where,
                "Take the text out of its source in logical order.",
                "visual",
            )
    return outcome
