import time

from agent_desktop.telephony.contact import Contact, ContactNumber
from agent_desktop.telephony.events import CallEnded, CallRinging
from tests.desk.running_desk import KEY, play


def test_a_call_s_details_have_each_event_as_it_came_and_what_was_written(tmp_path):
    async def scene(desk, pbx):
        await desk.ring("c1")
        await desk.ring("c2")
        await desk.webhook("/api/callcenter/hangup?callid=c1")
        await desk.service.set_note("c1", "VIP")
        await desk.service.features.dispositions.set("c1", "Solved")
        await desk.service.features.contacts.keep(Contact("Hoa", numbers=(ContactNumber("+84938363739"),)))
        details = await desk.service.features.call_browser.details("c1")
        assert details.record is not None
        assert details.record.queue == "999"
        assert (details.name, details.note, details.disposition) == ("Hoa", "VIP", "Solved")
        ringing, ended = details.events
        assert isinstance(ringing.event, CallRinging)
        assert ringing.event.number == "0938363739"
        assert isinstance(ended.event, CallEnded)
        assert ringing.received <= ended.received <= time.time()
        assert ended.request == "GET /api/callcenter/hangup?callid=c1"
        assert await desk.service.features.call_browser.queues() == ("999",)

    play(tmp_path, scene)


def test_the_details_of_an_unknown_call_are_empty(tmp_path):
    async def scene(desk, pbx):
        details = await desk.service.features.call_browser.details("nowhere")
        assert (details.record, details.events, details.receipt) == (None, (), None)

    play(tmp_path, scene)


def test_secrets_in_a_request_are_masked(tmp_path):
    async def scene(desk, pbx):
        await desk.webhook(f"/api/callcenter/hangup?callid=c1&key={KEY}")
        (event,) = (await desk.service.features.call_browser.details("c1")).events
        assert event.request == "GET /api/callcenter/hangup?callid=c1&key=•••"

    play(tmp_path, scene)


def test_a_latency_receipt_stays_with_its_call(tmp_path):
    async def scene(desk, pbx):
        await desk.ring()
        received = desk.cards["c1"].received_ns
        await desk.service.painted("c1", received + 7_000_000)
        await desk.service.painted("c1", received + 9_000_000)
        assert len(desk.service.features.receipts.latest) == 1, "the first painting counts"
        while (receipt := await desk.store.receipt("c1")) is None:
            pass
        assert 0 < receipt.parsed_ms <= receipt.shown_ms
        assert receipt.painted_ms == 7.0
        assert abs(receipt.received - time.time()) < 60
        assert (await desk.service.features.call_browser.details("c1")).receipt == receipt
        await desk.store.upkeep.prune(time.time() + 60)
        assert await desk.store.receipt("c1") is None

    play(tmp_path, scene)
