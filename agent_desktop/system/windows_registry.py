"""The current user's part of the Windows registry; texts only."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Protocol

from agent_desktop.errors import StoreFailed


class Registry(Protocol):
    """Keys are paths under HKEY_CURRENT_USER; the name "" is a key's default value. What changes one raises StoreFailed
    where that is not allowed.
    """

    def read(self, key: str, name: str) -> str | None: ...

    def write(self, key: str, name: str, value: str) -> None: ...

    def delete_value(self, key: str, name: str) -> None:
        """Remove a value, if it is there."""

    def delete_key(self, key: str) -> None:
        """Remove a key and all under it, if it is there."""


@contextmanager
def _said_plainly() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StoreFailed(
            f"Windows does not let Agent Desktop register itself: {error.strerror}.",
            "Ask your administrator whether the registry is locked.",
        ) from error


if sys.platform == "win32":
    import winreg

    class UserRegistry:
        """The real one."""

        def read(self, key: str, name: str) -> str | None:
            try:
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    value, _ = winreg.QueryValueEx(opened, name)
            except OSError:
                return None
            return str(value)

        def write(self, key: str, name: str, value: str) -> None:
            with _said_plainly(), winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def delete_value(self, key: str, name: str) -> None:
            with (
                _said_plainly(),
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE) as opened,
            ):
                winreg.DeleteValue(opened, name)

        def delete_key(self, key: str) -> None:
            with _said_plainly(), suppress(FileNotFoundError):
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    children = [winreg.EnumKey(opened, index) for index in range(winreg.QueryInfoKey(opened)[0])]
                for child in children:
                    self.delete_key(rf"{key}\{child}")
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
