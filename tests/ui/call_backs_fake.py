"""Call-backs for tests and pictures of windows, and a feature that notes what it is asked."""

from typing import Any

from agent_desktop.desk.call_backs import CallBacksChanged
from agent_desktop.telephony.call_back import CallBack
from tests.ui.desk_fake import FakeDesk
from tests.ui.stage import NOW

HOA = CallBack(
    "84938363739",
    "0938363739",
    "Nguyễn Thị Hoa",
    3,
    NOW - 1500,
    NOW - 240,
    "c3",
    "Sales",
    "19002028",
    48,
    1,
    NOW - 120,
    note="Hỏi về hoá đơn tháng 9; prefers to be called before noon",
)
UNKNOWN = CallBack("84912345678", "0912345678", "", 1, NOW - 600, NOW - 600, "c5", "Support", "", 12)
OVERDUE = CallBack(
    "60123456789", "+60123456789", "Ahmad", 2, NOW - 9000, NOW - 7000, "c7", "Sales", "", 95, 2, NOW - 5000, NOW - 300
)
LATER = CallBack("84900000001", "0900000001", "Trần Văn Bình", 1, NOW - 100, NOW - 100, "c8", due_at=NOW + 5400)
SNOOZED = CallBack("84900000002", "0900000002", "Lê Minh", 1, NOW - 900, NOW - 900, "c9", snoozed_until=NOW + 3600)
BY_HAND = CallBack("84900000003", "0900000003", "", 0, NOW - 50, NOW - 50)
REACHED = CallBack(
    "84900000004",
    "0900000004",
    "Mai",
    1,
    NOW - 9000,
    NOW - 9000,
    closed_at=NOW - 8000,
    closed_by="102",
    closed_through="outbound",
)
DONE = CallBack("84900000005", "0900000005", "", 1, NOW - 9900, NOW - 9900, closed_at=NOW - 9500)
WAITING = (HOA, UNKNOWN, OVERDUE, LATER, SNOOZED, BY_HAND)


def news(*call_backs: CallBack) -> CallBacksChanged:
    """The desk's list."""
    return CallBacksChanged(call_backs, sum(one.is_due(NOW) for one in call_backs))


class FakeCallBacks:
    """The feature: `asked` lists what was asked of it. It answers at once, and changes nothing."""

    def __init__(self, desk: FakeDesk) -> None:
        self.asked: list[tuple[Any, ...]] = []
        self.finished: tuple[CallBack, ...] = (REACHED, DONE)
        self.failure: Exception | None = None
        desk.features.call_backs = self

    async def _ask(self, *asked: object) -> None:
        self.asked.append(asked)
        if self.failure is not None:
            raise self.failure

    async def closed(self) -> tuple[CallBack, ...]:
        await self._ask("closed")
        return self.finished

    async def add(self, number: str) -> None:
        await self._ask("add", number)

    async def snooze(self, number: str, until: float) -> None:
        await self._ask("snooze", number, until)

    async def set_due(self, number: str, at: float) -> None:
        await self._ask("set_due", number, at)

    async def note(self, number: str, text: str) -> None:
        await self._ask("note", number, text)

    async def done(self, number: str) -> None:
        await self._ask("done", number)

    async def reopen(self, number: str) -> None:
        await self._ask("reopen", number)
