"""The line above the history: how many calls, how many answered, how many missed, as far as the desk can count."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.history import MISSED, HistoryPage, HistoryQuery
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.theme import TYPE_LARGE

LOOK_AGAIN_MS = 1000
"""Figures are counted anew so long after a call changed, and not while more of them change."""


class HistorySummary(QWidget):
    """Counts by asking the desk for one row of each outcome."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query: HistoryQuery | None = None
        self._asked: list[Asked] = []
        self._counts: dict[str, int | None] = {}
        self._total: int | None = None
        self._head = label(size=TYPE_LARGE, bold=True, tabular=True)
        self._tail = label(kind="secondary", tabular=True)
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._count)
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
        self._query = query
        self._counts.clear()
        self._count()

    def look_again(self) -> None:
        """A call changed."""
        if self._query is not None and not self._again.isActive():
            self._again.start()

    def show_total(self, total: int | None) -> None:
        """All calls of the list; None where they are too many to count."""
        self._total = total
        self._show()

    def _count(self) -> None:
        for asked in self._asked:
            asked.cancel()
        self._asked = []
        if self._query is None or self._query.outcome:
            return
        bridge = self._context.bridge
        for outcome in (ANSWERED, MISSED):
            query = replace(self._query, outcome=outcome, limit=1, after=None)
            self._asked.append(bridge.ask(bridge.desk.history(query), partial(self._take, outcome), lambda _: None))

    def _take(self, outcome: str, page: HistoryPage) -> None:
        self._counts[outcome] = page.total
        self._show()

    def _show(self) -> None:
        if not self._total:
            self._head.setText("")
            self._tail.setText("")
            return
        one = self._total == 1
        self._head.setText(self.tr("1 call") if one else self.tr("%1 calls").replace("%1", f"{self._total:,}"))
        words = {ANSWERED: self.tr("%1 answered"), MISSED: self.tr("%1 missed")}
        counted = ((word, self._counts.get(outcome)) for outcome, word in words.items())
        known = [word.replace("%1", f"{count:,}") for word, count in counted if count is not None]
        self._tail.setText("".join(f"· {part} " for part in known).strip())
