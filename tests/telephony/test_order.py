"""Queues and extensions, in the order in which people look for them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.telephony.order import natural


@pytest.mark.parametrize(
    "ordered",
    [
        ["queue_1", "queue_2", "queue_10", "queue_100"],
        ["99", "101", "1001"],
        ["bán hàng", "Đối tác", "hỗ trợ", "Kho"],
        ["a2b10", "a10b2", "a10b10"],
        ["", "7", "Sales"],
    ],
)
def test_what_people_would_put_first_comes_first(ordered):
    keys = [natural(text) for text in ordered]
    assert keys == sorted(set(keys))


@given(st.text("ab _-", max_size=4), st.integers(0, 10**30), st.integers(0, 10**30), st.text("ab _-", max_size=4))
def test_names_that_differ_in_a_number_are_ordered_by_it(before, one, other, after):
    names = [f"{before}{number}{after}" for number in (one, other)]
    assert (natural(names[0]) < natural(names[1])) == (one < other)
    assert (natural(names[0]) == natural(names[1])) == (one == other)
