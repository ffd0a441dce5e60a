"""A webhook's way in: parsed, told to the session at once, and acknowledged when the journal has it on disk."""

import time
from collections.abc import Callable
from datetime import tzinfo
from typing import Protocol

from agent_desktop.errors import StoreFailed
from agent_desktop.pbx.listener_options import Arrival
from agent_desktop.pbx.webhook import Request, parse
from agent_desktop.store.journal import JournalEntry
from agent_desktop.store.receipt import Receipt
from agent_desktop.telephony.events import EVENT_NAMES, Event


class JournalPort(Protocol):
    """Where events are kept."""

    def append(self, entry: JournalEntry) -> Receipt:
        """Done with the entry's number once it is on disk."""


class Intake:
    """Takes requests from the listener. `told` gets each event before the disk does: the pop does not wait.

    `disk` is told how the disk took it: None is well.
    """

    def __init__(
        self,
        zone: Callable[[], tzinfo],
        told: Callable[[Event, float, int], None],
        journal: JournalPort,
        disk: Callable[[StoreFailed | None], None],
    ) -> None:
        self._zone = zone
        self._told = told
        self._journal = journal
        self._disk = disk
        self.applied_seq = 0
        self.parsed_ns = 0

    def receive(self, request: Request, arrival: Arrival) -> Receipt:
        """The receipt that is done when the request may be acknowledged."""
        event = parse(request, self._zone())
        self.parsed_ns = time.perf_counter_ns()
        # First of all the pop: told of a new card, the windows are given way for a moment (see ui/bridge.py).
        self._told(event, arrival.received_at, arrival.received_ns)
        entry = JournalEntry(
            arrival.received_at,
            request.method,
            request.target,
            request.content_type,
            request.body,
            EVENT_NAMES[type(event)],
            getattr(event, "callid", ""),
        )
        kept = self._journal.append(entry)
        kept.add_done_callback(self._note)
        return kept

    def _note(self, kept: Receipt) -> None:
        error = kept.exception()
        if error is None:
            self.applied_seq = max(self.applied_seq, kept.seq)
            self._disk(None)
        elif isinstance(error, StoreFailed):
            self._disk(error)
