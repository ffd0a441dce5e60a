"""Listening goes on when connections break off, and ends at every moment of a connection's arrival."""

import asyncio
import socket

import pytest

from agent_desktop.listening import accepted, stop_listening


@pytest.mark.parametrize("turns", range(6))
def test_a_connection_that_was_accepted_is_served_and_any_other_refused(turns: int) -> None:
    async def run() -> None:
        served: list[asyncio.StreamWriter] = []
        server = await asyncio.start_server(lambda _, writer: served.append(writer), "127.0.0.1", 0)
        with socket.create_connection(server.sockets[0].getsockname()) as caller:
            caller.setblocking(False)
            for _ in range(turns):  # how far the loop has got with it
                await asyncio.sleep(0)
            await stop_listening(server)
            for writer in served:
                writer.write(b"served")
                writer.close()
            async with asyncio.timeout(10):
                try:
                    answer = await asyncio.get_running_loop().sock_recv(caller, 6)
                except ConnectionResetError:
                    answer = b"refused"
            assert answer == (b"served" if served else b"refused")

    asyncio.run(run())


def test_the_port_is_free_afterwards_even_if_nobody_waits_for_that() -> None:
    async def run() -> None:
        server = await asyncio.start_server(lambda *_: None, "127.0.0.1", 0)
        address = server.sockets[0].getsockname()
        stopping = asyncio.create_task(stop_listening(server))
        await asyncio.sleep(0)
        stopping.cancel()
        await asyncio.wait([stopping])
        with socket.socket() as probe:
            probe.bind(address)

    asyncio.run(run())


class WindowsError(OSError):
    """What Windows' calls raise."""

    def __init__(self, winerror: int) -> None:
        super().__init__(winerror, "as Windows says it")
        self.winerror = winerror


def future(outcome: WindowsError | str) -> "asyncio.Future[str]":
    made: asyncio.Future[str] = asyncio.get_running_loop().create_future()
    if isinstance(outcome, WindowsError):
        made.set_exception(outcome)
    else:
        made.set_result(outcome)
    return made


def test_a_connection_that_broke_off_before_its_turn_does_not_end_the_listening() -> None:
    async def run() -> None:
        outcomes = [WindowsError(64), WindowsError(10054), "the next", WindowsError(64), WindowsError(10038)]

        def accept() -> "asyncio.Future[str]":
            return future(outcomes.pop(0))  # type: ignore[arg-type]

        assert await accepted(accept) == "the next"
        with pytest.raises(WindowsError, match="10038"):  # the port itself is closed
            await accepted(accept)

    asyncio.run(run())


def test_a_port_that_is_closed_meanwhile_ends_it() -> None:
    async def run() -> None:
        attempts = [lambda: future(WindowsError(64))]

        def accept() -> "asyncio.Future[str]":
            if not attempts:
                raise WindowsError(10038)
            return attempts.pop()()

        with pytest.raises(WindowsError, match="10038"):
            await accepted(accept)

    asyncio.run(run())


@pytest.mark.parametrize("who", ["the listening", "Windows"])
def test_a_listening_that_is_called_off_waits_for_no_connection(who: str) -> None:
    async def run() -> None:
        attempt: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        answer = accepted(lambda: attempt)
        (answer if who == "the listening" else attempt).cancel()
        await asyncio.wait([answer, attempt])
        assert answer.cancelled()
        assert attempt.cancelled()

    asyncio.run(run())
