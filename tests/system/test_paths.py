import os
import stat
from pathlib import Path

import pytest

from agent_desktop.errors import StoreFailed
from agent_desktop.system.paths import Profile, choose_profile, make_private_directory


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_the_argument_wins_over_the_environment(tmp_path: Path) -> None:
    environ = {"AGENT_DESKTOP_PROFILE": str(tmp_path / "env")}
    assert choose_profile(tmp_path / "argument", environ).root == tmp_path / "argument"
    assert choose_profile(None, environ).root == tmp_path / "env"


def test_an_empty_environment_gives_the_platforms_place() -> None:
    for environ in ({}, {"AGENT_DESKTOP_PROFILE": ""}):
        root = choose_profile(None, environ).root
        assert root.is_absolute()
        assert root.name == "agent-desktop"


def test_two_names_of_one_folder_are_one_profile(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real")
    monkeypatch.chdir(tmp_path)
    same = {choose_profile(name, {}).id for name in ("real", "./link", str(tmp_path / "real"))}
    assert len(same) == 1
    assert choose_profile("other", {}).id not in same


def test_a_home_sign_is_understood(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert choose_profile("~/desk", {}).root == tmp_path / "desk"


def test_folders_are_made_for_this_user_alone(tmp_path: Path) -> None:
    profile = Profile(tmp_path / "a" / "desk")
    profile.create()
    profile.create()
    assert mode(profile.root) == 0o700
    assert mode(profile.log_dir) == 0o700
    assert profile.settings_file.parent == profile.database.parent == profile.root


def test_a_folder_that_was_there_keeps_its_mode(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    Profile(tmp_path).create()
    assert mode(tmp_path) == 0o755


def test_a_folder_that_cannot_be_made_is_one_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StoreFailed, match="cannot be made"):
        Profile(tmp_path / "file" / "desk").create()


def test_a_long_path_gets_a_short_socket(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/run/user/1000")
    near = Profile(Path("/home/ana/desk"))
    assert near.control_socket == near.root / "control.sock"

    far = [Profile(Path("/home") / ("ệ" * 40) / name) for name in ("one", "two")]
    sockets = {profile.control_socket for profile in far}
    assert len(sockets) == 2
    assert {path.parent for path in sockets} == {Path("/run/user/1000/agent-desktop")}

    monkeypatch.delenv("XDG_RUNTIME_DIR")
    assert far[0].control_socket.parent == Path(f"/tmp/agent-desktop-{os.getuid()}")


def test_a_private_folder_is_checked(tmp_path: Path) -> None:
    make_private_directory(tmp_path / "mine")
    make_private_directory(tmp_path / "mine")
    assert mode(tmp_path / "mine") == 0o700

    (tmp_path / "mine").chmod(0o770)
    with pytest.raises(StoreFailed, match="open to other users"):
        make_private_directory(tmp_path / "mine")

    (tmp_path / "target").mkdir(mode=0o700)
    (tmp_path / "planted").symlink_to(tmp_path / "target")
    with pytest.raises(StoreFailed, match="open to other users"):
        make_private_directory(tmp_path / "planted")
