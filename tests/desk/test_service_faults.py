"""Disks that are full, databases that are damaged, ports that are taken: one plain message each, and it goes on."""

import asyncio
import gc
import socket
import sqlite3

import pytest

from agent_desktop.desk.effects import AskStatus, PullRecent
from agent_desktop.desk.updates import Level
from agent_desktop.errors import StoreFailed
from agent_desktop.system.paths import Profile
from tests.desk.running_desk import loop_clock, play, run_fast, running_desk, simulated_pbx

SECRETS = {"AGENT_DESKTOP_WEBHOOK_SECRET": "test-webhook-secret"}


async def fill_the_disk(desk, full: bool) -> None:
    """SQLite finds no more space, as on a full disk."""
    pages = 1 if full else 1_000_000
    await desk.store.writer.submit(lambda connection: connection.execute(f"PRAGMA max_page_count = {pages}").fetchone())


def many(callid: str) -> str:
    """A webhook that needs pages of its own."""
    return f"/api/callcenter/call_in?phone=0938363739&extension=101&callid={callid}&event=RINGING&x={'x' * 9000}"


def test_a_full_disk_is_no_acknowledgement_but_the_call_pops_and_is_kept_once_there_is_space(tmp_path):
    async def scene(desk, pbx):
        await fill_the_disk(desk, True)
        assert await desk.webhook(many("c1")) == 503
        assert "c1" in desk.cards
        assert await desk.webhook(many("c2")) == 503
        assert "bug" not in desk.notices
        await fill_the_disk(desk, False)
        assert await desk.webhook(many("c3")) == 200
        assert sorted(await desk.history()) == ["c1", "c2", "c3"]

    play(tmp_path, scene, pop__linger_seconds="60")


def test_a_full_disk_is_said_once_and_unsaid_when_there_is_space(tmp_path):
    async def scene(desk, pbx):
        await fill_the_disk(desk, True)
        for callid in ("c1", "c2", "c3"):
            assert await desk.webhook(many(callid)) == 503
        notice = await desk.until(lambda: desk.notices.get("disk"))
        assert "disk is full" in notice.title
        assert notice.advice
        assert len(desk.said("disk")) == 1
        await fill_the_disk(desk, False)
        assert await desk.webhook(many("c4")) == 200
        await desk.until(lambda: "disk" not in desk.notices)

    play(tmp_path, scene)


def test_a_note_that_cannot_be_kept_is_said_to_whoever_typed_it(tmp_path):
    async def scene(desk, pbx):
        await desk.ring()
        with pytest.raises(StoreFailed, match="not in the history yet"):
            await desk.service.set_note("unknown", "x")

    play(tmp_path, scene)


def test_a_port_that_is_taken_is_said_once_and_taken_when_it_is_free(tmp_path):
    async def run():
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            async with simulated_pbx() as pbx:
                where = f"127.0.0.1:{port}"
                async with running_desk(tmp_path, pbx, now=loop_clock(), listener__listen=where) as desk:
                    notice = await desk.until(lambda: desk.notices.get("listener"))
                    assert notice.level is Level.ERROR
                    assert str(port) in notice.title
                    assert (desk.feed.kind, desk.feed.ok) == ("webhook", False)
                    assert desk.service.webhook_url.endswith(f":{port}/test-webhook-secret")
                    await desk.until(lambda: desk.status == "on")
                    await desk.until(lambda: sum(not feed.ok for feed in desk.feeds()) > 1)
                    other.close()
                    await desk.until(lambda: desk.feed.ok)
                    assert desk.said("listener") == [notice.title, ""]
                    assert await desk.ring() == 200

    run_fast(run())


def test_a_certificate_that_cannot_be_used_is_said_and_the_rest_works(tmp_path):
    async def run():
        missing = str(tmp_path / "none.pem")
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, listener__tls_certificate=missing) as desk:
            notice = await desk.until(lambda: desk.notices.get("listener"))
            assert notice.advice
            await desk.until(lambda: desk.status == "on")

    asyncio.run(run())


