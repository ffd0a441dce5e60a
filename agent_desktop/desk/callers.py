"""Who calls: what is known of a card's number is looked up once, and filled in."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import tzinfo
from typing import Any

from agent_desktop.desk.call_book import CallBook
from agent_desktop.telephony.screen_pop import Card, PastCalls

LOOK_UP_AFTER_S = 0.03
"""A card is painted before the caller's history is looked up: both need Python, which one thread has at a time."""

NUMBERS_KEPT = 1000


class Callers:
    """Told of each card as it is shown; `filled_in` gets the call's id and what was found."""

    def __init__(
        self,
        book: CallBook,
        begin: Callable[[Coroutine[Any, Any, None]], None],
        filled_in: Callable[[str, PastCalls | None], None],
        now: Callable[[], float],
        zone: Callable[[], tzinfo],
    ) -> None:
        self._book = book
        self._begin = begin
        self._filled_in = filled_in
        self._now = now
        self._zone = zone
        self._looked_up: dict[str, str] = {}

    def card_shown(self, card: Card) -> None:
        """Begin to look its number up, unless that was done."""
        if not card.number or self._looked_up.get(card.callid) == card.number:
            return
        if len(self._looked_up) >= NUMBERS_KEPT:
            self._looked_up.clear()
        self._looked_up[card.callid] = card.number
        self._begin(self._fill_in(card.callid, card.number))

    async def _fill_in(self, callid: str, number: str) -> None:
        await asyncio.sleep(LOOK_UP_AFTER_S)
        self._filled_in(callid, await self._book.past(number, callid, self._now(), self._zone()))
