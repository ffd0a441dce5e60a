"""What can be done with a call-back: dial, snooze, set a time, note, finish, take that back."""

from collections.abc import Callable, Coroutine
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from agent_desktop.desk.call_backs import CallBacks
from agent_desktop.telephony.call_back import CallBack
from agent_desktop.ui.context import Context
from agent_desktop.ui.note_dialog import NoteDialog
from agent_desktop.ui.plain import plain_action
from agent_desktop.ui.time_dialog import TimeDialog

MORNING = 9
"""The hour at which a morning begins."""
_MINUTE = 60.0


class CallBackActions(QWidget):
    """Never seen itself. `dial_wanted` and `history_wanted` carry a number; `finished` the one that was marked as done.

    Whatever the desk refuses becomes a notice.
    """

    dial_wanted = Signal(str)
    history_wanted = Signal(str)
    finished = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.hide()
        self._context = context
        self._menu = QMenu(self)
        self._snoozes = QMenu(self)

    def open_menu(self, one: CallBack, at: QPoint) -> QMenu:
        """Show all of it at a point of the screen."""
        menu, shown = self._menu, self._context.number(one.number)
        menu.clear()
        dial = menu.addAction(plain_action(self.tr("Dial %1").replace("%1", shown)))
        dial.triggered.connect(lambda: self.dial_wanted.emit(one.number))
        menu.addSeparator()
        if one.is_open:
            snoozes = menu.addMenu(self.tr("Snooze"))
            self._fill_snoozes(snoozes, one)
            menu.addAction(self.tr("Due at…"), lambda: self.ask_due(one))
            if one.wakes_at:
                menu.addAction(self.tr("Due now"), lambda: self._set_due(one, 0.0))
            menu.addAction(self.tr("Note…"), lambda: self.ask_to_write(one))
            menu.addAction(self.tr("Done"), lambda: self.finish(one))
        else:
            menu.addAction(self.tr("Put back on the list"), lambda: self.reopen(one))
        menu.addSeparator()
        menu.addAction(self.tr("Copy the number"), lambda: self._copy(one))
        menu.addAction(self.tr("All calls with this number"), lambda: self.history_wanted.emit(one.number))
        menu.popup(at)
        return menu

    def open_snoozes(self, one: CallBack, at: QPoint) -> QMenu:
        """Offer until when to put it off; the first choice is under the cursor."""
        self._snoozes.clear()
        self._fill_snoozes(self._snoozes, one)
        self._snoozes.popup(at)
        self._snoozes.setActiveAction(self._snoozes.actions()[0])
        return self._snoozes

    def _fill_snoozes(self, menu: QMenu, one: CallBack) -> None:
        menu.addAction(self.tr("15 minutes"), lambda: self._snooze(one, self._context.now() + 15 * _MINUTE))
        menu.addAction(self.tr("1 hour"), lambda: self._snooze(one, self._context.now() + 60 * _MINUTE))
        menu.addAction(self.tr("Tomorrow morning"), lambda: self._snooze(one, self._morning()))
        menu.addAction(self.tr("Until…"), lambda: self.ask_snooze(one))

    def _morning(self) -> float:
        tomorrow = datetime.fromtimestamp(self._context.now()).astimezone() + timedelta(days=1)
        return tomorrow.replace(hour=MORNING, minute=0, second=0, microsecond=0, tzinfo=None).astimezone().timestamp()

    def ask_snooze(self, one: CallBack) -> TimeDialog:
        """Ask until when it is put off."""
        dialog = TimeDialog(self.tr("Snooze until"), self._who(one), self._suggested(one), self.window())
        dialog.chosen.connect(lambda at: self._snooze(one, at))
        dialog.open()
        return dialog

    def ask_due(self, one: CallBack) -> TimeDialog:
        """Ask when it is to be called."""
        dialog = TimeDialog(self.tr("Call back at"), self._who(one), self._suggested(one), self.window())
        dialog.chosen.connect(lambda at: self._set_due(one, at))
        dialog.open()
        return dialog

    def write_note(self, one: CallBack) -> NoteDialog:
        """Ask for its note."""
        dialog = NoteDialog(self._who(one), one.note, self.window())
        dialog.written.connect(lambda text: self._ask(self._desk.note(one.canonical, text)))
        dialog.open()
        return dialog

    def finish(self, one: CallBack) -> None:
        """It need not be called any more."""
        self._ask(self._desk.done(one.canonical), lambda _: self.finished.emit(one))

    def reopen(self, one: CallBack) -> None:
        """It waits again."""
        self._ask(self._desk.reopen(one.canonical))

    def _snooze(self, one: CallBack, until: float) -> None:
        self._ask(self._desk.snooze(one.canonical, until))

    def _set_due(self, one: CallBack, at: float) -> None:
        self._ask(self._desk.set_due(one.canonical, at))

    @property
    def _desk(self) -> CallBacks:
        return self._context.bridge.desk.features.call_backs

    def _ask(self, work: Coroutine[Any, Any, None], done: Callable[[None], None] | None = None) -> None:
        self._context.bridge.ask(work, done)

    def _suggested(self, one: CallBack) -> float:
        """The time that was set, else the next full hour."""
        now = self._context.now()
        return one.wakes_at if one.wakes_at > now else (now // 3600 + 1) * 3600

    def ask_to_write(self, one: CallBack) -> None:
        """Its note, after a question where privacy mode is on."""
        self._context.privacy.ask_to_show(self.window(), lambda: self.write_note(one))

    def _copy(self, one: CallBack) -> None:
        QGuiApplication.clipboard().setText(self._context.write_number(one.number))

    def _who(self, one: CallBack) -> str:
        return " · ".join(part for part in (self._context.name(one.name), self._context.number(one.number)) if part)
