import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.crm_lookup import lookup_url, read_path
from agent_desktop.telephony.contact import Contact, ContactNumber
from tests.desk.running_desk import running_desk

ANSWER = {"data": [{"full_name": "Trần  Văn\nAn", "url": "https://crm.example.com/7"}]}


class Crm:
    """Answers on a port of its own; `asked` has the request lines."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answer = b""
        self.say(json.dumps(ANSWER).encode())
        self.held: asyncio.Event | None = None
        self.url = ""

    def say(self, body: bytes, status: str = "200 OK") -> None:
        self.answer = f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\nConnection: close\r\n\r\n".encode() + body

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = await reader.readuntil(b"\r\n\r\n")
        self.asked.append(head.decode().partition("\r\n")[0])
        if self.held is not None:
            await self.held.wait()
        writer.write(self.answer)
        writer.close()
        await writer.wait_closed()


@asynccontextmanager
async def crm() -> AsyncIterator[Crm]:
    made = Crm()
    server = await asyncio.start_server(made.serve, "127.0.0.1", 0)
    made.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/who?n={{phone_e164}}&as={{phone}}"
    try:
        yield made
    finally:
        server.close()  # and no more: one of its answers may be held for good


def play(folder: Path, scene, **values: Any) -> None:
    async def run() -> None:
        async with crm() as made:
            paths: dict[str, Any] = {"lookup__name_path": "data[0].full_name", "lookup__link_path": "data.url"}
            async with running_desk(
                folder, lookup__url=made.url, pbx__extension="101", pop__linger_seconds="30", **paths, **values
            ) as desk:
                await desk.until(lambda: any(isinstance(one, ContactsChanged) for one in desk.told))
                await scene(desk, made)

    asyncio.run(run())


def test_the_pop_shows_at_once_and_fills_in_what_the_crm_knows(tmp_path: Path) -> None:
    async def scene(desk, crm):
        crm.held = asyncio.Event()
        await desk.ring()
        await desk.until(lambda: desk.cards and crm.asked)
        assert desk.cards["c1"].name == ""
        crm.held.set()
        card = await desk.until(lambda: desk.cards["c1"].name and desk.cards["c1"])
        assert (card.name, card.link) == ("Trần Văn An", "https://crm.example.com/7")
        assert crm.asked == ["GET /who?n=%2B84938363739&as=0938363739 HTTP/1.1"]
        await desk.until(desk.records)
        await desk.ring("c2", phone="+84938363739")
        await desk.until(lambda: desk.cards.get("c2") and desk.cards["c2"].name)
        assert len(crm.asked) == 1, "the answer is kept"
        assert (await desk.store.contacts.names(["0938363739"])) == {"0938363739": "Trần Văn An"}

    play(tmp_path, scene)


def test_a_contact_wins_and_the_crm_is_not_asked_where_it_says_all(tmp_path: Path) -> None:
    async def scene(desk, crm):
        contacts = desk.service.features.contacts
        kept = Contact("Hoa", numbers=(ContactNumber("0938363739"),), link="https://x.example/1")
        await contacts.keep(kept)
        await contacts.keep(Contact("Lan", numbers=(ContactNumber("0938363740"),)))
        await desk.ring()
        await desk.until(lambda: desk.cards and desk.cards["c1"].name == "Hoa")
        await desk.ring("c2", phone="0938363740")
        await desk.until(lambda: desk.cards.get("c2") and desk.cards["c2"].link)
        assert (desk.cards["c2"].name, len(crm.asked)) == ("Lan", 1)

    play(tmp_path, scene)


@pytest.mark.parametrize(
    ("body", "status", "why"),
    [
        (b"oops", "500 No", "HTTP status 500"),
        (b"<html>", "200 OK", "JSON"),
        (b"", "302 Found", "302"),
        (b"[" * 300_000, "200 OK", "too long"),
    ],
)
def test_a_crm_that_fails_is_told_once_and_left_alone(tmp_path: Path, body, status, why) -> None:
    async def scene(desk, crm):
        crm.say(body, status)
        await desk.ring()
        await desk.until(lambda: desk.said("lookup"))
        assert why in desk.said("lookup")[0]
        await desk.ring("c2", phone="0938363740")
        await desk.until(lambda: "c2" in desk.cards and desk.cards["c2"].past is not None)
        assert (len(crm.asked), len(desk.said("lookup"))) == (1, 1)

    play(tmp_path, scene)


def test_nobody_at_the_crm_is_no_failure(tmp_path: Path) -> None:
    async def scene(desk, crm):
        crm.say(b"", "404 Not Found")
        await desk.ring()
        await desk.until(lambda: crm.asked)
        await desk.ring("c2")
        await desk.until(lambda: "c2" in desk.cards and desk.cards["c2"].past is not None)
        assert (len(crm.asked), desk.said("lookup"), desk.cards["c1"].name) == (1, [], "")

    play(tmp_path, scene)


def test_an_extension_is_not_asked_for(tmp_path: Path) -> None:
    async def scene(desk, crm):
        await desk.ring(phone="102")
        await desk.until(lambda: desk.cards and desk.cards["c1"].past is not None)
        assert not crm.asked

    play(tmp_path, scene)


def test_a_number_cannot_change_the_address() -> None:
    assert lookup_url("https://x/{phone}?e={phone_e164}", "1/../2?&#", "+84 9") == (
        "https://x/1%2F..%2F2%3F%26%23?e=%2B84%209"
    )


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("data[0].full_name", "Trần"),
        ("$.data[0].full_name", "Trần"),
        ("data.full_name", "Trần"),
        ("data.1.id", "7"),
        ("data[9].id", ""),
        ("data", ""),
        ("", ""),
        ("data.full_name.x", ""),
    ],
)
def test_a_path_leads_to_its_value(path: str, found: str) -> None:
    assert read_path({"data": [{"full_name": "Trần"}, {"id": 7, "ok": True}]}, path) == found


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    ),
    st.text("ab.[]0$", max_size=12),
)
def test_no_answer_makes_it_fail(document, path: str) -> None:
    assert isinstance(read_path(document, path), str)
