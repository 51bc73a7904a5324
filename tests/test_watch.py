"""Feeds polled from a real server on this machine."""

import gzip
import http.server
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from mahdar.coder import Coder
from mahdar.errors import InputError
from mahdar.reading.fetch import fetch
from mahdar.reading.watch import Settings, load, watch
from mahdar.record.types import Record
from mahdar.record.write import from_json
from mahdar.views import cli
from tests.sources import ENGLISH, TEXT, feed, item

MAHDAR = Path(sys.executable).parent / "mahdar"
Answer = tuple[int, dict[str, str], bytes]


class Server:
    """Answers as told, and keeps what it was asked."""

    def __init__(self, tls: ssl.SSLContext | None = None) -> None:
        self.answer: Callable[[str, dict[str, str]], Answer] = lambda path, headers: (404, {}, b"")
        self.asked: list[tuple[str, dict[str, str]]] = []
        server = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                headers = {k.lower(): v for k, v in self.headers.items()}
                server.asked.append((self.path, headers))
                status, sent, data = server.answer(self.path, headers)
                self.send_response(status)
                for name, value in {"Content-Length": str(len(data)), **sent}.items():
                    self.send_header(name, value)
                self.end_headers()
                try:
                    for k in range(0, len(data), 1 << 16):
                        self.wfile.write(data[k : k + (1 << 16)])
                        if "X-Slow" in sent:
                            time.sleep(0.2)
                except OSError:
                    pass  # the client has had enough

            def log_message(self, format: str, *args: Any) -> None:
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http{'s' if tls else ''}://127.0.0.1:{self.server.server_port}"
        if tls:
            self.server.socket = tls.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()


@pytest.fixture
def server(socket_enabled: None) -> Iterator[Server]:
    made = Server()
    yield made
    made.server.shutdown()
    made.server.server_close()


def rss(*items: str) -> Callable[[str, dict[str, str]], Answer]:
    return lambda path, headers: (200, {"Content-Type": "application/rss+xml"}, feed(*items).encode())


def poll(server: Server, folder: Path, out: str = "out.jsonl", due: bool = True) -> tuple[int, list[str]]:
    """One round, as if the interval had passed; how many feeds failed, and what was said."""
    state = folder / "state.json"
    if due and state.exists():
        known = json.loads(state.read_bytes())
        for one in known["feeds"].values():
            one["due"] = 0
        state.write_text(json.dumps(known))
    said: list[str] = []
    settings = Settings(f"{folder}/{out}", str(state), once=True, private=True)
    return watch([f"{server.url}/feed"], settings, said.append), said


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


def test_what_is_new_is_written_once(server: Server, tmp_path: Path) -> None:
    server.answer = rss(item(2), item(1))
    assert poll(server, tmp_path) == (0, [f"{server.url}/feed: 2 new articles."])
    server.answer = rss(item(3), item(2), f"<link>http://x.example/e</link><description>{ENGLISH}</description>")
    assert poll(server, tmp_path)[1] == [f"{server.url}/feed: 1 new articles; skipped: 1 English."]
    assert poll(server, tmp_path) == (0, [])
    assert ids(tmp_path / "out.jsonl") == ["g1", "g2", "g3"]
    coded = subprocess.run([MAHDAR, "code", tmp_path / "out.jsonl"], capture_output=True, check=True).stdout
    assert [json.loads(x)["doc"]["published"] for x in coded.splitlines()] == ["2024-02-15T10:00:00+02:00"] * 3


def test_an_item_in_visual_order_is_skipped(server: Server, tmp_path: Path) -> None:
    backwards = item(2).replace(TEXT, TEXT[::-1]).replace("الخبر رقم 2", "2 مقر ربخلا")
    server.answer = rss(backwards, item(1))
    assert poll(server, tmp_path)[1] == [f"{server.url}/feed: 1 new articles; skipped: 1 in visual order."]
    assert ids(tmp_path / "out.jsonl") == ["g1"]


def test_into_a_folder(server: Server, tmp_path: Path) -> None:
    server.answer = rss(item(1), item(2))
    poll(server, tmp_path, "out/")
    (tmp_path / "state.json").unlink()
    poll(server, tmp_path, "out/")
    found = sorted((tmp_path / "out").iterdir())
    assert sorted(i for p in found for i in ids(p)) == ["g1", "g2"]


