"""The client over real sockets: against the simulated PBX, and against what is none."""

import asyncio
import logging
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import httpx
import pytest

from agent_desktop.errors import AnswerNotUnderstood, PbxRefused, PbxUnreachable
from agent_desktop.pbx.answers import DialAnswer, DialOutcome
from agent_desktop.pbx.client import PbxClient, PbxOptions
from agent_desktop.simulator.faults import SHAPES, parse_faults
from agent_desktop.simulator.simulator import Simulator, SimulatorOptions
from agent_desktop.telephony.agent import SpyMode

HANOI = timezone(timedelta(hours=7))
KEY = "top+s3cret/key"
NOON = datetime(2024, 3, 1, 12, tzinfo=HANOI)
CONFIRMED = DialAnswer(DialOutcome.CONFIRMED)


class Key:
    def reveal(self) -> str:
        return KEY


def client_of(url: str, domain: str = "a b", timeout_s: float = 5.0) -> PbxClient:
    options = PbxOptions(url, domain, HANOI, timeout_s=timeout_s)
    return PbxClient(options, Key(), sleep=lambda _: asyncio.sleep(0), jitter=lambda: 0.0)


@asynccontextmanager
async def pbx_and_client(
    *faults: str, key: str = KEY, domain: str = "a b", timeout_s: float = 5.0
) -> AsyncIterator[tuple[Simulator, PbxClient]]:
    options = SimulatorOptions(key=key, domain=domain, speed=1000, faults=parse_faults(faults), zone=HANOI)
    async with Simulator(options, now=NOON.timestamp) as pbx:
        client = client_of(pbx.url, timeout_s=timeout_s)
        try:
            yield pbx, client
        finally:
            await client.close()


def run(story: Callable[[Simulator, PbxClient], Coroutine[Any, Any, None]], *faults: str, **options: Any) -> None:
    async def whole() -> None:
        async with pbx_and_client(*faults, **options) as (pbx, client):
            await story(pbx, client)

    asyncio.run(whole())


def test_status_and_members() -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        await pbx.set_phones(["102"], "talk")
        assert await client.statuses(["101", "102", "108", "555"]) == {"101": "on", "102": "talk", "108": "off"}
        members = await client.members()
        assert {member.queue for member in members} == {"999", "998"}
        assert {member.extension for member in members if member.queue == "999"} == {
            "101",
            "102",
            "103",
            "104",
            "105",
            "106",
        }
        assert client.last_server_date.endswith(" GMT")

    run(story)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("fault", ["slow=0", "php-warning"])
def test_every_shape_says_the_same(shape: str, fault: str) -> None:
    async def story(_: Simulator, client: PbxClient) -> None:
        assert await client.statuses(["101", "108"]) == {"101": "on", "108": "off"}
        told = {(member.queue, member.extension, member.status) for member in await client.members()}
        assert {("999", "101", "on"), ("998", "101", "on"), ("998", "108", "off")} <= told
        assert len(told) == 11

    run(story, f"shape={shape}", fault)


def test_a_pause_and_its_end() -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        for paused, status in ((True, "pause"), (False, "on")):
            await client.pause("101", paused)
            await pbx.settled()
            assert await client.statuses(["101"]) == {"101": status}
        with pytest.raises(PbxRefused, match="in no queue"):
            await client.pause("555", True)

    run(story)


def test_a_pause_that_never_happens() -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        await client.pause("101", True)
        await pbx.settled()
        assert await client.statuses(["101"]) == {"101": "on"}

    run(story, "silent-pause")


def test_a_dial_becomes_a_record(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)

    async def story(pbx: Simulator, client: PbxClient) -> None:
        pbx.dial_outcome = "busy"
        assert await client.dial("101", "0938363739") == CONFIRMED
        await pbx.settled()
        (record,) = await client.records(NOON.date(), NOON.date())
        assert (record.direction, record.extension, record.number) == ("outbound", "101", "0938363739")
        assert (record.status, record.talk_s, record.started) == ("BUSY", 0, NOON.timestamp())
        assert pbx.requests[0].fields == {"from_number": "101", "to_number": "0938363739", "domain": "a b"}

    run(story)
    assert "s3cret" not in caplog.text


