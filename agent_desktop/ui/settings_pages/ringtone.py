"""The ringtone: which sound, on which device, how loud; and how it sounds."""

from typing import Any

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.desk.settings import RingSettings
from agent_desktop.ui.audio import Silence
from agent_desktop.ui.context import Context
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.glyphs import Glyph, glyph_icon
from agent_desktop.ui.labels import label
from agent_desktop.ui.language import sentence
from agent_desktop.ui.marks import GlyphButton, restyle
from agent_desktop.ui.ringtone import Tone
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_pages.page import card
from agent_desktop.ui.theme import STEP


def _tr(text: str) -> str:
    return QCoreApplication.translate("settings", text)


class DeviceChoice(QComboBox):
    """The sound devices, which are looked for when the list is opened. One that is not plugged in stays chosen."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._was_asked = False
        self.addItem(_tr("The system's own choice"), "")

    def findData(self, data: Any, role: int = Qt.ItemDataRole.UserRole, *flags: Any) -> int:
        found = super().findData(data, role, *flags)
        if found < 0 and data:
            self.addItem(_tr("%1 (not found here)").replace("%1", str(data)), data)
            found = self.count() - 1
        return found

    def showPopup(self) -> None:
        self._context.audio.ask(self._show_devices)

    def _show_devices(self, silence: Silence) -> None:
        if silence in (Silence.NONE, Silence.NO_DEVICE):
            self._fill(self._context.audio.names)
        super().showPopup()

    def _fill(self, names: tuple[str, ...]) -> None:
        chosen = self.currentData()
        self.blockSignals(True)
        while self.count() > 1:
            self.removeItem(1)
        for name in names:
            self.addItem(name, name)
        self.setCurrentIndex(max(0, self.findData(chosen)))
        self.blockSignals(False)


class Trial(QWidget):
    """Plays the ringtone once, as the form above says it, saved or not."""

    def __init__(self, context: Context, form: SettingsForm) -> None:
        super().__init__()
        self._context = context
        self._form = form
        self._tone = Tone(context, self)
        self._tone.said.connect(self._say)
        self._tone.ended.connect(self._show)
        self.button = GlyphButton(context.theme, Glyph.PLAY, _tr("Test"))
        self.button.clicked.connect(self._toggle)
        self.said = label(kind="problem", wrap=True)
        self.said.hide()
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2 * STEP)
        layout.addLayout(row)
        layout.addWidget(self.said)

    def _toggle(self) -> None:
        if self._tone.is_wanted:
            self._tone.stop()
        else:
            values = {name.removeprefix("ring."): field.value for name, field in self._form.fields.items()}
            self._tone.start(RingSettings(**values), again_and_again=False)  # type: ignore[arg-type]
        self._show()

    def _say(self, title: str, advice: str) -> None:
        if title:
            self._tone.stop()
        self.said.setText(f"{sentence(title)} {sentence(advice)}".strip())
        self.said.setVisible(bool(title))
        restyle(self.said, "problem")
        self._show()

    def _show(self) -> None:
        is_on = self._tone.is_wanted
        self.button.setText(_tr("Stop") if is_on else _tr("Test"))
        self.button.show_glyph(Glyph.CLOSE if is_on else Glyph.PLAY)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._tone.stop()
        self._show()


def ringtone_card(context: Context) -> QFrame:
    """The form, and a way to hear it."""
    sound = QLineEdit(placeholderText=_tr("The built-in one"))
    browse = QAction(glyph_icon(Glyph.MORE, context.theme.palette.secondary), _tr("Choose a sound file…"), sound)
    browse.triggered.connect(lambda: choose_sound(sound))
    sound.addAction(browse, QLineEdit.ActionPosition.TrailingPosition)
    fields = {
        "ring.enabled": FormField(_tr("Ring on this computer while my extension rings"), QCheckBox()),
        "ring.sound": FormField(_tr("Sound file (optional)"), sound, _tr("A WAV, MP3, OGG, FLAC or M4A file.")),
        "ring.device": FormField(_tr("Heard on"), DeviceChoice(context)),
        "ring.volume": FormField(_tr("Volume"), QSpinBox(minimum=0, maximum=100, singleStep=5, suffix=_tr(" %"))),
    }
    form = SettingsForm(context, fields)
    return card(
        _tr("Ringtone"), _tr("Beside your phone's own. It is silent in quiet hours."), form, Trial(context, form)
    )


def choose_sound(edit: QLineEdit) -> QFileDialog:
    """Ask for a sound file, and put it into the field."""
    music = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.MusicLocation)
    dialog = QFileDialog(edit, _tr("Choose a sound file"), music)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(_tr("Sound files (*.wav *.mp3 *.ogg *.oga *.flac *.m4a *.aac)"))
    dialog.fileSelected.connect(edit.setText)
    dialog.open()
    return dialog
