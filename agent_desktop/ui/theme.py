"""The tokens: the only place with colours and sizes, in light and dark, and what follows the desktop's scheme."""

from dataclasses import dataclass, fields
from enum import StrEnum
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyle, QStyleFactory

from agent_desktop.resource_files import resource

STEP = 4
"""Spacing comes in steps of this many pixels."""
RADIUS_WINDOW = 10
RADIUS_CONTROL = 6

TYPE_DISPLAY = 28
TYPE_TITLE = 20
TYPE_LARGE = 15
TYPE_BODY = 13
TYPE_SMALL = 11

ICON_SMALL = 16
ICON_LARGE = 20
ROW_HEIGHT = 36
CELL_MARGIN = 2 * STEP
"""Beside what stands in a table's cell or heading."""
CONTROL_HEIGHT = 30
POP_WIDTH = 380


class Scheme(StrEnum):
    """What the user chose; `system` follows the desktop while the program runs."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of one scheme.

    `text secondary accent_text missed` and the `*_text` hues read as text (4.5:1) on `ground surface selection`; the
    plain hues are for shapes (3:1); `on_accent` reads on `accent`, `on_missed` on `missed`, `on_hue` on any plain hue.
    `line` divides, `frame` is the outline of a window without a title bar.
    """

    is_dark: bool
    ground: QColor
    surface: QColor
    text: QColor
    secondary: QColor
    line: QColor
    frame: QColor
    hover: QColor
    selection: QColor
    accent: QColor
    accent_hover: QColor
    accent_text: QColor
    on_accent: QColor
    missed: QColor
    on_missed: QColor
    green: QColor
    green_text: QColor
    blue: QColor
    blue_text: QColor
    amber: QColor
    amber_text: QColor
    orange: QColor
    orange_text: QColor
    grey: QColor
    grey_text: QColor
    on_hue: QColor


def _palette(is_dark: bool, **colours: str) -> Palette:
    return Palette(is_dark, **{name: QColor(colour) for name, colour in colours.items()})


_HUES = {
    "green": "#1E9E5A",
    "blue": "#2F6FED",
    "amber": "#C77700",
    "orange": "#D4541C",
    "grey": "#7D8794",
    "on_hue": "#FFFFFF",
}

LIGHT = _palette(
    False,
    ground="#F6F7F9",
    surface="#FFFFFF",
    text="#16181D",
    secondary="#566070",
    line="#E1E5EB",
    frame="#C3CAD4",
    hover="#F0F2F5",
    selection="#EAF1FE",
    accent="#2F6FED",
    accent_hover="#2562D9",
    accent_text="#1F5FD9",
    on_accent="#FFFFFF",
    missed="#C62F2F",
    on_missed="#FFFFFF",
    green_text="#117A43",
    blue_text="#1F5FD9",
    amber_text="#9A5B00",
    orange_text="#B9450F",
    grey_text="#566070",
    **_HUES,
)

DARK = _palette(
    True,
    ground="#15171B",
    surface="#1D2026",
    text="#F1F3F6",
    secondary="#A3ABB8",
    line="#2D323B",
    frame="#444B57",
    hover="#282C34",
    selection="#232D40",
    accent="#5B8DF5",
    accent_hover="#74A0F8",
    accent_text="#8AB0FA",
    on_accent="#15171B",
    missed="#FF7B72",
    on_missed="#15171B",
    green_text="#3FBF7C",
    blue_text="#8AB0FA",
    amber_text="#F0A93B",
    orange_text="#FF9A6B",
    grey_text="#A3ABB8",
    **_HUES,
)


def font(size: int = TYPE_BODY, bold: bool = False, tabular: bool = False) -> QFont:
    """The program's font at a size in pixels. `tabular` gives every figure the same width, for times and tables."""
    made = QFont(QApplication.font())
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    if tabular:
        made.setFeature(QFont.Tag.fromString("tnum"), 1)
    return made


