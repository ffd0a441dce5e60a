"""How old a status is and who said so: never a guess shown as a fact."""

from PySide6.QtCore import QCoreApplication

from agent_desktop.telephony.agent import WRAP_UP, AgentStatus, Pause, PausePhase
from agent_desktop.ui.language import sentence
from agent_desktop.ui.pause_offer import waits_for_call
from agent_desktop.ui.wording import ago, duration, length


def _tr(text: str) -> str:
    return QCoreApplication.translate("status", text)


def source_line(status: AgentStatus, pause: Pause, now: float) -> str:
    """One line: what was asked of the PBX and is not settled yet, else the status' age and source."""
    if waits_for_call(status, pause):
        return _behind_call(pause)
    if pause.phase is PausePhase.REQUESTED:
        asked = _tr("Pause requested %1") if pause.wanted else _tr("End of the pause requested %1")
        return asked.replace("%1", ago(now - pause.at))
    if pause.phase is PausePhase.REFUSED:
        return sentence(pause.refusal) or _tr("The PBX refused the change.")
    return " · ".join(part for part in (pause_line(status, pause, now), freshness(status, now)) if part)


def _behind_call(pause: Pause) -> str:
    if not pause.wanted:
        return _tr("Available after this call")
    if pause.reason == WRAP_UP:
        return _tr("Wrap-up follows this call")
    return " · ".join(part for part in (_tr("Pause follows this call"), pause.reason) if part)


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
    if pause.phase is not PausePhase.CONFIRMED:
        return duration(now - status.since) if status.since else ""
    reason = _tr("Wrap-up") if pause.reason == WRAP_UP else pause.reason
    since = pause.at or status.since
    parts = (reason, duration(now - since) if since else "", budget_left(pause, now))
    return " · ".join(part for part in parts if part)


def budget_left(pause: Pause, now: float) -> str:
    """What is left of the pause's time for today, or ""."""
    if not pause.budget_until:
        return ""
    left = pause.budget_until - now
    return _tr("%1 left").replace("%1", length(left)) if left > 0 else _tr("%1 over").replace("%1", length(-left))
