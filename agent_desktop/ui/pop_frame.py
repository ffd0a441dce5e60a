"""The pop's window as such: it takes no focus, hides behind nothing, keeps off the pointer and can be dragged."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QHideEvent, QKeyEvent, QMouseEvent, QScreen
from PySide6.QtWidgets import QApplication, QWidget

from agent_desktop.ui.pop_ground import window_mask
from agent_desktop.ui.pop_placement import ScreenArea, anchor_of, place_pop
from agent_desktop.ui.theme import POP_WIDTH

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
    # Unmanaged on X11: it is on the screen without a round trip to the window manager, which can neither give it the
    # focus nor put a full-screen window over it.
    | Qt.WindowType.X11BypassWindowManagerHint
)
_ATTRIBUTES = (
    Qt.WidgetAttribute.WA_ShowWithoutActivating,
    Qt.WidgetAttribute.WA_AlwaysShowToolTips,
    Qt.WidgetAttribute.WA_X11NetWmWindowTypeNotification,
    Qt.WidgetAttribute.WA_MacAlwaysShowToolWindow,
)


_PARKED = QPoint(-9000, -9000)
"""Off every screen. X11 counts in 16 bits: at 300 % this is -27,000."""


class PopFrame(QWidget):
    """A window without a frame, at `dragged_to` or in the tray's corner. `placed` says that it has moved or grown.

    Under X11 it is parked beside all screens while it has nothing to show: to come back is one request to the X server,
    where a hidden window is prepared anew before it may be painted, which takes longer than all else about a pop.
    """

    moved = Signal(QPoint)
    """It was dragged: the anchor to restore as `dragged_to`."""
    placed = Signal()
    left = Signal()
    """The keyboard that was given to it is not needed any more."""

    def __init__(self) -> None:
        super().__init__(None, _FLAGS)
        self.dragged_to: QPoint | None = None
        self._grip: QPoint | None = None
        self._is_dragging = False
        self._has_keyboard = False
        self._is_parked = False
        self._pointer = QPoint()
        self._is_pointed_at = False
        self._asked: tuple[QSize, QPoint, list[ScreenArea], QPoint | None, bool, int | None] | None = None
        for attribute in _ATTRIBUTES:
            self.setAttribute(attribute)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        # X11 may have no compositor to blend the corners: there, a mask cuts them.
        self._is_x11 = QGuiApplication.platformName() == "xcb"
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground, not self._is_x11)
        self.resize(POP_WIDTH, 1)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.screenAdded.connect(self._follow_screen)
        app.screenRemoved.connect(self._find_place, Qt.ConnectionType.QueuedConnection)
        for screen in app.screens():
            self._watch(screen)

    def _follow_screen(self, screen: QScreen) -> None:
        self._watch(screen)
        self._find_place()

    def _watch(self, screen: QScreen) -> None:
        """A screen may become smaller, or a panel take a part of it."""
        screen.geometryChanged.connect(self._find_place, Qt.ConnectionType.QueuedConnection)
        screen.availableGeometryChanged.connect(self._find_place, Qt.ConnectionType.QueuedConnection)

    def hold_still(self) -> None:
        """Call it before what is shown changes. Under a pointer that is on the pop nothing may move away: someone is
        about to click.
        """
        self._is_pointed_at = self.is_up and self.underMouse()

    @property
    def is_up(self) -> bool:
        """True while it is shown, on a screen."""
        return self.isVisible() and not self._is_parked

    def show_early(self) -> None:
        """Begin to show: X11 prepares a window for a while before it may be painted, time to lay out its words."""
        if self._is_parked:
            self._is_parked = False
            self._take_place(self.size())
            self.raise_()
        elif self._is_x11:
            self.show()

    def show_whole(self) -> None:
        """Show it as it is by now: at once where it is prepared, else as soon as it may be painted."""
        if self.isVisible():
            self.repaint()
        else:
            self.show()

    def put_away(self) -> None:
        """Show nothing any more."""
        if self._is_x11 and self.isVisible() and not self._is_focused and not _mixes_scales():
            self._is_parked = True
            self._is_dragging = False
            self._grip = self._asked = None
            self.move(_PARKED)
        else:
            self.hide()

    @property
    def _is_focused(self) -> bool:
        """True where what is typed may come here: a window beside all screens would swallow it, a hidden one cannot."""
        return self._has_keyboard or self.isActiveWindow()

    def come_up(self, *above: QWidget | None) -> None:
        """Come over the other windows that no window manager arranges, and the windows `above` over it."""
        for window in (self, *above):
            if self._is_x11 and window is not None and window.isVisible():
                window.raise_()

    @property
    def grows_down(self) -> bool:
        """True where more cards have room below rather than above."""
        return self.geometry().center().y() < self.screen().availableGeometry().center().y()

    def take_size(self, size: QSize, is_urgent: bool, top: int | None = None) -> None:
        """Grow or shrink; to begin at `top`, if given. Where it is urgent, the pointer is taken to be where it was:
        `make_way` afterwards.
        """
        if size != self.size():
            if self._is_x11:
                self.setMask(window_mask(size))
            if not is_urgent:
                self._pointer = QCursor.pos()
        self._take_place(size, top)

    def make_way(self) -> None:
        """Get off the pointer. To ask X11 where it is takes a round trip."""
        pointer = QCursor.pos()
        if pointer != self._pointer:
            self._pointer = pointer
            self._take_place(self.size())

    def take_keyboard(self) -> None:
        """Take the focus after all: somebody asked for it. Esc, a click elsewhere or the last card end it."""
        self._has_keyboard = True
        self._accept_focus(True)
        if self.isActiveWindow():
            self.focus_first()
        else:
            self.activateWindow()

    def focus_first(self) -> None:
        """Put the focus on what Enter is to do."""

    def _accept_focus(self, is_accepted: bool) -> None:
        # The widget's own flag would take the window down and build it again.
        self.windowHandle().setFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not is_accepted)

    def _leave(self) -> None:
        if self._has_keyboard:
            self._has_keyboard = False
            self._accept_focus(False)
            self.left.emit()

    def event(self, event: QEvent) -> bool:
        if self._has_keyboard and event.type() == QEvent.Type.WindowActivate:
            self.focus_first()
        elif self._has_keyboard and event.type() == QEvent.Type.WindowDeactivate:
            self._has_keyboard = False
            self._accept_focus(False)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_parked = False
        self._leave()

    def _find_place(self, _changed: object = None) -> None:
        if self._is_parked:
            self.hide()  # other screens, and what is beside them: the next call shows it anew
        elif self.isVisible():
            self._take_place(self.size())

    def _take_place(self, size: QSize, top: int | None = None) -> None:
        if self._is_dragging or self._is_parked:
            self.resize(size)
        else:
            asked = (size, self._pointer, screens(), self.dragged_to, not self._is_pointed_at, top)
            if asked != self._asked:
                self._asked = asked
                self.setGeometry(place_pop(*asked))
        self.placed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._grip = event.globalPosition().toPoint() - self.pos()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        to = event.globalPosition().toPoint() - self._grip
        if self._is_dragging or (to - self.pos()).manhattanLength() >= QApplication.startDragDistance():
            self._is_dragging = True
            self.move(to)
            self.placed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        if self._is_dragging:
            self._is_dragging = False
            self.dragged_to = anchor_of(self.geometry(), screens())
            self.moved.emit(self.dragged_to)


def screens() -> list[ScreenArea]:
    """The screens as the desktop has them now."""
    return [ScreenArea(screen.geometry(), screen.availableGeometry()) for screen in QGuiApplication.screens()]


def _mixes_scales() -> bool:
    """True where a window that comes to another screen may have to be painted in another scale."""
    return len({screen.devicePixelRatio() for screen in QGuiApplication.screens()}) > 1
