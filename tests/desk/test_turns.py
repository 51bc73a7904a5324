"""Pages are made in turn."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

from mahdar.desk.turns import AT_ONCE, in_turn


def test_so_many_are_made_at_once() -> None:
    lock = threading.Lock()
    now, most = 0, 0

    @in_turn
    def page(name: str) -> str:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.02)
        with lock:
            now -= 1
        if name == "b":
            raise ValueError(name)
        return name

    with ThreadPoolExecutor(8) as readers:
        made = [readers.submit(page, name=name) for name in "abcdefgh"]
    assert [m.result() for m in made if m.exception() is None] == list("acdefgh")
    assert most == AT_ONCE
