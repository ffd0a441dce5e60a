"""The team list: who is where, with what status, talking to whom."""

from agent_desktop.desk.own_status import OwnStatus
from agent_desktop.desk.team import Team
from agent_desktop.telephony.agent import QueueMember, StatusSource
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import CallAnswered

T0 = 1_700_000_000.0
CALL = Call.of(CallAnswered("c1", "inbound", "102", "0938363739"), T0)


def team(statuses: dict[str, str], calls: dict[str, Call] | None = None) -> Team:
    heard = OwnStatus("101")
    for extension, status in statuses.items():
        heard.hear(extension, status, StatusSource.API, T0)
    return Team(heard, lambda: calls or {})


def test_everyone_is_listed_once_with_all_queues_in_the_order_of_their_numbers():
    one = team({})
    members = [QueueMember(ext, queue) for queue, ext in (("999", "1001"), ("999", "102"), ("998", "102"), ("", "7"))]
    one.hear([*members, QueueMember("102", "999")], T0)
    told = one.changed()
    assert [(m.status.extension, m.queues) for m in told.members] == [
        ("7", ()),
        ("102", ("998", "999")),
        ("1001", ("999",)),
    ]
    assert told.as_of == T0


def test_who_left_the_queues_is_listed_no_more():
    one = team({})
    one.hear([QueueMember("102", "999"), QueueMember("103", "999")], T0)
    one.hear([QueueMember("103", "998")], T0 + 60)
    assert [(m.status.extension, m.queues) for m in one.changed().members] == [("103", ("998",))]
    assert one.extensions == ("103",)


def test_a_status_comes_with_its_age_and_one_that_is_not_known_is_empty():
    one = team({"102": "pause"})
    one.hear([QueueMember("102"), QueueMember("103")], T0)
    known, unknown = one.changed().members
    assert (known.status.status, known.status.confirmed_at) == ("pause", T0)
    assert (unknown.status.status, unknown.status.is_stale(T0)) == ("", True)


def test_the_customer_is_shown_while_the_phone_is_busy_and_not_after():
    busy, idle = team({"102": "talk"}, {"102": CALL}), team({"102": "on"}, {"102": CALL})
    for one in (busy, idle):
        one.hear([QueueMember("102", "999")], T0)
    (member,) = busy.changed().members
    assert (member.number, member.direction) == ("0938363739", "inbound")
    assert idle.changed().members[0].number == ""
