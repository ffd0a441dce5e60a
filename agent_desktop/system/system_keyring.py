"""This computer's keyring: only a real one, bounded in time, its errors translated here and nowhere else.

Everything blocks (the first use for 100-200 ms, a prompt for as long as it is open): never call it on the GUI thread.
"""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Protocol, TypeVar

from agent_desktop.errors import AgentDesktopError, KeyringLocked, KeyringUnavailable

SERVICE = "Agent Desktop"

Result = TypeVar("Result")


class KeyringPort(Protocol):
    """What is used of a backend of the `keyring` library."""

    def get_password(self, service: str, username: str) -> str | None: ...

    def set_password(self, service: str, username: str, password: str) -> None: ...

    def delete_password(self, service: str, username: str) -> None: ...


def find_backend() -> KeyringPort:
    """The keyring that the platform or the user's configuration of `keyring` names. Raises KeyringUnavailable.

    A backend that keeps secrets in plain text, or nowhere, is none.
    """
    import keyring  # slow to import, and not needed where the environment holds the secrets

    chosen = keyring.get_keyring()
    for backend in getattr(chosen, "backends", [chosen]):  # several at once come as a chain
        if backend.priority >= 1 and not type(backend).__module__.startswith("keyrings.alt"):
            found: KeyringPort = backend
            return found
    raise KeyringUnavailable


class SystemKeyring:
    """The entries of one service. Each call raises KeyringUnavailable, or KeyringLocked (also after `timeout` s)."""

    def __init__(self, timeout: float, find: Callable[[], KeyringPort] = find_backend) -> None:
        self._timeout = timeout
        self._find = find
        self._found: KeyringPort | None = None
        self._turn = threading.Lock()

    def name(self) -> str:
        """What the backend calls itself."""
        return self._ask(lambda backend: str(getattr(backend, "name", type(backend).__name__)))

    def get(self, entry: str) -> str | None:
        return self._ask(lambda backend: backend.get_password(SERVICE, entry))

    def set(self, entry: str, value: str) -> None:
        self._ask(lambda backend: backend.set_password(SERVICE, entry, value))

    def delete(self, entry: str) -> None:
        """Remove an entry, if it is there."""

        def remove(backend: KeyringPort) -> None:
            if backend.get_password(SERVICE, entry) is not None:
                backend.delete_password(SERVICE, entry)

        self._ask(remove)

    def _ask(self, work: Callable[[KeyringPort], Result]) -> Result:
        """Do `work` on a thread that may be left behind: an open prompt cannot be called off."""
        if not self._turn.acquire(timeout=self._timeout):
            raise KeyringLocked
        answer: Future[Result] = Future()

        def run() -> None:
            try:
                if self._found is None:
                    self._found = self._find()
                answer.set_result(work(self._found))
            except BaseException as error:  # noqa: BLE001 - it is raised again below, on the asker's thread
                answer.set_exception(error)
            finally:
                self._turn.release()

        threading.Thread(target=run, name="keyring", daemon=True).start()
        try:
            return answer.result(self._timeout)
        except AgentDesktopError:
            raise
        except Exception as error:
            raise _translated(error) from error


def _translated(error: Exception) -> AgentDesktopError:
    """Backends raise what their platform gives them: D-Bus, socket and library errors of many kinds."""
    cause: BaseException | None = error
    while cause is not None:
        if type(cause).__name__ in {"TimeoutError", "KeyringLocked", "LockedException", "PromptDismissedException"}:
            return KeyringLocked()
        cause = cause.__cause__
    return KeyringUnavailable()
