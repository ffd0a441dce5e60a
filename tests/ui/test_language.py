"""The language of the windows: switched while they are open, and what the desk says in it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QDialogButtonBox,
    QLineEdit,
    QMessageBox,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from agent_desktop.desk.settings import PopSettings
from agent_desktop.errors import AgentDesktopError, PbxUnreachable, SettingsInvalid
from agent_desktop.system.clock import skew_notice
from agent_desktop.telephony.call import ABANDONED, ANSWERED, NO_ANSWER
from agent_desktop.telephony.number import DialRules, describe_place, parse_dialable
from agent_desktop.telephony.screen_pop import CardState, PastCalls
from agent_desktop.ui import number_labels, wording
from agent_desktop.ui.desktop import Desktop
from agent_desktop.ui.language import Language, said, sentence
from agent_desktop.ui.pop_layout import lay_out
from agent_desktop.ui.pop_look import PopLook
from agent_desktop.ui.pop_window import PopWindow
from agent_desktop.ui.pop_words import Act, act_word, card_text
from agent_desktop.ui.settings_form import SettingsForm
from agent_desktop.ui.settings_panel import SettingsPanel
from agent_desktop.ui.theme import STEP
from tests.ui.desk_fake import FakeDesk
from tests.ui.pop_stage import CARD, LACKS, click, dressed, editor, names, views
from tests.ui.stage import HANG_MS, NOW

pytestmark = pytest.mark.qt_log_ignore(LACKS, extend=True)

RULES = DialRules()


@pytest.fixture
def language(qapp: QApplication) -> Iterator[Language]:
    made = Language()
    made.use("en")
    yield made
    made.use("en")


def menu_words(desktop: Desktop) -> list[str]:
    menu = desktop.tray.icon.contextMenu()
    menu.aboutToShow.emit()
    return [action.text() for action in menu.actions() if action.isVisible()]


def rail_words(desktop: Desktop) -> set[str]:
    return {button.text() for button in desktop.window.rail.findChildren(QAbstractButton)}


def test_all_windows_follow_the_language_and_come_back(speak: Callable[[str], Desktop]) -> None:
    desktop = speak("en")
    desktop.pop.show_card(replace(CARD, state=CardState.TALKING))
    desktop.open_window("history")
    english = menu_words(desktop), rail_words(desktop), names(views(desktop.pop)[0])
    first = desktop.window

    speak("vi")
    assert desktop.window is not first
    assert desktop.window.isVisible()
    assert desktop.window.panel_name == "history"
    assert "Thoát" in menu_words(desktop)
    assert "Quit" not in menu_words(desktop)
    assert {"Lịch sử", "Danh bạ", "Cài đặt"} <= rail_words(desktop)
    view = views(desktop.pop)[0]
    assert view.text.heading == "Đang nghe máy · Sales"
    assert set(names(view)) >= {"Sao chép", "Ghi chú", "Đóng"}, "those with a word and those with a name alone"

    speak("en")
    assert (menu_words(desktop), rail_words(desktop), names(views(desktop.pop)[0])) == english


def test_nothing_that_was_typed_is_lost(speak: Callable[[str], Desktop]) -> None:
    desktop = speak("en")
    desktop.open_window("settings")
    desktop.window.header.dial_field.edit.setText("0938 363")
    form = pop_form(desktop)
    edited(form, "pop.linger_seconds").setValue(33)
    ticked = not edited_box(form).isChecked()
    edited_box(form).setChecked(ticked)

    speak("vi")
    assert desktop.window.header.dial_field.edit.text() == "0938 363"
    again = pop_form(desktop)
    assert again is not form
    assert edited(again, "pop.linger_seconds").text() == "33 giây"
    assert edited_box(again).isChecked() is ticked
    assert again.save.isEnabled(), "and it can still be saved"

    speak("en")
    assert edited(pop_form(desktop), "pop.linger_seconds").text() == "33 s", "over a second switch, too"


def test_what_nobody_typed_follows_the_settings(speak: Callable[[str], Desktop]) -> None:
    desktop = speak("en")
    desktop.open_window("settings")
    pop_form(desktop)
    desk = desktop.bridge.desk
    assert isinstance(desk, FakeDesk)
    desk.settings = replace(desk.settings, pop=replace(PopSettings(), linger_seconds=12))
    speak("vi")
    form = pop_form(desktop)
    assert edited(form, "pop.linger_seconds").value() == 12
    assert not form.save.isEnabled()


def form_with(desktop: Desktop, name: str) -> SettingsForm:
    """The form of the settings that holds this one, opened."""
    panel = desktop.window.panel
    assert isinstance(panel, SettingsPanel)
    pages = (panel.page(place) for place in range(len(panel.tabs)))
    return next(form for page in pages for form in page.findChildren(SettingsForm) if name in form.fields)


def pop_form(desktop: Desktop) -> SettingsForm:
    return form_with(desktop, "pop.linger_seconds")


def edited(form: SettingsForm, name: str) -> QSpinBox:
    editor = form.fields[name].editor
    assert not isinstance(editor, QLineEdit)
    return editor  # type: ignore[return-value] # a box of numbers, whole or not


def edited_box(form: SettingsForm) -> QCheckBox:
    editor = form.fields["pop.outbound"].editor
    assert isinstance(editor, QCheckBox)
    return editor


@pytest.mark.parametrize("code", ["en", "vi", "ms"])
@pytest.mark.parametrize("state", CardState)
@pytest.mark.parametrize("wrap_up_s", [0, 30])
def test_no_button_of_a_card_touches_another(
    qapp: QApplication, qtbot: QtBot, language: Language, code: str, state: CardState, wrap_up_s: int
) -> None:
    language.use(code)
    with dressed(qapp) as theme:
        pop = PopWindow(theme, now=lambda: NOW)
        qtbot.addWidget(pop)
        pop.crm_available, pop.dispositions = True, ("Solved",)
        pop.show_card(replace(CARD, state=state, since=NOW, wrap_up_until=NOW + wrap_up_s))
        shown = [one for one in views(pop)[0].findChildren(QAbstractButton) if one.isVisible()]
        for button, other in combinations(shown, 2):
            # The two small ones have their space inside.
            apart = STEP if button.text() or other.text() else 0
            room = button.geometry().adjusted(-apart, -apart, apart, apart)
            assert not room.intersects(other.geometry()), (button.text(), other.text() or other.accessibleName())


def test_a_note_is_written_on_in_another_language(speak: Callable[[str], Desktop], qtbot: QtBot) -> None:
    desktop = speak("en")
    desktop.pop.show_card(CARD)
    click(qtbot, desktop.pop, "Note")
    line = editor(desktop.pop).findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    line.setText("wants the inv")
    speak("vi")
    assert editor(desktop.pop).isVisible()
    assert line.text() == "wants the inv"
    assert line.accessibleName() == "Ghi chú"
    written: list[tuple[str, str]] = []
    desktop.pop.note_changed.connect(lambda callid, text: written.append((callid, text)))
    qtbot.keyClicks(line, "oice")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert written == [("c1", "wants the invoice")]


def test_saving_another_language_leaves_no_trace_of_the_old_window(
    speak: Callable[[str], Desktop], qtbot: QtBot
) -> None:
    """The desk's answer to Save arrives when the window that asked is gone."""
    desktop = speak("en")
    desktop.open_window("settings")
    form = form_with(desktop, "window.language")
    form.fields["window.language"].show_value("vi")
    form.save.click()
    qtbot.waitUntil(lambda: desktop.language.code == "vi", timeout=HANG_MS)
    qtbot.waitUntil(lambda: not desktop.bridge._asked, timeout=HANG_MS)
    assert "Thoát" in menu_words(desktop)


