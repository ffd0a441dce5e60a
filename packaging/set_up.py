"""Make a checkout ready to run: its own virtual environment, the pinned requirements, what Qt needs, tools for tests.

    python packaging/set_up.py [--test-tools]

Needs nothing but Python's standard library; `make` calls it. Exit code 1 only where the program cannot run afterwards.
"""

import argparse
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
REQUIREMENTS = ROOT / "packaging" / "requirements-dev.txt"
SUPPORTED = ((3, 11), (3, 14))  # from the first up to, not including, the second


class SetUpFailed(Exception):
    """What stops the set-up, said plainly, with what to do."""


@dataclass(frozen=True, slots=True)
class PackageManager:
    """How this system brings libraries and tools; `refresh` updates the list of what it could bring."""

    program: str
    install: tuple[str, ...]
    refresh: tuple[str, ...] = ()


MANAGERS = (
    PackageManager("apt-get", ("install", "-y", "--no-install-recommends"), ("update",)),
    PackageManager("dnf", ("install", "-y")),
    PackageManager("zypper", ("--non-interactive", "install", "--no-recommends")),
    PackageManager("pacman", ("-S", "--noconfirm", "--needed")),
)

# What the tests start, to see the real program on a real (virtual) screen, and the package of each manager above.
TEST_TOOLS: dict[str, tuple[str, str, str, str]] = {
    "Xvfb": ("xvfb", "xorg-x11-server-Xvfb", "xorg-x11-server-Xvfb", "xorg-server-xvfb"),
    "xauth": ("xauth", "xorg-x11-xauth", "xauth", "xorg-xauth"),
    "openbox": ("openbox", "openbox", "openbox", "openbox"),
    "trayer": ("trayer", "trayer", "trayer", "trayer"),
    "xdotool": ("xdotool", "xdotool", "xdotool", "xdotool"),
    "xclip": ("xclip", "xclip", "xclip", "xclip"),
    "xrandr": ("x11-xserver-utils", "xrandr", "xrandr", "xorg-xrandr"),
    "import": ("imagemagick", "ImageMagick", "ImageMagick", "imagemagick"),
    "dbus-run-session": ("dbus", "dbus-daemon", "dbus-1", "dbus"),
    "gnome-keyring-daemon": ("gnome-keyring", "gnome-keyring", "gnome-keyring", "gnome-keyring"),
    "gio": ("libglib2.0-bin", "glib2", "glib2-tools", "glib2"),
    "xdg-mime": ("xdg-utils", "xdg-utils", "xdg-utils", "xdg-utils"),
    "desktop-file-validate": ("desktop-file-utils", "desktop-file-utils", "desktop-file-utils", "desktop-file-utils"),
    "readelf": ("binutils", "binutils", "binutils", "binutils"),
    "ip": ("iproute2", "iproute", "iproute2", "iproute2"),
    "curl": ("curl", "curl", "curl", "curl"),
}

PIP_INSTALL = ("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input")

Word = str | Path


def say(text: str) -> None:
    print(f"set-up: {text}", flush=True)


