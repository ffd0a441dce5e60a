"""A client whose other end is a function, and what can be asked of it."""

import asyncio
import json
from collections.abc import Awaitable, Callable, Coroutine
from datetime import date, timedelta, timezone
from typing import Any

import httpx

from agent_desktop.pbx.client import PbxClient, PbxOptions
from agent_desktop.telephony.agent import SpyMode

HANOI = timezone(timedelta(hours=7))
KEY = "top+s3cret/key"
DAY = date(2024, 3, 1)
Handler = Callable[[httpx.Request], httpx.Response]


class Key:
    def __init__(self, value: str = KEY) -> None:
        self._value = value

    def reveal(self) -> str:
        return self._value


class Line:
    """A client whose other end is `handler`; it notes the requests and the pauses between them."""

    def __init__(self, handler: Handler, options: PbxOptions | None = None, key: str = KEY) -> None:
        self.requests: list[httpx.Request] = []
        self.pauses: list[float] = []
        self._handler = handler
        usual = PbxOptions("https://pbx.example.com/", "a.example.com", HANOI)
        transport = httpx.MockTransport(self._handle)
        self.client = PbxClient(options or usual, Key(key), transport=transport, sleep=self._sleep, jitter=lambda: 0.5)

    def _handle(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        return self._handler(request)

    async def _sleep(self, seconds: float) -> None:
        self.pauses.append(seconds)

    def run(self, action: Callable[[PbxClient], Awaitable[Any]]) -> Any:
        async def whole() -> Any:
            try:
                return await action(self.client)
            finally:
                await self.client.close()

        return asyncio.run(whole())

    @property
    def body(self) -> Any:
        return json.loads(self.requests[-1].content)


def replies(value: object, status: int = 200, headers: dict[str, str] | None = None) -> Handler:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return lambda _: httpx.Response(status, content=body, headers=headers)


def fails(error: Exception) -> Handler:
    def handler(_: httpx.Request) -> httpx.Response:
        raise error

    return handler


Action = Callable[[PbxClient], Coroutine[Any, Any, Any]]
READS: dict[str, Action] = {
    "statuses": lambda client: client.statuses(["101"]),
    "members": lambda client: client.members(),
    "records": lambda client: client.records(DAY, DAY),
}
CHANGES: dict[str, Action] = {
    "dial": lambda client: client.dial("101", "0938363739"),
    "pause": lambda client: client.pause("101", True),
    "spy": lambda client: client.spy("100", "101", SpyMode.LISTEN),
}
ACTIONS = READS | CHANGES
