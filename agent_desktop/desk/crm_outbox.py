"""Sends what the CRM rules want sent: from a durable outbox, until the CRM takes it, refuses it, or a day is over."""

import asyncio
import logging
from collections.abc import Awaitable, Callable

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import Level, Notice
from agent_desktop.errors import AgentDesktopError, StoreFailed
from agent_desktop.pbx.web_request import CrmRefused, CrmSender
from agent_desktop.store.outbox import Outgoing
from agent_desktop.telephony.crm_rule import is_json

_log = logging.getLogger(__name__)

FIRST_PAUSE_S = 5.0
LONGEST_PAUSE_S = 3600.0
GIVE_UP_AFTER_S = 24 * 3600.0
SAID_FROM_TRY = 2
KEPT_S = 30 * 24 * 3600.0
AT_ONCE = 20

TOPIC = "crm"


class CrmOutbox:
    """`fill` makes of what was taken in what is to be sent now; it is asked before the first try of each."""

    def __init__(
        self, around: Surroundings, sender: CrmSender, fill: Callable[[Outgoing], Awaitable[Outgoing]]
    ) -> None:
        self._around = around
        self._sender = sender
        self._fill = fill
        self._news = asyncio.Event()

    async def start(self) -> None:
        """Send what an earlier run could not."""
        outbox = self._around.store.outbox
        await self._around.background.forgiving("disk", outbox.prune(self._around.now() - KEPT_S))
        self._around.tasks.start(self._send_for_ever(), "CRM outbox")

    async def close(self) -> None:
        """What was not sent stays in the outbox."""
        await self._sender.close()

    def send_soon(self) -> None:
        """Something may be due, or the network may be back."""
        self._news.set()

    async def _send_for_ever(self) -> None:
        while True:
            self._news.clear()
            wait = None
            try:
                wait = await self._send_due()
            except StoreFailed as error:
                _log.warning("the CRM's outbox cannot be read: %s", error.title)
                wait = LONGEST_PAUSE_S
            try:
                async with asyncio.timeout(wait):
                    await self._news.wait()
            except TimeoutError:
                pass

    async def _send_due(self) -> float | None:
        """Send what is due; the seconds until there is more, None where there is none."""
        outbox = self._around.store.outbox
        for outgoing in await outbox.due(self._around.now(), AT_ONCE):
            await self._try(outgoing)
        due = await outbox.next_due()
        return None if due is None else max(0.0, due - self._around.now())

    async def _try(self, outgoing: Outgoing) -> None:
        outbox, now = self._around.store.outbox, self._around.now()
        if not outgoing.tries:
            outgoing = await self._filled(outgoing)
        try:
            await self.send(outgoing)
        except CrmRefused as error:
            await outbox.settle(outgoing.id)
            self._say(error)
        except AgentDesktopError as error:
            if now - outgoing.created > GIVE_UP_AFTER_S:
                await outbox.settle(outgoing.id)
            else:
                pause = min(FIRST_PAUSE_S * 2**outgoing.tries, LONGEST_PAUSE_S)
                await outbox.put_off(outgoing.id, now + pause)
            if outgoing.tries >= SAID_FROM_TRY:
                self._say(error)
        else:
            await outbox.settle(outgoing.id)
            self._around.publisher.publish(Notice(TOPIC, Level.INFO, ""))

    async def _filled(self, outgoing: Outgoing) -> Outgoing:
        filled = await self._fill(outgoing)
        if filled != outgoing:
            # Before it is sent: a repeat must be the same request.
            await self._around.store.outbox.fill_in(filled.id, filled.url, filled.body)
        return filled

    async def send(self, outgoing: Outgoing) -> int:
        """Send it now; the HTTP status. Raises PbxError."""
        kind = "application/json" if is_json(outgoing.body) else "application/x-www-form-urlencoded"
        key = f"{outgoing.rule}-{outgoing.callid}"
        return await self._sender.send(outgoing.method, outgoing.url, outgoing.body, kind, key)

    def _say(self, error: AgentDesktopError) -> None:
        self._around.publisher.publish(Notice(TOPIC, Level.WARNING, error.title, error.advice))
