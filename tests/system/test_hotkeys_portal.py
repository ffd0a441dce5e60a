"""Global keys by the desktop's portal, on a real D-Bus with a portal of the test's own."""

import queue
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.low_level import Message, MessageType
from jeepney.wrappers import DBusAddress, new_error, new_method_return, new_signal

from agent_desktop.system.hotkeys import Listener
from agent_desktop.system.hotkeys_portal import NO_PORTAL, NOT_ALLOWED, PortalHotkeys
from agent_desktop.system.key_combination import KeyCombination
from tests.session_bus import needs_dbus, session_bus

pytestmark = needs_dbus()

NAME, PATH = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop"
SHORTCUTS = DBusAddress(PATH, interface="org.freedesktop.portal.GlobalShortcuts")
SESSION = "/session/1"
WITHIN_S = 30


class Portal(threading.Thread):
    """Grants the keys that are in `granted`; None refuses altogether."""

    def __init__(self, granted: set[str] | None) -> None:
        super().__init__()
        self.granted = granted
        self.asked: list[tuple[str, Any]] = []
        self.connection: DBusConnection = open_dbus_connection()
        self.connection.send_and_get_reply(message_bus.RequestName(NAME))

    def run(self) -> None:
        while True:
            message = self.connection.receive()
            member = message.header.fields.get(3)
            if member == "End":
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message, str(member))

    def _answer(self, message: Message, member: str) -> None:
        if member == "Register":
            self.connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
            return
        token = message.body[-1]["handle_token"][1]
        sender = message.header.fields[7]
        path = f"{PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        self.asked.append((member, message.body))
        self.connection.send(new_method_return(message, "o", (path,)))
        results: dict[str, Any] = {"session_handle": ("s", SESSION)}
        if member == "BindShortcuts" and self.granted is not None:
            results = {"shortcuts": ("a(sa{sv})", [(name, {}) for name in self.granted])}
        code = 1 if member == "BindShortcuts" and self.granted is None else 0
        answer = DBusAddress(path, interface="org.freedesktop.portal.Request")
        self.connection.send(new_signal(answer, "Response", "ua{sv}", (code, results)))

    def press(self, name: str, session: str = SESSION) -> None:
        self.connection.send(new_signal(SHORTCUTS, "Activated", "osta{sv}", (session, name, 1, {})))

    def end(self) -> None:
        with open_dbus_connection() as other:
            other.send(new_signal(DBusAddress("/end", interface="test.End"), "End"))
            self.join(WITHIN_S)
        self.connection.close()


@pytest.fixture(autouse=True)
def bus() -> Iterator[None]:
    with session_bus():
        yield


def listen() -> tuple[PortalHotkeys, "queue.Queue[object]"]:
    told: queue.Queue[object] = queue.Queue()
    return PortalHotkeys(Listener(told.put, told.put)), told


def keys(**wanted: str) -> dict[str, KeyCombination]:
    return {name: KeyCombination.read(text) for name, text in wanted.items()}


@pytest.fixture
def portal(request: pytest.FixtureRequest) -> Iterator[Portal]:
    made = Portal(getattr(request, "param", {"dial_selection"}))
    made.connection.send_and_get_reply(message_bus.AddMatch("type='signal',interface='test.End'"))
    made.start()
    yield made
    made.end()


def test_keys_are_asked_for_and_heard(portal: Portal) -> None:
    hotkeys, told = listen()
    hotkeys.bind(keys(dial_selection="Ctrl+Alt+C", focus_pop="F9"))
    assert told.get(timeout=WITHIN_S) == {"dial_selection": "", "focus_pop": NOT_ALLOWED}
    method, (session, shortcuts, _, _) = portal.asked[-1]
    assert (method, session) == ("BindShortcuts", SESSION)
    assert [(name, values["preferred_trigger"][1]) for name, values in shortcuts] == [
        ("dial_selection", "CTRL+ALT+c"),
        ("focus_pop", "F9"),
    ]
    portal.press("focus_pop", "/session/of/another")
    portal.press("dial_selection")
    assert told.get(timeout=WITHIN_S) == "dial_selection"
    hotkeys.bind({})
    assert told.get(timeout=WITHIN_S) == {}
    hotkeys.close()


@pytest.mark.parametrize("portal", [None], indirect=True)
def test_a_user_who_refuses_is_told(portal: Portal) -> None:
    hotkeys, told = listen()
    hotkeys.bind(keys(focus_pop="F9"))
    assert told.get(timeout=WITHIN_S) == {"focus_pop": NOT_ALLOWED}
    hotkeys.close()


def test_a_desktop_without_a_portal_is_told() -> None:
    hotkeys, told = listen()
    hotkeys.bind(keys(focus_pop="F9"))
    assert told.get(timeout=WITHIN_S) == {"focus_pop": NO_PORTAL}
    hotkeys.close()
