import asyncio
import shutil
import socket
import struct
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.system import network_changes
from agent_desktop.system.network_changes import NetworkTable, network_listener

RUNNING, DOWN = 0x40, 0


def message(kind: int, body: bytes) -> bytes:
    padded = body + bytes(-len(body) % 4)
    return struct.pack("=IHHII", 16 + len(body), kind, 0, 1, 0) + padded


def link(kind: int, index: int, flags: int) -> bytes:
    return message(kind, struct.pack("=BxHiII", 0, 1, index, flags, 0xFFFFFFFF))


def address(kind: int, index: int, value: bytes, before: bytes = b"") -> bytes:
    attribute = struct.pack("=HH", 4 + len(value), 1) + value
    return message(kind, struct.pack("=BBBBi", 2, 24, 0, 0, index) + before + attribute)


def test_only_what_changes_something_is_news() -> None:
    table = NetworkTable()
    home, office = bytes([192, 168, 1, 7]), bytes([10, 0, 0, 7])
    broadcast = struct.pack("=HH", 8, 4) + b"\xff\xff\xff\xff"
    assert table.receive(link(16, 2, RUNNING))
    assert not table.receive(link(16, 2, RUNNING)), "a Wi-Fi scan says the same again"
    assert table.receive(address(20, 2, home))
    assert not table.receive(address(20, 2, home, broadcast)), "so does a lease that is renewed"
    assert table.receive(address(20, 2, office))
    assert not table.receive(address(21, 3, office)), "never there"
    assert table.receive(address(21, 2, home) + address(21, 2, office))
    assert table.receive(link(16, 2, DOWN))
    assert not table.receive(link(17, 2, DOWN))


def test_what_comes_and_goes_in_one_datagram_is_no_news() -> None:
    assert not NetworkTable().receive(link(16, 2, RUNNING) + link(17, 2, RUNNING))


@given(st.binary(max_size=200), st.sampled_from([16, 17, 20, 21]), st.binary(max_size=60))
def test_no_bytes_make_it_fail(anything: bytes, kind: int, body: bytes) -> None:
    NetworkTable().receive(anything)
    NetworkTable().receive(message(kind, body) + anything)


def test_where_the_kernel_does_not_tell_the_ways_out_are_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    ways = [("10.0.0.7", "")]
    monkeypatch.setattr(network_changes, "ways_out", lambda: ways[-1])
    heard: list[bool] = []
    with network_listener(lambda: heard.append(True)) as check:
        check()
        assert not heard
        ways.append(("", ""))
        check()
        check()
        assert heard == [True]


def test_a_way_out_is_the_own_address_on_it_or_nothing() -> None:
    assert network_changes._way_to(socket.AF_INET, "127.0.0.1") == "127.0.0.1"
    assert network_changes._way_to(socket.AF_INET, "::1") == ""


LISTEN = """
import asyncio, subprocess
from agent_desktop.system.network_changes import network_listener

def ip(*words):
    subprocess.run(["ip", *words, "dev", "lo"], check=True)

async def main():
    news = asyncio.Event()
    with network_listener(news.set):
        await asyncio.sleep(0)
        assert not news.is_set(), "what was there is no news"
        for words in (
            ("link", "set", "up"),
            ("address", "add", "192.0.2.7/24"),
            ("address", "del", "192.0.2.7/24"),
            ("link", "set", "down"),
        ):
            news.clear()
            ip(*words)
            await news.wait()
    print("heard all")

asyncio.run(main())
"""


def may_unshare() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare") or not shutil.which("ip"):
        return False
    return subprocess.run(["unshare", "-Urn", "true"], capture_output=True, check=False).returncode == 0


@pytest.mark.skipif(not may_unshare(), reason="needs a network of its own (unshare, ip)")
def test_the_kernel_tells_of_links_and_addresses() -> None:
    done = subprocess.run(
        ["unshare", "-Urn", sys.executable, "-W", "error", "-c", LISTEN],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert done.stdout == "heard all\n", done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel tells on Linux only")
def test_lost_news_make_it_read_everything_again(monkeypatch: pytest.MonkeyPatch) -> None:
    class Overrun(network_changes.NetworkTable):
        def receive(self, datagram: bytes) -> bool:
            raise OSError

    async def script() -> None:
        news = asyncio.Event()
        listener = network_changes._KernelListener(news.set)
        listener._table = Overrun()
        listener._socket.send(struct.pack("=IHHII", 20, 18, 0x301, 9, 0) + bytes(4))
        await news.wait()
        assert type(listener._table) is NetworkTable
        listener.close()

    asyncio.run(script())
