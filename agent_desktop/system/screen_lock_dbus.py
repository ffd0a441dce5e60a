"""The screen's lock as Linux desktops tell it: their screen savers on the session's bus, logind on the system's."""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress

from jeepney.auth import AuthenticationError
from jeepney.bus_messages import MatchRule, message_bus
from jeepney.io.asyncio import DBusRouter, Proxy, open_dbus_router
from jeepney.low_level import Message
from jeepney.wrappers import DBusAddress, DBusErrorResponse, new_method_call, unwrap_msg

_SAVERS = ("org.freedesktop", "org.gnome", "org.cinnamon", "org.mate", "org.xfce")
_LOGIND = "org.freedesktop.login1"
_MANAGER = DBusAddress("/org/freedesktop/login1", bus_name=_LOGIND, interface=f"{_LOGIND}.Manager")
_MOST_WAITING = 50
_NO_BUS = (OSError, EOFError, KeyError, ValueError, AuthenticationError, DBusErrorResponse)

Tell = Callable[[bool], None]
Follow = Callable[[DBusRouter, Mapping[str, str], Tell], Awaitable[None]]


async def watch_buses(environ: Mapping[str, str], tell: Tell) -> None:
    """Tell what either says, until cancelled; ends where neither is there."""
    async with asyncio.TaskGroup() as group:
        group.create_task(_watch("SESSION", _follow_savers, environ, tell))
        group.create_task(_watch("SYSTEM", _follow_logind, environ, tell))


async def _watch(bus: str, follow: Follow, environ: Mapping[str, str], tell: Tell) -> None:
    with suppress(*_NO_BUS):
        async with open_dbus_router(bus) as router:
            await follow(router, environ, tell)


async def _follow_savers(router: DBusRouter, environ: Mapping[str, str], tell: Tell) -> None:
    rules = [MatchRule(type="signal", interface=f"{saver}.ScreenSaver", member="ActiveChanged") for saver in _SAVERS]
    news: asyncio.Queue[Message] = asyncio.Queue(_MOST_WAITING)
    for rule in rules:
        await Proxy(message_bus, router).AddMatch(rule)
        router.filter(rule, queue=news)
    while True:
        message = await news.get()
        if message.body and isinstance(message.body[0], bool):
            tell(message.body[0])


async def _follow_logind(router: DBusRouter, environ: Mapping[str, str], tell: Tell) -> None:
    session = environ.get("XDG_SESSION_ID", "")
    question = (
        new_method_call(_MANAGER, "GetSession", "s", (session,))
        if session
        else new_method_call(_MANAGER, "GetSessionByPID", "u", (os.getpid(),))
    )
    (path,) = unwrap_msg(await router.send_and_get_reply(question))
    rule = MatchRule(type="signal", interface="org.freedesktop.DBus.Properties", member="PropertiesChanged", path=path)
    await Proxy(message_bus, router).AddMatch(rule)
    with router.filter(rule, bufsize=_MOST_WAITING) as news:
        while True:
            _, changed, _ = (await news.get()).body
            if "LockedHint" in changed:
                tell(bool(changed["LockedHint"][1]))
