"""The main window's panels, the page of the first start, and what appears over them."""

from dataclasses import replace

from PySide6.QtCore import QPoint

from agent_desktop.desk.call_backs import CallBacksChanged
from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.updates import (
    AgentChanged,
    CardShown,
    Check,
    DialPreview,
    Feed,
    FeedChanged,
    Level,
    Notice,
    SettingsChanged,
    TeamChanged,
)
from agent_desktop.desk.wrap_up import WrapUp, WrapUpChanged
from agent_desktop.errors import PbxUnreachable, StoreFailed
from agent_desktop.telephony.agent import WRAP_UP, AgentStatus, Pause, PausePhase, StatusSource
from agent_desktop.telephony.screen_pop import Card, CardState
from agent_desktop.ui.call_back_panel import CallBackPanel, Shown
from agent_desktop.ui.contacts_panel import ContactsPanel
from agent_desktop.ui.main_window import SMALLEST, MainWindow
from agent_desktop.ui.settings_panel import SettingsPanel
from agent_desktop.ui.team_panel import TeamPanel
from tests.pictures.people import COLLEAGUES, COMPANY, HOA, TEAM, crowd
from tests.pictures.studio import Studio, scene
from tests.ui.call_backs_fake import WAITING, news
from tests.ui.stage import NOW

HEARD = Feed(
    "webhook",
    True,
    "Listening for the PBX at 127.0.0.1, port 8737.",
    "http://127.0.0.1:8737/3f9a0c7e55aa11bb",
    NOW - 12,
)
PAUSED = AgentStatus("101", "pause", StatusSource.WEBHOOK, NOW - 760, NOW - 3)
LUNCH = Pause(PausePhase.CONFIRMED, True, "Lunch", NOW - 760)
TALK = Card("k1", CardState.TALKING, NOW - 83, "inbound", "0938363739", "Sales", "19002028", "101", name=HOA)


def begin(studio: Studio, *updates: object) -> None:
    """A desk that is set up, hears the PBX, and knows its colleagues."""
    studio.stage.open(FeedChanged(HEARD), TEAM, ContactsChanged(COLLEAGUES), *updates)  # type: ignore[arg-type]


@scene
def now(studio: Studio) -> None:
    """Calls at the desk, at both sizes; then without any."""
    ringing = replace(TALK, callid="k2", state=CardState.RINGING, since=NOW - 7, name=COMPANY)
    other = replace(TALK, callid="k3", state=CardState.ANSWERED_ELSEWHERE, since=NOW - 20, answered_by="102")
    begin(studio, news(*WAITING), CardShown(other), CardShown(TALK), CardShown(ringing))
    studio.take(studio.window("now"), "full")
    studio.take(studio.window("now", SMALLEST), "small")


@scene
def now_empty(studio: Studio) -> None:
    """No call, and the PBX is not heard."""
    studio.desk.records.clear()
    trouble = Feed("webhook", False, "The listener for the PBX's calls cannot be opened.", HEARD.webhook_url)
    studio.stage.open(FeedChanged(trouble), AgentChanged(AgentStatus("101"), Pause()))
    studio.take(studio.window("now"))


@scene
def now_paused(studio: Studio) -> None:
    """Paused, asked to be, refused, and a status that is old."""
    begin(studio, AgentChanged(PAUSED, LUNCH))
    studio.take(studio.window("now"), "lunch")
    refused = "The PBX refused the request: Agent is not a member of any queue. Ask your administrator."
    on = AgentStatus("101", "on", StatusSource.WEBHOOK, NOW - 72, NOW - 3)
    for what, status, pause in (
        ("requested", on, Pause(PausePhase.REQUESTED, True, "Lunch", NOW - 2)),
        ("refused", on, Pause(PausePhase.REFUSED, True, "Lunch", NOW - 2, refused)),
        ("stale", replace(on, confirmed_at=NOW - 760), Pause()),
    ):
        studio.stage.publish(AgentChanged(status, pause))
        studio.take(studio.window("now", SMALLEST), what)


