"""The benchmarks' arithmetic and words; the times themselves are no business of the tests."""

import pytest

from tests.bench.figures import Bound, Finding, percentile, ratio, spread, table


def test_a_ratio_is_of_the_medians() -> None:
    assert ratio([3.0, 300.0, 1.0], [2.0, 1.0, 100.0]) == 1.5


@pytest.mark.parametrize(("percent", "expected"), [(0, 1.0), (50, 51.0), (95, 96.0), (100, 100.0)])
def test_a_percentile_is_one_of_the_values(percent: float, expected: float) -> None:
    assert percentile([float(value) for value in range(100, 0, -1)], percent) == expected


@pytest.mark.parametrize(
    ("bound", "value", "is_met"),
    [
        (Bound.AT_MOST, 1.5, True),
        (Bound.AT_MOST, 1.51, False),
        (Bound.AT_LEAST, 1.5, True),
        (Bound.AT_LEAST, 1.49, False),
        (Bound.BELOW, 1.5, False),
        (Bound.BELOW, 1.49, True),
    ],
)
def test_a_target_has_a_good_side(bound: Bound, value: float, is_met: bool) -> None:
    finding = Finding("pop", "", "", value, "x", 1.5, bound)
    assert finding.is_met is is_met
    assert finding.verdict == ("PASS" if is_met else "FAIL")


def test_without_a_target_nothing_is_missed() -> None:
    finding = Finding("pop", "", "", 100.0)
    assert finding.is_met
    assert finding.verdict == ""


def test_a_spread_tells_median_and_tail() -> None:
    assert spread([1.0, 2.0, 9.0]) == "2.00 ms (p95 9.00, worst 9.00)"


def test_the_table_has_one_line_for_each_finding_in_columns() -> None:
    lines = table(
        [
            Finding("pop", "3 ms", "2 ms", 1.5, "x", 1.3),
            Finding("processor", "0.1 %", "", 0.1, "%", 0.5, Bound.BELOW),
            Finding("first", "", "", 2.0),
        ]
    ).splitlines()
    assert lines[1].split() == ["pop", "3", "ms", "2", "ms", "1.50x", "≤", "1.30x", "FAIL"]
    assert lines[2].split() == ["processor", "0.1", "%", "0.10", "%", "<", "0.50", "%", "PASS"]
    assert lines[3].split() == ["first", "2.00x"]
    assert lines[0].index("program") == lines[1].index("3 ms")
