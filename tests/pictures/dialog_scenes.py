"""Dialogs, and the small things beside the window."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from agent_desktop.desk.updates import Level, Notice
from agent_desktop.telephony.agent import AgentStatus, Pause, StatusSource
from agent_desktop.telephony.contact import Contact
from agent_desktop.ui.contacts_panel import ContactsPanel
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.mini_window import MiniWindow
from agent_desktop.ui.note_dialog import NoteDialog
from agent_desktop.ui.quitting import Quitting
from agent_desktop.ui.tray import Tray
from tests.pictures.studio import Studio, scene
from tests.pictures.window_scenes import LUNCH, PAUSED, TALK, begin
from tests.ui.contacts_fake import HOA
from tests.ui.stage import NOW

AVAILABLE = AgentStatus("101", "on", StatusSource.WEBHOOK, NOW - 60, NOW - 3)


@scene
def call_dialogs(studio: Studio) -> None:
    """A call's details, its note."""
    begin(studio)
    panel = studio.window("history").panel
    assert isinstance(panel, HistoryPanel)
    line = panel.model.line_at(2)
    details = panel._actions.show_details(line)
    studio.rest()
    studio.take(details, "details")
    details.events.buttons[0].click()
    studio.rest()
    studio.take(details, "request")
    details.reject()
    note = panel._actions.write_note(line)
    studio.rest()
    studio.take(note, "note")
    note.reject()


@scene
def contact_dialogs(studio: Studio) -> None:
    """A contact, a new one, and an import before and after."""
    begin(studio)
    panel = studio.window("contacts").panel
    assert isinstance(panel, ContactsPanel)
    for what, contact in (("form", replace(HOA, id=5)), ("new", Contact())):
        form = panel.open_form(contact)
        studio.rest()
        studio.take(form, what)
        form.reject()
    dialog = panel.open_import(Path("khach-hang.csv"))
    studio.rest()
    studio.take(dialog, "import")
    studio.stage.on_desk(lambda: studio.desk.hold("take_in"))
    dialog.start.click()
    studio.stage.until(lambda: studio.desk.times("take_in"))
    studio.take(dialog, "importing")
    studio.stage.on_desk(lambda: studio.desk.release("take_in"))
    studio.stage.until(lambda: dialog.is_over)
    studio.rest()
    studio.take(dialog, "imported")
    dialog.reject()


@scene
def covered(studio: Studio) -> None:
    """A window, a form and a note in which someone types when privacy mode begins."""
    begin(studio)
    window = studio.window("contacts")
    panel = window.panel
    assert isinstance(panel, ContactsPanel)
    form, note = panel.open_form(replace(HOA, id=5)), NoteDialog("Hoa", "", window)
    note.open()
    studio.rest()
    window.hide_open(True)
    studio.rest()
    for what, widget in (("window", window), ("form", form), ("note", note)):
        studio.take(widget, what)
    form.reject()
    note.reject()


class _Application(QObject):
    commitDataRequest = Signal(object)  # noqa: N815 - Qt's name

    def quit(self) -> None:
        """Nothing is quit."""


@scene
def quitting(studio: Studio) -> None:
    """During a call."""
    begin(studio)
    application = _Application()
    asking = Quitting(application, lambda: [TALK])  # type: ignore[arg-type]
    asking.want()
    assert asking.question is not None
    studio.rest()
    studio.take(asking.question)
    asking.question.reject()


@scene
def mini_window(studio: Studio) -> None:
    """Where there is no tray."""
    begin(studio)
    window = MiniWindow(studio.stage.theme, studio.stage.clock)
    studio.hold(window)
    window.show_agent(AVAILABLE, Pause())
    window.show()
    studio.rest()
    studio.take(window, "available")
    window.show_agent(PAUSED, LUNCH)
    window.show_call_backs(3)
    window.show_notice("The PBX cannot be reached. Check the network and the PBX address, then try again.")
    studio.rest()
    studio.take(window, "paused")


@scene
def tray(studio: Studio) -> None:
    """The menu."""
    begin(studio, Notice("x", Level.INFO, ""))
    made = Tray(studio.stage.theme, studio.stage.clock, lambda: True)
    studio.hold(made)
    for what, status, pause in (("menu", AVAILABLE, Pause()), ("menu-paused", PAUSED, LUNCH)):
        made.show_agent(status, pause)
        made.show_reasons(("Lunch", "Break", "Đào tạo"))
        made.show_call_backs(3)
        menu = made._menu
        menu.aboutToShow.emit()
        menu.ensurePolished()
        menu.adjustSize()
        studio.take(menu, what)
