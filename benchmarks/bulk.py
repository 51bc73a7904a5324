"""What many articles cost: how a batch scales, what its workers hold, what kills do to it, how large archives answer.

    python -m benchmarks.bulk batch [--articles 20000] [--few 1000]   pace of one job and two, memory of few and many
    python -m benchmarks.bulk kills [--articles 2000] [--kills 100]   killed and resumed: are the bytes the same?
    python -m benchmarks.bulk archive [--events 1000000]              adding, in steps of 100,000; dyads by month

Articles are nine sentences each, drawn from the gold corpus. Prints JSON, a line a figure.
"""

import argparse
import json
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final

import msgspec

from mahdar import compiled
from mahdar.archive import Archive
from mahdar.batch.run import run
from mahdar.coder import Coder
from mahdar.reading import Options
from mahdar.reading.paths import unread
from mahdar.record.assemble import fingerprint
from mahdar.record.types import Interval, Record

ROOT: Final = Path(__file__).parent.parent
GOLD: Final = [ROOT / "gold" / f"{name}.jsonl" for name in ("train", "dev")]
SENTENCES: Final = 9
STEP: Final = 100_000  # events that are added at a time
SHARD: Final = 5  # articles that a kill may cost each worker, so that there is work for each kill
DYADS: Final = (("RUS", "UKR"), ("RUS", "USA"), ("ISR", "PSE"), ("IRN", "USA"), ("EGY", "TUR"))
ROUNDS: Final = 5
DAYS: Final = 2920
SECONDS: Final = 1.0  # in which a process that does nothing whole yet is killed


def tell(**figures: object) -> None:
    """Print a line."""
    print(json.dumps(figures), flush=True)


def write_articles(path: Path, n: int) -> None:
    """A file of `n` articles."""
    draw = random.Random(0)
    lines = [line for file in GOLD for line in file.read_text(encoding="utf-8").splitlines()]
    pool = [s for line in lines for s in json.loads(line)["text"].split("\n") if len(s) > 40]
    with path.open("w", encoding="utf-8") as out:
        for k in range(n):
            day = f"2021-{draw.randint(1, 12):02}-{draw.randint(1, 28):02}"
            told = {"id": str(k), "text": "\n".join(draw.sample(pool, SENTENCES)), "published": day}
            out.write(json.dumps(told, ensure_ascii=False) + "\n")


def coded(folder: Path) -> bytes:
    """All records of a batch, in order."""
    return b"".join(p.read_bytes() for p in sorted(folder.glob("coded-*.jsonl")))


def batch(many: int, few: int) -> None:
    """Pace and memory, also of putting the records into an archive."""
    with tempfile.TemporaryDirectory() as home:
        bytes_of: dict[int, bytes] = {}
        for n, jobs in ((few, 1), (many, 1), (many, 2)):
            source, out = Path(home) / f"{n}.jsonl", Path(home) / f"{n}-{jobs}"
            if not source.exists():
                write_articles(source, n)
            told = _watched("batch", str(source), "-o", str(out), "--jobs", str(jobs), "--quiet")
            tell(articles=n, jobs=jobs, a_second=round(n / told["seconds"], 1), **told)
            if n == many:
                bytes_of[jobs] = coded(out)
        tell(same_bytes=bytes_of[1] == bytes_of[2])
        for n in (few, many):
            place, records = str(Path(home) / f"{n}.duckdb"), str(Path(home) / f"{n}-1")
            call = ("archive", "add", str(Path(home) / f"{n}.jsonl"), "--records", records, "--archive", place)
            tell(articles_with_records=n, **_watched(*call, "--no-link"))


def _watched(*call: str) -> dict[str, float]:
    """What a call of mahdar takes: seconds, and megabytes at most of itself and of its largest worker."""
    start, before = time.perf_counter(), _spent()
    process = subprocess.Popen([sys.executable, "-m", "mahdar.views.cli", *call])
    own = worker = 0
    while process.poll() is None:
        own = max(own, _peak(process.pid))
        worker = max(worker, *map(_peak, _children(process.pid)), 0)
        time.sleep(0.1)
    took = round(time.perf_counter() - start, 1)
    told = {"seconds": took, "processor_seconds": round(_spent() - before, 1), "own_mb": own, "worker_mb": worker}
    return {**told, "load": round(os.getloadavg()[0], 1)}


def _spent() -> float:
    """Seconds of processor that the processes begun here have taken, once they are through."""
    told = resource.getrusage(resource.RUSAGE_CHILDREN)
    return told.ru_utime + told.ru_stime


def _children(pid: int) -> list[int]:
    try:
        return [int(c) for t in Path(f"/proc/{pid}/task").iterdir() for c in (t / "children").read_text().split()]
    except OSError:
        return []


