"""What a listener is told: where to listen and for whom, its limits, and who takes what arrives."""

import ssl
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from agent_desktop.pbx.webhook import Request

KIB = 1024


@dataclass(frozen=True, slots=True)
class ListenerOptions:
    """Port 0 is any free one. `allowed_senders` are addresses or networks (none: everyone); `public_hosts` are names
    that requests may be addressed to beside this computer's own. Sizes are bytes, times seconds. Where it is crowded,
    who came within `newcomer_grace_s` stays as long as an older connection can go.
    """

    host: str
    port: int
    allowed_senders: tuple[str, ...] = ()
    public_hosts: tuple[str, ...] = ()
    tls: ssl.SSLContext | None = None
    max_line: int = 16 * KIB
    max_head: int = 32 * KIB
    max_headers: int = 100
    max_body: int = 1024 * KIB
    max_connections: int = 200
    request_timeout_s: float = 10.0
    idle_timeout_s: float = 60.0
    newcomer_grace_s: float = 1.0


@dataclass(frozen=True, slots=True)
class Arrival:
    """When a request's last byte came: epoch seconds, and `time.perf_counter_ns`."""

    received_at: float
    received_ns: int


class Kept(Protocol):
    """Says when a request is kept: a future, or anything like it."""

    def done(self) -> bool:
        """True once it is known whether it is kept."""

    def exception(self) -> BaseException | None:
        """Why it is not kept. Raises CancelledError where that was given up."""

    def add_done_callback(self, told: Callable[[Any], object], /) -> None:
        """Call `told` with this once it is done."""


Receive = Callable[[Request, Arrival], Kept | None]
"""Takes a request. It is acknowledged when what comes back is done (at once for None), and refused where that fails."""
