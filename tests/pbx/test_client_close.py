"""What a client leaves behind that is closed while it is asked."""

import asyncio
from typing import Any

import anyio
import anyio.abc
import pytest

from agent_desktop.pbx.client import PbxClient
from agent_desktop.simulator.simulator import Simulator
from tests.pbx.test_client_wire import run


def test_a_client_that_is_closed_while_it_connects_leaves_no_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(pbx: Simulator, client: PbxClient) -> None:
        connects, may_connect = asyncio.Event(), asyncio.Event()
        connected: list[anyio.abc.SocketStream] = []
        connect = anyio.connect_tcp

        async def late(*arguments: Any, **named: Any) -> anyio.abc.SocketStream:
            connects.set()
            await may_connect.wait()
            connected.append(await connect(*arguments, **named))
            return connected[-1]

        monkeypatch.setattr(anyio, "connect_tcp", late)
        asked = asyncio.create_task(client.members())
        await connects.wait()
        await client.close()
        may_connect.set()
        assert await asked
        (stream,) = connected
        with pytest.raises(anyio.ClosedResourceError):
            await stream.send(b"")

    run(story)
