import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.store import bitmap_filing, bitmap_search, bitmaps, calls, search, search_rows
from agent_desktop.store.database import open_database
from agent_desktop.store.folding import words
from agent_desktop.store.store import Store, read_page
from agent_desktop.telephony.call import Call, CallRecord
from agent_desktop.telephony.folded import fold
from agent_desktop.telephony.history import (
    MISSED,
    NOT_REACHED,
    OPEN,
    HistoryCount,
    HistoryPage,
    HistoryQuery,
    HistorySort,
)
from tests.store.sample import AT, fold_number, index_all, reported, with_store

SORTS: tuple[HistorySort, ...] = get_args(HistorySort)

one_call = st.builds(
    reported,
    callid=st.integers(0, 40).map(lambda n: f"1709273740.{n}"),
    started=st.integers(0, 12).map(lambda n: AT + n * 10),
    direction=st.sampled_from(["inbound", "outbound", ""]),
    extension=st.sampled_from(["101", "102", ""]),
    number=st.sampled_from(["0938363739", "+84938363739", "0912345678", "anonymous", ""]),
    queue=st.sampled_from(["999", "Bán hàng", "queue_x@pbx", ""]),
    status=st.sampled_from(["ANSWER", "BUSY", "ABANDON", "NOANSWER", ""]),
    did=st.sampled_from(["02873001234", ""]),
    duration_s=st.none() | st.integers(0, 3),
    talk_s=st.none() | st.integers(0, 3),
    recording_url=st.sampled_from(["", "https://pbx/1.wav"]),
)
some_calls = st.sampled_from([0, 15]).flatmap(
    lambda least: st.lists(one_call, min_size=least, max_size=30, unique_by=lambda call: call.callid)
)
queries = st.builds(
    HistoryQuery,
    text=st.sampled_from(
        [
            "",
            "hoa",
            "tran duc",
            "sold",
            "hẹn",
            "0",
            "09",
            "0938 363",
            "+84938",
            "ban",
            "BÁN hang",
            "x@",
            "_x 09",
            "zz",
            "1709273740.3",
        ]
    ),
    since=st.none() | st.integers(0, 12).map(lambda n: AT + n * 10.0),
    until=st.none() | st.integers(0, 12).map(lambda n: AT + n * 10.0),
    direction=st.sampled_from(["", "", "inbound", "outbound"]),
    outcome=st.sampled_from(["", "", "ANSWER", "BUSY", MISSED, NOT_REACHED, OPEN]),
    queue=st.sampled_from(["", "", "999"]),
    extensions=st.sampled_from([(), (), ("101",), ("101", "102")]),
    recorded=st.sampled_from([None, None, True, False]),
    callid=st.sampled_from(["", "", "", "1709273740.3"]),
    sort=st.sampled_from(SORTS),
    descending=st.booleans(),
    limit=st.integers(1, 9),
)


NAMES = {"84938363739": "Nguyễn Thị Hoa", "84912345678": "Trần Đức"}
REMARKED = {f"1709273740.{n}": (["", "Hẹn thứ hai"][n % 2], ["", "Sold", "Call back"][n % 3]) for n in range(41)}


def name_of(row: CallRecord) -> str:
    return NAMES.get(fold_number(row.number), "")


def matches(call: Call, query: HistoryQuery, known: set[str]) -> bool:
    """The query's contract, in plain words."""
    row = call.record()
    text = calls.search_text(row, fold_number, name_of(row), *REMARKED[row.callid])
    found = row.callid == query.text if query.text in known else all(word in text for word in words(query.text))
    told = row.status not in ("ANSWER", "RINGING", "ENDED")
    went_out = row.direction == "outbound"
    several = {MISSED: told and not went_out, NOT_REACHED: told and went_out, OPEN: not told and row.status != "ANSWER"}
    return (
        found
        and (query.since is None or row.started >= query.since)
        and (query.until is None or row.started < query.until)
        and query.direction in ("", row.direction)
        and several.get(query.outcome, query.outcome in ("", row.status))
        and query.queue in ("", row.queue)
        and (not query.extensions or row.extension in query.extensions)
        and query.recorded in (None, bool(row.recording_url))
        and query.callid in ("", row.callid)
    )


