import os
import select
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.system.tel_handler import (
    BUNDLE,
    SCHEMES,
    MacTelHandler,
    Owner,
    WindowsTelHandler,
    XdgTelHandler,
    tel_handler_for,
)
from tests.system.fake_registry import FakeRegistry

COMMAND = ["/opt/agent desktop/run", "dial"]
CHOICE = r"Software\Microsoft\Windows\Shell\Associations\UrlAssociations\tel\UserChoice"


class Home:
    """A Linux user's folders with nobody else's programs in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.system = root / "system" / "applications"
        self.system.mkdir(parents=True)
        self.list = root / ".config" / "mimeapps.list"
        self.list.parent.mkdir()
        self.environ = {
            "HOME": str(root),
            "PATH": os.environ["PATH"],
            "XDG_CONFIG_DIRS": str(root / "etc"),
            "XDG_DATA_DIRS": str(self.system.parent),
        }

    def handler(self, **environ: str) -> XdgTelHandler:
        return XdgTelHandler({**self.environ, **environ}, self.root)

    def install(self, entry: str, name: str) -> None:
        (self.system / entry).write_text(
            f"[Desktop Entry]\nType=Application\nName={name}\nExec=true %u\nMimeType=x-scheme-handler/tel;\n"
        )
        (self.system / "mimeinfo.cache").write_text(f"[MIME Cache]\nx-scheme-handler/tel={entry};\n")


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_we_become_the_owner_and_give_the_links_back(home: Home) -> None:
    home.install("phone.desktop", "Other Phone")
    home.list.write_text("[Default Applications]\nx-scheme-handler/tel=phone.desktop\ntext/html=web.desktop\n")
    handler = home.handler()
    before = handler.status()
    assert (before.ours, before.name) == (False, "Other Phone")
    assert "Choose Agent Desktop" in before.advice

    handler.register(COMMAND)
    handler.register(COMMAND)
    assert handler.status() == Owner(True, "Agent Desktop")

    handler.unregister()
    handler.unregister()
    assert handler.status() == before
    assert "web.desktop" in home.list.read_text()
    assert "agent-desktop" not in home.list.read_text()
    assert not list((home.root / ".local/share/applications").iterdir())


def test_nobody_owns_the_links_of_an_empty_computer(home: Home) -> None:
    assert home.handler().status().name == ""
    home.handler().unregister()
    assert not home.list.exists()


def test_an_owner_that_is_no_longer_installed_is_none(home: Home) -> None:
    home.list.write_text("[Default Applications]\nx-scheme-handler/tel=gone.desktop;\n")
    assert home.handler().status().name == ""
    home.install("phone.desktop", "Other Phone")
    assert home.handler().status().name == "Other Phone"


def test_a_desktops_own_list_comes_first(home: Home) -> None:
    home.install("phone.desktop", "Other Phone")
    home.handler().register(COMMAND)
    (home.list.parent / "gnome-mimeapps.list").write_text(
        "[Default Applications]\nx-scheme-handler/tel=phone.desktop\n"
    )
    assert home.handler(XDG_CURRENT_DESKTOP="KDE").status().ours
    assert home.handler(XDG_CURRENT_DESKTOP="ubuntu:GNOME").status().name == "Other Phone"


@pytest.mark.skipif(not shutil.which("gio"), reason="needs gio")
def test_the_desktop_agrees_on_the_owner_and_runs_us_with_the_link(home: Home) -> None:
    home.install("phone.desktop", "Other Phone")
    dialled = home.root / "it's $HOME 100%"
    os.mkfifo(dialled)
    program = "import sys; open(sys.argv[1], 'w').write(sys.argv[2])"
    home.handler().register([sys.executable, "-S", "-c", program, str(dialled)])

    def gio(*words: str) -> str:
        return subprocess.run(["gio", *words], env=home.environ, capture_output=True, text=True, check=True).stdout

    for scheme in ("tel", "callto", "sip"):
        assert gio("mime", f"x-scheme-handler/{scheme}").splitlines()[0].endswith("agent-desktop-dial.desktop")
    answer = os.open(dialled, os.O_RDWR)  # also as a writer, so that no one waits for the other end
    gio("open", "tel:+84-938%20363")
    select.select([answer], [], [], 60)
    assert os.read(answer, 100) == b"tel:+84-938%20363"
    os.close(answer)

    home.handler().unregister()
    assert "phone.desktop" in gio("mime", "x-scheme-handler/tel").splitlines()[0]


@pytest.mark.skipif(not shutil.which("xdg-mime"), reason="needs xdg-mime")
def test_xdg_mime_agrees(home: Home) -> None:
    home.handler().register(COMMAND)
    asked = subprocess.run(
        ["xdg-mime", "query", "default", "x-scheme-handler/tel"],
        env=home.environ,
        capture_output=True,
        text=True,
        check=True,
    )
    assert asked.stdout.strip() == XdgTelHandler.ENTRY


def test_windows_offers_us_and_the_user_chooses() -> None:
    registry = FakeRegistry()
    registry.write(r"Software\Classes\Other.Tel", "", "Other Phone")
    registry.write(CHOICE, "ProgId", "Other.Tel")
    others = dict(registry.values)
    handler = WindowsTelHandler(registry)

    handler.register(COMMAND)
    assert registry.read(r"Software\Classes\AgentDesktop.Dial\shell\open\command", "") == (
        '"/opt/agent desktop/run" dial "%1"'
    )
    capabilities = registry.read(r"Software\RegisteredApplications", "Agent Desktop")
    assert registry.read(rf"{capabilities}\URLAssociations", "tel") == "AgentDesktop.Dial"
    assert handler.status().name == "Other Phone"
    assert "Default apps" in handler.status().advice

    registry.write(CHOICE, "ProgId", "AgentDesktop.Dial")
    assert handler.status() == Owner(True, "Agent Desktop")
    registry.write(CHOICE, "ProgId", "Other.Tel")

    handler.unregister()
    assert registry.values == others


class FakeLaunchServices:
    """Openers by scheme; as the real one, it does not care about capitals and gives small letters back."""

    def __init__(self, own_app: str, **openers: str) -> None:
        self.app = own_app
        self.openers = openers
        self.refusal = 0

    def own_app(self) -> str:
        return self.app

    def opener(self, scheme: str) -> str:
        return self.openers.get(scheme, "").lower()

    def set_opener(self, scheme: str, app: str) -> int:
        if not self.refusal:
            self.openers[scheme] = app
        return self.refusal

    def place_of(self, app: str) -> str:
        return {"com.apple.facetime": "/System/Applications/FaceTime.app"}.get(app, "")


def mac(home: Path, services: FakeLaunchServices) -> MacTelHandler:
    return MacTelHandler(home, lambda: services)


def test_a_macs_links_are_the_apps_and_given_back_to_whoever_had_them(tmp_path: Path) -> None:
    services = FakeLaunchServices(BUNDLE, tel="com.apple.FaceTime", sip="org.other.Phone")
    before = mac(tmp_path, services).status()
    assert (before.ours, before.name) == (False, "FaceTime")
    assert "in its settings" in before.advice

    for _ in range(2):
        mac(tmp_path, services).register(COMMAND)
        assert services.openers == dict.fromkeys(SCHEMES, BUNDLE)
    assert mac(tmp_path, services).status() == Owner(True, "Agent Desktop")

    for _ in range(2):
        mac(tmp_path, services).unregister()
        after = {scheme: services.opener(scheme) for scheme in SCHEMES}
        # Nobody had this one, and the system cannot be told so.
        assert after == {"tel": "com.apple.facetime", "sip": "org.other.phone", "callto": "com.apple.facetime"}
    assert not list((tmp_path / "Library" / "Preferences").iterdir())


def test_links_that_someone_else_took_meanwhile_stay_theirs(tmp_path: Path) -> None:
    services = FakeLaunchServices(BUNDLE, tel="com.apple.FaceTime")
    mac(tmp_path, services).register(COMMAND)
    services.openers["tel"] = "org.other.Phone"
    owner = mac(tmp_path, services).status()
    assert (owner.ours, owner.name) == (False, "org.other.phone"), "of an app that is nowhere the identifier is known"
    mac(tmp_path, services).unregister()
    assert services.openers["tel"] == "org.other.Phone"


@pytest.mark.parametrize("app", ["", "org.python.python"])
def test_a_program_that_is_no_app_can_own_no_links_on_a_mac(tmp_path: Path, app: str) -> None:
    services = FakeLaunchServices(app, tel="com.apple.FaceTime")
    with pytest.raises(UsageError, match="installed app") as refused:
        mac(tmp_path, services).register(COMMAND)
    assert "Build and install the app" in refused.value.advice
    assert mac(tmp_path, services).status().advice == refused.value.advice
    mac(tmp_path, services).unregister()
    assert services.openers == {"tel": "com.apple.FaceTime"}


def test_a_mac_that_refuses_is_said(tmp_path: Path) -> None:
    services = FakeLaunchServices(BUNDLE)
    services.refusal = -10814
    with pytest.raises(StoreFailed, match="tel"):
        mac(tmp_path, services).register(COMMAND)


def test_who_had_a_macs_links_is_forgotten_where_the_file_is_damaged(tmp_path: Path) -> None:
    services = FakeLaunchServices(BUNDLE, tel="org.other.Phone")
    mac(tmp_path, services).register(COMMAND)
    (file,) = (tmp_path / "Library" / "Preferences").iterdir()
    for damage in ("", "<plist>", "<plist><array/></plist>"):
        file.write_text(damage)
        mac(tmp_path, services).unregister()
        assert services.openers["tel"] == "com.apple.FaceTime"
        mac(tmp_path, services).register(COMMAND)


def test_each_system_has_its_own(tmp_path: Path) -> None:
    assert isinstance(tel_handler_for({}, tmp_path, "darwin"), MacTelHandler)
    assert isinstance(tel_handler_for({}, tmp_path, "linux"), XdgTelHandler)
