"""Where everything on a card goes, from the top down: from words to places, once for each change of the words."""

from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor

from agent_desktop.telephony.screen_pop import CardState
from agent_desktop.ui.pop_look import BOTTOM, LEFT, MARKS, RIGHT, TOP, PopLook, TypeFace
from agent_desktop.ui.pop_words import CardText
from agent_desktop.ui.theme import CONTROL_HEIGHT, ICON_SMALL, POP_WIDTH, STEP

SMALL_BUTTON_WIDTH = CONTROL_HEIGHT - 2

_INNER = POP_WIDTH - LEFT - RIGHT
_TAG_PADDING = 6


class Run(NamedTuple):
    """A piece of text at its place; `y` is the baseline."""

    x: int
    y: int
    text: str
    face: TypeFace
    colour: QColor


@dataclass(slots=True)
class CardLayout:
    """A card's places, in its own coordinates. A box that is null is not there; `buttons_y` is their row's top, and
    `small_buttons_y` that of the two small ones; `is_cut` says that a text has no room.
    """

    runs: list[Run] = field(default_factory=list)
    mark_box: QRect = field(default_factory=QRect)
    clock_box: QRect = field(default_factory=QRect)
    tag_box: QRect = field(default_factory=QRect)
    note_box: QRect = field(default_factory=QRect)
    note_row: QRect = field(default_factory=QRect)
    buttons_y: int = 0
    small_buttons_y: int = 0
    height: int = 0
    is_cut: bool = False


def lay_out(look: PopLook, state: CardState, text: CardText, is_noting: bool) -> CardLayout:
    """Lay a card out. `is_noting` keeps a line free for the note's editor."""
    return _Layouter(look, text, is_noting).lay_out(state)


class _Layouter:
    def __init__(self, look: PopLook, text: CardText, is_noting: bool) -> None:
        self._look = look
        self._text = text
        self._is_noting = is_noting
        self._made = CardLayout()
        self._middle = 0
        """Of the last line by now."""

    def lay_out(self, state: CardState) -> CardLayout:
        y = self._lay_heading(TOP, state)
        y = self._lay_title(y)
        y = self._lay_number(y)
        y = self._lay_why(y)
        y = self._lay_note(y)
        made = self._made
        if self._text.acts:
            made.buttons_y = made.small_buttons_y = y + 2 * STEP
            y = made.buttons_y + CONTROL_HEIGHT
        else:
            made.small_buttons_y = self._middle - CONTROL_HEIGHT // 2
        if not made.note_row.isNull():
            made.small_buttons_y = made.note_row.y()
        made.height = y + BOTTOM
        return made

    def _room(self, is_last: bool) -> int:
        """How wide a line may be. Without a row of buttons, the last one makes room for the two small ones."""
        return _INNER if self._text.acts or not is_last else _INNER - 2 * SMALL_BUTTON_WIDTH

    def _add(self, x: int, y: int, text: str, face: TypeFace, colour: QColor, room: int) -> None:
        """Put a piece of text at a line's top."""
        fitting = face.fit(text, room)
        self._made.is_cut |= fitting != text
        self._middle = y + face.height // 2
        self._made.runs.append(Run(x, y + face.ascent, fitting, face, colour))

    def _lay_heading(self, y: int, state: CardState) -> int:
        look = self._look
        height = max(look.heading.height, ICON_SMALL)
        self._made.mark_box = QRect(LEFT, y + (height - ICON_SMALL) // 2, ICON_SMALL, ICON_SMALL)
        clock_room = max(look.clock_room, look.clock.width(self._text.clock))
        clock_left = POP_WIDTH - RIGHT - clock_room
        self._made.clock_box = QRect(clock_left, y, clock_room, look.clock.height)
        left = LEFT + ICON_SMALL + 2 * STEP
        colour = MARKS[state].text_colour(look.palette)
        self._add(left, y, self._text.heading, look.heading, colour, clock_left - 2 * STEP - left)
        return y + height + STEP

    def _lay_title(self, y: int) -> int:
        look, text = self._look, self._text
        room = self._room(not (text.number or text.place or text.why or self._has_note))
        if text.tag:
            width = min(look.tag.width(text.tag), _INNER // 3)
            height = look.tag.height + 4
            box = QRect(0, y + (look.title.height - height) // 2, width + 2 * _TAG_PADDING, height)
            box.moveLeft(LEFT + room - box.width())
            self._made.tag_box = box
            self._add(box.left() + _TAG_PADDING, box.top() + 2, text.tag, look.tag, look.palette.secondary, width)
            room -= box.width() + 2 * STEP
        self._add(LEFT, y, text.title, look.title, look.palette.text, room)
        return y + look.title.height + STEP // 2

    def _lay_number(self, y: int) -> int:
        look, text, x = self._look, self._text, LEFT
        if not text.number and not text.place:
            return y
        room = self._room(not (text.why or self._has_note))
        if text.number:
            self._add(x, y, text.number, look.number, look.palette.text, room)
            x += min(room, look.number.width(text.number))
        if text.place:
            place = f" · {text.place}" if text.number else text.place
            self._add(x, y, place, look.number, look.palette.secondary, LEFT + room - x)
        return y + look.number.height + STEP

    def _lay_why(self, y: int) -> int:
        look, last = self._look, len(self._text.why) - 1
        for place, line in enumerate(self._text.why):
            if line:
                room = self._room(place == last and not self._has_note)
                self._add(LEFT, y, line, look.body, look.palette.secondary, room)
            y += look.body.height
        return y

    @property
    def _has_note(self) -> bool:
        return self._is_noting or bool(self._text.note)

    def _lay_note(self, y: int) -> int:
        look = self._look
        if self._text.note_word:
            return self._lay_note_row(y)
        if self._is_noting:
            self._made.note_box = QRect(LEFT, y + STEP, _INNER, CONTROL_HEIGHT)
            return y + STEP + CONTROL_HEIGHT
        if self._text.note:
            self._add(LEFT, y + STEP // 2, self._text.note, look.body, look.palette.text, self._room(is_last=True))
            return y + look.body.height + STEP
        return y

    def _lay_note_row(self, y: int) -> int:
        """The disposition in words, then the note in a row of its own, beside the two small buttons."""
        look = self._look
        if self._text.note:
            self._add(LEFT, y + STEP // 2, self._text.note, look.body, look.palette.text, _INNER)
            y += look.body.height
        row = QRect(LEFT, y + 2 * STEP, _INNER - 2 * SMALL_BUTTON_WIDTH, CONTROL_HEIGHT)
        self._made.note_row = row
        if self._is_noting:
            self._made.note_box = row
        return row.bottom() + 1
