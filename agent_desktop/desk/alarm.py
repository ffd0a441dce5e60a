"""Calls back at the next time at which there is something to do, which may change with every event."""

import asyncio
from collections.abc import Callable

SOONEST_S = 0.01


class Alarm:
    """`next_due` tells that time (None: nothing is planned) by the clock `now`. Used on one loop only."""

    def __init__(
        self, next_due: Callable[[], float | None], now: Callable[[], float], ring: Callable[[], None]
    ) -> None:
        self._next_due = next_due
        self._now = now
        self._ring = ring
        self._looking: asyncio.Handle | None = None
        self._timer: asyncio.TimerHandle | None = None
        self._is_closed = False

    def look_again(self) -> None:
        """The time may be another one now. Looks once for all that one round of the loop brings."""
        if self._looking is None and not self._is_closed:
            self._looking = asyncio.get_running_loop().call_soon(self._set)

    def close(self) -> None:
        """Call back no more."""
        self._is_closed = True
        for handle in (self._looking, self._timer):
            if handle is not None:
                handle.cancel()

    def _set(self) -> None:
        self._looking = None
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        due = self._next_due()
        if due is not None:
            self._timer = asyncio.get_running_loop().call_later(max(SOONEST_S, due - self._now()), self._ring)
