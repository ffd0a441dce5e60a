"""Global keys under Wayland: the desktop portal's GlobalShortcuts, spoken by a thread of its own."""

import asyncio
import threading
from collections.abc import Mapping
from contextlib import suppress
from itertools import count
from typing import Any

from jeepney.auth import AuthenticationError
from jeepney.bus_messages import MatchRule, message_bus
from jeepney.io.asyncio import DBusRouter, Proxy, open_dbus_router
from jeepney.low_level import Message
from jeepney.wrappers import DBusAddress, DBusErrorResponse, new_method_call, unwrap_msg

from agent_desktop.system.hotkeys import Listener
from agent_desktop.system.key_combination import KeyCombination

NO_PORTAL = "This desktop has no global keys for programs. Set one in the desktop's own settings instead."
NOT_ALLOWED = "The desktop did not allow this key. Choose it in the desktop's own settings for keys."

_PATH, _NAME = "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Desktop"
_SHORTCUTS = DBusAddress(_PATH, bus_name=_NAME, interface="org.freedesktop.portal.GlobalShortcuts")
_REGISTRY = DBusAddress(_PATH, bus_name=_NAME, interface="org.freedesktop.host.portal.Registry")
_APPLICATION = "agent-desktop"
_DESCRIPTIONS = {
    "dial_selection": "Dial the selected number",
    "focus_pop": "Go to the newest call",
    "open_crm": "Open the newest call in the CRM",
    "dismiss_pop": "Dismiss the newest call",
}
_MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
_KEYS = {"Space": "space", "Ins": "Insert", "Del": "Delete", "PgUp": "Page_Up", "PgDown": "Page_Down"}
_TOKENS = count(1)
_MOST_WAITING = 50
"""Signals that may wait to be read; a full queue drops what comes."""


def trigger_of(keys: KeyCombination) -> str:
    """A combination as the portal writes it: `CTRL+ALT+d`."""
    key = keys.key.lower() if len(keys.key) == 1 else _KEYS.get(keys.key, keys.key)
    return "+".join((*(_MODIFIERS[one] for one in keys.ordered), key))


class PortalHotkeys:
    """Each `bind` is a session of its own: a portal lets a session name its keys once."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._session: _Session | None = None

    def bind(self, wanted: Mapping[str, KeyCombination]) -> None:
        self.close()
        self._session = _Session(dict(wanted), self._listener)

    async def selection(self) -> str | None:
        return None

    def focus(self, window: int) -> bool:
        return False

    def give_back(self, window: int) -> None:
        pass

    def close(self) -> None:
        if self._session is not None:
            self._session.end()
            self._session = None


class _Session:
    def __init__(self, wanted: dict[str, KeyCombination], listener: Listener) -> None:
        self._wanted = wanted
        self._listener = listener
        self._loop = asyncio.new_event_loop()
        self._ended = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="hotkeys", daemon=True)
        self._thread.start()

    def end(self) -> None:
        with suppress(RuntimeError):  # it ended by itself
            self._loop.call_soon_threadsafe(self._ended.set)
        self._thread.join()

    def _run(self) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(self._live())

    async def _live(self) -> None:
        async with asyncio.TaskGroup() as group:
            serving = group.create_task(self._serve())
            await self._ended.wait()
            serving.cancel()

    async def _serve(self) -> None:
        try:
            async with open_dbus_router() as router:
                await self._open(router)
        except (OSError, EOFError, KeyError, ValueError, AuthenticationError, DBusErrorResponse):
            self._listener.bound(dict.fromkeys(self._wanted, NO_PORTAL))

    async def _open(self, router: DBusRouter) -> None:
        with suppress(DBusErrorResponse):  # older portals take the name from elsewhere
            await _call(router, new_method_call(_REGISTRY, "Register", "sa{sv}", (_APPLICATION, {})))
        token = {"session_handle_token": ("s", f"agent_desktop_{next(_TOKENS)}")}
        _, opened = await _request(router, "CreateSession", "a{sv}", (), token)
        session = opened["session_handle"][1]
        pressed = MatchRule(type="signal", interface=_SHORTCUTS.interface, member="Activated", path=_PATH)
        await Proxy(message_bus, router).AddMatch(pressed)
        with router.filter(pressed, bufsize=_MOST_WAITING) as presses:
            await self._bind(router, session)
            while True:
                handle, name, *_ = (await presses.get()).body
                if handle == session:
                    self._listener.pressed(name)

    async def _bind(self, router: DBusRouter, session: str) -> None:
        if not self._wanted:
            self._listener.bound({})
            return
        shortcuts = [
            (name, {"description": ("s", _DESCRIPTIONS[name]), "preferred_trigger": ("s", trigger_of(keys))})
            for name, keys in self._wanted.items()
        ]
        code, answer = await _request(router, "BindShortcuts", "oa(sa{sv})sa{sv}", (session, shortcuts, ""), {})
        granted = {name for name, _ in answer["shortcuts"][1]} if not code and "shortcuts" in answer else set()
        self._listener.bound({name: "" if name in granted else NOT_ALLOWED for name in self._wanted})


async def _call(router: DBusRouter, message: Message) -> tuple[Any, ...]:
    body: tuple[Any, ...] = unwrap_msg(await router.send_and_get_reply(message))
    return body


async def _request(
    router: DBusRouter, method: str, signature: str, body: tuple[Any, ...], options: dict[str, Any]
) -> tuple[int, dict[str, Any]]:
    """Ask the portal, and wait for the signal that answers, however long the user takes: (code, results)."""
    token = f"agent_desktop_{next(_TOKENS)}"
    path = f"{_PATH}/request/{router.unique_name[1:].replace('.', '_')}/{token}"
    answered = MatchRule(type="signal", interface="org.freedesktop.portal.Request", member="Response", path=path)
    await Proxy(message_bus, router).AddMatch(answered)
    with router.filter(answered) as answers:
        asked = (*body, {**options, "handle_token": ("s", token)})
        await _call(router, new_method_call(_SHORTCUTS, method, signature, asked))
        code, results = (await answers.get()).body
    return code, results
