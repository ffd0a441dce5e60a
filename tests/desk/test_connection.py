"""Settings and secrets of a desk: keyrings that are there, locked, or missing; and the test of what was typed."""

import asyncio
import threading

import pytest

from agent_desktop.desk.updates import ConnectionDraft, SettingsChanged
from agent_desktop.errors import KeyringLocked, KeyringUnavailable, SettingsInvalid, StoreFailed
from agent_desktop.simulator.faults import Faults
from agent_desktop.system.secrets import SecretName
from tests.desk.running_desk import KEY, play, running_desk, simulated_pbx


class Keyring:
    """A keyring in memory. `trouble` is what every use of it raises."""

    def __init__(self, **entries: str) -> None:
        self.entries = dict(entries)
        self.trouble: Exception | None = None
        self.writes = 0

    def _look(self) -> None:
        if self.trouble is not None:
            raise self.trouble

    def get_password(self, service: str, username: str) -> str | None:
        self._look()
        return self.entries.get(username.partition("@")[0])

    def set_password(self, service: str, username: str, password: str) -> None:
        self._look()
        self.writes += 1
        self.entries[username.partition("@")[0]] = password

    def delete_password(self, service: str, username: str) -> None:
        self._look()
        self.entries.pop(username.partition("@")[0], None)


class Prompting(Keyring):
    """A keyring that waits for someone to unlock it."""

    def __init__(self) -> None:
        super().__init__(key=KEY)
        self.unlocked = threading.Event()

    def _look(self) -> None:
        self.unlocked.wait(30)


def key_kept(desk) -> str:
    """Where the key is, as the windows were told last."""
    return [update.key_kept for update in desk.told if isinstance(update, SettingsChanged)][-1]


def draft(pbx, **more: str) -> ConnectionDraft:
    values = {"url": pbx.url, "report_url": "", "domain": pbx.options.domain, "extension": "101", "key": KEY}
    return ConnectionDraft(**{**values, **more})


def test_the_first_start_makes_a_webhook_secret_and_the_next_ones_use_it(tmp_path):
    async def run():
        keyring = Keyring()
        async with running_desk(tmp_path, environ={}, keyring=keyring) as desk:
            first = desk.service.webhook_url
            assert await desk.ring() == 200
        assert keyring.entries["webhook-secret"] in first
        async with running_desk(tmp_path, environ={}, keyring=keyring) as desk:
            assert desk.service.webhook_url.rpartition("/")[2] == first.rpartition("/")[2]
            assert not desk.notices
        assert keyring.writes == 1

    asyncio.run(run())


def test_the_key_in_the_keyring_is_used_and_told_to_be_there(tmp_path):
    async def run():
        keyring = Keyring(key=KEY)
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, environ={}, keyring=keyring) as desk:
            await desk.until(lambda: desk.status == "on")
            assert key_kept(desk) == "keyring"

    asyncio.run(run())


def test_what_was_typed_is_kept_in_the_keyring_and_works_at_once(tmp_path):
    async def run():
        keyring = Keyring()
        async with simulated_pbx() as pbx, running_desk(tmp_path, environ={}, keyring=keyring) as desk:
            assert key_kept(desk) == ""
            await desk.service.connect(draft(pbx))
            await desk.until(lambda: desk.status == "on")
            assert key_kept(desk) == "keyring"
            assert keyring.entries["key"] == KEY
            assert KEY not in (tmp_path / "settings.toml").read_text()

    asyncio.run(run())


def test_without_a_keyring_the_key_is_kept_for_the_session_and_that_is_said(tmp_path):
    async def run():
        keyring = Keyring()
        keyring.trouble = KeyringUnavailable()
        async with simulated_pbx() as pbx, running_desk(tmp_path, environ={}, keyring=keyring) as desk:
            assert "no keyring" in desk.notices["keyring"].title
            await desk.service.connect(draft(pbx))
            await desk.until(lambda: desk.status == "on")
            assert key_kept(desk) == "session"
            assert not any(KEY.encode() in path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())

    asyncio.run(run())


