"""Takes pictures of the demo's windows, and ends it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from agent_desktop.ui.desktop import Desktop

POP_PICTURES = ((2.2, "pop-ringing"), (3.8, "pop-two-calls"), (7.0, "pop-talking"), (12.0, "pop-wrap-up"))
STORY_PICTURES_S = 23.0
PANELS = ("now", "history", "callbacks", "team", "contacts", "settings")
SETTLE_S = 0.6


class Photographer:
    """Works on the windows' thread."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._tell = tell
        self.taken = 0

    def end_after(self, desktop: "Desktop", seconds: float | None) -> None:
        """Quit after so long, or never."""
        if seconds is not None:
            _after(seconds, desktop.quit_from_any_thread)

    def direct(self, desktop: "Desktop", panels_at: float) -> None:
        """Pictures of the pop as the story goes, then of each panel in light and dark, then the end."""
        for at, name in POP_PICTURES:
            _after(at, partial(self._take_pop, desktop, name))
        at = panels_at
        for scheme in ("light", "dark"):
            for panel in PANELS:
                _after(at, partial(desktop.pose, scheme, panel))
                _after(at + SETTLE_S, partial(self._take_window, desktop, f"{panel}-{scheme}"))
                at += SETTLE_S + 0.1
        _after(at, desktop.quit_from_any_thread)

    def _take_pop(self, desktop: "Desktop", name: str) -> None:
        if desktop.pop.is_up:
            self._keep(desktop.pop.grab().save(str(self._folder / f"{name}.png")), name)

    def _take_window(self, desktop: "Desktop", name: str) -> None:
        self._keep(desktop.window.grab().save(str(self._folder / f"{name}.png")), name)

    def _keep(self, saved: bool, name: str) -> None:
        self.taken += saved
        self._tell(f"Picture: {name}.png" if saved else f"No picture of {name} could be written")


def _after(seconds: float, act: Callable[[], object]) -> None:
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    # A coarse timer, as the short form makes it, is late by a twentieth of its time: a second, here.
    timer = QTimer(QCoreApplication.instance(), singleShot=True, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(act)
    timer.start(int(seconds * 1000))
