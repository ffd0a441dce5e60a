"""Now: own status at a glance, the calls that go on, whether the PBX is heard, the day's last calls."""

from datetime import datetime

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.updates import Feed
from agent_desktop.telephony.history import HistoryPage, HistoryQuery
from agent_desktop.telephony.screen_pop import Card
from agent_desktop.ui.call_line import CurrentCall, PastCall
from agent_desktop.ui.context import Context
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.labels import ElidedLabel, label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.marks import GlyphMark, StatusMark, restyle
from agent_desktop.ui.models.date_range import DateRange
from agent_desktop.ui.panel import MARGIN, Panel
from agent_desktop.ui.pause_button import PauseButton, ResumeButton
from agent_desktop.ui.scrolling import scrolling
from agent_desktop.ui.status_look import status_look
from agent_desktop.ui.status_words import source_line
from agent_desktop.ui.surface import surface
from agent_desktop.ui.theme import STEP, TYPE_DISPLAY
from agent_desktop.ui.webhook_address import WebhookAddress
from agent_desktop.ui.wording import ago
from agent_desktop.ui.wrap_up_line import WrapUpLine

MARK = 11 * STEP
LAST_CALLS = 5
LOOK_AGAIN_MS = 500


class NowPanel(Panel):
    """Follows the desk by itself."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.current: dict[str, CurrentCall] = {}
        self.past: list[PastCall] = []
        self._look_again = QTimer(self, singleShot=True, interval=LOOK_AGAIN_MS)
        self._look_again.timeout.connect(self._ask_last_calls)
        self._lay_out()
        self._connect()
        for card in context.bridge.present.cards.values():
            self._show_card(card)
        self._show_feed(context.bridge.present.feed)
        self._show_calls_state()

    def _lay_out(self) -> None:
        page = QWidget()
        layout = QVBoxLayout(page)
        layout.setContentsMargins(MARGIN, 3 * STEP, MARGIN, 3 * STEP)
        layout.setSpacing(3 * STEP)
        for part in (self._status_part(), self._calls_part(), self._today_part(), self._feed_part()):
            layout.addWidget(part)
        layout.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(page))

    def _status_part(self) -> QFrame:
        made, column = surface()
        self._mark = StatusMark(self.context.theme, MARK)
        self._word = ElidedLabel(TYPE_DISPLAY, bold=True)
        self._source = label(kind="secondary", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._word)
        words.addWidget(self._source)
        row = QHBoxLayout()
        row.setSpacing(4 * STEP)
        row.addWidget(self._mark)
        row.addLayout(words, 1)
        row.addWidget(ResumeButton(self.context, made))
        row.addWidget(PauseButton(self.context, made))
        column.addLayout(row)
        self.wrap_up = WrapUpLine(self.context)
        column.addWidget(self.wrap_up)
        return made

    def _calls_part(self) -> QFrame:
        made, self._calls = surface(self.tr("Calls at this desk"))
        self._no_call = label(self.tr("No call at the moment."), kind="secondary")
        self._calls.addWidget(self._no_call)
        return made

    def _today_part(self) -> QFrame:
        made, self._today = surface(self.tr("Today"))
        self._today_state = label(self.tr("Looking for calls…"), kind="secondary", wrap=True)
        self._today.addWidget(self._today_state)
        self._all = QPushButton(self.tr("All calls"))
        self._all.clicked.connect(lambda: self.go.emit("history"))
        row = QHBoxLayout()
        row.addWidget(self._all)
        row.addStretch(1)
        self._today.addLayout(row)
        return made

    def _feed_part(self) -> QFrame:
        made, column = surface(self.tr("News from the PBX"))
        self._feed_mark = GlyphMark(self.context.theme, Glyph.INFO)
        self._feed_words = label(wrap=True)
        self._heard = label(kind="secondary")
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self._feed_mark)
        row.addWidget(self._feed_words, 1)
        row.addWidget(self._heard)
        column.addLayout(row)
        self.address = WebhookAddress(self.context)
        self._address_words = label(self.tr("The address that the vendor must call:"), kind="secondary")
        column.addWidget(self._address_words)
        column.addWidget(self.address)
        return made

    def _connect(self) -> None:
        bridge = self.context.bridge
        bridge.card_shown.connect(self._show_card)
        bridge.card_closed.connect(self._close_card)
        bridge.feed_changed.connect(self._show_feed)
        bridge.agent_changed.connect(self._tick_now)
        bridge.call_changed.connect(self._want_last_calls)
        bridge.calls_lapsed.connect(self._want_last_calls)

    def _tick_now(self) -> None:
        self.tick(self.context.now())

    def tick(self, now: float) -> None:
        present = self.context.bridge.present
        look = status_look(present.status.status, present.status.is_stale(now))
        self._mark.show_look(look)
        self._word.say(look.word)
        self._source.setText(source_line(present.status, present.pause, now))
        self.wrap_up.tick(now)
        for call in self.current.values():
            call.tick(now)
        last = present.feed.last_event_at
        self._heard.setText(self.tr("last heard %1").replace("%1", ago(now - last)) if last else "")

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask_last_calls()

    # Calls that go on.

    def _show_card(self, card: Card) -> None:
        if card.callid not in self.current:
            call = CurrentCall(self.context)
            self.current[card.callid] = call
            self._calls.insertWidget(1, call)
        self.current[card.callid].show_card(card)
        self._show_calls_state()

    def _close_card(self, callid: str) -> None:
        call = self.current.pop(callid, None)
        if call is not None:
            call.hide()
            call.deleteLater()
        self._show_calls_state()

    def _show_calls_state(self) -> None:
        self._no_call.setVisible(not self.current)

    # The day's last calls.

    def _want_last_calls(self) -> None:
        if self.isVisible() and not self._look_again.isActive():
            self._look_again.start()

    def _ask_last_calls(self) -> None:
        day = datetime.fromtimestamp(self.context.now()).astimezone().date()
        since, until = DateRange(day, day).bounds()
        bridge = self.context.bridge
        query = HistoryQuery(since=since, until=until, limit=LAST_CALLS)
        bridge.ask(bridge.desk.history(query), self._show_last_calls, lambda error: self._say_today(said(error)))

    def _show_last_calls(self, page: HistoryPage) -> None:
        while len(self.past) < len(page.rows):
            call = PastCall(self.context)
            call.dial_wanted.connect(self.dial_wanted)
            self.past.append(call)
            self._today.insertWidget(self._today.count() - 1, call)
        for place, call in enumerate(self.past):
            call.setVisible(place < len(page.rows))
            if place < len(page.rows):
                call.show_record(page.rows[place], page.names.get(page.rows[place].callid, ""))
        self._say_today("" if page.rows else self.tr("No calls yet today."))

    def _say_today(self, words: str) -> None:
        self._today_state.setText(words)
        self._today_state.setVisible(bool(words))

    # How news arrives.

    def _show_feed(self, feed: Feed) -> None:
        if feed.kind == "none":
            self._feed_mark.show_glyph(Glyph.INFO)
            self._feed_words.setText(sentence(feed.detail) or self.tr("Not listening yet."))
        else:
            self._feed_mark.show_glyph(*((Glyph.CHECK, "green_text") if feed.ok else (Glyph.WARNING, "amber_text")))
            self._feed_words.setText(sentence(feed.detail))
        restyle(self._feed_words, "" if feed.ok or feed.kind == "none" else "problem")
        for part in (self.address, self._address_words):
            part.setVisible(feed.kind == "webhook")
