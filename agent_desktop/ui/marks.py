"""Small painted things that follow the scheme: a status, a glyph, a button with a glyph."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from agent_desktop.ui.glyphs import Glyph, glyph_icon, paint_glyph
from agent_desktop.ui.status_look import StatusLook, paint_status, status_look
from agent_desktop.ui.theme import CONTROL_HEIGHT, ICON_SMALL, Palette, Theme


def tone(palette: Palette, name: str) -> QColor:
    """The palette's colour called `name`."""
    colour = getattr(palette, name)
    assert isinstance(colour, QColor)
    return colour


class StatusMark(QWidget):
    """A status' shape. The word beside it is the caller's; screen readers are told it here."""

    def __init__(self, theme: Theme, size: int = ICON_SMALL, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._look = status_look("")
        self.setFixedSize(size, size)

    def show_look(self, look: StatusLook) -> None:
        """Paint this status from now on."""
        if look != self._look:
            self._look = look
            self.setAccessibleName(look.word)
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_status(painter, QRectF(self.rect()), self._look, self._theme.palette)
        painter.end()


class GlyphMark(QWidget):
    """A glyph in one of the palette's colours."""

    def __init__(
        self,
        theme: Theme,
        glyph: Glyph,
        colour: str = "secondary",
        size: int = ICON_SMALL,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._glyph = glyph
        self._colour = colour
        self.setFixedSize(size, size)

    def show_glyph(self, glyph: Glyph, colour: str = "secondary") -> None:
        """Paint this glyph from now on."""
        self._glyph, self._colour = glyph, colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_glyph(painter, QRectF(self.rect()), self._glyph, tone(self._theme.palette, self._colour))
        painter.end()


class GlyphButton(QPushButton):
    """A button with a glyph, with or without words. `name` is what screen readers say and the tooltip of a bare one."""

    def __init__(
        self,
        theme: Theme,
        glyph: Glyph,
        text: str = "",
        *,
        name: str = "",
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._theme = theme
        self._glyph = glyph
        self.setProperty("kind", kind)
        self.setIconSize(QSize(ICON_SMALL, ICON_SMALL))
        if name:
            self.setAccessibleName(name)
            self.setToolTip(name)
        if not text:
            self.setProperty("kind", kind or "quiet")
            self.setFixedWidth(CONTROL_HEIGHT)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._tint)
        self._tint()

    def show_glyph(self, glyph: Glyph) -> None:
        """Another glyph."""
        self._glyph = glyph
        self._tint()

    def _tint(self) -> None:
        palette = self._theme.palette
        colour = palette.on_accent if self.property("kind") == "primary" else palette.secondary
        self.setIcon(glyph_icon(self._glyph, colour))


class Line(QWidget):
    """A hairline between parts of a window, as long as there is room."""

    def __init__(self, theme: Theme, *, is_upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        if is_upright:
            self.setFixedWidth(1)
        else:
            self.setFixedHeight(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.palette.line)
        painter.end()


def restyle(widget: QWidget, kind: str) -> None:
    """Give a widget another `kind` after it was shown."""
    if widget.property("kind") != kind:
        widget.setProperty("kind", kind)
        widget.style().unpolish(widget)
        widget.style().polish(widget)
