"""The self-test of a real desk: through its own listener, and told to nobody but whoever asked."""

import asyncio
from urllib.parse import urlsplit

import pytest

from agent_desktop.desk import self_test, webhook_address
from agent_desktop.desk.self_test import TOPIC, WayTested
from agent_desktop.desk.updates import CallChanged, CardShown
from agent_desktop.pbx import self_call
from agent_desktop.telephony.history import HistoryQuery
from tests.desk.running_desk import running_desk, simulated_pbx


async def first_test(desk):
    return await desk.until(lambda: next((one for one in desk.told if isinstance(one, WayTested)), None))


def levels(tested):
    return [check.level for check in tested.checks]


def test_a_test_call_arrives_and_leaves_nothing_behind(tmp_path):
    async def run():
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx) as desk:
            at_start = await first_test(desk)
            assert levels(at_start) == ["ok"]
            port = urlsplit(desk.service.webhook_url).port
            assert f"127.0.0.1, port {port}" in at_start.checks[0].title
            assert 0 < at_start.read_ms <= at_start.acknowledged_ms
            assert (await desk.service.features.self_test.test()).is_ok
            assert await desk.ring("c1") == 200
            await desk.until(lambda: desk.changed("c1"))
            page = await desk.store.page(HistoryQuery())
            assert [row.callid for row in page.rows] == ["c1"]
            assert [entry.callid for entry in desk.store.entries()] == ["c1"]
            told = {update.card.callid for update in desk.told if isinstance(update, CardShown)}
            told |= {update.record.callid for update in desk.told if isinstance(update, CallChanged)}
            assert told == {"c1"}
            assert all(feed.last_event_at == 0 for feed in desk.feeds()[:1])

    asyncio.run(run())


def test_what_only_looks_like_a_test_is_a_call(tmp_path):
    async def run():
        async with running_desk(tmp_path, pbx__extension="101") as desk:
            own = desk.service.features.self_test
            async with own.turn:  # one test at a time is expected, and a busy computer may ask for another one
                await desk.ring("self-test-0123456789abcdef0123456789abcdef")
                with own._around.feed.expecting("expected") as read_at:
                    await desk.webhook("/api/callcenter/hangup?callid=expected")
                    await desk.ring("unexpected")
            assert read_at == []
            assert len(list(desk.store.entries())) == 3

    asyncio.run(run())


def test_a_call_that_does_not_arrive_is_a_notice_until_one_does(tmp_path, monkeypatch):
    monkeypatch.setattr(self_test, "TRY_AGAIN_AFTER_S", 0.0)
    real, tries = self_call.send, []

    async def lost(*arguments, **options):
        tries.append(arguments)
        raise ConnectionRefusedError

    async def run():
        async with running_desk(tmp_path, pbx__extension="101") as desk:
            await first_test(desk)
            monkeypatch.setattr(self_call, "send", lost)
            await desk.service._resynchronise()
            notice = await desk.until(lambda: desk.notices.get(TOPIC))
            assert len(tries) >= self_test.TRIES, "an address may take a moment to be there again"
            assert "did not arrive" in notice.title
            assert "firewall" in notice.advice
            await desk.until(lambda: any(isinstance(one, WayTested) and not one.is_ok for one in desk.told))
            monkeypatch.setattr(self_call, "send", real)
            await desk.service.features.self_test.test()
            assert TOPIC not in desk.notices

    asyncio.run(run())


@pytest.mark.parametrize(
    ("settings", "expected", "words"),
    [
        ({"listener__allowed_senders": "203.0.113.7"}, ["warning"], "hears only the senders"),
        ({"feed__kind": "poll"}, ["ok"], "This desk asks the PBX every 2 seconds: no webhook is needed."),
        ({"feed__kind": "poll", "feed__poll_seconds": 1.0}, ["ok"], "This desk asks the PBX every second: no webhook"),
        ({"listener__listen": "192.0.2.1:8737"}, ["failed"], "192.0.2.1 is not an address of this computer"),
        ({"listener__public_url": "http://127.0.0.1:9"}, ["ok", "warning"], "does not lead to this desk"),
    ],
)
def test_what_the_settings_make_of_it_is_said(tmp_path, settings, expected, words):
    async def run():
        async with running_desk(tmp_path, pbx__extension="101", **settings) as desk:
            tested = await desk.service.features.self_test.test()
            assert levels(tested) == expected
            assert words in tested.checks[-1].title
            assert all(
                check.advice and "above" not in check.advice for check in tested.checks if check.level == "failed"
            )
            assert TOPIC not in desk.notices

    asyncio.run(run())


def test_the_public_address_is_tried_when_asked(tmp_path):
    async def run():
        async with running_desk(tmp_path, pbx__extension="101") as desk:
            port = urlsplit(desk.service.webhook_url).port
            public = f"http://127.0.0.1:{port}"
            changed = desk.connection.settings.with_value("listener.listen", f"127.0.0.1:{port}")
            await desk.service.change_settings(changed.with_value("listener.public_url", public))
            tested = await desk.service.features.self_test.test()
            assert levels(tested) == ["ok", "ok"]
            assert "leads to this desk" in tested.checks[1].title

    asyncio.run(run())


@pytest.mark.parametrize(("listen", "own"), [("0.0.0.0:0", "localhost"), ("[::]:0", "0:0:0:0:0:0:0:1")])
def test_where_all_addresses_are_listened_at_the_one_for_the_vendor_is_tried(tmp_path, monkeypatch, listen, own):
    monkeypatch.setattr(webhook_address, "_own_address", lambda *_: own)

    async def run():
        async with running_desk(tmp_path, pbx__extension="101", listener__listen=listen) as desk:
            tested = await desk.service.features.self_test.test()
            assert levels(tested) == ["ok", "ok"]
            assert f"The webhook address at {own} leads to this desk" in tested.checks[1].title
            desk.service.features.self_test._around.feed.url = "http://127.0.0.1:9/s"  # another network's
            tested = await desk.service.features.self_test.test()
            assert levels(tested) == ["ok", "warning"]
            assert "the webhook address at 127.0.0.1 does not lead to this desk" in tested.checks[1].title

    asyncio.run(run())
