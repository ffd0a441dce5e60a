"""Who opens `tel:`, `callto:` and `sip:` links on this computer, and making it us."""

import plistlib
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol
from xml.parsers.expat import ExpatError

from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.system.atomic_file import read_text, remove_file, replace_text
from agent_desktop.system.desktop_entry import ADDED, DEFAULTS, desktop_entry, entries, entry_name, with_first, without
from agent_desktop.system.launch_services import LaunchServices, SystemLaunchServices
from agent_desktop.system.windows_registry import Registry

SCHEMES = ("tel", "callto", "sip")
BUNDLE = "agent-desktop.AgentDesktop"
"""The identifier of the app for a Mac."""


@dataclass(frozen=True, slots=True)
class Owner:
    """Who opens `tel:` links now: `name` as people know the program, "" for nobody; `advice` where it is not us,
    which we `may_become` by registering.
    """

    ours: bool
    name: str = ""
    advice: str = ""
    may_become: bool = True


class TelHandler(Protocol):
    """One platform's way."""

    def register(self, command: Sequence[str]) -> None:
        """Have `command` and the link as its last argument run for every such link. Raises StoreFailed, UsageError."""

    def unregister(self) -> None:
        """Give the links back to whoever had them before."""

    def status(self) -> Owner: ...


class XdgTelHandler:
    """A desktop entry, put first in the user's list of default programs (mimeapps.list)."""

    ENTRY = "agent-desktop-dial.desktop"
    ADVICE = "Choose Agent Desktop for phone links in its settings, or in your desktop's default programs."

    def __init__(self, environ: Mapping[str, str], home: Path) -> None:
        self._config = _folders(environ, "XDG_CONFIG_HOME", home / ".config", "XDG_CONFIG_DIRS", "/etc/xdg")
        data = _folders(
            environ, "XDG_DATA_HOME", home / ".local" / "share", "XDG_DATA_DIRS", "/usr/local/share:/usr/share"
        )
        self._applications = [folder / "applications" for folder in data]
        self._desktops = [name.lower() for name in environ.get("XDG_CURRENT_DESKTOP", "").split(":") if name]
        self._list = self._config[0] / "mimeapps.list"

    def register(self, command: Sequence[str]) -> None:
        types = "".join(f"{_type(scheme)};" for scheme in SCHEMES)
        entry = desktop_entry("Agent Desktop", command, "%u", {"MimeType": types, "NoDisplay": "true"})
        replace_text(self._applications[0] / self.ENTRY, entry)
        text = read_text(self._list)
        for scheme in SCHEMES:
            for group in (DEFAULTS, ADDED):
                text = with_first(text, group, _type(scheme), self.ENTRY)
        replace_text(self._list, text)

    def unregister(self) -> None:
        before = text = read_text(self._list)
        for scheme in SCHEMES:
            for group in (DEFAULTS, ADDED):
                text = without(text, group, _type(scheme), self.ENTRY)
        if text != before:
            replace_text(self._list, text)
        remove_file(self._applications[0] / self.ENTRY)

    def status(self) -> Owner:
        for entry in self._candidates():
            for folder in self._applications:
                if (folder / entry).exists():
                    ours = entry == self.ENTRY
                    name = entry_name(read_text(folder / entry)) or entry.removesuffix(".desktop")
                    return Owner(ours, name, "" if ours else self.ADVICE)
        return Owner(False, "", self.ADVICE)

    def _candidates(self) -> Iterator[str]:
        """Desktop entries for `tel:`, most wanted first; some may not be installed."""
        lists = [
            read_text(folder / f"{prefix}mimeapps.list")
            for folder in self._config + self._applications
            for prefix in [*(f"{desktop}-" for desktop in self._desktops), ""]
        ]
        caches = [read_text(folder / "mimeinfo.cache") for folder in self._applications]
        for group, texts in ((DEFAULTS, lists), (ADDED, lists), ("MIME Cache", caches)):
            for text in texts:
                yield from entries(text, group, _type("tel"))


