"""CRM rules on a running desk, and a CRM that answers as it is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from agent_desktop.desk.crm import TOPIC, OpenAddress
from agent_desktop.errors import UsageError
from agent_desktop.pbx.web_request import CrmRefused, CrmUnreachable
from agent_desktop.store.outbox import Outgoing
from agent_desktop.telephony.crm_rule import CrmRule, Moment
from tests.desk.running_desk import loop_clock, play, run_fast, running_desk, simulated_pbx


class Crm:
    """Keeps what it was sent; answers with the statuses in `answers`, then with 200."""

    def __init__(self) -> None:
        self.answers: list[int] = []
        self.taken: list[tuple[str, str, str]] = []
        self.keys: list[str] = []
        self.url = ""

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := await reader.readuntil(b"\r\n\r\n"):
                line, *fields = head.decode().split("\r\n")
                headers = {name.lower(): value for name, _, value in (field.partition(": ") for field in fields)}
                body = await reader.readexactly(int(headers.get("content-length", "0")))
                method, target, _ = line.split(" ")
                status = self.answers.pop(0) if self.answers else 200
                self.taken.append((method, target, body.decode()))
                self.keys.append(headers["idempotency-key"])
                writer.write(f"HTTP/1.1 {status} X\r\nContent-Length: 2\r\n\r\nok".encode())
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()


@asynccontextmanager
async def running_crm() -> AsyncIterator[Crm]:
    crm = Crm()
    async with await asyncio.start_server(crm.serve, "127.0.0.1", 0) as server:
        crm.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
        yield crm


def rules(*made: dict[str, object]) -> str:
    return json.dumps(made)


def opened(desk) -> list[str]:
    return [update.url for update in desk.told if isinstance(update, OpenAddress)]


def test_an_address_is_opened_once_for_a_call_however_often_it_is_told(tmp_path):
    url = "https://crm.example.com/?tel={phone_e164}&q={queue}"
    made = rules({"when": "ringing", "url": url}, {"when": "ringing", "url": url, "queues": ["1"]})

    async def scene(desk, pbx):
        await desk.ring("c1")
        await desk.until(lambda: opened(desk))
        await desk.ring("c1")
        await desk.ring("c2", extension="102")
        await desk.ring("c3", phone="0912345678")
        await desk.until(lambda: len(opened(desk)) == 2)
        assert opened(desk) == [
            "https://crm.example.com/?tel=%2B84938363739&q=999",
            "https://crm.example.com/?tel=%2B84912345678&q=999",
        ]

    play(tmp_path, scene, crm__rules=made)


def test_after_a_restart_a_call_that_still_rings_opens_nothing_again(tmp_path):
    made = rules({"when": "ringing", "url": "https://crm.example.com/{callid}"})

    async def run():
        async with simulated_pbx() as pbx:
            await pbx.set_phones(["101"], "ring")
            async with running_desk(tmp_path, pbx, crm__rules=made) as desk:
                await desk.ring("c1")
                await desk.until(lambda: opened(desk))
            async with running_desk(tmp_path, pbx) as desk:
                await desk.until(lambda: "c1" in desk.cards)
                await desk.ring("c2")
                await desk.until(lambda: opened(desk))
                assert opened(desk) == ["https://crm.example.com/c2"]

    asyncio.run(run())


def test_a_request_waits_for_a_crm_that_is_away_and_outlives_the_program(tmp_path):
    async def run():
        async with running_crm() as crm, simulated_pbx() as pbx:
            crm.answers = [503]
            rule = {"when": "ended", "act": "post", "url": f"{crm.url}/calls?x={{queue}}"}
            made = rules({**rule, "body": '{"tel": "{phone}", "talk": "{talk_s}"}'})
            async with running_desk(tmp_path, pbx, now=loop_clock(), crm__rules=made) as desk:
                await desk.ring("c1")
                await desk.webhook("/api/callcenter/hangup?callid=c1")
                await desk.until(lambda: crm.taken)
            async with running_desk(tmp_path, pbx, now=loop_clock()) as desk:
                await desk.until(lambda: len(crm.taken) == 2)
                await desk.store.outbox.claim(Outgoing("rule", "later", "", "", "", 0.0))  # behind what is settled
                assert await desk.store.outbox.next_due() is None
            first, second = crm.taken
            assert first == second == ("POST", "/calls?x=999", '{"tel": "0938363739", "talk": ""}')
            assert len(set(crm.keys)) == 1, "so that the CRM can tell a repeat"

    run_fast(run())


def test_a_refusal_is_said_and_not_repeated(tmp_path):
    async def run():
        async with running_crm() as crm, simulated_pbx() as pbx:
            crm.answers = [422]
            made = rules({"when": "ringing", "act": "get", "url": f"{crm.url}/{{callid}}"})
            async with running_desk(tmp_path, pbx, crm__rules=made) as desk:
                await desk.ring("c1")
                await desk.until(lambda: TOPIC in desk.notices)
                assert "422" in desk.notices[TOPIC].title
                assert await desk.store.outbox.next_due() is None
                await desk.ring("c2")
                await desk.until(lambda: TOPIC not in desk.notices)
                assert [target for _, target, _ in crm.taken] == ["/c1", "/c2"]

    asyncio.run(run())


def test_a_click_opens_each_time_a_call_on_the_screen_or_of_the_history(tmp_path):
    made = rules({"url": "https://crm.example.com/{phone}", "direction": "inbound"})

    async def scene(desk, pbx):
        await desk.ring("c1")
        await desk.until(lambda: "c1" in desk.cards)
        crm = desk.service.features.crm
        await crm.open("c1")
        await desk.webhook("/api/callcenter/hangup?callid=c1")
        await desk.until(lambda: not desk.cards)
        await crm.open("c1")
        assert opened(desk) == ["https://crm.example.com/0938363739"] * 2
        with pytest.raises(UsageError):
            await crm.open("unheard of")

    play(tmp_path, scene, crm__rules=made)


def test_a_rule_can_be_tried_out(tmp_path):
    async def run():
        async with running_crm() as crm, running_desk(tmp_path) as desk:
            feature = desk.service.features.crm
            rule = CrmRule(Moment.ENDED, f"{crm.url}/{{name}}", "get")
            assert "200" in await feature.try_out(rule)
            assert crm.taken == [("GET", "/Nguy%E1%BB%85n%20Th%E1%BB%8B%20Hoa", "")]
            crm.answers = [404, 500]
            with pytest.raises(CrmRefused):
                await feature.try_out(rule)
            with pytest.raises(CrmUnreachable):
                await feature.try_out(rule)
            with pytest.raises(CrmUnreachable):
                await feature.try_out(CrmRule(Moment.ENDED, "http://127.0.0.1:1/", "get"))
            with pytest.raises(UsageError):
                await feature.try_out(CrmRule(url="file:///etc/passwd"))
            await feature.try_out(CrmRule(url="https://crm.example.com/{extension}"))
            assert opened(desk) == ["https://crm.example.com/101"]

    asyncio.run(run())


def test_a_polled_call_acts_once_its_number_is_known_in_each_run_anew(tmp_path):
    made = rules({"when": "ended", "url": "https://crm.example.com/{phone}?id={callid}"})

    async def one_run(pbx):
        async with running_desk(
            tmp_path, pbx, now=loop_clock(), feed__kind="poll", pop__linger_seconds="8", crm__rules=made
        ) as desk:
            await desk.until(lambda: desk.status == "on")
            pbx.webhook_url = ""
            call = pbx.start(pbx.inbound(ring=("101",), answered_by="101", ring_s=4, talk_s=6, phone="0938363739"))
            await desk.until(lambda: opened(desk))
            await call
            assert opened(desk) == ["https://crm.example.com/0938363739?id="]

    async def run():
        async with simulated_pbx(speed=1.0) as pbx:
            await one_run(pbx)
            await one_run(pbx)

    run_fast(run())


def test_whatever_a_callid_holds_the_request_is_sent(tmp_path):
    async def run():
        async with running_crm() as crm, simulated_pbx() as pbx:
            made = rules({"when": "ringing", "act": "get", "url": f"{crm.url}/{{callid}}"})
            async with running_desk(tmp_path, pbx, crm__rules=made) as desk:
                await desk.ring("c%C3%BC%201")
                await desk.until(lambda: crm.taken)
                assert crm.taken == [("GET", "/c%C3%BC%201", "")]
                assert crm.keys[0].isascii()
                assert TOPIC not in desk.notices

    asyncio.run(run())
