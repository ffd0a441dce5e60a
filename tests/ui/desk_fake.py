"""A desk that answers from memory, on a thread of its own like the real one. For tests and for pictures."""

import asyncio
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from agent_desktop.desk.call_details import CallDetails
from agent_desktop.desk.call_page import CallPage
from agent_desktop.desk.customer import CustomerData
from agent_desktop.desk.export_order import Exported, ExportOrder
from agent_desktop.desk.history_sync import SyncProgress
from agent_desktop.desk.keeping import Kept
from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.self_test import WayTested
from agent_desktop.desk.settings import Settings
from agent_desktop.desk.this_computer import Registrations
from agent_desktop.desk.thread import DeskThread
from agent_desktop.desk.updates import (
    Check,
    ConnectionDraft,
    DialOutcome,
    DialPreview,
    Level,
    Notice,
    SettingsChanged,
    Update,
)
from agent_desktop.errors import NotDialable, StoreFailed
from agent_desktop.telephony.agent import SpyMode
from agent_desktop.telephony.call import CallRecord
from agent_desktop.telephony.figures import SLOT_S, CallFigure
from agent_desktop.telephony.history import HistoryCount, HistoryCursor, HistoryPage, HistoryQuery
from agent_desktop.telephony.latency import LatencyFigures, LatencyReceipt
from agent_desktop.telephony.outcome import has_outcome, outcome_kind
from agent_desktop.telephony.pop_audit import Audit