class Theme(QObject):
    """Holds the palette in use; `changed` says that it is another one. Widgets that paint themselves listen to it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app: QApplication | None = None
        self._scheme = Scheme.SYSTEM
        self._palette = LIGHT

    @property
    def palette(self) -> Palette:
        """The colours in use."""
        return self._palette

    @property
    def scheme(self) -> Scheme:
        """What the user chose."""
        return self._scheme

    @property
    def is_motion_reduced(self) -> bool:
        """True where the desktop asks for no animation."""
        return QApplication.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0

    def apply(self, app: QApplication, scheme: Scheme) -> None:
        """Dress the program, and from now on follow the desktop where `scheme` is `system`."""
        hints = app.styleHints()
        if self._app is None:
            self._app = app
            app.setStyle(QStyleFactory.create("Fusion"))
            app.setFont(font(TYPE_BODY))
            hints.colorSchemeChanged.connect(self._follow)
            self._dress(LIGHT)
        self._scheme = scheme
        # Tells the platform too, so that title bars match.
        hints.setColorScheme(_WISHES[scheme])
        self._follow(hints.colorScheme())

    def close(self) -> None:
        """Follow the desktop no more."""
        if self._app is not None:
            self._app.styleHints().colorSchemeChanged.disconnect(self._follow)
            self._app = None

    def _follow(self, desktop: Qt.ColorScheme) -> None:
        wanted = _WISHES[self._scheme]
        dark = (desktop if wanted == Qt.ColorScheme.Unknown else wanted) == Qt.ColorScheme.Dark
        palette = DARK if dark else LIGHT
        if palette is not self._palette:
            self._dress(palette)
            self.changed.emit()

    def _dress(self, palette: Palette) -> None:
        assert self._app is not None
        self._palette = palette
        self._app.setPalette(_qt_palette(palette))
        for kind, outline in _OUTLINED.items():
            # PySide's stub asks for bytes, its call for text.
            self._app.setPalette(_qt_palette(palette, getattr(palette, outline)), kind)  # type: ignore[arg-type]
        self._app.setStyleSheet(stylesheet(palette))


_WISHES = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


_OUTLINED = {"QCheckBox": "grey", "QRadioButton": "grey"}


def _qt_palette(palette: Palette, outline: QColor | None = None) -> QPalette:
    roles = {
        # Fusion outlines a box in the window's colour made darker by 140 %: on a dark ground it would vanish.
        QPalette.ColorRole.Window: palette.ground if outline is None else outline.lighter(140),
        QPalette.ColorRole.WindowText: palette.text,
        QPalette.ColorRole.Base: palette.surface,
        QPalette.ColorRole.AlternateBase: palette.ground,
        QPalette.ColorRole.Text: palette.text,
        QPalette.ColorRole.Button: palette.surface,
        QPalette.ColorRole.ButtonText: palette.text,
        QPalette.ColorRole.BrightText: palette.on_accent,
        QPalette.ColorRole.ToolTipBase: palette.surface,
        QPalette.ColorRole.ToolTipText: palette.text,
        QPalette.ColorRole.PlaceholderText: palette.secondary,
        QPalette.ColorRole.Highlight: palette.selection,
        QPalette.ColorRole.HighlightedText: palette.text,
        QPalette.ColorRole.Accent: palette.accent,
        QPalette.ColorRole.Link: palette.accent_text,
        QPalette.ColorRole.LinkVisited: palette.accent_text,
        QPalette.ColorRole.Mid: palette.line,
        QPalette.ColorRole.Midlight: palette.line,
        QPalette.ColorRole.Dark: palette.grey,
        QPalette.ColorRole.Light: palette.surface,
    }
    made = QPalette()
    for role, colour in roles.items():
        made.setColor(role, colour)
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, palette.grey)
    return made


# A widget says what it is with the dynamic property `kind`: a button is "primary", "danger", "quiet"
# or "chip", a frame "card" or "focused card", a scroll area "tiles", a label "secondary", "problem",
# "key" (a keyboard hint) or "badge".
_SHEET = Template("""
QToolTip { background: $surface; color: $text; border: 1px solid $line; padding: 4px 8px; }
QPushButton, QToolButton {
    background: $surface; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    padding: 0 12px; min-height: ${control}px;
}
QToolButton { padding: 0 8px; }
QPushButton:hover, QToolButton:hover { background: $hover; }
QPushButton:pressed, QToolButton:pressed { background: $selection; }
QPushButton:checked, QToolButton:checked { background: $selection; border-color: $accent; }
QPushButton:focus, QToolButton:focus { border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $grey; }
QPushButton[kind="primary"] {
    background: $accent; color: $on_accent; border-color: $accent; font-weight: 600;
}
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: $accent_hover; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $line; color: $secondary; border-color: $line; }
QPushButton[kind="chip"] {
    background: $selection; border-color: $selection; border-radius: 12px; min-height: 22px; padding: 0 8px;
}
QPushButton[kind="chip"]:hover, QPushButton[kind="chip"]:focus { border-color: $accent; }
QPushButton[kind="danger"] { background: $missed; color: $on_missed; border-color: $missed; font-weight: 600; }
QPushButton[kind="danger"]:focus { border: 2px solid $text; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border-color: $accent; }
QPushButton::menu-indicator, QToolButton::menu-indicator { width: 0; }
QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $line; border-radius: ${radius}px;
    selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit { placeholder-text-color: $secondary; }