def _peak(pid: int) -> int:
    """The most memory that a process has held, in megabytes."""
    try:
        told = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0
    return next((int(line.split()[1]) // 1024 for line in told.splitlines() if line.startswith("VmHWM")), 0)


def kills(articles: int, times: int) -> None:
    """Kill a batch at random moments, in turn its parent and all of its processes, and compare what comes of it."""
    choose = random.Random(1)
    with tempfile.TemporaryDirectory() as home:
        source, calm, killed = Path(home) / "in.jsonl", Path(home) / "calm", Path(home) / "killed"
        write_articles(source, articles)
        _small(source, calm)
        at_work = 0
        for k in range(times):
            begun = _whole(killed)
            left = articles // SHARD - begun
            wanted = begun + choose.randint(0, left // (times - k))
            command = [sys.executable, "-m", "benchmarks.bulk", "small", str(source), str(killed)]
            process = subprocess.Popen(command, start_new_session=True)
            while _whole(killed) < wanted and process.poll() is None:
                time.sleep(0.01)
            time.sleep(choose.uniform(0, SECONDS if wanted == begun else SECONDS / 10))
            at_work += process.poll() is None and _whole(killed) < articles // SHARD
            (os.killpg if k % 2 else os.kill)(process.pid, signal.SIGKILL)
            process.wait()
        _small(source, killed)
        same = coded(calm) == coded(killed)
        tell(articles=articles, kills=times, with_work_left=at_work, same_bytes=same)


def _whole(folder: Path) -> int:
    return len(list(folder.glob("coded-*.jsonl")))


def _small(source: Path, folder: Path) -> None:
    """A batch of small shards, as a kill meets it."""
    run(unread([str(source)], Options()), folder, jobs=2, size=SHARD)


def archive(events: int) -> None:
    """Adding, and asking."""
    with tempfile.TemporaryDirectory() as home:
        path = Path(home) / "archive.duckdb"
        told = records()
        with Archive(path) as kept:
            for _ in range(events // STEP):
                some: list[tuple[Record, str]] = []
                n = 0
                while n < STEP:
                    some.append(next(told))
                    n += len(some[-1][0].events)
                start, before = time.perf_counter(), time.process_time()
                added = kept.add(some)
                took, spent = time.perf_counter() - start, time.process_time() - before
                tell(added=added.events, articles=added.new, seconds=round(took, 1), processor_seconds=round(spent, 1))
        tell(
            megabytes=path.stat().st_size // 1_000_000,
            most_mb=resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
        )
        for one, other in DYADS:
            times = []
            with Archive(path, read_only=True) as kept:
                for _ in range(ROUNDS):
                    start = time.perf_counter()
                    rows = kept.dyad(one, other, by="month").num_rows
                    times.append(time.perf_counter() - start)
            tell(dyad=f"{one} {other}", rows=rows, first=round(times[0], 3), median=round(statistics.median(times), 3))


def records() -> Iterator[tuple[Record, str]]:
    """Records of the gold articles again and again, with other texts, ids and days."""
    coder, choose = Coder("ar"), random.Random(0)
    lines = [json.loads(line) for file in GOLD for line in file.read_text(encoding="utf-8").splitlines()]
    made = [(coder.code(a["text"], id=a["id"], published=a["published"]), a["text"]) for a in lines]
    n = 0
    while True:
        for record, text in made:
            n += 1
            days = timedelta(choose.randint(-DAYS, 0))
            other = f"{text} {n}"
            doc = msgspec.structs.replace(
                record.doc,
                id=str(n),
                published=_moved(record.doc.published or "2021-12-01", days),
                chars=len(other),
                sha256=fingerprint(other),
            )
            events = [msgspec.structs.replace(e, date=_interval(e.date, days)) if e.date else e for e in record.events]
            yield msgspec.structs.replace(record, doc=doc, events=events), other


def _interval(told: Interval, days: timedelta) -> Interval:
    return msgspec.structs.replace(told, from_=_moved(told.from_, days), to=_moved(told.to, days))


def _moved(day: str, days: timedelta) -> str:
    return (date.fromisoformat(day[:10]) + days).isoformat()


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(dest="part", required=True)
    one = parts.add_parser("batch")
    one.add_argument("--articles", type=int, default=20_000)
    one.add_argument("--few", type=int, default=1_000)
    one = parts.add_parser("kills")
    one.add_argument("--articles", type=int, default=2_000)
    one.add_argument("--kills", type=int, default=100)
    parts.add_parser("archive").add_argument("--events", type=int, default=1_000_000)
    one = parts.add_parser("small", help="what `kills` kills")
    one.add_argument("source", type=Path)
    one.add_argument("folder", type=Path)
    args = parser.parse_args()
    if args.part == "small":
        _small(args.source, args.folder)
        return
    tell(compiled=compiled(), load=os.getloadavg()[0])
    if args.part == "batch":
        batch(args.articles, args.few)
    elif args.part == "kills":
        kills(args.articles, args.kills)
    else:
        archive(args.events)


if __name__ == "__main__":
    main()
