"""Launch Services, which knows on a Mac what app opens what links. Apps are told apart by their bundle's identifier."""

import ctypes
from collections.abc import Callable
from typing import Any, Protocol, TypeVar

Result = TypeVar("Result")

_FRAMEWORKS = "/System/Library/Frameworks"
_UTF8 = 0x08000100
_POSIX_PATH = 0
_LONGEST = 4096
"""Bytes of an identifier or a path."""


class LaunchServices(Protocol):
    """What is used of it. An identifier is "" where there is none; whether letters are capitals means nothing."""

    def own_app(self) -> str:
        """The app that this process was started from. Python itself is one, too."""

    def opener(self, scheme: str) -> str:
        """The app that opens a scheme's links."""

    def set_opener(self, scheme: str, app: str) -> int:
        """Have an app open them; 0, or the system's number of what went wrong."""

    def place_of(self, app: str) -> str:
        """Where an app is installed, "" for nowhere."""


class SystemLaunchServices:
    """The real one. `core` and `services` are the system's libraries CoreFoundation and CoreServices, or a test's."""

    def __init__(self, core: Any = None, services: Any = None) -> None:
        self._core = _core(core or ctypes.CDLL(f"{_FRAMEWORKS}/CoreFoundation.framework/CoreFoundation"))
        self._services = _services(services or ctypes.CDLL(f"{_FRAMEWORKS}/CoreServices.framework/CoreServices"))

    def own_app(self) -> str:
        bundle = self._core.CFBundleGetMainBundle()
        return self._read(self._core.CFBundleGetIdentifier(bundle)) if bundle else ""

    def opener(self, scheme: str) -> str:
        return self._with(scheme, lambda name: self._take(self._services.LSCopyDefaultHandlerForURLScheme(name)))

    def set_opener(self, scheme: str, app: str) -> int:
        def set_it(name: int, wanted: int) -> int:
            return int(self._services.LSSetDefaultHandlerForURLScheme(name, wanted))

        return self._with(scheme, lambda name: self._with(app, lambda wanted: set_it(name, wanted)))

    def place_of(self, app: str) -> str:
        found = self._with(app, lambda name: self._services.LSCopyApplicationURLsForBundleIdentifier(name, None))
        if not found:
            return ""
        first = self._core.CFArrayGetValueAtIndex(found, 0)  # none of these lists is empty
        place = self._take(self._core.CFURLCopyFileSystemPath(first, _POSIX_PATH))
        self._core.CFRelease(found)
        return place

    def _with(self, text: str, use: Callable[[int], Result]) -> Result:
        """What comes of the text as one of the system's strings."""
        string = self._core.CFStringCreateWithCString(None, text.encode(), _UTF8)
        try:
            return use(string)
        finally:
            self._core.CFRelease(string)

    def _take(self, string: int | None) -> str:
        """The text of a string that is ours to let go."""
        text = self._read(string)
        if string:
            self._core.CFRelease(string)
        return text

    def _read(self, string: int | None) -> str:
        buffer = ctypes.create_string_buffer(_LONGEST)
        if not string or not self._core.CFStringGetCString(string, buffer, _LONGEST, _UTF8):
            return ""
        return buffer.value.decode()


def _core(library: Any) -> Any:
    address, truth = ctypes.c_void_p, ctypes.c_ubyte
    library.CFBundleGetMainBundle.restype = library.CFBundleGetIdentifier.restype = address
    library.CFBundleGetIdentifier.argtypes = (address,)
    library.CFStringCreateWithCString.restype = address
    library.CFStringCreateWithCString.argtypes = (address, ctypes.c_char_p, ctypes.c_uint32)
    library.CFStringGetCString.restype = truth
    library.CFStringGetCString.argtypes = (address, ctypes.c_char_p, ctypes.c_long, ctypes.c_uint32)
    library.CFArrayGetValueAtIndex.restype = address
    library.CFArrayGetValueAtIndex.argtypes = (address, ctypes.c_long)
    library.CFURLCopyFileSystemPath.restype = address
    library.CFURLCopyFileSystemPath.argtypes = (address, ctypes.c_long)
    library.CFRelease.restype, library.CFRelease.argtypes = None, (address,)
    return library


def _services(library: Any) -> Any:
    address = ctypes.c_void_p
    library.LSCopyDefaultHandlerForURLScheme.restype = address
    library.LSCopyDefaultHandlerForURLScheme.argtypes = (address,)
    library.LSSetDefaultHandlerForURLScheme.restype = ctypes.c_int32
    library.LSSetDefaultHandlerForURLScheme.argtypes = (address, address)
    library.LSCopyApplicationURLsForBundleIdentifier.restype = address
    library.LSCopyApplicationURLsForBundleIdentifier.argtypes = (address, address)
    return library
