"""Work behind the desk's back: what fails there becomes a notice, and one that works again takes it back."""

from collections.abc import Awaitable, Coroutine
from typing import Any

from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.troubles import Topic, Troubles
from agent_desktop.errors import AgentDesktopError


class Background:
    """Requests that nobody waits for; whoever asked plans them again."""

    def __init__(self, tasks: Tasks, troubles: Troubles) -> None:
        self._tasks = tasks
        self._troubles = troubles

    def start(self, topic: Topic, work: Coroutine[Any, Any, object]) -> None:
        """Do it in the background."""
        task = self._tasks.start(self.forgiving(topic, work), f"{topic} in the background")
        # Where the task is cancelled before it begins, nobody else would.
        task.add_done_callback(lambda _: work.close())

    async def forgiving(self, topic: Topic, work: Awaitable[object]) -> None:
        """Do it now. Raises nothing that a user could do something about."""
        try:
            await work
        except AgentDesktopError as error:
            self._troubles.tell(topic, error)
        else:
            if topic != "disk":  # a disk that can be read may still be full
                self._troubles.tell(topic, None)
