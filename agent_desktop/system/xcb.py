"""As much of X11 as global keys need, by libxcb, which Qt needs as well. A connection is for one thread."""

import ctypes
import ctypes.util
import struct
from collections.abc import Iterator
from typing import Any

KEY_PRESS, KEY_RELEASE, SELECTION_NOTIFY, MAPPING_NOTIFY = 2, 3, 31, 34
SHIFT, LOCK, CONTROL, ALT, META = 1, 2, 4, 8, 64
REVERT_TO_POINTER_ROOT = 1
PRIMARY = 1  # the one selection that has a fixed atom
INTEGER = 19

_HEADER = 32
_NUM_LOCK = 0xFF7F
_INPUT_ONLY = 2
_LONGEST_PROPERTY = 16 * 1024  # in units of four bytes


class XcbFailed(Exception):
    """There is no library, no X server, or none that answers."""


class _Cookie(ctypes.Structure):
    _fields_ = (("sequence", ctypes.c_uint),)


class _Screens(ctypes.Structure):
    _fields_ = (("data", ctypes.POINTER(ctypes.c_uint32)), ("rem", ctypes.c_int), ("index", ctypes.c_int))


_byte, _short, _long, _address = ctypes.c_uint8, ctypes.c_uint16, ctypes.c_uint32, ctypes.c_void_p
_REQUESTS = {
    "grab_key_checked": (_byte, _long, _short, _byte, _byte, _byte),
    "ungrab_key": (_byte, _long, _short),
    "create_window": (_byte, *(_long,) * 2, *(_short,) * 6, _long, _long, _address),
    "convert_selection": (_long,) * 5,
    "set_input_focus": (_byte, _long, _long),
}
_QUESTIONS = {
    "get_keyboard_mapping": (_byte, _byte),
    "get_modifier_mapping": (),
    "intern_atom": (_byte, _short, ctypes.c_char_p),
    "get_property": (_byte, *(_long,) * 5),
    "get_input_focus": (),
}