def test_a_feed_that_has_not_changed_is_not_sent_again(server: Server, tmp_path: Path) -> None:
    modified = "Thu, 15 Feb 2024 08:00:00 GMT"

    def answer(path: str, headers: dict[str, str]) -> Answer:
        if headers.get("if-none-match") == '"a"' and headers.get("if-modified-since") == modified:
            return 304, {}, b""
        return 200, {"ETag": '"a"', "Last-Modified": modified}, feed(item(1)).encode()

    server.answer = answer
    assert [poll(server, tmp_path)[0] for _ in range(2)] == [0, 0]
    assert ids(tmp_path / "out.jsonl") == ["g1"]
    assert "if-none-match" in server.asked[1][1] and server.asked[0][1]["user-agent"].startswith("mahdar/")


def test_a_feed_is_left_alone_until_it_is_due(server: Server, tmp_path: Path) -> None:
    server.answer = rss(item(1))
    poll(server, tmp_path)
    _, said = poll(server, tmp_path, due=False)
    assert len(server.asked) == 1 and "not asked again before" in said[0]


def test_failures_wait_longer_each_time(server: Server, tmp_path: Path) -> None:
    waits = []
    for headers in ({}, {}, {"Retry-After": "7200"}):
        server.answer = lambda path, asked, sent=headers: (503, sent, b"")  # type: ignore[misc]
        failed, said = poll(server, tmp_path)
        assert failed == 1 and "the server answers 503" in said[0]
        waits.append(load(str(tmp_path / "state.json")).feeds[f"{server.url}/feed"].due - time.time())
    assert [round(w, -2) for w in waits] == [1800, 3600, 7200]
    server.answer = rss(item(1))
    assert poll(server, tmp_path)[0] == 0
    assert load(str(tmp_path / "state.json")).feeds[f"{server.url}/feed"].failures == 0


@pytest.mark.parametrize("cut", [0, 5, 40])
def test_a_crash_between_output_and_state_doubles_and_loses_nothing(server: Server, tmp_path: Path, cut: int) -> None:
    server.answer = rss(item(1))
    poll(server, tmp_path)
    before = (tmp_path / "state.json").read_bytes()
    server.answer = rss(item(3), item(2), item(1))
    poll(server, tmp_path)
    out = tmp_path / "out.jsonl"
    whole = out.read_bytes()
    out.write_bytes(whole[: len(whole) - cut])  # the last line may be half written
    (tmp_path / "state.json").write_bytes(before)
    poll(server, tmp_path)
    assert out.read_bytes() == whole
    (tmp_path / "state.json").unlink()
    poll(server, tmp_path)
    assert out.read_bytes() == whole


def test_what_is_new_is_coded(coder: Coder, server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cli, "_coder", lambda: coder)
    code = coder.code

    def faulty(text: str, **more: Any) -> Record:
        if "BREAK" in text:
            raise ZeroDivisionError
        return code(text, **more)

    monkeypatch.setattr(coder, "code", faulty)
    server.answer = rss(item(3), item(2, f"{TEXT} BREAK"), item(1))
    call = ["watch", f"{server.url}/feed", "--once", "--allow-private"]
    out = tmp_path / "coded.jsonl"
    assert cli.main([*call, "--code", "-o", str(out)]) == 0
    assert cli.main([*call, "-o", str(tmp_path / "news.jsonl")]) == 0
    records = [from_json(x) for x in out.read_text(encoding="utf-8").splitlines()]
    assert [r.doc.id for r in records] == ["g1", "g3"] and all(r.events for r in records)
    told = (tmp_path / "news.jsonl").read_text(encoding="utf-8").splitlines()
    kept = [x for x in told if "BREAK" not in x]
    (tmp_path / "news.jsonl").write_text("\n".join(kept), encoding="utf-8")
    assert cli.main(["code", str(tmp_path / "news.jsonl"), "-o", str(tmp_path / "again.jsonl")]) == 0
    assert (tmp_path / "again.jsonl").read_bytes() == out.read_bytes()
    out.write_bytes(out.read_bytes()[:-40])  # a crash
    (tmp_path / "coded.jsonl.state.json").unlink()
    assert cli.main([*call, "--code", "-o", str(out)]) == 0
    assert (tmp_path / "again.jsonl").read_bytes() == out.read_bytes()