def sorted_by(query: HistoryQuery, row: CallRecord) -> Any:
    if query.sort == "started":
        return row.started
    if query.sort == "number":
        return fold_number(row.number)
    if query.sort == "who":
        return fold(name_of(row))
    if query.sort == "disposition":
        return REMARKED[row.callid][1]
    if query.sort == "recorded":
        return bool(row.recording_url)
    value = getattr(row, query.sort)
    return -1 if value is None else value


def all_pages(connection: Any, query: HistoryQuery) -> Iterator[HistoryPage]:
    while True:
        page = search.page(connection, query)
        yield page
        if page.next is None:
            return
        query = replace(query, after=page.next)


def keep(kept: list[Call], connection: sqlite3.Connection, progress: str) -> list[Call]:
    """Those that stay. Some numbers are named before their calls are known, some after.

    Half of the calls may be known to the bitmaps before the rest comes, some of them change, and some are deleted.
    """
    indexed = {"nothing": 0, "half": len(kept) // 2, "all": len(kept)}[progress]
    (first, first_name), (second, second_name) = NAMES.items()
    calls.name_number(first, first_name, connection)
    calls.save(kept[:indexed], 0, fold_number, connection)
    calls.rename(first, 100, fold_number, connection)
    if progress == "half":
        remark(connection, [call.callid for call in kept[:indexed:3]])
        index_all(connection)
    calls.save(kept[indexed:], 0, fold_number, connection)
    calls.name_number(second, second_name, connection)
    calls.rename(second, 100, fold_number, connection)
    remark(connection, REMARKED)
    if progress == "all":
        index_all(connection)
    if progress != "half":
        return kept
    gone = {call.callid for call in kept[::5]}
    rows = connection.execute("SELECT id, callid FROM calls").fetchall()
    calls.delete(connection, [row for row, callid in rows if callid in gone])
    return [call for call in kept if call.callid not in gone]


def remark(connection: sqlite3.Connection, callids: Iterable[str]) -> None:
    for callid in callids:
        note, disposition = REMARKED[callid]
        calls.set_note(callid, note, fold_number, connection)
        calls.set_disposition(callid, disposition, fold_number, connection)


@settings(max_examples=400, deadline=None)
@given(
    some_calls,
    st.lists(queries, min_size=1, max_size=12),
    st.sampled_from([0, 0, 3, 10_000]),
    st.sampled_from([1, 3, 10_000]),
    st.sampled_from(["nothing", "half", "half", "all"]),
)
def test_every_match_is_listed_once_in_order(
    kept: list[Call], asked: list[HistoryQuery], counted: int, near: int, indexed: str
) -> None:
    with TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr(search_rows, "COUNTED", counted)
        patch.setattr(search, "NEAR", near)
        patch.setattr(bitmap_search, "LISTED", near - 1)
        patch.setattr(bitmap_search, "_AT_ONCE", 2)
        patch.setattr(bitmap_filing, "BLOCK", 4)
        patch.setattr(bitmap_filing, "FILED_AT_ONCE", 3)
        for module in (bitmap_filing, bitmaps):
            patch.setattr(module, "PART", 3)
        if indexed == "nothing":
            patch.setattr(bitmaps, "MOST_UNINDEXED", -1)
        with closing(open_database(Path(folder) / "journal.db", AT).connection) as connection:
            connection.execute("BEGIN")
            left = keep(kept, connection, indexed)
            for query in asked:
                pages = list(all_pages(connection, query))
                expect(left, query, pages, search.count(connection, query))
                totals = {page.total for page in pages}
                assert None not in totals or 2 * len(kept) > counted, "what is few is counted"


def expect(kept: list[Call], query: HistoryQuery, pages: list[HistoryPage], counted: HistoryCount) -> None:
    """The pages list what the contract says."""
    known = {call.callid for call in kept}
    expected = [call.record() for call in kept if matches(call, query, known)]
    listed = [row for page in pages for row in page.rows]
    assert sorted(listed, key=repr) == sorted(expected, key=repr)
    order = [(sorted_by(query, row), row.started) for row in listed]
    assert order == sorted(order, reverse=query.descending)
    assert all(len(page.rows) == query.limit for page in pages[:-1])
    assert {page.total for page in pages} in ({len(expected)}, {None})
    for page in pages:
        for row in page.rows:
            remarks = (page.names.get(row.callid, ""), page.notes.get(row.callid, ""))
            assert remarks == (name_of(row), REMARKED[row.callid][0])
            assert page.dispositions.get(row.callid, "") == REMARKED[row.callid][1]
    assert counted == HistoryCount(
        len(expected),
        sum(row.status == "ANSWER" for row in expected),
        sum(row.direction != "outbound" and row.status not in ("ANSWER", "RINGING", "ENDED", "") for row in expected),
        sum(row.talk_s or 0 for row in expected),
    )


def kept_calls(path: Path, *kept: Call) -> None:
    async def use(store: Store) -> None:
        await store.save(kept, 0)

    with_store(path, use)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0938 363", {"home", "abroad", "bare"}),
        ("0938363739", {"home", "abroad", "bare"}),
        ("+84938", {"home", "abroad", "bare"}),
        ("84938", {"home", "abroad", "bare"}),
        ("363-739", {"home", "abroad", "bare"}),
        ("anon", {"withheld"}),
        ("ban hang", {"withheld"}),
        ("028 7300", {"home", "abroad", "bare", "withheld"}),
        ("28730", {"home", "abroad", "bare", "withheld"}),
        ("10", {"home", "abroad", "bare", "withheld"}),
        ("home", {"home"}),
        ("hom", set()),
        ("%", set()),
        ("*", set()),
        ("999 OR", set()),
        ('"', set()),
        ("x" * 500, set()),
    ],
)
def test_text_finds(tmp_path: Path, text: str, found: set[str]) -> None:
    path = tmp_path / "journal.db"
    kept_calls(
        path,
        reported("home", number="0938363739"),
        reported("abroad", number="+84938363739"),
        reported("bare", number="84938363739"),
        reported("withheld", number="anonymous", queue="Bán hàng"),
    )
    assert {row.callid for row in read_page(path, HistoryQuery(text=text)).rows} == found


