"""The order in which people look for queues and extensions."""

import re

from agent_desktop.telephony.folded import fold

_DIGITS = re.compile(r"\d+", re.ASCII)


def natural(text: str) -> str:
    """A key to sort by: figures count as numbers ("queue_2" before "queue_10"), case and accents for nothing."""
    return _DIGITS.sub(_figure, fold(text))


def _figure(found: re.Match[str]) -> str:
    """Digits such that longer numbers come later."""
    digits = found[0].lstrip("0") or "0"
    return f"{len(digits):04}{digits}"
