"""A session bus of a test's own."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

NOWHERE = "unix:path=/nowhere/at/all"


def needs_dbus() -> list[pytest.MarkDecorator]:
    """Marks for tests that want one."""
    return [
        pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is Linux's"),
        pytest.mark.skipif(shutil.which("dbus-daemon") is None, reason="not installed: dbus-daemon"),
    ]


@contextmanager
def session_bus() -> Iterator[None]:
    """A session bus in this process's environment, and no system bus."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    daemon = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert daemon.stdout is not None
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(os.environ, "DBUS_SESSION_BUS_ADDRESS", daemon.stdout.readline().strip())
        patch.setitem(os.environ, "DBUS_SYSTEM_BUS_ADDRESS", NOWHERE)
        try:
            yield
        finally:
            daemon.terminate()
            daemon.wait()
            daemon.stdout.close()
