"""Retention and forgetting while the desk runs: what is in memory goes, too, and what happens goes on."""

import asyncio
import logging
import shutil
import time
from pathlib import Path

import pytest

from agent_desktop.desk import backup, keeping
from agent_desktop.desk.keeping import KeepingProgress
from agent_desktop.desk.updates import HistoryShrank
from agent_desktop.errors import StoreFailed, UsageError
from agent_desktop.system.log import set_up_logging
from agent_desktop.system.redact import Redactor
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import RunningDesk, running_desk

ANA, BEN = "0938363739", "0912000111"
DAY_S = 24 * 3600.0


async def call(desk: RunningDesk, callid: str, phone: str) -> None:
    """A call that rings, and is over."""
    await desk.ring(callid, phone=phone)
    await desk.webhook(f"/api/callcenter/hangup?callid={callid}")


def test_a_customer_is_deleted_while_the_desk_runs(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_desk(tmp_path, pbx__extension="101", pop__linger_seconds="3600") as desk:
            await call(desk, "a1", ANA)
            await call(desk, "b1", BEN)
            await desk.until(lambda: len(desk.cards) == 2)
            logging.getLogger("test").warning("heard of %s", ANA)
            features = desk.service.features.keeping
            seen = await features.look_up("+84 938 363 739")
            assert (seen.calls, seen.webhooks, seen.log_lines) == (1, 2, 1)
            assert await features.forget("+84 938 363 739") == seen
            assert list(desk.cards) == ["b1"]
            assert desk.told[-1] == HistoryShrank()
            assert list(await desk.history()) == ["b1"]
            # The end of that call comes once more: nothing of it stays.
            await desk.webhook("/api/callcenter/hangup?callid=a1")
            await desk.webhook(
                f"/api/callcenter/calldata?callid=a1&phone={ANA}&status=NOANSWER&calldate=2024-03-01 13:15:40"
            )
            await call(desk, "a2", ANA)
            assert set(await desk.history()) == {"b1", "a2"}
            assert (await features.look_up(ANA)).calls == 1

    set_up_logging(tmp_path / "logs", "info", Redactor())
    try:
        (tmp_path / "logs").mkdir(exist_ok=True)
        set_up_logging(tmp_path / "logs", "info", Redactor())
        asyncio.run(scene())
        assert ANA not in (tmp_path / "logs" / "agent-desktop.log").read_text(encoding="utf-8")
        assert "a customer was deleted on request: 1 calls, 2 webhooks" in (
            tmp_path / "logs" / "agent-desktop.log"
        ).read_text(encoding="utf-8")
    finally:
        set_up_logging(tmp_path / "none" / "logs", "warning", Redactor())


def test_where_an_old_copy_stays_that_is_said_and_the_rest_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, **_: object) -> None:
        raise PermissionError

    async def scene() -> None:
        async with running_desk(tmp_path, pbx__extension="101", pop__linger_seconds="3600") as desk:
            await call(desk, "a1", ANA)
            await desk.until(lambda: desk.cards)
            (tmp_path / "before-restore-1").mkdir()
            (tmp_path / "journal.db.damaged-1").touch()
            with monkeypatch.context() as patched:
                patched.setattr(shutil, "rmtree", refuse)
                with pytest.raises(StoreFailed, match="old copy"):
                    await desk.service.features.keeping.forget(ANA)
            assert not desk.cards
            assert desk.told[-1] == HistoryShrank()
            assert not (tmp_path / "journal.db.damaged-1").exists()
            assert not await desk.history()

    asyncio.run(scene())


def test_a_customer_is_not_deleted_in_the_middle_of_a_call(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_desk(tmp_path, pbx__extension="101") as desk:
            await desk.ring("a1", phone=ANA)
            await desk.until(lambda: desk.states() == [CardState.RINGING])
            with pytest.raises(UsageError, match="under way"):
                await desk.service.features.keeping.forget(ANA)
            assert list(await desk.history()) == ["a1"]

    asyncio.run(scene())


def test_what_is_too_old_goes_by_itself_and_when_the_setting_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "FIRST_AFTER_S", 0.0)
    ahead_s = [0.0]

    async def scene() -> None:
        async with running_desk(tmp_path, pbx__extension="101", now=lambda: time.time() + ahead_s[0]) as desk:
            await call(desk, "a1", ANA)
            assert list(await desk.history()) == ["a1"]
            ahead_s[0] = 40 * DAY_S
            copy = tmp_path / "journal.db.damaged-20200101-000000"
            await asyncio.to_thread(copy.touch)
            await desk.service.change_settings(desk.service.settings.with_value("keep.days", 30))
            await desk.until(lambda: HistoryShrank() in desk.told)
            assert await desk.history() == {}
            assert not await asyncio.to_thread(copy.exists)

    asyncio.run(scene())


def test_without_end_means_that(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_desk(
            tmp_path, pbx__extension="101", keep__days="0", now=lambda: time.time() + 4000 * DAY_S
        ) as desk:
            await call(desk, "a1", ANA)
            assert (await desk.service.features.keeping.prune()).calls == 0
            assert list(await desk.history()) == ["a1"]

    asyncio.run(scene())


def test_a_backup_is_made_while_the_desk_works(tmp_path: Path) -> None:
    async def scene() -> None:
        async with running_desk(tmp_path / "profile", pbx__extension="101") as desk:
            await call(desk, "a1", ANA)
            features = desk.service.features.keeping
            size = await features.back_up(tmp_path / "backup.zip")
            assert size == (await asyncio.to_thread((tmp_path / "backup.zip").stat)).st_size
            told = [update for update in desk.told if isinstance(update, KeepingProgress)]
            assert told[-1] == KeepingProgress("backup", 0, 0)
            assert any(0 < update.done <= update.total for update in told)
            assert not await features.pending()
            await features.restore(tmp_path / "backup.zip")
            assert await features.pending()
            await features.drop_restore()
            assert not await features.pending()

    asyncio.run(scene())


def test_a_backup_that_nobody_waits_for_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def scene() -> None:
        async with running_desk(tmp_path / "profile", pbx__extension="101") as desk:
            await call(desk, "a1", ANA)
            begun, broken_off = asyncio.Event(), asyncio.Event()
            loop = asyncio.get_running_loop()

            def slow(profile, target, now, progress):
                loop.call_soon_threadsafe(begun.set)
                try:
                    while True:
                        progress(1, 2)
                        time.sleep(0.001)
                finally:
                    loop.call_soon_threadsafe(broken_off.set)

            monkeypatch.setattr(backup, "back_up", slow)
            making = asyncio.ensure_future(desk.service.features.keeping.back_up(tmp_path / "backup.zip"))
            await begun.wait()
            making.cancel()
            await asyncio.wait_for(broken_off.wait(), 30)

    asyncio.run(scene())
