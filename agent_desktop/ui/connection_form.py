"""Where the PBX is and who we are there: asked on the first run and on the settings' first page, and tried."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import Check, ConnectionDraft
from agent_desktop.errors import AgentDesktopError, SettingsInvalid
from agent_desktop.ui.bridge import Asked
from agent_desktop.ui.check_list import CheckList
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.language import sentence
from agent_desktop.ui.theme import STEP

LONGEST_KEY = 1000


class ConnectionForm(QWidget):
    """`edited` says that something is typed anew, `tested` carries whether the PBX answered as it should."""

    edited = Signal()
    tested = Signal(bool)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked: Asked | None = None
        self._key_kept = ""
        self.fields = {
            "url": FormField(
                self.tr("PBX address"), QLineEdit(placeholderText="https://pbx.example.com"), self._hint("url")
            ),
            "domain": FormField(
                self.tr("Domain"), QLineEdit(placeholderText="company.example.com"), self._hint("domain")
            ),
            "extension": FormField(self.tr("Your extension"), QLineEdit(placeholderText="101")),
            "key": FormField(self.tr("Key"), QLineEdit(), self._hint("key")),
            "report_url": FormField(self.tr("Report address (optional)"), QLineEdit(), self._hint("report_url")),
        }
        self.key_edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.key_edit.setMaxLength(LONGEST_KEY)
        self.checks = CheckList(context.theme)
        self.test = QPushButton(self.tr("Test the connection"))
        self.test.clicked.connect(self._toggle_test)
        for field in self.fields.values():
            field.edited.connect(self._edited)
        self._lay_out()

    def _hint(self, name: str) -> str:
        return {
            "url": self.tr("The address of your PBX, as your administrator gave it to you."),
            "domain": self.tr("Your company's domain on the PBX."),
            "key": self.tr("The company's key. It goes into this computer's keyring and is never shown again."),
            "report_url": self.tr("Only where call records come from another address."),
        }[name]

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(4 * STEP)
        grid.setVerticalSpacing(3 * STEP)
        grid.addWidget(self.fields["url"], 0, 0, 1, 2)
        grid.addWidget(self.fields["domain"], 1, 0)
        grid.addWidget(self.fields["extension"], 1, 1)
        grid.addWidget(self.fields["key"], 2, 0, 1, 2)
        grid.addWidget(self.fields["report_url"], 3, 0, 1, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        layout.addLayout(grid)
        layout.addWidget(self.test, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.checks)

    @property
    def key_edit(self) -> QLineEdit:
        """The key's field; it is only ever written into."""
        editor = self.fields["key"].editor
        assert isinstance(editor, QLineEdit)
        return editor

    def show_settings(self, settings: Settings, key_kept: str) -> None:
        """Fill it in; the key's field stays empty and says where the key is."""
        for name in ("url", "report_url", "domain", "extension"):
            self.fields[name].show_value(getattr(settings.pbx, name))
        self._key_kept = key_kept
        self.key_edit.clear()
        self.key_edit.setPlaceholderText(
            {
                "keyring": self.tr("Stored in the keyring. Type a new one to replace it."),
                "environment": self.tr("Given by the environment variable AGENT_DESKTOP_KEY."),
                "session": self.tr("Kept for this session only. Type it again to store it."),
            }.get(key_kept, "")
        )
        self.checks.show_waiting("")

    def draft(self) -> ConnectionDraft | None:
        """What is typed, or None where a field cannot be right; the field says why."""
        texts = {name: str(field.value) for name, field in self.fields.items()}
        is_right = True
        for name in ("url", "report_url", "domain", "extension"):
            if name != "report_url" and not texts[name]:
                self.fields[name].complain(self.tr("This is still missing."))
                is_right = False
                continue
            try:
                Settings().with_value(f"pbx.{name}", texts[name])
            except SettingsInvalid as error:
                self.fields[name].complain(sentence(error.advice))
                is_right = False
        if not texts["key"] and not self._key_kept:
            self.fields["key"].complain(self.tr("This is still missing."))
            is_right = False
        return ConnectionDraft(**texts) if is_right else None

    @property
    def is_testing(self) -> bool:
        """True while the PBX has not answered."""
        return self._asked is not None

    def _toggle_test(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._end(self.tr("Stopped."))
            return
        draft = self.draft()
        if draft is None:
            self.checks.show_waiting("")
            return
        bridge = self._context.bridge
        self._asked = bridge.ask(bridge.desk.test_connection(draft), self._show_checks, self._show_failure)
        self.test.setText(self.tr("Stop the test"))
        self.checks.show_waiting(self.tr("Asking the PBX…"))

    def _show_checks(self, checks: tuple[Check, ...]) -> None:
        self._end("")
        self.checks.show_checks(checks)
        self.tested.emit(all(check.level != "failed" for check in checks))

    def _show_failure(self, error: AgentDesktopError) -> None:
        self._show_checks((Check("failed", error.title, error.advice),))

    def _end(self, words: str) -> None:
        self._asked = None
        self.test.setText(self.tr("Test the connection"))
        self.checks.show_waiting(words)

    def _edited(self) -> None:
        if self._asked is not None:
            self._asked.cancel()
            self._end("")
        self.checks.show_waiting("")
        self.edited.emit()
