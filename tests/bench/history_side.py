"""`python -m tests.bench.history_side DATABASE QUICK`: the history's window on a database, beside plain SQL; JSON.

Everything is measured as an agent sees it: from the key or click to the painted rows, through the desk's thread.
"""

import json
import os
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEventLoop, Qt
from PySide6.QtTest import QTest

from agent_desktop.app import SWITCH_INTERVAL_S
from agent_desktop.store.store import Store
from agent_desktop.telephony.history import MISSED, NOT_REACHED, HistoryCount, HistoryPage, HistoryQuery
from agent_desktop.telephony.number import DialRules, canonical, preload
from agent_desktop.ui.application import make_application
from agent_desktop.ui.bridge import DeskBridge
from agent_desktop.ui.context import Context
from agent_desktop.ui.history_panel import HistoryPanel
from agent_desktop.ui.layout_memory import LayoutMemory
from agent_desktop.ui.main_window import MainWindow
from agent_desktop.ui.models.history_columns import Column
from agent_desktop.ui.models.history_model import FIRST_PAGE, NEXT_PAGES
from agent_desktop.ui.models.paged_model import Loading
from agent_desktop.ui.theme import Scheme, Theme
from tests.bench.figures import MS
from tests.bench.many_calls import END, OWN
from tests.bench.process_use import memory_mb
from tests.ui.desk_fake import FakeBrowser, FakeDesk, desk_thread
from tests.ui.stage import READY

TYPED = ("0938363", "938 36", "+8490", "nguyen thi hoa", "bui", "ban hang", "160", "goi lai", "zz", "19002028")
FILTERS: dict[str, tuple[tuple[str, object], ...]] = {
    "direction": (("direction", "outbound"),),
    "outcome": (("outcome", MISSED),),
    "queue": (("queue", "Sales"),),
    "recording": (("recorded", True),),
    "all of them": (("direction", "inbound"), ("outcome", "ANSWER"), ("queue", "VIP"), ("recorded", False)),
    "what no call is": (("direction", "outbound"), ("queue", "Sales")),
}
TOGETHER: dict[str, HistoryQuery] = {
    "a DID among outgoing calls": HistoryQuery("19002028", direction="outbound"),
    "a DID among missed calls, by who called": HistoryQuery("19002028", outcome=MISSED, sort="who"),
    "a disposition among missed calls": HistoryQuery("resolved", outcome=MISSED),
    "a name in a queue, by number": HistoryQuery("hoa", queue="Sales", sort="number"),
    "a name among own calls": HistoryQuery("nguyen", extensions=(OWN,)),
    "a name from Z to A": HistoryQuery("bui", sort="who"),
    "digits and a name, by waiting": HistoryQuery("09 hoa", direction="inbound", outcome="BUSY", sort="wait_s"),
    "numbers from abroad, by number": HistoryQuery("+6012", direction="inbound", sort="number"),
    "single digits": HistoryQuery("1 2 3 4", outcome=NOT_REACHED, sort="did"),
    "incoming calls, by queue": HistoryQuery(direction="inbound", sort="queue", descending=False),
    "outgoing calls, by talk": HistoryQuery(direction="outbound", recorded=False, sort="talk_s"),
}
_ALL_DAYS = 4
_RAW = (
    "SELECT callid, started, direction, number, extension, queue, did, status, duration_s, talk_s, hold_s,"
    " recording_url, who, disposition, note FROM calls JOIN call_detail USING (id) ORDER BY id DESC LIMIT ?"
)


class _Desk(FakeDesk):
    """Answers from a real store."""

    def __init__(self, store: Store) -> None:
        super().__init__(settings=READY)
        self.store = store
        self.features.call_browser = _Browser(self)

    async def history(self, query: HistoryQuery) -> HistoryPage:
        return await self.store.page(query)


class _Browser(FakeBrowser):
    def __init__(self, desk: _Desk) -> None:
        super().__init__(desk)
        self._store = desk.store

    async def count(self, query: HistoryQuery) -> HistoryCount:
        return await self._store.count(query)

    async def queues(self) -> tuple[str, ...]:
        return await self._store.queues()


