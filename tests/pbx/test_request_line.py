from collections.abc import Iterator

import h11
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from agent_desktop.pbx.request_line import HeadBuffer, RequestRefused, sanitise

TARGETS = st.binary(min_size=1, max_size=60).filter(lambda target: b"\n" not in target and target.strip(b" "))
WHOLE = b"GET /a HTTP/1.1\r\nHost: x\r\n\r\n"


def buffer(max_line: int = 200, max_head: int = 500, max_headers: int = 10) -> HeadBuffer:
    return HeadBuffer(max_line, max_head, max_headers)


def heads(fed: HeadBuffer) -> Iterator[bytes]:
    while (head := fed.take()) is not None:
        yield head


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        (b"GET /a?b=1 HTTP/1.1", b"GET /a?b=1 HTTP/1.1"),
        (b"GET /a?d=2024-03-01 13:15:40 HTTP/1.1", b"GET /a?d=2024-03-01%2013:15:40 HTTP/1.1"),
        (b"GET /a?d=a  b\tc HTTP/1.0", b"GET /a?d=a%20%20b%09c HTTP/1.0"),
        ("GET /a?n=Nguyễn HTTP/1.1".encode(), b"GET /a?n=Nguy%E1%BB%85n HTTP/1.1"),
        (b"GET /a#b HTTP/1.1", b"GET /a%23b HTTP/1.1"),
        (b"GET /a?b=100%&c=%zz HTTP/1.1", b"GET /a?b=100%&c=%zz HTTP/1.1"),
        (b"GET /a?b=c HTTP/1.1 HTTP/1.1", b"GET /a?b=c%20HTTP/1.1 HTTP/1.1"),
        (b"GET /a\x00\x01\x7f\xff HTTP/1.1", b"GET /a%00%01%7F%FF HTTP/1.1"),
        (b"GET  /a HTTP/1.1", b"GET /a HTTP/1.1"),
        (b"GET /a  HTTP/1.1 \r", b"GET /a HTTP/1.1"),
        (b"GET /a", b"GET /a"),
        (b"GET /a b", b"GET /a b"),
        (b"GET", b"GET"),
        (b"", b""),
    ],
)
def test_the_line_is_mended(line: bytes, mended: bytes) -> None:
    assert sanitise(line) == mended


@settings(deadline=None)
@given(target=TARGETS, version=st.sampled_from([b"HTTP/1.1", b"HTTP/1.0"]))
def test_any_target_becomes_one_that_h11_takes(target: bytes, version: bytes) -> None:
    http = h11.Connection(h11.SERVER)
    http.receive_data(sanitise(b"GET /" + target + b" " + version) + b"\r\nHost: x\r\n\r\n")
    request = http.next_event()
    assert isinstance(request, h11.Request)
    assert request.target == sanitise(b"GET /" + target + b" " + version).split(b" ")[1]


@settings(deadline=None)
@given(target=TARGETS)
def test_mending_twice_changes_nothing(target: bytes) -> None:
    once = sanitise(b"GET /" + target + b" HTTP/1.1")
    assert sanitise(once) == once


@pytest.mark.parametrize(
    ("head", "mended"),
    [
        (WHOLE, WHOLE),
        (b"GET /a b HTTP/1.1\nHost: x\n\n", b"GET /a%20b HTTP/1.1\r\nHost: x\n\n"),
        (b"GET /a HTTP/1.1\r\nhOsT : x\r\n\r\n", b"GET /a HTTP/1.1\r\nhOsT : x\r\n\r\n"),
        (b"GET /a HTTP/1.1\r\n\r\n", b"GET /a HTTP/1.1\r\nHost:\r\n\r\n"),
        (b"GET /a HTTP/1.1\r\nX-Host: x\r\n\r\n", b"GET /a HTTP/1.1\r\nHost:\r\nX-Host: x\r\n\r\n"),
        (b"GET /a HTTP/1.0\r\n\r\n", b"GET /a HTTP/1.0\r\n\r\n"),
        (b"\r\n\n\r\n" + WHOLE, WHOLE),
    ],
)
def test_a_head_is_taken_whole_and_mended(head: bytes, mended: bytes) -> None:
    fed = buffer()
    fed.feed(head + b"rest")
    assert fed.take() == mended
    assert fed.take_rest() == b"rest"
    assert fed.take() is None


def test_byte_by_byte() -> None:
    fed, stream = buffer(), (WHOLE + b"POST /b c HTTP/1.1\nhost: x\n\n") * 2
    found: list[bytes] = []
    for at in range(len(stream)):
        fed.feed(stream[at : at + 1])
        found += heads(fed)
    assert found == [WHOLE, b"POST /b%20c HTTP/1.1\r\nhost: x\n\n"] * 2
    assert len(fed) == 0


@settings(deadline=None)
@given(
    stream=st.binary(max_size=80) | st.text(alphabet="GET /: aHTTP/1.\r\n", max_size=200).map(str.encode),
    cut=st.integers(0, 200),
)
def test_fragments_give_what_the_whole_gives(stream: bytes, cut: int) -> None:
    outcomes = []
    for pieces in ([stream], [stream[:cut], stream[cut:]]):
        fed, found = buffer(), list[bytes]()
        try:
            for piece in pieces:
                fed.feed(piece)
                found += heads(fed)
            outcomes.append((found, "", fed.take_rest()))
        except RequestRefused as refusal:
            outcomes.append((found, refusal.reason, b""))
    assert outcomes[0] == outcomes[1]


@pytest.mark.parametrize(
    ("data", "status"),
    [
        (b"\x16\x03\x01\x02\x00", 400),
        (b"\x00", 400),
        (b"{}", 400),
        (b"GET /" + b"a" * 300, 414),
        (b"GET /" + b"a" * 300 + b" HTTP/1.1\r\n\r\n", 414),
        (b"GET /a HTTP/1.1\r\n" + b"X: 1\r\n" * 12, 431),
        (b"GET /a HTTP/1.1\r\n" + b"X: 1\r\n" * 12 + b"\r\n", 431),
        (b"GET /a HTTP/1.1\r\nX: " + b"1" * 600, 431),
        (b"GET /a HTTP/1.1\r\nX: " + b"1" * 600 + b"\r\n\r\n", 431),
    ],
)
def test_too_much_is_refused(data: bytes, status: int) -> None:
    fed = buffer()
    fed.feed(data)
    with pytest.raises(RequestRefused) as refusal:
        fed.take()
    assert refusal.value.status == status


def test_limits_hold_to_the_byte() -> None:
    line = b"GET /aaaa HTTP/1.1\r\n"
    fed = HeadBuffer(max_line=len(line) - 1, max_head=len(line) + 10, max_headers=1)
    fed.feed(line + b"Host: x\r\n\r")
    assert fed.take() is None
    fed.feed(b"\n" + line)
    with pytest.raises(RequestRefused):
        fed.take()
