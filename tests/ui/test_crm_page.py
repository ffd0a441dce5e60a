from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QLineEdit

from agent_desktop.desk.settings import Settings
from agent_desktop.telephony.crm_rule import CrmRule, Moment
from agent_desktop.ui.settings_pages.crm import CrmRules
from tests.ui.stage import Stage


class FakeCrm:
    def __init__(self) -> None:
        self.tried: list[CrmRule] = []

    async def try_out(self, rule: CrmRule) -> str:
        self.tried.append(rule)
        return "The address was opened in the browser."


@pytest.fixture
def crm(stage: Stage) -> FakeCrm:
    stage.desk.features = SimpleNamespace(crm=FakeCrm())
    fake: FakeCrm = stage.desk.features.crm
    return fake


@pytest.fixture
def page(stage: Stage, crm: FakeCrm) -> CrmRules:
    stage.open()
    made = CrmRules(stage.context)
    stage.show(made)
    return made


def saved(stage: Stage) -> tuple[CrmRule, ...]:
    settings = next(asked[1] for asked in reversed(stage.desk.asked) if asked[0] == "change_settings")
    assert isinstance(settings, Settings)
    return settings.crm.rules


def type_url(page: CrmRules, url: str) -> None:
    assert isinstance(page.form.url.editor, QLineEdit)
    page.form.url.editor.setText(url)


def test_a_rule_is_added_tried_changed_and_removed(stage: Stage, page: CrmRules, crm: FakeCrm) -> None:
    page.add.click()
    type_url(page, "https://crm.example.com/{phone}")
    page.form.queues.show_value("999, 998")
    page.form.test.click()
    stage.until(lambda: page.said.text() == "The address was opened in the browser.")
    page.form.keep.click()
    stage.until(lambda: stage.desk.times("change_settings") == 1)
    (rule,) = saved(stage)
    assert rule == crm.tried[0] == CrmRule(Moment.CLICK, "https://crm.example.com/{phone}", queues=("999", "998"))
    stage.until(lambda: len(page.lines) == 1 and page.form.isHidden())
    page.edit(0)
    page.form.when.show_value(Moment.RINGING)
    page.form.keep.click()
    stage.until(lambda: stage.desk.times("change_settings") == 2)
    assert [one.when for one in saved(stage)] == [Moment.RINGING]
    stage.until(lambda: "it rings" in page.lines[0].words.text())
    page.lines[0].remove_wanted.emit()
    stage.until(lambda: stage.desk.times("change_settings") == 3 and not page.lines)
    assert saved(stage) == ()


def test_what_is_wrong_with_an_address_is_said_and_nothing_typed_is_lost(stage: Stage, page: CrmRules) -> None:
    page.add.click()
    type_url(page, "https://crm.example.com/{telephone}")
    page.form.keep.click()
    assert "{telephone}" in page.form.url.below
    assert page.form.isVisible()
    assert stage.desk.times("change_settings") == 0
