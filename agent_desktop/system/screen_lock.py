"""Notices that the screen is locked and unlocked: told by D-Bus on Linux, looked at every few seconds elsewhere."""

import asyncio
import ctypes
import os
import sys
from collections.abc import Callable
from typing import Any

LOOK_EVERY_S = 5.0


async def watch_lock(on_change: Callable[[bool], None]) -> None:
    """Say True at a lock and False at an unlock, on the running loop; ends where this system does not tell. Where it
    can be asked, what holds at first is said, too.
    """
    last: bool | None = None

    def tell(is_locked: bool) -> None:
        nonlocal last
        if is_locked != last:
            last = is_locked
            on_change(is_locked)

    if sys.platform == "linux":
        from agent_desktop.system.screen_lock_dbus import watch_buses

        await watch_buses(os.environ, tell)
        return
    look = _windows() if sys.platform == "win32" else _mac() if sys.platform == "darwin" else None
    while look is not None:
        tell(look())
        await asyncio.sleep(LOOK_EVERY_S)


def _windows() -> Callable[[], bool]:
    """While it is locked, the desktop that takes input belongs to the system."""
    user32: Any = getattr(ctypes, "WinDLL", ctypes.CDLL)("user32")
    user32.OpenInputDesktop.restype = ctypes.c_void_p
    user32.CloseDesktop.argtypes = (ctypes.c_void_p,)
    switch_desktop = 0x0100

    def is_locked() -> bool:
        desktop = user32.OpenInputDesktop(0, False, switch_desktop)
        if desktop:
            user32.CloseDesktop(desktop)
        return not desktop

    return is_locked


def _mac() -> Callable[[], bool]:
    """The session says so once it is locked, and not at all before."""
    frameworks = "/System/Library/Frameworks"
    graphics = ctypes.CDLL(f"{frameworks}/CoreGraphics.framework/CoreGraphics")
    core = ctypes.CDLL(f"{frameworks}/CoreFoundation.framework/CoreFoundation")
    address = ctypes.c_void_p
    graphics.CGSessionCopyCurrentDictionary.restype = address
    core.CFStringCreateWithCString.restype = core.CFDictionaryGetValue.restype = address
    core.CFStringCreateWithCString.argtypes = (address, ctypes.c_char_p, ctypes.c_uint32)
    core.CFDictionaryGetValue.argtypes = (address, address)
    core.CFBooleanGetValue.argtypes = core.CFRelease.argtypes = (address,)
    core.CFBooleanGetValue.restype = ctypes.c_ubyte  # the rest of a register means nothing
    utf8 = 0x08000100
    name = core.CFStringCreateWithCString(None, b"CGSSessionScreenIsLocked", utf8)

    def is_locked() -> bool:
        session = graphics.CGSessionCopyCurrentDictionary()
        if not session:
            return False
        value = core.CFDictionaryGetValue(session, name)
        locked = bool(value and core.CFBooleanGetValue(value))
        core.CFRelease(session)
        return locked

    return is_locked
