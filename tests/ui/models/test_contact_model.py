from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from agent_desktop.errors import AgentDesktopError, StoreFailed
from agent_desktop.telephony.contact import Contact, ContactCursor, ContactNumber, ContactPage, ContactQuery
from agent_desktop.ui.models.contact_model import ContactColumn, ContactModel
from agent_desktop.ui.models.paged_model import Loading


class Desk:
    """Answers when told."""

    def __init__(self) -> None:
        self.asked: list[ContactQuery] = []
        self.cancelled = 0
        self.done: Callable[[ContactPage], None] = lambda _: None
        self.failed: Callable[[AgentDesktopError], None] = lambda _: None

    def __call__(self, query, done, failed) -> "Desk":
        self.asked.append(query)
        self.done, self.failed = done, failed
        return self

    def cancel(self) -> None:
        self.cancelled += 1


def contact(number: int) -> Contact:
    return Contact(f"Ann {number}", numbers=(ContactNumber(f"09120{number:05}"),), id=number)


def made() -> tuple[ContactModel, Desk, QAbstractItemModelTester]:
    desk = Desk()
    model = ContactModel(desk, str)
    return model, desk, QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def ids(model: ContactModel) -> list[int]:
    return [model.contact_at(row).id for row in range(model.rowCount())]


def test_pages_follow_as_one_scrolls_and_nobody_is_listed_twice(qtbot) -> None:
    model, desk, _tester = made()
    model.ask(ContactQuery("ann"))
    assert model.loading is Loading.FIRST
    desk.done(ContactPage((contact(1), contact(2)), ContactCursor("ann 2", 2), 4))
    assert (ids(model), model.total, model.canFetchMore(QModelIndex())) == ([1, 2], 4, True)
    model.fetchMore(QModelIndex())
    assert (desk.asked[-1].after, desk.asked[-1].text) == (ContactCursor("ann 2", 2), "ann")
    assert not model.canFetchMore(QModelIndex())
    desk.done(ContactPage((contact(2), contact(3)), None, 4))
    assert ids(model) == [1, 2, 3]
    assert not model.canFetchMore(QModelIndex())


def test_a_new_question_gives_the_old_one_up_and_keeps_its_rows_meanwhile(qtbot) -> None:
    model, desk, _tester = made()
    model.ask(ContactQuery())
    desk.done(ContactPage((contact(1),)))
    model.ask(ContactQuery("b"))
    assert (desk.cancelled, ids(model)) == (1, [1])
    desk.done(ContactPage(()))
    assert ids(model) == []


def test_what_changed_is_looked_at_as_far_as_one_has_scrolled(qtbot) -> None:
    model, desk, _tester = made()
    model.ask(ContactQuery(limit=2))
    desk.done(ContactPage((contact(1), contact(2)), ContactCursor("", 2)))
    model.fetchMore(QModelIndex())
    desk.done(ContactPage((contact(3),)))
    model.look_again()
    assert (desk.asked[-1].limit, desk.asked[-1].after) == (3, None)
    desk.done(ContactPage((contact(1), contact(3))))
    assert (ids(model), model.row_of(3), model.row_of(2)) == ([1, 3], 1, None)


def test_failures_are_told_and_tried_again(qtbot) -> None:
    model, desk, _tester = made()
    model.ask(ContactQuery())
    desk.failed(StoreFailed())
    assert (model.loading, ids(model)) == (Loading.FAILED, [])
    model.try_again()
    desk.done(ContactPage((contact(1),), ContactCursor("", 1)))
    model.fetchMore(QModelIndex())
    desk.failed(StoreFailed())
    assert (model.loading, ids(model)) == (Loading.MORE_FAILED, [1])
    model.try_again()
    assert desk.asked[-1].after == ContactCursor("", 1)


def test_cells_say_what_they_hold(qtbot) -> None:
    model, desk, _tester = made()
    model.ask(ContactQuery())
    company = Contact("", "Acme", (ContactNumber("1"), ContactNumber("2")), ("VIP", "x"), "one\ntwo <b>", id=1)
    desk.done(ContactPage((company,)))
    cells = [model.index(0, column).data() for column in ContactColumn]
    assert cells == ["Acme", "", "1 · 2", "VIP, x", "one two <b>"]
    tip = model.index(0, ContactColumn.NOTE).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;b&gt;" in tip
