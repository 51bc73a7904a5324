"""The command `batch`: many articles into a folder, on all cores."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mahdar.errors import InputError

if TYPE_CHECKING:
    from mahdar.batch.run import Progress
    from mahdar.reading import Outcome


def add_command(
    commands: Any,
    add_reading: Callable[[argparse.ArgumentParser], None],
    articles: Callable[[argparse.Namespace], Iterator["Outcome"]],
) -> None:
    """Declare the command. `add_reading`: declares what to read; `articles`: reads the articles that a call names."""
    batch = commands.add_parser("batch", help="code many articles into a folder; run again, it goes on where it was")
    add_reading(batch)
    batch.add_argument("-o", "--output", required=True, metavar="FOLDER")
    batch.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: one a core)")
    batch.add_argument("--timeout", type=float, default=60, metavar="S", help="seconds that an article may take")
    batch.add_argument(
        "--shard", default="0/1", metavar="I/N", help="code every N-th shard from the I-th, I from 0: for N machines"
    )
    batch.add_argument("--quiet", action="store_true", help="no progress on standard error")
    batch.set_defaults(run=lambda args: _batch(args, articles))


def _batch(args: argparse.Namespace, articles: Callable[[argparse.Namespace], Iterator["Outcome"]]) -> int:
    from mahdar.batch.run import run

    if args.jobs is not None and args.jobs < 1:
        raise InputError(f"{args.jobs} workers code nothing.", "--jobs", "Give a number from 1.")
    signal.signal(signal.SIGTERM, _stop)  # so that workers are ended
    shown = _Shown(args.quiet, _total(args.path) if sys.stderr.isatty() else None)
    with shown as told:
        last = run(
            articles(args),
            Path(args.output),
            jobs=args.jobs,
            timeout=args.timeout,
            part=_part(args.shard),
            pack=_pack(),
            told=told,
        )
    before = f" ({last.known} of them before)" if last.known else ""
    print(
        f"{last.articles} articles{before}: {last.coded} coded, {last.refused} refused, {last.failed} failed.",
        file=sys.stderr,
    )
    return 1 if last.refused or last.failed else 0


def _part(given: str) -> tuple[int, int]:
    first, _, of = given.partition("/")
    if first.isdecimal() and of.isdecimal() and int(first) < int(of):
        return int(first), int(of)
    raise InputError(f'"{given}" is no part.', "--shard", "Give I/N, I from 0 to N - 1: 0/4.")


def _pack() -> str:
    from mahdar.language.pack import pack

    return pack("ar").version


class _Shown:
    """A bar on a terminal that tells articles, rate, time left and failures; silent elsewhere."""

    def __init__(self, quiet: bool, total: int | None) -> None:
        self.quiet, self.total = quiet or not sys.stderr.isatty(), total

    def __enter__(self) -> Callable[["Progress"], None]:
        if self.quiet:
            return lambda progress: None
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
        from rich.progress import Progress as Bar

        columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn(), TimeRemainingColumn())
        self.bar = Bar(*columns, console=Console(file=sys.stderr))
        self.bar.start()
        task = self.bar.add_task("reading", total=self.total)

        def told(p: "Progress") -> None:
            rate = (p.articles - p.known) / (self.bar.tasks[0].elapsed or 1)
            what = f"{p.articles:,} articles, {rate:.1f} a second, {p.refused + p.failed} not coded"
            self.bar.update(task, completed=p.articles, description=what)

        return told

    def __exit__(self, *_: object) -> None:
        if not self.quiet:
            self.bar.stop()


def _total(paths: list[str]) -> int | None:
    """How many articles there are, where that is soon told: in files of one a line."""
    files = [Path(p) for p in paths]
    if not all(f.suffix in (".jsonl", ".ndjson") and f.is_file() for f in files):
        return None
    total = 0
    for f in files:
        with f.open("rb") as lines:
            total += sum(block.count(b"\n") for block in iter(lambda: lines.read(1 << 20), b""))
    return total


def _stop(*_: object) -> None:
    sys.exit(143)
