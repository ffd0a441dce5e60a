"""What every test runs in: no screen, no network beyond this computer, and a home directory of its own."""

import os
import socket
import sys
import threading
from collections.abc import Iterator
from ipaddress import ip_address
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is no failure: nothing here is timed absolutely.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")

if "QT_QPA_PLATFORM" not in os.environ:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("DISPLAY", None)
    os.environ.pop("WAYLAND_DISPLAY", None)
os.environ["QT_API"] = "pyside6"

_reached_out: list[str] = []


def _is_here(host: str) -> bool:
    if host in {"", "localhost", "0.0.0.0", "::"}:
        return True
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


def _stay_home(event: str, arguments: tuple[Any, ...]) -> None:
    """Refuse what leaves this computer, and remember it: the code under test may swallow the error."""
    if event == "socket.connect" and isinstance(arguments[1], tuple):
        host = str(arguments[1][0])
    elif event == "socket.getaddrinfo" and arguments[0]:
        host = arguments[0].decode() if isinstance(arguments[0], bytes) else str(arguments[0])
        if host.endswith(
            ".invalid"
        ):  # the name that never resolves (RFC 2606): answered here, without a question outside
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        if host == socket.gethostname():
            return
    else:
        return
    if not _is_here(host):
        _reached_out.append(f"{event} {host}")
        raise PermissionError(f"A test tried to reach {host}; only this computer may be reached.")


sys.addaudithook(_stay_home)


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home directory for this test run, so that nobody's settings, keyring or autostart is read or changed."""
    home = tmp_path_factory.mktemp("home")
    runtime = home / "run"
    runtime.mkdir(mode=0o700)
    with pytest.MonkeyPatch.context() as patch:
        for name in [name for name in os.environ if name.startswith(("AGENT_DESKTOP_", "XDG_"))]:
            patch.delenv(name)
        patch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
        for name in ("HOME", "USERPROFILE"):
            patch.setenv(name, str(home))
        for name in ("APPDATA", "LOCALAPPDATA"):
            patch.setenv(name, str(home / name.lower()))
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        if sys.platform != "linux":
            patch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")
        yield home


@pytest.fixture(autouse=True)
def no_leftovers() -> Iterator[None]:
    """A test reaches nobody, and its windows and threads end with it."""
    _reached_out.clear()
    threads = set(threading.enumerate())
    yield
    _close_windows()
    left = [thread for thread in threading.enumerate() if thread not in threads and not thread.daemon]
    for thread in left:
        thread.join(timeout=5)
    assert not [thread.name for thread in left if thread.is_alive()], "threads outlived their test"
    assert not _reached_out, "only this computer may be reached"


@pytest.fixture(scope="session")
def qapp_cls() -> type[Any]:
    """What pytest-qt makes: the program's own application."""
    from agent_desktop.ui.application import Application

    return Application


def _close_windows() -> None:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return
    for window in widgets.QApplication.topLevelWidgets():
        if window.parent() is None:
            window.close()
            window.deleteLater()
