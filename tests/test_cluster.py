"""Many machines: a Ray cluster of two nodes, one of which is killed; an object store; the recipes for other engines.

`sh scripts/test_cluster` installs what these need.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mahdar.batch import code_batch
from mahdar.batch.parts import make
from mahdar.batch.places import Shard, shards
from mahdar.batch.pool import Pool
from mahdar.batch.table import coder as usual_coder
from tests.test_batch import MAHDAR, ROOT
from tests.test_batch import articles as invented
from tests.test_parts import output, plan, rows, same, write_inputs

pytestmark = [pytest.mark.enable_socket, pytest.mark.filterwarnings("default")]
ENVIRONMENT = {**os.environ, "RAY_USAGE_STATS_ENABLED": "0", "PYSPARK_PYTHON": sys.executable, "RAY_ADDRESS": "local"}


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """A head node with one core."""
    pytest.importorskip("ray")
    from ray.cluster_utils import Cluster

    made: Any = Cluster(initialize_head=True, head_node_args={"num_cpus": 1, "include_dashboard": False})
    yield made
    made.shutdown()


@pytest.fixture(scope="module")
def inputs(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Ten files, the first three of each kind and with faults."""
    folder = tmp_path_factory.mktemp("in")
    found = write_inputs(folder)
    for n in range(7):
        lines = [{"id": f"{n}-{a.id}", "text": f"{a.text} {n}", "published": a.published} for a in invented(400)]
        found.append(folder / f"more{n}.jsonl")
        found[-1].write_text("".join(json.dumps(x) + "\n" for x in lines), encoding="utf-8")
    return found


def start(cluster: Any, inputs: list[Path], out: Path) -> "subprocess.Popen[str]":
    command = [str(MAHDAR), "batch", *map(str, inputs), "-o", str(out), "--engine", "ray", "--address", cluster.address]
    return subprocess.Popen(command, env=ENVIRONMENT, stderr=subprocess.PIPE, text=True)


def wait(what: Callable[[], bool]) -> None:
    """Until something is so."""
    for _ in range(1200):
        if what():
            return
        time.sleep(0.1)
    raise AssertionError("it was never so")


def at_work(node: Any) -> bool:
    """Whether a worker of a node has a file in hand: Ray names its process after it."""
    raylet = node.all_processes["raylet"][0].process.pid
    children = [c for t in Path(f"/proc/{raylet}/task").iterdir() for c in (t / "children").read_text().split()]
    commands = [Path(f"/proc/{c}/cmdline") for c in children]
    return any(c.exists() and c.read_bytes().startswith(b"ray::Map(") for c in commands)


def test_a_node_killed_in_the_middle_changes_nothing(cluster: Any, inputs: list[Path], tmp_path: Path) -> None:
    node = cluster.add_node(num_cpus=1)
    missing = tmp_path / "missing.jsonl"
    process = start(cluster, [*inputs, missing], tmp_path / "out")
    wait(lambda: at_work(node) and len(list((tmp_path / "out").glob("*.parquet"))) >= 2)
    cluster.remove_node(node, allow_graceful=False)
    done = len(list((tmp_path / "out").glob("*.parquet")))
    assert done < len(inputs) - 1, "killed too late"
    _, told = process.communicate(timeout=240)
    assert process.returncode == 1 and "Traceback" not in told
    assert f"{missing}: cannot read: No such file" in told
    # a file that was through when its machine went, and not told of yet, was there "before"
    assert re.search(r"^2957 articles( \(\d+ of them before\))?: 2953 coded, 4 refused, 0 failed\.$", told, re.M)
    assert "skipped: 1 English." in told
    assert len(list((tmp_path / "out").iterdir())) == len(inputs)
    subprocess.run([str(MAHDAR), "batch", *map(str, inputs), "-o", str(tmp_path / "local")], capture_output=True)
    same(rows(tmp_path / "out", inputs), tmp_path / "local")

    before = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in (tmp_path / "out").iterdir()}
    output(tmp_path / "out", inputs[0]).unlink()
    _, told = (again := start(cluster, inputs, tmp_path / "out")).communicate(timeout=240)
    assert again.returncode == 1  # some articles are refused
    assert "2957 articles (2834 of them before): 2953 coded, 4 refused, 0 failed." in told
    after = {p: (p.stat().st_mtime_ns, p.read_bytes()) for p in (tmp_path / "out").iterdir()}
    assert {p: data for p, (_, data) in after.items()} == {p: data for p, (_, data) in before.items()}
    assert sum(after[p] == before[p] for p in before) == len(inputs) - 1


