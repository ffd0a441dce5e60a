import pytest

from agent_desktop.store.call_state import decode, encode
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.events import AgentNoAnswer, CallAnswered, CallEnded, CallReported, CallRinging
from tests.store.sample import AT


def test_a_state_comes_back_as_it_was() -> None:
    call = Call.from_events(
        [
            (CallRinging("c1", "inbound", "101", " 0938", "Bán hàng", "028"), AT + 0.1),
            (CallRinging("c1", "inbound", "102"), AT + 0.2),
            (AgentNoAnswer("c1", "101"), AT + 5),
            (CallAnswered("c1", extension="102"), AT + 6.123456),
            (CallEnded("c1"), AT + 60),
            (CallReported("c1", started=AT, duration_s=60, recording_url="https://x/?a=b&c"), AT + 61),
        ]
    )
    assert decode("c1", encode(call)) == call


def test_the_same_state_is_the_same_text_whatever_the_order() -> None:
    one, other = (
        Call.of(CallRinging("c1", "inbound", "101", "0938"), AT),
        Call.of(CallRinging("c1", extension="102", queue="9"), AT),
    )
    assert encode(one.merge(other)) == encode(other.merge(one))


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "null", '{"seen_at":1,"ended_at":2,"abandoned":0,"legs":[],"facts":{}}']
)
def test_another_text_is_no_state(text: str) -> None:
    with pytest.raises((ValueError, TypeError, KeyError, AttributeError)):
        decode("c1", text)
