"""The door for the PBX's webhooks: an HTTP server that takes what the PBX sends, and acknowledges what is on disk.

A stranger learns nothing from it: a wrong secret, a browser's request and a foreign Host are all answered 404.
"""

import asyncio
import errno
import logging
import socket
import time
from collections import Counter

from agent_desktop.errors import ListenerFailed
from agent_desktop.listening import stop_listening
from agent_desktop.pbx.listener_connection import NS, Connection, Site
from agent_desktop.pbx.listener_gate import ANYWHERE, Gate
from agent_desktop.pbx.listener_options import Arrival, ListenerOptions, Receive
from agent_desktop.pbx.listener_tls import make_tls_context

__all__ = ["Arrival", "Listener", "ListenerOptions", "Receive", "make_tls_context"]

_log = logging.getLogger(__name__)

BACKLOG = 1024
SWEEP_S = 0.5
CLOSE_GRACE_S = 2.0
WARN_AGAIN_S = 60.0

_TAKEN = frozenset({errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)})
_NOT_HERE = frozenset({errno.EADDRNOTAVAIL, getattr(errno, "WSAEADDRNOTAVAIL", errno.EADDRNOTAVAIL)})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, getattr(errno, "WSAEACCES", errno.EACCES)})


class Listener:
    """Calls `receive` for each request below the secret. Raises ListenerFailed for senders that are no addresses.

    `refused` counts what was turned away, by reason.
    """

    def __init__(self, options: ListenerOptions, secret: str, receive: Receive) -> None:
        self.refused: Counter[str] = Counter()
        self._options = options
        self._secret = secret
        gate = Gate(secret, options, socket.gethostname())
        self._site = Site(options, gate, receive, self._refused, self._opened, self._closed)
        self._connections: dict[Connection, None] = {}
        self._server: asyncio.Server | None = None
        self._sweeper: asyncio.TimerHandle | None = None
        self._all_gone: asyncio.Future[None] | None = None
        self._sweep_s = min(SWEEP_S, options.request_timeout_s / 2)
        self._warned_at = -WARN_AGAIN_S

    async def start(self) -> None:
        """Listen. Raises ListenerFailed with plain advice where that cannot be."""
        host = self._host
        try:
            self._server = await asyncio.get_running_loop().create_server(
                lambda: Connection(self._site), host, self._options.port, backlog=BACKLOG
            )
        except (OSError, OverflowError) as error:
            raise _start_failure(error, host, self._options.port) from None

    async def close(self) -> None:
        """Take nothing more, acknowledge what came, and let go of the port."""
        if self._server is None:
            return
        server, self._server = self._server, None
        await stop_listening(server)
        for connection in list(self._connections):
            connection.finish()
        await self._wait_until_gone()
        for connection in list(self._connections):
            connection.drop("")
        await self._wait_until_gone()
        if self._sweeper is not None:
            self._sweeper.cancel()

    @property
    def port(self) -> int:
        """The port that is open, 0 where none is."""
        if self._server is None or not self._server.sockets:
            return 0
        return int(self._server.sockets[0].getsockname()[1])

    @property
    def base_url(self) -> str:
        """`{CRM_URL}` as seen from this computer. It holds the secret: for requests, never for a log."""
        host = self._host
        if host in ANYWHERE:
            host = "::1" if host == "::" else "127.0.0.1"
        scheme = "http" if self._options.tls is None else "https"
        return f"{scheme}://{f'[{host}]' if ':' in host else host}:{self.port}/{self._secret}"

    @property
    def _host(self) -> str:
        host = self._options.host.strip("[]")
        # Two sockets for one name would be two ports where any free one is asked for.
        return {"localhost": "127.0.0.1", "*": "0.0.0.0", "": "0.0.0.0"}.get(host.lower(), host)

    def _opened(self, connection: Connection) -> None:
        self._connections[connection] = None
        if len(self._connections) > self._options.max_connections:
            self._make_room(connection)
        if self._sweeper is None:
            self._sweeper = asyncio.get_running_loop().call_later(self._sweep_s, self._sweep)

    def _make_room(self, newcomer: Connection) -> None:
        """Send one away, oldest first: who dawdles inside a request, then who is idle, then who has only just come."""
        new_from_ns = time.perf_counter_ns() - int(self._options.newcomer_grace_s * NS)

        def worth(one: Connection) -> tuple[bool, bool, int]:
            # The PBX's first bytes may be on their way: among those that have just come only the age counts.
            is_new = one.since_ns > new_from_ns
            return is_new, not is_new and not one.is_inside_request, one.since_ns

        others = (one for one in self._connections if one is not newcomer and not one.is_waiting_for_disk)
        victim = min(others, key=worth, default=newcomer)
        del self._connections[victim]
        victim.drop("crowded")

    def _closed(self, connection: Connection) -> None:
        self._connections.pop(connection, None)
        if not self._connections and self._all_gone is not None and not self._all_gone.done():
            self._all_gone.set_result(None)

    def _sweep(self) -> None:
        self._sweeper = None
        now = time.perf_counter_ns()
        for connection in list(self._connections):
            if connection.deadline_ns is not None and connection.deadline_ns <= now:
                connection.expire()
        if self._connections:
            self._sweeper = asyncio.get_running_loop().call_later(self._sweep_s, self._sweep)

    async def _wait_until_gone(self) -> None:
        if self._connections:
            self._all_gone = asyncio.get_running_loop().create_future()
            await asyncio.wait([self._all_gone], timeout=CLOSE_GRACE_S)

    def _refused(self, reason: str) -> None:
        self.refused[reason] += 1
        now = time.perf_counter_ns() / NS
        if now - self._warned_at >= WARN_AGAIN_S:
            self._warned_at = now
            _log.warning("the listener turned a request away (%s); more within a minute are only counted", reason)
        else:
            _log.debug("turned away: %s", reason)


def _start_failure(error: OSError | OverflowError, host: str, port: int) -> ListenerFailed:
    if isinstance(error, OverflowError):
        return ListenerFailed(f"There is no port {port}.", "Choose a port from 1024 to 65535 in the settings.")
    code = error.errno
    if code in _TAKEN:
        return ListenerFailed(
            f"Another program already listens at {host}, port {port}.",
            "Close that program, or choose another port in the settings and tell the vendor the new address.",
        )
    if code in _FORBIDDEN:
        return ListenerFailed(
            f"This computer does not allow listening at port {port}.", "Choose a port above 1023 in the settings."
        )
    # Python 3.12 on tells an address that is not here without a code.
    if code is None or code in _NOT_HERE or isinstance(error, socket.gaierror):
        return ListenerFailed(
            f"{host} is not an address of this computer.",
            "In the settings, listen at 127.0.0.1, at an address of this computer, or at 0.0.0.0 for all of them.",
        )
    return ListenerFailed(advice="Check the listen address in the settings.")
