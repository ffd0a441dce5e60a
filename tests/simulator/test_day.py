import asyncio
import re
from collections import Counter
from itertools import pairwise

from agent_desktop.simulator.numbers import Customers, random_number, with_plus
from agent_desktop.telephony.events import Unreadable
from tests.simulator.collector import NOON, heard, listen


def test_a_day_holds_every_kind_of_call_each_with_its_end() -> None:
    told = listen(lambda pbx: pbx.run_day(120, per_minute=2))  # seldom is nobody free, however slow this computer is
    records = told.of("calldata")
    assert len({fields["callid"] for fields in records}) == 120
    assert len({fields["callid"] for fields in told.of("hangup")}) == 120
    assert {"ANSWER", "ABANDON", "NOANSWER"} <= {fields["status"] for fields in records}
    assert {"Inbound", "Outbound"} <= {fields.get("direction", "") for fields in records}
    answers = Counter(fields["extension"] for fields in told.of("call_in") if fields["event"] == "ANSWER")
    assert answers["101"]
    assert len(answers) > 3
    assert not any(isinstance(event, Unreadable) for event in told.events)


def test_phones_go_from_state_to_state_as_phones_do() -> None:
    told = listen(lambda pbx: pbx.run_day(40, per_minute=5))
    for extension in {extension for extension, _ in told.statuses}:
        states = [status for each, status in told.statuses if each == extension]
        assert set(pairwise(["on", *states])) <= {
            ("on", "ring"),
            ("ring", "talk"),
            ("ring", "on"),
            ("talk", "on"),
            ("talk", "ring"),  # another call's transfer
        }
        assert states[-1] == "on"


def test_a_day_without_end_ends_with_the_simulator() -> None:
    async def whole() -> None:
        async with heard() as (pbx, collector):
            day = pbx.start(pbx.run_day())
            while len(collector.of("calldata")) < 3:
                await pbx.sleep(10)
        assert day.cancelled()

    asyncio.run(whole())


def test_the_days_before_are_there_to_be_asked_for() -> None:
    async def whole() -> None:
        async with heard() as (pbx, collector):
            pbx.add_history(200, days=7)
            records = list(pbx.records)
            assert len({record.callid for record in records}) == 200
            ages = [NOON.timestamp() - record.started.timestamp() for record in records]
            assert 0 < min(ages) < max(ages) < 7 * 86_400
            assert {"ANSWER", "NO ANSWER", "ABANDON", "BUSY"} == {record.status for record in records}
            assert not collector.raw

    asyncio.run(whole())


def test_customers_come_again() -> None:
    told = listen(lambda pbx: pbx.run_day(60, per_minute=10))
    numbers = Counter({fields["callid"]: fields["phone"] for fields in told.of("calldata")}.values())
    assert numbers.most_common(1)[0][1] > 1


def test_numbers_are_of_here() -> None:
    from random import Random

    rng = Random(1)
    shape = re.compile(r"0[35789][0-9]{8}|0(24|28)[2-9][0-9]{7}|0236[2-9][0-9]{6}|601[0-9]{8}")
    assert all(shape.fullmatch(random_number(rng)) for _ in range(500))
    assert Customers(1).pick(Random(2)) == Customers(1).pick(Random(2))
    assert (with_plus("0938363739"), with_plus("60123456789")) == ("+84938363739", "+60123456789")
