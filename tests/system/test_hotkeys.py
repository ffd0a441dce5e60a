"""Combinations of keys, and what each system is asked for them."""

import queue
import re
from collections.abc import Mapping
from typing import Any

import pytest

from agent_desktop.system.hotkeys import TAKEN, TWICE, Listener, NoHotkeys, hotkeys_for
from agent_desktop.system.hotkeys_mac import key_code_of
from agent_desktop.system.hotkeys_portal import trigger_of
from agent_desktop.system.hotkeys_windows import WindowsHotkeys, virtual_key_of
from agent_desktop.system.hotkeys_x11 import keysym_of
from agent_desktop.system.key_combination import KeyCombination

NAMES = ("Space", "Ins", "Del", "Home", "End", "PgUp", "PgDown", "Left", "Up", "Right", "Down", "Pause")
KEYS = (*"ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", *(f"F{n}" for n in range(1, 25)), *NAMES)


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Ctrl+Alt+C", "Ctrl+Alt+C"),
        (" alt + CONTROL + c ", "Ctrl+Alt+C"),
        ("super+space", "Meta+Space"),
        ("Shift+F12", "Shift+F12"),
        ("f9", "F9"),
        ("Ctrl+PageUp", "Ctrl+PgUp"),
    ],
)
def test_a_combination_is_read_as_people_write_it(text: str, read: str) -> None:
    assert str(KeyCombination.read(text)) == read
    assert KeyCombination.read(read) == KeyCombination.read(text)


@pytest.mark.parametrize(
    "text",
    ["", "A", "Shift+A", "Space", "Ctrl+", "+", "Ctrl", "Hyper+A", "Ctrl+Ä", "F25", "F0", "Ctrl+A, Ctrl+B", "F१"],
)
def test_what_would_be_missed_in_typing_or_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{re.escape(text)}$"):
        KeyCombination.read(text)


@pytest.mark.parametrize("number_of", [keysym_of, virtual_key_of])
def test_every_key_has_a_number_of_its_own(number_of: Any) -> None:
    assert len({number_of(key) for key in KEYS}) == len(KEYS)


def test_a_mac_has_most_keys() -> None:
    codes = [key_code_of(key) for key in KEYS]
    without = [key for key, code in zip(KEYS, codes, strict=True) if code is None]
    assert without == ["F21", "F22", "F23", "F24", "Pause"]
    known = [code for code in codes if code is not None]
    assert len(set(known)) == len(known)


def test_the_portal_is_asked_in_its_own_words() -> None:
    assert trigger_of(KeyCombination.read("Ctrl+Alt+Shift+Meta+C")) == "CTRL+ALT+SHIFT+LOGO+c"
    assert trigger_of(KeyCombination.read("Ctrl+PgUp")) == "CTRL+Page_Up"


class FakeUser32:
    """As much of Windows as global keys ask for. `taken` are (modifiers, key)s of other programs."""

    def __init__(self) -> None:
        self.messages: queue.Queue[tuple[int, int]] = queue.Queue()
        self.held: dict[int, tuple[int, int]] = {}
        self.taken: set[tuple[int, int]] = set()
        self.foreground = 77

    def PeekMessageW(self, *arguments: object) -> int:
        return 0

    def PostThreadMessageW(self, thread: int, kind: int, word: int, long: int) -> int:
        self.messages.put((kind, word))
        return 1

    def GetMessageW(self, message: Any, *arguments: object) -> int:
        message._obj.kind, message._obj.word = self.messages.get()
        return 1

    def RegisterHotKey(self, window: None, place: int, modifiers: int, key: int) -> int:
        pair = (modifiers & ~0x4000, key)
        if pair in self.taken or pair in self.held.values():
            return 0
        self.held[place] = pair
        return 1

    def UnregisterHotKey(self, window: None, place: int) -> int:
        del self.held[place]
        return 1

    def GetForegroundWindow(self) -> int:
        return self.foreground

    def SetForegroundWindow(self, window: int) -> int:
        self.foreground = window
        return 1


def test_windows_keys() -> None:
    told: queue.Queue[object] = queue.Queue()
    user32 = FakeUser32()
    user32.taken.add((0, 0x78))
    keys = WindowsHotkeys(Listener(told.put, told.put), user32)
    wanted = {"a": "F9", "b": "Ctrl+Alt+C", "c": "Alt+Ctrl+C", "d": "Shift+Meta+1"}
    keys.bind({name: KeyCombination.read(text) for name, text in wanted.items()})
    assert told.get(timeout=30) == {"a": TAKEN, "b": "", "c": TWICE, "d": ""}
    assert user32.held == {0: (0x3, ord("C")), 1: (0xC, ord("1"))}
    user32.messages.put((0x0312, 1))
    assert told.get(timeout=30) == "d"
    user32.foreground = 5
    keys.give_back(6)
    assert user32.foreground == 5, "the agent went elsewhere meanwhile"
    user32.foreground = 77
    user32.messages.put((0x0312, 0))
    assert told.get(timeout=30) == "b"
    user32.foreground = 5
    keys.give_back(5)
    assert user32.foreground == 77
    keys.bind({"d": KeyCombination.read("F1")})
    assert told.get(timeout=30) == {"d": ""}
    assert user32.held == {0: (0, 0x70)}
    keys.close()
    assert not user32.held


def test_without_a_screen_it_is_said_why() -> None:
    told: list[Mapping[str, str]] = []
    keys = hotkeys_for({"QT_QPA_PLATFORM": "offscreen"}, Listener(lambda _: None, told.append))
    assert isinstance(keys, NoHotkeys)
    keys.bind({"a": KeyCombination.read("F9")})
    assert told == [{"a": "There is no screen here."}]
    keys.close()
