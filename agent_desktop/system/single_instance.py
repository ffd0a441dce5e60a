"""One running instance per profile: its lock, and how another process asks it to do something.

A second start must hand over at once, so this module imports little; the instance's own end is `control_server`.
The protocol is one JSON line each way: `{"verb", "args"}`, answered by `{"ok": true, "result"}` or by
`{"ok": false, "error": {"kind", "title", "advice"}}`, where `kind` names a class of `agent_desktop.errors`.
"""

import errno
import json
import os
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from agent_desktop import errors
from agent_desktop.errors import AgentDesktopError, StoreFailed
from agent_desktop.system.paths import Profile

if sys.platform == "win32":
    import msvcrt
    import threading
else:
    import fcntl
    import socket

LARGEST_REQUEST = 64 * 1024
LARGEST_REPLY = 16 * 1024 * 1024

_RETRY_SECONDS = 0.02


class NotRunning(AgentDesktopError):
    """No instance runs for this profile."""

    title = "Agent Desktop is not running."
    advice = "Start it with 'agent-desktop run'."


class NotAnswering(AgentDesktopError):
    """The instance is there and gave no answer; whether it did what was asked is not known."""

    title = "The running Agent Desktop does not answer."
    advice = "Wait a moment and look at it before you try again; if it stays like that, restart it."


class InstanceLock:
    """Held by at most one process at a time, and let go by the system when that process dies, however it dies."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor: int | None = None

    def acquire(self) -> bool:
        """Whether the lock is ours now. Raises StoreFailed where the file cannot be made."""
        descriptor = -1
        try:
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
            if _lock(descriptor):
                self._descriptor, descriptor = descriptor, -1
        except OSError as error:
            raise StoreFailed(f"The profile folder {self._path.parent} cannot be used: {error.strerror}.") from error
        finally:
            if descriptor >= 0:
                os.close(descriptor)
        return self._descriptor is not None

    def release(self) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def is_running(profile: Profile) -> bool:
    """Whether an instance holds this profile, ready to answer or not."""
    lock = InstanceLock(profile.lock_file)
    try:
        is_free = not profile.lock_file.exists() or lock.acquire()
    except StoreFailed:
        return False
    lock.release()
    return not is_free


def request(profile: Profile, verb: str, args: Mapping[str, object] | None = None, timeout: float = 30.0) -> object:
    """Ask the running instance, and give its result. Blocks for at most `timeout` seconds.

    Raises NotRunning, NotAnswering, or the AgentDesktopError that the instance itself met.
    """
    line = json.dumps({"verb": verb, "args": dict(args or {})}).encode() + b"\n"
    deadline = time.monotonic() + timeout
    while (remaining := deadline - time.monotonic()) > 0:
        try:
            return _result(_exchange(control_address(profile), line, remaining))
        except (FileNotFoundError, ConnectionRefusedError, BlockingIOError):
            # It may be starting, ending, or busy with others: only the lock tells that from not being there.
            if not is_running(profile):
                raise NotRunning from None
            time.sleep(_RETRY_SECONDS)
        except OSError as error:
            raise NotAnswering from error
    raise NotAnswering


def control_address(profile: Profile) -> str:
    """What the instance listens on: a socket's path, or a pipe's name on Windows."""
    if sys.platform == "win32":
        return rf"\\.\pipe\agent-desktop-{profile.id}"
    return str(profile.control_socket)


def open_pipe(address: str) -> BinaryIO:
    """Windows: the instance's pipe. Raises BlockingIOError while the instance is about to take another asker."""
    try:
        return Path(address).open("r+b", buffering=0)
    except OSError as error:
        # The runtime has no word of its own for ERROR_PIPE_BUSY, and tells no other code of Windows'.
        if error.errno == errno.EINVAL:
            raise BlockingIOError from error
        raise


def _result(line: bytes) -> object:
    try:
        reply = json.loads(line)
        if reply["ok"]:
            return reply["result"]
        error = reply["error"]
        kind = getattr(errors, error["kind"], None)
        title, advice = str(error["title"]), str(error["advice"])
    except (ValueError, KeyError, TypeError) as damaged:
        raise NotAnswering from damaged
    if isinstance(kind, type) and issubclass(kind, AgentDesktopError):
        raise kind(title, advice)
    raise AgentDesktopError(title, advice)


if sys.platform == "win32":

    def _lock(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _exchange(address: str, line: bytes, timeout: float) -> bytes:
        """A pipe has no time-outs of its own, so a thread that may be left behind does the waiting."""
        outcome: list[bytes | OSError] = []

        def talk() -> None:
            try:
                with open_pipe(address) as pipe:
                    pipe.write(line)
                    outcome.append(pipe.readline(LARGEST_REPLY))
            except OSError as error:
                outcome.append(error)

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        thread.join(timeout)
        if not outcome:
            raise TimeoutError
        if isinstance(outcome[0], OSError):
            raise outcome[0]
        return outcome[0]

else:

    def _lock(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def _exchange(address: str, line: bytes, timeout: float) -> bytes:
        if os.lstat(address).st_uid != os.getuid():
            raise PermissionError
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as channel:
            channel.settimeout(timeout)
            channel.connect(address)
            channel.sendall(line)
            with channel.makefile("rb") as answer:
                return answer.readline(LARGEST_REPLY)
