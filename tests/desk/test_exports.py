import asyncio
from pathlib import Path

import pytest

from agent_desktop.desk import exports
from agent_desktop.desk.export_order import Exported, ExportFormat, ExportOrder, ExportProgress
from agent_desktop.desk.exports import Exports
from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.updates import Update
from agent_desktop.errors import ExportStopped, UsageError
from agent_desktop.telephony.history import HistoryQuery
from tests.desk.running_desk import running_desk, simulated_pbx
from tests.desk.test_page_file import ENDLESS, PROGRAM
from tests.desk.test_typesetting import CALL, page
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
            exported = await Exports(store.path, publisher, PROGRAM).write(order(tmp_path))
            assert (exported.target, exported.rows) == (tmp_path / "calls.csv", 2)

    asyncio.run(run())
    assert told == [ExportProgress(0, 2), ExportProgress(2, 2)]
    assert (tmp_path / "calls.csv").exists()


@pytest.mark.parametrize("ends", ["cancelled", "closed"])
def test_one_at_a_time_and_one_that_is_stopped_leaves_nothing(tmp_path, monkeypatch, ends):
    monkeypatch.setattr(exports, "write_export", _until_stopped)

    async def run() -> None:
        made = Exports(tmp_path / "journal.db", Publisher(), PROGRAM)
        first = asyncio.create_task(made.write(order(tmp_path)))
        await asyncio.to_thread(_wait_for, tmp_path / "writing")
        with pytest.raises(UsageError):
            await made.write(order(tmp_path))
        with pytest.raises(UsageError):
            await made.write_page(page(CALL), tmp_path / "page.pdf")
        if ends == "cancelled":
            first.cancel()
        else:
            await made.close()
            assert not (tmp_path / "writing").exists()
        with pytest.raises((asyncio.CancelledError, ExportStopped)):
            await first
        assert not (tmp_path / "writing").exists()

    asyncio.run(run())


def test_a_page_is_written_and_can_be_stopped(tmp_path):
    target = tmp_path / "page.pdf"

    async def run() -> None:
        exported = await Exports(tmp_path / "journal.db", Publisher(), PROGRAM).write_page(page(CALL), target)
        assert exported == Exported(target, 1)
        assert target.read_bytes().startswith(b"%PDF-")
        stopped = asyncio.create_task(Exports(target, Publisher(), ENDLESS).write_page(page(CALL), tmp_path / "2.pdf"))
        await asyncio.sleep(0)
        stopped.cancel()
        with pytest.raises(asyncio.CancelledError):
            await stopped
        assert list(tmp_path.iterdir()) == [target]

    asyncio.run(run())


def test_the_desk_knows_the_program_that_writes_a_page(tmp_path):
    async def run() -> None:
        async with simulated_pbx() as pbx, running_desk(tmp_path / "profile", pbx) as desk:
            exported = await desk.service.features.exports.write_page(page(CALL), tmp_path / "page.pdf")
            assert exported.target.read_bytes().startswith(b"%PDF-")

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