def test_a_damaged_state_is_refused(tmp_path: Path) -> None:
    (tmp_path / "state.json").write_bytes(b'{"feeds": {"a": ')
    with pytest.raises(InputError, match="no state of mahdar watch"):
        load(str(tmp_path / "state.json"))


def test_what_is_no_feed_fails(server: Server, tmp_path: Path) -> None:
    server.answer = lambda path, headers: (200, {}, b"<html><p>x</p></html>")
    failed, said = poll(server, tmp_path)
    assert failed == 1 and "neither RSS nor Atom" in said[0]


# Fetching


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://localhost/",
        "http://[::1]/",
        "http://0.0.0.0/",
        "http://169.254.169.254/latest",
        "http://10.1.2.3/",
        "http://192.168.1.1/",
        "http://2130706433/",
        "http://[::ffff:127.0.0.1]/",
        "gopher://example.org/",
        "ftp://example.org/",
        "news.xml",
    ],
)
def test_addresses_that_are_not_asked(socket_enabled: None, url: str) -> None:
    with pytest.raises(InputError, match=r"local network|http, https or file"):
        fetch(url)


def test_redirects_are_followed_within_limits(server: Server) -> None:
    def answer(path: str, headers: dict[str, str]) -> Answer:
        n = int(path[1:])
        return (302, {"Location": f"/{n - 1}"}, b"") if n else (200, {}, b"there")

    server.answer = answer
    assert fetch(f"{server.url}/5", private=True).data == b"there"
    with pytest.raises(InputError, match="more than 5 redirects"):
        fetch(f"{server.url}/6", private=True)
    server.answer = lambda path, headers: (302, {"Location": "file:///etc/passwd"}, b"")
    with pytest.raises(InputError, match="not an address of http"):
        fetch(f"{server.url}/", private=True)


def test_a_redirect_to_a_private_address_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    real = socket.getaddrinfo

    def found(host: str, port: int, **more: Any) -> Any:
        asked.append(host)
        return real("127.0.0.1" if host == "public.example" else host, port, **more)

    monkeypatch.setattr(socket, "getaddrinfo", found)
    with pytest.raises(InputError, match=r"public\.example is at 127\.0\.0\.1"):
        fetch("http://public.example/")
    assert asked == ["public.example"] and server.asked == []


@pytest.mark.parametrize(
    ("headers", "data", "says"),
    [
        ({}, bytes(6_000_000), "larger than"),
        ({"Content-Encoding": "gzip"}, gzip.compress(bytes(50_000_000)), "larger than"),
        ({"Content-Length": "1000"}, b"short", "cut off|no answer|took too long"),
        ({"X-Slow": "1"}, bytes(4_000_000), "took too long"),
    ],
    ids=["large", "bomb", "wrong length", "slow"],
)
def test_answers_that_are_refused(server: Server, headers: dict[str, str], data: bytes, says: str) -> None:
    server.answer = lambda path, asked: (200, headers, data)
    started = time.monotonic()
    with pytest.raises(InputError, match=says):
        fetch(server.url, private=True, seconds=2)
    assert time.monotonic() - started < 4


def test_compressed_answers_are_unpacked(server: Server) -> None:
    server.answer = lambda path, headers: (200, {"Content-Encoding": "gzip"}, gzip.compress(b"text"))
    assert fetch(server.url, private=True).data == b"text"


def test_the_command(server: Server, tmp_path: Path) -> None:
    server.answer = rss(item(1))
    args: list[str | Path] = [MAHDAR, "watch", f"{server.url}/feed", "--once"]
    refused = subprocess.run(args, capture_output=True, text=True)
    assert refused.returncode == 1 and "--allow-private" in refused.stderr
    done = subprocess.run([*args, "--allow-private", "-o", tmp_path / "a.jsonl"], capture_output=True, text=True)
    assert (done.returncode, ids(tmp_path / "a.jsonl")) == (0, ["g1"])
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.jsonl", "a.jsonl.state.json"]
    (tmp_path / "f.xml").write_text(feed(item(7)), encoding="utf-8")
    piped = subprocess.run([MAHDAR, "watch", (tmp_path / "f.xml").as_uri(), "--once"], capture_output=True, text=True)
    assert json.loads(piped.stdout)["id"] == "g7"
    for bad in (["--interval", "1"], ["-o", str(tmp_path / "f.xml")]):
        done = subprocess.run([*args, "--allow-private", *bad], capture_output=True, text=True)
        assert done.returncode == 2 and "Traceback" not in done.stderr


