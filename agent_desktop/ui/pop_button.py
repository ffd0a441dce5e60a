"""A card's buttons. The card paints them, from pictures kept of each: a widget's own painting costs too much there."""

from PySide6.QtCore import QEvent, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from agent_desktop.ui.glyphs import Glyph, paint_glyph
from agent_desktop.ui.keystroke_shield import KeystrokeShield
from agent_desktop.ui.pop_layout import SMALL_BUTTON_WIDTH
from agent_desktop.ui.pop_look import PopLook
from agent_desktop.ui.theme import CONTROL_HEIGHT, ICON_SMALL, RADIUS_CONTROL, STEP

_TABBED = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)


class PopButton(QAbstractButton):
    """A button with words, or with a glyph alone. A click never gives it the focus; it takes no key while shielded.

    `face_changed` asks whoever paints it to do so.
    """

    face_changed = Signal()

    def __init__(self, look: PopLook, shield: KeystrokeShield, glyph: Glyph | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._shield = shield
        self._glyph = glyph
        self._is_main = self._is_line = False
        self._is_lit = False
        self._is_tabbed_to = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setUpdatesEnabled(False)
        self.pressed.connect(self.face_changed)
        self.released.connect(self.face_changed)
        self.resize(SMALL_BUTTON_WIDTH, CONTROL_HEIGHT)

    def dress(self, look: PopLook) -> None:
        """Look like this from now on."""
        self._look = look

    def say(self, word: str, is_main: bool, padding: int) -> None:
        """Show this word, wider than it by the padding. The main button of a card stands out."""
        self._is_main, self._is_line = is_main, False
        if word != self.text():
            self.setText(word)
        self.resize(self._look.heading.width(word) + padding, CONTROL_HEIGHT)

    def say_along(self, words: str, place: QRect) -> None:
        """Show these words as a field would, in the whole of this place."""
        self._is_main, self._is_line = False, True
        if words != self.text():
            self.setText(words)
        self.setGeometry(place)
        self.face_changed.emit()

    def paint(self, painter: QPainter, dpr: float) -> None:
        """Paint it where it stands on the card."""
        if not self._is_line:
            painter.drawPixmap(self.pos(), self.face(dpr))
            return
        # No picture is kept: there would be one for each note.
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(self.pos())
        self._paint(painter, QRectF(self.rect()))
        painter.restore()

    def face(self, dpr: float) -> QPixmap:
        """The button as it looks now."""
        key = (self._glyph or self.text(), self._is_main, self._is_lit, self.isDown(), self._is_tabbed_to)
        return self._look.picture(key, self.size(), dpr, self._paint)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self.face(self.devicePixelRatioF()))
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._shield.is_up:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._shield.is_up:
            super().keyReleaseEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._light(True)

    def leaveEvent(self, event: QEvent) -> None:
        self._light(False)

    def _light(self, is_lit: bool) -> None:
        self._is_lit = is_lit
        self.face_changed.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        # Some platforms give a window the focus that wants none; a frame is for those who came here by keyboard.
        self._is_tabbed_to = event.reason() in _TABBED
        super().focusInEvent(event)
        self.face_changed.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._is_tabbed_to = False
        super().focusOutEvent(event)
        self.face_changed.emit()

    def hideEvent(self, event: QHideEvent) -> None:
        # Qt would hand the focus on as Tab does, and a frame would appear for which nobody pressed a key.
        if not self._is_tabbed_to:
            self.clearFocus()
        super().hideEvent(event)

    def _paint(self, painter: QPainter, rect: QRectF) -> None:
        if self._glyph is None:
            self._paint_word(painter, rect)
            return
        if self._is_lit or self._is_tabbed_to:
            self._paint_box(painter, rect, self._fill(), None)
        left, top = (rect.width() - ICON_SMALL) / 2, (rect.height() - ICON_SMALL) / 2
        paint_glyph(painter, QRectF(left, top, ICON_SMALL, ICON_SMALL), self._glyph, self._look.palette.secondary)

    def _paint_word(self, painter: QPainter, rect: QRectF) -> None:
        palette, face = self._look.palette, self._look.heading if self._is_main else self._look.body
        if self._is_main:
            self._paint_box(painter, rect, palette.accent_hover if self._is_lit else palette.accent, None)
        else:
            self._paint_box(painter, rect, self._fill(), palette.line)
        painter.setFont(face.font)
        painter.setPen(palette.on_accent if self._is_main else palette.text)
        words, left = self.text(), 2.0 * STEP
        if self._is_line:
            words = face.fit(words, round(rect.width()) - 4 * STEP)
        else:
            left = (rect.width() - QFontMetrics(face.font).horizontalAdvance(words)) / 2
        painter.drawText(round(left), (round(rect.height()) - face.height) // 2 + face.ascent, words)

    def _fill(self) -> QColor:
        palette = self._look.palette
        return palette.selection if self.isDown() else palette.hover if self._is_lit else palette.surface

    def _paint_box(self, painter: QPainter, rect: QRectF, fill: QColor, line: QColor | None) -> None:
        if self._is_tabbed_to:
            line = self._look.palette.text
        painter.setPen(Qt.PenStyle.NoPen if line is None else QPen(line))
        painter.setBrush(fill)
        inset = 0.0 if line is None else 0.5
        painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), RADIUS_CONTROL, RADIUS_CONTROL)
