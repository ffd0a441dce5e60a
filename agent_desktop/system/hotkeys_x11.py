"""Global keys on X11: passive grabs on a connection of their own, read by a thread of its own."""

import asyncio
import os
import queue
import selectors
import struct
import sys
import threading
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from itertools import product

from agent_desktop.system.hotkeys import NO_SUCH_KEY, TAKEN, TWICE, Listener
from agent_desktop.system.key_combination import KeyCombination
from agent_desktop.system.xcb import (
    ALT,
    CONTROL,
    INTEGER,
    KEY_PRESS,
    KEY_RELEASE,
    LOCK,
    MAPPING_NOTIFY,
    META,
    PRIMARY,
    SELECTION_NOTIFY,
    SHIFT,
    Xcb,
    XcbFailed,
)

NO_SERVER = (
    "The X server does not let Agent Desktop have keys. Dial from the tray's menu, or sign in to the desktop anew."
)
SELECTION_WITHIN_S = 0.5
"""So long the owner of a selection may take to hand it over; one that hangs costs no more."""

_MODIFIERS = {"Shift": SHIFT, "Ctrl": CONTROL, "Alt": ALT, "Meta": META}
_KEYSYMS = {
    "Space": 0x20,
    "Ins": 0xFF63,
    "Del": 0xFFFF,
    "Home": 0xFF50,
    "End": 0xFF57,
    "PgUp": 0xFF55,
    "PgDown": 0xFF56,
    "Left": 0xFF51,
    "Up": 0xFF52,
    "Right": 0xFF53,
    "Down": 0xFF54,
    "Pause": 0xFF13,
}
_F1 = 0xFFBE


def keysym_of(key: str) -> int:
    """The X11 symbol of a combination's key."""
    if key in _KEYSYMS:
        return _KEYSYMS[key]
    return ord(key.lower()) if len(key) == 1 else _F1 + int(key[1:]) - 1


class X11Hotkeys:
    """Grabs keys on the root window of `display`."""

    def __init__(self, listener: Listener, display: str = "") -> None:
        self._listener = listener
        self._display = display
        self._jobs: queue.SimpleQueue[Callable[[_Grabs], None] | None] = queue.SimpleQueue()
        self._woken_by, self._wake = os.pipe()
        if sys.platform != "win32":  # which has no X11
            os.set_blocking(self._woken_by, False)
        self._is_closed = False
        self._thread = threading.Thread(target=self._run, name="hotkeys", daemon=True)
        self._thread.start()

    def bind(self, wanted: Mapping[str, KeyCombination]) -> None:
        self._do(lambda grabs: self._listener.bound(grabs.bind(wanted)))

    async def selection(self) -> str | None:
        found: Future[str] = Future()
        self._do(lambda grabs: found.set_result(grabs.selection()))
        try:
            async with asyncio.timeout(5 * SELECTION_WITHIN_S):
                return await asyncio.wrap_future(found)
        except TimeoutError:
            return None

    def focus(self, window: int) -> bool:
        self._do(lambda grabs: grabs.focus(window))
        return True

    def give_back(self, window: int) -> None:
        self._do(lambda grabs: grabs.give_back(window))

    def close(self) -> None:
        if not self._is_closed:
            self._is_closed = True
            self._jobs.put(None)
            os.write(self._wake, b".")
            self._thread.join()
            os.close(self._wake)
            os.close(self._woken_by)

    def _do(self, job: Callable[["_Grabs"], None]) -> None:
        if not self._is_closed:
            self._jobs.put(job)
            os.write(self._wake, b".")

    def _run(self) -> None:
        try:
            xcb = Xcb(self._display)
        except XcbFailed:
            self._refuse()
            return
        try:
            self._serve(xcb)
        except XcbFailed:
            self._refuse()  # the server is gone, and the windows with it
        finally:
            xcb.close()

    def _serve(self, xcb: Xcb) -> None:
        grabs = _Grabs(xcb, self._listener)
        with selectors.DefaultSelector() as selector:
            selector.register(xcb.descriptor, selectors.EVENT_READ)
            selector.register(self._woken_by, selectors.EVENT_READ)
            while True:
                # A question's answer may have brought events along: what libxcb has read no selector tells of.
                grabs.take_events()
                if self._jobs.empty():
                    selector.select()
                with suppress(BlockingIOError):
                    os.read(self._woken_by, 4096)
                while not self._jobs.empty():
                    job = self._jobs.get()
                    if job is None:
                        return
                    job(grabs)

    def _refuse(self) -> None:
        """Answer what is asked from now on, without a server."""
        while (job := self._jobs.get()) is not None:
            job(_NoGrabs())


