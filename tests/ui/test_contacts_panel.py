from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from agent_desktop.desk.contact_files import Transfer
from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.telephony.contact import Contact, ContactNumber, ContactQuery, Duplicates, ImportReport, Left
from agent_desktop.telephony.contact_csv import Field, Mapping
from agent_desktop.ui.contact_import import ContactImport
from agent_desktop.ui.contacts_panel import ContactsPanel
from tests.ui.contacts_fake import ANN, HOA, ZOE, FakeContacts, with_contacts
from tests.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # menus, on no screen

FILE = Path("khach-hang.csv")


def show(stage: Stage, *contacts: Contact) -> ContactsPanel:
    with_contacts(stage.desk, *contacts)
    stage.open()
    panel = ContactsPanel(stage.context)
    panel.resize(900, 500)
    stage.show(panel)
    stage.settle()
    return panel


def listed(panel: ContactsPanel) -> list[str]:
    return [panel.model.contact_at(row).shown for row in range(panel.model.rowCount())]


def contacts_of(stage: Stage) -> FakeContacts:
    fake: FakeContacts = stage.desk.features.contacts
    return fake


def menu_of(panel: ContactsPanel, row: int) -> dict[str, object]:
    menu = panel.open_menu(panel.model.index(row, 0), QPoint(0, 0))
    return {action.text(): action for action in menu.actions() if action.text()}


def test_one_searches_as_one_types(stage: Stage) -> None:
    panel = show(stage)
    assert listed(panel) == ["Ann Lee", "Nguyễn Thị Hoa", "Zoe"]
    assert panel.search()
    QTest.keyClicks(panel.edit, "nguyen")
    stage.until(lambda: listed(panel) == ["Nguyễn Thị Hoa"])
    assert stage.desk.times("contacts") == 2, "not with every key"
    assert panel.escape()
    stage.until(lambda: len(listed(panel)) == 3)
    assert not panel.escape()
    panel.vip_only.click()
    stage.until(lambda: listed(panel) == ["Nguyễn Thị Hoa"])
    assert ("contacts", ContactQuery("", True)) in stage.desk.asked


def test_no_match_no_contact_and_no_disk_have_words_of_their_own(stage: Stage) -> None:
    panel = show(stage)
    panel.edit.setText("nobody")
    stage.until(lambda: panel.state.sentence == "No contact fits this search.")
    panel.state.action.click()
    stage.until(lambda: len(listed(panel)) == 3)
    contacts_of(stage).kept.clear()
    panel.refresh()
    stage.until(lambda: panel.state.sentence.startswith("No contacts yet."))
    stage.desk.failures["contacts"] = StoreFailed()
    panel.refresh()
    stage.until(lambda: panel.state.sentence == StoreFailed().message)


def test_a_contact_is_dialled_by_enter_and_any_of_its_numbers_by_the_menu(stage: Stage) -> None:
    panel = show(stage, HOA)
    dialled: list[str] = []
    calls: list[str] = []
    panel.dial_wanted.connect(dialled.append)
    panel.calls_wanted.connect(calls.append)
    panel.table.selectRow(0)
    QTest.keyClick(panel.table, Qt.Key.Key_Return)
    menu = menu_of(panel, 0)
    menu["Dial 02838234567 (work)"].trigger()  # type: ignore[attr-defined]
    menu["All calls with this number"].trigger()  # type: ignore[attr-defined]
    menu["Copy the number"].trigger()  # type: ignore[attr-defined]
    assert (dialled, calls) == (["0938363739", "02838234567"], ["0938363739"])
    assert QGuiApplication.clipboard().text() == "0938363739"


def test_what_is_deleted_comes_back(stage: Stage) -> None:
    panel = show(stage)
    panel.table.selectRow(1)
    panel.table.setFocus()
    QTest.keyClick(panel.table, Qt.Key.Key_Delete)
    stage.until(lambda: listed(panel) == ["Ann Lee", "Zoe"])
    assert panel.undo_bar.isVisible()
    panel.undo.click()
    stage.until(lambda: len(listed(panel)) == 3)
    assert stage.desk.asked.count(("restore", (HOA,))) == 1
    assert not panel.undo_bar.isVisible()


