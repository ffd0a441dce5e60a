"""The team list: who is in which queue, and each one's status with its age."""

from collections.abc import Callable, Iterable, Mapping

from agent_desktop.desk.own_status import BUSY, OwnStatus
from agent_desktop.desk.updates import TeamChanged, TeamMember
from agent_desktop.telephony.agent import QueueMember
from agent_desktop.telephony.call import Call
from agent_desktop.telephony.order import natural


class Team:
    """What the PBX said of its queues, joined with the statuses heard since."""

    def __init__(self, statuses: OwnStatus, talking: Callable[[], Mapping[str, Call]]) -> None:
        self._statuses = statuses
        self._talking = talking
        self._queues: dict[str, list[str]] = {}
        self._as_of = 0.0

    @property
    def extensions(self) -> tuple[str, ...]:
        """Everyone in any queue."""
        return tuple(self._queues)

    def hear(self, members: Iterable[QueueMember], now: float) -> None:
        """The PBX's answer replaces the list."""
        self._queues = {}
        for member in members:
            queues = self._queues.setdefault(member.extension, [])
            if member.queue and member.queue not in queues:
                queues.append(member.queue)
        for queues in self._queues.values():
            queues.sort(key=natural)
        self._as_of = now

    def changed(self) -> TeamChanged:
        """The list as it stands."""
        calls = self._talking()
        members = (self._member(extension, calls) for extension in sorted(self._queues, key=natural))
        return TeamChanged(tuple(members), self._as_of)

    def _member(self, extension: str, calls: Mapping[str, Call]) -> TeamMember:
        status = self._statuses.of(extension)
        call = calls.get(extension) if status.status in BUSY else None
        if call is None:
            return TeamMember(status, tuple(self._queues[extension]))
        return TeamMember(status, tuple(self._queues[extension]), call.number, call.direction)