class FakeDesk:
    """Implements the port. `asked` lists what was asked of it; `failures` says which method raises what, and a method
    named in `held` answers only after `release`.
    """

    def __init__(self, records: Sequence[CallRecord] = (), settings: Settings | None = None) -> None:
        self.records = list(records)
        self.settings = settings or Settings()
        self.asked: list[tuple[Any, ...]] = []
        self.failures: dict[str, Exception] = {}
        self.previews: dict[str, DialPreview] = {}
        self.confirmed = True
        self.features: Any = SimpleNamespace(
            sync=FakeSync(self),
            figures=SimpleNamespace(of=self._figures),
            exports=SimpleNamespace(write=self._export, write_page=self._export_page),
            call_browser=FakeBrowser(self),
            dispositions=SimpleNamespace(set=self._dispose),
            notes=SimpleNamespace(type=partial(self._ask, "note_typed"), leave=partial(self._ask, "note_left")),
            keeping=FakeKeeping(self),
            diagnostics=FakeDiagnostics(),
            self_test=SimpleNamespace(test=self._test_way),
            computer=FakeComputer(self),
            keys=FakeKeys(self),
            support=SimpleNamespace(report=lambda target: self._ask("report", target)),
        )
        self.checks: tuple[Check, ...] = (Check("ok", "The PBX answers."),)
        self.way = WayTested(0.0, (Check("ok", "A webhook arrives."),), 1.5, 2.5)
        self.on_ask: Callable[[str], None] = lambda _: None
        self._publisher = Publisher()
        self._held: dict[str, asyncio.Event] = {}

    def hold(self, method: str) -> None:
        """Keep answers of this method back until `release`."""
        self._held[method] = asyncio.Event()

    def release(self, method: str) -> None:
        """Let them go. Call it on the desk's thread."""
        self._held.pop(method).set()

    def publish(self, update: Update) -> None:
        """Tell the watchers. Call it on the desk's thread."""
        self._publisher.publish(update)

    def subscribe(self, watcher: Callable[[Update], None]) -> Callable[[], None]:
        return self._publisher.subscribe(watcher)

    def times(self, method: str) -> int:
        """How often a method was asked."""
        return sum(1 for name, *_ in self.asked if name == method)

    def preview(self, text: str) -> DialPreview:
        if text in self.previews:
            return self.previews[text]
        digits = "".join(c for c in text if c.isdigit())
        if not text.strip():
            return DialPreview()
        if not digits:
            return DialPreview(problem=NotDialable().message, is_begun=True)
        return DialPreview(digits, digits, "as it is")

    async def _ask(self, method: str, *arguments: object) -> None:
        self.asked.append((method, *arguments))
        self.on_ask(method)
        if method in self._held:
            await self._held[method].wait()
        if method in self.failures:
            raise self.failures[method]

    async def dial(self, text: str, *, confirmed: bool = False) -> DialOutcome:
        await self._ask("dial", text, confirmed)
        said = "The PBX is calling." if self.confirmed else "Sent to the PBX, which did not confirm it."
        return DialOutcome(self.preview(text).digits, self.confirmed, said)

    async def pause(self, reason: str = "") -> None:
        await self._ask("pause", reason)

    async def unpause(self) -> None:
        await self._ask("unpause")

    async def refresh_status(self) -> None:
        await self._ask("refresh_status")

    async def refresh_team(self) -> None:
        await self._ask("refresh_team")

    async def watch_team(self, watching: bool) -> None:
        await self._ask("watch_team", watching)

    async def set_member_pause(self, extension: str, paused: bool) -> None:
        await self._ask("set_member_pause", extension, paused)

    async def spy(self, extension: str, mode: SpyMode) -> None:
        await self._ask("spy", extension, mode)

    async def history(self, query: HistoryQuery) -> HistoryPage:
        await self._ask("history", query)
        rows = [record for record in self.records if _matches(record, query)]
        rows.sort(key=lambda record: (getattr(record, query.sort, 0) or 0, record.callid), reverse=query.descending)
        begin = query.after.id if query.after else 0
        end = begin + query.limit
        after = HistoryCursor("", end, len(rows)) if end < len(rows) else None
        return HistoryPage(tuple(rows[begin:end]), after, len(rows))

    async def _figures(self, query: HistoryQuery) -> tuple[CallFigure, ...]:
        await self._ask("figures", query)
        return tuple(
            CallFigure(
                record.started // SLOT_S * SLOT_S,
                outcome_kind(record.direction, record.status),
                1,
                record.talk_s or 0,
            )
            for record in self.records
            if _matches(record, query)
        )

    async def _export(self, order: ExportOrder) -> Exported:
        await self._ask("export", order)
        return Exported(order.target, len(self.records))

    async def _export_page(self, page: CallPage, target: Path) -> Exported:
        await self._ask("page", page, target)
        return Exported(target, len(page.rows))

    async def _test_way(self) -> WayTested:
        await self._ask("self_test")
        return self.way

    async def set_note(self, callid: str, text: str) -> None:
        await self._ask("set_note", callid, text)

    async def _dispose(self, callid: str, disposition: str) -> None:
        await self._ask("set_disposition", callid, disposition)

    async def dismiss(self, callid: str) -> None:
        await self._ask("dismiss", callid)

    async def painted(self, callid: str, painted_ns: int) -> None:
        await self._ask("painted", callid, painted_ns)

    async def test_connection(self, draft: ConnectionDraft) -> tuple[Check, ...]:
        await self._ask("test_connection", draft)
        return self.checks

    async def connect(self, draft: ConnectionDraft) -> None:
        await self._ask("connect", draft)
        pbx = replace(
            self.settings.pbx,
            url=draft.url,
            report_url=draft.report_url,
            domain=draft.domain,
            extension=draft.extension,
        )
        self.settings = replace(self.settings, pbx=pbx)
        self.publish(SettingsChanged(self.settings, "keyring"))

    async def change_settings(self, settings: Settings) -> None:
        await self._ask("change_settings", settings)
        self.settings = settings
        self.publish(SettingsChanged(settings, "keyring"))

    async def forget_notice(self, topic: str) -> None:
        await self._ask("forget_notice", topic)
        self.publish(Notice(topic, Level.INFO, ""))


