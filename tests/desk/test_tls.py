"""A desk that speaks https by itself, with a certificate made here."""

import http.client
import logging
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from email.message import Message
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlencode

import pytest

from mahdar.desk.people import People
from mahdar.desk.store import connect
from mahdar.desk.tls import context
from mahdar.views.cli import main

pytestmark = pytest.mark.enable_socket

PASSWORD = "five quiet words here"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `cert.pem` for desk.example and 127.0.0.1, its `key.pem`, and with a password `locked.pem`."""
    if not (openssl := shutil.which("openssl")):
        pytest.skip("no openssl on this machine to make certificates with")
    folder = tmp_path_factory.mktemp("tls")
    new = (
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-days",
        "2",
        "-subj",
        "/CN=desk",
    )
    names = ("-addext", "subjectAltName=DNS:desk.example,IP:127.0.0.1")
    for command in (
        [*new, *names, "-nodes", "-keyout", "key.pem", "-out", "cert.pem"],
        [*new, "-nodes", "-keyout", "other.pem", "-out", "unused.pem"],
        ["ec", "-in", "key.pem", "-aes256", "-passout", "pass:secret", "-out", "locked.pem"],
    ):
        subprocess.run([openssl, *command], cwd=folder, check=True, capture_output=True)
    return folder


@pytest.fixture
def port(archive: Path, certificate: Path, tmp_path: Path) -> Iterator[int]:
    """The port of a team's desk with TLS."""
    database = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    People(connect(database)).add("anna", PASSWORD)
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        port = int(s.getsockname()[1])
    command = [
        str(Path(sys.executable).parent / "mahdar"), "serve", "--archive", str(archive), "--database", database,
        "--name", "desk.example", "--port", str(port), "--tls-cert", str(certificate / "cert.pem"),
        "--tls-key", str(certificate / "key.pem"), "--coders", "1",
    ]  # fmt: skip
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    assert process.stderr is not None
    assert process.stderr.readline().decode() == f"mahdar: https://127.0.0.1:{port}/\n"
    for _ in range(100):
        with socket.socket() as s:
            if s.connect_ex(("127.0.0.1", port)) == 0:
                break
        time.sleep(0.1)
    yield port
    process.terminate()
    told = process.communicate(timeout=20)[1].decode()
    assert "readable" not in told and "Traceback" not in told


class Answer(NamedTuple):
    status: int
    headers: Message
    text: str


def asked(port: int, trusted: ssl.SSLContext, method: str, path: str, body: str = "", **headers: str) -> Answer:
    connection = http.client.HTTPSConnection("127.0.0.1", port, context=trusted, timeout=20)
    told = {"Host": "desk.example", "Content-Type": "application/x-www-form-urlencoded"} | headers
    with closing(connection):
        connection.request(method, path, body or None, told)
        got = connection.getresponse()
        return Answer(got.status, got.headers, got.read().decode())


def test_a_desk_with_a_certificate_of_its_own(port: int, certificate: Path) -> None:
    trusted = ssl.create_default_context(cafile=str(certificate / "cert.pem"))
    page = asked(port, trusted, "GET", "/login?ui=ar")
    assert page.status == 200
    assert page.headers["strict-transport-security"]
    cookies = page.headers.get_all("set-cookie") or []
    assert len(cookies) == 2 and all("Secure" in c and "HttpOnly" in c for c in cookies)
    token = page.text.partition('name="token" value="')[2][:64]
    form = urlencode({"name": "anna", "password": PASSWORD, "token": token})
    seats = "; ".join(c.partition(";")[0] for c in cookies)
    signed = asked(port, trusted, "POST", "/login", form, Cookie=seats, Origin="https://desk.example")
    assert signed.status == 303
    session = signed.headers["set-cookie"]
    assert "Secure" in session
    assert asked(port, trusted, "GET", "/", Cookie=session.partition(";")[0]).status == 200
    # who is not a proxy cannot say who asks, nor how
    spoofed = asked(port, trusted, "GET", "/login", **{"X-Forwarded-Proto": "http"})
    assert "Secure" in spoofed.headers["set-cookie"]


