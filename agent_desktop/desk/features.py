"""What grew around the desk's core: each feature hears the desk's news, and has methods of its own for the windows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from agent_desktop.desk.background import Background
from agent_desktop.desk.call_book import CallBook
from agent_desktop.desk.connection import Connection
from agent_desktop.desk.effects import Effect
from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.record_sync import RecordSync
from agent_desktop.desk.session import Session
from agent_desktop.desk.tasks import Tasks
from agent_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a feature works with, on the desk's thread. `publisher.subscribe` tells it all news, settings included;
    `carry_out` does what the session decided; `now` is seconds since the epoch.
    """

    connection: Connection
    store: Store
    book: CallBook
    records: RecordSync
    session: Session
    publisher: Publisher
    background: Background
    tasks: Tasks
    carry_out: Callable[[Iterable[Effect]], None]
    now: Callable[[], float]


class Features:
    """The features, by name. Building one neither waits nor fails: what takes time belongs into `start`."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    async def start(self) -> None:
        """The desk listens, and what earlier runs left is caught up. A feature's failure becomes a notice."""

    async def close(self) -> None:
        """The desk ends; the database is still there, background tasks are not."""