def test_vip_is_switched_from_the_menu(stage: Stage) -> None:
    panel = show(stage, HOA)
    menu_of(panel, 0)["No VIP any more"].trigger()  # type: ignore[attr-defined]
    stage.until(lambda: contacts_of(stage).kept[1].tags == ("gold",))
    stage.until(lambda: not panel.model.contact_at(0).is_vip)
    menu_of(panel, 0)["VIP"].trigger()  # type: ignore[attr-defined]
    stage.until(lambda: contacts_of(stage).kept[1].tags == ("VIP", "gold"))


# The form.


def test_a_form_gives_back_what_it_was_given(stage: Stage) -> None:
    panel = show(stage, HOA)
    form = panel.open_form(HOA)
    assert form.value == HOA
    form.save.click()
    stage.until(lambda: ("keep", HOA) in stage.desk.asked)


def test_a_new_contact_is_filled_in(stage: Stage) -> None:
    panel = show(stage)
    form = panel.open_form(Contact())
    form.name.show_value(" Bo ")
    form.rows[0].number.setText("0912000009")
    form.add_number(ContactNumber("102", "extension"))
    form.add_number(ContactNumber(""))
    form.vip.show_value(True)
    form.save.click()
    stage.until(lambda: "Bo" in listed(panel))
    kept = contacts_of(stage).kept[4]
    assert kept.numbers == (ContactNumber("0912000009"), ContactNumber("102", "extension"))
    assert kept.tags == ("VIP",)


def test_a_form_that_is_refused_stays_and_says_why(stage: Stage) -> None:
    panel = show(stage)
    stage.desk.failures["keep"] = UsageError("A contact needs a name.", "Fill it in.")
    form = panel.open_form(Contact())
    form.rows[0].number.setText("call me")
    form.save.click()
    assert "call me" in form.said.text()
    form.rows[0].number.clear()
    form.save.click()
    stage.until(lambda: form.said.text() == "A contact needs a name. Fill it in.")
    assert form.isVisible()
    assert form.save.isEnabled()


def test_a_number_that_another_has_is_told(stage: Stage) -> None:
    panel = show(stage)
    form = panel.open_form(ZOE)
    form.rows[0].number.setText(ANN.numbers[0].number)
    form.rows[0].number.editingFinished.emit()
    stage.until(form.taken.isVisible)
    assert "Ann Lee" in form.taken.text()


# Import and export.


def opened(stage: Stage) -> ContactImport:
    dialog = show(stage).open_import(FILE)
    stage.until(lambda: stage.desk.times("compare"))
    stage.settle()
    return dialog


def test_a_file_is_shown_before_it_is_taken_in(stage: Stage) -> None:
    dialog = opened(stage)
    assert dialog.words.text() == "3 contacts in khach-hang.csv"
    assert [box.currentData() for box in dialog.mapping.fields] == ["name", "company", "number", ""]
    assert next(line.whole for line in dialog.sample if not line.isHidden()).startswith("Nguyễn Thị Hoa · Cty")
    assert dialog.same.text() == "1 is there already: Nguyễn Thị Hoa. 1 repeats an earlier line."
    assert dialog.left.toPlainText().splitlines() == [
        "Line 2: Nguyễn Thị Hoa, the same number as Nguyễn Thị Hoa",
        "Line 4: Bo again, the same number as Bo in line 3",
    ]
    assert dialog.problems.toPlainText() == "Line 5: There is neither a name nor a company."
    assert stage.desk.times("take_in") == 0


