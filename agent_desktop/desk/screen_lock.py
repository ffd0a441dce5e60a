"""What the screen's lock has to do with the queues: who locks the screen and leaves should not be rung meanwhile."""

from collections.abc import Awaitable, Callable

from agent_desktop.desk.own_status import BUSY
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import AgentChanged, Level, Notice, SettingsChanged, Update
from agent_desktop.telephony.agent import AWAY, PausePhase

SUGGESTED_AFTER_S = 60.0
TOPIC = "screen-lock"

Watch = Callable[[Callable[[bool], None]], Awaitable[None]]


async def _watch(heard: Callable[[bool], None]) -> None:
    from agent_desktop.system.screen_lock import watch_lock  # with the bus's library, which few desks want

    await watch_lock(heard)


class ScreenLock:
    """Does what `pause.when_locked` says. A pause of ours is lifted at the unlock, and only while it is still ours,
    also where the program was started anew in between.

    Who is paused already when the screen is locked is left alone, and paused by us once that pause is over.
    """

    def __init__(self, around: Surroundings, watch: Watch = _watch) -> None:
        self._around = around
        self._watch = watch
        self._is_watching = False
        self._locked_at = 0.0
        self._has_stayed = False
        self._is_ours = False
        self._is_recalled = False
        self._is_unlocked = False
        self._is_to_pause = False
        around.publisher.subscribe(self._hear)

    def _begin(self) -> None:
        """Watch from now on, where anything is to follow from it."""
        if self._how != "nothing" and not self._is_watching:
            self._is_watching = True
            self._around.tasks.start(self._follow(), "screen lock")

    async def _follow(self) -> None:
        await self._watch(self.heard)

    @property
    def holds_pause(self) -> bool:
        """True while a pause of ours holds, which ends with the unlock."""
        return self._is_ours

    def recall(self) -> None:
        """A pause of an earlier run was ours: it still is, if the PBX still says pause."""
        self._is_recalled = True

    def heard(self, is_locked: bool) -> None:
        """The screen was locked, or unlocked."""
        self._is_unlocked = not is_locked
        if is_locked:
            self._lock()
        else:
            self._unlock()

    def _lock(self) -> None:
        self._locked_at, self._has_stayed = self._around.now(), self._is_available()
        self._is_to_pause = self._how == "pause" and not self._is_ours
        self._say("", "")
        self._look()

    def _look(self) -> None:
        if self._is_to_pause and self._is_available():
            self._around.background.start("pbx", self.take_over())

    async def take_over(self) -> bool:
        """Be away from now on, where the screen is locked and that is wanted: once for each lock, so that a team lead's
        release is not answered by another pause. Raises what a pause raises.
        """
        if not self._is_to_pause:
            return False
        self._is_to_pause, self._is_ours = False, True
        await self._around.phone.change_pause(True, AWAY)
        self._around.carry_out(())
        return True

    def _unlock(self) -> None:
        self._is_to_pause = False
        seconds = self._around.now() - self._locked_at
        if self._is_ours:
            self._is_ours = False
            self._around.background.start("pbx", self._resume())
        elif self._how == "suggest" and self._has_stayed and self._is_available() and seconds > SUGGESTED_AFTER_S:
            minutes = max(1, round(seconds / 60))
            self._say(
                f"The screen was locked for {minutes} min while you were available. Pause next time?",
                "The settings, under Pauses, can do that by themselves whenever the screen is locked.",
            )

    def _hear(self, update: Update) -> None:
        if isinstance(update, SettingsChanged):
            self._begin()
        elif isinstance(update, AgentChanged):
            pause = update.pause
            is_held = pause.wanted and pause.phase in (PausePhase.REQUESTED, PausePhase.CONFIRMED)
            self._has_stayed = self._has_stayed and not is_held and update.status.status not in ("pause", "off")
            is_known = update.status.status not in ("", *BUSY)
            recalled, self._is_recalled = self._is_recalled, self._is_recalled and not is_known
            self._is_ours = (self._is_ours or recalled) and is_held and pause.reason == AWAY
            if recalled and self._is_ours:
                self._is_to_pause = False  # it was for this lock
                if self._is_unlocked:
                    self._unlock()  # before that pause was known
            self._look()

    def _is_available(self) -> bool:
        own = self._around.session.own
        is_paused = own.pause.wanted and own.pause.phase in (PausePhase.REQUESTED, PausePhase.CONFIRMED)
        return not is_paused and own.own.status in ("on", "ring", "talk")

    @property
    def _how(self) -> str:
        return self._around.connection.settings.pause.when_locked

    async def _resume(self) -> None:
        await self._around.phone.change_pause(False, "")
        self._around.carry_out(())

    def _say(self, title: str, advice: str) -> None:
        self._around.publisher.publish(Notice(TOPIC, Level.WARNING, title, advice))
