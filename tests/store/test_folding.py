import pytest
from hypothesis import given
from hypothesis import strategies as st

from agent_desktop.store.folding import number_forms, words
from agent_desktop.telephony.folded import fold
from tests.store.sample import fold_number


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Nguyễn Thị Hoà", "nguyen thi hoa"),
        ("ĐỖ Đức Đường", "do duc duong"),
        ("Straße", "strasse"),
        ("Ａ１", "a1"),
        ("a\0b", "a b"),
        ("e\u0301", "e"),
        ("℡ İ", "tel i"),
    ],
)
def test_case_and_accents_do_not_matter(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        ("0938363739", ["0938363739", "84938363739"]),
        ("+84938363739", ["84938363739", "84938363739", "0938363739"]),
        ("84 938 363 739", ["84938363739", "84938363739", "0938363739"]),
        ("+60123456789", ["60123456789", "60123456789"]),  # this rule knows Vietnam's zero only
        ("101", ["101", "101"]),
        ("anonymous", ["anonymous", ""]),
        ("", ["", ""]),
    ],
)
def test_a_number_is_found_in_the_forms_people_type(number: str, forms: list[str]) -> None:
    assert list(number_forms(number, fold_number)) == forms


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("0938 363", ("0938363",)),
        ("+84938", ("84938",)),
        ("(+84) 938-363", ("84938363",)),
        ("0084 938", ("84938",)),
        ("sales 0938 - 363 Hoà", ("sales", "0938363", "hoa")),
        ("queue_x@pbx", ("queue_x@pbx",)),
        (" - ", ()),
        ("", ()),
    ],
)
def test_what_is_typed_becomes_fragments(text: str, found: tuple[str, ...]) -> None:
    assert words(text) == found
