"""How well the pops work: how soon they are there, which calls had none and why, and whether the way in is open."""

from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.call_details import CallDetails
from agent_desktop.errors import AgentDesktopError
from agent_desktop.telephony.latency import LatencyFigures
from agent_desktop.telephony.pop_audit import Audit, MissedPop
from agent_desktop.ui.call_actions import CallActions
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import phrase, said
from agent_desktop.ui.latency_chart import LatencyChart
from agent_desktop.ui.marks import restyle
from agent_desktop.ui.models.history_columns import CallLine
from agent_desktop.ui.pop_audit_words import why_words
from agent_desktop.ui.settings_pages.page import card, choice, page
from agent_desktop.ui.theme import STEP, TYPE_TITLE
from agent_desktop.ui.way_test import WayTest
from agent_desktop.ui.wheel import keep_from_wheel
from agent_desktop.ui.wording import day_and_time, exact

MOST_LISTED = 40
DAYS = 7


def _tr(text: str) -> str:
    return phrase("settings", text)


def diagnostics_page(context: Context) -> QWidget:
    """Two cards that look at the same days."""
    return page(Diagnostics(context))


class Diagnostics(QWidget):
    """Looks anew whenever it is shown."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.days = choice(("1", self.tr("Today")), (str(DAYS), self.tr("The last 7 days")))
        keep_from_wheel(self.days)
        self.days.setAccessibleName(self.tr("Days"))
        self.days.currentIndexChanged.connect(self.look)
        self.again = QPushButton(self.tr("Look again"))
        self.again.clicked.connect(self.look)
        self.latency = Latency(context)
        self.missed = MissedPops(context)
        row = QHBoxLayout()
        row.addWidget(self.days)
        row.addWidget(self.again)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        layout.addLayout(row)
        layout.addWidget(card(_tr("Calls that rang you"), "", self.missed))
        words = _tr("Milliseconds from the PBX's first word of a call until its pop was painted.")
        layout.addWidget(card(_tr("How fast calls are shown"), words, self.latency))
        self.way = WayTest(context)
        words = _tr(
            "A made-up call goes the way of the PBX's calls until it is read. It pops nothing, and is in no history."
        )
        layout.addWidget(card(_tr("The way of a call"), words, self.way))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.look()

    def look(self) -> None:
        """Ask the desk."""
        today = datetime.fromtimestamp(self._context.now()).astimezone()
        midnight = today.replace(hour=0, minute=0, second=0, microsecond=0)
        since = (midnight - timedelta(days=int(self.days.currentData()) - 1)).timestamp()
        bridge = self._context.bridge
        features = bridge.desk.features
        bridge.ask(features.diagnostics.audit(since), self.missed.show_audit, self.missed.fail)
        bridge.ask(features.diagnostics.latency(since), self.latency.show_figures, self.latency.fail)


class Latency(QWidget):
    """Three figures and a histogram."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chart = LatencyChart(context.theme)
        self.words = label(kind="secondary", wrap=True, tabular=True)
        self._figures = [label(size=TYPE_TITLE, bold=True, tabular=True) for _ in range(3)]
        self._tiles = QWidget()
        grid = QGridLayout(self._tiles)
        grid.setContentsMargins(0, 0, 0, 0)
        names = (self.tr("Half of them within"), self.tr("95 of 100 within"), self.tr("99 of 100 within"))
        for place, (name, figure) in enumerate(zip(names, self._figures, strict=True)):
            grid.addWidget(label(name, kind="secondary"), 0, place)
            grid.addWidget(figure, 1, place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        for part in (self._tiles, self.chart, self.words):
            layout.addWidget(part)
        self._show_parts(False)

    def show_figures(self, figures: LatencyFigures) -> None:
        """Show these."""
        restyle(self.words, "secondary")
        self._show_parts(figures.count > 0)
        if not figures.count:
            self.words.setText(self.tr("No pop was painted on these days."))
            return
        painted = figures.painted
        for part, ms in zip(self._figures, (painted.p50, painted.p95, painted.p99), strict=True):
            part.setText(self.tr("%1 ms").replace("%1", _ms(ms)))
        self.chart.show_figures(figures)
        words = self.tr("Pops: %1. Half of them were read within %2 ms, and given to the window within %3 ms.")
        values = (f"{figures.count:,}", _ms(figures.parsed.p50), _ms(figures.shown.p50))
        for place, value in enumerate(values, 1):
            words = words.replace(f"%{place}", value)
        self.words.setText(words)

    def fail(self, error: AgentDesktopError) -> None:
        """They could not be read."""
        self._show_parts(False)
        self.words.setText(said(error))
        restyle(self.words, "problem")

    def _show_parts(self, has_figures: bool) -> None:
        self._tiles.setVisible(has_figures)
        self.chart.setVisible(has_figures)


def _ms(ms: float) -> str:
    return f"{ms:.1f}" if ms < 10 else f"{ms:,.0f}"


class MissedPops(QWidget):
    """How many rang and popped, and a line for each that did not."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.words = label(self.tr("Looking…"), wrap=True)
        self._actions = CallActions(context, self)
        self.lines: list[MissedLine] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2 * STEP)
        self._column.addWidget(self.words)
        self._rest = label(kind="secondary", wrap=True)
        self._column.addWidget(self._rest)
        self._rest.hide()

    def show_audit(self, audit: Audit) -> None:
        """Show this one."""
        for line in self.lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self.lines = [MissedLine(self._context, one) for one in audit.missed[:MOST_LISTED]]
        for place, (line, missed) in enumerate(zip(self.lines, audit.missed, strict=False), 1):
            line.details_wanted.connect(partial(self._ask_details, missed))
            self._column.insertWidget(place, line)
        restyle(self.words, "")
        self.words.setText(self._summary(audit))
        unlisted = len(audit.missed) - len(self.lines)
        rest = self.tr("And %1 more: “agent-desktop audit” lists them.").replace("%1", f"{unlisted:,}")
        cut = self.tr("Only the latest %1 calls were looked at.").replace("%1", f"{audit.rang:,}")
        parts = (rest if unlisted else "", cut if audit.is_cut_off else "")
        self._rest.setText(" ".join(part for part in parts if part))
        self._rest.setVisible(any(parts))

    def _ask_details(self, missed: MissedPop) -> None:
        def show(known: CallDetails) -> None:
            line = CallLine(known.record or missed.record, missed.name, known.note, known.disposition)
            self._actions.show_details(line)

        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.call_browser.details(missed.record.callid), show, self.fail)

    def _summary(self, audit: Audit) -> str:
        if not audit.rang:
            return self.tr("No call rang you on these days.")
        if not audit.missed:
            return self.tr("Calls that rang you: %1. Each of them popped.").replace("%1", f"{audit.rang:,}")
        words = self.tr("Calls that rang you: %1. Popped: %2. Here is why the others did not:")
        return words.replace("%1", f"{audit.rang:,}").replace("%2", f"{audit.popped:,}")

    def fail(self, error: AgentDesktopError) -> None:
        """It could not be read."""
        self.words.setText(said(error))
        restyle(self.words, "problem")


class MissedLine(QFrame):
    """When, who and why; a button for everything else that is known."""

    details_wanted = Signal()

    def __init__(self, context: Context, missed: MissedPop) -> None:
        super().__init__()
        record = missed.record
        shown = context.number(record.number)
        who = " · ".join(part for part in (context.name(missed.name), shown) if part)
        began = label(day_and_time(record.started, context.now()), kind="secondary", tabular=True)
        began.setToolTip(exact(record.started))
        began.setFixedWidth(26 * STEP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(label(who, bold=True, wrap=True))
        words.addWidget(label(why_words(missed), wrap=True))
        self.details = QPushButton(self.tr("Details…"))
        self.details.setAccessibleName(self.tr("Details of the call of %1").replace("%1", who))
        self.details.clicked.connect(self.details_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(began, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.details, 0, Qt.AlignmentFlag.AlignTop)
