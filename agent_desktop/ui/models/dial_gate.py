"""Whether a dial may go out now: a customer's phone must not ring twice for one wish."""

from agent_desktop.desk.dialling import SAME_NUMBER_WITHIN_S


class DialGate:
    """One dial at a time, and the same number not again within 3 s of its last dial. Times are monotonic seconds."""

    def __init__(self) -> None:
        self._digits = ""
        self._at = float("-inf")
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """True while the PBX has not answered a dial."""
        return self._is_busy

    def admit(self, digits: str, now: float) -> bool:
        """True where these digits may be dialled; they count as dialled then."""
        if self._is_busy or (digits == self._digits and now - self._at < SAME_NUMBER_WITHIN_S):
            return False
        self._digits, self._at, self._is_busy = digits, now, True
        return True

    def settle(self, now: float) -> None:
        """The PBX answered, or failed to. The request may have got through either way."""
        self._at, self._is_busy = now, False