def test_records_of_a_day_of_a_call_and_their_sound() -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        first = await pbx.inbound(answered_by="102", talk_s=20)
        await pbx.inbound()
        today = NOON.date()
        assert {(record.status, record.queue) for record in await client.records(today, today)} == {
            ("ANSWER", "999"),
            ("ABANDON", "999"),
        }
        assert await client.records(today - timedelta(9), today - timedelta(1)) == ()
        (record,) = await client.records(today, today, first.callid)
        assert (record.callid, record.extension, record.talk_s) == (first.callid, "102", 20)
        async with httpx.AsyncClient() as browser:
            assert (await browser.get(record.recording_url)).content.startswith(b"RIFF")

    run(story)


def test_spying() -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        with pytest.raises(PbxRefused, match="not in a call"):
            await client.spy("101", "102", SpyMode.LISTEN)
        await pbx.set_phones(["102"], "talk")
        await client.spy("101", "102", SpyMode.WHISPER, "outbound")
        assert pbx.requests[-1].fields == {"src": "101", "dst": "102", "mode": "caller"}
        await pbx.set_phones(["102"], "idle")
        await pbx.settled()

    run(story)


def test_dials_that_are_refused_or_doubtful() -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        with pytest.raises(PbxRefused, match="Extension 555 is not registered"):
            await client.dial("555", "113")
        pbx.faults = parse_faults(["unconfirmed-dial"])
        assert await client.dial("101", "113") == DialAnswer(DialOutcome.SENT, "Queued")
        pbx.faults = parse_faults(["refuse-dial"])
        with pytest.raises(PbxRefused):
            await client.dial("101", "113")
        assert [call.status for call in pbx.requests] == [200, 200, 200]

    run(story)


async def every_action(client: PbxClient) -> AsyncIterator[Awaitable[Any]]:
    yield client.statuses(["101"])
    yield client.members()
    yield client.records(NOON.date(), NOON.date())
    yield client.dial("101", "113")
    yield client.pause("101", True)
    yield client.spy("101", "102", SpyMode.LISTEN)


@pytest.mark.parametrize(
    ("fault", "error", "requests"),
    [
        ("bad-gateway", PbxUnreachable, 12),
        ("reset", PbxUnreachable, 12),
        ("echo-key", PbxRefused, 6),
    ],
)
def test_a_bad_day(fault: str, error: type[Exception], requests: int) -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        async for action in every_action(client):
            with pytest.raises(error) as caught:
                await action
            assert "s3cret" not in str(caught.value)
        assert len(pbx.requests) == requests

    run(story, fault)


def test_a_slow_pbx() -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        with pytest.raises(PbxUnreachable, match="in time"):
            await client.members()
        with pytest.raises(PbxUnreachable, match="in time"):
            await client.pause("101", True)
        pbx.faults = replace(pbx.faults, slow_s=0.3)
        assert await client.dial("101", "113") == CONFIRMED

    run(story, "slow", "slow-s=60", timeout_s=0.1)


def test_nothing_to_tell_is_nothing() -> None:
    async def story(_: Simulator, client: PbxClient) -> None:
        assert await client.records(NOON.date(), NOON.date()) == ()
        assert await client.statuses(["555"]) == {}

    run(story, "empty-404")
    run(story)


def test_a_wrong_key() -> None:
    async def story(_: Simulator, client: PbxClient) -> None:
        async for action in every_action(client):
            with pytest.raises(PbxRefused, match="Invalid API Key"):
                await action

    run(story, key="another")


def test_a_wrong_domain() -> None:
    async def story(_: Simulator, client: PbxClient) -> None:
        with pytest.raises(PbxRefused, match="Invalid domain"):
            await client.dial("101", "113")

    run(story, domain="b")


