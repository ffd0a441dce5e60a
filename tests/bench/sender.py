"""Sends webhooks from a process of its own, many at once, and counts the acknowledgements.

`python -m tests.bench.sender full PREFIX PORT SECONDS AT_ONCE [keep]` sends as fast as they are acknowledged and prints
how many were in a second. `... sender paced PREFIX RATE PORT...` sends RATE a second to each port until it is ended.
`... sender own PREFIX PORT CALLS AT_ONCE` sends all that is told of so many calls for this desk, each in its order.
"""

import json
import selectors
import socket
import sys
import time
from collections.abc import Iterator

from tests.bench.webhooks import OWN, call_life, calls_of_others, request

ACKNOWLEDGED = b"HTTP/1.1 200"
END = b"}"
PATIENCE_S = 20.0


def send(port: int, target: str) -> None:
    """Send one webhook and wait for its acknowledgement."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S) as connection:
        connection.sendall(request(port, target))
        _expect_acknowledged(connection.recv(4096))


def _expect_acknowledged(answer: bytes) -> None:
    if not answer.startswith(ACKNOWLEDGED) or not answer.endswith(END):
        raise SystemExit(f"not acknowledged: {answer[:80]!r}")


class Sender:
    """Requests under way. `keep` sends the next request on the same connection; the PBX itself never does."""

    def __init__(self, targets: Iterator[str], *, keep: bool = False) -> None:
        self._targets = targets
        self._keep = keep
        self._selector = selectors.DefaultSelector()
        self.under_way = 0

    def send(self, port: int, connection: socket.socket | None = None) -> None:
        """Send the next webhook, on a new connection unless one is given."""
        if connection is None:
            connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._selector.register(connection, selectors.EVENT_READ, port)
        connection.sendall(request(port, next(self._targets)))
        self.under_way += 1

    def collect(self, timeout: float) -> list[tuple[int, socket.socket | None]]:
        """The port and the connection (where kept) of each acknowledgement that came; waits at most `timeout`."""
        answered: list[tuple[int, socket.socket | None]] = []
        for key, _ in self._selector.select(timeout):
            connection = key.fileobj
            assert isinstance(connection, socket.socket)
            _expect_acknowledged(connection.recv(4096))
            self.under_way -= 1
            if not self._keep:
                self._selector.unregister(connection)
                connection.close()
            answered.append((key.data, connection if self._keep else None))
        return answered


def send_in_full(prefix: str, port: int, seconds: float, at_once: int, *, keep: bool) -> dict[str, float]:
    """Keep `at_once` requests under way; how many were acknowledged, and how many in a second."""
    sender = Sender(calls_of_others(prefix), keep=keep)
    begun = time.perf_counter()
    end = begun + seconds
    acknowledged = 0
    for _ in range(at_once):
        sender.send(port)
    while time.perf_counter() < end:
        for _, connection in sender.collect(PATIENCE_S):
            acknowledged += 1
            sender.send(port, connection)
    in_time, took = acknowledged, time.perf_counter() - begun
    while sender.under_way:
        acknowledged += len(sender.collect(PATIENCE_S))
    return {"acknowledged": acknowledged, "per_second": in_time / took}


def send_own(prefix: str, port: int, calls: int, at_once: int) -> None:
    """Calls for this desk from their ringing to their record, `at_once` of them side by side."""
    waiting = iter([call_life(f"{prefix}.{number}", [OWN], f"09{number:08d}") for number in range(calls)])
    selector = selectors.DefaultSelector()

    def go_on(lane: Iterator[str]) -> None:
        target = next(lane, None)
        while target is None:
            following = next(waiting, None)
            if following is None:
                return
            lane, target = following, next(following, None)
        connection = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE_S)
        connection.sendall(request(port, target))
        selector.register(connection, selectors.EVENT_READ, lane)

    for _ in range(at_once):
        go_on(iter(()))
    while selector.get_map():
        for key, _ in selector.select(PATIENCE_S):
            connection = key.fileobj
            assert isinstance(connection, socket.socket)
            _expect_acknowledged(connection.recv(4096))
            selector.unregister(connection)
            connection.close()
            go_on(key.data)


def send_paced(prefix: str, rate: float, ports: list[int]) -> None:
    """Send `rate` a second to each port, whatever the answers do."""
    senders = [(Sender(calls_of_others(f"{prefix}.{port}")), port) for port in ports]
    due = time.perf_counter()
    while True:
        for sender, port in senders:
            sender.send(port)
        due += 1 / rate
        while (left := due - time.perf_counter()) > 0:
            for sender, _ in senders:
                sender.collect(left / len(senders))


if __name__ == "__main__":
    how, prefix, *rest = sys.argv[1:]
    if how == "full":
        sent = send_in_full(prefix, int(rest[0]), float(rest[1]), int(rest[2]), keep=rest[3:] == ["keep"])
        print(json.dumps(sent))
    elif how == "own":
        send_own(prefix, int(rest[0]), int(rest[1]), int(rest[2]))
    else:
        send_paced(prefix, float(rest[0]), [int(port) for port in rest[1:]])
