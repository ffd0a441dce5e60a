"""The calls to a Mac's Launch Services, on stand-ins for its libraries that count what must be let go."""

import ctypes
from typing import Any

from agent_desktop.system.launch_services import SystemLaunchServices


class Function:
    """A library's function: its types can be set."""

    def __init__(self, does: Any) -> None:
        self.does = does
        self.restype: Any = ctypes.c_int
        self.argtypes: Any = ()

    def __call__(self, *arguments: Any) -> Any:
        assert len(arguments) == len(self.argtypes)
        return self.does(*arguments)


class Mac:
    """Both libraries. Objects are addresses, `held` what was made and not released."""

    def __init__(self, own_app: str | None = None, **openers: str) -> None:
        self.objects: dict[int, Any] = {}
        self.held: list[int] = []
        self.openers = openers
        self.places = {"com.apple.facetime": "/System/Applications/FaceTime.app"}
        self.refuses = 0
        main = self.borrowed("bundle")
        own = self.borrowed(own_app) if own_app else None
        for name, does in {
            "CFBundleGetMainBundle": lambda: main,
            "CFBundleGetIdentifier": lambda bundle: own,
            "CFStringCreateWithCString": lambda _, text, encoding: self.made(text.decode()),
            "CFStringGetCString": self.copy,
            "CFArrayGetValueAtIndex": lambda array, at: self.borrowed(self.objects[array][at]),
            "CFURLCopyFileSystemPath": lambda url, style: self.made(self.objects[url]),
            "CFRelease": self.held.remove,
            "LSCopyDefaultHandlerForURLScheme": lambda name: self.made(self.openers.get(self.objects[name])),
            "LSSetDefaultHandlerForURLScheme": self.set_opener,
            "LSCopyApplicationURLsForBundleIdentifier": lambda app, _: self.made(self.where(app)),
        }.items():
            setattr(self, name, Function(does))
        self.services = SystemLaunchServices(self, self)

    def borrowed(self, value: Any) -> int:
        address = 2**40 + 16 * len(self.objects)  # more than 32 bits, as addresses are
        self.objects[address] = value
        return address

    def made(self, value: Any) -> int | None:
        if value is None:
            return None
        self.held.append(self.borrowed(value))
        return self.held[-1]

    def copy(self, string: int, buffer: Any, size: int, encoding: int) -> bool:
        assert encoding == 0x08000100
        buffer.value = self.objects[string].encode()
        return True

    def where(self, app: int) -> list[str] | None:
        place = self.places.get(self.objects[app].lower())
        return [place] if place else None

    def set_opener(self, name: int, app: int) -> int:
        if not self.refuses:
            self.openers[self.objects[name]] = self.objects[app]
        return self.refuses


def test_openers_are_read_and_set_and_all_that_was_made_is_let_go() -> None:
    mac = Mac("a.b", tel="com.apple.FaceTime")
    assert mac.services.own_app() == "a.b"
    assert (mac.services.opener("tel"), mac.services.opener("sip")) == ("com.apple.FaceTime", "")
    assert mac.services.set_opener("sip", "a.b") == 0
    assert mac.openers == {"tel": "com.apple.FaceTime", "sip": "a.b"}
    mac.refuses = -10814
    assert mac.services.set_opener("tel", "a.b") == -10814
    assert mac.services.place_of("com.apple.FaceTime") == "/System/Applications/FaceTime.app"
    assert mac.services.place_of("not.there") == ""
    assert Mac().services.own_app() == ""
    assert mac.held == []


def test_no_address_is_cut_to_32_bits() -> None:
    mac = Mac()
    for name in ("CFBundleGetMainBundle", "CFBundleGetIdentifier", "CFStringCreateWithCString"):
        assert getattr(mac, name).restype is ctypes.c_void_p
    for name in ("CFURLCopyFileSystemPath", "LSCopyDefaultHandlerForURLScheme", "CFArrayGetValueAtIndex"):
        assert getattr(mac, name).restype is ctypes.c_void_p
        assert getattr(mac, name).argtypes[0] is ctypes.c_void_p
