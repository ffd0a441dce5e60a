"""The settings' page for what is kept, and the switches for this computer."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from agent_desktop.desk.customer import CustomerData
from agent_desktop.desk.keeping import KeepingProgress, Kept
from agent_desktop.desk.updates import HistoryShrank
from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.ui.settings_pages.about import ReportButton
from agent_desktop.ui.settings_pages.backups import Backups
from agent_desktop.ui.settings_pages.computer import ComputerSwitches
from agent_desktop.ui.settings_pages.data import KeptSize, data_page
from agent_desktop.ui.settings_pages.delete_customer import DeleteCustomer
from tests.ui.stage import NOW, Stage

DAY_S = 86400.0
ANA = CustomerData(calls=12, notes=3, contacts=1, first=NOW - 90 * DAY_S, last=NOW)


@pytest.fixture
def deleting(stage: Stage) -> DeleteCustomer:
    stage.open()
    made = DeleteCustomer(stage.context)
    stage.show(made)
    return made


@pytest.fixture
def backups(stage: Stage) -> Backups:
    stage.open()
    made = Backups(stage.context)
    stage.show(made)
    stage.settle()
    return made


def shown(widget: DeleteCustomer) -> str:
    """All that can be read."""
    return " ".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def test_how_much_is_kept_is_told_and_follows(stage: Stage) -> None:
    stage.open()
    keeping = stage.desk.features.keeping
    keeping.kept = Kept(214_000_000, 48_312, NOW)
    page = data_page(stage.context)
    stage.show(page)
    (size,) = page.findChildren(KeptSize)
    stage.until(lambda: size.words.text() == "214 MB, calls: 48,312, since 2025-10-09")
    keeping.kept = Kept(1_200_000, 0, None)
    stage.publish(HistoryShrank())
    stage.until(lambda: size.words.text() == "1.2 MB, no calls yet")


def test_a_customer_is_looked_up_before_anything_can_be_deleted(stage: Stage, deleting: DeleteCustomer) -> None:
    stage.desk.features.keeping.customer = ANA
    assert not deleting.look.isEnabled()
    assert deleting.delete.isHidden()
    deleting.number.setText("0938 363 739")
    deleting.look.click()
    stage.until(deleting.delete.isVisible)
    for words in ("Calls 12", "From 2025-07-11 to 2025-10-09", "Notes 3", "Contacts 1"):
        assert words in shown(deleting)
    assert "Webhooks" not in shown(deleting)
    assert not stage.desk.times("forget")
    deleting.delete.click()
    stage.until(lambda: deleting.words.text().startswith("Deleted."))
    assert stage.desk.asked[-1] == ("forget", "0938 363 739")
    assert deleting.number.text() == ""
    assert deleting.delete.isHidden()


def test_another_number_takes_back_what_was_found(stage: Stage, deleting: DeleteCustomer) -> None:
    stage.desk.features.keeping.customer = ANA
    deleting.number.setText("0938363739")
    deleting.look.click()
    stage.until(deleting.delete.isVisible)
    deleting.number.setText("0938363738")
    assert deleting.delete.isHidden()
    assert "Calls" not in shown(deleting)


def test_an_answer_for_a_number_that_was_changed_meanwhile_is_not_shown(stage: Stage, deleting: DeleteCustomer) -> None:
    stage.desk.features.keeping.customer = ANA
    stage.desk.hold("look_up")
    deleting.number.setText("0938363739")
    deleting.look.click()
    stage.until(lambda: stage.desk.times("look_up"))
    deleting.number.setText("0912000111")
    stage.on_desk(lambda: stage.desk.release("look_up"))
    stage.settle()
    assert deleting.delete.isHidden()


def test_what_is_no_number_is_said(stage: Stage, deleting: DeleteCustomer) -> None:
    stage.desk.failures["look_up"] = UsageError("That is not a customer's number.", "Give the whole number.")
    deleting.number.setText("101")
    deleting.look.click()
    stage.until(lambda: deleting.words.text() == "That is not a customer's number. Give the whole number.")
    assert deleting.delete.isHidden()


def test_a_failure_to_delete_is_said_and_can_be_tried_again(stage: Stage, deleting: DeleteCustomer) -> None:
    stage.desk.features.keeping.customer = ANA
    stage.desk.failures["forget"] = StoreFailed("The disk is full.")
    deleting.number.setText("0938363739")
    deleting.look.click()
    stage.until(deleting.delete.isVisible)
    deleting.delete.click()
    stage.until(lambda: "The disk is full." in deleting.words.text())
    assert deleting.number.text() == "0938363739"
    assert deleting.look.isEnabled()


def test_a_backup_shows_how_far_it_is_and_where_it_went(stage: Stage, backups: Backups) -> None:
    stage.desk.hold("back_up")
    backups.write(Path("b.zip"))
    assert backups.bar.isVisible()
    assert not backups.restore.isEnabled()
    stage.publish(KeepingProgress("backup", 3_000_000_000, 4_000_000_000))
    stage.until(lambda: backups.bar.value() == 750)
    stage.on_desk(lambda: stage.desk.release("back_up"))
    stage.until(lambda: "b.zip" in backups.words.text())
    assert backups.bar.isHidden()
    assert backups.restore.isEnabled()


def test_a_backup_can_be_stopped(stage: Stage, backups: Backups) -> None:
    stage.desk.hold("back_up")
    backups.write(Path("b.zip"))
    stage.until(lambda: stage.desk.times("back_up"))
    backups.stop.click()
    assert backups.words.text() == "Stopped. Nothing was written."
    assert backups.back_up.isEnabled()


def test_a_restore_waits_for_the_next_start_and_can_be_taken_back(stage: Stage, backups: Backups) -> None:
    assert backups.drop.isHidden()
    backups.read(Path("b.zip"))
    stage.until(backups.drop.isVisible)
    assert "start it again" in backups.words.text()
    backups.drop.click()
    stage.until(lambda: backups.words.text() == "The next start restores nothing.")
    assert backups.drop.isHidden()


def test_a_file_that_is_no_backup_is_said(stage: Stage, backups: Backups) -> None:
    stage.desk.failures["restore"] = UsageError("That file is not a backup of Agent Desktop.")
    backups.read(Path("b.zip"))
    stage.until(lambda: "not a backup" in backups.words.text())
    assert backups.drop.isHidden()


def test_the_switches_show_how_it_is_and_act_at_once(stage: Stage) -> None:
    stage.open()
    switches = ComputerSwitches(stage.context)
    stage.show(switches)
    stage.until(switches.links.isEnabled)
    assert not switches.links.isChecked()
    assert switches.owner.text() == "Now they open in Softphone."
    switches.links.click()
    stage.until(lambda: switches.owner.text() == "They open here now.")
    switches.start.click()
    stage.until(lambda: stage.desk.times("start_at_sign_in") and switches.start.isEnabled())
    assert switches.start.isChecked()
    assert stage.desk.asked[-1] == ("start_at_sign_in", True)


def test_what_is_left_to_do_is_said_where_the_system_wants_more(stage: Stage) -> None:
    stage.open()
    computer = stage.desk.features.computer
    computer.is_up_to_the_user = True
    switches = ComputerSwitches(stage.context)
    stage.show(switches)
    stage.until(switches.links.isEnabled)
    switches.links.click()
    stage.until(lambda: switches.owner.text() == "Now they open in Softphone. Choose it in the settings.")
    assert not switches.links.isChecked()


def test_a_switch_that_cannot_be_goes_back(stage: Stage) -> None:
    stage.open()
    stage.desk.failures["open_links"] = UsageError("On a Mac only the installed app can open phone links.")
    switches = ComputerSwitches(stage.context)
    stage.show(switches)
    stage.until(switches.links.isEnabled)
    switches.links.click()
    stage.until(switches.problem.isVisible)
    stage.until(switches.links.isEnabled)
    assert not switches.links.isChecked()
    assert "On a Mac" in switches.problem.text()


def test_a_report_is_written_where_it_was_chosen(stage: Stage) -> None:
    stage.open()
    button = ReportButton(stage.context)
    stage.show(button)
    button.write(Path("r.zip"))
    assert not button.save.isEnabled()
    stage.until(lambda: "r.zip" in button.words.text() and button.save.isEnabled())
    assert stage.desk.asked[-1] == ("report", Path("r.zip"))
