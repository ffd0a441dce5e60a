"""The registry itself, on a stand-in for Windows' module that is a tree of keys."""

import importlib.util
import sys
from contextlib import nullcontext
from types import SimpleNamespace
from typing import Any

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.system import windows_registry

KEY = r"Software\AgentDesktop"


class FakeWinreg(SimpleNamespace):
    """`winreg`: keys by their path in small letters. `is_locked` refuses every change."""

    HKEY_CURRENT_USER, REG_SZ, KEY_SET_VALUE = 1, 1, 2

    def __init__(self) -> None:
        self.keys: dict[str, dict[str, str]] = {"software": {}}
        self.is_locked = False

    def _change(self) -> None:
        if self.is_locked:
            raise PermissionError(13, "Access is denied")

    def _children(self, key: str) -> list[str]:
        return [one.rpartition("\\")[2] for one in self.keys if one.rpartition("\\")[0] == key]

    def OpenKey(self, root: int, key: str, access: int = 0) -> Any:
        if key.lower() not in self.keys:
            raise FileNotFoundError(2, "The system cannot find the file specified")
        if access:
            self._change()
        return nullcontext(key.lower())

    def CreateKey(self, root: int, key: str) -> Any:
        self._change()
        parts = key.lower().split("\\")
        for length in range(1, len(parts) + 1):
            self.keys.setdefault("\\".join(parts[:length]), {})
        return nullcontext(key.lower())

    def QueryValueEx(self, key: str, name: str) -> tuple[str, int]:
        try:
            return self.keys[key][name], self.REG_SZ
        except KeyError:
            raise FileNotFoundError(2, "none") from None

    def SetValueEx(self, key: str, name: str, reserved: int, kind: int, value: str) -> None:
        self.keys[key][name] = value

    def DeleteValue(self, key: str, name: str) -> None:
        if self.keys[key].pop(name, None) is None:
            raise FileNotFoundError(2, "none")

    def QueryInfoKey(self, key: str) -> tuple[int, int, int]:
        return len(self._children(key)), len(self.keys[key]), 0

    def EnumKey(self, key: str, index: int) -> str:
        return self._children(key)[index]

    def DeleteKey(self, root: int, key: str) -> None:
        self._change()
        if self._children(key.lower()):
            raise PermissionError(13, "It has subkeys")
        del self.keys[key.lower()]


@pytest.fixture
def winreg() -> FakeWinreg:
    return FakeWinreg()


@pytest.fixture
def registry(winreg: FakeWinreg, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The module as Windows loads it."""
    monkeypatch.setitem(sys.modules, "winreg", winreg)
    monkeypatch.setattr(sys, "platform", "win32")
    spec = importlib.util.spec_from_file_location("registry_of_windows", windows_registry.__file__)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.undo()
    return module.UserRegistry()


def test_what_is_written_is_read_and_deleted_with_all_under_it(registry: Any, winreg: FakeWinreg) -> None:
    registry.write(KEY, "", "one")
    registry.write(rf"{KEY}\Capabilities\URLAssociations", "tel", "two")
    registry.write(rf"{KEY}\Capabilities\Others", "sip", "three")
    assert registry.read(KEY, "") == "one"
    assert registry.read(KEY, "none") is None
    assert registry.read(r"Software\None", "") is None
    for _ in range(2):
        registry.delete_value(KEY, "")
        registry.delete_value(r"Software\None", "")
        registry.delete_key(KEY)
    assert winreg.keys == {"software": {}}


def test_a_registry_that_is_locked_is_said_plainly(registry: Any, winreg: FakeWinreg) -> None:
    registry.write(KEY, "name", "one")
    winreg.is_locked = True
    for change in (
        lambda: registry.write(KEY, "name", "two"),
        lambda: registry.delete_value(KEY, "name"),
        lambda: registry.delete_key(KEY),
    ):
        with pytest.raises(StoreFailed, match="Access is denied"):
            change()
    assert registry.read(KEY, "name") == "one"
