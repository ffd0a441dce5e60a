"""The connection: where the PBX is, and how its news gets here."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.desk.updates import SettingsChanged
from agent_desktop.errors import AgentDesktopError
from agent_desktop.ui.announce import tell
from agent_desktop.ui.connection_form import ConnectionForm
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.page import card, choice, count_box, page
from agent_desktop.ui.theme import STEP
from agent_desktop.ui.webhook_address import WebhookAddress


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


class StoredConnection(QWidget):
    """The form of the first run, over what is stored."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._is_edited = False
        self.form = ConnectionForm(context)
        self.form.edited.connect(self._edit)
        self.save = QPushButton(_tr("Save"))
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self._save)
        self.said = label(kind="secondary", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        layout.addWidget(self.form)
        layout.addWidget(self.said)
        layout.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        context.bridge.settings_changed.connect(self._follow)
        self._fill_in()

    def _follow(self, _changed: SettingsChanged) -> None:
        if not self._is_edited:
            self._fill_in()

    def _fill_in(self) -> None:
        present = self._context.bridge.present
        self.form.show_settings(present.settings, present.key_kept)
        self._note_edited(False)
        self._say(key_words(present.key_kept))

    def _edit(self) -> None:
        self._note_edited(True)
        self._say("")

    def _note_edited(self, is_edited: bool) -> None:
        self._is_edited = is_edited
        self.save.setEnabled(is_edited)

    def _save(self) -> None:
        draft = self.form.draft()
        if draft is None:
            return
        bridge = self._context.bridge
        self._note_edited(False)
        self._say(_tr("Saving…"))
        bridge.ask(bridge.desk.connect(draft), lambda _: self._fill_in(), self._failed)

    def _failed(self, error: AgentDesktopError) -> None:
        self._note_edited(True)
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        self.said.setVisible(bool(words))
        tell(self.said, words, is_problem=is_problem)


def key_words(kept: str) -> str:
    """Where the key is kept."""
    words = {
        "keyring": _tr("The key is stored in the keyring."),
        "environment": _tr("The key comes from the environment."),
        "session": _tr("The key is kept for this session only: this computer has no keyring that is open."),
    }
    return words.get(kept, _tr("No key is known yet."))


def connection_page(context: Context) -> QWidget:
    """Three cards: the PBX, the address for the vendor, how news arrives."""
    return page(
        card(_tr("Your PBX"), "", StoredConnection(context)),
        card(
            _tr("The address for the vendor"),
            _tr("Give it to your administrator or to VoiceCloud as the CRM address. Treat it like a password."),
            WebhookAddress(context),
        ),
        _feed_card(context),
    )


def _feed_card(context: Context) -> QFrame:
    seconds = QDoubleSpinBox(minimum=0.5, maximum=60, singleStep=0.5, decimals=1, suffix=_tr(" s"))
    fields = {
        "feed.kind": FormField(
            _tr("Calls are heard of"),
            choice(("webhook", _tr("The PBX tells this computer")), ("poll", _tr("This computer asks the PBX"))),
            _tr("Ask the PBX where it cannot reach this computer: it still works, a little later."),
        ),
        "feed.poll_seconds": FormField(_tr("Ask every"), seconds),
        "listener.listen": FormField(
            _tr("Listen at"), QLineEdit(), _tr("HOST:PORT on this computer, such as 127.0.0.1:8737.")
        ),
        "listener.public_url": FormField(
            _tr("Public address (optional)"),
            QLineEdit(placeholderText="https://desk.example.com"),
            _tr("What the PBX calls, where that is a tunnel or a name in your network."),
        ),
        "listener.allowed_senders": FormField(
            _tr("Only hear these senders (optional)"), QPlainTextEdit(), _tr("Addresses of the PBX, one to a line.")
        ),
        "history.sync_days": FormField(
            _tr("Fetch the PBX's call records of the last"),
            count_box(1, 366, _tr(" day"), _tr(" days")),
            _tr("In the background, a day at a time. Older days are fetched where you look for them in the history."),
        ),
    }
    return card(_tr("How news arrives"), "", SettingsForm(context, fields))
