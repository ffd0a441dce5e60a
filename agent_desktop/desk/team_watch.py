"""Keeps the team list fresh while someone looks at it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

from agent_desktop.desk.effects import Effect
from agent_desktop.desk.pbx_link import PbxLink
from agent_desktop.desk.session import Session
from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.team import Team
from agent_desktop.desk.updates import TeamChanged
from agent_desktop.telephony.agent import StatusSource

ASK_EVERY_S = 15.0
GATHER_S = 0.1
"""A status that changed is shown this much later, with those that change beside it."""


class TeamWatch:
    """Asks the PBX for the queues' members, and tells the list when it changed."""

    def __init__(
        self,
        link: PbxLink,
        session: Session,
        tasks: Tasks,
        carry_out: Callable[[Iterable[Effect]], None],
        publish: Callable[[TeamChanged], None],
        now: Callable[[], float],
    ) -> None:
        self._link = link
        self._session = session
        self._tasks = tasks
        self._carry_out = carry_out
        self._publish = publish
        self._now = now
        self._team = Team(session.own, session.talking)
        self._timer: asyncio.TimerHandle | None = None
        self._watching: asyncio.Task[None] | None = None

    async def refresh(self) -> None:
        """Ask now. Raises NotSetUp, PbxError."""
        client, asked_at = self._link.client, self._now()
        members = await client.members()
        self._team.hear(members, asked_at)
        statuses = {member.extension: member.status for member in members if member.status}
        unknown = tuple(extension for extension in self._team.extensions if extension not in statuses)
        if unknown:
            statuses |= await client.statuses(unknown)
        for extension, status in statuses.items():
            # What a webhook said while the PBX was asked is newer.
            self._carry_out(self._session.hear_status(extension, status, StatusSource.API, asked_at))
        self._publish(self._team.changed())

    def watch(self, watching: bool, forgiving: Callable[[Awaitable[None]], Awaitable[None]]) -> None:
        """Ask every now and then from now on, or no longer; `forgiving` turns a failure into words."""
        if self._watching is not None:
            self._watching.cancel()
            self._watching = None
        if watching:
            self._watching = self._tasks.start(self._keep_fresh(forgiving), "keep the team fresh")

    async def _keep_fresh(self, forgiving: Callable[[Awaitable[None]], Awaitable[None]]) -> None:
        while True:
            await forgiving(self.refresh())
            await asyncio.sleep(ASK_EVERY_S)

    def status_heard(self, extension: str) -> None:
        """A member's status may have changed."""
        if self._timer is None and extension in self._team.extensions:
            self._timer = asyncio.get_running_loop().call_later(GATHER_S, self._tell)

    def _tell(self) -> None:
        self._timer = None
        self._publish(self._team.changed())

    def close(self) -> None:
        """End the timer; the tasks end with the desk's."""
        if self._timer is not None:
            self._timer.cancel()
