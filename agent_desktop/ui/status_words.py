"""How old a status is and who said so: never a guess shown as a fact."""

from PySide6.QtCore import QCoreApplication

from agent_desktop.telephony.agent import AgentStatus, Pause, PausePhase
from agent_desktop.ui.language import sentence
from agent_desktop.ui.wording import ago, duration


def _tr(text: str) -> str:
    return QCoreApplication.translate("status", text)


def source_line(status: AgentStatus, pause: Pause, now: float) -> str:
    """One line: what was asked of the PBX and is not settled yet, else the status' age and source."""
    if pause.phase is PausePhase.REQUESTED:
        asked = _tr("Pause requested %1") if pause.wanted else _tr("End of the pause requested %1")
        return asked.replace("%1", ago(now - pause.at))
    if pause.phase is PausePhase.REFUSED:
        return sentence(pause.refusal) or _tr("The PBX refused the change.")
    return " · ".join(part for part in (pause_line(status, pause, now), freshness(status, now)) if part)


def freshness(status: AgentStatus, now: float) -> str:
    """The age and source of a status alone."""
    if not status.status:
        return _tr("nothing heard from the PBX yet")
    age = ago(status.age(now))
    if status.is_stale(now):
        return _tr("as of %1").replace("%1", age)
    return _tr("confirmed by the PBX %1").replace("%1", age)


def pause_line(status: AgentStatus, pause: Pause, now: float) -> str:
    """The pause that holds, as "Lunch · 12:40", or ""."""
    if status.status != "pause":
        return ""
    reason = pause.reason if pause.phase is PausePhase.CONFIRMED else ""
    since = pause.at if pause.phase is PausePhase.CONFIRMED and pause.at else status.since
    return " · ".join(part for part in (reason, duration(now - since) if since else "") if part)
