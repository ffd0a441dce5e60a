"""The agents' statuses as heard, and own pause from request to confirmation. Pure: time comes in."""

from dataclasses import replace

from agent_desktop.telephony.agent import AgentStatus, Pause, PausePhase, StatusSource

ASK_AFTER_S = (2.0, 5.0, 10.0)
"""Where a pause is not confirmed by a webhook, the status API is asked after these."""

BUSY = ("ring", "talk")
"""While the phone is busy its status says so, and nothing about the pause that waits behind the call."""

GIVE_UP_AFTER_S = 15.0
"""A change that is not confirmed by then, with the phone idle, did not happen."""

NOT_CONFIRMED = "The PBX took the request, but your status did not change."


class OwnStatus:
    """Statuses of every extension heard of, own pause, and when to ask about it."""

    LIMIT = 5000

    def __init__(self, extension: str) -> None:
        self.pause = Pause()
        self._recalled: Pause | None = None
        self._extension = extension
        self._heard: dict[str, AgentStatus] = {}
        self._asked = 0
        self._asking_since = 0.0

    @property
    def extension(self) -> str:
        """The own one. The pause of a former one is none of the next one's."""
        return self._extension

    @extension.setter
    def extension(self, extension: str) -> None:
        if extension != self._extension:
            self._extension = extension
            self.pause, self._recalled = Pause(), None
            self._confirm(self.own.confirmed_at)

    @property
    def own(self) -> AgentStatus:
        """Own status."""
        return self.of(self.extension)

    def of(self, extension: str) -> AgentStatus:
        """An extension's status; empty where nothing was heard."""
        return self._heard.get(extension) or AgentStatus(extension)

    def hear(self, extension: str, status: str, source: StatusSource, now: float) -> bool:
        """The PBX said so; True where that is own status. It also confirms a pause that was requested."""
        before = self.of(extension)
        after = before.heard(status, source, now)
        own = extension == self.extension
        if not own and extension not in self._heard and len(self._heard) >= self.LIMIT:
            return False
        self._heard[extension] = after
        if own:
            if before.status in BUSY and status not in BUSY:
                self._ask_from(now)  # Only now can the PBX carry out what waited behind the call.
            self._confirm(now)
        return own

    def _confirm(self, now: float) -> None:
        status = self.own.status
        paused = status == "pause"
        if self.pause.phase is PausePhase.REQUESTED:
            if paused == self.pause.wanted and status not in BUSY:
                self.pause = replace(self.pause, phase=PausePhase.CONFIRMED, at=now) if paused else Pause()
        elif self.pause.phase is PausePhase.CONFIRMED and status in ("on", "off"):
            self.pause = Pause()
        elif self.pause.phase is PausePhase.REFUSED and paused == self.pause.wanted:
            self.pause = Pause(PausePhase.CONFIRMED, True, self.pause.reason, now) if paused else Pause()
        elif paused and self.pause.phase is PausePhase.NONE:
            self.pause = self._recalled or Pause(PausePhase.CONFIRMED, True, "", self.own.since)
        if status and status not in BUSY:
            self._recalled = None

    def request(self, wanted: bool, reason: str, now: float) -> None:
        """A pause (or its end) was asked of the PBX."""
        self._recalled = None
        self.pause = Pause(PausePhase.REQUESTED, wanted, reason, now)
        self._ask_from(now)

    def recall(self, reason: str, at: float) -> None:
        """A pause of an earlier run that was not over: if the PBX says that there is one, it is that."""
        recalled = Pause(PausePhase.CONFIRMED, True, reason, at)
        if self.own.status == "pause" and self.pause.phase is PausePhase.CONFIRMED and not self.pause.reason:
            self.pause = recalled
        elif self.pause.phase is PausePhase.NONE and self.own.status in ("", *BUSY):
            self._recalled = recalled

    def limit(self, until: float) -> None:
        """The time for the pause that holds is used up then."""
        self.pause = replace(self.pause, budget_until=until)

    def _ask_from(self, now: float) -> None:
        self._asking_since, self._asked = now, 0

    def refuse(self, said: str, now: float) -> None:
        """The PBX said no, or could not be asked."""
        self.pause = Pause(PausePhase.REFUSED, self.pause.wanted, self.pause.reason, now, said)

    def tick(self, now: float) -> tuple[bool, bool]:
        """(ask the status API now, the pause changed)."""
        if self.pause.phase is not PausePhase.REQUESTED:
            return False, False
        waited = now - self._asking_since
        if waited >= GIVE_UP_AFTER_S and self.own.status not in BUSY:
            self.refuse(NOT_CONFIRMED, now)
            return False, True
        if self._asked < len(ASK_AFTER_S) and waited >= ASK_AFTER_S[self._asked]:
            self._asked += 1
            return True, False
        return False, False

    def clock_set(self, seconds: float) -> None:
        """The clock was set by so much."""
        until = self.pause.budget_until
        self.pause = replace(self.pause, at=self.pause.at + seconds, budget_until=until and until + seconds)
        self._asking_since += seconds
        self._heard = {
            extension: replace(
                held, since=held.since and held.since + seconds, confirmed_at=held.confirmed_at + seconds
            )
            for extension, held in self._heard.items()
        }

    def next_due(self) -> float | None:
        """When `tick` has something to do."""
        if self.pause.phase is not PausePhase.REQUESTED:
            return None
        if self._asked < len(ASK_AFTER_S):
            return self._asking_since + ASK_AFTER_S[self._asked]
        # Behind a call the pause may wait for long; the status that ends the call looks at it again.
        return None if self.own.status in BUSY else self._asking_since + GIVE_UP_AFTER_S
