"""The demo: the real program against a simulated PBX, in a profile that is thrown away.

With a screen it runs live until it is quit. Without one it plays a short story through an offscreen platform, tells
what happens in a readable log, takes pictures of the pop and of every panel, and ends by itself.
"""

import asyncio
import os
import secrets
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from agent_desktop.app import OpenDesk, run
from agent_desktop.demo.narrator import Narrator
from agent_desktop.demo.pbx_host import PbxHost
from agent_desktop.demo.photographer import STORY_PICTURES_S, Photographer
from agent_desktop.demo.story import day, story
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.settings_file import save
from agent_desktop.simulator.simulator import SimulatorOptions
from agent_desktop.system.paths import Profile
from agent_desktop.system.qt_libraries import has_screen

if TYPE_CHECKING:
    from agent_desktop.ui.desktop import Desktop

EXTENSION = "101"
DOMAIN = "demo.example"


def demo(seconds: float | None, output: str | None, environ: Mapping[str, str]) -> int:
    """Run it; the exit code. `seconds` ends a live demo, too; `output` is the folder for log and pictures."""
    from agent_desktop.ui.qt_import import load_binding

    load_binding()
    on_screen = has_screen(environ)
    if not on_screen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(output or "demo-output").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    with (
        tempfile.TemporaryDirectory(prefix="agent-desktop-demo-") as profile,
        (folder / "demo.log").open("w", encoding="utf-8") as log,
    ):
        narrator = Narrator(log)
        photographer = Photographer(folder, narrator.tell)
        code = _run(Profile(Path(profile)), environ, narrator, photographer, seconds, on_screen=on_screen)
    if not on_screen:
        print(f"The log and {photographer.taken} pictures are in {folder}")
    return code


def _run(
    profile: Profile,
    environ: Mapping[str, str],
    narrator: Narrator,
    photographer: Photographer,
    seconds: float | None,
    *,
    on_screen: bool,
) -> int:
    key, secret = secrets.token_hex(16), secrets.token_urlsafe(24)
    environ = {**environ, "AGENT_DESKTOP_KEY": key, "AGENT_DESKTOP_WEBHOOK_SECRET": secret}
    with PbxHost(SimulatorOptions(key=key, domain=DOMAIN, extension=EXTENSION, seed=7)) as pbx:
        _write_settings(profile, pbx.simulator.url)
        narrator.tell(f"A simulated PBX serves at {pbx.simulator.url}; your extension there is {EXTENSION}.")

        def ready(desktop: "Desktop", opened: OpenDesk) -> None:
            asyncio.run_coroutine_threadsafe(opened.service.started.wait(), opened.loop).result()
            opened.loop.call_soon_threadsafe(opened.service.subscribe, narrator.hear)
            pbx.simulator.webhook_url = opened.service.webhook_url
            pbx.start(day(pbx.simulator, opened) if on_screen else story(pbx.simulator, opened))
            if on_screen:
                photographer.end_after(desktop, seconds)
            else:
                photographer.direct(desktop, STORY_PICTURES_S if seconds is None else max(1.0, seconds - 7))

        return run(profile, environ, show=True, ready=ready)


def _write_settings(profile: Profile, url: str) -> None:
    settings = Settings()
    for name, value in (
        ("pbx.url", url),
        ("pbx.domain", DOMAIN),
        ("pbx.extension", EXTENSION),
        ("listener.listen", "127.0.0.1:0"),
        ("pop.linger_seconds", "4"),
        ("wrap_up.seconds", "12"),
    ):
        settings = settings.with_value(name, value)
    profile.create()
    save(profile.settings_file, settings)
