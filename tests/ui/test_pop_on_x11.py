"""The screen pop on a real X server with a real window manager: whose keys go where."""

import json
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.x_server import needs_x11, x_server

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = Path(__file__).with_name("pop_program.py")
HANG_S = 60.0
SENTENCE = "the quick brown fox jumps over the lazy dog 0123456789 and goes on to type all of this"

pytestmark = needs_x11()


def wait_for(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + HANG_S
    while not condition():
        assert time.monotonic() < end, f"never: {what}"
        time.sleep(0.02)


class Program:
    """One of the two programs, its commands and what it said."""

    def __init__(self, role: str, environ: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(PROGRAM), role],
            env={**environ, "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "xcb"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._said: queue.Queue[list[object]] = queue.Queue()
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._said.put(json.loads(line))

    def do(self, *command: str) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command) + "\n")
        self.process.stdin.flush()

    def hear(self, *wanted: object) -> list[object]:
        """What it says next that begins like this; everything before is passed over."""
        while True:
            said = self._said.get(timeout=HANG_S)
            if said[: len(wanted)] == list(wanted):
                return said

    def close(self) -> None:
        self.process.stdin.close()  # type: ignore[union-attr]
        self.process.wait(HANG_S)
        self._reader.join()
        self.process.stdout.close()  # type: ignore[union-attr]


class Screen:
    """An X server with a window manager, the pop, and another program that has the focus."""

    def __init__(self, environ: dict[str, str], pop: Program, other: Program) -> None:
        self.environ = environ
        self.pop = pop
        self.other = other

    def xdotool(self, *arguments: str) -> str:
        done = subprocess.run(["xdotool", *arguments], check=False, env=self.environ, capture_output=True, text=True)
        return done.stdout.strip()

    def focus(self) -> str:
        return self.xdotool("getwindowfocus", "getwindowname")

    def wait_for_focus(self, title: str) -> None:
        wait_for(lambda: self.focus() == title, f"the focus in {title!r}")

    def ring(self, callid: str) -> None:
        self.pop.do("ring", callid)
        self.pop.hear("painted", callid)

    def point_at(self, button: str) -> int:
        """Move the pointer to a button; the answer is the pop's window."""
        self.pop.do("where", button)
        _, x, y, window = self.pop.hear("where")
        self.xdotool("mousemove", str(x), str(y))
        assert isinstance(window, int)
        return window

    def wait_until_over(self, window: int) -> None:
        wait_for(lambda: self._is_over(window), "the pop under the pointer")

    def wait_until_clear_of(self, window: int) -> None:
        wait_for(lambda: not self._is_over(window), "no pop under the pointer")

    def _is_over(self, window: int) -> bool:
        return f"WINDOW={window}" in self.xdotool("getmouselocation", "--shell").split()

    def pop_window(self) -> int:
        """The pop's window."""
        self.pop.do("where", "Copy")
        window = self.pop.hear("where")[3]
        assert isinstance(window, int)
        return window

    def click(self, button: str) -> None:
        self.point_at(button)
        self.xdotool("click", "1")


@pytest.fixture
def screen() -> Iterator[Screen]:
    with ExitStack() as stack:
        environ = stack.enter_context(x_server())
        other, pop = Program("other", environ), Program("pop", environ)
        stack.callback(pop.close)
        stack.callback(other.close)
        made = Screen(environ, pop, other)
        for program in (other, pop):
            program.hear("ready")
        made.wait_for_focus("Another program")
        yield made


def test_keys_stay_where_they_were_typed_and_the_mouse_works(screen: Screen) -> None:
    typing = subprocess.Popen(["xdotool", "type", "--delay", "12", SENTENCE], env=screen.environ)
    for callid in "abcde":
        screen.ring(callid)
        assert screen.focus() == "Another program"
    assert typing.wait(HANG_S) == 0
    screen.other.hear("text", SENTENCE)
    for key in ("Return", "space", "x"):
        screen.xdotool("key", key)
    screen.other.hear("text", f"{SENTENCE}\n x")
    screen.click("Copy")
    assert screen.pop.hear("copy_requested") == ["copy_requested", "0938363739"]
    assert screen.focus() == "Another program"


def test_a_note_takes_the_keys_only_after_a_click_and_gives_them_back(screen: Screen) -> None:
    screen.ring("a")
    screen.pop.do("talk", "a")
    screen.click("Note")
    screen.wait_for_focus("Note")
    screen.xdotool("type", "wants the")
    screen.ring("b")
    screen.xdotool("type", " invoice")
    screen.xdotool("key", "Return")
    screen.pop.hear("note_changed", "a", "wants the invoice")
    screen.wait_for_focus("Another program")
    screen.xdotool("type", "on with it")
    screen.other.hear("text", "on with it")


def test_a_note_is_kept_when_the_agent_clicks_elsewhere(screen: Screen) -> None:
    screen.ring("a")
    screen.click("Note")
    screen.wait_for_focus("Note")
    screen.xdotool("type", "half a thought")
    screen.xdotool("mousemove", "200", "200", "click", "1")
    screen.pop.hear("note_changed", "a", "half a thought")
    screen.wait_for_focus("Another program")


def test_a_full_screen_window_does_not_hide_it(screen: Screen) -> None:
    screen.other.do("fill the screen")
    wait_for(lambda: "WIDTH=1280" in screen.xdotool("getwindowfocus", "getwindowgeometry", "--shell"), "full screen")
    screen.ring("a")
    assert screen.focus() == "Another program"
    window = screen.point_at("Copy")
    screen.wait_until_over(window)
    screen.xdotool("key", "x")
    screen.other.hear("text", "x")


def test_a_pop_without_a_call_covers_nothing_and_the_next_call_brings_it_back(screen: Screen) -> None:
    for callid in "abc":
        screen.ring(callid)
        window = screen.point_at("Copy")
        screen.wait_until_over(window)
        screen.xdotool("click", "1")
        screen.pop.hear("copy_requested")
        screen.pop.do("close", callid)
        screen.wait_until_clear_of(window)
        assert screen.focus() == "Another program"


def test_a_pop_that_has_the_keyboard_lets_go_of_it_with_its_last_call(screen: Screen) -> None:
    screen.ring("a")
    screen.pop.do("focus")
    window = str(screen.pop_window())
    screen.xdotool("windowfocus", "--sync", window)
    screen.pop.do("close", "a")
    wait_for(lambda: screen.xdotool("getwindowfocus") != window, "the focus elsewhere")
    screen.ring("b")
    assert screen.xdotool("getwindowfocus") != window
    screen.click("Copy")
    screen.pop.hear("copy_requested")


def test_a_pop_that_is_dragged_when_its_last_call_ends_follows_the_pointer_no_more(screen: Screen) -> None:
    screen.ring("a")
    window = screen.point_at("Copy")
    screen.xdotool("mousemove_relative", "--", "0", "-60")
    screen.xdotool("mousedown", "1", "mousemove_relative", "--", "-40", "-40")
    screen.pop.do("close", "a")
    screen.xdotool("mousemove_relative", "--", "-40", "-40", "mouseup", "1")
    screen.ring("b")
    screen.pop.do("close", "b")
    screen.xdotool("mousemove_relative", "--", "-40", "-40")
    screen.wait_until_clear_of(window)
