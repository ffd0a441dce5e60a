"""Wrap-up: after an own call the agent is paused for a while, to finish what the call left to do.

The pause is lifted when the time is over, but only while it is still ours: an agent who chose another reason meanwhile,
or whom somebody else released or paused, is left alone. A pause that the PBX tells of before ours was asked for is
somebody else's; a status that is about to follow the call is therefore waited for.
"""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass, replace

from agent_desktop.desk.effects import AskStatus
from agent_desktop.desk.own_status import BUSY
from agent_desktop.desk.settings import PbxSettings, WrapUpSettings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import AgentChanged, News, OwnCallChanged, SettingsChanged, Update
from agent_desktop.telephony.agent import WRAP_UP, PausePhase
from agent_desktop.telephony.screen_pop import Card, CardState

TALKS_KEPT = 50

OVERDUE_S = 15 * 60.0
"""Who starts the program later than this after a wrap-up should have ended says by themselves that they are back."""

STATUS_WITHIN_S = 1.0
"""So long the status that follows a call is waited for, and as long again once the PBX was asked for it."""


@dataclass(frozen=True, slots=True)
class WrapUp:
    """The wrap-up after a call, to `until` (epoch seconds). `is_paused` once the PBX has confirmed the pause. The
    callid is "" after a call of an earlier run that the PBX did not name.
    """

    callid: str
    until: float
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class WrapUpChanged(News):
    """A wrap-up began, was extended or is over (None)."""

    wrap_up: WrapUp | None


