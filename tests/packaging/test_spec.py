"""What PyInstaller is told to build, by system; PyInstaller itself is not among the pinned packages."""

import sys
from types import ModuleType
from typing import Any

import pytest
from set_up import ROOT

from agent_desktop import __version__
from agent_desktop.system.tel_handler import BUNDLE, SCHEMES

SPEC = ROOT / "packaging" / "agent-desktop.spec"


class Built:
    """What the file asked for: (what, how it is named, everything else)."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
        self.asked: list[tuple[str, dict[str, Any]]] = []
        hooks = ModuleType("PyInstaller.utils.hooks")
        hooks.collect_entry_point = lambda _: ([], [])  # type: ignore[attr-defined]
        hooks.collect_submodules = lambda _: []  # type: ignore[attr-defined]
        for name in ("PyInstaller", "PyInstaller.utils"):
            monkeypatch.setitem(sys.modules, name, ModuleType(name))
        monkeypatch.setitem(sys.modules, hooks.__name__, hooks)
        monkeypatch.setattr(sys, "platform", platform)
        names = {name: self._taker(name) for name in ("Analysis", "PYZ", "EXE", "COLLECT", "BUNDLE")}
        exec(compile(SPEC.read_text(encoding="utf-8"), SPEC, "exec"), {"SPECPATH": str(SPEC.parent), **names})

    def _taker(self, what: str) -> Any:
        class Part:
            pure = scripts = binaries = datas = ()

        def take(*_: object, **options: Any) -> Part:
            self.asked.append((what, options))
            return Part()

        return take

    def options(self, what: str) -> list[dict[str, Any]]:
        return [options for name, options in self.asked if name == what]


def test_a_mac_gets_an_app_that_offers_to_open_phone_links(monkeypatch: pytest.MonkeyPatch) -> None:
    built = Built(monkeypatch, "darwin")
    (app,) = built.options("BUNDLE")
    assert (app["bundle_identifier"], app["version"]) == (BUNDLE, __version__)
    (offer,) = app["info_plist"]["CFBundleURLTypes"]
    assert offer["CFBundleURLSchemes"] == list(SCHEMES)
    assert [program["console"] for program in built.options("EXE")] == [False], "PyInstaller hides an app with one"


@pytest.mark.parametrize(
    ("platform", "programs"),
    [("linux", [("agent-desktop", True)]), ("win32", [("agent-desktop", True), ("agent-desktopw", False)])],
)
def test_other_systems_get_a_folder(monkeypatch: pytest.MonkeyPatch, platform: str, programs: list[object]) -> None:
    built = Built(monkeypatch, platform)
    assert not built.options("BUNDLE")
    assert [(program["name"], program["console"]) for program in built.options("EXE")] == programs
