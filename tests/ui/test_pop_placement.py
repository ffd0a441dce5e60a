from hypothesis import assume, given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from agent_desktop.ui.pop_placement import MARGIN, ScreenArea, anchor_of, place_pop

POP = QSize(380, 180)
LEFT = ScreenArea(QRect(0, 0, 1920, 1080), QRect(0, 0, 1920, 1040))
RIGHT = ScreenArea(QRect(1920, 0, 1280, 1024), QRect(1920, 0, 1280, 1024))
GNOME = ScreenArea(QRect(0, 0, 1920, 1080), QRect(0, 32, 1920, 1048))
FAR = QPoint(400, 300)

points = st.builds(QPoint, st.integers(-500, 4000), st.integers(-500, 2000))
sizes = st.builds(QSize, st.just(380), st.integers(90, 700))


def test_it_stands_in_the_trays_corner_of_the_screen_with_the_pointer() -> None:
    pop = place_pop(POP, FAR, [LEFT, RIGHT])
    assert pop.bottomRight() == LEFT.free.bottomRight() - QPoint(MARGIN, MARGIN)
    pop = place_pop(POP, QPoint(2000, 300), [LEFT, RIGHT])
    assert pop.bottomRight() == RIGHT.free.bottomRight() - QPoint(MARGIN, MARGIN)


def test_under_a_panel_at_the_top_it_stands_at_the_top() -> None:
    pop = place_pop(POP, FAR, [GNOME])
    assert pop.topRight() == GNOME.free.topRight() + QPoint(-MARGIN, MARGIN)


def test_it_grows_upwards_so_that_the_older_cards_stay_where_they_are() -> None:
    one, two = (place_pop(QSize(380, height), FAR, [LEFT]) for height in (180, 360))
    assert one.bottomLeft() == two.bottomLeft()


def test_it_makes_way_for_the_pointer() -> None:
    home = place_pop(POP, FAR, [LEFT])
    pointer = home.center()
    pop = place_pop(POP, pointer, [LEFT])
    assert not pop.contains(pointer)
    assert LEFT.free.contains(pop)
    assert place_pop(POP, pointer, [LEFT], dodge=False) == home


def test_it_goes_back_to_where_it_was_dragged() -> None:
    for corner in (QPoint(100, 700), QPoint(100, 60), QPoint(2100, 500)):
        dragged = QRect(corner, POP)
        anchor = anchor_of(dragged, [LEFT, RIGHT])
        assert place_pop(POP, QPoint(1800, 20), [LEFT, RIGHT], anchor) == dragged


def test_where_it_was_dragged_it_grows_away_from_the_nearer_edge() -> None:
    low = anchor_of(QRect(QPoint(100, 700), POP), [LEFT])
    assert place_pop(QSize(380, 400), FAR, [LEFT], low).bottom() == 700 + 180 - 1
    high = anchor_of(QRect(QPoint(100, 60), POP), [LEFT])
    assert place_pop(QSize(380, 400), QPoint(1800, 20), [LEFT], high).top() == 60


def test_a_screen_that_is_gone_takes_the_remembered_place_with_it() -> None:
    anchor = anchor_of(QRect(QPoint(2500, 700), POP), [LEFT, RIGHT])
    assert place_pop(POP, FAR, [LEFT], anchor) == place_pop(POP, FAR, [LEFT])


def test_a_pointer_between_screens_belongs_to_the_nearest() -> None:
    pop = place_pop(POP, QPoint(3300, 1050), [LEFT, RIGHT])
    assert RIGHT.free.contains(pop)


def test_a_pop_taller_than_the_screen_shows_its_newest_card() -> None:
    small = ScreenArea(QRect(0, 0, 800, 600), QRect(0, 0, 800, 570))
    assert place_pop(QSize(380, 700), FAR, [small]).top() == small.free.top()


@given(sizes, points, st.none() | points)
def test_it_is_always_inside_a_work_area(size: QSize, pointer: QPoint, dragged_to: QPoint | None) -> None:
    pop = place_pop(size, pointer, [LEFT, RIGHT], dragged_to)
    assert pop.size() == size
    assert any(screen.free.contains(pop) for screen in (LEFT, RIGHT))


@given(sizes, points, st.none() | points)
def test_it_never_covers_the_pointer(size: QSize, pointer: QPoint, dragged_to: QPoint | None) -> None:
    assume(size.height() < 480)
    pop = place_pop(size, pointer, [LEFT, RIGHT], dragged_to)
    assert not pop.contains(pointer)


@given(st.integers(0, 1540), st.integers(0, 860))
def test_a_drag_is_remembered_to_the_pixel(x: int, y: int) -> None:
    dragged = QRect(QPoint(x, y), POP)
    anchor = anchor_of(dragged, [LEFT])
    assert place_pop(POP, FAR, [LEFT], anchor, dodge=False) == dragged
