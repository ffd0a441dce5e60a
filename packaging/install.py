"""Install the program for one user, or for all below a prefix, in a virtual environment of its own; and take it away.

    python packaging/install.py install|uninstall PREFIX

Below PREFIX: `share/agent-desktop/` (the environment), `bin/agent-desktop` (on Windows with `.cmd`), and on Linux the
desktop entry and the icon.
"""

import argparse
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from set_up import ROOT, SetUpFailed, answers, install_requirements, make_environment, run, say

REQUIREMENTS = ROOT / "packaging" / "requirements.txt"
DESKTOP_ENTRY = ROOT / "resources" / "agent-desktop.desktop"
ICON = ROOT / "resources" / "icons" / "agent-desktop.png"


class Places:
    """Where the parts of an installation stand below its prefix."""

    def __init__(self, prefix: Path) -> None:
        self.home = prefix / "share" / "agent-desktop"
        self.environment = self.home / "venv"
        self.launcher = prefix / "bin" / ("agent-desktop.cmd" if sys.platform == "win32" else "agent-desktop")
        self.desktop_entry = prefix / "share" / "applications" / "agent-desktop.desktop"
        self.icon = prefix / "share" / "icons" / "hicolor" / "256x256" / "apps" / "agent-desktop.png"


def install(places: Places) -> None:
    """Install, or bring an earlier installation up to date."""
    python = make_environment(places.environment)
    install_requirements(python, REQUIREMENTS)
    with tempfile.TemporaryDirectory() as folder:
        install_wheel(python, build_wheel(Path(folder)))
    make_launcher(places, python)
    if sys.platform != "linux":
        say(f"installed. Start it with {places.launcher}")
        return
    places.desktop_entry.parent.mkdir(parents=True, exist_ok=True)
    places.desktop_entry.write_text(desktop_entry(places.launcher), encoding="utf-8")
    places.icon.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ICON, places.icon)
    _refresh_menus(places)
    say(f"installed. Start it from the menu, or with {places.launcher}")


def make_launcher(places: Places, python: Path) -> None:
    """The command that people type, for the program in the environment of this Python."""
    places.launcher.parent.mkdir(parents=True, exist_ok=True)
    places.launcher.unlink(missing_ok=True)
    if sys.platform == "win32":  # where only administrators may make links
        program = str(python.with_name("agent-desktop.exe")).replace("%", "%%")
        places.launcher.write_text(f'@"{program}" %*\n', encoding="utf-8", newline="\r\n")
    else:
        places.launcher.symlink_to(python.with_name("agent-desktop"))


def build_wheel(folder: Path) -> Path:
    """The program as a wheel, built by this very environment: nothing is fetched."""
    pip = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
        "--no-cache-dir",
    ]
    if run([*pip, "--wheel-dir", folder, ROOT]).returncode != 0:
        raise SetUpFailed("The program could not be built; pip says why above.")
    return next(folder.glob("*.whl"))


def install_wheel(python: Path, wheel: Path) -> None:
    """The program into the environment, over the same version too."""
    pip = [str(python), "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--force-reinstall"]
    if run([*pip, wheel]).returncode != 0:
        raise SetUpFailed("The program could not be installed; pip says why above.")


def desktop_entry(launcher: Path) -> str:
    """The desktop entry, with the launcher's full path: a session may start without ~/.local/bin on its path."""
    quoted = '"' + str(launcher).replace("\\", "\\\\").replace('"', '\\"') + '"'
    return DESKTOP_ENTRY.read_text(encoding="utf-8").replace("Exec=agent-desktop", f"Exec={quoted}")


def uninstall(places: Places) -> None:
    """Take the program away. Settings, history and secrets are the user's, and stay."""
    shutil.rmtree(places.home, ignore_errors=True)
    for path in (places.launcher, places.desktop_entry, places.icon):
        path.unlink(missing_ok=True)
    _refresh_menus(places)
    say("uninstalled. Settings and history were kept.")


def _refresh_menus(places: Places) -> None:
    answers(["update-desktop-database", places.desktop_entry.parent])  # where it exists: makes `tel:` links known


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Install or uninstall Agent Desktop.")
    parser.add_argument("verb", choices=("install", "uninstall"))
    parser.add_argument("prefix", type=Path)
    chosen = parser.parse_args(arguments)
    places = Places(chosen.prefix.expanduser().absolute())
    try:
        install(places) if chosen.verb == "install" else uninstall(places)
    except (SetUpFailed, OSError) as failure:
        print(f"{chosen.verb}: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
