"""The running instance's end of the control channel (the protocol is in `single_instance`)."""

import asyncio
import json
import logging
import os
import socket
import struct
import sys
from collections.abc import Awaitable, Callable
from contextlib import suppress

from agent_desktop.errors import AgentDesktopError, AlreadyRunning, StoreFailed
from agent_desktop.listening import stop_listening
from agent_desktop.system.paths import Profile, make_private_directory
from agent_desktop.system.single_instance import LARGEST_REQUEST, InstanceLock, control_address

logger = logging.getLogger(__name__)

Handler = Callable[[str, dict[str, object]], Awaitable[object]]
"""(verb, args) -> a result that JSON can carry. An AgentDesktopError that it raises is passed on to the asker."""

_MOST_CONVERSATIONS = 32
_REQUEST_SECONDS = 5.0
_REPLY_SECONDS = 30.0
_CLOSING_SECONDS = 2.0
_LOCK_ATTEMPTS = 10
_LOCK_PAUSE_SECONDS = 0.02


class _NotARequest(Exception):
    """What came is not of the protocol; it costs the connection."""


class ControlServer:
    """Holds the profile for this process, and answers the requests of others of the same user."""

    def __init__(self, profile: Profile) -> None:
        self._profile = profile
        self._lock = InstanceLock(profile.lock_file)
        self._stop_listening: Callable[[], Awaitable[None]] | None = None
        self._conversations: set[asyncio.Task[object]] = set()
        self._handler: Handler | None = None

    async def start(self, handler: Handler) -> None:
        """Take the profile (its folder exists) and listen. Raises AlreadyRunning, StoreFailed."""
        await self._take_profile()
        self._handler = handler
        try:
            self._stop_listening = await _listen(self._profile, self._receive)
        except OSError as error:
            self._lock.release()
            raise StoreFailed(f"The profile folder {self._profile.root} cannot be used: {error.strerror}.") from error
        except BaseException:
            self._lock.release()
            raise

    async def close(self) -> None:
        """Stop listening, let requests under way end within two seconds, and let the profile go."""
        if self._stop_listening is None:
            return
        stop, self._stop_listening = self._stop_listening, None
        await stop()
        # The request that asked for this end is among them, and waits for us.
        others = self._conversations - {asyncio.current_task()}
        if others:
            _, late = await asyncio.wait(others, timeout=_CLOSING_SECONDS)
            for conversation in late:
                conversation.cancel()
            await asyncio.gather(*late, return_exceptions=True)
        self._lock.release()

    async def _take_profile(self) -> None:
        # An asker that looks whether we run holds the lock for an instant.
        for _ in range(_LOCK_ATTEMPTS):
            if self._lock.acquire():
                return
            await asyncio.sleep(_LOCK_PAUSE_SECONDS)
        raise AlreadyRunning

    async def _receive(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._conversations.add(task)
        try:
            if len(self._conversations) <= _MOST_CONVERSATIONS and _is_same_user(writer):
                await self._converse(reader, writer)
        except (OSError, EOFError, asyncio.LimitOverrunError, _NotARequest) as error:
            logger.debug("A control connection was closed: %s", type(error).__name__)
        finally:
            self._conversations.discard(task)
            await _hang_up(writer)

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(_REQUEST_SECONDS):
            line = await reader.readuntil(b"\n")
        verb, args = _read_request(line)
        writer.write(json.dumps(await self._answer(verb, args)).encode() + b"\n")
        async with asyncio.timeout(_REPLY_SECONDS):
            await writer.drain()

    async def _answer(self, verb: str, args: dict[str, object]) -> dict[str, object]:
        assert self._handler is not None
        try:
            result = await self._handler(verb, args)
            json.dumps(result)
        except AgentDesktopError as error:
            return _failure(error)
        except Exception:
            logger.exception("The request '%s' failed", verb)
            return _failure(AgentDesktopError(advice="The log of the running Agent Desktop says more."))
        return {"ok": True, "result": result}


def _read_request(line: bytes) -> tuple[str, dict[str, object]]:
    try:
        request = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _NotARequest from error
    match request:
        case {"verb": str(verb), "args": dict(args)}:
            return verb, args
    raise _NotARequest


def _failure(error: AgentDesktopError) -> dict[str, object]:
    # A module's own kind of error is told as the one that everybody knows.
    kind = next(base.__name__ for base in type(error).__mro__ if base.__module__ == AgentDesktopError.__module__)
    return {"ok": False, "error": {"kind": kind, "title": error.title, "advice": error.advice}}


async def _hang_up(writer: asyncio.StreamWriter) -> None:
    writer.close()
    try:
        async with asyncio.timeout(_CLOSING_SECONDS):
            await writer.wait_closed()
    except OSError:  # a time-out is one too: the other end does not read
        writer.transport.abort()


_Receive = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]

if sys.platform == "win32":

    def _is_same_user(writer: asyncio.StreamWriter) -> bool:
        return True  # the pipe's own access list lets no one else write

    async def _listen(profile: Profile, receive: _Receive) -> Callable[[], Awaitable[None]]:
        loop = asyncio.get_running_loop()
        assert isinstance(loop, asyncio.ProactorEventLoop)

        def conversation() -> asyncio.StreamReaderProtocol:
            reader = asyncio.StreamReader(limit=LARGEST_REQUEST, loop=loop)
            return asyncio.StreamReaderProtocol(reader, receive, loop=loop)

        [pipe] = await loop.start_serving_pipe(conversation, control_address(profile))

        async def close() -> None:
            pipe.close()

        return close

else:

    def _is_same_user(writer: asyncio.StreamWriter) -> bool:
        if not hasattr(socket, "SO_PEERCRED"):
            return True  # the socket's mode and its folder's keep others out
        peer = writer.get_extra_info("socket").getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
        _, user, _ = struct.unpack("3i", peer)
        return bool(user == os.getuid())

    async def _listen(profile: Profile, receive: _Receive) -> Callable[[], Awaitable[None]]:
        path = profile.control_socket
        if path.parent != profile.root:
            make_private_directory(path.parent)
        path.unlink(missing_ok=True)  # left by an instance that was killed; the lock says that it is gone
        endpoint = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        try:
            endpoint.bind(control_address(profile))
            path.chmod(0o600)  # before it listens, so that no one gets in between
            server = await asyncio.start_unix_server(receive, sock=endpoint, limit=LARGEST_REQUEST)
        except BaseException:
            endpoint.close()
            raise

        async def close() -> None:
            await stop_listening(server)
            with suppress(OSError):
                path.unlink(missing_ok=True)

        return close
