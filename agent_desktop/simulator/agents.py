"""The agents: who is in which queue, whose phone does what, who is paused."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

PhoneState = Literal["off", "idle", "ring", "talk"]


@dataclass(slots=True)
class Agent:
    """One extension. What the PBX tells of it is `status`."""

    extension: str
    phone: PhoneState = "idle"
    paused: bool = False

    @property
    def status(self) -> str:
        """`off on pause ring talk`."""
        if self.phone == "idle":
            return "pause" if self.paused else "on"
        return self.phone

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
    roster.agent(team[-1]).phone = "off"
    return roster
