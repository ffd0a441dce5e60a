"""TLS for the listener: the certificate checked before it is used, and one connection's encryption as pure state."""

import ssl
from pathlib import Path

from agent_desktop.errors import ListenerFailed

_READ_SIZE = 64 * 1024
_NOT_YET_VALID = 9  # X509_V_ERR_CERT_NOT_YET_VALID
_EXPIRED = 10  # X509_V_ERR_CERT_HAS_EXPIRED
_CHECK_FILES = "Check the certificate and key files in the settings."


class TlsLayer:
    """The server's side of TLS on one connection: bytes in, bytes out, no IO. Raises ssl.SSLError."""

    def __init__(self, context: ssl.SSLContext) -> None:
        self._incoming, self._outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        self._tls = context.wrap_bio(self._incoming, self._outgoing, server_side=True)
        self._is_open = False

    def receive(self, data: bytes) -> bytes:
        """What the sender said, in plain; b"" while the handshake or a record is not whole."""
        self._incoming.write(data)
        plain = bytearray()
        try:
            if not self._is_open:
                self._tls.do_handshake()
                self._is_open = True
            while chunk := self._tls.read(_READ_SIZE):
                plain += chunk
        except ssl.SSLWantReadError:
            pass
        return bytes(plain)

    def send(self, plain: bytes) -> None:
        """Encrypt; the result is in `outgoing`."""
        self._tls.write(plain)

    def end(self) -> None:
        """Say goodbye; the result is in `outgoing`."""
        try:
            self._tls.unwrap()
        except ssl.SSLError:
            pass  # The sender's own goodbye is not waited for.

    def outgoing(self) -> bytes:
        """What is to be sent as it is, removed from here; after a failure it holds the alert."""
        return self._outgoing.read()


def make_tls_context(certificate: str | Path, key: str | Path) -> ssl.SSLContext:
    """A server's context from PEM files. Raises ListenerFailed for files that are missing, wrong or out of date."""
    certificate, key = Path(certificate), Path(key or certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.options |= ssl.OP_NO_RENEGOTIATION
    _check_certificate(certificate)
    _check_key(key)
    try:
        # Without a password given, OpenSSL would ask for one on the terminal.
        context.load_cert_chain(certificate, key, password=lambda: "")
    except (ssl.SSLError, ValueError):
        raise ListenerFailed(
            "The TLS certificate and its key cannot be used together.",
            f"Check that {certificate.name} and {key.name} are PEM files that belong together, without a password.",
        ) from None
    _check_dates(context, certificate)
    return context


def _check_certificate(path: Path) -> None:
    try:
        path.open("rb").close()
    except FileNotFoundError:
        raise ListenerFailed(f"The TLS certificate {path.absolute()} does not exist.", _CHECK_FILES) from None
    except OSError:
        raise ListenerFailed(f"The TLS certificate {path.absolute()} cannot be read.", _CHECK_FILES) from None


def _check_key(path: Path) -> None:
    try:
        path.open("rb").close()
    except FileNotFoundError:
        raise ListenerFailed(f"The TLS key {path.absolute()} does not exist.", _CHECK_FILES) from None
    except OSError:
        raise ListenerFailed(f"The TLS key {path.absolute()} cannot be read.", _CHECK_FILES) from None


def _check_dates(context: ssl.SSLContext, certificate: Path) -> None:
    """Let OpenSSL judge them: a handshake with ourselves, in memory, that trusts this one certificate."""
    verifier = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    verifier.check_hostname = False
    verifier.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    server = TlsLayer(context)
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    try:
        verifier.load_verify_locations(certificate)
        client = verifier.wrap_bio(incoming, outgoing)
        for _ in range(2):
            try:
                client.do_handshake()
            except ssl.SSLWantReadError:
                server.receive(outgoing.read())
                incoming.write(server.outgoing())
    except ssl.SSLCertVerificationError as error:
        if error.verify_code in (_EXPIRED, _NOT_YET_VALID):
            if error.verify_code == _EXPIRED:
                title = f"The TLS certificate {certificate.name} has expired."
            else:
                title = f"The TLS certificate {certificate.name} is not valid yet."
            raise ListenerFailed(title, "Renew it; if its dates are right, set this computer's clock.") from None
    except ssl.SSLError:
        pass  # Other faults are for the sender to judge: it may trust what OpenSSL here does not.
