"""A field of a form: its name above, what is expected or wrong below, in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from agent_desktop.ui.announce import announce
from agent_desktop.ui.labels import indent, label
from agent_desktop.ui.marks import restyle
from agent_desktop.ui.theme import STEP, TYPE_SMALL
from agent_desktop.ui.wheel import keep_from_wheel

Editor = QLineEdit | QCheckBox | QComboBox | QSpinBox | QDoubleSpinBox | QPlainTextEdit

LIST_HEIGHT = 28 * STEP


class FormField(QWidget):
    """`edited` says that the value is another one. A list is written one item to a line. `is_typed` is True from when
    someone changes the value until one is put in.
    """

    edited = Signal()

    def __init__(self, name: str, editor: Editor, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.editor = editor
        self.is_typed = False
        self._hint = hint
        self._below = label(hint, TYPE_SMALL, kind="secondary", wrap=True, parent=self)
        self._below.setVisible(bool(hint))
        editor.setAccessibleName(name)
        editor.setAccessibleDescription(hint)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(STEP)
        if isinstance(editor, QCheckBox):
            editor.setText(name)
        else:
            above = label(name)
            above.setBuddy(editor)
            layout.addWidget(above)
        layout.addWidget(editor)
        layout.addWidget(self._below)
        layout.addStretch(1)
        self._listen()

    def _listen(self) -> None:
        editor = self.editor
        if isinstance(editor, QLineEdit):
            editor.textChanged.connect(self._edited)
        elif isinstance(editor, QCheckBox):
            editor.toggled.connect(self._edited)
        elif isinstance(editor, QComboBox):
            keep_from_wheel(editor)
            editor.currentIndexChanged.connect(self._edited)
        elif isinstance(editor, QPlainTextEdit):
            editor.setTabChangesFocus(True)
            editor.setFixedHeight(LIST_HEIGHT)
            editor.textChanged.connect(self._edited)
        else:
            indent(editor)
            keep_from_wheel(editor)
            editor.valueChanged.connect(self._edited)

    def _edited(self) -> None:
        self.complain("")
        self.is_typed = True
        self.edited.emit()

    @property
    def value(self) -> object:
        """What stands in it, as the settings read it."""
        editor = self.editor
        if isinstance(editor, QLineEdit):
            return editor.text().strip()
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QComboBox):
            return editor.currentData()
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText().splitlines()
        return editor.value()

    def show_value(self, value: object) -> None:
        """Put a value in it."""
        editor = self.editor
        if isinstance(editor, QLineEdit):
            editor.setText(str(value))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(value)))
        elif isinstance(editor, QPlainTextEdit):
            editor.setPlainText("\n".join(value) if isinstance(value, (tuple, list)) else "")
        elif isinstance(editor, QSpinBox):
            editor.setValue(int(str(value)))
        else:
            editor.setValue(float(str(value)))
        self.is_typed = False

    def hold(self, other: "FormField") -> None:
        """Hold what someone typed in another field."""
        if other.is_typed:
            self.show_value(other.value)
            self.is_typed = True

    def complain(self, problem: str) -> None:
        """Say what is wrong with it, or with "" the hint again."""
        self._below.setText(problem or self._hint)
        self._below.setVisible(bool(problem or self._hint))
        restyle(self._below, "problem" if problem else "secondary")
        self.editor.setAccessibleDescription(problem or self._hint)
        announce(self.editor, problem)

    @property
    def below(self) -> str:
        """The hint or the complaint."""
        return self._below.text()
