"""The webhooks that the benchmarks send, as the PBX would."""

import time
from collections.abc import Iterator, Sequence

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


def status(extension: str, word: str) -> str:
    """The target of an extension's change of status."""
    return f"/api/Agent/ChangeStatus?extension={extension}&status={word}"


def hangup(callid: str) -> str:
    """The target of a call's last webhook but for its record."""
    return f"/api/callcenter/hangup?callid={callid}"


def call_life(callid: str, extensions: Sequence[str], phone: str) -> Iterator[str]:
    """All that is told of one call that rings several extensions and is answered by the first, the end told twice.

    The date has no raw space: a stock listener refuses it.
    """
    agent = extensions[0]
    begun = time.strftime("%Y-%m-%d%%20%H:%M:%S")
    for extension in extensions:
        yield ringing(callid, extension, phone)
        yield status(extension, "ring")
    yield ringing(callid, agent, phone).replace("RINGING", "ANSWER")
    yield status(agent, "talk")
    for extension in extensions[1:]:
        yield status(extension, "on")
    yield hangup(callid)
    yield hangup(callid)
    yield status(agent, "on")
    yield (
        f"/api/callcenter/calldata?callid={callid}&calldate={begun}&duration=95&billsec=84&status=ANSWER"
        f"&did=19002028&extension={agent}&phone={phone}&direction=Inbound&recordingfile=http://pbx/r/{callid}.wav"
    )


def calls_of_others(prefix: str) -> Iterator[str]:
    """One call after the other to a ring-all queue of three, none of them this desk, without end."""
    number = 0
    while True:
        number += 1
        agents = [OTHERS[(3 * number + agent) % len(OTHERS)] for agent in range(3)]
        yield from call_life(f"{prefix}.{number}", agents, f"09{number % 100_000_000:08d}")