@pytest.mark.parametrize(("code", "cancel"), [("ms", "Batal"), ("vi", "Hủy"), ("en", "Cancel")])
def test_buttons_of_qts_own_are_translated(language: Language, qtbot: QtBot, code: str, cancel: str) -> None:
    language.use(code)
    standard = QDialogButtonBox.StandardButton
    box = QDialogButtonBox(standard.Ok | standard.Cancel)
    qtbot.addWidget(box)
    assert box.button(standard.Cancel).text().replace("&", "") == cancel
    assert box.button(standard.Ok).text().replace("&", "") == "OK"
    message = QMessageBox()
    qtbot.addWidget(message)
    message.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    assert message.button(QMessageBox.StandardButton.Cancel).text().replace("&", "") == cancel


def test_sentences_of_the_desk_keep_what_stands_in_them(language: Language) -> None:
    language.use("vi")
    assert sentence("The setting pop.seconds cannot be 'x'.") == "Cài đặt pop.seconds không thể là 'x'."
    assert sentence("Your pause “Ăn trưa” ends in about 5 min.") == "Lần tạm nghỉ “Ăn trưa” sẽ hết sau khoảng 5 phút."
    two = said(SettingsInvalid("The setting a.b cannot be 'c'.", "It is one of: d, e."))
    assert two == "Cài đặt a.b không thể là 'c'. Chọn một trong: d, e.", "each of two sentences by itself"
    kept = "The call journal was damaged. It is kept as journal-1.db, and a new one was begun."
    assert sentence(kept) == "Nhật ký cuộc gọi đã bị hỏng. Tệp cũ được giữ thành journal-1.db và tệp mới đã được tạo."


def test_what_stands_at_a_place_is_translated_where_it_is_the_desks(language: Language) -> None:
    language.use("vi")
    assert sentence("Still missing: PBX address, key.") == "Còn thiếu: địa chỉ tổng đài, khóa API."
    assert sentence("The file a.csv cannot be written: Permission denied.").endswith(": không có quyền truy cập.")
    skew = skew_notice(7 * 3600.0)
    assert skew is not None
    assert sentence(skew[0]) == "Đồng hồ máy tính này nhanh hơn tổng đài 7 giờ."


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("+84 938 363 739", "trong nước: đổi +84 thành 0"),
        ("101", "số máy lẻ, gọi nguyên số"),
        ("0938363739", "trong nước, gọi nguyên số"),
        ("+84 (0)938 363 739 ext. 12", "trong nước: bỏ +84; bỏ số máy lẻ 12"),
    ],
)
def test_the_rule_that_made_a_number_is_translated(language: Language, text: str, rule: str) -> None:
    language.use("vi")
    assert sentence(parse_dialable(text, RULES).rule) == rule


