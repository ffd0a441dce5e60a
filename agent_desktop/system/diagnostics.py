"""What can be said of this computer without Qt and without the network: the doctor's first part."""

import os
import platform
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Literal

from agent_desktop.errors import AgentDesktopError
from agent_desktop.system.autostart import Autostart
from agent_desktop.system.paths import Profile
from agent_desktop.system.qt_libraries import install_advice, missing_libraries, platform_for
from agent_desktop.system.secrets import VARIABLES, SecretStore
from agent_desktop.system.single_instance import is_running
from agent_desktop.system.tel_handler import TelHandler

_FEW_BYTES = 200_000_000
_TOO_FEW_BYTES = 10_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor; `advice` says what to do, where there is something."""

    level: Literal["ok", "warning", "failed"]
    title: str
    advice: str = ""


def facts(
    profile: Profile, secrets: SecretStore, environ: Mapping[str, str], autostart: Autostart, tel_handler: TelHandler
) -> tuple[Finding, ...]:
    """Everything, in the order to be read. Blocks as the keyring does (with a prompt, perhaps)."""
    return (
        *_versions(),
        *_screen(environ),
        _sound(),
        *_profile(profile),
        _keyring(secrets, environ),
        _phone_links(tel_handler),
        Finding("ok", f"Starts when you sign in: {'yes' if autostart.is_registered() else 'no'}."),
    )


def _versions(python: tuple[int, ...] = sys.version_info[:3]) -> Iterator[Finding]:
    spoken = ".".join(map(str, python))
    if (3, 11) <= python < (3, 14):
        yield Finding("ok", f"Python {spoken} on {platform.system()} {platform.release()}.")
    else:
        yield Finding("warning", f"Python {spoken} is not tried.", "Use Python 3.11, 3.12 or 3.13.")
    try:
        qt = version("PySide6-Essentials")
    except PackageNotFoundError:
        yield Finding("failed", "Qt for Python is not installed.", "Install Agent Desktop again.")
        return
    if qt.startswith("6.12.0") and python < (3, 12):
        yield Finding("failed", f"Qt {qt} stops after a while on Python {spoken}.", "Use Qt 6.11, or Python 3.12.")
    else:
        yield Finding("ok", f"Qt {qt}.")


def _screen(environ: Mapping[str, str]) -> Iterator[Finding]:
    qt_platform = platform_for(environ)
    if missing := missing_libraries(qt_platform):
        names = ", ".join(library.soname for library in missing)
        yield Finding("failed", f"Libraries that Qt's windows need are missing: {names}.", install_advice(missing))
    else:
        yield Finding("ok", "The libraries that Qt's windows need are here.")
    if sys.platform != "linux":
        return
    if qt_platform == "offscreen":
        yield Finding("warning", "There is no screen here.", "Pops and windows are shown in a desktop session only.")
    elif "wayland" in qt_platform:
        yield Finding(
            "ok", "The screen is Wayland's.", "If pops appear in the wrong place, set QT_QPA_PLATFORM=xcb and restart."
        )
    else:
        yield Finding("ok", "The screen is X11's.")
    if "gnome" in environ.get("XDG_CURRENT_DESKTOP", "").lower():
        yield Finding("ok", "The desktop is GNOME.", "It shows tray icons with the AppIndicator extension only.")


def _sound() -> Finding:
    if missing := [library for library in missing_libraries("sound") if library not in missing_libraries("")]:
        names = ", ".join(library.soname for library in missing)
        return Finding("warning", f"Libraries that play sound are missing: {names}.", install_advice(missing))
    return Finding("ok", "The libraries that play recordings and the ringtone are here.")


def _profile(profile: Profile) -> Iterator[Finding]:
    running = "is running" if is_running(profile) else "is not running"
    yield Finding("ok", f"Agent Desktop {running} for the profile {profile.root}.")
    existing = next(folder for folder in (profile.root, *profile.root.parents) if folder.exists())
    if not os.access(existing, os.W_OK | os.X_OK) or not existing.is_dir():
        yield Finding("failed", f"The folder {existing} cannot be written.", "Give yourself the right to write there.")
        return
    yield _free_space(existing)
    if sys.platform != "win32" and existing == profile.root and existing.stat().st_mode & 0o077:
        yield Finding(
            "warning", "Other users of this computer can look into the profile.", f"Run: chmod 700 '{profile.root}'"
        )


def _free_space(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    if free < _TOO_FEW_BYTES:
        return Finding("failed", "The disk is full: calls cannot be recorded.", f"Free some space for {folder}.")
    if free < _FEW_BYTES:
        return Finding("warning", f"Only {free // 1_000_000} MB of disk are free.", f"Free some space for {folder}.")
    return Finding("ok", f"{free / 1e9:.1f} GB of disk are free.")


def _keyring(secrets: SecretStore, environ: Mapping[str, str]) -> Finding:
    from_environment = [name for name in VARIABLES.values() if environ.get(name, "").strip()]
    if len(from_environment) == len(VARIABLES):
        return Finding("ok", f"The secrets come from {' and '.join(from_environment)}.")
    try:
        return Finding("ok", f"The keyring is {secrets.keyring_name()}.")
    except AgentDesktopError as error:
        return Finding("warning", error.title, error.advice)


def _phone_links(tel_handler: TelHandler) -> Finding:
    owner = tel_handler.status()
    if owner.ours:
        return Finding("ok", "Phone links (tel:) open in Agent Desktop.")
    way = (
        ("Agent Desktop registers itself for them with 'agent-desktop doctor --fix', too.",) if owner.may_become else ()
    )
    advice = " ".join((owner.advice, *way))
    return Finding("warning", f"Phone links (tel:) open in {owner.name or 'no program'}.", advice)
