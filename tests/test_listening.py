"""The end of listening, at every moment of a connection's arrival."""

import asyncio
import socket

import pytest

from agent_desktop.listening import stop_listening


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
