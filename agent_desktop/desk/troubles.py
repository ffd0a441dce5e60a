"""What does not work at present, said to the user once, and taken back when it works again."""

import logging
from typing import Literal

from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.updates import Level, Notice
from agent_desktop.errors import AgentDesktopError, StoreFailed

_log = logging.getLogger(__name__)

Topic = Literal["pbx", "records", "team", "disk"]
"""Each is taken back by itself: a PBX that tells the status may still refuse the records."""

BUG = "Something in Agent Desktop went wrong. It goes on working."


class Troubles:
    """Says them on one desk. Used on the desk's thread only."""

    def __init__(self, publisher: Publisher) -> None:
        self._publisher = publisher

    def tell(self, topic: Topic, error: AgentDesktopError | None) -> None:
        """Something failed, or (None) works. Of the same words under several topics the PBX's are said alone."""
        if error is None:
            if self._publisher.is_told(topic):  # with every webhook the disk works
                self._publisher.publish(Notice(topic, Level.INFO, ""))
            return
        if isinstance(error, StoreFailed):
            topic = "disk"
        same = [notice.topic for notice in self._publisher.notices if notice.title == error.title]
        if not same:
            _log.warning("%s", error.title)
        if same and topic != "pbx" and topic not in same:
            return
        for other in same:
            if other != topic:
                self._publisher.publish(Notice(other, Level.INFO, ""))
        level = Level.ERROR if topic == "disk" else Level.WARNING
        self._publisher.publish(Notice(topic, level, error.title, error.advice))

    def tell_bug(self) -> None:
        """An error that nobody expected; whoever caught it has logged it."""
        self._publisher.publish(Notice("bug", Level.ERROR, BUG, "The log in the profile folder has the details."))
