"""Whether this computer's clock and the PBX's agree: a wrong one shifts every time that is shown."""

from datetime import UTC

TOLERATED_SECONDS = 120.0


def clock_skew(date_header: str, now: float) -> float | None:
    """Seconds by which this computer is ahead (negative: behind) of an answer's HTTP Date; None where it has none."""
    from email.utils import parsedate_to_datetime  # the HTTP client brings it; the listener need not wait for it

    try:
        date = parsedate_to_datetime(date_header)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return now - date.timestamp()


def skew_notice(skew: float) -> tuple[str, str] | None:
    """(title, advice) for people, where the clocks are more than two minutes apart."""
    if abs(skew) <= TOLERATED_SECONDS:
        return None
    apart = _spoken(abs(skew))
    return (
        f"This computer's clock is {apart} ahead of the PBX's."
        if skew > 0
        else f"This computer's clock is {apart} behind the PBX's.",
        "Set this computer's clock, or have it set itself from the network: times and ages shown here are off by that.",
    )


def _spoken(seconds: float) -> str:
    length, unit = next(
        (length, unit) for length, unit in ((86400, "day"), (3600, "hour"), (60, "minute")) if seconds >= length
    )
    count = round(seconds / length)
    return f"{count} {unit}{'' if count == 1 else 's'}"
