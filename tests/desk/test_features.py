"""The features beside each other: one that fails is no other's business."""

import asyncio

import pytest

from agent_desktop.errors import StoreFailed
from tests.desk.running_desk import running_desk, simulated_pbx


def test_a_feature_that_fails_keeps_no_other_from_starting_or_closing(tmp_path, monkeypatch):
    async def run():
        async def fail():
            raise LookupError("on purpose")

        async def begin():
            begun.set()

        begun = asyncio.Event()
        async with simulated_pbx() as pbx, running_desk(tmp_path, pbx) as desk:
            features = desk.service.features
            for feature in (features.pause_budgets, features.contacts):
                monkeypatch.setattr(feature, "start", fail)
                monkeypatch.setattr(feature, "close", fail)
            desk.connection.profile.recordings.mkdir()
            monkeypatch.setattr(features.recordings, "clear", begin)
            await desk.until(begun.is_set)
            assert "bug" in desk.notices
        with pytest.raises(StoreFailed):
            await desk.store.writer.submit(lambda connection: None)

    asyncio.run(run())
