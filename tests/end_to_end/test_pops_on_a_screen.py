"""The whole program on a real X server: from webhooks at its listener to pops beside a window that is typed in."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.end_to_end.program import PATIENCE_S, Program, wait_for
from tests.ui.test_pop_on_x11 import Program as Other
from tests.x_server import needs_x11, x_server, xdotool

pytestmark = needs_x11("xrandr")

RING = "/api/callcenter/call_in?phone=09383637{n:02}&queue=999&extension={extension}&callid={callid}&event=RINGING"
ANSWER = "/api/callcenter/call_in?phone=0938363739&queue=999&extension={extension}&callid={callid}&event=ANSWER"
SENTENCE = "the quick brown fox jumps over the lazy dog while the phone rings and rings and rings again 0123456789"
CALLS = 50


class Desk:
    """The program, and another one that has the focus."""

    def __init__(self, program: Program, other: Other, environ: dict[str, str]) -> None:
        self.program = program
        self.other = other
        self.environ = environ

    def ring(self, callid: str, extension: str = "101", n: int = 39) -> None:
        assert "200" in self.program.send(RING.format(callid=callid, extension=extension, n=n))

    def focus(self) -> str:
        return xdotool(self.environ, "getwindowfocus", "getwindowname")

    def pops(self) -> list[str]:
        """The windows that show calls; one that is parked beside all screens shows none."""
        windows = xdotool(self.environ, "search", "--onlyvisible", "--name", "^Calls$").split()
        return [window for window in windows if _reaches_a_screen(self.place(window))]

    def place(self, window: str) -> tuple[int, int, int, int]:
        """The window's x, y, width and height."""
        told = xdotool(self.environ, "getwindowgeometry", "--shell", window)
        values = dict(line.split("=") for line in told.splitlines())
        return int(values["X"]), int(values["Y"]), int(values["WIDTH"]), int(values["HEIGHT"])


def _reaches_a_screen(place: tuple[int, int, int, int]) -> bool:
    x, y, width, height = place
    return x + width > 0 and y + height > 0


@contextmanager
def desk(
    folder: Path, linger_s: float, size: str = "1280x800", monitors: int = 1, pbx_url: str = "http://127.0.0.1:9"
) -> Iterator[Desk]:
    with x_server(size, monitors) as environ:
        other = Other("other", environ)
        here = {"QT_QPA_PLATFORM": "xcb", "DBUS_SESSION_BUS_ADDRESS": "disabled:", "DISPLAY": environ["DISPLAY"]}
        program = Program(folder, **here)
        try:
            other.hear("ready")
            program.set_up(pbx_url, "--set", f"pop.linger_seconds={linger_s}")
            program.start()
            made = Desk(program, other, environ)
            wait_for(lambda: xdotool(environ, "search", "--onlyvisible", "--name", "^Agent Desktop$"), "its window")
            window = xdotool(environ, "search", "--onlyvisible", "--name", "^Another program$").split()[0]
            xdotool(environ, "windowactivate", "--sync", window)
            wait_for(lambda: made.focus() == "Another program", "the focus there")
            yield made
            program.stop()
        finally:
            program.kill()
            other.close()


def test_fifty_calls_pop_while_someone_types_elsewhere(tmp_path):
    with desk(tmp_path, 0.0) as at:
        typing = subprocess.Popen(["xdotool", "type", "--delay", "15", SENTENCE], env=at.environ)
        for n in range(CALLS):
            at.ring(f"c{n}", n=n)
            assert at.focus() == "Another program"
        wait_for(at.pops, "the pop")
        assert typing.wait(PATIENCE_S) == 0
        at.other.hear("text", SENTENCE)
        for key in ("Return", "space", "x"):
            xdotool(at.environ, "key", key)
        at.other.hear("text", f"{SENTENCE}\n x")
        assert len(at.pops()) == 1, "one window for all of them"


def test_a_pop_folds_when_a_colleague_answers(tmp_path):
    with desk(tmp_path, 0.5) as at:
        at.ring("c1")
        at.ring("c1", extension="102")
        wait_for(at.pops, "the pop")
        assert "200" in at.program.send(ANSWER.format(callid="c1", extension="102"))
        wait_for(lambda: not at.pops(), "the pop to fold")
        assert at.focus() == "Another program"


def test_a_pop_comes_up_on_the_screen_that_holds_the_pointer(tmp_path):
    with desk(tmp_path, 0.0, "1600x800", monitors=2) as at:
        for callid, pointer in (("c1", 1200), ("c2", 300)):
            xdotool(at.environ, "mousemove", str(pointer), "300")
            at.ring(callid)
            x, y, width, height = at.place(wait_for(at.pops, "the pop")[0])
            left = 800 * (pointer // 800)
            assert left <= x, "inside that screen"
            assert x + width <= left + 800
            assert 0 <= y <= y + height <= 800
            assert "200" in at.program.send(f"/api/callcenter/hangup?callid={callid}")
            wait_for(lambda: not at.pops(), "the pop to close")
