"""Keys that someone was typing elsewhere when the pop appeared do nothing to the pop."""

import time
from collections.abc import Callable

SHIELD_SECONDS = 0.8


class KeystrokeShield:
    """Up for `SHIELD_SECONDS` after it was raised. `steady` is monotonic, in seconds."""

    def __init__(self, steady: Callable[[], float] = time.monotonic) -> None:
        self._steady = steady
        self._until = float("-inf")

    def raise_up(self) -> None:
        """Swallow keys from now on."""
        self._until = self._steady() + SHIELD_SECONDS

    @property
    def is_up(self) -> bool:
        """True while keys are to be swallowed."""
        return self._steady() < self._until
