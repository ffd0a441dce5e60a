import asyncio
import contextlib
import socket
from typing import Any

import pytest

from agent_desktop.errors import ListenerFailed
from agent_desktop.pbx.listener import Listener, ListenerOptions
from tests.pbx.listener_caller import SECRET, Caller, open_door, request


def test_closing_acknowledges_what_came_and_frees_the_port() -> None:
    async def run() -> None:
        kept = asyncio.get_running_loop().create_future()
        async with open_door(lambda: kept) as door:
            busy, idle = await door.connect(), await door.connect()
            await busy.send(request())
            await door.has_received(1)
            port = door.listener.port
            closing = asyncio.create_task(door.listener.close())
            assert await idle.end() == b""
            kept.set_result(None)
            response = await busy.response()
            assert response is not None
            assert response.status == 200
            await closing
            again = Listener(ListenerOptions("127.0.0.1", port), SECRET, lambda *_: None)
            await again.start()
            await again.close()
            await again.close()

    asyncio.run(run())


def test_closing_does_not_wait_for_a_disk_that_never_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("agent_desktop.pbx.listener.CLOSE_GRACE_S", 0.05)

    async def run() -> None:
        async with open_door(asyncio.get_running_loop().create_future) as door:
            caller = await door.connect()
            await caller.send(request())
            await door.has_received(1)
            await door.listener.close()
            assert await caller.end() == b""

    asyncio.run(run())


@pytest.mark.parametrize("turns", range(6))
def test_closing_hangs_up_on_whoever_is_at_the_door(turns: int) -> None:
    async def run() -> None:
        async with open_door() as door:
            with socket.create_connection(("127.0.0.1", door.listener.port)) as caller:
                caller.setblocking(False)
                for _ in range(turns):  # how far the loop has got with it
                    await asyncio.sleep(0)
                async with asyncio.timeout(10):
                    await door.listener.close()
                    with contextlib.suppress(ConnectionResetError):
                        assert await asyncio.get_running_loop().sock_recv(caller, 1) == b""

    asyncio.run(run())


def test_where_it_listens() -> None:
    async def run() -> None:
        async with open_door(host="localhost") as door:
            assert door.listener.base_url == f"http://127.0.0.1:{door.listener.port}/{SECRET}"
        async with open_door(host="0.0.0.0") as door:
            assert door.listener.base_url == f"http://127.0.0.1:{door.listener.port}/{SECRET}"
        assert door.listener.port == 0

    asyncio.run(run())


def has_ipv6() -> bool:
    try:
        with socket.socket(socket.AF_INET6) as probe:
            probe.bind(("::1", 0))
    except OSError:
        return False
    return True


@pytest.mark.skipif(not has_ipv6(), reason="no IPv6 here")
@pytest.mark.parametrize("host", ["::1", "[::1]", "::"])
def test_ipv6(host: str) -> None:
    async def run() -> None:
        listener = Listener(ListenerOptions(host, 0), SECRET, lambda *_: None)
        await listener.start()
        assert listener.base_url == f"http://[::1]:{listener.port}/{SECRET}"
        caller = Caller(*await asyncio.open_connection("::1", listener.port))
        await caller.send(request().replace(b"127.0.0.1:8737", b"[::1]:8737"))
        response = await caller.response()
        assert response is not None
        assert response.status == 200
        await caller.close()
        await listener.close()

    asyncio.run(run())


def failure(host: str, port: int, **options: Any) -> ListenerFailed:
    async def run() -> None:
        listener = Listener(ListenerOptions(host, port, **options), SECRET, lambda *_: None)
        try:
            await listener.start()
        finally:
            await listener.close()

    with pytest.raises(ListenerFailed) as failed:
        asyncio.run(run())
    assert failed.value.advice
    assert SECRET not in failed.value.message
    return failed.value


def test_a_taken_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert f"Another program already listens at 127.0.0.1, port {port}." in failure("127.0.0.1", port).title


@pytest.mark.parametrize("host", ["192.0.2.1", "desk.invalid"])
def test_an_address_elsewhere_is_told(host: str) -> None:
    assert failure(host, 0).title == f"{host} is not an address of this computer."


def test_a_forbidden_port_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(_: socket.socket, __: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", bind)
    assert failure("127.0.0.1", 80).title == "This computer does not allow listening at port 80."


def test_an_address_elsewhere_is_told_where_python_keeps_the_code_back(monkeypatch: pytest.MonkeyPatch) -> None:
    def bind(_: socket.socket, __: object) -> None:
        raise OSError(None, "not here")

    monkeypatch.setattr(socket.socket, "bind", bind)
    assert failure("192.0.2.1", 80).title == "192.0.2.1 is not an address of this computer."


def test_an_impossible_port_is_told() -> None:
    assert failure("127.0.0.1", 70000).title == "There is no port 70000."


def test_senders_that_are_no_addresses_are_told() -> None:
    assert failure("127.0.0.1", 0, allowed_senders=("pbx.example",)).title.startswith("The allowed sender")


def test_an_empty_secret_is_a_bug() -> None:
    with pytest.raises(ValueError, match="secret"):
        Listener(ListenerOptions("127.0.0.1", 0), "", lambda *_: None)
