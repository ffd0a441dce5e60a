"""Another country is chosen while the desk runs, or while it does not: what is kept follows; what rings comes first."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from agent_desktop.desk import number_reading
from agent_desktop.desk.call_backs import CallBacksChanged
from agent_desktop.desk.contacts import ContactsChanged
from agent_desktop.desk.number_reading import NumbersReadAnew
from agent_desktop.desk.settings_file import load, save
from agent_desktop.simulator.simulator import Simulator
from agent_desktop.telephony.contact import Contact, ContactNumber
from tests.desk.running_desk import RunningDesk, play, running_desk

ANA = "0938363739"


async def choose(desk: RunningDesk, country: str) -> None:
    settings = desk.connection.settings
    await desk.service.change_settings(replace(settings, dial=replace(settings.dial, country=country)))


async def miss(desk: RunningDesk, callid: str) -> None:
    """A call that gives up in the queue."""
    await desk.ring(callid, phone=ANA)
    await desk.webhook(f"/api/callcenter/calldata?callid={callid}&holdtime=9&status=ABANDON&queue=999&phone={ANA}")


def waiting(desk: RunningDesk) -> list[tuple[str, str]]:
    told = [update for update in desk.told if isinstance(update, CallBacksChanged)]
    return [(one.canonical, one.name) for one in told[-1].call_backs] if told else []


def test_calls_contacts_and_call_backs_follow_the_country(tmp_path: Path) -> None:
    async def scene(desk: RunningDesk, pbx: Simulator) -> None:
        features = desk.service.features
        await features.contacts.keep(Contact("Ana", numbers=(ContactNumber(ANA),)))
        await miss(desk, "a1")
        await desk.until(lambda: waiting(desk) == [("84938363739", "Ana")])
        await features.call_backs.note(ANA, "after lunch")
        await choose(desk, "MY")
        await desk.until(lambda: NumbersReadAnew() in desk.told)
        await desk.until(lambda: waiting(desk) == [("60938363739", "Ana")])
        assert set(await desk.history(text="+60 938 363 739")) == {"a1"}
        assert (await features.contacts.find("60938363739")) is not None
        await features.call_backs.done("+60938363739")
        assert waiting(desk) == []
        after = desk.told[desk.told.index(NumbersReadAnew()) :]
        assert any(isinstance(update, ContactsChanged) for update in after), "the lists of names are read anew"

    play(tmp_path, scene)


def test_what_was_chosen_while_the_program_did_not_run_counts_at_its_start(tmp_path: Path) -> None:
    async def before() -> None:
        async with running_desk(tmp_path, pbx__extension="101") as desk:
            await miss(desk, "a1")
            await desk.until(lambda: waiting(desk))
            assert NumbersReadAnew() not in desk.told, "there was nothing to do"

    async def after() -> None:
        async with running_desk(tmp_path) as desk:
            await desk.until(lambda: waiting(desk) == [("60938363739", "")])

    asyncio.run(before())
    file = tmp_path / "settings.toml"
    save(file, load(file)[0].with_value("dial.country", "MY"))
    asyncio.run(after())


def test_what_rings_meanwhile_is_acknowledged_and_kept_by_the_new_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(number_reading, "PAUSE_S", 3600.0)  # it is as if there were a million calls

    async def scene(desk: RunningDesk, pbx: Simulator) -> None:
        await miss(desk, "old")
        await desk.until(lambda: waiting(desk))
        await choose(desk, "MY")
        assert await desk.ring("new", phone=ANA) == 200
        await desk.until(lambda: "new" in desk.cards)
        await desk.service.features.keeping.figures()  # all of it is on the disk
        assert set(await desk.history(text="60938363739")) == {"new"}
        assert NumbersReadAnew() not in desk.told

    play(tmp_path, scene)


def test_two_changes_in_a_row_end_with_the_last(tmp_path: Path) -> None:
    async def scene(desk: RunningDesk, pbx: Simulator) -> None:
        await choose(desk, "MY")
        await miss(desk, "a1")
        await desk.until(lambda: waiting(desk) == [("60938363739", "")])
        await choose(desk, "SG")
        await choose(desk, "VN")
        await desk.until(lambda: waiting(desk) == [("84938363739", "")])
        assert set(await desk.history(text="84938363739")) == {"a1"}

    play(tmp_path, scene)


def test_long_work_tells_now_and_then(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(number_reading, "TELL_EVERY_S", 0.0)

    async def scene(desk: RunningDesk, pbx: Simulator) -> None:
        await miss(desk, "a1")
        await desk.until(lambda: waiting(desk))
        await choose(desk, "MY")
        await desk.until(lambda: desk.told.count(NumbersReadAnew()) > 2)

    play(tmp_path, scene)
