"""Where the pictures are taken: each scene gets a desk of its own, in each scheme."""

import importlib
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Protocol, cast

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from agent_desktop.telephony.number import format_number
from agent_desktop.ui.language import Language
from agent_desktop.ui.main_window import MainWindow
from agent_desktop.ui.theme import Scheme, Theme
from tests.pictures.people import RULES, PictureDesk
from tests.ui.stage import Stage, stage


class Camera(Protocol):
    """Keeps a picture of a widget; `what` tells it from the scene's others."""

    def __call__(self, widget: QWidget, what: str = "") -> None: ...


Scene = Callable[["Studio"], None]
SCENES: list[Scene] = []
PLACES = ("window_scenes", "history_scenes", "dialog_scenes", "pop_scenes")
LONGEST_S = 20


def scene(take: Scene) -> Scene:
    """A function that takes pictures; its name begins theirs."""
    SCENES.append(take)
    return take


class Loop:
    """Lets Qt's loop turn, as a test's robot does."""

    def waitUntil(self, condition: Callable[[], bool], timeout: int = 0) -> None:
        """Until it holds."""
        end = time.monotonic() + LONGEST_S
        while not condition():
            assert time.monotonic() < end, "the windows wait in vain"
            QTest.qWait(2)

    def addWidget(self, widget: QWidget) -> None:
        """Whoever takes the pictures ends it."""


class Studio:
    """One scene's surroundings, and the camera."""

    def __init__(self, made: Stage, desk: PictureDesk, keep: Camera) -> None:
        self.stage = made
        self.desk = desk
        self.take = keep
        self._held: list[QObject] = []

    def window(self, panel: str = "now", size: tuple[int, int] | None = None) -> MainWindow:
        """The main window at a panel, once it has settled."""
        window = MainWindow(self.stage.context)
        self.hold(window)
        if size is not None:
            window.resize(*size)
        window.open_at(panel)
        self.rest()
        return window

    def hold(self, thing: QObject) -> None:
        """Keep it until the scene is over."""
        self._held.append(thing)

    def rest(self, ms: int = 60) -> None:
        """Everything asked is answered, and painted."""
        self.stage.settle()
        self.stage.settle()
        QTest.qWait(ms)

    def end(self) -> None:
        """Take the scene down."""
        for thing in self._held:
            if isinstance(thing, QWidget):
                thing.hide()
            thing.deleteLater()
        QTest.qWait(0)


def take_pictures(folder: Path, scale: str, schemes: tuple[str, ...], language: str, only: tuple[str, ...]) -> int:
    """Take them; how many there are."""
    application = QApplication([])
    application.setQuitOnLastWindowClosed(False)
    qInstallMessageHandler(_say_what_matters)
    for place in PLACES:
        importlib.import_module(f"tests.pictures.{place}")
    spoken, theme = Language(), Theme()
    spoken.use(language)
    taken = 0
    for scheme in schemes:
        theme.apply(application, Scheme(scheme))
        for take in SCENES:
            if only and not take.__name__.startswith(only):
                continue

            def keep(widget: QWidget, what: str = "", name: str = take.__name__, scheme: str = scheme) -> None:
                nonlocal taken
                parts = (name.replace("_", "-"), what, scheme, language, f"{scale}x")
                taken += widget.grab().save(str(folder / f"{'-'.join(part for part in parts if part)}.png"))

            _take(take, keep, theme)
    return taken


def _say_what_matters(_kind: QtMsgType, _context: QMessageLogContext, message: str | None) -> None:
    if message and not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def _take(take: Scene, keep: Camera, theme: Theme) -> None:
    desk = PictureDesk()
    with (
        tempfile.TemporaryDirectory() as folder,
        stage(cast("QtBot", Loop()), Path(folder) / "layout.ini", desk) as made,
    ):
        made.theme = theme
        made.context = replace(made.context, theme=theme, write_number=lambda number: format_number(number, RULES))
        studio = Studio(made, desk, keep)
        take(studio)
        studio.end()
