"""One call while it lives: it moves the phones and sends the webhooks about it, in the order of the real PBX."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from random import Random

from agent_desktop.simulator.agents import PhoneState, Roster
from agent_desktop.simulator.records import Record, Records
from agent_desktop.simulator.webhooks import CALL_DATA, CALL_IN, CHANGE_STATUS, HANGUP, INIT, WebhookSender

REPEAT_S = 5.0
"""RINGING is sent again after this, exactly as it was."""


@dataclass(slots=True)
class Exchange:
    """What every call works with."""

    roster: Roster
    records: Records
    webhooks: WebhookSender
    sleep: Callable[[float], Awaitable[None]]
    now: Callable[[], float]
    recording_url: Callable[[str], str]
    _telling: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def set_phones(self, extensions: Sequence[str], phone: PhoneState, callid: str = "") -> None:
        """Move phones, all at once, in one call or outside any; the statuses are told where they change."""
        before = self._statuses(extensions)
        for extension in extensions:
            self.roster.agent(extension).move(phone, callid)
        await self._tell_changes(before)

    async def set_paused(self, extension: str, paused: bool) -> None:
        """Pause an agent or end the pause; the status is told where it changes."""
        before = self._statuses([extension])
        self.roster.agent(extension).paused = paused
        await self._tell_changes(before)

    def _statuses(self, extensions: Sequence[str]) -> dict[str, str]:
        return {extension: self.roster.agent(extension).status for extension in extensions}

    async def _tell_changes(self, before: dict[str, str]) -> None:
        after = self._statuses(list(before))
        # Whoever moved a phone first is first in line, so the last status told of it is the last it had.
        async with self._telling:
            for extension, status in after.items():
                if status != before[extension]:
                    await self.webhooks.send(CHANGE_STATUS, extension, extension=extension, status=status)


class LiveCall:
    """Seconds are the simulation's. `direction` is the vendor's word, `Inbound` or `Outbound`."""

    def __init__(
        self,
        exchange: Exchange,
        callid: str,
        rng: Random,
        *,
        direction: str,
        phone: str,
        queue: str = "",
        did: str = "",
    ) -> None:
        self.callid = callid
        self.status = "NO ANSWER"
        self.extension = ""
        self.talk_s = 0
        self.hold_s = 0
        self._exchange = exchange
        self._rng = rng
        self._direction = direction
        self._phone = phone
        self._queue = queue
        self._did = did
        self._started = exchange.now()
        self._duration = 0.0
        self._ringing: tuple[str, ...] = ()

    async def wait(self, seconds: float) -> None:
        """Let the call go on for a while."""
        self._duration += seconds
        await self._exchange.sleep(seconds)

    async def ring(self, extensions: Sequence[str], seconds: float) -> None:
        """Ring all of them, milliseconds apart, and again every few seconds."""
        self._ringing = tuple(extensions)
        await self._move(self._ringing, "ring")
        while True:
            for extension in self._ringing:
                await self._tell("RINGING", extension)
                await self._exchange.sleep(self._rng.uniform(0.002, 0.009))
            await self.wait(min(seconds, REPEAT_S))
            seconds -= REPEAT_S
            if seconds <= 0:
                return

    async def stop_ringing(self, but: str = "") -> None:
        """All phones that ring fall silent, `but` one."""
        silent = [extension for extension in self._ringing if extension != but]
        self._ringing = ()
        await self._move(silent, "idle")

    async def answer(self, extension: str, seconds: float) -> None:
        """`extension` takes the call (or the customer does, where it is outbound), and talks."""
        if self._queue and not self.extension:
            self.hold_s = int(self._duration)
        before, self.extension, self.status = self.extension, extension, "ANSWER"
        await self._tell("ANSWER", extension)
        await self._move([extension], "talk")
        await self.stop_ringing(but=extension)
        if before and before != extension:
            await self._move([before], "idle")
        await self.wait(seconds)
        self.talk_s += int(seconds)

    async def dial_out(self, extension: str, seconds: float) -> None:
        """The agent's phone is picked up, and the customer's rings."""
        self.extension = extension
        await self._move([extension], "ring")
        await self.wait(1.0)
        await self._move([extension], "talk")
        await self._tell("RINGING", extension)
        await self.wait(seconds)

    async def not_answered_by(self, extensions: Sequence[str]) -> None:
        """The queue gives up on these agents; the call goes on."""
        await self.stop_ringing()
        for extension in extensions:
            await self._send(CALL_DATA, status="NOANSWER", queue=self._queue, extension=extension, phone=self._phone)

    async def hang_up(self) -> None:
        """The end of the line: all phones are idle again."""
        await self._send(HANGUP)
        await self.stop_ringing()
        if self.extension:
            await self._move([self.extension], "idle")

    async def abandon(self) -> Record:
        """The caller gives up in the queue."""
        self.status, self.hold_s = "ABANDON", int(self._duration)
        await self.hang_up()
        record = self._record()
        await self._send(CALL_DATA, holdtime=str(self.hold_s), status="ABANDON", queue=self._queue, phone=self._phone)
        return record

    async def end(self, status: str = "") -> Record:
        """Hang up and report. `status` is the record's word where it is not what became of the call anyway."""
        self.status = status or self.status
        await self.hang_up()
        record = self._record()
        await self._send(
            CALL_DATA,
            calldate=record.calldate,
            duration=str(record.duration_s),
            billsec=str(record.talk_s),
            status=record.status,
            did=record.did,
            extension=record.extension,
            phone=record.phone,
            direction=record.direction,
            recordingfile=record.recording_url,
        )
        return record

    def _record(self) -> Record:
        record = Record(
            self.callid,
            self._exchange.records.instant(self._started),
            self._direction,
            self.extension,
            self._phone,
            self._queue,
            self._did,
            self.status,
            int(self._duration),
            self.talk_s,
            self.hold_s,
            self._exchange.recording_url(self.callid) if self.talk_s else "",
        )
        self._exchange.records.add(record)
        return record

    async def _move(self, extensions: Sequence[str], phone: PhoneState) -> None:
        await self._exchange.set_phones(extensions, phone, self.callid)

    async def _tell(self, event: str, extension: str) -> None:
        if self._direction == "Outbound":
            sent = {"extension": extension, "phone": self._phone, "callid": self.callid, "event": event}
            await self._exchange.webhooks.send(INIT, self.callid, **sent)
            return
        queue = {"queue": self._queue} if self._queue else {}
        sent = {"extension": extension, "callid": self.callid, "event": event, "did": self._did}
        await self._exchange.webhooks.send(CALL_IN, self.callid, phone=self._phone, **queue, **sent)

    async def _send(self, path: str, **fields: str) -> None:
        await self._exchange.webhooks.send(path, self.callid, callid=self.callid, **fields)
