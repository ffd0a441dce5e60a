import importlib.util
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.system.qt_libraries import (
    Library,
    has_screen,
    install_advice,
    install_command,
    main,
    missing_libraries,
    needed_libraries,
    platform_for,
)

EGL = Library("libEGL.so.1", "libegl1", "libglvnd")
GL = Library("libGL.so.1", "libgl1", "libglvnd")
BROUGHT_BY_PYTHON_OR_QT = (
    r"libQt6|libicu|libc\.|libav|libsw|libm\.|libdl|libpthread|librt|libstdc|libgcc|ld-linux|libresolv"
)


def nothing_loads(soname: str) -> object:
    raise OSError(soname)


def qt_folder() -> Path:
    spec = importlib.util.find_spec("PySide6")
    assert spec is not None
    assert spec.origin is not None
    return Path(spec.origin).parent / "Qt"


@pytest.mark.skipif(not shutil.which("readelf") or sys.platform != "linux", reason="needs readelf")
@pytest.mark.parametrize(
    ("qt_platform", "files"),
    [
        (
            "offscreen",
            [f"lib/libQt6{part}.so.6" for part in ("Core", "Gui", "Widgets", "DBus", "Svg")],
        ),
        ("xcb", ["lib/libQt6XcbQpa.so.6", "plugins/platforms/libqxcb.so"]),
        ("wayland", ["lib/libQt6WaylandClient.so.6", "plugins/platforms/libqwayland.so"]),
        (
            "sound",
            [
                "plugins/multimedia/libffmpegmediaplugin.so",
                *(f"lib/{name}" for name in ("libQt6Multimedia.so.6", "libavformat.so.61", "libavcodec.so.61")),
                *(f"lib/{name}" for name in ("libavutil.so.59", "libswresample.so.5", "libswscale.so.8")),
            ],
        ),
    ],
)
def test_the_list_is_what_the_installed_qt_asks_for(qt_platform: str, files: list[str]) -> None:
    found = [qt_folder() / file for file in files if (qt_folder() / file).exists()]
    if not found:
        pytest.skip("this Qt is not laid out like the wheel's")
    read = subprocess.run(["readelf", "-d", *found], capture_output=True, text=True, check=True).stdout
    asked = {name for name in re.findall(r"NEEDED.*\[(.+)\]", read) if not re.match(BROUGHT_BY_PYTHON_OR_QT, name)}
    assert asked <= {library.soname for library in needed_libraries(qt_platform)}


def test_fewer_libraries_are_needed_without_a_screen() -> None:
    offscreen, xcb = (set(missing_libraries(name, nothing_loads, "linux")) for name in ("offscreen", "xcb"))
    assert offscreen < xcb
    assert set(missing_libraries("wayland-egl;xcb:1", nothing_loads, "linux")) > xcb


def test_only_what_does_not_load_is_missing() -> None:
    def load(soname: str) -> object:
        return nothing_loads(soname) if "cursor" in soname else None

    assert [library.debian for library in missing_libraries("xcb", load, "linux")] == ["libxcb-cursor0"]
    assert missing_libraries("xcb", nothing_loads, "darwin") == ()
    assert missing_libraries("xcb", nothing_loads, "win32") == ()


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "offscreen"),
        ({"DISPLAY": ":0"}, "xcb"),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "wayland-0"}, "wayland;xcb"),
        ({"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, "offscreen"),
    ],
)
def test_the_platform_follows_the_environment(environ: dict[str, str], expected: str) -> None:
    assert platform_for(environ, "linux") == expected
    assert has_screen(environ, "linux") == (expected != "offscreen")


@pytest.mark.parametrize(("system", "expected"), [("win32", "windows"), ("darwin", "cocoa")])
def test_windows_and_a_mac_always_have_a_screen(system: str, expected: str) -> None:
    assert platform_for({}, system) == expected
    assert has_screen({}, system)
    assert not has_screen({"QT_QPA_PLATFORM": "minimal"}, system), "unless there is to be none"


@pytest.mark.parametrize(
    ("os_release", "command"),
    [
        (
            {"ID": "debian"},
            "apt-get update && apt-get install --yes --no-install-recommends libegl1 libgl1",
        ),
        ({"ID": "fedora"}, "dnf install --assumeyes 'libEGL.so.1()(64bit)' 'libGL.so.1()(64bit)'"),
        ({"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf install --assumeyes 'libEGL.so.1()(64bit)'"),
        ({"ID": "manjaro", "ID_LIKE": "arch"}, "pacman --sync --needed --noconfirm libglvnd"),
        (
            {"ID": "opensuse-leap", "ID_LIKE": "suse opensuse"},
            "zypper --non-interactive install 'libEGL.so.1()(64bit)'",
        ),
        ({"ID": "alpine"}, "apk add so:libEGL.so.1 so:libGL.so.1"),
    ],
)
def test_each_distribution_has_its_command(os_release: dict[str, str], command: str) -> None:
    assert install_command([GL, EGL], os_release, is_root=True).startswith(command)


def test_who_is_not_root_is_given_sudo_and_who_is_unknown_nothing() -> None:
    ubuntu = install_command([EGL], {"ID": "mint", "ID_LIKE": "ubuntu debian"}, is_root=False)
    assert ubuntu.count("sudo apt-get") == 2
    assert install_command([EGL], {"ID": "haiku"}, is_root=False) == ""
    assert install_command([EGL], {}, is_root=False) == ""


def test_the_advice_names_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent_desktop.system.qt_libraries._here", lambda: ({"ID": "debian"}, True))
    assert install_advice([EGL]).endswith(" libegl1")
    monkeypatch.setattr("agent_desktop.system.qt_libraries._here", lambda: ({}, True))
    assert "libEGL.so.1" in install_advice([EGL])


def test_the_program_says_what_to_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("agent_desktop.system.qt_libraries._here", lambda: ({"ID": "debian"}, True))
    monkeypatch.setattr("agent_desktop.system.qt_libraries.missing_libraries", lambda _: (EGL,))
    assert main(["--install-command"]) == 1
    assert capsys.readouterr().out.splitlines() == [install_command([EGL], {"ID": "debian"}, is_root=True)]
    assert main([]) == 1
    assert "libEGL.so.1" in capsys.readouterr().out
    monkeypatch.setattr("agent_desktop.system.qt_libraries.missing_libraries", lambda _: ())
    assert main(["--install-command"]) == 0
    assert capsys.readouterr().out == ""


def test_it_runs_with_the_standard_library_alone() -> None:
    done = subprocess.run(
        [sys.executable, "-S", "-m", "agent_desktop.system.qt_libraries", "--platform", "offscreen"],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode in {0, 1}
    assert done.stderr == ""
