"""Words to choose from are in the language of the windows until somebody changes them."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QMenu, QPlainTextEdit

from agent_desktop.desk.settings import Settings
from agent_desktop.ui import offered_words
from agent_desktop.ui.desktop import Desktop
from agent_desktop.ui.form_field import FormField
from agent_desktop.ui.language import Language
from agent_desktop.ui.offered_words import dispositions, kept_value, pause_reasons, shown_value
from agent_desktop.ui.settings_form import SettingsForm
from tests.ui.pop_stage import LACKS
from tests.ui.stage import Stage

pytestmark = pytest.mark.qt_log_ignore(LACKS, "This plugin does not support", extend=True)

PLAIN = Settings()
LISTS = {"pause.reasons": PLAIN.pause.reasons, "wrap_up.dispositions": PLAIN.wrap_up.dispositions}


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language()
    made.use("en")
    yield made
    made.use("en")


def test_in_english_they_are_the_settings_own(language: Language) -> None:
    assert offered_words._UNCHANGED == LISTS
    assert (pause_reasons(PLAIN), dispositions(PLAIN)) == (PLAIN.pause.reasons, PLAIN.wrap_up.dispositions)


@pytest.mark.parametrize(
    ("code", "lunch", "solved"), [("vi", "Ăn trưa", "Đã giải quyết"), ("ms", "Makan tengah hari", "Selesai")]
)
def test_unchanged_they_follow_the_language(language: Language, code: str, lunch: str, solved: str) -> None:
    language.use(code)
    assert pause_reasons(PLAIN)[1] == lunch
    assert dispositions(PLAIN)[0] == solved
    for name, value in LISTS.items():
        shown = shown_value(name, value)
        assert isinstance(shown, tuple)
        assert len(set(shown)) == len(value)
        assert not set(shown) & set(value)
        assert kept_value(name, [*shown, ""]) == value, "what nobody changed is kept as it was"


def test_changed_they_are_what_somebody_wrote(language: Language) -> None:
    language.use("vi")
    settings = PLAIN.with_value("pause.reasons", "Lunch: 45,Break").with_value("wrap_up.dispositions", "Sold")
    assert pause_reasons(settings) == ("Lunch", "Break")
    assert dispositions(settings) == ("Sold",)
    assert shown_value("pause.reasons", ("Lunch",)) == ("Lunch",)
    assert kept_value("pause.reasons", ["Ăn trưa"]) == ["Ăn trưa"]
    assert shown_value("pop.queues", ()) == ()
    assert kept_value("dial.country", "VN") == "VN"


def test_a_form_that_saves_something_else_leaves_them_unchanged(stage: Stage, language: Language) -> None:
    language.use("vi")
    stage.open()
    names = ("pause.reasons", "wrap_up.dispositions")
    fields = {name: FormField(name, QPlainTextEdit()) for name in (*names, "pop.queues")}
    form = SettingsForm(stage.context, fields)
    stage.show(form)
    assert fields["pause.reasons"].value == list(pause_reasons(PLAIN))
    queues = fields["pop.queues"].editor
    assert isinstance(queues, QPlainTextEdit)
    queues.setPlainText("999")
    form.save.click()
    stage.until(lambda: stage.desk.settings.pop.queues == ("999",))
    assert stage.desk.settings.pause == replace(PLAIN.pause)
    assert stage.desk.settings.wrap_up == PLAIN.wrap_up


def test_every_menu_says_them_in_the_new_language(speak: Callable[[str], Desktop]) -> None:
    desktop = speak("vi")
    desktop.open_window("now")
    menu = desktop.window.header.pause.open_menu()
    assert menu.actions()[1].text() == "Ăn trưa"
    menu.close()
    in_tray = [words for words in _submenu_words(desktop.tray.icon.contextMenu()) if "Ăn trưa" in words]
    assert len(in_tray) == 1
    assert desktop.pop.dispositions[0] == "Đã giải quyết"
    speak("en")
    assert desktop.pop.dispositions == PLAIN.wrap_up.dispositions


def _submenu_words(menu: object) -> list[list[str]]:
    assert isinstance(menu, QMenu)
    found = (action.menu() for action in menu.actions())
    return [[action.text() for action in one.actions()] for one in found if isinstance(one, QMenu)]
