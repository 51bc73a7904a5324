"""The desk's own TLS, where no proxy has it."""

import ssl

from mahdar.errors import InputError


def context(certificate: str, key: str) -> ssl.SSLContext:
    """What speaks TLS 1.2 and 1.3 with a certificate.

    Args:
        certificate: PEM file of the certificate, then of those that lead to its authority.
        key: PEM file of its key, without a password.

    Raises:
        InputError: a file that cannot be read, is none of these, or does not go with the other.
    """
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
