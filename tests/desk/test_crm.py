"""CRM rules on a running desk, and a CRM that answers as it is told."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from agent_desktop.desk.crm import OpenAddress
from agent_desktop.desk.crm_outbox import TOPIC
from agent_desktop.desk.notes import NOTE_WITHIN_S
from agent_desktop.errors import UsageError
from agent_desktop.pbx.web_request import CrmRefused, CrmUnreachable
from agent_desktop.telephony.agent import WRAP_UP
from agent_desktop.telephony.contact import Contact, ContactNumber
from agent_desktop.telephony.crm_rule import CrmRule, Moment
from agent_desktop.telephony.screen_pop import CardState
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


async def answer(desk, callid: str) -> None:
    await desk.ring(callid)
    await desk.webhook(f"/api/callcenter/call_in?phone=0938363739&queue=999&extension=101&callid={callid}&event=ANSWER")


async def hang_up(desk, callid: str) -> None:
    await desk.webhook(f"/api/callcenter/hangup?callid={callid}")


def record(callid: str, status: str, talk_s: int) -> str:
    """The webhook with the call's record."""
    return (
        f"/api/callcenter/calldata?callid={callid}&calldate=2024-03-01%2013:15:40&duration={talk_s + 10}"
        f"&billsec={talk_s}&status={status}&did=02473001234&extension=101&phone=0938363739&direction=Inbound"
    )


ENDED = rules({"when": "ended", "url": "https://crm.example.com/?c={callid}&s={status}&t={talk_s}&as={state}"})


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
                await hang_up(desk, "c1")
                await desk.webhook(record("c1", "ANSWER", 30))
                await desk.until(lambda: crm.taken)
            async with running_desk(tmp_path, pbx, now=loop_clock()) as desk:
                await desk.until(lambda: len(crm.taken) == 2)
                # What the CRM took is settled once it said so, and the outbox tells nobody.
                while await desk.store.outbox.next_due() is not None:  # noqa: ASYNC110
                    await asyncio.sleep(0.01)
            first, second = crm.taken
            assert first == second == ("POST", "/calls?x=999", '{"tel": "0938363739", "talk": "30"}')
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


@pytest.mark.parametrize(
    ("settings", "is_dismissed"),
    [({"pop__linger_seconds": "0"}, False), ({}, True), ({"pop__linger_seconds": "0", "wrap_up__seconds": "60"}, True)],
    ids=["cards close at once", "dismissed", "dismissed, with wrap-up"],
)
def test_the_end_of_a_call_is_acted_on_whatever_the_pop_shows(tmp_path, settings, is_dismissed):
    async def scene(desk, pbx):
        await answer(desk, "c1")
        await desk.until(lambda: CardState.TALKING in desk.states())
        if is_dismissed:
            await desk.service.dismiss("c1")
        await hang_up(desk, "c1")
        await desk.webhook(record("c1", "ANSWER", 30))
        await desk.until(lambda: opened(desk))
        assert opened(desk) == ["https://crm.example.com/?c=c1&s=ANSWER&t=30&as=ended"]

    play(tmp_path, scene, crm__rules=ENDED, **settings)


def test_an_own_call_is_acted_on_where_it_has_no_card(tmp_path):
    made = rules({"when": "ringing", "direction": "outbound", "url": "https://crm.example.com/?c={callid}"})

    async def scene(desk, pbx):
        await desk.webhook("/api/callcenter/init?extension=101&phone=0938363739&callid=o1&event=RINGING")
        await desk.until(lambda: opened(desk))
        assert not desk.cards

    play(tmp_path, scene, crm__rules=made, pop__outbound="no")


def test_the_records_of_calls_that_were_over_before_are_nobodys_end(tmp_path):
    async def scene(desk, pbx):
        await desk.webhook(record("old", "ANSWER", 30))
        await answer(desk, "c1")
        await hang_up(desk, "c1")
        await desk.webhook(record("c1", "ANSWER", 30))
        await desk.until(lambda: opened(desk))
        assert opened(desk) == ["https://crm.example.com/?c=c1&s=ANSWER&t=30&as=ended"]

    play(tmp_path, scene, crm__rules=ENDED)


def test_the_end_of_a_call_waits_for_its_record_but_not_for_ever(tmp_path):
    async def run():
        async with running_desk(tmp_path, now=loop_clock(), pbx__extension="101", crm__rules=ENDED) as desk:
            await desk.ring("c1")
            await hang_up(desk, "c1")
            await desk.webhook(record("c1", "NOANSWER", 0))
            await desk.until(lambda: opened(desk))
            await answer(desk, "c2")
            await hang_up(desk, "c2")
            await desk.until(lambda: len(opened(desk)) == 2)
            assert opened(desk) == [
                "https://crm.example.com/?c=c1&s=NOANSWER&t=0&as=missed",
                "https://crm.example.com/?c=c2&s=ANSWER&t=&as=ended",
            ]

    run_fast(run(), 40.0)


