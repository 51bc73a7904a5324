"""How many articles of 300 words `/api/code` codes, and how long each waits: prints one line of JSON a load.

    python -m benchmarks.load [--rate 40] [--seconds 30] [--readers 8] [--url http://127.0.0.1:8642]

Without `--url` a desk over the example articles is started, compiled if `scripts/compiled` has made build/compiled.
Requests begin at their time whether or not those before are answered, and are timed from then: a server that falls
behind shows it. Last comes what it does when as many as it can take are sent, and what processor time that takes, which
others on the machine do not change; what load they make is told too.
"""

import argparse
import asyncio
import json
import os
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2

ROOT = Path(__file__).parent.parent
COMPILED = ROOT / "build" / "compiled"
EXAMPLES = ROOT / "examples" / "grain.jsonl"
WORDS = 300
PAGES = ("/", "/timeline", "/network", "/map", "/trends", "/?tab=statements")
AT_ONCE = 16  # requests under way when as many as possible are sent


def articles() -> list[bytes]:
    """Bodies of requests: gold articles in their order, cut to 300 words each."""
    words: list[str] = []
    for path in sorted((ROOT / "gold").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            words += json.loads(line)["text"].split()
    texts = [" ".join(words[i : i + WORDS]) for i in range(0, len(words) - WORDS, WORDS)]
    return [json.dumps({"text": text, "published": "2024-02-15"}).encode() for text in texts]


@contextmanager
def desk(coders: int | None) -> Iterator[tuple[str, int]]:
    """The address of a desk of our own, and its process."""
    environment = {**os.environ, "PYTHONPATH": str(COMPILED if COMPILED.is_dir() else ROOT / "src")}
    command = [sys.executable, "-m", "mahdar.views.cli"]
    with tempfile.TemporaryDirectory() as home, socket.socket() as s:
        archive = str(Path(home) / "archive.duckdb")
        subprocess.run([*command, "archive", "add", "--archive", archive, str(EXAMPLES)], env=environment, check=True)
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
        s.close()
        serve = [*command, "serve", "--archive", archive, "--port", str(port)]
        process = subprocess.Popen(serve + (["--coders", str(coders)] if coders else []), env=environment)
        try:
            yield f"http://127.0.0.1:{port}", process.pid
        finally:
            process.terminate()
            process.wait()


class Load:
    """Requests sent, and what came back."""

    def __init__(self, url: str, bodies: list[bytes]) -> None:
        self.url, self.bodies = f"{url}/api/code", bodies
        self.seconds: list[float] = []
        self.statuses: Counter[str] = Counter()

    async def one(self, client: httpx2.AsyncClient, n: int, begun: float) -> None:
        """Send the n-th article."""
        headers = {"Content-Type": "application/json"}
        try:
            told = await client.post(self.url, content=self.bodies[n % len(self.bodies)], headers=headers)
            self.statuses[str(told.status_code)] += 1
        except httpx2.HTTPError as error:
            self.statuses[type(error).__name__] += 1
        self.seconds.append(time.perf_counter() - begun)

    async def steady(self, rate: float, seconds: float) -> None:
        """`rate` requests a second, each at its time."""
        async with _client() as client, asyncio.TaskGroup() as tasks:
            start = time.perf_counter()
            for n in range(int(rate * seconds)):
                due = start + n / rate
                await asyncio.sleep(max(0.0, due - time.perf_counter()))
                tasks.create_task(self.one(client, n, due))

    async def most(self, seconds: float) -> None:
        """As many as are answered."""
        until = time.perf_counter() + seconds
        async with _client() as client, asyncio.TaskGroup() as tasks:

            async def again(n: int) -> None:
                while time.perf_counter() < until:
                    await self.one(client, n, time.perf_counter())
                    n += AT_ONCE

            for n in range(AT_ONCE):
                tasks.create_task(again(n))

    async def pages(self, until: asyncio.Event) -> None:
        """Read one page after the other, as a reader who never rests."""
        async with _client() as client:
            n = 0
            while not until.is_set():
                told = await client.get(self.url.removesuffix("/api/code") + PAGES[n % len(PAGES)])
                self.statuses[str(told.status_code)] += 1
                n += 1

    async def beside(self, readers: "Load", how_many: int, rate: float, seconds: float) -> None:
        """The same as `steady`, while so many read pages."""
        over = asyncio.Event()
        async with asyncio.TaskGroup() as tasks:
            for _ in range(how_many):
                tasks.create_task(readers.pages(over))
            await self.steady(rate, seconds)
            over.set()

    def told(self, what: str, seconds: float) -> dict[str, Any]:
        """The figures."""
        ranked = sorted(self.seconds)

        def share(of: float) -> float:
            return round(1000 * ranked[min(len(ranked) - 1, int(of * len(ranked)))], 1)

        return {
            "load": what,
            "requests": len(ranked),
            "answered a second": round(self.statuses["200"] / seconds, 1),
            "p50 ms": share(0.5),
            "p95 ms": share(0.95),
            "p99 ms": share(0.99),
            "longest ms": share(1),
            "statuses": dict(self.statuses),
        }


def _client() -> httpx2.AsyncClient:
    return httpx2.AsyncClient(timeout=60, limits=httpx2.Limits(max_connections=200, max_keepalive_connections=200))


def _ready(url: str) -> None:
    """Wait for the desk, and for its coders to have met the words once."""
    for _ in range(600):
        try:
            urllib.request.urlopen(f"{url}/health", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise TimeoutError(url)


def _spent(pid: int) -> dict[str, float]:
    """Seconds of processor that a desk, its coders and this program have taken so far."""
    tick = os.sysconf("SC_CLK_TCK")
    out = {"desk": 0.0, "coders": 0.0, "client": time.process_time()}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            number, _, rest = stat.read_text().partition(" (")
        except OSError:  # it has ended
            continue
        fields = rest.rpartition(")")[2].split()
        for who, whose in (("desk", int(number)), ("coders", int(fields[1]))):
            if whose == pid:
                out[who] += (int(fields[11]) + int(fields[12])) / tick
    return out


def measure(url: str, pid: int, rate: float, seconds: float, readers: int) -> None:
    """Print the figures of a desk."""
    bodies = articles()
    _ready(url)
    asyncio.run(Load(url, bodies).most(5))
    machine = {"cores": os.cpu_count(), "load average before": [round(x, 1) for x in os.getloadavg()]}
    print(json.dumps({**machine, "articles": len(bodies), "compiled": COMPILED.is_dir()}))
    steady = Load(url, bodies)
    start = time.perf_counter()
    asyncio.run(steady.steady(rate, seconds))
    print(json.dumps(steady.told(f"{rate:g} a second", time.perf_counter() - start)))
    if readers:
        steady, read = Load(url, bodies), Load(url, [])
        start = time.perf_counter()
        asyncio.run(steady.beside(read, readers, rate, seconds))
        took = time.perf_counter() - start
        told = steady.told(f"{rate:g} a second, {readers} read pages", took)
        print(json.dumps({**told, "pages a second": round(read.statuses.total() / took, 1)}))
    most = Load(url, bodies)
    start, before = time.perf_counter(), _spent(pid)
    asyncio.run(most.most(seconds))
    told = most.told(f"{AT_ONCE} at once", time.perf_counter() - start)
    done = most.statuses.total()
    ms = {who: round(1000 * (now - before[who]) / done, 1) for who, now in _spent(pid).items()}
    print(json.dumps({**told, "processor ms a request": ms} if pid else told))


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rate", type=float, default=40)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--coders", type=int)
    parser.add_argument("--readers", type=int, default=0, help="as many read pages all the time beside")
    parser.add_argument("--url")
    args = parser.parse_args()
    if args.url:
        measure(args.url, 0, args.rate, args.seconds, args.readers)
        return
    with desk(args.coders) as (url, pid):
        measure(url, pid, args.rate, args.seconds, args.readers)


if __name__ == "__main__":
    main()
