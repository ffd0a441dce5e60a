"""A screen of the benchmarks' own, so that both sides are shown alike and nobody's desktop is disturbed."""

import os
import shutil
import subprocess
from types import TracebackType

_CERTIFICATES = ("SSL_CERT_FILE", "SSL_CERT_DIR")


class Screen:
    """An X server with a window manager and a tray; where they are not installed, Qt's offscreen platform."""

    def __init__(self) -> None:
        self.name = "offscreen"
        self.environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        # Nor is what this shell was told of certificates a desktop's: a file of them is read as a whole, which is 1 MB.
        for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_SCALE_FACTOR", "PYTHONDONTWRITEBYTECODE", *_CERTIFICATES):
            self.environment.pop(name, None)
        self._processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "Screen":
        if shutil.which("Xvfb") and shutil.which("openbox") and shutil.which("trayer"):
            try:
                self._start_server()
                self._start("openbox")
                self._start("trayer", "--edge", "bottom", "--align", "right", "--height", "24")
            except BaseException:
                self._end()
                raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._end()

    def _start_server(self) -> None:
        read, write = os.pipe()
        server = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
        self._processes.append(subprocess.Popen(server, pass_fds=(write,), stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as display:
            number = display.readline().strip()
        if not number:
            raise SystemExit("Xvfb did not start.")
        self.name = "Xvfb, openbox, trayer"
        self.environment |= {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}

    def _start(self, *command: str) -> None:
        started = subprocess.Popen(command, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._processes.append(started)

    def _end(self) -> None:
        for process in reversed(self._processes):
            process.terminate()
            process.wait()
