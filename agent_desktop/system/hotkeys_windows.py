"""Global keys on Windows: RegisterHotKey, on a thread with a message queue of its own."""

import ctypes
import queue
import sys
import threading
from collections.abc import Callable, Mapping
from typing import Any

from agent_desktop.system.hotkeys import TAKEN, TWICE, Listener
from agent_desktop.system.key_combination import KeyCombination

_MODIFIERS = {"Alt": 0x1, "Ctrl": 0x2, "Shift": 0x4, "Meta": 0x8}
_NO_REPEAT = 0x4000
_WM_HOTKEY, _WM_APP = 0x0312, 0x8000
_PM_NOREMOVE = 0
_KEYS = {
    "Space": 0x20,
    "PgUp": 0x21,
    "PgDown": 0x22,
    "End": 0x23,
    "Home": 0x24,
    "Left": 0x25,
    "Up": 0x26,
    "Right": 0x27,
    "Down": 0x28,
    "Ins": 0x2D,
    "Del": 0x2E,
    "Pause": 0x13,
}
_F1 = 0x70


def virtual_key_of(key: str) -> int:
    """Windows' number of a combination's key."""
    if key in _KEYS:
        return _KEYS[key]
    return ord(key) if len(key) == 1 else _F1 + int(key[1:]) - 1


class _Message(ctypes.Structure):
    _fields_ = (
        ("window", ctypes.c_void_p),
        ("kind", ctypes.c_uint),
        ("word", ctypes.c_size_t),
        ("long", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
    )


class WindowsHotkeys:
    """`user32` and `thread_id` are the system's, or a test's."""

    def __init__(
        self, listener: Listener, user32: Any = None, thread_id: Callable[[], int] = threading.get_native_id
    ) -> None:
        self._listener = listener
        self._user32 = user32 or _user32()
        self._thread_id = thread_id
        self._names: list[str] = []
        self._before = 0
        self._jobs: queue.SimpleQueue[Mapping[str, KeyCombination] | None] = queue.SimpleQueue()
        self._ready = threading.Event()
        self._id = 0
        self._thread = threading.Thread(target=self._run, name="hotkeys", daemon=True)
        self._thread.start()
        self._ready.wait()

    def bind(self, wanted: Mapping[str, KeyCombination]) -> None:
        self._do(wanted)

    async def selection(self) -> str | None:
        return None

    def focus(self, window: int) -> bool:
        return False  # the key that was pressed lets our windows come to the front by themselves

    def give_back(self, window: int) -> None:
        before, self._before = self._before, 0
        if before and self._user32.GetForegroundWindow() == window:
            self._user32.SetForegroundWindow(before)

    def close(self) -> None:
        self._do(None)
        self._thread.join()

    def _do(self, job: Mapping[str, KeyCombination] | None) -> None:
        self._jobs.put(job)
        self._user32.PostThreadMessageW(self._id, _WM_APP, 0, 0)

    def _run(self) -> None:
        message = _Message()
        self._id = self._thread_id()
        self._user32.PeekMessageW(ctypes.byref(message), None, 0, 0, _PM_NOREMOVE)  # which makes the queue
        self._ready.set()
        while self._user32.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message.kind == _WM_HOTKEY and message.word < len(self._names):
                self._before = self._user32.GetForegroundWindow()
                self._listener.pressed(self._names[message.word])
            elif message.kind == _WM_APP:
                if (wanted := self._jobs.get()) is None:
                    break
                self._listener.bound(self._bind(wanted))
        self._let_go()

    def _bind(self, wanted: Mapping[str, KeyCombination]) -> dict[str, str]:
        self._let_go()
        problems: dict[str, str] = {}
        for name, keys in wanted.items():
            modifiers = sum(_MODIFIERS[one] for one in keys.modifiers) | _NO_REPEAT
            place = len(self._names)
            if keys in [wanted[earlier] for earlier in problems]:
                problems[name] = TWICE
            elif self._user32.RegisterHotKey(None, place, modifiers, virtual_key_of(keys.key)):
                self._names.append(name)
                problems[name] = ""
            else:
                problems[name] = TAKEN
        return problems

    def _let_go(self) -> None:
        for place in range(len(self._names)):
            self._user32.UnregisterHotKey(None, place)
        self._names.clear()


def _user32() -> Any:
    if sys.platform != "win32":
        raise OSError("this is not Windows")
    library = ctypes.WinDLL("user32")
    library.GetForegroundWindow.restype = ctypes.c_void_p
    library.SetForegroundWindow.argtypes = (ctypes.c_void_p,)
    return library
