"""The keys that work in every program: which they are, and which of them do not work here."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from agent_desktop.desk.global_keys import KeysChanged
from agent_desktop.desk.updates import News
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.key_edit import KeyEdit
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import sentence
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.page import card, page
from agent_desktop.ui.theme import STEP


class KeysForm(QWidget):
    """What goes for all keys is said once, above them."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.said = label(kind="problem", wrap=True)
        self.form = SettingsForm(context, self._fields())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3 * STEP)
        column.addWidget(self.said)
        column.addWidget(self.form)
        context.bridge.news.connect(self._hear)
        context.bridge.settings_changed.connect(self._show)
        self._show()

    def _fields(self) -> dict[str, FormField]:
        return {
            "keys.dial_selection": FormField(
                self.tr("Dial the number that is selected"),
                KeyEdit(),
                self.tr("Or the one on the clipboard. Where there are several, you choose."),
            ),
            "keys.focus_pop": FormField(
                self.tr("Go to the newest call"),
                KeyEdit(),
                self.tr("Then Tab moves between its buttons, Enter presses one, and Esc goes back."),
            ),
            "keys.open_crm": FormField(self.tr("Open the newest call in the CRM"), KeyEdit()),
            "keys.dismiss_pop": FormField(self.tr("Dismiss the newest call"), KeyEdit()),
        }

    def _hear(self, news: News) -> None:
        if isinstance(news, KeysChanged):
            self._show()

    def _show(self) -> None:
        news = self._context.bridge.present.news.get(KeysChanged)
        problems = news.problems if isinstance(news, KeysChanged) else {}
        reasons = set(problems.values())
        common = reasons.pop() if len(reasons) == 1 and len(problems) > 1 else ""
        self.said.setText(sentence(common))
        self.said.setVisible(bool(common))
        for name, field in self.form.fields.items():
            problem = problems.get(name.partition(".")[2], "")
            field.complain("" if problem == common else sentence(problem))


def keys_page(context: Context) -> QWidget:
    """The page."""
    title = QCoreApplication.translate("settings", "Keys")
    words = QCoreApplication.translate(
        "settings", "They work in every program. Press the keys in a field; Backspace removes them."
    )
    return page(card(title, words, KeysForm(context)))
