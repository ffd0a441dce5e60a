"""The odd ways of the REST API that the client never meets; the rest is in tests/pbx/test_client_wire.py."""

import asyncio
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from agent_desktop.simulator.rest import RestCall
from agent_desktop.simulator.simulator import Simulator
from tests.simulator.collector import heard

DIAL = "/api/CallControl/dial"


def asked(
    question: Callable[[httpx.AsyncClient, Simulator], Any], *faults: str
) -> tuple[httpx.Response, list[RestCall]]:
    async def whole() -> tuple[httpx.Response, list[RestCall]]:
        async with heard(*faults) as (pbx, _), httpx.AsyncClient(base_url=pbx.url) as browser:
            return await question(browser, pbx), pbx.requests

    return asyncio.run(whole())


@pytest.mark.parametrize(
    ("path", "status", "words"),
    [
        (f"{DIAL}/from_number/101/to_number/113/key/key/domain/demo", 200, "Success"),
        (f"{DIAL}/from_number/101/to_number/+84113/key/key/domain/demo", 400, "disallowed characters"),
        (f"{DIAL}/from_number/101/to_number/113/key/key/domain/demo?x=1", 403, "Invalid API Key"),
        (f"{DIAL}/from_number//to_number/113/key/key/domain/demo", 403, "Invalid API Key"),
        (f"{DIAL}/from_number/101/to_number/113/key/other/domain/demo", 403, "Invalid API Key"),
        (f"{DIAL}/from_number/101/to_number/113/key/key/domain/other", 403, "Invalid domain"),
        (f"{DIAL}/from_number/108/to_number/113/key/key/domain/demo", 200, "not registered"),
        ("/api/Agent/status/format/json", 404, "404 Page Not Found"),
        ("/", 404, "404 Page Not Found"),
    ],
)
def test_paths(path: str, status: int, words: str) -> None:
    response, requests = asked(lambda browser, _: browser.get(path))
    assert response.status_code == status
    assert words in response.text
    assert requests[0].status == status
    assert "key" not in requests[0].fields


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'{"key": 1}'])
def test_bodies_that_name_no_key(body: bytes) -> None:
    response, _ = asked(lambda browser, _: browser.post("/api/Agent/update_status", content=body))
    assert response.status_code == 403
    assert response.json()["status"] is False


def test_a_form_is_read_too() -> None:
    form = {"key": "key", "exten": "101", "status": "1"}
    response, requests = asked(lambda browser, _: browser.post("/api/Agent/update_status", data=form))
    assert response.json() == {"status": True}
    assert requests == [RestCall("pause", {"exten": "101", "status": "1"}, 200)]


@pytest.mark.parametrize("status", ["2", True, 1, None])
def test_a_pause_wants_its_words(status: object) -> None:
    fields = {"key": "key", "exten": "101", "status": status}
    response, _ = asked(lambda browser, _: browser.post("/api/Agent/update_status", json=fields))
    assert response.json()["status"] is False


def test_rows_are_in_no_order_and_figures_are_text_or_not() -> None:
    async def question(browser: httpx.AsyncClient, pbx: Simulator) -> httpx.Response:
        pbx.add_history(60, days=3)
        return await browser.post("/internal/Reports/cdr/format/json", json={"key": "key"})

    response, _ = asked(question)
    rows = response.json()["result"]
    assert response.json()["total"] == len(rows) == 60
    dates = [row["calldate"] for row in rows]
    assert dates != sorted(dates)
    assert dates != sorted(dates, reverse=True)
    assert {type(row["billsec"]) for row in rows} == {type(row["duration"]) for row in rows} == {str}
    assert {type(row["holdtime"]) for row in rows} == {int}
    assert {type(row["fee"]) for row in rows} == {int, float}
    assert {bool(row["recordingpath"]) for row in rows if row["billsec"] != "0"} == {True}
    assert {row["recordingpath"] for row in rows if row["billsec"] == "0"} == {""}


def test_the_simulator_keeps_its_key_to_itself() -> None:
    async def whole() -> None:
        async with heard() as (pbx, _):
            assert "key='key'" not in repr(pbx.options)
            assert "s3cret" not in repr(pbx.options)

    asyncio.run(whole())
