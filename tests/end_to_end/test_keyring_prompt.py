"""A keyring that asks for its password: the desk waits for it, and nothing else does."""

from pathlib import Path

import pytest

from tests.end_to_end.program import Program, wait_for

PROMPTING = '''
import time
from pathlib import Path

from keyring.backend import KeyringBackend

SIGN = Path(__file__).parent


class Keyring(KeyringBackend):
    """Open for as long as someone types."""

    priority = 5

    def get_password(self, service, username):
        (SIGN / "asked").touch()
        while not (SIGN / "unlocked").exists():
            time.sleep(0.02)
        return "secret-of-the-keyring"

    def set_password(self, service, username, password):
        raise NotImplementedError

    def delete_password(self, service, username):
        raise NotImplementedError
'''


@pytest.fixture
def prompting(tmp_path: Path):
    """A program whose secrets are in a keyring that is closed."""
    (tmp_path / "prompting.py").write_text(PROMPTING)
    program = Program(
        tmp_path / "profile",
        AGENT_DESKTOP_KEY="",
        AGENT_DESKTOP_WEBHOOK_SECRET="",
        PYTHONPATH=str(tmp_path),
        PYTHON_KEYRING_BACKEND="prompting.Keyring",
    )
    (tmp_path / "unlocked").touch()
    program.set_up()
    (tmp_path / "unlocked").unlink()
    (tmp_path / "asked").unlink()
    yield program
    program.kill()


def test_it_ends_while_the_prompt_is_open(prompting, tmp_path):
    prompting.process = prompting.spawn()
    wait_for((tmp_path / "asked").exists, "the prompt")
    assert prompting.verb("run").returncode == 0
    assert prompting.verb("dial", "102").returncode == 1
    assert prompting.stop() == ""
    assert b"locked" not in prompting.log(), "it waited for the prompt's end"


def test_it_listens_once_the_keyring_is_open(prompting, tmp_path):
    prompting.process = prompting.spawn()
    wait_for((tmp_path / "asked").exists, "the prompt")
    assert not prompting._listens()
    (tmp_path / "unlocked").touch()
    wait_for(prompting._listens, "the program to listen")
    wait_for(lambda: "secret-of-the-keyring" in prompting.verb("webhook-url").stdout, "the address")
    prompting.stop()
