"""The Qt application itself, before there is any window."""

import logging
import sys

from PySide6.QtCore import QEvent, QMessageLogContext, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtGui import QFileOpenEvent, QPixmapCache
from PySide6.QtWidgets import QApplication

_SCALED_PICTURES_KB = 1024
"""Qt keeps ten times as much of scaled icons that nobody will ever show again."""


_qt_log = logging.getLogger("qt")
_QT_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.DEBUG,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


class Application(QApplication):
    """Goes on when its last window closes."""

    link_opened = Signal(str)
    """A link for this program was clicked. Macs say so with an event; elsewhere `dial --ask` is run instead."""

    def event(self, event: QEvent) -> bool:
        # Here come the application's own events alone; a filter would take each one of every widget through Python.
        if isinstance(event, QFileOpenEvent) and not event.url().isLocalFile():
            self.link_opened.emit(bytes(event.url().toEncoded().data()).decode("ascii"))
            return True
        return super().event(event)


def make_application() -> Application:
    """The one of this process."""
    qInstallMessageHandler(_log_qt)
    application = Application([sys.argv[0]])
    application.setApplicationName("Agent Desktop")
    application.setApplicationDisplayName("Agent Desktop")
    application.setDesktopFileName("agent-desktop")
    application.setQuitOnLastWindowClosed(False)
    QPixmapCache.setCacheLimit(_SCALED_PICTURES_KB)
    return application


def _log_qt(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    """Qt's own messages belong into the log: on a terminal they look like ours."""
    _qt_log.log(_QT_LEVELS.get(kind, logging.WARNING), "%s", message)
