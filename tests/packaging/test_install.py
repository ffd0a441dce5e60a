import sys
from pathlib import Path
from zipfile import ZipFile

import install
import pytest
from set_up import ROOT

import agent_desktop


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return install.build_wheel(tmp_path_factory.mktemp("wheel"))


def test_the_wheel_holds_the_program_and_its_files(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    resources = ROOT / "resources"
    files = [path.relative_to(resources) for path in resources.rglob("*") if path.is_file()]
    needed = {f"agent_desktop/_resources/{path.as_posix()}" for path in files if path.parts[0] != "pictures"}
    assert {"agent_desktop/errors.py", *needed} <= names
    assert not [name for name in names if name.startswith(("tests/", "resources/", "packaging/")) or "pictures" in name]


def test_the_wheel_knows_its_version_and_starts_the_program(wheel: Path) -> None:
    inside = f"agent_desktop-{agent_desktop.__version__}.dist-info"
    with ZipFile(wheel) as archive:
        assert f"Version: {agent_desktop.__version__}\n" in archive.read(f"{inside}/METADATA").decode()
        assert "agent-desktop = agent_desktop.cli:main" in archive.read(f"{inside}/entry_points.txt").decode()


def test_the_desktop_entry_starts_this_installation() -> None:
    entry = install.desktop_entry(Path("/opt/call centre/bin/agent-desktop"))
    assert 'Exec="/opt/call centre/bin/agent-desktop" run\n' in entry


def test_the_command_is_a_link_and_on_windows_a_file_that_calls(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "100% ours" / "python"
    for platform in ("linux", "win32"):
        monkeypatch.setattr(sys, "platform", platform)
        for _ in range(2):
            install.make_launcher(install.Places(tmp_path), python)
    assert (tmp_path / "bin" / "agent-desktop").readlink() == python.with_name("agent-desktop")
    program = str(python.with_name("agent-desktop.exe")).replace("%", "%%")
    assert (tmp_path / "bin" / "agent-desktop.cmd").read_bytes() == f'@"{program}" %*\r\n'.encode()


def test_uninstall_leaves_only_what_is_not_ours(tmp_path: Path) -> None:
    places = install.Places(tmp_path)
    ours = [places.launcher, places.desktop_entry, places.icon, places.environment / "bin" / "python"]
    theirs = places.launcher.with_name("other")
    for path in (*ours, theirs):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    install.uninstall(places)
    assert [path for path in (*ours, theirs) if path.exists()] == [theirs]


def test_a_failure_is_said_without_a_traceback(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bin").touch()
    (tmp_path / "share").touch()
    assert install.main(["install", str(tmp_path)]) == 1
    assert "install:" in capsys.readouterr().err