class Xcb:
    """A connection to the X server that `display` names, or DISPLAY. Raises XcbFailed."""

    def __init__(self, display: str = "") -> None:
        self._library = _load()
        self._free = ctypes.CDLL(None).free
        self._free.argtypes = (_address,)
        self._connection = self._library.xcb_connect(display.encode() or None, None)
        if self._library.xcb_connection_has_error(self._connection):
            self._library.xcb_disconnect(self._connection)
            raise XcbFailed
        setup = self._library.xcb_get_setup(self._connection)
        self._first_key, self._last_key = ctypes.string_at(setup + 34, 2)
        self.root = int(self._library.xcb_setup_roots_iterator(setup).data[0])
        self.descriptor = int(self._library.xcb_get_file_descriptor(self._connection))

    def close(self) -> None:
        """End it; grabs and windows go with it."""
        self._library.xcb_disconnect(self._connection)

    # Keys.

    def grab(self, key: int, modifiers: int) -> bool:
        """Have the key delivered here whoever has the focus; False where another program has it already."""
        cookie = self._send("grab_key_checked", 1, self.root, modifiers, key, 1, 1)
        return not self._copy(self._library.xcb_request_check(self._connection, cookie), _HEADER)

    def ungrab(self, key: int, modifiers: int) -> None:
        """Give it back."""
        self._send("ungrab_key", key, self.root, modifiers)

    def keys_of(self, keysym: int) -> set[int]:
        """The codes of the keys that bear this symbol without or with Shift, in any of the keyboard's layouts."""
        reply = self._ask("get_keyboard_mapping", self._first_key, self._last_key - self._first_key + 1)
        symbols = [symbol for (symbol,) in struct.iter_unpack("=I", reply[_HEADER:])]
        each = reply[1]
        return {self._first_key + place // each for place, symbol in enumerate(symbols) if symbol == keysym}

    def num_lock(self) -> int:
        """The modifier that Num Lock is, 0 for none."""
        reply, keys = self._ask("get_modifier_mapping"), self.keys_of(_NUM_LOCK)
        each = reply[1]
        modifiers = (reply[_HEADER + place * each : _HEADER + (place + 1) * each] for place in range(8))
        return sum(1 << place for place, codes in enumerate(modifiers) if keys & set(codes))

    # Selections.

    def make_window(self) -> int:
        """A window that is never seen, to receive selections."""
        window = int(self._library.xcb_generate_id(self._connection))
        self._send("create_window", 0, window, self.root, 0, 0, 1, 1, 0, _INPUT_ONLY, 0, 0, None)
        return window

    def atom(self, name: str) -> int:
        """The number of a name."""
        reply = self._ask("intern_atom", 0, len(name), name.encode())
        return int(struct.unpack_from("=I", reply, 8)[0]) if reply else 0

    def want_selection(self, window: int, selection: int, target: int) -> None:
        """Ask whoever owns it; SELECTION_NOTIFY answers, and the text is a property of the window, named as it is."""
        self._send("convert_selection", window, selection, target, selection, 0)
        self.flush()

    def take_property(self, window: int, name: int, kind: int) -> bytes:
        """What stands there, if it is of this kind; it is deleted."""
        reply = self._ask("get_property", 1, window, name, kind, 0, _LONGEST_PROPERTY)
        if not reply:
            return b""
        (length,) = struct.unpack_from("=I", reply, 16)
        return reply[_HEADER : _HEADER + length * reply[1] // 8]

    # Focus.

    def focused(self) -> int:
        """The window that has the keyboard."""
        reply = self._ask("get_input_focus")
        return int(struct.unpack_from("=I", reply, 8)[0]) if reply else 0

    def focus(self, window: int) -> None:
        """Give it the keyboard; a window that is gone is no matter."""
        self._send("set_input_focus", REVERT_TO_POINTER_ROOT, window, 0)
        self.flush()

    # The wire.

    def events(self) -> Iterator[bytes]:
        """What has come; 32 bytes each. Raises XcbFailed once the server is gone."""
        self.flush()
        while event := self._copy(self._library.xcb_poll_for_event(self._connection), _HEADER):
            yield event
        if self._library.xcb_connection_has_error(self._connection):
            raise XcbFailed

    def flush(self) -> None:
        """Send what waits."""
        self._library.xcb_flush(self._connection)

    def _send(self, name: str, *arguments: object) -> Any:
        return getattr(self._library, f"xcb_{name}")(self._connection, *arguments)

    def _ask(self, name: str, *arguments: object) -> bytes:
        cookie = self._send(name, *arguments)
        answer = getattr(self._library, f"xcb_{name}_reply")(self._connection, cookie, None)
        if not answer:
            return b""
        (length,) = struct.unpack("=I", ctypes.string_at(answer + 4, 4))
        return self._copy(answer, _HEADER + 4 * length)

    def _copy(self, answer: int | None, size: int) -> bytes:
        if not answer:
            return b""
        copied = ctypes.string_at(answer, size)
        self._free(answer)
        return copied


def _load() -> Any:
    try:
        library = ctypes.CDLL("libxcb.so.1")
    except OSError as error:
        raise XcbFailed from error
    library.xcb_connect.argtypes, library.xcb_connect.restype = (ctypes.c_char_p, _address), _address
    for name in ("connection_has_error", "get_setup", "disconnect", "generate_id", "get_file_descriptor"):
        getattr(library, f"xcb_{name}").argtypes = (_address,)
    for name in ("poll_for_event", "flush"):
        getattr(library, f"xcb_{name}").argtypes = (_address,)
    library.xcb_get_setup.restype = library.xcb_poll_for_event.restype = library.xcb_request_check.restype = _address
    library.xcb_generate_id.restype = _long
    library.xcb_request_check.argtypes = (_address, _Cookie)
    library.xcb_setup_roots_iterator.argtypes = (_address,)
    library.xcb_setup_roots_iterator.restype = _Screens
    for name, kinds in (_REQUESTS | _QUESTIONS).items():
        function = getattr(library, f"xcb_{name}")
        function.argtypes, function.restype = (_address, *kinds), _Cookie
    for name in _QUESTIONS:
        reply = getattr(library, f"xcb_{name}_reply")
        reply.argtypes, reply.restype = (_address, _Cookie, _address), _address
    return library
