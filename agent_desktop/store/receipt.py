"""When a journal entry is on disk."""

import asyncio
from collections.abc import Callable, Generator

from agent_desktop.store.journal import JournalEntry


class Receipt:
    """Done with the entry's number once it is on disk, or with the reason why it is not. Used on one loop only.

    Like a future, but whoever waits is told at once, not in another round of the loop: in a storm of webhooks those
    rounds cost as much as all that is done with the webhooks.
    """

    __slots__ = ("_error", "_is_done", "_waiting", "entry", "seq")

    def __init__(self, entry: JournalEntry) -> None:
        self.entry = entry
        self.seq = 0
        self._error: Exception | None = None
        self._is_done = False
        self._waiting: list[Callable[[Receipt], object]] = []

    def done(self) -> bool:
        """True once it is known whether the entry is on disk."""
        return self._is_done

    def exception(self) -> Exception | None:
        """Why it is not on disk."""
        return self._error

    def add_done_callback(self, told: Callable[["Receipt"], object], /) -> None:
        """Call `told` with this receipt when it is done, at once where it is done already."""
        if self._is_done:
            told(self)
        else:
            self._waiting.append(told)

    def settle(self, seq: int, error: Exception | None) -> None:
        """The disk has taken the entry under this number, or has not. A bug of one who is told costs no other."""
        self.seq, self._error, self._is_done = seq, error, True
        for told in self._waiting:
            try:
                told(self)
            except Exception as bug:  # noqa: BLE001 - it reaches the loop's handler
                context = {"message": "a journal entry was not followed", "exception": bug}
                asyncio.get_running_loop().call_exception_handler(context)
        self._waiting.clear()

    def __await__(self) -> Generator[object, None, int]:
        """Its number. Raises StoreFailed."""
        if not self._is_done:
            done: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.add_done_callback(lambda _: None if done.done() else done.set_result(None))
            yield from done
        if self._error is not None:
            raise self._error
        return self.seq