def test_a_locked_keyring_is_said_once_and_nothing_of_it_is_replaced(tmp_path):
    async def run():
        keyring = Keyring(**{"key": KEY, "webhook-secret": "the-secret-that-the-vendor-has"})
        keyring.trouble = KeyringLocked()
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, environ={}, keyring=keyring) as desk:
            assert desk.said("keyring") == ["The keyring is locked."]
            assert desk.feed.ok
            assert key_kept(desk) == ""
            keyring.trouble = None
            await desk.service.reload()
            await desk.until(lambda: desk.status == "on")
            assert "keyring" not in desk.notices
            assert desk.service.webhook_url.endswith("/the-secret-that-the-vendor-has")
            assert await desk.ring() == 200
        assert keyring.writes == 0

    asyncio.run(run())


def test_a_key_that_a_locked_keyring_does_not_take_works_for_the_session_and_that_is_said(tmp_path):
    async def run():
        keyring = Keyring()
        async with simulated_pbx() as pbx, running_desk(tmp_path, environ={}, keyring=keyring) as desk:
            keyring.trouble = KeyringLocked()
            await desk.service.connect(draft(pbx))
            await desk.until(lambda: desk.status == "on")
            assert key_kept(desk) == "session"
            assert "locked" in desk.notices["keyring"].title
            keyring.trouble = None
            await desk.service.connect(draft(pbx))
            assert key_kept(desk) == "keyring"
            assert "keyring" not in desk.notices

    asyncio.run(run())


def test_a_keyring_that_waits_for_its_password_does_not_hold_the_desk_up(tmp_path):
    async def run():
        keyring = Prompting()
        try:
            async with running_desk(tmp_path, environ={}, keyring=keyring) as desk:
                assert "locked" in desk.notices["keyring"].title
                assert await desk.ring() == 200
        finally:
            keyring.unlocked.set()

    asyncio.run(run())


def test_a_key_from_another_process_is_used_for_this_session(tmp_path):
    async def run():
        keyring = Keyring()
        keyring.trouble = KeyringUnavailable()
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, environ={}, keyring=keyring) as desk:
            assert desk.status == ""
            await desk.service.reload(desk.connection.webhook_secret.__class__(KEY))
            await desk.until(lambda: desk.status == "on")
            assert key_kept(desk) == "session"

    asyncio.run(run())


def test_an_empty_key_keeps_the_one_that_is_stored(tmp_path):
    async def scene(desk, pbx):
        await desk.service.connect(draft(pbx, extension="102", key=""))
        assert desk.connection.settings.pbx.extension == "102"
        await desk.service.refresh_status()
        await desk.until(lambda: desk.agent.status.extension == "102" and desk.status == "on")

    play(tmp_path, scene)


def test_settings_that_cannot_be_written_are_said_and_not_half_used(tmp_path):
    async def scene(desk, pbx):
        (tmp_path / "settings.toml").unlink()
        (tmp_path / "settings.toml").mkdir()  # nothing can take its place
        with pytest.raises(StoreFailed):
            await desk.service.change_settings(desk.service.settings.with_value("pbx.domain", "other"))
        assert desk.service.settings.pbx.domain == pbx.options.domain

    play(tmp_path, scene)


def test_a_changed_listener_is_opened_anew_and_other_changes_leave_it_alone(tmp_path):
    async def scene(desk, pbx):
        first = desk.service.webhook_url
        await desk.service.change_settings(desk.service.settings.with_value("pop.linger_seconds", "3"))
        assert desk.service.webhook_url == first
        await desk.service.change_settings(desk.service.settings.with_value("listener.listen", "[::1]:0"))
        assert desk.service.webhook_url.startswith("http://[::1]:")
        assert desk.feed.webhook_url == desk.service.webhook_url
        assert await desk.ring() == 200

    play(tmp_path, scene)


