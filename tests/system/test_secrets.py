"""The secret store against a fake keyring, and against real ones: unlocked, locked and none at all."""

import copy
import os
import pickle
import shutil
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from agent_desktop.errors import KeyringLocked, KeyringUnavailable
from agent_desktop.system.secrets import Kept, Secret, SecretName, SecretStore, new_webhook_secret
from agent_desktop.system.system_keyring import SystemKeyring

REPOSITORY = Path(__file__).parents[2]


class FakeKeyring:
    def __init__(self) -> None:
        self.entries: dict[tuple[str, str], str] = {}
        self.error: Exception | None = None

    def get_password(self, service: str, username: str) -> str | None:
        self._fail()
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._fail()
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        del self.entries[service, username]

    def _fail(self) -> None:
        if self.error:
            raise self.error


def test_a_secret_shows_itself_to_no_one() -> None:
    secret = Secret("hunter2")
    assert secret.reveal() == "hunter2"
    for shown in (repr(secret), str(secret), f"{secret}", f"{secret!r:>20}", "%s" % secret, repr([secret])):  # noqa: UP031
        assert "hunter2" not in shown
    for copied in (pickle.dumps, copy.deepcopy):
        with pytest.raises(TypeError):
            copied(secret)


def test_secrets_are_compared_by_value() -> None:
    assert Secret("a\udcff") == Secret("a\udcff")
    assert Secret("a") != Secret("b")
    assert Secret("a") != "a"
    assert len({Secret("a"), Secret("a"), Secret("b")}) == 2
    assert not Secret("")


def test_webhook_secrets_are_long_random_and_fit_a_path() -> None:
    made = {new_webhook_secret().reveal() for _ in range(100)}
    assert len(made) == 100
    assert all(len(value) == 32 and value.replace("-", "a").replace("_", "a").isalnum() for value in made)


def test_what_is_written_is_read_again_by_the_same_profile_only() -> None:
    ring = FakeKeyring()
    desk, other = SecretStore("one", {}, ring), SecretStore("two", {}, ring)
    assert desk.read(SecretName.KEY) is None
    assert desk.write(SecretName.KEY, Secret("k")) is Kept.KEYRING
    assert desk.write(SecretName.WEBHOOK, Secret("w")) is Kept.KEYRING
    again = SecretStore("one", {}, ring)
    assert again.read(SecretName.KEY) == Secret("k")
    assert again.read(SecretName.WEBHOOK) == Secret("w")
    assert other.read(SecretName.KEY) is None
    assert set(ring.entries) == {("Agent Desktop", "key@one"), ("Agent Desktop", "webhook-secret@one")}
    again.delete(SecretName.KEY)
    again.delete(SecretName.KEY)
    assert desk.read(SecretName.KEY) is None
    assert desk.read(SecretName.WEBHOOK) == Secret("w")


def test_the_environment_wins_and_nothing_is_written() -> None:
    ring = FakeKeyring()
    desk = SecretStore("one", {"AGENT_DESKTOP_KEY": " from-env\n", "AGENT_DESKTOP_WEBHOOK_SECRET": ""}, ring)
    assert desk.write(SecretName.KEY, Secret("typed")) is Kept.ENVIRONMENT
    assert desk.read(SecretName.KEY) == Secret("from-env")
    assert desk.kept(SecretName.KEY) is Kept.ENVIRONMENT
    assert desk.write(SecretName.WEBHOOK, Secret("w")) is Kept.KEYRING
    assert list(ring.entries.values()) == ["w"]


def test_with_the_environment_alone_no_keyring_is_touched() -> None:
    ring = FakeKeyring()
    ring.error = AssertionError("touched")
    assert SecretStore("one", {"AGENT_DESKTOP_KEY": "k"}, ring).read(SecretName.KEY) == Secret("k")


def test_a_keyring_that_goes_away_leaves_the_session() -> None:
    ring = FakeKeyring()
    ring.error = ConnectionResetError()
    desk = SecretStore("one", {}, ring)
    assert desk.read(SecretName.KEY) is None
    assert desk.write(SecretName.KEY, Secret("k")) is Kept.SESSION
    assert desk.kept(SecretName.KEY) is Kept.SESSION
    assert desk.read(SecretName.KEY) == Secret("k")
    desk.delete(SecretName.KEY)
    assert desk.read(SecretName.KEY) is None


def test_a_secret_kept_for_the_session_moves_to_the_keyring_with_the_next_write() -> None:
    ring = FakeKeyring()
    desk = SecretStore("one", {}, ring)
    ring.error = ConnectionResetError()
    desk.write(SecretName.KEY, Secret("old"))
    ring.error = None
    assert desk.write(SecretName.KEY, Secret("new")) is Kept.KEYRING
    assert desk.read(SecretName.KEY) == Secret("new")
    assert desk.kept(SecretName.KEY) is Kept.KEYRING


def test_a_locked_keyring_is_said_and_the_session_goes_on() -> None:
    class LockedException(Exception):
        """As the library of the Secret Service calls it."""

    ring = FakeKeyring()
    ring.error = RuntimeError("wrapped")
    ring.error.__cause__ = LockedException()
    desk = SecretStore("one", {}, ring)
    with pytest.raises(KeyringLocked):
        desk.read(SecretName.KEY)
    with pytest.raises(KeyringLocked):
        desk.write(SecretName.KEY, Secret("k"))
    assert desk.read(SecretName.KEY) == Secret("k")


