"""Global keys on a real X server."""

import asyncio
import queue
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from agent_desktop.system.hotkeys import NO_SUCH_KEY, TAKEN, TWICE, Listener
from agent_desktop.system.hotkeys_x11 import NO_SERVER, X11Hotkeys
from agent_desktop.system.key_combination import KeyCombination
from tests.x_server import needs_x11, x_server, xdotool

pytestmark = needs_x11("xclip")
WITHIN_S = 30


class Keys:
    """The keys of one program, and what they told."""

    def __init__(self, display: str) -> None:
        self.told: queue.Queue[object] = queue.Queue()
        self.hotkeys = X11Hotkeys(Listener(self.told.put, self.told.put), display)

    def bind(self, **wanted: str) -> object:
        self.hotkeys.bind({name: KeyCombination.read(text) for name, text in wanted.items()})
        return self.hear()

    def hear(self) -> object:
        return self.told.get(timeout=WITHIN_S)


@pytest.fixture(scope="module")
def screen() -> Iterator[dict[str, str]]:
    with x_server() as environ:
        yield environ


@pytest.fixture
def keys(screen: dict[str, str]) -> Iterator[Keys]:
    made = Keys(screen["DISPLAY"])
    yield made
    made.hotkeys.close()


def test_a_key_is_heard_whatever_locks_are_on(screen: dict[str, str], keys: Keys) -> None:
    assert keys.bind(dial="Ctrl+Alt+D", pop="F9") == {"dial": "", "pop": ""}
    for lock in ("Num_Lock", "Caps_Lock", "Num_Lock"):
        xdotool(screen, "key", "ctrl+alt+d", "F9", lock)
        assert (keys.hear(), keys.hear()) == ("dial", "pop")
    xdotool(screen, "key", "Caps_Lock", "d", "ctrl+d", "ctrl+alt+shift+d", "F9")
    assert keys.hear() == "pop", "other combinations are none of ours"


def test_a_key_that_another_program_has_is_told_until_it_lets_go(screen: dict[str, str], keys: Keys) -> None:
    other = Keys(screen["DISPLAY"])
    assert keys.bind(a="Ctrl+F9", b="ctrl+f9", c="Meta+F24") == {"a": "", "b": TWICE, "c": NO_SUCH_KEY}
    assert other.bind(a="Ctrl+F9", b="Ctrl+F8") == {"a": TAKEN, "b": ""}
    assert keys.bind(b="F7") == {"b": ""}
    assert other.bind(a="Ctrl+F9") == {"a": ""}
    xdotool(screen, "key", "ctrl+F9", "F7")
    assert (other.hear(), keys.hear()) == ("a", "b")
    assert other.bind() == {}
    other.hotkeys.close()


@contextmanager
def owner(screen: dict[str, str], selection: str, text: str) -> Iterator[None]:
    """A program that has this selected, or on the clipboard."""
    xclip = subprocess.Popen(
        ["xclip", "-quiet", "-selection", selection], env=screen, stdin=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    assert xclip.stdin is not None
    xclip.stdin.write(text.encode())
    xclip.stdin.close()
    yield
    xclip.terminate()
    xclip.wait(WITHIN_S)


def test_the_selection_comes_before_the_clipboard(screen: dict[str, str], keys: Keys) -> None:
    def selected(wanted: str) -> None:
        end = time.monotonic() + WITHIN_S
        while asyncio.run(keys.hotkeys.selection()) != wanted:
            assert time.monotonic() < end

    selected("")
    with owner(screen, "clipboard", "số 0912 345 678"):
        selected("số 0912 345 678")
        with owner(screen, "primary", "0938 363 739\n"):
            selected("0938 363 739")
        selected("số 0912 345 678")


OWNER = """
import sys
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QLineEdit
from PySide6.QtCore import QSocketNotifier
application = QApplication([])
field = QLineEdit()
field.setWindowTitle("Owner")
def obey(*_):
    mode, _, text = sys.stdin.readline().strip().partition(" ")
    application.clipboard().setText(text, QClipboard.Mode[mode])
    print("done", flush=True)
notifier = QSocketNotifier(0, QSocketNotifier.Type.Read)
notifier.activated.connect(obey)
field.textChanged.connect(lambda text: print(text, flush=True))
field.show()
print("ready", flush=True)
application.exec()
"""


def test_what_came_later_comes_first_where_its_owner_tells(screen: dict[str, str], keys: Keys) -> None:
    environ = {**screen, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(
        [sys.executable, "-c", OWNER], env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as owner:
        assert owner.stdin is not None
        assert owner.stdout is not None
        assert owner.stdout.readline() == "ready\n"
        xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "^Owner$", "windowactivate", "--sync")
        for mode, text in (("Selection", "0911111111"), ("Clipboard", "0922222222"), ("Selection", "0933333333")):
            xdotool(screen, "key", "x")  # a program knows the server's time from its last event
            owner.stdout.readline()
            owner.stdin.write(f"{mode} {text}\n")
            owner.stdin.flush()
            assert owner.stdout.readline() == "done\n"
            assert asyncio.run(keys.hotkeys.selection()) == text
        owner.terminate()


def test_without_a_server_it_is_said(keys: Keys) -> None:
    lost = Keys(":4711")
    assert lost.bind(a="F9") == {"a": NO_SERVER}
    assert asyncio.run(lost.hotkeys.selection()) == ""
    lost.hotkeys.close()
