import shutil
from collections import namedtuple
from collections.abc import Sequence
from pathlib import Path

import pytest

from agent_desktop.errors import KeyringUnavailable
from agent_desktop.system import diagnostics
from agent_desktop.system.autostart import XdgAutostart
from agent_desktop.system.diagnostics import Finding, facts
from agent_desktop.system.paths import Profile
from agent_desktop.system.qt_libraries import Library
from agent_desktop.system.secrets import SecretStore
from agent_desktop.system.single_instance import InstanceLock
from agent_desktop.system.tel_handler import Owner

Usage = namedtuple("Usage", "total used free")
SECRETS = {"AGENT_DESKTOP_KEY": "the-key", "AGENT_DESKTOP_WEBHOOK_SECRET": "the-hook"}


class Handler:
    def __init__(self, owner: Owner) -> None:
        self.owner = owner

    def register(self, command: Sequence[str]) -> None:
        raise NotImplementedError

    def unregister(self) -> None:
        raise NotImplementedError

    def status(self) -> Owner:
        return self.owner


class NoKeyring:
    def get_password(self, service: str, username: str) -> str | None:
        raise NotImplementedError

    def set_password(self, service: str, username: str, password: str) -> None:
        raise NotImplementedError

    def delete_password(self, service: str, username: str) -> None:
        raise NotImplementedError

    @property
    def name(self) -> str:
        raise KeyringUnavailable


@pytest.fixture
def profile(tmp_path: Path) -> Profile:
    made = Profile(tmp_path / "desk")
    made.create()
    return made


def look(profile: Profile, environ: dict[str, str], owner: Owner = Owner(True, "Agent Desktop")) -> dict[str, Finding]:  # noqa: B008
    found = facts(
        profile,
        SecretStore(profile.id, environ, NoKeyring()),
        environ,
        XdgAutostart(profile.root),
        Handler(owner),
    )
    return {finding.title: finding for finding in found}


def only(found: dict[str, Finding], words: str) -> Finding:
    [finding] = [finding for title, finding in found.items() if words in title]
    return finding


@pytest.fixture(autouse=True)
def all_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "missing_libraries", lambda _: ())


def test_a_computer_in_order_has_nothing_to_advise(profile: Profile) -> None:
    found = look(profile, {**SECRETS, "DISPLAY": ":0"})
    assert {finding.level for finding in found.values()} == {"ok"}
    assert not [finding.advice for finding in found.values() if finding.advice]
    assert not [title for title in found if "the-key" in title or "the-hook" in title]
    only(found, "AGENT_DESKTOP_KEY and AGENT_DESKTOP_WEBHOOK_SECRET")
    only(found, "is not running")
    only(found, "sign in: no")


def test_each_trouble_is_said_with_its_remedy(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "missing_libraries", lambda _: (Library("libEGL.so.1", "libegl1", "libglvnd"),))
    found = look(profile, {}, Owner(False, "Other Phone", "Choose us."))
    assert only(found, "libEGL.so.1").level == "failed"
    assert only(found, "no screen").level == "warning"
    assert only(found, "no keyring").level == "warning"
    links = only(found, "open in Other Phone")
    assert (links.level, links.title) == ("warning", "Phone links (tel:) open in Other Phone.")
    assert links.advice.startswith("Choose us. ")
    assert "'agent-desktop doctor --fix'" in links.advice
    nobody = only(look(profile, {}, Owner(False, "", "Build the app.", may_become=False)), "open in no program")
    assert nobody == Finding("warning", "Phone links (tel:) open in no program.", "Build the app.")


@pytest.mark.parametrize(("free", "level"), [(10**10, "ok"), (10**8, "warning"), (10**6, "failed")])
def test_the_disks_room_is_judged(free: int, level: str, profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10**12, 0, free))
    assert only(look(profile, SECRETS), " disk").level == level


def test_a_profile_that_others_can_read_is_said(profile: Profile) -> None:
    profile.root.chmod(0o755)
    assert "chmod 700" in only(look(profile, SECRETS), "look into the profile").advice


def test_a_profile_that_is_not_there_yet_is_judged_by_its_parent(tmp_path: Path) -> None:
    assert only(look(Profile(tmp_path / "not" / "yet"), SECRETS), "free.").level == "ok"
    (tmp_path / "file").write_text("")
    assert only(look(Profile(tmp_path / "file" / "desk"), SECRETS), "cannot be written").level == "failed"


def test_a_running_instance_is_said(profile: Profile) -> None:
    lock = InstanceLock(profile.lock_file)
    assert lock.acquire()
    only(look(profile, SECRETS), "is running")
    lock.release()


def test_the_screens_kind_is_said(profile: Profile) -> None:
    wayland = look(
        profile, {**SECRETS, "DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0", "XDG_CURRENT_DESKTOP": "GNOME"}
    )
    assert "QT_QPA_PLATFORM=xcb" in only(wayland, "Wayland").advice
    assert "AppIndicator" in only(wayland, "GNOME").advice
    only(look(profile, {**SECRETS, "DISPLAY": ":0"}), "X11")


@pytest.mark.parametrize(
    ("python", "qt", "levels"),
    [
        ((3, 11, 2), "6.11.3", ["ok", "ok"]),
        ((3, 11, 2), "6.12.0", ["ok", "failed"]),
        ((3, 13, 0), "6.12.0", ["ok", "ok"]),
        ((3, 14, 0), "6.11.3", ["warning", "ok"]),
    ],
)
def test_a_python_or_qt_that_does_not_do_is_said(
    python: tuple[int, ...], qt: str, levels: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(diagnostics, "version", lambda _: qt)
    assert [finding.level for finding in diagnostics._versions(python)] == levels


def test_missing_sound_is_a_warning_with_the_command(profile: Profile, monkeypatch: pytest.MonkeyPatch) -> None:
    pulse = Library("libpulse.so.0", "libpulse0", "libpulse")
    monkeypatch.setattr(diagnostics, "missing_libraries", lambda name: (pulse,) if name == "sound" else ())
    found = only(look(profile, SECRETS), "play sound are missing")
    assert (found.level, "libpulse.so.0" in found.title) == ("warning", True)
    assert found.advice
