"""The team's queues in figures: how many are available, talking, paused, offline."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.marks import StatusMark
from agent_desktop.ui.models.team_model import QueueSummary
from agent_desktop.ui.status_look import status_look
from agent_desktop.ui.theme import STEP, Theme

ACROSS = 3
TILE_HEIGHT = 15 * STEP
GAP = 2 * STEP
MOST_ROWS = 2
STATUSES = ("on", "talk", "ring", "pause", "off", "")


class QueueTile(QFrame):
    """One queue."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.setFixedHeight(TILE_HEIGHT)
        self._name = ElidedLabel(bold=True)
        self._figures: dict[str, tuple[StatusMark, QLabel]] = {}
        row = QHBoxLayout()
        row.setSpacing(0)
        for status in STATUSES:
            mark, figure = StatusMark(theme), label(tabular=True)
            mark.show_look(status_look(status))
            mark.setToolTip(status_look(status).word)
            self._figures[status] = (mark, figure)
            figure.setContentsMargins(STEP, 0, 3 * STEP if status else 0, 0)
            row.addWidget(mark)
            row.addWidget(figure)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        layout.setSpacing(STEP)
        layout.addWidget(self._name)
        layout.addLayout(row)
        self._layout = layout

    def show_summary(self, summary: QueueSummary) -> None:
        """Show these figures. Ringing and unknown ones are shown only where there are some."""
        self._name.say(summary.queue)
        known = {status: summary.counts[status] for status in STATUSES[:-1]}
        known[""] = summary.counts.total() - sum(known.values())
        spoken = []
        for status, (mark, figure) in self._figures.items():
            count = known[status]
            is_shown = bool(count) or status not in ("ring", "")
            mark.setVisible(is_shown)
            figure.setVisible(is_shown)
            figure.setText(str(count))
            if count:
                spoken.append(f"{count} {status_look(status).word}")
        self.setAccessibleName(f"{summary.queue}: {', '.join(spoken)}")
        self._layout.activate()  # else its smallest width is that of the figures before


class QueueTiles(QScrollArea):
    """Three across where all figures have room, else fewer; two rows before it scrolls; as high as it must be."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._tiles: list[QueueTile] = []
        self._shown = 0
        self.setWidgetResizable(True)
        self.setProperty("kind", "tiles")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Queues"))
        page = QWidget()
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(GAP)
        self._across = ACROSS
        self._most_rows = MOST_ROWS
        self.setWidget(page)

    def show_summaries(self, summaries: tuple[QueueSummary, ...]) -> None:
        """Show these queues."""
        while len(self._tiles) < len(summaries):
            self._tiles.append(QueueTile(self._theme))
            self._put(len(self._tiles) - 1)
        for place, tile in enumerate(self._tiles):
            tile.setVisible(place < len(summaries))
            if place < len(summaries):
                tile.show_summary(summaries[place])
        self._shown = len(summaries)
        self._fit()
        self.setVisible(bool(summaries))

    def limit_rows(self, rows: int) -> None:
        """Show so many rows at most, and scroll the rest."""
        if rows != self._most_rows:
            self._most_rows = rows
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _put(self, place: int) -> None:
        self._grid.addWidget(self._tiles[place], place // self._across, place % self._across)

    def _rows(self, across: int) -> int:
        return -(-self._shown // across)

    def _fitting(self) -> int:
        """How many tiles go side by side with none of their figures cut off, beside the scroll bar if there is one."""
        widest = max((tile.minimumSizeHint().width() for tile in self._tiles[: self._shown]), default=0)
        room = self.maximumViewportSize().width()
        for across in range(ACROSS, 1, -1):
            scrolls = self._rows(across) > self._most_rows
            bar = self.verticalScrollBar().sizeHint().width() if scrolls else 0
            if across * widest + (across - 1) * GAP <= room - bar:
                return across
        return 1

    def _fit(self) -> None:
        across = self._fitting()
        if across != self._across:
            self._across = across
            for place in range(len(self._tiles)):
                self._put(place)
        for column in range(ACROSS):
            self._grid.setColumnStretch(column, int(column < self._across))
        needed = self._rows(self._across)
        rows = min(self._most_rows, needed)
        # Tab comes here only where there is more to be scrolled to.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if needed > rows else Qt.FocusPolicy.NoFocus)
        self.setFixedHeight(rows * TILE_HEIGHT + max(0, rows - 1) * GAP + 2)
