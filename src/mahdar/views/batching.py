"""The command `batch`: many articles into a folder, on all cores of a machine or on many machines."""

import argparse
import datetime as dt
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mahdar.errors import InputError

if TYPE_CHECKING:
    from mahdar.batch.run import Progress
    from mahdar.reading import Options, Outcome
    from mahdar.reading.article import Late


class Shared(NamedTuple):
    """What this command has in common with others.

    Args:
        add_reading: declares what to read.
        unread: reads the articles that a call names, pages left for `mahdar.reading.paths.finished`.
        options: how a call wants them read.
        say: tells what is wrong.
    """

    add_reading: Callable[[argparse.ArgumentParser], None]
    unread: Callable[[argparse.Namespace], Iterator["Outcome | Late"]]
    options: Callable[[argparse.Namespace], "Options"]
    say: Callable[[str], None]


def add_command(commands: Any, shared: Shared) -> None:
    """Declare the command."""
    batch = commands.add_parser("batch", help="code many articles into a folder; run again, it goes on where it was")
    shared.add_reading(batch)
    batch.add_argument("-o", "--output", required=True, metavar="FOLDER", help="with --engine ray also s3://...")
    batch.add_argument("--jobs", type=int, metavar="N", help="worker processes (default: one a core)")
    batch.add_argument("--timeout", type=float, default=60, metavar="S", help="seconds that an article may take")
    batch.add_argument("--memory", type=int, default=1000, metavar="MB", help="megabytes that a worker may take")
    batch.add_argument("--shard", metavar="I/N", help="code every N-th shard from the I-th, I from 0: for N machines")
    batch.add_argument(
        "--resume",
        action=argparse.BooleanOptionalAction,
        default=True,
        help="go on where an earlier call was (the default), or take out what it left and begin anew",
    )
    batch.add_argument("--engine", choices=("local", "ray"), default="local", help="ray: on the machines of a cluster")
    batch.add_argument("--address", metavar="HOST:PORT", help="of the Ray cluster (default: $RAY_ADDRESS, else local)")
    batch.add_argument("--quiet", action="store_true", help="no progress on standard error")
    batch.set_defaults(run=lambda args: _batch(args, shared))


def _batch(args: argparse.Namespace, shared: Shared) -> int:
    if args.jobs is not None and args.jobs < 1:
        raise InputError(f"{args.jobs} workers code nothing.", "--jobs", "Give a number from 1.")
    if args.memory < 1:
        raise InputError(f"{args.memory} MB hold nothing.", "--memory", "Give a number from 1.")
    signal.signal(signal.SIGTERM, _stop)  # so that workers are ended
    shown = _Shown(args.quiet)
    last, without = (_on_ray if args.engine == "ray" else _here)(args, shared, shown)
    before = f" ({last.known} of them before)" if last.known else ""
    print(
        f"{last.articles} articles{before}: {last.coded} coded, {last.refused} refused, {last.failed} failed.",
        file=sys.stderr,
    )
    return 1 if last.refused or last.failed or without else 0


def _here(args: argparse.Namespace, shared: Shared, shown: "_Shown") -> tuple["Progress", int]:
    from mahdar.batch.run import run
    from mahdar.reading.paths import metered

    if args.address is not None:
        raise InputError("only a cluster has an address.", "--address", "Add --engine ray.")
    if args.shard is not None and not args.resume:
        raise InputError("other machines' parts would be lost.", "--no-resume", "Name a new folder.")
    part = _part(args.shard or "0/1")
    meter = args.meter = metered(args.path)
    with shown as told:
        last = run(
            meter.counted(shared.unread(args)),
            Path(args.output),
            jobs=args.jobs,
            timeout=args.timeout,
            memory=args.memory,
            part=part,
            pack=_pack(),
            anew=not args.resume,
            skipped=args.skipped.update,
            told=lambda progress: told(progress, meter.total and meter.total / part[1]),
        )
    return last, 0


def _on_ray(args: argparse.Namespace, shared: Shared, shown: "_Shown") -> tuple["Progress", int]:
    from mahdar.batch.cluster import run
    from mahdar.batch.parts import Plan

    if args.shard is not None:
        raise InputError("Ray shares out the work itself.", "--shard", "Leave it out.")
    if not args.resume:
        raise InputError("outputs are named by what they are made of.", "--no-resume", "Name a new folder.")
    if "-" in args.path:
        raise InputError("a cluster reads files, not standard input.", "-", "Name files, folders or URIs.")
    plan = Plan(args.output, str(Path.cwd()), shared.options(args), _pack(), args.timeout, args.memory)
    with shown as told:
        total = run(
            args.path,
            plan,
            address=args.address,
            jobs=args.jobs,
            told=lambda progress, share: told(progress, progress.articles / share),
            wrong=shared.say,
        )
    args.skipped.update(total.skipped)
    return total.progress, total.without


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

    def __init__(self, quiet: bool) -> None:
        self.quiet = quiet or not sys.stderr.isatty()

    def __enter__(self) -> Callable[["Progress", float | None], None]:
        """What takes the progress, and how many articles there may be in all."""
        if self.quiet:
            return lambda progress, total: None
        from rich.console import Console
        from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        columns = (BarColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self.bar = Bar(*columns, console=Console(file=sys.stderr))
        self.bar.start()
        task = self.bar.add_task("reading", total=None)

        def told(p: "Progress", total: float | None) -> None:
            rate = (p.articles - p.known) / (self.bar.tasks[0].elapsed or 1)
            what = f"{p.articles:,} articles, {rate:.1f} a second, {p.refused + p.failed} not coded"
            if total and rate:
                what += f", {dt.timedelta(seconds=round(max(0, total - p.articles) / rate))} left"
            share = p.articles / total if total else 0
            self.bar.update(task, total=1 if total else None, completed=share, description=what)

        return told

    def __exit__(self, *_: object) -> None:
        if not self.quiet:
            self.bar.stop()


def _stop(*_: object) -> None:
    sys.exit(143)
