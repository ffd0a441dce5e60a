"""The screen pop: one small window for all calls that concern this desk. It never takes the focus."""

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QCursor
from PySide6.QtWidgets import QMenu

from agent_desktop.telephony.number import DialRules
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.keystroke_shield import KeystrokeShield
from agent_desktop.ui.pop_card import CardView
from agent_desktop.ui.pop_frame import PopFrame
from agent_desktop.ui.pop_look import LETTERS, PopLook
from agent_desktop.ui.pop_menu import Wishes, fill_dispositions, fill_menu
from agent_desktop.ui.pop_stack import MOST_SEEN, NOTE_SEEN_MS, CardStack, Entry
from agent_desktop.ui.pop_words import Act, CardText, card_text
from agent_desktop.ui.privacy import Privacy
from agent_desktop.ui.theme import POP_WIDTH, Theme

if TYPE_CHECKING:
    from agent_desktop.ui.pop_note import NoteEditor


class PopWindow(PopFrame):
    """Shows cards, newest on top, one for each callid; tells what is wanted of them.

    `rules` says how numbers are written; `now` is seconds since the epoch, `steady` monotonic seconds.
    """

    crm_requested = Signal(str)
    """callid"""
    copy_requested = Signal(str)
    """number"""
    dial_requested = Signal(str)
    """number"""
    history_requested = Signal(str)
    """number"""
    wrap_up_done = Signal()
    wrap_up_extended = Signal()
    disposition_chosen = Signal(str, str)
    """callid, disposition"""
    note_changed = Signal(str, str)
    """callid, text"""
    note_typed = Signal(str)
    """callid, now and then while its note is open"""
    note_left = Signal(str)
    """callid; the note is as it was."""
    dismissed = Signal(str)
    """callid; the card stays until `close_card`."""
    is_painted = Signal()
    """A new card was painted just now."""
    painted = Signal(str, object)
    """callid, perf_counter_ns of the first paint of its card"""

    def __init__(
        self,
        theme: Theme,
        rules: Callable[[], DialRules] = DialRules,
        now: Callable[[], float] = time.time,
        steady: Callable[[], float] = time.monotonic,
        privacy: Privacy | None = None,
    ) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Calls"))
        self._theme = theme
        self._rules = rules
        self._now = now
        self._privacy = privacy or Privacy()
        self._has_crm = False
        self.dispositions: tuple[str, ...] = ()
        """What a call can have come to."""
        self._look = PopLook(theme.palette)
        self._stack = CardStack()
        self._shield = KeystrokeShield(steady)
        self._views = [self._build_view() for _ in range(MOST_SEEN)]
        self._shown: list[CardView] = []
        self._typical: CardText | None = None
        self._menu: QMenu | None = None
        self._editor: NoteEditor | None = None
        self._dismissed, self._leaving = set[str](), set[str]()
        self._linger = QTimer(self, singleShot=True, interval=NOTE_SEEN_MS)
        self._linger.timeout.connect(self._settle)
        self._ticker = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self._tick)
        theme.changed.connect(self._dress)
        self.placed.connect(self._place_editor)
        self.disposition_chosen.connect(lambda callid, text: self._keep(callid, disposition=text))

    def _build_view(self) -> CardView:
        view = CardView(self._look, self._shield, self)
        view.hide()
        view.acted.connect(lambda act: self._act(view.callid, act))
        view.menu_wanted.connect(lambda at: self._open_menu(view.callid, at))
        view.closed.connect(lambda: self.dismiss(view.callid))
        view.left.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        view.painted.connect(self.is_painted)
        view.painted.connect(lambda at: self._report(view.callid, at), Qt.ConnectionType.QueuedConnection)
        return view

    @property
    def crm_available(self) -> bool:
        """True where an address to open in the CRM is set up."""
        return self._has_crm

    @crm_available.setter
    def crm_available(self, available: bool) -> None:
        if available != self._has_crm:
            self._has_crm = available
            self._say_all()

    def show_card(self, card: Card) -> None:
        """Show a call, or what is new about it."""
        self._leaving.discard(card.callid)
        is_new = self._stack.put(card)
        if is_new:
            self._shield.raise_up()
        self.hold_still()
        was_up = self.is_up
        if not was_up:
            self.show_early()
        self._arrange(card.callid)
        if not was_up:
            self.show_whole()
        elif is_new:
            self.come_up(self._editor, self._menu)
            self.show_whole()

    def stay_above(self) -> None:
        """Something else came up where the pop may be."""
        if self.is_up:
            self.come_up(self._editor, self._menu)

    def close_card(self, callid: str) -> None:
        """Take a call away; one that is not shown is no matter. A card on which a note is being typed stays until that
        is done, and one that is over as long as the pointer is on it, unless it was dismissed.
        """
        entry = self._stack.get(callid)
        if entry is None:
            return
        if callid not in self._dismissed and self._is_in_use(entry):
            self._leaving.add(callid)
            self._say_over(entry)
            return
        self._dismissed.discard(callid)
        self._leaving.discard(callid)
        self.hold_still()
        self._stack.remove(callid)
        self._arrange()

    def _say_over(self, entry: Entry) -> None:
        """Where cards close at once, nobody said that the call is over."""
        if not entry.card.state.is_final:
            entry.card = replace(entry.card, state=CardState.ENDED, since=self._now())
            self._say_all()

    def dismiss(self, callid: str) -> None:
        """The agent wants to see no more of a call. What was typed about it is kept."""
        if self._stack.get(callid) is not None:
            self._finish_note(callid)
            self._dismissed.add(callid)
            self.dismissed.emit(callid)
            if callid in self._leaving:
                self.close_card(callid)  # the desk has done so already

    def _finish_note(self, callid: str) -> None:
        if self._is_noted_on(callid) and self._editor is not None:
            self._editor.finish()

    def _keep(self, callid: str, **changes: str) -> None:
        """The desk says no more of a card that it has closed."""
        entry = self._stack.get(callid)
        if entry is not None and callid in self._leaving:
            entry.card = replace(entry.card, **changes)  # type: ignore[arg-type]
            self._say_all()

    def _is_in_use(self, entry: Entry) -> bool:
        is_pointed_at = self.is_up and any(one.callid == entry.card.callid and one.underMouse() for one in self._shown)
        return self._is_noted_on(entry.card.callid) or (entry.card.state.is_final and is_pointed_at)

    def _is_noted_on(self, callid: str) -> bool:
        return self._editor is not None and self._editor.callid == callid != ""

    def _settle(self) -> None:
        """The pointer left a card, or a note was kept: what was put off is done."""
        if self.is_up:
            for callid in tuple(self._leaving):
                self.close_card(callid)
            self.hold_still()
            self._arrange()

    def cards(self) -> tuple[Card, ...]:
        """The calls that are seen, from the top."""
        return tuple(entry.card for entry in self._stack.seen())

    @property
    def newest(self) -> str:
        """The callid of the newest card that is seen, "" for none."""
        return next((entry.card.callid for entry in self._stack.seen()), "")

    def focus_first(self) -> None:
        if self._shown:
            self._shown[0].focus_main()

    def is_ticking(self) -> bool:
        """True while a clock runs."""
        return self._ticker.isActive()

    def warm_up(self) -> None:
        """Do now what would make the first pop slower than the others. Shows nothing."""
        sample = Card("", CardState.RINGING, self._now(), "inbound", "0938363739", "Sales", "19002028", name=LETTERS)
        self.winId()
        self._say(self._views[0], Entry(sample))
        self._prepare()
        self.make_way()
        self._views[0].show()
        self.grab()

    # Cards to views.

    def _arrange(self, changed: str = "") -> None:
        """Give every seen call a view and its place, and say anew what changed."""
        held = {view.callid: view for view in self._shown}
        # Under a pointer, what is shown stays where it is; where the pop grows down, the new ones come below.
        seen = self._stack.seen(tuple(held) if self._is_pointed_at and self.grows_down else ())
        pointed_at, top = self._pointed_at(), None
        spare = list(self._views)
        for entry in seen:
            if (view := held.get(entry.card.callid)) is not None:
                spare.remove(view)
        self._shown = []
        if not seen:
            self.put_away()
            self._ticker.stop()
            self._prepare()
            return
        for entry in seen:
            view = held.get(entry.card.callid)
            if view is None or entry.card.callid == changed:
                view = view or spare.pop(0)
                self._say(view, entry)
            self._shown.append(view)
        unseen = self._unseen_line()
        y = 0
        for view in self._shown:
            is_last = view is self._shown[-1]
            if pointed_at is not None and view.callid == pointed_at[0]:
                top = pointed_at[1] - y
            y = view.stand(y, view is self._shown[0], is_last, unseen if is_last else "")
            view.show()
        for view in spare:
            view.hide()
        self.take_size(QSize(POP_WIDTH, y), not self._stack.is_painted, top)
        if not self._ticker.isActive():
            self._ticker.start(0)

    def _pointed_at(self) -> tuple[str, int] | None:
        """The callid of the card under the pointer, and where on the desktop it begins."""
        if not self._is_pointed_at:
            return None
        views = (view for view in self._shown if view.underMouse())
        return next(((view.callid, view.mapToGlobal(QPoint(0, 0)).y()) for view in views), None)

    def _prepare(self) -> None:
        """Lay a view and the hidden window out as the last ringing call was: the next one is likely to be alike."""
        if self._typical is not None:
            view = self._views[0]
            view.say("", CardState.RINGING, self._typical, self._now())
            self.take_size(QSize(POP_WIDTH, view.stand(0, is_first=True, is_last=True)), is_urgent=True)

    def _unseen_line(self) -> str:
        count = self._stack.unseen_count
        return self.tr("+%1 more").replace("%1", str(count)) if count else ""

    def _say(self, view: CardView, entry: Entry) -> None:
        card = entry.card
        now = self._now()
        text = card_text(card, self._rules(), now, entry.rang_at, self._has_crm, self._privacy)
        view.say(card.callid, card.state, text, now, self._is_noted_on(card.callid))
        if card.state is CardState.RINGING:
            self._typical = text
        if QAccessible.isActive():
            view.setAccessibleName(text.spoken())

    def _say_all(self) -> None:
        for view in self._shown:
            if (entry := self._stack.get(view.callid)) is not None:
                self._say(view, entry)
        self._arrange()

    def say_anew(self) -> None:
        """The language is another one, or the privacy mode. A note that is being written stays."""
        for view in self._views:
            view.name_buttons()
        if self._editor is not None:
            self._editor.say_anew()
        self._say_all()

    def _tick(self) -> None:
        """Move running clocks on, and come again at the next full second while there are any."""
        now = self._now()
        pulse = int(now) % 2 == 1 and not self._theme.is_motion_reduced
        for view in self._shown:
            view.tick(now, pulse)
        for view in self._shown:
            if (begun := view.text.started or view.text.ends) is not None:
                self._ticker.start(1000 - int((now - begun) * 1000) % 1000)
                return
        self._ticker.stop()

    def _dress(self) -> None:
        self._look = PopLook(self._theme.palette)
        for view in self._views:
            view.dress(self._look)
        self._arrange()

    def _report(self, callid: str, at: int) -> None:
        entry = self._stack.get(callid)
        if entry is None or entry.is_painted:
            return
        entry.is_painted = True
        self.make_way()
        self.painted.emit(callid, at)
        view = next((view for view in self._shown if view.callid == callid), None)
        if view is not None and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(view, QAccessible.Event.Alert))

    # What the user does.

    def _act(self, callid: str, act: Act) -> None:
        entry = self._stack.get(callid)
        if entry is None:
            return
        match act:
            case Act.CALL_BACK:
                self.dial_requested.emit(entry.card.number)
            case Act.OPEN_CRM:
                self.crm_requested.emit(callid)
            case Act.DONE:
                self._finish_note(callid)  # what is sent about the call when the wrap-up ends waits for the note
                self.wrap_up_done.emit()
            case Act.EXTEND:
                self.wrap_up_extended.emit()
            case Act.DISPOSITION:
                self._open_dispositions(entry.card)
            case Act.COPY:
                self.copy_requested.emit(entry.card.number)
            case Act.NOTE:
                self._open_note(entry.card)

    def _open_dispositions(self, card: Card) -> None:
        menu = self._emptied_menu()
        fill_dispositions(menu, self.dispositions, card, self.disposition_chosen.emit)
        menu.popup(QCursor.pos())

    def _open_menu(self, callid: str, at: QPoint) -> None:
        if (entry := self._stack.get(callid)) is not None:
            menu = self._emptied_menu()
            about_it = (partial(self._act, callid, Act.NOTE), partial(self.dismiss, callid))
            about_number = (self.dial_requested.emit, self.copy_requested.emit, self.history_requested.emit)
            fill_menu(menu, entry.card, Wishes(*about_it, *about_number))
            menu.popup(at)

    def _emptied_menu(self) -> QMenu:
        if self._menu is None:
            self._menu = QMenu(self)
        self._menu.clear()
        return self._menu

    def _open_note(self, card: Card) -> None:
        if self._editor is None:
            from agent_desktop.ui.pop_note import NoteEditor

            self._editor = NoteEditor(self, self._privacy)
            self._editor.written.connect(self.note_changed)
            self._editor.typed.connect(self.note_typed)
            self._editor.left.connect(self.note_left)
            self._editor.written.connect(lambda callid, text: self._keep(callid, note=text))
            self._editor.closed.connect(self._say_all)
            self._editor.closed.connect(self._linger.start)
        self._editor.finish()
        self._editor.callid = card.callid
        self._say_all()
        self._editor.open(card.callid, card.note)

    def _place_editor(self) -> None:
        if self._editor is None or not self._editor.callid:
            return
        for view in self._shown:
            if view.callid == self._editor.callid:
                self._editor.setGeometry(QRect(view.mapToGlobal(view.note_box.topLeft()), view.note_box.size()))
                return
        self._editor.finish()
