"""The webhooks that the benchmarks send, as the PBX would."""

from collections.abc import Iterator

SECRET = "bench-webhook-secret"
OWN = "101"
OTHERS = tuple(str(extension) for extension in range(200, 260))


def request(port: int, target: str) -> bytes:
    """One request as the PBX's curl words it."""
    return (
        f"GET /{SECRET}{target} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nUser-Agent: curl/7.64.0\r\nAccept: */*\r\n"
        "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
    ).encode()


def ringing(callid: str, extension: str = OWN, phone: str = "0938363739") -> str:
    """The target of an incoming call's first webhook."""
    return (
        f"/api/callcenter/call_in?phone={phone}&queue=999&extension={extension}"
        f"&callid={callid}&event=RINGING&did=19002028"
    )


def hangup(callid: str) -> str:
    """The target of a call's last webhook but for its record."""
    return f"/api/callcenter/hangup?callid={callid}"


def call_life(callid: str, extension: str, phone: str) -> Iterator[str]:
    """All that is told of one answered call: four targets. (No raw space in the date: a stock listener refuses it.)"""
    yield ringing(callid, extension, phone)
    yield ringing(callid, extension, phone).replace("RINGING", "ANSWER")
    yield hangup(callid)
    yield (
        f"/api/callcenter/calldata?callid={callid}&calldate=2024-03-01%2013:15:40&duration=95&billsec=84&status=ANSWER"
        f"&did=19002028&extension={extension}&phone={phone}&direction=Inbound&recordingfile=http://pbx/r/{callid}.wav"
    )


def calls_of_others(prefix: str) -> Iterator[str]:
    """One call after the other for other extensions, without end."""
    number = 0
    while True:
        number += 1
        yield from call_life(f"{prefix}.{number}", OTHERS[number % len(OTHERS)], f"09{number % 100_000_000:08d}")