# -- TLS ------------------------------------------------------------------------------------------------------------

Certified = Callable[..., tuple[Server, Path]]


@pytest.fixture
def certified(socket_enabled: None, tmp_path: Path) -> Iterator[Certified]:
    """Starts a server with a certificate for a name, and gives the file of who signed it: an authority, or itself."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("no openssl on this machine to make certificates with")
    made: list[Server] = []

    def run(*args: str) -> None:
        subprocess.run([openssl, *args], cwd=tmp_path, check=True, capture_output=True)

    def start(name: str = "IP:127.0.0.1", own: bool = False) -> tuple[Server, Path]:
        new = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes")
        (tmp_path / "names").write_text(f"subjectAltName={name}\n")
        run("req", "-x509", *new, "-keyout", "ca.key", "-out", "ca.pem", "-days", "2", "-subj", "/CN=An authority")
        run("req", *new, "-keyout", "server.key", "-out", "server.csr", "-subj", "/CN=A server")
        signer = ("-signkey", "server.key") if own else ("-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial")
        run("x509", "-req", "-in", "server.csr", *signer, "-extfile", "names", "-days", "2", "-out", "server.pem")
        tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        tls.load_cert_chain(tmp_path / "server.pem", tmp_path / "server.key")
        made.append(Server(tls))
        made[-1].answer = rss(item(1))
        return made[-1], tmp_path / ("server.pem" if own else "ca.pem")

    yield start
    for server in made:
        server.server.shutdown()
        server.server.server_close()


def watched(server: Server, output: Path, trusted: Path | None) -> subprocess.CompletedProcess[str]:
    """The command once over a server's feed, with a file of authorities that are trusted."""
    env = {k: v for k, v in os.environ.items() if not k.startswith("SSL_CERT_")}
    env |= {"SSL_CERT_FILE": str(trusted)} if trusted else {}
    args = [str(MAHDAR), "watch", f"{server.url}/feed", "--once", "--allow-private", "-o", str(output)]
    return subprocess.run(args, capture_output=True, text=True, env=env)


def test_a_certificate_of_an_authority_that_is_named_is_trusted(certified: Certified, tmp_path: Path) -> None:
    server, authority = certified()
    done = watched(server, tmp_path / "a.jsonl", authority)
    assert (done.returncode, done.stderr) == (0, f"mahdar: {server.url}/feed: 1 new articles.\n")
    assert ids(tmp_path / "a.jsonl") == ["g1"]


@pytest.mark.parametrize(("own", "why"), [(True, "self-signed certificate"), (False, "unable to get local issuer")])
def test_a_certificate_that_nobody_known_signed_is_refused(
    certified: Certified, tmp_path: Path, own: bool, why: str
) -> None:
    server, signer = certified(own=own)
    done = watched(server, tmp_path / "a.jsonl", None)
    assert done.returncode == 1
    assert f"{server.url}/feed: the server's certificate is refused: " in done.stderr
    assert why in done.stderr.replace("self signed", "self-signed")  # as older OpenSSL spells it
    assert "SSL_CERT_FILE" in done.stderr and "Traceback" not in done.stderr
    assert server.asked == [] and not (tmp_path / "a.jsonl").exists()
    (tmp_path / "a.jsonl.state.json").unlink()  # else it is not asked again yet
    assert watched(server, tmp_path / "a.jsonl", signer).returncode == 0  # what the error advises


def test_a_certificate_for_another_name_is_refused_whoever_signed_it(certified: Certified, tmp_path: Path) -> None:
    server, authority = certified("DNS:other.example")
    done = watched(server, tmp_path / "a.jsonl", authority)
    assert done.returncode == 1
    assert f"{server.url}/feed: " in done.stderr and "other.example" in done.stderr
    assert "SSL_CERT_FILE" not in done.stderr and "Traceback" not in done.stderr
    assert server.asked == []
