"""What can be done about own pause at a moment: the same in the header, the tray and the small window."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from agent_desktop.desk.own_status import BUSY
from agent_desktop.telephony.agent import AgentStatus, Pause, PausePhase


@dataclass(frozen=True, slots=True)
class PauseOffer:
    """`can_pause`: with a reason, or with another one. `can_end`: the pause that holds, or the one that is only asked
    for, which `is_waiting` behind a call.
    """

    can_pause: bool = False
    can_end: bool = False
    is_waiting: bool = False

    @property
    def end_words(self) -> str:
        """What ending it is called."""
        if self.is_waiting:
            return QCoreApplication.translate("pause", "Do not pause")
        return QCoreApplication.translate("pause", "Resume")


def waits_for_call(status: AgentStatus, pause: Pause) -> bool:
    """True for what the PBX took and confirms only when the present call is over."""
    return pause.phase is PausePhase.REQUESTED and status.status in BUSY


def pause_offer(status: AgentStatus, pause: Pause) -> PauseOffer:
    """What makes sense now. What the PBX is about to carry out is waited for; behind a call that may be long."""
    if pause.phase is PausePhase.REQUESTED:
        is_waiting = waits_for_call(status, pause)
        return PauseOffer(is_waiting, is_waiting and pause.wanted, is_waiting and pause.wanted)
    is_paused = status.status == "pause" or (pause.phase is PausePhase.CONFIRMED and pause.wanted)
    return PauseOffer(True, is_paused)
