"""The screen's lock, told on a real D-Bus."""

import asyncio
import os
from collections.abc import Callable, Iterator

import pytest
from jeepney.io.blocking import open_dbus_connection
from jeepney.low_level import Message
from jeepney.wrappers import DBusAddress, new_signal

from agent_desktop.system.screen_lock import watch_lock
from agent_desktop.system.screen_lock_dbus import watch_buses
from tests.session_bus import NOWHERE, needs_dbus, session_bus

pytestmark = needs_dbus()


@pytest.fixture
def bus() -> Iterator[None]:
    with session_bus():
        yield


def saver(path: str, interface: str, is_active: bool) -> Message:
    return new_signal(DBusAddress(path, interface=interface), "ActiveChanged", "b", (is_active,))


def tell(*signals: Message) -> None:
    with open_dbus_connection() as connection:
        for signal in signals:
            connection.send(signal)


def heard_of(act: Callable[[], None]) -> set[bool]:
    """What is heard of what is done, again and again until something is."""
    heard: list[bool] = []

    async def scene() -> None:
        watching = asyncio.ensure_future(watch_buses(os.environ, heard.append))
        async with asyncio.timeout(30):
            while not heard:
                await asyncio.to_thread(act)
                await asyncio.sleep(0.01)
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)

    asyncio.run(scene())
    return set(heard)


@pytest.mark.usefixtures("bus")
@pytest.mark.parametrize(
    ("path", "interface"),
    [
        ("/org/gnome/ScreenSaver", "org.gnome.ScreenSaver"),
        ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver"),
    ],
)
def test_a_lock_is_heard(path: str, interface: str) -> None:
    other = saver(path, "com.example.ScreenSaver", False)
    assert heard_of(lambda: tell(other, saver(path, interface, True))) == {True}


def test_without_a_bus_it_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SESSION", "SYSTEM"):
        monkeypatch.setenv(f"DBUS_{name}_BUS_ADDRESS", NOWHERE)
    asyncio.run(watch_buses(os.environ, lambda _: None))


def test_an_unlock_that_is_the_first_thing_heard_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    async def buses(_: object, tell: Callable[[bool], None]) -> None:
        for is_locked in (False, False, True, True, False):
            tell(is_locked)

    heard: list[bool] = []
    monkeypatch.setattr("agent_desktop.system.screen_lock_dbus.watch_buses", buses)
    asyncio.run(watch_lock(heard.append))
    assert heard == [False, True, False]