async def ask_a_server(handle: Callable[[asyncio.StreamWriter], None], tls: ssl.SSLContext | None = None) -> None:
    """Ask something that is no PBX for the members."""

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        handle(writer)
        await reader.read(100)
        writer.close()

    server = await asyncio.start_server(connected, "localhost", 0, ssl=tls)
    port = server.sockets[0].getsockname()[1]
    client = client_of(f"{'https' if tls else 'http'}://localhost:{port}")
    try:
        await client.members()
    finally:
        await client.close()
        server.close()


def test_a_server_that_speaks_something_else() -> None:
    with pytest.raises(AnswerNotUnderstood, match="does not speak HTTP"):
        asyncio.run(ask_a_server(lambda writer: writer.write(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")))


def test_a_server_that_hangs_up() -> None:
    with pytest.raises(PbxUnreachable, match="cut"):
        asyncio.run(ask_a_server(lambda writer: writer.write_eof()))


def test_an_answer_that_ends_too_soon() -> None:
    with pytest.raises(PbxUnreachable, match="cut"):
        asyncio.run(ask_a_server(lambda writer: writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n[")))


def test_a_body_that_is_not_what_its_header_says() -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 2\r\n\r\n[]"
    with pytest.raises(AnswerNotUnderstood):
        asyncio.run(ask_a_server(lambda writer: writer.write(head)))


def test_a_redirect_is_not_followed() -> None:
    head = b"HTTP/1.1 301 Moved\r\nLocation: http://localhost:1/\r\nContent-Length: 0\r\n\r\n"
    with pytest.raises(AnswerNotUnderstood, match="another address"):
        asyncio.run(ask_a_server(lambda writer: writer.write(head)))


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("http://127.0.0.1:1", "Nothing answers"),
        ("http://[::1]:1", "Nothing answers|no way"),
        ("http://pbx.invalid", "name cannot be found"),
    ],
)
def test_nobody_there(url: str, words: str) -> None:
    async def whole() -> None:
        client = client_of(url)
        with pytest.raises(PbxUnreachable, match=words):
            await client.members()
        await client.close()

    asyncio.run(whole())


def test_this_computer_is_reached_past_any_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")

    async def story(_: Simulator, client: PbxClient) -> None:
        assert await client.statuses(["101"]) == {"101": "on"}

    run(story)


def certificate(folder: Path, name: str, until: timedelta) -> Path:
    x509 = pytest.importorskip("cryptography.x509")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    now, subject = datetime.now(UTC), x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    built = x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
    built = built.serial_number(1).not_valid_before(now - timedelta(9)).not_valid_after(now + until)
    built = built.add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
    built = built.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    usage = {"digital_signature": True, "key_cert_sign": True} | dict.fromkeys(
        (
            "content_commitment",
            "key_encipherment",
            "data_encipherment",
            "key_agreement",
            "crl_sign",
            "encipher_only",
            "decipher_only",
        ),
        False,
    )
    built = built.add_extension(x509.KeyUsage(**usage), critical=True)
    built = built.add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
    pem = built.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM)
    secret = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    path = folder / "pbx.pem"
    path.write_bytes(secret + pem)
    return path


@pytest.mark.parametrize(
    ("name", "until", "trusted", "words"),
    [
        ("localhost", timedelta(9), False, "not trusted"),
        ("localhost", timedelta(-1), True, "expired"),
        ("pbx.example.com", timedelta(9), True, "another address"),
    ],
)
def test_certificates(
    name: str, until: timedelta, trusted: bool, words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = certificate(tmp_path, name, until)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(path))
    with pytest.raises(PbxUnreachable, match=words):
        asyncio.run(ask_a_server(lambda _: None, context))


def test_a_company_s_own_authority_is_trusted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = certificate(tmp_path, "localhost", timedelta(9))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))
    asyncio.run(ask_a_server(lambda writer: writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n[]"), context))


def test_plain_http_behind_https() -> None:
    async def story(pbx: Simulator, _: PbxClient) -> None:
        client = client_of(pbx.url.replace("http:", "https:"))
        with pytest.raises(PbxUnreachable, match="secure connection"):
            await client.members()
        await client.close()

    run(story)
