"""Dialling: once, whatever the PBX does."""

import asyncio

import pytest

from agent_desktop.errors import NotDialable, PbxRefused, PbxUnreachable
from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.screen_pop import CardState
from tests.desk.running_desk import play


def dials(pbx) -> list[str]:
    """The numbers that the PBX was asked to dial."""
    return [str(call.fields.get("to_number")) for call in pbx.requests if call.action == "dial"]


def test_a_dial_is_confirmed_and_shows_up_as_an_outbound_card(tmp_path):
    async def scene(desk, pbx):
        pbx.dial_outcome = "answer"
        outcome = await desk.service.dial("tel:+84-938-363-739")
        assert (outcome.digits, outcome.confirmed) == ("0938363739", True)
        card = await desk.until(lambda: next(iter(desk.cards.values()), None))
        assert (card.direction, card.number) == ("outbound", "0938363739")
        await desk.until(lambda: CardState.TALKING in desk.shown(card.callid))
        assert dials(pbx) == ["0938363739"]

    play(tmp_path, scene)


def test_a_customer_who_is_busy_was_not_reached(tmp_path):
    async def scene(desk, pbx):
        pbx.dial_outcome = "busy"
        await desk.service.dial("0938363739")
        await desk.until(lambda: any(CardState.NOT_REACHED in desk.shown(c) for c in desk.cards))
        await desk.until(lambda: not desk.cards)
        (row,) = (await desk.history()).values()
        assert (row.direction, row.status) == ("outbound", "BUSY")

    play(tmp_path, scene)


def test_a_second_dial_of_the_same_number_is_refused_for_three_seconds_even_while_the_first_is_under_way(tmp_path):
    async def scene(desk, pbx):
        outcomes = await asyncio.gather(
            *(desk.service.dial(text) for text in ("0938363739", "0938 363 739", "+84938363739")),
            return_exceptions=True,
        )
        assert [type(outcome).__name__ for outcome in outcomes] == ["DialOutcome", "NotDialable", "NotDialable"]
        assert dials(pbx) == ["0938363739"]

    play(tmp_path, scene)


def test_a_dial_whose_answer_is_lost_is_not_repeated_and_the_agent_is_told_to_look(tmp_path):
    async def scene(desk, pbx):
        pbx.faults = Faults(reset=1)
        with pytest.raises(PbxUnreachable) as caught:
            await desk.service.dial("0938363739")
        assert "phone" in caught.value.advice
        pbx.faults = Faults()
        await desk.service.refresh_status()
        assert dials(pbx) == ["0938363739"]

    play(tmp_path, scene)


@pytest.mark.parametrize("fault", ["bad_gateway", "echo_key"])
def test_a_dial_that_fails_is_sent_once_and_never_shows_the_key(tmp_path, fault):
    async def scene(desk, pbx):
        pbx.faults = Faults(bad_gateway=fault == "bad_gateway", echo_key=fault == "echo_key")
        with pytest.raises((PbxUnreachable, PbxRefused)) as caught:
            await desk.service.dial("0938363739")
        assert pbx.key not in str(caught.value) + caught.value.message
        assert dials(pbx) == ["0938363739"]

    play(tmp_path, scene)


def test_a_refusal_at_http_200_is_a_refusal_in_the_pbx_words(tmp_path):
    async def scene(desk, pbx):
        pbx.faults = Faults(refuse_dial=1)
        with pytest.raises(PbxRefused, match="Extension 101 is not registered"):
            await desk.service.dial("0938363739")

    play(tmp_path, scene)


def test_an_answer_that_is_no_success_is_sent_not_confirmed(tmp_path):
    async def scene(desk, pbx):
        pbx.faults = Faults(unconfirmed_dial=1)
        outcome = await desk.service.dial("0938363739")
        assert not outcome.confirmed
        assert "Queued" in outcome.said

    play(tmp_path, scene)


@pytest.mark.parametrize("text", ["call me", "", "*97", "0938363739 or 0912345678"])
def test_what_cannot_be_dialled_reaches_no_pbx(tmp_path, text):
    async def scene(desk, pbx):
        with pytest.raises(NotDialable):
            await desk.service.dial(text)
        assert dials(pbx) == []

    play(tmp_path, scene)


def test_an_emergency_number_must_be_confirmed_first(tmp_path):
    async def scene(desk, pbx):
        assert desk.service.preview("113").confirm
        with pytest.raises(NotDialable):
            await desk.service.dial("113")
        await desk.service.dial("113", confirmed=True)
        assert dials(pbx) == ["113"]

    play(tmp_path, scene)


@pytest.mark.parametrize("text", ["call me", "0938363739"])
def test_a_dial_that_came_to_nothing_does_not_hide_a_call_that_rings_unannounced(tmp_path, text):
    async def scene(desk, pbx):
        pbx.faults = Faults(refuse_dial=1)
        with pytest.raises((NotDialable, PbxRefused)):
            await desk.service.dial(text)
        await desk.webhook("/api/Agent/ChangeStatus?extension=101&status=ring")
        await desk.until(lambda: desk.states() == [CardState.RINGING])

    play(tmp_path, scene)


def test_the_settings_say_how_a_number_is_dialled(tmp_path):
    async def scene(desk, pbx):
        await desk.service.dial("012-345 6789")
        assert dials(pbx) == ["60123456789"]

    play(tmp_path, scene, dial__country="MY", dial__notation="international")
