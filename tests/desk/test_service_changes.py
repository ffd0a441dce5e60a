"""Settings that change while the desk works, and what must not suffer from it."""

import asyncio

import pytest

from agent_desktop.desk.settings_file import load
from agent_desktop.errors import KeyringLocked, PbxUnreachable, SettingsInvalid
from agent_desktop.system.session_events import Change, ChangeKind
from agent_desktop.telephony.agent import PausePhase
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import KEY, play, running_desk, simulated_pbx
from tests.desk.test_connection import Keyring


def test_a_change_of_looks_leaves_the_pbx_and_what_is_asked_of_it_alone(tmp_path):
    async def scene(desk, pbx):
        await desk.until(lambda: any(call.action == "records" for call in pbx.requests))
        await pbx.settled()
        client, asked = desk.connection.link.client, len(pbx.requests)
        await desk.service.change_settings(desk.service.settings.with_value("window.scheme", "dark"))
        await desk.service.reload()
        await desk.ring()
        await desk.until(lambda: desk.cards)
        assert desk.connection.link.client is client
        assert len(pbx.requests) == asked

    play(tmp_path, scene, history__sync_days="1")


def test_another_time_out_is_another_connection(tmp_path):
    async def scene(desk, pbx):
        client, asked = desk.connection.link.client, len(pbx.requests)
        await desk.service.change_settings(desk.service.settings.with_value("pbx.timeout_seconds", "5"))
        assert desk.connection.link.client is not client
        await desk.until(lambda: len(pbx.requests) > asked)

    play(tmp_path, scene)


def test_a_keyring_that_locked_itself_takes_nothing_from_a_running_desk(tmp_path):
    async def run():
        keyring = Keyring(key=KEY)
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, environ={}, keyring=keyring) as desk:
            await desk.until(lambda: desk.status == "on")
            url = desk.service.webhook_url
            keyring.trouble = KeyringLocked()
            await desk.service.reload()
            assert desk.service.webhook_url == url
            assert "keyring" in desk.notices
            await desk.service.refresh_status()
            await desk.service.reload()
            keyring.trouble = None
            await desk.service.reload()
            assert "keyring" not in desk.notices

    asyncio.run(run())


def test_a_key_from_another_process_is_used_though_the_keyring_is_locked(tmp_path):
    async def run():
        from agent_desktop.system.secrets import Secret

        keyring = Keyring()
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, environ={}, keyring=keyring) as desk:
            keyring.trouble = KeyringLocked()
            await desk.service.reload(Secret(KEY))
            assert desk.notices["keyring"].title == KeyringLocked.title
            await desk.until(lambda: desk.status == "on")

    asyncio.run(run())


def test_changes_at_once_end_in_the_same_settings_on_disk_and_in_use(tmp_path):
    async def scene(desk, pbx):
        base = desk.service.settings
        await asyncio.gather(
            *(desk.service.change_settings(base.with_value("pop.linger_seconds", n)) for n in range(8)),
            desk.service.reload(),
        )
        assert load(tmp_path / "settings.toml")[0] == desk.service.settings

    play(tmp_path, scene)


def test_a_pause_that_never_left_this_computer_is_refused_at_once(tmp_path):
    async def scene(desk, pbx):
        await desk.service.change_settings(desk.service.settings.with_value("pbx.url", f"{pbx.url}/\x7f"))
        with pytest.raises(SettingsInvalid):
            await desk.service.pause("Lunch")
        assert desk.agent.pause.phase is PausePhase.REFUSED
        assert "address" in desk.agent.pause.refusal

    play(tmp_path, scene)


def test_a_pause_that_fails_late_says_nothing_of_what_was_asked_since(tmp_path):
    async def scene(desk, pbx):
        begun, release = asyncio.Event(), asyncio.Event()
        client = desk.connection.link.client
        pause = client.pause

        async def slow(extension, paused):
            begun.set()
            await release.wait()
            raise PbxUnreachable()

        client.pause = slow
        first = asyncio.ensure_future(desk.service.pause("Lunch"))
        await begun.wait()
        client.pause = pause
        await desk.service.pause("Meeting")
        await desk.until(lambda: desk.agent.pause.phase is PausePhase.CONFIRMED)
        release.set()
        with pytest.raises(PbxUnreachable):
            await first
        assert (desk.agent.pause.phase, desk.agent.pause.reason) == (PausePhase.CONFIRMED, "Meeting")

    play(tmp_path, scene)


def test_a_bug_in_what_becomes_of_an_event_costs_neither_its_acknowledgement_nor_the_next_event(tmp_path, monkeypatch):
    async def scene(desk, pbx):
        receive = desk.service._session.receive

        def stumble(event, *rest):
            if getattr(event, "callid", "") == "evil":
                raise ZeroDivisionError
            return receive(event, *rest)

        monkeypatch.setattr(desk.service._session, "receive", stumble)
        assert await desk.ring("evil") == 200
        assert "bug" in desk.notices
        assert await desk.ring("good") == 200
        assert desk.cards["good"].state is CardState.RINGING

    play(tmp_path, scene)


def test_a_card_says_how_long_it_rings_though_the_clock_is_set(tmp_path):
    async def scene(desk, pbx):
        await desk.ring("c1")
        since = desk.cards["c1"].since
        desk.service._backstop._note(Change(ChangeKind.CLOCK_SET, 3600.0))
        assert desk.cards["c1"].since == since + 3600

    play(tmp_path, scene)
