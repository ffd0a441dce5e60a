from typing import Any, get_args

from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.store.bitmap_terms import COLUMNS, bucket, equal, grams, levels, terms
from agent_desktop.telephony.history import HistorySort

FIGURES = ("unanswered", "recorded", "wait_s", "talk_s")
TEXTS = [column for column in COLUMNS if column not in FIGURES]

characters = st.characters(exclude_categories=["Cs"]) | st.sampled_from("ab\0\ud7ff\ue000\U0010ffff")
values = st.one_of(
    st.tuples(st.sampled_from(TEXTS), st.text(characters, max_size=12), st.text(characters, max_size=12)),
    st.tuples(st.sampled_from(FIGURES), st.integers(-2, 5000), st.integers(-2, 5000)),
    st.tuples(st.sampled_from(FIGURES), st.integers(-2, 2**62), st.integers(-2, 2**62)),
)


@given(values)
def test_buckets_are_ranges_that_divide_each_other(case: tuple[str, Any, Any]) -> None:
    column, one, other = case
    before = None
    for level in range(levels(column)):
        mine, others = bucket(column, level, one), bucket(column, level, other)
        assert mine.holds(one)
        assert (mine.term == others.term) == (mine == others) == mine.holds(other) == others.holds(one)
        assert not mine.is_single or not mine.holds(other) or one == other
        assert before is None or not mine.holds(other) or before.holds(other), "a narrower bucket lies in a wider one"
        before = mine


@given(values)
def test_calls_with_a_value_are_under_its_term(case: tuple[str, Any, Any]) -> None:
    column, value, _ = case
    row = tuple(value if one == column else 0 if one in FIGURES else "" for one in COLUMNS)
    assert equal(column, value) in terms("", row)


@given(st.text(st.sampled_from("abc09")), st.text(st.sampled_from("abc09"), min_size=1))
def test_a_text_is_under_the_terms_of_each_of_its_fragments(text: str, fragment: str) -> None:
    filed = terms(f"{text}x {text}{fragment} y", ("",) * len(TEXTS) + (0,) * len(FIGURES))
    assert filed >= set(grams(fragment))
    if len(fragment) <= 3:
        assert (fragment in filed) == (fragment in f"{text}{fragment}"), "no other text is"
        assert (fragment in terms(text, ("",) * len(TEXTS) + (0,) * len(FIGURES))) == (fragment in text)


def test_every_order_has_its_buckets() -> None:
    names = {"started": "", "who": "who_key", "number": "canonical"}
    orders = {names.get(sort, sort) for sort in get_args(HistorySort)} - {""}
    assert orders <= set(COLUMNS)