class _Grabs:
    """What the thread does with its connection."""

    def __init__(self, xcb: Xcb, listener: Listener) -> None:
        self._xcb = xcb
        self._listener = listener
        self._wanted: dict[str, KeyCombination] = {}
        self._names: dict[tuple[int, int], str] = {}
        self._grabbed: set[tuple[int, int]] = set()
        self._bound_on: tuple[int, dict[str, set[int]]] = (0, {})
        self._released: dict[int, int] = {}
        self._window = xcb.make_window()
        self._clipboard = xcb.atom("CLIPBOARD")
        self._text = xcb.atom("UTF8_STRING")
        self._timestamp = xcb.atom("TIMESTAMP")
        self._answers: list[int] = []
        self._before = 0
        self._ours: set[int] = set()

    def bind(self, wanted: Mapping[str, KeyCombination]) -> dict[str, str]:
        """Why each binding does not work, "" where it does."""
        self._wanted = dict(wanted)
        for key, modifiers in self._grabbed:
            self._xcb.ungrab(key, modifiers)
        self._grabbed.clear()
        self._names.clear()
        self._bound_on = self._keyboard()
        keys = self._bound_on[1]
        return {name: self._grab(name, one, keys[name]) for name, one in wanted.items()}

    def _keyboard(self) -> tuple[int, dict[str, set[int]]]:
        """Which modifier Num Lock is, and the keys that are meant, as the keyboard is now."""
        wanted = {name: self._xcb.keys_of(keysym_of(one.key)) for name, one in self._wanted.items()}
        return self._xcb.num_lock(), wanted

    def _grab(self, name: str, wanted: KeyCombination, keys: set[int]) -> str:
        if not keys:
            return NO_SUCH_KEY
        modifiers = sum(_MODIFIERS[one] for one in wanted.modifiers)
        if any((key, modifiers) in self._names for key in keys):
            return TWICE
        num_lock = self._bound_on[0]
        grabbed: list[tuple[int, int]] = []
        for key, locks in product(keys, {0, LOCK, num_lock, LOCK | num_lock}):
            if not self._xcb.grab(key, modifiers | locks):
                for mine in grabbed:
                    self._xcb.ungrab(*mine)
                return TAKEN
            grabbed.append((key, modifiers | locks))
        self._grabbed.update(grabbed)
        self._names.update(dict.fromkeys(((key, modifiers) for key in keys), name))
        return ""

    def take_events(self) -> None:
        """Tell what was pressed. A key that is held repeats itself, with a release and a press at the same time."""
        is_stale = False
        for event in self._xcb.events():
            kind = event[0] & 0x7F
            if kind in (KEY_PRESS, KEY_RELEASE):
                self._take_key(kind == KEY_PRESS, event)
            elif kind == SELECTION_NOTIFY:
                self._answers.append(struct.unpack_from("=I", event, 20)[0])
            elif kind == MAPPING_NOTIFY:
                is_stale = True
        if is_stale and self._keyboard() != self._bound_on:
            self._listener.bound(self.bind(self._wanted))

    def _take_key(self, is_press: bool, event: bytes) -> None:
        key, (at,), (state,) = event[1], struct.unpack_from("=I", event, 4), struct.unpack_from("=H", event, 28)
        if not is_press:
            self._released[key] = at
            return
        name = self._names.get((key, state & (SHIFT | CONTROL | ALT | META)))
        if name is not None and self._released.get(key) != at:
            if (focused := self._xcb.focused()) not in self._ours:
                self._before = focused
            self._listener.pressed(name)

    def selection(self) -> str:
        """The text that is selected or on the clipboard, whichever came later; "" for none. Who does not tell when it
        was copied has not copied it later.
        """
        selected, copied = self._text_of(PRIMARY), self._text_of(self._clipboard)
        if not (selected and copied) or selected == copied:
            return selected or copied
        return copied if self._is_later(self._time_of(self._clipboard), self._time_of(PRIMARY)) else selected

    def _is_later(self, time: int, other: int) -> bool:
        """The server's clock counts milliseconds in 32 bits, and begins anew."""
        return bool(time and other) and 0 < (time - other) % 2**32 < 2**31

    def _text_of(self, selection: int) -> str:
        return self._read(selection, self._text, self._text).decode(errors="replace").strip("\0 \n")

    def _time_of(self, selection: int) -> int:
        """When its owner took it, 0 where that is not told."""
        answer = self._read(selection, self._timestamp, INTEGER)
        return int.from_bytes(answer, sys.byteorder) if len(answer) == 4 else 0

    def _read(self, selection: int, target: int, kind: int) -> bytes:
        self._answers.clear()
        self._xcb.want_selection(self._window, selection, target)
        end = time.monotonic() + SELECTION_WITHIN_S
        with selectors.DefaultSelector() as selector:
            selector.register(self._xcb.descriptor, selectors.EVENT_READ)
            self.take_events()
            while not self._answers and (left := end - time.monotonic()) > 0:
                selector.select(left)
                self.take_events()
        arrived = self._answers[0] if self._answers else 0
        return self._xcb.take_property(self._window, arrived, kind) if arrived else b""

    def focus(self, window: int) -> None:
        """Give it the keyboard."""
        self._ours.add(window)
        self._xcb.focus(window)

    def give_back(self, window: int) -> None:
        """Let the one have it that had it before, unless the agent has gone elsewhere meanwhile."""
        if self._before and self._xcb.focused() in (window, 0, 1, self._xcb.root):
            self._xcb.focus(self._before)


class _NoGrabs(_Grabs):
    """Without a server nothing works, and everything answers."""

    def __init__(self) -> None:
        pass

    def bind(self, wanted: Mapping[str, KeyCombination]) -> dict[str, str]:
        return dict.fromkeys(wanted, NO_SERVER)

    def selection(self) -> str:
        return ""

    def focus(self, window: int) -> None:
        pass

    def give_back(self, window: int) -> None:
        pass
