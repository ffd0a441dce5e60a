"""The wrap-up's countdown, with a button to end it and one for more time: for whoever has no pop that shows it."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from agent_desktop.desk.own_status import BUSY
from agent_desktop.desk.updates import News
from agent_desktop.desk.wrap_up import WrapUp, WrapUpChanged
from agent_desktop.ui.announce import announce
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wording import duration


class WrapUpLine(QWidget):
    """Seen while a wrap-up lasts; follows the desk by itself, and moves on `tick`."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._present: WrapUp | None = None
        self.words = label(tabular=True)
        self.ready = QPushButton(self.tr("Ready"))
        self.ready.setProperty("kind", "primary")
        self.more = QPushButton(self.tr("More time"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.more)
        layout.addWidget(self.ready)
        bridge = context.bridge
        features = bridge.desk.features
        self.ready.clicked.connect(lambda: bridge.ask(features.wrap_ups.end()))
        self.more.clicked.connect(lambda: bridge.ask(features.wrap_ups.extend()))
        self.hide()
        bridge.agent_changed.connect(self._show)
        bridge.news.connect(self._hear)
        self._hear(bridge.present.news.get(WrapUpChanged, WrapUpChanged(None)))

    def tick(self, now: float) -> None:
        """It is `now`."""
        if self._present is not None:
            left = duration(self._present.until - now + 0.5)
            self.words.setText(self.tr("Wrap-up ends in %1").replace("%1", left))

    def _hear(self, news: News) -> None:
        if isinstance(news, WrapUpChanged):
            self._present = news.wrap_up
            self._show()

    def _show(self) -> None:
        # Behind the next call its time runs and means nothing: that call gets a wrap-up of its own, and the status says
        # so. Who calls somebody in a wrap-up is paused already.
        is_busy = self._context.bridge.present.status.status in BUSY
        is_due = self._present is not None and (self._present.is_paused or not is_busy)
        is_new = is_due and self.isHidden()
        self.tick(self._context.now())
        self.setVisible(is_due)
        if is_new:
            announce(self, self.words.text())
