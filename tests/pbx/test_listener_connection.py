import asyncio
from collections.abc import Iterator

import pytest

from agent_desktop.pbx.listener import ListenerOptions
from agent_desktop.pbx.listener_connection import MAX_UNANSWERED, Connection, Site
from agent_desktop.pbx.listener_gate import Gate
from tests.pbx.listener_caller import HANGUP, SECRET, request
from tests.pbx.listener_wire import Wire


class Line:
    """A connection and what it is told: `kept` has one future for each request."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self.loop = loop
        self.keeps_at_once = False
        self.kept: list[asyncio.Future[None]] = []
        self.refused: list[str] = []
        options = ListenerOptions("127.0.0.1", 0)
        gate = Gate(SECRET, options, "")
        site = Site(options, gate, self._receive, self.refused.append, lambda _: None, lambda _: None)
        self.wire, self.connection = Wire(), Connection(site)
        self.connection.connection_made(self.wire)

    def _receive(self, *_: object) -> "asyncio.Future[None] | None":
        if self.keeps_at_once:
            return None
        self.kept.append(self.loop.create_future())
        return self.kept[-1]

    def feed(self, data: bytes) -> None:
        self.connection.data_received(data)

    def keep(self, *numbers: int) -> None:
        """These requests are on disk."""
        for number in numbers:
            self.kept[number].set_result(None)
        self.loop.run_until_complete(asyncio.sleep(0))

    @property
    def answers(self) -> list[int]:
        """The statuses answered so far."""
        return [int(part[:3]) for part in self.wire.written.split(b"HTTP/1.1 ")[1:]]


@pytest.fixture
def line() -> Iterator[Line]:
    loop = asyncio.new_event_loop()
    yield Line(loop)
    loop.close()


def test_answers_come_in_the_order_of_the_requests(line: Line) -> None:
    line.feed(request() * 3)
    line.keep(1, 2)
    assert line.answers == []
    line.keep(0)
    assert line.answers == [200, 200, 200]


def test_nothing_is_read_beyond_what_may_wait_for_the_disk(line: Line) -> None:
    line.feed(request() * (MAX_UNANSWERED + 2) + b"GET ")
    assert (len(line.kept), line.wire.is_paused, line.connection.deadline_ns) == (MAX_UNANSWERED, True, None)
    line.keep(0)
    assert (len(line.kept), line.wire.is_paused, line.connection.deadline_ns) == (MAX_UNANSWERED + 1, True, None)
    line.keep(*range(1, MAX_UNANSWERED + 1))
    assert (len(line.kept), line.wire.is_paused) == (MAX_UNANSWERED + 2, False)
    assert line.connection.deadline_ns is not None
    line.keep(MAX_UNANSWERED + 1)
    assert line.answers == [200] * (MAX_UNANSWERED + 2)


def test_a_sender_that_does_not_read_is_not_read_either(line: Line) -> None:
    line.feed(request())
    line.connection.pause_writing()
    deadline = line.connection.deadline_ns
    assert line.wire.is_paused
    assert deadline is not None
    line.keep(0)
    assert line.wire.is_paused
    assert line.connection.deadline_ns == deadline
    line.connection.resume_writing()
    assert not line.wire.is_paused


def test_a_sender_that_never_reads_is_dropped(line: Line) -> None:
    line.feed(request())
    line.keep(0)
    line.connection.pause_writing()
    line.connection.expire()
    assert (line.wire.is_closed, line.wire.is_aborted) == (True, False)
    line.connection.expire()
    assert line.wire.is_aborted


def test_the_disk_is_waited_for_without_a_deadline(line: Line) -> None:
    assert line.connection.deadline_ns is not None
    line.feed(request())
    assert line.connection.is_waiting_for_disk
    assert line.connection.deadline_ns is None
    line.keep(0)
    assert not line.connection.is_waiting_for_disk
    assert line.connection.deadline_ns is not None


def test_an_idle_sender_that_was_slow_before_is_not_blamed(line: Line) -> None:
    line.feed(request()[:20])
    assert line.connection.is_inside_request
    line.feed(request()[20:])
    line.keep(0)
    line.connection.expire()
    assert (line.answers, line.refused, line.wire.is_closed) == ([200], [], True)


def test_what_follows_the_last_request_is_not_heard(line: Line) -> None:
    line.feed(request(HANGUP, "Connection: close") + request())
    line.feed(request())
    line.keep(0)
    assert (len(line.kept), line.answers, line.wire.is_closed) == (1, [200], True)


def test_a_sender_is_told_to_go_on_only_in_its_turn(line: Line) -> None:
    waiting = request(HANGUP, "Expect: 100-continue", "Content-Length: 2", method="POST")
    line.feed(request() + waiting)
    assert line.answers == []
    line.keep(0)
    line.feed(b"{}")
    line.keep(1)
    line.feed(waiting)
    assert line.answers == [200, 200, 100]


def test_a_refusal_waits_for_the_acknowledgements_before_it(line: Line) -> None:
    line.feed(request() + request(secret="wrong") + request())
    assert line.answers == []
    line.keep(0)
    assert (line.answers, line.refused, len(line.kept)) == ([200, 404], ["secret"], 1)


def test_nothing_is_written_once_the_sender_is_gone(line: Line) -> None:
    line.feed(request())
    line.connection.connection_lost(None)
    line.keep(0)
    assert line.answers == []


def test_a_pipeline_that_needs_no_disk_is_answered_at_once(line: Line) -> None:
    line.keeps_at_once = True
    line.feed(request() * (3 * MAX_UNANSWERED))
    assert line.answers == [200] * (3 * MAX_UNANSWERED)
