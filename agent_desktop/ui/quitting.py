"""Quitting, and the one warning before it where a call goes on."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication, QSessionManager

from agent_desktop.telephony.screen_pop import Card
from agent_desktop.ui.picture import program_icon

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMessageBox


class Quitting(QObject):
    """Asks once for each call: who quits again means it. Signing out of the desktop is quitting, too."""

    def __init__(
        self, application: QGuiApplication, cards: Callable[[], Iterable[Card]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._application = application
        self._cards = cards
        self._warned: set[str] = set()
        self.question: QMessageBox | None = None
        application.commitDataRequest.connect(self._sign_out)

    def want(self) -> None:
        """Someone wants to quit."""
        if self._is_to_be_asked():
            self._ask()
        else:
            self._application.quit()

    def _is_to_be_asked(self) -> bool:
        going_on = {card.callid for card in self._cards() if not card.state.is_final}
        is_news = bool(going_on - self._warned)
        self._warned |= going_on
        return is_news

    def _ask(self) -> None:
        from PySide6.QtWidgets import QMessageBox  # a box is seldom shown, and is half a megabyte

        self.question = question = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Agent Desktop"),
            self.tr("A call is going on. Quit all the same?"),
        )
        question.setWindowIcon(program_icon())
        question.setInformativeText(
            self.tr("The call itself stays on your phone. Until you start Agent Desktop again, nothing pops up.")
        )
        quit_button = question.addButton(self.tr("Quit"), QMessageBox.ButtonRole.AcceptRole)
        stay = question.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        question.setDefaultButton(stay)
        question.setEscapeButton(stay)
        quit_button.clicked.connect(self._application.quit)
        question.open()

    def _sign_out(self, session: QSessionManager) -> None:
        if self._is_to_be_asked() and session.allowsInteraction():
            session.cancel()
            session.release()
            self._ask()
