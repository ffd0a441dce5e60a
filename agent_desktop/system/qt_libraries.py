"""Which of Qt's system libraries are missing on Linux, and the one command that brings them; never imports Qt.

Qt aborts with no advice where one is missing, so this is asked first. Needs the standard library only.
"""

import argparse
import ctypes
import os
import shlex
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Library:
    """A library by the name it is loaded by, and the package that holds it on Debian's and Arch's families."""

    soname: str
    debian: str
    arch: str


_EVERYWHERE = (
    Library("libEGL.so.1", "libegl1", "libglvnd"),
    Library("libGL.so.1", "libgl1", "libglvnd"),
    Library("libX11.so.6", "libx11-6", "libx11"),
    Library("libdbus-1.so.3", "libdbus-1-3", "dbus"),
    Library("libfontconfig.so.1", "libfontconfig1", "fontconfig"),
    Library("libfreetype.so.6", "libfreetype6", "freetype2"),
    Library("libglib-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libgthread-2.0.so.0", "libglib2.0-0", "glib2"),
    Library("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon"),
    Library("libz.so.1", "zlib1g", "zlib"),
    Library("libzstd.so.1", "libzstd1", "zstd"),
)
_BY_PLATFORM = {
    "xcb": (
        Library("libX11-xcb.so.1", "libx11-xcb1", "libx11"),
        Library("libxcb.so.1", "libxcb1", "libxcb"),
        Library("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor"),
        Library("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm"),
        Library("libxcb-image.so.0", "libxcb-image0", "xcb-util-image"),
        Library("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms"),
        Library("libxcb-randr.so.0", "libxcb-randr0", "libxcb"),
        Library("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil"),
        Library("libxcb-render.so.0", "libxcb-render0", "libxcb"),
        Library("libxcb-shape.so.0", "libxcb-shape0", "libxcb"),
        Library("libxcb-shm.so.0", "libxcb-shm0", "libxcb"),
        Library("libxcb-sync.so.1", "libxcb-sync1", "libxcb"),
        Library("libxcb-util.so.1", "libxcb-util1", "xcb-util"),
        Library("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb"),
        Library("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb"),
        Library("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11"),
    ),
    "wayland": (
        Library("libwayland-client.so.0", "libwayland-client0", "wayland"),
        Library("libwayland-cursor.so.0", "libwayland-cursor0", "wayland"),
        Library("libwayland-egl.so.1", "libwayland-egl1", "wayland"),
    ),
    "sound": (
        Library("libXext.so.6", "libxext6", "libxext"),
        Library("libXrandr.so.2", "libxrandr2", "libxrandr"),
        Library("libbz2.so.1", "libbz2-1.0", "bzip2"),
        Library("libdrm.so.2", "libdrm2", "libdrm"),
        Library("libpulse.so.0", "libpulse0", "libpulse"),
    ),
}

_DEBIAN = "{sudo}apt-get update && {sudo}apt-get install --yes --no-install-recommends"
_COMMANDS: dict[str, tuple[str, Callable[[Library], str]]] = {
    "debian": (_DEBIAN, lambda library: library.debian),
    "ubuntu": (_DEBIAN, lambda library: library.debian),
    "arch": ("{sudo}pacman --sync --needed --noconfirm", lambda library: library.arch),
    # These find a package by what it holds.
    "fedora": ("{sudo}dnf install --assumeyes", lambda library: f"{library.soname}()(64bit)"),
    "rhel": ("{sudo}dnf install --assumeyes", lambda library: f"{library.soname}()(64bit)"),
    "suse": ("{sudo}zypper --non-interactive install", lambda library: f"{library.soname}()(64bit)"),
    "opensuse": ("{sudo}zypper --non-interactive install", lambda library: f"{library.soname}()(64bit)"),
    "alpine": ("{sudo}apk add", lambda library: f"so:{library.soname}"),
}


_ALWAYS_A_SCREEN = {"win32": "windows", "darwin": "cocoa"}


def platform_for(environ: Mapping[str, str], system: str = sys.platform) -> str:
    """The Qt platform this environment leads to, in the words of QT_QPA_PLATFORM."""
    if chosen := environ.get("QT_QPA_PLATFORM"):
        return chosen
    if system in _ALWAYS_A_SCREEN:
        return _ALWAYS_A_SCREEN[system]
    if environ.get("WAYLAND_DISPLAY"):
        return "wayland;xcb"
    return "xcb" if environ.get("DISPLAY") else "offscreen"


def has_screen(environ: Mapping[str, str], system: str = sys.platform) -> bool:
    """True where windows can be seen."""
    return not platform_for(environ, system).startswith(("offscreen", "minimal"))


def needed_libraries(qt_platform: str) -> tuple[Library, ...]:
    """What Qt loads for a platform such as `xcb`, `offscreen`, or a list: `wayland;xcb`. `sound` stands for what plays
    recordings and ringtones, which the windows do without.
    """
    names = [part.partition(":")[0].removesuffix("-egl") for part in qt_platform.split(";")]
    return _EVERYWHERE + tuple(library for name in names for library in _BY_PLATFORM.get(name, ()))


def missing_libraries(
    qt_platform: str, load: Callable[[str], object] = ctypes.CDLL, system: str = sys.platform
) -> tuple[Library, ...]:
    """Those that this computer cannot load; none on anything but Linux, where Qt brings all it needs."""
    if system != "linux":
        return ()
    return tuple(library for library in needed_libraries(qt_platform) if not _loads(library.soname, load))


def install_command(missing: Sequence[Library], os_release: Mapping[str, str], is_root: bool) -> str:
    """The shell command that installs them on the distribution that `os_release` names; "" where it is not known."""
    for family in (os_release.get("ID", ""), *os_release.get("ID_LIKE", "").split()):
        if found := _COMMANDS.get(family.partition("-")[0]):
            command, package = found
            packages = sorted({shlex.quote(package(library)) for library in missing})
            return " ".join([command.format(sudo="" if is_root else "sudo "), *packages])
    return ""


def install_advice(missing: Sequence[Library]) -> str:
    """One sentence for people: what to run on this computer."""
    if command := install_command(missing, *_here()):
        return f"Run this once: {command}"
    return "Install the packages that hold " + ", ".join(library.soname for library in missing) + "."


def main(arguments: Sequence[str] | None = None) -> int:
    """Say what is missing; the exit code is 0 when nothing is, else 1."""
    parser = argparse.ArgumentParser(prog="python -m agent_desktop.system.qt_libraries", description=__doc__)
    parser.add_argument("--platform", default=platform_for(os.environ), help="such as xcb or offscreen")
    parser.add_argument("--install-command", action="store_true", help="print the command alone, to be run by a script")
    options = parser.parse_args(arguments)
    missing = missing_libraries(options.platform)
    if not missing:
        return 0
    if options.install_command:
        print(install_command(missing, *_here()))
    else:
        print("Qt's windows need libraries that are missing here:", ", ".join(library.soname for library in missing))
        print(install_advice(missing))
    return 1


def _loads(soname: str, load: Callable[[str], object]) -> bool:
    try:
        load(soname)
    except OSError:
        return False
    return True


def _here() -> tuple[Mapping[str, str], bool]:
    try:
        import platform

        os_release: Mapping[str, str] = platform.freedesktop_os_release()
    except OSError:
        os_release = {}
    return os_release, sys.platform != "win32" and os.getuid() == 0


if __name__ == "__main__":
    sys.exit(main())
