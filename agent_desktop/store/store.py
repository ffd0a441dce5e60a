"""What is kept on this computer, as the desk sees it: the journal of webhooks and the calls that follow from them."""

import asyncio
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TypeVar

from agent_desktop.errors import StoreFailed
from agent_desktop.store import calls, figures, journal, latency, lookups, pauses, pop_log, search
from agent_desktop.store.contacts import Contacts
from agent_desktop.store.database import connect_read_only, open_database
from agent_desktop.store.failures import translated
from agent_desktop.store.folding import FoldNumber
from agent_desktop.store.journal import JournalEntry, StoredEntry
from agent_desktop.store.number_keys import NumberKeys
from agent_desktop.store.outbox import Outbox
from agent_desktop.store.pauses import OwnPause
from agent_desktop.store.reader import Reader
from agent_desktop.store.receipt import Receipt
from agent_desktop.store.upkeep import Upkeep
from agent_desktop.store.writer import Writer
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.figures import CallFigure
from agent_desktop.telephony.history import HistoryCount, HistoryPage, HistoryQuery
from agent_desktop.telephony.latency import LatencyReceipt
from agent_desktop.telephony.pop_audit import Outcome, Span

T = TypeVar("T")


class Store:
    """The database of one profile, used from the thread of the loop it was opened in.

    What is asked of it is done in the order of asking, and raises StoreFailed where the disk does not allow it; the
    next attempt may succeed. `path` is the database's; `notice` is a sentence for the user where an old database was
    set aside, else ""; `failure` says why the database cannot be opened, as long as that is so.
    `upkeep` is retention and forgetting; `number_keys` follow the settings.
    """

    def __init__(self, path: Path, writer: Writer, fold_number: FoldNumber, notice: str) -> None:
        self.notice = notice
        self.writer = writer
        self.path = path
        self._fold_number = fold_number
        self._lookups = Reader(path, "call lookups", lambda: self.failure)
        # A search through a million calls must not hold up the line of a pop.
        self._pages = Reader(path, "call history", lambda: self.failure)
        self.outbox = Outbox(writer, self._lookups)
        # Counting all of them must not hold up a page.
        self._counts = Reader(path, "call counts", lambda: self.failure)
        self.upkeep = Upkeep(path, writer, self._counts, fold_number)
        self.number_keys = NumberKeys(writer, self._counts)
        self.contacts = Contacts(writer, self._lookups, self._pages, fold_number)

    @classmethod
    async def open(cls, path: Path, fold_number: FoldNumber, now: float) -> "Store":
        """Open or create the database. `fold_number` gives the canonical form of a number; `now` names a set-aside."""
        loop = asyncio.get_running_loop()

        def connect() -> sqlite3.Connection:
            return open_database(path, now).connection

        try:
            opened = await asyncio.to_thread(open_database, path, now)
        except StoreFailed as failure:
            return cls(path, Writer(None, path, loop, connect, failure), fold_number, "")
        return cls(path, Writer(opened.connection, path, loop, connect), fold_number, opened.notice)

    @property
    def failure(self) -> StoreFailed | None:
        """Why the database cannot be opened, None once it is."""
        return self.writer.failure

    async def close(self) -> None:
        """Finish what was asked for, and close. Nothing may be asked after."""
        await self._pages.close()
        await self._counts.close()
        await self._lookups.close()
        await self.writer.close()

    def append(self, entry: JournalEntry) -> Receipt:
        """Done with the entry's number once it is on disk."""
        return self.writer.append(entry)

    def entries(self, after_seq: int = 0) -> Iterator[StoredEntry]:
        """The journal after an entry, to be applied again."""
        return journal.read(self.path, after_seq)

    def applied_seq(self) -> int:
        """The last journal entry whose effect is in the calls; what comes after it is to be applied at start."""
        connection = connect_read_only(self.path)
        if connection is None:
            return 0
        with closing(connection), translated():
            return lookups.applied_seq(connection)

    def save(self, changed: Iterable[Call], applied_seq: int) -> "asyncio.Future[tuple[CallRecord, ...]]":
        """Merge calls into what is kept of them, and move the watermark up, in one transaction; the calls that are
        new or changed by it, with all that is known of them now.
        """
        return self.writer.submit(partial(calls.save, tuple(changed), applied_seq, self._fold_number))

    def set_note(self, callid: str, note: str) -> "asyncio.Future[bool]":
        """Replace a call's note; done with False where no such call is kept."""
        return self.writer.submit(partial(calls.set_note, callid, note, self._fold_number))

    def set_disposition(self, callid: str, disposition: str) -> "asyncio.Future[CallRecord | None]":
        """Replace a call's disposition; done with the call, None where no such one is kept."""
        return self.writer.submit(partial(calls.set_disposition, callid, disposition, self._fold_number))

    async def page(self, query: HistoryQuery) -> HistoryPage:
        """A page of the history. Cancelling it breaks the search off."""
        return await self._pages.ask(partial(search.page, query=query))

    async def count(self, query: HistoryQuery) -> HistoryCount:
        """All that the query lists, counted. Cancelling it breaks the counting off."""
        return await self._counts.ask(partial(search.count, query=query))

    async def figures(self, query: HistoryQuery) -> tuple[CallFigure, ...]:
        """How many calls became what, and when. Cancelling it breaks the count off."""
        return await self._counts.ask(partial(figures.figures, query=query))

    async def call(self, callid: str) -> Call | None:
        """Everything that is known of a call, or None."""
        return await self._lookups.ask(partial(lookups.call, callid=callid))

    async def remarks(self, callid: str) -> tuple[str, str]:
        """A call's note and disposition, each "" where there is none."""
        return await self._lookups.ask(partial(lookups.remarks, callid=callid))

    async def note(self, callid: str) -> str:
        """A call's note, or ""."""
        return await self._lookups.ask(partial(lookups.note, callid=callid))

    async def calls_with_number(self, number: str, limit: int) -> tuple[CallRecord, ...]:
        """The latest calls with a number in whatever notation, the newest first."""
        canonical = self._fold_number(number)
        if not canonical:
            return ()
        return await self._lookups.ask(partial(lookups.calls_with_number, canonical=canonical, limit=limit))

    def keep_pause(self, pause: OwnPause) -> "asyncio.Future[None]":
        """What is known of an own pause by now."""
        return self.writer.submit(partial(pauses.keep, pause=pause))

    async def held_pause(self) -> OwnPause | None:
        """The own pause that was not over when it was last heard of."""
        return await self._lookups.ask(pauses.held)

    async def paused_seconds(self, reason: str, since: float, until: float) -> float:
        """How long own pauses with this reason lasted between two times."""
        return await self._lookups.ask(partial(pauses.seconds, reason=reason, since=since, until=until))

    def prune_pauses(self, before: float) -> "asyncio.Future[None]":
        """Forget the own pauses that ended before this time."""
        return self.writer.submit(partial(pauses.prune, before=before))

    def keep_receipt(self, callid: str, receipt: LatencyReceipt) -> "asyncio.Future[None]":
        """Keep how soon the call was on the screen."""
        return self.writer.submit(partial(latency.keep, callid=callid, receipt=receipt))

    def keep_pop_outcome(self, callid: str, at: float, outcome: Outcome, after_ms: float) -> "asyncio.Future[None]":
        """Keep what became of a pop that has no receipt."""
        return self.writer.submit(
            partial(pop_log.keep_outcome, callid=callid, at=at, outcome=outcome, after_ms=after_ms)
        )

    def keep_spans(self, spans: tuple[Span, ...]) -> "asyncio.Future[None]":
        """Keep when the program ran and listened: each of them lasts until then at least."""
        return self.writer.submit(partial(pop_log.keep_spans, spans=spans))

    def prune_spans(self, before: float) -> "asyncio.Future[None]":
        """Forget the times before this one."""
        return self.writer.submit(partial(pop_log.prune, before=before))

    async def receipt(self, callid: str) -> LatencyReceipt | None:
        """How soon the call was on the screen, None where it had no pop."""
        return await self._lookups.ask(partial(latency.find, callid=callid))

    async def queues(self) -> tuple[str, ...]:
        """Every queue that a call came from, by name."""
        return await self._pages.ask(lookups.queues)

    async def unreported(self, since: float, until: float) -> tuple[str, ...]:
        """The ids of calls that started in [since, until) and have no complete record, the oldest first."""
        return await self._lookups.ask(partial(lookups.unreported, since=since, until=until))

    async def look_through(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer to a question that reads many rows; a short one need not wait for it."""
        return await self._counts.ask(question)

    async def look_up(self, question: Callable[[sqlite3.Connection], T]) -> T:
        """The answer to a short question about what is kept, with a read-only connection on a thread of its own."""
        return await self._lookups.ask(question)

    def canonical(self, number: str) -> str:
        """A number's key in the tables; "" for a number that is withheld or not known."""
        return self._fold_number(number)


def read_page(path: Path, query: HistoryQuery) -> HistoryPage:
    """A page of the history from any process, also while the program runs; empty where nothing is kept yet."""
    connection = connect_read_only(path)
    if connection is None:
        return HistoryPage((), None, 0)
    with closing(connection), translated():
        connection.execute("BEGIN")  # all statements of a search see the same moment
        return search.page(connection, query)
