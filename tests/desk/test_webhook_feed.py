"""The listener as the desk runs it: opened once at a time, tried again, and never in its own way."""

import asyncio
import contextlib
import socket

from agent_desktop.desk import webhook_feed
from agent_desktop.desk.settings import ListenerSettings
from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.updates import FeedChanged, Notice, Update
from agent_desktop.desk.webhook_feed import WebhookFeed
from agent_desktop.system.secrets import Secret

SECRET = Secret("the-secret-of-the-vendor")


class Stage:
    """A feed, and what it said."""

    def __init__(self) -> None:
        self.said: list[Update] = []
        self.tasks = Tasks()
        self.opened = asyncio.Event()
        self.feed = WebhookFeed(lambda request, arrival: None, self.tasks, self._hear)

    def _hear(self, update) -> None:
        self.said.append(update)
        if isinstance(update, FeedChanged) and update.feed.ok:
            self.opened.set()

    def notices(self) -> list[str]:
        return [update.title for update in self.said if isinstance(update, Notice)]

    async def end(self) -> None:
        await self.feed.close()
        await self.tasks.close()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextlib.contextmanager
def taken_port():
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield int(holder.getsockname()[1])


def at(port: int) -> ListenerSettings:
    return ListenerSettings(listen=f"127.0.0.1:{port}")


def test_two_at_once_open_one_listener_and_neither_is_in_the_others_way():
    async def run():
        stage, port = Stage(), free_port()
        await asyncio.gather(*(stage.feed.open(at(port), SECRET) for _ in range(5)))
        assert stage.feed.is_open
        assert not any(stage.notices())
        await stage.end()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", port))

    asyncio.run(run())


def test_a_port_that_becomes_free_is_taken_after_all(monkeypatch, caplog):
    monkeypatch.setattr(webhook_feed, "TRY_AGAIN_AFTER_S", 0.01)

    async def run():
        stage = Stage()
        with taken_port() as port:
            await stage.feed.open(at(port), SECRET)
            await asyncio.sleep(0.1)
            assert not stage.feed.is_open
            assert len({title for title in stage.notices() if title}) == 1
            assert len([record for record in caplog.records if "listens" in record.getMessage()]) == 1
        await stage.opened.wait()
        assert stage.notices()[-1] == ""
        await stage.end()

    asyncio.run(run())


def test_new_settings_end_the_trying_with_the_old_ones(monkeypatch):
    monkeypatch.setattr(webhook_feed, "TRY_AGAIN_AFTER_S", 0.001)

    async def run():
        stage = Stage()
        with taken_port() as port:
            for _ in range(30):
                await stage.feed.open(at(port), SECRET)
                await asyncio.sleep(0.002)
                await stage.feed.open(at(0), Secret("another-secret-of-the-vendor"))
        assert stage.feed.is_open
        await asyncio.sleep(0.05)
        assert stage.feed.url.endswith("another-secret-of-the-vendor")
        assert [update.feed.ok for update in stage.said if isinstance(update, FeedChanged)][-1]
        await stage.end()

    asyncio.run(run())


def test_a_feed_that_is_closed_has_no_address_and_nothing_to_complain_about():
    async def run():
        stage = Stage()
        with taken_port() as port:
            await stage.feed.open(at(port), SECRET)
            await stage.feed.close()
        assert stage.feed.url == ""
        assert stage.notices()[-1] == ""
        await stage.end()

    asyncio.run(run())


def test_when_something_was_heard_last_is_told_soon_and_not_for_each_event(monkeypatch):
    monkeypatch.setattr(webhook_feed, "TELL_HEARD_AFTER_S", 0.05)

    async def run():
        stage = Stage()
        await stage.feed.open(at(0), SECRET)
        told = len(stage.said)
        port = int(stage.feed.url.split(":")[2].split("/")[0])
        for _ in range(20):
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
            request = f"GET /{SECRET.reveal()}/api/callcenter/hangup?callid=c1 HTTP/1.1\r\nHost: localhost\r\n\r\n"
            writer.write(request.encode())
            assert b" 200 " in await reader.readline()
            writer.close()
            await writer.wait_closed()
        await asyncio.sleep(0.2)
        feeds = [update.feed for update in stage.said[told:] if isinstance(update, FeedChanged)]
        assert 1 <= len(feeds) < 20
        assert feeds[-1].ok
        assert feeds[-1].last_event_at > 0
        await stage.end()

    asyncio.run(run())
