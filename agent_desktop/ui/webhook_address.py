"""The address for the vendor. Its last part is a secret: it is shown on demand, and copied whole."""

from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from agent_desktop.desk.updates import Feed
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.theme import STEP

COPIED_SHOWN_MS = 2000


def masked(url: str) -> str:
    """The address with dots for its secret."""
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path="/" + "•" * 12)) if parts.path.strip("/") else url


class WebhookAddress(QWidget):
    """Follows the feed by itself."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = ""
        self._is_shown = False
        self.field = QLineEdit(readOnly=True)
        self.field.setAccessibleName(self.tr("Webhook address for the vendor"))
        self.reveal = QPushButton(self.tr("Show"))
        self.reveal.clicked.connect(self._toggle)
        self.copy = GlyphButton(context.theme, Glyph.COPY, self.tr("Copy"))
        self.copy.clicked.connect(self._copy)
        self._copied = QTimer(self, singleShot=True, interval=COPIED_SHOWN_MS)
        self._copied.timeout.connect(lambda: self.copy.setText(self.tr("Copy")))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.field, 1)
        layout.addWidget(self.reveal)
        layout.addWidget(self.copy)
        context.bridge.feed_changed.connect(self._follow)
        self._follow(context.bridge.present.feed)

    def _follow(self, feed: Feed) -> None:
        self._url = feed.webhook_url
        self._show()

    def _show(self) -> None:
        self.field.setText(self._url if self._is_shown else masked(self._url))
        self.field.setCursorPosition(0)
        self.field.setPlaceholderText(self.tr("There is none while the listener is closed."))
        self.reveal.setText(self.tr("Hide") if self._is_shown else self.tr("Show"))
        self.reveal.setEnabled(bool(self._url))
        self.copy.setEnabled(bool(self._url))

    def _toggle(self) -> None:
        self._is_shown = not self._is_shown
        self._show()

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        self.copy.setText(self.tr("Copied"))
        self._copied.start()