def test_a_changed_column_and_a_changed_separator_are_read_anew(stage: Stage) -> None:
    dialog = opened(stage)
    box = dialog.mapping.fields[3]
    box.setCurrentIndex(box.findData("note"))
    box.activated.emit(box.currentIndex())
    stage.until(lambda: stage.desk.times("compare") == 2)
    fields = (Field.NAME, Field.COMPANY, Field.NUMBER, Field.NOTE)
    assert stage.desk.asked[-1] == ("compare", FILE, Mapping(fields, True, ";", "utf-8"))
    dialog.mapping.delimiter.setCurrentIndex(0)
    dialog.mapping.delimiter.activated.emit(0)
    stage.until(lambda: stage.desk.times("preview") == 3)
    assert ("preview", FILE, Mapping((), True, ",", "utf-8")) in stage.desk.asked


def test_what_is_left_follows_what_is_to_become_of_duplicates(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.duplicates[Duplicates.MERGE].setChecked(True)
    assert dialog.left.toPlainText().count("Line") == 1
    dialog.duplicates[Duplicates.ADD].setChecked(True)
    assert not dialog.left.isVisible()
    dialog.duplicates[Duplicates.SKIP].setChecked(True)
    assert dialog.left.toPlainText().count("Line") == 2


def test_an_import_names_what_it_left(stage: Stage) -> None:
    dialog = opened(stage)
    contacts_of(stage).report = ImportReport(2, 0, 1, left=(Left(4, "Bo", "", "Bo", 3),))
    dialog.start.click()
    stage.until(lambda: dialog.is_over)
    assert dialog.words.text() == "2 added, 1 left as it was"
    assert dialog.left.toPlainText() == "Line 4: Bo, the same name and company as in line 3"


def test_an_import_tells_what_became_of_it(stage: Stage) -> None:
    dialog = opened(stage)
    dialog.duplicates[Duplicates.MERGE].setChecked(True)
    dialog.start.click()
    stage.until(lambda: dialog.is_over)
    assert stage.desk.asked[-1][0] == "take_in"
    assert stage.desk.asked[-1][3] is Duplicates.MERGE
    assert dialog.words.text() == "2 added, 1 completed, 1 left as it was, 1 not understood in full"


def test_an_import_that_works_is_stopped_by_esc_and_tells_how_far_it_came(stage: Stage) -> None:
    dialog = opened(stage)
    contacts_of(stage).report = ImportReport(1, is_whole=False)
    stage.on_desk(lambda: stage.desk.hold("take_in"))
    dialog.start.click()
    stage.until(lambda: stage.desk.times("take_in"))
    stage.publish(Transfer("import", 2, 3))
    stage.until(lambda: dialog.said.text() == "Importing: 2 of 3")
    dialog.reject()
    stage.until(lambda: stage.desk.times("stop"))
    assert dialog.isVisible()
    stage.on_desk(lambda: stage.desk.release("take_in"))
    stage.until(lambda: dialog.is_over)
    assert dialog.said.text() == "Stopped. What was imported stays."
    dialog.reject()
    assert not dialog.isVisible()


def test_a_file_that_cannot_be_used_says_why(stage: Stage) -> None:
    panel = show(stage)
    stage.desk.failures["preview"] = UsageError("The file cannot be read: no.", "Check its name.")
    dialog = panel.open_import(FILE)
    stage.until(lambda: dialog.is_over)
    assert dialog.said.text() == "The file cannot be read: no. Check its name."
    dialog.start.click()
    assert not dialog.isVisible()


def test_one_contact_is_written_as_one(stage: Stage) -> None:
    panel = show(stage, Contact("Bo", id=1))
    panel.export.write(FILE, "csv")
    stage.until(lambda: panel.export.said.text() == "1 contact was written to khach-hang.csv.")


def test_an_export_tells_its_progress_and_its_end(stage: Stage) -> None:
    panel = show(stage)
    stage.on_desk(lambda: stage.desk.hold("give_out"))
    panel.export.write(FILE, "csv")
    stage.until(lambda: stage.desk.times("give_out"))
    stage.publish(Transfer("export", 2, 3))
    stage.until(lambda: panel.export.said.text() == "Writing: 2 of 3")
    stage.on_desk(lambda: stage.desk.release("give_out"))
    stage.until(panel.export.isEnabled)
    assert panel.export.said.text() == "3 contacts were written to khach-hang.csv."
