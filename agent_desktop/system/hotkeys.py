"""Keys that work whoever has the focus: the same port for every system."""

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol

from agent_desktop.system.key_combination import KeyCombination

TAKEN = "Another program has this key already. Choose another one."
TWICE = "This key does something else here already. Choose another one."
NO_SUCH_KEY = "This keyboard has no such key. Choose another one."


@dataclass(frozen=True, slots=True)
class Listener:
    """Called on any thread. `pressed` carries a binding's name; `bound` says after each `bind` why a binding does not
    work, "" for each that does.
    """

    pressed: Callable[[str], None]
    bound: Callable[[Mapping[str, str]], None]


class Hotkeys(Protocol):
    """Made and used on one thread that runs an event loop."""

    def bind(self, wanted: Mapping[str, KeyCombination]) -> None:
        """Have these keys, by a name for each, in place of those before."""

    async def selection(self) -> str | None:
        """The text that is selected, or else that on the clipboard; None where only the windows can tell."""

    def focus(self, window: int) -> bool:
        """Give a window of ours the keyboard, and remember who had it. False where it must ask for it itself."""

    def give_back(self, window: int) -> None:
        """Let the one have the keyboard again that had it before, if that window of ours has it still."""

    def close(self) -> None:
        """Let the keys go."""


class NoHotkeys:
    """Where there are none; `reason` is a sentence with what to do instead."""

    def __init__(self, listener: Listener, reason: str) -> None:
        self._listener = listener
        self._reason = reason

    def bind(self, wanted: Mapping[str, KeyCombination]) -> None:
        self._listener.bound(dict.fromkeys(wanted, self._reason))

    async def selection(self) -> str | None:
        return None

    def focus(self, window: int) -> bool:
        return False

    def give_back(self, window: int) -> None:
        pass

    def close(self) -> None:
        pass


def hotkeys_for(environ: Mapping[str, str], listener: Listener) -> Hotkeys:
    """This system's. Loads what it needs when it is called."""
    if sys.platform == "win32":
        from agent_desktop.system.hotkeys_windows import WindowsHotkeys

        return WindowsHotkeys(listener)
    if sys.platform == "darwin":
        from agent_desktop.system.hotkeys_mac import MacHotkeys

        return MacHotkeys(listener)
    return _linux(environ, listener)


def _linux(environ: Mapping[str, str], listener: Listener) -> Hotkeys:
    if environ.get("QT_QPA_PLATFORM", "").startswith("offscreen"):
        return NoHotkeys(listener, "There is no screen here.")
    # Under Wayland an X server hears no key that is pressed in a Wayland window.
    if environ.get("WAYLAND_DISPLAY") or environ.get("XDG_SESSION_TYPE") == "wayland":
        from agent_desktop.system.hotkeys_portal import PortalHotkeys

        return PortalHotkeys(listener)
    if not environ.get("DISPLAY"):
        return NoHotkeys(listener, "There is no screen here.")
    from agent_desktop.system.hotkeys_x11 import X11Hotkeys

    return X11Hotkeys(listener, environ["DISPLAY"])


def own_hotkeys(listener: Listener) -> Hotkeys:
    """For the session in which this process runs."""
    return hotkeys_for(os.environ, listener)
