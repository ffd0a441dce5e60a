"""What other processes may ask of the running desk."""

import asyncio
import json

import pytest

from agent_desktop.desk.control import Control
from agent_desktop.desk.updates import RaiseWindow
from agent_desktop.errors import NotDialable, NotSetUp, PbxRefused, UsageError
from agent_desktop.simulator.faults import Faults
from agent_desktop.telephony.agent import PausePhase
from tests.desk.running_desk import KEY, play, running_desk, simulated_pbx


def asked(folder, scene, **values) -> None:
    """Play a scene with a desk's control; what it answers can go through JSON."""

    async def with_control(desk, pbx):
        quits: list[bool] = []
        control = Control(desk.service, lambda: quits.append(True))

        async def ask(verb: str, **args: object) -> object:
            return json.loads(json.dumps(await control.answer(verb, args)))

        await scene(ask, desk, pbx, quits)

    play(folder, with_control, **values)


def test_a_dial_is_answered_with_what_the_pbx_said(tmp_path):
    async def scene(ask, desk, pbx, quits):
        outcome = await ask("dial", text="0938 363 739")
        assert outcome == {"digits": "0938363739", "confirmed": True, "said": "The PBX is calling."}
        with pytest.raises(NotDialable):
            await ask("dial", text="0938363739")
        with pytest.raises(NotDialable):
            await ask("dial", text="113")
        assert (await ask("dial", text="113", confirmed=True))["digits"] == "113"

    asked(tmp_path, scene)


def test_a_pause_with_its_reason_and_its_end(tmp_path):
    async def scene(ask, desk, pbx, quits):
        assert await ask("pause", reason="Lunch") is None
        await desk.until(lambda: desk.agent.pause.phase is PausePhase.CONFIRMED)
        assert desk.agent.pause.reason == "Lunch"
        assert await ask("unpause") is None
        await desk.until(lambda: desk.status == "on")

    asked(tmp_path, scene)


def test_an_error_of_the_pbx_reaches_the_asker(tmp_path):
    async def scene(ask, desk, pbx, quits):
        pbx.faults = Faults(refuse_dial=1)
        with pytest.raises(PbxRefused):
            await ask("dial", text="102")
        with pytest.raises(PbxRefused):
            await ask("spy", extension="103", mode="listen")

    asked(tmp_path, scene)


def test_a_second_start_raises_the_window(tmp_path):
    async def scene(ask, desk, pbx, quits):
        await ask("raise")
        assert isinstance(desk.told[-1], RaiseWindow)

    asked(tmp_path, scene)


def test_the_webhook_url_and_the_receipts_are_told(tmp_path):
    async def scene(ask, desk, pbx, quits):
        assert await ask("webhook-url") == desk.service.webhook_url
        await desk.ring()
        await desk.service.painted("c1", desk.cards["c1"].received_ns + 1)
        ((callid, received, painted),) = await ask("receipts")
        assert (callid, painted - received) == ("c1", 1)

    asked(tmp_path, scene)


def test_the_audit_and_the_self_test_can_be_asked_for(tmp_path):
    async def scene(ask, desk, pbx, quits):
        (check,) = await ask("self-test")
        assert (check["level"], "A webhook arrives" in check["title"]) == ("ok", True)
        await desk.ring()
        found = await ask("audit", since=0, until=4e9)
        assert (found["rang"], found["popped"], found["is_cut_off"]) == (0, 0, False), "it may still be on its way"

    asked(tmp_path, scene)


def test_what_does_not_work_is_told(tmp_path):
    missing = str(tmp_path / "missing.pem")

    async def scene(ask, desk, pbx, quits):
        (notice,) = await ask("notices")
        assert (notice["topic"], notice["level"]) == ("listener", "error")
        assert notice["title"] == f"The TLS certificate {missing} does not exist."
        assert notice["advice"]

    asked(tmp_path, scene, listener__tls_certificate=missing)


def test_quit_is_passed_on(tmp_path):
    async def scene(ask, desk, pbx, quits):
        await ask("quit")
        assert quits == [True]

    asked(tmp_path, scene)


@pytest.mark.parametrize("verb", ["", "format", "__init__", "answer"])
def test_a_verb_that_is_not_known_is_refused_plainly(tmp_path, verb):
    async def scene(ask, desk, pbx, quits):
        with pytest.raises(UsageError, match="does not know"):
            await ask(verb)

    asked(tmp_path, scene)


def test_reloading_takes_the_settings_that_another_process_wrote_and_the_key_that_it_hands_over(tmp_path):
    async def run():
        secrets = {"AGENT_DESKTOP_WEBHOOK_SECRET": "x" * 20}
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx, environ=secrets) as desk:
            control = Control(desk.service, lambda: None)
            with pytest.raises(NotSetUp):
                await control.answer("dial", {"text": "102"})
            text = (tmp_path / "settings.toml").read_text()
            (tmp_path / "settings.toml").write_text(text.replace('extension = "101"', 'extension = "102"'))
            await control.answer("reload", {"key": KEY})
            await desk.until(lambda: desk.agent.status.extension == "102" and desk.status == "on")

    asyncio.run(run())