def test_sigterm_ends_it(cluster: Any, inputs: list[Path], tmp_path: Path) -> None:
    process = start(cluster, inputs, tmp_path / "out")
    wait(lambda: at_work(cluster.head_node))
    process.send_signal(signal.SIGTERM)
    _, told = process.communicate(timeout=30)
    assert process.returncode == 143 and "Traceback" not in told


def answers(port: int) -> bool:
    """Whether something listens on a port of this machine."""
    with socket.socket() as made:
        return made.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture
def store(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """An S3 store on this machine; gives what to add to its URIs."""
    server = ROOT / "build" / "store" / "bin" / "moto_server"
    if not server.exists():
        pytest.skip("no object store: sh scripts/test_cluster installs one")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    process = subprocess.Popen(
        [server, "-H", "127.0.0.1", "-p", str(port)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        monkeypatch.setenv(name, "test")
    wait(lambda: answers(port))
    yield f"?scheme=http&endpoint_override=127.0.0.1:{port}&allow_bucket_creation=true"
    process.kill()
    process.wait()


def test_an_object_store(store: str, inputs: list[Path], tmp_path: Path) -> None:
    from pyarrow import fs

    system, _ = fs.FileSystem.from_uri(f"s3://news{store}")
    system.create_dir("news/in")
    for p in inputs[:3]:
        with system.open_output_stream(f"news/in/{p.name}", compression=None) as out:
            out.write(p.read_bytes())
    found = [s for s in shards(f"s3://news/in{store}") if isinstance(s, Shard)]
    assert [s.where for s in found] == [f"s3://news/in/{p.name}{store}" for p in sorted(inputs[:3])]
    with Pool(1, 60.0, 1000, usual_coder) as pool:
        for known in (False, True):
            made = [make(s, plan(f"s3://news/out{store}"), pool) for s in found]
            assert [(m.coded, m.known, m.trouble) for m in made] == [(120, known, ""), (3, known, ""), (30, known, "")]
        for s in found:
            make(Shard(s.where), plan(tmp_path / "here"), pool)
    for p in inputs[:3]:
        name = output(tmp_path / "here", p).name
        (there,) = (x.path for x in system.get_file_info(fs.FileSelector("news/out")) if x.base_name[:5] == name[:5])
        with system.open_input_file(there) as stream:
            assert pq.read_table(stream).column("record") == pq.read_table(tmp_path / "here" / name).column("record")


@pytest.mark.parametrize(
    ("recipe", "needs"), [("spark", ("pyspark",)), ("dask", ("dask.dataframe",)), ("ray", ("ray.data",))]
)
def test_recipes_give_what_a_table_gives(recipe: str, needs: tuple[str, ...], tmp_path: Path) -> None:
    for name in needs:
        pytest.importorskip(name)
    if recipe == "spark" and shutil.which("java") is None:
        pytest.skip("Spark needs Java")
    table = pa.Table.from_pylist(
        [{"id": a.id, "text": a.text, "published": a.published} for a in invented(60)] + [{"id": "empty", "text": None}]
    )
    (tmp_path / "in").mkdir()
    pq.write_table(table, tmp_path / "in" / "articles.parquet", row_group_size=20)
    command = [sys.executable, str(ROOT / "examples" / f"{recipe}_recipe.py"), "in", "out"]
    done = subprocess.run(command, cwd=tmp_path, env=ENVIRONMENT, capture_output=True, text=True, timeout=240)
    assert done.returncode == 0, done.stderr[-3000:]
    found = pa.concat_tables(
        pq.read_table(p).select(["id", "record", "error"]).cast(code_batch(table[:1]).schema)
        for p in sorted((tmp_path / "out").glob("*.parquet"))
    )
    assert sorted(found.to_pylist(), key=str) == sorted(code_batch(table).to_pylist(), key=str)
