from dataclasses import fields
from random import Random

import pytest

from agent_desktop.errors import UsageError
from agent_desktop.simulator.faults import SHAPES, Faults, describe, drawn, parse_faults


def test_names_are_written_either_way() -> None:
    assert parse_faults(["cut-off", "raw_space=0", "late=0.25", "slow-s=3", "shape=map"]) == Faults(
        cut_off=1.0, raw_space=0.0, late=0.25, slow_s=3.0, shape="map"
    )


def test_faults_add_to_those_there_are() -> None:
    assert parse_faults(["late=0.5"], Faults(drop=0.1)) == Faults(drop=0.1, late=0.5)


@pytest.mark.parametrize(
    "text", ["dupe", "", "late=2", "late=-1", "late=often", "late=nan", "slow-s=601", "shape=round"]
)
def test_what_is_no_fault_is_said(text: str) -> None:
    with pytest.raises(UsageError) as caught:
        parse_faults([text])
    assert caught.value.advice


def test_every_fault_is_in_the_help() -> None:
    help_text = describe()
    assert all(f"  {field.name.replace('_', '-')} " in help_text for field in fields(Faults))
    assert all(shape in help_text for shape in SHAPES)


def test_nothing_strikes_but_what_is_asked_for() -> None:
    rng = Random(1)
    assert all(drawn(Faults(), rng) == {"raw_space"} for _ in range(100))
    struck = sum("late" in drawn(Faults(late=0.3), rng) for _ in range(1000))
    assert 200 < struck < 400