@scene
def now_busy(studio: Studio) -> None:
    """What was asked for and waits for the call that goes on: a wrap-up, a pause, its end."""
    talking = AgentStatus("101", "talk", StatusSource.WEBHOOK, NOW - 83, NOW - 3)
    begin(studio, CardShown(TALK), WrapUpChanged(WrapUp("k0", NOW + 25)))
    for what, wanted, reason in (("wrap-up", True, WRAP_UP), ("pause", True, "Lunch"), ("release", False, "")):
        studio.stage.publish(AgentChanged(talking, Pause(PausePhase.REQUESTED, wanted, reason, NOW - 80)))
        studio.take(studio.window("now", SMALLEST), what)
        studio.stage.publish(WrapUpChanged(None))


@scene
def now_wrap_up(studio: Studio) -> None:
    """The time after a call."""
    ended = replace(TALK, state=CardState.ENDED, since=NOW - 5, talk_s=83, wrap_up_until=NOW + 25)
    pause = Pause(PausePhase.CONFIRMED, True, "Wrap-up", NOW - 5)
    begin(studio, CardShown(ended), WrapUpChanged(WrapUp("k1", NOW + 25, True)), AgentChanged(PAUSED, pause))
    studio.take(studio.window("now"))


@scene
def call_backs(studio: Studio) -> None:
    """The list, at both sizes, what is snoozed and done, the menus, and the way back."""
    begin(studio, news(*WAITING))
    window = studio.window("callbacks")
    panel = window.panel
    assert isinstance(panel, CallBackPanel)
    panel.table.selectRow(0)
    studio.take(window, "full")
    panel._actions.open_menu(WAITING[0], QPoint(10, 10))
    studio.rest()
    menu = panel._actions.open_snoozes(WAITING[0], QPoint(10, 10))
    studio.take(menu, "snooze-menu")
    menu.close()
    dialog = panel._actions.ask_due(WAITING[0])
    studio.rest()
    studio.take(dialog, "time")
    dialog.reject()
    panel._offer_undo(WAITING[0])
    studio.take(window, "undo")
    for shown in (Shown.SNOOZED, Shown.DONE):
        panel.show_only(shown)
        studio.rest()
        studio.take(window, shown.name.lower())
    panel.show_only(Shown.OPEN)
    window.resize(*SMALLEST)
    studio.rest()
    studio.take(window, "small")
    studio.stage.publish(CallBacksChanged())
    studio.rest()
    studio.take(window, "empty")


@scene
def team(studio: Studio) -> None:
    """The list at both sizes, and a member's menu."""
    begin(studio)
    window = studio.window("team")
    panel = window.panel
    assert isinstance(panel, TeamPanel)
    panel.table.selectRow(1)
    studio.take(window, "full")
    menu = panel.open_menu(panel.sorted.index(1, 0), QPoint(10, 10))
    assert menu is not None
    studio.take(menu, "menu")
    menu.close()
    window.resize(*SMALLEST)
    studio.rest()
    studio.take(window, "small")


@scene
def team_of_many(studio: Studio) -> None:
    """More queues, and more people in them, than have room."""
    begin(studio, crowd(12, 60))
    window = studio.window("team")
    studio.take(window, "full")
    window.resize(*SMALLEST)
    studio.rest()
    studio.take(window, "small")


@scene
def team_without(studio: Studio) -> None:
    """Nobody; the PBX silent; the PBX asked."""
    studio.stage.open(TeamChanged((), NOW))
    studio.take(studio.window("team"), "empty")


@scene
def team_failed(studio: Studio) -> None:
    """The PBX does not answer."""
    studio.desk.failures["refresh_team"] = PbxUnreachable()
    studio.stage.open()
    studio.take(studio.window("team"))


@scene
def team_loading(studio: Studio) -> None:
    """The PBX has not answered yet."""
    studio.stage.on_desk(lambda: studio.desk.hold("refresh_team"))
    studio.stage.open()
    studio.take(studio.window("team"))


@scene
def contacts(studio: Studio) -> None:
    """The list, at both sizes, the menu, the way back, a search in vain."""
    begin(studio)
    window = studio.window("contacts")
    panel = window.panel
    assert isinstance(panel, ContactsPanel)
    panel.table.selectRow(2)
    studio.take(window, "full")
    menu = panel.open_menu(panel.model.index(1, 0), QPoint(10, 10))
    studio.take(menu, "menu")
    menu.close()
    panel._remove_selected()
    studio.rest()
    studio.take(window, "undo")
    window.resize(*SMALLEST)
    studio.rest()
    studio.take(window, "small")
    panel.edit.setText("zzz")
    panel._ask()
    studio.rest()
    studio.take(window, "nothing-found")


