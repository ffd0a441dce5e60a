"""The words of an export, in the language of the windows."""

from PySide6.QtCore import QCoreApplication

from agent_desktop.desk.export_order import ExportWords
from agent_desktop.telephony.outcome import OutcomeKind
from agent_desktop.ui.outcome_look import kind_word
from agent_desktop.ui.wording import direction_word


def _tr(text: str) -> str:
    return QCoreApplication.translate("export", text)


def export_words() -> ExportWords:
    """In the present language."""
    headings = (
        _tr("Started (%1)"),
        _tr("Direction"),
        _tr("Outcome"),
        _tr("Name"),
        _tr("Number"),
        _tr("Queue"),
        _tr("DID"),
        _tr("Extension"),
        _tr("Wait (seconds)"),
        _tr("Talk (seconds)"),
        _tr("Duration (seconds)"),
        _tr("Status of the PBX"),
        _tr("Disposition"),
        _tr("Note"),
        _tr("Recording"),
        _tr("Call ID"),
    )
    return ExportWords(
        _tr("Calls"),
        _tr("local time"),
        headings,
        {"inbound": direction_word("inbound"), "outbound": direction_word("outbound")},
        {kind: kind_word(kind) for kind in OutcomeKind},
    )