def test_a_settings_file_that_cannot_be_read_is_set_aside_and_said(tmp_path):
    async def run():
        profile = Profile(tmp_path)
        profile.settings_file.write_text("[pbx\nurl=", encoding="utf-8")
        async with running_desk(tmp_path, environ=SECRETS) as desk:
            notice = desk.notices["settings"]
            assert notice.level is Level.ERROR
            aside = [entry for entry in tmp_path.glob("settings*") if entry.read_bytes() == b"[pbx\nurl="]
            assert len(aside) == 1
            assert aside[0].name in notice.advice
            assert not desk.service.settings.is_complete
            await desk.service.change_settings(desk.service.settings.with_value("pbx.domain", "acme"))
            assert aside[0].read_bytes() == b"[pbx\nurl="

    asyncio.run(run())


def test_a_second_broken_settings_file_does_not_take_the_place_of_the_first(tmp_path):
    async def run():
        contents = {b"[first", b"[second"}
        for content in contents:
            (tmp_path / "settings.toml").write_bytes(content)
            async with running_desk(tmp_path, environ=SECRETS):
                pass
            (tmp_path / "settings.toml").unlink(missing_ok=True)
        assert {entry.read_bytes() for entry in tmp_path.glob("settings*") if entry.is_file()} == contents

    asyncio.run(run())


def test_a_settings_file_that_is_a_folder_stops_nothing(tmp_path):
    async def run():
        (tmp_path / "settings.toml").mkdir()
        async with running_desk(tmp_path, environ=SECRETS) as desk:
            assert "settings" in desk.notices
            assert "disk" not in desk.notices
            assert await desk.history() == {}

    asyncio.run(run())


def test_settings_that_make_no_sense_are_told_and_the_rest_is_used(tmp_path):
    async def run():
        text = '[pbx]\ndomain = "acme"\nextension = "10 1"\n[feed]\nkind = "pigeon"\n[listener]\nlisten="127.0.0.1:0"\n'
        (tmp_path / "settings.toml").write_text(text, encoding="utf-8")
        async with running_desk(tmp_path, environ=SECRETS) as desk:
            notice = desk.notices["settings"]
            assert "pbx.extension" in f"{notice.title} {notice.advice}"
            assert "feed.kind" in f"{notice.title} {notice.advice}"
            assert desk.service.settings.pbx.domain == "acme"
            assert desk.feed.ok

    asyncio.run(run())


def test_a_damaged_database_is_set_aside_and_said(tmp_path):
    async def run():
        async with running_desk(tmp_path, environ=SECRETS) as desk:
            await desk.ring()
        damaged = b"not a database, but long enough to look like a file of one. " * 100
        (tmp_path / "journal.db").write_bytes(damaged)
        async with running_desk(tmp_path, environ=SECRETS) as desk:
            assert "damaged" in desk.store.notice
            assert any(entry.read_bytes() == damaged for entry in tmp_path.glob("journal.db.*"))
            assert await desk.ring("c2") == 200
            assert list(await desk.history()) == ["c2"]

    asyncio.run(run())


def test_a_database_of_a_newer_version_is_set_aside_whole(tmp_path):
    async def run():
        async with running_desk(tmp_path, environ=SECRETS) as desk:
            await desk.ring()
        with sqlite3.connect(tmp_path / "journal.db") as connection:
            connection.execute("PRAGMA user_version = 999")
        connection.close()
        async with running_desk(tmp_path, environ=SECRETS) as desk:
            assert "newer version" in desk.store.notice
        (aside,) = tmp_path.glob("journal.db.newer-*")
        with sqlite3.connect(aside) as connection:
            assert connection.execute("SELECT count(*) FROM journal").fetchone() == (1,)
        connection.close()

    asyncio.run(run())


def test_a_journal_that_cannot_be_read_back_does_not_keep_the_desk_from_the_pbx(tmp_path):
    async def run():
        async with simulated_pbx() as pbx:
            desk_starts = running_desk(tmp_path, pbx)
            async with desk_starts as desk:
                for name in ("journal.db", "journal.db-wal", "journal.db-shm"):
                    (tmp_path / name).unlink()
                await desk.until(lambda: desk.status == "on")
                assert "bug" not in desk.notices

    asyncio.run(run())


def test_background_work_that_is_ended_before_it_begins_is_not_forgotten(tmp_path):
    async def scene(desk, pbx):
        desk.service.carry_out([AskStatus(), PullRecent()])
        await desk.service._tasks.close()
        gc.collect()  # a coroutine that nobody awaited would say so now

    play(tmp_path, scene)
