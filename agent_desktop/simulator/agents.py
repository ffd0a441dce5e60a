"""The agents: who is in which queue, whose phone does what, who is paused."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

PhoneState = Literal["off", "idle", "ring", "talk"]


@dataclass(slots=True)
class Agent:
    """One extension. What the PBX tells of it is `status`."""

    extension: str
    paused: bool = False
    is_registered: bool = True
    _calls: dict[str, PhoneState] = field(default_factory=dict)

    def move(self, phone: PhoneState, callid: str = "") -> None:
        """The phone rings for a call, talks in it, or is done with it. Without a call, it is on or off besides."""
        if not callid:
            self.is_registered = phone != "off"
        if phone in ("ring", "talk"):
            self._calls[callid] = phone
        else:
            self._calls.pop(callid, None)

    @property
    def phone(self) -> PhoneState:
        """What it does, taking all its calls together."""
        if not self.is_registered:
            return "off"
        states = self._calls.values()
        return "talk" if "talk" in states else "ring" if "ring" in states else "idle"

    @property
    def status(self) -> str:
        """`off on pause ring talk`."""
        phone = self.phone
        if phone == "idle":
            return "pause" if self.paused else "on"
        return phone

    @property
    def is_free(self) -> bool:
        """True where a queue would ring it."""
        return self.phone == "idle" and not self.paused


class Roster:
    """All of them."""

    def __init__(self, extensions: tuple[str, ...], queues: Mapping[str, tuple[str, ...]]) -> None:
        self.agents = {extension: Agent(extension) for extension in extensions}
        self.queues = dict(queues)

    def agent(self, extension: str) -> Agent:
        """The agent of that extension, who joins where it was not known."""
        return self.agents.setdefault(extension, Agent(extension))

    def free_members(self, queue: str) -> tuple[str, ...]:
        """Whom a call to `queue` would ring; a queue that is not known has everyone."""
        members = self.queues.get(queue, tuple(self.agents))
        return tuple(extension for extension in members if self.agent(extension).is_free)


def default_roster(extension: str) -> Roster:
    """`extension` and seven colleagues beside it, in two queues; one phone is off."""
    first = int(extension) if extension.isascii() and extension.isdigit() else 100
    colleagues = tuple(str(first + step).zfill(len(extension)) for step in range(1, 8))
    team = (extension, *colleagues)
    roster = Roster(team, {"999": team[:6], "998": (team[0], *team[4:])})
    roster.agent(team[-1]).move("off")
    return roster
