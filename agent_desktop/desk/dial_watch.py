"""What becomes of a dial: the PBX's answer only says that it was taken, the phone's ringing that it was meant."""

import asyncio
from collections.abc import Callable

from agent_desktop.desk.effects import AskStatus
from agent_desktop.desk.own_status import BUSY
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import AgentChanged, DialProgress, DialStage, Level, Notice, OwnCallChanged, Update
from agent_desktop.telephony.call import Call

NOTHING_RANG_AFTER_S = 20.0
"""A PBX that dials rings the own phone within a second or two."""
ASK_AFTER_S = 6.0
EXPLAINED_WITHIN_S = 1.0
"""A phone's status may be told a moment before the call that it belongs to: another's, perhaps."""

TOPIC = "dial"


class DialWatch:
    """Follows the last dial: tells that it rings, or says that nothing did."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._digits = ""
        self._asked_at = 0.0
        self._timer: asyncio.TimerHandle | None = None
        self._looking: asyncio.TimerHandle | None = None
        around.publisher.subscribe(self._hear)

    async def close(self) -> None:
        """Follow nothing any more."""
        self._forget()

    def _hear(self, update: Update) -> None:
        match update:
            case DialProgress(digits, DialStage.ASKED):
                self._forget()
                self._digits, self._asked_at = digits, self._around.now()
                self._later(Notice(TOPIC, Level.INFO, ""))
            case DialProgress(digits, DialStage.TAKEN) if digits == self._digits:
                self._wait(ASK_AFTER_S, self._ask)
            case DialProgress(digits, DialStage.REFUSED) if digits == self._digits:
                self._forget()
            case OwnCallChanged(card) if self._digits and not card.state.is_final:
                # A call goes on: the one that was dialled, or another.
                if card.direction == "outbound" and card.since >= self._asked_at - 1 and self._is_dialled(card.number):
                    self._rings()
            case AgentChanged(status) if self._digits and status.status in BUSY and status.since >= self._asked_at:
                if self._looking is None:
                    self._looking = asyncio.get_running_loop().call_later(EXPLAINED_WITHIN_S, self._look)

    def _is_dialled(self, number: str) -> bool:
        canonical = self._around.store.canonical
        return not number or canonical(number) == canonical(self._digits)

    def _look(self) -> None:
        """The phone rings or is in use. Where nobody says for which call, it is the one that was dialled."""
        self._looking = None
        own, talking = self._around.connection.settings.extensions, self._around.session.talking()
        calls = [talking[extension] for extension in own if extension in talking and self._explains(talking[extension])]
        if not calls or any(call.direction == "outbound" and self._is_dialled(call.number) for call in calls):
            self._rings()

    def _explains(self, call: Call) -> bool:
        """False for a call that had the phone before: its hang-up may have been lost."""
        heard = (at for leg in call.legs.values() for at in (leg.rang_last, leg.answered_last) if at is not None)
        return max(heard, default=0.0) >= self._asked_at - 1

    def _rings(self) -> None:
        digits = self._digits
        self._forget()
        self._later(DialProgress(digits, DialStage.RINGING))

    def _wait(self, seconds: float, then: Callable[[], None]) -> None:
        self._timer = asyncio.get_running_loop().call_later(seconds, then)

    def _ask(self) -> None:
        """Nothing was heard. Where no webhook arrives it may ring all the same."""
        self._wait(NOTHING_RANG_AFTER_S - ASK_AFTER_S, self._nothing_rang)
        self._around.carry_out([AskStatus()])

    def _nothing_rang(self) -> None:
        self._forget()
        title = "The PBX took the call, but nothing rang."
        advice = "Check that your phone is on and registered, then dial again; if it stays so, tell your administrator."
        self._around.publisher.publish(Notice(TOPIC, Level.WARNING, title, advice))

    def _later(self, update: Update) -> None:
        # What is told from within a telling would reach some watchers in the wrong order.
        asyncio.get_running_loop().call_soon(self._around.publisher.publish, update)

    def _forget(self) -> None:
        self._digits = ""
        for handle in (self._timer, self._looking):
            if handle is not None:
                handle.cancel()
        self._timer = self._looking = None
