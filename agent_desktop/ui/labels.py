"""Labels that show what others wrote (names, numbers, the PBX's words) as it is: never as rich text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from agent_desktop.ui.plain import plain_tip
from agent_desktop.ui.theme import STEP, TYPE_BODY, TYPE_SMALL, font


def label(
    text: str = "",
    size: int = TYPE_BODY,
    *,
    bold: bool = False,
    kind: str = "",
    tabular: bool = False,
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """A label of plain text. `kind` is one of the style sheet's: "secondary", "problem", "key", "badge"."""
    made = QLabel(parent)
    _set_up(made, size, bold, kind, tabular)
    made.setWordWrap(wrap)
    made.setText(text)
    return made


def _set_up(made: QLabel, size: int, bold: bool, kind: str, tabular: bool) -> None:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setFont(font(size, bold, tabular))
    if kind:
        made.setProperty("kind", kind)


def show_key(edit: QLineEdit, key: str) -> None:
    """Show inside an empty field which key leads to it."""
    hint = label(key, TYPE_SMALL, kind="key", parent=edit)
    hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    inside = QHBoxLayout(edit)
    inside.setContentsMargins(0, 0, 2 * STEP, 0)
    inside.addWidget(hint, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def make_way(text: str) -> None:
        hint.setVisible(not text)
        edit.setTextMargins(0, 0, 0 if text else hint.sizeHint().width() + STEP, 0)

    edit.textChanged.connect(make_way)
    make_way(edit.text())


def indent(box: QAbstractSpinBox) -> None:
    """Let its text begin where a line's does: a style sheet cannot."""
    line = box.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setTextMargins(2 * STEP - 2, 0, 0, 0)


class ElidedLabel(QLabel):
    """One line that ends in "…" where there is no room; the whole is its tooltip then, and what screen readers say."""

    def __init__(
        self, size: int = TYPE_BODY, *, bold: bool = False, kind: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        _set_up(self, size, bold, kind, tabular=False)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say(self, text: str) -> None:
        """Show this text, line breaks as spaces."""
        whole = " ".join(text.split())
        if whole != self._whole:
            self._whole = whole
            self.setAccessibleName(whole)
            self.updateGeometry()
            self._fit()

    @property
    def whole(self) -> str:
        """The text, not elided."""
        return self._whole

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + STEP // 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        if shown != self.text():
            self.setText(shown)
        self.setToolTip(plain_tip(self._whole) if shown != self._whole else "")
