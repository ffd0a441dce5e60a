import asyncio
import os
import shutil
import socket
import ssl
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent_desktop.errors import ListenerFailed
from agent_desktop.pbx.listener import make_tls_context
from agent_desktop.pbx.listener_tls import TlsLayer
from tests.pbx.listener_caller import ACKNOWLEDGED, HANGUP, SECRET, open_door, request

x509 = pytest.importorskip("cryptography.x509")

from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import ec  # noqa: E402

DAY = timedelta(days=1)


def write_key(path: Path, password: bytes = b"") -> ec.EllipticCurvePrivateKey:
    key = ec.generate_private_key(ec.SECP256R1())
    encryption = serialization.BestAvailableEncryption(password) if password else serialization.NoEncryption()
    path.write_bytes(key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, encryption))
    return key


def write_certificate(
    path: Path,
    key: ec.EllipticCurvePrivateKey,
    since: timedelta,
    until: timedelta,
    issuer_key: ec.EllipticCurvePrivateKey | None = None,
) -> None:
    now, name = datetime.now(UTC), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
    authority = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "An authority")])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(authority if issuer_key else name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now + since)
        .not_valid_after(now + until)
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(issuer_key or key, hashes.SHA256())
    )
    path.write_bytes(certificate.public_bytes(serialization.Encoding.PEM))


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    certificate, key = tmp_path / "desk.pem", tmp_path / "desk.key"
    write_certificate(certificate, write_key(key), -DAY, DAY)
    return certificate, key


def trust(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(cafile=certificate)
    context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
    return context


def failure(certificate: Path, key: Path) -> str:
    with pytest.raises(ListenerFailed) as failed:
        make_tls_context(certificate, key)
    assert failed.value.advice
    return failed.value.title


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2, ssl.TLSVersion.TLSv1_3])
def test_webhooks_over_tls(files: tuple[Path, Path], version: ssl.TLSVersion) -> None:
    async def run() -> None:
        trusting = trust(files[0])
        trusting.minimum_version = trusting.maximum_version = version
        async with open_door(tls=make_tls_context(*files), trusting=trusting) as door:
            assert door.listener.base_url == f"https://127.0.0.1:{door.listener.port}/{SECRET}"
            caller = await door.connect()
            for number in range(3):
                body = b"a" * 300_000 * number
                await caller.send(request(f"/a b?{number}", f"Content-Length: {len(body)}", method="POST", body=body))
                response = await caller.response()
                assert response is not None
                assert response.body == ACKNOWLEDGED
            await caller.send(request(HANGUP, "Connection: close"))
            assert await caller.response() is not None
            assert await caller.end() == b""
            assert door.targets == ["/a%20b?0", "/a%20b?1", "/a%20b?2", HANGUP]
            refused = await door.ask(request(secret="wrong"))
            assert refused is not None
            assert refused.status == 404

    asyncio.run(run())


def test_certificate_and_key_in_one_file(files: tuple[Path, Path]) -> None:
    both = files[0].with_name("both.pem")
    both.write_bytes(files[0].read_bytes() + files[1].read_bytes())
    assert make_tls_context(str(both), "").get_ca_certs() == []


def test_no_tls_on_a_tls_port_costs_one_connection(files: tuple[Path, Path]) -> None:
    async def run() -> None:
        async with open_door(tls=make_tls_context(*files), request_timeout_s=0.1) as door:
            for data in (request(), b"\x00" * 1000):
                caller = await door.connect()
                await caller.send(data)
                await caller.end()
            assert door.listener.refused == {"tls": 2}
            silent = await door.connect()
            await silent.send(b"\x16\x03\x01")
            assert await silent.end() == b""
            assert door.requests == []

    asyncio.run(run())


def test_a_sender_that_does_not_trust_us_goes_in_peace(files: tuple[Path, Path]) -> None:
    async def run() -> None:
        async with open_door(tls=make_tls_context(*files), trusting=ssl.create_default_context()) as door:
            with pytest.raises(ssl.SSLCertVerificationError):
                await door.connect()

    asyncio.run(run())


