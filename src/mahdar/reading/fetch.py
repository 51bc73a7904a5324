"""One address at a time from the network, within limits and never from a private one by mistake."""

import ipaddress
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from mahdar import __version__
from mahdar.errors import InputError
from mahdar.reading.article import MAX_BYTES

USER_AGENT: Final = f"mahdar/{__version__} (news feed reader; Arabic event data)"
SECONDS: Final = 30.0
REDIRECTS: Final = 5
_STEP: Final = 1 << 16
_PORTS: Final = {"http": 80, "https": 443}
_NOT_KNOWN: Final = (18, 19, 20, 21)  # OpenSSL's codes for a certificate that nobody known has signed


class Answer(NamedTuple):
    """What an address gave. `status`: of HTTP, 200 for a file; `headers` in lower case."""

    status: int
    url: str
    headers: Mapping[str, str]
    data: bytes


def fetch(
    url: str, headers: Mapping[str, str] | None = None, *, private: bool = False, seconds: float = SECONDS
) -> Answer:
    """Get an address of http, https or file.

    The name is resolved once; the connection goes to the very address that was checked, and each redirect is checked
    anew.

    Args:
        headers: to send beside those that are always sent.
        private: whether addresses of this machine and of local networks may be asked.
        seconds: for everything together.

    Raises:
        InputError: another scheme, a private address, no connection, a certificate that is not trusted, too slow, too
            large, too many redirects.
    """
    deadline = time.monotonic() + seconds
    here = url
    for _ in range(REDIRECTS + 1):
        parts = urlsplit(here)
        if parts.scheme == "file" and here == url:
            return _file(url)
        if parts.scheme not in _PORTS or not parts.hostname:
            raise InputError("not an address of http, https or file.", _shown(here))
        answer = _ask(here, headers or {}, private, deadline)
        place = answer.headers.get("location")
        if answer.status not in (301, 302, 303, 307, 308) or not place:
            return answer
        here = urljoin(here, place)
    raise InputError(f"more than {REDIRECTS} redirects.", _shown(url))


def _file(url: str) -> Answer:
    path = Path(unquote(urlsplit(url).path))
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        raise InputError(f"cannot read: {error.strerror}.", url) from error
    return Answer(200, url, {}, _within(data, url))


def _ask(url: str, headers: Mapping[str, str], private: bool, deadline: float) -> Answer:
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        port = parts.port or _PORTS[parts.scheme]
    except ValueError as error:
        raise InputError(f"no address: {error}.", _shown(url)) from None
    address = _resolved(host, port, private, url)
    left = max(0.1, deadline - time.monotonic())
    connection = (
        HTTPSConnection(address, port, server_hostname=host, assert_hostname=host, timeout=left)
        if parts.scheme == "https"
        else HTTPConnection(address, port, timeout=left)
    )
    # Time limits of sockets are for single steps; a server that sends a byte a second is cut off here.
    late: threading.Timer | None = None
    sent = {"Host": parts.netloc.rpartition("@")[2], "User-Agent": USER_AGENT, "Accept-Encoding": "gzip", **headers}
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    try:
        connection.connect()
        late = threading.Timer(max(0.1, deadline - time.monotonic()), _cut, [connection.sock])
        late.daemon = True
        late.start()
        connection.request("GET", target, headers=sent, preload_content=False, decode_content=True)
        response = connection.getresponse()
        data = b""
        while (
            len(data) <= MAX_BYTES
            and time.monotonic() < deadline
            and (more := response.read(_STEP, decode_content=True))
        ):
            data += more
        if time.monotonic() >= deadline:
            raise InputError("the answer took too long.", _shown(url))
        short = response.length_remaining
        if short and len(data) <= MAX_BYTES:
            raise InputError(f"the answer was cut off, {short:,} bytes before its end.", _shown(url))
        got = {k.lower(): v for k, v in response.headers.items()}
        return Answer(response.status, url, got, _within(data, url))
    except ssl.SSLCertVerificationError as error:
        mend = "If you trust it, name a file with it or its authority in the variable SSL_CERT_FILE."
        raise InputError(
            f"the server's certificate is refused: {error.verify_message}.",
            _shown(url),
            mend if error.verify_code in _NOT_KNOWN else "",
        ) from error
    except (HTTPError, OSError, ValueError) as error:
        if time.monotonic() >= deadline:
            raise InputError("the answer took too long.", _shown(url)) from error
        raise InputError(f"no answer ({type(error).__name__}: {error}).", _shown(url)) from error
    finally:
        if late is not None:
            late.cancel()
        connection.close()


def _cut(connected: socket.socket) -> None:
    try:
        connected.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # it has closed in the meantime


def _resolved(host: str, port: int, private: bool, url: str) -> str:
    """The address behind a name; with several, all must be allowed."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise InputError(f"no such host ({error}).", _shown(url)) from error
    addresses = [str(f[4][0]) for f in found]
    for address in addresses:
        ip = ipaddress.ip_address(address.partition("%")[0])
        inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None) or ip
        if not private and (not ip.is_global or not inner.is_global or inner.is_multicast):
            raise InputError(
                f"{host} is at {address}, on this machine or a local network.",
                _shown(url),
                "Allow it with --allow-private.",
            )
    return addresses[0]


def _within(data: bytes, url: str) -> bytes:
    if len(data) > MAX_BYTES:
        raise InputError(f"larger than {MAX_BYTES:,} bytes.", _shown(url))
    return data


def _shown(url: str) -> str:
    """An address for messages, without the password that it may hold."""
    parts = urlsplit(url)
    return parts._replace(netloc=parts.netloc.rpartition("@")[2]).geturl()
