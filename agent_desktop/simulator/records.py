"""The simulated PBX's call records (CDRs), and how its REST API tells them."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from itertools import chain
from random import Random


@dataclass(frozen=True, slots=True)
class Record:
    """A call that is over. `extension` is "" where no agent ever had it; durations are whole seconds."""

    callid: str
    started: datetime
    direction: str
    extension: str
    phone: str
    queue: str
    did: str
    status: str
    duration_s: int
    talk_s: int
    hold_s: int
    recording_url: str

    @property
    def calldate(self) -> str:
        """The start as the PBX writes it: without a zone."""
        return self.started.strftime("%Y-%m-%d %H:%M:%S")

    def row(self) -> dict[str, object]:
        """The record as the REST API tells it: figures as text in some places and as numbers in others."""
        outbound = self.direction == "Outbound"
        return {
            "direction": self.direction,
            "queue_name": self.queue,
            "calldate": self.calldate,
            "callerid": self.extension if outbound else self.phone,
            "destination": self.phone if outbound else self.extension,
            "status": self.status,
            "billsec": str(self.talk_s),
            "duration": str(self.duration_s),
            "holdtime": self.hold_s,
            "callid": self.callid,
            "did_number": self.did,
            "fee": round(self.talk_s * 0.5, 1) if outbound and self.talk_s % 2 else 0,
            "recordingpath": self.recording_url,
        }


class Records:
    """All calls that are over."""

    def __init__(self, zone: tzinfo | None) -> None:
        self._zone = zone
        self._days: defaultdict[str, list[Record]] = defaultdict(list)

    def __iter__(self) -> Iterator[Record]:
        return chain.from_iterable(self._days.values())

    def add(self, record: Record) -> None:
        self._days[record.calldate[:10]].append(record)

    def take_out(self, record: Record) -> None:
        """As if the call had not been."""
        self._days[record.calldate[:10]].remove(record)

    def instant(self, seconds: float) -> datetime:
        """Epoch seconds in the PBX's zone."""
        return datetime.fromtimestamp(seconds, UTC).astimezone(self._zone)

    def recorded(self, callid: str) -> Record | None:
        """The call of that id, where it was recorded."""
        return next((record for record in self if record.callid == callid and record.recording_url), None)

    def rows(self, start: str, end: str, callid: str, rng: Random) -> list[dict[str, object]]:
        """Those of the days `start` to `end` (`YYYY-MM-DD`, "" is open) and of `callid` if given, in no order."""
        chosen = [
            record.row()
            for day, records in self._days.items()
            if (not start or day >= start) and (not end or day <= end)
            for record in records
            if not callid or record.callid == callid
        ]
        rng.shuffle(chosen)
        return chosen