QLineEdit { padding: 0 6px; min-height: ${control}px; }
QComboBox, QAbstractSpinBox { padding: 0 0 0 8px; min-height: ${control}px; }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; padding: 0; min-height: 0; background: transparent; }
QAbstractSpinBox { min-height: ${control}px; max-height: ${control}px; }
QLineEdit QToolButton { border: none; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QAbstractSpinBox::down-arrow { image: url($icons/down.png); width: 10px; height: 10px; }
QAbstractSpinBox::up-arrow { image: url($icons/up.png); width: 10px; height: 10px; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {
    subcontrol-origin: border; border: none; width: 24px; height: ${half}px; background: transparent;
}
QComboBox QAbstractItemView { border: 1px solid $line; padding: 4px; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; }
QPlainTextEdit { padding: 4px; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus { border-color: $accent; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled { color: $grey; }
QCheckBox, QRadioButton { border: 1px solid transparent; border-radius: 4px; padding: 2px 4px 2px 0; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QFrame[kind="card"], QFrame[kind="focused card"] {
    background: $surface; border: 1px solid $line; border-radius: ${window}px;
}
QFrame[kind="focused card"] { border-color: $accent; }
QLabel[kind="secondary"] { color: $secondary; }
QLabel[kind="problem"] { color: $missed; }
QLabel[kind="key"] {
    color: $secondary; background: $hover; border: 1px solid $frame; border-bottom-width: 2px; border-radius: 4px;
    padding: 0 4px; min-width: 8px;
}
QLabel[kind="badge"] {
    background: $missed; color: $on_missed; border-radius: 9px; padding: 0 6px; font-weight: 600;
    min-height: 18px; max-height: 18px;
}
QAbstractItemView {
    background: $surface; color: $text; border: none; outline: none; gridline-color: $line;
    selection-background-color: $selection; selection-color: $text;
}
QHeaderView { background: $surface; border: none; }
QHeaderView::section {
    background: $surface; color: $secondary; border: none; border-bottom: 1px solid $line; padding: 4px ${heading}px;
    font-weight: 400;
}
QTableView::item { border-bottom: 1px solid $line; padding: 0 ${cell}px; }
QTableCornerButton::section { background: $surface; border: none; }
QMenu { background: $surface; color: $text; border: 1px solid $line; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: $selection; }
QMenu::item:disabled { color: $secondary; background: transparent; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QProgressBar { background: $line; border: none; border-radius: 3px; max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $line; }
QSlider::sub-page:horizontal { border-radius: 2px; background: $accent; }
QSlider::sub-page:horizontal:disabled { background: $line; }
QSlider::handle:horizontal {
    width: 12px; height: 12px; margin: -5px 0; border-radius: 7px; background: $accent; border: 1px solid $surface;
}
QSlider::handle:horizontal:focus { border-color: $text; }
QSlider::handle:horizontal:disabled { background: $grey; }
QScrollArea { background: transparent; border: none; }
QScrollArea[kind="tiles"] { border: 1px solid $ground; border-radius: ${window}px; }
QScrollArea[kind="tiles"]:focus { border-color: $accent; }
QScrollBar { background: transparent; border: none; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $grey; border: 2px solid $surface; border-radius: 5px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
""")


def stylesheet(palette: Palette) -> str:
    """The Qt style sheet in these colours."""
    colours = {f.name: getattr(palette, f.name).name() for f in fields(palette) if f.name != "is_dark"}
    inside = CONTROL_HEIGHT - 2
    sizes = {"radius": RADIUS_CONTROL, "window": RADIUS_WINDOW, "control": inside, "half": inside // 2}
    # Fusion puts three pixels more beside the text of a cell.
    margins = {"heading": CELL_MARGIN, "cell": CELL_MARGIN - 3}
    return _SHEET.substitute(colours, **sizes, **margins, icons=resource("icons").as_posix())
