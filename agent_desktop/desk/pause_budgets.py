"""How long a pause with its reason may be in a day, and a warning in time.

A reason's budget stands in the settings, "Lunch: 45". Pauses are kept: a second one has what the first one left,
also after a restart, and one that still holds then is what it was.
"""

import asyncio
from dataclasses import replace
from datetime import datetime
from functools import partial

from agent_desktop.desk.screen_lock import ScreenLock
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import AgentChanged, Level, Notice, SettingsChanged, Update
from agent_desktop.desk.wrap_up import WrapUp, WrapUpChanged, WrapUps
from agent_desktop.store.pauses import OwnPause
from agent_desktop.telephony.agent import AWAY, WRAP_UP, Pause, PausePhase
from agent_desktop.telephony.call import UNNAMED

WARN_BEFORE_S = 120.0
KEEP_EVERY_S = 60.0
"""So much of a pause is forgotten at most if this computer fails during it."""
KEPT_S = 8 * 24 * 3600.0

TOPIC = "pause-budget"


class PauseBudgets:
    """Follows own pause; tells when its time is nearly, and when it is wholly used."""

    def __init__(self, around: Surroundings, wrap_ups: WrapUps, screen_lock: ScreenLock) -> None:
        self._around = around
        self._wrap_ups = wrap_ups
        self._screen_lock = screen_lock
        self._pause = Pause()
        self._wrap_up: WrapUp | None = None
        self._used_before = 0.0
        self._budget = 0.0
        self._timer: asyncio.TimerHandle | None = None

    async def start(self) -> None:
        """Go on with the pause of the run before, where the PBX says that there is one; forget what no day needs."""
        # Only then is anything kept: what the journal tells of that pause does not know its reason.
        await self._around.background.forgiving("disk", self._recall())
        self._around.publisher.subscribe(self._hear)
        await self._around.background.forgiving("disk", self._around.store.prune_pauses(self._around.now() - KEPT_S))

    async def _recall(self) -> None:
        if (held := await self._around.store.held_pause()) is None:
            return
        # If the PBX says pause, it is kept as one that holds again; if not, it is over.
        await self._around.store.keep_pause(replace(held, holds=False))
        own = self._around.session.own
        own.recall(held.reason, held.began)
        self._wrap_ups.recall(held.callid, held.until)
        if held.behind_lock:
            self._screen_lock.recall()
        self._around.carry_out([AgentChanged(own.own, own.pause)])

    async def close(self) -> None:
        """Keep the pause up to now."""
        self._stop_timer()
        if self._pause.at:
            await self._around.background.forgiving("disk", self._keep(self._pause, holds=True))

    def _hear(self, update: Update) -> None:
        match update:
            case AgentChanged(_, pause):
                held = pause if pause.phase is PausePhase.CONFIRMED and pause.wanted else Pause()
                if (held.reason, held.at) != (self._pause.reason, self._pause.at):
                    asyncio.get_running_loop().call_soon(self._change, held)
            case WrapUpChanged(wrap_up):
                self._wrap_up = wrap_up
                if self._pause.reason == WRAP_UP:
                    self._around.background.start("disk", self._keep(self._pause, holds=True))
            case SettingsChanged() if self._pause.at:
                asyncio.get_running_loop().call_soon(self._change, self._pause)

    def _change(self, pause: Pause) -> None:
        """Another pause, or none (its `at` is 0)."""
        if self._pause.at:
            is_same = (pause.reason, pause.at) == (self._pause.reason, self._pause.at)
            self._around.background.start("disk", self._keep(self._pause, holds=is_same))
        self._stop_timer()
        self._pause, self._budget = pause, self._budget_of(pause.reason)
        self._say("", "")
        if pause.at:
            self._around.background.start("disk", self._follow(pause))

    def _budget_of(self, reason: str) -> float:
        choices = self._around.connection.settings.pause.choices
        return next((one.budget_s for one in choices if one.name == reason), 0.0)

    async def _keep(self, pause: Pause, *, holds: bool) -> None:
        own = OwnPause(pause.at, self._around.now(), pause.reason, holds)
        if pause.reason == AWAY:
            own = replace(own, behind_lock=self._screen_lock.holds_pause)
        elif pause.reason == WRAP_UP and self._wrap_up is not None:
            callid = self._wrap_up.callid
            # The name that the session gave a call comes again in the next run, for another call.
            own = replace(own, until=self._wrap_up.until, callid="" if callid.startswith(UNNAMED) else callid)
        await self._around.store.keep_pause(own)

    async def _follow(self, pause: Pause) -> None:
        midnight = datetime.fromtimestamp(pause.at).astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        used = await self._around.store.paused_seconds(pause.reason, midnight.timestamp(), pause.at)
        if pause.at == self._pause.at:
            self._used_before = used
            until = self._until if self._budget else 0.0
            if until != self._around.session.own.pause.budget_until:
                self._around.carry_out(self._around.session.limit_pause(until))
            self._look()

    @property
    def _until(self) -> float:
        """When the budget is used up."""
        return self._pause.at + max(0.0, self._budget - self._used_before)

    def _look(self) -> None:
        """Keep the pause, say what is due, and come again."""
        self._stop_timer()
        now = self._around.now()
        self._around.background.start("disk", self._keep(self._pause, holds=True))
        if self._budget and now >= self._until:
            self._say(f"Your time for “{self._pause.reason}” is used up for today.", "Resume when you can.")
        elif self._budget and now >= self._until - WARN_BEFORE_S:
            minutes = max(1, round((self._until - now) / 60))
            self._say(f"Your pause “{self._pause.reason}” ends in about {minutes} min.", "")
        times = (self._until - WARN_BEFORE_S, self._until) if self._budget else ()
        due = min((time for time in times if time > now), default=now + KEEP_EVERY_S)
        wait = min(KEEP_EVERY_S, due - now)
        self._timer = asyncio.get_running_loop().call_later(wait, partial(self._look_again, self._pause))

    def _look_again(self, pause: Pause) -> None:
        if pause is self._pause:
            self._look()

    def _say(self, title: str, advice: str) -> None:
        self._around.publisher.publish(Notice(TOPIC, Level.WARNING, title, advice))

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
