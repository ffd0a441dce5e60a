"""Which keys are wanted of the system, and what becomes of those that are pressed."""

import asyncio
from collections.abc import Mapping
from dataclasses import replace

import pytest

from agent_desktop.desk import global_keys
from agent_desktop.desk.global_keys import DIAL_SELECTION, GlobalKeys, KeyPressed, KeysChanged
from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.settings import KeySettings
from agent_desktop.desk.updates import SettingsChanged
from agent_desktop.errors import StillStarting
from agent_desktop.system.hotkeys import Listener, NoHotkeys
from agent_desktop.system.key_combination import KeyCombination
from tests.desk.running_desk import play


class FakeHotkeys(NoHotkeys):
    """Has what it is asked for, but no F9."""

    def __init__(self, listener: Listener) -> None:
        super().__init__(listener, "")
        self.listener = listener
        self.wanted: list[dict[str, str]] = []

    def bind(self, wanted: Mapping[str, KeyCombination]) -> None:
        self.wanted.append({name: str(keys) for name, keys in wanted.items()})
        self.listener.bound({name: "Taken." if keys.key == "F9" else "" for name, keys in wanted.items()})

    async def selection(self) -> str | None:
        return "0938 363 739"


def test_keys_follow_the_settings_and_presses_are_told(tmp_path):
    async def scene(desk, pbx):
        made: list[FakeHotkeys] = []

        def make(listener: Listener) -> FakeHotkeys:
            made.append(FakeHotkeys(listener))
            return made[-1]

        feature = GlobalKeys(desk.service.features.screen_lock._around, make)
        assert await feature.look() == {"dial_selection": "", "focus_pop": "", "open_crm": ""}
        settings = replace(desk.service.settings, keys=KeySettings("F9", "", "", ""))
        await desk.service.change_settings(settings)
        await desk.service.change_settings(replace(settings, window=replace(settings.window, own_calls=True)))
        await desk.until(lambda: KeysChanged({"dial_selection": "Taken."}) in desk.told)
        (hotkeys,) = made
        assert hotkeys.wanted[1:] == [{"dial_selection": "F9"}], "asked once for what changed"
        hotkeys.listener.pressed("focus_pop")
        hotkeys.listener.pressed(DIAL_SELECTION)
        presses = await desk.until(lambda: [one for one in desk.told if isinstance(one, KeyPressed)][1:2])
        assert [(one.action, one.text) for one in presses] == [(DIAL_SELECTION, "0938 363 739")]
        assert "0938" not in repr(presses), "numbers do not get into a log"

    play(tmp_path, scene)


def test_a_link_waits_for_the_desk_and_for_windows_that_can_ask(tmp_path, monkeypatch):
    async def scene(desk, pbx):
        around = desk.service.features.screen_lock._around
        early = GlobalKeys(replace(around, publisher=Publisher()), FakeHotkeys)
        monkeypatch.setattr(global_keys, "LINK_WAITS_S", 0.0)
        with pytest.raises(StillStarting):
            await early.dial_link("tel:0938363739")
        monkeypatch.undo()
        waiting = asyncio.create_task(early.dial_link("tel:0938363739"))
        await asyncio.sleep(0)
        told: list[object] = []
        early._around.publisher.subscribe(told.append, is_window=True)
        assert not waiting.done()
        early._around.publisher.publish(SettingsChanged(desk.service.settings, ""))
        await waiting
        assert [(one.action, one.text) for one in told if isinstance(one, KeyPressed)] == [
            (DIAL_SELECTION, "tel:0938363739")
        ]

    play(tmp_path, scene)
