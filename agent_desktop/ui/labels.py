"""Labels that show what others wrote (names, numbers, the PBX's words) as it is: never as rich text."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QWidget

from agent_desktop.ui.plain import plain_tip
from agent_desktop.ui.theme import STEP, TYPE_BODY, TYPE_SMALL, font

_FITTED_AT = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize)


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


class KeyHint(QLabel):
    """Inside an empty field, which key leads to it: as long as that is news, and only where there is room for it."""

    def __init__(self, edit: QLineEdit, key: str) -> None:
        super().__init__(key, edit)
        _set_up(self, TYPE_SMALL, bold=False, kind="key", tabular=False)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._edit = edit
        inside = QHBoxLayout(edit)
        inside.setContentsMargins(0, 0, round(1.5 * STEP), 0)
        inside.addWidget(self, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        edit.textChanged.connect(self._fit)
        edit.installEventFilter(self)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # A field that goes loses its focus first, when it is no line edit any more.
        if watched is self._edit and event.type() in _FITTED_AT:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        edit, width = self._edit, self.sizeHint().width() + STEP
        words = edit.fontMetrics().horizontalAdvance(edit.placeholderText())
        is_shown = not edit.text() and not edit.hasFocus() and words + width + 5 * STEP <= edit.width()
        self.setVisible(is_shown)
        edit.setTextMargins(0, 0, width if is_shown else 0, 0)


def indent(box: QAbstractSpinBox) -> None:
    """Let its text begin where a line's does: a style sheet cannot."""
    line = box.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setTextMargins(2 * STEP - 1, 0, 0, 0)


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
