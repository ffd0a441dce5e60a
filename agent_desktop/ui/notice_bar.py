"""What the user must be told: one line per topic, each with its way out. Good news goes away by itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from agent_desktop.desk.updates import Level, Notice
from agent_desktop.ui.announce import announce
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import sentence
from agent_desktop.ui.marks import GlyphButton, GlyphMark
from agent_desktop.ui.theme import STEP, Theme

MOST_SHOWN = 3
GOOD_NEWS_S = 8.0
"""An info is shown for so long."""

_MARKS = {
    Level.INFO: (Glyph.INFO, "accent_text"),
    Level.WARNING: (Glyph.WARNING, "amber_text"),
    Level.ERROR: (Glyph.ERROR, "missed"),
}
_ORDER = (Level.ERROR, Level.WARNING, Level.INFO)


class NoticeLine(QFrame):
    """One notice. `dismissed` carries its topic."""

    dismissed = Signal(str)

    def __init__(self, theme: Theme, notice: Notice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = notice
        self.setProperty("kind", "card")
        title, advice = sentence(notice.title), sentence(notice.advice)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(title, bold=True, wrap=True))
        if advice:
            words.addWidget(label(advice, kind="secondary", wrap=True))
        close = GlyphButton(theme, Glyph.CLOSE, name=self.tr("Dismiss"))
        close.clicked.connect(lambda: self.dismissed.emit(notice.topic))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(3 * STEP, STEP, STEP, STEP)
        layout.setSpacing(3 * STEP)
        layout.addWidget(GlyphMark(theme, *_MARKS[notice.level]))
        layout.addLayout(words, 1)
        layout.addWidget(close)
        self.setAccessibleName(f"{title} {advice}".strip())


class NoticeBar(QWidget):
    """The worst first. `dismissed` carries the topic that the user has read."""

    dismissed = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._notices: dict[str, Notice] = {}
        self._until: dict[str, float] = {}
        self._lines: list[NoticeLine] = []
        self._more = label(kind="secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4 * STEP, 3 * STEP, 4 * STEP, 0)
        layout.setSpacing(STEP)
        layout.addWidget(self._more)
        self.hide()

    def show_notice(self, notice: Notice, now: float) -> None:
        """Show it in place of what its topic said before; without a title, show nothing on that topic."""
        self._notices.pop(notice.topic, None)
        self._until.pop(notice.topic, None)
        if notice.title:
            self._notices[notice.topic] = notice
            if notice.level is Level.INFO:
                self._until[notice.topic] = now + GOOD_NEWS_S
            announce(self, f"{sentence(notice.title)} {sentence(notice.advice)}".strip())
        self._rebuild()

    def tick(self, now: float) -> None:
        """Good news that was shown for long enough is dismissed."""
        for topic in [topic for topic, until in self._until.items() if until <= now]:
            del self._until[topic]
            self.dismissed.emit(topic)

    def shown(self) -> tuple[Notice, ...]:
        """What can be read at present, from top to bottom."""
        return tuple(line.notice for line in self._lines)

    def lines(self) -> tuple[NoticeLine, ...]:
        """The lines from top to bottom."""
        return tuple(self._lines)

    def _rebuild(self) -> None:
        newest_first = list(reversed(self._notices.values()))
        ordered = sorted(newest_first, key=lambda notice: _ORDER.index(notice.level))
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        for line in self._lines:
            layout.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [NoticeLine(self._theme, notice) for notice in ordered[:MOST_SHOWN]]
        for place, line in enumerate(self._lines):
            line.dismissed.connect(self.dismissed)
            layout.insertWidget(place, line)
        hidden = len(ordered) - len(self._lines)
        self._more.setText(self.tr("and %1 more").replace("%1", str(hidden)))
        self._more.setVisible(hidden > 0)
        self.setVisible(bool(self._lines))
