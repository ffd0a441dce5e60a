import asyncio

import httpx
import pytest

from agent_desktop.errors import AnswerNotUnderstood, PbxRefused, PbxUnreachable, SettingsInvalid
from agent_desktop.pbx.client import ATTEMPTS, PbxClient, PbxOptions
from tests.pbx.client_line import ACTIONS, CHANGES, HANOI, READS, Handler, Key, Line, fails, replies


@pytest.mark.parametrize("action", READS)
@pytest.mark.parametrize(
    "handler",
    [
        fails(httpx.ConnectError("refused")),
        fails(httpx.ReadTimeout("late")),
        fails(httpx.ReadError("reset")),
        replies(b"<html>502</html>", 502),
    ],
)
def test_a_question_is_asked_again_while_the_pbx_cannot_be_reached(handler: Handler, action: str) -> None:
    line = Line(handler)
    with pytest.raises(PbxUnreachable):
        line.run(ACTIONS[action])
    assert len(line.requests) == ATTEMPTS
    assert line.pauses == [0.75, 1.5]


@pytest.mark.parametrize("action", CHANGES)
@pytest.mark.parametrize(
    "handler",
    [fails(httpx.ConnectError("refused")), fails(httpx.ReadTimeout("late")), replies(b"<html>502</html>", 502)],
)
def test_what_changes_something_is_sent_once(handler: Handler, action: str) -> None:
    line = Line(handler)
    with pytest.raises(PbxUnreachable):
        line.run(ACTIONS[action])
    assert len(line.requests) == 1
    assert not line.pauses


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize(
    ("handler", "error"),
    [
        (replies({"status": False, "error": "No."}), PbxRefused),
        (replies({"status": False, "error": "No."}, 500), PbxRefused),
        (replies(b"<html></html>", 404), AnswerNotUnderstood),
        (replies(b"", 307, {"location": "https://elsewhere.example.com"}), AnswerNotUnderstood),
    ],
)
def test_an_answer_is_not_asked_for_again(handler: Handler, error: type[Exception], action: str) -> None:
    line = Line(handler)
    with pytest.raises(error):
        line.run(ACTIONS[action])
    assert len(line.requests) == 1


def test_a_second_attempt_that_works_is_enough() -> None:
    answers = iter([httpx.Response(503), httpx.Response(200, json={"101": "on"})])
    line = Line(lambda _: next(answers))
    assert line.run(READS["statuses"]) == {"101": "on"}
    assert len(line.requests) == 2


@pytest.mark.parametrize("action", ACTIONS)
def test_an_action_ends_within_its_time_however_slow_the_pbx(action: str) -> None:
    class Slow(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            await asyncio.Event().wait()
            return httpx.Response(200)

    async def whole() -> None:
        options = PbxOptions("https://pbx.example.com", "a.example.com", HANOI, total_s=0.05)
        client = PbxClient(options, Key(), transport=Slow())
        with pytest.raises(PbxUnreachable, match="in time"):
            await ACTIONS[action](client)
        await client.close()

    asyncio.run(whole())


def test_the_last_failure_is_told_where_time_ran_out_between_attempts() -> None:
    async def forever(_: float) -> None:
        await asyncio.Event().wait()

    async def whole() -> None:
        options = PbxOptions("https://pbx.example.com", "a.example.com", HANOI, total_s=0.05)
        transport = httpx.MockTransport(replies(b"", 503))
        client = PbxClient(options, Key(), transport=transport, sleep=forever)
        await client.open()
        with pytest.raises(PbxUnreachable, match="503"):
            await client.members()
        await client.close()

    asyncio.run(whole())


@pytest.mark.parametrize(
    ("error", "maybe_rang"),
    [
        (httpx.ConnectError("refused"), False),
        (httpx.ConnectTimeout("late"), False),
        (httpx.ReadTimeout("late"), True),
        (httpx.ReadError("reset"), True),
        (httpx.RemoteProtocolError("Server disconnected without sending a response."), True),
    ],
)
def test_a_dial_that_may_have_been_heard_is_said_to_be_one(error: Exception, maybe_rang: bool) -> None:
    with pytest.raises(PbxUnreachable) as caught:
        Line(fails(error)).run(CHANGES["dial"])
    assert ("Look at your phone" in caught.value.advice) is maybe_rang


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (httpx.RemoteProtocolError("illegal status line"), AnswerNotUnderstood),
        (httpx.DecodingError("bad gzip"), AnswerNotUnderstood),
        (httpx.ProxyError("no"), PbxUnreachable),
        (httpx.PoolTimeout("full"), PbxUnreachable),
        (httpx.LocalProtocolError("no"), SettingsInvalid),
        (httpx.CloseError("no"), PbxUnreachable),
        (httpx.WriteError("no"), PbxUnreachable),
    ],
)
def test_httpx_errors_are_translated(error: Exception, expected: type[Exception]) -> None:
    with pytest.raises(expected):
        Line(fails(error)).run(CHANGES["pause"])


@pytest.mark.parametrize(
    ("said", "status", "is_about_the_key"),
    [
        ("Extension 102 is not in a call.", 200, False),
        ("No monkeys here", 400, False),
        ("", 200, False),
        ("", 403, True),
        ("No.", 401, True),
        ("Invalid API Key.", 200, True),
        ("Invalid domain.", 200, True),
        ("Unauthorized", 400, True),
    ],
)
def test_the_key_is_to_be_checked_where_it_may_be_at_fault(said: str, status: int, is_about_the_key: bool) -> None:
    with pytest.raises(PbxRefused) as caught:
        Line(replies({"status": False, "error": said}, status)).run(CHANGES["pause"])
    assert ("Check the key" in caught.value.advice) is is_about_the_key
    assert caught.value.advice.endswith("administrator.")
