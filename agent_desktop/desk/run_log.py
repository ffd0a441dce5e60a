"""When the program ran, and how it heard of calls: kept, so that a missed pop can be explained later."""

import asyncio
from dataclasses import replace

from agent_desktop.desk.surroundings import Surroundings
from agent_desktop.desk.updates import FeedChanged, Update
from agent_desktop.errors import StoreFailed
from agent_desktop.telephony.pop_audit import Span, SpanKind

KEEP_EVERY_S = 60.0
"""So much is not known of a run whose computer fails."""
ASLEEP_S = 30.0
"""A minute that took so much longer: the computer slept."""


class RunLog:
    """Follows the feed from its beginning on."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around
        self._seen_at = around.now()
        self._open = {SpanKind.PROGRAM: Span(SpanKind.PROGRAM, self._seen_at, self._seen_at)}
        self._ended: list[Span] = []
        around.publisher.subscribe(self._hear)

    def _hear(self, update: Update) -> None:
        if not isinstance(update, FeedChanged):
            return
        now = self._around.now()
        kind = SpanKind(update.feed.kind) if update.feed.ok and update.feed.kind != "none" else None
        for other in (SpanKind.WEBHOOK, SpanKind.POLL):
            if other is not kind and other in self._open:
                self._ended.append(replace(self._open.pop(other), ended=now))
        if kind is not None and kind not in self._open:
            self._open[kind] = Span(kind, now, now)

    async def start(self) -> None:
        """Forget what is too old, and go on keeping."""
        days = self._around.connection.settings.keep.days
        if days:
            old = self._around.now() - days * 86400.0
            await self._around.background.forgiving("disk", self._around.store.prune_spans(old))
        self._around.tasks.start(self._go_on(), "keep when the program ran")

    async def close(self) -> None:
        """The program ends now."""
        await self._around.background.forgiving("disk", self.keep())

    async def _go_on(self) -> None:
        while True:
            await self._around.background.forgiving("disk", self.keep())
            await asyncio.sleep(KEEP_EVERY_S)

    async def keep(self) -> None:
        """Keep it up to now. Raises StoreFailed."""
        now = self._around.now()
        if not 0 <= now - self._seen_at < KEEP_EVERY_S + ASLEEP_S:
            self._ended += self._open.values()
            self._open = {kind: Span(kind, now, now) for kind in self._open}
        self._seen_at = now
        self._open = {kind: replace(span, ended=now) for kind, span in self._open.items()}
        ended, self._ended = self._ended, []
        try:
            await self._around.store.keep_spans((*ended, *self._open.values()))
        except StoreFailed:
            self._ended = [*ended, *self._ended]
            raise