class WindowsTelHandler:
    """A registered program that Windows offers; only the user can make it the default one."""

    PROGRAM = "AgentDesktop.Dial"
    ADVICE = "Open Settings > Apps > Default apps > Agent Desktop, and choose it for TEL, CALLTO and SIP."
    _CLASS = rf"Software\Classes\{PROGRAM}"
    _OURS = r"Software\AgentDesktop"
    _REGISTERED = r"Software\RegisteredApplications"

    def __init__(self, registry: Registry) -> None:
        self._registry = registry

    def register(self, command: Sequence[str]) -> None:
        write = self._registry.write
        write(self._CLASS, "", "URL:Phone number")
        write(self._CLASS, "URL Protocol", "")
        write(rf"{self._CLASS}\shell\open\command", "", f'{subprocess.list2cmdline(command)} "%1"')
        capabilities = rf"{self._OURS}\Capabilities"
        write(capabilities, "ApplicationName", "Agent Desktop")
        write(capabilities, "ApplicationDescription", "Dials phone links on your extension")
        for scheme in SCHEMES:
            write(rf"{capabilities}\URLAssociations", scheme, self.PROGRAM)
        write(self._REGISTERED, "Agent Desktop", capabilities)

    def unregister(self) -> None:
        self._registry.delete_value(self._REGISTERED, "Agent Desktop")
        self._registry.delete_key(self._OURS)
        self._registry.delete_key(self._CLASS)

    def status(self) -> Owner:
        choice = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"
        program = self._registry.read(choice, "ProgId") or ""
        if program == self.PROGRAM:
            return Owner(True, "Agent Desktop")
        name = self._registry.read(rf"Software\Classes\{program}", "") if program else ""
        return Owner(False, name or program, self.ADVICE)


class MacTelHandler:
    """The app, where its Info.plist offers to open such links (see packaging/agent-desktop.spec). Launch Services knows
    no way back, so a file remembers who had them before. `begin` is called when the system is first asked.
    """

    ADVICE = "Choose Agent Desktop for phone links in its settings."
    NOT_AN_APP = "Build and install the app (see packaging/README.md), start it, and choose this there."
    _FACE_TIME = "com.apple.FaceTime"
    """Which every Mac has."""

    def __init__(self, home: Path, begin: Callable[[], LaunchServices] = SystemLaunchServices) -> None:
        self._before = home / "Library" / "Preferences" / f"{BUNDLE}.links.plist"
        self._begin = begin

    def register(self, command: Sequence[str]) -> None:
        services = self._begin()
        if not _is_ours(services.own_app()):
            raise UsageError("On a Mac only the installed app can open phone links.", self.NOT_AN_APP)
        openers = {scheme: services.opener(scheme) for scheme in SCHEMES}
        others = {scheme: app for scheme, app in openers.items() if app and not _is_ours(app)}
        replace_text(self._before, plistlib.dumps({**self._remembered(), **others}).decode())
        for scheme in SCHEMES:
            _hand_over(services, scheme, BUNDLE)

    def unregister(self) -> None:
        services, remembered = self._begin(), self._remembered()
        for scheme in SCHEMES:
            if _is_ours(services.opener(scheme)):
                _hand_over(services, scheme, remembered.get(scheme, self._FACE_TIME))
        remove_file(self._before)

    def status(self) -> Owner:
        services = self._begin()
        app = services.opener("tel")
        if _is_ours(app):
            return Owner(True, "Agent Desktop")
        name = PurePosixPath(services.place_of(app)).stem if app else ""
        is_app = _is_ours(services.own_app())
        return Owner(False, name or app, self.ADVICE if is_app else self.NOT_AN_APP, is_app)

    def _remembered(self) -> dict[str, str]:
        try:
            known = plistlib.loads(read_text(self._before).encode())
            return {str(scheme): str(app) for scheme, app in known.items()}
        except (ValueError, ExpatError, AttributeError):
            return {}


def _is_ours(app: str) -> bool:
    return app.lower() == BUNDLE.lower()


def _hand_over(services: LaunchServices, scheme: str, app: str) -> None:
    if code := services.set_opener(scheme, app):
        raise StoreFailed(
            f"The Mac does not change who opens {scheme}: links (error {code}).", "Restart it, then try again."
        )


def tel_handler_for(environ: Mapping[str, str], home: Path, platform: str = sys.platform) -> TelHandler:
    """This platform's handler of phone links."""
    if sys.platform == "win32":
        from agent_desktop.system.windows_registry import UserRegistry

        return WindowsTelHandler(UserRegistry())
    if platform == "darwin":
        return MacTelHandler(home)
    return XdgTelHandler(environ, home)


def _type(scheme: str) -> str:
    return f"x-scheme-handler/{scheme}"


def _folders(environ: Mapping[str, str], own: str, default_own: Path, others: str, default_others: str) -> list[Path]:
    found = [Path(environ.get(own) or default_own)]
    return found + [Path(folder) for folder in (environ.get(others) or default_others).split(":") if folder]