def test_a_call_that_rings_waits_for_the_name_of_a_contact(tmp_path):
    made = rules({"when": "ringing", "url": "https://crm.example.com/?n={name}"})

    async def scene(desk, pbx):
        await desk.service.features.contacts.keep(Contact("Hoa", numbers=(ContactNumber("0938363739"),)))
        await desk.ring("c1")
        await desk.until(lambda: opened(desk))
        assert opened(desk) == ["https://crm.example.com/?n=Hoa"]

    play(tmp_path, scene, crm__rules=made)


@pytest.mark.parametrize("fits", [{"queues": ["999"]}, {"dids": ["024 7300 1234"]}], ids=["queue", "DID"])
def test_a_rule_for_some_calls_acts_where_the_first_event_was_cut_off(tmp_path, fits):
    made = rules({"when": "ringing", "url": "https://crm.example.com/{callid}", **fits})

    async def scene(desk, pbx):
        await desk.webhook("/api/callcenter/call_in?phone=0938363739&extension=101&callid=c1&event=RINGING&queue=")
        await desk.until(lambda: desk.cards)
        await desk.ring("c1")
        await desk.ring("c1")
        await desk.until(lambda: opened(desk))
        assert opened(desk) == ["https://crm.example.com/c1"]

    play(tmp_path, scene, crm__rules=made)


def test_a_request_holds_what_the_wrap_up_brought_also_in_the_next_run(tmp_path):
    async def wrap_up_of(desk, callid: str) -> None:
        await answer(desk, callid)
        await hang_up(desk, callid)
        await desk.until(lambda: any(card.wrap_up_until for card in desk.cards.values()))
        await desk.webhook(record(callid, "ANSWER", 30))
        await desk.until(lambda: any(one.talk_s for one in desk.changed(callid)))
        await desk.service.features.dispositions.set(callid, f"Solved-{callid}")
        await desk.service.set_note(callid, "paid")

    async def run():
        async with running_crm() as crm, simulated_pbx() as pbx:
            body = "{talk_s} {disposition} {note}"
            made = rules({"when": "ended", "act": "post", "url": f"{crm.url}/{{callid}}", "body": body})
            async with running_desk(tmp_path, pbx, now=loop_clock(), wrap_up__seconds="20", crm__rules=made) as desk:
                await wrap_up_of(desk, "c1")
                assert not crm.taken, "before the wrap-up is over"
                await desk.service.features.wrap_ups.end()
                await desk.until(lambda: crm.taken)
                assert crm.taken.pop() == ("POST", "/c1", "30 Solved-c1 paid")
                await wrap_up_of(desk, "c2")
            async with running_desk(tmp_path, pbx, now=loop_clock()) as desk:
                await desk.until(lambda: crm.taken)
            assert crm.taken == [("POST", "/c2", "30 Solved-c2 paid")]

    run_fast(run())


@pytest.mark.parametrize("end", ["kept", "left", "forgotten"])
def test_a_request_waits_for_the_note_that_is_typed_when_the_wrap_up_ends(tmp_path, end):
    async def run():
        async with running_crm() as crm, simulated_pbx() as pbx:
            made = rules({"when": "ended", "act": "post", "url": crm.url, "body": "{disposition} {note}"})
            async with running_desk(
                tmp_path,
                pbx,
                now=loop_clock(),
                wrap_up__seconds="20",
                crm__rules=made,
                keep__days="0",
                pbx__timeout_seconds="30",
            ) as desk:
                notes, wrap_ups = desk.service.features.notes, desk.service.features.wrap_ups
                await answer(desk, "c1")
                await hang_up(desk, "c1")
                await desk.until(lambda: desk.agent.pause.reason == WRAP_UP)
                await desk.webhook(record("c1", "ANSWER", 30))
                await desk.until(lambda: any(one.talk_s for one in desk.changed("c1")))
                await desk.service.features.dispositions.set("c1", "Solved")
                began = desk.service._now()
                await notes.type("c1")
                await wrap_ups.end()
                await desk.until(lambda: desk.status == "on")
                await asyncio.sleep(10)  # what would be sent now is by then
                assert not crm.taken
                if end == "kept":
                    await desk.service.set_note("c1", "paid")
                elif end == "left":
                    await notes.leave("c1")
                await desk.until(lambda: crm.taken)
                assert crm.taken == [("POST", "/", "Solved paid" if end == "kept" else "Solved ")]
                assert (desk.service._now() > began + NOTE_WITHIN_S) == (end == "forgotten")

    run_fast(run(), 20.0)
