"""Notices that this computer's addresses or links changed: told by the kernel on Linux, by comparing elsewhere."""

import asyncio
import socket
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

Member = TypeVar("Member")

# From the manual pages of netlink and rtnetlink.
_HEADER = struct.Struct("=IHHII")  # length, type, flags, sequence, sender
_LINK = struct.Struct("=BxHiII")  # family, device type, index, flags, change mask
_ADDRESS = struct.Struct("=BBBBi")  # family, prefix length, flags, scope, index
_ATTRIBUTE = struct.Struct("=HH")  # length, type
_DONE = 3
_NEW_LINK, _DELETED_LINK, _LIST_LINKS = 16, 17, 18
_NEW_ADDRESS, _DELETED_ADDRESS, _LIST_ADDRESSES = 20, 21, 22
_REQUEST_ALL = 0x301
_RUNNING = 0x40
_ADDRESS_ITSELF = 1
_GROUPS = 0x1 | 0x10 | 0x100  # links, IPv4 addresses, IPv6 addresses
_LARGEST_DATAGRAM = 64 * 1024


class NetworkTable:
    """Which links run and which addresses they have, as the kernel's messages tell it."""

    def __init__(self) -> None:
        self._links: set[int] = set()
        self._addresses: set[tuple[int, bytes]] = set()

    def receive(self, datagram: bytes) -> bool:
        """Take in messages; whether one changed anything: Wi-Fi scans and renewed leases repeat what is."""
        before = (set(self._links), set(self._addresses))
        for kind, body in messages(datagram):
            if kind in {_NEW_LINK, _DELETED_LINK} and len(body) >= _LINK.size:
                _, _, index, flags, _ = _LINK.unpack_from(body)
                _put(self._links, index, kind == _NEW_LINK and bool(flags & _RUNNING))
            elif kind in {_NEW_ADDRESS, _DELETED_ADDRESS} and len(body) >= _ADDRESS.size:
                index = _ADDRESS.unpack_from(body)[4]
                _put(self._addresses, (index, _address(body)), kind == _NEW_ADDRESS)
        return before != (self._links, self._addresses)


def messages(datagram: bytes) -> Iterator[tuple[int, bytes]]:
    """(type, body) of each netlink message in a datagram, up to the first that is cut off."""
    while len(datagram) >= _HEADER.size:
        length, kind, *_ = _HEADER.unpack_from(datagram)
        if not _HEADER.size <= length <= len(datagram):
            return
        yield kind, datagram[_HEADER.size : length]
        datagram = datagram[_aligned(length) :]


@contextmanager
def network_listener(on_news: Callable[[], None]) -> Iterator[Callable[[], None]]:
    """Call `on_news` on the running loop when the network changes; yields a check to be called every few seconds."""
    if sys.platform == "linux":
        try:
            listener = _KernelListener(on_news)
        except OSError:  # a sandbox that lets no one listen to the kernel
            pass
        else:
            try:
                yield lambda: None
            finally:
                listener.close()
            return
    yield _comparison(on_news)


if sys.platform == "linux":

    class _KernelListener:
        def __init__(self, on_news: Callable[[], None]) -> None:
            self._on_news = on_news
            self._socket = socket.socket(socket.AF_NETLINK, socket.SOCK_RAW, socket.NETLINK_ROUTE)
            try:
                self._socket.bind((0, _GROUPS))
                self._read_all()
            except OSError:
                self._socket.close()
                raise
            asyncio.get_running_loop().add_reader(self._socket, self._read)

        def close(self) -> None:
            asyncio.get_running_loop().remove_reader(self._socket)
            self._socket.close()

        def _read(self) -> None:
            try:
                changed = self._table.receive(self._socket.recv(_LARGEST_DATAGRAM))
            except BlockingIOError:
                return
            except OSError:  # more news than the socket holds: some are lost
                self._read_all()
                changed = True
            if changed:
                self._on_news()

        def _read_all(self) -> None:
            """Start the table anew. The kernel answers such a request at once."""
            self._table = NetworkTable()
            self._socket.settimeout(1.0)
            for sequence, kind in enumerate((_LIST_LINKS, _LIST_ADDRESSES), start=1):
                length = _HEADER.size + _ATTRIBUTE.size
                self._socket.send(_HEADER.pack(length, kind, _REQUEST_ALL, sequence, 0) + bytes(_ATTRIBUTE.size))
                done = False
                while not done:
                    datagram = self._socket.recv(_LARGEST_DATAGRAM)
                    self._table.receive(datagram)
                    done = any(kind == _DONE for kind, _ in messages(datagram))
            self._socket.setblocking(False)


def _comparison(on_news: Callable[[], None]) -> Callable[[], None]:
    known = ways_out()

    def check() -> None:
        nonlocal known
        now = ways_out()
        if now != known:
            known = now
            on_news()

    return check


def ways_out() -> tuple[str, str]:
    """This computer's own IPv4 and IPv6 address on the way to the internet, "" for none. Sends nothing."""
    # Addresses reserved for documentation (RFC 5737, RFC 3849): nobody is there.
    return _way_to(socket.AF_INET, "192.0.2.1"), _way_to(socket.AF_INET6, "2001:db8::1")


def _way_to(family: socket.AddressFamily, destination: str) -> str:
    try:
        with socket.socket(family, socket.SOCK_DGRAM) as probe:
            probe.connect((destination, 9))
            return str(probe.getsockname()[0])
    except OSError:
        return ""


def _put(members: set[Member], member: Member, present: bool) -> None:
    if present:
        members.add(member)
    else:
        members.discard(member)


def _address(body: bytes) -> bytes:
    rest = body[_ADDRESS.size :]
    while len(rest) >= _ATTRIBUTE.size:
        length, kind = _ATTRIBUTE.unpack_from(rest)
        if length < _ATTRIBUTE.size:
            break
        if kind == _ADDRESS_ITSELF:
            return rest[_ATTRIBUTE.size : length]
        rest = rest[_aligned(length) :]
    return b""


def _aligned(length: int) -> int:
    return (length + 3) & ~3
