"""The day picture: calls by the hour (or by the day) and what became of them. A click narrows the list to them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPixmap, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.call import ANSWERED
from agent_desktop.telephony.events import Direction
from agent_desktop.telephony.figures import CallFigure
from agent_desktop.telephony.history import MISSED, NOT_REACHED, OPEN, HistoryQuery
from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.context import Context
from agent_desktop.ui.day_chart import DayChart, Spot
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.language import sentence
from agent_desktop.ui.marks import GlyphButton
from agent_desktop.ui.models.day_bars import MOST_DAYS, Bar, day_bars, totals
from agent_desktop.ui.outcome_legend import OutcomeLegend
from agent_desktop.ui.outcome_look import kind_word
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wording import length

LOOK_AGAIN_MS = 1000
"""Figures are counted anew so long after a call changed, however many change meanwhile."""
COPY_SCALE = 2
LOW = 100 * STEP
"""In a panel that is lower than this the list needs all the room."""
_MEMORY = "day picture"
_FILTERS: dict[OutcomeKind, tuple[Direction, str]] = {
    OutcomeKind.ANSWERED: ("inbound", ANSWERED),
    OutcomeKind.MISSED: ("", MISSED),
    OutcomeKind.REACHED: ("outbound", ANSWERED),
    OutcomeKind.NOT_REACHED: ("", NOT_REACHED),
    OutcomeKind.OPEN: ("", OPEN),
}


@dataclass(frozen=True, slots=True)
class _Slice:
    """What the list is narrowed to: a time, a kind of call, or both."""

    since: float | None = None
    until: float | None = None
    kind: OutcomeKind | None = None


class DayPicture(QWidget):
    """`narrowed` says that `apply` gives another query. Nothing is counted while the picture is closed or not seen.
    `toggle`, `shown` (what the list is narrowed to) and `copy` are for the line above it.
    """

    narrowed = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._query: HistoryQuery | None = None
        self._asked: Asked | None = None
        self._is_stale = False
        self._slice: _Slice | None = None
        self._bars: tuple[Bar, ...] = ()
        self._has_room = True
        self._again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._again.timeout.connect(self._count)
        self._build()
        self._lay_out()
        self._open(context.memory.word(_MEMORY) != "closed")

    def _build(self) -> None:
        theme = self._context.theme
        self.toggle = GlyphButton(theme, Glyph.CHEVRON_DOWN, self.tr("Day picture"), kind="quiet", parent=self)
        self.toggle.setCheckable(True)
        self.toggle.toggled.connect(self._open)
        self.shown = QPushButton(self)
        self.shown.setAccessibleName(self.tr("Show all calls again"))
        self.shown.clicked.connect(lambda: self._narrow(None))
        self.copy = GlyphButton(theme, Glyph.COPY, name=self.tr("Copy the picture"), parent=self)
        self.copy.clicked.connect(self.copy_image)
        self.chart = DayChart(theme, self._name, self._tell, self.tr("Talk"))
        self.chart.setAccessibleName(self.tr("Calls over time"))
        self.chart.chosen.connect(self._choose)
        self.legend = OutcomeLegend(theme)
        self.legend.chosen.connect(self._choose_kind)
        self._title = ElidedLabel(kind="secondary")
        self._title.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._words = label(kind="secondary", wrap=True)

    def _lay_out(self) -> None:
        self._card = QFrame()
        self._card.setProperty("kind", "card")
        top = QHBoxLayout()
        top.addWidget(self.legend)
        top.addWidget(self._title, 1)
        card = QVBoxLayout(self._card)
        card.setContentsMargins(3 * STEP, 2 * STEP, 3 * STEP, 2 * STEP)
        card.setSpacing(2 * STEP)
        card.addLayout(top)
        card.addWidget(self.chart)
        card.addWidget(self._words)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.addWidget(self._card)

    # The list's side.

    def ask(self, query: HistoryQuery) -> None:
        """Picture these calls. What the list was narrowed to ends with the days it was of."""
        if query == self._query:
            self.look_again()
            return
        days = (query.since, query.until)
        if self._query is None or days != (self._query.since, self._query.until):
            self._slice = None
        self._query = query
        self._count()

    def apply(self, query: HistoryQuery) -> HistoryQuery:
        """The query, narrowed to what was clicked."""
        chosen = self._slice
        if chosen is None:
            return query
        direction, outcome = (query.direction, query.outcome) if chosen.kind is None else _FILTERS[chosen.kind]
        since, until = (query.since, query.until) if chosen.since is None else (chosen.since, chosen.until)
        return replace(query, since=since, until=until, direction=direction, outcome=outcome)

    @property
    def is_narrow(self) -> bool:
        """True where the list is narrowed to a part of the picture."""
        return self._slice is not None

    def clear(self) -> None:
        """Narrow nothing; whoever asks does so again by itself."""
        self._slice = None

    def take_over(self, other: "DayPicture") -> None:
        """Picture the same calls, narrowed as in another one."""
        self._query, self._slice, self._is_stale = other._query, other._slice, True

    def look_again(self) -> None:
        """A call changed."""
        if not self._again.isActive():
            self._again.start()

    def fit(self, height: int) -> None:
        """The panel is so high."""
        self._has_room = height >= LOW
        self._show_parts()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._count()

    # Counting.

    def _count(self) -> None:
        self._is_stale = True
        if self._query is None or not self.toggle.isChecked() or not self.isVisible():
            return
        self._is_stale = False
        if self._asked is not None:
            self._asked.cancel()
        bridge = self._context.bridge
        self._asked = bridge.ask(bridge.desk.features.figures.of(self._query), self._take, self._fail)

    def _take(self, figures: tuple[CallFigure, ...]) -> None:
        assert self._query is not None
        since, until = self._query.since, self._query.until
        bars = None if since is None or until is None else day_bars(figures, since, until)
        if bars is None:
            self._say(self.tr("Choose at most %1 days to see them as a picture.").replace("%1", str(MOST_DAYS)))
        elif not any(bar.total for bar in bars):
            self._say("")
        else:
            self._show(bars)

    def _fail(self, error: AgentDesktopError) -> None:
        self._say(sentence(error.title))

    def _say(self, words: str) -> None:
        self._bars = ()
        self._words.setText(words)
        self._show_parts()

    def _show(self, bars: tuple[Bar, ...]) -> None:
        self._bars = bars
        counts, talk_s = totals(bars)
        self.legend.show_counts(counts, self._slice.kind if self._slice and self._slice.since is None else None)
        first, last = (bar.day.isoformat() for bar in (bars[0], bars[-1]))
        days = first if first == last else self.tr("%1 to %2").replace("%1", first).replace("%2", last)
        talk = self.tr("Talk %1").replace("%1", length(talk_s))
        self._title.say(f"{talk} · {days}")
        self._words.setText("")
        self._show_parts()

    def _show_parts(self) -> None:
        is_open, has_bars = self.toggle.isChecked() and self._has_room, bool(self._bars)
        self.toggle.setVisible(self._has_room)
        is_seen = is_open and (has_bars or bool(self._words.text()))
        self._card.setVisible(is_seen)
        self._outer.setContentsMargins(0, 0, 0, 3 * STEP if is_seen else 0)
        self.copy.setVisible(is_open and has_bars)
        self._words.setVisible(not has_bars)
        for part in (self.chart, self.legend, self._title):
            part.setVisible(has_bars)
        self._show_slice()

    def _show_slice(self) -> None:
        chosen = self._slice
        bar = None if chosen is None else next((bar for bar in self._bars if bar.since == chosen.since), None)
        spot = None if bar is None or chosen is None else (self._bars.index(bar), chosen.kind)
        self.chart.show_bars(self._bars, spot)
        kind = "" if chosen is None or chosen.kind is None else kind_word(chosen.kind)
        self.shown.setText(" · ".join(part for part in (self._time(bar) if bar else "", kind) if part) + "  ✕")
        self.shown.setVisible(chosen is not None)

    # Choosing.

    def _choose(self, spot: Spot) -> None:
        bar, kind = self._bars[spot[0]], spot[1]
        self._narrow(_Slice(bar.since, bar.until, kind))

    def _choose_kind(self, kind: OutcomeKind) -> None:
        self._narrow(_Slice(kind=kind))

    def _narrow(self, chosen: _Slice | None) -> None:
        self._slice = None if chosen == self._slice else chosen
        if self._bars:
            self._show(self._bars)
        self.narrowed.emit()

    # Words.

    def _name(self, bar: Bar) -> str:
        return f"{bar.hour:02}" if bar.hour is not None else str(bar.day.day)

    def _time(self, bar: Bar) -> str:
        if bar.hour is not None:
            return f"{bar.hour:02}:00 – {(bar.hour + 1) % 24:02}:00"
        return bar.day.isoformat()

    def _tell(self, bar: Bar, kind: OutcomeKind | None) -> str:
        if kind is not None:
            return f"{self._time(bar)}: {kind_word(kind)} {bar.counts.get(kind, 0):,}"
        total = self.tr("1 call") if bar.total == 1 else self.tr("%1 calls").replace("%1", f"{bar.total:,}")
        parts = [f"{kind_word(kind)} {bar.counts[kind]:,}" for kind in OutcomeKind if bar.counts.get(kind)]
        talk = [self.tr("Talk %1").replace("%1", length(bar.talk_s))] if bar.talk_s else []
        return f"{self._time(bar)}: {', '.join([total, *parts, *talk])}"

    # Opening, closing, copying.

    def _open(self, is_open: bool) -> None:
        self.toggle.setChecked(is_open)
        self.toggle.show_glyph(Glyph.CHEVRON_DOWN if is_open else Glyph.CHEVRON_RIGHT)
        self.toggle.setAccessibleName(self.tr("Hide the day picture") if is_open else self.tr("Show the day picture"))
        self._context.memory.keep_word(_MEMORY, "" if is_open else "closed")
        self._show_parts()
        if is_open:
            self._count()

    def copy_image(self) -> None:
        """Put the picture on the clipboard, twice as sharp as on a plain screen."""
        pixmap = QPixmap(self._card.size() * COPY_SCALE)
        pixmap.setDevicePixelRatio(COPY_SCALE)
        pixmap.fill(self._context.theme.palette.ground)
        self._card.render(pixmap)
        QGuiApplication.clipboard().setPixmap(pixmap)
