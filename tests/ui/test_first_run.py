from dataclasses import replace

import pytest

from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import Check, ConnectionDraft, Feed, FeedChanged
from agent_desktop.errors import PbxUnreachable, StoreFailed
from agent_desktop.ui.first_run import FirstRun
from tests.ui.stage import Stage

DRAFT = ConnectionDraft("https://pbx.example.com", "", "cty.example.com", "101", "s3cret-key")


@pytest.fixture
def first_run(stage: Stage) -> FirstRun:
    stage.bridge.open()
    stage.publish(FeedChanged(Feed("webhook", True, "Listening.", "http://127.0.0.1:8737/secret")))
    stage.settle()
    made = FirstRun(stage.context)
    made.resize(900, 800)
    stage.show(made)
    return made


def fill_in(first_run: FirstRun, draft: ConnectionDraft = DRAFT) -> None:
    for name, field in first_run.form.fields.items():
        field.show_value(getattr(draft, name))


def test_asks_tests_saves_and_shows_the_address(stage: Stage, first_run: FirstRun) -> None:
    fill_in(first_run)
    stage.desk.checks = (Check("ok", "The PBX answered."), Check("warning", "No phone.", "Check that it is on."))
    first_run.form.test.click()
    stage.until(lambda: "The PBX answered." in first_run.form.checks.words)
    assert "Check that it is on." in first_run.form.checks.words
    assert ("test_connection", DRAFT) in stage.desk.asked
    assert first_run.step == 0
    first_run.save.click()
    stage.until(lambda: first_run.step == 1)
    assert ("connect", DRAFT) in stage.desk.asked
    with stage.qtbot.waitSignal(first_run.finished):
        first_run.done.click()


def test_the_country_is_kept_before_any_call_is(stage: Stage, first_run: FirstRun) -> None:
    fill_in(first_run)
    first_run.country.show_value("M")
    first_run.save.click()
    assert "two letters" in first_run.country.below
    first_run.country.show_value("my")
    first_run.save.click()
    stage.until(lambda: first_run.step == 1)
    assert [asked[0] for asked in stage.desk.asked] == ["change_settings", "connect"]
    assert stage.desk.settings.dial.country == "MY"


def test_the_key_is_never_shown(first_run: FirstRun) -> None:
    fill_in(first_run)
    assert first_run.form.key_edit.displayText() != DRAFT.key
    first_run.form.show_settings(Settings(), "keyring")
    assert first_run.form.key_edit.text() == ""
    assert "keyring" in first_run.form.key_edit.placeholderText()
    assert DRAFT.key not in repr(first_run.form.draft())


@pytest.mark.parametrize("name", ["url", "domain", "extension", "key"])
def test_what_is_missing_is_said_at_its_field(stage: Stage, first_run: FirstRun, name: str) -> None:
    fill_in(first_run, replace(DRAFT, **{name: ""}))
    first_run.form.test.click()
    first_run.save.click()
    assert first_run.form.fields[name].below == "This is still missing."
    stage.settle()
    assert not stage.desk.asked
    first_run.form.fields[name].show_value("https://x.example")
    assert first_run.form.fields[name].below != "This is still missing."


def test_what_cannot_be_right_is_said_at_its_field(first_run: FirstRun) -> None:
    fill_in(first_run, replace(DRAFT, url="pbx", report_url="ftp://x", extension="1 1"))
    first_run.save.click()
    assert "https://pbx.example.com" in first_run.form.fields["url"].below
    assert "https://pbx.example.com" in first_run.form.fields["report_url"].below
    assert "extension such as 101" in first_run.form.fields["extension"].below


def test_the_address_of_a_page_of_the_pbx_is_refused_at_its_field(stage: Stage, first_run: FirstRun) -> None:
    fill_in(first_run, replace(DRAFT, url="https://pbx.example.com/#/login"))
    first_run.save.click()
    assert "no question mark and no #" in first_run.form.fields["url"].below
    stage.settle()
    assert not stage.desk.asked


def test_an_empty_key_keeps_the_one_that_is_stored(first_run: FirstRun) -> None:
    fill_in(first_run, replace(DRAFT, key=""))
    first_run.form._key_kept = "keyring"
    draft = first_run.form.draft()
    assert draft is not None
    assert draft.key == ""


def test_a_test_that_cannot_be_made_is_a_failed_check(stage: Stage, first_run: FirstRun) -> None:
    stage.desk.failures["test_connection"] = PbxUnreachable()
    fill_in(first_run)
    with stage.qtbot.waitSignal(first_run.form.tested) as tested:
        first_run.form.test.click()
    assert tested.args == [False]
    assert PbxUnreachable.title in first_run.form.checks.words


def test_a_test_can_be_stopped(stage: Stage, first_run: FirstRun) -> None:
    stage.on_desk(lambda: stage.desk.hold("test_connection"))
    fill_in(first_run)
    first_run.form.test.click()
    assert first_run.form.checks.words == "Asking the PBX…"
    first_run.form.test.click()
    assert first_run.form.checks.words == "Stopped."
    assert not first_run.form.is_testing


def test_what_is_typed_anew_ends_the_test_of_what_was_typed(stage: Stage, first_run: FirstRun) -> None:
    stage.on_desk(lambda: stage.desk.hold("test_connection"))
    fill_in(first_run)
    first_run.form.test.click()
    first_run.form.fields["domain"].show_value("other.example.com")
    assert not first_run.form.is_testing
    assert first_run.form.checks.isHidden()


def test_what_cannot_be_stored_is_said(stage: Stage, first_run: FirstRun) -> None:
    stage.desk.failures["connect"] = StoreFailed()
    fill_in(first_run)
    first_run.save.click()
    stage.until(first_run.problem.isVisible)
    assert first_run.problem.text() == StoreFailed().message
    assert first_run.step == 0
    assert first_run.save.isEnabled()