class _Window:
    """The main window's history, and how long it takes until the rows of what was asked are painted."""

    def __init__(self, context: Context) -> None:
        self._window = MainWindow(context)
        self._window.resize(1200, 800)
        self._window.open_at("now")
        while (panel := self._window.findChild(HistoryPanel)) is None:
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        self.panel = panel
        self.panel.picture.toggle.setChecked(False)
        self.panel.filters.days.choose(_ALL_DAYS)
        self.settle()
        self.opened_ms = self.took(partial(self._window.rail.choose, "history"))

    def took(self, act: Callable[[], object]) -> float:
        """Milliseconds from the act to the painted rows."""
        begun = time.perf_counter_ns()
        act()
        self.settle()
        return (time.perf_counter_ns() - begun) / MS

    def settle(self) -> None:
        """What was asked is there, and painted."""
        model, filters = self.panel.model, self.panel.filters
        while filters.is_changing or model.loading in (Loading.FIRST, Loading.MORE):
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        QCoreApplication.sendPostedEvents()  # painting is one of them

    def type(self, text: str) -> list[float]:
        """Each key by itself."""
        edit = self.panel.filters.edit
        times = [self.took(partial(QTest.keyClick, edit, letter)) for letter in text]
        edit.clear()
        self.settle()
        return times

    def scroll(self, pages: int) -> list[float]:
        """To the end of what is loaded, again and again."""
        return [self.took(self.panel.table.scrollToBottom) for _ in range(pages)]


def _measure(window: _Window, path: Path, *, quick: bool) -> dict[str, Any]:
    rounds = 2 if quick else 15
    raw, first = [], []
    for _ in range(rounds):
        raw.append(_raw_ms(path))
        first.append(window.took(partial(window.panel.filters.days.choose, _ALL_DAYS)))
    before, _ = memory_mb(os.getpid())
    typed = {text: window.type(text) for text in TYPED[: 2 if quick else None]}
    filters = {name: _filter(window, choices, rounds // 3 + 1) for name, choices in FILTERS.items()}
    header = window.panel.table.horizontalHeader()
    orders = {
        column.name.lower(): [
            window.took(partial(header.setSortIndicator, column, order))
            for order in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder) * (rounds // 6 + 1)
        ]
        for column in reversed(Column)
    }
    searched, _ = memory_mb(os.getpid())
    scrolled = window.scroll(5 if quick else 150)
    return {
        "opened": window.opened_ms,
        "raw": raw,
        "first": first,
        "typed": typed,
        "filters": filters,
        "orders": orders,
        "scrolled": scrolled,
        "rows": window.panel.model.rowCount(),
        "memory": (before, searched, memory_mb(os.getpid())[0]),
    }


def _filter(window: _Window, choices: tuple[tuple[str, object], ...], rounds: int) -> list[float]:
    """Each choice by itself."""
    times = []
    kinds = window.panel.filters.kinds
    for _ in range(rounds):
        times += [window.took(partial(kinds.chosen.emit, field, value)) for field, value in choices]
        window.panel.filters.clear()
        window.settle()
    return times


def _together(answer: Callable[[HistoryQuery], HistoryPage], rounds: int) -> dict[str, list[float]]:
    """The first two pages of each."""
    times: dict[str, list[float]] = {name: [] for name in TOGETHER}
    for _ in range(rounds):
        for name, query in TOGETHER.items():
            begun = time.perf_counter_ns()
            page = answer(replace(query, limit=FIRST_PAGE))
            times[name].append((time.perf_counter_ns() - begun) / MS)
            if page.next is not None:
                begun = time.perf_counter_ns()
                answer(replace(query, after=page.next, limit=NEXT_PAGES))
                times[name].append((time.perf_counter_ns() - begun) / MS)
    return times


def _raw_ms(path: Path) -> float:
    """The same page by plain SQL, on a connection that knows nothing yet."""
    begun = time.perf_counter_ns()
    with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
        rows = connection.execute(_RAW, (FIRST_PAGE,)).fetchall()
    assert len(rows) == FIRST_PAGE
    return (time.perf_counter_ns() - begun) / MS


def main() -> None:
    """Print what was measured."""
    path, quick = Path(sys.argv[1]), sys.argv[2] == "quick"
    sys.setswitchinterval(SWITCH_INTERVAL_S)
    application = make_application()
    theme = Theme()
    theme.apply(application, Scheme.LIGHT)
    rules = DialRules()
    preload(rules)  # as the program does when it starts
    with desk_thread() as thread:
        opening = Store.open(path, lambda number: canonical(number, rules), END)
        store = thread.submit(opening).result()
        bridge = DeskBridge(_Desk(store), thread.loop)
        context = Context(bridge, theme, LayoutMemory(path.with_suffix(".ini")), now=lambda: END)
        bridge.open()
        measured = _measure(_Window(context), path, quick=quick)
        measured["together"] = _together(lambda query: thread.submit(store.page(query)).result(), 2 if quick else 8)
        bridge.close()
        thread.submit(store.close()).result()
    print(json.dumps(measured))


if __name__ == "__main__":
    main()
