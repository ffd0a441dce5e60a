from collections.abc import Iterator
from dataclasses import fields

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from agent_desktop.ui.theme import DARK, LIGHT, TYPE_TITLE, Palette, Scheme, Theme, font, stylesheet

BOTH = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
HUES = ("green", "blue", "amber", "orange", "grey")
TEXTS = ("text", "secondary", "accent_text", "missed", *(f"{hue}_text" for hue in HUES))
GROUNDS = ("ground", "surface", "selection")


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.fixture
def app(qapp: QApplication) -> Iterator[QApplication]:
    yield qapp
    qapp.setStyleSheet("")
    qapp.styleHints().unsetColorScheme()


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_text_can_be_read_on_every_ground(palette: Palette, ground: str) -> None:
    ratios = {name: contrast(getattr(palette, name), getattr(palette, ground)) for name in TEXTS}
    assert {name: ratio for name, ratio in ratios.items() if ratio < 4.5} == {}


@BOTH
@pytest.mark.parametrize("ground", GROUNDS)
def test_every_shape_stands_out(palette: Palette, ground: str) -> None:
    ratios = {name: contrast(getattr(palette, name), getattr(palette, ground)) for name in HUES}
    assert {name: ratio for name, ratio in ratios.items() if ratio < 3.0} == {}


@BOTH
def test_words_on_colour_can_be_read(palette: Palette) -> None:
    assert contrast(palette.on_accent, palette.accent) >= 4.5
    assert contrast(palette.on_missed, palette.missed) >= 4.5
    assert min(contrast(palette.on_hue, getattr(palette, hue)) for hue in HUES) >= 3.0


@BOTH
def test_the_style_sheet_knows_every_colour_it_names(palette: Palette) -> None:
    sheet = stylesheet(palette)
    assert "$" not in sheet
    assert palette.accent.name() in sheet


def test_the_schemes_differ_in_every_colour_that_is_not_a_shape() -> None:
    same = {f.name for f in fields(LIGHT) if getattr(LIGHT, f.name) == getattr(DARK, f.name)}
    assert same == {*HUES, "on_hue"}


def test_it_follows_the_desktop_while_running(app: QApplication, qtbot: QtBot) -> None:
    theme = Theme()
    theme.apply(app, Scheme.SYSTEM)
    assert theme.palette is LIGHT
    with qtbot.waitSignal(theme.changed):
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.palette is DARK
    assert app.palette().color(QPalette.ColorRole.Window) == DARK.ground
    app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.palette is LIGHT


def test_a_chosen_scheme_stays_whatever_the_desktop_does(app: QApplication, qtbot: QtBot) -> None:
    theme = Theme()
    theme.apply(app, Scheme.DARK)
    assert theme.palette is DARK
    with qtbot.assertNotEmitted(theme.changed):
        app.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.scheme is Scheme.DARK
    theme.apply(app, Scheme.SYSTEM)
    assert theme.palette is LIGHT


def test_the_same_scheme_again_changes_nothing(app: QApplication, qtbot: QtBot) -> None:
    theme = Theme()
    theme.apply(app, Scheme.LIGHT)
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(app, Scheme.LIGHT)


def test_fonts_have_two_weights_and_sizes_in_pixels(qapp: QApplication) -> None:
    assert font(TYPE_TITLE).pixelSize() == TYPE_TITLE
    assert font(bold=True).weight() == QFont.Weight.DemiBold
    assert font().weight() == QFont.Weight.Normal
    tag = QFont.Tag.fromString("tnum")
    assert tag is not None
    assert font(tabular=True).isFeatureSet(tag)
    assert not font().isFeatureSet(tag)