def run(command: Sequence[Word], *, quietly: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run to the end, without the user's settings that would lead Python or pip astray; `quietly` keeps the output."""
    kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PYTHONHOME", "PIP_USER"}}
    return subprocess.run(
        [str(word) for word in command],
        cwd=ROOT,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE if quietly else None,
        stderr=subprocess.STDOUT if quietly else None,
        text=True,
        check=False,
    )


def answers(command: Sequence[Word]) -> bool:
    """Whether a command can be run and succeeds; its output is of no interest."""
    try:
        return run(command, quietly=True).returncode == 0
    except OSError:
        return False


# The system's packages


def package_manager() -> PackageManager | None:
    return next((manager for manager in MANAGERS if shutil.which(manager.program)), None)


def rights() -> list[str] | None:
    """What to put before a command that changes the system; None where that takes a password."""
    if getattr(os, "geteuid", lambda: 1)() == 0:
        return []
    return ["sudo", "-n"] if answers(["sudo", "-n", "true"]) else None


def command_for(manager: PackageManager, packages: Sequence[str]) -> str:
    """The one command to say to someone who may change the system."""
    steps = [step for step in (manager.refresh, (*manager.install, *packages)) if step]
    return " && ".join(shlex.join(["sudo", manager.program, *step]) for step in steps)


def install_packages(packages: Sequence[str]) -> bool:
    """Bring packages by the system's package manager. False where that is not ours to do, or it failed."""
    manager, prefix = package_manager(), rights()
    if manager is None or prefix is None:
        return False
    say(f"installing {' '.join(packages)}")
    quiet: list[Word] = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", manager.program]
    if manager.program == "apt-get":
        quiet += ["-q", "-o", "DPkg::Lock::Timeout=300", "-o", "Acquire::Retries=3", "-o", "Dpkg::Use-Pty=0"]
    said = ""
    for attempt in range(3):
        if attempt:
            time.sleep(10)  # another package manager may hold the lock of the lists
        if manager.refresh:
            run([*quiet, *manager.refresh], quietly=True)  # one broken source of many is no reason to give up
        done = run([*quiet, *manager.install, *packages], quietly=True)
        if done.returncode == 0:
            return True
        said = done.stdout
    say(f"{manager.program} could not install them:\n{said}")
    return False


# The environment


def environment_python(environment: Path) -> Path:
    return environment / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")


def make_environment(environment: Path) -> Path:
    """A virtual environment with pip in it; returns its Python. An environment that works is kept."""
    python = environment_python(environment)
    if _is_usable(python):
        return python
    shutil.rmtree(environment, ignore_errors=True)
    say(f"making the virtual environment {environment} with Python {sys.version.split()[0]}")
    package = f"python3.{sys.version_info.minor}-venv"
    if importlib.util.find_spec("ensurepip") is None and shutil.which("apt-get"):
        install_packages([package])  # Debian and Ubuntu keep this part of Python in a package of its own
    makers = (
        [sys.executable, "-m", "venv"],
        [sys.executable, "-m", "virtualenv"],
        ["virtualenv", "-p", sys.executable],
    )
    said = []
    for maker in makers:
        if maker[0] == sys.executable or shutil.which(maker[0]):
            said.append(run([*maker, environment], quietly=True).stdout.strip())
        if _is_usable(python):
            return python
        shutil.rmtree(environment, ignore_errors=True)
    if importlib.util.find_spec("ensurepip") is None and shutil.which("apt-get"):
        command = command_for(MANAGERS[0], [package, *qt_packages("xcb;wayland;sound")])
        raise SetUpFailed(
            f"This Python cannot make a virtual environment yet. Run this once, then try again:\n    {command}"
        )
    raise SetUpFailed(f"The virtual environment {environment} could not be made: {said[0]}")


def _is_usable(python: Path) -> bool:
    version = f"import sys; sys.exit(not {SUPPORTED[0]} <= sys.version_info[:2] < {SUPPORTED[1]})"
    return answers([python, "-c", version]) and answers([python, "-m", "pip", "--version"])


def install_requirements(python: Path, requirements: Path) -> None:
    """Exactly the pinned versions, each file checked against its hash."""
    say("installing the pinned packages (the first time some 300 MB)")
    if run([python, *PIP_INSTALL, "--require-hashes", "-r", requirements]).returncode != 0:
        raise SetUpFailed(
            "The pinned packages could not be installed; pip says why above. Check the network, try again."
        )


def install_program(python: Path) -> None:
    """The checkout itself, so that `agent-desktop` in the environment runs these very files."""
    if (
        run([python, *PIP_INSTALL, "--no-deps", "--no-build-isolation", "--no-index", "--editable", ROOT]).returncode
        != 0
    ):
        raise SetUpFailed("The program itself could not be installed; pip says why above.")


# What Qt and the tests need


def prepare_qt(python: Path) -> None:
    """Qt's system libraries where they can be brought. Fails where Qt cannot run at all."""
    missing = qt_packages("xcb;wayland;sound")  # whoever sets up without a screen may sit before one later
    if missing and not install_packages(missing) and qt_packages():
        _say_command(missing, "Qt misses system libraries here. This brings them:")
    offscreen: list[Word] = [python, "-c", "from PySide6.QtWidgets import QApplication; QApplication([])"]
    done = run(offscreen, quietly=True, QT_QPA_PLATFORM="offscreen")
    if done.returncode != 0:
        reason = done.stdout.strip().splitlines()[-1:]
        raise SetUpFailed(f"Qt cannot run on this system. It said: {''.join(reason)}")


def qt_packages(platform: str = "") -> list[str]:
    """The packages with the system libraries that Qt misses here, for a Qt platform or for this very screen."""
    module = [sys.executable, "-m", "agent_desktop.system.qt_libraries", "--install-command"]
    command = run([*module, *(["--platform", platform] if platform else [])], quietly=True).stdout
    words = reversed(shlex.split(command))
    return sorted(takewhile(lambda word: not word.startswith("-") and word not in {"install", "add"}, words))


def prepare_test_tools() -> None:
    """The programs that tests of the real screen, tray and keyring start; a test that misses one is skipped."""
    manager = package_manager()
    missing = [tool for tool in TEST_TOOLS if shutil.which(tool) is None]
    if not missing or sys.platform != "linux":
        return
    packages = [TEST_TOOLS[tool][MANAGERS.index(manager)] for tool in missing] if manager else []
    if not packages or not install_packages(packages):
        say(f"not here: {', '.join(missing)}. Tests that need them are skipped.")
        if packages:
            _say_command(packages, "To run them too:")


def _say_command(packages: Sequence[str], why: str) -> None:
    manager = package_manager()
    say(f"{why}\n    {command_for(manager, packages) if manager else 'the packages ' + ' '.join(packages)}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Make this checkout ready to run.")
    parser.add_argument("--test-tools", action="store_true", help="only bring the programs that the tests start")
    if not SUPPORTED[0] <= sys.version_info[:2] < SUPPORTED[1]:
        print(f"Agent Desktop needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 1
    try:
        if parser.parse_args().test_tools:
            prepare_test_tools()
        else:
            python = make_environment(ENVIRONMENT)
            install_requirements(python, REQUIREMENTS)
            install_program(python)
            prepare_qt(python)
            say("ready")
    except SetUpFailed as failure:
        print(f"set-up: {failure}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
