"""What a feature of the desk works with (see desk.features)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from agent_desktop.desk.background import Background
from agent_desktop.desk.call_book import CallBook
from agent_desktop.desk.connection import Connection
from agent_desktop.desk.effects import Effect
from agent_desktop.desk.phone import Phone
from agent_desktop.desk.publisher import Publisher
from agent_desktop.desk.record_sync import RecordSync
from agent_desktop.desk.session import Session
from agent_desktop.desk.tasks import Tasks
from agent_desktop.desk.webhook_feed import WebhookFeed
from agent_desktop.store.store import Store


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a feature works with, on the desk's thread. `publisher.subscribe` tells it all news, settings included;
    `carry_out` does what the session decided; `now` is seconds since the epoch; `parsed_ns` is when the last webhook
    was read (perf_counter_ns).
    """

    connection: Connection
    store: Store
    book: CallBook
    records: RecordSync
    phone: Phone
    session: Session
    publisher: Publisher
    background: Background
    tasks: Tasks
    carry_out: Callable[[Iterable[Effect]], None]
    now: Callable[[], float]
    parsed_ns: Callable[[], int]
    feed: WebhookFeed
