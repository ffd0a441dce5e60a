"""One card of the screen pop: it is laid out when it is told what to say, and painted in one go."""

import time

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from agent_desktop.telephony.screen_pop import CardState
from agent_desktop.ui.glyphs import Glyph
from agent_desktop.ui.keystroke_shield import KeystrokeShield
from agent_desktop.ui.plain import plain_tip
from agent_desktop.ui.pop_button import PopButton
from agent_desktop.ui.pop_ground import paint_ground
from agent_desktop.ui.pop_layout import CardLayout, Run, lay_out
from agent_desktop.ui.pop_look import LEFT, MARKS, RIGHT, PopLook
from agent_desktop.ui.pop_words import Act, CardText, act_word
from agent_desktop.ui.theme import POP_WIDTH, STEP

UNSEEN_HEIGHT = 7 * STEP
WIDE_PADDING, NARROW_PADDING = 6 * STEP, 3 * STEP


class CardView(QWidget):
    """Shows one call. `painted` says when (perf_counter_ns) a call that is new to this view was first painted."""

    acted = Signal(Act)
    menu_wanted = Signal(QPoint)
    closed = Signal()
    painted = Signal(object)
    left = Signal()
    """The pointer went elsewhere."""

    def __init__(self, look: PopLook, shield: KeystrokeShield, parent: QWidget) -> None:
        super().__init__(parent)
        self.callid = ""
        self.text = CardText("", "")
        """What it says."""
        self._look = look
        self._state = CardState.RINGING
        self._layout = CardLayout()
        self.clock_line = ""
        self._pulse = False
        self._is_noting = False
        self._is_fresh = False
        self._is_first = self._is_last = True
        self.unseen_line = ""
        """What it says of the calls that have no room."""
        self._acts = {act: PopButton(look, shield, None, self) for act in Act}
        self._more = PopButton(look, shield, Glyph.MORE, self)
        self._close = PopButton(look, shield, Glyph.CLOSE, self)
        self._buttons = (*self._acts.values(), self._more, self._close)
        self._offered: tuple[PopButton, ...] = ()
        self._row: tuple[object, ...] = ()
        self._tip = ""
        self._wire()

    def _wire(self) -> None:
        for act, button in self._acts.items():
            button.hide()
            button.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
        self.name_buttons()
        for button in self._buttons:
            button.face_changed.connect(lambda button=button: self.update(button.geometry()))
        self._more.clicked.connect(lambda: self.menu_wanted.emit(self.mapToGlobal(self._more.geometry().bottomLeft())))
        self._close.clicked.connect(self.closed)

    def name_buttons(self) -> None:
        """Name those that show no word, in the present language; the others say theirs when they are laid out next."""
        self._row = ()
        for button, name in ((self._more, self.tr("More")), (self._close, self.tr("Dismiss"))):
            button.setAccessibleName(name)
            button.setToolTip(name)

    @property
    def runs(self) -> list[Run]:
        """Its texts at their places."""
        return self._layout.runs

    @property
    def note_box(self) -> QRect:
        """Where the note is typed, in the view's coordinates; null where it is not."""
        return self._layout.note_box

    def dress(self, look: PopLook) -> None:
        """Look like this from now on."""
        self._look = look
        for button in self._buttons:
            button.dress(look)
        self._lay_out()

    def say(self, callid: str, state: CardState, text: CardText, now: float, is_noting: bool = False) -> None:
        """Show this. `is_noting` keeps a line free for the note's editor."""
        if callid != self.callid:
            self.callid = callid
            self._is_fresh = bool(callid)
        self.text, self._state, self._is_noting = text, state, is_noting
        self.clock_line = text.clock_at(now)
        self._lay_out()

    def stand(self, y: int, is_first: bool, is_last: bool, unseen: str = "") -> int:
        """Take a place in the window; `unseen` is a last line about the calls that have none. The answer is its end."""
        self._is_first, self._is_last, self.unseen_line = is_first, is_last, unseen
        height = self._layout.height + (UNSEEN_HEIGHT if unseen else 0)
        self.setGeometry(0, y, POP_WIDTH, height)
        self.update()
        return y + height

    def focus_main(self) -> None:
        """Put the focus on the button that stands out, or the first."""
        main = self.text.main_act
        button = self._offered[0] if main is None else self._acts[main]
        button.clearFocus()
        button.setFocus(Qt.FocusReason.TabFocusReason)

    def tick(self, now: float, pulse: bool) -> None:
        """Move the running clock and the pulse on; what did not change is not painted."""
        if (clock := self.text.clock_at(now)) != self.clock_line:
            self.clock_line = clock
            self.update(self._layout.clock_box)
        if self._state is CardState.RINGING and pulse != self._pulse:
            self._pulse = pulse
            self.update(self._layout.mark_box)

    def _lay_out(self) -> None:
        self._layout = lay_out(self._look, self._state, self.text, self._is_noting)
        acts = self.text.acts
        if self._is_noting:
            acts = tuple(act for act in acts if act is not Act.NOTE)
        layout = self._layout
        row = (acts, layout.buttons_y, layout.small_buttons_y, self.text.note_word, self._state, self._look)
        if row != self._row:
            self._row = row
            self._lay_buttons(acts)
        tip = self.text.spoken() if self._layout.is_cut else ""
        if tip != self._tip:
            self._tip = tip
            self.setToolTip(plain_tip(tip))
        self.update()

    def _lay_buttons(self, acts: tuple[Act, ...]) -> None:
        layout = self._layout
        # The glyphs, not the boxes around them, end where the text ends.
        right = POP_WIDTH - RIGHT + STEP + 2
        y = layout.small_buttons_y
        self._close.move(right - self._close.width(), y)
        self._more.move(right - self._close.width() - self._more.width(), y)
        words = {act: act_word(act, self._state) for act in acts}
        if self.text.note_word and words.pop(Act.NOTE, ""):
            self._acts[Act.NOTE].say_along(self.text.note_word, layout.note_row)
        x, padding = LEFT, self._padding(tuple(words.values()))
        for act, word in words.items():
            button = self._acts[act]
            button.say(word, act is self.text.main_act, padding)
            button.move(x, layout.buttons_y)
            x += button.width() + 2 * STEP
        self._offered = (*(self._acts[act] for act in acts), self._more, self._close)
        for button in self._buttons:
            button.setVisible(button in self._offered)

    def _padding(self, words: tuple[str, ...]) -> int:
        """Of each button in the row: the usual one where that leaves the small buttons room, else less."""
        if not words:
            return 0
        layout = self._layout
        end = self._more.x() - STEP if layout.small_buttons_y == layout.buttons_y else POP_WIDTH - RIGHT
        room = end - LEFT - 2 * STEP * (len(words) - 1) - sum(map(self._look.heading.width, words))
        return max(NARROW_PADDING, min(WIDE_PADDING, room // len(words)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        look, layout, dpr = self._look, self._layout, self.devicePixelRatioF()
        edge = MARKS[self._state].text_colour(look.palette)
        paint_ground(painter, look, self.size(), edge, self._is_first, self._is_last, dpr)
        painter.drawPixmap(layout.mark_box.topLeft(), look.mark(self._state, self._pulse, dpr))
        if not layout.tag_box.isNull():
            painter.drawPixmap(layout.tag_box.topLeft(), look.tag_ground(layout.tag_box.size(), dpr))
        for x, y, text, face, colour in layout.runs:
            painter.setFont(face.font)
            painter.setPen(colour)
            painter.drawText(x, y, text)
        for button in self._offered:
            button.paint(painter, dpr)
        self._paint_clock(painter)
        if self.unseen_line:
            self._paint_unseen(painter)
        painter.end()
        if self._is_fresh:
            self._is_fresh = False
            self.painted.emit(time.perf_counter_ns())

    def _paint_clock(self, painter: QPainter) -> None:
        face, box = self._look.clock, self._layout.clock_box
        painter.setFont(face.font)
        painter.setPen(self._look.palette.secondary)
        painter.drawText(
            box.left() + box.width() - face.width(self.clock_line), box.top() + face.ascent, self.clock_line
        )

    def _paint_unseen(self, painter: QPainter) -> None:
        face, top = self._look.body, self._layout.height
        painter.setFont(face.font)
        painter.setPen(self._look.palette.line)
        painter.drawLine(LEFT, top, POP_WIDTH - RIGHT, top)
        painter.setPen(self._look.palette.secondary)
        painter.drawText(LEFT, top + (UNSEEN_HEIGHT - face.height) // 2 + face.ascent, self.unseen_line)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menu_wanted.emit(event.globalPos())