class WrapUps:
    """One at a time: the next call's takes the place of the last one's."""

    def __init__(self, around: Surroundings, take_over: Callable[[], Awaitable[bool]]) -> None:
        """`take_over` makes the pause another one, where the agent is not to become available when it ends."""
        self._around = around
        self._take_over = take_over
        self._heard = asyncio.Event()
        self._session = around.session
        self._talked: dict[str, Card] = {}
        self._was_talking = False
        self._idle_at = self._begun_at = 0.0
        self._present: WrapUp | None = None
        self._recalled: WrapUp | None = None
        self._is_overdue = False
        self._timer: asyncio.TimerHandle | None = None
        around.publisher.subscribe(self._hear)

    async def close(self) -> None:
        """The pause stays: an agent who leaves is not available."""
        if self._timer is not None:
            self._timer.cancel()

    def look_again(self) -> None:
        """Timers stood still while this computer slept."""
        self._wait()

    def clock_set(self, seconds: float) -> None:
        """This computer's clock was set by so much."""
        self._talked = {callid: replace(card, since=card.since + seconds) for callid, card in self._talked.items()}
        self._idle_at += seconds
        self._begun_at += seconds
        if self._present is not None:
            self._show(replace(self._present, until=self._present.until + seconds))

    def recall(self, callid: str, until: float) -> None:
        """The wrap-up of an earlier run was to end then: it goes on, if the PBX still says pause."""
        if until > self._around.now() - OVERDUE_S:
            self._recalled = WrapUp(callid, until, is_paused=True)

    async def extend(self) -> None:
        """Some more time, as the settings say."""
        if self._present is not None:
            seconds = self._settings.extend_seconds
            self._show(replace(self._present, until=max(self._present.until, self._around.now()) + seconds))

    async def end(self) -> None:
        """The agent is done. Raises what ending a pause raises."""
        if self._present is not None:
            await self._finish()

    def leave_extension(self, pbx: PbxSettings) -> None:
        """The desk is another extension's from now on: what it asked for at the one of these settings is taken back.
        Before own status follows. A PBX that is not asked any more is left alone.
        """
        is_ours, now = self._is_ours, self._around.connection.settings.pbx
        self._talked.clear()
        self._was_talking = False
        self._leave()
        link = self._around.connection.link
        if is_ours and link.is_set_up and (pbx.url, pbx.domain) == (now.url, now.domain):
            self._around.background.start("pbx", link.client.pause(pbx.extension, False))

    @property
    def _settings(self) -> WrapUpSettings:
        return self._around.connection.settings.wrap_up

    def _hear(self, update: Update) -> None:
        match update:
            case OwnCallChanged(card, was=was):
                self._talked.pop(was, None)
                if card.state is CardState.TALKING:
                    self._talked[card.callid] = card
                    while len(self._talked) > TALKS_KEPT:
                        del self._talked[next(iter(self._talked))]
                elif card.state in (CardState.ENDED, CardState.TRANSFERRED) and card.callid in self._talked:
                    # What is told from within a telling would reach some watchers in the wrong order.
                    asyncio.get_running_loop().call_soon(self._begin, card.callid)
            case SettingsChanged(settings):
                self._session.expect_wrap_up(settings.wrap_up.seconds > 0)
            case AgentChanged():
                asyncio.get_running_loop().call_soon(self._follow_status)

    def _follow_status(self) -> None:
        self._heard.set()
        status = self._session.own.own.status
        was_talking, self._was_talking = self._was_talking, status == "talk"
        if self._was_talking and not was_talking:
            self._forget_talks_before(self._idle_at)
        if self._present is not None and self._is_held and not self._is_ours:
            self._leave()  # the agent chose another one, for now or for after the next call
        if status in BUSY or not status:
            return
        self._idle_at = self._session.own.own.confirmed_at
        if was_talking:
            self._end_talk()
        recalled, self._recalled = self._recalled, None
        if self._present is None:
            if recalled is not None and self._is_ours:
                self._show(recalled)
            return
        if self._is_overdue:
            self._around.background.start("pbx", self._finish())
        elif self._is_ours and self._session.own.pause.phase is PausePhase.CONFIRMED:
            if not self._present.is_paused:
                self._show(replace(self._present, is_paused=True))
        elif self._present.is_paused:
            self._leave()

    def _own_talks(self) -> list[Card]:
        """The calls of the phone that is paused, the latest last."""
        return [card for card in self._talked.values() if card.extension == self._session.own.extension]

    def _forget_talks_before(self, idle_at: float) -> None:
        """The phone was idle then: a call that began before is over, and nothing told so."""
        for card in self._own_talks():
            if card.since + STATUS_WITHIN_S < idle_at:
                del self._talked[card.callid]

    def _end_talk(self) -> None:
        """The phone is idle: its calls are over, whether or not hang-ups arrive, or cards are still there."""
        talks = self._own_talks()
        # Where a wrap-up has just begun, that was the call that ended, and these had done so before.
        if talks and self._begun_at < max(talks[-1].since, self._around.now() - 2 * STATUS_WITHIN_S):
            self._begin(talks[-1].callid, is_status_known=True)
        for card in talks:
            self._talked.pop(card.callid, None)

    def _is_long_over(self, card: Card) -> bool:
        """True where the PBX's record of a call tells that its wrap-up would be over by now. The phone may have been up
        here while the customer's rang: all of the call counts, not only what was talked.
        """
        known = self._session.call(card.callid)
        seconds = None if known is None else known.duration_s
        return seconds is not None and card.since + seconds + self._settings.seconds < self._around.now()

    def _begin(self, callid: str, *, is_status_known: bool = False) -> None:
        card = self._talked.pop(callid, None)
        settings, pause = self._settings, self._session.own.pause
        if card is None or self._is_long_over(card):
            return
        self._begun_at = self._around.now()
        if not settings.seconds or (card.direction == "outbound" and not settings.after_outbound):
            return
        if self._is_held and not self._is_ours:
            return
        if self._present is not None:
            self._leave()
        confirmed = self._is_ours and pause.phase is PausePhase.CONFIRMED
        self._show(WrapUp(callid, self._around.now() + settings.seconds, confirmed))
        if not self._is_held:
            work = self._change_pause(True) if is_status_known else self._pause(callid, self._around.now())
            self._around.background.start("pbx", work)

    async def _pause(self, callid: str, since: float) -> None:
        # Where the phone is not known to be busy, no webhook will tell that it is not any more.
        if self._session.own.own.status not in BUSY or not await self._hear_status(since):
            self._around.carry_out([AskStatus()])
            await self._hear_status(since)
        if self._present is None or self._present.callid != callid or self._is_ours:
            return
        if self._is_held:
            self._leave()
        else:
            await self._change_pause(True)

    async def _hear_status(self, since: float) -> bool:
        """True once the PBX has said, after that time, what the phone does when it does not ring or talk."""
        with suppress(TimeoutError):
            async with asyncio.timeout(STATUS_WITHIN_S):
                while self._session.own.own.status in BUSY or self._session.own.own.confirmed_at < since:
                    self._heard.clear()
                    await self._heard.wait()
                return True
        return False

    @property
    def _is_held(self) -> bool:
        pause = self._session.own.pause
        return pause.wanted and pause.phase in (PausePhase.REQUESTED, PausePhase.CONFIRMED)

    @property
    def _is_ours(self) -> bool:
        return self._is_held and self._session.own.pause.reason == WRAP_UP

    def _show(self, wrap_up: WrapUp) -> None:
        self._present, self._is_overdue = wrap_up, False
        self._wait()
        self._around.carry_out(self._session.wrap_up(wrap_up.callid, wrap_up.until, self._around.now()))
        self._around.publisher.publish(WrapUpChanged(wrap_up))

    def _wait(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        if self._present is not None:
            wait = max(0.0, self._present.until - self._around.now())
            self._timer = asyncio.get_running_loop().call_later(wait, self._ring)

    def _ring(self) -> None:
        if self._session.own.own.status in BUSY:
            self._is_overdue = True  # a pause that ended behind a call would bring the next one at once
        else:
            self._around.background.start("pbx", self._finish())

    async def _finish(self) -> None:
        is_ours = self._is_ours
        self._leave()
        if is_ours and not await self._take_over():
            await self._change_pause(False)

    def _leave(self) -> None:
        if self._present is None:
            return
        if self._timer is not None:
            self._timer.cancel()
        callid, self._present, self._is_overdue = self._present.callid, None, False
        self._around.carry_out(self._session.wrap_up(callid, 0.0, self._around.now()))
        self._around.publisher.publish(WrapUpChanged(None))

    async def _change_pause(self, wanted: bool) -> None:
        await self._around.phone.change_pause(wanted, WRAP_UP if wanted else "")
        self._around.carry_out(())
