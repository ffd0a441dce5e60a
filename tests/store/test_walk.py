from contextlib import closing
from itertools import count
from pathlib import Path

import pytest

from agent_desktop.errors import ExportStopped, StoreFailed
from agent_desktop.store import calls, walk
from agent_desktop.store.database import open_database
from agent_desktop.telephony.history import MISSED, HistoryQuery
from tests.store.sample import AT, fold_number, reported


def keep(path: Path, *callids: str, started: float = AT) -> None:
    """Calls, a second apart."""
    with closing(open_database(path, 0.0).connection) as connection:
        made = [reported(callid, started + second) for second, callid in enumerate(callids)]
        calls.save(made, 0, fold_number, connection)


def walked(path: Path, query: HistoryQuery) -> list[str]:
    with walk.walk(path, query, lambda: False) as whole:
        found = [row.callid for page in whole.pages for row in page.rows]
        assert len(found) == whole.total
        return found


@pytest.fixture
def small_pages(monkeypatch) -> None:
    monkeypatch.setattr(walk, "ROWS_AT_ONCE", 3)


def test_nothing_kept_is_nothing_to_walk(tmp_path):
    assert walked(tmp_path / "journal.db", HistoryQuery()) == []


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize(
    "query",
    [
        HistoryQuery(),
        HistoryQuery(text="0938"),
        HistoryQuery(text="38"),
        HistoryQuery(text="0938", direction="inbound"),
        HistoryQuery(since=AT + 2, until=AT + 6, sort="number", descending=False),
        HistoryQuery(outcome=MISSED),
        HistoryQuery(text="zzz"),
    ],
)
def test_gives_as_many_as_it_said_and_none_twice(tmp_path, query):
    path = tmp_path / "journal.db"
    keep(path, *(f"c{number}" for number in range(10)))
    found = walked(path, query)
    assert len(found) == len(set(found))
    expected = {query == HistoryQuery(outcome=MISSED): 0, query.text == "zzz": 0, query.since is not None: 4}
    assert len(found) == expected.get(True, 10)


@pytest.mark.usefixtures("small_pages")
def test_what_is_written_meanwhile_neither_doubles_nor_takes_away(tmp_path):
    path = tmp_path / "journal.db"
    ids = [f"c{number}" for number in range(10)]
    keep(path, *ids)
    with walk.walk(path, HistoryQuery(), lambda: False) as whole:
        first = next(whole.pages)
        assert [row.callid for row in first.rows] == ["c9", "c8", "c7"]
        keep(path, "new", started=AT + 4.5)
        keep(path, "c9", "c8", started=AT - 100)  # known better now: they lie before all others
        with closing(open_database(path, 0.0).connection) as connection:
            calls.prune(connection, AT + 2, 100)
        rest = [row.callid for page in whole.pages for row in page.rows]
    assert rest == ["c6", "c5", "c4", "c3", "c2", "c1", "c0"]
    assert whole.total == 10


@pytest.mark.usefixtures("small_pages")
def test_stops_soon_after_it_is_told_to(tmp_path):
    path = tmp_path / "journal.db"
    keep(path, *(f"c{number}" for number in range(10)))
    told: list[bool] = []
    with walk.walk(path, HistoryQuery(), lambda: bool(told)) as whole:
        next(whole.pages)
        told.append(True)
        with pytest.raises(ExportStopped):
            next(whole.pages)


def test_a_long_question_is_broken_off(tmp_path):
    path = tmp_path / "journal.db"
    keep(path, "c1")
    asked = count()
    with walk.walk(path, HistoryQuery(), lambda: False) as whole:
        assert whole.total == 1
    with pytest.raises(ExportStopped), walk.walk(path, HistoryQuery(), lambda: next(asked) > 0) as whole:
        list(whole.pages)


def test_what_cannot_be_read_is_said(tmp_path):
    path = tmp_path / "journal.db"
    path.write_bytes(b"no database" * 1000)
    with pytest.raises(StoreFailed), walk.walk(path, HistoryQuery(), lambda: False):
        pass
