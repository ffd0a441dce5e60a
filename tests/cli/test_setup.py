"""`setup` and `webhook-url`: all is checked before anything is written, and the key goes where it belongs."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import load
from tests.cli.conftest import KEY, WEBHOOK_SECRET

PBX = ("--pbx-url", "https://pbx.example.com", "--domain", "acme", "--extension", "101")


def settings_of(agent_desktop) -> Settings:
    settings, complaints = load(agent_desktop.profile.settings_file)
    assert complaints == ()
    return settings


def files(agent_desktop) -> list[str]:
    return sorted(path.name for path in agent_desktop.profile.root.rglob("*"))


def without_secrets(agent_desktop) -> None:
    """No secret in the environment, and no keyring either."""
    for name in ("AGENT_DESKTOP_KEY", "AGENT_DESKTOP_WEBHOOK_SECRET"):
        agent_desktop.set_environment(name, None)


def test_what_is_given_is_kept_and_what_is_not_stays(agent_desktop):
    listen = ("--listen", "127.0.0.1:9001", "--report-url", "https://reports.example.com")
    assert agent_desktop("setup", *PBX, *listen, "--set", "pop.linger_seconds=3").code == 0
    assert agent_desktop("setup", "--extension", "102", "--set", "pop.queues=999, 998").code == 0
    settings = settings_of(agent_desktop)
    assert (settings.pbx.url, settings.pbx.report_url) == ("https://pbx.example.com", "https://reports.example.com")
    assert (settings.pbx.domain, settings.pbx.extension) == ("acme", "102")
    assert settings.listener.listen == "127.0.0.1:9001"
    assert (settings.pop.linger_seconds, settings.pop.queues) == (3.0, ("999", "998"))


def test_what_could_not_be_read_before_is_named_when_it_is_left_out(agent_desktop):
    agent_desktop.profile.create()
    agent_desktop.profile.settings_file.write_text('[pbx]\nurl = 5\ndomain = "acme"\n[feed]\nkind = "pigeon"\n')
    assert "The setting pbx.url in the settings file cannot be used. It takes text." in agent_desktop("status").err
    out = agent_desktop("setup", "--extension", "102", "--set", "feed.kind=poll").out
    assert "Not kept: The setting pbx.url in the settings file cannot be used. It takes text." in out
    assert "feed.kind" not in out
    settings = settings_of(agent_desktop)
    assert (settings.pbx.url, settings.pbx.domain, settings.pbx.extension) == ("", "acme", "102")
    assert "Not kept" not in agent_desktop("setup", *PBX).out


def test_a_value_may_hold_an_equals_sign_and_an_empty_one_takes_it_away(agent_desktop):
    assert agent_desktop("setup", "--set", "lookup.url=https://x.example/?a={phone}").code == 0
    assert settings_of(agent_desktop).lookup.url == "https://x.example/?a={phone}"
    assert agent_desktop("setup", "--set", "lookup.url=").code == 0
    assert settings_of(agent_desktop).lookup.url == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--pbx-url", "pbx.example.com"),
        ("--pbx-url", "https://ana:pass@pbx.example.com"),
        ("--pbx-url", "https://pbx.example.com/#/login"),
        ("--report-url", "ftp://x"),
        ("--extension", "10 1"),
        ("--listen", "8737"),
        ("--listen", "localhost:99999"),
        ("--domain", "acme\udcff"),
        ("--set", "pop.linger_seconds"),
        ("--set", "pop.linger_seconds=long"),
        ("--set", "feed.kind=pigeon"),
        ("--set", "secrets.key=x"),
        ("--set", "=x"),
        ("--set", ""),
        ("--set", "pbx.zone=Mars/Olympus"),
        ("--set", "listener.allowed_senders=foo"),
        ("--set", "listener.tls_certificate=/nope.pem"),
        ("--set", "listener.tls_key=/nope.pem"),
        ("--set", "dial.country=XX"),
        ("--set", "dial.area_code=abc"),
        ("--set", "ring.sound=/nope.wav"),
    ],
    ids=" ".join,
)
def test_one_thing_that_makes_no_sense_keeps_all_from_being_written(agent_desktop, arguments):
    assert agent_desktop("setup", *PBX, "--key-stdin", *arguments, stdin=b"new-key\n").code == 2
    assert not agent_desktop.profile.root.exists()
    assert agent_desktop("setup", *PBX).code == 0
    before = agent_desktop.profile.settings_file.read_bytes()
    assert agent_desktop("setup", "--extension", "109", *arguments).code == 2
    assert agent_desktop.profile.settings_file.read_bytes() == before


def test_rules_that_are_no_json_are_told_what_they_are(agent_desktop):
    done = agent_desktop("setup", "--set", "crm.rules=foo")
    assert (done.code, "It takes JSON such as [{" in done.err) == (2, True)
    example = done.err.partition("such as ")[2].rstrip(".\n")
    assert agent_desktop("setup", "--set", f"crm.rules={example}").code == 0


@pytest.mark.parametrize(
    "stdin",
    [b"", b"\n\n", b"two\nlines\n", b"\xff\xfe\x00k", b"k" * 2000, b"bell\x07", "zero\u200bwidth".encode()],
    ids=["nothing", "blank", "two lines", "binary", "too long", "control", "invisible"],
)
def test_a_key_that_is_none_is_exit_2_and_nothing_is_written(agent_desktop, stdin):
    without_secrets(agent_desktop)
    done = agent_desktop("setup", *PBX, "--key-stdin", stdin=stdin)
    assert done.code == 2
    assert "key" in done.err
    assert not agent_desktop.profile.root.exists()


def test_without_a_keyring_the_settings_are_saved_the_key_is_not_and_that_is_exit_3(agent_desktop):
    without_secrets(agent_desktop)
    done = agent_desktop("setup", *PBX, "--key-stdin", stdin=b"a-new-key\n")
    assert done.code == 3
    assert "no keyring" in done.err
    assert "AGENT_DESKTOP_KEY" in done.err
    assert settings_of(agent_desktop).pbx.extension == "101"
    assert not any(
        b"a-new-key" in path.read_bytes() for path in agent_desktop.profile.root.rglob("*") if path.is_file()
    )


@pytest.mark.parametrize("around", [b"%b", b"%b\n", b"\xef\xbb\xbf%b\r\n", b"  %b  \n\n"])
def test_a_key_in_the_environment_needs_no_keyring(agent_desktop, around):
    done = agent_desktop("setup", *PBX, "--key-stdin", stdin=around % KEY.encode())
    assert done.code == 0
    assert "webhook-url" in done.out
    assert files(agent_desktop) == ["logs", "settings.toml"]


def test_the_profile_is_for_its_owner_alone(agent_desktop):
    assert agent_desktop("setup", *PBX).code == 0
    if os.name == "posix":
        assert agent_desktop.profile.root.stat().st_mode & 0o077 == 0
        assert agent_desktop.profile.settings_file.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_is_said_plainly(agent_desktop, tmp_path):
    (tmp_path / "file").write_text("")
    done = agent_desktop("--profile", str(tmp_path / "file" / "profile"), "setup", *PBX)
    assert done.code in (1, 2)
    assert str(tmp_path / "file") in done.err


@pytest.mark.parametrize(
    ("arguments", "url"),
    [
        ((), f"http://127.0.0.1:8737/{WEBHOOK_SECRET}"),
        (("--listen", "[::1]:9000"), f"http://[::1]:9000/{WEBHOOK_SECRET}"),
        (("--set", "listener.public_url=https://x.example/hook/"), f"https://x.example/hook/{WEBHOOK_SECRET}"),
    ],
    ids=["default", "IPv6", "public"],
)
def test_the_webhook_url_is_alone_on_its_line(agent_desktop, arguments, url):
    assert agent_desktop("setup", *PBX, *arguments).code == 0
    assert agent_desktop("webhook-url").out == f"{url}\n"
    assert agent_desktop("webhook-url", "--json").out == f'{{"url": "{url}"}}\n'


def test_without_keyring_and_program_there_is_no_webhook_url_to_give_away(agent_desktop):
    without_secrets(agent_desktop)
    assert agent_desktop("setup", *PBX).code == 0
    done = agent_desktop("webhook-url")
    assert (done.code, done.out) == (3, "")
    assert "AGENT_DESKTOP_WEBHOOK_SECRET" in done.err


KEYRING_SCENE = r"""
set -eu
printf 'login-password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null
agent() { "$PYTHON" -m agent_desktop "$@"; }
printf 'key-in-the-keyring\n' | agent setup --pbx-url http://127.0.0.1:9 --domain acme --extension 101 --key-stdin
agent webhook-url
agent webhook-url
agent --profile "$OTHER" webhook-url
set +e
agent pause
echo "pause: $?"
"""


@pytest.mark.skipif(
    not (shutil.which("dbus-run-session") and shutil.which("gnome-keyring-daemon")),
    reason="a real keyring needs dbus-run-session and gnome-keyring-daemon",
)
def test_a_real_keyring_keeps_the_key_and_one_webhook_secret_for_each_profile(tmp_path: Path):
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("AGENT_DESKTOP_")},
        "AGENT_DESKTOP_PROFILE": str(tmp_path / "profile"),
        "OTHER": str(tmp_path / "other"),
        "PYTHON": sys.executable,
        "HOME": str(tmp_path),
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
    }
    (tmp_path / "run").mkdir(mode=0o700)
    done = subprocess.run(
        ["dbus-run-session", "--", "sh", "-c", KEYRING_SCENE],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    first, second, other, pause = lines[-4:]
    assert first == second
    assert first.startswith("http://127.0.0.1:8737/")
    assert len(first.rpartition("/")[2]) >= 32
    assert other.rpartition("/")[2] != first.rpartition("/")[2]
    # It got as far as the PBX, so the key was there; nobody answers at that address.
    assert pause == "pause: 4"
    assert "key-in-the-keyring" not in done.stdout + done.stderr
    secrets = (b"key-in-the-keyring", first.rpartition("/")[2].encode())
    profile = [path.read_bytes() for path in (tmp_path / "profile").rglob("*") if path.is_file()]
    assert not any(secret in content for secret in secrets for content in profile)
