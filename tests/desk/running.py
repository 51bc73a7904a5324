"""A desk that runs as a program of its own, for tests in a browser and for the pictures in docs."""

import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def serving(archive: Path) -> Iterator[str]:
    """The address of a desk over an archive, which runs as long as that is needed.

    Raises:
        TimeoutError: it does not answer.
    """
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = s.getsockname()[1]
    command = [str(Path(sys.executable).parent / "mahdar"), "serve", "--archive", str(archive), "--port", str(port)]
    process = subprocess.Popen(command)
    address = f"http://127.0.0.1:{port}"
    try:
        _answers(address)
        yield address
    finally:
        process.terminate()
        process.wait(10)


def _answers(address: str) -> None:
    for _ in range(100):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except OSError:
            time.sleep(0.2)
    raise TimeoutError(f"{address} does not answer: run `mahdar serve` by hand to see why")