def test_the_end_is_said_and_not_only_done(files: tuple[Path, Path]) -> None:
    """Without it a sender cannot tell the end from a line that was cut."""
    server = TlsLayer(make_tls_context(*files))
    incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = trust(files[0]).wrap_bio(incoming, outgoing, server_hostname="localhost")
    for step in (client.do_handshake, client.do_handshake, client.read):
        try:
            step()
        except ssl.SSLWantReadError:
            server.receive(outgoing.read())
            incoming.write(server.outgoing())
    server.send(b"last words")
    server.end()
    incoming.write(server.outgoing())
    assert client.read() == b"last words"
    assert client.read() == b""


def test_a_strict_sender_sees_no_cut(files: tuple[Path, Path]) -> None:
    def ask(port: int) -> bytes:
        with (
            socket.create_connection(("127.0.0.1", port)) as plain,
            trust(files[0]).wrap_socket(plain, server_hostname="localhost", suppress_ragged_eofs=False) as line,
        ):
            line.sendall(request(HANGUP, "Connection: close"))
            return b"".join(iter(line.recv, b""))

    async def run() -> None:
        async with open_door(tls=make_tls_context(*files)) as door:
            assert (await asyncio.to_thread(ask, door.listener.port)).endswith(ACKNOWLEDGED)

    asyncio.run(run())


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not here")
def test_the_real_curl_over_tls(files: tuple[Path, Path]) -> None:
    async def run() -> None:
        async with open_door(tls=make_tls_context(*files)) as door:
            command = ["curl", "--silent", "--show-error", "--noproxy", "*", "--insecure", "--data-binary", "@-"]
            url = f"{door.listener.base_url}/api/callcenter/hangup"
            finished = await asyncio.to_thread(
                subprocess.run, [*command, url], capture_output=True, input=b"callid=17.1"
            )
            assert (finished.stdout, finished.stderr) == (ACKNOWLEDGED, b"")

    asyncio.run(run())


@pytest.mark.parametrize(
    ("since", "until", "state"), [(-2 * DAY, -DAY, "has expired"), (DAY, 2 * DAY, "is not valid yet")]
)
@pytest.mark.parametrize("is_issued", [False, True], ids=["self-signed", "issued"])
def test_a_certificate_out_of_its_time_is_told(
    tmp_path: Path, since: timedelta, until: timedelta, state: str, is_issued: bool
) -> None:
    certificate, key = tmp_path / "desk.pem", tmp_path / "desk.key"
    issuer_key = ec.generate_private_key(ec.SECP256R1()) if is_issued else None
    write_certificate(certificate, write_key(key), since, until, issuer_key)
    assert failure(certificate, key) == f"The TLS certificate desk.pem {state}."


def test_files_that_are_missing_or_wrong_are_told(files: tuple[Path, Path], tmp_path: Path) -> None:
    certificate, key = files
    missing, text, other, locked = (tmp_path / name for name in ("none.pem", "text.pem", "other.key", "locked.key"))
    text.write_text("hello")
    write_key(other)
    write_key(locked, b"sesame")
    assert failure(missing, key) == f"The TLS certificate {missing} does not exist."
    assert failure(certificate, missing) == f"The TLS key {missing} does not exist."
    assert failure(certificate, tmp_path) == f"The TLS key {tmp_path} cannot be read."
    assert failure(tmp_path, key) == f"The TLS certificate {tmp_path} cannot be read."
    cannot = "The TLS certificate and its key cannot be used together."
    assert [failure(certificate, wrong) for wrong in (text, other, locked, certificate)] == [cannot] * 4
    assert failure(text, key) == cannot


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="this user may read everything")
def test_a_file_that_may_not_be_read_is_told(files: tuple[Path, Path]) -> None:
    files[1].chmod(0)
    assert failure(*files) == f"The TLS key {files[1]} cannot be read."
