"""The current user's part of the Windows registry; texts only."""

import sys
from contextlib import suppress
from typing import Protocol


class Registry(Protocol):
    """Keys are paths under HKEY_CURRENT_USER; the name "" is a key's default value."""

    def read(self, key: str, name: str) -> str | None: ...

    def write(self, key: str, name: str, value: str) -> None: ...

    def delete_value(self, key: str, name: str) -> None:
        """Remove a value, if it is there."""

    def delete_key(self, key: str) -> None:
        """Remove a key and all under it, if it is there."""


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
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, key) as opened:
                winreg.SetValueEx(opened, name, 0, winreg.REG_SZ, value)

        def delete_value(self, key: str, name: str) -> None:
            with (
                suppress(FileNotFoundError),
                winreg.OpenKey(winreg.HKEY_CURRENT_USER, key, access=winreg.KEY_SET_VALUE) as opened,
            ):
                winreg.DeleteValue(opened, name)

        def delete_key(self, key: str) -> None:
            with suppress(FileNotFoundError):
                with winreg.OpenKey(winreg.HKEY_CURRENT_USER, key) as opened:
                    children = [winreg.EnumKey(opened, index) for index in range(winreg.QueryInfoKey(opened)[0])]
                for child in children:
                    self.delete_key(rf"{key}\{child}")
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, key)
