"""Whom the program's HTTP client trusts."""

import asyncio
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agent_desktop.pbx.http_client import HttpClient

x509 = pytest.importorskip("cryptography.x509")

from cryptography.hazmat.primitives import hashes, serialization  # noqa: E402
from cryptography.hazmat.primitives.asymmetric import ec  # noqa: E402


def write_certificates(folder: Path) -> None:
    """`authority.pem`, and `pbx.pem` that it signed: as short as they come, without key identifiers and usage."""
    authority, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    now, issuer = datetime.now(UTC), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "A company")])
    for name, owner, is_authority in (("authority", authority, True), ("pbx", key, False)):
        subject = issuer if is_authority else x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "localhost")])
        certificate = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(issuer)
            .public_key(owner.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(now - timedelta(1))
            .not_valid_after(now + timedelta(1))
            .add_extension(x509.BasicConstraints(ca=is_authority, path_length=None), critical=False)
            .add_extension(x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False)
            .sign(authority, hashes.SHA256())
        )
        secret = owner.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        pem = certificate.public_bytes(serialization.Encoding.PEM)
        (folder / f"{name}.pem").write_bytes(pem if is_authority else secret + pem)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
    writer.close()


def test_an_authority_need_not_keep_to_every_letter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether a company's authority is trusted must not depend on the Python that runs the program."""
    write_certificates(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(tmp_path / "pbx.pem")

    async def run() -> int:
        async with await asyncio.start_server(answer, "localhost", 0, ssl=tls) as server:
            client = HttpClient(10)
            try:
                port = server.sockets[0].getsockname()[1]
                return (await (await client.get()).get(f"https://localhost:{port}")).status_code
            finally:
                await client.close()

    assert asyncio.run(run()) == 204
