"""What was measured, beside what, and whether that is good enough. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

MS = 1e6
"""Nanoseconds in a millisecond."""


class Bound(Enum):
    """Which side of the target is the good one."""

    AT_MOST = "≤"
    AT_LEAST = "≥"
    BELOW = "<"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line. `value` is what the target is about, in `unit` ("x" for a ratio); no target: for information."""

    what: str
    program: str
    baseline: str
    value: float
    unit: str = "x"
    target: float | None = None
    bound: Bound = Bound.AT_MOST

    @property
    def is_met(self) -> bool:
        """False where a target is missed."""
        if self.target is None:
            return True
        if self.bound is Bound.AT_LEAST:
            return self.value >= self.target
        return self.value <= self.target if self.bound is Bound.AT_MOST else self.value < self.target

    @property
    def verdict(self) -> str:
        """PASS, FAIL, or nothing where there is no target."""
        if self.target is None:
            return ""
        return "PASS" if self.is_met else "FAIL"


def percentile(values: Sequence[float], percent: float) -> float:
    """The value below which `percent` of them lie (the nearest one there is)."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def ratio(program: Sequence[float], baseline: Sequence[float]) -> float:
    """Of the medians."""
    return median(program) / median(baseline)


def spread(times_ms: Sequence[float]) -> str:
    """Median, 95th percentile and worst, in milliseconds."""
    return f"{median(times_ms):.2f} ms (p95 {percentile(times_ms, 95):.2f}, worst {max(times_ms):.2f})"


def table(findings: Iterable[Finding]) -> str:
    """One line each, in columns."""
    rows = [("", "program", "baseline", "result", "target", "")]
    for finding in findings:
        target = "" if finding.target is None else f"{finding.bound.value} {_amount(finding.target, finding.unit)}"
        result = _amount(finding.value, finding.unit)
        rows.append((finding.what, finding.program, finding.baseline, result, target, finding.verdict))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return "\n".join(_line(row, widths) for row in rows)


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _amount(value: float, unit: str) -> str:
    return f"{value:.2f}{unit}" if unit == "x" else f"{value:.2f} {unit}"