@scene
def contacts_empty(studio: Studio) -> None:
    """Nobody yet."""
    studio.desk.contacts.kept.clear()
    begin(studio)
    studio.take(studio.window("contacts"))


@scene
def contacts_failed(studio: Studio) -> None:
    """The disk does not answer."""
    studio.desk.failures["contacts"] = StoreFailed()
    begin(studio)
    studio.take(studio.window("contacts"))


@scene
def settings(studio: Studio) -> None:
    """Every page, tall enough for most; the first one small, too."""
    begin(studio)
    window = studio.window("settings", (1012, 900))
    panel = window.panel
    assert isinstance(panel, SettingsPanel)
    for place, tab in enumerate(panel.tabs):
        panel.page(place)
        studio.rest()
        studio.take(window, f"{place}-{tab.text().lower().replace(' ', '-')}")
    panel.page(0)
    window.resize(*SMALLEST)
    studio.rest()
    studio.take(window, "small")


@scene
def notices(studio: Studio) -> None:
    """Three things to say at once."""
    begin(
        studio,
        Notice(
            "pbx", Level.WARNING, "The PBX cannot be reached.", "Check the network and the PBX address, then try again."
        ),
        Notice("listener", Level.ERROR, "The listener cannot be opened: port 8737 is taken.", "Choose another port."),
        Notice("spy", Level.INFO, "Your phone rings: answer it to join the call of 102."),
    )
    studio.take(studio.window("now"))
    studio.take(studio.window("now", SMALLEST), "small")


@scene
def first_run(studio: Studio) -> None:
    """Empty, tested, and what to give to the vendor."""
    studio.desk.settings = Settings()
    studio.stage.bridge.open()
    studio.stage.publish(SettingsChanged(Settings()), FeedChanged(HEARD))
    studio.stage.until(lambda: studio.stage.bridge.present.is_known)
    window = studio.window("now", (1012, 900))
    studio.take(window, "empty")
    studio.desk.checks = (
        Check("ok", "The PBX answered, and took the key."),
        Check("warning", "Extension 101 has no phone registered.", "Check that your phone is on."),
        Check("failed", "The list of queues cannot be read.", "Check the key with your administrator."),
    )
    first = window._first_run
    assert first is not None
    values = ("url", "https://pbx.example.com"), ("domain", "cty.example.com"), ("extension", "101"), ("key", "abc")
    for name, value in values:
        first.form.fields[name].show_value(value)
    first.form.test.click()
    studio.rest()
    studio.take(window, "tested")
    first.save.click()
    studio.rest()
    studio.take(window, "saved")


def _type(window: MainWindow, text: str, *, enter: bool = False) -> None:
    window.focus_dial()
    edit = window.header.dial_field.edit
    edit.setText(text)
    edit.textEdited.emit(text)
    if enter:
        edit.returnPressed.emit()


@scene
def dial(studio: Studio) -> None:
    """The sheet under the dial field: preview, choice, question, refusal, what the PBX said."""
    begin(studio)
    window = studio.window("now")
    preview = studio.desk.previews
    preview["+84 (0)938 363 739"] = DialPreview("0938363739", "+84 (0)938 363 739", "the country's code became 0")
    numbers = (("0938363739", "0938 363 739"), ("02838229999", "028 3822 9999"))
    preview["0938 363 739 or 028 3822 9999"] = DialPreview(choices=numbers)
    dear = "This is a number abroad; it may be dear."
    preview["0012125550123"] = DialPreview("12125550123", "+1 212-555-0123", "international", confirm=dear)
    for what, text, enter in (
        ("preview", "+84 (0)938 363 739", False),
        ("choice", "0938 363 739 or 028 3822 9999", True),
        ("question", "0012125550123", True),
        ("problem", "hello", True),
        ("outcome", "0938363739", True),
    ):
        _type(window, text, enter=enter)
        studio.rest()
        studio.take(window, what)


@scene
def pause_menu(studio: Studio) -> None:
    """The reasons."""
    begin(studio)
    menu = studio.window("now").header.pause.open_menu()
    studio.take(menu)
    menu.close()
