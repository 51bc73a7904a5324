"""The desk's own TLS, where no proxy has it."""

import ssl
import time
from pathlib import Path
from typing import Final

from mahdar.desk.logs import LOG
from mahdar.errors import InputError

_LOOK: Final = 10.0  # seconds between looks whether the files have changed

_Stamp = tuple[tuple[int, int], ...]


def context(certificate: str, key: str) -> ssl.SSLContext:
    """What speaks TLS 1.2 and 1.3 with a certificate, and with that which takes its place while the desk runs.

    Args:
        certificate: PEM file of the certificate, then of those that lead to its authority.
        key: PEM file of its key, without a password.

    Raises:
        InputError: a file that cannot be read, is none of these, or does not go with the other.
    """
    renewed = _Renewed(certificate, key)
    made = _loaded(certificate, key)
    made.sni_callback = renewed.answer  # called for every connection, also for one that names no host
    return made


def _loaded(certificate: str, key: str) -> ssl.SSLContext:
    made = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    for option, path in (("--tls-cert", certificate), ("--tls-key", key)):
        try:
            open(path, "rb").close()
        except OSError as error:
            raise InputError(f"cannot read {path}: {error.strerror}.", option, "Name a PEM file.") from error
    try:
        made.load_cert_chain(certificate, key, password=lambda: "")  # else it would ask on the terminal
    except ssl.SSLError as error:
        why = (error.reason or str(error)).lower().replace("_", " ")
        mend = "Name PEM files that go together, the key without a password."
        raise InputError(f"no certificate with its key ({why}).", f"{certificate}, {key}", mend) from error
    return made


class _Renewed:
    """Looks whether the files of a certificate have changed when somebody connects, and answers with what is there."""

    def __init__(self, certificate: str, key: str) -> None:
        self._files = certificate, key
        self._stamp = self._changed()
        self._looked = time.monotonic()
        self._now: ssl.SSLContext | None = None  # None: as at the start

    def answer(self, connection: ssl.SSLSocket | ssl.SSLObject, name: str | None, given: ssl.SSLContext) -> None:
        """Have a connection use the certificate as it is now."""
        if time.monotonic() - self._looked >= _LOOK:
            self._looked = time.monotonic()
            self._look()
        if self._now is not None:
            connection.context = self._now

    def _look(self) -> None:
        stamp = self._changed()
        if stamp == self._stamp:
            return
        self._stamp = stamp
        try:
            self._now = _loaded(*self._files)
        except InputError as error:  # half of it is written, perhaps: the other half changes the stamp again
            LOG.warning("the certificate stays as it was: %s", error)

    def _changed(self) -> _Stamp:
        try:
            return tuple((s.st_mtime_ns, s.st_ino) for s in (Path(f).stat() for f in self._files))
        except OSError:  # the next look tells
            return ()
