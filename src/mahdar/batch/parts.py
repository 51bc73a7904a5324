"""One file of articles into one Parquet file of rows: what each machine of a cluster does.

The file is named by what it is made of: the input's bytes, how they are read, the coder and its pack. So one that is
there need not be made again, whoever made it, and no folder mixes two coders under one name.
"""

import hashlib
import json
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from mahdar import __version__
from mahdar.batch.places import Folder, Shard, first_line, local
from mahdar.batch.pool import Pool, Task
from mahdar.batch.worker import Coded, Found, Job, Lost, Other
from mahdar.errors import InputError
from mahdar.reading.article import Article, Late, Options, Skipped
from mahdar.reading.paths import files, of_file
from mahdar.record.types import Record
from mahdar.record.write import from_json

_ROWS: Final = 100  # articles that are in memory at a time, and make a row group
_TOLD: Final = b"mahdar"
_COLUMNS: Final = ("id", "origin", "text", "published", "title", "url", "publisher", "record", "error")
SCHEMA: Final = pa.schema([(name, pa.string()) for name in _COLUMNS])
"""A row an article, in order. `record`: JSON of the contract, or null with an `error`. What could not be read has only
`origin`, its file and place there, and `error`."""


class Plan(NamedTuple):
    """What all shards of a batch have in common.

    Args:
        output: the folder, a path or a URI.
        base: the folder that paths start from, which every machine has.
        options: how the input is read.
        pack: the version of the language pack.
        timeout: seconds that an article may take.
        memory: megabytes that the process that codes it may take.
    """

    output: str
    base: str
    options: Options
    pack: str
    timeout: float
    memory: int


class Made(NamedTuple):
    """What came of a shard, in articles. `known`: it was there before; `skipped`: by language or kind; `trouble`: why
    there is no file."""

    where: str
    coded: int = 0
    refused: int = 0
    failed: int = 0
    skipped: dict[str, int] = {}  # noqa: RUF012 (never changed)
    known: bool = False
    trouble: str = ""


def make(shard: Shard, plan: Plan, pool: Pool) -> Made:
    """The Parquet file of a shard, coded by the one process of `pool`, if it is not there yet.

    What is wrong with an article is told in its row; what is wrong with the shard as a whole in `trouble`.
    """
    try:
        folder = Folder(plan.output, plan.base)
        with local(shard.where, plan.base) as found:
            name = _name(found.sha256, found.path.name, shard.many, plan)
            before = _known(folder, name)
            if before is not None:
                return Made(shard.where, **before, known=True)
            with tempfile.TemporaryDirectory(prefix="mahdar-") as temporary:
                made = Path(temporary) / "made.parquet"
                read = of_file(found.path, plan.options, shard.where, shard.many)
                counts = _write(read, made, pool)
                folder.put(made, name)
        return Made(shard.where, **counts)
    except InputError as error:
        trouble = str(error)
    except OSError as error:
        trouble = f"{shard.where}: cannot write: {first_line(error)} Make room and run it again: it goes on."
    pool.close()  # it may be at work for what is given up
    return Made(shard.where, trouble=trouble)


def records(names: Sequence[str]) -> Iterator[tuple[Record, str]]:
    """The records in such files, and the texts that they are of, in order; rows without a record are passed over.

    Args:
        names: paths, folders and globs.

    Raises:
        InputError: a file that cannot be read, or is none of these.
    """
    for found in (found for name in names for found in files(name)):
        if isinstance(found, InputError):
            raise found
        try:
            with pq.ParquetFile(found.path) as file:
                for batch in file.iter_batches(_ROWS, columns=["record", "text"]):
                    for record, text in zip(*(batch[c].to_pylist() for c in ("record", "text")), strict=True):
                        if record is not None:
                            yield from_json(record), text
        except (OSError, KeyError, pa.ArrowInvalid) as error:
            mend = "Name Parquet files that mahdar batch --engine ray wrote."
            raise InputError(f"holds no records: {first_line(error)}", str(found.path), mend) from error


def _name(sha256: str, name: str, many: bool, plan: Plan) -> str:
    given = [sha256, name, many, __version__, plan.pack, plan.options.published, sorted(plan.options.columns.items())]
    return f"{name.split('.')[0]}-{hashlib.sha256(json.dumps(given).encode()).hexdigest()[:20]}.parquet"


def _known(folder: Folder, name: str) -> dict[str, Any] | None:
    """The counts of a shard that is there whole; they stand at the end of its file."""
    stream = folder.open(name)
    if stream is None:
        return None
    with stream:
        try:
            told = (pq.read_metadata(stream).metadata or {}).get(_TOLD)
        except pa.ArrowInvalid:  # cut off by other hands
            return None
    return None if told is None else dict(json.loads(told))


def _write(articles: Iterator[Found], place: Path, pool: Pool) -> dict[str, Any]:
    skipped: Counter[str] = Counter()

    def tasks() -> Iterator[Task]:
        wanted = _wanted(articles, skipped)
        while some := list(islice(wanted, _ROWS)):
            yield Task(Job(some, _both, {}))

    coded = refused = failed = 0
    with pq.ParquetWriter(place, SCHEMA, compression="zstd") as out:
        for _, results in pool.answers(tasks()):
            skipped.update(x.label for _, x in results if isinstance(x, Other))
            out.write_table(_table([(a, x) for a, x in results if not isinstance(x, Other)]))
            lost = [x for _, x in results if isinstance(x, Lost)]
            coded += sum(isinstance(x, bytes) for _, x in results)
            refused += sum(x.refused for x in lost)
            failed += sum(not x.refused for x in lost)
        counts = {"coded": coded, "refused": refused, "failed": failed, "skipped": dict(sorted(skipped.items()))}
        out.add_key_value_metadata({_TOLD.decode(): json.dumps(counts)})
    return counts


def _both(articles: Sequence[Found], coded: list[Coded]) -> list[tuple[Found, Coded]]:
    """Kept of a job: the articles, which may be out of their pages only now, and what came of them."""
    return list(zip(articles, coded, strict=True))


def _wanted(articles: Iterator[Found], skipped: Counter[str]) -> Iterator[Found]:
    for article in articles:
        if isinstance(article, Skipped):
            skipped[article.label] += 1
        else:
            yield article


def _table(results: Sequence[tuple[Found, Coded]]) -> pa.Table:
    rows = []
    for found, coded in results:
        article = found.page._replace(text="") if isinstance(found, Late) else found  # a page that could not be read
        known = article._asdict() if isinstance(article, Article) else {}
        record = coded.decode("utf-8") if isinstance(coded, bytes) else None
        error = coded.reason if isinstance(coded, Lost) else None
        row = {**known, "origin": article.where, "record": record, "error": error}
        rows.append({name: _valid(row.get(name)) for name in _COLUMNS})
    return pa.Table.from_pylist(rows, SCHEMA)


def _valid(text: str | None) -> str | None:
    """A text that UTF-8 can hold: halves of characters, which only refused articles have, are written out."""
    return None if text is None else text.encode("utf-8", "backslashreplace").decode("utf-8")
