"""The composition root: builds the parts, hands them to each other, and closes them in reverse."""

import asyncio
import logging
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agent_desktop.desk.connection import Connection
from agent_desktop.desk.dialling import dial_rules
from agent_desktop.desk.service import DeskService
from agent_desktop.desk.staged import is_anything_staged
from agent_desktop.desk.thread import DeskThread
from agent_desktop.desk.updates import Level, Notice
from agent_desktop.errors import AgentDesktopError, AlreadyRunning, StillStarting
from agent_desktop.store.store import Store
from agent_desktop.system.collector import hold_collector, settle_collector
from agent_desktop.system.control_server import ControlServer
from agent_desktop.system.heap import share_one_heap
from agent_desktop.system.log import set_up_logging
from agent_desktop.system.paths import Profile
from agent_desktop.system.qt_libraries import install_advice, missing_libraries, platform_for
from agent_desktop.system.redact import Redactor
from agent_desktop.system.secrets import SecretStore
from agent_desktop.system.single_instance import request
from agent_desktop.telephony.number import canonical

if TYPE_CHECKING:
    from agent_desktop.ui.desktop import Desktop

_log = logging.getLogger(__name__)

LISTEN_FIRST_S = 0.5
"""How long the windows wait for the listener. A keyring that asks for its password takes longer."""

SWITCH_INTERVAL_S = 0.0005
"""How long a thread may keep Python to itself while another waits. The default of 5 ms is a third of a display frame:
a desk that works would hold up a pop that wants to be painted.
"""


@dataclass(slots=True)
class OpenDesk:
    """The desk's parts, in the order in which they were opened."""

    control: ControlServer
    service: DeskService
    loop: asyncio.AbstractEventLoop

    async def close(self) -> None:
        """In reverse."""
        await self.service.close()
        await self.control.close()


def _apply_staged(profile: Profile) -> None:
    """Finish what a backup or a restore left to be done at the start. Raises StoreFailed."""
    if is_anything_staged(profile):
        from agent_desktop.desk.backup import apply_staged

        apply_staged(profile, time.time())


Ready = Callable[["Desktop", OpenDesk], None]


async def open_desk(
    profile: Profile, environ: Mapping[str, str], redactor: Redactor, quit_program: Callable[[], None]
) -> OpenDesk:
    """Take the profile, open the store, and begin to listen: the windows need not wait for a keyring's prompt.

    Raises AlreadyRunning, StoreFailed.
    """
    control = ControlServer(profile)
    opened: asyncio.Future[DeskService] = asyncio.get_running_loop().create_future()

    async def answer(verb: str, args: dict[str, object]) -> object:
        from agent_desktop.desk.control import Control  # few runs are asked anything

        # A second start waits for the first; a dial that comes late would surprise.
        if verb not in ("raise", "quit") and not (opened.done() and opened.result().started.is_set()):
            raise StillStarting
        return await Control(await asyncio.shield(opened), quit_program).answer(verb, args)

    await control.start(answer)
    try:
        await asyncio.to_thread(_apply_staged, profile)
        connection = Connection(profile, SecretStore(profile.id, environ), redactor.add)
        connection.read_settings()
        set_up_logging(profile.log_dir, connection.settings.log.level, redactor)

        def fold(number: str) -> str:
            return canonical(number, dial_rules(connection.settings.dial))  # which may be others by then

        store = await Store.open(profile.database, fold, time.time())
        if store.notice:
            connection.notices.append(Notice("store", Level.ERROR, store.notice))
        if store.failure is not None:
            connection.notices.append(Notice("disk", Level.ERROR, store.failure.title, store.failure.advice))
        service = DeskService(connection, store)
        service.begin()
        with suppress(TimeoutError):
            # Calls come first: the listener wants Python for itself, and so does loading Qt.
            await asyncio.wait_for(service.started.wait(), LISTEN_FIRST_S)
    except BaseException:
        opened.cancel()
        await control.close()
        raise
    opened.set_result(service)
    return OpenDesk(control, service, asyncio.get_running_loop())


def run(
    profile: Profile, environ: Mapping[str, str] = os.environ, *, show: bool = False, ready: Ready | None = None
) -> int:
    """Run the program until it is quit; the exit code. Where one runs already, raise that and end.

    `ready` is called on the windows' thread once everything is there.
    """
    told_to_end: list[int] = []
    signal.signal(signal.SIGTERM, lambda number, _: told_to_end.append(number))  # until the windows listen to it
    share_one_heap()
    hold_collector()
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    profile.create()
    redactor = Redactor()
    set_up_logging(profile.log_dir, "info", redactor)
    from agent_desktop.ui.qt_import import load_binding

    load_binding()
    quitting: list[Callable[[], None]] = []

    def quit_program() -> None:
        told_to_end.append(0)
        for quit_windows in quitting:
            quit_windows()

    thread = DeskThread()
    thread.start()
    # The desk opens while Qt loads: the listener is there long before the tray icon.
    opening = thread.submit(open_desk(profile, environ, redactor, quit_program))

    def start(desktop: "Desktop", opened: OpenDesk) -> None:
        if ready is not None:
            ready(desktop, opened)
        if told_to_end:
            desktop.quit_from_any_thread()

    try:
        return _show(profile, thread, opening, quitting, environ, show, start)
    except AlreadyRunning:
        request(profile, "raise")
        return 0
    finally:
        _close(thread, opening)


def _check_screen(environ: Mapping[str, str]) -> None:
    """Qt aborts without a word where a library or a screen is missing. Raises AgentDesktopError with the advice."""
    platform = platform_for(environ)
    missing = missing_libraries(platform)
    if missing:
        raise AgentDesktopError("The windows cannot be shown: Qt lacks system libraries.", install_advice(missing))
    if platform == "offscreen" and "QT_QPA_PLATFORM" not in environ:
        # A desk without a screen still receives, keeps and answers the command line.
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        sys.stderr.write("There is no screen, so Agent Desktop runs without windows.\n")


def _show(
    profile: Profile,
    thread: DeskThread,
    opening: "Future[OpenDesk]",
    quitting: list[Callable[[], None]],
    environ: Mapping[str, str],
    show: bool,
    ready: Ready,
) -> int:
    _check_screen(environ)
    opened = opening.result()
    from agent_desktop.ui.application import make_application
    from agent_desktop.ui.desktop import Desktop

    application = make_application()
    desktop = Desktop(application, opened.service, opened.loop, profile.root / "windows.ini", show=show)
    application.link_opened.connect(desktop.dial_link)
    quitting.append(desktop.quit_from_any_thread)
    settle_collector()
    ready(desktop, opened)
    try:
        return desktop.run()
    finally:
        desktop.close()


def _close(thread: DeskThread, opening: "Future[OpenDesk]") -> None:
    try:
        opened = opening.result()
        thread.submit(opened.close()).result()
    except AgentDesktopError as error:
        _log.info("%s", error.title)
    finally:
        thread.close()
