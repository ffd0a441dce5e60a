"""Dispositions: what a call came to, in a word of the settings, kept with the call."""

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import CallChanged
from agent_desktop.errors import StoreFailed


class Dispositions:
    """Sets them; "" takes one back."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    async def set(self, callid: str, disposition: str) -> None:
        """Keep it with the call, and show it on its card. Raises StoreFailed."""
        await self._around.book.flush()
        record = await self._around.store.set_disposition(callid, disposition)
        if record is None:
            raise StoreFailed(
                "The disposition was not kept: its call is not in the history yet.", "Try again in a moment."
            )
        self._around.publisher.publish(CallChanged(record, disposition=disposition))
        self._around.carry_out(self._around.session.decorate(callid, disposition=disposition))