def test_a_desk_may_change_from_webhooks_to_polling_and_back(tmp_path):
    async def scene(desk, pbx):
        await desk.service.change_settings(desk.service.settings.with_value("feed.kind", "poll"))
        assert (desk.feed.kind, desk.service.webhook_url) == ("poll", "")
        await desk.service.change_settings(desk.service.settings.with_value("feed.kind", "webhook"))
        assert (desk.feed.kind, desk.feed.ok) == ("webhook", True)
        assert await desk.ring() == 200

    play(tmp_path, scene)


def test_another_extension_is_the_own_one_from_now_on(tmp_path):
    async def scene(desk, pbx):
        await desk.service.change_settings(desk.service.settings.with_value("pbx.extension", "103"))
        await desk.ring("c1", "101")
        await desk.ring("c3", "103")
        assert list(desk.cards) == ["c3"]
        await pbx.set_paused("103", True)
        await desk.until(lambda: (desk.agent.status.extension, desk.status) == ("103", "pause"))

    play(tmp_path, scene)


# The test of what was typed.


async def _tested(desk, typed: ConnectionDraft) -> list[tuple[str, str]]:
    checks = await desk.service.test_connection(typed)
    assert all(check.title.endswith((".", "?")) for check in checks)
    assert all(check.advice or check.level == "ok" for check in checks), checks
    assert not any(KEY in f"{check.title} {check.advice}" for check in checks)
    return [(check.level, check.title) for check in checks]


def test_a_connection_that_works_is_said_line_by_line_and_nothing_is_stored(tmp_path):
    async def run():
        keyring = Keyring()
        async with simulated_pbx() as pbx, running_desk(tmp_path, environ={}, keyring=keyring) as desk:
            before = (tmp_path / "settings.toml").read_bytes()
            told = await _tested(desk, draft(pbx))
            assert [level for level, _ in told] == ["ok", "ok", "ok"]
            assert (tmp_path / "settings.toml").read_bytes() == before
            assert SecretName.KEY.value not in keyring.entries

    asyncio.run(run())


@pytest.mark.parametrize(
    ("more", "level", "words"),
    [
        ({"key": "wrong"}, "failed", "Invalid API Key"),
        ({"extension": "108"}, "warning", "no phone registered"),
        ({"extension": "555"}, "warning", "does not tell the status of extension 555"),
        ({"url": "http://127.0.0.1:9"}, "failed", "Nothing answers"),
        ({"url": "pbx.example.com"}, "failed", "pbx.url"),
        ({"url": "", "domain": ""}, "failed", "Still missing: PBX address, domain"),
        ({"key": ""}, "failed", "Still missing: key"),
    ],
)
def test_what_does_not_work_is_said_with_whose_side_it_is(tmp_path, more, level, words):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, environ={}, keyring=Keyring()) as desk:
            told = await _tested(desk, draft(pbx, **more))
            assert any(one == level and words in title for one, title in told), told

    asyncio.run(run())


@pytest.mark.parametrize(("fault", "words"), [("bad_gateway", "502"), ("reset", "cut the connection")])
def test_a_pbx_in_trouble_fails_the_test_in_plain_words(tmp_path, fault, words):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, environ={}, keyring=Keyring()) as desk:
            pbx.faults = Faults(bad_gateway=fault == "bad_gateway", reset=fault == "reset")
            told = await _tested(desk, draft(pbx))
            assert told[0][0] == "failed"
            assert words in told[0][1]

    asyncio.run(run())


def test_what_was_typed_wrong_is_not_stored(tmp_path):
    async def scene(desk, pbx):
        with pytest.raises(SettingsInvalid):
            await desk.service.connect(draft(pbx, url="not an address"))
        assert desk.service.settings.pbx.url == pbx.url

    play(tmp_path, scene)
