"""Global keys on a Mac: Carbon's RegisterEventHotKey, on the main thread, whose loop Qt runs.

As in all of Qt's settings, Ctrl is the Command key here, and Meta the Control key.
"""

import ctypes
from collections.abc import Callable, Mapping
from typing import Any

from agent_desktop.system.hotkeys import NO_SUCH_KEY, TAKEN, TWICE, Listener
from agent_desktop.system.key_combination import KeyCombination

_CARBON = "/System/Library/Frameworks/Carbon.framework/Carbon"
_SYSTEM = "/usr/lib/libSystem.B.dylib"
_MODIFIERS = {"Ctrl": 0x100, "Shift": 0x200, "Alt": 0x800, "Meta": 0x1000}
_LETTERS = "ASDFHGZXCV BQWERYT"  # their codes are 0, 1, 2, …
_KEYS = {letter: code for code, letter in enumerate(_LETTERS) if letter != " "} | {
    "1": 18,
    "2": 19,
    "3": 20,
    "4": 21,
    "6": 22,
    "5": 23,
    "9": 25,
    "7": 26,
    "8": 28,
    "0": 29,
    "O": 31,
    "U": 32,
    "I": 34,
    "P": 35,
    "L": 37,
    "J": 38,
    "K": 40,
    "N": 45,
    "M": 46,
    "Space": 49,
    "Ins": 114,
    "Home": 115,
    "PgUp": 116,
    "Del": 117,
    "End": 119,
    "PgDown": 121,
    "Left": 123,
    "Right": 124,
    "Down": 125,
    "Up": 126,
}
_FUNCTIONS = (122, 120, 99, 118, 96, 97, 98, 100, 101, 109, 103, 111, 105, 107, 113, 106, 64, 79, 80, 90)
_SIGNATURE = int.from_bytes(b"AgDk")
_KEYBOARD, _PRESSED = int.from_bytes(b"keyb"), 5
_DIRECT_OBJECT, _HOT_KEY_ID = int.from_bytes(b"----"), int.from_bytes(b"hkid")


def key_code_of(key: str) -> int | None:
    """The Mac's number of a combination's key, None where its keyboards have no such key."""
    if key.startswith("F") and len(key) > 1:
        place = int(key[1:]) - 1
        return _FUNCTIONS[place] if place < len(_FUNCTIONS) else None
    return _KEYS.get(key)


class _Id(ctypes.Structure):
    _fields_ = (("signature", ctypes.c_uint32), ("id", ctypes.c_uint32))


class _Kind(ctypes.Structure):
    _fields_ = (("event_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))


_Handler = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
_Work = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class MacHotkeys:
    """Carbon is called on the main thread alone; whoever calls this may be on any."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._carbon = _carbon()
        self._names: list[str] = []
        self._held: list[ctypes.c_void_p] = []
        self._jobs: list[Callable[[], None]] = []
        self._handler = _Handler(self._take)  # kept: Carbon holds no reference
        self._work = _Work(lambda _: self._jobs.pop(0)())
        self._on_main(self._install)

    def bind(self, wanted: Mapping[str, KeyCombination]) -> None:
        self._on_main(lambda: self._listener.bound(self._bind(wanted)))

    async def selection(self) -> str | None:
        return None

    def focus(self, window: int) -> bool:
        return False

    def give_back(self, window: int) -> None:
        pass

    def close(self) -> None:
        """The system lets the keys go when the program ends: the main thread may wait for this one by now."""

    def _on_main(self, job: Callable[[], None]) -> None:
        self._jobs.append(job)
        system = ctypes.CDLL(_SYSTEM)
        main = ctypes.byref(ctypes.c_void_p.in_dll(system, "_dispatch_main_q"))
        system.dispatch_async_f.argtypes = (ctypes.c_void_p, ctypes.c_void_p, _Work)
        system.dispatch_async_f(main, None, self._work)

    def _install(self) -> None:
        kind = _Kind(_KEYBOARD, _PRESSED)
        self._carbon.InstallEventHandler(
            self._carbon.GetApplicationEventTarget(), self._handler, 1, ctypes.byref(kind), None, None
        )

    def _take(self, _next: int, event: int, _data: int) -> int:
        pressed = _Id()
        self._carbon.GetEventParameter(
            event, _DIRECT_OBJECT, _HOT_KEY_ID, None, ctypes.sizeof(pressed), None, ctypes.byref(pressed)
        )
        if pressed.id < len(self._names):
            self._listener.pressed(self._names[pressed.id])
        return 0

    def _bind(self, wanted: Mapping[str, KeyCombination]) -> dict[str, str]:
        for held in self._held:
            self._carbon.UnregisterEventHotKey(held)
        self._held.clear()
        self._names.clear()
        problems: dict[str, str] = {}
        for name, keys in wanted.items():
            is_second = keys in [wanted[earlier] for earlier in problems]
            problems[name] = TWICE if is_second else self._register(name, keys)
        return problems

    def _register(self, name: str, keys: KeyCombination) -> str:
        code = key_code_of(keys.key)
        if code is None:
            return NO_SUCH_KEY
        modifiers = sum(_MODIFIERS[one] for one in keys.modifiers)
        held, target = ctypes.c_void_p(), self._carbon.GetApplicationEventTarget()
        place = _Id(_SIGNATURE, len(self._names))
        if self._carbon.RegisterEventHotKey(code, modifiers, place, target, 0, ctypes.byref(held)):
            return TAKEN
        self._names.append(name)
        self._held.append(held)
        return ""


def _carbon() -> Any:
    library = ctypes.CDLL(_CARBON)
    address, number = ctypes.c_void_p, ctypes.c_uint32
    library.GetApplicationEventTarget.restype = address
    library.InstallEventHandler.argtypes = (address, _Handler, ctypes.c_ulong, address, address, address)
    library.RegisterEventHotKey.argtypes = (number, number, _Id, address, number, address)
    library.UnregisterEventHotKey.argtypes = (address,)
    library.GetEventParameter.argtypes = (address, number, number, address, ctypes.c_ulong, address, address)
    return library
