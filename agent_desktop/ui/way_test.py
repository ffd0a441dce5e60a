"""Whether a webhook would arrive: the self-test, by a button, and what the last one found."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.self_test import WayTested
from agent_desktop.desk.updates import Check, News
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.context import Context
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.marks import restyle
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.wording import day_and_time


class WayTest(QWidget):
    """Shows the tests that run by themselves, too."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.test = QPushButton(self.tr("Test the way of a call"))
        self.test.clicked.connect(self._test)
        self.words = label(wrap=True)
        self.tested = label(kind="secondary")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addWidget(self.words)
        layout.addWidget(self.tested)
        layout.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        context.bridge.news.connect(self._hear)
        known = context.bridge.present.news.get(WayTested)
        self._say(self.tr("Not tested yet."))
        if known is not None:
            self._hear(known)

    def _test(self) -> None:
        bridge = self._context.bridge
        self.test.setEnabled(False)
        self._say(self.tr("Testing…"))
        bridge.ask(bridge.desk.features.self_test.test(), self._hear, self._fail)

    def _hear(self, news: News) -> None:
        if not isinstance(news, WayTested):
            return
        self.test.setEnabled(True)
        lines = [_line(check) for check in news.checks]
        if news.acknowledged_ms is not None:
            words = self.tr("It was acknowledged to the sender after %1 ms.")
            lines.insert(1, words.replace("%1", f"{news.acknowledged_ms:.1f}"))
        self._say("\n".join(lines), is_problem=not news.is_ok)
        tested = self.tr("Tested %1").replace("%1", day_and_time(news.at, self._context.now()))
        self.tested.setText(tested)
        self.tested.show()

    def _fail(self, error: AgentDesktopError) -> None:
        self.test.setEnabled(True)
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.words.setText(words)
        restyle(self.words, "problem" if is_problem else "")
        self.tested.hide()


def _line(check: Check) -> str:
    return " ".join(part for part in (sentence(check.title), sentence(check.advice)) if part)