def test_who_does_not_trust_it_or_speaks_otherwise(port: int, certificate: Path) -> None:
    with pytest.raises(ssl.SSLCertVerificationError):
        asked(port, ssl.create_default_context(), "GET", "/login")
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain:
        plain.sendall(b"GET / HTTP/1.1\r\nHost: desk.example\r\n\r\n")
        assert b"200" not in plain.recv(1000)
    assert asked(port, ssl.create_default_context(cafile=str(certificate / "cert.pem")), "GET", "/health").status == 200
    made = context(str(certificate / "cert.pem"), str(certificate / "key.pem"))
    assert made.minimum_version == ssl.TLSVersion.TLSv1_2


def shown(made: ssl.SSLContext) -> bytes:
    """The certificate that somebody who connects is shown."""
    trusting = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    to_desk, to_client = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = trusting.wrap_bio(to_client, to_desk)
    desk = made.wrap_bio(to_desk, to_client, server_side=True)
    for side in (client, desk, client, desk):
        with suppress(ssl.SSLWantReadError):
            side.do_handshake()
    return client.getpeercert(binary_form=True) or b""


def test_a_renewed_certificate_is_taken(
    certificate: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("mahdar.desk.tls._LOOK", 0.0)
    monkeypatch.setattr(logging.getLogger("mahdar.desk"), "propagate", True)
    old, new = (ssl.PEM_cert_to_DER_cert((certificate / n).read_text()) for n in ("cert.pem", "unused.pem"))
    cert, key = (str(shutil.copy(certificate / n, tmp_path)) for n in ("cert.pem", "key.pem"))
    made = context(cert, key)
    assert shown(made) == shown(made) == old
    shutil.copy(certificate / "unused.pem", cert)  # half of it: the old one stays, which is told once
    assert shown(made) == shown(made) == old
    told = {id(r) for r in caplog.records if "the certificate stays as it was" in r.message}  # two handlers, one record
    assert len(told) == 1
    shutil.copy(certificate / "other.pem", key)
    assert shown(made) == shown(made) == new
    for path in (cert, key):
        Path(path).unlink()
    assert shown(made) == new


@pytest.mark.parametrize(
    ("cert", "key", "told"),
    [
        ("cert.pem", None, "a certificate needs its key."), ("cert.pem", "nowhere.pem", "cannot read "),
        ("nowhere.pem", "key.pem", "--tls-cert: cannot read "), ("cert.pem", "other.pem", "(key values mismatch)"),
        ("cert.pem", "locked.pem", "the key without a password"), ("key.pem", "key.pem", "no certificate with its key"),
    ],
)  # fmt: skip
def test_files_that_do_not_do(
    archive: Path, certificate: Path, capsys: pytest.CaptureFixture[str], cert: str, key: str | None, told: str
) -> None:
    command = ["serve", "--archive", str(archive), "--tls-cert", str(certificate / cert)]
    assert main([*command, *(["--tls-key", str(certificate / key)] if key else [])]) == 2
    assert told in capsys.readouterr().err


def test_a_desk_that_others_reach_without_tls_says_so(
    archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Unserved:
        def run(self) -> None:
            """Ends at once."""

    monkeypatch.setattr("mahdar.desk.serve.server", lambda *told, **more: Unserved())
    monkeypatch.setattr("mahdar.desk.coders.Coders.start", lambda self: None)
    monkeypatch.setattr("mahdar.desk.making.Maker.start", lambda self: None)
    command = ["serve", "--archive", str(archive), "--database", f"sqlite:///{tmp_path / 'desk.sqlite'}"]
    for more, warned in (
        (["--host", "0.0.0.0"], True),
        (["--host", "0.0.0.0", "--name", "x"], True),
        (["--name", "x"], False),
        ([], False),
    ):
        assert main([*command, *more]) == 0
        assert ("passwords travel readable" in capsys.readouterr().err) == warned, more
