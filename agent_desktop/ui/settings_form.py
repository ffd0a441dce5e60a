"""A group of settings with its own Save: fields are read and checked as the settings file is, errors stand in place."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import SettingsChanged
from agent_desktop.errors import AgentDesktopError, SettingsInvalid
from agent_desktop.ui.announce import tell
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import said, sentence
from agent_desktop.ui.offered_words import kept_value, shown_value
from agent_desktop.ui.theme import STEP


class SettingsForm(QWidget):
    """`fields` are by the setting's name, "section.key". What was typed and not saved outlives news from the desk."""

    def __init__(self, context: Context, fields: dict[str, FormField], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.fields = fields
        self._is_edited = False
        self.save = QPushButton(self.tr("Save"))
        self.save.setProperty("kind", "primary")
        self.save.clicked.connect(self._save)
        self.discard = QPushButton(self.tr("Discard"))
        self.discard.clicked.connect(self._discard)
        self.said = label(kind="secondary", wrap=True)
        self._lay_out()
        for field in fields.values():
            field.edited.connect(self._edit)
        context.bridge.settings_changed.connect(self._follow)
        self._discard()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(3 * STEP)
        for field in self.fields.values():
            layout.addWidget(field)
        row = QHBoxLayout()
        row.setSpacing(2 * STEP)
        row.addWidget(self.save)
        row.addWidget(self.discard)
        row.addWidget(self.said, 1)
        layout.addLayout(row)

    def _follow(self, changed: SettingsChanged) -> None:
        if not self._is_edited:
            self._fill_in(changed.settings)

    def _fill_in(self, settings: Settings) -> None:
        for name, field in self.fields.items():
            section, _, key = name.partition(".")
            field.blockSignals(True)
            field.show_value(shown_value(name, getattr(getattr(settings, section), key)))
            field.blockSignals(False)
            field.complain("")
        self._note_edited(False)

    def _edit(self) -> None:
        self._note_edited(True)
        self._say("")

    def _note_edited(self, is_edited: bool) -> None:
        self._is_edited = is_edited
        self.save.setEnabled(is_edited)
        self.discard.setEnabled(is_edited)

    def _discard(self) -> None:
        self._fill_in(self._context.bridge.present.settings)
        self._say("")

    def _read(self) -> Settings | None:
        settings: Settings = self._context.bridge.present.settings
        is_right = True
        for name, field in self.fields.items():
            try:
                value = kept_value(name, field.value)
                if settings.with_value(name, value) != settings:  # what stands already keeps nobody from saving
                    settings = settings.with_given(name, value)
            except SettingsInvalid as error:
                field.complain(sentence(error.advice))
                is_right = False
        return settings if is_right else None

    def _save(self) -> None:
        settings = self._read()
        if settings is None:
            self._say(self.tr("Nothing was saved: one of the fields cannot be right."), is_problem=True)
            return
        bridge = self._context.bridge
        self._note_edited(False)
        self._say(self.tr("Saving…"))
        bridge.ask(bridge.desk.change_settings(settings), lambda _: self._say(self.tr("Saved.")), self._failed)

    def _failed(self, error: AgentDesktopError) -> None:
        self._note_edited(True)
        self._say(said(error), is_problem=True)

    def _say(self, words: str, *, is_problem: bool = False) -> None:
        tell(self.said, words, is_problem=is_problem)
