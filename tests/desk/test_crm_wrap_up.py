"""What tells the CRM of a call's end waits for the wrap-up, however long that becomes."""

import asyncio

import pytest

from agent_desktop.desk.settings_file import save
from agent_desktop.desk.wrap_up import WrapUpChanged
from agent_desktop.system.paths import Profile
from agent_desktop.telephony.agent import PausePhase
from tests.desk.running_desk import loop_clock, run_fast, running_desk, settings_for, simulated_pbx
from tests.desk.test_crm import Crm, answer, hang_up, record, rules, running_crm


@pytest.mark.parametrize("is_restarted", [False, True])
def test_a_request_waits_as_long_as_more_time_is_asked_for_also_in_the_next_run(tmp_path, is_restarted):
    async def more(desk, crm: Crm) -> None:
        await desk.until(lambda: any(isinstance(one, WrapUpChanged) and one.wrap_up for one in desk.told))
        await desk.service.features.wrap_ups.extend()
        await asyncio.sleep(130)  # what was to be sent when the wrap-up was to end is by then
        assert not crm.taken
        await desk.service.features.wrap_ups.end()
        await desk.until(lambda: crm.taken)
        assert crm.taken == [("POST", "/c1", "")]

    async def run():
        async with running_crm() as crm, simulated_pbx() as pbx:
            made = rules({"when": "ended", "act": "post", "url": f"{crm.url}/{{callid}}"})
            settings = settings_for(
                pbx,
                wrap_up__seconds="120",
                wrap_up__extend_seconds="600",
                crm__rules=made,
                keep__days="0",
                pbx__timeout_seconds="30",
            )
            save(Profile(tmp_path).settings_file, settings)
            async with running_desk(tmp_path, pbx, now=loop_clock()) as desk:
                await answer(desk, "c1")
                await hang_up(desk, "c1")
                await desk.until(lambda: desk.agent.pause.phase is PausePhase.CONFIRMED)
                await desk.webhook(record("c1", "ANSWER", 30))
                if not is_restarted:
                    await more(desk, crm)
            if is_restarted:
                async with running_desk(tmp_path, pbx, now=loop_clock()) as desk:
                    await more(desk, crm)

    run_fast(run(), 20.0)