@pytest.mark.parametrize("text", ["", "Nguyễn Thị Hoa", "Something that no one translated.", "A. B. C.", "wrapup"])
def test_unknown_words_come_through_unchanged(language: Language, text: str) -> None:
    language.use("vi")
    assert sentence(text) == text
    assert said(AgentDesktopError(text)) == sentence(text or AgentDesktopError.title)


def test_errors_are_said_in_the_present_language(language: Language) -> None:
    english = said(PbxUnreachable())
    language.use("vi")
    assert said(PbxUnreachable()).startswith("Không kết nối được tổng đài.")
    language.use("en")
    assert said(PbxUnreachable()) == english == PbxUnreachable().message


def test_a_card_reads_well_in_vietnamese(language: Language) -> None:
    language.use("vi")
    past = PastCalls(2, 4, NOW - 3 * 86400, "inbound", NO_ANSWER)
    words = card_text(replace(CARD, past=past), RULES, NOW)
    assert words.heading == "Gọi đến · Sales"
    assert words.place == "Việt Nam · Di động"
    assert words.why[0].startswith("Lần thứ 3 tuần này · ")
    assert words.why[0].endswith(", gọi nhỡ")
    assert act_word(Act.CALL_BACK, CardState.MISSED) == "Gọi lại"


def test_a_card_reads_well_in_malay(language: Language) -> None:
    language.use("ms")
    past = PastCalls(2, 4, NOW - 3 * 86400, "inbound", NO_ANSWER)
    words = card_text(replace(CARD, past=past), RULES, NOW)
    assert words.heading == "Panggilan masuk · Sales"
    assert words.place == "Việt Nam · Bimbit"
    assert words.why[0].startswith("Kali ke-3 minggu ini · ")
    assert words.why[0].endswith(", terlepas")
    assert act_word(Act.CALL_BACK, CardState.MISSED) == "Panggil balik"


@pytest.mark.parametrize("code", ["en", "vi", "ms"])
@pytest.mark.parametrize("state", list(CardState))
def test_why_a_call_matters_is_not_cut_off(qapp: QApplication, language: Language, code: str, state: CardState) -> None:
    language.use(code)
    with dressed(qapp) as theme:
        look = PopLook(theme.palette)
        for days, week in ((0.1, 2), (1, 4), (20, 0)):
            for status in (ANSWERED, NO_ANSWER, ABANDONED, "BUSY"):
                past = PastCalls(week, 40, NOW - days * 86400, "inbound", status)
                card = replace(CARD, state=state, since=NOW, past=past, hold_s=75, answered_by="102")
                text = card_text(card, RULES, NOW, rang_at=NOW - 75)
                assert not lay_out(look, state, text, is_noting=False).is_cut, text.why


def test_the_desk_speaks_malay(language: Language) -> None:
    language.use("ms")
    assert sentence("Still missing: PBX address, key.") == "Belum diisi: alamat PBX, kunci API."
    assert sentence("Your pause “Makan” ends in about 5 min.") == "Jeda “Makan” anda tamat dalam kira-kira 5 min."
    skew = skew_notice(-7 * 3600.0)
    assert skew is not None
    assert sentence(skew[0]) == "Jam komputer ini 7 jam lebih lewat daripada jam PBX."
    assert sentence(parse_dialable("+84 938 363 739", RULES).rule) == "dalam negara: +84 menjadi 0"


@pytest.mark.parametrize(("code", "word"), [("ms", "ke-"), ("vi", "thứ ")])
def test_every_place_in_a_row_reads_alike(language: Language, code: str, word: str) -> None:
    language.use(code)
    assert [wording.ordinal(number) for number in (1, 2, 3, 11, 22)] == [f"{word}{n}" for n in (1, 2, 3, 11, 22)]


def test_where_a_number_is_from_is_translated_where_it_is_a_word(language: Language) -> None:
    language.use("vi")
    assert wording.place_words(describe_place("101", RULES)) == "Số máy lẻ"
    assert wording.place_words(describe_place("+60323456789", RULES)) == "Malaysia · Kuala Lumpur / Selangor"


def test_a_contacts_label_is_kept_in_english_and_shown_in_words(language: Language) -> None:
    language.use("vi")
    assert number_labels.label_word("mobile") == "di động"
    assert "di động" in number_labels.offered_words()
    assert number_labels.label_of("di động") == "mobile"
    assert number_labels.label_of(number_labels.label_word("chị Hoa")) == "chị Hoa"


def test_the_same_language_again_is_no_change(language: Language) -> None:
    heard: list[str] = []
    language.changed.connect(lambda: heard.append(language.code))
    assert language.use("vi")
    assert not language.use("vi")
    assert heard == ["vi"]