def test_a_page_goes_on_where_the_last_ended_though_calls_arrive_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    kept_calls(path, *(reported(f"c{n}", AT + n) for n in range(6)))
    first = read_page(path, HistoryQuery(limit=3))
    kept_calls(path, reported("new", AT + 100))
    second = read_page(path, HistoryQuery(limit=3, after=first.next))
    assert [row.callid for page in (first, second) for row in page.rows] == ["c5", "c4", "c3", "c2", "c1", "c0"]
    assert second.next is None


def test_there_may_be_nothing_yet(tmp_path: Path) -> None:
    assert read_page(tmp_path / "journal.db", HistoryQuery()) == HistoryPage((), None, 0)


@pytest.mark.parametrize("sort", SORTS)
@pytest.mark.parametrize("descending", [True, False])
@pytest.mark.parametrize("deep", [True, False])
def test_no_page_of_an_unfiltered_list_is_sorted_or_scanned_for(
    tmp_path: Path, sort: HistorySort, descending: bool, deep: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_rows, "COUNTED", 3)
    path = tmp_path / "journal.db"
    kept_calls(path, *(reported(f"c{n}", AT + n) for n in range(9)))
    with closing(open_database(path, AT).connection) as connection:
        query = HistoryQuery(sort=sort, descending=descending, limit=2)
        if deep:
            query = replace(query, after=search.page(connection, query).next)
        plans: list[str] = []
        connection.set_trace_callback(plans.append)
        search.page(connection, query)
        connection.set_trace_callback(None)
        for statement in plans:
            steps = [step[3] for step in connection.execute(f"EXPLAIN QUERY PLAN {statement}")]
            assert not any("TEMP B-TREE" in step for step in steps), steps
            if deep:
                assert all(step.startswith(("SEARCH", "CORRELATED")) for step in steps), steps
