"""The line above the history: how many calls, how many answered and missed, how long the talk."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desktop.telephony.history import HistoryCount, HistoryQuery
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import TYPE_LARGE
from agent_desktop.ui.wording import length

COUNT_AFTER_MS = 150
"""Counting a million calls takes a while: it begins once nobody types any more."""
LOOK_AGAIN_MS = 1000
"""Figures are counted anew so long after a call changed, and not while more of them change."""


class HistorySummary(QWidget):
    """Counts behind the list's back: the list does not wait for it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query: HistoryQuery | None = None
        self._asked: Asked | None = None
        self._count: HistoryCount | None = None
        self._total: int | None = None
        self._head = label(size=TYPE_LARGE, bold=True, tabular=True)
        self._tail = label(kind="secondary", tabular=True)
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._ask)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._head)
        layout.addWidget(self._tail)
        layout.addStretch(1)

    @property
    def words(self) -> str:
        """What it says."""
        return f"{self._head.text()} {self._tail.text()}".strip()

    def ask(self, query: HistoryQuery) -> None:
        """Count these calls."""
        self._give_up()
        self._query, self._count, self._total = query, None, None
        self._again.start(COUNT_AFTER_MS)

    def look_again(self) -> None:
        """A call changed."""
        if self._query is not None and not self._again.isActive():
            self._again.start(LOOK_AGAIN_MS)

    def show_total(self, total: int | None) -> None:
        """All calls of the list, where it knows them already."""
        self._total = total
        self._show()

    def _give_up(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._asked = None

    def _ask(self) -> None:
        self._give_up()
        if self._query is not None:
            bridge = self._context.bridge
            counting = bridge.desk.features.call_browser.count(self._query)
            self._asked = bridge.ask(counting, self._take, lambda _: None)

    def _take(self, count: HistoryCount) -> None:
        self._asked, self._count = None, count
        self._show()

    def _show(self) -> None:
        count = self._count
        total = self._total if count is None else count.total
        if not total:
            self._head.setText("")
            self._tail.setText("")
            return
        self._head.setText(self.tr("1 call") if total == 1 else self.tr("%1 calls").replace("%1", f"{total:,}"))
        parts = []
        if count is not None:
            parts.append(self.tr("%1 answered").replace("%1", f"{count.answered:,}"))
            parts.append(self.tr("%1 missed").replace("%1", f"{count.missed:,}"))
            parts.append(self.tr("talk %1").replace("%1", length(count.talk_s)))
        self._tail.setText("".join(f"· {part} " for part in parts).strip())
