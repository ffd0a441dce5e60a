"""A real X server with a window manager, for tests of what only such a one decides: focus, stacking, screens."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest

ENDS_WITHIN_S = 60.0


def needs_x11(*more: str) -> list[pytest.MarkDecorator]:
    """Marks for tests that want one, and these tools besides."""
    missing = [tool for tool in ("Xvfb", "openbox", "xdotool", *more) if shutil.which(tool) is None]
    return [
        pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's"),
        pytest.mark.skipif(bool(missing), reason=f"not installed: {', '.join(missing)}"),
    ]


@contextmanager
def x_server(size: str = "1280x800", monitors: int = 1) -> Iterator[dict[str, str]]:
    """The environment of programs on it. Several monitors share its width, side by side."""
    with ExitStack() as stack:
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-noreset", "-screen", "0", f"{size}x24"]
        server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        stack.callback(_end, server)
        with os.fdopen(reading) as told:
            environ = {**os.environ, "DISPLAY": f":{told.readline().strip()}"}
        if monitors > 1:
            _divide(size, monitors, environ)
        stack.callback(_end, subprocess.Popen(["openbox"], env=environ, stderr=subprocess.DEVNULL))
        yield environ


def xdotool(environ: dict[str, str], *arguments: str) -> str:
    """What it prints."""
    done = subprocess.run(["xdotool", *arguments], check=False, env=environ, capture_output=True, text=True)
    return done.stdout.strip()


def _divide(size: str, monitors: int, environ: dict[str, str]) -> None:
    width, height = map(int, size.split("x"))
    part = width // monitors
    for place in range(monitors):
        where = f"{part}/{part // 4}x{height}/{height // 4}+{place * part}+0"
        monitor = ["xrandr", "--setmonitor", f"m{place}", where, "none" if place else "screen"]
        subprocess.run(monitor, env=environ, check=True, stdout=subprocess.DEVNULL)


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.terminate()
    process.wait(ENDS_WITHIN_S)
