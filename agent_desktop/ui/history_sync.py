"""The history's line to the PBX's records: a button to ask now or stop, how far it is, what was never asked for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from agent_desktop.desk.history_sync import SyncProgress
from agent_desktop.desk.updates import News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.announce import announce
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.language import sentence
from agent_desktop.ui.marks import GlyphButton, restyle
from agent_desktop.ui.models.date_range import DateRange
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wording import ago


class SyncLine(QObject):
    """`button`, `words` and `missing` are for the panel to place; `ended` tells how many calls were news.

    What runs in the background shows itself here, too: there is one synchronisation at a time.
    """

    ended = Signal(int)

    def __init__(self, context: Context, shown_days: Callable[[], DateRange | None], parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._shown_days = shown_days
        self._progress = SyncProgress()
        self._looking: Asked | None = None
        self.button = GlyphButton(context.theme, Glyph.REFRESH, self.tr("Sync now"))
        self.words = ElidedLabel(kind="secondary")
        self.missing = QWidget(parent)
        self.missing_words = label(kind="secondary", wrap=True)
        self.fetch = QPushButton(self.tr("Ask for them"))
        row = QHBoxLayout(self.missing)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * STEP)
        row.addWidget(self.missing_words, 1)
        row.addWidget(self.fetch)
        self.missing.hide()
        self.button.clicked.connect(self._toggle)
        self.fetch.clicked.connect(self._fetch_missing)
        context.bridge.news.connect(self._hear)
        bridge = context.bridge
        bridge.ask(bridge.desk.features.sync.progress(), self._show)

    def begin(self) -> None:
        """Ask the PBX now, unless that is going on."""
        if not self._progress.is_running:
            bridge = self._context.bridge
            bridge.ask(bridge.desk.features.sync.sync(), failed=self._failed)

    def look_for_missing(self) -> None:
        """Other days are shown."""
        if self._looking is not None:
            self._looking.cancel()
        days, bridge = self._shown_days(), self._context.bridge
        if days is None:
            self._show_missing(0)  # there is no first day
            return
        work = bridge.desk.features.sync.missing(days.first, days.last)
        self._looking = bridge.ask(work, self._show_missing, lambda _: None)

    def tick(self) -> None:
        """A second has passed."""
        if not self._progress.is_running:
            self._say()

    def _toggle(self) -> None:
        if self._progress.is_running:
            bridge = self._context.bridge
            bridge.ask(bridge.desk.features.sync.stop())
        else:
            self.begin()

    def _fetch_missing(self) -> None:
        days, bridge = self._shown_days(), self._context.bridge
        self.missing.hide()
        if days is not None:
            bridge.ask(bridge.desk.features.sync.fetch_missing(days.first, days.last), failed=self._failed)

    def _failed(self, error: AgentDesktopError) -> None:
        if not self._progress.problem:  # it did not even begin
            self._context.bridge.say_error("sync", error)
            self.words.say(sentence(error.title))
            restyle(self.words, "problem")

    def _show_missing(self, count: int) -> None:
        one = count == 1
        words = self.tr("The PBX was not asked for the calls of %1 of these days yet.").replace("%1", f"{count:,}")
        self.missing_words.setText(self.tr("The PBX was not asked for the calls of one day yet.") if one else words)
        self.missing.setVisible(count > 0 and not self._progress.is_running)

    def _hear(self, news: News) -> None:
        if isinstance(news, SyncProgress):
            self._show(news)

    def _show(self, progress: SyncProgress) -> None:
        had_ended = self._progress.is_running and not progress.is_running
        self._progress = progress
        self.button.setText(self.tr("Stop") if progress.is_running else self.tr("Sync now"))
        self.button.show_glyph(Glyph.CLOSE if progress.is_running else Glyph.REFRESH)
        if progress.is_running:
            self.missing.hide()
        self._say()
        if had_ended:
            announce(self.button, self.words.whole)
            self.ended.emit(progress.news)
            self.look_for_missing()

    def _say(self) -> None:
        words, progress = "", self._progress
        if progress.is_running and progress.total > 1:
            one = self.tr("Asking the PBX: day %1 of %2, 1 call new")
            words = one if progress.news == 1 else self.tr("Asking the PBX: day %1 of %2, %3 calls new")
            words = words.replace("%1", f"{min(progress.done + 1, progress.total):,}")
            words = words.replace("%2", f"{progress.total:,}").replace("%3", f"{progress.news:,}")
        elif progress.is_running:
            words = self.tr("Asking the PBX for its records…")
        elif progress.problem:
            words = sentence(progress.problem)
        elif progress.stopped:
            words = self.tr("Stopped. The rest comes with the next sync.")
        elif progress.synced_at:
            words = self.tr("Synced with the PBX %1").replace("%1", ago(self._context.now() - progress.synced_at))
        self.words.say(words)
        restyle(self.words, "problem" if progress.problem and not progress.is_running else "secondary")
