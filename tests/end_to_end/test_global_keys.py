"""Global keys of the whole program on a real X server, pressed while another program has the focus."""

import subprocess
import sys
import time
from collections.abc import Iterator

import pytest

from agent_desktop.simulator.simulator import Simulator
from agent_desktop.system.paths import Profile
from agent_desktop.system.single_instance import is_running, request
from agent_desktop.ui.keystroke_shield import SHIELD_SECONDS
from tests.end_to_end.program import PATIENCE_S, wait_for
from tests.end_to_end.test_pops_on_a_screen import Desk, desk
from tests.x_server import needs_x11, xdotool

pytestmark = needs_x11()

DIAL, FOCUS = "ctrl+alt+c", "ctrl+alt+p"


@pytest.fixture
def at(tmp_path, pbx: Simulator) -> Iterator[Desk]:
    pbx.requests.clear()
    with desk(tmp_path, 0.0, pbx_url=pbx.url) as made:
        assert request(Profile(tmp_path), "keys") == {"dial_selection": "", "focus_pop": "", "open_crm": ""}
        yield made


def press(at: Desk, *keys: str) -> None:
    xdotool(at.environ, "key", *keys)


def select(at: Desk, text: str) -> None:
    """Have it typed and selected in the other program."""
    press(at, "ctrl+a", "Delete")
    xdotool(at.environ, "type", "--delay", "1", text)
    at.other.hear("text", text)
    press(at, "ctrl+a")


def dialled(pbx: Simulator) -> list[object]:
    return [call.fields["to_number"] for call in pbx.requests if call.action == "dial"]


def windows(at: Desk, title: str) -> list[str]:
    return xdotool(at.environ, "search", "--onlyvisible", "--name", f"^{title}$").split()


def test_what_is_selected_elsewhere_is_dialled_once_and_the_focus_stays_there(at, pbx):
    select(at, "call 0938 363 739 please")
    press(at, DIAL)
    wait_for(lambda: dialled(pbx), "the dial")
    press(at, DIAL)
    wait_for(lambda: windows(at, "Dial"), "what came of it")
    assert at.focus() == "Another program"
    select(at, "0912 345 678")
    press(at, DIAL)
    wait_for(lambda: len(dialled(pbx)) == 2, "the second dial")
    assert dialled(pbx) == ["0938363739", "0912345678"]


def test_a_choice_takes_the_keyboard_and_gives_it_back(at, pbx):
    select(at, "0938 363 739 or 0912 345 678")
    press(at, DIAL)
    wait_for(lambda: at.focus().startswith("Dial"), "the choice to have the focus")
    press(at, "Down", "Return")
    wait_for(lambda: dialled(pbx) == ["0912345678"], "the second number")
    wait_for(lambda: at.focus() == "Another program", "the focus to come back")
    select(at, "113")
    press(at, DIAL)
    wait_for(lambda: at.focus().startswith("Dial"), "the question to have the focus")
    press(at, "Escape")
    wait_for(lambda: not windows(at, "Dial"), "it to go")
    assert at.focus() == "Another program"
    assert dialled(pbx) == ["0912345678"]


def test_a_key_reaches_the_pop_and_nothing_else_does(at):
    at.ring("c1")
    wait_for(at.pops, "the pop")
    rang_at = time.monotonic()
    for key in ("Return", "space", "Escape"):
        press(at, key)
    at.other.hear("text", "\n ")
    press(at, FOCUS)
    wait_for(lambda: at.focus().startswith("Calls"), "the pop to have the focus")
    wait_for(lambda: time.monotonic() > rang_at + SHIELD_SECONDS, "the pop to take keys")
    press(at, "Return", "Escape")
    wait_for(lambda: at.focus() == "Another program", "the focus to come back")
    press(at, "ctrl+a", "ctrl+v")
    at.other.hear("text", "0938 363 739")
    assert at.pops(), "Esc dismisses nothing"


def test_a_link_that_is_clicked_dials_or_asks_here_and_its_process_loads_little(at: Desk, pbx: Simulator) -> None:
    def click(link: str) -> str:
        command = [sys.executable, "-X", "importtime", "-m", "agent_desktop", "dial", "--ask", link]
        done = subprocess.run(command, env=at.program.environment, capture_output=True, text=True, check=True)
        assert done.stdout == ""
        return done.stderr

    loaded = click("tel:+84-938-363-739")
    assert not [name for name in ("argparse", "asyncio", "ssl", "agent_desktop.desk") if f" {name}\n" in loaded]
    wait_for(lambda: dialled(pbx) == ["0938363739"], "the dial")
    assert at.focus() == "Another program"
    click("tel:113")
    wait_for(lambda: at.focus().startswith("Dial"), "the question to have the focus")
    assert dialled(pbx) == ["0938363739"]


def test_a_link_that_is_clicked_twice_while_the_program_does_not_run_starts_it_and_dials_once(
    at: Desk, pbx: Simulator
) -> None:
    at.program.stop()
    command = [sys.executable, "-m", "agent_desktop", "dial", "--ask", "tel:+84-938-363-739"]
    clicks = [subprocess.Popen(command, env=at.program.environment, stderr=subprocess.PIPE) for _ in range(2)]
    assert [click.communicate(timeout=PATIENCE_S)[1] for click in clicks] == [b"", b""]
    assert [click.returncode for click in clicks] == [0, 0]
    wait_for(lambda: dialled(pbx) == ["0938363739"], "the dial")
    try:
        assert at.program.verb("dial", "--ask", "tel:113").returncode == 0
        wait_for(lambda: at.focus().startswith("Dial"), "the question to have the focus")
        assert dialled(pbx) == ["0938363739"]
    finally:
        request(Profile(at.program.profile), "quit")
        wait_for(lambda: not is_running(Profile(at.program.profile)), "its end")
        at.program.start()
