from itertools import combinations
from math import cos, pi, sin

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from agent_desktop.ui.glyphs import Glyph, glyph_icon, glyph_pixmap
from agent_desktop.ui.status_look import ICON_SIZES, Shape, StatusLook, status_icon, status_look, status_pixmap
from agent_desktop.ui.theme import DARK, LIGHT

KNOWN = ("on", "talk", "ring", "pause", "off")
pytestmark = pytest.mark.usefixtures("qapp")


def silhouette(look: StatusLook, size: int = 32) -> list[bool]:
    """Where something is drawn, whatever its colour; what is white on a disc counts as nothing."""
    image = status_pixmap(look, size, LIGHT).toImage()
    points = [image.pixelColor(x, y) for y in range(size) for x in range(size)]
    return [point.alpha() > 127 and point.lightness() < 200 for point in points]


def gaps_around(image: QImage, radius: float) -> int:
    """How often a walk around the middle steps from ink to nothing."""
    middle = image.width() / 2
    steps = [2 * pi * i / 360 for i in range(360)]
    ink = [image.pixelColor(int(middle + radius * cos(a)), int(middle + radius * sin(a))).alpha() > 127 for a in steps]
    return sum(ink[i - 1] and not ink[i] for i in range(360))


@pytest.mark.parametrize(
    ("status", "word", "shape", "hue"),
    [
        ("on", "Available", Shape.DISC, "green"),
        ("talk", "On a call", Shape.HANDSET, "blue"),
        ("ring", "Ringing", Shape.WAVES, "amber"),
        ("pause", "Paused", Shape.BARS, "orange"),
        ("off", "Phone offline", Shape.RING, "grey"),
        ("", "Unknown", Shape.DASHED, "grey"),
        ("wrapup", "wrapup", Shape.DASHED, "grey"),
    ],
)
def test_each_status_has_a_word_a_shape_and_a_hue(status: str, word: str, shape: Shape, hue: str) -> None:
    assert status_look(status) == StatusLook(word, shape, hue)


@pytest.mark.parametrize("status", KNOWN)
def test_a_stale_status_keeps_its_word_and_is_no_fact(status: str) -> None:
    stale = status_look(status, is_stale=True)
    assert stale == StatusLook(status_look(status).word, Shape.DASHED, "grey")


def test_shapes_can_be_told_apart_without_colour() -> None:
    drawn = {status: silhouette(status_look(status)) for status in (*KNOWN, "")}
    for one, other in combinations(drawn, 2):
        different = sum(a != b for a, b in zip(drawn[one], drawn[other], strict=True))
        assert different > 20, (one, other)


def test_a_dashed_ring_has_gaps_and_a_ring_has_none() -> None:
    radius = 6 / 16 * 64
    assert gaps_around(status_pixmap(status_look("off"), 64, LIGHT).toImage(), radius) == 0
    assert gaps_around(status_pixmap(status_look(""), 64, LIGHT).toImage(), radius) == 6


def test_the_pulse_moves_the_waves_alone() -> None:
    for status in KNOWN:
        still, pulse = (status_pixmap(status_look(status), 32, LIGHT, pulse=p).toImage() for p in (False, True))
        assert (still != pulse) == (status == "ring")


def test_a_pixmap_is_sharp_on_any_screen() -> None:
    pixmap = status_pixmap(status_look("on"), 16, DARK, dpr=2.5)
    assert pixmap.width() == 40
    assert pixmap.deviceIndependentSize().width() == 16
    assert pixmap.toImage().pixelColor(20, 20) == DARK.green


def test_an_icon_has_every_size_a_tray_asks_for() -> None:
    sizes = {size.width() for size in status_icon(status_look("on"), LIGHT).availableSizes()}
    assert sizes == set(ICON_SIZES)


def test_a_badge_is_seen_and_leaves_the_status_as_it_is() -> None:
    plain = status_icon(status_look("on"), LIGHT).pixmap(32, 32).toImage()
    badged = status_icon(status_look("on"), LIGHT, has_badge=True).pixmap(32, 32).toImage()
    assert badged.pixelColor(25, 7) == LIGHT.missed
    assert badged.pixelColor(12, 20) == plain.pixelColor(12, 20) == LIGHT.green


@pytest.mark.parametrize("glyph", Glyph)
def test_every_glyph_is_drawn_inside_its_square(glyph: Glyph, qtbot: QtBot) -> None:
    image = glyph_pixmap(glyph, 32, LIGHT.text, dpr=1).toImage()
    ink = [(x, y) for y in range(32) for x in range(32) if image.pixelColor(x, y).alpha() > 60]
    assert len(ink) > 20
    rim = [(x, y) for x, y in ink if 0 in (x, y) or 31 in (x, y)]
    assert not rim, "cut off at the rim"


def test_a_glyph_icon_is_sharp_at_three_times_the_pixels() -> None:
    icon = glyph_icon(Glyph.COPY, LIGHT.text)
    assert max(size.width() for size in icon.availableSizes()) == 48