class FakeKeeping:
    """`desk.keeping`, as the windows use it. `customer` is what is known of any number."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk
        self.kept = Kept(0, 0, None)
        self.customer = CustomerData()
        self.is_pending = False

    async def figures(self) -> Kept:
        return self.kept

    async def look_up(self, number: str) -> CustomerData:
        await self._desk._ask("look_up", number)
        return self.customer

    async def forget(self, number: str) -> CustomerData:
        await self._desk._ask("forget", number)
        return self.customer

    async def back_up(self, target: Path) -> int:
        await self._desk._ask("back_up", target)
        return 1

    async def restore(self, source: Path) -> None:
        await self._desk._ask("restore", source)
        self.is_pending = True

    async def pending(self) -> bool:
        return self.is_pending

    async def drop_restore(self) -> None:
        await self._desk._ask("drop_restore")
        self.is_pending = False


class FakeComputer:
    """`desk.this_computer`, as the windows use it."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk
        self.now = Registrations(False, "Softphone", "Choose it in the settings.", False)
        self.is_up_to_the_user = False

    async def look(self) -> Registrations:
        return self.now

    async def open_links(self, wanted: bool) -> Registrations:
        await self._desk._ask("open_links", wanted)
        self.now = replace(self.now, opens_links=wanted and not self.is_up_to_the_user)
        return self.now

    async def start_at_sign_in(self, wanted: bool) -> Registrations:
        await self._desk._ask("start_at_sign_in", wanted)
        self.now = replace(self.now, starts_at_sign_in=wanted)
        return self.now


class FakeDiagnostics:
    """`desk.diagnostics`, as the page uses it."""

    def __init__(self) -> None:
        self.found = Audit()
        self.receipts: list[LatencyReceipt] = []
        self.since: list[float] = []
        self.failure: StoreFailed | None = None

    async def audit(self, since: float) -> Audit:
        self.since.append(since)
        if self.failure is not None:
            raise self.failure
        return self.found

    async def latency(self, since: float) -> LatencyFigures:
        return LatencyFigures.of(self.receipts)


class FakeKeys:
    """`desk.global_keys`, as the windows use it."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk

    async def dial_link(self, link: str) -> None:
        await self._desk._ask("dial_link", link)

    async def focus(self, window: int) -> bool:
        await self._desk._ask("focus", window)
        return True

    async def give_back(self, window: int) -> None:
        await self._desk._ask("give_back", window)


class FakeSync:
    """`desk.history_sync`, as the windows use it. `never_asked` is how many of any days are missing."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk
        self.never_asked = 0
        self.present = SyncProgress()

    async def sync(self) -> int:
        await self._desk._ask("sync")
        return len(self._desk.records)

    async def fetch_missing(self, first: date, last: date) -> int:
        await self._desk._ask("fetch_missing", first, last)
        return 0

    async def missing(self, first: date, last: date) -> int:
        await self._desk._ask("missing", first, last)
        return self.never_asked

    async def progress(self) -> SyncProgress:
        return self.present

    async def stop(self) -> None:
        await self._desk._ask("stop")


class FakeBrowser:
    """Looks into the fake's memory; `found` are the details of calls."""

    def __init__(self, desk: FakeDesk) -> None:
        self._desk = desk
        self.found: dict[str, CallDetails] = {}

    async def count(self, query: HistoryQuery) -> HistoryCount:
        await self._desk._ask("count", query)
        rows = [record for record in self._desk.records if _matches(record, query)]
        answered = sum(record.status == "ANSWER" for record in rows)
        talk = sum(record.talk_s or 0 for record in rows)
        return HistoryCount(len(rows), answered, sum(record.is_missed for record in rows), talk)

    async def queues(self) -> tuple[str, ...]:
        await self._desk._ask("queues")
        return tuple(sorted({record.queue for record in self._desk.records if record.queue}))

    async def details(self, callid: str) -> CallDetails:
        await self._desk._ask("details", callid)
        return self.found.get(callid, CallDetails())


def _matches(record: CallRecord, query: HistoryQuery) -> bool:
    return all(
        (
            query.since is None or record.started >= query.since,
            query.until is None or record.started < query.until,
            not query.direction or record.direction == query.direction,
            has_outcome(query.outcome, record.direction, record.status),
            not query.extensions or record.extension in query.extensions,
            query.queue in ("", record.queue),
            query.recorded in (None, bool(record.recording_url)),
            not query.callid or record.callid == query.callid,
            query.text in record.number,
        )
    )


@contextmanager
def desk_thread() -> Iterator[DeskThread]:
    """A running desk's thread; ended when left, whatever still runs on it cancelled."""
    thread = DeskThread()
    thread.start()
    try:
        yield thread
    finally:
        thread.submit(_cancel_all()).result()
        thread.close()


async def _cancel_all() -> None:
    tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
