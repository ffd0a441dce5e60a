"""Notes about calls: kept with them, and awaited by what tells of a call's end while someone types one."""

from dataclasses import dataclass

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import News
from agent_desktop.errors import StoreFailed

NOTE_WITHIN_S = 300.0
"""So long after it was last heard that someone types a note, nobody waits for it any more."""


@dataclass(frozen=True, slots=True)
class NoteAwaited(News):
    """A note is being typed for the call, and awaited to `until` (epoch seconds); 0 once it is kept or given up."""

    callid: str
    until: float

    @property
    def is_fleeting(self) -> bool:
        return True


class Notes:
    """What windows tell of the notes that are typed in them."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    async def type(self, callid: str) -> None:
        """Someone is at the call's note. To be said anew at least every few minutes."""
        self._around.publisher.publish(NoteAwaited(callid, self._around.now() + NOTE_WITHIN_S))

    async def leave(self, callid: str) -> None:
        """Nobody is at it any more, and nothing of it is to be kept."""
        self._around.publisher.publish(NoteAwaited(callid, 0.0))

    async def keep(self, callid: str, text: str) -> None:
        """Keep it with the call, and show it on its card. Raises StoreFailed."""
        try:
            await self._around.book.flush()
            if not await self._around.store.set_note(callid, text):
                raise StoreFailed(
                    "The note was not kept: its call is not in the history yet.", "Try again in a moment."
                )
            self._around.carry_out(self._around.session.decorate(callid, note=text))
        finally:
            await self.leave(callid)
