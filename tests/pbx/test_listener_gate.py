from ipaddress import ip_address

import pytest

from agent_desktop.pbx.listener import ListenerOptions
from agent_desktop.pbx.listener_gate import Address, Gate, host_name, is_own_address
from agent_desktop.pbx.listener_reader import Head
from agent_desktop.pbx.request_line import RequestRefused

SECRET = "s3cret/ü"
PATH = b"/s3cret%2F%C3%BC/api?x=1"


def gate(host: str = "127.0.0.1", public: tuple[str, ...] = (), senders: tuple[str, ...] = ()) -> Gate:
    def is_own(address: Address) -> bool:
        return str(address) in {"192.168.1.5", "fd00::5"}

    options = ListenerOptions(host, 8737, allowed_senders=senders, public_hosts=public)
    return Gate(SECRET, options, "Desk7.office.example", is_own)


def is_admitted(asked: Gate, host: str) -> bool:
    try:
        return asked.admit(Head(b"GET", PATH, [(b"host", host.encode("latin-1"))], False)) == "/api?x=1"
    except RequestRefused as refusal:
        return refusal.reason != "host"


LOOPBACK = [
    "localhost",
    "LOCALHOST:8737",
    "localhost.",
    "127.0.0.1",
    "127.0.0.1:1",
    "127.255.0.9",
    "[::1]",
    "[::1]:8737",
    "",
]
FOREIGN = [
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.nip.io",
    "10.0.0.1",
    "2130706433",
    "0x7f.1",
    "[::2]",
    "::1",
    ":8737",
    "[",
    "%",
    "ü",
]


@pytest.mark.parametrize("listens", ["127.0.0.1", "localhost", "0.0.0.0", "::", "192.168.1.5"])
def test_loopback_is_always_ours_and_strangers_never(listens: str) -> None:
    asked = gate(listens)
    for _ in range(2):
        assert [host for host in LOOPBACK if not is_admitted(asked, host)] == []
        assert [host for host in FOREIGN if is_admitted(asked, host)] == []


@pytest.mark.parametrize(
    "host", ["0.0.0.0", "[::]", "192.168.1.5", "[fd00::5]", "desk7", "desk7.office.example", "desk7.local"]
)
def test_this_computers_names_and_addresses_are_ours_where_it_listens_at_all_of_them(host: str) -> None:
    is_listen_address = host in ("0.0.0.0", "[::]")
    assert is_admitted(gate("0.0.0.0"), host) == (host != "[::]")
    assert is_admitted(gate("::"), host) == (host != "0.0.0.0")
    assert not is_admitted(gate("127.0.0.1"), host) or is_listen_address


def test_the_listen_address_and_the_public_names_are_ours() -> None:
    asked = gate("192.168.1.5", public=("Desk.Example.com", "tunnel.example:8443"))
    for host in ("192.168.1.5:8737", "desk.example.com", "DESK.example.com:443", "tunnel.example"):
        assert is_admitted(asked, host)
    assert not is_admitted(asked, "192.168.1.6")
    assert not is_admitted(asked, "desk7.local")
    assert is_admitted(gate("desk.lan"), "desk.lan:80")


def test_what_was_let_in_once_does_not_let_in_others() -> None:
    asked = gate(public=("a.example",))
    assert all(is_admitted(asked, f"127.0.0.{number}") for number in range(100))
    assert is_admitted(asked, "a.example")
    assert not is_admitted(asked, "b.example")


def test_the_address_in_the_target_counts_more_than_the_header() -> None:
    head = Head(b"GET", b"http://evil.example" + PATH, [(b"host", b"localhost")], False)
    with pytest.raises(RequestRefused):
        gate().admit(head)
    head = Head(b"GET", b"HTTP://LOCALHOST:1" + PATH, [(b"host", b"evil.example")], False)
    assert gate().admit(head) == "/api?x=1"


@pytest.mark.parametrize(
    "target",
    [
        b"/s3cret/\xc3\xbc",
        b"/s3cret",
        b"/%73%33cret%2f%c3%bc",
        b"/",
        b"//",
        b"*",
        b"",
        b"?",
        b"/x/s3cret%2F%C3%BC",
        b"http://localhost",
    ],
)
def test_the_secret_is_one_whole_segment(target: bytes) -> None:
    head = Head(b"GET", target, [], False)
    if target == b"/%73%33cret%2f%c3%bc":
        assert gate().admit(head) == "/"
        return
    with pytest.raises(RequestRefused) as refusal:
        gate().admit(head)
    assert refusal.value.reason == "secret"


@pytest.mark.parametrize(
    ("senders", "sender", "heard"),
    [
        ((), "203.0.113.7", True),
        ((), "", True),
        (("203.0.113.7",), "203.0.113.7", True),
        (("203.0.113.7",), "203.0.113.8", False),
        (("203.0.113.9/24",), "203.0.113.8", True),
        (("203.0.113.0/24", "10.0.0.1"), "10.0.0.1", True),
        (("203.0.113.7",), "::ffff:203.0.113.7", True),
        (("2001:db8::/32",), "2001:db8::1", True),
        (("fe80::/10",), "fe80::1%eth0", True),
        (("203.0.113.7",), "2001:db8::1", False),
        (("203.0.113.7",), "", False),
        (("203.0.113.7",), "name", False),
    ],
)
def test_senders(senders: tuple[str, ...], sender: str, heard: bool) -> None:
    assert gate(senders=senders).allows_sender(sender) is heard


def test_own_addresses_are_those_that_can_be_bound() -> None:
    assert is_own_address(ip_address("127.0.0.1"))
    for elsewhere in ("192.0.2.1", "0.0.0.0", "224.0.0.1", "2001:db8::1", "::"):
        assert not is_own_address(ip_address(elsewhere))


@pytest.mark.parametrize(
    ("authority", "name"),
    [("A.Example.:80", "a.example"), ("[::1]:80", "::1"), ("[::1", "::1"), ("a", "a"), ("", ""), (" a:b:c ", "a")],
)
def test_host_names(authority: str, name: str) -> None:
    assert host_name(authority) == name
