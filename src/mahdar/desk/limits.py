"""How much a client may send, how fast, and for how long it may take."""

import asyncio
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from ipaddress import ip_address
from typing import Final

from starlette.types import Message, Receive

from mahdar.desk.refusals import Refused

SMALL: Final = 100_000  # bytes of what a form or a question sends
TEXT: Final = 2_000_000  # bytes of an article that another program sends: 200,000 letters, each escaped
FILE: Final = 6_000_000  # bytes of an article that is uploaded: the largest that is read, and its envelope
BODY_SECONDS: Final = 20.0  # for all of a body
HEAD_SECONDS: Final = 10.0  # for a request to begin, and for all its headers
SEND_SECONDS: Final = 30.0  # for a client to take what is waiting for it
CONNECTIONS: Final = 600  # at once
HEAD: Final = 32_768  # bytes of all headers

_LARGE: Final = {"/api/code": TEXT, "/code": FILE}


def largest(path: str) -> int:
    """How many bytes may be sent to a path."""
    return _LARGE.get(path, SMALL)


class Body:
    """A body as it comes in, cut off where it is too large or too slow."""

    def __init__(self, receive: Receive, most: int, seconds: float = BODY_SECONDS) -> None:
        self._receive, self._left, self._most = receive, most, most
        self._until = time.monotonic() + seconds
        self._whole = False

    async def receive(self) -> Message:
        """The next piece.

        Raises:
            Refused: 413 or 408.
        """
        if self._whole:  # what comes now only tells that the client is gone
            return await self._receive()
        try:
            async with asyncio.timeout(self._until - time.monotonic()):
                message = await self._receive()
        except TimeoutError:
            raise Refused(408, "slow-request", {"Connection": "close"}) from None
        self._whole = not message.get("more_body", False)
        self._left -= len(message.get("body", b""))
        if self._left < 0:
            raise too_large(self._most)
        return message


def too_large(most: int) -> Refused:
    """What is said of a body that is too large."""
    return Refused(413, "large", {"Connection": "close"}, most=most)


class Pace:
    """How often each client may do something: `burst` times at once, and again each 1 / `rate` seconds."""

    def __init__(self, rate: float, burst: int, most: int = 20_000, now: Callable[[], float] = time.monotonic) -> None:
        self._rate, self._burst, self._most, self._now = rate, burst, most, now
        self._lock = threading.Lock()
        self._full: OrderedDict[str, float] = OrderedDict()  # client -> when it has all its tries again

    def take(self, client: str) -> float:
        """Take one of a client's tries: 0.0, or the seconds to wait where there is none left."""
        with self._lock:
            now = self._now()
            full = max(self._full.get(client, now), now) + 1 / self._rate
            wait = full - now - self._burst / self._rate
            if wait > 1e-9:
                return wait
            self._full[client] = full
            self._full.move_to_end(client)
            while len(self._full) > self._most:
                self._full.popitem(last=False)
            return 0.0

    def forgive(self, client: str) -> None:
        """Give a client all its tries again."""
        with self._lock:
            self._full.pop(client, None)


def client_of(address: str) -> str:
    """Whose an address is: of IPv6 its network, of which one client has all addresses."""
    try:
        ip = ip_address(address)
    except ValueError:
        return address
    if ip.version == 6:
        return str(ip.ipv4_mapped) if ip.ipv4_mapped else ip.exploded[:19]
    return str(ip)
