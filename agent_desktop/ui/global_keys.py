"""What the global keys do: dial what is selected, and act on the newest card of the screen pop."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from agent_desktop.desk.global_keys import KeyPressed
from agent_desktop.desk.updates import News
from agent_desktop.ui.context import Context
from agent_desktop.ui.pop_window import PopWindow

if TYPE_CHECKING:
    from agent_desktop.ui.dial_popup import DialPopup
    from agent_desktop.ui.key_edit import KeyEdit

LONGEST = 2000
"""Characters of a selection: what is longer is no text with a number to dial."""


class GlobalKeys(QObject):
    """Lives on the windows' thread, as the bridge's news does."""

    def __init__(self, context: Context, pop: PopWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._pop = pop
        self._popup: DialPopup | None = None
        self._dialled = ""
        self._acts: dict[str, Callable[[], None]] = {
            "focus_pop": self._focus_pop,
            "open_crm": lambda: pop.crm_requested.emit(pop.newest),
            "dismiss_pop": lambda: pop.dismiss(pop.newest),
        }
        pop.left.connect(lambda: self._give_back(pop))
        context.bridge.news.connect(self._hear)

    def close(self) -> None:
        """Take its window down."""
        if self._popup is not None:
            self._popup.close()

    @property
    def popup(self) -> "DialPopup":
        """Where it says what it dials; built when it is first wanted."""
        if self._popup is None:
            from agent_desktop.ui.dial_popup import DialPopup

            popup = self._popup = DialPopup(self._context)
            popup.keyboard_wanted.connect(lambda: self._focus(popup))
            popup.left.connect(lambda: self._give_back(popup))
        return self._popup

    def _hear(self, news: News) -> None:
        if not isinstance(news, KeyPressed):
            return
        if (edit := _asking_for_keys()) is not None:
            # One of those that are ours was pressed.
            edit.setText(getattr(self._context.bridge.present.settings.keys, news.action))
        elif news.action in self._acts:
            if self._pop.newest:
                self._acts[news.action]()
        else:
            self._dial(QGuiApplication.clipboard().text() if news.text is None else news.text)

    def _dial(self, text: str) -> None:
        if self.popup.flow.is_busy:
            # Pressed or clicked twice, it is one wish.
            if text != self._dialled:
                self.popup.say(self.tr("The PBX has not answered the last dial yet. Try again in a moment."))
        elif not text.strip():
            self.popup.say(self.tr("Nothing is selected, and the clipboard is empty. Select a number, then try again."))
        elif len(text) > LONGEST:
            self.popup.say(self.tr("What is selected is too long for a number."))
        else:
            self._dialled = text
            self.popup.dial(text)

    def _focus_pop(self) -> None:
        self._pop.take_keyboard()
        self._move_keyboard(self._pop)

    def _focus(self, popup: "DialPopup") -> None:
        popup.activateWindow()
        self._move_keyboard(popup)

    def _move_keyboard(self, window: QWidget) -> None:
        """A window that no window manager arranges is not always given the keyboard that it asks for."""
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.keys.focus(int(window.winId())))

    def _give_back(self, window: QWidget) -> None:
        bridge = self._context.bridge
        bridge.ask(bridge.desk.features.keys.give_back(int(window.winId())))


def _asking_for_keys() -> "KeyEdit | None":
    """The field that has the focus, where that is one in which keys are pressed."""
    from agent_desktop.ui.key_edit import KeyEdit

    edit = QApplication.focusWidget()
    return edit if isinstance(edit, KeyEdit) else None
