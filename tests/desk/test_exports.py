import asyncio
from pathlib import Path

import pytest

from agent_desktop.desk import exports
from agent_desktop.desk.export_order import ExportFormat, ExportOrder, ExportProgress
from agent_desktop.desk.exports import Exports
from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.updates import Update
from agent_desktop.errors import ExportStopped, UsageError
from agent_desktop.telephony.history import HistoryQuery
from tests.store.sample import opened, reported


def order(folder: Path) -> ExportOrder:
    return ExportOrder(HistoryQuery(), folder / "calls.csv", ExportFormat.CSV)


def test_tells_how_far_it_is_and_what_it_wrote(tmp_path):
    told: list[Update] = []

    async def run() -> None:
        async with opened(tmp_path / "journal.db") as store:
            await store.save([reported("c1"), reported("c2")], 0)
            publisher = Publisher()
            publisher.subscribe(told.append)
            exported = await Exports(store.path, publisher).write(order(tmp_path))
            assert (exported.target, exported.rows) == (tmp_path / "calls.csv", 2)

    asyncio.run(run())
    assert told == [ExportProgress(0, 2), ExportProgress(2, 2)]
    assert (tmp_path / "calls.csv").exists()


@pytest.mark.parametrize("ends", ["cancelled", "closed"])
def test_one_at_a_time_and_one_that_is_stopped_leaves_nothing(tmp_path, monkeypatch, ends):
    monkeypatch.setattr(exports, "write_export", _until_stopped)

    async def run() -> None:
        made = Exports(tmp_path / "journal.db", Publisher())
        first = asyncio.create_task(made.write(order(tmp_path)))
        await asyncio.to_thread(_wait_for, tmp_path / "writing")
        with pytest.raises(UsageError):
            await made.write(order(tmp_path))
        if ends == "cancelled":
            first.cancel()
        else:
            await made.close()
            assert not (tmp_path / "writing").exists()
        with pytest.raises((asyncio.CancelledError, ExportStopped)):
            await first
        assert not (tmp_path / "writing").exists()

    asyncio.run(run())


def _until_stopped(database, order, tell, is_stopped):
    mark = database.with_name("writing")
    mark.touch()
    while not is_stopped():
        pass
    mark.unlink()
    raise ExportStopped


def _wait_for(mark: Path) -> None:
    while not mark.exists():
        pass
