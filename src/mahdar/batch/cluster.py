"""A batch on many machines, with Ray Data: a task a file of the input, each of which writes its own output.

The tasks give back nothing but counts. What a machine that goes away had done is in the output folder; what it was at,
Ray gives to another.
"""

import json
import logging
import os
import re
import signal
import socket
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final, NamedTuple

from mahdar.batch.parts import Made, Plan, make
from mahdar.batch.places import Folder, Shard, first_line, shards
from mahdar.batch.pool import Pool
from mahdar.batch.run import Progress
from mahdar.batch.table import coder
from mahdar.errors import InputError
from mahdar.reading.code import fault

_HOST_AND_PORT: Final = re.compile(r"[^:/]+:[0-9]+")
_TRIES: Final = 5  # how often a file may lose its machine, or take its worker down


class Total(NamedTuple):
    """What came of a batch: its articles, those in other languages, and how many files gave nothing."""

    progress: Progress
    skipped: Counter[str]
    without: int


def run(
    names: Sequence[str],
    plan: Plan,
    *,
    address: str | None = None,
    jobs: int | None = None,
    told: Callable[[Progress, float], None] = lambda progress, share: None,
    wrong: Callable[[str], None] = lambda what: None,
) -> Total:
    """Code files into the folder of `plan`, a Parquet file each. Run again, it passes over what is there.

    Args:
        names: paths, folders, globs and URIs; a path must lead to the same file on every machine.
        address: of the cluster; by default $RAY_ADDRESS, or one that runs on this machine, or a new one there.
        jobs: how many files are coded at a time; by default as many as the cluster has cores.
        told: called after every file with the progress, and with the share of the files that are through.
        wrong: called with what is wrong with a file as a whole.

    Raises:
        InputError: Ray is not installed, no cluster answers, or the folder cannot be written.
    """
    ray = _ray()
    Folder(plan.output, plan.base)
    found: dict[str, Shard] = {}
    without = 0
    for one in (one for name in names for one in shards(name)):
        if isinstance(one, InputError):
            without += 1
            wrong(str(one))
        else:
            found.setdefault(one.where, one)
    progress, skipped = Progress(), Counter[str]()
    if not found:
        return Total(progress, skipped, without)
    _join(ray, address or os.environ.get("RAY_ADDRESS"))
    try:
        ray.data.DataContext.get_current().enable_progress_bars = False
        begun = ray.remote(num_cpus=0, max_restarts=-1, max_task_retries=-1)(_Begun).remote()
        given = ray.data.from_items([shard._asdict() for shard in found.values()], override_num_blocks=len(found))
        done = given.map(_made, fn_kwargs={"plan": plan, "begun": begun}, concurrency=jobs, num_cpus=1)
        for n, row in enumerate(done.iter_rows(), 1):
            made = Made(**json.loads(row["made"]))
            if made.trouble:
                without += 1
                wrong(made.trouble)
                continue
            skipped.update(made.skipped)
            progress = progress.plus(made.coded, made.refused, made.failed, made.known)
            told(progress, n / len(found))
    except ray.exceptions.RayError as error:
        raise InputError(f"the cluster failed: {first_line(error)}", "ray", "Run it again: it goes on.") from error
    finally:
        ray.shutdown()
    return Total(progress, skipped, without)


def _join(ray: Any, address: str | None) -> None:
    try:
        if address and _HOST_AND_PORT.fullmatch(address):  # Ray itself would ask for two minutes
            host, _, port = address.rpartition(":")
            socket.create_connection((host, int(port)), timeout=10).close()
        stop = signal.getsignal(signal.SIGTERM)
        ray.init(address, log_to_driver=False, logging_level=logging.ERROR)
        signal.signal(signal.SIGTERM, stop)  # Ray put its own there
    except (OSError, ValueError) as error:
        raise InputError("no Ray cluster answers.", address or "ray", "Start it, or name another --address.") from error


class _Begun:
    """How often each file was begun, kept by one actor for all: Ray Data tries what loses its worker again for ever."""

    def __init__(self) -> None:
        self.times = Counter[str]()

    def again(self, where: str) -> int:
        """Count that a file is begun."""
        self.times[where] += 1
        return self.times[where]


def _made(row: dict[str, Any], plan: Plan, begun: Any) -> dict[str, str]:
    """What a worker of the cluster does with one file."""
    import ray

    shard = Shard(**row)
    try:
        if ray.get(begun.again.remote(shard.where)) > _TRIES:
            made = Made(shard.where, trouble=f"{shard.where}: lost its worker or its machine {_TRIES} times.")
        else:
            made = make(shard, plan, _pool(plan.timeout, plan.memory))
    except Exception as error:  # a fault of ours in one file must not stop the rest
        made = Made(shard.where, trouble=f"{shard.where}: {fault(error)}")
    return {"made": json.dumps(made._asdict())}


@lru_cache(maxsize=1)
def _pool(timeout: float, memory: int) -> Pool:
    """The process that codes for this worker, with its pack loaded once; apart, so that an article that hangs or
    crashes it, or wants too much memory, is passed over as on one machine, and does not take the file with it.
    """
    return Pool(1, timeout, memory, coder)


def _ray() -> Any:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # a coder of texts reports nothing to anybody
    try:
        import ray.data
    except ImportError as error:
        raise InputError("Ray is not installed.", "--engine ray", "pip install 'mahdar[ray]'") from error
    logging.getLogger("ray.data").setLevel(logging.CRITICAL)
    return ray