def test_a_prompt_that_stays_open_is_given_up_on_and_the_next_question_waits_its_turn() -> None:
    closed, opened = threading.Event(), threading.Event()

    class Prompting(FakeKeyring):
        def get_password(self, service: str, username: str) -> str | None:
            opened.set()
            assert closed.wait(60)
            return "k"

    desk = SecretStore("one", {}, Prompting(), timeout=0.05)
    with pytest.raises(KeyringLocked):
        desk.read(SecretName.KEY)
    assert opened.is_set()
    with pytest.raises(KeyringLocked):
        desk.read(SecretName.KEY)
    [prompt] = [thread for thread in threading.enumerate() if thread.name == "keyring"]
    closed.set()
    prompt.join()
    assert desk.read(SecretName.KEY) == Secret("k")


@pytest.mark.parametrize(
    ("backend", "accepted"),
    [
        ("keyring.backends.null.Keyring", False),
        ("keyring.backends.fail.Keyring", False),
        ("keyrings.alt.file.PlaintextKeyring", False),
        ("keyrings.alt.unknown.Strong", False),
        ("vault.Strong", True),
    ],
)
def test_only_real_keyrings_are_used(backend: str, accepted: bool, tmp_path: Path) -> None:
    plain = (
        "from keyring.backend import KeyringBackend\n"
        "class Strong(KeyringBackend):\n"
        "    priority = {}\n"
        "    def get_password(self, service, username): return None\n"
        "    def set_password(self, service, username, password): raise OSError\n"
    )
    (tmp_path / "keyrings" / "alt").mkdir(parents=True)
    (tmp_path / "keyrings" / "alt" / "file.py").write_text(plain.format(0.5).replace("Strong", "PlaintextKeyring"))
    (tmp_path / "keyrings" / "alt" / "unknown.py").write_text(plain.format(2))
    (tmp_path / "vault.py").write_text(plain.format(2))
    script = "SecretStore('one', {}).keyring_name(); print('used')"
    answer = in_a_process(
        script, {"PYTHON_KEYRING_BACKEND": backend, "PYTHONPATH": f"{REPOSITORY}{os.pathsep}{tmp_path}"}
    )
    assert ("used" in answer) == accepted
    assert ("KeyringUnavailable" in answer) == (not accepted)


def test_without_a_session_bus_secrets_are_kept_for_the_session() -> None:
    script = "desk = SecretStore('one', {}); print(desk.read(SecretName.KEY), desk.write(SecretName.KEY, Secret('k')))"
    assert in_a_process(script, {}) == "None Kept.SESSION"


def test_the_keyrings_name_is_known_or_its_absence_said() -> None:
    assert SecretStore("one", {}, FakeKeyring()).keyring_name() == "FakeKeyring"

    def none() -> FakeKeyring:
        raise KeyringUnavailable

    with pytest.raises(KeyringUnavailable):
        SystemKeyring(1.0, none).name()


needs_keyring = pytest.mark.skipif(
    sys.platform != "linux" or not shutil.which("gnome-keyring-daemon") or not shutil.which("dbus-run-session"),
    reason="needs gnome-keyring-daemon and dbus-run-session",
)


@needs_keyring
def test_a_real_keyring_keeps_secrets_between_processes_until_it_is_locked(tmp_path: Path) -> None:
    script = tmp_path / "session.sh"
    write = "print(SecretStore('one', {}).write(SecretName.KEY, Secret('k-1')))"
    read = "desk = SecretStore('one', {}); print(desk.keyring_name(), desk.read(SecretName.KEY) == Secret('k-1'))"
    lock = (
        "import secretstorage; bus = secretstorage.dbus_init();"
        "secretstorage.get_default_collection(bus).lock(); bus.close()"
    )
    delete = "desk = SecretStore('one', {}); desk.delete(SecretName.KEY); print(desk.read(SecretName.KEY))"
    steps = [write, read, delete, write, lock, read]
    script.write_text(
        "printf pass | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null\n"
        + "".join(f"{sys.executable} -c {quoted(program(step))}\n" for step in steps)
    )
    (tmp_path / "run").mkdir(mode=0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", script],
        env=clean_environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "Kept.KEYRING",
        "SecretService Keyring True",
        "None",
        "Kept.KEYRING",
        "KeyringLocked",
    ], done.stderr


def program(step: str) -> str:
    return (
        "from agent_desktop.errors import AgentDesktopError\n"
        "from agent_desktop.system.secrets import *\n"
        f"try:\n    {step}\n"
        "except AgentDesktopError as error:\n    print(type(error).__name__)\n"
    )


def quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def clean_environment(home: Path) -> dict[str, str]:
    return {
        "PATH": os.environ["PATH"],
        "HOME": str(home),
        "XDG_RUNTIME_DIR": str(home / "run"),
        "PYTHONPATH": str(REPOSITORY),
        "LANG": "C.UTF-8",
    }


def in_a_process(step: str, environ: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program(step)],
        env={**clean_environment(Path("/nonexistent")), **environ},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout.strip()
