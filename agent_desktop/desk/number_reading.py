"""What is kept follows the settings that say how numbers are read: after another country was chosen, older calls, plans
and contacts are found by their numbers again, little by little and behind the desk's back.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache

from agent_desktop.desk.dialling import dial_rules, reading_of
from agent_desktop.desk.settings import DialSettings
from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import News, SettingsChanged, Update
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.number import canonical

_log = logging.getLogger(__name__)

PAUSE_S = 0.01
"""After each portion: calls that come in meanwhile are shown as soon as ever."""
TELL_EVERY_S = 10.0
TRY_AGAIN_S = 60.0
_REMEMBERED = 4096
"""Numbers. Reading one takes 0.1 ms, and most customers called more than once."""


@dataclass(frozen=True, slots=True)
class NumbersReadAnew(News):
    """Calls, plans and contacts are kept by other keys than before: look for them anew."""

    @property
    def is_fleeting(self) -> bool:
        return True


class NumberReading:
    """Brings the keys in the database up to the settings, at the start and whenever those change."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._dial = around.connection.settings.dial
        self._changed = asyncio.Event()
        around.publisher.subscribe(self._hear)

    async def begin(self) -> None:
        """Before anything is kept: from now on it is by what the settings say."""
        await self._around.store.number_keys.begin(reading_of(self._dial))

    async def start(self) -> None:
        """Catch up, now and whenever the settings change."""
        self._around.tasks.start(self._keep_going(), "read numbers anew")

    def _hear(self, update: Update) -> None:
        if isinstance(update, SettingsChanged) and update.settings.dial != self._dial:
            self._dial = update.settings.dial
            self._changed.set()
            # At once: whoever changes them back a moment later has kept calls by other keys meanwhile.
            self._around.background.start("disk", self.begin())

    async def _keep_going(self) -> None:
        while True:
            self._changed.clear()
            is_done = False
            with suppress(StoreFailed):  # whatever is to be written next tells of the disk
                is_done = await self._catch_up(self._dial)
            with suppress(TimeoutError):
                await asyncio.wait_for(self._changed.wait(), None if is_done else TRY_AGAIN_S)

    async def _catch_up(self, dial: DialSettings) -> bool:
        """False where the settings changed again. What was done by then is done anew."""
        reading, rules = reading_of(dial), dial_rules(dial)
        fold: Callable[[str], str] = lru_cache(_REMEMBERED)(lambda number: canonical(number, rules))
        await self.begin()
        loop = asyncio.get_running_loop()
        began = told = loop.time()
        portions = 0
        while await self._around.store.number_keys.step(reading, fold):
            portions += 1
            await asyncio.sleep(PAUSE_S)
            if self._changed.is_set():
                return False
            if loop.time() - told >= TELL_EVERY_S:
                told = loop.time()
                self._around.publisher.publish(NumbersReadAnew())
        if portions:
            _log.info("numbers were read anew, as %s: %d portions in %.1f s", reading, portions, loop.time() - began)
            self._around.publisher.publish(NumbersReadAnew())
        return True
